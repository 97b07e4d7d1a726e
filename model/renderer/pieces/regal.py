"""What stands about a throne: canopies, gilded columns, braziers, lions, a rose window, halberds.

Knows nothing of rooms. What hangs has its back at z = 0 and faces +z.
"""

from __future__ import annotations

import itertools
import math

import numpy as np

from model.renderer.mesh import Mesh, merge
from model.renderer.pieces.furnishings import always_lit, flame, stage_curtain
from model.renderer.scenery import SCREEN
from model.renderer.shapes import (
    Color,
    ball,
    block,
    both_sides,
    drum,
    graded,
    plate,
    rod,
    shade,
    slab,
    spun,
    tile,
)

GOLD, MARBLE = "#d8ab48", "#d9cfc0"
_GLASS = ("#c23b48", "#3f6fc9", "#e8b83c", "#3f9a78", "#8a5ac0")


def canopy(color: Color, height: float = 5.2, width: float = 3.6) -> Mesh:
    """A crowned baldachin against a wall with drapes drawn aside and a cloth of honour between them."""
    honour = plate((width * 0.62, height - 0.9), shade(color, 0.72), (0, 0, 0.03))
    diapers = [
        block((0.2, 0.2, 0.02), GOLD, (0, -0.1, 0)).turned(z=45).moved((x, y, 0.045))
        for row, y in enumerate(np.arange(0.9, height - 1.2, 0.62))
        for x in (np.arange(3) - 1 + 0.5 * (row % 2)) * 0.66
        if abs(x) < width * 0.28
    ]
    drapes = both_sides(stage_curtain(0.9, height - 0.4, color).moved((width * 0.4, 0, 0.02)))
    ties = both_sides(block((0.86, 0.12, 0.3), GOLD, (width * 0.4, 1.5, 0.06), 0.03, gloss=0.6))
    curve = [(width * r, y) for r, y in ((0.52, 0.0), (0.5, 0.3), (0.34, 0.7), (0.12, 0.95), (0.0, 1.0))]
    roof = spun(curve, color, sides=18)
    rim = spun([(width * 0.53, -0.06), (width * 0.55, 0.1), (width * 0.53, 0.2)], GOLD, sides=18, gloss=0.7)
    flap = slab([(-0.14, 0), (0, -0.3), (0.14, 0)], 0.03, GOLD, (0, -0.04, width * 0.53))
    flaps = (flap, flap.painted(shade(color, 1.2)))
    fringe = [flaps[k % 2].turned(y=float(a)) for k, a in enumerate(np.linspace(-90, 90, 19))]
    # Half of the dome is within the wall.
    dome = merge((roof, rim, *fringe)).scaled((1, 1, 0.62)).moved((0, height - 0.5, 0))
    crown = _finial_crown().moved((0, height + 0.48, 0.1))
    return merge((honour, *diapers, drapes, ties, dome, crown))


def _finial_crown() -> Mesh:
    point = slab([(-0.1, 0), (0.1, 0), (0, 0.34)], 0.04, GOLD, (0, 0.14, 0.27), gloss=0.8)
    spike = merge((point, ball(0.045, "#f2ece0", (0, 0.5, 0.27), 4, gloss=0.9)))
    band = drum(0.28, 0.16, GOLD, top=0.3, sides=16, gloss=0.8)
    ruby = ball(0.1, "#b02a3a", (0, 0.12, 0.26), 5, gloss=0.9)
    return merge((band, ruby, *(spike.turned(y=45 * k) for k in range(8))))


def gilded_column(height: float, radius: float = 0.4, color: Color = MARBLE) -> Mesh:
    """A fluted shaft with gilded foot and leafy capital."""
    flute = rod((0, 0.62, radius * 0.96), (0, height - 0.95, radius * 0.87), 0.055, shade(color, 0.9), sides=4)
    leaf = ball((0.13, 0.26, 0.08), GOLD, (0, height - 0.72, radius * 1.06), 4, gloss=0.7)
    foot = [(1.4, 0.2), (1.42, 0.36), (1.1, 0.46), (1.16, 0.56), (1.0, 0.62)]
    head = [(0.95, height - 0.95), (1.1, height - 0.6), (1.45, height - 0.34)]
    return merge(
        (
            block((radius * 3, 0.2, radius * 3), shade(color, 0.7)),
            spun([(radius * r, y) for r, y in foot], GOLD, sides=16, gloss=0.7),
            graded(drum(radius, height - 1.4, color, (0, 0.5, 0), top=radius * 0.9, sides=24, gloss=0.4), 0.8, 1.02),
            *(flute.turned(y=30 * k) for k in range(12)),
            *(leaf.moved((0, 0.14 * (k % 2), 0)).turned(y=45 * k) for k in range(8)),
            spun([(radius * r, y) for r, y in head], shade(GOLD, 0.8), sides=14),
            block((radius * 3.2, 0.34, radius * 3.2), color, (0, height - 0.34, 0)),
        )
    )


def brazier(height: float = 1.35) -> Mesh:
    """A bowl of fire on three lion's legs."""
    upper = rod((0, height - 0.12, 0.22), (0, 0.5, 0.16), 0.045, GOLD, 0.035, 6)
    lower = rod((0, 0.5, 0.16), (0, 0.06, 0.34), 0.035, GOLD, 0.05, 6)
    leg = merge((upper, lower, ball((0.08, 0.06, 0.1), GOLD, (0, 0.06, 0.36), 5)))
    profile = [(0.1, -0.22), (0.36, -0.1), (0.46, 0.12), (0.5, 0.14), (0.44, 0.14), (0.3, 0.0), (0.0, -0.04)]
    bowl = merge((spun(profile, GOLD, sides=16, gloss=0.7), drum(0.14, 0.12, "#5a4630", (0, -0.3, 0))))
    coal = ball(0.11, "#ff6a1c", (0, 0.06, 0.22), 4, glow=0.8)
    tongues = ((0.72, 0.0, 0.0), (0.5, 0.16, 0.08), (0.46, -0.15, 0.05), (0.42, 0.02, -0.17))
    fire = [flame(tall, "#ff8a2c", (x, 0.05, z)) for tall, x, z in tongues]
    fire += [coal.turned(y=60 * k) for k in range(6)]
    top = merge((bowl, merge(fire).of_part(SCREEN))).moved((0, height, 0))
    return merge((top, *(leg.turned(y=120 * k) for k in range(3))))


def golden_lion() -> Mesh:
    """Seated on a plinth, facing +z."""
    gold, dark = GOLD, shade(GOLD, 0.72)
    legs = both_sides(
        merge(
            (
                rod((0.17, 0.0, 0.36), (0.18, 0.62, 0.28), 0.1, gold, 0.12, 8, gloss=0.7),
                ball((0.12, 0.08, 0.17), gold, (0.17, 0.07, 0.42), 6, gloss=0.7),
                ball((0.17, 0.26, 0.3), gold, (0.25, 0.24, -0.18), 7, gloss=0.7),
                ball((0.1, 0.08, 0.16), gold, (0.3, 0.07, 0.06), 6, gloss=0.7),
                ball(0.08, gold, (0.2, 1.32, 0.2), 5, gloss=0.7),
                ball(0.035, "#2a1c14", (0.09, 1.19, 0.47), 4, gloss=0.9),
            )
        )
    )
    mane = [
        ball(0.15, dark, (0.31 * math.cos(a), 1.1 + 0.3 * math.sin(a), 0.2), 5, gloss=0.6)
        for a in np.arange(11) * math.tau / 11
    ]
    body = merge(
        (
            ball((0.27, 0.5, 0.34), gold, (0, 0.52, 0.0), 8, gloss=0.7),
            ball((0.28, 0.36, 0.24), dark, (0, 0.82, 0.18), 7, gloss=0.6),
            ball((0.25, 0.26, 0.24), gold, (0, 1.12, 0.28), 8, gloss=0.7),
            ball((0.14, 0.12, 0.14), gold, (0, 1.03, 0.47), 6, gloss=0.7),
            ball((0.06, 0.045, 0.04), "#5a3a20", (0, 1.09, 0.6), 5),
        )
    )
    plinth = merge((block((1.0, 0.14, 1.2), shade(MARBLE, 0.8)), block((0.86, 0.62, 1.06), MARBLE, (0, 0.14, 0)),
                    block((0.96, 0.12, 1.16), GOLD, (0, 0.76, 0), gloss=0.6)))  # fmt: skip
    return merge((plinth, merge((body, legs, *mane)).moved((0, 0.88, -0.05))))


def rose_window(radius: float = 1.25) -> Mesh:
    """A round window of coloured glass, its middle at the origin."""
    petals = []
    for ring, (inner, outer, count) in enumerate(((0.18, 0.52, 8), (0.56, 0.92, 16))):
        for k in range(count):
            a0, a1 = (math.tau * (k + t) / count for t in (0.06, 0.94))
            corners = ((inner, a0), (outer, a0), (outer, a1), (inner, a1))
            shape = [(r * radius * math.cos(a), r * radius * math.sin(a)) for r, a in corners]
            petals.append(always_lit(slab(shape, 0.02, _GLASS[(k + 2 * ring) % 5], (0, 0, 0.04), gloss=0.8), 0.6))
    eye = always_lit(drum(radius * 0.15, 0.02, "#f2dc9a", sides=14).turned(x=90).moved((0, 0, 0.04)), 0.6)
    rim = [(radius * 1.02 * math.cos(a), radius * 1.02 * math.sin(a)) for a in np.linspace(0, math.tau, 25)]
    frame = [rod((*a, 0.04), (*b, 0.04), 0.11, MARBLE, sides=5) for a, b in itertools.pairwise(rim)]
    return merge((drum(radius, 0.02, "#2a2630", sides=24).turned(x=90).moved((0, 0, 0.01)), *petals, eye, *frame))


def halberd_rack() -> Mesh:
    """Four upright halberds before a board."""
    axe = slab([(0.0, 2.15), (0.22, 2.05), (0.26, 2.3), (0.22, 2.52), (0.0, 2.42)], 0.025, "#b9c2cc", gloss=0.9)
    spike = slab([(-0.05, 2.4), (0.05, 2.4), (0, 2.85)], 0.03, "#b9c2cc", gloss=0.9)
    halberd = merge((axe, spike, rod((0, 0.08, 0), (0, 2.45, 0), 0.028, "#6b4a30", sides=6)))
    arms = [halberd.moved((x, 0, 0.14)) for x in (-0.45, -0.15, 0.15, 0.45)]
    rails = [block((1.3, 0.12, 0.12), "#5a3a28", (0, y, 0.1)) for y in (0.55, 1.6)]
    return merge((*arms, *rails, block((1.4, 0.1, 0.34), "#5a3a28", (0, 0, 0.17))))


def star_floor(radius: float, first: Color, second: Color) -> Mesh:
    """A star of stones let into the floor, flush with it."""
    rays = []
    for k in range(16):
        a, long = math.tau * k / 16, radius * (1.0 if k % 2 == 0 else 0.66)
        tip = (long * math.sin(a), long * math.cos(a))
        for s, color in ((-1, first), (1, second)):
            b = a + s * math.tau / 32
            foot = (0.3 * radius * math.sin(b), 0.3 * radius * math.cos(b))
            ray = slab(_counter_clockwise([(0.0, 0.0), tip, foot]), 0.002, color, gloss=0.6).turned(x=-90)
            rays.append(ray.moved((0, 0.009 + 0.004 * (k % 2), 0)))
    rim, disc = drum(radius * 1.06, 0.002, first, sides=32), drum(radius, 0.006, shade(second, 0.9), sides=32)
    return merge((rim, disc, *rays))


def _counter_clockwise(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    (ax, ay), (bx, by), (cx, cy) = points
    return points if (bx - ax) * (cy - ay) - (by - ay) * (cx - ax) > 0 else points[::-1]


def carpet(width: float, length: float, color: Color) -> Mesh:
    """A runner with gilded borders, along z."""
    return merge(
        (
            tile((width, length), color, (0, 0.003, 0)),
            *(tile((0.1, length), GOLD, (s * (width / 2 - 0.12), 0.005, 0)) for s in (-1, 1)),
            *(tile((0.04, length), GOLD, (s * (width / 2 - 0.26), 0.005, 0)) for s in (-1, 1)),
        )
    )
