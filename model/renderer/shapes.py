"""Painted solids in few triangles, and the colour play that keeps them from looking bare.

What props and sets are carpentered from. Knows nothing of what a thing is called, of stages or of light. Blocks, drums
and spun solids stand on their `at`; balls are centred on it. Colours are `#rrggbb` or three sRGB numbers.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from model.renderer.mesh import F32, I32, Mesh, Vec3, box, ellipsoid, extrude, from_arrays, lathe, merge, rgb

Color = str | Sequence[float] | F32
Rng = np.random.Generator
ORIGIN = (0.0, 0.0, 0.0)


def block(
    size: Vec3,
    color: Color,
    at: Vec3 = ORIGIN,
    bevel: float = 0.0,
    turn: float = 0.0,
    gloss: float = 0.2,
    glow: float = 0.0,
) -> Mesh:
    """A box, turned about y by `turn` degrees; rounded edges cost four times the triangles."""
    mesh = box(size, bevel).painted(rgb(color), gloss, glow)
    return (mesh.turned(y=turn) if turn else mesh).moved(at)


def spun(
    profile: Sequence[tuple[float, float]],
    color: Color,
    at: Vec3 = ORIGIN,
    sides: int = 16,
    gloss: float = 0.25,
    glow: float = 0.0,
    smooth: bool = True,
) -> Mesh:
    """A solid of revolution, (radius, y) from bottom to top; a point given twice makes a hard edge."""
    cuts = [k + 1 for k in range(len(profile) - 1) if profile[k] == profile[k + 1]]
    shells = [profile[a:b] for a, b in zip([0, *cuts], [*cuts, len(profile)], strict=True)]
    mesh = merge(lathe(shell, sides, smooth) for shell in shells if len(shell) > 1)
    return trimmed(mesh).painted(rgb(color), gloss, glow).moved(at)


def drum(
    radius: float,
    height: float,
    color: Color,
    at: Vec3 = ORIGIN,
    top: float | None = None,
    sides: int = 14,
    gloss: float = 0.2,
    glow: float = 0.0,
) -> Mesh:
    """A plain cylinder, or a cone when `top` (its upper radius) is 0."""
    upper = radius if top is None else top
    rim = [(upper, height), (upper, height), (0.0, height)] if upper > 0 else [(0.0, height)]
    return spun([(0.0, 0.0), (radius, 0.0), (radius, 0.0), *rim], color, at, sides, gloss, glow)


def ball(
    radii: float | Vec3, color: Color, at: Vec3 = ORIGIN, detail: int = 7, gloss: float = 0.25, glow: float = 0.0
) -> Mesh:
    r = np.broadcast_to(np.asarray(radii, np.float32), (3,))
    return trimmed(ellipsoid(tuple(r), detail)).painted(rgb(color), gloss, glow).moved(at)


def rod(
    a: Vec3,
    b: Vec3,
    radius: float,
    color: Color,
    end: float | None = None,
    sides: int = 8,
    gloss: float = 0.2,
    glow: float = 0.0,
) -> Mesh:
    """A straight bar from a to b, softly rounded at its ends; `end` is its radius at b."""
    start, along = np.asarray(a, np.float32), np.subtract(b, a).astype(np.float32)
    length = float(np.linalg.norm(along))
    e = radius if end is None else end
    mesh = spun([(0.0, 0.0), (radius, 0.0), (e, length), (0.0, length)], color, ORIGIN, sides, gloss, glow)
    return aimed(mesh, along).moved(start)


def pipe(
    path: Sequence[Vec3],
    radius: float,
    color: Color,
    sides: int = 7,
    end: float | None = None,
    gloss: float = 0.2,
    glow: float = 0.0,
) -> Mesh:
    """A bent bar through the points of `path`, thinning evenly to `end`."""
    r = np.linspace(radius, radius if end is None else end, len(path))
    legs = [
        rod(path[k], path[k + 1], float(r[k]), color, float(r[k + 1]), sides, gloss, glow) for k in range(len(path) - 1)
    ]
    knees = [ball(float(r[k]), color, path[k], max(2, sides // 2), gloss, glow) for k in range(1, len(path) - 1)]
    return merge(legs + knees)


def hoop(
    radius: float, thick: float, color: Color, at: Vec3 = ORIGIN, sides: int = 24, gloss: float = 0.3, glow: float = 0.0
) -> Mesh:
    """A ring lying flat around the y axis through `at`; `thick` is the radius of its bar."""
    angles = np.linspace(0.0, 2.0 * math.pi, 9)
    bar = [(radius - thick * math.cos(a), -thick * math.sin(a)) for a in angles]
    return lathe(bar, sides).painted(rgb(color), gloss, glow).moved(at)


def cushion(width: float, height: float, depth: float, color: Color, cells: int = 10, gloss: float = 0.1) -> Mesh:
    """A stuffed cloth square lying flat, its middle at the origin: thick inside, pinched towards its corners."""
    u = np.sin(np.linspace(-math.pi / 2, math.pi / 2, cells + 1))
    a, b = (grid.reshape(-1) for grid in np.meshgrid(u, u, indexing="ij"))
    thick = np.sqrt(np.clip((1 - a**2) * (1 - b**2), 0, 1)) ** 0.7
    pull = 1 - 0.09 * ((1 - a**2) * b**2 + (1 - b**2) * a**2)
    i, j = np.meshgrid(np.arange(cells), np.arange(cells), indexing="ij")
    k = (i * (cells + 1) + j).reshape(-1)
    faces = np.concatenate([np.stack([k, k + 1, k + cells + 2], 1), np.stack([k, k + cells + 2, k + cells + 1], 1)])
    x, z = a * pull * width / 2, b * pull * depth / 2
    top = from_arrays(np.stack([x, thick * height / 2, z], 1), faces[:, ::-1] if _winds_down(x, z, faces) else faces)
    bottom = replace(
        top,
        vertices=top.vertices * np.array([1, -1, 1], np.float32),
        normals=top.normals * np.array([1, -1, 1], np.float32),
        triangles=top.triangles[:, ::-1].copy(),
    )
    return merge((top, bottom)).painted(rgb(color), gloss)


def _winds_down(x: F32, z: F32, faces: I32) -> bool:
    """Whether the first face of a flat sheet, seen from above, winds clockwise."""
    (a, b, c) = faces[len(faces) // 4]
    return bool((x[b] - x[a]) * (z[c] - z[a]) - (z[b] - z[a]) * (x[c] - x[a]) > 0)


def slab(
    outline: Sequence[tuple[float, float]],
    thickness: float,
    color: Color,
    at: Vec3 = ORIGIN,
    gloss: float = 0.2,
    glow: float = 0.0,
) -> Mesh:
    """A convex outline in x, y (counter-clockwise) of some thickness along z, centred on z = 0."""
    return extrude(outline, thickness).painted(rgb(color), gloss, glow).moved(at)


def plate(
    size: tuple[float, float], color: Color, at: Vec3 = ORIGIN, turn: float = 0.0, gloss: float = 0.2, glow: float = 0.0
) -> Mesh:
    """An upright rectangle of no thickness that faces +z before it is turned; stands on `at`."""
    w, h = size[0] / 2, size[1]
    mesh = from_arrays([(-w, 0, 0), (w, 0, 0), (w, h, 0), (-w, h, 0)], [(0, 1, 2), (0, 2, 3)])
    return mesh.painted(rgb(color), gloss, glow).turned(y=turn).moved(at)


def tile(size: tuple[float, float], color: Color, at: Vec3 = ORIGIN, turn: float = 0.0, gloss: float = 0.2) -> Mesh:
    """A rectangle of no thickness lying face up, width along x and depth along z before it is turned."""
    return plate(size, color, gloss=gloss).moved((0, -size[1] / 2, 0)).turned(x=-90).turned(y=turn).moved(at)


def aimed(mesh: Mesh, along: Vec3) -> Mesh:
    """A mesh built along +y, turned so that it points along `along`."""
    y = np.asarray(along, np.float32) / max(float(np.linalg.norm(along)), 1e-8)
    helper = np.array([0, 0, 1] if abs(float(y[2])) < 0.9 else [1, 0, 0], np.float32)
    x = np.cross(y, helper)
    x /= np.linalg.norm(x)
    r = np.stack([x, y, np.cross(x, y)], axis=1).astype(np.float32)
    return replace(mesh, vertices=mesh.vertices @ r.T, normals=mesh.normals @ r.T)


def trimmed(mesh: Mesh) -> Mesh:
    """Without the triangles that have no area (at the poles of solids of revolution)."""
    v = mesh.vertices[mesh.triangles]
    area = np.linalg.norm(np.cross(v[:, 1] - v[:, 0], v[:, 2] - v[:, 0]), axis=1)
    return replace(mesh, triangles=mesh.triangles[area > 1e-10])


def mirrored(mesh: Mesh) -> Mesh:
    """The same thing on the other side of x = 0."""
    flip = np.array([-1, 1, 1], np.float32)
    return replace(
        mesh, vertices=mesh.vertices * flip, normals=mesh.normals * flip, triangles=mesh.triangles[:, ::-1].copy()
    )


def both_sides(mesh: Mesh) -> Mesh:
    """The mesh and its mirror image in x = 0."""
    return merge((mesh, mirrored(mesh)))


def graded(mesh: Mesh, low: float = 0.7, high: float = 1.05) -> Mesh:
    """Darker at its foot, lighter at its top, as under an open sky: factors on colour by height."""
    y = mesh.vertices[:, 1]
    t = (y - y.min()) / max(float(np.ptp(y)), 1e-6)
    factor = (low + (high - low) * t).astype(np.float32)
    return replace(mesh, color=np.clip(mesh.color * factor[:, None], 0.0, 1.0))


def roughened(mesh: Mesh, rng: Rng, amount: float) -> Mesh:
    """Vertices pushed in and out along their normals by up to `amount` metres; those that share a place stay so."""
    keys = np.round(mesh.vertices, 4)
    _, where = np.unique(keys, axis=0, return_inverse=True)
    push = rng.uniform(-amount, amount, int(where.max()) + 1).astype(np.float32)
    return replace(mesh, vertices=mesh.vertices + mesh.normals * push[where.reshape(-1)][:, None])


def mixed(a: Color, b: Color, t: float) -> F32:
    """The colour a part `t` of the way from a to b."""
    return (rgb(a) * (1 - t) + rgb(b) * t).astype(np.float32)


def shade(color: Color, factor: float) -> F32:
    """Darker below 1, lighter above."""
    out: F32 = np.clip(rgb(color) * factor, 0.0, 1.0).astype(np.float32)
    return out


def varied(color: Color, rng: Rng, amount: float = 0.08) -> F32:
    """The colour a little lighter or darker, warmer or cooler, as one plank differs from the next."""
    light = 1.0 + rng.uniform(-amount, amount)
    warm = rng.uniform(-amount, amount) * 0.35
    out: F32 = np.clip(rgb(color) * light * np.array([1 + warm, 1, 1 - warm]), 0.0, 1.0).astype(np.float32)
    return out


def arc(radius: float, start: float, stop: float, steps: int) -> list[tuple[float, float]]:
    """Points (x, y) on a circle from `start` to `stop` degrees, counter-clockwise from +x."""
    return [
        (radius * math.cos(math.radians(a)), radius * math.sin(math.radians(a)))
        for a in np.linspace(start, stop, steps)
    ]
