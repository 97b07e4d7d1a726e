"""Train the neural shading pass: `python -m model.train_shader --exposures DIR --out FOLDER`. CPU or CUDA.

Learns from path-traced parts of frames (`model.teacher.exposures`) what light by rules gets wrong. The loss is taken of
the light as film sees it, of its edges, and of both at half and quarter size, so that a whole wall that is too dark
counts as much as a grain. Resumable, seeds fixed.
"""

from __future__ import annotations

import argparse
import json
import logging
import math
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import cv2
import numpy as np
import torch
from safetensors.torch import save_file
from torch import Tensor
from torch.nn.functional import avg_pool2d

from model.renderer.neural import Shader, ShaderConfig, coarse_features, fine_features, frame_features
from model.renderer.raster import NOTHING, GBuffer, Plane, dot, view_of
from model.renderer.renderer import Renderer
from model.renderer.scenery import LAMP, LIT_PANE, SCREEN, SKY_PANE
from model.renderer.shading import direct, occlusion
from model.teacher.exposures import Exposure, kept
from model.teacher.sights import sight

log = logging.getLogger("nacre.shader")
_SHINING = (LAMP, LIT_PANE, SCREEN, SKY_PANE)


@dataclass(frozen=True, slots=True)
class Example:
    """One exposure and what the shader is given for it; planes are float16 to save memory."""

    coarse: Tensor  # (COARSE, H / 2, W / 2)
    fine: Tensor  # (FINE, H, W)
    frame: Tensor  # (FRAME,)
    albedo: Tensor  # (3, H, W)
    diffuse: Tensor  # (3, H, W)
    mirrored: Tensor  # (3, H, W)
    seen: Tensor  # (1, H, W) 1 where the light counts, 0 in the sky and on what shines by itself
    light: Tensor  # (3, H, W) as traced


def example_of(exposure: Exposure, renderer: Renderer) -> Example:
    s = sight(exposure.seed)
    g, light = renderer.gbuffer(s.stage, s.moment, s.camera, exposure.size)
    view, half = view_of(s.camera, exposure.size), g.halved()
    open_air, rays = occlusion(g, view, None), view.rays(slice(None, None, 2))[:, :, ::2]
    ruled = direct(half, light, view.eye, rays, open_air)
    eye = rays * (-1.0 / np.sqrt(dot(rays, rays)))
    x, y, w, h = exposure.crop
    whole, part = np.s_[..., y : y + h, x : x + w], np.s_[..., y // 2 : (y + h) // 2, x // 2 : (x + w) // 2]
    shining = np.isin(g.kind, _SHINING) | (g.glow > 0.05) | (g.entity == NOTHING)
    return Example(
        _half(coarse_features(half, ruled, eye, open_air)[part]), _half(fine_features(g)[whole]),
        torch.from_numpy(frame_features(light)), _half(_paint(g)[whole]),
        _half(_doubled(ruled.diffuse)[whole]), _half(_doubled(ruled.mirrored)[whole]),
        _half(1.0 - shining[None][whole]), _half(np.minimum(exposure.light, 60.0).transpose(2, 0, 1)),
    )  # fmt: skip


def _paint(g: GBuffer) -> Plane:
    return g.albedo


def _doubled(planes: Plane) -> Plane:
    h, w = planes.shape[1:]
    return np.stack([cv2.resize(p, (2 * w, 2 * h), interpolation=cv2.INTER_LINEAR) for p in planes])


def _half(values: Plane) -> Tensor:
    return torch.from_numpy(np.ascontiguousarray(values, np.float16))


def film(light: Tensor) -> Tensor:
    """What film makes of linear light: steps that look alike are alike."""
    return torch.log1p(6.0 * light.clamp(min=0.0))


def shaded(shader: Shader, batch: Sequence[Tensor]) -> Tensor:
    coarse, fine, frame, albedo, diffuse, mirrored = batch[:6]
    gains = shader(coarse, fine, frame).exp()
    return albedo * diffuse * gains[:, :3] + mirrored * gains[:, 3:]


def loss_of(out: Tensor, true: Tensor, seen: Tensor) -> Tensor:
    a, b = film(out) * seen, film(true) * seen
    total = torch.zeros((), device=out.device)
    for weight in (1.0, 1.0, 1.0):
        total = total + weight * (a - b).abs().mean()
        for dim in (2, 3):
            total = total + 0.5 * weight * (a.diff(dim=dim) - b.diff(dim=dim)).abs().mean()
        a, b = avg_pool2d(a, 2), avg_pool2d(b, 2)
    return total
