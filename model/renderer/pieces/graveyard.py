"""What stands where the dead lie: headstones of many kinds, an angel, a tomb house, iron railings, candles, a chapel.

Knows nothing of where it will stand. A stone looks to +z.
"""

from __future__ import annotations

import numpy as np

from model.renderer.mesh import Mesh, merge
from model.renderer.pieces.buildings import gable_roof, pane
from model.renderer.scenery import LAMP
from model.renderer.shapes import (
    Color,
    Rng,
    arc,
    ball,
    block,
    both_sides,
    drum,
    graded,
    plate,
    rod,
    roughened,
    shade,
    slab,
    spun,
    varied,
)

STONES = ("#8d918e", "#a29c90", "#7b7f84", "#b0aba0", "#6f7472")
IRON = "#2a2d30"
_MOSS = "#6f8a4c"


def headstone(rng: Rng) -> Mesh:
    """Of one kind or another, now and then sunk and askew, a few with flowers."""
    color = varied(str(rng.choice(STONES)), rng, 0.06)
    kinds = (_rounded, _gothic, _cross, _pillar, _stele, _rounded)
    stone = kinds[int(rng.integers(len(kinds)))](rng, color)
    lean = rng.normal(0.0, 3.0, 2)
    stone = graded(stone, 0.72, 1.06).turned(x=float(lean[0]), z=float(lean[1])).moved((0, -0.05, 0))
    return merge((stone, bunch(rng).moved((0.16, 0, 0.34)))) if rng.random() < 0.22 else stone


def _lines(width: float, y: float, z: float, color: Color) -> list[Mesh]:
    """What is cut into a stone, too far to be read."""
    ink = shade(color, 0.62)
    return [plate((width * share, 0.045), ink, (0, y - 0.1 * k, z)) for k, share in enumerate((0.8, 0.6, 0.7))]


def _foot(width: float, color: Color) -> Mesh:
    return block((width + 0.16, 0.16, 0.34), shade(color, 0.86))


def _rounded(rng: Rng, color: Color) -> Mesh:
    w, h = float(rng.uniform(0.27, 0.36)), float(rng.uniform(0.5, 0.8))
    outline = [(-w, 0.1), (w, 0.1), *((x, h + y) for x, y in arc(w, 0, 180, 9))]
    moss = ball((0.12, 0.05, 0.09), _MOSS, (w * 0.5, h + w * 0.8, 0), 3)
    return merge((slab(outline, 0.16, color), _foot(2 * w, color), *_lines(1.5 * w, h - 0.05, 0.083, color), moss))


def _gothic(rng: Rng, color: Color) -> Mesh:
    w, h = float(rng.uniform(0.26, 0.34)), float(rng.uniform(0.6, 0.85))
    outline = [(-w, 0.1), (w, 0.1), (w, h), (0.6 * w, h + 0.24), (0, h + 0.38), (-0.6 * w, h + 0.24), (-w, h)]
    rose = drum(0.1, 0.03, shade(color, 0.7), sides=10).turned(x=90).moved((0, h + 0.06, 0.075))
    return merge((slab(outline, 0.16, color), _foot(2 * w, color), rose, *_lines(1.5 * w, h - 0.2, 0.083, color)))


def _cross(rng: Rng, color: Color) -> Mesh:
    tall = float(rng.uniform(1.0, 1.4))
    steps = (block((0.56, 0.16, 0.4), shade(color, 0.84)), block((0.4, 0.14, 0.3), shade(color, 0.94), (0, 0.16, 0)))
    return merge((*steps, block((0.16, tall, 0.13), color, (0, 0.3, 0)),
                  block((0.66, 0.16, 0.13), color, (0, 0.3 + 0.62 * tall, 0))))  # fmt: skip


def _pillar(rng: Rng, color: Color) -> Mesh:
    """An obelisk."""
    tall = float(rng.uniform(1.2, 1.8))
    shaft = slab([(-0.18, 0), (0.18, 0), (0.11, tall), (0, tall + 0.18), (-0.11, tall)], 0.26, color, (0, 0.5, 0))
    foot = (block((0.66, 0.2, 0.66), shade(color, 0.8)), block((0.5, 0.32, 0.5), shade(color, 0.95), (0, 0.2, 0)))
    return merge((*foot, shaft, *_lines(0.36, 0.42, 0.256, color)[:2]))


def _stele(rng: Rng, color: Color) -> Mesh:
    """Of polished stone on two steps, as in the East."""
    tall, dark = float(rng.uniform(0.75, 1.0)), shade(color, 0.66)
    face = [plate((0.06, tall * share), "#c9a860", (x, 0.3 + tall * (0.92 - share), 0.085))
            for x, share in ((0.0, 0.72), (0.15, 0.4), (-0.15, 0.5))]  # fmt: skip
    return merge((block((0.9, 0.13, 0.6), shade(color, 0.86)), block((0.7, 0.15, 0.42), color, (0, 0.13, 0)),
                  block((0.54, tall, 0.16), dark, (0, 0.28, 0), gloss=0.35), *face))  # fmt: skip


def bunch(rng: Rng) -> Mesh:
    """Flowers laid down, their stalks in paper."""
    tints = ("#e8e2da", "#d8546a", "#e8c050", "#9a6ab0")
    blooms = [ball(0.065, varied(str(rng.choice(tints)), rng, 0.05), (float(x), 0.07 + float(y), float(z)), 3)
              for x, y, z in rng.uniform((-0.1, 0, -0.09), (0.1, 0.05, 0.09), (6, 3))]  # fmt: skip
    paper = drum(0.03, 0.3, "#d8d2c0", top=0.1, sides=7).turned(x=82).moved((0, 0.07, -0.32)).turned(y=180)
    return merge((*blooms, paper.moved((0, 0, -0.02))))


def grave_candle(color: Color = "#e8402c") -> Mesh:
    """A light for the dead in red glass; shines when it is dark."""
    glass = drum(0.06, 0.15, color, (0, 0.03, 0), top=0.07, sides=9).of_part(LAMP)
    lid = drum(0.075, 0.04, "#b09850", (0, 0.18, 0), top=0.02, sides=9)
    return merge((drum(0.07, 0.03, "#8a7a50", sides=9), glass, lid))


def angel(height: float = 2.5, color: Color = "#b4b0a6") -> Mesh:
    """Of stone, its head bowed and its hands together, wings half spread, on a pedestal."""
    base = height * 0.36
    robe = spun([(0.36, 0), (0.3, 0.3), (0.2, 0.72), (0.24, 0.98), (0.1, 1.12)], color, (0, base, 0), 14)
    fold = rod((0, base + 0.02, 0.33), (0, base + 0.74, 0.2), 0.05, shade(color, 0.9), 0.02, 5)
    folds = [fold.turned(y=float(a)) for a in np.linspace(-75, 75, 6)]
    head = merge((ball((0.15, 0.18, 0.16), color, (0, base + 1.24, 0.07), 7),
                  ball((0.17, 0.16, 0.16), shade(color, 0.86), (0, base + 1.3, 0.01), 6)))  # fmt: skip
    arm = merge((rod((0.23, base + 1.0, 0.02), (0.27, base + 0.72, 0.14), 0.075, color, 0.065, 7),
                 rod((0.27, base + 0.72, 0.14), (0.03, base + 0.86, 0.28), 0.065, color, 0.05, 7)))  # fmt: skip
    outline = [(0.06, 0.42), (0.36, 0.02), (0.56, 0.5), (0.6, 1.02), (0.46, 1.34), (0.1, 1.06)]
    wing = [slab([(x * share, 1.0 + (y - 1.0) * share) for x, y in outline], 0.07, shade(color, tone), (0, base, back))
            for share, tone, back in ((1.0, 0.9, -0.26), (0.74, 1.0, -0.21), (0.5, 1.08, -0.17))]  # fmt: skip
    plinth = (block((1.0, 0.2, 1.0), shade(color, 0.75)), block((0.94, 0.12, 0.94), color, (0, base - 0.12, 0)),
              block((0.8, base - 0.3, 0.8), shade(color, 0.9), (0, 0.2, 0)), *_lines(0.6, base * 0.7, 0.404, color))
    half = merge((arm, *(m.turned(y=-12) for m in wing)))
    return graded(merge((*plinth, robe, *folds, head, both_sides(half))), 0.75, 1.05)


def tall_cross(height: float = 2.9, color: Color = "#a8a498") -> Mesh:
    """With a ring, on three steps."""
    wide = (1.5, 1.16, 0.82)
    steps = [block((w, 0.2, w), shade(color, 0.8 + 0.06 * k), (0, 0.2 * k, 0)) for k, w in enumerate(wide)]
    y = 0.6 + 0.66 * (height - 0.6)
    bow = block((0.21, 0.11, 0.12), shade(color, 0.92), (0, 0.36, 0))
    ring = merge(bow.turned(z=30.0 * k + 15) for k in range(12))
    return graded(merge((*steps, block((0.26, height - 0.6, 0.2), color, (0, 0.6, 0)),
                         block((1.16, 0.25, 0.2), color, (0, y - 0.12, 0)), ring.moved((0, y, 0)))), 0.75, 1.05)


def railings(length: float, height: float = 1.5) -> Mesh:
    """Pointed iron bars, then a post of stone, along x."""
    bar = rod((0, 0.05, 0), (0, height, 0), 0.028, IRON, 0.02, 4)
    bar = merge((bar, spun([(0.045, height - 0.02), (0.0, height + 0.15)], IRON, sides=3)))
    bars = [bar.moved((float(x), 0, 0)) for x in np.linspace(0.3 - length / 2, length / 2 - 0.3, round(length / 0.32))]
    rails = [block((length, 0.06, 0.05), IRON, (0, y, 0)) for y in (0.2, height - 0.2)]
    return merge((*bars, *rails, gate_post(height + 0.25).moved((length / 2, 0, 0))))


def gate_post(height: float = 2.2, color: Color = "#97938a") -> Mesh:
    """A pillar with a ball on it."""
    shaft = graded(block((0.46, height, 0.46), color), 0.75, 1.0)
    cap = block((0.6, 0.14, 0.6), shade(color, 1.1), (0, height, 0))
    return merge((shaft, cap, ball(0.2, color, (0, height + 0.32, 0), 4)))


def tomb_house(rng: Rng, color: Color = "#a8a296") -> Mesh:
    """A family's: two columns before a bronze door under a gable with a cross, its front at +z; 3 m wide."""
    body = roughened(block((2.6, 2.5, 2.2), color, (0, 0.3, -0.2)), rng, 0.01)
    columns = both_sides(merge((drum(0.17, 2.3, shade(color, 1.06), (1.05, 0.38, 1.15), top=0.14, sides=12),
                                block((0.44, 0.1, 0.44), color, (1.05, 0.3, 1.15)),
                                block((0.44, 0.12, 0.44), color, (1.05, 2.68, 1.15)))))  # fmt: skip
    gable = slab([(-1.6, 0), (1.6, 0), (0, 0.85)], 2.9, shade(color, 0.95), (0, 3.08, 0.05))
    face = slab([(-1.15, 0), (1.15, 0), (0, 0.6)], 0.04, shade(color, 0.8), (0, 3.17, 1.52))
    leaf = (*(block((0.36, tall, 0.03), "#4f6c5a", (0.23, y, 0.95)) for y, tall in ((0.42, 0.7), (1.22, 0.8))),
            block((0.14, 1.95, 0.1), shade(color, 0.85), (0.58, 0.3, 0.92)))  # fmt: skip
    door = merge((block((1.0, 1.9, 0.06), "#3f5a4c", (0, 0.3, 0.92), gloss=0.3), both_sides(merge(leaf)),
                  block((1.4, 0.2, 0.12), shade(color, 1.05), (0, 2.2, 0.93))))  # fmt: skip
    cross = merge((block((0.12, 0.7, 0.1), color, (0, 3.9, 1.3)), block((0.44, 0.12, 0.1), color, (0, 4.24, 1.3))))
    base = merge((block((3.3, 0.15, 3.2), shade(color, 0.76), (0, 0, 0.2)),
                  block((3.0, 0.15, 2.9), shade(color, 0.86), (0, 0.15, 0.1))))  # fmt: skip
    beam = block((3.0, 0.28, 2.8), shade(color, 1.04), (0, 2.8, 0.05))
    return merge((base, graded(body, 0.75, 1.0), columns, beam, gable, face, door, cross))


def chapel(rng: Rng, color: Color = "#9c968a") -> Mesh:
    """A small church seen from afar: a nave, a steeple, windows that shine when it is dark; its front at +z."""
    nave = graded(block((6.0, 4.2, 9.0), color, (0, 0, -4.5)), 0.75, 1.02)
    roof = gable_roof(9.0, 6.0, 3.2, "#4f4a4a", rng, rows=4).turned(y=90).moved((0, 4.2, -4.5))
    ends = slab([(-3.0, 0), (3.0, 0), (0, 3.1)], 8.9, shade(color, 0.98), (0, 4.2, -4.5))
    tower = graded(block((2.8, 8.4, 2.8), shade(color, 1.05), (0, 0, 0.6)), 0.75, 1.02)
    spire = spun([(2.05, 0), (0.0, 5.4)], "#46424a", (0, 8.4, 0.6), 4, smooth=False)
    iron = "#3a3638"
    cross = merge((block((0.14, 1.3, 0.14), iron, (0, 13.6, 0.6)), block((0.7, 0.14, 0.14), iron, (0, 14.3, 0.6))))
    lights = [pane(0.8, 1.9, (s * 3.02, 1.4, z), s * 90) for s in (-1, 1) for z in (-2.5, -5.5)]
    front = [pane(0.9, 1.7, (0, 5.4, 2.02)), plate((1.3, 2.4), "#4a3424", (0, 0, 2.02))]
    return merge((nave, ends, roof, tower, spire, cross, *lights, *front))


def crow(rng: Rng) -> Mesh:
    """Perched, its feet at y = 0."""
    black = "#1c1d22"
    wing = both_sides(ball((0.04, 0.08, 0.15), "#2a2b33", (0.07, 0.14, -0.03), 4))
    tail = slab([(-0.04, 0), (0.04, 0), (0.06, 0.18), (-0.06, 0.18)], 0.02, black).turned(x=-80)
    bird = merge((
        ball((0.08, 0.09, 0.16), black, (0, 0.14, 0), 5), wing, ball(0.065, black, (0, 0.25, 0.12), 5),
        spun([(0.022, 0), (0, 0.09)], "#3a3a3a", sides=5).turned(x=90).moved((0, 0.24, 0.17)),
        tail.moved((0, 0.12, -0.12)), both_sides(rod((0.03, 0, 0.02), (0.03, 0.08, 0.02), 0.01, "#3a3a3a", sides=3)),
    ))  # fmt: skip
    return bird.turned(y=float(rng.uniform(-90, 90)))
