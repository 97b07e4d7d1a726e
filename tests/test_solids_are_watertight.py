"""Solids that figures are modelled from are watertight, wound outward, and hug what they lie on."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from model.renderer.loft import Loft, bend, blob, horn, limb, sweep
from model.renderer.mesh import Mesh

EGG = Loft.egg((0.1, 1.0, 0.2), (0.3, 0.4, 0.25), 0.05)
SOLIDS: dict[str, Mesh] = {
    "blob": blob((0.2, 0.3, 0.1), (1.0, 2.0, 3.0)),
    "sweep": sweep([(0, 0, 0), (0, 1, 0), (0.5, 1.5, 0.2)], [0.2, 0.15, 0.1]),
    "limb down": limb((0, 1, 0), (0, 0, 0), 0.1),
    "limb ahead": limb((0, 0, 0), (0, 0, 1), 0.1, 0.05),
    "horn": horn([(0, 0, 0), (0.2, 0.4, 0), (0.6, 0.6, 0.1)], 0.1),
    "egg": EGG.mesh(),
    "band": EGG.band(0.9, 1.1, 0.02),
    "patch": EGG.patch(lambda t: (-30.0 - 10 * t, 40.0), 0.8, 1.2, 0.02),
    "loft": Loft.through([(0.0, 0.1, 0.1, 0.0), (0.5, 0.3, 0.2, 0.05), (1.0, 0.05, 0.05, 0.1)]).mesh(),
}


def volume(mesh: Mesh) -> float:
    v = mesh.vertices[mesh.triangles].astype(np.float64)
    return float((np.cross(v[:, 0], v[:, 1]) * v[:, 2]).sum() / 6)


@pytest.mark.parametrize("name", SOLIDS)
def test_a_solid_is_watertight_and_wound_outward(name: str) -> None:
    mesh = SOLIDS[name]
    edges = Counter((int(a), int(b)) for t in mesh.triangles for a, b in zip(t, np.roll(t, -1), strict=True))
    assert all(count == 1 and edges[(b, a)] == 1 for (a, b), count in edges.items())
    assert volume(mesh) > 0


@pytest.mark.parametrize("name", ["blob", "egg", "limb down", "sweep"])
def test_normals_point_outward(name: str) -> None:
    mesh = SOLIDS[name]
    v = mesh.vertices[mesh.triangles]
    face = np.cross(v[:, 1] - v[:, 0], v[:, 2] - v[:, 0])
    assert ((face * mesh.normals[mesh.triangles].mean(axis=1)).sum(axis=1) > 0).all()


def test_points_and_front_agree_with_the_surface() -> None:
    p = EGG.points(np.array([-40.0, 0.0, 35.0]), 1.05)
    assert np.allclose(EGG.front(p[:, 0], p[:, 1]), p[:, 2], atol=1e-4)
    lifted = EGG.points(0.0, 1.0, 0.05)
    assert lifted[2] == pytest.approx(float(EGG.front(0.1, 1.0)) + 0.05, abs=1e-3)


def test_trim_takes_only_what_is_hidden() -> None:
    hidden, outside = blob(0.05, (0.1, 1.0, 0.2)), blob(0.05, (0.1, 1.0, 0.6))
    assert len(EGG.trim(hidden).triangles) == 0
    assert len(EGG.trim(outside).triangles) == len(outside.triangles)
    half = EGG.trim(blob(0.1, (0.1, 1.0, 0.45)))
    assert 0 < len(half.triangles) < len(blob(0.1).triangles)
    assert half.triangles.max() == len(half.vertices) - 1


def test_a_bend_goes_through_its_points() -> None:
    points = [(0.0, 0.0, 0.0), (1.0, 2.0, 0.0), (2.0, 0.0, 1.0)]
    curve = np.array(bend(points, 9))
    assert np.allclose(curve[[0, 4, 8]], points)
