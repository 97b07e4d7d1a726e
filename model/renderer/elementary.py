"""Powers and logarithms of two for compiled loops along rows of pixels: unlike those of the C library, which take one
number at a time, they are worked out for many pixels at once. Good to a few parts in ten million.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from model.renderer.compiled import in_lanes

_HALF, _ONE = np.float32(0.5), np.float32(1.0)
_MOST = np.float32(126.0)  # beyond which float32 ends
_BIAS, _MANTISSA = np.int32(127), np.int32(23)  # of the exponent, and bits after it
_ROOT = np.int32(0x3F3504F3)  # bits of the square root of a half
_E = np.float32(1.4426950408889634)  # its logarithm
# Minimax polynomials of Cephes, highest power first (Moshier 1989).
_P0, _P1, _P2, _P3, _P4, _P5 = (np.float32(x) for x in (
    1.535336188319500e-4, 1.339887440266574e-3, 9.618437357674640e-3, 5.550332471162809e-2, 2.402264791363012e-1,
    6.931472028550421e-1))  # fmt: skip
_L0, _L1, _L2, _L3, _L4, _L5, _L6, _L7, _L8 = (np.float32(x) for x in (
    7.0376836292e-2, -1.1514610310e-1, 1.1676998740e-1, -1.2420140846e-1, 1.4249322787e-1, -1.6668057665e-1,
    2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1))  # fmt: skip


@in_lanes
def exp2(x: Any) -> Any:
    """Two to the power of x, of which less than -126 counts as that and more than 126 too."""
    x = min(max(x, -_MOST), _MOST)
    whole = np.floor(x + _HALF)
    r = x - whole
    part = (((((_P0 * r + _P1) * r + _P2) * r + _P3) * r + _P4) * r + _P5) * r + _ONE
    return part * np.int32((np.int32(whole) + _BIAS) << _MANTISSA).view(np.float32)


@in_lanes
def log2(x: Any) -> Any:
    """The power of two that x, above 0, is."""
    bits = np.float32(x).view(np.int32)
    exponent = np.int32((bits - _ROOT) >> _MANTISSA)
    r = np.int32(bits - (exponent << _MANTISSA)).view(np.float32) - _ONE
    part = ((((((((_L0 * r + _L1) * r + _L2) * r + _L3) * r + _L4) * r + _L5) * r + _L6) * r + _L7) * r + _L8) * r
    return (r + r * r * (part - _HALF)) * _E + np.float32(exponent)


@in_lanes
def exponential(x: Any) -> Any:
    """e to the power of x, within the same bounds."""
    return exp2(x * _E)
