"""Loops over pixels and triangles, compiled to machine code by Numba when they are first called.

What is compiled is kept on disk by Numba, so that this happens once on a machine. Knows nothing of pictures.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper
from typing import Any, TypeVar

import numpy as np

F = TypeVar("F", bound=Callable[..., Any])


class _Compiled:
    """A function that becomes machine code when it is first called, also by another that does."""

    def __init__(self, function: Callable[..., Any], **how: Any) -> None:
        self._function, self._how = function, how
        self._ready: Callable[..., Any] | None = None
        update_wrapper(self, function)

    def __call__(self, *args: Any) -> Any:
        return (self._ready or self._made_ready())(*args)

    def _made_ready(self) -> Callable[..., Any]:
        import numba  # here, so that importing the renderer compiles and looks up nothing

        self._ready = self._ready or numba.njit(cache=True, nogil=True, **self._how)(self._function)
        return self._ready

    @property
    def _numba_type_(self) -> Any:
        """How Numba knows what a compiled function may call."""
        return self._made_ready()._numba_type_  # type: ignore[attr-defined]


def compiled(function: F) -> F:
    """The function as machine code, which lets other threads run. Its arguments are arrays and numbers, never keywords;
    each new combination of their types is compiled anew. Rounding is as written: no fast maths."""
    return _Compiled(function)  # type: ignore[return-value]


def in_lanes(function: F) -> F:
    """As `compiled`, for loops along rows of pixels: sums may be taken in any order and products fused, so that many
    pixels are worked out at once. Whole rows of the same length still give the same bits, in whatever bands they come.
    For float32 planes; a number must be np.float32 not to be counted in float64."""
    return _Compiled(function, fastmath={"reassoc", "contract", "arcp", "nsz"},  # type: ignore[return-value]
                     error_model="numpy")  # fmt: skip


_LOG2_E = np.float32(1.4426950408889634)
_HALF, _ONE = np.float32(0.5), np.float32(1.0)
# ln(2) ^ k / k!
_E1, _E2, _E3, _E4, _E5, _E6 = np.array([0.6931471805599453, 0.2402265069591007, 0.05550410866482158,
                                         0.009618129107628477, 0.0013333558146428443, 0.00015403530393381608],
                                        np.float32)  # fmt: skip
_BIAS, _FRACTION = np.int32(127), np.int32(23)  # of a float32's exponent, and the bits below it


@in_lanes
def exponential(x: np.float32) -> np.float32:
    """e to the power of x, -80 .. 80, to a millionth: for loops in lanes, which the library's would hold up."""
    power = x * _LOG2_E
    whole = np.floor(power + _HALF)
    rest = power - whole
    of_rest = _ONE + rest * (_E1 + rest * (_E2 + rest * (_E3 + rest * (_E4 + rest * (_E5 + rest * _E6)))))
    scale: np.float32 = np.int32((np.int32(whole) + _BIAS) << _FRACTION).view(np.float32)
    out: np.float32 = of_rest * scale
    return out
