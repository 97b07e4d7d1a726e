"""Futures acted in one batch come out as each would alone, to the bit."""

from dataclasses import replace

from directing import PROMPT, WALK, crew

from model.state import Action, WorldState
from model.world import WorldModel
from tests.stages import begin, square

ACTIONS = [
    [],
    [Action("walk", "e0", "e2", words="strolls over to something")],
    [Action("wave", "e1", "e0"), Action("weather", None, weather="rain")],
    [Action("act", "e0", "e1", words="走近某人"), Action("run", "e1", direction=(0.0, 1.0)), Action("nod", "e0")],
]


def alone(world: WorldModel, state: WorldState, asked: list[Action], steps: int) -> list[bytes]:
    states = [world.step(state, asked)]
    while len(states) < steps:
        states.append(world.step(states[-1]))
    return [s.to_bytes() for s in states]


def test_states_stepped_together_are_those_stepped_alone() -> None:
    world, state = begin(square())
    states = [replace(state, seed=seed) for seed in range(4)]
    expected = [alone(world, s, asked, 9) for s, asked in zip(states, ACTIONS, strict=True)]
    asked: list[list[Action]] = ACTIONS
    for step in range(9):
        states = [s for s, _ in world.step_many(states, asked)]
        asked = [[]] * 4
        assert [s.to_bytes() for s in states] == [acted[step] for acted in expected]


def test_states_of_different_ages_can_be_stepped_together() -> None:
    world, young = begin(square())
    old = young
    for _ in range(11):
        old = world.step(old, ACTIONS[1] if old.step == 0 else [])
    together = [s.to_bytes() for s, _ in world.step_many([young, old], [ACTIONS[2], ACTIONS[3]])]
    assert together == [world.step(young, ACTIONS[2]).to_bytes(), world.step(old, ACTIONS[3]).to_bytes()]


def test_a_film_made_beside_others_is_the_film_made_alone() -> None:
    start = crew().begin(PROMPT, seed=7, aspect="16:9", style="vinyl")[1]
    directive = crew().read(WALK, start)
    together = dict(crew().films(start, directive, seeds=[5, 6, 7, 8]))
    assert sorted(together) == [0, 1, 2, 3]
    for take, seed in enumerate([5, 6, 7, 8]):
        assert together[take].end.to_bytes() == crew().film(start, directive, seed=seed).end.to_bytes()
