"""Smooth edges for a finished frame: fast approximate anti-aliasing (after Lottes, 2009), on edge pixels only.

Knows nothing of what is drawn.
"""

from __future__ import annotations

import math
from concurrent.futures import Executor

import cv2
import numpy as np

from model.renderer.compiled import compiled
from model.renderer.raster import U8, Plane, in_bands

_REACH = 8.0  # pixels along an edge that are looked at
_FAINTEST = 9  # of 255: differences below are no edge


def smoothed(frame: U8, pool: Executor | None = None) -> U8:
    """The frame (H, W, 3) with its edges blended along their own direction."""
    luma: Plane = cv2.cvtColor(frame, cv2.COLOR_RGB2GRAY)
    cross = cv2.getStructuringElement(cv2.MORPH_CROSS, (3, 3))
    low, high = cv2.erode(luma, cross), cv2.dilate(luma, cross)
    around = cv2.erode(low, cross), cv2.dilate(high, cross)
    out = frame.copy()

    def band(rows: slice) -> None:
        _smooth(frame, luma, low, high, *around, rows.start, rows.stop, out)

    in_bands(luma.shape[0], luma.shape[1], band, pool)
    return out


@compiled
def _smooth(frame: U8, luma: Plane, low: Plane, high: Plane, lowest: Plane, highest: Plane, top: int, bottom: int,
            out: U8) -> None:
    height, width = luma.shape
    tones = np.empty((4, 3))
    for y in range(top, bottom):
        for x in range(width):
            if np.int64(high[y, x]) - np.int64(low[y, x]) <= max(high[y, x] >> 3, _FAINTEST):
                continue
            above, below, left, right = max(y - 1, 0), min(y + 1, height - 1), max(x - 1, 0), min(x + 1, width - 1)
            nw, ne = np.int64(luma[above, left]), np.int64(luma[above, right])
            sw, se = np.int64(luma[below, left]), np.int64(luma[below, right])
            across, down = float((sw + se) - (nw + ne)), float((nw + sw) - (ne + se))
            # Steps along the edge are longer where it is nearly level or upright.
            least = min(abs(across), abs(down)) + max((nw + ne + sw + se) / 32.0, 1.0)
            across = min(max(across / least, -_REACH), _REACH)
            down = min(max(down / least, -_REACH), _REACH)
            for k in range(4):
                step = -1.0 / 6.0 if k == 0 else 1.0 / 6.0 if k == 1 else -0.5 if k == 2 else 0.5
                u = min(max(x + across * step, 0.0), width - 1.0)
                v = min(max(y + down * step, 0.0), height - 1.0)
                i, j = int(v), int(u)
                i1, j1 = min(i + 1, height - 1), min(j + 1, width - 1)
                r, d = u - j, v - i
                for c in range(3):
                    tones[k, c] = ((frame[i, j, c] * (1.0 - r) + frame[i, j1, c] * r) * (1.0 - d)
                                   + (frame[i1, j, c] * (1.0 - r) + frame[i1, j1, c] * r) * d)
            bright = 0.0
            for c in range(3):
                tones[0, c] = 0.5 * (tones[0, c] + tones[1, c])
                tones[1, c] = 0.5 * tones[0, c] + 0.25 * (tones[2, c] + tones[3, c])
                bright += (0.299 if c == 0 else 0.587 if c == 1 else 0.114) * tones[1, c]
            # Samples that reached past the end of the edge show in a brightness that nothing nearby has.
            chosen = 0 if bright < lowest[y, x] or bright > highest[y, x] else 1
            for c in range(3):
                out[y, x, c] = math.floor(tones[chosen, c] + 0.5)
