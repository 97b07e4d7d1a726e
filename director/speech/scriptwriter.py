"""Lines by a language model: what it is told of a part, and whether what it writes may be said.

A line that names who is not there and not remembered, says of somebody what is far from all that the speaker knows, is
in another language, or is no line at all is not taken;
whoever asked then words it otherwise. Knows nothing of models beyond that one goes on with a text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from director.casting.spotting import HAN, find_nouns
from director.lexicon.words import STOP_WORDS
from model.lexicon import vocabulary
from model.reader import Encode

LONGEST_LINE = 240  # characters
_MOST_REMEMBERED = 12
_TOKENS = 64
_NEAR = 0.4  # cosine from which two say much the same
_UNFIT = re.compile(r"[\x00-\x1f\x7f-\x9f<>{}\[\]|\\`*_#\ufffd\ue000-\uf8ff\u202a-\u202e\u2066-\u2069]|https?:")


class Completes(Protocol):
    """A language model, as `model.language.LanguageModel` is."""

    def complete(self, system: str, prompt: str, *, seed: int, tokens: int) -> str:
        """How the model goes on; the same arguments give the same text."""
        ...


@dataclass(frozen=True, slots=True)
class Part:
    """What bears on one line. `request` are the author's words ("Anna tells him what she saw"), `remembers` what the
    speaker knows, oldest first, `point` the part of it that is asked for. `may_name` are the names of those who are
    there or remembered, `everybody` all that the stage has."""

    speaker: str
    listener: str | None
    request: str
    mood: str
    language: str  # en or zh
    remembers: tuple[str, ...]
    point: tuple[str, ...]
    heard: str | None
    may_name: frozenset[str]
    everybody: frozenset[str]


class ScriptWriter(Protocol):
    """Whoever writes lines beside the patterns."""

    def line(self, part: Part, *, seed: int) -> str | None:
        """The words for a part; None when there are none that may be said."""
        ...


@dataclass(frozen=True)
class ModelWriter:
    """Has a language model write lines, and takes those that hold."""

    model: Completes
    encode: Encode

    def line(self, part: Part, *, seed: int) -> str | None:
        written = self.model.complete(_SYSTEM, asked(part), seed=seed, tokens=_TOKENS)
        return fit(written, part, self.encode)


_SYSTEM = (
    "You write one line of dialogue for a short drama. Answer with the spoken words alone: no name, no quotation "
    "marks, no stage directions. One or two short sentences. Say nothing that the character does not know."
)


def asked(part: Part) -> str:
    """The prompt for a part, in English but for what the story itself is told in."""
    lines = [f"Character: {part.speaker}. Mood: {part.mood}."]
    lines += [f"Speaks to: {part.listener}."] if part.listener else []
    known = part.remembers[-_MOST_REMEMBERED:] or ("nothing yet",)
    lines += ["What the character knows:", *(f"- {fact}" for fact in known)]
    lines += ["To be said:", *(f"- {fact}" for fact in part.point)] if part.point else []
    lines += [f"Last said to the character: {part.heard}"] if part.heard else []
    language = "Chinese" if part.language == "zh" else "English"
    return "\n".join([*lines, f"Direction: {part.request}", f"Language: {language}.", "Line:"])


def fit(written: str, part: Part, encode: Encode) -> str | None:
    """The line in what a model has written, when it may be said; else None. What it says of a third is near to
    something that the speaker knows."""
    first = next((line.strip() for line in written.strip().splitlines() if line.strip()), "")
    line = re.sub(rf"^{re.escape(part.speaker)}\s*[:：]\s*", "", first, flags=re.I).strip(" \"“”「」'‘’")
    if not line or len(line) > LONGEST_LINE or _UNFIT.search(line) or not re.search(r"\w", line):
        return None
    if bool(HAN.search(line)) != (part.language == "zh") or _is_babble(line):
        return None
    return None if _unknown(line, part) or _invented(line, part, encode) else line


def _is_babble(line: str) -> bool:
    """Whether it is the same over and over."""
    words: Sequence[str] = HAN.findall(line) or re.findall(r"\w+", line.lower())
    return len(words) >= 6 and len(set(words)) * 3 < len(words)


def _unknown(line: str, part: Part) -> set[str]:
    """Names in the line of those who are neither there nor spoken of in what the speaker knows."""
    told = " ".join((*part.may_name, *part.remembers, part.request, part.heard or "")).casefold()
    known = set(re.findall(r"\w+", told)) | vocabulary() | STOP_WORDS
    capitals = {word for word in re.findall(r"[A-Z][a-z]+", line) if word.casefold() not in known}
    named = {hit.word for hit in find_nouns(line) if hit.given and HAN.search(hit.word) and hit.word not in told}
    return capitals | named | {name for name in part.everybody - part.may_name if _names(line, name)}


def _invented(line: str, part: Part, encode: Encode) -> bool:
    """Whether a line states of somebody or something what is near to nothing that the speaker knows or is asked for."""
    thirds = part.may_name - {part.speaker, part.listener}
    if line.rstrip()[-1] in "?？" or not any(_names(line, name) for name in thirds):
        return False
    rows = encode([line, *part.remembers, part.request, *([part.heard] if part.heard else [])])
    return float((rows[1:] @ rows[0]).max()) < _NEAR


def _names(line: str, name: str) -> bool:
    """Whether the line has the name of somebody on stage in it."""
    if HAN.search(name):
        return name in line
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", line, re.I) is not None
