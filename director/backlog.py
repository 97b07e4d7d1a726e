"""Long work done as jobs, which everybody can look at and call off, and which a crash cannot turn into success.

`now` does the work where it is asked for, `later` in a thread of its own, one piece after the other. Either way the job
gives a sign of life at most once a second, and ends as what it was: done, failed with a sentence, or cancelled. Knows
nothing of what the work is, nor of who is told.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any, TypeVar

from db.jobs import CANCELLED, DONE, FAILED, Job, Jobs
from director.progress import Progress
from storygraph.errors import StoryError

__all__ = ["Backlog", "Cancelled"]

T = TypeVar("T")
log = logging.getLogger(__name__)
SIGN_S = 1.0  # seconds between two signs of life in the rows
LOOK_S = 0.1  # seconds between two looks at work that somebody else does


class Cancelled(Exception):
    """Whoever asked for the work no longer wants it."""


class Backlog:
    """The long work of one process."""

    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs
        self._later = ThreadPoolExecutor(1, thread_name_prefix="nacre-backlog")
        self._waited_for: dict[str, tuple[Future[Any], _Pulse]] = {}
        self._lock = threading.Lock()

    def now(
        self, kind: str, episode: str, about: Mapping[str, Any], work: Callable[[Progress], T], *, owner: str,
        progress: Progress | None = None,
    ) -> T:  # fmt: skip
        """Do the work and return what it returns. Raises what it raises, `Cancelled` when the job was called off."""
        job = self._jobs.add(owner, episode, kind, about)
        return self._done(job, work, _Pulse(self._jobs, job, progress))

    def later(
        self, kind: str, episode: str, about: Mapping[str, Any], work: Callable[[Progress], object], *, owner: str
    ) -> Job:
        """Do the work when everything asked for before is done; returns at once."""
        job = self._jobs.add(owner, episode, kind, about)
        pulse = _Pulse(self._jobs, job, None)

        def do() -> object:
            try:
                return self._done(job, work, pulse)
            except (Cancelled, StoryError):
                raise  # the job's row says it
            except Exception:
                log.exception("job %s broke", job.id)  # perhaps nobody follows it
                raise

        with self._lock:
            self._waited_for = {key: kept for key, kept in self._waited_for.items() if not kept[0].done()}
            self._waited_for[job.id] = (self._later.submit(do), pulse)
        return job

    def cancel(self, job_id: str, owner: str) -> None:
        """Call a job off, here or in whatever process does it; what was finished of it stays."""
        self._jobs.cancel(job_id, owner)
        with self._lock:
            mine = self._waited_for.get(job_id)
        if mine is not None:
            mine[1].stop.set()

    def follow(self, job: Job, progress: Progress) -> Any:
        """Wait for a job of this process, telling how far it is, and return what its work returned. Raises what that
        raised; when `progress` raises, the job is called off, and that is raised once it has stopped."""
        with self._lock:
            mine = self._waited_for.get(job.id)
        if mine is None:
            raise StoryError("That job is not at work here: look at the list of jobs for what became of it.")
        future, pulse = mine
        try:
            while not wait([future], LOOK_S).done:
                progress(*pulse.last)
        except BaseException:
            self.cancel(job.id, job.owner)
            wait([future])
            raise
        return future.result()

    def close(self) -> None:
        """Call off what is not done yet, and wait until it has stopped."""
        with self._lock:
            for _, pulse in self._waited_for.values():
                pulse.stop.set()
        self._later.shutdown()

    def _done(self, job: Job, work: Callable[[Progress], T], pulse: _Pulse) -> T:
        try:
            if not self._jobs.start(job):
                raise Cancelled
            result = work(pulse)
        except BaseException as error:
            if pulse.is_called_off or isinstance(error, (Cancelled, KeyboardInterrupt)):
                self._jobs.end(job, CANCELLED)
            else:
                self._jobs.end(job, FAILED, _sentence(error))
            raise
        self._jobs.end(job, DONE)
        return result


def _sentence(error: BaseException) -> str:
    return str(error) if isinstance(error, StoryError) else f"It broke ({type(error).__name__}): see the log."


class _Pulse:
    """The progress of a job: tells whoever waits, gives signs of life, and stops work that is not wanted any more."""

    def __init__(self, jobs: Jobs, job: Job, progress: Progress | None) -> None:
        self.last = (0.0, "")
        self.is_called_off = False  # by who is told, who raises what he likes
        self.stop = threading.Event()
        self._jobs, self._job, self._progress = jobs, job, progress
        self._told = -SIGN_S

    def __call__(self, fraction: float, text: str) -> None:
        self.last = (fraction, text)
        if self.stop.is_set():
            raise Cancelled
        if time.monotonic() - self._told >= SIGN_S:
            self._told = time.monotonic()
            if not self._jobs.tell(self._job, fraction, text):
                raise Cancelled
        if self._progress is None:
            return
        try:
            self._progress(fraction, text)
        except BaseException:
            self.is_called_off = True
            raise
