"""What happens to the world itself: weather, time, blasts, quakes, darkness and fire. Nobody does it."""

from __future__ import annotations

import math

import numpy as np

from model.moment import HOURS, WEATHERS
from model.teacher.behaviours.moves import elapsed
from model.teacher.behaviours.registry import behaviour
from model.teacher.bodies import tipping_spin
from model.teacher.simulator import POSE, Behaviour, Job, Simulator

_BLAST = 3.5  # m, how far a blast throws things
_THROWN = 2.5  # m, how far it throws people down
_SLENDER = 2.0  # height by width from which a quake topples a thing


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


@behaviour("blast")
def blast(s: Simulator, job: Job) -> Behaviour:
    """Loose things fly off and topple, people are thrown down, lights near go out: at the target or mid-stage."""
    centre = s.p[job.target].copy() if job.target >= 0 else np.zeros(3)
    near = {i: math.hypot(*(s.p[i] - centre)[[0, 2]]) for i in s.on_stage()}
    thrown = [i for i in near if s.is_actor(i) and near[i] < _THROWN]
    for i in sorted(near):
        if near[i] < _BLAST and s.inside[i] < 0:
            _fling(s, i, centre, near[i], i in thrown)
    for _ in range(12):
        for i in thrown:
            s.wish[i].pose = "fallen"
        for i in near:
            if near[i] < _BLAST:
                s.lit[i] = max(0.0, s.lit[i] - 0.2)
        yield


def _fling(s: Simulator, i: int, centre: np.ndarray, near: float, down: bool) -> None:
    """Throw i away from the centre, less the farther it is; what is right there goes ahead."""
    angle = math.atan2(s.p[i, 0] - centre[0], s.p[i, 2] - centre[2]) if near > 0.05 else float(s.h[i])
    force = 5.5 * (1.0 - near / (_BLAST + 1.0))
    flat = (force * 0.7 * math.sin(angle), 0.6 * force, force * 0.7 * math.cos(angle))
    traits = s.entities[i].traits
    if down:
        s.throw_down(i, flat)
    elif not s.is_actor(i) and ("fixed" not in traits or "topples" in traits):
        loose = traits & {"topples", "rolls", "holdable"}
        spin = tipping_spin(s.entities[i].size) if "topples" in traits else 0.0
        s.release(i, flat if loose else (flat[0], 0.0, flat[2]), spin, angle)


@behaviour("quake")
def quake(s: Simulator, job: Job) -> Behaviour:
    """Slender things fall over, people sway."""
    for i in s.on_stage():
        w, h, d = s.entities[i].size
        if "topples" in s.entities[i].traits and s.held_by[i] < 0 and s.inside[i] < 0 and h > _SLENDER * min(w, d):
            spin, facing = tipping_spin((w, h, d)), float(s.h[i])
            ahead = spin * h / 2
            s.release(i, (ahead * math.sin(facing), spin * d / 2, ahead * math.cos(facing)), spin)
    while elapsed(s, job) < 1.5:
        sway = 0.5 * math.sin(4.0 * math.pi * elapsed(s, job))
        for i in s.on_stage():
            if s.is_actor(i) and s.pose[i, POSE["stand"]] > 0.5 and s.on[i] < 0 and s.wish[i].velocity is None:
                s.wish[i].velocity = np.array([sway, 0.0, 0.3 * sway])
        yield


@behaviour("black_out")
def black_out(s: Simulator, job: Job) -> Behaviour:
    """Everything that shines goes dark."""
    while float(s.lit.max(initial=0.0)) > 0.0:
        s.lit[:] = np.maximum(s.lit - 0.2, 0.0)
        yield


@behaviour("burn")
def burn(s: Simulator, job: Job) -> Behaviour:
    """The target catches fire."""
    while s.lit[job.target] < 0.95:
        s.lit[job.target] = min(1.0, s.lit[job.target] + 0.07)
        yield
