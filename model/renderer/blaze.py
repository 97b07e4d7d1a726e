"""Fire on what was not made to give light: tongues of flame over all that looks up or out of it, smoke, and its glow.

A pure function of the thing, of how far it burns and of the time. Knows nothing of stages, cameras or pixels.
"""

from __future__ import annotations

import math
import zlib
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from model.renderer.kit import Body, fitted, puppet_for
from model.renderer.loft import Reals
from model.renderer.mesh import F32, I32, Mesh, merge
from model.renderer.puppet import Act
from model.renderer.shapes import ball, spun
from model.stage import Entity

TONGUES, PUFFS = 38, 6
_CANDIDATES = 420  # points on the thing, of which the tongues take those that lie farthest apart
_TIPS = ("#f4480c", "#e8340a", "#ff6414")


class Fire:
    """A `Puppet`: tongues of unit height that dance where they stand, then puffs of smoke that rise and vanish."""

    def __init__(self) -> None:
        tongues = [_tongue(_TIPS[k % len(_TIPS)]).of_part(k) for k in range(TONGUES)]
        puffs = [ball(1.0, "#4a4648", detail=5, gloss=0.0).of_part(TONGUES + k) for k in range(PUFFS)]
        self.mesh = merge([*tongues, *puffs])
        rng = np.random.default_rng(11)
        self._pace, self._begun = rng.uniform(0.8, 1.3, TONGUES), rng.uniform(0.0, 2.0 * math.pi, TONGUES)

    def pose(self, act: Act) -> F32:
        """(P, 4, 4), growing with how far the thing is lit; the smoke's places are in heights of the fire."""
        parts = np.zeros((TONGUES + PUFFS, 4, 4), np.float32)
        parts[:, 3, 3] = 1.0
        t = (7.5 * act.time_s + act.seed % 97) * self._pace + self._begun
        tall = 1.0 + 0.22 * np.sin(t) + 0.12 * np.sin(2.3 * t + 1.0)
        wide = 1.0 - 0.10 * np.sin(t + 0.6)
        flames = parts[:TONGUES]
        flames[:, 0, 0] = flames[:, 2, 2] = act.lit * wide
        flames[:, 1, 1] = act.lit * tall
        flames[:, 0, 1], flames[:, 2, 1] = 0.24 * act.lit * np.sin(0.7 * t), 0.2 * act.lit * np.cos(0.9 * t)
        age = (0.22 * act.time_s + np.arange(PUFFS) / PUFFS) % 1.0
        size = 0.30 * act.lit * np.sin(math.pi * age) ** 0.7 * (0.5 + age)
        smoke = parts[TONGUES:]
        smoke[:, 0, 0] = smoke[:, 1, 1] = smoke[:, 2, 2] = size
        smoke[:, 0, 3], smoke[:, 1, 3] = 0.5 * age * np.sin(2.6 * np.arange(PUFFS) + age), 0.6 + 2.1 * age
        return parts

    def hand(self, parts: F32) -> F32:
        """A fire holds nothing."""
        return np.eye(4, dtype=np.float32)


@lru_cache(maxsize=1)
def fire() -> Body:
    """The one fire that burns on everything."""
    return fitted(Fire())


@dataclass(frozen=True, slots=True)
class Kindling:
    """Where the fire sits on one thing: for each tongue the thing's part, the point of its rest pose (homogeneous)
    and the height of the flame; `height` is what the smoke counts in."""

    part: I32  # (TONGUES,)
    point: F32  # (TONGUES, 4)
    size: F32  # (TONGUES,)
    height: float

    def burning(self, thing: F32, act: Act) -> F32:
        """(P, 4, 4) from the fire's rest pose to the world, on a thing whose parts are moved by `thing`: flames rise
        straight up however it lies."""
        parts = fire().puppet.pose(act)
        roots = np.einsum("nij,nj->ni", thing[self.part, :3], self.point)
        top = np.append(roots.mean(axis=0)[[0, 2]], roots[:, 1].max())
        scale = np.append(self.size, np.full(PUFFS, self.height)).astype(np.float32)
        parts[:, :3] *= scale[:, None, None]
        parts[:TONGUES, :3, 3] += roots
        parts[:TONGUES, 1, 3] -= 0.12 * self.size * act.lit
        parts[TONGUES:, :3, 3] += top[[0, 2, 1]]
        return parts


@lru_cache(maxsize=64)
def kindling_for(entity: Entity) -> Kindling:
    """How an entity burns, worked out once."""
    rng = np.random.default_rng(zlib.crc32(entity.id.encode()))
    part, point = _spread(puppet_for(entity).mesh, rng)
    height = float(np.clip(0.42 * np.cbrt(np.prod(entity.size)), 0.12, 1.25))
    return Kindling(part, point, (height * rng.uniform(0.6, 1.25, TONGUES)).astype(np.float32), height)


def flicker(time_s: float, seed: int) -> float:
    """How bright a fire is now, about 1."""
    t = 8.0 * time_s + seed % 97
    return 1.0 + 0.10 * math.sin(t) + 0.07 * math.sin(2.7 * t + 1.0)


def _tongue(tip: str) -> Mesh:
    """A drop of fire of unit height, pale at its root."""
    bands = (
        ([(0.0, 0.0), (0.15, 0.05), (0.21, 0.20), (0.20, 0.30)], "#ffc04c"),
        ([(0.20, 0.30), (0.13, 0.56)], "#ff861c"),
        ([(0.13, 0.56), (0.05, 0.82), (0.0, 1.0)], tip),
    )
    return merge(spun(profile, color, sides=7, glow=0.7) for profile, color in bands)


def _spread(mesh: Mesh, rng: np.random.Generator) -> tuple[I32, F32]:
    """Parts and points of the tongues: drawn by area, most where the surface looks up and none where it looks down,
    and of those the ones farthest from each other."""
    a, b, c = (mesh.vertices[mesh.triangles[:, k]] for k in range(3))
    across = np.cross(b - a, c - a)
    area = np.linalg.norm(across, axis=1)
    up = across[:, 1] / np.maximum(area, 1e-9)
    weight = area * np.where(up < -0.3, 0.0, 0.3 + np.maximum(up, 0.0))
    drawn = rng.choice(len(weight), _CANDIDATES, p=weight / weight.sum())
    u, v = np.sort(rng.uniform(size=(2, _CANDIDATES)), axis=0)
    points = a[drawn] + u[:, None] * (b - a)[drawn] + (1.0 - v)[:, None] * (c - a)[drawn]
    chosen = [int(points[:, 1].argmax())]
    away: Reals = np.full(_CANDIDATES, np.inf)
    while len(chosen) < TONGUES:
        away = np.minimum(away, np.linalg.norm(points - points[chosen[-1]], axis=1))
        chosen.append(int(away.argmax()))
    homogeneous = np.concatenate([points[chosen], np.ones((TONGUES, 1))], axis=1)
    return mesh.part[mesh.triangles[drawn[chosen], 0]], homogeneous.astype(np.float32)
