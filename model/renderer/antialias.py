"""Smooth edges for a finished frame: fast approximate anti-aliasing (after Lottes, 2009), on edge pixels only.

Knows nothing of what is drawn.
"""

from __future__ import annotations

from concurrent.futures import Executor
from typing import Any

import cv2
import numpy as np

from model.renderer.compiled import in_lanes
from model.renderer.raster import U8, Plane, Workspace, in_bands

_REACH = np.float32(8.0)  # pixels along an edge that are looked at
_FAINTEST = np.uint8(9)  # of 255: differences below are no edge
_STEPS = np.array([-1 / 6, 1 / 6, -1 / 2, 1 / 2], np.float32)  # along it at which it is looked at; the first are close
_CLOSE = 2
_RED, _GREEN, _BLUE = (np.float32(share) for share in (0.299, 0.587, 0.114))  # of brightness
_ZERO, _ONE, _HALF, _QUARTER, _32ND = (np.float32(x) for x in (0, 1, 1 / 2, 1 / 4, 1 / 32))
_LANES = 16  # pixels that are worked out at once


def smoothed(frame: U8, pool: Executor | None = None, space: Workspace | None = None) -> U8:
    """The frame (H, W, 3) with its edges blended along their own direction."""
    space, shape = space or Workspace(), frame.shape[:2]
    luma, low, high, lowest, highest = (space.array(f"edge {k}", shape, np.uint8) for k in range(5))
    cv2.cvtColor(frame, cv2.COLOR_RGB2GRAY, luma)
    cross = cv2.getStructuringElement(cv2.MORPH_CROSS, (3, 3))
    for extreme, near, far in ((cv2.erode, low, lowest), (cv2.dilate, high, highest)):
        extreme(luma, cross, near)
        extreme(near, cross, far)
    colors = space.array("edge colors", (shape[0] + 2, shape[1] + 2), np.int32)
    _pack(frame, luma, colors)
    out = frame.copy()

    def band(rows: slice) -> None:
        _smooth(colors, low, high, lowest, highest, rows.start, rows.stop, out)

    in_bands(shape[0], shape[1], band, pool, at_once=True)
    return out


@in_lanes
def _pack(frame: U8, luma: U8, out: Plane) -> None:
    """(H + 2, W + 2) colours and how bright they are, each in the bytes of a whole number; the border is like what is
    beside it."""
    height, width = luma.shape
    for y in range(height):
        row, colors, bright = out[y + 1], frame[y], luma[y]
        for x in range(width):
            row[x + 1] = (np.int32(colors[x, 0]) | np.int32(np.int32(colors[x, 1]) << 8)
                          | np.int32(np.int32(colors[x, 2]) << 16) | np.int32(np.int32(bright[x]) << 24))  # fmt: skip
        row[0], row[width + 1] = row[1], row[width]
    out[0], out[height + 1] = out[1], out[height]


@in_lanes
def _smooth(colors: Plane, low: Plane, high: Plane, lowest: Plane, highest: Plane, top: int, bottom: int,
            out: U8) -> None:
    """Smooths some rows; `colors` is what `_pack` makes. Memory is looked up by itself, and what follows from it is
    worked out for many pixels at once."""
    height, width = low.shape
    wide, room, every = width + 2, width + _LANES, colors.reshape(-1)
    eights = np.zeros((width + 7) // 8, np.uint64)  # of pixels, most of which are no edge
    edge, found = eights.view(np.uint8), np.zeros(room, np.int32)
    place, four = np.zeros(room, np.int32), np.zeros((4, room), np.int32)
    way, share, sums = np.empty((2, room), np.float32), np.empty((2, room), np.float32), np.empty((6, room), np.float32)
    for y in range(top, bottom):
        for x in range(width):
            edge[x] = np.uint8(high[y, x] - low[y, x]) > np.uint8(max(np.uint8(high[y, x] >> 3), _FAINTEST))
        count = _list(eights, edge, found)
        lanes = -(-count // _LANES) * _LANES  # what is beyond the last is worked out too, and not looked at
        at, spot, over, under = found[:lanes], place[:lanes], way[0, :lanes], way[1, :lanes]
        for n in range(lanes):
            spot[n] = np.int32(np.int32(y * wide) + at[n])
        _take(every, spot, 2, 2 * wide, four)
        _follow(four, over, under)
        sums[:] = _ZERO
        for k in range(_STEPS.shape[0]):
            _step(at, over, under, _STEPS[k], y, height, width, spot, share[0], share[1])
            _take(every, spot, 1, wide, four)
            for color in range(3):
                _add(four, color, share[0], share[1], sums[color, :lanes])
            if k < _CLOSE:
                sums[3:] = sums[:3]
        for n in range(count):
            column = np.uint32(at[n])
            bright = _QUARTER * (_RED * sums[0, n] + _GREEN * sums[1, n] + _BLUE * sums[2, n])
            # Samples that reached past the end of the edge show in a brightness that nothing nearby has.
            past = bright < np.float32(lowest[y, column]) or bright > np.float32(highest[y, column])
            for k in range(3):
                out[y, column, k] = np.uint8((_HALF * sums[3 + k, n] if past else _QUARTER * sums[k, n]) + _HALF)


@in_lanes
def _list(eights: Plane, edge: Plane, found: Plane) -> int:
    """Puts the columns of a row's edges into `found`; how many there are."""
    count = 0
    for k in range(eights.shape[0]):
        if eights[k] != 0:
            for x in range(8 * k, min(8 * k + 8, edge.shape[0])):
                found[count] = x
                count += edge[x]
    return count


@in_lanes
def _take(colors: Plane, spot: Plane, right: int, down: int, out: Plane) -> None:
    """Colours at some places and beside, below and beyond them."""
    a, b, c, d = out[0], out[1], out[2], out[3]
    for n in range(spot.shape[0]):
        here = np.uint64(spot[n])
        below = here + np.uint64(down)
        a[n], b[n] = colors[here], colors[here + np.uint64(right)]
        c[n], d[n] = colors[below], colors[below + np.uint64(right)]


@in_lanes
def _part(color: Any, of: int) -> Any:
    return np.float32(np.int32((color >> np.int32(8 * of)) & np.int32(255)))


@in_lanes
def _follow(corners: Plane, over: Plane, under: Plane) -> None:
    """Which way along the edge it is from pixels with these corners: how far to the right and down for each step."""
    nw, ne, sw, se = corners[0], corners[1], corners[2], corners[3]
    for n in range(over.shape[0]):
        a, b, c, d = _part(nw[n], 3), _part(ne[n], 3), _part(sw[n], 3), _part(se[n], 3)
        across, down = (c + d) - (a + b), (a + c) - (b + d)
        # Steps along the edge are longer where it is nearly level or upright.
        least = min(abs(across), abs(down)) + max((a + b + c + d) * _32ND, _ONE)
        over[n] = min(max(across / least, -_REACH), _REACH)
        under[n] = min(max(down / least, -_REACH), _REACH)


@in_lanes
def _step(at: Plane, over: Plane, under: Plane, step: Any, y: int, height: int, width: int, spot: Plane, right: Plane,
          down: Plane) -> None:
    """Where it is so many steps along the edge from pixels of row y: the place of the pixel above it and to its left,
    and how far to the right of that and down."""
    right_most, lowest_row, here = np.float32(width - 1), np.float32(height - 1), np.float32(y)
    wide = np.int32(width + 2)
    for n in range(spot.shape[0]):
        u = min(max(np.float32(at[n]) + over[n] * step, _ZERO), right_most)
        v = min(max(here + under[n] * step, _ZERO), lowest_row)
        column, row = np.int32(u), np.int32(v)
        right[n], down[n] = u - np.float32(column), v - np.float32(row)
        spot[n] = np.int32(np.int32(np.int32(row + np.int32(1)) * wide) + np.int32(column + np.int32(1)))


@in_lanes
def _add(four: Plane, of: int, right: Plane, down: Plane, out: Plane) -> None:
    """Adds what one byte of the colours is between four pixels."""
    a, b, c, d = four[0], four[1], four[2], four[3]
    for n in range(out.shape[0]):
        above = (_ONE - right[n]) * _part(a[n], of) + right[n] * _part(b[n], of)
        below = (_ONE - right[n]) * _part(c[n], of) + right[n] * _part(d[n], of)
        out[n] += (_ONE - down[n]) * above + down[n] * below
