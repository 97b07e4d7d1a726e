"""Variety: whether takes of one beat differ, as much as the teacher's do and in the same way.

Chance is the temperament that a seed gives everybody on stage. The same lesson is acted with several seeds by the model
and, with the same temperaments, by the teacher; compared are how long it takes and how far the way bows from the
straight line. Knows nothing of goals.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from model.evaluation.acting import lessons_of, perform, play_of
from model.evaluation.tables import amount, table
from model.geometry import DT
from model.moment import Moment
from model.teacher.rollouts import Rollout, act
from model.world import WorldModel, temper_of

VERBS = ("walk", "run", "take", "give", "sit", "attack", "enter", "fly")  # those that have a way to go
TAKES = 8
_ARRIVED = 0.3  # m from where it ends, from which somebody is there

Numbers = npt.NDArray[np.float64]


@dataclass(slots=True)
class Variety:
    """Tallies lessons: (TAKES,) seconds and metres of each, model and teacher."""

    seconds: list[tuple[Numbers, Numbers]] = field(default_factory=list)
    bow: list[tuple[Numbers, Numbers]] = field(default_factory=list)

    def add(self, model: Sequence[Sequence[Moment]], teacher: Sequence[Sequence[Moment]], actor: int) -> None:
        ways = [[_way(moments, actor) for moments in takes] for takes in (model, teacher)]
        mine, taught = (np.array([_seconds(way) for way in takes]) for takes in ways)
        self.seconds.append((mine, taught))
        mine, taught = (np.array([_bow(way) for way in takes]) for takes in ways)
        self.bow.append((mine, taught))

    def figures(self) -> dict[str, float]:
        out: dict[str, float] = {}
        for name, pairs in (("seconds", self.seconds), ("bow", self.bow)):
            model, teacher = (np.array([pair[k] for pair in pairs]) for k in (0, 1))
            out |= {
                f"{name}_model": float(model.std(axis=1).mean()),
                f"{name}_teacher": float(teacher.std(axis=1).mean()),
                f"{name}_correlation": _correlation(model, teacher),
            }
        return out


def _way(moments: Sequence[Moment], actor: int) -> Numbers:
    """(T, 2) on the ground."""
    return np.array([m.position[actor, [0, 2]] for m in moments], np.float64)


def _seconds(way: Numbers) -> float:
    """Until somebody is where the way ends."""
    away = np.linalg.norm(way - way[-1], axis=1) > _ARRIVED
    return float(np.flatnonzero(away)[-1] + 1) * DT if away.any() else 0.0


def _bow(way: Numbers) -> float:
    """The greatest distance from the line between both ends, to the left positive."""
    along = way[-1] - way[0]
    length = float(np.linalg.norm(along))
    if length < _ARRIVED:
        return 0.0
    aside = ((way - way[0]) @ np.array([along[1], -along[0]])) / length
    return float(aside[np.abs(aside).argmax()])


def _correlation(model: Numbers, teacher: Numbers) -> float:
    """Of what a take has more or less than its lesson's mean; NaN when takes do not differ."""
    a, b = ((x - x.mean(axis=1, keepdims=True)).ravel() for x in (model, teacher))
    scale = float(np.linalg.norm(a) * np.linalg.norm(b))
    return float(a @ b) / scale if scale > 1e-9 else float("nan")


def figures(world: WorldModel, count: int, say: Callable[[str], None] = lambda _: None) -> dict[str, float]:
    """`count` lessons of each verb, each in TAKES takes."""
    tally = Variety()
    for verb in VERBS:
        say(f"takes of {verb}")
        for seed, lesson in lessons_of(verb, count):
            seeds = [1_000 * seed + k for k in range(TAKES)]
            takes = perform(world, [replace(play_of(lesson, seed), seed=one) for one in seeds])
            taught = [_taught(lesson, one) for one in seeds]
            actor = lesson.stage.index(lesson.jobs[0][0].actor or "")
            tally.add([t.moments for t in takes], [t.moments for t in taught], actor)
    return tally.figures()


def _taught(lesson: Rollout, seed: int) -> Rollout:
    """The lesson as the teacher acts it with the temperaments of another seed."""
    temper = np.stack([temper_of(seed, i) for i in range(len(lesson.stage.entities))])
    asked = [(action, start) for action, start, _ in lesson.jobs]
    return act(lesson.stage, lesson.moments[0], temper, asked)


def as_table(f: dict[str, float]) -> str:
    rows = [
        [name, *(amount(f[f"{key}_{who}"], unit) for who in ("model", "teacher")), f"{f[f'{key}_correlation']:.2f}"]
        for key, name, unit in (("seconds", "time to get there", "s"), ("bow", "bow of the way", "m"))
    ]
    return table(["takes differ in (standard deviation)", "model", "teacher", "correlation"], rows)
