"""What belongs to one owner is, to every other, as unknown as what never was: whatever is asked for, and however.

Every public method of the director, the store and its jobs is called by somebody else, with the ids of the owner's
things. A new method is called, too: what its parameters stand for is found by their names in `asked`.
"""

from __future__ import annotations

import inspect
import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from directing import PROMPT, SAY, open_director

from director.director import Director
from director.suggestions.density import NORMAL
from storygraph.errors import StoryError
from storygraph.graph import StoryGraph
from storygraph.story import Cursor

MINE, OTHER = "Anna", "somebody else"
TITLE = "Anna's secret 龙"
NOT_ASKED = {  # what no author calls, and what asks for nothing that is there already
    "Director": {"open", "close", "begin", "import_bundle"},
    # `collect`, `verify` and `known` are for whoever keeps the folder; `has` says of a random id that it is taken
    "EpisodeStore": {"open", "close", "create", "put_blob", "known", "collect", "verify", "has"},
    "Jobs": {"find_lost", "forget"},
}

PLAIN = {"str": "any", "int": 0, "float": 1.0, "bool": True}  # what a parameter of another name is given, by its type


class Secrets:
    """An owner's episode with all there is: beats, takes, a fork, a clip, an export, jobs, something to undo."""

    def __init__(self, director: Director, folder: Path) -> None:
        start = director.begin(PROMPT, seed=7, title=TITLE, owner=MINE)
        self.end = director.direct(start, SAY, takes=2, owner=MINE)
        self.fork = director.fork(start, label="Slip away", owner=MINE)
        director.export(start.episode, "json", folder / "hers.json", owner=MINE)
        director.memories(self.end, owner=MINE)
        self.graph = director.story(start.episode, MINE)
        (self.job,) = director.jobs(MINE)
        self.take = self.graph.scene_at(self.end).beats[0].takes[0]
        self.choice = self.graph.scene(start.scene).choices[0]


@pytest.fixture(scope="module")
def director(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Director]:
    director = open_director(tmp_path_factory.mktemp("episodes"))
    yield director
    director.close()


@pytest.fixture(scope="module")
def secrets(director: Director, tmp_path_factory: pytest.TempPathFactory) -> Secrets:
    return Secrets(director, tmp_path_factory.mktemp("hers"))


def asked(secrets: Secrets, out: Path) -> dict[str, Any]:
    """What somebody else would ask for, by the name of the parameter."""
    stolen: StoryGraph = replace(secrets.graph, episode=replace(secrets.graph.episode, owner=OTHER))
    return {
        "owner": OTHER,
        "cursor": secrets.end,
        "episode_id": secrets.graph.episode.id,
        "episode": secrets.graph.episode.id,
        "job_id": secrets.job.id,
        "job": replace(secrets.job, owner=OTHER),
        "sha256": secrets.take.checkpoint,
        "graph": stolen.with_episode(title="Mine now"),
        "since": stolen,
        "change": lambda graph: graph.with_episode(title="Mine now"),
        "direction": "The knight waves.",
        "take_id": secrets.take.id,
        "one": secrets.take.id,
        "other": secrets.take.id,
        "initial": False,
        "at": 0,
        "choice_id": secrets.choice.id,
        "to": secrets.fork.scene,
        "scene_id": secrets.fork.scene,
        "beat": 1,
        "at_s": 1.0,
        "after": None,
        "label": "Look",
        "title": "Look",
        "name": "Look",
        "ending": True,
        "density": NORMAL,
        "wanted": [],
        "format": "json",
        "out": out / "stolen.json",
        "folder": out / "stolen",
        "path": out / "stolen",
        "progress": lambda fraction, text: None,
        "kind": "export",
        "about": {},
        "fraction": 1.0,
        "news": "",
        "state": "failed",
    }


def methods() -> list[tuple[str, str]]:
    from db.jobs import Jobs
    from db.store import EpisodeStore

    return [
        (kind.__name__, name)
        for kind in (Director, EpisodeStore, Jobs)
        for name, _ in inspect.getmembers(kind, inspect.isroutine)
        if not name.startswith("_") and name not in NOT_ASKED[kind.__name__]
    ]


def everything(folder: Path) -> list[str]:
    """All rows, and all files but those of the database."""
    with closing(sqlite3.connect(folder / "episodes.db")) as connection:
        rows = list(connection.iterdump())
    return rows + sorted(str(file) for file in folder.rglob("*") if not file.name.startswith("episodes.db"))


@pytest.mark.parametrize(("kind", "name"), methods())
def test_nobody_gets_at_what_is_anothers(
    director: Director, secrets: Secrets, tmp_path: Path, kind: str, name: str
) -> None:
    of: Any = {"Director": director, "EpisodeStore": director._store, "Jobs": director._store.jobs}[kind]
    method: Callable[..., object] = getattr(of, name)
    parameters = inspect.signature(method).parameters.values()
    values = {p.name: PLAIN[p.annotation] for p in parameters if p.annotation in PLAIN} | asked(secrets, tmp_path)
    unknown = [p.name for p in parameters if p.default is p.empty and p.name not in values]
    assert not unknown, f"say in `asked` what somebody else would give {name} as {unknown}"
    assert any(p.name in ("owner", "since", "job") for p in parameters), f"{name} does not ask whose it is"
    before = everything(director.folder)
    needed = {
        p.name: secrets.end if p.annotation == "Cursor" else values[p.name]
        for p in parameters
        if p.default is p.empty or p.name == "owner"
    }
    try:
        found = method(**needed)
    except StoryError as error:
        told = str(error)
        assert told.startswith(("There is no such episode", "There is no such job")) or "is missing (sha256/" in told
    else:
        assert found in ([], False, None), f"{name} told {found!r}"
    assert everything(director.folder) == before
    assert not list(tmp_path.iterdir())


def test_the_owner_gets_all_of_it(director: Director, secrets: Secrets) -> None:
    """So that the refusals above are for the owner's sake, not because nothing is there."""
    assert director.story(secrets.graph.episode.id, MINE) == secrets.graph
    assert [job.id for job in director.jobs(MINE)] == [secrets.job.id]
    assert director._store.get_blob(secrets.take.checkpoint, MINE)
    assert json.dumps(director.memories(secrets.end, owner=MINE), ensure_ascii=False)


def test_equal_bytes_of_two_owners_are_each_ones_own(director: Director, secrets: Secrets) -> None:
    """The same world from the same sentence is stored once, and whoever made it too may read it; what the other made of
    it stays the other's."""
    start = director.begin(PROMPT, seed=7, owner=OTHER)
    first = director.story(start.episode, OTHER).root.start
    assert first == secrets.graph.root.start
    assert director._store.get_blob(first, OTHER) == director._store.get_blob(first, MINE)
    with pytest.raises(StoryError, match="missing"):
        director._store.get_blob(secrets.take.checkpoint, OTHER)
    with pytest.raises(StoryError, match="no such episode"):
        director.state(Cursor(secrets.graph.episode.id, start.scene, 0), owner=OTHER)
