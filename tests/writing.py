"""Several processes write to one store at once: mixed changes, of which none may fail and none may be lost.

    PYTHONPATH=. python tests/writing.py --processes 4 --writes 1200 [--database postgresql]

`--writes` are those of all processes together. Prints what was written, how often writers were in each other's way, and
what is wrong, which is nothing.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from databases import postgresql
from stories import OWNER, Kit, branching

from db.jobs import DONE
from db.store import EpisodeStore
from storygraph.errors import StoryConflict
from storygraph.graph import StoryGraph
from storygraph.story import Beat, Cursor, Scene, Take

SHARED = ("dragon", "wolf", "fox")  # episodes that everybody writes to
Change = Callable[[StoryGraph], StoryGraph]


class Writer:
    """One process's writes, each remembered as what has to be there in the end."""

    def __init__(self, store: EpisodeStore, name: str, seed: int) -> None:
        self._store, self._name, self._chance = store, name, random.Random(seed)
        self.wrote: list[list[str]] = []  # [kind, episode, ...]
        self.conflicts = 0

    def write(self, number: int) -> None:
        """One write of a random kind."""
        kinds = (self.beat, self.take, self.clip, self.fork, self.rename, self.title, self.choice, self.job)
        kind = self.own if number % 20 == 0 else self._chance.choice(kinds)
        kind(self._chance.choice(SHARED), f"{self._name}-{number}")
        if number % 50 == 25:
            self._store.collect(age=timedelta(minutes=10))

    def beat(self, episode: str, mark: str) -> None:
        take = self._take(mark)
        beat = Beat(mark, f"Direction {mark}", (take,), take.id)
        self._change(episode, lambda graph: graph.with_beat(graph.cursor_end(self._scene(graph)), beat))
        self._wrote("beat", episode, mark)

    def take(self, episode: str, mark: str) -> None:
        take = self._take(mark)
        self._change(episode, lambda graph: graph.with_take("square", 0, take, canonical=False))
        self._wrote("take", episode, mark)

    def clip(self, episode: str, mark: str) -> None:
        """As rendering does: the take is there already, its clip is said later."""
        take, clip = self._take(mark), self._store.put_blob(f"clip {mark}".encode())
        self._change(episode, lambda graph: graph.with_take("square", 1, take, canonical=False))
        self._change(episode, lambda graph: graph.with_clip("square", 1, take.id, clip))
        self._wrote("clip", episode, mark, clip)

    def fork(self, episode: str, mark: str) -> None:
        def forked(graph: StoryGraph) -> StoryGraph:
            at = Cursor(episode, "square", self._chance.randint(0, 2))
            return graph.with_scene(Scene(mark, mark, graph.checkpoint_at(at), (at.scene, at.beat)))

        self._change(episode, forked)
        self._wrote("scene", episode, mark)

    def rename(self, episode: str, mark: str) -> None:
        self._change(episode, lambda graph: graph.with_scene_changes("mill", title=mark))

    def title(self, episode: str, mark: str) -> None:
        """By hand, as somebody who is told that he was too late and looks again."""
        while True:
            graph = self._store.load(episode, OWNER)
            try:
                self._store.save(graph.with_episode(title=mark), graph)
                break
            except StoryConflict:
                self.conflicts += 1
        self._wrote("saved", episode)

    def choice(self, episode: str, mark: str) -> None:
        kit = Kit()
        self._change(episode, lambda graph: graph.with_choice("square", replace(kit.choice("bell", mark), id=mark)))
        self._wrote("choice", episode, mark)

    def own(self, episode: str, mark: str) -> None:
        """A whole new episode, which goes through the trash."""
        kit = Kit()
        graph = branching(kit)
        self._keep(kit)  # the same states for everybody, at the same time
        self._store.create(replace(graph, episode=replace(graph.episode, id=mark)))
        self._store.delete(mark, OWNER)
        self._store.restore(mark, OWNER)
        self._wrote("episode", mark)

    def job(self, episode: str, mark: str) -> None:
        job = self._store.jobs.add(OWNER, episode, "export", {"mark": mark})
        self._store.jobs.start(job)
        self._store.jobs.tell(job, 0.5, mark)
        self._store.jobs.end(job, DONE)
        self._wrote("job", episode, job.id)

    def _change(self, episode: str, change: Change) -> None:
        tries = 0

        def counted(graph: StoryGraph) -> StoryGraph:
            nonlocal tries
            tries += 1
            return change(graph)

        self._store.change(episode, OWNER, counted)
        self._wrote("saved", episode)
        self.conflicts += tries - 1

    def _wrote(self, kind: str, episode: str, *what: str) -> None:
        self.wrote.append([kind, episode, *what])

    def _take(self, mark: str) -> Take:
        state = self._store.put_blob(f"state {mark}".encode())
        return Take(mark, 1, state, directive={"actions": [{"verb": "走"}]}, duration_s=4.0)

    def _scene(self, graph: StoryGraph) -> str:
        return self._chance.choice([name for name in graph.scenes if name in ("mill", "field", "bell", "dawn")])

    def _keep(self, kit: Kit) -> None:
        for data in kit.blobs.values():
            self._store.put_blob(data)


def begin(folder: Path, url: str | None) -> None:
    """The store everybody writes to."""
    store = EpisodeStore.open(folder, url)
    for name in SHARED:
        kit = Kit()
        graph = branching(kit)
        for data in kit.blobs.values():
            store.put_blob(data)
        store.create(replace(graph, episode=replace(graph.episode, id=name)))
    store.close()


def work(folder: Path, url: str | None, name: str, writes: int) -> None:
    """What one process does; tells in one line of JSON what it wrote."""
    store = EpisodeStore.open(folder, url)
    writer = Writer(store, name, seed=int(name))
    for number in range(writes):
        writer.write(number)
    store.close()
    print(json.dumps({"wrote": writer.wrote, "conflicts": writer.conflicts}))


def side_by_side(folder: Path, url: str | None, processes: int, writes: int) -> tuple[Counter[str], int, list[str]]:
    """Let so many processes write: how many writes of each kind there were, how many conflicts, and what is wrong."""
    begin(folder, url)
    command = [sys.executable, __file__, "--folder", str(folder), "--writes", str(writes // processes)]
    command += ["--url", url] if url else []
    workers = [
        subprocess.Popen([*command, "--work", str(name)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for name in range(processes)
    ]
    told = [worker.communicate() for worker in workers]
    wrong = [errors for worker, (_, errors) in zip(workers, told, strict=True) if worker.returncode]
    wrote: list[list[str]] = []
    conflicts = 0
    for out, _ in told:
        said = json.loads(out or '{"wrote": [], "conflicts": 0}')
        wrote += said["wrote"]
        conflicts += said["conflicts"]
    store = EpisodeStore.open(folder, url)
    wrong += [*missing(store, wrote), *store.verify().flaws]
    store.close()
    return Counter(kind for kind, *_ in wrote), conflicts, wrong


def missing(store: EpisodeStore, wrote: list[list[str]]) -> list[str]:
    """What was written and is not there."""
    there: set[tuple[str, ...]] = {("job", job.episode, job.id) for job in store.jobs.of(OWNER) if job.state == DONE}
    saves = Counter(what[1] for what in wrote if what[0] == "saved")
    wrong: list[str] = []
    for episode in store.episodes(OWNER):
        graph = store.load(episode.id, OWNER)
        there.add(("episode", episode.id))
        for scene in graph.scenes.values():
            there.add(("scene", episode.id, scene.id))
            there |= {("choice", episode.id, choice.id) for choice in scene.choices}
            for beat in scene.beats:
                there.add(("beat", episode.id, beat.id))
                there |= {("take", episode.id, take.id) for take in beat.takes}
                there |= {("clip", episode.id, take.id, str(take.clip)) for take in beat.takes}
        if graph.episode.version != 1 + saves[episode.id]:
            wrong.append(f"{episode.id} is at version {graph.episode.version} after {saves[episode.id]} saves")
    wrong += [f"lost: {what}" for what in wrote if what[0] not in ("saved", "job") and tuple(what) not in there]
    jobs = [what for what in wrote if what[0] == "job"]
    return wrong + [f"lost: {what}" for what in jobs if store.jobs.get(what[2], OWNER).state != DONE]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--processes", type=int, default=4)
    parser.add_argument("--writes", type=int, default=1200, help="of all processes together (default: %(default)s)")
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--url", help=argparse.SUPPRESS)
    parser.add_argument("--work", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.work is not None:
        work(options.folder, options.url, options.work, options.writes)
        return 0
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="nacre-writing-")))
        url = stack.enter_context(postgresql()).database() if options.database == "postgresql" else None
        began = time.monotonic()
        kinds, conflicts, wrong = side_by_side(folder, url, options.processes, options.writes)
        taken = time.monotonic() - began
    for line in wrong:
        print(line)
    about = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
    print(f"{options.writes} writes by {options.processes} processes on {options.database} in {taken:.1f} s ({about});")
    print(f"somebody else was quicker {conflicts} times; {len(wrong)} wrong.")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
