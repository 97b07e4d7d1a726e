"""Graves and funerals are in a cemetery, those of old China in the woods; it has rows of stones, and a chapel that
shines at night."""

from __future__ import annotations

import pytest
from texts import TEXT

from director.casting import cast
from model.renderer.scenery import LAMP, LIT_PANE
from model.renderer.sets import scenery
from model.stage import Stage


@pytest.mark.parametrize(("prompt", "setting"), [
    ("A graveyard at midnight; two boys dig.", "cemetery"), ("A funeral in the rain.", "cemetery"),
    ("A widow lays flowers on a grave in the churchyard.", "cemetery"), ("A boy kneels at a gravestone.", "cemetery"),
    ("墓地里，男人在墓碑前放下一束花。", "cemetery"), ("葬礼上，母亲哭了。", "cemetery"),
    ("陵园里，老兵敬礼。", "cemetery"),
    ("城外的坟地，侠客祭拜师父。", "forest"), ("清明节，一家人在墓前扫墓。", "cemetery"),
    ("Two boys play in the park.", "park"), ("公园里，老人在下棋。", "park"), ("A priest in a church.", "wedding hall"),
])  # fmt: skip
def test_where_the_dead_are_spoken_of(prompt: str, setting: str) -> None:
    assert cast(prompt, seed=3, text=TEXT).stage.setting == setting


def test_a_grave_in_the_woods_has_its_stone() -> None:
    told = cast("古代，乱葬岗，侠客背着少女逃走。", seed=4, text=TEXT).stage
    assert told.setting == "forest" and "gravestone" in {e.archetype for e in told.entities}


def test_who_is_left_out_mourns_there() -> None:
    told = cast("An old cemetery in the fog.", seed=4, text=TEXT)
    assert {e.look["role"] for e in told.stage.entities if e.kind == "person"} <= {"widow", "widower"}


def test_stones_stand_behind_the_stage_and_a_chapel_far_off() -> None:
    built = scenery(Stage("cemetery", 3, ()))
    behind = [low for low, high in built.obstacles if low[2] < -6.0 and high[1] < 2.0]
    assert len(behind) > 25
    window = built.mesh.vertices[built.mesh.part == LIT_PANE]
    assert window[:, 2].max() < -25.0
    assert (built.mesh.part == LAMP).any()
    assert len(built.lights) == 4
