"""What furnishes a boardroom: a skyline behind glass, a wall of screens, chairs on wheels, lights in lines.

Knows nothing of rooms. What hangs has its back at z = 0 and faces +z.
"""

from __future__ import annotations

import numpy as np

from model.renderer.mesh import Mesh, merge
from model.renderer.pieces.furnishings import always_lit
from model.renderer.scenery import LIT_PANE, SCREEN, SKY_PANE
from model.renderer.shapes import (
    Color,
    Rng,
    ball,
    block,
    both_sides,
    cushion,
    drum,
    mixed,
    pipe,
    plate,
    rod,
    shade,
    slab,
    spun,
    tile,
    varied,
)

STEEL, WALNUT = "#9aa3ad", "#6b4630"


def skyline_window(rng: Rng, width: float, height: float, bays: int = 4, frame: Color = "#3a4048") -> Mesh:
    """A wall of glass over a city: the sky, three rows of towers before it, some windows lit at night, mullions."""
    parts = [plate((width, height), "#cfe4f2", (0, 0, 0.02)).of_part(SKY_PANE)]
    for row, (low, high, tone) in enumerate(((0.42, 0.78, "#92a8ba"), (0.28, 0.6, "#657d93"), (0.14, 0.42, "#43576a"))):
        x, z = -width / 2, 0.026 + 0.008 * row
        while x < width / 2 - 0.1:
            w = min(float(rng.uniform(0.4, 0.95)), width / 2 - x)
            h = float(rng.uniform(low, high)) * height
            parts += _tower(rng, w, h, varied(tone, rng, 0.06), (x + w / 2, 0.0, z))
            x += w + (0.0 if row else float(rng.uniform(0.0, 0.3)))
    posts = np.linspace(-width / 2, width / 2, bays + 1)
    mullions = [block((0.09, height, 0.12), frame, (float(x), 0, 0.06)) for x in posts]
    heights = ((-0.06, 0.12), (height * 0.28, 0.05), (height - 0.04, 0.1))
    rails = [block((width + 0.09, thick, 0.12), frame, (0, y, 0.06)) for y, thick in heights]
    return merge((*parts, *mullions, *rails))


def _tower(rng: Rng, width: float, height: float, color: Color, at: tuple[float, float, float]) -> list[Mesh]:
    """A far block of flats or offices, flat, with rows of windows and sometimes a stepped or pointed top."""
    x, y, z = at
    parts = [plate((width, height), color, at)]
    top = rng.random()
    if top < 0.35:
        parts.append(plate((width * 0.5, 0.14), color, (x, y + height, z)))
    elif top < 0.5:
        parts.append(plate((0.025, 0.4), color, (x, y + height, z)))
    columns = max(2, int(width / 0.15))
    for row in range(int(height / 0.2) - 1):
        for c in range(columns):
            if rng.random() < 0.34:
                at_x = x + ((c + 0.5) / columns - 0.5) * width * 0.88
                parts.append(plate((0.06, 0.09), "#ffd890", (at_x, y + 0.1 + 0.2 * row, z + 0.003)).of_part(LIT_PANE))
    return parts


def swivel_chair(color: Color = "#2c3038", steel: Color = STEEL) -> Mesh:
    """A padded swivel chair on five castors, facing +z."""
    spoke = merge((rod((0, 0.1, 0), (0, 0.07, 0.3), 0.025, steel, sides=5), ball(0.045, "#22252b", (0, 0.045, 0.3), 4)))
    foot = merge((*(spoke.turned(y=72 * k) for k in range(5)), rod((0, 0.08, 0), (0, 0.44, 0), 0.035, steel, sides=8)))
    back = merge(
        (
            cushion(0.5, 0.14, 0.72, color, 8).turned(x=-84).moved((0, 0.92, -0.25)),
            cushion(0.4, 0.12, 0.2, color, 6).turned(x=-84).moved((0, 1.32, -0.28)),
            block((0.1, 0.4, 0.04), steel, (0, 0.44, -0.32)),
        )
    )
    rest = block((0.07, 0.04, 0.34), "#22252b", (0.31, 0.66, 0.02), 0.01)
    arms = both_sides(merge((rod((0.28, 0.48, 0), (0.31, 0.66, 0), 0.02, steel, sides=5), rest)))
    return merge((foot, cushion(0.54, 0.15, 0.52, color, 8).moved((0, 0.5, 0)), back, arms))


def screen_wall(rng: Rng, width: float = 3.4, height: float = 1.8) -> Mesh:
    """A great display of figures: rising bars, a curve, a ring, columns of numbers; it shines at any hour."""
    ink, blue, green, amber = "#123048", "#4fb4f0", "#5fd08a", "#ffc04a"
    lit = [plate((width - 0.1, height - 0.1), ink, (0, 0.05, 0.07))]
    bars = np.sort(rng.uniform(0.15, 0.62, 7)) * height
    for k, bar in enumerate(bars):
        lit.append(plate((0.12, float(bar)), blue if k < 6 else amber, (-width * 0.42 + 0.19 * k, 0.2, 0.075)))
    curve = [(-width * 0.44 + 0.2 * k, 0.55 + float(b) * 0.75, 0.08) for k, b in enumerate(bars)]
    lit.append(pipe(curve, 0.016, green, 4))
    share = drum(0.33, 0.006, green, sides=20).scaled((1, 1, 0.5)).moved((0, 0, 0.16))
    ring = [drum(0.34, 0.004, blue, sides=20), share, drum(0.2, 0.008, ink, sides=18)]
    lit += [m.turned(x=90).moved((width * 0.14, height * 0.62, 0.075)) for m in ring]
    for k, length in enumerate(rng.uniform(0.3, 0.62, 10)):
        lit.append(plate((float(length), 0.045), (blue, "#c9e4f4")[k % 2], (width * 0.36, 0.25 + 0.13 * k, 0.075)))
    lit += [plate((0.5, 0.045), "#c9e4f4", (width * 0.14, 0.25 + 0.13 * k, 0.075)) for k in range(3)]
    lit.append(plate((width * 0.4, 0.08), "#e8f4fc", (-width * 0.26, height - 0.24, 0.075)))
    return merge((block((width, height, 0.06), "#1c2026", (0, 0, 0.03), 0.01), *(m.of_part(SCREEN) for m in lit)))


def slat_wall(width: float, height: float, color: Color = WALNUT) -> Mesh:
    """Upright strips of wood before a dark ground."""
    n = round(width / 0.2)
    tones = [mixed(color, shade(color, 1.18), t) for t in (0.0, 0.4, 0.8, 0.2, 0.6)]
    strips = [
        block((0.11, height, 0.05), tones[k % 5], (-width / 2 + width * (k + 0.5) / n, 0, 0.03)) for k in range(n)
    ]
    return merge((plate((width, height), shade(color, 0.45), (0, 0, 0.006)), *strips))


def emblem(color: Color = "#d8b86a") -> Mesh:
    """The company's sign: a ring and three rising strokes, lit from behind."""
    halo = always_lit(drum(0.62, 0.01, "#fff0c8", sides=28).turned(x=90).moved((0, 0, 0.06)), 0.55)
    ring = drum(0.54, 0.03, color, sides=28, gloss=0.8).turned(x=90).moved((0, 0, 0.07))
    disc = drum(0.44, 0.03, "#22262e", sides=28, gloss=0.8).turned(x=90).moved((0, 0, 0.082))
    strokes = [
        slab([(x, -0.24), (x + 0.12, -0.24), (x + 0.12, y), (x, y - 0.09)], 0.06, color, (0, 0, 0.12), gloss=0.8)
        for x, y in ((-0.24, -0.02), (-0.06, 0.14), (0.12, 0.3))
    ]
    return merge((halo, ring, disc, *strokes))


def light_line(length: float) -> Mesh:
    """A slim lamp on two wires, along x; its underside at y = 0."""
    wires = both_sides(rod((length * 0.4, 0.06, 0), (length * 0.4, 1.2, 0), 0.008, "#5a6068", sides=3))
    glass = always_lit(tile((length - 0.06, 0.11), "#fff2d8").turned(x=180).moved((0, -0.004, 0)))
    return merge((block((length, 0.07, 0.14), "#2c3036"), glass, wires))


def credenza(rng: Rng, width: float = 2.6) -> Mesh:
    """A low sideboard with a coffee pot, cups, water and a bowl of fruit."""
    each = width / 4
    doors = [
        block((each - 0.03, 0.6, 0.03), varied(shade(WALNUT, 1.12), rng, 0.04), (each * (k - 1.5), 0.12, 0.51))
        for k in range(4)
    ]
    goods = ((_coffee_pot(), -0.36), (_cups(), -0.2), (_water(), 0.1), (_fruit_bowl(), 0.34))
    return merge(
        (
            block((width, 0.66, 0.5), WALNUT, (0, 0.1, 0.26)),
            block((width + 0.06, 0.05, 0.56), "#e4e0d8", (0, 0.755, 0.28), gloss=0.6),
            block((width - 0.2, 0.1, 0.4), "#22262c", (0, 0, 0.24)),
            *doors,
            *(mesh.moved((x * width, 0.8, 0.27)) for mesh, x in goods),
        )
    )


def _coffee_pot() -> Mesh:
    body = spun([(0.12, 0), (0.13, 0.22), (0.07, 0.3), (0.08, 0.33), (0, 0.36)], "#c9d0d8", sides=14, gloss=0.9)
    return merge((body, pipe([(0.12, 0.08, 0), (0.2, 0.16, 0), (0.1, 0.27, 0)], 0.015, "#2a2c30", 5)))


def _cups() -> Mesh:
    cup = spun([(0.03, 0), (0.05, 0.08), (0.045, 0.08), (0, 0.02)], "#f4f2ec", sides=8)
    return merge(cup.moved((x, 0, z)) for x in (0.0, 0.16) for z in (-0.08, 0.1))


def _water() -> Mesh:
    profile = [(0.045, 0), (0.045, 0.2), (0.018, 0.27), (0.018, 0.32), (0, 0.32)]
    return merge(spun(profile, "#8fc8d8", (x, 0, 0), 9, gloss=0.95) for x in (0.0, 0.14))


def _fruit_bowl() -> Mesh:
    bowl = spun([(0.07, 0), (0.19, 0.1), (0.17, 0.1), (0, 0.03)], "#e8e4da", sides=14)
    fruit = [
        ball(0.06, color, (0, 0.12, 0.08), 4).turned(y=120 * k)
        for k, color in enumerate(("#d8402f", "#7fae3f", "#f2a93c"))
    ]
    return merge((bowl, *fruit))
