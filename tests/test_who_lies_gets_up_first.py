"""Out of a bed or off a seat: who lies sits up where they are, and stands up before they get down."""

from __future__ import annotations

from functools import cache

import pytest
from texts import TEXT

from director.evaluate_reading import Examiner, Sentence, judge

IN_BED = "A nurse checks on an old man in a hospital room."
STANDING = "A nurse and an old man in a hospital room."


@cache
def examiner() -> Examiner:
    return Examiner(TEXT)


def wrong(direction: str, *read: str, world: str = IN_BED) -> list[str]:
    """What is not as it must be when the direction is read."""
    sentence = Sentence("asked", "development", "asked", world, direction, read)
    return [f"{v.category}: {v.note}" for v in judge(sentence, examiner().ask(sentence)) if not v.right]


@pytest.mark.parametrize("direction", ["The old man sits up.", "The old man sat up in bed.", "老人坐起来。"])
def test_who_lies_sits_up_on_the_bed(direction: str) -> None:
    assert not wrong(direction, "old man: sit -> bed")


@pytest.mark.parametrize("direction", ["The old man gets out of bed.", "The old man climbs down from the bed."])
def test_who_lies_stands_up_before_getting_down(direction: str) -> None:
    assert not wrong(direction, "old man: stand", "old man: get_down -> bed")


def test_who_stands_gets_down_at_once() -> None:
    assert "stand" not in str(examiner().ask(Sentence("asked", "development", "asked", STANDING,
                                                      "The old man gets down from the bed.", ())))  # fmt: skip
