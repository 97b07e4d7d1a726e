"""Noir and neon: styles that are made of light and film."""

from dataclasses import replace

import numpy as np

from tests.scenes import FRONT, SMALL, brightness, placed, ruled
from tests.stages import stage_of

STAGE = stage_of(("Anna", "adult"), setting="village")
PLACES = {0: (-0.4, 0.0, 1.0, 30.0)}


def drawn(style: str, hour: float = 12.0) -> np.ndarray:
    return ruled().draw(replace(STAGE, style=style), placed(STAGE, PLACES, hour=hour), FRONT, SMALL).astype(float)


def test_noir_is_without_colour_and_has_deeper_blacks() -> None:
    vinyl, noir = drawn("vinyl"), drawn("noir")
    assert np.ptp(noir, axis=2).max() <= 1.0
    assert np.percentile(noir, 5) < 0.85 * np.percentile(vinyl.mean(axis=2), 5)
    assert noir.std() > 1.3 * vinyl.mean(axis=2).std()


def test_the_grain_of_the_film_stays_where_it_is() -> None:
    first, second = (drawn("noir", hour) for hour in (12.0, 12.0 + 1 / 3600))
    assert np.abs(first - second).mean() < 0.5


def test_neon_is_night_at_noon_lit_from_two_sides() -> None:
    vinyl, neon = drawn("vinyl"), drawn("neon")
    assert brightness(neon) < 0.8 * brightness(vinyl)
    assert _without_green(neon) > 1.15 * _without_green(vinyl)
    light = ruled().picture(replace(STAGE, style="neon"), placed(STAGE, PLACES), FRONT).light
    assert light.key[0] > 2.0 * light.key[1]
    assert light.rim[2] > 2.0 * light.rim[0]
    assert light.wet > 0.5


def _without_green(frame: np.ndarray) -> float:
    red, green, blue = frame.mean(axis=(0, 1))
    return float(min(red, blue) / green)


def test_a_style_that_nobody_knows_is_drawn_as_vinyl() -> None:
    assert np.array_equal(drawn("oil on tin"), drawn("vinyl"))
