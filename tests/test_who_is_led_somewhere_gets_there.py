"""Who is led and what is dragged to something gets there with whoever does it."""

from __future__ import annotations

import pytest
from test_music_is_seen_to_be_played import begun, verbs

FARM = "A farm with a farmer, a girl, a horse, a tree and a cart."
FLAT = "A flat with Mia, Jack, a suitcase, a sofa and a door."


@pytest.mark.parametrize(("prompt", "direction", "done"), [
    (FARM, "The farmer leads the horse to the tree.", [("walk", "tree"), ("walk", "tree")]),
    (FARM, "The farmer leads the girl to the cart.", [("walk", "cart"), ("walk", "cart")]),
    (FLAT, "Mia drags the suitcase to the door.", [("take", "suitcase"), ("walk", "door")]),
    (FLAT, "Mia drags the sofa to the door.", [("drag", "sofa")]),
])  # fmt: skip
def test_both_go(prompt: str, direction: str, done: list[tuple[str, str]]) -> None:
    assert verbs(direction, begun(prompt)) == done
