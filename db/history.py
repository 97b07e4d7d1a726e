"""The changes of an episode as rows: what undo and redo need, across restarts.

One line per episode. Each row holds the patch that takes the story across its change, to the side on which it is not
now; crossing swaps it for the patch back. A new change drops what was undone before it, and the oldest go when there
are more than `MOST_CHANGES`. Works inside a transaction of the store, which keeps versions and owners; this module does
not know what a patch means (`storygraph.changes`).
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from db.models import ChangeBlobRow, ChangeRow
from storygraph.changes import Change, Patch, blobs_named, change_between, patch_back
from storygraph.graph import StoryGraph

__all__ = ["MOST_CHANGES", "change_of", "crossed", "edition", "named_change", "next_change", "note"]

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
    patch = patch_back(before, after)
    row = {
        "episode_id": after.episode.id, "number": number, "undone": False, "kind": change.kind,
        "subject": change.subject, "scene_id": change.scene, "beat": change.beat,
        "patch": patch, "created": time,
    }  # fmt: skip
    connection.execute(insert(ChangeRow), row)
    _keep_blobs(connection, after.episode.id, number, patch)


def next_change(connection: Connection, episode_id: str, *, undone: bool) -> Any | None:
    """The row of the change that would be redone (`undone`) or else undone next; None when there is none."""
    return connection.execute(_next(select(ChangeRow.__table__), episode_id, undone)).first()


def named_change(connection: Connection, episode_id: str, *, undone: bool) -> Change | None:
    """The change of `next_change`, without its patch, which may be long."""
    named = select(ChangeRow.kind, ChangeRow.subject, ChangeRow.scene_id, ChangeRow.beat)
    row = connection.execute(_next(named, episode_id, undone)).first()
    return None if row is None else change_of(row)


def edition(connection: Connection, episode_id: str) -> str:
    """A word for what has been done to a story and not undone, another after every change; clips are none."""
    named = select(ChangeRow.number, ChangeRow.created)
    rows = [connection.execute(_next(named, episode_id, undone)).first() for undone in (False, True)]
    return " ".join("-" if row is None else f"{row.number}@{row.created}" for row in rows)


def change_of(row: Any) -> Change:
    """The change a row tells of."""
    return Change(row.kind, row.subject, row.scene_id, row.beat)


def crossed(connection: Connection, row: Any, before: StoryGraph, after: StoryGraph) -> None:
    """Say that the change of `row` has been undone or redone, which made `after` of `before`."""
    patch = patch_back(before, after)
    here = _of_change(ChangeRow, row.episode_id, row.number)
    connection.execute(update(ChangeRow).where(*here).values(undone=not row.undone, patch=patch))
    _keep_blobs(connection, row.episode_id, row.number, patch)


def _next(columns: Any, episode_id: str, undone: bool) -> Any:
    order = ChangeRow.number.asc() if undone else ChangeRow.number.desc()
    return columns.where(ChangeRow.episode_id == episode_id, ChangeRow.undone == undone).order_by(order).limit(1)


def _keep_blobs(connection: Connection, episode_id: str, number: int, patch: Patch) -> None:
    """Say which blobs the patch may need, so that they are kept whatever the stories themselves refer to now."""
    connection.execute(delete(ChangeBlobRow).where(*_of_change(ChangeBlobRow, episode_id, number)))
    rows = [{"episode_id": episode_id, "number": number, "blob": digest} for digest in sorted(blobs_named(patch))]
    if rows:
        connection.execute(insert(ChangeBlobRow), rows)


def _of_change(table: Any, episode_id: str, number: int) -> tuple[Any, ...]:
    return table.episode_id == episode_id, table.number == number
