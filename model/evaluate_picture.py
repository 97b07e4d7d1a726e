"""How near the picture comes to path tracing: `python -m model.evaluate_picture --exposures DIR --weights FOLDER`.

Whole frames of sights that nothing was ever trained on, lit in three ways and put on the same film: by rules and by the
neural shader as an author sees them, and by path tracing with four pixels for each that is shown. PSNR and SSIM of the
first two against the third, setting by setting; and how near any shader could come that works on the same pixels.
"""

from __future__ import annotations

import argparse
import json
import platform
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

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
    knowing: U8


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
        yield Frames(s.stage.setting, exposure.seed, rules.draw(*shown), neural.draw(*shown), traced, knowing)


def measured(frames: Frames) -> tuple[float, float, float, float, float]:
    """(PSNR by rules, PSNR neural, SSIM by rules, SSIM neural, PSNR of one that knows), dB and shares, against what was
    traced."""
    lit = (frames.rules, frames.neural)
    psnr, ssim = metrics.peak_signal_noise_ratio, metrics.structural_similarity
    near = [float(psnr(frames.traced, frame)) for frame in (*lit, frames.knowing)]  # type: ignore[no-untyped-call]
    alike = [float(ssim(frames.traced, frame, channel_axis=2)) for frame in lit]  # type: ignore[no-untyped-call]
    return near[0], near[1], alike[0], alike[1], near[2]


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the picture against path tracing.")
    parser.add_argument("--exposures", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    args = parser.parse_args()
    torch.set_num_threads(1)
    rows: dict[str, list[tuple[float, ...]]] = {}
    for frames in frames_of(kept(args.exposures, held_out), Painter.load(args.weights)):
        rows.setdefault(frames.setting, []).append(measured(frames))
    means = {setting: np.mean(values, axis=0) for setting, values in rows.items()}
    print("| setting | frames | PSNR by rules | PSNR neural | SSIM by rules | SSIM neural |")
    print("|---|---:|---:|---:|---:|---:|")
    for setting, (a, b, c, d, _) in [*means.items(), ("**mean**", np.mean(list(means.values()), axis=0))]:
        count = len(rows.get(setting, [x for values in rows.values() for x in values]))
        print(f"| {setting} | {count} | {a:.1f} dB | {b:.1f} dB | {c:.3f} | {d:.3f} |")
    mean = [round(float(x), 4) for x in np.mean(list(means.values()), axis=0)]
    names = ("psnr_rules", "psnr_neural", "ssim_rules", "ssim_neural", "psnr_of_one_that_knows")
    print("\n" + json.dumps({"frames": sum(map(len, rows.values())), "machine": platform.machine(),
                             **dict(zip(names, mean, strict=True))}))  # fmt: skip


if __name__ == "__main__":
    main()
