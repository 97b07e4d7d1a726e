"""What stands in an old Chinese inn, and paper windows as palaces have them too.

Knows nothing of where it will stand. What hangs or stands on a wall faces +z with the wall at z = 0.
"""

from __future__ import annotations

import math

import numpy as np

from model.renderer.mesh import Mesh, merge
from model.renderer.pieces import furnishings as f
from model.renderer.pieces.characters import character
from model.renderer.pieces.old_town import wine_jar
from model.renderer.shapes import Color, Rng, block, both_sides, drum, plate, rod, shade, spun, varied

WOOD, _STEPS = "#6b4028", ("#704529", "#7a4c30")


def paper_window(width: float, height: float, wood: Color = "#5f1f18", gilded: bool = True) -> Mesh:
    """Paper behind a lattice, through which light comes at any hour; some of it `gilded`."""
    paper = f.always_lit(plate((width, height), "#f2d8a0", (0, 0, 0.02)), 0.35)
    bars = [block((0.05, height, 0.05), wood, (x, 0, 0.03)) for x in np.linspace(-width / 2, width / 2, 7)]
    rails = [block((width, 0.05, 0.05), wood, (0, y, 0.03)) for y in np.linspace(0, height, 8)]
    diamonds = [
        block((0.3, 0.3, 0.06), f.GOLD, (0, -0.15, 0)).turned(z=45).moved((x, y, 0.035))
        for x, y in ((0, height * 0.5), (-width / 3, height * 0.78), (width / 3, height * 0.78))
        if gilded
    ]
    return merge((
        paper, *bars, *rails, *diamonds,
        *(block((width + 0.2, 0.12, 0.1), wood, (0, y, 0.03)) for y in (-0.1, height)),
        *(block((0.12, height + 0.2, 0.1), wood, (s * (width / 2 + 0.04), -0.1, 0.03)) for s in (-1, 1)),
    ))  # fmt: skip


def square_table(rng: Rng) -> Mesh:
    """A table for eight with a bench on each side, and what is drunk on it."""
    wood = varied(WOOD, rng, 0.06)
    legs = [block((0.09, 0.74, 0.09), wood, (x, 0, z)) for x in (-0.44, 0.44) for z in (-0.44, 0.44)]
    apron = [block((0.9, 0.12, 0.05), shade(wood, 0.85), (0, 0.6, 0.44)).turned(y=90 * k) for k in range(4)]
    bench = merge((block((0.86, 0.06, 0.26), wood, (0, 0.42, 0)),
                   *(block((0.07, 0.42, 0.22), shade(wood, 0.85), (s * 0.32, 0, 0)) for s in (-1, 1))))  # fmt: skip
    benches = [bench.moved((0, 0, 0.82)).turned(y=90 * k) for k in range(4)]
    jar = wine_jar(rng, 0.13).moved((float(rng.uniform(-0.2, 0.2)), 0.81, float(rng.uniform(-0.2, 0.2))))
    bowl = spun([(0.03, 0.0), (0.07, 0.05), (0.075, 0.055), (0.0, 0.02)], "#e0dccf", sides=8)
    bowls = [bowl.moved((0.3 * math.sin(a), 0.81, 0.3 * math.cos(a))) for a in rng.uniform(0, math.tau, 3)]
    return merge(
        (block((1.06, 0.07, 1.06), shade(wood, 1.15), (0, 0.74, 0), gloss=0.4), *legs, *apron, *benches, jar, *bowls)
    )


def counter(rng: Rng, width: float = 3.4) -> Mesh:
    """Where the innkeeper reckons: panels, an abacus, an account book, jars."""
    wood = varied("#7a4a2c", rng, 0.04)
    panels = [
        block((width / 4 - 0.12, 0.7, 0.04), shade(wood, 1.15), (width * ((k + 0.5) / 4 - 0.5), 0.16, 0.31))
        for k in range(4)
    ]
    beads = [
        drum(0.022, 0.04, "#2a1c14", (-0.2 + 0.06 * i, 1.1, 0.05 + 0.045 * j), sides=5)
        for i in range(8)
        for j in range(2)
    ]
    abacus = merge((block((0.6, 0.03, 0.2), "#8a5a35", (0.0, 1.08, 0.07)), *beads))
    book = block((0.26, 0.04, 0.2), "#3f5f78", (0.6, 1.08, 0.05), turn=12)
    jars = [
        wine_jar(rng, r).moved((x, 1.08, 0.0))
        for x, r in ((-width * 0.4, 0.17), (-width * 0.27, 0.13), (width * 0.4, 0.16))
    ]
    top = block((width + 0.14, 0.08, 0.74), shade(wood, 0.8), (0, 1.0, 0), gloss=0.5)
    return merge((block((width, 1.0, 0.6), wood), top, *panels, abacus, book, *jars))


def jars(rng: Rng) -> Mesh:
    """Wine in big jars, one on top of others, red paper on the first."""
    label = merge((plate((0.24, 0.24), "#c2342c", (0, 0, 0)), character("酒", 0.18, "#2a1c14").moved((0, 0.03, 0.004))))
    stack = [
        wine_jar(rng, r).moved(at)
        for r, at in ((0.32, (0, 0, 0)), (0.3, (0.68, 0, 0.05)), (0.28, (0.34, 0.0, 0.55)), (0.27, (0.34, 0.62, 0.1)))
    ]
    return merge((*stack, label.moved((0.34, 0.16, 0.84))))


def prices(rng: Rng, count: int = 6) -> Mesh:
    """Wooden tablets on pegs, a dish on each."""
    signs = list("茶酒米天大古丰文")
    tablets = []
    for k in range(count):
        x, names = 0.34 * (k - (count - 1) / 2), rng.choice(signs, 2, replace=False)
        marks = [character(str(name), 0.15, "#f0d9a8").moved((x, 0.5 - 0.2 * n, 0.03)) for n, name in enumerate(names)]
        tablets += [block((0.24, 0.78, 0.04), varied("#8a5a35", rng, 0.06), (x, 0.04, 0.0)), *marks]
    rail = rod((-0.2 * count, 0.86, 0.02), (0.2 * count, 0.86, 0.02), 0.025, WOOD, sides=5)
    return merge((*tablets, rail))


def stairs_up(height: float, width: float = 1.3) -> Mesh:
    """A flight to the upper floor, rising along +x from x = 0, a railing on the open side."""
    n = 11
    run, rise = 0.27, height / n
    steps = [block((run, rise * (k + 1), width), _STEPS[k % 2], (run * (k + 0.5), 0, 0)) for k in range(n)]
    rail = rod((0.0, 0.9, width / 2), (run * n, height + 0.9, width / 2), 0.045, WOOD, sides=5)
    posts = [block((0.06, 0.9, 0.06), WOOD, (run * (k + 0.5), rise * (k + 1), width / 2)) for k in range(0, n, 2)]
    return merge((*steps, both_sides(merge((rail, *posts)))))


def post(height: float) -> Mesh:
    """A round column of wood on a stone, a bracket under the beam."""
    shaft = drum(0.19, height - 0.2, WOOD, (0, 0.2, 0), sides=10, gloss=0.4)
    bracket = block((1.0, 0.2, 0.24), shade(WOOD, 0.8), (0, height - 0.5, 0))
    return merge((drum(0.3, 0.2, "#8f897e", top=0.26, sides=10), shaft, bracket))
