"""What a tall ship carries: masts, yards and sails, shrouds, railings, the stern with its cabins, guns, ropes.

Knows nothing of stages or of the sea. A ship lies along z, its bow towards +z; y = 0 is the deck.
"""

from __future__ import annotations

import itertools
import math

import numpy as np

from model.renderer.mesh import Mesh, Vec3, merge, sheet
from model.renderer.pieces.buildings import lamp_glass, lattice_panel, pane
from model.renderer.shapes import (
    Color,
    Rng,
    ball,
    block,
    both_sides,
    drum,
    graded,
    hoop,
    pipe,
    plate,
    rod,
    shade,
    slab,
    spun,
    varied,
)

WOOD, DARK, ROPE, GOLD = "#8a5a34", "#4f3220", "#c9ab74", "#d8ac48"
CANVAS = "#f0e4c8"


def railing(length: float, color: Color = WOOD, height: float = 0.92) -> Mesh:
    """Turned balusters between a foot and a cap rail, along x; open, so that the sea is seen through it."""
    n = max(2, round(length / 0.7))
    profile = [(0.06, 0.16), (0.085, 0.34), (0.045, 0.56), (0.07, height)]
    places = np.linspace(-length / 2, length / 2, n + 1)[:-1] + length / n / 2
    balusters = [spun(profile, shade(color, 1.12), (float(x), 0, 0), 5) for x in places]
    posts = [block((0.2, height + 0.12, 0.2), shade(color, 0.8), (s * length / 2, 0, 0)) for s in (-1, 1)]
    return merge(
        (
            *balusters,
            *posts,
            block((length, 0.18, 0.24), shade(color, 0.75)),
            block((length + 0.1, 0.1, 0.26), shade(color, 1.05), (0, height, 0), gloss=0.45),
        )
    )


def sail(
    width: float, drop: float, belly: float = 1.0, color: Color = CANVAS, columns: int = 10, rows: int = 8
) -> Mesh:
    """A square sail full of wind, hung from y = 0 and blown towards +z, sewn of strips; its foot is an arch."""
    u, v = (a.reshape(-1) for a in np.meshgrid(np.linspace(-1, 1, columns + 1), np.linspace(0, 1, rows + 1)))
    x = u * width / 2 * (0.9 + 0.1 * v)
    y = -drop * v * (1 - 0.16 * (1 - u**2))
    z = belly * np.sin(math.pi * np.clip(v * 0.92 + 0.02, 0, 1)) ** 0.8 * (1 - 0.55 * u**2)
    points = list(np.stack([x, y, z], 1).astype(np.float32))
    strips = []
    for c in range(columns):
        a = [(columns + 1) * r + c for r in range(rows)]
        faces = [t for k in a for t in ((k, k + columns + 1, k + 1), (k + 1, k + columns + 1, k + columns + 2))]
        strips.append(sheet(points, faces).painted(shade(color, 1.0 if c % 2 else 0.94), 0.05))
    return merge((*strips, taut(points[-columns - 1 :], 0.045)))


def furled_sail(width: float, color: Color = CANVAS) -> Mesh:
    """A sail rolled up under its yard at y = 0, in bights between its ties."""
    n = max(3, round(width / 0.95))
    each = width / n
    places = [-width / 2 + each * (k + 0.5) for k in range(n)]
    rolls = [
        ball((each * 0.58, 0.24 + 0.05 * (k % 2), 0.25), shade(color, 0.96), (x, -0.24, 0.05), 5)
        for k, x in enumerate(places)
    ]
    ties = [hoop(0.27, 0.03, ROPE, sides=10).turned(z=90).moved((x - each / 2, -0.2, 0.05)) for x in places[1:]]
    return merge((*rolls, *ties))


def mast(height: float, radius: float = 0.34) -> Mesh:
    """The bare spar with its bands, a top to stand on and a pennant."""
    bands = [drum(radius * 1.12, 0.16, DARK, (0, y, 0), sides=12) for y in (0.0, 1.5, 3.0, height * 0.62)]
    y = height * 0.67
    post = rod((0.95, y, 0), (1.0, y + 0.6, 0), 0.035, DARK, sides=5)
    crow = merge(
        (
            drum(0.6, 0.1, WOOD, (0, y - 0.1, 0), top=1.0, sides=12),
            *(post.turned(y=45 * k) for k in range(8)),
            hoop(1.0, 0.05, WOOD, (0, y + 0.6, 0), 14),
        )
    )
    flag = slab([(0.05, height - 1.1), (2.0, height - 0.75), (0.05, height - 0.3)], 0.03, "#b8322c")
    return merge((drum(radius, height, "#a5713f", top=radius * 0.5, sides=12, gloss=0.3), *bands, crow, flag))


def yard(width: float) -> Mesh:
    """The spar that a sail hangs from, along x, tapering to its arms."""
    return both_sides(rod((0, 0, 0), (width / 2, 0, 0), 0.16, "#7d5230", 0.08, 8))


def shrouds(spread: float, reach: float, height: float, ropes: int = 4) -> Mesh:
    """Ropes from the rail at x = 0 up to the mast at x = -spread, `reach` apart along z at the rail, with rungs."""
    feet = [np.array([0.0, 0.9, z]) for z in np.linspace(-reach / 2, reach / 2, ropes)]
    head = np.array([-spread, height, 0.0])
    stays = [taut([foot, head], 0.032) for foot in feet]
    blocks = [ball((0.1, 0.15, 0.1), DARK, tuple(foot), 4) for foot in feet]
    rungs = []
    for t in np.arange(0.08, 0.86, 0.07):
        a, b = (foot + (head - foot) * t for foot in (feet[0], feet[-1]))
        rungs.append(rod(a, b, 0.022, shade(ROPE, 0.85), sides=3))
    return merge((*stays, *blocks, *rungs))


def stern_castle(rng: Rng, width: float, height: float, length: float, paint: Color) -> Mesh:
    """The cabins under the quarterdeck: its front at z = 0 with a carved door and lit windows, the deck above at
    `height`, both stairs up to it, a painted railing, a binnacle."""
    wall, bay = "#7a4a2c", width / 12
    bays = [bay * (k - 5.5) for k in range(12)]
    boards = [
        plate((0.42, height), varied(wall, rng, 0.08), (float(x), 0, 0.012))
        for x in np.arange(-width / 2 + 0.21, width / 2, 0.44)
    ]
    pilasters = [
        merge(
            (block((0.26, height, 0.14), shade(wall, 0.62), (x, 0, 0.06)), ball(0.14, GOLD, (x, height - 0.3, 0.15), 4))
        )
        for x in (-width / 2 + 0.13, -3.9, -1.25, 1.25, 3.9, width / 2 - 0.13)
    ]
    sills = (block((1.5, 0.1, 0.16), GOLD, (0, -0.1, 0.05)), block((1.5, 0.12, 0.16), DARK, (0, 0.9, 0.05)))
    windows = [merge((lattice_panel(1.3, 0.9, DARK), *sills)).moved((x, 0.55, 0.03)) for x in (-2.6, 2.6)]
    stairs = both_sides(_stairs(1.5, height).moved((width / 2 - 1.35, 0, 0.0)))
    each = (width - 4.4) / 6
    rails = [railing(each, paint, 0.8).moved((each * (k - 2.5), height, -0.1)) for k in range(6)]
    return merge(
        (
            *(graded(block((bay, height, length), wall, (x, 0, -length / 2)), 0.8, 1.0) for x in bays),
            *boards,
            *pilasters,
            *windows,
            _cabin_door(height),
            *(block((bay, 0.16, 0.24), GOLD, (x, height - 0.16, 0.08), gloss=0.6) for x in bays),
            *(
                block((bay / 3 - 0.02, 0.06, length), varied("#b98a58", rng), (x + t * bay / 3, height, -length / 2))
                for x in bays
                for t in (-1, 0, 1)
            ),
            stairs,
            *rails,
            _binnacle().moved((1.9, height, -1.0)),
        )
    )


def _cabin_door(height: float) -> Mesh:
    """Two leaves with a lit pane each, between gilded posts."""
    leaf = merge(
        (
            block((0.62, height - 0.3, 0.08), "#5a2f1e", (0.33, 0, 0.05)),
            pane(0.36, 0.55, (0.33, height - 1.1, 0.1)),
            block((0.36, 0.05, 0.03), GOLD, (0.33, height - 0.86, 0.11)),
            ball(0.05, GOLD, (0.1, 0.72, 0.12), 4, gloss=0.8),
        )
    )
    arch = block((1.7, 0.2, 0.2), GOLD, (0, height - 0.34, 0.08), 0.03, gloss=0.6)
    post = spun([(0.13, 0), (0.1, 0.3), (0.08, height * 0.5), (0.11, height - 0.34)], GOLD, (0.78, 0, 0.12), 8)
    return merge((both_sides(merge((leaf, post))), arch))


def _stairs(width: float, height: float) -> Mesh:
    """Steps up towards -z that end at z = 0, with their stringers."""
    n = 6
    each = 0.34
    steps = [
        block((width, 0.07, each), "#b98a58", (0, height * (k + 1) / n - 0.07, (n - k - 0.5) * each)) for k in range(n)
    ]
    run = n * each
    beam = slab([(0, 0), (run, 0), (run, 0.16), (0.1, height), (0, height)], 0.1, DARK).turned(y=-90)
    rail = rod((0, height + 0.75, 0.05), (0, 0.85, run), 0.05, WOOD, sides=6)
    post = block((0.14, 0.98, 0.14), DARK, (0, 0, run))
    return merge((*steps, both_sides(merge((beam, rail, post)).moved((width / 2, 0, 0)))))


def _binnacle() -> Mesh:
    """The compass in its stand, with a lamp."""
    return merge(
        (
            spun([(0.3, 0), (0.24, 0.1), (0.2, 0.7), (0.28, 0.8)], "#6b3f24", sides=8),
            lamp_glass(ball((0.22, 0.18, 0.22), "#ffdf9a", (0, 0.86, 0), 6)),
            hoop(0.24, 0.04, GOLD, (0, 0.8, 0), 12),
        )
    )


def stern_lantern(height: float = 1.9) -> Mesh:
    """A great gilded lantern on a post."""
    y = height - 0.75
    glass = lamp_glass(spun([(0.14, y), (0.26, y + 0.42), (0.0, y + 0.44)], "#ffd890", sides=6))
    rib = rod((0.15, y, 0), (0.27, y + 0.42, 0), 0.022, GOLD, sides=4)
    ribs = [rib.turned(y=60 * k) for k in range(6)]
    roof = spun([(0.32, y + 0.42), (0.12, y + 0.62), (0.05, y + 0.7), (0.07, y + 0.76), (0, y + 0.82)], GOLD, sides=6)
    post = rod((0, 0, 0), (0, y, 0), 0.05, DARK, sides=6)
    return merge((post, drum(0.17, 0.06, GOLD, (0, y - 0.05, 0)), glass, *ribs, roof))


def cannon() -> Mesh:
    """On its truck, the muzzle towards +z."""
    iron = "#2c2f36"
    barrel = spun(
        [(0, -0.75), (0.07, -0.72), (0.09, -0.62), (0.2, -0.55), (0.21, -0.4), (0.19, -0.38), (0.15, 0.75), (0.19, 0.8),
         (0.19, 0.9), (0.19, 0.9), (0.1, 0.9), (0.1, 0.9), (0, 0.8)],
        iron, sides=10, gloss=0.6,
    ).turned(x=90)  # fmt: skip
    cheeks = both_sides(slab([(-0.6, 0.16), (0.45, 0.16), (0.45, 0.52), (0.1, 0.56), (-0.6, 0.32)], 0.1, "#7a3226")
                        .turned(y=-90).moved((0.22, 0, 0)))  # fmt: skip
    wheel = drum(0.17, 0.1, DARK, sides=10).turned(z=-90)
    wheels = both_sides(merge(wheel.moved((0.28, 0.17, z)) for z in (-0.42, 0.35)))
    bed = block((0.34, 0.1, 0.9), "#7a3226", (0, 0.18, -0.08))
    return merge((barrel.moved((0, 0.58, 0.05)), cheeks, wheels, bed))


def rope_coil(radius: float = 0.34) -> Mesh:
    """Laid down on the deck, the end hanging loose."""
    turns = [
        (radius * (0.97 + 0.09 * math.sin(math.pi * (t + 0.5))), 0.09 * (k + t)) for k in range(4) for t in (0.0, 0.5)
    ]
    well = [(radius * 0.95, 0.36), (radius * 0.6, 0.34), (radius * 0.55, 0.05)]
    coil = spun([*turns, *well], ROPE, sides=14, gloss=0.05)
    end = pipe([(radius, 0.05, 0), (radius + 0.25, 0.05, 0.2), (radius + 0.2, 0.05, 0.55)], 0.045, ROPE, 5)
    return merge((graded(coil, 0.72, 1.05), end))


def hatch(width: float, depth: float) -> Mesh:
    """A grating let into the deck, low enough to walk over."""
    frame = [
        *(block((width, 0.025, 0.18), "#6b4429", (0, 0, s * depth / 2)) for s in (-1, 1)),
        *(block((0.18, 0.025, depth), "#6b4429", (s * width / 2, 0, 0)) for s in (-1, 1)),
    ]
    bars = [block((0.1, 0.02, depth), WOOD, (float(x), 0, 0)) for x in np.linspace(-width / 2, width / 2, 10)[1:-1]]
    rungs = np.linspace(-depth / 2, depth / 2, 8)[1:-1]
    bars += [block((width, 0.018, 0.1), shade(WOOD, 0.85), (0, 0, float(z))) for z in rungs]
    return merge((block((width, 0.008, depth), "#3a2618"), *frame, *bars))


def capstan() -> Mesh:
    """The drum that weighs the anchor, its bars shipped."""
    bars = [rod((0.2, 0.95, 0), (1.25, 0.95, 0), 0.06, WOOD, sides=6).turned(y=60 * k + 30) for k in range(6)]
    profile = [(0.55, 0), (0.5, 0.12), (0.3, 0.3), (0.34, 0.75), (0.46, 0.82), (0.46, 1.05), (0.3, 1.1), (0, 1.12)]
    body = spun(profile, "#6b3f24", sides=12)
    ribs = [block((0.08, 0.5, 0.12), DARK, (0, 0.25, 0.32)).turned(y=60 * k) for k in range(6)]
    return merge((body, *ribs, *bars))


def ships_bell() -> Mesh:
    """Hung in a small frame."""
    posts = both_sides(rod((0.42, 0, 0), (0.34, 1.5, 0), 0.07, DARK, sides=6))
    bell = spun([(0.24, 0.86), (0.2, 0.96), (0.15, 1.16), (0.06, 1.26), (0, 1.27)], GOLD, sides=14, gloss=0.85)
    hung = merge((bell, rod((0, 1.26, 0), (0, 1.48, 0), 0.03, DARK), ball(0.05, DARK, (0, 0.86, 0), 4)))
    return merge((posts, block((1.0, 0.14, 0.2), WOOD, (0, 1.46, 0)), hung))


def lashed_cargo(rng: Rng) -> Mesh:
    """Chests and bales under a net of rope."""
    bales = [
        block((0.95, 0.6, 0.7), varied("#a5743f", rng), (-0.5, 0, 0), 0.03),
        block((0.8, 0.7, 0.75), varied("#8a5a32", rng), (0.45, 0, 0.05), 0.03, turn=6),
        block((0.85, 0.5, 0.65), varied("#c2a878", rng), (0, 0.62, 0), 0.1, turn=-5),
    ]
    over = ((1.0, 0.02, 0.45), (0.8, 0.72, 0.42), (0.5, 1.16, 0.0), (0.8, 0.72, -0.42), (1.0, 0.02, -0.45))
    ropes = [taut([(x * share, y, z) for share, y, z in over], 0.028) for x in (-0.7, -0.2, 0.3, 0.75)]
    return merge((*bales, *ropes))


def far_ship(rng: Rng, color: Color = "#5a3c28") -> Mesh:
    """A three-master under sail on the horizon, along x, its waterline at y = 0."""
    hull = slab([(-5.5, 2.6), (-5.0, 0.0), (4.6, 0.0), (6.6, 2.2), (4.0, 1.5), (-3.2, 1.5)], 2.4, color)
    stern = block((2.4, 1.2, 2.4), shade(color, 0.85), (-4.3, 1.5, 0))
    masts, sails = [], []
    for x, tall in ((-3.0, 7.5), (0.2, 9.5), (3.4, 8.2)):
        masts.append(rod((x, 1.0, 0), (x, tall + 1.0, 0), 0.12, DARK, sides=5))
        for share, width in ((0.42, 3.6), (0.72, 3.0), (0.96, 2.2)):
            top = 1.0 + tall * share
            cloth = sail(width, tall * 0.26, 0.7, varied(CANVAS, rng, 0.05), 4, 4)
            sails.append(cloth.turned(y=32).moved((x + 0.15, top, 0)))
    return merge((hull, stern, *masts, *sails, rod((5.6, 2.0, 0), (9.0, 3.6, 0), 0.1, DARK, sides=5)))


def gull(rng: Rng) -> Mesh:
    """On the wing, seen from afar."""
    lift = float(rng.uniform(0.1, 0.35))
    rim = [(0.05, 0, 0.1), (0.5, lift, 0.06), (1.0, lift * 0.8, -0.08), (0.45, lift * 0.9, -0.12), (0.05, 0, -0.12)]
    wing = sheet(rim, [(0, 1, 4), (1, 3, 4), (1, 2, 3)]).painted("#f4f6f8", 0.1)
    body = ball((0.08, 0.07, 0.26), "#ffffff", detail=4)
    return merge((both_sides(wing), body, ball((0.02, 0.02, 0.06), "#e8a13a", (0, 0, 0.28), 3)))


def taut(points: list[Vec3], radius: float = 0.035) -> Mesh:
    """Ropes from point to point, each in short lengths."""
    lengths = []
    for a, b in itertools.pairwise(np.asarray(p, np.float32) for p in points):
        ends = np.linspace(a, b, max(1, round(float(np.linalg.norm(b - a)) / 1.8)) + 1)
        lengths += [rod(p, q, radius, ROPE, sides=3) for p, q in itertools.pairwise(ends)]
    return merge(lengths)
