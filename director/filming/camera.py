"""Where the camera stands: film grammar in numbers.

`compose` finds the framing at a beat's start, in view of all that the beat brings; `moves` carries it through
the beat. A function of its arguments alone. Knows nothing of words (the caller has read them) nor of pixels. Metres,
radians inside; a frame's fractions run from the top left.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from director.filming.clearance import Solids, sampled, solids
from director.filming.framing import Framing, framing, lasting, legs_act, upright
from director.filming.moves import NEAREST, PULL, PUSH, axes, clamped, eyes_open, opening, triple
from model.camera import ASPECTS, CAMERA_TYPES, SHOT_SIZES, Camera
from model.moment import Moment
from model.stage import Stage

Vec = npt.NDArray[np.float64]

_FOV = {"Wide": 40.0, "Medium": 32.0, "Close-up": 27.0}  # vertical, of a picture as wide as it is high or wider
_ROOM_BEFORE = {"Wide": 0.12, "Medium": 0.10, "Close-up": 0.055}  # a face, of the frame's width
_AZIMUTHS = 48
_CLEAR = 0.3  # m between the lens and what is solid
_OTHER_WAYS = ((14.0, 1.0), (0.0, 0.75), (24.0, 0.9))  # degrees higher, share of the distance: when all else is blocked
_MEETS = 0.6  # share of the distance a shot is composed for that nobody it is about comes nearer than
_SAME_WAY = math.cos(math.radians(30.0))  # between two shots of the same that are cut together
_SPEAKS = 3.0  # how much more the face of one who speaks counts than another of a company
_LEVEL = 0.9  # of a company's eyes, and the camera is no lower: else bushes and chairs would hide who stands far off
_FEET = 0.8  # how far down an upright picture a company stands
_HEAD_ROOM = 0.06  # of the frame's height over hair and hats, for which eyes may be so much lower than they should be:
_LOWER = 0.1  # all of a wizard's hat is for a wide shot


@dataclass(frozen=True, slots=True)
class _Beat:
    """A beat that is to be filmed: what is framed at the moment the shot is composed for, where whom it is about then
    stands (`base`; None for a company) and is turned to, and what stands in the way at a few moments of the beat."""

    words: Camera
    stage: Stage
    framing: Framing
    moments: Sequence[Moment]
    solids: Solids
    base: Vec | None
    heading: float
    fov: float
    line: tuple[Vec, Vec] | None
    previous: Camera | None
    side: float
    apart: Vec | None = None  # the way to a camera that this one must not look from again

    @property
    def follows(self) -> bool:
        return self.words.camera_type == "Tracking" and self.base is not None

    def shifts(self) -> Vec:
        """(K, 3) how far whom it is about has gone at each moment."""
        if self.base is None:
            return np.zeros((len(self.moments), 3))
        return np.array([m.position[self.framing.rows[0]] for m in self.moments], np.float64) - self.base

    def turns(self) -> Vec:
        """(K,) how far whom it is about has turned at each moment."""
        if self.base is None:
            return np.zeros(len(self.moments))
        return np.array([m.heading[self.framing.rows[0]] for m in self.moments], np.float64) - self.heading

    def places(self, camera: Camera) -> Vec:
        """(K, 3) where the lens is at each moment."""
        place, target = np.asarray(camera.position), np.asarray(camera.target)
        if self.follows:
            return place + self.shifts()
        if camera.camera_type in ("Push-in", "Pull-out"):
            start, end = PUSH if camera.camera_type == "Push-in" else PULL
            share = np.linspace(start, end, len(self.moments))[:, None]
            return np.asarray(target + (place - target) * share)
        return np.broadcast_to(place, (len(self.moments), 3))

    def spots(self) -> Vec:
        """(K, M, 3) what must be seen at each moment: the eyes of everybody framed."""
        return self.framing.spots[None] + self.shifts()[:, None]


def compose(stage: Stage, moment: Moment, *, shot_size: str, camera_type: str, subject: str | None, aspect: str,
            seed: int, previous: Camera | None, beat: Sequence[Moment] = (), company: Sequence[str] = (),
            partner: str | None = None, cuts: bool = False) -> Camera:
    """The camera at the start of a beat. `subject` is an entity id; None frames the `company` of such ids, or who
    matters. With a `previous` camera the new one stays on its side of the line between the subject and its `partner`,
    or who is nearest; one that `cuts` looks from elsewhere at what the last one showed. `moment` is the one to compose
    for and `beat` all that the shot has to last for. Raises ValueError for a word that is not in `model.camera`, or a
    subject that is not on stage."""
    for word, known in ((shot_size, SHOT_SIZES), (camera_type, CAMERA_TYPES), (aspect, tuple(ASPECTS))):
        if word not in known:
            raise ValueError(f"{word!r} is none of {', '.join(known)}")
    row = None if subject is None else stage.index(subject)
    if row is not None and moment.present[row] < 0.5:
        row, subject = None, None
    if row is None and (shot_size == "Close-up" or camera_type.startswith("POV")):
        row = _leading(stage, moment)
        subject = None if row is None else stage.entities[row].id
    beat = beat or (moment,)
    words = Camera(aspect=aspect, shot_size=shot_size, camera_type=camera_type, subject=subject)
    if camera_type.startswith("POV") and row is not None:
        return eyes_open(words, stage, moment, row, previous, cuts=cuts)
    legs = legs_act(beat)
    seen = upright(moment, row) if row is not None and camera_type == "Tracking" else moment
    framed = framing(stage, seen, shot_size, row, legs, [stage.index(who) for who in company])
    if shot_size == "Medium":
        framed = lasting(framed, stage, beat, legs)
    moments = sampled(beat)
    side = 1.0 if np.random.default_rng(seed).random() < 0.5 else -1.0
    found = _Beat(words, stage, framed, moments, solids(stage, moments, () if row is None else (row,), framed.rows),
                  None if row is None else moment.position[row].astype(np.float64),
                  0.0 if row is None else float(moment.heading[row]), _fov(shot_size, aspect),
                  _line(stage, moment, row, partner), previous, side,
                  _seen_from(previous, words, framed) if cuts else None)  # fmt: skip
    return opening(_best(found, flies=row is not None and moment.pose_name(row) == "fly"), stage)


def _leading(stage: Stage, moment: Moment) -> int | None:
    """Who a shot is about when nobody is named: who speaks, else the first person, creature or thing present."""
    present = [i for i in range(len(stage.entities)) if moment.present[i] >= 0.5]
    if not present:
        return None
    order = {"person": 0, "creature": 1, "prop": 2}
    return min(present, key=lambda i: (-round(float(moment.speaking[i]), 2), order[stage.entities[i].kind], i))


# Where from.


def _fov(shot_size: str, aspect: str) -> float:
    """Vertical field of view in degrees: an upright picture gets a taller one, so that people keep their size."""
    return _FOV[shot_size] * (1.3 if ASPECTS[aspect] < 1.0 else 1.0)


def _best(beat: _Beat, flies: bool) -> Camera:
    """The best of a ring of places; where all of them are blocked, also from higher up or nearer."""
    lift = _elevation(beat.framing, flies)
    graded = list(_graded(beat, lift, 1.0))
    best, score, blocked = max(graded, key=lambda g: g[1])
    close = beat.words.shot_size == "Close-up"  # has no room to spare round the head
    for higher, nearer in _OTHER_WAYS if blocked > 0.8 else ():
        other, worth, _ = max(_graded(beat, lift + math.radians(higher), 1.0 if close else nearer), key=lambda g: g[1])
        if worth - 0.8 > score:
            best, score = other, worth - 0.8
    return best


def _graded(beat: _Beat, lift: float, nearer: float) -> Iterator[tuple[Camera, float, float]]:
    """Cameras all round at an elevation, each with how good it is and for how much of the beat something is in its
    way."""
    for step in range(_AZIMUTHS):
        azimuth = step * math.tau / _AZIMUTHS
        way = np.array([math.cos(lift) * math.sin(azimuth), math.sin(lift), math.cos(lift) * math.cos(azimuth)])
        wished = nearer * _distance(beat.framing, way, beat.fov, beat.words.aspect)
        camera = _settled(beat, way, wished)
        blocked = _blocked(beat, camera)
        score = _face_grade(beat, azimuth) + _line_grade(beat, way) + _size_grade(beat, camera, way, wished)
        score -= 2.5 if beat.apart is not None and float(beat.apart @ way) > _SAME_WAY else 0.0
        yield camera, score + 1.2 * float(way[2]) - blocked, blocked  # sets are built to be seen from +z


def _elevation(framed: Framing, flies: bool) -> float:
    """How far above the eyes the camera is, as an angle: level with people, a little above what is small and low, below
    what flies, which is looked up to, and a little below who stands high up, so that what he stands on is seen."""
    if framed.low[1] > 1.5:
        stands = len(framed.rows) == 1 and not framed.company and not flies
        return -math.radians(6.0 if stands else min(32.0, 8.0 * framed.low[1]))
    tall = framed.high[1] - max(0.0, framed.low[1])
    if framed.high[1] > 3.0 and tall > 2.0:
        return -math.radians(4.0)
    low = framed.low[1] < 0.1 and framed.high[1] < 0.7
    return math.radians(16.0 if low else 7.0 if framed.fill[0] < 0.6 else 2.0)


def _face_grade(beat: _Beat, azimuth: float) -> float:
    """For a three-quarter view of the face throughout the beat, and against the back of a head where the face is all
    there is."""
    heading = beat.framing.heading
    if heading is None:
        return -0.3 * abs(math.remainder(azimuth - beat.side * 0.25, math.tau))
    off = np.angle(np.exp(1j * (azimuth - heading - beat.turns())))
    score = -1.6 * np.abs(np.abs(off) - math.radians(32.0)) - 2.0 * (np.abs(off) > math.radians(80.0))
    score -= 1.5 * (np.abs(off) > math.radians(125.0))
    if beat.words.shot_size == "Close-up":
        score -= 5.0 * (np.abs(off) > math.radians(50.0))
    return float(score.mean()) + 0.15 * beat.side * math.copysign(1.0, off[0])


def _line_grade(beat: _Beat, way: Vec) -> float:
    """Against crossing the line of action, so that who looks left goes on looking left."""
    if beat.line is None or beat.previous is None:
        return 0.0
    start, end = beat.line

    def hand(point: Vec) -> float:
        along, out = end - start, point - start
        return float(along[2] * out[0] - along[0] * out[2])

    was, now = hand(np.asarray(beat.previous.position)), hand(beat.framing.middle + way * 4.0)
    return -3.5 if was * now < 0.0 else 0.0


def _seen_from(previous: Camera | None, words: Camera, framed: Framing) -> Vec | None:
    """The way to the last camera, when it showed the same, as large: a cut from there to beside it is a jump."""
    if previous is None or (previous.subject, previous.shot_size) != (words.subject, words.shot_size):
        return None
    out = np.asarray(previous.position) - framed.middle
    way: Vec = out / max(float(np.linalg.norm(out)), 1e-6)
    return way


def _line(stage: Stage, moment: Moment, row: int | None, partner: str | None) -> tuple[Vec, Vec] | None:
    """The line of action: between the subject (or the first player) and its partner, or the nearest other player."""
    alive = [i for i, e in enumerate(stage.entities) if e.kind != "prop" and moment.present[i] >= 0.5]
    first = row if row in alive else alive[0] if alive else None
    others = [i for i in alive if i != first]
    others = [i for i in others if stage.entities[i].id == partner] or others
    if first is None or not others:
        return None
    near = min(others, key=lambda i: float(np.linalg.norm(moment.position[i] - moment.position[first])))
    a, b = sorted((first, near))
    return moment.position[a].astype(np.float64), moment.position[b].astype(np.float64)


def _size_grade(beat: _Beat, camera: Camera, way: Vec, wished: float) -> float:
    """Against places the shot cannot have, what pushes in from the side, and a company that is small because it is
    wider than the picture."""
    framed, place, shape = beat.framing, np.asarray(camera.position), ASPECTS[camera.aspect]
    wanted = framed.middle + way * wished
    score = -1.5 * float(np.linalg.norm(clamped(wanted, beat.stage) - wanted)) / wished
    score -= 1.0 if clamped(wanted, beat.stage)[1] < 0.25 else 0.0
    score -= 4.0 * max(0.0, 1.0 - float(np.linalg.norm(place - np.asarray(camera.target))) / wished)
    if beat.follows:  # not from where it could not go along
        along = beat.places(camera)
        score -= 6.0 * float(np.mean([np.linalg.norm(clamped(p, beat.stage) - p) for p in along])) / wished
    if framed.company:
        small = math.log(max(1.0, wished / _distance(framed, way, beat.fov, "16:9")))
        matters = 4.5 if camera.shot_size == "Medium" and shape < 1.0 else 1.5
        return score - matters * small - _crowd_grade(framed, place) - _in_the_way(beat, place)
    weight = {"Wide": 1.6, "Medium": 2.5, "Close-up": 8.0}[camera.shot_size]
    half_width = shape * math.tan(math.radians(beat.fov) / 2)
    intruding = beat.solids.intruding(beat.places(camera), framed.middle + beat.shifts(), half_width)
    return score - weight * 0.5 * float(intruding.mean() + intruding.max())


def _in_the_way(beat: _Beat, place: Vec) -> float:
    """How much of a company's first picture is taken by furniture before them."""
    if len(beat.moments) > 1:
        return 0.0
    things = beat.solids
    others = np.ones(things.low.shape[1], np.bool_)
    others[[row - len(beat.stage.entities) for row in beat.framing.rows]] = False  # bodies come last
    half_width = ASPECTS[beat.words.aspect] * math.tan(math.radians(beat.fov) / 2)
    middle = beat.framing.middle
    nearer = np.linalg.norm((things.low + things.high)[0, :, [0, 2]].T / 2 - place[[0, 2]], axis=1)
    before = others & (nearer < 0.8 * float(np.linalg.norm((middle - place)[[0, 2]])))
    shown = Solids(things.low[:, before], things.high[:, before], things.bodies[before])
    return 2.5 * float(shown.intruding(place[None], middle[None], half_width).sum())


def _crowd_grade(framed: Framing, place: Vec) -> float:
    """How badly a company is seen from a place: who stands before whom, and who turns the back of the head to it."""
    out = framed.spots - place
    angle = np.arctan2(out[:, 0], out[:, 2])
    wide = np.array([0.4 * float(np.max((high - low)[[0, 2]])) for low, high in framed.company])
    half = np.arctan2(wide, np.hypot(out[:, 0], out[:, 2]))
    apart = np.abs(np.angle(np.exp(1j * (angle[:, None] - angle)))) / np.maximum(half[:, None] + half, 1e-6)
    covered = np.clip(1.7 - apart, 0.0, 1.7)[np.triu_indices(len(wide), 1)].sum() / len(wide)
    backs = [_turned_away(abs(math.remainder(a + math.pi - face, math.tau)))
             * (_SPEAKS if speaks else 1.0)
             for a, face, speaks in zip(angle.tolist(), framed.faces, framed.speak, strict=True)
             if face is not None]  # fmt: skip
    return 3.5 * float(covered) + 3.0 * sum(backs) / len(wide)


def _turned_away(off: float) -> float:
    """How little of a face is left when it looks so far past the camera: from three quarters nothing is lost, beyond
    110 degrees all is. Two in each other's arms are best seen from the side."""
    return min(1.0, max(0.0, (math.degrees(off) - 55.0) / 55.0)) ** 2


def _blocked(beat: _Beat, camera: Camera) -> float:
    """How badly the lens is in something, cannot see whom it should, or is run into by them, throughout the beat: 0 is
    free."""
    places, spots = beat.places(camera), beat.spots()
    held, hidden = beat.solids.holding(places, _CLEAR), beat.solids.hiding(places, spots)
    away = np.linalg.norm(spots.mean(axis=1) - places, axis=1)
    met = np.maximum(0.0, _MEETS - away / np.linalg.norm(beat.framing.spots.mean(axis=0) - camera.position))
    return 6.0 * float(held.mean()) + 9.0 * float(hidden.mean()) + 10.0 * float(met.max())


def _distance(framed: Framing, way: Vec, fov: float, aspect: str) -> float:
    """Metres from the middle of what is framed at which it fills its share of the frame."""
    right, up = axes(-way)
    slope = math.tan(math.radians(fov) / 2)
    tall, across = framed.fill[0] * slope, framed.fill[1] * slope * ASPECTS[aspect]
    if framed.company:
        out = np.array([[box[i][0], box[j][1], box[k][2]] for box in (*framed.company, *framed.at_hand)
                        for i in (0, 1) for j in (0, 1) for k in (0, 1)]) - framed.middle
        return float((out @ way + np.maximum(np.abs(out @ up) / tall, np.abs(out @ right) / across)).max())
    # One body is round. An upright picture is filled from side to side: there is height to spare.
    half = (framed.high - framed.low) / 2
    wide, high, deep = (float(np.linalg.norm(axis * half)) for axis in (right, up, way))
    needed = max(high / tall, wide / (across * (1.2 if ASPECTS[aspect] < 1.0 else 1.0)))
    return max(needed + 0.5 * deep, NEAREST + deep)


def _settled(beat: _Beat, way: Vec, distance: float) -> Camera:
    """The camera in that direction with the eyes on their line, and room before the face."""
    framed, aspect, fov = beat.framing, ASPECTS[beat.words.aspect], beat.fov
    place = _clear_of(clamped(framed.middle + way * distance, beat.stage), framed.middle, beat)
    reach = float(np.linalg.norm(place - framed.middle))
    if reach < 0.98 * distance:  # a wall is nearer than the shot would like: a wider lens makes up for it
        fov = math.degrees(2 * math.atan(math.tan(math.radians(fov) / 2) * min(distance / reach, 1.9)))
    forward = (framed.middle - place) / reach
    right, up = axes(forward)
    high = 2 * reach * math.tan(math.radians(fov) / 2)
    shift = np.zeros(3)
    if framed.heading is not None and beat.words.camera_type != "Tracking":
        facing = math.sin(framed.heading) * right[0] + math.cos(framed.heading) * right[2]
        room = _ROOM_BEFORE[beat.words.shot_size] * min(1.0, aspect)
        shift = right * (room * facing * high * aspect)
    # The eyes come to their line by raising the camera and its aim together: verticals stay as they are.
    eyes = framed.middle.copy()
    eyes[1] = framed.eyes
    shift = shift + up * (float((eyes - framed.middle) @ up) - (0.5 - _eye_line(framed, aspect, high)) * high)
    position, target = place + shift, framed.middle + shift
    position[1] = max(position[1], _LEVEL * framed.eyes if framed.company and framed.low[1] < 1.2 else 0.3)
    return replace(beat.words, position=triple(clamped(position, beat.stage)), target=triple(target),
                   fov_deg=round(fov, 4))


def _eye_line(framed: Framing, aspect: float, high: float) -> float:
    """How far down the frame the eyes are: low enough for head room. A company is small in an upright picture: it
    stands low in it, with what is behind it above."""
    if framed.company and aspect < 1.0:
        lowest = _FEET if framed.low[1] <= 0.0 else 0.0
        return max(framed.eye_line + 0.06, lowest - (framed.eyes - float(framed.low[1])) / high)
    if framed.top is None:
        return framed.eye_line
    with_air = _HEAD_ROOM + (framed.top - framed.eyes) / high
    return min(max(framed.eye_line, with_air), framed.eye_line + _LOWER)


def _clear_of(place: Vec, middle: Vec, beat: _Beat) -> Vec:
    """Moved towards what is framed until at the first moment no solid holds the camera or hides whom it is about; not
    far where a company would no longer fit into the picture, or a head."""
    first = Solids(beat.solids.low[:1], beat.solids.high[:1], beat.solids.bodies)
    most = 0.2 if beat.framing.company else 0.3 if beat.words.shot_size == "Close-up" else 0.8
    for share in np.linspace(0.0, most, 9):
        tried: Vec = place + (middle - place) * share
        held = first.holding(tried[None], _CLEAR).any()
        if not (held or first.hiding(tried[None], beat.framing.spots[None]).any()):
            return tried
    return place
