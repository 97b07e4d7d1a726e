"""Outlaws, sheriffs and saloons have a town of their own: false fronts under a wide sky, and people dressed for it."""

from __future__ import annotations

import pytest
from texts import TEXT

from director.casting import cast
from model.renderer.sets import scenery
from model.stage import Stage

MOST_TRIANGLES, MOST_LIGHTS = 32_000, 4


@pytest.mark.parametrize(("prompt", "setting"), [
    ("An outlaw and a sheriff face off outside the saloon at high noon.", "frontier town"),
    ("Two cowboys duel in a dusty street while townsfolk watch.", "frontier town"),
    ("西部小镇，牛仔和警长在夜里对峙。", "frontier town"),
    ("Wild west, dawn: Ellen waits for her son.", "frontier town"),
    ("A cowboy rides across the wasteland.", "desert"), ("Two strangers argue in a street at noon.", "street"),
    ("In a village, a blacksmith hugs his daughter.", "village"),
])  # fmt: skip
def test_prompts_lead_there(prompt: str, setting: str) -> None:
    assert cast(prompt, seed=3, text=TEXT).stage.setting == setting


def _looks(prompt: str) -> dict[str, tuple[str, str]]:
    people = (e for e in cast(prompt, seed=3, text=TEXT).stage.entities if e.kind == "person")
    return {e.name: (e.look["outfit"], e.look["hat"]) for e in people}


def test_cowboys_and_sheriffs_are_dressed_as_such() -> None:
    assert _looks("An outlaw and a sheriff face off outside the saloon.") == {
        "outlaw": ("frontier", "cowboy"), "sheriff": ("sheriff", "cowboy"),
    }  # fmt: skip
    assert _looks("西部小镇，牛仔和警长对峙。")["警长"] == ("sheriff", "cowboy")


def test_nobody_there_wears_what_we_do_unless_told_to() -> None:
    looks = _looks("Wild west: Ellen, Tom, a banker and Mia in a hoodie wait for the stagecoach.")
    assert looks["Mia"][0] == "hoodie"
    assert looks["Ellen"][0] == "peasant" and looks["Tom"][0] == "frontier"


@pytest.mark.parametrize("seed", [1, 2, 3, 4, 5])
def test_the_set_can_be_drawn_live(seed: int) -> None:
    built = scenery(Stage("frontier town", seed, ()))
    assert len(built.mesh.triangles) <= MOST_TRIANGLES and len(built.lights) <= MOST_LIGHTS


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_house_stands_on_the_stage(seed: int) -> None:
    stage = Stage("frontier town", seed, ())
    half = stage.half_extent
    for low, high in scenery(stage).obstacles:
        assert low[0] > half - 0.5 or high[0] < -half + 0.5 or low[2] > half - 0.5 or high[2] < -half + 0.5
