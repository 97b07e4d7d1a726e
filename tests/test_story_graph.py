"""Where an author stands in a story: cursors, checkpoints, what came before and what may come next."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from stories import Kit, branching

from storygraph.errors import StoryError
from storygraph.graph import StoryGraph
from storygraph.story import Cursor

Trip = Callable[[StoryGraph], StoryGraph]


def at(scene: str, beat: int) -> Cursor:
    return Cursor("dragon", scene, beat)


def directions(beats: tuple) -> list[str]:
    return [beat.direction for beat in beats]


def test_a_story_starts_at_the_start_of_its_first_scene(kit: Kit, trip: Trip) -> None:
    graph = trip(branching(kit))
    assert graph.cursor_start() == at("square", 0)
    assert graph.root.id == "square"
    assert graph.cursor_end("square") == at("square", 2)


def test_the_checkpoint_at_a_cursor_is_where_the_beat_before_it_ended(kit: Kit, trip: Trip) -> None:
    graph = trip(branching(kit))
    square = graph.scene("square")
    assert graph.checkpoint_at(at("square", 0)) == square.start
    assert graph.checkpoint_at(at("square", 1)) == square.beats[0].take.checkpoint
    assert graph.checkpoint_at(at("mill", 0)) == square.beats[0].take.checkpoint


def test_every_take_knows_the_checkpoint_it_was_acted_from(kit: Kit, trip: Trip) -> None:
    graph = trip(branching(kit))
    for scene in graph.scenes.values():
        for played, beat in enumerate(scene.beats):
            assert beat.take.start == graph.checkpoint_at(at(scene.id, played))


def test_beats_before_are_those_of_the_scene_only(kit: Kit, trip: Trip) -> None:
    graph = trip(branching(kit))
    assert directions(graph.beats_before(at("square", 1))) == ["The smith walks to the tower."]
    assert graph.beats_before(at("mill", 0)) == ()


def test_ancestry_goes_back_through_forks_to_the_beginning(kit: Kit, trip: Trip) -> None:
    graph = trip(branching(kit))
    assert directions(graph.ancestry(at("mill", 1))) == ["The smith walks to the tower.", "She runs to the mill."]
    assert directions(graph.ancestry(at("tower", 1))) == [
        "The smith walks to the tower.",
        "He says: 'It is coming.'",
        "The smith rings the bell.",
        "He climbs.",
    ]


def test_forks_are_the_scenes_started_from_a_point(kit: Kit, trip: Trip) -> None:
    graph = trip(branching(kit))
    assert [scene.id for scene in graph.forks(at("square", 2))] == ["bell", "field"]
    assert [scene.id for scene in graph.forks(at("square", 1))] == ["mill"]
    assert graph.forks(at("square", 0)) == ()


def test_children_are_the_next_beat_and_where_choices_lead(kit: Kit, trip: Trip) -> None:
    graph = trip(branching(kit))
    assert graph.children(at("square", 0)) == (at("square", 1),)
    assert graph.children(at("square", 1)) == (at("square", 2), at("mill", 0))
    assert graph.children(at("square", 2)) == (at("bell", 0), at("field", 0))
    assert graph.children(at("tower", 2)) == (at("dawn", 0),)
    assert graph.children(at("dawn", 1)) == ()


def test_a_choice_without_a_place_is_offered_at_the_end_of_its_scene(kit: Kit, trip: Trip) -> None:
    graph = trip(branching(kit))
    assert [choice.label for choice in graph.offered(at("tower", 2))] == ["Come down"]
    longer = kit.directed(graph, "tower", "He waits.")
    assert longer.offered(at("tower", 2)) == ()
    assert [choice.label for choice in longer.offered(at("tower", 3))] == ["Come down"]


@pytest.mark.parametrize("place", [at("nowhere", 0), at("square", 3), at("square", -1), Cursor("other", "square", 0)])
def test_a_place_that_is_not_there_is_refused_with_a_sentence(kit: Kit, trip: Trip, place: Cursor) -> None:
    graph = trip(branching(kit))
    with pytest.raises(StoryError, match=r"^[A-Z].+: .+\.$"):
        graph.checkpoint_at(place)
