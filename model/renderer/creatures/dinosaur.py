"""The dinosaur: a big-headed hunter on two legs with a heavy tail and small arms. Knows nothing of other creatures."""

from __future__ import annotations

import numpy as np

from model.renderer.actor import Contacts, Plan
from model.renderer.creatures.heads import HeadForm, face_of, head_meshes, teeth
from model.renderer.figures.moves import IDLE, MOODS, PERSON
from model.renderer.loft import Loft, blob, horn, limb, sweep
from model.renderer.mesh import F32
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
    hip, x = 0.40 * h, 0.22 * w
    on = rig.index
    trunk = Loft.through(
        [
            (0.24 * h, 0.10 * w, 0.12 * h, -0.02 * d),
            (0.30 * h, 0.26 * w, 0.19 * h, -0.02 * d),
            (0.44 * h, 0.30 * w, 0.22 * h, 0.0),
            (0.60 * h, 0.24 * w, 0.16 * h, 0.06 * d),
            (0.72 * h, 0.16 * w, 0.11 * h, 0.12 * d),
        ],
        11,
    )
    belly = trunk.patch(lambda t: (-50.0, 50.0), 0.28 * h, 0.66 * h, 0.012 * h, 8, 7)
    pieces = [
        trunk.mesh(16).painted(body, 0.35).of_part(on["chest"]),
        belly.painted(accent, 0.35).of_part(on["chest"]),
        sweep(
            [(0, 0.62 * h, 0.08 * d), (0, 0.72 * h, 0.15 * d), head.at(0, -0.1, -0.3)],
            [0.12 * h, 0.105 * h, 0.11 * h],
            12,
        )
        .painted(body, 0.35)
        .of_part(on["neck"]),
        *head_meshes(head, rig, body, body, "#000000", 18),
        *teeth(head, rig, 0.46, -0.72, 0.20),
        *teeth(head, rig, 0.22, -0.74, 0.14),
    ]
    tail = [
        np.array((0.0, 0.40 * h, -0.10 * d)),
        np.array((0.0, 0.36 * h, -0.24 * d)),
        np.array((0.0, 0.34 * h, -0.37 * d)),
        np.array((0.0, 0.36 * h, -0.49 * d)),
    ]
    radii = [0.17 * h, 0.12 * h, 0.075 * h, 0.03 * h]
    pieces += [
        limb(tail[k].tolist(), tail[k + 1].tolist(), radii[k], radii[k + 1], 12)
        .painted(body, 0.35)
        .of_part(on[f"tail{k}"])
        for k in range(3)
    ]
    ridge = [
        ("head", np.array(head.at(0, 0.92, -0.4)), 0.7),
        ("neck", np.array((0, 0.74 * h, 0.06 * d)), 0.9),
        ("chest", np.array((0, 0.60 * h, -0.02 * d)), 1.0),
        ("chest", np.array((0, 0.50 * h, -0.08 * d)), 1.0),
    ]
    ridge += [
        (f"tail{k}", tail[k] * 0.5 + tail[k + 1] * 0.5 + (0, 0.8 * radii[k], 0), 0.85 - 0.18 * k) for k in range(3)
    ]
    pieces += [
        horn([at.tolist(), (at + np.array((0, 0.055, -0.045)) * h * s).tolist()], 0.04 * h * s, 6)
        .painted(accent, 0.4)
        .of_part(on[joint])
        for joint, at, s in ridge
    ]
    nostrils = [
        blob(
            0.07 * head.unit,
            (
                s * 0.22 * head.unit,
                head.middle[1] - 0.1 * head.unit,
                float(head.muzzle_loft().front(0.22 * head.unit, head.middle[1] - 0.1 * head.unit)),
            ),
            7,
            3,
        )
        for s in (1, -1)
    ]
    pieces += [n.painted(np.clip(body * 0.5, 0, 1)).of_part(on["head"]) for n in nostrils]
    for side, s in _SIDES:
        pieces += [
            limb((s * x, hip, 0), (s * x, 0.22 * h, 0.03 * d), 0.125 * h, 0.075 * h, 12)
            .painted(body, 0.35)
            .of_part(on["thigh" + side]),
            limb((s * x, 0.22 * h, 0.03 * d), (s * x, 0.06 * h, -0.01 * d), 0.07 * h, 0.06 * h, 10)
            .painted(body, 0.35)
            .of_part(on["shin" + side]),
            blob((0.085 * h, 0.045 * h, 0.12 * h), (s * x, 0.045 * h, 0.03 * d), 10)
            .painted(body, 0.35)
            .of_part(on["foot" + side]),
            *(
                blob((0.026 * h, 0.026 * h, 0.035 * h), (s * x + t * 0.05 * h, 0.026 * h, 0.03 * d + 0.10 * h), 7)
                .painted("#f2ead2", 0.6)
                .of_part(on["foot" + side])
                for t in (-1, 0, 1)
            ),
            limb((s * 0.22 * w, 0.60 * h, 0.11 * d), (s * 0.25 * w, 0.53 * h, 0.14 * d), 0.042 * h, 0.034 * h, 9)
            .painted(body, 0.35)
            .of_part(on["arm" + side]),
            limb((s * 0.25 * w, 0.53 * h, 0.14 * d), (s * 0.25 * w, 0.51 * h, 0.19 * d), 0.034 * h, 0.03 * h, 9)
            .painted(body, 0.35)
            .of_part(on["forearm" + side]),
            *(
                blob((0.014 * h, 0.014 * h, 0.026 * h), (s * 0.25 * w + t * 0.02 * h, 0.505 * h, 0.205 * d), 6)
                .painted("#f2ead2", 0.6)
                .of_part(on["hand" + side])
                for t in (-1, 1)
            ),
        ]
    contacts: dict[str, list[tuple[float, float, float]]] = {
        "chest": [
            (0, 0.24 * h, 0),
            (0.3 * w, 0.44 * h, 0),
            (-0.3 * w, 0.44 * h, 0),
            (0, 0.5 * h, -0.2 * h),
            (0, 0.45 * h, 0.22 * h),
        ],
        "head": [head.at(1.05, 0, 0), head.at(-1.05, 0, 0), head.at(0, -0.95, 1.2), head.at(0, 1, 0)],
        "tail2": [tail[3].tolist()],
        "tail1": [(0, tail[1][1] - radii[1], tail[1][2]), (0, tail[1][1] + radii[1], tail[1][2])],
    }
    for side, s in _SIDES:
        contacts["foot" + side] = [(s * x, 0.0, 0.03 * d + 0.12 * h), (s * x, 0.0, 0.03 * d - 0.1 * h)]
        contacts["shin" + side] = [(s * x, 0.22 * h, 0.03 * d + 0.06 * h)]
    grip = np.eye(4, dtype=np.float32)
    grip[:3, :3] = [[0, 1, 0], [-1, 0, 0], [0, 0, 1]]
    grip[:3, 3] = head.at(0.0, -0.75, 1.9)
    size: tuple[float, float, float] = (w, h, d)
    frozen: Contacts = contacts
    return Plan(
        rig, face, pieces, MOVES, frozen, ("head", grip), size, {"neck": 0.4, "head": 0.6}, head_turn=(50.0, 30.0)
    )


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
POSES["lie"] = {"body": (0, 0, -80), "thigh": (-40, 0, 0), "shin": (60, 0, 0), "neck": (20, 0, 0), "head": (10, 0, 0)}
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
    {"strike": 1.2, "throw": 0.8, "wave": 2.0, "talk": 1.0, "push": 1.0},
    0.25,
)
