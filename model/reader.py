"""Phrases to what they ask for: a verb, a feeling, a pace, a manner, a shot size, a camera move, with probabilities.

Small learned heads over the meaning of a phrase and of its words; `model.train_reader` trains them. Of a verb that
nobody taught, the build of the phrase tells too (`model.frames`), and of any verb who is to do it to what
(`model.occasions`). Knows nothing of sentences or of who is meant: `director.understanding` takes sentences apart and
weighs the answers.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from safetensors import safe_open
from safetensors.torch import load_file
from torch import nn

from model import words
from model.frames import is_known, likelihood, words_of
from model.layers import one_thread
from model.lexicon import MASKS
from model.occasions import ROLES, SITUATION, Situation
from model.text import WIDTH
from model.verbs import VERB_NAMES

Encode = Callable[[Sequence[str]], npt.NDArray[np.float32]]  # `TextEncoder.encode`

LETTERS = 8192
_PIECES = (3, 4, 5)  # letters long
_LOUDNESS = 6.0
_FRAME = 0.6  # how much the build of a phrase counts, beside its meaning, when its verb is not known
_TELLING = 0.4  # nats, more than which it never says who is to do it to what: lessons are not stories
_MASKED = re.compile(r"\b(?:{}|{})\b|{}|{}".format(*MASKS["en"], *MASKS["zh"]))
_SILENT = frozenset({*MASKS["en"], "a", "an", "the", "his", "her", "its", "their", "of", "and"})
MEANING = 2 * WIDTH + 2 * words.WIDTH
WEIGHTS = Path(__file__).parent / "weights" / "reader" / "model.safetensors"


@dataclass(frozen=True, slots=True)
class PhraseReaderConfig:
    """`labels` maps each head to its classes, `hidden` to the width of its hidden layer (0: none)."""

    labels: Mapping[str, tuple[str, ...]]
    hidden: Mapping[str, int]

    def to_text(self) -> str:
        labels = {k: list(v) for k, v in self.labels.items()}
        return json.dumps({"labels": labels, "hidden": dict(self.hidden)})

    @classmethod
    def from_text(cls, text: str) -> PhraseReaderConfig:
        data = json.loads(text)
        return cls({k: tuple(v) for k, v in data["labels"].items()}, data["hidden"])


def letters(text: str) -> npt.NDArray[np.float32]:
    """(LETTERS,) unit row: which words, word pairs and pieces of words a phrase holds, hashed. It tells "turns on"
    from "turns off", which sentence vectors hardly do."""
    row = np.zeros(LETTERS, np.float32)
    for part in _parts(text.lower()):
        row[zlib.crc32(part.encode()) % LETTERS] += 1.0
    return row / max(float(np.linalg.norm(row)), 1e-6)


def _parts(text: str) -> Iterator[str]:
    spelled = re.findall(r"[a-z']+|[\u3400-\u9fff]", text)
    for i, word in enumerate(spelled):
        yield word
        if i:
            yield f"{spelled[i - 1]} {word}"
        if word.isascii():
            edged = f"<{word}>"
            for length in _PIECES:
                yield from (edged[j : j + length] for j in range(max(1, len(edged) - length + 1)))


def meanings(texts: Sequence[str], encode: Encode) -> npt.NDArray[np.float32]:
    """(B, MEANING): the vector of each phrase, that of the phrase without those it is done to, and what its English
    verb and words mean by themselves."""
    bare = [_bare(text) or text for text in texts]
    glosses = np.stack([_glosses(text) for text in texts]) if texts else np.zeros((0, 2 * words.WIDTH), np.float32)
    return np.concatenate([encode(texts), encode(bare), glosses], axis=1)


def _glosses(text: str) -> npt.NDArray[np.float32]:
    """(2 * words.WIDTH,): the verb's meaning, and the mean of all words'; as loud, number by number, as a sentence
    vector. Zeros without English words that anybody knows."""
    row = np.zeros((2, words.WIDTH), np.float32)
    spoken = [word for word in words_of(text) if word not in _SILENT]
    if (verb := words.meaning(spoken[0]) if spoken else None) is not None:
        row[0] = verb
    if known := [vector for word in spoken if (vector := words.meaning(word)) is not None]:
        mean = np.sum(known, axis=0)
        row[1] = mean / max(float(np.linalg.norm(mean)), 1e-6)
    row *= (words.WIDTH / WIDTH) ** 0.5
    return row.ravel()


def _bare(text: str) -> str:
    return re.sub(r"\s+", " ", _MASKED.sub(" ", text)).strip()


class PhraseReader(nn.Module):
    """One head per question, each over the meaning (B, MEANING) and the letters (B, LETTERS) of the phrases."""

    def __init__(self, config: PhraseReaderConfig) -> None:
        super().__init__()
        self.config = config
        self.meaning = nn.ModuleDict({k: _head(config.hidden[k], len(v)) for k, v in config.labels.items()})
        self.letters = nn.ModuleDict({k: nn.Linear(LETTERS, len(v), bias=False) for k, v in config.labels.items()})
        self.occasion = nn.Linear(SITUATION, len(VERB_NAMES))
        self.usual = nn.Linear(3, len(VERB_NAMES))

    def forward(self, meaning: torch.Tensor, spelling: torch.Tensor, head: str) -> torch.Tensor:
        """Logits (B, classes of `head`)."""
        logits: torch.Tensor = self.meaning[head](meaning * WIDTH**0.5)
        spelled: torch.Tensor = self.letters[head](spelling * _LOUDNESS)
        return logits + spelled

    @torch.inference_mode()
    def probabilities(self, texts: Sequence[str], encode: Encode, head: str) -> npt.NDArray[np.float32]:
        """(B, classes of `head`), rows sum to 1."""
        meaning = torch.from_numpy(meanings(texts, encode))
        spelling = torch.from_numpy(np.stack([letters(text) for text in texts]))
        with one_thread():
            rows = np.array(self(meaning, spelling, head).softmax(-1).numpy(), np.float32)
        if head == "verb":
            for row, text in zip(rows, texts, strict=True):
                if not is_known(text):
                    row *= likelihood(text, self.labels(head)) ** _FRAME
                    row /= row.sum()
        return rows

    @torch.inference_mode()
    def occasions(self, situation: Situation) -> dict[str, float]:
        """By verb, how much likelier it is asked of those who are in this situation than of others in the same roles,
        in nats, as it counts beside the logarithm of the verb's probability. Which roles there are, the words say, and
        plain words must win."""
        seen = torch.from_numpy(situation)
        likelier = self.occasion(seen).log_softmax(-1) - self.usual(seen[ROLES]).log_softmax(-1)
        told: list[float] = likelier.clamp(-_TELLING, _TELLING).tolist()
        return dict(zip(VERB_NAMES, told, strict=True))

    def labels(self, head: str) -> tuple[str, ...]:
        return self.config.labels[head]


def _head(hidden: int, classes: int) -> nn.Module:
    if not hidden:
        return nn.Linear(MEANING, classes)
    return nn.Sequential(nn.Linear(MEANING, hidden), nn.GELU(), nn.Dropout(0.5), nn.Linear(hidden, classes))


@cache
def load_reader(path: Path = WEIGHTS) -> PhraseReader:
    """The trained reader, loaded once. Raises FileNotFoundError when the weights are not there."""
    with safe_open(path, "pt") as file:
        config = PhraseReaderConfig.from_text(file.metadata()["config"])
    reader = PhraseReader(config)
    reader.load_state_dict({name: weight.float() for name, weight in load_file(path).items()})
    return reader.eval()
