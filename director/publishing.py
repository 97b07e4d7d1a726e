"""What takes long and hands something over: clips rendered and episodes exported, each as a job.

Knows formats by name and jobs by kind; nothing of what a format holds, or of how a job is done.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from db.jobs import Job
from db.store import EpisodeStore
from director.backlog import Backlog
from director.footage import Footage
from director.places import beat_before
from director.progress import Progress, part
from director.scripts.formats import SHOWS_CLIPS, exporter
from storygraph.story import Cursor

__all__ = ["Publishing"]


class Publishing:
    """Renders and exports the episodes of a store."""

    def __init__(self, store: EpisodeStore, backlog: Backlog, footage: Footage) -> None:
        self._store = store
        self._backlog = backlog
        self._footage = footage

    def clip(self, cursor: Cursor, owner: str, progress: Progress | None) -> Path:
        """The clip of the beat before the cursor: what is kept, or a job that renders it."""
        beat, _ = beat_before(self._store.load(cursor.episode, owner), cursor)
        if (clip := self._footage.kept_clip(beat.take, owner)) is not None:
            return clip
        about = {"scene": cursor.scene, "beat": cursor.beat}
        work = partial(self._footage.clip, cursor, owner)
        return self._backlog.now("render", cursor.episode, about, work, owner=owner, progress=progress)

    def export(self, episode_id: str, format: str, out: Path, owner: str, progress: Progress | None) -> Path:
        """The episode in a format, waited for."""
        about, work = self._export(episode_id, format, out, owner)
        return self._backlog.now("export", episode_id, about, work, owner=owner, progress=progress)

    def start_export(
        self, episode_id: str, format: str, out: Path, owner: str, finish: Callable[[Path], object] | None
    ) -> Job:
        """The episode in a format, when all that was started before is done, and what is to be done with it then."""
        about, work = self._export(episode_id, format, out, owner)

        def finished(progress: Progress) -> Path:
            made = work(progress)
            if finish is not None:
                finish(out)
            return made

        return self._backlog.later("export", episode_id, about, finished, owner=owner)

    def _export(
        self, episode_id: str, format: str, out: Path, owner: str
    ) -> tuple[dict[str, str], Callable[[Progress], Path]]:
        """What an export is about, and its work."""
        export = exporter(format)
        self._store.load(episode_id, owner)

        def work(progress: Progress) -> Path:
            told: Progress | None = progress
            graph = self._store.load(episode_id, owner)  # this story is handed over, whatever is done to it meanwhile
            if format in SHOWS_CLIPS:
                graph = self._footage.filmed(graph, part(progress, 0, 1.25))  # four fifths of the work
                told = part(progress, 4, 5)
            return export(graph, partial(self._store.get_blob, owner=owner), out, told)

        return {"format": format, "out": str(out)}, work
