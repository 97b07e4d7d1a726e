"""Deleting a scene takes what only it leads to, and bringing it back brings everything back that still can be."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from stories import Kit, branching

from storygraph.branches import named
from storygraph.errors import StoryError
from storygraph.graph import StoryGraph
from storygraph.story import Cursor, Scene
from storygraph.trash import led_to_only_by, put_away, put_branch_away, restored

Trip = Callable[[StoryGraph], StoryGraph]


def without(graph: StoryGraph, *scenes: str) -> StoryGraph:
    for scene in scenes:
        graph = put_away(graph, scene, removal=f"gone-{scene}", at="2026-11-29T12:00:00Z")
    return graph


def same(one: StoryGraph, other: StoryGraph) -> bool:
    """Whether two stories are the same but for when they were saved."""
    return (one.scenes, one.branches, one.trash) == (other.scenes, other.branches, other.trash)


def test_a_scene_goes_with_everything_only_it_leads_to(kit: Kit, trip: Trip) -> None:
    graph = branching(kit)
    less = trip(without(graph, "bell"))
    assert list(less.scenes) == ["square", "mill", "field"]
    assert [choice.to for choice in less.root.choices] == ["mill", "field"]
    assert [scene.id for scene in less.trash[0].scenes] == ["bell", "dawn", "tower"]
    assert less.trash[0].title == "The Bell"
    assert less.layout().keys() == less.scenes.keys()


def test_what_another_way_leads_to_stays_though_it_grew_from_what_went(kit: Kit, trip: Trip) -> None:
    graph = branching(kit)
    graph = graph.with_scene_changes("field", ending=False).with_choice("field", kit.choice("dawn", "Sleep"))
    less = trip(without(graph, "bell"))
    assert list(less.scenes) == ["square", "mill", "field", "dawn"]
    assert [beat.direction for beat in less.ancestry(Cursor("dragon", "dawn", 1))] == [
        beat.direction for beat in graph.ancestry(Cursor("dragon", "dawn", 1))
    ]
    assert not less.is_stale(Cursor("dragon", "dawn", 1))
    assert less.with_take("square", 1, kit.take()).is_stale(Cursor("dragon", "dawn", 0))
    back = list(restored(less, "gone-bell").graph.scenes)
    assert back.index("square") < back.index("bell") < back.index("dawn")  # a fork comes after what it grew from


def test_loose_scenes_go_with_the_one_they_grew_from(kit: Kit, trip: Trip) -> None:
    graph = branching(kit)
    loose = Scene("attic", "The attic", graph.checkpoint_at(Cursor("dragon", "mill", 1)), ("mill", 1))
    other = Scene("cellar", "The cellar", graph.checkpoint_at(Cursor("dragon", "square", 1)), ("square", 1))
    graph = trip(graph.with_scene(loose).with_scene(other))
    assert led_to_only_by(graph, "mill") == ("mill", "attic")


@pytest.mark.parametrize("scene", ["mill", "bell", "dawn", "tower", "field"])
def test_what_was_deleted_comes_back_as_it_was(kit: Kit, trip: Trip, scene: str) -> None:
    graph = named(branching(kit), "The long way", "tower")
    back = restored(trip(without(graph, scene)), f"gone-{scene}")
    assert back.left == ()
    assert same(back.graph, graph)


def test_the_first_scene_cannot_be_deleted(kit: Kit, trip: Trip) -> None:
    with pytest.raises(StoryError, match="starts with this scene"):
        without(trip(branching(kit)), "square")


def test_a_scene_in_the_trash_is_said_to_be_there(kit: Kit, trip: Trip) -> None:
    less = trip(without(branching(kit), "mill"))
    with pytest.raises(StoryError, match="“The Mill” is in the trash"):
        less.checkpoint_at(Cursor("dragon", "mill", 0))
    with pytest.raises(StoryError, match="already a scene"):
        less.with_scene(Scene("mill", "Another mill", kit.state()))
    with pytest.raises(StoryError, match="no longer in the trash"):
        restored(less, "gone-bell")


def test_a_choice_that_would_now_lead_back_stays_in_the_trash_and_is_named(kit: Kit, trip: Trip) -> None:
    graph = branching(kit).with_scene_changes("field", ending=False)
    less = without(graph.with_choice("field", kit.choice("mill", "To the mill")), "mill")
    less = less.with_scene_changes("field", ending=True)
    back = restored(trip(less), "gone-mill")
    assert len(back.left) == 1 and "“To the mill” of “The Field” stays in the trash" in back.left[0]
    assert [choice.to for choice in back.graph.root.choices] == ["mill", "bell", "field"]
    again = restored(back.graph.with_scene_changes("field", ending=False), "gone-mill")
    assert (again.left, again.graph.trash) == ((), ())
    assert [choice.label for choice in again.graph.scene("field").choices] == ["To the mill"]


@pytest.mark.parametrize("deleted", [("tower", "dawn"), ("dawn", "tower")])
@pytest.mark.parametrize("back", [("tower", "dawn"), ("dawn", "tower")])
def test_a_choice_between_two_deleted_scenes_comes_back_with_the_second(
    kit: Kit, trip: Trip, deleted: tuple[str, str], back: tuple[str, str]
) -> None:
    graph = branching(kit)
    first = restored(trip(without(graph, *deleted)), f"gone-{back[0]}")
    told = any("“Come down” of “The Tower” comes back with" in sentence for sentence in first.left)
    assert told == (deleted == back)  # else it is not what was deleted first that had it
    second = restored(first.graph, f"gone-{back[1]}")
    assert (second.left, second.graph.trash) == ((), ())
    for scene_id, scene in graph.scenes.items():  # the choices of `bell` may have changed places
        assert set(second.graph.scene(scene_id).choices) == set(scene.choices)
        assert second.graph.scene(scene_id).beats == scene.beats


def test_the_name_of_a_branch_is_put_away_and_comes_back_unless_it_is_taken(kit: Kit, trip: Trip) -> None:
    graph = named(branching(kit), "Brave", "bell")
    less = trip(put_branch_away(graph, "Brave", removal="name", at=""))
    assert (less.branches, less.scenes.keys()) == ((), graph.scenes.keys())
    assert same(restored(less, "name").graph, graph)
    taken = restored(named(less, "Brave", "mill"), "name")
    assert taken.left == ("The name “Brave” stays in the trash: another branch has that name now.",)
    assert [branch.scene for branch in taken.graph.branches] == ["mill"]
    with pytest.raises(StoryError, match="No branch is called"):
        put_branch_away(less, "Brave", removal="again", at="")
