"""Frames by the neural shading pass: a G-buffer and its light in, a frame out, at any size.

The shader works on a grid of its own; light is taken from there to every pixel, where paint is multiplied in. Knows
nothing of how the shader came to know what it does.
"""

from __future__ import annotations

import math
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from model.camera import Camera
from model.layers import one_thread
from model.renderer.compiled import compiled
from model.renderer.finish import finish
from model.renderer.light import Light
from model.renderer.raster import U8, GBuffer, Plane, Workspace, in_bands, view_of
from model.renderer.ready import made_ready, precision, traced
from model.renderer.shader import FRAME, GIVEN, MOST, Shader, given

WEIGHTS = Path(__file__).parent.parent / "weights" / "shader"
_ANSWERED = 640 * 360  # pixels

U16 = npt.NDArray[np.uint16]


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
    """A shader made ready for frames."""

    def __init__(self, shader: Shader) -> None:
        shapes = ((32, 32, GIVEN), (FRAME,))
        example = (self._input(np.zeros(shape, np.float32)) for shape in shapes)
        self._net = traced(_LogGains(made_ready(shader)), *example)

    @classmethod
    def load(cls, folder: Path = WEIGHTS) -> Painter:
        """With the weights in a folder, or those that ship. Raises ValueError when they are missing or outdated."""
        return cls(Shader.load(folder))

    def _input(self, features: Plane) -> Tensor:
        x = torch.from_numpy(features)
        x = x.view(torch.bfloat16) if x.dtype == torch.uint16 else x.to(precision())
        return (x.permute(2, 0, 1) if x.ndim == 3 else x)[None]

    def log_gains(self, picture: Plane, frame: Plane) -> U16:
        """Of a picture's features, in float32 or as the bits of bfloat16, (H / 2, W / 2, 4 x 4) log gains, red, green,
        blue, mirrored, each of four pixels, as the bits of bfloat16: `factors` knows what they stand for."""
        # A second thread would wait for work by spinning, in the way of those that draw the next frame.
        with torch.inference_mode(), one_thread():
            logs: U16 = self._net(*(self._input(x) for x in (picture, frame))).view(torch.uint16).numpy()
        return logs

    def shade(self, g: GBuffer, coarse: GBuffer, light: Light, camera: Camera, pool: Executor | None = None,
              space: Workspace | None = None) -> U8:
        """The frame (H, W, 3) of a G-buffer; `coarse` is every so many pixels of it, with what the sun reaches."""
        height, width = g.depth.shape
        grids, space = Grids.of(height, width), space or Workspace()
        view, fine = view_of(camera, (width, height)), g.every(grids.fine, space)
        picture, frame, seen = given(fine, coarse, light, view.every(grids.coarse), pool,
                                     halved=precision() == torch.bfloat16, space=space)
        logs = self.log_gains(picture, frame)
        diffuse, mirrored = (space.array(f"fine {name}", (3, *fine.depth.shape)) for name in ("diffuse", "mirrored"))

        def band(rows: slice) -> None:
            _relight(seen.diffuse, seen.mirrored, logs, factors(), rows.start, rows.stop, diffuse, mirrored)

        in_bands(fine.depth.shape[0], fine.depth.shape[1], band, pool)
        if grids.fine > 1:
            diffuse, mirrored = spread(diffuse, mirrored, fine, g, grids.fine, pool)
        return finish(diffuse, mirrored, g, light, camera, pool, space)


@lru_cache(maxsize=1)
def factors() -> Plane:
    """What each bfloat16 is the logarithm of, by its bits: quicker looked up than worked out for every pixel."""
    bits = np.arange(1 << 16, dtype=np.uint32) << 16
    out: Plane = np.exp(np.clip(np.nan_to_num(bits.view(np.float32)), -MOST, MOST))
    return out


class _LogGains(nn.Module):
    """A shader as frames need it: (H / 2, W / 2, 4 x 4) for one picture."""

    def __init__(self, shader: Shader) -> None:
        super().__init__()
        self._shader = shader

    def forward(self, picture: Tensor, frame: Tensor) -> Tensor:
        return self._shader.quarters(picture, frame)[0].permute(1, 2, 0).contiguous().to(torch.bfloat16)


@compiled
def _relight(diffuse: Plane, mirrored: Plane, logs: U16, gains: Plane, top: int, bottom: int, diffuse_out: Plane,
             mirrored_out: Plane) -> None:
    """Rows of the light at the fine pixels, of light at every other of them and log gains (h, w, 4 x 4)."""
    h, w = diffuse.shape[1:]
    for y in range(top, bottom):
        i, below = y // 2, min(y // 2 + y % 2, h - 1)
        for x in range(diffuse_out.shape[2]):
            j, right = x // 2, min(x // 2 + x % 2, w - 1)
            part = 2 * (y % 2) + x % 2
            for k in range(3):
                falls = diffuse[k, i, j] + diffuse[k, i, right] + diffuse[k, below, j] + diffuse[k, below, right]
                diffuse_out[k, y, x] = 0.25 * falls * gains[logs[i, j, 4 * k + part]]
                shines = mirrored[k, i, j] + mirrored[k, i, right] + mirrored[k, below, j] + mirrored[k, below, right]
                mirrored_out[k, y, x] = 0.25 * shines * gains[logs[i, j, 12 + part]]


def spread(diffuse: Plane, mirrored: Plane, of: GBuffer, over: GBuffer, step: int,
           pool: Executor | None) -> tuple[Plane, Plane]:
    """(3, H, W) light that is known at every so many pixels, taken to all of them: from those of the four around that
    show much the same place (joint bilateral upsampling, Kopf et al. 2007), or else of those around them."""
    known = np.concatenate([diffuse, mirrored])
    out: Plane = np.empty((6, *over.depth.shape), np.float32)

    def band(rows: slice) -> None:
        _spread(known, of.normal, of.depth, over.normal, over.depth, step, rows.start, rows.stop, out)

    in_bands(over.depth.shape[0], over.depth.shape[1], band, pool)
    return out[:3], out[3:]


@compiled
def _spread(known: Plane, normal: Plane, depth: Plane, normal_over: Plane, depth_over: Plane, step: int, top: int,
            bottom: int, out: Plane) -> None:
    height, width = depth.shape
    sums = np.empty(6)
    for y in range(top, bottom):
        y0 = y // step
        down = (y - y0 * step) / step
        for x in range(depth_over.shape[1]):
            x0 = x // step
            right = (x - x0 * step) / step
            if down == 0.0 and right == 0.0:
                for k in range(6):
                    out[k, y, x] = known[k, y0, x0]
                continue
            here = depth_over[y, x]
            scale = 1.0 / (0.02 * here + 0.02)
            total, reach = 0.0, 0
            while total < 0.05 and reach < 2:  # nothing alike nearby: look further
                for k in range(6):
                    sums[k] = 0.0
                total = 1e-9
                for i in range(y0 - reach, y0 + 2 + reach):
                    for j in range(x0 - reach, x0 + 2 + reach):
                        share = 1.0 - abs(down + y0 - i) / (1 + reach)
                        share *= 1.0 - abs(right + x0 - j) / (1 + reach)
                        if share <= 0.0:
                            continue
                        a, b = min(max(i, 0), height - 1), min(max(j, 0), width - 1)
                        alike = (normal[0, a, b] * normal_over[0, y, x] + normal[1, a, b] * normal_over[1, y, x]
                                 + normal[2, a, b] * normal_over[2, y, x])
                        off = (depth[a, b] - here) * scale
                        alike = max(alike, 0.0) * max(alike, 0.0)
                        weight = share * (alike * alike + 1e-3) / (1.0 + off * off)
                        total += weight
                        for k in range(6):
                            sums[k] += weight * known[k, a, b]
                reach += 1
            for k in range(6):
                out[k, y, x] = sums[k] / total
