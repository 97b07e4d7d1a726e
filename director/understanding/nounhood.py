"""Whether an English word stands where a noun does: "rings the bell" holds no ring, "the men bow" no bow.

Knows nothing of who is on stage.
"""

from __future__ import annotations

import re
from itertools import pairwise

from director.casting.english_words import base_forms
from director.casting.spotting import WORD
from director.lexicon.nouns import sense_of, singular
from director.lexicon.pronouns import BETWEEN, DETERMINERS

_VERBISH_BEFORE = re.compile(r"(?:^|[,;:.!?]|\b(?:and|then|he|she|it|they|who|to|or|but))\s*(?:\w+ly\s+)?$", re.I)


def is_determined(sentence: str, start: int) -> bool:
    """Whether an article, a number or the like leads to the word."""
    before = sentence[:start]
    counted = re.search(r"\b(?:\d+|two|three|four|five|six|several|no) (?:[\w-]+ ){0,2}$", before, re.I)
    led = re.search(rf"{DETERMINERS}(?P<between>(?:{BETWEEN}){{0,3}})$", before, re.I)
    return bool(counted or (led and not any(is_living(word) for word in led["between"].split())))


def is_living(word: str) -> bool:
    sense = sense_of(word)
    return sense is not None and sense.kind != "prop"


def without_deeds(sentence: str) -> str:
    """The sentence, of the same length, without deeds that look like nouns behind those who do them: "the men bow"."""
    words = list(WORD.finditer(sentence))
    for before, word in pairwise(words):
        doers = before[0].lower()
        adjacent = word.start() == before.end() + 1
        if adjacent and word[0] in base_forms() and singular(doers) != doers and is_living(doers):
            sentence = sentence[: word.start()] + " " * len(word[0]) + sentence[word.end() :]
    return sentence


def stands_as_noun(sentence: str, start: int, end: int, *, plural: bool) -> bool:
    """Whether an English word stands where a noun does: "rings the bell" holds no ring, "he bows" no bow."""
    before, after = sentence[:start], sentence[end:]
    last = (WORD.findall(before) or [""])[-1].lower()
    subject = sense_of(last)
    if (
        plural
        and last not in ("", "the")
        and (last in ("he", "she", "it", "they", "one", "other", "another") or (subject and subject.kind != "prop"))
    ):
        return False  # "the knight bows", "she rings the bell"
    if plural and subject and before.endswith(f"{last} ") and sentence[start : end - 1].lower() in base_forms():
        return False  # "the bell rings"
    if plural and last in ("camera", "lens", "view", "picture", "frame", "shot"):
        return False  # "the camera swings"
    someone = last in ("they", "them", "we", "you", "both", "all", "rest") or (subject and subject.kind != "prop")
    if not plural and someone and before.lower().endswith(f"{last} ") and sentence[start:end].lower() in base_forms():
        return False  # "the guards bow"
    if re.search(rf"{DETERMINERS}(?:{BETWEEN}){{0,3}}$|\b\d+ $", before, re.I):
        return True
    if re.search(
        r"\b(?:at|on|with|from|into|toward|towards|by|near|of|in|onto|behind|for|two|three|four|five)\s+(?:\w+\s+)?$",
        before,
        re.I,
    ):
        return True
    if not before.strip():
        return not re.match(r"\s+(?:the|a|an|at|to|on|up|down|over|in|into|his|her)\b", after, re.I) or not plural
    if _VERBISH_BEFORE.search(before):
        return not plural and not re.match(r"\s+(?:the|a|an|his|her|it|him|them|down|up|off|over)\b", after, re.I)
    return not plural
