"""Whether a story is whole: everything it names is there, and it runs forward.

That is true of every story that was made by the graph's own changes; this is for one that comes from elsewhere, such as
rows on a disk. Knows nothing of what makes a story good (`storygraph.lint`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import networkx as nx

from storygraph.story import Beat, Scene

if TYPE_CHECKING:
    from storygraph.graph import StoryGraph

__all__ = ["flaws"]


def flaws(graph: StoryGraph) -> tuple[str, ...]:
    """What is wrong with the story, a sentence each; nothing for one that is whole."""
    found = [flaw for scene in graph.scenes.values() for flaw in _of_scene(graph, scene)]
    if graph.episode.root not in graph.scenes:
        found.append(f"The first scene ({graph.episode.root}) is missing.")
    if not found and not nx.is_directed_acyclic_graph(graph.network):
        found.append("The choices lead in a circle.")
    return tuple(found)


def _of_scene(graph: StoryGraph, scene: Scene) -> Iterator[str]:
    name = f"Scene {scene.id}"
    if scene.origin is not None:
        origin, played = scene.origin
        if origin not in graph.scenes:
            yield f"{name} comes from a scene that is missing ({origin})."
        elif not 0 <= played <= len(graph.scenes[origin].beats):
            yield f"{name} comes from beat {played} of {origin}, which has {len(graph.scenes[origin].beats)}."
    for number, beat in enumerate(scene.beats, start=1):
        yield from _of_beat(f"Beat {number} of {scene.id}", beat)
    for choice in scene.choices:
        if choice.to not in graph.scenes:
            yield f"{name} has a choice to a scene that is missing ({choice.to})."
        if not 0 <= scene.offers(choice) <= len(scene.beats):
            yield f"{name} offers a choice after beat {choice.after}, and has {len(scene.beats)}."


def _of_beat(name: str, beat: Beat) -> Iterator[str]:
    takes = [take.id for take in beat.takes]
    if beat.canonical not in takes:
        yield f"{name} has no take {beat.canonical}, which is to count."
    if len(set(takes)) < len(takes):
        yield f"{name} has the same take twice."
