"""The seam between words and directives: whoever plans is asked what a direction means, here and now.

A `Planner` may read by rules and learned heads, as `ReadingPlanner` does, or ask a language model
(`modelplanner`). Knows nothing of how a directive is acted out, or of how lines that it leaves open are
written (see `director.speech.lines`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from director.directive import Directive
from director.speech.memory import Memory
from director.understanding import Reader
from model.state import WorldState


@dataclass(frozen=True, slots=True)
class Context:
    """What came before a direction: the directions given, oldest first, and what everybody remembers, by entity id.
    `seed` is the chance by which one wording of a line is chosen."""

    before: tuple[str, ...] = ()
    memories: Mapping[str, tuple[Memory, ...]] = field(default_factory=dict)
    seed: int = 0


NOTHING_BEFORE = Context()


class Planner(Protocol):
    """Whoever turns words into directives."""

    def plan(self, direction: str, state: WorldState, context: Context) -> Directive:
        """What the direction asks of this state. The same arguments give the same directive. Lines that it asks for
        and does not give are left as cues. Raises StoryError when nothing of it can be done."""
        ...


@dataclass(frozen=True)
class ReadingPlanner:
    """Reads the words by meaning (`director.understanding`)."""

    reader: Reader

    def plan(self, direction: str, state: WorldState, context: Context) -> Directive:
        return self.reader.read(direction, state.stage, state.moment, spoken_before=context.before)
