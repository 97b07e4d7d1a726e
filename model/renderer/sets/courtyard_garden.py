"""The courtyard garden of an old Chinese house: a hall across the back, white walls, a moon gate, a pond with a kiosk,
rocks and blossom round a paved court.

Fills a `Plot`. Knows nothing of who plays there.
"""

from __future__ import annotations

import numpy as np

from model.renderer.mesh import Mesh, merge
from model.renderer.pieces import bamboo, nature, street
from model.renderer.pieces import garden as g
from model.renderer.pieces import old_town as t
from model.renderer.scenery import GROUND, WATER, PointLight
from model.renderer.sets.plot import PETALS, Plot, ground, horizon_hills, patch, ring_of
from model.renderer.shapes import Rng, tile, varied

_TIMBER = ("#8c2f26", "#6b3a28", "#7a2c2a", "#5a3a2a")
_WALLS = 11.6  # m from the middle to the walls on both sides


def courtyard_garden(plot: Plot) -> None:
    rng = plot.rng
    side = float(rng.choice((-1.0, 1.0)))  # of the pond
    ground(plot, "#8a9a5e", "#a09468", cells=20)
    _court(plot)
    _hall(plot, side)
    _walls(plot, side)
    _pond(plot, side)
    _green(plot, side)
    plot.put(g.stone_table(rng), -side * 7.8, -2.0)
    for x, z in ((-side * 6.9, -6.4), (side * 6.5, 3.8)):
        plot.put(street.stone_lantern(), x, z)
    plot.lights.append(PointLight((-side * 6.9, 1.05, -5.9), "#ffb870", 1.4, 8.0))
    plot.strew(t.petal, 46, 8)
    ring_of(plot, lambda r: t.far_house(r, float(r.uniform(5, 8)), 4.0), 9, 30, 44)
    ring_of(plot, lambda r: nature.tree(r, float(r.uniform(5, 7)), "#5f8a46", detail=3), 18, 24, 40)
    horizon_hills(plot, "#8aa07a", 8, 54, 76, 9)
    plot.haze, plot.sheds = 90.0, PETALS


def _court(plot: Plot) -> None:
    """Square slabs, a framed pattern of darker ones in the middle."""
    rng = plot.rng
    for x in np.arange(-5.4, 5.5, 1.2):
        for z in np.arange(-6.6, 11.5, 1.2):
            inner = abs(x) < 2.6 and abs(z) < 2.6
            stone = varied("#9a9388" if inner else "#b3aa9a", rng, 0.05)
            plot.lay(tile((1.17, 1.17), stone, (float(x), 0.006, float(z)), gloss=0.1).of_part(GROUND))
    plot.lay(tile((2.0, 2.0), "#b8af9e", (0.0, 0.011, 0.0), 45.0, gloss=0.15).of_part(GROUND))


def _hall(plot: Plot, side: float) -> None:
    """The main hall and a wing, across from the pond."""
    rng, timber = plot.rng, str(plot.rng.choice(_TIMBER))
    plot.put(t.house(rng, 8.6, "doors", timber, 1).scaled((1.0, 1.18, 1.0)), -side * 3.6, -9.4)
    plot.put(t.house(rng, 4.4, "gate", timber, 1), -side * 10.0, -10.2)
    for x in (-6.0, -1.2):
        plot.lay(t.lantern(0.24).moved((side * x, 2.9, -8.7)))
        plot.lights.append(PointLight((side * x, 2.5, -8.2), "#ff9f5a", 1.8, 9.5))
    for x in (-6.6, -4.9, -2.3, -0.6):
        plot.put(g.pot_of_flowers(rng), side * x, -7.7)


def _walls(plot: Plot, side: float) -> None:
    """White walls all round, bamboo beyond the moon gate in the back one; a gatehouse behind the camera."""
    rng = plot.rng
    plot.put(g.moon_gate(rng), side * 3.0, -13.4)
    plot.put(g.wall(rng, 6.6, 2), side * 8.5, -13.4)
    for x in (-1.6, -0.9, 0.3, 1.2):
        plot.lay(bamboo.far_cane(rng, 5.5).moved((side * 3.0 + x, 0.0, -15.6 - 0.4 * abs(x))))
    for s in (-1, 1):
        for z, length, windows in ((-4.6, 17.6, 4), (10.6, 12.4, 2)):
            plot.put(g.wall(rng, length, windows), s * _WALLS, z, 90)
        plot.put(g.wall(rng, 9.0, 2), s * 7.1, 17.0)
    plot.put(t.house(rng, 5.2, "gate", str(rng.choice(_TIMBER)), 1), 0.0, 18.0, 180)


def _pond(plot: Plot, side: float) -> None:
    """Water before the back wall, a kiosk over it, a bridge, lotus, rocks on its bank."""
    rng = plot.rng
    water = patch(rng, 2.0, "#5f8a86", (0.0, 0.0), 0.12, 0.02, WATER, 30, 0.9)
    plot.lay(water.scaled((1.75, 1.0, 1.0)).moved((side * 6.3, 0.0, -9.2)))
    plot.put(g.kiosk(rng), side * 8.0, -11.3, -side * 24)
    plot.put(g.humped_bridge(4.6), side * 5.4, -8.0, side * 12)
    for x, z in ((4.6, -10.2), (5.4, -9.2), (7.4, -9.0), (3.6, -9.5), (8.4, -8.6)):
        plot.lay(g.lotus(rng).moved((side * x, 0.02, z)))
    for a in np.arange(0.0, 360.0, 18.0):
        x, z = 3.5 * np.cos(np.radians(a)), 2.05 * np.sin(np.radians(a))
        stone = nature.rock(rng, float(rng.uniform(0.3, 0.6)), 0.24, 0.45, "#9a978c")
        plot.lay(stone.moved((side * 6.3 + float(x), 0.0, float(z) - 9.2)))
    plot.put(g.worn_rock(rng, 2.2), side * 5.2, -12.0)
    plot.put(g.worn_rock(rng, 1.3), side * 9.9, -7.4)
    plot.lights.append(PointLight((side * 8.0, 2.5, -10.4), "#ffb070", 1.6, 8.0))


def _green(plot: Plot, side: float) -> None:
    """Blossom on one side, a willow by the water, shrubs along the walls."""
    rng = plot.rng
    plot.put(t.plum(rng, 3.9), -side * 8.6, -6.6)
    plot.put(t.plum(rng, 3.3, "#f0b4c4"), side * 8.7, -3.6)
    plot.put(t.willow(rng, 4.8), side * 10.2, -12.4)
    for x, z in ((-10.4, -3.4), (10.6, 4.2), (-10.2, 6.6), (-10.3, 9.2), (9.2, 8.4), (side * 10.4, -1.0)):
        plot.put(_shrubs(rng), x, z)


def _shrubs(rng: Rng) -> Mesh:
    return merge((nature.bush(rng, 0.9, detail=3), nature.bush(rng, 0.6, "#6f9a4a", detail=3).moved((0.5, 0.0, 0.35))))
