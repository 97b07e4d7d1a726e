"""Whoever plays an instrument that is there is at it or has it in hand, and their hands are seen to play."""

from __future__ import annotations

import pytest
from texts import TEXT

from director.acting import act
from director.casting import cast
from director.receipts import judge
from director.understanding import Reader
from model.layout import first_moment
from model.state import WorldState
from model.world import WorldModel

READER = Reader(TEXT)
WORLD = WorldModel.load()
ROOM = "A living room with Anna, Ben, a guitar, a piano and a sofa."
SALON = "客厅里，小红、小明，一架钢琴，一把小提琴。"


def begun(prompt: str) -> WorldState:
    casting = cast(prompt, seed=7, text=TEXT)
    moment = first_moment(casting.stage, casting.relations, seed=7, hour=casting.hour, weather=casting.weather)
    return WORLD.begin(casting.stage, moment, seed=7)


def verbs(direction: str, state: WorldState) -> list[tuple[str, str]]:
    name = {None: "", **{entity.id: entity.name for entity in state.stage.entities}}
    actions = READER.read(direction, state.stage, state.moment).actions
    return [(action.verb, name[action.target]) for action in actions]


@pytest.mark.parametrize(("prompt", "direction", "done"), [
    (ROOM, "Ben plays the guitar.", [("take", "guitar"), ("clap", "")]),
    (ROOM, "Ben picks up the guitar and strums a sad song.", [("take", "guitar"), ("clap", "")]),
    (ROOM, "Anna plays a waltz on the piano.", [("examine", "piano")]),
    (ROOM, "Anna sits at the piano and plays.", [("walk", "piano"), ("examine", "piano")]),
    (SALON, "小红弹钢琴。", [("examine", "钢琴")]),
    (SALON, "小红走到钢琴前弹琴。", [("examine", "钢琴")]),
    (SALON, "小明拉小提琴。", [("take", "小提琴"), ("clap", "")]),
    (SALON, "小明拿起小提琴，拉了一曲。", [("take", "小提琴"), ("clap", "")]),
])  # fmt: skip
def test_it_is_gone_to_or_taken_and_played(prompt: str, direction: str, done: list[tuple[str, str]]) -> None:
    assert verbs(direction, begun(prompt)) == done


@pytest.mark.parametrize("direction", ["Anna plays with Ben.", "Anna listens to the piano.", "Ben waves his hand."])
def test_what_is_no_music_is_none(direction: str) -> None:
    state = begun(ROOM)
    assert not any("hands" in told for told in READER.read(direction, state.stage, state.moment).readings)


@pytest.mark.parametrize(("direction", "who", "gesture", "holds"), [
    ("Ben plays the guitar.", "Ben", "clap", True), ("Anna plays the piano.", "Anna", "reach", False),
])  # fmt: skip
def test_hands_are_seen_to_play(direction: str, who: str, gesture: str, holds: bool) -> None:
    state = begun(ROOM)
    performance = act(WORLD, state, READER.read(direction, state.stage, state.moment), seed=1)
    row = next(k for k, entity in enumerate(state.stage.entities) if entity.name == who)
    receipt = judge(performance)
    assert {r["status"] for r in receipt} == {"done"} and "plays" in receipt[-1]["reading"]
    assert gesture in performance.shown()[state.stage.entities[row].id]
    assert bool((performance.end.moment.held_by == row).any()) == holds
