"""Changing a story that is there already: a beat's words, scenes copied, choices moved, and what has to be acted again
after that.

Functions of a story graph that return another; they do not know how a beat is acted. Ids of what is new are an
argument.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import replace
from types import MappingProxyType

from storygraph.errors import StoryError
from storygraph.graph import StoryGraph, retold
from storygraph.story import Beat, Choice, Cursor, Scene, Take

__all__ = ["duplicated", "edited", "moved", "outdated", "reordered", "started_anew", "unlinked"]


def edited(graph: StoryGraph, scene_id: str, beat_index: int, direction: str, take: Take) -> StoryGraph:
    """The story in which a beat has other words and a take of them, which counts. Its earlier takes stay and remember
    their words; what was acted from them is stale."""
    scene = graph.scene(scene_id)
    if not 0 <= beat_index < len(scene.beats):
        raise StoryError("There is no beat here to edit: direct one first.")
    beats = list(scene.beats)
    beats[beat_index] = retold(beats[beat_index], direction)
    return _with(graph, replace(scene, beats=tuple(beats))).with_take(scene_id, beat_index, take)


def started_anew(graph: StoryGraph, scene_id: str) -> StoryGraph:
    """The story in which a scene starts from what is now at the place it grew from. Its beats are as they were acted,
    so they are stale where that is another state."""
    scene = graph.scene(scene_id)
    if scene.origin is None:
        return graph
    origin, played = scene.origin
    source = graph.ever(origin)
    start = source.beats[played - 1].take.checkpoint if played else source.start
    if start == scene.start:
        return graph
    return _with(graph, replace(scene, start=start))


def begun_otherwise(graph: StoryGraph, start: str) -> StoryGraph:
    """The story that begins with another state. What was acted from the old one is stale."""
    return _with(graph, replace(graph.root, start=start))


def outdated(graph: StoryGraph, cursor: Cursor, within: Container[str] | None = None) -> tuple[Cursor, ...]:
    """The places after which a beat has to be acted again, or a scene of no beats started anew, because what comes
    before it changed: those of the cursor's scene from the cursor on and of all that grew from it, in the order they
    have to be acted in. With `within` only the scenes in it are looked at, and what grew from those."""
    graph.scene_at(cursor)
    found: list[Cursor] = []
    for scene_id, first in _grown_after(graph, cursor, within):
        since, beats = graph.stale_since(scene_id), len(graph.scene(scene_id).beats)
        if since is None:
            continue
        if beats == 0:
            found.append(Cursor(cursor.episode, scene_id, 0))
        found += [Cursor(cursor.episode, scene_id, n) for n in range(max(first, since - 1), beats)]
    return tuple(found)


def duplicated(graph: StoryGraph, scene_id: str, title: str, ids: Callable[[], str]) -> tuple[StoryGraph, str]:
    """The story with a copy of a scene, and the copy's id. It starts where the scene does and has the same takes, which
    are not acted again, and the same choices; no choice leads to it."""
    scene = graph.scene(scene_id)
    copy = replace(
        scene,
        id=ids(),
        title=title,
        origin=scene.origin or (scene.id, 0),
        beats=tuple(_copied(beat, ids) for beat in scene.beats),
        choices=tuple(replace(choice, id=ids()) for choice in scene.choices),
    )
    return graph.with_scene(copy), copy.id


def unlinked(graph: StoryGraph, scene_id: str) -> StoryGraph:
    """The story without the choices that lead to a scene; the scene stays. Raises StoryError when none leads to it."""
    graph.scene(scene_id)
    leading = [(scene.id, choice.id) for scene in graph.scenes.values() for choice in scene.choices
               if choice.to == scene_id]  # fmt: skip
    if not leading:
        raise StoryError("No choice leads to this scene: there is nothing to remove.")
    for scene_from, choice_id in leading:
        graph = graph.without_choice(scene_from, choice_id)
    return graph


def moved(graph: StoryGraph, scene_id: str, choice_id: str, to: Cursor) -> StoryGraph:
    """The story in which a choice is offered at another place, perhaps of another scene; where it leads stays the
    same. Raises StoryError when it would lead back to where the story came from."""
    choice = _choice(graph.scene(scene_id), choice_id)
    target = graph.scene_at(to)
    after = None if to.beat == len(target.beats) and choice.after is None else to.beat
    return graph.without_choice(scene_id, choice_id).with_choice(to.scene, replace(choice, after=after))


def reordered(graph: StoryGraph, scene_id: str, choice_id: str, at: int) -> StoryGraph:
    """The story in which a choice is the `at`-th of its scene, from 0. Raises StoryError for a place it cannot have."""
    scene = graph.scene(scene_id)
    choice = _choice(scene, choice_id)
    if not 0 <= at < len(scene.choices):
        raise StoryError(f"Scene “{scene.title}” has {len(scene.choices)} choices: choose a place among them.")
    others = [other for other in scene.choices if other.id != choice_id]
    others.insert(at, choice)
    return _with(graph, replace(scene, choices=tuple(others)))


def _with(graph: StoryGraph, scene: Scene) -> StoryGraph:
    return replace(graph, scenes=MappingProxyType({**graph.scenes, scene.id: scene}))


def _grown_after(graph: StoryGraph, cursor: Cursor, within: Container[str] | None) -> list[tuple[str, int]]:
    """The cursor's scene and each that grew from it at the cursor or later, in the order they were made (a fork comes
    after what it was forked from), each with the number of beats to leave out."""
    grown, ahead = {cursor.scene: cursor.beat}, [cursor.scene]
    while ahead:
        scene_id = ahead.pop()
        for other in graph.offspring.get(scene_id, ()):
            origin = graph.scenes[other].origin
            if origin is not None and origin[1] >= grown[scene_id] and (within is None or other in within):
                grown[other] = 0
                ahead.append(other)
    return sorted(grown.items(), key=lambda scene: graph.positions[scene[0]])


def _copied(beat: Beat, ids: Callable[[], str]) -> Beat:
    """The beat and its takes under ids of their own."""
    fresh = {take.id: ids() for take in beat.takes}
    takes = tuple(replace(take, id=fresh[take.id]) for take in beat.takes)
    return replace(beat, id=ids(), takes=takes, canonical=fresh[beat.canonical])


def _choice(scene: Scene, choice_id: str) -> Choice:
    for choice in scene.choices:
        if choice.id == choice_id:
            return choice
    raise StoryError("This scene has no such choice: it may already have been removed.")
