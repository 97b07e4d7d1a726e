"""What the hour, the weather and the lamps do to the picture."""

from dataclasses import replace

import numpy as np

from model.renderer.kit import set_for
from model.renderer.light import light_of
from tests.scenes import FRONT, SMALL, brightness, placed, ruled
from tests.stages import stage_of

STAGE = stage_of(("Anna", "adult"), ("lantern", "lantern"), setting="village")
PLACES = {0: (-0.4, 0.0, 1.0, 30.0), 1: (0.4, 0.0, 1.6, 0.0)}


def drawn(hour: float, weather: str = "clear", lit: float = 0.0) -> np.ndarray:
    moment = placed(STAGE, PLACES, hour=hour, weather=weather)
    return ruled().draw(STAGE, replace(moment, lit=np.array([0.0, lit], np.float32)), FRONT, SMALL)


def test_night_is_darker_than_day_but_not_black() -> None:
    day, night = drawn(12.0), drawn(23.0)
    assert 0.15 * brightness(day) < brightness(night) < 0.6 * brightness(day)
    assert np.percentile(night.max(axis=2), 10) > 12  # even the shadows can be read


def test_dusk_is_warm_and_night_is_blue() -> None:
    dusk, night = drawn(18.5).reshape(-1, 3).mean(axis=0), drawn(23.0).reshape(-1, 3).mean(axis=0)
    assert dusk[0] > 1.15 * dusk[2]
    assert night[2] > 1.15 * night[0]


def test_a_lantern_lights_who_stands_beside_it_at_night() -> None:
    dark, lit = drawn(23.0), drawn(23.0, lit=1.0)
    gain = lit.astype(float).mean(axis=2) - dark.astype(float).mean(axis=2)
    assert gain[90:150, 130:200].mean() > 12.0
    assert np.abs(gain[:40]).mean() < 2.0


def test_bad_weather_takes_the_colour_out_of_the_day() -> None:
    def colour(frame: np.ndarray) -> float:
        return float((frame.max(axis=2).astype(float) - frame.min(axis=2)).mean())

    clear = drawn(12.0)
    for weather in ("rain", "fog", "snow", "storm"):
        assert colour(drawn(12.0, weather)) < 0.75 * colour(clear)
    assert brightness(drawn(12.0, "storm")) < brightness(drawn(12.0, "rain")) < brightness(clear)


def test_rain_and_snow_fall_with_time() -> None:
    moment = placed(STAGE, PLACES, weather="snow")
    renderer = ruled()
    now, later = (renderer.draw(STAGE, replace(moment, time_s=t), FRONT, SMALL).astype(int) for t in (1.0, 1.1))
    assert (np.abs(now - later).max(axis=2) > 20).sum() > 200


def test_light_changes_without_a_jump_through_the_day() -> None:
    weather = np.array([1, 0, 0, 0, 0], np.float32)
    hours = np.arange(0.0, 24.0, 0.05)
    lights = [light_of(float(h), weather, set_for(STAGE), [], 0.0) for h in hours]
    for before, after in zip(lights, lights[1:] + lights[:1], strict=True):
        # A key that swings from sun to moon must be too faint to see at that moment.
        swing = np.linalg.norm(np.array(before.key_direction) - np.array(after.key_direction))
        assert swing * max(*before.key, *after.key) < 0.15
        assert np.abs(np.array(before.key) - np.array(after.key)).max() < 0.2
        assert np.abs(np.array(before.ambient) - np.array(after.ambient)).max() < 0.1
