"""Random forks of an acted story, each checked for leaving everything else as it was, to the byte.

`python tests/fork_exactness.py --forks 1000` acts an opening, then forks it that often: at the end of a beat, at its
start, or at a frame inside it, and directs some of the forks on. After each fork it is checked that

- the scenes that were there have the same beats and takes, and their choices but for the one that leads to the fork;
- the fork starts from the checkpoint it was forked at, and no state was stored for that: what both have is the same
  file; a fork inside a beat stores one state, that of the frame, and the frame is where acting the beat again gets to;
- no file of the store has changed.

The world model is the tiny, untrained one of the tests: what it does makes no sense, but it is acted, saved and loaded
as any other. The last line is JSON.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import tempfile
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from directing import PROMPT, SAY, WALK, open_director

from director.directive import Directive
from director.director import AUTHOR, Director
from storygraph.graph import StoryGraph
from storygraph.story import Cursor, Scene

MORE = ("The knight runs to the well.", "The blacksmith kneels.", "The knight waves.", "The blacksmith sits down.")


@dataclass
class Tally:
    forks: int = 0
    inside: int = 0  # of them at a frame inside a beat
    directed: int = 0  # of them directed on
    siblings: int = 0  # how often a scene was compared with what it was
    prefix_states: int = 0  # states that forks share with what they were forked from
    stored: int = 0  # states written for forks: one for each frame inside a beat


def begin(folder: Path) -> tuple[Director, Cursor]:
    """A director and the end of an opening of two beats."""
    director = open_director(folder)
    return director, director.direct(director.direct(director.begin(PROMPT, seed=7), WALK), SAY)


def check(
    director: Director, episode: str, forks: int, *, seed: int, inside: float = 0.2, directed: float = 0.05
) -> Tally:
    """Fork so often, at random, and check each time: that share of those after a beat inside it, and that share
    directed on. Raises AssertionError at the first that is not exact."""
    chance, tally = random.Random(seed), Tally()
    for _ in range(forks):
        before = director.story(episode)
        files = blobs(director)
        place = random_place(before, chance)
        if place.beat > 0 and chance.random() < inside:
            length = before.beats_before(place)[-1].take.duration_s
            fork = director.fork_inside(place, chance.uniform(0.1, 0.95) * length)
            origin = replace(place, beat=place.beat - 1)
        else:
            fork, origin = director.fork(place), place
        after = director.story(episode)
        new = blobs(director)
        assert {name: new[name] for name in files} == files, "a file of the store has changed"
        assert len(new) - len(files) <= fork.beat, "a fork stored what was there already"
        assert after.scene(fork.scene).start == before.checkpoint_at(origin)
        if fork.beat:
            assert after.checkpoint_at(fork) == acted_to(director, before, place, fork)
        unchanged(before, after, fork.scene)
        tally.forks += 1
        tally.inside += fork.beat
        tally.stored += len(new) - len(files)
        tally.siblings += len(before.scenes)
        tally.prefix_states += 1 + len(after.ancestry(fork)) - fork.beat
        if chance.random() < directed:
            director.direct(fork, chance.choice(MORE))
            unchanged(after, director.story(episode), fork.scene)
            tally.directed += 1
    return tally


def random_place(graph: StoryGraph, chance: random.Random) -> Cursor:
    scenes = list(graph.scenes.values())
    acted = [scene for scene in scenes if scene.beats]
    scene = chance.choice(acted if chance.random() < 0.8 else scenes)
    return Cursor(graph.episode.id, scene.id, chance.randint(0, len(scene.beats)))


def acted_to(director: Director, graph: StoryGraph, place: Cursor, fork: Cursor) -> str:
    """The SHA-256 of the state that acting the beat before a place again gets to where the fork left it, stepped by the
    world model alone but for the camera, which a shot of the whole beat leads there."""
    take = graph.beats_before(place)[-1].take
    cut = director.story(graph.episode.id).beats_before(fork)[-1].take
    state = director._states.at(cut.checkpoint, AUTHOR)
    world, asked = director._crew.world, None
    directive = Directive.from_json(take.directive)
    stepped = replace(director._states.at(take.start or "", AUTHOR), seed=take.seed)
    for _ in range(round(cut.duration_s * world.config.steps_per_second)):
        stepped = world.step(stepped, directive.actions if asked is None else asked)
        asked = ()
    return hashlib.sha256(stepped.with_camera(state.camera).to_bytes()).hexdigest()


def unchanged(before: StoryGraph, after: StoryGraph, fork: str) -> None:
    """That all scenes of before are as they were but for the choice that leads to the fork, and the fork itself."""
    for name, scene in before.scenes.items():
        if name != fork:
            assert serial(after.scene(name), fork) == serial(scene, fork), "a sibling has changed"


def serial(scene: Scene, fork: str) -> str:
    """A hash of all that is in a scene, without the choice that leads to the fork."""
    kept = replace(scene, choices=tuple(choice for choice in scene.choices if choice.to != fork))
    return hashlib.sha256(json.dumps(asdict(kept), sort_keys=True).encode()).hexdigest()


def blobs(director: Director) -> dict[str, tuple[int, int]]:
    """Size and time of the last change of every file of the store, by name; a name is the SHA-256 of the content."""
    files = [file for file in (director.folder / "blobs").rglob("*") if file.is_file()]
    return {file.name: (file.stat().st_size, file.stat().st_mtime_ns) for file in files}


def main() -> None:
    parser = argparse.ArgumentParser(description="Random forks, each checked to the byte.")
    parser.add_argument("--forks", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        director, end = begin(Path(folder))
        tally = check(director, end.episode, options.forks, seed=options.seed)
        assert director._store.verify().flaws == ()
        print(json.dumps({**asdict(tally), "states_kept": len(blobs(director))}))


if __name__ == "__main__":
    main()
