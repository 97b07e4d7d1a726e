"""Anti-aliasing of finished frames."""

import numpy as np

from model.renderer.antialias import smoothed


def slanted() -> np.ndarray:
    """A hard edge, one step down in eight, as the rasteriser draws it."""
    y, x = np.mgrid[0:64, 0:96]
    return np.where((y < 20 + x // 8)[..., None], np.uint8(230), np.uint8(20)).repeat(3, axis=2).astype(np.uint8)


def test_a_staircase_gets_steps_between() -> None:
    before, after = slanted(), smoothed(slanted())
    between = (after > 40) & (after < 210)
    assert not ((before > 40) & (before < 210)).any()
    assert between.any(axis=2).sum() > 60
    # A smooth edge is closer to the ideal one, which crosses each column at a height that is no whole number.
    column_sum = after[..., 0].astype(float).sum(axis=0)
    ideal = 210.0 * (20 + (np.arange(96) + 0.5) / 8 - 0.5) + 64 * 20
    hard = before[..., 0].astype(float).sum(axis=0)
    inside = slice(8, 88)
    assert np.abs(column_sum - ideal)[inside].mean() < 0.8 * np.abs(hard - ideal)[inside].mean()


def test_flat_colour_and_soft_shading_stay_as_they_are() -> None:
    flat = np.full((40, 40, 3), 90, np.uint8)
    ramp = np.arange(120, dtype=np.uint8)[None, :, None].repeat(40, axis=0).repeat(3, axis=2)
    assert (smoothed(flat) == flat).all()
    assert (smoothed(ramp) == ramp).all()


def test_frames_with_very_many_edges_are_taken_too() -> None:
    noise = np.random.default_rng(0).integers(0, 256, (240, 320, 3), dtype=np.uint8)
    assert smoothed(noise).shape == noise.shape
