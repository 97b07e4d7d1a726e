"""Identity: whoever has been through an hour of story and the store looks the same to the pixel."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

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
ROUNDS = 20  # of three figures each
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


@pytest.mark.slow
def test_figures_look_the_same_after_an_hour_and_the_store(tmp_path: Path) -> None:
    kept, renderer, again, world = BlobFolder(tmp_path), Renderer(), Renderer(), WorldModel.tiny()
    for k in range(ROUNDS):
        stage, first = figures(k)
        before = renderer.draw(stage, first, CLOSE, SIZE)
        state = replace(begin(stage, world=world)[1], moment=first)
        for _ in range(3):
            state = world.step(state, ())
        state = replace(state, moment=replace(state.moment, time_s=first.time_s + HOUR))
        blob = kept.put(state.to_bytes())
        back = WorldState.from_bytes(kept.get(blob))
        # Who they are must not hang on what has happened since; how they stand and the light are as they were then.
        after = again.draw(back.stage, first, CLOSE, SIZE)
        assert (after == before).all()
