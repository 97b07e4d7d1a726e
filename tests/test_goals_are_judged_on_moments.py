"""What goals are judged on when the world is given as moments."""

from __future__ import annotations

from model.goals import facts_of, shown_in, succeeded
from model.state import Action
from tests.stages import stage_of
from tests.trajectories import changed, gesture, pose, still

STAGE = stage_of(("smith", "adult"), ("knight", "adult"), ("sword", "sword"))
FIRST = still(STAGE, {0: (0.0, 0.0, 0.0), 1: (2.0, 0.0, 0.0), 2: (0.0, 0.0, 2.0)})


def test_facts_name_who_holds_carries_and_contains() -> None:
    facts = facts_of(STAGE, changed(FIRST, 2, held_by=0))
    smith, _, sword = facts["entities"]
    assert smith["holds"] == [sword["name"]] and sword["supported_by"] is None
    assert facts_of(STAGE, changed(FIRST, 2, supported_by=1))["entities"][2]["supported_by"] == "<e1>"


def test_a_gesture_is_shown_once_it_leads() -> None:
    half = [0.55 * w + 0.45 * r for w, r in zip(gesture("wave"), gesture("rest"), strict=True)]
    waving, action = changed(FIRST, 0, gesture=half), Action("wave", "e0")
    assert succeeded(action, STAGE, FIRST, FIRST, shown_in([waving, FIRST]))
    assert not succeeded(action, STAGE, FIRST, FIRST, shown_in([FIRST, FIRST]))
    assert not succeeded(action, STAGE, FIRST, waving)  # nothing was made since


def test_all_goals_of_an_action_must_come_true() -> None:
    near = changed(FIRST, 0, position=(1.0, 0.0, 0.0))
    assert succeeded(Action("walk", "e0", "e1"), STAGE, FIRST, near)
    assert not succeeded(Action("hide", "e0", "e1"), STAGE, FIRST, near)
    assert succeeded(Action("hide", "e0", "e1"), STAGE, FIRST, changed(near, 0, pose=pose("kneel")))


def test_who_has_left_is_not_found_in_anothers_id() -> None:
    crowd = stage_of(*[(f"guard {k}", "adult") for k in range(12)])
    first = still(crowd, {})
    assert succeeded(Action("exit", "e1"), crowd, first, changed(first, 1, present=0.0))


def test_a_walk_to_a_side_is_done_only_on_that_side() -> None:
    left, right = (changed(FIRST, 0, position=(x, 0.0, 0.0)) for x in (-1.5, 1.5))
    to_the_left = Action("walk", "e0", direction=(-1.0, 0.0))
    assert succeeded(to_the_left, STAGE, FIRST, left) and not succeeded(to_the_left, STAGE, FIRST, right)
    assert succeeded(Action("walk", "e0"), STAGE, FIRST, right)  # anywhere
    assert succeeded(Action("walk", "e0", "e1", direction=(-1.0, 0.0)), STAGE, FIRST, right)  # to somebody
