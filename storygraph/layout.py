"""Where to draw the scenes of a story: columns by time, rows by branch.

A scene is a horizontal run of points, one for its start and one after each beat. Time runs to the right, so every
choice leads to the right; branches get rows of their own, as few as possible. The same story is always drawn the same
way. This module does not know pixels.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    from storygraph.graph import StoryGraph

__all__ = ["Place", "layout"]


@dataclass(frozen=True, slots=True)
class Place:
    """A scene starts at column `x` in row `y`; the point after its beat n is at column `x + n`, up to `x + length`."""

    x: int
    y: int
    length: int


def layout(graph: StoryGraph) -> dict[str, Place]:
    """The place of every scene, by id."""
    columns = _columns(graph)
    rows: list[list[tuple[int, int]]] = []  # per row, the column ranges that are taken
    places: dict[str, Place] = {}
    for scene_id, wanted in _reading_order(graph):
        if scene_id in places:
            continue
        first, length = columns[scene_id], len(graph.scenes[scene_id].beats)
        row = _free_row(rows, places[wanted].y if wanted else 0, first, first + length)
        rows[row].append((first, first + length))
        places[scene_id] = Place(first, row, length)
    return {scene_id: places[scene_id] for scene_id in graph.scenes}


def _columns(graph: StoryGraph) -> dict[str, int]:
    """The column of each scene's start: right of every point it can be entered or was forked from, unless it leads back
    there."""
    leaves: dict[tuple[str, str], int] = {}
    for scene in graph.scenes.values():
        for choice in scene.choices:
            leaves[scene.id, choice.to] = max(scene.offers(choice), leaves.get((scene.id, choice.to), 0))
    grown = {
        (scene.origin[0], scene.id): scene.origin[1]
        for scene in graph.scenes.values()
        if scene.origin is not None and scene.origin[0] in graph.scenes and (scene.origin[0], scene.id) not in leaves
    }
    arrows: nx.DiGraph[str] = nx.DiGraph([*leaves, *grown])
    arrows.add_nodes_from(graph.scenes)
    for circle in nx.strongly_connected_components(arrows):
        if len(circle) > 1:  # choices run forward, so in every circle is a fork that leads back
            arrows.remove_edges_from([(older, fork) for older, fork in grown if older in circle and fork in circle])
    leaves = grown | leaves
    columns: dict[str, int] = {}
    for scene_id in nx.topological_sort(arrows):
        before = arrows.predecessors(scene_id)
        columns[scene_id] = max((columns[other] + leaves[other, scene_id] + 1 for other in before), default=0)
    return columns


def _reading_order(graph: StoryGraph) -> list[tuple[str, str | None]]:
    """Scenes depth first from the root, each with the scene whose row it would like to go on in."""
    order: list[tuple[str, str | None]] = []
    seen: set[str] = set()
    for first in (graph.root.id, *graph.scenes):
        ahead: list[tuple[str, str | None]] = [(first, None)]
        while ahead:
            scene_id, before = ahead.pop()
            if scene_id in seen:
                continue
            seen.add(scene_id)
            order.append((scene_id, before))
            scene = graph.scenes[scene_id]
            onward = sorted(scene.choices, key=scene.offers, reverse=True)  # the end of the scene comes first
            ahead.extend((choice.to, scene_id) for choice in reversed(onward))
    return order


def _free_row(rows: list[list[tuple[int, int]]], wanted: int, first: int, last: int) -> int:
    """The first row from `wanted` down in which those columns are free."""
    row = wanted
    while True:
        if row == len(rows):
            rows.append([])
        if all(last < start or end < first for start, end in rows[row]):
            return row
        row += 1
