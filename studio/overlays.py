"""What an author asks to see over the page, which changes nothing: things side by side, scenes by their titles, the
cast, what they remember, jobs; and what is exported while the author goes on.

As in `studio.handlers` a session keeps ids only and everything is read anew. Knows nothing of layout.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import gradio as gr

from db.jobs import CANCELLED, DONE, FAILED, Job
from director.director import Director
from storygraph.errors import StoryError
from storygraph.story import Cursor
from studio import sheets
from studio.handlers import OWNER, Place, Update
from studio.media import Media, packed
from studio.notices import anew, notice, sentence
from studio.panels import Panels

RECALLED = 400  # beats of which memories are shown


class Overlays:
    """The handlers behind the sheets of one studio."""

    def __init__(self, director: Director, media: Media, panels: Panels) -> None:
        self._director = director
        self._media = media
        self._panels = panels

    def compare_takes(self, event: gr.EventData, place: Place) -> Update:
        """The take that counts and another of the same beat, side by side."""
        at = Cursor(place.cursor.episode, place.cursor.scene, int(event.beat))
        names = (str(event.one), str(event.other))
        try:
            found = self._director.compare_takes(at, *names, owner=OWNER)
            graph = self._director.story(at.episode, OWNER)
            beat = graph.beats_before(at)[-1]
            one, other = (self._media.still(graph, at, beat.take_of(name)) for name in names)
        except StoryError as error:
            return self._refused(error)
        return {self._panels.sheet: anew(sheets.comparison(found, (one, other)))}

    def compare(self, event: gr.EventData, place: Place) -> Update:
        """The way to the cursor and the way to the end of another scene, side by side."""
        try:
            graph = self._director.story(place.cursor.episode, OWNER)
            there = graph.cursor_end(str(event.scene))
            found = self._director.compare(place.cursor, there, owner=OWNER)
            stills = (self._media.still(graph, place.cursor), self._media.still(graph, there))
        except StoryError as error:
            return self._refused(error)
        return {self._panels.sheet: anew(sheets.comparison(found, stills))}

    def find(self, event: gr.EventData, place: Place) -> Update:
        """Scenes anywhere in the story, by words of their titles."""
        try:
            graph = self._director.story(place.cursor.episode, OWNER)
            found = sheets.scenes_found(graph, graph.scene_at(place.cursor), str(event.words), str(event.purpose))
        except StoryError as error:
            return self._refused(error)
        return {self._panels.sheet: anew(found)}

    def minds(self, place: Place) -> Update:
        """What everybody remembers at the cursor: of a long story, of its latest beats."""
        try:
            known = self._director.memories(place.cursor, latest=RECALLED, owner=OWNER)
        except StoryError as error:
            return self._refused(error)
        return {self._panels.sheet: anew(sheets.minds(known))}

    def cast(self, place: Place) -> Update:
        """Who and what the story starts with."""
        episode = place.cursor.episode
        try:
            graph = self._director.story(episode, OWNER)
            start = graph.cursor_start()
            there, state = self._director.cast(episode, owner=OWNER), self._director.state(start, owner=OWNER)
            reach = self._director.checkpoint(start, owner=OWNER).stage.half_extent
        except StoryError as error:
            return self._refused(error)
        acted = any(scene.beats for scene in graph.scenes.values())
        return {self._panels.cast: anew(sheets.cast(there, state, reach, acted=acted))}

    def export(self, event: gr.EventData, place: Place) -> Update:
        """The whole episode in a format, kept in a folder and offered as a download when it is done; the author goes on
        meanwhile, and `watch` tells how far it is."""
        format = str(event.format)
        try:
            graph = self._director.story(place.cursor.episode, OWNER)
            out = self._media.exports(graph, format)
            job = self._director.start_export(graph.episode.id, format, out, finish=packed, owner=OWNER)
        except StoryError as error:
            return self._refused(error)
        return {self._panels.shell: {"watched": anew(sheets.watched(job))}}

    def watch(self, event: gr.EventData) -> Update:
        """How far a job is that was started here, or what has become of it."""
        try:
            job = self._director.job(str(event.job), owner=OWNER)
        except StoryError as error:
            return self._refused(error)
        told = {"watched": anew(sheets.watched(job))}  # also when nothing has happened: the page asks again then
        return {self._panels.shell: told if job.is_open else {**told, "notice": self._ended(job)}}

    def call_off(self, event: gr.EventData) -> Update:
        """The job that is watched is not wanted any more."""
        try:
            self._director.cancel_job(str(event.job), owner=OWNER)
        except StoryError as error:
            return self._refused(error)
        return self.watch(event)

    def jobs(self, event: gr.EventData, place: Place) -> Update:
        """What is being rendered, exported and acted again, and what became of it."""
        return self._jobs(place, again=bool(event.again))

    def cancel_job(self, event: gr.EventData, place: Place) -> Update:
        """A job is called off, whatever window or process does it."""
        try:
            self._director.cancel_job(str(event.job), owner=OWNER)
        except StoryError as error:
            return self._refused(error)
        return self._jobs(place, again=True)

    # Inside

    def _jobs(self, place: Place, *, again: bool) -> Update:
        try:
            graph = self._director.story(place.cursor.episode, OWNER)
            known = self._director.jobs(OWNER)
        except StoryError as error:
            return self._refused(error)
        return {self._panels.sheet: anew(sheets.jobs(graph, known, self._made, again=again))}

    def _ended(self, job: Job) -> dict[str, Any]:
        """What is said when a job has ended."""
        if job.state == DONE:
            made, out = self._made(job), Path(str(job.about["out"]))
            download = {} if made is None else {"download": made[0], "name": made[1]}
            return notice("done", key="notice.exported", path=str(self._media.shown(out)), **download)
        if job.state == FAILED:
            return notice("story", text=job.error)
        return notice("done", key="notice.cancelled" if job.state == CANCELLED else "notice.lost")

    def _made(self, job: Job) -> tuple[str, str] | None:
        """Where what an export made can be fetched, and its name; None for what is not there."""
        out = job.about.get("out")
        if job.state != DONE or out is None:
            return None
        file = self._media.download(Path(out))
        return None if file is None else (self._media.address(file), file.name)

    def _refused(self, error: StoryError) -> Update:
        return {self._panels.shell: {"notice": sentence(error)}}
