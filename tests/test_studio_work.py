"""Long work is told as it goes, and can be stopped."""

from __future__ import annotations

import threading
import time

import pytest

from director.backlog import Cancelled
from storygraph.errors import StoryError
from studio.work import Progress, narrated


def test_news_come_while_the_work_is_done_and_the_result_at_the_end() -> None:
    told, heard = threading.Event(), threading.Event()

    def work(progress: Progress) -> str:
        progress(0.5, "half")
        told.set()
        assert heard.wait(10), "the news must arrive before the work is done"
        return "result"

    steps = narrated(work, lambda fraction, text: (fraction, text), threading.Event())
    assert next(steps) == (0.5, "half")
    heard.set()
    with pytest.raises(StopIteration) as end:
        next(steps)
    assert end.value.value == "result" and told.is_set()


def test_only_the_latest_news_are_told() -> None:
    heard = threading.Event()

    def work(progress: Progress) -> None:
        for k in range(1000):
            progress(k / 1000, "frame")
        assert heard.wait(10)

    steps = narrated(work, lambda fraction, _: fraction, threading.Event())
    first = next(steps)
    time.sleep(0.3)
    second = next(steps) if first < 0.999 else first
    heard.set()
    assert second == 0.999, "whoever listens late hears how far it is now, not how far it was"
    assert list(steps) == []


def test_stopped_work_ends_at_its_next_step() -> None:
    stop, done = threading.Event(), []

    def work(progress: Progress) -> None:
        for k in range(1000):
            progress(k / 1000, "frame")
            done.append(k)
            time.sleep(0.01)

    steps = narrated(work, lambda fraction, _: fraction, stop)
    next(steps)
    stop.set()
    with pytest.raises(Cancelled):
        list(steps)
    assert len(done) < 100


def test_what_the_work_raises_is_raised() -> None:
    def work(progress: Progress) -> None:
        raise StoryError("Free some space.")

    with pytest.raises(StoryError, match="Free some space"):
        list(narrated(work, lambda fraction, _: fraction, threading.Event()))
