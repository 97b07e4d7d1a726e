"""Nothing flickers: where neither the camera nor anybody moves, one frame is as the one before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from model.camera import Camera
from model.moment import Moment
from model.renderer.painter import Painter
from model.renderer.renderer import Renderer
from model.stage import Stage
from tests.scenes import FRONT, placed
from tests.stages import stage_of

CAST = (("smith", "adult"), ("girl", "child"), ("lamp", "floor_lamp"), ("chest", "chest"))
PLACES = {0: (-1.0, 0.0, 0.0, 30.0), 1: (0.6, 0.0, 0.5, -30.0), 2: (2.0, 0.0, -0.5, 0.0), 3: (-2.2, 0.0, -0.6, 15.0)}


def frames(stage: Stage, shots: Sequence[tuple[Moment, Camera]]) -> list[np.ndarray]:
    renderer = Renderer(Painter.load(), threads=1)
    renderer.draw(stage, *shots[0])  # makes the set ready once: every thread of the film would
    return [frame.astype(np.float64) for frame in renderer.film(stage, shots)]


@pytest.mark.parametrize(("setting", "indoor", "hour"), [("village", False, 12.0), ("living room", True, 21.0)])
def test_a_still_world_through_a_still_camera_is_still(setting: str, indoor: bool, hour: float) -> None:
    stage = stage_of(*CAST, setting=setting, indoor=indoor)
    first = placed(stage, PLACES, hour=hour)
    shots = [(replace(first, time_s=k / 24, hour=hour + k / 24 / 3600), FRONT) for k in range(8)]
    film = frames(stage, shots)
    changes = [np.abs(a - b).mean() for a, b in pairwise(film)]
    assert max(changes) < 0.5  # of 255: people breathe and clouds drift


def test_a_slow_pan_changes_each_frame_by_as_much_as_the_last() -> None:
    stage = stage_of(*CAST)
    moment = placed(stage, PLACES)
    shots = [(moment, replace(FRONT, position=(0.02 * k, 1.8, 8.0), target=(0.02 * k, 1.1, 0.0))) for k in range(8)]
    film = frames(stage, shots)
    changes = [np.abs(a - b).mean() for a, b in pairwise(film)]
    assert max(changes) < 1.6 * min(changes)
