"""From an entity to the puppet that plays it, ready to be moved quickly, and from a stage to its set.

Knows nothing of moments, cameras or light. Puppets and sets are made once and kept; making them is pure.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

import numpy as np

from model.renderer.color import linear
from model.renderer.compiled import in_lanes
from model.renderer.creatures import creature_puppet
from model.renderer.figures import person_puppet
from model.renderer.mesh import F32, I32, Mesh
from model.renderer.props import prop_puppet
from model.renderer.puppet import Puppet
from model.renderer.raster import Surface, Workspace
from model.renderer.scenery import Scenery
from model.renderer.sets import scenery
from model.stage import Entity, Stage

_MAKERS = {"person": person_puppet, "creature": creature_puppet, "prop": prop_puppet}
_ONE, _LEAST = np.float32(1.0), np.float32(1e-24)  # not counted in float64


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """A puppet's mesh with its vertices ordered by part. Equal to nothing but itself.

    `parts` are (part, first vertex, end), and `balls` hold them: middle and radius, at rest; `material` is a row of
    `albedo`, `gloss` and `glow`, the same at all corners of a triangle.
    """

    puppet: Puppet
    vertices: F32  # (V, 3) at rest
    normals: F32  # (V, 3)
    triangles: I32  # (T, 3)
    material: I32  # (V,)
    albedo: F32  # (M, 3) linear
    gloss: F32  # (M,)
    glow: F32  # (M,)
    parts: I32  # (K, 3)
    balls: F32  # (K, 4)

    def placed(self, matrices: F32) -> tuple[F32, F32]:
        """Vertices and unit normals (V, 3) with each part moved by its (4, 4) matrix; parts may be scaled."""
        vertices, normals = np.empty_like(self.vertices), np.empty_like(self.normals)
        self.place(matrices, vertices, normals)
        return vertices, normals

    def place(self, matrices: F32, vertices: F32, normals: F32) -> None:
        """As `placed`, into these arrays."""
        _move(self.vertices, self.normals, self.parts, matrices, vertices, normals)


@in_lanes
def _move(vertices: F32, normals: F32, parts: I32, matrices: F32, moved: F32, turned: F32) -> None:
    for k in range(parts.shape[0]):
        m = matrices[parts[k, 0]]
        a, b, c, d, e, f, g, h, i = m[0, 0], m[0, 1], m[0, 2], m[1, 0], m[1, 1], m[1, 2], m[2, 0], m[2, 1], m[2, 2]
        x, y, z = m[0, 3], m[1, 3], m[2, 3]
        # The inverse transpose up to scale, which also holds for a part scaled to nothing.
        na, nb, nc = e * i - f * h, f * g - d * i, d * h - e * g
        nd, ne, nf = h * c - i * b, i * a - g * c, g * b - h * a
        ng, nh, ni = b * f - c * e, c * d - a * f, a * e - b * d
        for v in range(np.uint32(parts[k, 1]), np.uint32(parts[k, 2])):
            px, py, pz = vertices[v, 0], vertices[v, 1], vertices[v, 2]
            moved[v, 0] = a * px + b * py + c * pz + x
            moved[v, 1] = d * px + e * py + f * pz + y
            moved[v, 2] = g * px + h * py + i * pz + z
            px, py, pz = normals[v, 0], normals[v, 1], normals[v, 2]
            nx, ny, nz = na * px + nb * py + nc * pz, nd * px + ne * py + nf * pz, ng * px + nh * py + ni * pz
            unit = _ONE / np.sqrt(max(nx * nx + ny * ny + nz * nz, _LEAST))
            turned[v, 0], turned[v, 1], turned[v, 2] = unit * nx, unit * ny, unit * nz


@dataclass(frozen=True, slots=True)
class Placed:
    """A body as it stands: `matrices` (P, 4, 4) take its parts from rest to the world; the picture's materials from
    row `material` on are its own."""

    body: Body
    matrices: F32
    material: int

    @property
    def key(self) -> Hashable:
        """All that it depends on."""
        return self.body, self.material, self.matrices.tobytes()


def laid_out(things: Sequence[Placed], space: Workspace, name: str) -> Surface:
    """One surface of all of them. It lies in `space`, in arrays that begin with this name."""
    bodies = [thing.body for thing in things]
    corners, count = sum(len(b.vertices) for b in bodies), sum(len(b.triangles) for b in bodies)
    out = Surface(
        space.rows(f"{name} vertices", corners, 3), space.rows(f"{name} normals", corners, 3),
        space.rows(f"{name} triangles", count, 3, dtype=np.int32),
        space.rows(f"{name} material", corners, dtype=np.int32),
    )  # fmt: skip
    counted = space.holds(name, tuple((thing.body, thing.material) for thing in things))  # as nearly always
    v = t = 0
    for thing, body in zip(things, bodies, strict=True):
        some, few = slice(v, v + len(body.vertices)), slice(t, t + len(body.triangles))
        body.place(thing.matrices, out.vertices[some], out.normals[some])
        if not counted:
            np.add(body.triangles, np.int32(v), out=out.triangles[few])
            np.add(body.material, np.int32(thing.material), out=out.material[some])
        v, t = some.stop, few.stop
    return out


def puppet_for(entity: Entity) -> Puppet:
    """The puppet that plays an entity. Raises ValueError for a kind or an archetype that is not in the catalogue."""
    return body_for(entity).puppet


@lru_cache(maxsize=256)
def body_for(entity: Entity) -> Body:
    """The puppet of an entity, ready to be moved."""
    if entity.kind not in _MAKERS:
        raise ValueError(f"no puppet for an entity of kind {entity.kind!r}")
    return fitted(_MAKERS[entity.kind](entity))


def set_for(stage: Stage) -> Scenery:
    """The set of a stage. Who plays on it makes no difference to it."""
    return _set(replace(stage, entities=()))


@lru_cache(maxsize=8)
def _set(stage: Stage) -> Scenery:
    return scenery(stage)


def fitted(puppet: Puppet) -> Body:
    """A puppet's mesh in the order of its parts, its materials counted."""
    mesh = _one_material_each(puppet.mesh)
    order = np.argsort(mesh.part, kind="stable")
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    part = mesh.part[order]
    bounds = np.flatnonzero(np.diff(part, prepend=-1, append=-1))
    looks, material = np.unique(_looks(mesh)[order], axis=0, return_inverse=True)
    return Body(
        puppet, np.ascontiguousarray(mesh.vertices[order]), np.ascontiguousarray(mesh.normals[order]),
        place[mesh.triangles].astype(np.int32), material.reshape(-1).astype(np.int32), linear(looks[:, :3]),
        np.ascontiguousarray(looks[:, 3]), np.ascontiguousarray(looks[:, 4]),
        np.stack([part[bounds[:-1]], bounds[:-1], bounds[1:]], axis=1).astype(np.int32),
        np.array([_ball(mesh.vertices[order[a:b]]) for a, b in pairwise(bounds)], np.float32),
    )  # fmt: skip


def _ball(points: F32) -> list[float]:
    """Middle and radius of a ball that holds the points."""
    middle = 0.5 * (points.min(axis=0) + points.max(axis=0))
    return [*middle.tolist(), 1.001 * float(np.sqrt(((points - middle) ** 2).sum(axis=1).max()))]


def _looks(mesh: Mesh) -> F32:
    """(V, 5) sRGB colour in 256 steps, gloss and glow."""
    color = np.round(mesh.color * 255.0) / 255.0
    return np.concatenate([color, mesh.gloss[:, None], mesh.glow[:, None]], axis=1).astype(np.float32)


def _one_material_each(mesh: Mesh) -> Mesh:
    """The mesh with corners of their own for triangles whose corners differ; they take the middle of the colours."""
    looks = _looks(mesh)[mesh.triangles]
    mixed = (looks != looks[:, :1]).any(axis=(1, 2))
    if not mixed.any():
        return mesh
    corners = mesh.triangles[mixed].reshape(-1)
    middle = looks[mixed].mean(axis=1).repeat(3, axis=0)
    triangles = mesh.triangles.copy()
    triangles[mixed] = np.arange(len(corners), dtype=np.int32).reshape(-1, 3) + len(mesh.vertices)

    def grown(old: F32, new: F32) -> F32:
        return np.concatenate([old, new]).astype(old.dtype)

    return Mesh(
        grown(mesh.vertices, mesh.vertices[corners]), grown(mesh.normals, mesh.normals[corners]), triangles,
        grown(mesh.color, middle[:, :3]), grown(mesh.gloss, middle[:, 3]), grown(mesh.glow, middle[:, 4]),
        np.concatenate([mesh.part, mesh.part[corners]]),
    )  # fmt: skip
