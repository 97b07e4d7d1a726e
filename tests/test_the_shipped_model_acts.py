"""What ships can act: on stages it has never seen, most of what is asked comes true, and nobody else moves."""

import pytest

from model.evaluation.lessons import tallied
from model.world import WorldModel

VERBS = ("walk", "run", "take", "give", "sit", "open", "attack", "fly", "feel", "face")


@pytest.fixture(scope="module")
def world() -> WorldModel:
    return WorldModel.load()


def test_most_of_what_is_asked_comes_true_and_bystanders_stay(world: WorldModel) -> None:
    tallies = tallied(world, VERBS, 4)
    for verb, score in tallies.by_verb.scores.items():
        assert score.done["model"] >= 3, verb
        assert score.done["still"] <= 2, verb  # or the goal would ask for nothing
    assert tallies.by_verb.figures()["mean"]["strayed"] <= 0.1
