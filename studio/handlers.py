"""What happens when an author does something: each handler asks the director and says what every panel shows now.

A session keeps ids only (`Place`); the story itself is read anew for every answer, for its owner, so that whoever else
changed it is seen and nothing can be lost by a reload. An author's mistake (`StoryError`) becomes a message and leaves
everything else as it is. Knows nothing of layout, or of how panels draw.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar, cast
from urllib.parse import parse_qs

import gradio as gr
from gradio.utils import get_upload_folder

from director.backlog import Cancelled
from director.casting.recasting import Part
from director.director import Director
from director.progress import Progress, part
from director.suggestions.density import checked_density
from storygraph.errors import StoryConflict, StoryError
from storygraph.expressions import read_literal, separated
from storygraph.story import Cursor
from studio import sheets, views
from studio.media import Media
from studio.notices import anew, notice, sentence
from studio.panels import Panels, sealed
from studio.work import narrated

Update = dict[Any, Any]  # component -> what it shows now
T = TypeVar("T")
OWNER = "author"
MOST_TAKES = 4
PASSING_S = 0.4  # seconds an author stays where he does not only pass through
LARGEST_PICTURE = 24_000_000  # bytes
_CLEAR = {"clear": True}  # the sentence has become a world: it may leave its box


@dataclass(frozen=True)
class Place:
    """Where a session stands, and the edition of the story it has seen; None before any episode is open."""

    cursor: Cursor
    edition: str


class Handlers:
    """The handlers of one studio. `place` is the `gr.State` of a session's `Place`, among the outputs of all."""

    def __init__(self, director: Director, media: Media, panels: Panels, place: gr.State) -> None:
        self._director = director
        self._media = media
        self._panels = panels
        self._place = place
        self._stops: dict[str, threading.Event] = {}
        self._musings: dict[str, threading.Event] = {}  # what sessions try out to be suggested

    # Coming and going

    def load(self, address: str, request: gr.Request) -> Update:
        """A page opens at an address: the place it names, or the opening screen."""
        self._stop_musing(request)
        query = {key: values[0] for key, values in parse_qs(address.lstrip("?")).items()}
        if "episode" not in query:
            return self._opening()
        try:
            return self._watching(self._show(self._named(query), autoplay=False), query["episode"])
        except StoryError as error:
            return self._with_notice(self._start_of(query["episode"]), sentence(error))

    def home(self) -> Update:
        return self._opening()

    def open(self, event: gr.EventData, request: gr.Request) -> Update:
        """An episode is picked from the library."""
        return self.load(f"?episode={event.episode}", request)

    def reload(self, event: gr.EventData, place: Place | None, request: gr.Request) -> Update:
        """The newest of where the session stands; or, in the browser's history, of another address."""
        if getattr(event, "address", None) is not None:
            return self.load(event.address, request)
        return self._opening() if place is None else self.load(views.address(place.cursor), request)

    # What takes a while

    def recast(self, event: gr.EventData, place: Place, request: gr.Request) -> Iterator[Update]:
        """The world made anew from a changed sentence, with the same seed, as an episode of its own."""

        def work(progress: Progress) -> Cursor:
            progress(0.05, "Reading the sentence")
            was = self._director.story(place.cursor.episode, OWNER).episode
            cursor = self._director.begin(
                str(event.prompt), seed=was.seed, aspect=was.aspect, style=was.style, owner=OWNER
            )
            progress(0.8, "Lighting the first frame")
            self._media.still(self._director.story(cursor.episode, OWNER), cursor)
            return cursor

        yield from self._perform(work, self._show, request)

    def change_cast(self, event: gr.EventData, place: Place, request: gr.Request) -> Iterator[Update]:
        """Some of the cast otherwise; the session stands where the story starts, from where the rest can be acted
        again."""
        wanted = [_part(told) for told in event.parts]
        time, weather = (None if word is None else str(word) for word in (event.time, event.weather))

        def work(progress: Progress) -> Cursor:
            progress(0.2, "Dressing the cast")
            episode = self._newest(place).episode
            cursor = self._director.change_cast(episode, wanted, time=time, weather=weather, owner=OWNER)
            progress(0.8, "Lighting the first frame")
            self._media.still(self._director.story(episode, OWNER), cursor)
            return cursor

        yield from self._perform(work, self._show, request, place)

    def create(self, event: gr.EventData, request: gr.Request) -> Iterator[Update]:
        """A world from a sentence and perhaps a picture."""

        def work(progress: Progress) -> Cursor:
            progress(0.05, "Reading the sentence")
            cursor = self._director.begin(
                str(event.prompt), picture=_uploaded(event.picture), aspect=str(event.aspect),
                style=str(event.style) or None, owner=OWNER,
            )  # fmt: skip
            progress(0.8, "Lighting the first frame")
            self._media.still(self._director.story(cursor.episode, OWNER), cursor)
            return cursor

        yield from self._perform(work, lambda cursor: {**self._show(cursor), self._panels.opening: _CLEAR}, request)

    def bring(self, event: gr.EventData, request: gr.Request) -> Iterator[Update]:
        """An episode from a bundle that the page has uploaded."""

        def work(progress: Progress) -> Cursor:
            return self._director.import_bundle(_arrived(str(event.bundle)), owner=OWNER, progress=progress)

        yield from self._perform(work, lambda cursor: self._show(cursor, autoplay=False), request)

    def direct(self, event: gr.EventData, place: Place, request: gr.Request) -> Iterator[Update]:
        """The next beat, acted out. `develop` renders it."""
        direction, takes = str(event.direction), min(MOST_TAKES, max(1, int(event.takes)))

        def work(progress: Progress) -> Cursor:
            return self._director.direct(self._newest(place), direction, takes=takes, progress=progress, owner=OWNER)

        yield from self._perform(work, lambda cursor: self._show(cursor, accepted=direction), request, place)

    def retake(self, place: Place, request: gr.Request) -> Iterator[Update]:
        """The beat before the cursor once more, with other chance. `develop` renders it."""

        def work(progress: Progress) -> Cursor:
            return self._director.retake(self._newest(place), progress=progress, owner=OWNER)

        yield from self._perform(work, self._show, request, place)

    def edit(self, event: gr.EventData, place: Place, request: gr.Request) -> Iterator[Update]:
        """Other words for the beat before the cursor. `develop` renders it."""
        direction = str(event.direction)

        def work(progress: Progress) -> Cursor:
            return self._director.edit(self._newest(place), direction, progress=progress, owner=OWNER)

        yield from self._perform(work, self._show, request, place)

    def act_again(self, place: Place, request: gr.Request) -> Iterator[Update]:
        """All that is stale after the cursor, acted again."""

        def work(progress: Progress) -> Cursor:
            return self._director.act_again(self._newest(place), progress=progress, owner=OWNER)

        yield from self._perform(work, self._show, request, place)

    def fork_inside(self, event: gr.EventData, place: Place, request: gr.Request) -> Iterator[Update]:
        """A fork from a frame of the beat before the cursor. `develop` renders what it begins with."""
        at_s = float(event.at)

        def work(progress: Progress) -> Cursor:
            return self._director.fork_inside(self._newest(place), at_s, progress=progress, owner=OWNER)

        yield from self._perform(work, self._show, request, place)

    def rejoin(self, event: gr.EventData, place: Place, request: gr.Request) -> Iterator[Update]:
        """A choice that leads to a scene which is there already, with what was picked to be directed before it."""
        label, to, picks = str(event.label), str(event.to), {str(key): str(pick) for key, pick in event.picks.items()}
        offered, choice = _offered(event), None if event.choice is None else str(event.choice)

        def work(progress: Progress) -> Cursor:
            return self._director.rejoin(
                self._newest(place), label, to, picks=picks, **offered, choice=choice, progress=progress, owner=OWNER
            )

        yield from self._perform(work, self._show, request, place)

    def branch(self, event: gr.EventData, place: Place, request: gr.Request) -> Iterator[Update]:
        """A suggestion acted out as a scene of its own. `develop` renders it."""
        direction = str(event.direction)

        def work(progress: Progress) -> Cursor:
            cursor = self._newest(place)
            return self._director.direct(cursor, direction, scene=direction, progress=progress, owner=OWNER)

        yield from self._perform(work, self._show, request, place)

    def write(self, place: Place, request: gr.Request) -> Iterator[Update]:
        """A whole scene after the cursor, acted out and filmed."""

        def work(progress: Progress) -> Cursor:
            end = self._director.write_scene(self._newest(place), progress=part(progress, 0, 2), owner=OWNER)
            for beat in range(1, end.beat + 1):
                at = self._director.rewind(end, beat, owner=OWNER)
                filming = part(part(progress, 1, 2), beat - 1, end.beat)
                self._director.render(at, progress=filming, owner=OWNER)
            return end

        yield from self._perform(work, self._show, request, place)

    def suggest(self, place: Place | None, request: gr.Request) -> Update:
        """What could happen next, tried out while the author looks; given up as soon as he goes on."""
        return self._suggested(place, request, 0)

    def more(self, event: gr.EventData, place: Place, request: gr.Request) -> Update:
        """Other ideas for the same moment."""
        return self._suggested(place, request, int(event.turn))

    def develop(self, place: Place | None, request: gr.Request) -> Iterator[Update]:
        """Renders the clip of the beat before the cursor where there is none yet."""
        if place is None or place.cursor.beat == 0 or self._is_filmed(place.cursor):
            yield gr.skip()  # a generator that yields nothing would empty every panel
            return

        def work(progress: Progress) -> Cursor:
            self._director.render(place.cursor, progress=progress, owner=OWNER)
            return place.cursor

        yield from self._perform(work, self._show, request, place)

    def check(self, place: Place, request: gr.Request) -> Iterator[Update]:
        """What should be mended before the episode is shown."""

        def work(progress: Progress) -> dict[str, Any]:
            progress(0.1, "Looking for what does not fit together")
            graph = self._director.story(place.cursor.episode, OWNER)
            contradictions = self._director.continuity(graph.episode.id, owner=OWNER)
            progress(0.8, "Looking at the shape of the story")
            return sheets.findings(graph, (*contradictions, *graph.lint()))

        def shown(view: dict[str, Any]) -> Update:
            return {self._panels.shell: {}, self._panels.sheet: anew(view)}

        yield from self._perform(work, shown, request)

    def cancel(self, request: gr.Request) -> None:
        """Stops what this session is waiting for, at its next step."""
        if stop := self._stops.get(str(request.session_hash)):
            stop.set()

    def nudge(self) -> None:
        """Nothing: that it is answered brings along what was answered to nobody (see `assets/shell.js`)."""

    # What is done at once

    def rewind(self, event: gr.EventData, place: Place, request: gr.Request) -> Update:
        beat = int(event.beat)
        self._stop_musing(request)
        return self._answer(place, lambda cursor: self._director.rewind(cursor, beat, owner=OWNER), newest=False)

    def goto(self, event: gr.EventData, place: Place, request: gr.Request) -> Update:
        """Anywhere in the story graph."""
        episode = place.cursor.episode
        self._stop_musing(request)
        return self._answer(place, lambda _: Cursor(episode, str(event.scene), int(event.beat)), newest=False)

    def choose_take(self, event: gr.EventData, place: Place) -> Update:
        def change(cursor: Cursor) -> Cursor:
            chosen = self._director.rewind(cursor, int(event.beat), owner=OWNER)
            self._director.choose_take(chosen, str(event.take), owner=OWNER)
            return chosen

        return self._answer(place, change)

    def fork(self, event: gr.EventData, place: Place) -> Update:
        """Another way from here, and the choice that leads to it."""
        label = str(event.label).strip() or None
        offered = _offered(event)

        def change(cursor: Cursor) -> Cursor:
            return self._director.fork(cursor, label=label, **offered, owner=OWNER)

        return self._answer(place, change)

    def link(self, event: gr.EventData, place: Place) -> Update:
        """A choice that leads to a scene which is there already; where things would not fit, they are shown first."""
        label, to, offered = str(event.label), str(event.to), _offered(event)

        def change(cursor: Cursor) -> None:
            self._director.add_choice(cursor, label, to, **offered, owner=OWNER)

        return self._unfit(place, event, None) or self._changed(place, change)

    def duplicate(self, place: Place) -> Update:
        return self._answer(place, lambda cursor: self._director.duplicate_scene(cursor, owner=OWNER))

    def delete(self, place: Place) -> Update:
        """The scene goes into the trash; the session stands where the scene was forked."""

        def change(cursor: Cursor) -> Cursor:
            origin = self._director.story(cursor.episode, OWNER).scene_at(cursor).origin
            self._director.delete_scene(cursor, owner=OWNER)
            graph = self._director.story(cursor.episode, OWNER)
            return Cursor(cursor.episode, *origin) if origin and origin[0] in graph.scenes else graph.cursor_start()

        return self._answer(place, change)

    def restore(self, event: gr.EventData, place: Place) -> Update:
        """Something comes back from the trash; what has to stay there is told."""
        left: tuple[str, ...] = ()

        def change(cursor: Cursor) -> None:
            nonlocal left
            left = self._director.restore(cursor.episode, str(event.removal), owner=OWNER)

        shown = self._changed(place, change)
        return self._with_notice(shown, notice("story", text=" ".join(left))) if left else shown

    def name_branch(self, event: gr.EventData, place: Place) -> Update:
        return self._changed(place, lambda cursor: self._director.name_branch(cursor, str(event.name), owner=OWNER))

    def rename_branch(self, event: gr.EventData, place: Place) -> Update:
        was, now = str(event.was), str(event.name)
        return self._changed(place, lambda at: self._director.rename_branch(at.episode, was, now, owner=OWNER))

    def delete_branch(self, event: gr.EventData, place: Place) -> Update:
        return self._changed(place, lambda at: self._director.delete_branch(at.episode, str(event.name), owner=OWNER))

    def move(self, event: gr.EventData, place: Place) -> Update:
        """The choice that leads here is offered at the end of another scene."""

        def change(cursor: Cursor) -> None:
            left = Cursor(cursor.episode, str(event.scene), 0)
            to = self._director.story(cursor.episode, OWNER).cursor_end(str(event.to))
            self._director.move_choice(left, str(event.choice), to, owner=OWNER)

        return self._changed(place, change)

    def reorder(self, event: gr.EventData, place: Place) -> Update:
        """A choice goes to another place among those of its scene."""
        choice, at = str(event.choice), int(event.at)
        return self._changed(place, lambda cursor: self._director.reorder_choice(cursor, choice, at, owner=OWNER))

    def rechoose(self, event: gr.EventData, place: Place) -> Update:
        """Other words, another way or other terms for a choice of the scene; where things would not fit that way, they
        are shown first."""
        choice, label, to, offered = str(event.choice), str(event.label), str(event.to), _offered(event)

        def change(cursor: Cursor) -> None:
            self._director.change_choice(cursor, choice, label=label, to=to, **offered, owner=OWNER)

        return self._unfit(place, event, choice) or self._changed(place, change)

    def unlink(self, event: gr.EventData, place: Place) -> Update:
        return self._changed(place, lambda cursor: self._director.remove_choice(cursor, str(event.choice), owner=OWNER))

    def remember(self, event: gr.EventData, place: Place) -> Update:
        """A variable, said as `trust = 0`; or what it begins with from now on."""
        name, _, value = str(event.variable).partition("=")

        def change(cursor: Cursor) -> None:
            if not value.strip():
                raise StoryError("Say what the variable begins with, for example: trust = 0, or met_ben = false.")
            self._director.set_variable(cursor.episode, name, read_literal(value.strip()), owner=OWNER)

        return self._changed(place, change)

    def forget(self, event: gr.EventData, place: Place) -> Update:
        return self._changed(
            place, lambda cursor: self._director.remove_variable(cursor.episode, str(event.variable), owner=OWNER)
        )

    def ending(self, event: gr.EventData, place: Place) -> Update:
        return self._changed(place, lambda cursor: self._director.mark_ending(cursor, bool(event.ending), owner=OWNER))

    def density(self, event: gr.EventData, place: Place) -> Update:
        """How much happens of its own accord from now on, and how the camera cuts."""

        def change(cursor: Cursor) -> None:
            chosen = checked_density(str(event.narrative), str(event.event_style), str(event.layout))
            self._director.set_density(cursor.episode, chosen, owner=OWNER)

        return self._changed(place, change, newest=False)

    def rename(self, event: gr.EventData, place: Place) -> Update:
        return self._changed(place, lambda cursor: self._director.rename_scene(cursor, str(event.title), owner=OWNER))

    def undo(self, place: Place) -> Update:
        """The last change is taken back, and the session stands where it was made."""
        return self._answer(place, lambda cursor: self._director.undo(cursor.episode, owner=OWNER))

    def redo(self, place: Place) -> Update:
        return self._answer(place, lambda cursor: self._director.redo(cursor.episode, owner=OWNER))

    def failed(self) -> Update:
        """Something broke that no author can mend: the error is in the log, the page goes on."""
        return self._with_notice({}, notice("error", key="notice.failed"))

    # Inside

    def _named(self, query: dict[str, str]) -> Cursor:
        """The cursor an address names; the episode's last scene when it names none."""
        graph = self._director.story(query["episode"], OWNER)
        if "scene" not in query:
            return graph.cursor_end(graph.episode.root)
        beat = query.get("beat", "0")
        cursor = Cursor(graph.episode.id, query["scene"], int(beat) if beat.isdecimal() else 0)
        graph.scene_at(cursor)
        return cursor

    def _start_of(self, episode_id: str) -> Update:
        """An episode's very start; the opening screen where not even that can be shown."""
        try:
            return self._show(self._director.story(episode_id, OWNER).cursor_start(), autoplay=False)
        except StoryError:
            return self._opening()

    def _newest(self, place: Place) -> Cursor:
        """The session's cursor. Raises StoryConflict when the episode has been changed since the session looked."""
        if self._edition(place) != place.edition:
            raise StoryConflict("This episode was changed in another window: look at the newest, then go on.")
        return place.cursor

    def _edition(self, place: Place) -> str:
        """What the session's story is now."""
        return self._director.edition(place.cursor.episode, owner=OWNER)

    def _unfit(self, place: Place, event: gr.EventData, choice: str | None) -> Update | None:
        """What would not fit if a choice, a new one or one of the scene, led where the event says, to be picked from;
        None when all would, or it leads there already."""
        to, offered = str(event.to), _offered(event)
        try:
            cursor = self._newest(place)
            graph = self._director.story(cursor.episode, OWNER)
            if choice is not None:
                if graph.choice(cursor.scene, choice).to == to:
                    return None
                cursor = graph.leaves(cursor.scene, choice)
            differs = self._director.reconcile(cursor, to, owner=OWNER)
            if not any(mismatch.contradicts for mismatch in differs):
                return None
            offer = {"choice": choice, "label": str(event.label), "to": to, **offered,
                     "effects": "; ".join(offered["effects"])}  # fmt: skip
            stills = (self._media.still(graph, cursor), self._media.still(graph, Cursor(cursor.episode, to, 0)))
            return {self._panels.sheet: anew(sheets.rejoining(differs, offer, stills))}
        except StoryError as error:
            return self._refused(error)

    def _is_filmed(self, cursor: Cursor) -> bool:
        return self._media.clip(self._director.story(cursor.episode, OWNER), cursor) is not None

    def _perform(
        self,
        work: Callable[[Progress], T],
        show: Callable[[T], Update],
        request: gr.Request,
        place: Place | None = None,
    ) -> Iterator[Update]:
        """Tells how `work` goes on, then shows what came of it; where the session stands when it was cancelled."""
        session = str(request.session_hash)
        self._stop_musing(request)
        stop = self._stops[session] = threading.Event()
        try:
            yield self._working(0.0, "")
            result = yield from narrated(work, self._working, stop)
            yield show(result)
        except Cancelled:
            kept = {} if place is None else self._show(place.cursor, autoplay=False)
            yield self._with_notice(kept, notice("done", key="notice.cancelled"))
        except StoryError as error:
            yield self._refused(error)
        finally:
            self._stops.pop(session, None)

    def _suggested(self, place: Place | None, request: gr.Request, turn: int) -> Update:
        """The ideas of that turn, or nothing new when the session has gone on meanwhile. Nothing is thought of where
        the author only passes through."""
        stop, nothing_new = self._stop_musing(request), cast(Update, gr.skip())
        if place is None or stop.wait(0.0 if turn else PASSING_S):
            return nothing_new

        def progress(fraction: float, text: str) -> None:
            if stop.is_set() or self._edition(place) != place.edition:
                raise Cancelled

        try:
            found = self._director.suggestions(place.cursor, turn=turn, progress=progress, owner=OWNER)
            episode = self._director.story(place.cursor.episode, OWNER).episode
        except Cancelled:
            return nothing_new
        except StoryError as error:
            return self._refused(error)
        return nothing_new if stop.is_set() else {self._panels.ideas: views.ideas(episode, found, turn=turn)}

    def _stop_musing(self, request: gr.Request) -> threading.Event:
        """Gives up what the session's suggestions are tried out for, and returns what will stop the next."""
        session = str(request.session_hash)
        if (before := self._musings.get(session)) is not None:
            before.set()
        self._musings[session] = threading.Event()
        return self._musings[session]

    def _answer(self, place: Place | None, change: Callable[[Cursor], Cursor], *, newest: bool = True) -> Update:
        """Changes something at once, or only moves the cursor (`newest` False: then it may have been changed)."""
        if place is None:
            return self._opening()
        try:
            return self._show(change(self._newest(place) if newest else place.cursor))
        except StoryError as error:
            return self._refused(error)

    def _changed(self, place: Place | None, change: Callable[[Cursor], object], *, newest: bool = True) -> Update:
        """Changes something where the session stands and stays there."""

        def keep(cursor: Cursor) -> Cursor:
            change(cursor)
            return cursor

        return self._answer(place, keep, newest=newest)

    # What is shown

    def _show(self, cursor: Cursor, *, autoplay: bool = True, accepted: str | None = None) -> Update:
        """The studio at a cursor, everything read anew."""
        edition = self._director.edition(cursor.episode, owner=OWNER)  # first: what is changed meanwhile is not seen
        graph = self._director.story(cursor.episode, OWNER)
        episode, panels = graph.episode, self._panels
        return {
            self._place: Place(cursor, edition),
            panels.shell: {"screen": "studio", "address": views.address(cursor), "title": episode.title},
            panels.header: views.header(episode, self._director.history(episode.id, owner=OWNER)),
            panels.stage: views.stage(graph, cursor, self._media, autoplay=autoplay),
            panels.strip: views.strip(graph, cursor, self._media),
            panels.composer: views.composer(graph, cursor, accepted=accepted),
            panels.ideas: views.ideas(episode, None),
            panels.world: views.world(
                self._director.state(cursor, owner=OWNER),
                notes=self._director.casting_notes(cursor, owner=OWNER),
                prompt=None if episode.picture else episode.prompt,
            ),
            panels.story: sealed(views.story(graph, cursor)),
        }

    def _opening(self) -> Update:
        """The opening screen, the episode worked on last first."""
        stories = [(outline, self._media.first_still(outline)) for outline in self._director.outlines(OWNER)]
        return {
            self._place: None,
            self._panels.shell: {"screen": "opening", "address": "", "title": ""},
            self._panels.opening: views.library(stories),
        }

    def _working(self, fraction: float, text: str) -> Update:
        return {self._panels.shell: {"progress": {"fraction": fraction, "text": text}}}

    def _refused(self, error: StoryError) -> Update:
        """Everything stays as it is; a sentence says what to do."""
        return self._with_notice({}, sentence(error))

    def _watching(self, update: Update, episode: str) -> Update:
        """The same with an eye on what is being exported of the episode."""
        jobs = self._director.jobs(OWNER)
        job = next((job for job in jobs if job.is_open and (job.episode, job.kind) == (episode, "export")), None)
        watched = {} if job is None else {"watched": anew(sheets.watched(job))}
        return {**update, self._panels.shell: {**update[self._panels.shell], **watched}}

    def _with_notice(self, update: Update, notice: dict[str, Any]) -> Update:
        return {**update, self._panels.shell: {**update.get(self._panels.shell, {}), "notice": notice}}


def _offered(event: gr.EventData) -> dict[str, Any]:
    """How a choice is offered: whether it is the default, how long the audience may think, what it asks and does."""
    return {
        "default": bool(event.default),
        "seconds": None if event.seconds is None else float(event.seconds),
        "condition": str(event.condition),
        "effects": separated(str(event.effects)),
    }


def _part(told: Mapping[str, Any]) -> Part:
    """One of the cast as the page tells it."""
    x, z = (float(metres) for metres in told["at"])
    look, colors = ({str(key): str(word) for key, word in told[name].items()} for name in ("look", "colors"))
    return Part(str(told["id"]), str(told["name"]), str(told["role"]), look, colors, (x, z), str(told["emotion"]),
                bool(told["there"]))  # fmt: skip


def _uploaded(path: str | None) -> bytes | None:
    """The bytes of a picture the page has uploaded."""
    if path is None:
        return None
    file = _arrived(path)
    if file.stat().st_size > LARGEST_PICTURE:
        raise StoryError("That picture is larger than 24 MB: make it smaller, or take another.")
    return file.read_bytes()


def _arrived(path: str) -> Path:
    """A file the page has uploaded. A page can name any path, so only uploads are read."""
    file, uploads = Path(path).resolve(), Path(get_upload_folder()).resolve()
    if not (file.is_relative_to(uploads) and file.is_file()):
        raise StoryError("That file did not arrive: drop it in again.")
    return file
