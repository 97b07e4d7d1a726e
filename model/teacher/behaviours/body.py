"""Behaviours of one's own body: postures, turning, gestures."""

from __future__ import annotations

import math

import numpy as np

from model.teacher.behaviours.moves import READY, approach, ground, posture, rise, show, turn_to
from model.teacher.behaviours.registry import BEHAVIOURS, Play, behaviour
from model.teacher.behaviours.things import take
from model.teacher.simulator import EMOTION, POSE, Behaviour, Job, Simulator


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
        ready = s.pose[i, POSE[pose]] > READY
        if length < 0.12 and ready:
            break
        s.wish[i].pose, s.wish[i].heading = pose, float(s.h[j])
        lift = float(np.clip(6.0 * (s.seat(j) - s.p[i, 1]), -2.0, 2.0))
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
            yield from posture(s, job.actor, pose)

    return play


BEHAVIOURS["sit"], BEHAVIOURS["lie"] = _rest("sit"), _rest("lie")


@behaviour("kneel")
def kneel(s: Simulator, job: Job) -> Behaviour:
    yield from ground(s, job.actor)
    if job.target >= 0:
        yield from approach(s, job.actor, job.target, job.action.speed, gap=1.0)
    yield from posture(s, job.actor, "kneel")


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
    yield from posture(s, i, "fallen")


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


@behaviour("turn_around")
def turn_around(s: Simulator, job: Job) -> Behaviour:
    """Half a turn at an even pace."""
    for _ in range(9):
        s.wish[job.actor].heading = float(s.h[job.actor]) + math.pi / 9 / 0.4
        yield


def _signal(name: str) -> Play:
    """A gesture, made towards the target when there is one."""

    def play(s: Simulator, job: Job) -> Behaviour:
        yield from turn_to(s, job.actor, job.target)
        yield from show(s, job, name)

    return play


for _verb, _gesture in (
    ("wave", "wave"), ("point", "point"), ("bow", "bow"), ("nod", "nod"), ("shake_head", "shake"), ("clap", "clap"),
    ("cheer", "cheer"), ("salute", "salute"), ("pray", "pray"),
):  # fmt: skip
    BEHAVIOURS[_verb] = _signal(_gesture)


@behaviour("cry")
def cry(s: Simulator, job: Job) -> Behaviour:
    s.feeling[job.actor] = "sad"
    yield from turn_to(s, job.actor, job.target)
    yield from show(s, job, "cover", 2.0)


@behaviour("eat")
def eat(s: Simulator, job: Job) -> Behaviour:
    """Bring what is held, or what is taken first, to the mouth."""
    if job.target >= 0 and s.held_by[job.target] != job.actor:
        yield from take(s, job)
    yield from show(s, job, "consume")


@behaviour("feel")
def feel(s: Simulator, job: Job) -> Behaviour:
    i, j, emotion = job.actor, job.target, job.action.emotion or "calm"
    s.feeling[i] = emotion
    while s.emotion[i, EMOTION[emotion]] < 0.85 or (j >= 0 and s.off_heading(i, s.bearing(i, j)) > 0.2):
        if j >= 0 and s.wish[i].velocity is None:
            s.look(i, j)
        yield
