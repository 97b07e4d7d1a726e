"""Hats, beards and glasses.

Knows nothing of the hair beneath, but says what becomes of it: hats that `covers` names press it flat, and under
those that `hides` names too it is short.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from model.renderer.figures.hair import Hairdresser
from model.renderer.loft import Reals, bend, blob, horn, skin, sweep
from model.renderer.mesh import Mesh, Vec3, box, cylinder, merge

_GOLD, _STEEL, _STRAW, _FELT = "#e6bb42", "#b4bcc8", "#e3c272", "#8a5f3a"
_BRIM = 50.0  # degrees from the crown at which hats sit

covers = frozenset({"helmet", "cap", "hood", "top_hat", "straw", "wizard", "beanie", "beaded", "space_helmet",
                    "cowboy"})  # fmt: skip
hides = frozenset({"helmet", "hood", "space_helmet"})


def _dome(
    h: Hairdresser, color: Vec3 | str, thick: float, down: float = _BRIM, back: float = 0.0, gloss: float = 0.4
) -> Mesh:
    """A close cap down to `down` degrees in front and `back` more behind."""
    line = ((0.0, down), (40.0, down), (110.0, down + 0.7 * back), (180.0, down + back))
    return h.cap(line, thick, thick + 0.3).painted(color, gloss)


def _disc(
    h: Hairdresser, down: float, reach: float, droop: float, color: Vec3 | str, tilt: float = 0.0, gloss: float = 0.3,
    curl: float = 0.0,
) -> Mesh:
    """A brim about the head at `down` degrees; `reach`, `droop` and the `curl` of its sides upwards in u."""
    turn = np.linspace(-180.0, 180.0, 24, endpoint=False)
    rows = [
        (-0.8, -0.35, -0.35),
        (0.55, -0.35, -0.2),
        (1.0, -0.2, 0.0),
        (0.95, 0.25, 0.0),
        (0.5, 0.35, 0.0),
        (-0.8, 0.35, 0.0),
    ]
    rings = []
    for part, up, _ in rows:
        ring = np.array([h.at(float(a), down, 0.5 * h.u + max(part, -0.3) * reach * h.u) for a in turn])
        base = np.array([h.at(float(a), down, 0.5 * h.u) for a in turn])
        ring[:, 1] = base[:, 1] + (up - droop * max(part, 0.0) ** 2) * h.u
        ring[:, 1] -= tilt * (ring[:, 2] - h.build.head_middle[2])
        ring[:, 1] += curl * h.u * max(part, 0.0) ** 2 * np.sin(np.radians(turn)) ** 2
        rings.append(ring)
    return skin(np.array(rings)).painted(color, gloss).of_part(h.rig.index["head"])


def _brim_middle(h: Hairdresser) -> Reals:
    """The middle of the circle on which hats sit."""
    return np.asarray(np.mean([h.at(q, _BRIM, 0.0) for q in (0.0, 90.0, 180.0, 270.0)], axis=0))


def _on_cone(h: Hairdresser, azimuth: float, y: float, radius: float) -> tuple[float, float, float]:
    """From the middle of the brim to a spot on a wizard's hat, which leans back as it rises."""
    a, _, c = h.build.head_radii
    turn = np.radians(azimuth)
    return float(np.sin(turn)) * radius * a, y * h.u, float(np.cos(turn)) * radius * c - 0.028 * y * y * h.u


def _stack(
    h: Hairdresser, rows: list[tuple[float, float]], color: Vec3 | str, gloss: float = 0.4, lean: float = 0.0
) -> Mesh:
    """A solid of revolution above the brim: (radius in head widths, height in u over the brim)."""
    base = _brim_middle(h)
    turn = np.linspace(0, 2 * np.pi, 20, endpoint=False)
    a, _, c = h.build.head_radii
    rings = [
        np.stack(
            [
                base[0] + r * a * np.sin(turn),
                np.full(20, base[1] + y * h.u),
                base[2] - lean * y * y * h.u + r * c * 1.02 * np.cos(turn),
            ],
            1,
        )
        for r, y in rows
    ]
    return skin(np.array(rings)).painted(color, gloss).of_part(h.rig.index["head"])


def crown(h: Hairdresser) -> list[Mesh]:
    band = _stack(h, [(0.82, 0.2), (0.90, 0.3), (0.93, 2.2), (0.86, 2.3)], _GOLD, 0.9)
    points = []
    for k in range(8):
        turn = np.radians(45.0 * k)
        a, _, c = h.build.head_radii
        foot = np.add(_brim_middle(h), (0.9 * a * np.sin(turn), 1.9 * h.u, 0.9 * c * np.cos(turn)))
        tip = np.add(foot, (0.12 * a * np.sin(turn), 2.2 * h.u, 0.12 * c * np.cos(turn)))
        points += [
            h.paint(horn([foot.tolist(), tip.tolist()], 0.95 * h.u, 5)).painted(_GOLD, 0.9),
            h.paint(blob(0.42 * h.u, tip.tolist(), 5)).painted("#c9342c" if k % 2 else "#3f6fd0", 0.9),
        ]
    return [band, *points]


def tiara(h: Hairdresser) -> list[Mesh]:
    arc = [h.at(a, 44 - 0.03 * abs(a), 1.7 * h.u) for a in range(-75, 76, 15)]
    band = h.paint(sweep(arc, 0.36 * h.u, 6)).painted(_GOLD, 0.9)
    jewels = []
    for a, size in ((-36, 0.9), (-18, 1.3), (0, 1.9), (18, 1.3), (36, 0.9)):
        foot, tip = h.at(a, 43, 1.7 * h.u), h.at(a, 39 - 6 * size, (1.9 + 0.5 * size) * h.u)
        jewels += [
            h.paint(horn([foot, tip], 0.55 * h.u, 6)).painted(_GOLD, 0.9),
            h.paint(blob(0.36 * h.u, tip, 6)).painted("#e8486a" if a == 0 else "#bfe6f5", 0.95),
        ]
    return [band, *jewels]


def beaded(h: Hairdresser) -> list[Mesh]:
    """The crown of an emperor of China: a board over a black cap, strings of beads along its front and back edge."""
    a, _, c = h.build.head_radii
    x, y, z = _brim_middle(h)
    over, wide, deep = y + 3.3 * h.u, 0.58 * a, 1.12 * c
    board = box((2 * wide, 0.45 * h.u, 2 * deep)).moved((x, over, z))
    rim = box((2.06 * wide, 0.22 * h.u, 2.04 * deep)).moved((x, over - 0.1 * h.u, z))
    strings = []
    for way in (1.0, -1.0):
        for k in np.linspace(-0.86, 0.86, 5):
            top = np.array([x + k * wide, over, z + 0.96 * way * deep])
            thread = box((0.14 * h.u, 2.4 * h.u, 0.14 * h.u)).moved(tuple(top - (0.0, 2.4 * h.u, 0.0)))
            strings.append(h.paint(thread).painted(_GOLD, 0.8))
            for t, color in ((0.8, "#e8e4d8"), (1.6, "#c9342c"), (2.4, "#e8e4d8")):
                bead = blob(0.3 * h.u, (top - (0.0, t * h.u, 0.0)).tolist(), 4, 2)
                strings.append(h.paint(bead).painted(color, 0.8))
    pin = h.paint(sweep([h.at(s * 90.0, 40, 2.4 * h.u) for s in (-1, 1)], 0.3 * h.u, 6)).painted(_GOLD, 0.9)
    return [
        _dome(h, "#26242c", 1.5, 50, 8), _stack(h, [(0.84, -0.1), (0.93, 0.0), (0.93, 0.8), (0.84, 0.9)], _GOLD, 0.9),
        h.paint(board).painted("#26242c", 0.5), h.paint(rim).painted(_GOLD, 0.8), pin, *strings,
    ]  # fmt: skip


def phoenix(h: Hairdresser) -> list[Mesh]:
    """The crown of an empress of China: tiers of gold, pearls and kingfisher blue, tassels beside the face."""
    band = _stack(h, [(0.82, 0.0), (0.92, 0.1), (0.96, 1.5), (0.86, 1.6)], _GOLD, 0.9)
    pieces = [band]
    for a, size in ((-64, 1.5), (-42, 2.1), (-20, 2.7), (0, 3.4), (20, 2.7), (42, 2.1), (64, 1.5)):
        foot, tip = h.at(a, 44, 1.9 * h.u), h.at(a, 40 - 4.0 * size, (2.4 + 0.8 * size) * h.u)
        pieces += [
            h.paint(horn([foot, tip], 0.85 * h.u, 5)).painted("#2f7f9a" if abs(a) == 42 else _GOLD, 0.8),
            h.paint(blob(0.42 * h.u, tip, 5, 3)).painted("#c9342c" if a == 0 else "#f4efe4", 0.9),
        ]
    for s in (1, -1):
        line = [h.at(s * 84, 58, 2.6 * h.u), h.at(s * 86, 84, 2.7 * h.u), h.at(s * 88, 108, 2.3 * h.u)]
        pieces.append(h.paint(sweep(line, 0.12 * h.u, 3)).painted(_GOLD, 0.8))
        pieces += [h.paint(blob(0.34 * h.u, spot, 5, 3)).painted(color, 0.9)
                   for spot, color in zip(line, ("#f4efe4", "#c9342c", _GOLD), strict=True)]  # fmt: skip
    return pieces


def helmet(h: Hairdresser) -> list[Mesh]:
    crest = [h.at(a, d, 2.3 * h.u) for a, d in ((0, 44), (0, 20), (180, 4), (180, 30), (180, 60), (180, 88))]
    nose = sweep([h.at(0, 42, 1.9 * h.u), h.at(0, 56, 1.5 * h.u)], 0.5 * h.u, 6)
    guards = [
        sweep(
            [h.at(s * 76, 62, 1.4 * h.u), h.at(s * 70, 96, 1.2 * h.u), h.at(s * 66, 116, 0.8 * h.u)],
            [1.4 * h.u, 1.5 * h.u, 0.7 * h.u],
            8,
            0.5,
        )
        for s in (1, -1)
    ]
    return [
        _dome(h, _STEEL, 1.7, 48, 62, 0.9),
        h.paint(nose).painted(_STEEL, 0.9),
        *(h.paint(g).painted(_STEEL, 0.9) for g in guards),
        h.paint(sweep(bend(crest, 12), 0.75 * h.u, 8, 0.6)).painted("#b5322c", 0.4),
        _disc(h, 48, 0.6, 0.0, _GOLD, gloss=0.9),
    ]


def space_helmet(h: Hairdresser) -> list[Mesh]:
    """A white shell all round with the visor pushed up, so that the face is seen."""
    shell = h.cap(((0.0, 36.0), (38.0, 42.0), (62.0, 84.0), (78.0, 122.0), (180.0, 128.0)), 2.3, 2.6)
    visor = h.cap(((0.0, 34.0), (40.0, 36.0), (66.0, 22.0), (90.0, 6.0), (180.0, 2.0)), 2.7, 3.0)
    edge = [(0, 37), (22, 39), (40, 46), (56, 70), (66, 96), (72, 118)]
    way = [*((-a, d) for a, d in reversed(edge[1:])), *edge]
    rim = sweep(bend([h.at(a, d, 2.2 * h.u) for a, d in way], 24), 0.55 * h.u, 7)
    ears = [h.paint(blob((1.0 * h.u, 1.6 * h.u, 1.6 * h.u), h.at(s * 92, 88, 2.4 * h.u), 8, 6)) for s in (-1, 1)]
    return [
        shell.painted("#eef0f2", 0.6), visor.painted("#d9a441", 0.95), h.paint(rim).painted("#8f969e", 0.5),
        *(ear.painted("#c23b32", 0.5) for ear in ears),
    ]  # fmt: skip


def cap(h: Hairdresser) -> list[Mesh]:
    color = h.color
    visor = [h.at(a, 47, 0.8 * h.u) for a in (-52, -26, 0, 26, 52)]
    out = [
        np.add(p, (0, -0.5 * h.u, (3.6 - 0.0012 * a * a) * h.u))
        for p, a in zip(visor, (-52, -26, 0, 26, 52), strict=True)
    ]
    rings = np.array(
        [
            [*visor, *out[::-1]],
            [*(np.add(p, (0, 0.45 * h.u, 0)) for p in (*visor, *out[::-1]))],
        ]
    )
    brim = h.paint(skin(rings[:, ::-1])).painted(np.clip(color * 0.8, 0, 1), 0.4)
    return [
        _dome(h, tuple(color), 1.5, 46, 40),
        brim,
        h.tuft(0, 0, (0.6, 0.4, 0.6), lift=1.9).painted(tuple(color * 0.8), 0.4),
    ]


def badge(h: Hairdresser) -> Mesh:
    """On the front of a cap."""
    return h.tuft(0, 33, (1.0, 0.75, 1.0), lift=1.5)


def hood(h: Hairdresser) -> list[Mesh]:
    line = ((0.0, 42.0), (30.0, 44.0), (52.0, 62.0), (62.0, 96.0), (66.0, 128.0), (90.0, 140.0), (180.0, 142.0))
    rim = [
        h.at(a, d, 2.1 * h.u)
        for a, d in ((-66, 126), (-62, 96), (-52, 62), (-30, 44), (0, 41), (30, 44), (52, 62), (62, 96), (66, 126))
    ]
    tip = h.paint(horn([h.at(180, 20, 1.0 * h.u), h.at(180, 40, 3.6 * h.u), h.at(180, 58, 5.0 * h.u)], 3.0 * h.u, 10))
    return [
        h.cap(line, 2.0, 2.2).painted(tuple(h.color), 0.2),
        h.paint(sweep(bend(rim, 18), 0.75 * h.u, 7)).painted(tuple(h.color * 0.85), 0.2),
        tip.painted(tuple(h.color), 0.2),
    ]


def top_hat(h: Hairdresser) -> list[Mesh]:
    return [
        _disc(h, _BRIM, 3.0, -0.5, "#222127", gloss=0.6),
        _stack(h, [(0.88, -0.4), (0.84, 0.5), (0.80, 2.5), (0.86, 6.6), (0.82, 6.9), (0.5, 7.0)], "#222127", 0.6),
        _stack(h, [(0.80, 0.1), (0.87, 0.3), (0.85, 1.7), (0.78, 1.9)], "#a8323a", 0.4),
    ]


def straw(h: Hairdresser) -> list[Mesh]:
    return [
        _disc(h, _BRIM - 2, 4.6, 0.9, _STRAW),
        _stack(h, [(0.88, -0.4), (0.87, 0.8), (0.80, 3.0), (0.6, 4.0), (0.3, 4.4)], _STRAW, 0.2),
        _stack(h, [(0.8, 0.2), (0.90, 0.3), (0.88, 1.5), (0.78, 1.7)], "#c0392f", 0.3),
    ]


def cowboy(h: Hairdresser) -> list[Mesh]:
    """Felt, its brim rolled up at both sides, its crown creased from front to back."""
    outline = [(0.88, -0.4), (0.87, 0.8), (0.83, 2.6), (0.78, 4.2), (0.62, 5.2), (0.34, 5.4), (0.04, 5.3)]
    crown = _stack(h, outline, _FELT, 0.15)
    middle = _brim_middle(h)
    off = np.abs(crown.vertices[:, 0] - middle[0]) / h.build.head_radii[0]
    rise = np.clip((crown.vertices[:, 1] - middle[1]) / h.u - 2.0, 0.0, None)
    dented = crown.vertices.copy()
    dented[:, 1] -= (0.42 * rise * np.exp(-((off / 0.22) ** 2)) * h.u).astype(np.float32)
    return [
        _disc(h, _BRIM - 2, 4.8, 0.7, _FELT, gloss=0.15, curl=2.6), replace(crown, vertices=dented),
        _stack(h, [(0.8, 0.2), (0.90, 0.3), (0.89, 1.2), (0.78, 1.4)], "#4a3020", 0.4),
    ]  # fmt: skip


def wizard(h: Hairdresser) -> list[Mesh]:
    color = tuple(h.color)
    cone = _stack(
        h,
        [(0.90, -0.4), (0.84, 1.0), (0.66, 3.4), (0.46, 5.8), (0.27, 8.0), (0.12, 9.8), (0.03, 10.8)],
        color,
        0.3,
        lean=0.028,
    )
    base = _brim_middle(h)
    stars = [
        h.paint(
            cylinder(0.62 * h.u, 0.3 * h.u, sides=5)
            .turned(x=75)
            .turned(y=q)
            .moved(np.add(base, _on_cone(h, q, y, r)).tolist())
        ).painted(_GOLD, 0.8)
        for q, y, r in ((-24, 2.2, 0.74), (30, 3.6, 0.62), (-6, 5.4, 0.47))
    ]
    return [
        _disc(h, _BRIM - 1, 3.8, 0.7, color),
        cone,
        _stack(h, [(0.8, 0.0), (0.90, 0.1), (0.87, 1.3), (0.78, 1.5)], _GOLD, 0.6),
        *stars,
    ]


def beanie(h: Hairdresser) -> list[Mesh]:
    ring = _disc(h, 46, 0.55, 0.0, tuple(h.color * 0.8), gloss=0.1)
    roll = _stack(h, [(0.86, -0.6), (0.98, -0.3), (0.985, 1.0), (0.86, 1.3)], tuple(h.color * 0.8), 0.1)
    return [
        _dome(h, tuple(h.color), 1.7, 46, 44, 0.1),
        ring,
        roll,
        h.tuft(0, 0, (1.5, 1.4, 1.5), lift=2.6).painted("#f4f1ea", 0.1),
    ]


HATS: dict[str, Callable[[Hairdresser], list[Mesh]]] = {
    f.__name__: f
    for f in (crown, tiara, helmet, cap, hood, top_hat, straw, wizard, beanie, beaded, phoenix, space_helmet, cowboy)
}


def full(h: Hairdresser) -> list[Mesh]:
    """A round beard from ear to ear below the mouth, with a moustache."""
    chin = [h.tuft(a, d, (2.0, 1.9, 1.5), lift=0.15, sides=10) for a, d in ((0, 152), (-26, 146), (26, 146))]
    jaw = [
        h.tuft(s * a, d, (1.5, 1.8, 1.4), lift=0.05, sides=9)
        for s in (1, -1)
        for a, d in ((44, 136), (58, 122), (70, 108))
    ]
    return [*chin, *jaw, *moustache(h)]


def moustache(h: Hairdresser) -> list[Mesh]:
    return [
        h.lock([(s * 1, 104.5, 0.5), (s * 12, 105, 0.75), (s * 24, 109, 0.35)], 0.85, tip=0.25, sides=8, steps=6)
        for s in (1, -1)
    ]


def goatee(h: Hairdresser) -> list[Mesh]:
    return [h.lock([(0, 136, 0.2), (0, 146, 0.9), (0, 153, 2.2)], 1.5, tip=0.2, sides=9), *moustache(h)]


BEARDS: dict[str, Callable[[Hairdresser], list[Mesh]]] = {f.__name__: f for f in (full, moustache, goatee)}


_LENS_TURN = 9.6  # degrees by which lenses follow the face round: as the rims do


def glasses(h: Hairdresser, eye: tuple[float, float], size: float, z: float, *, dark: bool = False) -> list[Mesh]:
    """Round rims before the eyes, a bridge and temples; with lenses nobody sees through where they are `dark`."""
    rims = []
    turn = np.linspace(0, 2 * np.pi, 17)
    for s in (1, -1):
        ring = [
            (
                s * eye[0] * 1.04 + size * np.cos(q),
                eye[1] + size * 0.98 * np.sin(q),
                z - 0.28 * abs(size * np.cos(q) + eye[0]) * 0.6,
            )
            for q in turn
        ]
        rims.append(sweep(ring, 0.2 * h.u, 5))
        rims.append(sweep([ring[0] if s > 0 else ring[8], h.at(s * 82, 84, 0.4 * h.u)], 0.17 * h.u, 5))
    bridge = sweep(
        bend([(-0.3 * eye[0], eye[1], z), (0.0, eye[1] + 0.2 * size, z + 0.01), (0.3 * eye[0], eye[1], z)], 5),
        0.17 * h.u,
        5,
    )
    frame = h.paint(merge([*rims, bridge])).painted("#2b2730", 0.8)
    if not dark:
        return [frame]
    lenses = [blob((size, 0.98 * size, 0.12 * size), (0.0, 0.0, 0.0), 14, 5).turned(y=s * _LENS_TURN)
              .moved((s * eye[0] * 1.04, eye[1], z - 0.17 * eye[0])) for s in (1, -1)]  # fmt: skip
    return [frame, h.paint(merge(lenses)).painted("#17151b", 0.9)]
