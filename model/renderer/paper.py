"""What a painting is laid on: the tooth of paper in which pigment settles, the uneven wash, the edge left unpainted.

Everything is fixed in the paper: a still world makes a still picture, and nothing crawls when the camera moves. Knows
nothing of brushes nor of what is painted.
"""

from __future__ import annotations

from concurrent.futures import Executor
from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np

from model.renderer.compiled import compiled
from model.renderer.raster import U8, Plane, in_bands

_STEPS = 1024  # of pigment
_MOST = 5.0  # pigment that lets nothing through


@dataclass(frozen=True, slots=True)
class Paper:
    """How a style's paper takes paint. Lengths are in frame heights."""

    color: tuple[int, int, int]  # sRGB of the bare sheet
    relief: float  # how much its tooth shows where it is bare
    settles: float  # how much more pigment lies in its valleys
    uneven: float  # how much the wash pools, over a tenth of the frame
    streaks: float  # how much a broad dry brush shows
    margin: float  # left unpainted all around
    ragged: float  # by how much the paint's edge wanders


PAPERS = {
    "ink wash": Paper((247, 242, 229), 0.020, 0.19, 0.18, 0.0, 0.0, 0.0),
    "watercolour": Paper((252, 250, 245), 0.030, 0.16, 0.18, 0.0, 0.034, 0.016),
    "storybook": Paper((251, 242, 222), 0.014, 0.06, 0.07, 0.10, 0.022, 0.006),
}


def laid(pigment: Plane, style: str, pool: Executor | None = None) -> U8:
    """The frame (H, W, 3) of pigment (H, W, 3) on a style's paper: 0 is bare, 1 lets a third of the light through."""
    height, width = pigment.shape[:2]
    holds, shows = _sheet(style, height, width)
    frame = np.empty((height, width, 3), np.uint8)

    def band(rows: slice) -> None:
        _lay(pigment, holds, shows, _through(), np.array(PAPERS[style].color, np.float32), rows.start, rows.stop, frame)

    in_bands(height, width, band, pool)
    return frame


@compiled
def _lay(pigment: Plane, holds: Plane, shows: Plane, through: Plane, color: Plane, top: int, bottom: int,
         frame: U8) -> None:
    last = through.shape[0] - 1
    steps = last / _MOST
    for y in range(top, bottom):
        for x in range(frame.shape[1]):
            for k in range(3):
                step = int(max(pigment[y, x, k], 0.0) * holds[y, x] * steps + 0.5)
                frame[y, x, k] = int(min(color[k] * shows[y, x] * through[min(step, last)] + 0.5, 255.0))


@lru_cache(maxsize=1)
def _through() -> Plane:
    """Share of light that so many steps of pigment let through, after Beer and Lambert."""
    out: Plane = np.exp(-np.linspace(0.0, _MOST, _STEPS)).astype(np.float32)
    return out


@lru_cache(maxsize=6)
def _sheet(style: str, height: int, width: int) -> tuple[Plane, Plane]:
    """(H, W) how much of the pigment stays at a place of the paper, and how bright the paper is there."""
    paper = PAPERS[style]
    rng = np.random.default_rng(20261123)
    tooth = _noise(rng, height, width, 1.1 / 360) + 0.6 * _noise(rng, height, width, 2.4 / 360)
    wash = _noise(rng, height, width, 0.075) + 0.45 * _noise(rng, height, width, 0.025)
    streak = _brushed(rng, height, width, 1) + _brushed(rng, height, width, -1)
    holds = 1.0 + paper.settles * tooth / 1.2 + paper.uneven * wash / 1.2 + paper.streaks * streak
    painted = np.ones((height, width))
    if paper.margin > 0.0:
        y, x = np.mgrid[:height, :width] + 0.5
        edge = np.minimum(np.minimum(x, width - x), np.minimum(y, height - y)) / height
        edge += paper.ragged * (_noise(rng, height, width, 0.06) + 0.3 * _noise(rng, height, width, 0.012))
        within = (edge - paper.margin) * height  # pixels
        painted = np.clip(within / (0.006 * height) + 0.5, 0.0, 1.0)
        holds = holds * (1.0 + 0.5 * np.exp(-np.maximum(within, 0.0) / (0.008 * height)))  # paint pools at its edge
    shows = 1.0 + paper.relief * (tooth - np.roll(tooth, 1, (0, 1)))  # lit from above
    return (np.maximum(holds, 0.0) * painted).astype(np.float32), shows.astype(np.float32)


def _noise(rng: np.random.Generator, height: int, width: int, size: float) -> Plane:
    """(H, W) soft noise, about -1 .. 1, its grains `size` frame heights across."""
    return _even(cv2.GaussianBlur(_rough(rng, height, width), (0, 0), max(size * height, 0.3)))


def _brushed(rng: np.random.Generator, height: int, width: int, way: int) -> Plane:
    """(H, W) noise smeared by a bristle brush, from upper left to lower right or, for a `way` of -1, the other way."""
    length = max(3, round(0.035 * height))
    stroke = np.zeros((length, length), np.float32)
    stroke[np.arange(length), np.arange(length)[::way] * 2 // 3] = 1.0 / length
    return _even(cv2.GaussianBlur(cv2.filter2D(_rough(rng, height, width), -1, stroke), (0, 0), 0.0022 * height))


def _rough(rng: np.random.Generator, height: int, width: int) -> Plane:
    out: Plane = rng.normal(0.0, 1.0, (height, width)).astype(np.float32)
    return out


def _even(noise: Plane) -> Plane:
    out: Plane = np.clip(noise / (2.0 * noise.std()), -1.5, 1.5)
    return out
