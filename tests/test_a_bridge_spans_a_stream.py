"""A bridge has steps at its ends and a stream under it, neither part of its size; what is told on one plays on it, and
nothing that stands about is in the water."""

from __future__ import annotations

import numpy as np
import pytest
from texts import TEXT

from director.casting import cast
from model.layout import first_moment
from model.moment import Moment
from model.renderer.props import prop_puppet
from model.renderer.props.toy import PropPuppet
from model.renderer.troupe import extents, players
from model.stage import Entity, Stage

_BANK = 1.0  # m, from the middle of a stream to where its edge is at least
_PROMPTS = (
    "In the village at noon, a knight stands on the bridge.",
    "Two old friends meet on the stone bridge at dawn.",
    "雨夜，断桥上，白娘子为许仙撑伞。",
)


def begun(prompt: str, seed: int = 3) -> tuple[Stage, Moment]:
    told = cast(prompt, seed=seed, text=TEXT)
    return told.stage, first_moment(told.stage, told.relations, seed=seed, hour=told.hour, weather=told.weather)


def bridge_of(stage: Stage) -> Entity:
    return next(e for e in stage.entities if e.archetype == "wall")


@pytest.mark.parametrize("prompt", _PROMPTS)
def test_there_is_water_under_it_and_a_way_up_at_both_ends(prompt: str) -> None:
    puppet = prop_puppet(bridge_of(begun(prompt)[0]))
    assert isinstance(puppet, PropPuppet)
    about = puppet.mesh.vertices[puppet.mesh.part == puppet.site]
    assert about[:, 1].min() >= 0.0
    wet = about[(np.abs(about[:, 0]) < _BANK) & (about[:, 1] < 0.05)]
    assert wet[:, 2].min() < -10.0 and wet[:, 2].max() > 10.0
    for side in (-1, 1):
        treads = about[(side * about[:, 0] > 1.75) & (np.abs(about[:, 2]) < 0.8), 1]
        assert len({round(float(y), 2) for y in treads if y > 0.1}) >= 3


@pytest.mark.parametrize("prompt", _PROMPTS)
@pytest.mark.parametrize("seed", range(4))
def test_who_is_not_on_it_and_what_stands_about_is_on_dry_land(prompt: str, seed: int) -> None:
    stage, moment = begun(prompt, seed)
    row = stage.index(bridge_of(stage).id)
    people = [i for i, e in enumerate(stage.entities) if e.kind == "person"]
    assert all(moment.supported_by[i] == row for i in people)
    for i, entity in enumerate(stage.entities):
        if i != row and i not in people and moment.held_by[i] < 0:
            aside = abs(float(moment.position[i, 0] - moment.position[row, 0]))
            assert aside - 0.5 * entity.size[0] > _BANK, entity.name


def test_a_camera_takes_no_account_of_the_stream() -> None:
    stage, moment = begun(_PROMPTS[0])
    there = bridge_of(stage)
    (player,) = players(stage, moment, [stage.index(there.id)])
    low, high = extents(player)[0]
    assert np.allclose(high - low, there.size, atol=0.01)


@pytest.mark.parametrize(
    ("prompt", "upon"),
    [
        ("A princess and a beggar boy meet on a stone bridge at dusk; a guard watches from afar.", 2),
        ("The hero fights the villain on a wooden bridge over a river.", 2),
        ("A boy stands on a bridge and waves to a girl in a boat.", 1),
    ],
)
def test_both_who_meet_on_it_are_on_it(prompt: str, upon: int) -> None:
    assert sum(r.kind == "on" for r in cast(prompt, seed=41, text=TEXT).relations) == upon
