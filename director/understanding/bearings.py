"""Direction words: left and right as the audience has them, forward and back as the actor has them, towards something.

Knows nothing of deeds.
"""

from __future__ import annotations

import math
import re

from model.moment import Moment
from model.stage import Stage

_DIRECTIONS: tuple[tuple[str, tuple[float, float]], ...] = (
    (r"\b(?:left|stage left|leftwards?)\b|左", (-1.0, 0.0)),
    (r"\b(?:right|rightwards?)\b(?! now| away| there| in| up| at)|右", (1.0, 0.0)),
    (r"toward(?:s)? the (?:camera|audience|viewer)|downstage|[向朝对]着?(?:镜头|观众)", (0.0, 1.0)),
    (r"\bupstage\b|into the (?:background|distance)|away from the camera|远处|向后方", (0.0, -1.0)),
)
_AHEAD = re.compile(r"\b(?:forward|forwards|ahead|straight on)\b|向前|往前|上前", re.I)
_BEHIND = re.compile(r"\b(?:back|backward|backwards)\b|后退|向后|往后", re.I)


def toward(stage: Stage, moment: Moment, actor: str, goal: str) -> tuple[float, float] | None:
    """The direction from somebody to something, as a unit vector on the ground."""
    rows = {e.id: row for row, e in enumerate(stage.entities)}
    if actor not in rows or goal not in rows:
        return None
    x, _, z = (moment.position[rows[goal]] - moment.position[rows[actor]]).tolist()
    length = math.hypot(x, z)
    return (round(x / length, 4), round(z / length, 4)) if length > 0.01 else None


def way_out(stage: Stage, moment: Moment, actor: str) -> tuple[float, float] | None:
    """The direction of the nearer side of the set, which serves where there is no door."""
    row = stage.find(actor)
    return None if row is None else (math.copysign(1.0, float(moment.position[row, 0])), 0.0)


def way_of(stage: Stage, moment: Moment, text: str, actor: str) -> tuple[float, float] | None:
    """The direction that the words of a clause tell the actor to take, as a unit vector on the ground."""
    for pattern, way in _DIRECTIONS:
        if re.search(pattern, text, re.I):
            return way
    ahead, behind = _AHEAD.search(text), _BEHIND.search(text)
    if not (ahead or behind) or all(e.id != actor for e in stage.entities):
        return None
    heading = float(moment.heading[stage.index(actor)])
    sign = 1.0 if ahead else -1.0
    return round(sign * math.sin(heading), 4), round(sign * math.cos(heading), 4)
