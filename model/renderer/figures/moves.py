"""How persons (and what goes on two legs like them) stand, walk, sit, fight, wave: tables of joint angles.

Knows nothing of lengths; `model.renderer.motion` explains the tables. Left side at +x: a positive roll (z) lifts the
left arm sideways, a negative pitch (x) swings an arm or leg forward.
"""

from __future__ import annotations

from model.renderer.motion import Moves, Wave

_ARM, _ELBOW, _HAND = (0.0, 0.0, 13.0), (-12.0, 0.0, 0.0), (0.0, 0.0, -20.0)

POSES = {
    "stand": {"arm": _ARM, "forearm": _ELBOW, "fingers": _HAND, "index": _HAND, "thigh": (0, 0, 2), "foot": (0, 8, 0)},
    "walk": {
        "thigh": Wave(mean=(-5, 0, 1), sin=(-29, 0, 0)),
        "shin": Wave(mean=(17, 0, 0), cos=(19, 0, 0), cos2=(3, 0, 0)),
        "foot": Wave(mean=(-6, 4, 0), sin=(6, 0, 0), cos=(2, 0, 0)),
        "arm": Wave(mean=(0, 0, 12), sin=(30, 0, 0)),
        "forearm": Wave(mean=(-26, 0, 0), sin=(12, 0, 0)),
        "fingers": _HAND, "index": _HAND,
        "pelvis": Wave(sin=(0, -5, 0), cos=(0, 0, 3)),
        "chest": Wave(mean=(3, 0, 0), sin=(0, 10, 0), cos=(0, 0, -4)),
        "head": Wave(sin=(0, -4, 0), cos=(0, 0, 2), cos2=(1.5, 0, 0)),
        "cape": Wave(mean=(10, 0, 0), sin2=(4, 0, 0)), "mane": Wave(mean=(3, 0, 0), sin=(0, 0, 4), cos2=(3, 0, 0)),
    },
    "run": {
        "body.shift": Wave(mean=(0, 0.028, 0), cos2=(0, -0.028, 0)),
        "body": (9, 0, 0),
        "thigh": Wave(mean=(-16, 0, 1), sin=(-46, 0, 0)),
        "shin": Wave(mean=(48, 0, 0), cos=(38, 0, 0), sin=(-14, 0, 0)),
        "foot": Wave(mean=(4, 0, 0), sin=(-10, 0, 0)),
        "arm": Wave(mean=(10, 0, 16), sin=(48, 0, 0)),
        "forearm": Wave(mean=(-82, 0, 0), sin=(14, 0, 0)),
        "fingers": (0, 0, -75), "index": (0, 0, -75),
        "pelvis": Wave(sin=(0, -8, 0)),
        "chest": Wave(mean=(7, 0, 0), sin=(0, 18, 0)),
        "head": Wave(mean=(-10, 0, 0), sin=(0, -8, 0)),
        "cape": Wave(mean=(38, 0, 0), sin2=(8, 0, 0)), "mane": Wave(mean=(22, 0, 0), sin=(0, 0, 8), cos2=(8, 0, 0)),
    },
    "sit": {
        "body": (-4, 0, 0), "chest": (6, 0, 0), "thigh": (-82, 0, 10), "shin": (17, 0, 0), "foot": (-14, 8, 0),
        "arm": (-22, 0, 14), "forearm": (-38, 0, -14), "fingers": _HAND, "index": _HAND, "cape": (8, 0, 0),
    },
    "kneel": {
        "thigh_l": (8, 0, 4), "shin_l": (92, 0, 0), "foot_l": (52, 0, 0), "thigh_r": (-86, 0, 8), "shin_r": (84, 0, 0),
        "chest": (7, 0, 0), "head": (6, 0, 0), "arm_l": (2, 0, 14), "forearm_l": (-20, 0, 0), "arm_r": (-38, 0, 10),
        "forearm_r": (-52, 0, -22), "fingers": _HAND, "index": _HAND,
    },
    "lie": {
        "body": (-84, 0, 0), "body.shift": (0, 0, 0.36), "arm": (0, 0, 20), "forearm": (-8, 0, 0), "thigh": (-2, 0, 5),
        "foot": (22, 12, 0), "head": (4, 0, 0), "fingers": _HAND, "index": _HAND,
    },
    "climb": {
        "body": (5, 0, 0), "head": (-14, 0, 0),
        "arm": Wave(mean=(-146, 0, -12), sin=(-26, 0, 0)), "forearm": Wave(mean=(-44, 0, 0), sin=(34, 0, 0)),
        "fingers": (0, 0, -70), "index": (0, 0, -70),
        "thigh": Wave(mean=(-46, 0, 14), sin=(32, 0, 0)), "shin": Wave(mean=(68, 0, 0), sin=(-30, 0, 0)), "foot": (-8, 0, 0),
        "chest": Wave(sin=(0, 0, -7)), "pelvis": Wave(sin=(0, 0, 6)), "cape": (6, 0, 0),
    },
    "fly": {
        "body": Wave(mean=(62, 0, 0), sin=(3, 0, 0)), "head": (-48, 0, 0), "arm": Wave(mean=(-152, 0, -22), sin=(6, 0, 0)),
        "forearm": (-6, 0, 0), "thigh": Wave(mean=(6, 0, 4), sin=(8, 0, 0)), "shin": Wave(mean=(14, 0, 0), sin=(-8, 0, 0)),
        "foot": (40, 0, 0), "cape": Wave(mean=(18, 0, 0), sin=(8, 0, 0)), "mane": (26, 0, 0),
    },
    "fallen": {
        "body": (83, 0, 0), "body.shift": (0, 0, -0.34), "head": (-8, 62, 0), "arm_l": (-146, 0, -34), "forearm_l": (-34, 0, 0),
        "arm_r": (-14, 0, 38), "forearm_r": (-30, 0, 0), "thigh_l": (4, 0, 16), "shin_l": (34, 0, 0), "thigh_r": (0, 0, 10),
        "foot": (38, 0, 0), "cape": (-6, 0, 0),
    },
    "dance": {
        "body.shift": Wave(mean=(0, 0.012, 0), sin2=(0, 0.012, 0)), "body": Wave(sin=(0, 14, 0)),
        "pelvis": Wave(sin=(0, 0, 11)), "chest": Wave(mean=(-3, 0, 0), sin=(0, 10, -13)), "head": Wave(sin=(0, 0, 9), cos2=(5, 0, 0)),
        "arm": Wave(mean=(-22, 0, 82), sin=(0, 0, 48), cos=(-14, 0, 0)), "forearm": Wave(mean=(-34, 0, 34), sin=(0, 0, -18)),
        "thigh": Wave(mean=(-14, 0, 5), sin=(-22, 0, 0)), "shin": Wave(mean=(24, 0, 0), sin=(24, 0, 0)),
        "foot": Wave(mean=(-8, 10, 0), sin=(4, 0, 0)), "mane": Wave(sin=(0, 0, 10)), "cape": Wave(mean=(10, 0, 0), sin=(0, 0, 6)),
    },
    "jump": {
        "arm": (-150, 0, -34), "forearm": (-16, 0, 0), "thigh": (-48, 0, 8), "shin": (74, 0, 0), "foot": (24, 0, 0),
        "chest": (-5, 0, 0), "head": (-6, 0, 0), "cape": (26, 0, 0), "mane": (14, 0, 0),
    },
    "swim": {
        "body": Wave(mean=(72, 0, 0), sin=(0, 0, 6)), "head": (-52, 0, 0), "arm": Wave(mean=(-112, 0, -6), sin=(-56, 0, -8)),
        "forearm": Wave(mean=(-22, 0, 0), cos=(20, 0, 0)), "thigh": Wave(mean=(0, 0, 3), sin2=(18, 0, 0)),
        "shin": Wave(mean=(12, 0, 0), sin2=(-10, 0, 0)), "foot": (44, 0, 0), "mane": (10, 0, 0),
    },
}  # fmt: skip

_FIST = (0.0, 0.0, -85.0)
GESTURES = {
    "reach": {"arm_r": (-74, 0, 4), "forearm_r": (-14, 0, 0), "hand_r": (0, 0, 0), "fingers_r": (0, 0, -12), "index_r": (0, 0, -12), "chest": (7, 8, 0)},
    "carry": {"arm_r": (-26, 0, 8), "forearm_r": (-66, 0, -8), "fingers_r": _FIST, "index_r": _FIST},
    "hug": {"arm": (-72, 12, 10), "forearm": (-12, 0, -58), "fingers": (0, 0, -30), "index": (0, 0, -30), "chest": (10, 0, 0), "head": (4, 0, -12)},
    "strike": {
        "arm_r": Wave(mean=(-98, 0, -4), sin=(52, 0, 0)), "forearm_r": Wave(mean=(-46, 0, 0), sin=(-34, 0, 0)), "fingers_r": _FIST, "index_r": _FIST,
        "arm_l": (-34, 0, 16), "forearm_l": (-74, 0, -10), "fingers_l": _FIST, "index_l": _FIST,
        "chest": Wave(mean=(8, 0, 0), sin=(-5, -16, 0)),
    },
    "throw": {
        "arm_r": Wave(mean=(-128, 0, -12), sin=(52, 0, 0)), "forearm_r": Wave(mean=(-50, 0, 0), sin=(-38, 0, 0)), "fingers_r": (0, 0, -50), "index_r": (0, 0, -50),
        "arm_l": (-40, 0, 26), "forearm_l": (-20, 0, 0), "chest": Wave(mean=(3, 0, 0), sin=(-9, -20, 0)),
    },
    "wave": {"arm_r": (-16, 0, 116), "forearm_r": Wave(mean=(-10, 0, 34), sin=(0, 0, 30)), "hand_r": Wave(sin=(0, 0, 12)), "fingers_r": (0, 0, 0), "index_r": (0, 0, 0), "chest": (0, 0, -4)},
    "point": {"arm_r": (-84, 0, 2), "forearm_r": (-4, 0, 0), "fingers_r": (0, 0, -105), "index_r": (0, 0, 0), "chest": (3, 10, 0)},
    "talk": {
        "arm": Wave(mean=(-24, 0, 14), sin=(-9, 0, 4), cos2=(-4, 0, 0)), "forearm": Wave(mean=(-64, 0, -4), sin=(-16, 0, 12), sin2=(-8, 0, 0)),
        "hand": Wave(mean=(-8, 0, 0), cos=(10, 0, 10)), "fingers": (0, 0, -10), "index": (0, 0, -10),
    },
    "push": {"arm": Wave(mean=(-78, -4, 4), sin=(5, 0, 0)), "forearm": Wave(mean=(-20, 0, 0), sin=(-10, 0, 0)), "hand": (-52, 0, 0), "fingers": (0, 0, 0), "index": (0, 0, 0), "chest": (15, 0, 0), "head": (-8, 0, 0)},
}  # fmt: skip

MOODS = {
    "happy": {"chest": (-4, 0, 0), "arm": (-4, 0, 9), "forearm": (-14, 0, 0)},
    "sad": {"chest": (9, 0, 0), "arm": (-6, 0, -6), "forearm": (-2, 0, 0), "head": (2, 0, 0)},
    "angry": {"chest": (6, 0, 0), "arm": (14, 0, 10), "forearm": (-34, 0, 0), "fingers": (0, 0, -60), "index": (0, 0, -60)},
    "afraid": {"chest": (-7, 0, 0), "arm": (-34, 0, -4), "forearm": (-92, 0, -16), "head": (0, 0, 0), "fingers": (0, 0, -40), "index": (0, 0, -40)},
    "surprised": {"chest": (-7, 0, 0), "arm": (-12, 0, 26), "forearm": (-58, 0, 0), "fingers": (0, 0, 12), "index": (0, 0, 12)},
    "disgusted": {"chest": (-7, 10, 0), "arm": (-16, 0, 2), "forearm": (-40, 0, 0), "hand": (-40, 0, 0)},
    "in love": {"arm": (-24, 0, -6), "forearm": (-74, 0, -30), "fingers": (0, 0, -15), "chest": (-2, 0, 3)},
}  # fmt: skip

IDLE = {
    "chest": Wave(sin=(1.2, 0, 0)), "head": Wave(sin=(-0.9, 0, 0.6), cos=(0, 1.0, 0)), "arm": Wave(sin=(0, 0, 1.0)),
    "mane": Wave(cos=(1.2, 0, 1.0)), "cape": Wave(cos=(1.6, 0, 0)),
}  # fmt: skip

PERSON = Moves(POSES, GESTURES, MOODS, IDLE, hz={"strike": 1.5, "throw": 0.8, "wave": 2.1, "talk": 0.75, "push": 1.2})
