"""A place that no table has is told by whose it is, or by the end of its word; the notes say so."""

from __future__ import annotations

import pytest
from texts import TEXT

from director.casting import cast


@pytest.mark.parametrize(
    ("prompt", "setting", "called"),
    [
        ("In a locksmith's, two thieves argue.", "shop", "locksmith's"),
        ("At a cobbler's, a boy waits for an old woman.", "shop", "cobbler's"),
        ("At the dentist's, a boy clings to his mother.", "hospital", "dentist's"),
        ("灯芯铺里，一个老人看着女孩。", "shop", "灯芯铺"),
        ("在铜锣坊里，两个徒弟吵架。", "shop", "铜锣坊"),
    ],
)
def test_the_nearest_place_is_found_and_said(prompt: str, setting: str, called: str) -> None:
    casting = cast(prompt, seed=1, text=TEXT)
    assert casting.stage.setting == setting
    assert any(called in note and "staged as" in note for note in casting.notes)
    assert not any(called.removesuffix("'s") in e.name for e in casting.stage.entities)


@pytest.mark.parametrize(
    ("prompt", "setting"),
    [
        ("In a watchmaker's shop, Elias waits while a stranger stands by the door.", "shop"),
        ("三个牛仔骑着马走进酒馆前的街道。", "frontier town"),
        ("森林深处的小木屋前，小女孩遇到一头狼。", "forest"),
        ("A dragon flies over the castle while a knight watches.", "courtyard"),
        ("Hospital rooftop, rain. Dr. Lin holds an umbrella.", "rooftop"),
        ("A princess escapes through the castle garden at night.", "park"),
        ("A street magician makes a pigeon appear from a hat.", "street"),
        ("A thief climbs through the window and meets a little girl.", "living room"),
        ("A hermit lives in a cave high in the mountains.", "cave"),
        ("A fisherman rows toward a girl on the dock.", "lake"),
        ("A goat stands in the dock, and the judge bangs her gavel.", "courtroom"),
        ("EXT. BANK - DAY\nTwo robbers run to a van.", "street"),
        ("爷爷在病床上拉着孙子的手，窗外下着雪。", "hospital"),
    ],
)
def test_what_is_before_above_or_around_a_house_is_not_within(prompt: str, setting: str) -> None:
    assert cast(prompt, seed=1, text=TEXT).stage.setting == setting
