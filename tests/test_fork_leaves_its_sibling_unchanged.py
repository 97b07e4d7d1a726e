"""A fork starts from the very state it was forked at, and what happens in it changes nothing in the other branch."""

from __future__ import annotations

import numpy as np
import pytest
from directing import PROMPT, SAY, WALK, copied, open_director

from director.director import Director
from storygraph.story import Cursor


@pytest.fixture(scope="module")
def acted(tmp_path_factory: pytest.TempPathFactory) -> tuple[Director, Cursor]:
    director = open_director(tmp_path_factory.mktemp("episodes"))
    return director, director.direct(director.direct(director.begin(PROMPT, seed=7), WALK), SAY)


@pytest.fixture
def directed(acted: tuple[Director, Cursor]) -> tuple[Director, Cursor]:
    """A director and the end of a scene of two beats, in an episode of the test's own."""
    director, end = acted
    return director, *copied(director, end)


def test_fork_leaves_its_sibling_unchanged(directed: tuple[Director, Cursor]) -> None:
    director, end = directed
    size = (160, 90)
    places = [director.rewind(end, beat) for beat in range(3)]
    states = [director.checkpoint(place).to_bytes() for place in places]
    frames = [director.still(place, size) for place in places]
    scene = director.story(end.episode).scene(end.scene)
    fork = director.direct(director.fork(director.rewind(end, 1), label="Run"), "The knight runs away from the well.")
    assert fork.scene != end.scene
    assert [director.checkpoint(place).to_bytes() for place in places] == states
    assert all(np.array_equal(director.still(p, size), f) for p, f in zip(places, frames, strict=True))
    assert director.story(end.episode).scene(end.scene).beats == scene.beats


def test_a_fork_starts_from_the_state_it_was_forked_at(directed: tuple[Director, Cursor]) -> None:
    director, end = directed
    here = director.rewind(end, 1)
    fork = director.fork(here, label="Run", title="The flight")
    graph = director.story(end.episode)
    assert graph.checkpoint_at(fork) == graph.checkpoint_at(here)
    assert graph.scene(fork.scene).origin == (end.scene, 1)
    assert graph.scene(fork.scene).title == "The flight"
    assert [(choice.label, choice.after) for choice in graph.offered(here)] == [("Run", 1)]


def test_directing_where_the_scene_goes_on_forks_by_itself(directed: tuple[Director, Cursor]) -> None:
    director, end = directed
    after = director.direct(director.rewind(end, 1), "The knight runs away from the well.")
    graph = director.story(end.episode)
    assert (after.scene != end.scene, after.beat) == (True, 1)
    assert len(graph.scene(end.scene).beats) == 2
    assert [c.label for c in graph.offered(director.rewind(end, 1))] == ["The knight runs away from the well."]


def test_rewinding_deletes_nothing(directed: tuple[Director, Cursor]) -> None:
    director, end = directed
    before = director.story(end.episode)
    assert director.rewind(end, 0) == Cursor(end.episode, end.scene, 0)
    assert director.story(end.episode) == before


def test_a_choice_made_at_the_end_stays_where_it_was_when_the_scene_goes_on(directed: tuple[Director, Cursor]) -> None:
    director, end = directed
    director.fork(end, label="Hide")
    longer = director.direct(end, "The knight kneels.")
    graph = director.story(end.episode)
    assert longer == Cursor(end.episode, end.scene, 3)
    assert [choice.after for choice in graph.scene(end.scene).choices] == [2]
