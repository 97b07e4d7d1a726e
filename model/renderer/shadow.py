"""The shadow map: what the light sees first, and from it the share of the light that reaches each pixel.

Drawn as the geometry pass draws, along parallel lines from the sun or through a lens that stands where a lamp does.
Shadows are as soft as the light is large and what throws them is far off (Fernando 2005). Knows nothing of how strong
the light is.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from typing import NamedTuple

import cv2
import numpy as np

from model.renderer.compiled import in_lanes
from model.renderer.mesh import F32
from model.renderer.raster import FAR, GBuffer, Plane, Surface, View, Workspace, fill, in_bands, join, seen_by

SUN = math.radians(2.2)  # from its middle to its edge, larger than life: small sets have soft shadows
_SEARCHED = np.float32(0.32)  # m around a place in which something may be in the way of a part of the light
_LENS = math.radians(150.0)  # of what a lamp sees


@dataclass(frozen=True, slots=True)
class ShadowFrame:
    """Where a shadow map lies: `matrix` @ (x, y, z, 1) is (column, row, nearness, 1) in the map times the last of the
    four, nearness growing towards the light; through a `lens` the last is how far it is from the light. `axes` are the
    map's right, down and towards the light. One of its pixels is `texel` metres wide, for each metre from the light
    where it is seen through a lens. Half of the light is `source` metres across, for each metre from it where it is
    the sun."""

    matrix: F32  # (4, 4)
    axes: F32  # (3, 3)
    size: int
    texel: float
    source: float
    lens: View | None


class KeptMap(NamedTuple):
    """A shadow map that many pictures look at: where it lies, (size, size) nearness to the light, and the greatest of
    that around each of its tiles."""

    frame: ShadowFrame
    nearness: F32
    nearest: F32


def shadow_frame(towards_light: Sequence[float], centre: Sequence[float], radius: float, size: int,
                 height: float = 30.0) -> ShadowFrame:
    """A square map of `size` pixels around `centre` that sees `radius` metres to each side and whatever stands within
    `height` metres of it along the light."""
    axes = _axes(np.asarray(towards_light, np.float64))
    texel = 2.0 * radius / size
    scaled = axes / np.array([[texel], [texel], [4.0 * height]])
    # The centre moves in whole texels, so that edges do not crawl when the camera does.
    middle = scaled @ np.asarray(centre, np.float64)
    middle[:2] = np.round(middle[:2])
    matrix = np.eye(4)
    matrix[:3, :3], matrix[:3, 3] = scaled, np.array([size / 2.0, size / 2.0, 0.75]) - middle
    return ShadowFrame(matrix.astype(np.float32), axes.astype(np.float32), size, texel, math.tan(SUN), None)


def lamp_shadow_frame(place: Plane, facing: Plane, size: int, source: float) -> ShadowFrame:
    """A map of what a lamp of radius `source` sees from `place`."""
    right, down, back = axes = _axes(-facing)
    turn = np.eye(4)
    turn[:3, :3] = right, -down, back
    turn[:3, 3] = -turn[:3, :3] @ place
    lens = View(turn.astype(np.float32), _LENS, size, size)
    return ShadowFrame(lens.world_to_picture, axes.astype(np.float32), size, 1.0 / lens.focal, source, lens)


def _axes(back: Plane) -> Plane:
    """Right, down, and towards the light."""
    back = back / np.linalg.norm(back)
    helper = np.array([0.0, 1.0, 0.0]) if abs(back[1]) < 0.99 else np.array([0.0, 0.0, -1.0])
    right = np.cross(helper, back)
    right /= np.linalg.norm(right)
    return np.stack([right, -np.cross(back, right), back])


def shadow_map(surfaces: Sequence[Surface], frame: ShadowFrame, under: F32 | None = None,
               space: Workspace | None = None) -> F32:
    """(size, size) nearness to the light of what is nearest to it, drawn over a copy of `under`; to be read by
    `visibility`."""
    space, shape, part = space or Workspace(), (frame.size, frame.size), join(surfaces)
    nearness = space.array("shadow", shape)
    nearness[...] = 0.0 if under is None else under
    fill(*seen_by(part, frame.matrix, shape, space, "shadow"), 0, frame.size, nearness, None)
    return nearness


def kept_map(surfaces: Sequence[Surface], frame: ShadowFrame) -> KeptMap:
    """A map in memory of its own."""
    nearness = shadow_map(surfaces, frame)
    return KeptMap(frame, nearness, _tiles_around(nearness, frame, Workspace()))


def _disc(count: int) -> Plane:
    """(2, count) points of a disc, evenly spread."""
    k = np.arange(count)
    return np.stack([np.cos(2.39996 * k), np.sin(2.39996 * k)]) * np.sqrt((k + 0.5) / count)


def _lanes(*rows: Plane) -> F32:
    """The rows, filled up with nothing: so many places are looked up at once."""
    return np.stack([np.pad(row, (0, _LANES - len(row))) for row in rows]).astype(np.float32)


_LANES, _FAR_TAPS, _CLOSE_TAPS, _TAPS = 16, 10, 4, 14
# Where something may be in the way: ten places within reach (two rows times it; the fifth counts them), and four within
# two texels (the next two; the sixth counts them).
_SEARCH = _lanes(*_disc(_FAR_TAPS), *np.pad(2.0 * _disc(_CLOSE_TAPS), ((0, 0), (_FAR_TAPS, 0))),
                 np.ones(_FAR_TAPS), np.pad(np.ones(_CLOSE_TAPS), (_FAR_TAPS, 0)))
_FILTER = _lanes(*_disc(_TAPS), np.full(_TAPS, 1.0 / _TAPS))  # the third counts them
_SHARP = np.float32(1.2)  # texels within which every shadow is soft
_LIFT = np.float32(0.7)  # texels off its surface that a place is looked up
_SOFT = np.float32(1.2)  # texels before a place from where on things shade it
_LEAST = np.float32(0.01)  # m, of both
_MARGIN = np.float32(1.5)  # times as far before it that all light is kept off
_CLOSEST, _APART = np.float32(0.05), np.float32(0.2)  # m from a lamp that it shines; and from what is in its way
_GRAZING = np.float32(0.2)  # cosine
_FAINTEST = np.float32(1e-9)  # nearness
_SKY = np.float32(FAR)
_TILE = 8  # texels along each side
_NOWHERE = np.float32(-1e6)  # a column outside of every map
_ZERO, _HALF, _ONE, _TWO = np.array([0.0, 0.5, 1.0, 2.0], np.float32)
_ALL, _FIRST = np.float32(_FAR_TAPS), np.int32(0)


def visibility(gbuffer: GBuffer, view: View, frame: ShadowFrame, nearness: F32, pool: Executor | None = None,
               space: Workspace | None = None, beyond: KeptMap | None = None) -> F32:
    """(H, W) share of the light that reaches each pixel. Outside the map: what a larger one `beyond` it says, or all
    of it."""
    space, shape = space or Workspace(), gbuffer.depth.shape
    maps = [KeptMap(frame, nearness, _tiles_around(nearness, frame, space))]
    maps += [] if beyond is None else [beyond]
    each = [(space.array(f"lit {k}", shape), space.array(f"spots {k}", (7, *shape))) for k in range(len(maps))]
    looks = [_look(gbuffer, view, *one) for one in zip(maps, *zip(*each, strict=True), strict=True)]

    def band(rows: slice) -> None:
        for place, _ in looks:
            place(rows)
        if beyond is not None:
            _left_out(each[0][1], np.float32(frame.size), rows.start, rows.stop, each[1][1])
        for _, search in looks:
            search(rows)
        if beyond is not None:
            np.minimum(each[0][0][rows], each[1][0][rows], out=each[0][0][rows])

    in_bands(shape[0], shape[1], band, pool, at_once=True)
    return each[0][0]


Rows = Callable[[slice], None]


def _look(g: GBuffer, view: View, kept: KeptMap, lit: F32, spots: F32) -> tuple[Rows, Rows]:
    """What finds some rows of pixels in one map, into `spots`, and what then finds the light that reaches them."""
    frame, nearness, nearest = kept
    turn, lens = view.world_to_view[:3, :3], frame.lens is not None
    picture = np.array([view.width, view.height, view.step, view.focal], np.float32)
    depth_of = np.float32(1.0 if lens else 1.0 / float(np.linalg.norm(frame.matrix[2, :3])))
    texel, source = np.float32(frame.texel), np.float32(frame.source)
    searched = np.float32(_around(frame) * _TILE)

    def place(rows: slice) -> None:
        _spot(g.depth, g.normal, turn, view.eye, picture, frame.matrix, frame.axes, texel, lens, depth_of,
              rows.start, rows.stop, spots)

    def search(rows: slice) -> None:
        _search(spots, nearness, nearest, searched, source, lens, depth_of, rows.start, rows.stop, lit)
        _soften(spots, nearness, lens, depth_of, rows.start, rows.stop, lit)

    return place, search


def _around(frame: ShadowFrame) -> int:
    """Tiles to each side that are searched. Through a lens it depends on how far off a place is; this is for most."""
    return 1 if frame.lens is not None else math.ceil((1.0 + float(_SEARCHED) / frame.texel) / _TILE)


def _tiles_around(nearness: F32, frame: ShadowFrame, space: Workspace) -> F32:
    """The greatest nearness around each tile of a map."""
    tiles, wide = -(-len(nearness) // _TILE), 2 * _around(frame) + 1
    own, out = space.array("tiles", (tiles, tiles)), space.array("tiles around", (tiles, tiles))
    _nearest(nearness, own)
    cv2.dilate(own, np.ones((wide, wide), np.uint8), out)
    return out


@in_lanes
def _left_out(near: Plane, size: np.float32, top: int, bottom: int, far: Plane) -> None:
    """Some rows of the pixels that one map knows are not looked for in another."""
    for y in range(top, bottom):
        for x in range(near.shape[2]):
            low, high = min(near[0, y, x], near[1, y, x]), max(near[0, y, x], near[1, y, x])
            far[0, y, x] = _NOWHERE if (low > _TWO) & (high < size - _TWO) else far[0, y, x]


@in_lanes
def _nearest(nearness: F32, nearest: F32) -> None:
    """The greatest nearness in each tile."""
    size = nearness.shape[0]
    high = np.empty(size, np.float32)
    for i in range(nearest.shape[0]):
        high[:] = _ZERO
        for y in range(i * _TILE, min((i + 1) * _TILE, size)):
            for x in range(size):
                high[x] = max(high[x], nearness[y, x])
        for j in range(nearest.shape[1]):
            nearest[i, j] = _ZERO
            for x in range(j * _TILE, min((j + 1) * _TILE, size)):
                nearest[i, j] = max(nearest[i, j], high[x])


@in_lanes
def _spot(depth: F32, normal: F32, turn: F32, eye: F32, picture: F32, matrix: F32, axes: F32, texel: np.float32,
          lens: bool, depth_of: np.float32, top: int, bottom: int, spots: F32) -> None:
    """Where in the map some rows of pixels are: column, row, metres from the light, how many more it is for each texel
    to the right and down along the surface, and how wide a texel is there."""
    width, height, step, focal = picture[0], picture[1], picture[2], picture[3]
    r0, r1, r2, u0, u1, u2 = turn[0, 0], turn[0, 1], turn[0, 2], turn[1, 0], turn[1, 1], turn[1, 2]
    b0, b1, b2, e0, e1, e2 = turn[2, 0], turn[2, 1], turn[2, 2], eye[0], eye[1], eye[2]
    m00, m01, m02, m03 = matrix[0, 0], matrix[0, 1], matrix[0, 2], matrix[0, 3]
    m10, m11, m12, m13 = matrix[1, 0], matrix[1, 1], matrix[1, 2], matrix[1, 3]
    m20, m21, m22, m23 = matrix[2, 0], matrix[2, 1], matrix[2, 2], matrix[2, 3]
    m30, m31, m32, m33 = matrix[3, 0], matrix[3, 1], matrix[3, 2], matrix[3, 3]
    a00, a01, a02, a10, a11, a12 = axes[0, 0], axes[0, 1], axes[0, 2], axes[1, 0], axes[1, 1], axes[1, 2]
    a20, a21, a22 = axes[2, 0], axes[2, 1], axes[2, 2]
    for y in range(top, bottom):
        up = (height * _HALF - _HALF - np.float32(y) * step) / focal
        for x in range(depth.shape[1]):
            far, nx, ny, nz = depth[y, x], normal[0, y, x], normal[1, y, x], normal[2, y, x]
            right = (np.float32(np.int32(x)) * step + _HALF - width * _HALF) / focal
            px = e0 + far * (r0 * right + u0 * up - b0)
            py = e1 + far * (r1 * right + u1 * up - b1)
            pz = e2 + far * (r2 * right + u2 * up - b2)
            away = m30 * px + m31 * py + m32 * pz + m33
            known = (far < _SKY) & (away >= _CLOSEST)
            wide = texel * max(away, _CLOSEST) if lens else texel
            lift = max(_LIFT * wide, _LEAST)
            px, py, pz = px + nx * lift, py + ny * lift, pz + nz * lift
            away = max(m30 * px + m31 * py + m32 * pz + m33, _LEAST)
            column = (m00 * px + m01 * py + m02 * pz + m03) / away - _HALF
            spots[0, y, x] = column if known else _NOWHERE
            spots[1, y, x] = (m10 * px + m11 * py + m12 * pz + m13) / away - _HALF
            spots[2, y, x] = away if lens else -(m20 * px + m21 * py + m22 * pz + m23) * depth_of
            # Along a surface that the light grazes depth changes quickly: it must not shade itself.
            steep = wide / max(a20 * nx + a21 * ny + a22 * nz, _GRAZING)
            spots[3, y, x] = -(a00 * nx + a01 * ny + a02 * nz) * steep
            spots[4, y, x] = -(a10 * nx + a11 * ny + a12 * nz) * steep
            spots[5, y, x] = wide


@in_lanes
def _search(spots: Plane, nearness: Plane, nearest: Plane, around: np.float32, source: np.float32, lens: bool,
            depth_of: np.float32, top: int, bottom: int, lit: Plane) -> None:
    """Some rows of pixels that all of the light reaches, or none; of others, in `spots`, how many texels about them
    light may come from. `nearest` is the greatest nearness within `around` texels."""
    last, edge = np.int32(nearness.shape[0] - 1), np.float32(nearness.shape[0] - 1)
    for y in range(top, bottom):
        for x in range(lit.shape[1]):
            lit[y, x], spots[6, y, x] = _ONE, _ZERO
            column, row, here = spots[0, y, x], spots[1, y, x], spots[2, y, x]
            over, down, wide = spots[3, y, x], spots[4, y, x], spots[5, y, x]
            soft, reach = max(_SOFT * wide, _LEAST), _SEARCHED / wide
            if min(column, row) < -reach - _TWO or max(column, row) > edge + reach + _TWO:
                continue
            if max(reach, _TWO) + _ONE <= around:
                near = nearest[np.int32(min(max(row, _ZERO), edge)) // _TILE,
                               np.int32(min(max(column, _ZERO), edge)) // _TILE]
                if near <= _ZERO:
                    continue
                there = _ONE / near if lens else -near * depth_of
                if here + (abs(over) + abs(down)) * reach - there <= _HALF * soft:
                    continue
            blocked = between = touched = _ZERO
            for tap in range(_LANES):
                u, v = _SEARCH[0, tap] * reach, _SEARCH[1, tap] * reach
                i = np.int32(np.floor(row + v + _SEARCH[3, tap] + _HALF))
                j = np.int32(np.floor(column + u + _SEARCH[2, tap] + _HALF))
                near = nearness[np.uint64(min(max(i, _FIRST), last)), np.uint64(min(max(j, _FIRST), last))]
                known = (i >= 0) & (j >= 0) & (i <= last) & (j <= last) & (near > _ZERO)
                there = _ONE / max(near, _FAINTEST) if lens else -near * depth_of
                ahead = here - over * u - down * v - there
                far = _SEARCH[4, tap] if known & (ahead > soft) else _ZERO
                blocked, between = blocked + far, between + far * ahead
                touched += _SEARCH[5, tap] if known & (ahead > _HALF * soft) else _ZERO
            if blocked > _ZERO:
                between /= blocked
                radius = source * between / max(here - between, _APART) if lens else source * between
                radius = min(max(radius / wide, _SHARP), reach)
                if blocked == _ALL and radius < reach:
                    lit[y, x] = _ZERO
                else:
                    spots[6, y, x] = radius
            elif touched > _ZERO:  # thin things that touch what they shade fall between those within reach
                spots[6, y, x] = _SHARP


@in_lanes
def _soften(spots: Plane, nearness: Plane, lens: bool, depth_of: np.float32, top: int, bottom: int,
            lit: Plane) -> None:
    """Some rows of the pixels that a part of the light may reach."""
    last, before = np.int32(nearness.shape[0] - 1), np.int32(nearness.shape[0] - 2)
    right = below = np.uint64(1)
    for y in range(top, bottom):
        for x in range(lit.shape[1]):
            radius = spots[6, y, x]
            if radius == _ZERO:
                continue
            column, row, here = spots[0, y, x], spots[1, y, x], spots[2, y, x]
            over, down, total = spots[3, y, x], spots[4, y, x], _ZERO
            soft = max(_SOFT * spots[5, y, x], _LEAST)
            for tap in range(_LANES):
                u, v = _FILTER[0, tap] * radius, _FILTER[1, tap] * radius
                a, b = row + v, column + u
                i, j = np.int32(np.floor(a)), np.int32(np.floor(b))
                a, b = a - np.floor(a), b - np.floor(b)
                p, q = np.uint64(min(max(i, _FIRST), before)), np.uint64(min(max(j, _FIRST), before))
                near = ((nearness[p, q] * (_ONE - b) + nearness[p, q + right] * b) * (_ONE - a)
                        + (nearness[p + below, q] * (_ONE - b) + nearness[p + below, q + right] * b) * a)
                known = (i >= 0) & (j >= 0) & (i < last) & (j < last) & (near > _ZERO)
                there = _ONE / max(near, _FAINTEST) if lens else -near * depth_of
                ahead = here - over * u - down * v - there
                total += _FILTER[2, tap] * (min(max(_MARGIN - ahead / soft, _ZERO), _ONE) if known else _ONE)
            lit[y, x] = min(total, _ONE)
