"""The neural shading pass: a small U-Net between light by rules and what a path tracer would see.

It works at half the picture's size and answers at the whole: how much more or less light of each colour falls on a
pixel than the rules say, and how much more of it is mirrored. Albedo is multiplied in afterwards, at the picture's own
size, so that paint and faces stay crisp and walls keep their colour. Knows nothing of meshes, mist, sky or film.
"""

from __future__ import annotations

import json
import math
from concurrent.futures import Executor
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from safetensors import safe_open
from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from torch.nn.functional import interpolate, pixel_shuffle

from model.renderer.compiled import compiled
from model.renderer.light import Light
from model.renderer.raster import NOTHING, GBuffer, Plane, View
from model.renderer.scenery import GROUND
from model.renderer.shading import Direct, direct, occlusion

FEATURES = 2  # counted up whenever what the shader is given changes
_COARSE = 22  # numbers a pixel at half size
_FINE = 5  # numbers a pixel at the whole size
GIVEN = _COARSE + 4 * _FINE  # numbers a pixel at half size, together
FRAME = 21  # numbers a frame
_FILE = "model.safetensors"
_MEND = "train them with `python -m model.train_shader` or reinstall Nacre"
_DIM = 0.02  # light that is as good as none
_OUT = 4  # log gains: red, green, blue of what falls on it, and what is mirrored
MOST = 3.0  # nats by which the rules may be wrong


@dataclass(frozen=True, slots=True)
class ShaderConfig:
    """Channels of the U-Net from the top down."""

    widths: tuple[int, ...] = (16, 24, 48, 64, 96)


class Shader(nn.Module):
    """Log gains (B, 4, H, W) from a picture's features (B, GIVEN, H / 2, W / 2) and a frame's own (B, FRAME)."""

    def __init__(self, config: ShaderConfig) -> None:
        super().__init__()
        self.config = config
        top, *deeper = config.widths
        self.enter = nn.Sequential(_block(GIVEN, top, 1), _block(top, top))
        self.down = nn.ModuleList(
            nn.Sequential(nn.Conv2d(a, b, 3, stride=2, padding=1), nn.ReLU(inplace=True), _block(b, b))
            for a, b in zip(config.widths, deeper, strict=False)
        )
        deepest = config.widths[-1]
        self.frame = nn.Linear(FRAME + deepest, 2 * deepest)
        self.up = nn.ModuleList(_block(b, a) for a, b in zip(config.widths, deeper, strict=False))
        self.leave = nn.Conv2d(top, 4 * _OUT, 3, padding=1)
        for weights in self.leave.parameters():
            nn.init.zeros_(weights)

    def forward(self, given: Tensor, frame: Tensor) -> Tensor:
        return pixel_shuffle(self.quarters(given, frame), 2).clamp(-MOST, MOST)

    def quarters(self, given: Tensor, frame: Tensor) -> Tensor:
        """The same with each four pixels as channels of one, (B, 4 x 4, H / 2, W / 2), and without bounds."""
        x = self.enter(given)
        kept = []
        for down in self.down:
            kept.append(x)
            x = down(x)
        # What lights the frame, and what is in it on the whole, bears on every pixel.
        scale, shift = self.frame(torch.cat([frame, x.mean((2, 3))], 1))[..., None, None].chunk(2, 1)
        x = x * (1.0 + scale) + shift
        for up in reversed(self.up):
            skip = kept.pop()
            height, width = skip.shape[-2:]
            x = interpolate(up(x), scale_factor=2.0)[..., :height, :width] + skip
        out: Tensor = self.leave(x)
        return out

    def save(self, folder: Path) -> None:
        """Weights in half precision, with their config in the file's metadata."""
        folder.mkdir(parents=True, exist_ok=True)
        weights = {name: weight.half().contiguous() for name, weight in self.state_dict().items()}
        config = asdict(self.config) | {"features": FEATURES}
        save_file(weights, folder / _FILE, {"config": json.dumps(config)})

    @classmethod
    def load(cls, folder: Path) -> Shader:
        """What `save` left in a folder. Raises ValueError when nothing is there, or made for other features."""
        if not (folder / _FILE).is_file():
            raise ValueError(f"no weights at {folder}: {_MEND}")
        with safe_open(folder / _FILE, "pt") as file:
            config = json.loads(file.metadata()["config"])
        if config["features"] != FEATURES:
            raise ValueError(f"the weights at {folder} are for features {config['features']}, not {FEATURES}: {_MEND}")
        shader = cls(ShaderConfig(tuple(config["widths"])))
        shader.load_state_dict({name: weight.float() for name, weight in load_file(folder / _FILE).items()})
        return shader.eval()


def _block(inputs: int, outputs: int, size: int = 3) -> nn.Module:
    return nn.Sequential(nn.Conv2d(inputs, outputs, size, padding=size // 2), nn.ReLU(inplace=True))


def picture_features(fine: GBuffer, g: GBuffer, seen: Direct, places: Plane, eye_place: Plane,
                     open_air: Plane) -> Plane:
    """(H / 2, W / 2, GIVEN) of a G-buffer `fine`, of which `g` is every other pixel, which show `places`: what is there
    and how it is lit by rules, and where edges are. At odd sizes the pixels at the border stand for those beyond it."""
    height, width = g.depth.shape
    logs = np.log(np.concatenate([seen.diffuse, seen.mirrored.mean(axis=0, keepdims=True)]) + np.float32(_DIM))
    out: Plane = np.empty((height, width, GIVEN), np.float32)
    _pack_coarse(logs, open_air, g.sun, g.normal, g.depth, g.gloss, seen.albedo, g.entity, g.kind, g.glow,
                 seen.by_key, places, np.tanh(places * np.float32(0.2)), eye_place, out)  # fmt: skip
    _pack_fine(fine.normal, fine.depth, fine.albedo, out)
    return out


@compiled
def _pack_coarse(logs: Plane, open_air: Plane, sun: Plane, normal: Plane, depth: Plane, gloss: Plane, albedo: Plane,
                 entity: Plane, kind: Plane, glow: Plane, by_key: Plane, places: Plane, squashed: Plane, eye: Plane,
                 out: Plane) -> None:
    for y in range(out.shape[0]):
        for x in range(out.shape[1]):
            length = facing = 0.0
            for k in range(3):
                towards = eye[k] - places[k, y, x]
                length += towards * towards
                facing += towards * normal[k, y, x]
                out[y, x, k] = logs[k, y, x]
                out[y, x, 6 + k] = normal[k, y, x]
                out[y, x, 12 + k] = albedo[k, y, x]
                out[y, x, 18 + k] = squashed[k, y, x]
            out[y, x, 3] = logs[3, y, x]
            out[y, x, 4] = open_air[y, x]
            out[y, x, 5] = sun[y, x]
            out[y, x, 9] = facing / math.sqrt(length)
            out[y, x, 10] = 1.0 / (0.3 + 0.2 * depth[y, x])
            out[y, x, 11] = gloss[y, x]
            out[y, x, 15] = entity[y, x] == NOTHING
            out[y, x, 16] = kind[y, x] == GROUND
            out[y, x, 17] = min(glow[y, x], 1.0)
            out[y, x, 21] = by_key[y, x]


@compiled
def _pack_fine(normal: Plane, depth: Plane, albedo: Plane, out: Plane) -> None:
    height, width = depth.shape
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            for part in range(4):
                y, x = min(2 * i + part // 2, height - 1), min(2 * j + part % 2, width - 1)
                at = _COARSE + part
                for k in range(3):
                    out[i, j, at + 4 * k] = normal[k, y, x]
                out[i, j, at + 12] = 1.0 / (0.3 + 0.2 * depth[y, x])
                out[i, j, at + 16] = (albedo[0, y, x] + albedo[1, y, x] + albedo[2, y, x]) / 3.0


def frame_features(light: Light) -> Plane:
    """(FRAME,) what lights the whole picture."""
    ambient = np.asarray(light.ambient, np.float32)
    lamps = np.sum([lamp.color for lamp in light.lamps], axis=0) if light.lamps else np.zeros(3)
    return np.array([
        *light.key, *light.key_direction, *ambient[:, 3], *ambient[:, 1], *np.log1p(lamps),
        float(light.enclosed), light.dark, light.wet, light.snow, light.sky.cover,
        light.exposure,
    ], np.float32)  # fmt: skip


def given(fine: GBuffer, coarse: GBuffer, light: Light, view: View,
          pool: Executor | None) -> tuple[Plane, Plane, Direct]:
    """What the shader is given, (H / 2, W / 2, GIVEN) and (FRAME,), and the light by rules at half size, which its
    gains are gains on. `coarse` is every other pixel of `fine`, seen through `view`."""
    rays, open_air = view.rays(), occlusion(coarse, view, pool)
    seen = direct(coarse, light, view.eye, rays, open_air)
    places = view.eye[:, None, None] + rays * coarse.depth
    return picture_features(fine, coarse, seen, places, view.eye, open_air), frame_features(light), seen
