"""The geometry pass: surfaces and a camera in, a G-buffer out.

First which triangle is seen through each pixel, and how near it is (a visibility buffer, after Burns and Hunt 2013);
then, once for each pixel, what that triangle is like there. Still things are drawn once and moving ones over a copy.
Knows nothing of light, weather or what it draws.

Conventions. View space is OpenGL's (x right, y up, looking along -z); pictures have row 0 at the top. Depth is metres
along the view axis, nearness 1 / depth. Planes are (H, W) float32, colours and directions (3, H, W).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from model.camera import Camera
from model.renderer.compiled import compiled
from model.renderer.mesh import F32, I32

NEAR, FAR = 0.1, 600.0
NOTHING, SET = -2, -1  # GBuffer.entity where there is sky, and where there is the set
_FAR_OUT = 1e6  # pixels from the picture beyond which nobody cares where exactly
_SUB = 256.0  # parts of a pixel that corners are rounded to, so that neighbours share their edge exactly

_BAND = 32768  # pixels

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

    def every(self, step: int) -> View:
        """The same view through every so many of its pixels."""
        return replace(self, step=self.step * step)

    def rays(self, rows: slice = slice(None)) -> F32:
        """(3, H, W) world directions through the pixel centres of some rows, one metre long along the view axis."""
        right, up, back = self.world_to_view[:3, :3, None, None]
        columns, lines = (np.arange(0, size, self.step) for size in (self.width, self.height))
        x = ((columns + 0.5 - self.width / 2.0) / self.focal).astype(np.float32)
        y = ((self.height / 2.0 - 0.5 - lines[rows]) / self.focal).astype(np.float32)
        out: F32 = right * x[None, :] + (up * y[:, None] - back)
        return out

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

    def rows(self, rows: slice) -> GBuffer:
        """Some rows of it, not copied."""
        return GBuffer(self.albedo[:, rows], self.normal[:, rows], self.depth[rows], self.entity[rows], self.kind[rows],
                       self.gloss[rows], self.glow[rows], self.sun[rows])

    def every(self, step: int) -> GBuffer:
        """Every so many pixels of it along each side, copied; itself for a step of 1."""
        if step == 1:
            return self
        some = np.s_[..., ::step, ::step]
        return GBuffer(*(np.ascontiguousarray(getattr(self, f.name)[some]) for f in fields(self)))


class Workspace:
    """Arrays used again from frame to frame: asking the system for fresh memory takes longer than filling it. What is
    in them lasts until the next frame."""

    def __init__(self) -> None:
        self._arrays: dict[str, npt.NDArray[Any]] = {}

    def array(self, name: str, shape: tuple[int, ...], dtype: npt.DTypeLike = np.float32) -> npt.NDArray[Any]:
        """The array of that name, with whatever is in it."""
        kept = self._arrays.get(name)
        if kept is None or kept.shape != shape or kept.dtype != dtype:
            kept = self._arrays[name] = np.empty(shape, dtype)
        return kept

    def copy(self, name: str, of: npt.NDArray[Any]) -> npt.NDArray[Any]:
        kept = self.array(name, of.shape, of.dtype)
        kept[...] = of
        return kept


def dot(a: Plane, b: Plane) -> Plane:
    """Scalar product over the first of three places; planes may broadcast."""
    out: Plane = a[0] * b[0]
    out += a[1] * b[1]
    out += a[2] * b[2]
    return out


def in_bands(height: int, width: int, work: Callable[[slice], None], pool: Executor | None) -> None:
    """Does `work` on bands of rows, each small enough for the processor's cache; on the pool's threads if there is one.
    What a band yields must not depend on the others."""
    step = max(8, _BAND // width)
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
    """One surface of several, painted; what was not is black."""
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
    room = 2 * len(part.triangles)
    corners, source = space.array("corners", (room, 9)), space.array("source", (room,), np.int32)
    first = 0 if under is None else under.triangles
    count = seen_by(part.vertices, part.triangles, view.world_to_view, view.focal, view.width, view.height, first,
                     corners, source)

    def band(rows: slice) -> None:
        fill(corners, source, count, rows.start, rows.stop, nearness, triangle)

    in_bands(view.height, view.width, band, pool)
    return Layer(nearness, triangle, (*(() if under is None else under.parts), part))


@compiled
def seen_by(vertices: F32, triangles: I32, world_to_view: F32, focal: float, width: int, height: int, first: int,
             corners: F32, source: I32) -> int:
    """Puts triangles that may be seen into `corners` (N, 9), three times x, y in pixels and nearness, and which they
    are, counted from `first`, into `source` (N,); returns N. What reaches behind the near plane is cut there; what is
    seen from behind is left out."""
    n = 0
    m, middle, centre = world_to_view, width * 0.5, height * 0.5
    v, cut = np.empty((3, 3)), np.empty((4, 3))
    for t in range(triangles.shape[0]):
        before = 0
        for k in range(3):
            p = triangles[t, k]
            x, y, z = vertices[p, 0], vertices[p, 1], vertices[p, 2]
            for row in range(3):
                v[k, row] = m[row, 0] * x + m[row, 1] * y + m[row, 2] * z + m[row, 3]
            before += v[k, 2] <= -NEAR
        if before == 0:
            continue
        sides = 0
        for k in range(3):
            after = (k + 1) % 3
            if v[k, 2] <= -NEAR:
                for axis in range(3):
                    cut[sides, axis] = v[k, axis]
                sides += 1
            if (v[k, 2] <= -NEAR) != (v[after, 2] <= -NEAR):
                share = (-NEAR - v[k, 2]) / (v[after, 2] - v[k, 2])
                for axis in range(3):
                    cut[sides, axis] = v[k, axis] + (v[after, axis] - v[k, axis]) * share
                sides += 1
        for k in range(sides):
            near = -1.0 / cut[k, 2]
            cut[k, 0] = min(max(middle + focal * cut[k, 0] * near, -_FAR_OUT), _FAR_OUT)
            cut[k, 1] = min(max(centre - focal * cut[k, 1] * near, -_FAR_OUT), _FAR_OUT)
            cut[k, 2] = near
        for k in range(1, sides - 1):
            out = max(cut[0, 0], cut[k, 0], cut[k + 1, 0]) < 0.0 or min(cut[0, 0], cut[k, 0], cut[k + 1, 0]) > width
            out |= max(cut[0, 1], cut[k, 1], cut[k + 1, 1]) < 0.0 or min(cut[0, 1], cut[k, 1], cut[k + 1, 1]) > height
            area = ((cut[k, 0] - cut[0, 0]) * (cut[k + 1, 1] - cut[0, 1])
                    - (cut[k, 1] - cut[0, 1]) * (cut[k + 1, 0] - cut[0, 0]))
            if out or area >= 0.0:
                continue
            for axis in range(3):
                corners[n, axis] = cut[0, axis]
                corners[n, 3 + axis] = cut[k, axis]
                corners[n, 6 + axis] = cut[k + 1, axis]
            source[n] = first + t
            n += 1
    return n


@compiled
def fill(corners: F32, source: I32, count: int, top: int, bottom: int, nearness: F32, triangle: I32) -> None:
    """Draws the first of these triangles into some rows of a picture, the nearest on top. Nearness is linear in the
    picture; what is seen from behind, anticlockwise, is not drawn. Edges are whole numbers: nothing leaks between
    triangles that share one."""
    width = nearness.shape[1]
    for k in range(count):
        t = corners[k]
        y0 = max(top, math.ceil(min(t[1], t[4], t[7]) - 0.5))
        y1 = min(bottom - 1, math.floor(max(t[1], t[4], t[7]) - 0.5))
        x0 = max(0, math.ceil(min(t[0], t[3], t[6]) - 0.5))
        x1 = min(width - 1, math.floor(max(t[0], t[3], t[6]) - 0.5))
        if y0 > y1 or x0 > x1:
            continue
        ax, ay = math.floor(t[0] * _SUB + 0.5), math.floor(t[1] * _SUB + 0.5)
        bx, by = math.floor(t[6] * _SUB + 0.5), math.floor(t[7] * _SUB + 0.5)
        cx, cy = math.floor(t[3] * _SUB + 0.5), math.floor(t[4] * _SUB + 0.5)
        area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
        if area <= 0:
            continue
        px, py = x0 * 256 + 128, y0 * 256 + 128
        left_a = (cx - bx) * (py - by) - (cy - by) * (px - bx)
        left_b = (ax - cx) * (py - cy) - (ay - cy) * (px - cx)
        left_c = (bx - ax) * (py - ay) - (by - ay) * (px - ax)
        right_a, right_b, right_c = (by - cy) * 256, (cy - ay) * 256, (ay - by) * 256
        down_a, down_b, down_c = (cx - bx) * 256, (ax - cx) * 256, (bx - ax) * 256
        share = 1.0 / area
        near_left = (left_a * t[2] + left_b * t[8] + left_c * t[5]) * share
        near_right = (right_a * t[2] + right_b * t[8] + right_c * t[5]) * share
        near_down = (down_a * t[2] + down_b * t[8] + down_c * t[5]) * share
        for y in range(y0, y1 + 1):
            a, b, c, near = left_a, left_b, left_c, near_left
            for x in range(x0, x1 + 1):
                if (a | b | c) >= 0 and near > nearness[y, x]:
                    nearness[y, x] = near
                    triangle[y, x] = source[k]
                a += right_a
                b += right_b
                c += right_c
                near += near_right
            left_a += down_a
            left_b += down_b
            left_c += down_c
            near_left += near_down


def read(layer: Layer, view: View, materials: Materials, pool: Executor | None = None,
         space: Workspace | None = None) -> GBuffer:
    """The G-buffer of a layer; everything in the sun until a shadow map says otherwise. Lies in `space`, if given."""
    shape, space = layer.nearness.shape, space or Workspace()
    out = GBuffer(
        space.array("albedo", (3, *shape)), space.array("normal", (3, *shape)), space.array("depth", shape),
        space.array("entity", shape, np.int16), space.array("kind", shape, np.uint8), space.array("gloss", shape),
        space.array("glow", shape), space.array("sun", shape),
    )  # fmt: skip
    out.sun[...] = 1.0
    looks = (materials.albedo, materials.painted, materials.entity, materials.kind, materials.gloss, materials.glow)
    planes = (out.albedo, out.normal, out.depth, out.entity, out.kind, out.gloss, out.glow)
    turn, none = view.world_to_view[:3, :3], np.zeros((0, 3), np.float32)
    sky = Surface(none, none, np.zeros((0, 3), np.int32), np.zeros(0, np.int32), none)

    def band(rows: slice) -> None:
        first = 0
        for part in layer.parts or (sky,):
            paint = none if part.albedo is None else part.albedo
            _look_up(layer.triangle, layer.nearness, first, first == 0, rows.start, rows.stop, part.vertices,
                     part.normals, part.triangles, part.material, paint, looks, turn, view.eye, view.focal, planes)
            first += len(part.triangles)

    in_bands(view.height, view.width, band, pool)
    return out


@compiled
def _look_up(triangle: I32, nearness: F32, first: int, sky: bool, top: int, bottom: int, vertices: F32, normals: F32,
             triangles: I32, material: I32, painted: F32, looks: Any, turn: F32, eye: F32, focal: float,
             planes: Any) -> None:
    """Fills some rows of the planes where triangles of one part are seen, which are counted from `first`, and where
    nothing is if `sky`."""
    m_albedo, m_painted, m_entity, m_kind, m_gloss, m_glow = looks
    albedo, normal, depth, entity, kind, gloss, glow = planes
    height, width = triangle.shape
    edges = np.empty((2, 3))  # of the triangle looked up last, which its neighbour mostly shows too
    last, a, b, c, row = -1, 0, 0, 0, 0
    aa = ab = bb = 0.0
    share, pixel = 1.0, 1.0 / focal
    for y in range(top, bottom):
        up = (height * 0.5 - 0.5 - y) * pixel
        for x in range(width):
            t = triangle[y, x] - first
            if t < 0:
                if not (sky and triangle[y, x] < 0):
                    continue
                look = 0
                depth[y, x] = FAR
                for k in range(3):
                    albedo[k, y, x] = 0.0
                    normal[k, y, x] = turn[2, k]
            elif t >= triangles.shape[0]:
                continue
            else:
                if t != last:
                    last, a, b, c = t, triangles[t, 0], triangles[t, 1], triangles[t, 2]
                    row = material[a]
                    aa = ab = bb = 0.0
                    for k in range(3):
                        edges[0, k] = vertices[b, k] - vertices[a, k]
                        edges[1, k] = vertices[c, k] - vertices[a, k]
                        aa += edges[0, k] * edges[0, k]
                        ab += edges[0, k] * edges[1, k]
                        bb += edges[1, k] * edges[1, k]
                    share = 1.0 / max(aa * bb - ab * ab, 1e-20)
                look = row
                far = 1.0 / nearness[y, x]
                right = (x + 0.5 - width * 0.5) * pixel
                # Barycentric coordinates of the place that is seen (Ericson 2005, section 3.4).
                pa = pb = 0.0
                for k in range(3):
                    p = eye[k] + far * (turn[0, k] * right + turn[1, k] * up - turn[2, k]) - vertices[a, k]
                    pa += p * edges[0, k]
                    pb += p * edges[1, k]
                u = min(max((bb * pa - ab * pb) * share, 0.0), 1.0)
                v = min(max((aa * pb - ab * pa) * share, 0.0), 1.0 - u)
                w = 1.0 - u - v
                n0 = w * normals[a, 0] + u * normals[b, 0] + v * normals[c, 0]
                n1 = w * normals[a, 1] + u * normals[b, 1] + v * normals[c, 1]
                n2 = w * normals[a, 2] + u * normals[b, 2] + v * normals[c, 2]
                scale = 1.0 / math.sqrt(max(n0 * n0 + n1 * n1 + n2 * n2, 1e-12))
                normal[0, y, x], normal[1, y, x], normal[2, y, x] = n0 * scale, n1 * scale, n2 * scale
                paints = m_painted[row]
                for k in range(3):
                    if paints:
                        albedo[k, y, x] = w * painted[a, k] + u * painted[b, k] + v * painted[c, k]
                    else:
                        albedo[k, y, x] = m_albedo[row, k]
                depth[y, x] = far
            entity[y, x] = m_entity[look]
            kind[y, x] = m_kind[look]
            gloss[y, x] = m_gloss[look]
            glow[y, x] = m_glow[look]
