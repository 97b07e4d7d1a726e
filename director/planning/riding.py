"""Riding: who is on a mount gets about on it. What they are told to do with their legs, the mount does for them, and a
creature that somebody is told to mount is made ready to carry them.

Knows who sits on what; knows no words and nothing of how the world moves.
"""

from __future__ import annotations

from dataclasses import replace

from director.directive import Directive
from model.moment import Moment
from model.seats import can_be_ridden, is_mount, saddled
from model.stage import Stage
from model.state import Action, WorldState

_ONTO = frozenset({"jump_onto", "climb", "sit"})
_BY_LEG = frozenset("walk run chase flee follow circle wander lead exit".split())
_AFTER = frozenset({"chase", "follow", "flee", "circle", "lead"})
_BY_WING = frozenset("take_off fly hover land".split())


def on_mounts(directive: Directive, stage: Stage, moment: Moment) -> Directive:
    """The directive in which a mount goes where its rider is told to go."""
    return replace(directive, actions=tuple(_carried(action, stage, moment) for action in directive.actions))


def _carried(action: Action, stage: Stage, moment: Moment) -> Action:
    row = None if action.actor is None else stage.find(action.actor)
    under = -1 if row is None else int(moment.supported_by[row])
    if under < 0 or not is_mount(stage.entities[under]):
        return action
    mount = stage.entities[under]
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
