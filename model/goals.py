"""What makes an action done: its verb's goals as facts about the states before and after.

Knows the verbs and the facts; knows nothing of how the world moves, nor of what an author is told.
"""

from __future__ import annotations

from collections.abc import Mapping

from model.facts import NotOnStage, State, holds_true
from model.moment import time_of_day
from model.state import Action
from model.verbs import VERBS


def goals(action: Action, names: Mapping[str, str]) -> list[str]:
    """The action's goal facts with names filled in. A goal about a role that nobody plays asks nothing."""
    roles = {
        "{a}": names.get(action.actor or ""),
        "{t}": names.get(action.target or ""),
        "{o}": names.get(action.object or ""),
        "{e}": action.emotion,
        "{w}": action.weather,
        "{h}": None if action.hour is None else time_of_day(action.hour),
    }
    filled = []
    for goal in VERBS[action.verb].goals:
        either = [_fill(part, roles) for part in goal.split("|")]
        if known := [fact for fact in either if fact is not None]:
            filled.append("|".join(known))
    return filled


def comes_true(goal: str, before: State, after: State) -> bool:
    """Whether a goal, or either side of its `|`, holds after. What is about somebody who is gone does not."""

    def one(fact: str) -> bool:
        try:
            return holds_true(fact, before, after)
        except NotOnStage:
            return False

    return any(one(fact) for fact in goal.split("|"))


def _fill(fact: str, roles: Mapping[str, str | None]) -> str | None:
    for role, name in roles.items():
        if role in fact:
            if name is None:
                return None
            fact = fact.replace(role, name)
    return fact
