"""Balls, galas and banquets of today are held in the hall of a hotel, and who comes there is dressed for it; weddings
stay where they were, kings feast in their own halls."""

from __future__ import annotations

import numpy as np
import pytest
from texts import TEXT

from director.casting import cast
from model.renderer.sets import scenery
from model.stage import Stage


@pytest.mark.parametrize(("prompt", "setting"), [
    ("A charity gala; a woman in red spills her wine.", "ballroom"), ("In a ballroom a couple dances.", "ballroom"),
    ("At a banquet in Paris, the CEO announces his engagement.", "ballroom"),
    ("豪门晚宴上，岳母当众羞辱女婿。", "ballroom"),
    ("舞会上，王子向灰姑娘走去。", "ballroom"), ("慈善酒会，前妻挽着新欢走进宴会厅。", "ballroom"),
    ("Cinderella runs out of the ball at midnight.", "ballroom"), ("At the company gala two rivals meet.", "ballroom"),
    ("A wedding in a church.", "wedding hall"), ("婚宴上，新娘哭了。", "wedding hall"),
    ("A king holds a banquet for his knights.", "castle hall"), ("古代，皇帝的国宴上，公主献舞。", "palace"),
    ("古代，老夫人的寿宴上，小姐献上寿礼。", "old study"),
])  # fmt: skip
def test_what_is_celebrated_and_when_says_where(prompt: str, setting: str) -> None:
    assert cast(prompt, seed=3, text=TEXT).stage.setting == setting


@pytest.mark.parametrize("prompt", ["A charity gala at night.", "一场舞会。", "A ballroom."])
def test_guests_come_in_suits_and_gowns(prompt: str) -> None:
    people = [e for e in cast(prompt, seed=5, text=TEXT).stage.entities if e.kind == "person"]
    assert len(people) >= 3
    assert all(e.look["outfit"] == "gown" for e in people if e.look["gender"] == "f")
    assert all(e.look["outfit"] in ("suit", "tuxedo", "apron") for e in people if e.look["gender"] == "m")


def test_who_is_told_to_come_in_other_clothes_does() -> None:
    told = cast("At a gala, Mia in a hoodie talks to a banker.", seed=5, text=TEXT)
    assert {e.name: e.look["outfit"] for e in told.stage.entities if e.kind == "person"}["Mia"] == "hoodie"


def test_two_flights_come_down_from_a_balcony_behind_everybody() -> None:
    mesh = scenery(Stage("ballroom", 3, (), indoor=True)).mesh
    v = mesh.vertices[(mesh.vertices[:, 2] < -6.0) & (mesh.vertices[:, 2] > -6.4)]
    for side in (-1, 1):
        heights = [v[np.abs(v[:, 0] - side * x) < 0.2][:, 1].max() for x in (2.0, 3.5, 5.0, 6.4)]
        assert heights == sorted(heights, reverse=True) and heights[0] > 3.2 and heights[-1] < 1.4
    assert len(mesh.triangles) <= 32_000
