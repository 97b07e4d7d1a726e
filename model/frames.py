"""What the build of an English phrase tells of a verb that nobody knows: "blicks onto something" is a way to get there.

Counted in the lexicon: which verbs stand in a frame like "_ onto something", and how often. Knows no verb's meaning.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from model.lexicon import MASKS, masked, phrasings, vocabulary
from model.lexicon.forms import inflections

_PARTICLES = frozenset(
    """
    to at on onto in into from off of with toward towards for by near over around after behind against upon under past
    through up down out away back along aside about across forward together
    """.split()
)
_DETERMINERS = frozenset({"his", "her", "its", "the", "a", "an"})
_NOBODYS = frozenset({"none", "camera", "blast", "quake", "black_out", "burn"})
_SHORTER = 3.0  # phrasings that a shorter frame counts for beside those of a longer one


def is_known(phrase: str) -> bool:
    """Whether the lexicon has the verb that an English phrase begins with; others than English ones always are."""
    return not (words := words_of(phrase)) or words[0] in _known()


def likelihood(phrase: str, labels: Sequence[str]) -> npt.NDArray[np.float64]:
    """(len(labels),) how well each label suits the frame of the phrase; those that are no verbs suit any."""
    counts, verbs = _counts(), [label for label in labels if label in _counts()[()]]
    share = np.full(len(verbs), 1.0 / len(verbs))
    frame = _frame(phrase)
    for length in range(min(2, len(frame)), len(frame) + 1):
        here = counts.get(frame[:length], {})
        seen = np.array([here.get(verb, 0.0) for verb in verbs])
        share = (seen + _SHORTER * share) / (seen.sum() + _SHORTER)
    suits = dict(zip(verbs, share.tolist(), strict=True))
    return np.array([suits.get(label, 1.0 / len(verbs)) for label in labels])


def words_of(phrase: str) -> list[str]:
    """The English words of a phrase, from the verb on."""
    words = re.findall(r"[a-z']+", phrase.lower())
    verb = next((i for i, w in enumerate(words) if w not in MASKS["en"] and not w.endswith("ly")), len(words))
    return words[verb:]


def _frame(phrase: str) -> tuple[str, ...]:
    """The phrase without its verb, with only its particles and masks left; other words are a "w" each run."""
    pieces = ["_"]
    for word in words_of(phrase)[1:]:
        piece = word if word in _PARTICLES or word in MASKS["en"] else "" if word in _DETERMINERS else "w"
        if piece and piece != pieces[-1]:
            pieces.append(piece)
    return tuple(pieces)


@cache
def _counts() -> Mapping[tuple[str, ...], Mapping[str, float]]:
    """How many phrasings of each verb begin with each frame; () counts all."""
    counts: defaultdict[tuple[str, ...], defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for p in phrasings("verb"):
        if p.language != "en" or ":" in p.label or p.label in _NOBODYS:
            continue
        forms = masked(p)
        for text in forms:
            frame = _frame(text)
            for length in range(len(frame) + 1):
                counts[frame[:length]][p.label] += 1 / len(forms)
    return counts


@cache
def _known() -> frozenset[str]:
    first = {words[0] for p in phrasings("verb") if (words := words_of(p.text)) and p.language == "en"}
    return vocabulary() | {form for verb in first for form in inflections(verb)}
