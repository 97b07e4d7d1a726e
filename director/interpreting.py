"""How a direction is understood at a place of a story: after what came before it, by what is remembered there, and with
what the episode has happen of its own accord.

Knows stories and whom to ask (the crew reads); acts nothing and keeps nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from director.acting import take_seed
from director.crew import Crew
from director.directive import Directive
from director.filming.shots import cut_back
from director.planning.blocking import with_regard, with_room_to_speak
from director.planning.planner import Context
from director.planning.riding import on_mounts
from director.speech.memory import Memory, memories, steps
from director.states import States
from director.suggestions.density import Density, enlivened
from director.suggestions.situation import Situation, past_of
from model.state import WorldState
from storygraph.graph import StoryGraph
from storygraph.story import Cursor, Episode

__all__ = ["Interpreter", "Read", "density_of"]

Read = Callable[[str], Directive]  # raises StoryError for a direction of which nothing can be done


class Interpreter:
    """Reads directions at places of stories."""

    def __init__(self, crew: Crew, states: States) -> None:
        self._crew = crew
        self._states = states

    def known(
        self, graph: StoryGraph, cursor: Cursor, latest: int | None = None
    ) -> Mapping[str, tuple[Memory, ...]]:
        """What everybody remembers at the cursor, by entity id; or only of the `latest` so many beats."""
        owner = graph.episode.owner
        return memories(steps(graph, cursor, latest), lambda checkpoint: self._states.attendance(checkpoint, owner))

    def at(
        self, graph: StoryGraph, cursor: Cursor, start: WorldState,
        known: Mapping[str, tuple[Memory, ...]] | None = None,
    ) -> Read:  # fmt: skip
        """How directions are read at the cursor, where the state is `start`; their lines are worded by the chance of
        the first take. `known` is what is remembered there, where that has been worked out."""
        checkpoint, before = graph.checkpoint_at(cursor), _directions(graph, cursor)
        known = self.known(graph, cursor) if known is None else known
        situation, density = Situation.of(start, past_of(graph.ancestry(cursor))), density_of(graph.episode)

        def read(direction: str) -> Directive:
            chance = take_seed(graph.episode.seed, checkpoint, direction, 0)
            directive = self._crew.read(direction, start, Context(before, known, chance))
            if directive.camera is not None and directive.camera.cut == "cutback":
                left = _before_cutaway(graph, cursor)
                camera = None if left is None else self._states.at(left, graph.episode.owner).camera
                directive = cut_back(directive, camera)
            directive = on_mounts(enlivened(directive, situation, density, seed=chance), start.stage, start.moment)
            return with_room_to_speak(with_regard(directive, situation), situation)

        return read


def density_of(episode: Episode) -> Density:
    """How much happens of its own accord in an episode."""
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
