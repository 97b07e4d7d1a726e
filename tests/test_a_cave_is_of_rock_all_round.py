"""A cave is a set of its own: rock all round and overhead, a way out to the daylight, light of fire and of crystals."""

from __future__ import annotations

import numpy as np
import pytest
from texts import TEXT

from director.casting import cast
from model.layout import first_moment
from model.renderer.scenery import SKY_PANE
from model.renderer.sets import scenery
from model.settings import SETTINGS
from model.stage import Stage
from tests.scenes import FRONT, SMALL, ruled

SEEDS = (1, 2, 3, 4)


@pytest.mark.parametrize(("prompt", "setting"), [
    ("山洞里，侠客在打坐疗伤。", "cave"), ("洞府中，仙人教徒弟。", "cave"), ("盘丝洞里，妖精抓住了和尚。", "cave"),
    ("矿洞里，两个矿工在挖煤。", "cave"), ("A dragon sleeps in a dark cave.", "cave"),
    ("Two explorers find a treasure chest in a crystal cavern.", "cave"),
    ("In front of the cave a boy meets a bear.", "mountain"),
    ("A prisoner sits in a dungeon.", "dungeon"), ("地牢里，囚犯望着窗外。", "dungeon"),
    ("洞房里，新娘等着新郎。", "old chamber"),
])  # fmt: skip
def test_prompts_find_it(prompt: str, setting: str) -> None:
    assert cast(prompt, seed=3, text=TEXT).stage.setting == setting


@pytest.mark.parametrize("prompt", ["A hunter sits by a fire in a cave.", "山洞里，侠客坐在火堆旁疗伤。"])
def test_one_sits_on_its_ground_by_a_fire_that_no_hearth_holds(prompt: str) -> None:
    found = cast(prompt, seed=3, text=TEXT)
    things = {e.archetype for e in found.stage.entities if e.kind == "prop"}
    assert "campfire" in things and not things & {"chair", "sofa", "bench", "fireplace"}
    assert [r for r in found.relations if r.kind == "sits"]


@pytest.mark.parametrize("seed", SEEDS)
def test_rock_is_all_round_but_for_the_way_out(seed: int) -> None:
    built = scenery(Stage("cave", seed, (), indoor=True))
    v = built.mesh.vertices
    assert (built.mesh.part == SKY_PANE).any() and (built.mesh.glow > 0.5).any()
    for low, high in ((0.5, 2.5), (2.5, 4.8)):
        ring = v[(v[:, 1] > low) & (v[:, 1] < high) & (np.hypot(v[:, 0], v[:, 2] - 1.25) > 7.0)]
        turned = np.degrees(np.arctan2(ring[:, 0], ring[:, 2] - 1.25)) % 360.0
        assert len(np.unique(turned // 15.0)) == 24
    assert (v[np.hypot(v[:, 0], v[:, 2]) < 4.0][:, 1] > 5.0).any()


def test_it_is_dim_but_never_black_at_any_hour() -> None:
    stage = Stage("cave", 3, (), indoor=SETTINGS["cave"].indoor)
    for hour in (1.0, 13.0):
        frame = ruled().draw(stage, first_moment(stage, (), seed=3, hour=hour, weather="clear"), FRONT, SMALL)
        assert 18.0 < float(np.mean(frame)) < 110.0
