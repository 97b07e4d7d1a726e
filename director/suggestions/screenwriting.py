"""The next scene, from its hook to its turn: four to eight beats, each an ordinary direction that an author can edit.

A scene has a shape, and every step of it wants other turns of events; what they are is found anew from the state the
beat before has led to, among ideas that are understood and acted out before they count. Knows dramatic form; knows
nothing of how beats are acted, or of where they are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from director.suggestions.density import Density
from director.suggestions.ideas import Idea


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a scene: the kinds of turn it wants most and others that would do, and how heated it is."""

    name: str
    first: frozenset[str]
    second: frozenset[str]
    heat: float


def _step(name: str, first: str, second: str, heat: float) -> Step:
    return Step(name, frozenset(first.split()), frozenset(second.split()), heat)


HOOK = _step("hook", "reveal confrontation entrance creature darkness", "question object threat warning storm", 0.45)
COMPLICATION = _step("complication", "answer object barrier entrance", "clue question opening warning approach", 0.45)
REACTION = _step("reaction", "face tears rejection", "plea answer hiding retreat pause rest", 0.4)
ESCALATION = _step("escalation", "threat confrontation blow rage", "plea protection flight object storm command", 0.7)
TURN = _step("turn", "reveal confession fall darkness rescue creature", "storm tears object blow protection plea", 0.6)
BUTTON = _step("button", "farewell retreat tenderness rejection", "face pause hour opening light ceremony answer", 0.3)

_SHAPES: dict[str, tuple[tuple[Step, ...], ...]] = {
    "Calm": (
        (HOOK, COMPLICATION, TURN, BUTTON),
        (HOOK, REACTION, TURN, BUTTON),
        (HOOK, COMPLICATION, REACTION, TURN, BUTTON),
    ),
    "Normal": (
        (HOOK, COMPLICATION, ESCALATION, TURN, BUTTON),
        (HOOK, REACTION, COMPLICATION, ESCALATION, TURN, BUTTON),
        (HOOK, COMPLICATION, ESCALATION, TURN, REACTION, BUTTON),
    ),
    "Dramatic": (
        (HOOK, COMPLICATION, REACTION, ESCALATION, ESCALATION, TURN, BUTTON),
        (HOOK, COMPLICATION, ESCALATION, REACTION, ESCALATION, TURN, REACTION, BUTTON),
    ),
}
_PULL = {"first": 1.3, "second": 0.6}
_LEADS = 0.35  # for who is in the scene already
_GONE = 3.0  # against somebody's leaving before the end: who is gone cannot play on
_ANEW = 0.7  # against a kind of turn that the scene has had


def shape(density: Density, seed: int) -> tuple[Step, ...]:
    """The steps of a scene, four to eight, as the episode's settings and chance have it."""
    narrative = "Dramatic" if density.event_style == "dramatic" and density.narrative != "Calm" else density.narrative
    shapes = _SHAPES.get(narrative, _SHAPES["Normal"])
    return shapes[int(np.random.default_rng(seed).integers(len(shapes)))]


def wanted(step: Step, before: Sequence[Idea]) -> Callable[[Idea], float]:
    """What a step adds to how much an idea is wanted, after the ideas of the scene `before` it: its own kinds, those
    who are in the scene, and nothing twice."""
    leads = frozenset(who for idea in before for who in idea.players)

    def pull(idea: Idea) -> float:
        worth = _PULL["first"] * (idea.kind in step.first) + _PULL["second"] * (idea.kind in step.second)
        worth += _LEADS * bool(leads & idea.players) - 0.6 * abs(idea.heat - step.heat)
        worth -= _ANEW * sum(idea.kind == earlier.kind for earlier in before)
        leaves = any(deed.verb == "exit" for deed in idea.deeds)
        return worth - _GONE * (leaves and step is not BUTTON)

    return pull
