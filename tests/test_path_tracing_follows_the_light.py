"""What the shader learns from: paths of light through what the geometry pass would draw."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from model.teacher.exposures import expose, kept, save
from model.teacher.path_tracer import trace
from model.teacher.sights import held_out, sight
from tests.scenes import FRONT, placed, ruled
from tests.stages import stage_of

STAGE = stage_of(("well", "well"), ("knight", "adult"))
MOMENT = placed(STAGE, {0: (-1.5, 0.0, 0.0, 0.0), 1: (1.0, 0.0, 0.5, 0.0)})
SIZE = (64, 36)


def traced(hour: float = 12.0, samples: int = 16, seed: int = 1) -> np.ndarray:
    picture = ruled().picture(STAGE, replace(MOMENT, hour=hour), FRONT)
    return trace(picture, FRONT, SIZE, samples=samples, seed=seed)


def test_light_is_as_strong_as_the_rules_say_on_the_whole() -> None:
    renderer = ruled()
    g, _ = renderer.gbuffer(STAGE, MOMENT, FRONT, SIZE)
    light = traced(samples=32)
    assert light.shape == (36, 64, 3) and np.isfinite(light).all() and light.min() >= 0.0
    ground = (g.entity == -1) & (g.sun > 0.9) & (g.normal[1] > 0.95)
    assert 0.05 < np.median(light[ground]) < 3.0


def test_night_is_darker_and_bluer_than_noon() -> None:
    day, night = traced(12.0), traced(0.0)
    assert night.mean() < 0.5 * day.mean()
    assert night[..., 2].mean() / night[..., 0].mean() > day[..., 2].mean() / day[..., 0].mean()


def test_the_same_seed_gives_the_same_light_and_another_other_grain() -> None:
    assert (traced(seed=3) == traced(seed=3)).all()
    assert (traced(seed=3) != traced(seed=4)).any()


def test_sights_repeat_take_turns_and_keep_apart_what_is_for_judging() -> None:
    assert sight(5).camera == sight(5).camera
    assert (sight(5).moment.position == sight(5).moment.position).all()
    first = [sight(seed).stage.setting for seed in range(4)]
    assert len(set(first)) == 4
    assert not held_out(999_999) and held_out(1_000_000)


def test_an_exposure_is_kept_whole_and_found_by_its_seed(tmp_path: Path) -> None:
    exposure = expose(11, ruled(), 1)
    assert exposure.light.shape == (180, 320, 3)
    save(exposure, tmp_path)
    (back,) = kept(tmp_path, lambda seed: seed == 11)
    assert (back.seed, back.size) == (11, exposure.size)
    assert np.allclose(back.light, exposure.light, rtol=1e-2, atol=1e-3)
    assert back.sight.to_bytes() == sight(11).to_bytes() and back.sight.stage == sight(11).stage
    assert not list(kept(tmp_path, lambda seed: seed != 11))
    assert not list(tmp_path.glob(".*"))
