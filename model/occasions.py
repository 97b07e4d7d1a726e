"""Who takes part and how they are, as numbers: a lamp that is out, somebody who lies, a man on a tower.

From these the phrase reader tells what is likely to be asked of them. Knows no words and no verbs.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from model.moment import POSES, Moment
from model.stage import KINDS, TRAITS, Stage

_HIGH = 0.5  # m, from which on somebody is up somewhere
_STATES = 9
_PART = 1 + len(KINDS) + len(TRAITS) + len(POSES) + _STATES
SITUATION = 3 * _PART + 1
ROLES = slice(0, 3 * _PART, _PART)  # where it says whether there is an actor, a target, an object

Situation = npt.NDArray[np.float32]  # (SITUATION,)


def situation(stage: Stage, moment: Moment, actor: str | None, target: str | None, thing: str | None) -> Situation:
    """(SITUATION,) of an action's actor, target and object, entity ids; zeros for those it has none of. Raises
    ValueError for somebody who is not on the stage."""
    rows = [None if entity_id is None else stage.index(entity_id) for entity_id in (actor, target, thing)]
    holds = rows[0] is not None and bool((moment.held_by == rows[0]).any())
    return np.concatenate([*(_part(stage, moment, row, rows[0]) for row in rows), np.array([holds], np.float32)])


def _part(stage: Stage, moment: Moment, i: int | None, actor: int | None) -> npt.NDArray[np.float32]:
    """(_PART,) what entity i is, and how it is at this moment, also to the actor."""
    if i is None:
        return np.zeros(_PART, np.float32)
    entity = stage.entities[i]
    is_a = [entity.kind == kind for kind in KINDS] + [trait in entity.traits for trait in TRAITS]
    states = [
        moment.lit[i], moment.opened[i], moment.present[i], moment.held_by[i] >= 0, moment.supported_by[i] >= 0,
        moment.inside[i] >= 0, moment.position[i, 1] > _HIGH, actor is not None and moment.held_by[i] == actor,
        actor is not None and moment.supported_by[actor] == i,
    ]  # fmt: skip
    return np.array([1.0, *is_a, *moment.pose[i], *states], np.float32)
