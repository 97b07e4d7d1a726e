"""Toys that carry, steer or serve people: a wheelchair, two-wheelers, a ship's wheel, a drip, what a boardroom needs.

Knows nothing of who sits on them; seat heights are `model.seats`.
"""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np

from model.renderer.loft import sweep
from model.renderer.mesh import Mesh, Vec3, merge, rgb
from model.renderer.pieces.business import swivel_chair
from model.renderer.props.toy import Builders, Paint, Roll, Toy
from model.renderer.shapes import (
    Color,
    ball,
    block,
    both_sides,
    cushion,
    drum,
    graded,
    hoop,
    pipe,
    plate,
    rod,
    shade,
    slab,
    spun,
)

BRASS, STEEL, RUBBER = "#d8ac48", "#c4ccd6", "#22252b"


def _steel(path: list[Vec3], radius: float, color: Color = STEEL) -> Mesh:
    """A bent tube of polished metal."""
    return pipe(path, radius, color, 6, gloss=0.85)


def spoked_wheel(radius: float, tyre: float, spokes: int = 10, hub: float = 0.05) -> Mesh:
    """A wheel on wire spokes, its axle along x, centred; `tyre` is half its thickness."""
    r, t = radius - 2 * tyre, 0.6 * tyre
    rim = spun([(r - t, -t), (r, -t), (r, t), (r - t, t), (r - t, -t)], STEEL, sides=20, gloss=0.8)
    wires = [
        rod((0, 0.5 * hub * (-1) ** k, 0), (0, 0, r), 0.006, STEEL, sides=3, gloss=0.7).turned(y=360 / spokes * k)
        for k in range(spokes)
    ]
    axle = drum(0.035, hub * 1.6, STEEL, (0, -0.8 * hub, 0), sides=10, gloss=0.8)
    return merge((hoop(radius - tyre, tyre, RUBBER, sides=22), rim, axle, *wires)).turned(z=-90)


# ---- a wheelchair -----------------------------------------------------------------------------------------------


def wheelchair(paint: Paint) -> Toy:
    cloth, steel = paint.body, paint.accent
    seat = cushion(0.45, 0.1, 0.44, cloth, 8).moved((0, 0.5, 0.02))
    back = block((0.46, 0.4, 0.03), cloth, (0, 0.52, -0.215), 0.012, gloss=0.1).turned(x=-3)
    seams = [block((0.4, 0.008, 0.006), shade(cloth, 1.4), (0, y, -0.17)) for y in (0.64, 0.8)]
    cross = [rod((-0.22 * s, 0.2, 0.0), (0.22 * s, 0.46, 0.0), 0.013, steel, sides=6) for s in (-1, 1)]
    castor = merge((spoked_wheel(0.085, 0.018, 5, 0.02), rod((0, 0, 0), (0, 0.16, -0.04), 0.014, steel, sides=6)))
    castors = both_sides(castor.moved((0.22, 0.085, 0.2)))
    push_rim = hoop(0.255, 0.009, steel, sides=18, gloss=0.85).turned(z=-90).moved((0.04, 0, 0))
    big = merge((spoked_wheel(0.3, 0.019, 12), push_rim))
    wheels = merge((big.moved((0.3, 0.3, -0.12)), big.turned(y=180).moved((-0.3, 0.3, -0.12))))
    frame = both_sides(_wheelchair_side(steel))
    return Toy((frame, castors, seat, back, *seams, *cross), ((wheels, Roll((0, 0.3, -0.12), "x")),))


def _wheelchair_side(steel: Color) -> Mesh:
    """The left half of the frame, with its handle, arm rest and foot rest."""
    return merge(
        (
            _steel([(0.24, 0.95, -0.3), (0.24, 0.9, -0.22), (0.24, 0.5, -0.2), (0.24, 0.16, -0.16)], 0.017, steel),
            _steel([(0.24, 0.48, -0.2), (0.24, 0.48, 0.22), (0.24, 0.3, 0.25), (0.2, 0.1, 0.26)], 0.017, steel),
            _steel([(0.25, 0.5, -0.17), (0.25, 0.7, -0.17), (0.25, 0.7, 0.16), (0.25, 0.5, 0.18)], 0.014, steel),
            rod((0.24, 0.2, -0.18), (0.24, 0.2, 0.24), 0.017, steel, sides=7, gloss=0.8),
            block((0.055, 0.035, 0.28), RUBBER, (0.25, 0.705, 0.0), 0.012),
            rod((0.24, 0.945, -0.29), (0.24, 0.95, -0.38), 0.021, RUBBER, sides=8),
            block((0.16, 0.018, 0.12), RUBBER, (0.12, 0.09, 0.24), 0.006),
        )
    )


# ---- a drip -----------------------------------------------------------------------------------------------------


def drip(paint: Paint) -> Toy:
    """A bag of saline on a stand with five castors, its tube hanging down."""
    steel = paint.body
    castor = drum(0.028, 0.02, RUBBER, (0, -0.01, 0), sides=10).turned(z=90).moved((0, 0.028, 0.22))
    leg = merge((rod((0, 0.1, 0), (0, 0.06, 0.22), 0.014, steel, sides=6, gloss=0.8), castor))
    pole = merge(
        (
            rod((0, 0.08, 0), (0, 0.95, 0), 0.018, steel, sides=9, gloss=0.85),
            rod((0, 0.9, 0), (0, 1.7, 0), 0.012, steel, sides=8, gloss=0.85),
            drum(0.028, 0.05, "#3a4048", (0, 0.9, 0), sides=10),
            drum(0.045, 0.05, "#3a4048", (0, 0.075, 0), sides=12),
        )
    )
    hooks = both_sides(_steel([(0, 1.69, 0), (0.11, 1.72, 0), (0.17, 1.69, 0), (0.18, 1.66, 0)], 0.009, steel))
    return Toy((*(leg.turned(y=72 * k) for k in range(5)), pole, hooks, _saline(paint.accent), _drip_tube()))


def _saline(fluid: Color) -> Mesh:
    """The bag, printed, on its hook."""
    half = [(0.03, 0.0), (0.055, 0.03), (0.06, 0.24), (0.03, 0.27)]
    bag = slab([*half, *((-x, y) for x, y in reversed(half))], 0.05, fluid, gloss=0.9)
    level = plate((0.085, 0.1), "#f6fafc", (0, 0.08, 0.0262))
    print_lines = [plate((0.06 - 0.014 * k, 0.007), "#3f6f9a", (0, 0.155 - 0.018 * k, 0.0268)) for k in range(3)]
    upright = plate((0.008, 0.03), "#c9342c", (-0.028, 0.092, 0.0268))
    level_bar = plate((0.03, 0.008), "#c9342c", (-0.028, 0.103, 0.0268))
    loop = rod((0, 0.27, 0), (0, 0.3, 0), 0.006, STEEL, sides=5)
    return merge((bag, level, *print_lines, upright, level_bar, loop)).moved((0.18, 1.36, 0))


def _drip_tube() -> Mesh:
    clear = "#eaf4f8"
    profile = [(0, 0), (0.016, 0.01), (0.018, 0.06), (0.006, 0.075), (0.006, 0.09)]
    chamber = spun(profile, clear, (0.18, 1.275, 0), 10, gloss=0.9)
    way = [(0.18, 1.28, 0), (0.175, 1.0, 0.04), (0.1, 0.72, 0.1), (0.15, 0.5, 0.12), (0.22, 0.7, 0.06)]
    clamp = block((0.03, 0.05, 0.03), "#4f8fc0", (0.168, 0.96, 0.045), 0.008)
    return merge((chamber, pipe(way, 0.0075, clear, 6, gloss=0.9), clamp))


# ---- two wheels -------------------------------------------------------------------------------------------------


def _mudguard(axle: Vec3, radius: float, span: tuple[float, float], thick: float, color: Color) -> Mesh:
    """Over a wheel, between two angles in radians from straight ahead."""
    path = [(0.0, axle[1] + radius * math.sin(a), axle[2] + radius * math.cos(a)) for a in np.linspace(*span, 12)]
    return sweep(path, thick, 9).painted(rgb(color), 0.7)


def bicycle(paint: Paint) -> Toy:
    color, dark = paint.body, paint.accent
    rear, front, crank = (0.0, 0.34, -0.5), (0.0, 0.34, 0.54), (0.0, 0.33, -0.04)
    guards = [
        _mudguard(rear, 0.36, (0.9, 3.3), 0.018, shade(color, 0.8)),
        _mudguard(front, 0.36, (0.5, 2.3), 0.018, shade(color, 0.8)),
    ]
    carrier = block((0.14, 0.015, 0.32), STEEL, (0, 0.72, -0.52))
    struts = both_sides(rod((0.06, 0.72, -0.6), (0.05, 0.36, -0.52), 0.009, STEEL, sides=5))
    stand = rod((0.05, 0.3, -0.16), (0.16, 0.0, -0.2), 0.012, STEEL, sides=6)
    lens = ball((0.036, 0.036, 0.012), "#fff4d0", (0, 0, 0.06), 6, glow=0.3)
    lamp = merge((drum(0.04, 0.06, STEEL, sides=12).turned(x=90), lens)).moved((0, 0.66, 0.56))
    still = (_bicycle_frame(color), _saddle_and_bars(dark), *guards, carrier, struts, stand, lamp)
    wheels = [(spoked_wheel(0.34, 0.022, 14).moved(at), Roll(at, "x")) for at in (rear, front)]
    pedals = (_pedals(dark).moved(crank), Roll(crank, "x"))
    return Toy((*still, _basket().moved((0, 0.7, 0.62))), (*wheels, pedals))


def _bicycle_frame(color: Color) -> Mesh:
    head, crank, post, rear = (0, 0.78, 0.44), (0, 0.33, -0.04), (0, 0.74, -0.08), (0.045, 0.34, -0.5)
    tubes = ((head, crank, 0.026), (crank, post, 0.024), (post, head, 0.022), ((0, 0.66, 0.49), (0, 0.84, 0.42), 0.028))
    stays = (
        rod((0.03, 0.66, -0.075), rear, 0.012, color, sides=6),
        rod((0.03, 0.33, -0.05), rear, 0.013, color, sides=6),
        rod((0.025, 0.68, 0.48), (0.045, 0.34, 0.54), 0.015, color, sides=6),
    )
    return merge((both_sides(merge(stays)), *(rod(a, b, r, color, sides=9, gloss=0.6) for a, b, r in tubes)))


def _saddle_and_bars(dark: Color) -> Mesh:
    bar = _steel([(0, 0.94, 0.4), (0.14, 0.97, 0.42), (0.25, 0.98, 0.33)], 0.014)
    grip = rod((0.245, 0.98, 0.335), (0.262, 0.975, 0.25), 0.02, dark, sides=8)
    return merge(
        (
            both_sides(merge((bar, grip))),
            rod((0, 0.82, 0.43), (0, 0.95, 0.4), 0.016, STEEL, sides=7, gloss=0.85),
            rod((0, 0.74, -0.08), (0, 0.86, -0.09), 0.016, STEEL, sides=7, gloss=0.8),
            ball((0.085, 0.045, 0.14), dark, (0, 0.89, -0.1), 7),
            ball((0.035, 0.03, 0.1), dark, (0, 0.895, 0.02), 6),
        )
    )


def _pedals(dark: Color) -> Mesh:
    """Chain ring and both cranks about the origin."""
    ring = drum(0.085, 0.012, STEEL, (0, -0.006, 0), sides=16, gloss=0.8).turned(z=-90).moved((0.03, 0, 0))
    crank = rod((0.05, 0, 0), (0.06, -0.15, 0.02), 0.013, STEEL, sides=6)
    side = merge((crank, block((0.09, 0.025, 0.07), dark, (0.1, -0.165, 0.02), 0.006)))
    return merge((ring, side, side.turned(z=180)))


def _basket() -> Mesh:
    """Of wicker, before the handlebars."""
    wicker = "#b58a4e"
    rows = []
    for k in range(5):
        tone, y = shade(wicker, 0.9 + 0.1 * (k % 2)), 0.04 + 0.04 * k
        wide, deep = 0.15 + 0.02 * k, 0.1 + 0.008 * k
        rows += [block((2 * wide, 0.028, 0.012), tone, (0, y, s * deep)) for s in (-1, 1)]
        rows += [block((0.012, 0.028, 2 * deep), tone, (s * wide, y, 0)) for s in (-1, 1)]
    return merge((block((0.3, 0.015, 0.2), shade(wicker, 0.7), (0, 0.03, 0)), *rows))


def motorbike(paint: Paint) -> Toy:
    color, dark = paint.body, paint.accent
    rear, front = (0.0, 0.31, -0.62), (0.0, 0.31, 0.68)
    exhaust = [(0.12, 0.54, 0.22), (0.17, 0.36, 0.3), (0.2, 0.24, 0.12), (0.22, 0.26, -0.4), (0.23, 0.31, -0.82)]
    pipes = both_sides(pipe(exhaust, 0.038, STEEL, 8, 0.055, gloss=0.9))
    guards = [
        _mudguard(front, 0.355, (0.6, 2.4), 0.06, color),
        _mudguard(rear, 0.355, (1.2, 2.9), 0.06, color),
    ]
    stand = rod((0.1, 0.26, 0.0), (0.26, 0.0, 0.03), 0.018, dark, sides=6)
    still = (_tank_and_seat(color, dark), _engine(), pipes, _forks(dark), _handlebars(dark), *guards, stand)
    disc = drum(0.11, 0.012, STEEL, (0, 0.05, 0), sides=16, gloss=0.8).turned(z=-90)
    wheel = merge((spoked_wheel(0.31, 0.065, 12, 0.1), disc))
    return Toy(still, tuple((wheel.moved(at), Roll(at, "x")) for at in (rear, front)))


def _tank_and_seat(color: Color, dark: Color) -> Mesh:
    tail = slab([(-0.3, 0.66), (0.16, 0.6), (0.2, 0.74), (-0.3, 0.8)], 0.24, color, gloss=0.8).turned(y=-90)
    return merge(
        (
            ball((0.17, 0.15, 0.24), color, (0, 0.8, 0.28), 9, gloss=0.8),
            drum(0.035, 0.025, STEEL, (0, 0.94, 0.3), sides=10, gloss=0.9),
            cushion(0.3, 0.16, 0.66, dark, 8).moved((0, 0.8, -0.24)),
            ball((0.13, 0.11, 0.1), dark, (0, 0.85, -0.58), 6),
            tail.moved((0, 0, -0.52)),
            block((0.16, 0.06, 0.03), "#c9342c", (0, 0.72, -0.84), 0.01, glow=0.25),
        )
    )


def _engine() -> Mesh:
    cover = drum(0.12, 0.05, STEEL, sides=16, gloss=0.85).turned(z=-90).moved((0.13, 0.4, -0.02))
    return graded(
        merge(
            (
                block((0.26, 0.26, 0.4), "#5a6068", (0, 0.28, 0.04), 0.03, gloss=0.6),
                *(block((0.3, 0.022, 0.3), STEEL, (0, 0.54 + 0.035 * k, 0.1), gloss=0.7) for k in range(4)),
                both_sides(cover),
            )
        ),
        0.8,
    )


def _forks(dark: Color) -> Mesh:
    return both_sides(
        merge(
            (
                rod((0.09, 0.98, 0.4), (0.1, 0.31, 0.68), 0.028, STEEL, sides=8, gloss=0.9),
                rod((0.1, 0.62, 0.55), (0.1, 0.31, 0.68), 0.036, dark, sides=8),
                rod((0.1, 0.36, -0.1), (0.1, 0.31, -0.62), 0.03, dark, sides=7),
                rod((0.13, 0.7, -0.4), (0.11, 0.34, -0.56), 0.03, STEEL, sides=7),
            )
        )
    )


def _handlebars(dark: Color) -> Mesh:
    """With mirrors, dials and the lamp."""
    side = merge(
        (
            _steel([(0, 1.0, 0.4), (0.2, 1.08, 0.38), (0.34, 1.04, 0.24)], 0.018),
            rod((0.33, 1.045, 0.25), (0.37, 1.025, 0.14), 0.026, dark, sides=8),
            rod((0.26, 1.06, 0.32), (0.3, 1.17, 0.3), 0.008, STEEL, sides=5),
            ball((0.06, 0.045, 0.015), STEEL, (0.31, 1.18, 0.3), 6, gloss=0.95),
            drum(0.045, 0.03, dark, (0.05, 1.0, 0.44), sides=12),
        )
    )
    shell = spun([(0.05, -0.1), (0.11, -0.02), (0.125, 0.03), (0.12, 0.045)], dark, sides=16, gloss=0.7)
    lens = ball((0.11, 0.03, 0.11), "#fff4d0", (0, 0.035, 0), 8, gloss=0.9, glow=0.35)
    return merge((both_sides(side), merge((shell, lens)).turned(x=90).moved((0, 0.9, 0.55))))


# ---- a ship's wheel ---------------------------------------------------------------------------------------------


def helm(paint: Paint) -> Toy:
    """A ship's wheel before its post; it turns as the thing is moved."""
    wood, brass = paint.body, paint.accent
    base = merge(
        (
            block((0.72, 0.08, 0.56), shade(wood, 0.6), (0, 0, -0.06), 0.02),
            block((0.56, 0.07, 0.42), shade(wood, 0.8), (0, 0.08, -0.06), 0.02),
        )
    )
    post = [(-0.17, 0.14), (0.17, 0.14), (0.12, 1.06), (-0.12, 1.06)]
    body = merge(
        (
            slab(post, 0.2, shade(wood, 0.92), (0, 0, -0.1)),
            block((0.3, 0.06, 0.28), wood, (0, 1.05, -0.1), 0.015),
            plate((0.16, 0.34), shade(wood, 1.2), (0, 0.3, 0.004)),
            block((0.36, 0.05, 0.24), brass, (0, 0.14, -0.1), 0.01, gloss=0.7),
        )
    )
    bowl = spun([(0.13, 1.1), (0.14, 1.14), (0.1, 1.2), (0, 1.21)], brass, (0, 0, -0.1), 16, gloss=0.85)
    glass = ball((0.085, 0.03, 0.085), "#dff0f4", (0, 1.205, -0.1), 7, gloss=0.95)
    axle = rod((0, 0.89, -0.02), (0, 0.89, 0.12), 0.05, brass, sides=10, gloss=0.8)
    at = (0.0, 0.89, 0.16)
    return Toy((base, body, bowl, glass, axle), ((_ships_wheel(wood, brass).moved(at), Roll(at, "z")),))


def _ships_wheel(wood: Color, brass: Color) -> Mesh:
    """Eight turned spokes about the origin, facing +z."""
    profile = [(0.03, 0.1), (0.02, 0.16), (0.032, 0.26), (0.022, 0.36), (0.03, 0.42)]
    handle = [(0.026, 0.5), (0.038, 0.56), (0.034, 0.62), (0.016, 0.66), (0, 0.665)]
    spoke = spun([*profile, *handle], shade(wood, 1.12), sides=8).turned(x=90)
    return merge(
        (
            hoop(0.44, 0.042, wood, sides=26),
            hoop(0.44, 0.02, brass, (0, 0.03, 0), 26, gloss=0.85),
            hoop(0.2, 0.03, shade(wood, 0.85), sides=18),
            drum(0.13, 0.12, wood, (0, -0.06, 0), sides=18),
            drum(0.075, 0.15, brass, (0, -0.07, 0), sides=16, gloss=0.9),
            ball((0.05, 0.03, 0.05), brass, (0, 0.08, 0), 6, gloss=0.9),
            *(spoke.turned(y=45 * k) for k in range(8)),
        )
    ).turned(x=90)


# ---- a boardroom ------------------------------------------------------------------------------------------------


def conference_table(paint: Paint) -> Toy:
    """A long table with rounded ends on two panels, sockets in a dark strip along its middle."""
    wood, dark = paint.body, paint.accent
    half = [(1.32 + 0.28 * math.sin(a), 0.65 * math.cos(a)) for a in np.linspace(math.pi, 0, 13)]
    outline = _turning_left([*half, *((-x, z) for x, z in reversed(half))])
    top = slab(outline, 0.05, wood, gloss=0.55).turned(x=-90).moved((0, 0.725, 0))
    inset = [(0.985 * x, 0.965 * z) for x, z in outline]
    edge = slab(inset, 0.035, shade(wood, 0.62)).turned(x=-90).moved((0, 0.685, 0))
    strip = block((2.3, 0.004, 0.2), dark, (0, 0.748, 0), gloss=0.6)
    sockets = [block((0.16, 0.006, 0.1), STEEL, (x, 0.748, 0), 0.002, gloss=0.8) for x in (-0.85, 0.0, 0.85)]
    foot = block((0.3, 0.04, 0.9), dark, (0.98, 0, 0), 0.01)
    panels = both_sides(merge((block((0.12, 0.67, 0.78), shade(wood, 0.85), (0.98, 0.02, 0), 0.02), foot)))
    return Toy((top, edge, strip, *sockets, panels, block((1.9, 0.16, 0.06), shade(wood, 0.75), (0, 0.36, 0))))


def office_chair(paint: Paint) -> Toy:
    return Toy((swivel_chair(paint.body, paint.accent),))


def _turning_left(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The outline counter-clockwise."""
    area = sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise([*points, points[0]]))
    return points if area > 0 else points[::-1]


BUILDERS: Builders = {
    "wheelchair": wheelchair, "drip": drip, "bicycle": bicycle, "motorbike": motorbike, "helm": helm,
    "conference_table": conference_table, "office_chair": office_chair,
}  # fmt: skip
