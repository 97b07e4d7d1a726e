"""An open-air set in the making: ground, paths, and things put where they leave the stage and the camera free.

Knows nothing of particular settings. The stage is the square within `extent` of the origin; the camera's lane is in
front of it, towards +z. All chance comes from the plot's own generator.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from model.renderer.mesh import F32, Mesh, from_arrays, merge
from model.renderer.pieces import nature
from model.renderer.scenery import GROUND, WATER, Box, PointLight, Scenery
from model.renderer.shapes import Color, Rng, mixed, shade, varied

Field = npt.NDArray[np.floating]
Make = Callable[[Rng], Mesh]
TALL = 1.0  # m, from which a thing is kept out of the camera's lane
PETALS = ("#f2b8c9", "#eaa7bd", "#f7d5de")  # of blossom that falls
LOOMS = 0.6  # m, from which it hides somebody from a camera that comes near it


@dataclass
class Plot:
    rng: Rng
    extent: float
    haze: float = 120.0
    meshes: list[Mesh] = field(default_factory=list)
    lights: list[PointLight] = field(default_factory=list)
    obstacles: list[Box] = field(default_factory=list)
    taken: list[tuple[float, float, float]] = field(default_factory=list)
    sheds: tuple[str, ...] = ()
    air: tuple[float, float, float] | None = None
    dust: str | None = None

    def put(self, mesh: Mesh, x: float, z: float, turn: float = 0.0, y: float = 0.0) -> None:
        """Stands a piece at (x, z), turned by degrees about y; it keeps others away, and cameras if not low."""
        placed = mesh.turned(y=turn).moved((x, y, z))
        low, high = placed.bounds()
        self.meshes.append(placed)
        self.taken.append((x, z, 0.5 * float(max(high[0] - low[0], high[2] - low[2]))))
        if high[1] > LOOMS and math.hypot(x, z) < 30.0:
            self.obstacles.append((_triple(low), _triple(high)))

    def lay(self, mesh: Mesh) -> None:
        """Adds what is already in its place: ground, water, hills."""
        self.meshes.append(mesh)

    def is_free(self, x: float, z: float, radius: float, tall: bool) -> bool:
        """Whether a thing of that radius fits there: off the stage, out of the camera's way, and not in another."""
        edge = self.extent + radius + 0.25
        on_stage = abs(x) < edge and abs(z) < edge
        in_lane = tall and 0.0 < z < 17.0 + radius and abs(x) < 4.5 + 0.35 * z + radius
        return (
            not on_stage
            and not in_lane
            and all(math.hypot(x - tx, z - tz) > radius + tr * 0.9 for tx, tz, tr in self.taken)
        )

    def scatter(self, make: Make, count: int, near: float, far: float, radius: float, lean: float = 0.0) -> None:
        """Up to `count` pieces at random between two distances; `lean` above 0 favours the side towards -z."""
        for _ in range(count):
            piece = make(self.rng)
            tall = float(piece.bounds()[1][1]) > TALL
            for _attempt in range(12):
                angle, away = self.rng.uniform(-math.pi, math.pi), math.sqrt(self.rng.uniform(near**2, far**2))
                x, z = away * math.sin(angle), -away * math.cos(angle)
                if self.rng.random() < lean * (0.5 + 0.5 * z / away) or not self.is_free(x, z, radius, tall):
                    continue
                self.put(piece, x, z, float(self.rng.uniform(0, 360)))
                break

    def strew(self, make: Make, count: int, far: float = 14.0) -> None:
        """Flat or tiny things anywhere, on the stage as well: tufts, pebbles, petals."""
        for x, z in self.rng.uniform(-far, far, (count, 2)):
            self.meshes.append(make(self.rng).turned(y=float(self.rng.uniform(0, 360))).moved((x, 0.0, z)))

    def scenery(self) -> Scenery:
        return Scenery(
            merge(self.meshes), tuple(self.lights), sky=True, room=None, haze=self.haze,
            obstacles=tuple(self.obstacles), sheds=self.sheds, air=self.air, dust=self.dust,
        )


def _triple(v: F32) -> tuple[float, float, float]:
    return float(v[0]), float(v[1]), float(v[2])


def inward(x: float, z: float) -> float:
    """The turn in degrees that makes a piece at (x, z) face the middle of the stage."""
    return math.degrees(math.atan2(-x, -z))


def ground(
    plot: Plot,
    color: Color,
    second: Color,
    *,
    relief: float = 0.0,
    reach: float = 90.0,
    cells: int = 30,
    shape: Callable[[Field, Field], Field] | None = None,
) -> None:
    """A plain of two mingled colours, finest near the stage; it rolls by `relief` metres far from it. `shape` adds
    heights to places given by x and z: a slope down to the sea."""
    u = np.linspace(-1, 1, cells + 1)
    axis = np.sign(u) * (0.12 * np.abs(u) + 0.88 * np.abs(u) ** 2.2) * reach
    z, x = (a.reshape(-1) for a in np.meshgrid(axis, axis, indexing="ij"))
    blend = np.clip(0.5 + 0.5 * _waves(x, z, plot.rng, 0.35) + plot.rng.uniform(-0.12, 0.12, len(x)), 0, 1)
    away = np.clip((np.hypot(x, z) - plot.extent * 3.5) / 25.0, 0.0, 1.0)
    y = relief * away * (0.5 + 0.5 * _waves(x, z, plot.rng, 0.09))
    if shape is not None:
        y = y + shape(x, z)
    i, j = np.meshgrid(np.arange(cells), np.arange(cells), indexing="ij")
    a = (i * (cells + 1) + j).reshape(-1)
    faces = np.concatenate([np.stack([a, a + cells + 1, a + 1], 1), np.stack([a + 1, a + cells + 1, a + cells + 2], 1)])
    mesh = from_arrays(np.stack([x, y, z], 1), faces, gloss=0.02)
    first, other = mixed(color, color, 0), mixed(second, second, 0)
    tint = first[None] * (1 - blend[:, None]) + other[None] * blend[:, None]
    plot.lay(
        Mesh(
            mesh.vertices, mesh.normals, mesh.triangles, tint.astype(np.float32), mesh.gloss, mesh.glow, mesh.part
        ).of_part(GROUND)
    )


def _waves(x: Field, z: Field, rng: Rng, pitch: float) -> F32:
    """(N,) a smooth irregular pattern in -1..1."""
    total = np.zeros(len(x))
    for _ in range(5):
        a, k, p = rng.uniform(0, math.tau), pitch * rng.uniform(0.5, 1.6), rng.uniform(0, math.tau)
        total += np.sin((x * math.cos(a) + z * math.sin(a)) * k + p)
    return (total / 3.2).clip(-1, 1).astype(np.float32)


def patch(
    rng: Rng,
    radius: float,
    color: Color,
    at: tuple[float, float] = (0.0, 0.0),
    wobble: float = 0.12,
    y: float = 0.003,
    kind: int = GROUND,
    sides: int = 40,
    gloss: float = 0.02,
    stretch: float = 1.0,
) -> Mesh:
    """A flat blot with an uneven edge: a clearing, a pond, a trodden place."""
    a = np.linspace(0, math.tau, sides, endpoint=False)
    r = radius * (1 + wobble * (0.6 * np.sin(3 * a + rng.uniform(0, 6)) + 0.4 * np.sin(5 * a + rng.uniform(0, 6))))
    rim = np.stack([at[0] + r * np.sin(a) * stretch, np.full(sides, y), at[1] + r * np.cos(a)], 1)
    points = np.concatenate([[(at[0], y, at[1])], _at_half(rim, at, y), rim])
    faces = []
    for k in range(sides):
        n = (k + 1) % sides
        faces += [(0, 1 + k, 1 + n), (1 + k, 1 + sides + k, 1 + sides + n), (1 + k, 1 + sides + n, 1 + n)]
    mesh = from_arrays(points, faces, gloss=gloss)
    tint = np.stack([varied(color, rng, 0.05) for _ in range(len(points))])
    return Mesh(mesh.vertices, mesh.normals, mesh.triangles, tint, mesh.gloss, mesh.glow, mesh.part).of_part(kind)


def _at_half(rim: F32, at: tuple[float, float], y: float) -> F32:
    middle = np.array([at[0], y, at[1]])
    return np.asarray(middle + (rim - middle) * 0.6, np.float32)


def ribbon(
    rng: Rng,
    path: Sequence[tuple[float, float]],
    width: float,
    color: Color,
    y: float = 0.005,
    wobble: float = 0.12,
    kind: int = GROUND,
    gloss: float = 0.02,
    step: float = 1.6,
) -> Mesh:
    """A flat band along a way of (x, z) points: a path, a road, a stream."""
    way = _resampled(path, step)
    along = np.gradient(way, axis=0)
    along /= np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-6)
    side = np.stack([along[:, 1], -along[:, 0]], 1)
    left = way + side * (width / 2 * (1 + rng.uniform(-wobble, wobble, (len(way), 1))))
    right = way - side * (width / 2 * (1 + rng.uniform(-wobble, wobble, (len(way), 1))))
    rows = np.stack([left, way, right], 1).reshape(-1, 2)
    points = np.stack([rows[:, 0], np.full(len(rows), y), rows[:, 1]], 1)
    faces = []
    for k in range(len(way) - 1):
        for j in range(2):
            a = 3 * k + j
            faces += [(a, a + 3, a + 1), (a + 1, a + 3, a + 4)]
    mesh = from_arrays(points, faces, gloss=gloss)
    if mesh.normals[0, 1] < 0:
        mesh = from_arrays(points, [(a, c, b) for a, b, c in faces], gloss=gloss)
    tint = np.stack([shade(color, f) for f in rng.uniform(0.94, 1.06, len(points))])
    return Mesh(mesh.vertices, mesh.normals, mesh.triangles, tint, mesh.gloss, mesh.glow, mesh.part).of_part(kind)


def _resampled(path: Sequence[tuple[float, float]], step: float) -> F32:
    p = np.asarray(path, np.float32)
    t = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(p, axis=0), axis=1))])
    s = np.linspace(0.0, t[-1], max(2, int(t[-1] / step) + 1))
    return np.stack([np.interp(s, t, p[:, 0]), np.interp(s, t, p[:, 1])], 1).astype(np.float32)


def water(plot: Plot, z0: float, z1: float, reach: float, color: Color = "#2f86a8", y: float = 0.02) -> None:
    """A sheet of water across the whole width between two depths."""
    xs = np.linspace(-reach, reach, 9)
    zs = np.linspace(z0, z1, 7)
    points = [(x, y, z) for z in zs for x in xs]
    faces = [
        t for r in range(6) for c in range(8) for a in [9 * r + c] for t in ((a, a + 1, a + 9), (a + 1, a + 10, a + 9))
    ]
    mesh = from_arrays(points, faces)
    if mesh.normals[0, 1] < 0:
        mesh = from_arrays(points, [(a, c, b) for a, b, c in faces])
    plot.lay(mesh.painted(color, 0.9).of_part(WATER))


def horizon_hills(
    plot: Plot, color: Color, count: int = 9, near: float = 55.0, far: float = 78.0, height: float = 9.0
) -> None:
    """Rounded hills all round, so that no view ends at an edge."""
    for k in range(count):
        a = math.tau * (k + float(plot.rng.uniform(-0.3, 0.3))) / count
        away = float(plot.rng.uniform(near, far))
        mound = nature.hill(
            plot.rng, away * float(plot.rng.uniform(0.32, 0.46)), height * float(plot.rng.uniform(0.6, 1.2)), color
        )
        plot.lay(mound.moved((away * math.sin(a), -0.4, away * math.cos(a))))


def horizon_peaks(
    plot: Plot,
    color: Color,
    count: int = 9,
    near: float = 60.0,
    far: float = 85.0,
    height: float = 26.0,
    snow: bool = True,
) -> None:
    for k in range(count):
        a = math.tau * (k + float(plot.rng.uniform(-0.3, 0.3))) / count
        away = float(plot.rng.uniform(near, far))
        tall = height * float(plot.rng.uniform(0.6, 1.15))
        plot.lay(
            nature.peak(plot.rng, tall * float(plot.rng.uniform(0.75, 1.0)), tall, color, snow).moved(
                (away * math.sin(a), -0.5, away * math.cos(a))
            )
        )


def ring_of(plot: Plot, make: Make, count: int, near: float, far: float) -> None:
    """Pieces all round at a distance, evenly and with some play: a line of trees, roofs on the skyline."""
    for k in range(count):
        a = math.tau * (k + float(plot.rng.uniform(-0.4, 0.4))) / count
        away = float(plot.rng.uniform(near, far))
        x, z = away * math.sin(a), away * math.cos(a)
        plot.lay(make(plot.rng).turned(y=inward(x, z) + float(plot.rng.uniform(-15, 15))).moved((x, 0, z)))
