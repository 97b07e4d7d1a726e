"""The neural shading pass: a small U-Net between light by rules and what a path tracer would see.

It works at half the picture's size and answers at the whole: how much more or less light of each colour falls on a
pixel than the rules say, and how much more of it is mirrored. Albedo is multiplied in afterwards, at the picture's own
size, so that paint and faces stay crisp and walls keep their colour. Knows nothing of meshes, mist, sky or film.
"""

from __future__ import annotations

import json
from concurrent.futures import Executor
from dataclasses import asdict, dataclass
from pathlib import Path

import cv2
import numpy as np
import torch
from safetensors import safe_open
from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from torch.nn.functional import pad, pixel_shuffle, pixel_unshuffle

from model.camera import Camera
from model.renderer.light import Light
from model.renderer.raster import NOTHING, U8, GBuffer, Plane, View, Workspace, dot, view_of
from model.renderer.scenery import GROUND
from model.renderer.shading import Direct, direct, finish, occlusion, weathered

FEATURES = 1  # counted up whenever what the shader is given changes
COARSE = 21  # numbers a pixel at half size
FINE = 5  # numbers a pixel at the whole size
FRAME = 20  # numbers a frame
_FILE = "model.safetensors"
_DIM = 0.02  # light that is as good as none
_OUT = 4  # log gains: red, green, blue of what falls on it, and what is mirrored
_MOST = 3.0  # nats by which the rules may be wrong


@dataclass(frozen=True, slots=True)
class ShaderConfig:
    """Channels of the U-Net from the top down."""

    widths: tuple[int, ...] = (16, 24, 32, 48, 64)


class Shader(nn.Module):
    """Log gains (B, 4, H, W) from coarse (B, COARSE, H / 2, W / 2) and fine (B, FINE, H, W) features and a frame's
    own (B, FRAME). H and W are even."""

    def __init__(self, config: ShaderConfig) -> None:
        super().__init__()
        self.config = config
        top, *deeper = config.widths
        self.enter = _block(COARSE + 4 * FINE, top)
        self.down = nn.ModuleList(
            nn.Sequential(nn.Conv2d(a, b, 3, stride=2, padding=1), nn.ReLU(), _block(b, b))
            for a, b in zip(config.widths, deeper, strict=False)
        )
        self.frame = nn.Linear(FRAME, 2 * config.widths[-1])
        self.up = nn.ModuleList(
            nn.Sequential(nn.Upsample(scale_factor=2), _block(b, a))
            for a, b in zip(config.widths, deeper, strict=False)
        )
        self.leave = nn.Conv2d(top, 4 * _OUT, 3, padding=1)
        nn.init.zeros_(self.leave.weight)
        nn.init.zeros_(self.leave.bias)

    def forward(self, coarse: Tensor, fine: Tensor, frame: Tensor) -> Tensor:
        height, width = coarse.shape[-2:]
        steps = 2 ** len(self.down)
        x = torch.cat([coarse, pixel_unshuffle(fine, 2)], 1)
        x = self.enter(pad(x, (0, -width % steps, 0, -height % steps), mode="replicate"))
        kept = []
        for down in self.down:
            kept.append(x)
            x = down(x)
        scale, shift = self.frame(frame)[..., None, None].chunk(2, 1)
        x = x * (1.0 + scale) + shift
        for up in reversed(self.up):
            x = up(x) + kept.pop()
        gains = pixel_shuffle(self.leave(x), 2)[..., : 2 * height, : 2 * width]
        out: Tensor = _MOST * torch.tanh(gains / _MOST)
        return out

    def save(self, folder: Path) -> None:
        """Weights in half precision, with their config in the file's metadata."""
        folder.mkdir(parents=True, exist_ok=True)
        weights = {name: weight.half().contiguous() for name, weight in self.state_dict().items()}
        save_file(weights, folder / _FILE, {"config": json.dumps(asdict(self.config))})

    @classmethod
    def load(cls, folder: Path) -> Shader:
        """What `save` left in a folder. Raises FileNotFoundError when nothing is there."""
        with safe_open(folder / _FILE, "pt") as file:
            config = json.loads(file.metadata()["config"])
        shader = cls(ShaderConfig(tuple(config["widths"])))
        shader.load_state_dict({name: weight.float() for name, weight in load_file(folder / _FILE).items()})
        return shader.eval()


def _block(inputs: int, outputs: int) -> nn.Module:
    return nn.Sequential(nn.Conv2d(inputs, outputs, 3, padding=1), nn.ReLU())


def coarse_features(g: GBuffer, seen: Direct, places: Plane, eye_place: Plane, open_air: Plane) -> Plane:
    """(COARSE, H, W) of a G-buffer at half size, whose pixels show `places` (3, H, W)."""
    mirrored = seen.mirrored.mean(axis=0, keepdims=True)
    eye = eye_place[:, None, None] - places
    eye *= 1.0 / np.sqrt(dot(eye, eye))
    return np.concatenate([
        np.log(seen.diffuse + _DIM), np.log(mirrored + _DIM), open_air[None], g.sun[None], g.normal,
        dot(g.normal, eye)[None], _nearness(g.depth)[None], g.gloss[None], seen.albedo,
        (g.entity == NOTHING)[None], (g.kind == GROUND)[None], np.minimum(g.glow, 1.0)[None],
        np.tanh(places * np.float32(0.2)),
    ]).astype(np.float32)  # fmt: skip


def fine_features(g: GBuffer) -> Plane:
    """(FINE, H, W): where edges are."""
    return np.concatenate([g.normal, _nearness(g.depth)[None], g.albedo.mean(axis=0, keepdims=True)])


def _nearness(depth: Plane) -> Plane:
    out: Plane = np.float32(1.0) / (np.float32(0.3) + np.float32(0.2) * depth)
    return out


def frame_features(light: Light) -> Plane:
    """(FRAME,) what lights the whole picture."""
    ambient = np.asarray(light.ambient, np.float32)
    lamps = np.sum([lamp.color for lamp in light.lamps], axis=0) if light.lamps else np.zeros(3)
    return np.array([
        *light.key, *light.key_direction, *ambient[:, 3], *ambient[:, 1], *np.log1p(lamps),
        float(light.enclosed), light.dark, light.wet, light.snow, light.sky.cover,
    ], np.float32)  # fmt: skip


def shade(shader: Shader, g: GBuffer, light: Light, camera: Camera, pool: Executor | None = None,
          space: Workspace | None = None) -> U8:
    """The frame (H, W, 3) of a G-buffer; H and W are even."""
    height, width = g.depth.shape
    view = view_of(camera, (width, height))
    inputs, seen = given(g, light, view, pool)
    with torch.inference_mode():
        gains = np.exp(shader(*(torch.from_numpy(x)[None] for x in inputs))[0].numpy())

    def whole(plane: Plane) -> Plane:
        return np.stack([cv2.resize(x, (width, height), interpolation=cv2.INTER_LINEAR) for x in plane])

    diffuse, mirrored = whole(seen.diffuse), whole(seen.mirrored)

    def reflected_light(rows: slice) -> Plane:
        part = g.rows(rows)
        albedo, _ = weathered(part, light, view.eye[:, None, None] + view.rays(rows) * part.depth)
        out: Plane = albedo * diffuse[:, rows] * gains[:3, rows] + mirrored[:, rows] * gains[3, rows]
        return out

    return finish(reflected_light, g, light, camera, pool, space)


def given(g: GBuffer, light: Light, view: View, pool: Executor | None) -> tuple[tuple[Plane, Plane, Plane], Direct]:
    """What the shader is given, (COARSE, H / 2, W / 2), (FINE, H, W) and (FRAME,), and the light by rules at half
    size, which its gains are gains on."""
    half, rays = g.halved(), view.every(2).rays()
    open_air = occlusion(g, view, pool)
    seen = direct(half, light, view.eye, rays, open_air)
    places = view.eye[:, None, None] + rays * half.depth
    coarse = coarse_features(half, seen, places, view.eye, open_air)
    return (coarse, fine_features(g), frame_features(light)), seen
