"""Playing a story without a screen: where the audience is, what is open to it there, and where that leads.

The rules, by which the HTML player plays, too (`export/player_rules.js`; a test compares the two):

- Wherever choices are offered in a scene, those are open whose condition holds. Where one is open the audience decides,
  or goes on in the scene if it is not over. Where none is open the scene goes on by itself; at its end the story ends.
- Taking a choice has its effects, one after the other, and leads to the start of its scene. Going on has none.
- Time runs where an open choice has seconds (the least of them count) and something happens when it is up: the first
  open default is taken, or else the scene goes on.

Does not know what is shown meanwhile, or what is worth knowing about a story (`lint`, `statistics`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from storygraph.expressions import (
    Effect,
    Expression,
    Value,
    checked_condition,
    checked_effect,
    evaluate,
    reads,
)
from storygraph.story import Choice, Cursor, Scene

if TYPE_CHECKING:
    from storygraph.graph import StoryGraph

__all__ = ["MOST_MOMENTS", "Exploration", "Moment", "Option", "Play", "Steps", "Way", "explore", "played_s"]

MOST_MOMENTS = 100_000  # that are looked at before a story counts as too large to play out

Option = Choice | None  # None: to go on in the scene
Steps = tuple[tuple[Option, int], ...]  # options, each with the number of the moment it leads to


@dataclass(frozen=True, slots=True)
class Moment:
    """A stop of the audience: `beat` beats of the scene have played, and the variables have these values, in the order
    in which the episode has them."""

    scene: str
    beat: int
    values: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Way:
    """A choice, read."""

    choice: Choice
    condition: Expression | None  # None: always
    effects: tuple[Effect, ...]


class Play:
    """A story by its rules. Raises StoryError when it comes to a choice whose condition or effects cannot be read; with
    `by_shape` there are no variables, and every choice is open."""

    def __init__(self, graph: StoryGraph, *, by_shape: bool = False) -> None:
        self.graph = graph
        variables = () if by_shape else graph.episode.variables
        self.names = tuple(variable.name for variable in variables)
        self.initial = tuple(variable.initial for variable in variables)
        self._by_shape = by_shape
        self._ways: dict[str, dict[int, list[Way]]] = {}
        # Many choices say the same, and what they say was worked out for the same values before.
        self._read: dict[tuple[str, tuple[str, ...]], tuple[Expression | None, tuple[Effect, ...]]] = {}
        self._holds: dict[tuple[str, tuple[Value, ...]], bool] = {}
        self._changed: dict[tuple[tuple[str, ...], tuple[Value, ...]], tuple[Value, ...]] = {}

    def begin(self) -> Moment:
        """The first stop."""
        return self._stop(self.graph.root, 0, self.initial)

    def opened(self, moment: Moment) -> tuple[Choice, ...]:
        """The choices that are open there."""
        return tuple(way.choice for way in self._opened(moment.scene, moment.beat, moment.values))

    def options(self, moment: Moment) -> tuple[Option, ...]:
        """All that the audience can do there; nothing when the story is over."""
        goes_on = moment.beat < len(self.graph.scenes[moment.scene].beats)
        return (*self.opened(moment), *((None,) if goes_on else ()))

    def take(self, moment: Moment, option: Option) -> Moment:
        """The next stop when the audience takes that option."""
        if option is None:
            return self._stop(self.graph.scenes[moment.scene], moment.beat + 1, moment.values)
        way = next(w for w in self.ways(moment.scene)[moment.beat] if w.choice.id == option.id)
        return self._stop(self.graph.scenes[option.to], 0, self._after(way, moment.values))

    def clock(self, moment: Moment) -> tuple[float, Option] | None:
        """How many seconds there are to decide, and what is taken when they are over; None when time does not run."""
        options = self.options(moment)
        limits = [option.seconds for option in options if option is not None and option.seconds is not None]
        fallback = [option for option in options if option is None or option.default]
        return (min(limits), fallback[0]) if limits and fallback else None

    def ways(self, scene_id: str) -> dict[int, list[Way]]:
        """The choices of a scene by the beats that have played when they are offered, in that order."""
        found = self._ways.get(scene_id)
        if found is None:
            scene = self.graph.scenes[scene_id]
            found = self._ways[scene_id] = {}
            for choice in sorted(scene.choices, key=scene.offers):
                found.setdefault(scene.offers(choice), []).append(self._way(choice))
        return found

    def all_ways(self, scene_id: str) -> Iterator[Way]:
        """The choices of a scene, wherever in it they are offered."""
        return (way for offered in self.ways(scene_id).values() for way in offered)

    # Inside

    def _way(self, choice: Choice) -> Way:
        if self._by_shape:
            return Way(choice, None, ())
        said, kinds = (choice.condition, choice.effects), self.graph.kinds
        if said not in self._read:
            condition = checked_condition(choice.condition, kinds) if choice.condition.strip() else None
            self._read[said] = condition, tuple(checked_effect(effect, kinds) for effect in choice.effects)
        return Way(choice, *self._read[said])

    def _opened(self, scene_id: str, beat: int, values: tuple[Value, ...]) -> list[Way]:
        return [w for w in self.ways(scene_id).get(beat, ()) if w.condition is None or self._open(w, values)]

    def _open(self, way: Way, values: tuple[Value, ...]) -> bool:
        asked = way.choice.condition, values
        if asked not in self._holds:
            now = dict(zip(self.names, values, strict=True))
            self._holds[asked] = way.condition is None or bool(evaluate(way.condition, now))
        return self._holds[asked]

    def _after(self, way: Way, values: tuple[Value, ...]) -> tuple[Value, ...]:
        """The values after the effects of a choice."""
        asked = way.choice.effects, values
        if way.effects and asked not in self._changed:
            now = dict(zip(self.names, values, strict=True))
            for effect in way.effects:
                now[effect.name] = evaluate(effect.value, now)
            self._changed[asked] = tuple(now.values())
        return self._changed[asked] if way.effects else values

    def _stop(self, scene: Scene, beat: int, values: tuple[Value, ...]) -> Moment:
        """The first stop of the scene from that beat on."""
        last = len(scene.beats)
        for offered in self.ways(scene.id):
            if beat <= offered < last and self._opened(scene.id, offered, values):
                return Moment(scene.id, offered, values)
        return Moment(scene.id, last, values)


# Playing it all


@dataclass(frozen=True, slots=True)
class Exploration:
    """Every moment that plays can come to, the first stop first, and what can be done there: `onward[k]` are the
    options at `moments[k]`, each with the number of the moment it leads to. Moments that differ only in what nothing
    ahead of them asks for are one. `whole` is False where there were too many; then the last have no such row.
    """

    moments: list[Moment]
    onward: list[Steps]
    before: list[int]  # a moment that each can be reached from; 0 for the first
    whole: bool

    def path(self, number: int, graph: StoryGraph) -> tuple[Cursor, ...]:
        """A way to a moment: a cursor for each scene on it, where it is left; the last one is the moment itself."""
        stops: list[Cursor] = []
        while True:
            moment = self.moments[number]
            if not stops or stops[-1].scene != moment.scene:
                stops.append(Cursor(graph.episode.id, moment.scene, moment.beat))
            if number == 0:
                return tuple(reversed(stops))
            number = self.before[number]


def explore(play: Play, most: int = MOST_MOMENTS) -> Exploration:
    """All that can happen, up to so many moments, those that come sooner first."""
    needed = _needed(play)
    moments = [_forgetting(play, play.begin(), needed)]
    numbers, before = {moments[0]: 0}, [0]
    onward: list[Steps] = []
    for here, moment in enumerate(moments):  # grows meanwhile
        if len(moments) > most:
            break
        steps = []
        for option in play.options(moment):
            after = _forgetting(play, play.take(moment, option), needed)
            number = numbers.setdefault(after, len(moments))
            if number == len(moments):
                moments.append(after)
                before.append(here)
            steps.append((option, number))
        onward.append(tuple(steps))
    return Exploration(moments, onward, before, len(onward) == len(moments))


def _forgetting(play: Play, moment: Moment, needed: dict[str, frozenset[str]]) -> Moment:
    """The moment with what nothing ahead asks for as it was at the beginning."""
    kept = needed.get(moment.scene)
    if kept is None or len(kept) == len(play.names):
        return moment
    rows = zip(play.names, moment.values, play.initial, strict=True)
    values = tuple(value if name in kept else initial for name, value, initial in rows)
    return moment if values == moment.values else Moment(moment.scene, moment.beat, values)


def _needed(play: Play) -> dict[str, frozenset[str]]:
    """For each scene that an audience may get to, the variables that something in it or after it asks for; nothing is
    said of scenes that lie in a circle, or before one."""
    needed: dict[str, frozenset[str]] = {}
    if not play.names:
        return needed
    everything, known = frozenset(play.names), dict[object, frozenset[str]]()
    for scene_id in play.graph.order[::-1]:
        wanted: frozenset[str] = frozenset()
        for way in play.all_ways(scene_id):
            ahead = needed.get(way.choice.to, everything)
            asked = way.choice.condition, way.choice.effects, ahead
            if asked not in known:
                known[asked] = _before(way, ahead)
            wanted |= known[asked]
        needed[scene_id] = wanted
    return needed


def _before(way: Way, ahead: frozenset[str]) -> frozenset[str]:
    """What must be known before a choice so that `ahead` is known after it, and whether it is open."""
    for effect in reversed(way.effects):
        if effect.name in ahead:
            ahead = (ahead - {effect.name}) | reads(effect.value)
    return ahead if way.condition is None else ahead | reads(way.condition)


def played_s(scene: Scene) -> list[float]:
    """How long a scene has run after each number of its beats, in seconds."""
    return list(accumulate((beat.take.duration_s for beat in scene.beats), initial=0.0))
