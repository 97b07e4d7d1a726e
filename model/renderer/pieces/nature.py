"""What grows and lies about outdoors: trees of several kinds, bushes, rocks, grass, flowers, mushrooms.

Knows nothing of where it will stand.
"""

from __future__ import annotations

import math

import numpy as np

from model.renderer.mesh import Mesh, flat, merge, sheet
from model.renderer.shapes import (
    Color,
    Rng,
    ball,
    drum,
    graded,
    mixed,
    pipe,
    rod,
    roughened,
    shade,
    spun,
    varied,
)

LEAF = "#4f8f3e"
BARK = "#6b4a30"


def tree(rng: Rng, height: float = 4.0, leaf: Color = LEAF, bark: Color = BARK, detail: int = 5) -> Mesh:
    """A round broad-leaved tree: a trunk that forks into a heap of leafy balls."""
    width = height * 0.27
    fork = height * 0.42
    near = detail > 4  # roots and boughs are for trees that are looked at
    trunk = (
        pipe(
            [(0, 0, 0), (0.03 * height * rng.uniform(-1, 1), fork * 0.6, 0), (0, fork, 0)],
            height * 0.045,
            bark,
            7,
            height * 0.03,
        )
        if near
        else rod((0, 0, 0), (0, fork, 0), height * 0.05, bark, height * 0.03, 5)
    )
    roots = (
        [
            ball((height * 0.03, height * 0.02, height * 0.06), bark, (0, 0.01, height * 0.05), 3).turned(y=a)
            for a in rng.uniform(0, 360, 3)
        ]
        if near
        else []
    )
    crown = [ball((width, width * 0.95, width), varied(leaf, rng, 0.05), (0, height - width * 0.95, 0), detail)]
    for k in range(5):
        a = k * 1.2566 + rng.uniform(-0.3, 0.3)
        r = width * rng.uniform(0.62, 0.8)
        at = (width * 0.72 * math.sin(a), height * rng.uniform(0.5, 0.64), width * 0.72 * math.cos(a))
        crown.append(ball((r, r * 0.88, r), varied(leaf, rng, 0.09), at, detail))
        if near:
            crown.append(rod((0, fork * 0.8, 0), at, height * 0.02, bark, height * 0.008, 5))
    leaves = graded(merge(crown), 0.62, 1.18)
    return merge((graded(trunk, 0.75, 1.0), *roots, roughened(leaves, rng, width * 0.035)))


def pine(rng: Rng, height: float = 5.0, leaf: Color = "#2f6b45", detail: int = 9) -> Mesh:
    """A conifer: skirts of needles one above the other."""
    skirts = []
    tiers = 4
    for k in range(tiers):
        t = k / tiers
        radius = height * (0.24 - 0.15 * t) * rng.uniform(0.94, 1.06)
        y, tall = height * (0.17 + 0.62 * t), height * (0.36 - 0.09 * t)
        cone = spun(
            [
                (radius * 0.25, y + tall * 0.06),
                (radius, y),
                (radius * 0.93, y + tall * 0.06),
                (radius * 0.38, y + tall * 0.55),
                (0, y + tall),
            ],
            varied(leaf, rng, 0.07),
            sides=detail,
        )
        skirts.append(graded(roughened(cone, rng, radius * 0.06), 0.66, 1.12))
    top = max(float(m.bounds()[1][1]) for m in skirts)
    whole = merge((drum(height * 0.035, height * 0.3, "#5f432c", sides=6), *skirts))
    return whole.scaled((1, height / top, 1))


def poplar(rng: Rng, height: float = 6.0, leaf: Color = "#5c9440") -> Mesh:
    """Tall and slim, as along roads."""
    crown = [
        ball((height * 0.11, height * 0.36, height * 0.11), varied(leaf, rng), (0, height * 0.62, 0), 5),
        ball((height * 0.13, height * 0.2, height * 0.13), varied(leaf, rng), (0, height * 0.4, 0), 5),
    ]
    return merge((drum(height * 0.025, height * 0.3, BARK, sides=6), graded(merge(crown), 0.65, 1.15)))


def birch(rng: Rng, height: float = 4.5, leaf: Color = "#8fb04a") -> Mesh:
    """A white trunk with dark rings under light leaves."""
    lean = height * 0.04 * rng.uniform(-1, 1)
    trunk = rod((0, 0, 0), (lean, height * 0.7, 0), height * 0.028, "#eee8dc", height * 0.016, 7)
    rings = [
        drum(height * 0.0275, height * 0.012, "#3a342e", (lean * t, height * 0.7 * t, 0), sides=7)
        for t in rng.uniform(0.12, 0.75, 4)
    ]
    crown = [
        ball(
            (height * 0.13 * s, height * 0.15 * s, height * 0.13 * s),
            varied(leaf, rng),
            (lean + height * x, height * y, height * z),
            4,
        )
        for x, y, z, s in ((0, 0.84, 0, 1.05), (0.1, 0.66, 0.04, 0.9), (-0.1, 0.7, -0.03, 0.9), (0, 0.6, 0.1, 0.8))
    ]
    return merge((trunk, *rings, graded(merge(crown), 0.68, 1.15)))


def palm(rng: Rng, height: float = 4.5) -> Mesh:
    """A leaning trunk in rings, drooping fans, coconuts."""
    lean = height * rng.uniform(0.12, 0.24)
    path = [(lean * t * t, height * 0.9 * t, 0.0) for t in np.linspace(0, 1, 6)]
    top = path[-1]
    trunk = pipe(path, height * 0.034, "#a5824f", 7, height * 0.02)
    fans = merge(
        _frond(height * 0.42, varied("#4f9a48", rng)).turned(y=360 * k / 8 + rng.uniform(-12, 12)) for k in range(8)
    ).moved(top)
    nuts = [
        ball(height * 0.026, "#6b4526", (top[0] + 0.09 * math.sin(a), top[1] - 0.08, 0.09 * math.cos(a)), 4)
        for a in (0.3, 2.4, 4.5)
    ]
    turn = float(rng.uniform(0, 360))
    return merge((graded(trunk, 0.8, 1.05), fans, *nuts)).turned(y=turn)


def _frond(length: float, color: Color) -> Mesh:
    """One palm leaf, arching out along +z."""
    spine = [(length * t, length * (0.32 * math.sin(2.4 * t) - 0.28 * t * t)) for t in np.linspace(0, 1, 5)]
    half = [0.03, 0.13, 0.15, 0.1, 0.0]
    points = [
        (x * length, y - abs(x) * length * 0.35, z) for (z, y), w in zip(spine, half, strict=True) for x in (-w, 0.0, w)
    ]
    quads = [(3 * i + j, 3 * i + j + 1, 3 * i + j + 3, 3 * i + j + 4) for i in range(4) for j in range(2)]
    return sheet(points, [t for a, b, c, d in quads for t in ((a, b, d), (a, d, c))]).painted(color, 0.3)


def bamboo(rng: Rng, height: float = 5.0) -> Mesh:
    """A clump of canes with sprays of leaves."""
    canes: list[Mesh] = []
    for _ in range(4):
        x, z, h = rng.uniform(-0.3, 0.3), rng.uniform(-0.3, 0.3), height * rng.uniform(0.75, 1.0)
        lean = rng.uniform(-0.25, 0.25)
        color = varied("#7fa544", rng)
        canes.append(rod((x, 0, z), (x + lean, h, z), 0.045, color, 0.025, 6))
        canes += [drum(0.052, 0.03, shade(color, 0.75), (x + lean * t, h * t, z), sides=6) for t in (0.25, 0.5, 0.75)]
        canes += [
            graded(ball((0.34, 0.15, 0.3), varied("#5f9a3e", rng), (x + lean * t, h * t, z), 4), 0.7, 1.1)
            for t in (0.8, 0.97)
        ]
    return merge(canes)


def bare_tree(rng: Rng, height: float = 4.0, bark: Color = "#5a4a3e") -> Mesh:
    """A tree in winter, or a dead one."""
    limbs = [
        pipe([(0, 0, 0), (0.1, height * 0.4, 0), (0, height * 0.75, 0.05)], height * 0.045, bark, 6, height * 0.015)
    ]
    for k in range(6):
        a, y = k * 1.05 + rng.uniform(-0.3, 0.3), height * rng.uniform(0.35, 0.7)
        reach = height * rng.uniform(0.18, 0.3)
        elbow = (reach * 0.6 * math.sin(a), y + reach * 0.4, reach * 0.6 * math.cos(a))
        limbs.append(
            pipe(
                [(0.05, y, 0), elbow, (reach * math.sin(a), y + reach, reach * math.cos(a))],
                height * 0.018,
                bark,
                5,
                height * 0.005,
            )
        )
    return merge(limbs)


def dead_stump(rng: Rng, radius: float = 0.3) -> Mesh:
    color = varied(BARK, rng)
    top = drum(radius * 0.9, 0.02, "#c9a878", (0, radius * 1.1, 0), sides=10)
    roots = [
        ball((radius * 0.3, radius * 0.25, radius * 0.7), color, (0, 0.02, radius * 0.9), 3).turned(y=72 * k)
        for k in range(5)
    ]
    return merge((graded(drum(radius * 1.1, radius * 1.1, color, top=radius * 0.92, sides=10), 0.7, 1.0), top, *roots))


def bush(rng: Rng, width: float = 0.9, leaf: Color = LEAF, berries: Color | None = None, detail: int = 5) -> Mesh:
    """A heap of leafy balls, wider than high."""
    lumps = []
    for k in range(5):
        a = k * 1.2566
        r = width * rng.uniform(0.24, 0.32)
        spread = width * 0.24 * (k > 0)
        lumps.append(
            ball(
                (r, r * 0.9, r),
                varied(leaf, rng, 0.1),
                (spread * math.sin(a), r * 0.8 + width * 0.2 * (k == 0), spread * math.cos(a)),
                detail,
            )
        )
    heap = graded(roughened(merge(lumps), rng, width * 0.02), 0.6, 1.15)
    if berries is None:
        return heap
    picks = rng.choice(len(heap.vertices), 12, replace=False)
    dots = [
        ball(width * 0.035, berries, tuple(heap.vertices[p]), 3, gloss=0.5)
        for p in picks
        if heap.vertices[p][1] > width * 0.15
    ]
    return merge((heap, *dots))


def rock(rng: Rng, width: float = 1.2, height: float = 0.8, depth: float = 1.0, color: Color = "#8a8a88") -> Mesh:
    """A boulder with cut faces and a flattened top."""
    stone = roughened(
        ball((width / 2, height * 0.62, depth / 2), varied(color, rng, 0.06), detail=4),
        rng,
        min(width, height, depth) * 0.08,
    )
    v = stone.vertices.copy()
    v[:, 1] = np.clip(v[:, 1] + height * 0.42, 0.0, height)
    cut = flat(Mesh(v, stone.normals, stone.triangles, stone.color, stone.gloss * 0.4, stone.glow, stone.part))
    tint = rng.uniform(0.92, 1.08, len(cut.triangles)).astype(np.float32).repeat(3)
    speckled = Mesh(
        cut.vertices,
        cut.normals,
        cut.triangles,
        np.clip(cut.color * tint[:, None], 0, 1),
        cut.gloss,
        cut.glow,
        cut.part,
    )
    return graded(speckled, 0.68, 1.12)


def grass_tuft(rng: Rng, height: float = 0.22, color: Color = "#5f9a3e", blades: int = 6) -> Mesh:
    """A few blades, seen from both sides."""
    points, triangles = [], []
    for k in range(blades):
        a, lean = rng.uniform(0, math.tau), rng.uniform(0.3, 0.9)
        h, w = height * rng.uniform(0.6, 1.0), height * 0.11
        cx, cz = rng.uniform(-0.3, 0.3) * height, rng.uniform(-0.3, 0.3) * height
        points += [
            (cx - w * math.cos(a), 0, cz + w * math.sin(a)),
            (cx + w * math.cos(a), 0, cz - w * math.sin(a)),
            (cx + h * lean * math.sin(a) * 0.6, h, cz + h * lean * math.cos(a) * 0.6),
        ]
        triangles.append((3 * k, 3 * k + 1, 3 * k + 2))
    return graded(sheet(points, triangles).painted(varied(color, rng, 0.12), 0.1), 0.8, 1.2)


def flower_patch(
    rng: Rng, colors: tuple[str, ...] = ("#e0567f", "#f2c14e", "#f5f0e6"), count: int = 5, spread: float = 0.35
) -> Mesh:
    """Small flowers on stems, with some grass between."""
    parts = [grass_tuft(rng, 0.16)]
    for _ in range(count):
        x, z, h = rng.uniform(-spread, spread), rng.uniform(-spread, spread), rng.uniform(0.12, 0.24)
        parts += [
            grass_tuft(rng, h, "#4f8a3a", blades=2).moved((x, 0, z)),
            spun([(0, 0), (0.055, 0.03), (0, 0.05)], str(rng.choice(colors)), (x, h * 0.8, z), 5),
        ]
    return merge(parts)


def mushroom(rng: Rng, height: float = 0.3, cap: Color = "#c9342c") -> Mesh:
    stem = spun([(height * 0.2, 0), (height * 0.14, height * 0.4), (height * 0.12, height * 0.7)], "#f2e8d4", sides=8)
    top = spun(
        [
            (height * 0.1, height * 0.62),
            (height * 0.46, height * 0.6),
            (height * 0.42, height * 0.78),
            (height * 0.22, height * 0.96),
            (0, height),
        ],
        varied(cap, rng),
        sides=10,
        gloss=0.5,
    )
    dots = [
        ball(height * 0.06, "#f7f0e2", (height * 0.31 * math.sin(a), height * 0.86, height * 0.31 * math.cos(a)), 3)
        for a in rng.uniform(0, 6.28, 4)
    ]
    return merge((stem, top, *dots))


def fern(rng: Rng, size: float = 0.6, color: Color = "#3f8a48") -> Mesh:
    """A rosette of arching leaves."""
    return merge(_frond(size, varied(color, rng, 0.12)).turned(y=60 * k + rng.uniform(-15, 15)) for k in range(6))


def cactus(rng: Rng, height: float = 2.0) -> Mesh:
    color = varied("#4f8a4c", rng)
    r = height * 0.11

    def column(x: float, y0: float, y1: float, radius: float) -> Mesh:
        ribs = spun(
            [
                (0, y0),
                (radius * 0.9, y0 + radius * 0.3),
                (radius, y0 + radius),
                (radius, y1 - radius),
                (radius * 0.7, y1 - radius * 0.3),
                (0, y1),
            ],
            color,
            sides=10,
        )
        return ribs.moved((x, 0, 0))

    arms = [
        column(r * 2.6, height * 0.42, height * 0.85, r * 0.65),
        column(-r * 2.4, height * 0.32, height * 0.68, r * 0.6),
        rod((0, height * 0.48, 0), (r * 2.6, height * 0.5, 0), r * 0.6, color, sides=8),
        rod((0, height * 0.38, 0), (-r * 2.4, height * 0.4, 0), r * 0.55, color, sides=8),
    ]
    bloom = ball(r * 0.4, "#e0567f", (0, height, 0), 4)
    return graded(merge((column(0, 0, height, r), *arms, bloom)), 0.72, 1.12).turned(y=float(rng.uniform(-40, 40)))


def hill(rng: Rng, radius: float, height: float, color: Color, sides: int = 14) -> Mesh:
    """A far rounded hill, half sunk."""
    profile = [(radius * math.cos(a), height * math.sin(a)) for a in np.linspace(0, math.pi / 2, 5)]
    mound = roughened(spun(profile, varied(color, rng, 0.05), sides=sides, gloss=0.0), rng, height * 0.05)
    return graded(mound, 0.85, 1.1)


def peak(rng: Rng, radius: float, height: float, color: Color = "#7d8288", snow: bool = True) -> Mesh:
    """A far mountain with cut flanks and, if it is high, a white top."""
    rings = [(1.0, 0.0), (0.74, 0.24), (0.5, 0.5), (0.24, 0.78), (0.0, 1.0)]
    raw = spun([(r * radius, y * height) for r, y in rings], color, sides=9, gloss=0.0)
    cut = flat(roughened(raw, rng, radius * 0.09))
    y = cut.vertices.reshape(-1, 3, 3)[:, :, 1].mean(1).repeat(3) / height
    face = rng.uniform(0.88, 1.1, len(cut.triangles)).repeat(3)
    white = (y > 0.62) & snow
    paint = np.where(white[:, None], mixed("#f4f6fa", color, 0.05)[None], cut.color) * face[:, None]
    return Mesh(
        cut.vertices, cut.normals, cut.triangles, np.clip(paint, 0, 1).astype(np.float32), cut.gloss, cut.glow, cut.part
    )


def mesa(rng: Rng) -> Mesh:
    """A table mountain of red rock."""
    r, h = float(rng.uniform(6, 12)), float(rng.uniform(7, 13))
    raw = spun(
        [(r * 1.3, 0), (r, h * 0.35), (r * 0.92, h * 0.9), (r * 0.8, h), (0, h)],
        varied("#c07a4e", rng),
        sides=10,
        gloss=0.0,
    )
    return graded(flat(roughened(raw, rng, r * 0.08)), 0.8, 1.15)
