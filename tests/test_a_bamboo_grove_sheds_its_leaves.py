"""Bamboo groves are sets of their own, and where something blooms or withers the air is full of it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from texts import TEXT

from director.casting import cast
from model.layout import first_moment
from model.renderer.sets import scenery
from model.stage import Stage
from tests.scenes import FRONT, SMALL, ruled

SEEDS = (1, 2, 3)


@pytest.mark.parametrize(("prompt", "setting"), [
    ("Two swordsmen meet in a bamboo forest at dawn.", "bamboo grove"),
    ("A monk meditates in a misty bamboo grove.", "bamboo grove"),
    ("竹林深处，侠客拔剑。", "bamboo grove"), ("夜里，刺客在竹海中追赶公主。", "bamboo grove"),
    ("A hunter in a birch forest.", "forest"), ("A bamboo stands by a well in a village.", "village"),
])  # fmt: skip
def test_prompts_find_it(prompt: str, setting: str) -> None:
    assert cast(prompt, seed=3, text=TEXT).stage.setting == setting


@pytest.mark.parametrize("seed", SEEDS)
def test_canes_stand_all_round_and_higher_than_a_house(seed: int) -> None:
    v = scenery(Stage("bamboo grove", seed, ())).mesh.vertices
    tall = v[(v[:, 1] > 5.0) & (np.hypot(v[:, 0], v[:, 2]) < 24.0)]
    quarters = {(x > 0.0, z > 0.0) for x, z in tall[:, [0, 2]].tolist()}
    assert len(quarters) == 4 and tall[:, 1].max() > 7.0


def drawn(time_s: float, setting: str) -> np.ndarray:
    stage = Stage(setting, 3, ())
    moment = first_moment(stage, (), seed=3, hour=12.0, weather="clear")
    return ruled().draw(stage, replace(moment, time_s=time_s), FRONT, SMALL).astype(np.int16)


def test_leaves_fall_there_and_not_in_a_desert() -> None:
    moved = {}
    for setting in ("bamboo grove", "desert"):
        moved[setting] = int((np.abs(drawn(10.0, setting) - drawn(10.5, setting)).max(axis=2) > 24).sum())
    assert moved["bamboo grove"] > 20 > moved["desert"]


def test_the_same_moment_has_the_same_leaves() -> None:
    assert (drawn(10.0, "bamboo grove") == drawn(10.0, "bamboo grove")).all()
