"""How four-legged creatures stand, walk, gallop, sit, lie: tables of joint angles.

Fore legs are named as arms, so that gestures fit persons and animals alike. `model.renderer.motion` explains the
tables; knows nothing of lengths.
"""

from __future__ import annotations

from model.renderer.creatures.wings import WING_POSES
from model.renderer.motion import Angles, Moves, Table, Wave

_TAIL: dict[str, Wave | Angles] = {"tail1": (6, 0, 0), "tail2": (4, 0, 0)}
POSES: Table = {
    "stand": {"arm": (0, 0, 1), **_TAIL},
    "walk": {
        "body": Wave(sin=(0, 0, 2)),
        "neck": Wave(cos2=(3, 0, 0)),
        "head": Wave(cos2=(-3, 0, 0)),
        **_TAIL,
        "tail1": Wave(mean=(10, 0, 0), sin=(0, 14, 0)),
    },
    "run": {
        "body": Wave(sin=(7, 0, 0)),
        "body.shift": Wave(mean=(0, 0.03, 0), sin2=(0, -0.016, 0), cos2=(0, -0.025, 0)),
        "neck": Wave(mean=(10, 0, 0), sin=(-8, 0, 0)),
        "head": Wave(mean=(-8, 0, 0), sin=(4, 0, 0)),
        "tail0": (8, 0, 0),
        "ear": (-30, 0, 0),
    },
    "sit": {
        "body": (-42, 0, 0),
        "neck": (26, 0, 0),
        "head": (14, 0, 0),
        "arm": (40, 0, 3),
        "forearm": (4, 0, 0),
        "thigh": (-56, 0, 14),
        "shin": (72, 0, 0),
        "foot": (20, 0, 0),
        "tail0": (40, 20, 0),
        "tail1": (12, 30, 0),
    },
    "kneel": {
        "body": (16, 0, 0),
        "arm": (-34, 0, 4),
        "forearm": (96, 0, 0),
        "hand": (30, 0, 0),
        "thigh": (-12, 0, 0),
        "neck": (14, 0, 0),
        **_TAIL,
    },
    "lie": {
        "arm": (-74, 0, 8),
        "forearm": (-6, 0, 0),
        "thigh": (-92, 0, 16),
        "shin": (128, 0, 0),
        "foot": (-20, 0, 0),
        "neck": (34, 0, 0),
        "head": (-6, 10, 4),
        "tail0": (34, 30, 0),
        "tail1": (6, 36, 0),
        "tail2": (0, 30, 0),
    },
    "climb": {
        "body": (-52, 0, 0),
        "arm": Wave(mean=(-62, 0, 8), sin=(-24, 0, 0)),
        "forearm": Wave(mean=(-20, 0, 0), sin=(16, 0, 0)),
        "thigh": Wave(mean=(28, 0, 8), sin=(22, 0, 0)),
        "shin": (14, 0, 0),
        "neck": (8, 0, 0),
        "tail0": (30, 0, 0),
    },
    "fly": {
        "body": (-8, 0, 0),
        "arm": (36, 0, 4),
        "forearm": (-60, 0, 0),
        "thigh": (48, 0, 4),
        "shin": (34, 0, 0),
        "foot": (30, 0, 0),
        "tail0": (4, 0, 0),
    },
    "fallen": {
        "body": (0, 0, -84),
        "arm": (-26, 0, 0),
        "forearm": (-16, 0, 0),
        "thigh": (22, 0, 0),
        "shin": (14, 0, 0),
        "neck": (10, 0, -8),
        "head": (8, 0, -6),
        "tail0": (8, 0, 0),
    },
    "dance": {
        "body": Wave(mean=(-10, 0, 0), sin=(0, 12, 6)),
        "body.shift": Wave(mean=(0, 0.02, 0), cos2=(0, 0.02, 0)),
        "arm": Wave(mean=(-22, 0, 4), sin=(-34, 0, 0)),
        "forearm": Wave(mean=(-30, 0, 0), sin=(-20, 0, 0)),
        "thigh": Wave(mean=(6, 0, 3), sin=(14, 0, 0)),
        "head": Wave(sin=(0, 0, 14), cos2=(6, 0, 0)),
        "tail0": Wave(mean=(10, 0, 0), sin=(0, 36, 0)),
        "tail1": Wave(sin=(0, 30, 0)),
    },
    "jump": {
        "body": (-24, 0, 0),
        "arm": (-52, 0, 2),
        "forearm": (-34, 0, 0),
        "thigh": (42, 0, 2),
        "shin": (8, 0, 0),
        "neck": (4, 0, 0),
        "tail0": (4, 0, 0),
        "ear": (-26, 0, 0),
    },
    "swim": {
        "body": Wave(mean=(-6, 0, 0), sin=(2, 0, 0)),
        "arm": Wave(mean=(-34, 0, 0), sin=(-36, 0, 0)),
        "forearm": Wave(mean=(-30, 0, 0), cos=(-30, 0, 0)),
        "thigh": Wave(mean=(28, 0, 0), sin=(26, 0, 0)),
        "shin": (24, 0, 0),
        "tail0": (6, 0, 0),
    },
}
GESTURES: Table = {
    "reach": {"arm_r": (-70, 0, 4), "forearm_r": (-16, 0, 0), "neck": (10, 0, 0)},
    "carry": {"head": (-6, 0, 0)},
    "hug": {
        "arm": (-72, -8, 6),
        "forearm": (-30, 0, -20),
        "body": (-34, 0, 0),
        "thigh": (34, 0, 0),
        "head": (8, 0, 10),
    },
    "strike": {
        "arm_r": Wave(mean=(-64, 0, 8), sin=(38, 0, 0)),
        "forearm_r": Wave(mean=(-24, 0, 0), sin=(-20, 0, 0)),
        "body": Wave(mean=(-5, 0, 0), sin=(7, 0, 0)),
        "neck": Wave(mean=(2, 0, 0), sin=(14, 0, 0)),
        "head": Wave(sin=(-8, 0, 0)),
    },
    "throw": {"neck": Wave(mean=(0, 0, 0), sin=(0, 34, 0)), "head": Wave(mean=(-8, 0, 0), sin=(0, 24, 0))},
    "wave": {"arm_r": (-78, 0, 16), "forearm_r": Wave(mean=(-24, 0, 0), sin=(26, 0, 0)), "body": (-5, 0, 4)},
    "point": {"arm_r": (-66, 0, 0), "forearm_r": (-30, 0, 0), "neck": (6, 0, 0)},
    "talk": {"neck": Wave(sin=(4, 0, 0)), "head": Wave(mean=(-4, 0, 0), sin=(5, 0, 4), cos2=(3, 0, 0))},
    "push": {"neck": Wave(mean=(30, 0, 0), sin=(8, 0, 0)), "head": (12, 0, 0), "arm": (10, 0, 0), "thigh": (12, 0, 0)},
    "bow": {"+body": (15, 0, 0), "+thigh": (-15, 0, 0), "arm": (-66, 0, 3), "forearm": (-4, 0, 0), "hand": (46, 0, 0)},
    "nod": {"+neck": Wave(mean=(5, 0, 0), sin=(9, 0, 0)), "+head": Wave(mean=(2, 0, 0), sin=(8, 0, 0))},
    "shake": {"+neck": Wave(sin=(0, 10, 3)), "+head": Wave(sin=(0, 20, 6)), "ear": Wave(sin=(0, 0, 14))},
    "clap": {"arm_r": Wave(mean=(-30, 0, 3), sin=(-26, 0, 0)), "forearm_r": Wave(mean=(40, 0, 0), sin=(34, 0, 0))},
    "cheer": {
        "+body": Wave(mean=(-13, 0, 0), sin=(5, 0, 0)),
        "+thigh": Wave(mean=(13, 0, 0), sin=(-5, 0, 0)),
        "arm": Wave(mean=(-38, 0, 4), sin=(-22, 0, 0)),
        "forearm": Wave(mean=(40, 0, 0), sin=(18, 0, 0)),
        "+neck": (-6, 0, 0),
        "tail0": Wave(mean=(-26, 0, 0), sin2=(0, 26, 0)),
    },
    "salute": {"arm_r": (-84, 0, 6), "forearm_r": (66, 0, 0), "+neck": (-8, 0, 0), "+head": (-4, 0, 0)},
    "pray": {"+neck": (26, 0, 0), "+head": (16, 0, 0), "arm_r": (-30, 0, 0), "forearm_r": (56, 0, 0)},
    "cover": {"+neck": (34, 0, 0), "+head": (18, 0, 0), "ear": (-20, 0, -34), "tail0": (44, 0, 0)},
    "consume": {"+neck": Wave(mean=(52, 0, 0), sin=(5, 0, 0)), "+head": Wave(mean=(10, 0, 0), sin=(-6, 0, 4))},
    "kick": {
        "+body": Wave(mean=(4, 0, 0), sin=(10, 0, 0)),
        "+arm": Wave(mean=(-4, 0, 0), sin=(-10, 0, 0)),
        "thigh": Wave(mean=(16, 0, 3), sin=(46, 0, 0)),
        "shin": Wave(mean=(10, 0, 0), sin=(-40, 0, 0)),
        "+neck": Wave(sin=(14, 0, 0)),
    },
    "sneak": {"+neck": (26, 0, 0), "+head": (-20, 0, 0), "ear": (-16, 0, 0), "tail0": (26, 0, 0)},
    "limp": {
        "+neck": Wave(mean=(8, 0, 0), cos=(-14, 0, 0)),
        "+head": Wave(cos=(6, 0, 0)),
        "+body": Wave(cos=(-3, 0, 3)),
    },
}
MOODS: Table = {
    "happy": {"tail0": (-40, 0, 0), "head": (-4, 0, 0)},
    "sad": {"neck": (20, 0, 0), "head": (8, 0, 0), "tail0": (24, 0, 0), "ear": (0, 0, -34)},
    "angry": {"neck": (12, 0, 0), "ear": (-44, 0, 0), "tail0": (-20, 0, 0)},
    "afraid": {"neck": (-4, 0, 0), "ear": (-34, 0, -20), "tail0": (48, 0, 0), "body": (-3, 0, 0)},
    "surprised": {"neck": (-10, 0, 0), "ear": (8, 0, 6)},
    "disgusted": {"neck": (-6, 14, 0), "ear": (-20, 0, 0)},
    "in love": {"head": (0, 0, 4), "tail0": (-30, 0, 0)},
}
IDLE = {
    "neck": Wave(sin=(1.4, 0, 0)),
    "head": Wave(sin=(-1.0, 0, 1.0)),
    "tail0": Wave(cos=(0, 8, 0)),
    "tail1": Wave(sin=(0, 9, 0)),
    "tail2": Wave(sin=(0, 9, 0)),
    "ear": Wave(cos2=(0, 0, 2.5)),
}
_HZ = {
    "wave": 2.0, "talk": 1.1, "push": 1.2, "nod": 1.2, "shake": 1.6, "clap": 1.6, "cheer": 1.1, "cover": 0.8,
    "consume": 1.0,
}  # fmt: skip
MOVES = Moves(POSES, GESTURES, MOODS, IDLE, _HZ, 0.35)
DRAGON_MOVES = Moves(
    {pose: {**joints, **WING_POSES.get(pose, WING_POSES["stand"])} for pose, joints in POSES.items()},
    GESTURES,
    MOODS,
    IDLE,
    _HZ,
    0.22,
)
