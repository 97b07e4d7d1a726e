"""Riding: who is on a mount gets about on it. What they are told to do with their legs, the mount does for them, and a
creature that somebody is told to mount is made ready to carry them.

Knows who sits on what; knows no words and nothing of how the world moves.
"""

from __future__ import annotations

from dataclasses import replace

from director.directive import Directive
from model.moment import Moment
from model.seats import can_be_ridden, is_mount, saddled
from model.stage import Entity, Stage
from model.state import Action, WorldState

_ONTO = frozenset({"jump_onto", "climb", "sit"})
_OFF = frozenset({"get_down", "fall", "jump"})
_BY_LEG = frozenset("walk run chase flee follow circle wander lead exit".split())
_AFTER = frozenset({"chase", "follow", "flee", "circle", "lead"})
_BY_WING = frozenset("take_off fly hover land".split())


def on_mounts(directive: Directive, stage: Stage, moment: Moment) -> Directive:
    """The directive in which a mount goes where its rider is told to go, be it that they are on it or get onto it."""
    entities = {entity.id: entity for entity in (*stage.entities, *directive.entrances)}
    under = {rider.id: stage.entities[int(row)] for rider, row in zip(stage.entities, moment.supported_by, strict=True)
             if row >= 0 and is_mount(stage.entities[int(row)])}  # fmt: skip
    carried = []
    for action in directive.actions:
        mount = under.get(action.actor or "")
        carried.append(action if mount is None else _carried(action, mount))
        if action.actor is None:
            continue
        if action.verb in _ONTO and action.target is not None and can_be_ridden(entities[action.target]):
            under[action.actor] = entities[action.target]
        elif action.verb in _OFF:
            under.pop(action.actor, None)
    return replace(directive, actions=tuple(carried))


def _carried(action: Action, mount: Entity) -> Action:
    if action.verb not in _BY_LEG and not (action.verb in _BY_WING and "flies" in mount.traits):
        return action
    if action.target == mount.id:  # who rides it away is not after it
        return replace(action, actor=mount.id, verb="walk" if action.verb in _AFTER else action.verb, target=None)
    return replace(action, actor=mount.id)


def with_mounts(state: WorldState, actions: tuple[Action, ...]) -> WorldState:
    """The state in which those creatures carry somebody whom somebody is to get onto."""
    onto = {action.target for action in actions if action.verb in _ONTO}
    entities = tuple(
        saddled(entity) if entity.id in onto and can_be_ridden(entity) else entity for entity in state.stage.entities
    )
    return state if entities == state.stage.entities else replace(state, stage=replace(state.stage, entities=entities))
