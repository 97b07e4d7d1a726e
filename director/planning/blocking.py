"""Blocking: room between those who speak. Whoever is still nose to nose with somebody after a hug or a blow, and now
says something to them, takes a step back: else no camera sees either face.

Such a step joins those actions that happen of their own accord. Knows no words and no camera.
"""

from __future__ import annotations

from dataclasses import replace

from director.directive import Directive
from director.suggestions.situation import Situation
from model.state import Action
from model.verbs import VERBS

_NOSE_TO_NOSE = 0.3  # m between two bodies


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
    step = Action("back_off", first.actor, close[0], speed=0.75, words="steps back from someone")
    readings = directive.action_readings or ("",) * len(directive.actions)
    return replace(
        directive, actions=(*directive.actions, step), action_readings=(*readings, ""), unbidden=directive.unbidden + 1
    )
