"""Evaluation: `python -m model.evaluate`. What the model does with lessons it has never seen, beside the teacher.

Every verb is asked for on stages from seeds that training never uses, acted by the model alone from the first step, and
judged by the verb's goals; so is the teacher, and a world that stands still. Also: whether bystanders stay where they
stood, how exactly bodies fall, how often hard constraints had to help, and how long a step takes. Knows no words.
"""

from __future__ import annotations

import argparse
import json
import platform
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import torch

from model.facts import State
from model.geometry import DT, GRAVITY
from model.goals import comes_true, goals
from model.moment import Moment
from model.stage import Stage
from model.state import Action, WorldState
from model.teacher.rollouts import Rollout, rollout
from model.verbs import VERB_NAMES, VERBS
from model.world import WorldModel

_LONGEST = 130  # steps given to a task
_AFTER = 8  # steps after everything is done
_CORRECTED_M = 0.02  # from which a constraint's help counts


def facts_of(stage: Stage, moment: Moment) -> State:
    """What goals are judged on, with ids for names."""
    ids = [e.id for e in stage.entities]

    def name(row: int) -> str | None:
        return ids[row] if row >= 0 else None

    entities = [
        {
            "id": e.id, "name": e.id, "kind": e.kind, "size": list(e.size), "position": moment.position[i].tolist(),
            "heading_deg": float(np.degrees(moment.heading[i])), "pose": moment.pose_name(i),
            "emotion": moment.emotion_name(i), "holds": [ids[j] for j in np.flatnonzero(moment.held_by == i)],
            "supported_by": name(int(moment.supported_by[i])), "inside": name(int(moment.inside[i])),
            "open": bool(moment.opened[i] > 0.5), "lit": bool(moment.lit[i] > 0.5), "down": moment.down(i),
            "present": bool(moment.present[i] > 0.5),
        }
        for i, e in enumerate(stage.entities)
    ]  # fmt: skip
    return {"entities": entities, "time_of_day": moment.time_of_day(), "weather": moment.weather_name()}


def succeeded(action: Action, stage: Stage, before: Moment, after: Moment) -> bool:
    """Whether the action's goals came true between two moments."""
    names = {e.id: e.id for e in stage.entities}
    was, now = facts_of(stage, before), facts_of(stage, after)
    return all(comes_true(goal, was, now) for goal in goals(action, names))


@dataclass(slots=True)
class Performance:
    """A lesson acted by the model: its moments, whether it said that it was done, and what every step took."""

    moments: list[Moment]
    finished: bool = False
    step_ms: list[float] = field(default_factory=list)
    corrected_m: list[float] = field(default_factory=list)


def perform(world: WorldModel, lesson: Rollout, seed: int) -> Performance:
    """Give the lesson's tasks to the model and let it act until it says that they are done."""
    state = world.begin(lesson.stage, lesson.moments[0], seed=seed)
    out, rest = Performance([state.moment]), 0
    last = max(start for _, start, _ in lesson.jobs)
    while len(out.moments) <= _LONGEST and rest < _AFTER:
        asked = [action for action, start, _ in lesson.jobs if start == state.step]
        begun = time.perf_counter()
        state, corrected = world.step_measured(state, asked)
        out.step_ms.append(1e3 * (time.perf_counter() - begun))
        out.corrected_m.append(corrected)
        out.moments.append(state.moment)
        out.finished = state.step > last and _over(state)
        rest = rest + 1 if out.finished else 0
    return out


def _over(state: WorldState) -> bool:
    """Everything that comes to an end has; what lasts has been shown for four seconds."""
    return all(t.done is not None or (VERBS[t.action.verb].lasting and state.step > 48) for t in state.tasks)


def single(verb: str, count: int) -> list[tuple[int, Rollout]]:
    """Held-out lessons of one verb with one task, and their seeds (below a million, where training's begin)."""
    lessons: list[tuple[int, Rollout]] = []
    seed = 1000 * VERB_NAMES.index(verb)
    while len(lessons) < count:
        lesson = rollout(seed, [verb])
        if len(lesson.jobs) == 1:
            lessons.append((seed, lesson))
        seed += 1
    return lessons


@dataclass(slots=True)
class Score:
    """One verb's tally."""

    lessons: int = 0
    model: int = 0
    teacher: int = 0
    still: int = 0
    ended: int = 0
    bystanders: int = 0
    strayed: int = 0
    steps: int = 0
    corrected: int = 0
    step_ms: list[float] = field(default_factory=list)
    fall_errors: list[float] = field(default_factory=list)

    def row(self) -> dict[str, float]:
        shares = {name: getattr(self, name) / max(self.lessons, 1) for name in ("model", "teacher", "still", "ended")}
        strayed, corrected = self.strayed / max(self.bystanders, 1), self.corrected / max(self.steps, 1)
        return {**shares, "strayed": strayed, "corrected": corrected}


def score(world: WorldModel, verb: str, count: int) -> Score:
    tally = Score()
    for seed, lesson in single(verb, count):
        (action, _, _), *_ = lesson.jobs
        first, played = lesson.moments[0], perform(world, lesson, seed)
        tally.lessons += 1
        for who, last in (("model", played.moments[-1]), ("teacher", lesson.moments[-1]), ("still", first)):
            setattr(tally, who, getattr(tally, who) + succeeded(action, lesson.stage, first, last))
        tally.ended += played.finished
        strays = _strays(action, lesson, played.moments[-1])
        tally.bystanders, tally.strayed = tally.bystanders + len(strays), tally.strayed + sum(strays)
        tally.steps += len(played.corrected_m)
        tally.corrected += sum(m > _CORRECTED_M for m in played.corrected_m)
        tally.step_ms += played.step_ms
        if verb == "throw" and action.object is not None:
            tally.fall_errors += _fall_errors(played.moments, lesson.stage.index(action.object))
    return tally


def _strays(action: Action, lesson: Rollout, last: Moment) -> list[bool]:
    """For everyone who has no part in it and whom the teacher left in place: whether they moved more than 0.2 m."""
    involved = {action.actor, action.target, action.object}
    start, taught = lesson.moments[0].position, lesson.moments[-1].position
    rows = [i for i, e in enumerate(lesson.stage.entities) if e.id not in involved]
    stood = [i for i in rows if float(np.linalg.norm(taught[i] - start[i])) < 0.1]
    return [float(np.linalg.norm(last.position[i] - start[i])) > 0.2 for i in stood]


def _fall_errors(moments: Sequence[Moment], thing: int) -> list[float]:
    """Relative errors of a thing's acceleration at the steps in which it flies through the air."""
    errors = []
    for a, b in pairwise(moments):
        free = a.held_by[thing] < 0 and b.held_by[thing] < 0 and a.supported_by[thing] < 0
        fast = float(np.linalg.norm(a.velocity[thing])) > 1.0
        if free and fast and min(a.position[thing, 1], b.position[thing, 1]) > 0.25:
            acceleration = float(a.velocity[thing, 1] - b.velocity[thing, 1]) / DT
            errors.append(abs(acceleration - GRAVITY) / GRAVITY)
    return errors


def evaluate(world: WorldModel, count: int) -> dict[str, Any]:
    """Every figure, as plain values; shares are of 1."""
    scores = {verb: score(world, verb, count) for verb in VERB_NAMES}
    rows = {verb: tally.row() for verb, tally in scores.items()}
    return {
        "weights_sha256": world.weights_sha256,
        "lessons_per_verb": count,
        "verbs": rows,
        "mean": {k: statistics.fmean(row[k] for row in rows.values()) for k in next(iter(rows.values()))},
        "free_fall_error": statistics.median(scores["throw"].fall_errors or [float("nan")]),
        "step_ms_p50": statistics.median(ms for tally in scores.values() for ms in tally.step_ms),
        "machine": f"{platform.machine()}, torch {torch.__version__}, one thread",
    }


def as_table(result: dict[str, Any]) -> str:
    """Markdown for the model card."""
    columns = ("model", "teacher", "still", "ended", "strayed", "corrected")
    lines = ["| verb | " + " | ".join(columns) + " |", "|---|" + "---:|" * len(columns)]
    rows: list[tuple[str, dict[str, float]]] = [*result["verbs"].items(), ("**mean**", result["mean"])]
    lines += [f"| {verb} | " + " | ".join(f"{100 * row[c]:.0f} %" for c in columns) + " |" for verb, row in rows]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description="Judge the world model on lessons it has never seen.")
    parser.add_argument("--weights", default="base", help="name of shipped weights, or a model folder")
    parser.add_argument("--count", type=int, default=12, help="lessons a verb")
    args = parser.parse_args()
    torch.set_num_threads(1)
    folder = Path(args.weights)
    result = evaluate(WorldModel.load(folder.resolve() if folder.is_dir() else args.weights), args.count)
    print(as_table(result))
    print(json.dumps(result))


if __name__ == "__main__":
    main()
