"""Pieces of a landing on another world: craters, a lander, domes, a rover, solar panels, a planet in the sky.

Each stands at the origin and faces +z.
"""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from model.renderer.mesh import Mesh, merge
from model.renderer.scenery import GROUND, LAMP, LIT_PANE
from model.renderer.shapes import ORIGIN, Color, Rng, ball, block, drum, graded, mixed, plate, rod, roughened, spun

_FOIL, _WHITE, _GREY, _DARK = "#c89a3e", "#e4e4e0", "#8f9296", "#3a3d42"


def crater(rng: Rng, radius: float, color: Color, deep: float = 0.35) -> Mesh:
    """A ring of thrown-up ground around a darker hollow, which is flat: the ground under it stays whole."""
    rim = deep * radius
    profile = [(1.55 * radius, 0.0), (1.2 * radius, 0.75 * rim), (radius, rim), (0.86 * radius, 0.5 * rim),
               (0.7 * radius, 0.06), (0.0, 0.03)]  # fmt: skip
    ring = roughened(spun(profile, color, sides=22, gloss=0.0), rng, 0.05 * radius)
    sunken = np.hypot(ring.vertices[:, 0], ring.vertices[:, 2]) < 0.8 * radius
    tint = np.where(sunken[:, None], 0.8, 1.0).astype(np.float32)
    return replace(ring, color=ring.color * tint).of_part(GROUND)


def globe(rng: Rng, radius: float, sea: Color, land: Color, cloud: Color) -> Mesh:
    """A planet seen from far off: seas, lands, a whirl of clouds."""
    sphere = ball(radius, sea, detail=24, gloss=0.05)
    way = sphere.vertices / radius
    lands, clouds = (_blots(rng, way, pitch) for pitch in (2.6, 4.2))
    share = np.clip(6.0 * (lands - 0.12), 0.0, 1.0)[:, None]
    ground = mixed(sea, sea, 0)[None] * (1.0 - share) + mixed(land, land, 0)[None] * share
    white = np.clip(4.0 * (clouds - 0.16), 0.0, 0.9)[:, None]
    color = ground * (1.0 - white) + mixed(cloud, cloud, 0)[None] * white
    return replace(sphere, color=color.astype(np.float32))


def _blots(rng: Rng, way: np.ndarray, pitch: float) -> np.ndarray:
    """(N,) an irregular pattern over directions (N, 3), about 0."""
    waves = rng.normal(0.0, pitch, (7, 3))
    return np.asarray(np.sin(way @ waves.T + rng.uniform(0.0, math.tau, 7)).mean(axis=1))


def lander(rng: Rng) -> Mesh:
    """Four legs under a body in golden foil, a cabin with two dark windows, a dish and a ladder."""
    parts = [
        drum(1.5, 1.1, _FOIL, (0, 1.2, 0), 1.4, sides=8, gloss=0.6), drum(1.1, 1.3, _WHITE, (0, 2.3, 0), 0.9, sides=8),
        drum(0.42, 0.5, _DARK, (0, 0.75, 0), 0.24, sides=12), drum(0.5, 0.3, _GREY, (0, 3.6, 0), 0.36, sides=10),
        rod((0.5, 3.6, 0), (0.9, 4.6, 0), 0.03, _GREY), ball((0.42, 0.42, 0.1), _WHITE, (0.9, 4.6, 0.1), 6),
    ]  # fmt: skip
    for x in (-0.42, 0.42):
        parts.append(plate((0.4, 0.44), "#20242c", (x, 2.75, 0.98), gloss=0.8).turned(x=-6))
    for k in range(4):
        a = math.tau * (k + 0.5) / 4
        foot = (2.4 * math.sin(a), 0.05, 2.4 * math.cos(a))
        knee = (1.3 * math.sin(a), 1.6, 1.3 * math.cos(a))
        parts += [rod(knee, foot, 0.07, _FOIL, gloss=0.5), drum(0.36, 0.07, _GREY, foot, sides=10),
                  rod((1.1 * math.sin(a), 1.25, 1.1 * math.cos(a)), (0.62 * foot[0], 0.7, 0.62 * foot[2]), 0.045,
                      _GREY)]  # fmt: skip
    for side in (-0.2, 0.2):
        parts.append(rod((side, 0.1, 1.9), (side, 2.2, 1.15), 0.03, _GREY))
    for k in range(6):
        y = 0.3 + 0.34 * k
        parts.append(rod((-0.2, y, 1.85 - 0.36 * y), (0.2, y, 1.85 - 0.36 * y), 0.025, _GREY))
    return merge(parts).turned(y=float(rng.uniform(-8, 8)))


def dome(rng: Rng, radius: float) -> Mesh:
    """A round dwelling: ribs, round windows that light up, a lock that comes forward."""
    shell = spun([(radius * math.cos(a), radius * 0.82 * math.sin(a)) for a in np.linspace(0, math.pi / 2, 8)], _WHITE,
                 sides=20, gloss=0.3)  # fmt: skip
    parts = [graded(shell, 0.8, 1.04), drum(radius * 1.05, 0.3, _GREY, sides=20)]
    for k in range(5):
        a = math.pi * (k + 0.5) / 5 - math.pi / 2
        if abs(a) > 0.3:
            at = (radius * 0.9 * math.sin(a), 0.42 * radius, radius * 0.9 * math.cos(a))
            pane = drum(0.17 * radius, 0.1, "#ffd9a0", sides=12).turned(x=62).turned(y=math.degrees(a)).moved(at)
            rim = drum(0.21 * radius, 0.06, _DARK, sides=12).turned(x=62).turned(y=math.degrees(a)).moved(at)
            parts += [rim, pane.of_part(LIT_PANE)]
    lock = merge((
        spun([(0.62, 0.0), (0.62, 0.0), (0.62, 1.0), (0.5, 1.0), (0.5, 1.0)], _GREY, sides=14).turned(x=90),
        drum(0.5, 0.04, _DARK, sides=14).turned(x=90).moved((0, 0, 0.96)),
    ))  # fmt: skip
    parts += [lock.moved((0, 0.66, radius * 0.9)), block((1.2, 0.1, 1.1), _GREY, (0, 0, radius + 0.7)),
              ball(0.09, "#ff9a5a", (0, 1.46, radius + 0.86), 5, glow=1.0).of_part(LAMP)]  # fmt: skip
    parts.append(rod((0, radius * 0.8, 0), (0.1, radius * 0.8 + float(rng.uniform(0.8, 1.4)), 0), 0.03, _GREY))
    return merge(parts)


def rover() -> Mesh:
    """Six wheels, a deck with boxes, a mast with two eyes."""
    parts = [
        block((1.1, 0.34, 1.7), _FOIL, (0, 0.62, 0), 0.05, gloss=0.5), block((1.4, 0.05, 1.9), _WHITE, (0, 0.98, 0)),
        rod((0.3, 1.0, 0.7), (0.3, 1.9, 0.7), 0.05, _GREY), ball((0.4, 0.14, 0.4), _WHITE, (-0.35, 1.25, -0.5), 6),
        block((0.5, 0.2, 0.2), _WHITE, (0.3, 1.86, 0.72), 0.03),
    ]  # fmt: skip
    for x in (-0.14, 0.14):
        parts.append(ball(0.06, "#20242c", (0.3 + x, 1.96, 0.83), 4, gloss=0.8))
    for s in (-1, 1):
        for z in (-0.8, 0.0, 0.8):
            wheel = drum(0.32, 0.24, _DARK, sides=14).turned(z=90).moved((s * 0.86 + 0.12, 0.32, z))
            parts += [wheel, rod((s * 0.5, 0.7, z), (s * 0.76, 0.34, z), 0.05, _GREY)]
    return merge(parts)


def panels(count: int = 3) -> Mesh:
    """A row of solar panels that lean towards the sun."""
    parts = []
    for k in range(count):
        x = 1.7 * (k - (count - 1) / 2)
        face = merge((block((1.5, 0.05, 1.0), "#24386a", gloss=0.6), block((1.56, 0.04, 1.06), _GREY, (0, -0.01, 0)),
                      *(block((0.02, 0.06, 1.0), "#8fa0c0", (0.3 * j - 0.6, 0, 0)) for j in range(5))))  # fmt: skip
        parts += [face.turned(x=38).moved((x, 1.0, 0)), rod((x, 0, 0), (x, 1.0, 0), 0.05, _GREY)]
    return merge(parts)


def banner(cloth: Color) -> Mesh:
    """A stiff flag with a ring on it."""
    ring = [plate((0.1, 0.1), "#f4f0e4", (0.75 + 0.22 * math.sin(a), 1.75 + 0.22 * math.cos(a), 0.02))
            for a in np.linspace(0, math.tau, 12, endpoint=False)]  # fmt: skip
    return merge((rod(ORIGIN, (0, 2.3, 0), 0.03, _WHITE), rod((0, 2.25, 0), (1.4, 2.25, 0), 0.02, _WHITE),
                  block((1.35, 0.85, 0.02), cloth, (0.7, 1.4, 0)), *ring))  # fmt: skip
