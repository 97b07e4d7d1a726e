"""What a court of law has: a judge's bench, scales, an emblem, boxes for witness and jury, rails, flags, panelling.

The emblem and the flags are no country's. Knows nothing of where it will stand. What hangs on a wall has its back at
z = 0 and faces +z.
"""

from __future__ import annotations

import numpy as np

from model.renderer.mesh import Mesh, merge
from model.renderer.pieces.furnishings import GOLD, always_lit
from model.renderer.shapes import (
    Color,
    Rng,
    ball,
    block,
    both_sides,
    drum,
    graded,
    hoop,
    plate,
    rod,
    shade,
    slab,
    spun,
    varied,
)

WOOD, LEATHER = "#7a4a2a", "#7a2f2c"


def bench(wood: Color = WOOD, leather: Color = LEATHER) -> Mesh:
    """The judge's: a high chair, its seat 0.5 m over y = 0, behind a panelled front that hides who sits there up to the
    chest; 2.5 m wide, 1.4 m deep about the middle, facing +z."""
    base = block((2.5, 0.12, 1.4), shade(wood, 0.6), bevel=0.02)
    seat = block((0.74, 0.3, 0.6), shade(wood, 0.8), (0, 0.12, 0))
    pad = block((0.68, 0.09, 0.56), leather, (0, 0.41, 0.01), 0.04, gloss=0.3)
    back = merge((
        block((0.86, 1.5, 0.1), shade(wood, 0.85), (0, 0.3, -0.36), 0.03, gloss=0.4),
        block((0.66, 1.05, 0.08), leather, (0, 0.56, -0.3), 0.03, gloss=0.3),
        *(ball(0.02, GOLD, (x, y, -0.255), 4, gloss=0.8) for y in (0.8, 1.1, 1.4) for x in (-0.2, 0.0, 0.2)),
        slab([(-0.43, 1.78), (0.43, 1.78), (0.2, 1.9), (-0.2, 1.9)], 0.1, shade(wood, 0.85), (0, 0, -0.36)),
    ))  # fmt: skip
    return merge((base, seat, pad, back, _front(wood), *_desk_things()))


def _front(wood: Color) -> Mesh:
    """The bench itself: front, wings, a broad top."""
    panels = [
        m for x in (-0.82, 0.0, 0.82)
        for m in (block((0.7, 0.54, 0.03), shade(wood, 1.18), (x, 0.2, 0.665)),
                  block((0.52, 0.38, 0.03), shade(wood, 0.95), (x, 0.28, 0.68)))
    ]  # fmt: skip
    wings = both_sides(block((0.1, 0.76, 1.0), shade(wood, 0.95), (1.2, 0.12, 0.15)))
    top = block((2.5, 0.07, 0.4), shade(wood, 1.25), (0, 0.88, 0.52), 0.02, gloss=0.5)
    rests = both_sides(block((0.34, 0.07, 1.0), shade(wood, 1.25), (1.08, 0.88, 0.12), 0.02, gloss=0.5))
    plinth = block((2.5, 0.16, 0.06), shade(wood, 0.6), (0, 0.02, 0.68))
    return merge((block((2.4, 0.78, 0.06), wood, (0, 0.12, 0.63)), *panels, wings, top, rests, plinth))


def _desk_things() -> tuple[Mesh, ...]:
    lamp = merge((
        drum(0.08, 0.03, GOLD, (0.95, 0.95, 0.5), sides=10, gloss=0.8),
        rod((0.95, 0.97, 0.5), (0.95, 1.18, 0.5), 0.015, GOLD, sides=5),
        always_lit(block((0.34, 0.08, 0.13), "#3f8a5a", (0.95, 1.16, 0.5), 0.02), 0.35),
    ))  # fmt: skip
    books = merge(block((0.3 - 0.02 * k, 0.06, 0.22), color, (-0.95, 0.95 + 0.06 * k, 0.5), turn=8.0 * k)
                  for k, color in enumerate(("#7a2f2c", "#2f4f6a", "#8a6a3a")))  # fmt: skip
    block_ = drum(0.09, 0.04, shade(WOOD, 0.6), (0.45, 0.95, 0.55), sides=12)
    return lamp, books, block_


def scales(height: float = 1.5, metal: Color = GOLD) -> Mesh:
    """A balance on a foot."""
    arm = 0.36 * height
    post = spun([(0.16 * height, 0.0), (0.06 * height, 0.06 * height), (0.022 * height, 0.12 * height),
                 (0.02 * height, 0.9 * height), (0.0, 0.98 * height)], metal, sides=12, gloss=0.8)  # fmt: skip
    beam = merge((rod((-arm, 0.88 * height, 0), (arm, 0.88 * height, 0), 0.02 * height, metal, sides=6, gloss=0.8),
                  ball(0.045 * height, metal, (0, 0.98 * height, 0), 6, gloss=0.8)))  # fmt: skip
    chains = [rod((arm, 0.88 * height, 0), (arm + 0.16 * height * c, 0.5 * height, 0.16 * height * s), 0.008 * height,
                  metal, sides=3) for c, s in ((1, 0), (-0.5, 0.87), (-0.5, -0.87))]  # fmt: skip
    pan = spun([(0.05 * height, 0.45 * height), (0.15 * height, 0.48 * height), (0.18 * height, 0.51 * height),
                (0.0, 0.475 * height)], metal, (arm, 0, 0), 12, gloss=0.8)  # fmt: skip
    return merge((post, beam, both_sides(merge((*chains, pan)))))


def emblem(radius: float = 0.62, metal: Color = GOLD) -> Mesh:
    """Scales in relief on a shield within rings, about y = 0."""
    disc = drum(radius, 0.05, "#3a2a22", sides=28, gloss=0.5).turned(x=90)
    rings = [hoop(radius * r, 0.035, metal, sides=28, gloss=0.8).turned(x=90).moved((0, 0, 0.05)) for r in (1.0, 0.82)]
    rays = [block((0.035, radius * 0.12, 0.03), metal, (0, radius * 0.85, 0.05)).turned(z=15.0 * k) for k in range(24)]
    inner = scales(radius * 1.15, metal).scaled((1.0, 1.0, 0.25)).moved((0, -radius * 0.56, 0.07))
    return merge((disc, *rings, *rays, inner))


def panelling(width: float, height: float, color: Color = WOOD) -> Mesh:
    """Wood from the floor up: pilasters, raised panels in two rows, a cornice."""
    bays = max(1, round(width / 1.15))
    each = width / bays
    parts = [graded(plate((width, height), color, (0, 0, 0.01), gloss=0.3), 0.82, 1.03)]
    low = 0.36 * height
    for k in range(bays):
        x = each * (k + 0.5) - width / 2
        for y, tall in ((0.22, low - 0.3), (low + 0.06, height - low - 0.42)):
            raised = block((each - 0.42, tall - 0.12, 0.03), shade(color, 1.14), (x, y + 0.06, 0.025), gloss=0.35)
            parts += [block((each - 0.3, tall, 0.03), shade(color, 0.8), (x, y, 0.015)), raised]
    parts += [block((0.15, height - 0.1, 0.07), shade(color, 0.92), (each * k - width / 2, 0, 0.02), gloss=0.35)
              for k in range(bays + 1)]  # fmt: skip
    parts += [block((width, 0.16, 0.1), shade(color, 0.66), (0, 0, 0.03)),
              block((width, 0.09, 0.09), color, (0, low - 0.05, 0.03)),
              block((width, 0.2, 0.16), shade(color, 0.86), (0, height - 0.2, 0.05), gloss=0.4)]  # fmt: skip
    return merge(parts)


def balustrade(length: float, color: Color = WOOD, height: float = 0.92) -> Mesh:
    """A rail on turned posts along x."""
    count = max(2, round(length / 0.34))
    turned = [(0.035, 0.1), (0.06, 0.26), (0.03, 0.46), (0.055, 0.66), (0.035, height - 0.1)]
    post = spun(turned, color, sides=7, gloss=0.4)
    posts = [post.moved((float(x), 0, 0)) for x in np.linspace(-length / 2 + 0.2, length / 2 - 0.2, count)]
    ends = both_sides(block((0.16, height + 0.06, 0.16), shade(color, 0.9), (length / 2, 0, 0)))
    return merge((*posts, ends, block((length, 0.09, 0.15), shade(color, 1.15), (0, height - 0.1, 0), gloss=0.5),
                  block((length, 0.1, 0.12), shade(color, 0.8))))  # fmt: skip


def box(width: float, deep: float, color: Color = WOOD, height: float = 0.95) -> Mesh:
    """Panelled on three sides, open at the back: for a witness or a jury; its back at z = 0, its front at +z."""
    n = max(1, round(width / 0.8))
    each = width / n
    panel = block((each - 0.16, height - 0.3, 0.03), shade(color, 1.16), (-width / 2, 0.14, deep + 0.03))
    panels = [panel.moved((each * (k + 0.5), 0, 0)) for k in range(n)]
    cap = block((0.14, 0.07, deep + 0.1), shade(color, 1.2), (width / 2, height - 0.06, deep / 2))
    sides = both_sides(merge((block((0.08, height - 0.04, deep), color, (width / 2, 0, deep / 2)), cap)))
    rail = block((width + 0.14, 0.07, 0.18), shade(color, 1.2), (0, height - 0.06, deep), gloss=0.5)
    return merge((block((width, height - 0.04, 0.08), color, (0, 0, deep)), *panels, sides, rail))


def chair(color: Color = LEATHER) -> Mesh:
    """A leather chair on legs, its back at z = 0, facing +z."""
    legs = [rod((x, 0, z), (x, 0.42, z), 0.03, shade(WOOD, 0.6), sides=5) for x in (-0.22, 0.22) for z in (0.06, 0.46)]
    arms = [block((0.06, 0.05, 0.42), shade(WOOD, 0.8), (s * 0.27, 0.64, 0.26)) for s in (-1, 1)]
    return merge((*legs, *arms, block((0.54, 0.12, 0.5), color, (0, 0.4, 0.26), 0.03),
                  block((0.54, 0.56, 0.1), color, (0, 0.5, 0.04), 0.03)))  # fmt: skip


def jury(color: Color = WOOD, count: int = 5) -> Mesh:
    """Two rows of chairs, the second higher, behind a panelled front; its back at z = 0, facing +z."""
    width = 0.72 * count
    places = [(0.72 * (k - (count - 1) / 2), y, z) for z, y in ((0.1, 0.3), (0.95, 0.02)) for k in range(count)]
    rows = [chair().moved(place) for place in places]
    step = block((width, 0.3, 0.86), shade(color, 0.7), (0, 0, 0.43))
    return merge((*rows, step, box(width + 0.2, 1.75, color)))


def counsel_table(rng: Rng, color: Color = WOOD) -> Mesh:
    """A long table with files, a lamp, a jug of water, two chairs behind it; who sits there looks to +z."""
    width = 2.2
    parts = [
        block((width, 0.07, 0.8), shade(color, 1.2), (0, 0.72, 0), 0.02, gloss=0.5),
        block((width - 0.2, 0.56, 0.05), color, (0, 0.14, 0.3)),
        *(block((0.1, 0.72, 0.7), shade(color, 0.9), (s * (width / 2 - 0.1), 0, 0)) for s in (-1, 1)),
        *(chair().moved((x, 0, -0.95)) for x in (-0.5, 0.5)),
        drum(0.06, 0.2, "#a9cfd8", (0.85, 0.79, 0.1), top=0.045, sides=9, gloss=0.9),
    ]
    for _ in range(5):
        x, z = rng.uniform((-0.9, -0.2), (0.6, 0.25)).tolist()
        tint = varied(str(rng.choice(["#f2ede0", "#d8c08a", "#8a2f2c", "#3f5f7a"])), rng)
        parts.append(block((0.26, 0.025, 0.34), tint, (x, 0.79, z), turn=float(rng.uniform(-25, 25))))
    return merge(parts)


def flag(color: Color, height: float = 2.9) -> Mesh:
    """A plain flag with a gold fringe, at rest on its pole: no country's."""
    pole = merge((rod((0, 0, 0), (0, height, 0), 0.03, "#a8824a", sides=7, gloss=0.6),
                  drum(0.2, 0.08, "#4a3422", sides=12),
                  spun([(0.0, 0.0), (0.06, 0.08), (0.0, 0.22)], GOLD, (0, height, 0), 8, gloss=0.8)))  # fmt: skip
    folds = [slab([(0.02 + 0.13 * k, height - 1.62 + 0.16 * k), (0.15 + 0.13 * k, height - 1.54 + 0.16 * k),
                   (0.15 + 0.13 * k, height - 0.16 - 0.3 * k), (0.02 + 0.13 * k, height - 0.1 - 0.26 * k)], 0.05,
                  shade(color, 0.85 + 0.16 * (k % 2)), (0, 0, 0.03 if k % 2 else -0.02)) for k in range(3)]  # fmt: skip
    fringe = rod((0.02, height - 1.62, 0.02), (0.42, height - 1.24, 0.02), 0.025, GOLD, sides=4)
    return merge((pole, *folds, fringe))


def globe_lamp(drop: float = 0.9) -> Mesh:
    """A ball of milk glass under a brass rose; hangs from y = 0."""
    return merge((rod((0, 0, 0), (0, -drop, 0), 0.02, "#a8824a", sides=5),
                  drum(0.14, 0.06, "#a8824a", (0, -0.06, 0), sides=10),
                  drum(0.1, 0.08, "#a8824a", (0, -drop, 0), sides=10, gloss=0.7),
                  always_lit(ball(0.24, "#fff0d0", (0, -drop - 0.22, 0), 7), 0.8)))  # fmt: skip


