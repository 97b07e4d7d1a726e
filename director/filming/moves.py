"""How a camera moves through a beat: pans, tilts, dollies, follows, or looks through somebody's eyes.

`opening` is where a move begins whose composed frame is known, `move` carries it through the beat; both are functions
of their arguments alone. Composes nothing (see `director.filming.camera`). Metres, radians.
"""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from director.filming.clearance import solids
from director.filming.framing import Figure, figure, framing, upright
from model.camera import ASPECTS, Camera
from model.moment import Moment
from model.renderer.kit import set_for
from model.stage import Stage

Vec = npt.NDArray[np.float64]

_POV_FOV = 58.0
_LEANS = (0.35, 0.22, 0.1)  # m that a point of view moves ahead
_POLITE = 0.9  # m that it stays away from others
_SWEEP = {"Pan": math.radians(34.0), "Tilt": math.radians(17.0), "POV": math.radians(55.0)}
_GLANCE = 0.62  # rad that eyes go up or down
_LEVEL = -0.06  # the pitch of eyes that look ahead
_TURNS = {"POV Turn Left": (1.0, 0.0), "POV Turn Right": (-1.0, 0.0), "POV Look Up": (0.0, 1.0),
          "POV Look Down": (0.0, -1.0)}  # fmt: skip
_JUMP_M, _JUMP = 0.25, math.radians(4.0)  # a cut is seen when the camera is so far from where it was, or turned so far
_ZOOM, _CLOSER = 2.0, 0.7  # or its lens is so many degrees longer; and as a share of the last one, to see larger
PUSH = (1.22, 0.74)  # distance at the start and the end of a push-in, of the composed one
PULL = (0.78, 1.35)
NEAREST = 0.55  # m between the lens and what it looks at
_BEHIND = 2.1  # m that a room goes on before the wall towards +z, on which torches and pictures hang
_MARGIN = 0.2  # m between the lens and anything else


def move(camera_start: Camera, stage: Stage, moment: Moment, *, t: float, duration: float,
         legs: frozenset[int] = frozenset()) -> Camera:
    """The camera `t` seconds into a beat of `duration` seconds that began with `camera_start`. `legs` are the rows of
    those who act with their legs in it (`framing.legs_act`)."""
    share = _eased(t / duration) if duration > 0 else 1.0
    kind = camera_start.camera_type
    row = _subject_row(camera_start, stage)
    if kind.startswith("POV"):
        if row is None or moment.present[row] < 0.5:
            return camera_start
        return through_eyes(camera_start, stage, moment, row, share)
    if kind.startswith(("Pan", "Tilt")):
        return _swept(camera_start, share)
    if kind in ("Push-in", "Pull-out"):
        start, end = PUSH if kind == "Push-in" else PULL
        dollied = _at_distance(camera_start, 1.0 + share * (end / start - 1.0))
        return _reframed(_kept_clear(_kept_in(dollied, stage), stage, moment, row), stage, moment, row, legs)
    if kind == "Tracking" and row is not None:
        return _kept_clear(_tracked(camera_start, stage, moment, row, legs), stage, moment, row)
    return _reframed(camera_start, stage, moment, row, legs)


def _subject_row(camera: Camera, stage: Stage) -> int | None:
    """The row of whom the shot is about, also when they have left: it goes on looking where they went."""
    return next((row for row, entity in enumerate(stage.entities) if entity.id == camera.subject), None)


def _eased(share: float) -> float:
    """Starts and stops gently."""
    s = min(1.0, max(0.0, share))
    return s * s * s * (s * (6.0 * s - 15.0) + 10.0)


def opening(settled: Camera, stage: Stage) -> Camera:
    """Where a move that ends on, or passes, the composed frame begins."""
    kind = settled.camera_type
    if kind.startswith(("Pan", "Tilt")):
        whole = _SWEEP[kind.split()[0]]
        # With a subject the sweep ends on it; without one the composed frame is half way.
        return _turned(settled, kind, -whole if settled.subject is not None else -whole / 2)
    if kind in ("Push-in", "Pull-out"):
        return _kept_in(_at_distance(settled, (PUSH if kind == "Push-in" else PULL)[0]), stage)
    return settled


def _swept(camera: Camera, share: float) -> Camera:
    return _turned(camera, camera.camera_type, share * _SWEEP[camera.camera_type.split()[0]])


def _turned(camera: Camera, kind: str, angle: float) -> Camera:
    """Turned on its tripod the way `kind` says."""
    sign = {"Left": 1.0, "Right": -1.0, "Up": 1.0, "Down": -1.0}[kind.split()[1]]
    place, target = np.asarray(camera.position), np.asarray(camera.target)
    out = target - place
    length, flat = float(np.linalg.norm(out)), math.hypot(out[0], out[2])
    yaw, pitch = math.atan2(out[0], out[2]), math.atan2(out[1], flat)
    if kind.startswith("Pan"):
        yaw += sign * angle
    else:
        pitch = min(1.45, max(-1.45, pitch + sign * angle))
    return replace(camera, target=triple(place + length * _heading(yaw, pitch)))


def _heading(yaw: float, pitch: float) -> Vec:
    return np.array([math.cos(pitch) * math.sin(yaw), math.sin(pitch), math.cos(pitch) * math.cos(yaw)])


def _at_distance(camera: Camera, factor: float) -> Camera:
    place, target = np.asarray(camera.position), np.asarray(camera.target)
    back = place - target
    length = float(np.linalg.norm(back))
    return replace(camera, position=triple(target + back * max(factor, NEAREST / length)))


def _kept_in(camera: Camera, stage: Stage) -> Camera:
    return replace(camera, position=triple(clamped(np.asarray(camera.position), stage)))


def _kept_clear(camera: Camera, stage: Stage, moment: Moment, row: int | None) -> Camera:
    """Nearer to what it looks at, when what is there leaves it no room where it would be. A shot is composed so that
    this is hardly ever needed."""
    place, target = np.asarray(camera.position), np.asarray(camera.target)
    here = solids(stage, (moment,), () if row is None else (row,))
    for share in np.linspace(0.0, 0.8, 17):
        tried = place + share * (target - place)
        if not here.holding(tried[None], _MARGIN).any():
            return replace(camera, position=triple(tried))
    return camera


def _tracked(camera: Camera, stage: Stage, moment: Moment, row: int, legs: frozenset[int]) -> Camera:
    """Beside the subject all the way: the framing is found anew, direction and lens stay."""
    framed = framing(stage, upright(moment, row), camera.shot_size, row, legs)
    place, target = np.asarray(camera.position), np.asarray(camera.target)
    back = place - target
    length = float(np.linalg.norm(back))
    high = 2 * length * math.tan(math.radians(camera.fov_deg) / 2)
    _, up = axes(-back / length)
    middle = framed.middle
    aim = middle + up * (framed.eyes - middle[1] - (0.5 - framed.eye_line) * high)
    return _kept_in(replace(camera, position=triple(aim + back), target=triple(aim)), stage)


def _reframed(camera: Camera, stage: Stage, moment: Moment, row: int | None, legs: frozenset[int]) -> Camera:
    """As an operator does: a subject that walks out of the picture is followed by turning the head of the tripod,
    just as far as it takes to keep it within the frame."""
    if row is None:
        return camera
    place, target = np.asarray(camera.position), np.asarray(camera.target)
    framed = framing(stage, moment, camera.shot_size, row, legs)
    spot = framed.middle.copy()
    spot[1] = framed.eyes
    yaw, pitch = _angles(target - place)
    to_yaw, to_pitch = _angles(spot - place)
    half = math.radians(camera.fov_deg) / 2
    wide = math.atan(math.tan(half) * ASPECTS[camera.aspect])
    yaw += _beyond(math.remainder(to_yaw - yaw, math.tau), 0.5 * wide)
    pitch += _beyond(to_pitch - pitch, 0.55 * half)
    out = place + float(np.linalg.norm(target - place)) * _heading(yaw, min(1.4, max(-1.4, pitch)))
    return replace(camera, target=triple(out))


def _angles(out: Vec) -> tuple[float, float]:
    return math.atan2(out[0], out[2]), math.atan2(out[1], math.hypot(out[0], out[2]))


def _beyond(angle: float, allowed: float) -> float:
    return math.copysign(max(0.0, abs(angle) - allowed), angle)


def eyes_open(words: Camera, stage: Stage, moment: Moment, row: int, previous: Camera | None, *, cuts: bool) -> Camera:
    """What the subject sees when a shot through its eyes begins: who it looks at, or what is ahead. After a cut from
    the same sight eyes that turn come from the far side and end on it, and others see it larger: else nobody would see
    that there was a cut."""
    seen = figure(stage, moment, row)
    yaw = float(moment.heading[row]) if seen.looks is None else seen.looks
    first = _seen_by(seen, replace(words, fov_deg=_POV_FOV), stage, moment, row, (yaw, _LEVEL))
    if not cuts or previous is None or is_cut(previous, first):
        return first
    if words.camera_type not in _TURNS:
        return replace(first, fov_deg=_CLOSER * previous.fov_deg)
    aside, up = _TURNS[words.camera_type]
    return _seen_by(seen, first, stage, moment, row, (yaw - aside * _SWEEP["POV"], _LEVEL - up * _GLANCE))


def through_eyes(camera: Camera, stage: Stage, moment: Moment, row: int, share: float) -> Camera:
    """What the subject sees when a share of the shot is over that began with `camera`."""
    seen = figure(stage, moment, row)
    yaw, pitch = float(moment.heading[row]) if seen.looks is None else seen.looks, _LEVEL
    began, began_up = _angles(np.asarray(camera.target) - np.asarray(camera.position))
    aside, up = _TURNS.get(camera.camera_type, (0.0, 0.0))
    if aside:
        # From where the eyes began; who turns farther that way themselves takes them along.
        yaw = began + aside * share * max(_SWEEP["POV"], aside * math.remainder(yaw - began, math.tau))
    if up:
        pitch = began_up + up * share * _GLANCE
    return _seen_by(seen, camera, stage, moment, row, (yaw, pitch), share)


def _seen_by(seen: Figure, camera: Camera, stage: Stage, moment: Moment, row: int, way: tuple[float, float],
             share: float = 0.0) -> Camera:
    """Out of somebody's eyes, that way (yaw and pitch). The lens is just before the face, so that it does not see
    itself."""
    yaw, pitch = way
    base = moment.position[row].astype(np.float64)
    before = 0.5 * stage.entities[row].size[2] + 0.06
    if seen.head is not None:
        low, high = seen.head
        base, before = (low + high) / 2, 0.55 * float(max(high[[0, 2]] - low[[0, 2]]))
    place = np.array([base[0], seen.eyes, base[2]]) + before * _heading(yaw, 0.0)
    if camera.camera_type == "POV Forward" and float(np.linalg.norm(moment.velocity[row])) < 0.1:
        # Who stands still leans into what is ahead, so that the shot has a way to go, but not into a face.
        others = solids(stage, (moment,), (row,))
        leans = (lean * _heading(yaw, 0.0) for lean in _LEANS)
        free = next((lean for lean in leans if not others.holding((place + lean)[None], _POLITE).any()), np.zeros(3))
        place = place + share * free
    place = clamped(place, stage)
    return replace(camera, position=triple(place), target=triple(place + 3.0 * _heading(yaw, pitch)))


def is_cut(last: Camera, first: Camera) -> bool:
    """Whether a shot that begins with one camera is seen to begin elsewhere than the last one ended."""
    (yaw, pitch), (to_yaw, to_pitch) = (_angles(np.asarray(c.target) - np.asarray(c.position)) for c in (last, first))
    turned = math.hypot(math.remainder(to_yaw - yaw, math.tau), to_pitch - pitch)
    away = float(np.linalg.norm(np.asarray(first.position) - np.asarray(last.position)))
    return away > _JUMP_M or turned > _JUMP or abs(first.fov_deg - last.fov_deg) > _ZOOM


# Plain geometry.


def clamped(place: Vec, stage: Stage) -> Vec:
    """Inside the room, or not further from an open stage than its set reaches."""
    out = place.copy()
    room = set_for(stage).room
    if room is None:
        flat = math.hypot(out[0], out[2])
        limit = stage.half_extent + 7.0
        if flat > limit:
            out[[0, 2]] *= limit / flat
        out[1] = max(out[1], 0.3)
        return out
    half_width, height, half_depth = room
    out[0] = min(max(out[0], 0.35 - half_width), half_width - 0.35)
    out[1] = min(max(out[1], 0.3), height - 0.3)
    out[2] = min(max(out[2], 0.35 - half_depth), half_depth + _BEHIND)
    return out


def axes(forward: Vec) -> tuple[Vec, Vec]:
    """Right and up of a level camera that looks along the unit vector `forward`."""
    x, y, z = (float(v) for v in forward)
    flat = max(math.hypot(x, z), 1e-6)
    return np.array([-z, 0.0, x]) / flat, np.array([-x * y / flat, flat, -y * z / flat])


def triple(v: Vec) -> tuple[float, float, float]:
    x, y, z = (round(float(c), 5) for c in v)
    return x, y, z
