"""What the phrase reader learns from: phrasings of verbs, feelings, paces and shots, in English and Chinese.

Data only, in the YAML files beside this one; `{t}` stands for the target and `{o}` for the object. Knows nothing of
how a sentence is taken apart (see `director.understanding`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

HEADS = ("verb", "emotion", "pace", "shot", "move")


@dataclass(frozen=True, slots=True)
class Phrasing:
    """One way to say `label`; `language` is "en" or "zh"."""

    head: str
    label: str
    language: str
    text: str


@cache
def vocabulary() -> frozenset[str]:
    """Every English word of the phrasings, lower case: a phrase without any of them means nothing to the heads."""
    return frozenset(word for head in HEADS for p in phrasings(head) for word in re.findall(r"[a-z]+", p.text.lower()))


@cache
def phrasings(head: str) -> tuple[Phrasing, ...]:
    """All phrasings of one of `HEADS`, in the order of its file."""
    text = files(__name__).joinpath(f"{head}.yaml").read_text("utf-8")
    table: dict[str, dict[str, str]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return tuple(
        Phrasing(head, label, language, phrase.strip())
        for label, by_language in table.items()
        for language, listed in by_language.items()
        for phrase in listed.split(";")
        if phrase.strip()
    )
