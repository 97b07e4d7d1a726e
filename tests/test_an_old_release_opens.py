"""A folder that the first release left behind opens after a backup, plays the same, and goes on.

`tests/old/first-release` was made by that release, with the tiny model: two scenes, five takes, one clip (made smaller
afterwards), and the story as that release exported it.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from directing import crew

from db.store import EpisodeStore
from director.director import AUTHOR, Director
from storygraph.serial import to_json

OLD = Path(__file__).parent / "old" / "first-release"
STORY = json.loads((OLD / "story.json").read_text("utf-8"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(OLD, tmp_path / "episodes")


def revision(database: Path) -> str:
    with closing(sqlite3.connect(database)) as connection:
        return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def as_it_was(now: Any, was: Any) -> Any:
    """What is there now, without what the first release did not know of."""
    if isinstance(was, dict):
        return {name: as_it_was(now[name], value) for name, value in was.items()}
    if isinstance(was, list):
        assert len(now) == len(was)
        return [as_it_was(*pair) for pair in zip(now, was, strict=True)]
    return now


def test_it_opens_after_a_backup_and_is_the_same_story(folder: Path) -> None:
    store = EpisodeStore.open(folder)
    graph = store.load(STORY["episode"]["id"], AUTHOR)
    assert as_it_was(to_json(graph), STORY) == STORY
    assert store.verify().flaws == ()
    assert (folder / "episodes.db.before-0001").is_file()
    assert revision(folder / "episodes.db.before-0001") == "0001" < revision(folder / "episodes.db")
    store.close()


def test_nothing_of_it_is_collected(folder: Path) -> None:
    store = EpisodeStore.open(folder)
    assert store.collect(age=timedelta()).blobs == ()
    store.close()


def test_it_plays_the_same_and_goes_on(folder: Path) -> None:
    director = Director(EpisodeStore.open(folder), crew(), folder)
    graph = director.story(STORY["episode"]["id"])
    (end,) = [graph.cursor_end(scene.id) for scene in graph.scenes.values() if scene.title == "The mill"]
    clip = graph.scene_at(end).beats[-1].take.clip
    assert clip is not None
    assert director.render(end).read_bytes() == (OLD / "blobs" / "sha256" / clip[:2] / clip).read_bytes()
    assert director.jobs() == []  # nothing had to be rendered
    assert [entity["name"] for entity in director.state(end)["entities"]]
    on = director.direct(director.fork(director.rewind(end, 0)), "The knight waves.")
    assert director.story(graph.episode.id).scene_at(on).beats[-1].take.receipt
    director.close()
