"""An author who takes something back: "no, the other guard", "to the desk, no, to the door", 不是皇帝，是皇后.

Makes the direction that was meant out of the one that was given; knows nothing of deeds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from director.understanding import clauses as cl
from director.understanding.mentions import Company, Mention

_SLIP_EN = (
    r"\b(?:no|nope|nah|not that(?: one)?|wrong(?: one)?|sorry|wait|oops|actually|correction|rather"
    r"|i (?:mean|meant|said|asked for)(?: to say)?|make (?:that|it)|(?:that|it) should (?:be|have been))\b"
)
_SLIP_ZH = (
    r"(?:不对|不是的|不不|不|[搞弄说]?错了|抱歉|等等|等一下|我(?:是说|说的是|指的是|的意思是|要的是)"
    r"|应该是|应当是|改成|换成)"
)
_SLIP = rf"(?:{_SLIP_EN}|{_SLIP_ZH})"
_OPENING = re.compile(rf"^\s*(?:{_SLIP}[\s,.:;!?—–，。：、！-]*)+", re.I)
_OPENING_APART = re.compile(rf"^\s*(?:{_SLIP}\s*[,.:;!—–，。：、！-]+\s*)+", re.I)
_WITHIN = re.compile(
    rf"\s*[,，;—–-]+\s*(?:{_SLIP}[\s,，—–-]*)+(?P<way>(?:to|at|on|onto|into|toward|towards|with)\s+)?", re.I
)
_TRAILING = re.compile(r"(.+?)[\s,，—–-]+(i (?:mean|meant)|我(?:是说|说的是|的意思是))\W*$", re.I)
_ALSO = re.compile(
    r"^\s*(?:and|also|so do(?:es)?)\b|\b(?:too|as well|likewise|(?:do|does) (?:the same|so)|follows? suit)\W*$"
    r"|(?:也(?:是|一样|照做|如此)?|同样)\W*$", re.I,
)  # fmt: skip
_NOT = re.compile(r"(?:\bnot|不是|而不是|别让)\s*(?:to |at |on |with )?$", re.I)
_IDLE = re.compile(
    r"\b(?:not|but|it['’]?s|is|was|to|at|on|onto|into|in|with|toward|towards|from|by|instead|please|that|one|do(?:es)?|it|should|must)\b|来|做|不是|而是|而|是|让|到|向|给|对|呢|啊|吧"
    r"|[\s,.:;!?—–，。：、！？-]", re.I,
)  # fmt: skip


def without_slips(masked: str, company: Company) -> str:
    """The direction without what it takes back itself."""
    opening = _OPENING_APART.match(masked)
    if opening and masked[opening.end() :].strip():
        masked = masked[opening.end() :]
    for match in reversed(list(_WITHIN.finditer(masked))):
        masked = _mended(masked, match, company.find(masked))
    return masked


def _mended(masked: str, slip: re.Match[str], mentions: Sequence[Mention]) -> str:
    """What was said before the slip makes way for what is said after it: somebody for somebody, a deed for a deed."""
    taken_back = next((m for m in reversed(mentions) if m.end <= slip.start()), None)
    meant = next((m for m in mentions if m.start >= slip.end()), None)
    if taken_back is None:
        return masked
    if meant is not None and not masked[slip.end() : meant.start].strip() and taken_back.end == slip.start():
        return masked[: taken_back.start] + masked[meant.start :]
    if not re.search(r"[,，—–-]\s*$|\bmean|\brather", slip[0], re.I):
        return masked  # "shakes her head, no tears"
    subject = next(m for m in mentions if not cl.SENTENCE_END.search(masked, m.end, slip.start()))
    return f"{masked[: subject.end]} {masked[slip.end() :]}"


def takes_back(masked: str) -> bool:
    """Whether a direction that says of whom the last was meant takes that back, and does not ask for the same again:
    "no, the other guard" does, "and the other guard, too" does not."""
    return not _ALSO.search(masked)


def meant_by(masked: str, before: str, company: Company) -> str | None:
    """The direction that is meant by one that only says of whom the last, `before`, is meant, too or instead. None
    where it says more than that. Quotations are marked in both."""
    if said_last := _TRAILING.match(masked):
        masked = f"{said_last[2]} {said_last[1]}"  # "to the patient, I mean"
    mentions = company.find(masked)
    wrong = [m for m in mentions if _NOT.search(masked[: m.start])]
    right = [m for m in mentions if m not in wrong]
    said_so = wrong or _OPENING.match(masked) or _ALSO.search(masked) or _is_other(right)
    if not before or not right or not said_so or _says_more(masked, mentions):
        return None
    told = company.find(before)
    meant = _other_of(right[0], told, company)
    replaced = _replaced(meant, wrong, masked, before, told, company)
    if replaced is None:
        return None
    names = [company.by_id[i].name for i in meant.ids] or [meant.text]
    if len(names) == 1 and not meant.pronoun and any(e.name.startswith(f"{names[0]} ") for e in company.entities):
        names = [masked[meant.start : meant.end]]  # "the one in blue" says of two men which
    joint = "和" if not names[0].isascii() else " and "
    return before[: replaced.start] + joint.join(names) + before[replaced.end :]


def _other_of(meant: Mention, told: Sequence[Mention], company: Company) -> Mention:
    """ "The other one" is who is like the one that was told of."""
    if meant.pronoun != "other":
        return meant
    known = {i for m in told for i in m.ids}
    first = next((company.by_id[i] for m in told for i in m.ids), None)
    alike = [e.id for e in company.entities if first and e.id not in known and e.archetype == first.archetype
             and e.look.get("role") == first.look.get("role")]  # fmt: skip
    return replace(meant, ids=tuple(alike[:1]))


def _is_other(mentions: Sequence[Mention]) -> bool:
    return bool(mentions) and (mentions[0].pronoun == "other" or bool(re.search(r"\bother\b|另一", mentions[0].text)))


def _says_more(masked: str, mentions: Sequence[Mention]) -> bool:
    """Whether there is a deed in it, too."""
    blank = list(masked)
    for m in mentions:
        blank[m.start : m.end] = " " * (m.end - m.start)
    return bool(_IDLE.sub("", _ALSO.sub("", _OPENING.sub("", "".join(blank)))))


def _replaced(
    meant: Mention, wrong: Sequence[Mention], masked: str, before: str, told: Sequence[Mention], company: Company
) -> Mention | None:
    """Of those the last direction tells of, the one in whose place somebody else is meant."""
    denied = {i for m in wrong for i in m.ids}
    told = [m for m in told if set(m.ids) - set(meant.ids)]
    if denied:
        return next((m for m in told if denied & set(m.ids)), None)

    def likely(mention: Mention) -> tuple[bool, bool, bool, int]:
        new = company.by_id.get(next(iter(meant.ids), ""))
        old = company.by_id[mention.ids[0]]
        way = re.search(r"\b(to|at|on|with|from|into)\s+$", masked[: meant.start], re.I)
        led = way is not None and before[: mention.start].lower().endswith(f"{way[1].lower()} ")
        same = new is not None and (new.look.get("role"), new.archetype) == (old.look.get("role"), old.archetype)
        alike = new is not None and (new.kind == "prop") == (old.kind == "prop")
        for_a_thing = new is not None and new.kind == "prop" and mention is not told[0]
        return led, same, alike or for_a_thing, -mention.start

    return max(told, key=likely, default=None)
