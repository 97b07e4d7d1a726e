"""What is at a place of a story: the beat that ends there, its takes, and what another scene that grows there is.

Values in, values out; keeps nothing, acts nothing.
"""

from __future__ import annotations

from dataclasses import replace

from director.casting.spotting import is_chinese
from director.texts import required_line
from storygraph.errors import StoryConflict, StoryError
from storygraph.graph import StoryGraph
from storygraph.story import Beat, Choice, Cursor, Scene, Take, new_id

__all__ = ["beat_before", "branched", "forked", "named", "refuse_another", "shortened", "take_at"]

_SHORT = 60  # characters of a direction that name the branch it begins


def beat_before(graph: StoryGraph, cursor: Cursor) -> tuple[Beat, Cursor]:
    """The beat that ends at the cursor, and where it starts."""
    scene = graph.scene_at(cursor)
    if cursor.beat == 0:
        raise StoryError("There is no beat before this place: direct one first.")
    return scene.beats[cursor.beat - 1], replace(cursor, beat=cursor.beat - 1)


def take_at(graph: StoryGraph, cursor: Cursor, take_id: str) -> Take:
    """A take of the beat before the cursor."""
    beat, _ = beat_before(graph, cursor)
    try:
        return beat.take_of(take_id)
    except KeyError:
        raise StoryError("This beat has no such take: pick one of those beside it.") from None


def refuse_another(newest: StoryGraph, cursor: Cursor, beat: Beat) -> None:
    """Raises StoryConflict when the beat before the cursor is no longer the one that was worked on."""
    if beat_before(newest, cursor)[0].id != beat.id:
        raise StoryConflict("This beat was changed somewhere else meanwhile: reload it and do that again.")


def forked(
    graph: StoryGraph, cursor: Cursor, choice: Choice, title: str = "", at: str | None = None
) -> tuple[StoryGraph, Cursor]:
    """The story with a new scene that starts at the cursor, from the checkpoint `at` if it is another, and with a
    choice that leads to it, offered as `choice` says; and the new scene's start."""
    label = choice.label or shortened(_another_way(graph, cursor))
    grown, start = branched(graph, cursor, title or shortened(label), at)
    return grown.with_choice(cursor.scene, replace(choice, label=label, to=start.scene, after=cursor.beat)), start


def _another_way(graph: StoryGraph, cursor: Cursor) -> str:
    """What a fork is called that its author has given no words."""
    title, number = graph.scene_at(cursor).title, len(graph.forks(cursor)) + 2
    return f"{title}，另一条路 {number}" if is_chinese(graph.episode.prompt) else f"{title}, another way {number}"


def branched(graph: StoryGraph, cursor: Cursor, title: str, at: str | None = None) -> tuple[StoryGraph, Cursor]:
    """The story with a new scene that starts at the cursor, from the checkpoint `at` if it is another; its start."""
    scene = Scene(new_id(), title, at or graph.checkpoint_at(cursor), (cursor.scene, cursor.beat))
    return graph.with_scene(scene), Cursor(graph.episode.id, scene.id, 0)


def named(title: str) -> str:
    """The title of a scene. Raises StoryError when that is nothing."""
    return required_line(title, "The title", "A scene needs a title: write a few words.")


def shortened(text: str) -> str:
    """What a direction or label is called where there is little room."""
    text = " ".join(text.split())
    return text if len(text) <= _SHORT else text[: _SHORT - 1].rstrip() + "…"
