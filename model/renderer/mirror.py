"""Reflections in wet ground and water: rays marched through the picture that is already there.

What is out of frame or hidden is not reflected; the sky stands in for it. Knows nothing of weather but how wet it is.
"""

from __future__ import annotations

import math
from concurrent.futures import Executor
from typing import Any

import cv2
import numpy as np

from model.renderer.compiled import compiled, in_lanes
from model.renderer.light import Light
from model.renderer.mesh import F32
from model.renderer.raster import SET, U8, GBuffer, Plane, View, Workspace, in_shares
from model.renderer.scenery import GROUND, WATER
from model.renderer.soft import Lines, lines_between, widened

_COARSE = 3  # a ray for each square of so many pixels
_STEPS = np.float32(0.2) * np.float32(1.26) ** np.arange(21, dtype=np.float32)  # metres along the mirrored ray
_DAMP = 0.02  # wetness from which ground mirrors
_WATER, _GROUND = np.float32(0.8), np.float32(0.8)  # of what is mirrored, when the ground is as wet as can be
_LEVEL = np.float32(0.97)  # of a normal's upward part
_BRIGHTEST = np.float32(2.5)
_NONE, _ALL = np.float32(0.0), np.float32(1.0)


def reflected(picture: Plane, g: GBuffer, light: Light, view: View, pool: Executor | None = None,
              space: Workspace | None = None) -> Plane:
    """The picture (3, H, W) with level wet ground and water mirroring what is in it."""
    height, width = g.depth.shape
    space, planes = space or Workspace(), (g.kind, g.entity, g.normal)
    h, w = -(-height // _COARSE), -(-width // _COARSE)
    wet = np.float32(light.wet if light.wet > _DAMP else 0.0)
    layer, mirrors = space.array("mirrors", (4, h, w)), np.zeros(h, np.bool_)

    def march(rows: slice) -> None:
        _march(picture, g.depth, planes, wet, view.world_to_view, view.focal, rows.start, rows.stop, mirrors, layer)

    in_shares(h, _COARSE * width, march, pool)
    if not mirrors.any():
        return picture
    for plane in layer:  # ripples smear what is mirrored, more up and down than sideways
        cv2.GaussianBlur(plane, (3, 7), 0, dst=plane)
    wide, lines = widened(layer, width, space.array("wide mirrors", (4, h, width))), lines_between(h, height)
    out = space.array("mirrored picture", picture.shape)
    in_shares(height, width, lambda rows: _lay(picture, planes, wet, wide, lines, rows.start, rows.stop, out), pool)
    return out


@in_lanes
def _mirrors(kind: Any, entity: Any, up: Any, wet: Any) -> Any:
    """How wet a surface is, 0 for what mirrors nothing."""
    ground = wet * _GROUND if (kind == GROUND) | (entity == SET) else _NONE
    return (_WATER if kind == WATER else ground) if up > _LEVEL else _NONE


@compiled
def _march(picture: Plane, depth: Plane, planes: Any, wet: Any, world_to_view: F32, focal: float, top: int, bottom: int,
           mirrors: Plane, layer: Plane) -> None:
    """Rows of what the mirrored rays of every so many pixels meet, times how strong that is, and how strong."""
    kind, entity, normal = planes
    height, width = depth.shape
    ray = np.empty(3, np.float32)
    layer[:, top:bottom] = 0.0
    for i in range(top, bottom):
        for j in range(layer.shape[2]):
            y, x = i * _COARSE, j * _COARSE
            strength = _mirrors(kind[y, x], entity[y, x], normal[1, y, x], wet)
            if strength == 0.0:
                continue
            mirrors[i] = True
            right, up = (x + 0.5 - width * 0.5) / focal, (height * 0.5 - 0.5 - y) / focal
            scale = 1.0 / math.sqrt(right * right + up * up + 1.0)
            for k in range(3):
                ray[k] = (world_to_view[0, k] * right + world_to_view[1, k] * up - world_to_view[2, k]) * scale
            upright = 1.0 + min(ray[1], 0.0)
            ray[1] = -ray[1]
            y, x, sure = _met(depth, world_to_view, focal, ray, i, j, layer.shape[1], layer.shape[2])
            layer[3, i, j] = sure * strength * (0.07 + 0.75 * upright * upright * upright * upright)
            for k in range(3):
                layer[k, i, j] = min(picture[k, y, x], _BRIGHTEST) * layer[3, i, j]


@compiled
def _met(depth: Plane, world_to_view: F32, focal: float, ray: F32, i: int, j: int, h: int,
         w: int) -> tuple[int, int, float]:
    """The pixel, row and column, whose surface is met by a ray from square (i, j) of h x w, and how surely it is: 0 for
    not at all, less near the edge of the frame."""
    height, width = depth.shape
    far = depth[i * _COARSE, j * _COARSE]
    across, down, away = ((j + 0.5) / w - 0.5) * far, ((i + 0.5) / h - 0.5) * far, far
    right = up = back = 0.0
    for k in range(3):
        right += world_to_view[0, k] * ray[k]
        up += world_to_view[1, k] * ray[k]
        back += world_to_view[2, k] * ray[k]
    right, downward = right * focal / width, -up * focal / height
    last = 0.0
    for step in _STEPS:
        deep = max(away - back * step, 0.1)
        u, v = (across + right * step) / deep, (down + downward * step) / deep
        edge = 0.5 - max(abs(u), abs(v))
        if edge <= 0.0:
            break
        y, x = int((v + 0.5) * h) * _COARSE, int((u + 0.5) * w) * _COARSE
        behind = deep - depth[y, x]
        if 0.0 < behind < 0.5 + 1.5 * (step - last):
            return y, x, min(edge * 12.0, 1.0)
        last = step
    return 0, 0, 0.0


_TAKES = np.float32(0.8)  # of its own light, what mirrors


@in_lanes
def _lay(picture: Plane, planes: Any, wet: Any, layer: Plane, lines: Lines, top: int, bottom: int, out: Plane) -> None:
    kind, entity, normal = planes
    width = picture.shape[2]
    share = np.empty(width, np.float32)
    for y in range(top, bottom):
        above, below, down = lines[0][y], lines[1][y], lines[2][y]
        _share(kind[y], entity[y], normal[1, y], wet, share)
        for k in range(3):
            _mix(picture[k, y], layer[k, above], layer[k, below], layer[3, above], layer[3, below], down, share,
                 out[k, y])  # fmt: skip


@in_lanes
def _share(kind: U8, entity: Plane, up: Plane, wet: Any, out: Plane) -> None:
    """1 for what mirrors in a row, 0 elsewhere."""
    for x in range(out.shape[0]):
        out[x] = _ALL if _mirrors(kind[x], entity[x], up[x], wet) > _NONE else _NONE


@in_lanes
def _mix(picture: Plane, above: Plane, below: Plane, sure_above: Plane, sure_below: Plane, down: Any, share: Plane,
         out: Plane) -> None:
    for x in range(out.shape[0]):
        seen = above[x] + (below[x] - above[x]) * down
        sure = sure_above[x] + (sure_below[x] - sure_above[x]) * down
        out[x] = picture[x] + (seen - picture[x] * _TAKES * sure) * share[x]
