"""English names of people: where one begins and ends, and what else begins with a capital letter.

Knows nothing of other nouns but that they are no names; whether a name is a woman's says `naming`.
"""

from __future__ import annotations

import re

from director.casting.english_words import DETERMINERS, described
from director.casting.hits import HAN, Hit
from director.casting.naming import plain, role_of_name
from director.lexicon.names import FAMOUS, FEMALE_NAMES, MALE_NAMES
from director.lexicon.nouns import sense_of, somebody
from director.lexicon.people import roles
from director.lexicon.places import TOWNS, places
from director.lexicon.words import ADJECTIVES, COLORS, GARMENTS, HOURS, NUMBERS, STOP_WORDS, WEATHERS

_HONORIFICS = {"mr": "man", "mrs": "woman", "ms": "woman", "miss": "young woman", "dr": "doctor", "sir": "knight",
               "lady": "princess", "lord": "prince", "madam": "woman", "uncle": "man", "aunt": "woman"}  # fmt: skip
_NEVER_NAMES = frozenset(
    """
    i tv ok monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december christmas easter halloween english chinese french japanese american british
    european german suddenly meanwhile inside outside nearby once there here two three four five six seven eight
    nine ten one several some it he she they we you the a an in on at by with under behind above his her their its
    this that these those and but then next first second third last finally let lets enter exit exeunt everyone
    everybody everything nobody nothing neither either both can could would should will why how what when please maybe
    perhaps suppose close-up wide medium pov cut day night int ext scene act player players thanksgiving valentine
    diwali ramadan hanukkah passover mardi prom homecoming
    """.split()
)


def name_at(
    text: str, tokens: list[re.Match[str]], words: list[str], i: int, *, certain: bool = False
) -> tuple[Hit, int] | None:
    """A proper name beginning at token i, with how many tokens it takes."""
    token = tokens[i].group()
    word = words[i].removesuffix("'s")
    for n in (4, 3, 2):
        whole = text[tokens[i].start() : tokens[min(i + n, len(tokens)) - 1].end()]
        if token[0].isupper() and whole.lower() in FAMOUS:
            start = tokens[i].start()
            return Hit(start, start + len(whole), whole, somebody(roles()[role_of_name(whole)]), given=True), n
    listed = i > 1 and words[i - 1] == "and" and plain(words[i - 2]) in FEMALE_NAMES | MALE_NAMES  # Mae and June
    never = word in _NEVER_NAMES and not (listed and word in FEMALE_NAMES)
    if not token[0].isupper() or never or len(word) < 2:
        return None
    honorific = word in _HONORIFICS and i + 1 < len(tokens) and tokens[i + 1].group()[0].isupper()
    if not honorific and not certain and not is_name(text, tokens, words, i):
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
    role = roles()[_HONORIFICS[word] if honorific else role_of_name(shown)]
    apart = i and text[tokens[i - 1].end() : tokens[i].start()] != " "
    before = () if apart else described(text, tokens, words, i)[1]
    name = Hit(tokens[i].start(), end, shown, somebody(role), given=True, possessive=shown != whole, before=before)
    return name, n


def _joined(text: str, tokens: list[re.Match[str]], i: int) -> bool:
    return bool(re.fullmatch(r" +|\. ", text[tokens[i - 1].end() : tokens[i].start()]))


def is_name(text: str, tokens: list[re.Match[str]], words: list[str], i: int) -> bool:
    """Whether token i belongs to somebody's name, and does not only begin with a capital letter."""
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
        return not common or (known and not (i and words[i - 1] in DETERMINERS))
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
