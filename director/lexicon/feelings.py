# ruff: noqa: E501  (tables of words read best a row a line)
"""Single words that tell a feeling: "heartbroken", 愤怒. Phrases are read by meaning elsewhere.

Knows nothing of who feels it.
"""

from __future__ import annotations

from functools import cache

from model.lexicon import phrasings

_DEEDS = {"crying": "sad", "weeping": "sad", "sobbing": "sad", "laughing": "happy", "smiling": "happy", "alarmed": "afraid",
          "trembling": "afraid", "frowning": "angry", "gasping": "surprised", "blushing": "in love", "cowering": "afraid",
          "frightened": "afraid", "heartbroken": "sad", "enraged": "angry", "terrified": "afraid"}  # fmt: skip


@cache
def feelings() -> dict[str, str]:
    """Word to the emotion (of `model.moment.EMOTIONS`) that it tells."""
    return {p.text: p.label for p in phrasings("emotion") if " " not in p.text and p.label != "none"} | _DEEDS
