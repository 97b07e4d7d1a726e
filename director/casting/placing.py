"""Finds where a prompt puts things and what is going on: "a cat sleeping on a table", 坐在椅子上的老人.

Prepositions tell places; what somebody is doing is read by meaning, with the phrase reader. Knows nothing of the stage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from director.casting.attire import described_length
from director.casting.bearers import holder, on_whose_lap, whose
from director.casting.english_words import IN_HAND
from director.casting.hits import HAN, Hit
from director.casting.naming import gender_of_name
from director.casting.openings import sentences
from director.casting.relatives import plainly_told
from director.casting.spotting import find_nouns
from director.casting.telling import CLEAR, INTO_ARMS, RESTS_ZH, feeling_in, handled_by, is_person, meaning
from director.lexicon.bodies import is_in_arms
from director.lexicon.feelings import PHRASES
from director.lexicon.words import CLASSIFIERS
from model.catalog import CATALOG
from model.seats import can_be_ridden
from model.text import TextEncoder

# Of a phrase right before the other noun: what it says of the place.
_PLACES: tuple[tuple[str, str], ...] = (
    (
        r"(?:next to|beside|near|by|close to|behind|in front of|under|beneath|below|around|at|opposite|against|facing"
        r"|between"
        r"|outside)",
        "near",
    ),
    (r"(?:on top of|on|upon|atop)", "on"),
    (rf"(?:inside|in|within|into)(?! {IN_HAND})", "inside"),
)
_FILLER = r"(?:(?:a|an|the|his|her|their|its|one|old|another)\s+|[\w-]+\s+){0,4}$"
_DEEDS = {
    "sit": "sits",
    "lie": "lies",
    "take": "holds",
    "carry": "holds",
    "jump_onto": "sits",
    "climb": "on",
    "circle": "flies",
    "fly": "flies",
    "take_off": "flies",
    "land": "on",
    "put_on": "on",
    "bring": "holds",
}
_DOING = re.compile(
    r"(?:,\s*)?(?:who |that |which )?(?:is |are )?(?:[a-z]+ing|asleep|seated|perched|sits|stands|lies|holds|rides|flies"
    r"|circles|sleeps|overhead|above|in the (?:sky|air))\b"
)
# ", seventy, sitting on", ", standing barefoot by": what is loosely joined to the one before.
_LOOSE = re.compile(
    r"^\s*,\s*(?:(?:aged )?[\w-]+,\s*)?(?=(?:\w{2,}ing|seated|perched|asleep|curled up|slumped|huddled)\b)", re.I
)
# "Teaches his granddaughter to ride a bicycle", "learns to play the violin": it is seen.
_LEARNS = re.compile(r"\s*((?:learns|is learning|practises|practices|tries|begins|starts) )?(?:how )?to ([a-z]+)\b")
_TEACHES = re.compile(r"\b(?:teach(?:es|ing)?|help(?:s|ing)?|show(?:s|ing)?) (?:[\w'-]+ ){0,3}$")
_STATIVE = frozenset(
    {"walk", "run", "enter", "stand", "stop", "face", "hide", "follow", "talk", "none", "feel", "camera"}
)


@dataclass(frozen=True, slots=True)
class Placing:
    """`start` and `other_start` are where the two nouns begin in the text; `kind` is one of `model.layout.Relation`'s,
    or "owns" where somebody is by the bed of another, or "act" for the deed `verb`; who sits or lies `beside` something
    does not do so on it."""

    start: int
    kind: str
    other_start: int | None = None
    verb: str = ""
    beside: bool = False
    owned: bool = False  # whether it is told by whose thing it is, which others may look at or reach for


def find_placings(prompt: str, text: TextEncoder) -> list[Placing]:
    """All placings, in the order of the text, but for relative clauses, which come first."""
    return [
        replace(placing, start=reading.source(placing.start),
                other_start=None if placing.other_start is None else reading.source(placing.other_start))
        for reading in plainly_told(prompt, find_nouns(prompt))
        for placing in _placings(reading.text, reading.hits, text)
    ]  # fmt: skip


def _placings(prompt: str, nouns: Sequence[Hit], text: TextEncoder) -> list[Placing]:
    found = [*_turned_away(prompt, nouns), *_bedridden(prompt, nouns), *_laid_low(prompt, nouns)]
    for begin, end in sentences(prompt):
        hits = [h for h in nouns if begin <= h.start < end]
        hits = [h for h, thing in zip_longest(hits, hits[1:]) if not _only_owns(prompt, h, thing)]
        for i, hit in enumerate(hits):
            if hit.sense is None:
                continue
            following = hits[i + 1] if i + 1 < len(hits) else None
            stop = following.start if following else end
            gap = prompt[hit.end : stop]
            if (owner := whose(prompt, nouns, hit, begin)) is not None:
                found.append(Placing(owner.start, "holds", hit.start, owned=True))
                reaching = [h for h in hits[:i] if is_person(h) and h.start != owner.start]
                found += [Placing(reaching[-1].start, "near", owner.start)] if reaching else []
                continue
            if (bearer := holder(prompt, hits, i, begin) or on_whose_lap(prompt, nouns, hit)) is not None:
                found.append(Placing(bearer.start, "holds", hit.start))
                continue
            if (facing := _across_from(prompt, hits, i)) is not None:
                found += [Placing(hit.start, "near", facing.start), Placing(facing.start, "faces", hit.start),
                          Placing(hit.start, "faces", facing.start)]  # fmt: skip
            beside = _beside_somebody(prompt, nouns, hit, end) or _at_his_side(prompt, hits, i)
            if beside is not None:
                found.append(Placing(hit.start, "near", beside.start))
                if _OPPOSITE.search(prompt[max(0, hit.start - 12) : hit.end + 24]):
                    found += [Placing(hit.start, "faces", beside.start), Placing(beside.start, "faces", hit.start)]
            read = _chinese if HAN.search(hit.word) or HAN.search(gap) else _english
            found += read(prompt, hits, i, gap, following, text)
    return found


_AWAY = re.compile(
    r"\b(?:(?<!on )(?<!behind )(?<!over )(?:his|her|their) backs? (?:is )?(?:turned )?(?:to|on|toward|towards)"
    r"|turns (?:his|her) back (?:on|to)"
    r"|(?:looks|looking|turns|turned|turning) away from) (?:an? |the |his |her |their )?(him|her|them|[\w-]+)"
    r"|(?:背对|背向|背朝)着?(?P<zh>[他她它]们?)?"
)


_BACK_TO_BACK = re.compile(r"\bback[- ]to[- ]back\b|背[靠对]着?背", re.I)


def _turned_away(prompt: str, nouns: Sequence[Hit]) -> Iterator[Placing]:
    """Who has his back to whom: "Arjun stands at the window, his back to her", 背对着她."""
    alive = [h for h in nouns if h.sense is not None and h.sense.kind != "prop"]
    for both in _BACK_TO_BACK.finditer(prompt):
        one, other = [None, None, *(h for h in alive if h.end <= both.start())][-2:]
        if one is not None and other is not None and one != other:
            yield Placing(one.start, "near", other.start)
            yield from (Placing(a.start, "shuns", b.start) for a, b in ((one, other), (other, one)))
    for away in _AWAY.finditer(prompt):
        before = [h for h in alive if h.end <= away.start()]
        named = next((h for h in nouns if away.start() < h.start <= away.end() + 4 and not away["zh"]), None)
        other = named or next((h for h in reversed(before[:-1]) if h.word != before[-1].word), None)
        if before and other is not None:
            yield Placing(before[-1].start, "shuns", other.start)


_BY_BED = re.compile(r"\b(?:by|beside|at|around|near|over|next to|alongside)\s+(?:the\s+|an?\s+)?(?:[\w-]+\s+)?$", re.I)
_OF_WHOM = re.compile(r"(?:side)?\s+of\s+(?:(?:an?|the|his|her|their|my)\s+)?(?:[\w-]+\s+){0,2}$", re.I)
_OWNED = re.compile(r"\s+(?:[\w-]+\s+){0,2}$")
_AT_SICKBED = re.compile(
    r"(?:病[床榻][边旁前侧头][^。；]*?[握拉牵攥](?:着|住|紧)[^，。；]{1,8}"
    r"|\b(?:(?:hospital|sick|death) ?bed|bedside)\b[^.;]*?\b(?:hold|squeez|clutch|strok|kiss)\w* (?:his|her|their|the)"
    r" (?:[\w-]+ )?[\w-]+['’]s)(?P<hand>的手| (?:hands?|forehead|hair)\b)",
    re.I,
)
_BEDSIDE_ZH = re.compile(r"病?[床榻][边旁前侧头]")


def _bedridden(prompt: str, nouns: Sequence[Hit]) -> Iterator[Placing]:
    """Whose bed somebody is by: "at the bed of an old man", "by his wife's hospital bed", 在母亲的病床前."""
    for told in _AT_SICKBED.finditer(prompt):  # 病床前，妻子握着丈夫的手
        beds = [h for h in nouns if told.start() - 9 <= h.start < told.end() and h.sense and h.sense.archetype == "bed"]
        for somebody in (h for h in nouns if beds and h.end == told.start("hand") and is_person(h)):
            yield Placing(somebody.start, "owns", beds[0].start)
    for i, bed in enumerate(nouns):
        before, after = (nouns[k] if 0 <= k < len(nouns) else None for k in (i - 1, i + 1))
        if before is not None and is_person(before) and _BEDSIDE_ZH.match(prompt, bed.start) and (
            prompt[before.end : bed.start] in ("", "的")
        ):
            yield Placing(before.start, "owns", None if bed.sense is None else bed.start)
            continue
        if bed.sense is None or bed.sense.archetype != "bed":
            continue
        if after is not None and is_person(after) and _OF_WHOM.fullmatch(prompt[bed.end : after.start]):
            if _BY_BED.search(prompt[: bed.start]):
                yield Placing(after.start, "owns", bed.start)
        elif before is not None and is_person(before):
            between = prompt[before.end : bed.start]
            owned = prompt[before.start : before.end].endswith(("'s", "’s")) and _OWNED.fullmatch(between)
            if owned and _BY_BED.search(prompt[: before.start]):
                yield Placing(before.start, "owns", bed.start)


# An animal that is so lies; one that is hurt may be on its feet all the same: "the wounded wolf attacks".
_FELLED = (r"dying|dead|lifeless|fallen|sleeping|slumbering|asleep|dozing|napping|unconscious|half-dead|crippled"
           r"|collapsed|fast asleep|passed out")  # fmt: skip
_HURT = r"wounded|injured|bleeding|exhausted|worn[- ]out|sick|ill|ailing|poisoned|starving"
_LIKE = r"(?:,? (?:and )?(?!(?:and|with|the|an?|of|in|on|his|her|their|its) )[\w'-]+){0,2} $"  # "dying old white "
_TOLD_SO = r"\s*(?:,|\b(?:is|was|lies|who is|that is|which is)\b)\s*(?:there )?(?:(?!not\b)\w+ly |badly )?"
_UP = re.compile(  # what it does, right behind its noun
    r"\s*(?!$|[.,;:!?—–-]|(?:in|on|at|by|under|beside|near|next|and|or|with|while|as|to|from|is|was|has|of|lies|lying|rests"
    r"|resting|sleeps|whimpers|whimpering|moans|groans|bleeds|breathes|pants|panting|waits|collapses|collapsed|dies|trembles"
    r"|trapped|caught|shivering|shivers)\b)(?:\w+ly )?\w+", re.I
)
_FELLED_ZH = (r"垂死|濒死|将死|快死|奄奄一息|死去|死掉|死了|已死|死透|断气|咽气|沉睡|睡着|熟睡|酣睡|昏睡|昏迷|晕倒"
              r"|倒下|倒地|睡觉|病死|战死")  # fmt: skip
_HURT_ZH = r"受伤|负伤|重伤|受了[重轻]?伤|中箭|中枪|病重|生病|患病|病倒|病弱|疲惫(?:不堪)?|[精筋]疲力[竭尽]|虚弱"
_DOWN_ZH = re.compile(r"(?:[们儿]?(?:$|[，。；、！？,.;和与跟及的旁身边前后脚]|[躺趴卧倒蜷伏瘫]|[在喘呻哀流]))")


def _laid_low(prompt: str, nouns: Sequence[Hit]) -> Iterator[Placing]:
    """Animals that lie for what is said of them: "her dying horse", "a wolf, badly wounded", 睡着的猫."""
    for k, hit in enumerate(nouns):
        if hit.sense is None or hit.sense.kind != "creature":
            continue
        before = prompt[nouns[k - 1].end if k else 0 : hit.start]
        after = prompt[hit.end : nouns[k + 1].start if k + 1 < len(nouns) else None]
        if HAN.search(hit.word):
            felled, hurt = (re.search(rf"(?:{of})[了过]?的[^，。的]{{0,3}}$", before) for of in (_FELLED_ZH, _HURT_ZH))
            told = re.match(rf"[^，。；\s]{{0,2}}(?:{_FELLED_ZH}|{_HURT_ZH})[了着]?(?=$|[，。；！？]|躺|倒)", after)
            still = _DOWN_ZH.match(after)
        else:
            felled, hurt = (re.search(rf"\b(?:{of})\b{_LIKE}", f" {before}", re.I) for of in (_FELLED, _HURT))
            told = re.match(rf"{_TOLD_SO}(?:{_FELLED}|{_HURT})\b(?! of\b)", after, re.I)
            still = None if _UP.match(after) else re.match("", after)
        if felled or told or (hurt and still):
            yield Placing(hit.start, "lies")


def _only_owns(prompt: str, owner: Hit, thing: Hit | None) -> bool:
    """坐在母亲的病床边, 站在厨房门口: whose or of what place it is, tells nothing of where he sits."""
    if thing is not None and owner.sense is None and HAN.search(owner.word) and owner.setting and thing.sense:
        return prompt[owner.end : thing.start] in ("的", "")
    if thing is None or not is_person(owner) or thing.sense is None or not HAN.search(owner.word):
        return False
    fixed = thing.sense.kind == "prop" and not handled_by(thing)
    return fixed and prompt[owner.end : thing.start] in ("的", "") and prompt[: owner.start].endswith("在")


_OPPOSITE = re.compile(r"\bopposite\b|\bfacing (?:him|her|them)\b|对面")


_BESIDE_HIM = re.compile(
    r"\s*,?\s*(?:(?:who )?(?:is |are |was )?"
    r"(?:standing|sitting|kneeling|waiting|right|close|just|stands|sits|kneels|waits)\s+)?"
    r"(?:(?:beside|next to|behind|by|near|at the side of|in front of|opposite|around|close to)\s+(him|her|them)\b"
    r"(?!\s+(?!and\b|or\b|but\b|while\b|as\b|with\b|in\b|on\b|at\b)[a-z]+(?<!ing)(?<!s)\b)"
    r"|[\w ]{0,20}?\b(?:at|by|over|behind|on|in)\s+(his|her|their)\s+"
    r"(?:feet|side|heels|bedside|elbow|shoulders?|back|lap|arms|knees?|head|chest)\b)",
    re.I,
)


def _beside_somebody(prompt: str, nouns: Sequence[Hit], hit: Hit, end: int) -> Hit | None:
    """By whom one is, when only a pronoun says it: "with the archbishop beside her"."""
    if not (told := _BESIDE_HIM.match(prompt, hit.end, end)) or hit.sense is None:
        return None
    sign = {"him": "m", "his": "m", "her": "f"}.get((told[1] or told[2]).lower(), "")
    for other in reversed([h for h in nouns if h.end <= hit.start and h.sense is not None and h.sense.kind != "prop"]):
        role = other.sense.role if other.sense else None
        own = gender_of_name(other.word) if other.given else (role.gender if role else "")
        if not sign or own in ("", sign):
            return other
    return None


_AT_SIDE_ZH = re.compile(
    r"[，；](?:她|他|其|而)?(?:身旁|身边|身后|身侧|旁边|一旁|对面|面前|脚边|脚下)"
    r"(?:的|还|则|正)?(?:站着|坐着|跟着|跪着|立着|围着|趴着|蹲着|跟|是|有)?的?[^，。；的在]{0,4}$"
)


def _at_his_side(prompt: str, hits: Sequence[Hit], i: int) -> Hit | None:
    """Of whom a clause goes on that begins with who is beside him: 女将军披着披风，身旁的军师摇着羽扇."""
    hit = hits[i]
    told = hit.sense is not None and hit.sense.kind != "prop" and _AT_SIDE_ZH.search(prompt[: hit.start])
    if not told:
        return None
    before = [h for h in hits[:i] if h.end <= told.start() + 1 and h.sense is not None and h.sense.kind != "prop"]
    return before[-1] if before else None


_ACROSS = re.compile(r"(?P<lead>.?)(?:坐在|站在)?对面的?[^，。；的]{0,4}$")


def _across_from(prompt: str, hits: Sequence[Hit], i: int) -> Hit | None:
    """Opposite whom somebody is, where it is whom the sentence is about: 苏曼把照片推到对面的市长面前."""
    told = is_person(hits[i]) and _ACROSS.search(prompt[: hits[i].start])
    before = [h for h in hits[:i] if is_person(h)]
    if not told or not before or before[-1].end > told.start("lead"):
        return None
    named = any(h.end == told.end("lead") and not is_person(h) for h in hits[:i])  # 学校对面的男孩
    return None if named else before[0]


def emotion_words(prompt: str, hit: Hit) -> str | None:
    """How a noun of the prompt is said to feel by a word beside it: "a crying child", 愤怒的总裁."""
    phrase = re.match(r"\s*,?\s*(?:who is |is )?((?:[a-z]+ ){0,4}[a-z]+)", prompt[hit.end :])
    if phrase and any(re.search(rf"\b{words}\b", phrase[1]) for words in PHRASES):
        return feeling_in(phrase[1])
    after = re.match(r"\s*,?\s*(?:who is |is |正在|正)?([a-z]+(?: in love)?)", prompt[hit.end :])
    aside = re.match(r"\s*,\s*([a-z-]+)(?: and ([a-z-]+))?\s*,", prompt[hit.end :])  # bald and furious
    told = [*hit.before, *([after.group(1)] if after else []), *(filter(None, aside.groups()) if aside else ())]
    for word in told:
        if (emotion := feeling_in(word)) is not None:
            return emotion
    return None


# ---- English ----------------------------------------------------------------------------------------------------


def _english(
    prompt: str, hits: Sequence[Hit], i: int, gap: str, following: Hit | None, text: TextEncoder
) -> Iterator[Placing]:
    hit = hits[i]
    if hit.plural and re.search(r"\bone of (?:the|his|her|their) (?:\w+ )?$", prompt[: hit.start], re.I):
        return  # what only one of them does, an opening tells
    worn = described_length(prompt[hit.end :])
    gap = gap[worn if worn <= len(gap) else 0 :]
    gap = _LOOSE.sub(" ", gap)
    if (learned := _LEARNS.match(gap)) and (learned[1] or _TEACHES.search(prompt[: hit.start])):
        gap = f" {learned[2].removesuffix('e')}ing{gap[learned.end() :]}"
    phrase = gap.strip(" ,").lower()
    listed = r"(?:,|and|or|with|a|an|the|\s|two|three)+|with (?:an?|the|his|her) (?:[\w-]+ ?){0,2}"
    if not phrase or re.fullmatch(listed, phrase):
        if following and _carries(hit, following, phrase):
            yield Placing(hit.start, "holds", following.start)
        return
    clause = re.split(r",|\b(?:and|while|as|with)\s+(?:an?|the|two|three|his|her)\b", gap)[0].strip().lower()
    reaches = (
        following is not None and len(clause) >= len(phrase.split(",")[0].strip()) - 12 and "," not in gap.strip(" ")
    )
    doing = _DOING.match(phrase)
    place = _preposition(phrase) if following and reaches else None
    subjects = [hit, *_companions(prompt, hits, i)]
    if following is not None and is_person(following) and INTO_ARMS.match(prompt, following.end):
        return  # who collapses into them does not fall
    if doing:
        behind = prompt[following.end :] if following else ""
        yield from _deed(clause, subjects, following if reaches else None, place, text, behind)
    elif place and following:
        yield Placing(hit.start, place, following.start)


def _carries(hit: Hit, following: Hit, phrase: str) -> bool:
    """ "A knight with a sword": a person comes with what a hand holds."""
    assert following.sense is None or hit.sense is not None
    return bool(re.match(r"with\b", phrase) and hit.sense and hit.sense.kind == "person" and hit.sense.role
                and following.sense and (following.sense.kind == "prop" or is_in_arms(following.word)))  # fmt: skip


def _preposition(phrase: str) -> str | None:
    """The kind of place that the phrase before a noun tells, by its last preposition."""
    phrase = re.sub(r"\b((?:carr|bring|wheel|drag|haul|pull)[a-z]*) in(?= (?:an?|the|his|her)\b)", r"\1", phrase)
    phrase = re.sub(r"\b(?:rooftops?|roofs?|tops?)\s+of\b", "", phrase)
    for pattern, kind in _PLACES:
        if re.search(rf"\b{pattern}\s*(?:(?:a|an|the|his|her|their|its|one|another)\s*)?(?:[\w-]+\s*){{0,2}}$", phrase):
            return kind
    return None


def _companions(prompt: str, hits: Sequence[Hit], i: int) -> list[Hit]:
    """Those named before this one in the same breath: "Lin and Chen sitting ..."."""
    found: list[Hit] = []
    while i > 0 and hits[i - 1].sense is not None:
        between = prompt[hits[i - 1].end : hits[i].start].lower()
        if not re.fullmatch(r"\s*,?\s*(?:and|和|与|、)\s*(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,2}", between):
            break
        if re.search(r"\ban?\s", between):  # each has an article: they are listed, not together
            break
        found.append(hits[i - 1])
        i -= 1
    return found


_RIDES = re.compile(
    r"\b(?:rides?|riding|rode|straddl(?:es?|ing)|astride|mount(?:s|ed|ing)?|gallop(?:s|ing|ed)? (?:\w+ )?on"
    r"|(?P<flies>fl(?:y|ies|ew|ying|own) on))(?: on)?(?: the back of)?"
    r"(?: (?:an?|the|his|her|their|its)(?: (?!to|past|with|by|towards?|from|at|near|into|through)[\w-]+){0,2})?$"
)


_IN_THE_AIR = re.compile(
    r"[^.;!?]{0,24}?\b(?:(?:in|through|across|into) the (?:\w+ )?(?:sky|air|clouds|heavens)|overhead|above|over"
    r"(?! (?:an?|the|his|her) (?:bridge|hill|fence|wall|field)s?\b)|high up)\b"
)


def _is_ridden(hit: Hit) -> bool:
    """Whether one sits on what a word names as on a horse: "rides a bicycle", not "rides a lift"."""
    if hit.sense is None:
        return False
    kind = CATALOG[hit.sense.archetype]
    return can_be_ridden(kind) or ("seat" in kind.traits and "fixed" not in kind.traits)


def _deed(
    clause: str, subjects: Sequence[Hit], other: Hit | None, place: str | None, text: TextEncoder, behind: str = ""
) -> Iterator[Placing]:
    """What a clause tells of its subjects; `behind` is what the prompt goes on to say behind the `other` noun."""
    someone = other is not None and other.sense is not None and other.sense.kind != "prop"
    bare = re.sub(r"^(?:,\s*)?(?:(?:who|that|which)\b)?\s*(?:(?:is|are)\b)?\s*", "", clause)
    masked = re.sub(rf"\s{_FILLER}", " ", bare + " ") if other is not None and not place else bare
    asked = f"{masked.strip()} {'someone' if someone else 'something'}" if other is not None else bare
    label, sure = meaning(asked, "verb", text)
    kind = _DEEDS.get(label) if sure >= CLEAR else None
    if other is not None and (rides := _RIDES.search(bare)) and _is_ridden(other):
        kind, place = "sits", None
        if rides["flies"] or _IN_THE_AIR.match(behind):
            yield Placing(other.start, "flies")
    elif re.search(r"\b(?:overhead|in the (?:sky|air)|above)\b", clause):
        kind = "flies"
    for hit in subjects:
        if kind == "flies":
            yield Placing(hit.start, kind)
        elif kind in ("sits", "lies") and (place == "near" or other is None):
            by = other.start if other and place == "near" and kind == "sits" and not someone else None
            yield Placing(hit.start, kind, by, beside=by is not None)
        elif kind == "holds" and other is None:
            continue
        elif kind:
            yield Placing(hit.start, kind, other.start if other else None)
        elif label not in _STATIVE and sure >= CLEAR:
            yield Placing(hit.start, "act", other.start if other else None, label)
        elif place and other:
            yield Placing(hit.start, place, other.start)


# ---- Chinese ----------------------------------------------------------------------------------------------------

_ZH_DEEDS = (
    (r"(?:坐在|坐着|坐)$", "sits"), (r"(?:骑着|骑在|骑)$", "sits"),
    (r"(?:躺在|[昏沉]?睡在|趴在|卧在|蜷缩在|睡觉在|[昏晕][迷倒]在)$", "lies"),
    (
        r"(?:拿着|握着|提着|抱着|捧着|举着|手持|持|端着|牵着|撑着|打着|扛着|挎着|叼着|拎着|捏着|攥着|夹着|揣着|拿|端|提|握|拎|递|撑"
        r"|端来|端上|捧来|拿来|提来|递上|递来|掏出|拿出|举起|拿起|捡起|抱起|送来|叼来)$",
        "holds",
    ),
    (r"[放摆扔甩摔拍丢搁砸抛推倒洒贴塞插掉落递送][到进]$", "at"),
    (r"(?:站在|停在|放在|摆在|蹲在|落在|[关锁困囚藏躲][在进])$", "at"),
    (r"(?:靠着|靠在|守着|围着|挨着|倚着|对着|面对着|在)$", "at"),
)  # fmt: skip
_ZH_THERE = re.compile(
    r"(上|里|中|内|旁边|旁|边|下|前|后|后面|前面|面前|外|外面|口|对面|两侧|两旁|四周|周围)(?:有|是|[\u3400-\u9fff]着)"
)
_ZH_TO_WHOM = re.compile(r"[正]?(?:给|对|向|为|替|帮|陪|看|望|喂|扶|照顾|盯)")
_ZH_RESTS = re.compile(r"[坐站跪躺蹲趴守靠倚]在[^，。]{0,3}$")  # 坐在病床边握着她的手: of whom that goes on
_ZH_IS_THERE = re.compile(r"()(?:有|[站坐躺跪蹲守停放]着)")  # 门口站着
_ZH_AND = re.compile(rf"[和与、及](?:[一二两三四五六七八九十几数\d]+[{CLASSIFIERS}])?[^，。]{{0,4}}")
_ZH_LISTED = re.compile(r"[、和与及]|以及")
_ZH_BY = re.compile(
    r"的?(?:身旁|身边|旁边|身后|背后|面前|前面|脚边|脚下|对面|身侧|左边|右边)(?:有|是|站着|坐着)?的?[^，]{0,6}"
)
_ZH_ON_IT = re.compile(r"([上里中边旁前后下])的[^，。的在]{0,4}")
_COUNTED = r"(?:[一二两三四五六七八九十几数\d]+[^\s，。]?)?(?:(?![着了])[\u3400-\u9fff]{0,4}的)?$"


def _chinese(
    prompt: str, hits: Sequence[Hit], i: int, gap: str, following: Hit | None, text: TextEncoder
) -> Iterator[Placing]:
    hit = hits[i]
    tail = re.split(r"[，,、；]", gap)[0]
    lead = re.split(r"[，。、；,和与]", prompt[: hit.start])[-1]
    if hit.sense and hit.sense.kind == "person" and _FLIES_ZH.match(prompt, hit.end):
        yield Placing(hit.start, "flies")  # what bears him does
    if re.search(r"盘旋|飞翔|飞行|在.{0,3}(?:空中|天上|上空|天空)|飞舞|翱翔", tail) or re.search(
        r"(?:盘旋|飞翔|天上飞|空中飞|飞舞)[^，。]*的$", lead
    ):
        yield Placing(hit.start, "flies")
        return
    if following is None:
        if hit.sense and hit.sense.kind != "prop" and (posture := re.search(r"(睡着|睡觉|躺着|坐着)", tail)):
            yield Placing(hit.start, "sits" if posture[1] == "坐着" else "lies")
        return
    if "，" in gap or "。" in gap:
        return
    goes_on = _ZH_RESTS.search(prompt[: hit.start]) and any(h.sense and h.sense.kind != "prop" for h in hits[:i])
    told = not goes_on and _ZH_THERE.match(gap)
    if existing := told or (hit.word[-1:] in "口边角头前旁" and _ZH_IS_THERE.match(gap)):
        yield Placing(following.start, _side(existing[1], gap), hit.start)
        for last, more in zip(hits[i + 1 :], hits[i + 2 :], strict=False):
            if not _ZH_AND.fullmatch(prompt[last.end : more.start]):
                break
            yield Placing(more.start, _side(existing[1], gap), hit.start)
        return
    lies_there = hit.sense is not None and hit.sense.kind == "prop" and _ZH_ON_IT.fullmatch(gap)
    if hit.word[-1:] in "口边角旁" and hit.sense and following.sense and re.fullmatch(r"的[^，。的在]{0,4}", gap):
        yield Placing(following.start, "near", hit.start)  # 门口的前女友
        return
    if lies_there and following.sense:
        yield Placing(following.start, _side(lies_there[1], ""), hit.start)  # 轮椅上的新郎
        return
    if _ZH_BY.fullmatch(gap):
        yield Placing(following.start, "near", hit.start)
        return
    own = re.sub(_COUNTED, "", gap)
    if _ZH_LISTED.match(gap) and prompt[following.end : following.end + 1] == "的":
        return  # 保安、抱着骨灰盒的妇女
    theirs = hits[i + 2].start - following.end <= 2 if i + 2 < len(hits) else False
    resting = _ZH_DOES_AND_RESTS.fullmatch(own)
    towards = _ZH_TO_WHOM.match(own) or (resting is not None and not _ZH_HOW.fullmatch(resting[1]))
    if theirs and towards and re.match(r"[上里中下边旁前后]?的", prompt[following.end :]):
        own = ""  # 给躺在床上的男孩打针, 安慰坐在长椅上的老人: it is he who lies there
    for pattern, kind in _ZH_DEEDS:
        if re.search(pattern, own) and len(own) <= 8:
            after = re.sub(r"^的?[屋房楼塔]?顶", "顶", prompt[following.end : following.end + 6])
            side = _side(after[:1] + ("边" if after[1:2] == "边" else ""), "")
            if kind == "sits" and re.match(r"的?(?:肩|腿|背|怀|膝|脖)", after):
                kind, side = "at", "near"  # 骑在爸爸肩上
            beside = re.match(r"的?(?:旁|边|前|侧|尾|头)", after) is not None  # 坐在床边
            led = own.startswith("牵") and following.sense is not None and following.sense.kind != "prop"
            struck = is_person(hit) and re.search(r"[拍捶锤敲打砸]在$", own) is not None  # 一掌拍在桌上
            kind = "near" if led or struck else side if kind == "at" else kind
            if re.search(r"[靠倚](?:在|着)$", own) and following.sense and following.sense.kind == "prop" and (
                "seat" not in CATALOG[following.sense.archetype].traits
            ):
                kind = "near"  # 靠在柱子上
            if re.search(r"[靠倚躺]在$", own) and following.sense and following.sense.archetype == "bed":
                kind, beside = ("sits" if kind == "near" else kind), False  # 靠在床头
            together = _companions(prompt, hits, i) if kind in ("near", "on", "inside") and not led else ()
            yield from (Placing(h.start, kind, following.start, beside=beside) for h in (hit, *together))
            return
        if re.search(pattern, re.sub(_COUNTED, "", lead)) and re.match(
            r"(?:[上里中下旁边前后面窗]{0,3}|、[^，。]{1,8})的", gap
        ):
            side = _side(gap[:1], gap)
            yield Placing(following.start, side if kind == "at" else kind, hit.start)
            return


_FLIES_ZH = re.compile(
    r"[^，。；]{0,4}(?:骑|乘|坐)[^，。；]{0,12}(?:飞[过越在向来到行]|盘旋|翱翔|上空|空中|天上|天空|云端|腾空)"
)
_ZH_DOES_AND_RESTS = re.compile(rf"(.+?)(?:{RESTS_ZH}|昏迷)在")
_ZH_HOW = re.compile(r"正在?|[也都还又就只仍]|已经?|独自|一起|一同|一个人|[静默悄]{2}|.*[地着]")  # 独自坐在


def _side(word: str, gap: str) -> str:
    if gap and re.search(r"坐着", gap):
        return "sits"
    if gap and re.search(r"躺着|睡着", gap):
        return "lies"
    if word.startswith(("上", "顶")):
        return "on"
    return "inside" if word.startswith(("里", "中", "内")) else "near"
