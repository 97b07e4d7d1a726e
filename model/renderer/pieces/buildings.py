"""Houses and what stands about them: cottages, town fronts, towers, barns, walls, pavilions.

Knows nothing of streets or villages. A front faces +z. Window glass is `LIT_PANE`: dark by day, warm when it is dark.
"""

from __future__ import annotations

import math

import numpy as np

from model.renderer.mesh import Mesh, extrude, from_arrays, merge
from model.renderer.scenery import LAMP, LIT_PANE
from model.renderer.shapes import (
    Color,
    Rng,
    ball,
    block,
    both_sides,
    drum,
    graded,
    mixed,
    plate,
    rod,
    shade,
    slab,
    spun,
    tile,
    varied,
)

TIMBER = "#5a3a24"
WARM = "#ffce78"


def pane(width: float, height: float, at: tuple[float, float, float], turn: float = 0.0) -> Mesh:
    """Window glass seen from outside."""
    return plate((width, height), WARM, turn=turn, gloss=0.9).of_part(LIT_PANE).moved(at)


def lamp_glass(mesh: Mesh) -> Mesh:
    """Glass that shines in its own colour when it is dark."""
    return mesh.of_part(LAMP)


def window(
    width: float = 0.7,
    height: float = 0.9,
    frame: Color = TIMBER,
    shutters: Color | None = None,
    box: Color | None = None,
) -> Mesh:
    """A small window to set on a wall at z = 0: glass, frame, a cross, maybe shutters and a flower box."""
    bar = 0.06
    parts = [
        pane(width, height, (0, 0, 0.02)),
        block((width + 0.16, 0.08, 0.12), frame, (0, -0.08, 0.03)),
        block((width + 0.12, 0.07, 0.08), frame, (0, height, 0.03)),
        *(block((0.07, height, 0.08), frame, (x, 0, 0.03)) for x in (-width / 2, width / 2)),
        block((bar * 0.7, height, 0.05), frame, (0, 0, 0.03)),
        block((width, bar * 0.7, 0.05), frame, (0, height * 0.5, 0.03)),
    ]
    if shutters is not None:
        parts += [block((width * 0.46, height, 0.04), shutters, (s * (width * 0.76 + 0.03), 0, 0.03)) for s in (-1, 1)]
        parts += [
            plate((width * 0.3, height * 0.36), shade(shutters, 0.8), (s * (width * 0.76 + 0.03), height * t, 0.052))
            for s in (-1, 1)
            for t in (0.08, 0.54)
        ]
    if box is not None:
        parts.append(block((width + 0.1, 0.13, 0.18), shade(TIMBER, 1.2), (0, -0.2, 0.12)))
        parts += [
            ball(0.085, c, (x, -0.05, 0.13), 2)
            for x, c in zip(np.linspace(-width / 2, width / 2, 5), [box, LEAFY, box, LEAFY, box], strict=True)
        ]
    return merge(parts)


LEAFY = "#4f8f3e"


def door(width: float = 0.95, height: float = 1.9, color: Color = "#6b4026", frame: Color = TIMBER) -> Mesh:
    """A plank door in its frame, with a step, to set on a wall at z = 0."""
    boards = [
        plate(
            (width / 4 - 0.01, height),
            shade(color, 0.92 + 0.12 * (k % 2)),
            (-width / 2 + width / 8 + k * width / 4, 0, 0.05),
        )
        for k in range(4)
    ]
    jambs = [block((0.1, height + 0.1, 0.12), frame, (s * (width / 2 + 0.04), 0, 0.04)) for s in (-1, 1)]
    return merge(
        (
            *boards,
            plate((width, height), shade(color, 0.6), (0, 0, 0.035)),  # no white wall between the boards
            *jambs,
            block((width + 0.3, 0.12, 0.14), frame, (0, height, 0.04)),
            block((width + 0.4, 0.1, 0.45), "#a39a8c", (0, -0.02, 0.2)),
            ball(0.045, "#d9b24a", (width * 0.34, height * 0.48, 0.08), 4, gloss=0.8),
        )
    )


def gable_roof(
    width: float, depth: float, rise: float, color: Color, rng: Rng, overhang: float = 0.35, rows: int = 5
) -> Mesh:
    """Two slopes of overlapping tile rows; the ridge runs along x, the eaves lie at y = 0."""
    run = depth / 2 + overhang
    drop = rise * overhang / (depth / 2)
    angle = math.degrees(math.atan2(rise + drop, run))
    length = math.hypot(rise + drop, run) / rows
    slope = []
    for k in range(rows):
        t = (k + 0.5) / rows
        course = block((width + overhang * 1.4, 0.09, length * 1.16), varied(color, rng, 0.09), (0, -0.045, 0))
        slope.append(course.turned(x=angle + 3.0).moved((0, rise - (rise + drop) * t + 0.03, run * t)))
    front = merge(slope)
    ridge = block((width + overhang * 1.5, 0.14, 0.26), shade(color, 0.85), (0, rise - 0.02, 0))
    return merge((front, front.turned(y=180), ridge))


def cottage(
    rng: Rng,
    width: float = 4.0,
    height: float = 2.4,
    depth: float = 3.4,
    wall: Color = "#efe4cf",
    roof: Color = "#b5432f",
    timber: Color = TIMBER,
) -> Mesh:
    """A half-timbered house: stone foot, plaster, beams, tiled gable roof, chimney, windows with shutters."""
    rise = depth * rng.uniform(0.5, 0.6)
    shutter = str(rng.choice(["#3f6f5a", "#4a6a9a", "#8a3a30", "#6b7a3a"]))
    bloom = str(rng.choice(["#e0567f", "#e8503c", "#f2c14e"]))
    body = graded(block((width, height, depth), varied(wall, rng, 0.04)), 0.82, 1.0)
    foot = block((width + 0.12, 0.4, depth + 0.12), varied("#9a9186", rng, 0.05))
    gables = extrude([(-depth / 2, height), (depth / 2, height), (0, height + rise)], width - 0.06)
    gables = gables.painted(varied(wall, rng, 0.04), 0.2).turned(y=90)
    beams = [
        *(_post((x, z), height, timber) for x in (-width / 2, width / 2) for z in (-depth / 2, depth / 2)),
        block((width + 0.1, 0.16, depth + 0.1), timber, (0, height - 0.12, 0)),
        *_braces(width, height, depth, timber),
    ]
    side = width * 0.31
    front = [window(0.66, 0.8, timber, shutter, bloom).moved((x, 0.95, depth / 2)) for x in (-side, side)]
    ends = [
        window(0.6, 0.75, timber, shutter).turned(y=a).moved((s * width / 2, 0.95, 0)) for s, a in ((1, 90), (-1, -90))
    ]
    attic = [
        window(0.5, 0.55, timber).turned(y=a).moved((s * (width / 2 - 0.03), height + rise * 0.2, 0))
        for s, a in ((1, 90), (-1, -90))
    ]
    stack_x = width * rng.uniform(0.22, 0.34) * rng.choice([-1, 1])
    return merge(
        (
            body,
            foot,
            gables,
            *beams,
            gable_roof(width, depth, rise, roof, rng).moved((0, height, 0)),
            *front,
            *ends,
            *attic,
            door(0.9, 1.75, varied("#7a4a2c", rng), timber).moved((0, 0.06, depth / 2)),
            chimney(rng, rise * 0.85 + 0.7).moved((stack_x, height + rise * 0.35, -depth * 0.18)),
        )
    )


def _post(at: tuple[float, float], height: float, color: Color) -> Mesh:
    return block((0.2, height, 0.2), color, (at[0], 0, at[1]))


def _braces(width: float, height: float, depth: float, color: Color) -> list[Mesh]:
    """Slanting beams at the corners of the front and the back."""
    out = []
    for sz in (-1, 1):
        for s in (-1, 1):
            bar = block((0.12, height * 0.62, 0.06), color).turned(z=s * 24)
            out.append(bar.moved((s * width * 0.46, height * 0.36, sz * (depth / 2 + 0.01))))
    return out


def chimney(rng: Rng, height: float = 1.4) -> Mesh:
    brick = varied("#8f6a58", rng, 0.06)
    return merge(
        (
            block((0.5, height, 0.5), brick),
            block((0.6, 0.12, 0.6), shade(brick, 0.8), (0, height, 0)),
            *(drum(0.09, 0.2, "#a5523a", (x, height + 0.1, 0), sides=6) for x in (-0.13, 0.13)),
        )
    )


def barn(rng: Rng, width: float = 7.0, depth: float = 6.0) -> Mesh:
    """A red barn with white trim and a hay door."""
    red, white = varied("#a83a2c", rng, 0.05), "#f0ebe0"
    height, knee, rise = 3.2, 1.5, 2.4
    outline = [
        (-width / 2, 0),
        (width / 2, 0),
        (width / 2, height),
        (width * 0.32, height + knee),
        (0, height + rise),
        (-width * 0.32, height + knee),
        (-width / 2, height),
    ]
    body = slab(outline, depth, red)
    roofs = []
    for (x0, y0), (x1, y1) in ((outline[2], outline[3]), (outline[3], outline[4])):
        length, angle = math.hypot(x1 - x0, y1 - y0), math.degrees(math.atan2(y1 - y0, x1 - x0))
        panel = block((length + 0.3, 0.12, depth + 0.7), varied("#5a5450", rng), (0, 0.03, 0)).turned(z=angle)
        roofs.append(panel.moved(((x0 + x1) / 2, (y0 + y1) / 2, 0)))
    boards = [block((0.03, height, 0.04), shade(red, 0.82), (x, 0, depth / 2)) for x in np.linspace(-3.2, 3.2, 14)]
    gate = merge(
        (
            block((2.6, 2.5, 0.1), shade(red, 0.85), (0, 0, depth / 2)),
            *(block((0.14, 2.5, 0.16), white, (x, 0, depth / 2)) for x in (-1.3, 0, 1.3)),
            *(block((2.6, 0.14, 0.16), white, (0, y, depth / 2)) for y in (0.0, 1.2, 2.4)),
            *(
                block((0.12, 1.75, 0.14), white)
                .turned(z=s * 46)
                .moved((0.65 + s * 0.62, 0, depth / 2))
                .moved((x, 0, 0))
                for s in (1,)
                for x in (-1.3, 0.0)
            ),
        )
    )
    loft = merge(
        (
            block((1.0, 1.0, 0.1), "#3a2418", (0, 3.4, depth / 2)),
            block((1.2, 0.12, 0.16), white, (0, 3.3, depth / 2)),
            block((1.2, 0.12, 0.16), white, (0, 4.4, depth / 2)),
            both_sides(block((0.12, 1.1, 0.16), white, (0.56, 3.35, depth / 2))),
        )
    )
    panes = [window(0.8, 0.8, white).moved((x, 1.4, depth / 2)) for x in (-2.4, 2.4)]
    return merge((graded(body, 0.8), both_sides(merge(roofs)), *boards, gate, loft, *panes))


def silo(rng: Rng, height: float = 6.0, radius: float = 1.3) -> Mesh:
    skin = varied("#b9bdc0", rng, 0.04)
    bands = [drum(radius * 1.02, 0.1, shade(skin, 0.8), (0, y, 0), sides=14) for y in np.arange(1.0, height, 1.2)]
    dome = spun([(radius * 1.04, height), (radius * 0.8, height + 0.7), (0, height + 1.1)], "#8a3a30", sides=14)
    return merge((graded(drum(radius, height, skin, sides=14, gloss=0.5), 0.8), *bands, dome))


def town_house(
    rng: Rng, width: float = 5.0, floors: int = 3, wall: Color = "#b5654a", shop: bool = True, depth: float = 5.0
) -> Mesh:
    """A town front: a shop with an awning below, rows of windows above, a cornice; its sides are bare."""
    floor = 2.7
    height = floor * floors + 0.5
    tint, trim = varied(wall, rng, 0.06), varied("#e8dfd0", rng, 0.03)
    z = depth / 2
    parts = [
        graded(block((width, height, depth), tint), 0.85, 1.02),
        block((width + 0.3, 0.3, depth + 0.3), trim, (0, height, 0)),
        block((width + 0.14, 0.16, depth + 0.14), trim, (0, floor + 0.05, 0)),
        *(block((0.28, height, 0.12), shade(tint, 0.85), (s * (width / 2 - 0.12), 0, z)) for s in (-1, 1)),
    ]
    columns = max(2, int(width // 1.6))
    for f in range(1, floors):
        for x in (np.arange(columns) + 0.5) / columns * width - width / 2:
            parts.append(_town_window(trim).moved((float(x), f * floor + 0.75, z)))
    parts.append((shop_front(rng, width) if shop else _house_entry(rng, width, trim)).moved((0, 0, z)))
    if rng.random() < 0.6:
        parts.append(_roof_clutter(rng, width).moved((0, height + 0.3, 0)))
    return merge(parts)


def _town_window(trim: Color) -> Mesh:
    return merge(
        (
            pane(0.8, 1.3, (0, 0, 0.02)),
            block((1.06, 0.12, 0.16), trim, (0, -0.12, 0.04)),
            block((1.0, 0.14, 0.12), trim, (0, 1.3, 0.04)),
            *(block((0.09, 1.3, 0.09), trim, (s * 0.44, 0, 0.03)) for s in (-1, 1)),
            block((0.8, 0.05, 0.06), trim, (0, 0.72, 0.03)),
        )
    )


def shop_front(rng: Rng, width: float) -> Mesh:
    """Shop windows, a door, a striped awning and a sign board over it, on a wall at z = 0."""
    paint = str(rng.choice(["#2f5a4a", "#7a2f3a", "#2f4a7a", "#c98a3a", "#4a3a5a"]))
    glass_w = width * 0.52
    x0 = -width * 0.14
    parts = [
        block((width * 0.94, 2.5, 0.08), paint, (0, 0, 0.02)),
        pane(glass_w, 1.45, (x0, 0.65, 0.075)),
        block((glass_w + 0.14, 0.5, 0.12), shade(paint, 0.8), (x0, 0.08, 0.05)),
        *(block((0.06, 1.5, 0.1), shade(paint, 1.3), (x0 + t * glass_w, 0.62, 0.06)) for t in (-0.5, 0.0, 0.5)),
        pane(0.7, 1.2, (width * 0.31, 0.75, 0.075)),
        block((0.9, 2.1, 0.06), shade(paint, 0.7), (width * 0.31, 0, 0.04)),
        block((0.9, 0.12, 0.5), "#9a948a", (width * 0.31, -0.02, 0.2)),
        block((width * 0.9, 0.42, 0.16), shade(paint, 0.75), (0, 2.28, 0.08)),
        *(block((0.16, 0.16, 0.02), "#f2dca0", (x, 2.41, 0.165)) for x in np.linspace(-width * 0.22, width * 0.22, 6)),
        awning(rng, width * 0.9).moved((0, 2.22, 0.1)),
    ]
    goods = [
        ball(0.12, str(c), (x0 + t * glass_w, 0.78, 0.1), 4)
        for t, c in zip((-0.35, -0.12, 0.12, 0.35), ("#e8b84a", "#c9503c", "#5f9a6a", "#5a7fb5"), strict=True)
    ]
    return merge((*parts, *goods))


def awning(rng: Rng, width: float, reach: float = 1.1) -> Mesh:
    """A striped cloth roof sloping out from a wall at z = 0, its edge scalloped."""
    color = str(rng.choice(["#b5403a", "#3f6f5a", "#c98a3a", "#3f5f95"]))
    n = max(6, round(width / 0.45))
    each = width / n
    strips = []
    for k in range(n):
        tone = color if k % 2 else "#f2ece0"
        x = -width / 2 + each * (k + 0.5)
        strips.append(tile((each, reach * 1.06), tone, (0, 0, reach / 2)).turned(x=22).moved((x, 0, 0)))
        strips.append(plate((each * 0.96, 0.2), tone, (x, -0.58 * reach / 1.1, reach * 0.98)))
    return merge(strips)


def _house_entry(rng: Rng, width: float, trim: Color) -> Mesh:
    color = varied(str(rng.choice(["#2f5a4a", "#7a2f3a", "#2f4a7a", "#3a3440"])), rng)
    return merge(
        (
            door(1.0, 2.1, color, trim),
            *(_town_window(trim).moved((s * width * 0.32, 0.7, 0)) for s in (-1, 1)),
            block((1.7, 0.14, 0.8), trim, (0, 2.35, 0.35)),
            lamp_glass(ball(0.12, "#ffd890", (0.85, 2.0, 0.14), 4)),
        )
    )


def _roof_clutter(rng: Rng, width: float) -> Mesh:
    x = float(rng.uniform(-0.3, 0.3)) * width
    if rng.random() < 0.5:
        return water_tank().scaled(0.8).moved((x, 0, 0))
    return merge(
        (
            block((1.2, 0.9, 1.0), "#9a9a98", (x, 0, 0)),
            rod((x + 0.9, 0, 0), (x + 0.9, 1.9, 0), 0.03, "#5a5a60"),
            rod((x + 0.6, 1.6, 0), (x + 1.2, 1.6, 0), 0.02, "#5a5a60"),
        )
    )


def water_tank() -> Mesh:
    """On four legs, as on New York roofs."""
    feet = merge(
        rod((0.7 * sx, 0, 0.7 * sz), (0.55 * sx, 1.2, 0.55 * sz), 0.06, "#4a4a50", sides=5)
        for sx in (-1, 1)
        for sz in (-1, 1)
    )
    return merge(
        (
            feet,
            graded(drum(0.85, 1.5, "#8a5f3c", (0, 1.2, 0), sides=12), 0.8),
            drum(0.95, 0.7, "#5a4a40", (0, 2.7, 0), 0.0, 12),
            *(drum(0.87, 0.06, "#4a3a30", (0, y, 0), sides=12) for y in (1.5, 2.1)),
        )
    )


def tower_block(rng: Rng, width: float, height: float, depth: float, color: Color) -> Mesh:
    """A far high-rise: a grid of windows, some dark."""
    tint = varied(color, rng, 0.06)
    parts = [
        graded(block((width, height, depth), tint), 0.8, 1.05),
        block((width * 0.6, 1.0, depth * 0.6), shade(tint, 0.85), (0, height, 0)),
    ]
    columns, floors = max(2, int(width / 1.9)), max(3, int(height / 2.6))
    for f in range(floors):
        for c in range(columns):
            if rng.random() < 0.72:
                x = (c + 0.5) / columns * width - width / 2
                parts.append(
                    pane(
                        width / columns * 0.6, height / floors * 0.5, (x, height * (f + 0.3) / floors, depth / 2 + 0.02)
                    )
                )
    return merge(parts)


def stone_wall(rng: Rng, length: float, height: float = 1.1, thick: float = 0.4, color: Color = "#a09a90") -> Mesh:
    """A garden wall along x with a coping of slabs."""
    n = max(2, round(length / 1.1))
    each = length / n
    stones = [
        block((each * 0.985, height, thick), varied(color, rng, 0.09), (-length / 2 + each * (k + 0.5), 0, 0))
        for k in range(n)
    ]
    cap = block((length + 0.06, 0.12, thick + 0.14), shade(color, 1.1), (0, height, 0))
    return merge((graded(merge(stones), 0.75, 1.0), cap))


def battlement(rng: Rng, length: float, height: float = 4.5, color: Color = "#a39c90") -> Mesh:
    """A castle wall along x with merlons, courses of stone drawn in."""
    n = max(3, round(length / 1.5))
    each = length / n
    merlons = [
        block((each * 0.55, 0.7, 0.7), varied(color, rng, 0.05), (-length / 2 + each * (k + 0.5), height, 0))
        for k in range(n)
    ]
    blocks = [
        block(
            (0.9, 0.36, 0.06),
            varied(color, rng, 0.14),
            (float(rng.uniform(-0.46, 0.46)) * length, float(rng.uniform(0.3, height - 0.6)), 0.43),
        )
        for _ in range(int(length * 1.6))
    ]
    return merge(
        (
            graded(block((length, height, 0.9), color), 0.72, 1.02),
            block((length, 0.2, 1.1), shade(color, 0.88), (0, height - 0.1, 0)),
            *merlons,
            *blocks,
        )
    )


def round_tower(
    rng: Rng, radius: float = 1.8, height: float = 7.0, color: Color = "#a39c90", roof: Color | None = "#3f5f95"
) -> Mesh:
    body = graded(drum(radius, height, color, top=radius * 0.94, sides=14), 0.72, 1.02)
    crown = drum(radius * 1.12, 0.8, shade(color, 0.95), (0, height, 0), sides=14)
    slits = [
        block((0.22, 0.9, 0.1), "#2a2420", (0, y, radius * 0.96)).turned(y=a) for y in (2.2, 4.6) for a in (-30, 40)
    ]
    stones = [
        block(
            (0.6, 0.3, 0.08), varied(color, rng, 0.15), (0, float(rng.uniform(0.4, height - 0.5)), radius * 0.95)
        ).turned(y=float(rng.uniform(0, 360)))
        for _ in range(14)
    ]
    parts = [body, crown, *slits, *stones]
    if roof is not None:
        parts.append(
            spun(
                [(radius * 1.3, height + 0.75), (radius * 0.6, height + 2.2), (0, height + 3.8)],
                roof,
                sides=14,
                gloss=0.4,
            )
        )
        parts += [
            rod((0, height + 3.7, 0), (0, height + 4.7, 0), 0.03, "#4a4a50"),
            slab([(0, height + 4.2), (0.7, height + 4.4), (0, height + 4.65)], 0.02, "#c9342c"),
        ]
    return merge(parts)


def eastern_roof(width: float, depth: float, rise: float, color: Color = "#3f5a55", tips: Color = "#c9a23a") -> Mesh:
    """A hipped roof with upswept corners, eaves at y = 0."""
    ridge = width * 0.27
    layers = [(1.0, 1.0, 0.0), (0.8, 0.74, 0.26), (0.62, 0.46, 0.55), (0.5, 0.16, 0.86)]
    points: list[tuple[float, float, float]] = []
    for sx, sz, t in layers:
        w, d = max(width / 2 * sx, ridge), depth / 2 * sz
        for x, z in ((-1, 1), (0, 1), (1, 1), (1, 0), (1, -1), (0, -1), (-1, -1), (-1, 0)):
            lift = 0.16 * rise * abs(x * z) * (1 - t) ** 2 * 2
            points.append((x * w, rise * t + lift, z * d))
    faces = []
    for r in range(len(layers) - 1):
        for k in range(8):
            a, b = 8 * r + k, 8 * r + (k + 1) % 8
            faces += [(a, b, b + 8), (a, b + 8, a + 8)]
    last = 8 * (len(layers) - 1)
    faces += [(last, last + k, last + k + 1) for k in range(1, 7)]
    skin = graded(from_arrays(points, faces).painted(color, 0.35), 0.8, 1.15)
    under = from_arrays(points[:8], [(0, k + 1, k) for k in range(1, 7)]).painted("#7a2f24", 0.2)
    beam = block((ridge * 2.1, 0.3, 0.3), shade(color, 1.2), (0, rise * 0.86, 0))
    horns = both_sides(
        merge(
            (
                ball(0.18, tips, (ridge * 1.02, rise * 0.86 + 0.26, 0), 4),
                *(ball(0.13, tips, (width / 2, 0.16 * rise * 2 + 0.05, s * depth / 2), 4) for s in (-1, 1)),
            )
        )
    )
    return merge((skin, under, beam, horns))


def pavilion(
    rng: Rng,
    width: float = 6.0,
    depth: float = 4.5,
    floors: int = 1,
    wall: Color = "#a8342c",
    roof: Color = "#3f5a55",
    open_front: bool = False,
) -> Mesh:
    """A temple hall or pagoda: red columns, lattice, upswept roofs one above the other."""
    parts: list[Mesh] = [
        block((width + 1.2, 0.4, depth + 1.2), "#b0a898"),
        block((2.0, 0.2, 0.6), "#b0a898", (0, 0, depth / 2 + 0.85)),
    ]
    y, w, d = 0.4, width, depth
    for f in range(floors):
        h = 2.8 if f == 0 else 1.7
        columns = [
            rod((x, y, z), (x, y + h, z), 0.16, shade(wall, 1.05), sides=8, gloss=0.6)
            for x in np.linspace(-w / 2, w / 2, 4)
            for z in (-d / 2, d / 2)
        ]
        if not (open_front and f == 0):
            core = graded(block((w * 0.94, h, d * 0.9), varied("#c9b08a", rng, 0.04), (0, y, 0)), 0.8)
            lattice = [
                m.moved((x, y + h * 0.12, d * 0.45 + 0.02))
                for x in np.linspace(-w / 3, w / 3, 3)
                for m in (lattice_panel(w * 0.26, h * 0.72, shade(wall, 0.8)),)
            ]
            parts += [core, *lattice]
        parts += [
            *columns,
            block((w + 0.3, 0.28, d + 0.3), mixed("#2f6a6a", wall, 0.2), (0, y + h - 0.1, 0)),
            block((w + 0.34, 0.08, d + 0.34), "#c9a23a", (0, y + h + 0.12, 0)),
        ]
        parts.append(eastern_roof(w + 2.2, d + 2.2, 1.5 if f == floors - 1 else 0.9, roof).moved((0, y + h + 0.18, 0)))
        y, w, d = y + h + 0.95, w * 0.72, d * 0.72
    return merge(parts)


def lattice_panel(width: float, height: float, color: Color) -> Mesh:
    """A wooden screen before warm paper, on a wall at z = 0."""
    bars = [block((0.05, height, 0.05), color, (x, 0, 0.03)) for x in np.linspace(-width / 2, width / 2, 5)]
    rails = [block((width, 0.05, 0.05), color, (0, y, 0.03)) for y in np.linspace(0, height - 0.05, 5)]
    return merge((pane(width, height, (0, 0, 0.01)), *bars, *rails))
