"""Whoever sits at a thing is by it: on the seat that stands there, or on the ground; and not on the thing itself."""

from __future__ import annotations

import pytest
from test_music_is_seen_to_be_played import begun, verbs

OFFICE = "An office with Anna, a desk, an office chair and a laptop."
FOREST = "森林里，猎人和狗，一堆篝火，一棵树。"


@pytest.mark.parametrize(("prompt", "direction", "done"), [
    (OFFICE, "Anna sits down at the desk.", [("sit", "office chair")]),
    (OFFICE, "Anna sits on the desk.", [("sit", "desk")]),
    (FOREST, "猎人坐在篝火边。", [("walk", "篝火"), ("sit", "")]),
    (FOREST, "狗趴在篝火旁。", [("walk", "篝火"), ("lie", "")]),
    ("A living room with Anna and a piano.", "Anna sits in front of the piano.", [("walk", "piano")]),
])  # fmt: skip
def test_where_they_sit(prompt: str, direction: str, done: list[tuple[str, str]]) -> None:
    assert verbs(direction, begun(prompt)) == done
