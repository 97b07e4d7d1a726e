"""Scope: whether everyone who was not asked stays as they were, by the definition of the directability cases.

Place within 0.2 m, the same pose, feeling and things held, still on stage. Judged beside the teacher, since a ball may
hit what nobody spoke of: whoever the teacher itself changes is not counted. Knows nothing of goals.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from model.evaluation.acting import Acted
from model.evaluation.tables import percent, share, table
from model.facts import find, is_unchanged
from model.goals import facts_of
from model.moment import Moment
from model.stage import Stage
from model.state import Action

ROWS = {"one": "one actor is named", "two": "an actor and a target are named", "none": "the world itself changes"}


def bystanders(action: Action, stage: Stage, first: Moment) -> list[int]:
    """Rows of those who have no part in an action, nor are in the hands of one who has."""
    involved = {i for i, e in enumerate(stage.entities) if e.id in (action.actor, action.target, action.object)}
    return [i for i in range(len(stage.entities)) if i not in involved and int(first.held_by[i]) not in involved]


def changed(stage: Stage, before: Moment, after: Moment, rows: Sequence[int]) -> list[int]:
    """Those of these rows, present before, who are not as they were."""
    was, now = facts_of(stage, before), facts_of(stage, after)
    names = {i: was["entities"][i]["name"] for i in rows}
    return [i for i in rows if find(was, names[i]) and not is_unchanged(names[i], was, now)]


@dataclass(slots=True)
class _Count:
    lessons: int = 0
    kept: int = 0  # lessons in which everyone stayed as they were
    others: int = 0
    stayed: int = 0
    taught: int = 0  # lessons in which the teacher left everyone as they were

    def add(self, others: int, strays: int, taught: bool) -> None:
        self.lessons, self.kept = self.lessons + 1, self.kept + (strays == 0)
        self.others, self.stayed = self.others + others, self.stayed + others - strays
        self.taught += taught

    def figures(self) -> dict[str, float]:
        return {"lessons": self.lessons, "kept": share(self.kept, self.lessons),
                "stayed": share(self.stayed, self.others), "teacher": share(self.taught, self.lessons)}  # fmt: skip


@dataclass(slots=True)
class Scope:
    """Tallies lessons that have bystanders, by whom the action names."""

    counts: dict[str, _Count] = field(default_factory=lambda: {name: _Count() for name in ROWS})

    def add(self, acted: Acted) -> None:
        stage, first = acted.lesson.stage, acted.lesson.moments[0]
        others = bystanders(acted.action, stage, first)
        if not others:
            return
        moved_by_teacher = changed(stage, first, acted.lesson.moments[-1], others)
        fair = [i for i in others if i not in moved_by_teacher]
        strays = changed(stage, first, acted.played.moments[-1], fair)
        named = acted.action.actor is not None, acted.action.target is not None
        kind = "two" if all(named) else "one" if named[0] else "none"
        self.counts[kind].add(len(fair), len(strays), not moved_by_teacher)

    def figures(self) -> dict[str, Any]:
        return {name: count.figures() for name, count in self.counts.items()}


def as_table(figures: dict[str, Any]) -> str:
    rows = [
        [ROWS[k], f"{f['lessons']:.0f}", percent(f["kept"], 1), percent(f["stayed"], 1), percent(f["teacher"], 1)]
        for k, f in figures.items()
    ]
    return table(["everyone else stays as they were", "lessons", "all of them", "each of them", "teacher, all"], rows)
