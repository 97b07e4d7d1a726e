"""What could happen next at a place of a story, and whole scenes made of that.

What was proposed is remembered by all it depends on. Knows nothing of how ideas come about
(`director.suggestions`), or of how a beat is kept.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable

from db.store import EpisodeStore
from director.acting import take_seed
from director.crew import Crew
from director.interpreting import Interpreter, density_of
from director.progress import Progress, onward, part
from director.states import States
from director.suggestions import Suggestion, Wanted, screenwriting
from director.suggestions.ideas import Idea
from director.suggestions.situation import past_of
from director.suggestions.suggesting import suggestions_at
from storygraph.errors import StoryError
from storygraph.graph import StoryGraph
from storygraph.story import Cursor

__all__ = ["Proposals"]

_REMEMBERED = 32  # moments whose suggestions are remembered

Direct = Callable[[Cursor, str, str | None, Progress | None], Cursor]  # cursor, direction, title of a new scene


class Proposals:
    """Suggestions at places of stories, each acted out beforehand."""

    def __init__(self, store: EpisodeStore, crew: Crew, states: States, interpreter: Interpreter) -> None:
        self._store = store
        self._crew = crew
        self._states = states
        self._interpreter = interpreter
        self._made: OrderedDict[Hashable, list[Suggestion]] = OrderedDict()  # by what was asked

    def at(self, cursor: Cursor, count: int, turn: int, owner: str, progress: Progress | None) -> list[Suggestion]:
        """So many directions that fit the moment at the cursor; another `turn` gives others."""
        graph = self._store.load(cursor.episode, owner)
        path = tuple(beat.canonical for beat in graph.ancestry(cursor))
        asked = (cursor.episode, graph.checkpoint_at(cursor), path, density_of(graph.episode), count, turn)
        if asked not in self._made:
            self._made[asked] = self._suggest(graph, cursor, count, turn, progress)
            while len(self._made) > _REMEMBERED:
                self._made.popitem(last=False)
        return self._made[asked]

    def write_scene(self, cursor: Cursor, direct: Direct, owner: str, progress: Progress | None) -> Cursor:
        """A whole scene after the cursor, each of its beats directed by `direct`; returns its end."""
        graph = self._store.load(cursor.episode, owner)
        turn = len(graph.forks(cursor))
        steps = screenwriting.shape(density_of(graph.episode), graph.episode.seed + len(graph.ancestry(cursor)) + turn)
        told: list[Idea] = []
        forth = onward(progress)
        for k, step in enumerate(steps):
            share = part(forth, k, len(steps))
            pull = screenwriting.wanted(step, told)
            found = self._suggest(self._store.load(cursor.episode, owner), cursor, 1, turn, part(share, 0, 2), pull)
            if not found:
                break
            (best,) = found
            cursor = direct(cursor, best.direction, best.outcome if not told else None, part(share, 1, 2))
            told.append(best.idea)
        if not told:
            raise StoryError("Nothing comes to mind here: bring somebody in, for example: A stranger walks in.")
        return cursor

    def _suggest(
        self, graph: StoryGraph, cursor: Cursor, count: int, turn: int, progress: Progress | None,
        wanted: Wanted = lambda idea: 0.0,
    ) -> list[Suggestion]:  # fmt: skip
        """What could happen at the cursor, and would, directed there."""
        checkpoint, seed = graph.checkpoint_at(cursor), graph.episode.seed
        start, known = self._states.at(checkpoint, graph.episode.owner), self._interpreter.known(graph, cursor)
        return suggestions_at(
            self._crew, start, past_of(graph.ancestry(cursor)), read=self._interpreter.at(graph, cursor, start, known),
            seed=seed + turn, seed_of=lambda direction: take_seed(seed, checkpoint, direction, 0),
            density=density_of(graph.episode), count=count, wanted=wanted, memories=known, progress=progress,
        )  # fmt: skip
