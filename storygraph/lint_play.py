"""What should be mended in the logic of a story: conditions that never hold, audiences that are stuck, idle variables.

The story is played out (`storygraph.play`); where it is too large for that, ranges tell what cannot happen
(`storygraph.ranges`). What is said never to happen never does. Does not know the shape of a good story
(`storygraph.lint`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from storygraph.errors import StoryError
from storygraph.expressions import literal_text, read_condition, read_effect, reads
from storygraph.findings import Finding
from storygraph.play import MOST_MOMENTS, Exploration, Play, Way, explore
from storygraph.ranges import all_shut, outlook
from storygraph.story import Choice, Scene

if TYPE_CHECKING:
    from storygraph.graph import StoryGraph

__all__ = ["lint_play"]


def lint_play(graph: StoryGraph, most: int = MOST_MOMENTS) -> Iterator[Finding]:
    """All findings. What a story does is looked at only when every condition and effect in it can be read; `most`
    moments of it are played."""
    unfit = list(_unfit(graph))
    yield from unfit
    if unfit:
        return
    play = Play(graph)
    if any(choice.condition.strip() for scene in graph.scenes.values() for choice in scene.choices):
        # Where there are more scenes than moments to be played, a beginning must do to show what goes wrong.
        played = explore(play, most if len(graph.ways_in) <= most else most // 10)
        seen = list(_seen(play, played))
        yield from seen
        if played.whole:
            yield from _never(play, played)
        else:
            yield from _by_ranges(play, {finding.scene for finding in seen if finding.code == "stuck"})
    yield from _of_variables(play)


def _unfit(graph: StoryGraph) -> Iterator[Finding]:
    known: dict[tuple[str, tuple[str, ...]], str] = {("", ()): ""}  # what is wrong with what choices say
    for scene in graph.scenes.values():
        for choice in scene.choices:
            said = choice.condition, choice.effects
            if said not in known:
                known[said] = _wrong(graph, choice)
            if known[said]:
                unknown = sorted(_names(choice) - graph.kinds.keys())
                code, variable = ("undeclared-variable", unknown[0]) if unknown else ("bad-condition", None)
                message = f"“{choice.label}” in “{scene.title}”: {known[said]}"
                yield Finding(code, message, scene.id, scene.offers(choice), choice.id, variable)


def _wrong(graph: StoryGraph, choice: Choice) -> str:
    try:
        graph.refuse_unfit(choice)
    except StoryError as error:
        return str(error)
    return ""


def _names(choice: Choice) -> set[str]:
    """The variables that a choice uses, as far as it can be read."""
    names: set[str] = set()
    try:
        names |= reads(read_condition(choice.condition))
        for effect in map(read_effect, choice.effects):
            names |= {effect.name} | reads(effect.value)
    except StoryError:
        pass
    return names


# Played out


def _seen(play: Play, played: Exploration) -> Iterator[Finding]:
    """What goes wrong in plays, each with a way there; the first of a kind in each scene."""
    told: set[tuple[str, str]] = set()
    for number, (moment, steps) in enumerate(zip(played.moments, played.onward, strict=False)):
        scene = play.graph.scenes[moment.scene]
        offered = play.ways(scene.id).get(moment.beat, [])
        if moment.beat < len(scene.beats) or len(steps) == len(offered):
            continue
        opened = [option for option, _ in steps if option is not None]
        if not opened:
            code = "stuck"
        elif any(choice.seconds is not None for choice in opened) and not any(choice.default for choice in opened):
            if not any(way.choice.default for way in offered):
                continue  # which is told of its shape
            code = "default-closed"
        else:
            continue
        if (code, scene.id) not in told:
            told.add((code, scene.id))
            message = f"At the end of “{scene.title}” {_WRONG[code]}."
            yield Finding(code, message, scene.id, moment.beat, way=partial(played.path, number, play.graph))


_WRONG = {
    "stuck": "all choices can be closed at once, and nobody gets on from there: leave one without a condition",
    "default-closed": "time can run while the default is closed: make a choice that is always open the default",
}


def _never(play: Play, played: Exploration) -> Iterator[Finding]:
    """What plays that leave nothing out have not come to."""
    scenes = {moment.scene for moment in played.moments}
    rows = zip(played.moments, played.onward, strict=True)
    taken = {(moment.scene, option.id) for moment, steps in rows for option, _ in steps if option is not None}
    for scene_id in play.graph.ways_in:
        scene = play.graph.scenes[scene_id]
        if scene_id not in scenes:
            yield _never_reached(scene)
            continue
        for way in play.all_ways(scene_id):
            if (scene_id, way.choice.id) not in taken:
                yield _never_open(scene, way.choice)


def _by_ranges(play: Play, stuck: set[str]) -> Iterator[Finding]:
    """What cannot be, and what perhaps can, in a story that is too large to be played out; `stuck` are scenes in which
    plays have been."""
    found = outlook(play)
    for scene_id in play.graph.ways_in:
        scene = play.graph.scenes[scene_id]
        here = found.begins.get(scene_id)
        if here is None:
            yield _never_reached(scene)
            continue
        for way in play.all_ways(scene_id):
            if (scene_id, way.choice.id) in found.never:
                yield _never_open(scene, way.choice)
        offered = play.ways(scene_id).get(len(scene.beats), [])
        if offered and scene_id not in stuck and all_shut(offered, here):
            message = (f"Perhaps all choices at the end of “{scene.title}” can be closed at once (the story is too "
                       "large to be played out): leave one without a condition.")  # fmt: skip
            yield Finding("perhaps-stuck", message, scene_id, len(scene.beats))


def _never_reached(scene: Scene) -> Finding:
    message = f"No play ever comes to “{scene.title}”, as conditions on the way there never hold: change one of them."
    return Finding("never-reached", message, scene.id)


def _never_open(scene: Scene, choice: Choice) -> Finding:
    message = (f"“{choice.label}” in “{scene.title}” can never be chosen, as {choice.condition.strip()} never holds "
               "there: change the condition, or what choices before it do.")  # fmt: skip
    return Finding("never-open", message, scene.id, scene.offers(choice), choice.id)


# Variables


def _of_variables(play: Play) -> Iterator[Finding]:
    read: dict[str, tuple[Scene, Choice]] = {}
    changed: dict[str, tuple[Scene, Choice]] = {}
    for scene, way in _telling(play):
        place = scene, way.choice
        for name in reads(way.condition) if way.condition else ():
            read.setdefault(name, place)
        for effect in way.effects:
            changed.setdefault(effect.name, place)
            for name in reads(effect.value) - {effect.name}:
                read.setdefault(name, place)
    for name, initial in zip(play.names, play.initial, strict=True):
        kind = play.graph.kinds[name]
        if name not in read and name not in changed:
            message = f"The variable “{name}” is never used: take it away, or ask for it in a condition."
            yield Finding("unused-variable", message, play.graph.root.id, variable=name)
        elif name not in read:
            message = f"No condition asks for the variable “{name}”, though choices change it: ask, or take it away."
            yield _at("never-read", message, *changed[name], name)
        elif name not in changed:
            example = {bool: f"{name} = true", float: f"{name} += 1", str: f"{name} = 'Anna'"}[kind]
            message = (f"The variable “{name}” is always {literal_text(initial)}, as no choice changes it: give one an "
                       f"effect, such as {example}.")  # fmt: skip
            yield _at("never-set", message, *read[name], name)


def _telling(play: Play) -> Iterator[tuple[Scene, Way]]:
    """The first choices that say what they say of variables."""
    told: set[tuple[str, tuple[str, ...]]] = {("", ())}
    for scene in play.graph.scenes.values():
        for way in play.all_ways(scene.id):
            said = way.choice.condition, way.choice.effects
            if said not in told:
                told.add(said)
                yield scene, way


def _at(code: str, message: str, scene: Scene, choice: Choice, variable: str) -> Finding:
    return Finding(code, message, scene.id, scene.offers(choice), choice.id, variable)
