"""Relative clauses of a prompt, each told as a sentence of its own: 女侠拦住骑马的将军 is 女侠拦住将军 and 将军骑着马.

What such a clause says is said of the noun that it belongs to, whoever the sentence is about: "stops the general riding
a horse", 对抱着孩子的女人. English and Chinese. Knows nothing of what a sentence means.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from director.casting.hits import HAN, Hit
from director.casting.telling import RESTS_ZH, is_alive
from director.lexicon.words import CLASSIFIERS

_MOST = 8  # clauses of one prompt


@dataclass(frozen=True, slots=True)
class Reading:
    """A text to be read by itself, with the nouns in it; `origin` maps where they begin in it to where they do in the
    prompt."""

    text: str
    hits: tuple[Hit, ...]
    origin: dict[int, int]
    told_of: tuple[Hit, ...] = ()  # nouns of clauses that are told elsewhere, where those were: what "it" may mean

    def source(self, start: int) -> int:
        return self.origin.get(start, start)


@dataclass(frozen=True, slots=True)
class _Clause:
    """From `begin` to `end` of a text it is said of `head`, with the nouns `inside`; `told` is the sentence that says
    the same, `head` and all."""

    begin: int
    end: int
    head: Hit
    inside: tuple[Hit, ...]
    told: str


def plainly_told(prompt: str, hits: Sequence[Hit]) -> list[Reading]:
    """What each relative clause of the prompt says, and last the prompt without them."""
    reading = Reading(prompt, tuple(hits), {start: start for h in hits for start in (h.start, *h.also)})
    told: list[Reading] = []
    while len(told) < _MOST and (clause := _first_clause(reading)) is not None:
        told.append(_alone(reading, clause))
        reading = _without(reading, clause)
    return [*told, reading]


def _first_clause(reading: Reading) -> _Clause | None:
    """The first of them that holds no other."""
    for k, hit in enumerate(reading.hits):
        if not is_alive(hit):
            continue
        clause = _chinese(reading, k) if HAN.match(reading.text, hit.start) else _english(reading, k)
        if clause is not None:
            return clause
    return None


# ---- Chinese ----------------------------------------------------------------------------------------------------

_HELD = "骑抱拿端提捧举扛握持撑打拎叼挎背带推拉牵赶遛拄拖抬搂扶押开驾攥夹揣戴披佩弹吹吃喝看读搀挽挥玩晒哄喂"
_VERB = (
    rf"(?P<rests>(?:{RESTS_ZH}|守|躲|倚|蜷缩|昏迷)(?:在|着)|依偎在)"
    rf"|(?P<at>(?:手[持握提拿捧拄]|怀抱|身背|肩扛|腰[佩挎挂]|[{_HELD}])[着了]?)"
)
_OBJECT = rf"(?:[一二两三四五六七八九十几半\d]*[{CLASSIFIERS}](?=[^的]))?(?:[^，。、；着了的]{{1,4}}的?)?"
_HOW = r"(?:正|还|一直|独自|静静|默默|低着?头|埋头|抬头|仰头|闭着?眼)?"
_OPENS_CLAUSE = re.compile(rf"(?P<begin>{_HOW}(?:{_VERB}))(?:{_OBJECT})")
_COMES = r"(?:[赶跑走冲追飞前归回而]来|路过|经过|进城|出征)?"  # 骑马赶来的钦差
_CLOSES_CLAUSE = re.compile(rf"(?P<side>[上里中下旁边前后面内]{{0,2}}){_COMES}的(?:[^，。；的着了在把向对]{{0,4}})")
# What may go before a clause that belongs to a noun: a break, a count, or a deed that has been told to its end.
_BEFORE_CLAUSE = re.compile(
    rf"(?:^|[，。；：！？\s、着了过到见住向对给把被和跟与同叫让请为替帮的上现问开倒是有名位拦救追看找等求骂劝]"
    rf"|[一二两三四五六七八九十几那这\d][{CLASSIFIERS}]?)$"
)


def _chinese(reading: Reading, k: int) -> _Clause | None:
    text, head = reading.text, reading.hits[k]
    thing = reading.hits[k - 1] if k else None
    if thing is None or thing.sense is None or thing.end > head.start:
        return None
    closes = _CLOSES_CLAUSE.fullmatch(text, thing.end, head.start)
    earlier = reading.hits[k - 2] if k > 1 else None
    opens = None if closes is None else _opening(text, earlier.end if earlier else 0, thing.start)
    if closes is None or opens is None or (opens["rests"] is None) == bool(closes["side"]):
        return None  # 拿着桌上的, 坐在男人
    if earlier is not None and is_alive(earlier) and earlier.end == opens.start():
        return None  # 女人抱着孩子的父亲: it is she who does it
    verb = opens["begin"]
    if opens["at"] and verb[-1] not in "着了":
        verb += "着"
    each = "都" if head.plural or head.count > 1 else ""
    end = text.index("的", thing.end) + 1
    told = f"{text[head.start : head.end]}{each}{verb}{text[opens.end('begin') : end - 1]}"
    return _Clause(opens.start(), end, head, (thing,), told)


def _opening(text: str, earliest: int, end: int) -> re.Match[str] | None:
    """The last verb before `end` that may begin a clause, with the words that describe what it is done to."""
    for begin in reversed(range(earliest, end)):
        opens = _OPENS_CLAUSE.fullmatch(text, begin, end)
        if opens is not None and _BEFORE_CLAUSE.search(text, 0, begin):
            return opens
    return None


# ---- English ----------------------------------------------------------------------------------------------------

_DOING = r"(?:(?!(?:during|including|according|being|going)\b)[a-z]{2,}ing|perched|seated|mounted)"
_WHICH = re.compile(
    rf" (?:\w+ly )?(?P<doing>{_DOING}(?: (?:up|on|in|at|by|under|near|beside|behind|against|next to|in front of|off))?)"
    r" (?:(?:an?|the|his|her|their|its|two|three|four) )?(?:[\w-]+ ){0,2}"
)
_GOES_ON = re.compile(r" (?:[a-z]+ly )?(?:is|are|was|[a-z]{2,}(?<!s)s)\b")
_ON_HIM = re.compile(
    r" (?:in|on|over|under) (?:his|her|their|its|one|both) (?:[\w-]+ )?(?:arms?|hands?|back|shoulders?|lap|head)\b"
)


def _english(reading: Reading, k: int) -> _Clause | None:
    text, head = reading.text, reading.hits[k]
    thing = reading.hits[k + 1] if k + 1 < len(reading.hits) else None
    if thing is None or thing.sense is None or head.possessive or thing.possessive:
        return None
    if _WHICH.fullmatch(text, head.end, thing.start) is None:
        return None
    if k == 0 and not _GOES_ON.match(text, thing.end):
        return None  # "A cat sleeping on a table next to a lamp.": nothing else is told
    on_him = _ON_HIM.match(text, thing.end)
    end = on_him.end() if on_him else thing.end
    are = "are" if head.plural or head.count > 1 else "is"
    return _Clause(head.end, end, head, (thing,), f"{text[head.start : head.end]} {are}{text[head.end : end]}")


# ---- both -------------------------------------------------------------------------------------------------------


def _alone(reading: Reading, clause: _Clause) -> Reading:
    """What the clause says, as a sentence."""
    told, head = clause.told, clause.head
    plain = replace(head, start=0, end=head.end - head.start, also=(), before=_undescribed(reading, clause))
    hits, origin = [plain], {0: reading.source(head.start)}
    for hit in clause.inside:
        at = told.rindex(reading.text[hit.start : hit.end])
        hits.append(replace(hit, start=at, end=at + hit.end - hit.start, also=()))
        origin[at] = reading.source(hit.start)
    return Reading(told, tuple(hits), origin)


def _without(reading: Reading, clause: _Clause) -> Reading:
    """The text that is left, with the nouns that are left in it."""

    def now(at: int) -> int:
        return at - (clause.end - clause.begin) if at >= clause.end else at

    kept = [h for h in reading.hits if h not in clause.inside]
    moved = [replace(h, start=now(h.start), end=now(h.end), also=tuple(map(now, h.also)),
                     before=_undescribed(reading, clause) if h is clause.head else h.before)
             for h in kept]  # fmt: skip
    origin = {now(was): reading.source(was) for h in (*kept, *reading.told_of) for was in (h.start, *h.also)}
    told_of = [replace(h, start=now(h.start), end=now(h.end)) for h in reading.told_of]
    if clause.begin not in origin:
        told_of += [replace(h, start=clause.begin, end=clause.begin, also=()) for h in clause.inside]
        origin[clause.begin] = reading.source(clause.inside[-1].start)
    text = reading.text[: clause.begin] + reading.text[clause.end :]
    return Reading(text, tuple(moved), origin, tuple(told_of))


def _undescribed(reading: Reading, clause: _Clause) -> tuple[str, ...]:
    """The words that describe the head, without the clause itself."""
    said = reading.text[clause.begin : clause.end]
    rest = (word.replace(said, "") for word in clause.head.before)
    return tuple(word for word in rest if word and word not in said)
