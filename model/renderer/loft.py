"""Smooth closed skins over rings of points: bodies, limbs, clothes that hug a body, horns, tails.

What figures and creatures are modelled from. Knows nothing of joints or of what a shape stands for. Every skin is
watertight and winds counter-clockwise seen from outside. Azimuths are degrees about +y, 0 at +z and 90 at +x.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from model.renderer.mesh import F32, Mesh, from_arrays

Reals = npt.NDArray[np.floating]  # of either precision
Point = Sequence[float] | Reals
Span = tuple[float, float]


def skin(rings: npt.ArrayLike, loop: bool = False) -> Mesh:
    """The closed surface through (R, S, 3) rings of points, R >= 2. Rings go from bottom to top and round from +z
    towards +x. Each end is closed by a fan to its middle; a `loop` has no ends: its last ring leads to its first."""
    r = np.asarray(rings, np.float32)
    count, sides = r.shape[:2]
    i, j = np.meshgrid(np.arange(count if loop else count - 1), np.arange(sides), indexing="ij")
    a, b = i * sides + j, i * sides + (j + 1) % sides
    c, d = (a + sides) % (count * sides), (b + sides) % (count * sides)
    wall = np.stack([np.stack([a, b, d], -1), np.stack([a, d, c], -1)], 2).reshape(-1, 3)
    if loop:
        return from_arrays(r.reshape(-1, 3), wall)
    first, last, k = count * sides, count * sides + 1, np.arange(sides)
    top = (count - 1) * sides
    low = np.stack([np.full(sides, first), (k + 1) % sides, k], 1)
    high = np.stack([np.full(sides, last), top + k, top + (k + 1) % sides], 1)
    middles = np.stack([r[0].mean(axis=0), r[-1].mean(axis=0)])
    return from_arrays(np.concatenate([r.reshape(-1, 3), middles]), np.concatenate([wall, low, high]))


def blob(radii: float | Point, at: Point = (0.0, 0.0, 0.0), sides: int = 10, rows: int | None = None) -> Mesh:
    """An ellipsoid about `at`; `rows` rings of `sides` points (half as many when not given)."""
    r = np.broadcast_to(np.asarray(radii, np.float32), (3,))
    up = np.linspace(-math.pi / 2, math.pi / 2, (max(3, sides // 2) if rows is None else rows) + 2)[1:-1, None]
    turn = np.linspace(0.0, 2.0 * math.pi, sides, endpoint=False)
    rings = (np.cos(up) * np.sin(turn), np.sin(up) + 0.0 * turn, np.cos(up) * np.cos(turn))
    mesh = skin(np.stack(rings, axis=-1))
    v = mesh.vertices.copy()
    v[-2:] = [[0.0, -1.0, 0.0], [0.0, 1.0, 0.0]]  # the poles, which `skin` leaves in the plane of the end rings
    return (
        replace(mesh, vertices=v, normals=v.copy()).scaled(np.maximum(r, 1e-5).tolist()).moved([float(v) for v in at])
    )


def sweep(path: Sequence[Point], radii: float | Sequence[float], sides: int = 10, flat: float = 1.0) -> Mesh:
    """A round-ended limb through the K points of `path`; one radius, or one a point. `flat` scales its thickness
    across the plane it bends in (the x, z plane when it is straight)."""
    p = np.asarray(path, np.float32)
    r = np.broadcast_to(np.asarray(radii, np.float32), (len(p),))
    along = np.gradient(p, axis=0)
    along /= np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-8)
    p, r, along = _with_round_ends(p, r, along, [75.0, 40.0] if sides > 8 else [55.0])
    side = _carried(along)
    across = np.cross(along, side)
    turn = np.linspace(0.0, 2.0 * math.pi, sides, endpoint=False)
    ring = np.cos(turn)[None, :, None] * side[:, None] * flat + np.sin(turn)[None, :, None] * across[:, None]
    return skin(p[:, None] + r[:, None, None] * ring)


def _with_round_ends(p: F32, r: F32, along: F32, degrees: Sequence[float]) -> tuple[F32, F32, F32]:
    """The path with more rings at each end, on a half ball, so many degrees towards its pole."""
    turns = np.radians(degrees)
    head = p[0] - along[0] * (r[0] * np.sin(turns))[:, None]
    tail = p[-1] + along[-1] * (r[-1] * np.sin(turns[::-1]))[:, None]
    radii = np.concatenate([r[0] * np.cos(turns), r, r[-1] * np.cos(turns[::-1])])
    ways = np.concatenate([along[:1]] * len(turns) + [along] + [along[-1:]] * len(turns))
    return np.concatenate([head, p, tail]), radii, ways


def _carried(along: F32) -> F32:
    """A unit side vector at every point of a path, carried along it without twist."""
    helper = np.array([0.0, 0.0, 1.0]) if abs(along[0][2]) < 0.9 else np.array([1.0, 0.0, 0.0])
    side = np.empty_like(along)
    last = helper
    for k, way in enumerate(along):
        last = last - way * float(last @ way)
        last = last / max(float(np.linalg.norm(last)), 1e-8)
        side[k] = last
    return side


def compact(mesh: Mesh) -> Mesh:
    """The mesh without vertices that no triangle uses."""
    used, renumbered = np.unique(mesh.triangles, return_inverse=True)
    return Mesh(
        mesh.vertices[used],
        mesh.normals[used],
        renumbered.reshape(-1, 3).astype(np.int32),
        mesh.color[used],
        mesh.gloss[used],
        mesh.glow[used],
        mesh.part[used],
    )


def limb(a: Point, b: Point, radius: float, end: float | None = None, sides: int = 10) -> Mesh:
    """A straight round-ended limb from a (radius) to b (`end`, or the same radius)."""
    return sweep((a, b), (radius, radius if end is None else end), sides)


def horn(path: Sequence[Point], radius: float, sides: int = 8) -> Mesh:
    """A limb that thins evenly to a point: horns, claws, spikes, locks of hair."""
    return sweep(path, np.linspace(radius, radius * 0.12, len(path)).tolist(), sides)


def bend(points: Sequence[Point], steps: int) -> list[tuple[float, float, float]]:
    """`steps` points on the smooth (Catmull-Rom) curve through `points`."""
    p = np.asarray(points, np.float64)
    p = np.concatenate([2 * p[:1] - p[1:2], p, 2 * p[-1:] - p[-2:-1]])
    t = np.linspace(0.0, len(points) - 1.0, steps)
    k = np.minimum(t.astype(int), len(points) - 2)
    u = (t - k)[:, None]
    a, b, c, d = (p[k + n] for n in range(4))
    curve = 0.5 * (2 * b + (c - a) * u + (2 * a - 5 * b + 4 * c - d) * u**2 + (3 * b - a - 3 * c + d) * u**3)
    return [(float(x), float(y), float(z)) for x, y, z in curve]


@dataclass(frozen=True, slots=True)
class Loft:
    """A body whose level sections are ellipses: a trunk, a head, a skirt, and the surface that clothes hug.

    `y` rises; `rx`, `rz` are half width and half depth and `cz` the middle's z at each `y`; all (R,) arrays, metres.
    """

    y: F32
    rx: F32
    rz: F32
    cz: F32
    cx: float = 0.0

    @classmethod
    def through(cls, rows: Sequence[tuple[float, float, float, float]], count: int = 12) -> Loft:
        """Smoothly through a few (y, rx, rz, cz) rows, resampled to `count`."""
        knots = np.asarray(rows, np.float64)
        flat = [
            bend([(row[0], row[1], row[2]) for row in rows], count),
            bend([(row[0], row[3], 0.0) for row in rows], count),
        ]
        y, rx, rz = (np.array([p[n] for p in flat[0]], np.float32) for n in range(3))
        cz = np.array([p[1] for p in flat[1]], np.float32)
        y = np.clip(np.maximum.accumulate(y), knots[0, 0], knots[-1, 0]).astype(np.float32)
        return cls(y, np.maximum(rx, 1e-4), np.maximum(rz, 1e-4), cz)

    @classmethod
    def egg(cls, middle: Point, radii: Point, fuller: float = 0.0, rows: int = 14) -> Loft:
        """An ellipsoid whose lower half is wider by the part `fuller`."""
        up = np.linspace(-math.pi / 2 + 0.12, math.pi / 2 - 0.12, rows)
        height = np.sin(up)
        swell = 1.0 - fuller * np.tanh(2.2 * height)
        wide = np.cos(up) * swell
        f = np.float32
        y = middle[1] + radii[1] * height
        return cls(
            y.astype(f),
            (radii[0] * wide).astype(f),
            (radii[2] * wide).astype(f),
            np.full(rows, middle[2], f),
            float(middle[0]),
        )

    def section(self, y: npt.ArrayLike) -> tuple[F32, F32, F32]:
        """(rx, rz, cz) at heights `y`."""
        at = np.asarray(y, np.float32)
        return (
            np.interp(at, self.y, self.rx).astype(np.float32),
            np.interp(at, self.y, self.rz).astype(np.float32),
            np.interp(at, self.y, self.cz).astype(np.float32),
        )

    def points(self, azimuth: npt.ArrayLike, y: npt.ArrayLike, lift: npt.ArrayLike = 0.0) -> F32:
        """(..., 3) points `lift` metres outside the surface."""
        turn, height, out = np.broadcast_arrays(np.radians(azimuth), np.asarray(y), np.asarray(lift))
        rx, rz, cz = self.section(height)
        x, z = self.cx + (rx + out) * np.sin(turn), cz + (rz + out) * np.cos(turn)
        return np.stack([x, height, z], axis=-1).astype(np.float32)

    def front(self, x: npt.ArrayLike, y: npt.ArrayLike) -> F32:
        """z of the surface's front at (x, y); outside its outline, of the outline's edge."""
        rx, rz, cz = self.section(y)
        reach = np.clip((np.asarray(x) - self.cx) / rx, -0.999, 0.999)
        return np.asarray(cz + rz * np.sqrt(1.0 - reach**2), np.float32)

    def trim(self, mesh: Mesh, depth: float = 0.004) -> Mesh:
        """The mesh without the triangles that lie `depth` metres or more inside this surface, where none sees them."""
        v = mesh.vertices
        rx, rz, cz = (np.maximum(s, 1e-4) for s in self.section(v[:, 1]))
        inside = ((v[:, 0] - self.cx) / np.maximum(rx - depth, 1e-4)) ** 2 + (
            (v[:, 2] - cz) / np.maximum(rz - depth, 1e-4)
        ) ** 2 < 1.0
        inside &= (v[:, 1] > self.y[0] + depth) & (v[:, 1] < self.y[-1] - depth)
        return compact(replace(mesh, triangles=mesh.triangles[~inside[mesh.triangles].all(axis=1)]))

    def mesh(self, sides: int = 18) -> Mesh:
        turn = np.linspace(0.0, 360.0, sides, endpoint=False)
        return skin(self.points(turn[None, :], self.y[:, None]))

    def grown(self, by: float, low: float | None = None, high: float | None = None, rows: int | None = None) -> Loft:
        """The surface `by` metres further out, cut to heights low..high."""
        y = np.linspace(
            self.y[0] if low is None else low,
            self.y[-1] if high is None else high,
            len(self.y) if rows is None else rows,
            dtype=np.float32,
        )
        rx, rz, cz = self.section(y)
        return Loft(y, rx + by, rz + by, cz, self.cx)

    def band(self, low: float, high: float, thick: float, sides: int = 18) -> Mesh:
        """A rounded belt, collar or hem round the surface."""
        tall = high - low
        y = np.array([low, low + 0.25 * tall, high - 0.25 * tall, high, low + 0.5 * tall])
        out = np.array([0.3, 1.0, 1.0, 0.3, -0.6]) * thick - np.array([0.0, 0.0, 0.0, 0.0, 0.008])
        turn = np.linspace(0.0, 360.0, sides, endpoint=False)
        return skin(self.points(turn[None, :], y[:, None], out[:, None]), loop=True)

    def patch(
        self, edges: Callable[[float], Span], low: float, high: float, thick: float, rows: int = 5, columns: int = 5
    ) -> Mesh:
        """A panel lying on the surface (apron, lapel, shirt front): `edges` gives its left and right azimuth at a
        height going 0..1 from `low` to `high`."""
        rings = []
        for t in np.linspace(0.0, 1.0, rows):
            left, right = edges(float(t))
            turn = np.linspace(left, right, columns)
            y = low + t * (high - low)
            round_off = np.where((np.arange(columns) % (columns - 1) == 0) | (t in (0.0, 1.0)), 0.35, 1.0)
            outer = self.points(turn, y, thick * round_off)
            inner = self.points(turn[::-1], y, -0.4 * thick - 0.008)
            rings.append(np.concatenate([outer, inner]))
        return skin(np.stack(rings))
