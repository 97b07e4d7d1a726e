"""Two takes or two branches side by side: what was directed, how long it runs, and what differs in the end.

Knows stories and the words for what differs; draws nothing and changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from director.continuity.reconciling import Mismatch, reconciliation
from storygraph.branches import parting
from storygraph.errors import StoryError
from storygraph.facts import Facts
from storygraph.graph import StoryGraph
from storygraph.story import Beat, Cursor

__all__ = ["Comparison", "Side", "branches_compared", "takes_compared"]

FactsOf = Callable[[str], Facts | None]  # the facts of a checkpoint, by its SHA-256; None when it cannot be read


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two. `directions` are the author's words since the sides parted, `checkpoint` is the state it ends in;
    `done` and `asked` count the actions that were done and all that were asked for, over these beats."""

    title: str
    directions: tuple[str, ...]
    duration_s: float
    done: int
    asked: int
    checkpoint: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """`together` counts the beats that both have in common before they part; `differences` are what is not the same in
    their last states, `here` in the first and `there` in the second."""

    together: int
    one: Side
    other: Side
    differences: tuple[Mismatch, ...]


def takes_compared(
    graph: StoryGraph, cursor: Cursor, take_ids: tuple[str, str], facts_of: FactsOf, language: str
) -> Comparison:
    """Two takes of the beat that ends at the cursor. Raises StoryError when it has no such takes."""
    beat = graph.beats_before(cursor)[-1] if cursor.beat else None
    numbers = {take.id: number for number, take in enumerate(beat.takes, start=1)} if beat else {}
    if beat is None or any(take_id not in numbers for take_id in take_ids):
        raise StoryError("This beat has no such take: pick two of those beside it.")
    sides = [_side(_take_title(numbers[name], language), (beat,), name) for name in take_ids]
    return _compared(cursor.beat - 1, sides[0], sides[1], facts_of, language)


def branches_compared(graph: StoryGraph, one: Cursor, other: Cursor, facts_of: FactsOf, language: str) -> Comparison:
    """The ways to two cursors."""
    together = parting(graph, one, other)
    sides = [
        _side(graph.scene_at(cursor).title, graph.ancestry(cursor)[together:], checkpoint=graph.checkpoint_at(cursor))
        for cursor in (one, other)
    ]
    return _compared(together, sides[0], sides[1], facts_of, language)


def _side(title: str, beats: tuple[Beat, ...], take_id: str | None = None, checkpoint: str = "") -> Side:
    """The canonical takes of these beats, or the one named of the only beat."""
    takes = [beat.take if take_id is None else beat.take_of(take_id) for beat in beats]
    rows = [row for take in takes for row in take.receipt if not row.get("unbidden")]
    return Side(
        title,
        tuple(beat.words_of(take) for beat, take in zip(beats, takes, strict=True)),
        sum(take.duration_s for take in takes),
        sum(row["status"] == "done" for row in rows),
        len(rows),
        checkpoint or takes[-1].checkpoint,
    )


def _compared(together: int, one: Side, other: Side, facts_of: FactsOf, language: str) -> Comparison:
    here, there = facts_of(one.checkpoint), facts_of(other.checkpoint)
    if here is None or there is None:
        raise StoryError("A saved state of these two cannot be read: act one of them again.")
    found = reconciliation(here, there, _in(one.title, language), _in(other.title, language), language)
    return Comparison(together, one, other, found)


def _take_title(number: int, language: str) -> str:
    return f"第{number}条" if language == "zh" else f"Take {number}"


def _in(title: str, language: str) -> str:
    return f"在“{title}”里" if language == "zh" else f"in “{title}”"
