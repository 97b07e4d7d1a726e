"""A foot on the ground stays where it is while the body passes over it."""

from __future__ import annotations

import numpy as np
import pytest

from model.moment import MANNERS
from model.renderer.actor import Actor
from model.renderer.creatures import creature_puppet
from model.renderer.figures import person_puppet
from model.renderer.gait import STRIDES
from tests.acting import CHILD, act, creature, person, posed

WALKERS = {
    "adult": (lambda: person_puppet(person({"hair": "bald"})), "person", 1.6, ("foot_l", "foot_r")),
    "child": (lambda: person_puppet(person({"age": "child"}, CHILD)), "person", 1.1, ("foot_l", "foot_r")),
    **{
        name: (lambda name=name: creature_puppet(creature(name)), "creature", height, feet)  # type: ignore[misc]
        for name, height, feet in (
            ("horse", 1.6, ("hand_l", "hand_r", "foot_l", "foot_r")),
            ("dog", 0.6, ("hand_l", "hand_r", "foot_l", "foot_r")),
            ("dinosaur", 2.4, ("foot_l", "foot_r")),
            ("robot", 1.5, ("foot_l", "foot_r")),
        )
    },
}


def slips(puppet: Actor, pose: str, stride: float, feet: tuple[str, ...], manner: str = "rest") -> np.ndarray:
    """Metres a second that the lowest foot slides over the ground, for each metre a second of way."""
    phases = np.linspace(0.0, 2 * np.pi, 73)
    rows = [puppet.mesh.part == puppet.plan.rig.index[foot] for foot in feet]
    shapes = [posed(puppet, act(pose, manner, phase=float(phase))) for phase in phases]
    ahead = np.array([[v[row, 2].mean() for row in rows] for v in shapes])
    low = np.array([[v[row, 1].min() for row in rows] for v in shapes])
    speed = np.diff(ahead, axis=0) * (len(phases) - 1) / stride + 1.0
    both = np.maximum(low[:-1], low[1:])
    stood = both.min(axis=1) < 0.01 * stride
    return np.abs(speed[np.arange(len(speed)), both.argmin(axis=1)][stood])


@pytest.mark.parametrize("name", WALKERS)
@pytest.mark.parametrize("gait", ["walk", "run"])
def test_the_foot_on_the_ground_moves_back_as_fast_as_the_body_goes_ahead(name: str, gait: str) -> None:
    make, kind, height, feet = WALKERS[name]
    slip = slips(make(), gait, height * STRIDES[kind][gait == "run"], feet)
    assert len(slip) >= 6
    assert np.median(slip) < 0.12


@pytest.mark.parametrize("name", WALKERS)
@pytest.mark.parametrize("manner", MANNERS)
def test_nor_does_it_slide_when_one_sneaks_or_limps(name: str, manner: str) -> None:
    make, kind, height, feet = WALKERS[name]
    slip = slips(make(), "walk", height * STRIDES[kind][0], feet, manner)
    assert len(slip) >= 6
    assert np.percentile(slip, 75) < 0.14


@pytest.mark.parametrize("name", WALKERS)
def test_a_swinging_foot_leaves_the_ground(name: str) -> None:
    make, _, height, feet = WALKERS[name]
    puppet = make()
    row = puppet.mesh.part == puppet.plan.rig.index[feet[0]]
    heights = [posed(puppet, act("walk", phase=float(phase)))[row, 1].min() for phase in np.linspace(0, 2 * np.pi, 25)]
    assert max(heights) > 0.03 * height and min(heights) < 0.01 * height
