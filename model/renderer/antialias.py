"""Smooth edges for a finished frame: fast approximate anti-aliasing (after Lottes, 2009), on edge pixels only.

Knows nothing of what is drawn.
"""

from __future__ import annotations

import cv2
import numpy as np

from model.renderer.raster import U8, Plane

_ROW = 8192  # remap takes no longer rows than 32767
_REACH = 8.0  # pixels along an edge that are looked at


def smoothed(frame: U8) -> U8:
    """The frame (H, W, 3) with its edges blended along their own direction."""
    luma: Plane = cv2.cvtColor(frame, cv2.COLOR_RGB2GRAY)
    cross = cv2.getStructuringElement(cv2.MORPH_CROSS, (3, 3))
    low: Plane = cv2.erode(luma, cross)
    high: Plane = cv2.dilate(luma, cross)
    contrast = cv2.subtract(high, low)
    rows, columns = np.nonzero(contrast > np.maximum(high >> 3, 9))
    if len(rows) == 0:
        return frame
    along = _edge_direction(luma, rows, columns)
    place = np.stack([columns, rows], axis=1).astype(np.float32)
    near = 0.5 * (_sampled(frame, place - along / 6) + _sampled(frame, place + along / 6))
    wide = 0.5 * near + 0.25 * (_sampled(frame, place - along / 2) + _sampled(frame, place + along / 2))
    # Samples that reached past the end of the edge show in a brightness that nothing nearby has.
    brightness = wide @ np.array([0.299, 0.587, 0.114], np.float32)
    around = cv2.erode(low, cross)[rows, columns], cv2.dilate(high, cross)[rows, columns]
    astray = (brightness < around[0]) | (brightness > around[1])
    out = frame.copy()
    out[rows, columns] = np.round(np.where(astray[:, None], near, wide)).astype(np.uint8)
    return out


def _edge_direction(luma: Plane, rows: Plane, columns: Plane) -> Plane:
    """(N, 2) steps along the edge through each pixel, longer where it is nearly level or upright."""
    padded = cv2.copyMakeBorder(luma, 1, 1, 1, 1, cv2.BORDER_REPLICATE).astype(np.int32)
    nw, ne = padded[rows, columns], padded[rows, columns + 2]
    sw, se = padded[rows + 2, columns], padded[rows + 2, columns + 2]
    step = np.stack([(sw + se) - (nw + ne), (nw + sw) - (ne + se)], axis=1).astype(np.float32)
    least = np.abs(step).min(axis=1) + np.maximum((nw + ne + sw + se) / 32.0, 1.0)
    along: Plane = np.clip(step / least[:, None].astype(np.float32), -_REACH, _REACH)
    return along


def _sampled(frame: U8, places: Plane) -> Plane:
    """(N, 3) colours between the pixels at `places` (x, y)."""
    count = len(places)
    width = min(_ROW, count)
    padded = np.zeros((-(-count // width) * width, 2), np.float32)
    padded[:count] = places
    grid = padded.reshape(-1, width, 2)
    x, y = np.ascontiguousarray(grid[..., 0]), np.ascontiguousarray(grid[..., 1])
    taken: Plane = cv2.remap(frame, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    colors: Plane = taken.reshape(-1, 3)[:count].astype(np.float32)
    return colors
