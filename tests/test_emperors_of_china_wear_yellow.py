"""Emperors and empresses of China are dressed as such, kings and queens of elsewhere as before."""

from __future__ import annotations

import pytest
from texts import TEXT

from director.casting import cast
from model.stage import Entity


def somebody(prompt: str, name: str) -> Entity:
    return next(e for e in cast(prompt, seed=3, text=TEXT).stage.entities if e.name.lower() == name)


@pytest.mark.parametrize(("prompt", "name", "hat"), [
    ("大殿上，皇帝看着跪着的将军。", "皇帝", "beaded"), ("御花园里，太后和公主说话。", "太后", "phoenix"),
    ("The emperor of China listens to a minister in his palace.", "emperor", "beaded"),
])  # fmt: skip
def test_who_rules_china_wears_the_robe_and_the_crown(prompt: str, name: str, hat: str) -> None:
    ruler = somebody(prompt, name)
    assert (ruler.look["outfit"], ruler.look["hat"]) == ("imperial", hat)
    assert ruler.look["beard"] in ("goatee", "none")
    assert ruler.colors["top"] == ("#e3ab2c" if hat == "beaded" else "#a8282c")


@pytest.mark.parametrize(("prompt", "name"), [
    ("A king sits on his throne in a castle hall.", "king"), ("A queen feeds a dragon in a medieval castle.", "queen"),
    ("城堡里，国王和骑士说话。", "国王"),
])  # fmt: skip
def test_kings_of_elsewhere_keep_their_mantle(prompt: str, name: str) -> None:
    ruler = somebody(prompt, name)
    assert (ruler.look["outfit"], ruler.look["hat"]) == ("royal", "crown")


def test_what_is_told_goes_first() -> None:
    assert somebody("古代宫殿里，穿白衣的皇帝站在窗前。", "皇帝").colors["top"] != "#e3ab2c"
    assert somebody("大殿上，一个穿龙袍的孩子坐在龙椅上。", "孩子").look["outfit"] == "imperial"
