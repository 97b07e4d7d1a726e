"""The continuity ledger: what cannot be so on some way through a story.

A story jumps where a choice leads to a scene that grew from another checkpoint (a rejoin), and where a beat was acted
from something that no longer comes before it; there, what the audience sees last and sees next are compared. Everywhere
else the world was acted on from state to state, and what changed without being directed is found. What no state shows
(who has died, what was destroyed, what has been said) is carried along the ways.

Only ways that the conditions of choices leave open are looked at. Each moment of the story is come to once: for all the
ways that lead to it, only the first on which something is so is kept, so a story with very many ways is no slower.
Knows neither states (`Sources` tells the facts) nor words.
"""

from __future__ import annotations

import math
import sys
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from storygraph.errors import StoryError
from storygraph.facts import Account, Difference, Facts, Thing, differences
from storygraph.play import Exploration, Play, explore
from storygraph.story import Choice, Scene, Take

if TYPE_CHECKING:
    from storygraph.graph import StoryGraph

__all__ = ["Contradiction", "Sources", "contradictions", "lost_by"]

_TELEPORT_M = 4.0  # in a beat: nobody is seen to go so far whom nothing made go
_DROPPED_M = 3.0  # from a hand: what was let go of lies nearer
# What time that passes between two scenes explains.
_WEAR = frozenset({"look outfit", "look hat", "look glasses", "colour top", "colour bottom", "colour shoes"})
_IN_TIME = frozenset({"hour", "weather", "presence", "place", "open", "lit", "seat", "pose"})

Places = frozenset[tuple[str, int]]  # (scene id, number of a beat in it, from 1)
Path = tuple[tuple[str, int], ...]  # scene ids, each with how many of its beats have played


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the ledger gets what it cannot see: the facts of a checkpoint (None where it is damaged), what the take of
    a beat did on purpose, and whether the words of a choice or the title of a scene say that time passes."""

    facts: Callable[[str], Facts | None]
    account: Callable[[str, int, Take], Account]  # scene id, number of the beat in it (from 1), its take
    time_passes: Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Something that cannot be so. `kind` is `jump` (between scenes), `stale` (before a beat), `drift` (in a beat that
    did not do it), `absent` (somebody acts who is not there), `gone` (who died or was destroyed is back), `unsupported`
    (somebody is on what is not there) or `unknown` (somebody refers to what has not happened).

    It shows when `beat` beats of `scene` have been played, 0 being its start. `path` is a way that leads there: the
    scenes on it, first to last, each with the beats after which it is left. `before` and `after` are the checkpoints
    between which it lies, `since` says (scene id, beat) where what it contradicts happened, where that is elsewhere.
    """

    kind: str
    subject: str
    scene: str
    beat: int
    path: Path
    before: str
    after: str
    difference: Difference | None = None
    choice: str | None = None
    since: tuple[str, int] | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class _Route:
    """The way into a scene: from the one before it, after so many of its beats."""

    scene: str
    before: _Route | None = None
    left: int = 0

    def on(self, played: int, scene: str) -> _Route:
        """The way on into another scene, after so many beats of this one."""
        return _Route(scene, self, played)


@dataclass(frozen=True, slots=True)
class _Loss:
    """Somebody who died or something that was destroyed, in that beat of a scene; `route` is the way from there."""

    route: _Route
    scene: str
    beat: int


_Losses = dict[str, _Loss]  # by id
_Visit = tuple[_Route, _Losses]  # the first way on which an audience comes there, and what was lost on any


def contradictions(graph: StoryGraph, sources: Sources) -> tuple[Contradiction, ...]:
    """All that contradicts itself on any way from the start of the story, in the order in which it is come to."""
    return tuple(_Ledger(graph, sources, _played(graph)).found())


def _played(graph: StoryGraph) -> Exploration:
    """All ways through the story: those that its conditions leave open or, where these cannot be read or are too many
    to follow, those of its shape."""
    try:
        played = explore(Play(graph))
        if played.whole:
            return played
    except StoryError:
        pass
    return explore(Play(graph, by_shape=True), sys.maxsize)


def lost_by(
    graph: StoryGraph, sources: Sources, scene_id: str, beat: int, known: dict[str, frozenset[str]] | None = None
) -> frozenset[str]:
    """Who has died and what was destroyed when so many beats of a scene have been played, on the line of checkpoints
    that leads there. `known` is what is lost at the start of scenes; more is added to it."""
    known = {} if known is None else known
    line = [graph.scene(scene_id)]
    while line[-1].id not in known and (origin := line[-1].origin) is not None:
        line.append(graph.scene(origin[0]))
    lost = known.setdefault(line[-1].id, frozenset())
    for scene, grown in zip(line[:0:-1], line[-2::-1], strict=True):
        lost = _lost_in(scene, grown.origin[1] if grown.origin else 0, lost, sources)
        known[grown.id] = lost
    return _lost_in(line[0], beat, lost, sources)


def _lost_in(scene: Scene, beat: int, lost: frozenset[str], sources: Sources) -> frozenset[str]:
    for number, taken in enumerate(scene.beats[:beat], start=1):
        account = sources.account(scene.id, number, taken.take)
        lost = (lost - account.revived) | account.died | account.destroyed
    return lost


class _Ledger:
    """One reading of a story from its start to its ends."""

    def __init__(self, graph: StoryGraph, sources: Sources, played: Exploration) -> None:
        self._graph, self._sources, self._played = graph, sources, played
        self._coming: dict[int, dict[int, _Visit]] = {0: {0: (_Route(graph.root.id), {})}}
        self._told: set[tuple[object, ...]] = set()
        self._read: set[tuple[str, int]] = set()  # beats of which all is told that does not depend on the way
        self._avoiding: dict[Places, dict[str, _Route]] = {}
        self._lost: dict[str, frozenset[str]] = {}  # at the start of scenes, on the checkpoints they grew from

    def found(self) -> Iterator[Contradiction]:
        """Moment after moment, each after all that lead to it. `_coming` has for each moment, by how many beats of its
        scene had played before, who comes there."""
        rank = {scene_id: k for k, scene_id in enumerate(self._graph.order)}
        moments = self._played.moments
        for number in sorted(range(len(moments)), key=lambda n: (rank[moments[n].scene], moments[n].beat)):
            scene = self._graph.scene(moments[number].scene)
            for began, visit in self._coming.pop(number, {}).items():
                for found in self._stretch(scene, began, number, visit):
                    what = (found.kind, found.subject, found.difference and found.difference.key, found.words)
                    place = (found.scene, found.beat, found.choice)
                    if (what, place) not in self._told:
                        self._told.add((what, place))
                        yield found

    def _stretch(self, scene: Scene, began: int, number: int, visit: _Visit) -> Iterator[Contradiction]:
        """The beats up to a moment, and where it leads."""
        (route, lost), moment = (visit[0], dict(visit[1])), self._played.moments[number]
        before = self._checkpoint(scene, began)
        for played, beat in enumerate(scene.beats[began : moment.beat], start=began + 1):
            start = before if beat.take.start is None else beat.take.start
            if start != before and (scene.id, played) not in self._read:
                yield from self._stale(scene, played, before, start, route, lost)
            yield from self._beat(scene, played, start, beat.take, route, lost)
            before = beat.take.checkpoint
        for option, after in self._played.onward[number]:
            if option is None:
                self._come(after, moment.beat, route, lost)
                continue
            passed, onward = dict(lost), route.on(moment.beat, option.to)
            if before != self._graph.scene(option.to).start:
                for found in self._jump(scene, option, moment.beat, before, route, lost):
                    if found.kind == "gone":
                        passed.pop(found.subject)
                    yield found
            self._come(after, 0, onward, _carried(passed, moment.beat, option.to))

    def _checkpoint(self, scene: Scene, played: int) -> str:
        return scene.beats[played - 1].take.checkpoint if played else scene.start

    def _come(self, number: int, began: int, route: _Route, lost: _Losses) -> None:
        _, losses = self._coming.setdefault(number, {}).setdefault(began, (route, {}))
        for who, loss in lost.items():
            losses.setdefault(who, loss)

    # Between scenes, and between beats that do not follow one another

    def _jump(
        self, scene: Scene, choice: Choice, left: int, here: str, route: _Route, lost: _Losses
    ) -> Iterator[Contradiction]:
        to = self._graph.scene(choice.to)
        was, now = self._sources.facts(here), self._sources.facts(to.start)
        if was is None or now is None:
            return
        gone_there = lost_by(self._graph, self._sources, to.id, 0, self._lost)
        later = any(map(self._sources.time_passes, (choice.label, to.title)))
        for found in differences(was, now, frozenset(lost), gone_there):
            if not found.contradicts or (later and _explained(found)) or found.key in choice.kept:
                continue
            if found.kind == "presence" and found.subject in lost:
                continue  # a body may have been carried away
            loss = lost.get(found.subject) if found.kind == "fate" else None
            way = route if loss is None else loss.route
            kind, since = ("jump", (scene.id, left)) if loss is None else ("gone", (loss.scene, loss.beat))
            path = _path(way.on(left, to.id), 0)
            yield Contradiction(kind, found.subject, to.id, 0, path, here, to.start, found, choice.id, since)
        yield from self._unsupported(to, 0, was, now, here, to.start, route.on(left, to.id))

    def _stale(
        self, scene: Scene, number: int, before: str, start: str, route: _Route, lost: _Losses
    ) -> Iterator[Contradiction]:
        was, now = self._sources.facts(before), self._sources.facts(start)
        if was is None or now is None:
            return
        path = _path(route, number - 1)
        for found in differences(was, now):
            if found.contradicts and found.subject not in lost:
                yield Contradiction("stale", found.subject, scene.id, number - 1, path, before, start, found)

    # In a beat

    def _beat(
        self, scene: Scene, number: int, start: str, take: Take, route: _Route, lost: _Losses
    ) -> Iterator[Contradiction]:
        account = self._sources.account(scene.id, number, take)
        was, now = self._sources.facts(start), self._sources.facts(take.checkpoint)
        if was is not None and now is not None:
            ends = (start, take.checkpoint)
            yield from self._back(scene, number, was, now, account, lost, ends)
            if (scene.id, number) not in self._read:
                self._read.add((scene.id, number))
                yield from self._in_itself(scene, number, was, now, account, route, lost, ends)
        for who in account.revived:
            lost.pop(who, None)
        for who in (account.died | account.destroyed) - lost.keys():
            lost[who] = _Loss(route, scene.id, number)

    def _back(
        self, scene: Scene, number: int, was: Facts, now: Facts, account: Account, lost: _Losses, ends: tuple[str, str]
    ) -> Iterator[Contradiction]:
        """Who died and does something again, or gets up; what was destroyed and is used. Each is told once."""
        for who in [who for who in lost if who not in account.revived]:
            then, thing = was.things.get(who), now.things.get(who)
            does = who in account.acted or who in account.used
            rises = thing is not None and thing.lives and thing.upright and then is not None and not then.upright
            if does or rises:
                loss = lost.pop(who)
                path = _path(loss.route, number)
                yield Contradiction("gone", who, scene.id, number, path, *ends, since=(loss.scene, loss.beat))

    def _in_itself(
        self, scene: Scene, number: int, was: Facts, now: Facts, account: Account, route: _Route, lost: _Losses,
        ends: tuple[str, str],
    ) -> Iterator[Contradiction]:  # fmt: skip
        """What contradicts itself in a beat, whatever came before it."""
        for who in sorted(account.acted - account.entered - account.left - lost.keys()):
            if not (was.is_here(who) or now.is_here(who)):
                yield Contradiction("absent", who, scene.id, number, _path(route, number), *ends)
        for found in differences(was, now):
            if found.subject not in lost and not _meant(found, account, was, now):
                yield Contradiction("drift", found.subject, scene.id, number, _path(route, number), *ends, found)
        yield from self._unsupported(scene, number, was, now, *ends, route)
        for reference in account.references:
            way = self._way_without(reference.places, scene.id, number)
            if way is not None:
                since = min(reference.places)
                yield Contradiction("unknown", reference.speaker, scene.id, number, _path(way, number), *ends,
                                    since=since, words=reference.words)  # fmt: skip

    def _unsupported(
        self, scene: Scene, played: int, was: Facts, now: Facts, before: str, after: str, route: _Route
    ) -> Iterator[Contradiction]:
        for thing in now.things.values():
            if _hangs(thing, now) and not (thing.id in was.things and _hangs(was.things[thing.id], was)):
                yield Contradiction("unsupported", thing.id, scene.id, played, _path(route, played), before, after)

    # What is spoken of

    def _way_without(self, places: Places, scene_id: str, number: int) -> _Route | None:
        """A way to a beat of a scene on which none of those beats is played, if there is one."""
        if any(scene == scene_id and beat < number for scene, beat in places):
            return None
        if places not in self._avoiding:
            self._avoiding[places] = self._ways_without(places)
        return self._avoiding[places].get(scene_id)

    def _ways_without(self, places: Places) -> dict[str, _Route]:
        """To each scene a way on which none of those beats is played, where there is one."""
        moments, first = self._played.moments, _Route(self._graph.root.id)
        firsts: dict[str, int] = {}  # the first such beat of a scene
        for scene, beat in places:
            firsts[scene] = min(beat, firsts.get(scene, beat))
        routes, seen = {first.scene: first}, {0}
        ahead = deque([(0, first)])
        while ahead:
            number, route = ahead.popleft()
            moment = moments[number]
            if moment.beat >= firsts.get(moment.scene, moment.beat + 1):
                continue
            for option, after in self._played.onward[number]:
                if after not in seen:
                    seen.add(after)
                    onward = route if option is None else route.on(moment.beat, option.to)
                    routes.setdefault(onward.scene, onward)
                    ahead.append((after, onward))
        return routes


def _carried(lost: _Losses, left: int, to: str) -> _Losses:
    """What was lost, on the way on into another scene."""
    return {who: _Loss(loss.route.on(left, to), loss.scene, loss.beat) for who, loss in lost.items()}


def _path(route: _Route, played: int) -> Path:
    """The scenes of a way, first to last, each with how many beats of it have played."""
    path = [(route.scene, played)]
    while route.before is not None:
        path.append((route.before.scene, route.left))
        route = route.before
    return tuple(reversed(path))


def _explained(difference: Difference) -> bool:
    """Whether time that passes unseen explains it."""
    if difference.kind == "look" and isinstance(difference.here, tuple):
        return all(part in _WEAR for part, _ in difference.here)
    return difference.kind in _IN_TIME


def _hangs(thing: Thing, facts: Facts) -> bool:
    """Whether something is on what is not there."""
    return thing.here and thing.place[0] == "on" and not facts.is_here(thing.place[1])


def _meant(difference: Difference, account: Account, was: Facts, now: Facts) -> bool:
    """Whether what changed in a beat follows from what the beat did, or is nothing an audience would stumble over."""
    kind, who = difference.kind, difference.subject
    if kind in ("hour", "weather"):
        return account.time or (kind == "weather" and account.weather)
    if kind in ("setting", "name", "look"):
        return False
    if kind == "presence":
        return _comes_or_goes(difference, account, was, now)
    thing, before = now.things[who], was.things[who]
    if kind == "spot":
        near = math.dist(before.spot, thing.spot) < _TELEPORT_M
        return near or account.upheaval or who in account.went or thing.kind != "person"
    if account.upheaval or who in account.touched:
        return True
    if kind == "open":
        return bool(account.entered | account.left)  # who comes or goes passes a door
    if kind == "lit":
        return account.weather
    if kind == "pose":
        return not thing.lives and thing.down  # things are knocked over by whoever passes
    if kind == "place" and before.place[0] == "held" and thing.place[0] != "held":
        return _let_go(thing, was.things.get(before.place[1]), now.things.get(before.place[1]))
    return False


def _comes_or_goes(difference: Difference, account: Account, was: Facts, now: Facts) -> bool:
    who = difference.subject
    with_whom = {who}  # and who carries it
    for facts in (was, now):
        if who in facts.things:
            with_whom.add(facts.things[who].place[1])
    moved = account.entered if difference.there else account.left
    handled = account.touched | account.destroyed
    is_prop = who.startswith("+") or any(who in f.things and not f.things[who].lives for f in (was, now))
    return bool(with_whom & moved) or (is_prop and who in handled)


def _let_go(thing: Thing, *holder: Thing | None) -> bool:
    """Whether something that was in a hand lies where whoever held it may have dropped it."""
    return any(who is not None and math.dist(thing.spot, who.spot) <= _DROPPED_M for who in holder)
