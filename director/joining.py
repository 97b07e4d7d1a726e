"""What it takes to lead a choice to a scene that exists already: that it does not lead back, and what would not fit.

Values in, values out; acts nothing and keeps nothing.
"""

from __future__ import annotations

from director.continuity.checking import SeenStory
from director.continuity.reconciling import Mismatch, joint, reconciliation
from director.shaping import language_of
from storygraph.errors import StoryError
from storygraph.graph import StoryGraph
from storygraph.story import Choice, Cursor

__all__ = ["mismatches", "refuse_leading_back"]


def mismatches(story: SeenStory, cursor: Cursor, to: str) -> tuple[Mismatch, ...]:
    """What differs between the cursor and the start of the scene `to`, in the author's language."""
    graph = story.graph
    target, language = graph.scene(to), language_of(graph)
    here, there = story.facts(graph.checkpoint_at(cursor)), story.facts(target.start)
    if here is None or there is None:
        raise StoryError("A saved state of these scenes cannot be read: act them again.")
    when = joint(graph.scene_at(cursor), cursor.beat, target, language)
    gone = story.lost(cursor.scene, cursor.beat), story.lost(to, 0)
    return reconciliation(here, there, *when, language, *gone)


def refuse_leading_back(graph: StoryGraph, scene_id: str, choice: Choice) -> None:
    """Raises StoryError when the scene cannot have the choice: before anything is acted for it."""
    graph.refuse_unfit(choice)
    if graph.leads(choice.to, scene_id):
        raise StoryError("That choice would lead back to where the story came from: fork a new scene instead.")
