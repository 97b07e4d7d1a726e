"""Every verb's goals come true when the teacher acts it out, and lessons keep apart what is for testing."""

from dataclasses import replace
from itertools import count, islice

import numpy as np
import pytest

from model.goals import shown_in, succeeded
from model.moment import GESTURES
from model.state import Action
from model.teacher.behaviours import BEHAVIOURS
from model.teacher.rollouts import Rollout, act, held_out_pair, rollout
from model.verbs import VERBS
from tests.stages import begin, stage_of


def _alone(verb: str) -> list[Rollout]:
    """Six lessons in which nobody is asked anything else, with time enough for the slow."""
    lessons = (rollout(seed, [verb], longest=260) for seed in count(70_000))
    return list(islice((lesson for lesson in lessons if len(lesson.jobs) == 1), 6))


def _done(lesson: Rollout) -> bool:
    """Whether what was asked came true at some moment: who is led about may end up where he began."""
    action, start, _ = lesson.jobs[0]
    shown = shown_in(lesson.moments[start:])
    before = lesson.moments[start]
    return any(succeeded(action, lesson.stage, before, after, shown) for after in reversed(lesson.moments[start + 1 :]))


@pytest.mark.parametrize("verb", sorted(BEHAVIOURS))
def test_what_is_asked_comes_true(verb: str) -> None:
    assert sum(map(_done, _alone(verb))) >= 5


def test_manners_are_shown_while_going_and_slow_it() -> None:
    seen = 0
    for seed in range(120):
        lesson = rollout(seed, ["walk", "run"])
        for action, start, _ in lesson.jobs:
            if action.manner is None:
                continue
            row = lesson.stage.index(action.actor or "")
            if not any((m.held_by == row).any() for m in lesson.moments):
                shown = shown_in(lesson.moments[start:])[row]
                seen += int(shown[GESTURES.index(action.manner)] > 0.5)
    assert seen >= 8


def test_who_leaves_goes_off_to_the_side_that_is_asked_for() -> None:
    stage = stage_of(("a", "adult"))
    _, state = begin(stage)
    for at, direction, side in ((2.0, (-1.0, 0.0), -1), (2.0, None, 1), (-2.0, None, -1), (2.0, (0.0, 1.0), 1)):
        place = np.array([[at, 0.0, 1.0]], np.float32)
        leaves = Action("exit", "e0", direction=direction)
        lesson = act(stage, replace(state.moment, position=place), np.zeros((1, 4), np.float32), [(leaves, 0)])
        assert lesson.moments[-1].present[0] == 0.0 and np.sign(lesson.moments[-1].position[0, 0]) == side


def test_no_lesson_shows_a_pair_of_verb_and_creature_kept_for_testing() -> None:
    pairs = [(v, a) for v in sorted(BEHAVIOURS) for a in ("wolf", "dragon", "horse", "cat", "robot", "bird", "bear")]
    assert 0.04 < np.mean([held_out_pair(*pair) for pair in pairs]) < 0.25
    assert not any(held_out_pair(verb, person) for verb in VERBS for person in ("adult", "child"))
    for seed in range(150):
        lesson = rollout(seed)
        for action, _, _ in lesson.jobs:
            if action.actor is not None:
                archetype = lesson.stage.entities[lesson.stage.index(action.actor)].archetype
                assert not held_out_pair(action.verb, archetype)


def test_held_out_lessons_are_led_by_such_pairs_alone() -> None:
    for seed in range(40):
        lesson = rollout(seed, ["run", "bow", "take"], held_out=True)
        action = lesson.jobs[0][0]
        assert held_out_pair(action.verb, lesson.stage.entities[lesson.stage.index(action.actor or "")].archetype)


def test_a_stage_can_be_filled_with_bystanders() -> None:
    few, many = rollout(5, ["walk"], bystanders=0), rollout(5, ["walk"], bystanders=12)
    assert len(many.stage.entities) == len(few.stage.entities) + 12
