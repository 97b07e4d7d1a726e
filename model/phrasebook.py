"""How lessons are asked for: phrases of each verb as vectors, drawn at random.

Training only. Knows the lexicon's training split and nothing of what is held out from it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import torch
from torch import Tensor

from model.lexicon import MASKS, training_phrases
from model.text import WIDTH, TextEncoder
from model.verbs import VERB_NAMES

_SILENT = 0.12  # share of actions that come without words
_UNNAMED = 0.35  # share of those with words that come without their verb
_SHAKE = 0.012  # noise on the vectors: neighbours of a phrase mean the same
_OTHERS = tuple(mask for masks in MASKS.values() for mask in masks)


class Phrasebook:
    """Phrases (P, 512), and for every verb those that name another and those that do not."""

    def __init__(self, phrases: Mapping[str, Sequence[str]], text: TextEncoder) -> None:
        self._vectors = torch.zeros(1, WIDTH)  # row 0: silence
        self._rows: dict[tuple[int, bool], np.ndarray[tuple[int], np.dtype[np.int64]]] = {}
        said: list[str] = []
        for verb, known in phrases.items():
            for named in (False, True):
                fitting = [p for p in known if any(o in p for o in _OTHERS) == named]
                first = len(said) + 1
                said += fitting
                self._rows[VERB_NAMES.index(verb), named] = np.arange(first, first + len(fitting))
        if said:
            self._vectors = torch.cat([self._vectors, torch.from_numpy(text.encode(said))])

    @classmethod
    def of_training(cls, most: int | None = None) -> Phrasebook:
        """Every verb's phrases of the training split, or the first `most` of each; all take half a minute."""
        return cls({verb: training_phrases(verb)[:most] for verb in VERB_NAMES}, TextEncoder(remember=0))

    def ask(self, verbs: Tensor, roles: Tensor, rng: np.random.Generator) -> tuple[Tensor, Tensor]:
        """For actions (B, A) with their roles (B, A, 3): the verb rows as told, `act` where words alone tell, and
        words (B, A, 512)."""
        rows = np.zeros(verbs.shape, np.int64)
        other = (roles[..., 1:] >= 0).any(-1).numpy()
        for verb in np.unique(verbs.numpy()):
            for named in (False, True):
                here = (verbs.numpy() == verb) & (other == named)
                known = self._rows.get((int(verb), named))
                if known is None or not len(known):
                    known = self._rows.get((int(verb), not named), np.zeros(1, np.int64))
                if here.any() and len(known):
                    rows[here] = rng.choice(known, int(here.sum()))
        rows *= rng.random(rows.shape) >= _SILENT
        told = torch.where(torch.from_numpy((rows > 0) & (rng.random(rows.shape) < _UNNAMED)), _ACT, verbs)
        words = self._vectors[torch.from_numpy(rows)]
        noise = torch.from_numpy(rng.standard_normal(words.shape, dtype=np.float32))
        return told, words + _SHAKE * noise * torch.from_numpy(rows > 0)[..., None]


_ACT = VERB_NAMES.index("act")
