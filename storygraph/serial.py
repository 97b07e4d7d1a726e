"""A story as plain JSON, and back.

The JSON has a format name and a version, so that a file of today can be told from one of tomorrow. Who owns the episode
is not part of it: whoever brings a story in owns it. This module does not know files, and not what a checkpoint holds.
"""

from __future__ import annotations

import types
import typing
from dataclasses import MISSING, asdict, fields, is_dataclass
from functools import cache
from typing import Any

import networkx as nx

from storygraph.errors import StoryError
from storygraph.expressions import checked_name, checked_value
from storygraph.graph import StoryGraph
from storygraph.story import Branch, Episode, Removal, Scene

__all__ = ["FORMAT", "VERSION", "from_json", "record_json", "record_of", "to_json"]

FORMAT = "nacre-story"
VERSION = 1


def to_json(graph: StoryGraph) -> dict[str, Any]:
    """The whole story as values that `json.dumps` takes; every take is in it, blobs by their SHA-256 only."""
    episode = _plain(asdict(graph.episode))
    del episode["owner"]
    scenes = [_plain(asdict(scene)) for scene in graph.scenes.values()]
    data = {"format": FORMAT, "version": VERSION, "episode": episode, "scenes": scenes}
    for name, values in (("branches", graph.branches), ("trash", graph.trash)):  # most stories have neither
        if values:
            data[name] = [_plain(asdict(value)) for value in values]
    return data


def from_json(data: Any, *, owner: str) -> StoryGraph:
    """The story that `to_json` wrote, now belonging to `owner`.

    Raises StoryError when it is something else, from a newer version, or does not hold together.
    """
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise StoryError("This is not a story of Nacre: choose a story.json that Nacre has exported.")
    if data.get("version") != VERSION:
        raise StoryError("This story was written by another version of Nacre: update Nacre to open it.")
    _refuse_unknown(data, {"format", "version", "episode", "scenes", "branches", "trash"}, "the story")
    episode = data.get("episode")
    if not isinstance(episode, dict) or "owner" in episode:
        raise _damaged("its “episode” is missing or not an episode")
    scenes = _read(tuple[Scene, ...], data.get("scenes"), "scenes")
    if len({scene.id for scene in scenes}) < len(scenes):
        raise _damaged("two scenes have the same id")
    graph = StoryGraph(
        _read(Episode, {**episode, "owner": owner}, "episode"),
        {scene.id: scene for scene in scenes},
        _read(tuple[Branch, ...], data.get("branches", []), "branches"),
        _read(tuple[Removal, ...], data.get("trash", []), "trash"),
    )
    _refuse_torn_trash(graph)
    _refuse_torn(graph)
    return graph


def record_json(record: Any) -> dict[str, Any]:
    """One of the story's values (a scene, a take, ...) as plain JSON values."""
    told: dict[str, Any] = _plain(asdict(record))
    return told


def record_of(kind: Any, data: Any, where: str) -> Any:
    """The value of type `kind` that `record_json` wrote. Raises StoryError naming the place, within `where`, that does
    not fit."""
    return _read(kind, data, where)


def _plain(value: Any) -> Any:
    """Tuples as lists, all the way down, as JSON will have them."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value


def _refuse_torn(graph: StoryGraph) -> None:
    """Raises StoryError when something in the story points to what is not there, or it runs in a circle."""
    if graph.episode.root not in graph.scenes:
        raise _damaged("its first scene is missing")
    _refuse_bad_variables(graph.episode)
    before: set[str] = set()
    for scene in graph.scenes.values():
        if scene.origin is not None:
            origin, played = scene.origin
            known = origin in before or origin in graph.trashed
            if not known or not 0 <= played <= len(graph.ever(origin).beats):
                raise _damaged(f"scene “{scene.id}” starts from a place that is not there")
        for beat in scene.beats:
            if beat.canonical not in {take.id for take in beat.takes}:
                raise _damaged(f"a beat of scene “{scene.id}” has no canonical take")
        for choice in scene.choices:
            if choice.to not in graph.scenes or not 0 <= scene.offers(choice) <= len(scene.beats):
                raise _damaged(f"a choice of scene “{scene.id}” leads nowhere")
        before.add(scene.id)
    if not nx.is_directed_acyclic_graph(graph.network):
        raise _damaged("its choices run in a circle")


def _refuse_bad_variables(episode: Episode) -> None:
    names = [variable.name for variable in episode.variables]
    try:
        sound = names == [checked_name(name) for name in dict.fromkeys(names)]
        sound = sound and all(checked_value(v.initial) == v.initial for v in episode.variables)
    except StoryError as error:
        raise _damaged(f"one of its variables cannot be ({error})") from error
    if not sound:
        raise _damaged("two of its variables have the same name, or one begins with a number of too many decimals")


def _refuse_torn_trash(graph: StoryGraph) -> None:
    """Raises StoryError when what is in the trash, or a branch, points to what never was, or grew from itself."""
    scenes = [scene for removal in graph.trash for scene in removal.scenes]
    ever = {scene.id: scene for scene in (*scenes, *graph.scenes.values())}
    if len(ever) < len(scenes) + len(graph.scenes):
        raise _damaged("two scenes have the same id")
    grown: nx.DiGraph[str] = nx.DiGraph()
    for scene in scenes:
        if scene.origin is not None:
            origin, played = scene.origin
            if origin not in ever or not 0 <= played <= len(ever[origin].beats):
                raise _damaged(f"scene “{scene.id}” in its trash starts from a place that is not there")
            grown.add_edge(origin, scene.id)
    if not nx.is_directed_acyclic_graph(grown):
        raise _damaged("a scene in its trash grew from itself")
    if any(left not in ever for removal in graph.trash for left, _, _ in removal.choices):
        raise _damaged("a choice in its trash left a scene that is not there")
    names = [branch.name for branch in graph.branches]
    if len(set(names)) < len(names) or any(branch.scene not in graph.scenes for branch in graph.branches):
        raise _damaged("a branch is named twice or ends in a scene that is not there")


def _damaged(what: str) -> StoryError:
    return StoryError(f"This story is damaged, {what}: export it again.")


def _refuse_unknown(data: dict[str, Any], known: set[str], where: str) -> None:
    unknown = sorted(data.keys() - known)
    if unknown:
        raise _damaged(f"{where} has the unknown key “{unknown[0]}”")


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _read(kind: Any, data: Any, where: str) -> Any:
    """The value of type `kind` that `data` stands for. Raises StoryError naming the place that does not fit."""
    if is_dataclass(kind):
        return _read_record(kind, data, where)
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin is types.UnionType:
        return _read_one_of(arguments, data, where)
    if origin is tuple:
        return _read_tuple(arguments, data, where)
    if origin is dict:
        fits = isinstance(data, dict)
    elif kind is float:
        fits = isinstance(data, (int, float)) and not isinstance(data, bool)
    else:
        fits = type(data) is kind
    if not fits:
        raise _damaged(f"“{where}” has the wrong type")
    return float(data) if kind is float else data


def _read_one_of(kinds: tuple[Any, ...], data: Any, where: str) -> Any:
    """What `data` stands for as the first of those kinds that fits; the reason of the first when none does."""
    if data is None and types.NoneType in kinds:
        return None
    given = float if type(data) is int else type(data)
    return _read(given if given in kinds else kinds[0], data, where)


def _read_record(kind: Any, data: Any, where: str) -> Any:
    if not isinstance(data, dict):
        raise _damaged(f"“{where}” has the wrong type")
    hints = _hints(kind)
    _refuse_unknown(data, set(hints), where)
    for field in fields(kind):
        if field.name not in data and field.default is MISSING and field.default_factory is MISSING:
            raise _damaged(f"“{where}.{field.name}” is missing")
    return kind(**{name: _read(hints[name], value, f"{where}.{name}") for name, value in data.items()})


def _read_tuple(kinds: tuple[Any, ...], data: Any, where: str) -> tuple[Any, ...]:
    if not isinstance(data, list):
        raise _damaged(f"“{where}” has the wrong type")
    if kinds[-1] is Ellipsis:
        kinds = kinds[:1] * len(data)
    elif len(kinds) != len(data):
        raise _damaged(f"“{where}” has the wrong length")
    return tuple(_read(kind, item, f"{where}[{at}]") for at, (kind, item) in enumerate(zip(kinds, data, strict=True)))
