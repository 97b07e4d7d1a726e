"""Going round what stands in the way, and not going through it: bodies are circles, things are boxes on the ground.

Works on a `Simulator` in place; knows no verbs and no weight.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from model.geometry import reach, turn

if TYPE_CHECKING:
    from model.teacher.simulator import Simulator

Vec = npt.NDArray[np.float64]
Way = tuple[float, float]  # unit (x, z)

_ROOM = 0.12  # m that is kept from what one passes
_CORNER = 0.04  # m more at its corners
_EASED = 0.06  # m a step by which bodies that began inside each other are moved apart
_FAR = 8.0  # m, beyond which nothing is in the way
_BRUSH = 0.1  # m, near enough to a slender thing to run it over


def in_the_way(s: Simulator, i: int, j: int) -> bool:
    """Whether j is solid to i where i is now: what is small, carried, lying or in the air is not."""
    other = s.entities[j]
    if j == i or s.held_by[j] >= 0 or s.present[j] < 0.5 or s.on[i] == j or s.on[j] == i:
        return False
    if s.inside[j] >= 0 or s.inside[i] == j or s.tilt[j] > 0.5 or "hangs" in other.traits:
        return False
    if other.kind == "prop" and ("holdable" in other.traits or j in s.flights):
        return False
    if s.wish[i].meets == j and s.p[i, 1] > s.top(j) - 0.05:  # coming down on it, between its battlements
        return False
    return bool(s.p[j, 1] < s.p[i, 1] + 0.9 * s.entities[i].size[1] and s.crown(j) > s.p[i, 1] + 0.05)


# -- going round ---------------------------------------------------------------------------------------------------
def around(s: Simulator, i: int, want: Vec) -> Vec:
    """The wish bent round whatever solid is in the way and is not the one being met."""
    speed = math.hypot(want[0], want[2])
    if speed < 0.1 or s.wish[i].pose == "climb":
        return want
    meets = s.wish[i].meets
    look = 0.4 + 1.2 * speed
    if meets >= 0:
        look = min(look, s.gap(i, meets) + reach(s.entities[i].size))
    ahead = (want[0] / speed, want[2] / speed)
    nearest, turned = look, None
    for j in range(len(s.entities)):
        if j == meets or not _within(s, i, j, _FAR) or not in_the_way(s, i, j):
            continue
        hit, way = _passing(s, i, j, ahead, nearest)
        if hit < nearest:
            nearest, turned = hit, way
    return want if turned is None else np.array([speed * turned[0], want[1], speed * turned[1]])


def _within(s: Simulator, i: int, j: int, metres: float) -> bool:
    return bool(abs(s.p[j, 0] - s.p[i, 0]) + abs(s.p[j, 2] - s.p[i, 2]) <= metres)


def _passing(s: Simulator, i: int, j: int, ahead: Way, look: float) -> tuple[float, Way]:
    """How far ahead i would touch j (`look` when it would not), and the way that passes it by."""
    at = s.frame(i, j)
    c, n = math.cos(s.h[j]), math.sin(s.h[j])
    to = (c * ahead[0] - n * ahead[1], n * ahead[0] + c * ahead[1])
    w, _, d = s.entities[j].size
    room = reach(s.entities[i].size) + _ROOM
    half = (w / 2 + room, d / 2 + room)
    corners = [(x, z) for x in (-half[0] - _CORNER, half[0] + _CORNER) for z in (-half[1] - _CORNER, half[1] + _CORNER)]
    if abs(at[0]) < half[0] and abs(at[1]) < half[1]:
        beside = _alongside(at, to, half, corners)
        return (look, ahead) if beside is None else (0.0, turn(*beside, s.h[j]))
    enter, leave = 0.0, look
    for where, by, edge in zip(at, to, half, strict=True):
        if abs(by) < 1e-9:
            if abs(where) >= edge:
                return look, ahead
            continue
        first, last = sorted(((-edge - where) / by, (edge - where) / by))
        enter, leave = max(enter, first), min(leave, last)
    if enter >= leave:
        return look, ahead
    bearing = math.atan2(*to)
    offs = [math.remainder(math.atan2(x - at[0], z - at[1]) - bearing, math.tau) for x, z in corners]
    facing = math.remainder(s.h[i] - s.h[j] - bearing, math.tau)  # who has begun to go round goes on so
    off = min((max(offs), min(offs)), key=lambda a: abs(a) + 0.8 * abs(a - facing))
    return enter, turn(math.sin(bearing + off), math.cos(bearing + off), s.h[j])


def _alongside(at: Way, to: Way, half: Way, corners: list[Way]) -> Way | None:
    """The way along the side one is close to, in the box's own axes; None when one is leaving it anyway."""
    if half[0] - abs(at[0]) < half[1] - abs(at[1]):
        nx, nz = math.copysign(1.0, at[0]), 0.0
    else:
        nx, nz = 0.0, math.copysign(1.0, at[1])
    if to[0] * nx + to[1] * nz >= 0.0:
        return None
    along = to[0] * nz - to[1] * nx
    if abs(along) < 0.25:  # head on: to the nearer end
        ends = [(x, z) for x, z in corners if x * nx + z * nz > 0]
        x, z = min(ends, key=lambda end: math.hypot(end[0] - at[0], end[1] - at[1]))
        along = (x - at[0]) * nz - (z - at[1]) * nx
    side = math.copysign(1.0, along)
    return 0.97 * side * nz + 0.25 * nx, -0.97 * side * nx + 0.25 * nz


# -- not going through ---------------------------------------------------------------------------------------------
def separate(s: Simulator, before: Vec) -> None:
    """A body that would go through another or through a thing is stopped at its surface. `before`: places (N, 3) at
    the step's start."""
    for i in range(len(s.entities)):
        if not s.is_actor(i) or s.held_by[i] >= 0 or s.present[i] < 0.5 or s.inside[i] >= 0:
            continue
        if s.wish[i].pose == "climb" or s.on[i] >= 0:
            continue
        for j in range(len(s.entities)):
            if _within(s, i, j, 6.0):
                _run_over(s, i, j)
                if in_the_way(s, i, j):
                    _push_out(s, i, j, before)


def _run_over(s: Simulator, i: int, j: int) -> None:
    """A slender thing that somebody brushes against at a run falls the way he runs."""
    w, h, d = s.entities[j].size
    traits = s.entities[j].traits
    if "topples" not in traits or "fixed" in traits or h < 2.0 * min(w, d) or s.tilt[j] > 0.1:
        return
    pace = math.hypot(s.v[i, 0], s.v[i, 2])
    stands = s.held_by[j] < 0 and s.inside[j] < 0 and s.p[j, 1] < 0.1 and j not in s.flights
    if pace > 2.0 and stands and s.p[i, 1] < 0.5 and s.wish[i].meets != j and s.gap(i, j) < _BRUSH:
        s.strike(j, math.atan2(s.v[i, 0], s.v[i, 2]), 0.9 * pace, 0.8 * h)


def _push_out(s: Simulator, i: int, j: int, before: Vec) -> None:
    deep, (nx, nz) = _overlap(s, i, j)
    if deep <= 0.0:
        return
    step = (s.p[i] - before[i]) - (s.p[j] - before[j])
    out = min(deep, max(0.0, -(step[0] * nx + step[2] * nz)) + _EASED)
    shared = s.is_actor(j) and s.on[j] < 0 and not s.airborne[j] and s.wish[j].velocity is not None
    _shift(s, i, nx, nz, out / 2 if shared else out)
    if shared:
        _shift(s, j, -nx, -nz, out / 2)


def _overlap(s: Simulator, i: int, j: int) -> tuple[float, Way]:
    """How deep i's circle is in j's box, and the shortest way out."""
    lx, lz = s.frame(i, j)
    w, _, d = s.entities[j].size
    room = reach(s.entities[i].size)
    px, pz = float(np.clip(lx, -w / 2, w / 2)), float(np.clip(lz, -d / 2, d / 2))
    near = math.hypot(lx - px, lz - pz)
    if near > 1e-6:
        nx, nz, deep = (lx - px) / near, (lz - pz) / near, room - near
    elif w / 2 - abs(lx) < d / 2 - abs(lz):
        nx, nz, deep = math.copysign(1.0, lx), 0.0, w / 2 - abs(lx) + room
    else:
        nx, nz, deep = 0.0, math.copysign(1.0, lz), d / 2 - abs(lz) + room
    return deep, turn(nx, nz, s.h[j])


def _shift(s: Simulator, i: int, nx: float, nz: float, out: float) -> None:
    """Move i out along (nx, nz) and take away what speed it has against that."""
    s.p[i, 0] += out * nx
    s.p[i, 2] += out * nz
    against = min(0.0, s.v[i, 0] * nx + s.v[i, 2] * nz)
    s.v[i, 0] -= against * nx
    s.v[i, 2] -= against * nz
