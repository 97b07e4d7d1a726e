"""Finds who has a thing or a pet on him: "flashlight in hand", "the cat sleeps on her lap", 手里一把刀.

English and Chinese. Knows nothing of the stage, or of what else a sentence tells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from director.casting.descriptions import told_gender
from director.casting.hits import HAN, Hit
from director.casting.telling import handled_by, is_person
from director.lexicon.bodies import is_in_arms
from model.catalog import CATALOG

_ON_HIM = re.compile(
    r"\s*(?:,?\s*(?:clutched|tucked|slung|held|pressed|raised|drawn|gripped|strapped|hidden|dangling|perched|hanging)"
    r"(?: [a-z]+ly)?)?\s*(?:in hand\b"
    r"|(?:in|under|over|on|at|to|against|between|around|behind|across)\s+(?:his|her|their|its|one|both|each)"
    r"\s+(?:left |right |own |other |free )?"
    r"(?:hands?|arms?|shoulders?|hips?|belt|back|chest|lap|fists?|palms?|teeth|fingers|beak|mouth|jaws|claws|neck|waist|side)\b)",
    re.I,
)
_AT_WORK = re.compile(r"\s+(?:\w+ing|drawn|raised|ready|at the ready|aimed|trained)\b")  # , his flashlight pointing at
_SUCKLED = re.compile(r"喂奶|哺乳|喂母乳")
_INTO = re.compile(r"\b(?:on|into|over|through|at) (?:the|his|her|their|an?) (?:[\w-]+ )?$")  # shouts into the radio
_HIS_OWN = re.compile(r"\b(?:behind|over|with|into|from) (?:his|her) (?:[\w-]+ ){0,2}$", re.I)  # behind her newspaper
# "Lights his pipe", "counts her money": who does something to a thing of his own that a hand holds has it there.
_HANDLES = re.compile(
    r"\b(?!(?:los|miss|seek|find|forget|drop|leav|throw|toss|hid|bur|sell|want|need|remember|steal|hang|see|watch|guard"
    r"|follow|remov|reach|search|smash|break|spill|kick|lock|park|plac|put|set|lay|pass|hand|giv|show|surrender|pawn"
    r"|wear|doff|tip|straighten|adjust|tak|get|fix|clutter|knock)(?:e?s|es|ies)\b)[a-z]{3,}s (?:his|her) (?:own )?"
    r"(?:[\w-]+ )?$",
    re.I,
)
_ON_HIM_ZH = re.compile(
    r"(?:手里|手中|手上|怀里|怀中|肩上|背上|腰间|嘴里|口中)"
    r"(?:是|还)?[拿握提抱捧攥捏端叼扛背挎挂别藏揣塞着有]{0,2}[^，。]{0,6}$"
)


def holder(prompt: str, hits: Sequence[Hit], i: int, begin: int) -> Hit | None:
    """Who has the thing on him: "flashlight in hand", "a sword at his hip", 手里一把刀."""
    hit = hits[i]
    little = hit.sense is not None and hit.sense.archetype == "child"
    if hit.sense is None or not (hit.sense.kind == "prop" or _is_carried(hit) or little):
        return None
    aside = re.search(r",\s*(?:his|her) (?:\w+ )?$", prompt[begin : hit.start]) and _AT_WORK.match(prompt, hit.end)
    calls = hit.sense.archetype in ("phone", "microphone") and _INTO.search(prompt[begin : hit.start])
    handled = "holdable" in CATALOG[hit.sense.archetype].traits and _HANDLES.search(prompt[begin : hit.start])
    suckles = is_person(hit) and _SUCKLED.match(prompt, hit.end)
    told = (
        calls
        or suckles
        or aside
        or handled
        or _at_once(prompt, hits, i)
        or _ON_HIM.match(prompt, hit.end)
        or _HAND_ON.search(prompt[begin : hit.start])
        or (hit.sense.archetype != "hat" and _HIS_OWN.search(prompt[begin : hit.start]))
        or _ON_HIM_ZH.search(prompt[begin : hit.start])
    )
    alive = [h for h in hits[:i] if h.sense is not None and h.sense.kind != "prop" and not h.possessive
             and not (h.sense.role is not None and h.sense.role.name == "corpse")]  # fmt: skip
    if (seller := _seller(prompt, hits, i)) is not None:
        return seller
    if not told or not alive:
        return None
    between = prompt[alive[-1].end : hit.start]
    next_to = re.fullmatch(r",?\s*(?:with )?(?:an?|the|his|her|their)?\s*(?:[\w-]+\s+){0,2}", between)
    whose = prompt[begin : hit.start] if aside else told[0]
    owned = next(iter(re.findall(r"\b(his|her)\b", whose.lower())[-1:]), "")
    sign = {"his": "m", "her": "f"}.get(owned, "")
    alive = [h for h in alive if not sign or h.sense.kind == "creature" or told_gender(h) in ("", sign)] or alive  # type: ignore[union-attr]
    following = hits[i + 1] if i + 1 < len(hits) else None
    if prompt[hit.end : hit.end + 1] == "的" and following and following.sense and following.sense.kind == "person":
        return following  # 怀里藏着圣旨的太监
    owner = alive[-1] if next_to or HAN.search(hit.word) else _subject_at(prompt, alive)
    return owner if owner.count == 1 and not owner.plural else None


# What one looks at or reaches for, which is another's: "stares at her phone", 打量着她的手机.
_OF_ANOTHER = re.compile(
    r"\b(?:(?:star|gaz|glar|glanc|look|peek|peer|point|lung|grab|snatch)(?:e?s|ing) (?:[a-z]+ly )?at"
    r"|(?:reach|grop|lung)(?:es|ing) (?:for|into)|(?:rifl|rummag)(?:es|ing) through"
    r"|(?:watch|ey|notic|examin|inspect|admir|snatch|steal|grab|spot)(?:e?s|ing))"
    r" (?P<sign>his|her) (?:[\w-]+ ){0,2}$"
    r"|(?:打量|端详|审视|盯|注视|凝视|瞥|瞄|看|望|瞧|指|抢|夺|偷|伸|翻找?)[着了向见到走过进入]{0,2}(?P<zh>[他她])的?[^，。；的]{0,4}$",
    re.I,
)


_STEALS = re.compile(
    r"\b(?:steal|snatch|reach|grab|rob|pick|rifl|rummag)\w*\b|[偷抢夺]|伸[进入向到]|翻[找着]", re.I
)  # which nobody does to what is his own


_TAKEN = re.compile("[抢夺偷][走过了到]")  # and is in other hands


def whose(prompt: str, nouns: Sequence[Hit], thing: Hit, begin: int) -> Hit | None:
    """Who has a thing that somebody else looks at or reaches for, where "his" or "her" cannot mean the one who does."""
    told = _OF_ANOTHER.search(prompt[begin : thing.start]) if handled_by(thing) else None
    if told is not None and _TAKEN.search(told[0]):
        return None
    before = [h for h in nouns if h.end <= begin + told.start() and is_person(h)] if told else []
    if told is None or not before:
        return None
    sign = {"his": "m", "他": "m"}.get((told["sign"] or told["zh"]).lower(), "f")
    own, others = told_gender(before[-1]), [h for h in reversed(before[:-1]) if h.count == 1]
    steals = _STEALS.search(told[0]) is not None
    likely = ("", sign) if steals else (sign,) if own == "" else () if own == sign else ("", sign)
    return next((h for h in others if told_gender(h) in likely), None)


def _seller(prompt: str, hits: Sequence[Hit], i: int) -> Hit | None:
    """Whose wares a thing is: 卖冰棍的大婶."""
    following = hits[i + 1] if i + 1 < len(hits) else None
    sold = prompt[: hits[i].start].endswith("卖") and prompt.startswith("的", hits[i].end)
    near = following is not None and is_person(following) and following.start - hits[i].end < _A_WORD
    return following if sold and near and handled_by(hits[i]) else None


_A_WORD = 4  # characters
_ON_LAP = re.compile(
    r"(?:,? (?:is |now )?(?:\w+(?:s|ing)|curled|curls|curl|perched)(?: up| peacefully| quietly)?)? (?:on|in|onto|into)"
    r" (?:(?P<his>his|her|their)|(?:an?|the|his|her) (?:[\w-]+ )*?(?P<whose>[\w-]+)'s|(?P<named>[A-Z]\w+)'s)"
    r" (?:lap|arms|shoulder|chest)\b"
    r"|[^，。；]{0,4}[在到](?:(?P<ta>[他她])|(?P<zh>[\u3400-\u9fff]{1,4}?))的?(?:大?腿上|膝上|膝头|怀里|怀中|肩上|肩头)"
)


def on_whose_lap(prompt: str, nouns: Sequence[Hit], pet: Hit) -> Hit | None:
    """Who has an animal on the lap or the shoulder: "the cat sleeps on her lap", 猫趴在奶奶腿上."""
    carried = pet.sense is not None and pet.sense.kind == "creature" and handled_by(pet)
    if not carried or (told := _ON_LAP.match(prompt, pet.end)) is None:
        return None
    if (called := told["whose"] or told["named"] or told["zh"]) is not None:
        return next((h for h in nouns if is_person(h) and h.word.endswith(called)), None)
    sign = {"his": "m", "他": "m", "her": "f", "她": "f"}.get(told["his"] or told["ta"], "")
    before = [h for h in nouns if h.end <= pet.start and is_person(h) and h.count == 1]
    return next((h for h in reversed(before) if not sign or told_gender(h) in ("", sign)), None)


_HAND_ON = re.compile(r"\bhands? (?:resting |firmly )?on (?:his|her|their|the) (?:[\w-]+ )?$")  # on her revolver
_IN_ACTION = re.compile(r"(?!的|店|铺|架|盒)")


def _at_once(prompt: str, hits: Sequence[Hit], i: int) -> re.Match[str] | None:
    """Whether the thing is named right behind somebody: 沈孤鸿断剑横胸, 叶孤舟折扇轻摇."""
    hit, before = hits[i], hits[i - 1] if i else None
    bearer = before is not None and before.end == hit.start and is_person(before) and before.count == 1
    return _IN_ACTION.match(prompt, hit.end) if bearer and HAN.search(hit.word) and handled_by(hit) else None


def _is_carried(hit: Hit) -> bool:
    """Whether arms can hold the living being: a cat, a baby."""
    return any(map(is_in_arms, (hit.word, *hit.before))) or handled_by(hit)


def _subject_at(prompt: str, alive: Sequence[Hit]) -> Hit:
    """Whom the last clause of a sentence is about, of those spoken of in it: the first, or who begins a clause behind
    a mark or a conjunction and is followed by a verb."""
    begun = [h for h in alive[1:] if _CLAUSE.search(prompt[: h.start]) and _DOES.match(prompt, h.end)]
    return begun[-1] if begun else alive[0]


_CLAUSE = re.compile(r"(?:[;:,]|\b(?:and|but|while|as|when)) (?:an?|the|his|her|their)? ?(?:[\w-]+ ){0,2}$")
_DOES = re.compile(r" (?:[a-z]+ly )?(?:is|are|was|has|[a-z]{2,}(?<!s)s)\b|, [a-z]{3,}ing\b")
