"""What makes an action done: its verb's goals as facts about the states before and after.

Knows the verbs and the facts; knows nothing of how the world moves, nor of what an author is told.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np

from model.attire import CARRIES
from model.facts import NotOnStage, State, holds_true
from model.moment import GESTURES, Array, Moment, time_of_day
from model.stage import Stage
from model.state import Action
from model.verbs import VERBS

_SHOWN = 0.5  # weight from which a gesture was made and not only begun


def goals(action: Action, names: Mapping[str, str]) -> list[str]:
    """The action's goal facts with names filled in. A goal about a role that nobody plays asks nothing."""
    roles = {
        "{a}": names.get(action.actor or ""),
        "{t}": names.get(action.target or ""),
        "{o}": names.get(action.object or ""),
        "{e}": action.emotion,
        "{w}": action.weather,
        "{d}": _bearing(action),
        "{h}": None if action.hour is None else time_of_day(action.hour),
    }
    if action.wear is not None and action.wear[0] != CARRIES:
        part, value = action.wear
        return [f"looks({names[action.target or action.actor or '']},{part},{value})"]
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


def _bearing(action: Action) -> str | None:
    """Degrees of the direction that is asked for, None when there is somebody or something to go to instead."""
    if action.direction is None or action.target is not None:
        return None
    return f"{math.degrees(math.atan2(*action.direction)):.0f}"


def _fill(fact: str, roles: Mapping[str, str | None]) -> str | None:
    for role, name in roles.items():
        if role in fact:
            if name is None:
                return None
            fact = fact.replace(role, name)
    return fact


# -- judging moments ---------------------------------------------------------------------------------------------------
def shown_in(moments: Sequence[Moment]) -> Array:
    """(N, 22): each gesture's greatest weight in these moments."""
    peaks: Array = np.max([m.gesture for m in moments], axis=0)
    return peaks


def gestures_in(peaks: Array) -> tuple[str, ...]:
    """The gestures that somebody with these greatest weights (22,) made, and did not only begin."""
    return tuple(name for name, peak in zip(GESTURES, peaks, strict=True) if peak >= _SHOWN and name != "rest")


def facts_of(stage: Stage, moment: Moment, shown: Array | None = None) -> State:
    """What goals are judged on. `shown` (N, 22) are gestures' greatest weights since the state before; None: nobody
    made any. Names are ids in brackets: by its bare id, an absent "e1" would be found in "e10"."""
    names = [_named(e.id) for e in stage.entities]

    def name(row: int) -> str | None:
        return names[row] if row >= 0 else None

    entities = [
        {
            "id": e.id, "name": names[i], "kind": e.kind, "size": list(e.size),
            "look": e.look, "position": moment.position[i].tolist(),
            "heading_deg": math.degrees(float(moment.heading[i])), "pose": moment.pose_name(i),
            "emotion": moment.emotion_name(i), "holds": [names[j] for j in np.flatnonzero(moment.held_by == i)],
            "supported_by": name(int(moment.supported_by[i])), "inside": name(int(moment.inside[i])),
            "open": bool(moment.opened[i] > 0.5), "lit": bool(moment.lit[i] > 0.5), "down": moment.down(i),
            "present": bool(moment.present[i] > 0.5),
            "shown": [] if shown is None else list(gestures_in(shown[i])),
        }
        for i, e in enumerate(stage.entities)
    ]  # fmt: skip
    return {"entities": entities, "time_of_day": moment.time_of_day(), "weather": moment.weather_name()}


def achieved(
    action: Action, stage: Stage, before: Moment, after: Moment, shown: Array | None = None,
    later: Stage | None = None,
) -> list[tuple[bool, bool]]:  # fmt: skip
    """For each of the action's goals, whether it held before and holds after; `shown` as for `facts_of`. `later` is the
    stage after, where somebody looks otherwise by then."""
    names = {e.id: _named(e.id) for e in stage.entities}
    was, now = facts_of(stage, before), facts_of(later or stage, after, shown)
    return [(comes_true(goal, was, was), comes_true(goal, was, now)) for goal in goals(action, names)]


def succeeded(action: Action, stage: Stage, before: Moment, after: Moment, shown: Array | None = None) -> bool:
    """Whether the action's goals came true between two moments; `shown` as for `facts_of`."""
    return all(now for _, now in achieved(action, stage, before, after, shown))


def _named(entity_id: str) -> str:
    return f"<{entity_id}>"
