"""Who goes to a door that is not on stage goes to the nearer side of the set, and the author is told."""

from __future__ import annotations

import pytest
from texts import TEXT

from director.casting import cast
from director.directive import Directive
from director.understanding import Reader
from model.layout import first_moment

READER = Reader(TEXT)


def read(world: str, direction: str) -> Directive:
    casting = cast(world, seed=3, text=TEXT)
    moment = first_moment(casting.stage, casting.relations, seed=3, hour=casting.hour, weather=casting.weather)
    return READER.read(direction, casting.stage, moment)


@pytest.mark.parametrize(("world", "direction"), [
    ("A living room with Anna and Ben.", "Anna walks to the door."),
    ("A living room with Anna and Ben.", "Anna walks toward the doorway."),
    ("办公室里，小明和小红。", "小明走向门口。"),
])  # fmt: skip
def test_the_way_is_to_a_side(world: str, direction: str) -> None:
    directive = read(world, direction)
    (action,) = directive.actions
    assert action.verb == "walk" and action.target is None
    assert action.direction in ((1.0, 0.0), (-1.0, 0.0))
    assert any("not on stage" in reading for reading in directive.readings) and not directive.refusals


def test_a_door_that_is_there_is_gone_to() -> None:
    (action,) = read("A dark corridor with a door and a detective.", "The detective walks to the door.").actions
    assert action.target is not None and action.direction is None
