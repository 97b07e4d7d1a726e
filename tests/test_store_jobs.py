"""Jobs: rows that tell how far work is, that end as what it was, and that a crash makes lost, never done."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from stories import OWNER, Kit

from db.jobs import CANCELLED, DONE, FAILED, LOST, QUEUED, RUNNING, SILENCE, Job
from db.process import is_alive, this_process
from db.store import EpisodeStore
from storygraph.errors import StoryError
from storygraph.graph import StoryGraph

ROOT = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def episode(keep: Callable[[StoryGraph], StoryGraph], kit: Kit) -> None:
    keep(kit.begin())


def added(store: EpisodeStore, kind: str = "export") -> Job:
    return store.jobs.add(OWNER, "dragon", kind, {"format": "player", "out": "/x/“龙”"})


def test_a_job_tells_how_far_it_is_and_what_became_of_it(store: EpisodeStore) -> None:
    job = added(store)
    assert store.jobs.get(job.id, OWNER) == job
    assert job.state == QUEUED and job.is_open
    assert store.jobs.start(job)
    assert store.jobs.tell(job, 0.5, "Rendering")
    seen = store.jobs.get(job.id, OWNER)
    assert (seen.state, seen.fraction, seen.news, dict(seen.about)) == (RUNNING, 0.5, "Rendering", dict(job.about))
    store.jobs.end(job, DONE)
    seen = store.jobs.get(job.id, OWNER)
    assert (seen.state, seen.fraction, seen.is_open) == (DONE, 1.0, False)
    assert seen.ended is not None


def test_a_failed_job_keeps_its_sentence_and_where_it_was(store: EpisodeStore) -> None:
    job = added(store)
    store.jobs.start(job)
    store.jobs.tell(job, 0.25, "Rendering")
    store.jobs.end(job, FAILED, "The disk is full: free some space.")
    seen = store.jobs.get(job.id, OWNER)
    assert (seen.state, seen.fraction, seen.error) == (FAILED, 0.25, "The disk is full: free some space.")


def test_who_called_a_job_off_is_heard_at_its_next_sign_of_life(store: EpisodeStore) -> None:
    waiting, working = added(store), added(store)
    store.jobs.start(working)
    for job in (waiting, working):
        store.jobs.cancel(job.id, OWNER)
    assert not store.jobs.tell(working, 0.5, "")
    assert not store.jobs.start(waiting)
    assert store.jobs.get(waiting.id, OWNER).state == CANCELLED


def test_the_newest_jobs_come_first(store: EpisodeStore, tmp_path: Path, database: str | None) -> None:
    moments = (datetime(2026, 11, 29, tzinfo=UTC) + timedelta(seconds=second) for second in range(100))
    clocked = EpisodeStore.open(tmp_path / "episodes", database, clock=lambda: next(moments))
    made = [added(clocked).id for _ in range(3)]
    assert [job.id for job in store.jobs.of(OWNER)] == made[::-1]
    clocked.close()


@pytest.mark.parametrize("owner", ["somebody else", ""])
def test_the_jobs_of_others_are_as_unknown_as_what_never_was(store: EpisodeStore, owner: str) -> None:
    job = added(store)
    assert store.jobs.of(owner) == []
    for use in (store.jobs.get, store.jobs.cancel):
        with pytest.raises(StoryError, match=r"^There is no such job: choose one from your list\.$"):
            use(job.id, owner)
    with pytest.raises(StoryError, match=r"^There is no such episode"):
        store.jobs.add(owner, "dragon", "export", {})
    assert store.jobs.start(job) and store.jobs.tell(job, 0.1, "")  # nobody has called it off


# Another process that begins a job, says so, and waits to be killed.
WORKER = """
import sys, time
from pathlib import Path
from db.store import EpisodeStore

store = EpisodeStore.open(Path(sys.argv[1]), sys.argv[2] or None)
job = store.jobs.add("author", "dragon", "render", {})
store.jobs.start(job)
store.jobs.tell(job, 0.5, "Rendering")
print(job.id, flush=True)
time.sleep(60)
"""


@pytest.fixture
def worker(store: EpisodeStore, tmp_path: Path, database: str | None) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", WORKER, str(tmp_path / "episodes"), database or ""]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        yield process
        process.kill()


def test_a_job_whose_process_was_killed_is_lost(
    store: EpisodeStore, worker: subprocess.Popen[str], reopened: Callable[[], EpisodeStore]
) -> None:
    assert worker.stdout is not None
    job_id = worker.stdout.readline().strip()
    assert store.jobs.get(job_id, OWNER).state == RUNNING
    worker.send_signal(signal.SIGKILL)
    os.waitid(os.P_PID, worker.pid, os.WEXITED | os.WNOWAIT)  # dead, and still a zombie
    job = reopened().jobs.get(job_id, OWNER)
    assert (job.state, job.fraction, job.news) == (LOST, 0.5, "Rendering")
    assert not job.is_open


def test_a_worker_that_was_only_slow_knows_better_than_who_took_it_for_lost(
    store: EpisodeStore, tmp_path: Path, database: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.jobs.this_process", lambda: "another machine/1/1")
    job = added(store)
    store.jobs.start(job)
    assert store.jobs.get(job.id, OWNER).state == RUNNING  # nobody here can know, and it gave a sign of life just now
    later = datetime.now(UTC) + SILENCE + timedelta(seconds=1)
    EpisodeStore.open(tmp_path / "episodes", database, clock=lambda: later).close()
    assert store.jobs.get(job.id, OWNER).state == LOST
    assert store.jobs.tell(job, 0.75, "Rendering")
    store.jobs.end(job, DONE)
    assert store.jobs.get(job.id, OWNER).state == DONE


def test_processes_are_told_apart() -> None:
    me = this_process()
    machine, pid, started = me.rsplit("/", 2)
    assert is_alive(me)
    assert is_alive(f"{machine}/{pid}/{started}0") is False  # its number was given to somebody else
    assert is_alive(f"elsewhere/{pid}/{started}") is None
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        assert is_alive(f"{machine}/{other.pid}/{started}") is False


def test_ended_jobs_are_forgotten_when_they_are_old(store: EpisodeStore, tmp_path: Path, database: str | None) -> None:
    ended, going = added(store), added(store)
    store.jobs.end(ended, DONE)
    later = EpisodeStore.open(tmp_path / "episodes", database, clock=lambda: datetime.now(UTC) + timedelta(days=31))
    store.collect(age=timedelta())
    assert len(store.jobs.of(OWNER)) == 2
    later.collect(age=timedelta(days=1))
    assert [job.id for job in store.jobs.of(OWNER)] == [going.id]
    later.close()
