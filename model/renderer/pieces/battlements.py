"""What stands on a wall of old China: a toothed parapet of brick, towers across it and in it, war flags, a fire basket,
drums and spears; and the wall as it runs on over far hills.

Knows nothing of where it stands. A tower's front is at z = 0 and faces +z; the parapet is seen from the same side.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

import numpy as np

from model.renderer.mesh import Mesh, merge, sheet
from model.renderer.pieces import old_town as t
from model.renderer.pieces.buildings import pane
from model.renderer.pieces.furnishings import flame
from model.renderer.pieces.tiled_roofs import GOLD
from model.renderer.scenery import LAMP
from model.renderer.shapes import Color, Rng, arc, block, drum, graded, hoop, plate, rod, shade, slab, spun, varied

BRICK = "#8f8a82"
_TOOTH, _GAP, _BREAST, _HIGH, _THICK = 1.15, 0.62, 0.78, 0.86, 0.5  # m: teeth, between them, under them, their height


def parapet(rng: Rng, length: float, color: Color = BRICK, near: bool = True) -> Mesh:
    """Teeth on a breast wall along x, the middle of a tooth in its middle; a loophole in each, copings like roofs."""
    pitch = _TOOTH + _GAP
    count = max(1, round((length - _TOOTH) / pitch) + 1)
    length = (count - 1) * pitch + _TOOTH
    parts = [graded(block((length, _BREAST, _THICK), color, gloss=0.05), 0.84, 1.0)]
    parts.append(block((length, 0.09, _THICK + 0.12), shade(color, 1.1), (0, _BREAST - 0.09, 0), gloss=0.05))
    for k in range(count):
        x = (k - (count - 1) / 2) * pitch
        parts.append(block((_TOOTH, _HIGH, _THICK), varied(color, rng, 0.05), (x, _BREAST, 0), gloss=0.05))
        gable = [(-0.34, 0.0), (0.34, 0.0), (0.0, 0.17)]
        top = slab(gable, _TOOTH + 0.06, shade(color, 0.82)).turned(y=90)
        parts.append(top.moved((x, _BREAST + _HIGH, 0)))
        if near:
            parts.append(plate((0.22, 0.3), "#4a4642", (x, _BREAST + 0.24, _THICK / 2 + 0.004)))
            parts.append(plate((0.32, 0.06), shade(color, 1.12), (x, _BREAST + 0.54, _THICK / 2 + 0.006)))
    if near:
        parts.append(_stones(rng, length, _BREAST + _HIGH, color, round(length * 3.2)).moved((0, 0, _THICK / 2)))
    return merge(parts)


def _stones(rng: Rng, width: float, height: float, color: Color, count: int) -> Mesh:
    """Single bricks of other tones on the inner face of a parapet, none where it has gaps or loopholes."""
    pitch, bricks = _TOOTH + _GAP, []
    for _ in range(count):
        x, y = float(rng.uniform(-0.48, 0.48)) * width, 0.08 + 0.14 * int(rng.integers(0, int(height / 0.14)))
        aside = abs((x + pitch / 2) % pitch - pitch / 2)
        if y < _BREAST - 0.24 or (0.3 < aside < _TOOTH / 2 - 0.2 and y > _BREAST):
            bricks.append(plate((0.34, 0.115), varied(color, rng, 0.15), (x, y, 0.006), gloss=0.05))
    return merge(bricks)


def tower(rng: Rng, width: float = 6.6, color: Color = BRICK, near: bool = True) -> Mesh:
    """A block of brick with a vaulted door between two arched windows, teeth round its roof and a hall on it under two
    sweeping eaves, of which little is made where it is `near` to nobody."""
    high, deep, half, spring = 3.1, 5.4, 0.95, 1.35
    body = t.bastion(width, high, deep, half, spring, color)
    door = merge((
        plate((2 * half + 0.2, spring + half), "#3a2620", (0, 0, deep / 2 - 1.1)),
        *(block((half - 0.04, spring + 0.75, 0.08), "#7a2c22", (s * (half / 2), 0, deep / 2 - 0.5)) for s in (-1, 1)),
        *(plate((0.08, 0.08), GOLD, (s * (0.2 + 0.26 * j), y, deep / 2 - 0.45), gloss=0.6)
          for s in (-1, 1) for j in range(3) for y in (0.5, 0.95, 1.4, 1.85)),
    ))  # fmt: skip
    inner, outer = arc(half, 0, 180, 9), arc(half + 0.26, 0, 180, 9)
    rim = [slab([a, b, c, d], 0.1, shade(color, 1.16), (0, spring, deep / 2))
           for (a, d), (b, c) in itertools.pairwise(zip(inner, outer, strict=True))]  # fmt: skip
    windows = [_arched_window(color).moved((s * width * 0.35, 1.15, deep / 2)) for s in (-1, 1)]
    band = block((width + 0.16, 0.2, deep + 0.16), shade(color, 1.1), (0, high - 0.5, 0), gloss=0.05)
    front = parapet(rng, width, color, near=False).scaled((1.0, 0.62, 0.8)).moved((0, high, deep / 2 - 0.2))
    sides = [parapet(rng, deep - 0.6, color, near=False).scaled((1.0, 0.62, 0.8)).turned(y=90)
             .moved((s * (width / 2 - 0.2), high, 0)) for s in (-1, 1)]  # fmt: skip
    hall = t.gate_hall(rng).scaled(0.52) if near else t.far_house(rng, width * 0.8, 2.2)
    hall = hall.moved((0, high, -0.5))
    bricks = t.courses(rng, width, high, 44, color, half + 0.2, spring).moved((0, 0, deep / 2))
    return merge((body, door, *rim, *windows, band, front, *sides, hall, bricks)).moved((0, 0, -deep / 2))


def _arched_window(color: Color) -> Mesh:
    """A small one in a wall at z = 0, lit from within when it is dark."""
    glass = merge((pane(0.56, 0.7, (0, 0, 0.012)), slab(arc(0.28, 0, 180, 9), 0.02, "#54463a", (0, 0.7, 0.005))))
    frame = [block((0.12, 0.74, 0.1), shade(color, 1.16), (s * 0.34, 0, 0.02)) for s in (-1, 1)]
    bars = [plate((0.04, 0.7), "#5a2a20", (x, 0, 0.02)) for x in (-0.1, 0.1)]
    return merge((glass, *frame, *bars, block((0.86, 0.1, 0.18), shade(color, 1.16), (0, -0.1, 0.05))))


def war_flag(rng: Rng, cloth: Color, height: float = 4.6, edge: Color = "#e0b24a") -> Mesh:
    """A toothed banner blown out from a pole towards +x, waves in it, a device on both its faces."""
    n, long, tall = 7, 1.9, 1.25
    phase = float(rng.uniform(0, math.tau))
    xs = np.linspace(0.06, long, n)
    wave = 0.13 * np.sin(3.4 * xs + phase) * (0.2 + xs / long)
    points, faces = [], []
    for x, z in zip(xs.tolist(), wave.tolist(), strict=True):
        drop = 0.1 * x * x / long
        for y in (0.0, 0.16, 0.84, 1.0):
            points.append((x, height - 0.15 - tall + tall * y - drop, z))
    for k in range(n - 1):
        for j in range(3):
            a = 4 * k + j
            faces += [(a, a + 4, a + 5), (a, a + 5, a + 1)]
    field = sheet(points, [f for i, f in enumerate(faces) if (i // 2) % 3 == 1]).painted(cloth, 0.1)
    hems = sheet(points, [f for i, f in enumerate(faces) if (i // 2) % 3 != 1]).painted(edge, 0.1)
    teeth = []
    for y in (0.08, 0.36, 0.64, 0.92):  # along its fly
        base = height - 0.15 - tall + tall * y - 0.1 * long
        z = float(wave[-1])
        tip = (long + 0.3, base - 0.03, z * 1.2)
        teeth.append(sheet([(long, base - 0.13, z), tip, (long, base + 0.13, z)], [(0, 1, 2)]))
    at = n // 2
    middle = (float(xs[at]), height - 0.15 - tall / 2 - 0.1 * float(xs[at]) ** 2 / long, float(wave[at]))
    discs = ((0.3, 0.012, edge), (0.19, 0.016, cloth))
    device = [drum(r, thick, tint, (0, -thick / 2, 0), sides=14).turned(x=90) for r, thick, tint in discs]
    turned = math.degrees(math.atan2(float(wave[at - 1] - wave[at + 1]), float(xs[at + 1] - xs[at - 1])))
    return merge((
        rod((0, 0, 0), (0, height, 0), 0.045, "#4a3426", sides=6),
        spun([(0.0, height), (0.07, height + 0.05), (0.03, height + 0.12), (0.06, height + 0.18), (0, height + 0.42)],
             GOLD, sides=6, gloss=0.6),
        field, hems, *(tooth.painted(edge, 0.1) for tooth in teeth),
        *(m.turned(y=turned).moved((middle[0], middle[1], middle[2] + z)) for m in device for z in (-0.03, 0.03)),
    ))  # fmt: skip


def fire_basket(rng: Rng) -> Mesh:
    """Iron hoops on three legs, coals and flames in them."""
    iron = "#3a3836"
    legs = [rod(_around(0.42, 0.0, a), _around(0.2, 1.15, a), 0.035, iron, sides=5) for a in (0.3, 2.4, 4.5)]
    ribs = [rod(_around(0.17, 0.82, a), _around(0.34, 1.28, a), 0.02, iron, sides=4)
            for a in np.linspace(0, math.tau, 9)[:-1].tolist()]  # fmt: skip
    coals = spun([(0.0, 0.84), (0.2, 0.88), (0.29, 1.12), (0.0, 1.2)], "#ff7a2c", sides=8).of_part(LAMP)
    tongues = [flame(float(rng.uniform(0.4, 0.7)), "#ff8a2c", (x, 1.12, z)).of_part(LAMP)
               for x, z in ((0.04, 0.0), (-0.12, 0.04))]  # fmt: skip
    hoops = (hoop(0.34, 0.024, iron, (0, 1.26, 0), 14), hoop(0.24, 0.02, iron, (0, 1.0, 0), 12))
    return merge((*legs, *ribs, *hoops, coals, *tongues))


def _around(radius: float, y: float, angle: float) -> tuple[float, float, float]:
    return radius * math.sin(angle), y, radius * math.cos(angle)


def war_drum() -> Mesh:
    """A great red drum on a stand, its skin towards +z."""
    barrel = spun([(0.62, -0.42), (0.72, -0.2), (0.74, 0.0), (0.72, 0.2), (0.62, 0.42)], "#9a2c22", sides=18, gloss=0.4)
    skins = [drum(0.61, 0.02, "#e6d6b4", (0, y, 0), sides=18) for y in (-0.43, 0.42)]
    studs = [block((0.05, 0.06, 0.05), GOLD, (0.655 * math.sin(a), y, 0.655 * math.cos(a)), gloss=0.6)
             for y in (-0.38, 0.34) for a in np.linspace(0, math.tau, 15)[:-1]]  # fmt: skip
    lying = merge((barrel, *skins, *studs)).turned(x=90).moved((0, 1.25, 0))
    wood = "#5a3424"
    stand = [rod((s * 0.62, 0, d), (s * 0.6, 1.3, 0), 0.06, wood, sides=6) for s in (-1, 1) for d in (-0.4, 0.4)]
    return merge((lying, *stand, block((1.3, 0.09, 0.09), wood, (0, 0.42, 0))))


def spear_rack(rng: Rng, count: int = 5) -> Mesh:
    """Spears and halberds leaning in a row along x."""
    wood, parts = "#6b4630", []
    for s in (-1, 1):
        parts += [block((0.09, 1.05, 0.09), wood, (s * 0.85, 0, 0)), block((0.12, 0.08, 0.6), wood, (s * 0.85, 0, 0.1))]
    parts += [block((1.8, 0.08, 0.08), wood, (0, y, 0)) for y in (0.45, 0.98)]
    for x in np.linspace(-0.66, 0.66, count):
        tall = float(rng.uniform(1.85, 2.15))
        shaft = rod((0, 0, 0), (0, tall, 0), 0.022, varied("#7a4a30", rng, 0.1), sides=5)
        head = spun([(0.0, 0.0), (0.055, 0.1), (0.0, 0.36)], "#aeb4ba", (0, tall, 0), 4, gloss=0.8)
        tuft = spun([(0.02, 0.0), (0.07, -0.05), (0.015, -0.26)][::-1], "#b0352a", (0, tall, 0), 6)
        parts.append(merge((shaft, head, tuft)).turned(x=-6.0).moved((float(x), 0.02, 0.14)))
    return merge(parts)


def fir(rng: Rng, height: float, color: Color = "#4f7350") -> Mesh:
    """A far conifer, in few triangles."""
    tone = varied(color, rng, 0.12)
    skirts = [spun([(height * r, height * low), (0.0, height * up)], tone, sides=5) for r, low, up in
              ((0.24, 0.08, 0.66), (0.17, 0.4, 1.0))]  # fmt: skip
    return graded(merge(skirts), 0.75, 1.1)


def wall_over(rng: Rng, way: Sequence[tuple[float, float, float]], color: Color = BRICK, towers: int = 3) -> Mesh:
    """The wall far off, through points on the crests of hills, some of them with a tower on them."""
    parts = []
    posts = {round(k) for k in np.linspace(0, len(way) - 1, towers + 2)[1:-1]}
    for k, ((x0, y0, z0), (x1, y1, z1)) in enumerate(itertools.pairwise(way)):
        run, veer = math.hypot(x1 - x0, z1 - z0), math.degrees(math.atan2(z0 - z1, x1 - x0))
        steps = max(1, round(run / 3.0))
        for j in range(steps):
            a = (j + 0.5) / steps
            at = (x0 + (x1 - x0) * a, y0 + (y1 - y0) * a - 3.0, z0 + (z1 - z0) * a)
            stretch = merge((
                block((run / steps + 0.3, 4.6, 1.6), varied(color, rng, 0.04), gloss=0.0),
                *(block((0.7, 0.6, 1.6), shade(color, 0.95), (u * run / steps, 4.6, 0), gloss=0.0)
                  for u in (-0.25, 0.25)),
            ))  # fmt: skip
            parts.append(stretch.turned(y=veer).moved(at))
        if k in posts:
            base = graded(block((4.2, 8.0, 4.2), varied(color, rng, 0.05), gloss=0.0), 0.85)
            crown = [block((0.8, 0.7, 4.4), shade(color, 0.95), (u, 8.0, 0), gloss=0.0) for u in (-1.7, 0.0, 1.7)]
            parts.append(merge((base, *crown)).turned(y=veer).moved((x0, y0 - 3.6, z0)))
    return merge(parts)
