"""Birds: bird, chicken, eagle. A round body on two legs, wings, a beak that opens to speak.

Knows nothing of other creatures. The beak's lower half turns on the joint `beak`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from model.renderer.actor import Plan
from model.renderer.creatures.heads import HeadForm, face_of
from model.renderer.creatures.wings import WING_POSES, feather_wings, wing_joints
from model.renderer.faces import Expression
from model.renderer.gait import TWO_LEGS, Gait
from model.renderer.loft import Loft, blob, horn, limb, sweep
from model.renderer.mesh import F32, Mesh, rgb
from model.renderer.motion import Angles, Moves, Table, Wave
from model.renderer.puppet import Act
from model.renderer.rig import TURN, Joint, Rig
from model.stage import Entity

_SIDES = (("_l", 1.0), ("_r", -1.0))


@dataclass(frozen=True, slots=True)
class Bird:
    """Parts of the height, save `body` (half width of the width, half height, half depth of the depth)."""

    body: tuple[float, float, float]
    middle: float  # of the body, height
    head: tuple[float, float]  # height, forward (of the depth)
    head_size: float
    beak: tuple[float, float]  # length and thickness, of the head's half height
    hooked: bool = False
    comb: bool = False
    crest: bool = False
    white_head: bool = False
    span: float = 0.75
    chord: float = 0.62  # of the depth
    beak_color: str = "#f2a83a"


BIRDS = {
    "bird": Bird((0.34, 0.27, 0.34), 0.38, (0.72, 0.10), 0.24, (0.62, 0.30), crest=True),
    "chicken": Bird((0.38, 0.26, 0.38), 0.44, (0.76, 0.16), 0.185, (0.58, 0.30), comb=True, span=0.5, chord=0.5),
    "eagle": Bird(
        (0.26, 0.29, 0.27), 0.42, (0.80, 0.14), 0.165, (0.80, 0.40), hooked=True, white_head=True, span=0.62, chord=0.55
    ),
}


def bird_plan(entity: Entity, kind: Bird, body: F32, accent: F32) -> Plan:
    w, h, d = entity.size
    head_color = accent if kind.white_head else body
    head = HeadForm(
        (0.0, kind.head[0] * h, kind.head[1] * d),
        kind.head_size * h,
        skull=(1.0, 1.0, 1.0),
        eye=(0.46, 0.12),
        eye_size=(0.25, 0.31),
        muzzle=(0.3, 0.2, 0.1, 0.25),
        nose=None,
    )
    face = face_of(head, head_color, lips=False)
    shoulder = (0.72 * kind.body[0] * w, (kind.middle + 0.45 * kind.body[1]) * h, 0.12 * d)
    rig = Rig([*_joints(kind, entity.size, head, shoulder), *face.joints])
    pieces = [
        *_body(kind, entity.size, rig, body, accent),
        *_legs(kind, entity.size, rig),
        *_head(kind, head, rig, head_color, accent),
        *feather_wings(
            rig,
            entity.size,
            shoulder,
            np.clip(body * 0.86, 0, 1),
            np.clip(body * 0.62, 0, 1),
            kind.span,
            kind.chord * d,
        ),
    ]
    grip = np.eye(4, dtype=np.float32)
    grip[:3, 3] = (0.0, 0.02 * h, 0.1 * d)
    return Plan(
        rig,
        face,
        pieces,
        MOVES,
        ("body", grip),
        entity.size,
        {"neck": 0.3, "head": 0.7},
        Gait(rig, TWO_LEGS, "creature", h, ("body",)),
        _Beak(rig),
        head_turn=(75.0, 40.0),
    )


class _Beak:
    """Opens the beak with the mouth's part of an expression."""

    def __init__(self, rig: Rig) -> None:
        self._row = rig.index["beak"]

    def __call__(self, channels: F32, act: Act, look: Expression) -> None:
        channels[self._row, TURN.start] = 34.0 * min(1.0, look.open)


def _joints(
    kind: Bird, size: tuple[float, float, float], head: HeadForm, shoulder: tuple[float, float, float]
) -> list[Joint]:
    w, h, d = size
    root = (0.0, kind.middle * h, 0.0)
    hip = (kind.middle - 0.6 * kind.body[1]) * h
    joints = [
        Joint("body", None, root),
        Joint("chest", "body", root),
        Joint("neck", "chest", (0.0, (kind.middle + 0.6 * kind.body[1]) * h, 0.05 * d)),
        Joint("head", "neck", head.at(0.0, -0.5, -0.2)),
        Joint("beak", "head", head.at(0.0, -0.22, 0.75)),
        Joint("tail0", "body", (0.0, (kind.middle + 0.1 * kind.body[1]) * h, -0.8 * kind.body[2] * d)),
    ]
    for side, s in _SIDES:
        x = s * 0.42 * kind.body[0] * w
        joints += [
            Joint("thigh" + side, "body", (x, hip, 0.0)),
            Joint("shin" + side, "thigh" + side, (x, 0.5 * hip, 0.0)),
            Joint("foot" + side, "shin" + side, (x, 0.06 * h, 0.0)),
        ]
    return joints + wing_joints(size, shoulder, "chest", kind.span)


def _body(kind: Bird, size: tuple[float, float, float], rig: Rig, body: F32, accent: F32) -> list[Mesh]:
    w, h, d = size
    row, tail = rig.index["chest"], rig.index["tail0"]
    trunk = Loft.egg((0.0, kind.middle * h, 0.0), (kind.body[0] * w, kind.body[1] * h, kind.body[2] * d), 0.10, 13)
    breast = trunk.patch(
        lambda t: (-58.0 + 18 * t, 58.0 - 18 * t),
        (kind.middle - 0.72 * kind.body[1]) * h,
        (kind.middle + 0.62 * kind.body[1]) * h,
        0.012 * h,
        7,
        7,
    )
    light = accent if not kind.comb else np.clip(body * 1.03, 0, 1)
    feathers = []
    base = np.array(rig.joints[tail].at)
    for k in range(5):
        a = np.radians((k - 2) * 15)
        tip = np.add(base, (0.26 * d * np.sin(a), (0.16 if kind.comb else 0.03) * h, -0.26 * d * np.cos(a)))
        feathers.append(
            sweep([base.tolist(), (0.5 * (base + tip)).tolist(), tip.tolist()], [0.05 * h, 0.07 * h, 0.03 * h], 7, 0.5)
        )
    neck = limb(
        (0, (kind.middle + 0.3 * kind.body[1]) * h, 0.3 * kind.head[1] * d),
        (0, (kind.head[0] - 0.3 * kind.head_size) * h, 0.9 * kind.head[1] * d),
        0.62 * kind.body[0] * w,
        0.66 * kind.head_size * h,
        12,
    )
    out = [
        trunk.mesh(16).painted(body, 0.3).of_part(row),
        breast.painted(light, 0.3).of_part(row),
        neck.painted(accent if kind.white_head else body, 0.3).of_part(rig.index["neck"]),
    ]
    shades = [np.clip(body * (0.7 + 0.1 * (k % 2)), 0, 1) if not kind.white_head else accent for k in range(5)]
    return out + [f.painted(c, 0.3).of_part(tail) for f, c in zip(feathers, shades, strict=True)]


def _legs(kind: Bird, size: tuple[float, float, float], rig: Rig) -> list[Mesh]:
    w, h, _d = size
    hip, out = (kind.middle - 0.6 * kind.body[1]) * h, []
    r = 0.036 * h
    for side, s in _SIDES:
        x = s * 0.42 * kind.body[0] * w
        out += [
            limb((x, hip, 0), (x, 0.5 * hip, 0), 1.7 * r, r, 8).of_part(rig.index["thigh" + side]),
            limb((x, 0.5 * hip, 0), (x, 0.05 * h, 0), r, 0.9 * r, 8).of_part(rig.index["shin" + side]),
        ]
        toes = [
            horn([(x, 0.85 * r, 0), (x + 2.4 * r * t, 0.8 * r, 4.0 * r * (1 - 0.1 * abs(t)))], 0.8 * r, 6)
            for t in (-1.0, 0.0, 1.0)
        ]
        toes.append(horn([(x, 0.85 * r, 0), (x, 0.8 * r, -2.6 * r)], 0.8 * r, 6))
        out += [t.of_part(rig.index["foot" + side]) for t in toes]
    return [m.painted(kind.beak_color, 0.5) for m in out]


def _head(kind: Bird, head: HeadForm, rig: Rig, color: F32, accent: F32) -> list[Mesh]:
    u, row = head.unit, rig.index["head"]
    length, thick = kind.beak
    hook = [
        head.at(0, -0.16, 0.72),
        head.at(0, -0.14, 0.95 + 0.5 * length),
        head.at(0, -0.20 - 0.35 * kind.hooked, 0.95 + length),
    ]
    upper = sweep(hook, [1.05 * thick * u, 0.72 * thick * u, 0.10 * thick * u], 9, 1.0)
    lower = horn([head.at(0, -0.36, 0.70), head.at(0, -0.38, 0.92 + 0.62 * length)], 0.72 * thick * u, 8)
    out = [
        head.skull_loft().mesh(18).painted(color, 0.3).of_part(row),
        upper.painted(kind.beak_color, 0.6).of_part(row),
        lower.painted(np.clip(rgb(kind.beak_color) * 0.88, 0, 1), 0.6).of_part(rig.index["beak"]),
    ]
    if kind.comb:
        comb = [
            blob((0.12 * u, 0.30 * u, 0.24 * u), head.at(0, 1.0 + 0.06 * (k == 1), 0.42 - 0.36 * k), 8)
            for k in range(3)
        ]
        wattle = [blob((0.12 * u, 0.24 * u, 0.12 * u), head.at(s * 0.14, -0.72, 0.82), 7) for s in (1, -1)]
        out += [m.painted(accent, 0.5).of_part(row) for m in (*comb, *wattle)]
    if kind.crest:
        tufts = [
            horn([head.at(0, 0.85, 0.1 - 0.15 * k), head.at(0, 1.42 - 0.12 * k, -0.25 - 0.35 * k)], 0.22 * u, 7)
            for k in range(3)
        ]
        out += [m.painted(np.clip(color * 0.8, 0, 1), 0.3).of_part(row) for m in tufts]
    return out


_FOLDED: dict[str, Wave | Angles] = {"wing": (-4, 62, -34), "tip": (0, 40, -6)}
POSES: Table = {
    "stand": {**_FOLDED},
    "walk": {
        "body": Wave(sin=(0, 0, 5)),
        "head": Wave(cos2=(-9, 0, 0)),
        "neck": Wave(cos2=(9, 0, 0)),
        **_FOLDED,
    },
    "run": {
        "body": Wave(mean=(14, 0, 0), sin=(0, 0, 7)),
        "head": (-10, 0, 0),
        "wing": Wave(mean=(0, 30, 4), sin2=(0, 0, 16)),
        "tip": (0, 30, 0),
    },
    "sit": {"thigh": (-78, 0, 6), "shin": (120, 0, 0), "foot": (-40, 0, 0), **_FOLDED},
    "kneel": {"thigh": (-60, 0, 4), "shin": (110, 0, 0), "body": (20, 0, 0), "head": (10, 0, 0), **_FOLDED},
    "lie": {
        "thigh": (-80, 0, 10),
        "shin": (126, 0, 0),
        "foot": (-40, 0, 0),
        "neck": (26, 0, 0),
        "head": (14, 20, 0),
        **_FOLDED,
    },
    "climb": {
        "body": (-30, 0, 0),
        "thigh": Wave(mean=(-30, 0, 0), sin=(-24, 0, 0)),
        "shin": (30, 0, 0),
        "wing": Wave(mean=(0, 10, 20), sin2=(0, 0, 26)),
        "tip": (0, 10, 0),
    },
    "fly": {
        "body": (22, 0, 0),
        "head": (-18, 0, 0),
        "thigh": (52, 0, 4),
        "shin": (30, 0, 0),
        "foot": (40, 0, 0),
        **WING_POSES["fly"],
    },
    "fallen": {
        "body": (0, 0, -84),
        "thigh": (-30, 0, 8),
        "shin": (30, 0, 0),
        "neck": (12, 0, 0),
        "wing_l": (0, 50, -24),
        "wing_r": (0, 30, 30),
        "tip": (0, 30, 0),
    },
    "dance": {
        "body": Wave(sin=(0, 16, 8)),
        "body.shift": Wave(mean=(0, 0.04, 0), cos2=(0, 0.04, 0)),
        "head": Wave(sin=(0, 0, 14), cos2=(8, 0, 0)),
        "wing": Wave(mean=(0, 16, 26), sin=(0, 0, 30)),
        "tip": (0, 10, 0),
        "thigh": Wave(sin=(-16, 0, 0)),
        "shin": Wave(mean=(10, 0, 0), sin=(12, 0, 0)),
    },
    "jump": {"body": (-6, 0, 0), "thigh": (-30, 0, 4), "shin": (50, 0, 0), **WING_POSES["jump"]},
    "swim": {
        "thigh": Wave(mean=(-50, 0, 0), sin=(-24, 0, 0)),
        "shin": (60, 0, 0),
        "body": Wave(sin=(0, 0, 3)),
        **_FOLDED,
    },
}
_FLAP: dict[str, Wave | Angles] = {
    "wing_l": Wave(mean=(0, 10, 30), sin=(0, 0, 34)),
    "wing_r": Wave(mean=(0, 10, 30), sin=(0, 0, 34)),
    "tip": (0, 6, 0),
}
GESTURES: Table = {
    "reach": {"neck": (26, 0, 0), "head": (-6, 0, 0)},
    "carry": {"head": (-4, 0, 0)},
    "hug": {"wing": (-10, -46, -4), "tip": (0, -50, 0), "head": (6, 0, 8)},
    "strike": {"neck": Wave(mean=(16, 0, 0), sin=(26, 0, 0)), **_FLAP},
    "throw": {"neck": Wave(sin=(0, 30, 0)), "head": Wave(sin=(-14, 20, 0))},
    "wave": {"wing_r": Wave(mean=(0, 0, 44), sin=(0, 0, 24)), "tip_r": Wave(sin=(0, 0, 20))},
    "point": {"wing_r": (0, -60, 4), "tip_r": (0, -10, 0)},
    "talk": {
        "head": Wave(sin=(7, 0, 5), cos2=(4, 0, 0)),
        "wing": Wave(mean=(-4, 52, -18), sin=(0, 0, 8)),
        "tip": (0, 36, 0),
    },
    "push": {"neck": (24, 0, 0), "body": Wave(mean=(12, 0, 0), sin=(5, 0, 0)), **_FLAP},
    "bow": {"+body": (34, 0, 0), "+thigh": (-34, 0, 0), "+neck": (10, 0, 0), "wing": (-4, 40, -10), "tip": (0, 30, 0)},
    "nod": {"+neck": Wave(mean=(4, 0, 0), sin=(10, 0, 0)), "+head": Wave(mean=(4, 0, 0), sin=(10, 0, 0))},
    "shake": {"+neck": Wave(sin=(0, 10, 0)), "+head": Wave(sin=(0, 26, 6)), "+tail0": Wave(sin=(0, 14, 0))},
    "clap": {"wing": Wave(mean=(-6, -20, 10), cos2=(0, 30, 8)), "tip": Wave(mean=(0, -20, 0), cos2=(0, 24, 0))},
    "cheer": {
        "wing": Wave(mean=(0, 4, 44), sin2=(0, 0, 26)),
        "tip": Wave(mean=(0, 4, 8), sin2=(0, 0, 14)),
        "+neck": (-8, 0, 0),
        "+body.shift": Wave(mean=(0, 0.03, 0), cos2=(0, -0.03, 0)),
    },
    "salute": {"wing_r": (0, -30, 60), "tip_r": (0, -50, 20), "+neck": (-6, 0, 0)},
    "pray": {"+neck": (20, 0, 0), "+head": (18, 0, 0)},
    "cover": {"wing": (-10, -52, 20), "tip": (0, -46, 10), "+neck": (16, 0, 0), "+head": (18, 0, 0)},
    "consume": {
        "+body": Wave(mean=(26, 0, 0), sin=(8, 0, 0)),
        "+thigh": Wave(mean=(-26, 0, 0), sin=(-8, 0, 0)),
        "+neck": Wave(mean=(20, 0, 0), sin=(14, 0, 0)),
    },
    "kick": {
        "thigh_r": Wave(mean=(-24, 0, 3), sin=(-44, 0, 0)),
        "shin_r": Wave(mean=(24, 0, 0), sin=(-24, 0, 0)),
        "+body": (-8, 0, 0),
        "+thigh_l": (8, 0, 0),
        **_FLAP,
    },
    "sneak": {
        "+body": (14, 0, 0),
        "+thigh": (-50, 0, 0),
        "+shin": (64, 0, 0),
        "+foot": (-28, 0, 0),
        "+neck": (16, 0, 0),
    },
    "limp": {"+body": Wave(cos=(4, 0, 10)), "+neck": Wave(cos=(-8, 0, -6)), "wing_r": (0, 30, -10)},
}
MOODS: Table = {
    "happy": {"wing": (0, -10, 14), "tail0": (-12, 0, 0)},
    "sad": {"neck": (14, 0, 0), "head": (10, 0, 0), "wing": (0, 0, -6), "tail0": (16, 0, 0)},
    "angry": {"neck": (12, 0, 0), "wing": (0, -24, 26)},
    "afraid": {"neck": (-12, 0, 0), "wing": (0, -12, 12)},
    "surprised": {"wing": (0, -36, 40), "neck": (-8, 0, 0)},
    "disgusted": {"neck": (-6, 20, 0)},
    "in love": {"head": (0, 0, 8), "wing": (0, -10, 6)},
}
IDLE = {"head": Wave(sin=(0, 3, 0), cos2=(2, 0, 2)), "tail0": Wave(sin=(3, 0, 0)), "chest": Wave(sin=(1, 0, 0))}
_HZ = {
    "wave": 2.2, "talk": 1.3, "push": 1.6, "nod": 1.6, "shake": 1.6, "clap": 1.5, "cheer": 1.5, "consume": 1.4,
}  # fmt: skip
MOVES = Moves(POSES, GESTURES, MOODS, IDLE, _HZ, 0.4)
