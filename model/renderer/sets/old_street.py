"""The old street: timbered shops hung with lanterns, running down to the gate of an old Chinese city.

Fills a `Plot`. Knows nothing of who plays there.
"""

from __future__ import annotations

import numpy as np

from model.renderer.mesh import merge
from model.renderer.pieces import old_town as t
from model.renderer.pieces import street
from model.renderer.pieces.characters import shop_name
from model.renderer.scenery import GROUND, PointLight
from model.renderer.sets.plot import PETALS, Plot, ground, horizon_hills, ring_of
from model.renderer.shapes import tile, varied

_SIDE = 7.1  # m from the middle to the fronts beside the stage
_GATE = -28.0  # z of the city gate's front
# (nearest z, farthest z, metres from the middle) of the fronts, narrowing towards the gate.
_ROWS = ((10.2, -5.4, _SIDE), (-5.4, -11.0, 6.1), (-11.0, -25.4, 5.2))
_TIMBER = ("#8c2f26", "#6b3a28", "#7a2c2a", "#5a3a2a", "#94402c")
_CLOTHS = ("#b5403a", "#3a5f78", "#d0a040", "#4f7a5a", "#6f4a78")


def old_street_set(plot: Plot) -> None:
    rng = plot.rng
    _paving(plot)
    _fronts(plot)
    _gate(plot)
    _behind_the_camera(plot)
    _before_the_fronts(plot)
    _overhead(plot)
    ring_of(plot, lambda r: t.far_house(r, float(r.uniform(5, 8))), 8, 40, 50)
    horizon_hills(plot, "#86a06a", 8, 56, 76, 8)
    plot.strew(t.petal, 34, 8)
    side = float(rng.choice((-1.0, 1.0)))
    plot.lights += [
        PointLight((side * -5.4, 2.9, -3.4), "#ff9a58", 2.0, 9.5),
        PointLight((side * 5.4, 2.9, -1.0), "#ffb070", 2.0, 9.5),
        PointLight((0.0, 4.0, -9.6), "#ff8f50", 2.4, 11.0),
        PointLight((0.4, 4.2, 3.6), "#ffb87a", 1.8, 10.0),
    ]
    plot.haze = 95.0


def _paving(plot: Plot) -> None:
    """Worn slabs in courses across the street, a smooth way of longer ones down its middle."""
    rng = plot.rng
    ground(plot, "#a29a8c", "#9a9283", reach=70.0, cells=14)
    for k, z in enumerate(np.arange(_GATE - 6.0, 16.0, 0.98)):
        half = 6.9 if z > -5.4 else 6.0 if z > -11 else 5.1
        for s in (-1, 1):
            x = 0.86 if k % 2 else 0.86 - 0.4
            while x < half:
                width = min(float(rng.uniform(1.2, 1.7)), half - x + 0.05)
                at = (s * (x + width / 2), 0.004, float(z))
                plot.lay(tile((width - 0.03, 0.952), varied("#b0a899", rng, 0.055), at).of_part(GROUND))
                x += width
        stone = tile((1.66 if k % 2 else 0.86, 0.952), varied("#bab2a2", rng, 0.04), (0.0, 0.005, float(z)), gloss=0.2)
        plot.lay(stone.of_part(GROUND))


def _fronts(plot: Plot) -> None:
    """Shops, inns and dwellings shoulder to shoulder along both sides."""
    rng = plot.rng
    for s in (-1, 1):
        kinds = ["shop", "gate", "doors", *(str(x) for x in rng.permutation(["doors", "gate", "shop", "doors"]))]
        k = int(rng.integers(len(kinds)))
        for begin, end, away in _ROWS:
            count = max(1, round((begin - end) / (5.2 if away > 6 else 7.0)))
            width = (begin - end) / count
            for j in range(count):
                z = begin - width * (j + 0.5)
                timber = _TIMBER[(k + (s > 0) * 2) % len(_TIMBER)]
                floors = 1 if rng.random() < 0.25 else 2
                plaster = str(rng.choice(["#d8d0c0", "#cfc4ae", "#dcd6cb"]))
                near = -6.0 < z < 10.0
                plot.put(t.house(rng, width, kinds[k % len(kinds)], timber, floors, plaster, near), s * away, z,
                         -s * 90)  # fmt: skip
                _hang_out(plot, s, away, z, width, near, k)
                k += 1


def _hang_out(plot: Plot, s: int, away: float, z: float, width: float, near: bool, k: int) -> None:
    """Lanterns under the eaves, and on some houses a flag."""
    radius = 0.23 if near else 0.27
    for dz in (-0.3, 0.3) if near else (0.0,):
        plot.lay(t.lantern(radius, drop=0.12, near=near).moved((s * (away - 0.72), 2.66, z + dz * width)))
    if k % 2:
        flag = t.shop_flag(shop_name(plot.rng, k % 4 == 1), _CLOTHS[k // 2 % len(_CLOTHS)])
        plot.lay(flag.turned(y=-s * 90).moved((s * (away - 0.1), 4.75, z + 0.46 * width)))


def _gate(plot: Plot) -> None:
    """What closes the view: the gate with its hall, walls on both sides, a pagoda over the roofs."""
    rng = plot.rng
    plot.put(t.city_gate(rng), 0, _GATE)
    for s in (-1, 1):
        plot.lay(t.rampart(rng, 17.0).moved((s * 14.9, 0, _GATE - 1.6)))
    side = float(rng.choice((-1.0, 1.0)))
    plot.lay(t.pagoda(rng).moved((side * 13.5, 2.0, -42.0)))


def _behind_the_camera(plot: Plot) -> None:
    """What shots that look back see: an archway across the street, houses beyond it."""
    rng = plot.rng
    plot.put(t.archway(rng), 0, 18.6, 180)
    for s in (-1, 1):
        kind, timber = str(rng.choice(["doors", "gate"])), str(rng.choice(_TIMBER))
        plot.put(t.house(rng, 5.6, kind, timber, near=False), s * _SIDE, 13.1, -s * 90)
        plot.put(t.far_house(rng, 6.6, 4.0), s * 8.4, 21.0, 180)
    for x, width in ((-5.0, 7.0), (4.6, 7.2)):
        plot.put(t.far_house(rng, width, float(rng.uniform(3.4, 4.6))), x, 31.0, 180)


def _before_the_fronts(plot: Plot) -> None:
    """Stalls, jars, lions and trees along the houses, off the stage."""
    rng = plot.rng
    wares = [str(w) for w in rng.permutation(["buns", "fruit", "lanterns", "silk"])]
    cloth = [str(c) for c in rng.permutation(_CLOTHS)]
    side = float(rng.choice((-1.0, 1.0)))
    plot.put(t.stall(rng, wares[0], cloth[0]), side * -4.1, -8.1, side * 24)
    plot.put(t.stall(rng, wares[1], cloth[1]), side * 4.2, -12.6, side * -55)
    blooms = rng.random() < 0.5
    plot.put(t.plum(rng) if blooms else t.willow(rng), side * 4.75, -7.0)
    plot.sheds = PETALS if blooms else ()
    for s in (-1, 1):
        plot.put(t.stone_lion(), s * 2.9, _GATE + 1.6)
        plot.put(t.drum_stone(), s * 6.35, 4.0 * s - 1.5, 0)
    plot.put(merge((t.wine_jar(rng, 0.3), t.wine_jar(rng, 0.24).moved((0.1, 0, 0.56)))), side * 6.35, -4.3, -side * 90)
    plot.put(merge((street.sack(rng), street.crate(rng, 0.5).moved((0.6, 0, 0)))), side * -6.25, 3.2, side * 90)
    plot.put(t.hitching_rail(rng), side * 6.3, 7.4, -side * 90)


def _overhead(plot: Plot) -> None:
    """Lanterns on lines from eave to eave, above every head."""
    for z, half, y, count in ((-5.9, 5.9, 5.0, 6), (-10.6, 5.4, 4.7, 5), (-15.6, 4.6, 4.6, 3), (9.6, 6.4, 5.5, 6)):
        plot.lay(t.lantern_string((-half, y, z), (half, y, z), count, 0.21, -8 < z < 0))
