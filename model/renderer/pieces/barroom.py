"""What a bar has: bottles on shelves that shine from behind, a counter with taps, stools, booths, lamps of coloured
glass, neon, loudspeakers, a screen to sing from.

Knows nothing of rooms. What stands at a wall has its back at z = 0 and faces +z.
"""

from __future__ import annotations

import math

import numpy as np

from model.renderer.mesh import Mesh, merge
from model.renderer.pieces.furnishings import always_lit
from model.renderer.scenery import SCREEN
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
    pipe,
    plate,
    rod,
    shade,
    slab,
    spun,
    varied,
)

WOOD, BRASS, STEEL = "#5a3626", "#c09648", "#a8b0b8"
_AMBER = "#ffb45a"
_LIQUORS = ("#8a4a1c", "#b5742a", "#3f6a3a", "#d9c9a0", "#7a2430", "#c9d6d4", "#2f5a7a", "#e0a838")
# radius and height of their outlines, m
_BOTTLES = (
    [(0.045, 0.0), (0.045, 0.2), (0.017, 0.27), (0.017, 0.36), (0.0, 0.36)],
    [(0.055, 0.0), (0.058, 0.17), (0.02, 0.21), (0.02, 0.3), (0.0, 0.3)],
    [(0.036, 0.0), (0.04, 0.24), (0.015, 0.32), (0.017, 0.42), (0.0, 0.42)],
)
_LETTERS = {
    "A": ([(-0.3, 0.0), (0.0, 1.0), (0.3, 0.0)], [(-0.19, 0.36), (0.19, 0.36)]),
    "B": ([(-0.26, 0.0), (-0.26, 1.0), (0.14, 1.0), (0.26, 0.78), (0.14, 0.54), (-0.26, 0.54)],
          [(0.14, 0.54), (0.3, 0.28), (0.14, 0.0), (-0.26, 0.0)]),
    "R": ([(-0.26, 0.0), (-0.26, 1.0), (0.16, 1.0), (0.28, 0.76), (0.16, 0.5), (-0.26, 0.5)],
          [(0.02, 0.5), (0.3, 0.0)]),
}  # fmt: skip


def bottle(rng: Rng) -> Mesh:
    """Of one shape or another, with a label, some light in it."""
    shape, tint = _BOTTLES[int(rng.integers(len(_BOTTLES)))], varied(str(rng.choice(_LIQUORS)), rng, 0.08)
    label = drum(shape[1][0] + 0.003, 0.08, "#efe4c8", (0, 0.06, 0), sides=6)
    return always_lit(merge((spun(shape, tint, sides=6, gloss=0.7), label)), 0.22).scaled(1.2)


def back_bar(rng: Rng, width: float, wood: Color = WOOD, shelves: int = 3) -> Mesh:
    """Bottles in rows before panels of amber light over a cupboard, posts between the bays."""
    bays = max(1, round(width / 2.4))
    each, low, gap = width / bays, 1.02, 0.62
    high = low + gap * shelves
    parts = [block((width, low - 0.06, 0.5), shade(wood, 0.8), (0, 0, 0.25)),
             block((width + 0.1, 0.06, 0.56), shade(wood, 1.5), (0, low - 0.06, 0.28), gloss=0.4),
             block((width + 0.1, 0.2, 0.44), wood, (0, high + 0.02, 0.22))]  # fmt: skip
    for bay in range(bays + 1):
        parts.append(block((0.14, high - low, 0.4), wood, (each * bay - width / 2, low, 0.2), gloss=0.3))
    for bay in range(bays):
        x0 = each * (bay + 0.5) - width / 2
        glow = plate((each - 0.14, high - low), mixed(_AMBER, "#6a3414", 0.6), (x0, low, 0.03))
        parts += [glow.of_part(SCREEN),
                  block((each - 0.5, 0.6, 0.02), shade(wood, 1.15), (x0, 0.2, 0.51))]  # fmt: skip
        for row in range(shelves):
            y = low + gap * row
            if row:
                parts.append(block((each - 0.14, 0.035, 0.3), shade(wood, 1.3), (x0, y - 0.035, 0.19)))
            places = np.arange(x0 - each / 2 + 0.2, x0 + each / 2 - 0.12, 0.2)
            parts += [bottle(rng).moved((float(x), y, 0.2 + float(rng.uniform(-0.05, 0.06))))
                      for x in places if rng.random() < 0.9]  # fmt: skip
    return merge(parts)


def counter(rng: Rng, width: float, wood: Color = WOOD, top: Color = "#2f2420") -> Mesh:
    """Panelled, a rail for feet before it, taps and glasses on it; its front at +z, 0.7 m deep about z = 0."""
    n = round(width / 1.0)
    each = width / n
    panels = [block((each - 0.16, 0.7, 0.04), shade(wood, 1.2), (each * (k + 0.5) - width / 2, 0.18, 0.31), gloss=0.3)
              for k in range(n)]  # fmt: skip
    inner = [block((each - 0.36, 0.5, 0.03), wood, (each * (k + 0.5) - width / 2, 0.28, 0.33), gloss=0.3)
             for k in range(n)]  # fmt: skip
    rail = rod((-width / 2 + 0.1, 0.2, 0.5), (width / 2 - 0.1, 0.2, 0.5), 0.03, BRASS, sides=6, gloss=0.6)
    stays = [rod((float(x), 0.2, 0.34), (float(x), 0.2, 0.5), 0.018, BRASS, sides=4)
             for x in np.linspace(-width / 2 + 0.4, width / 2 - 0.4, n // 2 + 1)]  # fmt: skip
    glasses = [tumbler(rng).moved((float(x), 1.12, float(rng.uniform(-0.1, 0.2))))
               for x in rng.uniform(-width * 0.46, width * 0.46, n)]  # fmt: skip
    line = plate((width - 0.06, 0.035), _AMBER, (0, 0.955, 0.335)).of_part(SCREEN)
    return merge((
        block((width, 1.04, 0.6), shade(wood, 0.85)), *panels, *inner, rail, *stays, line, *glasses,
        block((width, 0.12, 0.05), shade(wood, 0.6), (0, 0, 0.31)),
        block((width + 0.08, 0.08, 0.78), top, (0, 1.04, 0.02), 0.02, gloss=0.45),
        taps().moved((width * 0.22, 1.12, -0.05)),
    ))  # fmt: skip


def taps() -> Mesh:
    """Three beer taps on a chromed arm."""
    arm = merge((drum(0.07, 0.3, STEEL, (-0.3, 0, 0), sides=9, gloss=0.6), drum(0.07, 0.3, STEEL, (0.3, 0, 0), sides=9),
                 rod((-0.44, 0.32, 0), (0.44, 0.32, 0), 0.075, STEEL, sides=9, gloss=0.6)))  # fmt: skip
    spouts = [merge((rod((x, 0.3, 0.02), (x, 0.2, 0.16), 0.022, STEEL, sides=5),
                     rod((x, 0.36, 0.08), (x, 0.58, 0.1), 0.03, color, 0.04, 6)))
              for x, color in ((-0.24, "#a8322c"), (0.0, "#2a2624"), (0.24, "#2f6a4a"))]  # fmt: skip
    return merge((arm, *spouts))


def tumbler(rng: Rng) -> Mesh:
    """A glass of whisky, beer or something red."""
    tint, tall = (("#c9842c", 0.1), ("#e0b048", 0.18), ("#a8304a", 0.16))[int(rng.integers(3))]
    head = drum(0.053, 0.035, "#f7efdc" if tall > 0.17 else "#dfe8ea", (0, tall, 0), sides=8)
    return merge((drum(0.045, tall, tint, top=0.052, sides=8, gloss=0.6), head))


def stool(leather: Color) -> Mesh:
    """Round, on a chromed column with a ring for feet."""
    column = spun([(0.2, 0.0), (0.19, 0.03), (0.03, 0.06), (0.03, 0.7)], STEEL, sides=12, gloss=0.6)
    seat = spun([(0.17, 0.68), (0.2, 0.71), (0.2, 0.77), (0.15, 0.8), (0.0, 0.8)], leather, sides=14, gloss=0.35)
    spokes = [rod((0, 0.26, 0), (0.16 * math.sin(a), 0.26, 0.16 * math.cos(a)), 0.012, STEEL, sides=3)
              for a in (0.0, math.tau / 3, 2 * math.tau / 3)]  # fmt: skip
    ring = hoop(0.16, 0.014, STEEL, (0, 0.26, 0), 12)
    return merge((column, seat, ring, *spokes))


def booth(rng: Rng, leather: Color, width: float = 2.0, wood: Color = WOOD) -> Mesh:
    """Two padded benches face each other over a table between high backs; along x, its back at z = 0."""
    deep = 1.25

    def bench() -> Mesh:
        rolls = [rod((0.0, y, 0.06), (0.0, y, deep), 0.11, shade(leather, t), sides=8, gloss=0.3)
                 for y, t in ((0.66, 0.95), (0.86, 1.05), (1.06, 1.1))]  # fmt: skip
        return merge((block((0.14, 1.22, deep), wood, (0.14, 0, deep / 2), 0.02), *rolls,
                      block((0.5, 0.34, deep), shade(wood, 0.8), (-0.16, 0, deep / 2)),
                      block((0.54, 0.13, deep), leather, (-0.17, 0.34, deep / 2), 0.04, gloss=0.3)))  # fmt: skip

    sides = both_sides(bench().moved((width / 2 - 0.14, 0, 0)))
    table = merge((block((0.66, 0.05, 1.0), shade(wood, 1.5), (0, 0.72, 0.6), 0.015, gloss=0.4),
                   rod((0, 0, 0.66), (0, 0.72, 0.66), 0.05, "#2a2624", sides=7),
                   drum(0.24, 0.03, "#2a2624", (0, 0, 0.66), sides=10)))  # fmt: skip
    things = [tumbler(rng).moved((float(x), 0.77, float(z))) for x, z in ((-0.2, 0.5), (0.18, 0.8))]
    candle = always_lit(drum(0.045, 0.09, "#ffb85a", (0, 0.77, 0.36), sides=8), 0.8)
    return merge((sides, table, *things, candle, bottle(rng).moved((0.02, 0.77, 0.62))))


def globe_pendant(height: float, ceiling: float, color: Color) -> Mesh:
    """A ball of coloured glass on a cord, its middle at `height`."""
    return merge((always_lit(ball(0.17, color, (0, height, 0), 7), 0.5),
                  drum(0.07, 0.09, BRASS, (0, height + 0.14, 0), sides=9),
                  rod((0, height + 0.2, 0), (0, ceiling, 0), 0.012, "#22201f", sides=3)))  # fmt: skip


def _tube(points: list[tuple[float, float]], color: Color, thick: float = 0.035) -> Mesh:
    return pipe([(x, y, 0.12) for x, y in points], thick, color, 5).of_part(SCREEN)


def neon_word(text: str, size: float, color: Color) -> Mesh:
    """Letters bent of glass tube on a board, its foot at y = 0. Raises KeyError for letters it does not know."""
    tubes = [_tube([(size * (x + 0.84 * (k - (len(text) - 1) / 2)), size * y + 0.16) for x, y in line], color)
             for k, letter in enumerate(text) for line in _LETTERS[letter]]  # fmt: skip
    return merge((*tubes, block((0.84 * size * len(text) + 0.3, size + 0.32, 0.06), "#1d1a20", (0, 0, 0.04), 0.02)))


def neon_cocktail(first: Color, second: Color) -> Mesh:
    """A glass with an olive on a stick, of neon; its foot at y = 0."""
    glass = [(-0.22, 0.0), (0.22, 0.0)], [(0.0, 0.0), (0.0, 0.5), (-0.42, 1.0), (0.42, 1.0), (0.0, 0.5)]
    olive = [(0.06 + x, 0.84 + y) for x, y in arc(0.1, 0, 360, 9)]
    return merge((*(_tube(line, first) for line in glass), _tube([(-0.05, 0.68), (0.34, 1.26)], second, 0.025),
                  _tube(olive, second)))  # fmt: skip


def singing_screen(rng: Rng, width: float = 2.6) -> Mesh:
    """A great screen with a sunset, hills and a line to sing; it shines at any hour."""
    tall = width * 0.56
    lit = [plate((width, tall), "#4a3a7a", (0, 0, 0.06)), plate((width, tall * 0.62), "#8a4a7a", (0, 0, 0.063)),
           plate((width, tall * 0.44), "#d9785a", (0, 0, 0.066))]  # fmt: skip
    lit.append(drum(0.3, 0.004, "#ffd08a", sides=20).turned(x=90).moved((width * 0.16, tall * 0.46, 0.069)))
    x = -width / 2
    while x < width / 2 - 0.2:
        wide = min(float(rng.uniform(0.5, 0.9)), width / 2 - x)
        peak = float(rng.uniform(0.3, 0.46)) * tall
        lit.append(slab([(x, 0), (x + wide, 0), (x + wide, 0.2 * tall), (x + wide / 2, peak), (x, 0.2 * tall)], 0.004,
                        "#2c2450", (0, 0, 0.078)))  # fmt: skip
        x += wide
    lit += [plate((0.15, 0.12), "#ffe27a" if k < 4 else "#f4f2fa", (-0.66 + 0.22 * k, 0.1, 0.084)) for k in range(7)]
    frame = block((width + 0.12, tall + 0.12, 0.06), "#16151a", (0, -0.06, 0.025), 0.02)
    return merge((frame, *(m.of_part(SCREEN) for m in lit)))


def loudspeaker(height: float = 1.5) -> Mesh:
    cones = [drum(r * share, 0.03, tint, sides=14).turned(x=90).moved((0, y * height, 0.42 + out))
             for y, r in ((0.2, 0.19), (0.5, 0.19), (0.79, 0.09))
             for share, tint, out in ((1.0, "#3a3a42", 0.0), (0.4, "#5a5a64", 0.02))]  # fmt: skip
    return merge((block((0.56, height, 0.42), "#1c1b20", (0, 0, 0.21), 0.02), *cones))


def microphone_stand() -> Mesh:
    return merge((drum(0.17, 0.03, "#22212a", sides=12), rod((0, 0, 0), (0, 1.3, 0), 0.016, STEEL, sides=5),
                  rod((0, 1.3, 0), (0, 1.42, 0.1), 0.025, "#22212a", sides=6),
                  ball(0.05, STEEL, (0, 1.46, 0.13), 5)))  # fmt: skip


def brick_pier(rng: Rng, height: float, color: Color, width: float = 0.9) -> Mesh:
    """A square pillar with some bricks standing out of it, about z = 0."""
    bricks = []
    for _ in range(round(height * 7)):
        x, y = float(rng.uniform(-width / 2 + 0.16, width / 2 - 0.16)), 0.16 * int(rng.integers(1, int(height / 0.16)))
        bricks.append(block((0.28, 0.12, 0.02), varied(color, rng, 0.16), (x, y, width / 2), gloss=0.05))
    return merge((graded(block((width, height, width), color, gloss=0.05), 0.8, 1.02), *bricks))
