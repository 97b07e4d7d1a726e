"""What is already going on when a world begins: clause by clause, who does or feels what, and to whom.

"Two brothers argue", "a messenger kneels before her with a letter", 女儿捂着鼻子笑. Each sentence is read by the
grammar of its language. Knows nothing of the stage or of what can be shown of it (see `scene`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from director.casting.chinese_telling import ChineseTelling
from director.casting.english_telling import EnglishTelling
from director.casting.hits import HAN, Hit
from director.casting.relatives import Reading, plainly_told
from director.casting.telling import Opening
from model.text import TextEncoder


def find_openings(prompt: str, hits: Sequence[Hit], text: TextEncoder) -> list[Opening]:
    """All of them, in the order of the text, but for relative clauses, which come first. `hits` are the nouns of the
    prompt, each being's names joined."""
    found: list[Opening] = []
    guesses: list[Opening] = []
    for reading in plainly_told(prompt, hits):
        certain, likely = _openings(reading, text)
        found += [_in_prompt(opening, reading) for opening in certain]
        guesses += [_in_prompt(opening, reading) for opening in likely]
    return [*found, *guesses]


def _openings(reading: Reading, text: TextEncoder) -> tuple[list[Opening], list[Opening]]:
    """(what a text tells, and the feelings that no word of it tells by itself)."""
    told, hits = reading.text, reading.hits
    everybody = sorted([*hits, *reading.told_of], key=lambda h: h.start)
    found: list[Opening] = []
    guesses: list[Opening] = []
    subject: list[Hit] = []
    for begin, end in sentences(told):
        inside = [h for h in hits if begin <= h.start < end]
        language = ChineseTelling if HAN.search(told[begin:end]) else EnglishTelling
        telling = language(told, everybody, inside, found, text, subject)
        telling.in_passing()
        telling.read(begin, end)
        subject = telling.subject
        guesses += telling.guesses
    return found, guesses


def _in_prompt(opening: Opening, reading: Reading) -> Opening:
    """An opening by where its nouns begin in the prompt."""
    other = None if opening.other is None else reading.source(opening.other)
    return replace(opening, starts=tuple(map(reading.source, opening.starts)), other=other)


def sentences(prompt: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a text begin and end."""
    begin = 0
    for match in re.finditer(r"(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bSt)\.(?!\d)|[!?;。！？；\n]+|$", prompt):
        if match.start() > begin:
            yield begin, match.start()
        begin = match.end()
