"""Toys that stand outdoors: buildings, trees and stones, vehicles, things of field and grave.

Knows nothing of the sets around them. What can be climbed is flat at its full height, so that somebody can stand there.
"""

from __future__ import annotations

import math

import numpy as np

from model.renderer.mesh import Mesh, merge, rgb, sheet
from model.renderer.pieces import buildings, nature
from model.renderer.props.lamps import bulb
from model.renderer.props.toy import Builders, Hinge, Paint, Roll, Toy
from model.renderer.scenery import LIT_PANE
from model.renderer.shapes import (
    Color,
    ball,
    block,
    both_sides,
    drum,
    graded,
    hoop,
    mixed,
    pipe,
    plate,
    rod,
    roughened,
    shade,
    slab,
    spun,
    varied,
)

GOLD = "#e0b040"


def bell_tower(paint: Paint) -> Toy:
    """An open belfry under a parapeted roof terrace: the bell hangs below the place where somebody can stand."""
    stone, roof, rng = paint.body, paint.accent, paint.rng
    shaft = graded(block((1.9, 4.0, 1.9), stone, (0, 0.3, 0)), 0.78, 1.0)
    foot = [
        block((2.3, 0.3, 2.3), shade(stone, 0.75), bevel=0.03),
        block((2.05, 0.35, 2.05), shade(stone, 0.88), (0, 0.3, 0), 0.03),
    ]
    quoins = [
        block((0.34, 0.2, 0.34), shade(stone, 0.86 + 0.06 * (k % 2)), (x, 0.7 + 0.4 * k, z), 0.015)
        for k in range(9)
        for x in (-0.84, 0.84)
        for z in (-0.84, 0.84)
    ]
    bricks = [
        block(
            (0.3, 0.12, 0.03),
            varied(stone, rng, 0.12),
            (float(rng.uniform(-0.6, 0.6)), float(rng.uniform(0.9, 3.9)), 0.945),
        ).turned(y=a)
        for a in (0, 90, 180, 270)
        for _ in range(5)
    ]
    belt = [
        block((2.15, 0.14, 2.15), roof, (0, 4.22, 0), 0.03, gloss=0.4),
        block((2.3, 0.12, 2.3), shade(stone, 0.85), (0, 4.36, 0), 0.03),
    ]
    fittings = [
        _arched_door(0.8, 1.55).moved((0, 0.32, 0.99)),
        *(
            _slit(0.42, 0.8)
            .turned(y=a)
            .moved((0.96 * math.sin(math.radians(a)), 2.6, 0.96 * math.cos(math.radians(a))))
            for a in (0, 90, 180, 270)
        ),
    ]
    clock = _clock(0.42).moved((0, 3.72, 0.965)) if paint.named("clock") else None
    parts = (shaft, *foot, *quoins, *bricks, *belt, *_belfry(stone, roof), *fittings)
    return Toy(parts if clock is None else (*parts, clock))


def _belfry(stone: Color, roof: Color) -> list[Mesh]:
    """The open storey with the bell, and the terrace above it."""
    pillars = [block((0.3, 1.45, 0.3), stone, (x, 4.45, z), 0.02) for x in (-0.88, 0.88) for z in (-0.88, 0.88)]
    arches = [
        merge(
            (
                both_sides(block((0.32, 0.2, 0.2), shade(stone, 0.95), (0.58, 5.7, 0.9))),
                block((1.5, 0.14, 0.22), stone, (0, 5.82, 0.9)),
            )
        ).turned(y=a)
        for a in (0, 90, 180, 270)
    ]
    terrace = [
        block((2.4, 0.16, 2.4), shade(stone, 0.9), (0, 5.96, 0), 0.03),
        block((2.3, 0.1, 2.3), roof, (0, 6.1, 0), 0.02, gloss=0.4),
        block((2.08, 0.32, 2.08), mixed(stone, "#8a7a66", 0.3), (0, 6.18, 0)),
    ]
    trim = [
        block((0.3, 0.3, 0.14), roof, (x, 6.2, 1.1), 0.02).turned(y=a)
        for a in (0, 90, 180, 270)
        for x in (-1.02, -0.34, 0.34, 1.02)
    ]
    bell = spun(
        [(0.42, 4.75), (0.43, 4.82), (0.34, 4.98), (0.27, 5.25), (0.2, 5.45), (0, 5.5)], GOLD, sides=18, gloss=0.9
    )
    clapper = [
        rod((0, 5.2, 0), (0, 4.68, 0), 0.03, "#5a4a30"),
        ball(0.07, "#5a4a30", (0, 4.67, 0), 5),
        rod((0, 5.45, 0), (0, 5.96, 0), 0.05, "#5a3a24"),
    ]
    return [*pillars, *arches, *terrace, *trim, bell, *clapper]


def _arched_door(width: float, height: float) -> Mesh:
    leaf = [(-width / 2, 0), (width / 2, 0), *((x, height - width / 2 + y) for x, y in _half_round(width / 2))]
    frame = [
        (-width * 0.62, 0),
        (width * 0.62, 0),
        *((x, height - width / 2 + y) for x, y in _half_round(width * 0.62)),
    ]
    return merge(
        (
            slab(frame, 0.1, "#8a7c68"),
            slab(leaf, 0.13, "#6b4026"),
            *(block((width * 0.8, 0.05, 0.15), "#3a3a40", (0, y, 0)) for y in (0.3, 0.95)),
            ball(0.05, GOLD, (width * 0.28, height * 0.45, 0.08), 5, gloss=0.8),
        )
    )


def _half_round(radius: float) -> list[tuple[float, float]]:
    return [(radius * math.cos(t), radius * math.sin(t)) for t in np.linspace(0, math.pi, 9)]


def _slit(width: float, height: float) -> Mesh:
    return merge(
        (
            block((width + 0.16, height + 0.16, 0.06), "#a39782", (0, -0.08, 0)),
            block((width, height, 0.09), "#4a3424", (0, 0, 0)),
            block((0.05, height, 0.11), "#8a7c68"),
            block((width, 0.05, 0.11), "#8a7c68", (0, height / 2, 0)),
        )
    )


def _clock(radius: float) -> Mesh:
    face = drum(radius, 0.06, "#f5f0e2", sides=24).turned(x=90)
    rim = drum(radius * 1.12, 0.04, "#5a4630", sides=24).turned(x=90)
    ticks = [block((0.03, 0.08, 0.02), "#3a3028", (0, radius * 0.78, 0.06)).turned(z=30 * k) for k in range(12)]
    hands = [
        block((0.04, radius * 0.75, 0.02), "#2a2420", (0, 0, 0.07)).turned(z=-60),
        block((0.05, radius * 0.5, 0.02), "#2a2420", (0, 0, 0.075)).turned(z=50),
    ]
    return merge((rim, face, *ticks, *hands))


def lighthouse(paint: Paint) -> Toy:
    stripes = [
        graded(
            spun(
                [(1.0 - 0.06 * k, 0.4 + 0.8 * k), (0.94 - 0.06 * k, 1.2 + 0.8 * k)],
                paint.accent if k % 2 else paint.body,
                sides=22,
                gloss=0.4,
            ),
            0.9,
            1.0,
        )
        for k in range(6)
    ]
    foot = [drum(1.2, 0.4, "#8a8680", top=1.1, sides=20)]
    gallery = [drum(1.0, 0.14, "#3a3f48", (0, 5.2, 0), sides=22), drum(0.75, 0.3, paint.body, (0, 5.34, 0), sides=20)]
    rails = [
        rod(
            (0.95 * math.sin(a), 5.3, 0.95 * math.cos(a)),
            (0.95 * math.sin(a), 5.8, 0.95 * math.cos(a)),
            0.02,
            "#3a3f48",
            sides=5,
        )
        for a in np.arange(12) * 0.5236
    ]
    rail = hoop(0.95, 0.024, "#3a3f48", (0, 5.78, 0))
    glass = drum(0.6, 0.9, "#ffe8a8", (0, 5.64, 0), sides=16)
    bars = [
        rod(
            (0.62 * math.sin(a), 5.6, 0.62 * math.cos(a)),
            (0.62 * math.sin(a), 6.6, 0.62 * math.cos(a)),
            0.035,
            "#3a3f48",
            sides=5,
        )
        for a in np.arange(8) * 0.7854
    ]
    cap = [
        drum(0.86, 0.2, paint.accent, (0, 6.54, 0), top=0.8, sides=22, gloss=0.5),
        drum(0.95, 0.3, paint.accent, (0, 6.74, 0), top=1.0, sides=22, gloss=0.5),
        drum(1.05, 0.46, paint.body, (0, 7.04, 0), sides=22),
    ]
    door = _arched_door(0.8, 1.5).moved((0, 0.3, 1.0))
    panes = [_slit(0.34, 0.55).moved((0, y, r)) for y, r in ((2.5, 0.86), (3.9, 0.75))]
    return Toy((*stripes, *foot, *gallery, *rails, rail, *bars, *cap, door, *panes), bulb(glass, "#fff0b8", "#b9c4c8"))


def house(paint: Paint) -> Toy:
    """A cottage whose door opens."""
    rng = paint.rng
    wall, roof = paint.body, paint.accent
    width, height, depth, rise = 3.0, 2.1, 2.6, 1.5
    shutter = str(rng.choice(["#3f6f5a", "#4a6a9a", "#6b7a3a"]))
    body = graded(block((width, height, depth), wall), 0.84)
    gables = slab([(-depth / 2, height), (depth / 2, height), (0, height + rise)], width - 0.06, wall).turned(y=90)
    foot = block((width + 0.12, 0.3, depth + 0.12), "#9a9186")
    beams = [
        *(
            block((0.18, height, 0.18), buildings.TIMBER, (x, 0, z))
            for x in (-width / 2, width / 2)
            for z in (-depth / 2, depth / 2)
        ),
        block((width + 0.08, 0.14, depth + 0.08), buildings.TIMBER, (0, height - 0.12, 0)),
    ]
    panes = [
        buildings.window(0.56, 0.7, buildings.TIMBER, shutter, "#e0567f").moved((x, 0.85, depth / 2))
        for x in (-0.98, 0.98)
    ]
    panes += [
        buildings.window(0.55, 0.7, buildings.TIMBER, shutter).turned(y=a).moved((s * width / 2, 0.85, 0))
        for s, a in ((1, 90), (-1, -90))
    ]
    dark = plate((0.74, 1.5), "#241812", (0, 0.1, depth / 2 + 0.01))
    frame = merge(
        (
            both_sides(block((0.09, 1.6, 0.14), buildings.TIMBER, (0.42, 0.06, depth / 2 + 0.03))),
            block((0.96, 0.1, 0.16), buildings.TIMBER, (0, 1.6, depth / 2 + 0.03)),
            block((1.0, 0.12, 0.34), "#a39a8c", (0, 0, depth / 2 + 0.12)),
        )
    )
    leaf = merge(
        (
            *(
                block(
                    (0.18, 1.5, 0.05),
                    shade("#7a4a2c", 0.92 + 0.12 * (k % 2)),
                    (-0.28 + 0.187 * k, 0.1, depth / 2 + 0.05),
                )
                for k in range(4)
            ),
            ball(0.04, GOLD, (0.26, 0.8, depth / 2 + 0.1), 5, gloss=0.8),
        )
    )
    top = buildings.gable_roof(width, depth, rise, roof, rng, overhang=0.28, rows=6).moved((0, height, 0))
    stack = block((0.4, 1.1, 0.4), "#8f6a58", (0.9, height + 0.43, -0.55))
    return Toy(
        (body, gables, foot, *beams, *(_glass(p) for p in panes), dark, frame, top, stack),
        ((leaf, Hinge((-0.37, 0, depth / 2 + 0.05), "y", -100.0)),),
    )


def _glass(mesh: Mesh) -> Mesh:
    """Set-piece glass made a prop's: a little light behind it at any hour."""
    lit = np.where(mesh.part == LIT_PANE, 0.35, mesh.glow).astype(np.float32)
    return Mesh(mesh.vertices, mesh.normals, mesh.triangles, mesh.color, mesh.gloss, lit, mesh.part)


def tree(paint: Paint) -> Toy:
    if paint.named("pine", "fir"):
        return Toy((nature.pine(paint.rng, 3.4, "#2f6b45", 14),))
    return Toy((nature.tree(paint.rng, 3.4, paint.body, paint.accent, 8),))


def bush(paint: Paint) -> Toy:
    return Toy((nature.bush(paint.rng, 0.9, paint.body, "#d8504a" if paint.rng.random() < 0.5 else None, 8),))


def rock(paint: Paint) -> Toy:
    return Toy(
        (
            nature.rock(paint.rng, 1.2, 0.8, 1.0, paint.body),
            nature.rock(paint.rng, 0.45, 0.25, 0.4, paint.accent).moved((0.42, 0, 0.3)),
        )
    )


def wall(paint: Paint) -> Toy:
    if paint.named("fence", "railing", "balcony"):
        wood = "#9a7048" if paint.named("fence") else "#3a3f48"
        posts = [block((0.12, 1.2, 0.12), wood, (x, 0, 0), 0.02) for x in (-1.42, -0.47, 0.47, 1.42)]
        return Toy(
            (
                *posts,
                *(block((3.0, 0.1, 0.07), wood, (0, y, 0), 0.02) for y in (0.35, 0.85)),
                block((3.0, 0.06, 0.4), wood, (0, 1.14, 0), 0.02),
                *(
                    block((0.07, 0.95, 0.04), shade(wood, 1.1), (x, 0.12, 0.05), 0.01)
                    for x in np.arange(-1.2, 1.3, 0.24)
                ),
            )
        )
    rng, stones = paint.rng, []
    for row in range(4):
        x = -1.5 - 0.2 * (row % 2)
        while x < 1.48:
            w = min(float(rng.uniform(0.34, 0.6)), 1.5 - x)
            left = max(x, -1.5)
            if x + w - left > 0.05:
                stones.append(
                    block(
                        (x + w - left - 0.012, 0.258, 0.36 + float(rng.uniform(-0.02, 0.02))),
                        varied(paint.body, rng, 0.14),
                        ((left + x + w) / 2, 0.262 * row, 0),
                        0.025,
                    )
                )
            x += w
    caps = [
        block((0.735, 0.15, 0.4), varied(shade(paint.body, 1.1), rng, 0.06), (-1.125 + 0.75 * k, 1.05, 0), 0.03)
        for k in range(4)
    ]
    core = block((2.96, 1.04, 0.3), paint.accent)
    return Toy((graded(merge(stones), 0.78, 1.05), core, *caps))


def statue(paint: Paint) -> Toy:
    """A robed figure with raised arm on a plinth."""
    stone, plinth = paint.body, paint.accent
    base = [
        block((0.8, 0.14, 0.8), plinth, bevel=0.02),
        block((0.64, 0.5, 0.64), shade(plinth, 1.1), (0, 0.14, 0), 0.02),
        block((0.74, 0.1, 0.74), plinth, (0, 0.62, 0), 0.02),
        block((0.36, 0.2, 0.02), GOLD, (0, 0.28, 0.325), 0.005, gloss=0.7),
    ]
    robe = spun(
        [(0.25, 0.72), (0.24, 0.9), (0.17, 1.3), (0.19, 1.5), (0.1, 1.62), (0, 1.64)], stone, sides=16, gloss=0.3
    )
    folds = [
        rod(
            (0.235 * math.sin(a), 0.74, 0.235 * math.cos(a)),
            (0.155 * math.sin(a), 1.3, 0.155 * math.cos(a)),
            0.028,
            shade(stone, 0.92),
        )
        for a in np.arange(9) * 0.7
    ]
    head = merge(
        (
            ball((0.15, 0.165, 0.15), stone, (0, 1.8, 0), 9),
            ball((0.16, 0.1, 0.16), shade(stone, 0.85), (0, 1.88, -0.02), 7),
            ball(0.025, stone, (0, 1.79, 0.15), 4),
        )
    )
    arms = merge(
        (
            pipe([(-0.17, 1.5, 0), (-0.28, 1.36, 0.08), (-0.14, 1.25, 0.2)], 0.06, stone),
            pipe([(0.17, 1.5, 0), (0.3, 1.62, 0.05), (0.3, 1.92, 0.08)], 0.06, stone),
            ball(0.065, stone, (0.3, 1.97, 0.08), 6),
            rod((0.3, 1.85, 0.08), (0.3, 2.2, 0.1), 0.02, plinth),
        )
    )
    return Toy((*base, graded(merge((robe, *folds, head, arms)), 0.82, 1.08)))


def sign(paint: Paint) -> Toy:
    wood, face = paint.body, paint.accent
    if paint.named("bus", "stop"):
        return Toy(
            (
                rod((0, 0, 0), (0, 1.7, 0), 0.03, "#5a626c"),
                block((0.7, 0.42, 0.05), "#2f6fb5", (0, 1.26, 0.02), 0.02),
                block((0.4, 0.16, 0.07), face, (-0.08, 1.4, 0.02), 0.01),
                both_sides(ball((0.05, 0.05, 0.012), "#22262e", (0.1, 1.4, 0.06), 5)).moved((-0.08, 0, 0)),
                block((0.36, 0.4, 0.03), face, (0, 0.75, 0.02), 0.01),
                drum(0.16, 0.05, "#5a626c", sides=14),
            )
        )
    post = both_sides(block((0.09, 1.6, 0.08), shade(wood, 0.75), (0.24, 0, -0.02), 0.015))
    board = block((0.7, 0.62, 0.07), wood, (0, 1.0, 0.02), 0.02)
    sheet = block((0.58, 0.5, 0.02), face, (0, 1.06, 0.055), 0.005)
    ink = [
        block((w, 0.035, 0.005), "#5a4030", (x, y, 0.067))
        for w, x, y in ((0.34, 0, 1.45), (0.44, 0, 1.36), (0.4, -0.02, 1.28), (0.26, -0.09, 1.2))
    ]
    roof = merge(
        block((0.42, 0.05, 0.12), shade(wood, 0.6), (0, 0, 0), 0.012).turned(z=s * -22).moved((s * 0.18, 1.62, 0))
        for s in (-1, 1)
    )
    return Toy((post, board, sheet, *ink, roof, *(ball(0.016, "#b03a3a", (x, 1.53, 0.07), 4) for x in (-0.26, 0.26))))


def car(paint: Paint) -> Toy:
    if paint.named("carriage"):
        return _carriage(paint)
    tall = paint.named("van", "bus", "truck")
    return _van(paint) if tall else _saloon(paint)


def wheel(radius: float, width: float, tyre: Color = "#26282e", hub: Color = "#c9d0d8") -> Mesh:
    """A car's wheel, its axle along x, centred."""
    ring = spun(
        [
            (radius * 0.6, 0),
            (radius * 0.94, 0),
            (radius, width * 0.2),
            (radius, width * 0.8),
            (radius * 0.94, width),
            (radius * 0.6, width),
        ],
        tyre,
        sides=20,
    )
    disc = spun(
        [
            (0, width * 0.1),
            (radius * 0.62, width * 0.1),
            (radius * 0.62, width * 0.9),
            (radius * 0.3, width * 0.98),
            (0, width),
        ],
        hub,
        sides=14,
        gloss=0.8,
    )
    spokes = [
        block((radius * 0.12, 0.012, radius * 0.5), shade(hub, 0.6), (0, width * 0.955, radius * 0.3)).turned(y=72 * k)
        for k in range(5)
    ]
    return merge((ring, disc, *spokes)).moved((0, -width / 2, 0)).turned(z=-90)


def cart_wheel(radius: float, color: Color, rim: Color = "#4a4a50") -> Mesh:
    """A spoked wooden wheel, its axle along x, centred."""
    angles = np.linspace(0, 2 * math.pi, 17)
    felloe = hoop(radius * 0.93, radius * 0.09, color, sides=24).turned(z=-90)
    band = spun([(radius, -0.03), (radius, 0.03)], rim, sides=18, gloss=0.5).turned(z=-90)
    spokes = [
        rod(
            (0, 0, 0),
            (0, radius * 0.9 * math.cos(a), radius * 0.9 * math.sin(a)),
            radius * 0.055,
            shade(color, 0.9),
            sides=6,
        )
        for a in angles[:-1:2]
    ]
    return merge(
        (felloe, band, *spokes, drum(radius * 0.2, 0.16, shade(color, 0.75), (0, -0.08, 0), sides=10).turned(z=-90))
    )


def _wheels(radius: float, width: float, x: float, zs: tuple[float, ...]) -> tuple[tuple[Mesh, Roll], ...]:
    """Left and right wheels at each z, rolling."""
    out = []
    for z in zs:
        left, right = (
            wheel(radius, width).turned(y=180).moved((-x, radius, z)),
            wheel(radius, width).moved((x, radius, z)),
        )
        out.append((merge((left, right)), Roll((0, radius, z), "x")))
    return tuple(out)


def _saloon(paint: Paint) -> Toy:
    paintwork, glass = paint.body, paint.accent
    if paint.named("taxi"):
        paintwork = "#f2b92c"
    side = [(-1.86, 0.34), (1.86, 0.34), (1.9, 0.62), (1.78, 0.84), (0.95, 0.93), (-1.8, 0.95), (-1.9, 0.66)]
    body = slab([(z, y) for z, y in side], 1.62, paintwork, gloss=0.85).turned(y=-90)
    flanks = both_sides(block((0.12, 0.44, 3.5), paintwork, (0.82, 0.4, 0), 0.05, gloss=0.85))
    cabin = slab([(-1.45, 0.92), (0.95, 0.92), (0.42, 1.42), (-0.98, 1.42)], 1.44, glass, gloss=0.95).turned(y=-90)
    roof = block((1.46, 0.1, 1.5), paintwork, (0, 1.4, -0.28), 0.045, gloss=0.85)
    pillars = both_sides(
        merge(
            rod(a, b, 0.035, paintwork, sides=6, gloss=0.8)
            for a, b in (
                ((0.72, 0.93, 0.95), (0.7, 1.43, 0.42)),
                ((0.72, 0.93, -1.43), (0.7, 1.43, -0.98)),
                ((0.725, 0.93, -0.25), (0.715, 1.43, -0.25)),
            )
        )
    )
    bumpers = [block((1.7, 0.16, 0.14), "#c9d0d8", (0, 0.32, z), 0.05, gloss=0.8) for z in (-1.84, 1.84)]
    lamps = both_sides(
        merge(
            (
                ball((0.13, 0.1, 0.05), "#fff4d0", (0.62, 0.68, 1.87), 7, gloss=0.9, glow=0.35),
                ball((0.15, 0.07, 0.04), "#d8342c", (0.62, 0.7, -1.88), 6, gloss=0.8, glow=0.2),
            )
        )
    )
    grille = [block((0.7, 0.03, 0.03), "#2a2e36", (0, 0.54 + 0.06 * k, 1.885)) for k in range(3)]
    details = both_sides(
        merge(
            (
                block((0.02, 0.035, 0.16), "#e8ecf0", (0.885, 0.74, 0.1)),
                block((0.02, 0.035, 0.16), "#e8ecf0", (0.885, 0.74, -0.75)),
                ball((0.07, 0.06, 0.05), paintwork, (0.86, 1.0, 0.72), 5, gloss=0.8),
                block((0.015, 0.5, 0.02), shade(paintwork, 0.6), (0.882, 0.38, -0.25)),
                block((0.02, 0.05, 3.2), shade(paintwork, 0.6), (0.875, 0.36, 0)),
            )
        )
    )
    arches = both_sides(
        merge(drum(0.39, 0.1, "#1c1e22", sides=18).turned(z=-90).moved((0.79, 0.34, z)) for z in (-1.15, 1.2))
    )
    top = [block((0.34, 0.14, 0.16), "#fff0b8", (0, 1.5, -0.28), 0.03, glow=0.5)] if paint.named("taxi") else []
    return Toy(
        (body, flanks, cabin, roof, pillars, *bumpers, lamps, *grille, details, arches, *top),
        _wheels(0.33, 0.2, 0.82, (-1.15, 1.2)),
    )


def _van(paint: Paint) -> Toy:
    paintwork, glass = paint.body, paint.accent
    body = block((1.7, 1.1, 3.7), paintwork, (0, 0.34, -0.02), 0.12, gloss=0.7)
    band = block((1.72, 0.12, 3.5), "#f2efe8", (0, 0.72, -0.02), 0.03)
    windows = both_sides(
        merge(block((0.03, 0.36, 0.62), glass, (0.845, 0.93, z), 0.01, gloss=0.95) for z in (-1.3, -0.55, 0.2, 0.95))
    )
    screen = block((1.4, 0.44, 0.04), glass, (0, 0.88, 1.825), 0.015, gloss=0.95)
    lamps = both_sides(ball((0.12, 0.1, 0.05), "#fff4d0", (0.62, 0.56, 1.83), 6, glow=0.35))
    bumpers = [block((1.74, 0.16, 0.12), "#3a3f48", (0, 0.3, z), 0.04) for z in (-1.86, 1.84)]
    arches = both_sides(
        merge(drum(0.38, 0.1, "#1c1e22", sides=18).turned(z=-90).moved((0.8, 0.33, z)) for z in (-1.15, 1.15))
    )
    return Toy(
        (
            body,
            band,
            windows,
            screen,
            lamps,
            *bumpers,
            arches,
            block((1.4, 0.06, 3.2), shade(paintwork, 0.85), (0, 1.43, -0.1), 0.02),
        ),
        _wheels(0.32, 0.2, 0.84, (-1.15, 1.15)),
    )


def _carriage(paint: Paint) -> Toy:
    lacquer = paint.body
    cabin = block((1.3, 0.85, 1.7), lacquer, (0, 0.55, 0), 0.14, gloss=0.8)
    roof = block((1.45, 0.1, 1.85), shade(lacquer, 0.7), (0, 1.4, 0), 0.05, gloss=0.8)
    windows = both_sides(
        merge(
            (
                block((0.03, 0.36, 0.5), paint.accent, (0.645, 0.92, 0), 0.01, gloss=0.9),
                block((0.025, 0.8, 0.03), GOLD, (0.65, 0.56, 0.35)),
                block((0.025, 0.8, 0.03), GOLD, (0.65, 0.56, -0.35)),
            )
        )
    )
    box = merge(
        (
            block((0.9, 0.1, 0.5), "#5a3a24", (0, 0.78, 1.15), 0.03),
            block((0.9, 0.5, 0.1), "#5a3a24", (0, 0.5, 1.4), 0.03),
        )
    )
    shafts = both_sides(rod((0.4, 0.5, 1.2), (0.42, 0.6, 2.2), 0.035, "#5a3a24"))
    wheels = []
    for z, r in ((-0.75, 0.5), (1.0, 0.38)):
        pair = both_sides(cart_wheel(r, GOLD).moved((0.8, r, z)))
        wheels.append((pair, Roll((0, r, z), "x")))
    lamps = both_sides(block((0.1, 0.2, 0.1), "#ffdf9a", (0.72, 1.0, 0.82), 0.02, glow=0.5))
    return Toy((cabin, roof, windows, box, shafts, lamps), tuple(wheels))


def boat(paint: Paint) -> Toy:
    """A rowing boat: planked hull, thwarts, oars."""
    tones: tuple[Color, ...] = (shade(paint.body, 0.8), paint.body, shade(paint.body, 1.1), paint.accent)
    hull = merge(_strake(k, color) for k, color in enumerate(tones))
    floor = (
        slab([(z, x) for z, x in _outline(0.62)], 0.04, shade(paint.body, 0.75))
        .turned(x=-90)
        .turned(y=-90)
        .moved((0, 0.16, 0))
    )
    thwarts = [
        block((w, 0.05, 0.26), mixed(paint.body, "#ffffff", 0.25), (0, 0.3, z), 0.015)
        for z, w in ((-0.85, 1.0), (0.0, 1.16), (0.85, 0.9))
    ]
    oars = both_sides(
        merge(
            (
                rod((0.62, 0.5, -0.1), (0.35, 0.72, -1.2), 0.025, "#d9b98a"),
                rod((0.62, 0.5, -0.1), (0.7, 0.42, 0.35), 0.025, "#d9b98a"),
            )
        )
    )
    bow = rod((0, 0.1, 1.5), (0, 0.9, 1.6), 0.05, shade(paint.body, 0.7))
    return Toy((hull, floor, *thwarts, oars, bow))


def _outline(scale: float) -> list[tuple[float, float]]:
    """Half-width of the hull along its length, all round, counter-clockwise: (z, x)."""
    right = [(-1.45, 0.36), (-0.8, 0.6), (0.0, 0.7), (0.8, 0.56), (1.3, 0.26), (1.58, 0.02)]
    pairs = [(z, -x) for z, x in right] + [(z, x) for z, x in reversed(right)]
    return [(z * (0.9 + 0.1 * scale), x * scale) for z, x in pairs]


def _strake(k: int, color: Color) -> Mesh:
    """One course of hull planks, seen from outside and inside."""
    levels = [(0.35, 0.02), (0.68, 0.2), (0.86, 0.42), (0.96, 0.6), (1.0, 0.72)]
    (s0, y0), (s1, y1) = levels[k], levels[k + 1]
    low, high = _outline(s0), _outline(s1)
    n = len(low)
    sheer = [0.16 * (z / 1.5) ** 2 for z, _ in high]
    points = [(x, y0 + u * s0, z) for (z, x), u in zip(low, sheer, strict=True)] + [
        (x, y1 + u * s1, z) for (z, x), u in zip(high, sheer, strict=True)
    ]
    faces = [t for j in range(n) for t in ((j, (j + 1) % n, n + (j + 1) % n), (j, n + (j + 1) % n, n + j))]
    return sheet(points, faces).painted(rgb(color), 0.4)


def well(paint: Paint) -> Toy:
    if paint.named("fountain"):
        return _fountain(paint)
    stones = []
    for row in range(3):
        n = 14
        for k in range(n):
            a = 360 / n * (k + 0.5 * (row % 2))
            stones.append(
                block((0.3, 0.235, 0.2), varied(paint.body, paint.rng, 0.13), (0, 0.24 * row, 0.58), 0.03).turned(y=a)
            )
    rim = spun(
        [
            (0.46, 0.7),
            (0.72, 0.7),
            (0.72, 0.7),
            (0.74, 0.74),
            (0.72, 0.8),
            (0.72, 0.8),
            (0.46, 0.8),
            (0.46, 0.8),
            (0.46, 0.4),
        ],
        shade(paint.body, 1.12),
        sides=26,
    )
    water = drum(0.47, 0.02, "#2f5f7a", (0, 0.5, 0), sides=20, gloss=1.0)
    posts = both_sides(block((0.11, 1.0, 0.11), paint.accent, (0.57, 0.7, 0), 0.02))
    course = [
        block((1.4, 0.05, 0.235), varied("#a5402f", paint.rng, 0.1), (0, -0.02, 0), 0.012)
        .turned(x=39)
        .moved((0, 1.80 - 0.125 * k, 0.07 + 0.165 * k))
        for k in range(4)
    ]
    roof = merge((*course, *(m.turned(y=180) for m in course), rod((-0.7, 1.87, 0), (0.7, 1.87, 0), 0.035, "#8a3426")))
    gable = both_sides(
        slab([(-0.55, 1.46), (0.55, 1.46), (0, 1.84)], 0.04, shade(paint.accent, 0.85)).turned(y=90).moved((0.62, 0, 0))
    )
    drum_beam = merge(
        (
            rod((-0.58, 1.22, 0), (0.58, 1.22, 0), 0.06, paint.accent),
            rod((0.58, 1.22, 0), (0.7, 1.22, 0), 0.025, "#4a4a50"),
            rod((0.7, 1.22, 0), (0.7, 1.04, 0), 0.02, "#4a4a50"),
        )
    )
    bucket = merge(
        (
            rod((0, 1.2, 0), (0, 0.98, 0), 0.012, "#d9c49a"),
            drum(0.1, 0.2, shade(paint.accent, 1.2), (0, 0.78, 0), top=0.13, sides=12),
        )
    )
    return Toy((*stones, rim, water, posts, roof, gable, drum_beam, bucket))


def _fountain(paint: Paint) -> Toy:
    stone = paint.body
    basin = spun(
        [(0.7, 0), (0.68, 0.4), (0.7, 0.5), (0.7, 0.5), (0.58, 0.5), (0.58, 0.5), (0.56, 0.2)], stone, sides=28
    )
    water = drum(0.58, 0.02, "#6fb5d0", (0, 0.4, 0), sides=24, gloss=1.0)
    stem = spun(
        [(0.14, 0.2), (0.1, 0.6), (0.08, 1.0), (0.32, 1.15), (0.34, 1.2), (0.3, 1.2)], shade(stone, 1.1), sides=20
    )
    upper = drum(0.3, 0.02, "#8fcfe6", (0, 1.17, 0), sides=18, gloss=1.0)
    jets = [
        pipe(
            [
                (0, 1.85, 0),
                (0.12 * math.sin(a), 1.9, 0.12 * math.cos(a)),
                (0.3 * math.sin(a), 1.6, 0.3 * math.cos(a)),
                (0.42 * math.sin(a), 0.95, 0.42 * math.cos(a)),
                (0.46 * math.sin(a), 0.42, 0.46 * math.cos(a)),
            ],
            0.022,
            "#cfeefa",
            6,
            gloss=1.0,
        )
        for a in np.arange(8) * 0.7854
    ]
    return Toy((basin, water, stem, upper, rod((0, 1.15, 0), (0, 1.88, 0), 0.035, "#cfeefa", gloss=1.0), *jets))


def anvil(paint: Paint) -> Toy:
    iron, wood = paint.body, paint.accent
    stump = graded(spun([(0.2, 0), (0.185, 0.05), (0.18, 0.34), (0.18, 0.34), (0, 0.34)], wood, sides=16), 0.75, 1.1)
    bands = [drum(0.19, 0.04, shade(iron, 0.8), (0, y, 0), sides=16) for y in (0.05, 0.25)]
    body = merge(
        (
            block((0.32, 0.09, 0.26), iron, (0, 0.34, 0), 0.02, gloss=0.6),
            block((0.18, 0.12, 0.16), iron, (0, 0.42, 0), 0.02, gloss=0.6),
            block((0.46, 0.17, 0.22), shade(iron, 1.1), (0.06, 0.53, 0), 0.02, gloss=0.7),
        )
    )
    horn = rod((-0.16, 0.63, 0), (-0.42, 0.66, 0), 0.075, shade(iron, 1.1), 0.015, 10, gloss=0.7)
    return Toy((stump, *bands, body, horn, block((0.44, 0.006, 0.2), shade(iron, 1.5), (0.06, 0.694, 0), gloss=0.9)))


def tent(paint: Paint) -> Toy:
    cloth, pole = paint.body, paint.accent
    outline = [(-1.15, 0), (1.15, 0), (0, 1.74)]
    skin = slab(outline, 2.0, cloth, gloss=0.1)
    stripes = [
        slab([(-1.16 + 0.001, 0.004), (1.16, 0.004), (0, 1.752)], 0.24, shade(cloth, 0.82), (0, 0, z), gloss=0.1)
        for z in (-0.6, 0.1, 0.75)
    ]
    mouth = slab([(-0.42, 0), (0.42, 0), (0, 1.35)], 0.03, "#3a2818", (0, 0, 1.0))
    flaps = both_sides(
        slab([(0.16, 0), (0.5, 0), (0.03, 1.4)], 0.03, shade(cloth, 1.12)).turned(y=-22).moved((0.02, 0, 1.04))
    )
    poles = [rod((0, 0, z), (0, 1.8, z), 0.03, pole) for z in (-1.03, 1.03)]
    ropes = both_sides(merge(rod((0.6, 0.85, z), (1.2, 0, z), 0.01, "#e8dcc0", sides=4) for z in (-0.9, 0.9)))
    pegs = both_sides(merge(rod((1.18, 0, z), (1.2, 0.1, z), 0.02, pole, sides=5) for z in (-0.9, 0.9)))
    return Toy((graded(skin, 0.85, 1.06), *stripes, mouth, flaps, *poles, ropes, pegs))


def gravestone(paint: Paint) -> Toy:
    stone = paint.body
    top = [(x * 1.0, 0.6 + y) for x, y in _half_round(0.24)]
    slab_mesh = slab([(-0.24, 0.1), (0.24, 0.1), *top], 0.13, stone)
    cross = merge(
        (
            block((0.05, 0.3, 0.02), paint.accent, (0, 0.44, 0.065)),
            block((0.18, 0.05, 0.02), paint.accent, (0, 0.6, 0.065)),
        )
    )
    words = [
        block((w, 0.02, 0.012), paint.accent, (0, y, 0.066)) for w, y in ((0.28, 0.34), (0.22, 0.28), (0.26, 0.22))
    ]
    moss = [
        ball((0.05, 0.02, 0.03), "#6f8f4a", (x, y, z), 4)
        for x, y, z in ((-0.2, 0.12, 0.07), (0.18, 0.11, 0.075), (-0.1, 0.85, 0))
    ]
    return Toy((graded(slab_mesh, 0.78, 1.08), block((0.6, 0.12, 0.2), paint.accent, bevel=0.02), cross, *words, *moss))


def cart(paint: Paint) -> Toy:
    """A two-wheeled cart of hay, flat on top; or a market stall's barrow."""
    wood, dark = paint.body, paint.accent
    bed = block((1.0, 0.06, 1.4), dark, (0, 0.48, -0.1), 0.01)
    boards = [
        both_sides(block((0.04, 0.11, 1.42), varied(wood, paint.rng), (0.5, 0.53 + 0.125 * k, -0.1), 0.012))
        for k in range(3)
    ]
    ends = [
        block((0.98, 0.11, 0.04), varied(wood, paint.rng), (0, 0.53 + 0.125 * k, z), 0.012)
        for k in range(3)
        for z in (-0.8, 0.6)
    ]
    stakes = both_sides(merge(block((0.05, 0.5, 0.06), dark, (0.53, 0.46, z), 0.01) for z in (-0.7, -0.1, 0.5)))
    hay = roughened(block((0.92, 0.34, 1.32), "#d9b24a", (0, 0.62, -0.1), 0.06, gloss=0.05), paint.rng, 0.012)
    straws = [
        rod((x, 0.93, z), (x + dx, 0.96, z + dz), 0.008, varied("#e8c870", paint.rng), sides=3)
        for x, z, dx, dz in paint.rng.uniform((-0.36, -0.65, -0.1, -0.1), (0.36, 0.45, 0.1, 0.1), (22, 4))
    ]
    shafts = both_sides(rod((0.42, 0.5, 0.5), (0.4, 0.45, 0.98), 0.035, wood))
    wheels = both_sides(cart_wheel(0.42, wood).moved((0.56, 0.42, -0.1)))
    return Toy(
        (
            bed,
            *boards,
            *ends,
            stakes,
            hay,
            *straws,
            shafts,
            block((0.5, 0.02, 0.7), shade("#d9b24a", 1.08), (0, 0.98, -0.1)),
            block((0.07, 0.42, 0.07), dark, (0, 0.05, 0.62)),
        ),
        ((wheels, Roll((0, 0.42, -0.1), "x")),),
    )


def coffin(paint: Paint) -> Toy:
    wood = paint.body
    outline = [(-0.26, 1.0), (-0.4, -0.45), (-0.28, -1.0), (0.28, -1.0), (0.4, -0.45), (0.26, 1.0)]
    ccw = [(x, -z) for x, z in outline][::-1]
    ccw = ccw if _area(ccw) > 0 else ccw[::-1]
    body = slab(ccw, 0.42, wood, gloss=0.5).turned(x=-90).moved((0, 0.24, 0))
    lining = slab([(x * 0.86, y * 0.94) for x, y in ccw], 0.01, "#c9b8d0").turned(x=-90).moved((0, 0.452, 0))
    lid = merge(
        (
            slab(ccw, 0.1, shade(wood, 1.15), gloss=0.6).turned(x=-90).moved((0, 0.505, 0)),
            slab([(x * 0.8, y * 0.88) for x, y in ccw], 0.05, shade(wood, 1.3), gloss=0.6)
            .turned(x=-90)
            .moved((0, 0.575, 0)),
            block((0.07, 0.012, 0.8), paint.accent, (0, 0.594, -0.1), gloss=0.8),
            block((0.34, 0.014, 0.07), paint.accent, (0, 0.594, -0.3), gloss=0.8),
        )
    )
    handles = both_sides(
        merge(
            pipe(
                [(0.36, 0.3, z - 0.1), (0.4, 0.27, z - 0.08), (0.4, 0.27, z + 0.08), (0.36, 0.3, z + 0.1)],
                0.016,
                paint.accent,
                6,
                gloss=0.8,
            )
            for z in (-0.35, 0.3)
        )
    )
    return Toy(
        (body, lining, handles, both_sides(block((0.1, 0.04, 1.2), shade(wood, 0.6), (0.2, 0, 0)))),
        ((lid, Hinge((-0.4, 0.45, 0), "z", 75.0)),),
    )


def _area(points: list[tuple[float, float]]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:] + points[:1], strict=True))


def cage(paint: Paint) -> Toy:
    iron, frame = paint.body, paint.accent
    floor = block((1.2, 0.1, 1.2), frame, bevel=0.02)
    top = [
        block((1.2, 0.08, 1.2), frame, (0, 1.38, 0), 0.02),
        pipe([(-0.1, 1.44, 0), (0, 1.5, 0), (0.1, 1.44, 0)], 0.02, iron, 6),
    ]
    posts = [rod((x, 0.08, z), (x, 1.4, z), 0.035, frame) for x in (-0.55, 0.55) for z in (-0.55, 0.55)]
    spots = [-0.37, -0.185, 0.0, 0.185, 0.37]
    bars = [rod((x, 0.08, -0.55), (x, 1.4, -0.55), 0.018, iron, sides=6) for x in spots]
    bars += [rod((s * 0.55, 0.08, z), (s * 0.55, 1.4, z), 0.018, iron, sides=6) for s in (-1, 1) for z in spots]
    gate = merge(
        (
            *(rod((x, 0.1, 0.55), (x, 1.38, 0.55), 0.018, iron, sides=6) for x in spots),
            *(block((1.0, 0.05, 0.04), frame, (0, y, 0.55), 0.01) for y in (0.14, 0.72, 1.3)),
            block((0.14, 0.16, 0.08), GOLD, (0.4, 0.66, 0.56), 0.02, gloss=0.7),
        )
    )
    straw = [
        rod((x, 0.11, z), (x + dx, 0.12, z + dz), 0.01, "#d9b24a", sides=3)
        for x, z, dx, dz in paint.rng.uniform((-0.4, -0.4, -0.15, -0.15), (0.4, 0.4, 0.15, 0.15), (18, 4))
    ]
    return Toy((floor, *top, *posts, *bars, *straw), ((gate, Hinge((-0.52, 0.7, 0.55), "y", -105.0)),))


BUILDERS: Builders = {
    "bell_tower": bell_tower, "lighthouse": lighthouse, "house": house, "tree": tree, "bush": bush, "rock": rock,
    "wall": wall, "statue": statue, "sign": sign, "car": car, "boat": boat, "well": well, "anvil": anvil, "tent": tent,
    "gravestone": gravestone, "cart": cart, "coffin": coffin, "cage": cage,
}  # fmt: skip
