"""The neural shading pass: a small U-Net between light by rules and what a path tracer would see.

It works on every so many pixels of a picture and says of them how much more or less light of each colour falls there
than the rules say, and how much more of it is mirrored. Albedo is multiplied in afterwards, at the picture's own size,
so that paint and faces stay crisp and walls keep their colour. Knows nothing of meshes, mist, sky or film.
"""

from __future__ import annotations

import json
from concurrent.futures import Executor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors import safe_open
from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from torch.nn.functional import interpolate, pixel_shuffle

from model.renderer.compiled import in_lanes
from model.renderer.elementary import exp2, log2
from model.renderer.light import Light
from model.renderer.raster import NOTHING, GBuffer, Plane, View, Workspace, in_bands
from model.renderer.scenery import GROUND, LAMP, LIT_PANE, SCREEN, SKY_PANE
from model.renderer.shading import Direct, direct, lens_of, look, occlusion

FEATURES = 7  # counted up whenever what the shader is given, or how it is built, changes
GIVEN = 24  # numbers a pixel
_PAIRS = GIVEN // 2
FRAME = 21  # numbers a frame
SIDEWAYS, KEY_SIDEWAYS = (6, 18), 3  # of these, what changes its sign in a mirrored world
FALLS, SHINES, PAINT = slice(0, 3), 3, slice(12, 15)  # of a pixel's, what there is of each color of light, and of paint
LIGHTS, LAMPS = (slice(0, 3), slice(6, 9), slice(9, 12)), slice(12, 15)  # of a frame's, colors; logarithms of lamps'
_FILE = "model.safetensors"
_MEND = "train them with `python -m model.train_shader` or reinstall Nacre"
DIM = np.float32(0.02)  # light that is as good as none
_OUT = 4  # log gains: red, green, blue of what falls on it, and what is mirrored
MOST = 3.0  # nats by which the rules may be wrong

# Numbers of the compiled loops.
_0, _1, _2, _THIRD = (np.float32(x) for x in (0.0, 1.0, 2.0, 1 / 3))
_NATURAL, _SQUASHED = np.float32(np.log(2.0)), np.float32(0.4 / np.log(2.0))
_NEAREST, _FARTHER = np.float32(0.3), np.float32(0.2)
_HALF_WORD, _ODD, _ROUND, _UPPER = (np.uint32(x) for x in (16, 1, 0x7FFF, 0xFFFF0000))


@dataclass(frozen=True, slots=True)
class ShaderConfig:
    """Channels of the U-Net from the top down."""

    widths: tuple[int, ...] = (16, 32, 64, 96)


class Shader(nn.Module):
    """Log gains (B, 4, H, W) from a picture's features (B, GIVEN, H, W), of which there is an even number along either
    side, and a frame's own (B, FRAME)."""

    def __init__(self, config: ShaderConfig) -> None:
        super().__init__()
        self.config = config
        top, *deeper = config.widths
        self.enter = nn.Sequential(nn.Conv2d(GIVEN, top, 2, stride=2), nn.ReLU(inplace=True))
        self.down = nn.ModuleList(
            nn.Sequential(nn.Conv2d(a, b, 3, stride=2, padding=1), nn.ReLU(inplace=True), _block(b, b))
            for a, b in zip(config.widths, deeper, strict=False)
        )
        deepest = config.widths[-1]
        self.frame = nn.Linear(FRAME + deepest, 2 * deepest)
        self.up = nn.ModuleList(_block(b, a) for a, b in zip(config.widths, deeper, strict=False))
        self.mix = _block(top, top, 1)
        self.leave = nn.Conv2d(top, 4 * _OUT, 1)
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
            x = interpolate(up(x), scale_factor=2.0, mode="bilinear")[..., :height, :width] + skip
        out: Tensor = self.leave(self.mix(x))
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


def picture_features(g: GBuffer, seen: Direct, dark: float, view: View, open_air: Plane, pool: Executor | None = None,
                     *, halved: bool = False, space: Workspace | None = None) -> Plane:
    """(H, W, GIVEN) of a G-buffer seen through `view`: what is there and how it is lit by rules. The lamps of the set
    shine as much as it is `dark`. `halved`: as the bits of bfloat16."""
    height, width = g.depth.shape
    words = (space or Workspace()).array("features", (height, width, _PAIRS if halved else GIVEN), np.uint32)
    lit = (seen.diffuse, seen.mirrored, open_air, g.sun, seen.by_key)
    there, lens = (g.normal, g.depth, g.gloss, seen.albedo, g.entity, g.kind, g.glow), lens_of(view)

    def band(rows: slice) -> None:
        _pack(lit, there, np.float32(dark), lens, halved, rows.start, rows.stop, words)

    in_bands(height, width, band, pool)
    return words.view(np.uint16 if halved else np.float32)


@in_lanes
def _pack(lit: Any, there: Any, dark: np.float32, lens: Any, halved: bool, top: int, bottom: int, words: Any) -> None:
    """Rows of features, or of two of them to a word."""
    width = words.shape[1]
    features = np.empty((GIVEN, width), np.float32)
    bits, pairs = features.view(np.uint32), np.empty((_PAIRS, width), np.uint32)
    place, eye = np.empty((3, width), np.float32), np.empty((3, width), np.float32)
    for y in range(top, bottom):
        look(lens, there[1], y, place, eye)
        _lay_light(lit, y, features)
        _lay_surface(there, place, eye, y, features)
        _lay_sources(there[5][y], dark, features[22], features[23])
        out = words[y]
        if halved:
            for k in range(_PAIRS):
                _pair(bits[2 * k], bits[2 * k + 1], pairs[k])
            _turn_pairs(pairs, out)
        else:
            for x in range(width):
                for k in range(GIVEN):
                    out[x, k] = bits[k, x]


@in_lanes
def _turn_pairs(rows: Any, out: Any) -> None:
    """Words (_PAIRS, W) as (W, _PAIRS)."""
    for x in range(out.shape[0]):
        for k in range(_PAIRS):
            out[x, k] = rows[k, x]


@in_lanes
def _lay_light(lit: Any, y: int, out: Plane) -> None:
    """A row of how it is lit by rules."""
    diffuse, mirrored, open_air, sun, by_key = lit
    red, green, blue, shine = mirrored[0, y], mirrored[1, y], mirrored[2, y], out[3]
    for k in range(3):
        falls, log = diffuse[k, y], out[k]
        for x in range(log.shape[0]):
            log[x] = log2(falls[x] + DIM) * _NATURAL
    for x in range(shine.shape[0]):
        shine[x] = log2((red[x] + green[x] + blue[x]) * _THIRD + DIM) * _NATURAL
    out[4] = open_air[y]
    out[5] = sun[y]
    out[21] = by_key[y]


@in_lanes
def _lay_surface(there: Any, place: Plane, eye: Plane, y: int, out: Plane) -> None:
    """A row of what is there, seen at places (3, W) from directions (3, W)."""
    normal, depth, gloss, albedo, entity, kind, glow = there
    nx, ny, nz, ex, ey, ez, facing = normal[0, y], normal[1, y], normal[2, y], eye[0], eye[1], eye[2], out[9]
    for x in range(facing.shape[0]):
        facing[x] = nx[x] * ex[x] + ny[x] * ey[x] + nz[x] * ez[x]
    for k in range(3):
        out[6 + k] = normal[k, y]
        out[12 + k] = albedo[k, y]
        spot, squashed = place[k], out[18 + k]
        for x in range(squashed.shape[0]):
            squashed[x] = _1 - _2 / (exp2(spot[x] * _SQUASHED) + _1)
    far, whose, what, bright, near, nothing, ground, glows = (
        depth[y], entity[y], kind[y], glow[y], out[10], out[15], out[16], out[17])
    for x in range(near.shape[0]):
        near[x] = _1 / (_NEAREST + _FARTHER * far[x])
        nothing[x] = _1 if whose[x] == NOTHING else _0
        ground[x] = _1 if what[x] == GROUND else _0
        glows[x] = min(bright[x], _1)
    out[11] = gloss[y]


@in_lanes
def _lay_sources(kind: Plane, dark: np.float32, shines: Plane, window: Plane) -> None:
    """Where in a row the set itself shines, as lamps and screens do, and where it is a window."""
    for x in range(kind.shape[0]):
        shines[x] = dark if kind[x] == LAMP else _1 if kind[x] == SCREEN else _0
        window[x] = _1 if (kind[x] == LIT_PANE) | (kind[x] == SKY_PANE) else _0


@in_lanes
def _pair(first: Any, second: Any, out: Any) -> None:
    """The bits of two float32 (W,), rounded to those of two bfloat16 in one word: the nearest, or else the even one."""
    for x in range(out.shape[0]):
        a, b = first[x], second[x]
        a = np.uint32(a + np.uint32(_ROUND + np.uint32(np.uint32(a >> _HALF_WORD) & _ODD)))
        b = np.uint32(b + np.uint32(_ROUND + np.uint32(np.uint32(b >> _HALF_WORD) & _ODD)))
        out[x] = np.uint32(a >> _HALF_WORD) | np.uint32(b & _UPPER)


def frame_features(light: Light) -> Plane:
    """(FRAME,) what lights the whole picture."""
    ambient = np.asarray(light.ambient, np.float32)
    lamps = np.sum([lamp.color for lamp in light.lamps], axis=0) if light.lamps else np.zeros(3)
    return np.array([
        *light.key, *light.key_direction, *ambient[:, 3], *ambient[:, 1], *np.log1p(lamps),
        float(light.enclosed), light.dark, light.wet, light.snow, light.sky.cover,
        light.exposure,
    ], np.float32)  # fmt: skip


def given(g: GBuffer, light: Light, view: View, pool: Executor | None, *, halved: bool = False,
          space: Workspace | None = None) -> tuple[Plane, Plane, Direct]:
    """What the shader is given, (H, W, GIVEN), `halved` as the bits of bfloat16, and (FRAME,), and the light by rules,
    which its gains are gains on, of a G-buffer seen through `view`. All but the second lies in `space`, if given."""
    open_air = occlusion(g, view, pool, space)
    seen = direct(g, light, view, open_air, pool, space)
    picture = picture_features(g, seen, light.dark, view, open_air, pool, halved=halved, space=space)
    return picture, frame_features(light), seen
