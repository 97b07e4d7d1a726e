"""How each verb is acted: one small generator a verb, yielding once a world step until it is done.

A behaviour only wishes (`Simulator.wish`) and decides what changes hands; weight and limits are the simulator's.
Every decision looks at the state alone, so that a model which sees the state can learn it.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from model.geometry import DT, GRAVITY, reach, turn
from model.moment import HOURS, WEATHERS
from model.teacher.bodies import fly, tipping_spin, topple
from model.teacher.simulator import CRUISE, EMOTION, GESTURE, POSE, Behaviour, Job, Simulator

Play = Callable[[Simulator, Job], Behaviour]
BEHAVIOURS: dict[str, Play] = {}
ARM = 0.35  # m, the gap from which a hand reaches
_READY = 0.75  # weight of a gesture or pose at which it takes effect


def behaviour(name: str) -> Callable[[Play], Play]:
    def register(play: Play) -> Play:
        BEHAVIOURS[name] = play
        return play

    return register


# -- ways of getting about, used by many verbs ---------------------------------------------------------------------
def _goal_height(s: Simulator, i: int, j: int, distance: float) -> float:
    """Height a flyer aims at on its way to j: it cruises until it is near."""
    low = s.top(j) + 0.15 if not s.is_actor(j) else float(s.p[j, 1]) + 0.3 * s.entities[j].size[1]
    return max(low, min(CRUISE, low + 0.7 * max(distance - 1.0, 0.0)))


def approach(s: Simulator, i: int, j: int, speed: float = 1.0, running: bool = False, gap: float = ARM) -> Behaviour:
    """Go up to j until only `gap` metres are between, then face it."""
    if not s.flying(i) and s.p[i, 1] > 0.3 and s.gap(i, j) > gap and s.on[i] >= 0 and s.on[i] != j:
        yield from descend(s, i)
    if s.pose[i, POSE["sit"]] + s.pose[i, POSE["lie"]] + s.pose[i, POSE["fallen"]] > 0.5 and s.gap(i, j) > gap:
        yield from rise(s, i)
    while True:
        gx, gz = s.to_surface(i, j)
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
        yield
    while s.off_heading(i, s.bearing(i, j)) > 0.25 and math.hypot(*(s.p[j] - s.p[i])[[0, 2]]) > 0.15:
        s.look(i, j)
        yield


def rise(s: Simulator, i: int) -> Behaviour:
    while s.pose[i, POSE["stand"]] < _READY:
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
    """Down to the ground from whatever i is on: over the nearest edge, climbing when it is high."""
    j = int(s.on[i])
    if j < 0:
        return
    w, _, d = s.entities[j].size
    high = s.p[i, 1] > 1.3
    while s.gap(i, j) < 0.05:
        c, n = math.cos(s.h[j]), math.sin(s.h[j])
        dx, dz = s.p[i, 0] - s.p[j, 0], s.p[i, 2] - s.p[j, 2]
        lx, lz = c * dx - n * dz, n * dx + c * dz
        side = (math.copysign(1.0, lx), 0.0) if w / 2 - abs(lx) < d / 2 - abs(lz) else (0.0, math.copysign(1.0, lz))
        x, z = turn(*side, s.h[j])
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


def gesture(s: Simulator, i: int, name: str, until: float = _READY) -> Behaviour:
    while s.gesture[i, GESTURE[name]] < until:
        s.wish[i].gesture = name
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


# -- going places --------------------------------------------------------------------------------------------------
def _heading_of(s: Simulator, job: Job) -> tuple[float, float]:
    return job.action.direction or turn(0.0, 1.0, s.h[job.actor])


def _wander(s: Simulator, job: Job, running: bool, metres: float) -> Behaviour:
    """Some way in a direction; without one, ahead."""
    x, z = _heading_of(s, job)
    pace = s.pace(job.actor, job.action.speed, running)
    for _ in range(round(metres / (pace * DT))):
        s.go(job.actor, pace * x, pace * z, running)
        yield


@behaviour("walk")
def walk(s: Simulator, job: Job) -> Behaviour:
    if job.target >= 0:
        yield from approach(s, job.actor, job.target, job.action.speed)
    else:
        yield from _wander(s, job, False, 2.0)


@behaviour("run")
def run(s: Simulator, job: Job) -> Behaviour:
    if job.target >= 0:
        yield from approach(s, job.actor, job.target, job.action.speed, running=True)
    else:
        yield from _wander(s, job, True, 3.5)


def _away(s: Simulator, i: int, j: int) -> tuple[float, float]:
    """Unit direction away from j, bent inwards at the edge of the stage."""
    x, z = (s.p[i, 0] - s.p[j, 0], s.p[i, 2] - s.p[j, 2]) if j >= 0 else turn(0.0, 1.0, s.h[i])
    length = math.hypot(x, z) + 1e-6
    x, z = x / length, z / length
    edge = s.stage.half_extent
    if abs(s.p[i, 0]) > edge - 0.8 and x * s.p[i, 0] > 0:
        x, z = 0.15 * x, math.copysign(1.0, z)
    if abs(s.p[i, 2]) > edge - 0.8 and z * s.p[i, 2] > 0:
        x, z = math.copysign(1.0, x), 0.15 * z
    return x, z


@behaviour("flee")
def flee(s: Simulator, job: Job) -> Behaviour:
    i, j = job.actor, job.target
    yield from rise(s, i) if s.pose[i, POSE["sit"]] > 0.5 else ()
    for _ in range(24):
        x, z = _away(s, i, j)
        pace = s.pace(i, job.action.speed, True)
        s.go(i, pace * x, pace * z, True, 0.5 if s.flying(i) and s.p[i, 1] < CRUISE else 0.0)
        yield


@behaviour("back_off")
def back_off(s: Simulator, job: Job) -> Behaviour:
    """Backwards, still facing what one backs off from."""
    i, j = job.actor, job.target
    for _ in range(16):
        x, z = _away(s, i, j) if j >= 0 else turn(0.0, -1.0, s.h[i])
        pace = 0.7 * s.pace(i, job.action.speed, False)
        s.go(i, pace * x, pace * z, False)
        s.wish[i].heading = s.bearing(i, j) if j >= 0 else float(s.h[i])
        yield


@behaviour("chase")
def chase(s: Simulator, job: Job) -> Behaviour:
    i, j = job.actor, job.target
    while True:
        gx, gz = s.to_surface(i, j)
        near = math.hypot(gx, gz) + 1e-6
        pace = s.pace(i, job.action.speed, True) * min(1.0, near)
        s.go(i, pace * gx / near, pace * gz / near, True)
        if near < 5.0:
            x, z = _away(s, j, i)
            lead = 0.85 * s.pace(j, 1.0, True)
            s.go(j, lead * x, lead * z, True)
        yield


@behaviour("follow")
def follow(s: Simulator, job: Job) -> Behaviour:
    i, j = job.actor, job.target
    while True:
        gx, gz = s.to_surface(i, j)
        near = math.hypot(gx, gz) + 1e-6
        if near > 1.0:
            pace = min(s.pace(i, job.action.speed, near > 3.0), 1.5 * (near - 0.8))
            s.go(i, pace * gx / near, pace * gz / near, near > 3.0)
        else:
            s.look(i, j)
        yield


@behaviour("circle")
def circle(s: Simulator, job: Job) -> Behaviour:
    """Round the target, or round the middle of the stage; flyers do it in the air."""
    i, j = job.actor, job.target
    if s.flies(i) and not s.flying(i):
        yield from _take_off(s, i)
    radius = 4.2 if s.flying(i) else 1.6 + reach(s.entities[max(j, 0)].size)
    while True:
        centre = s.p[j] if j >= 0 else np.zeros(3)
        dx, dz = s.p[i, 0] - centre[0], s.p[i, 2] - centre[2]
        length = math.hypot(dx, dz) + 1e-6
        pace = s.pace(i, job.action.speed, False)
        pull = float(np.clip(radius - length, -1.0, 1.0))
        x, z = pace * dz / length + pull * dx / length, -pace * dx / length + pull * dz / length
        height = max(CRUISE, s.crown(j) + 0.8 if j >= 0 else 0.0) + 0.6
        s.go(i, x, z, False, float(np.clip(1.5 * (height - s.p[i, 1]), -1.5, 1.5)) if s.flying(i) else 0.0)
        yield


@behaviour("enter")
def enter(s: Simulator, job: Job) -> Behaviour:
    """From the wings, where whoever is off stage waits, to the target, or some way in."""
    i = job.actor
    if s.present[i] < 0.5:
        s.present[i] = 1.0
        yield
    if job.target >= 0:
        yield from approach(s, i, job.target, job.action.speed, job.action.speed > 1.4, gap=0.9)
        return
    while math.hypot(s.p[i, 0], s.p[i, 2]) > 3.2:
        length = math.hypot(s.p[i, 0], s.p[i, 2])
        pace = s.pace(i, job.action.speed, job.action.speed > 1.4)
        s.go(i, -pace * s.p[i, 0] / length, -pace * s.p[i, 2] / length, job.action.speed > 1.4)
        yield


@behaviour("exit")
def exit_(s: Simulator, job: Job) -> Behaviour:
    """Off to the nearer side; gone once past the edge."""
    i = job.actor
    side = -1.0 if s.p[i, 0] < 0 else 1.0
    if s.p[i, 1] > 0.3 and s.on[i] >= 0:
        yield from descend(s, i)
    while abs(s.p[i, 0]) < s.stage.half_extent + 0.4:
        pace = s.pace(i, max(job.action.speed, 1.0), True)
        s.go(i, side * pace, 0.0, True, 0.5 if s.flying(i) else 0.0)
        yield
    s.present[i] = 0.0
    s.v[i] = 0.0
    yield


@behaviour("jump")
def jump(s: Simulator, job: Job) -> Behaviour:
    """On the spot, or some way towards the target."""
    i, j = job.actor, job.target
    if not s.airborne[i]:
        while s.pose[i, POSE["jump"]] < 0.5:
            s.wish[i].pose = "jump"
            if j >= 0:
                s.look(i, j)
            yield
        x, z = (0.0, 0.0)
        if j >= 0:
            gx, gz = s.to_surface(i, j)
            near = math.hypot(gx, gz) + 1e-6
            x, z = min(1.6, near) * gx / near, min(1.6, near) * gz / near
        _leap(s, i, x, z, 3.2)
        yield
    while s.airborne[i]:
        s.wish[i].pose = "jump"
        yield


def _leap(s: Simulator, i: int, x: float, z: float, up: float) -> None:
    s.airborne[i] = True
    s.v[i] = (x, up, z)


@behaviour("jump_onto")
def jump_onto(s: Simulator, job: Job) -> Behaviour:
    i, j = job.actor, job.target
    if s.on[i] != j and not s.airborne[i]:
        yield from approach(s, i, j, max(job.action.speed, 1.0), gap=0.5)
        while s.pose[i, POSE["jump"]] < 0.5:
            s.wish[i].pose = "jump"
            s.look(i, j)
            yield
        rise_m = max(s.top(j) - s.p[i, 1], 0.0)
        up = math.sqrt(2 * GRAVITY * (rise_m + 0.35))
        seconds = up / GRAVITY + math.sqrt(2 * 0.35 / GRAVITY)
        away = s.p[j] - s.p[i]
        s.on[i] = j
        _leap(s, i, away[0] / seconds, away[2] / seconds, up)
        yield
    while s.airborne[i]:
        s.wish[i].pose = "jump"
        yield


@behaviour("climb")
def climb(s: Simulator, job: Job) -> Behaviour:
    """To the foot of it, up its side, and a step onto the top."""
    i, j = job.actor, job.target
    if s.on[i] == j and abs(s.p[i, 1] - s.crown(j)) < 0.2:
        return
    yield from approach(s, i, j, job.action.speed, gap=0.12)
    top = s.top(j)
    while s.p[i, 1] < top - 0.01:
        s.wish[i].pose, s.wish[i].velocity = (
            "climb",
            np.array([0.0, min(1.7 * job.action.speed, (top - s.p[i, 1]) / DT), 0.0]),
        )
        s.look(i, j)
        yield
    s.on[i] = j
    while math.hypot(*(s.p[j] - s.p[i])[[0, 2]]) > max(0.2, 0.3 * min(s.entities[j].size[0], s.entities[j].size[2])):
        away = s.p[j] - s.p[i]
        length = math.hypot(away[0], away[2])
        s.go(i, away[0] / length, away[2] / length, False)
        if not s.over(i, j):
            s.wish[i].pose = "climb"
        yield


@behaviour("get_down")
def get_down(s: Simulator, job: Job) -> Behaviour:
    if s.flying(job.actor):
        yield from ground(s, job.actor)
    elif s.p[job.actor, 1] > 0.1:
        yield from descend(s, job.actor)


def _take_off(s: Simulator, i: int) -> Behaviour:
    s.on[i] = -1
    while s.p[i, 1] < CRUISE - 0.3 or not s.flying(i):
        s.wish[i].pose = "fly"
        x, z = turn(0.0, 0.6, s.h[i])
        s.wish[i].velocity = np.array([x, min(2.4, 0.5 + 1.5 * (CRUISE - s.p[i, 1])), z])
        yield


@behaviour("take_off")
def take_off(s: Simulator, job: Job) -> Behaviour:
    yield from _take_off(s, job.actor)


@behaviour("fly")
def fly_(s: Simulator, job: Job) -> Behaviour:
    i, j = job.actor, job.target
    if not s.flying(i):
        yield from _take_off(s, i)
    if j < 0:
        yield from _wander(s, job, True, 5.0)
        return
    while s.gap(i, j) > 1.0:
        gx, gz = s.to_surface(i, j)
        near = math.hypot(gx, gz)
        pace = min(s.pace(i, job.action.speed, True), 1.5 * near)
        height = max(2.6, s.crown(j) + 0.8)
        s.go(i, pace * gx / near, pace * gz / near, True, float(np.clip(1.5 * (height - s.p[i, 1]), -2.0, 2.0)))
        yield


@behaviour("land")
def land(s: Simulator, job: Job) -> Behaviour:
    """On the target's top when it has one, beside it when it is someone, else right here."""
    i, j = job.actor, job.target
    if not s.flying(i):
        if j >= 0 and s.on[i] != j:
            yield from _take_off(s, i)
        else:
            return
    onto = j >= 0 and not s.is_actor(j)
    while True:
        away = s.p[j] - s.p[i] if j >= 0 else np.zeros(3)
        length = math.hypot(away[0], away[2])
        near = max(
            0.0, length - (0.0 if onto or j < 0 else 1.2 + reach(s.entities[i].size) + reach(s.entities[j].size))
        )
        floor = s.crown(j) if onto else 0.0
        height = floor + min(CRUISE, 0.9 * max(near - 0.3, 0.0))
        if near < 0.25 and s.p[i, 1] < floor + 0.08:
            break
        pace = min(s.pace(i, job.action.speed, True), 1.6 * near)
        x, z = (away[0] / length, away[2] / length) if length > 0.05 else (0.0, 0.0)
        s.go(i, pace * x, pace * z, True, float(np.clip(2.5 * (height - s.p[i, 1]), -2.6, 2.6)))
        if near < 0.5:
            s.wish[i].heading = None
        yield
    s.on[i] = j if onto else -1
    while s.flying(i):
        s.wish[i].pose = "stand"
        s.wish[i].velocity = np.array([0.0, (s.top(j) if onto else 0.0) - s.p[i, 1], 0.0])
        yield


# -- the body ------------------------------------------------------------------------------------------------------
def _posture(s: Simulator, i: int, pose: str) -> Behaviour:
    while s.pose[i, POSE[pose]] < _READY:
        s.wish[i].pose = pose
        yield


@behaviour("stand")
def stand(s: Simulator, job: Job) -> Behaviour:
    yield from ground(s, job.actor)
    yield from rise(s, job.actor)


def _onto_seat(s: Simulator, i: int, j: int, pose: str, speed: float) -> Behaviour:
    """Up to the seat, round, and down onto it; one sits as the seat faces."""
    yield from approach(s, i, j, speed, gap=0.2)
    while True:
        away = s.p[j] - s.p[i]
        length = math.hypot(away[0], away[2])
        ready = s.pose[i, POSE[pose]] > _READY
        if length < 0.12 and ready:
            break
        s.wish[i].pose, s.wish[i].heading = pose, float(s.h[j])
        lift = float(np.clip(6.0 * (s.top(j) - s.p[i, 1]), -2.0, 2.0))
        pull = min(1.8, 5.0 * length) / max(length, 1e-6)
        s.wish[i].velocity = np.array([pull * away[0], lift, pull * away[2]])
        s.on[i] = j
        yield


def _rest(pose: str) -> Play:
    """On a seat, a bed, or right where one is."""

    def play(s: Simulator, job: Job) -> Behaviour:
        yield from ground(s, job.actor)
        if job.target >= 0:
            yield from _onto_seat(s, job.actor, job.target, pose, job.action.speed)
        else:
            yield from _posture(s, job.actor, pose)

    return play


BEHAVIOURS["sit"], BEHAVIOURS["lie"] = _rest("sit"), _rest("lie")


@behaviour("kneel")
def kneel(s: Simulator, job: Job) -> Behaviour:
    yield from ground(s, job.actor)
    if job.target >= 0:
        yield from approach(s, job.actor, job.target, job.action.speed, gap=1.0)
    yield from _posture(s, job.actor, "kneel")


@behaviour("fall")
def fall(s: Simulator, job: Job) -> Behaviour:
    i = job.actor
    if s.p[i, 1] > 0.3 and s.on[i] < 0:
        s.airborne[i] = True
        s.wish[i].pose = "fallen"
        yield
        while s.airborne[i]:
            s.wish[i].pose = "fallen"
            yield
    yield from _posture(s, i, "fallen")


@behaviour("dance")
def dance(s: Simulator, job: Job) -> Behaviour:
    i, j = job.actor, job.target
    if j >= 0:
        yield from approach(s, i, j, job.action.speed, gap=0.5)
    while True:
        s.wish[i].pose = "dance"
        if j >= 0:
            s.wish[j].pose = "dance"
            s.look(i, j)
            s.look(j, i)
        yield


@behaviour("stop")
def stop(s: Simulator, job: Job) -> Behaviour:
    for _ in range(8):
        yield


# -- with others ---------------------------------------------------------------------------------------------------
@behaviour("face")
def face(s: Simulator, job: Job) -> Behaviour:
    while s.off_heading(job.actor, s.bearing(job.actor, job.target)) > 0.12:
        s.look(job.actor, job.target)
        yield


@behaviour("hug")
def hug(s: Simulator, job: Job) -> Behaviour:
    i, j = job.actor, job.target
    yield from approach(s, i, j, job.action.speed, gap=0.1)
    while s.gesture[i, GESTURE["hug"]] < 0.97:
        s.wish[i].gesture = "hug"
        s.look(i, j)
        if s.entities[j].kind == "person":
            s.wish[j].gesture = "hug"
            if s.pose[j, POSE["stand"]] > 0.5:
                s.look(j, i)
        yield


@behaviour("attack")
def attack(s: Simulator, job: Job) -> Behaviour:
    i, j = job.actor, job.target
    yield from approach(s, i, j, max(job.action.speed, 1.2), gap=0.4)
    yield from gesture(s, i, "strike", 0.85)


@behaviour("push")
def push(s: Simulator, job: Job) -> Behaviour:
    """A shove: someone staggers back, a thing that can topple does, anything else slides."""
    i, j = job.actor, job.target
    yield from approach(s, i, j, max(job.action.speed, 1.0), gap=0.25)
    yield from gesture(s, i, "push")
    if s.is_actor(j):
        for step in range(7):
            x, z = _away(s, j, i)
            s.wish[j].velocity = np.array([x, 0.0, z]) * (2.2 - 0.3 * step)
            s.wish[j].pose = "walk"
            s.wish[i].gesture = "push"
            yield
    elif "topples" in s.entities[j].traits:
        yield from _knock(s, j)
    elif "fixed" not in s.entities[j].traits:
        x, z = _away(s, j, i)
        s.let_go(
            j,
            fly(
                s.entities[j].size,
                "rolls" in s.entities[j].traits,
                s.p[j],
                float(s.h[j]),
                (3.0 * x, 0.0, 3.0 * z),
                0.0,
                s.blocks(j),
            ),
        )
        yield


def _knock(s: Simulator, j: int) -> Behaviour:
    size = s.entities[j].size
    if "rolls" in s.entities[j].traits and "topples" not in s.entities[j].traits:
        x, z = turn(0.0, 2.5, s.h[j])
        s.let_go(j, fly(size, True, s.p[j], float(s.h[j]), (x, 0.5, z), 0.0, s.blocks(j)))
    else:
        s.let_go(j, topple(size, s.p[j], float(s.h[j]), tipping_spin(size), s.blocks(j)))
    yield
    while s.tilt[j] < 0.7 and j in s.flights:
        yield


@behaviour("topple")
def topple_(s: Simulator, job: Job) -> Behaviour:
    i, j = job.actor, job.target
    yield from approach(s, i, j, max(job.action.speed, 1.0), gap=0.3)
    yield from gesture(s, i, "push")
    if s.is_actor(j):
        yield from _posture(s, j, "fallen")
    else:
        yield from _knock(s, j)


def _signal(name: str) -> Play:
    def play(s: Simulator, job: Job) -> Behaviour:
        i, j = job.actor, job.target
        while j >= 0 and s.off_heading(i, s.bearing(i, j)) > 0.3:
            s.look(i, j)
            yield
        yield from gesture(s, i, name, 0.9)

    return play


BEHAVIOURS["wave"], BEHAVIOURS["point"] = _signal("wave"), _signal("point")


@behaviour("talk")
def talk(s: Simulator, job: Job) -> Behaviour:
    i, j = job.actor, job.target
    for _ in range(round((job.action.seconds or 1.5) / DT)):
        s.wish[i].speaking, s.wish[i].gesture = 1.0, s.wish[i].gesture or "talk"
        if j >= 0:
            if s.wish[i].velocity is None:
                s.look(i, j)
            if (
                s.entities[j].kind == "person"
                and s.pose[j, POSE["stand"]] > 0.5
                and s.v[j, 0] ** 2 + s.v[j, 2] ** 2 < 0.1
            ):
                s.look(j, i)
        yield


@behaviour("feel")
def feel(s: Simulator, job: Job) -> Behaviour:
    i, j, emotion = job.actor, job.target, job.action.emotion or "calm"
    s.feeling[i] = emotion
    while s.emotion[i, EMOTION[emotion]] < 0.85 or (j >= 0 and s.off_heading(i, s.bearing(i, j)) > 0.2):
        if j >= 0 and s.wish[i].velocity is None:
            s.look(i, j)
        yield


# -- with things ---------------------------------------------------------------------------------------------------
@behaviour("take")
def take(s: Simulator, job: Job) -> Behaviour:
    i, j = job.actor, job.target
    if s.held_by[j] == i:
        return
    holder = int(s.held_by[j])
    yield from approach(s, i, holder if holder >= 0 else j, job.action.speed)
    yield from gesture(s, i, "reach")
    s.held_by[j], s.on[j] = i, -1
    s.flights.pop(j, None)
    s.tilt[j] = 0.0
    s.airborne[j] = False
    yield


@behaviour("give")
def give(s: Simulator, job: Job) -> Behaviour:
    i, j, thing = job.actor, job.target, job.object
    if s.held_by[thing] != i:
        take_it = Job(job.action, i, thing, -1, job.started)
        yield from take(s, take_it)
    yield from approach(s, i, j, job.action.speed)
    while s.gesture[i, GESTURE["reach"]] < _READY:
        s.wish[i].gesture = "reach"
        s.wish[j].gesture = "reach"
        s.look(j, i)
        yield
    s.held_by[thing] = j
    yield


@behaviour("drop")
def drop(s: Simulator, job: Job) -> Behaviour:
    i, j = job.actor, job.target
    if s.held_by[j] != i:
        return
    yield from gesture(s, i, "reach", 0.5)
    if s.is_actor(j):
        s.held_by[j], s.airborne[j], s.v[j] = -1, True, 0.0
    else:
        s.let_go(
            j,
            fly(
                s.entities[j].size,
                "rolls" in s.entities[j].traits,
                s.p[j],
                float(s.h[j]),
                (0.0, 0.0, 0.0),
                0.0,
                s.blocks(j),
            ),
        )
    yield


@behaviour("put_on")
def put_on(s: Simulator, job: Job) -> Behaviour:
    i, j, thing = job.actor, job.target, job.object
    if s.held_by[thing] != i:
        yield from take(s, Job(job.action, i, thing, -1, job.started))
    yield from approach(s, i, j, job.action.speed)
    yield from gesture(s, i, "reach")
    s.held_by[thing], s.on[thing] = -1, j
    while True:
        place = s.p[j] + (0.0, s.entities[j].size[1], 0.0)
        left = place - s.p[thing]
        if float(np.linalg.norm(left)) < 0.06:
            break
        s.wish[thing].velocity = left * min(5.0, 2.2 / (float(np.linalg.norm(left)) + 1e-6))
        s.wish[i].gesture = "reach"
        yield


@behaviour("throw")
def throw(s: Simulator, job: Job) -> Behaviour:
    i, j, thing = job.actor, job.target, job.object
    if s.held_by[thing] != i:
        yield from take(s, Job(job.action, i, thing, -1, job.started))
    while j >= 0 and s.off_heading(i, s.bearing(i, j)) > 0.2:
        s.look(i, j)
        yield
    yield from gesture(s, i, "throw")
    x, z = turn(0.0, 1.0, s.h[i])
    speed = 5.5 * job.action.speed**0.5
    if j >= 0:
        distance = math.hypot(*(s.p[j] - s.p[i])[[0, 2]])
        speed = float(np.clip(math.sqrt(GRAVITY * max(distance - 0.5, 0.5) * 0.9), 2.0, 8.0))
    if s.is_actor(thing):
        s.held_by[thing], s.airborne[thing] = -1, True
        s.v[thing] = (0.76 * speed * x, 0.65 * speed, 0.76 * speed * z)
    else:
        s.let_go(
            thing,
            fly(
                s.entities[thing].size,
                "rolls" in s.entities[thing].traits,
                s.p[thing],
                float(s.h[thing]),
                (0.76 * speed * x, 0.65 * speed, 0.76 * speed * z),
                0.0,
                s.blocks(thing),
            ),
        )
    yield
    while thing in s.flights and s.p[thing, 1] > 0.15:
        yield


def _switch(what: str, to: float) -> Play:
    """Go to a thing and change it: open, shut, light, put out."""

    def play(s: Simulator, job: Job) -> Behaviour:
        i, j = job.actor, job.target
        values = getattr(s, what)
        yield from approach(s, i, j, job.action.speed)
        yield from gesture(s, i, "reach")
        while abs(values[j] - to) > 0.05:
            values[j] += float(np.clip(to - values[j], -0.14, 0.14))
            s.wish[i].gesture = "reach"
            yield

    return play


BEHAVIOURS["open"], BEHAVIOURS["close"] = _switch("opened", 1.0), _switch("opened", 0.0)
BEHAVIOURS["light"], BEHAVIOURS["put_out"] = _switch("lit", 1.0), _switch("lit", 0.0)


# -- the world itself ----------------------------------------------------------------------------------------------
@behaviour("weather")
def weather(s: Simulator, job: Job) -> Behaviour:
    s.wanted_weather = job.action.weather or "clear"
    while s.weather[WEATHERS.index(s.wanted_weather)] < 0.85:
        yield


@behaviour("time")
def time(s: Simulator, job: Job) -> Behaviour:
    s.wanted_hour = HOURS["day"] if job.action.hour is None else job.action.hour
    while abs((s.wanted_hour - s.hour + 12.0) % 24.0 - 12.0) > 0.2:
        yield
