"""How fast the store is with a story far longer than a draft, and beside LangGraph's SQLite checkpointer on equal
states: `python -m db.bench`.

    open_s           an episode of 10,000 scenes and 50,000 beats is read by a store that has not seen it
    fork_ms          a fork at depth 5,000: found, made, saved and undoable, in a store that has the episode open
    ..._cpu          the processor's part of that, which says more on a machine that has other things to do
    bytes_per_beat   rows, indexes and states, without clips

States are random bytes of the size real ones have (they are compressed), receipts and directives are real ones; every
write goes the way the studio's go, to the disk. The checkpointer is the extra `bench`; it is asked for what it is best
at, one state a checkpoint, and nothing of what it would accumulate. The last line is JSON. Knows nothing of what would
be fast enough.
"""

from __future__ import annotations

import argparse
import json
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import insert

from db.blobs import BlobFolder
from db.clock import now, stamp
from db.engine import open_engine, sqlite_url, writing
from db.models import BlobRow
from db.store import DATABASE, EpisodeStore
from storygraph.graph import StoryGraph
from storygraph.neighbourhood import neighbourhood
from storygraph.story import Beat, Caption, Choice, Cursor, Episode, Scene, Take, new_id

T = TypeVar("T")
OWNER, EPISODE = "author", "long"
STATE_BYTES = 6_200  # what `nacre bench` has as checkpoint_bytes
MEDIA_TYPE = "application/x-nacre-state"
RECEIPT = ({
    "action": "knight: walk -> well", "verb": "walk", "status": "done", "reading": "The knight walks to the well",
    "facts": [{"fact": "near(knight,well)|moved(knight,0.5)", "before": False, "after": True}],
    "start_s": 0.0, "end_s": 3.83, "reason": "",
},)  # fmt: skip
DIRECTIVE = {
    "text": "The knight walks to the well.",
    "actions": [{"verb": "walk", "actor": "e2", "target": "e3", "speed": 1.0, "words": "walks to something"}],
    "lines": [{"speaker": "e2", "text": "It is coming.", "mood": None, "action": 0, "voice": "normal",
               "source": "author", "act": "talk"}],
    "camera": None, "entrances": [], "readings": [], "refusals": [], "action_readings": [""], "note": "",
    "unbidden": 0, "layout": "Calm",
}  # fmt: skip
CAPTIONS = (Caption("knight", "It is coming.", 0.5, 2.1),)


# The story


def state(number: int) -> bytes:
    """A state like no other, and always the same for the same number."""
    return random.Random(number).randbytes(STATE_BYTES)


def beat_from(start: str, state: str) -> Beat:
    """A beat of one take that was acted from one state to another."""
    take = Take(new_id(), 7, state, None, RECEIPT, CAPTIONS, 4.0, "2026-11-22T12:00:00Z", start, DIRECTIVE)
    return Beat(new_id(), "The knight walks to the well.", (take,), take.id)


def long_story(states: Sequence[str], *, scenes: int, beats: int, line: int) -> StoryGraph:
    """A story of so many scenes of so many beats: a `line` of scenes one after the other, and all others forked from
    a beat of an earlier one. `states` are a state for the start and one for each beat."""
    chance, left = random.Random(7), iter(states)
    made: list[Scene] = []
    choices: list[list[Choice]] = [[] for _ in range(scenes)]
    start = next(left)
    for number in range(scenes):
        origin = None
        if number:
            before = number - 1 if number < line else chance.randrange(number)
            played = beats if number < line else chance.randint(1, beats)
            origin = (made[before].id, played)
            start = made[before].beats[played - 1].take.checkpoint
            choices[before].append(Choice(new_id(), f"Way {number}", f"{number:032x}", played))
        acted: list[Beat] = []
        for after in (next(left) for _ in range(beats)):
            acted.append(beat_from(acted[-1].take.checkpoint if acted else start, after))
        made.append(Scene(f"{number:032x}", f"Scene {number}", start, origin, tuple(acted)))
    episode = Episode(EPISODE, OWNER, "A long story", "A village with a knight.", "16:9", "vinyl", 7, made[0].id)
    whole = [replace(scene, choices=tuple(ways)) for scene, ways in zip(made, choices, strict=True)]
    return StoryGraph(episode, {scene.id: scene for scene in whole})


def build(folder: Path, *, scenes: int, beats: int, line: int) -> None:
    """Keep a long story and its states in a folder."""
    store = EpisodeStore.open(folder)
    kept = _keep_states(folder, scenes * beats + 1)
    store.create(long_story(kept, scenes=scenes, beats=beats, line=line))
    store.close()


def _keep_states(folder: Path, count: int) -> list[str]:
    """The SHA-256 of so many states, kept side by side, since each waits for the disk, and noted in one transaction."""
    blobs, moment = BlobFolder(folder / "blobs"), stamp(now())
    with ThreadPoolExecutor(32) as pool:
        kept = list(pool.map(lambda number: blobs.put(state(number)), range(count)))
    about = {"size": STATE_BYTES, "media_type": MEDIA_TYPE, "created": moment, "touched": moment}
    engine = writing(open_engine(sqlite_url(folder / DATABASE)))
    with engine.begin() as connection:
        connection.execute(insert(BlobRow), [{"sha256": digest, **about} for digest in kept])
    engine.dispose()
    return kept


# Measuring


def bench(folder: Path, *, scenes: int, beats: int, line: int, repeats: int, states: int) -> dict[str, Any]:
    """Every figure; `line` is how many scenes deep the forks are, `repeats` how often, `states` how many both stores
    are given."""
    figures: dict[str, Any] = {"scenes": scenes, "beats": scenes * beats, "depth": line * beats}
    figures["build_s"] = round(_timed(lambda: build(folder / "long", scenes=scenes, beats=beats, line=line)), 1)
    database = folder / "long" / "episodes.db"
    files = [file.stat() for file in (folder / "long" / "blobs").rglob("*") if file.is_file()]
    figures["bytes_per_beat"] = round((database.stat().st_size + sum(f.st_size for f in files)) / (scenes * beats))
    on_disk = database.stat().st_size + sum(512 * f.st_blocks for f in files)
    figures["bytes_per_beat_on_disk"] = round(on_disk / (scenes * beats))
    opened = [_opened(folder / "long") for _ in range(3)]
    figures["open_s"], figures["open_cpu_s"] = (round(statistics.median(took), 2) for took in zip(*opened, strict=True))
    figures.update(_changed(folder / "long", Cursor(EPISODE, f"{line - 1:032x}", beats), repeats))
    figures["side_by_side"] = {"states": states, "nacre": beside_nacre(folder / "nacre", states)}
    try:
        figures["side_by_side"]["langgraph"] = beside_langgraph(folder / "langgraph.db", states)
    except ModuleNotFoundError:
        figures["side_by_side"]["langgraph"] = "not installed: pip install -e '.[bench]'"
    return figures


def _opened(folder: Path) -> tuple[float, float]:
    """Seconds in which a store that has not seen the story reads it, and those that the processor worked."""
    store = EpisodeStore.open(folder)
    worked = time.process_time()
    took = _timed(lambda: store.load(EPISODE, OWNER))
    worked = time.process_time() - worked
    store.close()
    return took, worked


def _changed(folder: Path, deep: Cursor, repeats: int) -> dict[str, Any]:
    """What changes of the long story take in a store that has it open, each with finding the story at hand."""
    store = EpisodeStore.open(folder, recall=1)
    store.load(EPISODE, OWNER)
    worked = time.process_time()
    forks = _each(lambda _: fork(store, deep), range(repeats))
    worked = time.process_time() - worked
    undone = _each(lambda _: store.undo(store.load(EPISODE, OWNER)), range(repeats))
    puts = _each(lambda number: put(store, deep.scene, state(-number)), range(1, repeats + 1))
    graph = store.load(EPISODE, OWNER)
    drawn = _each(lambda _: neighbourhood(graph, deep.scene, 200).graph.layout(), range(5))
    store.close()
    return {
        "fork_ms_p50": _p50(forks), "fork_ms_p95": _p95(forks), "fork_cpu_ms": round(1e3 * worked / repeats, 2),
        "undo_ms_p50": _p50(undone), "put_ms_p50": _p50(puts),
        "part_drawn_ms": _p50(drawn),
    }  # fmt: skip


def put(store: EpisodeStore, scene: str, data: bytes) -> Cursor:
    """One more beat at the end of a scene, with its state."""
    graph = store.load(EPISODE, OWNER)
    end = graph.cursor_end(scene)
    kept = store.put_blob(data, MEDIA_TYPE)
    store.save(graph.with_beat(end, beat_from(graph.checkpoint_at(end), kept)), graph)
    return end.next


def fork(store: EpisodeStore, at: Cursor) -> None:
    """A new scene from the state at a cursor, and the choice that leads to it."""
    graph = store.load(EPISODE, OWNER)
    scene = Scene(new_id(), "Another way", graph.checkpoint_at(at), (at.scene, at.beat))
    forked = graph.with_scene(scene).with_choice(at.scene, Choice(new_id(), "Another way", scene.id, at.beat))
    store.save(forked, graph)


# Side by side


def beside_nacre(folder: Path, count: int) -> dict[str, Any]:
    """An episode that grows by so many states, ten a scene; then each state is read, and each forked from."""
    store = EpisodeStore.open(folder, recall=1)
    start = store.put_blob(state(0), MEDIA_TYPE)
    episode = Episode(EPISODE, OWNER, "Long", "A village.", "16:9", "vinyl", 7, "s0")
    store.create(StoryGraph(episode, {"s0": Scene("s0", "Opening", start)}))
    ends: list[Cursor] = []

    def grow(number: int) -> None:
        if number and number % 10 == 0:
            begin_scene(store, f"s{number // 10}", after=f"s{number // 10 - 1}")
        ends.append(put(store, f"s{number // 10}", state(number + 1)))

    puts = _each(grow, range(count))
    store.close()
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    store = EpisodeStore.open(folder, recall=1)
    gets = _each(lambda end: store.get_blob(store.load(EPISODE, OWNER).checkpoint_at(end), OWNER), ends)
    forks = _each(lambda end: fork(store, end), ends)
    store.close()
    return _beside(puts, gets, forks, size / count)


def begin_scene(store: EpisodeStore, scene_id: str, *, after: str) -> None:
    """A scene that goes on from the end of another."""
    graph = store.load(EPISODE, OWNER)
    end = graph.cursor_end(after)
    scene = Scene(scene_id, "On", graph.checkpoint_at(end), (end.scene, end.beat))
    store.save(graph.with_scene(scene).with_choice(after, Choice(new_id(), "On", scene_id)), graph)


def beside_langgraph(path: Path, count: int) -> dict[str, Any]:
    """A thread of so many checkpoints with the same states and takes; then each is read, and each forked from."""
    from langgraph.checkpoint.base import Checkpoint, empty_checkpoint
    from langgraph.checkpoint.sqlite import SqliteSaver

    take = {"receipt": list(RECEIPT), "directive": DIRECTIVE, "captions": [["knight", "It is coming.", 0.5, 2.1]]}
    with closing(sqlite3.connect(path, check_same_thread=False)) as connection:
        saver = SqliteSaver(connection)
        saver.setup()
        config: Any = {"configurable": {"thread_id": EPISODE, "checkpoint_ns": ""}}
        configs: list[Any] = []

        def keep(parent: Any, values: dict[str, Any], source: Any) -> Any:
            checkpoint: Checkpoint = {**empty_checkpoint(), "channel_values": values}
            return saver.put(parent, checkpoint, {"source": source, "step": len(configs), "parents": {}}, {})

        def grow(number: int) -> None:
            parent = configs[-1] if configs else config
            configs.append(keep(parent, {"state": state(number + 1), "take": take}, "loop"))

        def fork(parent: Any) -> None:
            found = saver.get_tuple(parent)
            assert found is not None
            keep(parent, found.checkpoint["channel_values"], "fork")

        puts = _each(grow, range(count))
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        size = path.stat().st_size
        gets = _each(saver.get_tuple, configs)
        forks = _each(fork, configs)
    return _beside(puts, gets, forks, size / count)


def _beside(puts: list[float], gets: list[float], forks: list[float], size: float) -> dict[str, Any]:
    return {
        "put_ms_p50": _p50(puts), "get_ms_p50": _p50(gets), "fork_ms_p50": _p50(forks), "bytes_per_state": round(size),
    }  # fmt: skip


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _each(work: Callable[[T], object], items: Iterable[T]) -> list[float]:
    return [_timed(partial(work, item)) for item in items]


def _p50(seconds: Sequence[float]) -> float:
    return round(1e3 * statistics.median(seconds), 2)


def _p95(seconds: Sequence[float]) -> float:
    return round(1e3 * sorted(seconds)[int(0.95 * (len(seconds) - 1) + 0.5)], 2)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure in a folder of its own and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m db.bench", description="Measure the store with a long story.")
    parser.add_argument("--scenes", type=int, default=10_000, help="scenes of the story (default: %(default)s)")
    parser.add_argument("--beats", type=int, default=5, help="beats of each (default: %(default)s)")
    parser.add_argument(
        "--line", type=int, default=1_000, help="scenes in a row, deep in which is forked (%(default)s)"
    )
    parser.add_argument("--repeats", type=int, default=100, help="forks, undos and beats (default: %(default)s)")
    parser.add_argument("--states", type=int, default=300, help="states for both stores (default: %(default)s)")
    parser.add_argument("--folder", type=Path, help="where to measure (default: the folder for temporary files)")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="nacre-bench-", dir=options.folder) as folder:
        figures = bench(
            Path(folder), scenes=options.scenes, beats=options.beats, line=options.line, repeats=options.repeats,
            states=options.states,
        )  # fmt: skip
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
