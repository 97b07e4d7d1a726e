"""Flow matching, the comparison: lines from noise end at the motion there was, and drawing is repeatable chance."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from model.config import WorldConfig
from model.decoder import motion_between
from model.flow import MOTION, Point, between, drawn
from model.state import Action
from model.tensors import scene_of
from model.train import PRESETS, train
from model.world import WorldModel, chance_of
from tests.stages import begin, square


def test_a_network_that_knows_the_end_draws_it_from_any_noise() -> None:
    motion, noise = torch.randn(2, 3, MOTION), torch.randn(2, 3, MOTION)
    asked: list[Point] = []

    def end(point: Point) -> torch.Tensor:
        asked.append(point)
        return motion

    torch.testing.assert_close(drawn(end, noise), motion)
    taught = [between(noise, motion, torch.full((2, 1, 1), late)) for late in (False, True)]
    for seen, point in zip(asked, taught, strict=True):
        torch.testing.assert_close(seen.columns(), point.columns())


def test_what_stands_still_has_no_motion_and_what_turned_and_sped_up_has() -> None:
    _, state = begin(square())
    turned = replace(state.moment, heading=state.moment.heading + np.float32(0.1))
    still, moved = (motion_between(scene_of([state.moment]), scene_of([m])) for m in (state.moment, turned))
    assert not still.any()
    assert (moved[..., 6] > 0.5).all() and not moved[..., :6].any()


def test_chance_comes_from_seed_and_step_alone_and_replays() -> None:
    assert np.array_equal(chance_of(3, 5, 4), chance_of(3, 5, 4))
    assert not np.array_equal(chance_of(3, 5, 4), chance_of(3, 6, 4))
    torch.manual_seed(1)
    world = WorldModel(WorldConfig(width=32, layers=1, heads=2, flow=True)).eval()
    _, first = begin(square(), world=world)
    one, again, other = (world.step(replace(first, seed=seed), [Action("walk", "e0")]) for seed in (1, 1, 2))
    assert one.to_bytes() == again.to_bytes()
    assert not np.array_equal(one.moment.position, other.moment.position)


def test_a_model_that_draws_can_be_trained_and_loaded(tmp_path: Path) -> None:
    train(replace(PRESETS["smoke"], batches=6, practice=0, flow=True), tmp_path, workers=1, preset="smoke")
    assert WorldModel.from_pretrained(tmp_path).config.flow
