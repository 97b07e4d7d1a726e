"""Trials are held in a courtroom, whose judge sits at the bench whatever he does; those of old China in a hall."""

from __future__ import annotations

import numpy as np
import pytest
from texts import TEXT

from director.casting import cast
from model.layout import first_moment
from model.renderer.sets import scenery
from model.stage import Stage


@pytest.mark.parametrize(("prompt", "setting"), [
    ("A courtroom. The accused weeps.", "courtroom"), ("法庭上，律师和被告在争吵。", "courtroom"),
    ("法院门口，记者围住了律师。", "street"), ("On the stage of a theatre an actor bows.", "theatre"),
    ("公堂之上，知府审问犯人。", "palace"), ("The king and his court watch a jester.", "castle hall"),
])  # fmt: skip
def test_where_it_is_tried(prompt: str, setting: str) -> None:
    assert cast(prompt, seed=3, text=TEXT).stage.setting == setting


@pytest.mark.parametrize("prompt", [
    "A courtroom. The judge bangs his gavel; the lawyer points at the accused.", "法庭上，法官宣读判决，被告哭了。",
])  # fmt: skip
def test_the_judge_is_behind_the_bench_and_seen_over_it(prompt: str) -> None:
    told = cast(prompt, seed=3, text=TEXT)
    judge = next(e for e in told.stage.entities if e.look.get("role") == "judge")
    bench = next(e for e in told.stage.entities if e.archetype == "throne")
    moment = first_moment(told.stage, told.relations, seed=3, hour=12.0, weather="clear")
    row = told.stage.index(judge.id)
    assert int(moment.supported_by[row]) == told.stage.index(bench.id)
    others = [told.stage.index(e.id) for e in told.stage.entities if e.kind == "person" and e.id != judge.id]
    assert (moment.position[others, 2] > moment.position[row, 2] + 1.0).all()


def test_an_emblem_hangs_over_the_bench() -> None:
    mesh = scenery(Stage("courtroom", 3, (), indoor=True)).mesh
    over = (np.abs(mesh.vertices[:, 0]) < 0.7) & (np.abs(mesh.vertices[:, 1] - 3.05) < 0.7) & (mesh.gloss > 0.7)
    assert over.sum() > 400 and (mesh.vertices[over, 2] < -5.5).all()
