"""As many triangles as can be told apart: bodies that are small in a picture are drawn with fewer.

A coarser body has some of the corners of the full one, each as it was; the others have been drawn into a neighbour, the
cheapest first, as long as neither the surface nor its shading moves by more than can be seen (quadrics over places and
normals together, after Garland and Heckbert 1998). Knows nothing of stages or light.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from model.renderer.actor import Actor
from model.renderer.compiled import compiled
from model.renderer.kit import Body, Placed
from model.renderer.mesh import F32, I32
from model.renderer.raster import NEAR, View
from model.renderer.shadow import ShadowFrame

F64 = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

ERRORS = (0.0012, 0.002, 0.0032, 0.005, 0.008, 0.013, 0.02, 0.032)  # m by which ever coarser bodies may be off
_UNSEEN, _SOFT = 0.5, 0.9  # pixels by which a surface may be off in a picture, and in a shadow map
_SLOPE = 0.02  # m that count as much as a normal that is off by its whole length
_CARE = 1.5  # times as exact are faces: the shells of an eye lie close together


def in_picture(things: Sequence[Placed], view: View, off: float = _UNSEEN) -> list[Placed]:
    """Those that reach into the picture, none finer than it takes to be `off` by no more of its pixels."""
    wide = [(thing, pixels_of(thing.body, thing.matrices, view)) for thing in things]
    return [replace(thing, body=coarsest(thing.body, pixels, off)) for thing, pixels in wide if pixels > 0.0]


def in_light(things: Sequence[Placed], frame: ShadowFrame) -> list[Placed]:
    """Those that may throw shadows, none finer than a shadow map can tell."""
    if frame.lens is not None:
        return in_picture(things, frame.lens, _SOFT)
    return [replace(thing, body=coarsest(thing.body, 1.0 / frame.texel, _SOFT)) for thing in things]


def coarsest(body: Body, pixels: float, off: float = _UNSEEN) -> Body:
    """The simplest body whose surface is `off` by no more pixels where a metre of it is at most so many wide."""
    levels = [k for k, error in enumerate(ERRORS) if error * pixels <= off]
    return _coarser(body, levels[-1]) if levels else body


def pixels_of(body: Body, matrices: F32, view: View) -> float:
    """How many pixels wide a metre is where a moved body is nearest to the camera; 0 where it is out of the picture."""
    wide, high = view.width / 2.0 / view.focal, view.height / 2.0 / view.focal
    depth = _nearest(body.balls, body.parts, matrices, view.world_to_view, wide, high, math.hypot(1.0, wide),
                     math.hypot(1.0, high))
    return view.focal / max(depth, NEAR) if depth < math.inf else 0.0


@compiled
def _nearest(balls: F32, parts: I32, matrices: F32, world_to_view: F32, wide: float, high: float, side: float,
             top: float) -> float:
    """Least depth of those balls around a body's parts that reach into the picture, infinite if none does. Its edge is
    `wide` metres from its middle for each metre of depth, and a ball reaches its radius times `side` farther in."""
    least = math.inf
    for k in range(parts.shape[0]):
        m = matrices[parts[k, 0]]
        scale = 0.0
        for row in range(3):
            for column in range(3):
                scale += m[row, column] * m[row, column]
        radius = balls[k, 3] * math.sqrt(scale)  # no direction is drawn out more
        x, y, z = m[0, 3], m[1, 3], m[2, 3]
        for j in range(3):
            x += m[0, j] * balls[k, j]
            y += m[1, j] * balls[k, j]
            z += m[2, j] * balls[k, j]
        w = world_to_view
        right = w[0, 0] * x + w[0, 1] * y + w[0, 2] * z + w[0, 3]
        up = w[1, 0] * x + w[1, 1] * y + w[1, 2] * z + w[1, 3]
        depth = -(w[2, 0] * x + w[2, 1] * y + w[2, 2] * z + w[2, 3])
        if (depth + radius > NEAR and abs(right) <= wide * depth + side * radius
                and abs(up) <= high * depth + top * radius):
            least = min(least, depth - radius)
    return least


@lru_cache(maxsize=256)
def _coarser(body: Body, level: int) -> Body:
    """The body with as few triangles as it can have and be off by no more than the error of that level."""
    part = np.repeat(body.parts[:, 0], body.parts[:, 2] - body.parts[:, 1])
    features = body.puppet.features if isinstance(body.puppet, Actor) else ()
    care = np.where(np.isin(part, list(features)), _CARE, 1.0)
    triangles = _thinned(body.vertices, body.normals, body.triangles, (ERRORS[level] / care) ** 2)
    kept, numbered = np.unique(triangles, return_inverse=True)
    starts = np.searchsorted(kept, body.parts[:, 1:]).astype(np.int32)
    return replace(
        body, vertices=body.vertices[kept], normals=body.normals[kept], material=body.material[kept],
        triangles=numbered.reshape(-1, 3).astype(np.int32), parts=np.column_stack([body.parts[:, 0], starts]),
    )  # fmt: skip


def _thinned(vertices: F32, normals: F32, triangles: I32, limit: F64) -> I32:
    """(T, 3) fewer triangles over the same corners, each of which may be off by its limit in squared metres."""
    points = np.concatenate([vertices, _SLOPE * normals], axis=1).astype(np.float64)
    count, fixed, triangles = len(points), _shared(vertices), triangles.copy()
    starts, around = _stars(triangles, count)
    _fix_ends(triangles, starts, around, fixed)
    quadrics = _quadrics(points, triangles)
    stale, target, cost = np.ones(count, np.bool_), np.empty(count, np.int32), np.empty(count)
    while True:
        _choose(points, triangles, starts, around, quadrics, fixed, stale, limit, target, cost)
        order = np.argsort(cost, kind="stable")
        order = order[target[order] >= 0]
        if len(order) == 0:
            return triangles
        stale[:] = False
        _merge(triangles, starts, around, quadrics, order.astype(np.int32), target, stale)
        triangles = triangles[triangles[:, 0] >= 0]
        starts, around = _stars(triangles, count)


def _shared(vertices: F32) -> Flags:
    """(V,) whether another corner is at the same place: a hard edge, or another material."""
    x, y, z = (vertices + np.float32(0.0)).view(np.uint32).astype(np.uint64).T  # -0 is 0
    spot = x * np.uint64(0x9E3779B97F4A7C15) ^ y * np.uint64(0xC2B2AE3D27D4EB4F) ^ z * np.uint64(0x165667B19E3779F9)
    _, same, counts = np.unique(spot, return_inverse=True, return_counts=True)
    out: Flags = counts[same] > 1
    return out


@compiled
def _fix_ends(triangles: I32, starts: I32, around: I32, fixed: Flags) -> None:
    """Marks both ends of every side of a triangle that no other triangle has: there a surface ends."""
    for t in range(triangles.shape[0]):
        for k in range(3):
            a, b, met = triangles[t, k], triangles[t, (k + 1) % 3], False
            for s in range(starts[b], starts[b + 1]):
                for i in range(3):
                    met |= triangles[around[s], i] == b and triangles[around[s], (i + 1) % 3] == a
            if not met:
                fixed[a] = fixed[b] = True


@compiled
def _quadrics(points: F64, triangles: I32) -> F64:
    """(V, 29) for each corner: the squared distances of a point from the planes of the triangles around it, as the
    upper triangle of a (6, 6) matrix, a vector and a number; and how many planes."""
    out = np.zeros((points.shape[0], 29))
    out[:, 28] = 1e-9  # where there are only triangles without a plane
    one, two, q = np.empty(6), np.empty(6), np.ones(29)
    for t in range(triangles.shape[0]):
        p = points[triangles[t, 0]]
        along = length = 0.0
        for i in range(6):
            one[i] = points[triangles[t, 1], i] - p[i]
            two[i] = points[triangles[t, 2], i] - p[i]
            length += one[i] * one[i]
        if length < 1e-18:
            continue
        for i in range(6):
            one[i] /= math.sqrt(length)
            along += one[i] * two[i]
        length = 0.0
        for i in range(6):
            two[i] -= along * one[i]
            length += two[i] * two[i]
        if length < 1e-18:
            continue
        k, p_one, p_two, p_p = 0, 0.0, 0.0, 0.0
        for i in range(6):
            two[i] /= math.sqrt(length)
            p_one += p[i] * one[i]
            p_two += p[i] * two[i]
            p_p += p[i] * p[i]
        for i in range(6):
            for j in range(i, 6):
                q[k] = (1.0 if i == j else 0.0) - one[i] * one[j] - two[i] * two[j]
                k += 1
            q[21 + i] = p_one * one[i] + p_two * two[i] - p[i]
        q[27] = p_p - p_one * p_one - p_two * p_two
        for corner in range(3):
            out[triangles[t, corner]] += q
    return out


@compiled
def _stars(triangles: I32, count: int) -> tuple[I32, I32]:
    """Which triangles meet at each corner: those in the second array from the corner's place in the first to the
    next one's."""
    starts, around = np.zeros(count + 2, np.int32), np.empty(triangles.size, np.int32)
    for t in range(triangles.shape[0]):
        for k in range(3):
            starts[triangles[t, k] + 2] += 1
    for v in range(2, count + 2):
        starts[v] += starts[v - 1]
    for t in range(triangles.shape[0]):
        for k in range(3):
            v = triangles[t, k] + 1
            around[starts[v]] = t
            starts[v] += 1
    return starts, around


@compiled
def _choose(points: F64, triangles: I32, starts: I32, around: I32, quadrics: F64, fixed: Flags, stale: Flags,
            limit: F64, target: I32, cost: F64) -> None:
    """For corners whose surroundings have changed, the neighbour that they are best drawn into, -1 for none below the
    limit, and its cost. None is chosen that would tear or fold the surface."""
    ring = np.full(points.shape[0], -1, np.int32)
    for u in range(points.shape[0]):
        if not stale[u]:
            continue
        target[u], cost[u] = -1, limit[u]
        if fixed[u]:
            continue
        for s in range(starts[u], starts[u + 1]):
            for k in range(3):
                ring[triangles[around[s], k]] = u
        for s in range(starts[u], starts[u + 1]):
            t = around[s]
            k = 0 if triangles[t, 0] == u else 1 if triangles[t, 1] == u else 2
            v = triangles[t, (k + 1) % 3]  # each neighbour follows u in one triangle
            total, n = quadrics[u, 27], 0
            for i in range(6):
                total += 2.0 * quadrics[u, 21 + i] * points[v, i]
                for j in range(i, 6):
                    total += (1.0 if i == j else 2.0) * quadrics[u, n] * points[v, i] * points[v, j]
                    n += 1
            total /= quadrics[u, 28]
            if total >= cost[u]:
                continue
            shared = 0  # neighbours of both, which follow v in one triangle
            for r in range(starts[v], starts[v + 1]):
                o = around[r]
                k = 0 if triangles[o, 0] == v else 1 if triangles[o, 1] == v else 2
                w = triangles[o, (k + 1) % 3]
                shared += w != u and ring[w] == u
            gone, sound = 0, shared == 2 and starts[u + 1] - starts[u] + starts[v + 1] - starts[v] > 6
            for r in range(starts[u], starts[u + 1]):
                o = around[r]
                k = 0 if triangles[o, 0] == u else 1 if triangles[o, 1] == u else 2
                a, b = triangles[o, (k + 1) % 3], triangles[o, (k + 2) % 3]
                gone += a == v or b == v
                if a == v or b == v or not sound:
                    continue
                abx, aby, abz = points[b, 0] - points[a, 0], points[b, 1] - points[a, 1], points[b, 2] - points[a, 2]
                x, y, z = points[u, 0] - points[a, 0], points[u, 1] - points[a, 1], points[u, 2] - points[a, 2]
                ox, oy, oz = aby * z - abz * y, abz * x - abx * z, abx * y - aby * x
                x, y, z = points[v, 0] - points[a, 0], points[v, 1] - points[a, 1], points[v, 2] - points[a, 2]
                nx, ny, nz = aby * z - abz * y, abz * x - abx * z, abx * y - aby * x
                turn = ox * nx + oy * ny + oz * nz
                sound = turn > 0.3 * math.sqrt((ox * ox + oy * oy + oz * oz) * (nx * nx + ny * ny + nz * nz))
            if sound and gone == 2:
                target[u], cost[u] = v, total


@compiled
def _merge(triangles: I32, starts: I32, around: I32, quadrics: F64, order: I32, target: I32, stale: Flags) -> None:
    """Draws corners into their targets, in this order, but none whose surroundings have just changed, which are marked
    as stale. Triangles that vanish get a first corner of -1."""
    for n in range(order.shape[0]):
        u, v = order[n], target[order[n]]
        if stale[u] or stale[v]:
            continue
        for s in range(starts[u], starts[u + 1]):
            t = around[s]
            with_v = False
            for k in range(3):
                stale[triangles[t, k]] = True
                with_v |= triangles[t, k] == v
            for k in range(3):
                if triangles[t, k] == u:
                    triangles[t, k] = v
            if with_v:
                triangles[t, 0] = -1
        quadrics[v] += quadrics[u]
        target[u] = -1
