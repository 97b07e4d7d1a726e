"""Putting scenes into the trash and bringing them back.

A scene goes together with everything that only it leads to; what can be got to another way stays, even when it grew
from what went. Nothing is lost: the trash keeps the scenes, the choices that led to them and the names of their
branches. Functions of a story graph that return another; they do not know where a story is saved, or when what is in
the trash may be forgotten.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from storygraph.errors import StoryError
from storygraph.graph import StoryGraph
from storygraph.story import Branch, Choice, Removal, Scene

__all__ = ["Restored", "led_to_only_by", "put_away", "put_branch_away", "restored"]


@dataclass(frozen=True, slots=True)
class Restored:
    """The story with something out of the trash, and a sentence for each thing that had to stay there."""

    graph: StoryGraph
    left: tuple[str, ...]


def led_to_only_by(graph: StoryGraph, scene_id: str) -> tuple[str, ...]:
    """The ids of the scenes that go when that scene goes, itself first: those which no other way leads to, and those
    which nothing leads to at all and which grew from one that goes."""
    graph.scene(scene_id)
    led = {choice.to for scene in graph.scenes.values() for choice in scene.choices}
    loose = {name for name in graph.scenes if name not in led and name != graph.root.id}
    gone, going = {scene_id}, {scene_id}
    while going:
        held = _ahead(graph, {graph.root.id} | (loose - gone), but=scene_id)
        gone = _ahead(graph, gone) - held
        going = {name for name in loose - gone if (origin := graph.scenes[name].origin) and origin[0] in gone}
        gone |= going
    return (scene_id, *(name for name in graph.scenes if name in gone and name != scene_id))


def put_away(graph: StoryGraph, scene_id: str, *, removal: str, at: str) -> StoryGraph:
    """The story without a scene and everything only it leads to, all of which is in the trash as the removal of that
    id, made at that time. Raises StoryError for the first scene."""
    if scene_id == graph.root.id:
        raise StoryError("The story starts with this scene: it cannot be deleted, but its beats can be edited.")
    gone = set(led_to_only_by(graph, scene_id))
    kept: dict[str, Scene] = {}
    cut: list[tuple[str, int, Choice]] = []
    for scene in graph.scenes.values():
        if scene.id not in gone:
            kept[scene.id] = _without_choices_to(scene, gone)
            cut += [(scene.id, place, choice) for place, choice in enumerate(scene.choices) if choice.to in gone]
    scenes = tuple(scene for scene in graph.scenes.values() if scene.id in gone)
    names = tuple(branch for branch in graph.branches if branch.scene in gone)
    put = Removal(removal, graph.scene(scene_id).title, at, scenes, tuple(cut), names)
    branches = tuple(branch for branch in graph.branches if branch.scene not in gone)
    return replace(graph, scenes=MappingProxyType(kept), branches=branches, trash=(*graph.trash, put))


def put_branch_away(graph: StoryGraph, name: str, *, removal: str, at: str) -> StoryGraph:
    """The story without the name of a branch, which is in the trash; the scenes stay. Raises StoryError when there is
    no such name."""
    found = tuple(branch for branch in graph.branches if branch.name == name)
    if not found:
        raise StoryError(f"No branch is called “{name}”: pick one from the list.")
    kept = tuple(branch for branch in graph.branches if branch.name != name)
    return replace(graph, branches=kept, trash=(*graph.trash, Removal(removal, name, at, branches=found)))


def restored(graph: StoryGraph, removal: str) -> Restored:
    """The story with what was removed back in it, as far as that is still possible; what is not stays in the trash.
    Raises StoryError when the trash holds nothing of that id."""
    found = next((put for put in graph.trash if put.id == removal), None)
    if found is None:
        raise StoryError("That is no longer in the trash: look at the newest.")
    others = tuple(put for put in graph.trash if put.id != removal)
    told = {**graph.trashed, **graph.scenes}
    whole = replace(graph, scenes=_placed(graph, found.scenes), trash=others)
    whole, inner, left = _with_inner_choices(whole, found.scenes)
    outer: list[tuple[str, int, Choice]] = []
    for scene_id, place, choice in sorted(found.choices, key=lambda cut: cut[1]):
        words = f"The choice “{choice.label}” of “{told[scene_id].title}”"
        if scene_id in whole.trashed:
            whole = _with_choice_in_trash(whole, scene_id, place, choice)
            left.append(f"{words} comes back with that scene, which is in the trash.")
            continue
        try:
            whole = whole.with_choice(scene_id, choice, place)
        except StoryError as reason:
            outer.append((scene_id, place, choice))
            left.append(f"{words} stays in the trash. {reason}")
    names: list[Branch] = []
    for branch in found.branches:
        taken = branch.name in {other.name for other in whole.branches}
        if taken or branch.scene not in whole.scenes:
            names.append(branch)
            why = "another branch has that name now." if taken else "its scene is in the trash, too."
            left.append(f"The name “{branch.name}” stays in the trash: {why}")
        else:
            whole = replace(whole, branches=(*whole.branches, branch))
    rest = replace(found, scenes=(), choices=(*inner, *outer), branches=tuple(names))
    if rest.choices or rest.branches:
        whole = replace(whole, trash=(*whole.trash, rest))
    return Restored(whole, tuple(left))


def _ahead(graph: StoryGraph, starts: Iterable[str], but: str | None = None) -> set[str]:
    """The scenes that choices lead to from any of `starts`, and these; not by way of the scene `but`."""
    seen: set[str] = set()
    ahead = [name for name in starts if name != but]
    while ahead:
        name = ahead.pop()
        if name not in seen:
            seen.add(name)
            ahead.extend(choice.to for choice in graph.scenes[name].choices if choice.to != but)
    return seen


def _without_choices_to(scene: Scene, gone: set[str]) -> Scene:
    """The scene without the choices that lead to what is gone; itself when there is none."""
    kept = tuple(choice for choice in scene.choices if choice.to not in gone)
    return scene if len(kept) == len(scene.choices) else replace(scene, choices=kept)


def _placed(graph: StoryGraph, back: tuple[Scene, ...]) -> Mapping[str, Scene]:
    """The scenes with those that are back, each behind the one it grew from and before all that grew from it."""
    behind: dict[str, list[Scene]] = {}
    returning = {scene.id for scene in back}
    for scene in back:
        older = scene
        while older.origin is not None:  # the nearest that is in the story
            older = graph.ever(older.origin[0])
            if older.id in graph.scenes or older.id in returning:
                break
        behind.setdefault(older.id, []).append(scene)
    placed: dict[str, Scene] = {}
    for scene in graph.scenes.values():
        waiting = [scene]
        while waiting:
            placed[waiting[-1].id] = waiting[-1]
            waiting.extend(reversed(behind.get(waiting.pop().id, [])))
    return MappingProxyType(placed)


def _with_inner_choices(
    graph: StoryGraph, back: tuple[Scene, ...]
) -> tuple[StoryGraph, list[tuple[str, int, Choice]], list[str]]:
    """The story without the choices of returned scenes that lead to what is not there; these, with why. A choice to a
    scene that is still in the trash goes to it: it comes back when that does."""
    lost: list[tuple[str, int, Choice]] = []
    left: list[str] = []
    scenes, trash = dict(graph.scenes), list(graph.trash)
    for scene in back:
        scenes[scene.id] = _without_choices_to(scene, {choice.to for choice in scene.choices} - graph.scenes.keys())
        for place, choice in enumerate(scene.choices):
            if choice.to in graph.scenes:
                continue
            there = next((k for k, put in enumerate(trash) if any(s.id == choice.to for s in put.scenes)), None)
            if there is None:
                lost.append((scene.id, place, choice))
                left.append(f"The choice “{choice.label}” of “{scene.title}” stays in the trash: "
                            "the scene it led to is no more.")  # fmt: skip
            else:
                trash[there] = replace(trash[there], choices=(*trash[there].choices, (scene.id, place, choice)))
                left.append(f"The choice “{choice.label}” of “{scene.title}” comes back with “{trash[there].title}”, "
                            "which is in the trash.")  # fmt: skip
    return replace(graph, scenes=MappingProxyType(scenes), trash=tuple(trash)), lost, left


def _with_choice_in_trash(graph: StoryGraph, scene_id: str, place: int, choice: Choice) -> StoryGraph:
    """The story in which a scene in the trash has a choice more: it comes back with the scene."""

    def grown(scene: Scene) -> Scene:
        if scene.id != scene_id:
            return scene
        return replace(scene, choices=(*scene.choices[:place], choice, *scene.choices[place:]))

    trash = tuple(replace(put, scenes=tuple(grown(scene) for scene in put.scenes)) for put in graph.trash)
    return replace(graph, trash=trash)
