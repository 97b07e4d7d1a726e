"""Light that falls on the ground comes back: chins are lit by snow and sand, and less where the sky is hidden."""

from dataclasses import replace

import numpy as np
import pytest

from model.renderer import renderer
from model.renderer.irradiance import ground_of
from model.renderer.kit import set_for
from model.renderer.light import Light
from model.renderer.mesh import box, merge
from model.renderer.renderer import Renderer
from tests.scenes import FRONT, SMALL, placed
from tests.stages import stage_of
from tests.test_windows_light_the_street import light_on

STAGE = stage_of(("Anna", "adult"), setting="desert")
UP, DOWN, AHEAD = (0.0, 1.0, 0.0), (0.0, -1.0, 0.0), (0.0, 0.0, 1.0)
OPEN = (0.0, 1.0, 2.0)


def light(monkeypatch: pytest.MonkeyPatch, paint: str, weather: str = "clear") -> Light:
    """The light of noon over ground of one paint."""
    built = set_for(STAGE)
    monkeypatch.setattr(renderer, "set_for", lambda _: replace(built, mesh=built.mesh.painted(paint)))
    return Renderer().gbuffer(STAGE, placed(STAGE, {}, weather=weather), FRONT, SMALL)[1]


def test_bright_ground_lights_what_faces_down_and_not_what_faces_up(monkeypatch: pytest.MonkeyPatch) -> None:
    dark, bright = (light(monkeypatch, paint) for paint in ("#303030", "#c0c0c0"))
    assert (light_on(bright, OPEN, DOWN) > 4.0 * light_on(dark, OPEN, DOWN)).all()
    assert np.allclose(light_on(bright, OPEN, UP), light_on(dark, OPEN, UP), rtol=0.05)
    both = light_on(bright, OPEN, UP) + light_on(bright, OPEN, DOWN)
    assert np.allclose(light_on(bright, OPEN, AHEAD), 0.5 * both, rtol=0.3)


def test_it_takes_the_colour_of_the_ground(monkeypatch: pytest.MonkeyPatch) -> None:
    red, green, blue = light_on(light(monkeypatch, "#c04020"), OPEN, DOWN)
    assert red > 2.0 * green > 2.0 * blue


def test_snow_on_dark_ground_brightens_it_and_rain_darkens_it(monkeypatch: pytest.MonkeyPatch) -> None:
    shares = {}
    for weather in ("snow", "rain", "fog"):
        lit = light(monkeypatch, "#303030", weather)
        shares[weather] = float(light_on(lit, OPEN, DOWN).sum() / light_on(lit, OPEN, UP).sum())
    assert shares["snow"] > 3.0 * shares["fog"] > 3.0 * shares["rain"]


def test_ground_is_what_lies_flat_and_low() -> None:
    floor, roof = box((8.0, 0.2, 8.0)).moved((0.0, -0.2, 0.0)), box((8.0, 0.2, 8.0)).moved((0.0, 3.0, 0.0))
    mesh = merge([floor.painted("#ffffff"), roof.painted("#000000")])
    assert np.allclose(ground_of(mesh), 1.0)
    assert np.allclose(ground_of(roof), 0.0)
