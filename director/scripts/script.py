"""Scripts: an episode as a small YAML file that people read, compare and play. Here they are read and checked.

Knows nothing of how a script is acted (`playing`) or written (`transcript`); the scriptlists of
HappyOyster are read by `scriptlist`.

    title: The Dragon's Bargain
    world: {prompt: "A medieval village with a dragon.", seed: 7, aspect: "9:16", style: vinyl}
    variables: {trust: 0, met_smith: false, hero: nobody}
    scenes:
      - id: square
        beats:
          - The blacksmith walks to the bell tower.
          - {direction: He looks up., takes: 3, canonical: 2}     # without canonical, the best of them counts
        choices:
          - {label: Ring the bell, to: bell}
          - {label: Run, to: run, default: true, seconds: 8}
          - {label: Ask for help, to: help, if: trust >= 2 and not met_smith, set: [trust -= 1, met_smith = true]}
      - id: bell
        from: square          # its end; square@1 starts after its first beat
        beats: [The blacksmith climbs the bell tower.]
        ending: true
      - id: dream
        from: square@1
        linked: false         # no choice leads here from where it begins; else there is one, by its title
        beats:
          - {direction: He looks up., until: 1.5}      # only its first 1.5 seconds, then something else
          - Night falls.

`world` may have a `picture`, the name of a JPEG, PNG or WebP file beside the script. Every value is text until it is
known what it should be, so that `label: No` and `aspect: 9:16` are what they look like.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Any, NoReturn

import yaml

from director.casting import LONGEST_PROMPT
from director.casting.picture import MAX_BYTES
from director.choosing import checked_logic, checked_seconds
from director.filming.slate import checked_direction
from director.styles import checked_style
from director.suggestions.density import NORMAL, Density, checked_density
from director.texts import brief, checked, one_line
from model.camera import ASPECTS
from storygraph.errors import StoryError
from storygraph.expressions import LONGEST as LONGEST_LOGIC
from storygraph.expressions import checked_condition, checked_effect, checked_name, checked_value, kind_of, read_literal
from storygraph.story import Variable
from storygraph.variables import MOST_VARIABLES

_DENSITY = asdict(NORMAL)  # what “world” may say besides, and what holds where it does not
LONGEST = 1_000_000  # characters of a script
MOST_TAKES = 999


@dataclass(frozen=True, slots=True)
class ScriptBeat:
    """A direction and how often it is acted. `canonical` is the number of the take that counts, from 1; None lets the
    one count that did most of what was asked. Of each only the first `until` seconds are kept, or all."""

    direction: str
    takes: int = 1
    canonical: int | None = None
    until: float | None = None


@dataclass(frozen=True, slots=True)
class ScriptChoice:
    """A way out, offered after `after` of the scene's beats; None means at its end."""

    label: str
    to: str
    default: bool = False
    seconds: float | None = None
    after: int | None = None
    condition: str = ""
    effects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ScriptScene:
    """`origin` is (scene id, beats played, None for all of them); None for the first scene."""

    id: str
    title: str
    beats: tuple[ScriptBeat, ...]
    origin: tuple[str, int | None] | None = None
    choices: tuple[ScriptChoice, ...] = ()
    ending: bool = False
    linked: bool = True

    def offers(self, choice: ScriptChoice) -> int:
        """How many beats have played when a choice of this scene is offered."""
        return len(self.beats) if choice.after is None else choice.after


@dataclass(frozen=True, slots=True)
class Script:
    """A checked script: every scene grows from one before it, and every choice leads on. `picture` is the bytes of the
    one that the world is made from, `notes` are what the author should know that playing it will not show."""

    title: str
    prompt: str
    scenes: tuple[ScriptScene, ...]
    seed: int | None = None
    aspect: str = "16:9"
    style: str | None = None  # as the prompt has it
    picture: bytes | None = None
    notes: tuple[str, ...] = ()
    density: Density = NORMAL
    variables: tuple[Variable, ...] = ()


def read_script(text: str, folder: Path | None = None) -> Script:
    """The script of a YAML text; `folder` is where its picture lies, if it has one. Raises StoryError that says where
    it is wrong and what belongs there."""
    if len(text) > LONGEST:
        raise StoryError(f"The script has {len(text):,} characters: split it, {LONGEST:,} are the most.")
    try:
        data = yaml.load(text, _TextLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f" in line {mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read"
        raise StoryError(f"The script is not YAML{place}: {brief(problem, 100)}.") from error
    except RecursionError as error:
        raise StoryError("The script is nested too deeply: scenes hold lists of beats and choices, no more.") from error
    return _script(data, folder)


class _TextLoader(yaml.BaseLoader):
    """Reads every value as text, and refuses a key that stands twice: one of the two would be lost."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode):
                if key.value in seen:
                    problem = f"“{brief(key.value)}” is there twice"
                    raise yaml.constructor.ConstructorError(problem=problem, problem_mark=key.start_mark)
                seen.add(key.value)
        mapping: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        return mapping


def _script(data: Any, folder: Path | None) -> Script:
    top = _Part(data, "the script", {"title", "world", "variables", "scenes"})
    world = _Part(top.given("world"), "“world”", {"prompt", "picture", "seed", "aspect", "style", *_DENSITY})
    aspect = world.text("aspect", "16:9")
    if aspect not in ASPECTS:
        raise StoryError(f"“world” has the aspect “{brief(aspect)}”: choose one of {', '.join(ASPECTS)}.")
    style = checked_style(world.text("style")) if world.has("style") else None
    scenes = [_scene(item, k) for k, item in enumerate(top.items("scenes"), 1)]
    variables = _variables(top.mapping("variables"))
    _check_logic(scenes, {variable.name: kind_of(variable.initial) for variable in variables})
    return Script(
        one_line(top.text("title"), "The title of the script"),
        checked(world.text("prompt"), "The prompt of the script", LONGEST_PROMPT),
        _whole(scenes), world.number("seed", 0, 2**31 - 1), aspect, style,
        _picture(world.text("picture"), folder) if world.has("picture") else None,
        density=checked_density(*(world.text(key, str(usual)) for key, usual in _DENSITY.items())), variables=variables,
    )  # fmt: skip


def _variables(data: Mapping[str, Any]) -> tuple[Variable, ...]:
    """The variables, each with what it begins with: true or false, a number, or else text, in quotes or without."""
    if len(data) > MOST_VARIABLES:
        raise StoryError(f"The script has {len(data)} variables: {MOST_VARIABLES} are the most.")
    found: dict[str, Variable] = {}
    for name, value in data.items():
        where = f"the variable “{brief(name)}”"
        if not isinstance(name, str) or not isinstance(value, str):
            raise StoryError(f"In the script, {where} must begin with true, false, a number or text.")
        initial = checked_value(read_literal(checked(value, f"In the script, {where}", 2 * LONGEST_LOGIC)))
        variable = Variable(checked_name(checked(name, "The name of a variable", LONGEST_LOGIC)), initial)
        if variable.name in found:
            raise StoryError(f"In the script, the variable “{variable.name}” is there twice: rename one.")
        found[variable.name] = variable
    return tuple(found.values())


def _check_logic(scenes: Sequence[ScriptScene], kinds: Mapping[str, type]) -> None:
    """Raises StoryError when a condition or an effect cannot be read, or does not fit the variables."""
    for scene in scenes:
        for number, choice in enumerate(scene.choices, 1):
            try:
                checked_condition(choice.condition, kinds)
                for effect in choice.effects:
                    checked_effect(effect, kinds)
            except StoryError as error:
                raise StoryError(f"In the script, choice {number} of scene “{scene.id}”: {error}") from error


def _picture(name: str, folder: Path | None) -> bytes:
    if folder is None or name in (".", "..") or Path(name).name != name or "\\" in name or "\0" in name:
        raise StoryError(f"The picture “{brief(name)}” must be the name of a file beside the script.")
    try:
        with (folder / name).open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise StoryError(f"The picture “{brief(name)}” cannot be read: put it beside the script.") from error


def _scene(data: Any, number: int) -> ScriptScene:
    part = _Part(data, f"scene {number}", {"id", "title", "from", "linked", "beats", "choices", "ending"})
    name = one_line(part.text("id"), f"The id of scene {number}")
    part.where = f"scene “{name}”"
    beats = tuple(_beat(beat, f"beat {k} of scene “{name}”") for k, beat in enumerate(part.items("beats"), 1))
    choices = tuple(_choice(item, k, name, len(beats)) for k, item in enumerate(part.items("choices"), 1))
    origin = _origin(part.text("from"), name) if part.has("from") else None
    title = one_line(part.text("title", name.replace("-", " ").replace("_", " ").capitalize()), "The title of a scene")
    return ScriptScene(name, title, beats, origin, choices, part.truth("ending", False), part.truth("linked", True))


def _beat(data: Any, where: str) -> ScriptBeat:
    if isinstance(data, dict) and "direction" not in data and len(data) == 1:
        (first, rest), = data.items()
        if isinstance(rest, str):
            raise StoryError(f"The {where} has a colon in it: put it in quotes, \"{brief(first)}: {brief(rest)}\".")
    if isinstance(data, str):
        return ScriptBeat(_direction(data, where))
    if not isinstance(data, dict):
        raise StoryError(f"The {where} is not a sentence: write what happens, in quotes if it holds a colon.")
    part = _Part(data, where, {"direction", "takes", "canonical", "until"})
    takes, canonical = part.number("takes", 1, MOST_TAKES), part.number("canonical", 1, MOST_TAKES)
    takes = takes or canonical or 1
    if canonical is not None and canonical > takes:
        raise StoryError(f"The {where} has {takes} takes: “canonical” is the number of one of them, not {canonical}.")
    return ScriptBeat(_direction(part.text("direction"), where), takes, canonical, part.amount("until"))


def _direction(text: str, where: str) -> str:
    direction = checked_direction(text, f"The {where}")
    if not direction:
        raise StoryError(f"The {where} is empty: write what happens, or leave it out.")
    return direction


def _origin(text: str, name: str) -> tuple[str, int | None]:
    scene, at, beat = text.rpartition("@")
    if not at:
        return text, None
    if not scene or not beat.isdecimal() or len(beat) > 9:
        raise StoryError(
            f"Scene “{name}” comes from “{brief(text)}”: write a scene's id, or id@2 for after its second beat."
        )
    return scene.strip(), int(beat)


def _choice(data: Any, number: int, scene: str, beats: int) -> ScriptChoice:
    where = f"choice {number} of scene “{scene}”"
    part = _Part(data, where, {"label", "to", "default", "seconds", "after", "if", "set"})
    after = part.number("after")
    if after is not None and not 0 <= after <= beats:
        raise StoryError(f"The {where} is offered after beat {after} of {beats}: use 0 to {beats}.")
    return ScriptChoice(one_line(part.text("label"), f"The label of {where}"), part.text("to"),
                        part.truth("default", False), part.seconds("seconds"), after,
                        *checked_logic(part.text("if", ""), part.texts("set")))  # fmt: skip


class _Part:
    """A mapping in a script, read with words for what is wrong with it."""

    def __init__(self, data: Any, where: str, allowed: set[str]) -> None:
        if not isinstance(data, dict):
            raise StoryError(f"In the script, {where} must be a list of “key: value”: {', '.join(sorted(allowed))}.")
        unknown = next((key for key in data if key not in allowed), None)
        if unknown is not None:
            raise StoryError(f"In the script, {where} has “{brief(unknown)}”: use {', '.join(sorted(allowed))}.")
        self._data: Mapping[str, Any] = data
        self.where = where

    def has(self, key: str) -> bool:
        """Whether anything is said of `key`."""
        return bool(self._data.get(key, "") != "")

    def given(self, key: str) -> Any:
        if not self.has(key):
            raise StoryError(f"In the script, {self.where} needs “{key}”.")
        return self._data[key]

    def text(self, key: str, default: str | None = None) -> str:
        """The words of `key`."""
        value = self._data.get(key, "")
        if value == "" and default is not None:
            return default
        if not isinstance(value, str) or not value.strip():
            raise StoryError(f"In the script, {self.where} needs “{key}”: write some text.")
        return value.strip()

    def texts(self, key: str) -> list[str]:
        """The words of `key`, one text or several."""
        value = self._data.get(key, "")
        texts = value if isinstance(value, list) else [value]
        if not all(isinstance(text, str) for text in texts):
            self._wrong(key, "some text, or a list of it")
        return [text for text in texts if text]

    def mapping(self, key: str) -> Mapping[str, Any]:
        """What stands under `key`, by name; empty when nothing is said of it."""
        value = self._data.get(key, "")
        if value == "":
            return {}
        if not isinstance(value, dict):
            self._wrong(key, "a list of “name: value”")
        return dict(value)

    def items(self, key: str) -> Sequence[Any]:
        """The list of `key`, empty when nothing is said of it."""
        value = self._data.get(key, "")
        if value == "":
            return ()
        if not isinstance(value, list):
            self._wrong(key, "a list")
        return list(value)

    def truth(self, key: str, default: bool) -> bool:
        value = self._data.get(key, "")
        if value == "":
            return default
        if not isinstance(value, str) or value.lower() not in ("true", "yes", "false", "no"):
            self._wrong(key, "true or false")
        return value.lower() in ("true", "yes")

    def number(self, key: str, least: int = 0, most: int = 10**9) -> int | None:
        """The whole number of `key`; None when nothing is said of it."""
        if not self.has(key):
            return None
        value = self._data[key]
        if not isinstance(value, str) or not value.removeprefix("-").isdecimal():
            self._wrong(key, "a number")
        if len(value) > 18 or not least <= int(value) <= most:
            self._wrong(key, f"a number from {least} to {most}")
        return int(value)

    def seconds(self, key: str) -> float | None:
        """The seconds of `key` an audience has; None when nothing is said of it."""
        return checked_seconds(self.amount(key))

    def amount(self, key: str) -> float | None:
        """The number of `key`, whole or not; None when nothing is said of it."""
        if not self.has(key):
            return None
        try:
            amount = float(self._data[key])
        except (TypeError, ValueError):
            amount = math.nan
        if math.isnan(amount):
            self._wrong(key, "a number")
        return amount

    def _wrong(self, key: str, wanted: str) -> NoReturn:
        raise StoryError(f"In the script, “{key}” of {self.where} must be {wanted}.")


# The whole


def _whole(scenes: Sequence[ScriptScene]) -> tuple[ScriptScene, ...]:
    """The scenes in an order in which they can be acted, with what the script leaves unsaid: a scene without `from`
    grows from the first that leads to it, and a scene that grows from another is led to by a choice."""
    if not scenes:
        raise StoryError("The script has no scene: write at least one under “scenes”.")
    known: dict[str, ScriptScene] = {}
    leads: dict[str, tuple[str, int | None]] = {}
    for scene in scenes:
        if scene.id in known:
            raise StoryError(f"Two scenes have the id “{brief(scene.id)}”: rename one.")
        known[scene.id] = scene
        for choice in scene.choices:
            leads.setdefault(choice.to, (scene.id, choice.after))
    grown = [_grown(scene, leads, known, is_first=k == 0) for k, scene in enumerate(scenes)]
    whole = _in_order(_with_choices(grown))
    _check_ways(whole)
    return whole


def _grown(
    scene: ScriptScene, leads: Mapping[str, tuple[str, int | None]], known: Mapping[str, ScriptScene], *, is_first: bool
) -> ScriptScene:
    """The scene with where it grows from."""
    if is_first:
        if scene.origin is not None:
            raise StoryError(f"The first scene, “{scene.id}”, cannot come from another: take its “from” away.")
        return scene
    origin = scene.origin or leads.get(scene.id)
    if origin is None:
        raise StoryError(f"Nothing leads to scene “{scene.id}”: say “from: ” and a scene's id, or lead a choice to it.")
    if origin[0] not in known:
        raise StoryError(f"Scene “{scene.id}” comes from “{brief(origin[0])}”, which is no scene: name one that is.")
    beats = len(known[origin[0]].beats)
    if origin[1] is not None and origin[1] > beats:
        raise StoryError(f"Scene “{scene.id}” comes from “{origin[0]}@{origin[1]}”, but that scene has {beats} beats.")
    return replace(scene, origin=origin)


def _with_choices(scenes: Sequence[ScriptScene]) -> list[ScriptScene]:
    """The scenes with a choice to each that grows from them. One to such a scene is offered where it begins, unless it
    says else."""
    children: dict[str, list[ScriptScene]] = {}
    for scene in scenes:
        if scene.origin is not None:
            children.setdefault(scene.origin[0], []).append(scene)
    found = []
    for scene in scenes:
        begins = {child.id: child.origin[1] for child in children.get(scene.id, ()) if child.origin is not None}
        choices = [replace(c, after=begins.get(c.to)) if c.after is None else c for c in scene.choices]
        led = {choice.to for choice in choices}
        choices += [ScriptChoice(child.title, child.id, after=begins[child.id])
                    for child in children.get(scene.id, ()) if child.linked and child.id not in led]  # fmt: skip
        found.append(replace(scene, choices=tuple(choices)))
    return found


def _in_order(scenes: Iterable[ScriptScene]) -> tuple[ScriptScene, ...]:
    """The scenes as they stand, but each after the one it grows from."""
    by_id = {scene.id: scene for scene in scenes}
    placed: dict[str, ScriptScene] = {}
    for scene in by_id.values():
        chain: dict[str, ScriptScene] = {}
        here: ScriptScene | None = scene
        while here is not None and here.id not in placed:
            if here.id in chain:
                raise StoryError(f"Scene “{here.id}” comes from itself by way of others: change one “from”.")
            chain[here.id] = here
            here = None if here.origin is None else by_id[here.origin[0]]
        placed |= {one.id: one for one in reversed(chain.values())}
    return tuple(placed.values())


def _check_ways(scenes: Sequence[ScriptScene]) -> None:
    """Raises StoryError when a choice leads nowhere, in a circle, or out of the end of an ending."""
    known = {scene.id for scene in scenes}
    for scene in scenes:
        for choice in scene.choices:
            if choice.to not in known:
                raise StoryError(
                    f"A choice of scene “{scene.id}” leads to “{brief(choice.to)}”, which is no scene: write it."
                )
            if scene.ending and scene.offers(choice) == len(scene.beats):
                raise StoryError(f"Scene “{scene.id}” is an ending, but “{brief(choice.label)}” leads on from its end: "
                                 "take one of the two away.")  # fmt: skip
    try:
        TopologicalSorter({scene.id: [choice.to for choice in scene.choices] for scene in scenes}).prepare()
    except CycleError as error:
        circle = " to ".join(f"“{brief(name, 20)}”" for name in reversed(error.args[1][:5]))
        raise StoryError(f"Choices lead in a circle, from {circle}: a story runs forward, so lead one on.") from error
