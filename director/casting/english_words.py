"""English words about a noun: those that describe or count it, and those that are verbs and so do not.

Knows nothing of the nouns themselves, nor of names.
"""

from __future__ import annotations

import re
from functools import cache

from director.lexicon.nouns import is_plural, sense_of
from director.lexicon.words import BEARDS, DESCRIBING, HAIR_COLORS, NUMBERS, STOP_WORDS
from model.lexicon import phrasings
from model.lexicon.forms import inflections

DETERMINERS = frozenset(
    """
    a an the his her their its my your our this that these those another some any every each no
    """.split()
)


def described(text: str, tokens: list[re.Match[str]], words: list[str], i: int) -> tuple[int, tuple[str, ...], bool]:
    """(count, describing words, definite) from the words before token i."""
    before: list[str] = []
    j = i - 1
    while (
        j >= 0
        and len(before) < 5
        and not re.search(r"[.;:!?，。；：！？\n]", text[tokens[j].end() : tokens[j + 1].start()])
    ):
        word = words[j]
        if "," in text[tokens[j].end() : tokens[j + 1].start()] and (word in NUMBERS or word in DETERMINERS):
            break  # "Wren, nine, clutches ..."
        pair = " ".join(words[max(0, j - 2) : j + 1])
        for counted in (pair, " ".join(words[max(0, j - 1) : j + 1]), word):
            if counted in NUMBERS:
                return NUMBERS[counted], tuple(reversed(before)), False
        if word.isdigit():
            return max(1, min(int(word), 99)), tuple(reversed(before)), False
        if word in DETERMINERS:
            return 1, tuple(reversed(before)), word not in ("a", "an", "another", "some", "any", "no")
        if word in STOP_WORDS or not (describes(word) or _counted_before(text, tokens, words, j)):
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
        if words[j] in NUMBERS or words[j] in DETERMINERS:
            return True
        if words[j] in STOP_WORDS or not describes(words[j]):
            return False
    return False


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
