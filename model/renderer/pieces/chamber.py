"""What stands in a lady's chamber of old China: a moon door, a dressing table, a folding screen, a zither, candles.

Knows nothing of where it will stand. What hangs or stands on a wall faces +z with the wall at z = 0.
"""

from __future__ import annotations

import numpy as np

from model.renderer.mesh import Mesh, merge
from model.renderer.pieces import furnishings as f
from model.renderer.pieces import inn
from model.renderer.shapes import Color, Rng, ball, block, drum, hoop, plate, rod, shade, slab, spun, varied

LACQUER, _BRASS = "#6e241d", "#b08a44"


def moon_door(height: float = 3.0) -> Mesh:
    """A lattice partition round a circle through which paper windows and a branch of blossom are seen."""
    radius = 0.42 * height
    turns = np.radians(np.arange(0.0, 360.0, 15.0))
    disc = slab([(radius * np.cos(a), radius * np.sin(a)) for a in turns], 0.02, "#f0dcb0").moved((0, height / 2, 0.07))
    ring = hoop(radius, 0.09, LACQUER, gloss=0.5).turned(x=90).moved((0, height / 2, 0.1))
    bough = [
        ((-0.9, -0.7), (-0.2, -0.1)),
        ((-0.2, -0.1), (0.35, 0.3)),
        ((-0.2, -0.1), (-0.1, 0.5)),
        ((0.35, 0.3), (0.8, 0.35)),
    ]
    ends = [[(radius * x, height / 2 + radius * y, 0.1) for x, y in pair] for pair in bough]
    branch = [rod(a, b, 0.03, "#4a3630", 0.018, 5) for a, b in ends]
    spots = ((-0.2, -0.1), (0.1, 0.12), (0.35, 0.3), (-0.12, 0.3), (-0.1, 0.5), (0.6, 0.33), (0.8, 0.35), (-0.5, -0.4))
    blossom = [ball((0.07, 0.07, 0.03), "#e58aa2", (radius * x, height / 2 + radius * y, 0.12), 4) for x, y in spots]
    side = inn.paper_window(1.0, height - 0.5, LACQUER, gilded=False)
    sides = [side.moved((s * (radius + 0.72), 0.2, 0.0)) for s in (-1, 1)]
    return merge((f.always_lit(disc, 0.3), ring, *branch, *blossom, *sides))


def dressing_table(rng: Rng) -> Mesh:
    """Drawers, a round bronze mirror on a stand, boxes of powder and a stool."""
    wood = varied(LACQUER, rng, 0.05)
    legs = [block((0.08, 0.54, 0.08), wood, (x, 0, z)) for x in (-0.55, 0.55) for z in (0.12, 0.48)]
    knobs = [ball(0.025, _BRASS, (x, 0.64, 0.54), 4, gloss=0.8) for x in (-0.3, 0.3)]
    top = block((1.3, 0.08, 0.5), shade(wood, 1.2), (0, 0.74, 0.3), gloss=0.5)
    body = merge((top, block((1.2, 0.2, 0.46), wood, (0, 0.54, 0.3)), *legs, *knobs))
    mirror = (
        merge((drum(0.3, 0.03, "#d8b878", sides=18, gloss=0.95), hoop(0.3, 0.03, _BRASS, gloss=0.8)))
        .turned(x=82)
        .moved((0, 1.2, 0.24))
    )
    boxes = [
        drum(0.06, 0.05, color, (x, 0.82, 0.4), sides=9, gloss=0.5)
        for x, color in ((-0.42, "#c2342c"), (0.4, "#e8e0d0"), (0.54, "#3f6f7a"))
    ]
    stool = spun([(0.2, 0.0), (0.24, 0.22), (0.19, 0.44), (0.0, 0.45)], "#3f6f8a", (0.1, 0, 0.95), 12, gloss=0.5)
    return merge((body, mirror, rod((0, 0.82, 0.26), (0, 0.95, 0.25), 0.03, _BRASS, sides=6), *boxes, stool))


def folding_screen(rng: Rng, panels: int = 4, height: float = 2.0) -> Mesh:
    """Painted silk in lacquered frames, standing in zigzag: mountains in mist."""
    parts, width = [], 0.7
    for k in range(panels):
        x, lean = (k - (panels - 1) / 2) * width * 0.93, 16.0 if k % 2 else -16.0
        frame = block((width, height, 0.05), LACQUER, gloss=0.5)
        silk = plate((width - 0.12, height - 0.34), "#e9dcc0", (0, 0.2, 0.028))
        leaf = merge((frame, silk, *(_mountain(rng).moved((0, 0.35 + 0.25 * j, 0.034 - 0.004 * j)) for j in range(2))))
        parts.append(leaf.turned(y=lean).moved((x, 0.0, 0.0)))
    return merge(parts)


def _mountain(rng: Rng) -> Mesh:
    peak = (float(rng.uniform(-0.1, 0.2)), float(rng.uniform(0.25, 0.6)))
    return slab([(-0.3, 0.0), (0.3, 0.0), peak], 0.01, varied("#7f9a94", rng, 0.1))


def zither() -> Mesh:
    """A long zither of seven strings on a low stand."""
    board = block((1.3, 0.06, 0.26), "#3a241a", (0, 0.7, 0), 0.02, gloss=0.6)
    strings = [rod((-0.6, 0.775, z), (0.6, 0.775, z), 0.004, "#d8c8a0", sides=3) for z in np.linspace(-0.09, 0.09, 7)]
    legs = [block((0.08, 0.64, 0.3), LACQUER, (s * 0.5, 0, 0)) for s in (-1, 1)]
    return merge((board, *strings, *legs, block((1.1, 0.06, 0.34), LACQUER, (0, 0.64, 0))))


def candle_stand(height: float = 1.35, wax: Color = "#c2342c") -> Mesh:
    """A tall stand with a burning candle."""
    stem = spun(
        [(0.2, 0.0), (0.05, 0.06), (0.035, height - 0.05), (0.12, height), (0.0, height)], _BRASS, sides=10, gloss=0.7
    )
    return merge((stem, drum(0.05, 0.3, wax, (0, height, 0), sides=9), f.flame(0.14, "#ffc46a", (0, height + 0.31, 0))))


def vase_on_stand(rng: Rng) -> Mesh:
    """White porcelain with blue, some twigs in it, on a tall stand."""
    stand = merge(
        (
            block((0.44, 0.06, 0.44), LACQUER, (0, 0.86, 0)),
            *(block((0.06, 0.86, 0.06), LACQUER, (x, 0, z)) for x in (-0.17, 0.17) for z in (-0.17, 0.17)),
        )
    )
    vase = spun(
        [(0.1, 0.0), (0.19, 0.2), (0.16, 0.36), (0.07, 0.46), (0.1, 0.52), (0.08, 0.52)],
        "#e8ecf0",
        (0, 0.92, 0),
        14,
        gloss=0.8,
    )
    band = spun([(0.193, 0.17), (0.196, 0.22)], "#3f5f9a", (0, 0.92, 0), 14, gloss=0.8)
    twigs = [
        rod((0, 1.4, 0), (float(x), 1.95, float(z)), 0.014, "#4a3630", 0.006, 4)
        for x, z in rng.uniform(-0.26, 0.26, (4, 2))
    ]
    buds = [
        ball(0.045, "#e58aa2", (float(x), float(y), float(z)), 4)
        for x, y, z in rng.uniform((-0.24, 1.62, -0.24), (0.24, 1.98, 0.24), (12, 3))
    ]
    return merge((stand, vase, band, *twigs, *buds))
