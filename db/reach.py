"""What refers to a blob, and whose it is therefore.

Whatever refers to a blob does so by a foreign key, so the columns to look at are read off the tables themselves: a new
table that keeps blobs has nothing to register. What is in the trash, or can be undone, still refers to its blobs. This
module does not know what a blob means.
"""

from __future__ import annotations

from functools import cache

from sqlalchemy import ColumnElement, Connection, Select, bindparam, exists, or_, select

from db.models import BlobRow, EpisodeRow, Row

__all__ = ["belongs", "referrers", "unreferred"]


def referrers() -> tuple[ColumnElement[str], ...]:
    """Every column that names a blob."""
    target = BlobRow.__table__.c.sha256
    columns = (column for table in Row.metadata.sorted_tables for column in table.columns)
    return tuple(column for column in columns if any(key.column is target for key in column.foreign_keys))


def unreferred() -> tuple[ColumnElement[bool], ...]:
    """The conditions under which no column names a row of blobs."""
    return tuple(~exists().where(column == BlobRow.sha256) for column in referrers())


def belongs(connection: Connection, sha256: str, owner: str) -> bool:
    """Whether an episode of that owner refers to a blob: then, and only then, may he read it."""
    return bool(connection.scalar(_belongs(), {"sha256": sha256, "owner": owner}))


@cache
def _belongs() -> Select[tuple[bool]]:
    ways = []
    for column in referrers():
        episode = column.table.c.id if column.table is EpisodeRow.__table__ else column.table.c.episode_id
        mine = (EpisodeRow.id == episode, EpisodeRow.owner == bindparam("owner"))
        ways.append(exists().where(column == bindparam("sha256"), *mine))
    return select(or_(*ways))
