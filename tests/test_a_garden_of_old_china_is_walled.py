"""Gardens and courts of old China are a set of their own: a hall, white walls, a moon gate, a pond, blossom."""

from __future__ import annotations

import numpy as np
import pytest
from texts import TEXT

from director.casting import cast
from model.renderer.scenery import LIT_PANE, WATER
from model.renderer.sets import scenery
from model.stage import Stage

SEEDS = (1, 2, 3, 4)


@pytest.mark.parametrize(("prompt", "setting"), [
    ("御花园里，皇后与贵妃对峙。", "courtyard garden"), ("王府后院，丫鬟跪在王爷面前。", "courtyard garden"),
    ("古代的庭院里，书生在弹琴。", "courtyard garden"), ("将军府中，老夫人训斥少爷。", "courtyard garden"),
    ("An old Chinese garden where a princess waits for a general.", "courtyard garden"),
    ("In a castle courtyard a knight trains a squire.", "courtyard"), ("公园里，两个老人在下棋。", "park"),
    ("Two boys play in the park.", "park"), ("城外的坟地，侠客祭拜师父。", "forest"),
])  # fmt: skip
def test_prompts_find_it(prompt: str, setting: str) -> None:
    assert cast(prompt, seed=3, text=TEXT).stage.setting == setting


@pytest.mark.parametrize("seed", SEEDS)
def test_it_has_a_hall_that_is_lit_and_water(seed: int) -> None:
    part = scenery(Stage("courtyard garden", seed, ())).mesh.part
    assert (part == LIT_PANE).sum() > 60 and (part == WATER).sum() > 20


@pytest.mark.parametrize("seed", SEEDS)
def test_one_can_look_through_the_moon_gate(seed: int) -> None:
    """Of rays through its middle from the stage none meets the wall, of those beside it all do."""
    mesh = scenery(Stage("courtyard garden", seed, ())).mesh
    triangles = mesh.vertices[mesh.triangles].astype(np.float64)
    side = next(s for s in (-1.0, 1.0) if not met(triangles, (s * 3.0, 1.25)))
    assert not any(met(triangles, (side * 3.0 + x, 1.25 + y)) for x, y in ((0.8, 0.0), (-0.8, 0.0), (0.0, 0.9)))
    assert all(met(triangles, (side * 3.0 + x, 2.2)) for x in (-1.6, 1.6))


def met(triangles: np.ndarray, at: tuple[float, float]) -> bool:
    """Whether a line along z through (x, y) meets anything between z = -14 and -13."""
    near = triangles[(triangles[:, :, 2].min(axis=1) > -14.2) & (triangles[:, :, 2].max(axis=1) < -12.9)]
    a, b, c = (near[:, k, :2] for k in range(3))
    p = np.array(at)

    def turn(u: np.ndarray, v: np.ndarray) -> np.ndarray:
        return (v - u)[:, 0] * (p - u)[:, 1] - (v - u)[:, 1] * (p - u)[:, 0]

    signs = np.stack([turn(a, b), turn(b, c), turn(c, a)])
    return bool(((signs > 0).all(axis=0) | (signs < 0).all(axis=0)).any())
