"""When it rains or snows on a room, drops and flakes are seen in its windows, behind the glass, and nowhere else."""

from __future__ import annotations

import numpy as np
import pytest

from model.moment import WEATHERS
from model.renderer.atmosphere import precipitation
from model.renderer.light import light_of
from model.renderer.raster import View
from model.renderer.scenery import PLAIN, SKY_PANE
from model.renderer.sets import scenery
from model.stage import Stage

SIZE = (90, 160)
WALL_M = 6.0


def _changed(weather: str, panes: np.ndarray) -> np.ndarray:
    weights = np.eye(len(WEATHERS), dtype=np.float32)[WEATHERS.index(weather)]
    light = light_of(12.0, weights, scenery(Stage("bedroom", 3, (), indoor=True)), (), 0.7)
    view = View(np.eye(4, dtype=np.float32), 0.7, SIZE[1], SIZE[0])
    frame, depth = np.full((*SIZE, 3), 20, np.uint8), np.full(SIZE, WALL_M, np.float32)
    kind = np.where(panes, SKY_PANE, PLAIN).astype(np.uint8)
    return np.asarray((precipitation(frame, depth, kind, view, light) != frame).any(axis=2))


@pytest.mark.parametrize("weather", ["rain", "snow", "storm"])
def test_what_falls_is_behind_the_panes_alone(weather: str) -> None:
    panes = np.zeros(SIZE, np.bool_)
    panes[20:70, 40:120] = True
    changed = _changed(weather, panes)
    assert changed[22:68, 42:118].mean() > 0.01
    assert not changed[:, :30].any() and not changed[:, 130:].any()


def test_nothing_falls_in_a_room_without_windows() -> None:
    assert not _changed("storm", np.zeros(SIZE, np.bool_)).any()


def test_a_clear_day_leaves_the_panes_as_they_are() -> None:
    assert not _changed("clear", np.ones(SIZE, np.bool_)).any()
