"""The lake: a grassy bank in front, still water right behind the actors as far as the wooded hills on the other side, a
jetty, reeds, a willow.

The water comes up to `model.planes.WATERLINE` in the middle, so that what belongs afloat lies on it; from there it
deepens unseen, a little towards those who wade. Fills a `Plot`. Knows nothing of who plays there.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from model.planes import WATERLINE
from model.renderer.mesh import Mesh, from_arrays
from model.renderer.pieces import garden, lakeside, nature, street
from model.renderer.pieces import old_town as t
from model.renderer.scenery import WATER, PointLight
from model.renderer.sets.plot import Field, Plot, ground, patch, ribbon
from model.renderer.shapes import Color, Rng, ball, varied

Shore = Callable[[Field], Field]  # z of the water's rim at x
_RIM, _DEEP, _OVER = 0.012, 0.1, 2.2  # m: how high the water is over the ground at its rim, farther out, and from where
_GRASS = ("#7f9f52", "#93a95c")


def lake(plot: Plot) -> None:
    rng = plot.rng
    side = float(rng.choice((-1.0, 1.0)))  # where the jetty is, and where the shore comes forward
    wave = float(rng.uniform(0, math.tau))

    def shore(x: Field) -> Field:
        """z of the water's rim: nearer to the camera on the side of the jetty, farther on the other."""
        bay = 5.5 * np.clip((side * x - 5.0) / 9.0, 0.0, 1.0) + 0.5 * np.clip((side * x - 14.0) / 10.0, 0.0, 60.0)
        cape = -2.0 * np.clip((-side * x - 6.0) / 6.0, 0.0, 1.0)
        ripple = 0.22 * np.sin(0.9 * x + wave) + 0.14 * np.sin(2.3 * x - wave)
        return np.asarray(WATERLINE + bay + cape + ripple, np.float64)

    ground(plot, *_GRASS, relief=1.0, cells=34,
           shape=lambda x, z: -2.6 * np.clip((shore(x) - 0.5 - z) / 3.0, 0.0, 1.0))  # fmt: skip
    plot.lay(_water(shore))
    _bank(plot, shore, side)
    _on_the_water(plot, shore, side)
    _greenery(plot, side)
    _far_shore(plot)
    plot.haze = 105.0


def _water(shore: Shore) -> Mesh:
    """A sheet from the shore to the horizon."""
    xs = np.concatenate([-np.geomspace(300.0, 9.0, 9), np.linspace(-8.0, 8.0, 21), np.geomspace(9.0, 300.0, 9)])
    out = np.array([0.0, 0.6, 1.3, _OVER, 5.0, 12.0, 30.0, 80.0, 300.0])
    x, away = (a.reshape(-1) for a in np.meshgrid(xs, out, indexing="ij"))
    y = _RIM + (_DEEP - _RIM) * np.clip(away / _OVER, 0.0, 1.0)
    rows, columns = len(xs), len(out)
    a = (np.arange(rows - 1)[:, None] * columns + np.arange(columns - 1)[None]).reshape(-1)
    faces = np.concatenate([np.stack([a, a + columns, a + 1], 1), np.stack([a + 1, a + columns, a + columns + 1], 1)])
    mesh = from_arrays(np.stack([x, y, shore(x) - away], 1), faces)
    if mesh.normals[:, 1].mean() < 0:
        mesh = from_arrays(np.stack([x, y, shore(x) - away], 1), faces[:, ::-1])
    return mesh.painted("#3f7c8a", 0.9).of_part(WATER)


def _bank(plot: Plot, shore: Shore, side: float) -> None:
    """A trodden strip of gravel along the water, stones in it, a path that comes down to it."""
    rng = plot.rng
    xs = np.linspace(-40.0, 40.0, 61)
    plot.lay(ribbon(rng, list(zip(xs, shore(xs) + 0.5, strict=True)), 1.6, "#b3a27c", y=0.004, wobble=0.25, step=0.9))
    plot.lay(ribbon(rng, list(zip(xs, shore(xs) + 0.12, strict=True)), 0.6, "#8d8168", y=0.007, wobble=0.3, step=0.7))
    for x, z, r in ((0.0, -1.2, 2.3), (side, 0.4, 1.7), (side * 0.4, 2.4, 1.3), (0.2, 4.6, 1.1), (-0.6, 7.0, 1.0)):
        plot.lay(patch(rng, r, "#a9a06f" if z < 0 else "#97a060", (x, z), 0.35, 0.0022 + 0.0004 * r, sides=26))
    for x in rng.uniform(-15.0, 15.0, 46):
        z = float(shore(np.array(x))) + float(rng.normal(0.05, 0.3))
        width = float(rng.uniform(0.12, 0.34))
        plot.lay(nature.rock(rng, width, width * 0.5, width * 0.8, "#98948a").moved((float(x), -0.02, z)))
    for x, width in ((-side * 6.9, 1.0), (-side * 7.6, 1.7), (side * 10.4, 1.3)):
        z = float(shore(np.array(x))) - 0.3
        plot.put(nature.rock(rng, width, width * 0.5, width * 0.8, "#8f8d86"), x, z, float(rng.uniform(0, 360)))
    plot.strew(_pebble, 40, 6.5)


def _pebble(rng: Rng) -> Mesh:
    r = float(rng.uniform(0.03, 0.07))
    return ball((r, r * 0.5, r * 0.8), varied("#a8a290", rng, 0.12), (0, r * 0.2, 0), 3)


def _on_the_water(plot: Plot, shore: Shore, side: float) -> None:
    """The jetty with its boat, reeds at the rim, lilies and ducks farther out."""
    rng = plot.rng
    x = side * 7.9
    z = float(shore(np.array(x))) + 0.5
    plot.put(lakeside.jetty(rng, 8.2), x, z, side * 12.0)
    out = 7.7
    turned = side * math.radians(12.0)
    head = x + 0.75 * math.cos(turned) - out * math.sin(turned), z - out * math.cos(turned)
    plot.lights.append(PointLight((head[0] + 0.1, 1.75, head[1] + 0.5), "#ffc078", 1.6, 9.0))
    boat = street.rowing_boat(rng).moved((0.0, -0.16, 0.0))
    plot.put(boat, x + side * 0.9, z - 5.2, side * 14.0)
    for s, near, far, count in ((-side, 6.2, 10.5, 13), (side, 9.0, 15.0, 9)):
        for away in rng.uniform(near, far, count):
            rim = float(shore(np.array(s * away)))
            stand = lakeside.reeds(rng, float(rng.uniform(0.9, 1.5)))
            plot.lay(stand.moved((s * float(away), -0.05, rim - float(rng.uniform(0.0, 1.3)))))
    for x, z in rng.uniform((2.6, -7.6), (5.8, -6.2), (9, 2)):  # an islet of them behind the stage
        plot.lay(lakeside.reeds(rng, float(rng.uniform(0.8, 1.3))).moved((-side * float(x), -0.05, float(z))))
    for away, off in ((3.4, 5.0), (4.6, 4.8), (6.6, 4.4), (2.2, 6.4), (7.8, 2.4)):
        x = -side * away
        plot.lay(garden.lotus(rng).moved((x, _DEEP, float(shore(np.array(x))) - off)))
    for k in range(4):
        swims = lakeside.duck(rng).turned(y=side * 70.0 + float(rng.uniform(-25, 25)))
        plot.lay(swims.moved((side * (1.2 + 0.9 * k + float(rng.uniform(-0.3, 0.3))), _DEEP, -10.5 - 0.7 * (k % 2))))


def _greenery(plot: Plot, side: float) -> None:
    """The willow over the water, trees and bushes on both sides and behind the camera, flowers in the grass."""
    rng = plot.rng
    plot.put(t.willow(rng, 5.4), -side * 7.7, -2.6)
    plot.put(t.willow(rng, 6.2), -side * 11.0, -5.6)
    plot.put(nature.tree(rng, 5.2, "#5f8f42", detail=4), -side * 9.6, 0.8)
    plot.put(street.lantern_post(), -side * 6.6, -0.9, side * 90.0)
    plot.lights.append(PointLight((-side * 6.15, 1.9, -0.9), "#ffc078", 1.5, 8.5))
    for x, z in ((-side * 14.5, -5.5), (-side * 15.5, 0.5), (-side * 19.0, -8.0)):
        plot.put(nature.tree(rng, float(rng.uniform(5.0, 6.5)), "#55863f", detail=3), x, z)
    for x, z in ((17.0, 6.5), (23.0, 10.5), (28.0, 15.0), (20.0, 16.0), (34.0, 22.0)):
        plot.put(nature.tree(rng, float(rng.uniform(4.6, 6.0)), "#5a8a42", detail=3), side * x, z)
    plot.scatter(lambda r: nature.bush(r, float(r.uniform(0.6, 1.0)), "#6a9648", detail=3), 7, 6.8, 9.0, 0.5, lean=-0.6)
    plot.scatter(nature.flower_patch, 12, 6.4, 12, 0.4, lean=-0.8)
    for z, count in ((16.0, 6), (24.0, 9)):
        for x in np.linspace(-14.0, 14.0, count):
            if abs(x) > 4.0 or z > 20:
                tree = nature.tree(rng, float(rng.uniform(4.6, 6.4)), "#5a8a42", detail=3)
                plot.put(tree, float(x + rng.uniform(-1, 1)), z + float(rng.uniform(-1.5, 2.0)))
    for x, z in rng.uniform((-12.0, -1.4), (12.0, 12.0), (170, 2)):
        if z > -1.0 or side * x < 4.0:
            tuft = nature.grass_tuft(rng, float(rng.uniform(0.12, 0.26)), "#7a9c4c")
            plot.lay(tuft.moved((float(x), 0.0, float(z))))


def _far_shore(plot: Plot) -> None:
    """Hills with trees beyond the water, paler ones behind them, a pavilion among them."""
    rng = plot.rng
    for k, x in enumerate(np.linspace(-78.0, 78.0, 8)):
        tone: Color = ("#5f8058", "#6a8a5c", "#557850")[k % 3]
        hill = lakeside.wooded_hill(rng, float(rng.uniform(15, 20)), float(rng.uniform(6.0, 11.0)), tone, 21)
        plot.lay(hill.scaled((1.0, 1.0, 0.6)).moved((float(x + rng.uniform(-4, 4)), -0.3, -58.0 - 10.0 * (k % 2))))
    for x in np.linspace(-110.0, 110.0, 8):
        ridge = nature.hill(rng, float(rng.uniform(26, 36)), float(rng.uniform(15, 25)), "#7c95a0")
        plot.lay(ridge.moved((float(x + rng.uniform(-8, 8)), -1.0, -112.0)))
    for a in np.linspace(-1.2, 1.2, 9):
        away = float(rng.uniform(34, 46))
        plot.lay(_far_tree(rng).moved((away * math.sin(a), 0.0, away * math.cos(a))))
    for s in (-1, 1):
        plot.lay(nature.hill(rng, 18.0, 7.0, "#78975e").moved((s * 34.0, -0.5, 58.0)))


def _far_tree(rng: Rng) -> Mesh:
    return nature.tree(rng, float(rng.uniform(5.0, 7.0)), "#5f8f4a", detail=3)
