"""Slips of the pen in English words: which words there are, and which of them one that there is not was meant as.

A slip is two letters changed round, or one too few, too many or wrong; in long nouns two of these. Knows no grammar.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from director.lexicon.names import FEMALE_NAMES, MALE_NAMES
from director.lexicon.nouns import is_plural, senses
from director.lexicon.places import places
from director.lexicon.pronouns import PRONOUNS
from director.lexicon.words import ADJECTIVES, COLORS, DESCRIBING, GARMENTS, HOURS, NUMBERS, STOP_WORDS, WEATHERS
from model.lexicon import vocabulary
from model.words import meaning

_SHORTEST_SLIP = 3  # letters, below which a word may be anything
_SHORTEST_NOUN = 5
_SHORTEST_TWICE = 8  # letters of a noun in which two slips are none too many
# Behind what a common noun stands, and no name: two detctives, in the resturant, an old hosptal.
_BEFORE_A_NOUN = frozenset(
    """
    a an the his her their its my your our this that these those some every each in at inside into on of and with by
    near behind
    """.split()
) | NUMBERS.keys()
_WORD = re.compile(r"(?<![\w'’-])[a-z]{5,}(?![\w'’-])")


def slips_mended(prompt: str) -> tuple[str, tuple[str, ...]]:
    """(an English prompt whose nouns are spelled as they are known, how what was not so was read). Only what no list of
    words or names knows is read as another word, and only where a noun may stand."""
    readings: list[str] = []
    named = re.search(r"[^\s.!?:;\n] +[A-Z][a-z]", prompt) is not None  # who writes capitals writes them for names

    def mended(found: re.Match[str]) -> str:
        word = found[0]
        before = re.search(r"([\w'-]+),? $", prompt[: found.start()])
        led = before is not None and (before[1].lower() in _BEFORE_A_NOUN | ADJECTIVES | DESCRIBING | COLORS.keys())
        at_all = led or (named and before is not None)
        called = word in FEMALE_NAMES | MALE_NAMES and before is not None and before[1].lower() in ("the", "a", "an")
        if not at_all or (is_known(word) and not (called and len(word) > _SHORTEST_NOUN and word not in _nouns())):
            return word
        if (meant := _noun_meant(word, one=before is not None and before[1].lower() in ("a", "an"))) is None:
            return word
        readings.append(f"{word} is read as {meant}.")
        return meant

    return _WORD.sub(mended, prompt), tuple(readings)


def word_meant(word: str, names: Collection[str]) -> str:
    """The word of a direction that a word in small letters is a slip of. Who is on stage, in `names`, comes first. The
    word itself when it is known, or nothing near it is."""
    if len(word) < _SHORTEST_SLIP or not word.isalpha() or is_known(word, names):
        return word
    near = [slip for slip, _, _ in extract(word, [*names, *_common()], scorer=OSA.distance, score_cutoff=1, limit=None)
            if slip in names or len(word) > _SHORTEST_SLIP or slip in STOP_WORDS]  # fmt: skip
    return max(near, key=lambda slip: (_is_swapped(word, slip), slip in names, *_likely(word, slip)), default=word)


def is_known(word: str, names: Collection[str] = ()) -> bool:
    """Whether there is such an English word in small letters, or somebody is called so."""
    plain = re.sub(r"['’].*", "", word)
    return (
        word in names
        or plain in _common()
        or plain in _nouns()
        or (is_plural(plain) and plain[:-1] in names)
        or meaning(plain) is not None
        or plain in FEMALE_NAMES | MALE_NAMES
    )


def _noun_meant(word: str, *, one: bool) -> str | None:
    """The noun that a word nobody knows is a slip of, None where none is near; `one` is a single one. Foreign words
    that go on as one of ours begins (matcha) are no slips."""
    most = 2 if len(word) >= _SHORTEST_TWICE else 1
    near = [(slips, noun) for noun, slips, _ in extract(word, _nouns(), scorer=OSA.distance, score_cutoff=most, limit=9)
            if noun[0] == word[0] and not word.startswith(noun) and not (one and is_plural(noun))]  # fmt: skip
    fewest = [noun for slips, noun in near if slips == near[0][0]]
    return max(fewest, key=lambda noun: _likely(word, noun), default=None)


def _likely(word: str, slip: str) -> tuple[bool, ...]:
    """How likely a word was meant: it begins alike, it is a little word, a letter was left out, and it ends alike."""
    return slip[0] == word[0], slip in STOP_WORDS, len(slip) > len(word), slip[-1] == word[-1]


def _is_swapped(word: str, slip: str) -> bool:
    return sorted(word) == sorted(slip)


@cache
def _common() -> frozenset[str]:
    """Words that directions are made of."""
    nouns = {part for name in senses() if name.isascii() for part in name.split()}
    small = {word for word in PRONOUNS if word.isascii()} | STOP_WORDS | ADJECTIVES | COLORS.keys()
    return frozenset(w for w in vocabulary() | nouns | small if w.isascii() and w.isalpha())


@cache
def _nouns() -> tuple[str, ...]:
    """Words that prompts are made of: who and what is there, where and when, and what is worn."""
    tables = (senses(), places(), HOURS, WEATHERS, GARMENTS)
    words = (part for table in tables for name in table for part in name.split())
    known = {w for w in words if w.isascii() and w.isalpha() and len(w) >= _SHORTEST_NOUN - 1 and w not in STOP_WORDS}
    return tuple(sorted(known | {f"{w}s" for w in known if not w.endswith("s")}))
