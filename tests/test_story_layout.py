"""Drawing a story: time to the right, branches in rows, nothing on top of anything else."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st
from stories import Kit, branching

from storygraph.graph import StoryGraph
from storygraph.layout import Place
from storygraph.story import Scene

Trip = Callable[[StoryGraph], StoryGraph]


def test_the_places_of_a_branching_story(kit: Kit, trip: Trip) -> None:
    assert trip(branching(kit)).layout() == {
        "square": Place(0, 0, 2),
        "mill": Place(2, 2, 1),
        "bell": Place(3, 0, 1),
        "field": Place(3, 1, 1),
        "dawn": Place(8, 0, 1),
        "tower": Place(5, 0, 2),
    }


@st.composite
def stories(draw: st.DrawFn) -> StoryGraph:
    kit = Kit()
    graph = kit.directed(kit.begin(), "square", *["x"] * draw(st.integers(0, 3)))
    for number in range(draw(st.integers(0, 9))):
        before = draw(st.sampled_from(list(graph.scenes)))
        beat = draw(st.integers(0, len(graph.scene(before).beats)))
        if draw(st.booleans()):
            graph = kit.forked(graph, before, beat, f"s{number}", "x")
        else:
            graph = graph.with_scene(Scene(f"s{number}", "cut off", kit.state()))
        graph = kit.directed(graph, f"s{number}", *["x"] * draw(st.integers(0, 3)))
    return graph


@given(stories())
def test_scenes_never_overlap_and_choices_lead_to_the_right(graph: StoryGraph) -> None:
    places = graph.layout()
    points = [(place.x + beat, place.y) for place in places.values() for beat in range(place.length + 1)]
    assert len(set(points)) == len(points)
    for scene in graph.scenes.values():
        for choice in scene.choices:
            assert places[choice.to].x > places[scene.id].x + scene.offers(choice)
    assert list(places) == list(graph.scenes)
    assert places == graph.layout()


def test_a_scene_may_lead_to_the_one_it_was_forked_from(kit: Kit) -> None:
    graph = branching(kit)
    before = Scene("before", "Before all that", graph.root.start, ("square", 0))  # nothing leads to it
    graph = graph.with_scene(before).with_choice("before", kit.choice("square", "Go to the square"))
    places = graph.layout()
    assert places.keys() == graph.scenes.keys()
    assert places["before"].x < places["square"].x
