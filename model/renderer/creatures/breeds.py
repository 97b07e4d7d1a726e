"""The four-legged archetypes: how each breed differs, and what it has besides the common body.

Knows nothing of how the body is built or moves (see `quadruped`, `gaits`).
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from model.renderer.creatures.heads import horns, teeth
from model.renderer.creatures.quadruped import Breed, Quadruped, laid
from model.renderer.loft import Span, bend, blob, horn, limb, sweep
from model.renderer.mesh import Mesh


def _mane(q: Quadruped) -> list[Mesh]:
    """A crest of hair down the neck and a forelock."""
    out = []
    top, foot = (
        np.array(q.head.at(0.0, 0.75, -0.72)),
        np.array((0.0, (q.breed.back + q.breed.girth) * q.size[1], 0.26 * q.breed.length * q.size[2])),
    )
    for k in range(6):
        t = k / 5
        at = top * (1 - t) + foot * t - (0, 0, 0.05 * q.size[2] * np.sin(np.pi * t))
        out.append(
            q.paint(
                "neck" if k > 1 else "head",
                blob((0.30 * q.head.unit, 0.46 * q.head.unit, 0.38 * q.head.unit), at.tolist(), 9),
                q.accent,
            )
        )
    lock = sweep(
        bend([q.head.at(0, 0.98, -0.25), q.head.at(0.06, 1.02, 0.35), q.head.at(0.18, 0.80, 0.82)], 5),
        [0.34 * q.head.unit, 0.34 * q.head.unit, 0.28 * q.head.unit, 0.2 * q.head.unit, 0.08 * q.head.unit],
        8,
    )
    return [*out, q.paint("head", lock, q.accent)]


def _unicorn(q: Quadruped) -> list[Mesh]:
    spiral = horn(
        bend([q.head.at(0, 0.86, 0.5), q.head.at(0, 1.5, 0.78), q.head.at(0, 2.0, 1.0)], 6), 0.17 * q.head.unit, 8
    )
    return [*_mane(q), q.paint("head", spiral, "#f2d27a", 0.9)]


def _wool(q: Quadruped) -> list[Mesh]:
    """Balls of fleece over the trunk and on the crown."""
    out = []
    half, (w, h, _d) = 0.44 * q.breed.length * q.size[2], q.size
    for z in np.linspace(-1.0, 1.0, 5):
        for a in range(-125, 126, 50):
            t = np.radians(a)
            r = 0.20 * h
            at = (
                0.86 * q.breed.width * w * np.sin(t) * (1 - 0.2 * z * z),
                q.breed.back * h + 0.82 * q.breed.girth * h * np.cos(t),
                half * z,
            )
            out.append(q.paint("body", blob(r, [float(v) for v in at], 8), q.body, 0.1))
    crown = [
        blob(0.42 * q.head.unit, q.head.at(x, 0.92, z), 8)
        for x, z in ((0, 0.2), (0.42, -0.1), (-0.42, -0.1), (0, -0.4))
    ]
    return [*out, *(q.paint("head", ball, q.body, 0.1) for ball in crown)]


def _round_edges(azimuth: float, wide: float) -> Callable[[float], Span]:
    """Edges of a roundish patch about an azimuth, `wide` degrees to either side."""

    def edges(t: float) -> Span:
        half = wide * float(np.sin(0.4 + 2.3 * t))
        return azimuth - half, azimuth + half

    return edges


def _cow(q: Quadruped) -> list[Mesh]:
    spots = []
    for a, low, high, wide in (
        (95, -0.7, -0.2, 34),
        (-110, -0.45, 0.2, 40),
        (150, 0.0, 0.5, 30),
        (-80, 0.4, 0.8, 26),
        (70, 0.35, 0.75, 24),
    ):
        half = 0.5 * q.breed.length * q.size[2]
        patch = q.trunk.patch(_round_edges(a, wide), low * half, high * half, 0.006)
        spots.append(q.paint("body", laid(patch, q.breed.back * q.size[1]), q.accent))
    return [*spots, *horns(q.head, q.rig, [(0.5, 0.75, -0.1), (0.95, 1.0, -0.05), (1.05, 1.35, 0.1)], 0.17, "#efe4c8")]


def _pig(q: Quadruped) -> list[Mesh]:
    loft = q.head.muzzle_loft()
    y = q.head.middle[1] - (q.breed.muzzle[3] - 0.3 * q.breed.muzzle[1]) * q.head.unit
    z = float(loft.front(0.0, y))
    disc = blob((0.34 * q.head.unit, 0.26 * q.head.unit, 0.12 * q.head.unit), (0, y, z), 12, 5)
    holes = [
        blob(
            (0.07 * q.head.unit, 0.09 * q.head.unit, 0.05 * q.head.unit),
            (s * 0.12 * q.head.unit, y, z + 0.11 * q.head.unit),
            6,
            3,
        )
        for s in (1, -1)
    ]
    return [q.paint("head", disc, q.accent, 0.5), *(q.paint("head", hole, "#7a3f3c") for hole in holes)]


def _lion(q: Quadruped) -> list[Mesh]:
    """A mane of big tufts round the face."""
    out = []
    for radius, back, count, size in ((1.12, -0.15, 13, 0.44), (1.2, -0.6, 12, 0.5), (0.8, -0.9, 8, 0.5)):
        for k in range(count):
            t = 2 * np.pi * (k + 0.5 * (count % 2)) / count
            out.append(
                q.paint(
                    "head",
                    blob(size * q.head.unit, q.head.at(radius * np.sin(t), radius * np.cos(t) - 0.05, back), 8),
                    q.accent,
                    0.2,
                )
            )
    return out


def _cheeks(q: Quadruped) -> list[Mesh]:
    """The pointed ruff of foxes and wolves."""
    tufts = [
        horn([q.head.at(s * 0.62, -0.25, 0.35), q.head.at(s * 1.18, -0.42, 0.1)], 0.36 * q.head.unit, 7)
        for s in (1, -1)
    ]
    chest = blob(
        (0.55 * q.breed.width * q.size[0], 0.8 * q.breed.girth * q.size[1], 0.10 * q.size[2]),
        (0, (q.breed.back - 0.05) * q.size[1], 0.42 * q.breed.length * q.size[2]),
        10,
    )
    return [*(q.paint("head", t, q.accent) for t in tufts), q.paint("body", chest, q.accent)]


def _whiskers(q: Quadruped) -> list[Mesh]:
    loft, u = q.head.muzzle_loft(), q.head.unit
    y = q.head.middle[1] - q.breed.muzzle[3] * u
    hairs = [
        limb(
            (s * 0.32 * u, y + k * 0.05 * u, float(loft.front(0.32 * u, y)) - 0.02 * u),
            (s * 1.05 * u, y + (0.02 + 0.12 * k) * u, float(loft.front(0.2 * u, y)) - 0.1 * u),
            0.022 * u,
            0.012 * u,
            5,
        )
        for s in (1, -1)
        for k in (-1, 0, 1)
    ]
    stripes = []
    for z in (-0.30, -0.05, 0.2):
        half = 0.5 * q.breed.length * q.size[2]
        patch = q.trunk.patch(lambda t: (180 - 66, 180 + 66), (z - 0.05) * 2 * half, (z + 0.05) * 2 * half, 0.006, 3, 8)
        stripes.append(q.paint("body", laid(patch, q.breed.back * q.size[1]), np.clip(q.body * 0.7, 0, 1)))
    return [*(q.paint("head", hair, "#f4f1ea", 0.2) for hair in hairs), *stripes]


def _rabbit(q: Quadruped) -> list[Mesh]:
    u, y = q.head.unit, q.head.middle[1] - (q.breed.muzzle[3] + 0.55 * q.breed.muzzle[1]) * q.head.unit
    z = float(q.head.muzzle_loft().front(0.0, y))
    return [
        q.paint("head", blob((0.07 * u, 0.12 * u, 0.04 * u), (s * 0.075 * u, y - 0.06 * u, z), 6, 4), "#f7f4ec", 0.6)
        for s in (1, -1)
    ]


def _dragon(q: Quadruped) -> list[Mesh]:
    """Horns, spikes from the crown to the tail's end, an arrow tip, nostrils and fangs."""
    u, (_w, h, d) = q.head.unit, q.size
    out = horns(q.head, q.rig, [(0.42, 0.78, -0.25), (0.62, 1.35, -0.6), (0.66, 1.75, -0.55)], 0.2, "#f0dca0")
    out += teeth(q.head, q.rig, 0.36, -0.62, 0.2)
    muzzle = q.head.muzzle_loft()
    y = q.head.middle[1] - (q.breed.muzzle[3] - 0.6 * q.breed.muzzle[1]) * u
    out += [
        q.paint(
            "head",
            blob(0.10 * u, (s * 0.22 * u, y, float(muzzle.front(0.22 * u, y))), 7, 4),
            np.clip(q.body * 0.5, 0, 1),
        )
        for s in (1, -1)
    ]
    spots: list[tuple[str, np.ndarray, float]] = [
        ("head", np.array(q.head.at(0, 0.95, -0.35)), 0.8),
        ("head", np.array(q.head.at(0, 0.55, -0.92)), 0.9),
    ]
    start = np.array((0.0, (q.breed.back + 1.0 * q.breed.girth) * h, 0.36 * q.breed.length * d))
    end = np.array((0.0, (q.breed.back + 0.85 * q.breed.girth) * h, -0.46 * q.breed.length * d))
    spots += [
        ("body", start * (1 - t) + end * t + (0, 0.05 * h * np.sin(np.pi * t), 0), 1.0 + 0.3 * np.sin(np.pi * t))
        for t in np.linspace(0, 1, 5)
    ]
    for k in range(3):
        a = np.array(q.rig.joints[q.rig.index[f"tail{k}"]].at)
        step = np.array((0, 0, -q.breed.tail[1] * d / 3))
        spots += [
            (f"tail{k}", a + step * t + (0, q.breed.tail[0] * h * (0.85 - 0.16 * k), 0), 0.8 - 0.13 * k)
            for t in (0.25, 0.75)
        ]
    for joint, at, size in spots:
        spike = horn([at.tolist(), np.add(at, (0, 0.42 * u * size, -0.16 * u * size)).tolist()], 0.26 * u * size, 6)
        out.append(q.paint(joint, spike, q.accent, 0.5))
    tip = np.add(q.rig.joints[q.rig.index["tail2"]].at, (0, 0, -q.breed.tail[1] * d / 3))
    arrow = horn([tip.tolist(), (tip - (0, 0, 0.5 * u)).tolist()], 0.42 * u, 6)
    return [*out, q.paint("tail2", arrow, q.accent, 0.5)]


BREEDS: dict[str, Breed] = {
    "horse": Breed(
        (0.80, 0.33),
        0.140,
        0.52,
        0.145,
        0.60,
        leg=0.15,
        neck=0.10,
        muzzle=(0.60, 0.46, 0.95, 0.50),
        muzzle_color="#c9a58a",
        tail=(0.05, 0.26, -62.0),
        tail_tip="hair",
        feet="#3a2a22",
        extras=_mane,
    ),
    "unicorn": Breed(
        (0.80, 0.33),
        0.140,
        0.52,
        0.145,
        0.60,
        leg=0.15,
        neck=0.10,
        muzzle=(0.60, 0.46, 0.95, 0.50),
        muzzle_color="#f7d9e0",
        tail=(0.05, 0.26, -62.0),
        tail_tip="hair",
        feet="accent",
        extras=_unicorn,
        lashes=1.0,
    ),
    "dog": Breed(
        (0.72, 0.30),
        0.235,
        0.40,
        0.16,
        0.58,
        leg=0.15,
        neck=0.13,
        ears="floppy",
        muzzle=(0.52, 0.38, 0.62, 0.40),
        muzzle_color="accent",
        tail=(0.055, 0.26, 34.0),
        belly=True,
        feet="accent",
    ),
    "cat": Breed(
        (0.72, 0.28),
        0.235,
        0.36,
        0.155,
        0.56,
        leg=0.14,
        neck=0.12,
        muzzle=(0.42, 0.27, 0.26, 0.38),
        muzzle_color="accent",
        tail=(0.045, 0.40, 48.0),
        feet="accent",
        nose="#e08a8a",
        extras=_whiskers,
        eye_size=(0.26, 0.30),
    ),
    "sheep": Breed(
        (0.72, 0.34),
        0.19,
        0.46,
        0.20,
        0.56,
        leg=0.11,
        neck=0.14,
        ears="leaf",
        muzzle=(0.50, 0.40, 0.55, 0.40),
        muzzle_color="accent",
        tail=(0.07, 0.1, 0.0),
        tail_tip="pom",
        feet="accent",
        extras=_wool,
    ),
    "cow": Breed(
        (0.76, 0.33),
        0.165,
        0.50,
        0.20,
        0.62,
        leg=0.14,
        neck=0.14,
        ears="leaf",
        muzzle=(0.72, 0.46, 0.60, 0.46),
        muzzle_color="#f0b8ac",
        tail=(0.025, 0.28, -64.0),
        tail_tip="tuft",
        feet="accent",
        extras=_cow,
        nose="#c98880",
    ),
    "pig": Breed(
        (0.62, 0.30),
        0.27,
        0.44,
        0.25,
        0.64,
        leg=0.15,
        neck=0.2,
        ears="pointed",
        muzzle=(0.48, 0.36, 0.42, 0.34),
        tail=(0.035, 0.12, 40.0),
        feet="accent",
        nose="#d9857f",
        extras=_pig,
    ),
    "wolf": Breed(
        (0.76, 0.29),
        0.205,
        0.45,
        0.16,
        0.56,
        leg=0.14,
        neck=0.13,
        muzzle=(0.46, 0.34, 0.78, 0.42),
        muzzle_color="accent",
        tail=(0.06, 0.32, -18.0),
        tail_tip="brush",
        feet="accent",
        extras=_cheeks,
    ),
    "fox": Breed(
        (0.70, 0.29),
        0.235,
        0.38,
        0.15,
        0.54,
        leg=0.13,
        neck=0.12,
        muzzle=(0.40, 0.30, 0.70, 0.42),
        muzzle_color="accent",
        tail=(0.085, 0.40, 8.0),
        tail_tip="brush",
        feet="#2f221c",
        extras=_cheeks,
    ),
    "bear": Breed(
        (0.76, 0.28),
        0.205,
        0.46,
        0.235,
        0.62,
        leg=0.17,
        neck=0.18,
        ears="round",
        muzzle=(0.50, 0.38, 0.55, 0.40),
        muzzle_color="accent",
        tail=(0.05, 0.1, 0.0),
        tail_tip="pom",
        belly=True,
    ),
    "lion": Breed(
        (0.72, 0.29),
        0.20,
        0.44,
        0.17,
        0.58,
        leg=0.15,
        neck=0.15,
        ears="round",
        muzzle=(0.52, 0.38, 0.52, 0.40),
        muzzle_color="#f2dcb4",
        tail=(0.03, 0.34, -30.0),
        tail_tip="tuft",
        extras=_lion,
    ),
    "rabbit": Breed(
        (0.52, 0.16),
        0.24,
        0.27,
        0.20,
        0.66,
        leg=0.15,
        neck=0.14,
        ears="long",
        muzzle=(0.46, 0.28, 0.24, 0.40),
        muzzle_color="#f7f3ea",
        tail=(0.08, 0.1, 0.0),
        tail_tip="pom",
        nose="#e08a8a",
        extras=_rabbit,
    ),
    "dragon": Breed(
        (0.80, 0.33),
        0.19,
        0.40,
        0.20,
        0.42,
        width=0.20,
        leg=0.062,
        neck=0.125,
        ears="leaf",
        muzzle=(0.62, 0.40, 0.82, 0.40),
        tail=(0.115, 0.42, -8.0),
        belly=True,
        extras=_dragon,
        winged=True,
        feet="body",
        nose=None,
    ),
}
