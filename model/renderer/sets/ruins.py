"""The ruins of a town of today: a cracked street between broken walls, rubble, wrecks, gutted towers, columns of smoke.

Fills a `Plot`. Knows nothing of who plays there.
"""

from __future__ import annotations

import math

import numpy as np

from model.renderer.mesh import Mesh, merge
from model.renderer.pieces import backstreet, nature, ruin, street
from model.renderer.pieces.furnishings import always_lit, flame
from model.renderer.scenery import GROUND, WATER, PointLight
from model.renderer.sets.plot import Plot, ground, horizon_hills, patch
from model.renderer.shapes import Rng, block, rod, slab, tile, varied

_WALLS = ("#8d5a48", "#93877a", "#7f6a58", "#a08a72", "#70625a")
_ASPHALT = "#55534f"


def ruins(plot: Plot) -> None:
    rng = plot.rng
    side = float(rng.choice((-1.0, 1.0)))  # of the wreck
    walls = [str(c) for c in rng.permutation(_WALLS)]
    ground(plot, "#837b6c", "#766e62", relief=0.8, cells=26)
    _street(plot)
    _walls(plot, side, walls)
    _heaps(plot, side, walls)
    _wrecks(plot, side)
    _skyline(plot, side)
    plot.strew(_brick, 46, 7.5)
    plot.strew(backstreet.paper_bits, 16, 7.0)
    plot.strew(lambda r: nature.grass_tuft(r, float(r.uniform(0.1, 0.2)), "#8a8c58"), 36, 9.0)
    plot.haze = 62.0


def _street(plot: Plot) -> None:
    """Asphalt broken into plates, some of them tilted, faded lines, craters with water, kerbs."""
    rng = plot.rng
    plot.lay(tile((8.6, 62.0), _ASPHALT, (0, 0.002, -10.0), gloss=0.04).of_part(GROUND))
    for z in np.arange(-34.0, 15.0, 3.2):
        if rng.random() < 0.75:
            plot.lay(tile((0.14, 1.7), "#a9a294", (float(rng.uniform(-0.03, 0.03)), 0.004, float(z)),
                          float(rng.uniform(-3, 3)), gloss=0.02).of_part(GROUND))  # fmt: skip
    for s in (-1, 1):
        for z in np.arange(-34.0, 16.0, 1.9):
            if rng.random() < 0.8:
                kerb = block((0.24, 0.13, 1.8), varied("#9a958a", rng, 0.06), (0, -0.02, 0), gloss=0.05)
                askew = kerb.turned(y=float(rng.uniform(-4, 4)))
                plot.lay(askew.moved((s * 4.35, 0.0, float(z))))
    for x, z, r in ((-2.7, 1.9, 1.0), (2.9, -1.6, 1.3), (-1.2, -4.2, 1.1), (1.6, 4.6, 1.2), (0.6, -8.8, 2.0)):
        at = (x + float(rng.uniform(-0.4, 0.4)), z + float(rng.uniform(-0.4, 0.4)))
        plot.lay(patch(rng, r, "#7d7567", at, 0.35, 0.0055, sides=18))
        if r > 1.15:
            plot.lay(patch(rng, 0.62 * r, "#55605f", at, 0.3, 0.008, WATER, 18, 0.9))
    for _ in range(16):  # cracks
        x, z, a = rng.uniform((-3.9, -12.0, -70.0), (3.9, 9.0, 70.0))
        plot.lay(_crack(rng).turned(y=float(a)).moved((float(x), 0.0, float(z))))


def _crack(rng: Rng) -> Mesh:
    """A jagged dark line in the road."""
    z, parts, x = 0.0, [], 0.0
    for k in range(4):
        long, lean = float(rng.uniform(0.4, 0.8)), float(rng.uniform(-40, 40))
        width = 0.07 * (1.0 - 0.2 * k)
        x, z = x + 0.5 * long * math.sin(math.radians(lean)), z + 0.5 * long * math.cos(math.radians(lean))
        parts.append(tile((width, long + 0.04), "#3a3835", (x, 0.005, z), lean, gloss=0.02))
        x, z = x + 0.5 * long * math.sin(math.radians(lean)), z + 0.5 * long * math.cos(math.radians(lean))
    return merge(parts).of_part(GROUND)


def _walls(plot: Plot, side: float, walls: list[str]) -> None:
    """Fronts along both sides, closer behind the stage, and one across the end of the street."""
    rng = plot.rng
    for s, rows in ((side, ((-1.2, 4, 1.7), (-11.5, 4, 2.9), (-23.0, 4, 2.2))),
                    (-side, ((3.2, 3, 2.3), (-6.6, 4, 2.2), (-17.0, 4, 3.1)))):  # fmt: skip
        for k, (z, bays, floors) in enumerate(rows):
            wall = ruin.broken_wall(rng, bays, floors, walls[(k + 2 * (s > 0)) % 5], near=-7.0 < z < 9.0)
            plot.put(wall, s * (7.6 + 0.2 * k), z, -s * 90.0 + float(rng.uniform(-3, 3)))
    for x, z, turn, k in ((side * 5.6, -7.2, -16.0 * side, 1), (-side * 6.6, -12.0, 12.0 * side, 3)):
        plot.put(ruin.broken_wall(rng, 2, 1.5 + 0.3 * k, walls[k]), x, z, turn)
    plot.put(ruin.broken_wall(rng, 5, 3.2, walls[4], near=False), side * 1.5, -36.0, float(rng.uniform(-6, 6)))
    for x, z, turn, k in ((-8.2, 15.5, 160.0, 0), (8.4, 16.5, -165.0, 2), (0.5, 27.0, 180.0, 3)):
        plot.put(ruin.broken_wall(rng, 3, 2.1, walls[k], near=False), x, z, turn)


def _heaps(plot: Plot, side: float, walls: list[str]) -> None:
    """Rubble at the feet of the walls and across the street farther back, shrubs that have come up in it."""
    rng = plot.rng
    near = ((-side * 3.2, -7.6, 1.6, 1.0), (side * 6.6, -5.9, 1.2, 0.9), (side * 0.9, -10.6, 1.9, 0.9),
            (-side * 6.9, -2.2, 0.8, 0.6), (side * 6.8, 3.4, 0.8, 0.6), (-side * 7.0, 7.2, 1.0, 0.8))  # fmt: skip
    far = ((side * 5.0, -16.5, 2.1, 1.5), (-side * 3.6, -21.0, 2.4, 1.4), (side * 2.2, -29.0, 3.0, 1.8),
           (-6.0, 13.5, 1.8, 1.2), (7.2, 12.2, 1.6, 1.1))  # fmt: skip
    for k, (x, z, radius, height) in enumerate((*near, *far)):
        plot.put(ruin.rubble(rng, radius, height, walls[k % 5]), x, z, float(rng.uniform(0, 360)))
    for x, z in ((-side * 4.9, -7.0), (side * 7.0, -3.9), (-side * 7.0, 0.6), (side * 3.8, -14.0)):
        plot.put(nature.bush(rng, float(rng.uniform(0.6, 0.9)), "#6f7a4a", detail=3), x, z)
    plot.put(nature.bare_tree(rng, 4.4, "#4a4038"), -side * 6.6, -9.6)


def _wrecks(plot: Plot, side: float) -> None:
    """A burnt-out car behind the stage, others up the street, lamps and poles askew, a drum with a fire in it."""
    rng = plot.rng
    plot.put(ruin.burnt_car(rng), side * 2.9, -7.2, side * 63.0)
    plot.put(ruin.burnt_car(rng), -side * 2.3, -15.5, -side * 24.0)
    plot.put(ruin.burnt_car(rng), side * 2.6, 17.5, side * 140.0)
    plot.put(ruin.bent_lamp(rng), -side * 5.0, -7.0, 0.0 if side > 0 else 180.0)
    plot.put(ruin.bent_lamp(rng), side * 5.0, -19.0, 180.0 if side > 0 else 0.0)
    for x, z in ((side * 6.4, -13.0), (-side * 6.2, -24.0)):
        plot.put(ruin.wire_pole(rng), x, z, 90.0)
    plot.put(_road_sign(rng), side * 6.3, 0.9, -side * 55.0)
    crates = merge((street.crate(rng, 0.6), street.crate(rng, 0.45).turned(y=20).moved((0.1, 0.6, 0))))
    plot.put(crates, -side * 6.6, -4.3)
    plot.put(ruin.fire_drum(rng), -side * 6.3, -5.9)
    plot.lights += [
        PointLight((-side * 6.2, 1.35, -5.5), "#ff8a3c", 2.2, 10.0, "always"),
        PointLight((side * 1.6, 2.0, -13.0), "#ff7a30", 2.2, 10.0),
        PointLight((side * 6.0, 2.4, -2.0), "#ff9a50", 1.3, 8.0),
    ]
    plot.put(_embers(rng), side * 1.6, -13.2)


def _embers(rng: Rng) -> Mesh:
    """Timber that burns on the street."""
    beams = [rod((-0.5, 0.1, 0.0), (0.5, 0.3, 0.0), 0.07, "#2f2824", sides=5).turned(y=a) for a in (10.0, 70.0, 130.0)]
    return merge((*beams, always_lit(flame(float(rng.uniform(0.7, 0.9)), "#ff8a2c", (0.0, 0.1, 0.0)))))


def _road_sign(rng: Rng) -> Mesh:
    """Bent, its paint flaking."""
    post = block((0.07, 1.9, 0.07), "#6a6a66")
    face = slab([(-0.42, 0.0), (0.42, 0.0), (0.0, 0.72)], 0.03, "#c9a23a", (0, 1.5, 0.05))
    inner = slab([(-0.27, 0.09), (0.27, 0.09), (0.0, 0.55)], 0.01, "#3a3632", (0, 1.5, 0.075))
    return merge((post, face, inner)).turned(z=float(rng.uniform(6, 13)), x=-6.0)


def _brick(rng: Rng) -> Mesh:
    """One that lies about, low enough to step over."""
    size = rng.uniform((0.08, 0.04, 0.06), (0.22, 0.09, 0.14))
    tone = varied(str(rng.choice(_WALLS)), rng, 0.12)
    return block((float(size[0]), float(size[1]), float(size[2])), tone, gloss=0.05)


def _skyline(plot: Plot, side: float) -> None:
    """What is left of high-rises all round, smoke over them."""
    rng = plot.rng
    towers = ((side * 13.0, -46.0, 9, 26), (-side * 14.0, -42.0, 8, 18), (-side * 28.0, -52.0, 9, 28),
              (side * 30.0, -50.0, 10, 22), (-38.0, -16.0, 8, 18), (38.0, -12.0, 8, 20), (-26.0, 36.0, 9, 20),
              (24.0, 40.0, 9, 24))  # fmt: skip
    for x, z, width, height in towers:
        tone = str(rng.choice(("#7f7b76", "#8a8078", "#74716f")))
        tower = ruin.gutted_tower(rng, width, height * float(rng.uniform(0.85, 1.15)), tone)
        turned = tower.turned(z=float(rng.uniform(-3, 3)), y=math.degrees(math.atan2(-x, -z)))
        plot.lay(turned.moved((float(x), -0.4, float(z))))
    burning = ((-side * 7.5, -33.0, 22.0, 2.9), (side * 24.0, -46.0, 26.0, 4.0), (side * 34.0, 12.0, 24.0, 4.0))
    for east, south, tall, radius in burning:
        plot.lay(ruin.smoke(rng, tall, radius, "#3f3b39").moved((east, 1.0, south)))
    horizon_hills(plot, "#7a766c", 8, 66, 86, 8)
