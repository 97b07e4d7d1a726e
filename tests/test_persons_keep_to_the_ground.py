"""Whatever a person does, no limb sinks under the ground, and who stands on it touches it."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
import pytest

from model.moment import POSES
from model.renderer.figures import person_puppet
from tests.acting import ADULT, CHILD, act, person, posed


@pytest.mark.parametrize("pose", POSES)
@pytest.mark.parametrize("look", [{}, {"outfit": "gown", "gender": "f"}, {"age": "child"}, {"age": "old"}])
def test_no_pose_sinks_limbs_under_the_ground(pose: str, look: dict[str, str]) -> None:
    size = CHILD if look.get("age") == "child" else ADULT
    puppet = person_puppet(person({**look, "hair": "bald"}, size))
    firm = [row for name, row in puppet.plan.rig.index.items() if not name.startswith(puppet.plan.soft)]
    limbs = np.isin(puppet.mesh.part, firm)
    for phase in np.linspace(0.0, 2 * np.pi, 7):
        for gesture in ("rest", "hug", "strike"):
            low = posed(puppet, act(pose, gesture, phase=float(phase)))[limbs, 1].min()
            assert low > -0.01 * size[1], (phase, gesture)


@pytest.mark.parametrize("pose", ["stand", "walk", "run", "kneel", "dance", "sit", "lie", "fallen"])
def test_someone_on_the_ground_touches_it(pose: str) -> None:
    puppet = person_puppet(person({"hair": "bald"}))
    for phase in np.linspace(0.0, 2 * np.pi, 5):
        assert posed(puppet, act(pose, phase=float(phase)))[:, 1].min() < 0.12


def test_between_two_poses_nothing_sinks() -> None:
    puppet = person_puppet(person({"hair": "bald"}))
    for a, b in itertools.combinations(("stand", "sit", "kneel", "lie", "fallen", "run"), 2):
        for t in (0.25, 0.5, 0.75):
            mixed = (1 - t) * act(a).pose + t * act(b).pose
            assert posed(puppet, replace(act(), pose=mixed.astype(np.float32)))[:, 1].min() > -0.05


def test_legs_hang_from_a_seat_whose_edge_is_near_and_never_into_the_ground() -> None:
    puppet = person_puppet(person({"hair": "bald"}))
    index = puppet.plan.rig.index

    def seated(height: float, edge: float) -> tuple[float, float, float]:
        """Lowest of the feet and of the thighs, and how far ahead the backs of the shins are."""
        shape = posed(puppet, act("sit", seat=(height, edge)))
        rows = {joint: shape[puppet.mesh.part == index[joint + "_l"]] for joint in ("foot", "thigh", "shin")}
        return rows["foot"][:, 1].min(), rows["thigh"][:, 1].min(), rows["shin"][:, 2].min()

    feet, thighs, shins = seated(0.45, 0.25)
    assert feet < -0.12 and thighs > -0.03 and shins > 0.23
    assert seated(0.1, 0.25)[0] > -0.13


def test_who_sits_on_the_ground_sits_as_ever() -> None:
    puppet = person_puppet(person({"hair": "bald"}))
    assert posed(puppet, act("sit"))[:, 1].min() == pytest.approx(0.0, abs=0.02)
