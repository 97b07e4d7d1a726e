"""An English text parted into words, and the words about a noun: those that describe or count it, and those that are
verbs and so do not.

Knows nothing of the nouns themselves, nor of names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from director.casting.hits import WORD
from director.lexicon.nouns import is_plural, sense_of
from director.lexicon.pursuits import begins_pursuit
from director.lexicon.words import BEARDS, DESCRIBING, HAIR_COLORS, NUMBERS, STOP_WORDS
from model.lexicon import phrasings
from model.lexicon.forms import inflections

DETERMINERS = frozenset(
    """
    a an the his her their its my your our this that these those another some any every each no
    """.split()
)
# What one does who has a thing in the hand, or somebody by it.
IN_HAND = (
    r"(?:holding|carrying|clutching|cradling|hugging|gripping|wielding|dragging|brandishing|waving|swinging|pushing|clasping"
    r"|grasping|hauling|munching|eating|sipping|drinking|smoking|playing|aiming|balancing|twirling|polishing|sharpening"
    r"|strumming|stirring|shaking|reading|pointing)"
)


@dataclass(frozen=True, slots=True)
class Words:
    """An English text in words: `spans` are where they stand in it, `low` the words in small letters."""

    text: str
    spans: tuple[re.Match[str], ...]
    low: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Words:
        spans = tuple(WORD.finditer(text))
        return cls(text, spans, tuple(span.group().lower().replace("’", "'") for span in spans))

    def __len__(self) -> int:
        return len(self.spans)

    def start(self, i: int) -> int:
        return self.spans[i].start()

    def end(self, i: int) -> int:
        return self.spans[i].end()

    def written(self, i: int) -> str:
        """Word i as the author wrote it."""
        return self.spans[i].group()

    def gap(self, i: int) -> str:
        """What stands between the word before word i and word i."""
        return self.text[self.end(i - 1) : self.start(i)]

    def after(self, i: int) -> str:
        """All that stands behind word i."""
        return self.text[self.end(i) :]

    def low_at(self, i: int) -> str:
        """Word i in small letters, "" behind the last."""
        return self.low[i] if 0 <= i < len(self.low) else ""

    def is_capital(self, i: int) -> bool:
        """Whether word i begins with a capital letter."""
        return i < len(self) and self.written(i)[0].isupper()


def described(words: Words, i: int) -> tuple[int, tuple[str, ...], bool]:
    """(count, describing words, definite) from the words before word i."""
    before: list[str] = []
    j = i - 1
    while j >= 0 and len(before) < 5 and not re.search(r"[.;:!?，。；：！？\n]", words.gap(j + 1)):
        word = words.low[j]
        if "," in words.gap(j + 1) and (word in NUMBERS or word in DETERMINERS or word.isdigit()):
            break  # "Wren, nine, clutches ...", "Priya, 29, food blogger"
        for counted in (" ".join(words.low[max(0, j - n) : j + 1]) for n in (2, 1, 0)):
            if counted in NUMBERS:
                return NUMBERS[counted], tuple(reversed(before)), False
        if word.isdigit() and words.gap(j + 1) == "-" and before:  # a 17-year-old runaway
            before[-1] = f"{word}-{before[-1]}"
            j -= 1
            continue
        if word.isdigit():
            return max(1, min(int(word), 99)), tuple(reversed(before)), False
        if word in DETERMINERS:
            return 1, tuple(reversed(before)), word not in ("a", "an", "another", "some", "any", "no")
        if re.fullmatch(IN_HAND, word) and not (j and words.low[j - 1] in DETERMINERS):
            break  # "walks in holding flowers"
        if word in STOP_WORDS or is_done_by_several(words, j) or _is_done_by_one(words, j):
            break
        if not (describes(word) or _counted_before(words, j)):
            break
        before.append(word)
        j -= 1
    return 1, tuple(reversed(before)), False


def _counted_before(words: Words, j: int) -> bool:
    """Whether a word that we do not know stands between a number or an article and the noun: "two lost hikers"."""
    word = words.low[j]
    if not word.islower() or not words.written(j).islower() or word in third_persons() | base_forms():
        return False
    if is_plural(word) or sense_of(word) is not None or word.endswith(("'s", "ly")):
        return False
    while j > 0 and words.gap(j) in (" ", ", "):
        j -= 1
        if words.low[j] in NUMBERS or words.low[j] in DETERMINERS:
            return True
        if words.low[j] in STOP_WORDS or not describes(words.low[j]):
            return False
    return False


def _is_done_by_one(words: Words, j: int) -> bool:
    """Whether word j is what somebody does whom the word before names: "a chef cooks soup"."""
    if j == 0 or words.gap(j) != " " or not re.fullmatch(r"[a-z]{2,}(?<!s)s", words.written(j)):
        return False
    who = sense_of(words.low[j - 1])
    return who is not None and who.kind != "prop" and not is_plural(words.low[j - 1])


def is_done_by_several(words: Words, i: int) -> bool:
    """Whether what looks like a noun is what those do whom the word before names: "three students study"."""
    if i == 0 or i >= len(words) or words.gap(i) not in (" ", ", "):
        return False
    if words.is_capital(i - 1) and words.low_at(i - 2) == "and" and words.gap(i - 1) == " ":  # Walter and Gus(,) fish
        doing = words.low[i] in _NOUN_OR_DEED or words.low[i] in base_forms()
        return doing and _goes_on(words, i) and words.written(i).islower()
    if words.gap(i) != " ":
        return False
    also = words.low[i] in _NOUN_OR_DEED and _goes_on(words, i)
    if not also and words.low[i] not in base_forms() and not begins_pursuit(" ".join(words.low[i : i + 4])):
        return False
    before = sense_of(words.low[i - 1])
    if before is None or before.kind == "prop":
        return False
    return is_plural(words.low[i - 1]) or (_goes_on(words, i) and _is_second_of_two(words, i - 1))


# What is a noun more often, and done by several: "two boys fish".
_NOUN_OR_DEED = frozenset("fish cook box fence row camp train duck nurse sail race duel drum film model".split())
_WHERE = frozenset("in on at by from with near under beside along off for together while as and".split())


def _goes_on(words: Words, i: int) -> bool:
    """Whether what follows word i may follow a verb: the end of a clause, a preposition or an object."""
    ends = i + 1 >= len(words) or words.gap(i + 1) != " "
    return ends or words.low[i + 1] in DETERMINERS or words.low[i + 1] in _WHERE


def _is_second_of_two(words: Words, i: int) -> bool:
    """Whether the noun at word i is named along with somebody else: "a boy and his old grandfather"."""
    j = i - 1
    while j > max(0, i - 4) and words.gap(j + 1) == " " and words.low[j] != "and":
        j -= 1
    if j < 1 or words.low[j] != "and" or words.gap(j + 1) != " " or words.gap(j) != " ":
        return False
    first = sense_of(words.low[j - 1])
    return words.is_capital(j - 1) or (first is not None and first.kind != "prop")


def describes(word: str) -> bool:
    """Whether the word may describe a noun that follows it."""
    return (word in DESCRIBING or word in HAIR_COLORS or word in BEARDS
            or word.endswith(("ed", "ing", "y", "ful", "-old", "less", "ish", "eyed", "haired"))
            or sense_of(word) is not None)  # fmt: skip


@cache
def third_persons() -> frozenset[str]:
    """Verbs as they are said of one who does something: "walks", "looms"."""
    first = (p.text.split()[0] for p in phrasings("verb") if p.language == "en")
    return frozenset(word for word in first if word.endswith("s") and not word.endswith("ss"))


@cache
def base_forms() -> frozenset[str]:
    """Verbs as they are said of several who do something: "guard", "walk"."""
    return frozenset(inflections(word)[0] for word in third_persons() if inflections(word))


def with_article(noun: str) -> str:
    """ "an old street", "a park"."""
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun}"
