"""What is found in a text: a noun or name, with where it stands and what the words about it say.

Knows nothing of how it is found, nor of the stage.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from director.lexicon.nouns import Sense

WORD = re.compile(r"[A-Za-zÀ-ɏ]+(?:[-'’][A-Za-zÀ-ɏ]+|-\d+\b)*|\d+")
HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Hit:
    """A noun or name in the text. `word` is as the author wrote it (singular in English); `given` is set for proper
    names, which may come with a `title`, the noun beside it; `before` are the words that describe it, `setting` names a
    place instead of a thing; `also` are where other nouns for the same being begin."""

    start: int
    end: int
    word: str
    sense: Sense | None = None
    setting: str | None = None
    count: int = 1
    plural: bool = False
    given: bool = False
    definite: bool = False
    possessive: bool = False
    before: tuple[str, ...] = field(default=())
    title: str = ""
    also: tuple[int, ...] = ()


def is_chinese(text: str) -> bool:
    """Whether the text is mostly Chinese."""
    han = len(HAN.findall(text))
    return han > 0 and han >= len(WORD.findall(text))
