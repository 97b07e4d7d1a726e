"""Bedrooms of old China are chambers of their time, and those of today stay as they are."""

from __future__ import annotations

import numpy as np
import pytest
from texts import TEXT

from director.casting import cast
from model.layout import first_moment
from model.stage import Stage
from tests.scenes import FRONT, SMALL, ruled


@pytest.mark.parametrize(("prompt", "setting"), [
    ("闺房里，小姐坐在镜子前梳头。", "old chamber"), ("洞房花烛夜，新娘掀起红盖头。", "old chamber"),
    ("皇帝病倒在寝宫的床上，太医跪在床边。", "old chamber"), ("卧室里，妈妈给孩子讲故事。", "bedroom"),
    ("In a bedroom a girl hides under the bed.", "bedroom"),
])  # fmt: skip
def test_the_time_decides_which(prompt: str, setting: str) -> None:
    told = cast(prompt, seed=3, text=TEXT)
    assert told.stage.setting == setting
    assert "bed" in {e.archetype for e in told.stage.entities}


def test_the_disc_of_the_moon_door_is_the_brightest_part_of_the_back_wall() -> None:
    stage = Stage("old chamber", 3, (), indoor=True)
    frame = ruled().draw(stage, first_moment(stage, (), seed=3, hour=13.0, weather="clear"), FRONT, SMALL)
    luma = frame.astype(np.float64).mean(axis=2)
    height, width = luma.shape
    middle = luma[int(0.3 * height) : int(0.45 * height), int(0.46 * width) : int(0.54 * width)]
    assert middle.mean() > 1.4 * luma.mean()
