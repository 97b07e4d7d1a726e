"""Behaviours with things: taking, giving, setting down, throwing, opening and lighting."""

from __future__ import annotations

import math

import numpy as np

from model.geometry import GRAVITY, inside_height, turn
from model.teacher.behaviours.moves import ARM, HAND, READY, approach, gesture, turn_to
from model.teacher.behaviours.registry import BEHAVIOURS, Play, behaviour
from model.teacher.simulator import GESTURE, Behaviour, Job, Simulator


@behaviour("take")
def take(s: Simulator, job: Job) -> Behaviour:
    i, j = job.actor, job.target
    if s.held_by[j] == i:
        return
    holder = int(s.held_by[j])
    yield from approach(s, i, holder if holder >= 0 else j, job.action.speed, gap=HAND if s.is_actor(j) else ARM)
    yield from gesture(s, i, "reach")
    s.held_by[j], s.on[j], s.inside[j] = i, -1, -1
    s.flights.pop(j, None)
    s.tilt[j] = 0.0
    s.airborne[j] = False
    yield


def _fetch(s: Simulator, job: Job) -> Behaviour:
    """Have the action's object in hand."""
    if s.held_by[job.object] != job.actor:
        yield from take(s, Job(job.action, job.actor, job.object, -1, job.started))


@behaviour("give")
def give(s: Simulator, job: Job) -> Behaviour:
    i, j, thing = job.actor, job.target, job.object
    yield from _fetch(s, job)
    yield from approach(s, i, j, job.action.speed, gap=HAND)
    while s.gesture[i, GESTURE["reach"]] < READY:
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
    s.release(j, (0.0, 0.0, 0.0))
    yield


def _set_down(s: Simulator, i: int, thing: int, j: int, height: float) -> Behaviour:
    """Move the thing from the hand to `height` above j's base."""
    s.held_by[thing], s.on[thing] = -1, j
    while True:
        left = s.p[j] + (0.0, height, 0.0) - s.p[thing]
        far = float(np.linalg.norm(left))
        if far < 0.06:
            return
        s.wish[thing].velocity = left * min(5.0, 2.2 / (far + 1e-6))
        s.wish[i].gesture = "reach"
        yield


@behaviour("put_on")
def put_on(s: Simulator, job: Job) -> Behaviour:
    i, j = job.actor, job.target
    yield from _fetch(s, job)
    yield from approach(s, i, j, job.action.speed)
    yield from gesture(s, i, "reach")
    yield from _set_down(s, i, job.object, j, s.top(j) - float(s.p[j, 1]))


@behaviour("put_in")
def put_in(s: Simulator, job: Job) -> Behaviour:
    """Over the container's mouth, then let it sink to where things lie in it."""
    i, j, thing = job.actor, job.target, job.object
    yield from _fetch(s, job)
    yield from approach(s, i, j, job.action.speed)
    yield from gesture(s, i, "reach")
    yield from _set_down(s, i, thing, j, inside_height(s.entities[j]))
    s.on[thing], s.inside[thing] = -1, j
    yield


@behaviour("throw")
def throw(s: Simulator, job: Job) -> Behaviour:
    i, j, thing = job.actor, job.target, job.object
    yield from _fetch(s, job)
    yield from turn_to(s, i, j, 0.2)
    yield from gesture(s, i, "throw")
    x, z = turn(0.0, 1.0, s.h[i])
    speed = 5.5 * job.action.speed**0.5
    if j >= 0:
        distance = math.hypot(*(s.p[j] - s.p[i])[[0, 2]])
        speed = float(np.clip(math.sqrt(GRAVITY * max(distance - 0.5, 0.5) * 0.9), 2.0, 8.0))
    s.release(thing, (0.76 * speed * x, 0.65 * speed, 0.76 * speed * z))
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
