"""Long work as rows: who asked for it, how far it is, and what became of it.

    queued -> running -> done | failed | cancelled
       any of the two -> lost

A job whose process has died is `lost` as soon as anybody looks, and at the next start at the latest; nobody but its own
worker can make it `done`. A process on this machine is known to have died, one on another is taken for dead when it has
given no sign of life for `SILENCE`. Knows owners, but nothing of what the work is (`director.backlog`).
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, Engine, delete, insert, select, update

from db.clock import Clock, stamp
from db.engine import reading, said_plainly, writing
from db.models import EpisodeRow, JobRow
from db.process import is_alive, this_process
from storygraph.errors import StoryError

__all__ = ["CANCELLED", "DONE", "FAILED", "LOST", "QUEUED", "RUNNING", "Job", "Jobs"]

QUEUED, RUNNING, DONE, FAILED, CANCELLED, LOST = "queued", "running", "done", "failed", "cancelled", "lost"
_OPEN = (QUEUED, RUNNING)
SILENCE = timedelta(minutes=5)
_KEPT = 200  # ended jobs an owner can still look at


@dataclass(frozen=True, slots=True)
class Job:
    """A piece of work as last seen. `about` is plain JSON; `fraction` is how much of it is done, `news` what is being
    done, `error` a sentence when it failed; times are ISO 8601 in UTC."""

    id: str
    owner: str
    episode: str
    kind: str
    state: str = QUEUED
    about: Mapping[str, Any] = field(default_factory=dict)
    fraction: float = 0.0
    news: str = ""
    error: str = ""
    created: str = ""
    ended: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether somebody is at it, or about to be."""
        return self.state in _OPEN


class Jobs:
    """The jobs in a database. Safe to share between threads."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self._reading, self._writing, self._clock = reading(engine), writing(engine), clock

    # For who asked

    def of(self, owner: str) -> list[Job]:
        """This owner's jobs, the newest first."""
        self.find_lost()
        mine = select(JobRow.__table__).where(JobRow.owner == owner).order_by(JobRow.created.desc(), JobRow.id)
        with said_plainly(), self._reading.begin() as connection:
            return [_job(row) for row in connection.execute(mine.limit(_KEPT))]

    def get(self, job_id: str, owner: str) -> Job:
        """One of this owner's jobs. Raises StoryError when there is no such job."""
        self.find_lost()
        with said_plainly(), self._reading.begin() as connection:
            row = connection.execute(select(JobRow.__table__).where(*_mine(job_id, owner))).first()
        if row is None:
            raise _no_such_job()
        return _job(row)

    def cancel(self, job_id: str, owner: str) -> None:
        """Say that a job is no longer wanted: it stops at its next sign of life, and one that waits does not begin.
        Nothing happens to one that has ended. Raises StoryError when this owner has no such job."""
        with said_plainly(), self._writing.begin() as connection:
            if connection.execute(update(JobRow).where(*_mine(job_id, owner)).values(cancelling=True)).rowcount == 0:
                raise _no_such_job()
            self._change(connection, job_id, owner, (QUEUED,), state=CANCELLED, ended=self._time())

    # For who does it

    def add(self, owner: str, episode: str, kind: str, about: Mapping[str, Any]) -> Job:
        """A new job, queued in this process. Raises StoryError when this owner has no such episode."""
        moment = self._time()
        job = Job(uuid.uuid4().hex, owner, episode, kind, QUEUED, about, created=moment)
        mine = select(EpisodeRow.id).where(EpisodeRow.id == episode, EpisodeRow.owner == owner)
        with said_plainly(), self._writing.begin() as connection:
            if connection.execute(mine).first() is None:
                raise StoryError("There is no such episode: choose one from your list.")
            connection.execute(insert(JobRow), {
                "id": job.id, "owner": owner, "episode_id": episode, "kind": kind, "about": dict(about),
                "state": QUEUED, "fraction": 0.0, "news": "", "error": "", "cancelling": False,
                "process": this_process(), "created": moment, "beat": moment, "ended": None,
            })  # fmt: skip
        return job

    def start(self, job: Job) -> bool:
        """Whether the job may begin: not when it was cancelled while it waited."""
        return self._move(job, (QUEUED,), state=RUNNING, beat=self._time())

    def tell(self, job: Job, fraction: float, news: str) -> bool:
        """A sign of life. Whether the job is still wanted."""
        with said_plainly(), self._writing.begin() as connection:
            self._change(
                connection, job.id, job.owner, (RUNNING, LOST), state=RUNNING, fraction=fraction, news=news,
                beat=self._time(), ended=None,
            )  # fmt: skip
            return connection.scalar(select(JobRow.cancelling).where(*_mine(job.id, job.owner))) is False

    def end(self, job: Job, state: str, error: str = "") -> None:
        """Say what became of a job. Also of one that was taken for lost, by its own worker, who knows better."""
        done = {"fraction": 1.0} if state == DONE else {}
        self._move(job, (*_OPEN, LOST), state=state, error=error, ended=self._time(), **done)

    # For everybody

    def find_lost(self) -> None:
        """Mark the jobs of processes that have died."""
        silent = stamp(self._clock() - SILENCE)
        opened = select(JobRow.id, JobRow.owner, JobRow.process, JobRow.beat).where(JobRow.state.in_(_OPEN))
        with said_plainly(), self._reading.begin() as connection:
            rows = connection.execute(opened).all()
        alive = {process: is_alive(process) for process in {row.process for row in rows}}
        for row in rows:
            if alive[row.process] is False or (alive[row.process] is None and row.beat < silent):
                with said_plainly(), self._writing.begin() as connection:
                    self._change(connection, row.id, row.owner, _OPEN, state=LOST, ended=self._time())

    def forget(self, before: str) -> None:
        """Delete the jobs that ended before that time."""
        with said_plainly(), self._writing.begin() as connection:
            connection.execute(delete(JobRow).where(JobRow.ended < before))

    # Inside

    def _time(self) -> str:
        return stamp(self._clock())

    def _move(self, job: Job, states: tuple[str, ...], **values: Any) -> bool:
        with said_plainly(), self._writing.begin() as connection:
            return self._change(connection, job.id, job.owner, states, **values)

    def _change(self, connection: Connection, job_id: str, owner: str, states: tuple[str, ...], **values: Any) -> bool:
        """Change a job that is in one of the states; whether it was."""
        here = (*_mine(job_id, owner), JobRow.state.in_(states))
        return connection.execute(update(JobRow).where(*here).values(**values)).rowcount > 0


def _mine(job_id: str, owner: str) -> tuple[Any, ...]:
    return JobRow.id == job_id, JobRow.owner == owner


def _no_such_job() -> StoryError:
    return StoryError("There is no such job: choose one from your list.")


def _job(row: Any) -> Job:
    return Job(
        row.id, row.owner, row.episode_id, row.kind, row.state, row.about, row.fraction, row.news, row.error,
        row.created, row.ended,
    )  # fmt: skip
