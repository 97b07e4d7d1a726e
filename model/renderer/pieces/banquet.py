"""What a great hall of a hotel has: crystal chandeliers, a double staircase, fluted pilasters, draped windows, tables
laid for a banquet, a tower of glasses, a grand piano.

Knows nothing of rooms. What stands at a wall has its back at z = 0 and faces +z.
"""

from __future__ import annotations

import itertools
import math

import numpy as np

from model.renderer.mesh import Mesh, Vec3, merge
from model.renderer.pieces.furnishings import always_lit, curtains, sky_window
from model.renderer.shapes import (
    Color,
    Rng,
    ball,
    block,
    both_sides,
    drum,
    graded,
    mirrored,
    mixed,
    plate,
    rod,
    shade,
    slab,
    spun,
    tile,
    varied,
)

GOLD, CRYSTAL, LINEN = "#c9a050", "#f4ead2", "#f1ede4"
_GLASS = "#dce8ea"
_STEPS, _GOING, _ROUND = 16, 0.27, 2.4  # of a flight: steps, m each is deep; half the width of the balcony between two
_DEEP = 1.9  # m from the staircase's face to its wall


def chandelier(drop: float, radius: float = 0.9, tiers: int = 2) -> Mesh:
    """Rings of bulbs hung with crystal, from a ceiling at y = 0; the lowest ring hangs at -drop."""
    parts = [rod((0, 0, 0), (0, 0.3 - drop, 0), 0.025, shade(GOLD, 0.8), sides=5),
             drum(0.2, 0.08, GOLD, (0, -0.08, 0), sides=12, gloss=0.6),
             ball((0.15, 0.2, 0.15), CRYSTAL, (0, -drop - 0.26, 0), 5, gloss=0.7)]  # fmt: skip
    for tier in range(tiers):
        r, y, n = radius * (1 - 0.42 * tier), 0.5 * tier - drop, 10 - 4 * tier
        spots = [(r * math.sin(a), r * math.cos(a)) for a in np.linspace(0, math.tau, n, endpoint=False)]
        parts += [rod((a, y, b), (c, y, d), 0.035, GOLD, sides=4, gloss=0.7)
                  for (a, b), (c, d) in itertools.pairwise([*spots, spots[0]])]  # fmt: skip
        for x, z in spots:
            parts.append(always_lit(spun([(0.035, 0), (0.062, 0.1), (0, 0.22)], "#ffe0a4", (x, y + 0.04, z), 5)))
            parts.append(spun([(0, -0.24), (0.035, -0.16), (0, -0.04)], CRYSTAL, (x, y, z), 4, gloss=0.8))
            parts.append(_string((x, y, z), (0.1 * x / r, y + 0.62, 0.1 * z / r)))
            if tier == 0:  # a bowl of strings below
                low = (0.62 * x, y - 0.17, 0.62 * z)
                parts += [_string((x, y, z), low), _string(low, (0.12 * x / r, -drop - 0.2, 0.12 * z / r))]
    return merge(parts)


def _string(a: Vec3, b: Vec3) -> Mesh:
    """Of small crystals."""
    return rod(a, b, 0.015, CRYSTAL, sides=3, gloss=0.7)


def double_staircase(wall: Color, height: float = 2.6, cloth: Color = "#8f2430") -> Mesh:
    """Two flights that come down to both sides from a balcony in the middle, each closed below, with a door under the
    balcony; the face is at z = 0, it goes 1.9 m back. As wide as 13.5 m."""
    rise = height / _STEPS
    parts = []
    for k in range(_STEPS):
        x, y = _ROUND + _GOING * (k + 0.5), height - rise * (k + 1)
        if y > 0.01:
            parts.append(block((_GOING, y, _DEEP), shade(wall, 0.97), (x, 0, -_DEEP / 2), gloss=0.1))
            parts.append(block((_GOING + 0.04, 0.05, _DEEP + 0.06), shade(wall, 1.1), (x + 0.02, y, 0.03 - _DEEP / 2)))
            parts.append(tile((_GOING, 1.1), cloth, (x, y + 0.056, -_DEEP / 2), gloss=0.02))
        parts.append(_baluster(0.74).moved((x, max(y, 0.0) + 0.04, -0.09)))
    top, foot = (_ROUND, height + 0.82, -0.09), (_ROUND + _GOING * _STEPS, 0.82, -0.09)
    parts += [rod(top, foot, 0.055, GOLD, sides=7, gloss=0.6), _newel(1.1).moved((foot[0] + 0.1, 0, -0.09))]
    parts += _flight_panels(wall, height)
    flights = both_sides(merge(parts))
    return merge((flights, _balcony(wall, height)))


def _flight_panels(wall: Color, height: float) -> list[Mesh]:
    """Mouldings on the closed side of the flight at x > 0, lower towards its foot."""
    slope, out = height / (_GOING * _STEPS), []
    for k in range(4):
        x0, wide = _ROUND + 0.22 + 0.86 * k, 0.68
        tall = height - slope * (x0 + wide - _ROUND) - 0.5
        if tall > 0.25:
            out.append(frame(wide, tall, shade(wall, 1.04)).moved((x0 + wide / 2, 0.24, 0.0)))
    out.append(block((_GOING * _STEPS, 0.14, 0.05), shade(wall, 0.82), (_ROUND + _GOING * _STEPS / 2, 0, 0.02)))
    return out


def _balcony(wall: Color, height: float) -> Mesh:
    """What is between the flights: a wall with a pilaster at each end, a floor over it, a rail."""
    face = graded(plate((2 * _ROUND, height), wall, (0, 0, 0.0)), 0.9, 1.02)
    floor = block((2 * _ROUND + 0.1, 0.2, _DEEP + 0.1), shade(wall, 1.06), (0, height - 0.2, 0.05 - _DEEP / 2))
    lip = block((2 * _ROUND + 0.14, 0.07, 0.1), GOLD, (0, height - 0.13, 0.08), gloss=0.6)
    ends = both_sides(merge((pilaster(height - 0.2, 0.36).moved((_ROUND - 0.1, 0, 0.0)),
                             _newel(1.0).moved((_ROUND, height, -0.09)),
                             frame(1.0, 1.55, shade(wall, 1.04)).moved((1.55, 0.5, 0.0)))))  # fmt: skip
    count = round(2 * _ROUND / 0.27)
    rail = [_baluster(0.74).moved((float(x), height + 0.04, -0.09)) for x in np.linspace(-_ROUND, _ROUND, count)[1:-1]]
    bar = rod((-_ROUND, height + 0.82, -0.09), (_ROUND, height + 0.82, -0.09), 0.055, GOLD, sides=7, gloss=0.6)
    return merge((face, floor, lip, ends, *rail, bar, _double_door(1.7, 2.15)))


def _double_door(width: float, height: float) -> Mesh:
    """White and gold."""
    leaf = merge((block((width / 2 - 0.02, height, 0.06), LINEN, (width / 4, 0, 0.03), gloss=0.3),
                  frame(width / 2 - 0.22, height * 0.5, LINEN).moved((width / 4, height * 0.42, 0.06)),
                  frame(width / 2 - 0.22, height * 0.26, LINEN).moved((width / 4, 0.14, 0.06)),
                  ball(0.05, GOLD, (0.1, height * 0.38, 0.1), 4, gloss=0.7),
                  block((0.12, height + 0.1, 0.1), GOLD, (width / 2 + 0.05, 0, 0.04), gloss=0.4)))  # fmt: skip
    return merge((both_sides(leaf), block((width + 0.3, 0.14, 0.12), GOLD, (0, height, 0.05), gloss=0.4)))


def _baluster(height: float) -> Mesh:
    turned = [(0.065, 0.0), (0.036, 0.12), (0.078, 0.32), (0.036, 0.56), (0.055, height)]
    return spun(turned, LINEN, sides=5, gloss=0.25)


def _newel(height: float) -> Mesh:
    """The post at the end of a rail."""
    return merge((block((0.22, height, 0.22), LINEN, gloss=0.2), block((0.28, 0.06, 0.28), GOLD, (0, height, 0)),
                  ball(0.12, GOLD, (0, height + 0.17, 0), 6, gloss=0.6)))  # fmt: skip


def frame(width: float, height: float, color: Color) -> Mesh:
    """A gilded moulding round a panel of a wall, its foot at y = 0."""
    long = plate((width, height), color, (0, 0, 0.006))
    gilded = mixed(GOLD, color, 0.25)
    sides = both_sides(block((0.07, height, 0.025), gilded, (width / 2, 0, 0.012), gloss=0.3))
    return merge((long, sides, *(block((width + 0.07, 0.07, 0.025), gilded, (0, y, 0.012), gloss=0.3)
                                 for y in (0.0, height - 0.07))))  # fmt: skip


def pilaster(height: float, width: float = 0.56, color: Color = LINEN) -> Mesh:
    """A fluted half pillar with gilded foot and head."""
    flute = plate((width * 0.15, height - 1.0), shade(color, 0.86), (0, 0.5, 0.145))
    flutes = [flute.moved((width * x, 0, 0)) for x in (-0.3, 0.0, 0.3)]
    leaves = [ball((width * 0.16, 0.15, 0.07), GOLD, (width * x, height - 0.36, 0.15), 3, gloss=0.5)
              for x in (-0.36, -0.12, 0.12, 0.36)]  # fmt: skip
    return merge((
        graded(block((width, height - 0.4, 0.14), color, (0, 0.2, 0.07), gloss=0.2), 0.86, 1.02), *flutes,
        block((width * 1.3, 0.3, 0.22), shade(color, 0.84), (0, 0, 0.09)),
        block((width * 1.2, 0.08, 0.2), GOLD, (0, 0.3, 0.09), gloss=0.5), *leaves,
        block((width * 1.2, 0.06, 0.19), GOLD, (0, height - 0.55, 0.08), gloss=0.5),
        block((width * 1.4, 0.2, 0.26), color, (0, height - 0.2, 0.09)),
    ))  # fmt: skip


def tall_window(rng: Rng, cloth: Color, width: float = 1.5, height: float = 3.4) -> Mesh:
    """A window from near the floor on, between drapes under a valance."""
    top = height + 0.36
    n = 5
    each = (width + 1.3) / n
    fold = slab([(-each / 2, 0), (-0.3 * each, -0.3), (0, -0.4), (0.3 * each, -0.3), (each / 2, 0)], 0.1, cloth)
    valance = (fold.painted(shade(cloth, 0.92 + 0.16 * (k % 2))).moved((each * (k - (n - 1) / 2), top + 0.2, 0.24))
               for k in range(n))  # fmt: skip
    return merge((sky_window(width, height, LINEN, 2, 3).moved((0, 0.36, 0)),
                  curtains(width + 0.3, top + 0.1, cloth, rng).moved((0, 0, 0.06)), *valance,
                  block((width + 1.45, 0.14, 0.36), GOLD, (0, top + 0.16, 0.17), gloss=0.4)))  # fmt: skip


def round_table(rng: Rng, seats: int = 6, sash: Color = GOLD, cloth: Color = LINEN) -> Mesh:
    """Laid under a cloth to the floor, flowers in the middle, covered chairs around but for the side towards +z."""
    top, r, folds = 0.76, 0.78, 22
    fold = slab([(-0.12, 0.01), (0.12, 0.01), (0.11, top), (-0.11, top)], 0.02, cloth)
    fold = fold.turned(x=-4).moved((0, 0, r * 1.06))
    skirt = (fold.painted(shade(cloth, 0.84 + 0.1 * (k % 2))).moved((0, 0, 0.03 * (k % 2))).turned(y=360 * k / folds)
             for k in range(folds))  # fmt: skip
    parts = [*skirt, drum(r * 1.02, 0.03, cloth, (0, top - 0.02, 0), sides=24, gloss=0.1), _bouquet(rng, top)]
    for k in range(1, seats + 1):
        a = math.tau * k / (seats + 1)
        s, c = math.sin(a), math.cos(a)
        parts.append(drum(0.16, 0.02, "#fbf9f4", (0.54 * s, top + 0.01, 0.54 * c), top=0.17, sides=10, gloss=0.4))
        parts.append(wine_glass("#8a2434").moved((0.5 * s + 0.2 * c, top + 0.01, 0.5 * c - 0.2 * s)))
        parts.append(covered_chair(sash).turned(y=math.degrees(a) + 180).moved((1.2 * s, 0, 1.2 * c)))
    return merge(parts)


def covered_chair(sash: Color = GOLD) -> Mesh:
    """Under a white cover with a bow at its back; faces +z."""
    return merge((
        slab([(-0.25, 0), (0.25, 0), (0.21, 0.48), (-0.21, 0.48)], 0.4, shade(LINEN, 0.92)),
        block((0.44, 0.04, 0.44), LINEN, (0, 0.48, 0)), block((0.42, 0.56, 0.07), LINEN, (0, 0.48, -0.2)),
        block((0.45, 0.1, 0.1), sash, (0, 0.62, -0.2), gloss=0.3),
        both_sides(slab([(0.0, 0.0), (0.15, -0.08), (0.15, 0.08)], 0.05, sash, (0, 0.67, -0.27))),
    ))  # fmt: skip


def wine_glass(wine: Color, tall: float = 0.2) -> Mesh:
    return merge((
        spun([(0.034, 0), (0.007, 0.015), (0.007, tall * 0.5), (0.042, tall * 0.66)], _GLASS, sides=5, gloss=0.7),
        spun([(0.042, tall * 0.66), (0.036, tall), (0.0, tall * 0.96)], wine, sides=5, gloss=0.7),
    ))  # fmt: skip


def _bouquet(rng: Rng, y: float) -> Mesh:
    """Roses in a tall vase."""
    petals = ("#f7f1ec", "#e8a0ac", "#c24a5c", "#7fa066")
    blooms = [ball(float(rng.uniform(0.07, 0.11)), varied(str(rng.choice(petals)), rng, 0.05),
                   (float(rng.uniform(-0.17, 0.17)), y + 0.44 + float(rng.uniform(-0.07, 0.14)),
                    float(rng.uniform(-0.17, 0.17))), 3) for _ in range(12)]  # fmt: skip
    vase = spun([(0.08, 0), (0.03, 0.06), (0.035, 0.24), (0.09, 0.4), (0.0, 0.39)], GOLD, (0, y, 0), 8, gloss=0.5)
    return merge((vase, *blooms))


def glass_tower(cloth: Color = LINEN) -> Mesh:
    """Champagne in glasses heaped to a pyramid on a round table."""
    glass = wine_glass("#e8c46a", 0.24).scaled((1.5, 1.0, 1.5))
    floors = ((6, 0.28), (4, 0.18), (3, 0.1), (1, 0.0))
    heap = [glass.moved((r * math.sin(math.tau * k / n), 0.8 + 0.23 * level, r * math.cos(math.tau * k / n)))
            for level, (n, r) in enumerate(floors) for k in range(n)]  # fmt: skip
    skirt = graded(spun([(0.66, 0.0), (0.6, 0.4), (0.62, 0.78), (0.62, 0.78), (0.0, 0.8)], cloth, sides=24), 0.84, 1.0)
    trays = [drum(0.4 - 0.1 * k, 0.012, GOLD, (0, 0.795 + 0.23 * k, 0), sides=18, gloss=0.6) for k in range(3)]
    return merge((skirt, *trays, *heap))


def grand_piano(color: Color = "#1c1a20") -> Mesh:
    """Its lid propped open, a stool before its keys; who plays looks to +z."""
    outline = [(-0.75, -0.7), (0.75, -0.7), (0.75, -0.1), (0.55, 0.35), (0.1, 0.85), (-0.3, 1.1), (-0.75, 1.0)]

    def lying(thick: float, tint: Color, share: float = 1.0) -> Mesh:
        return slab([(x * share, y * share) for x, y in outline], thick, tint, gloss=0.6).turned(x=90)

    lid = lying(0.03, shade(color, 1.6)).moved((0.75, 0, 0)).turned(z=38).moved((-0.75, 0.97, 0))
    legs = [rod((x, 0, z), (x, 0.7, z), 0.045, color, 0.07, 6) for x, z in ((-0.6, -0.5), (0.6, -0.5), (-0.4, 0.75))]
    black = [block((0.03, 0.02, 0.09), "#15141a", (-0.58 + 0.075 * k, 0.728, -0.8))
             for k in range(16) if k % 7 not in (2, 6)]  # fmt: skip
    keys = (block((1.4, 0.05, 0.24), color, (0, 0.66, -0.82)), *black, block((0.6, 0.3, 0.02), color, (0, 0.96, -0.56)),
            block((1.28, 0.02, 0.15), "#f7f4ea", (0, 0.71, -0.83)))  # fmt: skip
    feet = [rod((x, 0, z), (x, 0.45, z), 0.025, color, sides=5) for x in (-0.3, 0.3) for z in (-1.53, -1.27)]
    stool = (block((0.7, 0.1, 0.36), "#5a2028", (0, 0.44, -1.4), 0.03), *feet)
    return mirrored(merge((
        lying(0.3, color).moved((0, 0.81, 0)), lying(0.02, "#b8873c", 0.92).moved((0, 0.96, 0.03)), lid, *legs, *keys,
        rod((0.55, 0.95, 0.0), (0.36, 1.83, 0.0), 0.018, GOLD, sides=4), *stool,
    )))  # fmt: skip
