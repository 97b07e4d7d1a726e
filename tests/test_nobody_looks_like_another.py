"""People differ in the shape of face and body, by a number that is theirs and by the build that the author's words ask
for."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from texts import TEXT

from director.casting import cast
from model.renderer.figures import person_puppet
from model.renderer.mesh import F32
from model.stage import BUILDS
from tests.acting import ADULT, act, check_sound, person, posed

NUMBERS = ("0", "7", "512", "98123")


def body(**look: str) -> F32:
    return posed(person_puppet(person({"hair": "bald", **look})), act())


def features(number: str) -> F32:
    """Some measures of a face."""
    form = person_puppet(person({"likeness": number})).plan.face.form
    return np.array([*form.eye_radii, form.eye[0], form.brow_thick, form.mouth_width, form.cheek_radius], np.float32)


def girth(vertices: F32) -> float:
    """Half the depth of the trunk, where no arm is."""
    return float(vertices[np.abs(vertices[:, 1] - 0.36 * ADULT[1]) < 0.05, 2].max())


def test_every_likeness_is_another() -> None:
    faces = [features(number) for number in NUMBERS]
    for one, other in itertools.combinations(faces, 2):
        assert np.abs(one / other - 1.0).max() > 0.05


def test_the_same_likeness_is_the_same_person() -> None:
    assert np.array_equal(body(likeness="512"), body(likeness="512"))


@pytest.mark.parametrize("number", ["", "-3", "٣", "one", "9" * 400])
def test_a_likeness_that_is_no_number_is_the_usual_one_or_is_cut(number: str) -> None:
    assert np.isfinite(body(likeness=number)).all()


@pytest.mark.parametrize("build", BUILDS)
@pytest.mark.parametrize("outfit", ["suit", "armor", "gown", "hanfu", "spacesuit"])
def test_clothes_suit_every_build(build: str, outfit: str) -> None:
    for number in NUMBERS:
        puppet = person_puppet(person({"outfit": outfit, "build": build, "likeness": number}))
        check_sound(puppet.mesh, len(puppet.pose(act())))
        low, high = posed(puppet, act()).min(axis=0), posed(puppet, act()).max(axis=0)
        assert high[0] - low[0] < 1.45 * ADULT[0] and -0.01 < low[1] < 0.02


def test_who_is_stout_is_wider_than_who_is_slim() -> None:
    slim, usual, stout = (girth(body(build=build, likeness="7")) for build in BUILDS)
    assert slim < 0.95 * usual and usual < 0.95 * stout


@pytest.mark.parametrize(("prompt", "builds"), [
    ("A fat baker and his skinny wife in a village.", ["stout", "slim"]),
    ("一个胖厨师和一个瘦高的年轻人在厨房里。", ["stout", "slim"]),
])  # fmt: skip
def test_words_ask_for_a_build(prompt: str, builds: list[str]) -> None:
    people = cast(prompt, seed=3, text=TEXT).stage.entities[:2]
    assert [e.look.get("build") for e in people] == builds
    assert people[0].look["likeness"] != people[1].look["likeness"]
