"""What fills the air: the sky dome with its clouds, stars and moon, and rain and snow before the lens.

Knows nothing of surfaces. Everything is a function of direction, light and time: no drop remembers where it was.
"""

from __future__ import annotations

from functools import lru_cache

import cv2
import numpy as np
import numpy.typing as npt

from model.renderer.light import Light, Sky
from model.renderer.raster import U8, Plane, View

_TILE = 256  # pixels of the cloud tile


def sky_dome(rays: Plane, sky: Sky, time_s: float) -> Plane:
    """(3, H, W) light of the sky along `rays` (3, H, W), which need not be unit."""
    length = np.sqrt(rays[0] ** 2 + rays[1] ** 2 + rays[2] ** 2)
    up = rays[1] / length
    towards_sun = sum(d * r for d, r in zip(sky.sun_direction, rays, strict=True)) / length
    # Thickest at the horizon; the exponent puts most of the change low, as air does.
    low = np.exp(-4.2 * np.maximum(up, 0.0))
    out: Plane = np.stack([z + (h - z) * low for z, h in zip(sky.zenith, sky.horizon, strict=True)])
    near_sun = np.maximum(towards_sun, 0.0)
    glow = 0.10 * near_sun**6 + 0.16 * near_sun**48
    if sky.stars > 0.02:
        out += sky.stars * _stars(rays, length, up)
        # A moon is a little larger than life and has a soft edge.
        disc = np.clip((towards_sun - 0.9983) / 0.0003, 0.0, 1.0)
        glow = glow * 0.5 + 2.2 * disc
    else:
        glow += 4.0 * np.clip((towards_sun - 0.9986) / 0.0006, 0.0, 1.0)
    out += np.asarray(sky.sun, np.float32)[:, None, None] * (glow * (1.0 - 0.85 * max(0.0, sky.cover - 0.4)))
    clouds = _clouds(rays, up, sky.cover, time_s)
    bright = np.asarray(sky.cloud, np.float32)[:, None, None] * (0.85 + 0.35 * near_sun**4)
    out += (bright - out) * clouds
    return out.astype(np.float32)


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


def _clouds(rays: Plane, up: Plane, cover: float, time_s: float) -> Plane:
    """(H, W) opacity of a cloud layer on a low, curved ceiling."""
    height = 1.0 / (np.maximum(rays[1], 0.0) + 0.16 * np.sqrt(rays[0] ** 2 + rays[2] ** 2) + 1e-6)
    scale = 52.0
    u = rays[0] * height * np.float32(scale / _TILE) + np.float32(time_s * 0.9 / _TILE)
    v = rays[2] * height * np.float32(scale * 1.5 / _TILE)
    u, v = ((t - np.floor(t)) * np.float32(_TILE) for t in (u, v))
    noise = cv2.remap(noise_tile(), u, v, cv2.INTER_LINEAR, borderMode=cv2.BORDER_WRAP)
    edge = 0.70 - 0.62 * cover
    opacity: Plane = np.clip((noise - edge) / 0.22, 0.0, 1.0)
    opacity = opacity * opacity * (3.0 - 2.0 * opacity)
    opacity *= np.clip((up - 0.03) / 0.16, 0.0, 1.0) * (0.75 + 0.2 * cover)
    return opacity


def _stars(rays: Plane, length: Plane, up: Plane) -> Plane:
    """(H, W) points fixed on the dome: cells of a grid over direction, some with a star in them."""
    azimuth = np.arctan2(rays[0], -rays[2])
    elevation = np.arcsin(np.clip(up, -1.0, 1.0))
    cells = 90.0
    x, y = azimuth * np.cos(np.round(elevation * 12) / 12) * cells, elevation * cells
    cx, cy = np.floor(x), np.floor(y)
    # An integer hash gives every cell its star's place and brightness.
    h = (cx.astype(np.int64) * 73856093) ^ (cy.astype(np.int64) * 19349663)
    h = (h ^ (h >> 13)) * 1274126177
    a, b, c = ((h >> shift & 1023).astype(np.float32) / 1023.0 for shift in (3, 11, 19))
    distance = (x - cx - 0.2 - 0.6 * a) ** 2 + (y - cy - 0.2 - 0.6 * b) ** 2
    size = 0.008 + 0.012 * a
    lit = np.where(c > 0.93, np.exp(-distance / size) * (0.15 + 1.1 * (c - 0.93) / 0.07), 0.0)
    return (lit * np.clip(up * 6.0, 0.0, 1.0)).astype(np.float32)


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
