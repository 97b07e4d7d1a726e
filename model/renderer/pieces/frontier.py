"""What a town of the old West is built of: false fronts of boards with porches, a water tower, a wind wheel, hitching
rails, a covered wagon, telegraph poles.

Knows nothing of where it stands. A house has its front at z = 0, facing +z, and its boardwalk before it. Panes are
`LIT_PANE`.
"""

from __future__ import annotations

import math

import numpy as np

from model.renderer.mesh import Mesh, Vec3, merge
from model.renderer.pieces import buildings
from model.renderer.pieces.lettering import lettering
from model.renderer.shapes import Color, Rng, ball, block, drum, graded, plate, rod, shade, slab, spun, varied

_WOOD, _IRON, _CANVAS = "#8a6642", "#3c3a3c", "#e6dac0"
_WALK, _PORCH = 1.5, 2.75  # m: how deep a boardwalk is, and how high the roof over it
_BOARD = 0.34  # m from one board of a wall to the next


def false_front(rng: Rng, width: float, height: float, paint: Color, sign: str, *, swinging: bool = False) -> Mesh:
    """A house of boards whose front hides its low roof. Above 5 m it has a floor more, with a balcony over the porch;
    with `swinging` doors it is a saloon."""
    trim, upper = shade(paint, 0.62), height > 5.0
    return merge((
        _body(rng, width, height, paint), _boards(rng, width, height, paint), _cornice(width, height, trim),
        _porch(rng, width, trim, railed=upper),
        _ground_floor(width, trim, swinging),
        *((buildings.window(0.8, 1.25, trim, shade(paint, 0.75)).moved((x, 3.35, 0.08)) for x in _windows(width))
          if upper else ()),
        _sign(sign, width, height - 0.92 if upper else 3.2, trim),
    ))  # fmt: skip


def _windows(width: float) -> list[float]:
    count = max(2, int(width // 2.2))
    return [float(x) for x in (np.arange(count) + 0.5) / count * width - width / 2]


def _body(rng: Rng, width: float, height: float, paint: Color) -> Mesh:
    """What stands behind the front: a low shed with a roof."""
    low, depth = height - 1.0, 4.6
    wall = graded(block((width - 0.2, low, depth), varied(shade(paint, 0.8), rng, 0.05), (0, 0, -depth / 2)), 0.75, 1.0)
    roof = buildings.gable_roof(depth, width - 0.2, 0.7, "#6a5140", rng, 0.2, 3).turned(y=90)
    return merge((wall, roof.moved((0, low, -depth / 2))))


def _boards(rng: Rng, width: float, height: float, paint: Color) -> Mesh:
    rows = math.ceil(height / _BOARD)
    each = height / rows
    tints = [varied(shade(paint, 0.86 + 0.16 * k / rows), rng, 0.05) for k in range(rows)]
    boards = [plate((width, each - 0.02), tint, (0, k * each, 0.085), gloss=0.05) for k, tint in enumerate(tints)]
    corners = [block((0.16, height, 0.1), shade(paint, 0.66), (s * (width / 2 - 0.06), 0, 0.07)) for s in (-1, 1)]
    return merge((block((width, height, 0.16), shade(paint, 0.55)), *boards, *corners))


def _cornice(width: float, height: float, trim: Color) -> Mesh:
    """A stepped top with brackets under its ledge."""
    brackets = [block((0.1, 0.22, 0.2), shade(trim, 1.2), (float(x), height - 0.26, 0.16))
                for x in np.linspace(-width / 2 + 0.3, width / 2 - 0.3, max(4, int(width)))]  # fmt: skip
    return merge((
        block((width + 0.4, 0.16, 0.5), trim, (0, height - 0.05, 0.06)),
        block((width * 0.5, 0.62, 0.18), shade(trim, 1.35), (0, height + 0.1, 0.0)),
        block((width * 0.5 + 0.24, 0.12, 0.36), trim, (0, height + 0.7, 0.0)),
        slab([(-0.3, 0.0), (0.3, 0.0), (0.0, 0.3)], 0.14, trim, (0, height + 0.82, 0.0)), *brackets,
    ))  # fmt: skip


def _porch(rng: Rng, width: float, trim: Color, railed: bool) -> Mesh:
    """A boardwalk two steps high with a roof on posts, on which there may be a rail."""
    planks = [block((width / 9 - 0.03, 0.06, _WALK), varied(_WOOD, rng, 0.08), (x, 0.2, _WALK / 2 + 0.08))
              for x in (np.arange(9) + 0.5) / 9 * width - width / 2]  # fmt: skip
    posts = [float(x) for x in np.linspace(-width / 2 + 0.15, width / 2 - 0.15, max(3, int(width // 2.2) + 1))]
    parts = [
        block((width, 0.2, _WALK), shade(_WOOD, 0.6), (0, 0, _WALK / 2 + 0.06)), *planks,
        block((1.5, 0.1, 0.34), shade(_WOOD, 0.8), (0, 0, _WALK + 0.24)),
        *(block((0.13, _PORCH - 0.2, 0.13), shade(trim, 1.25), (x, 0.22, _WALK - 0.06)) for x in posts),
        *(block((0.07, 0.4, 0.07), trim).turned(z=s * 45).moved((x + s * 0.2, _PORCH - 0.36, _WALK - 0.06))
          for x in posts for s in (-1, 1)),
        block((width + 0.2, 0.12, _WALK + 0.3), shade(_WOOD, 0.75), (0, _PORCH, _WALK / 2 + 0.1)),
        block((width + 0.24, 0.2, 0.08), trim, (0, _PORCH - 0.08, _WALK + 0.24)),
    ]  # fmt: skip
    if railed:
        parts += [block((width, 0.07, 0.08), trim, (0, _PORCH + 0.72, _WALK + 0.16))]
        parts += [block((0.05, 0.62, 0.05), shade(trim, 1.25), (float(x), _PORCH + 0.1, _WALK + 0.16))
                  for x in np.linspace(-width / 2 + 0.1, width / 2 - 0.1, int(width * 3))]  # fmt: skip
    return merge(parts)


def _ground_floor(width: float, trim: Color, swinging: bool) -> Mesh:
    side = width * 0.31
    windows = [buildings.window(width * 0.2, 1.15, trim).moved((s * side, 1.0, 0.08)) for s in (-1, 1)]
    entry = _swing_doors(trim) if swinging else buildings.door(0.95, 1.95, shade(trim, 1.3), trim)
    return merge((*windows, entry.moved((0, 0.24, 0.08))))


def _swing_doors(trim: Color) -> Mesh:
    """Two short leaves of slats before a lit room, one of them ajar."""
    leaf = merge((
        *(block((0.07, 1.0, 0.05), shade(trim, 1.5), (x, 0, 0)) for x in (0.04, 0.6)),
        *(block((0.5, 0.08, 0.04), shade(trim, 1.35 + 0.1 * (k % 2)), (0.32, 0.06 + 0.19 * k, 0)) for k in range(5)),
    ))  # fmt: skip
    return merge((
        buildings.pane(1.3, 2.2, (0, 0, 0.03)),
        *(block((0.14, 2.3, 0.16), trim, (s * 0.72, 0, 0.04)) for s in (-1, 1)),
        block((1.6, 0.16, 0.18), trim, (0, 2.2, 0.04)),
        leaf.turned(y=-24).moved((-0.65, 0.55, 0.1)), leaf.turned(y=180).moved((0.65, 0.55, 0.1)),
    ))  # fmt: skip


def _sign(text: str, width: float, y: float, trim: Color) -> Mesh:
    size = min(0.62, 0.92 * width / (0.78 * len(text)) * 0.82)
    board = block((0.78 * size * len(text) + 0.5, size + 0.28, 0.1), "#ead9b0", (0, y - 0.14, 0.12), 0.02)
    frame = block((0.78 * size * len(text) + 0.64, size + 0.42, 0.08), trim, (0, y - 0.21, 0.11))
    return merge((frame, board, lettering(text, size, "#5a2a1c").moved((0, y, 0.185))))


def water_tower(height: float = 4.2) -> Mesh:
    """A tank of staves under a pointed roof, on braced legs."""
    leg = shade(_WOOD, 0.7)
    corners = [(sx, sz) for sx in (-1, 1) for sz in (-1, 1)]
    legs = [rod((1.25 * sx, 0, 1.25 * sz), (0.95 * sx, height, 0.95 * sz), 0.11, leg, sides=5) for sx, sz in corners]
    braces = [rod((a, 0.4, z), (-0.8 * a, height - 0.5, 0.85 * z), 0.05, leg, sides=4)
              for a in (-1.2, 1.2) for z in (-1.15, 1.15)]  # fmt: skip
    return merge((
        *legs, *braces, block((2.7, 0.16, 2.7), leg, (0, height, 0)),
        graded(drum(1.3, 2.1, _WOOD, (0, height + 0.16, 0), 1.2, 16), 0.75, 1.1),
        *(drum(1.32 - 0.05 * y, 0.07, _IRON, (0, height + 0.4 + y, 0), sides=16) for y in (0.0, 0.75, 1.5)),
        drum(1.5, 0.95, "#6a4a36", (0, height + 2.26, 0), 0.0, 16),
        rod((0, height + 0.3, 1.25), (0, height - 1.2, 1.75), 0.08, _IRON, sides=6),
    ))  # fmt: skip


def wind_wheel(height: float = 6.4) -> Mesh:
    """A pump's wheel of slats with its vane, on a lattice."""
    steel = "#8f8a80"
    legs = [rod((0.85 * sx, 0, 0.85 * sz), (0.12 * sx, height, 0.12 * sz), 0.05, shade(_WOOD, 0.75), sides=4)
            for sx in (-1, 1) for sz in (-1, 1)]  # fmt: skip
    rings = [block((2 * w, 0.05, 0.05), shade(_WOOD, 0.75), (0, y, s * w)).turned(y=turn)
             for y, w in ((1.6, 0.67), (3.4, 0.46), (5.0, 0.28)) for s in (-1, 1) for turn in (0, 90)]  # fmt: skip
    blade = slab([(-0.06, 0.35), (0.06, 0.35), (0.2, 1.15), (-0.2, 1.15)], 0.025, steel).turned(y=18)
    blades = [blade.turned(z=360 / 12 * k).moved((0, height + 0.1, 0.42)) for k in range(12)]
    vane = slab([(0.0, -0.1), (0.9, -0.34), (0.9, 0.34), (0.0, 0.1)], 0.03, "#a8442f").turned(y=90)
    return merge((
        *legs, *rings, *blades, ball(0.16, _IRON, (0, height + 0.1, 0.42), 5),
        rod((0, height + 0.1, 0.5), (0, height + 0.1, -1.1), 0.05, _IRON, sides=5), vane.moved((0, height + 0.1, -0.7)),
    ))  # fmt: skip


def hitching_rail(length: float = 2.4) -> Mesh:
    ends = [rod((s * length / 2, 0, 0), (s * length / 2, 1.0, 0), 0.08, shade(_WOOD, 0.7), sides=6) for s in (-1, 1)]
    return merge((*ends, rod((-length / 2 - 0.25, 0.88, 0), (length / 2 + 0.25, 0.88, 0), 0.07, _WOOD, sides=6)))


def trough(length: float = 1.7) -> Mesh:
    """For horses, full of water."""
    sides = [block((length, 0.46, 0.07), shade(_WOOD, 0.85), (0, 0.06, s * 0.3)) for s in (-1, 1)]
    ends = [block((0.08, 0.5, 0.66), shade(_WOOD, 0.7), (s * length / 2, 0.04, 0)) for s in (-1, 1)]
    feet = [block((0.14, 0.1, 0.7), shade(_WOOD, 0.6), (s * length * 0.36, 0, 0)) for s in (-1, 1)]
    return merge((*sides, *ends, *feet, block((length - 0.06, 0.36, 0.56), "#4f7f8c", (0, 0.06, 0), gloss=0.9)))


def covered_wagon(rng: Rng) -> Mesh:
    """Its tilt of canvas over hoops; it stands along x."""
    ribs = [(0.82 * math.cos(a), 0.95 * math.sin(a)) for a in np.linspace(0, math.pi, 11)]
    tilt = slab(ribs, 2.5, varied(_CANVAS, rng, 0.04), gloss=0.02).turned(y=90).moved((0, 1.42, 0))
    hoops = [slab([(x * 1.03, y * 1.03) for x, y in ribs], 0.07, shade(_CANVAS, 0.8)).turned(y=90).moved((x, 1.42, 0))
             for x in (-1.1, 0.0, 1.1)]  # fmt: skip
    wheels = [_wheel(r).moved((x, r, s * 0.86)) for x, r in ((-0.95, 0.52), (0.95, 0.64)) for s in (-1, 1)]
    return merge((
        block((2.7, 0.62, 1.5), _WOOD, (0, 0.82, 0), 0.03), block((2.76, 0.09, 1.6), shade(_WOOD, 0.7), (0, 1.4, 0)),
        tilt, *hoops, *wheels, rod((-1.3, 0.6, 0), (-2.7, 0.32, 0), 0.06, shade(_WOOD, 0.7), sides=5),
        *(block((0.12, 0.12, 1.8), _IRON, (x, 0.5, 0)) for x in (-0.95, 0.95)),
    ))  # fmt: skip


def _wheel(radius: float) -> Mesh:
    """Spoked, its axle along z."""
    rim = spun([(radius - 0.09, -0.05), (radius, -0.05), (radius, 0.05), (radius - 0.09, 0.05), (radius - 0.09, -0.05)],
               shade(_WOOD, 0.8), sides=18).turned(x=90)  # fmt: skip
    spokes = [block((0.05, 2 * radius - 0.1, 0.05), _WOOD, (0, -radius + 0.05, 0)).turned(z=45 * k) for k in range(4)]
    return merge((rim, *spokes, drum(0.1, 0.2, shade(_WOOD, 0.6), (0, -0.1, 0), sides=8).turned(x=90)))


def telegraph_pole(height: float = 5.6) -> Mesh:
    rows = (height - 0.4, height - 0.9)
    bars = [block((1.5, 0.1, 0.1), shade(_WOOD, 0.7), (0, y, 0)) for y in rows]
    glasses = [ball(0.06, "#8fb8b0", (x, y + 0.15, 0), 4, 0.8) for y in rows for x in (-0.6, 0.6)]
    return merge((rod((0, 0, 0), (0, height, 0), 0.12, shade(_WOOD, 0.75), 0.09, 7), *bars, *glasses))


def wanted(at: Vec3 = (0.0, 0.0, 0.0)) -> Mesh:
    """A bill with a face, to pin on a wall at z = 0."""
    return merge((
        plate((0.42, 0.56), "#e8d6a8", (0, 0, 0.01)), plate((0.22, 0.22), "#6a5038", (0, 0.16, 0.015)),
        *(plate((w, 0.04), "#4a3626", (0, y, 0.015)) for w, y in ((0.32, 0.46), (0.28, 0.09), (0.2, 0.03))),
    )).moved(at)  # fmt: skip


def tumbleweed(rng: Rng) -> Mesh:
    """A ball of dry twigs."""
    size = float(rng.uniform(0.18, 0.32))
    turns = rng.uniform(0, 360, (9, 2))
    twigs = [spun([(size * 0.96, -0.012), (size, 0.0), (size * 0.96, 0.012)], varied("#a8854f", rng, 0.1), sides=9)
             .turned(x=float(a)).turned(y=float(b)) for a, b in turns]  # fmt: skip
    return merge(twigs).moved((0, size, 0))
