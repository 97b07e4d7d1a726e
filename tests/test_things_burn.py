"""A lit thing that was not made to give light is on fire: flames, smoke and a flickering light, day and night."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from model.moment import Moment
from model.renderer.renderer import Renderer
from model.renderer.troupe import fires, lamps_of, players
from tests.scenes import FRONT, SMALL, brightness, placed
from tests.stages import stage_of

STAGE = stage_of(("table", "table"), ("lamp", "lamp"), ("house", "house"), ("tree", "tree"), ("Anna", "adult"))
PLACES = {0: (0.0, 0.0, 0.0, 0.0), 1: (2.0, 0.0, 0.0, 0.0), 2: (-4.0, 0.0, -4.0, 0.0), 3: (4.0, 0.0, -4.0, 0.0),
          4: (-1.5, 0.0, 1.0, 0.0)}  # fmt: skip
RENDERER = Renderer(threads=1)


def lit(*rows: int, hour: float = 23.0, time_s: float = 1.0, share: float = 1.0) -> Moment:
    moment = placed(STAGE, PLACES, hour=hour)
    burning = np.zeros_like(moment.lit)
    burning[list(rows)] = share
    return replace(moment, lit=burning, time_s=time_s)


def drawn(moment: Moment) -> np.ndarray:
    return RENDERER.draw(STAGE, moment, FRONT, SMALL)


@pytest.mark.parametrize("row", [0, 2, 3])
def test_what_burns_lights_up_the_night(row: int) -> None:
    assert brightness(drawn(lit(row))) > brightness(drawn(lit())) + 3.0


@pytest.mark.parametrize("hour", [12.0, 23.0])
def test_flames_are_seen_by_day_and_by_night(hour: float) -> None:
    change = drawn(lit(2, hour=hour)).astype(int) - drawn(lit(hour=hour))
    warm = (change[..., 0] > 40) & (change[..., 0] > change[..., 2] + 40)
    assert warm.mean() > 0.005


def test_a_lamp_that_is_lit_does_not_burn_and_nobody_does() -> None:
    moment = lit(1, 4)
    assert fires(STAGE, moment, players(STAGE, moment)) == []


def test_fire_rises_from_what_burns_and_spreads_over_it() -> None:
    moment = lit(0)
    (fire,) = fires(STAGE, moment, players(STAGE, moment))
    vertices, _ = fire.body.placed(fire.matrices)
    low, high = vertices.min(axis=0), vertices.max(axis=0)
    width, height, _ = STAGE.entities[0].size
    assert fire.row == 0 and high[1] > height + 0.2 and low[1] > -0.15
    assert 0.8 * width < high[0] - low[0] < 2.0 * width


def test_flames_move_and_their_light_flickers_with_the_time_alone() -> None:
    first, later, again = (lit(0, time_s=t) for t in (1.0, 1.1, 1.0))
    frames = [drawn(moment) for moment in (first, later, again)]
    assert (frames[0] == frames[2]).all() and (frames[0] != frames[1]).any()
    powers = set()
    for moment in (first, later):
        cast = players(STAGE, moment)
        (lamp,) = lamps_of(STAGE, moment, cast, fires(STAGE, moment, cast), FRONT)
        powers.add(lamp.color[0])
    assert len(powers) == 2


def test_a_fire_grows_as_it_is_lit() -> None:
    heights = []
    for share in (0.2, 0.6, 1.0):
        moment = lit(0, share=share)
        (fire,) = fires(STAGE, moment, players(STAGE, moment))
        heights.append(fire.matrices[:20, 1, 1].mean())
    assert heights[0] < heights[1] < heights[2]


def test_a_burning_thing_that_is_toppled_burns_where_it_lies() -> None:
    stage = stage_of(("mirror", "mirror"))
    moment = replace(placed(stage, {0: (0.0, 0.0, 0.0, 0.0)}), lit=np.ones(1, np.float32))
    tops = []
    for tilt in (0.0, 1.0):
        there = replace(moment, tilt=np.array([tilt], np.float32))
        (fire,) = fires(stage, there, players(stage, there))
        tops.append(fire.matrices[:20, 1, 3].max())
        assert (fire.matrices[:20, 1, 1] > 0.0).all()
    assert tops[1] < 0.5 * tops[0]
