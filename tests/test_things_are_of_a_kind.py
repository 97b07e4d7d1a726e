"""What a thing is called, in either language, decides its kind: its size, its colours and its looks."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from texts import TEXT

from director.casting import cast
from model.catalog import CATALOG
from model.kinds import KINDS, Kind, kind_of
from model.renderer.mesh import Mesh
from model.renderer.props import prop_puppet
from model.renderer.props.toy import PropPuppet
from model.seats import seat_height
from model.stage import Entity


def thing(archetype: str, name: str) -> Entity:
    usual, kind = CATALOG[archetype], kind_of(archetype, name)
    size = kind.size if kind and kind.size else usual.size
    return Entity("e1", name, usual.kind, usual.name, size, {}, {}, usual.traits)


def mesh(archetype: str, name: str) -> Mesh:
    return puppet(archetype, name).mesh


def puppet(archetype: str, name: str) -> PropPuppet:
    made = prop_puppet(thing(archetype, name))
    assert isinstance(made, PropPuppet)
    return made


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_name_of_a_kind_means_it(kind: Kind) -> None:
    for name in (*kind.en, *kind.zh):
        assert kind_of(kind.archetype, name) is kind, name
    assert kind_of(kind.archetype, f"{kind.en[0]} 2") is kind


def test_a_name_is_read_by_its_last_and_longest_word() -> None:
    assert kind_of("sword", "plain sword") is None
    for archetype, name, kind in (("vase", "pot of soup", "pot"), ("staff", "扫帚2", "broom"), ("box", "monkey", None),
                                  ("ring", "monkey ring", None), ("wall", "bridges", "bridge")):  # fmt: skip
        found = kind_of(archetype, name)
        assert (found.name if found else None) == kind


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_kind_is_well_made_and_looks_the_same_in_both_languages(kind: Kind) -> None:
    english, chinese = mesh(kind.archetype, kind.en[0]), mesh(kind.archetype, kind.zh[0])
    own = english.vertices[english.part != puppet(kind.archetype, kind.en[0]).site]  # not the stream under it
    low, high = own.min(axis=0), own.max(axis=0)
    assert np.allclose(high - low, thing(kind.archetype, kind.en[0]).size, atol=1e-3)
    normals = english.normals[np.unique(english.triangles)]
    assert np.isfinite(normals).all() and np.allclose(np.linalg.norm(normals, axis=1), 1.0, atol=1e-2)
    assert english.color.min() >= 0.0 and english.color.max() <= 1.0
    assert len(english.triangles) < 5000
    close = 0.2 * len(english.triangles) + 60  # leaves and planks come by chance
    assert abs(len(english.triangles) - len(chinese.triangles)) <= close


@pytest.mark.parametrize(("prompt", "name", "archetype"), [
    ("A cook sweeps the kitchen with a broom.", "broom", "staff"), ("厨房里，妈妈拿着一把菜刀。", "菜刀", "sword"),
    ("Two lovers meet on a stone bridge.", "stone bridge", "wall"),
    ("渔夫坐在沙滩上，旁边是一张渔网。", "渔网", "pillow"),
    ("A detective smokes a cigarette in the alley.", "cigarette", "candle"),
])  # fmt: skip
def test_a_thing_of_a_kind_has_its_size_and_is_what_it_is_called(prompt: str, name: str, archetype: str) -> None:
    world = cast(prompt, seed=5, text=TEXT)
    there = next(e for e in world.stage.entities if e.name == name)
    kind = kind_of(archetype, name)
    assert kind is not None and (there.archetype, there.size) == (archetype, kind.size)
    assert not any("staged as" in note for note in world.notes)


def test_colours_that_are_told_win() -> None:
    red = prop_puppet(replace(thing("vase", "bucket"), colors={"body": "#ff0000"})).mesh.color
    assert (np.abs(red - np.array([1.0, 0.0, 0.0])).max(axis=1) < 0.05).any()


def test_one_sits_on_the_plank_of_a_swing_and_not_on_its_beam() -> None:
    swing = thing("bench", "swing")
    assert 0.3 < seat_height(swing) < 0.6 < swing.size[1]
