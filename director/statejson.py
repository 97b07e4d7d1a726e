"""The state of a world as plain JSON values, the form in which facts are checked and tools look in.

Names instead of ids wherever a person reads, degrees instead of radians, boxes as fractions of the frame. Knows nothing
of how the state came about, and draws nothing: the boxes are handed in.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from model.moment import Moment
from model.stage import Stage
from model.state import WorldState

Box = tuple[float, float, float, float]  # x0, y0, x1, y1 as fractions of the frame
Boxes = Mapping[str, tuple[Box | None, Box | None]]  # entity id -> (whole, face)

IN_THE_AIR = 0.05  # metres above the ground from which something unsupported no longer counts as standing on it


@dataclass(frozen=True, slots=True)
class Spoken:
    """A line that was said: the speaker's name, the words, the mood, and when, in seconds of world time."""

    speaker: str
    text: str
    mood: str
    start_s: float
    end_s: float


Shown = Mapping[str, Sequence[str]]  # entity id -> gestures


def state_json(
    state: WorldState, boxes: Boxes, spoken: Sequence[Spoken] = (), shown: Shown | None = None
) -> dict[str, Any]:
    """The whole state; `boxes` as the renderer gives them for the state's camera, `spoken` the lines of the beat that
    just ended, `shown` the gestures made in it."""
    stage, moment, camera = state.stage, state.moment, state.camera
    return {
        "time_s": _round(moment.time_s),
        "setting": stage.setting,
        "time_of_day": moment.time_of_day(),
        "hour": _round(moment.hour % 24.0),
        "weather": moment.weather_name(),
        "camera": {
            "shot_size": camera.shot_size,
            "camera_type": camera.camera_type,
            "subject": _subject(stage, camera.subject),
            "position": [_round(v) for v in camera.position],
            "target": [_round(v) for v in camera.target],
            "fov_deg": _round(camera.fov_deg),
            "aspect": camera.aspect,
        },
        "entities": [
            _entity(stage, moment, row, boxes, spoken, (shown or {}).get(entity.id, ()))
            for row, entity in enumerate(stage.entities)
        ],
        "spoken": [{**asdict(s), "start_s": _round(s.start_s), "end_s": _round(s.end_s)} for s in spoken],
    }


def _subject(stage: Stage, entity_id: str | None) -> str | None:
    return next((e.name for e in stage.entities if e.id == entity_id), None)


def _entity(
    stage: Stage, moment: Moment, row: int, boxes: Boxes, spoken: Sequence[Spoken], shown: Sequence[str]
) -> dict[str, Any]:
    entity = stage.entities[row]
    present = bool(moment.present[row] > 0.5)
    whole, face = boxes.get(entity.id, (None, None)) if present else (None, None)
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind,
        "archetype": entity.archetype,
        "position": [_round(v) for v in moment.position[row]],
        "size": [_round(v) for v in entity.size],
        "heading_deg": _round(math.degrees(float(moment.heading[row])) % 360.0),
        "velocity": [_round(v) for v in moment.velocity[row]],
        "pose": moment.pose_name(row),
        "emotion": moment.emotion_name(row),
        "shown": list(shown),
        "speaking": _line_now(entity.name, moment, row, spoken),
        "holds": [e.name for i, e in enumerate(stage.entities) if moment.held_by[i] == row],
        "held_by": _name(stage, int(moment.held_by[row])),
        "supported_by": _support(stage, moment, row),
        "inside": _name(stage, int(moment.inside[row])),
        "open": bool(moment.opened[row] > 0.5) if "opens" in entity.traits else None,
        "lit": bool(moment.lit[row] > 0.5) if "lights" in entity.traits or moment.lit[row] > 0.5 else None,
        "down": moment.down(row),
        "present": present,
        "colors": dict(sorted(entity.colors.items())),
        "look": dict(sorted(entity.look.items())),
        "screen_box": _box(whole),
        "face_box": _box(face),
    }


def _support(stage: Stage, moment: Moment, row: int) -> str | None:
    """What carries it: a name, `ground`, or None for what is held or in the air."""
    if moment.held_by[row] >= 0:
        return None
    if moment.supported_by[row] >= 0:
        return _name(stage, int(moment.supported_by[row]))
    return None if moment.position[row, 1] > IN_THE_AIR else "ground"


def _line_now(name: str, moment: Moment, row: int, spoken: Sequence[Spoken]) -> str | None:
    """The line this entity is in the middle of."""
    if moment.speaking[row] <= 0.5:
        return None
    return next((s.text for s in spoken if s.speaker == name and s.start_s <= moment.time_s <= s.end_s), None)


def _name(stage: Stage, row: int) -> str | None:
    return stage.entities[row].name if row >= 0 else None


def _box(box: Box | None) -> list[float] | None:
    return None if box is None else [_round(v) for v in box]


def _round(value: float) -> float:
    """Tenths of a millimetre: more digits would only be noise to read."""
    return round(float(value), 4)
