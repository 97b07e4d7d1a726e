"""Where the camera stands and how it moves: film grammar in numbers.

`compose` finds the framing at a beat's start, `move` carries the camera through the beat; both are functions of their
arguments alone. Knows nothing of words (the caller has read them) nor of pixels. Metres, radians inside; a frame's
fractions run from the top left.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from model.camera import ASPECTS, CAMERA_TYPES, SHOT_SIZES, Camera
from model.moment import POSES, Moment
from model.renderer.kit import set_for
from model.renderer.troupe import outline, players
from model.stage import Entity, Stage

Vec = npt.NDArray[np.float64]
Solid = tuple[Vec, Vec]  # the low and the high corner of a box that a camera neither enters nor looks through

_FOV = {"Wide": 40.0, "Medium": 32.0, "Close-up": 27.0}  # vertical, of a picture as wide as it is high or wider
_POV_FOV = 58.0
_SWEEP = {"Pan": math.radians(34.0), "Tilt": math.radians(17.0), "POV": math.radians(55.0)}
_PUSH = (1.22, 0.74)  # distance at the start and the end of a push-in, of the composed one
_PULL = (0.78, 1.35)
_NEAREST = 0.55  # metres between the lens and anything


@dataclass(frozen=True, slots=True)
class _Framing:
    """What is to be framed: a box, the height of the eyes, where it looks (None: nowhere in particular), how much of
    the frame's height and width the box fills, and how far down the frame the eyes are."""

    low: Vec
    high: Vec
    eyes: float
    heading: float | None
    fill: tuple[float, float]
    eye_line: float
    company: tuple[Solid, ...] = ()  # the boxes of several bodies that are framed together

    @property
    def middle(self) -> Vec:
        return (self.low + self.high) / 2


def compose(stage: Stage, moment: Moment, *, shot_size: str, camera_type: str, subject: str | None, aspect: str,
            seed: int, previous: Camera | None) -> Camera:
    """The camera at the start of a beat. `subject` is an entity id; None frames who matters. With a `previous` camera
    the new one stays on its side of the line between the players. Raises ValueError for a word that is not in
    `model.camera`, or a subject that is not on stage."""
    for word, known in ((shot_size, SHOT_SIZES), (camera_type, CAMERA_TYPES), (aspect, tuple(ASPECTS))):
        if word not in known:
            raise ValueError(f"{word!r} is none of {', '.join(known)}")
    row = None if subject is None else stage.index(subject)
    if row is not None and moment.present[row] < 0.5:
        row, subject = None, None
    if row is None and (shot_size == "Close-up" or camera_type.startswith("POV")):
        row = _leading(stage, moment)
        subject = None if row is None else stage.entities[row].id
    words = Camera(aspect=aspect, shot_size=shot_size, camera_type=camera_type, subject=subject)
    if camera_type.startswith("POV") and row is not None:
        return _through_eyes(words, stage, moment, row, 0.0, 0.0)
    fov = _fov(shot_size, aspect)
    framing = _framing(stage, moment, shot_size, row)
    solids = _solids(stage, moment, row)
    way = _direction(stage, moment, framing, fov, aspect, solids, row, seed, previous)
    settled = _settled(words, stage, framing, fov, way, solids, looks=camera_type != "Tracking")
    return _opening(settled, stage)


def move(camera_start: Camera, stage: Stage, moment: Moment, *, t: float, duration: float) -> Camera:
    """The camera `t` seconds into a beat of `duration` seconds that began with `camera_start`."""
    share = _eased(t / duration) if duration > 0 else 1.0
    kind = camera_start.camera_type
    row = _present_row(camera_start, stage, moment)
    if kind.startswith("POV"):
        if row is None:
            return camera_start
        return _through_eyes(camera_start, stage, moment, row, share, t)
    if kind.startswith(("Pan", "Tilt")):
        return _swept(camera_start, share)
    if kind in ("Push-in", "Pull-out"):
        start, end = _PUSH if kind == "Push-in" else _PULL
        dollied = _at_distance(camera_start, 1.0 + share * (end / start - 1.0))
        return _reframed(_kept_in(dollied, stage), stage, moment, row)
    if kind == "Tracking" and row is not None:
        return _tracked(camera_start, stage, moment, row)
    return _reframed(camera_start, stage, moment, row)


# What is framed.


def _leading(stage: Stage, moment: Moment) -> int | None:
    """Who a shot is about when nobody is named: who speaks, else the first person, creature or thing present."""
    present = [i for i in range(len(stage.entities)) if moment.present[i] >= 0.5]
    if not present:
        return None
    order = {"person": 0, "creature": 1, "prop": 2}
    return min(present, key=lambda i: (-round(float(moment.speaking[i]), 2), order[stage.entities[i].kind], i))


def _present_row(camera: Camera, stage: Stage, moment: Moment) -> int | None:
    if camera.subject is None or all(e.id != camera.subject for e in stage.entities):
        return None
    row = stage.index(camera.subject)
    return row if moment.present[row] >= 0.5 else None


def _steady(moment: Moment, row: int) -> Moment:
    """The moment with one entity's gait stilled, so that a camera on it does not bob with every step, and it out in the
    open: a camera looks where somebody is who has left or sits in a chest."""
    pose = moment.pose.copy()
    for gait in ("walk", "run", "dance", "jump"):
        pose[row, 0] += pose[row, POSES.index(gait)]
        pose[row, POSES.index(gait)] = 0.0
    phase, speaking, gesture = moment.phase.copy(), moment.speaking.copy(), moment.gesture.copy()
    phase[row], speaking[row], gesture[row] = 0.0, 0.0, np.eye(gesture.shape[1], dtype=np.float32)[0]
    present, inside = moment.present.copy(), moment.inside.copy()
    present[row], inside[row] = 1.0, -1
    return replace(moment, pose=pose, phase=phase, speaking=speaking, gesture=gesture, present=present, inside=inside,
                   time_s=0.0)  # fmt: skip


def _body_and_head(stage: Stage, moment: Moment, row: int) -> tuple[Solid, Solid | None, float]:
    """Boxes of an entity and of its head, and the height of its eyes."""
    player = players(stage, _steady(moment, row), [row])[0]
    body, head, face = outline(player)
    whole = (body.min(axis=0).astype(np.float64), body.max(axis=0).astype(np.float64))
    if head is None or face is None:
        return whole, None, float(0.35 * whole[0][1] + 0.65 * whole[1][1])
    skull = (head.min(axis=0).astype(np.float64), head.max(axis=0).astype(np.float64))
    return whole, skull, float(0.4 * face[:, 1].min() + 0.6 * face[:, 1].max())


def _framing(stage: Stage, moment: Moment, shot_size: str, row: int | None) -> _Framing:
    if row is None:
        return _company(stage, moment, shot_size)
    (low, high), head, eyes = _body_and_head(stage, moment, row)
    heading = None if stage.entities[row].kind == "prop" else float(moment.heading[row])
    if shot_size == "Close-up":
        if head is None:
            return _Framing(low, high, eyes, heading, (0.78, 0.86), 0.46)
        return _Framing(head[0], head[1], eyes, heading, (0.72, 0.82), 0.46)
    if shot_size == "Medium":
        if stage.entities[row].kind == "person" and head is not None:
            # From the waist up, and with the elbows.
            waist = np.array([low[0], max(low[1], high[1] - 1.75 * (high[1] - head[0][1])), low[2]])
            return _Framing(waist, high, eyes, heading, (0.80, 0.72), 0.36)
        return _Framing(low, high, eyes, heading, (0.66, 0.70), 0.44)
    ground = np.array([low[0], min(low[1], 0.0) if low[1] < 3.0 else low[1] - 2.0, low[2]])
    return _Framing(ground, high, eyes, heading, (0.52, 0.5), 0.42)


def _company(stage: Stage, moment: Moment, shot_size: str) -> _Framing:
    """Everybody who matters: the players, or the things where there is nobody."""
    present = [i for i, e in enumerate(stage.entities) if moment.present[i] >= 0.5]
    alive = [i for i in present if stage.entities[i].kind != "prop"] or present
    found = [_body_and_head(stage, moment, i) for i in alive]
    bodies, eyes = [body for body, _, _ in found], [height for _, _, height in found]
    if not bodies:
        bodies, eyes = [(np.array([-2.0, 0.0, -2.0]), np.array([2.0, 1.8, 2.0]))], [1.3]
    if shot_size == "Medium":
        # The upper bodies of those on the ground; what flies is for a wide shot.
        grounded = [k for k, body in enumerate(bodies) if body[0][1] < 1.2] or list(range(len(bodies)))
        bodies, eyes = [_upper(bodies[k]) for k in grounded], [eyes[k] for k in grounded]
    low, high = np.min([b[0] for b in bodies], axis=0), np.max([b[1] for b in bodies], axis=0)
    eye_level = float(np.mean(eyes))
    if shot_size == "Medium":
        return _Framing(low, high, eye_level, None, (0.78, 0.84), 0.38, tuple(bodies))
    low[1] = min(low[1], 0.0)
    if high[1] > 3.0:
        return _Framing(low, high, float(low[1] + 0.58 * (high[1] - low[1])), None, (0.84, 0.86), 0.40, tuple(bodies))
    return _Framing(low, high, eye_level, None, (0.5, 0.74), 0.47, tuple(bodies))


def _upper(body: Solid) -> Solid:
    low, high = body
    return np.array([low[0], low[1] + 0.42 * (high[1] - low[1]), low[2]]), high


# Where from.


def _fov(shot_size: str, aspect: str) -> float:
    """Vertical field of view in degrees: an upright picture gets a taller one, so that people keep their size."""
    return _FOV[shot_size] * (1.3 if ASPECTS[aspect] < 1.0 else 1.0)


def _solids(stage: Stage, moment: Moment, row: int | None) -> list[Solid]:
    """The set's solid scenery, and what stands on stage and is big enough to hide somebody."""
    found = [(np.array(low, np.float64), np.array(high, np.float64)) for low, high in set_for(stage).obstacles]
    for i, entity in enumerate(stage.entities):
        if i == row or moment.present[i] < 0.5 or int(moment.held_by[i]) >= 0:
            continue
        half = np.array([max(entity.size[0], entity.size[2]), 0.0, max(entity.size[0], entity.size[2])]) * 0.45
        base = moment.position[i].astype(np.float64)
        found.append((base - half, base + half + np.array([0.0, entity.size[1], 0.0])))
    return found


def _direction(stage: Stage, moment: Moment, framing: _Framing, fov: float, aspect: str, solids: Sequence[Solid],
               row: int | None, seed: int, previous: Camera | None) -> Vec:
    """Unit vector from what is framed towards the camera: the best of a ring of places."""
    rng = np.random.default_rng(seed)
    side = 1.0 if rng.random() < 0.5 else -1.0
    lift = _elevation(framing, stands=row is not None and moment.pose_name(row) != "fly")
    line = _line(stage, moment, row)
    best, best_score = np.array([0.0, 0.0, 1.0]), -1e9
    for step in range(48):
        azimuth = step * math.tau / 48
        way = np.array([math.cos(lift) * math.sin(azimuth), math.sin(lift), math.cos(lift) * math.cos(azimuth)])
        score = _grade(framing, way, azimuth, side, stage, fov, aspect, solids)
        score += _line_grade(line, framing, way, previous)
        if score > best_score:
            best, best_score = way, score
    return best


def _elevation(framing: _Framing, stands: bool) -> float:
    """How far above the eyes the camera is, as an angle: level with people, a little above small things, below what
    flies, which is looked up to, and a little below who stands high up, so that what he stands on is seen."""
    if framing.low[1] > 1.5:
        return -math.radians(6.0 if stands else min(32.0, 8.0 * framing.low[1]))
    tall = framing.high[1] - max(0.0, framing.low[1])
    if framing.high[1] > 3.0 and tall > 2.0:
        return -math.radians(4.0)
    return math.radians(16.0 if framing.high[1] < 0.7 else 7.0 if framing.fill[0] < 0.6 else 2.0)


def _grade(framing: _Framing, way: Vec, azimuth: float, side: float, stage: Stage, fov: float, aspect: str,
           solids: Sequence[Solid]) -> float:
    """How good a place is, whatever was before: a three-quarter view of the face, the set behind, nothing between."""
    score = 1.2 * float(way[2])  # sets are built to be seen from +z
    if framing.heading is not None:
        off = math.remainder(azimuth - framing.heading, math.tau)
        score -= 1.6 * abs(abs(off) - math.radians(32.0)) + (2.0 if abs(off) > math.radians(80.0) else 0.0)
        score += 0.15 * side * math.copysign(1.0, off)
    else:
        score -= 0.3 * abs(math.remainder(azimuth - side * 0.25, math.tau))
    distance = _distance(framing, way, fov, aspect)
    close = fov < 1.01 * _fov("Close-up", aspect)
    place = framing.middle + way * distance
    inside = _clamped(place, stage)
    score -= 1.5 * float(np.linalg.norm(inside - place)) / distance
    if inside[1] < 0.25:
        score -= 1.0
    for solid in solids:
        if _within(inside, solid, 0.35):
            score -= 4.0
        elif _crosses(inside, framing.middle, solid):
            score -= 2.2
        elif close:
            score -= 4.0 * _intrusion(inside, framing.middle, solid, fov, aspect)
    return score


def _line(stage: Stage, moment: Moment, row: int | None) -> tuple[Vec, Vec] | None:
    """The line of action: between the subject (or the first player) and the nearest other player."""
    alive = [i for i, e in enumerate(stage.entities) if e.kind != "prop" and moment.present[i] >= 0.5]
    first = row if row in alive else alive[0] if alive else None
    others = [i for i in alive if i != first]
    if first is None or not others:
        return None
    near = min(others, key=lambda i: float(np.linalg.norm(moment.position[i] - moment.position[first])))
    a, b = sorted((first, near))
    return moment.position[a].astype(np.float64), moment.position[b].astype(np.float64)


def _line_grade(line: tuple[Vec, Vec] | None, framing: _Framing, way: Vec, previous: Camera | None) -> float:
    """Against crossing the line of action, so that who looks left goes on looking left."""
    if line is None or previous is None:
        return 0.0

    def hand(point: Vec) -> float:
        along, out = line[1] - line[0], point - line[0]
        return float(along[2] * out[0] - along[0] * out[2])

    was, now = hand(np.asarray(previous.position)), hand(framing.middle + way * 4.0)
    return -1.8 if was * now < 0.0 else 0.0


def _distance(framing: _Framing, way: Vec, fov: float, aspect: str) -> float:
    """Metres from the middle of what is framed at which it fills its share of the frame."""
    right, up = _axes(-way)
    slope = math.tan(math.radians(fov) / 2)
    tall, across = framing.fill[0] * slope, framing.fill[1] * slope * ASPECTS[aspect]
    if framing.company:
        out = np.array([[box[i][0], box[j][1], box[k][2]] for box in framing.company
                        for i in (0, 1) for j in (0, 1) for k in (0, 1)]) - framing.middle
        return float((out @ way + np.maximum(np.abs(out @ up) / tall, np.abs(out @ right) / across)).max())
    # One body is round. An upright picture is filled from side to side: there is height to spare.
    half = (framing.high - framing.low) / 2
    wide, high, deep = (float(np.linalg.norm(axis * half)) for axis in (right, up, way))
    needed = max(high / tall, wide / (across * (1.2 if ASPECTS[aspect] < 1.0 else 1.0)))
    return max(needed + 0.5 * deep, _NEAREST + deep)


def _axes(forward: Vec) -> tuple[Vec, Vec]:
    """Right and up of a level camera that looks along `forward`."""
    right = np.cross(forward, np.array([0.0, 1.0, 0.0]))
    right /= max(float(np.linalg.norm(right)), 1e-6)
    return right, np.cross(right, forward)


def _settled(words: Camera, stage: Stage, framing: _Framing, fov: float, way: Vec, solids: Sequence[Solid],
             looks: bool) -> Camera:
    """The camera in that direction with the eyes on their line, and room before the face."""
    aspect = ASPECTS[words.aspect]
    distance = _distance(framing, way, fov, words.aspect)
    middle = framing.middle.copy()
    middle[1] = framing.eyes
    place = _clear_of(_clamped(framing.middle + way * distance, stage), framing.middle, solids)
    reach = float(np.linalg.norm(place - framing.middle))
    if reach < 0.98 * distance:  # a wall is nearer than the shot would like: a wider lens makes up for it
        fov = math.degrees(2 * math.atan(math.tan(math.radians(fov) / 2) * min(distance / reach, 1.9)))
    forward = (framing.middle - place) / reach
    right, up = _axes(forward)
    high = 2 * reach * math.tan(math.radians(fov) / 2)
    shift = np.zeros(3)
    if framing.heading is not None and looks:
        facing = math.sin(framing.heading) * right[0] + math.cos(framing.heading) * right[2]
        room = {"Wide": 0.12, "Medium": 0.10, "Close-up": 0.055}[words.shot_size] * min(1.0, aspect)
        shift = right * (room * facing * high * aspect)
    # The eyes come to their line by raising the camera and its aim together: verticals stay as they are. A company in
    # an upright picture is small, and would leave too much ground below it.
    line = framing.eye_line + (0.08 if framing.company and aspect < 1.0 else 0.0)
    shift = shift + up * (float((middle - framing.middle) @ up) - (0.5 - line) * high)
    position, target = place + shift, framing.middle + shift
    position[1] = max(position[1], 0.3)
    position = _clamped(position, stage)
    return replace(words, position=_tuple(position), target=_tuple(target), fov_deg=round(fov, 4))


def _clamped(place: Vec, stage: Stage) -> Vec:
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
    out[2] = min(max(out[2], 0.35 - half_depth), half_depth + 6.0)  # the wall towards +z is left out
    return out


def _clear_of(place: Vec, middle: Vec, solids: Sequence[Solid]) -> Vec:
    """Moved towards what is framed until no solid holds the camera or stands between."""
    for share in np.linspace(0.0, 0.8, 9):
        tried: Vec = place + (middle - place) * share
        if not any(_within(tried, s, 0.3) or _crosses(tried, middle, s) for s in solids):
            return tried
    return place


def _within(point: Vec, solid: Solid, margin: float) -> bool:
    return bool(np.all(point > solid[0] - margin) and np.all(point < solid[1] + margin))


def _crosses(start: Vec, end: Vec, solid: Solid) -> bool:
    """Whether the segment passes through the box before its last tenth, by slabs. A box that holds the end does not
    count: what is framed stands in it or beside it."""
    if _within(end, solid, 0.0):
        return False
    way = end - start
    safe = np.where(np.abs(way) < 1e-9, 1e-9, way)
    a, b = (solid[0] - start) / safe, (solid[1] - start) / safe
    enter, leave = float(np.minimum(a, b).max()), float(np.maximum(a, b).min())
    return max(enter, 0.0) < min(leave, 0.95)


def _intrusion(place: Vec, middle: Vec, solid: Solid, fov: float, aspect: str) -> float:
    """How much of a frame something takes from the side, of its half width: what is nearer than the subject takes
    more, what is far behind takes nothing."""
    out, forward = (solid[0] + solid[1]) / 2 - place, middle - place
    reach = float(np.linalg.norm(forward))
    ahead = float(out @ forward) / reach
    if not 0.0 < ahead < 1.6 * reach:
        return 0.0
    half = ahead * math.tan(math.radians(fov) / 2) * ASPECTS[aspect]
    width = float(np.linalg.norm((solid[1] - solid[0])[[0, 2]])) / 2
    aside = float(np.linalg.norm(out - forward * (ahead / reach)))
    seen = min(1.0, max(0.0, (half + width - aside) / (2 * width)))
    return seen * min(1.0, width / half) * (1.0 if ahead < reach else 0.4)


# How it moves.


def _eased(share: float) -> float:
    """Starts and stops gently."""
    s = min(1.0, max(0.0, share))
    return s * s * s * (s * (6.0 * s - 15.0) + 10.0)


def _opening(settled: Camera, stage: Stage) -> Camera:
    """Where a move that ends on, or passes, the composed frame begins."""
    kind = settled.camera_type
    if kind.startswith(("Pan", "Tilt")):
        whole = _SWEEP[kind.split()[0]]
        # With a subject the sweep ends on it; without one the composed frame is half way.
        return _turned(settled, kind, -whole if settled.subject is not None else -whole / 2)
    if kind in ("Push-in", "Pull-out"):
        return _kept_in(_at_distance(settled, (_PUSH if kind == "Push-in" else _PULL)[0]), stage)
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
    return replace(camera, target=_tuple(place + length * _heading(yaw, pitch)))


def _heading(yaw: float, pitch: float) -> Vec:
    return np.array([math.cos(pitch) * math.sin(yaw), math.sin(pitch), math.cos(pitch) * math.cos(yaw)])


def _at_distance(camera: Camera, factor: float) -> Camera:
    place, target = np.asarray(camera.position), np.asarray(camera.target)
    back = place - target
    length = float(np.linalg.norm(back))
    return replace(camera, position=_tuple(target + back * max(factor, _NEAREST / length)))


def _kept_in(camera: Camera, stage: Stage) -> Camera:
    return replace(camera, position=_tuple(_clamped(np.asarray(camera.position), stage)))


def _tracked(camera: Camera, stage: Stage, moment: Moment, row: int) -> Camera:
    """Beside the subject all the way: the framing is found anew, direction and lens stay."""
    framing = _framing(stage, moment, camera.shot_size, row)
    place, target = np.asarray(camera.position), np.asarray(camera.target)
    back = place - target
    length = float(np.linalg.norm(back))
    high = 2 * length * math.tan(math.radians(camera.fov_deg) / 2)
    _, up = _axes(-back / length)
    middle = framing.middle
    aim = middle + up * (framing.eyes - middle[1] - (0.5 - framing.eye_line) * high)
    return _kept_in(replace(camera, position=_tuple(aim + back), target=_tuple(aim)), stage)


def _reframed(camera: Camera, stage: Stage, moment: Moment, row: int | None) -> Camera:
    """As an operator does: a subject that walks out of the picture is followed by turning the head of the tripod,
    just as far as it takes to keep it within the frame."""
    if row is None:
        return camera
    place, target = np.asarray(camera.position), np.asarray(camera.target)
    framing = _framing(stage, moment, camera.shot_size, row)
    spot = framing.middle.copy()
    spot[1] = framing.eyes
    yaw, pitch = _angles(target - place)
    to_yaw, to_pitch = _angles(spot - place)
    half = math.radians(camera.fov_deg) / 2
    wide = math.atan(math.tan(half) * ASPECTS[camera.aspect])
    yaw += _beyond(math.remainder(to_yaw - yaw, math.tau), 0.5 * wide)
    pitch += _beyond(to_pitch - pitch, 0.55 * half)
    out = place + float(np.linalg.norm(target - place)) * _heading(yaw, min(1.4, max(-1.4, pitch)))
    return replace(camera, target=_tuple(out))


def _angles(out: Vec) -> tuple[float, float]:
    return math.atan2(out[0], out[2]), math.atan2(out[1], math.hypot(out[0], out[2]))


def _beyond(angle: float, allowed: float) -> float:
    return math.copysign(max(0.0, abs(angle) - allowed), angle)


def _through_eyes(camera: Camera, stage: Stage, moment: Moment, row: int, share: float, t: float) -> Camera:
    """What the subject sees. The lens is just before its face, so that it does not see itself."""
    entity: Entity = stage.entities[row]
    _, head, eyes = _body_and_head(stage, moment, row)
    heading = float(moment.heading[row])
    kind = camera.camera_type
    yaw, pitch = heading, -0.06
    if kind in ("POV Turn Left", "POV Turn Right"):
        yaw += share * _SWEEP["POV"] * (1.0 if kind.endswith("Left") else -1.0)
    if kind in ("POV Look Up", "POV Look Down"):
        pitch += share * 0.62 * (1.0 if kind.endswith("Up") else -1.0)
    base = moment.position[row].astype(np.float64)
    before = 0.5 * entity.size[2] + 0.06
    if head is not None:
        middle = (head[0] + head[1]) / 2
        base, before = np.array([middle[0], 0.0, middle[2]]), 0.55 * float(max(head[1][[0, 2]] - head[0][[0, 2]]))
    place = np.array([base[0], eyes, base[2]]) + before * _heading(yaw, 0.0)
    if kind == "POV Forward" and float(np.linalg.norm(moment.velocity[row])) < 0.1:
        # Who stands still leans into what is ahead, so that the shot has a way to go.
        place = place + 0.35 * share * _heading(yaw, 0.0)
    place = _clamped(place, stage)
    return replace(camera, position=_tuple(place), target=_tuple(place + 3.0 * _heading(yaw, pitch)), fov_deg=_POV_FOV)


def _tuple(v: Vec) -> tuple[float, float, float]:
    x, y, z = (round(float(c), 5) for c in v)
    return x, y, z
