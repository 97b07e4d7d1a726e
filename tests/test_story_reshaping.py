"""A story that is there already is edited, copied and moved about in; what follows an edit is stale until acted."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from stories import Kit, branching

from storygraph.branches import branch_end, named, parting, renamed
from storygraph.errors import StoryError
from storygraph.graph import StoryGraph
from storygraph.reshaping import duplicated, edited, moved, outdated, reordered, started_anew
from storygraph.story import Cursor

Trip = Callable[[StoryGraph], StoryGraph]


def at(scene: str, beat: int) -> Cursor:
    return Cursor("dragon", scene, beat)


def fresh() -> Callable[[], str]:
    numbers = itertools.count(1)
    return lambda: f"new{next(numbers)}"


def test_an_edited_beat_has_new_words_and_its_old_take_keeps_the_old_ones(kit: Kit, trip: Trip) -> None:
    graph = branching(kit)
    old, new = graph.scene("bell").beats[0].take, kit.take()
    edit = trip(edited(graph, "bell", 0, "The smith burns the bell.", new))
    beat = edit.scene("bell").beats[0]
    assert (beat.direction, beat.canonical, beat.take.start) == ("The smith burns the bell.", new.id, old.start)
    assert [beat.words_of(take) for take in beat.takes] == ["The smith rings the bell.", "The smith burns the bell."]
    assert edit.is_stale(at("tower", 2)) and not edit.is_stale(at("field", 1))
    back = edit.with_canonical("bell", 0, old.id)
    assert back.scene("bell").beats[0].direction == "The smith rings the bell."
    assert not back.is_stale(at("tower", 2))
    again = back.with_canonical("bell", 0, new.id).scene("bell").beats[0]
    assert (again.direction, again.take.checkpoint) == ("The smith burns the bell.", new.checkpoint)


def test_what_has_to_be_acted_again_comes_in_the_order_it_can_be(kit: Kit, trip: Trip) -> None:
    graph = trip(edited(branching(kit), "square", 1, "He runs.", kit.take()))
    assert outdated(graph, at("square", 2)) == (
        at("bell", 0), at("field", 0), at("dawn", 0), at("tower", 0), at("tower", 1),
    )  # fmt: skip
    assert outdated(graph, at("bell", 0)) == (at("bell", 0), at("dawn", 0), at("tower", 0), at("tower", 1))
    assert outdated(graph, at("mill", 0)) == ()


def test_acting_them_in_that_order_makes_everything_fresh(kit: Kit, trip: Trip) -> None:
    graph = trip(edited(branching(kit), "square", 0, "He runs.", kit.take()))
    takes = sum(len(beat.takes) for scene in graph.scenes.values() for beat in scene.beats)
    places = outdated(graph, at("square", 1))
    for place in places:
        graph = started_anew(graph, place.scene).with_take(place.scene, place.beat, kit.take())
    assert not any(graph.is_stale(graph.cursor_end(scene)) for scene in graph.scenes)
    assert sum(len(beat.takes) for scene in graph.scenes.values() for beat in scene.beats) == takes + len(places)


def test_a_copy_has_ids_of_its_own_and_the_same_states(kit: Kit, trip: Trip) -> None:
    graph = branching(kit)
    copied, copy = duplicated(graph, "tower", "The Tower, again", fresh())
    copied = trip(copied)
    scene, twin = copied.scene("tower"), copied.scene(copy)
    assert (twin.title, twin.start, twin.origin) == ("The Tower, again", scene.start, scene.origin)
    assert [beat.take.checkpoint for beat in twin.beats] == [beat.take.checkpoint for beat in scene.beats]
    assert [choice.to for choice in twin.choices] == ["dawn"]
    ids = [{beat.id for beat in s.beats} | {beat.take.id for beat in s.beats} | {c.id for c in s.choices}
           for s in (scene, twin)]  # fmt: skip
    assert not ids[0] & ids[1]
    assert not copied.is_stale(copied.cursor_end(copy))
    changed = copied.with_take(copy, 0, kit.take())
    assert changed.scene("tower") == scene and changed.is_stale(changed.cursor_end(copy))


def test_the_first_scene_can_be_copied_too(kit: Kit, trip: Trip) -> None:
    copied, copy = duplicated(branching(kit), "square", "Once more", fresh())
    copied = trip(copied)
    assert copied.scene(copy).origin == ("square", 0)
    assert copied.root.id == "square"


def test_a_scene_is_moved_by_moving_the_choice_that_leads_to_it(kit: Kit, trip: Trip) -> None:
    graph = trip(branching(kit))
    [choice] = [choice for choice in graph.root.choices if choice.to == "mill"]
    later = moved(graph, "square", choice.id, at("bell", 1))
    assert [c.to for c in later.root.choices] == ["bell", "field"]
    assert [(c.to, c.after) for c in later.offered(at("bell", 1))][-1] == ("mill", 1)
    with pytest.raises(StoryError, match="lead back"):
        moved(graph, "square", graph.root.choices[1].id, at("dawn", 0))


def test_choices_change_their_places(kit: Kit, trip: Trip) -> None:
    graph = trip(branching(kit))
    last = graph.root.choices[-1]
    assert [c.to for c in reordered(graph, "square", last.id, 0).root.choices] == ["field", "mill", "bell"]
    with pytest.raises(StoryError, match="a place among them"):
        reordered(graph, "square", last.id, 3)


def test_branches_have_names_that_go_on_as_their_scenes_do(kit: Kit, trip: Trip) -> None:
    graph = trip(named(named(branching(kit), "Brave", "bell"), "Meek", "mill"))
    assert branch_end(graph, "Brave") == at("bell", 1)
    assert branch_end(kit.directed(graph, "bell", "He waits."), "Brave") == at("bell", 2)
    called = renamed(graph, "Meek", "胆小")
    assert [branch.name for branch in called.branches] == ["Brave", "胆小"]
    for wrong in (lambda: named(graph, "Meek", "bell"), lambda: renamed(graph, "Meek", "Brave"),
                  lambda: renamed(graph, "Bold", "Bolder"), lambda: named(graph, "Far", "nowhere")):  # fmt: skip
        with pytest.raises(StoryError, match=r"^[A-Z].+: .+\.$"):
            wrong()


def test_two_branches_part_where_their_ways_do(kit: Kit, trip: Trip) -> None:
    graph = trip(branching(kit))
    assert parting(graph, at("mill", 1), at("tower", 2)) == 1
    assert parting(graph, at("dawn", 1), at("tower", 2)) == 3
    assert parting(graph, at("tower", 1), at("tower", 2)) == 4
