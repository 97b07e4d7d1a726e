"""Bamboo: canes with their joints and sprays of leaves, near and far, and what lies under them.

Knows nothing of where it will stand.
"""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from model.renderer.mesh import F32, Mesh, merge, sheet
from model.renderer.shapes import Color, Rng, shade, spun, varied

_GREENS = ("#6f9a3e", "#7fa544", "#8fae50", "#5f8f46")
_LEAVES = ("#5f9a3e", "#74a845", "#4f8a44")
_POWDER = (0.86, 0.88, 0.76)
_JOINT, _RINGED = 0.42, 3.4  # m between two joints, and up to where they can be seen
_BLADE = 0.3  # m, the longest leaf


def cane(rng: Rng, height: float = 8.0) -> Mesh:
    """One cane to be looked at closely: ringed joints, bending a little to one side, leaves from above head height."""
    color, radius = varied(str(rng.choice(_GREENS)), rng, 0.07), float(rng.uniform(0.045, 0.075))
    sprays = [_spray(rng).turned(y=float(rng.uniform(0, 360))).moved((0.0, float(y), 0.0))
              for y in np.linspace(0.34, 0.97, 7) * height + rng.uniform(-0.2, 0.2, 7)]  # fmt: skip
    whole = merge((_stalk(height, radius, color), *sprays))
    return _bent(whole, height, float(rng.uniform(0.1, 0.7))).turned(y=float(rng.uniform(0, 360)))


def far_cane(rng: Rng, height: float = 9.0) -> Mesh:
    """The same from afar, in few triangles: no joints, large leaves."""
    color = shade(varied(str(rng.choice(_GREENS)), rng, 0.08), 0.9)
    radius = float(rng.uniform(0.05, 0.085))
    stalk = spun([(radius, 0.0), (radius * 0.9, height * 0.4), (radius * 0.45, height)], color, sides=4)
    tufts = [_tuft(rng).moved((0.0, float(y), 0.0)) for y in np.linspace(0.4, 1.0, 4) * height]
    whole = merge((stalk, *tufts))
    return _bent(whole, height, float(rng.uniform(0.1, 0.8))).turned(y=float(rng.uniform(0, 360)))


def shoot(rng: Rng, height: float = 0.4) -> Mesh:
    """A young shoot, wrapped in brown sheaths."""
    tiers = [spun([(height * 0.16 * (1 - t), height * t), (height * 0.13 * (1 - t), height * (t + 0.34))],
                  varied("#8a6f42" if k % 2 else "#a3894f", rng, 0.05), sides=6)
             for k, t in enumerate((0.0, 0.22, 0.44))]  # fmt: skip
    tip = spun([(height * 0.07, height * 0.68), (0.0, height)], "#8aa04e", sides=6)
    return merge((*tiers, tip))


def fallen_blade(rng: Rng) -> Mesh:
    """A dry leaf on the ground."""
    color = varied(str(rng.choice(["#c9a95e", "#b0904a", "#9aa052"])), rng)
    return _blade(float(rng.uniform(0.12, 0.22)), 0.03, color).moved((0.0, 0.012, 0.0))


def _stalk(height: float, radius: float, color: F32) -> Mesh:
    """A cane with a swelling at each joint that can be seen well, under which it is powdered."""
    profile, joints, y = [(radius, 0.0)], [], 0.6 * _JOINT
    while y < min(_RINGED, 0.9 * height):
        r = radius * (1.0 - 0.45 * y / height)
        profile += [(r, y - 0.03), (1.2 * r, y)]
        joints.append(y - 0.03)
        y += _JOINT
    profile.append((radius * 0.4, height))
    mesh = spun(profile, color, sides=6, gloss=0.35)
    powdered = np.isclose(mesh.vertices[:, 1:2], np.array(joints), atol=1e-3).any(axis=1)
    tint = np.where(powdered[:, None], 0.45 * mesh.color + 0.55 * np.array(_POWDER), mesh.color)
    return replace(mesh, color=tint.astype(np.float32))


def _spray(rng: Rng) -> Mesh:
    """A twig that reaches out along +z, with blades that hang from it."""
    reach, blades = float(rng.uniform(0.35, 0.75)), []
    for t in (0.4, 0.7, 1.0):
        for side in (-1.0, 1.0):
            blade = _blade(_BLADE * float(rng.uniform(0.8, 1.2)), 0.055, varied(str(rng.choice(_LEAVES)), rng, 0.1))
            blade = blade.turned(x=float(rng.uniform(15, 55))).turned(y=side * float(rng.uniform(20, 65)))
            blades.append(blade.moved((0.0, 0.22 * reach * t - 0.12 * t * t, reach * t)))
    return merge(blades)


def _tuft(rng: Rng) -> Mesh:
    """Blades all round, long enough to be seen from afar."""
    turns, blades = 90.0 * np.arange(4) + rng.uniform(-30, 30, 4), []
    for turn in turns:
        length = float(rng.uniform(0.7, 1.1))
        points = [(-0.13, 0.0, 0.2 * length), (0.13, 0.0, 0.2 * length), (0.0, 0.0, length)]
        blade = sheet(points, [(0, 1, 2)]).painted(varied(str(rng.choice(_LEAVES)), rng, 0.12), 0.3)
        blades.append(blade.turned(x=float(rng.uniform(5, 50))).turned(y=float(turn)))
    return merge(blades)


def _blade(length: float, width: float, color: Color | F32) -> Mesh:
    """A slim leaf along +z, seen from both sides."""
    points = [(0.0, 0.0, 0.0), (-width / 2, 0.0, length * 0.35), (width / 2, 0.0, length * 0.35), (0.0, 0.0, length)]
    return sheet(points, [(0, 2, 1), (1, 2, 3)]).painted(color, 0.3)


def _bent(mesh: Mesh, height: float, aside: float) -> Mesh:
    """The mesh with its top so many metres towards +x, as leaves weigh it down."""
    share = np.maximum(mesh.vertices[:, 1:2] / height, 0.0) ** 2
    moved = mesh.vertices + share * np.array([aside, -0.15 * aside, 0.0])
    return replace(mesh, vertices=moved.astype(np.float32))


def stand(rng: Rng, count: int, radius: float, height: float) -> Mesh:
    """Some canes close together, as they come up from one root, with shoots between them."""
    places = rng.uniform(-radius, radius, (count, 2))
    canes = [cane(rng, height * float(rng.uniform(0.8, 1.1))).moved((x, 0.0, z)) for x, z in places]
    angle = float(rng.uniform(0, math.tau))
    young = shoot(rng, float(rng.uniform(0.25, 0.5))).moved((radius * math.sin(angle), 0.0, radius * math.cos(angle)))
    return merge((*canes, young))
