"""The city wall: on top of a wall of old China, brick teeth behind the actors and a tower among them, flags, fires;
land far below that rises to hills over which the wall runs on.

Fills a `Plot`. Knows nothing of who plays there.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from model.renderer.mesh import merge
from model.renderer.pieces import battlements as b
from model.renderer.pieces import nature, street
from model.renderer.pieces import old_town as t
from model.renderer.scenery import GROUND, PointLight
from model.renderer.sets.plot import Field, Plot, ground, horizon_peaks
from model.renderer.shapes import block, tile, varied

Land = Callable[[Field, Field], Field]  # heights at x, z
_OUTER, _INNER = -6.5, 13.6  # z of the toothed parapet behind the stage, and of the low one behind the camera
_LONG = 34.0  # m of the wall to either side
_FOOT = -8.0  # m, the land below
_CLOTHS = ("#a8302a", "#c8882c", "#2f4f7a", "#8a2a3a")


def city_wall(plot: Plot) -> None:
    rng = plot.rng
    side = float(rng.choice((-1.0, 1.0)))  # of the tower
    phase = float(rng.uniform(0, math.tau))

    def crest(x: Field) -> Field:
        """z of the ridge of the hills."""
        return np.asarray(-52.0 + 9.0 * np.sin(x / 21.0 + phase) - 0.1 * np.abs(x), np.float64)

    def land(x: Field, z: Field) -> Field:
        """Flat below the wall, then hills with a ridge that rises and falls."""
        tall = 17.0 + 5.0 * np.sin(x / 15.0 + 1.7 * phase) + 3.0 * np.sin(x / 7.0 - phase)
        ridge = tall * np.exp(-(((z - crest(x)) / 15.0) ** 2))
        slope = 4.0 * np.clip((-z - 10.0) / 24.0, 0.0, 1.0)
        return np.asarray(_FOOT + ridge + slope, np.float64)

    ground(plot, "#7f9458", "#8f9a62", reach=130.0, cells=44, shape=land)
    _body(plot)
    _parapets(plot, side)
    _on_the_wall(plot, side)
    xs = np.linspace(-78.0, 78.0, 25)
    plot.lay(b.wall_over(rng, list(zip(xs, land(xs, crest(xs)), crest(xs), strict=True)), "#a39b8c", 5))
    _below(plot, side, land)
    horizon_peaks(plot, "#7f95a0", 13, 84, 112, 25, snow=False)
    plot.haze = 140.0


def _body(plot: Plot) -> None:
    """The wall itself, paved with brick in courses."""
    rng = plot.rng
    deep, middle = _INNER - _OUTER + 0.8, (_INNER + _OUTER) / 2
    plot.lay(block((2 * _LONG, -_FOOT + 1.0, deep), "#8a857d", (0, _FOOT - 1.01, middle), gloss=0.05))
    plot.lay(tile((2 * _LONG, deep - 0.02), "#7f7a72", (0, 0.0, middle), gloss=0.05).of_part(GROUND))
    for k, z in enumerate(np.arange(_OUTER + 0.5, 11.4, 0.74)):
        for x in np.arange(-10.4 + 0.6 * (k % 2), 10.5, 1.24):
            paving = tile((1.2, 0.7), varied("#9a948a", rng, 0.06), (float(x), 0.004, float(z)), gloss=0.05)
            plot.lay(paving.of_part(GROUND))


def _parapets(plot: Plot, side: float) -> None:
    """Teeth all along the outer edge but where the tower stands, a low wall along the inner one."""
    rng = plot.rng
    stretches = ((-side * 1.5, 9.6, True), (-side * 11.3, 9.0, True), (-side * 20.2, 8.0, False),
                 (-side * 28.6, 8.0, False), (side * 15.8, 9.6, True), (side * 25.6, 9.6, False))  # fmt: skip
    for x, length, near in stretches:
        plot.put(b.parapet(rng, length, near=near), x, _OUTER)
    plot.lay(block((8.2, -_FOOT, 9.4), "#8a857d", (side * 6.9, _FOOT - 0.004, -11.4), gloss=0.05))
    plot.put(b.tower(rng), side * 6.9, -8.7)
    for s in (-1, 1):
        plot.put(b.parapet(rng, 2.9), side * 6.9 + s * 3.75, -7.9, -s * 90.0)
    for x in np.arange(-30.0, 30.1, 6.0):
        low = merge((block((5.98, 0.7, 0.42), varied(b.BRICK, rng, 0.04), gloss=0.05),
                     block((6.0, 0.1, 0.54), varied("#a39d93", rng, 0.04), (0, 0.7, 0))))  # fmt: skip
        plot.put(low, float(x), _INNER)
    for s in (-1, 1):  # where the wall goes on to both sides
        plot.put(b.tower(rng, 8.0, near=False), s * 29.0, 1.0, -s * 90.0)


def _on_the_wall(plot: Plot, side: float) -> None:
    """Flags along the teeth, fires, a drum and spears by the tower, jars and crates."""
    rng = plot.rng
    cloths = [str(c) for c in rng.permutation(_CLOTHS)]
    for k, x in enumerate((-side * 4.4, side * 0.75, -side * 9.6, -side * 16.0, side * 12.2)):
        flag = b.war_flag(rng, cloths[0 if k % 2 == 0 else 1], 4.4 if k < 2 else 5.0)
        plot.put(flag, x, _OUTER - 0.05, 180.0 * (side > 0) + float(rng.uniform(-14, 14)))
    for x, z in ((-side * 6.5, -5.5), (side * 6.9, 1.4)):
        plot.put(b.fire_basket(rng), x, z)
        plot.lights.append(PointLight((x * 0.97, 1.8, z + 0.3), "#ff9a48", 2.0, 10.0))
    for x in (-2.2, 2.2):
        plot.lay(t.lantern(0.26, drop=0.1).moved((side * 6.9 + x, 2.75, -8.4)))
    plot.lights.append(PointLight((side * 6.5, 2.5, -7.2), "#ff9f5a", 1.8, 9.0))
    plot.put(b.war_drum(), side * 10.2, -3.8, -side * 42.0)
    plot.put(b.spear_rack(rng), -side * 8.6, -5.6, side * 8.0)
    plot.put(b.spear_rack(rng), side * 7.4, -1.8, -side * 80.0)
    crates = merge((street.crate(rng, 0.6), street.crate(rng, 0.5).turned(y=24).moved((0.72, 0, 0.1))))
    plot.put(crates, -side * 7.2, -2.6, 60.0)
    jars = merge((t.wine_jar(rng, 0.3), t.wine_jar(rng, 0.24).moved((0.5, 0, 0.14))))
    plot.put(jars, -side * 7.0, 3.4)
    stones = [nature.rock(rng, 0.3, 0.26, 0.28, "#8a867c").moved((0.32 * (k % 3), 0.24 * (k // 3), 0.05 * k))
              for k in range(5)]  # fmt: skip
    plot.put(merge(stones), side * 3.2, -5.95)


def _below(plot: Plot, side: float, land: Land) -> None:
    """Roofs of the town inside, and of a village outside that the hills begin behind; trees on the slopes."""
    rng = plot.rng
    houses = ((-side * 7.0, -25.0, 7.0, 4.4), (-side * 16.0, -29.0, 6.0, 4.6), (side * 3.0, -30.0, 6.4, 4.2),
              (-side * 27.0, -26.0, 7.0, 4.2))  # fmt: skip
    for x, z, width, height in houses:
        plot.lay(t.far_house(rng, width, height).turned(y=float(rng.uniform(-25, 25))).moved((x, -4.9, z)))
    plot.lay(t.pagoda(rng, 5, 1.8).moved((-side * 11.5, -4.6, -33.0)))
    for x in np.arange(-28.0, 29.0, 8.0):
        house = t.far_house(rng, float(rng.uniform(6.0, 8.0)), float(rng.uniform(6.4, 8.2)))
        turned = house.turned(y=180.0 + float(rng.uniform(-14, 14)))
        plot.lay(turned.moved((float(x), _FOOT, 24.0 + float(rng.uniform(-2, 6)))))
    plot.lay(t.pagoda(rng, 6, 2.4).moved((side * 14.0, _FOOT, 42.0)))
    spots = rng.uniform((-64.0, -52.0), (64.0, -22.0), (150, 2))
    for (x, z), y in zip(spots.tolist(), land(*spots.T).tolist(), strict=True):
        plot.lay(b.fir(rng, float(rng.uniform(2.4, 4.6))).moved((x, y - 0.4, z)))
