"""Variables of a story: set up, changed, renamed and taken away; choices always fit them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from stories import Kit, remembering

from storygraph.errors import StoryError
from storygraph.graph import StoryGraph
from storygraph.story import Choice, Variable
from storygraph.trash import put_away, restored
from storygraph.variables import MOST_VARIABLES, with_variable, with_variable_renamed, without_variable

Trip = Callable[[StoryGraph], StoryGraph]


def test_variables_come_back_with_their_kinds(kit: Kit, trip: Trip) -> None:
    graph = trip(remembering(kit))
    assert graph.episode.variables == (Variable("trust", 0.0), Variable("met_smith", False), Variable("hero", "nobody"))
    assert graph.kinds == {"trust": float, "met_smith": bool, "hero": str}


def test_a_variable_can_begin_otherwise(kit: Kit, trip: Trip) -> None:
    graph = with_variable(trip(remembering(kit)), Variable("trust", 2))
    assert [v.initial for v in graph.episode.variables] == [2.0, False, "nobody"]


def test_a_variable_that_choices_use_keeps_its_kind_and_stays(kit: Kit, trip: Trip) -> None:
    graph = trip(remembering(kit))
    for refused in (lambda: with_variable(graph, Variable("trust", True)), lambda: without_variable(graph, "trust")):
        with pytest.raises(StoryError, match=r"“Be kind” in “The Square” needs it as it was\. The effect “trust \+="):
            refused()


def test_a_variable_that_nothing_uses_can_go(kit: Kit, trip: Trip) -> None:
    graph = trip(with_variable(remembering(kit), Variable("唱歌", True)))
    assert "唱歌" not in without_variable(graph, "唱歌").kinds
    with pytest.raises(StoryError, match="no variable “sung”: name one that it has"):
        without_variable(graph, "sung")


def test_a_variable_is_renamed_wherever_it_stands(kit: Kit, trip: Trip) -> None:
    graph = trip(remembering(kit))
    after = with_variable_renamed(graph, "trust", "信任")
    assert after.scene("gate").choices[0].condition == "信任 >= 1 and met_smith"
    assert after.scene("square").choices[0].effects == ("信任 += 1", "met_smith = true")
    assert after.scenes["help"] is graph.scenes["help"]
    with pytest.raises(StoryError, match="already a variable “hero”"):
        with_variable_renamed(graph, "trust", "hero")


def test_what_is_in_the_trash_comes_back_with_the_new_name(kit: Kit, trip: Trip) -> None:
    graph = put_away(trip(remembering(kit)), "gate", removal="r", at="")
    after = restored(with_variable_renamed(graph, "trust", "信任"), "r")
    assert after.left == ()
    assert after.graph.scene("gate").choices[0].condition == "信任 >= 1 and met_smith"
    assert after.graph.scene("square").choices[0].effects == ("信任 += 1", "met_smith = true")
    assert after.graph.lint() == ()


def test_a_story_has_not_too_many_variables(kit: Kit) -> None:
    graph = kit.begin()
    for number in range(MOST_VARIABLES):
        graph = with_variable(graph, Variable(f"v{number}", False))
    with pytest.raises(StoryError, match="at most 200"):
        with_variable(graph, Variable("one", False))


@pytest.mark.parametrize(
    ("about", "hint"),
    [
        ({"condition": "trust"}, "neither true nor false"),
        ({"condition": "courage > 1"}, "“courage”, which there is not"),
        ({"effects": ("hero += 1",)}, "is text"),
        ({"effects": ("trust += 1", "")}, "must begin with a variable"),
    ],
)
def test_a_choice_that_does_not_fit_is_refused(kit: Kit, trip: Trip, about: dict[str, object], hint: str) -> None:
    graph = trip(remembering(kit))
    with pytest.raises(StoryError, match=hint):
        graph.with_choice("square", kit.choice("gate", "Go", **about))
    changed: Choice = replace(graph.scene("square").choices[0], **about)  # type: ignore[arg-type]
    with pytest.raises(StoryError, match=hint):
        graph.with_choice_changed("square", changed)


def test_a_choice_is_changed_in_its_place(kit: Kit, trip: Trip) -> None:
    graph = trip(remembering(kit))
    first, second = graph.scene("square").choices
    changed = replace(first, label="Be very kind", condition="not met_smith", effects=("trust += 2",))
    assert graph.with_choice_changed("square", changed).scene("square").choices == (changed, second)
    with pytest.raises(StoryError, match="no such choice"):
        graph.with_choice_changed("square", replace(first, id="gone"))
    with pytest.raises(StoryError, match="lead back"):
        graph.with_choice_changed("gate", replace(graph.scene("gate").choices[0], to="square"))
