"""Whoever is told to be masked wears a mask, which the eyes look through; what is only held or found is not worn."""

from __future__ import annotations

import numpy as np
import pytest
from texts import TEXT

from director.casting import cast
from model.catalog import CATALOG
from model.renderer.figures.person import person_plan
from model.stage import MASKS, Entity

_ADULT = CATALOG["adult"]


def masks(prompt: str) -> list[str]:
    people = (e for e in cast(prompt, seed=3, text=TEXT).stage.entities if e.kind == "person")
    return [e.look.get("mask", "none") for e in people]


@pytest.mark.parametrize(("prompt", "worn"), [
    ("A masked stranger walks into the tavern.", ["half"]),
    ("A masked bandit holds up a stagecoach.", ["cloth"]),
    ("Two thieves in fox masks run down the alley.", ["fox", "fox"]),
    ("A girl in a red fox mask waits at the temple.", ["fox"]),
    ("A man with a rabbit head stands in the corridor.", ["rabbit"]),
    ("A plague doctor walks down a foggy street.", ["plague"]),
    ("An actor in an opera mask bows on the stage.", ["opera"]),
    ("A masked ball: a countess meets a spy.", ["half", "half"]),
    ("酒馆里，一个蒙面人推门进来。", ["cloth"]),
    ("黑衣蒙面刺客潜入书房。", ["cloth"]),
    ("戴面具的男人站在舞会中央。", ["half"]),
    ("戴狐狸面具的女子在庙会上回头。", ["fox"]),
    ("一个戴着兔子头套的人坐在地铁里。", ["rabbit"]),
    ("京剧演员戴着京剧面具站在舞台上。", ["opera"]),
])  # fmt: skip
def test_a_mask_that_is_told_is_worn(prompt: str, worn: list[str]) -> None:
    world = cast(prompt, seed=3, text=TEXT)
    assert masks(prompt) == worn
    assert not any(e.kind == "creature" for e in world.stage.entities)


@pytest.mark.parametrize("prompt", [
    "A boy holds a fox mask in the park.", "A detective finds a mask on the table.", "男人摘下面具。",
    "A rabbit sits in the park beside a girl.", "小女孩抱着兔子坐在公园里。", "A sad clown and a bear in the park.",
])  # fmt: skip
def test_nobody_else_is_masked(prompt: str) -> None:
    assert set(masks(prompt)) == {"none"}


def test_its_colour_may_be_told() -> None:
    stage = cast("A girl in a red fox mask waits.", seed=3, text=TEXT).stage
    assert [e.colors["mask"] for e in stage.entities if e.kind == "person"] == ["#c9232b"]


def who(mask: str, **look: str) -> Entity:
    return Entity("e1", "Ada", "person", "adult", _ADULT.size, {}, {"mask": mask, **look}, _ADULT.traits)


@pytest.mark.parametrize("mask", MASKS[1:])
@pytest.mark.parametrize("gender", ["f", "m"])
def test_the_eyes_stand_out_from_it(mask: str, gender: str) -> None:
    """Before the middle of each eye there is nothing of what is on the head."""
    plan = person_plan(who(mask, gender=gender, hair="short"))
    assert len(plan.pieces) > len(person_plan(who("none", gender=gender, hair="bald")).pieces)
    form = plan.face.form
    (x, y), (wide, _, deep) = form.eye, form.eye_radii
    head = np.concatenate([p.vertices for p in plan.pieces if p.part[0] == plan.rig.index["head"]])
    near = head[np.hypot(np.abs(head[:, 0]) - x, head[:, 1] - y) < 0.45 * wide]
    assert (near[:, 2] - form.head.front(near[:, 0], near[:, 1]) < 0.8 * deep).all()


def test_what_is_over_the_whole_head_leaves_no_hair_out() -> None:
    bald, long = (person_plan(who("rabbit", hair=hair, hat=hat)) for hair, hat in (("bald", "none"), ("long", "crown")))
    assert len(bald.pieces) == len(long.pieces)
