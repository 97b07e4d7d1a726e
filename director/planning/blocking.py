"""Blocking: how those stand who meet. Whoever is still nose to nose with somebody after a hug or a blow, and now says
something to them, takes a step back: else no camera sees either face. And whoever is walked up to, given something or
bowed to turns to who does so.

Such a step and such a turn join those actions that happen of their own accord. Knows no words and no camera.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from director.directive import Directive
from director.suggestions.situation import Situation
from model.state import Action
from model.verbs import VERBS

_NOSE_TO_NOSE = 0.3  # m between two bodies
_MET = frozenset({"walk", "run", "give", "bow", "kneel", "wave", "salute"})  # what is done to somebody's face
_IN_VIEW = math.radians(50.0)  # so far aside one need not turn to see somebody


def with_room_to_speak(directive: Directive, situation: Situation) -> Directive:
    """The directive with the step back of the first who speaks, if they only speak and whom they speak to stands in
    their face: who backs off from another meanwhile would turn from whom he speaks to."""
    asked = directive.asked.actions
    first = next((a for a in asked if a.verb == "talk" and a.actor is not None), None)
    if first is None or first.actor is None or not all(VERBS[a.verb].light for a in asked if a.actor == first.actor):
        return directive
    close = [
        other.id
        for other in situation.cast("person")
        if other.id != first.actor and first.target in (None, other.id)
        and situation.gap(first.actor, other.id) < _NOSE_TO_NOSE
    ]
    standing = situation.pose(first.actor) == "stand"
    if not close or not standing or any(a.actor in close and not VERBS[a.verb].light for a in asked):
        return directive
    return _also(directive, [Action("back_off", first.actor, close[0], speed=0.75, words="steps back from someone")])


def with_regard(directive: Directive, situation: Situation) -> Directive:
    """The directive with a turn of everybody to whom somebody does something and who stands there with nothing to do,
    looking elsewhere. Nobody hears who sneaks."""
    busy = {a.actor for a in (*directive.actions, *situation.running)}
    idle = {e.id for e in situation.cast("person") if e.id not in busy and situation.pose(e.id) == "stand"}
    turns: dict[str, Action] = {}
    for a in directive.asked.actions:
        if a.verb not in _MET or a.manner is not None or a.actor is None or a.target is None or a.target in turns:
            continue
        if a.target in idle and not _sees(situation, a.target, a.actor):
            turns[a.target] = Action("face", a.target, a.actor, words="turns to someone")
    return _also(directive, list(turns.values()))


def _sees(situation: Situation, who: str, other: str) -> bool:
    """Whether somebody has another in view without turning."""
    i, j = situation.row(who), situation.row(other)
    dx, _, dz = (situation.moment.position[j] - situation.moment.position[i]).tolist()
    aside = math.atan2(dx, dz) - float(situation.moment.heading[i])
    return abs(math.remainder(aside, math.tau)) < _IN_VIEW


def _also(directive: Directive, actions: Sequence[Action]) -> Directive:
    """The directive with actions that nobody asked for."""
    if not actions:
        return directive
    readings = directive.action_readings or ("",) * len(directive.actions)
    return replace(
        directive,
        actions=(*directive.actions, *actions),
        action_readings=(*readings, *("" for _ in actions)),
        unbidden=directive.unbidden + len(actions),
    )
