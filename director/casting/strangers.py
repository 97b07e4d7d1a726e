"""Nouns we do not know: "a griffin", 一只狻猊 - which of what the stage has is nearest to them?

By meaning, with a threshold; what is no thing at all (a silence, a plan) is left alone. Knows nothing of the stage.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from director.casting.hits import Hit
from director.casting.presence import TOPIC
from director.lexicon.nouns import Sense, senses, singular, somebody
from director.lexicon.people import roles
from director.lexicon.words import ADJECTIVES, CLASSIFIERS, DESCRIBING, GARMENTS, NUMBERS, STOP_WORDS
from model.catalog import CATALOG
from model.text import TextEncoder

_NEAR = 0.46
_FALLBACK_PERSON = 0.34
_NOTHING = """
atmosphere|silence|secret|story|plan|air|sky|distance|background|middle|corner|side|top|edge|center|ground|floor
|ceiling|sun|moon|stars|player|audience|way|moment|hour|day|night|evening|morning|season|winter|summer|spring|autumn
|world|life|love|death|war|peace|fight|argument|conversation|deal|crime|mystery|adventure|journey|quest|dream|memory
|music|song|smell|sound|noise|wind|darkness|light|shadow|smoke|dust|water|ocean|sea|river|lake|horizon|view|line|group
|place|room|scene|town|country|past|future|head|arm|arms|shoulder|shoulders|knee|knees|leg|legs|foot|feet|chest|neck
|throat|lips|mouth|nose|ear|ears|finger|fingers|tear|heart|breath|blood|wound|skin|belly|stomach|verdict|news|message
|word|words|name|job|work|duty|power|strength|speed|breeze|gust|weeks|days|months|years|end|beginning|step|steps|of
|deep|height|kiss|hug|laugh|cry|scream|shout|whisper|glance|gaze|promise|oath|curse|spell|prayer|wish|hope|fear|anger
|joy|grief|pain|help|luck|fate|destiny|honor|glory|freedom|justice|revenge|vengeance|crowded|first|last|next|second
|third|other|rest|half|whole|part|piece|number|spot|point|area|region|land|earth|planet|universe|sunlight|moonlight
|flame|spark|ray|echo|surface|bottom|collar|sleeve|pocket|belt|barricade|hiding|mood|look|smile|tears|voice|eyes|face
|hand|hands|hair|clothes|color|time|year|century|reason|problem|question|answer|idea|truth|lie|meeting|wedding|party
|dinner|date|game|match|race|class|lesson|test|trial|funeral|ceremony|storm|rain|snow|fog|chat|drama|standoff|tension
|chaos|attack|battle|escape|reunion|farewell|betrayal|rescue|chase|duel|comedy|thriller|romance|tragedy|episode|style
|circle|row|queue|herd|bunch|pile|heap|stack|series|handful|swarm|flock|trail|ceiling
|camera|shot|film|movie|left|right|front|back|bit|lot|kind|sort|pair|couple|few
"""
_ABSTRACT = tuple(word for word in re.split(r"[|\s]+", _NOTHING) if word)
_PERSON_ENDINGS = ("er", "or", "ist", "ian", "ess", "man", "woman", "eer", "ant", "smith", "keeper", "maker",
                   "人", "员", "师", "者", "手", "家", "匠")  # fmt: skip
# What ends like a trade and is none.
_NO_TRADE = re.compile(
    r"(?:(?:radi|gener|calcul|elev|escal|ventil|incub|deton|reac|regul|accelera|simula)a?tor|tower|flower|shower|river|water|mirror|floor|door|corner|counter|paper|letter|ladder|folder|printer|scanner"
    r"|heater|cooler|boiler|burner|freezer|locker|cooker|poster|roster|oyster|altar|boulder|powder|order|border|cover|matter"
    r"|chapter|center|theater|trailer|dumpster|feather|leather|weather|thunder|summer|winter|dinner|supper|number|member|container"
    r"|blister|banner|barrier|chandelier|collar|cellar|cooler|crater|drawer|finger|filter|gutter|holster|laser|lever|liquor|manor"
    r"|motor|odor|pepper|plaster|platter|rubber|rumor|ruler|scooter|shelter|shutter|silver|sneaker|speaker|sweater|timer|tumor"
    r"|trigger|vapor|wrapper|zipper|anchor|armor|harbor|horror|terror|error)s?$"
)
_VERBAL = re.compile(r"(?:ing|ed|ly|s)$")
_LISTED = re.compile(r",\s+[a-z]+\s+[a-z]")
_NOUN_PHRASE = re.compile(
    r"\b(an?|the|two|three|four|five|six|his|her|their|some|several)\s+((?:[A-Za-z][\w'-]*\s+){0,3}[A-Za-z][\w'-]*)",
    re.I,
)
_ZH_PHRASE = re.compile(rf"([一二两三四五六七八九十几\d])([{CLASSIFIERS}])([\u3400-\u9fff]{{1,8}})")
_ZH_PLACED = re.compile(
    r"(?:趴在|坐在|站在|躺在|靠在|倚在|靠着|倚着|围着|守着|蹲在|跪在|躲在|摆在|放在|在)([\u3400-\u9fff]{2,4}?)(?=[上旁边前后里下])"
)
_OF_A_BODY_ZH = re.compile(
    r"(?:尾巴?|翅膀?|爪子?|犄角|[手脚脸眼嘴耳鼻腿]|头发|胳膊|手臂|脖子|眼睛|血|泪|汗|影子?|伤[口疤]?|笑|光)$"
)
_ZH_PERSON = re.compile(r"(?:(?<=[，。、和与：里 ])|^)[\u3400-\u9fff]{1,3}[人员师者手匠](?=[，。、和与在正站坐拿]|$)")


# Before what is no thing, but where they are: "at a rodeo".
_AT_AN_EVENT = re.compile(
    r"(?:^|[.,;:] |\b(?:sit|meet|stand|danc|cr|wait|fight|lin)[a-z]* )(?:at|during|in) an? (?:[\w-]+ )?$", re.I
)

# Before a thing that is in a hand.
_IN_HAND = re.compile(
    r"\b(?:hold|clutch|carr|wield|grip|grasp|swing|brandish|wav|drag|throw|grab|tun|polish|aim|balanc|cradl)[a-z]*"
    r" (?:up |out )?(?:an?|the|his|her|their|two|three)\s+(?:[\w-]+\s+){0,2}$"
)


@dataclass(frozen=True, slots=True)
class Stranger:
    """An unknown noun with the sense it was given, as a hit, and the note that tells the author ("" when there is
    nothing to tell)."""

    hit: Hit
    note: str


def find_strangers(prompt: str, hits: Sequence[Hit], text: TextEncoder) -> list[Stranger]:
    """Unknown nouns of the prompt that something on the stage can stand for."""
    found: list[Stranger] = []
    for start, end, word, count in _unknown(prompt, hits):
        known = _by_head(word)
        if TOPIC.search(prompt[:start]):
            continue
        if known is None and _AT_AN_EVENT.search(prompt[:start]) and not word.endswith(_PERSON_ENDINGS):
            continue
        nearest = known or nearest_sense(word, text) or (_held(word, text) if _IN_HAND.search(prompt[:start]) else None)
        if nearest is None:
            continue
        sense, name = nearest
        hit = Hit(start, end, word, Sense(sense.archetype, sense.role), None, count, count > 1)
        article = "" if not word.isascii() else "An " if word[:1].lower() in "aeiou" else "A "
        found.append(Stranger(hit, "" if known else f"{article}{word} is staged as {name}."))
    return found


def _by_head(word: str) -> tuple[Sense, str] | None:
    """A Chinese compound is what its last character says: 雪狼 is a wolf."""
    sense = None if word.isascii() else senses().get(word[-2:]) or senses().get(word[-1:])
    return None if sense is None or sense.role is not None else (sense, CATALOG[sense.archetype].en[0])


def nearest_sense(word: str, text: TextEncoder) -> tuple[Sense, str] | None:
    """(sense, its plain name) of what is nearest in meaning, or None when nothing on the stage is near."""
    if _ZH_PERSON.search(word):
        people = {name: sense for name, sense in _labels().items() if sense.role is not None}
        name = list(people)[int(_likeness(people, word, text).argmax())]
        return people[name], name
    likeness = _likeness([*_labels(), *_ABSTRACT], word, text)
    best = int(likeness.argmax())
    labels = list(_labels().items())
    if best < len(labels) and likeness[best] >= _NEAR:
        name, sense = labels[best]
        return sense, name
    persons = [i for i, (_, sense) in enumerate(labels) if sense.role is not None]
    likely = max(persons, key=lambda i: float(likeness[i]))
    trade = word.endswith(_PERSON_ENDINGS) and not _NO_TRADE.search(word)
    if trade and best < len(labels) and likeness[likely] >= _FALLBACK_PERSON:
        return labels[likely][1], labels[likely][0]
    return None


def _held(word: str, text: TextEncoder) -> tuple[Sense, str] | None:
    """(sense, its plain name) of the thing nearest to what somebody has in the hand, unless that is no thing at all."""
    things = {a.en[0]: Sense(a.name) for a in CATALOG.values() if a.kind == "prop" and "holdable" in a.traits}
    best = int(_likeness([*things, *_ABSTRACT], word, text).argmax())
    return (things[list(things)[best]], list(things)[best]) if best < len(things) else None


def _likeness(names: Iterable[str], word: str, text: TextEncoder) -> npt.NDArray[np.float32]:
    """How near in meaning each name is to the word, as a cosine."""
    near: npt.NDArray[np.float32] = text.encode([*names]) @ text.encode([word])[0]
    return near


def _labels() -> dict[str, Sense]:
    things = {a.en[0]: Sense(a.name) for a in CATALOG.values() if a.kind != "person"}
    people = {r.en[0]: somebody(r) for r in roles().values()}
    return things | people


def _unknown(prompt: str, hits: Sequence[Hit]) -> Iterator[tuple[int, int, str, int]]:
    """(start, end, noun, how many) of noun phrases that hold no hit."""
    for match in _NOUN_PHRASE.finditer(prompt):
        words = list(re.finditer(r"[A-Za-z][\w'-]*", match.group(2)))
        head = None
        for word in words:
            low = word.group().lower()
            begin = match.start(2) + word.start()
            if low in STOP_WORDS or any(h.start <= begin < h.end for h in hits):
                break
            if head is not None and _VERBAL.search(low) and low not in ADJECTIVES:
                break
            if low in ADJECTIVES and head is None:
                continue
            head = (begin, match.start(2) + word.end(), low)
        if head is not None and head[2].endswith("y") and _LISTED.match(prompt, head[1]):
            continue  # "a breezy, sunny afternoon"
        if head is None or _is_hit_next(prompt, head[1], hits) or _is_describing(head[2]):
            continue
        count = NUMBERS.get(match.group(1).lower(), 1)
        yield head[0], head[1], singular(head[2]), count
    for match in _ZH_PERSON.finditer(prompt):
        nobody = re.match(r"没|无|别|其他|任何|所有|不", match.group())
        if not nobody and not any(h.start < match.end() and match.start() < h.end for h in hits):
            yield match.start(), match.end(), match.group(), 1
    for match in _ZH_PLACED.finditer(prompt):
        if not any(h.start < match.end() and match.start(1) < h.end for h in hits) and not re.search(
            "[的他她它我你其身这那]", match[1]
        ):
            yield match.start(1), match.end(1), match[1], 1
    for match in _ZH_PHRASE.finditer(prompt):
        if prompt[: match.start()].endswith(("最后", "第", "前", "后")):
            continue  # 趴在最后一排睡觉
        told = str(match.group(3))
        if "的" in told and not told.endswith("的"):
            told = told[told.index("的") + 1 :]
        noun = re.split(r"[在和与的从向对正站坐睡躺趴蹲卧跪飞跑走看是有]", told)[0] or told.rsplit("的", 1)[-1]
        start = match.start(3) + str(match.group(3)).index(told) + told.index(noun)
        taken = any(h.start < start + len(noun) and match.start() < h.end for h in hits)
        if 1 <= len(noun) <= 4 and not (taken or _OF_A_BODY_ZH.search(noun)):
            yield start, start + len(noun), noun, NUMBERS.get(match.group(1), 1)


def _is_hit_next(prompt: str, end: int, hits: Sequence[Hit]) -> bool:
    """Whether only a space parts the word from a known noun: then it described that noun."""
    return any(h.start > end and not prompt[end : h.start].strip() for h in hits)


def _is_describing(word: str) -> bool:
    known = any(word in table for table in (DESCRIBING, GARMENTS, NUMBERS))
    return known or word in _ABSTRACT or singular(word) in _ABSTRACT or word == "hair"
