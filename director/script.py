"""Scripts: an episode as a small YAML file that people read, compare and play.

Reads a script, checks it, runs it on a director, and writes one back from a story. Knows nothing of how beats are
acted; the scriptlists of HappyOyster are read by `director.scriptlist`.

    title: The Dragon's Bargain
    world: {prompt: "A medieval village with a dragon.", seed: 7, aspect: "9:16", style: vinyl}
    scenes:
      - id: square
        beats: [The blacksmith walks to the bell tower.]
        choices:
          - {label: Ring the bell, to: bell}
          - {label: Run, to: run, default: true, seconds: 8}
      - id: bell
        from: square          # its end; square@1 starts after its first beat
        beats: [The blacksmith climbs the bell tower.]
        ending: true
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from director.director import AUTHOR, Director
from director.styles import checked_style
from model.camera import ASPECTS
from model.stage import STYLES
from storygraph.errors import StoryError
from storygraph.graph import StoryGraph
from storygraph.story import Cursor, Scene

Progress = Callable[[float, str], None]

LONGEST = 1_000_000  # characters of a script


@dataclass(frozen=True, slots=True)
class ScriptChoice:
    """A way out, offered after `after` of the scene's beats; None means at its end."""

    label: str
    to: str
    default: bool = False
    seconds: float | None = None
    after: int | None = None


@dataclass(frozen=True, slots=True)
class ScriptScene:
    """`origin` is (scene id, beats played, None for all of them); None for the first scene."""

    id: str
    title: str
    beats: tuple[str, ...]
    origin: tuple[str, int | None] | None = None
    choices: tuple[ScriptChoice, ...] = ()
    ending: bool = False


@dataclass(frozen=True, slots=True)
class Script:
    """A checked script: every scene it speaks of is there, and grows from one that comes before it."""

    title: str
    prompt: str
    scenes: tuple[ScriptScene, ...]
    seed: int | None = None
    aspect: str = "16:9"
    style: str | None = None  # as the prompt has it


# Reading


def read_script(text: str) -> Script:
    """The script of a YAML text. Raises StoryError that says where it is wrong and what belongs there."""
    if len(text) > LONGEST:
        raise StoryError(f"The script has {len(text):,} characters: split it, {LONGEST:,} are the most.")
    try:
        data = yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f" in line {mark.line + 1}" if mark else ""
        raise StoryError(f"The script is not YAML{place}: {getattr(error, 'problem', None) or error}.") from error
    return _script(data)


def _script(data: Any) -> Script:
    top = _Part(data, "the script", {"title", "world", "scenes"})
    world = _Part(top.get("world", dict, required=True), "“world”", {"prompt", "seed", "aspect", "style"})
    aspect = world.text("aspect", "16:9")
    if aspect not in ASPECTS:
        raise StoryError(f"“world” has the aspect {aspect!r}: choose one of {', '.join(ASPECTS)}, in quotes.")
    seed = world.get("seed", int)
    if seed is not None and not 0 <= seed < 2**31:
        raise StoryError(f"“world” has the seed {seed}: use a number from 0 to {2**31 - 1}.")
    scenes = _with_origins([_scene(item, k) for k, item in enumerate(top.get("scenes", list, required=True), 1)])
    style = checked_style(world.text("style")) if world.get("style", str) is not None else None
    return Script(top.text("title"), world.text("prompt"), scenes, seed, aspect, style)


def _scene(data: Any, number: int) -> ScriptScene:
    part = _Part(data, f"scene {number}", {"id", "title", "from", "beats", "choices", "ending"})
    name = part.text("id")
    part = _Part(data, f"scene “{name}”", part.allowed)
    beats = tuple(_beat(beat, f"beat {k} of scene “{name}”") for k, beat in enumerate(part.get("beats", list) or [], 1))
    choices = tuple(_choice(item, k, name, len(beats)) for k, item in enumerate(part.get("choices", list) or [], 1))
    origin = _origin(part.text("from"), name) if part.get("from", str) is not None else None
    title = part.text("title", name.replace("-", " ").replace("_", " ").capitalize())
    return ScriptScene(name, title, beats, origin, choices, bool(part.get("ending", bool)))


def _beat(data: Any, where: str) -> str:
    if isinstance(data, dict) and len(data) == 1:
        (first, rest), = data.items()
        if isinstance(first, str) and isinstance(rest, str):
            raise StoryError(f"The {where} has a colon in it: put it in quotes, \"{first}: {rest}\".")
    if not isinstance(data, str) or not data.strip():
        raise StoryError(f"The {where} is not a sentence: write what happens, in quotes if it holds a colon.")
    return data.strip()


def _origin(text: str, name: str) -> tuple[str, int | None]:
    scene, _, beat = text.partition("@")
    if not scene or (beat and not beat.isdecimal()):
        raise StoryError(f"Scene “{name}” comes from {text!r}: write a scene's id, or id@2 for after its second beat.")
    return scene, int(beat) if beat else None


def _choice(data: Any, number: int, scene: str, beats: int) -> ScriptChoice:
    where = f"choice {number} of scene “{scene}”"
    part = _Part(data, where, {"label", "to", "default", "seconds", "after"})
    seconds = part.get("seconds", (int, float))
    after = part.get("after", int)
    if after is not None and not 0 <= after <= beats:
        raise StoryError(f"The {where} is offered after beat {after} of {beats}: use 0 to {beats}.")
    return ScriptChoice(part.text("label"), part.text("to"), bool(part.get("default", bool)),
                        None if seconds is None else float(seconds), after)  # fmt: skip


class _Part:
    """A mapping in a script, read with words for what is wrong with it."""

    def __init__(self, data: Any, where: str, allowed: set[str]) -> None:
        if not isinstance(data, dict):
            raise StoryError(f"In the script, {where} must be a list of “key: value”: {', '.join(sorted(allowed))}.")
        unknown = [str(key) for key in data if key not in allowed]
        if unknown:
            raise StoryError(f"In the script, {where} has “{unknown[0]}”: use {', '.join(sorted(allowed))}.")
        self._data: Mapping[str, Any] = data
        self._where = where
        self.allowed = allowed

    def get(self, key: str, kind: type | tuple[type, ...], *, required: bool = False) -> Any:
        value = self._data.get(key)
        if value is None and not required:
            return None
        wrong = not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool)
        if value is None or wrong:
            kinds = kind if isinstance(kind, tuple) else (kind,)
            wanted = {"str": "text", "int": "a number", "float": "a number", "bool": "true or false", "list": "a list",
                      "dict": "a list of “key: value”"}[kinds[-1].__name__]  # fmt: skip
            raise StoryError(f"In the script, “{key}” of {self._where} must be {wanted}.")
        return value

    def text(self, key: str, default: str | None = None) -> str:
        """The words of `key`; numbers are words too (an id of 2)."""
        value = self._data.get(key)
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            value = str(value)
        if value is None and default is not None:
            return default
        if not isinstance(value, str) or not value.strip():
            raise StoryError(f"In the script, {self._where} needs “{key}”: write some text.")
        return value.strip()


def _with_origins(scenes: Sequence[ScriptScene]) -> tuple[ScriptScene, ...]:
    """The scenes with what the script leaves unsaid: a scene without `from` grows from the first that leads to it."""
    if not scenes:
        raise StoryError("The script has no scene: write at least one under “scenes”.")
    known = {scene.id: scene for scene in scenes}
    if len(known) < len(scenes):
        twice = next(s.id for k, s in enumerate(scenes) if s.id in {t.id for t in scenes[:k]})
        raise StoryError(f"Two scenes have the id “{twice}”: rename one.")
    leads: dict[str, tuple[str, int | None]] = {}
    for scene in scenes:
        for choice in scene.choices:
            if choice.to not in known:
                raise StoryError(f"A choice of scene “{scene.id}” leads to “{choice.to}”, which is no scene: write it.")
            leads.setdefault(choice.to, (scene.id, choice.after))
    whole = [_grown(scene, leads, known, is_first=k == 0) for k, scene in enumerate(scenes)]
    _refuse_circles({scene.id: scene for scene in whole})
    return tuple(whole)


def _grown(
    scene: ScriptScene, leads: Mapping[str, tuple[str, int | None]], known: Mapping[str, ScriptScene], *, is_first: bool
) -> ScriptScene:
    if is_first:
        if scene.origin is not None:
            raise StoryError(f"The first scene, “{scene.id}”, cannot come from another: take its “from” away.")
        return scene
    origin = scene.origin or leads.get(scene.id)
    if origin is None:
        raise StoryError(f"Nothing leads to scene “{scene.id}”: say “from: ” and a scene's id, or lead a choice to it.")
    if origin[0] not in known:
        raise StoryError(f"Scene “{scene.id}” comes from “{origin[0]}”, which is no scene: name one that is.")
    beats = len(known[origin[0]].beats)
    if origin[1] is not None and origin[1] > beats:
        raise StoryError(f"Scene “{scene.id}” comes from “{origin[0]}@{origin[1]}”, but that scene has {beats} beats.")
    return ScriptScene(scene.id, scene.title, scene.beats, origin, scene.choices, scene.ending)


def _refuse_circles(scenes: Mapping[str, ScriptScene]) -> None:
    for scene in scenes.values():
        seen, here = {scene.id}, scene.origin
        while here is not None:
            if here[0] in seen:
                raise StoryError(f"Scene “{scene.id}” comes from itself by way of “{here[0]}”: change one “from”.")
            seen.add(here[0])
            here = scenes[here[0]].origin


# Running


@dataclass(slots=True)
class _Run:
    """A script half acted: which scenes of the story stand for which of the script, and what is still to be joined."""

    director: Director
    script: Script
    owner: str
    progress: Progress
    ends: dict[str, Cursor] = field(default_factory=dict)  # script scene id -> end of the scene
    rejoins: list[tuple[Cursor, ScriptChoice]] = field(default_factory=list)
    acted: int = 0


def run_script(
    director: Director, script: Script, *, owner: str = AUTHOR, progress: Progress | None = None
) -> str:
    """Act a script out as a new episode and return its id. What was acted before a cancel or an error is kept."""
    start = director.begin(
        script.prompt, seed=script.seed, aspect=script.aspect, style=script.style, title=script.title, owner=owner
    )
    run = _Run(director, script, owner, progress or (lambda fraction, text: None))
    first = script.scenes[0]
    director.rename_scene(start, first.title, owner=owner)
    waiting = [(first, start)]
    while waiting:
        scene, cursor = waiting.pop(0)
        waiting += _act_scene(run, scene, cursor)
    for cursor, choice in run.rejoins:
        director.add_choice(
            cursor, choice.label, run.ends[choice.to].scene, default=choice.default, seconds=choice.seconds, owner=owner
        )
    for scene in script.scenes:
        if scene.ending:
            director.mark_ending(run.ends[scene.id], True, owner=owner)
    return start.episode


def _act_scene(run: _Run, scene: ScriptScene, cursor: Cursor) -> list[tuple[ScriptScene, Cursor]]:
    """Direct the scene's beats and begin the scenes that grow from it, in the order of its choices."""
    total = sum(len(s.beats) for s in run.script.scenes)
    for beat in scene.beats:
        run.progress(run.acted / total, f"{scene.title}: {beat}")
        try:
            cursor = run.director.direct(cursor, beat, owner=run.owner)
        except StoryError as error:
            raise StoryError(f"In scene “{scene.id}”, “{beat}”: {error}") from error
        run.acted += 1
    run.ends[scene.id] = cursor
    begun: dict[str, tuple[ScriptScene, Cursor]] = {}
    for place, choice, child in _ways(run.script, scene):
        at = Cursor(cursor.episode, cursor.scene, place)
        if child is not None and child.id not in begun:
            start = run.director.fork(at, label=choice.label, title=child.title, default=choice.default,
                                      seconds=choice.seconds, owner=run.owner)  # fmt: skip
            begun[child.id] = (child, start)
        else:
            run.rejoins.append((at, choice))
    return list(begun.values())


def _ways(script: Script, scene: ScriptScene) -> Iterator[tuple[int, ScriptChoice, ScriptScene | None]]:
    """(beats played, choice, the scene that begins with it or None when it grows from elsewhere). A scene that grows
    from here without a choice gets one by its own title."""
    grows = {s.id: s for s in script.scenes if s.origin is not None and s.origin[0] == scene.id}
    end = len(scene.beats)
    starts = {s.id: end if s.origin is None or s.origin[1] is None else s.origin[1] for s in grows.values()}
    for choice in scene.choices:
        offered = end if choice.after is None else choice.after
        yield starts.get(choice.to, offered), choice, grows.get(choice.to)
    led = {choice.to for choice in scene.choices}
    for child in grows.values():
        if child.id not in led:
            yield starts[child.id], ScriptChoice(child.title, child.id), child


# Writing


def write_script(graph: StoryGraph) -> str:
    """The story as a script: the same words, in the same shape. Takes and states are not in it."""
    names = _names(graph)
    episode = graph.episode
    style = episode.style if episode.style in STYLES else STYLES[0]  # as it is drawn
    world = {"prompt": episode.prompt, "seed": episode.seed, "aspect": episode.aspect, "style": style}
    scenes = [_written(graph, scene, names) for scene in graph.scenes.values()]
    data = {"title": episode.title, "world": world, "scenes": scenes}
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=100)


def scene_named(graph: StoryGraph, name: str) -> Scene:
    """The scene of that id, title, or id in the written script. Raises StoryError when none or several are."""
    names = _names(graph)
    for called in (lambda s: s.id, lambda s: names[s.id], lambda s: s.title):
        found = [scene for scene in graph.scenes.values() if called(scene).casefold() == name.casefold()]
        if len(found) == 1:
            return found[0]
    raise StoryError(f"No one scene is called “{name}”: use one of {', '.join(names.values())}.")


def _names(graph: StoryGraph) -> dict[str, str]:
    """A short id for each scene, from its title."""
    names: dict[str, str] = {}
    for scene in graph.scenes.values():
        words = "".join(c if c.isalnum() else " " for c in scene.title.lower()).split()
        name = "-".join(words[:4]) or "scene"
        taken = set(names.values())
        names[scene.id] = next(n for n in (name, *(f"{name}-{k}" for k in range(2, len(taken) + 3))) if n not in taken)
    return names


def _written(graph: StoryGraph, scene: Scene, names: Mapping[str, str]) -> dict[str, Any]:
    data: dict[str, Any] = {"id": names[scene.id], "title": scene.title}
    if scene.origin is not None:
        origin, played = scene.origin
        whole = played == len(graph.scene(origin).beats)
        data["from"] = names[origin] + ("" if whole else f"@{played}")
    data["beats"] = [beat.direction for beat in scene.beats]
    choices = []
    for choice in scene.choices:
        after = scene.offers(choice)
        choices.append(
            {"label": choice.label, "to": names[choice.to]}
            | ({"default": True} if choice.default else {})
            | ({"seconds": choice.seconds} if choice.seconds is not None else {})
            | ({"after": after} if after != len(scene.beats) else {})
        )
    if choices:
        data["choices"] = choices
    if scene.ending:
        data["ending"] = True
    return data
