"""In the open, in the dark, lit windows shed their light on what is before them and not through what is solid."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from model.renderer import renderer
from model.renderer.irradiance import Around, Volume, falling, sky_volume, workspace
from model.renderer.kit import set_for
from model.renderer.light import Light
from model.renderer.mesh import Vec3, box, merge, sheet
from model.renderer.renderer import Renderer
from model.renderer.scenery import GROUND, LAMP, LIT_PANE, PLAIN, SCREEN, Box, Scenery
from tests.scenes import FRONT, SMALL, placed, surface
from tests.stages import stage_of

FLOOR = box((28.0, 0.2, 28.0)).moved((0.0, -0.2, 0.0)).of_part(GROUND)
HOUSE = box((6.0, 5.0, 2.0)).moved((0.0, 0.0, -6.0))
INSIDE: Box = ((-3.0, 0.0, -7.0), (3.0, 5.0, -5.0))
PANE = sheet([(-0.8, 0.2, -4.98), (0.8, 0.2, -4.98), (0.8, 1.8, -4.98), (-0.8, 1.8, -4.98)], [(0, 1, 2), (0, 2, 3)])
FENCE: Box = ((-3.0, 0.0, -3.2), (3.0, 4.0, -3.0))
SKY, HIDDEN, GROUND_LIGHT, ALWAYS, DARK = range(5)
BEFORE, FURTHER_OFF, BEHIND = (0.0, 1.0, -2.0), (0.0, 1.0, 4.0), (0.0, 1.0, -10.0)
ACROSS = (0.0, 1.0, 0.0)  # of the fence, more than a cell of the grid from it
NORTH, SOUTH, UP = (0.0, 0.0, -1.0), (0.0, 0.0, 1.0), (0.0, 1.0, 0.0)  # the house stands in the north


@cache
def street(part: int = LIT_PANE, fenced: bool = False) -> Volume:
    """A house whose window, of that kind, looks on the street; a fence may stand before it."""
    mesh = merge([FLOOR, HOUSE, PANE.painted("#ffffff").of_part(part)])
    return sky_volume(Scenery(mesh, obstacles=(INSIDE, FENCE) if fenced else (INSIDE,)), surface(HOUSE))


def light_at(volume: Volume, kind: int, place: Vec3, facing: Vec3) -> np.ndarray:
    """(3,) red, green and blue that a unit of one kind of source sends on what faces that way."""
    return _falls(volume.under([np.full(3, float(k == kind)) for k in range(len(volume.bands))]), place, facing)


def light_on(light: Light, place: Vec3, facing: Vec3) -> np.ndarray:
    """(3,) what comes from all around in a light, on what faces that way."""
    assert light.around is not None
    return _falls(light.around, place, facing)


def _falls(around: Around, place: Vec3, facing: Vec3) -> np.ndarray:
    where, way = (np.array(x, np.float32)[:, None] for x in (place, facing))
    out, other = np.empty((3, 1), np.float32), np.empty((3, 1), np.float32)
    falling(around.made_ready(), where, np.ascontiguousarray(way[:, None]), way, 0, workspace(1), out, other)
    return out[:, 0]


def test_in_the_dark_it_is_lighter_before_a_lit_pane_than_further_off() -> None:
    before, off = (light_at(street(), DARK, place, NORTH) for place in (BEFORE, FURTHER_OFF))
    assert before.min() > 0.02
    assert (before > 3.0 * off).all()
    assert (off > 0.0).all()


def test_it_is_warm_and_comes_from_where_the_pane_is() -> None:
    red, green, blue = light_at(street(), DARK, BEFORE, NORTH)
    assert red > 1.3 * green > 1.3 * 1.3 * blue
    assert light_at(street(), DARK, BEFORE, SOUTH)[0] < 0.1 * red
    assert 0.1 * red < light_at(street(), DARK, (0.0, 0.0, -2.0), UP)[0] < red  # the street before it


def test_none_goes_through_the_house_or_through_what_stands_before_it() -> None:
    for way in (NORTH, SOUTH):
        assert light_at(street(), DARK, BEHIND, way).max() < 1e-5
        assert light_at(street(fenced=True), DARK, ACROSS, way).max() < 1e-5
    free, fenced = (light_at(street(fenced=fenced), DARK, (0.0, 1.0, -4.0), NORTH) for fenced in (False, True))
    assert (fenced > 0.5 * free).all()  # on the pane's side of the fence


def test_by_day_and_of_panes_that_do_not_shine_there_is_none() -> None:
    assert light_at(street(), ALWAYS, BEFORE, NORTH).max() < 1e-5
    for kind in (ALWAYS, DARK):
        assert light_at(street(PLAIN), kind, BEFORE, NORTH).max() < 1e-5


def test_screens_shine_at_any_hour_and_lamps_when_it_is_dark() -> None:
    for part, shines, does_not in ((SCREEN, ALWAYS, DARK), (LAMP, DARK, ALWAYS)):
        assert light_at(street(part), shines, BEFORE, NORTH).min() > 0.02
        assert light_at(street(part), does_not, BEFORE, NORTH).max() < 1e-5


def test_windows_take_no_part_in_the_light_of_the_sky() -> None:
    for kind in (SKY, HIDDEN, GROUND_LIGHT):
        assert (light_at(street(), kind, BEFORE, UP) == light_at(street(PLAIN), kind, BEFORE, UP)).all()


def light_in_a_village(monkeypatch: pytest.MonkeyPatch, hour: float, windows: bool) -> np.ndarray:
    """The bands of the light all around, by the hour, with windows in the houses or with as many black boards."""
    stage = stage_of(("Anna", "adult"), setting="village")
    built = set_for(stage)
    part = built.mesh.part if windows else np.where(built.mesh.part == LIT_PANE, PLAIN, built.mesh.part)
    monkeypatch.setattr(renderer, "set_for", lambda _: replace(built, mesh=replace(built.mesh, part=part)))
    _, light = Renderer().gbuffer(stage, placed(stage, {}, hour=hour), FRONT, SMALL)
    assert light.around is not None
    return light.around.bands


def test_a_village_is_lit_by_its_windows_at_night_and_not_at_noon(monkeypatch: pytest.MonkeyPatch) -> None:
    night, dark_night = (light_in_a_village(monkeypatch, 23.0, windows) for windows in (True, False))
    more = (night - dark_night)[..., :3]
    assert more.min() > -1e-6
    assert more[..., 0].max() > 0.02
    noon, dull_noon = (light_in_a_village(monkeypatch, 12.0, windows) for windows in (True, False))
    assert np.abs(noon - dull_noon).max() < 1e-6
