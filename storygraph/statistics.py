"""How large a story is: scenes, beats, ways through it and how long they run.

Counts every way through the story without walking each one, so a story with very many is no slower. It does not know
what happens in them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import networkx as nx

from storygraph.story import Scene

if TYPE_CHECKING:
    from storygraph.graph import StoryGraph

__all__ = ["Statistics", "statistics"]


@dataclass(frozen=True, slots=True)
class Statistics:
    """Sizes of a story; the times are of one way through it, in seconds, canonical takes only."""

    scenes: int
    beats: int
    takes: int
    choices: int
    endings: int
    paths: int
    shortest_s: float
    longest_s: float


@dataclass(frozen=True, slots=True)
class _Ways:
    """The ways from the start of a scene to an end of the story."""

    count: int
    shortest_s: float
    longest_s: float


def statistics(graph: StoryGraph) -> Statistics:
    """The sizes of the story; what nobody can reach counts as scenes, beats and takes but not as a path."""
    scenes = graph.scenes.values()
    ways: dict[str, _Ways] = {}
    for scene_id in reversed(list(nx.topological_sort(graph.network))):
        ways[scene_id] = _ways(graph.scene(scene_id), ways)
    whole = ways[graph.root.id]
    return Statistics(
        scenes=len(graph.scenes),
        beats=sum(len(scene.beats) for scene in scenes),
        takes=sum(len(beat.takes) for scene in scenes for beat in scene.beats),
        choices=sum(len(scene.choices) for scene in scenes),
        endings=sum(scene.ending for scene in scenes),
        paths=whole.count,
        shortest_s=whole.shortest_s,
        longest_s=whole.longest_s,
    )


def _ways(scene: Scene, ways: dict[str, _Ways]) -> _Ways:
    """The ways on from a scene, given those from every scene its choices lead to."""
    played_s = [0.0]
    for beat in scene.beats:
        played_s.append(played_s[-1] + beat.take.duration_s)
    onward = [(played_s[scene.offers(choice)], ways[choice.to]) for choice in scene.choices]
    if all(scene.offers(choice) < len(scene.beats) for choice in scene.choices):
        onward.append((played_s[-1], _Ways(1, 0.0, 0.0)))
    return _Ways(
        count=sum(way.count for _, way in onward),
        shortest_s=min(until + way.shortest_s for until, way in onward),
        longest_s=max(until + way.longest_s for until, way in onward),
    )
