"""How long a browser takes to draw the studio's graph of a long story, and to move about in it.

    python tests/long_graphs.py [--scenes 10000] [--moves 9]

Makes a world in the studio and an episode of so many scenes of five beats that all start from it, and moves about in
that in a real browser: opens it, goes where stubs lead, to scenes it sees and to scenes found by their titles. Prints
one line of JSON: medians in ms from the click until the graph is drawn around the new place, the studio's answer and
all, and of these what the studio's processor worked (`_cpu_ms`) and what it sent (`_kb`); what a page without any
story takes (`page_ms`); and the longest task that kept the browser from doing anything else.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from playwright.sync_api import Page
from screens import PATIENCE, VILLAGE, Server, browsing, create, direct, idle, opened, serving
from stories import OWNER

from db.store import EpisodeStore
from storygraph.bench import large_story
from storygraph.graph import StoryGraph
from storygraph.story import Beat, Scene, new_id

BEATS = 5
# Keeps count of all tasks of more than 50 ms.
WATCH = """() => {
  window.tasks = [];
  new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map((task) => task.duration)))
    .observe({ type: "longtask", buffered: true });
}"""
HERE = "document.querySelector('#story .dot[data-current=true]')?.closest('.dots').dataset.scene ?? ''"


@dataclass
class Walk:
    """What a walk through a story took, by kind of step: ms, ms of the studio's processor, and KB; and the scenes that
    were drawn at each."""

    took: dict[str, list[tuple[float, float, float]]] = field(default_factory=dict)
    drawn: list[int] = field(default_factory=list)
    longest_task_ms: float = 0.0

    def figures(self) -> dict[str, float]:
        return {
            f"{kind}_{unit}": round(statistics.median(of))
            for kind, steps in self.took.items()
            for unit, of in zip(("ms", "cpu_ms", "kb"), zip(*steps, strict=True), strict=True)
        }


def long_episode(store: EpisodeStore, like: StoryGraph, scenes: int, chance: random.Random) -> str:
    """An episode of so many scenes made of the first beat of the story `like`, over and over; returns its id."""
    grown = large_story(scenes, chance)
    episode = replace(like.episode, id=new_id(), title="Long", root=grown.episode.root, version=1,
                      variables=grown.episode.variables)  # fmt: skip
    played = {scene.id: _played(scene, like.root) for scene in grown.scenes.values()}
    return store.create(replace(grown, episode=episode, scenes=played)).episode.id


def _played(scene: Scene, like: Scene) -> Scene:
    origin = None if scene.origin is None else (scene.origin[0], BEATS)
    beats = tuple(_beat(f"{scene.id}.{number}", like) for number in range(BEATS))
    return replace(scene, start=like.start, origin=origin, beats=beats)


def _beat(name: str, like: Scene) -> Beat:
    """The beat once more; the world goes back to where it started, so that nothing is stale."""
    beat = like.beats[0]
    filmed = next(take for take in beat.takes if take.clip is not None)
    take = replace(filmed, id=name, checkpoint=like.start, start=like.start)
    return replace(beat, id=name, takes=(take,), canonical=name)


def processor_s(process: int) -> float:
    """The seconds that the processor has worked for a process (Linux)."""
    told = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def walk(page: Page, server: Server, episode: str, moves: int, chance: random.Random) -> Walk:
    """Opens the episode and moves about in it."""
    assert server.process is not None
    found, process, sent = Walk(), server.process.pid, [0]
    page.evaluate("localStorage.clear()")
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    network.on("Network.dataReceived", lambda told: sent.append(told["dataLength"]))

    def step(kind: str, act: Callable[[], object], there: str = HERE) -> None:
        before = "" if kind in ("page", "open") else page.evaluate(there)
        began, busy, so_far = time.perf_counter(), processor_s(process), len(sent)
        act()
        moved = f"before => ({there}) && ({there}) !== before"
        page.wait_for_function(moved, arg=before, timeout=PATIENCE, polling="raf")
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        took, worked = time.perf_counter() - began, processor_s(process) - busy
        found.took.setdefault(kind, []).append((1000 * took, 1000 * worked, sum(sent[so_far:]) / 1000))
        found.drawn.append(page.locator("#story .scene").count())

    step("page", lambda: page.goto(server.url), "document.body?.dataset.screen ?? ''")
    step("open", lambda: page.goto(f"{server.url}?episode={episode}&scene=s0&beat=0"))
    page.evaluate(WATCH)
    for _ in range(moves):
        stubs = page.locator("#story .stub[data-onward=true]")
        step("stub", lambda: stubs.nth(chance.randrange(stubs.count())).dispatch_event("click"))  # noqa: B023
        others = page.locator("#story .scene[data-here=false] .track")
        step("scene", lambda: others.nth(chance.randrange(others.count())).dispatch_event("click"))  # noqa: B023
    for number in sorted(chance.sample(range(1, 10 * moves), moves)):
        page.click("#find")
        page.fill("#find-words", f"Scene {number}")
        page.wait_for_selector(f"#sheet[open] #found [data-scene=s{number}]")
        step("found", lambda: page.click(f"#found [data-scene=s{number}]"))  # noqa: B023
    found.longest_task_ms = page.evaluate("Math.max(0, ...window.tasks)")
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description="Walk through a long story in the studio, and time it.")
    parser.add_argument("--scenes", type=int, default=10_000, help="scenes of the story (default: %(default)s)")
    parser.add_argument("--moves", type=int, default=9, help="steps of each kind (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="what decides its shape and the way (default: %(default)s)")
    options = parser.parse_args()
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as server, browsing() as browser:
        page = opened(browser)
        page.goto(server.url)
        create(page, VILLAGE)
        direct(page, "The knight waves.")
        idle(page)
        store = EpisodeStore.open(Path(folder))
        (episode,) = store.episodes(OWNER)
        long = long_episode(store, store.load(episode.id, OWNER), options.scenes, chance)
        found = walk(page, server, long, options.moves, chance)
        store.close()
    drawn = max(found.drawn)
    told = {"scenes": options.scenes, "beats": BEATS * options.scenes, **found.figures(), "drawn_at_once": drawn}
    print(json.dumps({**told, "longest_task_ms": round(found.longest_task_ms)}))


if __name__ == "__main__":
    main()
