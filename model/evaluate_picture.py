"""How near the picture comes to path tracing: `python -m model.evaluate_picture --exposures DIR --weights FOLDER`.

Whole frames of sights that nothing was ever trained on, lit in three ways and put on the same film: by rules, by the
neural shader and by path tracing, each with four pixels for one that is shown, as stills are drawn. PSNR and SSIM of
the first two against the third, setting by setting; the same of live frames, which have one pixel for each, and how
near any shader could come there that works on the same pixels.
"""

from __future__ import annotations

import argparse
import json
import platform
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from skimage import metrics

from model.camera import Camera
from model.renderer.finish import finish
from model.renderer.light import Light
from model.renderer.painter import Painter, spread, step_of
from model.renderer.raster import U8, GBuffer, Plane, Workspace
from model.renderer.renderer import Renderer
from model.renderer.shading import weathered
from model.teacher.exposures import Exposure, kept
from model.teacher.sights import held_out

_BLACK = np.float32(0.02)  # paint of which nothing is learned about light


@dataclass(frozen=True, slots=True)
class Frames:
    """One held-out moment of a setting, uint8 (H, W, 3)."""

    setting: str
    seed: int
    rules: U8
    neural: U8
    traced: U8
    live_rules: U8
    live_neural: U8
    live_knowing: U8


class Scores(NamedTuple):
    """PSNR, dB, and SSIM against what was traced."""

    psnr_rules: float
    psnr_neural: float
    ssim_rules: float
    ssim_neural: float
    live_psnr_rules: float
    live_psnr_neural: float
    live_ssim_rules: float
    live_ssim_neural: float
    live_psnr_of_one_that_knows: float


@dataclass(frozen=True, slots=True)
class _Traced:
    """Paints with light that was traced."""

    reflected: Plane  # (3, H, W), paint and all

    def shade(self, g: GBuffer, coarse: GBuffer, light: Light, camera: Camera, pool: Executor | None = None,
              space: Workspace | None = None) -> U8:
        return finish(self.reflected, None, g, light, camera, pool, space)


@dataclass(frozen=True, slots=True)
class _Knowing:
    """Paints with light that was traced, as a painter would whose shader had known it."""

    reflected: Plane  # (3, 2 H, 2 W), paint and all

    def shade(self, g: GBuffer, coarse: GBuffer, light: Light, camera: Camera, pool: Executor | None = None,
              space: Workspace | None = None) -> U8:
        height, width = g.depth.shape
        step = step_of(height, width)
        known = self.reflected.reshape(3, height, 2, width, 2).mean((2, 4))[:, ::step, ::step]
        diffuse = known / np.maximum(weathered(coarse, light)[0], _BLACK)
        return finish(*spread(diffuse, np.zeros_like(diffuse), coarse, g, step, pool), g, light, camera, pool, space)


def frames_of(exposures: Iterable[Exposure], painter: Painter) -> Iterator[Frames]:
    rules, neural = Renderer(), Renderer(painter)
    for exposure in exposures:
        s, (width, height) = exposure.sight, exposure.size
        shown = s.stage, s.moment, s.camera, (width // 2, height // 2)
        light = np.ascontiguousarray(exposure.light.transpose(2, 0, 1))
        traced = Renderer(_Traced(light)).draw(*shown, quality=2)
        knowing = Renderer(_Knowing(light)).draw(*shown)
        still = rules.draw(*shown, quality=2), neural.draw(*shown, quality=2)
        yield Frames(s.stage.setting, exposure.seed, *still, traced, rules.draw(*shown), neural.draw(*shown), knowing)


def measured(frames: Frames) -> Scores:
    fine, live = (frames.rules, frames.neural), (frames.live_rules, frames.live_neural)
    psnr, ssim = metrics.peak_signal_noise_ratio, metrics.structural_similarity

    def near(*pictures: U8) -> list[float]:
        return [float(psnr(frames.traced, picture)) for picture in pictures]  # type: ignore[no-untyped-call]

    def alike(*pictures: U8) -> list[float]:
        each = (ssim(frames.traced, picture, channel_axis=2) for picture in pictures)  # type: ignore[no-untyped-call]
        return [float(value) for value in each]

    return Scores(*near(*fine), *alike(*fine), *near(*live), *alike(*live), *near(frames.live_knowing))


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the picture against path tracing.")
    parser.add_argument("--exposures", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    args = parser.parse_args()
    torch.set_num_threads(1)
    rows: dict[str, list[Scores]] = {}
    for frames in frames_of(kept(args.exposures, held_out), Painter.load(args.weights)):
        rows.setdefault(frames.setting, []).append(measured(frames))
    means = {setting: Scores(*np.mean(values, axis=0)) for setting, values in rows.items()}
    mean = Scores(*np.mean(list(means.values()), axis=0))
    count = sum(map(len, rows.values()))
    print("| setting | frames | PSNR by rules | PSNR neural | SSIM by rules | SSIM neural | live: by rules | neural |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    for setting, s in [*means.items(), ("**mean**", mean)]:
        print(f"| {setting} | {len(rows.get(setting, ())) or count} | {s.psnr_rules:.1f} dB | {s.psnr_neural:.1f} dB | "
              f"{s.ssim_rules:.3f} | {s.ssim_neural:.3f} | {s.live_psnr_rules:.1f} dB | {s.live_psnr_neural:.1f} dB |")
    figures = {name: round(float(value), 4) for name, value in mean._asdict().items()}
    print("\n" + json.dumps({"frames": count, "machine": platform.machine(), **figures}))


if __name__ == "__main__":
    main()
