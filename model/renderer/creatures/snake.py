"""The snake: links on the ground that wave as it goes, the fore part raised to a big head.

Knows nothing of other creatures.
"""

from __future__ import annotations

import math

import numpy as np

from model.renderer.actor import Plan
from model.renderer.creatures.heads import HeadForm, face_of, head_meshes, in_the_mouth, on, teeth
from model.renderer.loft import blob, limb, sweep
from model.renderer.mesh import F32, Mesh, merge
from model.renderer.motion import Angles, Moves, Wave
from model.renderer.rig import Joint, Rig
from model.stage import Entity

_LINKS = 9


def snake_plan(entity: Entity, body: F32, accent: F32) -> Plan:
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
    radius = 0.16 * h
    places = [(0.0, radius, (0.06 - 0.062 * k) * d) for k in range(_LINKS + 1)]
    joints = [Joint("body", None, places[0])]
    joints += [Joint(f"link{k}", "body" if k == 0 else f"link{k - 1}", places[k]) for k in range(_LINKS)]
    joints += [Joint("neck", "body", (0.0, radius, 0.10 * d)), Joint("head", "neck", head.at(0.0, -0.4, -0.4))]
    rig = Rig([*joints, *face.joints])
    pieces = [
        *_links(rig, places, radius, body, accent),
        *_neck(rig, head, radius, entity.size, body, accent),
        *head_meshes(head, rig, body, np.clip(body * 1.08, 0, 1), body),
        *teeth(head, rig, 0.28, -0.60, 0.16),
        _forked_tongue(head, rig),
    ]
    return Plan(
        rig, face, pieces, MOVES, ("head", in_the_mouth(head, -0.55, 1.35)), entity.size, {"neck": 0.4, "head": 0.6}
    )


def _links(rig: Rig, places: list[tuple[float, float, float]], radius: float, body: F32, accent: F32) -> list[Mesh]:
    """The trunk, thinning to the tail, with a saddle on each link."""
    thick = [max(radius * (1.0 - 0.9 * (k / _LINKS) ** 2.2), 0.1 * radius) for k in range(_LINKS + 1)]
    step = abs(places[1][2] - places[0][2])
    out = []
    for k in range(_LINKS):
        r = thick[k]
        x, y, z = places[k]
        saddle = blob((0.62 * r, 0.3 * r, 0.36 * step), (x, y + 0.82 * r, z - 0.5 * step), 8)
        out += [
            on(rig, f"link{k}", limb(places[k], places[k + 1], r, thick[k + 1], 10), body, 0.5),
            on(rig, f"link{k}", saddle, accent, 0.5),
        ]
    return out


def _neck(
    rig: Rig, head: HeadForm, radius: float, size: tuple[float, float, float], body: F32, accent: F32
) -> list[Mesh]:
    """What rises from the ground to the head, its throat in the other colour."""
    _, h, d = size
    rise = [(0, radius, 0.05 * d), (0, 1.15 * radius, 0.16 * d), (0, 0.36 * h, 0.25 * d), head.at(0, -0.15, -0.3)]
    throat = sweep([(0, 0.28 * h, 0.262 * d), head.at(0, -0.7, 0.0)], [0.7 * radius, 0.62 * radius], 9)
    trunk = sweep(rise, [radius, 1.02 * radius, 0.95 * radius, 0.85 * radius], 11)
    return [on(rig, "neck", trunk, body, 0.5), on(rig, "neck", throat, accent, 0.4)]


def _forked_tongue(head: HeadForm, rig: Rig) -> Mesh:
    u = head.unit
    root, fork = head.at(0, -0.62, 1.25), head.at(0, -0.70, 1.62)
    tips = [limb(fork, head.at(s * 0.13, -0.68, 1.86), 0.04 * u, 0.015 * u, 5) for s in (1, -1)]
    return on(rig, "head", merge([limb(root, fork, 0.05 * u, 0.04 * u, 5), *tips]), "#c9342c", 0.5)


def _ripple(size: float, lag: float, pitch: float = 0.0) -> dict[str, Wave]:
    """A wave of yaw that runs down the links, `lag` radians from one to the next."""
    out = {}
    for k in range(_LINKS):
        s, c = size * math.cos(lag * k), -size * math.sin(lag * k)
        out[f"link{k}"] = Wave(mean=(pitch, 0.0, 0.0), sin=(0.0, s, 0.0), cos=(0.0, c, 0.0))
    return out


def _coil(turn: float) -> dict[str, Angles]:
    return {f"link{k}": (0.0, turn * (0.7 + 0.06 * k), 0.0) for k in range(_LINKS)}


_BENDS: dict[str, Angles] = {f"link{k}": (0.0, 34.0 * math.cos(1.05 * k + 0.4), 0.0) for k in range(_LINKS)}
MOVES = Moves(
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
        "lie": {**_coil(46), "neck": (26, 0, 0), "head": (-14, 10, 0)},
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
        "bow": {"+neck": (24, 0, 0), "+head": (4, 0, 0)},
        "nod": {"+neck": Wave(mean=(4, 0, 0), sin=(9, 0, 0)), "+head": Wave(mean=(2, 0, 0), sin=(8, 0, 0))},
        "shake": {"+neck": Wave(sin=(0, 12, 0)), "+head": Wave(sin=(0, 20, 0))},
        "clap": {f"link{k}": Wave(cos2=(0, 16, 0)) for k in range(_LINKS - 3, _LINKS)},
        "cheer": {"+neck": Wave(mean=(-16, 0, 0), sin=(0, 0, 14)), "+head": Wave(sin=(0, 0, -18))},
        "salute": {"+neck": (-14, 0, 0), "+head": (6, 0, 0)},
        "pray": {"+neck": (16, 0, 0), "+head": (16, 0, 0)},
        "cover": {"+neck": (20, 0, 0), "+head": (10, 30, 0)},
        "consume": {"+neck": Wave(mean=(22, 0, 0), sin=(6, 0, 0)), "+head": Wave(sin=(-8, 0, 0))},
        "kick": {f"link{k}": Wave(sin=(0, 18, 0)) for k in range(_LINKS - 3, _LINKS)},
        "sneak": {"+neck": (26, 0, 0), "+head": (-24, 0, 0)},
        "limp": {"+neck": Wave(mean=(10, 0, 0), cos=(10, 0, 6))},
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
    hz={"talk": 1.2, "wave": 1.6, "push": 1.2, "nod": 1.2, "shake": 1.2, "clap": 3.0, "cheer": 1.0, "consume": 1.0},
    breath_hz=0.3,
)
