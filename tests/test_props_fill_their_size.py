"""Every prop archetype has a puppet that fills its entity's size, stands on its base and can be painted."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from model.catalog import CATALOG
from model.moment import EMOTIONS, GESTURES, POSES
from model.renderer.props import EYES, prop_puppet
from model.renderer.puppet import Act, transform
from model.stage import Entity

PROPS = [a for a in CATALOG.values() if a.kind == "prop"]


def prop(archetype: str, **changes: object) -> Entity:
    a = CATALOG[archetype]
    return replace(Entity("e1", a.en[0], a.kind, a.name, a.size, {}, {}, a.traits), **changes)  # type: ignore[arg-type]


def act(**changes: float) -> Act:
    pose, gesture, emotion = (np.zeros(len(words), np.float32) for words in (POSES, GESTURES, EMOTIONS))
    still = Act(1.0, 5, 0.0, pose, gesture, emotion, phase=0.0, opened=0.0, lit=0.0, tilt=0.0, speaking=0.0)
    return replace(still, **changes)  # type: ignore[arg-type]


def shape_of(entity: Entity, **changes: float) -> np.ndarray:
    puppet = prop_puppet(entity)
    return transform(puppet.mesh, puppet.pose(act(**changes)))[0]


@pytest.mark.parametrize("name", [a.name for a in PROPS])
def test_a_prop_fills_its_size_and_is_well_made(name: str) -> None:
    entity = prop(name)
    mesh = prop_puppet(entity).mesh
    low, high = mesh.bounds()
    base = EYES - entity.size[1] / 2 if "hangs" in entity.traits else 0.0
    assert np.allclose(high - low, entity.size, atol=1e-3)
    assert np.allclose((low + high)[[0, 2]] / 2, 0.0, atol=1e-3)
    assert low[1] == pytest.approx(base, abs=1e-3)
    normals = mesh.normals[np.unique(mesh.triangles)]
    assert np.isfinite(normals).all() and np.allclose(np.linalg.norm(normals, axis=1), 1.0, atol=1e-2)
    assert mesh.color.min() >= 0.0 and mesh.color.max() <= 1.0
    assert len(mesh.triangles) < 5000


def test_a_bigger_entity_has_a_bigger_puppet() -> None:
    w, h, d = prop("chair").size
    vertices = shape_of(prop("chair", size=(2 * w, 3 * h, d)))
    assert np.allclose(np.ptp(vertices, axis=0), (2 * w, 3 * h, d), atol=1e-3)


@pytest.mark.parametrize("name", ["sofa", "car", "sword", "bed", "tree"])
def test_the_entitys_colours_win(name: str) -> None:
    painted = prop_puppet(prop(name, colors={"body": "#ff00ff"})).mesh.color
    usual = prop_puppet(prop(name)).mesh.color
    purple = np.array([1.0, 0.0, 1.0])
    assert (painted @ purple - painted[:, 1]).max() > (usual @ purple - usual[:, 1]).max() + 0.2


def test_the_same_entity_gives_the_same_mesh() -> None:
    one, two = prop_puppet(prop("bookshelf")).mesh, prop_puppet(prop("bookshelf")).mesh
    assert np.array_equal(one.vertices, two.vertices) and np.array_equal(one.color, two.color)


@pytest.mark.parametrize(("name", "kind"), [("hammer", "axe"), ("car", "bus"), ("well", "fountain"), ("box", "gift")])
def test_the_name_chooses_the_kind(name: str, kind: str) -> None:
    usual, special = prop_puppet(prop(name)).mesh, prop_puppet(prop(name, name=f"old {kind}")).mesh
    assert usual.vertices.shape != special.vertices.shape or np.abs(usual.vertices - special.vertices).max() > 0.02


@pytest.mark.parametrize("name", [a.name for a in PROPS if "opens" in a.traits])
def test_opening_moves_a_part_and_only_that(name: str) -> None:
    shut, ajar = shape_of(prop(name)), shape_of(prop(name), opened=1.0)
    moved = np.linalg.norm(ajar - shut, axis=1)
    assert moved.max() > 0.15
    assert (moved < 1e-5).mean() > 0.1


def test_a_door_turns_on_its_hinge() -> None:
    moved = np.linalg.norm(shape_of(prop("door"), opened=1.0) - shape_of(prop("door")), axis=1)
    at_hinge = np.abs(shape_of(prop("door"))[:, 0] + 0.45) < 0.02
    assert moved.max() > 0.9 and moved[at_hinge].max() < 0.1


@pytest.mark.parametrize("name", [a.name for a in PROPS if "lights" in a.traits])
def test_a_lit_lamp_shines_and_a_dark_one_does_not(name: str) -> None:
    puppet = prop_puppet(prop(name))
    shining = {}
    for lit in (0.0, 1.0):
        vertices, _ = transform(puppet.mesh, puppet.pose(act(lit=lit)))
        a, b, c = (vertices[puppet.mesh.triangles[:, k]] for k in range(3))
        area = np.linalg.norm(np.cross(b - a, c - a), axis=1)
        shining[lit] = float((area * puppet.mesh.glow[puppet.mesh.triangles[:, 0]]).sum())
    assert shining[1.0] > 4.0 * shining[0.0] + 1e-4


def test_a_toppled_lamp_lies_on_the_ground() -> None:
    upright, lying = shape_of(prop("floor_lamp")), shape_of(prop("floor_lamp"), tilt=1.0)
    assert lying[:, 1].min() == pytest.approx(0.0, abs=1e-3)
    assert np.ptp(lying[:, 1]) < 0.4 * np.ptp(upright[:, 1])
    assert np.ptp(lying[:, 2]) == pytest.approx(np.ptp(upright[:, 1]), abs=1e-3)


@pytest.mark.parametrize(("name", "above_hand"), [("lantern", 0.05), ("bag", 0.08), ("shield", 0.5), ("sword", 0.85)])
def test_a_thing_is_held_where_a_hand_would_grip_it(name: str, above_hand: float) -> None:
    puppet = prop_puppet(prop(name))
    vertices = transform(puppet.mesh, puppet.pose(replace(act(), held=True)))[0]
    assert vertices[:, 1].max() / prop(name).size[1] - 0.15 == pytest.approx(above_hand, abs=0.01)


def test_a_ball_rolls_about_its_middle() -> None:
    rolled = shape_of(prop("ball"), phase=1.0)
    assert not np.allclose(rolled, shape_of(prop("ball")), atol=1e-2)
    assert rolled[:, 1].min() == pytest.approx(0.0, abs=0.01)


def test_only_props_are_built() -> None:
    with pytest.raises(ValueError, match="no prop archetype 'dragon'"):
        prop_puppet(prop("dragon"))
