"""Opening the database: SQLite beside the blobs by default, PostgreSQL by URL.

SQLite connections get write-ahead logging, foreign keys and a busy timeout, and what is committed has reached the disk.
A transaction on the engine of `writing` begins with BEGIN IMMEDIATE: one that reads first and writes later could
otherwise fail half way when somebody else writes in between. One on that of `reading` sees all tables at one moment,
whatever others commit meanwhile. This module does not know the tables.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import ArgumentError, DBAPIError, InterfaceError, OperationalError

from storygraph.errors import StoryError

__all__ = ["open_engine", "reading", "said_plainly", "sqlite_url", "writing"]

BUSY_TIMEOUT_MS = 10_000

_MENDABLE = {
    sqlite3.SQLITE_FULL: "The disk is full, so the change was not saved: free some space and do that again.",
    sqlite3.SQLITE_BUSY: "Another Nacre is saving to the same folder: wait a moment and do that again.",
    sqlite3.SQLITE_IOERR: "The disk cannot be read or written: check that it is whole and not full, and do that again.",
    sqlite3.SQLITE_READONLY: "The episodes cannot be written to: make their folder writable.",
    sqlite3.SQLITE_CANTOPEN: "The episodes cannot be opened: check that their folder exists and is writable.",
    sqlite3.SQLITE_NOTADB: "The episodes file is not a Nacre database: put it back from a backup.",
    sqlite3.SQLITE_CORRUPT: "The episodes file is damaged: put it back from a backup.",
}

# PostgreSQL's error codes (its manual, appendix A)
_MENDABLE_THERE = {
    "28P01": "The database refuses that password: correct its URL.",
    "3D000": "The database server has no such database: create it (createdb), or correct the URL.",
    "53100": "The database server's disk is full, so the change was not saved: free some space and do that again.",
    "53300": "The database server has no connection left: close what else uses it and do that again.",
    "57P01": "The database server was stopped, so the change was not saved: start it and do that again.",
}


def sqlite_url(path: Path) -> str:
    """The URL of the SQLite database in that file."""
    return f"sqlite+pysqlite:///{path}"


def open_engine(url: str, *, foreign_keys: bool = True) -> Engine:
    """An engine for `url`. `foreign_keys=False` is for migrations, whose table rewrites would delete children.

    Raises StoryError when the URL cannot be understood or its driver is not installed.
    """
    try:
        engine = create_engine(url)
    except (ArgumentError, ModuleNotFoundError) as error:
        raise StoryError(f"That database URL cannot be used ({error}): correct it, or install its driver.") from error
    if engine.dialect.name == "sqlite":
        _tune_sqlite(engine, foreign_keys)
    return engine


def writing(engine: Engine) -> Engine:
    """The same engine for transactions that write."""
    return engine.execution_options(nacre_writing=True)


def reading(engine: Engine) -> Engine:
    """The same engine for transactions that only read: SQLite's see one moment anyway, PostgreSQL's when asked to."""
    if engine.dialect.name == "postgresql":
        return engine.execution_options(isolation_level="REPEATABLE READ")
    return engine


@contextmanager
def said_plainly() -> Iterator[None]:
    """Turns a database error that an author can mend (disk full, file damaged) into a StoryError."""
    try:
        yield
    except DBAPIError as error:
        code = getattr(error.orig, "sqlite_errorcode", 0) & 0xFF  # the low byte is the primary result code
        if code in _MENDABLE:
            raise StoryError(_MENDABLE[code]) from error
        if (there := _sqlstate(error.orig)) in _MENDABLE_THERE:
            raise StoryError(_MENDABLE_THERE[there]) from error
        if isinstance(error, (OperationalError, InterfaceError)) and not isinstance(error.orig, sqlite3.Error):
            raise StoryError("The database does not answer: check that it runs and that its URL is right.") from error
        raise


def _sqlstate(error: object) -> str:
    """PostgreSQL's code of an error, as pg8000 (a dictionary of fields) or psycopg (an attribute) tell it."""
    fields = next(iter(getattr(error, "args", ())), None)
    code = fields.get("C", "") if isinstance(fields, dict) else getattr(error, "sqlstate", "")
    return str(code)


def _tune_sqlite(engine: Engine, foreign_keys: bool) -> None:
    @event.listens_for(engine, "connect")
    def on_connect(connection: Any, record: Any) -> None:
        connection.isolation_level = None  # the driver must not begin transactions by itself: on_begin does
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA synchronous = FULL")  # NORMAL would lose the last changes to a power cut
        cursor.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def on_begin(connection: Connection) -> None:
        immediate = connection.get_execution_options().get("nacre_writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
