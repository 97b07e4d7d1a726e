"""What fills the air: the sky dome with its clouds, stars and moon, and rain and snow before the lens.

Knows nothing of surfaces. Everything is a function of direction, light and time: no drop remembers where it was.
"""

from __future__ import annotations

import math
from functools import lru_cache

import cv2
import numpy as np
import numpy.typing as npt

from model.renderer.compiled import compiled
from model.renderer.light import Light, Sky
from model.renderer.mesh import F32
from model.renderer.raster import U8, Plane, View

_TILE = 256  # pixels of the cloud tile

Wanted = npt.NDArray[np.bool_]


def sky_dome(rays: Plane, sky: Sky, time_s: float, wanted: Wanted | None = None) -> Plane:
    """(3, H, W) light of the sky along `rays` (3, H, W), which need not be unit; black where it is not `wanted`."""
    out: Plane = np.zeros(rays.shape, np.float32)
    colors = np.array([sky.zenith, sky.horizon, sky.sun, sky.cloud], np.float32)
    everywhere = np.ones(rays.shape[1:], np.bool_) if wanted is None else wanted
    _dome(np.ascontiguousarray(rays, np.float32), everywhere, colors, np.array(sky.sun_direction, np.float32),
          sky.cover, sky.stars, time_s, noise_tile(), out)
    return out


@compiled
def _dome(rays: Plane, wanted: Wanted, colors: F32, sun: F32, cover: float, stars: float, time_s: float, tile: Plane,
          out: Plane) -> None:
    size = tile.shape[0]
    night = stars > 0.02
    edge = 0.70 - 0.62 * cover
    for row in range(out.shape[1]):
        for column in range(out.shape[2]):
            if not wanted[row, column]:
                continue
            x, y, z = rays[0, row, column], rays[1, row, column], rays[2, row, column]
            length = math.sqrt(x * x + y * y + z * z)
            up = y / length
            towards_sun = (sun[0] * x + sun[1] * y + sun[2] * z) / length
            # Thickest at the horizon; the exponent puts most of the change low, as air does.
            low = math.exp(-4.2 * max(up, 0.0))
            near = max(towards_sun, 0.0)
            near_4 = near * near * near * near
            near_12 = near_4 * near_4 * near_4
            glow = 0.10 * near_4 * near * near + 0.16 * near_12 * near_12 * near_12 * near_12
            star = 0.0
            if night:
                # A moon is a little larger than life and has a soft edge.
                glow = glow * 0.5 + 2.2 * min(max((towards_sun - 0.9983) / 0.0003, 0.0), 1.0)
                # Points fixed on the dome: cells of a grid over direction, some with a star in them.
                elevation = math.asin(min(max(up, -1.0), 1.0))
                across = math.atan2(x, -z) * math.cos(round(elevation * 12.0) / 12.0) * 90.0
                along = elevation * 90.0
                left, above = math.floor(across), math.floor(along)
                # An integer hash gives every cell its star's place and brightness.
                h = (np.int64(left) * 73856093) ^ (np.int64(above) * 19349663)
                h = (h ^ (h >> 13)) * 1274126177
                a, b, c = (h >> 3 & 1023) / 1023.0, (h >> 11 & 1023) / 1023.0, (h >> 19 & 1023) / 1023.0
                if c > 0.93:
                    off = (across - left - 0.2 - 0.6 * a) ** 2 + (along - above - 0.2 - 0.6 * b) ** 2
                    star = math.exp(-off / (0.008 + 0.012 * a)) * (0.15 + 1.1 * (c - 0.93) / 0.07)
                    star *= stars * min(max(up * 6.0, 0.0), 1.0)
            else:
                glow += 4.0 * min(max((towards_sun - 0.9986) / 0.0006, 0.0), 1.0)
            glow *= 1.0 - 0.85 * max(0.0, cover - 0.4)
            # A cloud layer on a low, curved ceiling.
            height = 52.0 / (max(y, 0.0) + 0.16 * math.sqrt(x * x + z * z) + 1e-6)
            u, v = x * height + time_s * 0.9, z * height * 1.5
            left, above = math.floor(u), math.floor(v)
            r, d = u - left, v - above
            i, j = above % size, left % size
            below, beside = (i + 1) % size, (j + 1) % size
            noise = ((tile[i, j] * (1.0 - r) + tile[i, beside] * r) * (1.0 - d)
                     + (tile[below, j] * (1.0 - r) + tile[below, beside] * r) * d)
            opacity = min(max((noise - edge) / 0.22, 0.0), 1.0)
            opacity *= opacity * (3.0 - 2.0 * opacity) * min(max((up - 0.03) / 0.16, 0.0), 1.0) * (0.75 + 0.2 * cover)
            shine = 0.85 + 0.35 * near_4
            for k in range(3):
                light = colors[0, k] + (colors[1, k] - colors[0, k]) * low + star + colors[2, k] * glow
                out[k, row, column] = light + (colors[3, k] * shine - light) * opacity


@lru_cache(maxsize=1)
def noise_tile() -> Plane:
    """(256, 256) of soft noise, 0..1, that repeats without a seam: sums of periodic value noise."""
    rng = np.random.default_rng(20261122)
    tile: Plane = np.zeros((_TILE, _TILE), np.float32)
    for octave, weight in ((4, 1.0), (8, 0.55), (16, 0.3), (32, 0.16), (64, 0.08)):
        grid = rng.random((octave, octave), dtype=np.float32)
        wrapped = np.pad(grid, 2, mode="wrap")
        scale = _TILE // octave
        fine = cv2.resize(wrapped, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)
        tile += weight * fine[2 * scale : -2 * scale, 2 * scale : -2 * scale]
    tile -= tile.min()
    tile /= tile.max()
    return tile


_BOX = np.array([14.0, 9.0, 14.0], np.float32)  # a box of weather, repeated through space


@lru_cache(maxsize=2)
def _drops(count: int) -> Plane:
    """(count, 4): a place in the unit box, and a number of its own."""
    return np.random.default_rng(count).random((count, 4), dtype=np.float32)


def _falling(view: View, count: int, velocity: Plane, time_s: float, sway: float = 0.0) -> tuple[Plane, Plane]:
    """World places (count, 3) of the drops around the camera now, and a number 0..1 of each drop's own."""
    seeds = _drops(count)
    places = seeds[:, :3] * _BOX + velocity * (0.8 + 0.4 * seeds[:, 3:]) * time_s
    if sway:
        places[:, 0] += sway * np.sin(2.1 * time_s + 40.0 * seeds[:, 3])
    forward = -view.world_to_view[2, :3]
    corner = view.eye + forward * (_BOX[2] * 0.5) - _BOX / 2
    return corner + np.mod(places - corner, _BOX), seeds[:, 3]


def precipitation(frame: U8, depth: Plane, view: View, light: Light) -> U8:
    """The frame (H, W, 3) with the rain and snow that falls between the camera and what it sees at `depth` (H, W)."""
    if light.rainfall > 0.02:
        frame = _rain(frame, depth, view, light)
    if light.snowfall > 0.02:
        frame = _snow(frame, depth, view, light)
    return frame


def _seen(points: Plane, depth: Plane, view: View, nearest: float) -> tuple[Plane, npt.NDArray[np.bool_]]:
    """Projected (N, 3) points, and which of them are in the picture and not behind anything."""
    spots = view.project(points)
    x, y = (spots[:, 0] * view.width).astype(np.int64), (spots[:, 1] * view.height).astype(np.int64)
    inside = (spots[:, 2] > nearest) & (x >= 0) & (x < view.width) & (y >= 0) & (y < view.height)
    seen = inside.copy()
    seen[inside] = spots[inside, 2] < depth[y[inside], x[inside]]
    return spots, seen


def _rain(frame: U8, depth: Plane, view: View, light: Light) -> U8:
    velocity = np.array([0.9, -9.5, 0.3], np.float32)
    places, _ = _falling(view, int(1500 * light.rainfall), velocity, light.time_s)
    heads, seen = _seen(places, depth, view, 0.8)
    tails = view.project(places - velocity * 0.028)
    scale = np.array([view.width, view.height], np.float32)
    lines = np.stack([heads[seen, :2] * scale, tails[seen, :2] * scale], axis=1)
    strokes = np.zeros(frame.shape[:2], np.uint8)
    near = heads[seen, 2] < 4.0
    for chosen, value in ((near, 95), (~near, 52)):
        cv2.polylines(strokes, list(np.round(lines[chosen] * 8).astype(np.int32)), False, value, 1, cv2.LINE_AA, 3)
    color = np.clip(np.array(light.mist) ** 0.45 * 255 + 40, 60, 235)
    return _over(frame, strokes, color)


def _snow(frame: U8, depth: Plane, view: View, light: Light) -> U8:
    velocity = np.array([0.35, -1.1, 0.1], np.float32)
    places, own = _falling(view, int(1400 * light.snowfall), velocity, light.time_s, sway=0.25)
    spots, seen = _seen(places, depth, view, 0.5)
    flakes = np.zeros(frame.shape[:2], np.uint8)
    radius = np.clip((0.012 + 0.012 * own) * view.focal / np.maximum(spots[:, 2], 0.1), 0.6, view.height / 60)
    for (x, y, _), r in zip(spots[seen].tolist(), radius[seen].tolist(), strict=True):
        value = 235 if r < 2.0 else 150
        center = (round(x * view.width * 16), round(y * view.height * 16))
        cv2.circle(flakes, center, round(r * 16), value, -1, cv2.LINE_AA, 4)
    return _over(frame, flakes, np.clip(np.array(light.mist) ** 0.45 * 255 * 1.25 + 30, 120, 250))


def _over(frame: U8, alpha: U8, color: Plane) -> U8:
    """The frame under a flat colour of the given opacity (H, W)."""
    share = cv2.merge([alpha] * 3).astype(np.float32) / 255.0
    return np.round(frame + (color.astype(np.float32) - frame) * share).clip(0, 255).astype(np.uint8)
