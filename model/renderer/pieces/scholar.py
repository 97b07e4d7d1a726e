"""What stands and hangs in a study or hall of an old Chinese house: scrolls, thread-bound books, a desk with brushes,
an altar table, couplets, a round window.

Knows nothing of where it will stand. What hangs or stands on a wall faces +z with the wall at z = 0.
"""

from __future__ import annotations

import math

import numpy as np

from model.renderer.mesh import Mesh, from_arrays, merge
from model.renderer.pieces import furnishings as f
from model.renderer.pieces.characters import character
from model.renderer.shapes import (
    Color,
    Rng,
    arc,
    ball,
    block,
    both_sides,
    drum,
    hoop,
    mixed,
    pipe,
    plate,
    rod,
    shade,
    slab,
    spun,
    varied,
)

WOOD, SILK, INK = "#5a3524", "#e9dfc6", "#2a2420"
_CLOTH = ("#2f4f78", "#3f5f6a", "#7a4a34", "#4a5a3a", "#6a3038")
_LUCKY = "天大古玉文和中丰"


def round_window(radius: float = 0.82, wood: Color = WOOD) -> Mesh:
    """Paper behind a lattice in a ring, bamboo in shade on it; its foot at y = 0."""
    rim = arc(radius, 0.0, 360.0, 25)[:-1]
    fan = [(0, k + 1, (k + 1) % 24 + 1) for k in range(24)]
    disc = from_arrays([(0.0, 0.0, 0.01), *((x, y, 0.01) for x, y in rim)], fan, color="#f2e2b8")  # shines to one side
    disc = f.always_lit(disc, 0.32)
    bars: list[Mesh] = []
    for at in np.linspace(-0.66, 0.66, 5) * radius:
        reach = 2.0 * math.sqrt(radius**2 - at**2)
        bars += [
            block((0.04, reach, 0.03), wood, (at, -reach / 2, 0.05)),
            block((reach, 0.04, 0.03), wood, (0, at - 0.02, 0.05)),
        ]
    leaf = slab([(0.0, -0.02), (0.16, 0.0), (0.34, -0.05), (0.16, 0.05)], 0.01, "#a8a878")
    spots = (
        (-0.2, 0.3, 20),
        (-0.3, 0.1, -30),
        (0.1, -0.1, 35),
        (0.05, -0.35, -15),
        (-0.45, -0.2, 10),
        (0.2, 0.35, -40),
    )
    leaves = [leaf.turned(z=turn).moved((radius * x, radius * y, 0.02)) for x, y, turn in spots]
    ring = hoop(radius, 0.085, wood, gloss=0.5).turned(x=90).moved((0, 0, 0.05))
    return merge((disc, *bars, *leaves, ring)).moved((0, radius, 0.02))


def hanging_scroll(width: float = 1.3, height: float = 2.1, rng: Rng | None = None) -> Mesh:
    """A landscape in ink on silk with rollers above and below, a red seal; with chance, other mountains. Its foot at
    y = 0."""
    rng = rng if rng is not None else np.random.default_rng(0)
    mount = plate((width, height), "#8f7a54", (0, 0, 0.012))
    paper = plate((width * 0.84, height * 0.8), SILK, (0, height * 0.1, 0.016))
    peaks = []
    for k, (x, low, tall, grey) in enumerate(
        ((-0.18, 0.42, 0.36, 0.3), (0.16, 0.36, 0.3, 0.5), (-0.05, 0.24, 0.26, 0.72))
    ):
        half, top = width * float(rng.uniform(0.16, 0.24)), height * (low + tall * float(rng.uniform(0.8, 1.05)))
        x0 = width * x + float(rng.uniform(-0.06, 0.06))
        outline = [
            (x0 - half, height * low),
            (x0 + half, height * low),
            (x0 + half * 0.35, top * 0.94),
            (x0 - half * 0.1, top),
        ]
        peaks.append(slab(outline, 0.004, mixed(SILK, "#3f4a48", grey), (0, 0, 0.022 + 0.003 * k)))
    mist = [
        plate((width * 0.7, height * 0.03), mixed(SILK, "#ffffff", 0.3), (0, height * y, 0.034)) for y in (0.26, 0.4)
    ]
    tree = [
        rod((width * 0.22, height * 0.16, 0.036), (width * 0.26, height * 0.3, 0.036), 0.014, INK, sides=4),
        ball((0.14, 0.06, 0.006), "#3f4a40", (width * 0.22, height * 0.31, 0.038), 5),
    ]
    seal = plate((0.09, 0.09), "#c2342c", (-width * 0.3, height * 0.15, 0.03))
    return merge((mount, paper, *peaks, *mist, *tree, seal, *_rollers(width, height)))


def _rollers(width: float, height: float) -> list[Mesh]:
    """The rods of a scroll, and its cord."""
    rods = [rod((-width / 2 - 0.07, y, 0.03), (width / 2 + 0.07, y, 0.03), 0.035, WOOD, sides=7) for y in (0.0, height)]
    cord = both_sides(rod((0.0, height + 0.2, 0.02), (width * 0.3, height, 0.03), 0.01, "#8a6a3a", sides=3))
    return [*rods, cord]


def couplet(text: str, height: float = 2.1, ground: Color = SILK, ink: Color = INK) -> Mesh:
    """A narrow scroll with characters one below the other, its foot at y = 0."""
    width = 0.36
    each = (height - 0.36) / len(text)
    signs = [
        character(sign, 0.27, ink).moved((0, height - 0.2 - each * (k + 0.5) - 0.13, 0.02))
        for k, sign in enumerate(text)
    ]
    board = plate((width, height), shade(ground, 0.72), (0, 0, 0.01))
    return merge(
        (board, plate((width - 0.07, height - 0.2), ground, (0, 0.1, 0.014)), *signs, *_rollers(width, height)[:2])
    )


def lines(rng: Rng, count: int = 2, length: int = 5) -> list[str]:
    """Characters for couplets."""
    chosen = rng.permutation(list(_LUCKY))
    return ["".join(str(c) for c in np.roll(chosen, 3 * k)[:length]) for k in range(count)]


def bound_books(rng: Rng, count: int = 4) -> Mesh:
    """Thread-bound books lying on each other in their cloth, white labels on it."""
    parts, y = [], 0.0
    for _ in range(count):
        thick, turn = float(rng.uniform(0.06, 0.11)), float(rng.uniform(-9, 9))
        cover = block((0.24, thick, 0.32), varied(str(rng.choice(_CLOTH)), rng, 0.08))
        leaves = plate((0.22, thick * 0.56), "#e8dcc0", (0, thick * 0.22, 0.162))
        parts.append(merge((cover, leaves)).turned(y=turn).moved((0, y, 0)))
        y += thick
    return merge((*parts, plate((0.05, 0.2), "#f0e8d4").turned(x=-90).moved((-0.06, y + 0.002, 0.12))))


def scroll(rng: Rng, length: float = 0.5) -> Mesh:
    """Rolled up along z about the origin, a knob at its end towards +z."""
    paper = varied(str(rng.choice(["#e4d6b0", "#d8c49a", "#c9b48a"])), rng, 0.05)
    roll = drum(0.045, length, paper, sides=7).turned(x=90).moved((0, 0, -length / 2))
    knob = drum(0.026, 0.04, WOOD, sides=5).turned(x=90).moved((0, 0, length / 2))
    return merge((roll, knob))


def scroll_shelf(rng: Rng, width: float = 2.6, height: float = 2.2, wood: Color = WOOD) -> Mesh:
    """Open shelves with piles of books in cloth, heaps of scrolls, jars; its back at z = 0, 0.42 deep."""
    shelves = 4
    rise = (height - 0.1) / shelves
    parts = [
        block((width, height, 0.03), shade(wood, 0.5)),
        block((width + 0.12, 0.08, 0.5), shade(wood, 1.15), (0, height, 0.22), gloss=0.4),
        *(block((0.07, height, 0.42), wood, (s * (width / 2 - 0.03), 0, 0.21)) for s in (-1, 1)),
        block((0.05, height, 0.4), wood, (width * float(rng.uniform(-0.12, 0.12)), 0, 0.2)),
    ]
    for k in range(shelves):
        y = 0.1 + rise * k
        parts.append(block((width - 0.08, 0.05, 0.4), shade(wood, 1.08), (0, y - 0.05, 0.21)))
        x = -width / 2 + 0.24
        while x < width / 2 - 0.2:
            what = rng.random()
            if what < 0.55:
                parts.append(bound_books(rng, int(rng.integers(2, 5))).moved((x, y, 0.22)))
                x += 0.32
            elif what < 0.85:
                heap = [(0.0, 0.05), (0.1, 0.05), (0.2, 0.05), (0.05, 0.135), (0.15, 0.135), (0.1, 0.22)]
                parts += [scroll(rng, 0.34).moved((x + dx - 0.05, y + dy, 0.22)) for dx, dy in heap]
                x += 0.4
            else:
                parts.append(_jar(rng).moved((x, y, 0.2)))
                x += 0.3
    return merge(parts)


def _jar(rng: Rng) -> Mesh:
    tint = str(rng.choice(["#dfe6ea", "#8fb0a0", "#b5543c"]))
    return spun(
        [(0.06, 0.0), (0.12, 0.12), (0.1, 0.22), (0.05, 0.26), (0.065, 0.29), (0.0, 0.28)], tint, sides=10, gloss=0.8
    )


def scroll_jar(rng: Rng) -> Mesh:
    """A big porcelain jar with scrolls standing in it."""
    jar = spun(
        [(0.22, 0.0), (0.3, 0.3), (0.28, 0.58), (0.31, 0.6), (0.25, 0.6), (0.0, 0.3)], "#dfe6ea", sides=14, gloss=0.8
    )
    bands = [spun([(r, y), (r, y + 0.05)], "#3f5f9a", sides=14, gloss=0.8) for r, y in ((0.302, 0.27), (0.288, 0.5))]
    rolls = [
        scroll(rng, float(rng.uniform(0.7, 1.0)))
        .turned(x=90.0 + float(rng.uniform(-12, 12)), z=float(rng.uniform(-12, 12)))
        .moved((float(x), 0.75, float(z)))
        for x, z in rng.uniform(-0.13, 0.13, (5, 2))
    ]
    return merge((jar, *bands, *rolls))


def altar_table(rng: Rng, width: float = 3.4) -> Mesh:
    """A long narrow table with upturned ends against a wall, an incense burner, candlesticks and vases on it, and
    before it a square table between two chairs; 0.5 m deep."""
    high = 1.14
    ends = both_sides(
        block((0.3, 0.07, 0.3), shade(WOOD, 1.1), (0, 0, 0)).turned(z=24).moved((width / 2 + 0.05, high + 0.08, 0.16))
    )
    legs = [block((0.09, high, 0.09), WOOD, (s * (width / 2 - 0.18), 0, z)) for s in (-1, 1) for z in (0.06, 0.26)]
    apron = block((width - 0.2, 0.14, 0.03), shade(WOOD, 0.8), (0, high - 0.14, 0.3))
    burner = merge(
        (
            spun([(0.1, 0.08), (0.15, 0.16), (0.13, 0.24), (0.15, 0.26), (0.0, 0.24)], "#8a6a34", sides=12, gloss=0.6),
            *(
                rod(
                    (0.1 * math.sin(a), 0.0, 0.1 * math.cos(a)),
                    (0.08 * math.sin(a), 0.1, 0.08 * math.cos(a)),
                    0.025,
                    "#8a6a34",
                    sides=5,
                )
                for a in (0.0, 2.1, 4.2)
            ),
            *(rod((x, 0.24, 0), (x, 0.5, 0), 0.008, "#7a3a2a", sides=3) for x in (-0.04, 0.0, 0.04)),
        )
    )
    candles = [
        merge(
            (
                drum(0.06, 0.2, "#8a6a34", top=0.03, sides=8),
                drum(0.03, 0.24, "#b5342c", (0, 0.2, 0), sides=7),
                f.flame(0.1, "#ffc46a", (0, 0.44, 0)),
            )
        ).moved((s * 0.55, high + 0.07, 0.16))
        for s in (-1, 1)
    ]
    vases = [_jar(rng).scaled(1.3).moved((s * 1.2, high + 0.07, 0.16)) for s in (-1, 1)]
    middle = merge(
        (
            block((0.86, 0.06, 0.42), shade(WOOD, 1.2), (0, 0.76, 0.3), gloss=0.4),
            *(block((0.07, 0.76, 0.07), WOOD, (x, 0, z)) for x in (-0.36, 0.36) for z in (0.14, 0.46)),
            block((0.72, 0.1, 0.03), shade(WOOD, 0.8), (0, 0.64, 0.48)),
            _tea().moved((0, 0.82, 0.3)),
        )
    )
    seats = [chair().scaled((1.0, 1.0, 0.84)).moved((s * 0.86, 0, 0.02)) for s in (-1, 1)]
    return merge(
        (
            block((width, 0.07, 0.32), shade(WOOD, 1.15), (0, high, 0.16), gloss=0.4),
            ends,
            *legs,
            apron,
            burner.moved((0, high + 0.07, 0.16)),
            *candles,
            *vases,
            middle,
            *seats,
        )
    )


def _tea() -> Mesh:
    pot = spun([(0.06, 0.0), (0.09, 0.06), (0.05, 0.12), (0.0, 0.14)], "#8a4a34", sides=10, gloss=0.5)
    cups = [spun([(0.02, 0.0), (0.04, 0.05), (0.0, 0.02)], "#e4e8ea", (x, 0, 0.1), 8, gloss=0.8) for x in (-0.22, 0.22)]
    return merge((pot, pipe([(0.08, 0.05, 0), (0.14, 0.09, 0)], 0.015, "#8a4a34", 5), *cups))


def chair(wood: Color = WOOD) -> Mesh:
    """A chair with a yoke back and arms, its seat 0.45 m high, its back at z = 0, facing +z."""
    posts = [
        rod((x, 0, z), (x, top, z), 0.024, wood, sides=6, gloss=0.4)
        for x in (-0.23, 0.23)
        for z, top in ((0.03, 0.9), (0.45, 0.66))
    ]
    yoke = both_sides(rod((0.0, 0.93, 0.02), (0.27, 0.87, 0.03), 0.032, wood, sides=6, gloss=0.4))
    arms = both_sides(rod((0.23, 0.64, 0.04), (0.24, 0.64, 0.48), 0.026, wood, sides=6, gloss=0.4))
    splat = block((0.15, 0.46, 0.025), shade(wood, 1.25), (0, 0.46, 0.03), gloss=0.4)
    seat = block((0.52, 0.05, 0.48), shade(wood, 1.2), (0, 0.41, 0.24), 0.015, gloss=0.4)
    rails = [block((0.46, 0.05, 0.03), wood, (0, y, 0.46)) for y in (0.1, 0.34)]
    sides = both_sides(block((0.03, 0.05, 0.42), wood, (0.23, 0.16, 0.24)))
    return merge((*posts, yoke, arms, splat, seat, *rails, sides))


def desk(rng: Rng, wood: Color = WOOD) -> Mesh:
    """A long table with brushes on a stand, an inkstone, a sheet being written, books; 1.5 m wide, 0.75 m high and
    deep, about the middle."""
    legs = [block((0.08, 0.7, 0.08), wood, (x, 0, z)) for x in (-0.62, 0.62) for z in (-0.28, 0.28)]
    top = block((1.5, 0.06, 0.75), shade(wood, 1.2), (0, 0.69, 0), 0.015, gloss=0.45)
    aprons = [block((1.24, 0.12, 0.03), shade(wood, 0.85), (0, 0.57, z)) for z in (-0.29, 0.29)]
    brackets = both_sides(block((0.16, 0.1, 0.03), shade(wood, 0.85), (0.54, 0.48, 0.29)))
    sheet = block((0.42, 0.006, 0.5), "#f2ead4", (0.0, 0.75, 0.06))
    felt = block((0.52, 0.004, 0.6), "#6a5a48", (0.0, 0.749, 0.06))
    stone = merge(
        (
            block((0.16, 0.04, 0.22), "#33343a", (0.36, 0.75, 0.16), 0.01),
            drum(0.05, 0.006, "#14161a", (0.36, 0.788, 0.18), sides=9),
        )
    )
    return merge(
        (
            top,
            *legs,
            *aprons,
            brackets,
            felt,
            sheet,
            stone,
            _brush_stand().moved((0.52, 0.75, -0.18)),
            bound_books(rng, 3).moved((-0.54, 0.75, -0.1)),
            scroll(rng, 0.4).turned(y=70).moved((-0.42, 0.79, 0.24)),
        )
    )


def _brush_stand() -> Mesh:
    """A frame from which brushes hang."""
    frame = merge(
        (
            both_sides(rod((0.16, 0, 0), (0.16, 0.34, 0), 0.014, WOOD, sides=5)),
            rod((-0.19, 0.34, 0), (0.19, 0.34, 0), 0.016, WOOD, sides=5),
            block((0.38, 0.03, 0.12), WOOD),
        )
    )
    brushes = [
        merge(
            (
                rod((x, 0.32, 0), (x, 0.16, 0), 0.009, "#b08a4a", sides=4),
                rod((x, 0.16, 0), (x, 0.08, 0), 0.014, INK, 0.003, 5),
            )
        )
        for x in (-0.1, -0.03, 0.04, 0.11)
    ]
    return merge((frame, *brushes))
