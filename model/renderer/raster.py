"""The geometry pass: surfaces and a camera in, a G-buffer out; and the shadow map, drawn the same way from the sun.

Rasterises with OpenCV 5's `triangleRasterize`, which draws over what is already there: a layer of still things is
drawn once and the moving ones are drawn over a copy of it. Knows nothing of light, weather or what it draws.

Conventions. View space is OpenGL's (x right, y up, looking along -z); pictures have row 0 at the top. Depth is metres
along the view axis. Planes are (H, W) float32, colours and directions (3, H, W).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, fields
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from model.camera import Camera
from model.renderer.mesh import F32, I32

NEAR, FAR = 0.1, 600.0
NOTHING, SET = -2, -1  # GBuffer.entity where there is sky, and where there is the set
_CODES = 65536.0  # material rows travel through the rasteriser as row / _CODES, exact in float32

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

    @property
    def focal(self) -> float:
        """Distance of the picture plane in pixels."""
        return self.height / 2.0 / math.tan(self.fov / 2.0)

    @property
    def eye(self) -> F32:
        r = self.world_to_view[:3, :3]
        return (-r.T @ self.world_to_view[:3, 3]).astype(np.float32)

    def rays(self, rows: slice = slice(None)) -> F32:
        """(3, H, W) world directions through the pixel centres of some rows, one metre long along the view axis."""
        right, up, back = self.world_to_view[:3, :3, None, None]
        x = ((np.arange(self.width) + 0.5 - self.width / 2.0) / self.focal).astype(np.float32)
        y = ((self.height / 2.0 - 0.5 - np.arange(self.height)[rows]) / self.focal).astype(np.float32)
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
    """A drawing in the rasteriser's own form, to be drawn over or read as a G-buffer."""

    albedo: F32  # (H, W, 3)
    detail: F32  # (H, W, 3): normal (x, y in stereographic form), material
    depth: F32  # (H, W)


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


    def halved(self) -> GBuffer:
        """Every other pixel of it, copied."""
        every = np.s_[..., ::2, ::2]
        return GBuffer(*(np.ascontiguousarray(getattr(self, f.name)[every]) for f in fields(self)))


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


def join(surfaces: Sequence[Surface]) -> Surface | None:
    """One surface of several, None of none. Painted only if all of them are."""
    if len(surfaces) < 2:
        return surfaces[0] if surfaces else None
    starts = np.cumsum([0, *(len(s.vertices) for s in surfaces[:-1])], dtype=np.int32)
    paint = [s.albedo for s in surfaces if s.albedo is not None]
    return Surface(
        np.concatenate([s.vertices for s in surfaces]), np.concatenate([s.normals for s in surfaces]),
        np.concatenate([s.triangles + start for s, start in zip(surfaces, starts, strict=True)]),
        np.concatenate([s.material for s in surfaces]),
        np.concatenate(paint) if len(paint) == len(surfaces) else None,
    )  # fmt: skip


def in_view(view: View, centre: F32, radius: float) -> bool:
    """Whether a ball may be seen at all."""
    x, y, back = view.world_to_view[:3, :3] @ centre + view.world_to_view[:3, 3]
    if -back < NEAR - radius:
        return False
    for offset, half in ((abs(float(x)), view.width / 2), (abs(float(y)), view.height / 2)):
        slope = half / view.focal
        if (offset + back * slope) / math.hypot(1.0, slope) > radius:
            return False
    return True


def draw(surfaces: Sequence[Surface], view: View, under: Layer | None, pool: Executor,
         space: Workspace | None = None) -> Layer:
    """Draw surfaces over the layer `under` (nothing: an empty one), the painted ones first. The layer lies in `space`,
    if given; while nothing painted is drawn it shares its paint with the one below."""
    shape, space = (view.height, view.width), space or Workspace()
    shown = [_clip(surface, view) for surface in surfaces if _may_be_seen(surface, view)]
    painted, plain = (join([s for s in shown if (s.albedo is None) == bare]) for bare in (False, True))
    albedo = space.array("layer albedo", (*shape, 3)) if under is None or painted is not None else under.albedo
    layer = Layer(albedo, space.array("layer detail", (*shape, 3)), space.array("layer depth", shape))
    for name, empty in (("albedo", 0.0), ("detail", 0.0), ("depth", FAR)):
        if under is None or getattr(layer, name) is not getattr(under, name):
            getattr(layer, name)[...] = empty if under is None else getattr(under, name)
    if painted is not None and painted.albedo is not None:
        other = space.array("second depth", shape)
        other[...] = layer.depth
        second = pool.submit(_rasterise, painted, painted.albedo, layer.albedo, other, view)
        _rasterise(painted, _detail(painted, view), layer.detail, layer.depth, view)
        second.result()
        _mend((layer.albedo, layer.detail, layer.depth), layer)
    if plain is not None:
        _rasterise(plain, _detail(plain, view), layer.detail, layer.depth, view)
        _mend((layer.detail, layer.depth), layer)
    return layer


def _detail(surface: Surface, view: View) -> F32:
    """(V, 3) what the rasteriser interpolates: the normal as seen by the camera, and the material."""
    detail = np.empty((len(surface.vertices), 3), np.float32)
    turned = surface.normals @ view.world_to_view[:3, :3].T
    # The stereographic projection covers every normal that can face the eye, and interpolates without a seam.
    detail[:, :2] = 0.5 + 0.25 * turned[:, :2] / (1.0 + np.maximum(turned[:, 2:], -0.6))
    detail[:, 2] = surface.material / _CODES
    return detail


def _mend(planes: Sequence[Plane], layer: Layer) -> None:
    """Fills, in place, the pinholes that the rasteriser leaves where triangles meet: a pixel that is further away than
    both its neighbours, when those show the same material."""
    height, width = layer.depth.shape
    for down, across in ((1, 0), (0, 1)):
        before, here, after = (np.s_[k * down : height - (2 - k) * down, k * across : width - (2 - k) * across]
                               for k in range(3))
        hole = layer.depth[here] > 1.02 * np.maximum(layer.depth[before], layer.depth[after])
        hole &= layer.detail[..., 2][before] == layer.detail[..., 2][after]
        rows, columns = np.divmod(np.flatnonzero(hole), width - 2 * across)
        for plane in planes:
            plane[rows + down, columns + across] = plane[rows, columns]


def _may_be_seen(surface: Surface, view: View) -> bool:
    low, high = bounds(surface.vertices)
    return in_view(view, low + (high - low) * np.float32(0.5), float(np.linalg.norm(high - low)) / 2)


def bounds(points: F32) -> tuple[F32, F32]:
    """The least and the greatest coordinates (3,) of points (N, 3)."""
    low, high = (cv2.reduce(points, 0, way).reshape(3) for way in (cv2.REDUCE_MIN, cv2.REDUCE_MAX))
    return np.asarray(low, np.float32), np.asarray(high, np.float32)


def _rasterise(surface: Surface, colors: F32, into: F32, depth: F32, view: View) -> None:
    settings = cv2.TriangleRasterizeSettings()
    settings.setShadingType(cv2.RASTERIZE_SHADING_SHADED)
    settings.setCullingMode(cv2.RASTERIZE_CULLING_CW)
    cv2.triangleRasterize(surface.vertices, surface.triangles, colors, into, depth, view.world_to_view, view.fov,
                          NEAR, FAR, settings)


def _clip(surface: Surface, view: View) -> Surface:
    """The surface without what lies behind the near plane: the rasteriser loses triangles that cross it."""
    row = view.world_to_view[2]
    beyond = -(surface.vertices @ row[:3] + row[3]) - 2 * NEAR
    if beyond.min() >= 0:
        return surface
    inside = (beyond >= 0)[surface.triangles]
    count = inside.sum(axis=1)
    kept = [surface.triangles[count == 3]]
    albedo = surface.vertices[:, :0] if surface.albedo is None else surface.albedo
    columns = np.concatenate([surface.vertices, surface.normals, albedo, beyond[:, None]], axis=1)
    extra: list[F32] = []
    materials: list[I32] = []
    base = len(surface.vertices)
    for corners_inside in (1, 2):
        chosen = count == corners_inside
        if not chosen.any():
            continue
        # Turn each triangle so that its odd corner comes first.
        odd = (inside[chosen] == (corners_inside == 1)).argmax(axis=1)
        turned = np.take_along_axis(surface.triangles[chosen], (odd[:, None] + np.arange(3)) % 3, axis=1)
        a, b, c = columns[turned[:, 0]], columns[turned[:, 1]], columns[turned[:, 2]]
        ab = a + (b - a) * (a[:, -1:] / (a[:, -1:] - b[:, -1:]))
        ac = a + (c - a) * (a[:, -1:] / (a[:, -1:] - c[:, -1:]))
        n = len(turned)
        first = base + np.arange(n, dtype=np.int32)[:, None]
        second = first + n
        if corners_inside == 1:
            kept.append(np.concatenate([turned[:, :1], first, second], axis=1))
        else:
            kept.append(np.concatenate([first, turned[:, 1:]], axis=1))
            kept.append(np.concatenate([first, turned[:, 2:], second], axis=1))
        extra += [ab, ac]
        materials += [surface.material[turned[:, 0]]] * 2
        base += 2 * n
    grown = np.concatenate([columns, *extra]).astype(np.float32)
    return Surface(
        np.ascontiguousarray(grown[:, :3]), grown[:, 3:6], np.concatenate(kept).astype(np.int32),
        np.concatenate([surface.material, *materials]),
        None if surface.albedo is None else np.ascontiguousarray(grown[:, 6:9]),
    )  # fmt: skip


def read(layer: Layer, view: View, materials: Materials, pool: Executor | None = None,
         space: Workspace | None = None) -> GBuffer:
    """The G-buffer of a layer; everything in the sun until `visibility` says otherwise. Lies in `space`, if given."""
    shape, space = layer.depth.shape, space or Workspace()
    out = GBuffer(
        space.array("albedo", (3, *shape)), space.array("normal", (3, *shape)), space.array("depth", shape),
        space.array("entity", shape, np.int16), space.array("kind", shape, np.uint8), space.array("gloss", shape),
        space.array("glow", shape), space.array("sun", shape),
    )  # fmt: skip
    out.sun[...] = 1.0
    turn, palette = view.world_to_view[:3, :3].T, np.ascontiguousarray(materials.albedo.T)

    def band(rows: slice) -> None:
        sx, sy, code = cv2.split(layer.detail[rows])
        row = (code * _CODES + 0.5).astype(np.int32)
        sx, sy = (sx - 0.5) * 4.0, (sy - 0.5) * 4.0
        k = 2.0 / (1.0 + sx * sx + sy * sy)
        normal = (sx * k, sy * k, k - 1.0)
        for axis in range(3):
            out.normal[axis, rows] = sum(float(turn[axis, c]) * normal[c] for c in range(3))
        painted = np.take(materials.painted, row)
        for channel, plane in enumerate(cv2.split(layer.albedo[rows])):
            out.albedo[channel, rows] = np.where(painted, plane, np.take(palette[channel], row))
        out.depth[rows] = np.where(row == 0, np.float32(FAR), layer.depth[rows])
        for name in ("entity", "kind", "gloss", "glow"):
            getattr(out, name)[rows] = np.take(getattr(materials, name), row)

    in_bands(view.height, view.width, band, pool)
    return out


@dataclass(frozen=True, slots=True)
class ShadowFrame:
    """Where a shadow map lies: `matrix` @ (x, y, z, 1) is (column, row, nearness) in the map, nearness growing
    towards the light. `texel` is the width of one of its pixels in metres."""

    matrix: F32  # (3, 4)
    size: int
    texel: float


def shadow_frame(towards_light: Sequence[float], centre: Sequence[float], radius: float, size: int,
                 height: float = 30.0) -> ShadowFrame:
    """A square map of `size` pixels around `centre` that sees `radius` metres to each side and whatever stands within
    `height` metres of it along the light."""
    back = np.asarray(towards_light, np.float64)
    back = back / np.linalg.norm(back)
    helper = np.array([0.0, 1.0, 0.0]) if abs(back[1]) < 0.99 else np.array([0.0, 0.0, -1.0])
    right = np.cross(helper, back)
    right /= np.linalg.norm(right)
    texel = 2.0 * radius / size
    axes = np.stack([right / texel, -np.cross(back, right) / texel, back / (4.0 * height)])
    # The centre moves in whole texels, so that edges do not crawl when the camera does.
    middle = axes @ np.asarray(centre, np.float64)
    middle[:2] = np.round(middle[:2])
    offset = np.array([size / 2.0, size / 2.0, 0.75]) - middle
    return ShadowFrame(np.concatenate([axes, offset[:, None]], axis=1).astype(np.float32), size, texel)


def cast(surfaces: Sequence[Surface], frame: ShadowFrame, under: F32 | None = None,
         space: Workspace | None = None) -> F32:
    """(size, size) depth of what is nearest to the light, drawn over a copy of `under`; to be read by `visibility`.

    The rasteriser only knows perspective, so each vertex goes where perspective puts it back to its orthographic
    place; 1 / depth is then the nearness, linear across every triangle.
    """
    if under is None:
        under = np.full((frame.size, frame.size), 1e3, np.float32)
    depth: F32 = (space or Workspace()).copy("shadow", under)
    shown = join([surface for surface in surfaces if _on_map(surface, frame)])
    if shown is None:
        return depth
    spot = shown.vertices @ frame.matrix[:, :3].T + frame.matrix[:, 3]
    away = 1.0 / np.clip(spot[:, 2], 0.05, 2.0)
    half = frame.size / 2.0
    warped = np.stack([(spot[:, 0] - half) / half * away, (half - spot[:, 1]) / half * away, -away], axis=1)
    settings = cv2.TriangleRasterizeSettings()
    settings.setCullingMode(cv2.RASTERIZE_CULLING_CW)
    cv2.triangleRasterizeDepth(warped.astype(np.float32), shown.triangles, depth, np.eye(4, dtype=np.float32),
                               math.pi / 2, 0.1, 1e3, settings)
    return depth


def _on_map(surface: Surface, frame: ShadowFrame) -> bool:
    low, high = bounds(surface.vertices)
    column, row, _ = frame.matrix[:, :3] @ ((low + high) / 2) + frame.matrix[:, 3]
    reach = float(np.linalg.norm(high - low)) / 2 / frame.texel
    return -reach < float(column) < frame.size + reach and -reach < float(row) < frame.size + reach


# Points of a disc, evenly spread: where a receiver looks for its shadow.
_TAPS = tuple((math.sqrt((k + 0.5) / 9) * math.cos(2.39996 * k), math.sqrt((k + 0.5) / 9) * math.sin(2.39996 * k))
              for k in range(9))


def visibility(gbuffer: GBuffer, view: View, frame: ShadowFrame, depth: F32, softness: float = 0.07,
               pool: Executor | None = None, space: Workspace | None = None) -> F32:
    """(H, W) share of the light that reaches each pixel, soft over `softness` metres. Outside the map: all of it."""
    space = space or Workspace()
    nearness = np.divide(1.0, depth, out=space.array("nearness", depth.shape))
    spread = min(max(1.2, softness / frame.texel), 2.6)  # further apart, the taps would show one by one
    # Nearness changes by 1 / (4 height) a metre; the comparison is soft over two texels' worth of it.
    per_metre = float(np.linalg.norm(frame.matrix[2, :3]))
    sharp = np.float32(1.0 / (per_metre * max(2.5 * frame.texel, 0.02)))
    lit = space.array("lit", gbuffer.depth.shape)

    def band(rows: slice) -> None:
        column, row, near = _places(gbuffer.rows(rows), view, rows, frame)
        near = 1.5 + near * sharp  # facets stand a little in front of the round form they are of
        total = np.zeros(near.shape, np.float32)
        for dx, dy in _TAPS:
            there = cv2.remap(nearness, column + np.float32(dx * spread), row + np.float32(dy * spread),
                              cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=0.0)
            total += np.clip(near - there * sharp, 0.0, 1.0)
        np.multiply(total, np.float32(1.0 / len(_TAPS)), out=lit[rows])

    in_bands(view.height, view.width, band, pool)
    return lit


def _places(gbuffer: GBuffer, view: View, rows: slice, frame: ShadowFrame) -> tuple[F32, F32, F32]:
    """Column, row and nearness in the shadow map of what each pixel shows, lifted a little off its surface."""
    rays, lift = view.rays(rows), np.float32(max(1.5 * frame.texel, 0.02))
    world = [view.eye[c] + rays[c] * gbuffer.depth + gbuffer.normal[c] * lift for c in range(3)]
    column, row, near = (world[0] * m[0] + world[1] * m[1] + world[2] * m[2] + m[3] for m in frame.matrix)
    # Pixel centres of the map lie at half integers, remap's at integers.
    return column - 0.5, row - 0.5, near
