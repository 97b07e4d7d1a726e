"""Snake and spider: what goes on no legs or on eight. Knows nothing of other creatures."""

from __future__ import annotations

import math

import numpy as np

from model.renderer.actor import Contacts, Plan
from model.renderer.creatures.heads import HeadForm, face_of, head_meshes, teeth
from model.renderer.loft import blob, horn, limb, sweep
from model.renderer.mesh import F32, Mesh
from model.renderer.motion import Angles, Moves, Wave
from model.renderer.rig import Joint, Rig
from model.stage import Entity

_LINKS = 9


def snake_plan(entity: Entity, body: F32, accent: F32) -> Plan:
    """A body of links on the ground that waves as it goes, the fore part raised to a big head."""
    _, h, d = entity.size
    head = HeadForm(
        (0.0, 0.70 * h, 0.33 * d),
        0.27 * h,
        skull=(1.05, 0.95, 1.05),
        muzzle=(0.72, 0.42, 0.42, 0.36),
        nose=None,
        eye=(0.48, 0.20),
        eye_size=(0.28, 0.33),
    )
    face = face_of(head, body)
    r = 0.16 * h
    places = [(0.0, r, 0.06 * d - 0.062 * d * k) for k in range(_LINKS + 1)]
    joints = [Joint("body", None, places[0])]
    joints += [Joint(f"tail{k}", "body" if k == 0 else f"tail{k - 1}", places[k]) for k in range(_LINKS)]
    joints += [Joint("neck", "body", (0.0, r, 0.10 * d)), Joint("head", "neck", head.at(0.0, -0.4, -0.4))]
    rig = Rig([*joints, *face.joints])
    pieces = []
    for k in range(_LINKS):
        thick = [r * (1.0 - 0.9 * ((k + t) / _LINKS) ** 2.2) for t in (0, 1)]
        pieces.append(
            limb(places[k], places[k + 1], max(thick[0], 0.02 * h), max(thick[1], 0.015 * h), 10)
            .painted(body, 0.5)
            .of_part(rig.index[f"tail{k}"])
        )
        if k < _LINKS - 2:
            saddle = blob(
                (0.62 * thick[0], 0.3 * thick[0], 0.022 * d),
                (0, places[k][1] + 0.82 * thick[0], places[k][2] - 0.03 * d),
                8,
            )
            pieces.append(saddle.painted(accent, 0.5).of_part(rig.index[f"tail{k}"]))
    rise = [(0, r, 0.05 * d), (0, 1.15 * r, 0.16 * d), (0, 0.36 * h, 0.25 * d), head.at(0, -0.15, -0.3)]
    pieces.append(sweep(rise, [r, 1.02 * r, 0.95 * r, 0.85 * r], 11).painted(body, 0.5).of_part(rig.index["neck"]))
    belly = sweep([(0, 0.28 * h, 0.262 * d), head.at(0, -0.7, 0.0)], [0.7 * r, 0.62 * r], 9)
    pieces.append(belly.painted(accent, 0.4).of_part(rig.index["neck"]))
    pieces += [
        *head_meshes(head, rig, body, np.clip(body * 1.08, 0, 1), "#000000"),
        *teeth(head, rig, 0.28, -0.60, 0.16),
        _forked_tongue(head, rig),
    ]
    contacts: Contacts = {
        **{
            f"tail{k}": [
                (0.0, 0.0, places[k][2]),
                (r, r, places[k][2]),
                (-r, r, places[k][2]),
                (0, 2 * r, places[k][2]),
            ]
            for k in range(_LINKS)
        },
        "neck": [(0.0, 0.0, 0.1 * d)],
        "head": [head.at(0, -1.0, 0), head.at(1.0, 0, 0), head.at(-1.0, 0, 0), head.at(0, 1.0, 0)],
    }
    grip = np.eye(4, dtype=np.float32)
    grip[:3, :3] = [[0, 1, 0], [-1, 0, 0], [0, 0, 1]]
    grip[:3, 3] = head.at(0.0, -0.55, 1.35)
    return Plan(rig, face, pieces, SNAKE_MOVES, contacts, ("head", grip), entity.size, {"neck": 0.4, "head": 0.6})


def _forked_tongue(head: HeadForm, rig: Rig) -> Mesh:
    u = head.unit
    root, fork = head.at(0, -0.62, 1.25), head.at(0, -0.70, 1.62)
    strands = [limb(root, fork, 0.05 * u, 0.04 * u, 5)] + [
        limb(fork, head.at(s * 0.13, -0.68, 1.86), 0.04 * u, 0.015 * u, 5) for s in (1, -1)
    ]
    return (
        strands[0].painted("#c9342c", 0.5).of_part(rig.index["head"])
        if len(strands) < 2
        else _one(strands).painted("#c9342c", 0.5).of_part(rig.index["head"])
    )


def _one(meshes: list[Mesh]) -> Mesh:
    from model.renderer.mesh import merge

    return merge(meshes)


def _ripple(size: float, lag: float, pitch: float = 0.0) -> dict[str, Wave]:
    """A wave of yaw that runs down the links, `lag` radians from one to the next."""
    out = {}
    for k in range(_LINKS):
        s, c = size * math.cos(lag * k), -size * math.sin(lag * k)
        out[f"tail{k}"] = Wave(mean=(pitch, 0.0, 0.0), sin=(0.0, s, 0.0), cos=(0.0, c, 0.0))
    return out


def _coil(turn: float) -> dict[str, Angles]:
    return {f"tail{k}": (0.0, turn * (0.7 + 0.06 * k), 0.0) for k in range(_LINKS)}


_BENDS: dict[str, Angles] = {f"tail{k}": (0.0, 34.0 * math.cos(1.05 * k + 0.4), 0.0) for k in range(_LINKS)}
SNAKE_MOVES = Moves(
    poses={
        "stand": _BENDS,
        "walk": {**_ripple(30, 1.0), "neck": Wave(sin=(0, 10, 0)), "head": Wave(sin=(0, -8, 0))},
        "run": {
            **_ripple(38, 1.1),
            "neck": Wave(mean=(16, 0, 0), sin=(0, 14, 0)),
            "head": Wave(mean=(-12, 0, 0), sin=(0, -12, 0)),
        },
        "sit": _coil(44),
        "kneel": {**_coil(44), "neck": (24, 0, 0)},
        "lie": {**_coil(46), "neck": (48, 0, 0), "head": (-36, 10, 0)},
        "climb": {**_ripple(22, 1.0), "body": (-46, 0, 0), "neck": (20, 0, 0)},
        "fly": _ripple(30, 1.0),
        "fallen": {**_BENDS, "body": (0, 0, 90), "neck": (40, 0, 0)},
        "dance": {
            **_coil(40),
            "neck": Wave(sin=(0, 0, 20), cos2=(6, 0, 0)),
            "head": Wave(sin=(0, 0, -26)),
            "body": Wave(sin=(0, 12, 0)),
        },
        "jump": {**_ripple(16, 1.0), "neck": (-16, 0, 0)},
        "swim": _ripple(30, 1.0),
    },
    gestures={
        "reach": {"neck": (26, 0, 0), "head": (-20, 0, 0)},
        "carry": {"head": (-6, 0, 0)},
        "hug": {"neck": (10, 30, 0), "head": (0, 30, 10)},
        "strike": {"neck": Wave(mean=(8, 0, 0), sin=(34, 0, 0)), "head": Wave(mean=(-8, 0, 0), sin=(-26, 0, 0))},
        "throw": {"neck": Wave(sin=(0, 40, 0))},
        "wave": {"neck": Wave(sin=(0, 0, 16)), "head": Wave(sin=(0, 0, -20))},
        "point": {"neck": (20, 0, 0), "head": (-18, 0, 0)},
        "talk": {"head": Wave(sin=(6, 0, 5))},
        "push": {"neck": Wave(mean=(30, 0, 0), sin=(8, 0, 0)), "head": (-14, 0, 0)},
    },
    moods={
        "happy": {"neck": (-6, 0, 0)},
        "sad": {"neck": (26, 0, 0), "head": (-10, 0, 0)},
        "angry": {"neck": (14, 0, 0), "head": (-10, 0, 0)},
        "afraid": {"neck": (-16, 0, 0), "head": (12, 0, 0)},
        "surprised": {"neck": (-14, 0, 0)},
        "disgusted": {"neck": (-8, 16, 0)},
        "in love": {"head": (0, 0, 8)},
    },
    idle={"neck": Wave(sin=(2, 0, 3)), "head": Wave(cos=(0, 3, -3))},
    hz={"strike": 1.4, "talk": 1.2, "wave": 1.6, "push": 1.2},
    breath_hz=0.3,
)

_LEGS = 4


def spider_plan(entity: Entity, body: F32, accent: F32) -> Plan:
    """A round head with two big eyes and four small ones, an abdomen with a mark, eight jointed legs."""
    w, h, d = entity.size
    head = HeadForm(
        (0.0, 0.50 * h, 0.17 * d),
        0.30 * h,
        skull=(1.15, 1.0, 1.0),
        muzzle=(0.5, 0.30, 0.16, 0.48),
        nose=None,
        eye=(0.44, 0.22),
        eye_size=(0.30, 0.36),
        brow=0.70,
    )
    face = face_of(head, body)
    joints = [
        Joint("body", None, (0.0, 0.48 * h, 0.0)),
        Joint("tail0", "body", (0.0, 0.48 * h, -0.05 * d)),
        Joint("neck", "body", (0.0, 0.48 * h, 0.02 * d)),
        Joint("head", "neck", (0.0, 0.48 * h, 0.05 * d)),
    ]
    pieces = []
    for side, s in (("_l", 1.0), ("_r", -1.0)):
        for k in range(_LEGS):
            turn = math.radians(38 + 36 * k)
            way = np.array((s * math.sin(turn), 0.0, math.cos(turn)))
            hip = np.array((0.0, 0.44 * h, 0.04 * d)) + way * 0.12 * w
            joints += [
                Joint(f"leg{k}{side}", "body", hip.tolist()),
                Joint(f"claw{k}{side}", f"leg{k}{side}", (hip + way * 0.16 * w + (0, 0.34 * h, 0)).tolist()),
            ]
    rig = Rig([*joints, *face.joints])
    contacts: dict[str, list[tuple[float, float, float]]] = {
        "body": [(0, 0.2 * h, 0)],
        "tail0": [(0, 0.24 * h, -0.26 * d), (0, 0.8 * h, -0.26 * d)],
        "head": [head.at(0, -0.95, 0), head.at(0, 0.95, 0)],
    }
    for side, s in (("_l", 1.0), ("_r", -1.0)):
        for k in range(_LEGS):
            turn = math.radians(38 + 36 * k)
            way = np.array((s * math.sin(turn), 0.0, math.cos(turn)))
            hip, knee = (np.array(rig.joints[rig.index[f"{name}{k}{side}"]].at) for name in ("leg", "claw"))
            foot = knee + way * 0.18 * w
            foot[1] = 0.0
            r = 0.034 * w
            pieces += [
                limb(hip.tolist(), knee.tolist(), 1.2 * r, r, 8).painted(body, 0.5).of_part(rig.index[f"leg{k}{side}"]),
                sweep(
                    [
                        knee.tolist(),
                        (0.4 * knee + 0.6 * foot + way * 0.02 * w).tolist(),
                        np.add(foot, (0, 0.5 * r, 0)).tolist(),
                    ],
                    [r, 0.8 * r, 0.4 * r],
                    8,
                )
                .painted(body, 0.5)
                .of_part(rig.index[f"claw{k}{side}"]),
                blob(1.25 * r, knee.tolist(), 8).painted(accent, 0.5).of_part(rig.index[f"claw{k}{side}"]),
            ]
            contacts[f"claw{k}{side}"] = [foot.tolist(), knee.tolist()]
    abdomen = blob((0.26 * w, 0.36 * h, 0.25 * d), (0, 0.56 * h, -0.24 * d), 16)
    marks = [
        blob((0.09 * w, 0.05 * h, 0.05 * d), (0, 0.90 * h - 0.02 * k * k * h, -0.20 * d - 0.09 * k * d), 8)
        for k in range(3)
    ]
    pieces += [
        abdomen.painted(body, 0.4).of_part(rig.index["tail0"]),
        *(m.painted(accent, 0.5).of_part(rig.index["tail0"]) for m in marks),
    ]
    small = [
        blob(0.11 * head.unit, head.at(s * x, y, 0.72), 7) for s in (1, -1) for x, y in ((0.20, 0.72), (0.86, 0.55))
    ]
    fangs = [
        horn([head.at(s * 0.24, -0.72, 0.85), head.at(s * 0.20, -1.12, 0.98)], 0.13 * head.unit, 7) for s in (1, -1)
    ]
    row = rig.index["head"]
    pieces += [
        *head_meshes(head, rig, body, body, "#000000"),
        *(m.painted("#16131a", 0.95).of_part(row) for m in small),
        *(m.painted(accent, 0.6).of_part(row) for m in fangs),
    ]
    grip = np.eye(4, dtype=np.float32)
    grip[:3, 3] = head.at(0.0, -0.9, 1.2)
    return Plan(
        rig, face, pieces, SPIDER_MOVES, contacts, ("head", grip), entity.size, {"head": 1.0}, head_turn=(40.0, 20.0)
    )


def _gait(swing: float, lift: float) -> dict[str, Wave]:
    """Alternate legs step together; a leg lifts while it swings forward."""
    return {
        f"leg{k}": Wave(
            sin=(0.0, swing * (-1) ** k, 0.0), cos=(0.0, 0.0, lift * (-1) ** k), mean=(0.0, 0.0, 0.4 * lift)
        )
        for k in range(_LEGS)
    }


def _all_legs(leg: Angles, claw: Angles) -> dict[str, Angles]:
    return {f"{name}{k}": angles for name, angles in (("leg", leg), ("claw", claw)) for k in range(_LEGS)}


_FRONT: dict[str, Wave | Angles] = {"leg0_r": Wave(mean=(-40, 0, 10), sin=(0, 20, 14)), "claw0_r": (-20, 0, 0)}
SPIDER_MOVES = Moves(
    poses={
        "walk": _gait(16, 10),
        "run": _gait(24, 14),
        "sit": _all_legs((0, 0, 26), (0, 0, -12)),
        "kneel": {"body": (12, 0, 0)},
        "lie": _all_legs((0, 0, 34), (0, 0, -26)),
        "climb": {"body": (-50, 0, 0), **_gait(20, 12)},
        "fly": _all_legs((0, 0, 30), (0, 0, -50)),
        "fallen": {"body": (0, 0, 176), **_all_legs((0, 0, 20), (0, 0, -70))},
        "dance": {
            "body.shift": Wave(mean=(0, 0.05, 0), cos2=(0, 0.05, 0)),
            "body": Wave(sin=(0, 14, 6)),
            **_gait(14, 14),
        },
        "jump": _all_legs((0, 0, -24), (0, 0, 20)),
        "swim": _gait(20, 12),
    },
    gestures={
        "reach": {"leg0_r": (-46, 0, 0), "claw0_r": (-40, 0, 0)},
        "carry": {"head": (-5, 0, 0)},
        "hug": {"leg0": (-50, 0, 0), "claw0": (-40, 0, 0)},
        "strike": {"leg0_r": Wave(mean=(-50, 0, 0), sin=(34, 0, 0)), "leg0_l": Wave(mean=(-50, 0, 0), cos=(34, 0, 0))},
        "throw": {"body": Wave(sin=(0, 24, 0))},
        "wave": _FRONT,
        "point": {"leg0_r": (-54, 0, 0), "claw0_r": (-50, 0, 0)},
        "talk": {"head": Wave(sin=(6, 0, 4)), "leg0": Wave(mean=(-10, 0, 0), sin=(8, 0, 0))},
        "push": {"leg0": (-50, 0, 0), "body": Wave(sin=(4, 0, 0))},
    },
    moods={
        "happy": {"body": (-4, 0, 0)},
        "sad": {"head": (10, 0, 0), **_all_legs((0, 0, 8), (0, 0, -4))},
        "angry": {"body": (-8, 0, 0), "leg0": (-26, 0, 0)},
        "afraid": _all_legs((0, 0, 16), (0, 0, -22)),
        "surprised": {"body": (-10, 0, 0), "leg0": (-20, 0, 0)},
        "disgusted": {"head": (-4, 12, 0)},
        "in love": {"head": (0, 0, 6)},
    },
    idle={"tail0": Wave(sin=(2, 0, 0)), "head": Wave(cos=(0, 2, 1))},
    hz={"strike": 1.6, "wave": 2.0, "talk": 1.2, "push": 1.4},
    breath_hz=0.4,
)
