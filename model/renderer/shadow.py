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

import numpy as np
import numpy.typing as npt

from model.renderer.compiled import compiled
from model.renderer.mesh import F32
from model.renderer.raster import FAR, GBuffer, Plane, Surface, View, Workspace, dot, fill, in_bands, join, seen_by

SUN = math.radians(2.2)  # from its middle to its edge, larger than life: small sets have soft shadows
_SEARCHED = 0.32  # m around a place in which something may be in the way of a part of the light
_LENS = math.radians(150.0)  # of what a lamp sees


@dataclass(frozen=True, slots=True)
class ShadowFrame:
    """Where a shadow map lies: `matrix` @ (x, y, z, 1) is (column, row, nearness, 1) in the map times the last of the
    four, nearness growing towards the light. `axes` are the map's right, down and towards the light. One of its pixels
    is `texel` metres wide, for each metre from the light where it is seen through a lens. Half of the light is `source`
    metres across, for each metre from it where it is the sun."""

    matrix: F32  # (4, 4)
    axes: F32  # (3, 3)
    size: int
    texel: float
    source: float
    lens: View | None

    def covers(self, g: GBuffer, view: View) -> npt.NDArray[np.bool_]:
        """(H, W) whether a pixel shows what lies in the map of parallel lines."""
        places = view.eye[:, None, None] + view.rays() * g.depth
        column, row = (dot(self.matrix[k, :3], places) + self.matrix[k, 3] for k in range(2))
        off = np.maximum(np.abs(column - self.size / 2), np.abs(row - self.size / 2))
        return np.asarray(off < self.size / 2 - 2)


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
    to_map = np.array([[lens.focal, 0, -size / 2, 0], [0, -lens.focal, -size / 2, 0], [0, 0, 0, 1], [0, 0, -1, 0]])
    matrix = (to_map @ turn).astype(np.float32)
    return ShadowFrame(matrix, axes.astype(np.float32), size, 1.0 / lens.focal, source, lens)


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
    space, size, part = space or Workspace(), frame.size, join(surfaces)
    nearness = space.array("shadow", (size, size))
    nearness[...] = 0.0 if under is None else under
    if frame.lens is None:
        spots = part.vertices @ frame.matrix[:3, :3].T + frame.matrix[:3, 3]
        corners = spots[part.triangles].reshape(-1, 9)
        source, count = np.zeros(len(corners), np.int32), len(corners)
    else:
        room = 2 * len(part.triangles)
        corners = space.array("shadow corners", (room, 9))
        source = space.array("shadow source", (room,), np.int32)
        count = seen_by(part.vertices, part.triangles, frame.lens.world_to_view, frame.lens.focal, size, size, 0,
                        corners, source)
    fill(corners, source, count, 0, size, nearness, space.array("shadow triangle", (size, size), np.int32))
    return nearness


def _disc(count: int) -> F32:
    """(count, 2) points of a disc, evenly spread."""
    k = np.arange(count)
    points: F32 = np.stack([np.cos(2.39996 * k), np.sin(2.39996 * k)], axis=1).astype(np.float32)
    return points * np.sqrt((k[:, None] + 0.5) / count).astype(np.float32)


_SEARCH, _CLOSE, _TAPS = _disc(10), _disc(4), _disc(14)
_SHARP = 1.2  # texels within which every shadow is soft


def visibility(gbuffer: GBuffer, view: View, frame: ShadowFrame, nearness: F32, pool: Executor | None = None,
               space: Workspace | None = None) -> F32:
    """(H, W) share of the light that reaches each pixel. Outside the map: all of it."""
    lit: F32 = (space or Workspace()).array("lit", gbuffer.depth.shape)
    turn, through = view.world_to_view[:3, :3], frame.lens is not None
    picture = np.array([view.width, view.height, view.step, view.focal])
    depth_of = 1.0 / float(np.linalg.norm(frame.matrix[2, :3])) if not through else 1.0

    def band(rows: slice) -> None:
        _visible(gbuffer.depth, gbuffer.normal, turn, view.eye, picture, frame.matrix, frame.axes, frame.texel,
                 frame.source, through, depth_of, nearness, _SEARCH, _CLOSE, _TAPS, rows.start, rows.stop, lit)

    in_bands(lit.shape[0], lit.shape[1], band, pool)
    return lit


@compiled
def _visible(depth: F32, normal: F32, turn: F32, eye: F32, picture: F32, matrix: F32, axes: F32, texel: float,
             source: float, through: bool, depth_of: float, nearness: F32, search: F32, close: F32, taps: F32,
             top: int, bottom: int, lit: F32) -> None:
    size = nearness.shape[0]
    width, height, step, focal = picture
    for y in range(top, bottom):
        up = (height * 0.5 - 0.5 - y * step) / focal
        for x in range(lit.shape[1]):
            far = depth[y, x]
            if far >= FAR:
                lit[y, x] = 1.0
                continue
            right = (x * step + 0.5 - width * 0.5) / focal
            px = eye[0] + far * (turn[0, 0] * right + turn[1, 0] * up - turn[2, 0])
            py = eye[1] + far * (turn[0, 1] * right + turn[1, 1] * up - turn[2, 1])
            pz = eye[2] + far * (turn[0, 2] * right + turn[1, 2] * up - turn[2, 2])
            nx, ny, nz = normal[0, y, x], normal[1, y, x], normal[2, y, x]
            away = matrix[3, 0] * px + matrix[3, 1] * py + matrix[3, 2] * pz + matrix[3, 3]
            if away < 0.05:
                lit[y, x] = 1.0
                continue
            wide = texel * away if through else texel
            lift = max(0.7 * wide, 0.008)
            px, py, pz = px + nx * lift, py + ny * lift, pz + nz * lift
            away = matrix[3, 0] * px + matrix[3, 1] * py + matrix[3, 2] * pz + matrix[3, 3]
            column = (matrix[0, 0] * px + matrix[0, 1] * py + matrix[0, 2] * pz + matrix[0, 3]) / away - 0.5
            row = (matrix[1, 0] * px + matrix[1, 1] * py + matrix[1, 2] * pz + matrix[1, 3]) / away - 0.5
            near = matrix[2, 0] * px + matrix[2, 1] * py + matrix[2, 2] * pz + matrix[2, 3]
            here = away if through else -near * depth_of
            # Along a surface that the light grazes depth changes quickly: it must not shade itself.
            steep = max(axes[2, 0] * nx + axes[2, 1] * ny + axes[2, 2] * nz, 0.2)
            over = -(axes[0, 0] * nx + axes[0, 1] * ny + axes[0, 2] * nz) / steep * wide
            down = -(axes[1, 0] * nx + axes[1, 1] * ny + axes[1, 2] * nz) / steep * wide
            soft = max(1.2 * wide, 0.012)
            reach = _SEARCHED / wide
            blocked, between = 0, 0.0
            for tap in range(search.shape[0]):
                u, v = search[tap, 0] * reach, search[tap, 1] * reach
                i, j = math.floor(row + v + 0.5), math.floor(column + u + 0.5)
                if i < 0 or j < 0 or i >= size or j >= size or nearness[i, j] <= 0.0:
                    continue
                there = 1.0 / nearness[i, j] if through else -nearness[i, j] * depth_of
                ahead = here - over * u - down * v - there
                if ahead > soft:
                    blocked += 1
                    between += ahead
            total, radius, touched = 0.0, _SHARP, False
            if blocked > 0:
                between /= blocked
                radius = source * between / max(here - between, 0.2) if through else source * between
                radius = min(max(radius / wide, _SHARP), reach)
                if blocked == search.shape[0] and radius < reach:
                    lit[y, x] = 0.0
                    continue
            else:  # thin things that touch what they shade fall between those
                for tap in range(close.shape[0]):
                    i = math.floor(row + 2.0 * close[tap, 1] + 0.5)
                    j = math.floor(column + 2.0 * close[tap, 0] + 0.5)
                    if 0 <= i < size and 0 <= j < size and nearness[i, j] > 0.0:
                        there = 1.0 / nearness[i, j] if through else -nearness[i, j] * depth_of
                        touched |= here - there > 0.5 * soft
                if not touched:
                    lit[y, x] = 1.0
                    continue
            for tap in range(taps.shape[0]):
                u, v = taps[tap, 0] * radius, taps[tap, 1] * radius
                a, b = row + v, column + u
                i, j = math.floor(a), math.floor(b)
                if i < 0 or j < 0 or i >= size - 1 or j >= size - 1:
                    total += 1.0
                    continue
                a, b = a - i, b - j
                near = ((nearness[i, j] * (1.0 - b) + nearness[i, j + 1] * b) * (1.0 - a)
                        + (nearness[i + 1, j] * (1.0 - b) + nearness[i + 1, j + 1] * b) * a)
                if near <= 0.0:
                    total += 1.0
                    continue
                there = 1.0 / near if through else -near * depth_of
                ahead = here - over * u - down * v - there
                total += min(max(1.5 - ahead / soft, 0.0), 1.0)
            lit[y, x] = total / taps.shape[0]
