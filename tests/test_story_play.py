"""Playing a story without a screen: what is open where, and where it leads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from stories import Kit, branching, remembering

from storygraph.errors import StoryError
from storygraph.graph import StoryGraph
from storygraph.play import Moment, Play, explore
from storygraph.story import Variable
from storygraph.variables import with_variable

Trip = Callable[[StoryGraph], StoryGraph]


def labels(play: Play, moment: Moment) -> list[str | None]:
    return [None if option is None else option.label for option in play.options(moment)]


def after(play: Play, *wanted: str | None) -> Moment:
    """Where these options lead, one after the other."""
    moment = play.begin()
    for label in wanted:
        (option,) = (o for o in play.options(moment) if (None if o is None else o.label) == label)
        moment = play.take(moment, option)
    return moment


def test_a_scene_stops_where_something_is_offered_and_may_go_on(kit: Kit, trip: Trip) -> None:
    play = Play(trip(branching(kit)))
    assert play.begin() == Moment("square", 1)
    assert labels(play, play.begin()) == ["Slip away", None]
    assert labels(play, after(play, None)) == ["Ring the bell", "Run"]
    assert after(play, "Slip away") == Moment("mill", 1)
    assert labels(play, after(play, "Slip away")) == []


def test_effects_are_remembered_and_conditions_ask_for_them(kit: Kit, trip: Trip) -> None:
    play = Play(trip(remembering(kit)))
    assert after(play, "Be kind") == Moment("gate", 1, (1.0, True, "nobody"))
    assert labels(play, after(play, "Be kind")) == ["Ask for help", "Go alone"]
    assert labels(play, after(play, "Be rude")) == ["Go alone"]
    assert after(play, "Be kind", "Ask for help").values == (1.0, True, "the smith")


def test_effects_come_one_after_the_other(kit: Kit) -> None:
    graph = remembering(kit)
    kind = replace(graph.scene("square").choices[0], effects=("trust = 3", "trust = trust * trust", "trust -= 1"))
    assert after(Play(graph.with_choice_changed("square", kind)), "Be kind").values[0] == 8.0


def test_a_stop_at_which_all_is_closed_is_passed_by_but_for_the_last(kit: Kit, trip: Trip) -> None:
    graph = with_variable(branching(kit), Variable("brave", False))
    for scene in ("square", "bell"):
        for choice in graph.scene(scene).choices:
            graph = graph.with_choice_changed(scene, replace(choice, condition="brave"))
    play = Play(trip(graph))
    assert play.begin() == Moment("square", 2, (False,))
    assert labels(play, play.begin()) == []


def test_time_takes_the_open_default_or_goes_on(kit: Kit, trip: Trip) -> None:
    graph = remembering(kit)
    play = Play(trip(graph))
    rude = after(play, "Be rude")
    seconds, option = play.clock(rude) or (None, None)
    assert (seconds, option and option.label) == (5.0, "Go alone")
    alone = graph.scene("gate").choices[1]
    shut = Play(graph.with_choice_changed("gate", replace(alone, condition="trust > 9")))
    assert shut.clock(after(shut, "Be kind")) is None
    early = Play(graph.with_choice("square", kit.choice("gate", "Sneak in", after=0, seconds=3.0)))
    assert early.clock(early.begin()) == (3.0, None)


def test_all_that_can_happen_is_played_once(kit: Kit, trip: Trip) -> None:
    graph = trip(remembering(kit))
    played = explore(Play(graph))
    assert played.whole
    # What nothing asks for any more is forgotten: the two ways to the gate differ in trust only.
    assert sorted((m.scene, *m.values) for m in played.moments) == [
        ("alone", 0.0, False, "nobody"),
        ("gate", 0.0, True, "nobody"),
        ("gate", 1.0, True, "nobody"),
        ("help", 0.0, False, "nobody"),
        ("square", 0.0, False, "nobody"),
    ]
    helped = next(k for k, moment in enumerate(played.moments) if moment.scene == "help")
    assert [(stop.scene, stop.beat) for stop in played.path(helped, graph)] == [("square", 1), ("gate", 1), ("help", 1)]


def test_a_story_without_bounds_is_played_as_far_as_asked(kit: Kit) -> None:
    graph = remembering(kit)
    played = explore(Play(graph), most=2)
    assert not played.whole
    assert len(played.moments) == 3


def test_a_choice_that_cannot_be_read_stops_the_play(kit: Kit) -> None:
    graph = remembering(kit)
    gate = graph.scene("gate")
    bad = replace(gate, choices=(replace(gate.choices[0], condition="trust >"), gate.choices[1]))
    with pytest.raises(StoryError, match="stops too early"):
        explore(Play(replace(graph, scenes={**graph.scenes, "gate": bad})))
    assert explore(Play(replace(graph, scenes={**graph.scenes, "gate": bad}), by_shape=True)).whole
