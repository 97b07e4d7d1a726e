"""Who talks to whom in a beat of nothing but talk, and when a film would cut from the one to the other.

Knows nothing of cameras, nor of what is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from director.directive import Directive
from model.moment import Moment
from model.stage import Stage

_TALK = frozenset(("talk", "feel", "face"))
_SHORTEST_S = 2.6  # of a beat with a cut
_SHARE, _LEAST_S, _MOST_S = 0.35, 1.0, 2.0  # of a beat that shows who listens
_SPEAKS = 0.5


@dataclass(frozen=True, slots=True)
class Talk:
    """Entity ids of who speaks first and of who is spoken to, and the step at which the picture turns to the latter, if
    there is time for that."""

    speaker: str
    listener: str
    step: int | None


def talk_in(directive: Directive, stage: Stage, moments: Sequence[Moment]) -> Talk | None:
    """The talk of a beat with these moments: one speaks, the other listens and perhaps answers. None where they do
    anything else, and where it is more than that."""
    said = [a for a in directive.actions if a.verb == "talk"]
    if len(said) not in (1, 2) or any(a.verb not in _TALK for a in directive.actions):
        return None
    speaker, listener = said[0].actor, said[0].target
    if any(not {a.actor, a.target} <= {speaker, listener} for a in directive.actions if a.verb == "face"):
        return None
    answered = [(a.actor, a.target) for a in said[1:]] in ([], [(listener, speaker)])
    alive = {e.id for row, e in enumerate(stage.entities) if e.kind != "prop" and _stays(moments, row)}
    if speaker is None or listener is None or speaker == listener or not answered or not {speaker, listener} <= alive:
        return None
    return Talk(speaker, listener, _turn(moments, stage.index(listener)))


def _stays(moments: Sequence[Moment], row: int) -> bool:
    return all(m.present[row] > 0.5 and m.inside[row] < 0 for m in (moments[0], moments[-1]))


def _turn(moments: Sequence[Moment], listener: int) -> int | None:
    """The step at which who listens begins to answer, or else at which the last part of the beat begins; None where
    there is no time for a cut."""
    times = [float(m.time_s - moments[0].time_s) for m in moments]
    answer = next((k for k, m in enumerate(moments) if m.speaking[listener] > _SPEAKS), None)
    at = times[-1] - min(max(_SHARE * times[-1], _LEAST_S), _MOST_S) if answer is None else times[answer]
    if times[-1] < _SHORTEST_S or not _LEAST_S <= at <= times[-1] - _LEAST_S:
        return None
    return next(k for k, t in enumerate(times) if t >= at)
