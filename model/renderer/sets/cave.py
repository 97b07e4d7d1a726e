"""The cave: rock all round, dripstones, a way out to the daylight, a fire, a pool and crystals that shine.

Fills a `Room`. Knows nothing of who plays there.
"""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from model.renderer.mesh import Mesh, flat, from_arrays
from model.renderer.pieces import cavern, nature
from model.renderer.scenery import WATER
from model.renderer.sets.plot import patch
from model.renderer.sets.room import FRONT, HALF_DEPTH, HALF_WIDTH, Room
from model.renderer.shapes import Rng, ball, varied

F64 = npt.NDArray[np.float64]

_HEIGHT = 5.0
_AROUND = 72  # corners of the wall
_LEVELS = (0.0, 0.7, 1.5, 2.4, 3.4, 4.3, 5.2)  # m, of its courses
_WAY, _TALL = 3.2, 3.3  # m, how wide and high the way out is
_SHINES = (("#4fb8f0", "#58c8ff"), ("#9a6af0", "#a880ff"), ("#46d8b0", "#5ae8c0"))  # paint and light of crystals


def cave(room: Room) -> None:
    rng, room.height = room.rng, _HEIGHT
    side = float(rng.choice((-1.0, 1.0)))  # of the way out
    room.meshes += [_rock(rng, side * 2.9), _floor(rng)]
    room.meshes.append(cavern.way_out(rng, _WAY, _TALL, 1.9).moved((side * 2.9, 0.0, -HALF_DEPTH - 0.1)))
    _dripstones(room, side)
    _pool(room, side)
    _lights(room, side)
    for _ in range(26):
        x, z = (float(v) for v in rng.uniform((-7.0, -6.0), (7.0, 7.0)))
        r = float(rng.uniform(0.04, 0.1))
        room.meshes.append(ball((r, 0.5 * r, 0.8 * r), varied("#857a70", rng, 0.12), (x, 0.2 * r, z), 3))


def _rock(rng: Rng, way: float) -> Mesh:
    """Walls and vault in facets, open where the way out is at x = `way`. All lies outside of the room's box."""
    a = np.linspace(0.0, math.tau, _AROUND, endpoint=False)
    squarish = (np.abs(np.cos(a)) ** 7 + np.abs(np.sin(a)) ** 7) ** (-1.0 / 7.0)
    middle, half = (FRONT - HALF_DEPTH) / 2, (FRONT + HALF_DEPTH) / 2
    rows = []
    for k, y in enumerate(_LEVELS):
        out = 0.15 + rng.uniform(0.0, 0.75, _AROUND) + (0.2, 0.0, 0.15, 0.35, 0.35, 0.2, 0.0)[k]
        up = y + (rng.uniform(-0.22, 0.22, _AROUND) if 0 < k < len(_LEVELS) - 1 else 0.0)
        x, z = (HALF_WIDTH + out) * squarish * np.sin(a), middle - (half + out) * squarish * np.cos(a)
        rows.append(np.stack([x, np.broadcast_to(up, x.shape), z], 1))
    for share, y in ((0.78, 5.7), (0.5, 6.1), (0.22, 6.3)):
        ring = rows[len(_LEVELS) - 1] * (share, 0.0, share) + (0.0, y, (1.0 - share) * middle)
        rows.append(ring + rng.uniform(-0.4, 0.3, (_AROUND, 3)))
    points = np.concatenate([*rows, [[0.0, 6.3, middle]]])
    faces, top = [], len(points) - 1
    for j in range(len(rows) - 1):
        for i in range(_AROUND):
            n = (i + 1) % _AROUND
            quad = [j * _AROUND + i, j * _AROUND + n, (j + 1) * _AROUND + n, (j + 1) * _AROUND + i]
            x, y, z = points[quad].mean(axis=0)
            if abs(x - way) < _WAY * 0.46 and y < _TALL * 0.95 and z < -HALF_DEPTH + 0.2:
                continue
            faces += [(quad[0], quad[1], quad[2]), (quad[0], quad[2], quad[3])]
    last = (len(rows) - 1) * _AROUND
    faces += [(last + i, last + (i + 1) % _AROUND, top) for i in range(_AROUND)]
    shell = from_arrays(points, faces)
    inward = ((shell.normals * (np.array([0.0, 2.0, middle]) - shell.vertices)).sum(axis=1) > 0).mean() > 0.5
    shell = flat((shell if inward else from_arrays(points, [f[::-1] for f in faces])).painted(cavern.ROCK, 0.15))
    height = (0.78 + 0.26 * np.clip(shell.vertices[:, 1:2] / 4.0, 0.0, 1.0)) * np.array([[1.0, 0.985, 0.98]])
    return _in_tones(shell, rng, (0.86, 1.12), height)


def _floor(rng: Rng) -> Mesh:
    """Trodden earth and rock, in facets of many tones, quite level where people stand."""
    n = 26
    x, z = (v.reshape(-1) for v in np.meshgrid(np.linspace(-9.4, 9.4, n), np.linspace(-9.4, 11.4, n), indexing="ij"))
    inner = (np.abs(x) < 9.0) & (z > -9.0) & (z < 11.0)
    x, z = x + inner * rng.uniform(-0.26, 0.26, n * n), z + inner * rng.uniform(-0.26, 0.26, n * n)
    k = (np.arange(n - 1)[:, None] * n + np.arange(n - 1)[None]).reshape(-1)
    faces = np.concatenate([np.stack([k, k + 1, k + n + 1], 1), np.stack([k, k + n + 1, k + n], 1)])
    ground = flat(from_arrays(np.stack([x, np.zeros(n * n), z], 1), faces).painted("#84776a", 0.2))
    return _in_tones(ground, rng, (0.9, 1.08))


def _in_tones(facets: Mesh, rng: Rng, tones: tuple[float, float], light: F64 | float = 1.0) -> Mesh:
    """A flat mesh with every facet in a tone of its own; `light` is a factor on colour for each of its corners."""
    tone = rng.uniform(*tones, len(facets.triangles)).repeat(3)[:, None]
    return replace(facets, color=np.clip(facets.color * tone * light, 0.0, 1.0).astype(np.float32))


def _dripstones(room: Room, side: float) -> None:
    """From the vault, and from the ground along the walls; boulders at their feet."""
    rng = room.rng
    for x, z in rng.uniform((-7.4, -7.2), (7.4, 6.0), (52, 2)).tolist():
        behind = z < -5.8 or abs(x) > 6.0
        length = float(rng.uniform(1.2, 2.6) if behind else rng.uniform(0.4, 0.9))
        room.meshes.append(cavern.icicle(rng, length + 0.7, 0.15 + 0.11 * length).moved((x, 5.7, z)))
    stones = ((-side * 5.3, -6.7, 2.3, 0.5), (-side * 6.4, -6.1, 1.5, 0.42), (-side * 2.6, -7.0, 1.3, 0.4),
              (side * 5.8, -6.6, 1.9, 0.46), (side * 7.5, -2.9, 1.6, 0.42), (-side * 7.3, 1.6, 1.9, 0.45),
              (side * 7.2, 3.4, 1.4, 0.4), (-side * 7.0, 5.6, 2.2, 0.5), (-2.6, 9.2, 2.4, 0.55), (3.4, 9.3, 1.7, 0.5),
              (-5.8, 8.9, 1.4, 0.45))  # fmt: skip
    for x, z, tall, radius in stones:
        room.add(cavern.dripstone(rng, tall, radius), (x, 0, z))
        lesser = cavern.dripstone(rng, 0.5 * tall, 0.7 * radius)
        room.meshes.append(lesser.moved((x + 0.5 * math.copysign(radius, x), 0, z - 1.1 * radius)))
    for x, z in ((-side * 7.2, -4.6), (side * 7.4, 6.6), (-side * 1.0, 9.6)):
        room.add(cavern.pillar(rng, 5.6, 0.62), (x, 0, z))
    boulders = ((-side * 0.4, -7.0, 1.9), (-side * 4.2, -7.2, 2.3), (side * 5.0, -7.3, 1.5), (side * 8.1, -1.5, 1.6),
                (-side * 7.6, -1.2, 1.7), (side * 7.8, 1.4, 1.8), (-side * 7.7, 3.7, 1.8), (side * 6.0, 8.8, 2.4),
                (-side * 4.8, 9.2, 2.6), (0.6, 9.4, 2.2))  # fmt: skip
    for x, z, width in boulders:
        boulder = nature.rock(rng, width, width * float(rng.uniform(0.55, 0.85)), width * 0.9, "#6a605a")
        room.add(boulder, (x, 0, z), float(rng.uniform(0, 360)))


def _pool(room: Room, side: float) -> None:
    """Still water below the wall on the side of the way out, stones round it, a drip of stone in it."""
    rng = room.rng
    at = (side * 7.0, -3.9)
    room.meshes.append(patch(rng, 1.5, "#3a352f", at, 0.2, 0.006, 0, 26))
    room.meshes.append(patch(rng, 1.34, "#2f6a74", at, 0.2, 0.02, WATER, 26, 0.9))
    for a in np.linspace(0.0, math.tau, 15)[:-1].tolist():
        width = float(rng.uniform(0.22, 0.46))
        x, z = at[0] + 1.45 * math.sin(a), at[1] + 1.45 * math.cos(a)
        if abs(x) > 5.7:
            room.meshes.append(nature.rock(rng, width, 0.5 * width, 0.8 * width, "#7a7068").moved((x, -0.03, z)))


def _lights(room: Room, side: float) -> None:
    """The fire on one side, crystals on the other and farther back."""
    rng = room.rng
    order = [int(k) for k in rng.permutation(len(_SHINES))]
    room.add(cavern.fire(rng), (-side * 6.5, 0, -3.0))
    room.lamp((-side * 6.45, 0.6, -2.95), "#ff9448", 2.6, 11.0, "always")
    spots = ((side * 6.9, -5.9, 1.5, 0), (-side * 1.9, -6.3, 1.0, 1), (side * 7.4, 4.6, 1.2, 1),
             (-side * 7.6, -6.2, 0.9, 0), (-side * 4.4, 9.0, 1.0, 0))  # fmt: skip
    for x, z, size, k in spots:
        room.add(cavern.crystals(rng, size, _SHINES[order[k]][0]), (x, 0, z), float(rng.uniform(0, 360)))
    room.lamp((side * 6.85, 0.9, -5.75), _SHINES[order[0]][1], 2.2, 10.0, "always")
    room.lamp((-side * 1.9, 0.6, -6.15), _SHINES[order[1]][1], 1.2, 6.0, "always")
    room.lamp((side * 7.35, 0.7, 4.6), _SHINES[order[1]][1], 1.2, 6.0, "always")
