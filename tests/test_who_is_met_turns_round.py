"""Whoever is walked up to, given something or bowed to turns to who does so, if they look elsewhere and are free."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from directing import crew
from texts import TEXT

from director.crew import Crew
from director.planning.blocking import with_regard
from director.suggestions.situation import Situation
from model.renderer.renderer import Renderer
from model.state import WorldState
from model.world import WorldModel

PROMPT = "Anna and Ben stand in a village by day. Anna holds an apple."


def off(state: WorldState, name: str, other: str) -> float:
    """How many radians somebody has another to one side."""
    rows = {e.name: i for i, e in enumerate(state.stage.entities)}
    dx, _, dz = (state.moment.position[rows[other]] - state.moment.position[rows[name]]).tolist()
    return abs(math.remainder(math.atan2(dx, dz) - float(state.moment.heading[rows[name]]), math.tau))


def looking(state: WorldState, name: str, towards: str, aside: float) -> WorldState:
    """Somebody turned `aside` radians from where another stands."""
    rows = {e.name: i for i, e in enumerate(state.stage.entities)}
    position, heading = state.moment.position, state.moment.heading.copy()
    dx, _, dz = (position[rows[towards]] - position[rows[name]]).tolist()
    heading[rows[name]] = math.atan2(dx, dz) + aside
    return replace(state, moment=replace(state.moment, heading=heading))


def unasked(state: WorldState, direction: str) -> list[tuple[str, str | None]]:
    """What others do in it of their own accord: verbs and who does them, by name."""
    read = with_regard(crew().read(direction, state), Situation.of(state, []))
    names = {e.id: e.name for e in state.stage.entities}
    return [(a.verb, names.get(a.actor or "")) for a in read.actions[len(read.asked.actions) :]]


@pytest.fixture(scope="module")
def start() -> WorldState:
    return crew().begin(PROMPT, seed=4, aspect="16:9", style="vinyl")[1]


@pytest.mark.parametrize("direction", [
    "Anna walks up to Ben.", "Anna gives Ben the apple.", "Anna bows to Ben.", "Anna走到Ben面前。",
])  # fmt: skip
def test_who_looks_elsewhere_turns_to_who_comes(start: WorldState, direction: str) -> None:
    assert unasked(looking(start, "Ben", "Anna", 2.5), direction) == [("face", "Ben")]


def test_who_sees_them_already_stays_as_they_are(start: WorldState) -> None:
    assert unasked(looking(start, "Ben", "Anna", 0.3), "Anna walks up to Ben.") == []


def test_nobody_hears_who_sneaks(start: WorldState) -> None:
    assert unasked(looking(start, "Ben", "Anna", 2.5), "Anna sneaks up on Ben.") == []


def test_who_has_something_to_do_goes_on_with_it(start: WorldState) -> None:
    assert unasked(looking(start, "Ben", "Anna", 2.5), "Anna walks up to Ben while Ben dances.") == []


def test_the_shipped_model_acts_it_out() -> None:
    shipped = Crew(WorldModel.load(), TEXT, Renderer(threads=1))
    state = looking(shipped.begin(PROMPT, seed=4, aspect="16:9", style="vinyl")[1], "Ben", "Anna", 2.5)
    read = with_regard(shipped.read("Anna walks up to Ben.", state), Situation.of(state, []))
    end = shipped.film(state, read, seed=3).end
    assert off(end, "Ben", "Anna") < 0.5
