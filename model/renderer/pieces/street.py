"""Things along roads and in yards: lamp posts, fences, benches, bins, stalls, carts, parked cars, boats, hay.

Knows nothing of where they stand. Lamp glass is `LAMP`: it shines when it is dark.
"""

from __future__ import annotations

import itertools
import math

import numpy as np

from model.renderer.mesh import Mesh, merge, sheet
from model.renderer.pieces.buildings import LEAFY, awning, lamp_glass
from model.renderer.scenery import LAMP
from model.renderer.shapes import (
    Color,
    Rng,
    ball,
    block,
    both_sides,
    drum,
    graded,
    mixed,
    plate,
    rod,
    shade,
    slab,
    spun,
    varied,
)

IRON = "#2f3640"


def lamp_post(height: float = 3.4, color: Color = IRON) -> Mesh:
    """An old-fashioned street lamp."""
    glass = lamp_glass(spun([(0.1, height - 0.55), (0.17, height - 0.2), (0.0, height - 0.18)], "#ffdf9a", sides=8))
    return merge(
        (
            drum(0.15, 0.3, color, top=0.1, sides=8),
            rod((0, 0.2, 0), (0, height - 0.55, 0), 0.06, color, 0.045, 7),
            rod((-0.22, height - 0.75, 0), (0.22, height - 0.75, 0), 0.025, color, sides=5),
            glass,
            spun([(0.22, height - 0.2), (0.08, height - 0.06), (0, height)], color, sides=8),
        )
    )


def lantern_post(height: float = 2.2) -> Mesh:
    """A lantern hung from a wooden post, for places without streets."""
    arm = rod((0, height - 0.15, 0), (0.5, height, 0), 0.045, "#6b4a30", sides=5)
    glass = lamp_glass(block((0.2, 0.26, 0.2), "#ffd890", (0.46, height - 0.46, 0)))
    roof = spun([(0.2, height - 0.2), (0, height - 0.06)], "#33343a", (0.46, 0, 0), 6)
    base = block((0.24, 0.04, 0.24), "#33343a", (0.46, height - 0.5, 0))
    return merge((rod((0, 0, 0), (0, height, 0), 0.06, "#6b4a30", 0.05, 6), arm, glass, roof, base))


def fence(rng: Rng, length: float, color: Color = "#b08a5a", height: float = 0.8) -> Mesh:
    """Pickets along x."""
    n = max(2, round(length / 0.42))
    pickets = [
        slab(
            [(-0.06, 0), (0.06, 0), (0.06, height - 0.08), (0, height), (-0.06, height - 0.08)],
            0.04,
            varied(color, rng),
            (-length / 2 + length / n * (k + 0.5), 0, 0),
        )
        for k in range(n)
    ]
    return merge(
        (
            *pickets,
            *(block((length, 0.08, 0.03), shade(color, 0.85), (0, y, -0.04)) for y in (height * 0.25, height * 0.68)),
        )
    )


def rail_fence(rng: Rng, length: float, color: Color = "#8a6a48") -> Mesh:
    """Posts and rails, as round a field."""
    n = max(2, round(length / 1.8)) + 1
    posts = [block((0.14, 1.0, 0.14), varied(color, rng), (x, 0, 0)) for x in np.linspace(-length / 2, length / 2, n)]
    return merge((*posts, *(block((length, 0.1, 0.06), varied(color, rng), (0, y, 0)) for y in (0.35, 0.75))))


def park_bench(color: Color = "#8a5f38") -> Mesh:
    slats = [block((1.6, 0.05, 0.13), color, (0, 0.42, -0.2 + 0.16 * k)) for k in range(3)]
    back = [block((1.6, 0.12, 0.04), color, (0, 0.58 + 0.17 * k, -0.26 - 0.03 * k)) for k in range(2)]
    irons = both_sides(
        merge((block((0.06, 0.42, 0.42), IRON, (0.66, 0, -0.06)), block((0.06, 0.45, 0.06), IRON, (0.66, 0.42, -0.28))))
    )
    return merge((*slats, *back, irons))


def barrel(rng: Rng, color: Color = "#8a5a32") -> Mesh:
    wood = varied(color, rng)
    body = spun([(0.24, 0), (0.3, 0.28), (0.3, 0.58), (0.25, 0.85), (0.25, 0.85), (0, 0.83)], wood, sides=12)
    return merge(
        (
            graded(body, 0.8),
            *(drum(r, 0.06, "#4a4a50", (0, y, 0), sides=12) for r, y in ((0.285, 0.13), (0.305, 0.5), (0.28, 0.68))),
        )
    )


def crate(rng: Rng, size: float = 0.6, color: Color = "#b58a55") -> Mesh:
    wood = varied(color, rng)
    s = size
    return merge(
        (
            block((s * 0.96, s * 0.96, s * 0.96), shade(wood, 0.85)),
            *(block((s, s * 0.12, s), wood, (0, y, 0)) for y in (0, s * 0.44, s * 0.88)),
            *(
                block((s * 0.12, s, s * 0.12), shade(wood, 0.92), (x, 0, z))
                for x in (-s * 0.45, s * 0.45)
                for z in (-s * 0.45, s * 0.45)
            ),
        )
    )


def sack(rng: Rng, color: Color = "#c9b285") -> Mesh:
    tint = varied(color, rng)
    return merge(
        (
            graded(ball((0.26, 0.3, 0.22), tint, (0, 0.27, 0), 5), 0.75, 1.05),
            drum(0.07, 0.1, tint, (0, 0.52, 0), top=0.12, sides=8),
            drum(0.08, 0.03, "#8a5a32", (0, 0.52, 0), sides=8),
        )
    )


def hay_bale(rng: Rng, round_one: bool = False) -> Mesh:
    straw = varied("#d9b24a", rng, 0.1)
    if round_one:
        roll = drum(0.6, 1.1, straw, (0, -0.55, 0), sides=14).turned(x=90).moved((0, 0.6, 0))
        swirl = [
            drum(r, 1.12, shade(straw, f), (0, -0.56, 0), sides=12).turned(x=90).moved((0, 0.6, 0))
            for r, f in ((0.42, 0.88), (0.24, 1.05))
        ]
        return merge((graded(roll, 0.7, 1.1), *swirl))
    return merge(
        (
            graded(block((1.1, 0.5, 0.6), straw), 0.75, 1.08),
            *(block((0.03, 0.51, 0.61), "#8a5a32", (x, 0, 0)) for x in (-0.28, 0.28)),
        )
    )


def scarecrow(rng: Rng) -> Mesh:
    shirt = varied("#b5403a", rng)
    return merge(
        (
            rod((0, 0, 0), (0, 1.7, 0), 0.04, "#7a5230"),
            rod((-0.6, 1.25, 0), (0.6, 1.25, 0), 0.1, shirt),
            ball((0.2, 0.3, 0.15), shirt, (0, 1.05, 0), 5),
            ball(0.2, "#e8d09a", (0, 1.6, 0), 6),
            spun([(0.36, 1.7), (0.2, 1.74), (0.13, 1.95), (0, 1.98)], "#c9a03a", sides=10),
        )
    )


def snowman(snow: Color = "#f4f8fc", carrot: Color = "#e8843a") -> Mesh:
    """Three balls of snow, a carrot, coals, twigs, a scarf and a hat."""
    return merge(
        (
            ball(0.42, snow, (0, 0.38, 0), 7),
            ball(0.3, snow, (0, 0.95, 0), 7),
            ball(0.21, snow, (0, 1.36, 0), 7),
            rod((0, 1.36, 0.2), (0, 1.33, 0.48), 0.04, carrot, 0.005, 6),
            *(ball(0.028, "#26262a", (x, 1.44, 0.18), 3) for x in (-0.08, 0.08)),
            *(ball(0.03, "#26262a", (0, y, 0.3), 3) for y in (0.85, 0.97, 1.08)),
            drum(0.24, 0.1, "#c9403a", (0, 1.12, 0), top=0.22, sides=12),
            rod((0.26, 1.0, 0), (0.7, 1.25, 0.05), 0.022, "#6b4a30", sides=4),
            rod((-0.26, 1.0, 0), (-0.7, 1.2, 0.05), 0.022, "#6b4a30", sides=4),
            drum(0.2, 0.03, "#2a2a30", (0, 1.52, 0), sides=12),
            drum(0.14, 0.24, "#2a2a30", (0, 1.54, 0), sides=12),
        )
    )


def market_stall(rng: Rng, width: float = 2.4) -> Mesh:
    """A table of fruit under a striped roof."""
    goods = []
    for k, color in enumerate(rng.permutation(["#d8402f", "#f2a93c", "#7fae3f", "#8a4a8a", "#f2d04a"])[:4]):
        x = -width * 0.36 + k * width * 0.24
        goods.append(block((width * 0.21, 0.14, 0.6), "#a57a48", (x, 0.82, 0.1)))
        goods += [
            ball(0.1, varied(str(color), rng), (x + dx, 0.97, 0.1 + dz), 2)
            for dx in (-0.12, 0.0, 0.12)
            for dz in (-0.17, 0.02, 0.2)
        ]
    posts = [
        rod((x, 0, z), (x, 2.2, z), 0.045, "#7a5230", sides=6)
        for x in (-width / 2 + 0.08, width / 2 - 0.08)
        for z in (-0.45, 0.55)
    ]
    roof = awning(rng, width + 0.2, 1.3).moved((0, 2.45, -0.55))
    return merge(
        (
            block((width, 0.8, 0.9), "#8a5f3c"),
            block((width + 0.08, 0.06, 1.0), "#a5784c", (0, 0.8, 0)),
            *goods,
            *posts,
            roof,
        )
    )


def parked_car(rng: Rng, color: Color | None = None) -> Mesh:
    """A small car in few triangles, its length along z."""
    tint = (
        color
        if color is not None
        else str(rng.choice(["#c9403a", "#3f6fb5", "#e8e4da", "#4a5058", "#5f8f6a", "#e0a83c"]))
    )
    side = [(-1.86, 0.32), (1.86, 0.32), (1.9, 0.6), (1.78, 0.82), (0.95, 0.92), (-1.8, 0.94), (-1.9, 0.64)]
    body = slab(side, 1.64, tint, gloss=0.8).turned(y=-90)
    cabin = slab([(-1.45, 0.9), (0.95, 0.9), (0.4, 1.4), (-1.0, 1.4)], 1.44, "#2a3442", gloss=0.9).turned(y=-90)
    roof = block((1.46, 0.08, 1.44), tint, (0, 1.38, -0.3), 0.03, gloss=0.8)
    wheels = [
        drum(0.33, 0.2, "#22252b", (0, -0.1, 0), sides=12).turned(z=-90).moved((sx * 0.78, 0.33, z))
        for sx in (-1, 1)
        for z in (-1.15, 1.2)
    ]
    hubs = [
        drum(0.17, 0.22, "#c9d0d8", (0, -0.11, 0), sides=8).turned(z=-90).moved((sx * 0.78, 0.33, z))
        for sx in (-1, 1)
        for z in (-1.15, 1.2)
    ]
    lamps = both_sides(
        merge(
            (
                ball((0.14, 0.09, 0.05), "#fff4d0", (0.6, 0.66, 1.86), 4),
                ball((0.14, 0.07, 0.04), "#c9342c", (0.6, 0.68, -1.87), 4).of_part(LAMP),
            )
        )
    )
    return merge(
        (
            body,
            cabin,
            roof,
            *wheels,
            *hubs,
            lamps,
            *(block((1.6, 0.14, 0.1), "#b9c0c8", (0, 0.32, z)) for z in (-1.86, 1.86)),
        )
    )


def traffic_light() -> Mesh:
    lights = [
        ball(0.09, c, (0, 3.05 - 0.24 * k, 0.14), 4).of_part(LAMP if k == 2 else 0)
        for k, c in enumerate(["#7a2a24", "#7a6424", "#4ad06a"])
    ]
    return merge(
        (
            rod((0, 0, 0), (0, 3.2, 0), 0.06, IRON, sides=7),
            block((0.26, 0.78, 0.22), "#22262e", (0, 2.45, 0.05)),
            *lights,
        )
    )


def hydrant() -> Mesh:
    return merge(
        (
            drum(0.16, 0.08, "#a8342c", sides=10),
            drum(0.12, 0.5, "#c9403a", (0, 0.08, 0), sides=10),
            ball(0.13, "#c9403a", (0, 0.58, 0), 4),
            rod((-0.2, 0.4, 0), (0.2, 0.4, 0), 0.06, "#c9403a", sides=6),
        )
    )


def litter_bin() -> Mesh:
    return merge((drum(0.22, 0.75, "#3f6f5a", top=0.26, sides=10), drum(0.28, 0.07, "#2f4a40", (0, 0.73, 0), sides=10)))


def planter(rng: Rng, width: float = 0.9, tall: bool = False) -> Mesh:
    """A box of flowers, or with a clipped little tree."""
    soil = merge(
        (
            block((width, 0.45, width * 0.6), varied("#a5786a", rng)),
            block((width * 0.9, 0.02, width * 0.5), "#4a3424", (0, 0.44, 0)),
        )
    )
    blooms = [
        ball(0.12, varied(str(rng.choice(["#e0567f", "#f2c14e", LEAFY, LEAFY, "#f5f0e6"])), rng), (x, 0.53, z), 3)
        for x in np.linspace(-width * 0.38, width * 0.38, 5)
        for z in (-width * 0.14, width * 0.14)
    ]
    if not tall:
        return merge((soil, *blooms))
    return merge(
        (
            soil,
            rod((0, 0.4, 0), (0, 1.1, 0), 0.05, "#6b4a30", sides=6),
            graded(ball(0.42, LEAFY, (0, 1.4, 0), 6), 0.65, 1.15),
        )
    )


def rowing_boat(rng: Rng) -> Mesh:
    """Drawn up on a beach."""
    tint = str(rng.choice(["#3f7fb5", "#c9503c", "#e0a83c", "#4f8f6a"]))
    half = [(-1.5, 0.4), (-0.6, 0.62), (0.5, 0.58), (1.3, 0.3), (1.7, 0.0)]
    outline = [(x, z) for z, x in half] + [(-x, z) for z, x in reversed(half[:-1])]
    hull = slab(outline, 0.4, tint).turned(x=-90).turned(y=180).moved((0, 0.25, 0))
    inner = (
        slab([(x * 0.84, z * 0.9) for x, z in outline], 0.02, shade("#8a6a48", 0.8))
        .turned(x=-90)
        .turned(y=180)
        .moved((0, 0.455, 0))
    )
    return merge((graded(hull, 0.6), inner, *(block((1.0, 0.05, 0.24), "#c9a06a", (0, 0.46, z)) for z in (-0.5, 0.5))))


def beach_umbrella(rng: Rng) -> Mesh:
    tint = str(rng.choice(["#e8503c", "#f2b93c", "#3f8fb5"]))
    cloth = merge(_wedge(tint if k % 2 else "#f5f0e6").turned(y=45 * k) for k in range(8))
    return merge(
        (rod((0, 0, 0), (0, 2.3, 0), 0.035, "#e8e0d0", sides=6), cloth, spun([(0.04, 2.3), (0, 2.42)], tint, sides=6))
    )


def _wedge(color: Color) -> Mesh:
    a = math.radians(22.5)
    points = [
        (0, 2.3, 0),
        (-1.0 * math.sin(a), 2.02, 1.0 * math.cos(a)),
        (1.0 * math.sin(a), 2.02, 1.0 * math.cos(a)),
        (-1.35 * math.sin(a), 1.75, 1.35 * math.cos(a)),
        (1.35 * math.sin(a), 1.75, 1.35 * math.cos(a)),
    ]
    return sheet(points, [(0, 1, 2), (1, 3, 4), (1, 4, 2)]).painted(mixed(color, color, 0), 0.2)


def playground_slide() -> Mesh:
    chute = block((0.7, 0.08, 2.6), "#f2b93c").turned(x=35).moved((0, 0.85, 0.4))
    return merge(
        (
            chute,
            *(rod((x, 0, -0.7), (x, 2.2, -0.7), 0.05, "#c9403a", sides=6) for x in (-0.4, 0.4)),
            *(rod((x, 0, -1.3), (x, 1.6, -0.8), 0.04, "#c9403a", sides=6) for x in (-0.35, 0.35)),
            *(
                rod((-0.36, y, -1.3 + 0.31 * y), (0.36, y, -1.3 + 0.31 * y), 0.03, "#3f6fb5", sides=5)
                for y in (0.35, 0.7, 1.05, 1.4)
            ),
            block((0.8, 0.08, 0.6), "#3f6fb5", (0, 1.55, -0.95)),
        )
    )


def swing_set() -> Mesh:
    frame = [rod((x, 0, z), (x * 0.92, 2.3, 0), 0.05, "#3f6fb5", sides=6) for x in (-1.5, 1.5) for z in (-0.7, 0.7)]
    seats = [
        m
        for x in (-0.6, 0.6)
        for m in (
            block((0.5, 0.05, 0.22), "#c9403a", (x, 0.5, 0)),
            rod((x - 0.22, 0.52, 0), (x - 0.22, 2.28, 0), 0.012, "#8a8f98", sides=4),
            rod((x + 0.22, 0.52, 0), (x + 0.22, 2.28, 0), 0.012, "#8a8f98", sides=4),
        )
    ]
    return merge((*frame, rod((-1.45, 2.3, 0), (1.45, 2.3, 0), 0.06, "#3f6fb5", sides=6), *seats))


def stone_lantern() -> Mesh:
    stone = "#a8a498"
    return merge(
        (
            drum(0.28, 0.14, stone, sides=6),
            drum(0.12, 0.6, stone, (0, 0.14, 0), sides=6),
            drum(0.26, 0.12, stone, (0, 0.74, 0), sides=6),
            block((0.28, 0.26, 0.28), "#ffdf9a", (0, 0.86, 0)).of_part(LAMP),
            *(block((0.08, 0.27, 0.08), stone, (x, 0.86, z)) for x in (-0.13, 0.13) for z in (-0.13, 0.13)),
            spun([(0.4, 1.12), (0.3, 1.24), (0.06, 1.36), (0, 1.5)], shade(stone, 0.85), sides=6),
        )
    )


def red_gate(width: float = 4.2, height: float = 4.2) -> Mesh:
    """A tall wooden gate before a shrine."""
    red = "#c23b2c"
    posts = both_sides(
        merge(
            (
                rod((width / 2, 0, 0), (width / 2 - 0.12, height, 0), 0.2, red, 0.17, 10),
                drum(0.3, 0.3, "#3a3a3e", (width / 2, 0, 0), sides=10),
            )
        )
    )
    lintel = merge(
        (
            block((width + 1.6, 0.28, 0.42), red, (0, height, 0)),
            block((width + 1.9, 0.14, 0.5), "#33343a", (0, height + 0.28, 0)),
            block((width + 0.5, 0.24, 0.3), red, (0, height - 0.8, 0)),
            block((0.5, 0.55, 0.2), "#2f3640", (0, height - 0.56, 0.02)),
        )
    )
    return merge((posts, lintel))


def sign_board(color: Color = "#8a5f38") -> Mesh:
    return merge(
        (
            block((0.12, 1.5, 0.12), shade(color, 0.8)),
            slab([(-0.5, 1.05), (0.42, 1.05), (0.6, 1.2), (0.42, 1.35), (-0.5, 1.35)], 0.06, color, (0, 0, 0.08)),
            *(plate((0.5 - 0.1 * k, 0.035), "#f2e8d0", (-0.05, 1.14 + 0.09 * k, 0.115)) for k in range(2)),
        )
    )


def string_lights(
    a: tuple[float, float, float], b: tuple[float, float, float], count: int = 9, sag: float = 0.6
) -> Mesh:
    """Bulbs on a wire between two points."""
    t = np.linspace(0, 1, count + 2)
    line = np.outer(1 - t, a) + np.outer(t, b)
    line[:, 1] -= sag * 4 * t * (1 - t)
    wires = [rod(tuple(p), tuple(q), 0.012, "#2a2a2e", sides=3) for p, q in itertools.pairwise(line)]
    bulbs = [
        ball(0.07, ("#ffd27a", "#ff9a6a", "#fff0b8")[k % 3], tuple(p - np.array([0, 0.07, 0])), 3).of_part(LAMP)
        for k, p in enumerate(line[1:-1])
    ]
    return merge((*wires, *bulbs))
