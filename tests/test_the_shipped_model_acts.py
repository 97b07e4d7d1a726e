"""What ships can act: on stages it has never seen, most of what is asked comes true, and nobody else moves."""

import pytest
from texts import TEXT

from director.crew import Crew
from model.evaluation.lessons import tallied
from model.renderer.renderer import Renderer
from model.world import WorldModel
from tests.stages import begin, stage_of

VERBS = ("walk", "run", "take", "give", "sit", "open", "attack", "fly", "feel", "face")


@pytest.fixture(scope="module")
def world() -> WorldModel:
    return WorldModel.load()


def test_most_of_what_is_asked_comes_true_and_bystanders_stay(world: WorldModel) -> None:
    tallies = tallied(world, VERBS, 6)
    scores = tallies.by_verb.scores
    assert sum(score.done["model"] for score in scores.values()) >= 54  # of 60
    for verb, score in scores.items():
        assert score.done["model"] >= 4, verb
        assert score.done["still"] <= 3, verb  # or the goal would ask for nothing
    assert tallies.by_verb.figures()["mean"]["strayed"] <= 0.1


@pytest.mark.parametrize(("direction", "hour", "weather", "becomes"), [
    ("Night falls and it starts to rain.", 12.0, "clear", ("night", "rain")),
    ("天亮了，雪停了。", 23.0, "snow", ("dawn", "clear")),
])  # fmt: skip
def test_hour_and_weather_turn_in_one_beat(world: WorldModel, direction: str, hour: float, weather: str,
                                           becomes: tuple[str, str]) -> None:
    crew = Crew(world, TEXT, Renderer(threads=1))
    _, state = begin(stage_of(("Lin", "adult"), ("Chen", "adult"), setting="street"), world=world, hour=hour,
                     weather=weather)  # fmt: skip
    moment = crew.film(state, crew.read(direction, state), seed=1).end.moment
    assert (moment.time_of_day(), moment.weather_name()) == becomes
