"""A story written as a script: the same words, in the same shape, so that it can be read, compared and played again.

What the script plays is the same story: its canonical takes end in the same states, to the bit, where they were acted
from where the story now is. Receipts, clips and states are not in it. Knows nothing of reading scripts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import yaml

from director.acting import take_seed
from director.suggestions.density import NORMAL
from model.stage import STYLES
from storygraph.errors import StoryError
from storygraph.expressions import Value, literal_text, read_literal
from storygraph.files import write_whole
from storygraph.graph import StoryGraph
from storygraph.story import Beat, Choice, Cursor, Scene

_LONGEST_ID = 40  # characters


def export(
    graph: StoryGraph,
    blobs: Callable[[str], bytes],
    out: Path,
    progress: Callable[[float, str], None] | None = None,
) -> Path:
    """Write the story to the file `out`, and the picture of its world, if it has one, beside it; returns `out`."""
    picture = None
    if graph.episode.picture is not None:
        picture = f"{out.stem}.jpg"
        write_whole(out.with_name(picture), blobs(graph.episode.picture))
    write_whole(out, write_script(graph, picture).encode())
    if progress is not None:
        progress(1.0, "Script written")
    return out


def write_script(graph: StoryGraph, picture: str | None = None) -> str:
    """The story as YAML; `picture` is the name of the file its world's picture lies in."""
    names = scene_ids(graph)
    episode = graph.episode
    style = episode.style if episode.style in STYLES else STYLES[0]  # as it is drawn
    world: dict[str, Any] = {"prompt": episode.prompt, "seed": episode.seed, "aspect": episode.aspect, "style": style}
    if picture is not None:
        world["picture"] = picture
    world |= {key: set_to for key, usual in asdict(NORMAL).items() if (set_to := getattr(episode, key)) != usual}
    scenes = [_scene(graph, scene, names) for scene in graph.scenes.values()]
    data: dict[str, Any] = {"title": episode.title, "world": world}
    if episode.variables:
        data["variables"] = {variable.name: _initial(variable.initial) for variable in episode.variables}
    data["scenes"] = scenes
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=100)


def scene_named(graph: StoryGraph, name: str) -> Scene:
    """The scene of that id, title, or id in the written script. Raises StoryError when none or several are."""
    names = scene_ids(graph)
    for called in (lambda s: s.id, lambda s: names[s.id], lambda s: s.title):
        found = [scene for scene in graph.scenes.values() if called(scene).casefold() == name.casefold()]
        if len(found) == 1:
            return found[0]
    raise StoryError(f"No one scene is called “{name}”: use one of {', '.join(names.values())}.")


def scene_ids(graph: StoryGraph) -> dict[str, str]:
    """A short id in the script for each scene, from its title."""
    names: dict[str, str] = {}
    taken: dict[str, int] = {}  # how many scenes have asked for a name
    for scene in graph.scenes.values():
        words = "".join(c if c.isalnum() else " " for c in scene.title.lower()).split()
        wished = name = "-".join(words[:4])[:_LONGEST_ID] or "scene"
        while name in taken:
            taken[wished] += 1
            name = f"{wished}-{taken[wished]}"
        taken[name] = 1
        names[scene.id] = name
    return names


def _scene(graph: StoryGraph, scene: Scene, names: Mapping[str, str]) -> dict[str, Any]:
    data: dict[str, Any] = {"id": names[scene.id], "title": scene.title}
    if scene.origin is not None:
        origin, played = scene.origin
        whole = played == len(graph.scene(origin).beats)
        data["from"] = names[origin] + ("" if whole else f"@{played}")
        if all(choice.to != scene.id for choice in graph.scene(origin).choices):
            data["linked"] = False
    data["beats"] = [
        _beat(graph, Cursor(graph.episode.id, scene.id, played), beat) for played, beat in enumerate(scene.beats)
    ]
    if scene.choices:
        data["choices"] = [_choice(graph, scene, choice, names) for choice in scene.choices]
    if scene.ending:
        data["ending"] = True
    return data


def _beat(graph: StoryGraph, before: Cursor, beat: Beat) -> str | dict[str, Any]:
    """A direction, which of its takes counts where there are more, and how much of it is kept where that is not all. A
    take's number is known by its seed; one that was acted from elsewhere keeps its place in the row."""
    checkpoint, most = graph.checkpoint_at(before), 2 * len(beat.takes) + 16
    seeds = [take_seed(graph.episode.seed, checkpoint, beat.direction, k) for k in range(most)]
    place = next(k for k, take in enumerate(beat.takes) if take.id == beat.canonical)
    canonical = seeds.index(beat.take.seed) if beat.take.seed in seeds else place
    takes = max(len(beat.takes), canonical + 1)
    more: dict[str, Any] = {} if takes == 1 else {"takes": takes, "canonical": canonical + 1}
    if "steps" in beat.take.directive:
        more["until"] = round(beat.take.duration_s, 4)
    return {"direction": beat.direction, **more} if more else beat.direction


def _choice(graph: StoryGraph, scene: Scene, choice: Choice, names: Mapping[str, str]) -> dict[str, Any]:
    after, target = scene.offers(choice), graph.scene(choice.to)
    begins = target.origin[1] if target.origin is not None and target.origin[0] == scene.id else len(scene.beats)
    return (
        {"label": choice.label, "to": names[choice.to]}
        | ({"default": True} if choice.default else {})
        | ({"seconds": choice.seconds} if choice.seconds is not None else {})
        | ({"after": after} if after != begins else {})
        | ({"if": choice.condition} if choice.condition else {})
        | ({"set": list(choice.effects)} if choice.effects else {})
    )


def _initial(value: Value) -> bool | int | float | str:
    """What a variable begins with, as YAML will have it: text that looks like another value stands in quotes."""
    if isinstance(value, str):
        plain = read_literal(value) == value and value == value.strip() and value != ""
        return value if plain else literal_text(value)
    return value if isinstance(value, bool) or not value.is_integer() else int(value)
