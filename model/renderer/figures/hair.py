"""Hair styles, brows' neighbours: each keeps its shape, follows the skull and leaves the face free.

A style is a function from a hairdresser to pieces on the joints `head` (fixed) and `mane` (swings). Knows nothing of
faces beyond the hairline, nor of hats (see `headwear`).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from model.renderer.figures.build import Build
from model.renderer.loft import Reals, bend, blob, horn, skin, sweep
from model.renderer.mesh import F32, Mesh, Vec3
from model.renderer.rig import Rig

Hairline = Sequence[tuple[float, float]]  # (azimuth, degrees from the crown), 0..180; the other side is its mirror

SHORT: Hairline = ((0, 50), (30, 51), (52, 60), (68, 88), (82, 100), (98, 84), (112, 108), (140, 124), (180, 126))
SWEPT: Hairline = ((0, 47), (30, 48), (55, 60), (72, 82), (88, 92), (105, 92), (130, 120), (180, 124))
CURTAIN: Hairline = ((0, 50), (28, 50), (48, 60), (60, 92), (70, 122), (90, 132), (130, 138), (180, 138))


@dataclass(frozen=True, slots=True)
class Hairdresser:
    """`part` and `reach` are in units of the head's radii: (1, 0, 0) lies on the head's left side."""

    build: Build
    rig: Rig
    color: F32

    def at(self, azimuth: float, down: float, lift: float = 0.0) -> list[float]:
        """The point on the skull at `azimuth`, `down` degrees from the crown, `lift` metres out."""
        a, b, c = self.build.head_radii
        turn, polar = math.radians(azimuth), math.radians(down)
        way = np.array([math.sin(polar) * math.sin(turn), math.cos(polar), math.sin(polar) * math.cos(turn)])
        point = way * (a, b, c) * self._swell(math.cos(polar)) + way * lift
        return [float(v) for v in point + np.array(self.build.head_middle)]

    def _swell(self, height: float) -> Reals:
        fuller = 0.075 if self.build.age == "child" else 0.055
        s = 1.0 - fuller * math.tanh(2.2 * height)
        return np.array([s, 1.0, s])

    @property
    def u(self) -> float:
        """A twelfth of the head's height: the measure of tufts and strands."""
        return self.build.head_radii[1] / 6.0

    def paint(self, mesh: Mesh, joint: str = "head", shade: float = 1.0, gloss: float = 0.45) -> Mesh:
        return mesh.painted(np.clip(self.color * shade, 0, 1), gloss).of_part(self.rig.index[joint])

    def cap(self, line: Hairline, thick: float = 1.0, crown: float = 1.5, joint: str = "head") -> Mesh:
        """The hair on the skull down to the hairline, `thick` there and `crown` on top (in u)."""
        turn = np.linspace(-180.0, 180.0, 28, endpoint=False)
        known = np.array(line, np.float64)
        edge = np.interp(np.abs(turn), known[:, 0], known[:, 1])
        rings = []
        steps = [(1.0, -0.6), (1.012, 0.25), (0.975, 0.85), (0.9, 1.0), (0.72, 1.0), (0.46, 1.0), (0.2, 1.0)]
        for part, out in steps:
            lift = self.u * out * (crown + (thick - crown) * part)
            rings.append([self.at(float(t), float(e) * part, lift) for t, e in zip(turn, edge, strict=True)])
        inner = [self.at(float(t), float(e) * 0.9, -1.6 * self.u) for t, e in zip(turn, edge, strict=True)]
        return self.paint(skin(np.array([inner, *rings])), joint)

    def tuft(
        self, azimuth: float, down: float, radii: Vec3, turn: Vec3 = (0, 0, 0), lift: float = 0.4, sides: int = 10
    ) -> Mesh:
        """A vinyl bump of hair; radii and lift in u, turned in degrees before it is put in place."""
        ball = blob(tuple(r * self.u for r in radii), sides=sides, rows=4 if sides < 10 else 5).turned(*turn)
        return self.paint(ball.moved(self.at(azimuth, down, lift * self.u)))

    def lock(
        self,
        points: Sequence[tuple[float, float, float]],
        radius: float,
        joint: str = "head",
        tip: float = 0.12,
        sides: int = 8,
        flat: float = 1.0,
        steps: int = 7,
    ) -> Mesh:
        """A strand through (azimuth, down, lift in u) points on the skull."""
        path = bend([self.at(a, d, lift * self.u) for a, d, lift in points], steps)
        r = np.linspace(1.0, tip, steps) ** 0.6 * radius * self.u
        return self.paint(sweep(path, r.tolist(), sides, flat), joint)

    def hanging(
        self,
        path: Sequence[Vec3],
        radii: Sequence[float],
        joint: str = "mane",
        sides: int = 10,
        flat: float = 1.0,
        steps: int = 8,
    ) -> Mesh:
        """Hair that hangs free: `path` in parts of the head's radii about its middle, `radii` in u."""
        at = [tuple(np.array(p) * self.build.head_radii + self.build.head_middle) for p in path]
        r = np.interp(np.linspace(0, 1, steps), np.linspace(0, 1, len(radii)), radii) * self.u
        return self.paint(sweep(bend(at, steps), r.tolist(), sides, flat), joint)


def short(h: Hairdresser) -> list[Mesh]:
    return [
        h.cap(SHORT),
        h.tuft(-16, 44, (3.3, 1.5, 1.7), (12, 0, 8), 0.6, 12),
        h.tuft(24, 43, (2.6, 1.35, 1.5), (12, 0, -12), 0.6, 12),
        h.tuft(-50, 47, (1.5, 1.5, 1.5), (0, 0, 20), 0.4),
    ]


def side_part(h: Hairdresser) -> list[Mesh]:
    return [
        h.cap(SHORT, 0.8, 1.2),
        h.lock([(42, 34, 0.5), (12, 40, 1.5), (-22, 45, 1.5), (-58, 60, 0.8)], 2.0, tip=0.3, steps=8, sides=10),
        h.lock([(46, 26, 0.6), (0, 30, 1.4), (-40, 38, 1.2), (-78, 62, 0.6)], 2.2, tip=0.3, sides=10),
        h.lock([(48, 38, 0.3), (62, 52, 0.6), (74, 72, 0.3)], 1.3, tip=0.3),
    ]


def curly(h: Hairdresser) -> list[Mesh]:
    rings = ((44, 9, 1.7), (30, 6, 1.8), (68, 9, 1.7), (92, 8, 1.6), (112, 7, 1.5), (8, 2, 1.9))
    curls = []
    for down, count, size in rings:
        for k in range(count):
            a = 360.0 * (k + 0.5 * (down % 3 == 0)) / count
            front = min(a % 360, 360 - a % 360)
            if down > 55 and front < 78:
                continue
            curls.append(h.tuft(a, down, (size, size, size), lift=0.9, sides=8))
    return [h.cap(SHORT), *curls]


def spiky(h: Hairdresser) -> list[Mesh]:
    spikes = []
    for down, count, size in ((40, 8, 2.0), (20, 5, 2.1), (72, 8, 1.7), (100, 6, 1.4)):
        for k in range(count):
            a = 360.0 * (k + 0.5 * (down == 20)) / count
            if down > 55 and min(a, 360 - a) < 125:  # over an ear one would look like another ear
                continue
            base, tip = h.at(a, down, 0.3 * h.u), h.at(a, down - 12, (3.4 if down < 60 else 2.4) * h.u)
            middle = [(p + 2 * q) / 3 for p, q in zip(base, h.at(a, down - 3, 1.9 * h.u), strict=True)]
            spikes.append(h.paint(horn([base, middle, tip], size * h.u, 7)))
    return [h.cap(SHORT, 0.8, 1.2), *spikes]


def bald(h: Hairdresser) -> list[Mesh]:
    """Nothing on top; what is left runs round the back for the old."""
    if h.build.age != "old":
        return []
    return [
        h.tuft(s * a, d, (1.3, 1.5, 1.3), lift=0.2, sides=8)
        for s in (1, -1)
        for a, d in ((95, 78), (112, 88), (130, 96), (152, 100))
    ]


def bob(h: Hairdresser) -> list[Mesh]:
    sides = [
        h.hanging(
            [(s * 0.86, 0.42, 0.18), (s * 1.06, 0.0, 0.02), (s * 1.05, -0.45, 0.06), (s * 0.92, -0.72, 0.22)],
            [1.4, 1.9, 2.0, 1.0],
            "head",
            9,
        )
        for s in (1, -1)
    ]
    return [h.cap(CURTAIN, 1.6, 1.5), *sides, *_fringe(h, 48, 4)]


def _fringe(h: Hairdresser, down: float, count: int, wide: float = 46.0) -> list[Mesh]:
    """Straight bangs that end above the brows."""
    spots = np.linspace(-wide, wide, count)
    return [
        h.lock(
            [(a * 0.75, 22, 0.9), (a, 38, 1.15), (a * 1.05, down + 0.12 * abs(a), 0.7)],
            1.75,
            tip=0.55,
            sides=8,
            steps=5,
        )
        for a in spots
    ]


def _curtain(h: Hairdresser, foot: float, wavy: float = 0.0) -> list[Mesh]:
    """Long hair down the back to `foot` (in head radii below the middle), and in front of the ears."""
    strands = []
    for x in (-0.78, -0.4, 0.0, 0.4, 0.78):
        back = -0.80 * math.sqrt(max(1.0 - (x / 1.05) ** 2, 0.05)) - 0.22
        path = [
            (x, 0.1, back),
            (x * 1.12, -0.5, back - 0.08),
            (x * 1.15 + wavy * 0.1, (foot - 0.9) / 2, back - 0.12 - wavy * 0.12),
            (x * 1.02 - wavy * 0.1, foot, back + 0.08),
        ]
        strands.append(h.hanging(path, [1.5, 2.2, 2.2, 0.9], sides=9, steps=7))
    return strands


def long(h: Hairdresser) -> list[Mesh]:
    fronts = [
        h.hanging(
            [(s * 0.80, 0.5, 0.30), (s * 1.04, 0.05, 0.10), (s * 1.05, -0.55, 0.05), (s * 0.92, -1.15, 0.12)],
            [1.2, 1.6, 1.6, 0.6],
            "head",
            9,
        )
        for s in (1, -1)
    ]
    swoops = [
        h.lock([(s * 4, 26, 0.7), (s * 26, 40, 1.1), (s * 52, 58, 0.9), (s * 66, 86, 0.4)], 1.7, tip=0.4, sides=9)
        for s in (1, -1)
    ]
    return [h.cap(CURTAIN, 1.3, 1.4), *fronts, *swoops, *_curtain(h, -1.75)]


def wavy(h: Hairdresser) -> list[Mesh]:
    out = [h.cap(CURTAIN, 1.5, 1.9)]
    for s in (1, -1):
        path = [
            (s * 0.78, 0.55, 0.32),
            (s * 1.10, 0.22, 0.12),
            (s * 1.00, -0.12, 0.10),
            (s * 1.18, -0.45, 0.02),
            (s * 1.02, -0.78, 0.08),
            (s * 1.14, -1.1, 0.0),
        ]
        out.append(h.hanging(path, [1.3, 1.9, 1.8, 2.1, 1.7, 0.8], "head", 9, steps=11))
        out.append(
            h.lock([(s * 10, 24, 1.0), (s * 30, 38, 2.0), (s * 52, 50, 1.0), (s * 68, 74, 1.0)], 2.0, tip=0.5, sides=9)
        )
    return out + _curtain(h, -1.25, 1.0)


def ponytail(h: Hairdresser) -> list[Mesh]:
    tail = h.hanging(
        [(0, 0.55, -0.95), (0, 0.62, -1.5), (0, 0.1, -1.85), (0.05, -0.6, -1.7), (0, -0.95, -1.5)],
        [1.2, 2.1, 2.4, 1.7, 0.4],
        steps=9,
    )
    tie = h.tuft(180, 58, (1.5, 1.5, 1.2), lift=1.0)
    tie = tie.painted("#c0392f", 0.4)
    return [
        h.cap(SWEPT, 0.9, 1.2),
        tie,
        tail,
        h.lock([(-8, 36, 0.5), (22, 42, 1.0), (50, 56, 0.6), (64, 80, 0.3)], 1.3, tip=0.3),
        h.lock([(-2, 36, 0.5), (-30, 44, 0.9), (-54, 60, 0.4)], 1.2, tip=0.3),
    ]


def bun(h: Hairdresser) -> list[Mesh]:
    ball = h.tuft(180, 32, (2.9, 2.7, 2.9), lift=2.4, sides=12)
    ring = h.tuft(180, 32, (2.2, 1.0, 2.2), lift=0.9).painted(h.color * 0.7, 0.4)
    return [
        h.cap(SWEPT, 0.9, 1.3),
        ball,
        ring,
        h.lock([(0, 36, 0.5), (26, 43, 0.9), (52, 60, 0.5)], 1.3, tip=0.35),
        h.lock([(0, 36, 0.5), (-26, 43, 0.9), (-52, 60, 0.5)], 1.3, tip=0.35),
    ]


def braids(h: Hairdresser) -> list[Mesh]:
    out = [
        h.cap(SWEPT, 1.1, 1.3),
        *(
            h.lock([(0, 20, 0.7), (s * 24, 40, 1.1), (s * 56, 60, 0.8), (s * 72, 86, 0.4)], 1.7, tip=0.5, sides=9)
            for s in (1, -1)
        ),
    ]
    for s in (1, -1):
        for k in range(6):
            r = 1.45 - 0.1 * k
            spot = (
                np.array((s * (0.99 + 0.015 * k * (k < 4)), -0.42 - 0.24 * k, -0.10 + 0.05 * k)) * h.build.head_radii
                + h.build.head_middle
            )
            out.append(
                h.paint(blob((r * h.u, 0.95 * r * h.u, r * h.u), spot.tolist(), 9), "head", 1.0 - 0.12 * (k % 2))
            )
        end = np.array((s * 1.03, -1.82, 0.2)) * h.build.head_radii + h.build.head_middle
        out.append(
            h.paint(blob((0.85 * h.u, 0.5 * h.u, 0.85 * h.u), np.add(end, (0, 0.9 * h.u, 0)).tolist(), 8)).painted(
                "#d8405a", 0.5
            )
        )
        out.append(h.paint(blob((0.8 * h.u, 1.0 * h.u, 0.8 * h.u), end.tolist(), 8)))
    return out


def topknot(h: Hairdresser) -> list[Mesh]:
    """Hair drawn up to the crown, as scholars and swordsmen of old China wore it."""
    band = h.tuft(180, 8, (1.5, 0.75, 1.5), lift=1.7).painted("#c8a24a", 0.7)
    pin = h.at(90, 4, 2.4 * h.u)
    stick = (
        sweep(
            [(pin[0] - 3.1 * h.u, pin[1], pin[2] - 0.5 * h.u), (pin[0] + 2.6 * h.u, pin[1], pin[2] - 0.5 * h.u)],
            0.26 * h.u,
            6,
        )
        .painted("#c8a24a", 0.7)
        .of_part(h.rig.index["head"])
    )
    knot = h.tuft(180, 10, (1.9, 1.9, 1.9), lift=2.7, sides=12)
    tail = [
        h.hanging(
            [(s * 0.3, 0.2, -1.0), (s * 0.4, -0.5, -1.12), (s * 0.35, -1.2, -1.1), (s * 0.2, -1.6, -1.0)],
            [1.4, 2.0, 1.7, 0.5],
            steps=6,
            sides=8,
        )
        for s in (1, -1)
    ]
    wisps = [
        h.lock([(s * 30, 46, 0.4), (s * 58, 62, 0.8), (s * 72, 92, 0.5), (s * 76, 116, 0.5)], 0.75, tip=0.2)
        for s in (1, -1)
    ]
    return [h.cap(SWEPT, 0.8, 1.2), band, stick, knot, *tail, *wisps]


def mohawk(h: Hairdresser) -> list[Mesh]:
    crest = []
    for k, (a, d) in enumerate(((0, 42), (0, 22), (180, 2), (180, 24), (180, 46), (180, 68), (180, 92))):
        size = 1.9 - 0.08 * abs(k - 2)
        base, tip = h.at(a, d, -0.3 * h.u), h.at(a, d + (6 if a else -6), (4.4 - 0.35 * abs(k - 2)) * h.u)
        middle = [(p + q) / 2 for p, q in zip(base, tip, strict=True)]
        crest.append(h.paint(sweep([base, middle, tip], [size * h.u, 1.35 * h.u, 0.35 * h.u], 9, flat=0.62)))
    return [h.paint(h.cap(SHORT, 0.18, 0.22), shade=0.75, gloss=0.2), *crest]


def afro(h: Hairdresser) -> list[Mesh]:
    bumps = []
    for down, count in ((40, 8), (18, 4), (66, 9), (90, 8), (112, 7)):
        for k in range(count):
            a = 360.0 * (k + 0.5 * (down in (18, 90))) / count
            if down > 55 and min(a, 360 - a) < 66:
                continue
            bumps.append(h.tuft(a, down, (2.5, 2.4, 2.5), lift=1.7, sides=8))
    return [h.cap(SHORT, 2.4, 3.2), *bumps]


def bangs(h: Hairdresser) -> list[Mesh]:
    sides = [
        h.hanging(
            [(s * 0.86, 0.45, 0.22), (s * 1.06, 0.0, 0.06), (s * 1.06, -0.6, 0.02), (s * 0.98, -1.02, 0.06)],
            [1.4, 1.8, 1.8, 1.1],
            "head",
            9,
        )
        for s in (1, -1)
    ]
    return [h.cap(CURTAIN, 1.5, 1.4), *sides, *_fringe(h, 53, 6, 44), *_curtain(h, -1.2)]


STYLES: dict[str, Callable[[Hairdresser], list[Mesh]]] = {
    f.__name__: f
    for f in (
        short,
        side_part,
        curly,
        spiky,
        bald,
        bob,
        long,
        ponytail,
        bun,
        braids,
        topknot,
        mohawk,
        afro,
        bangs,
        wavy,
    )
}
