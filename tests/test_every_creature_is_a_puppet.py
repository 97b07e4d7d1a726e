"""Creatures as puppets: every creature of the catalogue is a sound mesh about its size that keeps to the ground."""

from __future__ import annotations

import numpy as np
import pytest

from model.catalog import CATALOG
from model.moment import POSES
from model.renderer.creatures import creature_puppet
from model.stage import Entity
from tests.acting import act, check_sound, creature, posed

NAMES = [name for name, row in CATALOG.items() if row.kind == "creature"]
WINGED = ["dragon", "bird", "chicken", "eagle"]


@pytest.mark.parametrize("name", NAMES)
def test_a_creature_is_sound_and_about_its_size(name: str) -> None:
    puppet = creature_puppet(creature(name))
    check_sound(puppet.mesh, len(puppet.pose(act())))
    v = posed(puppet, act())
    extent, size = v.max(axis=0) - v.min(axis=0), np.array(CATALOG[name].size)
    assert (extent > 0.55 * size).all(), extent / size
    assert (extent < 1.55 * size).all(), extent / size


@pytest.mark.parametrize("name", NAMES)
def test_no_pose_sinks_a_creature(name: str) -> None:
    puppet = creature_puppet(creature(name))
    solid = np.array([not joint.name.startswith(puppet.plan.soft) for joint in puppet.plan.rig.joints])
    rows = np.isin(puppet.mesh.part, np.flatnonzero(solid))
    for pose in POSES:
        for phase in (0.0, 1.3, 2.6, 3.9, 5.2):
            low = posed(puppet, act(pose, phase=phase))[rows, 1].min()
            assert low > -0.02 * CATALOG[name].size[1], (pose, phase)


@pytest.mark.parametrize("name", NAMES)
def test_poses_and_gaits_move_a_creature(name: str) -> None:
    puppet = creature_puppet(creature(name))
    stand = posed(puppet, act())
    size = max(CATALOG[name].size)
    for pose in ("walk", "run", "lie", "fallen"):
        assert np.abs(posed(puppet, act(pose, phase=1.0)) - stand).max() > 0.03 * size, pose
    strides = [posed(puppet, act("run", phase=phase)) for phase in (0.5, 0.5 + np.pi)]
    assert np.abs(strides[0] - strides[1]).max() > 0.01 * size


@pytest.mark.parametrize("name", WINGED)
def test_wings_beat_with_the_phase(name: str) -> None:
    puppet = creature_puppet(creature(name))
    tips = np.isin(puppet.mesh.part, [puppet.plan.rig.index[j] for j in ("tip_l", "tip_r")])
    heights = [posed(puppet, act("fly", phase=phase))[tips, 1].max() for phase in np.linspace(0, 2 * np.pi, 9)]
    assert np.ptp(heights) > 0.15 * CATALOG[name].size[1]
    folded, spread = (np.ptp(posed(puppet, act(pose))[tips, 0]) for pose in ("stand", "fly"))
    assert spread > 1.15 * folded


@pytest.mark.parametrize("name", NAMES)
def test_what_a_creature_holds_has_a_place(name: str) -> None:
    puppet = creature_puppet(creature(name))
    frame = puppet.hand(puppet.pose(act()))
    assert np.allclose(frame[:3, :3].T @ frame[:3, :3], np.eye(3), atol=1e-3)
    assert np.abs(frame[:3, 3]).max() < 1.3 * max(CATALOG[name].size)


def test_colours_of_the_entity_win_over_the_catalogue() -> None:
    red = creature_puppet(creature("dragon", body="#ff0000")).mesh.color
    assert (np.abs(red - (1.0, 0.0, 0.0)).max(axis=1) < 0.02).mean() > 0.2


def test_a_prop_is_no_creature() -> None:
    with pytest.raises(ValueError, match="anvil"):
        creature_puppet(Entity("e1", "anvil", "creature", "anvil", (1, 1, 1)))
