"""What stands in rooms and hangs on walls: windows, curtains, shelves, lamps, plants, the tools of each trade.

Knows nothing of rooms. What hangs has its back at z = 0 and faces +z; a window shows the sky (`SKY_PANE`).
"""

from __future__ import annotations

import itertools
import math

import numpy as np

from model.renderer.mesh import Mesh, flat, from_arrays, merge, sheet
from model.renderer.pieces.nature import LEAF
from model.renderer.scenery import SCREEN, SKY_PANE
from model.renderer.shapes import (
    Color,
    Rng,
    arc,
    ball,
    block,
    both_sides,
    drum,
    graded,
    hoop,
    mixed,
    plate,
    rod,
    shade,
    slab,
    spun,
    tile,
    varied,
)

GOLD = "#d8b04a"
OAK = "#8a5a34"
WARM = "#ffe2a8"


def always_lit(mesh: Mesh, glow: float = 1.0) -> Mesh:
    """Shining at any hour."""
    return Mesh(
        mesh.vertices,
        mesh.normals,
        mesh.triangles,
        mesh.color,
        mesh.gloss,
        np.full(len(mesh.vertices), glow, np.float32),
        mesh.part,
    )


def sky_window(
    width: float, height: float, frame: Color = "#efe6d4", columns: int = 2, rows: int = 2, arched: bool = False
) -> Mesh:
    """A window seen from inside, its sill at y = 0."""
    glass = plate((width, height), "#cfe4f2", (0, 0, 0.02)).of_part(SKY_PANE)
    bars = [
        block((0.05, height, 0.06), frame, (x, 0, 0.03)) for x in np.linspace(-width / 2, width / 2, columns + 1)[1:-1]
    ]
    bars += [block((width, 0.05, 0.06), frame, (0, y, 0.03)) for y in np.linspace(0, height, rows + 1)[1:-1]]
    edge = [block((0.12, height + 0.12, 0.12), frame, (s * (width / 2 + 0.05), 0, 0.04)) for s in (-1, 1)]
    parts = [glass, *bars, *edge, block((width + 0.4, 0.1, 0.26), shade(frame, 1.04), (0, -0.1, 0.1))]
    if not arched:
        return merge((*parts, block((width + 0.3, 0.14, 0.14), frame, (0, height, 0.05))))
    top = slab([(x, height + y) for x, y in arc(width / 2, 0, 180, 9)], 0.01, "#cfe4f2", (0, 0, 0.02)).of_part(SKY_PANE)
    rim = arc(width / 2 + 0.06, 0, 180, 10)
    hood = [
        rod((x0, height + y0, 0.05), (x1, height + y1, 0.05), 0.07, frame, sides=5)
        for (x0, y0), (x1, y1) in itertools.pairwise(rim)
    ]
    return merge((*parts, top, *hood, block((0.05, width / 2, 0.06), frame, (0, height, 0.03))))


def curtains(width: float, height: float, color: Color, rng: Rng) -> Mesh:
    """A pair drawn to the sides of an opening, on a rod; they stand on the floor of their own y = 0."""
    side = merge(_drape(0.6, height, color).moved((s * (width / 2 + 0.16), 0, 0.1)) for s in (-1, 1))
    ties = [block((0.5, 0.09, 0.2), GOLD, (s * (width / 2 + 0.18), height * 0.42, 0.1), 0.0) for s in (-1, 1)]
    pole = rod(
        (-width / 2 - 0.6, height + 0.05, 0.12), (width / 2 + 0.6, height + 0.05, 0.12), 0.04, "#6b4a30", sides=7
    )
    knobs = [ball(0.08, GOLD, (s * (width / 2 + 0.62), height + 0.05, 0.12), 4) for s in (-1, 1)]
    return merge((graded(side, 0.75, 1.05), *ties, pole, *knobs))


def _drape(width: float, height: float, color: Color, folds: int = 5) -> Mesh:
    """Hanging cloth in folds, gathered a little at the height of its tie."""
    xs = np.linspace(-0.5, 0.5, folds * 2 + 1)
    rows = [(0.0, 1.0), (0.42, 0.72), (0.62, 0.92), (1.0, 1.0)]
    points = [(x * width * w, y * height, 0.05 + (0.07 if k % 2 else -0.03)) for y, w in rows for k, x in enumerate(xs)]
    n = len(xs)
    faces = [
        t
        for r in range(len(rows) - 1)
        for k in range(n - 1)
        for a in [n * r + k]
        for t in ((a, a + 1, a + n + 1), (a, a + n + 1, a + n))
    ]
    return sheet(points, faces).painted(mixed(color, color, 0), 0.1)


def bookcase(rng: Rng, width: float = 1.8, height: float = 2.8, wood: Color = OAK, shelves: int = 6) -> Mesh:
    """Shelves full of books, their backs as flat blocks; its back at z = 0, 0.35 deep."""
    tones = ("#a8423a", "#3f5f95", "#4f7a4a", "#d9a437", "#7a4a6b", "#e0d2b4", "#2f5f5a", "#94602f")
    rise = (height - 0.14) / shelves
    parts = [
        block((width, height, 0.04), shade(wood, 0.55)),
        block((width + 0.06, 0.1, 0.4), wood, (0, height, 0.2)),
        block((width, 0.1, 0.36), shade(wood, 0.8), (0, 0, 0.18)),
        *(block((0.06, height, 0.36), wood, (s * (width / 2 - 0.03), 0, 0.18)) for s in (-1, 1)),
    ]
    for k in range(shelves):
        y = 0.1 + rise * k
        parts.append(block((width - 0.1, 0.04, 0.34), wood, (0, y - 0.03, 0.18)))
        x = -width / 2 + 0.08
        while x < width / 2 - 0.16:
            w = float(rng.uniform(0.06, 0.17))
            if rng.random() < 0.88 and x + w < width / 2 - 0.07:
                parts.append(
                    _book(
                        w - 0.008, rise * float(rng.uniform(0.6, 0.85)), varied(str(rng.choice(tones)), rng, 0.1)
                    ).moved((x + w / 2, y + 0.01, 0.3))
                )
            x += w
    return merge(parts)


def _book(width: float, height: float, color: Color) -> Mesh:
    """The spine and the top of a book: what is seen on a shelf."""
    v = [
        (-width / 2, 0, 0),
        (width / 2, 0, 0),
        (width / 2, height, 0),
        (-width / 2, height, 0),
        (width / 2, height, -0.2),
        (-width / 2, height, -0.2),
    ]
    return flat(from_arrays(v, [(0, 1, 2), (0, 2, 3), (3, 2, 4), (3, 4, 5)])).painted(mixed(color, color, 0), 0.2)


def shelf(rng: Rng, width: float, goods: str = "jars", wood: Color = OAK) -> Mesh:
    """A board on brackets with jars, bottles, plates or books on it."""
    parts = [
        block((width, 0.05, 0.3), wood, (0, 0, 0.16)),
        *(block((0.05, 0.2, 0.22), shade(wood, 0.8), (s * width * 0.42, -0.2, 0.12)) for s in (-1, 1)),
    ]
    x = -width / 2 + 0.14
    while x < width / 2 - 0.1:
        tint = varied(str(rng.choice(["#c9503c", "#3f7f6a", "#e0b04a", "#4a6a9a", "#e8dcc4", "#8a5a7a"])), rng)
        if goods == "bottles":
            parts.append(
                spun(
                    [(0.055, 0.05), (0.06, 0.26), (0.022, 0.33), (0.022, 0.42), (0, 0.42)],
                    tint,
                    (x, 0, 0.16),
                    8,
                    gloss=0.8,
                )
            )
        elif goods == "plates":
            parts.append(drum(0.16, 0.02, "#f2efe6", sides=12).turned(x=80).moved((x, 0.2, 0.1)))
        else:
            parts += [
                drum(0.085, 0.2, tint, (x, 0.05, 0.16), sides=9, gloss=0.5),
                drum(0.07, 0.05, "#c9a878", (x, 0.25, 0.16), sides=8),
            ]
        x += 0.34 if goods == "plates" else 0.24
    return merge(parts)


def potted_plant(rng: Rng, height: float = 1.5, pot: Color = "#c9785a") -> Mesh:
    """A big house plant with broad arching leaves."""
    tub = spun([(0.2, 0), (0.28, 0.42), (0.31, 0.42), (0.31, 0.5), (0.24, 0.5), (0, 0.44)], pot, sides=12, gloss=0.4)
    leaves = []
    for k in range(9):
        a, reach, top = 137.5 * k, float(rng.uniform(0.35, 0.6)), height * float(rng.uniform(0.7, 1.0))
        w = 0.13
        points = [
            (0, 0.45, 0),
            (-w, top * 0.75, reach * 0.5),
            (w, top * 0.75, reach * 0.5),
            (0, top * 0.72, reach * 0.5),
            (0, top, reach * 0.85),
            (0, top * 0.86, reach * 1.25),
        ]
        faces = [(0, 3, 1), (0, 2, 3), (1, 3, 4), (3, 2, 4), (4, 5, 1), (4, 2, 5)]
        leaves.append(sheet(points, faces).painted(varied("#4a8f48", rng, 0.14), 0.35).turned(y=a))
    return merge((tub, graded(merge(leaves), 0.75, 1.15)))


def ficus(rng: Rng, height: float = 1.9, pot: Color = "#e8e2d6") -> Mesh:
    tub = spun([(0.24, 0), (0.3, 0.5), (0.27, 0.5), (0.0, 0.46)], pot, sides=12, gloss=0.5)
    heads = [
        ball((0.36, 0.33, 0.36), varied(LEAF, rng), (x, height * y, z), 5)
        for x, y, z in ((0, 0.86, 0), (0.2, 0.68, 0.1), (-0.2, 0.7, -0.05), (0.02, 0.66, -0.2))
    ]
    return merge(
        (tub, rod((0, 0.4, 0), (0.03, height * 0.7, 0), 0.045, "#7a5c40", sides=6), graded(merge(heads), 0.62, 1.12))
    )


def pendant(height: float, ceiling: float, color: Color = "#3a3f48", width: float = 0.32) -> Mesh:
    """A lamp on a cord from the ceiling; its mouth at `height`."""
    bell = spun(
        [(width, height), (width * 0.92, height + 0.08), (width * 0.3, height + 0.3), (0.04, height + 0.34)],
        color,
        sides=14,
        gloss=0.6,
    )
    inner = spun(
        [(0.0, height + 0.16), (width * 0.6, height + 0.14), (width * 0.97, height + 0.005)], shade(WARM, 0.9), sides=14
    )
    bulb = always_lit(ball(width * 0.34, WARM, (0, height + 0.04, 0), 5))
    return merge(
        (bell, always_lit(inner, 0.35), bulb, rod((0, height + 0.3, 0), (0, ceiling, 0), 0.012, "#2a2a2e", sides=4))
    )


def chandelier(height: float, ceiling: float, radius: float = 0.9, metal: Color = GOLD) -> Mesh:
    """A ring of candles on a chain."""
    points = [(radius * math.sin(a), height, radius * math.cos(a)) for a in np.linspace(0, math.tau, 13)]
    hoop = [rod(p, q, 0.04, metal, sides=5, gloss=0.7) for p, q in itertools.pairwise(points)]
    lights = []
    for x, y, z in points[:-1:1]:
        lights += [
            drum(0.035, 0.2, "#f5ecd6", (x, y + 0.03, z), sides=6),
            always_lit(spun([(0.03, 0), (0.045, 0.06), (0, 0.17)], "#ffc65a", (x, y + 0.23, z), 6)),
        ]
    chains = [rod((x, y, z), (0, height + 1.0, 0), 0.014, shade(metal, 0.7), sides=3) for x, y, z in points[:-1:3]]
    return merge(
        (
            *hoop,
            *lights,
            *chains,
            rod((0, height + 1.0, 0), (0, ceiling, 0), 0.025, shade(metal, 0.7), sides=4),
            ball(0.12, metal, (0, height + 1.0, 0), 5),
        )
    )


def ceiling_light(size: tuple[float, float] = (1.6, 0.4)) -> Mesh:
    """A flat panel that shines down; its top at y = 0."""
    return merge(
        (
            block((size[0] + 0.1, 0.08, size[1] + 0.1), "#d8dce0", (0, -0.08, 0)),
            always_lit(tile(size, "#f4f8ff", (0, 0, 0)).turned(x=180).moved((0, -0.085, 0))),
        )
    )


def sconce(color: Color = GOLD) -> Mesh:
    """A wall lamp with a cloth shade."""
    return merge(
        (
            block((0.12, 0.24, 0.05), color, (0, -0.12, 0.02)),
            rod((0, 0, 0.05), (0, 0.04, 0.2), 0.02, color, sides=5),
            always_lit(spun([(0.14, 0.06), (0.09, 0.3), (0.085, 0.3)], WARM, (0, 0, 0.2), 12), 0.9),
        )
    )


def flame(height: float, color: Color, at: tuple[float, float, float]) -> Mesh:
    """A drop of fire: an orange coat around a pale heart."""
    r = height * 0.3
    coat = spun(
        [
            (0, 0),
            (r * 0.8, height * 0.1),
            (r, height * 0.28),
            (r * 0.62, height * 0.58),
            (r * 0.2, height * 0.86),
            (0, height),
        ],
        color,
        sides=10,
        glow=1.0,
    )
    heart = spun(
        [(0, 0), (r * 0.7, height * 0.14), (r * 0.6, height * 0.34), (0, height * 0.66)], "#fff0b8", sides=8, glow=1.0
    )
    return merge((coat, heart.moved((0, 0, r * 0.5)), heart.moved((0, 0, -r * 0.5)))).moved(at)


def torch_bracket() -> Mesh:
    """A burning torch on a wall."""
    return merge(
        (
            block((0.12, 0.3, 0.05), "#33343a", (0, -0.05, 0.02)),
            rod((0, 0, 0.05), (0, 0.2, 0.24), 0.035, "#33343a", sides=5),
            rod((0, 0.1, 0.22), (0, 0.5, 0.28), 0.045, "#6b4a30", 0.075, 7),
            flame(0.5, "#ff8a2c", (0, 0.46, 0.28)).of_part(SCREEN),
        )
    )


def banner(width: float, height: float, color: Color, crest: Color = GOLD) -> Mesh:
    """A hanging cloth with a swallow tail and a crest; its top at y = 0."""
    cloth = [
        slab([(-width / 2, -height), (0, -height * 0.84), (0, 0), (-width / 2, 0)], 0.03, color, (0, 0, 0.05)),
        slab(
            [(0, -height * 0.84), (width / 2, -height), (width / 2, 0), (0, 0)], 0.03, shade(color, 0.9), (0, 0, 0.05)
        ),
    ]
    trim = [block((0.06, height * 0.98, 0.035), crest, (s * (width / 2 - 0.05), -height * 0.98, 0.05)) for s in (-1, 1)]
    badge = [
        slab(
            [
                (-0.26 * width, -height * 0.34),
                (0, -height * 0.62),
                (0.26 * width, -height * 0.34),
                (0.26 * width, -height * 0.2),
                (-0.26 * width, -height * 0.2),
            ],
            0.05,
            crest,
            (0, 0, 0.05),
            gloss=0.5,
        ),
        ball((0.11 * width, 0.11 * width, 0.02), color, (0, -height * 0.36, 0.08), 6),
    ]
    return merge(
        (
            *cloth,
            *trim,
            *badge,
            rod((-width / 2 - 0.15, 0, 0.06), (width / 2 + 0.15, 0, 0.06), 0.04, "#6b4a30", sides=6),
        )
    )


def column(height: float, radius: float = 0.35, color: Color = "#b5aa98", sides: int = 12) -> Mesh:
    return merge(
        (
            drum(radius * 1.5, 0.25, shade(color, 0.9), sides=sides),
            drum(radius * 1.2, 0.2, color, (0, 0.25, 0), sides=sides),
            graded(drum(radius, height - 0.9, color, (0, 0.45, 0), top=radius * 0.88, sides=sides), 0.78, 1.02),
            drum(radius * 1.15, 0.2, color, (0, height - 0.45, 0), top=radius * 1.4, sides=sides),
            block((radius * 3, 0.25, radius * 3), shade(color, 0.92), (0, height - 0.25, 0)),
        )
    )


def red_column(height: float, radius: float = 0.32) -> Mesh:
    red = "#a82e26"
    return merge(
        (
            drum(radius * 1.5, 0.3, "#b8b0a4", top=radius * 1.25, sides=12),
            graded(drum(radius, height - 0.3, red, (0, 0.3, 0), sides=12, gloss=0.7), 0.75, 1.05),
            *(drum(radius * 1.06, 0.12, GOLD, (0, y, 0), sides=12, gloss=0.8) for y in (0.5, height - 1.0)),
            block((radius * 4, 0.28, 0.4), "#2f6a6a", (0, height - 0.75, 0)),
            block((0.4, 0.28, radius * 4), "#2f6a6a", (0, height - 0.45, 0)),
        )
    )


def paper_lantern(color: Color = "#d8402f", drop: float = 0.6) -> Mesh:
    """Hangs from y = 0."""
    y = -drop - 0.55
    return merge(
        (
            rod((0, 0, 0), (0, -drop, 0), 0.014, "#3a2a20", sides=4),
            always_lit(
                spun(
                    [(0.12, y), (0.3, y + 0.12), (0.34, y + 0.28), (0.3, y + 0.43), (0.12, y + 0.55)], color, sides=12
                ),
                0.55,
            ),
            *(drum(0.14, 0.05, GOLD, (0, yy, 0), sides=10) for yy in (y - 0.04, y + 0.54)),
            rod((0, y, 0), (0, y - 0.4, 0), 0.03, GOLD, 0.045, 5),
        )
    )


def clock(radius: float = 0.36, frame: Color = "#3a3440") -> Mesh:
    ticks = [
        block((0.025, radius * 0.16, 0.012), "#3a3440", (0, radius * 0.72, 0.065)).turned(z=30 * k) for k in range(12)
    ]
    return merge(
        (
            drum(radius * 1.1, 0.06, frame, sides=20).turned(x=90),
            drum(radius * 0.97, 0.065, "#f7f4ea", sides=20).turned(x=90),
            *ticks,
            block((0.035, radius * 0.5, 0.014), "#22222a", (0, 0, 0.07)).turned(z=-58),
            block((0.028, radius * 0.7, 0.014), "#22222a", (0, 0, 0.075)).turned(z=40),
        )
    )


def noticeboard(rng: Rng, width: float = 1.6, height: float = 1.0) -> Mesh:
    sheets = [
        plate(
            (0.26, 0.32),
            varied(str(rng.choice(["#f7f2e2", "#f2e08a", "#a9d0e8", "#f2b0a8"])), rng, 0.04),
            (float(x), float(y), 0.055),
        ).turned(z=float(rng.uniform(-3, 3)))
        for x in np.linspace(-width * 0.36, width * 0.36, 4)
        for y in (height * 0.1, height * 0.54)
    ]
    return merge(
        (
            block((width, height, 0.05), "#b58a58", (0, 0, 0.02)),
            *sheets,
            *(block((width + 0.1, 0.06, 0.07), OAK, (0, y, 0.03)) for y in (-0.05, height)),
            *(block((0.06, height + 0.1, 0.07), OAK, (s * width / 2, -0.05, 0.03)) for s in (-1, 1)),
        )
    )


def board(width: float, height: float, color: Color = "#2f5a48", frame: Color = OAK, rng: Rng | None = None) -> Mesh:
    """A blackboard, or a whiteboard when it is pale, with something written on it."""
    pale = float(mixed(color, color, 0).mean()) > 0.7
    ink = ("#3f5f95", "#c9503c", "#3f7f5a") if pale else ("#e8ecdf", "#f2e29a", "#e8ecdf")
    lines = []
    if rng is not None:
        for k in range(6):
            w = width * float(rng.uniform(0.16, 0.36))
            lines.append(plate((w, 0.035), ink[k % 3], (-width * 0.42 + w / 2, height * (0.82 - 0.12 * k), 0.056)))
        lines += [
            plate((0.1, height * h), ink[j % 3], (width * (0.14 + 0.07 * j), height * 0.18, 0.056))
            for j, h in enumerate((0.2, 0.36, 0.28, 0.52, 0.44))
        ]
        lines.append(plate((width * 0.4, 0.025), ink[0], (width * 0.28, height * 0.16, 0.056)))
    return merge(
        (
            block((width, height, 0.05), color, (0, 0, 0.02), gloss=0.4 if pale else 0.1),
            *lines,
            *(block((width + 0.14, 0.08, 0.08), frame, (0, y, 0.03)) for y in (-0.07, height)),
            *(block((0.08, height + 0.1, 0.08), frame, (s * (width / 2 + 0.03), -0.05, 0.03)) for s in (-1, 1)),
            block((width * 0.7, 0.04, 0.16), frame, (0, -0.08, 0.1)),
        )
    )


def framed_picture(width: float, height: float, frame: str, ground: str, rng: Rng) -> Mesh:
    """A small landscape in a frame, its back at z = 0: sky, sun, hills, water."""
    border = 0.08 * min(width, height) + 0.02
    w, h = width - 2 * border, height - 2 * border
    sky = mixed("#f2c890" if rng.random() < 0.5 else "#a9cfe6", ground, 0.15)
    bars = merge(
        (
            block((width, border, 0.06), frame, (0, 0, 0.03), 0.015, gloss=0.6),
            block((width, border, 0.06), frame, (0, height - border, 0.03), 0.015, gloss=0.6),
            both_sides(block((border, height, 0.06), frame, (width / 2 - border / 2, 0, 0.03), 0.015, gloss=0.6)),
        )
    )
    canvas = block((width - border, height - border, 0.03), sky, (0, border / 2, 0.015))
    y0 = border
    sun = (
        drum(h * 0.12, 0.004, "#fff0c0", sides=14)
        .turned(x=90)
        .moved((w * rng.uniform(-0.3, 0.3), y0 + h * 0.68, 0.031))
    )
    far = slab(
        [
            (-w / 2, y0 + h * 0.3),
            (w / 2, y0 + h * 0.3),
            (w * 0.3, y0 + h * 0.5),
            (w * 0.05, y0 + h * 0.42),
            (-w * 0.25, y0 + h * 0.62),
        ],
        0.004,
        mixed(ground, "#a9cfe6", 0.4),
        (0, 0, 0.033),
    )
    near = slab(
        [(-w / 2, y0), (w / 2, y0), (w / 2, y0 + h * 0.38), (w * 0.1, y0 + h * 0.25), (-w / 2, y0 + h * 0.36)],
        0.004,
        ground,
        (0, 0, 0.036),
    )
    tree = [
        plate((w * 0.025, h * 0.2), "#4a3420", (w * 0.28, y0 + h * 0.2, 0.0395)),
        ball((w * 0.07, h * 0.14, 0.004), shade(ground, 0.7), (w * 0.28, y0 + h * 0.45, 0.038), 6),
    ]
    return merge((bars, canvas, sun, far, near, *tree))


def picture(rng: Rng, width: float, height: float, frame: Color = GOLD) -> Mesh:
    return framed_picture(
        width,
        height,
        frame if isinstance(frame, str) else "#d8b04a",
        str(rng.choice(["#3f6f5a", "#4a6a8a", "#8a6a3a", "#6a8a5a"])),
        rng,
    )


def rug(width: float, depth: float, color: Color, second: Color = "#e8d2a0") -> Mesh:
    """Lies on the floor: a border of thin lines round a field with a medallion, and a fringe at both ends."""
    quiet, deep = mixed(color, second, 0.3), shade(color, 0.84)
    layers = (
        (1.0, 1.0, deep, 0.001),
        (0.95, 0.93, second, 0.0018),
        (0.935, 0.91, color, 0.0026),
        (0.84, 0.78, quiet, 0.0034),
        (0.825, 0.76, deep, 0.0042),
        (0.79, 0.71, color, 0.005),
    )
    medallion = (
        drum(radius, 0.001, c, (0, y, 0), sides=24, gloss=0.02).scaled((width, 1.0, depth))
        for radius, c, y in ((0.17, quiet, 0.005), (0.15, deep, 0.0057), (0.08, quiet, 0.0064))
    )
    return merge(
        (
            *(tile((width * w, depth * d), c, (0, y, 0), gloss=0.02) for w, d, c, y in layers),
            *medallion,
            *(
                tile((width * 0.98, 0.1), mixed(color, second, 0.6), (0, 0.001, s * (depth / 2 + 0.05)), gloss=0.02)
                for s in (-1, 1)
            ),
        )
    )


def cabinet(
    width: float, height: float, color: Color, doors: int = 2, depth: float = 0.55, top: Color | None = None
) -> Mesh:
    """A cupboard, its back at z = 0."""
    each = (width - 0.06) / doors
    fronts = [
        m
        for k in range(doors)
        for x in [-width / 2 + 0.03 + each * (k + 0.5)]
        for m in (
            block((each - 0.04, height - 0.2, 0.03), shade(color, 1.1), (x, 0.13, depth + 0.005)),
            block((each - 0.2, height - 0.38, 0.03), color, (x, 0.22, depth + 0.015)),
            ball(0.03, GOLD, (x + each * 0.36 * (1 if k % 2 == 0 else -1), height * 0.55, depth + 0.05), 4, gloss=0.8),
        )
    ]
    return merge(
        (
            block((width, height - 0.06, depth), color, (0, 0, depth / 2)),
            block(
                (width + 0.08, 0.07, depth + 0.1),
                top if top is not None else shade(color, 0.8),
                (0, height - 0.06, depth / 2),
            ),
            block((width - 0.02, 0.1, depth + 0.02), shade(color, 0.6), (0, 0, depth / 2)),
            *fronts,
        )
    )


def wall_door(width: float = 1.1, height: float = 2.3, color: Color = "#7a4a2c", frame: Color = "#efe6d4") -> Mesh:
    panels = [
        block((width * 0.34, h, 0.03), shade(color, 1.15), (s * width * 0.22, y, 0.06))
        for s in (-1, 1)
        for y, h in ((0.2, height * 0.32), (height * 0.44, height * 0.46))
    ]
    return merge(
        (
            block((width, height, 0.06), color, (0, 0, 0.03), gloss=0.3),
            *panels,
            ball(0.055, GOLD, (width * 0.38, height * 0.46, 0.1), 5, gloss=0.9),
            *(block((0.14, height + 0.14, 0.12), frame, (s * (width / 2 + 0.06), 0, 0.05)) for s in (-1, 1)),
            block((width + 0.4, 0.16, 0.14), frame, (0, height, 0.06)),
        )
    )


def blinds(width: float, height: float, color: Color = "#e6e2d8") -> Mesh:
    """Slats let half down, before a window."""
    return merge(
        (
            block((width + 0.2, 0.12, 0.12), shade(color, 0.9), (0, height, 0.1)),
            *(
                block((width + 0.1, 0.05, 0.03), color, (0, height - 0.12 * (k + 1), 0.1))
                for k in range(int(height * 0.5 / 0.12))
            ),
        )
    )


def stone_blocks(rng: Rng, width: float, height: float, color: Color, count: int) -> Mesh:
    """A few stones standing out of a wall."""
    return merge(
        block(
            (float(rng.uniform(0.4, 0.8)), float(rng.uniform(0.24, 0.36)), 0.06),
            varied(color, rng, 0.14),
            (float(rng.uniform(-0.5, 0.5)) * width, float(rng.uniform(0.06, 0.92)) * height, 0.0),
        )
        for _ in range(count)
    )


def bars(width: float, height: float, spacing: float = 0.22, color: Color = "#3a3d44") -> Mesh:
    """A grille of iron bars along x."""
    n = max(2, round(width / spacing)) + 1
    return merge(
        (
            *(
                rod((x, 0, 0), (x, height, 0), 0.035, color, sides=5, gloss=0.5)
                for x in np.linspace(-width / 2, width / 2, n)
            ),
            *(block((width, 0.08, 0.06), color, (0, y, 0)) for y in (0.25, height * 0.5, height - 0.3)),
        )
    )


def chain(length: float, links: int = 8, color: Color = "#55585f") -> Mesh:
    """Hangs from y = 0, with a shackle at its end."""
    step = length / links
    parts = [
        ball(
            (0.045, step * 0.62, 0.02) if k % 2 else (0.02, step * 0.62, 0.045),
            color,
            (0, -step * (k + 0.5), 0.08),
            3,
            gloss=0.5,
        )
        for k in range(links)
    ]
    return merge(
        (
            *parts,
            drum(0.1, 0.1, shade(color, 0.8), (0, -length - 0.1, 0.08), sides=8),
            block((0.16, 0.16, 0.08), shade(color, 0.8), (0, -0.05, 0.02)),
        )
    )


def kitchen_run(rng: Rng, width: float, color: Color = "#dfe6dc", top: Color = "#a5784c") -> Mesh:
    """Base cupboards with a worktop, a cooker and a sink; its back at z = 0."""
    return merge(
        (
            cabinet(width, 0.92, color, max(2, round(width / 0.8)), 0.6, top),
            block((0.7, 0.02, 0.5), "#22252b", (-width * 0.25, 0.92, 0.32), gloss=0.8),
            *(
                drum(0.09, 0.02, "#4a4e56", (-width * 0.25 + dx, 0.94, 0.32 + dz), sides=10)
                for dx in (-0.17, 0.17)
                for dz in (-0.12, 0.12)
            ),
            spun(
                [(0.16, 0.95), (0.17, 1.14), (0.15, 1.14), (0.0, 1.1)],
                "#c9503c",
                (-width * 0.25 - 0.17, 0, 0.2),
                12,
                gloss=0.7,
            ),
            block((0.6, 0.02, 0.42), "#aeb8c0", (width * 0.22, 0.92, 0.32), gloss=0.8),
            rod((width * 0.22, 0.92, 0.1), (width * 0.22, 1.25, 0.1), 0.025, "#c9d0d8", sides=6),
            rod((width * 0.22, 1.25, 0.1), (width * 0.22, 1.2, 0.32), 0.022, "#c9d0d8", sides=6),
            *(
                drum(0.08, 0.22, c, (width * 0.4 + 0.2 * k - 0.1, 0.93, 0.16), sides=8)
                for k, c in enumerate(("#e0b04a", "#7fae8a"))
            ),
            block((0.4, 0.03, 0.26), "#c9a06a", (0, 0.93, 0.36)),
            ball((0.12, 0.08, 0.09), "#d9a45a", (0, 1.0, 0.36), 5),
        )
    )


def hanging_pans(width: float = 1.8) -> Mesh:
    """Copper pans on a rail; the rail at y = 0."""
    pans = [
        m
        for k, x in enumerate(np.linspace(-width * 0.4, width * 0.4, 5))
        for r in [0.15 + 0.03 * (k % 3)]
        for m in (
            rod((x, 0, 0.1), (x, -0.3, 0.1), 0.015, "#3a3d44", sides=4),
            drum(r, 0.06, "#c9784a", sides=14, gloss=0.8).turned(x=90).moved((x, -0.3 - r, 0.08)),
            drum(r * 0.85, 0.062, "#a85f38", sides=14, gloss=0.8).turned(x=90).moved((x, -0.3 - r, 0.083)),
        )
    ]
    return merge((rod((-width / 2, 0, 0.1), (width / 2, 0, 0.1), 0.022, "#3a3d44", sides=5), *pans))


def cafe_counter(rng: Rng, width: float = 4.4) -> Mesh:
    """A bar with a cake case and a coffee machine; its front at +z."""
    face = [
        block(
            (width / 6 - 0.06, 0.76, 0.04),
            shade("#6f4a30", 0.95 + 0.1 * (k % 2)),
            (-width / 2 + width / 6 * (k + 0.5), 0.12, 0.39),
        )
        for k in range(6)
    ]
    case = [
        block((1.3, 0.08, 0.6), "#3a3f48", (-width * 0.26, 1.12, 0)),
        block((1.26, 0.04, 0.56), "#e8ecf0", (-width * 0.26, 1.2, 0)),
        block((1.3, 0.06, 0.5), "#d8e8ee", (-width * 0.26, 1.72, -0.04), gloss=0.9),
        *(
            rod((-width * 0.26 + s * 0.62, 1.2, z), (-width * 0.26 + s * 0.62, 1.74, z), 0.02, "#c9d0d8", sides=4)
            for s in (-1, 1)
            for z in (-0.26, 0.24)
        ),
    ]
    cakes = [
        spun([(0.13, 1.24), (0.13, 1.36), (0.11, 1.38), (0, 1.38)], c, (-width * 0.26 + x, 0, z), 10)
        for x, z, c in ((-0.38, 0.06, "#f2c8cc"), (0.0, 0.02, "#8a5a3a"), (0.38, 0.06, "#f2d88a"))
    ]
    machine = merge(
        (
            block((0.8, 0.5, 0.44), "#c9d0d8", (0, 1.12, 0), 0.05, gloss=0.8),
            block((0.84, 0.08, 0.46), "#a8323a", (0, 1.6, 0), 0.02),
            *(drum(0.05, 0.08, "#3a3f48", (x, 1.26, 0.24), sides=8) for x in (-0.2, 0.2)),
            *(drum(0.05, 0.08, "#f7f4ec", (x, 1.68, 0), sides=8) for x in (-0.24, -0.08, 0.08, 0.24)),
        )
    ).moved((width * 0.22, 0, 0))
    return merge(
        (
            block((width, 1.02, 0.76), "#5a3a26"),
            *face,
            block((width + 0.16, 0.1, 0.92), "#c9a06a", (0, 1.02, 0), 0.02),
            *case,
            *cakes,
            machine,
        )
    )


def cafe_table(rng: Rng, color: Color = "#a5784c") -> Mesh:
    """A small round table with two chairs and cups."""
    chairs = [
        merge(
            (
                drum(0.21, 0.05, "#8a3a34", (0, 0.44, 0), sides=10),
                *(
                    rod((0.15 * sx, 0, 0.15 * sz), (0.13 * sx, 0.44, 0.13 * sz), 0.02, "#3a3440", sides=4)
                    for sx in (-1, 1)
                    for sz in (-1, 1)
                ),
                *(rod((0.16 * sx, 0.46, -0.17), (0.16 * sx, 0.9, -0.22), 0.02, "#3a3440", sides=4) for sx in (-1, 1)),
                block((0.4, 0.16, 0.03), "#8a3a34", (0, 0.76, -0.21)),
            )
        )
        .moved((0, 0, -0.75))
        .turned(y=a)
        for a in (40, 215)
    ]
    return merge(
        (
            drum(0.48, 0.05, color, (0, 0.72, 0), sides=16, gloss=0.5),
            rod((0, 0.05, 0), (0, 0.72, 0), 0.05, "#3a3440", sides=7),
            drum(0.26, 0.05, "#3a3440", sides=12),
            *chairs,
            drum(0.055, 0.09, "#f7f4ec", (0.16, 0.77, 0.1), sides=8),
            drum(0.055, 0.09, "#f7f4ec", (-0.15, 0.77, -0.1), sides=8),
            drum(0.05, 0.14, "#7fb5c9", (0, 0.77, 0), sides=7),
            ball(0.06, "#e0567f", (0, 0.97, 0), 4),
        )
    )


def school_desk() -> Mesh:
    """A pupil's desk with its chair, seen from the front (the pupil looks to +z)."""
    return merge(
        (
            block((1.0, 0.05, 0.55), "#c9985a", (0, 0.68, 0)),
            *(
                rod((s * 0.44, 0, z), (s * 0.44, 0.68, z), 0.022, "#5a626c", sides=4)
                for s in (-1, 1)
                for z in (-0.2, 0.2)
            ),
            block((0.9, 0.12, 0.45), "#a57a48", (0, 0.54, 0)),
            block((0.42, 0.04, 0.4), "#c9985a", (0, 0.42, -0.62)),
            block((0.42, 0.26, 0.03), "#c9985a", (0, 0.62, -0.82)),
            *(
                rod((s * 0.18, 0, z), (s * 0.18, 0.42 if z > -0.8 else 0.85, z), 0.02, "#5a626c", sides=4)
                for s in (-1, 1)
                for z in (-0.46, -0.82)
            ),
            block((0.26, 0.03, 0.2), "#f7f2e2", (0.1, 0.73, 0.0)),
            block((0.2, 0.05, 0.15), "#a8423a", (-0.26, 0.73, 0.02)),
        )
    )


def pew(width: float = 2.6) -> Mesh:
    """A church bench; who sits there looks to -z."""
    return merge(
        (
            block((width, 0.07, 0.45), "#a5764a", (0, 0.42, 0)),
            block((width, 0.5, 0.06), "#a5764a", (0, 0.46, 0.24)),
            *(block((0.08, 0.98, 0.6), "#8a5a34", (s * width / 2, 0, 0.02)) for s in (-1, 1)),
            block((width, 0.08, 0.16), "#8a5a34", (0, 0.94, 0.27)),
        )
    )


def flower_arch(
    rng: Rng,
    width: float = 3.0,
    height: float = 3.0,
    colors: tuple[str, ...] = ("#f7e9ea", "#f2b5c4", "#e88aa5", "#f7f4ec"),
) -> Mesh:
    """An arch all of blossoms and leaves."""
    path = (
        [(-width / 2, y) for y in np.linspace(0.1, height - width / 2, 7)]
        + [(x, height - width / 2 + y) for x, y in arc(width / 2, 180, 0, 13)]
        + [(width / 2, y) for y in np.linspace(height - width / 2, 0.1, 7)]
    )
    blooms = []
    for x, y in path:
        for _ in range(5):
            dx, dy, dz = rng.uniform(-0.2, 0.2, 3)
            leafy = rng.random() < 0.3
            blooms.append(
                ball(
                    float(rng.uniform(0.11, 0.19)),
                    varied("#7fae6a" if leafy else str(rng.choice(colors)), rng, 0.05),
                    (x + dx, y + dy, dz),
                    3,
                )
            )
    return merge(blooms)


def flower_stand(rng: Rng, color: str = "#f2b5c4") -> Mesh:
    """A vase of blossoms on a pillar."""
    blooms = [
        ball(
            float(rng.uniform(0.12, 0.18)),
            varied(str(rng.choice([color, "#f7f4ec", "#7fae6a"])), rng, 0.05),
            (*rng.uniform(-0.26, 0.26, 1), 1.45 + float(rng.uniform(-0.12, 0.3)), float(rng.uniform(-0.26, 0.26))),
            3,
        )
        for _ in range(14)
    ]
    return merge(
        (
            column(1.05, 0.15, "#efe9de", 10),
            spun([(0.1, 1.05), (0.2, 1.25), (0.14, 1.4)], "#e8d8b8", sides=10, gloss=0.6),
            *blooms,
        )
    )


def stained_window(rng: Rng, width: float = 1.3, height: float = 2.6) -> Mesh:
    """A tall arched window of coloured glass."""
    panes = []
    for r in range(5):
        for c in range(3):
            tint = str(rng.choice(["#d8503c", "#3f7fc9", "#e8b83c", "#4fa07a", "#8a5ac0"]))
            panes.append(
                always_lit(
                    plate(
                        (width / 3 - 0.05, height / 5 - 0.05),
                        tint,
                        (-width / 3 + width / 3 * c, height / 5 * r, 0.03),
                        gloss=0.8,
                    ),
                    0.45,
                )
            )
    fan = [
        always_lit(
            slab([(0, height), *((x, height + y) for x, y in arc(width / 2, a, a + 45, 3))], 0.02, c, (0, 0, 0.02)),
            0.45,
        )
        for a, c in ((0, "#e8b83c"), (45, "#d8503c"), (90, "#3f7fc9"), (135, "#e8b83c"))
    ]
    rim = arc(width / 2 + 0.06, 0, 180, 9)
    frame = [
        rod((x0, height + y0, 0.03), (x1, height + y1, 0.03), 0.08, "#b8ad9c", sides=5)
        for (x0, y0), (x1, y1) in itertools.pairwise(rim)
    ]
    return merge(
        (
            plate((width, height), "#2a2a30", (0, 0, 0.02)),
            *panes,
            *fan,
            *frame,
            *(block((0.14, height, 0.14), "#b8ad9c", (s * (width / 2 + 0.06), 0, 0.03)) for s in (-1, 1)),
            block((width + 0.5, 0.14, 0.3), "#b8ad9c", (0, -0.14, 0.1)),
        )
    )


def bed_curtain(width: float, height: float, color: Color = "#a9d0cc") -> Mesh:
    """A hospital curtain in folds on a rail, along x."""
    return merge(
        (
            graded(_drape(width, height - 0.5, color, max(5, int(width * 4))), 0.8, 1.05).moved((0, 0.4, 0)),
            rod((-width / 2 - 0.2, height, 0.06), (width / 2 + 0.2, height, 0.06), 0.025, "#c9d0d8", sides=5),
        )
    )


def vital_monitor() -> Mesh:
    """A screen with traces on a rolling stand, and a drip."""
    traces = [
        plate((0.1, 0.014), c, (-0.19 + 0.095 * k, y + (0.05 if k == 2 else 0.0), 0.068)).turned(z=0).of_part(SCREEN)
        for y, c in ((1.62, "#5fe08a"), (1.48, "#f2c14e"), (1.36, "#58b7e8"))
        for k in range(5)
    ]
    return merge(
        (
            *(
                rod((0, 0.06, 0), (0.3 * math.sin(a), 0.04, 0.3 * math.cos(a)), 0.03, "#c9d0d8", sides=5)
                for a in np.arange(5) * 1.2566
            ),
            rod((0, 0.05, 0), (0, 1.3, 0), 0.03, "#c9d0d8", sides=6),
            block((0.62, 0.46, 0.12), "#e8ecf0", (0, 1.27, 0), 0.03),
            plate((0.52, 0.36), "#14283a", (0, 1.32, 0.065)).of_part(SCREEN),
            *traces,
            rod((0.45, 0, -0.1), (0.45, 2.0, -0.1), 0.02, "#c9d0d8", sides=5),
            ball((0.09, 0.15, 0.04), "#d8eef2", (0.45, 1.78, -0.04), 5, gloss=0.8),
        )
    )


def locker_row(count: int = 5, color: Color = "#5f8aa8") -> Mesh:
    """Its back at z = 0."""
    return merge(
        m
        for k in range(count)
        for x in [(k - (count - 1) / 2) * 0.5]
        for m in (
            block((0.48, 1.9, 0.45), shade(color, 0.95 + 0.08 * (k % 2)), (x, 0, 0.225)),
            *(block((0.26, 0.025, 0.02), shade(color, 0.6), (x, 1.5 + 0.07 * j, 0.455)) for j in range(3)),
            block((0.03, 0.14, 0.03), "#d8dce0", (x + 0.16, 0.95, 0.46)),
        )
    )


def vending_machine(color: Color = "#c9403a") -> Mesh:
    cans = [
        drum(0.06, 0.16, c, (-0.3 + 0.17 * k, 0.85 + 0.3 * r, 0.72), sides=7)
        for r in range(3)
        for k, c in enumerate(("#e8503c", "#f2c14e", "#5fc46a", "#58b7e8"))
    ]
    return merge(
        (
            block((1.1, 2.0, 0.75), color, (0, 0, 0.375), 0.04, gloss=0.5),
            block((0.78, 1.1, 0.02), "#f4f8ff", (-0.08, 0.75, 0.75)).of_part(SCREEN),
            *[c.moved((0, 0, 0.08)) for c in cans],
            block((0.16, 0.3, 0.03), "#22262e", (0.42, 1.1, 0.75)),
            block((0.6, 0.16, 0.03), "#22262e", (-0.08, 0.3, 0.75)),
        )
    )


def departure_board(rng: Rng, width: float = 3.2) -> Mesh:
    rows = [
        plate((w, 0.09), c, (x, 0.12 + 0.2 * k, 0.145)).of_part(SCREEN)
        for k in range(5)
        for w, x, c in (
            (0.4, -width * 0.38, "#f2c14e"),
            (width * float(rng.uniform(0.28, 0.42)), -width * 0.06, "#f2e8c0"),
            (0.3, width * 0.36, str(rng.choice(["#5fe08a", "#f2c14e", "#e8503c"]))),
        )
    ]
    return merge((block((width, 1.16, 0.14), "#1c2028", (0, 0, 0.07), 0.03), *rows))


def train(length: float = 15.0, color: Color = "#3f7fb5") -> Mesh:
    """A carriage side along x, facing +z, with lit windows and doors."""
    panes = [
        plate((1.2, 0.8), "#ffe8b8", (x, 1.75, 1.315)).of_part(SCREEN)
        for x in np.arange(-length / 2 + 1.2, length / 2 - 0.5, 1.9)
    ]
    doors = [
        m
        for x in (-length * 0.25, length * 0.25)
        for m in (
            block((1.3, 2.1, 0.04), shade(color, 0.75), (x, 0.75, 1.31)),
            block((0.04, 2.1, 0.06), "#22262e", (x, 0.75, 1.32)),
            plate((0.4, 0.9), "#ffe8b8", (x - 0.32, 1.65, 1.335)).of_part(SCREEN),
            plate((0.4, 0.9), "#ffe8b8", (x + 0.32, 1.65, 1.335)).of_part(SCREEN),
        )
    ]
    return merge(
        (
            block((length, 2.5, 2.6), "#e8e6e0", (0, 0.6, 0), 0.25, gloss=0.6),
            block((length + 0.02, 0.5, 2.62), color, (0, 1.0, 0)),
            block((length, 0.4, 2.2), "#2a2e36", (0, 0.2, 0)),
            *panes,
            *doors,
        )
    )


def console(rng: Rng, width: float = 2.2, color: Color = "#6a7686") -> Mesh:
    """A desk of buttons under a slanting screen; faces +z."""
    keys = [
        block(
            (0.1, 0.03, 0.08), str(rng.choice(["#e8503c", "#f2c14e", "#5fe0a0", "#58b7e8", "#e8ecf0"])), (x, 0, z)
        ).of_part(SCREEN)
        for x in np.linspace(-width * 0.42, width * 0.42, 11)
        for z in (-0.08, 0.06)
    ]
    top = (
        merge((block((width, 0.06, 0.5), shade(color, 1.2)), *[k.moved((0, 0.05, 0)) for k in keys]))
        .turned(x=20)
        .moved((0, 0.86, 0.15))
    )
    screens = [
        m
        for x in (-width * 0.25, width * 0.25)
        for m in (
            block((width * 0.44, 0.6, 0.06), "#22303a", (x, 1.05, -0.2)),
            plate((width * 0.4, 0.5), "#1c6a80", (x, 1.1, -0.165)).of_part(SCREEN),
            *(
                plate((width * 0.3 * float(rng.uniform(0.3, 1)), 0.03), "#8ff2ff", (x, 1.18 + 0.1 * k, -0.16)).of_part(
                    SCREEN
                )
                for k in range(4)
            ),
        )
    ]
    return merge((block((width, 0.86, 0.5), color, (0, 0, 0), 0.04, gloss=0.5), top, *screens))


def star_window(rng: Rng, width: float, height: float, frame: Color = "#9aa6b4") -> Mesh:
    """Space, with stars and a planet, in a rounded frame."""
    dark = plate((width, height), "#0b1030", (0, 0, 0.02))
    stars = [
        plate(
            (s, s), "#eef4ff", (float(rng.uniform(-0.48, 0.48)) * width, float(rng.uniform(0.04, 0.96)) * height, 0.028)
        ).of_part(SCREEN)
        for s in rng.uniform(0.015, 0.05, 46)
    ]
    planet = [
        drum(height * 0.27, 0.004, "#c9784a", sides=22)
        .turned(x=90)
        .moved((width * 0.24, height * 0.56, 0.03))
        .of_part(SCREEN),
        drum(height * 0.25, 0.004, "#e09a5a", sides=22)
        .turned(x=90)
        .moved((width * 0.225, height * 0.575, 0.034))
        .of_part(SCREEN),
        hoop(height * 0.42, height * 0.03, "#e8d8b0")
        .turned(x=18, z=-18)
        .scaled((1, 1, 0.04))
        .moved((width * 0.24, height * 0.56, 0.035))
        .of_part(SCREEN),
        drum(height * 0.07, 0.004, "#a9c4e8", sides=14)
        .turned(x=90)
        .moved((-width * 0.3, height * 0.74, 0.03))
        .of_part(SCREEN),
    ]
    edge = [block((width + 0.3, 0.18, 0.2), frame, (0, y, 0.06), 0.03) for y in (-0.16, height - 0.02)] + [
        block((0.18, height + 0.1, 0.2), frame, (x, -0.05, 0.06), 0.03)
        for x in (-width / 2 - 0.05, -width / 6, width / 6, width / 2 + 0.05)
    ]
    return merge((dark, *stars, *planet, *edge))


def stage_curtain(width: float, height: float, color: Color = "#8f1f2c") -> Mesh:
    """Heavy cloth in deep folds, its top at `height`."""
    return graded(_drape(width, height, color, max(4, int(width * 2.2))), 0.62, 1.08)


def pelmet(width: float, drop: float, color: Color = "#8f1f2c") -> Mesh:
    """Swags of cloth with a gold fringe along x, hanging from y = 0."""
    n = max(3, round(width / 1.6))
    each = width / n
    swags = []
    for k in range(n):
        x = -width / 2 + each * (k + 0.5)
        outline = [
            (x - each / 2, 0),
            *(
                (x + px * each / 2, -drop * py)
                for px, py in ((-0.75, 0.6), (-0.35, 0.92), (0, 1.0), (0.35, 0.92), (0.75, 0.6))
            ),
            (x + each / 2, 0),
        ]
        swags.append(slab(outline, 0.1, shade(color, 0.95 + 0.1 * (k % 2)), (0, 0, 0.1)))
        swags += [
            block((each * 0.3, 0.07, 0.12), GOLD, (x + dx * each, -drop * dy - 0.05, 0.1)).turned(z=0)
            for dx, dy in ((-0.28, 0.78), (0, 0.98), (0.28, 0.78))
        ]
    return merge((*swags, block((width, 0.16, 0.24), GOLD, (0, -0.04, 0.08), gloss=0.7)))


def theatre_seats(count: int, color: Color = "#8f2430") -> Mesh:
    """A row along x; who sits there looks to -z."""
    return merge(
        m
        for k in range(count)
        for x in [(k - (count - 1) / 2) * 0.62]
        for m in (
            block((0.5, 0.16, 0.46), color, (x, 0.34, 0)),
            block((0.5, 0.58, 0.12), shade(color, 1.1), (x, 0.42, 0.26)),
            block((0.06, 0.6, 0.5), "#4a3020", (x + 0.29, 0, 0.02)),
        )
    )


def spotlight() -> Mesh:
    """Hangs from y = 0, its mouth towards -z and down."""
    can = drum(0.16, 0.42, "#22242a", sides=10).turned(x=-55).moved((0, -0.5, 0.0))
    lens = always_lit(ball((0.13, 0.04, 0.13), "#fff2d0", detail=5).turned(x=-55), 0.9)
    return merge((rod((0, 0, 0), (0, -0.35, 0), 0.03, "#22242a", sides=5), can, lens.moved((0, -0.5, 0.0))))


def tool_wall(rng: Rng, width: float = 2.4) -> Mesh:
    """Hammers, tongs, saws and shields on a board."""
    tools = []
    for k, x in enumerate(np.linspace(-width * 0.42, width * 0.42, 7)):
        long = 0.5 + 0.12 * (k % 3)
        tools.append(rod((x, 0.95, 0.08), (x, 0.95 - long, 0.08), 0.025, "#7a5230", sides=5))
        tools.append(
            block((0.26, 0.1, 0.09), "#6b7078", (x, 0.93, 0.08), gloss=0.6)
            if k % 2
            else slab([(-0.12, 0.72), (0.1, 0.8), (0.1, 1.06), (-0.12, 1.0)], 0.04, "#8a929c", (x, 0, 0.08), gloss=0.6)
        )
    return merge(
        (
            block((width, 1.2, 0.05), "#a8804e", (0, 0, 0.02)),
            *tools,
            block((width + 0.1, 0.08, 0.08), OAK, (0, 1.16, 0.04)),
        )
    )


def display_shelf(rng: Rng, width: float = 2.0, height: float = 2.2, wood: Color = OAK) -> Mesh:
    """Goods on open boards; its back at z = 0."""
    parts = [
        block((width, height, 0.04), shade(wood, 0.6)),
        *(block((0.07, height, 0.42), wood, (s * width / 2, 0, 0.21)) for s in (-1, 1)),
    ]
    for k in range(4):
        y = 0.12 + k * (height - 0.2) / 3.6
        parts.append(block((width, 0.05, 0.42), wood, (0, y, 0.21)))
        for x in np.linspace(-width * 0.4, width * 0.4, 6):
            tint = varied(str(rng.choice(["#c9503c", "#3f7f9a", "#e0b04a", "#7fae6a", "#8a5a9a", "#e8dcc4"])), rng)
            parts.append(
                block((0.22, float(rng.uniform(0.18, 0.36)), 0.24), tint, (float(x), y + 0.05, 0.22))
                if rng.random() < 0.5
                else drum(0.11, float(rng.uniform(0.2, 0.34)), tint, (float(x), y + 0.05, 0.22), sides=8, gloss=0.5)
            )
    return merge(parts)


def filing_cabinet(color: Color = "#7f8a96") -> Mesh:
    """Its back at z = 0."""
    return merge(
        (
            block((0.6, 1.4, 0.55), color, (0, 0, 0.275)),
            *(
                m
                for k in range(4)
                for m in (
                    block((0.54, 0.3, 0.03), shade(color, 1.1), (0, 0.06 + 0.335 * k, 0.55)),
                    block((0.16, 0.03, 0.04), "#e8ecf0", (0, 0.24 + 0.335 * k, 0.57)),
                )
            ),
        )
    )


def straw_heap(rng: Rng, radius: float = 1.0) -> Mesh:
    stalks = [
        rod((x, 0.05, z), (x + dx, 0.14, z + dz), 0.014, varied("#c9a84e", rng, 0.15), sides=3)
        for x, z, dx, dz in rng.uniform((-radius, -radius * 0.6, -0.3, -0.3), (radius, radius * 0.6, 0.3, 0.3), (46, 4))
    ]
    return merge((ball((radius, 0.16, radius * 0.7), "#b5954a", (0, 0.0, 0), 5), *stalks))
