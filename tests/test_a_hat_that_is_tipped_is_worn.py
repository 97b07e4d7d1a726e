"""Whoever tips, adjusts or takes off a hat has it on: it is no thing beside them, and is the hat that suits them."""

from __future__ import annotations

import pytest
from texts import TEXT

from director.casting import cast


@pytest.mark.parametrize(("prompt", "who", "hat"), [
    ("A cowgirl named Josie tips her hat to the marshal.", "Josie", "cowboy"),
    ("Tom adjusts his cap and Mia laughs.", "Tom", "cap"),
    ("A magician takes off his top hat in a theatre.", "magician", "top_hat"),
    ("The king removes his crown before the bishop.", "king", "crown"),
])  # fmt: skip
def test_it_is_on_the_head_and_no_thing(prompt: str, who: str, hat: str) -> None:
    entities = cast(prompt, seed=3, text=TEXT).stage.entities
    assert next(e for e in entities if e.name == who).look["hat"] == hat
    assert not any(e.archetype in ("hat", "crown") for e in entities)


def test_a_hat_that_is_dropped_is_a_thing() -> None:
    assert "hat" in {e.archetype for e in cast("A man drops his hat in the street.", seed=3, text=TEXT).stage.entities}
