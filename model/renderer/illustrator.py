"""Painted frames: a finished frame and its G-buffer in, the same as a painting on paper out, at any size.

The brush works on about 640 x 360 pixels of any picture, so that its strokes are as broad in a large one; its pigment
is taken from there to every pixel. Knows nothing of how the brush came to paint as it does.
"""

from __future__ import annotations

from concurrent.futures import Executor
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import torch
from torch import Tensor, nn

from model.layers import one_thread
from model.renderer.brush import GIVEN, PAINTED, Brush, features, outlines, painted, palette
from model.renderer.painter import step_of
from model.renderer.paper import laid
from model.renderer.raster import U8, GBuffer, Plane
from model.renderer.ready import made_ready, precision, traced

WEIGHTS = Path(__file__).parent.parent / "weights" / "styles"


class Illustrator:
    """A brush made ready for frames."""

    def __init__(self, brush: Brush) -> None:
        self._brush = made_ready(brush)
        self._ready: dict[str, Any] = {}

    @classmethod
    def load(cls, folder: Path = WEIGHTS) -> Illustrator:
        """With the weights in a folder, or those that ship. Raises ValueError when they are missing or outdated."""
        return cls(Brush.load(folder))

    def paint(self, frame: U8, g: GBuffer, style: str, pool: Executor | None = None) -> U8:
        """The frame (H, W, 3) in a style; itself where the style is none that is painted. The same with and without a
        pool of threads."""
        if style not in PAINTED:
            return frame
        height, width = g.depth.shape
        step = step_of(height, width) // 2
        g = g.every(step)
        h, w = g.depth.shape
        if step > 1:
            frame = np.asarray(cv2.resize(frame, (w, h), interpolation=cv2.INTER_AREA), np.uint8)
        edges = outlines(g, pool)
        spots = self.spots(features(frame, edges, g, pool), style)
        pigment = painted(spots, palette(PAINTED.index(style)), frame, edges, pool)
        if step > 1:
            pigment = cv2.resize(pigment, (width, height), interpolation=cv2.INTER_CUBIC)
        return laid(pigment, style, pool)

    def spots(self, given: Plane, style: str) -> Plane:
        """(H / 4, W / 4, 6 x 4) how to paint what has these features (H / 4, W / 4, GIVEN)."""
        with torch.inference_mode(), one_thread():
            out: Plane = self._hand(style)(torch.from_numpy(given)).numpy()
        return out

    def _hand(self, style: str) -> Any:
        """The brush in one style, traced: a single call, in which what the style scales and shifts is folded in."""
        if style not in self._ready:
            hand = _Hand(self._brush, PAINTED.index(style), precision())
            self._ready[style] = traced(hand, torch.zeros((32, 32, GIVEN)))
        return self._ready[style]


class _Hand(nn.Module):
    """A brush as frames need it: how to paint one picture in one style, with features and answers in full precision."""

    def __init__(self, brush: Brush, style: int, kind: torch.dtype) -> None:
        super().__init__()
        self._brush, self._style, self._kind = brush, style, kind

    def forward(self, given: Tensor) -> Tensor:
        x = given.permute(2, 0, 1)[None].to(self._kind)
        out: Tensor = self._brush(x, self._style)[0].permute(1, 2, 0).float().contiguous()
        return out
