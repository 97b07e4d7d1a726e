"""Changing a story: every change makes a new graph, and what would break the story is refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from stories import Kit, branching

from storygraph.errors import StoryError
from storygraph.graph import StoryGraph
from storygraph.story import Cursor, Scene

Trip = Callable[[StoryGraph], StoryGraph]


def test_a_change_leaves_the_graph_it_was_made_from_as_it_was(kit: Kit, trip: Trip) -> None:
    graph = trip(branching(kit))
    before = dict(graph.scenes)
    longer = kit.directed(graph, "mill", "She hides.")
    assert dict(graph.scenes) == before
    assert [len(longer.scene("mill").beats), len(graph.scene("mill").beats)] == [2, 1]


def test_what_did_not_change_is_shared(kit: Kit, trip: Trip) -> None:
    graph = trip(branching(kit))
    longer = kit.directed(graph, "mill", "She hides.")
    assert all(longer.scenes[scene] is graph.scenes[scene] for scene in graph.scenes if scene != "mill")


def test_a_fork_leaves_its_sibling_untouched(kit: Kit, trip: Trip) -> None:
    graph = trip(branching(kit))
    forked = kit.directed(kit.forked(graph, "bell", 0, "cellar", "Hide"), "cellar", "He hides.")
    assert forked.scene("bell").beats == graph.scene("bell").beats
    assert forked.scene("cellar").start == graph.scene("bell").start


def test_a_scene_cannot_be_written_over_from_its_middle(kit: Kit, trip: Trip) -> None:
    graph = trip(branching(kit))
    with pytest.raises(StoryError, match="fork it"):
        graph.with_beat(Cursor("dragon", "square", 1), kit.beat("He sits down."))


def test_a_retake_becomes_the_one_that_counts_and_the_other_stays(kit: Kit, trip: Trip) -> None:
    graph = trip(branching(kit))
    old, new = graph.scene("mill").beats[0].take, kit.take()
    beat = graph.with_take("mill", 0, new).scene("mill").beats[0]
    assert [take.id for take in beat.takes] == [old.id, new.id]
    assert beat.take.checkpoint == new.checkpoint
    assert beat.take.start == graph.scene("mill").start
    aside = graph.with_take("mill", 0, new, canonical=False).scene("mill").beats[0]
    assert aside.take == old


def test_an_earlier_take_can_be_chosen_again(kit: Kit, trip: Trip) -> None:
    graph = trip(branching(kit))
    old = graph.scene("mill").beats[0].take
    retaken = graph.with_take("mill", 0, kit.take())
    assert retaken.with_canonical("mill", 0, old.id).scene("mill").beats[0].take == old
    with pytest.raises(StoryError, match="no such take"):
        retaken.with_canonical("mill", 0, "take0")


def test_a_rendered_clip_goes_to_its_take_only(kit: Kit, trip: Trip) -> None:
    graph = trip(kit.directed(kit.begin(), "square", "One.", "Two.", clip=False))
    clip = kit.blob(b"a clip")
    take = graph.scene("square").beats[1].take
    rendered = graph.with_clip("square", 1, take.id, clip).scene("square")
    assert [beat.take.clip for beat in rendered.beats] == [None, clip]


def test_a_beat_that_is_not_there_cannot_be_retaken(kit: Kit, trip: Trip) -> None:
    with pytest.raises(StoryError, match="no beat here"):
        trip(branching(kit)).with_take("mill", 1, kit.take())


@pytest.mark.parametrize(
    ("scene", "to"), [("dawn", "square"), ("square", "square"), ("tower", "bell"), ("mill", "square")]
)
def test_a_choice_that_leads_back_is_refused(kit: Kit, trip: Trip, scene: str, to: str) -> None:
    graph = trip(branching(kit))
    with pytest.raises(StoryError, match="lead back"):
        graph.with_scene_changes(scene, ending=False).with_choice(scene, kit.choice(to, "Back"))


def test_a_choice_may_rejoin_a_scene_that_lies_ahead(kit: Kit, trip: Trip) -> None:
    graph = trip(branching(kit)).with_choice("square", kit.choice("dawn", "Sleep", after=1))
    assert Cursor("dragon", "dawn", 0) in graph.children(Cursor("dragon", "square", 1))


def test_a_choice_needs_a_scene_to_lead_to_and_a_beat_to_follow(kit: Kit, trip: Trip) -> None:
    graph = trip(branching(kit))
    with pytest.raises(StoryError, match="no scene"):
        graph.with_choice("bell", kit.choice("nowhere", "Go"))
    with pytest.raises(StoryError, match="only 1 beats"):
        graph.with_choice("bell", kit.choice("dawn", "Go", after=2))


def test_a_removed_choice_is_gone_and_its_scene_stays(kit: Kit, trip: Trip) -> None:
    graph = trip(branching(kit))
    [choice] = graph.scene("tower").choices
    cut = graph.without_choice("tower", choice.id)
    assert cut.scene("tower").choices == ()
    assert "dawn" in cut.scenes
    with pytest.raises(StoryError, match="no such choice"):
        cut.without_choice("tower", choice.id)


def test_an_ending_has_no_way_out(kit: Kit, trip: Trip) -> None:
    graph = trip(branching(kit))
    with pytest.raises(StoryError, match="remove the choices"):
        graph.with_scene_changes("bell", ending=True)
    with pytest.raises(StoryError, match="unmark"):
        graph.with_choice("mill", kit.choice("dawn", "Go on"))


def test_a_scene_is_renamed(kit: Kit, trip: Trip) -> None:
    graph = trip(branching(kit)).with_scene_changes("mill", title="磨坊")
    assert graph.scene("mill").title == "磨坊"
    assert graph.scene("mill").ending


def test_a_scene_id_is_used_once_and_its_origin_must_be_there(kit: Kit, trip: Trip) -> None:
    graph = trip(branching(kit))
    with pytest.raises(StoryError, match="already a scene"):
        graph.with_scene(Scene("mill", "Another mill", kit.state()))
    with pytest.raises(StoryError, match="no place after beat 9"):
        graph.with_scene(Scene("far", "Far away", kit.state(), ("mill", 9)))
