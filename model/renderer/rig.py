"""Joints that move a mesh's parts: forward kinematics for everything alive on stage, a few matrix products a frame.

Knows nothing of what the joints belong to. Angles are degrees about x, then y, then z, as in `mesh.rotation`: a
positive x angle bows what stands up forward and swings what hangs down backward.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from model.renderer.mesh import F32, I32, Vec3, rotation

SHIFT, TURN, SCALE = slice(0, 3), slice(3, 6), slice(6, 9)


@dataclass(frozen=True, slots=True)
class Joint:
    """`at` is where it turns, in the rest pose. `radii` and `facing` (degrees about x, y, z) give it a frame of its
    own: a lid that turns in the frame of a flat eye slides over that eye's surface. Shifts, too, are in that frame."""

    name: str
    parent: str | None
    at: Vec3
    radii: Vec3 = (1.0, 1.0, 1.0)
    facing: Vec3 = (0.0, 0.0, 0.0)

    def frame(self) -> F32:
        """(4, 4) from the joint's own frame to the rest pose."""
        m = np.eye(4, dtype=np.float32)
        m[:3, :3] = rotation(*self.facing) * np.asarray(self.radii, np.float32)
        m[:3, 3] = self.at
        return m


class Rig:
    """J joints in an order in which parents come first; row j of `solve` moves part j."""

    def __init__(self, joints: Sequence[Joint]) -> None:
        self.joints = tuple(joints)
        self.index = {joint.name: j for j, joint in enumerate(joints)}
        parents = [-1 if joint.parent is None else self.index[joint.parent] for joint in joints]
        if any(p >= j for j, p in enumerate(parents)):
            raise ValueError("a joint comes before its parent")
        self._frames = np.stack([joint.frame() for joint in joints])
        self._inverses = np.linalg.inv(self._frames)
        self._levels = list(_levels(parents))

    def __len__(self) -> int:
        return len(self.joints)

    def rest(self) -> F32:
        """(J, 9) channels that leave every joint where it is: shift, turn in degrees, scale."""
        channels = np.zeros((len(self.joints), 9), np.float32)
        channels[:, SCALE] = 1.0
        return channels

    def solve(self, channels: F32) -> F32:
        """(J, 4, 4) transforms from the rest pose, of (J, 9) channels."""
        local = np.zeros((len(self.joints), 4, 4), np.float32)
        local[:, :3, :3] = turns(channels[:, TURN]) * channels[:, None, SCALE]
        local[:, :3, 3] = channels[:, SHIFT]
        local[:, 3, 3] = 1.0
        world = self._frames @ local @ self._inverses
        for children, parents in self._levels:
            world[children] = world[parents] @ world[children]
        return world


def turns(degrees: F32) -> F32:
    """(J, 3, 3) rotations of (J, 3) angles about x, then y, then z."""
    angle = np.radians(degrees)
    c, s = np.cos(angle), np.sin(angle)
    cx, cy, cz, sx, sy, sz = c[:, 0], c[:, 1], c[:, 2], s[:, 0], s[:, 1], s[:, 2]
    rows = (
        cz * cy,
        cz * sy * sx - sz * cx,
        cz * sy * cx + sz * sx,
        sz * cy,
        sz * sy * sx + cz * cx,
        sz * sy * cx - cz * sx,
        -sy,
        cy * sx,
        cy * cx,
    )
    return np.stack(rows, axis=-1).reshape(-1, 3, 3).astype(np.float32)


def _levels(parents: Sequence[int]) -> Iterable[tuple[list[int], list[int]]]:
    """(children, their parents) by depth below the roots."""
    depth: list[int] = []
    for parent in parents:
        depth.append(0 if parent < 0 else depth[parent] + 1)
    for level in range(1, max(depth) + 1):
        children = [j for j, d in enumerate(depth) if d == level]
        yield children, [parents[j] for j in children]


def lowest(matrices: F32, parts: I32, points: F32, spare: F32 | float = 0.0) -> float:
    """y of the lowest of K contact points: `points` (K, 4), of the rest pose and homogeneous, each moved by the
    transform in its row of `parts` (K,). Those with metres to `spare` count as that much higher."""
    return float(((matrices[parts, 1] * points).sum(axis=1) + spare).min())
