"""Steadiness: nothing slides, jitters or snaps.

Standers without a task should stay put and keep their heading; walkers should go where they look; and nothing should
be in one place now and in another a twelfth of a second later. Knows nothing of goals. Feet and overlaps: `contact`.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from model.evaluation.tables import amount, percent, share, table
from model.geometry import DT
from model.moment import POSES, Moment
from model.stage import Stage

_STAND, _WALK, _RUN = (POSES.index(p) for p in ("stand", "walk", "run"))
_AIRY = tuple(POSES.index(p) for p in ("fly", "climb", "jump", "fallen"))
_SLOW = 0.03  # m a step, below which a walker's way has no direction
_LOW = 0.08  # m above the ground, from which a thing may be flying


@dataclass(slots=True)
class Steadiness:
    """Tallies scenes; `idle` are rows of those who have nothing to do."""

    drift: list[float] = field(default_factory=list)  # m/s, a stander's step
    jitter: list[float] = field(default_factory=list)  # degrees between two turns of a stander
    way: float = 0.0  # m that walkers went
    aside: float = 0.0  # m of it sideways
    steps: list[float] = field(default_factory=list)  # m, a step of what neither flies nor is carried
    catches: list[float] = field(default_factory=list)  # m that things moved in the step in which they came into a hand

    def add(self, stage: Stage, moments: Sequence[Moment], idle: Collection[int]) -> None:
        actors = [i for i, e in enumerate(stage.entities) if e.kind != "prop"]
        for i in actors:
            self._stood(moments, i) if i in idle else self._walked(moments, i)
        for i in range(len(stage.entities)):
            self.steps += steps_of(moments, i)
            self.catches += catches_of(moments, i)

    def _stood(self, moments: Sequence[Moment], i: int) -> None:
        stands = np.array([m.pose[i, _STAND] > 0.9 and m.held_by[i] < 0 and m.present[i] > 0.5 for m in moments])
        place = np.array([m.position[i, [0, 2]] for m in moments], np.float64)
        turns = _turns(moments, i)
        both = stands[1:] & stands[:-1]
        self.drift += (np.linalg.norm(np.diff(place, axis=0), axis=1)[both] / DT).tolist()
        self.jitter += np.degrees(np.abs(np.diff(turns))[both[1:] & both[:-1]]).tolist()

    def _walked(self, moments: Sequence[Moment], i: int) -> None:
        for a, b in pairwise(moments):
            dx, _, dz = (b.position[i] - a.position[i]).astype(float)
            if b.pose[i, _WALK] + b.pose[i, _RUN] > 0.5 and b.held_by[i] < 0 and math.hypot(dx, dz) > _SLOW:
                heading = float(b.heading[i])
                self.way += math.hypot(dx, dz)
                self.aside += abs(dx * math.cos(heading) - dz * math.sin(heading))

    def figures(self) -> dict[str, float]:
        steps = np.array(self.steps or [math.nan])
        return {
            "drift_m_s": float(np.mean(self.drift or [math.nan])),
            "jitter_deg": float(np.mean(self.jitter or [math.nan])),
            "sideways": share(self.aside, self.way),
            "step_p999_m": float(np.percentile(steps, 99.9)),
            "step_largest_m": float(steps.max()),
            "catch_largest_m": max(self.catches, default=math.nan),
        }


def _turns(moments: Sequence[Moment], i: int) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Radians turned at each step, the short way."""
    heading = np.array([m.heading[i] for m in moments], np.float64)
    return (np.diff(heading) + math.pi) % math.tau - math.pi


def steps_of(moments: Sequence[Moment], i: int) -> Iterator[float]:
    """Metres a body covers at each step in which it stands, walks, rides or lies: nothing holds it, it does not fly or
    fall, and it is on stage before and after."""
    for a, b in pairwise(moments):
        if _grounded(a, i) and _grounded(b, i):
            yield float(np.linalg.norm(b.position[i] - a.position[i]))


def catches_of(moments: Sequence[Moment], i: int) -> Iterator[float]:
    """Metres a thing moves in each step in which somebody's hand takes it."""
    for a, b in pairwise(moments):
        if b.held_by[i] >= 0 and a.held_by[i] != b.held_by[i]:
            yield float(np.linalg.norm(b.position[i] - a.position[i]))


def _grounded(m: Moment, i: int) -> bool:
    carried = m.held_by[i] >= 0 or m.inside[i] >= 0
    airy = int(m.pose[i].argmax()) in _AIRY or (m.supported_by[i] < 0 and m.position[i, 1] > _LOW)
    return bool(m.present[i] > 0.5 and not carried and not airy)


_ROWS = (
    ("drift_m_s", "somebody standing idle drifts", "cm/s", 100.0),
    ("jitter_deg", "and turns to and fro by, a step", "degrees", 1.0),
    ("step_p999_m", "one step in a thousand is longer than", "m", 1.0),
    ("step_largest_m", "the longest step of anything on the ground", "m", 1.0),
    ("catch_largest_m", "the farthest a thing leaps into a hand", "m", 1.0),
)


def as_table(model: dict[str, float], teacher: dict[str, float]) -> str:
    rows = [[name, *(amount(scale * f[key], unit) for f in (model, teacher))] for key, name, unit, scale in _ROWS]
    rows.insert(2, ["of a walker's way is sideways", *(percent(f["sideways"], 1) for f in (model, teacher))])
    return table(["steadiness", "model", "teacher"], rows)
