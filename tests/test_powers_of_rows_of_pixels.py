"""Powers and logarithms of two that compiled loops work out for many pixels at once."""

from __future__ import annotations

import numpy as np
import pytest

from model.renderer.elementary import exp2, log2


@pytest.mark.parametrize("x", [-126.0, -20.5, -1.0, -0.5, -1e-6, 0.0, 0.3, 0.5, 1.0, 7.49, 126.0])
def test_powers_are_right(x: float) -> None:
    assert exp2(np.float32(x)) == pytest.approx(2.0 ** float(np.float32(x)), rel=3e-7)


@pytest.mark.parametrize("x", [1e-30, 1e-4, 0.5, 0.70710, 0.70711, 0.999999, 1.0, 1.000001, 1.4142, 3.0, 1e20])
def test_logarithms_are_right(x: float) -> None:
    assert log2(np.float32(x)) == pytest.approx(float(np.log2(np.float64(np.float32(x)))), rel=3e-7)


def test_what_is_too_large_or_too_small_stays_a_number() -> None:
    assert exp2(np.float32(1e4)) == 2.0**126 and exp2(np.float32(-1e4)) == 2.0**-126
