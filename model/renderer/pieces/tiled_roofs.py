"""Roofs of old China: hanging slopes of grey tiles whose ends and corners turn up, under a bent crest.

Knows nothing of what is under them. Eaves lie at y = 0.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from model.renderer.mesh import Mesh, from_arrays, merge
from model.renderer.shapes import Color, block, both_sides, rod, shade, slab

TILES, GOLD = "#596068", "#d3a646"
_SHADE = "#4a2018"  # of timber under the eaves
_PITCH, _FAR_PITCH = 0.36, 0.55  # m from one row of tiles to the next, on roofs near and far
_THICK = 0.1  # m, of a roof
_DOWN = np.array([0.0, _THICK, 0.0])
_RIM = np.array([0.0, _THICK + 0.05, 0.0])
_Field = npt.NDArray[np.floating]


def quads(corners: npt.ArrayLike, up: Sequence[float]) -> Mesh:
    """Rectangles of four corners each, seen from the side that `up` points to."""
    c = np.array(corners, np.float32).reshape(-1, 4, 3)
    normal = np.cross(c[:, 1] - c[:, 0], c[:, 2] - c[:, 0])
    turned = normal @ np.asarray(up, np.float32) < 0
    c[turned] = c[turned][:, ::-1]
    faces = 4 * np.arange(len(c))[:, None, None] + np.array([[0, 1, 2], [0, 2, 3]])
    return from_arrays(c.reshape(-1, 3), faces.reshape(-1, 3))


def _surface(grid: _Field, up: Sequence[float]) -> Mesh:
    """A smooth skin over (rows, columns, 3) points, seen from the side that `up` points to."""
    rows, columns = grid.shape[:2]
    i, j = np.meshgrid(np.arange(rows - 1), np.arange(columns - 1), indexing="ij")
    a = (i * columns + j).reshape(-1)
    faces = np.concatenate([np.stack([a, a + 1, a + columns + 1], 1), np.stack([a, a + columns + 1, a + columns], 1)])
    mesh = from_arrays(grid, faces)
    return mesh if float((mesh.normals @ np.asarray(up, np.float32)).sum()) > 0 else from_arrays(grid, faces[:, ::-1])


def _hung(t: _Field, rise: float, lift: float, u: _Field) -> _Field:
    """How high a roof is at the part `t` of the way down and `u` (-1..1) along: it sags, and its ends turn up."""
    bent: _Field = rise * (1 - t) ** 1.45 + lift * np.abs(u) ** 3.5 * (0.35 + 0.65 * t**1.5)
    return bent


def _shell(grid: _Field, color: Color, verges: bool) -> Mesh:
    """The boards of a roof's side under its tiles: top, underside, the rim along its eave and, of a gable, its ends."""
    top = _surface(grid, (0, 1, 0.3)).painted(shade(color, 0.78), 0.3)
    under = _surface((grid[:, ::2] if verges else grid) - _DOWN, (0, -1, 0)).painted(_SHADE, 0.1)
    rims = [_surface(np.stack([grid[-1], grid[-1] - _RIM]), (0, 0, 1))]
    if verges:
        rims.append(both_sides(_surface(np.stack([grid[:, -1], grid[:, -1] - _RIM]), (1, 0, 0))))
    return merge((top, under, merge(rims).painted(shade(color, 0.7), 0.2)))


def _tiled(skin: Callable[[_Field, _Field], _Field], ribs: int, color: Color, verges: bool = False) -> Mesh:
    """A roof's side from `skin`, which has (rows, columns, 3) points for t (0 at its top, 1 at its eave) and u (-1..1):
    rows of tiles down it, each ending in a cap."""
    t = np.linspace(0, 1, 3)[:, None]
    at = np.linspace(-1, 1, ribs + 2)[1:-1]
    left, right = (skin(t, at + s * 0.5 / ribs) + np.array([0.0, 0.05, 0.0]) for s in (-1, 1))
    strips = [[left[k, j], right[k, j], right[k + 1, j], left[k + 1, j]] for k in range(2) for j in range(len(at))]
    caps = [[(x - 0.08, y - 0.15, z + 0.03), (x + 0.08, y - 0.15, z + 0.03), (x + 0.08, y, z + 0.03),
             (x - 0.08, y, z + 0.03)] for x, y, z in (left[-1] + right[-1]) / 2]  # fmt: skip
    tiles = quads(strips, (0, 1, 0.3)).painted(color, 0.35)
    ends = quads(caps, (0, 0, 1)).painted(shade(color, 1.15), 0.3)
    return merge((_shell(skin(t, np.linspace(-1, 1, 9)), color, verges), tiles, ends))


def slope(width: float, run: float, rise: float, color: Color, lift: float = 0.3, near: bool = True) -> Mesh:
    """One side of a roof, its upper edge at z = 0 and y = `rise`, its eave at z = `run` and y = 0: it hangs in a curve
    and its ends turn up by `lift`."""

    def skin(t: _Field, u: _Field) -> _Field:
        return np.stack([u * width / 2 + 0 * t, _hung(t, rise, lift, u), run * t + 0 * u], 2)

    return _tiled(skin, round(width / (_PITCH if near else _FAR_PITCH)), color, verges=True)


def plain_slope(width: float, run: float, rise: float, color: Color, lift: float) -> Mesh:
    """The side of a roof that is not looked at."""
    u, t = np.linspace(-1, 1, 5), np.linspace(0, 1, 3)[:, None]
    grid = np.stack([u * width / 2 + 0 * t, _hung(t, rise, lift, u), run * t + 0 * u], 2)
    return _shell(grid, shade(color, 1.1), verges=True)


def ridge(width: float, color: Color, lift: float = 0.3) -> Mesh:
    """The crest of a roof, at y = 0, bent up at both ends."""
    x, y, bend = width / 2, lift * 0.35, width * 0.34
    run = slab([(bend, -0.08), (x, y - 0.08), (x, y + 0.16), (bend, 0.16)], 0.2, color)
    horn = slab([(x - 0.34, y + 0.1), (x + 0.02, y + 0.1), (x + 0.16, y + 0.52), (x - 0.06, y + 0.42)], 0.16, color)
    return merge((block((2 * bend, 0.24, 0.2), color, (0, -0.08, 0)), both_sides(merge((run, horn)))))


def gable_roof(
    width: float, depth: float, rise: float, color: Color = TILES, lift: float = 0.3, near: bool = True
) -> Mesh:
    """Two hanging slopes whose ends turn up; the crest runs along x over z = 0, the eaves lie at y = 0."""
    back = plain_slope(width, depth / 2, rise, color, lift).turned(y=180)
    front = slope(width, depth / 2, rise, color, lift, near=near)
    return merge((front, back, ridge(width, shade(color, 0.8), lift).moved((0, rise, 0))))


def hip_roof(width: float, depth: float, rise: float, crest: float, color: Color = TILES, lift: float = 0.6) -> Mesh:
    """Four hanging slopes under a crest of that length, whose corners sweep up; eaves at y = 0. Its front is looked at
    from afar, its back hardly ever."""
    front = _hip_side(width, depth, rise, crest, color, lift)
    end = _hip_side(depth, width, rise, 0.0, color, lift, crest)
    whole = merge((front, front.turned(y=180), end.turned(y=90), end.turned(y=-90)))
    hips = []
    for a, b in ((0.0, 0.55), (0.55, 1.0)):
        ends = [
            ((crest + (width - crest) * t) / 2, rise * (1 - t) ** 1.5 + lift * t**2 + 0.06, depth * t / 2)
            for t in (a, b)
        ]
        hips.append(rod(ends[0], ends[1], 0.1, shade(color, 0.8), sides=3))
    tip = block((0.2, 0.24, 0.2), GOLD, (width / 2, lift + 0.02, depth / 2), gloss=0.6)
    corner = both_sides(merge((*hips, tip)))
    return merge((whole, corner, corner.turned(y=180), ridge(crest, shade(color, 0.8), 0.4).moved((0, rise, 0))))


def _hip_side(
    width: float, depth: float, rise: float, crest: float, color: Color, lift: float, back: float = 0.0
) -> Mesh:
    """One of four slopes, its eave at z = depth / 2; `back` is how long the crest is that it runs up to endwise."""

    def skin(t: _Field, u: _Field) -> _Field:
        y = rise * (1 - t) ** 1.5 + lift * np.abs(u) ** 4 * t**2
        z = (back + (depth - back) * t) / 2 + 0 * u
        return np.stack([u * (crest + (width - crest) * t) / 2, y, z], 2)

    return _tiled(skin, round(width / _FAR_PITCH), color)
