"""Toys for kinds of things that do not look like others of their archetype (`model.kinds`): a broom among staffs.

Knows nothing of what makes a thing one of a kind; what needs but a touch here and there is told in the archetype's own
builder, by the words of its name.
"""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from model.renderer.mesh import Vec3, merge, rgb
from model.renderer.pieces import court, nature, old_town, railway, scholar, street
from model.renderer.props.lamps import bulb
from model.renderer.props.toy import Builders, Lit, Paint, Toy
from model.renderer.shapes import (
    arc,
    ball,
    block,
    both_sides,
    cushion,
    drum,
    graded,
    hoop,
    mixed,
    pipe,
    rod,
    shade,
    slab,
    spun,
    tile,
    trimmed,
    varied,
)

BRASS, STEEL, INK = "#d8b04a", "#c4ccd6", "#2a2018"


# ---- blades and tools ---------------------------------------------------------------------------------------------


def cleaver(paint: Paint) -> Toy:
    blade = slab([(-0.02, 0.12), (0.08, 0.12), (0.085, 0.33), (-0.02, 0.34)], 0.01, paint.body, gloss=0.85)
    edge = slab([(0.068, 0.12), (0.09, 0.125), (0.095, 0.33), (0.07, 0.335)], 0.005, shade(paint.body, 1.2), gloss=0.95)
    grip = block((0.034, 0.13, 0.026), paint.accent, (-0.002, 0, 0), 0.01, gloss=0.3)
    return Toy((blade, edge, grip, both_sides(ball(0.006, BRASS, (0.0, 0.07, 0.013), 4, gloss=0.8))))


def gavel(paint: Paint) -> Toy:
    head = merge(
        (
            drum(0.045, 0.13, paint.body, sides=16, gloss=0.6),
            *(hoop(0.046, 0.005, BRASS, (0, y, 0), 16, gloss=0.8) for y in (0.025, 0.105)),
        )
    )
    handle = rod((0, 0, 0), (0, 0.21, 0), 0.012, paint.accent, 0.016, gloss=0.5)
    return Toy((handle, head.moved((0, -0.065, 0)).turned(z=90).moved((0, 0.215, 0))))


def broom(paint: Paint) -> Toy:
    straw = [
        rod((0.03 * u, 0.3, 0.02 * v), (0.17 * u, 0.0, 0.06 * v), 0.016, varied(paint.accent, paint.rng), 0.022, 5)
        for u in np.linspace(-1, 1, 9)
        for v in (-1, 0, 1)
    ]
    ties = [
        block((0.09 + 0.05 * k, 0.02, 0.06 + 0.01 * k), "#b5402c", (0, 0.28 - 0.06 * k, 0), 0.006) for k in range(2)
    ]
    return Toy((graded(merge(straw), 0.75), *ties, rod((0, 0.28, 0), (0, 1.35, 0), 0.017, paint.body)))


def mop(paint: Paint) -> Toy:
    strands = []
    for k in range(16):
        a = k * 2.399
        r = 0.05 + 0.1 * math.sqrt((k + 0.5) / 16)
        x, z = r * math.sin(a), 0.75 * r * math.cos(a)
        path: list[Vec3] = [(0.3 * x, 0.24, 0.3 * z), (0.8 * x, 0.15, 0.8 * z), (x, 0.02, z)]
        strands.append(pipe(path, 0.02, varied(paint.accent, paint.rng, 0.05), 5))
    clamp = block((0.13, 0.05, 0.06), "#3f6f9f", (0, 0.225, 0), 0.015)
    return Toy((graded(merge(strands), 0.75), clamp, rod((0, 0.25, 0), (0, 1.35, 0), 0.017, paint.body)))


def long_stick(paint: Paint) -> Toy:
    """A rod, a pole, an oar's shaft: straight, thinner towards its end, bound where it is held."""
    grip = [drum(0.024, 0.025, shade(paint.body, 0.6), (0, 0.06 + 0.04 * k, 0), sides=10) for k in range(4)]
    return Toy((rod((0, 0, 0), (0, 1.6, 0), 0.02, paint.body, 0.01, gloss=0.4), *grip))


def shovel(paint: Paint) -> Toy:
    outline = [(0.0, 0.0), (0.09, 0.06), (0.12, 0.16), (0.12, 0.32), (-0.12, 0.32), (-0.12, 0.16), (-0.09, 0.06)]
    blade = slab(outline, 0.02, paint.accent, gloss=0.6)
    spine = rod((0, 0.12, 0.012), (0, 0.36, 0.012), 0.016, shade(paint.accent, 0.8), gloss=0.6)
    haft = rod((0, 0.3, 0.01), (0, 1.17, 0), 0.018, paint.body)
    grip = pipe(
        [(-0.06, 1.22, 0), (-0.05, 1.16, 0), (0.05, 1.16, 0), (0.06, 1.22, 0), (-0.06, 1.23, 0)], 0.014, paint.body, 6
    )
    return Toy((blade, spine, haft, grip))


# ---- kitchen and table --------------------------------------------------------------------------------------------


def pot(paint: Paint) -> Toy:
    side = spun(
        [(0, 0), (0.15, 0), (0.18, 0.03), (0.18, 0.19), (0.18, 0.19), (0.165, 0.19), (0.16, 0.16), (0, 0.15)],
        paint.body,
        sides=22,
        gloss=0.6,
    )
    lid = spun(
        [(0.186, 0.192), (0.186, 0.2), (0.12, 0.235), (0.02, 0.25), (0, 0.25)],
        shade(paint.body, 1.25),
        sides=22,
        gloss=0.7,
    )
    knob = spun(
        [(0.014, 0.245), (0.012, 0.265), (0.03, 0.285), (0.02, 0.3), (0, 0.302)], paint.accent, sides=12, gloss=0.4
    )
    ear = pipe(
        [(0.17, 0.15, -0.045), (0.215, 0.155, -0.04), (0.215, 0.155, 0.04), (0.17, 0.15, 0.045)], 0.013, paint.accent, 6
    )
    return Toy((graded(side, 0.8), lid, knob, both_sides(ear)))


def bucket(paint: Paint) -> Toy:
    side = spun(
        [(0, 0), (0.12, 0), (0.165, 0.27), (0.165, 0.27), (0.155, 0.265), (0.145, 0.2)], paint.body, sides=20, gloss=0.6
    )
    water = drum(0.146, 0.005, "#5f9ec4", (0, 0.2, 0), sides=20, gloss=0.9)
    rims = [hoop(r, 0.008, shade(paint.body, 0.8), (0, y, 0), 20, gloss=0.6) for r, y in ((0.166, 0.268), (0.137, 0.1))]
    bail = pipe(
        [(0.165 * math.cos(a), 0.25 + 0.11 * math.sin(a), 0.0) for a in np.linspace(0, math.pi, 9)],
        0.008,
        paint.accent,
        6,
    )
    return Toy((graded(side, 0.8), water, *rims, bail))


def cauldron(paint: Paint) -> Toy:
    side = [
        (0.1, 0.06),
        (0.3, 0.12),
        (0.41, 0.3),
        (0.4, 0.46),
        (0.33, 0.58),
        (0.36, 0.64),
        (0.36, 0.64),
        (0.31, 0.63),
        (0.3, 0.56),
    ]
    brew = drum(0.32, 0.01, paint.accent, (0, 0.555, 0), sides=24, gloss=0.8, glow=0.35)
    bubbles = [
        ball(r, mixed(paint.accent, "#ffffff", 0.3), (x, 0.57, z), 5, gloss=0.8, glow=0.35)
        for r, x, z in ((0.06, 0.1, 0.05), (0.045, -0.13, 0.1), (0.05, -0.04, -0.14), (0.03, 0.17, -0.1))
    ]
    feet = [
        rod((0.2 * math.sin(a), 0.14, 0.2 * math.cos(a)), (0.27 * math.sin(a), 0, 0.27 * math.cos(a)), 0.04, paint.body)
        for a in (0.5, 2.6, 4.7)
    ]
    ears = both_sides(hoop(0.055, 0.016, paint.body, sides=12).turned(x=90).moved((0.4, 0.5, 0)))
    return Toy((spun(side, paint.body, sides=26, gloss=0.5), brew, *bubbles, *feet, ears))


def basket(paint: Paint) -> Toy:
    def side(y: float) -> float:
        return 0.13 + 0.22 * y

    weave = [
        hoop(side(0.03 * k + 0.01), 0.017, shade(paint.body, 0.86 + 0.18 * (k % 2)), (0, 0.03 * k + 0.015, 0), 18, 0.1)
        for k in range(7)
    ]
    ribs = [
        rod(
            (side(0) * math.sin(a), 0.01, side(0) * math.cos(a)),
            (side(0.2) * math.sin(a), 0.2, side(0.2) * math.cos(a)),
            0.019,
            paint.accent,
            sides=5,
        )
        for a in np.linspace(0, 2 * math.pi, 12, endpoint=False)
    ]
    floor = drum(0.15, 0.02, paint.accent, sides=16)
    cloth = ball((0.165, 0.06, 0.165), "#f2ede2", (0, 0.17, 0), 7)
    handle = pipe(
        [(0.17 * math.cos(a), 0.19 + 0.18 * math.sin(a), 0.0) for a in np.linspace(0, math.pi, 11)],
        0.014,
        paint.accent,
        6,
    )
    return Toy((merge(weave), *ribs, floor, cloth, handle))


def teapot(paint: Paint) -> Toy:
    body = ball((0.09, 0.075, 0.09), paint.body, (0, 0.085, 0), 10, gloss=0.7)
    foot = drum(0.055, 0.02, paint.accent, sides=16, gloss=0.6)
    lid = spun(
        [(0.05, 0.148), (0.045, 0.16), (0.012, 0.17), (0.01, 0.18), (0.02, 0.195), (0, 0.205)],
        paint.accent,
        sides=14,
        gloss=0.7,
    )
    spout = pipe([(0.075, 0.07, 0), (0.12, 0.09, 0), (0.145, 0.15, 0)], 0.022, paint.body, 8, 0.011, gloss=0.7)
    handle = pipe(
        [(-0.07, 0.13, 0), (-0.115, 0.145, 0), (-0.135, 0.1, 0), (-0.11, 0.055, 0), (-0.08, 0.05, 0)],
        0.011,
        paint.accent,
        6,
    )
    return Toy((body, foot, lid, spout, handle, hoop(0.088, 0.004, paint.accent, (0, 0.1, 0), 20)))


def spoon(paint: Paint) -> Toy:
    bowl = ball((0.028, 0.04, 0.01), paint.body, (0, 0.24, 0), 7, gloss=0.85)
    return Toy((rod((0, 0, 0), (0, 0.21, 0), 0.007, paint.body, 0.005, gloss=0.85), bowl))


def chessboard(paint: Paint) -> Toy:
    board = block((0.5, 0.03, 0.5), paint.body, bevel=0.01, gloss=0.4)
    squares = [
        tile(
            (0.055, 0.055),
            paint.accent if (i + j) % 2 else shade(paint.body, 0.6),
            (0.057 * (i - 3.5), 0.031, 0.057 * (j - 3.5)),
        )
        for i in range(8)
        for j in range(8)
    ]
    men = []
    for color, rows in (("#f4ecd8", (0, 1)), (INK, (7, 6))):
        for j, row in enumerate(rows):
            for i in range(8):
                if j and paint.rng.random() < 0.3:
                    continue  # some of the game has been played
                tall = 0.05 if j else 0.062
                man = spun(
                    [(0.018, 0), (0.018, 0.006), (0.008, 0.02), (0.007, tall - 0.014)], color, sides=8, gloss=0.5
                )
                head = ball(0.011, color, (0, tall - 0.008, 0), 4, gloss=0.5)
                men.append(merge((man, head)).moved((0.057 * (i - 3.5), 0.031, 0.057 * (row - 3.5))))
    return Toy((board, *squares, *men))


# ---- cloth, cord and what is worn -----------------------------------------------------------------------------------


def cloth(paint: Paint) -> Toy:
    folds = [
        cushion(0.4 - 0.02 * k, 0.05, 0.32 - 0.02 * k, shade(paint.body, 1 - 0.05 * k), 8).moved(
            (0.006 * k, 0.025 + 0.022 * k, 0)
        )
        for k in range(3)
    ]
    hem = block((0.36, 0.006, 0.02), paint.accent, (0, 0.064, 0.1), 0.002)
    return Toy((*folds, hem))


def net(paint: Paint) -> Toy:
    def height(x: float, z: float) -> float:
        return 0.03 + 0.2 * math.exp(-6 * (x * x + z * z)) * (1 + 0.25 * math.sin(9 * x + 4 * z))

    steps = np.linspace(-0.36, 0.36, 10)
    cords = [pipe([(x, height(x, z), z) for x in steps], 0.008, paint.body, 4) for z in steps]
    cords += [pipe([(x, height(x, z), z) for z in steps], 0.008, paint.body, 4) for x in steps]
    floats = [
        ball(0.035, paint.accent, (0.37 * math.sin(a), 0.03, 0.32 * math.cos(a)), 5, gloss=0.4)
        for a in np.arange(7) * 0.9
    ]
    return Toy((graded(merge(cords), 0.7), *floats))


def rope(paint: Paint) -> Toy:
    coil = [
        hoop(
            0.17 + 0.02 * math.sin(2.1 * k),
            0.026,
            shade(paint.body, 0.9 + 0.12 * (k % 2)),
            (0.012 * math.sin(3 * k), 0.028 + 0.042 * k, 0),
            20,
            0.05,
        )
        for k in range(3)
    ]
    end = pipe([(0.18, 0.03, 0.02), (0.23, 0.03, 0.1), (0.2, 0.03, 0.2)], 0.024, paint.body, 6)
    return Toy((*coil, end, ball(0.036, shade(paint.body, 0.8), (0.2, 0.036, 0.21), 5)))


def mask(paint: Paint) -> Toy:
    face = ball((0.115, 0.13, 0.045), paint.body, (0, 0.13, 0), 10, gloss=0.6)
    features = both_sides(
        merge(
            (
                ball((0.027, 0.016, 0.01), INK, (0.045, 0.155, 0.04), 6),
                block((0.05, 0.01, 0.012), paint.accent, (0.048, 0.186, 0.032), 0.004).turned(z=6),
                ball((0.02, 0.02, 0.006), paint.accent, (0.068, 0.1, 0.032), 5),
            )
        )
    )
    mouth = slab(arc(0.04, 200, 340, 8), 0.02, paint.accent, (0, 0.085, 0.035))
    return Toy((face, features, mouth, ball((0.012, 0.03, 0.018), shade(paint.body, 0.95), (0, 0.125, 0.045), 5)))


def glasses(paint: Paint) -> Toy:
    lenses = both_sides(ball((0.045, 0.036, 0.008), paint.body, (0.054, 0.04, 0.075), 10, gloss=0.9))
    temples = both_sides(rod((0.1, 0.052, 0.07), (0.104, 0.046, -0.08), 0.006, shade(paint.body, 0.8)))
    return Toy((lenses, temples, rod((-0.016, 0.048, 0.076), (0.016, 0.048, 0.076), 0.006, shade(paint.body, 0.8))))


def shoe(paint: Paint) -> Toy:
    one = merge(
        (
            block((0.075, 0.02, 0.25), shade(paint.body, 0.45), bevel=0.009),
            ball((0.042, 0.045, 0.075), paint.body, (0, 0.035, 0.055), 8, gloss=0.6),
            ball((0.04, 0.075, 0.06), paint.body, (0, 0.05, -0.065), 8, gloss=0.6),
            ball((0.031, 0.02, 0.045), INK, (0, 0.112, -0.065), 6),
            ball((0.018, 0.01, 0.012), paint.accent, (0, 0.075, 0.04), 4),
        )
    )
    return Toy((one.turned(y=8).moved((0.07, 0, 0)), one.turned(y=-6).moved((-0.07, 0, 0.02))))


def pen(paint: Paint) -> Toy:
    barrel = rod((0, 0.03, 0), (0, 0.18, 0), 0.011, paint.body, 0.013, gloss=0.7)
    tip = spun([(0, 0), (0.004, 0.006), (0.011, 0.035)], paint.accent, sides=8, gloss=0.8)
    return Toy(
        (
            barrel,
            tip,
            drum(0.0135, 0.012, paint.accent, (0, 0.12, 0), sides=10, gloss=0.8),
            ball(0.012, paint.body, (0, 0.185, 0), 5),
        )
    )


def cigarette(paint: Paint) -> Toy:
    paper = rod((0, 0.04, 0), (0, 0.125, 0), 0.013, paint.body, sides=10)
    ember = drum(0.0125, 0.01, "#ff6a2a", (0, 0.122, 0), sides=10, glow=1.0)
    ash = drum(0.0125, 0.009, "#8a8680", (0, 0.122, 0), sides=10)
    return Toy((drum(0.0135, 0.04, "#d8974a", sides=10), paper, ash), ((ember, Lit((0, 0.122, 0))),))


# ---- out of doors, and a bath -----------------------------------------------------------------------------------


def flashlight(paint: Paint) -> Toy:
    """A ribbed barrel along z, with its lens ahead."""
    barrel = drum(0.024, 0.16, paint.body, sides=14, gloss=0.6)
    ribs = [hoop(0.025, 0.003, shade(paint.body, 1.6), (0, y, 0), 14) for y in (0.03, 0.05, 0.07)]
    head = drum(0.026, 0.06, paint.body, (0, 0.16, 0), top=0.042, sides=16, gloss=0.6)
    rim = hoop(0.041, 0.005, STEEL, (0, 0.22, 0), 16, gloss=0.9)
    lens = drum(0.037, 0.008, paint.accent, (0, 0.217, 0), sides=16).turned(x=90).moved((0, 0.07, -0.11))
    body = merge((barrel, *ribs, head, rim)).turned(x=90).moved((0, 0.07, -0.11))
    return Toy((body,), bulb(lens, paint.accent, "#8f98a3"))


def flag(paint: Paint) -> Toy:
    """Cloth that waves from the top of a pole."""
    strips = []
    for k in range(10):
        bend = 0.03 * math.sin(1.3 * k)
        strips.append(block((0.062, 0.4, 0.012), shade(paint.body, 1.0 + 3.0 * bend), (0.05 + 0.06 * k, 1.34, bend)))
    pole = rod((0, 0, 0), (0, 1.76, 0), 0.018, paint.accent)
    return Toy((pole, ball(0.032, BRASS, (0, 1.77, 0), 5, gloss=0.8), *strips))


def kite(paint: Paint) -> Toy:
    """A diamond of paper on two sticks, its bows below."""
    corners = [(0.0, 0.70), (-0.28, 0.44), (0.0, 0.14), (0.28, 0.44)]
    halves = (corners[:3], [corners[0], corners[2], corners[3]])
    paper = [slab(half, 0.012, color) for half, color in zip(halves, (paint.body, paint.accent), strict=True)]
    ends = (((0, 0.14, 0), (0, 0.7, 0)), ((-0.28, 0.44, 0), (0.28, 0.44, 0)))
    sticks = [rod(a, b, 0.008, "#8a5f38") for a, b in ends]
    bows = [ball(0.02, color, (x, y, 0), 4) for x, y, color in
            ((0.02, 0.11, paint.accent), (-0.02, 0.065, paint.body), (0.02, 0.02, paint.accent))]  # fmt: skip
    return Toy((*paper, *sticks, *bows))


def bathtub(paint: Paint) -> Toy:
    def ring(scale: float, y: float) -> list[Vec3]:
        return [(0.36 * scale * math.cos(a), y, 0.8 * scale * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 33)]

    shell = spun([(0.62, 0.08), (0.9, 0.3), (1.0, 0.56)], paint.body, sides=32, gloss=0.8).scaled((0.36, 1, 0.8))
    inside = spun([(1.0, 0.56), (0.94, 0.56), (0.88, 0.4)], shade(paint.body, 0.92), sides=32, gloss=0.8).scaled(
        (0.36, 1, 0.8)
    )
    water = drum(0.91, 0.01, "#7fc0d8", (0, 0.44, 0), sides=32, gloss=0.9).scaled((0.36, 1, 0.8))
    foam = [
        ball(r, "#f8fbff", (x, 0.46, z), 5)
        for r, x, z in ((0.09, 0.1, 0.3), (0.07, -0.08, 0.36), (0.1, 0.0, 0.42), (0.06, 0.16, 0.2))
    ]
    rim = pipe(ring(1.0, 0.57), 0.035, paint.body, 6, gloss=0.8)
    feet = both_sides(merge(ball(0.06, paint.accent, (0.2, 0.05, z), 5, gloss=0.8) for z in (-0.42, 0.42)))
    tap = pipe(
        [(0, 0.45, -0.82), (0, 0.72, -0.82), (0, 0.74, -0.72), (0, 0.68, -0.66)], 0.022, paint.accent, 7, gloss=0.85
    )
    return Toy((shell, inside, water, *foam, rim, feet, tap))


def pond(paint: Paint) -> Toy:
    """Still water in a rim of stones, with a few leaves of water lilies."""
    water = drum(1.0, 0.05, paint.accent, sides=32, gloss=0.9).scaled((1.16, 1, 0.82))
    stones = []
    for k in range(22):
        a = math.tau * k / 22
        r = float(paint.rng.uniform(0.1, 0.17))
        at = (1.15 * math.cos(a), 0.06, 0.81 * math.sin(a))
        stones.append(ball((1.2 * r, 0.6 * r, r), varied(paint.body, paint.rng), at, 5))
    spots = ((0.4, 0.25), (0.6, 0.1), (-0.5, -0.2), (-0.3, -0.35))
    leaves = [drum(0.11, 0.01, "#4f8f4a", (x, 0.05, z), sides=14) for x, z in spots]
    return Toy((water, *stones, *leaves))


def glow_stone(paint: Paint) -> Toy:
    """A rough stone that light comes out of."""
    core = nature.rock(paint.rng, 0.22, 0.17, 0.20, paint.body)
    feet = ((0.08, 0.06), (-0.085, 0.045))
    chips = [nature.rock(paint.rng, 0.065, 0.045, 0.06, paint.accent).moved((x, 0, z)) for x, z in feet]
    return Toy((core.painted(rgb(paint.body), 0.6, 0.85), *chips))


def egg(paint: Paint) -> Toy:
    """Blunt below, with a few freckles."""
    around = np.linspace(0.0, math.pi, 15)
    shell = [(0.12 * math.sin(a) * (1.0 + 0.12 * math.cos(a)), 0.16 * (1.0 - math.cos(a))) for a in around]
    freckles = []
    for _ in range(14):
        a, turn = paint.rng.uniform(0.6, 2.6), paint.rng.uniform(0.0, math.tau)
        r, y = 0.115 * math.sin(a) * (1.0 + 0.12 * math.cos(a)), 0.16 * (1.0 - math.cos(a))
        at = (r * math.cos(turn), y, r * math.sin(turn))
        freckles.append(ball(float(paint.rng.uniform(0.006, 0.01)), shade(paint.body, 0.72), at, 4))
    return Toy((spun(shell, paint.body, sides=24, gloss=0.5), *freckles))


def train_seat(paint: Paint) -> Toy:
    livery = replace(railway.LIVERIES[0], cloth=paint.body)
    return Toy((railway.seat(livery, 2).moved((0, 0, -0.3)),))


def judges_bench(paint: Paint) -> Toy:
    return Toy((court.bench(paint.body, paint.accent),))


def scholars_desk(paint: Paint) -> Toy:
    return Toy((scholar.desk(paint.rng, paint.body),))


def yoke_chair(paint: Paint) -> Toy:
    return Toy((scholar.chair(paint.body).moved((0, 0, -0.25)),))


BUILDERS: Builders = {
    "scholars-desk": scholars_desk, "yoke-chair": yoke_chair,
    "judges-bench": judges_bench,
    "train-seat": train_seat,
    "egg": egg, "cleaver": cleaver, "gavel": gavel, "broom": broom, "mop": mop, "shovel": shovel,
    "long stick": long_stick,
    "pot": pot,
    "bucket": bucket, "cauldron": cauldron, "basket": basket, "teapot": teapot, "spoon": spoon,
    "chessboard": chessboard, "cloth": cloth, "net": net, "rope": rope, "mask": mask, "shoe": shoe, "pen": pen,
    "glasses": glasses, "glow stone": glow_stone,
    "snowman": lambda paint: Toy((street.snowman(paint.body, paint.accent).moved((0, 0.04, 0)),)),
    "scarecrow": lambda paint: Toy((street.scarecrow(paint.rng),)),
    "cigarette": cigarette, "bathtub": bathtub, "flashlight": flashlight, "kite": kite, "flag": flag, "pond": pond,
    "palm": lambda paint: Toy((trimmed(nature.palm(paint.rng, 3.4)),)),
    "willow": lambda paint: Toy((old_town.willow(paint.rng, 3.6),)),
    "bamboo": lambda paint: Toy((nature.bamboo(paint.rng, 3.4),)),
    "bare tree": lambda paint: Toy((nature.bare_tree(paint.rng, 3.4),)),
}  # fmt: skip
