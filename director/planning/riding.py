"""Riding: who is on a mount gets about on it. What they are told to do with their legs, the mount does for them, and a
creature that somebody is told to mount is made ready to carry them. A vehicle takes away who leaves on it, and goes
where they are said to ride, drive or row.

Knows who sits on what; knows no words but those of riding and of going on foot, and nothing of how the world moves.
"""

from __future__ import annotations

import re
from dataclasses import replace

from director.directive import Directive
from model.moment import Moment
from model.seats import can_be_ridden, is_mount, is_vehicle, saddled
from model.stage import Entity, Stage
from model.state import Action, WorldState

_ONTO = frozenset({"jump_onto", "climb", "sit"})
_OFF = frozenset({"get_down", "fall", "jump"})
_BY_LEG = frozenset("walk run chase flee follow circle wander lead exit".split())
_AFTER = frozenset({"chase", "follow", "flee", "circle", "lead"})
_RIDES = re.compile(
    r"\b(?:rid(?:e|es|ing)|driv(?:e|es|ing)|cycl(?:e|es|ing)|(?:pedal|row|sail|steer|wheel|paddle|roll)(?:s|ing)?)\b"
    r"|[骑驾划]|开车|开船",
    re.I,
)
_ON_FOOT = re.compile(r"\b(?:walk|run|stroll|jog|limp|stagger|crawl)|\bon foot\b|走路|步行|徒步|跑", re.I)
_AWAY = re.compile(r"\b(?:away|off)\b|走|离|远去|而去", re.I)
_BY_WING = frozenset("take_off fly hover land".split())


def on_mounts(directive: Directive, stage: Stage, moment: Moment) -> Directive:
    """The directive in which a mount goes where its rider is told to go, be it that they are on it or get onto it."""
    entities = {entity.id: entity for entity in (*stage.entities, *directive.entrances)}
    under = {rider.id: stage.entities[int(row)] for rider, row in zip(stage.entities, moment.supported_by, strict=True)
             if row >= 0 and rider.kind == "person" and _carries(stage.entities[int(row)])}  # fmt: skip
    carried: list[Action] = []
    rides_off: list[Action] = []
    for k, action in enumerate(directive.actions):
        mount = under.get(action.actor or "")
        onto = entities.get(action.target or "") if action.actor is not None else None
        if onto is not None and is_vehicle(onto) and onto is not mount and _gets_on(action):
            under[str(action.actor)] = onto
            carried.append(replace(action, verb="jump_onto"))  # as onto a horse
            if action.verb == "exit" or _AWAY.search(action.words):
                rides_off.append(Action("exit", onto.id, speed=action.speed, after=k, words=action.words))
            continue
        carried.append(action if mount is None else _carried(action, mount))
        if onto is not None and action.verb in _ONTO and can_be_ridden(onto):
            under[str(action.actor)] = onto
        elif action.actor is not None and action.verb in _OFF:
            under.pop(action.actor, None)
    return replace(directive, actions=(*carried, *rides_off))


def _carries(body: Entity) -> bool:
    return is_mount(body) or is_vehicle(body)


def _gets_on(action: Action) -> bool:
    """Whether somebody who is not on a vehicle is to get onto it, be it only to leave on it."""
    return action.verb in _ONTO or (action.verb in _BY_LEG and bool(_RIDES.search(action.words)))


def _carried(action: Action, mount: Entity) -> Action:
    """What a rider is asked to do, done by what carries them, if that can do it."""
    if not is_vehicle(mount):
        if action.verb not in _BY_LEG and not (action.verb in _BY_WING and "flies" in mount.traits):
            return action
        if action.target == mount.id:  # who rides it away is not after it
            return replace(action, actor=mount.id, verb="walk" if action.verb in _AFTER else action.verb, target=None)
        return replace(action, actor=mount.id)
    rides, nowhere = _RIDES.search(action.words), action.target in (None, mount.id)
    goes = action.verb in _BY_LEG or (rides and action.target == mount.id)  # who is on it need not get on
    if not goes or not (rides or action.verb == "exit") or _ON_FOOT.search(action.words):
        return action
    leaves = nowhere and action.direction is None and (action.verb in _AFTER or bool(_AWAY.search(action.words)))
    verb = "exit" if leaves else action.verb if action.verb in _BY_LEG else "walk"
    return replace(action, actor=mount.id, verb=verb, target=None if nowhere else action.target)


def with_mounts(state: WorldState, actions: tuple[Action, ...]) -> WorldState:
    """The state in which those creatures carry somebody whom somebody is to get onto, or to come in on."""
    onto = {action.object if action.verb == "enter" else action.target
            for action in actions if action.verb in (*_ONTO, "enter")}  # fmt: skip
    entities = tuple(
        saddled(entity) if entity.id in onto and can_be_ridden(entity) else entity for entity in state.stage.entities
    )
    return state if entities == state.stage.entities else replace(state, stage=replace(state.stage, entities=entities))
