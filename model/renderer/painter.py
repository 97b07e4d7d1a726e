"""Frames by the neural shading pass: a G-buffer and its light in, a frame out, at any size.

The shader works on a grid of its own; light is taken from there to every pixel that shows the same place, where paint
is multiplied in. Knows nothing of how the shader came to know what it does.
"""

from __future__ import annotations

import math
from concurrent.futures import Executor
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from model.camera import Camera
from model.layers import one_thread
from model.renderer.compiled import in_lanes
from model.renderer.elementary import exponential
from model.renderer.finish import finish
from model.renderer.light import Light
from model.renderer.raster import U8, GBuffer, Plane, View, Workspace, in_shares, view_of
from model.renderer.ready import made_ready, precision, traced
from model.renderer.shader import FRAME, GIVEN, MOST, Shader, given
from model.renderer.shading import direct, occlusion

WEIGHTS = Path(__file__).parent.parent / "weights" / "shader"
_WORKED_ON = 320 * 180  # pixels

U16 = npt.NDArray[np.uint16]


def step_of(height: int, width: int) -> int:
    """On one in how many pixels, along each side of a picture, the shader works: about 320 x 180 of them, however large
    it is; an even number."""
    return 2 * max(1, round(math.sqrt(height * width / (4 * _WORKED_ON))))


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
        blue, mirrored, each of four pixels, as the bits of bfloat16. At odd sizes the last features stand for those
        beyond the border."""
        height, width = picture.shape[:2]
        if height % 2 or width % 2:
            picture = np.pad(picture, ((0, height % 2), (0, width % 2), (0, 0)), mode="edge")
        # A second thread would wait for work by spinning, in the way of those that draw the next frame.
        with torch.inference_mode(), one_thread():
            logs: U16 = self._net(*(self._input(x) for x in (picture, frame))).view(torch.uint16).numpy()
        return logs

    def shade(self, g: GBuffer, coarse: GBuffer, light: Light, camera: Camera, pool: Executor | None = None,
              space: Workspace | None = None) -> U8:
        """The frame (H, W, 3) of a G-buffer; `coarse` is every so many pixels of it, with what the sun reaches: those
        that the shader works on, or, for a still, more."""
        height, width = g.depth.shape
        step, space = round(width / coarse.depth.shape[1]), space or Workspace()
        view, worked_on = view_of(camera, (width, height)).every(step), step_of(height, width) // step
        lit = self._relit if worked_on == 1 else partial(self._more_finely, worked_on)
        diffuse, mirrored = spread(*lit(coarse, light, view, pool, space), coarse, g, step, pool, space)
        return finish(diffuse, mirrored, g, light, camera, pool, space)

    def _relit(self, g: GBuffer, light: Light, view: View, pool: Executor | None,
               space: Workspace) -> tuple[Plane, Plane]:
        """(3, H, W) light that falls on pixels and that is mirrored, by rules and then by the shader."""
        picture, frame, seen = given(g, light, view, pool, halved=precision() == torch.bfloat16, space=space)
        relight(seen.diffuse, seen.mirrored, self.log_gains(picture, frame), g, space)
        return seen.diffuse, seen.mirrored

    def _more_finely(self, step: int, g: GBuffer, light: Light, view: View, pool: Executor | None,
                     space: Workspace) -> tuple[Plane, Plane]:
        """The same where the shader works on every so many of the pixels: shadows and highlights are as sharp as rules
        make them."""
        few = g.every(step)
        picture, frame, _ = given(few, light, view.every(step), pool, halved=precision() == torch.bfloat16)
        on_diffuse, on_mirrored = (np.ones((3, *few.depth.shape), np.float32) for _ in range(2))
        relight(on_diffuse, on_mirrored, self.log_gains(picture, frame), few)
        on_diffuse, on_mirrored = spread(on_diffuse, on_mirrored, few, g, step, pool)
        seen = direct(g, light, view, occlusion(g, view, pool, space), pool, space)
        return seen.diffuse * on_diffuse, seen.mirrored * on_mirrored


class _LogGains(nn.Module):
    """A shader as frames need it: (H / 2, W / 2, 4 x 4) for one picture."""

    def __init__(self, shader: Shader) -> None:
        super().__init__()
        self._shader = shader

    def forward(self, picture: Tensor, frame: Tensor) -> Tensor:
        return self._shader.quarters(picture, frame)[0].permute(1, 2, 0).contiguous().to(torch.bfloat16)


_MOST = np.float32(MOST)
_HALF_BITS = np.uint32(16)  # of a float32, which are those of a bfloat16


def relight(diffuse: Plane, mirrored: Plane, logs: U16, of: GBuffer, space: Workspace | None = None) -> None:
    """Multiplies light (3, H, W) by what log gains (H / 2, W / 2, 4 x 4) say of it. Each four of those were worked out
    together, and a seam between them would be seen on a face: they are evened out, three by three pixels, wherever the
    pixels show the same place."""
    gains = (space or Workspace()).array("log gains", (4, *of.depth.shape))
    _lay_out(logs, of.normal, of.depth, gains)
    _relight(gains, of.normal, of.depth, diffuse, mirrored)


@in_lanes
def _lay_out(logs: U16, normal: Plane, depth: Plane, gains: Plane) -> None:
    """Log gains pixel by pixel, evened out along rows."""
    height, width = depth.shape
    quarters = logs.shape[1]
    mixed, row = np.empty(16 * quarters, np.float32), np.empty(2 * quarters, np.float32)
    alike = np.empty(width, np.float32)
    for i in range(logs.shape[0]):
        bits = logs[i].reshape(16 * quarters)
        for n in range(16 * quarters):
            log = np.uint32(np.uint32(bits[n]) << _HALF_BITS).view(np.float32)
            mixed[n] = min(max(log, -_MOST), _MOST)
        for y in range(2 * i, min(2 * i + 2, height)):
            part, to_next = 2 * (y % 2), alike[: width - 1]
            _compare(normal[0, y], normal[1, y], normal[2, y], depth[y],
                     normal[0, y][1:], normal[1, y][1:], normal[2, y][1:], depth[y][1:], to_next)  # fmt: skip
            for k in range(4):
                for j in range(quarters):
                    row[2 * j] = mixed[16 * j + 4 * k + part]
                    row[2 * j + 1] = mixed[16 * j + 4 * k + part + 1]
                out, left, right = gains[k, y], row[: width - 2], row[2:width]
                out[0], out[width - 1] = row[0], row[width - 1]
                inner, own, before, after = out[1:], row[1:], alike, alike[1:]
                for x in range(left.shape[0]):
                    total = _TWO + before[x] + after[x]
                    inner[x] = (_TWO * own[x] + before[x] * left[x] + after[x] * right[x]) / total


@in_lanes
def _relight(gains: Plane, normal: Plane, depth: Plane, diffuse: Plane, mirrored: Plane) -> None:
    """Evens log gains out along columns, and multiplies light by them."""
    height, width = depth.shape
    alike, gain = np.zeros((2, width), np.float32), np.empty(width, np.float32)  # to the row above, and to that below
    for y in range(height):
        above, below = alike[y % 2], alike[(y + 1) % 2]
        beneath = min(y + 1, height - 1)
        _compare(normal[0, y], normal[1, y], normal[2, y], depth[y], normal[0, beneath], normal[1, beneath],
                 normal[2, beneath], depth[beneath], below)  # fmt: skip
        for k in range(4):
            own, upper, lower = gains[k, y], gains[k, max(y - 1, 0)], gains[k, beneath]
            for x in range(width):
                mean = (_TWO * own[x] + above[x] * upper[x] + below[x] * lower[x]) / (_TWO + above[x] + below[x])
                gain[x] = exponential(mean)
            if k < 3:
                _scale(gain, diffuse[k, y])
            else:  # all that is mirrored shares its gain
                for color in range(3):
                    _scale(gain, mirrored[color, y])


@in_lanes
def _scale(gain: Plane, light: Plane) -> None:
    for x in range(light.shape[0]):
        light[x] *= gain[x]


@in_lanes
def _compare(a0: Plane, a1: Plane, a2: Plane, depth: Plane, b0: Plane, b1: Plane, b2: Plane, other: Plane,
             alike: Plane) -> None:
    """How surely pixels, of whose surfaces the normal and the depth are given, show the same place: 0 .. 1."""
    for x in range(alike.shape[0]):
        facing = max(a0[x] * b0[x] + a1[x] * b1[x] + a2[x] * b2[x], _ZERO)
        off = (other[x] - depth[x]) / (_FAR * depth[x] + _NEAR)
        alike[x] = facing * facing * facing * facing / (_ONE + off * off)


def spread(diffuse: Plane, mirrored: Plane, of: GBuffer, over: GBuffer, step: int, pool: Executor | None,
           space: Workspace | None = None) -> tuple[Plane, Plane]:
    """(3, H, W) light that is known at every so many pixels, taken to all of them: from those of the four around that
    show much the same place (joint bilateral upsampling, Kopf et al. 2007), or else of those around them."""
    space = space or Workspace()
    known = np.ascontiguousarray(diffuse), np.ascontiguousarray(mirrored)
    out = space.array("spread", (6, *over.depth.shape))

    def band(rows: slice) -> None:
        _spread(*known, of.normal, of.depth, over.normal, over.depth, step, rows.start, rows.stop, out)

    in_shares(over.depth.shape[0], over.depth.shape[1], band, pool)
    return out[:3], out[3:]


_NEAR, _FAR, _UNLIKE = np.float32(0.02), np.float32(0.02), np.float32(1e-3)
_ENOUGH = np.float32(0.05)  # of what is alike among the four around
_PIECE = 64  # pixels of a row that are looked through at once for those with less
_ZERO, _ONE, _TWO = np.float32(0.0), np.float32(1.0), np.float32(2.0)
_NORMAL, _DEPTH, _LIGHT = 0, 3, 4  # rows of what is known: normal, depth, light of two kinds


@in_lanes
def _spread(diffuse: Plane, mirrored: Plane, normal: Plane, depth: Plane, normal_over: Plane, depth_over: Plane,
            step: int, top: int, bottom: int, out: Plane) -> None:
    h, width = depth.shape[0], depth_over.shape[1]
    around = np.empty((2, 10, width + 2 * step), np.float32)  # what is known in the rows above and below
    weights = np.empty((4, width), np.float32)
    right, scale, total = np.empty(width, np.float32), np.empty(width, np.float32), np.empty(width, np.float32)
    for x in range(width):
        right[x] = np.float32(x % step) / np.float32(step)
    filled = top // step - 1
    for y in range(top, bottom):
        y0 = y // step
        while filled < y0 + 1:
            filled += 1
            line, i = around[filled % 2], min(filled, h - 1)
            for k in range(3):
                _stretch(normal[k, i], step, line[_NORMAL + k])
                _stretch(diffuse[k, i], step, line[_LIGHT + k])
                _stretch(mirrored[k, i], step, line[_LIGHT + 3 + k])
            _stretch(depth[i], step, line[_DEPTH])
        down = np.float32(y - y0 * step) / np.float32(step)
        upper, lower, lines = around[y0 % 2], around[(y0 + 1) % 2], 1 if y % step == 0 else 2
        for x in range(width):
            scale[x] = _ONE / (_FAR * depth_over[y, x] + _NEAR)
        for side in range(2 * lines):
            line, share = (upper, _ONE - down) if side < 2 else (lower, down)
            _weigh(line, side % 2 * step, normal_over, depth_over, y, scale, right, share, weights[side])
        _sum_to_one(weights[: 2 * lines], total)
        for k in range(6):
            _mix(upper[_LIGHT + k], lower[_LIGHT + k], step, weights[: 2 * lines], out[k, y])
        for left in range(0, width, _PIECE):
            piece, least = total[left:][:_PIECE], _ENOUGH
            for i in range(piece.shape[0]):
                least = min(least, piece[i])
            for x in range(left, left + piece.shape[0] if least < _ENOUGH else left):  # seldom
                if total[x] < _ENOUGH and (y % step > 0 or x % step > 0):
                    _look_further(diffuse, mirrored, normal, depth, normal_over, depth_over, step, y, x, out)


@in_lanes
def _sum_to_one(weights: Plane, total: Plane) -> None:
    """Divides weights by what they come to, `total`."""
    for x in range(total.shape[0]):
        total[x] = weights[0, x] + weights[1, x]
    for side in range(2, weights.shape[0]):
        for x in range(total.shape[0]):
            total[x] += weights[side, x]
    for side in range(weights.shape[0]):
        row = weights[side]
        for x in range(total.shape[0]):
            row[x] /= total[x]


@in_lanes
def _mix(upper: Plane, lower: Plane, step: int, weights: Plane, out: Plane) -> None:
    """A row of light of the four around each pixel, or of the two in the row that it is in."""
    a, b, next_upper, next_lower = weights[0], weights[1], upper[step:], lower[step:]
    if weights.shape[0] == 2:
        for x in range(out.shape[0]):
            out[x] = a[x] * upper[x] + b[x] * next_upper[x]
    else:
        c, d = weights[2], weights[3]
        for x in range(out.shape[0]):
            out[x] = a[x] * upper[x] + b[x] * next_upper[x] + c[x] * lower[x] + d[x] * next_lower[x]


@in_lanes
def _stretch(row: Plane, step: int, out: Plane) -> None:
    """Each value so many times, the last also beyond the border."""
    w = row.shape[0]
    if step == 2:  # as nearly always, and much quicker said so
        for j in range(w):
            out[2 * j] = row[j]
            out[2 * j + 1] = row[j]
    elif step == 4:
        for j in range(w):
            for x in range(4):
                out[4 * j + x] = row[j]
    else:
        for j in range(w):
            for x in range(j * step, j * step + step):
                out[x] = row[j]
    for x in range(w * step, out.shape[0]):
        out[x] = row[w - 1]


@in_lanes
def _weigh(known: Plane, beside: int, normal: Plane, depth: Plane, y: int, scale: Plane, right: Plane, share: Any,
           weight: Plane) -> None:
    """How much the pixels of row y take from one of those around them, which is so many pixels beside the one to their
    left: more from what is near and alike."""
    n0, n1, n2 = known[_NORMAL][beside:], known[_NORMAL + 1][beside:], known[_NORMAL + 2][beside:]
    away = known[_DEPTH][beside:]
    m0, m1, m2, here = normal[0, y], normal[1, y], normal[2, y], depth[y]
    for x in range(weight.shape[0]):
        weight[x] = max(n0[x] * m0[x] + n1[x] * m1[x] + n2[x] * m2[x], _ZERO)
    for x in range(weight.shape[0]):
        off = (away[x] - here[x]) * scale[x]
        alike = weight[x] * weight[x]
        near = right[x] if beside else _ONE - right[x]
        weight[x] = share * near * (alike * alike + _UNLIKE) / (_ONE + off * off)


@in_lanes
def _look_further(diffuse: Plane, mirrored: Plane, normal: Plane, depth: Plane, normal_over: Plane, depth_over: Plane,
                  step: int, y: int, x: int, out: Plane) -> None:
    """One pixel, of the twelve around the four around it too."""
    height, width = depth.shape
    y0, x0 = y // step, x // step
    down, right = np.float32(y - y0 * step) / np.float32(step), np.float32(x - x0 * step) / np.float32(step)
    here, total = depth_over[y, x], _ZERO
    for k in range(6):
        out[k, y, x] = _ZERO
    for i in range(y0 - 1, y0 + 3):
        for j in range(x0 - 1, x0 + 3):
            share = _ONE - abs(down + np.float32(y0 - i)) / np.float32(2)
            share *= _ONE - abs(right + np.float32(x0 - j)) / np.float32(2)
            a, b = min(max(i, 0), height - 1), min(max(j, 0), width - 1)
            alike = _ZERO
            for k in range(3):
                alike += normal[k, a, b] * normal_over[k, y, x]
            off = (depth[a, b] - here) / (_FAR * here + _NEAR)
            alike = max(alike, _ZERO) * max(alike, _ZERO)
            weight = max(share, _ZERO) * (alike * alike + _UNLIKE) / (_ONE + off * off)
            total += weight
            for k in range(3):
                out[k, y, x] += weight * diffuse[k, a, b]
                out[3 + k, y, x] += weight * mirrored[k, a, b]
    for k in range(6):
        out[k, y, x] /= total
