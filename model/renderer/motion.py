"""How bodies move: key poses and cycles as plain tables of joint angles, blended by an act's weights.

Persons and creatures share it; each body plan brings its own tables. Knows nothing of meshes or faces. Angles are
degrees, as in `model.renderer.rig`. A table gives joints of a pair once, without `_l` or `_r`, for the left side (at
+x); the right side is its mirror image, half a cycle later.

A gesture takes its joints over from the pose, save those written with a plus ("+chest"): these it adds to whatever
the pose does. That is how one bows sitting or standing, and sneaks or limps while walking on.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from model.moment import EMOTIONS, GESTURES, MANNERS, POSES
from model.renderer.compiled import compiled
from model.renderer.loft import Reals
from model.renderer.mesh import F32
from model.renderer.puppet import Act
from model.renderer.rig import Rig

Angles = tuple[float, float, float]
Bools = npt.NDArray[np.bool_]
_ZERO = (0.0, 0.0, 0.0)
_MIRROR = np.array([1.0, -1.0, -1.0])
_SHIFT_MIRROR = np.array([-1.0, 1.0, 1.0])
_WOUND_UP, _LANDED = 0.4, 0.8  # weights of a gesture between which its blow falls


@dataclass(frozen=True, slots=True)
class Wave:
    """Angles over one cycle: mean + sin * sin(a) + cos * cos(a) + sin2 * sin(2a) + cos2 * cos(2a)."""

    mean: Angles = _ZERO
    sin: Angles = _ZERO
    cos: Angles = _ZERO
    sin2: Angles = _ZERO
    cos2: Angles = _ZERO

    def rows(self, late: bool) -> F32:
        """(5, 3), the cycle begun half a turn later if `late`."""
        odd = -1.0 if late else 1.0
        signs = np.array([[1.0], [odd], [odd], [1.0], [1.0]])
        return np.asarray(signs * (self.mean, self.sin, self.cos, self.sin2, self.cos2), np.float32)


# Pose or gesture -> joint (or "joint.shift", or either after a plus) -> its angles (metres).
Table = Mapping[str, Mapping[str, Wave | Angles]]


@dataclass(frozen=True, slots=True)
class Moves:
    """A body plan's tables. `hz` is how often a second a gesture repeats; one that has none happens once, from a
    quarter of a cycle before its middle to a quarter after it, as its weight rises: a wind-up, then the blow. Manners
    of going keep the pose's own time. `idle` plays all the time on time alone; `moods` lean the body by emotion while
    it stands, walks, sits or kneels with its hands free. `holds` have the last word while somebody bears another or is
    borne."""

    poses: Table
    gestures: Table
    moods: Table
    idle: Mapping[str, Wave]
    hz: Mapping[str, float]
    breath_hz: float = 0.28
    holds: Table = field(default_factory=dict)


class Motion:
    """Tables compiled for one rig. Angles are (J, 6): shift in metres, turn in degrees."""

    def __init__(self, rig: Rig, moves: Moves, unit: float) -> None:
        """`unit` is the metres that a shift of 1 in the tables stands for."""
        self._poses, _ = _compile(rig, moves.poses, POSES, unit)
        self._gestures, self._masks = _compile(rig, moves.gestures, GESTURES, unit)
        self._moods = _compile(rig, moves.moods, EMOTIONS, unit)[0][:, 0].copy()
        self._idle = _compile(rig, {"idle": moves.idle}, ("idle",), unit)[0][0]
        self._hz = np.array([moves.hz.get(g, 0.0) for g in GESTURES])
        self._going = np.array([g in MANNERS for g in GESTURES])
        self._breath_hz = moves.breath_hz
        holds, over = _compile(rig, moves.holds, tuple(moves.holds), unit)
        self._holds = {name: (holds[k, 0], over[k]) for k, name in enumerate(moves.holds)}
        self._free = np.array([p in ("stand", "walk", "run", "sit", "kneel") for p in POSES], np.float32)

    def angles(self, act: Act) -> Reals:
        """(J, 6) of the whole body at this instant."""
        clock = act.time_s + (act.seed % 89) * 0.173
        times = (float(act.phase), float(act.time_s), 2.0 * math.pi * self._breath_hz * clock)
        body: Reals = _blended(act.pose, act.gesture, act.emotion, times, self._poses, self._free, self._moods,
                               self._idle, self._gestures, self._masks, self._hz, self._going)  # fmt: skip
        if act.hold in self._holds:
            held, over = self._holds[act.hold]
            body = body * (1.0 - over) + held
        return body.reshape(-1, 6)


@compiled
def _blended(pose: F32, gesture: F32, emotion: F32, times: tuple[float, float, float], poses: F32, free: F32,
             moods: F32, idle: F32, gestures: F32, masks: F32, hz: Reals, going: Bools) -> Reals:  # fmt: skip
    """(J * 6,) by an act's weights, of tables as `_compile` makes them. `times` are the phase of the gait, seconds,
    and the phase of the breath."""

    def add(table: F32, weight: float, angle: float, body: Reals) -> None:
        s, c = math.sin(angle), math.cos(angle)
        factors = (1.0, s, c, 2.0 * s * c, c * c - s * s)
        for n in range(5):
            for i in range(len(body)):
                body[i] += weight * factors[n] * table[n, i]

    phase, time_s, breath = times
    body = np.zeros(idle.shape[1])
    leant = 0.0
    for k in range(len(pose)):
        leant += pose[k] * free[k] * gesture[0]
        if pose[k] != 0.0:
            add(poses[k], float(pose[k]), phase, body)
    for k in range(len(emotion)):
        if leant * emotion[k] != 0.0:
            for i in range(len(body)):
                body[i] += leant * emotion[k] * moods[k, i]
    add(idle, 1.0, breath, body)
    if gesture[0] >= 0.999:
        return body
    weight, total = np.zeros(len(gesture)), 0.0
    for k in range(1, len(gesture)):
        if gesture[k] > 0.001:
            # What happens once comes on sooner, so that its wind-up is seen before its blow.
            weight[k] = gesture[k] if hz[k] > 0.0 else gesture[k] * (2.0 - gesture[k])
            total += weight[k]
    covered = np.zeros(len(body))
    for k in range(1, len(gesture)):
        weight[k] /= max(1.0, total)
        if weight[k] > 0.0:
            for i in range(len(body)):
                covered[i] += weight[k] * masks[k, i]
    for i in range(len(body)):
        body[i] *= 1.0 - covered[i]
    for k in range(1, len(gesture)):
        if weight[k] > 0.0:
            risen = min(max((gesture[k] - _WOUND_UP) / (_LANDED - _WOUND_UP), 0.0), 1.0)
            once = 2.0 * math.pi * hz[k] * time_s if hz[k] > 0.0 else math.pi * (risen - 0.5)
            add(gestures[k], weight[k], phase if going[k] else once, body)
    return body


def _compile(rig: Rig, table: Table, names: tuple[str, ...], unit: float) -> tuple[F32, F32]:
    """(K, 5, J * 6) coefficients of K poses and (K, J * 6) ones where a pose says something. Raises ValueError for a
    pose or joint that does not exist."""
    waves = np.zeros((len(names), 5, len(rig), 6), np.float32)
    masks = np.zeros((len(names), len(rig), 6), np.float32)
    for name, joints in table.items():
        if name not in names:
            raise ValueError(f"no {name!r} among {names}")
        # Entries for a pair come first so that one side's own entry has the last word.
        for key, entry in sorted(
            joints.items(), key=lambda item: item[0].endswith(("_l", "_r", "_l.shift", "_r.shift"))
        ):
            wave = entry if isinstance(entry, Wave) else Wave(mean=entry)
            joint, _, what = key.removeprefix("+").partition(".")
            columns = slice(0, 3) if what == "shift" else slice(3, 6)
            for row, right in _rows(rig, joint):
                mirror = (_SHIFT_MIRROR if what == "shift" else _MIRROR) if right else 1.0
                late = right and not joint.endswith("_r")
                waves[names.index(name), :, row, columns] = (
                    wave.rows(late) * mirror * (unit if what == "shift" else 1.0)
                )
                masks[names.index(name), row, columns] = float(not key.startswith("+"))
    return waves.reshape(len(names), 5, 6 * len(rig)), masks.reshape(len(names), 6 * len(rig))


def _rows(rig: Rig, joint: str) -> list[tuple[int, bool]]:
    """Rows of a joint or of a pair, and whether each is a right one."""
    if joint in rig.index:
        return [(rig.index[joint], joint.endswith("_r"))]
    pair = [(rig.index[joint + side], side == "_r") for side in ("_l", "_r") if joint + side in rig.index]
    if not pair:
        raise ValueError(f"no joint {joint!r}")
    return pair
