"""What there is in a railway carriage: seats, tables, racks with luggage, end doors, and the country outside.

Knows nothing of where it will stand. What hangs on a wall has its back at z = 0 and faces +z.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from model.renderer.mesh import Mesh, merge
from model.renderer.pieces.furnishings import always_lit
from model.renderer.pieces.lettering import lettering
from model.renderer.scenery import SCREEN, SKY_PANE
from model.renderer.shapes import (
    Color,
    Rng,
    ball,
    block,
    both_sides,
    drum,
    graded,
    mixed,
    plate,
    rod,
    shade,
    slab,
    spun,
    tile,
    varied,
)

DARK = "#2b2e34"
_BAGS = ("#8a4a34", "#3f5f7a", "#4a5058", "#a8803c", "#5f6f4a", "#7a3a4a")


@dataclass(frozen=True)
class Livery:
    """The colours of a train, and whether it is one of old."""

    panel: str  # below the windows
    wall: str  # between and over them
    trim: str
    cloth: str
    floor: str
    old: bool


LIVERIES = (
    Livery("#b9c2c8", "#d3d7d7", "#9aa3aa", "#2f5f9a", "#5f676e", False),
    Livery("#b8b4ac", "#d8d3c8", "#8d9298", "#2f5f9a", "#6a6560", False),
    Livery("#5f3f28", "#9a7048", "#a8824a", "#2c5684", "#5f564c", True),
    Livery("#4a6a58", "#e2d8bc", "#7a5a3a", "#2f5f8a", "#625a4e", True),
)


def seat(livery: Livery, places: int = 1) -> Mesh:
    """An upholstered seat with a high back and a white cloth at the head of each place; faces +z, its back at z = 0."""
    wide = 0.5 * places
    cloth = livery.cloth
    parts = [
        block((wide, 0.3, 0.5), shade(livery.trim, 0.55) if livery.old else DARK, (0, 0.06, 0.3)),
        block((wide - 0.02, 0.13, 0.54), cloth, (0, 0.36, 0.31), 0.03, gloss=0.1),
        block((wide, 0.86, 0.13), shade(cloth, 0.78), (0, 0.34, 0.07)).turned(x=-3),
    ]
    for k in range(places):
        x = 0.5 * (k - (places - 1) / 2)
        parts += [
            block((0.46, 0.66, 0.1), shade(cloth, 1.1), (x, 0.48, 0.15), 0.035, gloss=0.1).turned(x=-3),
            plate((0.3, 0.24), "#f2efe6", (x, 0.94, 0.165)),
        ]
    arms = [block((0.06, 0.05, 0.44), livery.trim, (s * wide / 2, 0.6, 0.32), gloss=0.4) for s in (-1, 1)]
    sides = [block((0.04, 0.56, 0.5), shade(livery.trim, 0.7), (s * wide / 2, 0.06, 0.27)) for s in (-1, 1)]
    return merge((*parts, *arms, *sides))


def table(livery: Livery, rng: Rng) -> Mesh:
    """A flap under a window with a cup and a bottle, or a small lamp where trains are of old; its back at z = 0."""
    top = block((0.74, 0.05, 0.46), "#7a4a2c" if livery.old else "#d8d4cc", (0, 0.72, 0.23), 0.015, gloss=0.5)
    leg = rod((0, 0.2, 0.05), (0, 0.72, 0.3), 0.025, livery.trim, sides=6)
    things = [
        drum(0.05, 0.1, "#f4f2ec", (0.2, 0.77, 0.3), sides=9),
        drum(0.04, 0.2, varied("#4a8a6a", rng), (-0.22, 0.77, 0.28), top=0.035, sides=8, gloss=0.8),
    ]
    if livery.old:
        shade_ = always_lit(spun([(0.12, 0.98), (0.07, 1.13), (0.06, 1.13)], "#ffd89a", (0, 0, 0.2), 12), 0.7)
        things += [rod((0, 0.77, 0.2), (0, 1.0, 0.2), 0.02, "#c9a04a", sides=6, gloss=0.8), shade_]
    return merge((top, leg, *things))


def rack(livery: Livery, rng: Rng, length: float) -> Mesh:
    """Rails on brackets with luggage on them, along x; its back at z = 0, the rails at y = 0."""
    rails = [rod((-length / 2, 0, z), (length / 2, 0, z), 0.022, livery.trim, sides=5, gloss=0.7)
             for z in (0.08, 0.2, 0.32, 0.44)]  # fmt: skip
    lip = rod((-length / 2, 0.1, 0.46), (length / 2, 0.1, 0.46), 0.026, livery.trim, sides=5, gloss=0.7)
    brackets = [
        block((0.05, 0.1, 0.46), shade(livery.trim, 0.8), (float(x), -0.05, 0.23))
        for x in np.linspace(-length / 2 + 0.3, length / 2 - 0.3, max(2, round(length / 1.5)))
    ]
    bags, x = [], -length / 2 + 0.5
    while x < length / 2 - 0.5:
        wide = float(rng.uniform(0.4, 0.75))
        if rng.random() < 0.6:
            bags.append(_bag(rng, wide).moved((x + wide / 2, 0.03, 0.24)))
        x += wide + float(rng.uniform(0.1, 0.5))
    return merge((*rails, lip, *brackets, *bags))


def _bag(rng: Rng, wide: float) -> Mesh:
    tint = varied(str(rng.choice(_BAGS)), rng, 0.08)
    tall = float(rng.uniform(0.2, 0.3))
    if rng.random() < 0.4:
        handle = both_sides(rod((0.08, tall, 0), (0.0, tall + 0.06, 0), 0.018, DARK, sides=4))
        return merge((ball((wide / 2, tall * 0.55, 0.17), tint, (0, tall * 0.5, 0), 5, gloss=0.1), handle))
    straps = [block((0.05, tall + 0.01, 0.35), shade(tint, 0.6), (s * wide * 0.28, 0, 0)) for s in (-1, 1)]
    return merge((block((wide, tall, 0.34), tint, (0, 0, 0), 0.03), *straps))


def window_frame(width: float, height: float, livery: Livery) -> Mesh:
    """Round an opening in a wall whose sill is at y = 0: a frame, a sliding pane's rail, gathered curtains."""
    edge = livery.trim if livery.old else "#5a6068"
    rails = [block((width + 0.16, 0.1, 0.14), edge, (0, y, 0.03), gloss=0.4) for y in (-0.08, height - 0.02)]
    posts = [block((0.1, height, 0.14), edge, (s * (width / 2 + 0.03), 0, 0.03), gloss=0.4) for s in (-1, 1)]
    tint = mixed(livery.cloth, "#e8e2d4", 0.55)
    folds = [
        block((0.075, height - 0.06, 0.05), shade(tint, 0.88 + 0.14 * (k % 2)), (s * (width / 2 - x), 0, 0.04))
        for s in (-1, 1) for k, x in enumerate((0.05, 0.12, 0.19))
    ]  # fmt: skip
    return merge((*rails, *posts, *folds))


def end_door(livery: Livery, number: str) -> Mesh:
    """A sliding door with a long pane, a lit display over it, the carriage's number."""
    wood = shade(livery.panel, 1.1) if livery.old else "#aeb6bc"
    frame = [block((0.14, 2.3, 0.12), livery.trim, (s * 0.68, 0, 0.05)) for s in (-1, 1)]
    leaf = [
        block((0.62, 2.15, 0.06), wood, (s * 0.31, 0, 0.03), gloss=0.4) for s in (-1, 1)
    ]
    panes = [plate((0.34, 1.1), "#4a5a66", (s * 0.31, 0.85, 0.065), gloss=0.9) for s in (-1, 1)]
    grips = [block((0.04, 0.4, 0.05), "#d8dce0", (s * 0.07, 0.9, 0.08), gloss=0.8) for s in (-1, 1)]
    board = block((1.3, 0.3, 0.1), DARK, (0, 2.36, 0.05))
    text = lettering(number, 0.2, "#ff9a3c").moved((0, 2.41, 0.103)).of_part(SCREEN)
    return merge((*frame, *leaf, *panes, *grips, block((1.5, 0.1, 0.12), livery.trim, (0, 2.26, 0.05)), board, text))


def route_map(livery: Livery) -> Mesh:
    """A board with the line and its stations, its foot at y = 0."""
    board = block((1.9, 0.62, 0.04), "#f2efe6", (0, 0, 0.02))
    edge = [block((1.98, 0.05, 0.06), livery.trim, (0, y, 0.03)) for y in (-0.04, 0.61)]
    line = plate((1.6, 0.07), livery.cloth, (0, 0.28, 0.043))
    stop = drum(0.06, 0.01, "#f2efe6", sides=10).turned(x=90).moved((-0.75, 0.315, 0.045))
    stops = [(stop if k else stop.painted("#d8382c")).moved((0.3 * k, 0, 0)) for k in range(6)]
    names = [plate((0.16, 0.04), "#5a6068", (-0.75 + 0.3 * k, 0.18 + 0.24 * (k % 2), 0.043)) for k in range(6)]
    return merge((board, *edge, line, *stops, *names))


def arch(livery: Livery, length: float, height: float) -> Mesh:
    """A beam under the ceiling across a carriage, from z = 0 to +z, its foot at y = 0, a bracket at the wall."""
    tone = livery.panel if livery.old else mixed(livery.wall, livery.trim, 0.25)
    beam = block((0.16, height, length), tone, (0, 0, length / 2), gloss=0.3)
    edge = block((0.2, 0.06, length), livery.trim, (0, 0, length / 2), gloss=0.5)
    bracket = slab([(0.0, 0.0), (0.0, -0.5), (0.5, 0.0)], 0.14, tone).turned(y=-90)
    return merge((beam, edge, bracket))


def lamp_strip(length: float, width: float, old: bool) -> Mesh:
    """A line of light under the ceiling along x, in pieces; its top at y = 0."""
    count = max(2, round(length / 1.6))
    each = length / count
    color, edge, glow = ("#ffe6bc", "#b08a44", 0.8) if old else ("#f4f8ff", "#d8dce0", 1.0)
    pane = always_lit(tile((each - 0.16, width), color, gloss=0.1).turned(x=180), glow)
    glass = [pane.moved((each * (k + 0.5) - length / 2, -0.065, 0)) for k in range(count)]
    return merge((block((length, 0.06, width + 0.16), edge, (0, -0.06, 0)), *glass))


def outlook(rng: Rng, width: float, height: float, frame: Color, deep: float = 0.34) -> Mesh:
    """What is seen from a window, in a shallow box behind an opening that begins at z = 0 and goes to -z: the sky, a
    field, hedges, trees, sometimes a pole or a house. It lets in as much light as the opening is wide: the sky is
    no larger."""
    half = width / 2
    grass = mixed("#7f9a44", "#a8984a", float(rng.uniform(0.0, 0.7)))
    reveals = [
        both_sides(plate((deep, height), shade(frame, 0.8), turn=-90).moved((half, 0, -deep / 2))),
        tile((width, deep), shade(frame, 0.7)).turned(x=180).moved((0, height, -deep / 2)),
        tile((width, deep * 1.25), grass).turned(x=34.0).moved((0, 0.11, -deep / 2)),
    ]
    sky = plate((width, height), "#d6e8f4", (0, 0, -deep)).of_part(SKY_PANE)
    hedge = [
        ball((*rng.uniform((0.14, 0.08), (0.26, 0.14)).tolist(), 0.04), varied(shade(grass, 0.7), rng, 0.12),
             (float(x), 0.23, -deep + 0.05), 4)
        for x in np.arange(-half + 0.1, half, 0.24)
    ]  # fmt: skip
    things = [
        _tree(rng, grass).moved((float(x) * half, 0.18, -deep + 0.1 + 0.04 * k))
        for k, x in enumerate(rng.uniform(-0.8, 0.8, int(rng.integers(1, 4))))
    ]
    if rng.random() < 0.5:
        things.append(_pole().moved((float(rng.uniform(-0.7, 0.7)) * half, 0.0, -0.12)))
    if rng.random() < 0.4:
        things.append(_house().moved((float(rng.uniform(-0.6, 0.6)) * half, 0.2, -deep + 0.06)))
    return merge((*reveals, sky, *hedge, *things))


def _tree(rng: Rng, grass: Color) -> Mesh:
    high, size = float(rng.uniform(0.22, 0.5)), float(rng.uniform(0.7, 1.1))
    tint = varied(mixed(grass, "#4f7a3a", 0.6), rng, 0.14)
    crown = [ball((r * size, r * 0.9 * size, 0.035), tint, (x * size, high + y, 0), 5)
             for r, x, y in ((0.22, 0.0, 0.06), (0.16, 0.15, -0.05), (0.15, -0.14, -0.03))]  # fmt: skip
    return merge((graded(merge(crown), 0.72, 1.12), block((0.05, high, 0.03), "#6b5238")))


def _pole() -> Mesh:
    arms = [block((wide, 0.05, 0.05), "#5a4a3a", (0, y, 0)) for wide, y in ((0.44, 1.1), (0.56, 0.98))]
    return merge((block((0.05, 1.13, 0.05), "#5a4a3a"), *arms))


def _house() -> Mesh:
    roof = slab([(-0.3, 0.24), (0.3, 0.24), (0.18, 0.42), (-0.18, 0.42)], 0.06, "#a8543c")
    return merge((block((0.5, 0.25, 0.05), "#e2d6bc"), roof))
