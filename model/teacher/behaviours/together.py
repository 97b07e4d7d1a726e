"""Behaviours towards somebody or something: meeting, fighting, helping, talking."""

from __future__ import annotations

import math

import numpy as np

from model.geometry import DT, reach
from model.teacher.behaviours.moves import ARM, HAND, READY, approach, away, gesture, go_to, posture, rise, show
from model.teacher.behaviours.registry import behaviour
from model.teacher.simulator import GESTURE, POSE, Behaviour, Job, Simulator


@behaviour("face")
def face(s: Simulator, job: Job) -> Behaviour:
    while s.off_heading(job.actor, s.bearing(job.actor, job.target)) > 0.12:
        s.look(job.actor, job.target)
        yield


@behaviour("hug")
def hug(s: Simulator, job: Job) -> Behaviour:
    i, j = job.actor, job.target
    yield from approach(s, i, j, job.action.speed, gap=0.08)
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
    yield from approach(s, i, j, max(job.action.speed, 1.2), gap=HAND)
    yield from gesture(s, i, "strike", 0.85)


@behaviour("push")
def push(s: Simulator, job: Job) -> Behaviour:
    """A shove: someone staggers back, a thing tips or slides."""
    i, j = job.actor, job.target
    yield from _blow(s, job, "push")
    if not s.is_actor(j):
        _shove(s, i, j, job.action.speed)
        for _ in range(10):
            if j in s.flights and s.tilt[j] < 0.7:
                yield


def _blow(s: Simulator, job: Job, blow: str) -> Behaviour:
    """Up to the target and the blow itself; somebody staggers back from it."""
    i, j = job.actor, job.target
    yield from approach(s, i, j, max(job.action.speed, 1.0), gap=0.25)
    yield from gesture(s, i, blow)
    for step in range(7 if s.is_actor(j) else 0):
        x, z = away(s, j, i)
        s.wish[j].velocity = np.array([x, 0.0, z]) * (2.2 - 0.3 * step)
        s.wish[j].pose = "walk"
        s.wish[i].gesture = blow
        yield


def _shove(s: Simulator, i: int, j: int, speed: float) -> None:
    """An impulse at the height of i's hands; what cannot topple is pushed low, so that it slides."""
    hands = 0.6 * s.entities[i].size[1] + s.p[i, 1] - s.p[j, 1]
    s.strike(j, s.bearing(i, j), 2.4 + 0.8 * speed, hands if "topples" in s.entities[j].traits else 0.0)


@behaviour("topple")
def topple_(s: Simulator, job: Job) -> Behaviour:
    """Push until it lies, harder each time; with nobody to push it it falls over by itself, to its front."""
    i, j = job.actor, job.target
    if i < 0:
        yield from _tips_over(s, j)
        return
    yield from approach(s, i, j, max(job.action.speed, 1.0), gap=0.3)
    yield from gesture(s, i, "push")
    if s.is_actor(j):
        yield from posture(s, j, "fallen")
        return
    traits = s.entities[j].traits
    for force in (2.5, 4.0, 5.5):
        if s.tilt[j] > 0.7 or ("fixed" in traits and "topples" not in traits):
            return
        s.strike(j, s.bearing(i, j), force, 0.9 * s.entities[j].size[1])
        yield
        while j in s.flights and s.tilt[j] < 0.7:
            s.wish[i].gesture = "push"
            yield
        if s.gap(i, j) > 0.5 and s.tilt[j] < 0.7:
            yield from approach(s, i, j, 1.0, gap=0.3)
            yield from gesture(s, i, "push")


def _tips_over(s: Simulator, j: int) -> Behaviour:
    if s.held_by[j] >= 0 or s.inside[j] >= 0 or s.tilt[j] > 0.7:
        return
    s.strike(j, float(s.h[j]), 4.0, 0.9 * s.entities[j].size[1])
    yield
    while j in s.flights and s.tilt[j] < 0.7:
        yield


@behaviour("kick")
def kick(s: Simulator, job: Job) -> Behaviour:
    """A ball flies off, someone staggers back, a thing is kicked over or away."""
    i, j = job.actor, job.target
    yield from _blow(s, job, "kick")
    if not s.is_actor(j) and s.held_by[j] < 0 and "fixed" not in s.entities[j].traits:
        x, z = away(s, j, i)
        light = "holdable" in s.entities[j].traits
        pace, up = (3.6 * job.action.speed**0.5, 1.8) if light else (2.8, 0.0)
        s.release(j, (pace * x, up, pace * z))
        yield


@behaviour("shake_hands")
def shake_hands(s: Simulator, job: Job) -> Behaviour:
    i, j = job.actor, job.target
    yield from approach(s, i, j, job.action.speed, gap=HAND)
    while (
        min(s.gesture[i, GESTURE["reach"]], s.gesture[j, GESTURE["reach"]]) < 0.95
        or s.off_heading(j, s.bearing(j, i)) > 0.2
    ):
        s.wish[i].gesture = s.wish[j].gesture = "reach"
        s.look(i, j)
        s.look(j, i)
        yield


@behaviour("help_up")
def help_up(s: Simulator, job: Job) -> Behaviour:
    i, j = job.actor, job.target
    yield from approach(s, i, j, job.action.speed, gap=HAND)
    while s.gesture[i, GESTURE["reach"]] < READY:
        s.wish[i].gesture = s.wish[j].gesture = "reach"
        yield
    for _ in rise(s, j):
        s.wish[i].gesture = s.wish[j].gesture = "reach"
        yield


@behaviour("shield")
def shield(s: Simulator, job: Job) -> Behaviour:
    """Between the target and whoever threatens it, facing the threat."""
    i, j, threat = job.actor, job.target, job.object
    from_j = s.p[threat] - s.p[j]
    length = math.hypot(from_j[0], from_j[2]) + 1e-6
    keep = reach(s.entities[i].size) + 0.5 * max(s.entities[j].size[0], s.entities[j].size[2]) + 0.3
    keep = min(keep, max(0.5 * length, keep - 0.2))
    spot = s.p[j] + keep / length * from_j
    yield from go_to(s, i, float(spot[0]), float(spot[2]), max(job.action.speed, 1.0), True)
    while s.off_heading(i, s.bearing(i, threat)) > 0.2:
        s.look(i, threat)
        yield


@behaviour("examine")
def examine(s: Simulator, job: Job) -> Behaviour:
    yield from approach(s, job.actor, job.target, job.action.speed, gap=HAND if s.is_actor(job.target) else ARM)
    yield from show(s, job, "reach")


@behaviour("knock")
def knock(s: Simulator, job: Job) -> Behaviour:
    yield from approach(s, job.actor, job.target, job.action.speed)
    yield from show(s, job, "strike", 1.0)


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
