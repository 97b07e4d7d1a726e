"""Long work, told as it goes: a generator that yields how far it is and returns what came of it.

Knows nothing of what the work is, or of who is told.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from queue import Empty, SimpleQueue
from typing import TypeVar

from director.backlog import Cancelled
from director.progress import Progress

News = tuple[float, str]  # the fraction that is done, and what is being done now
T = TypeVar("T")
Told = TypeVar("Told")


def narrated(
    work: Callable[[Progress], T], tell: Callable[[float, str], Told], stop: threading.Event
) -> Generator[Told, None, T]:
    """Runs `work` in a thread of its own, yields its latest news as `tell` puts them, and returns its result.

    Raises what the work raises; `Cancelled` when `stop` was set before it was done.
    """
    told: SimpleQueue[News | None] = SimpleQueue()

    def progress(fraction: float, text: str) -> None:
        if stop.is_set():
            raise Cancelled
        told.put((fraction, text))

    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(work, progress)
        future.add_done_callback(lambda _: told.put(None))
        while (news := _latest(told)) is not None:
            yield tell(*news)
    return future.result()


def _latest(told: SimpleQueue[News | None]) -> News | None:
    news = told.get()
    while news is not None:
        try:
            news = told.get_nowait()
        except Empty:
            break
    return news
