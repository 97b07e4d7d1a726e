"""Collecting: only what nothing reaches and nobody has put for long goes, whoever else is at work."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from stories import OWNER, Kit, branching

from db.collect import Collected
from db.reach import referrers
from db.store import EpisodeStore
from storygraph.graph import StoryGraph

Keep = Callable[[StoryGraph], StoryGraph]
DAY, HOUR, NOW = timedelta(days=1), timedelta(hours=1), timedelta()


@pytest.fixture
def later(tmp_path: Path, database: str | None) -> Callable[[timedelta], EpisodeStore]:
    """The same store, opened that much later."""
    return lambda by: EpisodeStore.open(tmp_path / "episodes", database, clock=lambda: datetime.now(UTC) + by)


def test_what_nothing_reaches_and_is_old_is_freed(
    store: EpisodeStore, keep: Keep, kit: Kit, later: Callable[[timedelta], EpisodeStore], tmp_path: Path
) -> None:
    saved = keep(branching(kit))
    stray = store.put_blob(b"nobody wants this")
    tomorrow = later(DAY + HOUR)
    assert tomorrow.collect(age=DAY, dry_run=True) == Collected((stray,), 0, 17)
    assert tomorrow.known([stray]) == {stray}
    assert tomorrow.collect(age=DAY) == Collected((stray,), 0, 17)
    assert tomorrow.collect(age=DAY) == Collected()
    assert store.known([stray]) == set()
    assert not list((tmp_path / "episodes" / "blobs").rglob(stray))
    assert store.load("dragon", OWNER) == saved
    assert tomorrow.verify().flaws == ()
    tomorrow.close()


def test_what_is_young_stays(store: EpisodeStore, later: Callable[[timedelta], EpisodeStore]) -> None:
    stray = store.put_blob(b"a state whose take is about to be saved")
    tomorrow = later(DAY + HOUR)
    assert store.collect(age=DAY) == Collected()
    tomorrow.put_blob(b"a state whose take is about to be saved")  # by somebody who has just acted the same
    assert tomorrow.collect(age=DAY) == Collected()
    assert store.known([stray]) == {stray}
    tomorrow.close()


def test_what_is_in_the_trash_is_reached(store: EpisodeStore, keep: Keep, kit: Kit) -> None:
    saved = keep(branching(kit))
    store.delete("dragon", OWNER)
    assert store.collect(age=NOW) == Collected()
    store.restore("dragon", OWNER)
    assert [store.get_blob(digest, OWNER) for digest in kit.blobs] == list(kit.blobs.values())
    assert store.load("dragon", OWNER) == saved


def test_every_kind_of_reference_keeps_a_blob(store: EpisodeStore, keep: Keep, kit: Kit) -> None:
    picture = kit.blob(b"a picture")
    graph = branching(kit)
    graph = replace(graph, episode=replace(graph.episode, picture=picture))
    keep(graph.with_take("square", 0, kit.take(), canonical=False))
    assert {f"{column.table.name}.{column.name}" for column in referrers()} >= {
        "episodes.picture", "scenes.start", "takes.start", "takes.checkpoint", "takes.clip",
    }  # fmt: skip
    assert store.collect(age=NOW) == Collected()


def test_what_a_change_took_away_stays_as_long_as_it_can_be_undone(
    store: EpisodeStore, keep: Keep, kit: Kit, monkeypatch: pytest.MonkeyPatch
) -> None:
    graph = keep(branching(kit))
    beats = graph.scene("mill").beats
    shorter = store.save(replace(graph, scenes={**graph.scenes, "mill": replace(graph.scene("mill"), beats=())}), graph)
    assert store.collect(age=NOW) == Collected()
    undone, _ = store.undo(shorter)
    assert undone.scenes == graph.scenes
    assert store.verify().flaws == ()
    again, _ = store.redo(undone)
    monkeypatch.setattr("db.history.MOST_CHANGES", 1)
    store.save(again.with_episode(title="The change before this one is forgotten"), again)
    assert set(store.collect(age=NOW).blobs) == {beats[0].take.checkpoint, beats[0].take.clip}
    assert store.verify().flaws == ()


def test_what_killed_writers_left_behind_goes(
    store: EpisodeStore, tmp_path: Path, later: Callable[[timedelta], EpisodeStore]
) -> None:
    kept = store.put_blob(b"kept")
    folder = tmp_path / "episodes" / "blobs" / "sha256"
    half, stray = folder / kept[:2] / f".{kept}.0.partial", folder / ("0" * 2) / ("0" * 64)
    stray.parent.mkdir(exist_ok=True)
    for file in (half, stray):
        file.write_bytes(b"12345")
    assert store.collect(age=DAY) == Collected()  # their writers may still be at it
    tomorrow = later(DAY + HOUR)
    tomorrow.put_blob(b"kept")
    assert tomorrow.collect(age=DAY) == Collected(("0" * 64,), 1, 10)
    assert not half.exists()
    assert not stray.exists()
    tomorrow.close()


def test_whoever_puts_while_others_collect_finds_the_blob(
    store: EpisodeStore, keep: Keep, kit: Kit, reopened: Callable[[], EpisodeStore], tmp_path: Path
) -> None:
    """Everything that is a moment old is collected all the time: putting makes a blob young, so no put is lost."""
    keep(kit.begin())
    folder = tmp_path / "episodes" / "blobs" / "sha256"
    collector, done, freed = reopened(), threading.Event(), []

    def collecting() -> None:
        while not done.is_set():
            freed.extend(collector.collect(age=timedelta(milliseconds=250)).blobs)

    thread = threading.Thread(target=collecting)
    thread.start()
    try:
        for number in range(60):
            data = f"state {number % 3}".encode() * 100
            digest = store.put_blob(data)
            assert (folder / digest[:2] / digest).read_bytes() == data
    finally:
        done.set()
        thread.join()
    assert store.verify().flaws == ()
