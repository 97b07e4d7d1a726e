"""Directions that are read and not acted, and what is not as it must be about how they were read."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from texts import TEXT

from director.directive import Directive
from director.evaluate_reading import Examiner, Sentence, judge


@cache
def examiner() -> Examiner:
    return Examiner(TEXT)


def wrong(direction: str, *read: str, world: str, before: Sequence[str] = ()) -> list[str]:
    """What is not as it must be when the direction is read in a world."""
    sentence = Sentence("asked", "development", "asked", world, direction, read, tuple(before))
    return [f"{v.category}: {v.note}" for v in judge(sentence, examiner().ask(sentence)) if not v.right]


def read(direction: str, *, world: str) -> Directive:
    """What the direction asks for in a world."""
    return examiner().ask(Sentence("asked", "development", "asked", world, direction, (), ())).directive
