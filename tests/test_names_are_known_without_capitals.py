"""A prompt that was typed without capital letters, or with nothing else, has the people in it that it names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from director.casting import cast
from director.casting.capitals import with_capitals
from model.text import TextEncoder

TYPED = {
    "anna hugs ben at the train station": "Anna hugs Ben at the train station",
    "Yesterday maria found a wolf": "Yesterday Maria found a wolf",
    "a girl named zara and a boy called tovik": "a girl named Zara and a boy called Tovik",
    "jack and rose stand on a ship": "Jack and Rose stand on a ship",
    "grace walks in. mark waits": "Grace walks in. Mark waits",
    "ANNA HUGS BEN": "Anna hugs Ben",
    "rose petals fall where a lily blooms in may": "rose petals fall where a lily blooms in may",
    "queen maera sits on her throne": "Queen Maera sits on her throne",
    "Grandpa teaches his granddaughter to ride": "Grandpa teaches his granddaughter to ride",
    "mother and father quarrel, and the boy cries": "mother and father quarrel, and the boy cries",
    "the captain waits. captain orders the men": "the captain waits. captain orders the men",
    "i will mark the wall": "i will mark the wall",
    "Anna and Ben find a mark on the wall, and hope": "Anna and Ben find a mark on the wall, and hope",
    "anna在咖啡馆等ben": "Anna在咖啡馆等Ben",
}


@pytest.mark.parametrize("typed", TYPED)
def test_capitals_are_put_back_on_names_alone(typed: str) -> None:
    assert with_capitals(typed) == TYPED[typed]


@pytest.mark.parametrize("prompt", [
    "Mia gives Tom a letter in the park on a rainy evening.",
    "Detective Sarah interrogates a thief named Leo in an office at night.",
])  # fmt: skip
@pytest.mark.parametrize("typed", [str.lower, str.upper])
def test_a_world_is_cast_alike(prompt: str, typed: Callable[[str], str]) -> None:
    text = TextEncoder()
    as_written, as_typed = (cast(words, seed=7, text=text).stage for words in (prompt, typed(prompt)))
    people = [[(e.name, e.archetype) for e in stage.entities if e.kind == "person"] for stage in (as_written, as_typed)]
    assert people[0] == people[1]
    assert as_written.setting == as_typed.setting
