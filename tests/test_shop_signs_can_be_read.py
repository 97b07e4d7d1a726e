"""Boards and flags of old China bear characters, each written within its square."""

from __future__ import annotations

import numpy as np
import pytest

from model.renderer.pieces.characters import character, shop_name


def test_every_name_of_a_shop_can_be_written() -> None:
    rng = np.random.default_rng(4)
    names = {shop_name(rng, trade=bool(k % 2)) for k in range(200)}
    assert {len(name) for name in names} == {2, 3} and len(names) > 20
    for sign in set("".join(names)):
        written = character(sign, 0.5, "#202020")
        assert np.abs(written.vertices[:, 0]).max() < 0.3
        assert written.vertices[:, 1].min() > -0.05 and written.vertices[:, 1].max() < 0.55
        assert (written.normals[:, 2] > 0.99).all()


def test_characters_differ_and_others_are_not_known() -> None:
    tea, rice = (character(sign, 1.0, "#202020").vertices for sign in "茶米")
    assert tea.shape != rice.shape
    with pytest.raises(KeyError):
        character("龍", 1.0, "#202020")
