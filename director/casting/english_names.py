"""English names of people: where one begins and ends, and what else begins with a capital letter.

Knows nothing of other nouns but that they are no names; whether a name is a woman's says `naming`.
"""

from __future__ import annotations

import re

from director.casting.english_words import DETERMINERS, Words, described
from director.casting.hits import HAN, Hit
from director.casting.naming import plain, role_of_name
from director.lexicon.names import FAMOUS, FEMALE_NAMES, MALE_NAMES
from director.lexicon.nouns import sense_of, somebody
from director.lexicon.people import roles
from director.lexicon.places import TOWNS, places
from director.lexicon.words import ADJECTIVES, COLORS, GARMENTS, HOURS, NUMBERS, STOP_WORDS, WEATHERS

HONORIFICS = {
    "mr": "man", "mrs": "woman", "ms": "woman", "miss": "young woman", "dr": "doctor", "sir": "knight", "ser": "knight",
    "madame": "woman", "mme": "woman", "mademoiselle": "young woman", "madam": "woman", "signora": "woman",
    "señora": "woman", "señor": "man", "signor": "man", "monsieur": "man", "lady": "princess", "lord": "prince",
    "uncle": "man", "aunt": "woman", "auntie": "woman", "private": "soldier", "pvt": "soldier", "cpl": "soldier",
    "sgt": "soldier", "lt": "soldier", "capt": "soldier", "father": "monk", "brother": "monk", "sister": "nun",
    "prof": "scientist", "nurse": "nurse",
}  # fmt: skip
_NO_BEARERS = frozenset("christmas frost time nature superior bear wolf moon sun".split())  # Father Christmas
_NEVER_NAMES = frozenset(
    """
    i tv ok monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december christmas easter halloween english chinese french japanese american british
    european german suddenly meanwhile inside outside nearby once there here two three four five six seven eight
    nine ten one several some it he she they we you the a an in on at by with under behind above his her their its
    this that these those and but then next first second third last finally let lets enter exit exeunt everyone
    everybody everything nobody nothing neither either both can could would should will why how what when please maybe
    perhaps suppose close-up wide medium pov cut day night int ext scene act player players thanksgiving valentine
    diwali ramadan year hanukkah passover mardi prom homecoming
    """.split()
)


def name_at(words: Words, i: int, *, certain: bool = False) -> tuple[Hit, int] | None:
    """A proper name beginning at word i, with how many words it takes. `certain`: nothing else can stand there."""
    if famous := _famous_at(words, i):
        return famous
    word = words.low[i].removesuffix("'s")
    listed = i > 1 and words.low[i - 1] == "and" and is_given_name(words.low[i - 2])  # Mae and June
    never = word in _NEVER_NAMES and not ((listed or certain) and is_given_name(word))  # his sister June
    if not words.is_capital(i) or never or len(word) < 2:
        return None
    honorific = word in HONORIFICS and words.is_capital(i + 1) and words.low_at(i + 1) not in _NO_BEARERS
    if not honorific and not certain and not is_name(words, i):
        return None
    n = _length(words, i, honorific=honorific)
    whole = re.sub(r" +", " ", words.text[words.start(i) : words.end(i + n - 1)])
    shown = whole.removesuffix("'s").removesuffix("’s")
    role = roles()[HONORIFICS[word] if honorific else role_of_name(shown)]
    before = () if i and words.gap(i) != " " else described(words, i)[1]
    name = Hit(words.start(i), words.end(i + n - 1), shown, somebody(role), given=True, possessive=shown != whole,
               before=before)  # fmt: skip
    return name, n


def _famous_at(words: Words, i: int) -> tuple[Hit, int] | None:
    for n in (4, 3, 2):
        start, end = words.start(i), words.end(min(i + n, len(words)) - 1)
        whole = words.text[start:end]
        if i + n < len(words) and words.is_capital(i + n) and _joined(words, i + n):
            continue  # the little mermaid Coral, Captain Ahab Moore
        if words.is_capital(i) and whole.lower() in FAMOUS:
            return Hit(start, end, whole, somebody(roles()[role_of_name(whole)]), given=True), n
    return None


def _length(words: Words, i: int, *, honorific: bool) -> int:
    """How many words the name takes that begins at word i."""
    n = 1
    while n < 3 and words.is_capital(i + n) and _joined(words, i + n) and not words.low[i + n - 1].endswith("'s"):
        following = words.low[i + n].removesuffix("'s")
        noun = sense_of(following)
        common = noun is not None and not is_given_name(following)
        thing = noun is not None and noun.kind == "prop"  # Odessa Bell, Hannah Baker
        expected = (honorific and n == 1) or is_given_name(words.low[i + n - 1]) or thing
        if following in _NEVER_NAMES or (common and not expected):
            break
        n += 1
    return n


def is_given_name(word: str) -> bool:
    """Whether people are called so."""
    return plain(word) in FEMALE_NAMES | MALE_NAMES


def is_everyday(word: str) -> bool:
    """Whether a word means something that the stage knows, and is not only somebody's name."""
    return any(word in table for table in _EVERYDAY) or word in places() or sense_of(word) is not None


def _joined(words: Words, i: int) -> bool:
    return bool(re.fullmatch(r" +|\. ", words.gap(i)))


def is_name(words: Words, i: int) -> bool:
    """Whether word i belongs to somebody's name, and does not only begin with a capital letter."""
    word, token = words.low[i].removesuffix("'s"), words.written(i).removesuffix("'s")
    known = is_given_name(word)
    before = words.low_at(i - 1)
    if before in ("a", "an", "the", "in", "at", "of", "from", "near") and not known:
        return False  # "in Verona" names a place
    if before == "the" and words.low_at(i + 1) in _CLANS:
        return False  # the Dalton twins
    if _is_on_the_map(words, i) or (before in ("christmas", "year's") and word == "eve"):
        return False
    if token.isupper() and len(token) < 4 and not known and not token.isdigit():
        return False  # 44 BC, FBI
    if not known and _OF_A_COUNTRY.search(word) and words.written(i + 1)[:1].islower() if i + 1 < len(words) else False:
        return False  # a Venetian square
    common = is_everyday(word)
    starts = i == 0 or bool(re.search(r"[.!?:;。！？：“\"\n]\s*$", words.text[: words.start(i)]))
    if not starts:
        return not common or (known and before not in DETERMINERS)
    return _is_name_at_start(words, i, known=known, common=common)


_CLANS = frozenset("twins brothers sisters family boys girls kids couple gang mansion estate house hotel clan".split())
_OF_A_COUNTRY = re.compile(r"(?:[nrtdlsg]ian|ean|ese|esque|gothic)$")
_EVERYDAY = (STOP_WORDS, COLORS, WEATHERS, HOURS, NUMBERS, ADJECTIVES, GARMENTS)


def _is_name_at_start(words: Words, i: int, *, known: bool, common: bool) -> bool:
    """The same where a sentence begins, and any word has a capital letter."""
    following, rest = words.low_at(i + 1), words.after(i).lstrip()
    if known and (not common or following in ("and", "is", "was", "says", "waits") or following.endswith("s")):
        return True
    if common or words.low[i].removesuffix("'s").endswith(("ing", "ed", "ly")):
        return False
    if following == "the" and any(noun.role for w in words.low[i + 2 : i + 5] if (noun := sense_of(w))):
        return True  # Ragnar the Viking chieftain
    goes_on = following in ("and", "is", "was", "has", "'s") or following.endswith("s")
    return goes_on or words.low[i].endswith("'s") or bool(HAN.match(rest[:1])) or rest[:1] in (",", ":", "：")


def _is_on_the_map(words: Words, i: int) -> bool:
    """ "Rome, 44 BC", "Los Angeles, 1947": a town, not a person."""
    if any(" ".join(words.low[i : i + n]).removesuffix("'s") in TOWNS for n in (2, 1)):
        return True
    if _OF_A_COUNTRY.search(words.low[i]) and any(" ".join(words.low[i + 1 : i + 1 + n]) in TOWNS for n in (2, 1)):
        return True  # Victorian London
    last = i
    while words.is_capital(last + 1) and _joined(words, last + 1):
        last += 1
    return bool(re.match(rf",\s+(?:\d(?!\d{_AGE})|[A-Z][a-z]+ \d{{4}}|(?:{_MONTHS})\b)", words.after(last)))


_AGE = r"?(?:['’]?s)?(?:[,.;:)\n]|$|[- ]?y)"  # Mary, 40s, Priya, 29
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
