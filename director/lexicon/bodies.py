"""Parts of a person, clothes that are touched as if they were, and words for those so small that they are carried.

Knows nothing of sentences, nor whose they are.
"""

from __future__ import annotations

import re

# "Shakes her head": what one moves of oneself.
MOVED = frozenset("head hand hands eyes arms face feet knees hair".split())
# "Puts an arm around her shoulders": what others touch.
TOUCHED = frozenset(
    """
    shoulder shoulders cheek cheeks neck waist ear ears forehead lips chin arm wrist wrists throat collar sleeve sleeves
    """.split()
)
# Of him who does it, too: he lies on his back, and has a sword by his side.
BEHIND_AND_BESIDE = frozenset({"back", "side"})
_OTHERS = frozenset("fingers lap knee ear wounds wound tears".split())
PART = "(?:" + "|".join(sorted(MOVED | TOUCHED | BEHIND_AND_BESIDE | _OTHERS, key=len, reverse=True)) + ")"

_IN_ARMS = re.compile(r"\b(?:bab(?:y|ies)|infants?|newborns?|foundlings?)\b|婴|襁褓|新生儿|宝宝|奶娃|奶团子", re.I)
_CHILD = re.compile(r"toddler|child|kid|幼.*|孩子", re.I)


def is_in_arms(word: str) -> bool:
    """Whether a word names one so small that it is carried: a baby."""
    return _IN_ARMS.search(word) is not None


def is_little(word: str) -> bool:
    """Whether a word names a child without saying whether it is a boy or a girl."""
    return is_in_arms(word) or _CHILD.fullmatch(word) is not None
