"""The states of an author's worlds: kept, found again, and what is to be seen in them.

A checkpoint is a state by its SHA-256 and never changes, so what is seen at one is remembered. Knows nothing of how a
state came about, or of what is made of it.
"""

from __future__ import annotations

from functools import lru_cache

from db.store import EpisodeStore
from director.continuity.checking import SeenStory
from director.continuity.moments import Snapshot, snapshot
from director.crew import Crew
from director.speech.memory import Attendance, attendance
from model.state import WorldState
from storygraph.errors import StoryError
from storygraph.graph import StoryGraph

__all__ = ["States"]

_ATTENDED = 16_384  # checkpoints of which is remembered who was where


class States:
    """The checkpoints of a store, read for the world model of a crew."""

    def __init__(self, store: EpisodeStore, crew: Crew) -> None:
        self._store = store
        self._crew = crew
        self.attendance = lru_cache(_ATTENDED)(self._attended)
        self._snapshot = lru_cache(_ATTENDED)(self._snapshot_at)

    def keep(self, state: WorldState) -> str:
        """Save a state; returns its checkpoint."""
        return self._store.put_blob(state.to_bytes(), "application/x-nacre-state")

    def at(self, checkpoint: str, owner: str) -> WorldState:
        """A saved state, ready to go on from. Raises StoryError when it is missing or damaged."""
        data = self._store.get_blob(checkpoint, owner)
        try:
            return self._crew.resume(WorldState.from_bytes(data))
        except ValueError as error:
            raise StoryError(f"A saved state cannot be read ({error}): go on from another beat.") from error

    def seen(self, graph: StoryGraph) -> SeenStory:
        """The story with its states, as the ledger sees them."""
        owner = graph.episode.owner
        cast = frozenset(entity.id for entity in self.at(graph.root.start, owner).stage.entities)
        return SeenStory(graph, lambda checkpoint: self._snapshot(checkpoint, cast, owner))

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
