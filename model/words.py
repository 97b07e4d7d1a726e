"""What English words mean, each by itself, as vectors: "bludgeons" lies near "hits", also where nobody taught it.

The vectors are distilled by `model.train_words`. Knows no phrases and no Chinese.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
from safetensors.numpy import load_file

WIDTH = 96
WEIGHTS = Path(__file__).parent / "weights" / "words" / "model.safetensors"

Vector = npt.NDArray[np.float32]  # (WIDTH,), of length 1


def meaning(word: str) -> Vector | None:
    """What a word in small letters means, or the word it is a form of; None for one that nobody knows."""
    index, vectors = _words()
    row = next((index[form] for form in (word, *bases(word)) if form in index), None)
    if row is None:
        return None
    vector = vectors[row].astype(np.float32)
    unit: Vector = vector / max(float(np.linalg.norm(vector)), 1e-6)
    return unit


def bases(word: str) -> Iterator[str]:
    """What an English word may be a form of, the likelier first: "strolling" of "stroll", "hopped" of "hop"."""
    for ending in ("ing", "ed", "es", "s"):
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 3:
            continue
        if stem.endswith("i") and ending in ("ed", "es"):
            yield stem[:-1] + "y"
        yield stem
        if ending in ("ing", "ed"):
            if stem[-1] == stem[-2]:
                yield stem[:-1]
            yield stem + "e"


@cache
def _words() -> tuple[dict[str, int], npt.NDArray[np.int8]]:
    """Rows by word, and the vectors (V, WIDTH). Raises FileNotFoundError when the weights are not there."""
    weights = load_file(WEIGHTS)
    words = bytes(weights["spelling"]).decode("ascii").split("\n")
    return {word: row for row, word in enumerate(words)}, weights["vectors"]
