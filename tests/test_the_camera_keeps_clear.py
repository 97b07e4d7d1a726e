"""The lens is never in anything, and nothing comes between it and whom it shows, all through a beat."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from director.directive import CameraOrder, Directive
from director.filming.camera import compose
from director.filming.clearance import solids
from director.filming.moves import move
from director.filming.shots import choose_shot
from model.camera import SHOT_SIZES, Camera
from model.layout import first_moment
from model.moment import Moment
from model.settings import SETTINGS
from model.stage import Stage
from tests.scenes import placed, ruled
from tests.stages import stage_of

SECONDS = 4.0
SQUARE = stage_of(("Anna", "adult"), ("Ben", "adult"), ("lamp", "street_lamp"), ("lamp 2", "street_lamp"),
                  ("well", "well"), ("tree", "tree"))
PLACES = {0: (-4.0, 0.0, 0.0, 90.0), 1: (0.5, 0.0, 2.6, 180.0), 2: (-1.5, 0.0, 3.4, 0.0), 3: (2.0, 0.0, -3.0, 0.0),
          4: (2.4, 0.0, 3.6, 0.0), 5: (-2.4, 0.0, -3.4, 0.0)}


@cache
def walk(way: tuple[float, float], turn: float) -> tuple[Moment, ...]:
    """Anna crosses the square past lamps, a well, a tree and Ben, in steps of a twelfth of a second."""
    first = placed(SQUARE, PLACES)
    moments = []
    for k in range(49):
        position, heading = first.position.copy(), first.heading.copy()
        position[0] += np.array([way[0], 0.0, way[1]]) * k / 48
        heading[0] = np.radians(turn)
        moments.append(replace(first, position=position, heading=heading, time_s=k / 12))
    return tuple(moments)


def held(stage: Stage, moment: Moment, camera: Camera, margin: float = 0.05) -> bool:
    return bool(solids(stage, (moment,)).holding(np.array([camera.position]), margin).any())


def path(kind: str, size: str, moments: Sequence[Moment], seed: int) -> list[Camera]:
    moment = moments[0] if kind == "Tracking" else moments[len(moments) // 2]
    start = compose(SQUARE, moment, shot_size=size, camera_type=kind, subject="e0", aspect="16:9", seed=seed,
                    previous=None, beat=moments)
    return [move(start, SQUARE, m, t=float(m.time_s), duration=SECONDS) for m in moments]


@pytest.mark.parametrize("size", ["Wide", "Medium"])
@pytest.mark.parametrize("kind", ["Static", "Tracking", "Push-in", "Pull-out"])
def test_a_camera_passes_through_nothing(kind: str, size: str) -> None:
    for seed in range(4):
        for way, turn in (((7.0, 0.0), 90.0), ((5.0, 3.0), 60.0)):
            moments = walk(way, turn)
            cameras = path(kind, size, moments, seed)
            assert not any(held(SQUARE, m, c) for m, c in zip(moments, cameras, strict=True))


@pytest.mark.parametrize("size", ["Wide", "Medium"])
def test_a_camera_that_goes_along_glides(size: str) -> None:
    places = np.array([c.position for c in path("Tracking", size, walk((7.0, 0.0), 90.0), 1)])
    assert np.linalg.norm(np.diff(places, axis=0), axis=1).max() < 0.3


@pytest.mark.parametrize("size", SHOT_SIZES)
def test_nothing_stands_before_whom_a_shot_is_of(size: str) -> None:
    moments = walk((7.0, 0.0), 90.0)
    hidden = []
    for moment, camera in zip(moments, path("Tracking", size, moments, 1), strict=True):
        eyes = moment.position[0] + np.array([0.0, 1.2, 0.0])
        hidden.append(solids(SQUARE, (moment,), (0,)).hiding(np.array([camera.position]), eyes[None, None]).any())
    assert np.mean(hidden) < 0.1


def test_who_walks_up_to_the_camera_does_not_walk_into_it() -> None:
    moments = walk((4.0, 5.0), 40.0)
    for moment, camera in zip(moments, path("Static", "Medium", moments, 1), strict=True):
        away = np.linalg.norm(np.asarray(camera.position) - moment.position[0] - np.array([0.0, 1.0, 0.0]))
        assert away > 1.0


def test_another_angle_is_found_on_the_same_side_of_the_line() -> None:
    stage = stage_of(("Anna", "adult"), ("Ben", "adult"), ("tree", "tree"), setting="desert")
    moment = placed(stage, {0: (-1.2, 0.0, 0.0, 60.0), 1: (1.2, 0.0, 0.0, -60.0), 2: (6.0, 0.0, -6.0, 0.0)})
    free = compose(stage, moment, shot_size="Medium", camera_type="Static", subject="e0", aspect="16:9", seed=1,
                   previous=None)
    between = (np.asarray(free.position) + 2 * moment.position[0]) / 3
    position = moment.position.copy()
    position[2] = (between[0], 0.0, between[2])
    blocked = replace(moment, position=position)
    other = compose(stage, blocked, shot_size="Medium", camera_type="Static", subject="e0", aspect="16:9", seed=1,
                    previous=free)
    eyes = (moment.position[0] + np.array([0.0, 1.2, 0.0]))[None, None]
    assert not solids(stage, (blocked,), (0,)).hiding(np.array([other.position]), eyes).any()
    assert (other.position[2] > 0) == (free.position[2] > 0)


@pytest.mark.parametrize("setting", [s.name for s in SETTINGS.values() if s.indoor])
def test_the_camera_is_in_no_furniture_and_behind_no_wall_of_a_room(setting: str) -> None:
    stage = stage_of(("Anna", "adult"), ("Ben", "adult"), setting=setting, indoor=True)
    for places in ({0: (-4.5, 0.0, -4.5, 0.0), 1: (4.5, 0.0, -4.5, 180.0)},
                   {0: (0.0, 0.0, -5.2, 180.0), 1: (1.4, 0.0, -5.0, 180.0)}):
        moment = placed(stage, places)
        for subject in ("e0", "e1", None):
            for size in ("Wide", "Medium"):
                camera = compose(stage, moment, shot_size=size, camera_type="Static", subject=subject, aspect="16:9",
                                 seed=2, previous=None)
                assert not held(stage, moment, camera)
                assert abs(camera.position[0]) > 4.6 or camera.position[2] > -6.0  # before the back wall


def test_a_camera_on_its_way_from_shot_to_shot_passes_over_things() -> None:
    stage = stage_of(("Anna", "adult"), ("Ben", "adult"), ("well", "well"), setting="desert")
    moment = placed(stage, {0: (-3.0, 0.0, 0.0, 20.0), 1: (3.0, 0.0, 0.0, -20.0), 2: (0.0, 0.0, 2.6, 0.0)})
    left, right = (Camera((x, 1.3, 2.6), (x, 1.0, 0.0), shot_size="Medium", subject=who)
                   for x, who in ((-3.0, "e0"), (3.0, "e1")))
    directive = Directive("", camera=CameraOrder(cut="long-take", shot_size="Medium", subject="e1"))
    shot = choose_shot(directive, stage, [moment] * 25, left, seed=1, look=ruled().boxes)
    shot = replace(shot, camera=right)
    cameras = [shot.at(stage, moment, t=float(t), duration=2.0) for t in np.linspace(0.0, 1.4, 30)]
    assert not any(held(stage, moment, camera) for camera in cameras)
    assert np.ptp([camera.position[0] for camera in cameras]) > 5.0


@pytest.mark.parametrize("setting", ["forest", "street", "living room", "cafe"])
def test_a_world_as_it_begins_can_be_filmed_in_every_size(setting: str) -> None:
    names = ("adult", "adult", *SETTINGS[setting].furniture)
    stage = stage_of(*((f"{n} {k}", n) for k, n in enumerate(names)), setting=setting, indoor=SETTINGS[setting].indoor)
    for seed in range(3):
        moment = first_moment(stage, (), seed=seed, hour=12.0, weather="clear")
        for size in SHOT_SIZES:
            for subject in ("e0", "e1"):
                camera = compose(stage, moment, shot_size=size, camera_type="Static", subject=subject, aspect="16:9",
                                 seed=seed, previous=None)
                assert not held(stage, moment, camera)
                face = ruled().boxes(stage, moment, camera)[subject][1]
                assert face is not None and face[0] > -0.01 and face[2] < 1.01
