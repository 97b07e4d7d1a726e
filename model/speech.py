"""What somebody does with words: answers, asks, tells, thanks ..., and how loudly, from how it is told.

Small learned heads like those of `model.reader`; `model.train_speech` trains them. Knows nothing of what is said.
"""

from __future__ import annotations

from pathlib import Path

from model.reader import Encode, PhraseReader, load_reader

HEADS = ("speech", "voice")
VOICES = ("whisper", "normal", "shout")
WEIGHTS = Path(__file__).parent / "weights" / "speech" / "model.safetensors"


def act_of(phrase: str, encode: Encode) -> tuple[str, float]:
    """The likeliest label of `model/lexicon/speech.yaml` for "asks someone about something", and how likely it is."""
    return _best("speech", phrase, encode)


def voice_of(phrase: str, encode: Encode, *, sure: float = 0.6) -> str:
    """Of `VOICES` the one that "whispers to someone" tells of; normal where nothing does."""
    voice, probability = _best("voice", phrase, encode)
    return voice if probability >= sure else "normal"


def _best(head: str, phrase: str, encode: Encode) -> tuple[str, float]:
    reader: PhraseReader = load_reader(WEIGHTS)
    row = reader.probabilities([phrase], encode, head)[0]
    best = int(row.argmax())
    return reader.labels(head)[best], float(row[best])
