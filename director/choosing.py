"""What an author can do to the logic of a story: what it remembers, and what its choices ask and do.

`Choosing` is the part of the `Director` that needs no world model, as `Shaping` is. How conditions and effects are read
and whether they fit is for `storygraph` to know.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from director.shaping import AUTHOR, Shaping
from director.texts import checked, one_line
from storygraph.errors import StoryError
from storygraph.expressions import LONGEST
from storygraph.graph import StoryGraph
from storygraph.story import Cursor, Variable
from storygraph.variables import with_variable, with_variable_renamed, without_variable


class Choosing(Shaping):
    """Changes of a story's logic."""

    def change_choice(
        self,
        cursor: Cursor,
        choice_id: str,
        *,
        label: str,
        default: bool = False,
        seconds: float | None = None,
        condition: str = "",
        effects: Sequence[str] = (),
        owner: str = AUTHOR,
    ) -> None:
        """Change all of a choice of the cursor's scene but where it leads and when it is offered."""
        asks, does = checked_logic(condition, effects)
        label, seconds = worded(label), checked_seconds(seconds)

        def change(graph: StoryGraph) -> StoryGraph:
            choice = graph.choice(cursor.scene, choice_id)
            changed = replace(choice, label=label, default=default, seconds=seconds, condition=asks, effects=does)
            return graph.with_choice_changed(cursor.scene, changed)

        self._change(cursor.episode, owner, change)

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


def checked_seconds(seconds: float | None) -> float | None:
    """How long the audience has to decide. Raises StoryError for less than a second and more than an hour."""
    if seconds is not None and not 1 <= seconds <= 3600:
        raise StoryError(f"Give the audience between 1 second and an hour to decide, not {seconds:g} seconds.")
    return seconds


def checked_logic(condition: str, effects: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """The condition and the effects of a choice as they are kept; what they mean, the story checks."""
    said = (checked(effect, "The effect", LONGEST) for effect in effects)
    return checked(condition, "The condition", LONGEST), tuple(effect for effect in said if effect)


def worded(label: str) -> str:
    """What the audience reads on a choice. Raises StoryError when that is nothing."""
    label = one_line(label, "The label")
    if not label:
        raise StoryError("A choice needs words: write what the audience will read on it.")
    return label
