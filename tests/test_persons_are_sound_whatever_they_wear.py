"""Persons as puppets: every outfit, hair style, hat and age gives a sound mesh of about its size, always the same."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from model.renderer.figures import person_puppet
from model.stage import AGES, BEARDS, HAIRS, HATS, MASKS, OUTFITS
from tests.acting import ADULT, CHILD, act, check_sound, person, posed


@pytest.mark.parametrize("outfit", OUTFITS)
@pytest.mark.parametrize("gender", ["f", "m"])
def test_an_outfit_is_sound_and_keeps_to_the_size(outfit: str, gender: str) -> None:
    puppet = person_puppet(person({"outfit": outfit, "gender": gender, "hair": "short"}))
    check_sound(puppet.mesh, len(puppet.pose(act())))
    low, high = posed(puppet, act()).min(axis=0), posed(puppet, act()).max(axis=0)
    assert high[0] - low[0] < 1.3 * ADULT[0] and high[2] - low[2] < 1.5 * ADULT[2]
    assert -0.01 < low[1] < 0.02
    assert 0.94 * ADULT[1] < high[1] < 1.06 * ADULT[1]


@pytest.mark.parametrize("hair", HAIRS)
@pytest.mark.parametrize("age", AGES)
def test_a_hair_style_is_sound_and_near_the_head(hair: str, age: str) -> None:
    size = CHILD if age == "child" else ADULT
    puppet = person_puppet(person({"hair": hair, "age": age}, size))
    check_sound(puppet.mesh, len(puppet.pose(act())))
    v = posed(puppet, act())
    assert v[:, 1].max() < 1.22 * size[1]
    assert np.abs(v[:, 0]).max() < 1.0 * size[0]


@pytest.mark.parametrize(("hat", "beard"), [*((hat, "none") for hat in HATS), *(("none", beard) for beard in BEARDS)])
def test_hats_beards_and_glasses_are_sound(hat: str, beard: str) -> None:
    puppet = person_puppet(person({"hat": hat, "beard": beard, "glasses": "yes", "hair": "curly"}))
    check_sound(puppet.mesh, len(puppet.pose(act())))


@pytest.mark.parametrize("mask", MASKS)
@pytest.mark.parametrize("age", AGES)
def test_a_mask_is_sound_and_near_the_head(mask: str, age: str) -> None:
    size = CHILD if age == "child" else ADULT
    puppet = person_puppet(person({"mask": mask, "age": age, "hair": "short"}, size))
    check_sound(puppet.mesh, len(puppet.pose(act())))
    v = posed(puppet, act())
    assert v[:, 1].max() < 1.4 * size[1] and np.abs(v[:, 0]).max() < size[0] and v[:, 2].max() < 1.5 * size[2]


def test_outfits_differ_from_each_other() -> None:
    shapes = {outfit: posed(person_puppet(person({"outfit": outfit, "hair": "bald"})), act()) for outfit in OUTFITS}
    for a, b in itertools.combinations(OUTFITS, 2):
        assert shapes[a].shape != shapes[b].shape or np.abs(shapes[a] - shapes[b]).max() > 0.005, (a, b)


def test_equal_entities_give_equal_meshes_and_poses() -> None:
    look = {"outfit": "soldier", "hair": "wavy", "hat": "cap"}
    one, two = person_puppet(person(look)), person_puppet(person(look))
    assert np.array_equal(one.mesh.vertices, two.mesh.vertices) and np.array_equal(one.mesh.color, two.mesh.color)
    at = act("walk", "talk", "happy", phase=0.7, speaking=1.0)
    assert np.array_equal(one.pose(at), two.pose(at)) and np.array_equal(one.pose(at), one.pose(at))


def test_children_have_larger_heads_for_their_height() -> None:
    def part(size: tuple[float, float, float], age: str) -> float:
        form = person_puppet(person({"age": age, "hair": "bald"}, size)).plan.face.form
        return float(form.head.y[-1] - form.head.y[0]) / size[1]

    assert part(CHILD, "child") > 1.1 * part(ADULT, "adult")


def test_the_old_stoop() -> None:
    def head_forward(age: str) -> float:
        puppet = person_puppet(person({"age": age}))
        head = puppet.pose(act())[puppet.plan.rig.index["head"]]
        return float(head[2, :3] @ puppet.plan.rig.joints[puppet.plan.rig.index["head"]].at + head[2, 3])

    assert head_forward("old") > head_forward("adult") + 0.03


def test_the_hand_is_a_right_hand_and_holds_upright_when_it_carries() -> None:
    puppet = person_puppet(person())
    rest, carrying = (puppet.hand(puppet.pose(at)) for at in (act(), act(gesture="carry")))
    for frame in (rest, carrying):
        assert np.allclose(frame[:3, :3].T @ frame[:3, :3], np.eye(3), atol=1e-4)
        assert frame[0, 3] < 0.0
    assert carrying[2, 3] > rest[2, 3] + 0.1
    assert carrying[1, 1] > 0.8


def test_a_toppled_person_lies_along_the_heading() -> None:
    puppet = person_puppet(person({"hair": "bald"}))
    v = posed(puppet, act(tilt=1.0))
    assert v[:, 1].max() < 0.9 and v[:, 2].max() - v[:, 2].min() > 1.2
