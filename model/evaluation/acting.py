"""Lessons acted by the model alone, from their first moment until it says that they are done.

Many are stepped side by side, which changes no bit of what `WorldModel.step` gives. Judges nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from model.moment import Moment
from model.stage import Stage
from model.state import Action, WorldState
from model.teacher.rollouts import Rollout, rollout
from model.verbs import VERB_NAMES, VERBS
from model.world import WorldModel

LONGEST = 160  # steps given to a play
_AFTER = 8  # steps after everything is done
_LASTS = 48  # steps for which what goes on without end is shown
_BATCH = 16


@dataclass(frozen=True, slots=True)
class Play:
    """What is acted: where it begins, what is asked at which step, and how many steps it goes on at least."""

    stage: Stage
    first: Moment
    asked: tuple[tuple[Action, int], ...]
    seed: int
    steps: int = 0


@dataclass(slots=True)
class Performance:
    """A play acted by the model: its moments, how far constraints moved something at each step, and whether the model
    said that it was done."""

    moments: list[Moment]
    corrected_m: list[float] = field(default_factory=list)
    finished: bool = False


@dataclass(frozen=True, slots=True)
class Acted:
    """A lesson with one task, as the teacher acted it and as the model did."""

    lesson: Rollout
    action: Action
    played: Performance


def play_of(lesson: Rollout, seed: int) -> Play:
    return Play(lesson.stage, lesson.moments[0], tuple((a, start) for a, start, _ in lesson.jobs), seed)


def lessons_of(
    verb: str, count: int, *, held_out: bool = False, bystanders: int | None = None
) -> list[tuple[int, Rollout]]:
    """Lessons of one verb with one task, and their seeds, below a million, where training's begin. `held_out` and
    `bystanders` as for `rollout`."""
    seeds = range(1_000 * VERB_NAMES.index(verb), 1_000_000)
    acted = ((seed, rollout(seed, [verb], held_out=held_out, bystanders=bystanders)) for seed in seeds)
    return list(islice(((seed, lesson) for seed, lesson in acted if len(lesson.jobs) == 1), count))


def perform(world: WorldModel, plays: Sequence[Play]) -> list[Performance]:
    """Every play acted out, in the order given. Those with equally many entities go side by side."""
    sizes = sorted({len(p.stage.entities) for p in plays})
    out: dict[int, Performance] = {}
    for size in sizes:
        alike = ((k, p) for k, p in enumerate(plays) if len(p.stage.entities) == size)
        out |= _side_by_side(world, alike)
    return [out[k] for k in range(len(plays))]


@dataclass(slots=True)
class _Acting:
    """A play under way."""

    number: int
    play: Play
    state: WorldState
    performance: Performance
    rest: int = 0

    def asked(self) -> list[Action]:
        return [action for action, start in self.play.asked if start == self.state.step]

    def went_on(self, state: WorldState, corrected: float) -> None:
        out = self.performance
        self.state = state
        out.moments.append(state.moment)
        out.corrected_m.append(corrected)
        out.finished = state.step > max((start for _, start in self.play.asked), default=0) and _done(state)
        self.rest = self.rest + 1 if out.finished else 0

    @property
    def over(self) -> bool:
        acted = len(self.performance.moments) - 1
        return acted >= LONGEST or (acted >= self.play.steps and self.rest >= _AFTER)


def _side_by_side(world: WorldModel, plays: Iterator[tuple[int, Play]]) -> dict[int, Performance]:
    out: dict[int, Performance] = {}
    acting: list[_Acting] = []
    while True:
        for number, play in islice(plays, _BATCH - len(acting)):
            state = world.begin(play.stage, play.first, seed=play.seed)
            acting.append(_Acting(number, play, state, Performance([state.moment])))
        if not acting:
            return out
        steps = world.step_many([a.state for a in acting], [a.asked() for a in acting])
        for one, (state, corrected) in zip(acting, steps, strict=True):
            one.went_on(state, corrected)
        out |= {a.number: a.performance for a in acting if a.over}
        acting = [a for a in acting if not a.over]


def _done(state: WorldState) -> bool:
    """Everything that comes to an end has; what lasts has been shown for four seconds."""
    return all(t.done is not None or (VERBS[t.action.verb].lasting and state.step > _LASTS) for t in state.tasks)
