"""Toys for kinds of things of old China (`model.kinds`): what is played, burnt, poured and worn there.

Knows nothing of who holds them, or of what makes a thing one of a kind.
"""

from __future__ import annotations

import math

import numpy as np

from model.renderer.mesh import Vec3, merge
from model.renderer.props.lamps import bulb
from model.renderer.props.toy import Builders, Lit, Paint, Toy
from model.renderer.shapes import ball, block, both_sides, drum, graded, hoop, pipe, rod, shade, slab, spun

GOLD, SILK = "#d8b04a", "#c8342b"


# ---- music ----------------------------------------------------------------------------------------------


def zither(paint: Paint) -> Toy:
    """A long board, arched over its strings, on two little feet, with a tassel at its end."""
    outline = [(0.05 * math.cos(a) * 2.4, 0.05 * math.sin(a)) for a in np.linspace(0.0, math.pi, 9)]
    board = slab([(x, y + 0.05) for x, y in outline], 1.1, paint.body, gloss=0.75)
    strings = [
        rod(
            (x, 0.095 - 9.0 * x * x * 0.25, -0.5),
            (x, 0.095 - 9.0 * x * x * 0.25, 0.5),
            0.0025,
            paint.accent,
            sides=4,
            gloss=0.6,
        )
        for x in np.linspace(-0.075, 0.075, 7)
    ]
    bridge = block((0.2, 0.022, 0.03), shade(paint.body, 0.6), (0, 0.078, 0.42), 0.008, gloss=0.5)
    dots = [ball(0.008, "#f0ead8", (0.09, 0.075, z), 4, gloss=0.8) for z in np.linspace(-0.4, 0.3, 8)]
    feet = [both_sides(block((0.03, 0.05, 0.03), shade(paint.body, 0.6), (0.07, 0, z), 0.006)) for z in (-0.4, 0.4)]
    tassel = rod((0, 0.06, 0.55), (0, 0.0, 0.585), 0.012, SILK, 0.02)
    whole = merge([board, *strings, bridge, *dots, *feet, tassel])
    return Toy((whole.turned(y=90),))


def flute(paint: Paint) -> Toy:
    tube = rod((0, 0, 0), (0, 0.62, 0), 0.02, paint.body, sides=12, gloss=0.5)
    rings = [drum(0.023, 0.02, paint.accent, (0, y, 0), sides=12, gloss=0.5) for y in (0.03, 0.3, 0.56)]
    holes = [ball(0.007, "#1c140e", (0, 0.1 + 0.055 * k, 0.018), 4) for k in range(6)]
    tassel = pipe([(0, 0.03, 0.022), (0.02, -0.02, 0.03), (0.022, -0.1, 0.03)], 0.008, SILK, 5, end=0.016)
    return Toy((tube, *rings, *holes, tassel))


def war_drum(paint: Paint) -> Toy:
    """Red and round-bellied on a wooden stand, its skins nailed on with brass."""
    shell = spun([(0.27, 0.0), (0.31, 0.1), (0.33, 0.22), (0.31, 0.34), (0.27, 0.44)], paint.body, sides=26, gloss=0.5)
    skins = [drum(0.272, 0.012, paint.accent, (0, y, 0), sides=26) for y in (-0.006, 0.436)]
    nails = [
        ball(0.012, GOLD, (0.284 * math.cos(a), y, 0.284 * math.sin(a)), 4, gloss=0.8)
        for a in np.linspace(0, math.tau, 20, endpoint=False)
        for y in (0.025, 0.415)
    ]
    rings = both_sides(hoop(0.05, 0.008, GOLD, (0, 0, 0), 14).turned(z=90).moved((0.335, 0.2, 0)))
    barrel = merge([shell, *skins, *nails, rings]).turned(x=68).moved((0, 0.36, 0.02))
    legs = [both_sides(rod((0.3, 0.0, 0.18 * t), (0.24, 0.34, 0.1 * t), 0.025, "#5a3424")) for t in (-1, 1)]
    bars = both_sides(rod((0.25, 0.26, -0.14), (0.25, 0.26, 0.2), 0.024, "#5a3424"))
    return Toy((barrel, *legs, bars))


# ---- house and table ------------------------------------------------------------------------------------


def folding_screen(paint: Paint) -> Toy:
    """Four painted leaves in dark frames, standing in a zigzag."""
    leaves = []
    for k in range(4):
        frame = [block((0.5, 0.05, 0.04), paint.body, (0, y, 0), 0.01, gloss=0.5) for y in (0.06, 1.2, 1.7)]
        frame.append(both_sides(block((0.045, 1.75, 0.045), paint.body, (0.23, 0, 0), 0.01, gloss=0.5)))
        silk = block((0.43, 1.1, 0.012), paint.accent, (0, 0.1, 0))
        lattice = [block((0.02, 0.46, 0.02), shade(paint.body, 1.2), (x, 1.24, 0)) for x in (-0.1, 0.0, 0.1)]
        hills = [
            ball((0.2 - 0.03 * j, 0.12 + 0.05 * j, 0.008), c, (0.05 * (j - k % 2), 0.26 + 0.1 * j, 0.0), 8)
            for j, c in enumerate(("#5f8f7a", "#86ad9a", "#aec8b8"))
        ]
        moon = ball((0.05, 0.05, 0.009), "#d8604a", (0.1 - 0.06 * k, 0.98, 0.0), 8)
        leaf = merge([*frame, silk, *lattice, *hills, moon])
        leaves.append(leaf.turned(y=18 if k % 2 else -18).moved((0.46 * (k - 1.5), 0, 0)))
    return Toy(tuple(leaves))


def incense_burner(paint: Paint) -> Toy:
    """A bronze bowl on three legs with two ears, and three sticks whose ends glow while it burns."""
    profile = [(0, 0.07), (0.09, 0.08), (0.125, 0.14), (0.11, 0.2), (0.11, 0.2), (0.125, 0.215), (0.1, 0.21), (0, 0.19)]
    body = spun(profile, paint.body, sides=22, gloss=0.7)
    legs = [
        rod(
            (0.075 * math.cos(a), 0.1, 0.075 * math.sin(a)),
            (0.1 * math.cos(a), 0.0, 0.1 * math.sin(a)),
            0.022,
            paint.body,
            0.015,
            gloss=0.7,
        )
        for a in (0.5, 2.6, 4.7)
    ]
    ears = both_sides(pipe([(0.11, 0.19, 0), (0.15, 0.23, 0), (0.13, 0.27, 0)], 0.014, paint.body, 6, gloss=0.7))
    tips: list[Vec3] = [(0.03 * k, 0.36, 0.01 * (k % 2)) for k in (-1, 0, 1)]
    sticks = [rod((0.4 * x, 0.19, z), (x, y, z), 0.005, "#a8683a", sides=5) for x, y, z in tips]
    embers = merge([ball(0.009, "#ff7a3a", tip, 4, glow=1.0) for tip in tips])
    return Toy((graded(body, 0.8), *legs, ears, *sticks), ((embers, Lit((0.0, 0.36, 0.0))),))


def wine_jar(paint: Paint) -> Toy:
    """Brown clay, glazed to its shoulder, under a red cloth tied with a string; on its belly a square of paper."""
    belly = spun(
        [(0, 0), (0.08, 0), (0.13, 0.07), (0.14, 0.14), (0.11, 0.21), (0.06, 0.24), (0.06, 0.26)],
        paint.body,
        sides=22,
        gloss=0.45,
    )
    lid = spun([(0.085, 0.235), (0.07, 0.265), (0.05, 0.3), (0, 0.315)], paint.accent, sides=18, gloss=0.2)
    string = hoop(0.066, 0.007, "#d8c08a", (0, 0.252, 0), 16)
    label = block((0.085, 0.085, 0.03), SILK, (0, 0.1, 0.126), 0.004)
    sign = block((0.05, 0.05, 0.034), "#e8cf9a", (0, 0.117, 0.126), 0.004)
    return Toy((graded(belly, 0.75), lid, string, label, sign))


def bowl(paint: Paint) -> Toy:
    """White with a coloured rim, full of something warm."""
    profile = [(0, 0), (0.05, 0), (0.05, 0.015), (0.09, 0.05), (0.11, 0.1), (0.11, 0.1), (0.103, 0.098), (0.085, 0.075)]
    side = spun(profile, paint.body, sides=22, gloss=0.7)
    rim = hoop(0.108, 0.005, paint.accent, (0, 0.098, 0), 22, gloss=0.6)
    broth = drum(0.094, 0.004, "#c98a4a", (0, 0.078, 0), sides=20, gloss=0.8)
    bits = [
        ball((0.016, 0.006, 0.012), c, (0.05 * math.cos(a), 0.084, 0.05 * math.sin(a)), 5)
        for a, c in ((0.4, "#6fa04a"), (2.3, "#f0e0b0"), (4.3, "#6fa04a"))
    ]
    return Toy((side, rim, broth, *bits))


def tea_bowl(paint: Paint) -> Toy:
    """On a saucer, with a lid."""
    saucer = spun([(0.03, 0.0), (0.065, 0.012), (0.068, 0.018), (0.0, 0.012)], paint.body, sides=20, gloss=0.7)
    side = spun([(0.0, 0.014), (0.03, 0.014), (0.048, 0.04), (0.055, 0.075)], paint.body, sides=20, gloss=0.7)
    bands = [hoop(r, 0.003, paint.accent, (0, y, 0), 20, gloss=0.6) for r, y in ((0.055, 0.074), (0.036, 0.024))]
    lid = spun(
        [(0.05, 0.078), (0.042, 0.092), (0.012, 0.1), (0.012, 0.108), (0.0, 0.11)], paint.body, sides=20, gloss=0.7
    )
    return Toy((saucer, side, *bands, lid))


def wine_cup(paint: Paint) -> Toy:
    """Bronze, on three thin legs."""
    side = spun(
        [(0.0, 0.045), (0.03, 0.05), (0.045, 0.08), (0.055, 0.125), (0.055, 0.125), (0.048, 0.12), (0.0, 0.085)],
        paint.body,
        sides=18,
        gloss=0.7,
    )
    rim = hoop(0.053, 0.004, paint.accent, (0, 0.125, 0), 18, gloss=0.8)
    legs = [
        rod(
            (0.025 * math.cos(a), 0.055, 0.025 * math.sin(a)),
            (0.045 * math.cos(a), 0, 0.045 * math.sin(a)),
            0.009,
            paint.body,
            0.005,
            gloss=0.7,
        )
        for a in (0.5, 2.6, 4.7)
    ]
    return Toy((side, rim, *legs))


def palace_lamp(paint: Paint) -> Toy:
    """A candle behind paper in a six-sided frame of dark wood."""
    corners = [(math.cos(a), math.sin(a)) for a in np.linspace(0, math.tau, 6, endpoint=False)]
    foot = spun([(0.13, 0.0), (0.13, 0.02), (0.05, 0.05), (0.05, 0.09), (0.13, 0.11)], paint.body, sides=6, gloss=0.5)
    posts = [rod((0.12 * x, 0.1, 0.12 * z), (0.14 * x, 0.42, 0.14 * z), 0.012, paint.body, sides=6) for x, z in corners]
    rings = [spun([(r, y), (r, y + 0.025)], paint.body, sides=6, gloss=0.5) for r, y in ((0.135, 0.1), (0.152, 0.4))]
    roof = spun([(0.17, 0.425), (0.08, 0.47), (0.03, 0.5), (0.0, 0.52)], paint.body, sides=6, gloss=0.5)
    paper = spun([(0.112, 0.11), (0.132, 0.41)], paint.accent, sides=6, gloss=0.1)
    return Toy((foot, *posts, *rings, roof), bulb(paper, paint.accent, "#d8c8a0"))


def candied_haws(paint: Paint) -> Toy:
    stick = rod((0, 0, 0), (0, 0.44, 0), 0.007, "#d8b98a", sides=6)
    fruit = [ball(0.036, "#c4202a", (0, 0.16 + 0.058 * k, 0), 7, gloss=0.95) for k in range(5)]
    return Toy((stick, *fruit))


# ---- what is worn and sealed with -----------------------------------------------------------------------


def seal(paint: Paint) -> Toy:
    """A block of jade with a crouching beast for a knob and a red foot."""
    foot = block((0.09, 0.012, 0.09), SILK, (0, 0, 0), 0.004)
    stone = block((0.09, 0.055, 0.09), paint.body, (0, 0.01, 0), 0.008, gloss=0.8)
    beast = [
        ball((0.03, 0.024, 0.04), paint.accent, (0, 0.085, 0), 7, gloss=0.8),
        ball(0.02, paint.accent, (0, 0.108, 0.03), 6, gloss=0.8),
        both_sides(ball(0.008, paint.accent, (0.013, 0.125, 0.025), 4, gloss=0.8)),
    ]
    return Toy((foot, stone, *beast))


def hairpin(paint: Paint) -> Toy:
    pin = rod((0, 0, 0), (0, 0.17, 0), 0.004, paint.body, 0.006, gloss=0.85)
    petals = [
        ball(
            (0.016, 0.016, 0.008), paint.accent, (0.018 * math.cos(a), 0.18 + 0.018 * math.sin(a), 0.004), 5, gloss=0.6
        )
        for a in np.linspace(0, math.tau, 5, endpoint=False)
    ]
    ends: list[Vec3] = [(0.022 + 0.004 * k, 0.12 - 0.012 * k, 0.0) for k in range(2)]
    drops = [rod((0.02, 0.165, 0), end, 0.002, paint.body, sides=4) for end in ends]
    pearls = [ball(0.007, "#f4ead8", end, 5, gloss=0.9) for end in ends]
    return Toy((pin, *petals, ball(0.009, GOLD, (0, 0.18, 0.01), 5, gloss=0.8), *drops, *pearls))


BUILDERS: Builders = {
    "zither": zither,
    "flute": flute,
    "drum": war_drum,
    "folding screen": folding_screen,
    "incense burner": incense_burner,
    "wine jar": wine_jar,
    "bowl": bowl,
    "candied haws": candied_haws,
    "tea bowl": tea_bowl,
    "wine cup": wine_cup,
    "palace lamp": palace_lamp,
    "seal": seal,
    "hairpin": hairpin,
}
