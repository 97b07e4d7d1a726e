"""What there is where cars are parked: pillars, cars nose on, pipes and ducts, tubes of light, signs, the way out.

Knows nothing of where it will stand. What hangs on a wall has its back at z = 0 and faces +z.
"""

from __future__ import annotations

import numpy as np

from model.renderer.mesh import Mesh, merge
from model.renderer.pieces import street
from model.renderer.pieces.furnishings import always_lit
from model.renderer.pieces.lettering import lettering
from model.renderer.scenery import SKY_PANE
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
    tile,
    varied,
)

CONCRETE, YELLOW, BLACK, WHITE = "#a3a5a4", "#f0bc28", "#2b2d31", "#ecebe4"
PAINTS = ("#c9403a", "#3f6fb5", "#e4e4e0", "#3c4148", "#8d959d", "#2f5f52", "#d99a34", "#1f2630")
_GUARDED = 1.12  # m, up to where edges are painted in stripes
_STRIPE = 0.16  # m


def pillar(height: float, color: Color, text: str, width: float = 0.7) -> Mesh:
    """Concrete with striped edges, a band of the zone's colour and its number to the front."""
    half = width / 2
    shaft = graded(block((width, height, width), CONCRETE), 0.84, 1.03)
    band = block((width + 0.02, 0.86, width + 0.02), color, (0, 1.5, 0))
    number = lettering(text, 0.36, WHITE).moved((0, 1.75, half + 0.016))
    return merge((shaft, band, number, *(_edge().moved((x, 0, z)) for x in (-half, half) for z in (-half, half))))


def _edge() -> Mesh:
    """A rubber guard on a corner in yellow and black."""
    count = round(_GUARDED / _STRIPE)
    return merge(
        block((0.13, _STRIPE, 0.13), (YELLOW, BLACK)[k % 2], (0, _STRIPE * k, 0), gloss=0.3) for k in range(count)
    )


def striped(length: float, height: float, deep: float = 0.08, pitch: float = 0.36,
            colors: tuple[Color, Color] = (YELLOW, BLACK)) -> Mesh:  # fmt: skip
    """A bar along x in two colours by turns, about x = 0."""
    count = max(2, round(length / pitch))
    each = length / count
    return merge(
        block((each, height, deep), colors[k % 2], (each * (k + 0.5) - length / 2, 0, 0)) for k in range(count)
    )


def row_of_cars(rng: Rng, count: int) -> list[Mesh]:
    """Parked cars and vans that look to +z, their bumpers at z = 0; neighbours are of different colours."""
    return [_nose_on(rng, color) for color in rng.permutation(PAINTS)[:count].tolist()]


def _nose_on(rng: Rng, color: Color) -> Mesh:
    tint = varied(color, rng, 0.04)
    return _van(tint) if rng.random() < 0.3 else _saloon(rng, tint)


def _saloon(rng: Rng, tint: Color) -> Mesh:
    grille = [block((0.86, 0.045, 0.03), BLACK, (0, 0.5 + 0.075 * k, 1.89)) for k in range(3)]
    frame = both_sides(rod((0.71, 0.92, 0.95), (0.7, 1.42, 0.42), 0.04, tint, sides=5, gloss=0.8))
    mirrors = both_sides(ball((0.09, 0.07, 0.05), tint, (0.86, 1.0, 0.62), 4, gloss=0.8))
    return merge((street.parked_car(rng, tint), *grille, frame, mirrors, _number_plate())).moved((0, 0, -1.93))


def _number_plate() -> Mesh:
    return merge((
        block((0.5, 0.15, 0.03), "#2f5fa8", (0, 0.31, 1.925)),
        *(plate((0.07, 0.07), WHITE, (-0.16 + 0.08 * k, 0.35, 1.943)) for k in range(5)),
    ))  # fmt: skip


def _van(tint: Color) -> Mesh:
    body = block((1.72, 1.42, 3.7), tint, (0, 0.34, -0.02), 0.12, gloss=0.7)
    glass = [
        block((1.46, 0.52, 0.05), "#2a3442", (0, 1.05, 1.82), 0.015, gloss=0.95),
        *(block((1.75, 0.44, 0.8), "#2a3442", (0, 1.08, z), gloss=0.9) for z in (1.1, 0.1)),
    ]
    lamps = both_sides(ball((0.15, 0.11, 0.05), "#fff4d0", (0.64, 0.68, 1.83), 5, gloss=0.9))
    grille = [block((0.8, 0.05, 0.03), BLACK, (0, 0.56 + 0.09 * k, 1.84)) for k in range(3)]
    wheels = [
        drum(0.32, 0.22, "#22252b", (0, -0.11, 0), sides=12).turned(z=-90).moved((s * 0.78, 0.32, z))
        for s in (-1, 1) for z in (-1.2, 1.2)
    ]  # fmt: skip
    bumper = block((1.76, 0.2, 0.14), shade(tint, 0.4), (0, 0.26, 1.83), 0.03)
    return merge((body, *glass, lamps, *grille, *wheels, bumper, _number_plate())).moved((0, 0, -1.93))


def tube_light(length: float = 1.9) -> Mesh:
    """Two white tubes in a tray along x that hangs from y = 0; they shine down."""
    tray = block((length + 0.12, 0.07, 0.34), "#c8cccf", (0, -0.16, 0))
    tubes = [always_lit(tile((length, 0.1), "#f2f8ff").turned(x=180).moved((0, -0.165, z)), 1.0) for z in (-0.09, 0.09)]
    wires = both_sides(rod((length * 0.4, -0.1, 0), (length * 0.4, 0, 0), 0.02, "#6a7076", sides=4))
    return merge((tray, *tubes, wires))


def pipe_run(length: float, color: Color, radius: float = 0.07, heads: int = 0) -> Mesh:
    """A pipe along x with joints and hangers up to y = 0.3, and so many sprinklers."""
    spots = np.linspace(-length * 0.46, length * 0.46, max(4, round(length / 2.4)))
    joints = [rod((x - 0.07, 0, 0), (x + 0.07, 0, 0), radius * 1.3, shade(color, 0.85), sides=8) for x in spots]
    hangers = [rod((x + 0.3, 0, 0), (x + 0.3, 0.3, 0), 0.018, "#7a8086", sides=4) for x in spots]
    head = drum(0.06, 0.02, "#d8b04a", (0, -0.18, 0), sides=8)
    drops = [
        merge((rod((0, 0, 0), (0, -0.16, 0), 0.03, color, sides=5), head)).moved((float(x), 0, 0))
        for x in np.linspace(-length * 0.4, length * 0.4, heads)
    ]
    return merge((rod((-length / 2, 0, 0), (length / 2, 0, 0), radius, color, sides=8, gloss=0.5),
                  *joints, *hangers, *drops))  # fmt: skip


def duct(length: float, width: float = 0.8, height: float = 0.36) -> Mesh:
    """A tin air duct along x with flanges and outlets, its top at y = 0."""
    tin = "#b4bbc0"
    flanges = [block((0.07, height + 0.08, width + 0.08), shade(tin, 0.86), (x, -height - 0.04, 0))
               for x in np.linspace(-length / 2, length / 2, max(3, round(length / 2.0)))]  # fmt: skip
    vents = [
        block((0.5, 0.05, 0.03), shade(tin, 0.45), (x, -height * 0.72 + 0.1 * k, width / 2 + 0.005))
        for x in np.linspace(-length * 0.4, length * 0.4, 5) for k in range(2)
    ]  # fmt: skip
    return merge((block((length, height, width), tin, (0, -height, 0), gloss=0.45), *flanges, *vents))


def exit_sign(width: float = 1.3) -> Mesh:
    """A red box that shines at any hour, the word and an arrow in white; its foot at y = 0."""
    red, ink = "#d8281e", "#fff4ec"
    face = always_lit(plate((width - 0.06, 0.36), red, (0, 0.03, 0.055)), 0.75)
    word = always_lit(lettering("EXIT", 0.24, ink).moved((-width * 0.16, 0.09, 0.06)), 0.9)
    shaft = plate((0.22, 0.06), ink, (width * 0.33, 0.18, 0.06))
    head = merge(plate((0.15, 0.06), ink).moved((-0.05, 0, 0)).turned(z=a).moved((width * 0.42, 0.21, 0.061))
                 for a in (38, -38))  # fmt: skip
    return merge((block((width, 0.42, 0.1), "#2b2d31", (0, 0, 0)), face, word, always_lit(merge((shaft, head)), 0.9)))


def ramp(width: float, height: float, length: float = 3.4) -> Mesh:
    """The way out: a ribbed floor that rises to -z from z = 0 between walls, daylight at its upper end."""
    rise = 0.34 * length
    slope = float(np.degrees(np.arctan2(rise, length)))
    long = float(np.hypot(rise, length))
    floor = tile((width, long), "#8f9293", gloss=0.1).moved((0, 0, -long / 2)).turned(x=slope)
    ribs = [tile((width * 0.92, 0.2), "#83888a", (0, 0.006, -0.6 - 0.8 * k)).turned(x=slope)
            for k in range(int(long / 0.8) - 1)]  # fmt: skip
    kerbs = both_sides(block((0.22, 0.24, long), YELLOW, (width / 2 - 0.11, 0, -long / 2)).turned(x=slope))
    top = height + rise * 0.7
    walls = both_sides(plate((length, top), shade(CONCRETE, 0.98), turn=-90).moved((width / 2, 0, -length / 2)))
    roof = tile((width, length), shade(CONCRETE, 0.8)).turned(x=180).moved((0, top, -length / 2))
    above = plate((width, top - height), CONCRETE, (0, height, -0.02), 180)
    day = plate((width, top - rise), "#d6e8f4", (0, rise, -length)).of_part(SKY_PANE)
    return merge((floor, *ribs, kerbs, walls, roof, above, day))


def barrier(length: float = 3.2) -> Mesh:
    """A post with a striped arm along +x, half raised."""
    post = merge((block((0.4, 1.05, 0.34), "#e0a020", (0, 0, 0), 0.03), block((0.42, 0.1, 0.36), BLACK, (0, 0.86, 0))))
    arm = striped(length, 0.12, 0.06, length / 8, ("#d8382c", WHITE)).moved((length / 2, -0.06, 0))
    return merge((post, arm.turned(z=52).moved((0, 0.95, 0.22))))


def painted_line(length: float, width: float = 0.14, color: Color = WHITE) -> Mesh:
    """On the floor along z."""
    return tile((width, length), mixed(color, CONCRETE, 0.12), gloss=0.4)


def arrow(color: Color = WHITE) -> Mesh:
    """On the floor, pointing to -z."""
    paint = mixed(color, CONCRETE, 0.12)
    shaft = tile((0.22, 1.5), paint, (0, 0, 0.35), gloss=0.4)
    head = both_sides(tile((0.2, 0.78), paint, (0, 0, 0.3), gloss=0.4).turned(y=38).moved((0.01, 0.0012, -0.72)))
    return merge((shaft, head))


def cone() -> Mesh:
    return merge((
        block((0.4, 0.04, 0.4), "#d8542a"), drum(0.15, 0.6, "#e8622c", (0, 0.04, 0), top=0.03, sides=10),
        drum(0.118, 0.12, WHITE, (0, 0.24, 0), top=0.092, sides=10),
    ))  # fmt: skip


def mirror() -> Mesh:
    """A round mirror for corners, on an arm from the wall."""
    glass = ball((0.34, 0.34, 0.1), "#c4d4de", (0, 0, 0.3), 7, gloss=1.0)
    return merge((glass, drum(0.38, 0.06, "#e8622c", (0, -0.03, 0), sides=16).turned(x=90).moved((0, 0, 0.27)),
                  rod((0, 0, 0), (0, 0, 0.28), 0.03, "#6a7076", sides=5)))  # fmt: skip
