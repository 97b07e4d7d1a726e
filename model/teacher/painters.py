"""Painters: what a frame would be on paper, by slow filters that take as long as they like.

The brush of the live picture learns from them. Each takes a frame and its G-buffer and answers with pigment: for each
pixel and colour how much of it lies there, which `model.renderer.paper` lays on its sheet. Whatever is chance lies in
that sheet; a painter has none, so that strokes stay on what they show. Training and evaluation only. Knows nothing of
stages.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np

from model.renderer.brush import outlines
from model.renderer.compiled import compiled
from model.renderer.mesh import F32
from model.renderer.raster import NOTHING, U8, GBuffer, Plane

_LUMA = np.array([0.299, 0.587, 0.114], np.float32)
_RADIUS = 4  # pixels of a dab of 640 x 360
_THICKEST = 3.5  # pigment


@dataclass(frozen=True, slots=True)
class Motif:
    """What a painter looks at: the frame as it is and in dabs, both (H, W, 3) of 0 .. 1, and its G-buffer."""

    seen: F32
    dabs: F32
    g: GBuffer
    edges: F32  # (H, W, 2) of `outlines`
    clear: F32  # (H, W) 0 .. 1: less where mist takes what there is to see

    @property
    def sky(self) -> Plane:
        out: Plane = (self.g.entity == NOTHING).astype(np.float32)
        return out


def motif(frame: U8, g: GBuffer) -> Motif:
    seen = (frame / 255.0).astype(np.float32)
    level = seen @ _LUMA
    varies = np.sqrt(np.maximum(_soft(level * level, 3.0) - _soft(level, 3.0) ** 2, 0.0))
    clear = np.clip(0.2 + 12.0 * _soft(varies, 3.0), 0.0, 1.0)
    edges = (outlines(g) / 255.0).astype(np.float32)
    return Motif(seen, dabbed(seen), g, edges, clear.astype(np.float32))


def pigment(style: str, motif: Motif) -> F32:
    """(H, W, 3) pigment of the frame in a style of `PAINTERS`."""
    through = np.clip(PAINTERS[style](motif), np.exp(-_THICKEST), 1.0)
    out: F32 = (-np.log(through)).astype(np.float32)
    return out


# -- the three ---------------------------------------------------------------------------------------------------------
def ink_wash(m: Motif) -> Plane:
    """Greys of ink in five tones, a little cinnabar, mist for what is far, bare paper for the sky; lines of a pointed
    brush."""
    depth, thing = m.g.depth, (m.g.entity >= 0).astype(np.float32)
    light = (0.6 * _soft(m.dabs @ _LUMA, 0.8) + 0.4 * m.seen @ _LUMA) ** 0.72
    far = np.maximum(1.0 - np.exp(-np.maximum(depth - 6.0, 0.0) / 12.0), 0.0)
    wash = 0.14 + 0.86 * _steps(np.clip((light - 0.10) / 0.64, 0.0, 1.0), 4)
    loose = _soft(wash, 2.6)
    wash += (loose - wash) * np.clip(0.35 + far, 0.0, 1.0) * (1.0 - 0.8 * thing)
    wash = 1.0 - (1.0 - wash) * (1.0 - 0.70 * far) * (0.80 + 0.20 * thing)
    sky = 1.0 - 0.30 * np.clip(1.0 - 1.25 * _soft(light, 9.0), 0.0, 1.0)
    wash += (sky - wash) * m.sky
    # Ink runs into wet paper round what is dark.
    wash = np.minimum(wash, 0.4 * wash + 0.6 * _soft(wash, 3.0) + 0.09)
    near = (1.0 - far) * m.clear
    width = _nib(m.edges) * (1.35 - 0.9 * _soft(light, 4.0)) * np.clip(5.0 / (depth + 1.0), 0.25, 1.4)
    line = _stroke(m.edges[..., 0], (1.9 + 1.2 * thing) * width - 0.2) * (0.12 + 0.85 * near * (0.65 + 0.35 * thing))
    thin = _stroke(m.edges[..., 1], (0.7 + 0.3 * thing) * width - 0.3) * (0.06 + 0.72 * near * (0.6 + 0.4 * thing))
    ink = wash * (1.0 - 0.92 * line) * (1.0 - 0.85 * thin)
    grey = np.stack([ink, ink**0.98, ink**0.94], -1)
    dye = np.stack([0.60 + 0.40 * ink, 0.14 + 0.52 * ink**1.4, 0.08 + 0.46 * ink**1.4], -1)
    out: Plane = grey + (np.minimum(dye, grey + 0.5) - grey) * (_cinnabar(m) * (1.0 - far))[..., None]
    return out


def watercolour(m: Motif) -> Plane:
    """Transparent washes that pool at their edges, white gaps where light falls, far things wet in wet, a pencil."""
    thing = (m.g.entity >= 0).astype(np.float32)[..., None]
    base = m.dabs + (m.seen - m.dabs) * 0.35 * thing
    base = _vivid(base**0.68, 1.2)
    level = base @ _LUMA
    base = base * ((_steps(level, 6) + 0.15) / (level + 0.15))[..., None]
    # Shade is a blue glaze over everything, and paper is never quite covered.
    shade = np.clip(0.62 - level, 0.0, 1.0)[..., None]
    base = base * (1.0 - shade * np.array([0.20, 0.10, -0.04]))
    base = np.clip(0.15 + 0.85 * base, 0.0, 1.0)
    far = np.clip((m.g.depth - 7.0) / 16.0, 0.0, 1.0)[..., None]
    wet = _soft(base, 3.6)
    base = base + (wet - base) * far * 0.9
    base = 1.0 - (1.0 - base) * (1.0 - 0.40 * far)
    # Pigment is carried to the rim of a wash while it dries.
    pools = np.clip(_soft(base, 4.0) - base, 0.0, 0.22) * 1.1 + np.clip(_soft(base, 1.3) - base, 0.0, 0.2) * 1.1
    base = np.clip(base - pools * (1.0 - 0.5 * far), 0.04, 1.0)
    lit = np.clip((_soft(level, 3.0) - 0.45) * 2.6, 0.0, 1.0)
    near = (1.0 - far[..., 0]) * m.clear
    gap = _stroke(m.edges[..., 0], 1.0 * lit) * lit * near
    base = base + (1.0 - base) * (0.75 * gap)[..., None]
    pencil = _stroke(m.edges.max(axis=2), np.full(level.shape, 0.2, np.float32)) * (1.0 - 0.8 * lit) * near
    out: Plane = base * (1.0 - pencil[..., None] * np.array([0.40, 0.46, 0.44]))
    return out


def storybook(m: Motif) -> Plane:
    """Gouache: full warm colours in few steps of light, a brown line that swells in the shade, cream where the light
    catches an edge."""
    thing = (m.g.entity >= 0).astype(np.float32)[..., None]
    base = m.dabs + (m.seen - m.dabs) * 0.30 * thing
    base = _vivid(base**0.80, 1.22)
    level = base @ _LUMA
    stepped = _steps(level, 5)
    base = base * ((stepped + 0.06) / (level + 0.06))[..., None]
    # Warm in the light, violet in the shade.
    shade = np.clip(1.0 - 1.7 * stepped, 0.0, 1.0)[..., None]
    base = base * np.array([1.05, 0.99, 0.86]) + shade * np.array([0.11, 0.06, 0.20]) + 0.03
    base = np.clip(base, 0.0, 1.0)
    dark = 1.0 - np.clip(1.3 * _soft(level, 3.0), 0.0, 1.0)
    near = np.clip(3.2 / m.g.depth, 0.25, 1.3)
    catch = _stroke(_lit_side(m.edges[..., 0]), np.full(level.shape, 0.6, np.float32)) * (1.0 - dark) * m.clear
    base = base + (np.array([1.0, 0.97, 0.86]) - base) * (0.55 * catch * np.minimum(near, 1.0))[..., None]
    width = near * (0.5 + 1.5 * dark) * (0.3 + 1.0 * _nib(m.edges))
    line = np.maximum(_stroke(m.edges[..., 0], width), 0.75 * _stroke(m.edges[..., 1], 0.6 * width - 0.1))
    line = line * np.clip(0.30 + 2.2 / m.g.depth, 0.0, 0.92) * m.clear
    out: Plane = base * (1.0 - line[..., None] * np.array([0.70, 0.80, 0.74]))
    return out


PAINTERS: dict[str, Callable[[Motif], Plane]] = {
    "ink wash": ink_wash, "watercolour": watercolour, "storybook": storybook,
}  # fmt: skip


# -- what they have in common ------------------------------------------------------------------------------------------
def _soft(x: Plane, sigma: float) -> Plane:
    out: Plane = cv2.GaussianBlur(np.ascontiguousarray(x, np.float32), (0, 0), sigma)
    return out


def _steps(x: Plane, count: int) -> Plane:
    """Values 0 .. 1 drawn towards `count` + 1 even steps, without a seam."""
    scaled = x * count
    whole = np.floor(scaled)
    rest = np.clip((scaled - whole - 0.5) * 2.4 + 0.5, 0.0, 1.0)
    out: Plane = (whole + rest * rest * (3.0 - 2.0 * rest)) / count
    return out


def _vivid(color: Plane, by: float) -> Plane:
    grey = (color @ _LUMA)[..., None]
    out: Plane = np.clip(grey + (color - grey) * by, 0.0, 1.0)
    return out


def _stroke(edge: Plane, width: Plane) -> Plane:
    """(H, W) 0 .. 1 of a line along an edge, so many pixels to each side of it; nothing where that is less than none.
    Drawn at twice the size: an edge of whole pixels has steps, a brush has none."""
    height, width_of = edge.shape
    whole = cv2.resize(_soft(edge, 0.9), (2 * width_of, 2 * height), interpolation=cv2.INTER_LINEAR)
    away = 0.5 * cv2.distanceTransform((whole < 0.38).astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    reach = cv2.resize(_soft(width, 2.0), (2 * width_of, 2 * height), interpolation=cv2.INTER_LINEAR)
    drawn = np.clip(2.0 * (reach - away) + 0.5, 0.0, 1.0) * (reach > -0.25)
    out: Plane = cv2.resize(_soft(drawn, 0.8), (width_of, height), interpolation=cv2.INTER_AREA)
    return out


def _nib(edges: Plane) -> Plane:
    """(H, W) 0.3 .. 1: how broad a slanted nib draws an edge that runs as this one does."""
    line = _soft(edges.max(axis=2), 1.2)
    across, down = cv2.Sobel(line, cv2.CV_32F, 1, 0), cv2.Sobel(line, cv2.CV_32F, 0, 1)
    xx, yy, xy = (_soft(a, 2.5) for a in (across * across, down * down, across * down))
    turned = np.cos(np.arctan2(2.0 * xy, xx - yy) + np.pi / 2)  # twice the angle of the gradient, less the nib's
    out: Plane = 0.6 + 0.4 * turned
    return out


def _lit_side(rim: Plane) -> Plane:
    """The rim moved inward from the upper left."""
    return np.roll(rim, (2, 2), (0, 1)) * (rim < 0.35)


def _cinnabar(m: Motif) -> Plane:
    """(H, W) 0 .. 1: how red the paint of a thing is. What is brown is not, though a cheek is."""
    red, green, blue = m.g.albedo
    other = np.maximum(green, blue)
    deep = np.clip((red - 4.2 * other) / (0.35 * red + 1e-3), 0.0, 1.0) * np.clip(red * 4.0, 0.0, 1.0)
    pale = np.clip((red - 2.4 * other) / (0.40 * red + 1e-3), 0.0, 1.0) * np.clip((red - 0.35) * 4.0, 0.0, 1.0)
    of = np.where(m.g.entity >= 0, np.float32(1.0), np.float32(0.5))
    return _soft(np.maximum(deep, 0.6 * pale) * of * (1.0 - m.sky), 0.8)


# -- dabs --------------------------------------------------------------------------------------------------------------
def dabbed(color: Plane) -> Plane:
    """(H, W, 3) in dabs that follow its forms: the anisotropic Kuwahara filter (Kyprianidis, Kang and Doellner 2009)
    with polynomial sectors (2010). Edges stay; what is inside them becomes even."""
    grey = color @ _LUMA
    across, down = cv2.Sobel(grey, cv2.CV_32F, 1, 0), cv2.Sobel(grey, cv2.CV_32F, 0, 1)
    tensor = np.stack([_soft(a, 2.0) for a in (across * across, across * down, down * down)])
    out: Plane = np.empty_like(color)
    _dab(np.ascontiguousarray(color, np.float32), tensor, _RADIUS, out)
    return out


@compiled
def _dab(color: Plane, tensor: Plane, radius: int, out: Plane) -> None:
    height, width = color.shape[:2]
    reach = radius * 3 // 2
    sums, squares, weights, share = np.empty((8, 3)), np.empty((8, 3)), np.empty(8), np.empty(8)
    for y in range(height):
        for x in range(width):
            e, f, g = tensor[0, y, x], tensor[1, y, x], tensor[2, y, x]
            root = np.sqrt((e - g) * (e - g) + 4.0 * f * f)
            big, small = 0.5 * (e + g + root), 0.5 * (e + g - root)
            stretch = (big - small) / (big + small + 1e-5)
            turn = 0.5 * np.arctan2(2.0 * f, e - g) + 0.5 * np.pi
            c, s = np.cos(turn), np.sin(turn)
            a, b = radius * (1.0 + 0.5 * stretch), radius / (1.0 + stretch)
            sums[:], squares[:], weights[:] = 0.0, 0.0, 0.0
            for dy in range(-reach, reach + 1):
                i = min(max(y + dy, 0), height - 1)
                for dx in range(-reach, reach + 1):
                    u, v = (c * dx + s * dy) / a, (c * dy - s * dx) / b
                    square = u * u + v * v
                    if square > 1.0:
                        continue
                    j = min(max(x + dx, 0), width - 1)
                    total = 0.0
                    for k in range(8):
                        p, q = (u, v) if k % 2 == 0 else (0.7071 * (u + v), 0.7071 * (v - u))
                        if k == 2 or k == 3:
                            p, q = -q, p
                        elif k == 4 or k == 5:
                            p, q = -p, -q
                        elif k == 6 or k == 7:
                            p, q = q, -p
                        near = max(0.0, q + 0.33 - 3.77 * p * p)
                        share[k] = near * near
                        total += share[k]
                    if total < 1e-6:
                        continue
                    fade = np.exp(-3.125 * square) / total
                    for k in range(8):
                        w = share[k] * fade
                        weights[k] += w
                        for n in range(3):
                            sums[k, n] += w * color[i, j, n]
                            squares[k, n] += w * color[i, j, n] * color[i, j, n]
            total = 0.0
            for n in range(3):
                out[y, x, n] = 0.0
            for k in range(8):
                if weights[k] < 1e-6:
                    continue
                spread = 0.0
                for n in range(3):
                    mean = sums[k, n] / weights[k]
                    spread += max(squares[k, n] / weights[k] - mean * mean, 0.0)
                even = 1.0 / (1.0 + (60.0 * np.sqrt(spread)) ** 4)
                total += even
                for n in range(3):
                    out[y, x, n] += even * sums[k, n] / weights[k]
            for n in range(3):
                out[y, x, n] /= total
