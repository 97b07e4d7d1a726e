"""Legs that walk and run without sliding: where a foot is in the cycle of steps, and the angles that put it there.

A foot on the ground moves back exactly as fast as the body goes ahead, since the phase of a gait is the way covered,
in strides of `STRIDES`. Knows nothing of what the legs carry.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from model.moment import GESTURES, POSES
from model.renderer.mesh import F32
from model.renderer.puppet import Act
from model.renderer.rig import TURN, Rig

# Metres covered in a cycle of two steps for each metre of height, walking and running: people, creatures. The phase
# of a `Moment` counts in the same strides.
STRIDES = {"person": (0.50, 0.85), "creature": (0.52, 1.00)}
_DUTY = (0.56, 0.34)  # part of the cycle that a foot is on the ground, walking and running
_LIFT = (0.30, 0.42)  # how high a foot swings, in parts of the leg
_WALK, _RUN = POSES.index("walk"), POSES.index("run")
_SNEAK, _LIMP = GESTURES.index("sneak"), GESTURES.index("limp")
_LOW, _DIP = 0.24, 0.15  # how far hips sink, in parts of the leg: sneaking; limping, as they pass over a sound leg
_STIFF = 0.6  # how far a lame leg stays straight while it bears, and its owner rises over it
_HURRY = 0.07  # parts of a cycle by which a lame leg's step comes too late
_PITCH = TURN.start


@dataclass(frozen=True, slots=True)
class Leg:
    """Joints of a leg from the hip down. `bend` is 1 for a knee that points ahead, -1 for a hock that points back;
    `late` are the parts of a cycle by which it follows the first leg, walking and running; `lame` is the one that
    stays stiff when its owner limps."""

    hip: str
    knee: str
    ankle: str
    bend: float = 1.0
    late: tuple[float, float] = (0.0, 0.0)
    lame: bool = False


TWO_LEGS = (Leg("thigh_l", "shin_l", "foot_l"), Leg("thigh_r", "shin_r", "foot_r", 1.0, (0.5, 0.5), lame=True))
FOUR_LEGS = (
    Leg("arm_l", "forearm_l", "hand_l"),
    Leg("arm_r", "forearm_r", "hand_r", 1.0, (0.5, 0.09), lame=True),
    Leg("thigh_l", "shin_l", "foot_l", -1.0, (0.5, 0.50)),
    Leg("thigh_r", "shin_r", "foot_r", -1.0, (0.0, 0.59)),
)


@dataclass(frozen=True, slots=True)
class _Bones:
    """One leg measured: rows of its joints, lengths, and how far its rest pose leans ahead (radians)."""

    leg: Leg
    rows: tuple[int, int, int]
    upper: float
    lower: float
    lean: tuple[float, float]


class Gait:
    """The stepping legs of one rig. `trunk` are the joints that carry the hips; their pitch is made up for."""

    def __init__(self, rig: Rig, legs: Sequence[Leg], kind: str, height: float, trunk: Sequence[str]) -> None:
        self._strides = tuple(height * stride for stride in STRIDES[kind])
        self._bones = [_measured(rig, leg) for leg in legs]
        self._trunk = [rig.index[name] for name in trunk]

    def step(self, channels: F32, act: Act) -> None:
        """Write the legs' angles into (J, 9) channels as far as the act walks or runs."""
        walk, run = float(act.pose[_WALK]), float(act.pose[_RUN])
        going = walk + run
        if going < 0.01:
            return
        share = run / going
        stride, duty, lift = (a + share * (b - a) for a, b in (self._strides, _DUTY, _LIFT))
        steps = _Steps(stride, duty, lift, float(act.gesture[_SNEAK]), float(act.gesture[_LIMP]))
        pitch = float(channels[self._trunk, _PITCH].sum())
        for bones in self._bones:
            lame = steps.limp if bones.leg.lame else 0.0
            late = bones.leg.late[0] + share * (bones.leg.late[1] - bones.leg.late[0]) + _HURRY * lame
            ahead, up, tip = _foot(act.phase / (2.0 * math.pi) - late, steps.stride, steps.duty)
            down = steps.down(bones.upper + bones.lower, ahead, up, lame)
            hip, knee, ankle = _angles(bones, ahead, down, tip)
            for row, angle in zip(bones.rows, (hip - pitch, knee, ankle), strict=True):
                channels[row, _PITCH] += going * (angle - channels[row, _PITCH])


@dataclass(frozen=True, slots=True)
class _Steps:
    """How an act goes: metres a cycle, part of it that a foot is on the ground, lift of the other, manners."""

    stride: float
    duty: float
    lift: float
    sneak: float
    limp: float

    def down(self, length: float, ahead: float, up: float, lame: float) -> float:
        """Metres below the hip that the ankle of a leg is, `ahead` of it and `up` 0..1 in its swing. Over a lame leg
        its owner rises, since it stays straight; on the sound one the hips sink, and the lame one must clear that."""
        level = math.sqrt(max((0.99 * length) ** 2 - (0.5 * self.stride * self.duty) ** 2, (0.55 * length) ** 2))
        if up > 0.0:
            return level * (1.0 - _LOW * self.sneak - _DIP * lame * up) - up * self.lift * length * (1.0 - 0.6 * lame)
        straight = math.sqrt(max((0.99 * length) ** 2 - ahead**2, level**2))
        passes = (1.0 - (2.0 * ahead / (self.stride * self.duty)) ** 2) ** 2
        sunk = _LOW * self.sneak + _DIP * (self.limp - lame) * passes
        return level * (1.0 - sunk) + _STIFF * lame * (straight - level)


def _measured(rig: Rig, leg: Leg) -> _Bones:
    rows = rig.index[leg.hip], rig.index[leg.knee], rig.index[leg.ankle]
    (_, y0, z0), (_, y1, z1), (_, y2, z2) = (rig.joints[row].at for row in rows)
    lean = math.atan2(z1 - z0, y0 - y1), math.atan2(z2 - z1, y1 - y2)
    return _Bones(leg, rows, math.hypot(y0 - y1, z0 - z1), math.hypot(y1 - y2, z1 - z2), lean)


def _foot(cycle: float, stride: float, duty: float) -> tuple[float, float, float]:
    """A foot's place: metres ahead of the hip, lift 0..1, degrees toe down. It passes under the hip, on the ground,
    half-way through each cycle."""
    u = (cycle - 0.5 + 0.5 * duty) % 1.0
    if u < duty:
        return stride * (0.5 * duty - u), 0.0, 0.0
    s = (u - duty) / (1.0 - duty)
    swing = math.sin(math.pi * s)
    return -0.5 * stride * duty * math.cos(math.pi * s), swing, 52.0 * swing * (0.62 - s)


def _angles(bones: _Bones, ahead: float, down: float, tip: float) -> tuple[float, float, float]:
    """Degrees that hip, knee and ankle turn from rest to put the ankle `ahead` and `down` of the hip, the sole level
    but for `tip`. Two bones and a target: the law of cosines."""
    a, b = bones.upper, bones.lower
    reach = min(max(math.hypot(ahead, down), abs(a - b) + 1e-4), 0.9995 * (a + b))
    at_hip = math.acos(min(1.0, max(-1.0, (a * a + reach * reach - b * b) / (2.0 * a * reach))))
    at_knee = math.pi - math.acos(min(1.0, max(-1.0, (a * a + b * b - reach * reach) / (2.0 * a * b))))
    thigh = math.atan2(ahead, down) + bones.leg.bend * at_hip
    shin = thigh - bones.leg.bend * at_knee
    hip, shank = bones.lean[0] - thigh, bones.lean[1] - shin
    return math.degrees(hip), math.degrees(shank - hip), tip - math.degrees(shank)
