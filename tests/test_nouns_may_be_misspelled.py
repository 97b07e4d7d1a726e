"""Slips of the pen in what a prompt speaks of cost nobody: what no list of English words or names knows is read as the
noun that is nearest, and the author is told."""

from __future__ import annotations

import pytest
from texts import TEXT

from director.casting import cast
from director.spelling import slips_mended


@pytest.mark.parametrize(("typed", "read"), [
    ("A detctive and a waitres argue in a resturant.", "A detective and a waitress argue in a restaurant."),
    ("A knight in the forrest finds a dragn.", "A knight in the forest finds a dragon."),
    ("Two polcemen stand in the hospitl corridor.", "Two policemen stand in the hospital corridor."),
    ("An old fishermn waits in the restaraunt.", "An old fisherman waits in the restaurant."),
])  # fmt: skip
def test_the_nearest_noun_is_meant(typed: str, read: str) -> None:
    assert slips_mended(typed)[0] == read


@pytest.mark.parametrize("prompt", [
    "Zorvan and Mirelka wait in Denver with Forrest.",
    "zorvan waits. mirelka dances with kaelin",
    "a girl drinks matcha in a dojo, a katana and a hoodie beside her",
    "The barista and the ronin share a bento.",
])  # fmt: skip
def test_names_and_foreign_words_are_no_slips(prompt: str) -> None:
    assert slips_mended(prompt) == (prompt, ())


def test_the_world_is_the_one_that_was_meant_and_the_author_is_told() -> None:
    world = cast("A detctive and a waitres argue in a resturant.", seed=3, text=TEXT)
    assert [e.look["role"] for e in world.stage.entities if e.kind == "person"] == ["detective", "waitress"]
    assert world.stage.setting == "cafe"
    assert "resturant is read as restaurant." in world.notes
