"""Toys to sit on, lie in, put things on or keep them in. Their flat tops are at their full height.

Knows nothing of who sits there; seat heights are `model.seats`.
"""

from __future__ import annotations

import math

import numpy as np

from model.renderer.mesh import Mesh, from_arrays, merge, rgb
from model.renderer.pieces.furnishings import framed_picture
from model.renderer.props.toy import Builders, Hinge, Paint, Roll, Toy
from model.renderer.shapes import (
    Color,
    Rng,
    ball,
    block,
    both_sides,
    cushion,
    drum,
    graded,
    mixed,
    pipe,
    plate,
    rod,
    shade,
    slab,
    spun,
    varied,
)

GOLD = "#e0b040"


def legs(width: float, height: float, depth: float, thick: float, color: Color, taper: float = 0.75) -> Mesh:
    """Four legs under a top, at its corners."""
    x, z = width / 2 - thick, depth / 2 - thick
    return merge(
        rod((sx * x, 0, sz * z), (sx * x, height, sz * z), thick * 0.5 * taper, color, thick * 0.55)
        for sx in (-1, 1)
        for sz in (-1, 1)
    )


def planks(width: float, depth: float, thick: float, count: int, color: str, rng: Rng, y: float) -> Mesh:
    """A top of boards that run along x."""
    each = depth / count
    return merge(
        block((width, thick, each - 0.008), varied(color, rng), (0, y, -depth / 2 + each * (k + 0.5)), 0.008)
        for k in range(count)
    )


def chest(paint: Paint) -> Toy:
    if paint.named("safe"):
        return _safe(paint)
    wood, brass = paint.body, paint.accent
    boards = [block((0.86, 0.1, 0.51), varied(wood, paint.rng), (0, 0.02 + 0.102 * k, 0), 0.01) for k in range(3)]
    void = block((0.8, 0.005, 0.45), "#1c130c", (0, 0.328, 0))
    coins = [
        ball((0.055, 0.03, 0.055), GOLD, (x, 0.335, z), 5, gloss=0.9)
        for x, z in paint.rng.uniform((-0.33, -0.17), (0.33, 0.17), (16, 2))
    ]
    bands = [block((0.06, 0.33, 0.55), brass, (x, 0, 0), 0.01, gloss=0.7) for x in (-0.36, 0, 0.36)]
    corners = [block((0.9, 0.035, 0.54), shade(wood, 0.6), (0, 0, 0), 0.01)]
    lid_parts = [_barrel_lid(0.86, 0.255, 0.27, wood, paint.rng)]
    lid_parts += [_barrel_lid(0.06, 0.272, 0.285, brass, paint.rng).moved((x, 0.004, 0)) for x in (-0.36, 0, 0.36)]
    lock = merge(
        (
            block((0.12, 0.13, 0.03), brass, (0, -0.06, 0.27), 0.012, gloss=0.8),
            ball((0.016, 0.022, 0.01), "#2a1c10", (0, 0.0, 0.286), 4),
        )
    )
    lid = merge((*lid_parts, lock)).moved((0, 0.33, 0))
    return Toy((*boards, void, *coins, *bands, *corners), ((lid, Hinge((0, 0.33, -0.265), "x", -105.0)),))


def _barrel_lid(width: float, radius: float, rise: float, color: str, rng: Rng) -> Mesh:
    """Half a drum along x, of staves."""
    parts = []
    for a in np.linspace(0, math.pi, 7)[:-1]:
        points = [(radius * math.cos(t), rise * math.sin(t)) for t in (a, a + math.pi / 6)]
        parts.append(slab([(0, 0), *points], width, varied(color, rng, 0.06)))
    return merge(parts).turned(y=90)


def _safe(paint: Paint) -> Toy:
    steel = "#4a5260"
    shell = block((0.9, 0.6, 0.5), steel, (0, 0, -0.025), 0.03, gloss=0.6)
    door = merge(
        (
            block((0.74, 0.46, 0.06), shade(steel, 1.25), (0, 0.07, 0.24), 0.02, gloss=0.7),
            drum(0.08, 0.03, GOLD, sides=18).turned(x=90).moved((-0.12, 0.3, 0.27)),
            rod((0.12, 0.22, 0.29), (0.12, 0.38, 0.29), 0.018, "#d8dee6", gloss=0.9),
        )
    )
    inside = block((0.7, 0.42, 0.01), "#14171c", (0, 0.09, 0.225))
    return Toy(
        (
            shell,
            inside,
            *(
                block((0.2, 0.05, 0.008), GOLD, (x, 0.12 + 0.055 * r, 0.231), gloss=0.9)
                for r in range(3)
                for x in (-0.12, 0.12)
            ),
        ),
        ((door, Hinge((-0.37, 0.3, 0.24), "y", -105.0)),),
    )


def barrel(paint: Paint) -> Toy:
    staves, n = [], 14
    for k in range(n):
        angle = 360.0 / n
        rows = [(0.235, 0.0), (0.285, 0.25), (0.298, 0.425), (0.285, 0.6), (0.235, 0.85)]
        staves.append(_stave(rows, angle * 0.985, varied(paint.body, paint.rng)).turned(y=angle * k))
    hoops = [
        spun([(r0, y), (r1, y + 0.055)], paint.accent, sides=28, gloss=0.6)
        for r0, r1, y in ((0.252, 0.262, 0.05), (0.29, 0.298, 0.22), (0.299, 0.292, 0.575), (0.264, 0.252, 0.745))
    ]
    heads = [drum(0.236, 0.02, shade(paint.body, 0.85), (0, y, 0), sides=20) for y in (0.002, 0.825)]
    rim = spun([(0.24, 0.845), (0.21, 0.85), (0.21, 0.84)], shade(paint.body, 1.1), sides=20)
    return Toy((), ((merge((*staves, *hoops, *heads, rim)), Roll((0, 0, 0), "y")),))


def _stave(rows: list[tuple[float, float]], degrees: float, color: Color) -> Mesh:
    half = math.radians(degrees / 2)
    points = [(r * math.sin(a), y, r * math.cos(a)) for r, y in rows for a in (-half, half)]
    faces = [t for k in range(len(rows) - 1) for t in ((2 * k, 2 * k + 1, 2 * k + 3), (2 * k, 2 * k + 3, 2 * k + 2))]
    return from_arrays(points, faces).painted(rgb(color))


def table(paint: Paint) -> Toy:
    if paint.named("counter", "bar", "workbench"):
        front = block((1.32, 0.66, 0.6), paint.body, (0, 0.03, -0.02), 0.015)
        panels = [block((0.37, 0.46, 0.03), shade(paint.body, 1.15), (x, 0.14, 0.285), 0.012) for x in (-0.43, 0, 0.43)]
        return Toy(
            (
                graded(front, 0.8),
                *panels,
                block((1.36, 0.05, 0.7), paint.accent, bevel=0.01),
                block((1.4, 0.06, 0.8), shade(paint.accent, 1.2), (0, 0.69, 0), 0.02, gloss=0.6),
            )
        )
    top = planks(1.4, 0.8, 0.05, 5, paint.body, paint.rng, 0.70)
    apron = merge(
        (
            block((1.22, 0.09, 0.03), paint.accent, (0, 0.61, 0.32)),
            block((1.22, 0.09, 0.03), paint.accent, (0, 0.61, -0.32)),
            both_sides(block((0.03, 0.09, 0.64), paint.accent, (0.6, 0.61, 0))),
        )
    )
    return Toy((top, apron, legs(1.32, 0.70, 0.74, 0.11, paint.accent)))


def desk(paint: Paint) -> Toy:
    top = block((1.5, 0.05, 0.75), paint.body, (0, 0.70, 0), 0.015, gloss=0.5)
    sides = both_sides(block((0.42, 0.68, 0.66), shade(paint.body, 0.85), (0.5, 0.03, 0), 0.012))
    drawers = both_sides(
        merge(
            m
            for k in range(3)
            for m in (
                block((0.36, 0.19, 0.02), paint.body, (0.5, 0.06 + 0.215 * k, -0.335), 0.008),
                rod((0.44, 0.155 + 0.215 * k, -0.36), (0.56, 0.155 + 0.215 * k, -0.36), 0.012, GOLD, gloss=0.8),
            )
        )
    )
    modesty = block((0.62, 0.5, 0.03), shade(paint.body, 0.92), (0, 0.2, 0.25))
    front = both_sides(block((0.34, 0.54, 0.02), shade(paint.body, 0.95), (0.5, 0.1, 0.335), 0.01))
    kick = both_sides(block((0.44, 0.04, 0.68), paint.accent, (0.5, 0, 0)))
    blotter = block((0.5, 0.006, 0.34), paint.accent, (0, 0.748, -0.12), gloss=0.3)
    return Toy((top, sides, drawers, modesty, front, kick, blotter))


def chair(paint: Paint) -> Toy:
    wood = paint.body
    if paint.named("stool"):
        return Toy(
            (
                legs(0.44, 0.84, 0.44, 0.09, wood),
                drum(0.25, 0.06, paint.accent, (0, 0.84, 0), sides=20),
                *(rod((x, 0.3, -0.16), (x, 0.3, 0.16), 0.018, wood) for x in (-0.16, 0.16)),
            )
        )
    if paint.named("armchair"):
        return _armchair(paint)
    seat = block((0.46, 0.05, 0.44), wood, (0, 0.385, 0.01), 0.018)
    cushion = block((0.42, 0.05, 0.40), paint.accent, (0, 0.42, 0.015), 0.022, gloss=0.1)
    back_posts = both_sides(rod((0.205, 0, -0.2), (0.205, 0.88, -0.235), 0.026, wood, 0.02))
    front_legs = both_sides(rod((0.2, 0, 0.2), (0.2, 0.41, 0.195), 0.022, wood, 0.028))
    rails = [
        block((0.42, 0.1, 0.035), wood, (0, 0.79, -0.232), 0.015),
        block((0.4, 0.06, 0.03), wood, (0, 0.56, -0.222), 0.012),
    ]
    slats = [block((0.05, 0.2, 0.022), shade(wood, 1.12), (x, 0.6, -0.226), 0.008) for x in (-0.11, 0, 0.11)]
    rungs = [
        both_sides(rod((0.2, 0.18, -0.2), (0.2, 0.18, 0.2), 0.013, wood)),
        rod((-0.2, 0.24, 0.2), (0.2, 0.24, 0.2), 0.013, wood),
    ]
    finials = both_sides(ball(0.026, wood, (0.205, 0.88, -0.235), 5))
    return Toy((seat, cushion, back_posts, front_legs, *rails, *slats, *rungs, finials))


def _armchair(paint: Paint) -> Toy:
    cloth = paint.accent
    return Toy(
        (
            block((0.5, 0.3, 0.5), cloth, (0, 0.08, 0), 0.06, gloss=0.1),
            block((0.36, 0.12, 0.4), shade(cloth, 1.15), (0, 0.34, 0.05), 0.05, gloss=0.1),
            block((0.5, 0.7, 0.14), cloth, (0, 0.2, -0.18), 0.06, gloss=0.1),
            both_sides(block((0.09, 0.42, 0.48), shade(cloth, 0.9), (0.21, 0.16, 0.01), 0.04, gloss=0.1)),
            legs(0.5, 0.1, 0.5, 0.08, paint.body),
        )
    )


def sofa(paint: Paint) -> Toy:
    cloth = paint.body
    base = block((1.8, 0.22, 0.78), shade(cloth, 0.9), (0, 0.09, 0), 0.05, gloss=0.1)
    seats = both_sides(block((0.72, 0.16, 0.62), shade(cloth, 1.1), (0.37, 0.27, 0.09), 0.06, gloss=0.1))
    back = block((1.7, 0.62, 0.2), cloth, (0, 0.2, -0.32), 0.08, gloss=0.1)
    backs = both_sides(
        block((0.74, 0.44, 0.16), shade(cloth, 1.12), (0.375, 0.41, -0.22), 0.07, gloss=0.1).turned(x=-7)
    )
    arms = both_sides(
        merge(
            (
                block((0.2, 0.42, 0.82), cloth, (0.85, 0.09, 0), 0.05, gloss=0.1),
                rod((0.85, 0.52, -0.4), (0.85, 0.52, 0.41), 0.115, cloth, sides=14, gloss=0.1),
            )
        )
    )
    pads = merge(
        (
            _cushion(paint.accent).turned(x=-18, y=22).moved((-0.58, 0.58, 0.02)),
            _cushion(shade(paint.accent, 0.85)).turned(x=-18, y=-22).moved((0.58, 0.58, 0.02)),
        )
    )
    return Toy((base, seats, back, backs, arms, pads, legs(1.8, 0.1, 0.8, 0.12, "#3a2416")))


def _cushion(color: Color) -> Mesh:
    return cushion(0.42, 0.17, 0.4, color).turned(x=90)


def bench(paint: Paint) -> Toy:
    slats = planks(1.5, 0.44, 0.045, 4, paint.body, paint.rng, 0.405)
    frame = both_sides(
        merge(
            (
                pipe([(0.62, 0, 0.2), (0.62, 0.2, 0.15), (0.62, 0.4, 0.2)], 0.026, paint.accent),
                pipe([(0.62, 0, -0.2), (0.62, 0.2, -0.15), (0.62, 0.4, -0.2)], 0.026, paint.accent),
                block((0.05, 0.035, 0.46), paint.accent, (0.62, 0.375, 0), 0.01),
                rod((0.77, 0.47, -0.22), (0.77, 0.47, 0.22), 0.03, paint.accent),
                block((0.04, 0.08, 0.04), paint.accent, (0.77, 0.4, 0.2)),
                block((0.04, 0.08, 0.04), paint.accent, (0.77, 0.4, -0.2)),
            )
        )
    )
    return Toy(
        (
            slats,
            frame,
            rod((-0.62, 0.18, 0), (0.62, 0.18, 0), 0.018, paint.accent),
            both_sides(block((0.05, 0.5, 0.5), shade(paint.body, 0.8), (0.775, 0, 0), 0.02)),
        )
    )


def bed(paint: Paint) -> Toy:
    wood = "#7a5230"
    frame = block((1.46, 0.14, 2.04), wood, (0, 0.16, 0), 0.03)
    posts = [
        rod((x, 0, z), (x, h, z), 0.05, wood, sides=10) for x in (-0.7, 0.7) for z, h in ((-1.0, 0.6), (1.0, 0.45))
    ]
    head = block((1.4, 0.42, 0.06), wood, (0, 0.18, -1.01), 0.025)
    foot = block((1.4, 0.24, 0.06), wood, (0, 0.18, 1.01), 0.025)
    mattress = block((1.38, 0.2, 1.94), paint.body, (0, 0.28, 0), 0.06, gloss=0.1)
    quilt = block((1.44, 0.17, 1.28), paint.accent, (0, 0.335, 0.32), 0.06, gloss=0.1)
    fold = block((1.45, 0.175, 0.22), mixed(paint.accent, "#ffffff", 0.55), (0, 0.335, -0.34), 0.06, gloss=0.1)
    stitching = [block((1.2, 0.004, 0.018), shade(paint.accent, 0.85), (0, 0.504, z), 0.0) for z in (0.05, 0.35, 0.65)]
    pads = both_sides(cushion(0.6, 0.17, 0.42, "#f7f4ec").moved((0.33, 0.51, -0.72)))
    return Toy((frame, *posts, head, foot, mattress, quilt, fold, *stitching, pads))


def throne(paint: Paint) -> Toy:
    gold, cloth = paint.accent, paint.body
    plinth = [block((1.1, 0.1, 0.9), shade(gold, 0.75), bevel=0.02, gloss=0.6)]
    seat = block((0.8, 0.34, 0.66), gold, (0, 0.1, 0), 0.03, gloss=0.7)
    pad = block((0.72, 0.1, 0.6), cloth, (0, 0.41, 0.02), 0.045, gloss=0.15)
    back_outline = [(-0.42, 0.3), (0.42, 0.3), (0.42, 1.3), (0.3, 1.56), (0, 1.7), (-0.3, 1.56), (-0.42, 1.3)]
    back = slab(back_outline, 0.12, gold, (0, 0, -0.34), gloss=0.7)
    velvet = slab([(x * 0.8, 0.42 + (y - 0.3) * 0.82) for x, y in back_outline], 0.14, cloth, (0, 0, -0.335))
    buttons = [
        ball((0.022, 0.022, 0.012), gold, (x, y, -0.262), 4, gloss=0.8)
        for y in (0.72, 0.96, 1.2)
        for x in ((-0.2, 0, 0.2) if y != 0.96 else (-0.1, 0.1))
    ]
    arms = both_sides(
        merge(
            (
                block((0.12, 0.07, 0.62), gold, (0.44, 0.74, 0), 0.03, gloss=0.7),
                rod((0.44, 0.1, 0.28), (0.44, 0.75, 0.28), 0.05, gold, gloss=0.7),
                ball(0.085, gold, (0.44, 0.78, 0.33), 7, gloss=0.8),
                block((0.07, 0.4, 0.5), shade(gold, 0.8), (0.44, 0.4, -0.02), 0.015),
            )
        )
    )
    horns = both_sides(
        merge(
            (
                rod((0.46, 0.1, -0.34), (0.46, 1.46, -0.34), 0.055, gold, gloss=0.7),
                ball(0.085, gold, (0.46, 1.52, -0.34), 7, gloss=0.8),
            )
        )
    )
    crest = merge(
        (
            ball((0.1, 0.1, 0.06), "#c9342c", (0, 1.7, -0.32), 7, gloss=0.95),
            slab([(-0.16, 1.66), (0.16, 1.66), (0, 1.9)], 0.08, gold, (0, 0, -0.35), gloss=0.8),
        )
    )
    return Toy((*plinth, seat, pad, back, velvet, *buttons, arms, horns, crest))


def bookshelf(paint: Paint) -> Toy:
    if paint.named("wardrobe", "closet", "cabinet"):
        return _wardrobe(paint)
    wood = paint.body
    case = [block((1.2, 0.06, 0.4), wood, (0, y, 0), 0.012) for y in (0.0, 1.94)]
    case += [
        both_sides(block((0.05, 1.92, 0.38), wood, (0.565, 0.04, 0), 0.01)),
        block((1.1, 1.9, 0.03), shade(wood, 0.6), (0, 0.05, -0.17)),
    ]
    shelves = [block((1.1, 0.035, 0.36), shade(wood, 1.1), (0, y, 0)) for y in (0.43, 0.81, 1.19, 1.57)]
    books = [
        book_row(paint.rng, 1.04, 0.29, paint.accent, gap=k == 2).moved((0, y, 0.02))
        for k, y in enumerate((0.06, 0.465, 0.845, 1.225, 1.605))
    ]
    globe = [ball(0.1, "#4f86b5", (0.36, 0.985, 0.02), 8, gloss=0.6), drum(0.07, 0.03, GOLD, (0.36, 0.845, 0.02))]
    return Toy((*case, *shelves, *books, *globe))


def book_row(rng: Rng, width: float, height: float, accent: str = "#b5473c", gap: bool = False) -> Mesh:
    """Books side by side, some leaning, from x = -width / 2; the last fifth left free for a trinket if `gap`."""
    tones = (accent, "#3f5f95", "#4f7a4a", "#d9a437", "#7a4a6b", "#e8dcc0", "#2f5f5a", "#8a5a32")
    x, stop = -width / 2, width / 2 * (0.45 if gap else 1.0)
    out: list[Mesh] = []
    while True:
        w, h = float(rng.uniform(0.035, 0.075)), height * float(rng.uniform(0.72, 1.0))
        if x + w > stop:
            return merge(out)
        color = varied(str(rng.choice(tones)), rng, 0.1)
        out.append(block((w - 0.004, h, 0.24), color, (x + w / 2, 0, -0.01)))
        if rng.random() < 0.5:
            out.append(block((w - 0.002, h * 0.07, 0.242), mixed(color, "#f2d98a", 0.7), (x + w / 2, h * 0.72, -0.01)))
        x += w + (float(rng.uniform(0.03, 0.09)) if rng.random() < 0.08 else 0.0)


def _wardrobe(paint: Paint) -> Toy:
    wood = paint.body
    body = block((1.16, 1.84, 0.36), shade(wood, 0.9), (0, 0.08, -0.01), 0.015)
    doors = both_sides(
        merge(
            (
                block((0.54, 1.66, 0.03), wood, (0.28, 0.15, 0.18), 0.01),
                block((0.38, 0.62, 0.02), shade(wood, 1.2), (0.28, 1.05, 0.195), 0.01),
                block((0.38, 0.62, 0.02), shade(wood, 1.2), (0.28, 0.28, 0.195), 0.01),
                ball(0.026, GOLD, (0.05, 0.95, 0.21), 5, gloss=0.9),
            )
        )
    )
    return Toy(
        (
            body,
            doors,
            block((1.2, 0.09, 0.4), shade(wood, 1.1), (0, 1.91, 0), 0.02),
            block((1.18, 0.09, 0.39), shade(wood, 0.7), (0, 0, 0), 0.015),
        )
    )


def stairs(paint: Paint) -> Toy:
    if paint.named("altar", "podium", "stage"):
        return Toy(
            (
                block((1.6, 0.25, 1.8), paint.accent, bevel=0.02),
                block((1.46, 0.8, 1.5), paint.body, (0, 0.25, 0), 0.03),
                block((1.6, 0.15, 1.7), shade(paint.body, 1.12), (0, 1.05, 0), 0.03),
                block((0.5, 0.86, 1.53), "#a8323a", (0, 0.25, 0.004), 0.0),
            )
        )
    steps = 4
    rise, run = 1.2 / steps, 1.8 / steps
    parts = [
        block((1.6, rise * (k + 1), run), varied(paint.body, paint.rng, 0.04), (0, 0, 0.9 - run * (k + 0.5)), 0.02)
        for k in range(steps)
    ]
    nosing = [
        block((1.62, 0.05, 0.08), shade(paint.body, 1.18), (0, rise * (k + 1) - 0.048, 0.9 - run * k - 0.03), 0.015)
        for k in range(steps)
    ]
    return Toy((*parts, *nosing, both_sides(block((0.02, 0.12, 1.8), paint.accent, (0.81, 0, 0)))))


def ladder(paint: Paint) -> Toy:
    rails = both_sides(rod((0.22, 0, 0.1), (0.18, 2.4, -0.1), 0.032, paint.body))
    rungs = [
        rod((-0.21, y, 0.1 - y / 12), (0.21, y, 0.1 - y / 12), 0.024, paint.accent) for y in np.arange(0.25, 2.3, 0.3)
    ]
    return Toy((rails, *rungs, both_sides(block((0.06, 0.03, 0.3), paint.accent, (0.22, 0, 0), 0.01))))


def piano(paint: Paint) -> Toy:
    black = paint.body
    case = block((1.5, 1.1, 0.4), black, (0, 0.06, -0.2), 0.03, gloss=0.95)
    top = block((1.5, 0.05, 0.46), shade(black, 1.5), (0, 1.15, -0.17), 0.015, gloss=0.95)
    shelf = block((1.5, 0.1, 0.4), black, (0, 0.62, 0.18), 0.02, gloss=0.95)
    white = [block((0.047, 0.02, 0.2), "#f7f4ea", (-0.65 + 0.05 * k, 0.715, 0.24), gloss=0.7) for k in range(27)]
    dark = [
        block((0.026, 0.02, 0.12), "#15141a", (-0.625 + 0.05 * k, 0.732, 0.2)) for k in range(26) if k % 7 not in (2, 6)
    ]
    cheeks = both_sides(block((0.07, 0.16, 0.4), black, (0.715, 0.66, 0.18), 0.02, gloss=0.95))
    feet = both_sides(
        merge(
            (
                rod((0.66, 0, 0.3), (0.66, 0.64, 0.3), 0.04, black, gloss=0.9),
                block((0.08, 0.06, 0.8), black, (0.7, 0, 0), 0.015),
            )
        )
    )
    music = [plate((0.24, 0.3), "#f7f2e2", (x, 0.8, 0.04)).turned(x=-8) for x in (-0.13, 0.13)]
    notes = [
        block((0.18, 0.008, 0.004), "#4a4038", (x, 0.88 + 0.05 * k, -0.08)) for k in range(4) for x in (-0.13, 0.13)
    ]
    rest = block((0.7, 0.03, 0.06), shade(black, 1.5), (0, 0.775, 0.03))
    return Toy(
        (
            case,
            top,
            shelf,
            *white,
            *dark,
            cheeks,
            feet,
            *music,
            *notes,
            rest,
            block((1.44, 0.04, 0.36), "#7a2030", (0, 0.705, 0.08)),
        )
    )


def mirror(paint: Paint) -> Toy:
    frame_outline = [(-0.3, 0.1), (0.3, 0.1), (0.3, 1.3), (0.2, 1.58), (0, 1.68), (-0.2, 1.58), (-0.3, 1.3)]
    frame = slab(frame_outline, 0.06, paint.body, gloss=0.8)
    glass = slab([(x * 0.86, 0.16 + (y - 0.1) * 0.91) for x, y in frame_outline], 0.064, paint.accent, gloss=1.0)
    sheen = slab(
        [(-0.2, 0.5), (-0.05, 0.5), (0.2, 1.2), (0.05, 1.2)], 0.066, mixed(paint.accent, "#ffffff", 0.6), gloss=1.0
    )
    stand = both_sides(
        merge(
            (
                rod((0.33, 0.02, 0), (0.33, 1.1, 0), 0.022, shade(paint.body, 0.8)),
                block((0.05, 0.03, 0.12), shade(paint.body, 0.7), (0.33, 0, 0), 0.01),
                ball(0.032, paint.body, (0.33, 1.12, 0), 5, gloss=0.9),
            )
        )
    )
    return Toy((frame, glass, sheen, stand, ball(0.035, paint.body, (0, 1.68, 0), 5, gloss=0.9)))


def painting(paint: Paint) -> Toy:
    return Toy((framed_picture(1.0, 0.8, paint.body, paint.accent, paint.rng),))


def door(paint: Paint) -> Toy:
    wood, brass = paint.body, paint.accent
    frame = merge(
        (
            both_sides(block((0.1, 2.1, 0.16), shade(wood, 0.65), (0.5, 0, 0), 0.015)),
            block((1.1, 0.1, 0.16), shade(wood, 0.65), (0, 2.0, 0), 0.015),
            block((0.9, 0.02, 0.16), shade(wood, 0.5)),
        )
    )
    leaf = merge(
        (
            block((0.9, 1.98, 0.06), wood, (0, 0.02, 0), 0.01, gloss=0.4),
            *(
                block((0.33, h, 0.08), shade(wood, 1.15), (x, y, 0), 0.014, gloss=0.4)
                for x in (-0.2, 0.2)
                for y, h in ((0.16, 0.62), (0.92, 0.94))
            ),
            *(ball(0.038, brass, (0.37, 0.98, z), 6, gloss=0.9) for z in (-0.06, 0.06)),
            *(block((0.05, 0.16, 0.075), brass, (0.37, 0.9, 0), 0.008, gloss=0.8) for _ in (0,)),
            *(block((0.16, 0.05, 0.07), "#3a3a40", (-0.38, y, 0), 0.008) for y in (0.3, 1.66)),
        )
    )
    return Toy((frame,), ((leaf, Hinge((-0.45, 0, 0), "y", -100.0)),))


def window(paint: Paint) -> Toy:
    frame = merge(
        (
            both_sides(block((0.09, 1.36, 0.12), paint.body, (0.585, 0.04, 0), 0.012)),
            block((1.26, 0.09, 0.12), paint.body, (0, 1.31, 0), 0.012),
            block((1.3, 0.07, 0.16), shade(paint.body, 0.92), (0, 0, 0), 0.012),
        )
    )
    sash = merge(
        (
            plate((0.54, 1.24), paint.accent, (0.27, 0.07, 0.0), glow=0.25, gloss=0.9),
            plate((0.54, 1.24), paint.accent, (0.27, 0.07, -0.004), 180, glow=0.25, gloss=0.9),
            *(block((0.04, 1.24, 0.05), paint.body, (x, 0.07, 0), 0.008) for x in (0.02, 0.52)),
            *(block((0.54, 0.04, 0.05), paint.body, (0.27, y, 0), 0.008) for y in (0.07, 0.67, 1.27)),
        )
    )
    knob = ball(0.02, "#d9b24a", (0.03, 0.66, 0.035), 4, gloss=0.9)
    right = merge((sash, knob))
    left = merge((sash.moved((-0.54, 0, 0)), knob.moved((-0.06, 0, 0))))
    return Toy((frame,), ((right, Hinge((0.54, 0, 0), "y", 70.0)), (left, Hinge((-0.54, 0, 0), "y", -70.0))))


BUILDERS: Builders = {
    "chest": chest, "barrel": barrel, "table": table, "desk": desk, "chair": chair, "sofa": sofa, "bench": bench,
    "bed": bed, "throne": throne, "door": door, "window": window, "bookshelf": bookshelf, "stairs": stairs,
    "ladder": ladder, "piano": piano, "mirror": mirror, "painting": painting,
}  # fmt: skip
