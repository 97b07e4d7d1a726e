"""Toys for kinds of things of house, nursery and fair (`model.kinds`): clocks, cradles, balloons, bread.

Knows nothing of who uses them, or of what makes a thing one of a kind.
"""

from __future__ import annotations

import math

import numpy as np

from model.renderer.mesh import Mesh, Vec3, merge
from model.renderer.props.gear import spoked_wheel
from model.renderer.props.outdoors import cart_wheel
from model.renderer.props.toy import Builders, Paint, Roll, Toy
from model.renderer.shapes import (
    ball,
    block,
    both_sides,
    cushion,
    drum,
    graded,
    hoop,
    pipe,
    rod,
    shade,
    slab,
    spun,
    varied,
)

BRASS, INK, STEEL = "#d8b04a", "#2a2018", "#c4ccd6"


# ---- parlour and nursery --------------------------------------------------------------------------------


def grandfather_clock(paint: Paint) -> Toy:
    """A tall case with a pendulum behind glass and a white face under a curved hood."""
    case = [
        block((0.5, 0.3, 0.34), paint.body, (0, 0, 0), 0.02, gloss=0.5),
        block((0.4, 1.2, 0.28), paint.body, (0, 0.3, 0), 0.015, gloss=0.5),
        block((0.5, 0.5, 0.34), paint.body, (0, 1.45, 0), 0.02, gloss=0.5),
    ]
    hood = slab(
        [(0.27 * math.cos(a), 0.15 * math.sin(a)) for a in np.linspace(0, math.pi, 11)],
        0.36,
        shade(paint.body, 0.85),
        (0, 1.94, 0),
        gloss=0.5,
    )
    glass = block((0.24, 0.9, 0.01), INK, (0, 0.45, 0.138), gloss=0.9)
    weight = [
        rod((0, 1.32, 0.15), (0.03, 0.72, 0.15), 0.008, BRASS, gloss=0.8),
        ball((0.06, 0.06, 0.012), BRASS, (0.03, 0.68, 0.152), 8, gloss=0.9),
    ]
    face = drum(0.19, 0.02, "#f4efe2", sides=24, gloss=0.4).turned(x=90).moved((0, 1.7, 0.165))
    rim = hoop(0.19, 0.014, BRASS, sides=24, gloss=0.8).turned(x=90).moved((0, 1.7, 0.18))
    hours = [
        block((0.012, 0.03, 0.006), INK, (0, 0, 0)).moved((0, 0.13, 0)).turned(z=30 * k).moved((0, 1.7, 0.188))
        for k in range(12)
    ]
    hands = [rod((0, 1.7, 0.192), to, 0.007, INK, 0.004, sides=5) for to in ((0.02, 1.83, 0.192), (-0.08, 1.74, 0.192))]
    return Toy((*case, hood, glass, *weight, face, rim, *hours, *hands))


def christmas_tree(paint: Paint) -> Toy:
    """A fir in a red tub, hung with balls and lights, a star at its top."""
    tiers = [
        spun(
            [(0.62 - 0.16 * k, 0.0), (0.4 - 0.11 * k, 0.26), (0.0, 0.62)],
            varied("#2f6b45", paint.rng, 0.05),
            (0, 0.3 + 0.42 * k, 0),
            sides=16,
        )
        for k in range(4)
    ]
    tub = spun([(0.16, 0.0), (0.2, 0.26), (0.2, 0.26), (0.0, 0.24)], "#b5302a", sides=18, gloss=0.5)
    hung: list[Mesh] = []
    for k in range(34):
        a, up = 2.399 * k, (k + 0.5) / 34
        tier, within = divmod(4.0 * up, 1.0)
        r = (0.58 - 0.16 * tier) * (1.0 - 0.62 * within)
        at: Vec3 = (r * math.cos(a), 0.34 + 0.42 * tier + 0.4 * within, r * math.sin(a))
        glows = k % 3 == 0
        color = "#ffe08a" if glows else ("#d8402f", "#e8c04a", "#4f8fd0")[k % 3]
        hung.append(ball(0.024 if glows else 0.058, color, at, 6, gloss=0.9, glow=0.9 if glows else 0.0))
    star = [
        rod((0, 2.24, 0), (0.17 * math.sin(a), 2.24 + 0.17 * math.cos(a), 0), 0.05, "#f2c84a", 0.004, 5, gloss=0.7)
        for a in np.linspace(0, math.tau, 5, endpoint=False)
    ]
    return Toy((tub, *tiers, *hung, *star))


def cradle(paint: Paint) -> Toy:
    """A little bed with barred sides on two rockers, a cushion and a blanket in it."""
    rockers = [
        pipe(
            [(0.34 * math.sin(a), 0.3 - 0.3 * math.cos(a), z) for a in np.linspace(-1.0, 1.0, 9)], 0.025, paint.body, 6
        )
        for z in (-0.38, 0.38)
    ]
    ends = [
        slab(
            [(-0.26, 0.1), (0.26, 0.1), (0.29, 0.5), (0.15, 0.58), (-0.15, 0.58), (-0.29, 0.5)],
            0.035,
            paint.body,
            (0, 0, z),
            gloss=0.3,
        )
        for z in (-0.44, 0.44)
    ]
    rails = [both_sides(rod((x, y, -0.44), (x, y, 0.44), 0.018, paint.body)) for x, y in ((0.29, 0.54), (0.25, 0.16))]
    bars = [both_sides(rod((0.25, 0.16, z), (0.29, 0.54, z), 0.011, paint.body)) for z in np.linspace(-0.34, 0.34, 7)]
    floor = block((0.5, 0.04, 0.84), shade(paint.body, 0.85), (0, 0.12, 0))
    bed = cushion(0.46, 0.14, 0.8, "#f4efe6").moved((0, 0.2, 0))
    quilt = cushion(0.48, 0.14, 0.5, paint.accent).moved((0, 0.25, 0.12))
    return Toy((*rockers, *ends, *rails, *bars, floor, bed, quilt))


def pram(paint: Paint) -> Toy:
    """A tub on four wheels under half a hood, with a handle to push it by."""
    tub = (
        spun(
            [(0.0, 0.0), (0.16, 0.02), (0.25, 0.14), (0.27, 0.28), (0.27, 0.28), (0.25, 0.27), (0.0, 0.2)],
            paint.body,
            sides=20,
            gloss=0.4,
        )
        .scaled((0.85, 1.0, 1.45))
        .moved((0, 0.38, 0))
    )
    hood = merge(
        [
            slab(
                [(0.24 * math.cos(a), 0.3 * math.sin(a)) for a in np.linspace(0, math.pi, 9)],
                0.09,
                shade(paint.body, 0.85 + 0.12 * (k % 2)),
                gloss=0.3,
            )
            .turned(x=-28 * k)
            .moved((0, 0.62, -0.08))
            for k in range(4)
        ]
    )
    push = pipe([(0.18, 0.6, 0.3), (0.18, 0.92, 0.52), (-0.18, 0.92, 0.52), (-0.18, 0.6, 0.3)], 0.016, paint.accent, 6)
    frame = [both_sides(rod((0.2, 0.16, s * 0.26), (0.18, 0.42, -s * 0.2), 0.014, STEEL, gloss=0.7)) for s in (-1, 1)]
    wheel = spoked_wheel(0.16, 0.018, 8)
    wheels = [(both_sides(wheel.moved((0.23, 0.16, z))), Roll((0.0, 0.16, z), "x")) for z in (-0.27, 0.27)]
    return Toy((tub, hood, push, *frame), tuple(wheels))


def swing(paint: Paint) -> Toy:
    """A plank on two ropes under a beam, between two pairs of legs."""
    legs = [both_sides(rod((0.95, 0.0, z), (0.82, 2.15, 0.0), 0.045, paint.accent)) for z in (-0.5, 0.5)]
    beam = rod((-0.95, 2.15, 0), (0.95, 2.15, 0), 0.05, paint.accent)
    ropes = both_sides(rod((0.3, 0.46, 0), (0.3, 2.13, 0), 0.014, "#c9a063", sides=6))
    knots = both_sides(ball(0.03, "#c9a063", (0.3, 0.44, 0), 5))
    plank = block((0.72, 0.045, 0.3), paint.body, (0, 0.41, 0), 0.012, gloss=0.3)
    return Toy((*legs, beam, ropes, knots, plank))


# ---- instruments ----------------------------------------------------------------------------------------


def globe(paint: Paint) -> Toy:
    sphere = ball(0.17, paint.body, (0, 0.3, 0), 14, gloss=0.6)
    land = [
        ball((r, r * 0.8, 0.02), "#7fa860", (0, 0, 0.158), 7).turned(x=x, y=y).moved((0, 0.3, 0))
        for r, x, y in ((0.07, -20, 10), (0.05, 25, 40), (0.08, 5, 130), (0.05, -35, 210), (0.06, 20, 280))
    ]
    ring = hoop(0.195, 0.01, paint.accent, sides=24, gloss=0.8).turned(x=90).turned(z=23).moved((0, 0.3, 0))
    foot = spun([(0.13, 0.0), (0.12, 0.02), (0.03, 0.05), (0.02, 0.11)], "#6b4526", sides=18, gloss=0.5)
    return Toy((sphere, *land, ring, foot))


def crystal_ball(paint: Paint) -> Toy:
    orb = ball(0.12, paint.body, (0, 0.2, 0), 14, gloss=1.0)
    foot = spun(
        [(0.11, 0.0), (0.1, 0.025), (0.06, 0.05), (0.09, 0.1), (0.075, 0.11)], paint.accent, sides=18, gloss=0.7
    )
    return Toy((orb, foot))


def telescope(paint: Paint) -> Toy:
    legs = [rod((0, 0.95, 0), (0.4 * math.cos(a), 0.0, 0.4 * math.sin(a)), 0.022, "#6b4526") for a in (0.5, 2.6, 4.7)]
    barrel = merge(
        [
            drum(r, h, c, (0, y, 0), sides=16, gloss=0.7)
            for r, h, y, c in (
                (0.045, 0.3, 0.0, paint.accent),
                (0.06, 0.35, 0.26, paint.body),
                (0.075, 0.3, 0.58, paint.body),
                (0.085, 0.05, 0.86, paint.accent),
            )
        ]
    )
    return Toy(
        (*legs, ball(0.05, paint.accent, (0, 0.97, 0), 7, gloss=0.8), barrel.turned(x=58).moved((0, 0.8, -0.35)))
    )


def camera(paint: Paint) -> Toy:
    body = block((0.16, 0.1, 0.06), paint.body, (0, 0, 0), 0.012, gloss=0.4)
    top = [
        block((0.06, 0.03, 0.05), shade(paint.body, 0.8), (0, 0.1, 0), 0.008),
        drum(0.012, 0.015, STEEL, (0.06, 0.1, 0), sides=10, gloss=0.8),
    ]
    band = block((0.162, 0.03, 0.062), paint.accent, (0, 0.065, 0), 0.004, gloss=0.6)
    lens = merge(
        [
            drum(r, h, c, (0, y, 0), sides=18, gloss=0.8)
            for r, h, y, c in ((0.042, 0.05, 0.0, INK), (0.037, 0.02, 0.045, STEEL), (0.03, 0.003, 0.064, "#3f5f8f"))
        ]
    )
    return Toy((body, band, *top, lens.turned(x=90).moved((0, 0.05, 0.03))))


def trumpet(paint: Paint) -> Toy:
    bell = spun([(0.085, 0.0), (0.045, 0.05), (0.02, 0.14), (0.014, 0.2)], paint.body, sides=18, gloss=0.9)
    tube = pipe([(0, 0.2, 0), (0, 0.5, 0)], 0.013, paint.body, 8, gloss=0.9)
    loop = pipe(
        [(0, 0.2, 0), (0, 0.17, 0.07), (0, 0.2, 0.1), (0, 0.36, 0.1), (0, 0.4, 0.07), (0, 0.37, 0)],
        0.011,
        paint.body,
        7,
        gloss=0.9,
    )
    valves = [
        drum(0.014, 0.09, STEEL, sides=10, gloss=0.8).turned(x=90).moved((0, 0.24 + 0.04 * k, 0.0)) for k in range(3)
    ]
    return Toy((bell, tube, loop, *valves, ball((0.018, 0.014, 0.018), STEEL, (0, 0.51, 0), 6, gloss=0.8)))


# ---- food, play and powder ------------------------------------------------------------------------------


def loaf(paint: Paint) -> Toy:
    crust = ball((0.17, 0.08, 0.09), paint.body, (0, 0.075, 0), 12, gloss=0.3)
    cuts = [
        rod((x - 0.03, 0.145, -0.05), (x + 0.03, 0.15, 0.05), 0.012, paint.accent, sides=6) for x in (-0.09, 0.0, 0.09)
    ]
    return Toy((graded(crust, 0.75), *cuts))


def ice_cream(paint: Paint) -> Toy:
    cone = spun([(0.0, 0.0), (0.045, 0.13), (0.045, 0.13), (0.0, 0.13)], "#d8a860", sides=14)
    scoops = [
        ball(0.046, c, (x, y, 0), 8, gloss=0.5) for c, x, y in ((paint.body, 0.0, 0.155), (paint.accent, 0.008, 0.215))
    ]
    return Toy((cone, *scoops, ball(0.014, "#c4202a", (0.01, 0.268, 0), 6, gloss=0.9)))


def sack(paint: Paint) -> Toy:
    """Full and slumped, its neck tied with a cord."""
    body = spun(
        [(0, 0), (0.17, 0.0), (0.21, 0.06), (0.2, 0.2), (0.14, 0.33), (0.055, 0.38), (0.09, 0.45), (0.06, 0.46)],
        paint.body,
        sides=18,
    )
    cord = hoop(0.062, 0.012, paint.accent, (0, 0.385, 0), 14)
    patch = block((0.1, 0.09, 0.02), shade(paint.body, 0.82), (0.03, 0.1, 0.196), 0.006)
    return Toy((graded(body, 0.72), cord, patch))


def comb(paint: Paint) -> Toy:
    back = slab(
        [(0.02, 0.0), (0.035, 0.02), (0.035, 0.18), (0.02, 0.2), (0.008, 0.2), (0.008, 0.0)],
        0.014,
        paint.body,
        gloss=0.5,
    )
    teeth = [
        rod((0.01, y, 0), (-0.035, y, 0), 0.004, paint.body, 0.002, sides=5) for y in np.linspace(0.012, 0.188, 15)
    ]
    return Toy((back, *teeth))


def pumpkin(paint: Paint) -> Toy:
    ribs = [
        ball((0.07, 0.12, 0.1), varied(paint.body, paint.rng, 0.04), (0, 0.12, 0.075), 9, gloss=0.4).turned(y=45 * k)
        for k in range(8)
    ]
    stalk = pipe([(0, 0.21, 0), (0.005, 0.25, 0), (0.03, 0.29, 0.01)], 0.022, "#5f7a3a", 6, end=0.016)
    return Toy((graded(merge(ribs), 0.75), stalk))


def balloon(paint: Paint) -> Toy:
    """Full of gas on a string."""
    skin = ball((0.15, 0.19, 0.15), paint.body, (0, 0.75, 0), 14, gloss=0.9)
    knot = drum(0.022, 0.03, shade(paint.body, 0.85), (0, 0.545, 0), top=0.006, sides=8)
    string = pipe([(0, 0.0, 0), (0.02, 0.18, 0), (-0.015, 0.36, 0), (0, 0.55, 0)], 0.005, "#f0ead8", 5)
    return Toy((skin, knot, string))


def bomb(paint: Paint) -> Toy:
    """A black ball with a fuse."""
    shell = ball(0.13, paint.body, (0, 0.13, 0), 12, gloss=0.7)
    neck = drum(0.04, 0.04, shade(paint.body, 1.4), (0, 0.24, 0), sides=14, gloss=0.6)
    fuse = pipe([(0, 0.27, 0), (0.02, 0.31, 0), (0.06, 0.33, 0), (0.08, 0.37, 0)], 0.009, "#c9a063", 6)
    return Toy((shell, neck, fuse))


def cannon(paint: Paint) -> Toy:
    tube = spun(
        [
            (0, -0.04),
            (0.06, -0.02),
            (0.14, 0.06),
            (0.15, 0.1),
            (0.12, 0.7),
            (0.1, 1.2),
            (0.14, 1.24),
            (0.14, 1.3),
            (0.14, 1.3),
            (0.075, 1.3),
            (0.07, 1.1),
        ],
        paint.body,
        sides=20,
        gloss=0.6,
    )
    bands = [hoop(r, 0.014, shade(paint.body, 1.3), (0, y, 0), 20, gloss=0.7) for r, y in ((0.145, 0.2), (0.125, 0.65))]
    barrel = merge([tube, *bands]).turned(x=80).moved((0, 0.62, -0.35))
    cheeks = both_sides(
        slab(
            [(-0.75, 0.18), (-0.1, 0.3), (0.3, 0.42), (0.3, 0.66), (-0.1, 0.62), (-0.75, 0.32)],
            0.07,
            paint.accent,
            gloss=0.3,
        )
        .turned(y=-90)
        .moved((0.17, 0, 0))
    )
    wheels = both_sides(cart_wheel(0.36, paint.accent).moved((0.28, 0.36, 0.12)))
    return Toy((barrel, cheeks, rod((-0.3, 0.36, 0.12), (0.3, 0.36, 0.12), 0.03, INK), wheels))


BUILDERS: Builders = {
    "grandfather clock": grandfather_clock,
    "christmas tree": christmas_tree,
    "cradle": cradle,
    "pram": pram,
    "swing": swing,
    "globe": globe,
    "crystal ball": crystal_ball,
    "telescope": telescope,
    "camera": camera,
    "trumpet": trumpet,
    "loaf": loaf,
    "ice cream": ice_cream,
    "sack": sack,
    "comb": comb,
    "pumpkin": pumpkin,
    "balloon": balloon,
    "bomb": bomb,
    "cannon": cannon,
}
