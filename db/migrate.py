"""Bringing a database up to this version's tables, with a backup to fall back on.

A database that is up to date is left alone. An older SQLite file is copied first (by SQLite's own backup, which sees
what is still in the write-ahead log), and put back if a revision fails. The revisions themselves are in
`db/migrations`. This module does not know what any table is for.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
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
    backup: Path | None = None
    try:
        with writing(engine).begin() as connection:
            _wait_for_others(connection)
            current = MigrationContext.configure(connection).get_current_revision()
            if not _is_behind(current, settings):
                return
            if current is not None and engine.dialect.name == "sqlite":
                backup = _back_up(_file(engine), current)
            settings.attributes["connection"] = connection
            command.upgrade(settings, "head")
    except Exception as error:
        if backup is None:
            raise
        engine.dispose()
        _copy(backup, _file(engine))
        raise StoryError(
            "Your episodes could not be brought up to this version and are as they were "
            f"(there is a copy in “{backup}”): go back to the version of Nacre you had."
        ) from error
    finally:
        engine.dispose()


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
