"""What is soft is drawn on fewer pixels than a picture has: (N, h, w) planes, enlarged where they are used.

Widened first, (N, h, W), so that what is left to do is a sum of two lines for each line of the picture.
"""

from __future__ import annotations

import math
from functools import lru_cache

import cv2
import numpy as np
import numpy.typing as npt

from model.renderer.mesh import F32
from model.renderer.raster import Plane

Lines = tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], F32]


_SMOOTH = 8.0  # pixels of standard deviation from which on a blur is the same on half as many pixels along each side
_OWN_BLUR = 0.23  # pixels squared that a plane is blurred by when it is halved and doubled again, halved


def blurred(plane: Plane, deviation: float) -> Plane:
    """(h, w) as a Gaussian of this standard deviation in pixels blurs it; a wide one on fewer pixels."""
    if deviation <= _SMOOTH or min(plane.shape) < 4:
        return cv2.GaussianBlur(plane, (0, 0), deviation)
    h, w = plane.shape
    half = cv2.resize(plane, (w // 2, h // 2), interpolation=cv2.INTER_AREA)
    half = blurred(half, math.sqrt((deviation / 2) ** 2 - _OWN_BLUR))
    return cv2.resize(half, (w, h), interpolation=cv2.INTER_LINEAR)


def widened(planes: Plane, width: int, out: Plane) -> Plane:
    """(N, h, W) of (N, h, w), by straight lines between the middles of its pixels; in `out`."""
    for plane, into in zip(planes, out, strict=True):
        cv2.resize(plane, (width, len(plane)), into, interpolation=cv2.INTER_LINEAR)
    return out


@lru_cache(maxsize=16)
def lines_between(h: int, height: int, step: int | None = None) -> Lines:
    """For each of `height` lines the two of h lines between which it lies, and how much of the second is in it. Those
    lie `step` lines apart, or else so that they just fill the height."""
    at = np.clip((np.arange(height) + 0.5) / (step or height / h) - 0.5, 0.0, h - 1.0)
    above = at.astype(np.int64)
    return above, np.minimum(above + 1, h - 1), (at - above).astype(np.float32)
