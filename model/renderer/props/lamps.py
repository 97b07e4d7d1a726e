"""Toys that give light or picture: flames, lamps, hearths, screens. Lit, their flame or glass shows; dark, it does not.

Knows nothing of the light they throw on others.
"""

from __future__ import annotations

import itertools
import math

import numpy as np

from model.renderer.mesh import Mesh, merge
from model.renderer.pieces.furnishings import flame
from model.renderer.props.toy import Builders, Dark, Hinge, Lit, Paint, Toy
from model.renderer.shapes import (
    Color,
    ball,
    block,
    both_sides,
    drum,
    graded,
    mixed,
    pipe,
    plate,
    rod,
    shade,
    spun,
    varied,
)

GLOW = "#ffd890"


def bulb(mesh: Mesh, lit: Color, dark: Color) -> tuple[tuple[Mesh, Lit], tuple[Mesh, Dark]]:
    """The same glass twice: shining, and switched off."""
    middle = tuple(float(x) for x in mesh.vertices.mean(axis=0))
    return (mesh.painted(lit, glow=1.0), Lit(middle)), (mesh.painted(dark, glow=0.0), Dark(middle))


def torch(paint: Paint) -> Toy:
    stick = rod((0, 0, 0), (0, 0.4, 0), 0.022, paint.body, 0.032)
    head = spun([(0.03, 0.34), (0.052, 0.38), (0.05, 0.44), (0, 0.46)], "#3a2c22", sides=12)
    bands = [drum(0.05, 0.012, "#4a4f58", (0, y, 0), sides=12) for y in (0.365, 0.425)]
    fire = flame(0.2, "#ff8a2c", (0, 0.42, 0))
    return Toy((stick, head, *bands), ((fire, Lit((0, 0.44, 0), dances=True)),))


def lantern(paint: Paint) -> Toy:
    if paint.named("paper"):
        skin = spun([(0.05, 0.04), (0.1, 0.09), (0.12, 0.165), (0.1, 0.24), (0.05, 0.29)], paint.accent, sides=18)
        caps = [drum(0.055, 0.022, paint.body, (0, y, 0), sides=14) for y in (0.022, 0.286)]
        tassel = [
            rod((0, 0.02, 0), (0, 0, 0), 0.012, "#d8b040"),
            pipe([(-0.04, 0.3, 0), (0, 0.36, 0), (0.04, 0.3, 0)], 0.006, paint.body, 5),
        ]
        return Toy((*caps, *tassel), bulb(skin, "#ff9a5a", shade("#d8402f", 0.9)))
    iron = paint.body
    base = [block((0.22, 0.035, 0.22), iron, bevel=0.012, gloss=0.5), block((0.16, 0.02, 0.16), iron, (0, 0.035, 0))]
    posts = [rod((x, 0.04, z), (x, 0.235, z), 0.011, iron) for x in (-0.085, 0.085) for z in (-0.085, 0.085)]
    roof = spun([(0.16, 0.225), (0.15, 0.245), (0.05, 0.3), (0, 0.3)], iron, sides=4, smooth=False).turned(y=45)
    ring = pipe(
        [(-0.035, 0.295, 0), (-0.03, 0.345, 0), (0, 0.36, 0), (0.03, 0.345, 0), (0.035, 0.295, 0)], 0.009, iron, 6
    )
    glass = block((0.145, 0.18, 0.145), GLOW, (0, 0.05, 0), 0.01)
    return Toy((*base, *posts, roof, ring), bulb(glass, paint.accent, "#8f9a98"))


def candle(paint: Paint) -> Toy:
    wax = spun([(0, 0.02), (0.036, 0.02), (0.034, 0.185), (0.026, 0.195), (0, 0.188)], paint.body, sides=14, gloss=0.4)
    drips = [
        ball((0.009, 0.03, 0.009), paint.body, (0.033 * math.sin(a), y, 0.033 * math.cos(a)), 4, gloss=0.4)
        for a, y in ((0.4, 0.15), (2.2, 0.12), (4.1, 0.155))
    ]
    saucer = spun(
        [(0, 0), (0.045, 0), (0.06, 0.014), (0.058, 0.02), (0.03, 0.012), (0, 0.012)], "#d9b24a", sides=18, gloss=0.8
    )
    wick = rod((0, 0.185, 0), (0, 0.205, 0), 0.004, "#2a2018", sides=5)
    return Toy(
        (graded(wax, 0.85), *drips, saucer, wick),
        ((flame(0.09, paint.accent, (0, 0.195, 0)), Lit((0, 0.198, 0), dances=True)),),
    )


def lamp(paint: Paint) -> Toy:
    foot = spun(
        [
            (0, 0),
            (0.1, 0),
            (0.1, 0.015),
            (0.04, 0.03),
            (0.07, 0.09),
            (0.08, 0.14),
            (0.05, 0.2),
            (0.016, 0.24),
            (0.014, 0.33),
        ],
        paint.body,
        sides=20,
        gloss=0.8,
    )
    shade_mesh = spun([(0.165, 0.3), (0.17, 0.31), (0.105, 0.54), (0.1, 0.55)], paint.accent, sides=22, gloss=0.1)
    return Toy((foot, ball(0.014, paint.body, (0, 0.55, 0), 5, gloss=0.8)), bulb(shade_mesh, paint.accent, "#cbb995"))


def floor_lamp(paint: Paint) -> Toy:
    foot = spun([(0, 0), (0.17, 0), (0.165, 0.025), (0.03, 0.045), (0.018, 0.06)], paint.body, sides=22, gloss=0.6)
    pole = rod((0, 0.04, 0), (0, 1.3, 0), 0.017, paint.body, gloss=0.6)
    cone = spun([(0.25, 1.2), (0.25, 1.215), (0.155, 1.57), (0.15, 1.58)], paint.accent, sides=24, gloss=0.1)
    chain = [
        rod((0.12, 1.22, 0.05), (0.12, 1.0, 0.05), 0.004, "#d9b24a", sides=4),
        ball(0.012, "#d9b24a", (0.12, 1.0, 0.05), 4),
    ]
    return Toy((foot, pole, *chain, ball(0.016, "#d9b24a", (0, 1.59, 0), 5)), bulb(cone, paint.accent, "#c9bda5"))


def street_lamp(paint: Paint) -> Toy:
    iron = paint.body
    pole = spun(
        [(0.16, 0), (0.16, 0.08), (0.1, 0.12), (0.085, 0.5), (0.055, 0.55), (0.045, 2.55), (0.07, 2.58), (0.03, 2.62)],
        iron,
        sides=12,
        gloss=0.5,
    )
    rings = [drum(r, 0.04, shade(iron, 1.3), (0, y, 0), sides=12, gloss=0.6) for r, y in ((0.1, 0.53), (0.06, 1.6))]
    arms = rod((-0.15, 2.5, 0), (0.15, 2.5, 0), 0.018, iron)
    glass = spun([(0.09, 2.64), (0.15, 2.92), (0.09, 2.98), (0, 3.0)], GLOW, sides=8)
    cap = spun([(0.2, 2.93), (0.19, 2.96), (0.07, 3.08), (0.02, 3.2), (0, 3.2)], iron, sides=8, gloss=0.5)
    bars = [
        rod(
            (0.092 * math.sin(a), 2.64, 0.092 * math.cos(a)),
            (0.155 * math.sin(a), 2.93, 0.155 * math.cos(a)),
            0.012,
            iron,
            sides=5,
        )
        for a in np.arange(4) * math.pi / 2 + 0.39
    ]
    return Toy(
        (pole, *rings, arms, cap, *bars, drum(0.1, 0.03, iron, (0, 2.62, 0))), bulb(glass, paint.accent, "#aeb8b4")
    )


def fireplace(paint: Paint) -> Toy:
    stone = paint.body
    jambs = both_sides(
        merge(
            block((0.3, 0.2, 0.52), varied(stone, paint.rng), (0.58, 0.08 + 0.205 * k, -0.02), 0.025) for k in range(4)
        )
    )
    header = [block((0.4, 0.26, 0.54), varied(stone, paint.rng), (x, 0.9, -0.01), 0.025) for x in (-0.51, -0.1, 0.31)]
    key = block((0.2, 0.3, 0.57), shade(stone, 1.15), (0.62, 0.9, 0), 0.025).moved((-0.62, -0.02, 0))
    mantel = block((1.5, 0.09, 0.6), "#6b4526", (0, 1.17, 0), 0.02, gloss=0.5)
    breast = block((1.24, 0.14, 0.42), shade(stone, 0.92), (0, 1.26, -0.07), 0.02)
    back = block((1.3, 0.95, 0.06), "#2a2420", (0, 0.02, -0.27))
    hearth = block((1.5, 0.09, 0.6), shade(stone, 0.75), bevel=0.02)
    logs = [
        rod((-0.3, 0.16 + y, z), (0.3, 0.16 + y, z * 0.4), 0.055, varied("#5a3c24", paint.rng), sides=9)
        for z, y in ((0.1, 0.0), (-0.12, 0.0), (0.02, 0.09))
    ]
    fire = merge(
        flame(h, c, (x, 0.17, z))
        for x, z, h, c in (
            (0, 0, 0.52, paint.accent),
            (-0.17, 0.06, 0.36, "#ff7a24"),
            (0.18, 0.03, 0.4, "#ff8a2c"),
            (0.06, 0.1, 0.28, "#ffb347"),
        )
    )
    embers = [
        ball(0.035, "#ff6a1c", (x, 0.12, 0.12 - 0.1 * (k % 2)), 4, glow=0.9)
        for k, x in enumerate(np.linspace(-0.3, 0.3, 7))
    ]
    return Toy(
        (jambs, *header, key, mantel, breast, back, hearth, *logs),
        ((fire, Lit((0, 0.15, 0), dances=True)), (merge(embers), Lit((0, 0.12, 0)))),
    )


def campfire(paint: Paint) -> Toy:
    ring = [
        ball((0.1, 0.075, 0.09), varied("#8a8680", paint.rng, 0.12), (0, 0.045, 0.37), 5).turned(y=40 * k)
        for k in range(9)
    ]
    logs = [
        rod(
            (0.3 * math.sin(a), 0.05, 0.3 * math.cos(a)),
            (-0.05 * math.sin(a), 0.26, -0.05 * math.cos(a)),
            0.05,
            varied(paint.body, paint.rng, 0.15),
            sides=8,
        )
        for a in np.arange(5) * 1.2566
    ]
    fire = merge(
        flame(h, c, (x, 0.08, z))
        for x, z, h, c in (
            (0, 0, 0.42, paint.accent),
            (-0.13, 0.05, 0.3, "#ff7a24"),
            (0.13, -0.02, 0.33, "#ff8a2c"),
            (0.02, 0.13, 0.26, "#ffb347"),
        )
    )
    ash = drum(0.34, 0.02, "#3a3430", sides=16)
    return Toy((*ring, *logs, ash), ((fire, Lit((0, 0.06, 0), dances=True)),))


def forge(paint: Paint) -> Toy:
    stone = paint.body
    courses = [
        block((0.38, 0.2, 0.3), varied(stone, paint.rng, 0.14), (x + 0.1 * (r % 2) - 0.05, 0.2 * r, z), 0.025)
        for r in range(3)
        for x in (-0.36, 0.0, 0.36)
        for z in (0.32,)
    ]
    core = block((1.1, 0.6, 0.84), shade(stone, 0.8), (0, 0, -0.05), 0.03)
    rim = merge((block((1.2, 0.12, 1.0), shade(stone, 1.15), (0, 0.6, 0), 0.03),))
    bed = block((0.7, 0.03, 0.5), "#241c18", (0, 0.715, 0.1))
    coals = [
        ball((0.06, 0.045, 0.06), varied("#3a302a", paint.rng, 0.2), (x, 0.745, z), 4)
        for x in np.linspace(-0.26, 0.26, 5)
        for z in (-0.06, 0.08, 0.22)
    ]
    hot = [
        ball((0.05, 0.045, 0.05), c, (x, 0.765, z), 4, glow=1.0)
        for k, (x, z) in enumerate([(-0.13, 0.05), (0, 0.12), (0.12, 0.04), (0.02, 0.0), (-0.05, 0.18), (0.16, 0.16)])
        for c in [("#ff6a1c", "#ffb347")[k % 2]]
    ]
    hood = block((1.0, 0.24, 0.3), shade(stone, 0.9), (0, 0.86, -0.33), 0.03)
    posts = both_sides(block((0.14, 0.16, 0.26), shade(stone, 0.9), (0.4, 0.71, -0.33), 0.02))
    fire = merge(flame(h, paint.accent, (x, 0.75, 0.08)) for x, h in ((-0.1, 0.22), (0.06, 0.3), (0.18, 0.18)))
    return Toy(
        (*courses, core, rim, bed, *coals, hood, posts),
        ((merge(hot), Lit((0, 0.75, 0.08))), (fire, Lit((0, 0.74, 0.08), dances=True))),
    )


def television(paint: Paint) -> Toy:
    case = block((1.2, 0.68, 0.07), paint.body, (0, 0.12, 0), 0.02, gloss=0.7)
    stand = [
        block((0.5, 0.025, 0.2), paint.body, bevel=0.01, gloss=0.6),
        block((0.1, 0.12, 0.06), paint.body, (0, 0.02, 0)),
    ]
    glass = plate((1.12, 0.6), paint.accent, (0, 0.16, 0.037))
    hills = merge(
        (
            plate((1.12, 0.2), "#5f9a5a", (0, 0.16, 0.0385)),
            plate((0.16, 0.16), "#fff0b8", (0.3, 0.52, 0.0385)),
            plate((0.4, 0.12), "#3f7a4a", (-0.3, 0.36, 0.0392)),
        )
    )
    on, off = bulb(glass, paint.accent, "#15181e")
    picture = merge((on[0], replace_glow(hills, 0.8)))
    return Toy((case, *stand), ((picture, on[1]), off))


def replace_glow(mesh: Mesh, glow: float) -> Mesh:
    """The same colours, shining."""
    return Mesh(
        mesh.vertices,
        mesh.normals,
        mesh.triangles,
        mesh.color,
        mesh.gloss,
        np.full(len(mesh.vertices), glow, np.float32),
        mesh.part,
    )


def machine(paint: Paint) -> Toy:
    if paint.named("refrigerator", "fridge"):
        return _refrigerator(paint)
    case = block((1.2, 0.95, 0.7), paint.body, (0, 0.0, -0.04), 0.04, gloss=0.6)
    desk = block((1.2, 0.08, 0.36), shade(paint.body, 1.15), bevel=0.025, gloss=0.6).turned(x=28).moved((0, 0.93, 0.17))
    tower = block((1.2, 0.72, 0.36), paint.body, (0, 0.88, -0.2), 0.05, gloss=0.6)
    feet = both_sides(block((0.14, 0.06, 0.74), shade(paint.body, 0.5), (0.48, 0, 0)))
    grille = [block((0.44, 0.02, 0.02), shade(paint.body, 0.5), (-0.3, 0.2 + 0.05 * k, 0.315)) for k in range(5)]
    hatch = block((0.46, 0.56, 0.03), shade(paint.body, 0.86), (0.3, 0.14, 0.32), 0.01, gloss=0.6)
    handle = rod((0.13, 0.36, 0.35), (0.13, 0.5, 0.35), 0.015, "#e8ecf0")
    screen = merge((plate((0.62, 0.42), paint.accent, (-0.2, 1.06, -0.018)),))
    trace = merge(
        rod((-0.46 + 0.052 * k, 1.2 + dy, -0.012), (-0.408 + 0.052 * k, 1.2 + dz, -0.012), 0.008, "#f2ffff", sides=4)
        for k, (dy, dz) in enumerate(_heartbeat())
    )
    buttons = [
        ball((0.03, 0.03, 0.02), c, (0.24 + 0.09 * (k % 4), 1.4 - 0.11 * (k // 4), -0.01), 4, gloss=0.5)
        for k, c in enumerate(["#e8503c", "#f2c14e", "#5fc46a", "#58b7e8"] * 3)
    ]
    keys = [
        block((0.07, 0.02, 0.05), "#e8ecf0", (-0.42 + 0.105 * k, 0, 0), 0.006).turned(x=28).moved((0, 0.99, 0.15 + 0.0))
        for k in range(9)
    ]
    lights, dim = bulb(screen, paint.accent, "#1c2a30")
    return Toy(
        (case, desk, tower, feet, *grille, *buttons, *keys),
        (
            (merge((lights[0], replace_glow(trace, 1.0))), lights[1]),
            dim,
            (merge((hatch, handle)), Hinge((0.53, 0.4, 0.32), "y", 100.0)),
        ),
    )


def _heartbeat() -> list[tuple[float, float]]:
    y = [0, 0, 0.02, 0, 0.13, -0.07, 0, 0, 0.03, 0, 0]
    return list(itertools.pairwise(y))


def _refrigerator(paint: Paint) -> Toy:
    white = mixed(paint.body, "#ffffff", 0.7)
    shell = block((1.2, 1.56, 0.68), white, (0, 0.04, -0.06), 0.05, gloss=0.6)
    inside = block((1.06, 1.4, 0.02), "#dcebf2", (0, 0.1, 0.275))
    shelves = [block((1.04, 0.02, 0.03), "#9fb4c0", (0, y, 0.28)) for y in (0.45, 0.8, 1.15)]
    door = merge(
        (
            block((1.2, 1.56, 0.1), shade(white, 1.03), (0, 0.04, 0.34), 0.04, gloss=0.7),
            rod((0.48, 0.6, 0.42), (0.48, 1.1, 0.42), 0.022, "#aab4bf", gloss=0.8),
            *(
                block((0.09, 0.07, 0.012), c, (x, y, 0.39))
                for c, x, y in (("#e8503c", -0.2, 1.2), ("#f2c14e", 0.0, 1.32), ("#58b7e8", -0.34, 1.05))
            ),
        )
    )
    lamp_on, lamp_off = bulb(block((0.3, 0.05, 0.02), GLOW, (0, 1.42, 0.28)), "#fff0c8", "#c9d2d8")
    return Toy(
        (shell, inside, *shelves, block((1.1, 0.05, 0.6), "#3a3f48")),
        (lamp_on, lamp_off, (door, Hinge((-0.6, 0.8, 0.3), "y", -110.0))),
    )


BUILDERS: Builders = {
    "torch": torch, "lantern": lantern, "candle": candle, "lamp": lamp, "floor_lamp": floor_lamp,
    "street_lamp": street_lamp, "fireplace": fireplace, "campfire": campfire, "forge": forge,
    "television": television, "machine": machine,
}  # fmt: skip
