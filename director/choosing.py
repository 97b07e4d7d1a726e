"""What an author can do to the choices of a story, and to its logic: fork, lead a choice to a scene, change and remove
it; what it asks and does, and what the story remembers.

`Choosing` is the part of the `Director` that needs no world model, as `Shaping` is. How conditions and effects are read
and whether they fit is for `storygraph` to know.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from director.places import forked
from director.shaping import AUTHOR, Shaping
from director.texts import checked, one_line
from storygraph.errors import StoryError
from storygraph.expressions import LONGEST
from storygraph.graph import StoryGraph
from storygraph.story import Choice, Cursor, Variable, new_id
from storygraph.variables import with_variable, with_variable_renamed, without_variable


class Choosing(Shaping):
    """Changes of a story's choices and logic."""

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
        choice = offer(label or "", default=default, seconds=seconds, condition=condition, effects=effects)
        title = one_line(title or "", "The title")
        graph = self.story(cursor.episode, owner)
        grown, start = forked(graph, cursor, choice, title)
        self._store.save(grown, graph)
        return start

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
        choice = worded(label, to, default=default, seconds=seconds, condition=condition, effects=effects)
        self._offer(cursor, replace(choice, kept=kept), owner)

    def change_choice(
        self,
        cursor: Cursor,
        choice_id: str,
        *,
        label: str,
        to: str | None = None,
        default: bool = False,
        seconds: float | None = None,
        condition: str = "",
        effects: Sequence[str] = (),
        owner: str = AUTHOR,
    ) -> None:
        """Change all of a choice of the cursor's scene but when it is offered; where it leads, only if `to` says so.
        Differences that were meant (`reconcile`) are those of the scene it led to."""
        new = worded(label, default=default, seconds=seconds, condition=condition, effects=effects)

        def change(graph: StoryGraph) -> StoryGraph:
            old = graph.choice(cursor.scene, choice_id)
            leads = old.to if to is None else to
            kept = old.kept if leads == old.to else ()
            return graph.with_choice_changed(
                cursor.scene, replace(new, id=old.id, to=leads, after=old.after, kept=kept)
            )

        self._change(cursor.episode, owner, change)

    def remove_choice(self, cursor: Cursor, choice_id: str, *, owner: str = AUTHOR) -> None:
        """Take a choice of the cursor's scene away; the scene it led to stays."""
        self._change(cursor.episode, owner, lambda graph: graph.without_choice(cursor.scene, choice_id))

    def set_variable(self, episode_id: str, name: str, initial: bool | float | str, *, owner: str = AUTHOR) -> None:
        """Have the story remember something while it is played: a variable that begins as true or false, a number or
        text. One of that name begins so from now on."""
        initial = checked(initial, "The text of a variable", LONGEST) if isinstance(initial, str) else initial
        self._change(episode_id, owner, lambda graph: with_variable(graph, Variable(name, initial)))

    def rename_variable(self, episode_id: str, name: str, new: str, *, owner: str = AUTHOR) -> None:
        """Give a variable another name, in all conditions and effects, too."""
        self._change(episode_id, owner, lambda graph: with_variable_renamed(graph, name, new))

    def remove_variable(self, episode_id: str, name: str, *, owner: str = AUTHOR) -> None:
        """Have the story no longer remember something. Raises StoryError while a choice still uses it."""
        self._change(episode_id, owner, lambda graph: without_variable(graph, name))

    def _lead(self, scene_id: str, choice_id: str, cursor: Cursor, choice: Choice, owner: str) -> None:
        """Keep another choice in the place of one of the scene, offered at the cursor from now on."""

        def change(graph: StoryGraph) -> StoryGraph:
            old, target = graph.choice(scene_id, choice_id), graph.scene_at(cursor)
            after = None if old.after is None and cursor.beat == len(target.beats) else cursor.beat
            new = replace(choice, id=old.id, after=after)
            if cursor.scene == scene_id:
                return graph.with_choice_changed(scene_id, new)
            return graph.without_choice(scene_id, old.id).with_choice(cursor.scene, new)

        self._change(cursor.episode, owner, change)

    def _offer(self, cursor: Cursor, choice: Choice, owner: str) -> None:
        """Keep a choice that is offered at the cursor."""
        graph = self.story(cursor.episode, owner)
        graph.scene_at(cursor)
        self._store.save(graph.with_choice(cursor.scene, replace(choice, after=cursor.beat)), graph)


def offer(
    label: str,
    to: str = "",
    *,
    default: bool = False,
    seconds: float | None = None,
    condition: str = "",
    effects: Sequence[str] = (),
) -> Choice:
    """A choice as it is kept, wherever it is offered; without words it gets those of where it leads. Raises StoryError
    for what cannot be one."""
    asks, does = checked_logic(condition, effects)
    return Choice(new_id(), one_line(label, "The label"), to, None, default, checked_seconds(seconds), asks, does)


def worded(label: str, to: str = "", **terms: Any) -> Choice:
    """As `offer`, of a choice that has words of its own. Raises StoryError when the label is nothing."""
    choice = offer(label, to, **terms)
    if not choice.label:
        raise StoryError("A choice needs words: write what the audience will read on it.")
    return choice


def checked_seconds(seconds: float | None) -> float | None:
    """How long the audience has to decide. Raises StoryError for less than a second and more than an hour."""
    if seconds is not None and not 1 <= seconds <= 3600:
        raise StoryError(f"Give the audience between 1 second and an hour to decide, not {seconds:g} seconds.")
    return seconds


def checked_logic(condition: str, effects: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """The condition and the effects of a choice as they are kept; what they mean, the story checks."""
    said = (checked(effect, "The effect", LONGEST) for effect in effects)
    return checked(condition, "The condition", LONGEST), tuple(effect for effect in said if effect)
