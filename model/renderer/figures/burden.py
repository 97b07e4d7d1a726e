"""How one person bears another: across the arms, or astride of the back.

Knows who bears whom, and where a body is then; how limbs lie says `model.renderer.figures.moves`.
"""

from __future__ import annotations

import math

import numpy as np

from model.attire import CARRIES
from model.moment import Moment
from model.renderer.actor import Actor
from model.renderer.mesh import F32, Vec3, rotation
from model.stage import Stage

_RAISED = math.radians(36.0)  # the head of who lies in arms, above the hips
# Metres from the chest of who bears to the hips of who is borne, for each metre that the former is tall.
_IN_FRONT, _BEHIND = (-0.04, -0.06, 0.19), (0.0, -0.03, -0.17)
_LEANT = 12.0  # degrees ahead, of both


def hold(stage: Stage, moment: Moment, i: int) -> str | None:
    """How entity i bears a person or is borne by one, as tables of moves have it; None for neither."""
    people = [entity.kind == "person" for entity in stage.entities]
    j = int(moment.held_by[i])
    if not people[i]:
        return None
    if j >= 0:
        return ("on a back" if _on_back(stage, j) else "in arms") if people[j] else None
    bears = any(people[k] and moment.present[k] >= 0.5 for k in np.flatnonzero(moment.held_by == i))
    return ("on the back" if _on_back(stage, i) else "in the arms") if bears else None


def _on_back(stage: Stage, bearer: int) -> bool:
    return stage.entities[bearer].look.get(CARRIES) == "back"


def borne(stage: Stage, bearer: int, of_bearer: F32, by: Actor, of_borne: F32, who: Actor) -> F32:
    """(4, 4) from the own frame of who is borne to that of who bears; (P, 4, 4) are both bodies' parts in theirs."""
    tall = stage.entities[bearer].size[1]
    back = _on_back(stage, bearer)
    m = np.eye(4, dtype=np.float32)
    if back:
        m[:3, :3] = rotation(_LEANT, 0.0, 0.0)
    else:  # across, the head to the left, the face up
        c, s = math.cos(_RAISED), math.sin(_RAISED)
        m[:3, :3] = [[0.0, c, -s], [0.0, s, c], [1.0, 0.0, 0.0]]
    chest, hips = _joint(by, of_bearer, "chest"), _joint(who, of_borne, "pelvis")
    m[:3, 3] = chest + tall * np.array(_BEHIND if back else _IN_FRONT, np.float32) - m[:3, :3] @ hips
    return m


def _joint(body: Actor, parts: F32, name: str) -> F32:
    row = body.plan.rig.index[name]
    at: Vec3 = body.plan.rig.joints[row].at
    out: F32 = parts[row, :3, :3] @ np.asarray(at, np.float32) + parts[row, :3, 3]
    return out
