"""Whoever looks at what they hold looks down at it and still holds it afterwards."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_music_is_seen_to_be_played import READER, WORLD, begun

from director.acting import act
from director.receipts import judge
from model.state import WorldState


def holding(prompt: str, who: str, thing: str) -> WorldState:
    state = begun(prompt)
    rows = {entity.name: row for row, entity in enumerate(state.stage.entities)}
    held_by, on = state.moment.held_by.copy(), state.moment.supported_by.copy()
    held_by[rows[thing]], on[rows[thing]] = rows[who], -1
    return replace(state, moment=replace(state.moment, held_by=held_by, supported_by=on))


@pytest.mark.parametrize(("prompt", "who", "thing", "direction"), [
    ("A study with Anna, Ben and a letter.", "Anna", "letter", "Anna reads the letter."),
    ("A study with Anna, Ben and a letter.", "Anna", "letter", "Anna stares at the letter."),
    ("书房里，小红和小明，一封信。", "小红", "信", "小红看着信。"),
])  # fmt: skip
def test_it_is_not_lost_by_looking(prompt: str, who: str, thing: str, direction: str) -> None:
    state = holding(prompt, who, thing)
    performance = act(WORLD, state, READER.read(direction, state.stage, state.moment), seed=1)
    assert {row["status"] for row in judge(performance)} == {"done"}
    held = {state.stage.entities[k].name for k, by in enumerate(performance.end.moment.held_by) if by >= 0}
    assert held == {thing}
