"""Moves that many verbs are made of: going up to something, getting up and down, gestures, staying on the stage.

Knows no verbs.
"""

from __future__ import annotations

import math

import numpy as np

from model.geometry import DT, reach, turn
from model.teacher.simulator import CRUISE, GESTURE, POSE, Behaviour, Job, Simulator

ARM = 0.35  # m, the gap from which a hand reaches a thing
HAND = 0.45  # m, the gap between two bodies when something passes from hand to hand
TALK = 0.75  # m, between two people who meet
WIDE = 0.9  # m, between bodies one of which is big
READY = 0.75  # weight of a gesture or pose at which it takes effect


def elbow_room(s: Simulator, i: int, j: int) -> float:
    """The gap at which i stops before j when nothing is to be touched."""
    if not s.is_actor(j):
        return ARM
    big = any(max(s.entities[k].size[0], s.entities[k].size[2]) > 1.2 for k in (i, j))
    return WIDE if big else TALK


def towards(s: Simulator, i: int, j: int) -> tuple[float, float, float]:
    """Unit direction (x, z) on the ground from i to the nearest place of j, and how far that is."""
    x, z = s.to_surface(i, j)
    near = math.hypot(x, z) + 1e-6
    return x / near, z / near, near


def elapsed(s: Simulator, job: Job) -> float:
    return (s.step_count - job.started) * DT


def _goal_height(s: Simulator, i: int, j: int, distance: float) -> float:
    """Height a flyer aims at on its way to j: it cruises until it is near."""
    low = s.top(j) + 0.15 if not s.is_actor(j) else float(s.p[j, 1]) + 0.3 * s.entities[j].size[1]
    return max(low, min(CRUISE, low + 0.7 * max(distance - 1.0, 0.0)))


def approach(
    s: Simulator, i: int, j: int, speed: float = 1.0, running: bool = False, gap: float | None = None
) -> Behaviour:
    """Go up to j, or to what j rests on, until only `gap` metres are between, then face it."""
    gap = elbow_room(s, i, j) if gap is None else gap
    base = s.carrier(j)
    base = base if base >= 0 and base not in (i, s.on[i]) else j
    if not s.flying(i) and s.p[i, 1] > 0.3 and s.gap(i, base) > gap and s.on[i] >= 0 and s.on[i] != base:
        yield from descend(s, i)
    if s.pose[i, POSE["sit"]] + s.pose[i, POSE["lie"]] + s.pose[i, POSE["fallen"]] > 0.5 and s.gap(i, base) > gap:
        yield from rise(s, i)
    while True:
        base = s.carrier(j)
        base = base if base >= 0 and base not in (i, s.on[i]) else j
        gx, gz = s.to_surface(i, base)
        near = math.hypot(gx, gz)
        if near <= gap:
            break
        pace = min(s.pace(i, speed, running), 2.2 * (near - gap) + 0.3)
        bow = 0.3 * float(s.temper[i, 1]) * min(1.0, max(near - 1.5, 0.0) / 3.0)
        x, z = turn(gx / near, gz / near, bow)
        lift = 0.0
        if s.flying(i):
            lift = float(np.clip(2.0 * (_goal_height(s, i, j, near) - s.p[i, 1]), -2.2, 2.2))
        s.go(i, pace * x, pace * z, running, lift)
        s.wish[i].meets = base
        yield
    while s.off_heading(i, s.bearing(i, j)) > 0.25 and math.hypot(*(s.p[j] - s.p[i])[[0, 2]]) > 0.15:
        s.look(i, j)
        yield


def go_to(s: Simulator, i: int, x: float, z: float, speed: float, running: bool = False) -> Behaviour:
    """Go to a spot, round whatever is in the way; give up after a while when something stands on it."""
    yield from rise(s, i) if s.pose[i, POSE["stand"]] < 0.3 and not s.flying(i) and s.on[i] >= 0 else ()
    for _ in range(110):
        dx, dz = x - s.p[i, 0], z - s.p[i, 2]
        left = math.hypot(dx, dz)
        if left < 0.15:
            break
        pace = min(s.pace(i, speed, running), 2.2 * left + 0.2)
        s.go(i, pace * dx / left, pace * dz / left, running)
        yield


def rise(s: Simulator, i: int) -> Behaviour:
    while s.pose[i, POSE["stand"]] < READY:
        s.wish[i].pose = "stand"
        yield
    if 0.1 < s.p[i, 1] < 1.0 and s.on[i] >= 0:  # off the seat, to the side it faces
        j = int(s.on[i])
        while s.gap(i, j) < 0.02 and s.p[i, 1] > 0.1:
            x, z = turn(0.0, 1.2, s.h[i])
            s.go(i, x, z, False)
            yield
        while s.p[i, 1] > 0.02:
            yield


def descend(s: Simulator, i: int) -> Behaviour:
    """Down to the ground from whatever i is on: down its steps, or over an edge, climbing when it is high."""
    j = int(s.on[i])
    if j < 0:
        return
    if s.slopes(j):
        yield from down_steps(s, i, j)
        return
    high = s.p[i, 1] > 1.3
    while s.gap(i, j) < 0.05:
        x, z = turn(*_edge(s, i, j), s.h[j])
        s.go(i, 1.3 * x, 1.3 * z, False)
        if high:
            s.wish[i].pose = "climb"
        if s.airborne[i]:
            break
        yield
    while high and s.p[i, 1] > 0.02:
        s.wish[i].pose, s.wish[i].velocity = "climb", np.array([0.0, -min(2.4, s.p[i, 1] / DT), 0.0])
        s.look(i, j)
        yield
    if high:
        s.on[i] = -1
    while s.airborne[i]:
        yield


def _edge(s: Simulator, i: int, j: int) -> tuple[float, float]:
    """Over which edge of j's top i gets down, in j's own axes: one that is near and ahead. Nearness alone would be a
    matter of millimetres in the middle of a tower, which nobody could learn."""
    x, z = s.frame(i, j)
    w, _, d = s.entities[j].size
    ahead_x, ahead_z = turn(0.0, 1.0, float(s.h[i] - s.h[j]))
    edges = {
        (1.0, 0.0): w / 2 - x - ahead_x, (-1.0, 0.0): w / 2 + x + ahead_x,
        (0.0, 1.0): d / 2 - z - ahead_z, (0.0, -1.0): d / 2 + z + ahead_z,
    }  # fmt: skip
    return min(edges, key=lambda edge: edges[edge])


def up_steps(s: Simulator, i: int, j: int, speed: float) -> Behaviour:
    """From the foot of the steps, which lies ahead of them, to the top step."""
    depth = s.entities[j].size[2]
    x, z = turn(0.0, depth / 2 + reach(s.entities[i].size) + 0.2, s.h[j])
    yield from go_to(s, i, float(s.p[j, 0]) + x, float(s.p[j, 2]) + z, speed)
    s.on[i] = j
    yield from _along_steps(s, i, j, -0.36 * depth, speed)


def down_steps(s: Simulator, i: int, j: int) -> Behaviour:
    depth = s.entities[j].size[2]
    yield from _along_steps(s, i, j, depth / 2 + reach(s.entities[i].size) + 0.1, 1.0)
    s.on[i] = -1


def _along_steps(s: Simulator, i: int, j: int, to: float, speed: float) -> Behaviour:
    """Walk along the steps' own axis to depth `to`, each step as high as the slope is there."""
    while True:
        lx, lz = s.frame(i, j)
        left = to - lz
        if abs(left) < 0.12:
            return
        pace = min(0.8 * s.pace(i, speed, False), 2.0 * abs(left) + 0.2)
        x, z = turn(-1.5 * lx, math.copysign(pace, left), s.h[j])
        nearer = lz + math.copysign(pace * DT, left)
        lift = float(np.clip((s.slope(j, nearer) - s.p[i, 1]) / DT, -2.0, 2.0))
        s.go(i, x, z, False, lift)
        s.wish[i].meets = j
        yield


def gesture(s: Simulator, i: int, name: str, until: float = READY) -> Behaviour:
    while s.gesture[i, GESTURE[name]] < until:
        s.wish[i].gesture = name
        yield


def show(s: Simulator, job: Job, name: str, seconds: float = 1.3) -> Behaviour:
    """Make a gesture and hold it until it has been seen."""
    until = max(seconds, elapsed(s, job) + 0.8)
    while s.gesture[job.actor, GESTURE[name]] < 0.9 or elapsed(s, job) < until:
        s.wish[job.actor].gesture = name
        yield


def turn_to(s: Simulator, i: int, j: int, within: float = 0.3) -> Behaviour:
    while j >= 0 and s.off_heading(i, s.bearing(i, j)) > within and s.apart(i, j) > 0.1:
        s.look(i, j)
        yield


def ground(s: Simulator, i: int) -> Behaviour:
    """A flyer comes down where it is; anyone else just stands."""
    if s.flying(i):
        while s.p[i, 1] > 0.05:
            s.wish[i].velocity = np.array([0.0, -min(2.5, 1.5 * s.p[i, 1] + 0.3), 0.0])
            yield
        while s.flying(i):
            s.wish[i].pose = "stand"
            yield


def heading_of(s: Simulator, job: Job) -> tuple[float, float]:
    return job.action.direction or turn(0.0, 1.0, s.h[job.actor])


def wander(s: Simulator, job: Job, running: bool, metres: float) -> Behaviour:
    """Some way in a direction; without one, ahead."""
    x, z = heading_of(s, job)
    pace = s.pace(job.actor, job.action.speed, running)
    for _ in range(round(metres / (pace * DT))):
        s.go(job.actor, pace * x, pace * z, running)
        yield


def away(s: Simulator, i: int, j: int) -> tuple[float, float]:
    """Unit direction away from j, bent back in a curve before the edge of the stage."""
    x, z = (s.p[i, 0] - s.p[j, 0], s.p[i, 2] - s.p[j, 2]) if j >= 0 else turn(0.0, 1.0, s.h[i])
    length = math.hypot(x, z) + 1e-6
    x, z = x / length, z / length
    out = math.hypot(s.p[i, 0], s.p[i, 2]) + 1e-6
    near_edge = float(np.clip((max(abs(s.p[i, 0]), abs(s.p[i, 2])) - s.stage.half_extent + 3.2) / 1.6, 0.0, 1.3))
    ux, uz = s.p[i, 0] / out, s.p[i, 2] / out
    side = math.copysign(1.0, x * uz - z * ux)
    x, z = x + near_edge * (1.3 * side * uz - 1.2 * ux), z + near_edge * (-1.3 * side * ux - 1.2 * uz)
    length = math.hypot(x, z) + 1e-6
    return x / length, z / length


def leap(s: Simulator, i: int, x: float, z: float, up: float) -> None:
    s.airborne[i] = True
    s.v[i] = (x, up, z)


def lift_off(s: Simulator, i: int) -> Behaviour:
    s.on[i] = -1
    while s.p[i, 1] < CRUISE - 0.3 or not s.flying(i):
        s.wish[i].pose = "fly"
        x, z = turn(0.0, 0.6, s.h[i])
        s.wish[i].velocity = np.array([x, min(2.4, 0.5 + 1.5 * (CRUISE - s.p[i, 1])), z])
        yield


def posture(s: Simulator, i: int, pose: str) -> Behaviour:
    while s.pose[i, POSE[pose]] < READY:
        s.wish[i].pose = pose
        yield
