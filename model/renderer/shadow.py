"""The shadow map: what the light sees first, and from it the share of the light that reaches each pixel.

Drawn as the geometry pass draws, along parallel lines from the sun or through a lens that stands where a lamp does.
Shadows are as soft as the light is large and what throws them is far off (Fernando 2005). Knows nothing of how strong
the light is.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass

import cv2
import numpy as np

from model.renderer.compiled import in_lanes
from model.renderer.mesh import F32
from model.renderer.raster import FAR, GBuffer, Plane, Surface, View, Workspace, fill, in_bands, join, seen_by

SUN = math.radians(2.2)  # from its middle to its edge, larger than life: small sets have soft shadows
_SEARCHED = 0.32  # m around a place in which something may be in the way of a part of the light
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
    lens: bool


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
    return ShadowFrame(matrix.astype(np.float32), axes.astype(np.float32), size, texel, math.tan(SUN), lens=False)


def lamp_shadow_frame(place: Plane, facing: Plane, size: int, source: float) -> ShadowFrame:
    """A map of what a lamp of radius `source` sees from `place`."""
    right, down, back = axes = _axes(-facing)
    turn = np.eye(4)
    turn[:3, :3] = right, -down, back
    turn[:3, 3] = -turn[:3, :3] @ place
    lens = View(turn.astype(np.float32), _LENS, size, size)
    return ShadowFrame(lens.world_to_picture, axes.astype(np.float32), size, 1.0 / lens.focal, source, lens=True)


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


def _disc(count: int) -> F32:
    """(2, count) points of a disc, evenly spread."""
    k = np.arange(count)
    return (np.stack([np.cos(2.39996 * k), np.sin(2.39996 * k)]) * np.sqrt((k + 0.5) / count)).astype(np.float32)


def _lanes(*rows: Plane) -> F32:
    """The rows, filled up with nothing so that all their places are worked out at once."""
    return np.stack([np.pad(np.asarray(row, np.float32), (0, _LANES - len(row))) for row in rows])


_LANES = 16
# Where to look for what is in the way: ten places within reach (rows 0 and 1 times it), counted by row 4, and four
# within two texels (rows 2 and 3), counted by row 5.
_FAR_TAPS, _CLOSE_TAPS, _TAPS = 10, 4, 14
_SEARCH = _lanes(*_disc(_FAR_TAPS), *np.pad(2.0 * _disc(_CLOSE_TAPS), ((0, 0), (_FAR_TAPS, 0))),
                 np.ones(_FAR_TAPS), np.pad(np.ones(_CLOSE_TAPS), (_FAR_TAPS, 0)))
_FILTER = _lanes(*_disc(_TAPS), np.ones(_TAPS))
_SHARP = np.float32(1.2)  # texels within which every shadow is soft
_TILE = 8  # texels along each side
_NOWHERE = np.float32(-1e6)  # a column outside of every map
_ZERO, _HALF, _ONE, _STEEPEST, _LEAST = (np.float32(x) for x in (0.0, 0.5, 1.0, 0.2, 0.02))
_FAR,_NEAREST,_LIFT,_SOFT,_TWO,_SMALLEST,_ALL,_MARGIN,_COUNT,_SEARCH_REACH=(np.float32(x) for x in (FAR,0.05,1.5,2.5,2.0,1e-9,_FAR_TAPS-0.5,1.5,_TAPS,_SEARCHED))


def visibility(gbuffer: GBuffer, view: View, frame: ShadowFrame, nearness: F32, pool: Executor | None = None,
               space: Workspace | None = None) -> F32:
    """(H, W) share of the light that reaches each pixel. Outside the map: all of it."""
    space, shape = space or Workspace(), gbuffer.depth.shape
    lit, spots = space.array("lit", shape), space.array("spots", (6, *shape))
    turn, lens = view.world_to_view[:3, :3], frame.lens
    picture = np.array([view.width, view.height, view.step, view.focal], np.float32)
    depth_of = np.float32(1.0 if lens else 1.0 / float(np.linalg.norm(frame.matrix[2, :3])))
    texel, source = np.float32(frame.texel), np.float32(frame.source)
    around = 1 if lens else math.ceil((1.0 + _SEARCHED / frame.texel) / _TILE)  # tiles to each side
    tiles = -(-frame.size // _TILE)
    nearest = space.array("tiles", (tiles, tiles))
    _nearest(nearness, nearest)
    nearest = cv2.dilate(nearest, np.ones((2 * around + 1, 2 * around + 1), np.uint8))

    def band(rows: slice) -> None:
        _spot(gbuffer.depth, gbuffer.normal, turn, view.eye, picture, frame.matrix, frame.axes, texel, lens, depth_of,
              rows.start, rows.stop, spots)
        _visible(spots, nearness, nearest, np.float32(around * _TILE), source, lens, depth_of, rows.start, rows.stop,
                 lit)

    in_bands(shape[0], shape[1], band, pool, at_once=True)
    return lit


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
def _spot(depth: F32, normal: F32, turn: F32, eye: F32, picture: F32, matrix: F32, axes: F32, texel: float, lens: bool,
          depth_of: float, top: int, bottom: int, spots: F32) -> None:
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
            known = (far < _FAR) & (away >= _NEAREST)
            wide = texel * max(away, _NEAREST) if lens else texel
            lift = max(_LIFT * wide, _LEAST)
            px, py, pz = px + nx * lift, py + ny * lift, pz + nz * lift
            away = max(m30 * px + m31 * py + m32 * pz + m33, _LEAST)
            column = (m00 * px + m01 * py + m02 * pz + m03) / away - _HALF
            spots[0, y, x] = column if known else _NOWHERE
            spots[1, y, x] = (m10 * px + m11 * py + m12 * pz + m13) / away - _HALF
            spots[2, y, x] = away if lens else -(m20 * px + m21 * py + m22 * pz + m23) * depth_of
            # Along a surface that the light grazes depth changes quickly: it must not shade itself.
            steep = wide / max(a20 * nx + a21 * ny + a22 * nz, _STEEPEST)
            spots[3, y, x] = -(a00 * nx + a01 * ny + a02 * nz) * steep
            spots[4, y, x] = -(a10 * nx + a11 * ny + a12 * nz) * steep
            spots[5, y, x] = wide


@in_lanes
def _visible(spots: F32, nearness: F32, nearest: F32, around: float, source: float, lens: bool, depth_of: float,
             top: int, bottom: int, lit: F32) -> None:
    size = nearness.shape[0]
    last = np.int32(size - 1)
    edge = np.float32(size - 1)
    for y in range(top, bottom):
        for x in range(lit.shape[1]):
            lit[y, x] = _ONE
            column, row, here = spots[0, y, x], spots[1, y, x], spots[2, y, x]
            over, down, wide = spots[3, y, x], spots[4, y, x], spots[5, y, x]
            soft, reach = max(_SOFT * wide, _LEAST), _SEARCH_REACH / wide
            if min(column, row) < -reach - _TWO or max(column, row) > edge + reach + _TWO:
                continue
            if max(reach, _TWO) + _ONE <= around:  # is anything near enough to be in the way?
                i = np.int32(min(max(row, _ZERO), edge)) >> 3
                j = np.int32(min(max(column, _ZERO), edge)) >> 3
                near = nearest[i, j]
                if near <= _ZERO:
                    continue
                there = _ONE / near if lens else -near * depth_of
                if here + (abs(over) + abs(down)) * reach - there <= _HALF * soft:
                    continue
            blocked, between, touched = _ZERO, _ZERO, _ZERO
            for tap in range(_LANES):
                u, v = _SEARCH[0, tap] * reach, _SEARCH[1, tap] * reach
                j = np.int32(np.floor(column + u + _SEARCH[2, tap] + _HALF))
                i = np.int32(np.floor(row + v + _SEARCH[3, tap] + _HALF))
                within = (i >= 0) & (j >= 0) & (i <= last) & (j <= last)
                near = nearness[np.uintp(min(max(i, 0), last)), np.uintp(min(max(j, 0), last))]
                within = within & (near > _ZERO)
                near = max(near, _SMALLEST)
                ahead = here - over * u - down * v - (_ONE / near if lens else -near * depth_of)
                counts = _SEARCH[4, tap] if within & (ahead > soft) else _ZERO
                blocked += counts
                between += counts * ahead
                touched += _SEARCH[5, tap] if within & (ahead > _HALF * soft) else _ZERO
            radius = _SHARP
            if blocked > _ZERO:
                between /= blocked
                radius = source * between / max(here - between, _STEEPEST) if lens else source * between
                radius = min(max(radius / wide, _SHARP), reach)
                if blocked > _ALL and radius < reach:
                    lit[y, x] = _ZERO
                    continue
            elif touched == _ZERO:  # thin things that touch what they shade fall between the far ones
                continue
            total = _ZERO
            for tap in range(_LANES):
                u, v = _FILTER[0, tap] * radius, _FILTER[1, tap] * radius
                a, b = row + v, column + u
                c, d = np.floor(a), np.floor(b)
                i, j = np.int32(c), np.int32(d)
                a, b = a - c, b - d
                within = (i >= 0) & (j >= 0) & (i < last) & (j < last)
                p, q = np.uintp(min(max(i, 0), last - 1)), np.uintp(min(max(j, 0), last - 1))
                near = ((nearness[p, q] * (_ONE - b) + nearness[p, q + np.uintp(1)] * b) * (_ONE - a)
                        + (nearness[p + np.uintp(1), q] * (_ONE - b)
                           + nearness[p + np.uintp(1), q + np.uintp(1)] * b) * a)
                within = within & (near > _ZERO)
                near = max(near, _SMALLEST)
                ahead = here - over * u - down * v - (_ONE / near if lens else -near * depth_of)
                reached = min(max(_MARGIN - ahead / soft, _ZERO), _ONE)
                total += _FILTER[2, tap] * (reached if within else _ONE)
            lit[y, x] = total / _COUNT
