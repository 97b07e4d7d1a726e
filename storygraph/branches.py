"""Names for the lines of a story.

A branch is a scene and all it grew from, back to the beginning; its name stands for that scene and so goes on as it
does. Functions of a story graph that return another; they do not know who shows the names. How a name is put into the
trash is in `storygraph.trash`.
"""

from __future__ import annotations

from dataclasses import replace

from storygraph.errors import StoryError
from storygraph.graph import StoryGraph
from storygraph.story import Branch, Cursor

__all__ = ["branch_end", "named", "parting", "renamed"]


def named(graph: StoryGraph, name: str, scene_id: str) -> StoryGraph:
    """The story in which the line that ends in a scene has a name. Raises StoryError when another has it."""
    graph.scene(scene_id)
    _refuse_taken(graph, name)
    return replace(graph, branches=(*graph.branches, Branch(name, scene_id)))


def renamed(graph: StoryGraph, name: str, to: str) -> StoryGraph:
    """The story in which a branch is called otherwise. Raises StoryError when there is none, or the name is taken."""
    branch_end(graph, name)
    if to != name:
        _refuse_taken(graph, to)
    changed = tuple(replace(branch, name=to) if branch.name == name else branch for branch in graph.branches)
    return replace(graph, branches=changed)


def branch_end(graph: StoryGraph, name: str) -> Cursor:
    """The end of a branch, as far as it has been directed. Raises StoryError when none has that name."""
    for branch in graph.branches:
        if branch.name == name:
            return graph.cursor_end(branch.scene)
    raise StoryError(f"No branch is called “{name}”: pick one from the list.")


def parting(graph: StoryGraph, one: Cursor, other: Cursor) -> int:
    """How many beats the ways to two cursors have in common, from the beginning of the story."""
    together = 0
    for left, right in zip(graph.way(one), graph.way(other), strict=False):
        if left != right:
            break
        together += 1
    return together


def _refuse_taken(graph: StoryGraph, name: str) -> None:
    if name in {branch.name for branch in graph.branches}:
        raise StoryError(f"A branch is called “{name}” already: choose another name.")
