"""Inns, taverns and teahouses play in an old inn when the story is of old China, in a cafe otherwise."""

from __future__ import annotations

import numpy as np
import pytest
from texts import TEXT

from director.casting import cast
from model.layout import first_moment
from model.settings import SETTINGS
from model.stage import Stage
from tests.scenes import FRONT, SMALL, ruled


@pytest.mark.parametrize(("prompt", "setting"), [
    ("客栈里，两个侠客在喝酒。", "old inn"), ("龙门客栈，女掌柜擦着桌子。", "old inn"),
    ("古代酒楼上，公子听歌女弹琴。", "old inn"),
    ("A swordsman drinks alone in an old Chinese inn.", "old inn"), ("咖啡馆里，一对情侣在吵架。", "cafe"),
    ("A detective meets a thief in a bar.", "bar"), ("In a medieval tavern a knight drinks.", "cafe"),
    ("公主穿越到现代，在咖啡馆里喝咖啡。", "cafe"),
])  # fmt: skip
def test_the_time_decides_which(prompt: str, setting: str) -> None:
    assert cast(prompt, seed=3, text=TEXT).stage.setting == setting


def test_lanterns_light_it_at_any_hour() -> None:
    stage = Stage("old inn", 3, (), indoor=SETTINGS["old inn"].indoor)
    frames = [ruled().draw(stage, first_moment(stage, (), seed=3, hour=hour, weather="clear"), FRONT, SMALL)
              for hour in (1.0, 13.0)]  # fmt: skip
    night, day = (float(np.mean(frame)) for frame in frames)
    assert 35.0 < 0.6 * day < night
    # The lanterns are red.
    assert all((frame[..., 0].astype(int) - frame[..., 2] > 120).sum() > 20 for frame in frames)
