"""What gathers behind houses: brick backs with fire escapes, service doors, bins, pipes, neon signs, washing lines.

Knows nothing of where it stands. What hangs on a wall has its back at z = 0 and faces +z. Neon is `LAMP`.
"""

from __future__ import annotations

import itertools

import numpy as np

from model.renderer.mesh import Mesh, merge
from model.renderer.pieces.buildings import lamp_glass, pane
from model.renderer.scenery import LAMP
from model.renderer.shapes import (
    Color,
    Rng,
    arc,
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
    shade,
    slab,
    spun,
    tile,
    varied,
)

IRON = "#2c3038"
NEON = ("#ff4fa8", "#45d8ff", "#ffb43c", "#7dff9a", "#b48cff")
_FLOOR = 3.1  # m from one row of windows to the next


def brick_back(
    rng: Rng, width: float, height: float, color: Color = "#8a5244", bricks: float = 0.6, first: int = 1
) -> Mesh:
    """The back of a house, its face at z = 0: single bricks in other tones, so many a square metre, a stone foot, rows
    of windows from the `first` floor up, a coping."""
    parts = [
        graded(block((width, height, 0.8), color, (0, 0, -0.4)), 0.66, 1.0),
        block((width, 0.5, 0.12), shade(color, 0.55)),
        block((width + 0.1, 0.26, 1.0), shade(color, 0.7), (0, height, -0.4)),
    ]
    for _ in range(int(width * height * bricks)):
        x, y = float(rng.uniform(-0.49, 0.49)) * (width - 0.5), float(rng.uniform(0.6, height - 0.3))
        parts.append(plate((0.44, 0.15), varied(color, rng, 0.17), (x, round(y / 0.16) * 0.16, 0.012)))
    columns = max(1, int(width / 2.7))
    for floor in range(first, int((height - 0.8) / _FLOOR) + 1):
        for x in (np.arange(columns) + 0.5) / columns * width - width / 2:
            parts.append(_sash(rng).moved((float(x), floor * _FLOOR + 0.1, 0)))
    return merge(parts)


def _sash(rng: Rng) -> Mesh:
    """A window with a stone sill; some have a box that cools the room, some a drawn blind."""
    stone, frame = "#a89c8c", "#4a4038"
    parts = [
        pane(0.86, 1.4, (0, 0, 0.02)),
        block((1.1, 0.12, 0.2), stone, (0, -0.12, 0.05)),
        block((1.1, 0.18, 0.1), stone, (0, 1.4, 0.03)),
        *(block((0.08, 1.4, 0.08), frame, (s * 0.43, 0, 0.03)) for s in (-1, 1)),
        block((0.86, 0.07, 0.08), frame, (0, 0.68, 0.03)),
    ]
    kind = rng.random()
    if kind < 0.3:
        parts.append(cooler().moved((0, -0.05, 0.0)))
    elif kind < 0.55:
        parts.append(plate((0.8, float(rng.uniform(0.4, 0.8))), "#c9bda0", (0, 0.6, 0.03)))
    return merge(parts)


def cooler() -> Mesh:
    """An air conditioner hung out of a window."""
    return merge(
        (
            block((0.8, 0.5, 0.5), "#b4b8ba", (0, 0, 0.25)),
            *(block((0.7, 0.025, 0.02), "#7c8288", (0, 0.1 + 0.13 * k, 0.505)) for k in range(3)),
            drum(0.17, 0.02, "#5f666e", sides=12).turned(x=90).moved((0, 0.25, 0.5)),
        )
    )


def fire_escape(floors: int = 2, width: float = 3.0) -> Mesh:
    """Landings of iron bars before the windows with ladders between them, the lowest one drawn up."""
    reach = 0.95
    parts = []
    for k in range(floors):
        y = 2.72 + k * _FLOOR
        slats = [block((width, 0.03, 0.13), IRON, (0, y, 0.12 + 0.23 * j)) for j in range(4)]
        end = merge(block((0.04, 0.04, reach), IRON, (width / 2, y + h, reach / 2)) for h in (0.45, 0.9))
        rails = [both_sides(end), *(block((width, 0.04, 0.04), IRON, (0, y + h, reach)) for h in (0.45, 0.9))]
        bars = [block((0.03, 0.9, 0.03), IRON, (float(x), y, reach)) for x in np.linspace(-width / 2, width / 2, 8)]
        struts = both_sides(rod((width * 0.46, y, reach), (width * 0.46, y - 0.85, 0.02), 0.03, IRON, sides=4))
        parts += [*slats, *rails, *bars, struts]
        if k + 1 < floors:
            parts.append(_iron_ladder(_FLOOR + 0.2).turned(z=-28).moved((-0.75, y, 0.55)))
    parts.append(_iron_ladder(2.2).moved((width * 0.34, 2.72, 0.85)))
    return merge(parts)


def _iron_ladder(length: float) -> Mesh:
    stiles = both_sides(rod((0.2, 0, 0), (0.2, length, 0), 0.03, IRON, sides=4))
    return merge((stiles, *(rod((-0.2, y, 0), (0.2, y, 0), 0.022, IRON, sides=4) for y in np.arange(0.2, length, 0.4))))


def service_door(color: Color = "#3f5a52", lit: bool = True) -> Mesh:
    """A steel door on a step, under a caged lamp."""
    panels = [block((0.86, 0.62, 0.03), shade(color, 1.14), (0, y, 0.1), 0.01) for y in (0.3, 1.08)]
    parts = [
        block((1.3, 2.25, 0.1), "#3a3634", (0, 0, 0.02)),
        block((1.06, 2.05, 0.1), color, (0, 0.12, 0.05)),
        *panels,
        block((0.05, 0.26, 0.08), "#b9c0c6", (0.42, 0.98, 0.12), gloss=0.7),
        block((1.5, 0.14, 0.55), "#7d776c", (0, 0, 0.2)),
        plate((0.3, 0.12), "#d8c25a", (0, 1.8, 0.105)),
    ]
    if lit:
        parts.append(wall_lamp().moved((0, 2.62, 0)))
    return merge(parts)


def wall_lamp() -> Mesh:
    """An enamel shade on an iron arm."""
    return merge(
        (
            pipe([(0, 0, 0), (0, 0.2, 0.14), (0, 0.2, 0.4), (0, 0.1, 0.46)], 0.026, IRON, 5),
            spun([(0.26, -0.1), (0.2, 0.0), (0.05, 0.1), (0, 0.11)], "#3f6f5f", (0, 0, 0.46), 12, gloss=0.6),
            lamp_glass(ball((0.12, 0.1, 0.12), "#ffdf9a", (0, -0.09, 0.46), 5)),
        )
    )


def dumpster(color: Color = "#3f6a5a") -> Mesh:
    """A steel bin on wheels, one lid ajar with bags under it."""
    side = [(-0.52, 0.16), (0.46, 0.16), (0.56, 1.05), (-0.52, 1.25)]
    body = graded(slab(side, 1.9, color, gloss=0.4).turned(y=-90), 0.7, 1.05)
    rib = slab(side, 0.07, shade(color, 0.82)).turned(y=-90).scaled((1, 1, 1.03))
    ribs = [rib.moved((x, 0, 0)) for x in (-0.62, 0, 0.62)]
    lid = block((0.92, 0.05, 1.14), "#2a2d33", (0, 0, 0.56)).turned(x=10)
    lids = [lid.moved((-0.47, 1.27, -0.54)), lid.turned(x=-22).moved((0.47, 1.3, -0.54))]
    bags = [trash_bag(0.26).moved((0.3, 0.98, 0.12)), trash_bag(0.24).moved((0.68, 0.98, 0.1))]
    wheel = drum(0.09, 0.08, "#22242a", (0, -0.04, 0), sides=8).turned(z=90)
    wheels = [wheel.moved((x, 0.09, z)) for x in (-0.8, 0.8) for z in (-0.36, 0.36)]
    return merge((body, *ribs, *lids, *bags, *wheels, block((1.96, 0.07, 0.07), shade(color, 0.7), (0, 0.98, 0.55))))


def trash_bag(radius: float = 0.34, color: Color = "#23262c") -> Mesh:
    """Full and tied at the neck."""
    return merge(
        (
            ball((radius, radius * 0.86, radius * 0.92), color, (0, radius * 0.8, 0), 5, gloss=0.7),
            drum(radius * 0.2, radius * 0.34, color, (0, radius * 1.5, 0), top=radius * 0.42, sides=7, gloss=0.7),
            hoop(radius * 0.22, radius * 0.05, "#c9a23a", (0, radius * 1.62, 0), 8),
        )
    )


def drainpipe(height: float, color: Color = "#5a5f66") -> Mesh:
    """Down a wall with its clamps and a shoe."""
    clamps = [block((0.26, 0.08, 0.2), shade(color, 0.8), (0, y, 0.08)) for y in np.arange(1.4, height, 2.4)]
    shoe = pipe([(0, 0.36, 0.14), (0, 0.12, 0.2), (0, 0.06, 0.36)], 0.085, color, 8)
    return merge((rod((0, 0.3, 0.14), (0, height, 0.14), 0.085, color, sides=8), shoe, *clamps))


def fuse_boxes(rng: Rng) -> Mesh:
    """Meters and boxes with their conduits."""
    places = ((-0.4, 1.2, 0.5, 0.7), (0.2, 1.3, 0.42, 0.5), (0.2, 0.75, 0.42, 0.42))
    boxes = [block((w, h, 0.18), varied("#8d9498", rng, 0.08), (x, y, 0.09), 0.015) for x, y, w, h in places]
    dials = [drum(0.1, 0.03, "#e8ece8", sides=10).turned(x=90).moved((0.2, y, 0.18)) for y in (1.58, 0.98)]
    runs = [rod((x, 1.8, 0.06), (x, 4.6, 0.06), 0.03, "#6d747a", sides=5) for x in (-0.5, -0.36, 0.2)]
    return merge((*boxes, *dials, *runs))


def _tube(points: list[tuple[float, float]], color: Color, thick: float = 0.045) -> Mesh:
    """A bent glass tube in the plane of a sign."""
    return pipe([(x, y, 0.16) for x, y in points], thick, color, 4, gloss=0.6).of_part(LAMP)


def noodle_sign(first: Color, second: Color) -> Mesh:
    """Neon: a bowl with steam and chopsticks."""
    bowl = [(x, 0.62 + y) for x, y in arc(0.52, 180, 360, 7)]
    steam = [[(x, 0.86), (x + 0.09, 1.0), (x - 0.05, 1.14), (x + 0.05, 1.3)] for x in (-0.26, 0.0, 0.26)]
    return merge(
        (
            block((1.5, 1.66, 0.1), "#1c1e26", (0, 0, 0.06), 0.02),
            _tube([*bowl, bowl[0]], first),
            _tube([(-0.2, 0.1), (0.2, 0.1)], first),
            _tube([(0.2, 0.72), (0.62, 1.2)], second),
            *(_tube(wave, second) for wave in steam),
            _border(0.66, 0.06, 1.58, mixed(second, first, 0.5)),
        )
    )


def _border(half: float, low: float, high: float, color: Color) -> Mesh:
    """A tube round the edge of a sign."""
    return _tube([(-half, low), (half, low), (half, high), (-half, high), (-half, low)], color, 0.03)


def blade_sign(color: Color, second: Color, letters: int = 4) -> Mesh:
    """A tall sign that stands out from the wall along +z, strokes of neon on both faces."""
    height = 0.62 * letters + 0.3
    strokes = (
        [(-0.2, 0.0), (0.2, 0.0)], [(0.0, -0.2), (0.0, 0.22)], [(-0.2, 0.2), (0.2, -0.2)],
        [(-0.2, -0.2), (0.2, -0.2), (0.2, 0.2)],
    )  # fmt: skip
    face = [
        _tube([(x, height - 0.5 - 0.62 * k + y) for x, y in strokes[(k + other) % 4]], second, 0.04)
        for k in range(letters)
        for other in (0, 1)
    ]
    side = merge((*face, _border(0.36, 0.08, height - 0.08, color))).moved((0, 0, -0.07))
    board = block((0.9, height, 0.12), "#20222c", bevel=0.02)
    signs = merge((board, side, side.turned(y=180)))
    arms = [rod((0, y, 0), (0, y, 0.4), 0.035, IRON, sides=5) for y in (0.3, height - 0.3)]
    return merge((signs.turned(y=90).moved((0, 0, 0.75)), *arms))


def arrow_sign(color: Color, second: Color) -> Mesh:
    """A bent arrow of bulbs over a lettered board."""
    way = [(-0.8, 0.95), (0.55, 0.95), (0.55, 0.2)]
    row = [(-0.9 + 0.23 * k, 1.14) for k in range(8)] + [(0.8, 0.9 - 0.22 * k) for k in range(4)]
    bulbs = [ball(0.055, second, (x, y, 0.18), 4).of_part(LAMP) for x, y in row]
    return merge(
        (
            block((2.0, 1.4, 0.1), "#2a1c22", (0, 0, 0.06), 0.02),
            _tube(way, color, 0.055),
            _tube([(0.35, 0.4), (0.55, 0.16), (0.75, 0.4)], color, 0.055),
            *(_tube([(x, 0.3), (x, 0.68)], color, 0.035) for x in (-0.75, -0.5, -0.25)),
            _tube([(-0.75, 0.5), (-0.5, 0.5)], color, 0.035),
            _tube([(-0.25, 0.3), (0.0, 0.3), (0.0, 0.68)], color, 0.035),
            *bulbs,
        )
    )


def washing_line(rng: Rng, length: float) -> Mesh:
    """Washing hung on a slack line along x at y = 0, from wall to wall."""
    line = [(float(x), -0.35 * (1 - (2 * x / length) ** 2), 0.0) for x in np.linspace(-length / 2, length / 2, 9)]
    tones = ("#f2efe6", "#7fa8c8", "#d98a7a", "#e8d08a", "#8fae8a", "#f2efe6")
    hung = []
    for x in np.arange(-length / 2 + 0.7, length / 2 - 0.5, 0.72):
        y, cloth = -0.35 * (1 - (2 * x / length) ** 2), varied(str(rng.choice(tones)), rng)
        w, h = float(rng.uniform(0.42, 0.6)), float(rng.uniform(0.5, 0.95))
        hung.append(block((w, h, 0.03), cloth, (float(x), y - h, 0)))
        if rng.random() < 0.4:  # a shirt has sleeves
            hung += [block((0.2, 0.3, 0.03), cloth, (float(x) + s * (w / 2 + 0.06), y - 0.32, 0)) for s in (-1, 1)]
        hung += [block((0.04, 0.1, 0.06), "#c9a06a", (float(x) + s * w * 0.36, y - 0.06, 0)) for s in (-1, 1)]
    return merge((*(rod(a, b, 0.014, "#d8d2c4", sides=3) for a, b in itertools.pairwise(line)), *hung))


def poster_wall(rng: Rng, width: float = 2.2) -> Mesh:
    """Bills pasted over each other, corners hanging."""
    bills = []
    for k in range(7):
        w, h = float(rng.uniform(0.4, 0.7)), float(rng.uniform(0.6, 0.95))
        x, y = float(rng.uniform(-0.5, 0.5)) * (width - w), float(rng.uniform(0.7, 1.4))
        paper = varied(str(rng.choice(["#d8cba8", "#c9503c", "#3f6f8a", "#e0b84a", "#e8e2d0"])), rng)
        ink = shade(paper, 0.45)
        bill = merge(
            (
                plate((w, h), paper),
                plate((w * 0.76, h * 0.36), ink, (0, h * 0.5, 0.003)),
                *(plate((w * 0.7 - 0.08 * j, 0.035), ink, (0, h * 0.12 + 0.09 * j, 0.003)) for j in range(3)),
            )
        )
        bills.append(bill.turned(z=float(rng.uniform(-5, 5))).moved((x, y, 0.015 + 0.005 * k)))
    return merge(bills)


def manhole() -> Mesh:
    """A cast cover, flush with the ground."""
    rings = [
        drum(r, 0.008 + 0.002 * k, shade("#4a4d52", f), sides=20)
        for k, (r, f) in enumerate(((0.46, 1.0), (0.4, 0.75), (0.34, 1.05)))
    ]
    return merge((*rings, *(block((0.5, 0.016, 0.04), "#3a3d42", (0, 0, 0.12 * j)) for j in (-1, 0, 1))))


def pallets(rng: Rng) -> Mesh:
    """Two leaning on each other, one flat under crates."""
    slats = [block((1.0, 0.03, 0.12), varied("#a5855a", rng, 0.1), (0, 0.11, -0.42 + 0.17 * k)) for k in range(6)]
    pallet = merge((*slats, *(block((0.1, 0.11, 1.0), "#8a6a42", (x, 0, 0)) for x in (-0.44, 0, 0.44))))
    return merge((pallet, pallet.turned(x=-78).moved((0.06, 0.52, -0.5))))


def chain_fence(length: float, height: float = 2.2) -> Mesh:
    """Wire mesh between posts, along x."""
    n = max(1, round(length / 2.0))
    steel, wire = "#7d848c", "#9aa2aa"
    post = rod((0, 0, 0), (0, height + 0.1, 0), 0.05, steel, sides=6)
    posts = [post.moved((float(x), 0, 0)) for x in np.linspace(-length / 2, length / 2, n + 1)]
    wires = []
    for x in np.arange(-length / 2, length / 2 - height * 0.5, 0.34):
        a, b = float(x), float(min(x + height, length / 2))
        wires.append(rod((a, 0, 0), (b, b - a, 0), 0.014, wire, sides=3))
        wires.append(rod((b, 0, 0), (a, b - a, 0), 0.014, wire, sides=3))
    rails = [rod((-length / 2, y, 0), (length / 2, y, 0), 0.03, steel, sides=5) for y in (0.08, height)]
    return merge((*posts, *wires, *rails))


def paper_bits(rng: Rng) -> Mesh:
    """A scrap on the ground."""
    return tile((0.18, 0.13), varied("#d8d0be", rng), (0, 0.014, 0), float(rng.uniform(0, 90)))


def crumpled_can(rng: Rng) -> Mesh:
    """Lying on its side."""
    tin = str(rng.choice(["#c9403a", "#5f8ab0", "#d8b03a"]))
    return drum(0.035, 0.12, tin, (0, -0.06, 0), sides=7, gloss=0.7).turned(z=90).moved((0, 0.035, 0))
