"""The geometry pass: surfaces and a camera in, a G-buffer out.

First which triangle is seen through each pixel, and how near it is (a visibility buffer, after Burns and Hunt 2013);
then, once for each pixel, what that triangle is like there. Still things are drawn once and moving ones over a copy.
Knows nothing of light, weather or what it draws.

Conventions. View space is OpenGL's (x right, y up, looking along -z); pictures have row 0 at the top. Depth is metres
along the view axis, nearness 1 / depth. Planes are (H, W) float32, colours and directions (3, H, W).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from model.camera import Camera
from model.renderer.compiled import compiled, in_lanes
from model.renderer.mesh import F32, I32

NEAR, FAR = 0.1, 600.0
NOTHING, SET = -2, -1  # GBuffer.entity where there is sky, and where there is the set
_FAR_OUT = np.float32(1e6)  # pixels from the picture beyond which nobody cares where exactly
_SUB = 256  # parts of a pixel that corners are rounded to, so that neighbours share their edge exactly
_BEHIND = -(2**31)  # instead of a column: behind the near plane
_LANES = 16  # pixels of a row that are tested at once
_SMALL = 32 * _SUB, 256 * _SUB  # widest and tallest whose edges can be tested in 32 bits

_BAND = 32768  # pixels
PIECE = 64  # pixels of a row that are read, or left, as one: each lies in the same lane whatever is read beside it
_ZERO, _HALF, _ONE, _TINY, _SKY = np.array([0.0, 0.5, 1.0, 1e-12, FAR], np.float32)

Plane = npt.NDArray[Any]  # float32 of a picture's pixels, for arithmetic that must not be spelled out in types
I16 = npt.NDArray[np.int16]
U8 = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class View:
    """A camera made ready for a picture of `width` x `height` pixels."""

    world_to_view: F32  # (4, 4)
    fov: float  # vertical, rad
    width: int
    height: int
    step: int = 1  # only every so many pixels along each side are looked through

    @property
    def focal(self) -> float:
        """Distance of the picture plane in pixels."""
        return self.height / 2.0 / math.tan(self.fov / 2.0)

    @property
    def eye(self) -> F32:
        r = self.world_to_view[:3, :3]
        return (-r.T @ self.world_to_view[:3, 3]).astype(np.float32)

    @property
    def world_to_picture(self) -> F32:
        """(4, 4): @ (x, y, z, 1) is (column, row, nearness, 1) times the depth, columns and rows in pixels."""
        x, y, f = self.width / 2.0, self.height / 2.0, self.focal
        to_picture = np.array([[f, 0.0, -x, 0.0], [0.0, -f, -y, 0.0], [0.0, 0.0, 0.0, 1.0], [0.0, 0.0, -1.0, 0.0]])
        return (to_picture @ self.world_to_view).astype(np.float32)

    def every(self, step: int) -> View:
        """The same view through every so many of its pixels."""
        return replace(self, step=self.step * step)

    def rays(self, rows: slice = slice(None)) -> F32:
        """(3, H, W) world directions through the pixel centres of some rows, one metre long along the view axis."""
        right, up, back = self.world_to_view[:3, :3, None, None]
        x, y = self.slopes()
        out: F32 = right * x[None, :] + (up * y[rows, None] - back)
        return out

    def slopes(self) -> tuple[F32, F32]:
        """(W,) to the right and (H,) up for each metre along the view axis, of the rays through pixel centres."""
        columns, lines = (np.arange(0, size, self.step) for size in (self.width, self.height))
        x = ((columns + 0.5 - self.width / 2.0) / self.focal).astype(np.float32)
        y = ((self.height / 2.0 - 0.5 - lines) / self.focal).astype(np.float32)
        return x, y

    def project(self, points: F32) -> F32:
        """(N, 3) of (x, y, depth): x and y in fractions of the frame, y down. Depth <= 0 is behind the camera."""
        v = points @ self.world_to_view[:3, :3].T + self.world_to_view[:3, 3]
        depth = -v[:, 2]
        safe = np.where(np.abs(depth) < 1e-6, 1e-6, depth)
        x = 0.5 + v[:, 0] * self.focal / safe / self.width
        y = 0.5 - v[:, 1] * self.focal / safe / self.height
        return np.stack([x, y, depth], axis=1).astype(np.float32)


@lru_cache(maxsize=16)
def view_of(camera: Camera, size: tuple[int, int]) -> View:
    """The view of a camera for a picture of `size` = (width, height). Raises ValueError when it looks nowhere."""
    eye, target = np.asarray(camera.position, np.float64), np.asarray(camera.target, np.float64)
    forward = target - eye
    length = float(np.linalg.norm(forward))
    if length < 1e-6:
        raise ValueError(f"camera position and target coincide: {camera.position}")
    forward /= length
    helper = np.array([0.0, 1.0, 0.0]) if abs(forward[1]) < 0.999 else np.array([0.0, 0.0, -1.0])
    right = np.cross(forward, helper)
    right /= np.linalg.norm(right)
    m = np.eye(4)
    m[:3, :3] = right, np.cross(right, forward), -forward
    m[:3, 3] = -m[:3, :3] @ eye
    return View(m.astype(np.float32), math.radians(camera.fov_deg), int(size[0]), int(size[1]))


@dataclass(frozen=True, slots=True)
class Surface:
    """Triangles in world coordinates, ready to draw. `material` is a row of the picture's `Materials`, the same at all
    corners of a triangle; `albedo` is painted on the surface, None where the material alone says it."""

    vertices: F32  # (V, 3)
    normals: F32  # (V, 3)
    triangles: I32  # (T, 3)
    material: I32  # (V,)
    albedo: F32 | None = None  # (V, 3) linear


@dataclass(frozen=True, slots=True)
class Materials:
    """M materials; row 0 is the empty sky."""

    albedo: F32  # (M, 3) linear, where the surface is not painted
    painted: npt.NDArray[np.bool_]  # (M,)
    entity: I16  # (M,) row of Stage.entities, SET or NOTHING
    kind: U8  # (M,) of model.renderer.scenery for the set, PLAIN for entities
    gloss: F32  # (M,)
    glow: F32  # (M,)


@dataclass(frozen=True, slots=True)
class Layer:
    """A drawing to be drawn over, or read as a G-buffer. Triangles are counted through its parts."""

    nearness: F32  # (H, W) 1 / m, 0 for the sky
    triangle: I32  # (H, W) -1 for the sky
    parts: tuple[Surface, ...]

    @property
    def triangles(self) -> int:
        return sum(len(part.triangles) for part in self.parts)

    @property
    def first(self) -> int:
        """The first triangle that is not of the layer it was drawn over."""
        return self.triangles - len(self.parts[-1].triangles)


@dataclass(frozen=True, slots=True)
class GBuffer:
    """What is seen through each pixel: the seam between geometry and shading."""

    albedo: F32  # (3, H, W) linear
    normal: F32  # (3, H, W) unit, world
    depth: F32  # (H, W) m along the view axis, FAR for the sky
    entity: I16  # (H, W) row of Stage.entities, SET or NOTHING
    kind: U8  # (H, W) of model.renderer.scenery
    gloss: F32  # (H, W)
    glow: F32  # (H, W)
    sun: F32  # (H, W) 0 in shadow .. 1 in the sun
    grain: F32  # (H, W) times which the ground's paint is as bright; 1 elsewhere

    def rows(self, rows: slice) -> GBuffer:
        """Some rows of it, not copied."""
        return GBuffer(self.albedo[:, rows], self.normal[:, rows], self.depth[rows], self.entity[rows], self.kind[rows],
                       self.gloss[rows], self.glow[rows], self.sun[rows], self.grain[rows])

    def every(self, step: int) -> GBuffer:
        """Every so many pixels of it along each side, copied; itself for a step of 1."""
        if step == 1:
            return self
        return GBuffer(*(getattr(self, f.name)[..., ::step, ::step].copy() for f in fields(self)))


class Workspace:
    """Arrays used again from frame to frame: asking the system for fresh memory takes longer than filling it. What is
    in them lasts until the next frame."""

    def __init__(self) -> None:
        self._arrays: dict[str, npt.NDArray[Any]] = {}
        self._holds: dict[str, Hashable] = {}

    def holds(self, name: str, what: Hashable) -> bool:
        """Whether the arrays of that name still hold what they did when this was last asked; from now on they do."""
        held, self._holds[name] = self._holds.get(name), what
        return held == what

    def array(self, name: str, shape: tuple[int, ...], dtype: npt.DTypeLike = np.float32) -> npt.NDArray[Any]:
        """The array of that name, with whatever is in it."""
        kept = self._arrays.get(name)
        if kept is None or kept.shape != shape or kept.dtype != dtype:
            kept = self._arrays[name] = np.empty(shape, dtype)
        return kept

    def rows(self, name: str, count: int, *row: int, dtype: npt.DTypeLike = np.float32) -> npt.NDArray[Any]:
        """(count, *row) of an array of that name, which grows when it must: for what changes its size with every
        frame."""
        kept = self._arrays.get(name)
        if kept is None or len(kept) < count:
            kept = self._arrays[name] = np.empty((count + count // 4, *row), dtype)
        return kept[:count]


def dot(a: Plane, b: Plane) -> Plane:
    """Scalar product over the first of three places; planes may broadcast."""
    out: Plane = a[0] * b[0]
    out += a[1] * b[1]
    out += a[2] * b[2]
    return out


def in_bands(height: int, width: int, work: Callable[[slice], None], pool: Executor | None,
             at_once: bool = False) -> None:
    """Does `work` on bands of rows, each small enough for the processor's cache; on the pool's threads if there is one.
    What a band yields must not depend on the others. Without a pool all rows are one band if `at_once`."""
    step = height if at_once and pool is None else max(8, _BAND // width)
    bands = [slice(top, min(top + step, height)) for top in range(0, height, step)]
    for _ in map(work, bands) if pool is None else pool.map(work, bands):
        pass


def in_shares(height: int, width: int, work: Callable[[slice], None], pool: Executor | None) -> None:
    """As `in_bands`, for work that goes row by row anyhow: all at once, without the pauses in between, where there is
    no pool to share it out to."""
    if pool is None:
        work(slice(0, height))
    else:
        in_bands(height, width, work, pool)


def join(surfaces: Sequence[Surface]) -> Surface:
    """One surface of several, painted; what was not is black. A single one is itself."""
    if len(surfaces) == 1:
        return surfaces[0]
    starts = np.cumsum([0, *(len(s.vertices) for s in surfaces)], dtype=np.int32)
    paint = [s.albedo if s.albedo is not None else np.zeros_like(s.vertices) for s in surfaces]
    counted = (s.triangles + k for s, k in zip(surfaces, starts, strict=False))
    none = np.zeros((0, 3), np.float32)
    return Surface(
        np.concatenate([none, *(s.vertices for s in surfaces)]), np.concatenate([none, *(s.normals for s in surfaces)]),
        np.concatenate([np.zeros((0, 3), np.int32), *counted]),
        np.concatenate([np.zeros(0, np.int32), *(s.material for s in surfaces)]), np.concatenate([none, *paint]),
    )  # fmt: skip


def draw(surfaces: Sequence[Surface], view: View, under: Layer | None, pool: Executor | None = None,
         space: Workspace | None = None) -> Layer:
    """Draw surfaces over the layer `under` (nothing: an empty one). The layer lies in `space`, if given."""
    space, shape, part = space or Workspace(), (view.height, view.width), join(surfaces)
    nearness, triangle = space.array("nearness", shape), space.array("triangle", shape, np.int32)
    nearness[...] = 0.0 if under is None else under.nearness
    triangle[...] = -1 if under is None else under.triangle
    first = 0 if under is None else under.triangles
    facing = seen_by(part, view.world_to_picture, shape, space, "drawn", first)

    def band(rows: slice) -> None:
        fill(*facing, rows.start, rows.stop, nearness, triangle)

    in_bands(view.height, view.width, band, pool, at_once=True)
    return Layer(nearness, triangle, (*(() if under is None else under.parts), part))


def seen_by(part: Surface, matrix: F32, shape: tuple[int, int], space: Workspace, name: str,
            first: int = 0) -> tuple[I32, F32, I32]:
    """Triangles of a surface to `fill` a picture of (H, W) pixels with: only those that face who looks and cover the
    centre of a pixel. `matrix` @ (x, y, z, 1) is (column, row, nearness, 1) times the last of the four, which is less
    than NEAR behind the near plane; there triangles are cut. Of N triangles: (N, 6) three times column and row, in
    parts of a pixel, (N, 3) nearness, (N,) which they are, counted from `first`. Arrays lie in `space` under `name`."""
    count, room = len(part.vertices), 2 * len(part.triangles)
    spots, near = space.rows(f"{name} spots", count, 2, dtype=np.int32), space.rows(f"{name} near", count)
    corners, nears = space.rows(f"{name} corners", room, 6, dtype=np.int32), space.rows(f"{name} nears", room, 3)
    source, across = (space.rows(f"{name} {of}", room, dtype=np.int32) for of in ("source", "across"))
    height, width = shape
    _project(part.vertices, matrix, spots, near)
    n, cut = _face(part.triangles, spots, near, width, height, first, corners, nears, source, across)
    if cut > 0:
        n = _cut(part.vertices, part.triangles, matrix, first, across[:cut], n, corners, nears, source)
    return corners[:n], nears[:n], source[:n]


@in_lanes
def _project(vertices: F32, matrix: F32, spots: I32, near: F32) -> None:
    """Where vertices are in the picture, column and row in parts of a pixel, and how near."""
    m00, m01, m02, m03 = matrix[0, 0], matrix[0, 1], matrix[0, 2], matrix[0, 3]
    m10, m11, m12, m13 = matrix[1, 0], matrix[1, 1], matrix[1, 2], matrix[1, 3]
    m20, m21, m22, m23 = matrix[2, 0], matrix[2, 1], matrix[2, 2], matrix[2, 3]
    m30, m31, m32, m33 = matrix[3, 0], matrix[3, 1], matrix[3, 2], matrix[3, 3]
    nearest, parts = np.float32(NEAR), np.float32(_SUB)
    for p in range(vertices.shape[0]):
        x, y, z = vertices[p, 0], vertices[p, 1], vertices[p, 2]
        away = m30 * x + m31 * y + m32 * z + m33
        share = _ONE / max(away, nearest)
        column = min(max((m00 * x + m01 * y + m02 * z + m03) * share, -_FAR_OUT), _FAR_OUT)
        row = min(max((m10 * x + m11 * y + m12 * z + m13) * share, -_FAR_OUT), _FAR_OUT)
        spots[p, 0] = np.int32(np.floor(column * parts + _HALF)) if away >= nearest else _BEHIND
        spots[p, 1] = np.int32(np.floor(row * parts + _HALF))
        near[p] = (m20 * x + m21 * y + m22 * z + m23) * share


@compiled
def _face(triangles: I32, spots: I32, near: F32, width: int, height: int, first: int, corners: F32, nears: F32,
          source: I32, across: I32) -> tuple[int, int]:
    """Picks the triangles to draw, and puts those that reach behind the near plane into `across`; how many there are
    of each."""
    n = cut = 0
    for t in range(triangles.shape[0]):
        a, b, c = np.uint32(triangles[t, 0]), np.uint32(triangles[t, 1]), np.uint32(triangles[t, 2])
        ax, ay, bx, by, cx, cy = spots[a, 0], spots[a, 1], spots[b, 0], spots[b, 1], spots[c, 0], spots[c, 1]
        left, right, top, bottom = min(ax, bx, cx), max(ax, bx, cx), min(ay, by, cy), max(ay, by, cy)
        if left == _BEHIND:
            if right != _BEHIND:
                across[cut] = t
                cut += 1
            continue
        if (cx - ax) * (by - ay) <= (cy - ay) * (bx - ax):
            continue
        # From the first pixel centre (half a pixel, 128 parts, in) to the last.
        if (max((left + 127) >> 8, 0) > min((right - 128) >> 8, width - 1)
                or max((top + 127) >> 8, 0) > min((bottom - 128) >> 8, height - 1)):
            continue
        corners[n, 0], corners[n, 1], corners[n, 2] = ax, ay, bx
        corners[n, 3], corners[n, 4], corners[n, 5] = by, cx, cy
        nears[n, 0], nears[n, 1], nears[n, 2] = near[a], near[b], near[c]
        source[n] = first + t
        n += 1
    return n, cut


@compiled
def _cut(vertices: F32, triangles: I32, matrix: F32, first: int, across: I32, n: int, corners: I32, nears: F32,
         source: I32) -> int:
    """Adds what is before the near plane of the triangles `across` it to the first `n` to draw; how many there are."""
    v, cut, spots = np.empty((3, 4)), np.empty((4, 4)), np.empty((4, 2), np.int32)
    for t in across:
        for k in range(3):
            x, y, z = vertices[triangles[t, k]]
            for axis in range(4):
                v[k, axis] = matrix[axis, 0] * x + matrix[axis, 1] * y + matrix[axis, 2] * z + matrix[axis, 3]
        sides = 0
        for k in range(3):
            after = (k + 1) % 3
            if v[k, 3] >= NEAR:
                cut[sides] = v[k]
                sides += 1
            if (v[k, 3] >= NEAR) != (v[after, 3] >= NEAR):
                cut[sides] = v[k] + (v[after] - v[k]) * ((NEAR - v[k, 3]) / (v[after, 3] - v[k, 3]))
                sides += 1
        for k in range(sides):
            for axis in range(2):
                spot = min(max(cut[k, axis] / cut[k, 3], -_FAR_OUT), _FAR_OUT)
                spots[k, axis] = math.floor(spot * _SUB + 0.5)
        for k in range(1, sides - 1):
            for corner, of in enumerate((0, k, k + 1)):
                corners[n, 2 * corner], corners[n, 2 * corner + 1] = spots[of, 0], spots[of, 1]
                nears[n, corner] = cut[of, 2] / cut[of, 3]
            source[n] = first + t
            n += 1
    return n


@in_lanes
def fill(corners: I32, nears: F32, source: I32, top: int, bottom: int, nearness: F32, triangle: I32 | None) -> None:
    """Draws triangles into some rows of a picture, the nearest on top: how near it is and, where that is asked for,
    which it is. Nearness is linear in the picture; what is seen from behind, anticlockwise, is not drawn. Edges are
    whole numbers: nothing leaks between triangles that share one."""
    width = nearness.shape[1]
    for k in range(corners.shape[0]):
        ax, ay, bx, by, cx, cy = (corners[k, 0], corners[k, 1], corners[k, 2], corners[k, 3], corners[k, 4],
                                  corners[k, 5])
        low, high = min(ay, by, cy), max(ay, by, cy)
        begin = max((low + 127) >> 8, 0)
        y0, y1 = max(begin, top), min((high - 128) >> 8, bottom - 1)
        area = (cx - ax) * (by - ay) - (cy - ay) * (bx - ax)
        if y0 > y1 or area <= 0:
            continue
        left, right = min(ax, bx, cx), max(ax, bx, cx)
        x0, x1 = max((left + 127) >> 8, 0), min((right - 128) >> 8, width - 1)
        small = right - left <= _SMALL[0] and high - low <= _SMALL[1] and width >= _LANES
        if small:
            x0 = min(x0, width - _LANES)
        # What each edge leaves to its right, and the nearness, at the first pixel of the picture's first row of these.
        px, py = x0 * _SUB + 128, begin * _SUB + 128
        a = (bx - cx) * (py - cy) - (by - cy) * (px - cx)
        b = (cx - ax) * (py - ay) - (cy - ay) * (px - ax)
        c = (ax - bx) * (py - by) - (ay - by) * (px - bx)
        right_a, right_b, right_c = (cy - by) * _SUB, (ay - cy) * _SUB, (by - ay) * _SUB
        down_a, down_b, down_c = (bx - cx) * _SUB, (cx - ax) * _SUB, (ax - bx) * _SUB
        share = 1.0 / area
        na, nb, nc = nears[k, 0] * share, nears[k, 1] * share, nears[k, 2] * share
        near_first, near_down = a * na + b * nb + c * nc, down_a * na + down_b * nb + down_c * nc
        near_right = np.float32(right_a * na + right_b * nb + right_c * nc)
        a, b, c = a + (y0 - begin) * down_a, b + (y0 - begin) * down_b, c + (y0 - begin) * down_c
        step_a, step_b, step_c, which = np.int32(right_a), np.int32(right_b), np.int32(right_c), source[k]
        for y in range(y0, y1 + 1):
            near_left = np.float32(near_first + near_down * (y - begin))
            if small:
                for block in range(x0, x1 + 1, _LANES):
                    x = min(block, width - _LANES)
                    off = x - x0
                    at_a = np.int32(a + off * right_a)
                    at_b = np.int32(b + off * right_b)
                    at_c = np.int32(c + off * right_c)
                    for i in range(_LANES):
                        lane, pixel = np.int32(i), np.uint64(x + i)
                        in_a, in_b = np.int32(at_a + step_a * lane), np.int32(at_b + step_b * lane)
                        in_c = np.int32(at_c + step_c * lane)
                        near, nearest = near_left + near_right * np.float32(np.int32(off + i)), nearness[y, pixel]
                        wins = ((in_a | in_b | in_c) >= 0) & (near > nearest)
                        nearness[y, pixel] = near if wins else nearest
                        if triangle is not None:
                            triangle[y, pixel] = which if wins else triangle[y, pixel]
            else:
                start, stop = 0, x1 - x0
                for edge, step in ((a, right_a), (b, right_b), (c, right_c)):
                    if step > 0:
                        start = max(start, -(edge // step))
                    elif step < 0:
                        stop = min(stop, edge // -step)
                    elif edge < 0:
                        stop = -1
                for i in range(start, stop + 1):
                    pixel = np.uint64(x0 + i)
                    near, nearest = near_left + near_right * np.float32(np.int32(i)), nearness[y, pixel]
                    wins = near > nearest
                    nearness[y, pixel] = near if wins else nearest
                    if triangle is not None:
                        triangle[y, pixel] = which if wins else triangle[y, pixel]
            a, b, c = a + down_a, b + down_b, c + down_c


def read(layer: Layer, view: View, materials: Materials, pool: Executor | None = None,
         space: Workspace | None = None, over: Hashable = None) -> GBuffer:
    """The G-buffer of a layer, everything in the sun until a shadow map says otherwise and without grain. Lies in
    `space`, if given. `over` names what it was drawn over, the view and the materials: of a G-buffer in the same space
    that was over the same, only what the last layer or this one covers is read."""
    return read_and_told(layer, view, materials, pool, space, over)[0]


def read_and_told(layer: Layer, view: View, materials: Materials, pool: Executor | None = None,
                  space: Workspace | None = None, over: Hashable = None) -> tuple[GBuffer, Plane]:
    """As `read`; and which pieces (H, ceil(W / PIECE)) of its rows were read."""
    shape, space = layer.nearness.shape, space or Workspace()
    out = GBuffer(
        space.array("albedo", (3, *shape)), space.array("normal", (3, *shape)), space.array("depth", shape),
        space.array("entity", shape, np.int16), space.array("kind", shape, np.uint8), space.array("gloss", shape),
        space.array("glow", shape), space.array("sun", shape), space.array("grain", shape),
    )  # fmt: skip
    covered, pieces = (space.array(of, (view.height, -(-view.width // PIECE)), np.bool_) for of in ("covered", "read"))
    same = space.holds("read", over) and over is not None
    _cover(layer.triangle, layer.first, covered, pieces)
    if not same:
        out.sun[...] = out.grain[...] = 1.0
        pieces[...] = True
    looks = (materials.entity, materials.kind, materials.gloss, materials.glow)
    planes = (out.albedo, out.normal, out.depth, out.entity, out.kind, out.gloss, out.glow)
    turn, none, pixels = view.world_to_view[:3, :3], np.zeros((0, 3), np.float32), view.width * view.height
    shown = space.rows("shown", min(layer.triangles, pixels) + 1, dtype=np.int32)
    starts, places = (space.rows(name, pixels, dtype=np.int32) for name in ("starts", "places"))
    runs = space.rows("runs", view.height + 1, dtype=np.int32)
    place = space.rows("place", layer.triangles + 1, dtype=np.int32)
    shown = shown[: _show(layer.triangle, pieces, place, shown, starts, places, runs)]
    slopes, row = space.rows("slopes", len(shown), 26), space.rows("row", len(shown), dtype=np.int32)
    slopes[0], row[0] = 0.0, 0  # the sky
    slopes[0, 8:11] = turn[2]
    first = 0
    for part in layer.parts:
        paint = none if part.albedo is None else part.albedo
        _describe(shown, first, part.vertices, part.normals, part.triangles, part.material, paint, materials.albedo,
                  materials.painted, turn, view.eye, view.width, view.height, view.focal, slopes, row)
        first += len(part.triangles)

    def band(rows: slice) -> None:
        _look_up(layer.nearness, pieces, starts, places, runs, slopes, row, rows.start, rows.stop, looks, planes)

    in_bands(view.height, view.width, band, pool, at_once=True)
    return out, pieces


def thinned(g: GBuffer, step: int, pieces: Plane, space: Workspace) -> GBuffer:
    """Every so many pixels of a G-buffer along each side, in `space`, without sun or grain; itself for a step of 1.
    Only `pieces` of its rows, as `read_and_told` has them, are copied: others are in `space` since they last were."""
    if step == 1:
        return g
    wanted: tuple[Plane, ...] = (g.albedo, g.normal, g.depth, g.entity, g.kind, g.gloss, g.glow)
    small = -(-g.depth.shape[0] // step), -(-g.depth.shape[1] // step)
    kept = tuple(space.array(f"thinned {k}", (*of.shape[:-2], *small), of.dtype) for k, of in enumerate(wanted))
    _thin(wanted, step, pieces, kept)
    albedo, normal, depth, entity, kind, gloss, glow = kept
    return GBuffer(albedo, normal, depth, entity, kind, gloss, glow, g.sun[::step, ::step], g.grain[::step, ::step])


@in_lanes
def _thin(wanted: Any, step: int, pieces: Plane, kept: Any) -> None:
    albedo, normal, depth, entity, kind, gloss, glow = wanted
    to_albedo, to_normal, to_depth, to_entity, to_kind, to_gloss, to_glow = kept
    height, width = to_depth.shape
    for y in range(height):
        row = y * step
        for p in range(pieces.shape[1]):
            if not pieces[row, p]:
                continue
            some = slice((p * PIECE + step - 1) // step, min(((p + 1) * PIECE + step - 1) // step, width))
            _take(depth[row], step, some.start, to_depth[y, some])
            _take(entity[row], step, some.start, to_entity[y, some])
            _take(kind[row], step, some.start, to_kind[y, some])
            _take(gloss[row], step, some.start, to_gloss[y, some])
            _take(glow[row], step, some.start, to_glow[y, some])
            for k in range(3):
                _take(albedo[k, row], step, some.start, to_albedo[k, y, some])
                _take(normal[k, row], step, some.start, to_normal[k, y, some])


@in_lanes
def _take(row: Plane, step: int, first: int, out: Plane) -> None:
    """Every so many values of a row, from the one that is `first` among those."""
    if step == 2:  # as nearly always, and much quicker said so
        for x in range(out.shape[0]):
            out[x] = row[2 * (first + x)]
    else:
        for x in range(out.shape[0]):
            out[x] = row[step * (first + x)]


@in_lanes
def _cover(triangle: I32, first: int, covered: Plane, either: Plane) -> None:
    """Which pieces of each row show triangles from `first` on, `covered`; and which do, or did by what that says of
    before, `either`."""
    width, least = triangle.shape[1], np.int32(first)
    for y in range(triangle.shape[0]):
        for p in range(covered.shape[1]):
            highest, piece = np.int32(-1), triangle[y, p * PIECE : min((p + 1) * PIECE, width)]
            for x in range(piece.shape[0]):
                highest = max(highest, piece[x])
            now = highest >= least
            either[y, p], covered[y, p] = now or covered[y, p], now


@compiled
def _show(triangle: I32, pieces: Plane, place: I32, shown: I32, starts: I32, places: I32, runs: I32) -> int:
    """Puts every triangle that is seen in some `pieces` of the rows into `shown` once, -1 for the sky first; how many
    there are. Pieces are made of runs of pixels that show the same: `starts` are their first columns, `places` where in
    `shown` it is, and `runs` the first run of each row. `place` of a triangle, counted from the sky, means nothing
    where it is not shown (a sparse set, Briggs and Torczon 1993)."""
    place[0], shown[0], n, run = 0, -1, 1, 0
    for y in range(triangle.shape[0]):
        runs[y] = run
        for left in range(0, triangle.shape[1], PIECE):
            if not pieces[y, left // PIECE]:
                continue
            last = -2
            for x in range(left, min(left + PIECE, triangle.shape[1])):
                t = triangle[y, x]
                if t == last:
                    continue
                last, found = t, place[np.uint32(t + 1)]
                if not (0 <= found < n and shown[np.uint32(found)] == t):
                    found = place[np.uint32(t + 1)] = n
                    shown[n] = t
                    n += 1
                starts[run], places[run] = x, found
                run += 1
    runs[triangle.shape[0]] = run
    return n


@in_lanes
def _describe(shown: I32, first: int, vertices: F32, normals: F32, triangles: I32, material: I32, painted: F32,
              m_albedo: F32, m_painted: Any, turn: F32, eye: F32, width: int, height: int, focal: float, slopes: F32,
              row: I32) -> None:
    """Of the triangles shown that are of one part, counted from `first`: the material's `row`, and in `slopes` how a
    pixel's barycentric coordinates u and v follow from its column, row and depth (each as a constant, and what is
    times the depth: a constant, a share of the column and one of the row); then the normal and the albedo at the first
    corner, and what to add for u and for v."""
    pixel = 1.0 / focal
    side, rise = 0.5 - 0.5 * width, 0.5 * height - 0.5
    for s in range(1, len(shown)):
        t = shown[s] - first
        if t < 0 or t >= len(triangles):
            continue
        a, b, c = np.uint32(triangles[t, 0]), np.uint32(triangles[t, 1]), np.uint32(triangles[t, 2])
        ax, ay, az = float(vertices[a, 0]), float(vertices[a, 1]), float(vertices[a, 2])
        px, py, pz = vertices[b, 0] - ax, vertices[b, 1] - ay, vertices[b, 2] - az
        qx, qy, qz = vertices[c, 0] - ax, vertices[c, 1] - ay, vertices[c, 2] - az
        aa, ab, bb = px * px + py * py + pz * pz, px * qx + py * qy + pz * qz, qx * qx + qy * qy + qz * qz
        share = 1.0 / max(aa * bb - ab * ab, 1e-20)
        ax, ay, az = eye[0] - ax, eye[1] - ay, eye[2] - az
        # Barycentric coordinates of a place (Ericson 2005, section 3.4), which is along the ray through the pixel.
        for of in range(2):
            to_p, to_q = (bb, -ab) if of == 0 else (-ab, aa)
            x, y, z = (to_p * px + to_q * qx) * share, (to_p * py + to_q * qy) * share, (to_p * pz + to_q * qz) * share
            right = (x * turn[0, 0] + y * turn[0, 1] + z * turn[0, 2]) * pixel
            up = (x * turn[1, 0] + y * turn[1, 1] + z * turn[1, 2]) * pixel
            slopes[s, 4 * of] = x * ax + y * ay + z * az
            slopes[s, 4 * of + 1] = right * side + up * rise - (x * turn[2, 0] + y * turn[2, 1] + z * turn[2, 2])
            slopes[s, 4 * of + 2], slopes[s, 4 * of + 3] = right, -up
        row[s] = look = material[a]
        for k in range(3):
            slopes[s, 8 + k], slopes[s, 11 + k] = normals[a, k], normals[b, k] - normals[a, k]
            slopes[s, 14 + k] = normals[c, k] - normals[a, k]
        if m_painted[look]:
            for k in range(3):
                slopes[s, 17 + k], slopes[s, 20 + k] = painted[a, k], painted[b, k] - painted[a, k]
                slopes[s, 23 + k] = painted[c, k] - painted[a, k]
        else:
            for k in range(3):
                slopes[s, 17 + k], slopes[s, 20 + k], slopes[s, 23 + k] = m_albedo[look, k], 0.0, 0.0


@in_lanes
def _look_up(nearness: Plane, pieces: Plane, starts: Plane, places: Plane, runs: Plane, slopes: Plane, row: Plane,
             top: int, bottom: int, looks: Any, planes: Any) -> None:
    """Fills pieces of some rows of the planes with what the triangles that are seen are like."""
    m_entity, m_kind, m_gloss, m_glow = looks
    albedo, normal, depth, entity, kind, gloss, glow = planes
    room = PIECE + _LANES
    # A piece of a row, with room for lanes beyond its end, which the next run writes over: depth, and from f1, f2 .. on
    # normal, albedo, gloss and glow.
    f, entities, kinds = np.zeros(9 * room, np.float32), np.empty(room, np.int16), np.empty(room, np.uint8)
    f1, f2, f3, f4 = np.uint64(room), np.uint64(2 * room), np.uint64(3 * room), np.uint64(4 * room)
    f5, f6, f7, f8 = np.uint64(5 * room), np.uint64(6 * room), np.uint64(7 * room), np.uint64(8 * room)
    run = runs[top]
    for y in range(top, bottom):
        for left in range(0, nearness.shape[1], PIECE):
            if not pieces[y, left // PIECE]:
                continue
            size = min(PIECE, nearness.shape[1] - left)
            for x in range(size):
                near = nearness[y, np.uint64(left + x)]
                f[x] = _ONE / near if near > _ZERO else _SKY
            while run < runs[y + 1] and starts[run] < left + size:
                s, begin = places[run], starts[run] - left
                run += 1
                end = starts[run] - left if run < runs[y + 1] and starts[run] < left + size else size
                g, look, line = slopes[s], row[s], np.float32(y)
                u0, ux, uf = g[0], g[2], g[1] + g[3] * line
                v0, vx, vf = g[4], g[6], g[5] + g[7] * line
                n0, n1, n2, nu0, nu1, nu2, nv0, nv1, nv2 = g[8], g[9], g[10], g[11], g[12], g[13], g[14], g[15], g[16]
                r0, g0, b0, ru, gu, bu, rv, gv, bv = g[17], g[18], g[19], g[20], g[21], g[22], g[23], g[24], g[25]
                its_entity, its_kind, its_gloss, its_glow = m_entity[look], m_kind[look], m_gloss[look], m_glow[look]
                for block in range(begin, end, _LANES):
                    for i in range(_LANES):
                        at, column = np.uint64(block + i), np.float32(np.int32(left + block + i))
                        u = min(max(u0 + f[at] * (uf + ux * column), _ZERO), _ONE)
                        v = min(max(v0 + f[at] * (vf + vx * column), _ZERO), _ONE - u)
                        f[at + f1], f[at + f2] = n0 + u * nu0 + v * nv0, n1 + u * nu1 + v * nv1
                        f[at + f3], f[at + f4] = n2 + u * nu2 + v * nv2, r0 + u * ru + v * rv
                        f[at + f5], f[at + f6] = g0 + u * gu + v * gv, b0 + u * bu + v * bv
                        f[at + f7], f[at + f8] = its_gloss, its_glow
                    for i in range(_LANES):
                        entities[np.uint64(block + i)] = its_entity
                    for i in range(_LANES):
                        kinds[np.uint64(block + i)] = its_kind
            for x in range(size):
                at, p = np.uint64(x), np.uint64(left + x)
                n0, n1, n2 = f[at + f1], f[at + f2], f[at + f3]
                scale = _ONE / np.sqrt(max(n0 * n0 + n1 * n1 + n2 * n2, _TINY))
                normal[0, y, p], normal[1, y, p], normal[2, y, p] = n0 * scale, n1 * scale, n2 * scale
            for x in range(size):
                at, p = np.uint64(x), np.uint64(left + x)
                albedo[0, y, p], albedo[1, y, p], albedo[2, y, p] = f[at + f4], f[at + f5], f[at + f6]
                depth[y, p] = f[at]
            for x in range(size):
                at, p = np.uint64(x), np.uint64(left + x)
                gloss[y, p], glow[y, p], entity[y, p], kind[y, p] = f[at + f7], f[at + f8], entities[at], kinds[at]
