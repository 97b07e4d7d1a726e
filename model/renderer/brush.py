"""The learned brush: a small U-Net from a finished frame and its G-buffer to how each spot of paper is to be painted.

It looks at squares of 4 x 4 pixels and answers for each quarter of one: what wash lies there, how much of the frame's
own detail shows through it, and how strongly outlines and creases are drawn. Both of those are known for every pixel,
so that lines and faces are as sharp as the picture. The styles share every convolution but the last; each scales and
shifts the outcome of every layer in its own way, and has a palette of its own. Knows nothing of light, nor of paper
(`model.renderer.paper`).
"""

from __future__ import annotations

import json
import math
from concurrent.futures import Executor
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np
import torch
from safetensors import safe_open
from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from torch.nn.functional import conv2d, interpolate, pixel_shuffle

from model.renderer.compiled import compiled
from model.renderer.paper import PAPERS
from model.renderer.raster import NOTHING, U8, GBuffer, Plane, in_bands

FEATURES = 1  # counted up whenever what the brush is given changes
GIVEN = 27  # numbers for each square
PAINTED = tuple(PAPERS)  # the styles a brush knows, in the order of its weights
SQUARE = 4  # pixels along a side
_SPOT = 6  # numbers for each quarter of a square: three washes, detail beyond a half, outline, crease
_FILE = "model.safetensors"
_MEND = "train them with `python -m model.train_styles` or reinstall Nacre"
_MIDDLE = 6.0  # m, half way between near and far
_BLACK = 0.03  # share of the paper's light that comes through the black of a frame

_INK, _CINNABAR = (1.0, 0.98, 0.94), (0.15, 1.0, 1.25)
_COLORS = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
_PALETTES = {  # pigments: of three washes; of red, green and blue of the frame; of outlines and of creases
    "ink wash": (_INK, _CINNABAR, _INK, *(tuple(share * c for c in _INK) for share in (0.3, 0.6, 0.1)),
                 *(tuple(2.4 * c for c in _INK) for _ in range(2))),
    "watercolour": (*_COLORS, *_COLORS, (1.0, 1.2, 1.15), (1.0, 1.2, 1.15)),
    "storybook": (*_COLORS, *_COLORS, (1.6, 2.1, 1.8), (1.6, 2.1, 1.8)),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class BrushConfig:
    """Channels at squares of 4 x 4 and of 8 x 8 pixels."""

    widths: tuple[int, int] = (24, 32)


class Brush(nn.Module):
    """How to paint, (B, 6 x 4, H / 4, W / 4), of features (B, GIVEN, H / 4, W / 4), in a style, a number of PAINTED."""

    def __init__(self, config: BrushConfig) -> None:
        super().__init__()
        self.config = config
        near, far = config.widths
        self.enter, self.join = _Layer(GIVEN, near), _Layer(near, near)
        self.down, self.stay = _Layer(near, far, stride=2), nn.ModuleList(_Layer(far, far) for _ in range(2))
        self.up = nn.Conv2d(far, near, 1)
        self.leave = nn.ModuleList(nn.Conv2d(near, 4 * _SPOT, 3, padding=1) for _ in PAINTED)
        for weights in self.leave.parameters():
            nn.init.zeros_(weights)

    def forward(self, given: Tensor, style: int) -> Tensor:
        x = self.enter(given, style)
        deep = self.down(x, style)
        for stay in self.stay:
            deep = stay(deep, style)
        height, width = x.shape[-2:]
        x = self.join(x + interpolate(self.up(deep), scale_factor=2.0)[..., :height, :width], style)
        out: Tensor = self.leave[style](x)
        return out

    def pigment(self, given: Tensor, frame: Tensor, edges: Tensor, style: int) -> Tensor:
        """(B, 3, H, W) of the frame as pigment (B, 3, H, W) and its edges (B, 2, H, W), as `painted` has it."""
        spots = interpolate(pixel_shuffle(self(given, style), 2), scale_factor=2.0, mode="bilinear")
        laid = torch.cat([spots[:, :3], frame * (0.5 + spots[:, 3:4]), edges * spots[:, 4:]], 1)
        return torch.einsum("bkhw,kc->bchw", laid, torch.from_numpy(palette(style)).to(laid)).relu()

    def save(self, folder: Path) -> None:
        """Weights in half precision, with their config in the file's metadata."""
        folder.mkdir(parents=True, exist_ok=True)
        weights = {name: weight.half().contiguous() for name, weight in self.state_dict().items()}
        config = asdict(self.config) | {"features": FEATURES, "styles": PAINTED}
        save_file(weights, folder / _FILE, {"config": json.dumps(config)})

    @classmethod
    def load(cls, folder: Path) -> Brush:
        """What `save` left in a folder. Raises ValueError when nothing is there, or made for other features."""
        if not (folder / _FILE).is_file():
            raise ValueError(f"no weights at {folder}: {_MEND}")
        with safe_open(folder / _FILE, "pt") as file:
            config = json.loads(file.metadata()["config"])
        made_for = (config["features"], tuple(config["styles"]))
        if made_for != (FEATURES, PAINTED):
            raise ValueError(f"the weights at {folder} are for features {made_for}, not {(FEATURES, PAINTED)}: {_MEND}")
        brush = cls(BrushConfig(tuple(config["widths"])))
        brush.load_state_dict({name: weight.float() for name, weight in load_file(folder / _FILE).items()})
        return brush.eval()


class _Layer(nn.Module):
    """A convolution that each style scales and shifts, cut off at nothing."""

    def __init__(self, inputs: int, outputs: int, stride: int = 1) -> None:
        super().__init__()
        made = nn.Conv2d(inputs, outputs, 3)
        self.weight = made.weight
        self.scale = nn.Parameter(torch.ones(len(PAINTED), outputs))
        self.shift = nn.Parameter(torch.zeros(len(PAINTED), outputs))
        self._stride = stride

    def forward(self, x: Tensor, style: int) -> Tensor:
        weight = self.weight * self.scale[style][:, None, None, None]
        out: Tensor = conv2d(x, weight, self.shift[style], self._stride, padding=1).relu_()
        return out


# -- what the brush is given, and what becomes of its answer -----------------------------------------------------------
def features(frame: U8, edges: U8, g: GBuffer, pool: Executor | None = None) -> Plane:
    """(H / 4, W / 4, GIVEN) of a frame, its `outlines` and its G-buffer: of each quarter of a square the pigment that
    the frame would be and its edges; of the square its paint, how red that is, how near it is, whether it is sky, and
    whether it is on stage. At sizes that are no fours pixels at the border stand for those beyond it."""
    height, width = g.depth.shape
    out: Plane = np.empty((-(-height // SQUARE), -(-width // SQUARE), GIVEN), np.float32)

    def band(rows: slice) -> None:
        _pack(frame, as_pigment(), edges, g.albedo, g.depth, g.entity, rows.start, rows.stop, out)

    in_bands(out.shape[0], out.shape[1], band, pool)
    return out


def painted(spots: Plane, colors: Plane, frame: U8, edges: U8, pool: Executor | None = None) -> Plane:
    """(H, W, 3) pigment as a brush has said, (H / 4, W / 4, 6 x 4), over the frame (H, W, 3) and its edges (H, W, 2);
    `colors` (8, 3) are the style's `palette`."""
    out: Plane = np.empty(frame.shape, np.float32)
    dyed = as_pigment()[:, None, None] * colors[3:6]  # each byte of red, green and blue

    def band(rows: slice) -> None:
        _paint(spots, colors, frame, dyed.astype(np.float32), edges, rows.start, rows.stop, out)

    in_bands(frame.shape[0], frame.shape[1], band, pool)
    return out


def palette(style: int) -> Plane:
    """(8, 3) pigments of a style, a number of PAINTED: those of three washes, of red, green and blue of the frame, of
    outlines and of creases."""
    return np.array(_PALETTES[PAINTED[style]], np.float32)


@lru_cache(maxsize=1)
def as_pigment() -> Plane:
    """(256,) pigment that lets as much light through as each byte of a frame sends."""
    out: Plane = -np.log(np.maximum(np.arange(256) / 255.0, _BLACK)).astype(np.float32)
    return out


@compiled
def _pack(frame: U8, pigment: Plane, edges: U8, albedo: Plane, depth: Plane, entity: Plane, top: int, bottom: int,
          out: Plane) -> None:
    height, width = depth.shape
    for i in range(top, bottom):
        for j in range(out.shape[1]):
            out[i, j, :] = 0.0
            for part in range(4):
                for pixel in range(4):
                    y = min(SQUARE * i + 2 * (part // 2) + pixel // 2, height - 1)
                    x = min(SQUARE * j + 2 * (part % 2) + pixel % 2, width - 1)
                    for k in range(3):
                        out[i, j, 3 * part + k] += np.float32(0.25) * pigment[frame[y, x, k]]
                    for k in range(2):
                        out[i, j, 12 + 2 * part + k] += edges[y, x, k] * np.float32(0.25 / 255.0)
            y, x = min(SQUARE * i + 1, height - 1), min(SQUARE * j + 1, width - 1)
            for k in range(3):
                out[i, j, 20 + k] = math.sqrt(albedo[k, y, x])
            red, other = albedo[0, y, x], max(albedo[1, y, x], albedo[2, y, x])
            out[i, j, 23] = max(red - 2.4 * other, 0.0) / (red + 0.02)
            out[i, j, 24] = _MIDDLE / (_MIDDLE + depth[y, x])
            out[i, j, 25] = entity[y, x] == NOTHING
            out[i, j, 26] = entity[y, x] >= 0


@compiled
def _paint(spots: Plane, colors: Plane, frame: U8, dyed: Plane, edges: U8, top: int, bottom: int,
           out: Plane) -> None:
    rows, columns = 2 * spots.shape[0] - 1, 2 * spots.shape[1] - 1
    here = np.empty(_SPOT, np.float32)
    for y in range(top, bottom):
        # Each spot is 2 x 2 pixels; between the middles of four of them it is something of each.
        i0 = min(max((y - 1) // 2, 0), rows)
        i1 = min((y + 1) // 2, rows)
        down = np.float32(0.25 if y % 2 else 0.75)
        for x in range(out.shape[1]):
            j0 = min(max((x - 1) // 2, 0), columns)
            j1 = min((x + 1) // 2, columns)
            right = np.float32(0.25 if x % 2 else 0.75)
            for k in range(_SPOT):
                a = spots[i0 // 2, j0 // 2, 4 * k + 2 * (i0 % 2) + j0 % 2]
                b = spots[i0 // 2, j1 // 2, 4 * k + 2 * (i0 % 2) + j1 % 2]
                c = spots[i1 // 2, j0 // 2, 4 * k + 2 * (i1 % 2) + j0 % 2]
                d = spots[i1 // 2, j1 // 2, 4 * k + 2 * (i1 % 2) + j1 % 2]
                above, below = a + (b - a) * right, c + (d - c) * right
                here[k] = above + (below - above) * down
            outline = here[4] * edges[y, x, 0] * np.float32(1.0 / 255.0)
            crease = here[5] * edges[y, x, 1] * np.float32(1.0 / 255.0)
            red, green, blue = frame[y, x, 0], frame[y, x, 1], frame[y, x, 2]
            for k in range(3):
                detail = dyed[red, 0, k] + dyed[green, 1, k] + dyed[blue, 2, k]
                amount = here[0] * colors[0, k] + here[1] * colors[1, k] + here[2] * colors[2, k]
                amount += (np.float32(0.5) + here[3]) * detail + outline * colors[6, k] + crease * colors[7, k]
                out[y, x, k] = max(amount, np.float32(0.0))


def outlines(g: GBuffer, pool: Executor | None = None) -> U8:
    """(H, W, 2) of 255: where one thing ends before another, and where it has a crease or its paint another tone."""
    height, width = g.depth.shape
    out: U8 = np.empty((height, width, 2), np.uint8)

    def band(rows: slice) -> None:
        _outline(g.depth, g.normal, g.albedo, g.entity, rows.start, rows.stop, out)

    in_bands(height, width, band, pool)
    return np.asarray(cv2.GaussianBlur(out, (3, 3), 0), np.uint8)


@compiled
def _outline(depth: Plane, normal: Plane, albedo: Plane, entity: Plane, top: int, bottom: int, out: U8) -> None:
    height, width = depth.shape
    none, one = np.float32(0.0), np.float32(1.0)
    for y in range(top, bottom):
        above, below = max(y - 1, 0), min(y + 1, height - 1)
        for x in range(width):
            left, right = max(x - 1, 0), min(x + 1, width - 1)
            rim, crease, here = none, none, depth[y, x]
            for k in range(2):
                i0, j0 = (y, left) if k == 0 else (above, x)
                i1, j1 = (y, right) if k == 0 else (below, x)
                # 1 / depth is flat on planes: what bends it is an edge.
                product = depth[i0, j0] * depth[i1, j1]
                bend = abs(here * (depth[i0, j0] + depth[i1, j1]) - product - product)
                if entity[i0, j0] != entity[i1, j1]:
                    bend += np.float32(0.05) * product
                turn, tone, paint = np.float32(0.75), none, np.float32(0.15)
                for c in range(3):
                    a, b = albedo[c, i0, j0], albedo[c, i1, j1]
                    turn -= normal[c, i0, j0] * normal[c, i1, j1]
                    tone += abs(a - b)
                    paint += a + b
                rim += min(np.float32(12.0) * bend / product, one)
                tone -= np.float32(0.12) * paint
                if turn > none or tone > none:
                    crease += max(turn, none) * np.float32(1.2) + max(tone, none) * np.float32(1.6) / paint
            out[y, x, 0] = np.uint8(np.float32(255.0) * min(rim, one))
            out[y, x, 1] = np.uint8(np.float32(255.0) * min(crease, one))
