"""Memory stays flat however much is drawn."""

from __future__ import annotations

import math
import resource
from dataclasses import replace

import pytest

from model.camera import Camera
from model.renderer.painter import Painter
from model.renderer.renderer import Renderer
from model.renderer.shader import Shader, ShaderConfig
from tests.scenes import placed
from tests.stages import stage_of

STAGES = [stage_of(("a", "adult"), ("b", "child"), ("d", "dog"), ("l", "lantern"), setting=s, indoor=i)
          for s, i in (("village", False), ("kitchen", True), ("forest", False), ("office", True), ("beach", False))]


def draw(renderer: Renderer, frames: int) -> None:
    """Frames of five sets in turn, through a camera that moves."""
    for k in range(frames):
        stage = STAGES[k // 15 % len(STAGES)]
        moment = placed(stage, {0: (0.0, 0.0, 0.01 * (k % 15), 0.0)}, hour=k % 24)
        turn = 0.02 * k
        eye = Camera((2.5 * math.sin(turn), 1.6, 3.0 + math.cos(turn)), (0.0, 0.9, 0.0), 38.0)
        renderer.draw(stage, replace(moment, time_s=k / 24.0), eye, (96, 54))


@pytest.mark.slow
def test_memory_stays_flat() -> None:
    renderer = Renderer(Painter(Shader(ShaderConfig((8, 8)))))
    draw(renderer, 150)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    draw(renderer, 150)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 3 * 1024  # KiB: 20 a frame
