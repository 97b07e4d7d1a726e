"""What was filmed of an author's takes, and how it is found again: films, clips, stills and control passes.

A film that is no longer in memory is acted again, to the bit, from what its take says. Knows no readings and no
suggestions: what a take is, has been decided when it comes here.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import uuid
from collections import OrderedDict
from pathlib import Path

from db.store import EpisodeStore
from director.casting.picture import pixels
from director.crew import SIZES, Crew, Film, Frame
from director.directive import Directive
from director.filming.passes import write_passes
from director.filming.video import write_clip
from director.places import beat_before, take_at
from director.progress import Progress, part
from director.states import States
from storygraph.errors import StoryError
from storygraph.graph import StoryGraph
from storygraph.story import Cursor, Episode, Take

__all__ = ["Footage"]

_REMEMBERED = 4  # films that can be rendered without acting them again


class Footage:
    """The films and clips of the episodes in one store; clips also lie, under a name players know, in `folder`."""

    def __init__(self, store: EpisodeStore, crew: Crew, states: States, folder: Path) -> None:
        self._store = store
        self._crew = crew
        self._states = states
        self._folder = folder
        self._films: OrderedDict[str, Film] = OrderedDict()  # by checkpoint

    # Films

    def remember(self, checkpoint: str, film: Film) -> None:
        """Have a film at hand: it is likely to be rendered next."""
        self._films[checkpoint] = film
        while len(self._films) > _REMEMBERED:
            self._films.popitem(last=False)

    def film(self, take: Take, owner: str, progress: Progress | None) -> Film:
        """The film of a take. Raises StoryError where this world model acts it otherwise."""
        return self._films.get(take.checkpoint) or self.acted_again(take, owner, progress)

    def acted_again(self, take: Take, owner: str, progress: Progress | None) -> Film:
        """The film of a take that is not remembered, from its start, directive and seed. What was filmed by older rules
        of the camera is acted as it was and framed by those of today."""
        if take.start is None:
            raise ValueError(f"take {take.id} does not say what it was acted from")
        directive = Directive.from_json(take.directive)
        film = self._crew.film(self._states.at(take.start, owner), directive, seed=take.seed, progress=progress)
        ended = film.end.with_camera(self._states.at(take.checkpoint, owner).camera)
        if hashlib.sha256(ended.to_bytes()).hexdigest() != take.checkpoint:
            raise StoryError(
                "This take was acted by another version of the world model and cannot be filmed again: retake the beat."
            )
        return film

    # Clips

    def kept_clip(self, take: Take, owner: str) -> Path | None:
        """The clip of a take; None when there is none, or it is damaged or gone: it can be made again."""
        try:
            return None if take.clip is None else self._playable(take.clip, owner)
        except StoryError:
            return None

    def clip(self, cursor: Cursor, owner: str, progress: Progress | None) -> Path:
        """The clip of the beat before the cursor, rendered if need be."""
        return self._playable(self._clip(self._store.load(cursor.episode, owner), cursor, progress), owner)

    def filmed(self, graph: StoryGraph, progress: Progress | None) -> StoryGraph:
        """The story in which all that can be played has its clips, whatever becomes of it meanwhile."""
        ends = [
            Cursor(graph.episode.id, scene.id, played)
            for scene in graph.scenes.values()
            if scene.id in graph.reachable()
            for played in range(1, len(scene.beats) + 1)
        ]
        for k, cursor in enumerate(ends):
            beat, before = beat_before(graph, cursor)
            clip = self._clip(graph, cursor, part(progress, k, len(ends)))
            if clip != beat.take.clip:
                graph = graph.with_clip(before.scene, before.beat, beat.canonical, clip)
        return graph

    # Stills and passes

    def still(self, graph: StoryGraph, cursor: Cursor, size: tuple[int, int] | None, take: str | None) -> Frame:
        """The frame at the cursor, or at the end of another take of the beat before it."""
        checkpoint = graph.checkpoint_at(cursor) if take is None else take_at(graph, cursor, take).checkpoint
        state = self._states.at(checkpoint, graph.episode.owner)
        return self._crew.still(state, size or SIZES[graph.episode.aspect], self._backdrop(graph.episode), quality=2)

    def passes(self, graph: StoryGraph, cursor: Cursor, folder: Path, progress: Progress | None) -> tuple[Path, ...]:
        """Write the control passes of the beat before the cursor into a folder."""
        beat, _ = beat_before(graph, cursor)
        film = self.film(beat.take, graph.episode.owner, progress)
        return write_passes(self._crew, film, SIZES[graph.episode.aspect], folder, progress)

    # Inside

    def _backdrop(self, episode: Episode) -> Frame | None:
        return None if episode.picture is None else pixels(self._store.get_blob(episode.picture, episode.owner))

    def _clip(self, graph: StoryGraph, cursor: Cursor, progress: Progress | None) -> str:
        """The SHA-256 of the clip of the beat before the cursor: of the one that is kept, or rendered and kept now."""
        beat, before = beat_before(graph, cursor)
        take, owner = beat.take, graph.episode.owner
        if take.clip is not None and self.kept_clip(take, owner) is not None:
            return take.clip
        clip = self._rendered(self.film(take, owner, progress), graph.episode, progress)
        self._note_clip(graph, before, take, clip)
        return clip

    def _rendered(self, film: Film, episode: Episode, progress: Progress | None) -> str:
        """Render a film and keep the clip; returns its SHA-256."""
        size = SIZES[episode.aspect]
        partial = self._folder / "media" / f".{uuid.uuid4().hex}.mp4"
        frames = self._crew.frames(film, size, self._backdrop(episode))
        try:
            write_clip(frames, partial, size=size, count=film.frame_count, progress=progress)
            return self._store.put_blob(partial.read_bytes(), "video/mp4")
        finally:
            partial.unlink(missing_ok=True)

    def _note_clip(self, graph: StoryGraph, before: Cursor, take: Take, clip: str) -> None:
        """Say in the story that a take has its clip. A clip takes nothing from anybody, so when the story has been
        changed meanwhile it is simply said in the newer one, if that still has the take."""

        def noted(newest: StoryGraph) -> StoryGraph:
            scene = newest.scenes.get(before.scene)
            takes = scene.beats[before.beat].takes if scene and before.beat < len(scene.beats) else ()
            known = any(other.id == take.id for other in takes)
            return newest.with_clip(before.scene, before.beat, take.id, clip) if known else newest

        self._store.change(graph.episode.id, graph.episode.owner, noted)

    def _playable(self, clip: str, owner: str) -> Path:
        """A kept clip under a name that ends in .mp4."""
        source = self._store.blob_path(clip, owner)
        path = self._folder / "media" / "clips" / f"{clip}.mp4"
        if not path.exists() or not path.samefile(source):
            _link(source, path)
        return path


def _link(source: Path, path: Path) -> None:
    """The file under another name; a copy where the disk knows no hard links."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{uuid.uuid4().hex}{path.suffix}")
    try:
        os.link(source, partial)
    except OSError:
        shutil.copyfile(source, partial)
    os.replace(partial, path)
