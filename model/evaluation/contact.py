"""Bodies in each other's way, and feet that are not where the ground is.

Bodies are upright boxes that turn with their heading; what has toppled lies ahead of its base. Who is held, carried,
inside or embraced may overlap. Knows nothing of what was asked.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise

import numpy as np
import numpy.typing as npt

from model.evaluation.tables import amount, percent, share
from model.geometry import DT
from model.moment import GESTURES, POSES, Moment
from model.seats import seat_height
from model.stage import Entity, Stage

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

DEEP_M = 0.05  # from which an overlap is seen
FEET_M = 0.05  # how far feet may be off what they stand on
_FALLING = -0.5  # m/s, below which somebody is on the way down
_SETTLED = 0.9  # weight from which a pose is taken, no longer passed through
_GROUNDED = tuple(POSES.index(p) for p in ("stand", "walk", "run", "sit", "kneel", "lie", "fallen", "dance"))
_SEATED = tuple(POSES.index(p) for p in ("sit", "lie"))
_HUG = GESTURES.index("hug")


# -- boxes -------------------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Boxes:
    """One body at T moments: `middle` (T, 2) on the ground, `axes` (T, 2, 2) its unit width and depth in world (x, z),
    `half` (T, 2) of them, and how far up it reaches."""

    middle: Floats
    axes: Floats
    half: Floats
    low: Floats
    high: Floats


def boxes_of(entity: Entity, row: int, moments: Sequence[Moment]) -> Boxes:
    w, h, d = entity.size
    place = np.array([m.position[row] for m in moments], np.float64)
    heading = np.array([m.heading[row] for m in moments], np.float64)
    lies = np.array([m.tilt[row] > 0.5 for m in moments])
    c, s = np.cos(heading), np.sin(heading)
    axes = np.stack([np.stack([c, -s], -1), np.stack([s, c], -1)], 1)
    middle = place[:, [0, 2]] + np.where(lies, h / 2, 0.0)[:, None] * axes[:, 1]
    half = np.stack([np.full(len(place), w / 2), np.where(lies, h, d) / 2], -1)
    return Boxes(middle, axes, half, place[:, 1], place[:, 1] + np.where(lies, d, h))


def depth(a: Boxes, b: Boxes) -> Floats:
    """(T,) metres by which two boxes would have to be moved apart, by the shortest way (separating axes)."""
    axes = np.concatenate([a.axes, b.axes], 1)  # (T, 4, 2)
    apart = np.abs(np.einsum("tkx,tx->tk", axes, b.middle - a.middle))
    aside = (_reach(a, axes) + _reach(b, axes) - apart).min(1)
    upward = np.minimum(a.high, b.high) - np.maximum(a.low, b.low)
    deep: Floats = np.clip(np.minimum(aside, upward), 0.0, None)
    return deep


def _reach(box: Boxes, axes: Floats) -> Floats:
    """(T, K) how far a box extends from its middle along each of K axes."""
    along = np.abs(np.einsum("tkx,tjx->tkj", axes, box.axes))
    reach: Floats = np.einsum("tkj,tj->tk", along, box.half)
    return reach


def overlap(stage: Stage, moments: Sequence[Moment]) -> Floats:
    """(T,) the deepest overlap on stage at each moment, beyond what the first moment had put into each other."""
    boxes = [boxes_of(e, i, moments) for i, e in enumerate(stage.entities)]
    deepest = np.zeros(len(moments))
    for i, j in combinations(range(len(boxes)), 2):
        if "hangs" in stage.entities[i].traits | stage.entities[j].traits:
            continue  # at the height of eyes, not where its base is said to be
        into = depth(boxes[i], boxes[j])
        free = np.array([_apart(m, i, j) for m in moments])
        deepest = np.maximum(deepest, np.where(free, into - into[0], 0.0))
    return deepest


def _apart(m: Moment, i: int, j: int) -> bool:
    """Whether two bodies should keep out of each other."""
    tied = any(relation[i] == j or relation[j] == i for relation in (m.supported_by, m.inside))
    carried = m.held_by[i] >= 0 or m.held_by[j] >= 0 or m.inside[i] >= 0 or m.inside[j] >= 0
    embraced = m.gesture[i, _HUG] + m.gesture[j, _HUG] > 0.5
    return bool(min(m.present[i], m.present[j]) > 0.5) and not (tied or carried or embraced)


# -- feet --------------------------------------------------------------------------------------------------------------
def feet(stage: Stage, moments: Sequence[Moment]) -> Iterator[bool]:
    """For every settled body in every moment after the first: whether its feet (or seat) are off what carries it."""
    for before, now in pairwise(moments):
        for i, entity in enumerate(stage.entities):
            if entity.kind != "prop" and _settled(before, now, i):
                floors = _floors(stage, now, i)
                yield min(abs(float(now.position[i, 1]) - floor) for floor in floors) > FEET_M


def _settled(before: Moment, now: Moment, i: int) -> bool:
    """On stage, in a pose that needs a ground, and not on the way down to it."""
    pose = int(now.pose[i].argmax())
    free = now.present[i] > 0.5 and now.held_by[i] < 0 and now.inside[i] < 0
    falling = float(now.position[i, 1] - before.position[i, 1]) / DT < _FALLING
    return bool(free and pose in _GROUNDED and now.pose[i, pose] > _SETTLED and not falling)


def _floors(stage: Stage, m: Moment, i: int) -> list[float]:
    """Heights at which i may be: the ground; or the top of what carries it, or its seat."""
    j = int(m.supported_by[i])
    if j < 0:
        return [0.0]
    base, carrier = float(m.position[j, 1]), stage.entities[j]
    return [base + carrier.size[1], base + seat_height(carrier)]


# -- tallies -----------------------------------------------------------------------------------------------------------
@dataclass(slots=True)
class Contact:
    """Overlaps and feet of many scenes."""

    overlaps: list[float] = field(default_factory=list)
    feet: list[bool] = field(default_factory=list)

    def add(self, stage: Stage, moments: Sequence[Moment]) -> None:
        self.overlaps += overlap(stage, moments).tolist()
        self.feet += feet(stage, moments)

    def figures(self) -> dict[str, float]:
        deep = np.array(self.overlaps or [math.nan])
        return {
            "overlap_mean_m": float(deep.mean()),
            "overlap_p95_m": float(np.percentile(deep, 95)),
            "overlap_deep": share(int((deep > DEEP_M).sum()), len(self.overlaps)),
            "feet_off": share(sum(self.feet), len(self.feet)),
        }


def rows(model: dict[str, float], teacher: dict[str, float]) -> list[list[str]]:
    """Rows of the physics table: figure, model, teacher, what is wanted."""

    def both(name: str, say: Callable[[float], str]) -> list[str]:
        return [say(figures[name]) for figures in (model, teacher)]

    def cm(value: float) -> str:
        return amount(100.0 * value, "cm", 1)

    return [
        ["deepest overlap of bodies, mean of moments", *both("overlap_mean_m", cm), "2 cm"],
        ["the same, 95th percentile", *both("overlap_p95_m", cm), ""],
        ["moments with an overlap of more than 5 cm", *both("overlap_deep", lambda v: percent(v, 1)), ""],
        ["feet off what carries them", *both("feet_off", lambda v: percent(v, 2)), "1 %"],
    ]
