"""Triangle meshes as values, and the few solids everything on stage is built from.

Knows nothing of figures, cameras or light. Metres, y up; triangles wind counter-clockwise seen from outside.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

F32 = npt.NDArray[np.float32]
I32 = npt.NDArray[np.int32]
Vec3 = Sequence[float] | F32


@dataclass(frozen=True, slots=True)
class Mesh:
    """V vertices, T triangles. `color` is sRGB 0..1; `gloss` 0 matte .. 1 polished vinyl; `glow` 0 none .. 1 emits
    its own colour; `part` is the row of the puppet's transforms that moves the vertex."""

    vertices: F32  # (V, 3)
    normals: F32  # (V, 3)
    triangles: I32  # (T, 3)
    color: F32  # (V, 3)
    gloss: F32  # (V,)
    glow: F32  # (V,)
    part: I32  # (V,)

    def moved(self, by: Vec3) -> Mesh:
        return replace(self, vertices=self.vertices + np.asarray(by, np.float32))

    def scaled(self, by: float | Vec3) -> Mesh:
        s = np.broadcast_to(np.asarray(by, np.float32), (3,))
        return replace(self, vertices=self.vertices * s, normals=_unit(self.normals / s))

    def turned(self, x: float = 0.0, y: float = 0.0, z: float = 0.0) -> Mesh:
        """Rotated by degrees about x, then y, then z. +y takes +z towards +x (a heading)."""
        r = rotation(x, y, z)
        return replace(self, vertices=self.vertices @ r.T, normals=self.normals @ r.T)

    def painted(self, color: str | Vec3 | F32, gloss: float | None = None, glow: float | None = None) -> Mesh:
        n = len(self.vertices)
        out = replace(self, color=np.tile(rgb(color), (n, 1)))
        if gloss is not None:
            out = replace(out, gloss=np.full(n, gloss, np.float32))
        if glow is not None:
            out = replace(out, glow=np.full(n, glow, np.float32))
        return out

    def of_part(self, part: int) -> Mesh:
        return replace(self, part=np.full(len(self.vertices), part, np.int32))

    def bounds(self) -> tuple[F32, F32]:
        return self.vertices.min(axis=0), self.vertices.max(axis=0)


def rgb(color: str | Vec3 | F32) -> F32:
    """sRGB 0..1 of `#rrggbb` or of three numbers."""
    if isinstance(color, str):
        code = color.lstrip("#")
        return np.array([int(code[i : i + 2], 16) / 255 for i in (0, 2, 4)], np.float32)
    return np.asarray(color, np.float32)


def rotation(x: float = 0.0, y: float = 0.0, z: float = 0.0) -> F32:
    """(3, 3) rotation by degrees about x, then y, then z, for column vectors."""
    cx, sx = math.cos(math.radians(x)), math.sin(math.radians(x))
    cy, sy = math.cos(math.radians(y)), math.sin(math.radians(y))
    cz, sz = math.cos(math.radians(z)), math.sin(math.radians(z))
    rx = np.array([[1, 0, 0], [0, cx, -sx], [0, sx, cx]])
    ry = np.array([[cy, 0, sy], [0, 1, 0], [-sy, 0, cy]])
    rz = np.array([[cz, -sz, 0], [sz, cz, 0], [0, 0, 1]])
    out: F32 = (rz @ ry @ rx).astype(np.float32)
    return out


def _unit(v: F32) -> F32:
    out: F32 = (v / np.maximum(np.linalg.norm(v, axis=1, keepdims=True), 1e-8)).astype(np.float32)
    return out


def from_arrays(
    vertices: npt.ArrayLike,
    triangles: npt.ArrayLike,
    normals: npt.ArrayLike | None = None,
    color: str | Vec3 = "#cccccc",
    gloss: float = 0.25,
    glow: float = 0.0,
) -> Mesh:
    """A mesh of one material. Without `normals` they are smoothed over the faces that share a vertex."""
    v = np.asarray(vertices, np.float32).reshape(-1, 3)
    t = np.asarray(triangles, np.int32).reshape(-1, 3)
    if normals is None:
        face = np.cross(v[t[:, 1]] - v[t[:, 0]], v[t[:, 2]] - v[t[:, 0]])
        n = np.zeros_like(v)
        for k in range(3):
            np.add.at(n, t[:, k], face)
    else:
        n = np.asarray(normals, np.float32)
    count = len(v)
    return Mesh(
        v,
        _unit(n),
        t,
        np.tile(rgb(color), (count, 1)),
        np.full(count, gloss, np.float32),
        np.full(count, glow, np.float32),
        np.zeros(count, np.int32),
    )


def flat(mesh: Mesh) -> Mesh:
    """The same surface with hard edges: every triangle gets vertices of its own."""
    t = mesh.triangles.reshape(-1)
    v = mesh.vertices[t]
    face = np.cross(v[1::3] - v[0::3], v[2::3] - v[0::3]).repeat(3, axis=0)
    return Mesh(
        v,
        _unit(face),
        np.arange(len(v), dtype=np.int32).reshape(-1, 3),
        mesh.color[t],
        mesh.gloss[t],
        mesh.glow[t],
        mesh.part[t],
    )


def merge(meshes: Iterable[Mesh]) -> Mesh:
    """One mesh of several, materials and parts kept. Raises ValueError for none."""
    parts = list(meshes)
    if not parts:
        raise ValueError("nothing to merge")
    starts = np.cumsum([0, *(len(m.vertices) for m in parts[:-1])])
    triangles = np.concatenate([m.triangles + int(s) for m, s in zip(parts, starts, strict=True)]).astype(np.int32)
    join = np.concatenate
    return Mesh(
        join([m.vertices for m in parts]),
        join([m.normals for m in parts]),
        triangles,
        join([m.color for m in parts]),
        join([m.gloss for m in parts]),
        join([m.glow for m in parts]),
        join([m.part for m in parts]),
    )


def _grid(rows: int, columns: int) -> I32:
    """Triangles of a grid of (rows + 1) x (columns + 1) vertices, row major; last column repeats the first."""
    i, j = np.meshgrid(np.arange(rows), np.arange(columns), indexing="ij")
    a = i * (columns + 1) + j
    b, c, d = a + 1, a + columns + 1, a + columns + 2
    return np.stack([np.stack([a, b, d], -1), np.stack([a, d, c], -1)], 2).reshape(-1, 3).astype(np.int32)


def lathe(profile: Sequence[tuple[float, float]], sides: int = 20, smooth: bool = True) -> Mesh:
    """A solid of revolution about y. `profile` runs from bottom to top as (radius, y)."""
    p = np.asarray(profile, np.float32)
    angle = np.linspace(0.0, 2.0 * math.pi, sides + 1, dtype=np.float32)
    ring = np.stack([np.sin(angle), np.cos(angle)], 1)
    v = np.concatenate(
        [
            p[:, None, :1] * ring[None, :, :1],
            np.broadcast_to(p[:, None, 1:], (len(p), sides + 1, 1)),
            p[:, None, :1] * ring[None, :, 1:],
        ],
        axis=2,
    )
    tangent = np.gradient(p, axis=0)
    n = np.concatenate(
        [
            tangent[:, None, 1:] * ring[None, :, :1],
            np.broadcast_to(-tangent[:, None, :1], (len(p), sides + 1, 1)),
            tangent[:, None, 1:] * ring[None, :, 1:],
        ],
        axis=2,
    )
    mesh = from_arrays(v, _grid(len(p) - 1, sides), n.reshape(-1, 3))
    return mesh if smooth else flat(mesh)


def ellipsoid(radii: Vec3 = (1.0, 1.0, 1.0), detail: int = 16) -> Mesh:
    """Centred on the origin. `detail` is half the number of sides."""
    angle = np.linspace(-math.pi / 2, math.pi / 2, detail + 1)
    ball = lathe([(math.cos(a), math.sin(a)) for a in angle], detail * 2)
    ball = replace(ball, normals=_unit(ball.vertices))
    return ball.scaled(radii)


def sphere(radius: float = 1.0, detail: int = 16) -> Mesh:
    return ellipsoid((radius, radius, radius), detail)


def cylinder(radius: float, height: float, top: float | None = None, bevel: float = 0.02, sides: int = 20) -> Mesh:
    """Stands on y = 0. `top` is the upper radius; 0 makes a cone. Edges are rounded by `bevel`."""
    upper = radius if top is None else top
    b, bu = min(bevel, radius * 0.5, height * 0.25), min(bevel, upper * 0.5, height * 0.25)
    side = [(radius, b), (upper, height - bu)]
    lower_edge = [(0.0, 0.0), (radius - b, 0.0), (radius - b * 0.3, b * 0.3)]
    upper_edge = [(upper - bu * 0.3, height - bu * 0.3), (upper - bu, height), (0.0, height)]
    shells = (lower_edge + side[:1], side, side[1:] + upper_edge)
    return merge(lathe(shell, sides) for shell in shells)


def capsule(a: Vec3, b: Vec3, radius: float, end: float | None = None, sides: int = 14) -> Mesh:
    """A rounded limb from point a (radius) to point b (`end`, or the same radius)."""
    start, stop = np.asarray(a, np.float32), np.asarray(b, np.float32)
    length = float(np.linalg.norm(stop - start))
    r1 = radius if end is None else end
    turns = np.linspace(-math.pi / 2, 0, 6)
    low = [(radius * math.cos(t), radius * math.sin(t)) for t in turns]
    high = [(r1 * math.cos(t), length + r1 * math.sin(t)) for t in -turns[::-1]]
    mesh = lathe(low + high, sides)
    return _aim(mesh, stop - start).moved(start)


def _aim(mesh: Mesh, along: F32) -> Mesh:
    """Turn a mesh built along +y so that it points along `along`."""
    length = float(np.linalg.norm(along))
    if length < 1e-8:
        return mesh
    y = along / length
    helper = np.array([0.0, 0.0, 1.0], np.float32) if abs(float(y[2])) < 0.9 else np.array([1.0, 0.0, 0.0], np.float32)
    x = np.cross(y, helper)
    x /= np.linalg.norm(x)
    r = np.stack([x, y, np.cross(x, y)], axis=1).astype(np.float32)
    return replace(mesh, vertices=mesh.vertices @ r.T, normals=mesh.normals @ r.T)


def box(size: Vec3, bevel: float = 0.0) -> Mesh:
    """Stands on y = 0, centred on x and z. A `bevel` above 0 chamfers the edges and smooths their shading."""
    w, h, d = (float(s) for s in size)
    b = min(bevel, w / 2.2, h / 2.2, d / 2.2)
    if b <= 0:
        corners = np.array([[x, y, z] for x in (-w / 2, w / 2) for y in (0, h) for z in (-d / 2, d / 2)], np.float32)
        faces = [(0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3)]
        return flat(from_arrays(corners, [t for q in faces for t in ((q[0], q[1], q[2]), (q[0], q[2], q[3]))]))
    # A chamfered box is the hull of three thin boxes: each face inset by b, corners cut.
    half = np.array([w, h, d], np.float32) / 2
    points: list[F32] = []
    normals: list[F32] = []
    triangles: list[tuple[int, ...]] = []
    for axis in range(3):
        for sign in (-1.0, 1.0):
            u, v = (axis + 1) % 3, (axis + 2) % 3
            base = len(points)
            for su, sv in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
                p = np.zeros(3, np.float32)
                p[axis], p[u], p[v] = sign * half[axis], su * (half[u] - b), sv * (half[v] - b)
                n = np.zeros(3, np.float32)
                n[axis] = sign
                points.append(p)
                normals.append(n)
            quad = [(0, 1, 2), (0, 2, 3)] if sign > 0 else [(0, 2, 1), (0, 3, 2)]
            triangles += [tuple(base + k for k in t) for t in quad]
    index = {
        tuple(np.concatenate([np.sign(p), np.abs(n)]).astype(int)): k
        for k, (p, n) in enumerate(zip(points, normals, strict=True))
    }

    def corner(signs: tuple[int, int, int], axis: int) -> int:
        return index[(*signs, *(int(k == axis) for k in range(3)))]

    for axis in range(3):  # edges along `axis`
        u, v = (axis + 1) % 3, (axis + 2) % 3
        for su in (-1, 1):
            for sv in (-1, 1):
                ends = []
                for sa in (-1, 1):
                    signs = [0, 0, 0]
                    signs[axis], signs[u], signs[v] = sa, su, sv
                    ends.append(tuple(signs))
                a, c = corner(ends[0], u), corner(ends[1], u)  # type: ignore[arg-type]
                e, g = corner(ends[1], v), corner(ends[0], v)  # type: ignore[arg-type]
                triangles += [(a, c, e), (a, e, g)]
    for sx in (-1, 1):
        for sy in (-1, 1):
            for sz in (-1, 1):
                triangles.append(tuple(corner((sx, sy, sz), k) for k in range(3)))
    v_, n_ = np.array(points), np.array(normals)
    t_ = np.array(triangles, np.int32)
    face = np.cross(v_[t_[:, 1]] - v_[t_[:, 0]], v_[t_[:, 2]] - v_[t_[:, 0]])
    inward = (face * v_[t_].mean(axis=1)).sum(axis=1) < 0
    t_[inward] = t_[inward][:, ::-1]
    return from_arrays(v_, t_, n_).moved((0.0, h / 2, 0.0))


def extrude(outline: Sequence[tuple[float, float]], depth: float) -> Mesh:
    """A convex outline in x, y (counter-clockwise) given `depth` along z, centred on z = 0, hard edges."""
    p = np.asarray(outline, np.float32)
    n = len(p)
    front = np.concatenate([p, np.full((n, 1), depth / 2, np.float32)], axis=1)
    back = np.concatenate([p, np.full((n, 1), -depth / 2, np.float32)], axis=1)
    fan = [(0, k, k + 1) for k in range(1, n - 1)]
    sides = [t for k in range(n) for t in ((k, k + n, (k + 1) % n + n), (k, (k + 1) % n + n, (k + 1) % n))]
    return flat(from_arrays(np.concatenate([front, back]), fan + [(a + n, c + n, b + n) for a, b, c in fan] + sides))


def tube(path: Sequence[Vec3], radius: float | Sequence[float], sides: int = 10) -> Mesh:
    """A smooth pipe through the points of `path`, with rounded-off ends; one radius or one a point."""
    p = np.asarray(path, np.float32)
    r = np.broadcast_to(np.asarray(radius, np.float32), (len(p),))
    limbs = [capsule(p[k], p[k + 1], float(r[k]), float(r[k + 1]), sides) for k in range(len(p) - 1)]
    return merge(limbs)


def sheet(points: Sequence[Vec3], triangles: Sequence[tuple[int, int, int]]) -> Mesh:
    """A thin two-sided surface (a wing, a leaf): both windings, so that it is seen from either side."""
    t = np.asarray(triangles, np.int32)
    p = np.asarray(points, np.float32)
    front, back = from_arrays(p, t), from_arrays(p, t[:, ::-1])
    return merge((front, back))
