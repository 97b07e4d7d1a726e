"""Toys that fit in a hand: weapons, papers, tableware, toys, jewellery. Gripped near the middle of their base.

Knows nothing of who holds them.
"""

from __future__ import annotations

import math

import numpy as np

from model.renderer.mesh import Mesh, merge, rgb, sheet
from model.renderer.props.toy import Builders, Hinge, Paint, Roll, Toy
from model.renderer.shapes import (
    Color,
    ball,
    block,
    both_sides,
    cushion,
    drum,
    graded,
    hoop,
    mixed,
    pipe,
    plate,
    rod,
    shade,
    slab,
    spun,
    trimmed,
    varied,
)

GOLD = "#e0b040"
STEEL = "#c4ccd6"


def sword(paint: Paint) -> Toy:
    short = paint.named("dagger", "knife")
    tip, shoulder = (0.62, 0.5) if short else (0.95, 0.82)
    flat_side = slab(
        [(-0.028, 0.24), (0.028, 0.24), (0.024, shoulder), (0, tip), (-0.024, shoulder)], 0.012, paint.body, gloss=0.9
    )
    ridge = slab(
        [(-0.008, 0.24), (0.008, 0.24), (0.006, shoulder), (0, tip - 0.04), (-0.006, shoulder)],
        0.022,
        shade(paint.body, 1.15),
        gloss=0.95,
    )
    guard = rod((-0.06, 0.225, 0), (0.06, 0.225, 0), 0.018, GOLD, gloss=0.8)
    knobs = both_sides(ball(0.022, GOLD, (0.06, 0.225, 0), 5, gloss=0.8))
    grip = merge(
        drum(0.019, 0.024, shade(paint.accent, 0.8 + 0.3 * (k % 2)), (0, 0.05 + 0.024 * k, 0), sides=10)
        for k in range(7)
    )
    return Toy((flat_side, ridge, guard, knobs, grip, ball(0.03, GOLD, (0, 0.03, 0), 6, gloss=0.8)))


def shield(paint: Paint) -> Toy:
    outline = [(0, 0), (0.2, 0.14), (0.275, 0.38), (0.275, 0.65), (-0.275, 0.65), (-0.275, 0.38), (-0.2, 0.14)]
    inner = [(x * 0.86, 0.045 + y * 0.86) for x, y in outline]
    half = [(x, y) for x, y in inner if x <= 0]
    return Toy((
        slab(outline, 0.05, paint.accent, gloss=0.7),
        slab(inner, 0.065, paint.body, gloss=0.4),
        slab([inner[0], (0, inner[3][1]), *half[1:]], 0.068, shade(paint.body, 1.35), gloss=0.4),
        ball((0.09, 0.09, 0.06), paint.accent, (0, 0.38, 0.03), 8, gloss=0.8),
        both_sides(ball(0.018, paint.accent, (0.2, 0.56, 0.035), 4, gloss=0.8)),
    ))  # fmt: skip


def hammer(paint: Paint) -> Toy:
    handle = rod((0, 0, 0), (0, 0.43, 0), 0.02, paint.accent, 0.017, gloss=0.3)
    band = drum(0.023, 0.1, shade(paint.accent, 0.6), (0, 0.02, 0), sides=10)
    if paint.named("axe"):
        outline = [(0.0, 0.33), (0.1, 0.24), (0.125, 0.35), (0.1, 0.45), (0.0, 0.41)]
        blade = slab(outline, 0.03, paint.body, gloss=0.7)
        return Toy((handle, band, blade, block((0.05, 0.09, 0.05), shade(paint.body, 0.8), (0, 0.33, 0), 0.01)))
    if paint.named("pickaxe"):
        spikes = pipe(
            [(-0.16, 0.34, 0), (-0.08, 0.4, 0), (0, 0.42, 0), (0.08, 0.4, 0), (0.16, 0.34, 0)],
            0.024,
            paint.body,
            gloss=0.6,
        )
        return Toy((handle, band, spikes))
    head = merge(
        (
            block((0.12, 0.1, 0.1), paint.body, (0, 0.35, 0), 0.012, gloss=0.6),
            both_sides(block((0.045, 0.12, 0.12), shade(paint.body, 1.15), (0.075, 0.34, 0), 0.014, gloss=0.7)),
        )
    )
    return Toy((handle, band, head))


def bow(paint: Paint) -> Toy:
    limb = [(0, 0.5 + 0.5 * math.sin(a), 0.15 * math.cos(a) - 0.1) for a in np.linspace(-1.45, 1.45, 11)]
    wood = merge((pipe(limb[5:], 0.022, paint.body, end=0.009), pipe(limb[5::-1], 0.022, paint.body, end=0.009)))
    grip = rod((0, 0.43, 0.05), (0, 0.57, 0.05), 0.028, shade(paint.body, 0.55))
    cord = rod(limb[0], limb[-1], 0.005, paint.accent, sides=5)
    return Toy((wood, grip, cord))


def gun(paint: Paint) -> Toy:
    return Toy((
        block((0.045, 0.055, 0.27), paint.body, (0, 0.115, 0.015), 0.012, gloss=0.7),
        rod((0, 0.14, 0.1), (0, 0.14, 0.165), 0.014, shade(paint.body, 0.6), gloss=0.7),
        block((0.04, 0.12, 0.06), paint.accent, gloss=0.4, bevel=0.015).turned(x=-14).moved((0, 0.005, -0.1)),
        pipe([(0, 0.11, -0.05), (0, 0.07, -0.03), (0, 0.075, 0.02), (0, 0.115, 0.03)], 0.007, paint.body, 5),
        block((0.012, 0.02, 0.012), shade(paint.body, 0.7), (0, 0.17, 0.12)),
    ))  # fmt: skip


def staff(paint: Paint) -> Toy:
    if paint.named("spear"):
        head = slab([(-0.045, 1.28), (0, 1.22), (0.045, 1.28), (0, 1.5)], 0.03, STEEL, gloss=0.8)
        return Toy((rod((0, 0, 0), (0, 1.28, 0), 0.02, paint.body), head, drum(0.03, 0.06, GOLD, (0, 1.2, 0))))
    if paint.named("cane", "stick"):
        crook = [(0, 1.2, 0), (0, 1.42, 0.01), (0, 1.5, 0.06), (0, 1.46, 0.12), (0, 1.38, 0.13)]
        return Toy((rod((0, 0, 0), (0, 1.22, 0), 0.02, paint.body), pipe(crook, 0.026, paint.body)))
    shaft = pipe([(0, 0, 0), (0.012, 0.4, 0), (-0.01, 0.85, 0), (0, 1.26, 0)], 0.024, paint.body, 8)
    claws = [
        pipe(
            [
                (0, 1.22, 0),
                (0.06 * math.sin(a), 1.32, 0.06 * math.cos(a)),
                (0.045 * math.sin(a), 1.45, 0.045 * math.cos(a)),
            ],
            0.017,
            shade(paint.body, 1.2),
            6,
            0.006,
        )
        for a in np.arange(3) * 2.094
    ]
    gem = ball((0.05, 0.065, 0.05), paint.accent, (0, 1.39, 0), 7, gloss=0.95, glow=0.55)
    return Toy((shaft, *claws, gem, drum(0.032, 0.03, GOLD, (0, 1.19, 0), gloss=0.7)))


def book(paint: Paint) -> Toy:
    if paint.named("scroll"):
        roll = rod((-0.09, 0.03, 0), (0.09, 0.03, 0), 0.028, paint.accent, sides=14).turned(y=90)
        knobs = [ball(0.018, paint.body, (0, 0.03, z), 5) for z in (-0.13, 0.13)]
        return Toy(
            (
                roll,
                rod((0, 0.03, -0.13), (0, 0.03, 0.13), 0.012, paint.body),
                *knobs,
                drum(0.031, 0.03, "#b03a3a").turned(x=90).moved((0, 0.03, 0)),
            )
        )
    cover = [block((0.22, 0.009, 0.30), paint.body, (0, y, 0), 0.003, gloss=0.4) for y in (0, 0.051)]
    spine = block((0.012, 0.06, 0.30), shade(paint.body, 0.85), (-0.105, 0, 0), 0.005, gloss=0.4)
    pages = block((0.20, 0.044, 0.28), paint.accent, (0.002, 0.008, 0))
    lines = [block((0.201, 0.002, 0.281), shade(paint.accent, 0.86), (0.003, 0.014 + 0.009 * k, 0)) for k in range(4)]
    title = [block((0.12, 0.002, 0.03), GOLD, (0, 0.0595, z), gloss=0.7) for z in (-0.07, -0.02)]
    return Toy((*cover, spine, pages, *lines, *title, block((0.014, 0.002, 0.08), "#c9342c", (0.04, 0.012, 0.16))))


def letter(paint: Paint) -> Toy:
    if paint.named("map", "document", "contract", "paper", "photo"):
        sheets = [
            block(
                (0.25, 0.004, 0.17),
                varied(paint.body, paint.rng, 0.04),
                (0, 0.004 * k, 0),
                turn=float(paint.rng.uniform(-4, 4)),
            )
            for k in range(3)
        ]
        ink = [
            block((0.19 - 0.05 * (k % 3 == 2), 0.002, 0.009), "#4a4038", (-0.01, 0.0115, -0.06 + 0.024 * k))
            for k in range(5)
        ]
        return Toy((*sheets, *ink, drum(0.018, 0.004, paint.accent, (0.08, 0.011, 0.06))))
    body = block((0.26, 0.016, 0.18), paint.body, bevel=0.004)
    flap = slab([(-0.125, 0.085), (0, -0.02), (0.125, 0.085)], 0.004, shade(paint.body, 0.9)).turned(x=-90)
    return Toy(
        (
            body,
            flap.moved((0, 0.018, 0)),
            drum(0.026, 0.01, paint.accent, (0, 0.018, 0.012), top=0.022),
            ball((0.012, 0.004, 0.012), shade(paint.accent, 1.3), (0, 0.028, 0.012), 4),
        )
    )


def phone(paint: Paint) -> Toy:
    icons = [
        block((0.016, 0.002, 0.016), c, (-0.026 + 0.026 * (k % 3), 0.0275, -0.04 + 0.028 * (k // 3)), glow=0.8)
        for k, c in enumerate(["#f2b233", "#e0567f", "#5fc46a", "#f5f0e6", "#f08a3c", "#7a6fe0"])
    ]
    return Toy(
        (
            block((0.10, 0.024, 0.18), paint.body, bevel=0.009, gloss=0.8),
            block((0.086, 0.004, 0.155), paint.accent, (0, 0.0225, 0), glow=0.6),
            *icons,
        )
    )


def laptop(paint: Paint) -> Toy:
    base = block((0.40, 0.022, 0.28), paint.body, bevel=0.008, gloss=0.6)
    keys = [
        block((0.026, 0.006, 0.024), paint.accent, (-0.15 + 0.033 * c, 0.02, -0.09 + 0.031 * r), 0.003)
        for r in range(4)
        for c in range(10)
    ]
    pad = block((0.12, 0.003, 0.075), shade(paint.body, 0.85), (0, 0.0215, 0.085))
    lid = block((0.40, 0.26, 0.016), paint.body, bevel=0.007, gloss=0.6)
    screen = plate((0.365, 0.22), "#a9d6f2", (0, 0.022, 0.0095), glow=0.75)
    rows = [
        plate((w, 0.014), c, (x, 0.17 - 0.032 * k, 0.0105), glow=0.8)
        for k, (w, x, c) in enumerate(
            [(0.2, -0.06, "#31506e"), (0.26, -0.03, "#5a86ad"), (0.16, -0.08, "#5a86ad"), (0.24, -0.04, "#5a86ad")]
        )
    ]
    screen_side = merge((lid, screen, *rows)).turned(x=-14).moved((0, 0.018, -0.128))
    return Toy((base, *keys, pad, screen_side))


def bag(paint: Paint) -> Toy:
    hard = paint.named("suitcase", "briefcase")
    body = block((0.40, 0.31, 0.2), paint.body, bevel=0.025 if hard else 0.05, gloss=0.4)
    handle = pipe(
        [(-0.08, 0.30, 0), (-0.075, 0.375, 0), (0.075, 0.375, 0), (0.08, 0.30, 0)], 0.016, shade(paint.body, 0.6)
    )
    flap = block((0.38, 0.13, 0.02), shade(paint.body, 0.88), (0, 0.17, 0.096), 0.008, gloss=0.4)
    straps = both_sides(block((0.035, 0.27, 0.01), shade(paint.body, 0.66), (0.11, 0.03, 0.106), 0.003))
    buckles = both_sides(block((0.055, 0.045, 0.016), paint.accent, (0.11, 0.17, 0.108), 0.005, gloss=0.8))
    return Toy((graded(body, 0.82), handle, flap, straps, buckles))


def cup(paint: Paint) -> Toy:
    if paint.named("goblet", "glass"):
        bowl = spun(
            [
                (0, 0),
                (0.05, 0),
                (0.045, 0.012),
                (0.013, 0.03),
                (0.013, 0.075),
                (0.05, 0.1),
                (0.06, 0.15),
                (0.056, 0.16),
                (0.056, 0.16),
                (0.05, 0.15),
                (0.0, 0.147),
            ],
            paint.body,
            gloss=0.85,
            sides=18,
        )
        return Toy((bowl, drum(0.05, 0.003, paint.accent, (0, 0.15, 0), gloss=0.6)))
    shell = spun(
        [
            (0, 0),
            (0.045, 0),
            (0.05, 0.006),
            (0.058, 0.06),
            (0.06, 0.14),
            (0.06, 0.14),
            (0.053, 0.14),
            (0.053, 0.14),
            (0.05, 0.11),
        ],
        paint.body,
        sides=20,
        gloss=0.75,
    )
    stripe = spun([(0.0575, 0.05), (0.0602, 0.085)], paint.accent, sides=20, gloss=0.7)
    drink = drum(0.051, 0.002, "#5a3420", (0, 0.115, 0), gloss=0.8, sides=18)
    ear = pipe(
        [(0.05, 0.115, 0), (0.085, 0.11, 0), (0.095, 0.075, 0), (0.08, 0.045, 0), (0.05, 0.04, 0)],
        0.011,
        paint.body,
        8,
        gloss=0.7,
    )
    return Toy((shell, stripe, drink, ear))


def bottle(paint: Paint) -> Toy:
    glass = spun(
        [
            (0, 0),
            (0.052, 0),
            (0.06, 0.012),
            (0.06, 0.16),
            (0.05, 0.205),
            (0.022, 0.235),
            (0.019, 0.3),
            (0.026, 0.303),
            (0.026, 0.318),
            (0, 0.318),
        ],
        paint.body,
        sides=18,
        gloss=0.95,
    )
    label = spun([(0.0612, 0.05), (0.0612, 0.135)], paint.accent, sides=18, gloss=0.2)
    band = spun([(0.0616, 0.082), (0.0616, 0.103)], "#b5473c", sides=18)
    return Toy((glass, label, band, drum(0.018, 0.028, "#b58a55", (0, 0.312, 0), top=0.021)))


def plate_of_food(paint: Paint) -> Toy:
    china = spun(
        [(0, 0), (0.08, 0), (0.085, 0.006), (0.14, 0.02), (0.138, 0.025), (0.085, 0.013), (0, 0.011)],
        paint.body,
        sides=24,
        gloss=0.8,
    )
    rim = spun([(0.122, 0.0205), (0.132, 0.0238)], paint.accent, sides=24, gloss=0.7)
    meat = ball((0.06, 0.03, 0.045), "#9a5a2c", (-0.02, 0.03, 0), 7, gloss=0.5)
    peas = [
        ball(
            0.014,
            varied("#5f9a3e", paint.rng),
            (
                0.05 + 0.02 * math.cos(k * 2.4) * (k > 0),
                0.024 + 0.008 * (k == 0),
                0.02 + 0.024 * math.sin(k * 2.4) * (k > 0),
            ),
            4,
        )
        for k in range(6)
    ]
    roots = [
        rod((-0.03 + 0.02 * k, 0.02, 0.055), (0.0 + 0.02 * k, 0.025, 0.085), 0.011, "#e08a3c", 0.004) for k in range(3)
    ]
    return Toy((china, rim, meat, *peas, *roots, ball((0.03, 0.022, 0.03), "#f2e2b0", (0.03, 0.028, -0.045), 6)))


def cake(paint: Paint) -> Toy:
    tiers = [(0.185, 0.0, 0.13), (0.125, 0.13, 0.1)]
    parts: list[Mesh] = [spun([(0, 0), (0.2, 0), (0.2, 0.008), (0, 0.012)], "#f2efe8", sides=24, gloss=0.7)]
    for radius, y, height in tiers:
        parts.append(
            spun(
                [(radius, y), (radius, y + height - 0.015), (radius - 0.015, y + height), (0, y + height)],
                paint.body,
                (0, 0.01, 0),
                24,
                gloss=0.35,
            )
        )
        n = round(radius * 70)
        drips = [
            ball(
                (0.019, 0.03 + 0.012 * (k % 3), 0.012),
                "#ffffff",
                (radius * math.sin(t), y + height - 0.012, radius * math.cos(t)),
                4,
                gloss=0.5,
            )
            for k, t in enumerate(np.arange(n) * 2 * math.pi / n)
        ]
        parts += drips
        parts += [
            ball(0.017, paint.accent, (radius * math.sin(t), y + 0.022, radius * math.cos(t)), 4, gloss=0.6)
            for t in np.arange(n) * 2 * math.pi / n
        ]
    for k in range(5):
        t = k * 2 * math.pi / 5
        x, z = 0.07 * math.sin(t), 0.07 * math.cos(t)
        parts += [
            drum(0.008, 0.07, ("#8fc8e8", "#f2b233")[k % 2], (x, 0.24, z), sides=6),
            ball((0.008, 0.017, 0.008), "#ffb347", (x, 0.325, z), 4, glow=1.0),
        ]
    return Toy((*parts, ball(0.03, paint.accent, (0, 0.255, 0), 6, gloss=0.8)))


def apple(paint: Paint) -> Toy:
    if paint.named("orange"):
        fruit = ball(0.068, "#ee8a24", (0, 0.068, 0), 9, gloss=0.35)
    else:
        turns = np.linspace(-math.pi / 2, math.pi / 2, 15)
        profile = [
            (
                0.068 * math.cos(t) ** 0.8 * (1 + 0.06 * math.sin(t)),
                0.066 + 0.064 * math.sin(t) - 0.022 * math.exp(-((math.cos(t) / 0.28) ** 2)) * math.sin(t),
            )
            for t in turns
        ]
        fruit = graded(spun(profile, paint.body, sides=24, gloss=0.7), 0.75, 1.15)
    stem = rod((0, 0.11, 0), (0.01, 0.148, 0), 0.006, "#5a3a20")
    leaf = ball((0.026, 0.005, 0.012), paint.accent, (0.03, 0.138, 0), 5)
    return Toy((), ((merge((fruit, stem, leaf)), Roll((0, 0.07, 0), "x")),))


def flower(paint: Paint) -> Toy:
    heads = 5 if paint.named("bouquet", "flowers") else 1
    parts: list[Mesh] = []
    for k in range(heads):
        a, lean = k * 1.2566, 0.055 if heads > 1 else 0.0
        x, z, top = lean * math.sin(a), lean * math.cos(a), 0.40 - 0.03 * (k % 2) * (heads > 1)
        parts += [rod((0, 0, 0), (x, top, z), 0.008, paint.accent, sides=6), *_blossom(paint, (x, top, z))]
    leaves = both_sides(
        ball((0.04, 0.009, 0.018), shade(paint.accent, 1.1), (0, 0, 0), 5).turned(z=35).moved((0.035, 0.2, 0))
    )
    if heads > 1:
        parts.append(spun([(0.014, 0.02), (0.03, 0.15), (0.075, 0.28)], "#f2efe8", sides=10))
    return Toy((*parts, leaves))


def _blossom(paint: Paint, at: tuple[float, float, float]) -> list[Mesh]:
    x, y, z = at
    ring = [
        ball(
            (0.03, 0.018, 0.03),
            shade(paint.body, 0.85 + 0.3 * (k % 2)),
            (x + 0.042 * math.sin(a), y, z + 0.042 * math.cos(a)),
            5,
            gloss=0.35,
        )
        for k, a in enumerate(np.arange(6) * 1.0472)
    ]
    inner = [
        ball(
            (0.022, 0.022, 0.022),
            shade(paint.body, 1.12),
            (x + 0.018 * math.sin(a), y + 0.016, z + 0.018 * math.cos(a)),
            5,
            gloss=0.35,
        )
        for a in np.arange(3) * 2.0944
    ]
    return [*ring, *inner, ball(0.017, "#f5d04a", (x, y + 0.032, z), 5)]


def toy_ball(paint: Paint) -> Toy:
    core = ball(0.16, paint.body, (0, 0.16, 0), 12, gloss=0.6)
    spots = [
        ball((0.062, 0.062, 0.012), paint.accent, (0, 0, 0.152), 6, gloss=0.6)
        .turned(x=pitch, y=yaw)
        .moved((0, 0.16, 0))
        for pitch, yaw in ((0, 0), (0, 120), (0, 240), (-65, 60), (-65, 180), (-65, 300), (65, 0), (65, 120), (65, 240))
    ]
    return Toy((), ((merge((core, *spots)), Roll((0, 0.16, 0), "x")),))


def ring(paint: Paint) -> Toy:
    if paint.named("coin"):
        disc = drum(0.05, 0.012, paint.body, sides=24, gloss=0.9).turned(x=90).moved((0, 0.05, 0))
        return Toy((disc, drum(0.036, 0.016, shade(paint.body, 0.85), sides=18).turned(x=90).moved((0, 0.05, -0.002))))
    if paint.named("key"):
        hoop = _hoop(0.024, 0.008, paint.body, (0, 0.075, 0))
        bits = [block((0.018, 0.007, 0.01), paint.body, (0.012, y, 0), gloss=0.8) for y in (0.004, 0.018)]
        return Toy((hoop, rod((0, 0, 0), (0, 0.055, 0), 0.006, paint.body, gloss=0.9), *bits))
    if paint.named("gem", "jewel"):
        return Toy((_gem(0.05, paint.accent, (0, 0, 0)),))
    if paint.named("necklace", "amulet"):
        chain = [
            ball(0.006, paint.body, (0.04 * math.sin(a), 0.06 + 0.04 * math.cos(a), 0), 4, gloss=0.9)
            for a in np.linspace(0, 2 * math.pi, 20)[:-1]
        ]
        return Toy((*chain, _gem(0.018, paint.accent, (0, 0, 0)), drum(0.01, 0.006, paint.body, (0, 0.018, 0))))
    return Toy((_hoop(0.034, 0.009, paint.body, (0, 0.042, 0)), _gem(0.018, paint.accent, (0, 0.075, 0))))


def _hoop(radius: float, thick: float, color: str, at: tuple[float, float, float]) -> Mesh:
    return hoop(radius, thick, color, sides=28, gloss=0.9).turned(x=90).moved(at)


def _gem(radius: float, color: str, at: tuple[float, float, float]) -> Mesh:
    cut = [(0, 0), (radius, radius * 0.9), (radius * 0.62, radius * 1.3), (0, radius * 1.3)]
    return spun(cut, color, at, 7, gloss=1.0, glow=0.15, smooth=False)


def crown(paint: Paint) -> Toy:
    band = spun(
        [(0.15, 0), (0.158, 0.02), (0.16, 0.09), (0.16, 0.09), (0.148, 0.09), (0.148, 0.09), (0.14, 0)],
        paint.body,
        sides=28,
        gloss=0.9,
    )
    points, jewels = [], []
    for k in range(8):
        spike = slab([(-0.058, 0), (0.058, 0), (0, 0.12)], 0.014, paint.body, (0, 0.08, 0.152), gloss=0.9)
        points.append(merge((spike, ball(0.017, paint.body, (0, 0.205, 0.152), 5, gloss=0.95))).turned(y=45 * k))
        jewels.append(
            ball((0.02, 0.02, 0.012), (paint.accent, "#3f6fd0")[k % 2], (0, 0.045, 0.16), 5, gloss=0.95).turned(
                y=45 * k
            )
        )
    velvet = spun([(0.145, 0.01), (0.13, 0.1), (0.07, 0.15), (0, 0.155)], paint.accent, sides=20)
    return Toy((band, *points, *jewels, velvet))


def hat(paint: Paint) -> Toy:
    if paint.named("helmet"):
        dome = spun([(0.165, 0.0), (0.17, 0.09), (0.13, 0.19), (0, 0.235)], STEEL, sides=22, gloss=0.85)
        return Toy(
            (
                dome,
                spun([(0.172, 0.0), (0.178, 0.04)], paint.body, sides=22),
                ball(0.02, GOLD, (0, 0.24, 0), 5),
                block((0.03, 0.14, 0.02), STEEL, (0, -0.02, 0.165), 0.006, gloss=0.8),
            )
        )
    if paint.named("cap"):
        dome = spun([(0.15, 0.0), (0.152, 0.06), (0.11, 0.16), (0, 0.2)], paint.body, sides=20)
        return Toy(
            (
                dome,
                ball((0.12, 0.014, 0.13), paint.accent, (0, 0.012, 0.13), 7),
                ball(0.016, paint.accent, (0, 0.2, 0), 4),
            )
        )
    felt = spun(
        [
            (0, 0),
            (0.17, 0.0),
            (0.18, 0.012),
            (0.165, 0.018),
            (0.115, 0.016),
            (0.108, 0.2),
            (0.108, 0.2),
            (0.09, 0.235),
            (0, 0.24),
        ],
        paint.body,
        sides=26,
        gloss=0.35,
    )
    return Toy((felt, spun([(0.1165, 0.02), (0.1135, 0.07)], paint.accent, sides=26, gloss=0.4)))


def umbrella(paint: Paint) -> Toy:
    ribs, canopy = 8, []
    for k in range(ribs):
        color = paint.body if k % 2 else shade(paint.body, 0.86)
        canopy.append(_gore(color, 360.0 / ribs).turned(y=360.0 * k / ribs))
    pole = rod((0, 0.05, 0), (0, 0.9, 0), 0.014, paint.accent, 0.008)
    crook = pipe([(0, 0.1, 0), (0, 0.04, 0), (0.03, 0.012, 0), (0.07, 0.03, 0), (0.075, 0.06, 0)], 0.019, "#8a5a2c")
    return Toy((*canopy, pole, crook))


def _gore(color: Color, degrees: float) -> Mesh:
    """One panel of an umbrella, seen from both sides."""
    half = math.radians(degrees / 2)
    rows = [(0.0, 0.87), (0.16, 0.83), (0.32, 0.74), (0.45, 0.60)]
    points = [
        (r * math.sin(a), y + (0.03 if a == 0 and r > 0.4 else 0), r * math.cos(a))
        for r, y in rows
        for a in (-half, 0.0, half)
    ]
    quads = [(3 * i + j, 3 * i + j + 3, 3 * i + j + 1, 3 * i + j + 4) for i in range(3) for j in range(2)]
    return trimmed(sheet(points, [t for a, b, c, d in quads for t in ((a, b, c), (c, b, d))])).painted(rgb(color), 0.4)


def guitar(paint: Paint) -> Toy:
    small = paint.named("violin", "lute")
    wood = paint.body
    body = merge(
        (
            drum(0.2, 0.1, wood, sides=26).turned(x=90).moved((0, 0.2, -0.05)),
            drum(0.145, 0.1, wood, sides=24).turned(x=90).moved((0, 0.43, -0.05)),
            block((0.22, 0.16, 0.1), wood, (0, 0.27, 0)),
        )
    )
    edge = merge(
        (
            drum(0.203, 0.012, shade(wood, 0.45), sides=26).turned(x=90).moved((0, 0.2, 0.036)),
            drum(0.148, 0.012, shade(wood, 0.45), sides=24).turned(x=90).moved((0, 0.43, 0.036)),
        )
    )
    face = merge(
        (
            drum(0.188, 0.012, shade(wood, 1.3), sides=26).turned(x=90).moved((0, 0.2, 0.041)),
            drum(0.133, 0.012, shade(wood, 1.3), sides=24).turned(x=90).moved((0, 0.43, 0.041)),
            block((0.2, 0.17, 0.012), shade(wood, 1.3), (0, 0.26, 0.047)),
        )
    )
    hole = drum(0.055, 0.006, paint.accent, sides=18).turned(x=90).moved((0, 0.37, 0.05))
    neck = block((0.055, 0.44, 0.035), paint.accent, (0, 0.48, 0.045), 0.008)
    frets = [block((0.056, 0.004, 0.006), GOLD, (0, 0.54 + 0.045 * k, 0.063)) for k in range(7)]
    head = block((0.085, 0.12, 0.03), shade(wood, 0.8), (0, 0.88, 0.035), 0.01)
    pegs = both_sides(merge(ball(0.014, "#f2efe8", (0.055, 0.905 + 0.035 * k, 0.035), 4) for k in range(3)))
    strings = [rod((x, 0.12, 0.062), (x * 0.7, 0.9, 0.068), 0.0022, "#f2efe8", sides=4) for x in (-0.018, 0, 0.018)]
    bridge = block((0.12, 0.02, 0.016), paint.accent, (0, 0.12, 0.055), 0.004)
    parts = (body, edge, face, hole, neck, *frets, head, pegs, *strings, bridge)
    return Toy(tuple(p.scaled((0.8, 1.0, 1.0)) for p in parts) if small else parts)


def vase(paint: Paint) -> Toy:
    pot = [
        (0, 0),
        (0.07, 0),
        (0.078, 0.012),
        (0.06, 0.03),
        (0.115, 0.14),
        (0.12, 0.2),
        (0.09, 0.29),
        (0.05, 0.345),
        (0.05, 0.37),
        (0.078, 0.41),
        (0.074, 0.42),
        (0.045, 0.375),
        (0.0, 0.36),
    ]
    band = spun([(0.1215, 0.165), (0.1225, 0.2), (0.1155, 0.228)], paint.accent, sides=24, gloss=0.8)
    dots = [
        ball((0.014, 0.014, 0.006), paint.accent, (0, 0.1, 0.098), 4, gloss=0.8).turned(y=30 * k) for k in range(12)
    ]
    return Toy((graded(spun(pot, paint.body, sides=26, gloss=0.85), 0.8, 1.1), band, *dots))


def gift_box(paint: Paint) -> Toy:
    body = block((0.48, 0.32, 0.38), paint.body, bevel=0.012, gloss=0.3)
    lid = block((0.5, 0.09, 0.4), shade(paint.body, 1.12), (0, 0.31, 0), 0.014, gloss=0.3)
    hinge = Hinge((0, 0.31, -0.2), "x", -105.0)
    if not paint.named("gift", "present"):
        slats = [block((0.49, 0.05, 0.39), paint.accent, (0, y, 0), 0.008) for y in (0.02, 0.24)]
        posts = [
            block((0.05, 0.31, 0.05), paint.accent, (x, 0, z), 0.008) for x in (-0.222, 0.222) for z in (-0.172, 0.172)
        ]
        inside = block((0.42, 0.002, 0.32), "#3a2a1a", (0, 0.3205, 0))
        seam = [block((0.502, 0.02, 0.05), shade(paint.accent, 1.1), (0, 0.383, z), 0.004) for z in (-0.12, 0.12)]
        return Toy((body, *slats, *posts, inside), ((merge((lid, *seam)), hinge),))
    ribbon = [
        block((0.07, 0.325, 0.385), "#c9342c", bevel=0.004, gloss=0.6),
        block((0.485, 0.325, 0.07), "#c9342c", bevel=0.004, gloss=0.6),
    ]
    lid_ribbon = [
        block((0.07, 0.094, 0.405), "#c9342c", (0, 0.31, 0), 0.004, gloss=0.6),
        block((0.505, 0.094, 0.07), "#c9342c", (0, 0.31, 0), 0.004, gloss=0.6),
    ]
    bow_knot = both_sides(ball((0.06, 0.03, 0.035), "#d84a40", (0.055, 0.42, 0), 6, gloss=0.6))
    return Toy((body, *ribbon), ((merge((lid, *lid_ribbon, bow_knot)), hinge),))


def bell(paint: Paint) -> Toy:
    if paint.named("gong"):
        frame = both_sides(rod((0.29, 0, 0), (0.29, 0.66, 0), 0.02, paint.accent))
        disc = (
            spun(
                [(0, 0), (0.21, 0), (0.22, 0.02), (0.19, 0.03), (0.07, 0.03), (0.05, 0.05), (0, 0.055)],
                paint.body,
                sides=26,
                gloss=0.9,
            )
            .turned(x=90)
            .moved((0, 0.35, -0.02))
        )
        return Toy(
            (
                frame,
                rod((-0.3, 0.66, 0), (0.3, 0.66, 0), 0.022, paint.accent),
                disc,
                both_sides(block((0.05, 0.03, 0.3), paint.accent, (0.26, 0, 0), 0.01)),
            )
        )
    shell = spun(
        [(0.3, 0.05), (0.305, 0.08), (0.26, 0.16), (0.2, 0.3), (0.185, 0.45), (0.13, 0.55), (0, 0.58)],
        paint.body,
        sides=28,
        gloss=0.9,
    )
    mouth = spun([(0.3, 0.05), (0.25, 0.07), (0.2, 0.2), (0, 0.4)], shade(paint.body, 0.45), sides=24)
    hem = spun([(0.309, 0.07), (0.29, 0.115)], shade(paint.body, 1.2), sides=28, gloss=0.9)
    loop = pipe([(-0.05, 0.57, 0), (-0.045, 0.66, 0), (0.045, 0.66, 0), (0.05, 0.57, 0)], 0.024, paint.accent)
    return Toy(
        (
            shell,
            mouth,
            hem,
            loop,
            rod((0, 0.3, 0), (0, 0.06, 0), 0.02, "#5a5450"),
            ball(0.055, "#6b6660", (0, 0.055, 0), 6, gloss=0.6),
        )
    )


def pillow(paint: Paint) -> Toy:
    if paint.named("doll", "teddy", "bear", "toy"):
        return _teddy(paint)
    stuffed = cushion(0.5, 0.18, 0.35, paint.body, 14).moved((0, 0.09, 0))
    return Toy((stuffed, ball((0.016, 0.006, 0.016), paint.accent, (0, 0.178, 0), 5)))


def _teddy(paint: Paint) -> Toy:
    fur, pale = paint.body, mixed(paint.body, "#ffffff", 0.5)
    limbs = both_sides(
        merge(
            (
                ball((0.06, 0.05, 0.09), fur, (0.1, 0.05, 0.09), 6),
                ball((0.045, 0.085, 0.05), fur, (0.14, 0.16, 0.03), 6),
                ball(0.045, fur, (0.08, 0.42, 0), 6),
                ball(0.014, "#2a2018", (0.045, 0.34, 0.105), 4),
            )
        )
    )
    return Toy(
        (
            ball((0.12, 0.13, 0.1), fur, (0, 0.14, 0), 8),
            ball((0.08, 0.09, 0.03), pale, (0, 0.14, 0.085), 6),
            ball((0.12, 0.11, 0.11), fur, (0, 0.33, 0), 8),
            ball((0.05, 0.04, 0.04), pale, (0, 0.3, 0.095), 6),
            ball((0.018, 0.013, 0.012), "#2a2018", (0, 0.315, 0.135), 4),
            limbs,
        )
    )


BUILDERS: Builders = {
    "sword": sword, "shield": shield, "hammer": hammer, "bow": bow, "gun": gun, "staff": staff, "book": book,
    "letter": letter, "phone": phone, "laptop": laptop, "bag": bag, "cup": cup, "bottle": bottle,
    "plate": plate_of_food, "cake": cake, "apple": apple, "flower": flower, "ball": toy_ball, "ring": ring,
    "crown": crown, "hat": hat, "umbrella": umbrella, "guitar": guitar, "vase": vase, "box": gift_box, "bell": bell,
    "pillow": pillow,
}  # fmt: skip
