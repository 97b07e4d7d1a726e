"""Between story values and table rows, both ways.

Knows the tables and the story, but nothing of connections, transactions or versions.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from functools import lru_cache
from typing import Any

from sqlalchemy import JSON, ColumnElement, Text, cast

from db.models import Row
from storygraph.story import Beat, Branch, Caption, Choice, Episode, Removal, Scene, Take, Variable

__all__ = [
    "beat_row",
    "branch_of",
    "branch_row",
    "choice_rows",
    "episode_of",
    "episode_row",
    "removal_of",
    "removal_row",
    "scene_row",
    "scenes_of",
    "take_rows",
    "unread",
]

Values = dict[str, Any]


def unread(table: type[Row]) -> list[ColumnElement[Any]]:
    """The columns of a table, JSON as the text that it is: to be read when somebody asks for it."""
    columns = table.__table__.columns
    return [cast(column, Text).label(column.name) if isinstance(column.type, JSON) else column for column in columns]


def episode_row(episode: Episode) -> Values:
    """The columns of an episode, out of the trash."""
    variables = [asdict(variable) for variable in episode.variables]
    return {**asdict(episode), "variables": variables, "trashed": None}


def episode_of(row: Any) -> Episode:
    """The episode of a row."""
    columns = {name: getattr(row, name) for name in Episode.__slots__}
    variables = tuple(Variable(**variable) for variable in row.variables)
    return Episode(**{**columns, "variables": variables})


def scene_row(episode_id: str, scene: Scene, stands: tuple[int, str | None] | None) -> Values:
    """The columns of a scene, without its beats and choices. `stands` is its place and the removal it is part of, if it
    is; None leaves those two columns out."""
    origin_scene, origin_beat = scene.origin or (None, None)
    values = {
        "episode_id": episode_id,
        "id": scene.id,
        "title": scene.title,
        "start": scene.start,
        "origin_scene": origin_scene,
        "origin_beat": origin_beat,
        "ending": scene.ending,
    }
    return values if stands is None else {**values, "made": stands[0], "trashed": stands[1]}


def beat_row(episode_id: str, scene_id: str, position: int, beat: Beat) -> Values:
    """The columns of a beat, without its takes."""
    return {
        "episode_id": episode_id,
        "scene_id": scene_id,
        "position": position,
        "id": beat.id,
        "direction": beat.direction,
        "canonical": beat.canonical,
    }


def take_rows(episode_id: str, scene_id: str, position: int, beat: Beat) -> list[Values]:
    """The columns of a beat's takes."""
    place = {"episode_id": episode_id, "scene_id": scene_id, "beat": position}
    return [
        {
            **place,
            "position": number,
            "id": take.id,
            "seed": take.seed,
            "start": take.start,
            "checkpoint": take.checkpoint,
            "clip": take.clip,
            "receipt": list(take.receipt),
            "captions": [asdict(caption) for caption in take.captions],
            "directive": take.directive,
            "duration_s": take.duration_s,
            "created": take.created,
            "direction": take.direction,
        }
        for number, take in enumerate(beat.takes)
    ]


def choice_rows(episode_id: str, scene: Scene) -> list[Values]:
    """The columns of a scene's choices."""
    return [
        {
            "episode_id": episode_id,
            "scene_id": scene.id,
            "position": position,
            "id": choice.id,
            "label": choice.label,
            "to_scene": choice.to,
            "after": choice.after,
            "is_default": choice.default,
            "seconds": choice.seconds,
            "condition": choice.condition,
            "effects": list(choice.effects),
            "kept": list(choice.kept),
        }
        for position, choice in enumerate(scene.choices)
    ]


def branch_row(episode_id: str, position: int, branch: Branch) -> Values:
    """The columns of a branch's name."""
    return {"episode_id": episode_id, "position": position, "name": branch.name, "scene_id": branch.scene}


def branch_of(row: Any) -> Branch:
    """The branch of a row."""
    return Branch(row.name, row.scene_id)


def removal_row(episode_id: str, position: int, removal: Removal) -> Values:
    """The columns of a removal, without its scenes."""
    return {
        "episode_id": episode_id,
        "position": position,
        "id": removal.id,
        "title": removal.title,
        "removed": removal.removed,
        "choices": [[scene, place, asdict(choice)] for scene, place, choice in removal.choices],
        "branches": [asdict(branch) for branch in removal.branches],
    }


def removal_of(row: Any, scenes: Sequence[Scene]) -> Removal:
    """The removal of a row, with its scenes."""
    choices = tuple(
        (scene, place, Choice(**{**choice, "effects": tuple(choice["effects"]), "kept": tuple(choice.get("kept", ()))}))
        for scene, place, choice in row.choices
    )
    branches = tuple(Branch(**branch) for branch in row.branches)
    return Removal(row.id, row.title, row.removed, tuple(scenes), choices, branches)


def scenes_of(
    scenes: Sequence[Any], beats: Iterable[Any], takes: Iterable[Any], choices: Iterable[Any]
) -> dict[str, Scene]:
    """The scenes of all rows of one episode, each table's in order, JSON of takes and choices as text (`unread`)."""
    beats_of, takes_of, choices_of = _by_scene(beats), _by_scene(takes), _by_scene(choices)
    return {row.id: _scene(row, beats_of[row.id], takes_of[row.id], choices_of[row.id]) for row in scenes}


def _by_scene(rows: Iterable[Any]) -> defaultdict[str, list[Any]]:
    found: defaultdict[str, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.scene_id].append(row)
    return found


def _scene(row: Any, beats: list[Any], takes: list[Any], choices: list[Any]) -> Scene:
    """A scene whose beats are made when somebody asks for them."""
    return Scene.late(
        (_beats, beats, takes),
        _trail=_trail(beats, takes),
        id=row.id,
        title=row.title,
        start=row.start,
        origin=None if row.origin_scene is None else (row.origin_scene, row.origin_beat),
        choices=tuple(map(_choice, choices)),
        ending=row.ending,
    )


def _trail(beats: list[Any], takes: list[Any]) -> tuple[tuple[str | None, str], ...]:
    if len(takes) > len(beats):  # of some beats there are several takes, of which one counts
        counts = {row.position: row.canonical for row in beats}
        takes = [row for row in takes if row.id == counts[row.beat]]
    return tuple([(row.start, row.checkpoint) for row in takes])


def _beats(beats: list[Any], takes: list[Any]) -> Values:
    takes_of: defaultdict[int, list[Take]] = defaultdict(list)
    for row in takes:
        takes_of[row.beat].append(_take(row))
    made = (Beat(row.id, row.direction, tuple(takes_of[row.position]), row.canonical) for row in beats)
    return {"beats": tuple(made)}


def _take(row: Any) -> Take:
    """A take whose JSON is read when somebody asks for it; until then its columns are text."""
    return Take.late(
        (_told, row.receipt, row.captions, row.directive),
        id=row.id,
        seed=row.seed,
        checkpoint=row.checkpoint,
        clip=row.clip,
        duration_s=row.duration_s,
        created=row.created,
        start=row.start,
        direction=row.direction,
    )


def _told(receipt: str, captions: str, directive: str) -> Values:
    return {
        "receipt": tuple(json.loads(receipt)),
        "captions": tuple(Caption(**caption) for caption in json.loads(captions)),
        "directive": json.loads(directive),
    }


def _choice(row: Any) -> Choice:
    return Choice(
        id=row.id,
        label=row.label,
        to=row.to_scene,
        after=row.after,
        default=row.is_default,
        seconds=row.seconds,
        condition=row.condition,
        effects=_words(row.effects),
        kept=_words(row.kept),
    )


@lru_cache(1024)
def _words(listed: str) -> tuple[str, ...]:
    """A JSON list of texts, of which most are empty and many are alike."""
    return tuple(json.loads(listed))
