"""A candle, a lamp or a fire goes out, comes on or flickers by itself, and by itself alone."""

from __future__ import annotations

import pytest
from texts import TEXT

from director.acting import act
from director.casting import cast
from director.directive import Directive
from director.receipts import judge
from director.understanding import Reader
from model.layout import first_moment
from model.state import Action, WorldState
from model.world import WorldModel

READER = Reader(TEXT)
WORLD = WorldModel.load()
STUDY = "A study at night with Anna and Ben, a desk with three candles and a lantern."
ROOM = "古代闺房，小姐和丫鬟，两支蜡烛，一个灯笼。"


def begun(prompt: str, *lit: str) -> WorldState:
    casting = cast(prompt, seed=7, text=TEXT)
    moment = first_moment(casting.stage, casting.relations, seed=7, hour=casting.hour, weather=casting.weather)
    for row, entity in enumerate(casting.stage.entities):
        moment.lit[row] = entity.name in lit
    return WORLD.begin(casting.stage, moment, seed=7)


def read(direction: str, state: WorldState) -> Directive:
    directive = READER.read(direction, state.stage, state.moment)
    assert not directive.refusals
    return directive


def lights(state: WorldState) -> set[str]:
    return {e.name for e, lit in zip(state.stage.entities, state.moment.lit, strict=True) if lit > 0.5}


@pytest.mark.parametrize(("prompt", "direction", "lit", "left"), [
    (STUDY, "The second candle flickers and goes out.", {"candle 1", "candle 2", "lantern"}, {"candle 1", "lantern"}),
    (STUDY, "The candle dies.", {"candle 2", "lantern"}, {"lantern"}),
    (STUDY, "All the candles go out.", {"candle 1", "candle 2", "candle 3", "lantern"}, {"lantern"}),
    (STUDY, "A gust of wind blows out the first candle.", {"candle 1", "candle 3"}, {"candle 3"}),
    (STUDY, "The lantern flickers on.", {"candle 1"}, {"candle 1", "lantern"}),
    (STUDY, "The lights go out.", {"candle 1", "lantern"}, set()),
    (ROOM, "烛火摇曳了几下，灭了。", {"蜡烛1", "灯笼"}, {"灯笼"}),
    (ROOM, "灯笼忽然亮了起来。", {"蜡烛2"}, {"蜡烛2", "灯笼"}),
    (ROOM, "第一支蜡烛熄灭了，第二支还亮着。", {"蜡烛1", "蜡烛2"}, {"蜡烛2"}),
])  # fmt: skip
def test_only_that_light_changes_and_nobody_does_it(
    prompt: str, direction: str, lit: set[str], left: set[str]
) -> None:
    state = begun(prompt, *lit)
    directive = read(direction, state)
    assert all(action.actor is None for action in directive.actions)
    performance = act(WORLD, state, directive, seed=1)
    assert lights(performance.end) == left
    assert {row["status"] for row in judge(performance)} == {"done"}


def test_what_flickers_is_dark_for_a_moment_and_burns_on() -> None:
    state = begun(STUDY, "lantern")
    performance = act(WORLD, state, read("The lantern flickers.", state), seed=1)
    row = state.stage.index(next(e.id for e in state.stage.entities if e.name == "lantern"))
    assert min(float(moment.lit[row]) for moment in performance.moments) < 0.5
    assert lights(performance.end) == {"lantern"}


@pytest.mark.parametrize(("prompt", "direction", "verb"), [
    (STUDY, "Anna blows out the candle.", "put_out"), (STUDY, "He lights the lantern.", "light"),
    (ROOM, "丫鬟点亮灯笼。", "light"), (ROOM, "小姐吹灭一支蜡烛，另一支还亮着。", "put_out"),
])  # fmt: skip
def test_who_is_told_to_does_it(prompt: str, direction: str, verb: str) -> None:
    (action, *rest) = read(direction, begun(prompt, "candle 1", "candle 2", "蜡烛1", "蜡烛2")).actions
    assert action.actor is not None and action.verb == verb
    assert all(a.actor is None and a.target != action.target for a in rest)


def test_of_several_that_one_changes_which_is_not_so_yet() -> None:
    state = begun(STUDY, "candle 2")
    name = {entity.id: entity.name for entity in state.stage.entities}
    assert [name[a.target or ""] for a in read("Anna blows out the candle.", state).actions] == ["candle 2"]
    assert [name[a.target or ""] for a in read("Anna lights a candle.", state).actions] != ["candle 2"]
    assert [name[a.target or ""] for a in read("The first candle goes out.", state).actions] == ["candle 1"]


def test_several_may_go_out_at_once() -> None:
    state = begun(STUDY, "candle 1", "candle 2", "candle 3")
    ids = {entity.name: entity.id for entity in state.stage.entities}
    going = tuple(Action("put_out", None, ids[f"candle {k}"], words="goes out") for k in (1, 3))
    assert lights(act(WORLD, state, Directive("", going), seed=1).end) == {"candle 2"}
