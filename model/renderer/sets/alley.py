"""The alley: a yard between brick backs that narrows to a passage with a lit street at its end.

Fills a `Plot`. Knows nothing of who plays there.
"""

from __future__ import annotations

import numpy as np

from model.renderer.mesh import Mesh, merge
from model.renderer.pieces import backstreet as b
from model.renderer.pieces import buildings, street
from model.renderer.scenery import GROUND, WATER, PointLight
from model.renderer.sets.plot import Plot, ground, patch
from model.renderer.shapes import Rng, block, tile, varied

_WALL = 6.8  # m from the middle to the walls beside and behind the stage
_WAY, _END = 2.5, -27.0  # half width of the passage, and z where it meets the street
_BRICKS = ("#8a5244", "#6f4a44", "#94664c", "#5f5552", "#7d4438")


def alley_set(plot: Plot) -> None:
    rng = plot.rng
    middle = float(rng.uniform(-1.2, 1.2))
    neon = [str(c) for c in rng.permutation(b.NEON)]
    brick = [str(c) for c in rng.permutation(_BRICKS)]
    _floor(plot, middle)
    _walls(plot, middle, brick)
    _passage(plot, middle, brick, neon)
    _street_beyond(plot, middle)
    _behind_the_camera(plot, brick)
    _clutter(plot, middle, neon)
    _overhead(plot)
    plot.lights += [
        PointLight((middle - 3.6, 3.0, -5.6), neon[0], 2.8, 10.0),
        PointLight((middle + 4.1, 2.4, -5.3), "#ffc878", 2.4, 9.0),
        PointLight((5.7, 3.1, 1.6), neon[1], 2.2, 9.0),
        # The bulbs burn at any hour: a low sun does not reach over the roofs.
        PointLight((-0.6, 4.3, 2.6), "#ffd8b0", 2.4, 12.0, "always"),
    ]
    plot.haze = 80.0


def _floor(plot: Plot, middle: float) -> None:
    """Old asphalt with a gutter down the middle, patches, puddles, covers and litter."""
    rng = plot.rng
    ground(plot, "#5a5856", "#504f50", reach=60.0, cells=16)
    for z in np.arange(-26.0, 18.0, 1.1):
        for x in (-0.3, 0.3):
            stone = tile((0.56, 1.06), varied("#77736c", rng, 0.12), (middle + x, 0.003, float(z)), gloss=0.15)
            plot.lay(stone.of_part(GROUND))
    for _ in range(5):
        x, z = rng.uniform((-5, -5), (5, 6))
        plot.lay(patch(rng, float(rng.uniform(0.5, 1.2)), "#4e4d4d", (float(x), float(z)), 0.3, 0.004, sides=16))
    puddles = ((-2.9, 1.9, 0.95), (2.6, -3.1, 1.15), (middle + 0.9, -8.6, 1.3), (-4.7, -4.2, 0.7), (3.9, 4.2, 0.9))
    for x, z, r in puddles:
        at = (x + float(rng.uniform(-0.4, 0.4)), z + float(rng.uniform(-0.4, 0.4)))
        plot.lay(patch(rng, r * 1.08, "#3c3c40", at, 0.2, 0.005, sides=22))
        plot.lay(patch(rng, r, "#39485a", at, 0.2, 0.008, WATER, sides=22, gloss=0.95))
    plot.lay(b.manhole().moved((2.7, 0.012, 1.1)).of_part(GROUND))
    plot.strew(b.paper_bits, 22, 7.5)
    plot.strew(b.crumpled_can, 8, 7.0)


def _walls(plot: Plot, middle: float, brick: list[str]) -> None:
    """Left and right of the stage and, either side of the passage, behind it."""
    rng = plot.rng
    for s in (-1, 1):
        for k, (z, width) in enumerate(((-2.4, 8.8), (6.2, 8.4), (14.0, 7.2))):
            height = float(rng.uniform(7.5, 10.5))
            plot.put(b.brick_back(rng, width, height, brick[(k + (s > 0)) % 5]), s * _WALL, z, -s * 90)
        plot.put(b.fire_escape(2), s * _WALL, -2.0 if s < 0 else 3.4, -s * 90)
        plot.put(b.drainpipe(7.0), s * _WALL, 1.7 if s < 0 else -5.9, -s * 90)
        edge = middle + s * _WAY  # of the passage
        width = _WALL - s * edge + 0.8
        x = s * (_WALL + 0.8 - width / 2)
        height, floor = float(rng.uniform(7.0, 9.5)), 2 if s < 0 else 1  # on the left a sign hangs where windows were
        plot.put(b.brick_back(rng, width, height, brick[2 + (s > 0)], first=floor), x, -_WALL)
    plot.put(b.service_door(), middle + 4.1, -_WALL)
    plot.put(b.service_door("#6a3a34"), -_WALL, 3.4, 90)
    plot.put(b.service_door("#4a5260", lit=False), _WALL, 0.0, -90)
    plot.put(b.fuse_boxes(rng), _WALL, -3.4, -90)
    plot.put(b.poster_wall(rng), -_WALL, 0.5, 90)


def _passage(plot: Plot, middle: float, brick: list[str], neon: list[str]) -> None:
    """The narrow way on, with signs over it."""
    rng = plot.rng
    for s in (-1, 1):
        x, z, k = middle + s * _WAY, -_WALL - 0.8, 0
        while z > _END:
            width = min(float(rng.uniform(5.0, 7.0)), z - _END)
            wall = b.brick_back(rng, width, float(rng.uniform(7.0, 11.0)), brick[(k + 2 + (s > 0)) % 5], 0.3)
            plot.put(wall, x + s * 0.02 * k, z - width / 2, -s * 90)
            z, k = z - width, k + 1
        plot.put(b.fire_escape(2, 2.6), x, -14.0 + 3.0 * s, -s * 90)
        plot.put(b.drainpipe(6.5), x, -8.6, -s * 90)
    plot.put(b.blade_sign(neon[0], neon[2], 4), middle - _WAY, -8.0, 90, 3.1)
    plot.put(b.blade_sign(neon[1], neon[3], 3), middle + _WAY, -12.6, -90, 3.0)
    plot.put(b.service_door("#5a4a3a"), middle + _WAY, -9.6, -90)
    plot.put(b.trash_bag(), middle - 1.9, -9.8)
    plot.put(_two_crates(rng), middle + 1.8, -15.4)


def _two_crates(rng: Rng) -> Mesh:
    return merge((street.crate(rng, 0.62), street.crate(rng, 0.5).turned(y=18).moved((0.02, 0.62, 0))))


def _street_beyond(plot: Plot, middle: float) -> None:
    """Where the passage ends: a pavement, a passing car, shops across the road, towers over the roofs."""
    rng = plot.rng
    plot.lay(tile((60, 6.0), "#4c4e54", (middle, 0.003, _END - 5.0), gloss=0.05).of_part(GROUND))
    plot.lay(tile((60, 2.2), "#a9a49a", (middle, 0.005, _END - 1.0), gloss=0.05).of_part(GROUND))
    for x, width, wall in ((-5.6, 5.8, "#b5654a"), (0.2, 5.8, "#d9b98a"), (5.9, 5.6, "#8a9a8a")):
        plot.put(buildings.town_house(rng, width, 3, wall), middle + x, _END - 11.5)
    plot.put(street.parked_car(rng), middle + 0.9, _END - 3.6, 90)
    plot.put(street.lamp_post(3.6), middle - 1.7, _END - 1.2)
    for x in (-16.0, -6.0, 5.0, 15.0):
        height, wall = float(rng.uniform(15, 24)), str(rng.choice(["#8a93a5", "#a5968a"]))
        tower = buildings.tower_block(rng, 7.5, height, 7.0, wall)
        plot.lay(tower.moved((middle + x, 0, _END - 24.0 + float(rng.uniform(-4, 4)))))


def _behind_the_camera(plot: Plot, brick: list[str]) -> None:
    """What shots that look back see: a fence across the yard, house backs beyond it."""
    rng = plot.rng
    plot.put(b.chain_fence(9.0), 0, 17.4)
    for x, width, k in ((-6.5, 6.6, 0), (0.2, 6.6, 3), (6.9, 6.6, 1)):
        plot.put(b.brick_back(rng, width, float(rng.uniform(8, 11)), brick[k], 0.3), x, 23.5, 180)
    plot.put(b.fire_escape(2), 0.2, 23.4, 180)
    plot.put(b.dumpster("#4a5a7a"), 4.6, 16.2, 180)
    plot.put(street.lamp_post(3.4), -5.2, 16.6)


def _clutter(plot: Plot, middle: float, neon: list[str]) -> None:
    """Along the walls: bins, bags, crates, pallets, and the near signs."""
    rng = plot.rng
    plot.put(b.dumpster(str(rng.choice(["#3f6a5a", "#4a5a7a", "#6a4a3a"]))), -5.3 + 0.3 * middle, -6.2)
    plot.put(merge((b.trash_bag(), b.trash_bag(0.28).moved((0.5, 0, 0.12)))), middle - 3.0, -6.3)
    plot.put(b.pallets(rng), middle + 5.6 if middle < 0 else 6.0, -6.15, 8)
    plot.put(_two_crates(rng), 6.3, -1.4, 90)
    bags = (b.trash_bag(), b.trash_bag(0.3).moved((0.1, 0, 0.55)), b.trash_bag(0.24).moved((0.0, 0.4, 0.26)))
    plot.put(merge(bags), -6.3, -4.2)
    plot.put(street.litter_bin(), 6.3, 1.9)
    plot.put(street.barrel(rng, "#5a6a72"), -6.3, 6.2)
    plot.put(street.sack(rng), 6.25, 5.4)
    plot.put(street.crate(rng, 0.7), 6.2, 6.4, 12)
    plot.put(b.noodle_sign(neon[0], neon[2]), middle - 3.4, -_WALL, y=2.7)
    plot.put(b.arrow_sign(neon[1], neon[2]), _WALL, 1.7, -90, 2.75)
    plot.put(b.blade_sign(neon[3], neon[1], 3), -_WALL, 5.6, 90, 2.9)


def _overhead(plot: Plot) -> None:
    """Bulbs, wires and washing from wall to wall, above every head."""
    rng = plot.rng
    plot.lay(street.string_lights((-_WALL, 4.9, -5.2), (_WALL, 4.6, -3.0), 11))
    plot.lay(street.string_lights((-_WALL, 4.8, 2.0), (_WALL, 5.0, 4.0), 11))
    plot.lay(b.washing_line(rng, 2 * _WALL - 0.4).turned(y=4).moved((0, 6.4, -4.4)))
    plot.lay(b.washing_line(rng, 2 * _WAY).moved((0, 5.2, -10.5)))
    for z in (-6.0, 0.5):
        plot.lay(block((2 * _WALL, 0.035, 0.035), "#22242a", (0, 5.9 + 0.05 * z, z)))
