"""Verb by verb: whether what was asked comes true, beside the teacher, a world that stands still and weaker models.

Also whether the model says that it is done, whether bystanders stray, and how often and how far hard constraints had
to help. Knows nothing of words.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from statistics import fmean
from typing import Any

import numpy as np

from model.evaluation.acting import Acted, Performance
from model.evaluation.scope import bystanders
from model.evaluation.tables import amount, percent, share, table
from model.goals import shown_in, succeeded
from model.moment import Moment
from model.stage import Stage
from model.state import Action

CORRECTED_M = 0.02  # from which a constraint's help counts
STRAYED_M = 0.2
COLUMNS = ("model", "teacher", "still", "ended", "strayed", "corrected")


def came_true(action: Action, stage: Stage, moments: Sequence[Moment]) -> bool:
    """Whether an action's goals came true between the first and the last of these moments."""
    shown = shown_in(moments[1:]) if len(moments) > 1 else None
    return succeeded(action, stage, moments[0], moments[-1], shown)


@dataclass(slots=True)
class Score:
    """One verb's tally."""

    lessons: int = 0
    done: dict[str, int] = field(default_factory=dict)  # by who acted
    ended: int = 0
    bystanders: int = 0
    strayed: int = 0
    corrected_m: list[float] = field(default_factory=list)

    def add(self, acted: Acted) -> None:
        stage, first = acted.lesson.stage, acted.lesson.moments[0]
        self.lessons += 1
        for who, moments in (("model", acted.played.moments), ("teacher", acted.lesson.moments), ("still", [first])):
            self.note(who, came_true(acted.action, stage, moments))
        self.ended += acted.played.finished
        strays = _strays(acted)
        self.bystanders, self.strayed = self.bystanders + len(strays), self.strayed + sum(strays)
        self.corrected_m += acted.played.corrected_m

    def note(self, who: str, success: bool) -> None:
        self.done[who] = self.done.get(who, 0) + success

    def figures(self) -> dict[str, float]:
        helped = sum(m > CORRECTED_M for m in self.corrected_m)
        return {
            **{who: share(done, self.lessons) for who, done in self.done.items()},
            "ended": share(self.ended, self.lessons),
            "strayed": share(self.strayed, self.bystanders),
            "corrected": share(helped, len(self.corrected_m)),
        }


def _strays(acted: Acted) -> list[bool]:
    """For everyone who has no part in it and whom the teacher left in place: whether they moved more than 0.2 m."""
    first = acted.lesson.moments[0]
    start, taught, last = (m.position for m in (first, acted.lesson.moments[-1], acted.played.moments[-1]))
    others = bystanders(acted.action, acted.lesson.stage, first)
    stood = [i for i in others if float(np.linalg.norm(taught[i] - start[i])) < STRAYED_M / 2]
    return [float(np.linalg.norm(last[i] - start[i])) > STRAYED_M for i in stood]


@dataclass(slots=True)
class ByVerb:
    """Tallies lessons by their verb; `compare` adds what another model made of one."""

    scores: dict[str, Score] = field(default_factory=dict)

    def add(self, acted: Acted) -> None:
        self.scores.setdefault(acted.action.verb, Score()).add(acted)

    def compare(self, name: str, acted: Acted, played: Performance) -> None:
        success = came_true(acted.action, acted.lesson.stage, played.moments)
        self.scores[acted.action.verb].note(name, success)

    def figures(self) -> dict[str, Any]:
        verbs = {verb: tally.figures() for verb, tally in self.scores.items()}
        return {"verbs": verbs, "mean": _mean(verbs.values()),
                "corrections": corrections([m for s in self.scores.values() for m in s.corrected_m])}  # fmt: skip


def _mean(rows: Iterable[dict[str, float]]) -> dict[str, float]:
    """Column by column, over the verbs that have a figure there."""
    columns: dict[str, list[float]] = {}
    for row in rows:
        for name, value in row.items():
            columns.setdefault(name, []).extend([] if math.isnan(value) else [value])
    return {name: fmean(values) if values else math.nan for name, values in columns.items()}


def corrections(corrected_m: Sequence[float]) -> dict[str, float]:
    """How often a hard constraint moved something by more than 2 cm, and how far it then did."""
    helped = np.array([m for m in corrected_m if m > CORRECTED_M] or [0.0])
    often = share(sum(m > CORRECTED_M for m in corrected_m), len(corrected_m))
    return {"share": often, "mean_m": float(helped.mean()), "p95_m": float(np.percentile(helped, 95))}


def as_table(figures: dict[str, Any], baselines: Sequence[str] = ()) -> str:
    """Markdown: a row a verb, then their mean, then what constraints did."""
    columns = (*COLUMNS[:3], *baselines, *COLUMNS[3:])
    rows = [*figures["verbs"].items(), ("**mean**", figures["mean"])]
    body = [[verb, *(percent(row.get(c, math.nan)) for c in columns)] for verb, row in rows]
    c = figures["corrections"]
    said = (
        f"A hard constraint moved something by more than 2 cm at {percent(c['share'], 1)} of steps, then by "
        f"{amount(c['mean_m'], 'm')} on average (95th percentile {amount(c['p95_m'], 'm')})."
    )
    return f"{table(['verb', *columns], body)}\n\n{said}"
