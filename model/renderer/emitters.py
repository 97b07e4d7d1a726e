"""What shines, as a few boxes of light, for polished things to mirror: windows, screens, lamps, glowing things.

Worked out once for a set and once for a body; how bright each is comes with the moment. A box stands for triangles that
shine alike and touch, or nearly so. Knows nothing of what a mirror shows, nor of the silks over a room, which the
irradiance volume holds.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from model.renderer.irradiance import NEAR_LAMP, Color, faces, radiance_of
from model.renderer.kit import Body
from model.renderer.light import NO_EMITTERS, Lamp
from model.renderer.mesh import F32, I32
from model.renderer.scenery import OF_STAGE_GLOW, Scenery
from model.renderer.studio import Vector

MOST = 8  # boxes of light that a picture mirrors
_APART = 0.12  # m between triangles of one box
_THIN = 0.01  # m, half of what is flat
_SPECK = 0.01  # m2 of white light; what is less, such as the light in an eye, is seen in nothing
_BULB = 0.12  # m, half a lamp of which nothing glows

Rows = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Shining:
    """N boxes of light: their middles and half their sides, m, what area shines in each and how much of that to one
    side, 0 (all around) .. 1."""

    place: Vector  # (N, 3)
    half: Vector  # (N, 3)
    area: Vector  # (N,) m2
    one_sided: Vector  # (N,)

    @classmethod
    def of(cls, groups: Sequence[tuple[Vector, Vector, Vector]]) -> Shining:
        """A box for each group of triangles: corners (T, 3, 3), normals (T, 3) and areas (T,)."""
        low = np.array([corners.min(axis=(0, 1)) for corners, _, _ in groups]).reshape(-1, 3)
        high = np.array([corners.max(axis=(0, 1)) for corners, _, _ in groups]).reshape(-1, 3)
        area = np.array([float(areas.sum()) for _, _, areas in groups])
        net = np.array([float(np.linalg.norm(normals.T @ areas)) for _, normals, areas in groups])
        return cls((low + high) / 2, np.maximum((high - low) / 2, _THIN), area, net / area)

    def boxes(self, radiance: Vector) -> Vector:
        """(N, 9) middles, half sides, and the radiance of whole boxes in which triangles have `radiance` (N, 3): half
        of what shines is seen from anywhere, of a plate that shines to one side all or nothing."""
        share = self.area / (_surface(self.half) * (2.0 - self.one_sided))
        return np.concatenate([self.place, self.half, radiance * share[:, None]], axis=1)

    def moved(self, matrices: F32) -> Shining:
        """Each by its matrix (N, 4, 4)."""
        turn = matrices[:, :3, :3].astype(np.float64)
        place = np.einsum("nij,nj->ni", turn, self.place) + matrices[:, :3, 3]
        half = np.maximum(np.einsum("nij,nj->ni", np.abs(turn), self.half), _THIN)
        return replace(self, place=place, half=half)


@dataclass(frozen=True, slots=True)
class Emitters:
    """What shines in a set, and of which of the kinds that `radiance_of` tells apart each is."""

    shining: Shining
    kind: Rows  # (N,)
    radiance: Vector  # (N, 3) for a unit of its kind
    brightest: tuple[float, ...]  # of each kind, m2 of white light for a unit of it

    def under(self, colors: Sequence[Color], cast: Iterable[tuple[Body, F32]], lamps: Sequence[Lamp]) -> F32:
        """(K, 9) the brightest few, when each kind has one of these colours, of a set with a cast, each with the
        matrices (P, 4, 4) of its parts, and lamps: middle, half sides, radiance."""
        on_stage = list(_on_stage(cast))
        powers = (float(max(color)) * most for color, most in zip(colors, self.brightest, strict=True))
        if not lamps and not on_stage and max(powers) <= _SPECK:  # as in most frames by day
            return NO_EMITTERS
        parts = [(self.shining, self.radiance * np.asarray(colors)[self.kind]), *on_stage]
        place, area = (np.concatenate([getattr(shining, name) for shining, _ in parts]) for name in ("place", "area"))
        radiance, boxes = np.concatenate([radiance for _, radiance in parts]), []
        for lamp in lamps:
            near = np.linalg.norm(place - lamp.position, axis=1) < NEAR_LAMP
            if near.any():  # it shines from there: as much as makes its light on white paint a metre away
                radiance[near] = 4.0 * math.pi / area[near].sum() * np.asarray(lamp.color)
            else:
                bulb = 4.0 * math.pi / (24.0 * _BULB**2) * np.asarray(lamp.color)
                boxes.append(np.concatenate([lamp.position, np.full(3, _BULB), bulb])[None])
        each = np.split(radiance, np.cumsum([len(shining.area) for shining, _ in parts])[:-1])
        boxes += [shining.boxes(own) for (shining, _), own in zip(parts, each, strict=True)]
        every = np.concatenate(boxes)
        power = _power(every)
        first = [k for k in np.argsort(-power, kind="stable")[:MOST] if power[k] > _SPECK]
        return every[first].astype(np.float32)


def emitters_of(scenery: Scenery) -> Emitters:
    """What shines in a set itself."""
    _, facing, area = faces(scenery.mesh.vertices, scenery.mesh.triangles)
    corners = scenery.mesh.vertices[scenery.mesh.triangles].astype(np.float64)  # (T, 3, 3)
    groups, kinds, colors = [], [], []
    for kind, radiance in enumerate(radiance_of(scenery)):
        lit = np.flatnonzero((radiance.max(axis=1) > 0.0) & (area > 0.0))
        for part in _touching(scenery.mesh.triangles[lit], corners[lit]):
            some = lit[part]
            groups.append((corners[some], facing[some], area[some]))
            kinds.append(kind)
            colors.append(radiance[some].T @ area[some] / area[some].sum())
    shining, radiance = Shining.of(groups), np.array(colors).reshape(-1, 3)
    of_kind, power = np.array(kinds, np.int64), _power(shining.boxes(radiance))
    brightest = tuple(float(power[of_kind == k].max(initial=0.0)) for k in range(3))
    return Emitters(shining, of_kind, radiance, brightest)


def _on_stage(cast: Iterable[tuple[Body, F32]]) -> Iterator[tuple[Shining, Vector]]:
    """What glows on each of a cast, and (N, 3) how bright."""
    for body, matrices in cast:
        part, shining, radiance = _glowing(body)
        if len(part) > 0:
            yield shining.moved(matrices[part]), radiance


@lru_cache(maxsize=256)
def _glowing(body: Body) -> tuple[Rows, Shining, Vector]:
    """The parts of a body that glow, what shines there, at rest, and (N, 3) how bright."""
    parts, groups, colors = [], [], []
    first = body.triangles[:, 0]
    rows = body.material[first]
    for part, start, end in body.parts:
        some = np.flatnonzero((first >= start) & (first < end) & (body.glow[rows] > 0.0))
        _, facing, area = faces(body.vertices, body.triangles[some])
        power = OF_STAGE_GLOW * body.glow[rows[some]] * body.albedo[rows[some]].T @ area
        if power.mean() > _SPECK:
            parts.append(int(part))
            groups.append((body.vertices[body.triangles[some]].astype(np.float64), facing, area))
            colors.append(power / area.sum())
    return np.array(parts, np.int64), Shining.of(groups), np.array(colors).reshape(-1, 3)


def _touching(triangles: I32, corners: Vector) -> list[Rows]:
    """The rows of T triangles (T, 3), with corners (T, 3, 3), in groups that touch or nearly do."""
    if len(triangles) == 0:
        return []
    # First those that share vertices, for what is left is few enough to compare each with each.
    count, vertex = len(triangles), np.unique(triangles, return_inverse=True)[1].reshape(-1)
    joined = _joined(np.arange(count).repeat(3), count + vertex, count + int(vertex.max()) + 1)
    piece = np.unique(joined[:count], return_inverse=True)[1]
    low, high = np.full((piece.max() + 1, 3), np.inf), np.full((piece.max() + 1, 3), -np.inf)
    np.minimum.at(low, piece, corners.min(axis=1))
    np.maximum.at(high, piece, corners.max(axis=1))
    near = ((low[:, None] < high + _APART) & (high[:, None] > low - _APART)).all(axis=2)
    one, other = np.nonzero(near)
    group = _joined(one, other, len(low))[piece]
    return [np.flatnonzero(group == k) for k in np.unique(group)]


def _joined(one: Rows, other: Rows, count: int) -> Rows:
    """(count,) for each of so many things the first of all that it is joined to, by way of pairs of which one is
    joined to the other."""
    first = np.arange(count)
    while True:
        nearer = first.copy()
        np.minimum.at(nearer, one, first[other])
        np.minimum.at(nearer, other, first[one])
        nearer = nearer[nearer]
        if (nearer == first).all():
            return first
        first = nearer


def _power(boxes: Vector) -> Vector:
    """(N,) of boxes of light (N, 9), in m2 of white light."""
    out: Vector = boxes[:, 6:].sum(axis=1) * _surface(boxes[:, 3:6])
    return out


def _surface(half: Vector) -> Vector:
    """(N,) of three faces of boxes with half their sides (N, 3)."""
    x, y, z = half.T
    out: Vector = 4.0 * (x * y + y * z + z * x)
    return out
