"""Behaviours of going places: on foot, in the air, up and down, alone and after or with someone."""

from __future__ import annotations

import math

import numpy as np

from model.geometry import DT, GRAVITY, reach, turn
from model.teacher.behaviours.moves import (
    WIDE,
    approach,
    away,
    descend,
    elapsed,
    elbow_room,
    go_to,
    ground,
    heading_of,
    leap,
    lift_off,
    posture,
    rise,
    towards,
    up_steps,
    wander,
)  # fmt: skip
from model.teacher.behaviours.registry import behaviour
from model.teacher.simulator import CRUISE, POSE, Behaviour, Job, Simulator

_LED = 6.0  # s after which somebody has been led or dragged far enough: a time that can be seen, unlike steps taken
_LED_AT_LEAST = 2.5  # s of that, however long it took to get there


@behaviour("walk")
def walk(s: Simulator, job: Job) -> Behaviour:
    if job.target >= 0:
        yield from approach(s, job.actor, job.target, job.action.speed)
    else:
        yield from wander(s, job, False, 2.0)


@behaviour("run")
def run(s: Simulator, job: Job) -> Behaviour:
    if job.target >= 0:
        yield from approach(s, job.actor, job.target, job.action.speed, running=True)
    else:
        yield from wander(s, job, True, 3.5)


@behaviour("flee")
def flee(s: Simulator, job: Job) -> Behaviour:
    i, j = job.actor, job.target
    yield from rise(s, i) if s.pose[i, POSE["sit"]] > 0.5 else ()
    for _ in range(24):
        x, z = away(s, i, j)
        pace = s.pace(i, job.action.speed, True)
        s.go(i, pace * x, pace * z, True, 0.5 if s.flying(i) and s.p[i, 1] < CRUISE else 0.0)
        yield


@behaviour("back_off")
def back_off(s: Simulator, job: Job) -> Behaviour:
    """Backwards, still facing what one backs off from."""
    i, j = job.actor, job.target
    for _ in range(16):
        x, z = away(s, i, j) if j >= 0 else turn(0.0, -1.0, s.h[i])
        pace = 0.7 * s.pace(i, job.action.speed, False)
        s.go(i, pace * x, pace * z, False)
        s.wish[i].heading = s.bearing(i, j) if j >= 0 else float(s.h[i])
        yield


@behaviour("chase")
def chase(s: Simulator, job: Job) -> Behaviour:
    i, j = job.actor, job.target
    while True:
        x, z, near = towards(s, i, j)
        pace = s.pace(i, job.action.speed, True) * float(np.clip(near - 0.3, 0.0, 1.0))
        s.go(i, pace * x, pace * z, True)
        if near < 5.0:
            x, z = away(s, j, i)
            lead = 0.85 * s.pace(j, 1.0, True)
            s.go(j, lead * x, lead * z, True)
        yield


@behaviour("follow")
def follow(s: Simulator, job: Job) -> Behaviour:
    i, j = job.actor, job.target
    while True:
        x, z, near = towards(s, i, j)
        if near > 1.0:
            pace = min(s.pace(i, job.action.speed, near > 3.0), 1.5 * (near - 0.8))
            s.go(i, pace * x, pace * z, near > 3.0)
        else:
            s.look(i, j)
        yield


@behaviour("circle")
def circle(s: Simulator, job: Job) -> Behaviour:
    """Round the target, or round the middle of the stage; flyers do it in the air."""
    i, j = job.actor, job.target
    if s.flies(i) and not s.flying(i):
        yield from lift_off(s, i)
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
        gap = max(WIDE, elbow_room(s, i, job.target))
        yield from approach(s, i, job.target, job.action.speed, job.action.speed > 1.4, gap=gap)
        return
    for _ in range(90):
        length = math.hypot(s.p[i, 0], s.p[i, 2])
        if length <= 3.2:
            break
        pace = s.pace(i, job.action.speed, job.action.speed > 1.4)
        s.go(i, -pace * s.p[i, 0] / length, -pace * s.p[i, 2] / length, job.action.speed > 1.4)
        yield


@behaviour("exit")
def exit_(s: Simulator, job: Job) -> Behaviour:
    """Off to the side that is asked for, else to the nearer one; gone once past the line that is 0.4 m beyond the edge.
    """
    i, (asked, _) = job.actor, job.action.direction or (0.0, 0.0)
    if s.p[i, 1] > 0.3 and s.on[i] >= 0:
        yield from descend(s, i)
    while abs(s.p[i, 0]) < s.stage.half_extent + 0.4:
        side = math.copysign(1.0, asked if abs(asked) > 0.3 else s.p[i, 0])
        pace = s.pace(i, max(job.action.speed, 1.0), True)
        s.go(i, side * pace, 0.0, True, 0.5 if s.flying(i) else 0.0)
        yield
    s.present[i] = 0.0
    s.v[i] = 0.0
    yield


def _gathering(s: Simulator, i: int, j: int) -> Behaviour:
    """Bend the knees before a jump, facing where it goes if that is anywhere."""
    while s.pose[i, POSE["jump"]] < 0.5:
        s.wish[i].pose = "jump"
        if j >= 0:
            s.look(i, j)
        yield


def _in_the_air(s: Simulator, i: int) -> Behaviour:
    while s.airborne[i]:
        s.wish[i].pose = "jump"
        yield


@behaviour("jump")
def jump(s: Simulator, job: Job) -> Behaviour:
    """On the spot, or some way towards the target."""
    i, j = job.actor, job.target
    if not s.airborne[i]:
        yield from _gathering(s, i, j)
        x, z, near = towards(s, i, j) if j >= 0 else (0.0, 0.0, 0.0)
        pace = min(1.6, near)
        leap(s, i, pace * x, pace * z, 3.2)
        yield
    yield from _in_the_air(s, i)


@behaviour("jump_onto")
def jump_onto(s: Simulator, job: Job) -> Behaviour:
    i, j = job.actor, job.target
    if s.on[i] != j and not s.airborne[i]:
        yield from approach(s, i, j, max(job.action.speed, 1.0), gap=0.5)
        yield from _gathering(s, i, j)
        rise_m = max(s.top(j) - s.p[i, 1], 0.0)
        up = math.sqrt(2 * GRAVITY * (rise_m + 0.35))
        seconds = up / GRAVITY + math.sqrt(2 * 0.35 / GRAVITY)
        away = s.p[j] - s.p[i]
        s.on[i] = j
        leap(s, i, away[0] / seconds, away[2] / seconds, up)
        yield
    yield from _in_the_air(s, i)


@behaviour("climb")
def climb(s: Simulator, job: Job) -> Behaviour:
    """Up its steps where it has some; else to the foot of it, up its side, and a step onto the top."""
    i, j = job.actor, job.target
    if s.on[i] == j and abs(s.p[i, 1] - s.top(j)) < 0.2:
        return
    if s.slopes(j):
        yield from rise(s, i) if s.pose[i, POSE["stand"]] < 0.5 else ()
        yield from up_steps(s, i, j, job.action.speed)
        return
    yield from approach(s, i, j, job.action.speed, gap=0.12)
    top = s.top(j)
    while s.p[i, 1] < top - 0.01:
        up = min(1.7 * job.action.speed, (top - s.p[i, 1]) / DT)
        s.wish[i].pose, s.wish[i].velocity = "climb", np.array([0.0, up, 0.0])
        s.look(i, j)
        yield
    s.on[i] = j
    while s.apart(i, j) > max(0.2, 0.3 * min(s.entities[j].size[0], s.entities[j].size[2])):
        ahead = s.p[j] - s.p[i]
        length = math.hypot(ahead[0], ahead[2])
        s.go(i, ahead[0] / length, ahead[2] / length, False)
        if not s.over(i, j):
            s.wish[i].pose = "climb"
        yield


@behaviour("get_down")
def get_down(s: Simulator, job: Job) -> Behaviour:
    if s.flying(job.actor):
        yield from ground(s, job.actor)
    elif s.p[job.actor, 1] > 0.1:
        yield from descend(s, job.actor)


@behaviour("take_off")
def take_off(s: Simulator, job: Job) -> Behaviour:
    yield from lift_off(s, job.actor)


@behaviour("fly")
def fly_(s: Simulator, job: Job) -> Behaviour:
    i, j = job.actor, job.target
    if not s.flying(i):
        yield from lift_off(s, i)
    if j < 0:
        yield from wander(s, job, True, 5.0)
        return
    while s.gap(i, j) > 1.0:
        x, z, near = towards(s, i, j)
        pace = min(s.pace(i, job.action.speed, True), 1.5 * near)
        height = max(2.6, s.crown(j) + 0.8)
        s.go(i, pace * x, pace * z, True, float(np.clip(1.5 * (height - s.p[i, 1]), -2.0, 2.0)))
        yield


@behaviour("land")
def land(s: Simulator, job: Job) -> Behaviour:
    """On the target's top when it has one, beside it when it is someone, else right here."""
    i, j = job.actor, job.target
    if not s.flying(i):
        if j >= 0 and s.on[i] != j:
            yield from lift_off(s, i)
        else:
            return
    onto = j >= 0 and not s.is_actor(j)
    while True:
        away = s.p[j] - s.p[i] if j >= 0 else np.zeros(3)
        length = math.hypot(away[0], away[2])
        near = max(
            0.0, length - (0.0 if onto or j < 0 else 1.2 + reach(s.entities[i].size) + reach(s.entities[j].size))
        )
        floor = s.top(j) if onto else 0.0
        height = floor + min(CRUISE, 0.9 * max(near - 0.3, 0.0))
        if near < 0.25 and s.p[i, 1] < floor + 0.08:
            break
        pace = min(s.pace(i, job.action.speed, True), 1.6 * near)
        low = floor + 0.4 - s.p[i, 1]
        if onto and low > 0.0 and not s.over(i, j):  # first above it, then over it
            pace = min(pace, max(0.0, 1.6 * (s.gap(i, j) - 0.3) - 0.5 * low))
        x, z = (away[0] / length, away[2] / length) if length > 0.05 else (0.0, 0.0)
        s.go(i, pace * x, pace * z, True, float(np.clip(2.5 * (height - s.p[i, 1]), -2.6, 2.6)))
        s.wish[i].meets = j
        if near < 0.5:
            s.wish[i].heading = None
        yield
    s.on[i] = j if onto else -1
    while s.flying(i):
        s.wish[i].pose = "stand"
        s.wish[i].velocity = np.array([0.0, (s.top(j) if onto else 0.0) - s.p[i, 1], 0.0])
        yield


@behaviour("hover")
def hover(s: Simulator, job: Job) -> Behaviour:
    """In the air, where one is."""
    if not s.flying(job.actor):
        yield from lift_off(s, job.actor)
    while True:
        s.wish[job.actor].velocity = np.zeros(3)
        s.wish[job.actor].pose = "fly"
        yield


@behaviour("hide")
def hide(s: Simulator, job: Job) -> Behaviour:
    """Behind the target, as the audience sees it, and down."""
    i, j = job.actor, job.target
    yield from ground(s, i)
    if s.on[i] >= 0 and s.p[i, 1] > 0.3:
        yield from descend(s, i)
    behind = max(abs(math.cos(s.h[j])) * s.entities[j].size[2], abs(math.sin(s.h[j])) * s.entities[j].size[0]) / 2
    z = float(s.p[j, 2]) - behind - reach(s.entities[i].size) - 0.3
    yield from go_to(s, i, float(s.p[j, 0]), z, max(job.action.speed, 1.0), job.action.speed > 1.0)
    yield from posture(s, i, "kneel")


@behaviour("dodge")
def dodge(s: Simulator, job: Job) -> Behaviour:
    """A quick step aside, still facing what one dodges."""
    i, j = job.actor, job.target
    yield from rise(s, i) if s.pose[i, POSE["stand"]] < 0.5 and not s.flying(i) else ()
    for _ in range(7):
        x, z = away(s, i, j)
        side = 1.0 if s.temper[i, 1] >= 0 else -1.0
        s.go(i, 2.6 * (side * z + 0.2 * x), 2.6 * (-side * x + 0.2 * z), False)
        s.wish[i].heading = s.bearing(i, j) if j >= 0 else float(s.h[i])
        yield


def _led_until(s: Simulator, job: Job) -> float:
    """Seconds after which it has been far enough for somebody who gets hold of the other now."""
    return max(_LED, elapsed(s, job) + _LED_AT_LEAST)


@behaviour("lead")
def lead(s: Simulator, job: Job) -> Behaviour:
    """Go ahead with the target at one's side."""
    i, j = job.actor, job.target
    yield from approach(s, i, j, max(job.action.speed, 1.0), gap=elbow_room(s, i, j))
    yield from rise(s, j) if s.pose[j, POSE["stand"]] < 0.5 and not s.flying(j) else ()
    x, z = heading_of(s, job)
    side = reach(s.entities[i].size) + reach(s.entities[j].size) + 0.35
    until = _led_until(s, job)
    while elapsed(s, job) < until:
        pace = 0.9 * s.pace(i, job.action.speed, False)
        ahead_x, ahead_z = inward(s, i, x, z)
        s.go(i, pace * ahead_x, pace * ahead_z, False)
        place = s.p[i, [0, 2]] + side * np.array([-0.5 * ahead_x + 0.8 * ahead_z, -0.5 * ahead_z - 0.8 * ahead_x])
        to = 2.0 * (place - s.p[j, [0, 2]]) + pace * np.array([ahead_x, ahead_z])
        to *= min(1.0, 1.5 * pace / (math.hypot(*to) + 1e-6))
        s.go(j, float(to[0]), float(to[1]), False)
        yield


def inward(s: Simulator, i: int, x: float, z: float) -> tuple[float, float]:
    """The direction turned along the edge of the stage where it would lead off it."""
    edge = s.stage.half_extent - 0.6
    x = 0.0 if abs(s.p[i, 0]) > edge and x * s.p[i, 0] > 0 else x
    z = 0.0 if abs(s.p[i, 2]) > edge and z * s.p[i, 2] > 0 else z
    length = math.hypot(x, z)
    if length > 0.1:
        return x / length, z / length
    out = math.hypot(s.p[i, 0], s.p[i, 2]) + 1e-6
    return -float(s.p[i, 0]) / out, -float(s.p[i, 2]) / out


@behaviour("drag")
def drag(s: Simulator, job: Job) -> Behaviour:
    """Walk on with the target pulled along behind."""
    i, j = job.actor, job.target
    yield from approach(s, i, j, max(job.action.speed, 1.0), gap=0.25)
    x, z = job.action.direction or turn(0.0, -1.0, s.h[i])
    half = max(s.entities[j].size[0], s.entities[j].size[2]) / 2
    behind = reach(s.entities[i].size) + 0.25 + half
    until = _led_until(s, job)
    while elapsed(s, job) < until:
        pace = 0.7 * s.pace(i, job.action.speed, False)
        ahead_x, ahead_z = inward(s, i, x, z)
        s.go(i, pace * ahead_x, pace * ahead_z, False)
        s.wish[i].gesture = "reach"
        if "fixed" not in s.entities[j].traits and s.held_by[j] < 0:
            to = s.p[i] - behind * np.array([ahead_x, 0.0, ahead_z]) - s.p[j]
            to[1] = 0.0
            to = 3.0 * to + pace * np.array([ahead_x, 0.0, ahead_z])
            s.wish[j].velocity = to * min(1.0, 1.6 * pace / (math.hypot(to[0], to[2]) + 1e-6))
        yield
