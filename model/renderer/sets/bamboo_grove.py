"""The bamboo grove: a clearing on a mossy path, walled in by tall canes that are lost in the mist.

Fills a `Plot`. Knows nothing of who plays there.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from model.renderer.pieces import bamboo, buildings, nature, street
from model.renderer.scenery import GROUND, PointLight
from model.renderer.sets.plot import Plot, ground, horizon_hills, patch, ribbon, ring_of
from model.renderer.shapes import drum, varied

_FALLING = ("#b8b45a", "#8fae50", "#d0b868")
_STANDS = ((-7.4, -6.6), (-4.4, -8.6), (4.6, -8.8), (7.6, -6.4), (-8.3, -2.0), (8.5, -2.4), (-8.6, 3.4), (8.8, 3.2))


def bamboo_grove(plot: Plot) -> None:
    rng = plot.rng
    ground(plot, "#5f7d3c", "#7c8444", relief=1.2)
    plot.lay(patch(rng, 4.9, "#7f8450", (0, 0)))
    side = float(rng.choice((-1.0, 1.0)))
    way = [(side * 1.5, 9), (side * 0.6, 3), (0, 0), (-side * 0.6, -5), (side * 0.8, -11), (side * 2.6, -18)]
    plot.lay(ribbon(rng, way, 1.5, "#a09670"))
    _stepping_stones(plot, way)
    _landmarks(plot, side)
    for x, z in _STANDS:
        at = rng.uniform(-0.4, 0.4, 2)
        plot.put(bamboo.stand(rng, 3, 0.75, 8.2), x + float(at[0]), z + float(at[1]))
    plot.scatter(bamboo.far_cane, 215, 8.4, 22, 0.16, lean=0.35)
    plot.scatter(lambda r: nature.rock(r, float(r.uniform(0.5, 0.9)), 0.4, 0.6, "#868a78"), 9, 6.7, 13, 0.7)
    plot.scatter(lambda r: nature.fern(r, float(r.uniform(0.4, 0.7))), 11, 6.5, 12, 0.4)
    plot.scatter(lambda r: bamboo.shoot(r, float(r.uniform(0.25, 0.5))), 10, 6.4, 10, 0.2)
    plot.strew(bamboo.fallen_blade, 90, 8)
    ring_of(plot, lambda r: bamboo.far_cane(r, float(r.uniform(9, 13))), 36, 24, 34)
    horizon_hills(plot, "#7d9a72", 8, 52, 74, 12)
    plot.haze = 46.0
    plot.sheds = _FALLING


def _stepping_stones(plot: Plot, way: Sequence[tuple[float, float]]) -> None:
    """Flat stones along the path."""
    x, z = np.array(way).T
    order = np.argsort(z)
    for at in np.arange(-12.0, 8.0, 0.85):
        stone = drum(0.3, 0.02, varied("#a8a598", plot.rng, 0.06), top=0.27, sides=8, gloss=0.12).of_part(GROUND)
        aside = float(np.interp(at, z[order], x[order]) + plot.rng.uniform(-0.18, 0.18))
        plot.lay(stone.scaled((1.25, 1.0, 0.85)).moved((aside, 0.0, float(at))))


def _landmarks(plot: Plot, side: float) -> None:
    """What the eye finds between the canes: a pavilion by the path, and stone lanterns that burn at night."""
    plot.put(buildings.pavilion(plot.rng), side * 7.4, -19.5, -side * 18)
    for x, z in ((-side * 6.5, -4.6), (side * 6.7, 0.6)):
        plot.put(street.stone_lantern(), x, z)
        plot.lights.append(PointLight((x, 1.05, z + 0.5), "#ffb870", 1.5, 8.5))
    plot.lights.append(PointLight((side * 7.0, 2.6, -16.6), "#ffb070", 2.0, 10.0))
