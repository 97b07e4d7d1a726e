"""Moments made by hand, for tests of what evaluation measures."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from model.geometry import DT, GRAVITY
from model.layout import first_moment
from model.moment import GESTURES, POSES, Moment
from model.stage import Stage

Place = tuple[float, float, float]


def still(stage: Stage, places: Mapping[int, Place]) -> Moment:
    """The stage's first moment with some rows put somewhere, looking along +z."""
    moment = first_moment(stage, (), seed=3, hour=12.0, weather="clear")
    position = moment.position.copy()
    for row, place in places.items():
        position[row] = place
    return replace(moment, position=position, heading=np.zeros_like(moment.heading))


def moving(
    stage: Stage, row: int, path: Callable[[float], Place], steps: int, others: Mapping[int, Place] | None = None
) -> list[Moment]:
    """Moments in which one row follows `path` (of seconds) and all else stands still; velocities are the path's own."""
    base, seconds = still(stage, {**(others or {}), row: path(0.0)}), [k * DT for k in range(steps)]
    return [changed(base, row, position=path(t), velocity=_speed(path, t), time_s=t) for t in seconds]


def _speed(path: Callable[[float], Place], t: float, h: float = 1e-4) -> np.ndarray:
    return (np.array(path(t + h)) - np.array(path(t - h))) / (2 * h)


def changed(moment: Moment, row: int, **values: Any) -> Moment:
    """The moment with some of one row's values changed; those without rows are changed as they are."""
    new: dict[str, Any] = {}
    for name, value in values.items():
        old = getattr(moment, name)
        if isinstance(old, np.ndarray) and name != "weather":
            new[name] = old.copy()
            new[name][row] = value
        else:
            new[name] = value
    return replace(moment, **new)


def pose(name: str) -> Sequence[float]:
    return [float(p == name) for p in POSES]


def gesture(name: str) -> Sequence[float]:
    return [float(g == name) for g in GESTURES]


def thrown(start: Place, velocity: Place) -> Callable[[float], Place]:
    """The exact way of what flies free."""

    def path(t: float) -> Place:
        (x, y, z), (vx, vy, vz) = start, velocity
        return x + vx * t, y + vy * t - GRAVITY * t * t / 2, z + vz * t

    return path
