"""Beats acted into a story: directed, taken again, in other words, up to a frame, and again after a changed past.

Acting takes a while. An episode changes only when nobody else has changed the same place meanwhile (else
`StoryConflict`); what was acted is kept beside what others have done. What fails or is cancelled leaves the episode as
it was, but for takes that were finished. Knows nothing of how a direction is understood (`director.interpreting`), or
of clips.
"""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import count

from db.store import EpisodeStore
from director.acting import take_seed
from director.crew import Crew, Film, receipt_of
from director.directive import Directive
from director.filming.slate import checked_direction
from director.footage import Footage
from director.interpreting import Interpreter
from director.places import beat_before, forked, refuse_another, shortened
from director.progress import Progress, part
from director.receipts import worth
from director.shaping import timestamp
from director.states import States
from storygraph import reshaping
from storygraph.errors import StoryError
from storygraph.graph import StoryGraph
from storygraph.story import Beat, Choice, Cursor, Take, new_id

__all__ = ["MOST_TAKES", "Shooting"]

MOST_TAKES = 16
_LONGEST_CUT_S, _ROUNDING = 3600.0, 1e-3  # seconds into a beat; in steps, what rounding to a millisecond may cost


class Shooting:
    """Acts beats and keeps their takes in the store. What the methods promise is said at the `Director`'s."""

    def __init__(
        self, store: EpisodeStore, crew: Crew, states: States, footage: Footage, interpreter: Interpreter
    ) -> None:
        self._store = store
        self._crew = crew
        self._states = states
        self._footage = footage
        self._interpreter = interpreter

    def direct(
        self,
        cursor: Cursor,
        direction: str,
        owner: str,
        progress: Progress | None,
        *,
        takes: int = 1,
        until_s: float | None = None,
        scene: str | None = None,
    ) -> Cursor:
        """A beat acted out after the cursor, in so many takes; returns the cursor after it."""
        direction = _checked(direction)
        if not 1 <= takes <= MOST_TAKES:
            raise StoryError(f"A beat can have 1 to {MOST_TAKES} takes at once, not {takes}: choose fewer.")
        graph = self._store.load(cursor.episode, owner)
        checkpoint = graph.checkpoint_at(cursor)
        start = self._states.at(checkpoint, owner)
        seeds = [take_seed(graph.episode.seed, checkpoint, direction, k) for k in range(takes)]
        steps = None if until_s is None else max(1, self._steps(until_s))
        directive = replace(self._interpreter.at(graph, cursor, start)(direction), steps=steps)
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

    def retake(self, cursor: Cursor, owner: str, progress: Progress | None) -> None:
        """The beat before the cursor once more, with other chance."""
        graph = self._store.load(cursor.episode, owner)
        beat, before = beat_before(graph, cursor)
        checkpoint = graph.checkpoint_at(before)
        same = beat.take.start == checkpoint and beat.take.directive
        directive = Directive.from_json(beat.take.directive) if same else None
        take = self._acted(graph, before, beat, progress, directive)

        def taken(newest: StoryGraph) -> StoryGraph:
            refuse_another(newest, cursor, beat)
            return newest.with_take(cursor.scene, before.beat, take)

        self._store.change(cursor.episode, owner, taken)

    def edit(self, cursor: Cursor, direction: str, owner: str, progress: Progress | None) -> None:
        """Other words for the beat before the cursor."""
        direction = _checked(direction)
        graph = self._store.load(cursor.episode, owner)
        beat, before = beat_before(graph, cursor)
        take = self._acted(graph, before, replace(beat, direction=direction), progress)

        def edited(newest: StoryGraph) -> StoryGraph:
            refuse_another(newest, cursor, beat)
            return reshaping.edited(newest, cursor.scene, before.beat, direction, take)

        self._store.change(cursor.episode, owner, edited)

    def act_again(self, cursor: Cursor, owner: str, progress: Progress | None) -> None:
        """All that is stale after the cursor, in order."""
        places = reshaping.outdated(self._store.load(cursor.episode, owner), cursor)
        if not places:
            raise StoryError("Nothing after this place is stale: there is nothing to act again.")
        for k, place in enumerate(places):
            graph = self._store.load(cursor.episode, owner)
            begun = reshaping.started_anew(graph, place.scene) if place.beat == 0 else graph
            scene = begun.scene_at(place)
            if place.beat < len(scene.beats) and begun.is_stale(place.next):
                begun = self._acted_anew(begun, place, part(progress, k, len(places)))
            if begun is not graph:
                self._store.save(begun, graph)

    def fork_inside(
        self, cursor: Cursor, at_s: float, choice: Choice, title: str, owner: str, progress: Progress | None
    ) -> Cursor:
        """A fork from the frame `at_s` seconds into the beat before the cursor, to which `choice` leads; returns where
        it stands."""
        graph = self._store.load(cursor.episode, owner)
        beat, before = beat_before(graph, cursor)
        film = self._footage.film(beat.take, owner, progress)
        step = self._steps(at_s)
        if step == 0 or step >= film.performance.steps:
            grown, start = forked(graph, cursor if step else before, choice, title)
            self._store.save(grown, graph)
            return start
        began = beat.take.start or graph.checkpoint_at(before)
        shot = self._crew.cut(film, self._states.at(began, owner), step, seed=beat.take.seed)
        take = self._take(began, shot, beat.take.seed)
        start = before

        def with_fork(newest: StoryGraph) -> StoryGraph:
            nonlocal start
            refuse_another(newest, cursor, beat)
            grown, start = forked(newest, before, choice, title, at=began)
            return grown.with_beat(start, Beat(new_id(), beat.direction, (take,), take.id))

        self._store.change(cursor.episode, owner, with_fork)
        return start.next

    # Inside

    def _acted(
        self, graph: StoryGraph, before: Cursor, beat: Beat, progress: Progress | None,
        directive: Directive | None = None,
    ) -> Take:  # fmt: skip
        """The next take of a beat from where it starts now: of a directive, or of its words, read there anew."""
        owner, checkpoint = graph.episode.owner, graph.checkpoint_at(before)
        start = self._states.at(checkpoint, owner)
        if directive is None:
            directive = self._interpreter.at(graph, before, start)(beat.direction)
        seed = _next_seed(graph.episode.seed, checkpoint, beat)
        return self._take(checkpoint, self._crew.film(start, directive, seed=seed, progress=progress), seed)

    def _acted_anew(self, graph: StoryGraph, place: Cursor, progress: Progress | None) -> StoryGraph:
        """The story in which the beat after a place counts as acted from what is there now."""
        beat, checkpoint = graph.scene_at(place).beats[place.beat], graph.checkpoint_at(place)
        for take in reversed(beat.takes):
            if take.start == checkpoint and beat.words_of(take) == beat.direction:
                return graph.with_canonical(place.scene, place.beat, take.id)
        start = self._states.at(checkpoint, graph.episode.owner)
        try:
            directive = self._interpreter.at(graph, place, start)(beat.direction)
        except StoryError as error:
            title = graph.scene(place.scene).title
            raise StoryError(f"Beat {place.beat + 1} of “{title}” cannot be acted after what comes before it now "
                             f"(“{beat.direction}”): {error}") from error  # fmt: skip
        directive = replace(directive, steps=beat.take.directive.get("steps"))
        return graph.with_take(place.scene, place.beat, self._acted(graph, place, beat, progress, directive))

    def _take(self, origin: str, film: Film, seed: int) -> Take:
        """The take that a film is, acted from the checkpoint `origin`."""
        checkpoint = self._states.keep(film.end)
        self._footage.remember(checkpoint, film)
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

    def _append(self, graph: StoryGraph, cursor: Cursor, beat: Beat, title: str | None) -> Cursor:
        """Keep a beat after the cursor, in a fork of its own where the scene already goes on or it has a `title`.
        Acting took a while: what others have changed since `graph` stays, and the beat is kept beside it."""
        at = cursor
        start = graph.checkpoint_at(cursor)
        acted = replace(beat, takes=tuple(replace(take, start=take.start or start) for take in beat.takes))

        def grown(newest: StoryGraph) -> StoryGraph:
            nonlocal at
            at = cursor
            if title is not None or cursor.beat < len(newest.scene_at(cursor).beats):
                newest, at = forked(newest, cursor, Choice(new_id(), shortened(title or beat.direction), ""))
            return newest.with_beat(at, acted)

        self._store.change(graph.episode.id, graph.episode.owner, grown)
        return at.next

    def _steps(self, seconds: float) -> int:
        """How many steps of the world the first seconds of a beat are; what is no whole step does not count."""
        if not 0 <= seconds <= _LONGEST_CUT_S:
            raise StoryError(f"No beat has a moment after {seconds:g} seconds: choose one inside it.")
        return math.floor(seconds * int(self._crew.world.config.steps_per_second) + _ROUNDING)


def _checked(direction: str) -> str:
    direction = checked_direction(direction)
    if not direction:
        raise StoryError("Say what happens next, for example: The knight walks to the well.")
    return direction


def _next_seed(episode_seed: int, checkpoint: str, beat: Beat) -> int:
    """The seed of the beat's next take from that checkpoint: none that it has had, also where a take was cancelled."""
    had = {take.seed for take in beat.takes}
    seeds = (take_seed(episode_seed, checkpoint, beat.direction, k) for k in count(len(beat.takes)))
    return next(seed for seed in seeds if seed not in had)
