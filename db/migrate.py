"""Bringing a database up to this version's tables, with a backup to fall back on.

A database that is up to date is left alone. An upgrade is one transaction: a revision that fails leaves everything as
it was. An older SQLite file is copied first all the same (by SQLite's own backup, which sees what is still in the
write-ahead log), and put back if a revision fails after it has committed by itself. PostgreSQL is not copied: that is
for its owner's `pg_dump`. The revisions are in `db/migrations`. This module does not know what any table is for.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from db.engine import open_engine, writing
from storygraph.errors import StoryError

__all__ = ["MIGRATIONS", "config", "migrate"]

MIGRATIONS = Path(__file__).parent / "migrations"
POSTGRESQL_LOCK = 0x6E61637265  # "nacre": any number, but always the same


def config(migrations: Path = MIGRATIONS) -> Config:
    """Alembic's settings for the revisions in that folder."""
    settings = Config()
    settings.set_main_option("script_location", str(migrations).replace("%", "%%"))
    settings.set_main_option("path_separator", "os")
    return settings


def migrate(url: str, migrations: Path = MIGRATIONS) -> None:
    """Bring the database at `url` up to the newest revision in the folder.

    Two programs starting at once do not get in each other's way: the second waits and finds nothing left to do.
    Raises StoryError when the database comes from a newer Nacre, or a revision fails; then all is as it was before.
    """
    settings = config(migrations)
    engine = open_engine(url, foreign_keys=False)
    before = _Before()
    try:
        with writing(engine).begin() as connection:
            _wait_for_others(connection)
            current = MigrationContext.configure(connection).get_current_revision()
            if _is_behind(current, settings):
                before = _backed_up(engine, current)
                _upgrade(connection, settings, before)
    except Exception as error:
        engine.dispose()
        if before.revision is None:
            raise
        if before.is_lost and before.backup is not None:
            _copy(before.backup, _file(engine))
        copy = f" (there is a copy in “{before.backup}”)" if before.backup else ""
        raise StoryError(
            f"Your episodes could not be brought up to this version and are as they were{copy}: "
            "go back to the version of Nacre you had."
        ) from error
    finally:
        engine.dispose()


@dataclass
class _Before:
    """What a database was before it is upgraded: its revision if it had one, where it was copied to if it is a file,
    and whether the transaction that would bring it back is lost."""

    revision: str | None = None
    backup: Path | None = None
    is_lost: bool = False


def _backed_up(engine: Engine, current: str | None) -> _Before:
    """A file is copied. PostgreSQL changes tables in a transaction, so that rolling back brings all of it back."""
    is_file = current is not None and engine.dialect.name == "sqlite"
    return _Before(current, _back_up(_file(engine), str(current)) if is_file else None)


def _upgrade(connection: Connection, settings: Config, before: _Before) -> None:
    settings.attributes["connection"] = connection
    try:
        command.upgrade(settings, "head")
    except Exception:
        before.is_lost = not getattr(connection.connection.dbapi_connection, "in_transaction", True)
        raise


def _wait_for_others(connection: Connection) -> None:
    """One upgrade at a time: on SQLite the transaction already sees to that, PostgreSQL needs a lock until its end."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({POSTGRESQL_LOCK})")


def _is_behind(current: str | None, settings: Config) -> bool:
    script = ScriptDirectory.from_config(settings)
    if current is not None and current not in {revision.revision for revision in script.walk_revisions()}:
        raise StoryError("These episodes were made by a newer version of Nacre: update Nacre to open them.")
    return current != script.get_current_head()


def _file(engine: Engine) -> Path:
    return Path(str(engine.url.database))


def _back_up(database: Path, revision: str) -> Path:
    backup = database.with_name(f"{database.name}.before-{revision}")
    _copy(database, backup)
    return backup


def _copy(source: Path, target: Path) -> None:
    """Make `target` a copy of the database `source`, both possibly open elsewhere."""
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)
