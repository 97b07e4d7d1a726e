"""Between the colours people write and the light they stand for."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from model.renderer.mesh import F32


def linear(color: npt.ArrayLike) -> F32:
    """Linear light of sRGB colours 0..1, of any shape."""
    c = np.asarray(color, np.float32)
    return np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4).astype(np.float32)
