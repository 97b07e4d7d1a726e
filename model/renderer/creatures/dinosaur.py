"""The dinosaur: a big-headed hunter on two legs with a heavy tail and small arms. Knows nothing of other creatures."""

from __future__ import annotations

import numpy as np

from model.renderer.actor import Plan
from model.renderer.creatures.heads import HeadForm, face_of, head_meshes, in_the_mouth, on, teeth
from model.renderer.figures.moves import IDLE, MOODS, PERSON
from model.renderer.gait import TWO_LEGS, Gait
from model.renderer.loft import Loft, Point, blob, horn, limb, sweep
from model.renderer.mesh import F32, Mesh
from model.renderer.motion import Moves, Table, Wave
from model.renderer.rig import Joint, Rig
from model.stage import Entity

_SIDES = (("_l", 1.0), ("_r", -1.0))


def dinosaur_plan(entity: Entity, body: F32, accent: F32) -> Plan:
    w, h, d = entity.size
    head = HeadForm(
        (0.0, 0.80 * h, 0.27 * d),
        0.155 * h,
        skull=(1.05, 1.0, 1.0),
        muzzle=(0.80, 0.52, 1.0, 0.42),
        eye=(0.50, 0.24),
        eye_size=(0.25, 0.30),
        brow=0.66,
        nose=None,
    )
    face = face_of(head, body)
    rig = Rig([*_joints(w, h, d, head), *face.joints])
    pieces = [
        *_trunk(rig, head, entity.size, body, accent),
        *_tail(rig, entity.size, body, accent),
        *_head(rig, head, body),
        *_limbs(rig, entity.size, body),
    ]
    return Plan(
        rig,
        face,
        pieces,
        MOVES,
        ("head", in_the_mouth(head, -0.75, 1.9)),
        entity.size,
        {"neck": 0.4, "head": 0.6},
        Gait(rig, TWO_LEGS, "creature", h, ("body", "pelvis")),
        head_turn=(50.0, 30.0),
    )


def _trunk(rig: Rig, head: HeadForm, size: tuple[float, float, float], body: F32, accent: F32) -> list[Mesh]:
    w, h, d = size
    rows = [
        (0.24, 0.10, 0.12, -0.02),
        (0.30, 0.26, 0.19, -0.02),
        (0.44, 0.30, 0.22, 0.0),
        (0.60, 0.24, 0.16, 0.06),
        (0.72, 0.16, 0.11, 0.12),
    ]
    trunk = Loft.through([(y * h, rx * w, rz * h, z * d) for y, rx, rz, z in rows], 11)
    belly = trunk.patch(lambda t: (-50.0, 50.0), 0.28 * h, 0.66 * h, 0.012 * h, 8, 7)
    rise = [(0, 0.62 * h, 0.08 * d), (0, 0.72 * h, 0.15 * d), head.at(0, -0.1, -0.3)]
    spines = [
        ("head", head.at(0, 0.92, -0.4), 0.7),
        ("neck", (0, 0.74 * h, 0.06 * d), 0.9),
        ("chest", (0, 0.60 * h, -0.02 * d), 1.0),
        ("chest", (0, 0.50 * h, -0.08 * d), 1.0),
    ]
    return [
        on(rig, "chest", trunk.mesh(16), body),
        on(rig, "chest", belly, accent),
        on(rig, "neck", sweep(rise, [0.12 * h, 0.105 * h, 0.11 * h], 12), body),
        *(_spine(rig, joint, at, part * h, accent) for joint, at, part in spines),
    ]


def _spine(rig: Rig, joint: str, at: Point, size: float, color: F32) -> Mesh:
    tip = np.add(at, (0.0, 0.055 * size, -0.045 * size))
    return on(rig, joint, horn([at, tip], 0.04 * size, 6), color)


def _tail(rig: Rig, size: tuple[float, float, float], body: F32, accent: F32) -> list[Mesh]:
    _, h, d = size
    places = np.array(
        [(0, 0.40 * h, -0.10 * d), (0, 0.36 * h, -0.24 * d), (0, 0.34 * h, -0.37 * d), (0, 0.36 * h, -0.49 * d)]
    )
    radii = (0.17 * h, 0.12 * h, 0.075 * h, 0.03 * h)
    out = []
    for k in range(3):
        middle = np.add(0.5 * (places[k] + places[k + 1]), (0.0, 0.8 * radii[k], 0.0))
        out += [
            on(rig, f"tail{k}", limb(places[k], places[k + 1], radii[k], radii[k + 1], 12), body),
            _spine(rig, f"tail{k}", middle, (0.85 - 0.18 * k) * h, accent),
        ]
    return out


def _head(rig: Rig, head: HeadForm, body: F32) -> list[Mesh]:
    x, y = 0.22 * head.unit, head.middle[1] - 0.1 * head.unit
    z = float(head.muzzle_loft().front(x, y))
    nostrils = [blob(0.07 * head.unit, (s * x, y, z), 7, 3) for s in (1, -1)]
    return [
        *head_meshes(head, rig, body, body, body, 18),
        *teeth(head, rig, 0.46, -0.72, 0.20),
        *teeth(head, rig, 0.22, -0.74, 0.14),
        *(on(rig, "head", hole, np.clip(body * 0.5, 0, 1)) for hole in nostrils),
    ]


def _limbs(rig: Rig, size: tuple[float, float, float], body: F32) -> list[Mesh]:
    """Strong hind legs with three claws, small arms with two."""
    w, h, d = size
    out = []
    for side, s in _SIDES:
        x, ax = s * 0.22 * w, s * 0.25 * w
        knee, ankle = (x, 0.22 * h, 0.03 * d), (x, 0.06 * h, -0.01 * d)
        elbow, wrist = (ax, 0.53 * h, 0.14 * d), (ax, 0.51 * h, 0.19 * d)
        sole = blob((0.085 * h, 0.045 * h, 0.12 * h), (x, 0.045 * h, 0.03 * d), 10)
        toes = [
            blob((0.026 * h, 0.026 * h, 0.035 * h), (x + t * 0.05 * h, 0.026 * h, 0.03 * d + 0.10 * h), 7)
            for t in (-1, 0, 1)
        ]
        claws = [blob((0.014 * h, 0.014 * h, 0.026 * h), (ax + t * 0.02 * h, 0.505 * h, 0.205 * d), 6) for t in (-1, 1)]
        out += [
            on(rig, "thigh" + side, limb((x, 0.40 * h, 0), knee, 0.125 * h, 0.075 * h, 12), body),
            on(rig, "shin" + side, limb(knee, ankle, 0.07 * h, 0.06 * h, 10), body),
            on(rig, "foot" + side, sole, body),
            on(rig, "arm" + side, limb((s * 0.22 * w, 0.60 * h, 0.11 * d), elbow, 0.042 * h, 0.034 * h, 9), body),
            on(rig, "forearm" + side, limb(elbow, wrist, 0.034 * h, 0.03 * h, 9), body),
            *(on(rig, "foot" + side, toe, "#f2ead2", 0.6) for toe in toes),
            *(on(rig, "hand" + side, claw, "#f2ead2", 0.6) for claw in claws),
        ]
    return out


def _joints(w: float, h: float, d: float, head: HeadForm) -> list[Joint]:
    hip, x = 0.40 * h, 0.22 * w
    joints = [
        Joint("body", None, (0, hip, 0)),
        Joint("pelvis", "body", (0, hip, 0)),
        Joint("chest", "pelvis", (0, hip, 0)),
        Joint("neck", "chest", (0, 0.64 * h, 0.09 * d)),
        Joint("head", "neck", head.at(0, -0.3, -0.3)),
        Joint("tail0", "pelvis", (0, 0.40 * h, -0.10 * d)),
        Joint("tail1", "tail0", (0, 0.36 * h, -0.24 * d)),
        Joint("tail2", "tail1", (0, 0.34 * h, -0.37 * d)),
    ]
    for side, s in _SIDES:
        joints += [
            Joint("arm" + side, "chest", (s * 0.22 * w, 0.60 * h, 0.11 * d)),
            Joint("forearm" + side, "arm" + side, (s * 0.25 * w, 0.53 * h, 0.14 * d)),
            Joint("hand" + side, "forearm" + side, (s * 0.25 * w, 0.51 * h, 0.19 * d)),
            Joint("thigh" + side, "pelvis", (s * x, hip, 0)),
            Joint("shin" + side, "thigh" + side, (s * x, 0.22 * h, 0.03 * d)),
            Joint("foot" + side, "shin" + side, (s * x, 0.06 * h, -0.01 * d)),
        ]
    return joints


_KEPT = (
    "body",
    "body.shift",
    "pelvis",
    "chest",
    "head",
    "thigh",
    "shin",
    "foot",
    "thigh_l",
    "thigh_r",
    "shin_l",
    "shin_r",
    "foot_l",
    "foot_r",
)
_TAIL = {"tail0": Wave(sin=(0, 8, 0)), "tail1": Wave(sin=(0, 10, 0)), "tail2": Wave(sin=(0, 12, 0))}
POSES = {pose: {**{j: a for j, a in joints.items() if j in _KEPT}, **_TAIL} for pose, joints in PERSON.poses.items()}
POSES["lie"] = {
    "body": (24, 0, 0),
    "thigh": (-104, 0, 22),
    "shin": (96, 0, 0),
    "foot": (-16, 0, 0),
    "neck": (26, 0, 0),
    "head": (-34, 0, 0),
    "tail0": (-16, 14, 0),
    "tail1": (-8, 20, 0),
}
POSES["fallen"] = {
    "body": (0, 0, -84),
    "thigh": (-20, 0, 0),
    "shin": (30, 0, 0),
    "neck": (-14, 0, 0),
    "tail0": (0, 20, 0),
}
POSES["fly"] = {"body": (40, 0, 0), "head": (-30, 0, 0), "thigh": (30, 0, 0), "shin": (30, 0, 0)}
POSES["swim"] = {
    "body": (30, 0, 0),
    "head": (-20, 0, 0),
    "thigh": Wave(mean=(10, 0, 0), sin=(-26, 0, 0)),
    "tail0": Wave(sin=(0, 18, 0)),
    "tail1": Wave(cos=(0, 20, 0)),
}
POSES["sit"] = {
    "thigh": (-78, 0, 14),
    "shin": (60, 0, 0),
    "foot": (10, 0, 0),
    "tail0": (-16, 26, 0),
    "tail1": (0, 20, 0),
}
GESTURES: Table = {
    "reach": {"neck": (20, 0, 0), "arm": (-50, 0, 0)},
    "carry": {"head": (-5, 0, 0)},
    "hug": {"arm": (-60, 0, 0), "forearm": (0, 0, -40), "neck": (14, 0, 0)},
    "strike": {"neck": Wave(mean=(14, 0, 0), sin=(26, 0, 0)), "head": Wave(sin=(-14, 0, 0))},
    "throw": {"neck": Wave(sin=(0, 30, 0)), "head": Wave(sin=(0, 18, 0))},
    "wave": {"arm_r": (-80, 0, 20), "forearm_r": Wave(mean=(-20, 0, 0), sin=(30, 0, 0))},
    "point": {"arm_r": (-70, 0, 0)},
    "talk": {"head": Wave(sin=(5, 0, 4)), "arm": Wave(mean=(-20, 0, 0), sin=(10, 0, 0))},
    "push": {"neck": Wave(mean=(24, 0, 0), sin=(8, 0, 0)), "chest": (8, 0, 0)},
    "bow": {"+pelvis": (26, 0, 0), "+thigh": (-26, 0, 0), "+neck": (18, 0, 0), "+tail0": (-20, 0, 0)},
    "nod": {"+neck": Wave(mean=(4, 0, 0), sin=(8, 0, 0)), "+head": Wave(mean=(3, 0, 0), sin=(9, 0, 0))},
    "shake": {"+neck": Wave(sin=(0, 12, 0)), "+head": Wave(sin=(0, 20, 0)), "+tail0": Wave(sin=(0, -8, 0))},
    "clap": {"arm": Wave(mean=(-40, 0, 0), cos2=(0, 0, 10)), "forearm": Wave(mean=(0, 0, -30), cos2=(0, 0, 24))},
    "cheer": {"+neck": (-22, 0, 0), "+head": (-10, 0, 0), "arm": Wave(mean=(-90, 0, 20), sin2=(20, 0, 0))},
    "salute": {"arm_r": (-110, 0, 10), "forearm_r": (-30, 0, 0), "+neck": (-8, 0, 0)},
    "pray": {"arm": (-40, 0, 0), "forearm": (0, 0, -50), "+neck": (18, 0, 0), "+head": (14, 0, 0)},
    "cover": {"arm": (-80, 0, -10), "forearm": (-40, 0, -30), "+neck": (26, 0, 0), "+head": (20, 0, 0)},
    "consume": {"+chest": (18, 0, 0), "+neck": Wave(mean=(26, 0, 0), sin=(8, 0, 0)), "+head": Wave(sin=(-8, 0, 0))},
    "kick": {
        "thigh_r": Wave(mean=(-18, 0, 3), sin=(-40, 0, 0)),
        "shin_r": Wave(mean=(26, 0, 0), sin=(-26, 0, 0)),
        "+tail0": Wave(sin=(10, 0, 0)),
    },
    "sneak": {
        "+thigh": (-44, 0, 0),
        "+shin": (66, 0, 0),
        "+foot": (-22, 0, 0),
        "+neck": (30, 0, 0),
        "+head": (-20, 0, 0),
    },
    "limp": {"+chest": Wave(mean=(4, 0, 0), cos=(4, 0, 7)), "+neck": Wave(mean=(6, 0, 0), cos=(-8, 0, 0))},
}
MOVES = Moves(
    POSES,
    GESTURES,
    {mood: {j: a for j, a in joints.items() if j in ("chest", "head", "arm")} for mood, joints in MOODS.items()},
    {
        **{j: a for j, a in IDLE.items() if j in ("chest", "head")},
        "tail0": Wave(cos=(0, 4, 0)),
        "tail1": Wave(sin=(0, 5, 0)),
    },
    {"wave": 2.0, "talk": 1.0, "push": 1.0, "nod": 1.0, "shake": 1.0, "clap": 1.4, "cheer": 1.0, "consume": 0.9},
    0.25,
)
