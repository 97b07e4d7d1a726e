"""Kills a Nacre at work, again and again, and looks whether anything it had said was saved is gone.

    PYTHONPATH=. python tests/killing.py --times 200

A child directs, takes again, forks, renders, exports and collects with the tiny model, and tells of everything once it
is done. It is killed with SIGKILL: at a random moment, or a few milliseconds after the n-th thing it told, when it is
likely to be writing. Then the folder is opened as at any start, with no repair, and everything has to be there: every
beat, take, fork and clip that was told, every blob and story whole, and no job at work that nobody works at. The
next child goes on in the same folder; a new folder comes every 20 times, so that beginning is killed, too.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import select
import signal
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import torch
from directing import PROMPT, crew

from db.jobs import CANCELLED, DONE, FAILED, LOST
from db.store import EpisodeStore
from director.director import AUTHOR, Director
from director.upkeep import free
from model.renderer.renderer import Renderer
from storygraph.errors import StoryError
from storygraph.story import Cursor

Told = list[str]  # what, episode, ... as the child told it
FRESH = 20
DIRECTIONS = ("The knight waves.", 'The blacksmith says: "It is coming."', "The knight nods.", "铁匠挥手。")


class Worker:
    """The child: an author who never stops."""

    def __init__(self, folder: Path, tell: Callable[[Told], None], seed: int) -> None:
        self._folder, self._tell, self._chance = folder, tell, random.Random(seed)
        self._store = EpisodeStore.open(folder)
        self._director = Director(self._store, crew(), folder)

    def work(self) -> None:
        """Until somebody ends it."""
        if len(self._director.episodes()) < 2:
            start = self._director.begin(PROMPT, seed=self._chance.randrange(100))
            self._tell(["episode", start.episode])
        kinds = (self._direct, self._retake, self._fork, self._render, self._export, self._collect, self._rename)
        while True:
            self._chance.choices(kinds, (3, 1, 3, 1, 1, 2, 2))[0](self._place())

    def _place(self) -> Cursor:
        """The end of some scene of some episode."""
        graph = self._director.story(self._chance.choice(self._director.episodes()).id)
        return graph.cursor_end(self._chance.choice(list(graph.scenes)))

    def _direct(self, at: Cursor) -> None:
        end = self._director.direct(at, self._chance.choice(DIRECTIONS), takes=self._chance.choice((1, 1, 2)))
        self._tell_beat("beat", end)

    def _retake(self, at: Cursor) -> None:
        if at.beat:
            self._tell_beat("take", self._director.retake(at))

    def _fork(self, at: Cursor) -> None:
        try:
            start = self._director.fork(self._director.rewind(at, self._chance.randint(0, at.beat)))
        except StoryError:  # at the end of an ending
            return
        self._tell(["scene", at.episode, start.scene])

    def _rename(self, at: Cursor) -> None:
        title = f"Scene {self._chance.random()}"
        self._director.rename_scene(at, title)
        self._tell(["title", at.episode, at.scene, title])

    def _render(self, at: Cursor) -> None:
        if at.beat:
            self._director.render(at)
            take = self._director.story(at.episode).scene_at(at).beats[-1].take
            self._tell(["clip", at.episode, at.scene, take.id, str(take.clip)])

    def _export(self, at: Cursor) -> None:
        job = self._director.start_export(at.episode, "json", self._folder / "out.json")
        self._director.follow(job.id, lambda fraction, text: None)
        self._tell(["job", at.episode, job.id])

    def _collect(self, at: Cursor) -> None:
        stray = self._store.put_blob(self._chance.randbytes(100_000))
        freed = free(self._store, self._folder, age=timedelta())
        self._tell(["collected", stray, str(freed.blobs)])

    def _tell_beat(self, what: str, end: Cursor) -> None:
        beat = self._director.story(end.episode).scene_at(end).beats[end.beat - 1]
        for take in beat.takes:
            self._tell([what, end.episode, end.scene, beat.id, take.id, take.checkpoint])


def killed(folder: Path, seed: int, longest_s: float) -> list[Told]:
    """Let a child work in the folder, kill it, and return what it told."""
    chance = random.Random(seed)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _be_the_child(folder, seed, writing)
    os.close(writing)
    after = chance.randint(1, 8) if chance.random() < 0.5 else None
    told = _listen(reading, longest_s * (10.0 if after else chance.random()), after)
    if after is not None:
        time.sleep(chance.random() * 0.02)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as rest:
        told += rest.read()
    if not os.WIFSIGNALED(status):
        raise RuntimeError(f"the child ended by itself ({status}): {told[-2000:].decode()}")
    return [json.loads(line) for line in told.decode().splitlines() if line.endswith("]")]


def _be_the_child(folder: Path, seed: int, writing: int) -> None:
    try:
        torch.set_num_threads(1)
        Worker(folder, lambda what: _write(writing, json.dumps(what)), seed).work()
    except BaseException as error:
        _write(writing, f"{type(error).__name__}: {error}")
    finally:
        os._exit(1)


def _write(handle: int, line: str) -> None:
    os.write(handle, f"{line}\n".encode())


def _listen(reading: int, seconds: float, lines: int | None) -> bytes:
    """What is told within that time, or until so many lines have been."""
    told, end = b"", time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0 and (lines is None or told.count(b"\n") < lines):
        ready, _, _ = select.select([reading], [], [], left)
        if ready:
            some = os.read(reading, 65536)
            if not some:
                break
            told += some
    return told


def wrong(folder: Path, told: list[Told]) -> list[str]:
    """Open the folder as at any start; what is not as it was told or not whole."""
    store = EpisodeStore.open(folder)
    try:
        found = list(store.verify().flaws)
        there = _content(store)
        titles = [what for what in told if what[0] == "title"]
        last = {what[2]: what for what in titles}
        # what was saved last may not have been told any more, but an older title must not come back
        found += [f"lost: {last[what[2]]}" for what in titles if tuple(what) in there and what != last[what[2]]]
        kept = [what for what in told if what[0] not in ("title", "collected")]
        found += [f"lost: {what}" for what in kept if tuple(what) not in there]
        ended = {DONE, FAILED, CANCELLED, LOST}
        return found + [f"job {job.id} is {job.state}" for job in store.jobs.of(AUTHOR) if job.state not in ended]
    finally:
        store.close()


def _content(store: EpisodeStore) -> set[tuple[str, ...]]:
    """Everything that a child may have told of."""
    there: set[tuple[str, ...]] = {("job", job.episode, job.id) for job in store.jobs.of(AUTHOR) if job.state == DONE}
    for episode in store.episodes(AUTHOR):
        graph = store.load(episode.id, AUTHOR)
        there.add(("episode", episode.id))
        for scene in graph.scenes.values():
            there |= {("scene", episode.id, scene.id), ("title", episode.id, scene.id, scene.title)}
            for beat in scene.beats:
                for take in beat.takes:
                    there.add(("clip", episode.id, scene.id, take.id, str(take.clip)))
                    there |= {
                        (what, episode.id, scene.id, beat.id, take.id, take.checkpoint) for what in ("beat", "take")
                    }
    return there


def rounds(times: int, seed: int, longest_s: float, folder: Path) -> tuple[Counter[str], Counter[str], list[str]]:
    """Kill so many children at work: what they told, what became of their jobs, and what is wrong."""
    told_of, states, found = Counter[str](), Counter[str](), list[str]()
    told: list[Told] = []
    for number in range(times):
        home = folder / str(number // FRESH)
        told = [] if number % FRESH == 0 else told
        new = killed(home, seed + number, longest_s)
        told += new
        told_of.update(what[0] for what in new)
        found += [f"after kill {number + 1}: {flaw}" for flaw in wrong(home, told)]
        if number % FRESH == FRESH - 1 or number == times - 1:
            store = EpisodeStore.open(home)
            states.update(job.state for job in store.jobs.of(AUTHOR))
            store.close()
    return told_of, states, found


def warm(folder: Path) -> None:
    """Whatever a process has to load first is loaded once, before the first fork."""
    torch.set_num_threads(1)
    director = Director(EpisodeStore.open(folder), crew(), folder)
    end = director.direct(director.begin(PROMPT, seed=1), DIRECTIONS[0])
    state = director.checkpoint(end)
    Renderer().draw(state.stage, state.moment, state.camera, (64, 36))  # not the crew's: its threads would not survive
    director.close()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument(
        "--longest", type=float, default=6.0, help="seconds that a child may live (default: %(default)s)"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="nacre-killing-") as name:
        folder = Path(name)
        warm(folder / "warm")
        began = time.monotonic()
        told, states, found = rounds(options.times, options.seed, options.longest, folder)
    for flaw in found:
        print(flaw)
    print(f"{options.times} kills in {time.monotonic() - began:.0f} s; told before them:", dict(sorted(told.items())))
    print(f"jobs afterwards: {dict(sorted(states.items()))}; {len(found)} wrong.")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
