"""The cemetery: rows of headstones in tired grass, an angel and a great cross, a tomb house, bare trees, railings, a
chapel far off.

Fills a `Plot`. Knows nothing of who plays there.
"""

from __future__ import annotations

import numpy as np

from model.renderer.mesh import Mesh, merge
from model.renderer.pieces import graveyard, nature, street
from model.renderer.scenery import PointLight
from model.renderer.sets.plot import TALL, Plot, ground, horizon_hills, inward, patch, ribbon, ring_of
from model.renderer.shapes import Rng, ball, tile, varied

_GRAVEL = "#a39a86"


def cemetery(plot: Plot) -> None:
    rng = plot.rng
    side = float(rng.choice((-1.0, 1.0)))  # of the angel
    ground(plot, "#68754a", "#7a7d55", relief=1.4)
    plot.lay(ribbon(rng, [(0, 30), (0.4, 14), (0, 5), (0, -6), (side * -0.6, -16), (side * -3.0, -30)], 2.3, _GRAVEL))
    plot.lay(patch(rng, 3.6, _GRAVEL, (0, 0), 0.06, 0.004))
    _monuments(plot, side)
    _rows(plot)
    _bounds(plot, side)
    plot.strew(_leaf, 70, 10)
    plot.strew(lambda r: nature.grass_tuft(r, float(r.uniform(0.12, 0.26)), "#7a8048"), 60, 12)
    plot.haze = 66.0


def _monuments(plot: Plot, side: float) -> None:
    """What rises over the stones: an angel and a cross behind the stage, a tomb house, lanterns, candles."""
    rng = plot.rng
    plot.put(graveyard.angel(), side * 2.7, -7.4, -side * 12)
    for dx in (-0.75, 0.1, 0.8):
        plot.put(graveyard.grave_candle(), side * 2.7 + dx, -6.7)
    plot.put(graveyard.tall_cross(), -side * 3.3, -9.4, side * 10)
    plot.put(graveyard.tomb_house(rng), -side * 7.9, -10.6, side * 34)
    plot.put(nature.bare_tree(rng, 5.6, "#4c423a"), side * 6.9, -8.6)
    plot.put(nature.bare_tree(rng, 5.0, "#544a40"), -side * 7.6, -4.9)
    plot.put(_fresh_grave(rng), side * 7.4, -2.2, -side * 80)
    plot.put(street.park_bench("#6a5a48"), -side * 7.0, 0.9, side * 90)
    for s in (-1, 1):
        plot.put(street.lamp_post(2.9), s * 1.9, -6.5 if s != side else -11.6)
        plot.put(street.lamp_post(2.9), s * 6.5, 4.4)
        plot.lights.append(PointLight((s * 6.5, 2.5, 4.4), "#ffcf8a", 1.8, 9.0))
    plot.lights.append(PointLight((-side * 1.9, 2.5, -6.5), "#ffcf8a", 2.0, 10.0))
    plot.lights.append(PointLight((side * 1.9, 2.5, -11.6), "#ffcf8a", 2.0, 10.0))


def _rows(plot: Plot) -> None:
    """Headstones in lines on both sides of the path and beside the stage, closer near than far."""
    rng = plot.rng
    spots = [(x, z) for z in (-6.7, -9.0, -11.4, -14.0, -17.4) for x in np.arange(-12.6, 12.7, 1.8) if abs(x) > 1.6]
    spots += [(s * x, z) for s in (-1, 1) for x in (7.0, 8.9, 11.0) for z in (-4.2, -1.6, 1.0, 3.6, 6.4)]
    spots += [(s * x, z) for s in (-1, 1) for x in (6.4, 8.6, 10.8) for z in (10.5, 13.5, 17.0)]
    crows = 2
    for x, z in spots:
        stone = graveyard.headstone(rng)
        tall = float(stone.bounds()[1][1])
        if not plot.is_free(x, z, 0.4, tall > TALL) or rng.random() < 0.1:
            continue
        at = (float(x + rng.uniform(-0.16, 0.16)), float(z + rng.uniform(-0.16, 0.16)))
        plot.put(stone, *at, float(rng.uniform(-7, 7)) if z < -6.0 else inward(x, z) * 0.8)
        if crows and -10.0 < z < 8.0 and tall < 1.2 and rng.random() < 0.2:
            plot.lay(graveyard.crow(rng).moved((at[0], tall - 0.03, at[1])))
            crows -= 1


def _bounds(plot: Plot, side: float) -> None:
    """Railings with a gate, yews and bare trees, the chapel on its rise, hills."""
    rng = plot.rng
    for x in (-13.5, -9.0, -4.5, 4.5, 9.0):
        plot.lay(graveyard.railings(4.5).moved((x, 0, -22.5)))
    for s in (-1, 1):
        plot.put(graveyard.gate_post(2.6), s * 2.2 - side, -22.5)
        for z in (-18.0, -13.5, -9.0, -4.5, 0.0, 4.5):
            plot.lay(graveyard.railings(4.5).turned(y=90).moved((s * 14.2, 0, z)))
        for z in (-20.0, -14.5, 2.0, 12.0):
            yew = nature.poplar(rng, float(rng.uniform(5.0, 6.6)), "#3f5a3e")
            plot.put(yew, s * (13.0 + float(rng.uniform(0, 0.6))), z)
    plot.lay(graveyard.chapel(rng).turned(y=side * 14).moved((-side * 8.5, 0.2, -34.0)))
    plot.scatter(lambda r: nature.bare_tree(r, float(r.uniform(4.4, 6.0)), "#544a42"), 6, 16, 28, 1.2, lean=0.4)
    ring_of(plot, lambda r: nature.bare_tree(r, float(r.uniform(5.0, 7.0)), "#5f574e"), 8, 32, 44)
    horizon_hills(plot, "#7d8460", 9, height=8.0)


def _fresh_grave(rng: Rng) -> Mesh:
    """A mound of earth before a stone, flowers on it."""
    mound = ball((0.62, 0.3, 1.15), "#5f4a36", (0, 0.0, 1.2), 6)
    clods = [ball(float(rng.uniform(0.05, 0.11)), varied("#6b543e", rng, 0.1), (float(x), 0.05, float(z)), 3)
             for x, z in rng.uniform((-0.8, 0.0), (0.8, 2.4), (9, 2))]  # fmt: skip
    return merge((graveyard.headstone(rng), mound, *clods, graveyard.bunch(rng).moved((0, 0.28, 1.1))))


def _leaf(rng: Rng) -> Mesh:
    tint = varied(str(rng.choice(["#a8743a", "#8a5a32", "#97863e"])), rng)
    return tile((0.15, 0.1), tint, (0, 0.014, 0), float(rng.uniform(0, 90)), gloss=0.02)
