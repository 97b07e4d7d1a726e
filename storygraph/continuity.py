"""The continuity ledger: what cannot be so on some way through a story.

A story jumps where a choice leads to a scene that grew from another checkpoint (a rejoin), and where a beat was acted
from something that no longer comes before it; there, what the audience sees last and sees next are compared. Everywhere
else the world was acted on from state to state, and what changed without being directed is found. What no state shows
(who has died, what was destroyed, what has been said) is carried along the ways.

Each scene is looked at once: for all the ways that lead to it, only the first on which something is so is kept, so a
story with very many ways is no slower. Knows neither states (`Sources` tells the facts) nor words.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import networkx as nx

from storygraph.facts import Account, Difference, Facts, Thing, differences
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
Route = tuple[str, "Route | None"]  # a scene's id, and the way that led to it


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

    It shows when `beat` beats of `scene` have been played, 0 being its start; `path` are the ids of the scenes that
    lead there, first to last. `before` and `after` are the checkpoints between which it lies, `since` says (scene id,
    beat) where what it contradicts happened, where that is elsewhere."""

    kind: str
    subject: str
    scene: str
    beat: int
    path: tuple[str, ...]
    before: str
    after: str
    difference: Difference | None = None
    choice: str | None = None
    since: tuple[str, int] | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class _Loss:
    """Somebody who died or something that was destroyed, in that beat of a scene, on that way."""

    route: Route
    scene: str
    beat: int


_Losses = dict[str, _Loss]  # by id


def contradictions(graph: StoryGraph, sources: Sources) -> tuple[Contradiction, ...]:
    """All that contradicts itself on any way from the start of the story, in the order in which it is come to."""
    return tuple(_Ledger(graph, sources).found())


def lost_by(graph: StoryGraph, sources: Sources, scene_id: str, beat: int) -> frozenset[str]:
    """Who has died and what was destroyed when so many beats of a scene have been played, on the line of checkpoints
    that leads there."""
    lost: set[str] = set()
    scene = graph.scene(scene_id)
    line = [(scene, beat)]
    while (origin := scene.origin) is not None:
        scene = graph.scene(origin[0])
        line.append((scene, origin[1]))
    for scene, played in reversed(line):
        for number, taken in enumerate(scene.beats[:played], start=1):
            account = sources.account(scene.id, number, taken.take)
            lost = (lost - account.revived) | account.died | account.destroyed
    return frozenset(lost)


class _Ledger:
    """One reading of a story from its start to its ends."""

    def __init__(self, graph: StoryGraph, sources: Sources) -> None:
        self._graph, self._sources = graph, sources
        self._routes: dict[str, Route] = {graph.root.id: (graph.root.id, None)}  # the first way found to each scene
        self._arriving: dict[str, _Losses] = {}
        self._avoiding: dict[Places, dict[str, Route]] = {}

    def found(self) -> Iterator[Contradiction]:
        reachable = self._graph.reachable()
        for scene_id in nx.lexicographical_topological_sort(self._graph.network, key=self._order.__getitem__):
            if scene_id in reachable:
                yield from self._scene(self._graph.scene(scene_id))

    @cached_property
    def _order(self) -> Mapping[str, int]:
        return {scene_id: k for k, scene_id in enumerate(self._graph.scenes)}

    def _scene(self, scene: Scene) -> Iterator[Contradiction]:
        lost = self._arriving.pop(scene.id, {})
        before = scene.start
        yield from self._left(scene, 0, before, lost)
        for number, beat in enumerate(scene.beats, start=1):
            take = beat.take
            start = before if take.start is None else take.start
            if start != before:
                yield from self._stale(scene, number, before, start, lost)
            yield from self._beat(scene, number, start, take, lost)
            before = take.checkpoint
            yield from self._left(scene, number, before, lost)

    # Between scenes, and between beats that do not follow one another

    def _left(self, scene: Scene, played: int, here: str, lost: _Losses) -> Iterator[Contradiction]:
        """What contradicts itself when the scene is left after so many beats; then on to where it leads."""
        for choice in scene.choices:
            if scene.offers(choice) != played:
                continue
            to, route = self._graph.scene(choice.to), (choice.to, self._routes[scene.id])
            self._routes.setdefault(to.id, route)
            passed = dict(lost)
            if here != to.start:
                for found in self._jump(scene, choice, to, here, route, lost):
                    if found.kind == "gone":
                        passed.pop(found.subject)
                    yield found
            arriving = self._arriving.setdefault(to.id, {})
            for who, loss in passed.items():
                arriving.setdefault(who, _Loss((to.id, loss.route), loss.scene, loss.beat))

    def _jump(
        self, scene: Scene, choice: Choice, to: Scene, here: str, route: Route, lost: _Losses
    ) -> Iterator[Contradiction]:
        was, now = self._sources.facts(here), self._sources.facts(to.start)
        if was is None or now is None:
            return
        gone_there = lost_by(self._graph, self._sources, to.id, 0)
        later = any(map(self._sources.time_passes, (choice.label, to.title)))
        for found in differences(was, now, frozenset(lost), gone_there):
            if not found.contradicts or (later and _explained(found)) or found.key in choice.kept:
                continue
            if found.kind == "presence" and found.subject in lost:
                continue  # a body may have been carried away
            loss = lost.get(found.subject) if found.kind == "fate" else None
            way = route if loss is None else (to.id, loss.route)
            kind, since = (
                ("jump", (scene.id, scene.offers(choice))) if loss is None else ("gone", (loss.scene, loss.beat))
            )
            yield Contradiction(
                kind, found.subject, to.id, 0, _path(way), here, to.start, found, choice.id, since
            )  # fmt: skip
        yield from self._unsupported(to, 0, was, now, here, to.start, route)

    def _stale(self, scene: Scene, number: int, before: str, start: str, lost: _Losses) -> Iterator[Contradiction]:
        was, now = self._sources.facts(before), self._sources.facts(start)
        if was is None or now is None:
            return
        for found in differences(was, now):
            if found.contradicts and found.subject not in lost:
                yield self._here("stale", found.subject, scene, number - 1, before, start, found)

    # In a beat

    def _beat(self, scene: Scene, number: int, start: str, take: Take, lost: _Losses) -> Iterator[Contradiction]:
        account = self._sources.account(scene.id, number, take)
        was, now = self._sources.facts(start), self._sources.facts(take.checkpoint)
        if was is not None and now is not None:
            ends = (start, take.checkpoint)
            yield from self._back(scene, number, was, now, account, lost, ends)
            for who in sorted(account.acted):
                if (
                    not (was.is_here(who) or now.is_here(who))
                    and who not in account.entered | account.left | lost.keys()
                ):
                    yield self._here("absent", who, scene, number, *ends)
            for found in differences(was, now):
                if found.subject not in lost and not _meant(found, account, was, now):
                    yield self._here("drift", found.subject, scene, number, *ends, found)
            yield from self._unsupported(scene, number, was, now, *ends, self._routes[scene.id])
            yield from self._unknown(scene, number, account, ends)
        for who in account.revived:
            lost.pop(who, None)
        for who in (account.died | account.destroyed) - lost.keys():
            lost[who] = _Loss(self._routes[scene.id], scene.id, number)

    def _back(
        self, scene: Scene, number: int, was: Facts, now: Facts, account: Account, lost: _Losses, ends: tuple[str, str]
    ) -> Iterator[Contradiction]:
        """Who died and does something again, or gets up; what was destroyed and is used. Each is told once."""
        for who in [who for who in lost if who not in account.revived]:
            thing = now.things.get(who)
            does = who in account.acted or who in account.used
            rises = thing is not None and thing.lives and thing.upright and not was.things[who].upright
            if does or rises:
                loss = lost.pop(who)
                yield Contradiction(
                    "gone", who, scene.id, number, _path(loss.route), *ends, since=(loss.scene, loss.beat)
                )  # fmt: skip

    def _unsupported(
        self, scene: Scene, played: int, was: Facts, now: Facts, before: str, after: str, route: Route
    ) -> Iterator[Contradiction]:
        for thing in now.things.values():
            if _hangs(thing, now) and not (thing.id in was.things and _hangs(was.things[thing.id], was)):
                yield Contradiction("unsupported", thing.id, scene.id, played, _path(route), before, after)

    def _unknown(self, scene: Scene, number: int, account: Account, ends: tuple[str, str]) -> Iterator[Contradiction]:
        for reference in account.references:
            route = self._way_without(reference.places, scene.id, number)
            if route is not None:
                yield Contradiction(
                    "unknown", reference.speaker, scene.id, number, _path(route), *ends, since=min(reference.places),
                    words=reference.words,
                )  # fmt: skip

    def _way_without(self, places: Places, scene_id: str, number: int) -> Route | None:
        """A way to a beat of a scene on which none of those beats is played, if there is one."""
        if any(scene == scene_id and beat < number for scene, beat in places):
            return None
        if places not in self._avoiding:
            self._avoiding[places] = self._ways_without(places)
        return self._avoiding[places].get(scene_id)

    def _ways_without(self, places: Places) -> dict[str, Route]:
        """To each scene a way on which none of those beats is played, where there is one."""
        root = self._graph.root.id
        routes: dict[str, Route] = {root: (root, None)}
        ahead = deque([root])
        while ahead:
            scene = self._graph.scene(ahead.popleft())
            first = min((beat for scene_id, beat in places if scene_id == scene.id), default=math.inf)
            for choice in scene.choices:
                if scene.offers(choice) < first and choice.to not in routes:
                    routes[choice.to] = (choice.to, routes[scene.id])
                    ahead.append(choice.to)
        return routes

    def _here(
        self, kind: str, subject: str, scene: Scene, played: int, before: str, after: str,
        difference: Difference | None = None,
    ) -> Contradiction:  # fmt: skip
        path = _path(self._routes[scene.id])
        return Contradiction(kind, subject, scene.id, played, path, before, after, difference)


def _path(route: Route) -> tuple[str, ...]:
    scenes = []
    at: Route | None = route
    while at is not None:
        scenes.append(at[0])
        at = at[1]
    return tuple(reversed(scenes))


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
    if account.upheaval or who in account.touched:
        return True
    thing, before = now.things[who], was.things[who]
    if kind == "spot":
        return thing.kind != "person" or math.dist(before.spot, thing.spot) < _TELEPORT_M
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
