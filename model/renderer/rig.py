"""Joints that move a mesh's parts: forward kinematics for everything alive on stage, a few matrix products a frame.

Knows nothing of what the joints belong to. Angles are degrees about x, then y, then z, as in `mesh.rotation`: a
positive x angle bows what stands up forward and swings what hangs down backward.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from model.renderer.compiled import compiled
from model.renderer.loft import Reals
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
        frames = np.stack([joint.frame() for joint in joints]).astype(np.float64)
        self._frames, self._inverses = frames[:, :3].copy(), np.linalg.inv(frames)[:, :3].copy()
        self._parents = np.array(parents, np.int32)
        self._rest = np.zeros((len(joints), 9), np.float32)
        self._rest[:, SCALE] = 1.0

    def __len__(self) -> int:
        return len(self.joints)

    def rest(self) -> F32:
        """(J, 9) channels that leave every joint where it is: shift, turn in degrees, scale."""
        return self._rest.copy()

    def solve(self, channels: F32, out: F32 | None = None) -> F32:
        """(J, 4, 4) transforms from the rest pose, of (J, 9) channels; in `out`, if it is given."""
        out = np.empty((len(self.joints), 4, 4), np.float32) if out is None else out
        _solve(channels, self._frames, self._inverses, self._parents, out)
        return out


@compiled
def _solve(channels: F32, frames: Reals, inverses: Reals, parents: I32, out: F32) -> None:
    """Fill `out` (J, 4, 4). `frames` and `inverses` are (J, 3, 4) to and from the rest pose."""

    def after(a: Reals, b: Reals, both: Reals) -> None:
        for row in range(3):
            for k in range(4):
                both[row, k] = a[row, 0] * b[0, k] + a[row, 1] * b[1, k] + a[row, 2] * b[2, k]
            both[row, 3] += a[row, 3]

    own, framed, moved = np.empty((3, 4)), np.empty((3, 4)), np.empty((len(parents), 3, 4))
    for j in range(len(parents)):
        x, y, z = math.radians(channels[j, 3]), math.radians(channels[j, 4]), math.radians(channels[j, 5])
        cx, sx, cy, sy, cz, sz = math.cos(x), math.sin(x), math.cos(y), math.sin(y), math.cos(z), math.sin(z)
        own[0, 0], own[0, 1], own[0, 2] = cz * cy, cz * sy * sx - sz * cx, cz * sy * cx + sz * sx
        own[1, 0], own[1, 1], own[1, 2] = sz * cy, sz * sy * sx + cz * cx, sz * sy * cx - cz * sx
        own[2, 0], own[2, 1], own[2, 2] = -sy, cy * sx, cy * cx
        for row in range(3):
            for k in range(3):
                own[row, k] *= channels[j, 6 + k]
            own[row, 3] = channels[j, row]
        after(frames[j], own, framed)
        if parents[j] < 0:
            after(framed, inverses[j], moved[j])
        else:
            after(framed, inverses[j], own)
            after(moved[parents[j]], own, moved[j])
        for k in range(4):
            for row in range(3):
                out[j, row, k] = moved[j, row, k]
            out[j, 3, k] = 1.0 if k == 3 else 0.0


def lowest(matrices: F32, parts: I32, points: F32, spare: F32 | None = None) -> float:
    """y of the lowest of K contact points: `points` (K, 4), of the rest pose and homogeneous, each moved by the
    transform in its row of `parts` (K,). Those with metres to `spare` (K,) count as that much higher."""
    return float(_lowest(matrices, parts, points, np.zeros(len(parts), np.float32) if spare is None else spare))


@compiled
def _lowest(matrices: F32, parts: I32, points: F32, spare: F32) -> float:
    low = np.inf
    for k in range(len(parts)):
        m, p = matrices[parts[k], 1], points[k]
        low = min(low, m[0] * p[0] + m[1] * p[1] + m[2] * p[2] + m[3] * p[3] + spare[k])
    return low
