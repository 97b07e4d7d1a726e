"""What there is in a cave: dripstones, crystals that shine, a way out to the daylight, a fire on the ground.

Knows nothing of where it stands.
"""

from __future__ import annotations

import math

import numpy as np

from model.renderer.mesh import Mesh, flat, merge
from model.renderer.pieces import nature
from model.renderer.pieces.furnishings import always_lit, flame
from model.renderer.scenery import SKY_PANE
from model.renderer.shapes import Color, Rng, arc, ball, graded, rod, roughened, shade, slab, spun, varied

ROCK = "#6f655e"


def dripstone(rng: Rng, length: float, radius: float, color: Color = ROCK) -> Mesh:
    """A stalagmite: a knobby cone in rings, standing on y = 0."""
    rings = [(radius * (1.0 - t) ** 0.8 * float(rng.uniform(0.85, 1.12)), length * t)
             for t in (0.0, 0.16, 0.36, 0.58, 0.8)]  # fmt: skip
    cone = spun([*rings, (0.0, length)], varied(color, rng, 0.07), sides=8, gloss=0.25)
    return graded(flat(roughened(cone, rng, radius * 0.09)), 0.8, 1.12)


def icicle(rng: Rng, length: float, radius: float, color: Color = ROCK) -> Mesh:
    """A stalactite, hanging from y = 0."""
    return dripstone(rng, length, radius, color).turned(x=180)


def pillar(rng: Rng, height: float, radius: float) -> Mesh:
    """Where a stone from above and one from below have met."""
    low, high = dripstone(rng, height * 0.62, radius), dripstone(rng, height * 0.62, radius * 0.95)
    waist = [(radius * 0.5, height * 0.3), (radius * 0.34, height * 0.5), (radius * 0.5, height * 0.7)]
    neck = spun(waist, ROCK, sides=8)
    return merge((low, high.turned(x=180).moved((0, height, 0)), neck))


def crystals(rng: Rng, size: float, color: Color, count: int = 7) -> Mesh:
    """A cluster that shines by itself, on a lump of rock."""
    spikes = []
    for k in range(count):
        tall = size * (1.0 if k == 0 else float(rng.uniform(0.4, 0.8)))
        wide = tall * float(rng.uniform(0.1, 0.14))
        shaft = [(wide * 0.8, 0.0), (wide, tall * 0.72), (0.0, tall)]
        spike = spun(shaft, varied(color, rng, 0.12), sides=6, gloss=0.8, smooth=False)
        lean = 0.0 if k == 0 else float(rng.uniform(16, 44))
        spikes.append(spike.turned(z=lean).turned(y=k * 360.0 / count + float(rng.uniform(-20, 20))))
    shining = always_lit(merge(spikes), 0.85)
    return merge((shining, nature.rock(rng, size * 0.8, size * 0.22, size * 0.7, ROCK)))


def fire(rng: Rng) -> Mesh:
    """Logs that burn in a ring of stones."""
    stones = [nature.rock(rng, 0.26, 0.18, 0.24, "#7a716a").moved((0.5 * math.sin(a), 0, 0.5 * math.cos(a)))
              for a in np.linspace(0, math.tau, 10)[:-1].tolist()]  # fmt: skip
    logs = [rod((-0.36, 0.07, 0), (0.3, 0.2, 0), 0.06, "#4a3020", sides=6).turned(y=a) for a in (20.0, 140.0, 260.0)]
    tongues = [flame(h, "#ff8a2c", (x, 0.1, z))
               for h, x, z in ((0.7, 0.0, 0.0), (0.45, 0.16, 0.1), (0.42, -0.15, 0.05))]  # fmt: skip
    return merge((*stones, *logs, always_lit(merge(tongues))))


def way_out(rng: Rng, width: float, height: float, length: float, color: Color = ROCK) -> Mesh:
    """A short passage from z = 0 to daylight at z = -`length`: rock all round, ferns and creepers at its end."""
    half, vault = 0.56 * width, 0.42 * height
    rise = [(1.18 * x, vault + 0.9 * y) for x, y in arc(half, 0, 180, 11)]
    arch = [(-1.18 * half, 0.0), (1.18 * half, 0.0), *rise]
    day = slab(arch, 0.01, "#d6e8f4", (0, 0, -length)).of_part(SKY_PANE)
    rim: list[Mesh] = []
    for k, a in enumerate(np.linspace(-12, 192, 15).tolist()):
        x, y = half * math.cos(math.radians(a)), 0.62 * height * (0.42 + math.sin(math.radians(a)))
        for z in (0.0, -0.5 * length, -0.94 * length):
            size = float(rng.uniform(0.75, 1.05)) * (0.3 * width)
            lump = nature.rock(rng, size, size * 1.1, size, shade(color, 0.8 + 0.14 * (k % 3)))
            turned = lump.turned(y=float(rng.uniform(0, 360)))
            rim.append(turned.moved((1.12 * x, 1.06 * y - 0.4 * size, z)))
    ferns = [nature.fern(rng, float(rng.uniform(0.5, 0.8)), "#4f8a48").moved((s * 0.3 * width, 0.0, -0.8 * length))
             for s in (-1.0, 1.0)]  # fmt: skip
    creepers = []
    for x in rng.uniform(-0.36, 0.36, 7) * width:
        drop = float(rng.uniform(0.3, 0.9))
        strand = spun([(0.02, -drop), (0.05, -0.4 * drop), (0.03, 0.0)], varied("#4f7a40", rng, 0.12), sides=3)
        creepers.append(strand.moved((float(x), 0.86 * height, -0.7 * length)))
    far = [ball((float(r), float(r) * 1.2, 0.2), varied("#7a9a78", rng, 0.1), (float(x), 0.1, -0.96 * length), 6)
           for x, r in zip(np.linspace(-0.5, 0.5, 6) * width, rng.uniform(0.3, 0.75, 6), strict=True)]  # fmt: skip
    return merge((day, *rim, *ferns, *creepers, *far))
