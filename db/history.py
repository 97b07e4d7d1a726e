"""The changes of an episode as rows: what undo and redo need, across restarts.

One line per episode. Each row holds the patch that takes the story across its change, to the side on which it is not
now; crossing swaps it for the patch back. A new change drops what was undone before it, and the oldest go when there
are more than `MOST_CHANGES`. Works inside a transaction of the store, which keeps versions and owners; this module does
not know what a patch means (`storygraph.changes`).
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from db.models import ChangeRow
from storygraph.changes import Change, Patch, blobs_named, change_between, patch_back
from storygraph.graph import StoryGraph

__all__ = ["MOST_CHANGES", "blobs_in_history", "change_of", "crossed", "next_change", "note"]

MOST_CHANGES = 200  # that an episode keeps


def note(connection: Connection, before: StoryGraph, after: StoryGraph, time: str) -> None:
    """Keep the change that made `after` of `before`, as the last of its episode; clips alone are none."""
    change = change_between(before, after)
    if change is None:
        return
    mine = ChangeRow.episode_id == after.episode.id
    connection.execute(delete(ChangeRow).where(mine, ChangeRow.undone))
    number = 1 + (connection.execute(select(func.max(ChangeRow.number)).where(mine)).scalar() or 0)
    connection.execute(delete(ChangeRow).where(mine, ChangeRow.number <= number - MOST_CHANGES))
    row = {
        "episode_id": after.episode.id, "number": number, "undone": False, "kind": change.kind,
        "subject": change.subject, "scene_id": change.scene, "beat": change.beat,
        "patch": patch_back(before, after), "created": time,
    }  # fmt: skip
    connection.execute(insert(ChangeRow), row)


def next_change(connection: Connection, episode_id: str, *, undone: bool) -> Any | None:
    """The row of the change that would be redone (`undone`) or else undone next; None when there is none."""
    order = ChangeRow.number.asc() if undone else ChangeRow.number.desc()
    where = (ChangeRow.episode_id == episode_id, ChangeRow.undone == undone)
    return connection.execute(select(ChangeRow.__table__).where(*where).order_by(order).limit(1)).first()


def change_of(row: Any) -> Change:
    """The change a row tells of."""
    return Change(row.kind, row.subject, row.scene_id, row.beat)


def crossed(connection: Connection, row: Any, before: StoryGraph, after: StoryGraph) -> None:
    """Say that the change of `row` has been undone or redone, which made `after` of `before`."""
    here = (ChangeRow.episode_id == row.episode_id, ChangeRow.number == row.number)
    values = {"undone": not row.undone, "patch": patch_back(before, after)}
    connection.execute(update(ChangeRow).where(*here).values(values))


def blobs_in_history(connection: Connection) -> frozenset[str]:
    """The SHA-256 of every blob that undoing or redoing anything may need: they are reachable, whatever the stories
    themselves refer to now."""
    patches: list[Patch] = list(connection.execute(select(ChangeRow.patch)).scalars())
    return frozenset().union(*map(blobs_named, patches))
