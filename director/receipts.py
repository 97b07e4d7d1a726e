"""What really happened: every action of a directive judged by its verb's goals on the moments of its performance.

Knows moments and the progress of tasks; knows nothing of words or of how the world moves.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from director.acting import Performance
from model.attire import CARRIES, takes_off
from model.goals import achieved, goals, shown_in
from model.moment import HOURS, time_of_day
from model.state import Action, Task
from model.verbs import VERBS

Row = dict[str, Any]


def judge(performance: Performance) -> list[Row]:
    """One row per action of its directive, then one per narration and one per refusal.

    A row is `{"action", "verb", "status", "reading", "facts", "start_s", "end_s", "reason"}`: `action` says who does
    what, `status` is done, partial or refused, `facts` lists each goal with whether it held before and holds after,
    seconds count from the start of the beat, and `reason` says why it is not done. The row of what nobody asked for has
    `"unbidden": True`, too. After an action is the end of the
    beat, or when somebody or something that took part in it went on to the next, whichever is better: whoever takes an
    apple and throws it took it, and what he throws may still be in the air when he turns away.
    """
    directive = performance.directive
    readings = list(directive.action_readings or ("",) * len(directive.actions))
    if readings and directive.note:
        readings[0] += f"{'; ' if '->' in readings[0] else ' -> '}{directive.note}"
    rows = [_row(performance, task, reading) for task, reading in zip(performance.tasks, readings, strict=True)]
    for row in rows[len(rows) - directive.unbidden :]:
        row["unbidden"] = True
    return rows + list(_narrated(performance)) + [
        {"action": refusal, "verb": None, "status": "refused", "reading": "", "facts": [],
         "start_s": None, "end_s": None, "reason": refusal}
        for refusal in directive.refusals
    ]  # fmt: skip


def _narrated(performance: Performance) -> Iterator[Row]:
    """What a narrator says is done when the beat was long enough for it."""
    for told, caption in zip(performance.directive.narration, performance.captions(), strict=False):
        whole = caption.end_s <= performance.duration_s
        yield {
            "action": f"{told.teller}: “{told.text}”", "verb": None, "status": "done" if whole else "partial",
            "reading": "", "facts": [], "start_s": round(caption.start_s, 2), "end_s": round(caption.end_s, 2),
            "reason": "" if whole else "the beat ended before it",
        }  # fmt: skip


def worth(receipt: Sequence[Row]) -> float:
    """How much of what was asked has happened, 0 to 1."""
    points, asked = {"done": 1.0, "partial": 0.5}, [row for row in receipt if not row.get("unbidden")]
    return sum(points.get(row["status"], 0.0) for row in asked) / max(len(asked), 1)


def is_done(receipt: Sequence[Row]) -> bool:
    """Whether everything that was asked has happened, and that was something."""
    return bool(receipt) and worth(receipt) == 1.0


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
    if action.wear is not None and action.wear[0] == CARRIES:
        where = "on the back" if action.wear[1] == "back" else "in the arms"
        return f"{names.get(action.actor, action.actor)}: carry{target} {where}"
    if action.wear is not None:
        deed = "take off" if takes_off(action) else "put on"
        return f"{names.get(action.actor, action.actor)}: {deed}{thing}{target}"
    joined = {"shield": f"{words}{target} from{thing}", "enter": f"{words}{' on' if thing else ''}{thing}{target}"}
    said = joined.get(action.verb, f"{words}{thing}{target}")
    pace = ", slowly" if action.speed < 0.8 else ", fast" if action.speed > 1.4 and action.verb != "run" else ""
    return f"{names.get(action.actor, action.actor)}: {said}{_MANNERS[action.manner] if action.manner else pace}"


_EVENTS = {
    "blast": "explosion", "quake": "earthquake", "black_out": "lights out", "burn": "fire", "topple": "falls over",
    "light": "lights up", "put_out": "goes out",
}  # fmt: skip
_MANNERS = {"sneak": ", sneaking", "limp": ", limping"}


def _row(performance: Performance, task: Task, reading: str) -> Row:
    first, last = performance.start.step, performance.end.step
    began = first if task.started is None else task.started
    overtaken = min((t.started for t in performance.tasks if t.started and _takes_over(t, task)), default=last)
    tried = [_achieved(performance, task.action, began - first, step - first) for step in (overtaken, last)]
    names = {entity.id: entity.name for entity in performance.end.stage.entities}
    facts = [
        {"fact": goal, "before": was, "after": now or finally_}
        for goal, (was, now), (_, finally_) in zip(goals(task.action, names), *tried, strict=True)
    ]
    status, reason = _status(task, facts)

    def seconds(step: int | None) -> float | None:
        return None if step is None else round(max(0, step - first) / performance.steps_per_second, 2)

    return {
        "action": describe(task.action, names),
        "verb": task.action.verb,
        "status": status,
        "reading": reading,
        "facts": facts,
        "start_s": seconds(task.started),
        "end_s": seconds(task.done),
        "reason": reason,
    }


def _achieved(performance: Performance, action: Action, start: int, end: int) -> list[tuple[bool, bool]]:
    """For each goal, whether it held after `start` steps and holds after `end`."""
    moments = performance.moments[start : end + 1]
    shown = shown_in(moments[1:]) if len(moments) > 1 else None
    was, now = performance.stage_of(start), performance.stage_of(end)
    return achieved(action, was, moments[0], moments[-1], shown, now)


def _takes_over(later: Task, task: Task) -> bool:
    """Whether a task began once another was done, with somebody or something that had a part in it."""
    if later.started is None or task.done is None or later.started < task.done or later is task:
        return False
    return bool(_cast(later.action) & _cast(task.action))


def _cast(action: Action) -> set[str]:
    return {role for role in (action.actor, action.target, action.object) if role is not None}


def _status(task: Task, facts: Sequence[Mapping[str, Any]]) -> tuple[str, str]:
    """(status, reason when it is not done). An action whose goals came true is done even where the world still
    finishes the movement; one whose goals were true from the start is done when the world says so."""
    if task.started is None:
        return "refused", "its turn did not come in this beat: direct it again"
    finished = task.done is not None or VERBS[task.action.verb].lasting
    held = [bool(fact["after"]) for fact in facts]
    changed = any(fact["after"] and not fact["before"] for fact in facts)
    if all(held) and (finished or changed):
        return "done", ""
    if not finished:
        return "partial", "it was not finished in this beat"
    return ("partial", "part of it did not come about") if any(held) else ("refused", "it was tried and did not happen")
