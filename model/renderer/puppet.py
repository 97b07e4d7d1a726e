"""What the renderer asks of everything that stands on stage: a rest mesh made once, and its parts' places each frame.

Knows nothing of rasterising or light. A puppet is made from an `Entity`; its act comes from a `Moment`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from model.moment import Moment
from model.renderer.mesh import F32, Mesh


@dataclass(frozen=True, slots=True)
class Act:
    """One entity at one instant, as its puppet needs it. Weights as in `Moment`; `gaze` is where the head looks,
    (yaw, pitch) radians relative to the heading, yaw positive to +x at heading 0; `held` says that it is in a hand;
    `seat` is how high what it sits on rises from the ground and how far ahead its edge is, in metres; `hold` is how a
    person bears another or is borne, of `model.renderer.figures.burden`."""

    time_s: float
    seed: int
    speed: float  # m/s over the ground
    pose: F32  # (12,)
    gesture: F32  # (22,)
    emotion: F32  # (8,)
    phase: float
    opened: float
    lit: float
    tilt: float
    speaking: float
    gaze: tuple[float, float] = (0.0, 0.0)
    held: bool = False
    seat: tuple[float, float] | None = None
    hold: str | None = None


class Puppet(Protocol):
    """`mesh.part` indexes the rows that `pose` returns."""

    mesh: Mesh

    def pose(self, act: Act) -> F32:
        """(P, 4, 4) transforms from rest to the entity's own frame: base middle at the origin, facing +z."""
        ...

    def hand(self, parts: F32) -> F32:
        """(4, 4) frame of the hand (or claw, or mouth) that holds things, once its parts are where `pose` puts them:
        its origin in the grip, +y along the thing held."""
        ...


def world_matrix(moment: Moment, i: int) -> F32:
    """(4, 4) from entity i's own frame to the world: heading, then position. Toppling is the puppet's own."""
    turn = float(moment.heading[i])
    c, s = math.cos(turn), math.sin(turn)
    m = np.eye(4, dtype=np.float32)
    m[0, 0], m[0, 2], m[2, 0], m[2, 2] = c, s, -s, c
    m[:3, 3] = moment.position[i]
    return m


def transform(mesh: Mesh, matrices: F32) -> tuple[F32, F32]:
    """Vertices and unit normals (V, 3) of the mesh with each part moved by its (4, 4) matrix; parts may be scaled."""
    m = matrices[mesh.part]
    v = np.einsum("vij,vj->vi", m[:, :3, :3], mesh.vertices) + m[:, :3, 3]
    linear = matrices[:, :3, :3]
    cofactor = np.cross(linear[:, [1, 2, 0]], linear[:, [2, 0, 1]])  # inverse transpose up to scale, total for scale 0
    n = np.einsum("vij,vj->vi", cofactor[mesh.part], mesh.normals)
    n /= np.maximum(np.linalg.norm(n, axis=1, keepdims=True), 1e-8)
    return v.astype(np.float32), n.astype(np.float32)


def act_of(moment: Moment, i: int, seed: int, gaze: tuple[float, float] = (0.0, 0.0),
           seat: tuple[float, float] | None = None, hold: str | None = None) -> Act:
    """Entity i's part of a moment."""
    x, _, z = moment.velocity[i].tolist()
    return Act(
        time_s=moment.time_s, seed=seed, speed=math.hypot(x, z), pose=moment.pose[i],
        gesture=moment.gesture[i], emotion=moment.emotion[i], phase=float(moment.phase[i]),
        opened=float(moment.opened[i]), lit=float(moment.lit[i]), tilt=float(moment.tilt[i]),
        speaking=float(moment.speaking[i]), gaze=gaze, held=bool(moment.held_by[i] >= 0),
        seat=seat, hold=hold,
    )  # fmt: skip


def toppled(height: float, depth: float, tilt: float) -> F32:
    """(4, 4) of a thing `height` tall and `depth` deep that has tipped over the front edge of its base: at `tilt` 1
    it lies along +z of its own frame, resting on its front. `height` only says how far a tall thing slides back so
    that it stays near its place: half of its length."""
    angle = 0.5 * math.pi * min(max(tilt, 0.0), 1.0)
    c, s = math.cos(angle), math.sin(angle)
    edge = 0.5 * depth
    slide = 0.5 * max(height - depth, 0.0) * s
    m = np.eye(4, dtype=np.float32)
    m[1, 1], m[1, 2], m[2, 1], m[2, 2] = c, -s, s, c
    m[1, 3] = s * edge
    m[2, 3] = edge - c * edge - slide
    return m
