"""What ships can act: on stages it has never seen, most of what is asked comes true, and nobody else moves."""

import pytest

from model.evaluate import score
from model.world import WorldModel


@pytest.fixture(scope="module")
def world() -> WorldModel:
    return WorldModel.load()


@pytest.mark.parametrize("verb", ["walk", "run", "take", "give", "sit", "open", "attack", "fly", "feel", "face"])
def test_most_of_what_is_asked_comes_true(world: WorldModel, verb: str) -> None:
    tally = score(world, verb, 4)
    assert tally.model >= 3
    assert tally.still <= 2  # or the goal would ask for nothing


def test_bystanders_stay_where_they_are(world: WorldModel) -> None:
    tallies = [score(world, verb, 4) for verb in ("walk", "hug", "light")]
    assert sum(t.strayed for t in tallies) <= 0.1 * sum(t.bystanders for t in tallies)
