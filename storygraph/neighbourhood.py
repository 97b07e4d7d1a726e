"""The part of a long story around one of its scenes, small enough to be drawn: the way that led there, what is beside
it and what follows. Where the story goes on outside of the part, a stub says where to.

A part is a story of its own, so whatever can be asked of a story (its layout) can be asked of it; staleness is asked of
the whole. Only what is near is looked at, however long the story is. This module does not know how anything is drawn.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace

from storygraph.graph import StoryGraph

__all__ = ["Part", "Stub", "leading_to", "led_to", "neighbourhood"]

_LINE = 24  # scenes of the way that led there which are shown in any case

_Links = Callable[[str], list[str]]


@dataclass(frozen=True, slots=True)
class Stub:
    """Where a shown `scene` has `count` neighbours that are not shown, `onward` or before it; `to` is the first."""

    scene: str
    to: str
    count: int
    onward: bool


@dataclass(frozen=True, slots=True)
class Part:
    """Some scenes of a story, in their order, with the choices between them, and where it goes on outside."""

    graph: StoryGraph
    stubs: tuple[Stub, ...]


def neighbourhood(graph: StoryGraph, scene_id: str, most: int) -> Part:
    """Up to `most` scenes around the scene, the nearest first; all of them where the story has no more."""
    if len(graph.scenes) <= most:
        return Part(graph, ())
    onward, before = _links(graph)
    shown = _nearest(scene_id, onward, before, most)
    scenes = {}
    for name in sorted(shown, key=graph.positions.__getitem__):
        choices = graph.scenes[name].choices
        kept = tuple(choice for choice in choices if choice.to in shown)
        scenes[name] = graph.scenes[name] if kept == choices else replace(graph.scenes[name], choices=kept)
    root = graph.episode.root if graph.episode.root in shown else next(iter(scenes))
    part = replace(graph, episode=replace(graph.episode, root=root), scenes=scenes)
    stubs = [
        Stub(name, hidden[0], len(hidden), links is onward)
        for name in scenes
        for links in (before, onward)
        if (hidden := [other for other in links(name) if other not in shown])
    ]
    return Part(part, tuple(stubs))


def leading_to(graph: StoryGraph, scene_id: str, among: Collection[str]) -> set[str]:
    """Those of the scenes `among` from which choices lead to the scene, directly or by others; the scene itself, too.
    Nothing is looked at that comes before the first of them or after the scene."""
    first = min((graph.ranks[name] for name in among if name in graph.ranks), default=0)
    return _reached(scene_id, lambda name: graph.entries.get(name, ()), among,
                    lambda name: graph.ranks.get(name, first) >= first)  # fmt: skip


def led_to(graph: StoryGraph, scene_id: str, among: Collection[str]) -> set[str]:
    """Those of the scenes `among` to which choices lead from the scene, directly or by others; the scene itself, too.
    Nothing is looked at that comes after the last of them or before the scene."""
    beyond = len(graph.scenes)
    last = max((graph.ranks.get(name, beyond) for name in among), default=0)
    return _reached(scene_id, lambda name: [choice.to for choice in graph.scenes[name].choices], among,
                    lambda name: graph.ranks.get(name, beyond) <= last)  # fmt: skip


def _reached(
    scene_id: str, near: Callable[[str], Iterable[str]], among: Collection[str], worth: Callable[[str], bool]
) -> set[str]:
    reached, coming = {scene_id}, [scene_id]
    while coming:
        found = {name for name in near(coming.pop()) if name not in reached and worth(name)}
        reached |= found
        coming.extend(found)
    return reached & {*among, scene_id}


def _links(graph: StoryGraph) -> tuple[_Links, _Links]:
    """What a scene leads to and what led to it, by forking and by choices; each once."""

    def onward(name: str) -> list[str]:
        chosen = (choice.to for choice in graph.scenes[name].choices)
        return list(dict.fromkeys((*graph.offspring.get(name, ()), *chosen)))

    def before(name: str) -> list[str]:
        origin = graph.scenes[name].origin
        grew = [origin[0]] if origin is not None and origin[0] in graph.scenes else []
        return list(dict.fromkeys((*grew, *graph.entries.get(name, ()))))  # first the way the checkpoints went

    return onward, before


def _nearest(scene_id: str, onward: _Links, before: _Links, most: int) -> set[str]:
    shown, line = {scene_id}, scene_id
    while (led := before(line)) and led[0] not in shown and len(shown) < min(_LINE, most):
        line = led[0]
        shown.add(line)
    ahead, looked = deque([scene_id]), {scene_id}
    while ahead and len(shown) < most:
        here = ahead.popleft()
        for other in (*onward(here), *before(here)):
            if other not in looked and len(shown) < most:
                looked.add(other)
                shown.add(other)
                ahead.append(other)
    return shown
