"""Bridges: a deck on an arch with a balustrade, and what lies about one: steps at its ends, a stream with its banks.

Knows nothing of where a bridge stands; its stream runs on until hills or houses hide where it ends.
"""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from model.renderer.mesh import Mesh, from_arrays
from model.renderer.props.toy import Builders, Paint, Toy
from model.renderer.shapes import Color, Rng, block, both_sides, pipe, shade, slab, varied

Field = npt.NDArray[np.floating]
_HALF, _TOP, _DEEP = 1.7, 0.6, 1.4  # m: half its length, how high and how deep it is
_SPAN, _RISE = 1.15, 0.4  # m: half the width of the arch, and how high it is inside
_STEPS, _TREAD = 3, 0.25  # how many lead up to either end, and m of each
_REACH, _NEAR = 24.0, 6.5  # m that the stream runs on either side, and up to which stones line it
# m above the ground: over the paths and slabs of sets, which are thinner
_WET, _FOAM, _DRY = 0.014, 0.018, 0.022


def bridge(paint: Paint) -> Toy:
    """A flat deck on one low arch; its top is what one walks on."""
    stone = paint.body
    curve = [(_SPAN * math.cos(a), _RISE * math.sin(a)) for a in np.linspace(0, math.pi, 15)]
    side: list[Mesh] = []
    for (x0, y0), (x1, y1) in pairwise(curve):  # columns from the arch up to the deck, convex each
        side.append(slab([(x1, y1), (x0, y0), (x0, _TOP - 0.1), (x1, _TOP - 0.1)], _DEEP - 0.1, stone))
    end = [(_SPAN, 0), (_HALF, 0), (_HALF, _TOP - 0.1), (_SPAN, _TOP - 0.1)]
    ring = pipe([(x, y, 0) for x, y in curve], 0.05, paint.accent, 6)
    deck = [
        block(
            (2 * _HALF / 8 - 0.015, 0.1, _DEEP - 0.2),
            varied(stone, paint.rng, 0.06),
            (_HALF * (2 * k + 1) / 8 - _HALF, _TOP - 0.1, 0),
            0.02,
        )
        for k in range(8)
    ]
    kerbs = [block((2 * _HALF, 0.1, 0.1), paint.accent, (0, _TOP - 0.1, s * _EDGE), 0.02) for s in (-1, 1)]
    rings = (ring.moved((0, 0, s * (_DEEP / 2 - 0.06))) for s in (-1, 1))
    phase = float(paint.rng.uniform(0.0, math.tau))
    about = (*_balustrades(paint), *_steps(paint), *_stream(paint.rng, phase), *_stones(paint, phase))
    return Toy((*side, both_sides(slab(end, _DEEP - 0.1, stone)), *rings, *deck, *kerbs), about=about)


_EDGE = _DEEP / 2 - 0.05  # m from the middle to the kerbs


def _balustrades(paint: Paint) -> list[Mesh]:
    """Low, so that one sees who walks behind them."""
    parts = []
    for s in (-1, 1):
        for x in np.linspace(-_HALF + 0.06, _HALF - 0.06, 4):
            parts.append(block((0.1, 0.26, 0.09), varied(paint.body, paint.rng, 0.05), (x, _TOP, s * _EDGE)))
            parts.append(block((0.12, 0.05, 0.11), paint.accent, (x, _TOP + 0.26, s * _EDGE), 0.02))
        parts.append(block((2 * _HALF, 0.06, 0.06), paint.body, (0, _TOP + 0.15, s * _EDGE)))
    return parts


def _steps(paint: Paint) -> list[Mesh]:
    """Up to both ends of the deck, each a block on the ground."""
    parts = []
    for k in range(_STEPS):
        high = _TOP * (_STEPS - k) / (_STEPS + 1)
        x = _HALF + _TREAD * (k + 0.5)
        for s in (-1, 1):
            size = (_TREAD, high, _DEEP - 0.1 + 0.08 * k)
            parts.append(block(size, varied(paint.body, paint.rng, 0.05), (s * x, 0, 0), 0.02))
    return parts


def _course(z: Field, phase: float) -> Field:
    """The middle of the stream: straight under the bridge, then winding."""
    bend: Field = 0.5 * np.sin(z / 4.1 + phase) * np.clip(np.abs(z) / 5.0 - 0.4, 0.0, 1.0)
    return bend


def _stream(rng: Rng, phase: float) -> list[Mesh]:
    """Water that runs under the bridge along z, deep in its middle, over its bed, with a few ripples."""
    z = np.linspace(-_REACH, _REACH, 73)
    left, right = (side * 0.98 + _course(z, phase) + side * rng.uniform(-0.08, 0.1, len(z)) for side in (-1.0, 1.0))
    bed = _band(left - 0.32, right + 0.32, z, _WET - 0.003, "#8a8168", 0.05)
    waters = [
        _band(left + a * (right - left), left + b * (right - left), z, _WET, color, 0.9, rng)
        for a, b, color in ((0.0, 0.16, "#5f9fae"), (0.16, 0.84, "#3b83a0"), (0.84, 1.0, "#5f9fae"))
    ]
    ripples = []
    for _ in range(30):
        k, share, long = int(rng.integers(4, len(z) - 4)), rng.uniform(0.12, 0.88), rng.uniform(0.25, 0.6)
        x = left[k] + share * (right[k] - left[k])
        t = np.linspace(-0.5, 0.5, 6)
        wide = 0.016 * np.cos(math.pi * t) + 0.001
        middle = x + 0.05 * np.sin(5.0 * t + rng.uniform(0.0, math.tau))
        ripples.append(_band(middle - wide, middle + wide, z[k] + long * t, _FOAM, "#a5d3de", 0.8))
    return [bed, *waters, *ripples]


def _band(left: Field, right: Field, z: Field, y: float, color: Color, gloss: float, rng: Rng | None = None) -> Mesh:
    """A level strip along z between two edges; `rng` makes it mirror as unevenly as water does."""
    points = np.stack([np.stack([side, np.full(len(z), y), z], 1) for side in (left, right)], 1).reshape(-1, 3)
    faces = [face for k in range(0, 2 * len(z) - 2, 2) for face in ((k, k + 2, k + 1), (k + 1, k + 2, k + 3))]
    mesh = from_arrays(points, faces).painted(color, gloss)
    if rng is None:
        return mesh
    normals = mesh.normals + np.array([1.0, 0.0, 1.0]) * rng.normal(0.0, 0.05, mesh.normals.shape)
    return replace(mesh, normals=(normals / np.linalg.norm(normals, axis=1, keepdims=True)).astype(np.float32))


def _stones(paint: Paint, phase: float) -> list[Mesh]:
    """Along the banks near the bridge, and not in its arch."""
    rng, parts = paint.rng, []
    for s in (-1, 1):
        z = -_NEAR
        while z < _NEAR:
            long = float(rng.uniform(0.5, 0.9))
            if abs(z + long / 2) > _DEEP / 2 + 0.3:
                size = (float(rng.uniform(0.22, 0.34)), float(rng.uniform(0.06, 0.13)), long)
                at = (s * 1.2 + float(_course(np.array(z), phase)), 0.0, z + long / 2)
                stone = block(size, varied(shade(paint.accent, 0.95), rng, 0.1), at, 0.04, rng.uniform(-9, 9), 0.1)
                parts.append(stone)
            z += long + float(rng.uniform(0.02, 0.12))
    return parts


BUILDERS: Builders = {"bridge": bridge, "wooden bridge": bridge}
