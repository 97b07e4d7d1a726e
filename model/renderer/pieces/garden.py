"""What an old Chinese garden is made of: white walls with leaking windows and a moon gate, a kiosk, a humped bridge,
worn rocks, lotus, stone furniture.

Knows nothing of where it will stand. Walls run along x, their middle at z = 0, and are looked at from both sides.
"""

from __future__ import annotations

import itertools
import math

import numpy as np

from model.renderer.mesh import Mesh, merge
from model.renderer.pieces.old_town import RED, STONE, lantern, lattice
from model.renderer.pieces.tiled_roofs import GOLD, TILES, gable_roof, hip_roof, quads
from model.renderer.shapes import (
    Rng,
    arc,
    ball,
    block,
    both_sides,
    drum,
    graded,
    hoop,
    rod,
    roughened,
    shade,
    spun,
    varied,
)

_LIME, _BRICK = "#e9e3d6", "#8a867e"
_THICK, _HIGH = 0.4, 2.5  # m of a wall
_MOON, _SILL = 1.3, 1.25  # m, a moon gate's radius, and how high its middle is
_JADE = "#2f6464"


def wall(rng: Rng, length: float, windows: int = 1) -> Mesh:
    """Lime wash over a brick foot, tiled on top, with windows of lattice through which nothing is seen."""
    body = graded(block((length, _HIGH, _THICK), varied(_LIME, rng, 0.02)), 0.82, 1.0)
    foot = block((length + 0.02, 0.34, _THICK + 0.06), varied(_BRICK, rng, 0.05))
    screens = []
    for k in range(windows):
        x = length * ((k + 0.5) / windows - 0.5)
        screen = merge(
            (block((1.0, 0.9, 0.05), "#4a4a46"), _frame(1.0, 0.9), lattice(0.94, 0.84, "#d8d2c4", k % 3, 0.24, False))
        )
        screen = screen.moved((x, 1.05, _THICK / 2))
        screens += [screen, screen.turned(y=180)]
    return merge((body, foot, *screens, _coping(length)))


def moon_gate(rng: Rng, width: float = 4.4) -> Mesh:
    """A piece of wall with a round way through it, rimmed with brick."""
    around = [(x, max(_SILL + y, 0.0)) for x, y in arc(_MOON, 0, 360, 29)]
    z, half = _THICK / 2, width / 2
    front = [[(a, b, z), (c, d, z), (half * np.sign(c + a), d, z), (half * np.sign(c + a), b, z)]
             for (a, b), (c, d) in itertools.pairwise(around)]  # fmt: skip
    top = _SILL + _MOON
    face = quads(
        [*front, [(-half, top, z), (half, top, z), (half, _HIGH + 0.5, z), (-half, _HIGH + 0.5, z)]], (0, 0, 1)
    )
    inner = merge(quads([(a, b, z), (c, d, z), (c, d, -z), (a, b, -z)], (-a - c, 2 * _SILL - b - d, 0.0))
                  for (a, b), (c, d) in itertools.pairwise(around))  # fmt: skip
    ends = quads([(half, 0, z), (half, 0, -z), (half, _HIGH + 0.5, -z), (half, _HIGH + 0.5, z)], (1, 0, 0))
    lime = merge((face, face.turned(y=180), both_sides(ends))).painted(varied(_LIME, rng, 0.02), 0.05)
    rim = hoop(_MOON + 0.06, 0.09, _BRICK).turned(x=90).moved((0.0, _SILL, z))
    coping = _coping(width).moved((0.0, 0.5, 0.0))
    return merge((graded(lime, 0.82, 1.0), inner.painted(_BRICK, 0.1), rim, rim.turned(y=180), coping))


def kiosk(rng: Rng, width: float = 3.2) -> Mesh:
    """A square pavilion open on all sides: red columns, a seat between them, a roof with swept corners."""
    half, tall = width / 2 - 0.2, 2.5
    columns = [
        rod((x, 0.3, z), (x, tall + 0.3, z), 0.11, RED, sides=8, gloss=0.5)
        for x in (-half, half)
        for z in (-half, half)
    ]
    seats = [block((2 * half, 0.08, 0.36), "#6b3a28", (0.0, 0.72, -half)),
             *(block((0.36, 0.08, 2 * half), "#6b3a28", (s * half, 0.72, 0.0)) for s in (-1, 1))]  # fmt: skip
    beams = [block((width, 0.26, 0.16), _JADE, (0.0, tall, s * half)) for s in (-1, 1)]
    beams += [block((0.16, 0.26, width), _JADE, (s * half, tall, 0.0)) for s in (-1, 1)]
    trim = [block((width + 0.04, 0.06, 0.2), GOLD, (0.0, tall + 0.26, s * half)) for s in (-1, 1)]
    roof = hip_roof(width + 1.5, width + 1.5, 1.25, 0.5, varied(TILES, rng, 0.05), 0.55)
    knob = spun([(0.16, 0.0), (0.22, 0.14), (0.1, 0.3), (0.0, 0.46)], GOLD, sides=8, gloss=0.6)
    return merge((block((width + 0.5, 0.3, width + 0.5), STONE), block((1.2, 0.15, 0.5), STONE, (0, 0, half + 0.6)),
                  *columns, *seats, *beams, *trim, roof.moved((0.0, tall + 0.34, 0.0)),
                  knob.moved((0.0, tall + 1.5, 0.0)), lantern(0.2).moved((0.0, tall, 0.0))))  # fmt: skip


def humped_bridge(length: float = 3.6, width: float = 1.3) -> Mesh:
    """A small stone bridge along x, its parapets on both sides."""
    x = np.linspace(-length / 2, length / 2, 9)
    y = 0.62 * (1.0 - (2.0 * x / length) ** 2) + 0.06
    steps = [block((length / 8 + 0.02, 0.18, width), STONE, (float(a + b) / 2, float(c + d) / 2 - 0.14, 0.0))
             for (a, b), (c, d) in zip(itertools.pairwise(x), itertools.pairwise(y), strict=True)]  # fmt: skip
    rails = [
        rod((float(a), float(c) + 0.42, z), (float(b), float(d) + 0.42, z), 0.06, STONE, sides=5)
        for (a, b), (c, d) in zip(itertools.pairwise(x), itertools.pairwise(y), strict=True)
        for z in (-width / 2, width / 2)
    ]
    posts = [block((0.12, 0.56, 0.12), shade(STONE, 1.05), (float(a), float(c) - 0.06, s * width / 2))
             for a, c in zip(x[::2], y[::2], strict=True) for s in (-1, 1)]  # fmt: skip
    return merge((*steps, *rails, *posts))


def worn_rock(rng: Rng, height: float = 2.0) -> Mesh:
    """A limestone of many holes, as lakes wear them: a leaning heap of lumps with dark hollows."""
    lumps = []
    for k in range(7):
        t = k / 6
        r = height * float(rng.uniform(0.13, 0.2)) * (1.15 - 0.5 * t)
        at = (
            height * float(rng.uniform(-0.17, 0.17)),
            height * (0.1 + 0.76 * t),
            height * float(rng.uniform(-0.12, 0.12)),
        )
        lumps.append(ball((r * 1.1, r * 1.3, r), varied("#b3b0a6", rng, 0.07), at, 4, gloss=0.05))
        if k % 2:
            hole = ball(r * 0.42, "#4a4a48", (at[0] + r * 0.2, at[1], at[2] + r * 0.86), 3, gloss=0.02)
            lumps.append(hole)
    return graded(roughened(merge(lumps), rng, height * 0.03), 0.72, 1.08)


def lotus(rng: Rng) -> Mesh:
    """A few leaves on the water and over it, and a flower."""
    parts = []
    for _ in range(4):
        x, z = rng.uniform(-0.6, 0.6, 2)
        y, r = float(rng.choice((0.03, 0.05, 0.22))), float(rng.uniform(0.18, 0.3))
        pad = drum(r, 0.02, varied("#5f9a4e", rng, 0.1), (float(x), y, float(z)), top=r * 0.9, sides=9)
        parts.append(pad)
        if y > 0.1:
            parts.append(rod((float(x), 0.0, float(z)), (float(x), y, float(z)), 0.015, "#5f8a46", sides=3))
    petals = [
        ball((0.05, 0.1, 0.03), varied("#f0a8bc", rng), (0, 0.07, 0.05), 3).turned(x=22).turned(y=72.0 * k)
        for k in range(5)
    ]
    parts.append(merge((*petals, ball(0.04, "#e8c45a", (0, 0.05, 0), 3))).moved((0.1, 0.24, 0.0)))
    return merge((*parts, rod((0.1, 0.0, 0.0), (0.1, 0.26, 0.0), 0.015, "#5f8a46", sides=3)))


def stone_table(rng: Rng) -> Mesh:
    """A round table of stone with four drum stools, and a tea set."""
    stone = varied("#a9a59a", rng, 0.04)
    drum_stool = [(0.16, 0.0), (0.21, 0.22), (0.16, 0.44), (0.0, 0.44)]
    stools = [
        spun(drum_stool, stone, (0.85 * math.sin(a), 0.0, 0.85 * math.cos(a)), 9) for a in (0.6, 2.2, 3.8, 5.4)
    ]
    pot = merge(
        (ball((0.09, 0.08, 0.09), "#6f4632", (0, 0.08, 0), 5, gloss=0.6), ball(0.02, "#6f4632", (0, 0.17, 0), 3))
    )
    cups = [
        drum(0.035, 0.05, "#e8e2d2", (0.22 * math.sin(a), 0.76, 0.22 * math.cos(a)), sides=7, gloss=0.6)
        for a in (0.4, 2.6, 4.4)
    ]
    top = drum(0.55, 0.09, stone, (0, 0.67, 0), sides=18, gloss=0.3)
    return merge(
        (spun([(0.26, 0.0), (0.16, 0.3), (0.26, 0.67)], stone, sides=10), top, pot.moved((0, 0.76, 0)), *cups, *stools)
    )


def pot_of_flowers(rng: Rng) -> Mesh:
    """Chrysanthemums in a glazed pot."""
    pot = spun(
        [(0.16, 0.0), (0.24, 0.3), (0.26, 0.34), (0.22, 0.34)],
        str(rng.choice(["#3f6f7a", "#8a4a2c", "#5f7a52"])),
        sides=10,
        gloss=0.6,
    )
    bloom = str(rng.choice(["#e8b23a", "#d8663a", "#e8e0d0"]))
    heads = [ball((0.07, 0.055, 0.07), varied(bloom, rng), (float(x), float(y), float(z)), 4)
             for x, y, z in rng.uniform((-0.2, 0.52, -0.2), (0.2, 0.74, 0.2), (8, 3))]  # fmt: skip
    leaves = ball((0.25, 0.2, 0.25), varied("#4f7f3e", rng), (0, 0.46, 0), 4)
    return merge((pot, roughened(leaves, rng, 0.03), *heads))


def _coping(length: float) -> Mesh:
    return gable_roof(length + 0.3, 0.95, 0.3, TILES, 0.05, near=False).moved((0.0, _HIGH - 0.04, 0.0))


def _frame(width: float, height: float) -> Mesh:
    bars = [block((width + 0.12, 0.07, 0.12), _BRICK, (0, y, 0)) for y in (-0.05, height - 0.02)]
    return merge((*bars, *(block((0.07, height + 0.1, 0.12), _BRICK, (s * width / 2, -0.05, 0)) for s in (-1, 1))))
