"""A new take upstream makes what was acted from the old one stale; nothing is lost, and going back mends it."""

from __future__ import annotations

from collections.abc import Callable

from stories import Kit, branching

from storygraph.graph import StoryGraph
from storygraph.story import Cursor

Trip = Callable[[StoryGraph], StoryGraph]


def stale_places(graph: StoryGraph) -> set[tuple[str, int]]:
    places = [
        Cursor("dragon", scene.id, beat) for scene in graph.scenes.values() for beat in range(len(scene.beats) + 1)
    ]
    return {(place.scene, place.beat) for place in places if graph.is_stale(place)}


def test_nothing_is_stale_as_first_acted(kit: Kit, trip: Trip) -> None:
    assert stale_places(trip(branching(kit))) == set()


def test_a_retake_makes_all_that_grew_from_it_stale(kit: Kit, trip: Trip) -> None:
    graph = trip(branching(kit)).with_take("bell", 0, kit.take())
    assert stale_places(graph) == {("dawn", 0), ("dawn", 1), ("tower", 0), ("tower", 1), ("tower", 2)}


def test_a_retake_in_the_middle_makes_the_rest_of_the_scene_stale(kit: Kit, trip: Trip) -> None:
    graph = trip(branching(kit)).with_take("tower", 0, kit.take())
    assert stale_places(graph) == {("tower", 2)}


def test_choosing_the_old_take_again_makes_everything_fresh(kit: Kit, trip: Trip) -> None:
    graph = trip(branching(kit))
    old = graph.scene("square").beats[0].take.id
    retaken = graph.with_take("square", 0, kit.take())
    assert stale_places(retaken)
    assert stale_places(retaken.with_canonical("square", 0, old)) == set()


def test_acting_what_follows_again_makes_it_fresh(kit: Kit, trip: Trip) -> None:
    graph = trip(branching(kit)).with_take("tower", 0, kit.take())
    assert stale_places(graph.with_take("tower", 1, kit.take())) == set()


def test_lint_points_at_stale_scenes(kit: Kit, trip: Trip) -> None:
    graph = trip(branching(kit)).with_take("bell", 0, kit.take())
    assert [finding.scene for finding in graph.lint() if finding.code == "stale"] == ["dawn", "tower"]
