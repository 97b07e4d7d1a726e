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


def test_the_country_is_behind_the_windows_and_nothing_is_in_them() -> None:
    mesh = scenery(Stage("train carriage", 3, (), indoor=True)).mesh
    place = mesh.vertices[mesh.triangles]
    across = (place[:, :, 2].min(axis=1) < -6.0) & (place[:, :, 2].max(axis=1) > -6.3)
    low, high = place[across].min(axis=1), place[across].max(axis=1)
    window = (low[:, 0] < 0.5) & (high[:, 0] > -0.5) & (low[:, 1] < 1.9) & (high[:, 1] > 1.4)
    assert not window.any()
    sky = mesh.vertices[mesh.part == SKY_PANE]
    assert (sky[:, 2] < -8.0).any() and np.ptp(sky[sky[:, 2] < -8.0][:, 0]) > 20.0
