"""On a city's wall one stands high above the land, brick teeth and a tower behind."""

from __future__ import annotations

import numpy as np
import pytest
from texts import TEXT

from director.casting import cast
from model.renderer.scenery import LAMP, LIT_PANE
from model.renderer.sets import scenery
from model.stage import Stage

SEEDS = (1, 2, 3, 4)


@pytest.mark.parametrize(("prompt", "setting"), [
    ("城墙上，将军和士兵望着远方。", "city wall"), ("城楼上，公主送别出征的将军。", "city wall"),
    ("长城上，两个士兵点燃烽火。", "city wall"), ("烽火台上，老兵吹响号角。", "city wall"),
    ("A general stands on the Great Wall at sunset.", "city wall"),
    ("A knight and a queen talk on the castle battlements.", "city wall"),
    ("Archers wait on the ramparts of the city.", "city wall"), ("书生站在城墙下等人。", "old street"),
    ("In the castle hall a king sits on a throne.", "castle hall"), ("天台上，两个警察对峙。", "rooftop"),
])  # fmt: skip
def test_prompts_find_it(prompt: str, setting: str) -> None:
    stage = cast(prompt, seed=3, text=TEXT).stage
    assert stage.setting == setting
    assert setting != "city wall" or not [e for e in stage.entities if e.archetype == "wall"]


@pytest.mark.parametrize(("prompt", "old"), [
    ("城墙上，一个男人和一个女人望着远方。", True), ("长城上，两个游客在拍照。", False),
])  # fmt: skip
def test_who_is_there_is_of_old_china_but_for_its_guests(prompt: str, old: bool) -> None:
    people = [e for e in cast(prompt, seed=3, text=TEXT).stage.entities if e.kind == "person"]
    assert len(people) == 2 and {e.look["outfit"] in ("hanfu", "wuxia", "robe", "peasant") for e in people} == {old}


@pytest.mark.parametrize("seed", SEEDS)
def test_the_land_lies_far_below_and_the_teeth_have_gaps(seed: int) -> None:
    mesh = scenery(Stage("city wall", seed, ())).mesh
    v = mesh.vertices
    outside = v[(np.abs(v[:, 0]) < 20.0) & (v[:, 2] < -16.0) & (v[:, 2] > -22.0)]
    assert outside[:, 1].min() < -5.0
    teeth = v[(np.abs(v[:, 2] + 6.5) < 0.3) & (np.abs(v[:, 0]) < 3.0) & (v[:, 1] > 1.5)]
    gaps = np.diff(np.unique(np.round(teeth[:, 0], 2)))
    assert (gaps > 0.4).sum() >= 2
    assert (mesh.part == LIT_PANE).any() and (mesh.part == LAMP).any()
