"""A shop of today is another place than a workshop or a shop of old, and it is as bright at night as by day."""

from __future__ import annotations

import pytest
from texts import TEXT

from director.casting import cast
from model.layout import first_moment
from model.settings import SETTINGS
from model.stage import Stage
from tests.scenes import FRONT, SMALL, ruled


@pytest.mark.parametrize(("prompt", "setting"), [
    ("A convenience store at 2am; a girl waits.", "corner shop"),
    ("In a supermarket, a boy looks at a guard.", "corner shop"),
    ("A pharmacist in a pharmacy.", "corner shop"), ("便利店里，店员看着一个女孩。", "corner shop"),
    ("超市里，妈妈牵着孩子。", "corner shop"), ("A blacksmith's shop with a blacksmith.", "shop"),
    ("In a garage, a mechanic fixes a car.", "shop"), ("药铺里，掌柜把药递给书生。", "shop"),
    ("A knight in a medieval grocery.", "shop"),
])  # fmt: skip
def test_what_it_is_called_says_which(prompt: str, setting: str) -> None:
    assert cast(prompt, seed=3, text=TEXT).stage.setting == setting


def brightness(setting: str, hour: float) -> float:
    stage = Stage(setting, 3, (), indoor=SETTINGS[setting].indoor)
    moment = first_moment(stage, (), seed=3, hour=hour, weather="clear")
    return float(ruled().draw(stage, moment, FRONT, SMALL).mean())


def test_it_is_bright_at_any_hour() -> None:
    night, day = brightness("corner shop", 2.0), brightness("corner shop", 13.0)
    assert night > 0.75 * day
    assert night > 1.5 * brightness("shop", 2.0)
