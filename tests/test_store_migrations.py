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
from stories import OWNER, Kit, branching

from db.engine import open_engine, sqlite_url
from db.migrate import MIGRATIONS, migrate
from db.models import Row
from db.store import EpisodeStore
from storygraph.errors import StoryError
from storygraph.graph import StoryGraph

Keep = Callable[[StoryGraph], StoryGraph]

HEAD = "0007"  # the last revision of this version
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


def content(database: Path) -> list[str]:
    with closing(sqlite3.connect(database)) as connection:
        return list(connection.iterdump())


def test_the_migrations_make_exactly_the_tables_of_the_models(tmp_path: Path) -> None:
    url = sqlite_url(tmp_path / "new.db")
    migrate(url)
    engine = open_engine(url)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Row.metadata) == []
    engine.dispose()


def test_an_up_to_date_database_is_left_alone(store: EpisodeStore, keep: Keep, kit: Kit, tmp_path: Path) -> None:
    keep(branching(kit))
    store.close()
    database = tmp_path / "episodes" / "episodes.db"
    before = content(database)
    migrate(sqlite_url(database))
    assert content(database) == before
    assert not list(database.parent.glob("*.before-*"))


def test_an_older_database_is_upgraded_after_a_backup(
    store: EpisodeStore, keep: Keep, kit: Kit, tmp_path: Path
) -> None:
    saved = keep(branching(kit))
    database = tmp_path / "episodes" / "episodes.db"
    before = content(database)  # the store is still open: much of this is in the write-ahead log only
    migrate(sqlite_url(database), revisions(tmp_path))
    assert content(database.with_name(f"episodes.db.before-{HEAD}")) == before
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("SELECT count(*) FROM scenes WHERE mood IS NULL").fetchone() == (6,)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
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


@pytest.mark.parametrize("then", ["    raise RuntimeError('no')", "    op.execute('COMMIT'); raise RuntimeError('no')"])
def test_a_failed_upgrade_puts_everything_back(
    store: EpisodeStore, keep: Keep, kit: Kit, tmp_path: Path, then: str
) -> None:
    saved = keep(branching(kit))
    store.close()
    database = tmp_path / "episodes" / "episodes.db"
    before = content(database)
    with pytest.raises(StoryError, match="are as they were"):
        migrate(sqlite_url(database), revisions(tmp_path, then))
    assert content(database) == before
    again = EpisodeStore.open(tmp_path / "episodes")
    assert again.load("dragon", OWNER) == saved
    again.close()


def test_a_database_of_a_newer_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    database = tmp_path / "episodes.db"
    migrate(sqlite_url(database), revisions(tmp_path))
    before = content(database)
    with pytest.raises(StoryError, match="newer version of Nacre: update"):
        EpisodeStore.open(tmp_path)
    assert content(database) == before


def test_several_programs_may_start_at_once(tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        stores = list(pool.map(lambda _: EpisodeStore.open(tmp_path), range(8)))
    assert [store.episodes(OWNER) for store in stores] == [[]] * 8
    for store in stores:
        store.close()
