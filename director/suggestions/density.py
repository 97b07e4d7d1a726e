"""How much happens of its own accord, and how the camera cuts: settings of an episode, in HappyOyster's words.

Who stands by looks, nods, steps back; rain sets in, a vase falls, lights go out. Such actions join those that the
author asked for, and the learned world acts them out like those. Knows what suits a moment; reads no words and moves
nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from director.directive import Directive
from director.suggestions.situation import Situation
from model.stage import Entity
from model.state import Action
from storygraph.errors import StoryError

NARRATIVES = ("Calm", "Normal", "Steady", "Dramatic")
EVENT_STYLES = ("normal", "dramatic")
LAYOUTS = ("Stable", "Calm", "Fast")


@dataclass(frozen=True, slots=True)
class Density:
    """`narrative` says how much happens: nothing by itself (Normal), no more than glances (Calm), something small most
    of the time (Steady), reactions and reversals (Dramatic). `event_style` spreads it evenly or in three acts that
    rise to a climax. `layout` is how the camera cuts: seldom (Stable), where it helps (Calm), often (Fast)."""

    narrative: str = "Normal"
    event_style: str = "normal"
    layout: str = "Calm"


NORMAL = Density()


def checked_density(narrative: str, event_style: str, layout: str) -> Density:
    """Raises StoryError for a word that is none of these."""
    for value, words, what in (
        (narrative, NARRATIVES, "narrative"), (event_style, EVENT_STYLES, "event style"), (layout, LAYOUTS, "layout"),
    ):  # fmt: skip
        if value not in words:
            raise StoryError(f"“{value}” is no {what} Nacre knows: choose one of {', '.join(words)}.")
    return Density(narrative, event_style, layout)


@dataclass(frozen=True, slots=True)
class _Rate:
    """How likely a beat has reactions, of how many at most, how strong they may be, and how likely it has an event."""

    reacts: float = 0.0
    at_most: int = 0
    strong: bool = False
    event: float = 0.0


_RATES = {
    "Calm": _Rate(0.35, 1),
    "Normal": _Rate(),
    "Steady": _Rate(0.75, 2, False, 0.12),
    "Dramatic": _Rate(1.0, 3, True, 0.4),
}
# Three acts of four beats: hook, calm before the storm, conflict that rises, turn, climax, and a breath.
_ARC = (1.2, 0.5, 0.4, 0.6, 0.7, 0.8, 1.0, 1.2, 1.6, 1.2, 2.0, 0.2)
_PEAK = 1.2  # from here on a dramatic episode has its event even where the narrative asks for none
_PEAK_RATE = _Rate(0.9, 2, True, 0.5)
_REST = 3  # beats between two events
_NEAR = 9.0  # m within which somebody notices


def enlivened(directive: Directive, situation: Situation, density: Density, *, seed: int) -> Directive:
    """The directive with what happens of its own accord beside it, last among its actions, and how its camera cuts.
    With the settings a new episode has it stays as it is."""
    directive = replace(directive, layout=density.layout)
    rate = _rate(density, len(situation.past))
    rng = np.random.default_rng([seed & 0xFFFFFFFF, seed >> 32, len(situation.past)])
    added: list[Action] = []
    if rng.random() < rate.reacts:
        added += _reactions(directive, situation, rate, rng)
    if rng.random() < rate.event and (event := _event(directive, situation, rate, rng)) is not None:
        added.append(event)
    if not added or (not directive.actions and directive.camera is not None):
        return directive
    readings = directive.action_readings or ("",) * len(directive.actions)
    return replace(
        directive, actions=(*directive.actions, *added), action_readings=(*readings, *("",) * len(added)),
        unbidden=len(added),
    )  # fmt: skip


def _rate(density: Density, beat: int) -> _Rate:
    """How much may happen in the beat of that number."""
    rate = _RATES[density.narrative]
    if density.event_style == "normal" or density.narrative == "Calm":
        return rate
    lift = _ARC[beat % len(_ARC)]
    if rate == _Rate():
        return _PEAK_RATE if lift >= _PEAK else rate
    return replace(rate, reacts=min(1.0, rate.reacts * lift), event=min(0.9, rate.event * lift), strong=lift >= _PEAK)


# Who stands by


def _reactions(directive: Directive, situation: Situation, rate: _Rate, rng: np.random.Generator) -> list[Action]:
    """What those do who have no part in the beat, one thing each."""
    focus = next((a.actor for a in directive.actions if a.actor and _known(situation, a.actor)), None)
    if focus is None:
        return []
    watching = list(_bystanders(directive, situation, focus))
    many = min(len(watching), int(rng.integers(1, rate.at_most + 1)))
    chosen = [watching[int(k)] for k in rng.permutation(len(watching))[:many]]
    return [_reaction(who, focus, directive, situation, rate.strong, rng) for who in chosen]


def _bystanders(directive: Directive, situation: Situation, focus: str) -> Iterator[str]:
    """Who stands there with nothing to do and is near enough to notice."""
    busy = {role for a in (*directive.actions, *situation.running) for role in (a.actor, a.target, a.object)}
    for entity in situation.cast("person"):
        idle = situation.pose(entity.id) == "stand" and not situation.moment.down(situation.row(entity.id))
        if entity.id not in busy and idle and situation.gap(entity.id, focus) <= _NEAR:
            yield entity.id


def _reaction(
    who: str, focus: str, directive: Directive, situation: Situation, strong: bool, rng: np.random.Generator
) -> Action:
    verbs = {a.verb for a in directive.actions}
    felt = {a.emotion for a in directive.actions}
    look = Action("face", who, focus, words="turns to someone")
    if verbs & _ALARMING or "angry" in felt:
        near = situation.gap(who, focus) < 3.0
        choices = [look, _feels(who, "surprised"), _feels(who, "afraid")]
        if near:
            choices.append(Action("back_off", who, focus, words="steps back from someone"))
        if strong:
            choices.append(Action("point", who, focus, words="points at someone"))
        choices = choices[1:] if strong else choices[:2]
    elif verbs & _JOYFUL:
        choices = [look, Action("clap", who, words="claps"), _feels(who, "happy")]
        choices += [Action("cheer", who, words="cheers")] if strong else []
    elif verbs & _SORROWFUL or "sad" in felt:
        choices = [look, _feels(who, "sad")]
    elif "talk" in verbs:
        choices = [look, Action("nod", who, words="nods")]
        choices += [_feels(who, "surprised"), Action("shake_head", who, words="shakes their head")] if strong else []
    else:
        choices = [look, _feels(who, "surprised")] if strong else [look]
    return choices[int(rng.integers(len(choices)))]


_ALARMING = frozenset(
    "attack kick push chase flee drag throw topple blast burn quake black_out fall enter land take_off point".split()
)
_JOYFUL = frozenset("dance hug cheer clap shake_hands give".split())
_SORROWFUL = frozenset("cry kneel exit pray".split())


def _feels(who: str, emotion: str) -> Action:
    return Action("feel", who, emotion=emotion, words=f"feels {emotion}")


def _known(situation: Situation, entity_id: str) -> bool:
    return any(e.id == entity_id for e in situation.stage.entities)


# What the world does


def _event(directive: Directive, situation: Situation, rate: _Rate, rng: np.random.Generator) -> Action | None:
    """Something that nobody does, unless the author speaks of the sky himself or something happened just now."""
    recently = [a for past in situation.past[-_REST:] for a in past.events if a.actor is None]
    if recently or any(a.actor is None for a in directive.actions):
        return None
    busy = {role for a in (*directive.actions, *situation.running) for role in (a.actor, a.target, a.object)}
    events = list(_events(situation, busy, rate.strong))
    return events[int(rng.integers(len(events)))] if events else None


def _events(situation: Situation, busy: set[str | None], strong: bool) -> Iterator[Action]:
    moment = situation.moment
    if not situation.stage.indoor:
        for sky in _SKIES[moment.weather_name()][: 2 if strong else 1]:
            yield Action("weather", None, weather=sky, words=_SKY_WORDS[sky])
    for entity in situation.cast("prop"):
        if entity.id not in busy and _may_fall(entity, situation):
            yield Action("topple", None, entity.id, words="something falls over")
    lamps = any(moment.lit[situation.row(e.id)] > 0.5 for e in situation.present)
    if strong and lamps and moment.time_of_day() == "night":
        yield Action("black_out", None, words="the lights go out")


_SKIES = {
    "clear": ("rain", "storm"), "rain": ("storm", "clear"), "fog": ("rain", "storm"), "snow": ("clear", "storm"),
    "storm": ("rain",),
}  # fmt: skip
_SKY_WORDS = {"rain": "it starts to rain", "storm": "a storm breaks", "clear": "the sky clears"}


def _may_fall(entity: Entity, situation: Situation) -> bool:
    row = situation.row(entity.id)
    free = situation.moment.held_by[row] < 0 and situation.moment.inside[row] < 0 and situation.moment.tilt[row] < 0.3
    return free and "topples" in entity.traits and not (situation.moment.supported_by == row).any()
