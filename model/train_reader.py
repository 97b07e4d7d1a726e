"""Train the phrase reader: `python -m model.train_reader [--out DIR]`; a minute on a CPU.

Every phrasing of `model.lexicon` is varied in form (walks, walking, walked; someone, the stone; slowly) so that the
heads learn its meaning. A tenth of the phrasings, with all their variants, is held out first and the accuracy on it
reported; the weights that ship are then trained on all. Knows nothing of sentences.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from safetensors.torch import save_file
from torch import nn

from model.lexicon import HEADS, MASKS, Phrasing, phrasings, split
from model.reader import WEIGHTS, PhraseReader, PhraseReaderConfig, letters
from model.text import TextEncoder

HIDDEN = {"verb": 192, "emotion": 64, "pace": 0, "manner": 0, "shot": 0, "move": 0}
_NOUNS = {
    "en": ("the man", "the woman", "the king", "the table", "the dog", "the stone", "the door", "the cup"),
    "zh": ("那个男人", "女人", "国王", "桌子", "狗", "石头", "门", "杯子"),
}
_ADVERBS = {
    "en": ("slowly", "quickly", "quietly", "suddenly", "then", "carefully"),
    "zh": ("慢慢地", "突然", "迅速地", "小心地"),
}
_IRREGULAR = {
    "goes": ("go", "going", "went"), "is": ("be", "being", "was"), "has": ("have", "having", "had"),
    "takes": ("take", "taking", "took"), "gets": ("get", "getting", "got"), "runs": ("run", "running", "ran"),
    "sits": ("sit", "sitting", "sat"), "gives": ("give", "giving", "gave"), "puts": ("put", "putting", "put"),
    "falls": ("fall", "falling", "fell"), "flies": ("fly", "flying", "flew"), "throws": ("throw", "throwing", "threw"),
    "comes": ("come", "coming", "came"), "stands": ("stand", "standing", "stood"), "says": ("say", "saying", "said"),
    "lies": ("lie", "lying", "lay"), "leaves": ("leave", "leaving", "left"), "hits": ("hit", "hitting", "hit"),
    "rises": ("rise", "rising", "rose"), "tells": ("tell", "telling", "told"), "draws": ("draw", "drawing", "drew"),
}  # fmt: skip


def inflections(verb: str) -> tuple[str, ...]:
    """Base form, -ing and past of an English verb in the third person ("walks" -> walk, walking, walked)."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("ies"):
        stem = verb[:-3]
        return stem + "y", stem + "ying", stem + "ied"
    if verb.endswith(("shes", "ches", "sses", "xes", "zes")):
        base = verb[:-2]
    elif verb.endswith("s") and not verb.endswith("ss"):
        base = verb[:-1]
    else:
        return ()
    stem = base[:-1] if base.endswith("e") else base
    return base, stem + "ing", stem + "ed"


def variants(phrasing: Phrasing, rng: random.Random) -> Iterator[str]:
    """The phrasing and several ways to vary it; never the meaning."""
    language = phrasing.language
    someone, something = MASKS[language]
    nouns = _NOUNS[language]
    text = phrasing.text
    plain = text.replace("{o}", something)
    yield plain.replace("{t}", someone)
    if "{t}" in text or "{o}" in text:
        yield plain.replace("{t}", something)
        yield text.replace("{t}", rng.choice(nouns)).replace("{o}", rng.choice(nouns))
    filled = plain.replace("{t}", rng.choice((someone, something)))
    adverb = rng.choice(_ADVERBS[language])
    if phrasing.head in ("verb", "emotion", "pace") and ":" not in phrasing.label and phrasing.label != "camera":
        if phrasing.head != "pace":
            yield f"{filled} {adverb}" if language == "en" else f"{adverb}{filled}"
        yield f"someone {filled}" if language == "en" else f"某人{filled}"
    first, _, rest = filled.partition(" ")
    if language == "en" and phrasing.head in ("verb", "emotion", "pace"):
        for form in inflections(first):
            yield f"{form} {rest}".strip()


def train(texts: Sequence[str], labels: npt.NDArray[np.int64], vectors: dict[str, npt.NDArray[np.float32]],
          reader: PhraseReader, head: str, *, steps: int, seed: int = 0) -> None:
    """Fit one head in place."""
    torch.manual_seed(seed)
    x = torch.from_numpy(np.stack([vectors[text] for text in texts]))
    spelling = torch.from_numpy(np.stack([letters(text) for text in texts]))
    y = torch.from_numpy(labels)
    share = torch.bincount(y, minlength=len(reader.labels(head))).float().clamp(min=1)
    loss_of = nn.CrossEntropyLoss(weight=(share.mean() / share).sqrt(), label_smoothing=0.05)
    weights = [*reader.meaning[head].parameters(), *reader.letters[head].parameters()]
    optimizer = torch.optim.AdamW(weights, lr=2e-3 if HIDDEN[head] else 6e-3, weight_decay=0.05)
    epochs = min(max(12, steps * 256 // len(x)), 30)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, epochs)
    reader.train()
    for _ in range(epochs):
        for rows in torch.split(torch.randperm(len(x)), 256):
            # A little noise on the vectors: neighbours of a phrasing mean the same.
            noisy = x[rows] + 0.012 * torch.randn_like(x[rows])
            optimizer.zero_grad()
            loss_of(reader(noisy, spelling[rows], head), y[rows]).backward()
            optimizer.step()
        schedule.step()
    reader.eval()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=WEIGHTS.parent)
    parser.add_argument("--steps", type=int, default=1_800, help="optimizer steps a head")
    args = parser.parse_args()
    torch.set_num_threads(1)
    encoder = TextEncoder(remember=50_000)
    labels = {head: tuple(dict.fromkeys(p.label for p in phrasings(head))) for head in HEADS}
    config = PhraseReaderConfig(labels, HIDDEN)
    torch.manual_seed(0)
    reader = PhraseReader(config)
    scores = {}
    for head in HEADS:
        taught = [p for p in phrasings(head) if split(p.text) == "train"]
        tested = [p for p in phrasings(head) if split(p.text) == "held_out"]
        rows = {p: list(variants(p, random.Random(p.text))) for p in phrasings(head)}
        vectors = {t: encoder.encode([t])[0] for ts in rows.values() for t in ts}

        def fit(items: Sequence[Phrasing], target: PhraseReader, head: str = head,
                rows: dict[Phrasing, list[str]] = rows, vectors: dict[str, npt.NDArray[np.float32]] = vectors) -> None:
            pairs = [(text, labels[head].index(p.label)) for p in items for text in rows[p]]
            train([t for t, _ in pairs], np.array([i for _, i in pairs]), vectors, target, head, steps=args.steps)

        trial = PhraseReader(config)
        fit(taught, trial)
        asked = [rows[p][0] for p in tested]
        answers = trial.probabilities(asked, np.stack([vectors[text] for text in asked]), head)
        right = [labels[head][row.argmax()] == p.label for row, p in zip(answers, tested, strict=True)]
        scores[head] = {"held_out": len(tested), "accuracy": round(sum(right) / len(right), 3)}
        print(head, json.dumps(scores[head]))
        for row, p, ok in zip(answers, tested, right, strict=True):
            if not ok:
                print(f"  {p.text}: {p.label} read as {labels[head][row.argmax()]}")
        fit(phrasings(head), reader)
    args.out.mkdir(parents=True, exist_ok=True)
    weights = {k: v.half().contiguous() for k, v in reader.state_dict().items()}
    metadata = {"config": config.to_text(), "scores": json.dumps(scores)}
    save_file(weights, args.out / "model.safetensors", metadata=metadata)


if __name__ == "__main__":
    main()
