"""Opening databases of other versions: upgraded after a backup, put back when that fails, never guessed at."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import MetaData, inspect, make_url, select, text
from stories import OWNER, Kit, branching

from db.engine import open_engine, sqlite_url
from db.migrate import MIGRATIONS, config, migrate
from db.models import Row
from db.store import EpisodeStore
from storygraph.errors import StoryError
from storygraph.graph import StoryGraph

Keep = Callable[[StoryGraph], StoryGraph]

HEAD = str(ScriptDirectory.from_config(config()).get_current_head())  # the last revision of this version
NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "next"
down_revision = "{head}"


def upgrade() -> None:
    with op.batch_alter_table("scenes") as scenes:  # SQLite rewrites the whole table for this
        scenes.alter_column("title", type_=sa.String(500))
        scenes.add_column(sa.Column("mood", sa.Text()))
{then}
"""


def revisions(folder: Path, then: str = "") -> Path:
    """This version's migrations and one more."""
    copy = shutil.copytree(MIGRATIONS, folder / "migrations", ignore=shutil.ignore_patterns("__pycache__"))
    (copy / "versions" / "next.py").write_text(NEXT.format(head=HEAD, then=then))
    return copy


@pytest.fixture
def database(request: pytest.FixtureRequest) -> str | None:
    """As for all tests of the store, but a database that may be left with other tables."""
    return None if request.param == "sqlite" else str(request.getfixturevalue("postgresql").database())


@pytest.fixture
def url(tmp_path: Path, database: str | None) -> str:
    """Where the rows of this test's store are."""
    return database or sqlite_url(tmp_path / "episodes" / "episodes.db")


def content(url: str) -> list[str]:
    """Everything that is in a database."""
    if make_url(url).get_backend_name() == "sqlite":
        with closing(sqlite3.connect(str(make_url(url).database))) as connection:
            return list(connection.iterdump())
    engine = open_engine(url)
    tables = MetaData()
    tables.reflect(engine)
    told: list[str] = []
    with engine.connect() as connection:
        for table in tables.sorted_tables:
            columns, rows = inspect(connection).get_columns(table.name), connection.execute(select(table))
            told += [f"{table.name} {what}" for what in (*columns, *sorted(map(str, rows)))]
    engine.dispose()
    return told


def backups(folder: Path) -> list[Path]:
    return list(folder.rglob("*.before-*"))


def test_the_migrations_make_exactly_the_tables_of_the_models(store: EpisodeStore, url: str) -> None:
    engine = open_engine(url)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Row.metadata) == []
    engine.dispose()


def test_an_up_to_date_database_is_left_alone(
    store: EpisodeStore, keep: Keep, kit: Kit, tmp_path: Path, url: str
) -> None:
    keep(branching(kit))
    store.close()
    before = content(url)
    migrate(url)
    assert content(url) == before
    assert not backups(tmp_path)


def test_an_older_database_is_upgraded_after_a_backup(
    store: EpisodeStore, keep: Keep, kit: Kit, tmp_path: Path, url: str
) -> None:
    saved = keep(branching(kit))
    before = content(url)  # the store is still open: on SQLite much of this is in the write-ahead log only
    migrate(url, revisions(tmp_path))
    for backup in backups(tmp_path):  # PostgreSQL needs none: its upgrade is a transaction
        assert backup.name == f"episodes.db.before-{HEAD}"
        assert content(sqlite_url(backup)) == before
    assert len(backups(tmp_path)) == url.startswith("sqlite")
    engine = open_engine(url)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM scenes WHERE mood IS NULL")).scalar() == 6
    engine.dispose()
    assert store.load("dragon", OWNER) == saved  # rewriting the scenes did not take their beats with them


def test_episodes_of_before_there_was_density_are_as_they_were(tmp_path: Path) -> None:
    database = tmp_path / "episodes.db"
    later = shutil.ignore_patterns("__pycache__", "000[2-9]*")
    first = shutil.copytree(MIGRATIONS, tmp_path / "first", ignore=later)
    migrate(sqlite_url(database), first)
    values = ("e", OWNER, "T", "P", "16:9", "vinyl", 7, "s", 1, "", "")
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute(
            "INSERT INTO episodes (id, owner, title, prompt, aspect, style, seed, root, version, created, updated)"
            " VALUES (?,?,?,?,?,?,?,?,?,?,?)", values,
        )  # fmt: skip
    store = EpisodeStore.open(tmp_path)
    (episode,) = store.episodes(OWNER)
    store.close()
    assert (episode.seed, episode.narrative, episode.event_style, episode.layout) == (7, "Normal", "normal", "Calm")


NO = "    raise RuntimeError('no')"
COMMITTED = "    op.execute('COMMIT'); raise RuntimeError('no')"  # what no revision should do


@pytest.mark.parametrize("then", [NO, COMMITTED])
def test_a_failed_upgrade_puts_everything_back(
    store: EpisodeStore, keep: Keep, kit: Kit, tmp_path: Path, url: str, then: str, reopened: Callable[[], EpisodeStore]
) -> None:
    if then == COMMITTED and not url.startswith("sqlite"):
        pytest.skip("there is no copy of a PostgreSQL database: it relies on the transaction")
    saved = keep(branching(kit))
    store.close()
    before = content(url)
    with pytest.raises(StoryError, match="are as they were"):
        migrate(url, revisions(tmp_path, then))
    assert content(url) == before
    assert reopened().load("dragon", OWNER) == saved


def test_a_database_of_a_newer_version_is_refused_and_left_alone(
    store: EpisodeStore, url: str, tmp_path: Path, reopened: Callable[[], EpisodeStore]
) -> None:
    migrate(url, revisions(tmp_path))
    before = content(url)
    with pytest.raises(StoryError, match="newer version of Nacre: update"):
        reopened()
    assert content(url) == before


@pytest.fixture
def bare(tmp_path: Path, database: str | None, request: pytest.FixtureRequest) -> str | None:
    """A database without any table."""
    return None if database is None else str(request.getfixturevalue("postgresql").bare_database())


def test_several_programs_may_start_at_once(tmp_path: Path, bare: str | None) -> None:
    with ThreadPoolExecutor(4) as pool:
        stores = list(pool.map(lambda _: EpisodeStore.open(tmp_path, bare), range(8)))
    assert [store.episodes(OWNER) for store in stores] == [[]] * 8
    for store in stores:
        store.close()
