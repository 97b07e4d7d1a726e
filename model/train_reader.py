"""Train the phrase reader: `python -m model.train_reader [--out DIR]`; some minutes on a CPU, most of them to encode.

Every phrasing of `model.lexicon` is varied in form (walks, walking, walked; someone, the stone; slowly) so that the
heads learn its meaning. First without the tenth that `model.lexicon.split` holds out, with all its variants: the
figures reported are of that trial, on those phrasings and on the verbs that nothing is trained on. The weights that
ship are then trained on all phrasings, never on those verbs. `--trial FILE` keeps the trial's reader, so that
`model.evaluate --reader FILE` asks in words that neither reader nor world model has seen. What is likely to be asked of
whom is learned from how lessons begin. Knows nothing of sentences.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import save_file
from torch import nn

from model.lexicon import HEADS, MASKS, Phrasing, adjuncts, held_out_verbs, masked, phrasings, split
from model.lexicon.forms import inflections
from model.occasions import ROLES, situation
from model.reader import WEIGHTS, Encode, PhraseReader, PhraseReaderConfig, letters, load_reader, meanings
from model.teacher.rollouts import opening
from model.text import TextEncoder
from model.verbs import VERB_NAMES

HIDDEN = {
    "verb": 512, "emotion": 64, "pace": 0, "manner": 0, "shot": 64, "move": 64, "cut": 64, "speech": 64, "voice": 0,
}  # fmt: skip
_DEEDS = ("verb", "emotion", "pace", "speech", "voice")  # heads whose phrasings tell what somebody does
_OF_THE_CAMERA = ("shot", "move", "cut")
_SHARE = 17  # one in so many deeds is told to the heads of the camera
_AT_ONCE = 512  # phrases whose letters are spelled out before only those they have are kept
_NOUNS = {
    "en": ("the man", "the woman", "the king", "the table", "the dog", "the stone", "the door", "the cup"),
    "zh": ("那个男人", "女人", "国王", "桌子", "狗", "石头", "门", "杯子"),
}
_GOAL = re.compile(r"(.+) ((?:to|toward|towards|at|onto|on) (?:someone|something))")


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
    if _is_deed(phrasing):
        yield f"someone {filled}" if language == "en" else f"某人{filled}"
    first, _, rest = filled.partition(" ")
    if language == "en" and phrasing.head in _DEEDS:
        for form in inflections(first):
            yield f"{form} {rest}".strip()


def beside(phrasing: Phrasing, rng: random.Random) -> Iterator[str]:
    """The deed with what may stand before it, behind it, and in English also in front of whom it is done to."""
    if not _is_deed(phrasing) or phrasing.head == "pace":
        return
    before, after = adjuncts(phrasing.language, with_feeling=phrasing.head == "verb")
    space = " " if phrasing.language == "en" else ""
    deed = rng.choice(masked(phrasing))
    yield f"{rng.choice(before)}{space}{deed}"
    yield f"{deed}{space}{rng.choice(after)}"
    if goal := _GOAL.fullmatch(deed):
        yield f"{goal[1]} {rng.choice(after)} {goal[2]}"


def _is_deed(phrasing: Phrasing) -> bool:
    return phrasing.head in _DEEDS and ":" not in phrasing.label and phrasing.label != "camera"


@dataclass(frozen=True, slots=True)
class Lesson:
    """Phrases as the heads see them, and the labels they have: each tensor has a row per phrase."""

    meaning: torch.Tensor
    spelling: torch.Tensor  # sparse
    label: torch.Tensor

    @classmethod
    def of(cls, items: Sequence[Phrasing], labels: Sequence[str], encode: Encode) -> Lesson:
        pairs = [(text, labels.index(p.label)) for p in items for text in rows(p)]
        texts = [text for text, _ in pairs]
        return cls(
            torch.from_numpy(meanings(texts, encode)),
            torch.cat([_sparse(texts[at : at + _AT_ONCE]) for at in range(0, len(texts), _AT_ONCE)]),
            torch.tensor([label for _, label in pairs]),
        )


def _sparse(texts: Sequence[str]) -> torch.Tensor:
    return torch.from_numpy(np.stack([letters(text) for text in texts])).to_sparse()


def rows(phrasing: Phrasing) -> tuple[str, ...]:
    """What a phrasing is taught in: as it is and in its variants, a verb's in two of them and with an adjunct. With all
    of them verbs are read no better, and words that nobody taught worse."""
    rng = random.Random(phrasing.text)
    plain = masked(phrasing)
    others = [text for text in dict.fromkeys(variants(phrasing, rng)) if text not in plain]
    accompanied = [text for text in dict.fromkeys(beside(phrasing, rng)) if text not in plain]
    if phrasing.head == "verb":
        others = rng.sample(others, min(2, len(others)))
        accompanied = rng.sample(accompanied, min(1, len(accompanied)))
    return (*plain, *others, *accompanied)


def train(lesson: Lesson, reader: PhraseReader, head: str, *, steps: int, seed: int = 0) -> None:
    """Fit one head in place."""
    torch.manual_seed(seed)
    share = torch.bincount(lesson.label, minlength=len(reader.labels(head))).float().clamp(min=1)
    loss_of = nn.CrossEntropyLoss(weight=(share.mean() / share).sqrt(), label_smoothing=0.05)
    weights = [*reader.meaning[head].parameters(), *reader.letters[head].parameters()]
    optimizer = torch.optim.AdamW(weights, lr=2e-3 if HIDDEN[head] else 6e-3, weight_decay=0.6)
    epochs = min(max(8, steps * 256 // len(lesson.label)), 30)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, epochs)
    reader.train()
    for _ in range(epochs):
        for chosen in torch.split(torch.randperm(len(lesson.label)), 256):
            meaning = lesson.meaning[chosen]
            # A little noise on the vectors: neighbours of a phrasing mean the same. What has no meaning gets none.
            noisy = meaning + 0.02 * torch.randn_like(meaning) * (meaning != 0)
            optimizer.zero_grad()
            spelling = lesson.spelling.index_select(0, chosen).to_dense()
            loss_of(reader(noisy, spelling, head), lesson.label[chosen]).backward()
            optimizer.step()
        schedule.step()
    reader.eval()


_OPENINGS = range(3_000_000, 3_012_000)  # seeds of neither the world model's lessons nor its evaluation's


def learn_occasions(reader: PhraseReader, seeds: Sequence[int]) -> None:
    """From situations, and from who has a part in them, to the verbs that lessons which begin so ask for: fit both in
    place."""
    begun = [opening(seed) for seed in seeds]
    asked = [(o, o.asked[0][0]) for o in begun]
    seen = torch.from_numpy(np.stack([situation(o.stage, o.moment, a.actor, a.target, a.object) for o, a in asked]))
    verbs = torch.tensor([VERB_NAMES.index(a.verb) for _, a in asked])
    _fit_verbs(reader.occasion, seen, verbs)
    _fit_verbs(reader.usual, seen[:, ROLES], verbs)


def _fit_verbs(layer: nn.Linear, seen: torch.Tensor, verbs: torch.Tensor) -> None:
    """Logistic regression in place; every verb counts the same, however many lessons it has."""
    share = torch.bincount(verbs, minlength=len(VERB_NAMES)).float().clamp(min=1)
    loss_of = nn.CrossEntropyLoss(weight=share.mean() / share, label_smoothing=0.05)
    optimizer = torch.optim.AdamW(layer.parameters(), lr=0.02, weight_decay=0.02)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, 30)
    torch.manual_seed(0)
    for _ in range(30):
        for chosen in torch.split(torch.randperm(len(verbs)), 512):
            optimizer.zero_grad()
            loss_of(layer(seen[chosen]), verbs[chosen]).backward()
            optimizer.step()
        schedule.step()


def fitted(
    items: Mapping[str, Sequence[Phrasing]], encode: Encode, *, steps: int, kept: PhraseReader | None = None
) -> PhraseReader:
    """A reader taught these phrasings, by head, and what there is occasion for; all else it has from `kept`."""
    labels = {head: tuple(dict.fromkeys(p.label for p in phrasings(head))) for head in HEADS}
    if kept is not None:
        labels |= {head: kept.labels(head) for head in HEADS if head not in items}
    torch.manual_seed(0)
    reader = PhraseReader(PhraseReaderConfig(labels, HIDDEN))
    if kept is None:
        learn_occasions(reader, _OPENINGS)
    else:
        taught = tuple(f"{part}.{head}." for part in ("meaning", "letters") for head in items)
        weights = {k: v for k, v in kept.state_dict().items() if not k.startswith(taught)}
        reader.load_state_dict(reader.state_dict() | weights)
    for head, listed in items.items():
        train(Lesson.of(listed, labels[head], encode), reader, head, steps=steps)
    return reader


def taught_as(head: str) -> list[Phrasing]:
    """The phrasings of a head. Those that ask about the camera are told of deeds, too, which ask nothing of it."""
    listed = list(phrasings(head))
    if head not in _OF_THE_CAMERA:
        return listed
    deeds = [p for p in phrasings("verb") if p.label != "camera"]
    return listed + [replace(p, head=head, label="none") for p in deeds if zlib.crc32(p.text.encode()) % _SHARE == 1]


def score(reader: PhraseReader, head: str, asked: Sequence[Phrasing], encode: Encode) -> dict[str, float]:
    """How many of the phrasings are read as their label, and for how many it is among the first three. Prints those
    that are not."""
    answers = reader.probabilities([masked(p)[0] for p in asked], encode, head)
    ranked = [[reader.labels(head)[i] for i in np.argsort(-row)[:3]] for row in answers]
    for p, best in zip(asked, ranked, strict=True):
        if best[0] != p.label:
            print(f"  {p.text}: {p.label} read as {', '.join(best)}")
    first = sum(best[0] == p.label for p, best in zip(asked, ranked, strict=True))
    among = sum(p.label in best for p, best in zip(asked, ranked, strict=True))
    return {"asked": len(asked), "right": round(first / len(asked), 3), "in_three": round(among / len(asked), 3)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=WEIGHTS.parent)
    parser.add_argument("--trial", type=Path, help="keep the trial's reader as this file, too")
    parser.add_argument("--heads", nargs="+", choices=HEADS, help="teach only these; the others stay as they are")
    parser.add_argument("--steps", type=int, default=5_500, help="optimizer steps a head")
    args = parser.parse_args()
    torch.set_num_threads(1)
    encode = TextEncoder(remember=300_000).encode
    heads = args.heads or HEADS
    kept = load_reader() if args.heads else None
    taught = {head: [p for p in taught_as(head) if split(p.text) == "train"] for head in heads}
    tested = {head: [p for p in phrasings(head) if split(p.text) == "held_out"] for head in heads}
    trial = fitted(taught, encode, steps=args.steps, kept=kept)
    scores = {head: score(trial, head, asked, encode) for head, asked in tested.items()}
    if "verb" in heads:
        scores["held-out verbs"] = score(trial, "verb", [v.phrasing for v in held_out_verbs()], encode)
    for name, figures in scores.items():
        print(name, json.dumps(figures))
    reader = fitted({head: taught_as(head) for head in heads}, encode, steps=args.steps, kept=kept)
    args.out.mkdir(parents=True, exist_ok=True)
    save(reader, args.out / "model.safetensors", scores)
    if args.trial:
        save(trial, args.trial, scores)


def save(reader: PhraseReader, file: Path, scores: Mapping[str, Mapping[str, float]]) -> None:
    """As `load_reader` takes it, in half precision."""
    weights = {k: v.half().contiguous() for k, v in reader.state_dict().items()}
    metadata = {"config": reader.config.to_text(), "scores": json.dumps(scores)}
    save_file(weights, file, metadata=metadata)


if __name__ == "__main__":
    main()
