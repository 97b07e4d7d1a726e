"""The spider: a round head with two big eyes and four small ones, an abdomen with a mark, eight jointed legs.

Knows nothing of other creatures.
"""

from __future__ import annotations

import math

import numpy as np

from model.renderer.actor import Plan
from model.renderer.creatures.heads import HeadForm, face_of, head_meshes, in_the_mouth, on
from model.renderer.loft import blob, horn, limb, sweep
from model.renderer.mesh import F32, Mesh
from model.renderer.motion import Angles, Moves, Wave
from model.renderer.rig import Joint, Rig
from model.stage import Entity

_LEGS = 4  # on either side
_SIDES = (("_l", 1.0), ("_r", -1.0))


def spider_plan(entity: Entity, body: F32, accent: F32) -> Plan:
    _, h, d = entity.size
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
    level = 0.48 * h
    joints = [
        Joint("body", None, (0.0, level, 0.0)),
        Joint("abdomen", "body", (0.0, level, -0.05 * d)),
        Joint("neck", "body", (0.0, level, 0.02 * d)),
        Joint("head", "neck", (0.0, level, 0.05 * d)),
    ]
    for side, s in _SIDES:
        for k in range(_LEGS):
            hip, knee, _ = _leg(k, s, entity.size)
            joints += [
                Joint(f"leg{k}{side}", "body", hip.tolist()),
                Joint(f"claw{k}{side}", f"leg{k}{side}", knee.tolist()),
            ]
    rig = Rig([*joints, *face.joints])
    pieces = [
        *_legs(rig, entity.size, body, accent),
        *_abdomen(rig, entity.size, body, accent),
        *_head(rig, head, body, accent),
    ]
    return Plan(
        rig,
        face,
        pieces,
        MOVES,
        ("head", in_the_mouth(head, -0.9, 1.2)),
        entity.size,
        {"head": 1.0},
        head_turn=(40.0, 20.0),
    )


def _leg(k: int, s: float, size: tuple[float, float, float]) -> tuple[F32, F32, F32]:
    """Hip, knee and foot of a leg."""
    w, h, d = size
    turn = math.radians(38 + 36 * k)
    way = np.array((s * math.sin(turn), 0.0, math.cos(turn)), np.float32)
    hip = np.array((0.0, 0.44 * h, 0.04 * d), np.float32) + way * 0.12 * w
    knee = np.add(hip + way * 0.16 * w, (0.0, 0.34 * h, 0.0)).astype(np.float32)
    foot = knee + way * 0.18 * w
    foot[1] = 0.0
    return hip, knee, foot


def _legs(rig: Rig, size: tuple[float, float, float], body: F32, accent: F32) -> list[Mesh]:
    r, out = 0.034 * size[0], []
    for side, s in _SIDES:
        for k in range(_LEGS):
            hip, knee, foot = _leg(k, s, size)
            ankle = (0.4 * knee + 0.6 * foot) * (1.06, 1.0, 1.06)
            claw = sweep([knee, ankle, np.add(foot, (0.0, 0.4 * r, 0.0))], [r, 0.8 * r, 0.4 * r], 8)
            out += [
                on(rig, f"leg{k}{side}", limb(hip, knee, 1.2 * r, r, 8), body, 0.5),
                on(rig, f"claw{k}{side}", claw, body, 0.5),
                on(rig, f"claw{k}{side}", blob(1.25 * r, knee, 8), accent, 0.5),
            ]
    return out


def _abdomen(rig: Rig, size: tuple[float, float, float], body: F32, accent: F32) -> list[Mesh]:
    w, h, d = size
    ball = blob((0.26 * w, 0.36 * h, 0.25 * d), (0, 0.56 * h, -0.24 * d), 16)
    marks = [
        blob((0.09 * w, 0.05 * h, 0.05 * d), (0, (0.90 - 0.02 * k * k) * h, (-0.20 - 0.09 * k) * d), 8)
        for k in range(3)
    ]
    return [on(rig, "abdomen", ball, body, 0.4), *(on(rig, "abdomen", mark, accent, 0.5) for mark in marks)]


def _head(rig: Rig, head: HeadForm, body: F32, accent: F32) -> list[Mesh]:
    u = head.unit
    eyes = [blob(0.11 * u, head.at(s * x, y, 0.72), 7) for s in (1, -1) for x, y in ((0.20, 0.72), (0.86, 0.55))]
    fangs = [horn([head.at(s * 0.24, -0.72, 0.85), head.at(s * 0.20, -1.12, 0.98)], 0.13 * u, 7) for s in (1, -1)]
    return [
        *head_meshes(head, rig, body, body, body),
        *(on(rig, "head", eye, "#16131a", 0.95) for eye in eyes),
        *(on(rig, "head", fang, accent, 0.6) for fang in fangs),
    ]


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
MOVES = Moves(
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
        "strike": {"leg0_r": Wave(mean=(-50, 0, 0), sin=(34, 0, 0)), "leg0_l": Wave(mean=(-50, 0, 0), sin=(34, 0, 0))},
        "throw": {"body": Wave(sin=(0, 24, 0))},
        "wave": _FRONT,
        "point": {"leg0_r": (-54, 0, 0), "claw0_r": (-50, 0, 0)},
        "talk": {"head": Wave(sin=(6, 0, 4)), "leg0": Wave(mean=(-10, 0, 0), sin=(8, 0, 0))},
        "push": {"leg0": (-50, 0, 0), "body": Wave(sin=(4, 0, 0))},
        "bow": {"+body": (9, 0, 0), "+head": (20, 0, 0)},
        "nod": {"+head": Wave(mean=(6, 0, 0), sin=(18, 0, 0)), "+body": Wave(sin=(4, 0, 0))},
        "shake": {"+head": Wave(sin=(0, 22, 0))},
        "clap": {"leg0": Wave(mean=(-46, 0, 0), cos2=(0, 20, 0)), "claw0": (-30, 0, 0)},
        "cheer": {"leg0": Wave(mean=(-56, 0, 10), sin2=(20, 0, 0)), "leg1": Wave(mean=(-20, 0, 20), sin2=(10, 0, 0))},
        "salute": {"leg0_r": (-60, 20, 0), "claw0_r": (-70, 0, 0)},
        "pray": {"leg0": (-44, -24, 0), "claw0": (-40, 0, 0), "+head": (14, 0, 0)},
        "cover": {"leg0": (-50, -30, 0), "claw0": (-70, 0, 0), "+head": (16, 0, 0)},
        "consume": {"+body": (6, 0, 0), "+head": Wave(mean=(14, 0, 0), sin=(8, 0, 0))},
        "kick": {"leg0_r": Wave(mean=(-30, 0, 6), sin=(-34, 0, 0)), "claw0_r": Wave(mean=(-10, 0, 0), sin=(-30, 0, 0))},
        "sneak": {
            "+body": (6, 0, 0),
            **{f"+{joint}": turn for joint, turn in _all_legs((0, 0, 12), (0, 0, -10)).items()},
        },
        "limp": {"+body": Wave(cos=(4, 0, 6)), "+leg0_r": (0, 0, 16)},
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
    idle={"abdomen": Wave(sin=(2, 0, 0)), "head": Wave(cos=(0, 2, 1))},
    hz={"wave": 2.0, "talk": 1.2, "push": 1.4, "nod": 1.4, "shake": 1.4, "clap": 1.4, "cheer": 1.4, "consume": 1.2},
    breath_hz=0.4,
)
