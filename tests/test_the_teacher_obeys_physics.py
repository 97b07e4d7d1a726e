"""What the model learns from: bodies fall, fly and bounce as they should, and behaviours reach their goals."""

import math
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from model.geometry import DT, GRAVITY
from model.layout import Relation, first_moment
from model.moment import Moment
from model.stage import Stage
from model.state import Action
from model.teacher.behaviours import BEHAVIOURS
from model.teacher.bodies import fly, tipping_spin, topple
from model.teacher.rollouts import Rollout, act, rollout
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
    assert set(BEHAVIOURS) == set(VERBS) - {"act"}  # what `act` means is in its words alone


@pytest.mark.parametrize("verb", sorted(BEHAVIOURS))
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


def _still(*archetypes: str, **places: tuple[float, float]) -> tuple[Stage, Moment]:
    """A stage of these, all heading along +z; `e1=(x, z)` says where."""
    stage = stage_of(*((f"{name} {k}", name) for k, name in enumerate(archetypes)))
    moment = first_moment(stage, [], seed=3, hour=12.0, weather="clear")
    position = np.zeros_like(moment.position)
    for entity_id, (x, z) in places.items():
        position[stage.index(entity_id)] = (x, 0.0, z)
    return stage, replace(moment, position=position, heading=np.zeros_like(moment.heading))


def _acted(stage: Stage, moment: Moment, *actions: Action) -> Rollout:
    """The actions one after the other, eight seconds apart."""
    temper = np.zeros((len(stage.entities), 4), np.float32)
    return act(stage, moment, temper, [(action, 96 * k) for k, action in enumerate(actions)], longest=240)


def test_stairs_are_walked_up_and_down_along_their_slope() -> None:
    stage, moment = _still("adult", "stairs", e0=(0.0, 3.5), e1=(0.0, 0.0))
    lesson = _acted(stage, moment, Action("climb", "e0", "e1"), Action("get_down", "e0"))
    heights = np.array([m.position[0, 1] for m in lesson.moments])
    assert heights.max() == pytest.approx(stage.entities[1].size[1], abs=0.05) and heights[-1] == 0.0
    assert np.abs(np.diff(heights)).max() < 0.2
    on_the_way = [m for m in lesson.moments if 0.2 < m.position[0, 1] < 1.0]
    assert len(on_the_way) >= 6 and all(m.pose_name(0) == "walk" for m in on_the_way)


def test_a_blast_throws_things_away_from_it_and_people_down() -> None:
    stage, moment = _still("barrel", "ball", "chair", "adult", "house", e1=(1.0, 0.5), e2=(-1.0, -1.0), e3=(0.0, 1.5),
                           e4=(0.0, -5.0))  # fmt: skip
    last = _acted(stage, moment, Action("blast", None, "e0")).moments[-1]
    for row in (1, 2, 3):
        was, now = moment.position[row, [0, 2]], last.position[row, [0, 2]]
        assert np.dot(now - was, was) / np.linalg.norm(was) > 0.3
    assert last.down(3) and last.down(2)
    assert np.array_equal(last.position[4], moment.position[4])


def test_a_quake_topples_slender_things_and_leaves_broad_ones() -> None:
    stage, moment = _still("floor_lamp", "box", "adult", e0=(-2.0, 0.0), e1=(2.0, 0.0))
    last = _acted(stage, moment, Action("quake", None)).moments[-1]
    assert last.down(0) and not last.down(1) and not last.down(2)


def test_a_shove_tips_a_tall_thing_over_and_moves_a_low_one() -> None:
    for archetype, falls in (("floor_lamp", True), ("chest", False)):
        stage, moment = _still("adult", archetype, e0=(0.0, 2.0))
        last = _acted(stage, moment, Action("push", "e0", "e1")).moments[-1]
        assert last.down(1) == falls
        assert falls or last.position[1, 2] < -0.3


def test_a_vase_falls_over_with_nobody_near() -> None:
    stage, moment = _still("vase", "adult", e1=(3.0, 3.0))
    last = _acted(stage, moment, Action("topple", None, "e0")).moments[-1]
    assert last.down(0) and np.array_equal(last.position[1], moment.position[1])


def test_whoever_lands_on_a_tower_rises_above_it_before_it_is_near() -> None:
    stage, moment = _still("dragon", "bell_tower", e0=(5.0, 4.0), e1=(-1.0, -1.0))
    lesson = _acted(stage, moment, Action("land", "e0", "e1"))
    assert lesson.moments[-1].supported_by[0] == 1 and lesson.moments[-1].pose_name(0) == "stand"
    way = np.array([m.position[0] - m.position[1] for m in lesson.moments])
    turned = np.unwrap(np.arctan2(way[:, 0], way[:, 2])[np.hypot(way[:, 0], way[:, 2]) > 1.0])
    assert np.ptp(turned) < 0.5  # straight there, not round it
    assert (way[np.hypot(way[:, 0], way[:, 2]) < 1.2, 1] > stage.entities[1].size[1] - 0.5).all()


def test_what_is_in_a_box_goes_along_and_can_be_taken_out() -> None:
    stage, moment = _still("adult", "box", "ring", e0=(0.0, 1.5))
    inside = replace(moment, inside=np.array([-1, -1, 1]))
    lesson = _acted(stage, inside, Action("drag", "e0", "e1", direction=(0.0, 1.0)), Action("take", "e0", "e2"))
    dragged = lesson.moments[96]
    assert dragged.inside[2] == 1 and dragged.position[1, 2] > 0.5
    assert dragged.position[2, [0, 2]] == pytest.approx(dragged.position[1, [0, 2]], abs=1e-5)
    assert lesson.moments[-1].inside[2] == -1 and lesson.moments[-1].held_by[2] == 0


def test_what_is_held_is_flown_off_with() -> None:
    stage, moment = _still("dragon", "sheep")
    held = replace(moment, held_by=np.array([-1, 0]))
    last = _acted(stage, held, Action("take_off", "e0")).moments[-1]
    assert last.held_by[1] == 0 and last.position[1, 1] > 1.5
