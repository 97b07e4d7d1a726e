"""Legs that walk and run without sliding: where a foot is in the cycle of steps, and the angles that put it there.

A foot on the ground moves back exactly as fast as the body goes ahead, since the phase of a gait is the way covered,
in strides of `STRIDES`. Knows nothing of what the legs carry.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from model.moment import GESTURES, POSES
from model.renderer.compiled import compiled
from model.renderer.loft import Reals
from model.renderer.mesh import F32, I32
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


class Gait:
    """The stepping legs of one rig. `trunk` are the joints that carry the hips; their pitch is made up for."""

    def __init__(self, rig: Rig, legs: Sequence[Leg], kind: str, height: float, trunk: Sequence[str]) -> None:
        self._strides = tuple(height * stride for stride in STRIDES[kind])
        self._rows = np.array([[rig.index[name] for name in (leg.hip, leg.knee, leg.ankle)] for leg in legs], np.int32)
        self._bones = np.array([_measured(rig, leg) for leg in legs])
        self._trunk = np.array([rig.index[name] for name in trunk], np.int32)

    def step(self, channels: F32, act: Act) -> None:
        """Write the legs' angles into (J, 9) channels as far as the act walks or runs."""
        walk, run = float(act.pose[_WALK]), float(act.pose[_RUN])
        going = walk + run
        if going < 0.01:
            return
        share = run / going
        stride, duty, lift = (a + share * (b - a) for a, b in (self._strides, _DUTY, _LIFT))
        feet = _feet(self._bones, float(act.phase) / (2.0 * math.pi), share, (stride, duty, lift),
                     float(act.gesture[_SNEAK]), float(act.gesture[_LIMP]))  # fmt: skip
        _bend(channels, self._trunk, self._rows, self._bones, feet, going)


def _measured(rig: Rig, leg: Leg) -> tuple[float, ...]:
    """One leg in numbers: lengths of its two bones, how far each leans ahead in the rest pose (radians), which way it
    bends, how late it is walking and running, whether it is the lame one."""
    (_, y0, z0), (_, y1, z1), (_, y2, z2) = (rig.joints[rig.index[name]].at for name in (leg.hip, leg.knee, leg.ankle))
    lean = math.atan2(z1 - z0, y0 - y1), math.atan2(z2 - z1, y1 - y2)
    return math.hypot(y0 - y1, z0 - z1), math.hypot(y1 - y2, z1 - z2), *lean, leg.bend, *leg.late, float(leg.lame)


@compiled
def _feet(bones: Reals, cycle: float, share: float, going: tuple[float, float, float], sneak: float,
          limp: float) -> Reals:
    """(L, 3) places of the feet of L legs (see `_measured`): metres ahead of the hip and below it, degrees toe down.
    A foot passes under the hip, on the ground, half-way through each cycle. `share` is how much of going is running;
    `going` are metres a cycle, the part of it that a foot is on the ground, and the lift of the other."""
    stride, duty, lift = going
    out = np.empty((len(bones), 3))
    for k in range(len(bones)):
        length, lame = bones[k, 0] + bones[k, 1], limp * bones[k, 7]
        late = bones[k, 5] + share * (bones[k, 6] - bones[k, 5]) + _HURRY * lame
        level = math.sqrt(max((0.99 * length) ** 2 - (0.5 * stride * duty) ** 2, (0.55 * length) ** 2))
        u = (cycle - late - 0.5 + 0.5 * duty) % 1.0
        if u < duty:
            # Over a lame leg its owner rises, since it stays straight; on the sound one the hips sink.
            ahead = stride * (0.5 * duty - u)
            straight = math.sqrt(max((0.99 * length) ** 2 - ahead**2, level**2))
            passes = (1.0 - (2.0 * ahead / (stride * duty)) ** 2) ** 2
            sunk = _LOW * sneak + _DIP * (limp - lame) * passes
            out[k, 0], out[k, 1], out[k, 2] = ahead, level * (1.0 - sunk) + _STIFF * lame * (straight - level), 0.0
        else:
            # A lame leg must clear the ground over which the hips have sunk.
            s = (u - duty) / (1.0 - duty)
            up = math.sin(math.pi * s)
            raised = up * lift * length * (1.0 - 0.6 * lame)
            down = level * (1.0 - _LOW * sneak - _DIP * lame * up) - raised
            out[k, 0], out[k, 1] = -0.5 * stride * duty * math.cos(math.pi * s), down
            out[k, 2] = 52.0 * up * (0.62 - s)
    return out


@compiled
def _bend(channels: F32, trunk: I32, rows: I32, bones: Reals, feet: Reals, going: float) -> None:
    """Turn hips, knees and ankles (L, 3 `rows`) as far as one is `going`, to put the feet in their places, the soles
    level but for their tips. Two bones and a target: the law of cosines."""
    pitch = 0.0
    for row in trunk:
        pitch += channels[row, _PITCH]
    for k in range(len(bones)):
        a, b, bend = bones[k, 0], bones[k, 1], bones[k, 4]
        ahead, down, tip = feet[k, 0], feet[k, 1], feet[k, 2]
        reach = min(max(math.hypot(ahead, down), abs(a - b) + 1e-4), 0.9995 * (a + b))
        at_hip = math.acos(min(1.0, max(-1.0, (a * a + reach * reach - b * b) / (2.0 * a * reach))))
        at_knee = math.pi - math.acos(min(1.0, max(-1.0, (a * a + b * b - reach * reach) / (2.0 * a * b))))
        thigh = math.atan2(ahead, down) + bend * at_hip
        shin = thigh - bend * at_knee
        hip, shank = math.degrees(bones[k, 2] - thigh), math.degrees(bones[k, 3] - shin)
        for row, angle in ((rows[k, 0], hip - pitch), (rows[k, 1], shank - hip), (rows[k, 2], tip - shank)):
            channels[row, _PITCH] += going * (angle - channels[row, _PITCH])
