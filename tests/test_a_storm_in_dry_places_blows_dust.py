"""Where it never rains a storm is one of dust: the air is thick with it and of its colour, nothing gets wet, and
whoever says sandstorm there gets a storm; in a town it is no more than a haze."""

from __future__ import annotations

import numpy as np
import pytest
from texts import TEXT

from director.casting import cast
from model.moment import WEATHERS
from model.renderer.atmosphere import precipitation
from model.renderer.light import Light, light_of
from model.renderer.raster import View
from model.renderer.scenery import PLAIN
from model.renderer.sets import scenery
from model.settings import SETTINGS
from model.stage import Stage

NOON, NIGHT = 12.0, 23.0


def _light(setting: str, weather: str, hour: float = NOON) -> Light:
    weights = np.eye(len(WEATHERS), dtype=np.float32)[WEATHERS.index(weather)]
    return light_of(hour, weights, scenery(Stage(setting, 3, ())), (), 1.5)


@pytest.mark.parametrize("setting", [s.name for s in SETTINGS.values() if not s.indoor])
def test_dry_settings_are_those_whose_sets_have_dust(setting: str) -> None:
    assert SETTINGS[setting].dry == (scenery(Stage(setting, 3, ())).dust is not None)


@pytest.mark.parametrize("hour", [NOON, NIGHT])
def test_a_storm_there_is_dry_and_of_the_colour_of_sand(hour: float) -> None:
    desert, village = _light("desert", "storm", hour), _light("village", "storm", hour)
    assert (desert.rainfall, desert.wet, desert.dust) == (0.0, 0.0, 1.0)
    assert (village.rainfall, village.wet, village.dust) == (1.0, 1.0, 0.0)
    assert desert.mist[0] > 1.5 * desert.mist[2]
    assert desert.haze < 0.5 * village.haze


def test_rain_is_wet_there_too() -> None:
    assert _light("desert", "rain").wet == 1.0 and _light("desert", "rain").dust == 0.0


def test_dust_passes_before_what_is_far_and_hardly_before_what_is_near() -> None:
    light = _light("desert", "storm")
    view = View(np.eye(4, dtype=np.float32), 0.7, 160, 90)
    frame, kind = np.full((90, 160, 3), 20, np.uint8), np.full((90, 160), PLAIN, np.uint8)
    near, far = (precipitation(frame, np.full((90, 160), away, np.float32), kind, view, light) for away in (0.5, 60.0))
    assert np.abs(near.astype(int) - frame).mean() < 3.0 < 10.0 < np.abs(far.astype(int) - frame).mean()


@pytest.mark.parametrize(("prompt", "setting", "weather"), [
    ("A nomad leads a horse through a sandstorm at noon.", "desert", "storm"),
    ("沙漠里，黄沙漫天，女侠拔剑面对三个刺客。", "desert", "storm"),
    ("沙尘暴中，商人和向导走散了。", "desert", "storm"),
    ("火星上起了沙尘暴，两个宇航员迷了路。", "red planet", "storm"),
    ("A detective walks down the street in a sandstorm.", "street", "fog"),
    ("村庄里刮起沙尘暴，老人关上门。", "village", "fog"),
])  # fmt: skip
def test_a_sandstorm_is_a_storm_where_there_is_sand(prompt: str, setting: str, weather: str) -> None:
    casting = cast(prompt, seed=3, text=TEXT)
    assert (casting.stage.setting, casting.weather) == (setting, weather)
