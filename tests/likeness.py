"""People drawn before and after an hour of story and a trip through the store: are they the same, to the pixel?

    PYTHONPATH=. python tests/likeness.py --rounds 67

A round is three people of any age, hair, clothes and colours. Says how many looked the same; the last line is JSON.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from dataclasses import replace
from pathlib import Path

import numpy as np

from db.blobs import BlobFolder
from model.camera import Camera
from model.moment import Moment
from model.renderer.renderer import Renderer
from model.stage import AGES, HAIRS, HATS, OUTFITS, Entity, Stage
from model.state import WorldState
from model.world import WorldModel
from tests.stages import begin, entity

CLOSE = Camera((0.0, 1.5, 3.2), (0.0, 0.8, 0.0), 34.0)
SIZE = (96, 160)
HOUR = 3600.0


def figures(k: int) -> tuple[Stage, Moment]:
    """Three people of any age, hair, clothes and colours, side by side."""
    rng = np.random.default_rng(k)
    stage = Stage("snow field", 1, tuple(somebody(i, rng) for i in range(3)))
    moment = begin(stage)[1].moment
    position = np.array([[0.8 * i - 0.8, 0.0, 0.0] for i in range(3)], np.float32)
    return stage, replace(moment, position=position, heading=np.zeros(3, np.float32))


def somebody(i: int, rng: np.random.Generator) -> Entity:
    look = {name: str(rng.choice(words)) for name, words in
            (("outfit", OUTFITS), ("hair", HAIRS), ("age", AGES), ("hat", HATS), ("gender", ("f", "m")))}
    paints = rng.integers(20, 236, (3, 3)).tolist()
    colors = {part: "#{:02x}{:02x}{:02x}".format(*c) for part, c in zip(("skin", "hair", "top"), paints, strict=True)}
    return replace(entity(i, f"p{i}", "child" if look["age"] == "child" else "adult"), look=look, colors=colors)


def likenesses(rounds: int, folder: Path) -> list[bool]:
    """Whether the figures of each round look the same afterwards."""
    kept, renderer, again, world = BlobFolder(folder), Renderer(threads=1), Renderer(threads=1), WorldModel.tiny()
    same = []
    for k in range(rounds):
        stage, first = figures(k)
        before = renderer.draw(stage, first, CLOSE, SIZE)
        state = replace(begin(stage, world=world)[1], moment=first)
        for _ in range(3):
            state = world.step(state, ())
        state = replace(state, moment=replace(state.moment, time_s=first.time_s + HOUR))
        back = WorldState.from_bytes(kept.get(kept.put(state.to_bytes())))
        # Who they are must not hang on what has happened since; how they stand and the light are as they were then.
        same.append(bool((again.draw(back.stage, first, CLOSE, SIZE) == before).all()))
    return same


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=67)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        same = likenesses(options.rounds, Path(folder))
    print(json.dumps({"figures": 3 * len(same), "the_same": 3 * sum(same)}))


if __name__ == "__main__":
    main()
