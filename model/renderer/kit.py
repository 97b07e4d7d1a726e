"""From an entity to the puppet that plays it, ready to be moved quickly, and from a stage to its set.

Knows nothing of moments, cameras or light. Puppets and sets are made once and kept; making them is pure.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

import numpy as np

from model.renderer.color import linear
from model.renderer.creatures import creature_puppet
from model.renderer.figures import person_puppet
from model.renderer.mesh import F32, I32, Mesh
from model.renderer.props import prop_puppet
from model.renderer.puppet import Puppet
from model.renderer.scenery import Scenery
from model.renderer.sets import scenery
from model.stage import Entity, Stage

_MAKERS = {"person": person_puppet, "creature": creature_puppet, "prop": prop_puppet}


@dataclass(frozen=True, slots=True)
class Body:
    """A puppet's mesh with its vertices ordered by part, so that a part moves by one matrix product.

    `parts` are (part, first vertex, end); `material` is a row of `albedo`, `gloss` and `glow`, one for each triangle.
    """

    puppet: Puppet
    vertices: F32  # (V, 3) at rest
    normals: F32  # (V, 3)
    triangles: I32  # (T, 3)
    material: I32  # (V,)
    albedo: F32  # (M, 3) linear
    gloss: F32  # (M,)
    glow: F32  # (M,)
    parts: tuple[tuple[int, int, int], ...]

    def placed(self, matrices: F32) -> tuple[F32, F32]:
        """Vertices and unit normals (V, 3) with each part moved by its (4, 4) matrix; parts may be scaled."""
        vertices, normals = np.empty_like(self.vertices), np.empty_like(self.normals)
        linear = matrices[:, :3, :3]
        # The inverse transpose up to scale, which also holds for a part scaled to nothing.
        cofactor = np.cross(linear[:, [1, 2, 0]], linear[:, [2, 0, 1]])
        scaled = np.abs(cofactor @ cofactor.swapaxes(1, 2) - np.eye(3)).max(axis=(1, 2)) > 1e-4
        for part, start, end in self.parts:
            np.matmul(self.vertices[start:end], linear[part].T, out=vertices[start:end])
            vertices[start:end] += matrices[part, :3, 3]
            turned = np.matmul(self.normals[start:end], cofactor[part].T, out=normals[start:end])
            if scaled[part]:
                turned /= np.maximum(np.sqrt(np.einsum("vi,vi->v", turned, turned)), 1e-12)[:, None]
        return vertices, normals


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
        tuple((int(part[a]), int(a), int(b)) for a, b in pairwise(bounds)),
    )  # fmt: skip


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
