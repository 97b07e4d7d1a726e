"""What several test files share."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from databases import Server as PostgreSQL
from databases import postgresql as running_postgresql
from playwright.sync_api import Browser
from screens import VILLAGE, Server, browsing, create, opened, serving
from stories import OWNER, Kit
from xdist.scheduler import LoadFileScheduling

from db.store import EpisodeStore
from storygraph.graph import StoryGraph
from storygraph.serial import from_json, to_json

GOLDEN = Path(__file__).parent / "golden"
IN_A_BROWSER = re.compile(r"test_(?:studio_|player_in_browser|captions)")
LONG = (  # the longest of those that would come late: they begin first, so that nobody waits for one in the end
    "test_training_learns", "test_the_teacher_does_what_is_asked", "test_suggestions_come_true", "test_the_brush",
)  # fmt: skip


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--write-golden", action="store_true", help="write the golden files anew; read the difference")


def pytest_configure(config: pytest.Config) -> None:
    """Where each processor has a worker of its own, threads of NumPy and torch would only wait for one another."""
    if config.getoption("numprocesses", None):
        os.environ.setdefault("OMP_NUM_THREADS", "1")


class ByFile(LoadFileScheduling):
    """Hands out whole files, in the order in which they were collected; all that needs a browser goes to one worker,
    which starts one, and one studio."""

    def _split_scope(self, nodeid: str) -> str:
        file: str = super()._split_scope(nodeid)
        return "in a browser" if IN_A_BROWSER.search(file) else file


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ByFile:
    config.option.loadscopereorder = False
    return ByFile(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long comes first."""

    def rank(item: pytest.Item) -> int:
        name = item.path.stem
        return -2 if IN_A_BROWSER.match(name) else -1 if name in LONG else 0

    items.sort(key=rank)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with browsing() as browser:
        yield browser


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A studio that all tests share: each begins episodes of its own."""
    with serving(tmp_path_factory.mktemp("episodes")) as server:
        yield server


@pytest.fixture(scope="session")
def village(browser: Browser, server: Server) -> str:
    """The address of a world to which nothing is added: see `screens.copied`."""
    page = opened(browser)
    page.goto(server.url)
    create(page, VILLAGE)
    address = page.url
    page.close()
    return address


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with the file of that name in tests/golden, or writes it there with --write-golden."""

    def check(name: str, text: str) -> None:
        file = GOLDEN / name
        if request.config.getoption("--write-golden"):
            file.write_text(text, encoding="utf-8", newline="")
        assert text == file.read_bytes().decode(), f"{file} differs: look, and run pytest --write-golden if it should"

    return check


@pytest.fixture
def kit() -> Kit:
    """Makes stories."""
    return Kit()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """The tests of the store are one suite that every kind of database has to pass."""
    if "database" in metafunc.fixturenames and metafunc.module.__name__.startswith("test_store_"):
        metafunc.parametrize("database", ["sqlite", "postgresql"], indirect=True)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgreSQL]:
    """A PostgreSQL server for the whole session, started when somebody needs it."""
    with running_postgresql() as server:
        yield server


@pytest.fixture
def database(request: pytest.FixtureRequest) -> Iterator[str | None]:
    """The URL that the rows are kept at: None, which means SQLite beside the blobs, or a database on PostgreSQL."""
    if getattr(request, "param", "sqlite") == "sqlite":
        yield None
        return
    server: PostgreSQL = request.getfixturevalue("postgresql")
    with server.lent() as url:
        yield url


@pytest.fixture
def reopened(tmp_path: Path, database: str | None) -> Iterator[Callable[[], EpisodeStore]]:
    """Opens the store of this test (once more), as another program would."""
    stores: list[EpisodeStore] = []

    def opened() -> EpisodeStore:
        stores.append(EpisodeStore.open(tmp_path / "episodes", database))
        return stores[-1]

    yield opened
    for store in stores:
        store.close()


@pytest.fixture
def store(reopened: Callable[[], EpisodeStore]) -> EpisodeStore:
    """An empty store in a folder of its own."""
    return reopened()


@pytest.fixture
def keep(store: EpisodeStore, kit: Kit) -> Callable[[StoryGraph], StoryGraph]:
    """Saves a story made with `kit`, blobs and all, as a new episode."""

    def keep(graph: StoryGraph) -> StoryGraph:
        for data in kit.blobs.values():
            store.put_blob(data)
        return store.create(graph)

    return keep


@pytest.fixture(params=["live", "stored", "json"])
def trip(
    request: pytest.FixtureRequest, store: EpisodeStore, keep: Callable[[StoryGraph], StoryGraph]
) -> Callable[[StoryGraph], StoryGraph]:
    """The same story live, after a trip through the store, and after one through JSON: tests run with each."""

    def stored(graph: StoryGraph) -> StoryGraph:
        keep(graph)
        return store.load(graph.episode.id, OWNER)

    def through_json(graph: StoryGraph) -> StoryGraph:
        return from_json(json.loads(json.dumps(to_json(graph))), owner=OWNER)

    return {"live": lambda graph: graph, "stored": stored, "json": through_json}[request.param]
