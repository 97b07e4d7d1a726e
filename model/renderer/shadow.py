"""The shadow map: what the light sees first, and from it the share of the light that reaches each pixel.

Drawn as the geometry pass draws, along parallel lines from the sun or through a lens that stands where a lamp does.
Shadows are as soft as the light is large and what throws them is far off (Fernando 2005); of two things at very
different distances each throws its own. Neighbouring pixels look in other directions, and where they lie in the same
half shade they are evened out. Knows nothing of how strong the light is.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from typing import NamedTuple

import cv2
import numpy as np

from model.renderer.compiled import in_lanes
from model.renderer.mesh import F32
from model.renderer.raster import FAR, GBuffer, Plane, Surface, View, Workspace, fill, in_bands, join, seen_by

SUN = math.radians(2.2)  # from its middle to its edge, larger than life: small sets have soft shadows
_SEARCHED, _SEARCHED_AT_LAMPS = 1.0, 0.32  # m around a place in which something may be in the way of part of the light
_LENS = math.radians(150.0)  # of what a lamp sees


@dataclass(frozen=True, slots=True)
class ShadowFrame:
    """Where a shadow map lies: `matrix` @ (x, y, z, 1) is (column, row, nearness, 1) in the map times the last of the
    four, nearness growing towards the light; through a `lens` the last is how far it is from the light. `axes` are the
    map's right, down and towards the light. One of its pixels is `texel` metres wide, for each metre from the light
    where it is seen through a lens. Half of the light is `source` metres across, for each metre from it where it is
    the sun."""

    matrix: F32  # (4, 4)
    axes: F32  # (3, 3)
    size: int
    texel: float
    source: float
    lens: View | None


class KeptMap(NamedTuple):
    """A shadow map that many pictures look at: where it lies, (size, size) nearness to the light, and (2, tiles, tiles)
    the greatest of that around each of its tiles."""

    frame: ShadowFrame
    nearness: F32
    nearest: F32


def shadow_frame(towards_light: Sequence[float], centre: Sequence[float], radius: float, size: int,
                 height: float = 30.0) -> ShadowFrame:
    """A square map of `size` pixels around `centre` that sees `radius` metres to each side and whatever stands within
    `height` metres of it along the light."""
    axes = _axes(np.asarray(towards_light, np.float64))
    texel = 2.0 * radius / size
    scaled = axes / np.array([[texel], [texel], [4.0 * height]])
    # The centre moves in whole texels, so that edges do not crawl when the camera does.
    middle = scaled @ np.asarray(centre, np.float64)
    middle[:2] = np.round(middle[:2])
    matrix = np.eye(4)
    matrix[:3, :3], matrix[:3, 3] = scaled, np.array([size / 2.0, size / 2.0, 0.75]) - middle
    return ShadowFrame(matrix.astype(np.float32), axes.astype(np.float32), size, texel, math.tan(SUN), None)


def lamp_shadow_frame(place: Plane, facing: Plane, size: int, source: float) -> ShadowFrame:
    """A map of what a lamp of radius `source` sees from `place`."""
    right, down, back = axes = _axes(-facing)
    turn = np.eye(4)
    turn[:3, :3] = right, -down, back
    turn[:3, 3] = -turn[:3, :3] @ place
    lens = View(turn.astype(np.float32), _LENS, size, size)
    return ShadowFrame(lens.world_to_picture, axes.astype(np.float32), size, 1.0 / lens.focal, source, lens)


def _axes(back: Plane) -> Plane:
    """Right, down, and towards the light."""
    back = back / np.linalg.norm(back)
    helper = np.array([0.0, 1.0, 0.0]) if abs(back[1]) < 0.99 else np.array([0.0, 0.0, -1.0])
    right = np.cross(helper, back)
    right /= np.linalg.norm(right)
    return np.stack([right, -np.cross(back, right), back])


def shadow_map(surfaces: Sequence[Surface], frame: ShadowFrame, under: F32 | None = None,
               space: Workspace | None = None) -> F32:
    """(size, size) nearness to the light of what is nearest to it, drawn over a copy of `under`; to be read by
    `visibility`."""
    space, shape, part = space or Workspace(), (frame.size, frame.size), join(surfaces)
    nearness = space.array("shadow", shape)
    nearness[...] = 0.0 if under is None else under
    fill(*seen_by(part, frame.matrix, shape, space, "shadow"), 0, frame.size, nearness, None)
    return nearness


def kept_map(surfaces: Sequence[Surface], frame: ShadowFrame) -> KeptMap:
    """A map in memory of its own."""
    nearness = shadow_map(surfaces, frame)
    return KeptMap(frame, nearness, _tiles_around(nearness, frame, Workspace()))


def _directions(turns: Plane) -> Plane:
    """(2, ...) cosine and sine."""
    return np.stack([np.cos(2.0 * np.pi * turns), np.sin(2.0 * np.pi * turns)])


def _disc(count: int, spread: float = 0.5) -> Plane:
    """(2, count) points of a disc, evenly spread; above 0.5 there are more in the middle."""
    k = np.arange(count)
    return _directions(0.381966 * k) * ((k + 0.5) / count) ** spread


def _lanes(*rows: Plane) -> F32:
    """The rows, filled up with nothing: so many places are looked up at once."""
    return np.stack([np.pad(row, (0, _LANES - len(row))) for row in rows]).astype(np.float32)


_LANES, _FAR_TAPS, _CLOSE_TAPS = 16, 12, 4
# Where something may be in the way: twelve places within reach, closer together in the middle (two rows times it), and
# four within two texels (the next two). The fifth counts them, the twelve in ones and the four in fractions; the sixth
# is how far ahead something must be, of what is called ahead elsewhere.
_TOUCH = 1.0 / 64.0
_SEARCH = _lanes(*_disc(_FAR_TAPS, 0.75), *np.pad(2.0 * _disc(_CLOSE_TAPS), ((0, 0), (_FAR_TAPS, 0))),
                 np.r_[np.ones(_FAR_TAPS), np.full(_CLOSE_TAPS, _TOUCH)],
                 np.r_[np.ones(_FAR_TAPS), np.full(_CLOSE_TAPS, 0.5)])
_FILTER = _disc(_LANES).astype(np.float32)
_TURNED = 3  # pixels along each side of a square in which each looks in other directions
_TURNS = _directions(np.arange(_TURNED**2) / _TURNED**2).astype(np.float32)
_BLUNT = np.float32(4.0)  # texels of half shade from where on pixels are turned
_SAME = np.float32(0.5)  # of the half shade, within which a neighbour lies in the same
_LAYERS = np.float32(1.1)  # mean square of how far off things are, of the square of the mean, that has two shadows
_SHARP = np.float32(1.2)  # texels within which every shadow is soft
_NARROW = _SHARP * _SHARP
_LIFT = np.float32(0.7)  # texels off its surface that a place is looked up
_SOFT = np.float32(1.2)  # texels before a place from where on things shade it
_LEAST = np.float32(0.01)  # m, of both
_MARGIN = np.float32(1.5)  # times as far before it that all light is kept off
_CLOSEST, _APART = np.float32(0.05), np.float32(0.2)  # m from a lamp that it shines; and from what is in its way
_GRAZING = np.float32(0.2)  # cosine
_FAINTEST = np.float32(1e-9)  # nearness
_SKY = np.float32(FAR)
_TILE = 8  # texels along each side
_NOWHERE = np.float32(-1e6)  # a column outside of every map
_ZERO, _HALF, _ONE, _TWO = np.array([0.0, 0.5, 1.0, 2.0], np.float32)
# Loops that look many texels up at once do so in a row of all of them, by 32-bit places: twice as many fit a register.
_ALL, _FIRST, _NEXT = np.float32(_FAR_TAPS), np.int32(0), np.int32(1)


def visibility(gbuffer: GBuffer, view: View, frame: ShadowFrame, nearness: F32, pool: Executor | None = None,
               space: Workspace | None = None, beyond: KeptMap | None = None) -> F32:
    """(H, W) share of the light that reaches each pixel. Outside the map, and so near its edge that something beyond
    may be in the way: what a larger one `beyond` it says, or all of it."""
    space, shape = space or Workspace(), gbuffer.depth.shape
    maps = [KeptMap(frame, nearness, _tiles_around(nearness, frame, space))]
    maps += [] if beyond is None else [beyond]
    found = [_Found(space.array(f"spots {k}", (6, *shape)), space.array(f"shades {k}", (3, *shape)),
                    space.array(f"lit {k}", shape), space.array(f"evened {k}", shape)) for k in range(len(maps))]
    looks = [_look(gbuffer, view, kept, one) for kept, one in zip(maps, found, strict=True)]
    inside = np.float32(_searched(frame) / frame.texel) + _TWO

    def band(rows: slice) -> None:
        for place, _ in looks:
            place(rows)
        if beyond is not None:
            _left_out(found[0].spots, np.float32(frame.size), inside, rows.start, rows.stop, found[1].spots)
        for _, search in looks:
            search(rows)

    def even(rows: slice) -> None:
        for one in found:
            _even(one.spots, one.shades, one.lit, rows.start, rows.stop, one.evened)
        if beyond is not None:
            np.minimum(found[0].evened[rows], found[1].evened[rows], out=found[0].evened[rows])

    in_bands(shape[0], shape[1], band, pool, at_once=True)
    in_bands(shape[0], shape[1], even, pool, at_once=True)
    return found[0].evened


class _Found(NamedTuple):
    """What is found out about the pixels in one map: (6, H, W) where they are (`_spot`), (3, H, W) their half shade
    (`_search`), and (H, W) the light that reaches them, as each sees it and evened out."""

    spots: F32
    shades: F32
    lit: F32
    evened: F32


Rows = Callable[[slice], None]


def _look(g: GBuffer, view: View, kept: KeptMap, found: _Found) -> tuple[Rows, Rows]:
    """What finds some rows of pixels in one map, and what then finds the light that reaches them."""
    (frame, nearness, nearest), (spots, shades, lit, _) = kept, found
    turn, lens = view.world_to_view[:3, :3], frame.lens is not None
    picture = np.array([view.width, view.height, view.step, view.focal], np.float32)
    depth_of = np.float32(1.0 if lens else 1.0 / float(np.linalg.norm(frame.matrix[2, :3])))
    texel, source = np.float32(frame.texel), np.float32(frame.source)
    known = np.array(_around(frame), np.float32) * _TILE - _ONE
    searched, size = np.float32(_searched(frame)), np.float32(frame.size)

    def place(rows: slice) -> None:
        _spot(g.depth, g.normal, turn, view.eye, picture, frame.matrix, frame.axes, texel, lens, depth_of,
              rows.start, rows.stop, spots)

    def search(rows: slice) -> None:
        _reach(spots, size, nearest, known[0], known[1], searched, source, lens, depth_of, rows.start, rows.stop,
               shades)
        _search(spots, nearness, source, lens, depth_of, rows.start, rows.stop, lit, shades)
        _layer(spots, nearness, source, lens, depth_of, rows.start, rows.stop, shades)
        _soften(spots, shades, nearness, lens, depth_of, rows.start, rows.stop, lit)

    return place, search


def _searched(frame: ShadowFrame) -> float:
    return _SEARCHED if frame.lens is None else _SEARCHED_AT_LAMPS


def _around(frame: ShadowFrame) -> tuple[int, int]:
    """Tiles to each side that are searched, and that are when nothing is far off. Through a lens it depends on how far
    off a place is; this is for most."""
    if frame.lens is not None:
        return 1, 1
    wide, close = (math.ceil((1.0 + reach / frame.texel) / _TILE) for reach in (_SEARCHED, _SEARCHED_AT_LAMPS))
    return wide, close


def _tiles_around(nearness: F32, frame: ShadowFrame, space: Workspace) -> F32:
    """(2, tiles, tiles) the greatest nearness around each tile of a map, far and less far."""
    tiles = -(-len(nearness) // _TILE)
    own, out = space.array("tiles", (tiles, tiles)), space.array("tiles around", (2, tiles, tiles))
    _nearest(nearness, own)
    for around, into in zip(_around(frame), out, strict=True):
        cv2.dilate(own, np.ones((2 * around + 1, 2 * around + 1), np.uint8), into)
    return out


@in_lanes
def _left_out(near: Plane, size: np.float32, inside: np.float32, top: int, bottom: int, far: Plane) -> None:
    """Some rows of the pixels that lie so many texels inside of one map are not looked for in another."""
    for y in range(top, bottom):
        for x in range(near.shape[2]):
            low, high = min(near[0, y, x], near[1, y, x]), max(near[0, y, x], near[1, y, x])
            far[0, y, x] = _NOWHERE if (low > inside) & (high < size - inside) else far[0, y, x]


@in_lanes
def _nearest(nearness: F32, nearest: F32) -> None:
    """The greatest nearness in each tile."""
    size = nearness.shape[0]
    high = np.empty(size, np.float32)
    for i in range(nearest.shape[0]):
        high[:] = _ZERO
        for y in range(i * _TILE, min((i + 1) * _TILE, size)):
            for x in range(size):
                high[x] = max(high[x], nearness[y, x])
        for j in range(nearest.shape[1]):
            nearest[i, j] = _ZERO
            for x in range(j * _TILE, min((j + 1) * _TILE, size)):
                nearest[i, j] = max(nearest[i, j], high[x])


@in_lanes
def _spot(depth: F32, normal: F32, turn: F32, eye: F32, picture: F32, matrix: F32, axes: F32, texel: np.float32,
          lens: bool, depth_of: np.float32, top: int, bottom: int, spots: F32) -> None:
    """Where in the map some rows of pixels are: column, row, metres from the light, how many more it is for each texel
    to the right and down along the surface, and how wide a texel is there."""
    width, height, step, focal = picture[0], picture[1], picture[2], picture[3]
    r0, r1, r2, u0, u1, u2 = turn[0, 0], turn[0, 1], turn[0, 2], turn[1, 0], turn[1, 1], turn[1, 2]
    b0, b1, b2, e0, e1, e2 = turn[2, 0], turn[2, 1], turn[2, 2], eye[0], eye[1], eye[2]
    m00, m01, m02, m03 = matrix[0, 0], matrix[0, 1], matrix[0, 2], matrix[0, 3]
    m10, m11, m12, m13 = matrix[1, 0], matrix[1, 1], matrix[1, 2], matrix[1, 3]
    m20, m21, m22, m23 = matrix[2, 0], matrix[2, 1], matrix[2, 2], matrix[2, 3]
    m30, m31, m32, m33 = matrix[3, 0], matrix[3, 1], matrix[3, 2], matrix[3, 3]
    a00, a01, a02, a10, a11, a12 = axes[0, 0], axes[0, 1], axes[0, 2], axes[1, 0], axes[1, 1], axes[1, 2]
    a20, a21, a22 = axes[2, 0], axes[2, 1], axes[2, 2]
    for y in range(top, bottom):
        up = (height * _HALF - _HALF - np.float32(y) * step) / focal
        for x in range(depth.shape[1]):
            far, nx, ny, nz = depth[y, x], normal[0, y, x], normal[1, y, x], normal[2, y, x]
            right = (np.float32(np.int32(x)) * step + _HALF - width * _HALF) / focal
            px = e0 + far * (r0 * right + u0 * up - b0)
            py = e1 + far * (r1 * right + u1 * up - b1)
            pz = e2 + far * (r2 * right + u2 * up - b2)
            away = m30 * px + m31 * py + m32 * pz + m33
            known = (far < _SKY) & (away >= _CLOSEST)
            wide = texel * max(away, _CLOSEST) if lens else texel
            lift = max(_LIFT * wide, _LEAST)
            px, py, pz = px + nx * lift, py + ny * lift, pz + nz * lift
            away = max(m30 * px + m31 * py + m32 * pz + m33, _LEAST)
            column = (m00 * px + m01 * py + m02 * pz + m03) / away - _HALF
            spots[0, y, x] = column if known else _NOWHERE
            spots[1, y, x] = (m10 * px + m11 * py + m12 * pz + m13) / away - _HALF
            spots[2, y, x] = away if lens else -(m20 * px + m21 * py + m22 * pz + m23) * depth_of
            # Along a surface that the light grazes depth changes quickly: it must not shade itself.
            steep = wide / max(a20 * nx + a21 * ny + a22 * nz, _GRAZING)
            spots[3, y, x] = -(a00 * nx + a01 * ny + a02 * nz) * steep
            spots[4, y, x] = -(a10 * nx + a11 * ny + a12 * nz) * steep
            spots[5, y, x] = wide


@in_lanes
def _half_shade(ahead: np.float32, here: np.float32, source: np.float32, lens: bool, wide: np.float32,
                reach: np.float32) -> np.float32:
    """Texels, `wide` metres each, around a place within which something so far ahead of it is in the way of a part of
    the light; at most `reach`."""
    half = source * ahead / max(here - ahead, _APART) if lens else source * ahead
    return min(max(half / wide, _SHARP), reach)


@in_lanes
def _reach(spots: Plane, size: np.float32, nearest: Plane, around: np.float32, closer: np.float32,
           searched: np.float32, source: np.float32, lens: bool, depth_of: np.float32, top: int, bottom: int,
           shades: Plane) -> None:
    """Some rows of pixels: in `shades`, how many texels about them something may be in the way of a part of the light,
    for all that is known of its tile; 0 is nowhere. `nearest` is the greatest nearness within `around` texels, and
    within `closer` ones."""
    edge = size - _ONE
    for y in range(top, bottom):
        for x in range(spots.shape[2]):
            shades[0, y, x], shades[1, y, x], shades[2, y, x] = _ZERO, _ZERO, _SKY
            column, row, here, wide = spots[0, y, x], spots[1, y, x], spots[2, y, x], spots[5, y, x]
            soft, reach, steep = max(_SOFT * wide, _LEAST), searched / wide, abs(spots[3, y, x]) + abs(spots[4, y, x])
            if min(column, row) < -reach - _TWO or max(column, row) > edge + reach + _TWO:
                continue
            i = np.int32(min(max(row, _ZERO), edge)) // _TILE
            j = np.int32(min(max(column, _ZERO), edge)) // _TILE
            for level in range(2):
                if max(reach, _TWO) > (closer if level else around):
                    break
                near = nearest[level, i, j]
                there = _ONE / max(near, _FAINTEST) if lens else -near * depth_of
                most = here + steep * reach - there
                if (near <= _ZERO) | (most <= _HALF * soft):
                    reach = _ZERO
                    break
                reach = _half_shade(most, here, source, lens, wide, reach)
            shades[1, y, x] = reach


@in_lanes
def _search(spots: Plane, nearness: Plane, source: np.float32, lens: bool, depth_of: np.float32, top: int, bottom: int,
            lit: Plane, shades: Plane) -> None:
    """Some rows of pixels that all of the light reaches, or none. Of others, in `shades`: how many texels about them
    light may come from; and where things at different distances are in the way, within what reach, and how many metres
    ahead they are on average."""
    last, side, every = np.int32(nearness.shape[0] - 1), np.int32(nearness.shape[0]), nearness.reshape(-1)
    for y in range(top, bottom):
        for x in range(lit.shape[1]):
            reach, lit[y, x], shades[1, y, x] = shades[1, y, x], _ONE, _ZERO
            if reach == _ZERO:
                continue
            column, row, here = spots[0, y, x], spots[1, y, x], spots[2, y, x]
            over, down, wide = spots[3, y, x], spots[4, y, x], spots[5, y, x]
            soft, large = max(_SOFT * wide, _LEAST), source / wide
            blocked = between = squares = there_is = _ZERO
            for tap in range(_LANES):
                u, v = _SEARCH[0, tap] * reach + _SEARCH[2, tap], _SEARCH[1, tap] * reach + _SEARCH[3, tap]
                i, j = np.int32(np.floor(row + v + _HALF)), np.int32(np.floor(column + u + _HALF))
                at = np.int32(np.int32(min(max(i, _FIRST), last) * side) + min(max(j, _FIRST), last))
                near = every[np.uint64(at)]
                known = (i >= 0) & (j >= 0) & (i <= last) & (j <= last) & (near > _ZERO)
                there = _ONE / max(near, _FAINTEST) if lens else -near * depth_of
                ahead = here - over * u - down * v - there
                there_is += _SEARCH[4, tap] if known & (ahead > _SEARCH[5, tap] * soft) else _ZERO
                half, off = large * ahead, max(here - ahead, _APART) if lens else _ONE
                known &= (ahead > soft) & ((u * u + v * v) * off * off <= max(half * half, _NARROW * off * off))
                one = _ONE if known else _ZERO  # (counted otherwise, places are not looked up at once)
                blocked, between, squares = blocked + one, between + one * ahead, squares + one * ahead * ahead
            if there_is >= _ALL:
                lit[y, x] = _ZERO
            elif blocked > _ZERO:
                middle = between / blocked
                shades[0, y, x] = _half_shade(middle, here, source, lens, wide, reach)
                if squares > blocked * middle * middle * _LAYERS:
                    shades[1, y, x], shades[2, y, x] = reach, middle
            elif there_is > np.floor(there_is):  # thin things that touch what they shade fall between the twelve
                shades[0, y, x] = _SHARP


@in_lanes
def _layer(spots: Plane, nearness: Plane, source: np.float32, lens: bool, depth_of: np.float32, top: int, bottom: int,
           shades: Plane) -> None:
    """Some rows of pixels that `_search` found to be shaded by things at different distances, told by reach and the
    mean of those: the half shade of what is before it, and of what is behind. (Looks as `_search` does: a loop that
    both called would not look the places up at once, and take twice as long.)"""
    last, side, every = np.int32(nearness.shape[0] - 1), np.int32(nearness.shape[0]), nearness.reshape(-1)
    for y in range(top, bottom):
        for x in range(shades.shape[2]):
            reach, split = shades[1, y, x], shades[2, y, x]
            if reach == _ZERO:
                continue
            column, row, here = spots[0, y, x], spots[1, y, x], spots[2, y, x]
            over, down, wide = spots[3, y, x], spots[4, y, x], spots[5, y, x]
            soft, large = max(_SOFT * wide, _LEAST), source / wide
            blocked = between = closes = close = _ZERO
            for tap in range(_LANES):
                u, v = _SEARCH[0, tap] * reach + _SEARCH[2, tap], _SEARCH[1, tap] * reach + _SEARCH[3, tap]
                i, j = np.int32(np.floor(row + v + _HALF)), np.int32(np.floor(column + u + _HALF))
                at = np.int32(np.int32(min(max(i, _FIRST), last) * side) + min(max(j, _FIRST), last))
                near = every[np.uint64(at)]
                known = (i >= 0) & (j >= 0) & (i <= last) & (j <= last) & (near > _ZERO)
                there = _ONE / max(near, _FAINTEST) if lens else -near * depth_of
                ahead = here - over * u - down * v - there
                half, off = large * ahead, max(here - ahead, _APART) if lens else _ONE
                known &= (ahead > soft) & ((u * u + v * v) * off * off <= max(half * half, _NARROW * off * off))
                one, near = _ONE if known else _ZERO, _ONE if known & (ahead <= split) else _ZERO
                blocked, between = blocked + one, between + one * ahead
                closes, close = closes + near, close + near * ahead
            far, close = (between - close) / max(blocked - closes, _ONE), close / max(closes, _ONE)
            shades[0, y, x] = _half_shade(close, here, source, lens, wide, reach)
            shades[1, y, x] = _half_shade(far, here, source, lens, wide, reach)


@in_lanes
def _soften(spots: Plane, shades: Plane, nearness: Plane, lens: bool, depth_of: np.float32, top: int, bottom: int,
            lit: Plane) -> None:
    """Some rows of the pixels that a part of the light may reach, past what is close and past what is far off."""
    last, before = np.int32(nearness.shape[0] - 1), np.int32(nearness.shape[0] - 2)
    side, every = np.int32(nearness.shape[0]), nearness.reshape(-1)
    for y in range(top, bottom):
        for x in range(lit.shape[1]):
            if shades[0, y, x] == _ZERO:
                continue
            column, row, here = spots[0, y, x], spots[1, y, x], spots[2, y, x]
            over, down, split = spots[3, y, x], spots[4, y, x], shades[2, y, x]
            soft = max(_SOFT * spots[5, y, x], _LEAST)
            for layer in range(2):
                radius, total = shades[layer, y, x], _ZERO
                if radius == _ZERO:
                    break
                turn = (y % _TURNED) * _TURNED + x % _TURNED if radius > _BLUNT else 0
                across, along = _TURNS[0, turn] * radius, _TURNS[1, turn] * radius
                for tap in range(_LANES):
                    u = _FILTER[0, tap] * across - _FILTER[1, tap] * along
                    v = _FILTER[0, tap] * along + _FILTER[1, tap] * across
                    a, b = row + v, column + u
                    i, j = np.int32(np.floor(a)), np.int32(np.floor(b))
                    a, b = a - np.floor(a), b - np.floor(b)
                    at = np.int32(np.int32(min(max(i, _FIRST), before) * side) + min(max(j, _FIRST), before))
                    under = np.int32(at + side)
                    after, under_after = np.uint64(np.int32(at + _NEXT)), np.uint64(np.int32(under + _NEXT))
                    near = ((every[np.uint64(at)] * (_ONE - b) + every[after] * b) * (_ONE - a)
                            + (every[np.uint64(under)] * (_ONE - b) + every[under_after] * b) * a)
                    known = (i >= 0) & (j >= 0) & (i < last) & (j < last) & (near > _ZERO)
                    there = _ONE / max(near, _FAINTEST) if lens else -near * depth_of
                    ahead = here - over * u - down * v - there
                    known &= (ahead > split) == (layer == 1)
                    total += min(max(_MARGIN - ahead / soft, _ZERO), _ONE) if known else _ONE
                lit[y, x] *= total / np.float32(_LANES)


@in_lanes
def _even(spots: Plane, shades: Plane, lit: Plane, top: int, bottom: int, out: Plane) -> None:
    """Some rows of pixels, each the mean of those around it that lie in the same half shade."""
    high, across = lit.shape
    for y in range(top, bottom):
        for x in range(across):
            radius = max(shades[0, y, x], shades[1, y, x])
            if radius <= _BLUNT:
                out[y, x] = lit[y, x]
                continue
            column, row, here, reach = spots[0, y, x], spots[1, y, x], spots[2, y, x], radius * _SAME
            over, down, depth = spots[3, y, x], spots[4, y, x], reach * spots[5, y, x]
            total = count = _ZERO
            for i in range(max(y - 1, 0), min(y + 2, high)):
                for j in range(max(x - 1, 0), min(x + 2, across)):
                    u, v = spots[0, i, j] - column, spots[1, i, j] - row
                    apart = abs(spots[2, i, j] - here - over * u - down * v)
                    same = _ONE if (u * u + v * v <= reach * reach) & (apart <= depth) else _ZERO
                    total, count = total + same * lit[i, j], count + same
            out[y, x] = total / count
