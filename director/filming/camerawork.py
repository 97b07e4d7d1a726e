"""Whether the camera did what was ordered, measured on the cameras of a film.

The receipt of what was ordered of the camera: how large whom it shows, how it moves, and what changes between the shot
before and this one. Knows cameras, and whom they follow; knows nothing of words or of how a camera is placed.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from director.acting import Performance
from director.directive import CameraOrder
from director.filming.moves import clamped, is_cut
from director.filming.shots import GLIDE_S, Shot
from director.receipts import Row
from model.camera import SHOT_SIZES, Camera
from model.stage import Stage

Vec = npt.NDArray[np.float64]

_STILL_M = 0.05  # what stands may still be off by
_SWEEP = math.radians(8.0)  # least angle of a pan, a tilt, or a look
_TRAVEL = 0.1  # least change of the distance in a push-in or pull-out, of it
_LOOKS_FROM_M = 0.8  # a point of view is no farther from whose it is


@dataclass(frozen=True, slots=True)
class _Take:
    """What the lens did: the camera of the last shot, those of this one where its own move begins and ends, and where
    its subject was when the move began and when it was last within the set (None without one), which the camera does
    not leave: `followed` is the camera of then."""

    previous: Camera
    first: Camera
    began: Camera
    ended: Camera
    subject: tuple[Vec, Vec] | None
    followed: Camera

    def turned(self) -> tuple[float, float]:
        """How far it turned to the left, and up."""
        (yaw, pitch), (to_yaw, to_pitch) = _angles(self.began), _angles(self.ended)
        return math.remainder(to_yaw - yaw, math.tau), to_pitch - pitch

    def moved(self) -> Vec:
        return _way(self.began, self.ended)

    def went_along(self) -> Vec:
        """How far it moved while its subject was within the set."""
        return _way(self.began, self.followed)

    def nearer(self) -> float:
        """How much of the distance to what it looks at it has covered; below 0 when it went away."""
        return 1.0 - _reach(self.ended) / _reach(self.began)

    def jumps(self) -> bool:
        """Whether this shot begins elsewhere than the last one ended."""
        return is_cut(self.previous, self.first)


def _way(start: Camera, end: Camera) -> Vec:
    way: Vec = np.asarray(end.position) - np.asarray(start.position)
    return way


def judge_camera(performance: Performance, shot: Shot, shot_s: float | None = None) -> Row | None:
    """The receipt's row for what was ordered of the camera; None when nothing was. `shot_s` is how long the shot was
    made for, where that is not how long the beat is."""
    order = performance.directive.camera
    if order is None or order == CameraOrder():
        return None
    take = _taken(performance, shot, performance.duration_s if shot_s is None else shot_s)
    names = {entity.id: entity.name for entity in performance.end.stage.entities}
    facts = [{"fact": fact, "before": False, "after": holds} for fact, holds in _facts(order, take, names)]
    held = [bool(fact["after"]) for fact in facts]
    status = "done" if all(held) else "partial" if any(held) else "refused"
    missed = ", ".join(str(fact["fact"]) for fact in facts if not fact["after"])
    return {
        "action": _told(order, names), "verb": "camera", "status": status, "reading": order.reading, "facts": facts,
        "start_s": 0.0, "end_s": round(performance.duration_s, 2),
        "reason": f"it was not to be seen: {missed}" if missed else "",
    }  # fmt: skip


def _told(order: CameraOrder, names: Mapping[str, str]) -> str:
    words = ", ".join(word for word in (order.shot_size, order.camera_type, order.cut) if word)
    shown = order.company or ((order.subject,) if order.subject else ())
    whom = " and ".join(names[who] for who in shown if who in names)
    return f"camera: {' of '.join(part for part in (words, whom) if part)}"


def _taken(performance: Performance, shot: Shot, duration: float) -> _Take:
    stage, moments = performance.end.stage, performance.moments
    glides = shot.glides_from is not None
    k = min(math.ceil(GLIDE_S * performance.steps_per_second), performance.steps) if glides else 0

    def at(step: int) -> Camera:
        return shot.at(stage, moments[step], t=step / performance.steps_per_second, duration=duration)

    row, last, places = stage.find(shot.camera.subject), len(moments) - 1, None
    if row is not None:
        path = np.array([moment.position[row] for moment in moments], np.float64)
        last = _followed_to(path[k:], np.asarray(at(k).position), stage) + k
        places = path[k], path[last]
    return _Take(performance.start.camera, at(0), at(k), at(len(moments) - 1), places, at(last))


def _followed_to(path: Vec, lens: Vec, stage: Stage) -> int:
    """The last step of a subject's (K, 3) path that is within the set, as is a lens beside it all the way, if those
    are most of the way; else the last of all."""
    way = np.linalg.norm(path - path[0], axis=1)
    beside = lens + path - path[0]
    kept = [np.abs(place[[0, 2]]).max() <= stage.half_extent and np.allclose(clamped(at, stage), at, atol=0.05)
            for place, at in zip(path, beside, strict=True)]  # fmt: skip
    last = kept.index(False) - 1 if False in kept else len(path) - 1
    return last if last > 0 and way[last] > 0.5 * way.max() else len(path) - 1


def _facts(order: CameraOrder, take: _Take, names: Mapping[str, str]) -> list[tuple[str, bool]]:
    found = []
    if order.shot_size is not None:
        found.append((f"shot({order.shot_size})", take.ended.shot_size == order.shot_size))
    if order.camera_type is not None:
        moves = take.ended.camera_type == order.camera_type and _MOVES[order.camera_type](take)
        found.append((f"camera({order.camera_type})", moves))
    if order.cut is not None:
        found.append((f"cut({order.cut})", _CUTS[order.cut](take)))
    who = order.subject
    if who is not None and who in names and not order.company:
        found.append((f"subject({names[who]})", take.ended.subject == who))
    return found


# Moves


def _static(take: _Take) -> bool:
    return float(np.linalg.norm(take.moved())) < _STILL_M


def _tracking(take: _Take) -> bool:
    """It goes where its subject goes."""
    if take.subject is None:
        return False
    went = take.subject[1] - take.subject[0]
    return float(np.linalg.norm((take.went_along() - went)[[0, 2]])) < max(0.5, 0.35 * float(np.linalg.norm(went)))


def _turning(side: int, sign: float) -> Callable[[_Take], bool]:
    return lambda take: sign * take.turned()[side] > _SWEEP and _static(take)


def _through_eyes(side: int | None = None, sign: float = 1.0) -> Callable[[_Take], bool]:
    def holds(take: _Take) -> bool:
        if take.subject is None:
            return False
        away = (np.asarray(take.followed.position) - take.subject[1])[[0, 2]]
        near = float(np.linalg.norm(away)) < _LOOKS_FROM_M
        return near and (side is None or sign * take.turned()[side] > _SWEEP)

    return holds


_MOVES: dict[str, Callable[[_Take], bool]] = {
    "Static": _static,
    "Tracking": _tracking,
    "Pan Left": _turning(0, 1.0),
    "Pan Right": _turning(0, -1.0),
    "Tilt Up": _turning(1, 1.0),
    "Tilt Down": _turning(1, -1.0),
    "Push-in": lambda take: take.nearer() > _TRAVEL,
    "Pull-out": lambda take: take.nearer() < -_TRAVEL,
    "POV Forward": _through_eyes(),
    "POV Look Down": _through_eyes(1, -1.0),
    "POV Look Up": _through_eyes(1, 1.0),
    "POV Turn Left": _through_eyes(0, 1.0),
    "POV Turn Right": _through_eyes(0, -1.0),
}


# Cuts


def _glides(take: _Take) -> bool:
    """It begins where the last shot ended and goes on from there."""
    return not take.jumps()


def _closer(take: _Take) -> int:
    return SHOT_SIZES.index(take.ended.shot_size) - SHOT_SIZES.index(take.previous.shot_size)


def _elsewhere(take: _Take) -> bool:
    """It shows somebody or something else than the last shot."""
    return take.jumps() and take.ended.subject != take.previous.subject


_CUTS: dict[str, Callable[[_Take], bool]] = {
    "long-take": _glides,
    "camera movement transition": _glides,
    "hard-cut": _Take.jumps,
    "cut-in": lambda take: take.jumps() and _closer(take) > 0,
    "cut-out": lambda take: take.jumps() and _closer(take) < 0,
    "cutaway": _elsewhere,
    "cutback": _elsewhere,
}


def _angles(camera: Camera) -> tuple[float, float]:
    x, y, z = np.asarray(camera.target) - np.asarray(camera.position)
    return math.atan2(x, z), math.atan2(y, math.hypot(x, z))


def _reach(camera: Camera) -> float:
    return max(1e-6, float(np.linalg.norm(np.asarray(camera.target) - np.asarray(camera.position))))
