"""The lines that were said in a beat, as the state after it tells them.

Knows takes, captions and states; nothing of memories, or of how a line came about.
"""

from __future__ import annotations

from director.statejson import Spoken
from model.state import WorldState
from storygraph.graph import StoryGraph
from storygraph.story import Cursor

__all__ = ["spoken_at"]


def spoken_at(graph: StoryGraph, cursor: Cursor, state: WorldState) -> tuple[Spoken, ...]:
    """The lines of the beat that ended at the cursor, in world time, each with the mood it was asked or felt in."""
    beats = graph.ancestry(cursor, 1)
    if not beats or beats[-1].take.checkpoint != graph.checkpoint_at(cursor):
        return ()
    take = beats[-1].take
    began = state.moment.time_s - take.duration_s
    moods = {line["text"]: line["mood"] for line in take.directive.get("lines", ())}
    felt = {e.name: state.moment.emotion_name(row) for row, e in enumerate(state.stage.entities)}
    return tuple(
        Spoken(c.speaker, c.text, moods.get(c.text) or felt.get(c.speaker, "calm"), began + c.start_s, began + c.end_s)
        for c in take.captions
    )
