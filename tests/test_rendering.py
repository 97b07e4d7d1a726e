"""A beat is filmed once and its clip kept; what goes wrong on the way is said and leaves nothing half done."""

from __future__ import annotations

import math
import resource
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from directing import PROMPT, WALK, open_director

from director import backlog
from director.director import Director
from director.filming.video import read_frames
from storygraph.story import Cursor


@pytest.fixture
def glimpsed(acted: tuple[Director, Cursor]) -> tuple[Director, Cursor]:
    """The first half second of that beat as one of its own, which is filmed in no time."""
    director, end = acted
    return director, director.fork_inside(end, 0.5)


@pytest.fixture
def acted(tmp_path: Path) -> tuple[Director, Cursor]:
    """A director and the place after one beat, upright, not filmed yet."""
    director = open_director(tmp_path / "episodes")
    return director, director.direct(director.begin(PROMPT, seed=7, aspect="9:16"), WALK)


def test_a_clip_is_rendered_once_and_again_only_when_it_is_damaged(
    glimpsed: tuple[Director, Cursor]
) -> None:
    director, cursor = glimpsed
    told: list[float] = []
    clip = director.render(cursor, progress=lambda fraction, text: told.append(fraction))
    frames = list(read_frames(clip))
    take = director.story(cursor.episode).scene_at(cursor).beats[0].take
    assert clip.suffix == ".mp4"
    assert frames[0].shape == (640, 360, 3)
    assert (len(frames), len(told)) == (round(24 * take.duration_s), len(frames))
    made = clip.stat().st_mtime_ns
    assert director.render(cursor).stat().st_mtime_ns == made
    assert take.clip is not None
    next(director.folder.rglob(f"sha256/*/{take.clip}")).write_bytes(b"damaged")
    assert len(list(read_frames(director.render(cursor)))) == len(frames)


def test_a_cancelled_rendering_leaves_the_episode_as_it_was(acted: tuple[Director, Cursor]) -> None:
    class Cancelled(Exception):
        pass

    def stop(fraction: float, _: str) -> None:
        if fraction > 0.1:
            raise Cancelled

    director, cursor = acted
    before = director.story(cursor.episode)
    with pytest.raises(Cancelled):
        director.render(cursor, progress=stop)
    assert director.story(cursor.episode) == before
    assert not list((director.folder / "media").rglob("*.mp4"))


def render_on_a_full_disk(folder: Path, cursor: Cursor) -> None:
    """Run in a process of its own: no file may grow past 300 kB, as if the disk had no more room."""
    director = open_director(folder)
    with closing(sqlite3.connect(folder / "episodes.db")) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    backlog.SIGN_S = math.inf  # there is room for the job's row, and its signs of life must not fill it
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
    director.render(cursor)


def test_a_full_disk_is_said_in_a_sentence_and_loses_nothing(acted: tuple[Director, Cursor]) -> None:
    director, cursor = acted
    before = director.story(cursor.episode)
    code = (
        f"from pathlib import Path; from {__name__} import *; "
        f"render_on_a_full_disk(Path({str(director.folder)!r}), {cursor!r})"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=Path(__file__).parent, check=False
    )
    assert result.returncode == 1
    assert "StoryError: There is no room left on the disk" in result.stderr
    assert director.story(cursor.episode) == before
    assert not list((director.folder / "media").rglob("*.mp4"))
