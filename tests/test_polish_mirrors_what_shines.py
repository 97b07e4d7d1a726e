"""What is polished mirrors windows, screens and lamps as blurred patches of light, where a mirror would show them."""

from dataclasses import replace

import numpy as np

from model.camera import Camera
from model.renderer.emitters import MOST, emitters_of
from model.renderer.light import Lamp, light_of
from model.renderer.mesh import Mesh, box, merge, sheet
from model.renderer.raster import GBuffer, draw, read, view_of
from model.renderer.scenery import LAMP, SKY_PANE, PointLight, Scenery
from model.renderer.shading import Direct, direct
from model.stage import Stage
from tests.scenes import FRONT, SMALL, materials, placed, ruled, surface
from tests.stages import stage_of

WHITE = np.ones(3)
SIZE = (160, 90)
LOOKING_DOWN = Camera(position=(0.0, 1.6, 6.0), target=(0.0, 0.0, 0.0))
FLOOR = box((20.0, 0.2, 20.0)).moved((0.0, -0.2, 0.0)).painted("#404040")


def pane(x: float, part: int = SKY_PANE) -> Mesh:
    """A square metre of light at z = -4 that faces the camera, a metre over the floor."""
    corners = [(x - 0.5, 1.0, -4.0), (x + 0.5, 1.0, -4.0), (x + 0.5, 2.0, -4.0), (x - 0.5, 2.0, -4.0)]
    return sheet(corners, [(0, 1, 2), (0, 2, 3)]).painted("#ffffff").of_part(part)


def shining(mesh: Mesh, *lamps: PointLight) -> np.ndarray:
    """(K, 9) what is mirrored of a set by day, its windows as bright as white paper, and of its lamps."""
    burning = [Lamp(lamp.position, (1.0, 1.0, 1.0), lamp.radius) for lamp in lamps]
    return emitters_of(Scenery(mesh, lights=lamps)).under([WHITE, WHITE, 0.0 * WHITE], [], burning)


def seen(emitters: np.ndarray, gloss: float) -> tuple[GBuffer, Direct]:
    """A floor of so much polish, under boxes of light."""
    stuff = materials(-1)
    stuff = replace(stuff, gloss=np.array([0.0, gloss], np.float32))
    view = view_of(LOOKING_DOWN, SIZE)
    g = read(draw([surface(FLOOR)], view, None), view, stuff)
    weather = np.array([1, 0, 0, 0, 0], np.float32)
    light = replace(light_of(12.0, weather, Scenery(FLOOR), (), 0.0), emitters=emitters)
    return g, direct(g, light, view, np.ones_like(g.depth))


def mirrored(emitters: np.ndarray, gloss: float = 0.8) -> np.ndarray:
    """(H, W) how much more of the floor's light is mirrored than without them."""
    more = seen(emitters, gloss)[1].mirrored - seen(np.zeros((0, 9), np.float32), gloss)[1].mirrored
    return np.asarray(more.mean(axis=0))


def test_a_window_is_one_box_of_light_and_another_one_another() -> None:
    (one,) = shining(merge([pane(0.0), FLOOR]))
    assert np.allclose(one[:6], [0.0, 1.5, -4.0, 0.5, 0.5, 0.01], atol=0.011)
    assert np.allclose(one[6:], 1.0, atol=0.1)  # as bright as its triangles: it shines to one side
    assert len(shining(merge([pane(-2.0), pane(2.0), FLOOR]))) == 2
    bars = merge([pane(0.0), pane(1.05), FLOOR])  # with a mullion in between
    assert len(shining(bars)) == 1


def test_a_lamp_shines_from_what_glows_on_it_as_brightly_as_it_lights_a_wall() -> None:
    bulb = box((0.2, 0.2, 0.2)).moved((1.0, 2.0, 0.0)).painted("#ffffff").of_part(LAMP)
    lamp = PointLight((1.0, 2.1, 0.2), power=1.0)
    (bright,) = shining(merge([bulb, FLOOR]), lamp)
    assert np.allclose(bright[:6], [1.0, 2.1, 0.0, 0.1, 0.1, 0.1], atol=1e-3)
    # Half its faces are seen: as much light on white paint a metre away as the lamp is said to give, 1.
    assert np.allclose(bright[6:] * 0.06 / np.pi, 1.0, rtol=1.0)
    (bare,) = shining(FLOOR, lamp)
    assert np.allclose(bare[:3], lamp.position)


def test_only_the_brightest_few_are_mirrored() -> None:
    panes = [pane(2.0 * k) for k in range(MOST + 3)]
    large = pane(-8.0).scaled((1.0, 2.0, 1.0))
    found = shining(merge([*panes, large, FLOOR]))
    assert len(found) == MOST
    assert np.isclose(found[0, 0], -8.0)


def test_a_polished_floor_shows_a_window_below_it_and_a_matte_one_does_not() -> None:
    window = shining(merge([pane(0.0), FLOOR]))
    patch = mirrored(window)
    y, x = np.unravel_index(patch.argmax(), patch.shape)
    assert abs(x - SIZE[0] / 2) < 4
    g, _ = seen(window, 0.8)
    place = view_of(LOOKING_DOWN, SIZE).eye[:, None, None] + view_of(LOOKING_DOWN, SIZE).rays() * g.depth
    # The eye is 1.6 m over the floor 10 m before it, its middle 1.5 m: the light comes off the floor about half way.
    assert -1.5 < place[2, y, x] < 2.5
    assert patch[:, :20].max() < 0.1 * patch.max()
    assert mirrored(window, gloss=0.0).max() == 0.0


def test_the_duller_the_floor_the_larger_and_fainter_the_patch() -> None:
    window = shining(merge([pane(0.0), FLOOR]))
    polished, dull = (mirrored(window, gloss) for gloss in (0.9, 0.3))
    assert (dull > 0.2 * dull.max()).sum() > 1.5 * (polished > 0.2 * polished.max()).sum()
    assert dull.max() < 0.5 * polished.max()


def test_what_lies_on_the_floor_is_not_mirrored_in_it() -> None:
    strip = np.array([[0.0, 0.0, 0.0, 0.1, 0.01, 3.0, 1.0, 1.0, 1.0]], np.float32)
    assert mirrored(strip).max() < 1e-3


def test_a_lantern_that_is_lit_is_mirrored_where_it_stands() -> None:
    stage: Stage = stage_of(("lantern", "lantern"), setting="village")
    moment = placed(stage, {0: (1.5, 0.0, 1.0, 0.0)}, hour=23.0)
    dark, lit = (ruled().gbuffer(stage, replace(moment, lit=np.array([lit], np.float32)), FRONT, SMALL)[1]
                 for lit in (0.0, 1.0))  # fmt: skip
    near = [np.linalg.norm(light.emitters[:, [0, 2]] - (1.5, 1.0), axis=1) < 0.5 for light in (dark, lit)]
    assert near[1].any()
    assert lit.emitters[near[1], 6].max() > 3.0 * dark.emitters[near[0], 6].max(initial=0.0)
