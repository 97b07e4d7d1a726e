"""Heads turn to who matters; held things go where the hand goes."""

from dataclasses import replace

import numpy as np
import pytest

from model.moment import POSES
from model.renderer.kit import body_for, puppet_for
from model.renderer.puppet import act_of, world_matrix
from model.renderer.troupe import outline, players
from tests.scenes import placed
from tests.stages import stage_of

STAGE = stage_of(("Anna", "adult"), ("Ben", "adult"), ("Cleo", "adult"), ("sword", "sword"))
PLACES = {0: (0.0, 0.0, 0.0, 0.0), 1: (-1.5, 0.0, 1.5, 180.0), 2: (1.5, 0.0, 1.5, 180.0), 3: (3.0, 0.0, -3.0, 0.0)}
MOMENT = placed(STAGE, PLACES)


def face_side(speaking: list[float]) -> float:
    """How far towards +x the features of Anna's face lie from the middle of her head."""
    moment = replace(MOMENT, speaking=np.array(speaking, np.float32))
    _, head, face = outline(players(STAGE, moment, [0])[0])
    assert head is not None and face is not None
    return float(face[:, 0].mean() - head[:, 0].mean())


def test_a_head_turns_to_the_speaker() -> None:
    assert face_side([0, 1, 0, 0]) < -0.05
    assert face_side([0, 0, 1, 0]) > 0.05


def test_heads_do_not_jump_as_somebody_begins_to_speak() -> None:
    steps = [face_side([0, s, 0, 0]) for s in np.linspace(0.0, 1.0, 11)]
    assert np.abs(np.diff(steps)).max() < 0.05


def test_a_held_thing_is_in_the_hand_and_not_where_the_numbers_put_it() -> None:
    held_by = MOMENT.held_by.copy()
    held_by[3] = 0
    moment = replace(MOMENT, held_by=held_by)
    sword = outline(players(STAGE, moment, [3])[0])[0]
    smith = body_for(STAGE.entities[0]).puppet
    hand = smith.hand(smith.pose(act_of(moment, 0, STAGE.seed, (0.0, 0.0))))
    grip = (world_matrix(moment, 0) @ hand)[:3, 3]
    assert np.linalg.norm(sword - grip, axis=1).min() < 0.08
    step = np.zeros_like(moment.position)
    step[0, 0] = 1.0
    moved = replace(moment, position=moment.position + step)
    there = outline(players(STAGE, moved, [3])[0])[0]
    assert there.mean(axis=0) - sword.mean(axis=0) == pytest.approx([1.0, 0.0, 0.0], abs=0.02)


def test_who_holds_each_other_is_still_drawn() -> None:
    held_by = MOMENT.held_by.copy()
    held_by[0], held_by[1] = 1, 0
    assert len(players(STAGE, replace(MOMENT, held_by=held_by))) == 4


def test_legs_lie_on_what_is_too_deep_for_them_to_hang_from() -> None:
    stage = stage_of(("bed", "bed"), ("Anna", "adult"))
    moment = placed(stage, {0: (0.0, 0.0, 0.0, 0.0), 1: (0.0, 0.6, 0.0, 0.0)})
    pose = np.tile(np.eye(12, dtype=np.float32)[POSES.index("sit")], (2, 1))
    (player,) = players(stage, replace(moment, pose=pose, supported_by=np.array([-1, 0])), [1])
    assert outline(player)[0][:, 1].min() == pytest.approx(0.6, abs=0.03)


def test_feet_of_someone_on_a_chair_hang_before_it_whichever_way_it_stands() -> None:
    stage = stage_of(("chair", "chair"), ("Anna", "adult"))
    for turn in (0.0, 130.0):
        moment = placed(stage, {0: (1.0, 0.0, 2.0, turn), 1: (1.0, 0.45, 2.0, turn)})
        pose = np.zeros_like(moment.pose)
        pose[:, 0], pose[1] = 1.0, np.eye(12)[POSES.index("sit")]
        moment = replace(moment, pose=pose, supported_by=np.array([-1, 0]))
        (player,) = players(stage, moment, [1])
        points, _ = player.body.placed(player.matrices)
        row = puppet_for(stage.entities[1]).plan.rig.index["foot_l"]  # type: ignore[attr-defined]
        ((start, end),) = [(a, b) for part, a, b in player.body.parts if part == row]
        foot = points[start:end].mean(axis=0) - moment.position[0]
        ahead = foot[0] * np.sin(np.radians(turn)) + foot[2] * np.cos(np.radians(turn))
        assert 0.05 < foot[1] < 0.4 and 0.25 < ahead < 0.55
