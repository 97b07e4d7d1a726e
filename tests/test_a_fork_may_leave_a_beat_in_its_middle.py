"""A fork from any frame inside a beat: it begins with that beat as far as the frame, to the bit, and goes on from there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from directing import PROMPT, SAY, WALK, crew, open_director

from director.director import Director
from director.filming.video import read_frames
from model.state import WorldState
from storygraph.errors import StoryError
from storygraph.story import Cursor

RATE = 12  # steps of the world a second


@pytest.fixture
def directed(tmp_path: Path) -> tuple[Director, Cursor]:
    """A director and the end of a scene of two beats."""
    director = open_director(tmp_path)
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
    here, size = director.rewind(end, 1), (160, 90)
    film = director._films[director.story(end.episode).checkpoint_at(here)]
    frames = list(crew().frames(film, size))
    for step in (1, 7, 20):
        fork = director.fork_inside(here, step / RATE)
        state = director.checkpoint(fork)
        expected = stepped(director, here, step)
        assert state.with_camera(expected.camera).to_bytes() == expected.to_bytes()
        shown = crew().still(state, size, quality=1)
        assert np.array_equal(shown, next(iter(crew()._renderer.film(state.stage, [(state.moment, state.camera)], size))))
        assert np.array_equal(frames[2 * step], shown)


def test_the_frames_before_it_are_those_of_the_beat_it_leaves(directed: tuple[Director, Cursor]) -> None:
    director, end = directed
    here = director.rewind(end, 1)
    fork = director.fork_inside(here, 1.0)
    graph = director.story(end.episode)
    whole, part = (director._films[graph.checkpoint_at(place)] for place in (here, fork))
    size = (160, 90)
    pairs = zip(crew().frames(part, size), crew().frames(whole, size), strict=False)
    assert all(np.array_equal(one, other) for one, other in pairs)
    assert part.frame_count == 24
    beat, left = graph.scene(fork.scene).beats[0], graph.scene(here.scene).beats[0]
    assert (beat.direction, beat.take.seed, beat.take.duration_s) == (left.direction, left.take.seed, 1.0)
    assert beat.take.start == left.take.start
    assert graph.scene(fork.scene).origin == (here.scene, 0)
    assert [choice.to for choice in graph.offered(replace(here, beat=0))] == [fork.scene]


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
    assert sum(1 for _ in read_frames(again.render(fork))) == 30
    deeper = again.fork_inside(fork, 0.75)
    directly = again.fork_inside(end, 0.75)
    graph = again.story(end.episode)
    assert graph.checkpoint_at(deeper) == graph.checkpoint_at(directly)
    assert sum(1 for _ in read_frames(open_director(director.folder).render(deeper))) == 18


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
