"""What really happened: every action of a directive judged by its verb's goals on the states before and after.

Knows states as JSON and the progress of tasks; knows nothing of words or of how the world moves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from director.directive import Directive
from model.facts import State
from model.goals import comes_true, goals
from model.moment import HOURS, time_of_day
from model.state import Action, Task
from model.verbs import VERBS

Row = dict[str, Any]


def judge(
    directive: Directive,
    before: State,
    after: State,
    tasks: Sequence[Task | None],
    *,
    first_step: int = 0,
    steps_per_second: float = 12.0,
) -> list[Row]:
    """One row per action, then one per refusal. `tasks` holds the progress of each action of the directive, in order.

    A row is `{"action", "verb", "status", "reading", "facts", "start_s", "end_s", "reason"}`: `action` says who does
    what, `status` is done, partial or refused, `facts` lists each goal with whether it held before and holds now,
    seconds count from the world step `first_step` at which the beat began, and `reason` says why it is not done.
    """
    names = _names(before) | _names(after)
    readings = directive.action_readings or ("",) * len(directive.actions)
    rows = [
        _row(action, task, reading, before, after, names, first_step, steps_per_second)
        for action, task, reading in zip(directive.actions, tasks, readings, strict=True)
    ]
    return rows + [
        {"action": refusal, "verb": None, "status": "refused", "reading": "", "facts": [],
         "start_s": None, "end_s": None, "reason": refusal}
        for refusal in directive.refusals
    ]  # fmt: skip


def describe(action: Action, names: Mapping[str, str]) -> str:
    """The action in plain words: "blacksmith: give sword -> knight, slowly"."""
    if action.verb == "time":
        return f"time: {time_of_day(HOURS['day'] if action.hour is None else action.hour)}"
    if action.verb == "weather":
        return f"weather: {action.weather}"
    target = f" -> {names.get(action.target, action.target)}" if action.target else ""
    if action.actor is None:
        return f"{_EVENTS.get(action.verb, action.verb)}{target}"
    words = action.verb.replace("_", " ")
    if action.verb == "feel" and action.emotion:
        words = f"feel {action.emotion}"
    if action.verb == "act" and action.words:
        words = f"“{action.words}”"
    thing = f" {names.get(action.object, action.object)}" if action.object else ""
    said = f"{words}{target} from{thing}" if action.verb == "shield" else f"{words}{thing}{target}"
    pace = ", slowly" if action.speed < 0.8 else ", fast" if action.speed > 1.4 and action.verb != "run" else ""
    return f"{names.get(action.actor, action.actor)}: {said}{_MANNERS[action.manner] if action.manner else pace}"


_EVENTS = {
    "blast": "explosion", "quake": "earthquake", "black_out": "lights out", "burn": "fire", "topple": "falls over",
}  # fmt: skip
_MANNERS = {"sneak": ", sneaking", "limp": ", limping"}


def _names(state: State) -> dict[str, str]:
    return {e["id"]: e["name"] for e in state["entities"]}


def _row(action: Action, task: Task | None, reading: str, before: State, after: State, names: Mapping[str, str],
         first_step: int, steps_per_second: float) -> Row:
    facts = [
        {"fact": goal, "before": comes_true(goal, before, before), "after": comes_true(goal, before, after)}
        for goal in goals(action, names)
    ]
    status, reason = _status(action, task, facts)

    def seconds(step: int | None) -> float | None:
        return None if step is None else round(max(0, step - first_step) / steps_per_second, 2)

    return {
        "action": describe(action, names),
        "verb": action.verb,
        "status": status,
        "reading": reading,
        "facts": facts,
        "start_s": seconds(task.started) if task else None,
        "end_s": seconds(task.done) if task else None,
        "reason": reason,
    }


def _status(action: Action, task: Task | None, facts: Sequence[Mapping[str, Any]]) -> tuple[str, str]:
    """(status, reason when it is not done). An action whose goals came true is done even where the world still
    finishes the movement; one whose goals were true from the start is done when the world says so."""
    if task is None or task.started is None:
        return "refused", "its turn did not come in this beat: direct it again"
    finished = task.done is not None or VERBS[action.verb].lasting
    held = [bool(fact["after"]) for fact in facts]
    changed = any(fact["after"] and not fact["before"] for fact in facts)
    if all(held) and (finished or changed):
        return "done", ""
    if not finished:
        return "partial", "it was not finished in this beat"
    return ("partial", "part of it did not come about") if any(held) else ("refused", "it was tried and did not happen")
