"""What fills the air: the sky dome with its clouds, stars and moon, and rain, snow and dust before the lens.

Knows nothing of surfaces. Everything is a function of direction, light and time: no drop remembers where it was.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from model.renderer.compiled import in_lanes
from model.renderer.elementary import exponential
from model.renderer.light import Light, Sky
from model.renderer.mesh import F32, I32, rgb
from model.renderer.raster import U8, Plane, View
from model.renderer.scenery import SKY_PANE

_TILE = 256  # pixels of the cloud tile, a power of two
_WITHIN, _LINE, _NEXT = np.int32(_TILE - 1), np.int32(_TILE + 1), np.uint64(1)

Wanted = npt.NDArray[np.bool_]


def sky_dome(rays: Plane, sky: Sky, time_s: float, wanted: Wanted | None = None, out: Plane | None = None) -> Plane:
    """(3, H, W) light of the sky along `rays` (3, H, W), which need not be unit. Rows where none is `wanted` are black,
    or as they were in `out`, if given."""
    out = np.zeros(rays.shape, np.float32) if out is None else out
    colors = np.array([sky.zenith, sky.horizon, sky.sun, sky.cloud], np.float32)
    everywhere = np.ones(rays.shape[1:], np.bool_) if wanted is None else wanted
    sun, sheet = np.array(sky.sun_direction, np.float32), np.array([sky.cover, time_s * 0.9 % _TILE], np.float32)
    _dome(np.ascontiguousarray(rays, np.float32), everywhere, colors, sun, sheet, sky.stars, noise_tile(), out)
    return out


_NONE, _HALF, _ALL = np.float32(0.0), np.float32(0.5), np.float32(1.0)
_NIGHT = 0.02  # of the stars, from which the disc is the moon


@in_lanes
def _dome(rays: Plane, wanted: Wanted, colors: F32, sun: F32, sheet: F32, stars: float, tile: Plane,
          out: Plane) -> None:
    """All of each row where some of it is wanted."""
    width = out.shape[2]
    rows = np.zeros((8, width), np.float32)
    up, near, low, glow, star, opacity, u, v = (rows[0], rows[1], rows[2], rows[3], rows[4], rows[5], rows[6], rows[7])
    cell = np.empty(width, np.int32)
    for row in range(out.shape[1]):
        if not wanted[row].any():
            continue
        x, y, z = rays[0, row], rays[1, row], rays[2, row]
        _look(x, y, z, sun, up, near)
        _glow(near, sheet[0], stars > _NIGHT, glow)
        if stars > _NIGHT:
            _stars(x, z, up, stars, star)
        _rise(x, y, z, sheet[1], u, v)
        noise(tile, u, v, cell, opacity)
        _cloud(up, sheet[0], opacity)
        for k in range(width):
            # Thickest at the horizon; the exponent puts most of the change low, as air does.
            low[k] = exponential(_HIGHER * max(up[k], _NONE))
        for k in range(3):
            _mix(colors[:, k], low, glow, star, near, opacity, out[k, row])


@in_lanes
def _look(x: Plane, y: Plane, z: Plane, sun: F32, up: Plane, near: Plane) -> None:
    """How far up a row of rays goes, and how close to the sun, as cosines; `near` is 0 on the other side."""
    sx, sy, sz = sun[0], sun[1], sun[2]
    for k in range(up.shape[0]):
        up[k] = y[k] / np.sqrt(x[k] * x[k] + y[k] * y[k] + z[k] * z[k])
    for k in range(up.shape[0]):
        towards = sx * x[k] + sy * y[k] + sz * z[k]
        near[k] = max(towards / np.sqrt(x[k] * x[k] + y[k] * y[k] + z[k] * z[k]), _NONE)


_HIGHER = np.float32(-4.2)
_WIDE, _CLOSE = np.float32(0.10), np.float32(0.16)
_MOON, _MOON_EDGE, _MOON_LIGHT = np.float32(0.9983), np.float32(1.0 / 0.0003), np.float32(2.2)
_SUN, _SUN_EDGE, _SUN_LIGHT = np.float32(0.9986), np.float32(1.0 / 0.0006), np.float32(4.0)
_VEIL, _THIN = np.float32(0.85), np.float32(0.4)


@in_lanes
def _glow(near: Plane, cover: Any, night: bool, glow: Plane) -> None:
    """Light of the disc and around it. A moon is a little larger than life and has a soft edge."""
    dimmed = _ALL - _VEIL * max(_NONE, cover - _THIN)
    disc, edge, light = (_MOON, _MOON_EDGE, _MOON_LIGHT) if night else (_SUN, _SUN_EDGE, _SUN_LIGHT)
    around = _HALF if night else _ALL
    for k in range(glow.shape[0]):
        near_2 = near[k] * near[k]
        near_4 = near_2 * near_2
        near_12 = near_4 * near_4 * near_4
        wide = _WIDE * near_4 * near_2 + _CLOSE * near_12 * near_12 * near_12 * near_12
        glow[k] = (wide * around + light * min(max((near[k] - disc) * edge, _NONE), _ALL)) * dimmed


# Minimax polynomials, right to a hundred thousandth of a radian (Abramowitz and Stegun 1964, 4.4.46 and 4.4.49).
_A0, _A1, _A2, _A3, _A4, _A5, _A6, _A7 = np.array([1.5707963050, -0.2145988016, 0.0889789874, -0.0501743046,
                                                   0.0308918810, -0.0170881256, 0.0066700901, -0.0012624911],
                                                  np.float32)  # fmt: skip
_T1, _T3, _T5, _T7, _T9 = np.array([0.9998660, -0.3302995, 0.1801410, -0.0851330, 0.0208351], np.float32)
_C2, _C4, _C6, _C8 = np.array([-1 / 2, 1 / 24, -1 / 720, 1 / 40320], np.float32)
_TINY, _STRAIGHT = np.float32(1e-9), np.float32(math.pi)


@in_lanes
def _arccosine(x: Any) -> Any:
    """Of 0 .. 1; of what is less, that of 0."""
    x = min(max(x, _NONE), _ALL)
    return np.sqrt(_ALL - x) * (_A0 + x * (_A1 + x * (_A2 + x * (_A3 + x * (_A4 + x * (_A5 + x * (_A6 + x * _A7)))))))


@in_lanes
def _cosine(x: Any) -> Any:
    """Of -1.6 .. 1.6."""
    square = x * x
    return _ALL + square * (_C2 + square * (_C4 + square * (_C6 + square * _C8)))


@in_lanes
def _angle(y: Any, x: Any) -> Any:
    """Of the direction (x, y) to that of x, -pi .. pi."""
    long, short = max(abs(x), abs(y)), min(abs(x), abs(y))
    t = short / (long + _TINY)
    square = t * t
    angle = t * (_T1 + square * (_T3 + square * (_T5 + square * (_T7 + square * _T9))))
    angle = _RIGHT_ANGLE - angle if abs(y) > abs(x) else angle
    angle = _STRAIGHT - angle if x < _NONE else angle
    return -angle if y < _NONE else angle


_CELLS, _ROWS, _RIGHT_ANGLE = np.float32(90.0), np.float32(12.0), np.float32(math.pi / 2)  # to a radian; rad
_HASH_1, _HASH_2, _HASH_3, _TEN_BITS = np.int64(73856093), np.int64(19349663), np.int64(1274126177), np.int64(1023)
_OF_BITS = np.float32(1.0 / 1023.0)
_RARE, _FAINTEST, _RANGE = np.float32(0.93), np.float32(0.15), np.float32(1.1 / 0.07)
_SIZE, _SIZES = np.float32(0.008), np.float32(0.012)
_INSIDE, _ROOM, _CLEARER, _OUTSIDE = np.float32(0.2), np.float32(0.6), np.float32(6.0), np.float32(60.0)


@in_lanes
def _stars(x: Plane, z: Plane, up: Plane, strength: Any, out: Plane) -> None:
    """Points fixed on the dome: cells of a grid over direction, some with a star in them."""
    for k in range(out.shape[0]):
        elevation = _RIGHT_ANGLE - _arccosine(up[k])
        band = np.floor(elevation * _ROWS + _HALF) / _ROWS
        across, along = _angle(x[k], -z[k]) * _cosine(band) * _CELLS, elevation * _CELLS
        left, above = np.floor(across), np.floor(along)
        # An integer hash gives every cell its star's place and brightness.
        h = (np.int64(left) * _HASH_1) ^ (np.int64(above) * _HASH_2)
        h = (h ^ (h >> 13)) * _HASH_3
        a, b = np.float32((h >> 3) & _TEN_BITS) * _OF_BITS, np.float32((h >> 11) & _TEN_BITS) * _OF_BITS
        c = np.float32((h >> 19) & _TEN_BITS) * _OF_BITS
        right, down = across - left - _INSIDE - _ROOM * a, along - above - _INSIDE - _ROOM * b
        off = (right * right + down * down) / (_SIZE + _SIZES * a)
        light = exponential(-min(off, _OUTSIDE)) * (_FAINTEST + _RANGE * (c - _RARE))
        seen = strength * min(max(up[k] * _CLEARER, _NONE), _ALL)
        out[k] = light * seen if c > _RARE else _NONE


_CEILING, _BEND, _ALONG = np.float32(52.0), np.float32(0.16), np.float32(1.5)
_LOWEST = np.float32(1e-6)


@in_lanes
def _rise(x: Plane, y: Plane, z: Plane, drift: Any, u: Plane, v: Plane) -> None:
    """Where a row of rays meets the cloud layer, a low, curved ceiling."""
    for k in range(u.shape[0]):
        height = _CEILING / (max(y[k], _NONE) + _BEND * np.sqrt(x[k] * x[k] + z[k] * z[k]) + _LOWEST)
        u[k], v[k] = x[k] * height + drift, z[k] * height * _ALONG


_SELDOM, _OFTEN, _SOFT = np.float32(0.70), np.float32(0.62), np.float32(1.0 / 0.22)
_HORIZON, _FADE = np.float32(0.03), np.float32(1.0 / 0.16)
_DENSE, _DENSER, _TWO, _THREE = np.float32(0.75), np.float32(0.2), np.float32(2.0), np.float32(3.0)


@in_lanes
def _cloud(up: Plane, cover: Any, opacity: Plane) -> None:
    """How much a row of cloud hides, of how thick it is."""
    edge, most = _SELDOM - _OFTEN * cover, _DENSE + _DENSER * cover
    for k in range(up.shape[0]):
        thick = min(max((opacity[k] - edge) * _SOFT, _NONE), _ALL)
        seen = min(max((up[k] - _HORIZON) * _FADE, _NONE), _ALL) * most
        opacity[k] = thick * thick * (_THREE - _TWO * thick) * seen


_LIT, _LIT_NEAR = np.float32(0.85), np.float32(0.35)


@in_lanes
def _mix(colors: F32, low: Plane, glow: Plane, star: Plane, near: Plane, opacity: Plane, out: Plane) -> None:
    """A row of sky in one colour."""
    zenith, horizon, sun, cloud = colors[0], colors[1], colors[2], colors[3]
    for k in range(out.shape[0]):
        light = zenith + (horizon - zenith) * low[k] + star[k] + sun * glow[k]
        shine = _LIT + _LIT_NEAR * near[k] * near[k] * near[k] * near[k]
        out[k] = light + (cloud * shine - light) * opacity[k]


@in_lanes
def noise(tile: Plane, u: Plane, v: Plane, cell: I32, out: Plane) -> None:
    """The soft noise of a tile at a row of places, in its pixels; they and `cell` are used up."""
    flat = tile.reshape(tile.size)
    for n in range(out.shape[0]):
        cell[n] = (np.int32(np.floor(v[n])) & _WITHIN) * _LINE + (np.int32(np.floor(u[n])) & _WITHIN)
    for n in range(out.shape[0]):
        u[n] -= np.floor(u[n])
    for n in range(out.shape[0]):
        v[n] -= np.floor(v[n])
    for n in range(out.shape[0]):
        at = np.uint64(cell[n])
        below = at + np.uint64(_LINE)
        upper = flat[at] + (flat[at + _NEXT] - flat[at]) * u[n]
        lower = flat[below] + (flat[below + _NEXT] - flat[below]) * u[n]
        out[n] = upper + (lower - upper) * v[n]


@lru_cache(maxsize=1)
def noise_tile() -> Plane:
    """(257, 257) of soft noise, 0..1: sums of periodic value noise, which repeats without a seam every 256; the first
    row and column are there again at the end."""
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
    return np.pad(tile, (0, 1), mode="wrap")


_BOX = np.array([14.0, 9.0, 14.0], np.float32)  # a box of weather, repeated through space
_TRACE = 0.02  # of rain, snow or dust, up to which none is seen
_LEAVES, _LEAF = 110, (0.08, 0.04)  # in a box; half the length and width of one, m


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


def precipitation(frame: U8, depth: Plane, kind: U8, view: View, light: Light, sheds: Sequence[str] = ()) -> U8:
    """The frame (H, W, 3) with the rain, snow and dust between the camera and what it sees at `depth` (H, W), and the
    leaves and petals, in the colours that the set `sheds`. In a room they are behind its panes, which `kind` (H, W)
    tells."""
    if not sheds and max(light.rainfall, light.snowfall, light.dust) <= _TRACE:
        return frame
    air = _air(depth, kind, light)
    if sheds:
        frame = _leaves(frame, air, view, light, sheds)
    if light.rainfall > _TRACE:
        frame = _rain(frame, air, view, light)
    if light.snowfall > _TRACE:
        frame = _snow(frame, air, view, light)
    if light.dust > _TRACE:
        frame = _dust(frame, air, view, light)
    return frame


class _Air(NamedTuple):
    """From how far away to how far, (H, W) m each, there may be drops for every pixel."""

    near: Plane
    far: Plane


def _air(depth: Plane, kind: U8, light: Light) -> _Air:
    """That before what is seen; in a room, that behind its panes."""
    return _Air(depth, np.where(kind == SKY_PANE, np.inf, 0.0)) if light.enclosed else _Air(np.zeros_like(depth), depth)


def _seen(points: Plane, air: _Air, view: View, nearest: float) -> tuple[Plane, npt.NDArray[np.bool_]]:
    """Projected (N, 3) points, and which of them are in the picture and in that air."""
    spots = view.project(points)
    x, y = (spots[:, 0] * view.width).astype(np.int64), (spots[:, 1] * view.height).astype(np.int64)
    inside = (spots[:, 2] > nearest) & (x >= 0) & (x < view.width) & (y >= 0) & (y < view.height)
    seen = inside.copy()
    away, at = spots[inside, 2], (y[inside], x[inside])
    seen[inside] = (air.near[at] < away) & (away < air.far[at])
    return spots, seen


def _rain(frame: U8, air: _Air, view: View, light: Light) -> U8:
    velocity = np.array([0.9, -9.5, 0.3], np.float32)
    count, opacity = (2600, (95, 95)) if light.enclosed else (1500, (95, 52))  # a window is small, and looked through
    places, _ = _falling(view, int(count * light.rainfall), velocity, light.time_s)
    heads, seen = _seen(places, air, view, 0.8)
    strokes = _streaks(frame, view, heads, places - velocity * 0.028, seen, opacity)
    color = np.clip(np.array(light.mist) ** 0.45 * 255 + 40, 60, 235)
    return _over(frame, strokes, color)


def _streaks(frame: U8, view: View, heads: Plane, tails: Plane, seen: npt.NDArray[np.bool_],
             opacity: tuple[int, int]) -> U8:
    """Lines from projected `heads` (N, 3) to world `tails` (N, 3) of those `seen`; how much the near and far hide."""
    scale = np.array([view.width, view.height], np.float32)
    lines = np.stack([heads[seen, :2] * scale, view.project(tails[seen])[:, :2] * scale], axis=1)
    strokes = np.zeros(frame.shape[:2], np.uint8)
    near = heads[seen, 2] < 4.0
    for chosen, value in zip((near, ~near), opacity, strict=True):
        cv2.polylines(strokes, list(np.round(lines[chosen] * 8).astype(np.int32)), False, value, 1, cv2.LINE_AA, 3)
    return strokes


def _snow(frame: U8, air: _Air, view: View, light: Light) -> U8:
    velocity = np.array([0.35, -1.1, 0.1], np.float32)
    places, own = _falling(view, int(1400 * light.snowfall), velocity, light.time_s, sway=0.25)
    spots, seen = _seen(places, air, view, 0.5)
    flakes = np.zeros(frame.shape[:2], np.uint8)
    radius = np.clip((0.012 + 0.012 * own) * view.focal / np.maximum(spots[:, 2], 0.1), 0.6, view.height / 60)
    for (x, y, _), r in zip(spots[seen].tolist(), radius[seen].tolist(), strict=True):
        value = 235 if r < 2.0 else 150
        center = (round(x * view.width * 16), round(y * view.height * 16))
        cv2.circle(flakes, center, round(r * 16), value, -1, cv2.LINE_AA, 4)
    return _over(frame, flakes, np.clip(np.array(light.mist) ** 0.45 * 255 * 1.25 + 30, 120, 250))


_PATCH, _THICK = 8, 9.0  # pixels of the frame to one of the veils; m of air that two thirds of a veil take
_WISPS, _WIND = (70.0, 190.0), 60.0  # pixels of the cloud tile to a radian across and up; how many pass in a second


def _dust(frame: U8, air: _Air, view: View, light: Light) -> U8:
    """Veils that the wind drives past, and grains that streak in it."""
    velocity = np.array([13.0, -0.7, 1.6], np.float32)
    rows, columns = (np.linspace(0.0, 1.0, max(2, n // _PATCH), dtype=np.float32) for n in air.far.shape)
    across, up = np.meshgrid(columns - 0.5, rows)
    forward = -view.world_to_view[2, :3]
    turn = math.atan2(forward[0], -forward[2])
    u: Plane = (turn + across * view.width / view.focal) * _WISPS[0] - light.time_s * _WIND * (0.6 + 0.4 * up)
    v: Plane = up * view.height / view.focal * _WISPS[1]
    tile = noise_tile()[:_TILE, :_TILE]
    wisps = cv2.remap(tile, u.astype(np.float32), v.astype(np.float32), cv2.INTER_LINEAR, borderMode=cv2.BORDER_WRAP)
    wisps = cv2.resize(wisps, (view.width, view.height))
    veil = 150.0 * light.dust * np.clip(1.6 * wisps - 0.45, 0.0, 1.0) * (1.0 - np.exp(-air.far / _THICK))
    color = np.clip(np.array(light.mist) ** 0.45 * 255 * 1.12 + 12, 20, 250)
    frame = _over(frame, veil.astype(np.uint8), color)
    places, _ = _falling(view, int(1300 * light.dust), velocity, light.time_s, sway=0.15)
    heads, seen = _seen(places, air, view, 0.6)
    return _over(frame, _streaks(frame, view, heads, places - velocity * 0.012, seen, (150, 90)), color)


def _leaves(frame: U8, air: _Air, view: View, light: Light, sheds: Sequence[str]) -> U8:
    """Leaves that turn over as they come down."""
    places, own = _falling(view, _LEAVES, np.array([0.3, -0.55, 0.12], np.float32), light.time_s, sway=0.5)
    spots, seen = _seen(places, air, view, 1.0)
    seen &= spots[:, 2] < _BOX[2] / 2
    spots, own = spots[seen], own[seen]
    tilt, roll = 2.4 * light.time_s + 40.0 * own, 3.1 * light.time_s + 23.0 * own
    wide = np.maximum(np.abs(np.sin(roll)), 0.3)
    scale = (view.focal / spots[:, 2])[:, None]
    along = scale * _LEAF[0] * np.stack([np.sin(tilt), np.cos(tilt)], axis=1)
    across = scale * _LEAF[1] * np.stack([wide * np.cos(roll), wide * 0.5], axis=1)
    middle = spots[:, :2] * np.array([view.width, view.height], np.float32)
    outlines = np.stack([middle + along, middle + across, middle - along, middle - across], axis=1)
    bright = min(1.0, 0.2 + float(np.mean(light.mist)) ** 0.45)
    paint = [(255.0 * bright * rgb(color)).tolist() for color in sheds]
    frame = frame.copy()
    for k, outline in zip(np.flatnonzero(seen).tolist(), np.round(outlines * 16).astype(np.int32), strict=True):
        cv2.fillConvexPoly(frame, outline, paint[k % len(paint)], cv2.LINE_AA, 4)
    return frame


def _over(frame: U8, alpha: U8, color: Plane) -> U8:
    """The frame under a flat colour of the given opacity (H, W)."""
    out = frame.copy()
    _lay(out, alpha, color.astype(np.float32))
    return out


_OPAQUE = np.float32(1.0 / 255.0)


@in_lanes
def _lay(frame: U8, alpha: U8, color: F32) -> None:
    for y in range(alpha.shape[0]):
        for x in range(alpha.shape[1]):
            if alpha[y, x] > 0:
                share = np.float32(alpha[y, x]) * _OPAQUE
                for k in range(3):
                    under = np.float32(frame[y, x, k])
                    frame[y, x, k] = np.uint8(under + (color[k] - under) * share + _HALF)
