"""A director for tests: the real thing with a tiny untrained model, so that acting takes no time."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from texts import TEXT

from db.store import EpisodeStore
from director.crew import Crew
from director.director import Director
from model.renderer.renderer import Renderer
from model.world import WorldModel
from storygraph.story import Cursor, new_id

PROMPT = "A village with a knight, a blacksmith, a well and a sword."
WALK = "The knight walks to the well."
SAY = 'The blacksmith says: "It is coming."'


@cache
def crew(seed: int = 0) -> Crew:
    """One crew for all tests: it keeps nothing of what it has acted. It draws on the thread of its test: the other
    processor has a test of its own."""
    return Crew(WorldModel.tiny(seed), TEXT, Renderer(threads=1))


def open_director(folder: Path, *, model: int = 0) -> Director:
    """The director of the episodes in a folder, as a restarted server would open it."""
    return Director(EpisodeStore.open(folder), crew(model), folder)


def copied(director: Director, *cursors: Cursor) -> tuple[Cursor, ...]:
    """The same places in a copy of their episode, for a test that changes what others share."""
    graph = director.story(cursors[0].episode)
    copy = director._store.create(replace(graph, episode=replace(graph.episode, id=new_id())))
    return tuple(replace(cursor, episode=copy.episode.id) for cursor in cursors)
