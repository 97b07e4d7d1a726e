"""Memory stays flat however much is drawn."""

from __future__ import annotations

import math
import resource
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from model.camera import Camera
from model.renderer.painter import Painter
from model.renderer.renderer import Renderer
from model.renderer.shader import Shader, ShaderConfig
from tests.scenes import placed
from tests.stages import stage_of

STAGES = [stage_of(("a", "adult"), ("b", "child"), ("d", "dog"), ("l", "lantern"), setting=s, indoor=i)
          for s, i in (("village", False), ("kitchen", True), ("forest", False), ("office", True), ("beach", False))]

ROUND = 15 * len(STAGES)  # frames in which each set is drawn once


def draw(renderer: Renderer, frames: int) -> None:
    """Frames of five sets in turn, through a camera that moves."""
    for k in range(frames):
        stage = STAGES[k // 15 % len(STAGES)]
        moment = placed(stage, {0: (0.0, 0.0, 0.01 * (k % 15), 0.0)}, hour=k % 24)
        turn = 0.02 * k
        eye = Camera((2.5 * math.sin(turn), 1.6, 3.0 + math.cos(turn)), (0.0, 0.9, 0.0), 38.0)
        renderer.draw(stage, replace(moment, time_s=k / 24.0), eye, (96, 54))


def resident_kib() -> int:
    """What this process holds of the machine's memory now, in KiB (its peak would hide what earlier tests held)."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() // 1024


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="Linux says how much a process holds")
def test_memory_stays_flat() -> None:
    """A leak grows in every round; what other threads, a cache or a compiler take does so in some."""
    renderer = Renderer(Painter(Shader(ShaderConfig((8, 8)))))
    draw(renderer, ROUND)
    held = [resident_kib()]
    for _ in range(4):
        draw(renderer, ROUND)
        held.append(resident_kib())
    assert min(after - before for before, after in pairwise(held)) < 20 * ROUND  # KiB: 20 a frame
