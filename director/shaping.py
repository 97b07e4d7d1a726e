"""What an author can do to the shape of a story without acting anything: begin scenes and name them, name branches,
delete and copy scenes, move and reorder choices, undo, compare.

`Shaping` is the part of the `Director` that needs no world model to step; every change is one, kept by the store, and
gives way to who was first (`StoryConflict`). How the story itself changes is for `storygraph` to know.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import UTC, datetime

from db.store import EpisodeStore
from director.casting.spotting import is_chinese
from director.comparing import Comparison, branches_compared, takes_compared
from director.places import beat_before, branched, named
from director.suggestions.density import Density
from director.texts import one_line, required_line
from storygraph import branches, reshaping, trash
from storygraph.changes import Change, place_of
from storygraph.errors import StoryError
from storygraph.facts import Facts
from storygraph.graph import StoryGraph
from storygraph.story import Cursor, Removal, new_id

AUTHOR = "author"  # who owns an episode when nobody else is named


class Shaping:
    """Changes of a story's shape. `_store` keeps the episodes."""

    _store: EpisodeStore

    # Branches

    def name_branch(self, cursor: Cursor, name: str, *, owner: str = AUTHOR) -> None:
        """Give the line of the story that ends in the cursor's scene a name. Raises StoryError when it is taken."""
        name = _name(name)
        self._change(cursor.episode, owner, lambda graph: branches.named(graph, name, cursor.scene))

    def rename_branch(self, episode_id: str, name: str, to: str, *, owner: str = AUTHOR) -> None:
        """Call a branch otherwise. Raises StoryError when there is none of that name, or the new one is taken."""
        to = _name(to)
        self._change(episode_id, owner, lambda graph: branches.renamed(graph, name, to))

    def delete_branch(self, episode_id: str, name: str, *, owner: str = AUTHOR) -> str:
        """Put the name of a branch into the trash and return the id to restore it by; its scenes stay."""
        put, at = new_id(), timestamp()
        self._change(episode_id, owner, lambda graph: trash.put_branch_away(graph, name, removal=put, at=at))
        return put

    def branch_end(self, episode_id: str, name: str, *, owner: str = AUTHOR) -> Cursor:
        """The end of a branch, as far as it has been directed."""
        return branches.branch_end(self.story(episode_id, owner), name)

    # Scenes

    def branch(self, cursor: Cursor, title: str, *, owner: str = AUTHOR) -> Cursor:
        """A new scene that starts from the state at the cursor, to which no choice leads yet. Returns its start."""
        graph = self.story(cursor.episode, owner)
        grown, start = branched(graph, cursor, named(title))
        self._store.save(grown, graph)
        return start

    def rename_scene(self, cursor: Cursor, title: str, *, owner: str = AUTHOR) -> None:
        """Give the cursor's scene another title."""
        title = named(title)
        self._change(cursor.episode, owner, lambda graph: graph.with_scene_changes(cursor.scene, title=title))

    def mark_ending(self, cursor: Cursor, ending: bool, *, owner: str = AUTHOR) -> None:
        """Say that the story may stop at the end of the cursor's scene, or that it may not."""
        self._change(cursor.episode, owner, lambda graph: graph.with_scene_changes(cursor.scene, ending=ending))

    def choose_take(self, cursor: Cursor, take_id: str, *, owner: str = AUTHOR) -> None:
        """Let another take of the beat before the cursor count."""

        def change(graph: StoryGraph) -> StoryGraph:
            _, before = beat_before(graph, cursor)
            return graph.with_canonical(cursor.scene, before.beat, take_id)

        self._change(cursor.episode, owner, change)

    def delete_scene(self, cursor: Cursor, *, owner: str = AUTHOR) -> str:
        """Put the cursor's scene and everything only it leads to into the trash; returns the id to restore it by."""
        put, at = new_id(), timestamp()
        self._change(cursor.episode, owner, lambda graph: trash.put_away(graph, cursor.scene, removal=put, at=at))
        return put

    def unlink_scene(self, cursor: Cursor, *, owner: str = AUTHOR) -> None:
        """Remove every choice that leads to the cursor's scene; the scene stays."""
        self._change(cursor.episode, owner, lambda graph: reshaping.unlinked(graph, cursor.scene))

    def restore(self, episode_id: str, removal: str, *, owner: str = AUTHOR) -> tuple[str, ...]:
        """Bring back what was removed, as far as that is still possible; returns a sentence for each thing that stays
        in the trash."""
        left: tuple[str, ...] = ()

        def change(graph: StoryGraph) -> StoryGraph:
            nonlocal left
            found = trash.restored(graph, removal)
            left = found.left
            return found.graph

        self._change(episode_id, owner, change)
        return left

    def removed(self, episode_id: str, *, owner: str = AUTHOR) -> tuple[Removal, ...]:
        """What is in the trash, the oldest first."""
        return self.story(episode_id, owner).trash

    def duplicate_scene(self, cursor: Cursor, title: str = "", *, owner: str = AUTHOR) -> Cursor:
        """A copy of the cursor's scene, with the same takes, to which no choice leads yet. Returns where the cursor is
        in it."""
        copy = ""

        def change(graph: StoryGraph) -> StoryGraph:
            nonlocal copy
            called = one_line(title, "The title") or f"{graph.scene(cursor.scene).title} (2)"
            changed, copy = reshaping.duplicated(graph, cursor.scene, called, new_id)
            return changed

        self._change(cursor.episode, owner, change)
        return Cursor(cursor.episode, copy, cursor.beat)

    def move_choice(self, cursor: Cursor, choice_id: str, to: Cursor, *, owner: str = AUTHOR) -> None:
        """Offer a choice of the cursor's scene at another place, perhaps of another scene."""
        self._change(cursor.episode, owner, lambda graph: reshaping.moved(graph, cursor.scene, choice_id, to))

    def reorder_choice(self, cursor: Cursor, choice_id: str, at: int, *, owner: str = AUTHOR) -> None:
        """Make a choice the `at`-th of the cursor's scene, from 0."""
        self._change(cursor.episode, owner, lambda graph: reshaping.reordered(graph, cursor.scene, choice_id, at))

    # The episode

    def set_density(self, episode_id: str, density: Density, *, owner: str = AUTHOR) -> None:
        """How much happens of its own accord in the beats that are directed from now on, and how the camera cuts."""
        self._change(episode_id, owner, lambda graph: replace(graph, episode=replace(graph.episode, **asdict(density))))

    # Moving and taking back

    def rewind(self, cursor: Cursor, beat: int, *, owner: str = AUTHOR) -> Cursor:
        """The same scene after `beat` of its beats. Nothing is deleted. Raises StoryError for a beat it has not."""
        back = replace(cursor, beat=beat)
        self.story(cursor.episode, owner).scene_at(back)
        return back

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

    def edition(self, episode_id: str, *, owner: str = AUTHOR) -> str:
        """A word for what the story is now, but for its clips: whoever has seen another has not seen the newest."""
        return self._store.edition(episode_id, owner)

    # Side by side

    def compare(self, one: Cursor, other: Cursor, *, owner: str = AUTHOR) -> Comparison:
        """The ways to two places of an episode side by side: what was directed since they parted, how long it runs, and
        what differs where they end."""
        if one.episode != other.episode:
            raise StoryError("Two episodes have nothing in common to compare: choose two places of one.")
        graph = self.story(one.episode, owner)
        return branches_compared(graph, one, other, self._facts_in(graph), language_of(graph))

    def compare_takes(self, cursor: Cursor, one: str, other: str, *, owner: str = AUTHOR) -> Comparison:
        """Two takes of the beat before the cursor side by side."""
        graph = self.story(cursor.episode, owner)
        return takes_compared(graph, cursor, (one, other), self._facts_in(graph), language_of(graph))

    # Inside

    @abstractmethod
    def story(self, episode_id: str, owner: str = AUTHOR) -> StoryGraph:
        """The episode as last saved."""

    @abstractmethod
    def _facts_in(self, graph: StoryGraph) -> Callable[[str], Facts | None]:
        """How the facts of a checkpoint of that story are found."""

    def _change(self, episode_id: str, owner: str, change: Callable[[StoryGraph], StoryGraph]) -> None:
        """Keep what a change makes of the story."""
        graph = self.story(episode_id, owner)
        self._store.save(change(graph), graph)


def _name(name: str) -> str:
    return required_line(name, "The name", "A branch needs a name: write a few words.")


def language_of(graph: StoryGraph) -> str:
    """The language in which an author is answered."""
    return "zh" if is_chinese(graph.episode.prompt) else "en"


def timestamp() -> str:
    """The time of this machine: ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
