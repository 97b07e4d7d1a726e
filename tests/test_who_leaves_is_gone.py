"""Whoever is to leave and has come to the end of the wings is off stage, whichever way they went."""

from dataclasses import replace

import numpy as np
import pytest
from stages import begin, stage_of

from model.state import Action, WorldState
from model.world import WorldModel

WORLD = WorldModel.load()  # an untrained one has people in their own hands
STAGE = stage_of(("smith", "adult"), ("well", "well"))
_OUTSIDE = [(2.0, -7.5), (-2.0, 7.5), (7.5, 1.0)]  # m, behind the set, before it, beside it


def _at(state: WorldState, x: float, z: float) -> WorldState:
    position = state.moment.position.copy()
    position[0] = x, 0.0, z
    return replace(state, moment=replace(state.moment, position=position))


@pytest.mark.parametrize(("x", "z"), _OUTSIDE)
def test_who_leaves_is_gone_beyond_any_edge(x: float, z: float) -> None:
    _, state = begin(STAGE, world=WORLD)
    after = WORLD.step(_at(state, x, z), [Action("exit", "e0")]).moment
    assert after.present[0] == 0.0 and not after.velocity[0].any()
    assert np.sign(after.position[0, 0]) == np.sign(x) and after.position[0, 2] == 0.0  # where one comes in again


@pytest.mark.parametrize(("x", "z"), _OUTSIDE)
def test_who_only_goes_there_is_not(x: float, z: float) -> None:
    _, state = begin(STAGE, world=WORLD)
    after = WORLD.step(_at(state, x, z), [Action("run", "e0", direction=(x, z))]).moment
    assert after.present[0] == 1.0


def test_who_is_still_on_the_way_is_not() -> None:
    _, state = begin(STAGE, world=WORLD)
    after = WORLD.step(_at(state, 2.0, -5.0), [Action("exit", "e0")]).moment
    assert after.present[0] == 1.0
