"""What the model is shown: the nearer wing, the way over the edge it is on, when it will meet the ground."""

import math
from dataclasses import replace

import numpy as np
import pytest
import torch

from model.catalog import CATALOG
from model.geometry import DT, GRAVITY, turn
from model.layout import Relation
from model.stage import Stage
from model.state import Action
from model.teacher.bodies import fly
from model.teacher.rollouts import act
from model.tensors import Scene, cast_of, entity_features, floor_below, scene_of, ways_out
from tests.stages import begin, stage_of

WING, BRINK, MIDDLE = slice(0, 2), slice(3, 6), slice(6, 8)
IMPACT = slice(-9, -5)  # of an entity's columns, five of which are filling


def seen(stage: Stage, scene: Scene) -> torch.Tensor:
    return entity_features(scene, cast_of(stage, np.zeros((len(stage.entities), 4), np.float32)))[0]


def ways(stage: Stage, scene: Scene) -> np.ndarray:
    return ways_out(scene, cast_of(stage, np.zeros((len(stage.entities), 4), np.float32)))[0].numpy()


def scene_with(stage: Stage, **changes: np.ndarray) -> Scene:
    _, state = begin(stage)
    return scene_of([replace(state.moment, **changes)])


def test_the_nearer_wing_is_a_whole_step_to_one_side_even_in_the_middle() -> None:
    stage = stage_of(("a", "adult"), ("b", "adult"), ("c", "adult"))
    place = np.array([[0.0, 0, 0], [2.0, 0, 1.0], [-0.1, 0, -3.0]], np.float32)
    facing = np.array([0.0, math.pi / 2, 0.0], np.float32)  # the second looks along +x
    seen_by = ways(stage, scene_with(stage, position=place, heading=facing))
    assert seen_by[:, WING] == pytest.approx(np.array([[1.0, 0], [0, 1.0], [-1.0, 0]]), abs=1e-6)
    assert (np.sum(seen_by[1:, WING] * seen_by[1:, MIDDLE], axis=1) < 0).all()  # away from the middle


def test_the_brink_is_a_near_edge_and_at_stairs_the_front() -> None:
    stage = stage_of(("a", "adult"), ("table", "table"), ("b", "adult"), ("stairs", "stairs"))
    half = 0.5 * np.array(stage.entities[1].size)
    place = np.array([[half[0] - 0.1, 0.8, 0.05], [0, 0, 0], [5.0, 1.0, -0.5], [5.0, 0, 0]], np.float32)
    facing = np.array([math.pi / 2, 0, 0, 0], np.float32)
    scene = scene_with(stage, position=place, heading=facing, supported_by=np.array([1, -1, 3, -1]))
    brinks = ways(stage, scene)[:, BRINK]
    assert brinks[0] == pytest.approx([0.0, 1.0, 0.1], abs=1e-5)
    assert brinks[2, :2] == pytest.approx([0.0, 1.0], abs=1e-6)
    assert not brinks[[1, 3]].any()  # on the ground there is none


def test_the_brink_is_where_the_teacher_gets_down() -> None:
    stage = stage_of(("a", "adult"), ("tower", "bell_tower"))
    for heading in np.linspace(-3.0, 3.0, 13):
        _, state = begin(stage, relations=(Relation("on", "e0", "e1"),))
        moment = replace(state.moment, heading=np.array([heading, 0.3], np.float32))
        (brink, *_) = ways(stage, scene_of([moment]))[:, BRINK]
        (x, z) = turn(float(brink[0]), float(brink[1]), float(heading))
        lesson = act(stage, moment, np.zeros((2, 4), np.float32), [(Action("get_down", "e0"), 0)])
        went = (lesson.moments[-1].position - moment.position)[0, [0, 2]]
        assert np.dot(went, (x, z)) / np.linalg.norm(went) > 0.95


def test_an_impact_is_foreseen_with_its_speed_and_moment() -> None:
    stage = stage_of(("a", "ball"), ("b", "ball"), ("c", "ball"))
    height, speed = 0.3, -4.0
    place = np.array([[0, height, 0], [2, 2.0, 0], [4, 0, 0]], np.float32)
    falling = np.array([[0, speed, 0], [0, speed, 0], [0, 0, 0]], np.float32)
    meets, left, fast, _ = seen(stage, scene_with(stage, position=place, velocity=falling))[:, IMPACT].T
    until = (speed + math.sqrt(speed**2 + 2 * GRAVITY * height)) / GRAVITY  # s
    assert meets.tolist() == [1.0, 0.0, 1.0]
    assert float(left[0]) == pytest.approx(1 - until / DT, abs=1e-4)
    assert float(4 * fast[0]) == pytest.approx(-speed + GRAVITY * until, abs=1e-4)
    assert float(fast[2]) == 0.0  # what lies on the ground meets it with no speed


def test_what_falls_on_a_table_is_foreseen_to_meet_its_top() -> None:
    stage = stage_of(("ball", "ball"), ("table", "table"))
    (table, top) = stage.entities[1], 0.75 * stage.entities[1].size[1] / CATALOG["table"].size[1]
    for aside, floor in ((0.0, top), (table.size[0], 0.0)):
        for above, met in ((0.1, 1.0), (2.0, 0.0)):
            place = np.array([[aside, floor + above, 0.0], [0, 0, 0]], np.float32)
            falling = np.array([[0, -3.0, 0], [0, 0, 0]], np.float32)
            scene = scene_with(stage, position=place, velocity=falling)
            cast = cast_of(stage, np.zeros((2, 4), np.float32))
            assert float(floor_below(scene, cast)[0, 0]) == pytest.approx(floor, abs=1e-5)
            assert float(seen(stage, scene)[0, IMPACT][0]) == met


def test_a_bounce_follows_from_what_is_foreseen() -> None:
    """The teacher's balls leave the ground with two thirds of the speed with which they are foreseen to meet it."""
    stage = stage_of(("ball", "ball"))
    ratios = []
    for high in np.linspace(1.0, 4.0, 13):
        flight = fly((0.22, 0.22, 0.22), True, (0, float(high), 0), 0.0, (0, 0, 0))
        k = int(np.argmax(flight.velocity[:, 1] > 0.0))
        before, after = flight.velocity[k - 1], flight.velocity[k, 1]
        scene = scene_with(stage, position=flight.position[None, k - 1].astype(np.float32),
                           velocity=before[None].astype(np.float32))  # fmt: skip
        meets, left, fast, _ = seen(stage, scene)[0, IMPACT].tolist()
        assert meets == 1.0
        ratios.append((after + GRAVITY * left * DT) / (4 * fast))
    assert np.std(ratios) < 0.05 and 0.55 < np.mean(ratios) < 0.75
