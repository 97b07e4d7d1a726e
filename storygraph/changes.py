"""What a change did to a story: in words, and as what takes it back.

A patch is plain JSON that turns a story into the one on the other side of a change. It holds only what differs, told
against the story it is to be applied to: beats and takes that are there already are named, not repeated. The clip of a
take is no change of its own: it can be made again, so taking something back keeps every clip there is. This module does
not know where patches are kept, or how many.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from operator import eq
from typing import Any

from storygraph.graph import StoryGraph
from storygraph.serial import record_json, record_of
from storygraph.story import Beat, Branch, Choice, Cursor, Episode, Removal, Scene, Take

__all__ = ["KINDS", "Change", "Patch", "blobs_named", "change_between", "patch_back", "patched", "place_of"]

Patch = dict[str, Any]

_BOOKKEEPING = frozenset({"id", "owner", "version", "created", "updated"})  # of an episode: not the author's doing
_LISTS = {"branches": Branch, "trash": Removal}
_WORDS = {
    "beat": "direct “{}”", "cut": "remove the beat “{}”", "take": "retake “{}”", "choose": "choose a take of “{}”",
    "direction": "change the direction “{}”", "fork": "fork “{}”", "scene": "add the scene “{}”",
    "delete": "delete the scene “{}”", "restore": "bring back the scene “{}”", "branch": "name the branch “{}”",
    "unbranch": "remove the name of the branch “{}”", "choice": "add the choice “{}”",
    "unchoice": "remove the choice “{}”", "rechoice": "change the choice “{}”", "rename": "rename a scene to “{}”",
    "ending": "mark “{}” as an ending", "no-ending": "mark “{}” as no ending", "retitle": "title the episode “{}”",
    "settings": "change the settings of “{}”", "recast": "change the cast of “{}”", "change": "change “{}”",
}  # fmt: skip
KINDS = frozenset(_WORDS)


@dataclass(frozen=True, slots=True)
class Change:
    """What was done: its `kind` for programs, the words it is about (a direction, a title, a label), and where: the
    scene and how many of its beats had played in the story after the change."""

    kind: str
    subject: str
    scene: str
    beat: int = 0

    @property
    def words(self) -> str:
        """What was done, as in “fork “The bridge””."""
        return _WORDS[self.kind].format(self.subject)


def change_between(before: StoryGraph, after: StoryGraph) -> Change | None:
    """What made `after` of `before`; None when nothing did, or nothing but clips."""
    others = [after.scenes[scene_id] for scene_id in after.scenes_since(before)]
    added = [scene for scene in others if scene.id not in before.scenes]
    removed = _gone(before, after)
    if added:
        [first, *more] = added
        new = "scene" if more or first.origin is None else "fork"
        kind = "change" if removed else "restore" if first.id in before.trashed else new
        return Change(kind, first.title, first.id, len(first.beats))
    if removed:
        return Change("delete", removed[0].title, removed[0].id, len(removed[0].beats))
    for scene in others:
        if (change := _in_scene(before.scenes[scene.id], scene)) is not None:
            return change
    return _in_branches(before, after) or _in_episode(before, after)


def patch_back(before: StoryGraph, after: StoryGraph) -> Patch:
    """The patch that makes `before` of `after`, but for clips."""
    scenes: dict[str, Any] = {}
    for scene_id in after.scenes_since(before):
        was = before.scenes.get(scene_id)
        scenes[scene_id] = None if was is None else _told(was, after.scenes[scene_id])
    if gone := {scene.id for scene in _gone(before, after)}:
        for place, (scene_id, scene) in enumerate(before.scenes.items()):
            if scene_id in gone:
                scenes[scene_id] = {**_told(scene, after.trashed.get(scene_id)), "place": place}
    told, now = record_json(before.episode), record_json(after.episode)
    episode = {name: value for name, value in told.items() if name not in _BOOKKEEPING and value != now[name]}
    patch: Patch = {"scenes": scenes, "episode": episode}
    if not _in_order(before, after):
        patch["order"] = list(before.scenes)
    for name in _LISTS:
        if getattr(before, name) != getattr(after, name):
            patch[name] = _list_told(getattr(before, name), getattr(after, name))
    return patch


def patched(graph: StoryGraph, patch: Patch) -> StoryGraph:
    """The story on the other side of the change. `graph` is the story the patch was told against, but for clips."""
    scenes = dict(graph.scenes)
    order = list(scenes)
    for scene_id, told in patch["scenes"].items():
        if told is None:
            del scenes[scene_id]
        else:
            scenes[scene_id] = _scene(told, graph.scenes.get(scene_id) or graph.trashed.get(scene_id))
    order = [scene_id for scene_id in order if scene_id in scenes]
    missing = {told["place"]: scene_id for scene_id, told in patch["scenes"].items() if told and "place" in told}
    for place in sorted(missing):
        order.insert(place, missing[place])
    order = patch.get("order", order)
    episode = record_of(Episode, {**record_json(graph.episode), **patch["episode"]}, "episode")
    lists = {name: _list(kind, patch[name], getattr(graph, name)) for name, kind in _LISTS.items() if name in patch}
    return replace(graph, episode=episode, scenes={scene_id: scenes[scene_id] for scene_id in order}, **lists)


def place_of(change: Change, graph: StoryGraph, other: StoryGraph) -> Cursor:
    """Where in `graph`, which is on one side of the change, an author sees it; `other` is the story on the other side.
    What is not in `graph` is seen where it would begin."""
    scene, beat = change.scene, change.beat
    while scene not in graph.scenes:
        gone = other.scenes.get(scene)
        if gone is None or gone.origin is None:
            return graph.cursor_start()
        scene, beat = gone.origin
    return Cursor(graph.episode.id, scene, min(beat, len(graph.scenes[scene].beats)))


def blobs_named(patch: Patch) -> frozenset[str]:
    """The SHA-256 of every state, clip and picture that applying the patch may need."""
    return frozenset(_blobs(patch))


def _blobs(told: Any) -> Iterator[str]:
    if isinstance(told, list):
        for item in told:
            yield from _blobs(item)
    elif isinstance(told, Mapping):
        for name, value in told.items():
            if name in ("directive", "receipt", "captions"):
                continue  # an author's words and readings: whatever they say, no blob is meant
            if name in ("start", "checkpoint", "clip", "picture") and isinstance(value, str):
                yield value
            else:
                yield from _blobs(value)


def _gone(before: StoryGraph, after: StoryGraph) -> list[Scene]:
    """The scenes that were there before and are no more, in their order."""
    if before.scenes.keys() <= after.scenes.keys():
        return []
    return [scene for scene in before.scenes.values() if scene.id not in after.scenes]


def _in_order(before: StoryGraph, after: StoryGraph) -> bool:
    """Whether the scenes that both have stand in the same order."""
    if all(map(eq, before.scenes, after.scenes)):
        return True  # which is so whenever scenes were added at the end
    return [name for name in after.scenes if name in before.scenes] == [n for n in before.scenes if n in after.scenes]


# In words


def _in_scene(was: Scene, now: Scene) -> Change | None:
    shorter = min(len(was.beats), len(now.beats))
    for played in range(shorter):
        if (kind := _in_beat(was.beats[played], now.beats[played])) is not None:
            return Change(kind, now.beats[played].direction, now.id, played + 1)
    if len(now.beats) > shorter:
        return Change("beat", now.beats[shorter].direction, now.id, shorter + 1)
    if len(was.beats) > shorter:
        return Change("cut", was.beats[shorter].direction, now.id, shorter + 1)
    if was.choices != now.choices:
        return _in_choices(was, now)
    if was.title != now.title:
        return Change("rename", now.title, now.id, len(now.beats))
    if was.ending != now.ending:
        return Change("ending" if now.ending else "no-ending", now.title, now.id, len(now.beats))
    if was.start != now.start and now.origin is None:
        return Change("recast", now.title, now.id)
    return None if replace(was, beats=()) == replace(now, beats=()) else Change("change", now.title, now.id)


def _in_beat(was: Beat, now: Beat) -> str | None:
    if was is now or _without_clips(was) == _without_clips(now):
        return None
    if was.direction != now.direction:
        return "direction"
    return "take" if len(was.takes) != len(now.takes) else "choose" if was.canonical != now.canonical else "change"


def _in_choices(was: Scene, now: Scene) -> Change:
    before, after = ({choice.id: choice for choice in scene.choices} for scene in (was, now))
    for kind, some, others in (("choice", after, before), ("unchoice", before, after)):
        for choice_id in some.keys() - others.keys():
            side = now if kind == "choice" else was
            return Change(kind, some[choice_id].label, now.id, side.offers(some[choice_id]))
    changed = next((c for c in now.choices if before[c.id] != c), now.choices[0])
    return Change("rechoice", changed.label, now.id, now.offers(changed))


def _in_branches(before: StoryGraph, after: StoryGraph) -> Change | None:
    for kind, some, others in (("branch", after, before), ("unbranch", before, after)):
        for branch in some.branches:
            if branch not in others.branches:
                return Change(kind, branch.name, branch.scene)
    return None


def _in_episode(before: StoryGraph, after: StoryGraph) -> Change | None:
    was, now = before.episode, after.episode
    if was.title != now.title:
        return Change("retitle", now.title, now.root)
    author = [field.name for field in fields(Episode) if field.name not in _BOOKKEEPING]
    if any(getattr(was, name) != getattr(now, name) for name in author):
        return Change("settings", now.title, now.root)
    if any(getattr(before, name) != getattr(after, name) for name in _LISTS):
        return Change("change", now.title, now.root)
    return None


def _without_clips(beat: Beat) -> Beat:
    return replace(beat, takes=tuple(replace(take, clip=None) for take in beat.takes))


# To JSON and back


def _told(scene: Scene, now: Scene | None) -> dict[str, Any]:
    """A scene as JSON; a beat that is `now` the same is told as its number there."""
    beats: list[int | dict[str, Any]] = []
    places = {} if now is None else {beat.id: number for number, beat in enumerate(now.beats)}
    for beat in scene.beats:
        place = places.get(beat.id)
        other = now.beats[place] if now is not None and place is not None else None
        beats.append(place if place is not None and other == beat else _beat_told(beat, other))
    choices = _list_told(scene.choices, () if now is None else now.choices)
    return {**record_json(replace(scene, beats=(), choices=())), "beats": beats, "choices": choices}


def _beat_told(beat: Beat, now: Beat | None) -> dict[str, Any]:
    known = set() if now is None else {_key(take) for take in now.takes}
    takes = [take.id if _key(take) in known else record_json(take) for take in beat.takes]
    return {**record_json(replace(beat, takes=())), "takes": takes}


def _key(take: Take) -> tuple[str, str, str | None, str | None]:
    """What tells a take from every other: nothing else of it ever changes, but for its clip."""
    return take.id, take.checkpoint, take.start, take.direction


def _scene(told: Mapping[str, Any], now: Scene | None) -> Scene:
    beats, choices = ((), ()) if now is None else (now.beats, now.choices)
    by_id = {beat.id: beat for beat in beats}
    plain = {name: value for name, value in told.items() if name != "place"}
    scene: Scene = record_of(Scene, {**plain, "beats": [], "choices": []}, "scene")
    read = (beats[beat] if isinstance(beat, int) else _beat(beat, by_id.get(beat["id"])) for beat in told["beats"])
    return replace(scene, beats=tuple(read), choices=_list(Choice, told["choices"], choices))


def _beat(told: Mapping[str, Any], now: Beat | None) -> Beat:
    beat: Beat = record_of(Beat, {**told, "takes": []}, "beat")
    known = {} if now is None else {take.id: take for take in now.takes}
    takes = (known[take] if isinstance(take, str) else record_of(Take, take, "take") for take in told["takes"])
    return replace(beat, takes=tuple(takes))


def _list_told(values: tuple[Any, ...], now: tuple[Any, ...]) -> list[Any]:
    """Values as JSON; one that is `now` the same and has an id is told as that."""
    known = {value.id: value for value in now if hasattr(value, "id")}
    return [
        value.id if hasattr(value, "id") and known.get(value.id) == value else record_json(value) for value in values
    ]


def _list(kind: Any, told: list[Any], now: tuple[Any, ...]) -> tuple[Any, ...]:
    known = {value.id: value for value in now if hasattr(value, "id")}
    return tuple(known[value] if isinstance(value, str) else record_of(kind, value, "list") for value in told)
