"""The part of a long story around one of its scenes, small enough to be drawn: the way that led there, what is beside
it and what follows. Where the story goes on outside of the part, a stub says where to.

A part is a story of its own, so whatever can be asked of a story (its layout) can be asked of it; staleness is asked of
the whole. This module does not know how anything is drawn.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Mapping
from dataclasses import dataclass, replace

from storygraph.graph import StoryGraph

__all__ = ["Part", "Stub", "neighbourhood"]

_LINE = 24  # scenes of the way that led there which are shown in any case

_Links = Mapping[str, list[str]]


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
    scenes = {
        name: replace(scene, choices=tuple(choice for choice in scene.choices if choice.to in shown))
        for name, scene in graph.scenes.items()
        if name in shown
    }
    root = graph.episode.root if graph.episode.root in shown else next(iter(scenes))
    part = replace(graph, episode=replace(graph.episode, root=root), scenes=scenes)
    stubs = [
        Stub(name, hidden[0], len(hidden), links is onward)
        for name in scenes
        for links in (before, onward)
        if (hidden := [other for other in links[name] if other not in shown])
    ]
    return Part(part, tuple(stubs))


def _links(graph: StoryGraph) -> tuple[_Links, _Links]:
    """What each scene leads to and what led to it, by choices and by forking; each once."""
    onward: defaultdict[str, list[str]] = defaultdict(list)
    before: defaultdict[str, list[str]] = defaultdict(list)
    for scene in graph.scenes.values():
        if scene.origin is not None and scene.origin[0] in graph.scenes:
            before[scene.id].append(scene.origin[0])  # first: it is the way the checkpoints went
            onward[scene.origin[0]].append(scene.id)
    for scene in graph.scenes.values():
        for to in dict.fromkeys(choice.to for choice in scene.choices):
            if scene.id not in before[to]:
                before[to].append(scene.id)
                onward[scene.id].append(to)
    return onward, before


def _nearest(scene_id: str, onward: _Links, before: _Links, most: int) -> set[str]:
    shown, line = {scene_id}, scene_id
    while before[line] and len(shown) < min(_LINE, most):
        line = before[line][0]
        shown.add(line)
    ahead, looked = deque([scene_id]), {scene_id}
    while ahead and len(shown) < most:
        here = ahead.popleft()
        for other in (*onward[here], *before[here]):
            if other not in looked and len(shown) < most:
                looked.add(other)
                shown.add(other)
                ahead.append(other)
    return shown
