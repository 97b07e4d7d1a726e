"""Plans as JSON: what a directive looks like to whoever plans in words, and what of it can be acted here and now.

`schema` describes the form (JSON Schema, draft 2020-12) and `directive_of` checks it, with the cast and what its
members can do, and makes the directive. Knows nothing of who planned.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from director.casting.spotting import find_nouns
from director.directive import CameraOrder, Cue, Directive, Line
from director.understanding import clauses as cl
from director.understanding.newcomers import newcomer
from director.understanding.wording import speaking_s
from model.camera import CAMERA_TYPES, CUTS, SHOT_SIZES
from model.moment import EMOTIONS, MANNERS, WEATHERS
from model.stage import Entity
from model.state import Action, WorldState
from model.verbs import VERBS

MOST_ACTIONS, MOST_ENTRANCES = 12, 4
_VERBS = tuple(name for name in VERBS if name != "act")  # which means nothing without the words of a clause
_VALUES = {"feel": "emotion", "weather": "weather", "time": "hour"}  # what a verb is nothing without
_EITHER = frozenset({"topple", "light", "put_out"})  # what somebody does, or what comes about by itself
_NAMES = ("actor", "target", "object")
_WORDS = {"emotion": EMOTIONS, "manner": MANNERS, "weather": WEATHERS}
_NUMBERS = {"speed": (0.3, 2.0), "hour": (0.0, 24.0)}
_CAMERA = {"shot_size": SHOT_SIZES, "camera_type": CAMERA_TYPES, "cut": CUTS}


class PlanError(ValueError):
    """A plan that cannot be acted: says what is wrong with it."""


def schema() -> dict[str, Any]:
    """The form of a plan."""
    text = {"type": "string", "minLength": 1}
    action = {
        "verb": {"enum": list(_VERBS)},
        **dict.fromkeys(_NAMES, text),
        **{name: {"enum": list(words)} for name, words in _WORDS.items()},
        **{name: {"type": "number", "minimum": low, "maximum": high} for name, (low, high) in _NUMBERS.items()},
        "after": {"type": "integer", "minimum": 0},
        "say": text,
    }
    camera = {**{name: {"enum": list(words)} for name, words in _CAMERA.items()}, "subject": text}
    entrance = _object({"name": text, "as": text}, ["name", "as"])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": {
            "entrances": {"type": "array", "maxItems": MOST_ENTRANCES, "items": entrance},
            "actions": {"type": "array", "maxItems": MOST_ACTIONS, "items": _object(action, ["verb"])},
            "camera": _object(camera, []),
        },
        "required": ["actions"],
        "additionalProperties": False,
    }


def _object(properties: Mapping[str, Any], required: list[str]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def directive_of(plan: Any, direction: str, state: WorldState) -> Directive:
    """The directive that a plan stands for. Raises PlanError when it is not of the form, names who is not there, asks
    of somebody what they cannot do, or leaves out or alters what the direction quotes."""
    _check_object(plan, "the plan", {"entrances", "actions", "camera"}, {"actions"})
    listed = plan["actions"]
    if not isinstance(listed, list) or len(listed) > MOST_ACTIONS:
        raise PlanError(f"its actions are no list of at most {MOST_ACTIONS}")
    _, quotes = cl.unquote(direction)
    cast = _Cast(state)
    entrances = cast.bring(plan.get("entrances", []))
    actions = [cast.action(item, row) for row, item in enumerate(listed)]
    lines, cues = [], []
    for row, item in enumerate(listed):
        if "say" in item:
            lines.append(_line(item, actions[row], row, quotes))
            actions[row] = Action(**{**_fields(actions[row]), "seconds": speaking_s(lines[-1].text)})
        elif actions[row].verb == "talk":
            cues.append(Cue(row, direction))
    if missing := [quote for quote in quotes if quote not in {line.text for line in lines}]:
        raise PlanError(f"nobody says “{missing[0]}”")
    camera = cast.camera(plan.get("camera"))
    if not actions and camera is None:
        raise PlanError("it asks for nothing")
    return Directive(direction, tuple(actions), tuple(lines), camera, entrances,
                     action_readings=(direction,) * len(actions), cues=tuple(cues))  # fmt: skip


def _fields(action: Action) -> dict[str, Any]:
    return {name: getattr(action, name) for name in Action.__slots__}


def _line(item: Mapping[str, Any], action: Action, row: int, quotes: list[str]) -> Line:
    said = item["say"]
    if action.verb != "talk" or action.actor is None:
        raise PlanError(f"action {row} says something without talking")
    if said not in quotes:
        raise PlanError(f"“{said}” is not what the direction quotes")
    return Line(action.actor, said, action.emotion, row)


class _Cast:
    """Those on stage, by name, and what can be asked of them."""

    def __init__(self, state: WorldState) -> None:
        self._stage = state.stage
        here = [e for k, e in enumerate(state.stage.entities) if state.moment.present[k] > 0.5]
        self._by_name: dict[str, list[Entity]] = {}
        for entity in here:
            self._by_name.setdefault(entity.name.casefold(), []).append(entity)

    def bring(self, listed: Any) -> tuple[Entity, ...]:
        """Those who are not on stage yet and come in."""
        if not isinstance(listed, list) or len(listed) > MOST_ENTRANCES:
            raise PlanError(f"its entrances are no list of at most {MOST_ENTRANCES}")
        known = list(self._stage.entities)
        for item in listed:
            _check_object(item, "an entrance", {"name", "as"}, {"name", "as"})
            if not all(isinstance(item[key], str) and item[key].strip() for key in ("name", "as")):
                raise PlanError("an entrance has no name, or is nobody")
            if item["name"].casefold() in {entity.name.casefold() for entity in known}:
                raise PlanError(f"“{item['name']}” comes in and is there already")
            hit = next((hit for hit in find_nouns(item["as"]) if hit.sense is not None), None)
            if hit is None:
                raise PlanError(f"there is nothing like “{item['as']}” to come in")
            known.append(newcomer(self._stage, known, item["name"].strip(), hit))
            self._by_name[item["name"].strip().casefold()] = known[-1:]
        return tuple(known[len(self._stage.entities) :])

    def action(self, item: Any, row: int) -> Action:
        where = f"action {row}"
        _check_object(item, where, {"verb", "after", "say", *_NAMES, *_WORDS, *_NUMBERS}, {"verb"})
        if item["verb"] not in _VERBS:
            raise PlanError(f"{where} has a verb that nobody can act: “{item['verb']}”")
        for name, words in _WORDS.items():
            if name in item and item[name] not in words:
                raise PlanError(f"{where} has an unknown {name}: “{item[name]}”")
        for name, (low, high) in _NUMBERS.items():
            if name in item and not _is_number(item[name], low, high):
                raise PlanError(f"{where} has a {name} that is no number from {low:g} to {high:g}")
        after = item.get("after")
        if after is not None and not (type(after) is int and 0 <= after < row):
            raise PlanError(f"{where} waits for no action before it")
        if item["verb"] in _VALUES and _VALUES[item["verb"]] not in item:
            raise PlanError(f"{where} lacks “{_VALUES[item['verb']]}”")
        if "say" in item and not (isinstance(item["say"], str) and item["say"]):
            raise PlanError(f"{where} says no words")
        roles = {role: self._entity(item[role], where) for role in _NAMES if role in item}
        _check_roles(item["verb"], roles, where)
        given = {name: item[name] for name in (*_WORDS, *_NUMBERS) if name in item}
        return Action(**{"actor": None, **given, "verb": item["verb"], "after": after,
                         **{role: entity.id for role, entity in roles.items()}})  # fmt: skip

    def camera(self, item: Any) -> CameraOrder | None:
        if item is None:
            return None
        _check_object(item, "the camera", {*_CAMERA, "subject"}, set())
        for name, words in _CAMERA.items():
            if name in item and item[name] not in words:
                raise PlanError(f"the camera has an unknown {name}: “{item[name]}”")
        subject = self._entity(item["subject"], "the camera").id if "subject" in item else None
        order = CameraOrder(item.get("shot_size"), item.get("camera_type"), subject, item.get("cut"))
        return None if order == CameraOrder() else order

    def _entity(self, name: Any, where: str) -> Entity:
        found = self._by_name.get(name.casefold(), []) if isinstance(name, str) else []
        if len(found) != 1:
            raise PlanError(f"{where} names “{name}”, and {'several are' if found else 'nobody is'} called so")
        return found[0]


def _check_roles(verb: str, roles: Mapping[str, Entity], where: str) -> None:
    """Raises PlanError unless those who take part can."""
    spec = VERBS[verb]
    kinds = {"target": spec.target, "object": spec.object}
    for role, allowed in kinds.items():
        if role in roles and roles[role].kind not in allowed:
            raise PlanError(f"{where} cannot be done with {roles[role].name}")
    world = verb in ("weather", "time", "blast", "quake", "black_out", "burn")
    if ("actor" in roles) == world and verb not in _EITHER:
        raise PlanError(f"{where} has {'an actor, and is nobody’s doing' if world else 'nobody to do it'}")
    if (spec.target and not spec.target_optional and "target" not in roles) or (
        verb in ("give", "put_on", "put_in", "shield", "throw") and "object" not in roles
    ):
        raise PlanError(f"{where} does not say to whom or with what")
    if "actor" in roles and not spec.needs <= roles["actor"].traits:
        raise PlanError(f"{where}: {roles['actor'].name} cannot do it")
    if "actor" in roles and roles["actor"].kind == "prop" and verb != "topple":
        raise PlanError(f"{where}: {roles['actor'].name} is a thing")
    if "target" in roles and spec.target_needs and not spec.target_needs & roles["target"].traits:
        raise PlanError(f"{where} cannot be done to {roles['target'].name}")


def _check_object(value: Any, what: str, allowed: set[str], required: set[str]) -> None:
    if not isinstance(value, dict):
        raise PlanError(f"{what} is no object")
    if unknown := sorted(map(str, value.keys() - allowed)):
        raise PlanError(f"{what} has “{unknown[0]}”, which means nothing")
    if missing := sorted(required - value.keys()):
        raise PlanError(f"{what} lacks “{missing[0]}”")


def _is_number(value: Any, low: float, high: float) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and low <= value <= high
