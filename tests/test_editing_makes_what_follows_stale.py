"""A beat is edited, what follows is stale and acted again in order; every take that was is still there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from directing import PROMPT, SAY, WALK, copied, open_director

from director.director import Director
from storygraph.errors import StoryError
from storygraph.story import Cursor

RUN = "The knight runs to the well."


Story = tuple[Director, Cursor, Cursor]


class Cancelled(Exception):
    pass


@pytest.fixture(scope="module")
def acted(tmp_path_factory: pytest.TempPathFactory) -> Story:
    """A director; the end of a scene of two beats whose first was edited; the end of a fork inside its second."""
    director = open_director(tmp_path_factory.mktemp("episodes"))
    end = director.direct(director.direct(director.begin(PROMPT, seed=7), WALK), SAY)
    fork = director.direct(director.fork_inside(end, 0.5, label="Kneel"), "The knight kneels.")
    assert director.edit(director.rewind(end, 1), RUN) == director.rewind(end, 1)
    return director, end, fork


@pytest.fixture
def edited(acted: Story) -> Story:
    """A copy of it that a test may change."""
    director, *cursors = acted
    return director, *copied(director, *cursors)  # type: ignore[return-value]


def takes(director: Director, cursor: Cursor) -> list[list[str]]:
    scene = director.story(cursor.episode).scene(cursor.scene)
    return [[take.checkpoint for take in beat.takes] for beat in scene.beats]


def test_an_edit_is_a_take_from_the_same_start_and_all_that_grew_from_the_old_one_is_stale(
    edited: Story,
) -> None:
    director, end, fork = edited
    graph = director.story(end.episode)
    first = graph.root.beats[0]
    assert (first.direction, [first.words_of(take) for take in first.takes]) == (RUN, [WALK, RUN])
    assert {take.start for take in first.takes} == {graph.root.start}
    assert first.take.directive["text"] == RUN
    assert [graph.is_stale(place) for place in (replace(end, beat=1), end, replace(fork, beat=1), fork)] == [
        False, True, True, True,
    ]  # fmt: skip


def test_what_follows_is_acted_again_in_order_and_the_old_takes_stay(edited: Story) -> None:
    director, end, fork = edited
    before = [*takes(director, end), *takes(director, fork)]
    told: list[float] = []
    director.act_again(director.rewind(end, 1), progress=lambda fraction, _: told.append(fraction))
    graph = director.story(end.episode)
    assert not any(graph.is_stale(graph.cursor_end(scene)) for scene in graph.scenes)
    after = [*takes(director, end), *takes(director, fork)]
    assert [now[: len(was)] for was, now in zip(before, after, strict=True)] == before
    assert [len(now) - len(was) for was, now in zip(before, after, strict=True)] == [0, 1, 1, 1]
    assert told == sorted(told) and told
    cut = graph.scene(fork.scene).beats[0]
    assert (cut.direction, cut.take.duration_s) == (SAY, 0.5)  # the fork still leaves it in the middle
    with pytest.raises(StoryError, match="Nothing after this place is stale"):
        director.act_again(director.rewind(end, 1))


def test_going_back_to_the_old_words_acts_nothing_again(edited: Story) -> None:
    director, end, _ = edited
    director.act_again(director.rewind(end, 1))
    acted = takes(director, end)
    director.choose_take(director.rewind(end, 1), director.story(end.episode).root.beats[0].takes[0].id)
    assert director.story(end.episode).root.beats[0].direction == WALK
    director.act_again(director.rewind(end, 1))
    assert takes(director, end) == acted  # the takes of that past were there still
    assert not director.story(end.episode).is_stale(end)


def test_what_was_acted_again_before_a_cancel_is_kept(edited: Story) -> None:
    director, end, fork = edited
    before = takes(director, fork)

    def stop_at_the_second(fraction: float, _: str) -> None:
        if fraction > 0.34:
            raise Cancelled

    with pytest.raises(Cancelled):
        director.act_again(director.rewind(end, 1), progress=stop_at_the_second)
    graph = director.story(end.episode)
    assert not graph.is_stale(end)
    assert graph.is_stale(fork) and takes(director, fork) == before


def test_words_that_no_longer_make_sense_are_named_and_the_rest_stays_as_it_was(
    edited: Story,
) -> None:
    director, end, _ = edited
    graph = director.story(end.episode)
    beats = (graph.root.beats[0], replace(graph.root.beats[1], direction="The guard waves."))  # of a past with a guard
    director._store.save(replace(graph, scenes={**graph.scenes, end.scene: replace(graph.root, beats=beats)}), graph)
    with pytest.raises(StoryError, match="Beat 2 of “Opening” cannot be acted after what comes before it now"):
        director.act_again(director.rewind(end, 1))
    assert len(director.story(end.episode).root.beats[1].takes) == 1


@pytest.mark.parametrize("direction", ["", "Napoleon rides the unicorn."])
def test_an_edit_that_cannot_be_done_changes_nothing(edited: Story, direction: str) -> None:
    director, end, _ = edited
    before = director.story(end.episode)
    with pytest.raises(StoryError):
        director.edit(end, direction)
    with pytest.raises(StoryError, match="no beat before"):
        director.edit(director.rewind(end, 0), RUN)
    assert director.story(end.episode) == before
