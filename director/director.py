"""What an author can do: begin a world, direct it, take a beat again, fork, rewind, render, export.

`Director` joins the parts: the crew reads, acts and films, the store keeps what came of it in one change. Knows no
interface and no tables; every method takes and gives ids, plain values, bytes and frames. What belongs to another
owner is as unknown as what never was.

An episode changes only when nobody else has changed it meanwhile (else `StoryConflict`); what took long to make
(beats, takes, clips) is kept beside what others have done. What fails or is cancelled leaves the episode as it was, but
for takes that were finished.
"""

from __future__ import annotations

import hashlib
import math
import os
import secrets
import shutil
import uuid
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import asdict, replace
from functools import lru_cache, partial
from itertools import count
from pathlib import Path
from typing import Any

from db.jobs import Job
from db.store import EpisodeStore
from director.acting import take_seed
from director.backlog import Backlog
from director.casting import LONGEST_PROMPT
from director.casting.picture import light, pixels, prepare
from director.choosing import Choosing, checked_logic, checked_seconds, worded
from director.continuity.checking import SeenStory, continuity_findings
from director.continuity.moments import Snapshot, snapshot
from director.continuity.reconciling import Mismatch, Reconciliation, joint, reconciled, reconciliation
from director.crew import SIZES, Crew, Film, Frame, crew_with, language_in, receipt_of
from director.directive import Directive
from director.filming.passes import write_passes
from director.filming.shots import cut_back
from director.filming.slate import checked_direction
from director.filming.video import write_clip
from director.planning.blocking import with_room_to_speak
from director.planning.planner import Context
from director.receipts import worth
from director.scripts.formats import SHOWS_CLIPS, exporter
from director.shaping import AUTHOR as AUTHOR
from director.shaping import language_of, timestamp
from director.speech.memory import Attendance, Memory, attendance, memories, steps
from director.speech.recounting import Voice, memories_json
from director.statejson import Spoken
from director.styles import checked_style
from director.suggestions import Suggestion, Wanted, screenwriting
from director.suggestions.density import NORMAL, Density, checked_density, enlivened
from director.suggestions.ideas import Idea
from director.suggestions.situation import Situation, past_of
from director.suggestions.suggesting import suggestions_at
from director.texts import brief, checked, one_line
from model.camera import ASPECTS
from model.renderer.illustrator import Illustrator
from model.renderer.painter import Painter
from model.renderer.renderer import Renderer
from model.state import WorldState
from model.text import TextEncoder
from model.world import WorldModel
from storygraph import reshaping
from storygraph.bundle import opened
from storygraph.changes import Change, place_of
from storygraph.errors import StoryConflict, StoryError
from storygraph.facts import Facts
from storygraph.findings import Finding
from storygraph.graph import StoryGraph
from storygraph.story import Beat, Choice, Cursor, Episode, Outline, Scene, Take, new_id

Progress = Callable[[float, str], None]

MOST_TAKES = 16
_LONGEST_CUT_S, _ROUNDING = 3600.0, 1e-3  # seconds into a beat; in steps, what rounding to a millisecond may cost
_SHORT = 60  # characters of a direction that name the branch it begins
_ATTENDED = 16_384  # checkpoints of which is remembered who was where
_REMEMBERED = 4  # films that can be rendered without acting them again
_OPEN = 4  # stories that are held in memory
_SUGGESTED = 32  # moments whose suggestions are remembered


class Director(Choosing):
    """An author's work in one folder. Safe to share between threads."""

    def __init__(self, store: EpisodeStore, crew: Crew, folder: Path) -> None:
        self.folder = folder
        self._store = store
        self._crew = crew
        self._backlog = Backlog(store.jobs)
        self._films: OrderedDict[str, Film] = OrderedDict()  # by checkpoint
        self._attendance = lru_cache(_ATTENDED)(self._attended)  # a checkpoint never changes
        self._snapshot = lru_cache(_ATTENDED)(self._snapshot_at)
        self._suggested: OrderedDict[Hashable, list[Suggestion]] = OrderedDict()  # by what was asked

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        database_url: str | None = None,
        weights: str = "base",
        language_model: Path | None = None,
        plans: bool = False,
    ) -> Director:
        """The director of the episodes in `folder` (made when it is missing), with the shipped weights of that name.

        `language_model` is a folder with a causal language model, which then writes lines that directions ask for and
        do not give, and with `plans` reads directions, too. Raises StoryError when the folder, its database or the
        language model cannot be used, ValueError when the weights are unsound."""
        if plans and language_model is None:
            raise StoryError("Directions can be planned by a language model only: name its folder, too.")
        talker = None if language_model is None else language_in(language_model)
        store = EpisodeStore.open(folder, database_url, recall=_OPEN)
        renderer = Renderer(Painter.load(), Illustrator.load())
        return cls(store, crew_with(WorldModel.load(weights), TextEncoder(), renderer, talker, plans=plans), folder)

    def close(self) -> None:
        """Call off what is not done yet and let go of the database."""
        self._backlog.close()
        self._store.close()

    # Beginning

    def begin(
        self,
        prompt: str,
        *,
        picture: bytes | None = None,
        seed: int | None = None,
        aspect: str = "16:9",
        style: str | None = None,
        title: str | None = None,
        density: Density = NORMAL,
        owner: str = AUTHOR,
    ) -> Cursor:
        """A new episode whose world comes from a sentence, a picture (JPEG, PNG or WebP bytes), or both. Without a
        `seed` chance decides, and without a `style` the sentence. Raises StoryError for an aspect or a style that Nacre
        does not have, and for a prompt or picture that nothing can be made of."""
        if aspect not in ASPECTS:
            raise StoryError(f"“{aspect}” is no aspect Nacre films in: choose one of {', '.join(ASPECTS)}.")
        style = None if style is None else checked_style(style)
        seed = secrets.randbits(31) if seed is None else seed
        prompt = checked(prompt, "The prompt", LONGEST_PROMPT)
        kept, hour = None, None
        if picture is not None:
            prepared = prepare(picture)
            guess = light(pixels(prepared))
            hour, prompt = guess.hour, prompt or f"Two people in {guess.place}."
            kept = self._store.put_blob(prepared, "image/jpeg")
        casting, state = self._crew.begin(prompt, seed=seed, aspect=aspect, style=style, hour=hour)
        scene, title = Scene(new_id(), "Opening", self._keep(state)), one_line(title or "", "The title")
        episode = Episode(
            new_id(), owner, title or casting.title, prompt, aspect, casting.stage.style, seed, scene.id, picture=kept,
            **asdict(density),
        )
        return self._store.create(StoryGraph(episode, {scene.id: scene})).cursor_start()

    def casting_notes(self, cursor: Cursor, *, owner: str = AUTHOR) -> tuple[str, ...]:
        """What was decided when this world was cast: whom the prompt leaves out, what stands in for what. It follows
        from prompt and seed, so it is worked out again; empty for a world that would not be cast like that now."""
        episode = self.story(cursor.episode, owner).episode
        casting = self._crew.cast(episode.prompt, seed=episode.seed, aspect=episode.aspect, style=episode.style)
        here = {entity.id: entity for entity in self.checkpoint(cursor, owner=owner).stage.entities}
        return casting.notes if all(here.get(e.id) == e for e in casting.stage.entities) else ()

    # Directing

    def direct(
        self,
        cursor: Cursor,
        direction: str,
        *,
        takes: int = 1,
        until_s: float | None = None,
        scene: str | None = None,
        progress: Progress | None = None,
        owner: str = AUTHOR,
    ) -> Cursor:
        """Act a beat out from the cursor, keep it, and return the cursor after it. Of several takes the one that did
        most of what was asked counts; of each only the first `until_s` seconds are kept, or all. Where the scene
        already goes on, a fork is made first; with a title `scene` the beat begins a scene of its own in any case.

        Raises StoryError when the direction cannot be understood or done; then nothing is kept.
        """
        direction = _checked(direction)
        if not 1 <= takes <= MOST_TAKES:
            raise StoryError(f"A beat can have 1 to {MOST_TAKES} takes at once, not {takes}: choose fewer.")
        graph = self.story(cursor.episode, owner)
        checkpoint = graph.checkpoint_at(cursor)
        start = self._state(checkpoint, owner)
        seeds = [take_seed(graph.episode.seed, checkpoint, direction, k) for k in range(takes)]
        steps = None if until_s is None else max(1, self._steps(until_s))
        directive = replace(self._reading_at(graph, cursor, start)(direction), steps=steps)
        finished: dict[int, Take] = {}
        try:
            for k, film in self._crew.films(start, directive, seeds=seeds, progress=progress):
                finished[k] = self._take(checkpoint, film, seeds[k])
        finally:
            if finished:
                kept = tuple(finished[k] for k in sorted(finished))
                best = max(kept, key=lambda take: worth(take.receipt))
                after = self._append(graph, cursor, Beat(new_id(), direction, kept, best.id), scene)
        return after

    def retake(self, cursor: Cursor, *, progress: Progress | None = None, owner: str = AUTHOR) -> Cursor:
        """Act the beat before the cursor once more, with other chance; the new take counts, the others stay."""
        graph = self.story(cursor.episode, owner)
        beat, before = self._beat_before(graph, cursor)
        checkpoint = graph.checkpoint_at(before)
        start = self._state(checkpoint, owner)
        same = beat.take.start == checkpoint and beat.take.directive
        seed = _next_seed(graph.episode.seed, checkpoint, beat)
        directive = (
            Directive.from_json(beat.take.directive) if same else self._reading_at(graph, before, start)(beat.direction)
        )
        film = self._crew.film(start, directive, seed=seed, progress=progress)
        take = self._take(checkpoint, film, seed)

        def taken(newest: StoryGraph) -> StoryGraph:
            self._refuse_another(newest, cursor, beat)
            return newest.with_take(cursor.scene, before.beat, take)

        self._store.change(cursor.episode, owner, taken)
        return cursor

    def edit(
        self, cursor: Cursor, direction: str, *, progress: Progress | None = None, owner: str = AUTHOR
    ) -> Cursor:
        """Other words for the beat before the cursor, acted out from where it starts. The new take counts, the others
        stay; what follows was acted from another past and is stale until it is acted again (`act_again`)."""
        direction = _checked(direction)
        graph = self.story(cursor.episode, owner)
        beat, before = self._beat_before(graph, cursor)
        checkpoint = graph.checkpoint_at(before)
        start = self._state(checkpoint, owner)
        seed = _next_seed(graph.episode.seed, checkpoint, replace(beat, direction=direction))
        directive = self._reading_at(graph, before, start)(direction)
        take = self._take(checkpoint, self._crew.film(start, directive, seed=seed, progress=progress), seed)

        def edited(newest: StoryGraph) -> StoryGraph:
            self._refuse_another(newest, cursor, beat)
            return reshaping.edited(newest, cursor.scene, before.beat, direction, take)

        self._store.change(cursor.episode, owner, edited)
        return cursor

    def act_again(self, cursor: Cursor, *, progress: Progress | None = None, owner: str = AUTHOR) -> Cursor:
        """Act again, in order, all that is stale after the cursor, in its scene and in those that grew from it: as new
        takes, of the words that are there, read anew. A take that was acted from the very state that is there now
        counts instead of another. What was finished before a cancel or an error is kept.

        Raises StoryError when nothing is stale, and for a beat that can no longer be acted.
        """
        places = reshaping.outdated(self.story(cursor.episode, owner), cursor)
        if not places:
            raise StoryError("Nothing after this place is stale: there is nothing to act again.")
        for k, place in enumerate(places):
            graph = self.story(cursor.episode, owner)
            begun = reshaping.started_anew(graph, place.scene) if place.beat == 0 else graph
            scene = begun.scene_at(place)
            if place.beat < len(scene.beats) and begun.is_stale(place.next):
                begun = self._acted_anew(begun, place, _part(progress, k, len(places)))
            if begun is not graph:
                self._store.save(begun, graph)
        return cursor

    def choose_take(self, cursor: Cursor, take_id: str, *, owner: str = AUTHOR) -> None:
        """Let another take of the beat before the cursor count."""
        graph = self.story(cursor.episode, owner)
        _, before = self._beat_before(graph, cursor)
        self._store.save(graph.with_canonical(cursor.scene, before.beat, take_id), graph)

    def suggestions(
        self, cursor: Cursor, *, count: int = 4, turn: int = 0, progress: Progress | None = None, owner: str = AUTHOR
    ) -> list[Suggestion]:
        """Three to five directions that fit the moment at the cursor, each understood and acted out beforehand:
        directed there, it is done. Another `turn` gives others; the same arguments give the same."""
        graph = self.story(cursor.episode, owner)
        path = tuple(beat.canonical for beat in graph.ancestry(cursor))
        asked = (cursor.episode, graph.checkpoint_at(cursor), path, _density(graph.episode), count, turn)
        if asked not in self._suggested:
            self._suggested[asked] = self._suggest(graph, cursor, count, turn, progress)
            while len(self._suggested) > _SUGGESTED:
                self._suggested.popitem(last=False)
        return self._suggested[asked]

    def write_scene(self, cursor: Cursor, *, progress: Progress | None = None, owner: str = AUTHOR) -> Cursor:
        """A whole scene after the cursor, from its hook to its turn, acted beat by beat and kept as a scene of its own;
        returns its end. Each beat is an ordinary direction. Another scene from the same place is another one.

        What was acted before a cancel is kept. Raises StoryError where nothing could happen next.
        """
        graph = self.story(cursor.episode, owner)
        turn = len(graph.forks(cursor))
        steps = screenwriting.shape(_density(graph.episode), graph.episode.seed + len(graph.ancestry(cursor)) + turn)
        told: list[Idea] = []
        onward = _onward(progress)
        for k, step in enumerate(steps):
            part = _part(onward, k, len(steps))
            pull = screenwriting.wanted(step, told)
            found = self._suggest(self.story(cursor.episode, owner), cursor, 1, turn, _part(part, 0, 2), pull)
            if not found:
                break
            (best,) = found
            scene = best.outcome if not told else None
            cursor = self.direct(cursor, best.direction, scene=scene, progress=_part(part, 1, 2), owner=owner)
            told.append(best.idea)
        if not told:
            raise StoryError("Nothing comes to mind here: bring somebody in, for example: A stranger walks in.")
        return cursor

    def set_density(self, episode_id: str, density: Density, *, owner: str = AUTHOR) -> None:
        """How much happens of its own accord in the beats that are directed from now on, and how the camera cuts."""
        graph = self.story(episode_id, owner)
        self._store.save(replace(graph, episode=replace(graph.episode, **asdict(density))), graph)

    # The story's shape

    def fork(
        self,
        cursor: Cursor,
        *,
        label: str | None = None,
        title: str | None = None,
        default: bool = False,
        seconds: float | None = None,
        condition: str = "",
        effects: Sequence[str] = (),
        owner: str = AUTHOR,
    ) -> Cursor:
        """A new scene that starts from the state at the cursor, and a choice that leads to it, open while `condition`
        holds. The scene it is forked from stays as it is. Returns the new scene's start."""
        checked_seconds(seconds)
        graph = self.story(cursor.episode, owner)
        label, title = one_line(label or "", "The label"), one_line(title or "", "The title")
        logic = checked_logic(condition, effects)
        forked, start = _forked(graph, cursor, label, title, default, seconds, *logic)
        self._store.save(forked, graph)
        return start

    def fork_inside(
        self,
        cursor: Cursor,
        at_s: float,
        *,
        label: str | None = None,
        title: str | None = None,
        default: bool = False,
        seconds: float | None = None,
        progress: Progress | None = None,
        owner: str = AUTHOR,
    ) -> Cursor:
        """A fork from the frame `at_s` seconds into the canonical take of the beat before the cursor. The new scene
        begins with that beat as far as the frame, to the bit, and the cursor returned stands there; a choice leads to
        it from where the beat starts. The world steps less often than there are frames: of two frames that show one
        step it is the first. Before the first step and after the last it is a fork like any other.

        Raises StoryError for a take that this world model cannot act again.
        """
        checked_seconds(seconds)
        graph = self.story(cursor.episode, owner)
        label, title = one_line(label or "", "The label"), one_line(title or "", "The title")
        beat, before = self._beat_before(graph, cursor)
        film = self._films.get(beat.take.checkpoint) or self._acted_again(beat.take, owner, progress)
        step = self._steps(at_s)
        if step == 0 or step >= film.performance.steps:
            place = cursor if step else before
            forked, start = _forked(graph, place, label, title, default, seconds)
            self._store.save(forked, graph)
            return start
        began = beat.take.start or graph.checkpoint_at(before)
        part = self._crew.cut(film, self._state(began, owner), step, seed=beat.take.seed)
        take = self._take(began, part, beat.take.seed)
        start = before

        def with_fork(newest: StoryGraph) -> StoryGraph:
            nonlocal start
            self._refuse_another(newest, cursor, beat)
            forked, start = _forked(newest, before, label, title, default, seconds, at=began)
            return forked.with_beat(start, Beat(new_id(), beat.direction, (take,), take.id))

        self._store.change(cursor.episode, owner, with_fork)
        return start.next

    def branch(self, cursor: Cursor, title: str, *, owner: str = AUTHOR) -> Cursor:
        """A new scene that starts from the state at the cursor, to which no choice leads yet. Returns its start."""
        graph = self.story(cursor.episode, owner)
        branched, start = _branched(graph, cursor, _named(title))
        self._store.save(branched, graph)
        return start

    def rewind(self, cursor: Cursor, beat: int, *, owner: str = AUTHOR) -> Cursor:
        """The same scene after `beat` of its beats. Nothing is deleted. Raises StoryError for a beat it has not."""
        back = replace(cursor, beat=beat)
        self.story(cursor.episode, owner).scene_at(back)
        return back

    def add_choice(
        self,
        cursor: Cursor,
        label: str,
        to: str,
        *,
        default: bool = False,
        seconds: float | None = None,
        condition: str = "",
        effects: Sequence[str] = (),
        kept: tuple[str, ...] = (),
        owner: str = AUTHOR,
    ) -> None:
        """Offer a way from the cursor to a scene that exists already, open while `condition` holds. `kept` are the keys
        of differences between the two that are meant (see `reconcile`)."""
        asks, does = checked_logic(condition, effects)
        label, seconds = worded(label), checked_seconds(seconds)
        graph = self.story(cursor.episode, owner)
        graph.scene_at(cursor)
        choice = Choice(new_id(), label, to, cursor.beat, default, seconds, asks, does, kept)
        self._store.save(graph.with_choice(cursor.scene, choice), graph)

    def reconcile(self, cursor: Cursor, to: str, *, owner: str = AUTHOR) -> tuple[Mismatch, ...]:
        """What differs between the cursor and the start of the scene `to`, in the author's language, each with a
        direction that would bring about what is there, for `director.continuity.reconciling.reconciled` to pick from.
        Raises StoryError when a state of either cannot be read."""
        graph = self.story(cursor.episode, owner)
        target, language, story = graph.scene(to), language_of(graph), self._seen(graph)
        here, there = story.facts(graph.checkpoint_at(cursor)), story.facts(target.start)
        if here is None or there is None:
            raise StoryError("A saved state of these scenes cannot be read: act them again.")
        when = joint(graph.scene_at(cursor), cursor.beat, target, language)
        gone = story.lost(cursor.scene, cursor.beat), story.lost(to, 0)
        return reconciliation(here, there, *when, language, *gone)

    def rejoin(
        self,
        cursor: Cursor,
        label: str,
        to: str,
        *,
        picks: Mapping[str, str] | None = None,
        default: bool = False,
        seconds: float | None = None,
        condition: str = "",
        effects: Sequence[str] = (),
        progress: Progress | None = None,
        owner: str = AUTHOR,
    ) -> Cursor:
        """A choice that leads from the cursor to a scene that exists already, reconciled as picked: `picks` says for
        the key of a `Mismatch` of `reconcile` whether to `BRIDGE` or `KEEP` it. Bridges are directed first, each as a
        beat; returns where the choice is offered then.

        Raises StoryError when the choice would lead back, or a bridge cannot be acted; those before it are kept.
        """
        graph = self.story(cursor.episode, owner)
        label, (asks, does) = worded(label), checked_logic(condition, effects)
        graph.refuse_unfit(Choice("", label, to, condition=asks, effects=does))  # before anything is acted
        if graph.leads(to, cursor.scene):
            raise StoryError("That choice would lead back to where the story came from: fork a new scene instead.")
        picked = reconciled(self.reconcile(cursor, to, owner=owner), picks) if picks else Reconciliation()
        for k, direction in enumerate(picked.directions):
            cursor = self.direct(cursor, direction, progress=_part(progress, k, len(picked.directions)), owner=owner)
        self.add_choice(cursor, label, to, default=default, seconds=seconds, condition=condition, effects=effects,
                        kept=picked.kept, owner=owner)  # fmt: skip
        return cursor

    def remove_choice(self, cursor: Cursor, choice_id: str, *, owner: str = AUTHOR) -> None:
        """Take a choice of the cursor's scene away; the scene it led to stays."""
        graph = self.story(cursor.episode, owner)
        self._store.save(graph.without_choice(cursor.scene, choice_id), graph)

    def mark_ending(self, cursor: Cursor, ending: bool, *, owner: str = AUTHOR) -> None:
        """Say that the story may stop at the end of the cursor's scene, or that it may not."""
        graph = self.story(cursor.episode, owner)
        self._store.save(graph.with_scene_changes(cursor.scene, ending=ending), graph)

    def rename_scene(self, cursor: Cursor, title: str, *, owner: str = AUTHOR) -> None:
        """Give the cursor's scene another title."""
        title = _named(title)
        graph = self.story(cursor.episode, owner)
        self._store.save(graph.with_scene_changes(cursor.scene, title=title), graph)

    # Taking back

    def undo(self, episode_id: str, *, owner: str = AUTHOR) -> Cursor:
        """Take the last change of the episode back and return where it had been made. Clips stay. Raises StoryError
        when nothing is left to undo."""
        graph = self.story(episode_id, owner)
        undone, change = self._store.undo(graph)
        return place_of(change, undone, graph)

    def redo(self, episode_id: str, *, owner: str = AUTHOR) -> Cursor:
        """Make the change that was undone last again and return where. Raises StoryError when there is none, which is
        so after every other change."""
        graph = self.story(episode_id, owner)
        redone, change = self._store.redo(graph)
        return place_of(change, redone, graph)

    def history(self, episode_id: str, *, owner: str = AUTHOR) -> tuple[Change | None, Change | None]:
        """What would be undone and what would be redone next; `words` says it."""
        return self._store.history(episode_id, owner)

    # Seeing

    def render(self, cursor: Cursor, *, progress: Progress | None = None, owner: str = AUTHOR) -> Path:
        """The clip (H.264 MP4, 24 frames a second) of the canonical take of the beat before the cursor. Rendered once
        and kept; rendered again when its file is damaged. Raises StoryError when it cannot be, or the disk is full."""
        beat, _ = self._beat_before(self.story(cursor.episode, owner), cursor)
        if (clip := self._playable_clip(beat.take, owner)) is not None:
            return clip
        about = {"scene": cursor.scene, "beat": cursor.beat}
        return self._backlog.now(
            "render", cursor.episode, about, partial(self._rendered, cursor, owner), owner=owner, progress=progress
        )

    def passes(
        self, cursor: Cursor, folder: Path, *, progress: Progress | None = None, owner: str = AUTHOR
    ) -> tuple[Path, ...]:
        """Write the control passes of the canonical take of the beat before the cursor into `folder`, as clips that
        lose nothing, beside its frames and a `passes.json` that says what they mean."""
        graph = self.story(cursor.episode, owner)
        beat, _ = self._beat_before(graph, cursor)
        film = self._films.get(beat.take.checkpoint) or self._acted_again(beat.take, owner, progress)
        return write_passes(self._crew, film, SIZES[graph.episode.aspect], folder, progress)

    def still(
        self, cursor: Cursor, size: tuple[int, int] | None = None, *, take: str | None = None, owner: str = AUTHOR
    ) -> Frame:
        """The frame at the cursor, `uint8 (H, W, 3)`, or at the end of another `take` of the beat before it; by default
        as large as those of clips."""
        graph = self.story(cursor.episode, owner)
        checkpoint = graph.checkpoint_at(cursor) if take is None else self._take_at(graph, cursor, take).checkpoint
        state = self._state(checkpoint, owner)
        return self._crew.still(state, size or SIZES[graph.episode.aspect], self._backdrop(graph.episode), quality=2)

    def state(self, cursor: Cursor, *, owner: str = AUTHOR) -> dict[str, Any]:
        """The state at the cursor as JSON values, with the lines of the beat that ended there."""
        graph = self.story(cursor.episode, owner)
        state = self._state(graph.checkpoint_at(cursor), owner)
        return self._crew.describe(state, _spoken(graph, cursor, state))

    def memories(self, cursor: Cursor, *, owner: str = AUTHOR) -> list[dict[str, Any]]:
        """What everybody who has been on stage remembers at the cursor, as JSON values: of this branch and no other."""
        graph = self.story(cursor.episode, owner)
        stage = self._state(graph.checkpoint_at(cursor), owner).stage
        return memories_json(self._known_at(graph, cursor), Voice(stage, language=language_of(graph)))

    def checkpoint(self, cursor: Cursor, *, owner: str = AUTHOR) -> WorldState:
        """The state at the cursor as a value, to step, draw or compare; nothing done with it changes the episode."""
        return self._state(self.story(cursor.episode, owner).checkpoint_at(cursor), owner)

    def story(self, episode_id: str, owner: str = AUTHOR) -> StoryGraph:
        """The episode as last saved. Raises StoryError when this owner has none of that id."""
        return self._store.load(episode_id, owner)

    def continuity(self, episode_id: str, *, owner: str = AUTHOR) -> tuple[Finding, ...]:
        """What contradicts itself on some way through the episode, told in the author's language."""
        graph = self.story(episode_id, owner)
        return continuity_findings(self._seen(graph), language_of(graph))

    def episodes(self, owner: str = AUTHOR) -> list[Episode]:
        """This owner's episodes, the last changed first."""
        return self._store.episodes(owner)

    def outlines(self, owner: str = AUTHOR) -> list[Outline]:
        """This owner's episodes with their sizes, the last changed first; no story is read for it."""
        return self._store.outlines(owner)

    def export(
        self, episode_id: str, format: str, out: Path, *, owner: str = AUTHOR, progress: Progress | None = None
    ) -> Path:
        """Write the episode to `out` in a format of `scripts.formats` and return the file to open. Clips that are
        not there yet are rendered first where the format shows them."""
        about, work = self._export_of(episode_id, format, out, owner)
        return self._backlog.now("export", episode_id, about, work, owner=owner, progress=progress)

    # Long work

    def start_export(self, episode_id: str, format: str, out: Path, *, owner: str = AUTHOR) -> Job:
        """Export as soon as what was started before is done, while the author goes on; returns at once."""
        about, work = self._export_of(episode_id, format, out, owner)
        return self._backlog.later("export", episode_id, about, work, owner=owner)

    def follow(self, job_id: str, progress: Progress, *, owner: str = AUTHOR) -> Path:
        """Wait for a job that was started here and return what it made, telling how far it is. Raises what it raised;
        when `progress` raises, the job is called off."""
        made: Path = self._backlog.follow(self._store.jobs.get(job_id, owner), progress)
        return made

    def jobs(self, owner: str = AUTHOR) -> list[Job]:
        """This owner's renderings and exports, the newest first, with what became of them: whose process died before it
        was done is `lost`."""
        return self._store.jobs.of(owner)

    def cancel_job(self, job_id: str, *, owner: str = AUTHOR) -> None:
        """Call a job off, whatever process does it; what was finished of it stays. Raises StoryError when this owner
        has no such job."""
        self._backlog.cancel(job_id, owner)

    def import_bundle(self, path: Path, *, owner: str = AUTHOR, progress: Progress | None = None) -> Cursor:
        """A new episode from a bundle, whoever made it, now of this owner; returns its start. It keeps its id unless
        that is taken. Nothing is kept of a bundle that is damaged, of a newer version, or none at all: StoryError."""
        with opened(path, owner=owner, progress=_part(progress, 0, 2)) as bundle:
            graph = _filmable(bundle.graph)
            if self._store.has(graph.episode.id):
                graph = replace(graph, episode=replace(graph.episode, id=new_id()))
            for number, (digest, media_type) in enumerate(bundle.blobs.items()):
                if progress is not None:
                    progress(0.5 + 0.5 * number / len(bundle.blobs), f"{number + 1} of {len(bundle.blobs)}")
                self._store.put_blob(bundle.read(digest), media_type)
        return self._store.create(graph).cursor_start()

    # Inside: acting

    def _suggest(
        self, graph: StoryGraph, cursor: Cursor, count: int, turn: int, progress: Progress | None,
        wanted: Wanted = lambda idea: 0.0,
    ) -> list[Suggestion]:  # fmt: skip
        """What could happen at the cursor, and would, directed there."""
        checkpoint, seed = graph.checkpoint_at(cursor), graph.episode.seed
        start, known = self._state(checkpoint, graph.episode.owner), self._known_at(graph, cursor)
        return suggestions_at(
            self._crew, start, past_of(graph.ancestry(cursor)), read=self._reading_at(graph, cursor, start, known),
            seed=seed + turn, seed_of=lambda direction: take_seed(seed, checkpoint, direction, 0),
            density=_density(graph.episode), count=count, wanted=wanted,
            memories=known, progress=progress,
        )  # fmt: skip

    def _known_at(self, graph: StoryGraph, cursor: Cursor) -> Mapping[str, tuple[Memory, ...]]:
        """What everybody remembers at the cursor, by entity id."""
        owner = graph.episode.owner
        return memories(steps(graph, cursor), lambda checkpoint: self._attendance(checkpoint, owner))

    def _reading_at(
        self, graph: StoryGraph, cursor: Cursor, start: WorldState,
        known: Mapping[str, tuple[Memory, ...]] | None = None,
    ) -> Callable[[str], Directive]:  # fmt: skip
        """How a direction is understood at the cursor, where the state is `start`: after what came before, its lines
        worded by the chance of its first take, and with what the episode has happen of its own accord. `known` is what
        is remembered there, where that has been worked out."""
        checkpoint, before = graph.checkpoint_at(cursor), _directions(graph, cursor)
        known = self._known_at(graph, cursor) if known is None else known
        situation, density = Situation.of(start, past_of(graph.ancestry(cursor))), _density(graph.episode)

        def read(direction: str) -> Directive:
            chance = take_seed(graph.episode.seed, checkpoint, direction, 0)
            directive = self._crew.read(direction, start, Context(before, known, chance))
            if directive.camera is not None and directive.camera.cut == "cutback":
                left = _before_cutaway(graph, cursor)
                camera = None if left is None else self._state(left, graph.episode.owner).camera
                directive = cut_back(directive, camera)
            return with_room_to_speak(enlivened(directive, situation, density, seed=chance), situation)

        return read

    def _attended(self, checkpoint: str, owner: str) -> Attendance | None:
        """Who is where at a checkpoint; None when it is damaged: what came before must not keep a story from going
        on."""
        try:
            return attendance(WorldState.from_bytes(self._store.get_blob(checkpoint, owner)))
        except (StoryError, ValueError):
            return None

    def _snapshot_at(self, checkpoint: str, cast: frozenset[str], owner: str) -> Snapshot | None:
        """What the ledger sees at a checkpoint of a story with that first cast; None when it is damaged."""
        try:
            return snapshot(WorldState.from_bytes(self._store.get_blob(checkpoint, owner)), cast)
        except (StoryError, ValueError):
            return None

    def _facts_in(self, graph: StoryGraph) -> Callable[[str], Facts | None]:
        return self._seen(graph).facts

    def _seen(self, graph: StoryGraph) -> SeenStory:
        """The story with its states, as the ledger sees them."""
        owner = graph.episode.owner
        cast = frozenset(entity.id for entity in self._state(graph.root.start, owner).stage.entities)
        return SeenStory(graph, lambda checkpoint: self._snapshot(checkpoint, cast, owner))

    def _take(self, origin: str, film: Film, seed: int) -> Take:
        """The take that a film is, acted from the checkpoint `origin`."""
        checkpoint = self._keep(film.end)
        self._remember(checkpoint, film)
        return Take(
            id=new_id(),
            seed=seed,
            checkpoint=checkpoint,
            receipt=receipt_of(film),
            captions=film.performance.captions(),
            duration_s=film.performance.duration_s,
            created=timestamp(),
            start=origin,
            directive=film.performance.directive.to_json(),
        )

    def _append(self, graph: StoryGraph, cursor: Cursor, beat: Beat, title: str | None = None) -> Cursor:
        """Keep a beat after the cursor, in a fork of its own where the scene already goes on or it has a `title`.
        Acting took a while: what others have changed since `graph` stays, and the beat is kept beside it."""
        at = cursor
        start = graph.checkpoint_at(cursor)
        acted = replace(beat, takes=tuple(replace(take, start=take.start or start) for take in beat.takes))

        def grown(newest: StoryGraph) -> StoryGraph:
            nonlocal at
            at = cursor
            if title is not None or cursor.beat < len(newest.scene_at(cursor).beats):
                newest, at = _forked(newest, cursor, _shortened(title or beat.direction))
            return newest.with_beat(at, acted)

        self._store.change(graph.episode.id, graph.episode.owner, grown)
        return at.next

    def _steps(self, seconds: float) -> int:
        """How many steps of the world the first seconds of a beat are; what is no whole step does not count."""
        if not 0 <= seconds <= _LONGEST_CUT_S:
            raise StoryError(f"No beat has a moment after {seconds:g} seconds: choose one inside it.")
        return math.floor(seconds * int(self._crew.world.config.steps_per_second) + _ROUNDING)

    def _acted_anew(self, graph: StoryGraph, place: Cursor, progress: Progress | None) -> StoryGraph:
        """The story in which the beat after a place counts as acted from what is there now."""
        beat, checkpoint = graph.scene_at(place).beats[place.beat], graph.checkpoint_at(place)
        for take in reversed(beat.takes):
            if take.start == checkpoint and beat.words_of(take) == beat.direction:
                return graph.with_canonical(place.scene, place.beat, take.id)
        start = self._state(checkpoint, graph.episode.owner)
        try:
            directive = self._reading_at(graph, place, start)(beat.direction)
        except StoryError as error:
            title = graph.scene(place.scene).title
            raise StoryError(f"Beat {place.beat + 1} of “{title}” cannot be acted after what comes before it now "
                             f"(“{beat.direction}”): {error}") from error  # fmt: skip
        directive = replace(directive, steps=beat.take.directive.get("steps"))
        seed = _next_seed(graph.episode.seed, checkpoint, beat)
        take = self._take(checkpoint, self._crew.film(start, directive, seed=seed, progress=progress), seed)
        return graph.with_take(place.scene, place.beat, take)

    def _acted_again(self, take: Take, owner: str, progress: Progress | None) -> Film:
        """The film of a take that is not remembered, from its start, directive and seed. What was filmed by older rules
        of the camera is acted as it was and framed by those of today."""
        if take.start is None:
            raise ValueError(f"take {take.id} does not say what it was acted from")
        directive = Directive.from_json(take.directive)
        film = self._crew.film(self._state(take.start, owner), directive, seed=take.seed, progress=progress)
        ended = film.end.with_camera(self._state(take.checkpoint, owner).camera)
        if hashlib.sha256(ended.to_bytes()).hexdigest() != take.checkpoint:
            raise StoryError(
                "This take was acted by another version of the world model and cannot be filmed again: retake the beat."
            )
        return film

    # Inside: states and clips

    def _keep(self, state: WorldState) -> str:
        return self._store.put_blob(state.to_bytes(), "application/x-nacre-state")

    def _state(self, checkpoint: str, owner: str) -> WorldState:
        """A saved state, ready to go on from. Raises StoryError when it is missing or damaged."""
        data = self._store.get_blob(checkpoint, owner)
        try:
            return self._crew.resume(WorldState.from_bytes(data))
        except ValueError as error:
            raise StoryError(f"A saved state cannot be read ({error}): go on from another beat.") from error

    def _remember(self, checkpoint: str, film: Film) -> None:
        self._films[checkpoint] = film
        while len(self._films) > _REMEMBERED:
            self._films.popitem(last=False)

    def _backdrop(self, episode: Episode) -> Frame | None:
        return None if episode.picture is None else pixels(self._store.get_blob(episode.picture, episode.owner))

    def _film_clip(self, film: Film, episode: Episode, progress: Progress | None) -> str:
        """Render a film and keep the clip; returns its SHA-256."""
        size = SIZES[episode.aspect]
        partial = self.folder / "media" / f".{uuid.uuid4().hex}.mp4"
        frames = self._crew.frames(film, size, self._backdrop(episode))
        try:
            write_clip(frames, partial, size=size, count=film.frame_count, progress=progress)
            return self._store.put_blob(partial.read_bytes(), "video/mp4")
        finally:
            partial.unlink(missing_ok=True)

    def _note_clip(self, graph: StoryGraph, scene: str, beat: int, take: str, clip: str) -> None:
        """Say in the story that a take has its clip. A clip takes nothing from anybody, so when the story has been
        changed meanwhile it is simply said in the newer one."""
        owner = graph.episode.owner
        self._store.change(graph.episode.id, owner, lambda newest: newest.with_clip(scene, beat, take, clip))

    def _playable(self, clip: str, owner: str) -> Path:
        """A kept clip under a name that ends in .mp4."""
        source = self._store.blob_path(clip, owner)
        path = self.folder / "media" / "clips" / f"{clip}.mp4"
        if not path.exists() or not path.samefile(source):
            _link(source, path)
        return path

    def _playable_clip(self, take: Take, owner: str) -> Path | None:
        """The clip of a take; None when there is none, or it is damaged or gone: it can be made again."""
        try:
            return None if take.clip is None else self._playable(take.clip, owner)
        except StoryError:
            return None

    def _rendered(self, cursor: Cursor, owner: str, progress: Progress | None) -> Path:
        """The clip of the beat before the cursor, rendered if need be."""
        graph = self.story(cursor.episode, owner)
        beat, before = self._beat_before(graph, cursor)
        take = beat.take
        if (kept := self._playable_clip(take, owner)) is not None:
            return kept
        film = self._films.get(take.checkpoint) or self._acted_again(take, owner, progress)
        clip = self._film_clip(film, graph.episode, progress)
        self._note_clip(graph, cursor.scene, before.beat, take.id, clip)
        return self._playable(clip, owner)

    def _export_of(
        self, episode_id: str, format: str, out: Path, owner: str
    ) -> tuple[dict[str, str], Callable[[Progress], Path]]:
        """What an export is about, and its work."""
        export = exporter(format)
        self.story(episode_id, owner)

        def work(progress: Progress) -> Path:
            told: Progress | None = progress
            graph = self.story(episode_id, owner)
            if format in SHOWS_CLIPS:
                self._render_all(graph, _part(progress, 0, 1.25), owner)  # four fifths of the work
                graph, told = self.story(episode_id, owner), _part(progress, 4, 5)
            return export(graph, partial(self._store.get_blob, owner=owner), out, told)

        return {"format": format, "out": str(out)}, work

    def _render_all(self, graph: StoryGraph, progress: Progress | None, owner: str) -> None:
        ends = [
            Cursor(graph.episode.id, scene.id, played)
            for scene in graph.scenes.values()
            if scene.id in graph.reachable()
            for played in range(1, len(scene.beats) + 1)
        ]
        for k, cursor in enumerate(ends):
            self._rendered(cursor, owner, _part(progress, k, len(ends)))

    def _take_at(self, graph: StoryGraph, cursor: Cursor, take_id: str) -> Take:
        """A take of the beat before the cursor."""
        beat, _ = self._beat_before(graph, cursor)
        try:
            return beat.take_of(take_id)
        except KeyError:
            raise StoryError("This beat has no such take: pick one of those beside it.") from None

    def _refuse_another(self, newest: StoryGraph, cursor: Cursor, beat: Beat) -> None:
        """Raises StoryConflict when the beat before the cursor is no longer the one that was worked on."""
        if self._beat_before(newest, cursor)[0].id != beat.id:
            raise StoryConflict("This beat was changed somewhere else meanwhile: reload it and do that again.")

    def _beat_before(self, graph: StoryGraph, cursor: Cursor) -> tuple[Beat, Cursor]:
        """The beat that ends at the cursor, and where it starts."""
        scene = graph.scene_at(cursor)
        if cursor.beat == 0:
            raise StoryError("There is no beat before this place: direct one first.")
        return scene.beats[cursor.beat - 1], replace(cursor, beat=cursor.beat - 1)


def _checked(direction: str) -> str:
    direction = checked_direction(direction)
    if not direction:
        raise StoryError("Say what happens next, for example: The knight walks to the well.")
    return direction


def _named(title: str) -> str:
    title = one_line(title, "The title")
    if not title:
        raise StoryError("A scene needs a title: write a few words.")
    return title


def _next_seed(episode_seed: int, checkpoint: str, beat: Beat) -> int:
    """The seed of the beat's next take from that checkpoint: none that it has had, also where a take was cancelled."""
    had = {take.seed for take in beat.takes}
    seeds = (take_seed(episode_seed, checkpoint, beat.direction, k) for k in count(len(beat.takes)))
    return next(seed for seed in seeds if seed not in had)


def _filmable(graph: StoryGraph) -> StoryGraph:
    """The story, if it can be gone on with here. Raises StoryError for words that Nacre does not know."""
    episode = graph.episode
    if episode.aspect not in ASPECTS:
        raise StoryError(f"“{brief(episode.aspect)}” is no aspect Nacre films in: update Nacre to open this episode.")
    checked_style(episode.style)
    checked_density(episode.narrative, episode.event_style, episode.layout)
    return graph


def _density(episode: Episode) -> Density:
    return Density(episode.narrative, episode.event_style, episode.layout)


def _directions(graph: StoryGraph, cursor: Cursor) -> tuple[str, ...]:
    """What was directed on the way to the cursor, oldest first."""
    return tuple(beat.direction for beat in graph.ancestry(cursor))


def _before_cutaway(graph: StoryGraph, cursor: Cursor) -> str | None:
    """The checkpoint at which the story cut away to what the cursor's shot shows; None when it has not."""
    beats = graph.ancestry(cursor)
    cuts = [(beat.take.directive.get("camera") or {}).get("cut") for beat in beats]
    since = len(cuts)
    while since and cuts[since - 1] == "cutaway":
        since -= 1
    if since == len(cuts):
        return None
    return beats[since - 1].take.checkpoint if since else graph.root.start


def _forked(
    graph: StoryGraph,
    cursor: Cursor,
    label: str,
    title: str = "",
    default: bool = False,
    seconds: float | None = None,
    condition: str = "",
    effects: tuple[str, ...] = (),
    *,
    at: str | None = None,
) -> tuple[StoryGraph, Cursor]:
    """The story with a new scene that starts at the cursor, from the checkpoint `at` if it is another, and a choice to
    it; and the new scene's start."""
    label = label or _shortened(f"{graph.scene_at(cursor).title}, another way {len(graph.forks(cursor)) + 2}")
    branched, start = _branched(graph, cursor, title or _shortened(label), at)
    choice = Choice(new_id(), label, start.scene, cursor.beat, default, seconds, condition, effects)
    return branched.with_choice(cursor.scene, choice), start


def _branched(graph: StoryGraph, cursor: Cursor, title: str, at: str | None = None) -> tuple[StoryGraph, Cursor]:
    """The story with a new scene that starts at the cursor, from the checkpoint `at` if it is another; its start."""
    scene = Scene(new_id(), title, at or graph.checkpoint_at(cursor), (cursor.scene, cursor.beat))
    return graph.with_scene(scene), Cursor(graph.episode.id, scene.id, 0)


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHORT else text[: _SHORT - 1].rstrip() + "…"


def _spoken(graph: StoryGraph, cursor: Cursor, state: WorldState) -> tuple[Spoken, ...]:
    """The lines of the beat that ended at the cursor, in world time, each with the mood it was asked or felt in."""
    beats = graph.ancestry(cursor)
    if not beats or beats[-1].take.checkpoint != graph.checkpoint_at(cursor):
        return ()
    take = beats[-1].take
    began = state.moment.time_s - take.duration_s
    moods = {line["text"]: line["mood"] for line in take.directive.get("lines", ())}
    felt = {e.name: state.moment.emotion_name(row) for row, e in enumerate(state.stage.entities)}
    return tuple(
        Spoken(c.speaker, c.text, moods.get(c.text) or felt.get(c.speaker, "calm"), began + c.start_s, began + c.end_s)
        for c in take.captions
    )


def _link(source: Path, path: Path) -> None:
    """The file under another name; a copy where the disk knows no hard links."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{uuid.uuid4().hex}{path.suffix}")
    try:
        os.link(source, partial)
    except OSError:
        shutil.copyfile(source, partial)
    os.replace(partial, path)


def _onward(progress: Progress | None) -> Progress | None:
    """Progress that never goes back, however often something has to be tried."""
    farthest = 0.0

    def told(fraction: float, text: str) -> None:
        nonlocal farthest
        farthest = max(farthest, fraction)
        if progress is not None:
            progress(farthest, text)

    return None if progress is None else told


def _part(progress: Progress | None, k: float, of: float) -> Progress | None:
    """Progress of the k-th of so many pieces of work."""
    return None if progress is None else lambda fraction, text: progress((k + fraction) / of, text)
