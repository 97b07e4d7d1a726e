"""Shortcuts of the renderer come to what they stand for."""

import cv2
import numpy as np

from model.renderer.elementary import exponential
from model.renderer.soft import blurred, lines_between, widened


def test_the_exponential_is_right_to_a_millionth() -> None:
    x = np.linspace(-20.0, 3.0, 500, dtype=np.float32)
    assert all(abs(exponential(v) / np.exp(np.float64(v)) - 1.0) < 2e-6 for v in x)


def test_a_wide_blur_on_fewer_pixels_looks_the_same() -> None:
    plane = np.zeros((90, 160), np.float32)
    plane[40:46, 70:74] = 1.0
    whole = cv2.GaussianBlur(plane, (0, 0), 9.0)
    assert np.abs(blurred(plane, 9.0) - whole).max() < 0.01 * whole.max()


def test_what_is_widened_and_put_between_lines_is_as_if_resized() -> None:
    plane = np.random.default_rng(0).random((1, 18, 32), dtype=np.float32)
    wide = widened(plane, 64, np.empty((1, 18, 64), np.float32))[0]
    above, below, share = lines_between(18, 36)
    out = wide[above] + (wide[below] - wide[above]) * share[:, None]
    assert np.abs(out - cv2.resize(plane[0], (64, 36), interpolation=cv2.INTER_LINEAR)).max() < 1e-6
