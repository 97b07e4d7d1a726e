"""What stands at the edge of still water: reeds, a jetty, a bank of stones, ducks, a far wooded shore.

Knows nothing of where it will stand.
"""

from __future__ import annotations

import math

import numpy as np

from model.renderer.mesh import Mesh, merge, sheet
from model.renderer.pieces import nature
from model.renderer.scenery import LAMP
from model.renderer.shapes import Color, Rng, ball, block, drum, graded, rod, spun, varied

_PLANK = 0.34  # m from one board of a jetty to the next


def reeds(rng: Rng, height: float = 1.2, blades: int = 16, color: Color = "#7d9a4a") -> Mesh:
    """A stand of long blades that bend at their tips, bulrushes among them."""
    points, triangles = [], []
    for k in range(blades):
        a, out = float(rng.uniform(0, math.tau)), height * 0.3 * math.sqrt(float(rng.uniform()))
        x, z, h = out * math.sin(a), out * math.cos(a), height * float(rng.uniform(0.6, 1.0))
        b, lean, w = float(rng.uniform(0, math.tau)), float(rng.uniform(0.08, 0.3)) * h, 0.018 + 0.012 * height
        across = (w * math.cos(b), -w * math.sin(b))
        bent = (x + 0.35 * lean * math.sin(b), z + 0.35 * lean * math.cos(b))
        points += [
            (x - across[0], 0.0, z - across[1]), (x + across[0], 0.0, z + across[1]),
            (bent[0] - 0.8 * across[0], 0.62 * h, bent[1] - 0.8 * across[1]),
            (bent[0] + 0.8 * across[0], 0.62 * h, bent[1] + 0.8 * across[1]),
            (x + lean * math.sin(b), h, z + lean * math.cos(b)),
        ]  # fmt: skip
        i = 5 * k
        triangles += [(i, i + 1, i + 3), (i, i + 3, i + 2), (i + 2, i + 3, i + 4)]
    leaves = graded(sheet(points, triangles).painted(varied(color, rng, 0.1), 0.1), 0.62, 1.2)
    rushes = []
    for _ in range(blades // 7):
        x, z, h = rng.uniform((-0.2, -0.2, 0.85), (0.2, 0.2, 1.1)) * height
        rushes.append(rod((x, 0, z), (x, h, z), 0.012, "#8a9450", sides=3))
        rushes.append(spun([(0.012, h - 0.26), (0.038, h - 0.2), (0.036, h - 0.05), (0, h)], "#6b4526", (x, 0, z), 5))
    return merge((leaves, *rushes))


def jetty(rng: Rng, length: float, width: float = 1.5, depth: float = 1.4) -> Mesh:
    """A landing of planks on piles, running out from z = 0 towards -z, a lantern on its last post, a moored line."""
    n = round(length / _PLANK)
    deck = [
        block((width * float(rng.uniform(0.97, 1.03)), 0.06, _PLANK - 0.03), varied("#9a7b56", rng, 0.12),
              (0, 0.34, -_PLANK * (k + 0.5)))
        for k in range(n)
    ]  # fmt: skip
    beams = [block((0.12, 0.14, length), "#6b5238", (x, 0.2, -length / 2)) for x in (-width * 0.36, width * 0.36)]
    piles = []
    for z in np.linspace(-0.5, -length + 0.15, max(2, round(length / 2.2))):
        for s in (-1, 1):
            x, tall = s * width * 0.5, float(rng.uniform(0.66, 0.8))
            piles.append(rod((x, -depth, float(z)), (x, tall, float(z)), 0.085, varied("#66503a", rng, 0.1), sides=7))
    x, z = width * 0.5, -length + 0.15
    lamp = (
        rod((x, 0.6, z), (x, 2.0, z), 0.05, "#5f4a34", sides=6),
        rod((x, 1.94, z), (x, 1.94, z + 0.4), 0.03, "#5f4a34", sides=5),
        drum(0.09, 0.03, "#3a342c", (x, 1.84, z + 0.36), sides=8),
        drum(0.075, 0.18, "#ffd890", (x, 1.66, z + 0.36), sides=8).of_part(LAMP),
        drum(0.09, 0.03, "#3a342c", (x, 1.63, z + 0.36), sides=8),
    )
    return merge((graded(merge(deck), 0.95, 1.0), *beams, *piles, *lamp))


def duck(rng: Rng) -> Mesh:
    """Afloat, its water line at y = 0, swimming towards +z."""
    drake = rng.random() < 0.5
    body, head = ("#9a948a", "#2f6b4a") if drake else ("#8a6a4a", "#7a5c40")
    return merge(
        (
            ball((0.1, 0.09, 0.19), varied(body, rng, 0.06), (0, 0.045, 0), 5),
            spun([(0.05, 0), (0.0, 0.14)], body, sides=5).turned(x=-70).moved((0, 0.08, -0.14)),
            rod((0, 0.08, 0.13), (0, 0.2, 0.17), 0.045, head, 0.04, 6),
            ball((0.058, 0.056, 0.064), head, (0, 0.23, 0.18), 5),
            block((0.05, 0.018, 0.07), "#d99a3a", (0, 0.215, 0.26)),
        )
    )


def wooded_hill(rng: Rng, radius: float, height: float, color: Color, trees: int) -> Mesh:
    """A far hill with a ragged fur of trees on the side that looks towards +z."""
    mound = nature.hill(rng, radius, height, color)
    crowns = []
    for _ in range(trees):
        a, up = float(rng.uniform(-1.35, 1.35)), float(rng.uniform(0.03, 0.85))
        out = radius * math.sqrt(1.0 - up * up)
        size = float(rng.uniform(1.3, 2.3))
        at = (out * math.sin(a), height * up - 0.3, out * math.cos(a))
        tone = varied(color, rng, 0.12)
        pointed = rng.random() < 0.5
        outline = [(0.5, 0.0), (0.0, 2.2)] if pointed else [(0.55, 0.0), (0.8, 0.6), (0.45, 1.3), (0.0, 1.5)]
        crowns.append(spun([(size * r, size * y) for r, y in outline], tone, at, 5))
    return merge((mound, graded(merge(crowns), 0.9, 1.08)))
