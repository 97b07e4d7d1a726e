"""Playing a script: it is acted out as a new episode, scene by scene.

Knows what an author can do (`director.director`), nothing of how scripts are written or of how beats are acted.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from director.director import AUTHOR, Director
from director.progress import Progress
from director.scripts.script import Script, ScriptBeat, ScriptScene
from director.shooting import MOST_TAKES
from storygraph.errors import StoryError
from storygraph.story import Cursor


@dataclass(slots=True)
class _Play:
    """A script half acted: where each of its scenes ends."""

    director: Director
    script: Script
    owner: str
    progress: Progress
    ends: dict[str, Cursor] = field(default_factory=dict)
    acted: int = 0


def run_script(
    director: Director, script: Script, *, owner: str = AUTHOR, progress: Progress | None = None
) -> str:
    """Act a script out as a new episode and return its id. What was acted before a cancel or an error is kept, with the
    choices that lead to it. Raises StoryError for a beat that cannot be acted."""
    start = director.begin(script.prompt, picture=script.picture, seed=script.seed, aspect=script.aspect,
                           style=script.style, title=script.title, density=script.density, owner=owner)  # fmt: skip
    director.rename_scene(start, script.scenes[0].title, owner=owner)
    for variable in script.variables:
        director.set_variable(start.episode, variable.name, variable.initial, owner=owner)
    play = _Play(director, script, owner, progress or (lambda fraction, text: None))
    try:
        for scene in script.scenes:
            cursor = start if scene.origin is None else _begun(play, scene, scene.origin)
            _act(play, scene, cursor)
    finally:
        _join(play)
    return start.episode


def _begun(play: _Play, scene: ScriptScene, origin: tuple[str, int | None]) -> Cursor:
    """The start of a scene that grows from another."""
    end = play.ends[origin[0]]
    place = end if origin[1] is None else replace(end, beat=origin[1])
    return play.director.branch(place, scene.title, owner=play.owner)


def _act(play: _Play, scene: ScriptScene, cursor: Cursor) -> None:
    """Direct the beats of a scene from its start on."""
    total = sum(len(s.beats) for s in play.script.scenes)
    play.ends[scene.id] = cursor
    for beat in scene.beats:
        play.progress(play.acted / total, f"{scene.title}: {beat.direction}")
        try:
            cursor = _act_beat(play, beat, cursor)
        except StoryError as error:
            raise StoryError(f"In scene “{scene.id}”, “{beat.direction}”: {error}") from error
        play.ends[scene.id] = cursor
        play.acted += 1


def _act_beat(play: _Play, beat: ScriptBeat, cursor: Cursor) -> Cursor:
    director, owner = play.director, play.owner
    at_once = min(beat.takes, MOST_TAKES)
    cursor = director.direct(cursor, beat.direction, takes=at_once, until_s=beat.until, owner=owner)
    for _ in range(MOST_TAKES, beat.takes):
        director.retake(cursor, owner=owner)
    if beat.canonical is not None:
        takes = director.story(cursor.episode, owner).beats_before(cursor)[-1].takes
        director.choose_take(cursor, takes[beat.canonical - 1].id, owner=owner)
    return cursor


def _join(play: _Play) -> None:
    """Offer the choices, in the order they are written in, and mark the endings."""
    director, owner = play.director, play.owner
    for scene in play.script.scenes:
        end = play.ends.get(scene.id)
        for choice in scene.choices if end is not None else ():
            if end is not None and choice.to in play.ends and scene.offers(choice) <= end.beat:
                director.add_choice(replace(end, beat=scene.offers(choice)), choice.label, play.ends[choice.to].scene,
                                    default=choice.default, seconds=choice.seconds, condition=choice.condition,
                                    effects=choice.effects, owner=owner)  # fmt: skip
        if end is not None and scene.ending and end.beat == len(scene.beats):
            director.mark_ending(end, True, owner=owner)
