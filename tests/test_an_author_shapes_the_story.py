"""Branches named, scenes deleted, restored and copied, branches compared and rejoined, and all of it kept."""

from __future__ import annotations

import numpy as np
import pytest
from directing import PROMPT, WALK, copied, open_director

from director.director import Director
from storygraph.errors import StoryError
from storygraph.story import Cursor

TAKE = "The knight takes the sword."
Story = tuple[Director, Cursor, Cursor, Cursor]


@pytest.fixture(scope="module")
def acted(tmp_path_factory: pytest.TempPathFactory) -> Story:
    """A director; the end of the opening; the ends of two scenes forked from it, in which other things happen."""
    director = open_director(tmp_path_factory.mktemp("episodes"))
    end = director.direct(director.begin(PROMPT, seed=7), WALK)
    armed = director.direct(director.fork(end, label="Take it"), TAKE)
    dark = director.direct(director.fork(end, label="Wait"), "Night falls.")
    return director, end, armed, dark


@pytest.fixture
def story(acted: Story) -> Story:
    """A copy of it that a test may change."""
    director, *cursors = acted
    return director, *copied(director, *cursors)  # type: ignore[return-value]


def test_a_branch_is_named_renamed_put_away_and_brought_back(story: Story) -> None:
    director, _, armed, dark = story
    director.name_branch(armed, "  The brave\n way ")
    director.rename_branch(armed.episode, "The brave way", "勇敢")
    assert director.branch_end(armed.episode, "勇敢") == armed
    put = director.delete_branch(armed.episode, "勇敢")
    assert director.story(armed.episode).branches == ()
    assert director.restore(armed.episode, put) == ()
    assert director.branch_end(armed.episode, "勇敢") == armed
    for wrong in (lambda: director.name_branch(dark, "勇敢"), lambda: director.name_branch(dark, " "),
                  lambda: director.branch_end(dark.episode, "Nobody's")):  # fmt: skip
        with pytest.raises(StoryError, match=r"^[A-Z].+: .+\.$"):
            wrong()


def test_a_deleted_scene_is_out_of_the_story_and_can_be_brought_back(story: Story) -> None:
    director, end, armed, dark = story
    before = director.story(end.episode)
    put = director.delete_scene(armed)
    assert armed.scene not in director.story(end.episode).scenes
    assert [removal.id for removal in director.removed(end.episode)] == [put]
    with pytest.raises(StoryError, match="in the trash"):
        director.state(armed)
    assert director.restore(end.episode, put) == ()
    after = open_director(director.folder).story(end.episode)
    assert (after.scenes, after.trash) == (before.scenes, ())
    director.unlink_scene(dark)
    assert [choice.to for choice in director.story(end.episode).root.choices] == [armed.scene]


def test_a_copy_is_the_same_scene_without_being_acted(story: Story) -> None:
    director, end, armed, _ = story
    copy = director.duplicate_scene(armed)
    graph = director.story(end.episode)
    assert graph.scene(copy.scene).title == "Take it (2)"
    assert graph.checkpoint_at(copy) == graph.checkpoint_at(armed)
    assert np.array_equal(director.still(copy, (80, 45)), director.still(armed, (80, 45)))


def test_choices_are_moved_and_reordered(story: Story) -> None:
    director, end, armed, dark = story
    first, second = director.story(end.episode).root.choices
    director.reorder_choice(end, second.id, 0)
    assert [c.id for c in director.story(end.episode).root.choices] == [second.id, first.id]
    director.move_choice(end, second.id, armed)
    graph = director.story(end.episode)
    assert [c.to for c in graph.offered(armed)] == [dark.scene]


def test_two_branches_are_compared_since_they_parted(story: Story) -> None:
    director, _, armed, dark = story
    comparison = director.compare(armed, dark)
    assert comparison.together == 1
    assert (comparison.one.title, comparison.other.title) == ("Take it", "Wait")
    assert (comparison.one.directions, comparison.other.directions) == ((TAKE,), ("Night falls.",))
    assert comparison.one.duration_s >= 2.5
    assert (comparison.one.asked, comparison.other.asked) == (1, 1)
    graph = director.story(armed.episode)
    assert comparison.one.checkpoint == graph.checkpoint_at(armed)
    assert comparison.differences == director.compare(armed, dark).differences
    assert director.compare(armed, armed).differences == ()


def test_two_takes_are_compared_and_pictured(story: Story) -> None:
    director, _, armed, _ = story
    director.retake(armed)
    one, other = director.story(armed.episode).scene(armed.scene).beats[0].takes
    comparison = director.compare_takes(armed, one.id, other.id)
    assert (comparison.one.title, comparison.other.title) == ("Take 1", "Take 2")
    assert (comparison.one.checkpoint, comparison.other.checkpoint) == (one.checkpoint, other.checkpoint)
    assert comparison.one.directions == comparison.other.directions == (TAKE,)
    assert director.still(armed, (80, 45), take=one.id).shape == (45, 80, 3)
    with pytest.raises(StoryError, match="no such take"):
        director.compare_takes(armed, one.id, "none")


def test_a_choice_that_is_there_is_led_elsewhere_and_reconciled_there(story: Story) -> None:
    director, end, _, dark = story
    stay, meet = director.fork(end, label="Stay"), director.fork(end, label="Meet")
    met = director.direct(meet, "A merchant walks in.")
    director.rejoin(met, "Go on", stay.scene)
    [before] = director.story(end.episode).scene(met.scene).choices
    found = director.reconcile(met, dark.scene)
    gone = next(mismatch.key for mismatch in found if mismatch.bridge)
    picks = {mismatch.key: "bridge" if mismatch.key == gone else "keep" for mismatch in found}
    there = director.rejoin(meet, "Go on without him", dark.scene, choice=before.id, picks=picks)
    scene = director.story(end.episode).scene(met.scene)
    [after] = scene.choices
    assert (after.id, after.label, after.to) == (before.id, "Go on without him", dark.scene)
    assert there == met.next and scene.offers(after) == there.beat, "wherever the author stood"
    assert set(after.kept) == picks.keys() - {gone}
    with pytest.raises(StoryError, match="lead back"):
        director.rejoin(met, "Round", end.scene, choice=before.id)


def test_a_rejoin_that_leaves_things_as_they_are_is_a_choice(story: Story) -> None:
    director, _, armed, dark = story
    there = director.rejoin(armed, "Go on", dark.scene)
    assert there == armed
    graph = director.story(armed.episode)
    assert [choice.to for choice in graph.offered(armed)] == [dark.scene]
    for wrong in (lambda: director.rejoin(dark, "Back", armed.scene), lambda: director.rejoin(armed, " ", dark.scene),
                  lambda: director.rejoin(armed, "Again", dark.scene, picks={"nothing": "keep"})):  # fmt: skip
        with pytest.raises(StoryError, match=r"^[A-Z“].+: .+\.$"):
            wrong()
    assert director.story(armed.episode) == graph


def test_what_differs_is_bridged_by_directing_it_before_the_choice(story: Story) -> None:
    director, end, _, dark = story
    met = director.direct(director.fork(end, label="Meet"), "A merchant walks in.")
    found = next(found for found in director.reconcile(met, dark.scene) if found.bridge)
    there = director.rejoin(met, "Go on", dark.scene, picks={found.key: "bridge"})
    graph = director.story(met.episode)
    assert there == met.next
    assert graph.scene(met.scene).beats[-1].direction == found.bridge
    assert [choice.to for choice in graph.offered(there)] == [dark.scene]
