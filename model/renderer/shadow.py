"""The shadow map: what the light sees first, and from it the share of the light that reaches each pixel.

Drawn as the geometry pass draws, along parallel lines. Knows nothing of how strong the light is.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass

import cv2
import numpy as np

from model.renderer.mesh import F32
from model.renderer.raster import GBuffer, Surface, View, Workspace, fill, in_bands, join


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


def shadow_map(surfaces: Sequence[Surface], frame: ShadowFrame, under: F32 | None = None,
         space: Workspace | None = None) -> F32:
    """(size, size) nearness to the light of what is nearest to it, drawn over a copy of `under`; to be read by
    `visibility`."""
    space, shape, part = space or Workspace(), (frame.size, frame.size), join(surfaces)
    nearness = space.array("shadow", shape)
    nearness[...] = 0.0 if under is None else under
    spots = part.vertices @ frame.matrix[:, :3].T + frame.matrix[:, 3]
    corners = spots[part.triangles].reshape(-1, 9)
    fill(corners, np.zeros(len(corners), np.int32), len(corners), 0, frame.size, nearness,
         space.array("shadow triangle", shape, np.int32))
    return nearness


# Points of a disc, evenly spread: where a receiver looks for its shadow.
_TAPS = tuple((math.sqrt((k + 0.5) / 9) * math.cos(2.39996 * k), math.sqrt((k + 0.5) / 9) * math.sin(2.39996 * k))
              for k in range(9))


def visibility(gbuffer: GBuffer, view: View, frame: ShadowFrame, nearness: F32, softness: float = 0.07,
               pool: Executor | None = None, space: Workspace | None = None) -> F32:
    """(H, W) share of the light that reaches each pixel, soft over `softness` metres. Outside the map: all of it."""
    space = space or Workspace()
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

    in_bands(lit.shape[0], lit.shape[1], band, pool)
    return lit


def _places(gbuffer: GBuffer, view: View, rows: slice, frame: ShadowFrame) -> tuple[F32, F32, F32]:
    """Column, row and nearness in the shadow map of what each pixel shows, lifted a little off its surface."""
    rays, lift = view.rays(rows), np.float32(max(1.5 * frame.texel, 0.02))
    world = [view.eye[c] + rays[c] * gbuffer.depth + gbuffer.normal[c] * lift for c in range(3)]
    column, row, near = (world[0] * m[0] + world[1] * m[1] + world[2] * m[2] + m[3] for m in frame.matrix)
    # Pixel centres of the map lie at half integers, remap's at integers.
    return column - 0.5, row - 0.5, near
