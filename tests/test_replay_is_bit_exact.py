"""The same start, words and chance give the same states and frames to the bit, in this process and in the next."""

from __future__ import annotations

import hashlib
from itertools import islice
from pathlib import Path

from directing import PROMPT, SAY, WALK, crew, open_director

from director.acting import take_seed
from director.crew import Film
from director.directive import Directive
from director.filming.video import read_frames
from model.state import WorldState
from storygraph.story import Cursor

TINY = (160, 90)


def digest(film: Film) -> str:
    """Of its first second: how its frames look hangs on nothing but the states, which are compared to the end."""
    digest = hashlib.sha256()
    for frame in islice(crew().frames(film, TINY), 24):
        digest.update(frame.tobytes())
    return digest.hexdigest()


def first_state() -> WorldState:
    return crew().begin(PROMPT, seed=7, aspect="16:9", style="vinyl")[1]


def test_a_beat_acted_again_from_its_saved_bytes_gives_identical_states_and_frames() -> None:
    start = first_state()
    directive = crew().read(WALK, start)
    once = crew().film(start, directive, seed=11)
    again = crew().film(WorldState.from_bytes(start.to_bytes()), directive, seed=11)
    assert once.end.to_bytes() == again.end.to_bytes()
    assert digest(once) == digest(again)


def test_other_chance_gives_another_take() -> None:
    start = first_state()
    directive = crew().read(WALK, start)
    ends = {crew().film(start, directive, seed=seed).end.moment.position.tobytes() for seed in range(3)}
    assert len(ends) == 3


def test_a_whole_scene_acted_again_from_its_first_checkpoint_ends_in_the_same_checkpoint(tmp_path: Path) -> None:
    director = open_director(tmp_path)
    cursor = director.begin(PROMPT, seed=7)
    for direction in (WALK, SAY, "Night falls."):
        cursor = director.direct(cursor, direction)
    graph = director.story(cursor.episode)
    state = director.checkpoint(Cursor(cursor.episode, cursor.scene, 0))
    for beat in graph.root.beats:
        seed = take_seed(7, hashlib.sha256(state.to_bytes()).hexdigest(), beat.direction, 0)
        state = crew().film(state, Directive.from_json(beat.take.directive), seed=seed).end
        assert hashlib.sha256(state.to_bytes()).hexdigest() == beat.take.checkpoint


def test_the_same_episode_made_twice_is_the_same(tmp_path: Path) -> None:
    checkpoints = []
    for name in ("a", "b"):
        director = open_director(tmp_path / name)
        cursor = director.direct(director.begin(PROMPT, seed=7), WALK)
        checkpoints.append(director.story(cursor.episode).checkpoint_at(cursor))
    assert checkpoints[0] == checkpoints[1]


def test_a_restarted_director_films_a_take_that_it_has_not_acted_itself(tmp_path: Path) -> None:
    cursor = open_director(tmp_path).direct(open_director(tmp_path).begin(PROMPT, seed=7), WALK)
    clip = open_director(tmp_path).render(cursor)
    take = open_director(tmp_path).story(cursor.episode).root.beats[0].take
    assert sum(1 for _ in read_frames(clip)) == round(24 * take.duration_s)
