"""Who is on a train is in its carriage and not at the station; the country is seen through its windows."""

from __future__ import annotations

import numpy as np
import pytest
from texts import TEXT

from director.casting import cast
from model.layout import first_moment
from model.renderer.scenery import SKY_PANE
from model.renderer.sets import scenery
from model.seats import seat_height
from model.stage import Stage


@pytest.mark.parametrize(("prompt", "setting"), [
    ("Two strangers talk on a night train.", "train carriage"),
    ("On a crowded train a thief takes a purse.", "train carriage"),
    ("火车上，女孩望着窗外。", "train carriage"), ("地铁车厢里，老人睡着了。", "train carriage"),
    ("Anna waits on a train platform.", "station"), ("火车站台上，士兵和妻子告别。", "station"),
    ("A man runs to the station to catch a train.", "station"),
])  # fmt: skip
def test_who_is_aboard_is_not_at_the_station(prompt: str, setting: str) -> None:
    assert cast(prompt, seed=3, text=TEXT).stage.setting == setting


def test_two_find_a_seat_there() -> None:
    stage = cast("高铁上，两个女人坐在一起。", seed=3, text=TEXT).stage
    seat = next(e for e in stage.entities if e.archetype == "sofa")
    assert 0.4 < seat_height(seat) < 0.6
    assert first_moment(stage, (), seed=3, hour=12.0, weather="clear").position[stage.index(seat.id), 1] == 0.0


def test_the_country_is_behind_windows_whose_glass_is_no_larger_than_they_are() -> None:
    mesh = scenery(Stage("train carriage", 3, (), indoor=True)).mesh
    sky = (mesh.part == SKY_PANE) & (mesh.vertices[:, 2] < 0.0)
    assert (mesh.vertices[sky, 2] < -6.3).all()
    a, b, c = (mesh.vertices[mesh.triangles[sky[mesh.triangles].all(axis=1)][:, k]] for k in range(3))
    assert 12.0 < 0.5 * np.linalg.norm(np.cross(b - a, c - a), axis=1).sum() < 18.0  # square metres
    green = (mesh.color[:, 1] > mesh.color[:, 0] + 0.04) & (mesh.color[:, 1] > mesh.color[:, 2] + 0.1)
    outside = green & (mesh.vertices[:, 2] < -6.15)
    assert outside.sum() > 1000
