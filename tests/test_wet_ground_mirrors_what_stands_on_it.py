"""Reflections: level wet ground shows what is above it, dry ground and slopes do not."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np

from model.camera import Camera
from model.renderer import raster
from model.renderer.light import Light, light_of
from model.renderer.mesh import box
from model.renderer.mirror import reflected
from model.renderer.raster import GBuffer, View, view_of
from model.renderer.scenery import Scenery
from tests.scenes import materials, surface

CAMERA = Camera(position=(0.0, 1.5, 8.0), target=(0.0, 1.0, 0.0), fov_deg=40.0)
GROUND = box((60.0, 0.1, 60.0)).moved((0.0, -0.1, 0.0))
POST = box((0.8, 2.0, 0.8))


def scene() -> tuple[GBuffer, View]:
    view = view_of(CAMERA, (320, 180))
    with ThreadPoolExecutor(1) as pool:
        layer = raster.draw([surface(GROUND, 1), surface(POST, 2)], view, None, pool)
    return raster.read(layer, view, materials(-1, 0)), view


def weather(wet: float) -> Light:
    light = light_of(12.0, np.array([1, 0, 0, 0, 0], np.float32), Scenery(GROUND), [], 0.0)
    return replace(light, wet=wet)


def painted(g: GBuffer) -> np.ndarray:
    """A bright red post over a black ground."""
    picture = np.zeros((3, *g.depth.shape), np.float32)
    picture[0][g.entity == 0] = 1.0
    return picture


def test_the_image_hangs_below_the_thing_and_nowhere_else() -> None:
    g, view = scene()
    out = reflected(painted(g), g, weather(1.0), view)
    added = (out - painted(g))[0]
    foot = np.nonzero(g.entity == 0)[0].max()
    below = added[foot + 2 : foot + 20, 150:170]
    assert below.mean() > 0.03
    assert added[foot + 2 :, :60].max() < 0.01 and added[foot + 2 :, -60:].max() < 0.01
    assert np.abs(added[g.entity == 0]).max() < 0.01


def test_dry_ground_is_left_alone() -> None:
    g, view = scene()
    picture = painted(g)
    assert (reflected(picture, g, weather(0.0), view) == picture).all()


def test_it_fades_with_the_rain() -> None:
    g, view = scene()
    picture = painted(g)
    much, little = ((reflected(picture, g, weather(w), view) - picture).sum() for w in (1.0, 0.3))
    assert 0 < little < 0.6 * much
