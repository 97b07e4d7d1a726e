"""Train the reader of what is done with words: `python -m model.train_speech [--out DIR]`; a minute on a CPU.

As `model.train_reader` does, with its machinery: first without the tenth of the phrasings that is held out, on which
the figures are reported; the weights that ship are then trained on all. Knows nothing of lines.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch

from model.lexicon import Phrasing, phrasings, split
from model.reader import Encode, PhraseReader, PhraseReaderConfig
from model.speech import HEADS, WEIGHTS
from model.text import TextEncoder
from model.train_reader import HIDDEN, Lesson, save, score, train


def fitted(items: Mapping[str, Sequence[Phrasing]], encode: Encode, *, steps: int) -> PhraseReader:
    """A reader taught these phrasings, by head."""
    labels = {head: tuple(dict.fromkeys(p.label for p in phrasings(head))) for head in HEADS}
    torch.manual_seed(0)
    reader = PhraseReader(PhraseReaderConfig(labels, {head: HIDDEN[head] for head in HEADS}))
    for head, listed in items.items():
        train(Lesson.of(listed, labels[head], encode), reader, head, steps=steps)
    return reader


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=WEIGHTS.parent)
    parser.add_argument("--steps", type=int, default=1_500, help="optimizer steps a head")
    args = parser.parse_args()
    torch.set_num_threads(1)
    encode = TextEncoder(remember=300_000).encode
    taught = {head: [p for p in phrasings(head) if split(p.text) == "train"] for head in HEADS}
    tested = {head: [p for p in phrasings(head) if split(p.text) == "held_out"] for head in HEADS}
    trial = fitted(taught, encode, steps=args.steps)
    scores = {head: score(trial, head, asked, encode) for head, asked in tested.items()}
    for head, figures in scores.items():
        print(head, json.dumps(figures))
    args.out.mkdir(parents=True, exist_ok=True)
    reader = fitted({head: phrasings(head) for head in HEADS}, encode, steps=args.steps)
    save(reader, args.out / "model.safetensors", scores)


if __name__ == "__main__":
    main()
