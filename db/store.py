"""EpisodeStore: episodes in a database, their states and clips as blobs beside it.

A story graph is a value: load one, make another from it, save the difference. Every change is one transaction, and
it lands only when nobody else has changed the episode since it was loaded. Every read and write names its owner; what
belongs to somebody else is as unknown as what never was. This module does not know how beats are acted or what a blob
means.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from itertools import count, islice, repeat
from operator import eq
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, delete, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from db.blobs import BlobFolder
from db.clock import Clock, now, stamp
from db.collect import Collected, collect
from db.engine import open_engine, reading, said_plainly, sqlite_url, writing
from db.history import change_of, crossed, edition, named_change, next_change, note
from db.jobs import Jobs
from db.migrate import migrate
from db.models import BeatRow, BlobRow, BranchRow, ChoiceRow, EpisodeRow, RemovalRow, Row, SceneRow, TakeRow
from db.reach import belongs
from db.recent import RecentStories
from db.rows import (
    beat_row,
    branch_of,
    branch_row,
    choice_rows,
    episode_of,
    episode_row,
    removal_of,
    removal_row,
    scene_row,
    scenes_of,
    take_rows,
    unread,
)
from db.verify import Verified, verify
from storygraph.changes import Change, patched
from storygraph.errors import StoryConflict, StoryError
from storygraph.graph import StoryGraph
from storygraph.progress import Progress
from storygraph.story import Episode, Outline, Scene

__all__ = ["EpisodeStore"]

DATABASE = "episodes.db"
LONG = 1_000  # scenes of a story that is worth to be left alone by the garbage collector
JOBS_KEPT = timedelta(days=30)  # after they have ended

_Standing = tuple[int, str | None]  # the place of a scene, and the removal it is part of
_Added = dict[type[Row], list[dict[str, Any]]]  # rows to insert, by table


class EpisodeStore:
    """The episodes in one folder (or at one database URL) and the blobs they refer to."""

    def __init__(self, engine: Engine, blobs: BlobFolder, clock: Clock, recall: int = 0) -> None:
        self._engine = engine
        self._reading = reading(engine)
        self._writing = writing(engine)
        self._blobs = blobs
        self._clock = clock
        self.jobs = Jobs(engine, clock)
        self._recent = RecentStories(recall)

    @classmethod
    def open(cls, folder: Path, url: str | None = None, *, clock: Clock = now, recall: int = 0) -> EpisodeStore:
        """Open the store in `folder`, making or upgrading it as needed; rows are kept at `url` if one is given. Up to
        `recall` stories are held in memory and read again only when somebody else has changed them.

        Raises StoryError when the folder cannot be written, or its database is damaged or from a newer Nacre.
        """
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoryError(f"“{folder}” cannot be made ({error.strerror}): choose another folder.") from error
        with said_plainly():
            migrate(url or sqlite_url(folder / DATABASE))
        store = cls(open_engine(url or sqlite_url(folder / DATABASE)), BlobFolder(folder / "blobs"), clock, recall)
        store.jobs.find_lost()
        return store

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    # Episodes

    def create(self, graph: StoryGraph) -> StoryGraph:
        """Save a story for the first time and return it as saved. Raises StoryError when its id is taken."""
        moment = self._time()
        saved = replace(graph, episode=replace(graph.episode, version=1, created=moment, updated=moment))
        empty = StoryGraph(saved.episode, {})
        with said_plainly(), self._writing.begin() as connection:
            known = select(EpisodeRow.id).where(EpisodeRow.id == saved.episode.id)
            if connection.execute(known).first() is not None:
                raise StoryError("There is already an episode with that id: give the new one another.")
            connection.execute(insert(EpisodeRow), episode_row(saved.episode))
            _write_difference(connection, empty, saved)
        return self._recent.put(saved)

    def has(self, episode_id: str) -> bool:
        """Whether there is an episode of that id, whoever's it is and wherever: then a new one needs another."""
        with said_plainly(), self._reading.begin() as connection:
            return connection.execute(select(EpisodeRow.id).where(EpisodeRow.id == episode_id)).first() is not None

    def load(self, episode_id: str, owner: str) -> StoryGraph:
        """The story as last saved. Raises StoryError when this owner has no such episode."""
        with said_plainly(), self._reading.begin() as connection:
            row = connection.execute(select(EpisodeRow.__table__).where(*_mine(episode_id, owner))).first()
            if row is None:
                raise _no_such_episode()
            episode = episode_of(row)
            return self._recent.get(episode) or self._recent.put(_read_story(connection, episode))

    def save(self, graph: StoryGraph, since: StoryGraph) -> StoryGraph:
        """Save `graph`, which was made from `since` as loaded or last saved, and return it as saved.

        All of the change lands, or nothing does. Raises StoryConflict when the episode was saved by somebody else since
        then, StoryError when this owner has no such episode.
        """
        before = since.episode
        if (graph.episode.id, graph.episode.owner) != (before.id, before.owner):
            raise ValueError(f"not the same episode: {graph.episode.id!r} and {before.id!r}")
        with said_plainly(), self._writing.begin() as connection:
            saved = self._land(connection, graph, since)
            note(connection, since, saved, saved.episode.updated)
        return self._recent.put(saved)

    def undo(self, since: StoryGraph) -> tuple[StoryGraph, Change]:
        """Take the last change back and return the story as saved and what the change was. `since` is the story as
        loaded or last saved; undoing is a save like any other, but for that it can be redone.

        Raises StoryConflict and StoryError as `save` does, and StoryError when nothing is left to undo.
        """
        return self._cross(since, undone=False)

    def redo(self, since: StoryGraph) -> tuple[StoryGraph, Change]:
        """Make the change that was undone last again; otherwise like `undo`."""
        return self._cross(since, undone=True)

    def history(self, episode_id: str, owner: str) -> tuple[Change | None, Change | None]:
        """What would be undone and what would be redone next. Raises StoryError when this owner has no such episode."""
        with said_plainly(), self._reading.begin() as connection:
            if connection.execute(select(EpisodeRow.id).where(*_mine(episode_id, owner))).first() is None:
                raise _no_such_episode()
            back, forth = (named_change(connection, episode_id, undone=undone) for undone in (False, True))
            return back, forth

    def edition(self, episode_id: str, owner: str) -> str:
        """A word for what the story is now, but for its clips: another after every change and every undo. Raises
        StoryError when this owner has no such episode."""
        with said_plainly(), self._reading.begin() as connection:
            if connection.execute(select(EpisodeRow.id).where(*_mine(episode_id, owner))).first() is None:
                raise _no_such_episode()
            return edition(connection, episode_id)

    def change(self, episode_id: str, owner: str, change: Callable[[StoryGraph], StoryGraph]) -> StoryGraph:
        """Save what `change` makes of the story and return it as saved; where somebody else was quicker, what it makes
        of theirs. For changes that mean the same whatever others have done: `change` raises StoryError where one does
        not. Raises StoryError when this owner has no such episode."""
        while True:
            graph = self.load(episode_id, owner)
            changed = change(graph)
            if changed is graph:
                return graph
            try:
                return self.save(changed, graph)
            except StoryConflict:
                continue  # somebody else has got on, so this cannot go on for ever

    def episodes(self, owner: str) -> list[Episode]:
        """This owner's episodes, the last changed first; without those in the trash."""
        mine = select(EpisodeRow.__table__).where(EpisodeRow.owner == owner, EpisodeRow.trashed.is_(None))
        with said_plainly(), self._reading.begin() as connection:
            rows = connection.execute(mine.order_by(EpisodeRow.updated.desc(), EpisodeRow.id)).all()
        return [episode_of(row) for row in rows]

    def outlines(self, owner: str) -> list[Outline]:
        """What this owner's episodes are on a shelf, in the order of `episodes`, without reading their stories."""
        shown = (EpisodeRow.owner == owner, EpisodeRow.trashed.is_(None), SceneRow.trashed.is_(None))
        scenes = select(SceneRow.episode_id, func.count()).join(EpisodeRow, EpisodeRow.id == SceneRow.episode_id)
        of_scene = (BeatRow.episode_id == SceneRow.episode_id) & (BeatRow.scene_id == SceneRow.id)
        starts = select(EpisodeRow.id, SceneRow.start).join(
            SceneRow, (SceneRow.episode_id == EpisodeRow.id) & (SceneRow.id == EpisodeRow.root)
        )
        beats = scenes.join(BeatRow, of_scene)
        with said_plainly(), self._reading.begin() as connection:

            def by_episode(asked: Any) -> dict[str, Any]:
                return {row[0]: row[1] for row in connection.execute(asked.where(*shown))}

            start = by_episode(starts)
            size, played = (by_episode(asked.group_by(SceneRow.episode_id)) for asked in (scenes, beats))
        listed = [episode for episode in self.episodes(owner) if episode.id in start]
        return [Outline(e, size[e.id], played.get(e.id, 0), start[e.id]) for e in listed]

    def delete(self, episode_id: str, owner: str) -> None:
        """Put an episode into the trash; nothing is lost. Raises StoryError when this owner has no such episode."""
        self._set_trashed(_mine(episode_id, owner), self._time())

    def restore(self, episode_id: str, owner: str) -> None:
        """Take an episode out of the trash. Raises StoryError when it is not in there."""
        self._set_trashed(_mine(episode_id, owner, trashed=True), None)

    # Blobs

    def put_blob(self, data: bytes, media_type: str = "application/octet-stream") -> str:
        """Keep `data` and return its SHA-256, by which stories refer to it. What has been put is not collected for a
        while, whether it is referred to or not. Raises StoryError when the disk is full."""
        digest, moment = self._blobs.put(data), self._time()
        row = {"sha256": digest, "size": len(data), "media_type": media_type, "created": moment, "touched": moment}
        with said_plainly(), self._writing.begin() as connection:
            touched = update(BlobRow).where(BlobRow.sha256 == digest).values(touched=moment)
            if connection.execute(touched).rowcount == 0:
                connection.execute(_insert_new(connection, BlobRow), row)
            if not self._blobs.has(digest):
                self._blobs.put(data)  # it was collected in between; while this transaction lasts, nobody collects
        return digest

    def get_blob(self, sha256: str, owner: str) -> bytes:
        """The bytes of that SHA-256, checked. Raises StoryError when they are missing or damaged, or nothing of this
        owner's refers to them."""
        self._refuse_foreign(sha256, owner)
        return self._blobs.get(sha256)

    def blob_path(self, sha256: str, owner: str) -> Path:
        """The file with those bytes, checked. Raises StoryError as `get_blob` does."""
        self._refuse_foreign(sha256, owner)
        return self._blobs.path(sha256)

    def known(self, digests: Iterable[str]) -> set[str]:
        """Those of the SHA-256 that are kept here."""
        rest, found = iter(digests), set[str]()
        with said_plainly(), self._reading.begin() as connection:
            while some := list(islice(rest, 500)):
                found.update(connection.scalars(select(BlobRow.sha256).where(BlobRow.sha256.in_(some))))
        return found

    # Upkeep, for whoever keeps the folder: of all owners

    def collect(self, *, age: timedelta, dry_run: bool = False) -> Collected:
        """Free the blobs that nothing refers to and nobody has put for `age`, or with `dry_run` only say which. Jobs
        that ended long ago are forgotten."""
        before = self._clock() - age
        if not dry_run:
            self.jobs.forget(stamp(self._clock() - JOBS_KEPT))
        with said_plainly():
            return collect(self._writing, self._blobs, before=before, dry_run=dry_run)

    def verify(self, progress: Progress | None = None) -> Verified:
        """Look whether every blob, every row and every story is whole."""
        with said_plainly():
            return verify(self._reading, self._blobs, _read_story, progress)

    # Inside

    def _time(self) -> str:
        return stamp(self._clock())

    def _refuse_foreign(self, sha256: str, owner: str) -> None:
        """Raises StoryError for a blob that this owner knows nothing of, as if it were not there."""
        with said_plainly(), self._reading.begin() as connection:
            if not belongs(connection, sha256, owner):
                raise self._blobs.unreadable(sha256)

    def _land(self, connection: Connection, graph: StoryGraph, since: StoryGraph) -> StoryGraph:
        """Write what differs and return the story as saved. Raises StoryConflict, StoryError as `save` does."""
        before = since.episode
        episode = replace(graph.episode, version=before.version + 1, updated=self._time())
        saved, mine = replace(graph, episode=episode), _mine(before.id, before.owner)
        here = update(EpisodeRow).where(*mine, EpisodeRow.version == before.version)
        if connection.execute(here.values(episode_row(episode))).rowcount == 0:
            raise _not_saved(connection, mine)
        _write_difference(connection, since, saved)
        return saved

    def _cross(self, since: StoryGraph, *, undone: bool) -> tuple[StoryGraph, Change]:
        with said_plainly(), self._writing.begin() as connection:
            mine = _mine(since.episode.id, since.episode.owner)
            version = connection.execute(select(EpisodeRow.version).where(*mine).with_for_update()).scalar()
            if version != since.episode.version:
                raise _not_saved(connection, mine)
            row = next_change(connection, since.episode.id, undone=undone)
            if row is None:
                raise StoryError(f"There is nothing left to {'redo' if undone else 'undo'} in this episode.")
            saved = self._land(connection, patched(since, row.patch), since)
            crossed(connection, row, since, saved)
        return self._recent.put(saved), change_of(row)

    def _set_trashed(self, where: tuple[Any, ...], trashed: str | None) -> None:
        with said_plainly(), self._writing.begin() as connection:
            if connection.execute(update(EpisodeRow).where(*where).values(trashed=trashed)).rowcount == 0:
                raise _no_such_episode()


def _insert_new(connection: Connection, table: type[Row]) -> Any:
    """An insert that leaves alone what somebody else has inserted in the meantime."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    return dialect.insert(table).on_conflict_do_nothing()


def _mine(episode_id: str, owner: str, *, trashed: bool = False) -> tuple[Any, ...]:
    in_trash = EpisodeRow.trashed.is_not(None) if trashed else EpisodeRow.trashed.is_(None)
    return EpisodeRow.id == episode_id, EpisodeRow.owner == owner, in_trash


def _no_such_episode() -> StoryError:
    return StoryError("There is no such episode: choose one from your list.")


def _not_saved(connection: Connection, mine: tuple[Any, ...]) -> StoryError:
    if connection.execute(select(EpisodeRow.id).where(*mine)).first() is None:
        return _no_such_episode()
    return StoryConflict("This episode was changed somewhere else in the meantime: reload it and do that again.")


@contextmanager
def _nothing_thrown_away() -> Iterator[None]:
    """While so much is read of which nothing is garbage, do not look for any: that takes longer than the reading."""
    looking = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looking:
            gc.enable()


@_nothing_thrown_away()
def _read_story(connection: Connection, episode: Episode) -> StoryGraph:
    def rows(table: Any, *order: Any) -> Any:
        columns = unread(table) if table in (TakeRow, ChoiceRow) else table.__table__.columns
        mine = select(*columns).where(table.episode_id == episode.id)
        return connection.execute(mine.order_by(*order)).all()

    scene_rows = rows(SceneRow, SceneRow.made)
    scenes = scenes_of(
        scene_rows,
        rows(BeatRow, BeatRow.scene_id, BeatRow.position),
        rows(TakeRow, TakeRow.scene_id, TakeRow.beat, TakeRow.position),
        rows(ChoiceRow, ChoiceRow.scene_id, ChoiceRow.position),
    )
    removed: dict[str, list[Scene]] = {}
    for row in scene_rows:
        if row.trashed is not None:
            removed.setdefault(row.trashed, []).append(scenes.pop(row.id))
    if len(scenes) > LONG:
        gc.freeze()  # and never look through it: nothing in a story refers in a circle, so it goes without
    return StoryGraph(
        episode,
        scenes,
        tuple(branch_of(row) for row in rows(BranchRow, BranchRow.position)),
        tuple(removal_of(row, removed.get(row.id, ())) for row in rows(RemovalRow, RemovalRow.position)),
    )


def _write_difference(connection: Connection, old: StoryGraph, new: StoryGraph) -> None:
    """Make the rows of `old` those of `new`. What both share is the same object, so a small change costs little."""
    episode_id = new.episode.id
    if old.trash is new.trash and len(old.scenes) <= len(new.scenes) and all(map(eq, old.scenes, new.scenes)):
        before, after, changed = old.scenes, new.scenes, new.scenes_since(old)  # nothing went, or came in between
        first = len(old.scenes)
        stands: Mapping[str, _Standing] = {name: (first + n, None) for n, name in enumerate(islice(after, first, None))}
    else:
        before, after = {**old.trashed, **old.scenes}, {**new.trashed, **new.scenes}
        stands = _standing(new)
        changed = _changed(before, after, _standing(old), stands)
        for scene_id in before.keys() - after.keys():
            connection.execute(delete(SceneRow).where(SceneRow.episode_id == episode_id, SceneRow.id == scene_id))
    added: _Added = {SceneRow: [], BeatRow: [], TakeRow: [], ChoiceRow: []}  # parents before children
    for scene_id in changed:
        was, scene = before.get(scene_id), after[scene_id]
        _change_scene_row(connection, episode_id, stands.get(scene_id), was, scene, added)
        if was is not scene:
            _change_beats(connection, episode_id, was, scene, added)
            _change_choices(connection, episode_id, was, scene, added)
    for table, rows in added.items():
        if rows:
            connection.execute(insert(table), rows)
    _rewrite(connection, episode_id, BranchRow, branch_row, old.branches, new.branches)
    _rewrite(connection, episode_id, RemovalRow, removal_row, old.trash, new.trash)


def _changed(
    before: Mapping[str, Scene],
    after: Mapping[str, Scene],
    stood: Mapping[str, _Standing],
    stands: Mapping[str, _Standing],
) -> list[str]:
    """The scenes that are new, another object, or stand elsewhere than before, in their order."""
    return [
        scene_id
        for scene_id, scene in after.items()
        if before.get(scene_id) is not scene or stood[scene_id] != stands[scene_id]
    ]


def _standing(graph: StoryGraph) -> dict[str, _Standing]:
    """The place of every scene, by id: its number among the scenes or those of its removal, and which that is."""
    places: dict[str, _Standing] = dict(zip(graph.scenes, zip(count(), repeat(None)), strict=False))
    for put in graph.trash:
        places |= {scene.id: (made, put.id) for made, scene in enumerate(put.scenes)}
    return places


def _rewrite(
    connection: Connection,
    episode_id: str,
    table: Any,
    to_row: Callable[[str, int, Any], dict[str, Any]],
    old: tuple[Any, ...],
    new: tuple[Any, ...],
) -> None:
    """Write a short list anew when it has changed."""
    if old == new:
        return
    connection.execute(delete(table).where(table.episode_id == episode_id))
    if new:
        connection.execute(insert(table), [to_row(episode_id, position, value) for position, value in enumerate(new)])


def _change_scene_row(
    connection: Connection,
    episode_id: str,
    stands: _Standing | None,
    old: Scene | None,
    new: Scene,
    added: _Added,
) -> None:
    """Write a scene without beats and choices; `stands` is None for one that stands where it stood."""
    values = scene_row(episode_id, new, stands)
    if old is None:
        added[SceneRow].append(values)
    else:
        here = (SceneRow.episode_id == episode_id, SceneRow.id == new.id)
        connection.execute(update(SceneRow).where(*here).values(values))


def _change_beats(connection: Connection, episode_id: str, old: Scene | None, new: Scene, added: _Added) -> None:
    before = old.beats if old else ()
    here = (BeatRow.episode_id == episode_id, BeatRow.scene_id == new.id)
    if len(before) > len(new.beats):
        connection.execute(delete(BeatRow).where(*here, BeatRow.position >= len(new.beats)))
    for position, beat in enumerate(new.beats):
        if position < len(before):
            if before[position] is beat:
                continue
            connection.execute(delete(BeatRow).where(*here, BeatRow.position == position))
        added[BeatRow].append(beat_row(episode_id, new.id, position, beat))
        added[TakeRow].extend(take_rows(episode_id, new.id, position, beat))


def _change_choices(connection: Connection, episode_id: str, old: Scene | None, new: Scene, added: _Added) -> None:
    before = old.choices if old else ()
    kept = next((n for n, (was, now) in enumerate(zip(before, new.choices, strict=False)) if was != now), None)
    kept = min(len(before), len(new.choices)) if kept is None else kept
    if kept < len(before):
        here = (ChoiceRow.episode_id == episode_id, ChoiceRow.scene_id == new.id, ChoiceRow.position >= kept)
        connection.execute(delete(ChoiceRow).where(*here))
    added[ChoiceRow].extend(choice_rows(episode_id, new)[kept:])
