"""Identity: whoever has been through an hour of story and the store looks the same to the pixel."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from db.store import EpisodeStore
from model.camera import Camera
from model.moment import Moment
from model.renderer.renderer import Renderer
from model.stage import Stage
from model.state import WorldState
from model.teacher.sights import sight
from model.world import WorldModel
from tests.stages import begin

CLOSE = Camera((0.0, 1.5, 3.2), (0.0, 0.8, 0.0), 34.0)
SIZE = (96, 160)
ROUNDS = 67  # of three figures each
HOUR = 3600.0


def figures(k: int) -> tuple[Stage, Moment]:
    """Three people of any age, hair, clothes and colours, side by side."""
    found = [e for seed in range(900_000 + 6 * k, 900_006 + 6 * k) for e in sight(seed).stage.entities
             if e.kind == "person"][:3]
    stage = Stage("snow field", 1, tuple(replace(e, id=f"e{i}") for i, e in enumerate(found)))
    moment = begin(stage)[1].moment
    position = np.array([[0.8 * i - 0.8, 0.0, 0.0] for i in range(len(found))], np.float32)
    return stage, replace(moment, position=position, heading=np.zeros(len(found), np.float32))


@pytest.mark.slow
def test_two_hundred_figures_look_the_same_after_an_hour_and_the_store(tmp_path: Path) -> None:
    store, renderer, world = EpisodeStore.open(tmp_path), Renderer(), WorldModel.tiny()
    drawn = 0
    for k in range(ROUNDS):
        stage, first = figures(k)
        before = renderer.draw(stage, first, CLOSE, SIZE)
        state = replace(begin(stage, world=world)[1], moment=first)
        for _ in range(3):
            state = world.step(state, ())
        state = replace(state, moment=replace(state.moment, time_s=first.time_s + HOUR))
        blob = store.put_blob(state.to_bytes(), "application/x-nacre-state")
        back = WorldState.from_bytes(store.get_blob(blob))
        # Who they are must not hang on what has happened since; how they stand and the light are as they were then.
        after = Renderer().draw(back.stage, first, CLOSE, SIZE)
        assert (after == before).all()
        drawn += len(stage.entities)
    assert drawn >= 200
