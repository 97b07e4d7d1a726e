"""Collecting what nothing reaches any more: blobs that no row refers to, and what killed writers left on the disk.

What is in the trash, or can be undone, is still referred to (`db.reach`).

A writer puts a blob first and refers to it a little later. Putting makes the blob young, and only what has been left
alone for a given time is collected; both hold the same lock (`BEGIN IMMEDIATE`, or one on the table of blobs), so a
writer finds the blob there or puts it again, never a name without a file. Files go after their rows: a crash between
the two leaves files that nobody refers to, for the next time. This module does not know what the bytes mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path

from sqlalchemy import ColumnElement, Connection, Engine, delete, select

from db.blobs import BlobFolder
from db.clock import stamp
from db.models import BlobRow
from db.reach import unreferred

__all__ = ["Collected", "collect"]

BATCH = 500  # blobs a transaction: others write in between


@dataclass(frozen=True, slots=True)
class Collected:
    """What was freed, or would be: the SHA-256 of each blob, how many unfinished files there were, and all bytes."""

    blobs: tuple[str, ...] = ()
    unfinished: int = 0
    size: int = 0


def collect(engine: Engine, blobs: BlobFolder, *, before: datetime, dry_run: bool = False) -> Collected:
    """Free what nothing refers to and nobody has put since `before`. `engine` is one for writing."""
    with engine.begin() as connection:
        found = list(connection.scalars(select(BlobRow.sha256).where(*_free(before))))
    found += _without_row(engine, blobs, before)
    unfinished = [file for file in blobs.leftovers() if _is_older(file, before)]
    freed, size = list[str](), sum(file.stat().st_size for file in unfinished)
    for batch in _batches(found):
        sizes = {digest: blobs.size(digest) for digest in batch}
        gone = batch if dry_run else _freed(engine, blobs, batch, before)
        freed += gone
        size += sum(sizes[digest] for digest in gone)
    if not dry_run:
        for file in unfinished:
            file.unlink(missing_ok=True)
    return Collected(tuple(freed), len(unfinished), size)


def _free(before: datetime) -> tuple[ColumnElement[bool], ...]:
    """The conditions under which a blob may go."""
    return (
        BlobRow.touched < stamp(before),
        *unreferred(),
    )


def _freed(engine: Engine, blobs: BlobFolder, batch: list[str], before: datetime) -> list[str]:
    """Those of a batch that are still nobody's: their rows are deleted first, then their files."""
    with engine.begin() as connection:
        _lock(connection)
        connection.execute(delete(BlobRow).where(BlobRow.sha256.in_(batch), *_free(before)))
    with engine.begin() as connection:
        _lock(connection)
        kept = set(connection.scalars(select(BlobRow.sha256).where(BlobRow.sha256.in_(batch))))
        gone = [digest for digest in batch if digest not in kept]
        for digest in gone:
            blobs.discard(digest)
    return gone


def _without_row(engine: Engine, blobs: BlobFolder, before: datetime) -> list[str]:
    """Old files that no row is about: their writer, or an earlier collection, was killed half way."""
    found: list[str] = []
    for batch in _batches(blobs.digests()):
        with engine.connect() as connection:
            known = set(connection.scalars(select(BlobRow.sha256).where(BlobRow.sha256.in_(batch))))
        strays = (digest for digest in batch if digest not in known)
        found += (digest for digest in strays if 0 < blobs.modified(digest) < before.timestamp())
    return found


def _lock(connection: Connection) -> None:
    """Nobody puts a blob or begins to refer to one until this transaction ends; SQLite's writers are alone anyway."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"LOCK TABLE {BlobRow.__tablename__} IN EXCLUSIVE MODE")


def _is_older(file: Path, before: datetime) -> bool:
    try:
        return file.stat().st_mtime < before.timestamp()
    except FileNotFoundError:
        return False


def _batches(digests: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(digests)
    while batch := list(islice(rest, BATCH)):
        yield batch
