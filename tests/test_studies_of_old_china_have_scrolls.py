"""Studies and halls are of old China where the story is, their furniture with them; those of today stay as they are."""

from __future__ import annotations

import numpy as np
import pytest
from texts import TEXT

from director.casting import cast
from model.kinds import kind_of
from model.renderer.sets import scenery
from model.settings import SETTINGS
from model.stage import Stage


@pytest.mark.parametrize(("prompt", "setting"), [
    ("御书房里，皇帝把奏折摔在地上，丞相跪下。", "old study"), ("书房里，公子研墨，书童打着哈欠。", "old study"),
    ("侯府正厅，老夫人让丫鬟跪下。", "old study"), ("客厅里，王爷接过圣旨。", "old study"),
    ("In a scholar's study in ancient China an official writes a letter.", "old study"),
    ("书房里，爸爸在用电脑。", "study"), ("客厅里，妈妈在看电视。", "living room"),
    ("堂屋里，奶奶给孙子手机。", "living room"), ("A wizard reads in his study.", "study"),
])  # fmt: skip
def test_the_time_decides_which(prompt: str, setting: str) -> None:
    assert cast(prompt, seed=3, text=TEXT).stage.setting == setting


def test_its_furniture_is_of_its_time() -> None:
    stage = cast("书房里，公子和丫鬟在说话。", seed=3, text=TEXT).stage
    kinds = [kind_of(e.archetype, e.name) for e in stage.entities if e.archetype in ("desk", "chair")]
    assert sorted(kind.name for kind in kinds if kind is not None) == ["scholars-desk", "yoke-chair"]


def test_two_chairs_stand_on_either_side_of_the_middle() -> None:
    mesh = scenery(Stage("old study", 3, (), indoor=SETTINGS["old study"].indoor)).mesh
    v = mesh.vertices
    low = v[(v[:, 2] < -5.5) & (np.abs(v[:, 0]) < 1.2) & (np.abs(v[:, 0]) > 0.55) & (v[:, 1] > 0.4) & (v[:, 1] < 0.47)]
    assert len(low) > 40 and abs(float(low[:, 0].mean())) < 0.05
