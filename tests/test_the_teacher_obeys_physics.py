"""What the model learns from: bodies fall, fly and bounce as they should, and behaviours reach their goals."""

import math
from itertools import pairwise

import numpy as np
import pytest

from model.geometry import DT, GRAVITY
from model.layout import Relation, first_moment
from model.state import Action
from model.teacher.behaviours import BEHAVIOURS
from model.teacher.bodies import fly, tipping_spin, topple
from model.teacher.rollouts import act, rollout
from model.verbs import VERBS
from tests.stages import stage_of


def test_free_fall_is_free_fall() -> None:
    flight = fly((0.2, 0.2, 0.2), True, (0, 20.0, 0), 0.0, (0, 0, 0), seconds=1.0)
    t = DT * np.arange(1, 11)
    assert flight.position[:10, 1] == pytest.approx(20.0 - GRAVITY * t**2 / 2, abs=0.06)


def test_a_ball_bounces_lower_each_time_and_comes_to_rest() -> None:
    y = fly((0.3, 0.3, 0.3), True, (0, 1.5, 0), 0.0, (0, 0, 0), seconds=6.0).position[:, 1]
    peaks = [y[k] for k in range(1, len(y) - 1) if y[k] > y[k - 1] and y[k] >= y[k + 1] and y[k] > 0.05]
    assert len(peaks) >= 2 and all(a > b for a, b in pairwise(peaks))
    assert abs(y[-1]) < 0.05


def test_a_vase_tipped_over_lies_and_one_barely_touched_stands() -> None:
    size = (0.26, 0.42, 0.26)
    assert topple(size, (0, 0, 0), 0.0, tipping_spin(size)).tilt[-1] > 0.9
    assert topple(size, (0, 0, 0), 0.0, 0.3 * tipping_spin(size)).tilt[-1] < 0.1


def test_every_verb_has_a_behaviour() -> None:
    assert set(BEHAVIOURS) == set(VERBS)


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_lessons_of_every_verb_stay_finite_and_on_the_ground(verb: str) -> None:
    for seed in range(4):
        for moment in rollout(seed, [verb]).moments:
            assert np.isfinite(moment.position).all() and np.isfinite(moment.velocity).all()
            assert moment.position[:, 1].min() >= 0.0
            assert np.allclose(moment.pose.sum(axis=1), 1.0, atol=1e-4)


def test_the_same_seed_gives_the_same_lesson() -> None:
    a, b = rollout(11), rollout(11)
    assert all(np.array_equal(x.position, y.position) for x, y in zip(a.moments, b.moments, strict=True))


def test_giving_passes_the_thing_on() -> None:
    stage = stage_of(("smith", "adult"), ("knight", "adult"), ("sword", "sword"))
    moment = first_moment(stage, [Relation("holds", "e0", "e2")], seed=3, hour=12.0, weather="clear")
    lesson = act(stage, moment, np.zeros((3, 4), np.float32), [(Action("give", "e0", "e1", "e2"), 0)])
    assert lesson.moments[0].held_by[2] == 0
    assert lesson.moments[-1].held_by[2] == 1
    last = lesson.moments[-1]
    assert math.dist(last.position[2], last.position[1]) < 1.3
