"""What a camera must not stand in and cannot see through: the solid parts of a set, and who and what is on stage.

Boxes along the axes, metres. A beat is looked at in K moments at once, since people and things move. Knows nothing of
composition or of pixels.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from model.moment import Moment
from model.renderer.kit import set_for
from model.stage import Stage

Vec = npt.NDArray[np.float64]
_SAMPLES = 9  # moments that stand for a beat
_HAIR = 0.1  # m by which somebody's hair stands out from their box
_ALMOST = 0.95  # of the way to what is seen; what stands closer to it than the rest does not hide it


@dataclass(frozen=True, slots=True)
class Solids:
    """The boxes at K moments: `low` and `high` (K, S, 3) are their corners, `bodies` (S,) says which are people and
    creatures of whom the shot is not."""

    low: Vec
    high: Vec
    bodies: npt.NDArray[np.bool_]

    def holding(self, places: Vec, margin: float) -> npt.NDArray[np.bool_]:
        """(K,) whether a box, grown by a margin, holds the place of each moment, given as (K, 3)."""
        at = places[:, None]
        inside = np.minimum(at - self.low, self.high - at).min(axis=2) > -margin
        return np.asarray(inside.any(axis=1))

    def hiding(self, places: Vec, spots: Vec) -> npt.NDArray[np.bool_]:
        """(K, M) whether a box stands between a moment's place (K, 3) and each of its spots (K, M, 3). A thing that
        holds a spot does not hide it; somebody who stands so close hides it from one side."""
        start, end = places[:, None, None], spots[:, :, None]
        hair = np.where(self.bodies, _HAIR, 0.0)[:, None]
        low, high = self.low[:, None] - hair, self.high[:, None] + hair
        way = end - start
        way = np.where(np.abs(way) < 1e-9, 1e-9, way)
        a, b = (low - start) / way, (high - start) / way
        enter, leave = np.minimum(a, b).max(axis=3), np.maximum(a, b).min(axis=3)
        own = ((end > low) & (end < high)).all(axis=3) & ~self.bodies
        return np.asarray(((np.maximum(enter, 0.0) < np.minimum(leave, _ALMOST)) & ~own).any(axis=2))

    def intruding(self, places: Vec, middles: Vec, half_width: float) -> Vec:
        """(K,) how much of a frame is taken from its sides, of its half width, for a lens at `places` (K, 3) that looks
        at `middles` (K, 3); `half_width` is the tangent of half its angle. What is nearer than the middle takes more,
        what is far behind takes nothing."""
        forward = middles - places
        reach = np.maximum(np.linalg.norm(forward, axis=1), 1e-6)[:, None]
        out = (self.low + self.high) / 2 - places[:, None]
        ahead = np.einsum("ksi,ki->ks", out, forward) / reach
        half = np.maximum(ahead, 1e-6) * half_width
        width = np.maximum(np.linalg.norm((self.high - self.low)[:, :, [0, 2]], axis=2) / 2, 1e-6)
        aside = np.linalg.norm(out - forward[:, None] * (ahead / reach)[:, :, None], axis=2)
        seen = np.clip((half + width - aside) / (2 * width), 0.0, 1.0) * np.minimum(1.0, width / half)
        weight = np.where(ahead < reach, 1.0, 0.4) * ((ahead > 0.0) & (ahead < 1.6 * reach))
        return np.asarray((seen * weight).sum(axis=1))


def sampled(moments: Sequence[Moment]) -> list[Moment]:
    """A few of the moments, from the first to the last."""
    steps = np.linspace(0, len(moments) - 1, min(len(moments), _SAMPLES)).round().astype(int)
    return [moments[k] for k in steps]


def solids(
    stage: Stage, moments: Sequence[Moment], without: Collection[int] = (), framed: Collection[int] = ()
) -> Solids:
    """What is solid at each of the moments; `without` are rows of the stage that do not count, `framed` those of whom
    a shot is, who do not hide what is in themselves."""
    built = _built(replace(stage, entities=()))
    bodies = np.array([_bodies(stage, moment, without) for moment in moments])
    boxes = np.concatenate([np.broadcast_to(built, (len(moments), *built.shape)), bodies], axis=1)
    alive = [False] * len(built) + [
        entity.kind != "prop" and row not in framed for row, entity in enumerate(stage.entities)
    ]
    return Solids(boxes[:, :, 0], boxes[:, :, 1], np.array(alive, np.bool_))


@lru_cache(maxsize=8)
def _built(bare: Stage) -> Vec:
    """(S, 2, 3) boxes of a set."""
    return np.array(set_for(bare).obstacles, np.float64).reshape(-1, 2, 3)


def _bodies(stage: Stage, moment: Moment, without: Collection[int]) -> Vec:
    """(N, 2, 3) boxes of who and what is on stage; far below it for those who do not count."""
    out = np.full((len(stage.entities), 2, 3), -1e6)
    for i, entity in enumerate(stage.entities):
        held = int(moment.held_by[i]) >= 0 and entity.kind == "prop"  # a cat in somebody's arms may hide a face
        if i in without or moment.present[i] < 0.5 or held or int(moment.inside[i]) >= 0:
            continue
        width, height, depth = _extent(entity.size, float(moment.heading[i]))
        base = moment.position[i].astype(np.float64)
        out[i] = base + np.array([[-width, 0.0, -depth], [width, height, depth]])
    return out


def _extent(size: tuple[float, float, float], heading: float) -> tuple[float, float, float]:
    """Half the width, the height and half the depth of a body turned to its heading; corners are rounded off."""
    c, s = abs(math.cos(heading)), abs(math.sin(heading))
    return 0.47 * (c * size[0] + s * size[2]), size[1], 0.47 * (s * size[0] + c * size[2])
