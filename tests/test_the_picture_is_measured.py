"""How near the picture comes to path tracing is measured on frames as an author sees them."""

from __future__ import annotations

import numpy as np
import torch

from model.evaluate_picture import frames_of, measured
from model.renderer.painter import Painter
from model.renderer.renderer import Renderer
from model.renderer.shader import Shader, ShaderConfig
from model.renderer.shading import weathered
from model.teacher.exposures import JUDGED_AT, Exposure
from model.teacher.sights import sight


def test_who_knows_the_light_comes_nearer_than_who_guesses() -> None:
    s = sight(1_000_003)
    g, light = Renderer().gbuffer(s.stage, s.moment, s.camera, JUDGED_AT)
    even = Exposure(1_000_003, JUDGED_AT, 0.4 * weathered(g, light)[0].transpose(1, 2, 0), s)  # from everywhere alike
    torch.manual_seed(0)
    (frames,) = frames_of([even], Painter(Shader(ShaderConfig((8, 8))).eval()))
    assert frames.setting == s.stage.setting
    assert {f.shape for f in (frames.rules, frames.neural, frames.traced, frames.knowing)} == {(360, 640, 3)}
    by_rules, neural, _, alike, knowing = measured(frames)
    assert knowing > max(by_rules, neural) + 5.0 and 0.0 < alike < 1.0
    assert np.isfinite(by_rules)
