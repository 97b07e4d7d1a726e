"""Which of the ideas are offered: those that are understood as meant and that the learned world acts out as meant.

`suggest` reads the best ideas, has the most promising acted out from the very state and with the very chance they
would be acted with, and keeps a few of different kinds. How words are read and acts are tried is given to it; it knows
nothing of episodes or of where anything is kept.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from director.directive import Directive
from director.suggestions.ideas import Deed, Idea, ideas
from director.suggestions.outcomes import expected_facts, outcome
from director.suggestions.situation import Situation
from model.moment import time_of_day
from model.state import Action
from storygraph.errors import StoryError

Read = Callable[[str], Directive]  # raises StoryError for what nothing can be made of
Rehearse = Callable[[Sequence[Directive]], Sequence[bool]]  # whether each, acted out, gets a receipt of done
Wanted = Callable[[Idea], float]  # what speaks for an idea besides its own fit

MOST = 5
_COUNT = 4
_TRIED = 7  # ideas that are acted out at a time at most
_SPARE = 3  # more than are wanted
_FEWEST = 3  # different kinds of turn that must have come off
_ROUNDS = 3  # times that more are tried until they have
_SIDE = frozenset({"feel", "face"})  # what may be read besides: "says angrily" is felt, too
_ALIKE = {"kind": 0.9, "group": 0.45, "lead": 0.3, "verb": 0.25}  # what a suggestion loses when another is like it


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A direction one could give now: its `kind` of turn, `expects`, facts that will hold when it is done, and
    `outcome`, which says so in the author's language."""

    direction: str
    kind: str
    outcome: str
    expects: tuple[str, ...]
    idea: Idea


@dataclass(frozen=True, slots=True)
class Candidate:
    """An idea in words that are read as it means them."""

    idea: Idea
    directive: Directive


def suggest(
    situation: Situation, read: Read, rehearse: Rehearse, *, seed: int, count: int = _COUNT,
    wanted: Wanted = lambda idea: 0.0,
) -> list[Suggestion]:  # fmt: skip
    """Next directions, the best first: `count` where the moment has that many, fewer where it has not. The same
    arguments give the same suggestions, as far as `read` and `rehearse` do."""
    at_a_time = min(_TRIED, count + _SPARE)
    came_off: list[Candidate] = []
    left = sorted(ideas(situation, seed), key=lambda idea: -(idea.fit + wanted(idea)))
    for _ in range(_ROUNDS):
        tried = _shortlist(left, read, at_a_time)
        came_off += [c for c, done in zip(tried, rehearse([c.directive for c in tried]), strict=True) if done]
        if len({c.idea.kind for c in came_off}) >= min(count, _FEWEST) or not tried:
            break
    chosen = _chosen(came_off, wanted, count)
    return [_suggestion(candidate, situation) for candidate in chosen]


def _shortlist(left: list[Idea], read: Read, count: int) -> list[Candidate]:
    """The next so many of what is `left`, each of another kind and read as it is meant; what has been read is taken
    away."""
    kept: list[Candidate] = []
    kinds: set[str] = set()
    for idea in left[:]:
        if len(kept) == count:
            break
        if idea.kind in kinds:
            continue
        left.remove(idea)
        if (directive := _as_meant_in_some_words(idea, read)) is not None:
            kept.append(Candidate(idea, directive))
            kinds.add(idea.kind)
    return kept


def _suggestion(candidate: Candidate, situation: Situation) -> Suggestion:
    idea, directive = candidate.idea, candidate.directive
    entities = (*situation.stage.entities, *directive.entrances)
    names = {e.id: e.name for e in entities}
    told = outcome(directive, entities, idea.act, situation.language)
    return Suggestion(directive.text, idea.kind, told, expected_facts(directive, names), idea)


# Read as meant


def _as_meant_in_some_words(idea: Idea, read: Read) -> Directive | None:
    for words in idea.words:
        try:
            directive = read(words)
        except StoryError:
            continue
        if as_meant(idea, directive):
            return directive
    return None


def as_meant(idea: Idea, directive: Directive) -> bool:
    """Whether words were read as the idea means them: its deeds and no others, its line, its shot, nothing refused."""
    order, spoken = directive.camera, [line.text for line in directive.lines]
    shown = order is not None if idea.shot is not None else True
    said = spoken == ([idea.line] if idea.line is not None else [])
    return not directive.refusals and shown and said and _same(idea.deeds, directive)


def _same(deeds: Sequence[Deed], directive: Directive) -> bool:
    """Whether the actions are these deeds in this order, but for what may come with them: a feeling, or that two who do
    something together both do it."""
    asked = directive.actions[: len(directive.actions) - directive.unbidden]
    new = {e.id for e in directive.entrances}
    wanted, met = list(deeds), set()
    for action in asked:
        if wanted and _is(wanted[0], action, new):
            wanted.pop(0)
            met.add((action.verb, action.target, action.actor))
        elif action.verb not in _SIDE and (action.verb, action.actor, action.target) not in met:
            return False
    return not wanted


def _is(deed: Deed, action: Action, new: Collection[str]) -> bool:
    hour = None if action.hour is None else time_of_day(action.hour)
    return (
        deed.verb == action.verb
        and (action.actor in new if deed.actor == "new" else action.actor == deed.actor)
        and (deed.target == "any" or deed.target == action.target)
        and deed.object == action.object
        and deed.mood in (None, action.emotion, action.weather, hour)
    )


# Of different kinds


def _chosen(came_off: Sequence[Candidate], wanted: Wanted, count: int) -> list[Candidate]:
    """The best so many, of which each is as unlike those before it as may be."""
    left = list(came_off)
    chosen: list[Candidate] = []
    while left and len(chosen) < min(count, MOST):
        worth = [c.idea.fit + wanted(c.idea) - math.fsum(_likeness(c.idea, o.idea) for o in chosen) for c in left]
        best = left[worth.index(max(worth))]
        left.remove(best)
        chosen.append(best)
    return chosen


def _likeness(one: Idea, other: Idea) -> float:
    """What it costs an idea to stand beside the other."""
    alike = {
        "kind": one.kind == other.kind,
        "group": _group(one) == _group(other),
        "lead": one.deeds[0].actor == other.deeds[0].actor,
        "verb": one.deeds[0].verb == other.deeds[0].verb,
    }
    return math.fsum(_ALIKE[how] for how, is_so in alike.items() if is_so)


def _group(idea: Idea) -> str:
    if idea.line is not None:
        return "words"
    return "world" if idea.deeds[0].actor in (None, "new") else "deeds"
