"""The neural shading pass: a small U-Net between light by rules and what a path tracer would see.

It works at half the picture's size and answers at the whole: how much more or less light of each colour falls on a
pixel than the rules say, and how much more of it is mirrored. Albedo is multiplied in afterwards, at the picture's own
size, so that paint and faces stay crisp and walls keep their colour. Knows nothing of meshes, mist, sky or film.
"""

from __future__ import annotations

import copy
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
from torch.nn.functional import interpolate, pixel_shuffle, pixel_unshuffle

from model.camera import Camera
from model.renderer.compiled import compiled
from model.renderer.finish import finish
from model.renderer.light import Light
from model.renderer.raster import NOTHING, U8, GBuffer, Plane, View, Workspace, dot, in_bands, view_of
from model.renderer.scenery import GROUND
from model.renderer.shading import Direct, direct, occlusion

FEATURES = 1  # counted up whenever what the shader is given changes
COARSE = 21  # numbers a pixel at half size
FINE = 5  # numbers a pixel at the whole size
FRAME = 20  # numbers a frame
_FILE = "model.safetensors"
_ANSWERED = 640 * 360  # pixels
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
            raise ValueError(f"no weights at {folder}: train them with `python -m model.train_shader` or reinstall Nacre")
        with safe_open(folder / _FILE, "pt") as file:
            config = json.loads(file.metadata()["config"])
        if config["features"] != FEATURES:
            raise ValueError(f"the weights at {folder} know features {config['features']}, not {FEATURES}: train them with "
                             "`python -m model.train_shader` or reinstall Nacre")  # fmt: skip
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


@dataclass(frozen=True, slots=True)
class Grids:
    """How a picture is looked at: `fine` pixels, about 640 x 360 of them however large it is, on which the shader
    answers, and every other of those, `coarse`, on which it works. Both are every so many of the picture's own."""

    fine: int
    coarse: int

    @classmethod
    def of(cls, height: int, width: int) -> Grids:
        fine = max(1, round(math.sqrt(height * width / _ANSWERED)))
        return cls(fine, 2 * fine)


class Painter:
    """A shader made ready for frames: traced, in the layout and the precision in which this processor is fastest."""

    def __init__(self, shader: Shader) -> None:
        self._kind = torch.bfloat16 if torch.cpu._is_avx512_bf16_supported() else torch.float32
        ready = copy.deepcopy(shader).eval().requires_grad_(False)
        ready = ready.to(dtype=self._kind, memory_format=torch.channels_last)  # type: ignore[call-overload]
        shapes = ((1, COARSE, 32, 32), (1, 4 * FINE, 32, 32), (1, FRAME))
        example = tuple(self._input(np.zeros(shape[1:], np.float32)) for shape in shapes)
        with torch.inference_mode():
            traced = torch.jit.trace(_Quarters(ready).eval(), example, check_trace=False)  # type: ignore[no-untyped-call]
            self._net = torch.jit.freeze(traced)

    def _input(self, plane: Plane) -> Tensor:
        x = torch.from_numpy(plane)[None].to(self._kind)
        return x.contiguous(memory_format=torch.channels_last) if x.ndim == 4 else x

    def gains(self, coarse: Plane, fine: Plane, frame: Plane) -> Plane:
        """(H / 2, W / 2, 4 x 4) factors: red, green, blue, mirrored, each of four pixels."""
        with torch.inference_mode():
            out = self._net(*(self._input(x) for x in (coarse, quarters(fine), frame)))[0].permute(1, 2, 0)
        gains: Plane = out.contiguous().numpy()
        return gains

    def shade(self, g: GBuffer, coarse: GBuffer, light: Light, camera: Camera, pool: Executor | None = None,
              space: Workspace | None = None) -> U8:
        """The frame (H, W, 3) of a G-buffer; `coarse` is every so many pixels of it, with what the sun reaches."""
        height, width = g.depth.shape
        grids, space = Grids.of(height, width), space or Workspace()
        view, fine = view_of(camera, (width, height)), g.every(grids.fine)
        inputs, seen = given(fine, coarse, light, view, pool)
        gains = self.gains(*inputs)
        diffuse, mirrored = (space.array(f"fine {name}", (3, *fine.depth.shape)) for name in ("diffuse", "mirrored"))

        def band(rows: slice) -> None:
            _relight(seen.diffuse, seen.mirrored, gains, rows.start, rows.stop, diffuse, mirrored)

        in_bands(fine.depth.shape[0], fine.depth.shape[1], band, pool)
        if grids.fine > 1:
            diffuse, mirrored = (spread(x, fine, g, grids.fine, pool) for x in (diffuse, mirrored))
        return finish(diffuse, mirrored, g, light, camera, pool, space)


class _Quarters(nn.Module):
    """A shader as frames need it: gains for each four pixels of what is fine, as factors."""

    def __init__(self, shader: Shader) -> None:
        super().__init__()
        self._shader = shader

    def forward(self, coarse: Tensor, fine: Tensor, frame: Tensor) -> Tensor:
        return self._shader.quarters(coarse, fine, frame).float().exp()


def quarters(plane: Plane) -> Plane:
    """(4 C, H / 2, W / 2) of (C, H, W): each four pixels as channels of one, rounded up at the edges."""
    count, height, width = plane.shape
    if height % 2 or width % 2:
        plane = np.pad(plane, ((0, 0), (0, height % 2), (0, width % 2)), mode="edge")
    h, w = plane.shape[1] // 2, plane.shape[2] // 2
    out: Plane = plane.reshape(count, h, 2, w, 2).transpose(0, 2, 4, 1, 3).reshape(4 * count, h, w)
    return out


@compiled
def _relight(diffuse: Plane, mirrored: Plane, gains: Plane, top: int, bottom: int, diffuse_out: Plane,
             mirrored_out: Plane) -> None:
    """Rows of the light at the fine pixels, of light at every other of them and gains (h, w, 4 x 4)."""
    h, w = diffuse.shape[1:]
    for y in range(top, bottom):
        i, below = y // 2, min(y // 2 + y % 2, h - 1)
        for x in range(diffuse_out.shape[2]):
            j, right = x // 2, min(x // 2 + x % 2, w - 1)
            part = 2 * (y % 2) + x % 2
            for k in range(3):
                falls = diffuse[k, i, j] + diffuse[k, i, right] + diffuse[k, below, j] + diffuse[k, below, right]
                diffuse_out[k, y, x] = 0.25 * falls * gains[i, j, 4 * k + part]
                shines = mirrored[k, i, j] + mirrored[k, i, right] + mirrored[k, below, j] + mirrored[k, below, right]
                mirrored_out[k, y, x] = 0.25 * shines * gains[i, j, 12 + part]


def given(fine: GBuffer, coarse: GBuffer, light: Light, view: View,
          pool: Executor | None) -> tuple[tuple[Plane, Plane, Plane], Direct]:
    """What the shader is given, (COARSE, H / 2, W / 2), (FINE, H, W) and (FRAME,), and the light by rules at half
    size, which its gains are gains on."""
    rays = view.every(Grids.of(view.height, view.width).coarse).rays()
    open_air = occlusion(coarse, view.every(Grids.of(view.height, view.width).coarse), pool)
    seen = direct(coarse, light, view.eye, rays, open_air)
    places = view.eye[:, None, None] + rays * coarse.depth
    return (coarse_features(coarse, seen, places, view.eye, open_air), fine_features(fine), frame_features(light)), seen


def spread(light: Plane, of: GBuffer, over: GBuffer, step: int, pool: Executor | None) -> Plane:
    """(3, H, W) light that is known at every so many pixels, taken to all of them: from those of the four around that
    show much the same place (joint bilateral upsampling, Kopf et al. 2007)."""
    out: Plane = np.empty((3, *over.depth.shape), np.float32)

    def band(rows: slice) -> None:
        _spread(np.ascontiguousarray(light, np.float32), of.normal, of.depth, over.normal, over.depth, step, rows.start,
                rows.stop, out)

    in_bands(over.depth.shape[0], over.depth.shape[1], band, pool)
    return out


@compiled
def _spread(light: Plane, normal: Plane, depth: Plane, normal_over: Plane, depth_over: Plane, step: int, top: int,
            bottom: int, out: Plane) -> None:
    height, width = depth.shape
    for y in range(top, bottom):
        y0 = y // step
        down = (y - y0 * step) / step
        for x in range(depth_over.shape[1]):
            x0 = x // step
            right = (x - x0 * step) / step
            total = red = green = blue = 0.0
            for k in range(4):
                i, j = min(y0 + k // 2, height - 1), min(x0 + k % 2, width - 1)
                share = (down if k // 2 else 1.0 - down) * (right if k % 2 else 1.0 - right) + 1e-3
                alike = (normal[0, i, j] * normal_over[0, y, x] + normal[1, i, j] * normal_over[1, y, x]
                         + normal[2, i, j] * normal_over[2, y, x])
                off = (depth[i, j] - depth_over[y, x]) / (0.02 * depth_over[y, x] + 0.02)
                weight = share * (max(alike, 0.0) ** 4 + 1e-3) / (1.0 + off * off)
                total += weight
                red += weight * light[0, i, j]
                green += weight * light[1, i, j]
                blue += weight * light[2, i, j]
            out[0, y, x] = red / total
            out[1, y, x] = green / total
            out[2, y, x] = blue / total
