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

import numpy as np
import torch
from safetensors import safe_open
from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from torch.nn.functional import interpolate, pixel_shuffle, pixel_unshuffle

from model.renderer.light import Light
from model.renderer.raster import NOTHING, GBuffer, Plane, View, dot
from model.renderer.scenery import GROUND
from model.renderer.shading import Direct, direct, occlusion

FEATURES = 1  # counted up whenever what the shader is given changes
COARSE = 21  # numbers a pixel at half size
FINE = 5  # numbers a pixel at the whole size
FRAME = 20  # numbers a frame
_FILE = "model.safetensors"
_MEND = "train them with `python -m model.train_shader` or reinstall Nacre"
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
            nn.Sequential(nn.Conv2d(a, b, 3, stride=2, padding=1), nn.ReLU(inplace=True), _block(b, b))
            for a, b in zip(config.widths, deeper, strict=False)
        )
        deepest = config.widths[-1]
        self.frame = nn.Linear(FRAME + deepest, 2 * deepest)
        self.up = nn.ModuleList(_block(b, a) for a, b in zip(config.widths, deeper, strict=False))
        self.leave = nn.Conv2d(top, 4 * _OUT, 3, padding=1)
        for weights in self.leave.parameters():
            nn.init.zeros_(weights)

    def forward(self, coarse: Tensor, fine: Tensor, frame: Tensor) -> Tensor:
        return pixel_shuffle(self.quarters(coarse, pixel_unshuffle(fine, 2), frame), 2)

    def quarters(self, coarse: Tensor, fine: Tensor, frame: Tensor) -> Tensor:
        """The same with each four pixels of what is fine as channels of one: (B, 4 x FINE, H / 2, W / 2) in, log gains
        (B, 4 x 4, H / 2, W / 2) out."""
        x = self.enter(torch.cat([coarse, fine], 1))
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
            x = up(interpolate(x, scale_factor=2.0)[..., :height, :width]) + skip
        out: Tensor = self.leave(x).clamp(-_MOST, _MOST)
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


def _block(inputs: int, outputs: int) -> nn.Module:
    return nn.Sequential(nn.Conv2d(inputs, outputs, 3, padding=1), nn.ReLU(inplace=True))


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


def given(fine: GBuffer, coarse: GBuffer, light: Light, view: View,
          pool: Executor | None) -> tuple[tuple[Plane, Plane, Plane], Direct]:
    """What the shader is given, (COARSE, H / 2, W / 2), (FINE, H, W) and (FRAME,), and the light by rules at half
    size, which its gains are gains on. `coarse` is every other pixel of `fine`, seen through `view`."""
    rays, open_air = view.rays(), occlusion(coarse, view, pool)
    seen = direct(coarse, light, view.eye, rays, open_air)
    places = view.eye[:, None, None] + rays * coarse.depth
    return (coarse_features(coarse, seen, places, view.eye, open_air), fine_features(fine), frame_features(light)), seen
