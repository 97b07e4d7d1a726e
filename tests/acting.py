"""Entities, acts and checks that tests of puppets share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from model.catalog import CATALOG
from model.moment import EMOTIONS, GESTURES, POSES
from model.renderer.mesh import F32, Mesh
from model.renderer.puppet import Act, Puppet, transform
from model.stage import Entity

ADULT = (0.60, 1.60, 0.45)
CHILD = (0.50, 1.10, 0.40)


def person(look: Mapping[str, str] | None = None, size: tuple[float, float, float] = ADULT,
           colors: Mapping[str, str] | None = None) -> Entity:
    return Entity("e1", "smith", "person", "adult", size, dict(colors or {}), dict(look or {}))


def act(pose: str = "stand", gesture: str = "rest", emotion: str = "calm", **more: object) -> Act:
    def only(names: tuple[str, ...], name: str) -> F32:
        return np.array([n == name for n in names], np.float32)

    still = Act(time_s=1.0, seed=3, speed=0.0, pose=only(POSES, pose), gesture=only(GESTURES, gesture),
                emotion=only(EMOTIONS, emotion), phase=0.0, opened=0.0, lit=0.0, tilt=0.0, speaking=0.0)
    return replace(still, **more)  # type: ignore[arg-type]


def posed(puppet: Puppet, at: Act) -> F32:
    return transform(puppet.mesh, puppet.pose(at))[0]


def check_sound(mesh: Mesh, parts: int) -> None:
    assert np.isfinite(mesh.vertices).all()
    assert np.allclose(np.linalg.norm(mesh.normals, axis=1), 1.0, atol=1e-3)
    assert mesh.triangles.min() >= 0 and mesh.triangles.max() < len(mesh.vertices)
    assert mesh.part.min() >= 0 and mesh.part.max() < parts
    assert mesh.color.min() >= 0.0 and mesh.color.max() <= 1.0
    corner = mesh.triangles
    assert (mesh.part[corner] == mesh.part[corner[:, :1]]).all(), "a triangle spans two parts"
    assert len(corner) < 11_500


def creature(name: str, **colors: str) -> Entity:
    row = CATALOG[name]
    return Entity("e1", name, "creature", name, row.size, colors, {}, row.traits)
