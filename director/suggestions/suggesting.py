"""Suggestions at a state: ideas read and rehearsed by the crew under an episode's settings.

Joins `director.suggestions`, which knows no crew, with one. Keeps nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from director.crew import Crew
from director.directive import Directive
from director.progress import Progress
from director.receipts import is_done
from director.speech.memory import Memories
from director.suggestions import Read, Suggestion, Wanted, suggest
from director.suggestions.density import NORMAL, Density
from director.suggestions.ideas import Idea
from director.suggestions.situation import Past, Situation
from model.state import WorldState

SeedOf = Callable[[str], int]  # the chance with which a direction would be acted out here

_QUIET = 0.35  # heat above which a calm story wants an idea less
_LOUD = 0.45  # and below which a dramatic one does


def suggestions_at(
    crew: Crew, state: WorldState, past: Sequence[Past], *, read: Read, seed: int, seed_of: SeedOf,
    density: Density = NORMAL, count: int = 4, wanted: Wanted = lambda idea: 0.0, memories: Memories | None = None,
    progress: Progress | None = None,
) -> list[Suggestion]:  # fmt: skip
    """Three to five next directions from `state`, after the beats `past`: each understood by `read`, and done when it
    was acted out with the chance of `seed_of`. Another `seed` gives others, `wanted` says what else speaks for an idea,
    and of `memories` somebody may speak."""

    def rehearse(directives: Sequence[Directive]) -> list[bool]:
        seeds = [seed_of(directive.text) for directive in directives]
        receipts = crew.rehearse(state, directives, seeds=seeds, progress=progress)
        return [is_done(receipt) for receipt in receipts]

    return suggest(
        Situation.of(state, past, memories), read, rehearse, seed=seed, count=count,
        wanted=lambda idea: pull(idea, density) + wanted(idea),
    )  # fmt: skip


def pull(idea: Idea, density: Density) -> float:
    """What an episode's settings add to how much an idea is wanted: quiet ones in a calm story, loud ones in a
    dramatic."""
    if density.narrative == "Calm":
        return -1.2 * max(0.0, idea.heat - _QUIET)
    return -0.8 * max(0.0, _LOUD - idea.heat) if density.narrative == "Dramatic" else 0.0
