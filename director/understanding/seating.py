"""On what somebody sits who just sits down: the nearest seat that has room, beside whom they sit, or opposite.

Knows seats and who is on them; knows no words but those of the floor and of what is opposite.
"""

from __future__ import annotations

import re

import numpy as np

from director.understanding.dissection import Clause
from director.understanding.draft import Draft
from model.stage import Entity

_LOW = re.compile(
    r"\b(?:floor|ground|grass|sand|rug|carpet|cross-legged|crosslegged|deck|steps?|edge|up)\b|地[上板]|席地|盘[腿膝]|打坐|坐地"
    r"|草地|台阶|原地",
    re.I,
)
_OPPOSITE = re.compile(r"\b(?:opposite|across|facing|face to face)\b|对面|面对面", re.I)
_SEATS = frozenset({"chair", "office_chair", "sofa", "bench", "bed"})
_WIDE_M = 1.3  # of a seat on which two have room
_REACH_M = 5.0  # how far somebody goes to sit down
_NEAR_M = {False: 2.4, True: 3.6}  # how far from somebody one still sits beside or opposite them


def seat_for(draft: Draft, clause: Clause, actor: str, near: str | None) -> str | None:
    """The seat on which somebody sits down who is told to sit and not on what, near to whom they sit; None for the
    floor."""
    if _LOW.search(clause.text) or (draft.stage.find(actor) is None and not draft.entrances):
        return None
    whose = None if near is None else _seat_of(draft, near)
    opposite = _OPPOSITE.search(clause.text) is not None
    if whose is not None and not opposite and _room(draft, whose):
        return whose
    at = _place(draft, near or actor)
    reach = _NEAR_M[opposite] if near is not None else _REACH_M
    free = [e for e in draft.company.entities if e.archetype in _SEATS and e.id != whose
            and not _sitters(draft, e.id) and draft.stage.find(e.id) is not None]  # fmt: skip
    gaps = {e.id: float(np.linalg.norm(_place(draft, e.id) - at)) for e in free}
    nearest = min(gaps, key=lambda i: gaps[i], default=None)
    return nearest if nearest is not None and gaps[nearest] <= reach else None


def _place(draft: Draft, entity_id: str) -> np.ndarray:
    """Where somebody is on the ground, in the middle who has yet to come."""
    row = draft.stage.find(entity_id)
    return np.zeros(2) if row is None else draft.moment.position[row, [0, 2]]


def _seat_of(draft: Draft, entity_id: str) -> str | None:
    """What somebody sits on once all that has been read is done."""
    told = next(
        (a for a in reversed(draft.actions) if a.actor == entity_id and a.verb in ("sit", "stand", "walk")), None
    )
    if told is not None:
        return told.target if told.verb == "sit" else None
    row = draft.stage.find(entity_id)
    under = -1 if row is None else int(draft.moment.supported_by[row])
    return draft.stage.entities[under].id if under >= 0 and draft.moment.pose_name(row or 0) == "sit" else None


def _sitters(draft: Draft, seat: str) -> int:
    return sum(_seat_of(draft, e.id) == seat for e in draft.company.people())


def _room(draft: Draft, seat: str) -> bool:
    """Whether one more has room on it."""
    entity: Entity = draft.company.by_id[seat]
    return entity.archetype in _SEATS and _sitters(draft, seat) < (2 if entity.size[0] >= _WIDE_M else 1)
