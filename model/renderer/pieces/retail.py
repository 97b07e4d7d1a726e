"""What furnishes a shop of today: lit fridges, shelves of goods in rows, a till, a freezer, a rack of papers.

Knows nothing of rooms. What stands at a wall has its back at z = 0 and faces +z.
"""

from __future__ import annotations

import numpy as np

from model.renderer.mesh import Mesh, merge
from model.renderer.pieces.furnishings import always_lit
from model.renderer.scenery import SCREEN
from model.renderer.shapes import Color, Rng, block, drum, plate, shade, varied

STEEL, WHITE, INK = "#c4ccd6", "#f2f4f4", "#2b2e36"
_GOODS = ("#d9412f", "#2f7fc0", "#f2c230", "#4fa85a", "#8a4fa0", "#f08a3c", "#f4f0e6", "#3fb0b0", "#e06a9a")
_DRINKS = ("#d9412f", "#3f9a4a", "#f08a3c", "#2f6fc0", "#f4f0e6", "#7a4a2c", "#f2d040", "#b04a9a")


def fridges(rng: Rng, doors: int = 3, height: float = 2.3) -> Mesh:
    """Drinks behind glass doors, in a cold light that is on at any hour."""
    width, each, deep = 0.86 * doors, 0.86, 0.62
    parts = [
        block((width + 0.1, 0.22, deep + 0.06), shade(STEEL, 0.7), (0, 0, deep / 2)),
        block((width + 0.1, 0.34, deep + 0.06), "#2f7fc0", (0, height - 0.34, deep / 2)),
        always_lit(plate((width - 0.1, 0.2), "#eaf6ff", (0, height - 0.27, deep + 0.035)), 0.5),
        plate((width, height - 0.5), "#d9ecf6", (0, 0.2, 0.05)).of_part(SCREEN),
        *(block((0.06, height, deep), STEEL, (s * (width / 2 + 0.02), 0, deep / 2)) for s in (-1, 1)),
    ]
    for door in range(doors):
        x0 = -width / 2 + each * door
        parts += [
            block((0.04, height - 0.56, 0.05), STEEL, (x0 + s, 0.22, deep)) for s in (0.03, each - 0.03)
        ]
        parts.append(block((0.03, 0.5, 0.06), INK, (x0 + each - 0.1, 0.9, deep + 0.03)))
        for row in range(4):
            y, tint = 0.26 + 0.45 * row, str(rng.choice(_DRINKS))
            parts.append(block((each - 0.08, 0.02, 0.34), WHITE, (x0 + each / 2, y, 0.3)))
            for k in range(6):
                at = (x0 + 0.11 + 0.128 * k, y + 0.02, 0.36)
                parts.append(drum(0.046, 0.22, varied(tint, rng, 0.05), at, sides=7, gloss=0.7))
                parts.append(drum(0.02, 0.06, shade(tint, 0.6), (at[0], at[1] + 0.22, at[2]), sides=5))
    return merge(parts)


def gondola(rng: Rng, width: float = 2.4, height: float = 1.7, sign: Color = "#d9412f") -> Mesh:
    """White shelves of packets, tins and bags under a coloured sign, price strips along their edges."""
    parts = [
        block((width, height, 0.05), "#dfe3e4", (0, 0, 0.025)),
        block((width + 0.06, 0.2, 0.12), sign, (0, height, 0.06), 0.02),
        *(block((0.05, height, 0.44), "#d0d6d8", (s * width / 2, 0, 0.22)) for s in (-1, 1)),
    ]
    for row in range(4):
        y, deep = 0.1 + row * (height - 0.12) / 4, 0.46 - 0.03 * row
        parts.append(block((width - 0.04, 0.04, deep), WHITE, (0, y, deep / 2)))
        parts.append(plate((width - 0.06, 0.05), "#f2d040" if row % 2 else WHITE, (0, y - 0.005, deep + 0.004)))
        x = -width / 2 + 0.16
        while x < width / 2 - 0.14:
            tint, each, tall = str(rng.choice(_GOODS)), float(rng.uniform(0.12, 0.2)), float(rng.uniform(0.15, 0.28))
            for _ in range(int(rng.integers(2, 4))):
                if x > width / 2 - 0.14:
                    break
                at, own = (x, y + 0.04, deep - 0.16), varied(tint, rng, 0.04)
                parts.append(drum(each / 2, tall, own, at, sides=8, gloss=0.6) if tall < 0.19
                             else block((each * 0.92, tall, 0.16), own, at, 0.015))  # fmt: skip
                x += each + 0.015
            x += 0.03
    return merge(parts)


def checkout(rng: Rng, width: float = 2.6) -> Mesh:
    """A counter with a till, sweets before it, and cigarettes in a lit rack at its back."""
    sweets = [
        block((0.1, 0.12, 0.08), str(rng.choice(_GOODS)), (x, y, 0.86), 0.012)
        for y in (0.34, 0.56, 0.78) for x in np.linspace(-width * 0.4, width * 0.1, 9)
    ]  # fmt: skip
    till = (
        block((0.42, 0.12, 0.36), INK, (width * 0.3, 1.0, 0.5), 0.02),
        block((0.06, 0.26, 0.06), INK, (width * 0.3, 1.1, 0.42)),
        block((0.4, 0.28, 0.04), INK, (width * 0.3, 1.22, 0.42), 0.01),
        plate((0.34, 0.22), "#9fd8ff", (width * 0.3, 1.25, 0.442)).of_part(SCREEN),
    )  # fmt: skip
    return merge((
        block((width, 0.96, 0.6), WHITE, (0, 0, 0.5), 0.02),
        block((width + 0.08, 0.06, 0.72), "#8a9298", (0, 0.95, 0.5), 0.02),
        block((width, 0.14, 0.02), "#d9412f", (0, 0.7, 0.81)),
        block((width, 0.05, 0.02), "#2f7f5a", (0, 0.62, 0.81)),
        *(block((width * 0.62, 0.03, 0.14), STEEL, (-width * 0.15, y, 0.86)) for y in (0.32, 0.54, 0.76)),
        *sweets, *till,
    ))  # fmt: skip


def backlit_rack(rng: Rng, width: float = 2.4, height: float = 1.0) -> Mesh:
    """Small packets in rows before a lit panel, its foot at y = 0."""
    packets = [
        block((0.09, 0.14, 0.05), varied(str(rng.choice(_GOODS)), rng, 0.06), (float(x), y, 0.09))
        for y in np.arange(0.08, height - 0.2, 0.22) for x in np.arange(-width / 2 + 0.12, width / 2 - 0.1, 0.13)
    ]  # fmt: skip
    return merge((
        block((width + 0.08, height + 0.08, 0.05), STEEL, (0, -0.04, 0.025)), *packets,
        plate((width, height), "#f4f8f2", (0, 0, 0.055)).of_part(SCREEN),
    ))  # fmt: skip


def freezer(rng: Rng, width: float = 1.7) -> Mesh:
    """A chest of ices under a rim of glass."""
    ices = [
        block((0.14, 0.05, 0.2), str(rng.choice(_GOODS)), (float(x), 0.72, z), 0.012, float(rng.uniform(-20, 20)))
        for x in np.linspace(-width * 0.38, width * 0.38, 7) for z in (0.24, 0.5)
    ]  # fmt: skip
    return merge((
        block((width, 0.72, 0.74), WHITE, (0, 0, 0.37), 0.04, gloss=0.6),
        block((width, 0.16, 0.02), "#2f9ac0", (0, 0.3, 0.745)),
        *(block((width, 0.1, 0.05), STEEL, (0, 0.72, z)) for z in (0.03, 0.71)),
        *(block((0.05, 0.1, 0.7), STEEL, (s * (width / 2 - 0.025), 0.72, 0.37)) for s in (-1, 1)), *ices,
    ))  # fmt: skip


def papers(rng: Rng) -> Mesh:
    """A rack of magazines."""
    covers = [
        block((0.24, 0.32, 0.02), str(rng.choice(_GOODS)), (x, 0.35 + 0.36 * row, 0.32 - 0.07 * row))
        for row in range(3) for x in (-0.42, -0.14, 0.14, 0.42)
    ]  # fmt: skip
    steps = [block((1.2, 0.06, 0.14), STEEL, (0, 0.3 + 0.36 * row, 0.34 - 0.07 * row)) for row in range(3)]
    return merge((block((1.24, 1.5, 0.05), shade(STEEL, 0.8), (0, 0, 0.025)), *steps, *covers))


def sign_board(width: float = 3.2) -> Mesh:
    """A lit box with stripes, as hangs over such a shop's till; its foot at y = 0."""
    stripes = (("#d9412f", 0.34), ("#f08a3c", 0.2), ("#2f7f5a", 0.06))
    return merge((
        block((width, 0.5, 0.1), WHITE, (0, 0, 0.05), 0.02),
        *(always_lit(plate((width - 0.06, 0.1), color, (0, y, 0.104)), 0.55) for color, y in stripes),
    ))  # fmt: skip
