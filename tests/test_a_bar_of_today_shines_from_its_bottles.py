"""Bars, pubs, clubs and karaoke of today are a setting of their own, its counter before bottles that shine; taverns of
old times are where they were."""

from __future__ import annotations

import numpy as np
import pytest
from texts import TEXT

from director.casting import cast
from model.renderer.scenery import SCREEN, SKY_PANE
from model.renderer.sets import scenery
from model.stage import Stage


@pytest.mark.parametrize(("prompt", "setting"), [
    ("A detective meets a thief in a bar.", "bar"), ("A nightclub; a singer argues with her manager.", "bar"),
    ("A pub in London; two friends drink beer.", "bar"), ("Mia and Leo sing in a karaoke bar.", "bar"),
    ("酒吧里，女侦探和歌手。", "bar"), ("KTV包厢里，几个同事在唱歌。", "bar"), ("夜店，总裁撞见了前女友。", "bar"),
    ("A bartender polishes a glass.", "bar"), ("调酒师给她递了一杯酒。", "bar"),
    ("In a medieval tavern a knight drinks.", "cafe"), ("古代酒馆里，剑客独自喝酒。", "old inn"),
    ("A coffee shop with two students.", "cafe"),
    ("Behind bars, a prisoner waits.", "dungeon"), ("At a rooftop bar two friends talk.", "rooftop"),
])  # fmt: skip
def test_what_is_drunk_and_when_says_where(prompt: str, setting: str) -> None:
    assert cast(prompt, seed=3, text=TEXT).stage.setting == setting


def test_behind_the_counter_bottles_stand_before_light() -> None:
    mesh = scenery(Stage("bar", 3, (), indoor=True)).mesh
    assert not (mesh.part == SKY_PANE).any()  # no window
    lit = mesh.vertices[(mesh.part == SCREEN) & (mesh.vertices[:, 2] < -8.0)]
    assert np.ptp(lit[:, 0]) > 9.0 and lit[:, 1].min() > 0.9 and lit[:, 1].max() < 3.2
    counter = mesh.vertices[(mesh.vertices[:, 2] > -6.9) & (mesh.vertices[:, 2] < -5.7) & (mesh.vertices[:, 1] < 1.2)]
    assert np.ptp(counter[:, 0]) > 9.0
