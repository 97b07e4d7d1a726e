"""Other worlds: the moon under a black sky in which the earth hangs, and a red planet under a sky of dust; craters,
boulders, hills all round, and what a landing has brought.

Fills a `Plot`. Knows nothing of who plays there.
"""

from __future__ import annotations

from dataclasses import dataclass

from model.renderer.mesh import Mesh, Vec3, merge
from model.renderer.pieces import nature, outpost
from model.renderer.scenery import GROUND, PointLight
from model.renderer.sets.plot import Plot, ground, horizon_hills, horizon_peaks, inward
from model.renderer.shapes import Rng, mixed, shade, tile, varied


@dataclass(frozen=True, slots=True)
class _World:
    soil: str
    dust: str
    stone: str
    far: str
    air: tuple[float, float, float]


_MOON = _World("#8c8b88", "#7c7b79", "#77767a", "#7d7c7c", (0.012, 0.013, 0.018))
_RED = _World("#b5653a", "#a2552f", "#8f4a2c", "#9a5434", (1.25, 0.86, 0.6))


def moon(plot: Plot) -> None:
    side = _landed(plot, _MOON)
    horizon_hills(plot, _MOON.far, 12, 52, 84, 11)
    earth = outpost.globe(plot.rng, 8.0, "#2a62b8", "#5f8a4a", "#f2f4f8")
    plot.lay(earth.moved((side * float(plot.rng.uniform(9, 18)), float(plot.rng.uniform(21, 27)), -92.0)))
    plot.haze = 1500.0


def red_planet(plot: Plot) -> None:
    _landed(plot, _RED)
    horizon_peaks(plot, _RED.far, 11, 62, 92, 20, snow=False)
    horizon_hills(plot, "#a65d36", 8, 44, 58, 5)
    plot.haze, plot.dust = 90.0, _RED.soil


def _landed(plot: Plot, world: _World) -> float:
    """Ground and what stands on it; returns the side, -1 or 1, that is kept free of tall things."""
    rng = plot.rng
    side = float(rng.choice((-1.0, 1.0)))
    ground(plot, world.soil, world.dust, relief=1.6)
    plot.air = world.air
    plot.put(outpost.lander(rng), -side * 7.2, -9.4, inward(-side * 7.2, -9.4))
    plot.put(outpost.dome(rng, 3.0), side * 8.4, -14.0, inward(side * 8.4, -14.0))
    plot.put(outpost.dome(rng, 2.2), side * 14.2, -10.0, inward(side * 14.2, -10.0))
    plot.put(outpost.rover(), side * 7.2, -4.6, -side * 35.0)
    plot.put(outpost.panels(), side * 3.0, -15.5, 8.0 * side)
    plot.put(outpost.banner(str(rng.choice(("#2f7a8a", "#8a2f4a", "#3f5fa8")))), -side * 4.6, -6.6, -12.0)
    plot.lights.append(PointLight((side * 7.0, 1.5, -10.2), "#ffb070", 2.2, 9.0))
    plot.lights.append(PointLight((-side * 6.4, 2.2, -7.2), "#dfe8ff", 1.8, 8.0))
    _craters(plot, world, side)
    plot.scatter(lambda r: _stone(r, (0.6, 0.4, 0.6), (2.2, 1.6, 1.8), world), 22, 7.2, 26, 1.0, lean=0.3)
    plot.strew(lambda r: _stone(r, (0.06, 0.06, 0.06), (0.2, 0.2, 0.2), world), 60, 12.0)
    _tracks(plot, world, side)
    return side


def _craters(plot: Plot, world: _World, side: float) -> None:
    rng = plot.rng
    soil = mixed(world.soil, world.dust, 0.4)
    for x, z, radius in ((side * 1.5, -10.0, 1.7), (-side * 12.0, -5.0, 2.0), (side * 13.0, -2.5, 1.5),
                         (-side * 2.5, -19.0, 3.4), (side * 20.0, -21.0, 4.0), (-side * 17.0, -17.0, 3.0),
                         (-side * 9.0, 8.0, 1.6), (side * 10.5, 9.0, 1.9)):  # fmt: skip
        plot.put(outpost.crater(rng, radius, soil, 0.26), x, z)
    for _ in range(7):  # small ones underfoot, without a rim to stumble over
        x, z = rng.uniform(-5.5, 5.5, 2).tolist()
        plot.lay(outpost.crater(rng, float(rng.uniform(0.2, 0.45)), soil, 0.12).moved((x, 0.0, z)))


def _stone(rng: Rng, least: Vec3, most: Vec3, world: _World) -> Mesh:
    width, height, depth = (float(size) for size in rng.uniform(least, most))
    return nature.rock(rng, width, height, depth, world.stone)


def _tracks(plot: Plot, world: _World, side: float) -> None:
    """Of the rover's wheels, across the stage, and of boots from the lander."""
    rng, dark = plot.rng, shade(world.dust, 0.86)
    marks = []
    for k in range(46):
        z, x = -4.0 + 0.32 * k, side * (6.6 - 0.05 * k)
        marks += [tile((0.26, 0.2), dark, (x + s * 0.8, 0.004, z), gloss=0.0) for s in (-1, 1)]
    for k in range(15):
        x, z = -side * (6.0 - 0.4 * k), -7.4 + 0.4 * k
        marks.append(tile((0.13, 0.3), varied(dark, rng, 0.05), (x + 0.12 * (-1) ** k, 0.004, z), side * 45.0, 0.0))
    plot.lay(merge(marks).of_part(GROUND))
