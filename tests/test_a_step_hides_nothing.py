"""State in, state out: what a step gives depends on the state and the actions alone."""

from model.state import Action, WorldState
from model.world import WorldModel
from tests.stages import begin, square

WALK = Action("walk", "e0", "e2")
WAVE = Action("wave", "e1", "e0")


def test_stepping_with_a_then_b_then_a_gives_the_same_a() -> None:
    world, state = begin(square())
    first = world.step(state, [WALK]).to_bytes()
    other = world.step(state, [WAVE]).to_bytes()
    again = world.step(state, [WALK]).to_bytes()
    assert first == again
    assert first != other


def test_a_state_steps_the_same_after_a_trip_through_bytes() -> None:
    world, live = begin(square())
    live = world.step(live, [WALK])
    for _ in range(9):
        live = world.step(live)
    loaded = WorldState.from_bytes(live.to_bytes())
    for _ in range(9):
        live, loaded = world.step(live), world.step(loaded)
    assert live.to_bytes() == loaded.to_bytes()


def test_chance_comes_from_the_seed() -> None:
    world, state = begin(square(), seed=1)
    _, other = begin(square(), seed=2)

    def acted(state: WorldState) -> bytes:
        state = world.step(state, [WALK])
        return world.step(state).moment.position.tobytes()

    assert acted(state) == acted(state)
    assert acted(state) != acted(other)


def test_a_copy_of_the_model_steps_to_the_same_bits() -> None:
    _, state = begin(square())
    assert WorldModel.tiny(3).step(state, [WALK]).to_bytes() == WorldModel.tiny(3).step(state, [WALK]).to_bytes()


def test_a_checkpoint_is_small() -> None:
    world, state = begin(square())
    for _ in range(12):
        state = world.step(state, [WALK] if state.step == 0 else [])
    assert len(state.to_bytes()) < 64 * 1024
