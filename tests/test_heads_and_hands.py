"""Heads turn to who matters; held things go where the hand goes."""

from dataclasses import replace

import numpy as np
import pytest

from model.renderer.kit import body_for
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
    hand = body_for(STAGE.entities[0]).puppet.hand(act_of(moment, 0, STAGE.seed, (0.0, 0.0)))
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
