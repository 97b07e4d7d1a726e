"""Moments, cameras and simple solids that the picture's tests share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import numpy as np

from model.camera import Camera
from model.layout import first_moment
from model.moment import Moment
from model.renderer.color import linear
from model.renderer.mesh import Mesh
from model.renderer.raster import Materials, Surface
from model.renderer.renderer import Renderer
from model.stage import Stage

FRONT = Camera(position=(0.0, 1.8, 8.0), target=(0.0, 1.1, 0.0))
SMALL = (320, 180)


@cache
def ruled() -> Renderer:
    """Draws with light by rules: one for all tests, so that it makes a set ready once. What it draws hangs on nothing
    that it drew before (see test_same_moment_gives_the_same_frame.py). Not for tests that put another set in place of
    a setting's own: it keeps what it has made ready."""
    return Renderer(threads=1)


def placed(stage: Stage, places: Mapping[int, tuple[float, float, float, float]], *, hour: float = 12.0,
           weather: str = "clear") -> Moment:
    """The stage's first moment with some rows put at (x, y, z, heading in degrees)."""
    moment = first_moment(stage, (), seed=3, hour=hour, weather=weather)
    position, heading = moment.position.copy(), moment.heading.copy()
    for row, (x, y, z, turn) in places.items():
        position[row], heading[row] = (x, y, z), np.radians(turn)
    return replace(moment, position=position, heading=heading)


def surface(mesh: Mesh, material: int = 1) -> Surface:
    """A mesh in world coordinates, all of one material."""
    return Surface(mesh.vertices, mesh.normals, mesh.triangles, np.full(len(mesh.vertices), material, np.int32),
                   linear(mesh.color))


def materials(*entities: int) -> Materials:
    """Matte materials 1, 2, ... that belong to these rows of the stage (-1: the set)."""
    n = len(entities) + 1
    return Materials(np.zeros((n, 3), np.float32), np.ones(n, bool), np.array([-2, *entities], np.int16),
                     np.zeros(n, np.uint8), np.zeros(n, np.float32), np.zeros(n, np.float32))


def brightness(frame: np.ndarray) -> float:
    return float(frame.astype(np.float64).mean())
