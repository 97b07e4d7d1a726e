"""What is left of a town after it was bombed or given up: walls with empty windows, rubble, wrecks, bent lamps, smoke.

Knows nothing of where it will stand. A wall faces +z with its front at z = 0.
"""

from __future__ import annotations

import math

import numpy as np

from model.renderer.mesh import Mesh, merge
from model.renderer.pieces import nature
from model.renderer.pieces.furnishings import always_lit, flame
from model.renderer.shapes import Color, Rng, ball, block, drum, graded, pipe, plate, rod, shade, slab, varied

CONCRETE, BRICK, RUST, SOOT = "#8f8a82", "#8d5a48", "#6b4230", "#2c2826"
_BAY, _PIER, _FLOOR = 2.1, 0.75, 2.9  # m: from one window to the next, between two, and from one floor to the next
_SILL, _LINTEL = 0.95, 2.35  # m over a floor, between which its windows are


def broken_wall(
    rng: Rng, bays: int, floors: float, color: Color = BRICK, thick: float = 0.4, near: bool = True
) -> Mesh:
    """A front with holes for windows, torn off along its top: highest somewhere in it, lower towards its ends."""
    width = bays * _BAY + _PIER
    crest, high = float(rng.uniform(0.2, 0.8)) * width, floors * _FLOOR

    def top(x: float) -> float:
        """How high it still stands."""
        slope = abs(x - crest) / width * float(rng.uniform(0.9, 1.3))
        return max(0.7, high * (1.0 - 0.75 * slope) + float(rng.uniform(-0.5, 0.4)))

    parts: list[Mesh] = []
    standing: list[tuple[float, float]] = []  # x and height of each piece
    for k in range(2 * bays + 1):
        window = k % 2 == 1
        wide = _BAY - _PIER if window else _PIER
        x = (k // 2) * _BAY + (_PIER + wide / 2 if window else wide / 2)
        tall = top(x)
        standing.append((x - width / 2, tall))
        rows = [(0.0, tall)] if not window else [
            (max(0.0, f * _FLOOR + low - _FLOOR), min(tall, f * _FLOOR + up))
            for f, low, up in ((n, _LINTEL, _SILL) for n in range(int(tall / _FLOOR) + 2))
        ]  # fmt: skip
        rows = [(low, up) for low, up in rows if up - low > 0.12]
        for low, up in rows:
            parts.append(block((wide, up - low, thick), varied(color, rng, 0.05), (x, low, -thick / 2), gloss=0.05))
        if rows[-1][1] > tall - 0.05:  # it does not end in a window
            parts += _torn_edge(rng, x, wide, tall, thick, color)
        if window:
            parts += _hole(rng, x, wide, tall, near)
    front = graded(merge(parts), 0.78, 1.04).moved((-width / 2, 0, 0))
    floored = _floors(rng, standing, thick, near)
    return merge((front, floored, _bricks(rng, width, 0.6 * high, color))) if near else merge((front, floored))


def _torn_edge(rng: Rng, x: float, wide: float, top: float, thick: float, color: Color) -> list[Mesh]:
    """Bricks that still stick to the top of a piece of wall."""
    sizes = rng.uniform((0.18, 0.1), (0.42, 0.34), (2, 2))
    return [
        block((float(w), float(h), thick * 0.9), varied(color, rng, 0.1), (x + s * wide * 0.24, top - 0.02, -thick / 2))
        for s, (w, h) in zip((-1, 1), sizes, strict=True)
    ]


def _hole(rng: Rng, x: float, wide: float, tall: float, near: bool) -> list[Mesh]:
    """Round a window: its sill, the remains of a frame, soot over it where fire came out."""
    parts = []
    for f in range(int(tall / _FLOOR) + 1):
        y = f * _FLOOR
        if y + _SILL < tall - 0.1:
            parts.append(block((wide + 0.16, 0.1, 0.56), shade(CONCRETE, 1.05), (x, y + _SILL - 0.06, -0.2)))
        if y + _LINTEL + 0.4 < tall:
            parts.append(block((wide + 0.3, 0.2, 0.44), shade(CONCRETE, 0.95), (x, y + _LINTEL, -0.18)))
            if rng.random() < 0.6:
                burnt = [(-0.5, 0.0), (0.5, 0.0), (0.3, 0.9), (-0.05, 1.25), (-0.36, 0.7)]
                rise = min(1.0, (tall - y - _LINTEL - 0.25) / 1.25)
                outline = [(u * wide, v * rise) for u, v in burnt]
                parts.append(slab(outline, 0.02, SOOT, (x, y + _LINTEL + 0.21, 0.012), gloss=0.0))
            if near and rng.random() < 0.5:
                lean = float(rng.uniform(-9, 9))
                parts.append(block((0.06, 1.25, 0.06), "#4a4038").turned(z=lean).moved((x, y + _SILL, -0.25)))
    return parts


def _bricks(rng: Rng, width: float, height: float, color: Color) -> Mesh:
    """Single bricks of another tone, where the plaster is off."""
    return merge(
        block((0.32, 0.13, 0.03), varied(color, rng, 0.2),
              (-width / 2 + _PIER / 2 + _BAY * float(rng.integers(int(width / _BAY))) + float(rng.uniform(-0.16, 0.16)),
               float(rng.uniform(0.2, max(0.6, height))), 0.012))
        for _ in range(int(width * 2.2))
    )  # fmt: skip


def _floors(rng: Rng, standing: list[tuple[float, float]], thick: float, near: bool) -> Mesh:
    """Slabs that reach back from the wall on every floor that still stands, broken off, bars bent out of them."""
    parts = [block((0.6, 0.2, 0.3), CONCRETE, (0, 0, -thick - 0.1))]
    for f in range(1, 4):
        y = f * _FLOOR - 0.3
        held = [x for x, tall in standing if tall > y + 0.5]
        if len(held) < 2:
            break
        x, half = (min(held) + max(held)) / 2, (max(held) - min(held)) / 2 + 0.3
        deep = float(rng.uniform(1.6, 2.6))
        outline = [(-half, 0), (half, 0), (half * 0.8, deep), (half * 0.1, deep * 0.7), (-half * 0.5, deep * 1.05)]
        parts.append(slab(outline, 0.22, shade(CONCRETE, 0.86)).turned(x=-90).moved((x, y, -thick)))
        for u in np.linspace(-0.6, 0.6, 4) if near else ():
            root = (x + half * float(u), y, -thick - 0.6 * deep)
            parts.append(bar(rng, root, (float(rng.uniform(-0.3, 0.3)), -0.5, -0.9)))
    return merge(parts)


def bar(rng: Rng, root: tuple[float, float, float], out: tuple[float, float, float]) -> Mesh:
    """A bent iron of what was concrete, sticking out from `root`."""
    a, b = np.array(root), np.array(out) * float(rng.uniform(0.7, 1.3))
    points = [tuple(float(v) for v in a + t * b + (0.0, 0.25 * t * t, 0.0)) for t in (0.0, 0.5, 1.0)]
    points.append(tuple(float(v) for v in a + b * 1.15 + rng.uniform(-0.25, 0.25, 3)))
    return pipe(points, 0.024, RUST, 3)


def rubble(rng: Rng, radius: float, height: float, color: Color = BRICK) -> Mesh:
    """A heap of broken masonry: lumps, bricks, slabs that lie askew, irons."""
    heap = [nature.rock(rng, 1.7 * radius, height * 0.62, 1.5 * radius, CONCRETE)]
    for _ in range(int(13 * radius)):
        a, out = float(rng.uniform(0, math.tau)), radius * math.sqrt(float(rng.uniform(0.05, 1.0)))
        y = max(0.0, height * (0.62 - 0.62 * out / radius))
        size = rng.uniform((0.14, 0.08, 0.12), (0.5, 0.24, 0.4))
        piece = block((float(size[0]), float(size[1]), float(size[2])),
                      varied(color if rng.random() < 0.6 else CONCRETE, rng, 0.12), gloss=0.05)  # fmt: skip
        pitch, yaw, roll = (float(v) for v in rng.uniform((-35, 0, -25), (35, 360, 25)))
        heap.append(piece.turned(x=pitch, y=yaw, z=roll).moved((out * math.sin(a), y, out * math.cos(a))))
    slant = block((1.3 * radius, 0.16, 0.8 * radius), varied(CONCRETE, rng, 0.06), gloss=0.05)
    heap.append(slant.turned(z=float(rng.uniform(18, 34)), y=float(rng.uniform(0, 360))).moved((0, 0.32 * height, 0)))
    for _ in range(2):
        a = float(rng.uniform(0, math.tau))
        heap.append(bar(rng, (0.5 * radius * math.sin(a), 0.4 * height, 0.5 * radius * math.cos(a)),
                        (0.4 * math.sin(a), 0.9, 0.4 * math.cos(a))))  # fmt: skip
    return merge(heap)


def burnt_car(rng: Rng) -> Mesh:
    """What fire leaves of a car, its length along z: rust, no glass, no tyres, the bonnet up."""
    coat = varied(RUST, rng, 0.08)
    side = [(-1.86, 0.2), (1.86, 0.2), (1.9, 0.46), (1.76, 0.66), (0.95, 0.76), (-1.8, 0.78), (-1.9, 0.5)]
    body = slab(side, 1.6, coat, gloss=0.05).turned(y=-90)
    inside = block((1.36, 0.04, 2.2), SOOT, (0, 0.775, -0.3))
    seats = [block((0.5, 0.42, 0.12), "#3a332e", (x, 0.74, z)).turned(x=0) for x in (-0.36, 0.36) for z in (-0.75, 0.2)]
    posts = [
        rod((s * 0.74, 0.76, a), (s * 0.66, 1.24, b), 0.045, shade(coat, 0.85), sides=5)
        for s in (-1, 1) for a, b in ((0.9, 0.38), (-0.35, -0.35), (-1.45, -1.0))
    ]  # fmt: skip
    roof = block((1.42, 0.06, 1.5), shade(coat, 1.1)).turned(z=5, x=-3).moved((0, 1.22, -0.32))
    bonnet = block((1.46, 0.04, 0.95), shade(coat, 0.92)).moved((0, 0, 0.475)).turned(x=-38).moved((0, 0.74, 0.86))
    rims = [
        drum(0.26, 0.16, "#4f4a46", (0, -0.08, 0), sides=9).turned(z=-90).moved((s * 0.76, 0.26, z))
        for s in (-1, 1) for z in (-1.15, 1.2)
    ]  # fmt: skip
    stains = [
        block((0.03, 0.26, float(rng.uniform(0.4, 0.8))), varied("#8a5a38", rng, 0.15), (s * 0.8, 0.32, float(z)))
        for s in (-1, 1) for z in rng.uniform(-1.3, 1.2, 2)
    ]  # fmt: skip
    return graded(merge((body, inside, *seats, *posts, roof, bonnet, *rims, *stains)), 0.72, 1.1)


def bent_lamp(rng: Rng, height: float = 4.4) -> Mesh:
    """A street lamp that leans and hangs its head."""
    grey = varied("#5a5d60", rng, 0.06)
    neck = [(0, 0, 0), (0, height * 0.6, 0), (0.1, height * 0.85, 0), (0.7, height, 0), (1.3, height * 0.86, 0.1)]
    head = block((0.5, 0.12, 0.24), shade(grey, 0.8)).turned(z=-48).moved((1.42, height * 0.78, 0.1))
    foot = drum(0.16, 0.5, shade(grey, 0.85), top=0.11, sides=8)
    return merge((pipe(neck, 0.085, grey, 7, 0.05), head, foot)).turned(z=-9.0, x=4.0)


def wire_pole(rng: Rng, height: float = 6.2) -> Mesh:
    """A pole askew, its wires torn and hanging."""
    wood = varied("#5a4a3c", rng, 0.08)
    parts = [rod((0, 0, 0), (0, height, 0), 0.12, wood, 0.09, 7), block((1.9, 0.12, 0.12), wood, (0, height - 0.6, 0))]
    for x in (-0.8, 0.8):
        parts.append(drum(0.05, 0.14, "#b5b0a5", (x, height - 0.48, 0), sides=6))
        drop = float(rng.uniform(2.0, 3.6))
        hang = [(x, height - 0.4, 0), (1.25 * x, height - drop * 0.6, 0.15), (1.1 * x, height - drop, 0.4)]
        parts.append(pipe(hang, 0.018, "#2a2a2c", 3))
    return merge(parts).turned(z=float(rng.uniform(5, 9)) * float(rng.choice((-1.0, 1.0))))


def fire_drum(rng: Rng) -> Mesh:
    """An oil drum with holes in it, in which a fire burns."""
    steel = varied("#5f4034", rng, 0.08)
    hoops = [drum(0.312, 0.05, shade(steel, 0.85), (0, y, 0), sides=14) for y in (0.02, 0.28, 0.56)]
    tongues = [flame(float(h), "#ff8a2c", (float(x), 0.78, float(z)))
               for h, x, z in ((0.62, 0.0, 0.0), (0.42, 0.12, 0.08), (0.4, -0.1, -0.06))]  # fmt: skip
    holes = [block((0.07, 0.07, 0.02), "#ff9a3c", (0, 0.2, 0.305)).turned(y=a) for a in range(0, 360, 60)]
    return merge((drum(0.3, 0.82, steel, sides=14), *hoops, always_lit(merge((*tongues, *holes)))))


def gutted_tower(rng: Rng, width: float, height: float, color: Color) -> Mesh:
    """A far high-rise of which only floors, columns and some of the front are left, its upper corner gone."""
    n, floors = 4, max(3, round(height / 3.2))
    parts, cut = [], float(rng.choice((-1.0, 1.0)))
    for f in range(floors):
        y, left = f * 3.2, 1.0 - max(0.0, f - floors * 0.5) / floors * float(rng.uniform(1.1, 1.7))
        w = max(0.25, left) * width
        x = cut * (width - w) / 2
        parts.append(block((w, 0.35, 6.0), shade(color, 0.85), (x, y + 2.85, -3.0), gloss=0.0))
        for k in range(n):
            at = x + (k / (n - 1) - 0.5) * (w - 0.5)
            parts.append(block((0.5, 2.9, 0.5), color, (at, y, -0.3), gloss=0.0))
            if k < n - 1 and rng.random() < 0.72:
                pane = float(rng.uniform(0.8, 2.7))
                middle = (at + (w - 0.5) / 6, y, -0.4)
                parts.append(block(((w - 0.5) / (n - 1), pane, 0.2), varied(color, rng, 0.08), middle))
        parts.append(plate((w, 2.9), shade(color, 0.42), (x, y, -2.6), gloss=0.0))
    return graded(merge(parts), 0.8, 1.05)


def smoke(rng: Rng, height: float, radius: float, color: Color = "#57524e") -> Mesh:
    """A far column of smoke that spreads and drifts aside as it rises."""
    puffs, drift = [], float(rng.choice((-1.0, 1.0)))
    for t in np.linspace(0.0, 1.0, 17) ** 1.6:
        r = radius * (0.28 + 0.85 * float(t)) * float(rng.uniform(0.85, 1.15))
        at = (drift * height * 0.5 * float(t) ** 1.7 + float(rng.uniform(-0.3, 0.3)) * r, height * float(t),
              float(rng.uniform(-0.4, 0.4)) * r)  # fmt: skip
        puffs.append(ball((r, r * 0.85, r), varied(shade(color, 0.8 + 0.35 * float(t)), rng, 0.04), at, 4, gloss=0.0))
    return merge(puffs)
