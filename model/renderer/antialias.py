"""Smooth edges for a finished frame: fast approximate anti-aliasing (after Lottes, 2009), on edge pixels only.

Knows nothing of what is drawn.
"""

from __future__ import annotations

from concurrent.futures import Executor

import cv2
import numpy as np

from model.renderer.compiled import in_lanes
from model.renderer.raster import U8, Plane, Workspace, in_bands

_REACH = np.float32(8.0)  # pixels along an edge that are looked at
_FAINTEST = np.uint8(9)  # of 255: differences below are no edge
_RED, _GREEN, _BLUE = (np.float32(share) for share in (0.299, 0.587, 0.114))  # of brightness
_ZERO, _ONE, _HALF, _QUARTER, _SIXTH, _32ND = (np.float32(x) for x in (0, 1, 1 / 2, 1 / 4, 1 / 6, 1 / 32))

_STEPS = np.array([-1 / 6, 1 / 6, -1 / 2, 1 / 2])  # along the edge at which it is looked at; the first two are close
# Four pixels around each: steps, pixels to the right and down, whether the step is close.
_TAPS = np.stack([_STEPS.repeat(4), np.tile([0, 1, 0, 1], 4), np.tile([0, 0, 1, 1], 4), np.arange(16) < 8])
_TAPS = _TAPS.astype(np.float32)


def smoothed(frame: U8, pool: Executor | None = None, space: Workspace | None = None) -> U8:
    """The frame (H, W, 3) with its edges blended along their own direction."""
    space, shape = space or Workspace(), frame.shape[:2]
    luma, low, high, lowest, highest = (space.array(f"edge {k}", shape, np.uint8) for k in range(5))
    colors = space.array("edge colors", (*shape, 4), np.uint8)
    cv2.cvtColor(frame, cv2.COLOR_RGB2GRAY, luma)
    cv2.cvtColor(frame, cv2.COLOR_RGB2RGBA, colors)
    cross = cv2.getStructuringElement(cv2.MORPH_CROSS, (3, 3))
    for extreme, near, far in ((cv2.erode, low, lowest), (cv2.dilate, high, highest)):
        extreme(luma, cross, near)
        extreme(near, cross, far)
    out = frame.copy()

    def band(rows: slice) -> None:
        _smooth(colors.reshape(-1).view(np.int32), luma, low, high, lowest, highest, rows.start, rows.stop, out)

    in_bands(shape[0], shape[1], band, pool, at_once=True)
    return out


@in_lanes
def _smooth(colors: Plane, luma: Plane, low: Plane, high: Plane, lowest: Plane, highest: Plane, top: int, bottom: int,
            out: U8) -> None:
    """Smooths some rows; `colors` (H * W,) are the frame's, each in the bytes of a whole number."""
    height, width = luma.shape
    last_x, last_y = np.int32(width - 1), np.int32(height - 1)
    right_most, lowest_row = np.float32(width - 1), np.float32(height - 1)
    eights = np.zeros((width + 7) // 8, np.uint64)  # of pixels, most of which are no edge
    edge = eights.view(np.uint8)
    for y in range(top, bottom):
        for x in range(width):
            edge[x] = np.uint8(high[y, x] - low[y, x]) > np.uint8(max(np.uint8(high[y, x] >> 3), _FAINTEST))
        x = -1
        while x < width - 1:
            x += 1
            if edge[x] == 0:
                if x % 8 == 0 and eights[x // 8] == 0:
                    x += 7
                continue
            above, below, left, right = max(y - 1, 0), min(y + 1, height - 1), max(x - 1, 0), min(x + 1, width - 1)
            nw, ne = np.float32(luma[above, left]), np.float32(luma[above, right])
            sw, se = np.float32(luma[below, left]), np.float32(luma[below, right])
            across, down = (sw + se) - (nw + ne), (nw + sw) - (ne + se)
            # Steps along the edge are longer where it is nearly level or upright.
            least = min(abs(across), abs(down)) + max((nw + ne + sw + se) * _32ND, _ONE)
            across = min(max(across / least, -_REACH), _REACH)
            down = min(max(down / least, -_REACH), _REACH)
            x_here, y_here = np.float32(x), np.float32(y)
            red = green = blue = close_red = close_green = close_blue = _ZERO
            for k in range(16):
                u = min(max(x_here + across * _TAPS[0, k], _ZERO), right_most)
                v = min(max(y_here + down * _TAPS[0, k], _ZERO), lowest_row)
                column, row = np.floor(u), np.floor(v)
                j = min(np.int32(column + _TAPS[1, k]), last_x)
                i = min(np.int32(row + _TAPS[2, k]), last_y)
                color = np.int32(colors[np.uint32(np.int32(i * np.int32(width) + j) & 0x3fffffff)])
                share = abs(_ONE - _TAPS[1, k] - (u - column)) * abs(_ONE - _TAPS[2, k] - (v - row))
                close = share * _TAPS[3, k]
                r, g = np.float32(np.int32(color & 255)), np.float32(np.int32((color >> 8) & 255))
                b = np.float32(np.int32((color >> 16) & 255))
                red, green, blue = red + share * r, green + share * g, blue + share * b
                close_red, close_green = close_red + close * r, close_green + close * g
                close_blue += close * b
            bright = _QUARTER * (_RED * red + _GREEN * green + _BLUE * blue)
            # Samples that reached past the end of the edge show in a brightness that nothing nearby has.
            past = bright < np.float32(lowest[y, x]) or bright > np.float32(highest[y, x])
            out[y, x, 0] = np.uint8((_HALF * close_red if past else _QUARTER * red) + _HALF)
            out[y, x, 1] = np.uint8((_HALF * close_green if past else _QUARTER * green) + _HALF)
            out[y, x, 2] = np.uint8((_HALF * close_blue if past else _QUARTER * blue) + _HALF)
