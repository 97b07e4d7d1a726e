"""How large a story is: ways through it, how long they run, how often they ask, and how much of it plays see.

Ways are counted and measured without walking each one, so a story with very many is no slower. Conditions and effects
count where all that can happen could be played out (`storygraph.play`), which `exact` tells; else the shape alone does.
Does not know what happens in a story.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from storygraph.errors import StoryError
from storygraph.play import MOST_MOMENTS, Exploration, Moment, Option, Play, Steps, explore, played_s

if TYPE_CHECKING:
    from storygraph.graph import StoryGraph

__all__ = ["Coverage", "Statistics", "random_coverage", "statistics"]

SAMPLES = 1_001  # ways that are looked at where the median cannot be worked out
MOST_LENGTHS = 500_000  # running times that are merged before the median is estimated
MOST_STEPS = 2_000_000  # that all samples, or all random plays, may take together
PLAYS = 1_000


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a story has been seen: scenes begun, endings reached, choices taken. `whole` is False where there was
    more to play than could be played."""

    scenes: int
    endings: int
    choices: int
    whole: bool


@dataclass(frozen=True, slots=True)
class Statistics:
    """Sizes of a story; the times are of one way through it, in seconds, canonical takes only.

    `exact` tells whether conditions were heeded, `median_exact` whether the median is that of all ways, and not of a
    sample. `choices_per_minute` are the decisions on all ways together by the minutes they run. `coverage` is what
    playing everything sees.
    """

    scenes: int
    beats: int
    takes: int
    choices: int
    endings: int
    paths: int
    shortest_s: float
    median_s: float
    longest_s: float
    choices_per_minute: float
    exact: bool
    median_exact: bool
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class _Ways:
    """The ways from a moment to an end of the story. Their sums are whole milliseconds, so that they stay exact."""

    count: int
    shortest_ms: int
    longest_ms: int
    total_ms: int
    decisions: int  # on all of them together


def statistics(graph: StoryGraph, *, seed: int = 0, most: int = MOST_MOMENTS) -> Statistics:
    """The sizes of the story; what nobody can reach counts as scenes, beats and takes but not as a path. Conditions are
    heeded in a story of at most so many moments. Where the median is estimated, `seed` decides which ways are looked
    at. Raises StoryError when the story runs in a circle."""
    played, exact = _played(graph, most)
    measured = _Measured(graph, played)
    whole, scenes = measured.whole, graph.scenes.values()
    median_ms, median_exact = measured.median_ms(random.Random(seed))
    return Statistics(
        scenes=len(graph.scenes),
        beats=sum(len(scene.beats) for scene in scenes),
        takes=sum(len(beat.takes) for scene in scenes for beat in scene.beats),
        choices=sum(len(scene.choices) for scene in scenes),
        endings=sum(scene.ending for scene in scenes),
        paths=whole.count,
        shortest_s=whole.shortest_ms / 1000,
        median_s=median_ms / 1000,
        longest_s=whole.longest_ms / 1000,
        choices_per_minute=whole.decisions * 60_000 / whole.total_ms if whole.total_ms else 0.0,
        exact=exact,
        median_exact=median_exact,
        coverage=_coverage(graph, zip(played.moments, played.onward, strict=False), exact),
    )


def random_coverage(graph: StoryGraph, *, seed: int, plays: int = PLAYS) -> Coverage:
    """What so many random plays see, in which every option is as likely as any other. `whole` is False where they were
    so long that fewer had to do. Raises StoryError when a condition or an effect cannot be read."""
    play, chance = Play(graph), random.Random(seed)
    seen: list[tuple[Moment, Steps]] = []
    first = play.begin()
    for _ in range(plays):
        moment = first
        while options := play.options(moment):
            option = chance.choice(options)
            seen.append((moment, ((option, 0),)))
            moment = play.take(moment, option)
            if len(seen) >= MOST_STEPS:
                return _coverage(graph, seen, False)
        seen.append((moment, ()))
    return _coverage(graph, seen, True)


def _coverage(graph: StoryGraph, seen: Iterable[tuple[Moment, Steps]], whole: bool) -> Coverage:
    scenes, endings, choices = set(), set(), set()
    for moment, steps in seen:
        scenes.add(moment.scene)
        choices |= {(moment.scene, option.id) for option, _ in steps if option is not None}
        if not steps and graph.scenes[moment.scene].ending:
            endings.add(moment.scene)
    return Coverage(len(scenes), len(endings), len(choices), whole)


def _played(graph: StoryGraph, most: int) -> tuple[Exploration, bool]:
    """All that can happen in the story, and whether that heeds its conditions."""
    played = None
    try:
        if len(graph.ways_in) <= most:
            played = explore(Play(graph), most)
    except StoryError:  # a condition that cannot be read, which lint tells
        pass
    if played is not None and played.whole:
        return played, True
    return explore(Play(graph, by_shape=True), most=10**9), False


class _Measured:
    """The ways through everything that can happen."""

    def __init__(self, graph: StoryGraph, played: Exploration) -> None:
        self._onward = played.onward
        spent = {scene.id: [round(1000 * s) for s in played_s(scene)] for scene in graph.scenes.values()}
        # A scene's time is counted where it is left; going on in it adds nothing yet.
        self._left_ms = [spent[moment.scene][moment.beat] for moment in played.moments]
        self._order = _ends_first(played.onward)
        self._likely: list[tuple[float, ...]] = [()] * len(played.moments)  # of each step, on a way like any other
        self.whole = self._measure()

    def _measure(self) -> _Ways:
        """The ways from the first moment. What is no longer needed is let go: counts may have very many digits."""
        asked = Counter(number for steps in self._onward for _, number in steps)
        ways: dict[int, _Ways] = {}
        for here in self._order:
            steps = self._onward[here]
            found = [_after(ways[k], self._spent(here, option)) for option, k in steps] or [
                _Ways(1, self._left_ms[here], self._left_ms[here], self._left_ms[here], 0)
            ]
            count = sum(way.count for way in found)
            self._likely[here] = tuple(way.count / count for way in found)
            ways[here] = _Ways(
                count,
                min(way.shortest_ms for way in found),
                max(way.longest_ms for way in found),
                sum(way.total_ms for way in found),
                sum(way.decisions for way in found) + (count if len(steps) > 1 else 0),
            )
            for _, k in steps:
                asked[k] -= 1
                if not asked[k]:
                    del ways[k]
        return ways[0]

    def median_ms(self, chance: random.Random) -> tuple[float, bool]:
        """The running time that half of the ways do not exceed, and whether that is exact."""
        lengths = self._lengths()
        if lengths is None:
            longest = 1 + max(self._depths(), default=0)
            sample = sorted(self._some_way(chance) for _ in range(min(SAMPLES, max(1, MOST_STEPS // longest))))
            return float(sample[(len(sample) - 1) // 2]), False
        passed = 0
        for length in sorted(lengths):
            passed += lengths[length]
            if 2 * passed >= self.whole.count:
                return float(length), True
        raise AssertionError("a story without a way through it")

    def _lengths(self) -> Counter[int] | None:
        """How many ways run how long; None when there are too many different ones."""
        asked = Counter(number for steps in self._onward for _, number in steps)
        found: dict[int, Counter[int]] = {}
        merged = 0
        for here in self._order:
            steps = self._onward[here]
            lengths: Counter[int] = Counter() if steps else Counter({self._left_ms[here]: 1})
            for option, k in steps:
                spent = self._spent(here, option)
                merged += len(found[k])
                if merged > MOST_LENGTHS:
                    return None
                for length, count in found[k].items():
                    lengths[spent + length] += count
                asked[k] -= 1
                if not asked[k]:
                    del found[k]
            found[here] = lengths
        return found[0]

    def _depths(self) -> Iterator[int]:
        """The most steps that can follow each moment."""
        depth = [0] * len(self._onward)
        for here in self._order:
            depth[here] = max((depth[k] + 1 for _, k in self._onward[here]), default=0)
            yield depth[here]

    def _some_way(self, chance: random.Random) -> int:
        """How long a way runs of which each is as likely as any other, in ms."""
        here, spent = 0, 0
        while self._onward[here]:
            ((option, after),) = chance.choices(self._onward[here], self._likely[here])
            spent += self._spent(here, option)
            here = after
        return spent + self._left_ms[here]

    def _spent(self, here: int, option: Option) -> int:
        return 0 if option is None else self._left_ms[here]


def _after(ways: _Ways, spent_ms: int) -> _Ways:
    """The same ways, but for the time spent before them."""
    return _Ways(ways.count, ways.shortest_ms + spent_ms, ways.longest_ms + spent_ms,
                 ways.total_ms + ways.count * spent_ms, ways.decisions)  # fmt: skip


def _ends_first(onward: list[Steps]) -> list[int]:
    """The numbers of all moments, each after those it leads to. Raises StoryError when they lead in a circle."""
    before: list[list[int]] = [[] for _ in onward]
    for here, steps in enumerate(onward):
        for _, k in steps:
            before[k].append(here)
    waiting = [len(steps) for steps in onward]
    order = [here for here, steps in enumerate(waiting) if not steps]
    for here in order:  # grows meanwhile
        for k in before[here]:
            waiting[k] -= 1
            if not waiting[k]:
                order.append(k)
    if len(order) < len(onward):
        raise StoryError("This story runs in a circle, so it has no length: take a choice away that leads back.")
    return order
