"""The long run watches what it says it watches."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from model.evaluation import endurance
from model.evaluation.endurance import AWAY, CAST, EVERY, LEAVES, ROUND, SCRIPT, TRAVELLER, UNTOUCHED, Run, direction
from model.state import WorldState
from model.verbs import VERBS
from model.world import WorldModel
from tests.trajectories import changed


@pytest.fixture(scope="module")
def start() -> WorldState:
    stage, first = endurance.opening(7)
    return WorldModel.tiny().begin(stage, first, seed=7)


def moved(state: WorldState, name: str, **values: object) -> WorldState:
    return replace(state, moment=changed(state.moment, state.stage.index(name), **values))


def test_the_script_asks_what_can_be_asked_and_leaves_alone_what_is_to_stay() -> None:
    assert len(SCRIPT) == 40 and 10 <= len(CAST) <= 12
    for action in SCRIPT:
        roles = {action.actor, action.target, action.object} - {None}
        assert roles <= set(CAST)
        moves = VERBS[action.verb].name in ("take", "push", "topple", "throw", "kick", "drag", "open", "close")
        assert not (moves and roles & set(UNTOUCHED)), action
    assert {a.verb for a in SCRIPT} <= set(VERBS)


def test_the_traveller_is_away_for_five_minutes_of_each_round() -> None:
    asked = [direction(k) for k in range(2 * ROUND)]
    out = [k for k, a in enumerate(asked) if a is not None and a.verb == "exit"]
    back = [k for k, a in enumerate(asked) if a is not None and a.verb == "enter"]
    assert out == [LEAVES, LEAVES + ROUND] and back == [k + AWAY for k in out]
    assert (back[0] - out[0]) * EVERY == 5 * 60 * 12
    for a in asked[out[0] + 1 : back[0]]:
        assert a is None or TRAVELLER not in (a.actor, a.target)


def test_what_wanders_off_is_noticed_and_what_is_directed_may(start: WorldState) -> None:
    out = Run(start.moment)
    out.watch(start)
    assert out.strayed_m["vase"] == 0.0
    x, y, z = start.moment.position[start.stage.index("vase")]
    out.watch(moved(start, "vase", position=(x + 0.3, y, z)))
    out.watch(moved(start, "smith", position=(5.0, 0.0, 0.0)))
    out.watch(start)
    assert out.strayed_m["vase"] == pytest.approx(0.3, abs=1e-6) and max(out.strayed_m.values()) < 0.31


def test_what_is_no_number_is_noticed(start: WorldState) -> None:
    for broken in (moved(start, "dog", velocity=(np.nan, 0.0, 0.0)), replace(start, memory=start.memory + np.inf)):
        out = Run(start.moment)
        out.watch(broken)
        assert not out.finite


def journey(start: WorldState, back: WorldState, gone: bool = True) -> dict[str, float]:
    out = Run(start.moment, step_ms=[1.0] * 20, done=[True] * 20, bytes=[1, 2])
    out.travelled(LEAVES, start)
    out.travelled(LEAVES + AWAY - 1, moved(start, TRAVELLER, present=0.0) if gone else start)
    out.travelled(LEAVES + AWAY + 1, back)
    return endurance.figures(out)


def test_who_returns_is_who_left_where_they_were_asked(start: WorldState) -> None:
    x, _, z = start.moment.position[start.stage.index("well")]
    by_the_well = moved(start, TRAVELLER, position=(x, 0.0, z + 1.5))
    figures = journey(start, by_the_well)
    assert (figures["left"], figures["came_back"], figures["same"], figures["where_asked"]) == (1.0, 1.0, 1.0, 1.0)
    robbed = moved(by_the_well, "lantern", held_by=-1)
    assert journey(start, robbed)["same"] == 0.0
    assert journey(start, moved(by_the_well, TRAVELLER, emotion=np.eye(8)[3]))["same"] == 0.0
    assert journey(start, moved(by_the_well, TRAVELLER, position=(x, 0.0, z + 4.0)))["where_asked"] == 0.0
    assert journey(start, moved(start, TRAVELLER, present=0.0))["came_back"] == 0.0
    assert journey(start, by_the_well, gone=False)["left"] == 0.0


def test_a_short_run_counts_steps_directions_and_bytes() -> None:
    out = endurance.run(WorldModel.tiny(), 3 * EVERY)
    figures = endurance.figures(out)
    assert figures["steps"] == 3 * EVERY and len(out.done) == 3
    assert 0 < figures["bytes_first"] <= figures["bytes_most"] < 65_536
    assert len(figures["step_ms"]) == 10
    assert f"{3 * EVERY} steps" in endurance.as_table(figures)
