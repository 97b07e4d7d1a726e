"""Loops over pixels, triangles and joints, compiled to machine code by Numba when they are first called.

What is compiled is kept on disk by Numba, so that this happens once on a machine. Knows nothing of pictures.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
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
    ready: list[Callable[..., Any]] = []

    @wraps(function)
    def call(*args: Any) -> Any:
        if not ready:
            import numba  # here, so that importing the renderer compiles and looks up nothing

            ready.append(numba.njit(cache=True, nogil=True, **how)(function))
        return ready[0](*args)

    return call  # type: ignore[return-value]
