"""The old street runs down to a city gate, is lit by lanterns and paper windows, and nothing of it is inside out."""

from __future__ import annotations

import numpy as np
import pytest

from model.renderer.pieces import old_town, tiled_roofs
from model.renderer.scenery import LAMP, LIT_PANE
from model.renderer.sets import scenery
from model.stage import Stage

SEEDS = (4, 7, 11)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_gate_with_a_way_through_it_closes_the_view(seed: int) -> None:
    v = scenery(Stage("old street", seed, ())).mesh.vertices
    gate = v[(v[:, 2] < -28.0) & (v[:, 2] > -33.0) & (np.abs(v[:, 0]) < 6.5)]
    assert gate[:, 1].max() > 10.0
    standing = gate[(gate[:, 1] > 0.5) & (gate[:, 1] < 1.7)]
    assert (np.abs(standing[:, 0]) > 1.4).all()


@pytest.mark.parametrize("seed", SEEDS)
def test_lanterns_and_windows_are_lit_when_it_is_dark(seed: int) -> None:
    told = scenery(Stage("old street", seed, ()))
    assert (told.mesh.part == LAMP).sum() > 400 and (told.mesh.part == LIT_PANE).sum() > 100
    assert {light.when for light in told.lights} == {"dark"}


@pytest.mark.parametrize("seed", SEEDS)
def test_faces_look_where_their_normals_do(seed: int) -> None:
    mesh = scenery(Stage("old street", seed, ())).mesh
    a, b, c = (mesh.vertices[mesh.triangles[:, k]] for k in range(3))
    normal = mesh.normals[mesh.triangles].mean(axis=1)
    assert ((np.cross(b - a, c - a) * normal).sum(axis=1) >= 0).all()


@pytest.mark.parametrize("near", [True, False])
def test_a_roof_turns_up_at_its_ends_and_sags_between(near: bool) -> None:
    v = tiled_roofs.gable_roof(6.0, 6.0, 1.5, lift=0.4, near=near).vertices
    eave = v[v[:, 2] > 2.98]
    assert eave[np.abs(eave[:, 0]) > 2.9][:, 1].max() > eave[np.abs(eave[:, 0]) < 1.0][:, 1].max() + 0.2
    half_way = v[np.isclose(v[:, 2], 1.5, atol=0.02) & (np.abs(v[:, 0]) < 1.0)][:, 1].max()
    assert half_way < 0.5 * 1.5


def test_a_cloth_is_seen_from_both_sides() -> None:
    flag = old_town.shop_flag("大丰", "#b5403a")
    assert (flag.normals[:, 0] > 0.9).any() and (flag.normals[:, 0] < -0.9).any()
