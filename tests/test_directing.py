"""Beginning, directing, taking again: what is kept, what is refused, and that nothing is lost on the way."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from directing import PROMPT, SAY, WALK, open_director
from PIL import Image

from db.store import EpisodeStore
from director.director import Director
from storygraph.errors import StoryError
from storygraph.story import Cursor


@pytest.fixture
def director(tmp_path: Path) -> Director:
    return open_director(tmp_path / "episodes")


@pytest.fixture
def start(director: Director) -> Cursor:
    return director.begin(PROMPT, seed=7)


def photo() -> bytes:
    out = io.BytesIO()
    Image.fromarray(np.random.default_rng(1).integers(90, 255, (180, 320, 3), dtype=np.uint8)).save(out, "PNG")
    return out.getvalue()


def test_a_world_is_found_again_after_a_restart(director: Director, start: Cursor) -> None:
    cursor = director.direct(start, WALK)
    again = open_director(director.folder)
    assert [episode.id for episode in again.episodes()] == [cursor.episode]
    assert again.state(cursor) == director.state(cursor)


def test_a_beat_keeps_what_was_asked_what_happened_and_what_was_said(director: Director, start: Cursor) -> None:
    cursor = director.direct(start, SAY)
    beat = director.story(cursor.episode).root.beats[0]
    assert beat.direction == SAY
    assert beat.take.duration_s >= 2.5
    assert [(caption.speaker, caption.text) for caption in beat.take.captions] == [("blacksmith", "It is coming.")]
    assert beat.take.captions[0].end_s - beat.take.captions[0].start_s > 0.8
    assert any("talk" in row["action"] for row in beat.take.receipt)
    (line,) = director.state(cursor)["spoken"]
    assert (line["speaker"], line["text"]) == ("blacksmith", "It is coming.")
    assert director.state(start)["spoken"] == []


@pytest.mark.parametrize(
    ("prompt", "hint"),
    [("", "empty"), ("   ", "empty"), ("x" * 2_001, "2,000"), ("qwertz zxcvb", "name a place")],
    ids=["empty", "blank", "2,001 characters", "nothing the stage knows"],
)
def test_a_bad_prompt_is_refused_with_a_sentence_and_makes_no_episode(
    director: Director, prompt: str, hint: str
) -> None:
    with pytest.raises(StoryError, match=hint):
        director.begin(prompt)
    assert director.episodes() == []


def test_a_bad_picture_makes_no_episode(director: Director) -> None:
    with pytest.raises(StoryError, match="JPEG, PNG or WebP"):
        director.begin(PROMPT, picture=b"a text file named .png")
    assert director.episodes() == []


@pytest.mark.parametrize("direction", ["", "  \n ", "x" * 2_001, "Napoleon rides the unicorn."])
def test_a_direction_that_cannot_be_done_is_refused_and_nothing_is_kept(
    director: Director, start: Cursor, direction: str
) -> None:
    before = director.story(start.episode)
    with pytest.raises(StoryError) as refusal:
        director.direct(start, direction)
    assert len(str(refusal.value)) > 20
    assert director.story(start.episode) == before


def test_a_picture_becomes_the_backdrop(director: Director) -> None:
    cursor = director.begin("", picture=photo(), seed=3)
    episode = director.story(cursor.episode).episode
    assert episode.picture is not None and episode.prompt
    plain = director.begin(episode.prompt, seed=3)
    assert not np.array_equal(director.still(cursor, (160, 90)), director.still(plain, (160, 90)))


def test_of_several_takes_the_one_with_the_best_receipt_counts(director: Director, start: Cursor) -> None:
    cursor = director.direct(start, WALK, takes=3)
    beat = director.story(cursor.episode).root.beats[0]
    points = {"done": 2, "partial": 1, "refused": 0}
    worth = [sum(points[row["status"]] for row in take.receipt) for take in beat.takes]
    assert len({take.seed for take in beat.takes}) == 3
    assert worth[[take.id for take in beat.takes].index(beat.canonical)] == max(worth)


def test_a_retake_counts_and_the_other_take_stays(director: Director, start: Cursor) -> None:
    cursor = director.direct(start, WALK)
    first = director.story(cursor.episode).root.beats[0].take
    assert director.retake(cursor) == cursor
    beat = director.story(cursor.episode).root.beats[0]
    assert [take.id for take in beat.takes] == [first.id, beat.canonical]
    assert beat.take.seed != first.seed
    director.choose_take(cursor, first.id)
    assert director.story(cursor.episode).checkpoint_at(cursor) == first.checkpoint


def test_there_is_nothing_to_take_again_at_the_start(director: Director, start: Cursor) -> None:
    for work in (director.retake, director.render):
        with pytest.raises(StoryError, match="no beat before"):
            work(start)


def test_what_was_finished_before_a_cancel_is_kept(director: Director, start: Cursor) -> None:
    class Cancelled(Exception):
        pass

    def stop_when_a_take_is_finished(fraction: float, _: str) -> None:
        if fraction > 0.9:  # more than any unfinished take is told to be
            raise Cancelled

    with pytest.raises(Cancelled):
        director.direct(start, WALK, takes=4, progress=stop_when_a_take_is_finished)
    (beat,) = director.story(start.episode).root.beats
    assert 1 <= len(beat.takes) < 4

    def stop_at_once(fraction: float, _: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        director.direct(director.rewind(start, 1), SAY, progress=stop_at_once)
    assert len(director.story(start.episode).root.beats) == 1


def test_progress_is_told_all_along(director: Director, start: Cursor) -> None:
    told: list[float] = []
    director.direct(start, WALK, takes=2, progress=lambda fraction, text: told.append(fraction))
    assert len(told) > 20
    assert told == sorted(told)
    assert told[0] >= 0.0
    assert told[-1] <= 1.0


def test_of_two_who_direct_at_once_the_second_gets_a_fork_and_nothing_is_lost(
    director: Director, start: Cursor
) -> None:
    other = open_director(director.folder)
    done = False

    def meanwhile(fraction: float, _: str) -> None:
        nonlocal done
        if not done:
            done = True
            other.direct(start, SAY)

    end = director.direct(start, WALK, progress=meanwhile)
    graph = director.story(start.episode)
    assert [beat.direction for beat in graph.root.beats] == [SAY]
    (fork,) = graph.forks(start)
    assert (end.scene, [beat.direction for beat in fork.beats]) == (fork.id, [WALK])


def test_a_take_is_kept_beside_what_others_did_to_the_story(director: Director, start: Cursor) -> None:
    end = director.direct(start, WALK)
    other = open_director(director.folder)
    done = False

    def meanwhile(fraction: float, _: str) -> None:
        nonlocal done
        if not done:
            done = True
            other.retake(end)
            other.rename_scene(start, "Renamed")

    director.retake(end, progress=meanwhile)
    root = director.story(start.episode).root
    assert (root.title, len(root.beats[0].takes)) == ("Renamed", 3)
    other.close()


def test_an_episode_of_somebody_else_is_unknown(director: Director, start: Cursor) -> None:
    for work in (lambda: director.story("nobody-made-this"), lambda: director.state(start, owner="somebody else")):
        with pytest.raises(StoryError, match="no such episode"):
            work()
    assert director.episodes("somebody else") == []


def test_a_damaged_state_is_said_and_the_rest_goes_on(director: Director, start: Cursor) -> None:
    cursor = director.direct(start, WALK)
    digest = director.story(cursor.episode).checkpoint_at(cursor)
    file = next(director.folder.rglob(digest))
    file.write_bytes(b"damaged")
    with pytest.raises(StoryError, match="damaged"):
        director.state(cursor)
    assert director.state(start)["entities"]
    assert director.direct(start, SAY).beat == 1


def test_an_episode_of_another_model_goes_on_but_its_old_takes_are_not_filmed_anew(
    director: Director, start: Cursor
) -> None:
    cursor = director.direct(start, WALK)
    newer = open_director(director.folder, model=1)
    with pytest.raises(StoryError, match="retake"):
        newer.render(cursor)
    before, after = director.state(cursor), newer.state(newer.direct(cursor, SAY))
    assert [e["name"] for e in after["entities"]] == [e["name"] for e in before["entities"]]


def test_a_take_that_was_filmed_by_other_rules_of_the_camera_can_still_be_filmed(
    director: Director, start: Cursor
) -> None:
    cursor = director.direct(start, WALK)
    graph = director.story(cursor.episode)
    ended = director.checkpoint(cursor)
    elsewhere = ended.with_camera(replace(ended.camera, position=(1.0, 3.0, 9.5), fov_deg=33.0))
    store = EpisodeStore.open(director.folder)
    stored = store.put_blob(elsewhere.to_bytes(), "application/x-nacre-state")
    older = replace(graph.root.beats[0].take, id="older", checkpoint=stored)
    store.save(graph.with_take(cursor.scene, 0, older), graph)
    store.close()
    again = open_director(director.folder)
    assert again.render(cursor).stat().st_size > 1_000
    assert again.state(cursor)["camera"]["position"] == [1.0, 3.0, 9.5]  # what is stored stays


def test_choices_lead_to_scenes_that_exist(director: Director, start: Cursor) -> None:
    end = director.direct(start, WALK)
    fork = director.fork(end, label="Hide")
    director.add_choice(end, "Wait", fork.scene, default=True, seconds=8)
    graph = director.story(end.episode)
    assert [(c.label, c.to, c.default, c.seconds) for c in graph.root.choices] == [
        ("Hide", fork.scene, False, None),
        ("Wait", fork.scene, True, 8),
    ]
    director.remove_choice(end, graph.root.choices[0].id)
    director.mark_ending(fork, True)
    director.rename_scene(fork, "The end")
    graph = director.story(end.episode)
    assert [choice.label for choice in graph.root.choices] == ["Wait"]
    assert (graph.scene(fork.scene).title, graph.scene(fork.scene).ending) == ("The end", True)
    for wrong in (
        lambda: director.add_choice(end, " ", fork.scene),
        lambda: director.add_choice(end, "Nowhere", "no-scene"),
        lambda: director.add_choice(end, "At once", fork.scene, seconds=0),
        lambda: director.add_choice(fork, "Back", end.scene),
        lambda: director.rename_scene(fork, "  "),
    ):
        with pytest.raises(StoryError):
            wrong()
    assert director.story(end.episode) == graph
