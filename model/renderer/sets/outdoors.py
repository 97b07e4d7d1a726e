"""Open-air settings: what grows round the stage of a village, a forest, a street and their like.

Each fills a `Plot`. Knows nothing of who plays there.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

import numpy as np

from model.renderer.mesh import Mesh, merge, sheet
from model.renderer.pieces import buildings, nature, street
from model.renderer.pieces.furnishings import flame
from model.renderer.scenery import GROUND, LAMP, PLAIN, WATER, PointLight
from model.renderer.sets.plot import (
    PETALS,
    Plot,
    ground,
    horizon_hills,
    horizon_peaks,
    inward,
    patch,
    ribbon,
    ring_of,
    water,
)
from model.renderer.shapes import (
    Color,
    Rng,
    arc,
    ball,
    block,
    drum,
    graded,
    hoop,
    plate,
    rod,
    shade,
    slab,
    spun,
    tile,
    varied,
)

GRASS, MEADOW = "#7fae48", "#96bb55"


def _woods(rng: Rng) -> Mesh:
    """A far tree, in few triangles."""
    if rng.random() < 0.4:
        return nature.pine(rng, float(rng.uniform(5, 8)), detail=6)
    return nature.tree(rng, float(rng.uniform(4.5, 7)), str(rng.choice(["#4f8a3c", "#5f963f", "#447a3c"])), detail=3)


def _garden_tree(rng: Rng) -> Mesh:
    kind = rng.random()
    if kind < 0.2:
        return nature.birch(rng, float(rng.uniform(4.0, 5.0)))
    if kind < 0.35:
        return nature.poplar(rng, float(rng.uniform(5.0, 6.5)))
    return nature.tree(rng, float(rng.uniform(3.6, 5.2)), str(rng.choice(["#4f8f3e", "#5f9a3e", "#6fa046"])), detail=4)


def _pebbles(color: Color = "#b0a690") -> Callable[[Rng], Mesh]:
    def make(rng: Rng) -> Mesh:
        r = float(rng.uniform(0.04, 0.09))
        return ball((r, r * 0.5, r * 0.8), varied(color, rng, 0.12), (0, r * 0.2, 0), 3)

    return make


def _cobble(color: Color) -> Callable[[Rng], Mesh]:
    """A flat stone trodden into the earth."""

    def make(rng: Rng) -> Mesh:
        sides, r = int(rng.integers(5, 8)), float(rng.uniform(0.09, 0.24))
        stone = drum(r, 0.022, varied(color, rng, 0.1), top=r * 0.9, sides=sides, gloss=0.05)
        return stone.scaled((1.0, 1.0, float(rng.uniform(0.6, 1.0)))).of_part(GROUND)

    return make


def _tufts(color: Color = "#5f9a3e", height: float = 0.2) -> Callable[[Rng], Mesh]:
    return lambda rng: nature.grass_tuft(rng, float(rng.uniform(0.6, 1.2)) * height, color)


def _lantern(plot: Plot, x: float, z: float, power: float = 1.4) -> None:
    """A lantern on a post with its light, turned towards the stage."""
    plot.put(street.lantern_post(), x, z, -90.0 if x > 0 else 90.0)
    plot.lights.append(PointLight((x, 1.9, z + 0.45 * (1 if x > 0 else -1)), power=power, radius=8.0))


def _fireflies(plot: Plot, count: int) -> None:
    """Sparks between the trees; by day they are hardly seen."""
    for a, away, y in plot.rng.uniform((0, 8.6, 0.5), (math.tau, 15, 2.4), (count, 3)):
        spark = ball(0.028, "#ffe27a", detail=2).of_part(LAMP)
        plot.lay(spark.moved((away * math.sin(a), y, away * math.cos(a))))


def _boulders(color: Color, low: float, high: float) -> Callable[[Rng], Mesh]:
    """Rocks between two widths, lower than wide."""

    def make(rng: Rng) -> Mesh:
        width = float(rng.uniform(low, high))
        return nature.rock(
            rng, width, width * float(rng.uniform(0.5, 0.7)), width * float(rng.uniform(0.7, 1.0)), color
        )

    return make


def village(plot: Plot) -> None:
    rng = plot.rng
    ground(plot, GRASS, MEADOW, relief=1.4)
    earth = "#d3b98a"
    plot.lay(patch(rng, 4.6, earth, (0, -0.3)))
    bend = float(rng.uniform(-3, 3))
    plot.lay(ribbon(rng, [(0, -3), (bend * 0.3, -9), (bend, -17), (bend * 2, -32), (bend * 3, -60)], 2.6, earth))
    plot.lay(ribbon(rng, [(0, 3), (-bend * 0.3, 10), (-bend, 20), (-bend * 1.5, 45)], 2.6, earth))
    plot.lay(ribbon(rng, [(-3.5, 0), (-9, 1), (-16, 4), (-40, 6)], 1.8, earth, y=0.004))
    _cottages(plot)
    for x, z, turn in ((-7.2, -6.9, 20), (7.5, -7.0, -20)):
        plot.put(street.fence(rng, 2.6), x, z, turn)
    plot.put(
        merge((street.barrel(rng), street.barrel(rng).moved((0.65, 0, 0.2)), street.crate(rng).moved((0.2, 0, -0.6)))),
        -8.3,
        -6.7,
    )
    plot.put(
        merge((street.sack(rng), street.sack(rng).moved((0.5, 0, 0.1)), street.crate(rng, 0.5).moved((-0.5, 0, 0)))),
        8.9,
        -6.8,
    )
    plot.put(street.market_stall(rng), -7.6, -3.2, 65)
    plot.put(street.lamp_post(3.0), 6.9, -4.2)
    plot.put(street.lamp_post(3.0), -6.9, -6.9)
    plot.put(street.hay_bale(rng), 8.0, -1.2, 70)
    plot.put(street.hay_bale(rng), 8.3, -0.4, 15)
    plot.lights += [
        PointLight((6.9, 2.7, -4.2)),
        PointLight((-6.9, 2.7, -6.9)),
        PointLight((0.0, 3.0, -10.5), power=1.4, radius=9.0),
    ]
    plot.scatter(_garden_tree, 12, 11, 24, 1.4, lean=0.5)
    plot.scatter(lambda r: nature.bush(r, float(r.uniform(0.7, 1.1)), detail=3), 10, 7.5, 16, 0.5)
    plot.scatter(nature.flower_patch, 10, 6.6, 13, 0.4)
    plot.strew(_tufts(height=0.26), 110, 14)
    plot.strew(_cobble("#bfa67c"), 70, 4.6)
    plot.strew(_pebbles(), 26, 7)
    ring_of(plot, _woods, 20, 34, 50)
    horizon_hills(plot, "#8fb05a")


def _cottages(plot: Plot) -> None:
    """Houses in a loose ring, the fronts turned towards the square; two far in front for shots that look back."""
    rng = plot.rng
    roofs = ["#b5432f", "#8a5230", "#a83a2a", "#74503a", "#c05a3a"]
    near = [(-6.6, -9.6), (6.8, -9.8), (-12.2, -5.4), (12.0, -5.2), (-3.6, -15.6), (11.2, -15.4), (-12.8, -14.6)]
    for k, (x, z) in enumerate([*near, (-13.4, 5.8), (13.6, 5.0), (-8.5, 20.5), (7.8, 21.0)]):
        x, z = x + float(rng.uniform(-0.5, 0.5)), z + float(rng.uniform(-0.5, 0.5))
        width, height, depth = (float(v) for v in rng.uniform((3.6, 2.2, 3.0), (4.6, 2.6, 3.6)))
        plaster = str(rng.choice(["#efe4cf", "#ead9bd", "#f2ebdc", "#e3d2b0"]))
        cottage = buildings.cottage(rng, width, height, depth, plaster, roofs[k % len(roofs)])
        plot.put(cottage, x, z, inward(x, z) * 0.8 + float(rng.uniform(-8, 8)))


def _giant(r: Rng) -> Mesh:
    """A tall forest tree of one kind or another."""
    kind = r.random()
    if kind < 0.38:
        return nature.pine(r, float(r.uniform(6.0, 10.0)), str(r.choice(["#2f6b45", "#3a7548", "#2c5f44"])), 8)
    if kind < 0.52:
        return nature.birch(r, float(r.uniform(5.0, 7.0)))
    return nature.tree(r, float(r.uniform(5.5, 8.5)), str(r.choice(["#447f3a", "#578c3c", "#6c983f"])), detail=4)


def forest(plot: Plot) -> None:
    rng = plot.rng
    ground(plot, "#5f7f3a", "#7a7a42", relief=1.6)
    plot.lay(patch(rng, 5.6, "#7d7a48", (0, 0)))
    plot.lay(ribbon(rng, [(1, 8), (0.5, 3), (-0.5, -3), (1, -9), (4, -18), (3, -40)], 1.7, "#a58e60"))

    near = [(-7.6, -7.4), (7.9, -7.7), (-9.2, -2.6), (9.4, -3.0), (-2.9, -9.2), (3.6, -10.0), (-9.4, 3.2), (9.6, 3.6)]
    for x, z in near + rng.uniform(-0.5, 0.5, (len(near), 2)):
        plot.put(_giant(rng), float(x), float(z), float(rng.uniform(0, 360)))
    plot.scatter(_giant, 26, 10, 26, 1.1, lean=0.25)
    plot.scatter(_boulders("#7f8578", 0.6, 1.6), 9, 6.8, 15, 0.8)
    plot.scatter(lambda r: nature.fern(r, float(r.uniform(0.5, 0.9))), 16, 6.5, 14, 0.4)
    plot.scatter(_toadstools, 8, 6.4, 11, 0.3)
    plot.scatter(lambda r: nature.dead_stump(r, float(r.uniform(0.25, 0.4))), 4, 6.9, 12, 0.5)
    plot.scatter(lambda r: rod((-1.6, 0.28, 0), (1.6, 0.3, 0), 0.28, varied("#6b5038", r), sides=8), 3, 8.0, 14, 1.9)
    plot.scatter(lambda r: nature.bush(r, float(r.uniform(0.8, 1.4)), "#4a7f3c", detail=3), 10, 7.5, 16, 0.6)
    plot.strew(_tufts("#5a8a3c", 0.24), 90, 12)
    plot.strew(_fallen_leaf, 60, 8)
    ring_of(plot, lambda r: nature.pine(r, float(r.uniform(8, 13)), detail=6), 40, 28, 46)
    _lantern(plot, -7.0, -5.6)
    _lantern(plot, 6.9, -6.6)
    _fireflies(plot, 40)
    plot.haze = 55.0


def _toadstools(rng: Rng) -> Mesh:
    return merge((nature.mushroom(rng, 0.36, "#c9342c"), nature.mushroom(rng, 0.24, "#d9863a").moved((0.3, 0, 0.12))))


def _fallen_leaf(rng: Rng) -> Mesh:
    tint = varied(str(rng.choice(["#c98a3a", "#a8632c", "#8a9a3c"])), rng)
    return ball((0.09, 0.01, 0.05), tint, (0, 0.015, 0), 2)


def street_set(plot: Plot) -> None:
    rng = plot.rng
    ground(plot, "#8f8d88", "#85837f")
    plot.lay(_flat((200, 7.4), "#4c4e54", (0, 0.3)))  # the road runs along x, through the middle of the stage
    for z in (-5.0, 5.6):
        plot.lay(_flat((200, 3.2), "#a9a49a", (0, z), 0.05))
        plot.lay(block((200, 0.09, 0.2), "#c2bdb2", (0, 0, z + (1.6 if z < 0 else -1.6))))
    for x in np.arange(-60, 61, 3.4):
        if abs(x) > 3.2:
            plot.lay(_flat((1.5, 0.13), "#e8e2cf", (float(x), 0.3), 0.005))
    for k in range(7):
        plot.lay(_flat((0.42, 6.2), "#efeade", (-2.4 + 0.8 * k, 0.3), 0.006))
    for z in (-5.0, 5.6):
        for x in np.arange(-14, 15, 1.6):
            plot.lay(_flat((0.03, 3.1), "#948f86", (float(x), z), 0.052))
    _fronts(plot, -9.4, 0.0, (-27, 27), 3)
    _fronts(plot, 24.0, 180.0, (-30, 30), 3)
    for x, turn in ((-32.0, 90.0), (33.0, -90.0)):
        for z in (-2.5, 3.5):
            plot.lay(
                buildings.town_house(rng, 6.0, 4, str(rng.choice(["#a8705a", "#c9b08a"])), shop=False)
                .turned(y=turn)
                .moved((x * 1.6, 0, z * 2.4))
            )
    for x, z in ((-7.0, -3.8), (7.0, -3.8), (-14, -3.8), (14, -3.8), (-11.0, 4.4), (11.0, 4.4)):
        plot.put(street.lamp_post(3.6), x, z)
    for x, z, turn in ((-10.2, -2.2, 90), (9.8, -2.2, -90), (15.6, -2.2, 90), (-17.5, 2.9, -90), (17.0, 2.9, 90)):
        plot.put(street.parked_car(rng), x, z, turn)
    plot.put(street.traffic_light(), -6.5, -3.7, 20)
    plot.put(street.hydrant(), 8.6, -4.0)
    plot.put(street.litter_bin(), -8.4, -5.4)
    for x in (-12.5, 12.2):
        plot.put(street.planter(rng, 1.0), x, -5.6)
    plot.put(street.park_bench(), 10.2, -6.2)
    for x, z in ((-18.5, -4.2), (18.8, -4.2), (-15.0, 5.2), (15.4, 5.2)):
        plot.put(nature.tree(rng, 4.6, "#5f963f", detail=4), x, z)
    plot.put(nature.bush(rng, 1.0, detail=3), -6.9, -6.3)
    for x in np.linspace(-42, 42, 9):
        height = float(rng.uniform(14, 26))
        plot.lay(
            buildings.tower_block(rng, 7.5, height, 7.0, str(rng.choice(["#8a93a5", "#a5968a", "#7f8a96"]))).moved(
                (float(x), 0, -34 + float(rng.uniform(-6, 2)))
            )
        )
    plot.strew(lambda r: _flat((0.16, 0.1), varied("#e8e0cc", r), (0, 0), 0.01).turned(y=float(r.uniform(0, 90))), 5, 6)
    plot.lights += [
        PointLight((-7.0, 3.2, -3.8), power=1.6, radius=8.0),
        PointLight((7.0, 3.2, -3.8), power=1.6, radius=8.0),
        PointLight((0.0, 2.6, -6.3), "#ffd8a0", 1.2, 8.0),
    ]
    plot.haze = 110.0


def _flat(size: tuple[float, float], color: Color, at: tuple[float, float], y: float = 0.003) -> Mesh:
    """A rectangle of paving, facing up."""
    return tile(size, color, (at[0], y, at[1]), gloss=0.05).of_part(GROUND)


def _fronts(plot: Plot, z: float, turn: float, span: tuple[float, float], floors: int) -> None:
    """A row of town houses shoulder to shoulder along x."""
    x = span[0]
    walls = ["#b5654a", "#d9b98a", "#8a9a8a", "#c98a6a", "#a8b0b5", "#d8c9a8", "#94685a", "#b0a05a"]
    k = int(plot.rng.integers(8))
    while x < span[1]:
        width = float(plot.rng.uniform(4.6, 6.4))
        high = floors + int(plot.rng.integers(-1, 2))
        near = abs(x + width / 2) < 22
        house = (
            buildings.town_house(plot.rng, width, high, walls[k % 8], shop=plot.rng.random() < 0.75)
            if near
            else _dull_front(plot.rng, width, high, walls[k % 8])
        )
        plot.put(house, x + width / 2, z, turn)
        x, k = x + width, k + 1


def _dull_front(rng: Rng, width: float, floors: int, wall: str) -> Mesh:
    return buildings.tower_block(rng, width, floors * 2.7, 5.0, wall)


def park(plot: Plot) -> None:
    rng = plot.rng
    ground(plot, "#7ab04a", "#8fbc58", relief=1.2)
    gravel = "#d9c79c"
    plot.lay(patch(rng, 4.4, gravel, (0, 0), 0.03))
    plot.lay(ribbon(rng, [(0, 4), (1, 10), (-3, 22), (-8, 40)], 2.0, gravel))
    plot.lay(ribbon(rng, [(-4, -1), (-10, -3), (-18, -9), (-34, -12)], 2.0, gravel))
    plot.lay(ribbon(rng, [(4, -1), (9, -5), (10, -14), (20, -30)], 2.0, gravel))
    pond = (-2.5, -13.5)
    plot.lay(patch(rng, 5.2, "#c9bd94", pond, 0.1, 0.004))
    plot.lay(patch(rng, 4.7, "#3f8fa8", pond, 0.1, 0.008, WATER, gloss=0.9))
    plot.taken.append((*pond, 5.2))
    for a in np.linspace(0, math.tau, 15)[:-1]:
        r = 5.0 + float(rng.uniform(-0.3, 0.3))
        plot.lay(
            nature.rock(rng, 0.6, 0.3, 0.5, "#a5a096").moved((pond[0] + r * math.sin(a), 0, pond[1] + r * math.cos(a)))
        )
    for x, z, turn in ((-6.9, -3.4, 50), (6.9, -3.2, -50), (7.0, 3.0, -95)):
        plot.put(street.park_bench(), x, z, turn)
    for x, z in ((-7.2, -5.8), (7.2, -5.6), (-7.3, 3.4)):
        plot.put(street.lamp_post(3.2), x, z)
    plot.put(street.litter_bin(), 8.0, -3.6)
    plot.put(street.playground_slide(), 11.5, -8.5, -40)
    plot.put(street.swing_set(), 13.5, -3.8, -75)
    plot.put(buildings.pavilion(rng, 4.0, 3.6, 1, "#e8e0d0", "#4a7a6a", open_front=True), -12.0, -12.5, 40)
    plot.scatter(_garden_tree, 18, 9, 26, 1.5, lean=0.3)
    plot.scatter(lambda r: nature.tree(r, float(r.uniform(3.2, 4.2)), "#e8a0b8", detail=4), 4, 9, 18, 1.3, lean=0.7)
    plot.scatter(lambda r: nature.bush(r, float(r.uniform(0.7, 1.2)), berries="#e0567f", detail=3), 8, 7, 14, 0.6)
    plot.scatter(lambda r: nature.flower_patch(r, ("#e0567f", "#f2c14e", "#8a6ad0", "#f5f0e6"), 7), 16, 6.6, 12, 0.4)
    plot.strew(_tufts(), 70, 13)
    plot.strew(lambda r: nature.flower_patch(r, ("#f5f0e6", "#f2d04a"), 2, 0.2), 10, 11)
    ring_of(plot, _woods, 26, 32, 46)
    horizon_hills(plot, "#8fb05a", 8, height=7.0)
    plot.lights += [PointLight((-7.2, 2.9, -5.8), radius=7.0), PointLight((7.2, 2.9, -5.6), radius=7.0)]


def beach(plot: Plot) -> None:
    rng = plot.rng
    ground(plot, "#ecd9a8", "#e2c98f", relief=0.5, shape=lambda x, z: -2.0 * np.clip((-z - 9.0) / 12.0, 0.0, 1.0))
    _sea(plot)
    near = [(-8.2, -5.6), (8.8, -4.6), (-11, 2.5), (12.5, 1.5), (-15, -4), (16, -5.5)]
    for x, z in [*near, (-9.5, 17.5), (8.5, 18.5), (15, 15), (-16, 14)]:
        plot.put(nature.palm(rng, float(rng.uniform(4.0, 5.8))), x + float(rng.uniform(-0.6, 0.6)), z)
    plot.put(street.rowing_boat(rng), 7.8, -7.4, 25)
    plot.put(street.beach_umbrella(rng), -7.3, -2.0)
    plot.put(street.beach_umbrella(rng), 11.0, -2.4)
    plot.lay(tile((0.9, 2.0), "#e8503c", (-7.4, 0.005, -0.4), 8))
    plot.lay(tile((0.9, 2.0), "#f2c14e", (-8.6, 0.005, -0.7), -6))
    plot.lay(_pier(rng).moved((-12.5, 0, -7.4)))
    plot.scatter(_boulders("#948f86", 0.6, 1.4), 9, 7, 16, 0.8)
    plot.scatter(lambda r: nature.bush(r, float(r.uniform(0.6, 1.0)), "#7fa34a", detail=3), 8, 12, 20, 0.6)
    plot.strew(_shell, 24, 8)
    plot.strew(_pebbles("#c9b98f"), 24, 9)
    plot.strew(_tufts("#b5b060", 0.16), 14, 13)
    for a in np.linspace(-1.45, 1.45, 7):
        mound = nature.hill(rng, 22, float(rng.uniform(5, 9)), "#8fa85a")
        plot.lay(mound.moved((62 * math.sin(a), -0.4, 62 * math.cos(a))))
    for a in np.linspace(-1.25, 1.25, 9):
        plot.lay(nature.palm(rng, 6.0).moved((34 * math.sin(a), 0, 34 * math.cos(a))))
    _lantern(plot, -7.0, -6.6)
    _lantern(plot, 7.0, -5.2)
    plot.haze = 170.0


def _sea(plot: Plot) -> None:
    """Water to the horizon, surf along the shore, crests farther out, islands and sails."""
    rng = plot.rng
    water(plot, -300.0, -9.5, 300.0, "#2f8fb0", 0.03)
    surf = [(-90, -9.4), (-30, -9.0), (-10, -9.7), (0, -9.1), (12, -9.6), (30, -9.0), (90, -9.4)]
    plot.lay(ribbon(rng, surf, 1.1, "#f5f7f2", y=0.045, wobble=0.4, kind=PLAIN, step=1.2))
    wet_sand = [(-90, -8.4), (-20, -8.0), (0, -8.5), (20, -8.1), (90, -8.4)]
    plot.lay(ribbon(rng, wet_sand, 2.0, "#c9b080", y=0.004, wobble=0.3))
    for row in (-14.0, -20.0, -29.0):
        x = float(rng.uniform(-14, -8))
        for _ in range(4):
            crest = [(x, row), (x + 2.5, row - 0.4), (x + 5, row)]
            plot.lay(ribbon(rng, crest, 0.22, "#e8f4f4", y=0.06, wobble=0.5, kind=PLAIN, step=0.8))
            x += float(rng.uniform(7, 12))
    for x, z, size in ((-26, -60, 1.0), (34, -80, 1.4)):
        plot.lay(nature.hill(rng, 12 * size, 5 * size, "#6f9a5a").moved((x, -0.6, z)))
    plot.lay(_sailing_boat().moved((13, 0, -38)))
    plot.lay(_sailing_boat("#c9503c").turned(y=35).moved((-22, 0, -48)))


def _pier(rng: Rng) -> Mesh:
    """A jetty of planks on piles, running out towards -z."""
    planks = [block((1.8, 0.1, 0.34), varied("#a5825a", rng), (0, 0.42, -0.38 * k)) for k in range(26)]
    piles = [
        rod((x, -1.6, z), (x, 0.85, z), 0.1, "#7a5c3c", sides=7) for x in (-1, 1) for z in (-0.6, -3.8, -7.0, -9.6)
    ]
    return merge((*planks, *piles))


def _shell(rng: Rng) -> Mesh:
    tint = str(rng.choice(["#f2e2d0", "#e8b09a", "#f5f0e6", "#d9a0a0"]))
    return ball((0.07, 0.035, 0.06), tint, (0, 0.02, 0), 3, gloss=0.5)


def _sailing_boat(hull: str = "#f2efe8") -> Mesh:
    sail = sheet(
        [(0.1, 0.9, 0), (2.0, 1.0, 0), (0.1, 5.2, 0), (-0.1, 1.0, 0), (-1.4, 1.0, 0), (-0.1, 4.2, 0)],
        [(0, 1, 2), (3, 5, 4)],
    ).painted("#fbf7ee", 0.1)
    return merge(
        (
            block((4.2, 0.7, 1.3), hull, (0, -0.05, 0), 0.3),
            block((3.6, 0.1, 1.0), "#a5784c", (0, 0.62, 0)),
            rod((0, 0.5, 0), (0, 5.4, 0), 0.06, "#8a6a48", sides=5),
            sail,
        )
    )


def farm(plot: Plot) -> None:
    rng = plot.rng
    ground(plot, "#8fb24e", "#a3b85a", relief=1.5)
    plot.lay(patch(rng, 5.0, "#c9a878", (0, -0.4)))
    plot.lay(ribbon(rng, [(0, 3), (1.5, 10), (4, 22), (3, 50)], 2.4, "#c9a878"))
    plot.lay(ribbon(rng, [(-2, -3), (-6, -9), (-9, -14)], 2.6, "#c9a878", y=0.006))
    plot.put(buildings.barn(rng), -9.5, -14.0, 30)
    plot.put(buildings.silo(rng), -15.5, -11.5)
    plot.put(buildings.cottage(rng, 4.6, 2.5, 3.6, "#f2ebdc", "#8a4a30"), 11.5, -10.5, -38)
    _field(plot, (8.5, -1.0), 10, 8.0, "#7a5a38", "#6fa046")
    _field(plot, (-18.5, 1.0), 9, 10.0, "#7a5a38", "#d9b24a")
    _field(plot, (2.0, -26.0), 12, 16.0, "#8a6a42", "#8fb04a")
    for x, z, turn in ((-7.2, -5.4, 40), (-7.9, -4.4, 80), (7.4, -6.4, 10)):
        plot.put(street.hay_bale(rng), x, z, turn)
    plot.put(street.hay_bale(rng), -7.5, -4.95, 60, 0.5)
    for x, z in ((5.0, -12.5), (-2.6, -18.0), (16, -20)):
        plot.put(street.hay_bale(rng, round_one=True), x, z, float(rng.uniform(0, 180)))
    for x, z, turn, length in (
        (0.5, -8.2, 0, 7.2),
        (-8.8, 1.5, 90, 7.2),
        (7.4, -8.0, 0, 3.6),
        (-8.8, 9.5, 90, 7.2),
        (7.3, 4.4, 90, 5.4),
    ):
        plot.put(street.rail_fence(rng, length), x, z, turn)
    plot.put(street.scarecrow(rng), 12.4, 1.0, -80)
    plot.put(
        merge((street.barrel(rng), street.crate(rng).moved((0.7, 0, 0)), street.sack(rng).moved((0.3, 0, 0.6)))),
        -6.8,
        -7.6,
    )
    plot.put(_windmill(rng), 14.0, -22.0, -25)
    plot.scatter(_garden_tree, 10, 12, 28, 1.5, lean=0.3)
    plot.scatter(lambda r: nature.bush(r, float(r.uniform(0.7, 1.1)), detail=3), 8, 7, 16, 0.5)
    plot.scatter(nature.flower_patch, 8, 6.6, 12, 0.4)
    plot.strew(_tufts("#8aa846"), 60, 13)
    plot.strew(lambda r: rod((0, 0.012, 0), (0.22, 0.016, 0.05), 0.008, varied("#d9b24a", r), sides=3), 40, 6)
    ring_of(plot, _woods, 18, 36, 52)
    horizon_hills(plot, "#9ab45c")
    plot.lights += [PointLight((-6.5, 3.0, -9.5), radius=8.0, power=1.4), PointLight((8.5, 2.4, -8.5), radius=7.0)]


def _field(plot: Plot, at: tuple[float, float], rows: int, length: float, soil: Color, crop: Color) -> None:
    """Furrows along z with plants on them, its middle at `at`; starts beyond the stage."""
    for k in range(rows):
        x = at[0] + (k - rows / 2) * 0.9 + (4.5 if at[0] > 0 else 0.0)
        if abs(x) < plot.extent + 0.6 and abs(at[1]) < plot.extent + length / 2:
            continue
        plot.lay(block((0.6, 0.1, length), varied(soil, plot.rng, 0.06), (x, 0, at[1])))
        for z in np.arange(-length / 2 + 0.3, length / 2, 1.1):
            r = float(plot.rng.uniform(0.16, 0.26))
            plot.lay(ball((r, r * 1.2, r), varied(crop, plot.rng, 0.12), (x, 0.2, at[1] + float(z)), 2))
    plot.taken.append((at[0], at[1], length / 2))


def _windmill(rng: Rng) -> Mesh:
    body = drum(2.0, 5.5, "#efe6d4", top=1.3, sides=12)
    cap = drum(1.45, 1.4, "#8a4a30", (0, 5.5, 0), top=0.3, sides=12)
    turn = float(rng.uniform(0, 90))
    sails = merge(
        merge((block((0.14, 3.6, 0.08), "#6b4a30"), block((0.9, 2.7, 0.04), "#f2ece0", (0.4, 0.8, 0)))).turned(
            z=90 * k + turn
        )
        for k in range(4)
    ).moved((0, 5.7, 1.6))
    return merge(
        (
            body,
            cap,
            sails,
            buildings.door(0.9, 1.8).moved((0, 0, 1.95)),
            buildings.window(0.6, 0.7).moved((0, 3.2, 1.62)),
        )
    )


def mountain(plot: Plot) -> None:
    rng = plot.rng
    ground(plot, "#8a9468", "#9a9484", relief=1.0)
    plot.lay(patch(rng, 5.2, "#a39a84", (0, 0)))
    plot.lay(ribbon(rng, [(0, 4), (1, 9), (6, 18), (4, 40)], 1.8, "#b5aa90"))
    plot.lay(ribbon(rng, [(-1, -4), (-4, -9), (-2, -16), (-8, -26)], 1.8, "#b5aa90"))

    def crag(r: Rng) -> Mesh:
        h = float(r.uniform(1.8, 4.6))
        w = h * float(r.uniform(0.7, 1.1))
        return merge(
            (
                nature.rock(r, w, h, w * 0.9, "#8d8c88"),
                nature.rock(r, w * 0.7, h * 0.55, w * 0.7, "#84837e").moved((w * 0.5, 0, w * 0.3)),
            )
        )

    for x, z in ((-8.6, -8.0), (9.0, -8.6), (-10.8, -2.0), (11.0, -2.4), (-3.2, -11.0), (-11.4, 4.4), (11.6, 4.6)):
        plot.put(crag(rng), x, z, float(rng.uniform(0, 360)))
    plot.scatter(crag, 12, 12, 30, 2.2, lean=0.4)
    plot.scatter(lambda r: nature.pine(r, float(r.uniform(3.5, 6.0)), "#35664a", 8), 16, 9, 26, 1.0, lean=0.3)
    plot.scatter(
        lambda r: nature.rock(
            r, float(r.uniform(0.5, 1.2)), float(r.uniform(0.3, 0.7)), float(r.uniform(0.5, 1.0)), "#8f8e88"
        ),
        14,
        6.7,
        13,
        0.6,
    )
    plot.scatter(lambda r: nature.bush(r, 0.8, "#6f8a4a", detail=3), 8, 7, 14, 0.5)
    plot.scatter(lambda r: nature.flower_patch(r, ("#7a8ad8", "#f5f0e6", "#c98ad0")), 8, 6.6, 11, 0.4)
    plot.put(street.sign_board(), -6.9, -5.0, 30)
    plot.strew(_tufts("#8a944e"), 50, 12)
    plot.strew(_pebbles("#a8a294"), 60, 10)
    horizon_peaks(plot, "#7f858e", 12, 46, 80, 30)
    horizon_hills(plot, "#75855a", 9, 36, 46, 6)
    _lantern(plot, -7.4, -3.4)
    _lantern(plot, 7.2, -6.4)
    plot.haze = 110.0


def desert(plot: Plot) -> None:
    rng = plot.rng
    ground(plot, "#e3bd7f", "#d6a866", relief=2.4)
    for _ in range(9):
        a, away, wide = float(rng.uniform(0, math.tau)), float(rng.uniform(16, 42)), float(rng.uniform(6, 13))
        dune = nature.hill(rng, wide, float(rng.uniform(1.0, 2.6)), "#e0b878", 12)
        out = max(away, 1.6 * wide + 9.0)  # none lies on the stage
        if math.cos(a) < 0.55 or away > 24:
            plot.lay(
                dune.scaled((1.6, 1, 0.8))
                .turned(y=float(rng.uniform(-30, 30)))
                .moved((out * math.sin(a), -0.25, out * math.cos(a)))
            )
    plot.scatter(lambda r: nature.cactus(r, float(r.uniform(1.4, 2.8))), 14, 8, 24, 0.8, lean=0.35)
    plot.scatter(
        lambda r: nature.rock(
            r, float(r.uniform(0.8, 2.6)), float(r.uniform(0.6, 2.4)), float(r.uniform(0.8, 2.0)), "#c08a5a"
        ),
        12,
        7.5,
        22,
        1.3,
        lean=0.3,
    )
    plot.scatter(lambda r: nature.bush(r, float(r.uniform(0.5, 0.9)), "#a8a05a", detail=3), 10, 6.8, 15, 0.5)
    plot.put(_skull(), 6.9, -6.9, -40)
    plot.put(nature.bare_tree(rng, 3.6, "#8a6a4a"), -8.2, -7.4)
    plot.put(_ruined_arch(rng), 8.5, -13.5, -25)
    for k in range(4):
        a = math.pi + (k - 1.5) * 0.55
        plot.lay(nature.mesa(rng).moved((62 * math.sin(a), -0.5, 62 * math.cos(a))))
    for a in (0.4, -0.5, 1.3, -1.4):
        plot.lay(nature.mesa(rng).moved((66 * math.sin(a), -0.5, 66 * math.cos(a))))
    plot.lay(
        merge(
            ribbon(rng, [(-14, z), (-5, z + 0.6), (4, z - 0.3), (14, z + 0.4)], 0.1, "#cfa262", y=0.004, wobble=0.5)
            for z in (-7.5, -5, -2.2, 0.6, 3.0, 5.2)
        )
    )
    plot.strew(_pebbles("#b58a5a"), 40, 10)
    plot.strew(_tufts("#b5a050", 0.18), 16, 12)
    _lantern(plot, 6.9, -5.2)
    plot.haze, plot.dust = 130.0, "#d6a866"


def _skull() -> Mesh:
    bone = "#efe4cc"
    return merge(
        (
            ball((0.22, 0.2, 0.3), bone, (0, 0.18, 0), 6),
            block((0.2, 0.14, 0.34), bone, (0, 0.05, 0.3), 0.06),
            ball(0.06, "#3a2c20", (-0.11, 0.24, 0.2), 4),
            ball(0.06, "#3a2c20", (0.11, 0.24, 0.2), 4),
            rod((0.18, 0.3, -0.05), (0.5, 0.5, 0), 0.05, bone, 0.01, 6),
            rod((-0.18, 0.3, -0.05), (-0.5, 0.5, 0), 0.05, bone, 0.01, 6),
        )
    )


def _ruined_arch(rng: Rng, color: Color = "#d9b98a") -> Mesh:
    parts = [
        block((0.9, 0.6, 0.9), varied(color, rng, 0.1), (x, 0.6 * k, 0), turn=float(rng.uniform(-4, 4)))
        for x, n in ((-1.6, 6), (1.6, 4))
        for k in range(n)
    ]
    parts += [
        block((2.2, 0.6, 0.9), varied(color, rng, 0.1), (-0.9, 3.6, 0)),
        block((0.9, 0.6, 0.9), varied(color, rng, 0.1), (2.6, 0, 1.2), turn=30),
    ]
    return merge(parts)


def snow_field(plot: Plot) -> None:
    rng = plot.rng
    ground(plot, "#eaf0f7", "#dbe5f1", relief=1.6)
    plot.lay(ribbon(rng, [(0, 5), (-1, 10), (2, 20), (0, 40)], 1.6, "#cfdbe8"))
    plot.lay(ribbon(rng, [(0, -4), (2, -9), (-1, -18), (3, -40)], 1.6, "#cfdbe8"))

    def frosted_pine(r: Rng) -> Mesh:
        pine = nature.pine(r, float(r.uniform(3.6, 6.5)), "#4a7a68", 8)
        up = np.clip((pine.normals[:, 1] - 0.1) * 1.6, 0, 0.85)[:, None]
        white = pine.color * (1 - up) + np.array([0.94, 0.96, 1.0]) * up
        return Mesh(
            pine.vertices, pine.normals, pine.triangles, white.astype(np.float32), pine.gloss, pine.glow, pine.part
        )

    for x, z in ((-8.0, -7.6), (8.3, -7.9), (-10.2, -2.2), (10.3, -3.2), (3.6, -11.5)):
        plot.put(frosted_pine(rng), x, z)
    plot.scatter(frosted_pine, 26, 9, 30, 1.0, lean=0.25)
    plot.scatter(lambda r: _snowy_rock(r), 12, 6.8, 16, 0.8)
    plot.scatter(
        lambda r: nature.hill(r, float(r.uniform(0.8, 1.6)), float(r.uniform(0.25, 0.5)), "#f2f6fb", 10),
        14,
        7.5,
        18,
        1.2,
    )
    plot.put(street.snowman(), 7.3, -5.2, -40)
    plot.put(buildings.cottage(rng, 4.0, 2.2, 3.2, "#8a6a4a", "#eef3f8"), -11.5, -12.0, 38)
    plot.put(street.fence(rng, 3.2, "#9a8468"), -7.4, -6.9, 30)
    plot.put(nature.bare_tree(rng, 4.0), 10.5, 3.4)
    ring_of(plot, frosted_pine, 22, 30, 44)
    horizon_peaks(plot, "#a9b8cc", 11, 60, 85, 24)
    plot.strew(lambda r: ball((0.3, 0.03, 0.22), "#f6f9fd", (0, 0.0, 0), 4), 30, 12)
    plot.lights.append(PointLight((-9.0, 2.0, -9.0), power=1.2, radius=7.0))
    plot.haze = 95.0


def _snowy_rock(rng: Rng) -> Mesh:
    w, h = float(rng.uniform(0.7, 1.6)), float(rng.uniform(0.4, 0.9))
    return merge(
        (
            nature.rock(rng, w, h, w * 0.85, "#8c97a5"),
            ball((w * 0.4, h * 0.2, w * 0.34), "#f4f8fc", (0, h * 0.95, 0), 5),
        )
    )


def courtyard(plot: Plot) -> None:
    rng = plot.rng
    ground(plot, "#b0a48e", "#a3977f")
    for x in np.arange(-7.5, 7.6, 1.5):
        for z in np.arange(-7.5, 7.6, 1.5):
            plot.lay(_flat((1.42, 1.42), varied("#bfb39b", rng, 0.06), (float(x) + 0.0, float(z)), 0.009))
    plot.lay(patch(rng, 2.6, "#a8987a", (0, 0), 0.02, 0.006))
    stone = "#b5aa98"
    plot.put(buildings.battlement(rng, 27, 4.2, stone), 0, -10.5)
    for x, turn in ((-13.0, 90.0), (13.0, -90.0)):
        plot.put(buildings.battlement(rng, 16, 4.2, stone), x, -2.5, turn)
        plot.put(buildings.round_tower(rng, 1.9, 7.0, stone, str(rng.choice(["#3f5f95", "#8a3a34"]))), x, -10.5)
    plot.put(_gatehouse(rng, stone), 0, -10.1)
    plot.put(buildings.battlement(rng, 27, 3.4, stone), 0, 19.0, 180)
    for x in (-13.0, 13.0):
        plot.put(buildings.round_tower(rng, 1.7, 5.5, stone), x, 19.0)
        plot.put(buildings.battlement(rng, 13, 3.4, stone), x, 12.5, 90 if x < 0 else -90)
    for x in (-7.6, 7.6):
        plot.put(_banner_pole("#a8323a" if x < 0 else "#3f5f95"), x, -7.6)
        plot.put(nature.tree(rng, 4.2, "#5f963f", detail=4), x * 1.4, -6.6)
        plot.put(street.planter(rng, 1.2), x, 4.8, 90)
    plot.put(
        merge((street.barrel(rng), street.barrel(rng).moved((0.7, 0, 0)), street.crate(rng).moved((0.3, 0, 0.7)))),
        -9.6,
        -8.6,
    )
    plot.put(street.hay_bale(rng), 9.6, -8.8, 15)
    plot.put(merge((street.crate(rng, 0.7), street.sack(rng).moved((0.7, 0, 0.1)))), 10.8, -2.0)
    plot.put(street.park_bench("#7a5c3c"), -9.6, -1.0, 90)
    for x in (-5.2, 5.2):
        plot.lay(_wall_torch().moved((x, 2.2, -9.9)))
    plot.scatter(lambda r: nature.bush(r, 0.9, detail=3), 7, 9, 12, 0.5)
    plot.strew(_tufts("#7f9a4e", 0.14), 30, 9)
    plot.strew(_pebbles("#a89c84"), 26, 8)
    ring_of(plot, _woods, 16, 34, 48)
    horizon_hills(plot, "#8fb05a")
    plot.lights += [
        PointLight((-5.2, 2.7, -9.2), "#ff9a4a", 1.4, 8.0),
        PointLight((5.2, 2.7, -9.2), "#ff9a4a", 1.4, 8.0),
    ]


def _gatehouse(rng: Rng, stone: Color) -> Mesh:
    """A raised gate in the middle of a castle wall."""
    arch = [(-1.25, 0), (1.25, 0), *((x, 1.9 + y) for x, y in arc(1.25, 0, 180, 9))]
    rim = [(-1.55, 0), (1.55, 0), *((x, 1.9 + y) for x, y in arc(1.55, 0, 180, 9))]
    leaf = merge(block((0.38, 3.0, 0.1), varied("#6b4026", rng), (-1.05 + 0.42 * k, 0, 0.78)) for k in range(6))
    merlons = [block((0.6, 0.7, 1.5), stone, (x, 5.4, 0)) for x in (-2.0, -0.7, 0.7, 2.0)]
    return merge(
        (
            graded(block((5.0, 5.4, 1.3), stone), 0.75, 1.0),
            slab(rim, 0.2, shade(stone, 0.85), (0, 0, 0.62)),
            slab(arch, 0.22, "#3a2c22", (0, 0, 0.64)),
            leaf,
            *(block((2.2, 0.1, 0.14), "#3a3a40", (0, y, 0.8)) for y in (0.5, 1.6, 2.5)),
            *merlons,
            plate((0.9, 1.6), "#a8323a", (-1.95, 2.6, 0.67)),
            plate((0.9, 1.6), "#a8323a", (1.95, 2.6, 0.67)),
            plate((0.4, 0.5), "#e0b040", (-1.95, 3.2, 0.68)),
            plate((0.4, 0.5), "#e0b040", (1.95, 3.2, 0.68)),
        )
    )


def _banner_pole(color: Color) -> Mesh:
    cloth = sheet(
        [(0.05, 3.9, 0), (1.1, 3.9, 0.15), (1.1, 2.7, 0.05), (0.6, 2.95, -0.05), (0.05, 2.7, 0)],
        [(0, 4, 3), (0, 3, 1), (1, 3, 2)],
    ).painted(color, 0.1)
    return merge(
        (
            rod((0, 0, 0), (0, 4.2, 0), 0.05, "#5a4630", sides=6),
            ball(0.1, "#e0b040", (0, 4.25, 0), 4, gloss=0.8),
            cloth,
            drum(0.3, 0.14, "#8a857c", sides=8),
        )
    )


def _wall_torch() -> Mesh:
    """A burning torch on a bracket, its foot at the wall."""
    return merge(
        (
            rod((0, 0, 0), (0, 0.3, 0.3), 0.04, "#3a3a40", sides=6),
            rod((0, 0.2, 0.28), (0, 0.55, 0.34), 0.045, "#6b4a30", 0.07, 7),
            flame(0.42, "#ff8a2c", (0, 0.52, 0.34)).of_part(LAMP),
        )
    )


def rooftop(plot: Plot) -> None:
    rng = plot.rng
    plot.lay(_flat((21, 26), "#7f7a74", (0, 4.0), 0.0))
    for x in np.arange(-9, 9.1, 1.8):
        for z in np.arange(-8, 16.1, 1.8):
            plot.lay(_flat((1.72, 1.72), varied("#94908a", rng, 0.05), (float(x), float(z)), 0.003))
    ledge, cap = "#a39a8e", "#c2b8aa"
    for x, z, w, d in ((0, -9.2, 21, 0.4), (-10.4, 4, 0.4, 26), (10.4, 4, 0.4, 26), (0, 17, 21, 0.4)):
        plot.put(merge((block((w, 0.85, d), ledge), block((w + 0.2, 0.12, d + 0.2), cap, (0, 0.85, 0)))), x, z)
    plot.taken = [t for t in plot.taken if t[2] < 5]
    plot.lay(block((21, 40, 26), "#8a7468", (0, -40.02, 4.0)))
    plot.put(buildings.water_tank(), -8.2, -7.0)
    plot.put(_stair_house(), 8.4, -6.8, -90)
    for x, z in ((7.6, 2.0), (-8.4, 1.5)):
        plot.put(_air_unit(rng), x, z, 90 if x < 0 else -90)
    plot.put(
        merge(
            (
                rod((0, 0, 0), (0, 3.8, 0), 0.05, "#5a5e66", sides=6),
                *(rod((-0.5, y, 0), (0.5, y, 0), 0.025, "#5a5e66", sides=5) for y in (2.6, 3.0, 3.4)),
            )
        ),
        -5.6,
        -8.4,
    )
    for x in (-7.6, 7.5):
        plot.put(street.planter(rng, 1.3), x, -3.4, 90)
        plot.put(street.planter(rng, 1.0), x, 5.2, 90)
    plot.put(street.park_bench(), -7.9, -1.3, 90)
    for start, end in (((-9.8, 3.0, -8.8), (0.0, 3.4, -8.8)), ((0.0, 3.4, -8.8), (9.8, 3.0, -8.8))):
        plot.lay(street.string_lights(start, end))
    for x in (-9.8, 0.0, 9.8):
        plot.lay(rod((x, 0.8, -8.9), (x, 3.4, -8.9), 0.04, "#3a3f48", sides=5))
    plot.lay(hoop(2.6, 0.05, "#e0b040", (0, 0.0, 0.6), 36))
    plot.lay(hoop(2.2, 0.03, "#efeade", (0, 0.0, 0.6), 36))
    for z in (-5.4, 7.4):
        plot.lay(_flat((17.0, 0.16), "#d8cdb8", (0, z), 0.005))
    plot.put(_deck_chair("#c9503c"), -7.7, -5.2, 40)
    plot.put(_deck_chair("#3f7f9a"), 7.6, 3.6, -80)
    plot.put(_laundry(rng), -9.3, 6.4, 90)
    city = ["#8a93a5", "#a5968a", "#7f8a96", "#b0a08c", "#6f7f94"]
    for k in range(30):
        a = math.tau * (k + float(rng.uniform(-0.3, 0.3))) / 30
        away, height = float(rng.uniform(26, 62)), float(rng.uniform(20, 58))
        x, z = away * math.sin(a), away * math.cos(a) + 4
        plot.lay(
            buildings.tower_block(rng, float(rng.uniform(6, 10)), height * 0.6, 7.0, city[k % 5])
            .turned(y=inward(x, z))
            .moved((x, -22 + away * 0.12, z))
        )
    plot.lay(_flat((300, 300), "#6a6f78", (0, 0), -40.0))
    plot.lights += [
        PointLight((-4.9, 2.6, -8.2), "#ffd27a", 1.2, 8.0),
        PointLight((4.9, 2.6, -8.2), "#ffd27a", 1.2, 8.0),
    ]
    plot.haze = 150.0


def _deck_chair(color: Color) -> Mesh:
    """Canvas between two wooden frames."""
    cloth = block((0.56, 0.03, 1.1), color).turned(x=-38).moved((0, 0.26, -0.05))
    stripe = block((0.16, 0.032, 1.1), "#f2ece0").turned(x=-38).moved((0, 0.262, -0.05))
    legs = [rod((x, 0.0, 0.55), (x, 0.95, -0.55), 0.03, "#a5784c", sides=5) for x in (-0.3, 0.3)]
    props = [rod((x, 0.0, -0.6), (x, 0.55, 0.1), 0.03, "#a5784c", sides=5) for x in (-0.3, 0.3)]
    return merge((cloth, stripe, *legs, *props))


def _laundry(rng: Rng) -> Mesh:
    """Washing on a line along x."""
    poles = [rod((x, 0, 0), (x, 2.1, 0), 0.04, "#8a7a66", sides=5) for x in (-1.8, 1.8)]
    tones = ("#f5f2ea", "#8fb5d0", "#e8b0a0", "#f2d890", "#f5f2ea")
    cloths = [block((0.5, float(rng.uniform(0.5, 0.9)), 0.03), c, (-1.3 + 0.65 * k, 0, 0)) for k, c in enumerate(tones)]
    hung = [m.moved((0, 2.02 - float(m.bounds()[1][1]), 0)) for m in cloths]
    return merge((*poles, rod((-1.8, 2.05, 0), (1.8, 2.05, 0), 0.012, "#e8e2d4", sides=4), *hung))


def _stair_house() -> Mesh:
    return merge(
        (
            block((2.8, 2.7, 2.4), "#a3705a"),
            block((3.0, 0.16, 2.6), "#c2b8aa", (0, 2.7, 0)),
            buildings.door(0.95, 2.0, "#4a5f6a", "#5a5e66").moved((0, 0, 1.2)),
            ball(0.1, "#ffe0a0", (0.8, 2.3, 1.26), 4),
        )
    )


def _air_unit(rng: Rng) -> Mesh:
    grey = varied("#b9bdc2", rng)
    return merge(
        (
            block((1.5, 0.14, 1.0), "#5a5e66"),
            block((1.4, 0.85, 0.9), grey, (0, 0.14, 0)),
            drum(0.34, 0.03, "#3a3f48", (-0.3, 0.99, 0), sides=14),
            drum(0.34, 0.03, "#3a3f48", (0.4, 0.99, 0), sides=14),
            *(block((1.2, 0.04, 0.02), shade(grey, 0.7), (0, 0.3 + 0.12 * k, 0.455)) for k in range(5)),
        )
    )


def temple(plot: Plot) -> None:
    rng = plot.rng
    ground(plot, "#8fa05a", "#a39a74", relief=1.4)
    for z in np.arange(-8.4, 13, 1.3):
        for x in (-1.95, -0.65, 0.65, 1.95):
            plot.lay(_flat((1.22, 1.22), varied("#b9b0a0", rng, 0.07), (x, float(z)), 0.006))
    plot.lay(patch(rng, 5.4, "#b5a888", (0, 0), 0.05))
    plot.put(buildings.pavilion(rng, 8.4, 5.0, 2), 0, -12.5)
    plot.put(buildings.pavilion(rng, 4.2, 3.4, 1), -11.6, -7.4, 52)
    plot.put(buildings.pavilion(rng, 4.2, 3.4, 1), 11.6, -7.4, -52)
    plot.put(buildings.pavilion(rng, 3.6, 3.6, 4, "#a8342c", "#3f5a55"), 15.0, -20.0, -30)
    plot.put(street.red_gate(), 0, 19.5)
    for x in (-7.2, 7.2):
        for z in (-6.9, -2.4, 3.4):
            plot.put(street.stone_lantern(), x, z)
    plot.put(_incense_burner(), -6.9, -8.6)
    for x, z in ((-9.0, 2.2), (9.6, 1.6), (-8.4, -11.6)):
        plot.put(nature.tree(rng, 4.4, "#eaa7bd", "#5a4038", 4), x, z)
    plot.put(nature.bamboo(rng, 5.0), 8.4, -11.5)
    plot.put(nature.bamboo(rng, 5.0), 13.0, 2.6)
    plot.scatter(lambda r: nature.pine(r, float(r.uniform(4, 7)), "#3a6b4a", 8), 14, 12, 28, 1.2, lean=0.3)
    plot.scatter(lambda r: nature.bush(r, float(r.uniform(0.7, 1.1)), detail=3), 8, 7.5, 14, 0.6)
    plot.scatter(
        lambda r: nature.rock(r, float(r.uniform(0.6, 1.2)), float(r.uniform(0.4, 0.8)), 0.8, "#9a968c"), 8, 7, 14, 0.7
    )
    plot.strew(lambda r: ball((0.06, 0.01, 0.045), varied("#f2b8c9", r), (0, 0.02, 0), 2), 60, 9)
    plot.strew(_tufts("#8a9a4e"), 40, 12)
    plot.sheds = PETALS
    horizon_peaks(plot, "#8098a0", 10, 60, 84, 22, snow=False)
    horizon_hills(plot, "#7f9a5a", 8, 40, 52, 6)
    plot.lights += [
        PointLight((-7.2, 1.3, -6.9), radius=5.0),
        PointLight((7.2, 1.3, -6.9), radius=5.0),
        PointLight((0, 2.6, -9.0), power=1.4, radius=8.0),
    ]
    plot.haze = 120.0


def _incense_burner() -> Mesh:
    bronze = "#6f6a4a"
    return merge(
        (
            *(
                rod(
                    (0.3 * math.sin(a), 0, 0.3 * math.cos(a)),
                    (0.25 * math.sin(a), 0.35, 0.25 * math.cos(a)),
                    0.06,
                    bronze,
                    sides=6,
                )
                for a in (0, 2.1, 4.2)
            ),
            spun(
                [(0.2, 0.3), (0.45, 0.5), (0.42, 0.78), (0.48, 0.84), (0.4, 0.84), (0.36, 0.7), (0, 0.68)],
                bronze,
                sides=14,
                gloss=0.6,
            ),
            *(
                rod((x, 0.7, z), (x, 1.15, z), 0.012, "#b03a3a", sides=3)
                for x, z in ((0.1, 0.05), (-0.12, 0.02), (0.0, -0.12))
            ),
        )
    )


OUTDOORS: Mapping[str, Callable[[Plot], None]] = {
    "village": village, "forest": forest, "mountain": mountain, "beach": beach, "desert": desert,
    "snow field": snow_field, "farm": farm, "street": street_set, "park": park, "courtyard": courtyard,
    "rooftop": rooftop, "temple": temple,
}  # fmt: skip
