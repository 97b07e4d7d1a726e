"""Who is told to sit down takes the nearest seat with room, beside whom they sit down, or opposite; else the floor."""

from __future__ import annotations

import pytest
from texts import TEXT

from director.casting import cast
from director.understanding import Reader
from model.layout import first_moment
from model.moment import Moment
from model.stage import Stage
from model.state import Action

READER = Reader(TEXT)


def begun(prompt: str) -> tuple[Stage, Moment]:
    casting = cast(prompt, seed=4, text=TEXT)
    moment = first_moment(casting.stage, casting.relations, seed=4, hour=12.0, weather="clear")
    return casting.stage, moment


CAFE = begun("A man and a woman stand in a cafe with a chair.")
TRAIN = begun("A young woman sits in a train compartment, an old man stands in the aisle.")


def sits(words: str, world: tuple[Stage, Moment]) -> Action:
    return next(a for a in READER.read(words, *world).actions if a.verb == "sit")


def archetype(stage: Stage, entity_id: str | None) -> str | None:
    return None if entity_id is None else stage.entities[stage.index(entity_id)].archetype


@pytest.mark.parametrize(
    ("words", "seat"), [("The man sits down.", "chair"), ("The man sits down on the floor.", None)]
)
def test_the_nearest_seat_is_taken(words: str, seat: str | None) -> None:
    assert archetype(CAFE[0], sits(words, CAFE).target) == seat


def test_seats_on_a_train_are_turned_to_each_other() -> None:
    stage, moment = TRAIN
    one, other = (k for k, e in enumerate(stage.entities) if e.archetype == "sofa")
    if moment.position[one, 0] > moment.position[other, 0]:
        one, other = other, one
    assert moment.heading[one] > 0.3 and moment.heading[other] < -0.3


@pytest.mark.parametrize(("words", "same"), [("The old man sits down opposite her.", False),
                                             ("The old man sits down next to the young woman.", True)])  # fmt: skip
def test_one_sits_opposite_or_beside(words: str, same: bool) -> None:
    stage, moment = TRAIN
    hers = stage.entities[int(moment.supported_by[stage.index("e1")])].id
    target = sits(words, TRAIN).target
    assert archetype(stage, target) == "sofa" and (target == hers) == same
