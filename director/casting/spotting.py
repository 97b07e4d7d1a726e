"""Finds the nouns and names of a text: who and what is spoken of, how many, and how they are described.

English and Chinese, also mixed. Works on words and their surroundings; knows nothing of the stage, of verbs, or of what
is made of its finds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from director.casting.naming import begins_deed, chinese_name, chinese_words, gender_of_name, name_ends, plain
from director.lexicon.names import FAMOUS, FEMALE_NAMES, MALE_NAMES, SURNAMES
from director.lexicon.nouns import Sense, is_plural, sense_of, senses, singular
from director.lexicon.people import KIN, Role, roles
from director.lexicon.places import TOWNS, places
from director.lexicon.words import (
    ADJECTIVES,
    AGES,
    BEARDS,
    CLASSIFIERS,
    COLORS,
    GARMENTS,
    HAIR_COLORS,
    HAIR_STYLES,
    HATS,
    HOURS,
    NUMBERS,
    SIZES,
    STOP_WORDS,
    WEATHERS,
)  # fmt: skip
from model.lexicon import phrasings
from model.lexicon.forms import inflections

WORD = re.compile(r"[A-Za-zÀ-ɏ]+(?:[-'’][A-Za-zÀ-ɏ]+)*|\d+")
HAN = re.compile(r"[\u3400-\u9fff]")
_LONGEST_EN, _LONGEST_ZH = 4, 7
_NOT_A_NOUN_AFTER = frozenset("to can will must should could would may might cannot not who i you we they".split())
_ON_DUTY = re.compile(r"keep|kept|stand|stood|on$")
_DETERMINERS = frozenset(
    """
    a an the his her their its my your our this that these those another some any every each no
    """.split()
)
_HONORIFICS = {"mr": "man", "mrs": "woman", "ms": "woman", "miss": "young woman", "dr": "doctor", "sir": "knight",
               "lady": "princess", "lord": "prince", "madam": "woman", "uncle": "man", "aunt": "woman"}  # fmt: skip
_NEVER_NAMES = frozenset(
    """
    i tv ok monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december christmas easter halloween english chinese french japanese american british
    european german suddenly meanwhile inside outside nearby once there here two three four five six seven eight
    nine ten one several some it he she they we you the a an in on at by with under behind above his her their its
    this that these those and but then next first second third last finally let lets enter exit exeunt everyone
    everybody everything nobody nothing can could would should will why how what when please maybe perhaps suppose
    close-up wide medium pov cut day night int ext scene act player players thanksgiving valentine diwali ramadan
    hanukkah passover mardi prom homecoming
    """.split()
)
# A single Chinese character is taken for a noun only between such neighbours; inside a longer word it is not one.
_BEFORE_CHAR = set(CLASSIFIERS) | set(
    "，。、；：！？ 和与跟同有的在是把被对向到拿着握骑及或从给让递送端举提抱牵喝吃撑打敲弹吹偷抢扔捡开关下,.;:!?\n"
)
_AFTER_CHAR = set(
    '，。、；：！？ 和与跟同在的从向对上里外口旁边下前后指射刺砍打抵架挥扔递交追逃掉正站坐睡躺飞盘是把被'
    '都也跑走落停及或中内,.;:!?\n'
)
_ZH_COUNT = re.compile(rf"([一二两三四五六七八九十几数俩\d]+)\s*([{CLASSIFIERS}])?")


@dataclass(frozen=True, slots=True)
class Hit:
    """A noun or name in the text. `word` is as the author wrote it (singular in English); `given` is set for proper
    names, which may come with a `title`, the noun beside it; `before` are the words that describe it, `setting` names a
    place instead of a thing; `also` are where other nouns for the same being begin."""

    start: int
    end: int
    word: str
    sense: Sense | None = None
    setting: str | None = None
    count: int = 1
    plural: bool = False
    given: bool = False
    definite: bool = False
    possessive: bool = False
    before: tuple[str, ...] = field(default=())
    title: str = ""
    also: tuple[int, ...] = ()


def is_chinese(text: str) -> bool:
    """Whether the text is mostly Chinese."""
    han = len(HAN.findall(text))
    return han > 0 and han >= len(WORD.findall(text))


_NICKNAME = re.compile(r"(?<=[a-z]) (['\"“‘])(?:The |the )?[A-Z][\w ]{0,20}['\"”’](?= [A-Z])")


def find_nouns(text: str) -> list[Hit]:
    """All hits, in the order of the text, not overlapping."""
    text = _NICKNAME.sub(lambda m: " " * len(m.group()), text)
    hits = [*_english(text), *_chinese(text)]
    return sorted((h for h in hits if not _is_part(h, text)), key=lambda hit: hit.start)


def _is_part(hit: Hit, text: str) -> bool:
    """Whether a place is but a part of something: the roof of a house, 房子的屋顶."""
    part = hit.setting == "rooftop" or hit.word.lower() in ("edge", "ledge", "top", "steps", "wall")
    of_it = text[: hit.start].endswith("的") and hit.word not in ("天台", "楼顶", "露台", "阳台")
    return part and bool(re.match(r"\s+of\s+(?:an?|the|his|her|their|its)\b", text[hit.end :]) or of_it)


_WEARABLE = (
    *GARMENTS, *HATS, *BEARDS, "hair", "glasses", "sunglasses", "spectacles", "monocle", "braids", "ponytail",
    "pigtails", "curls", "bob", "bun", "dreadlocks", "mohawk", "afro", "head", "bandana", "gloves", "shawl", "veil",
    "mask", "boots", "sash", "leotard", "tights", "sneakers", "heels", "tie", "collar", "eyepatch", "sweatshirt",
    "turban", "headscarf",
)  # fmt: skip
_CLAD = r"(?:dressed|clad|veiled|draped|wrapped|swathed|cloaked|robed|shrouded|decked out|garbed|attired|bundled) in"
_WORN = re.compile(
    r"\s*,?\s*(?:(?:who (?:is|are|wears?|has|have)|and|,)\s+)*"
    rf"(?:(?:is |was |are )?(?:in|wearing|{_CLAD})|wears?|has|with|and)\s+[^.,;!?，。；！？]*?"
    rf"\b(?:(?:{'|'.join(sorted((re.escape(w) for w in _WEARABLE if w.isascii()), key=len, reverse=True))})\b"
    r"|(?:[a-z]+-)?(?:red|blue|green|black|white|yellow|pink|purple|grey|gray|brown|orange|gold|silver)"
    r"(?=\s*(?:[.,;!?]|$)|\s+(?:and|at|on|in|with|by|who|is|are|near|beside|stand|sit|wait|walk|hold)))",
    re.I,
)
_WORN_ZH = re.compile(
    r"，?(?:身穿|身着|穿着|穿|戴着|头戴|披着|身披|留着|扎着|梳着|一头|满头|有着|长着|顶着|一袭|一身|裹着(?![^，。]{0,6}[毯被巾布单]))[^，。；！？\s]{1,16}"
    r"|，?(?:[白黑红蓝绿青紫黄灰金银粉素墨][衣袍裙衫甲裳发]|[长短卷]发)[^，。；！？\s]{0,4}(?=[，。；！？]|$)"
)


_WORN_LOOSELY = re.compile(
    r"\s*,\s+(?:all |an? |his |her )?(?:red|blue|green|black|white|yellow|pink|purple|grey|gray|brown|orange|gold"
    r"|golden|silver|blonde?|dark|long|short)\s+"
    rf"(?:[\w-]+\s+)?(?:{'|'.join(sorted((re.escape(w) for w in _WEARABLE if w.isascii()), key=len, reverse=True))})\b"
    r"(?:\s+and\s+(?:an? )?(?:[\w-]+\s+){0,2}[\w-]+(?=,))?",
    re.I,
)


def described_length(after: str) -> int:
    """How many characters of the text right after a person say what they wear or look like: " in red", 穿着裙子."""
    length = 0
    while match := _WORN.match(after[length:]) or _WORN_LOOSELY.match(after[length:]) or _WORN_ZH.match(after[length:]):
        if match.re is not _WORN_ZH and any(h.sense and h.sense.kind != "prop" for h in find_nouns(match.group())):
            break
        length += match.end()
    return length


# ---- English ----------------------------------------------------------------------------------------------------


def _english(text: str) -> Iterator[Hit]:
    tokens = list(WORD.finditer(text))
    words = [t.group().lower().replace("’", "'") for t in tokens]
    i = 0
    while i < len(tokens):
        found = _english_at(text, tokens, words, i)
        if found is None:
            i += 1
            continue
        hit, used = found
        yield hit
        i += used


def _english_at(text: str, tokens: list[re.Match[str]], words: list[str], i: int) -> tuple[Hit, int] | None:
    if name := _name_at(text, tokens, words, i):
        return name
    for n in range(min(_LONGEST_EN, len(tokens) - i), 0, -1):
        if any(text[tokens[k].end() : tokens[k + 1].start()].strip() for k in range(i, i + n - 1)):
            continue  # punctuation between the words
        phrase = " ".join(words[i : i + n])
        bare = phrase.removesuffix("'s").removesuffix("s'") if phrase.endswith(("'s", "s'")) else phrase
        place = places().get(phrase) or places().get(singular(phrase))
        sense = sense_of(bare) or (_sense_of_compound(bare) if n == 1 else None)
        if place is None and sense is None:
            continue
        if i and words[i] == "body" and words[i - 1] in _DETERMINERS - {"a", "the"}:
            return None
        if i and words[i] in ("watch", "guard") and _ON_DUTY.match(words[i - 1]):
            return None  # "keeps watch"
        if i and words[i - 1] in _NOT_A_NOUN_AFTER and not _adjacent_break(text, tokens, i):
            return None
        if n == 1 and place is not None and sense is None and _is_adjectival(text, tokens, words, i):
            return Hit(tokens[i].start(), tokens[i].end(), bare, None, place), n  # a pharmacy door is in a pharmacy
        if n == 1 and (phrase in COLORS or phrase in AGES or _is_adjectival(text, tokens, words, i)):
            return None
        if n == 1 and sense is not None and _is_deed(text, tokens, words, i, sense):
            return None
        count, before, definite = _described(text, tokens, words, i)
        word = singular(bare) if sense is None or sense.kind != "person" or is_plural(bare) else bare
        hit = Hit(tokens[i].start(), tokens[i + n - 1].end(), word, sense, place, count, is_plural(bare),
                  definite=definite, possessive=bare != phrase, before=before)  # fmt: skip
        following = _name_at(text, tokens, words, i + n) if i + n < len(tokens) and hit.sense else None
        named = words[i + n] in ("named", "called") if i + n < len(tokens) else False
        if named and i + n + 1 < len(tokens):
            following = _name_at(text, tokens, words, i + n + 1, certain=True)
        if following and sense and sense.kind != "prop" and not (hit.possessive or sense.members) and hit.count == 1:
            gap = text[hit.end : following[0].start]
            if named or not gap.strip():
                title = text[hit.start : hit.end].istitle() and not definite and not named
                start = hit.start if title else following[0].start
                own = following[0]
                joined = Hit(hit.start, own.end, text[start : own.end].removesuffix("'s"), sense, None, 1, given=True,
                             possessive=own.possessive, before=before, title=word)  # fmt: skip
                return joined, n + following[1] + (1 if named else 0)
        return hit, n
    return None


def _sense_of_compound(word: str) -> Sense | None:
    """A witch-queen is a queen; whoever is blue-eyed is described."""
    first, mark, last = word.rpartition("-")
    return sense_of(last) if mark and first and len(last) > 2 and last not in COLORS else None


def _adjacent_break(text: str, tokens: list[re.Match[str]], i: int) -> bool:
    return bool(text[tokens[i - 1].end() : tokens[i].start()].strip())


def _is_adjectival(text: str, tokens: list[re.Match[str]], words: list[str], i: int) -> bool:
    """A known noun right before another noun describes it: "stone wall" is a wall, "village well" a well."""
    if i + 1 >= len(words) or text[tokens[i].end() : tokens[i + 1].start()] != " " or words[i].endswith("'s"):
        return False
    own = sense_of(words[i])
    if words[i + 1] in _MATTERS:
        return words[i + 1] not in base_forms() or not (is_plural(words[i]) or "and" in words[max(0, i - 3) : i])
    several = any(NUMBERS.get(w, 1) > 1 for w in words[max(0, i - 2) : i]) and not is_plural(words[i])
    if own is not None and own.kind != "prop" and words[i + 1].endswith("s") and not several:
        return False  # "the knight bows"
    if i + 2 < len(words) and words[i + 2] in _OBJECTS and text[tokens[i + 1].end() : tokens[i + 2].start()] == " ":
        return False  # "the trolls guard a bridge"
    following = sense_of(words[i + 1]) or places().get(words[i + 1])
    proper = tokens[i + 1].group()[0].isupper() and not tokens[i + 1].group().isupper()
    return following is not None and words[i + 1] not in STOP_WORDS and not proper


_MATTERS = frozenset(
    """
    episode story stories tale tales apocalypse season outbreak invasion attack attacks war hunt problem crisis secret
    business drama case costume costumes report trouble party house trap market talk gossip legend legends
    """.split()
)


def _is_deed(text: str, tokens: list[re.Match[str]], words: list[str], i: int, sense: Sense) -> bool:
    """Right behind somebody or something, what looks like a noun is what he does: "the knight watches", "two trolls
    guard a bridge"."""
    between = text[tokens[i - 1].end() : tokens[i].start()] if i else ""
    following = words[i + 1] if i + 1 < len(words) else ""
    if between == ", " and words[i].endswith("s"):
        # "the chef, Gaston, presents a cake", "her guard, an orc, looms behind her"
        return following in _OBJECTS or (following in _TOWARD and words[i] in third_persons())
    if between != " ":
        return False
    following_is_object = following in _OBJECTS and text[tokens[i].end() : tokens[i + 1].start()] == " "
    bare = words[i - 1] not in _DETERMINERS and words[i - 1] not in STOP_WORDS and words[i - 1] not in NUMBERS
    if words[i] in third_persons() and (words[i - 1].endswith("ly") or _is_behind_several(words, i, following)):
        return True
    if bare and words[i] in base_forms() and following_is_object and not _describes(words[i - 1]):
        return True  # "two knights in black armor guard a drawbridge"
    own = sense_of(words[i - 1])
    named = tokens[i - 1].group()[0].isupper() and _is_name(text, tokens, words, i - 1)
    if own is None and not named:
        return False
    if i + 1 < len(words) and words[i + 1] in _OBJECTS and text[tokens[i].end() : tokens[i + 1].start()] == " ":
        return True
    somebody = named or (own is not None and own.kind != "prop" and not is_plural(words[i - 1]))
    return somebody and sense.kind == "prop" and words[i].endswith("s")


@cache
def third_persons() -> frozenset[str]:
    """Verbs as they are said of one who does something: "walks", "looms"."""
    first = (p.text.split()[0] for p in phrasings("verb") if p.language == "en")
    return frozenset(word for word in first if word.endswith("s") and not word.endswith("ss"))


def _is_behind_several(words: list[str], i: int, following: str) -> bool:
    """ "Something with antlers watches from ...", "a cop in plain clothes watches her"."""
    several = is_plural(words[i - 1]) and following in _OBJECTS | _TOWARD
    return several and (i < 2 or words[i - 1] in GARMENTS or words[i - 2] in STOP_WORDS or words[i - 2] in NUMBERS)


@cache
def base_forms() -> frozenset[str]:
    """Verbs as they are said of several who do something: "guard", "walk"."""
    return frozenset(inflections(word)[0] for word in third_persons() if inflections(word))


_TOWARD = frozenset("at behind over above before beside under toward towards into in on to for from near by".split())
_OBJECTS = _DETERMINERS | {"him", "them", "it", "me", "us", "himself", "herself", "themselves"}


def _described(text: str, tokens: list[re.Match[str]], words: list[str], i: int) -> tuple[int, tuple[str, ...], bool]:
    """(count, describing words, definite) from the words before token i."""
    before: list[str] = []
    j = i - 1
    while (
        j >= 0
        and len(before) < 5
        and not re.search(r"[.;:!?，。；：！？\n]", text[tokens[j].end() : tokens[j + 1].start()])
    ):
        word = words[j]
        if "," in text[tokens[j].end() : tokens[j + 1].start()] and (word in NUMBERS or word in _DETERMINERS):
            break  # "Wren, nine, clutches ..."
        pair = " ".join(words[max(0, j - 2) : j + 1])
        for counted in (pair, " ".join(words[max(0, j - 1) : j + 1]), word):
            if counted in NUMBERS:
                return NUMBERS[counted], tuple(reversed(before)), False
        if word.isdigit():
            return max(1, min(int(word), 99)), tuple(reversed(before)), False
        if word in _DETERMINERS:
            return 1, tuple(reversed(before)), word not in ("a", "an", "another", "some", "any", "no")
        if word in STOP_WORDS or not (_describes(word) or _counted_before(text, tokens, words, j)):
            break
        before.append(word)
        j -= 1
    return 1, tuple(reversed(before)), False


def _counted_before(text: str, tokens: list[re.Match[str]], words: list[str], j: int) -> bool:
    """Whether a word that we do not know stands between a number or an article and the noun: "two lost hikers"."""
    if not words[j].islower() or not tokens[j].group().islower() or words[j] in third_persons() | base_forms():
        return False
    if is_plural(words[j]) or sense_of(words[j]) is not None or words[j].endswith(("'s", "ly")):
        return False
    while j > 0 and text[tokens[j - 1].end() : tokens[j].start()] in (" ", ", "):
        j -= 1
        if words[j] in NUMBERS or words[j] in _DETERMINERS:
            return True
        if words[j] in STOP_WORDS or not _describes(words[j]):
            return False
    return False


def _describes(word: str) -> bool:
    return (word in ADJECTIVES or word in HAIR_COLORS
            or word in COLORS or word in AGES or word in SIZES or word in HAIR_STYLES
            or word in HATS or word in BEARDS or word in WEATHERS or word in HOURS 
            or word.endswith(("ed", "ing", "y", "ful", "-old", "less", "ish", "eyed", "haired"))
            or sense_of(word) is not None)  # fmt: skip


def _name_at(
    text: str, tokens: list[re.Match[str]], words: list[str], i: int, *, certain: bool = False
) -> tuple[Hit, int] | None:
    """A proper name beginning at token i, with how many tokens it takes."""
    token = tokens[i].group()
    word = words[i].removesuffix("'s")
    for n in (4, 3, 2):
        whole = text[tokens[i].start() : tokens[min(i + n, len(tokens)) - 1].end()]
        if token[0].isupper() and whole.lower() in FAMOUS:
            start = tokens[i].start()
            return Hit(start, start + len(whole), whole, _person(_role_of(whole)), given=True), n
    listed = i > 1 and words[i - 1] == "and" and plain(words[i - 2]) in FEMALE_NAMES | MALE_NAMES  # Mae and June
    never = word in _NEVER_NAMES and not (listed and word in FEMALE_NAMES)
    if not token[0].isupper() or never or len(word) < 2:
        return None
    honorific = word in _HONORIFICS and i + 1 < len(tokens) and tokens[i + 1].group()[0].isupper()
    if not honorific and not certain and not _is_name(text, tokens, words, i):
        return None
    n = 1
    while i + n < len(tokens) and n < 3 and tokens[i + n].group()[0].isupper() and _joined(text, tokens, i + n):
        following = words[i + n].removesuffix("'s")
        common = sense_of(following) is not None and plain(following) not in FEMALE_NAMES | MALE_NAMES
        known = plain(words[i + n - 1]) in FEMALE_NAMES | MALE_NAMES
        thing = (noun := sense_of(following)) is not None and noun.kind == "prop"  # Odessa Bell, Hannah Baker
        if following in _NEVER_NAMES or (common and not (honorific and n == 1) and not (known or thing)):
            break
        n += 1
        if words[i + n - 2].endswith("'s"):
            n -= 1
            break
    end = tokens[i + n - 1].end()
    whole = re.sub(r" +", " ", text[tokens[i].start() : end])
    shown = whole.removesuffix("'s").removesuffix("’s")
    role = roles()[_HONORIFICS[word]] if honorific else _role_of_given(shown)
    body = "child" if role.age == "child" else "adult"
    apart = i and text[tokens[i - 1].end() : tokens[i].start()] != " "
    before = () if apart else _described(text, tokens, words, i)[1]
    name = Hit(tokens[i].start(), end, shown, Sense(body, role), given=True, possessive=shown != whole, before=before)
    return name, n


def _joined(text: str, tokens: list[re.Match[str]], i: int) -> bool:
    return bool(re.fullmatch(r" +|\. ", text[tokens[i - 1].end() : tokens[i].start()]))


def _is_name(text: str, tokens: list[re.Match[str]], words: list[str], i: int) -> bool:
    word, token = words[i].removesuffix("'s"), tokens[i].group().removesuffix("'s")
    known = plain(word) in FEMALE_NAMES | MALE_NAMES
    if i and words[i - 1] in ("a", "an", "the", "in", "at", "of", "from", "near") and not known:
        return False  # "in Verona" names a place
    if _is_on_the_map(text, tokens, words, i) or (i and words[i - 1] in ("christmas", "year's") and word == "eve"):
        return False
    if token.isupper() and len(token) < 4 and not known and not token.isdigit():
        return False  # 44 BC, FBI
    common = (word in STOP_WORDS or word in COLORS or word in WEATHERS or word in HOURS or word in NUMBERS
              or word in ADJECTIVES or word in GARMENTS or word in places() or sense_of(word) is not None)  # fmt: skip
    starts = i == 0 or bool(re.search(r"[.!?:;。！？：“\"\n]\s*$", text[: tokens[i].start()]))
    following = words[i + 1] if i + 1 < len(tokens) else ""
    if not starts:
        return not common or (known and not (i and words[i - 1] in _DETERMINERS))
    if known and (not common or following in ("and", "is", "was", "says", "waits") or following.endswith("s")):
        return True
    if common or word.endswith(("ing", "ed", "ly")):
        return False
    if following == "the" and any(sense_of(w) is not None and sense_of(w).role for w in words[i + 2 : i + 5]):  # type: ignore[union-attr]
        return True  # Ragnar the Viking chieftain
    return (
        following in ("and", "is", "was", "has", "'s")
        or following.endswith("s")
        or words[i].endswith("'s")
        or (
            bool(HAN.match(text[tokens[i].end() :].lstrip()[:1]))
            or text[tokens[i].end() :].lstrip()[:1] in (",", ":", "：")
        )
    )


def _is_on_the_map(text: str, tokens: list[re.Match[str]], words: list[str], i: int) -> bool:
    """ "Rome, 44 BC", "Los Angeles, 1947": a town, not a person."""
    for n in (2, 1):
        end = min(i + n, len(tokens))
        if " ".join(words[i:end]).removesuffix("'s") in TOWNS:
            return True
    last = i
    while last + 1 < len(tokens) and tokens[last + 1].group()[0].isupper() and _joined(text, tokens, last + 1):
        last += 1
    return bool(re.match(rf",\s+(?:\d|[A-Z][a-z]+ \d{{4}}|(?:{_MONTHS})\b)", text[tokens[last].end() :]))


_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"


def _role_of_given(name: str) -> Role:
    """He, she or, when the name does not tell, whoever casting likes."""
    return roles()[_role_of(name)]


def _role_of(name: str) -> str:
    return {"f": "young woman", "m": "young man"}.get(gender_of_name(name), "person")


# ---- Chinese ----------------------------------------------------------------------------------------------------


def _chinese(text: str) -> Iterator[Hit]:
    """Names are known wherever they are spoken of again, whatever follows them there."""
    found = list(_chinese_hits(text, {}))
    named = {h.word: h for h in found if h.given and len(h.word) > 1 and HAN.match(h.word)}
    return _chinese_hits(text, named) if any(text.count(name) > 1 for name in named) else iter(found)


def _chinese_hits(text: str, named: dict[str, Hit]) -> Iterator[Hit]:
    i = 0
    while i < len(text):
        if not HAN.match(text[i]):
            i += 1
            continue
        hit = _chinese_name(text, i) or _chinese_noun(text, i) or _chinese_kind(text, i) or _chinese_compound(text, i)
        again = next((h for name, h in named.items() if text.startswith(name, i)), None)
        if again is not None and (hit is None or (hit.sense is None and hit.setting is None)):
            hit = Hit(i, i + len(again.word), again.word, again.sense, given=True)
        if hit is None:
            i += 1
            continue
        yield hit
        i = hit.end


def _chinese_noun(text: str, i: int, *, behind: bool = False) -> Hit | None:
    """The noun that begins at `i`. `behind` another that it may be the trade of, it is looked for by itself."""
    if named := _called(text, i):
        return named
    for n in range(min(_LONGEST_ZH, len(text) - i), 0, -1):
        word = text[i : i + n]
        coloured = n == 2 and word[0] in _ATTRIBUTES and word[1] in chinese_words() and _stands_alone(text, i, 2)
        if not coloured and (word not in chinese_words() or (n == 1 and not _stands_alone(text, i))):
            continue
        if n > 1 and text[i] in _HANDLING and _reaches_out(text, i + 1, i + n):
            return None
        count, before, plural = _chinese_described(text, i)
        end = i + n
        if text[end : end + 1] == "们":
            plural, end = True, end + 1
        sense = senses().get(word) or (senses().get(word[1]) if coloured else None)
        before = (*before, word[0]) if coloured else before
        twins = _BORN_TOGETHER.get(word, 0)
        child = _chinese_noun(text, end, behind=True) if twins else None
        if child and child.sense and child.sense.role is not None and not child.given:
            return replace(child, start=i, count=twins, plural=True, before=(*before, *child.before))
        if sense is not None and sense.kind != "prop" and count == 1 and (coded := _CODE_NAME.match(text, end)):
            return Hit(i, coded.end(), coded.group(), sense, None, 1, given=True, before=before, title=word)
        if sense is not None and sense.kind != "prop" and count == 1 and not plural:
            # 秘书林晓, 机器人小七: a trade and then the name.
            own = _chinese_name(text, end, titled=True)
            if own is not None and len(own.word) > 1 and not sense.members:
                if i and text[i - 1] in "女男老":
                    before = (*before, text[i - 1])
                return Hit(i, own.end, own.word, sense, None, 1, given=True, before=before, title=word)
        if sense is not None and sense.kind == "creature" and not behind:
            trade = _chinese_noun(text, end, behind=True)
            role = trade.sense.role if trade and trade.sense else None
            if trade and trade.sense and role and not (role.generic or trade.sense.members) and trade.count == 1:
                # 大象裁判, 仿生人医生米娅: one being, the animal
                both = trade.word if trade.given else text[i : trade.end]
                return replace(trade, start=i, word=both, sense=sense, count=count, plural=plural, before=before)
        if sense is not None and sense.role is not None:
            trade = None if behind else _chinese_noun(text, end, behind=True)
            if trade and _is_trade_of(sense, trade):
                return _joined_trade(trade, sense, text[i : trade.end], i, (*before, word))
            if i and text[i - 1] in "老小女男" and word[0] not in "老小女男":
                count, before, several = _chinese_described(text, i - 1)
                if i == 1 or count > 1 or text[i - 2] in _BEFORE_CHAR:
                    return Hit(i - 1, end, text[i - 1 : end], sense, None, count, plural or several,
                               before=(*before, text[i - 1]))  # 老和尚, 四名女运动员  # fmt: skip
        return Hit(i, end, word, sense, places().get(word), count, plural, before=before)
    return None


_BORN_TOGETHER = {"双胞胎": 2, "孪生": 2, "龙凤胎": 2, "三胞胎": 3}
_CODE_NAME = re.compile(r"[A-Za-z]{1,4}-?\d{1,4}(?![\w])|\d{1,4}号|[A-Z](?![A-Za-z])")


def _joined_trade(trade: Hit, sense: Sense, whole: str, start: int, before: tuple[str, ...]) -> Hit:
    """卧底警察, 店员小哥: one being, of the trade that tells more."""
    joined = replace(trade, start=start, before=(*trade.before, *before))
    if trade.given or trade.sense is None or trade.sense.role is None:
        return joined
    told = sense if trade.sense.role.generic else trade.sense
    return replace(joined, word=whole, sense=told, title=trade.word)


_ATTRIBUTES = frozenset("母公小大老幼雌雄黑白红黄灰花青金银橘紫绿蓝野疯肥胖瘦死病恶怪巨女男")


def _is_trade_of(sense: Sense, following: Hit) -> bool:
    """卧底警察, 当铺老板钱伯: the first word says what kind of person the second names; 爸爸妈妈 are two."""
    own, other = sense.role, following.sense.role if following.sense else None
    return own is not None and other is not None and following.count == 1 and not {own.name, other.name} <= KIN


_HANDLING = frozenset("提拿打端看骑开吹弹拉推抱举撑戴穿读写喝吃")


def _reaches_out(text: str, i: int, end: int) -> bool:
    """Whether a longer noun begins within a word: 提灯笼 is to carry a 灯笼, no 提灯."""
    return any(text[i : end + more] in chinese_words() for more in (1, 2))


# What the last character of a word that we do not know says of whom it names: 佣兵, 刺客, 丽嫔.
_KINDS = {"兵": "soldier", "侠": "swordsman", "匪": "thief", "贼": "thief", "僧": "monk", "婆": "old woman",
          "妇": "woman", "汉": "man", "翁": "old man", "姬": "princess", "嫔": "princess", "仆": "waiter",
          "婢": "milkmaid", "丐": "beggar", "警": "police", "贩": "merchant"}  # fmt: skip


def _chinese_kind(text: str, i: int) -> Hit | None:
    """A word for somebody that we do not know, told by its last character; a name may follow it."""
    lead = _ZH_LOOKS.sub("", text[:i])
    if lead and lead[-1] not in _BEFORE_CHAR and not re.search(rf"[{CLASSIFIERS}的]$", lead):
        return None
    for n in (3, 2):
        word, end = text[i : i + n], i + n
        if len(word) < n or not all(map(HAN.match, word)):
            continue
        role = _KINDS.get(word[-1])
        titled = role is None and word[-1] in _TITLED and not begins_deed(word)
        own = _chinese_name(text, end, titled=True) if titled else None
        if own is not None and len(own.word) > 1 and (own.word[0] in SURNAMES or own.word[0] == "阿"):  # 校霸周野
            return Hit(i, own.end, own.word, own.sense, None, 1, given=True, title=word)
        if role is None or any(word[k:] in chinese_words() for k in range(1, n - 1)) or begins_deed(word):
            continue
        count, before, plural = _chinese_described(text, i)
        own = _chinese_name(text, end, titled=True) if count == 1 else None
        if own is not None and len(own.word) > 1:
            return Hit(i, own.end, own.word, _person(role), None, 1, given=True, before=before, title=word)
        if name_ends(text, end):
            return Hit(i, end, word, _person(role), None, count, plural, before=before)
    return None


_TITLED = frozenset("女卿尊令使监霸神帝主师员手长星草花模红客总将官魔仙妖鬼君医探匠农工商贵佬头魁痞少爷姐哥妹弟")
_NO_COMPOUND = re.compile(r"[的和与在着了是有一二两三四五六七八九十几]")
_IN_HAND = re.compile(rf"(?:[着了把将]|[一两三四五六七八九十][{CLASSIFIERS}])$")


def _chinese_compound(text: str, i: int) -> Hit | None:
    """A word for a thing that we do not know, in a hand or counted, told by its end: 举着发令枪."""
    if not _IN_HAND.search(text[:i]):
        return None
    for n in (4, 3, 2):
        word, end = text[i : i + n], i + n
        if len(word) < n or not all(map(HAN.match, word)) or not name_ends(text, end) or any(
            begins_deed(word[k:]) for k in range(n - 1)
        ):
            continue
        sense = (senses().get(word[-2:]) if n > 2 else None) or senses().get(word[-1])
        if sense is not None and sense.kind == "prop" and not _NO_COMPOUND.search(word):
            count, before, plural = _chinese_described(text, i)
            return Hit(i, end, word, sense, None, count, plural, before=before)
    return None


_CALLED = re.compile(r"(?:名叫|名为|叫做|叫作|唤作|人称|名唤|叫)([\u3400-\u9fff]{1,4})的")


def _called(text: str, i: int) -> Hit | None:
    """名叫小明的男孩, 叫旺财的黄狗: the noun with the name that goes before it."""
    told = _CALLED.match(text, i)
    noun = _chinese_noun(text, told.end()) if told else None
    if told is None or noun is None or noun.sense is None or noun.sense.kind == "prop":
        return None
    before = (*_chinese_described(text, i)[1], *noun.before)
    return replace(noun, start=i, word=told[1], count=1, plural=False, given=True, before=before, title=noun.word)


def _stands_alone(text: str, i: int, n: int = 1) -> bool:
    before = text[i - 1] if i else "，"
    after = text[i + n] if i + n < len(text) else "。"
    counted = bool(re.search(rf"[一二两三四五六七八九十几数\d][{CLASSIFIERS}]$", text[:i]))
    in_hand = before in "举拔持提挥握拿用舞抽执仗佩擦磨拭抚横负抱背" and text[i] in "刀剑枪弓矛戟棍鞭伞灯斧" and n == 1
    if n == 1 and _LAID_OUT.match(text, i + 1):
        return True  # 发现床上躺着
    if in_hand and not any(text[i : i + k] in chinese_words() for k in (2, 3)):
        return True  # 举枪逼近
    return counted or (before in _BEFORE_CHAR and after in _AFTER_CHAR)


_LAID_OUT = re.compile(r"[上里下中旁](?:[躺坐站放摆有挂趴蹲跪停睡插堆]着?)")
_ZH_LOOKS = re.compile(
    r"(?:双马尾|马尾辫?|丸子头|麻花辫|羊角辫|大胡子|络腮胡|寸头|刀疤脸|[白黑红蓝绿青紫黄灰金银粉素][衣袍发裙甲]|[长短卷]发|光头|独眼|独臂|蒙面|年轻|年迈|中年|年老|幼小|老年|\d+岁|[一二三四五六七八九十]{1,3}岁"
    r"|[大小瘦胖高矮美丑])+$"
)


def _chinese_described(text: str, i: int) -> tuple[int, tuple[str, ...], bool]:
    """(count, [what describes the noun], plural) from the text before it, back to the last break."""
    start = max(text.rfind(mark, 0, i) for mark in "，。；！？：\n") + 1
    prefix = text[start:i]
    if not (prefix.endswith("的") and re.search(r"[穿戴留披]", prefix.split("、")[0])):
        prefix = prefix.rsplit("、", 1)[-1]
    found = next(iter(reversed(list(_ZH_COUNT.finditer(prefix)))), None)
    if found is None or (found.group(2) is None and found.end() != len(prefix)):
        worn = _ZH_LOOKS.search(prefix)
        rest = prefix[: worn.start()] if worn else prefix
        looks = (rest if rest.endswith("的") else "", worn.group() if worn else "")
        return 1, tuple(filter(None, looks)), False
    digits, classifier = found.groups()
    described = prefix[found.end() :]
    if re.search(r"[着了过]", described) and any(described[:n] in senses() for n in (2, 3, 4)):
        return 1, (), False  # 两名侍卫押着哭喊的小皇子: two guards
    told = _ZH_LOOKS.sub("", described)
    deed = len(told) > 3 or set(told) & set("在和与跟有着了过围")
    if told and not told.endswith("的") and deed:
        return 1, (), False
    count = int(digits) if digits.isdigit() else NUMBERS.get(digits + (classifier or ""), chinese_number(digits))
    return max(1, min(count, 99)), ((described,) if described else ()), count > 1


def chinese_number(digits: str) -> int:
    """十二 -> 12, 三 -> 3."""
    if "十" in digits:
        tens, _, ones = digits.partition("十")
        return NUMBERS.get(tens, 1) * 10 + NUMBERS.get(ones, 0)
    return NUMBERS.get(digits[-1], 1)


def _chinese_name(text: str, i: int, *, titled: bool = False) -> Hit | None:
    found = chinese_name(text, i, titled=titled) if i < len(text) and HAN.match(text[i]) else None
    if found is None:
        return None
    end, role = found
    return Hit(i, end, text[i:end], _person(role), given=True)


def _person(role: str) -> Sense:
    found = roles()[role]
    return Sense("child" if found.age == "child" else "adult", found)
