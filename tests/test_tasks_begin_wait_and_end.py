"""What is under way: when actions begin, wait for each other, and give way."""

import pytest

from model.state import Action
from model.world import WorldModel
from tests.stages import begin, square


def test_an_action_that_waits_has_not_started_before_the_other_is_done() -> None:
    world, state = begin(square())
    state = world.step(state, [Action("talk", "e0", "e1", seconds=0.5), Action("wave", "e0", "e1", after=0)])
    while state.tasks[0].done is None:
        assert state.tasks[1].started is None
        state = world.step(state)
    state = world.step(state)
    assert state.tasks[1].started is not None
    assert state.tasks[1].started >= state.tasks[0].done  # type: ignore[operator]


def test_talk_ends_when_its_words_do() -> None:
    world, state = begin(square())
    state = world.step(state, [Action("talk", "e0", seconds=1.0)])
    for _ in range(20):
        state = world.step(state)
    done = state.tasks[0].done
    assert done is not None and done <= 12


def test_a_new_action_of_the_body_replaces_the_old_one_of_that_actor_only() -> None:
    world, state = begin(square())
    state = world.step(state, [Action("circle", "e4"), Action("dance", "e1")])
    circling = [t for t in state.tasks if t.action.verb == "circle"]
    state = world.step(state, [Action("walk", "e1", "e2")])
    verbs = [t.action.verb for t in state.tasks]
    assert "dance" not in verbs
    assert not circling[0].running or "circle" in verbs


def test_an_action_about_somebody_who_is_not_there_names_them() -> None:
    world, state = begin(square())
    with pytest.raises(ValueError, match="e99"):
        world.step(state, [Action("walk", "e0", "e99")])


def test_who_is_admitted_waits_in_the_wings_until_they_enter() -> None:
    world, state = begin(square())
    stranger = state.stage.entities[1]
    state = world.admit(state, type(stranger)("e5", "stranger", "person", "adult", stranger.size))
    assert state.moment.present[5] == 0.0
    assert abs(float(state.moment.position[5, 0])) > state.stage.half_extent
    assert world.step(state, [Action("enter", "e5")]).moment.position.shape == (6, 3)
    assert isinstance(world, WorldModel)
