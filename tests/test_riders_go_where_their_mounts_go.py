"""Whoever is on a mount sits astride it and goes where it goes, and what their legs are told to do, it does."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from director.directive import Directive
from director.planning.riding import on_mounts, with_mounts
from model.layout import Relation
from model.moment import POSES, Moment
from model.stage import Stage
from model.state import Action
from model.world import WorldModel
from tests.stages import begin, stage_of
from tests.test_constraints_keep_scenes_possible import _projected, _shifted

STAGE = stage_of(("girl", "child"), ("horse", "horse"), ("well", "well"))
SIT = POSES.index("sit")


def riding(stage: Stage = STAGE) -> Moment:
    return begin(stage, relations=(Relation("sits", "e0", "e1"),))[1].moment


def standing(moment: Moment, on: int) -> Moment:
    """The girl on her feet on something, or on nothing."""
    pose, under = moment.pose.copy(), moment.supported_by.copy()
    pose[0], under[0] = np.eye(len(POSES))[POSES.index("stand")], on
    return replace(moment, pose=pose, supported_by=under)


def test_a_rider_goes_along() -> None:
    start = riding()
    after, _ = _projected(STAGE, start, standing(_shifted(start, 1, (0.3, 0.0, 0.0)), -1), Action("walk", "e1", "e2"))
    assert after.supported_by[0] == 1 and after.pose_name(0) == "sit"
    assert np.allclose(after.position[0] - start.position[0], (0.3, 0.0, 0.0), atol=1e-5)


def test_a_rider_who_gets_off_is_let_go() -> None:
    start = riding()
    down = standing(_shifted(start, 0, (0.4, -0.2, 0.0)), -1)
    after, _ = _projected(STAGE, start, down, Action("get_down", "e0"))
    assert after.supported_by[0] == -1 and after.pose_name(0) == "stand"


def test_who_has_come_to_be_on_a_mount_slides_into_the_saddle() -> None:
    moment = standing(_shifted(riding(), 0, (0.3, 0.0, 0.2)), 1)
    for _ in range(24):
        moment, _ = _projected(STAGE, moment, moment)
    assert moment.pose_name(0) == "sit"
    assert np.allclose(moment.position[0, [0, 2]], moment.position[1, [0, 2]], atol=1e-3)


def test_a_mount_goes_where_its_rider_is_told_to() -> None:
    asked = Directive("...", (Action("walk", "e0", "e2"), Action("wave", "e0"), Action("chase", "e0", "e1")))
    walks, waves, away = on_mounts(asked, STAGE, riding()).actions
    assert (walks.actor, walks.target, waves.actor) == ("e1", "e2", "e0")
    assert (away.actor, away.verb, away.target) == ("e1", "walk", None)
    assert on_mounts(asked, STAGE, begin(STAGE)[1].moment) == asked


def test_who_mounts_and_goes_off_goes_on_the_mount() -> None:
    mounts, goes, dismounts, walks = (Action("jump_onto", "e0", "e1"), Action("exit", "e0", after=0),
                                      Action("get_down", "e0"), Action("walk", "e0", "e2"))  # fmt: skip
    start = begin(STAGE)[1].moment
    assert on_mounts(Directive("...", (mounts, goes)), STAGE, start).actions == (mounts, replace(goes, actor="e1"))
    assert on_mounts(Directive("...", (mounts, dismounts, walks)), STAGE, start).actions[2] == walks


def test_a_creature_that_is_mounted_is_made_ready_to_carry() -> None:
    _, state = begin(stage_of(("girl", "child"), ("dragon", "dragon"), ("dog", "dog")))
    for mount, ready in (("e1", True), ("e2", False)):
        stage = with_mounts(state, (Action("jump_onto", "e0", mount),)).stage
        assert ("surface" in stage.entities[stage.index(mount)].traits) == ready


# ---- vehicles -----------------------------------------------------------------------------------------------------

STREET = stage_of(("girl", "child"), ("motorbike", "motorbike"), ("well", "well"))


def asked(action: Action, moment: Moment) -> tuple[Action, ...]:
    return on_mounts(Directive("...", (action,)), STREET, moment).actions


def test_a_vehicle_takes_away_who_leaves_on_it() -> None:
    for words in ("rides off", "骑车离开", "leaves"):
        (away,) = asked(Action("exit", "e0", words=words), riding(STREET))
        assert (away.verb, away.actor, away.target) == ("exit", "e1", None)
    (away,) = asked(Action("walk", "e0", words="骑着摩托车走了"), riding(STREET))
    assert (away.verb, away.actor) == ("exit", "e1")


def test_who_goes_on_foot_leaves_the_vehicle_where_it_is() -> None:
    for action in (Action("exit", "e0", words="walks away"), Action("walk", "e0", "e2", words="walks to something")):
        assert asked(action, riding(STREET)) == (action,)


def test_a_vehicle_goes_where_its_rider_rides() -> None:
    (goes,) = asked(Action("walk", "e0", "e2", words="rides to something"), riding(STREET))
    assert (goes.verb, goes.actor, goes.target) == ("walk", "e1", "e2")


def test_who_is_to_ride_away_gets_on_first() -> None:
    on, away = asked(Action("exit", "e0", "e1", words="rides away on something"), begin(STREET)[1].moment)
    assert (on.verb, on.actor, on.target) == ("jump_onto", "e0", "e1")
    assert (away.verb, away.actor, away.after) == ("exit", "e1", 0)


def test_rider_and_vehicle_are_gone_together() -> None:
    world, state = begin(STREET, relations=(Relation("sits", "e0", "e1"),), world=WorldModel.load())
    actions: tuple[Action, ...] = (Action("exit", "e1", words="rides off"),)
    for _ in range(12 * 14):
        state, actions = world.step(state, actions), ()
        seat = state.moment.position[0] - state.moment.position[1]
        assert abs(seat[1] - 0.84) < 0.05 and np.hypot(seat[0], seat[2]) < 0.4
        if state.moment.present[1] < 0.5 and state.moment.present[0] < 0.5:
            return
    raise AssertionError("they are still there")
