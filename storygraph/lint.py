"""What should be mended before a story is shown to an audience.

Looks at the shape of the story here, and at what its variables do in `storygraph.lint_play`. It does not know what is
in a clip or a state, and it changes nothing. Takes time in proportion to the story: `python -m storygraph.bench`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import networkx as nx

from storygraph.findings import Finding
from storygraph.lint_play import lint_play
from storygraph.play import MOST_MOMENTS
from storygraph.story import Choice, Cursor, Scene

if TYPE_CHECKING:
    from storygraph.graph import StoryGraph

__all__ = ["Finding", "lint"]


def lint(graph: StoryGraph, *, most: int = MOST_MOMENTS) -> tuple[Finding, ...]:
    """All findings, scene by scene in the order the scenes were made; `most` moments of the story are played."""
    found: dict[str, list[Finding]] = {scene_id: [] for scene_id in graph.scenes}
    for scene in graph.scenes.values():
        found[scene.id] += _of_scene(graph, scene)
    for finding in (*_of_circles(graph), *lint_play(graph, most)):
        found[finding.scene].append(finding)
    return tuple(_with_way(graph, finding) for findings in found.values() for finding in findings)


def _with_way(graph: StoryGraph, finding: Finding) -> Finding:
    """The finding with a shortest way to it, if it does not know one."""
    if finding.way is not tuple:
        return finding
    return replace(finding, way=partial(graph.way_to, Cursor(graph.episode.id, finding.scene, finding.beat or 0)))


def _of_scene(graph: StoryGraph, scene: Scene) -> Iterator[Finding]:
    offered: dict[int, list[Choice]] = {}
    for choice in scene.choices:
        offered.setdefault(scene.offers(choice), []).append(choice)
    if scene.id not in graph.ways_in:
        yield Finding("unreachable", f"No choice leads to “{scene.title}”: add one, or delete the scene.", scene.id)
    if not scene.beats:
        yield Finding("empty-scene", f"Nothing happens in “{scene.title}”: direct a beat there.", scene.id)
    if not scene.ending and len(scene.beats) not in offered:
        message = f"The story stops after “{scene.title}”: mark it as an ending, or add a choice."
        yield Finding("dead-end", message, scene.id, len(scene.beats))
    yield from _of_beats(graph, scene)
    for played in sorted(offered):
        yield from _of_choices(scene, played, offered[played])


def _of_beats(graph: StoryGraph, scene: Scene) -> Iterator[Finding]:
    for played, beat in enumerate(scene.beats, start=1):
        if beat.take.clip is None:
            message = f"Beat {played} of “{scene.title}” has no clip: render it."
            yield Finding("missing-clip", message, scene.id, played)
    since = graph.stale_since(scene.id)
    if since is not None:
        message = f"What comes before “{scene.title}” or inside it was acted anew: act what follows again."
        yield Finding("stale", message, scene.id, since)


def _of_choices(scene: Scene, played: int, choices: list[Choice]) -> Iterator[Finding]:
    labels = Counter(choice.label.strip().casefold() for choice in choices)
    for choice in choices:
        label = choice.label.strip()
        if not label:
            message = f"A choice in “{scene.title}” has no words: give it a label."
            yield Finding("empty-label", message, scene.id, played, choice.id)
        elif labels[label.casefold()] > 1:
            message = f"Two choices in “{scene.title}” both say “{label}”: change one."
            yield Finding("duplicate-label", message, scene.id, played, choice.id)
    defaults = [choice for choice in choices if choice.default]
    if len(defaults) > 1 and any(not choice.condition.strip() for choice in defaults[:-1]):
        message = f"“{scene.title}” has {len(defaults)} default choices at one point: keep one."
        yield Finding("many-defaults", message, scene.id, played)
    # In the middle of a scene the story simply goes on when the time is up; at its end somebody has to decide.
    at_end = played == len(scene.beats)
    if at_end and not defaults and any(choice.seconds is not None for choice in choices):
        message = f"Time can run out at the end of “{scene.title}”: mark one choice as the default."
        yield Finding("no-default", message, scene.id, played)


def _of_circles(graph: StoryGraph) -> Iterator[Finding]:
    """A story runs forward, so there are circles only in one that was damaged."""
    if len(graph.order) == len(graph.scenes):
        return
    for circle in nx.strongly_connected_components(graph.network):
        scenes = [graph.scenes[scene_id] for scene_id in sorted(circle)]
        back = [(scene, choice) for scene in scenes for choice in scene.choices if choice.to in circle]
        if not back:
            continue
        (scene, choice), title = back[0], back[0][0].title
        if _has_exit(graph, circle):
            message = f"The story can run in a circle through “{title}”: take the choice “{choice.label}” away."
            yield Finding("loop", message, scene.id, scene.offers(choice), choice.id)
        else:
            message = f"The story runs in a circle through “{title}” for ever: lead a choice out of it."
            yield Finding("endless-loop", message, scene.id, scene.offers(choice), choice.id)


def _has_exit(graph: StoryGraph, circle: set[str]) -> bool:
    return any(
        not graph.offered(graph.cursor_end(scene_id)) or any(c.to not in circle for c in graph.scenes[scene_id].choices)
        for scene_id in circle
    )
