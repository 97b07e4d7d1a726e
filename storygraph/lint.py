"""What should be mended before a story is shown to an audience.

Looks at the shape of the story only: it does not know what is in a clip or a state, and it changes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from storygraph.story import Choice, Cursor, Scene

if TYPE_CHECKING:
    from storygraph.graph import StoryGraph

__all__ = ["Finding", "lint"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend: `code` for programs, `message` for the author, and where it is.

    `beat` counts the beats of the scene that have played, as in a cursor; None means the scene as a whole.
    """

    code: str
    message: str
    scene: str
    beat: int | None = None
    choice: str | None = None


def lint(graph: StoryGraph) -> tuple[Finding, ...]:
    """All findings, scene by scene in the order the scenes were made."""
    reachable = graph.reachable()
    return tuple(finding for scene in graph.scenes.values() for finding in _of_scene(graph, scene, reachable))


def _of_scene(graph: StoryGraph, scene: Scene, reachable: frozenset[str]) -> Iterator[Finding]:
    if scene.id not in reachable:
        yield Finding("unreachable", f"No choice leads to “{scene.title}”: add one, or delete the scene.", scene.id)
    if not scene.beats:
        yield Finding("empty-scene", f"Nothing happens in “{scene.title}”: direct a beat there.", scene.id)
    if not scene.ending and not graph.offered(graph.cursor_end(scene.id)):
        message = f"The story stops after “{scene.title}”: mark it as an ending, or add a choice."
        yield Finding("dead-end", message, scene.id, len(scene.beats))
    yield from _of_beats(graph, scene)
    for played in sorted({scene.offers(choice) for choice in scene.choices}):
        yield from _of_choices(scene, played, graph.offered(Cursor(graph.episode.id, scene.id, played)))


def _of_beats(graph: StoryGraph, scene: Scene) -> Iterator[Finding]:
    for played, beat in enumerate(scene.beats, start=1):
        if beat.take.clip is None:
            message = f"Beat {played} of “{scene.title}” has no clip: render it."
            yield Finding("missing-clip", message, scene.id, played)
    if graph.is_stale(graph.cursor_end(scene.id)):
        message = f"What comes before “{scene.title}” or inside it was acted anew: act what follows again."
        yield Finding("stale", message, scene.id)


def _of_choices(scene: Scene, played: int, choices: tuple[Choice, ...]) -> Iterator[Finding]:
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
    if len(defaults) > 1:
        message = f"“{scene.title}” has {len(defaults)} default choices at one point: keep one."
        yield Finding("many-defaults", message, scene.id, played)
    # In the middle of a scene the story simply goes on when the time is up; at its end somebody has to decide.
    at_end = played == len(scene.beats)
    if at_end and not defaults and any(choice.seconds is not None for choice in choices):
        message = f"Time can run out at the end of “{scene.title}”: mark one choice as the default."
        yield Finding("no-default", message, scene.id, played)
