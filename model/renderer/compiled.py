"""Loops over pixels, triangles and joints, compiled to machine code by Numba when they are first called.

What is compiled is kept on disk by Numba, so that this happens once on a machine. Knows nothing of pictures.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, update_wrapper
from typing import Any, TypeVar

F = TypeVar("F", bound=Callable[..., Any])


def compiled(function: F) -> F:
    """The function as machine code, which lets other threads run. Its arguments are arrays, numbers and tuples of
    them, never keywords; each new combination of their types is compiled anew. Rounding is as written."""
    return _compiled(function)


def in_lanes(function: F) -> F:
    """As `compiled`, for loops along rows of pixels: sums may be taken in any order and products fused, so that many
    pixels are worked out at once. Whole rows of the same length still give the same bits, in whatever bands they come.
    For float32 planes; a number must be np.float32 not to be counted in float64."""
    return _compiled(function, fastmath={"reassoc", "contract", "arcp", "nsz"}, error_model="numpy")


def _compiled(function: F, **how: Any) -> F:
    return update_wrapper(_Compiled(function, how), function)  # type: ignore[return-value]


class _Compiled:
    """A function that is compiled when it, or another that calls it, is first called. Numba does not see that what is
    kept on disk is out of date when only a function that it calls, in another file, has changed: save both files."""

    def __init__(self, function: Callable[..., Any], how: dict[str, Any]) -> None:
        self._function, self._how = function, how

    def __call__(self, *args: Any) -> Any:
        return self._ready(*args)

    @cached_property
    def _ready(self) -> Any:
        import numba  # here, so that importing the renderer compiles and looks up nothing

        return numba.njit(cache=True, nogil=True, **self._how)(self._function)

    @property
    def _numba_type_(self) -> Any:
        """What Numba takes it for in a function that calls it."""
        return self._ready._numba_type_
