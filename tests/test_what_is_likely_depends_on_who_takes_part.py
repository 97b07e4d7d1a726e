"""A verb is likelier where there is occasion for it: chests are opened, who has fallen is helped up."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from texts import TEXT

from director.understanding.heads import Heads
from model.evaluation.splits import Hearing
from model.layout import Relation
from model.moment import POSES, Moment
from model.occasions import SITUATION, situation
from model.reader import load_reader
from model.stage import Stage
from model.state import Action
from tests.stages import begin, stage_of

STAGE = stage_of(("smith", "adult"), ("knight", "adult"), ("lamp", "lamp"), ("chest", "chest"), ("ball", "ball"))


def _start(*relations: Relation) -> Moment:
    _, state = begin(STAGE, relations=relations)
    return state.moment


def _told(moment: Moment, target: str | None, thing: str | None = None, stage: Stage = STAGE) -> dict[str, float]:
    return load_reader().occasions(situation(stage, moment, "e0", target, thing))


def test_who_has_fallen_is_helped_up_rather_than_who_stands() -> None:
    stands = _start()
    pose = stands.pose.copy()
    pose[1] = np.eye(len(POSES))[POSES.index("fallen")]
    fallen, standing = _told(replace(stands, pose=pose), "e1"), _told(stands, "e1")
    assert fallen["help_up"] - fallen["talk"] > standing["help_up"] - standing["talk"]


def test_chests_are_opened_and_people_are_not() -> None:
    chest, knight = _told(_start(), "e3"), _told(_start(), "e1")
    assert chest["open"] > 0.4 > 0.0 > knight["open"] and knight["talk"] > 0.0 > chest["talk"]


def test_who_is_up_on_something_comes_down() -> None:
    high = _start(Relation("on", "e0", "e3"))
    assert _told(high, None)["get_down"] > _told(_start(), None)["get_down"] + 0.2


def test_roles_alone_tell_nothing() -> None:
    """Only throwing has an object and no target: that there is one must not make it likelier."""
    told = _told(_start(Relation("holds", "e0", "e4")), None, "e4")
    assert abs(told["throw"]) < 0.5


def test_a_situation_never_says_more_than_plain_words() -> None:
    for target in (None, "e1", "e2", "e3", "e4"):
        assert max(map(abs, _told(_start(), target).values())) < 2.0
    walks = Hearing(TEXT).read("walks to something", Action("walk", "e0", "e2"), STAGE, _start())
    assert walks.verb == "walk"  # up to a lamp that could be lit


def test_only_who_is_on_stage_is_in_a_situation() -> None:
    assert situation(STAGE, _start(), "e0", None, "e4").shape == (SITUATION,)
    with pytest.raises(ValueError, match="e9"):
        situation(STAGE, _start(), "e9", None, None)
    heads = Heads(TEXT, load_reader())
    assert heads.occasion("light", STAGE, _start(), "e0", "e2", None) != 0.0
    assert heads.occasion("light", STAGE, _start(), "e9", "e2", None) == 0.0  # has yet to come in
    assert heads.occasion("quake", STAGE, _start(), "e0", None, None) == 0.0  # nobody's doing
