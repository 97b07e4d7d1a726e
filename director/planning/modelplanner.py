"""A planner that asks a language model for a plan in JSON and falls back on another when what comes is of no use.

Which of them it was, the receipt says. Knows nothing of how plans are checked (see `director.planning.plan`).
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any

from director.directive import Directive
from director.planning.plan import PlanError, directive_of, schema
from director.planning.planner import Context, Planner
from director.speech.scriptwriter import Completes
from model.state import WorldState

_TOKENS = 512
_RECENT = 6  # directions a model is shown
_SYSTEM = (
    "You turn a direction for a scene into JSON. Answer with one JSON object and nothing else. Use only the names that "
    'are on stage, and of those who come in: list them under "entrances", each with a name and "as" what, for example '
    '"an old man in black". What the direction quotes goes into "say" of a "talk" action, word for word; give nobody '
    "other words. The JSON follows this schema:\n"
)


@dataclass(frozen=True)
class ModelPlanner:
    """Has `model` plan, and `fallback` when its plan cannot be acted."""

    model: Completes
    fallback: Planner

    def plan(self, direction: str, state: WorldState, context: Context) -> Directive:
        system = _SYSTEM + json.dumps(schema(), ensure_ascii=False)
        written = self.model.complete(system, asked(direction, state, context), seed=context.seed, tokens=_TOKENS)
        try:
            return replace(directive_of(plan_in(written), direction, state), note="planned by the language model")
        except PlanError as error:
            why = f"read by Nacre, as the language model's plan was of no use: {error}"
            read = self.fallback.plan(direction, state, context)
            return replace(read, note="; ".join(filter(None, (why, read.note))))


def asked(direction: str, state: WorldState, context: Context) -> str:
    """What a model is told of the stage and asked to plan."""
    moment, entities = state.moment, state.stage.entities
    lines = [f"Setting: {state.stage.setting}, {moment.time_of_day()}, {moment.weather_name()}.", "On stage:"]
    for row, entity in enumerate(entities):
        if moment.present[row] > 0.5:
            held = [e.name for k, e in enumerate(entities) if moment.held_by[k] == row]
            holding = f", holding {', '.join(held)}" if held else ""
            lines.append(f"- {entity.name} ({entity.kind}; {moment.pose_name(row)}{holding})")
    lines += ["Directed before:", *(f"- {before}" for before in context.before[-_RECENT:])] if context.before else []
    return "\n".join([*lines, f"Direction: {direction}", "JSON:"])


def plan_in(written: str) -> Any:
    """The first JSON object in what a model has written. Raises PlanError when there is none."""
    begin = written.find("{")
    if begin < 0:
        raise PlanError("there is no JSON in its answer")
    try:
        found, _ = json.JSONDecoder().raw_decode(written, begin)
    except (ValueError, RecursionError) as error:
        raise PlanError("the JSON in its answer is broken") from error
    return found
