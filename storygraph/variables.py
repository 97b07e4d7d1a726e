"""The variables of an episode: set up, renamed and taken away, so that conditions and effects always fit them.

Every function leaves the graph as it was and returns another. Does not know how an expression is worked out
(`storygraph.expressions`), or what happens when a story is played (`storygraph.play`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType

from storygraph.errors import StoryError
from storygraph.expressions import checked_name, checked_value, renamed
from storygraph.graph import StoryGraph
from storygraph.story import Choice, Scene, Variable

__all__ = ["MOST_VARIABLES", "with_variable", "with_variable_renamed", "without_variable"]

MOST_VARIABLES = 200


def with_variable(graph: StoryGraph, variable: Variable) -> StoryGraph:
    """The story with a variable more, or with another beginning for the one of that name.

    Raises StoryError when it cannot have that name or value, or when a choice uses it as another kind.
    """
    added = Variable(checked_name(variable.name), checked_value(variable.initial))
    had = graph.episode.variables
    if added.name not in graph.kinds:
        if len(had) == MOST_VARIABLES:
            raise StoryError(f"A story has at most {MOST_VARIABLES} variables: take one away that nothing needs.")
        return _with_variables(graph, (*had, added))
    return _fitting(_with_variables(graph, tuple(added if v.name == added.name else v for v in had)))


def without_variable(graph: StoryGraph, name: str) -> StoryGraph:
    """The story without that variable. Raises StoryError when it has none of that name, or a choice still uses it."""
    _refuse_unknown(graph, name)
    return _fitting(_with_variables(graph, tuple(v for v in graph.episode.variables if v.name != name)))


def with_variable_renamed(graph: StoryGraph, name: str, new: str) -> StoryGraph:
    """The story in which a variable has another name, in every condition and effect, too, also of what is in the trash.
    Raises StoryError when there is none of that name, or the new one is taken or cannot be."""
    _refuse_unknown(graph, name)
    new = checked_name(new)
    if new != name and new in graph.kinds:
        raise StoryError(f"There is already a variable “{new}”: choose another name.")
    variables = tuple(replace(v, name=new) if v.name == name else v for v in graph.episode.variables)
    return _with_choices(_with_variables(graph, variables), lambda choice: _with_name(choice, name, new))


def _refuse_unknown(graph: StoryGraph, name: str) -> None:
    if name not in graph.kinds:
        known = ", ".join(graph.kinds) or "none yet"
        raise StoryError(f"This story has no variable “{name}”: name one that it has ({known}).")


def _with_variables(graph: StoryGraph, variables: tuple[Variable, ...]) -> StoryGraph:
    return replace(graph, episode=replace(graph.episode, variables=variables))


def _with_name(choice: Choice, name: str, new: str) -> Choice:
    condition = renamed(choice.condition, name, new)
    effects = tuple(renamed(effect, name, new) for effect in choice.effects)
    same = (condition, effects) == (choice.condition, choice.effects)
    return choice if same else replace(choice, condition=condition, effects=effects)


def _with_choices(graph: StoryGraph, change: Callable[[Choice], Choice]) -> StoryGraph:
    """The story with every choice changed; scenes in which nothing changes stay the same object."""

    def of(scene: Scene) -> Scene:
        choices = tuple(change(choice) for choice in scene.choices)
        same = all(new is old for new, old in zip(choices, scene.choices, strict=True))
        return scene if same else replace(scene, choices=choices)

    trash = tuple(
        replace(
            removal,
            scenes=tuple(of(scene) for scene in removal.scenes),
            choices=tuple((scene_id, place, change(choice)) for scene_id, place, choice in removal.choices),
        )
        for removal in graph.trash
    )
    scenes = {scene.id: of(scene) for scene in graph.scenes.values()}
    return replace(graph, scenes=MappingProxyType(scenes), trash=trash)


def _fitting(graph: StoryGraph) -> StoryGraph:
    """The story itself. Raises StoryError that names the first choice whose condition or effects do not fit it."""
    for scene in graph.scenes.values():
        for choice in scene.choices:
            try:
                graph.refuse_unfit(choice)
            except StoryError as error:
                raise StoryError(f"“{choice.label}” in “{scene.title}” needs it as it was. {error}") from error
    return graph
