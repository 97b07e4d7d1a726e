"""Looking whether everything that was saved is there and whole: every blob, every row, every story.

Changes nothing but this: a damaged blob is put into quarantine, as whenever one is read. Knows no owner: it is for
whoever keeps the folder, and tells ids, sizes and places, nothing of what a story says.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, func, select

from db.blobs import BlobFolder
from db.models import BlobRow, EpisodeRow
from db.rows import episode_of
from storygraph.errors import StoryError
from storygraph.graph import StoryGraph
from storygraph.progress import Progress
from storygraph.soundness import flaws
from storygraph.story import Episode

__all__ = ["Verified", "verify"]

Load = Callable[[Connection, Episode], StoryGraph]


@dataclass(frozen=True, slots=True)
class Verified:
    """How much was looked at, and what is wrong, a sentence each."""

    episodes: int
    blobs: int
    size: int
    flaws: tuple[str, ...]


def verify(engine: Engine, blobs: BlobFolder, load: Load, progress: Progress | None = None) -> Verified:
    """Look at everything as it is at this moment. `engine` is one for reading."""
    with engine.begin() as connection:
        rows = connection.execute(select(BlobRow.sha256, BlobRow.size).order_by(BlobRow.sha256)).all()
        found = _of_database(connection)
        episodes = connection.execute(select(EpisodeRow.__table__).order_by(EpisodeRow.id)).all()
        for row in episodes:
            found += (f"Episode {row.id}: {flaw}" for flaw in flaws(load(connection, episode_of(row))))
    for done, (digest, size) in enumerate(rows):
        if progress is not None:
            progress(done / len(rows), "Reading what was saved")
        found += _of_blob(engine, blobs, digest, size)
    return Verified(len(episodes), len(rows), sum(size for _, size in rows), tuple(found))


def _of_blob(engine: Engine, blobs: BlobFolder, digest: str, size: int) -> list[str]:
    try:
        data = blobs.get(digest)
    except StoryError as error:
        with engine.begin() as connection:  # it may have been collected since the rows were read
            kept = connection.scalar(select(func.count()).where(BlobRow.sha256 == digest))
        return [str(error)] if kept else []
    return [] if len(data) == size else [f"Blob {digest} has {len(data)} bytes, and was said to have {size}."]


def _of_database(connection: Connection) -> list[str]:
    """What SQLite finds wrong with its file and with what refers to what; PostgreSQL sees to that itself."""
    if connection.dialect.name != "sqlite":
        return []
    told = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
    found = [f"The episodes file is damaged: {line}" for line in told if line != "ok"]
    dangling = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    return found + [f"A row of {row[0]} refers to a row of {row[2]} that is missing." for row in dangling]
