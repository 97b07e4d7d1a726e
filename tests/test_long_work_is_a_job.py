"""Rendering and exporting are jobs: they can be looked at, called off, done later, and end as what they were."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from directing import PROMPT, SAY, open_director

from director.backlog import Backlog, Cancelled, Progress
from director.cli import main
from director.director import AUTHOR, Director
from storygraph.errors import StoryError
from storygraph.story import Cursor


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("episodes")


@pytest.fixture(scope="module")
def director(folder: Path) -> Iterator[Director]:
    director = open_director(folder)
    yield director
    director.close()


@pytest.fixture(scope="module")
def end(director: Director) -> Cursor:
    """After one short beat."""
    return director.direct(director.begin(PROMPT, seed=7), SAY)


def test_a_rendering_is_a_job_and_what_is_rendered_needs_none(director: Director, end: Cursor) -> None:
    class Enough(Exception):
        pass

    def enough(fraction: float, text: str) -> None:
        raise Enough

    with pytest.raises(Enough):
        director.render(end, progress=enough)
    director.render(end)
    director.render(end)
    done, cancelled = director.jobs()
    assert (cancelled.kind, cancelled.state, cancelled.error) == ("render", "cancelled", "")
    assert (done.kind, done.state, dict(done.about)) == ("render", "done", {"scene": end.scene, "beat": 1})


def test_an_export_may_be_started_and_followed(director: Director, end: Cursor, tmp_path: Path) -> None:
    finished: list[Path] = []
    job = director.start_export(end.episode, "player", tmp_path / "player", finish=finished.append)
    told: list[float] = []
    shown = director.follow(job.id, lambda fraction, text: told.append(fraction))
    assert shown.is_file() and shown.is_relative_to(tmp_path)
    assert director.jobs()[0].id == job.id
    assert director.jobs()[0].state == director.job(job.id).state == "done"
    assert finished == [tmp_path / "player"]
    assert told == sorted(told)


def test_an_author_goes_on_while_a_story_is_filmed(director: Director, end: Cursor) -> None:
    again = director.direct(director.fork(end), SAY)
    asked, edition = director.story(end.episode), director.edition(end.episode)
    director.render(again)
    assert director.edition(end.episode) == edition, "a clip is no change of the story"
    assert director.story(end.episode).episode.version > asked.episode.version
    director.undo(end.episode)
    assert director.edition(end.episode) != edition
    filmed = director._footage.filmed(asked, None)
    assert all(beat.take.clip for scene in filmed.scenes.values() for beat in scene.beats)
    assert director.story(end.episode).scene(again.scene).beats == (), "what was taken back stays taken back"
    director.redo(end.episode)
    assert director.edition(end.episode) == edition


def test_a_failed_export_says_why(director: Director, end: Cursor, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    job = director.start_export(end.episode, "json", tmp_path / "file" / "story.json")
    with pytest.raises(StoryError) as told:
        director.follow(job.id, lambda fraction, text: None)
    assert (director.jobs()[0].state, director.jobs()[0].error) == ("failed", str(told.value))
    with pytest.raises(StoryError, match="betamax"):
        director.start_export(end.episode, "betamax", tmp_path / "x")


def test_work_waits_its_turn_and_may_be_called_off_before_it_begins(
    director: Director, end: Cursor, folder: Path
) -> None:
    backlog, jobs = Backlog(director._store.jobs), director._store.jobs
    begun, called_off = threading.Event(), threading.Event()

    def long_work(progress: Progress) -> None:
        begun.set()
        while True:
            called_off.wait(0.01)
            progress(0.5, "Working")

    first = backlog.later("export", end.episode, {}, long_work, owner=AUTHOR)
    second = backlog.later("export", end.episode, {}, long_work, owner=AUTHOR)
    assert begun.wait(10)
    backlog.cancel(second.id, AUTHOR)
    assert (jobs.get(first.id, AUTHOR).state, jobs.get(second.id, AUTHOR).state) == ("running", "cancelled")
    backlog.cancel(first.id, AUTHOR)
    with pytest.raises(Cancelled):
        backlog.follow(first, lambda fraction, text: None)
    assert jobs.get(first.id, AUTHOR).state == "cancelled"
    third = backlog.later("export", end.episode, {}, long_work, owner=AUTHOR)
    backlog.close()  # as when the studio is stopped
    assert jobs.get(third.id, AUTHOR).state == "cancelled"


def test_what_breaks_is_a_failure_not_success(director: Director, end: Cursor) -> None:
    def broken(progress: Progress) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        Backlog(director._store.jobs).now("export", end.episode, {}, broken, owner=AUTHOR)
    assert director.jobs()[0].state == "failed"
    assert director.jobs()[0].error == "It broke (ZeroDivisionError): see the log."


def test_the_command_line_lists_verifies_and_collects(
    director: Director, end: Cursor, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clip = director.render(end)
    half = clip.parent.parent / ".0.mp4"
    half.write_bytes(b"half")
    half_time = half.stat().st_mtime - 7200
    os.utime(half, (half_time, half_time))
    assert main(["jobs", "--folder", str(folder)]) == 0
    assert "failed" in capsys.readouterr().out
    assert main(["collect", "--folder", str(folder), "--hours", "0"]) == 1
    assert main(["collect", "--folder", str(folder), "--hours", "1"]) == 0
    assert "0 blobs and 1 other files freed, 4 bytes." in capsys.readouterr().out
    assert clip.is_file() and not half.exists()
    assert main(["verify", "--folder", str(folder)]) == 0
    assert "1 episodes and" in capsys.readouterr().out
    clip.write_bytes(b"damaged")  # another name of the blob's own file
    assert main(["verify", "--folder", str(folder)]) == 1
    assert "is damaged" in capsys.readouterr().out
