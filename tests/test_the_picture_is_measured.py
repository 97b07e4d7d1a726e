"""How near the picture comes to path tracing is measured on live frames and on stills."""

from __future__ import annotations

import numpy as np
import torch

from model.evaluate_picture import frames_of, measured
from model.renderer.painter import Painter
from model.renderer.shader import Shader, ShaderConfig
from model.renderer.shading import weathered
from model.teacher.exposures import JUDGED_AT, Exposure
from model.teacher.sights import sight
from tests.scenes import ruled


def test_who_knows_the_light_comes_nearer_than_who_guesses() -> None:
    s = sight(1_000_003)
    g, light = ruled().gbuffer(s.stage, s.moment, s.camera, JUDGED_AT)
    even = Exposure(1_000_003, JUDGED_AT, 0.4 * weathered(g, light)[0].transpose(1, 2, 0), s)  # from everywhere alike
    torch.manual_seed(0)
    (frames,) = frames_of([even], Painter(Shader(ShaderConfig((8, 8))).eval()))
    assert frames.setting == s.stage.setting
    every = (frames.rules, frames.neural, frames.traced, frames.live_rules, frames.live_neural, frames.live_knowing)
    assert {f.shape for f in every} == {(360, 640, 3)}
    scores = measured(frames)
    assert scores.live_psnr_of_one_that_knows > max(scores.live_psnr_rules, scores.live_psnr_neural) + 5.0
    assert 0.0 < scores.ssim_neural < 1.0 and np.isfinite(scores.psnr_rules)


def test_edges_that_are_drawn_as_finely_as_traced_ones_come_nearer() -> None:
    s = sight(1_000_003)
    light = ruled().gbuffer(s.stage, s.moment, s.camera, JUDGED_AT)[0].albedo.transpose(1, 2, 0)
    torch.manual_seed(0)
    grey = Exposure(1_000_003, JUDGED_AT, 0.5 * light, s)
    (frames,) = frames_of([grey], Painter(Shader(ShaderConfig((8, 8))).eval()))
    scores = measured(frames)
    assert scores.psnr_rules > scores.live_psnr_rules
