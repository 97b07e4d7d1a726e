"""StoryGraph: the scenes of an episode and the choices that join them, as a value.

Scenes are nodes and choices are edges of a directed graph without cycles, so a story always runs forward. Every
`with_...` method leaves the graph as it was and returns a new one that shares all that did not change. This
module does not know what is inside a checkpoint or a clip, how a beat is acted, or where anything is saved.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import compress
from operator import is_not
from types import MappingProxyType

import networkx as nx

from storygraph.errors import StoryError
from storygraph.expressions import checked_condition, checked_effect, kind_of
from storygraph.layout import Place, layout
from storygraph.lint import Finding, lint
from storygraph.statistics import Statistics, statistics
from storygraph.story import Beat, Branch, Choice, Cursor, Episode, Removal, Scene, Take

__all__ = ["StoryGraph", "retold"]


@dataclass(frozen=True)
class StoryGraph:
    """An episode and its scenes by id, in the order they were made: a fork comes after what it was forked from.

    `branches` are the names an author gave to lines of it (see `storygraph.branches`), `trash` what was removed and can
    be brought back, the oldest first (see `storygraph.trash`).
    """

    episode: Episode
    scenes: Mapping[str, Scene]
    branches: tuple[Branch, ...] = ()
    trash: tuple[Removal, ...] = ()

    # What is where

    @property
    def root(self) -> Scene:
        """The scene the story starts with."""
        return self.scene(self.episode.root)

    def scene(self, scene_id: str) -> Scene:
        """The scene with that id. Raises StoryError when the episode has none."""
        try:
            return self.scenes[scene_id]
        except KeyError:
            if scene_id in self.trashed:
                title = self.trashed[scene_id].title
                raise StoryError(f"Scene “{title}” is in the trash: bring it back first.") from None
            raise StoryError(f"This episode has no scene “{scene_id}”: pick one that is in its story graph.") from None

    @cached_property
    def trashed(self) -> Mapping[str, Scene]:
        """The scenes in the trash, by id."""
        return {scene.id: scene for removal in self.trash for scene in removal.scenes}

    def ever(self, scene_id: str) -> Scene:
        """The scene with that id, wherever it is now: what stayed may have grown from one in the trash."""
        return self.trashed[scene_id] if scene_id in self.trashed else self.scene(scene_id)

    def cursor_start(self) -> Cursor:
        """The very beginning: the start of the first scene."""
        return Cursor(self.episode.id, self.episode.root, 0)

    def cursor_end(self, scene_id: str) -> Cursor:
        """The end of a scene, as far as it has been directed."""
        return Cursor(self.episode.id, scene_id, len(self.scene(scene_id).beats))

    def scene_at(self, cursor: Cursor) -> Scene:
        """The scene a cursor stands in. Raises StoryError when the cursor points to nothing."""
        if cursor.episode != self.episode.id:
            raise StoryError("That place belongs to another episode: open that episode first.")
        scene = self.scene(cursor.scene)
        if not 0 <= cursor.beat <= len(scene.beats):
            raise StoryError(
                f"Scene “{scene.title}” has {len(scene.beats)} beats: there is no place after beat {cursor.beat}."
            )
        return scene

    def checkpoint_at(self, cursor: Cursor) -> str:
        """The SHA-256 of the state at the cursor."""
        return _state_after(self.scene_at(cursor), cursor.beat)

    def beats_before(self, cursor: Cursor) -> tuple[Beat, ...]:
        """The beats of the cursor's scene that have been played."""
        return self.scene_at(cursor).beats[: cursor.beat]

    def ancestry(self, cursor: Cursor, latest: int | None = None) -> tuple[Beat, ...]:
        """All beats from the beginning of the story to the cursor, along the checkpoints it grew from; or the `latest`
        so many of them."""
        return tuple(self.ever(end.scene).beats[end.beat - 1] for end in self.way(cursor, latest))

    def way(self, cursor: Cursor, latest: int | None = None) -> tuple[Cursor, ...]:
        """The end of every beat from the beginning of the story to the cursor, along the checkpoints it grew from; or
        of the `latest` so many: then no more is looked at than those."""
        scene = self.scene_at(cursor)
        ends = [Cursor(self.episode.id, scene.id, n) for n in range(cursor.beat, 0, -1)]
        while scene.origin is not None and (latest is None or len(ends) < latest):
            origin, played = scene.origin
            scene = self.ever(origin)
            ends += [Cursor(self.episode.id, origin, n) for n in range(played, 0, -1)]
        return tuple(reversed(ends[:latest]))

    def choice(self, scene_id: str, choice_id: str) -> Choice:
        """That choice of a scene. Raises StoryError when it has none of that id."""
        for choice in self.scene(scene_id).choices:
            if choice.id == choice_id:
                return choice
        raise StoryError("This scene has no such choice: it may already have been removed.")

    def leaves(self, scene_id: str, choice_id: str) -> Cursor:
        """Where that choice of a scene is offered. Raises StoryError when it has none of that id."""
        choice = self.choice(scene_id, choice_id)
        return Cursor(self.episode.id, scene_id, self.scene(scene_id).offers(choice))

    def forks(self, cursor: Cursor) -> tuple[Scene, ...]:
        """The scenes that were started from the state at the cursor."""
        self.scene_at(cursor)
        grown = (self.scenes[name] for name in self.offspring.get(cursor.scene, ()))
        return tuple(scene for scene in grown if scene.origin == (cursor.scene, cursor.beat))

    def offered(self, cursor: Cursor) -> tuple[Choice, ...]:
        """The choices the audience gets at the cursor."""
        scene = self.scene_at(cursor)
        return tuple(choice for choice in scene.choices if scene.offers(choice) == cursor.beat)

    def children(self, cursor: Cursor) -> tuple[Cursor, ...]:
        """Where the story may be one step on: the scene's next beat, if it has one, and what the choices lead to."""
        scene = self.scene_at(cursor)
        onward = (cursor.next,) if cursor.beat < len(scene.beats) else ()
        return onward + tuple(Cursor(self.episode.id, choice.to, 0) for choice in self.offered(cursor))

    # Changes

    def with_episode(self, *, title: str | None = None) -> StoryGraph:
        """The same story under another title."""
        return replace(self, episode=replace(self.episode, title=self.episode.title if title is None else title))

    def with_scene(self, scene: Scene) -> StoryGraph:
        """The story with one more scene. Raises StoryError when its id is taken or it starts from nowhere."""
        if scene.id in self.scenes or scene.id in self.trashed:
            raise StoryError(f"There is already a scene with the id “{scene.id}”: give the new one another.")
        if scene.origin is not None:
            self.scene_at(Cursor(self.episode.id, *scene.origin))
        for choice in scene.choices:
            self.scene(choice.to)
        return self._with(scene)

    def with_scene_changes(self, scene_id: str, *, title: str | None = None, ending: bool | None = None) -> StoryGraph:
        """The story with a scene renamed, or marked or unmarked as an ending.

        Raises StoryError when it would be an ending with a way out.
        """
        scene = self.scene(scene_id)
        if ending and self.offered(self.cursor_end(scene_id)):
            raise StoryError("An ending has no way out: remove the choices at the end of this scene first.")
        return self._with(
            replace(
                scene,
                title=scene.title if title is None else title,
                ending=scene.ending if ending is None else ending,
            )
        )

    def with_beat(self, cursor: Cursor, beat: Beat) -> StoryGraph:
        """The story with a beat more at the end of the cursor's scene.

        Raises StoryError when the scene already goes on from the cursor: that needs a fork.
        """
        scene = self.scene_at(cursor)
        if cursor.beat != len(scene.beats):
            raise StoryError("The scene already goes on from here: fork it to direct something else.")
        start = self.checkpoint_at(cursor)
        takes = tuple(_acted_from(take, start) for take in beat.takes)
        return self._with(replace(scene, beats=(*scene.beats, replace(beat, takes=takes))))

    def with_take(self, scene_id: str, beat_index: int, take: Take, *, canonical: bool = True) -> StoryGraph:
        """The story with one more take of a beat, which becomes the one that counts unless `canonical` is False."""
        beat = self._beat(scene_id, beat_index)
        added = _acted_from(take, self.checkpoint_at(Cursor(self.episode.id, scene_id, beat_index)))
        return self._with_beat_changed(
            scene_id,
            beat_index,
            replace(beat, takes=(*beat.takes, added), canonical=take.id if canonical else beat.canonical),
        )

    def with_canonical(self, scene_id: str, beat_index: int, take_id: str) -> StoryGraph:
        """The story in which another take of a beat counts. Raises StoryError when the beat has no such take."""
        beat = self._beat(scene_id, beat_index)
        if take_id not in {take.id for take in beat.takes}:
            raise StoryError("This beat has no such take: pick one of those beside it.")
        told = retold(beat, beat.words_of(beat.take_of(take_id)))
        return self._with_beat_changed(scene_id, beat_index, replace(told, canonical=take_id))

    def with_clip(self, scene_id: str, beat_index: int, take_id: str, clip: str) -> StoryGraph:
        """The story in which a take has been rendered to the clip of that SHA-256."""
        beat = self._beat(scene_id, beat_index)
        takes = tuple(replace(take, clip=clip) if take.id == take_id else take for take in beat.takes)
        return self._with_beat_changed(scene_id, beat_index, replace(beat, takes=takes))

    def with_choice(self, scene_id: str, choice: Choice, at: int | None = None) -> StoryGraph:
        """The story with one more way out of a scene, the `at`-th of its choices or the last.

        Raises StoryError when it leads nowhere or back to where the story came from, is offered after a beat that
        the scene does not have, leaves the end of an ending, or has a condition or effect that does not fit.
        """
        scene = self.scene(scene_id)
        self._refuse_bad_choice(scene, choice)
        at = len(scene.choices) if at is None else at
        return self._with(replace(scene, choices=(*scene.choices[:at], choice, *scene.choices[at:])))

    def without_choice(self, scene_id: str, choice_id: str) -> StoryGraph:
        """The story without that choice; the scene it led to stays. Raises StoryError when there is no such choice."""
        scene, gone = self.scene(scene_id), self.choice(scene_id, choice_id)
        return self._with(replace(scene, choices=tuple(choice for choice in scene.choices if choice is not gone)))

    def with_choice_changed(self, scene_id: str, choice: Choice) -> StoryGraph:
        """The story with another choice in the place of the one of its id. Raises StoryError as `with_choice` does."""
        scene = self.scene(scene_id)
        self._refuse_bad_choice(self.without_choice(scene_id, choice.id).scene(scene_id), choice)
        choices = tuple(choice if other.id == choice.id else other for other in scene.choices)
        return self._with(replace(scene, choices=choices))

    # The whole

    def scenes_since(self, before: StoryGraph) -> list[str]:
        """The ids of the scenes this story has that `before` had not, or otherwise. What two stories share is the same
        object, and no more is looked at: of a long story this costs little."""
        was = map(before.scenes.get, self.scenes)
        return list(compress(self.scenes, map(is_not, self.scenes.values(), was)))

    @cached_property
    def kinds(self) -> Mapping[str, type]:
        """The variables of the story by name: bool, float or str."""
        return {variable.name: kind_of(variable.initial) for variable in self.episode.variables}

    def refuse_unfit(self, choice: Choice) -> None:
        """Raises StoryError when the condition or an effect of a choice cannot be read or fits no variable."""
        checked_condition(choice.condition, self.kinds)
        for effect in choice.effects:
            checked_effect(effect, self.kinds)

    @cached_property
    def positions(self) -> Mapping[str, int]:
        """The number of each scene in the order they were made, by id."""
        return {scene_id: number for number, scene_id in enumerate(self.scenes)}

    @cached_property
    def entries(self) -> Mapping[str, tuple[str, ...]]:
        """The scenes whose choices lead to a scene, each once, by the id of that scene."""
        found: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for scene in self.scenes.values():
            for choice in scene.choices:
                found[choice.to][scene.id] = None
        return {scene_id: tuple(leading) for scene_id, leading in found.items()}

    @cached_property
    def offspring(self) -> Mapping[str, tuple[str, ...]]:
        """The scenes that start from a place in a scene, in the order they were made, by the id of that scene; also of
        one in the trash."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for scene in self.scenes.values():
            if scene.origin is not None:
                found[scene.origin[0]].append(scene.id)
        return {scene_id: tuple(grown) for scene_id, grown in found.items()}

    @cached_property
    def network(self) -> nx.MultiDiGraph[str]:
        """The scenes as nodes and the choices as edges (key: choice id; attribute `choice`). Not to be changed."""
        network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        network.add_nodes_from(self.scenes)
        for scene in self.scenes.values():
            for choice in scene.choices:
                network.add_edge(scene.id, choice.to, key=choice.id, choice=choice)
        return network

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The ids of the scenes, each before those that its choices lead to. A story that was damaged may run in a
        circle: what lies in one or behind it is not in the order."""
        waiting = Counter(choice.to for scene in self.scenes.values() for choice in scene.choices)
        order = [scene_id for scene_id in self.scenes if not waiting[scene_id]]
        for scene_id in order:  # grows meanwhile
            for choice in self.scenes[scene_id].choices:
                waiting[choice.to] -= 1
                if not waiting[choice.to]:
                    order.append(choice.to)
        return tuple(order)

    @cached_property
    def ranks(self) -> Mapping[str, int]:
        """The number of each scene in `order`, by id."""
        return {scene_id: rank for rank, scene_id in enumerate(self.order)}

    @cached_property
    def ways_in(self) -> Mapping[str, Cursor | None]:
        """For each scene that an audience can get to, the place from which a shortest way leads into it; None for the
        first scene."""
        found: dict[str, Cursor | None] = {self.root.id: None}
        ahead = [self.root.id]
        for scene_id in ahead:  # grows meanwhile
            scene = self.scenes[scene_id]
            for choice in scene.choices:
                if choice.to not in found:
                    found[choice.to] = Cursor(self.episode.id, scene_id, scene.offers(choice))
                    ahead.append(choice.to)
        return found

    def way_to(self, cursor: Cursor) -> tuple[Cursor, ...]:
        """A shortest way to a place by choices: a cursor for each scene on it, at the beat where it is left, the place
        itself last. Empty when no audience can get there."""
        if cursor.scene not in self.ways_in:
            return ()
        way, before = [cursor], self.ways_in[cursor.scene]
        while before is not None:
            way.append(before)
            before = self.ways_in[before.scene]
        return tuple(reversed(way))

    def reachable(self) -> frozenset[str]:
        """The ids of the scenes an audience can get to."""
        return frozenset(self.ways_in)

    def paths(self) -> Iterator[tuple[Cursor, ...]]:
        """Every way through the story, lazily: there may be very many.

        A path has one cursor for each scene it passes, at the beat where it leaves it; the last one stands at the
        end of a scene.
        """
        open_paths: list[tuple[tuple[Cursor, ...], str]] = [((), self.episode.root)]
        while open_paths:
            done, scene_id = open_paths.pop()
            scene = self.scene(scene_id)
            end = self.cursor_end(scene_id)
            if not self.offered(end):
                yield (*done, end)
            for choice in reversed(scene.choices):
                left = Cursor(self.episode.id, scene_id, scene.offers(choice))
                open_paths.append(((*done, left), choice.to))

    def is_stale(self, cursor: Cursor) -> bool:
        """Whether the state at the cursor was acted from something that is no longer what comes before it.

        That happens when an earlier beat got another canonical take, in this scene or where it was forked from.
        """
        self.scene_at(cursor)
        since = self.stale_since(cursor.scene)
        return since is not None and cursor.beat >= since

    def stale_since(self, scene_id: str) -> int | None:
        """The number of beats of a scene that have played when it goes stale; None when it does not. Looks at what the
        scene grew from and no further: a part of a long story costs no more than that part."""
        line = [self.ever(scene_id)]
        while line[-1].id not in self._staleness and line[-1].origin is not None:
            line.append(self.ever(line[-1].origin[0]))
        for scene in reversed(line):
            if scene.id not in self._staleness:
                self._staleness[scene.id] = self._stale_beat(scene)
        return self._staleness[scene_id]

    def layout(self) -> dict[str, Place]:
        """Where to draw each scene, by id (see `storygraph.layout`)."""
        return layout(self)

    def lint(self) -> tuple[Finding, ...]:
        """What should be mended before the story is shown (see `storygraph.lint`)."""
        return lint(self)

    def statistics(self, *, seed: int = 0) -> Statistics:
        """How large the story is (see `storygraph.statistics`)."""
        return statistics(self, seed=seed)

    # Inside

    @cached_property
    def _staleness(self) -> dict[str, int | None]:
        """What `stale_since` has found so far, by scene."""
        return {}

    def _stale_beat(self, scene: Scene) -> int | None:
        if scene.origin is not None:
            origin, played = scene.origin
            since = self._staleness[origin]
            outdated = scene.start != _state_after(self.ever(origin), played)
            if outdated or (since is not None and played >= since):
                return 0
        before = scene.start
        for played, (start, end) in enumerate(scene.trail, start=1):
            if start != before:
                return played
            before = end
        return None

    def _with(self, scene: Scene) -> StoryGraph:
        return replace(self, scenes=MappingProxyType({**self.scenes, scene.id: scene}))

    def _beat(self, scene_id: str, beat_index: int) -> Beat:
        beats = self.scene(scene_id).beats
        if not 0 <= beat_index < len(beats):
            raise StoryError("There is no beat here yet: direct one first.")
        return beats[beat_index]

    def _with_beat_changed(self, scene_id: str, beat_index: int, beat: Beat) -> StoryGraph:
        scene = self.scene(scene_id)
        beats = (*scene.beats[:beat_index], beat, *scene.beats[beat_index + 1 :])
        return self._with(replace(scene, beats=beats))

    def _refuse_bad_choice(self, scene: Scene, choice: Choice) -> None:
        self.scene(choice.to)
        if choice.id in {other.id for other in scene.choices}:
            raise StoryError("This scene already has that choice: change it or add another.")
        if not 0 <= scene.offers(choice) <= len(scene.beats):
            raise StoryError(f"Scene “{scene.title}” has only {len(scene.beats)} beats: offer the choice earlier.")
        if scene.ending and scene.offers(choice) == len(scene.beats):
            raise StoryError("This scene is marked as an ending: unmark it to let the story go on from its end.")
        self.refuse_unfit(choice)
        if self.leads(choice.to, scene.id):
            raise StoryError("That choice would lead back to where the story came from: fork a new scene instead.")

    def leads(self, here: str, there: str) -> bool:
        """Whether choices lead from one scene to the other, or they are the same. Looks only at what lies ahead of the
        first."""
        seen: set[str] = set()
        ahead = [here]
        while ahead:
            scene_id = ahead.pop()
            if scene_id == there:
                return True
            if scene_id not in seen:
                seen.add(scene_id)
                ahead.extend(choice.to for choice in self.scene(scene_id).choices)
        return False


def retold(beat: Beat, direction: str) -> Beat:
    """The beat under other words of the author's; takes acted from the old ones remember those."""
    if direction == beat.direction:
        return beat
    takes = tuple(replace(take, direction=beat.words_of(take)) for take in beat.takes)
    return replace(beat, direction=direction, takes=takes)


def _state_after(scene: Scene, played: int) -> str:
    """The SHA-256 of the state after so many beats of a scene."""
    return scene.trail[played - 1][1] if played else scene.start


def _acted_from(take: Take, start: str) -> Take:
    return take if take.start is not None else replace(take, start=start)
