"""The grain of the ground: a mottling of its paint, fixed in the world, finer than any triangle.

Worked out where a picture has changed. Knows nothing of light or weather.
"""

from __future__ import annotations

from concurrent.futures import Executor
from typing import Any

import numpy as np

from model.renderer.atmosphere import noise, noise_tile
from model.renderer.compiled import in_lanes
from model.renderer.elementary import exponential
from model.renderer.raster import PIECE, U8, GBuffer, Plane, View, in_shares
from model.renderer.scenery import GROUND

_LANES = 64  # at least as many pixels as are worked out at once
_NONE, _HALF, _ALL = np.float32(0.0), np.float32(0.5), np.float32(1.0)
_COARSE, _FINE, _RANGE = np.float32(9.0), np.float32(61.0), np.float32(-1.0 / 9.0)  # grains a metre; 1 / m
_OF_COARSE, _OF_FINE = np.float32(0.30), np.float32(0.42)
_TOO_FAR = np.float32(35.0)  # m, from where nobody sees the finer of it
_THINNEST = np.float32(-60.0)  # logarithm of what is as good as nothing


def lay_grain(g: GBuffer, view: View, pieces: Plane, pool: Executor | None = None) -> None:
    """Fills `g.grain` in the `pieces` (H, ceil(W / PIECE)) of its rows that were read."""
    height, width = g.depth.shape
    sight = (view.world_to_view[:3, :3], view.eye, 1.0 / view.focal)

    def band(rows: slice) -> None:
        _lay(g.kind, g.depth, pieces, sight, noise_tile(), rows.start, rows.stop, g.grain)

    in_shares(height, width, band, pool)


@in_lanes
def _lay(kind: U8, depth: Plane, pieces: Plane, sight: Any, tile: Plane, top: int, bottom: int, grain: Plane) -> None:
    width = depth.shape[1]
    room = width + _LANES
    floats, ground, cell = np.zeros((6, room), np.float32), np.zeros(room, np.int32), np.zeros(room, np.int32)
    for y in range(top, bottom):
        count, near, row, out = 0, 0, kind[y], grain[y]
        for left in range(0, width, PIECE):
            if not pieces[y, left // PIECE]:
                continue
            for x in range(left, min(left + PIECE, width)):
                ground[count], floats[0, count], out[x] = x, depth[y, x], _ALL
                count += row[x] == GROUND
                near += (row[x] == GROUND) & (depth[y, x] < _TOO_FAR)
        if count > 0:
            _mottle(y, depth.shape, sight, tile, floats, ground, cell, count, near, out)


@in_lanes
def _mottle(y: int, shape: Any, sight: Any, tile: Plane, floats: Plane, ground: Plane, cell: Plane, count: int,
            near: int, out: Plane) -> None:
    """The first `count` pixels of `ground` in a row, at the depths that are the first of the `floats`; the finer of it
    fades with distance."""
    lanes = -(-count // _LANES) * _LANES  # what is beyond the last is worked out too, and not looked at
    fine, u, v = floats[0][:lanes], floats[1][:lanes], floats[2][:lanes]
    across, along, grain = floats[3][:lanes], floats[4][:lanes], floats[5][:lanes]
    places(fine, ground, y, shape, sight, u, v)
    for n in range(lanes):
        across[n], along[n] = u[n] * _COARSE, v[n] * _COARSE
    noise(tile, across, along, cell, grain)
    for n in range(lanes):
        grain[n] = _ALL + (grain[n] - _HALF) * _OF_COARSE
    if near > 0:
        for n in range(lanes):
            u[n], v[n] = u[n] * _FINE, v[n] * _FINE
        noise(tile, u, v, cell, across)
        for n in range(lanes):
            seen = _OF_FINE * exponential(max(fine[n] * _RANGE, _THINNEST)) if fine[n] < _TOO_FAR else _NONE
            grain[n] += (across[n] - _HALF) * seen
    for n in range(count):
        out[ground[n]] = grain[n]


@in_lanes
def places(depth: Plane, columns: Plane, y: int, shape: Any, sight: Any, u: Plane, v: Plane) -> None:
    """Where on the ground plan the surfaces in some columns of row y are, m."""
    turn, eye, pixel = sight
    up = (shape[0] * 0.5 - 0.5 - y) * pixel
    middle, scale = np.float32(shape[1] * 0.5 - 0.5), np.float32(pixel)
    u_0, v_0 = np.float32(turn[1, 0] * up - turn[2, 0]), np.float32(turn[1, 2] * up - turn[2, 2])
    u_1, v_1, eye_u, eye_v = turn[0, 0] * scale, turn[0, 2] * scale, eye[0], eye[2]
    for n in range(u.shape[0]):
        right = np.float32(columns[n]) - middle
        u[n], v[n] = eye_u + depth[n] * (u_0 + u_1 * right), eye_v + depth[n] * (v_0 + v_1 * right)
