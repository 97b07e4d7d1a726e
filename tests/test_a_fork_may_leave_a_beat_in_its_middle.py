"""A fork from any frame inside a beat begins with that beat as far as the frame, to the bit, and goes on from there."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

import numpy as np
import pytest
from directing import PROMPT, SAY, WALK, crew, open_director

from director.director import AUTHOR, Director
from director.filming.video import read_frames
from model.state import WorldState
from storygraph.errors import StoryError
from storygraph.story import Cursor

TINY = (160, 90)
RATE = 12  # steps of the world a second


@pytest.fixture(scope="module")
def directed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Director, Cursor]:
    """A director and the end of a scene of two beats; a fork changes neither, so all tests share them."""
    director = open_director(tmp_path_factory.mktemp("episodes"))
    return director, director.direct(director.direct(director.begin(PROMPT, seed=7), WALK), SAY)


def stepped(director: Director, end: Cursor, steps: int) -> WorldState:
    """The state so many steps into the beat before a cursor, by stepping the world and nothing else."""
    beat = director.story(end.episode).scene(end.scene).beats[end.beat - 1]
    state = replace(director.checkpoint(replace(end, beat=end.beat - 1)), seed=beat.take.seed)
    asked = crew().read(beat.direction, state).actions
    for _ in range(steps):
        state, asked = crew().world.step(state, asked), ()
    return state


def test_a_fork_stands_at_the_very_state_and_frame_it_was_forked_at(directed: tuple[Director, Cursor]) -> None:
    director, end = directed
    here = director.rewind(end, 1)
    whole = director._footage.acted_again(director.story(end.episode).beats_before(here)[0].take, AUTHOR, None)
    frames = list(islice(crew().frames(whole, TINY), 15))
    for step in (1, 7):
        fork = director.fork_inside(here, step / RATE)
        state, expected = director.checkpoint(fork), stepped(director, here, step)
        assert state.with_camera(expected.camera).to_bytes() == expected.to_bytes()
        assert np.array_equal(crew().still(state, TINY), frames[2 * step])
        between = director.fork_inside(here, (step + 0.5) / RATE)  # the next frame shows the same step
        assert director.checkpoint(between).to_bytes() == state.to_bytes()


def test_it_begins_with_the_beat_it_leaves(directed: tuple[Director, Cursor]) -> None:
    director, end = directed
    here = director.rewind(end, 1)
    fork = director.fork_inside(here, 0.5)
    graph = director.story(end.episode)
    takes = [graph.beats_before(place)[-1].take for place in (here, fork)]
    whole, part = (director._footage.acted_again(take, AUTHOR, None) for take in takes)
    shown = [list(islice(crew().frames(film, TINY), part.frame_count)) for film in (whole, part)]
    assert part.frame_count == 12
    assert all(np.array_equal(one, other) for one, other in zip(*shown, strict=True))
    beat, left = graph.scene(fork.scene).beats[0], graph.scene(here.scene).beats[0]
    assert (beat.direction, beat.take.seed, beat.take.duration_s) == (left.direction, left.take.seed, 0.5)
    assert beat.take.start == left.take.start
    assert graph.scene(fork.scene).origin == (here.scene, 0)
    assert fork.scene in [choice.to for choice in graph.offered(replace(here, beat=0))]


def test_the_story_goes_on_from_there_and_its_sibling_is_as_it_was(directed: tuple[Director, Cursor]) -> None:
    director, end = directed
    before = director.story(end.episode).scene(end.scene)
    fork = director.direct(director.fork_inside(end, 0.5, label="Interrupt him"), "The knight runs to the well.")
    graph = director.story(end.episode)
    assert graph.scene(end.scene).beats == before.beats
    assert [beat.direction for beat in graph.scene(fork.scene).beats] == [SAY, "The knight runs to the well."]
    assert not graph.is_stale(fork)
    (line,) = graph.scene(fork.scene).beats[0].take.captions
    assert line.end_s <= 0.5  # he was interrupted


def test_it_can_be_filmed_and_forked_again_after_a_restart(directed: tuple[Director, Cursor]) -> None:
    director, end = directed
    fork = director.fork_inside(end, 1.25)
    again = open_director(director.folder)
    deeper, directly = again.fork_inside(fork, 0.25), again.fork_inside(end, 0.25)
    graph = again.story(end.episode)
    assert graph.checkpoint_at(deeper) == graph.checkpoint_at(directly)
    assert sum(1 for _ in read_frames(open_director(director.folder).render(deeper))) == 6


def test_the_first_and_the_last_frame_are_those_of_a_plain_fork(directed: tuple[Director, Cursor]) -> None:
    director, end = directed
    graph = director.story(end.episode)
    first, last = director.fork_inside(end, 0.0), director.fork_inside(end, 99.0)
    forked = director.story(end.episode)
    assert forked.checkpoint_at(first) == graph.checkpoint_at(replace(end, beat=1))
    assert forked.checkpoint_at(last) == graph.checkpoint_at(end)
    assert (first.beat, last.beat) == (0, 0)


def test_what_cannot_be_forked_is_said(directed: tuple[Director, Cursor]) -> None:
    director, end = directed
    before = director.story(end.episode)
    for wrong in (lambda: director.fork_inside(replace(end, beat=0), 1.0), lambda: director.fork_inside(end, -0.1),
                  lambda: open_director(director.folder, model=1).fork_inside(end, 1.0)):  # fmt: skip
        with pytest.raises(StoryError, match=r"^[A-Z].+: .+\.$"):
            wrong()
    assert director.story(end.episode) == before
