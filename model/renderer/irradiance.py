"""Light that comes from all around: in a room from silks, windows and what shines, and back from the walls; in the open
from as much of the sky as is not hidden by the set.

Worked out once for a set, at points all over it (an irradiance volume, after Greger et al. 1998), for each kind of
source by itself, so that hours and lamps may change: a frame only adds them up. The room is taken for an empty box
whose sides have the mean colour of what is there; what stands in between is left to screen-space occlusion. Knows
nothing of who is on stage. Amounts of light are those that white paint sends on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from model.renderer import studio
from model.renderer.color import linear
from model.renderer.compiled import in_lanes
from model.renderer.mesh import F32, I32, Mesh, rgb
from model.renderer.raster import Plane, Surface
from model.renderer.scenery import (
    LAMP,
    LIT_PANE,
    OF_LAMPS,
    OF_PANES,
    OF_SCREENS,
    OF_SET_GLOW,
    SCREEN,
    SKY_PANE,
    PointLight,
    Scenery,
)
from model.renderer.shadow import shadow_frame, shadow_map
from model.renderer.studio import Panel, SoftBox, Vector

_GRID = (13, 6, 13)  # points along x, y and z
_CELLS, _FINER = 8, 4  # patches along a side of a wall, and spots along each
_BOUNCES = 4
_POINTS = 240  # that what shines is taken for
_APRON = 2.0  # m before a room, where the camera stands
_THICK = 0.25  # m within which what faces inwards is one wall
_SHEEN, _MATTE = 0.05, 0.1  # what a polished surface sends back beside its paint, and gloss below which none is
_LAST = 0.45  # of the way from the middle, beyond which something belongs to the wall there
NEAR_LAMP = 0.7  # m within which what glows is that lamp, whose light is added by itself
_OPEN, _OPEN_GRID = (14.0, 7.0, 14.0), (29, 8, 29)  # m to the sides and up in the open, and points
_FEW = (15, 4, 15)  # points there for what shines
_LOW, _NEAR = 0.15, 12.0  # m, of ground that lights what stands on it
_LIFT = 0.5  # m
_WAYS = 28  # to the sky
_MAP = 512  # pixels of the pictures that find what hides it
_0, _1, _2, _3_HALVES = (np.float32(x) for x in (0.0, 1.0, 2.0, 1.5))
_LEAST, _BEND = np.float32(1e-6), np.float32(0.234)


Color = npt.NDArray[np.floating]
Ready = tuple[F32, F32, npt.NDArray[np.uint32], np.float32]  # what compiled loops need to know of an `Around`
NOWHERE: Ready = (np.zeros((0, 16), np.float32), np.zeros((3, 3), np.float32), np.zeros(3, np.uint32), np.float32(0.0))
Space = tuple[npt.NDArray[np.uint32], F32, F32, F32]


@dataclass(frozen=True, slots=True)
class Sources:
    """P patches that shine: where, which way (0 for a bulb, which shines all around), radiance times area, and area."""

    place: Vector  # (P, 3)
    facing: Vector  # (P, 3)
    power: Vector  # (P, 3) red, green, blue
    area: Vector  # (P,) m2

    def falling_on(self, places: Vector) -> tuple[Vector, Vector]:
        """What white paint at each of N places that faces a source gets from it, for a unit of power, and the way
        there: (N, P) and (N, P, 3)."""
        way = self.place - places[:, None]
        square = (way**2).sum(axis=2)
        way /= np.sqrt(square)[..., None] + 1e-6
        all_around = ~self.facing.any(axis=1)
        towards = np.where(all_around, 1.0, np.maximum(-(way * self.facing).sum(axis=2), 0.0))
        fall: Vector = towards / (np.pi * (square + self.area))
        return fall, way

    def lighting(self, others: Sources) -> Vector:
        """(N, P) what white paint on each of N others gets from a source, for a unit of power."""
        fall, way = self.falling_on(others.place)
        out: Vector = fall * np.maximum((way * others.facing[:, None]).sum(axis=2), 0.0)
        return out


@dataclass(frozen=True, slots=True)
class Around:
    """Light from all around: `bands` (X, Y, Z, 16) at points `cell` metres apart from `low` on: how much red, green
    and blue falls on what faces anywhere, three times how that grows towards x, y and z, once how much more of it comes
    from above and below than from the sides, and nothing."""

    low: F32  # (3,)
    cell: F32  # (3,)
    bands: F32
    lift: float  # m off a surface that is looked at, for it may lie between points on both its sides

    def made_ready(self) -> Ready:
        """For `falling`."""
        counts = np.array(self.bands.shape[:3])
        scale = np.stack([self.low, 1.0 / self.cell, counts - 1.001], axis=1).astype(np.float32)
        strides = np.array([counts[1] * counts[2], counts[2], 1], np.uint32)
        return self.bands.reshape(-1, 16), scale, strides, np.float32(self.lift)


@dataclass(frozen=True, slots=True)
class Volume:
    """`Around` for a unit of each of K kinds of source."""

    low: F32
    cell: F32
    bands: F32  # (K, X, Y, Z, 16)
    lift: float

    def under(self, colors: Sequence[Color]) -> Around:
        """With sources of these colours, (3,) each."""
        shares = np.zeros((len(colors), 16), np.float32)
        shares[:, :15] = np.tile(colors, 5)
        bands = np.empty(self.bands.shape[1:], np.float32)
        _add_up(self.bands.reshape(len(colors), -1, 16), shares, bands.reshape(-1, 16))
        return Around(self.low, self.cell, bands, self.lift)


def room_volume(scenery: Scenery, key: SoftBox) -> Volume:
    """The volume of a room, for overhead silk, open side, windows, what comes back of the key light, what always
    shines, what shines in the dark, and what comes back of the set's lamps that do. Raises ValueError for a set without
    one."""
    if scenery.room is None:
        raise ValueError("only a room has walls that send light back")
    half_width, height, half_depth = scenery.room
    low, high = _inside(scenery.mesh, np.array([-half_width, 0.0, -half_depth]),
                        np.array([half_width, height, half_depth + _APRON]))
    points, cell = _points(low, high, _GRID)
    walls, albedo = _walls(scenery.mesh, low, high)
    spots = _sides(low, high, _CELLS * _FINER)
    passed_on = _landing(walls, spots) * walls.area  # (P, P)
    from_walls = _bands_of(walls, points)
    bands = []
    for added, sources in _kinds(scenery, key, points):
        falls = _landing(sources, spots) @ sources.power
        sent = falls * albedo
        for _ in range(_BOUNCES):
            sent = (falls + passed_on @ sent) * albedo
        total = np.einsum("npb,pc->nbc", from_walls, sent * walls.area[:, None])
        straight = _bands_of(sources, points) * np.expand_dims(added, -1)
        total += np.einsum("npb,pc->nbc", straight, sources.power)
        bands.append(_padded(total).reshape(*_GRID, 16))
    return Volume(low.astype(np.float32), cell, np.stack(bands), 0.0)


def ground_of(mesh: Mesh) -> F32:
    """(3,) the mean paint of what lies flat on the ground of a set, about where it is played."""
    place, facing, area = faces(mesh.vertices, mesh.triangles)
    flat = area * ((facing[:, 1] > 0.9) & (np.abs(place[:, 1]) < _LOW) & (np.abs(place[:, [0, 2]]).max(axis=1) < _NEAR))
    albedo = linear(mesh.color)[mesh.triangles].mean(axis=1)
    out: F32 = ((albedo * flat[:, None]).sum(axis=0) / max(float(flat.sum()), 1e-6)).astype(np.float32)
    return out


def sky_volume(scenery: Scenery, surface: Surface) -> Volume:
    """The volume of a set in the open: for the sky, for what of the set, `surface`, hides it, for the ground, for what
    always shines, and for what shines in the dark."""
    low, high = np.array([-_OPEN[0], 0.0, -_OPEN[2]]), np.array(_OPEN)
    points, cell = _points(low, high, _OPEN_GRID)
    bands, whole = np.zeros((len(points), 5)), np.zeros(5)
    for way in _upwards():
        light = 2.0 / _WAYS * _bands_from(way)  # on white paint
        bands += np.outer(_seen_from(points, way, surface), light)
        whole += light
    sky = bands.reshape(*_OPEN_GRID, 5)
    # Far out nobody has looked: the sky is open there.
    sky[[0, -1]] = sky[:, -1] = sky[:, :, [0, -1]] = whole
    sky = _filled(sky, _solid(points, scenery).reshape(_OPEN_GRID))
    # The ground sends up as much as falls there, which is taken for what falls at the same place on what faces up.
    ground = np.array([0.5, 0.0, -0.5, 0.0, 0.0]) * (sky @ np.array([1.0, 0.0, 1.0, 0.0, 1.0]))[..., None]
    each = [x[..., None] * np.ones(3) for x in (sky, whole - sky, ground)]
    each += [_lit_by(sources, scenery, low, high) for sources in _shining(scenery)[1:]]
    return Volume(low.astype(np.float32), cell, np.stack([_padded(x) for x in each]), _LIFT)


def _lit_by(sources: Sources, scenery: Scenery, low: Vector, high: Vector) -> Vector:
    """(*_OPEN_GRID, 5, 3) bands of sources that what stands in between hides, worked out at fewer points."""
    points, _ = _points(low, high, _FEW)
    grid = np.zeros((*_FEW, 5, 3))
    if len(sources.place) > 0:
        seen = _unhindered(points, sources.place, scenery)
        total = np.einsum("npb,pc->nbc", _bands_of(sources, points) * seen[..., None], sources.power)
        grid = total.reshape(*_FEW, 5, 3)
    for axis, (few, many) in enumerate(zip(_FEW, _OPEN_GRID, strict=True)):
        at = np.linspace(0.0, few - 1.0, many)
        first = np.minimum(at.astype(int), few - 2)
        share = (at - first).reshape([-1 if k == axis else 1 for k in range(grid.ndim)])
        grid = grid.take(first, axis) * (1.0 - share) + grid.take(first + 1, axis) * share
    return grid


def _unhindered(points: Vector, places: Vector, scenery: Scenery) -> Vector:
    """(N, P) 1 where nothing solid stands between a point and a place, else 0; but for what the place belongs to."""
    way = places[None] - points[:, None]
    way = np.where(np.abs(way) < 1e-9, 1e-9, way)
    free = np.ones(way.shape[:2], np.bool_)
    for low, high in scenery.obstacles:
        one, other = ((np.asarray(end) - points)[:, None] / way for end in (low, high))
        enters, leaves = np.minimum(one, other).max(axis=2), np.maximum(one, other).min(axis=2)
        own = ((places > np.asarray(low)) & (places < np.asarray(high))).all(axis=1)
        free &= own | (enters >= leaves) | (leaves < 0.0) | (enters > 1.0)
    return free.astype(float)


def _points(low: Vector, high: Vector, counts: tuple[int, int, int]) -> tuple[Vector, F32]:
    """(N, 3) points of a grid between two corners, and how far they are apart along x, y and z."""
    axes = [np.linspace(a, b, n) for a, b, n in zip(low, high, counts, strict=True)]
    cell = np.array([axis[1] - axis[0] for axis in axes], np.float32)
    return np.stack(np.meshgrid(*axes, indexing="ij"), axis=-1).reshape(-1, 3), cell


def _upwards() -> Vector:
    """Directions to all parts of the sky, evenly spread."""
    k = np.arange(_WAYS) + 0.5
    up, around = k / _WAYS, 2.39996 * k
    flat = np.sqrt(1.0 - up**2)
    return np.stack([flat * np.cos(around), up, flat * np.sin(around)], axis=1)


def _seen_from(points: Vector, way: Vector, surface: Surface) -> Vector:
    """(N,) 1 where the sky is seen that way from a point, 0 where something is in between."""
    frame = shadow_frame(way.tolist(), (0.0, 0.5, 0.0), _OPEN[0] * 1.5, _MAP)
    nearness = shadow_map([surface], frame)
    column, row, near = frame.matrix[:3, :3] @ points.T + frame.matrix[:3, 3:]
    i, j = (np.clip(x.astype(np.int64), 0, _MAP - 1) for x in (row, column))
    seen: Vector = (near + 1e-4 > nearness[i, j]).astype(float)
    return seen


def _solid(points: Vector, scenery: Scenery) -> npt.NDArray[np.bool_]:
    """(N,) whether a point lies within something."""
    out = np.zeros(len(points), np.bool_)
    for low, high in scenery.obstacles:
        out |= ((points > np.asarray(low)) & (points < np.asarray(high))).all(axis=1)
    return out


def _filled(values: Vector, gone: npt.NDArray[np.bool_]) -> Vector:
    """(X, Y, Z, K) values with the mean of their neighbours where they are gone."""
    values, gone = values.copy(), gone.copy()
    for _ in range(4):
        total, count = np.zeros_like(values), np.zeros(gone.shape)
        for axis in range(3):
            for way in (-1, 1):
                there = np.roll(~gone, way, axis=axis)
                total += np.roll(values, way, axis=axis) * there[..., None]
                count += there
        found = gone & (count > 0)
        values[found] = total[found] / count[found][:, None]
        gone &= ~found
    return values


def _bands_of(sources: Sources, points: Vector) -> Vector:
    """(N, P, 5) light at points for a unit of power, as a function of the normal: see `_bands_from`."""
    fall, way = sources.falling_on(points)
    out: Vector = fall[..., None] * _bands_from(way)
    return out


def _bands_from(way: Vector) -> Vector:
    """(..., 5) light that comes from a way, as a function of the normal: the constant, x, y, z (the first two bands of
    spherical harmonics, Ramamoorthi and Hanrahan 2001), and of the third how much more falls on what faces up or down
    than on what faces sideways: light from above would darken chins that the floor lights."""
    upright = 1.5 * way[..., 1] ** 2 - 0.5
    return np.concatenate([np.full((*way.shape[:-1], 1), 0.25), 0.5 * way, 0.3125 * upright[..., None]], axis=-1)


def _padded(bands: Vector) -> F32:
    """(..., 5, 3) bands as (..., 16), the last of which is nothing."""
    flat = bands.reshape(*bands.shape[:-2], 15)
    return np.concatenate([flat, np.zeros((*flat.shape[:-1], 1))], axis=-1).astype(np.float32)


def _kinds(scenery: Scenery, key: SoftBox, points: Vector) -> list[tuple[Vector | float, Sources]]:
    """Every kind of source as `Volume` counts them, and how much of what comes straight from each counts at points
    (N, 3): all, or only what the shading pass does not add, with its shadows and highlights, for key and lamps."""
    assert scenery.room is not None
    area = np.array([np.pi * studio.BOX**2])
    box = Sources(key.place[None], key.facing[None], np.tile(area * key.clear * key.radiance, (1, 3)), area)
    window, always, dark = _shining(scenery)
    lamps = {when: [light for light in scenery.lights if light.when == when] for when in ("always", "dark")}
    # What a lamp itself sheds is counted twice neither way: its glow is left out of what shines.
    panels = [(1.0, _silk(panel)) for panel in (studio.overhead(scenery.room), studio.open_side(scenery.room))]
    return [*panels, (1.0, window), (0.0, box), (1.0, always), (1.0, dark),
            *((_beyond(lights, points), _bulbs(lights)) for lights in lamps.values())]


def _beyond(lights: Sequence[PointLight], points: Vector) -> Vector:
    """(N, P) the share of each lamp's light at points that the shading pass leaves out, for it is far off."""
    place, radius = (np.array([getattr(light, name) for light in lights]) for name in ("position", "radius"))
    away = np.linalg.norm(points[:, None] - place.reshape(-1, 3), axis=2)
    out: Vector = 1.0 - np.maximum(1.0 - (away / radius) ** 4, 0.0) ** 2
    return out


def _silk(panel: Panel) -> Sources:
    """A panel that is given a unit of light."""
    steps = (np.arange(6) + 0.5) / 3.0 - 1.0
    u, v = (x.ravel()[:, None] for x in np.meshgrid(steps * panel.half[0], steps * panel.half[1]))
    place = panel.place + u * panel.across + v * panel.along
    area = np.full(len(place), 4 * panel.half[0] * panel.half[1] / len(place))
    power = np.tile(area[:, None] * panel.radiance, 3)
    return Sources(place, np.tile(panel.facing, (len(place), 1)), power, area)


def _bulbs(lights: Sequence[PointLight]) -> Sources:
    place = np.array([light.position for light in lights], np.float64).reshape(-1, 3)
    power = np.array([linear(rgb(light.color)) * light.power * np.pi for light in lights]).reshape(-1, 3)
    return Sources(place, np.zeros_like(place), power, np.full(len(place), 0.3))


def _shining(scenery: Scenery) -> tuple[Sources, Sources, Sources]:
    """What shines in the set but for what its lamps do: see `radiance_of`."""
    place, facing, area = faces(scenery.mesh.vertices, scenery.mesh.triangles)
    for light in scenery.lights:
        area = np.where(np.linalg.norm(place - light.position, axis=1) < NEAR_LAMP, 0.0, area)
    window, always, dark = (_gathered(place, facing, radiance, area) for radiance in radiance_of(scenery))
    return window, always, dark


def radiance_of(scenery: Scenery) -> tuple[Vector, Vector, Vector]:
    """(T, 3) how bright each triangle of a set is: of windows for a unit of light behind them, of what always shines,
    of what shines in the dark."""
    first = scenery.mesh.triangles[:, 0]
    kind, albedo = scenery.mesh.part[first], linear(scenery.mesh.color)[first]
    window = np.repeat((kind == SKY_PANE)[:, None], 3, axis=1).astype(float)
    glow = scenery.mesh.glow[first][:, None]
    always = albedo * (OF_SET_GLOW * glow + OF_SCREENS * (kind == SCREEN)[:, None]) * (window == 0)
    dark = albedo * OF_LAMPS * (kind == LAMP)[:, None] + np.array(OF_PANES) * (kind == LIT_PANE)[:, None]
    return window, always, dark


def _gathered(place: Vector, facing: Vector, radiance: Vector, area: Vector) -> Sources:
    """At most so many sources for any number of triangles: one for each equal share of the power."""
    power = radiance * area[:, None]
    lit = np.flatnonzero(power.sum(axis=1) > 0.0)
    if len(lit) <= _POINTS:
        return Sources(place[lit], facing[lit], power[lit], area[lit])
    upto = np.cumsum(power[lit].sum(axis=1))
    chosen = lit[np.searchsorted(upto, (np.arange(_POINTS) + 0.5) / _POINTS * upto[-1])]
    alike = power[chosen] * (upto[-1] / _POINTS / power[chosen].sum(axis=1))[:, None]
    return Sources(place[chosen], facing[chosen], alike, area[chosen])


def _inside(mesh: Mesh, low: Vector, high: Vector) -> tuple[Vector, Vector]:
    """The corners of a room where most of what faces inwards on each of its sides really is."""
    place, facing, area = faces(mesh.vertices, mesh.triangles)
    low, high, middle = low.copy(), high.copy(), (low + high) / 2
    for axis in range(3):
        for end, way in ((low, -1.0), (high, 1.0)):
            share = (place[:, axis] - middle[axis]) / (end[axis] - middle[axis])
            there = (facing[:, axis] * -way > 0.9) & (share > _LAST) & (share < 1.0 + _THICK)
            if area[there].sum() > 0.0:
                bins = np.round(place[there, axis] / _THICK).astype(int)
                found = np.bincount(bins - bins.min(), area[there]).argmax() + bins.min()
                end[axis] = np.average(place[there, axis][bins == found], weights=area[there][bins == found])
    return low, high


def _walls(mesh: Mesh, low: Vector, high: Vector) -> tuple[Sources, Vector]:
    """The six sides of a room in patches that shine with a unit of light, and their (P, 3) albedo: the mean of what
    faces inwards there, less where little does."""
    place, facing, area = faces(mesh.vertices, mesh.triangles)
    first = mesh.triangles[:, 0]
    albedo = linear(mesh.color)[first] + _SHEEN * (mesh.gloss[first, None] > _MATTE)
    middle = (low + high) / 2
    paints = []
    for axis in range(3):
        for way in (-1.0, 1.0):
            end = (low if way < 0 else high)[axis]
            there = (facing[:, axis] * -way > 0.7) & ((place[:, axis] - middle[axis]) / (end - middle[axis]) > _LAST)
            share = area * there
            whole = float(np.prod(np.delete(high - low, axis)))
            paint = (albedo * share[:, None]).sum(axis=0) / max(whole, float(share.sum()))
            paints.append(np.tile(paint, (_CELLS**2, 1)))
    return _sides(low, high, _CELLS), np.concatenate(paints)


def _sides(low: Vector, high: Vector, cells: int) -> Sources:
    """The six sides of a box, each in so many patches along and across."""
    sides = [_side(low, high, axis, way, cells) for axis in range(3) for way in (-1.0, 1.0)]
    columns = (np.concatenate([getattr(side, name) for side in sides]) for name in ("place", "facing", "power", "area"))
    return Sources(*columns)


def _landing(sources: Sources, spots: Sources) -> Vector:
    """(P, N) what falls on each patch of the walls from each of N sources within, for a unit of power. It is looked up
    at finer `spots`; what those miss of what a source sends out, for it is close to one, is made good."""
    falls = sources.lighting(spots)
    sent = np.where(sources.facing.any(axis=1), 1.0, 4.0)
    falls *= sent / np.maximum((falls * spots.area[:, None]).sum(axis=0), 1e-6)
    cells = falls.reshape(6, _CELLS, _FINER, _CELLS, _FINER, -1)
    out: Vector = cells.mean(axis=(2, 4)).reshape(6 * _CELLS**2, -1)
    return out


def _side(low: Vector, high: Vector, axis: int, way: float, cells: int) -> Sources:
    others = [k for k in range(3) if k != axis]
    steps = (np.arange(cells) + 0.5) / cells
    u, v = (x.ravel() for x in np.meshgrid(steps, steps))
    place = np.empty((cells**2, 3))
    place[:, axis] = (low if way < 0 else high)[axis]
    for k, share in zip(others, (u, v), strict=True):
        place[:, k] = low[k] + share * (high - low)[k]
    facing = np.zeros_like(place)
    facing[:, axis] = -way
    area = np.full(cells**2, np.prod((high - low)[others]) / cells**2)
    return Sources(place, facing, np.tile(area[:, None], 3), area)


def faces(vertices: F32, triangles: I32) -> tuple[Vector, Vector, Vector]:
    """Middle, normal and area of each triangle."""
    a, b, c = (vertices[triangles[:, k]].astype(np.float64) for k in range(3))
    across = np.cross(b - a, c - a)
    double = np.linalg.norm(across, axis=1)
    return (a + b + c) / 3, across / np.maximum(double, 1e-12)[:, None], double / 2


@in_lanes
def _add_up(kinds: F32, shares: F32, bands: F32) -> None:
    """The bands (N, 16) of all kinds of source together, of those of each (K, N, 16), times its share (K, 16)."""
    for point in range(bands.shape[0]):
        out = bands[point]
        out[:] = _0
        for kind in range(kinds.shape[0]):
            one, share = kinds[kind, point], shares[kind]
            for band in range(16):
                out[band] += one[band] * share[band]


@in_lanes
def falling(around: Ready, place: Plane, normal: Plane, mirror: Plane, y: int, space: Space, first: Plane,
            second: Plane) -> None:
    """Light (3, W) at the places (3, W) of row `y` on what faces along the `normal` (3, H, W), and on what faces along
    the `mirror` (3, W)."""
    bands, scale, strides, lift = around
    point, share, total, apart = space
    _find(scale, strides, lift, place, normal, y, point, share)
    _interpolate(bands, strides, point, share, total)
    for x in range(total.shape[0]):
        for band in range(5):
            for color in range(3):
                apart[color, band, x] = total[x, 3 * band + color]
    for color in range(3):
        _fall(apart[color], normal[0, y], normal[1, y], normal[2, y], first[color])
        _fall(apart[color], mirror[0], mirror[1], mirror[2], second[color])


@in_lanes
def workspace(width: int) -> Space:
    """What `falling` needs for rows of a width."""
    return (np.empty(width, np.uint32), np.empty((3, width), np.float32), np.empty((width, 16), np.float32),
            np.empty((3, 5, width), np.float32))


@in_lanes
def _find(scale: F32, strides: Any, lift: np.float32, place: Plane, normal: Plane, y: int, point: Any,
          share: Plane) -> None:
    """Which point of the grid is before each place of a row, and its share of the way to the next along each side."""
    px, py, pz, nx, ny, nz = place[0], place[1], place[2], normal[0, y], normal[1, y], normal[2, y]
    along_x, along_y, along_z = share[0], share[1], share[2]
    for x in range(point.shape[0]):
        u = min(max((px[x] + lift * nx[x] - scale[0, 0]) * scale[0, 1], _0), scale[0, 2])
        v = min(max((py[x] + lift * ny[x] - scale[1, 0]) * scale[1, 1], _0), scale[1, 2])
        w = min(max((pz[x] + lift * nz[x] - scale[2, 0]) * scale[2, 1], _0), scale[2, 2])
        i, j, k = np.int32(u), np.int32(v), np.int32(w)
        point[x] = i * strides[0] + j * strides[1] + k
        along_x[x] = u - np.float32(i)
        along_y[x] = v - np.float32(j)
        along_z[x] = w - np.float32(k)


@in_lanes
def _interpolate(bands: F32, strides: Any, point: Any, share: Plane, total: Plane) -> None:
    """The bands (W, 16) between the eight points around each place of a row."""
    dx, dy, dz = strides[0], strides[1], strides[2]
    for x in range(point.shape[0]):
        p, u, v, w = point[x], share[0, x], share[1, x], share[2, x]
        far = u * v
        left, right, near = v - far, u - far, _1 - u - v + far
        far_on, left_on, right_on, near_on = far * w, left * w, right * w, near * w
        far, left, right, near = far - far_on, left - left_on, right - right_on, near - near_on
        a, b, c, d = bands[p], bands[p + dz], bands[p + dy], bands[p + dy + dz]
        e, f, g, h = bands[p + dx], bands[p + dx + dz], bands[p + dx + dy], bands[p + dx + dy + dz]
        out = total[x]
        for band in range(16):
            out[band] = (near * a[band] + near_on * b[band] + left * c[band] + left_on * d[band]
                         + right * e[band] + right_on * f[band] + far * g[band] + far_on * h[band])


@in_lanes
def _fall(bands: Plane, nx: Plane, ny: Plane, nz: Plane, out: Plane) -> None:
    """Light of one colour (W,) of bands (5, W) on what faces some way."""
    constant, grow_x, grow_y, grow_z, upright = bands[0], bands[1], bands[2], bands[3], bands[4]
    for x in range(out.shape[0]):
        a, c, mean = grow_x[x], grow_z[x], max(constant[x], _LEAST)
        across, flat = a * nx[x] + c * nz[x], nx[x] * nx[x] + nz[x] * nz[x]
        # The rest of the third band: the less comes from all sides, the more like one lamp's light it falls off.
        bend = _BEND / mean * (_2 * across * across - (a * a + c * c) * flat)
        out[x] = max(mean + across + grow_y[x] * ny[x] + upright[x] * (_1 - _3_HALVES * flat) + bend, _0)
