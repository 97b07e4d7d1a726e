"""What is soft is drawn on fewer pixels than a picture has: (N, h, w) planes, enlarged where they are used.

Widened first, (N, h, W), so that what is left to do is a sum of two lines for each line of the picture.
"""

from __future__ import annotations

from functools import lru_cache

import cv2
import numpy as np
import numpy.typing as npt

from model.renderer.mesh import F32
from model.renderer.raster import Plane

Lines = tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], F32]


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
