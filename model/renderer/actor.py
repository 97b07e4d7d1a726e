"""The puppet of everything alive: a rig, a face and motion tables, brought together for each act.

Body plans (persons, horses, birds ...) make one from their own joints, meshes and tables. Knows nothing of them.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from model.moment import EMOTIONS, GESTURES, POSES
from model.renderer.faces import Expression, Face, blink, expression, syllable
from model.renderer.gait import Gait
from model.renderer.mesh import F32, I32, Mesh, merge
from model.renderer.motion import Motion, Moves
from model.renderer.puppet import Act, toppled
from model.renderer.rig import TURN, Rig, lowest

_ASIDE = 0.35  # rad, from where on a head turns to what its eyes are on
_WAYS = 96  # directions in which a joint's farthest points may touch the ground
_DOWN = np.array([pose in ("lie", "fallen") for pose in POSES], np.float32)
_SIT = POSES.index("sit")
_EYES_SHUT = np.array([gesture in ("pray", "cover") for gesture in GESTURES], np.float32)
_MOVED = np.array([emotion != "calm" for emotion in EMOTIONS], np.float32)
_CONSUME = GESTURES.index("consume")
Adjust = Callable[[F32, Act, Expression], None]  # a body plan's own last word on the (J, 9) channels


@dataclass(frozen=True, slots=True)
class Plan:
    """What a body plan gives. `neck` names joints that share a turn of the head and their parts of it; `grip` is
    the joint that holds things and the rest frame of the hold; `size` is the entity's. `soft` are the first letters
    of joints that bear no weight, such as cloth, tails and wings: the ground does not hold them up."""

    rig: Rig
    face: Face
    pieces: Sequence[Mesh]
    moves: Moves
    grip: tuple[str, F32]
    size: tuple[float, float, float]
    neck: Mapping[str, float]
    gait: Gait | None = None
    adjust: Adjust | None = None
    soft: tuple[str, ...] = ("tail", "wing", "tip")
    head_turn: tuple[float, float] = (62.0, 32.0)  # degrees the head can turn aside and up


class Actor:
    """A `Puppet` whose parts are the rig's joints and then the mouth's. `head` is the head's part, `features` are those
    of the face, `skull` (K, 3) points on the bare head at rest."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.mesh: Mesh = merge([*plan.pieces, plan.face.mesh(plan.rig)])
        self._motion = Motion(plan.rig, plan.moves, plan.size[1])
        self._contact_parts, self._contact_points = _contacts(plan)
        self.head = plan.rig.index["head"]
        self.skull = plan.face.form.skull()
        mouth = 0 if plan.face.mouth is None else len(plan.face.mouth)
        self._count = len(plan.rig) + mouth
        self.features = frozenset([plan.rig.index[joint.name] for joint in plan.face.joints])
        self.features |= frozenset(range(len(plan.rig), self._count))
        self._hand = plan.rig.index[plan.grip[0]]
        self._neck = [(plan.rig.index[joint], part) for joint, part in plan.neck.items()]
        self._head_turn = math.radians(plan.head_turn[0]), math.radians(plan.head_turn[1])
        self._face_rows = plan.face.rows(plan.rig.index)
        legs = [row for row, joint in enumerate(plan.rig.joints) if joint.name.startswith(("shin", "foot"))]
        self._dangles = np.isin(self._contact_parts, legs).astype(np.float32)

    def pose(self, act: Act) -> F32:
        """(P, 4, 4) transforms from rest to the entity's own frame. What touches the ground, or the seat,
        does so at y = 0; from a seat legs hang lower."""
        down = min(1.0, float(act.pose @ _DOWN))
        look, mouth, joints = self._look(act, down), self.plan.face.mouth, len(self.plan.rig)
        out = np.empty((self._count, 4, 4), np.float32)
        self._place_joints(act, look, down, out[:joints])
        if mouth is not None:
            mouth.put(look, out[self.head], out[joints:])
        return out

    def hand(self, parts: F32) -> F32:
        hold: F32 = parts[self._hand] @ self.plan.grip[1]
        return hold

    def _look(self, act: Act, down: float) -> Expression:
        """The face of somebody who is `down` 0..1."""
        look = expression(act.emotion)
        out_cold = down * (1.0 - float(act.emotion @ _MOVED))
        shut = min(1.0, out_cold + float(act.gesture @ _EYES_SHUT))
        lid = look.lid * (1.0 - blink(act.time_s, act.seed)) * (1.0 - shut)
        mouth = max(act.speaking, 0.7 * float(act.gesture[_CONSUME]))  # one chews as one speaks
        if mouth > 0.01:
            say = mouth * syllable(act.time_s, act.seed)
            return look._replace(
                lid=lid,
                open=look.open * (1.0 - 0.6 * mouth) + 0.62 * say,
                round=look.round * (1.0 - mouth) + 0.45 * mouth * say,
                tongue=max(look.tongue, say),
            )
        return look._replace(lid=lid)

    def _place_joints(self, act: Act, look: Expression, down: float, joints: F32) -> None:
        """Fill (J, 4, 4), of the body and the face without the mouth."""
        plan = self.plan
        channels = plan.rig.rest()
        channels[:, :6] = self._motion.angles(act)
        if plan.gait is not None:
            plan.gait.step(channels, act)
        eyes = self._turn_head(channels, act, look, 1.0 - down)
        plan.face.set_channels(channels, self._face_rows, look, eyes, act.time_s)
        if plan.adjust is not None:
            plan.adjust(channels, act, look)
        plan.rig.solve(channels, joints)
        hop = float(channels[0, 1])
        below = 0.0 if act.seat is None else act.seat[0] * float(act.pose[_SIT])
        joints[:, 1, 3] += hop - lowest(joints, self._contact_parts, self._contact_points, below * self._dangles)
        tilt = act.tilt * (1.0 - down)
        if tilt > 0.001:
            joints[:] = toppled(plan.size[1], plan.size[2], tilt) @ joints

    def _turn_head(self, channels: F32, act: Act, look: Expression, awake: float) -> tuple[float, float]:
        """Turn neck and head towards the gaze as far as they go; what is left, (yaw, pitch), is for the eyes. To look
        a little aside is for the eyes alone: two who talk and stand half open to the lens keep their faces open."""
        limit_yaw, limit_pitch = self._head_turn
        aside = math.copysign(max(0.0, abs(act.gaze[0]) - _ASIDE), act.gaze[0])
        yaw = max(-limit_yaw, min(limit_yaw, aside)) * awake
        pitch = max(-limit_pitch, min(limit_pitch, 0.7 * act.gaze[1])) * awake
        turn = (look.nod - math.degrees(pitch), math.degrees(yaw), -look.roll)
        for row, part in self._neck:
            for k, angle in enumerate(turn, TURN.start):
                channels[row, k] += part * angle
        return (act.gaze[0] - yaw) * awake, (act.gaze[1] - pitch) * awake


def _contacts(plan: Plan) -> tuple[I32, F32]:
    """(K,) joints and (K, 4) homogeneous points of the rest pose that can touch the ground: on every firm joint, the
    points of its pieces that reach farthest in each of many directions."""
    turn = np.arange(_WAYS) * math.pi * (3.0 - math.sqrt(5.0))
    height = np.linspace(-0.98, 0.98, _WAYS)
    ways = np.stack([np.cos(turn) * np.sqrt(1 - height**2), height, np.sin(turn) * np.sqrt(1 - height**2)])
    ways = np.concatenate([ways, [[0.0], [-1.0], [0.0]]], axis=1).astype(np.float32)
    parts, points = [], []
    body = merge(plan.pieces)
    for row, joint in enumerate(plan.rig.joints):
        v = body.vertices[body.part == row]
        if len(v) and not joint.name.startswith(plan.soft):
            far = v[np.unique((v @ ways).argmax(axis=0))]
            points.append(np.concatenate([far, np.ones((len(far), 1), np.float32)], axis=1))
            parts.append(np.full(len(far), row, np.int32))
    return np.concatenate(parts), np.concatenate(points)
