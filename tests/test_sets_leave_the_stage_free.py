"""Every setting grows a set that leaves actors and camera their room, and grows it from the stage's seed alone."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from model.renderer.scenery import GROUND, LIT_PANE, SKY_PANE, Scenery
from model.renderer.sets import scenery
from model.settings import SETTINGS
from model.stage import Stage

ANKLE, OVERHEAD = 0.16, 2.4  # m: higher than the one and lower than the other stands in an actor's way
REACH = 5.55  # m: wall lamps and window sills may stand out this far over the edge of the stage


def anew(setting: str, seed: int) -> Scenery:
    return scenery(Stage(setting, seed, (), indoor=SETTINGS[setting].indoor))


@cache
def grown(setting: str) -> Scenery:
    return anew(setting, 7)


@pytest.mark.parametrize("setting", list(SETTINGS))
def test_nothing_stands_on_the_stage(setting: str) -> None:
    mesh = grown(setting).mesh
    faces = mesh.vertices[mesh.triangles]
    low, high = faces.min(axis=1), faces.max(axis=1)
    in_the_way = (high[:, 1] > ANKLE) & (low[:, 1] < OVERHEAD)
    on_stage = (low[:, [0, 2]] < REACH).all(axis=1) & (high[:, [0, 2]] > -REACH).all(axis=1)
    tall_grass = high[:, 1] < 0.35
    assert not (in_the_way & on_stage & ~tall_grass).any()


@pytest.mark.parametrize("setting", list(SETTINGS))
def test_a_set_is_well_made_and_not_too_heavy(setting: str) -> None:
    mesh = grown(setting).mesh
    assert np.isfinite(mesh.vertices).all() and np.isfinite(mesh.normals).all()
    assert mesh.color.min() >= 0.0 and mesh.color.max() <= 1.0
    assert mesh.part.min() >= 0 and mesh.part.max() <= 6
    assert 4000 < len(mesh.triangles) < 32000
    assert len(grown(setting).lights) <= 4  # each is paid for in every pixel


@pytest.mark.parametrize("setting", list(SETTINGS))
def test_the_same_stage_gives_the_same_set_and_another_seed_another(setting: str) -> None:
    first, again, other = grown(setting).mesh, anew(setting, 7).mesh, anew(setting, 8).mesh
    assert np.array_equal(first.vertices, again.vertices) and np.array_equal(first.color, again.color)
    assert first.vertices.shape != other.vertices.shape or not np.array_equal(first.color, other.color)


@pytest.mark.parametrize("setting", list(SETTINGS))
def test_there_is_something_to_see_on_every_side(setting: str) -> None:
    mesh = grown(setting).mesh
    v = mesh.vertices[(mesh.vertices[:, 1] > 1.5) & (mesh.part[:] != GROUND)]
    beyond = np.hypot(v[:, 0], v[:, 2]) > 6.0
    angle = np.degrees(np.arctan2(v[beyond, 0], v[beyond, 2])) % 360.0
    assert len(np.unique((angle // 30.0).astype(int) % 12)) == 12


@pytest.mark.parametrize("setting", [s.name for s in SETTINGS.values() if not s.indoor])
def test_the_camera_has_a_lane_in_front(setting: str) -> None:
    for low, high in (box for box in grown(setting).obstacles if box[1][1] > 1.0):
        assert not (high[0] > -3.0 and low[0] < 3.0 and high[2] > 6.5 and low[2] < 13.0)


@pytest.mark.parametrize("setting", [s.name for s in SETTINGS.values() if s.indoor])
def test_a_room_says_how_large_it_is(setting: str) -> None:
    room = grown(setting).room
    assert room is not None and not grown(setting).sky
    assert room[0] > 6.0 and room[1] > 3.0 and room[2] > 6.0


def test_windows_look_out_of_rooms_and_into_houses() -> None:
    assert (grown("office").mesh.part == SKY_PANE).any() and not (grown("office").mesh.part == LIT_PANE).any()
    assert (grown("village").mesh.part == LIT_PANE).any() and not (grown("village").mesh.part == SKY_PANE).any()


def test_an_unknown_setting_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown setting 'the moon'"):
        scenery(Stage("the moon", 7, ()))
