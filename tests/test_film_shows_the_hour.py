"""What the grading makes of an hour: under the sky, and in a room whose lamps burn all day."""

from __future__ import annotations

import numpy as np
import pytest

from model.moment import HOURS
from model.renderer.grading import film
from model.renderer.scenery import GROUND
from model.stage import Stage
from tests.scenes import FRONT, SMALL, placed, ruled
from tests.stages import stage_of

HALL = stage_of(("Anna", "adult"), setting="corridor", indoor=True)  # no window in sight
SQUARE = stage_of(("Anna", "adult"), setting="village")


def drawn(stage: Stage, hour: float) -> np.ndarray:
    moment = placed(stage, {0: (0.0, 0.0, 1.0, 30.0)}, hour=hour)
    return ruled().draw(stage, moment, FRONT, SMALL).astype(np.float64)


def test_a_room_without_windows_looks_another_at_every_hour() -> None:
    frames = {word: drawn(HALL, hour) for word, hour in HOURS.items()}
    color = {word: frame.mean(axis=(0, 1)) for word, frame in frames.items()}
    level = {word: float(c.mean()) for word, c in color.items()}
    assert level["night"] < 0.85 * level["day"] and level["dawn"] < 0.9 * level["day"]
    warmth = {word: float(c[0] / c[2]) for word, c in color.items()}
    assert warmth["dusk"] > 1.15 * warmth["day"] > 1.15 * warmth["dawn"]


def test_at_dusk_the_ground_is_cooler_where_the_sun_does_not_reach() -> None:
    moment = placed(SQUARE, {0: (0.0, 0.0, 1.0, 30.0)}, hour=HOURS["dusk"])
    g, _ = ruled().gbuffer(SQUARE, moment, FRONT, SMALL)
    frame, ground = drawn(SQUARE, HOURS["dusk"]), g.kind == GROUND
    shadow, sun = (frame[ground & part].mean(axis=0) for part in (g.sun < 0.1, g.sun > 0.9))
    assert shadow[0] / shadow[2] < 0.85 * sun[0] / sun[2]


@pytest.mark.parametrize("indoors", [False, True])
def test_grading_changes_without_a_jump_through_the_day(indoors: bool) -> None:
    rows = [film(h, indoors=indoors, grey=0.0) for h in np.arange(0.0, 24.05, 0.05)]
    values = np.array([[*row.white, *row.shadows, row.saturation, row.contrast] for row in rows])
    assert np.abs(np.diff(values, axis=0)).max() < 0.03


def test_under_a_grey_sky_little_is_graded() -> None:
    clear, grey = (film(HOURS["dusk"], indoors=False, grey=g) for g in (0.0, 1.0))
    assert max(grey.shadows) - min(grey.shadows) < 0.5 * (max(clear.shadows) - min(clear.shadows))
    assert grey.saturation < clear.saturation
