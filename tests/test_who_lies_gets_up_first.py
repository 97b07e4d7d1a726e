"""Out of a bed or off a seat: who lies sits up where they are, and stands up before they get down."""

from __future__ import annotations

import pytest
from reading import examiner, wrong

from director.evaluate_reading import Sentence

IN_BED = "A nurse checks on an old man in a hospital room."
STANDING = "A nurse and an old man in a hospital room."


@pytest.mark.parametrize("direction", ["The old man sits up.", "The old man sat up in bed.", "老人坐起来。"])
def test_who_lies_sits_up_on_the_bed(direction: str) -> None:
    assert not wrong(direction, "old man: sit -> bed", world=IN_BED)


@pytest.mark.parametrize("direction", ["The old man gets out of bed.", "The old man climbs down from the bed."])
def test_who_lies_stands_up_before_getting_down(direction: str) -> None:
    assert not wrong(direction, "old man: stand", "old man: get_down -> bed", world=IN_BED)


def test_who_stands_gets_down_at_once() -> None:
    assert "stand" not in str(examiner().ask(Sentence("asked", "development", "asked", STANDING,
                                                      "The old man gets down from the bed.", ())))  # fmt: skip
