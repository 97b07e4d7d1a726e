"""Where cars are parked is another place than where they are mended; it has a row of cars and a way up to the day."""

from __future__ import annotations

import numpy as np
import pytest
from texts import TEXT

from director.casting import cast
from model.renderer.scenery import SKY_PANE
from model.renderer.sets import scenery
from model.stage import Stage


@pytest.mark.parametrize(("prompt", "setting"), [
    ("An underground parking garage at night; a woman hears footsteps.", "garage"),
    ("In a parking lot two men fight over a briefcase.", "garage"), ("地下车库里，保镖拦住了记者。", "garage"),
    ("停车场，男人把钥匙交给女人。", "garage"), ("In a garage, a mechanic fixes a car.", "shop"),
    ("车库里，师傅教徒弟修车。", "shop"), ("修车厂里，两个男人在吵架。", "shop"),
    ("In the pouring rain two men fight in a parking lot.", "street"), ("大雨中的停车场，他追上了她。", "street"),
])  # fmt: skip
def test_what_is_done_there_says_which(prompt: str, setting: str) -> None:
    assert cast(prompt, seed=3, text=TEXT).stage.setting == setting


def test_there_is_a_car_to_get_into() -> None:
    told = cast("地下停车场，两个男人在交易。", seed=3, text=TEXT)
    assert "car" in {e.archetype for e in told.stage.entities}


def test_daylight_comes_down_a_ramp_and_cars_stand_behind_the_pillars() -> None:
    mesh = scenery(Stage("garage", 3, (), indoor=True)).mesh
    day = mesh.vertices[mesh.part == SKY_PANE]
    assert len(day) and (day[:, 0] > 10.0).all() and (day[:, 1] > 1.0).all()
    middle = mesh.vertices[mesh.triangles].mean(axis=1)
    parked = middle[(middle[:, 2] < -6.7) & (middle[:, 2] > -11.0) & (middle[:, 1] < 1.6) & (middle[:, 1] > 0.2)]
    assert len(np.unique(np.round(parked[:, 0]))) > 12
