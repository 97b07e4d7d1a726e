"""Loops over pixels, triangles and joints, compiled to machine code by Numba when they are first called.

What is compiled is kept on disk by Numba, so that this happens once on a machine, for as long as no source of the
renderer changes. Knows nothing of pictures.
"""

from __future__ import annotations

import hashlib
import shutil
import time
from collections.abc import Callable
from functools import cache, cached_property, update_wrapper
from pathlib import Path
from typing import Any, TypeVar

F = TypeVar("F", bound=Callable[..., Any])

_OLD = 7 * 24 * 3600.0  # s after which what was compiled of other sources is thrown away


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
    """A function that is compiled when it, or another that calls it, is first called."""

    def __init__(self, function: Callable[..., Any], how: dict[str, Any]) -> None:
        self._function, self._how = function, how

    def __call__(self, *args: Any) -> Any:
        return self._ready(*args)

    @cached_property
    def _ready(self) -> Any:
        import numba  # here, so that importing the renderer compiles and looks up nothing

        numba.config.CACHE_DIR = str(_kept_in())  # type: ignore[attr-defined]
        _keep_copies_apart()
        return numba.njit(cache=True, nogil=True, **self._how)(self._function)

    @property
    def _numba_type_(self) -> Any:
        """What Numba takes it for in a function that calls it."""
        return self._ready._numba_type_


@cache
def _keep_copies_apart() -> None:
    """Makes what a compiled function calls its own. Numba links a copy into each caller but leaves it to be replaced by
    any other copy that the process has, which was optimised on its own and may round otherwise: frames would depend on
    what was compiled in the process, what was read from disk, and in which order."""
    from numba.core import codegen

    library: Any = codegen.CPUCodeLibrary
    optimize = library._optimize_final_module

    def optimize_alone(self: Any) -> None:
        for function in self._final_module.functions:
            if function.linkage.name == "linkonce_odr" and not function.is_declaration:
                function.linkage = "internal"
        optimize(self)

    library._optimize_final_module = optimize_alone


@cache
def _kept_in() -> Path:
    return folder_for(Path(__file__).parent)


def folder_for(package: Path) -> Path:
    """Where what is compiled of a package, as its sources are now, is kept: Numba by itself looks only at the file that
    a function is in, and would go on with the old machine code of functions that it calls in others."""
    digest = hashlib.sha256()
    for file in sorted(package.rglob("*.py")):
        digest.update(file.read_bytes())
    kept = package / "__pycache__" / f"compiled-{digest.hexdigest()[:16]}"
    for other in kept.parent.glob("compiled-*"):
        if other != kept and time.time() - other.stat().st_mtime > _OLD:
            shutil.rmtree(other, ignore_errors=True)
    return kept
