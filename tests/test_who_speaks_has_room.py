"""Who is still nose to nose with somebody takes a step back before speaking, and nobody else does."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from directing import crew

from director.directive import Directive
from director.planning.blocking import with_room_to_speak
from director.suggestions.situation import Situation
from model.state import WorldState

SAID = 'Anna says: "I am sorry."'


@pytest.fixture(scope="module")
def start() -> WorldState:
    return crew().begin("Anna and Ben stand in a village by day.", seed=4, aspect="16:9", style="vinyl")[1]


def apart(state: WorldState, metres: float) -> WorldState:
    """Anna and Ben so far from each other, from middle to middle."""
    anna, ben = (next(i for i, e in enumerate(state.stage.entities) if e.name == name) for name in ("Anna", "Ben"))
    position = state.moment.position.copy()
    position[ben] = position[anna] + np.array([0.0, 0.0, metres], np.float32)
    return replace(state, moment=replace(state.moment, position=position))


def planned(state: WorldState, direction: str) -> Directive:
    return with_room_to_speak(crew().read(direction, state), Situation.of(state, []))


def test_whoever_speaks_nose_to_nose_steps_back_and_nobody_is_told_they_asked_for_it(start: WorldState) -> None:
    close = apart(start, 0.5)
    directive = planned(close, SAID)
    assert [a.verb for a in directive.actions] == ["talk", "back_off"] and directive.unbidden == 1
    assert directive.asked == crew().read(SAID, close)


def test_where_there_is_room_nobody_moves(start: WorldState) -> None:
    assert planned(apart(start, 2.0), SAID) == crew().read(SAID, apart(start, 2.0))


def test_who_speaks_to_another_does_not_step_back_from_who_stands_by(start: WorldState) -> None:
    close = apart(start, 0.5)
    anna, directive = close.stage.entities[0].id, crew().read(SAID, close)
    elsewhere = replace(directive, actions=(replace(directive.actions[0], target=anna),))
    assert with_room_to_speak(elsewhere, Situation.of(close, [])) == elsewhere


def test_who_is_asked_to_do_something_does_that_instead(start: WorldState) -> None:
    close = apart(start, 0.5)
    for direction in (f"Anna hugs Ben. {SAID}", "Anna hugs Ben."):
        assert planned(close, direction).unbidden == 0
