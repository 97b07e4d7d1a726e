"""Everything on four legs: horse, dog, cat, sheep, cow ... and the dragon, which has wings besides.

One parametric body; `BREEDS` says how each differs. Knows nothing of two-legged or legless creatures.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np

from model.renderer.actor import Contacts, Plan
from model.renderer.creatures.heads import HeadForm, ears, face_of, head_meshes, horns, teeth
from model.renderer.creatures.wings import WING_POSES, bat_wings, wing_joints
from model.renderer.faces import Expression
from model.renderer.loft import Loft, bend, blob, horn, limb, sweep
from model.renderer.mesh import F32, Mesh, rgb
from model.renderer.motion import Moves, Wave
from model.renderer.puppet import Act
from model.renderer.rig import TURN, Joint, Rig
from model.stage import Entity

SIDES = (("_l", 1.0), ("_r", -1.0))


@dataclass(frozen=True, slots=True)
class Breed:
    """Heights in parts of the height, lengths along z in parts of the depth, widths in parts of the width."""

    head: tuple[float, float]  # middle: height, how far forward
    head_size: float  # half height of the skull
    back: float  # height of the trunk's middle
    girth: float  # its half height
    length: float  # its length
    width: float = 0.44  # its half width
    leg: float = 0.15  # half width of a leg
    neck: float = 0.15  # radius, of the height
    ears: str = "pointed"
    tail: tuple[float, float, float] = (0.04, 0.30, 20.0)  # radius, length (of the depth), degrees above level
    tail_tip: str | None = None
    muzzle: tuple[float, float, float, float] = (0.55, 0.42, 0.75, 0.42)
    muzzle_color: str | None = None  # a name of `colors`, else that of the body
    belly: bool = False
    feet: str = "body"
    nose: str = "#2a2020"
    form: HeadForm | None = None
    eye_size: tuple[float, float] = (0.24, 0.30)
    eye: tuple[float, float] = (0.44, 0.14)
    extras: Callable[[Quadruped], list[Mesh]] | None = None
    winged: bool = False
    lashes: float = 0.0
    colors: dict[str, str] = field(default_factory=dict)
    moves: Moves | None = None


@dataclass(frozen=True, slots=True)
class Quadruped:
    """The measures of one animal, in metres."""

    breed: Breed
    size: tuple[float, float, float]
    body: F32
    accent: F32
    rig: Rig
    head: HeadForm
    trunk: Loft

    def paint(self, joint: str, mesh: Mesh, color: F32 | str, gloss: float = 0.3) -> Mesh:
        return mesh.painted(rgb(color) if isinstance(color, str) else color, gloss).of_part(self.rig.index[joint])


def quadruped_plan(entity: Entity, breed: Breed, body: F32, accent: F32) -> Plan:
    w, h, d = entity.size
    head = HeadForm((0.0, breed.head[0] * h, breed.head[1] * d), breed.head_size * h, muzzle=breed.muzzle,
                    eye_size=breed.eye_size, eye=breed.eye, lashes=breed.lashes)
    head = replace(head, skull=(min(1.06, 0.5 * w / head.unit), 1.0, 0.95))
    face = face_of(head, body)
    rig = Rig([*_joints(breed, entity.size, head), *face.joints])
    trunk = _trunk(breed, entity.size)
    q = Quadruped(breed, entity.size, body, accent, rig, head, trunk)
    pieces = [*_trunk_meshes(q), *_leg_meshes(q), *_tail_meshes(q), *_head_meshes(q)]
    if breed.winged:
        pieces += bat_wings(rig, entity.size, (0.16 * w, (breed.back + 0.55 * breed.girth) * h, 0.10 * d), body * 0.9, accent)
    if breed.extras is not None:
        pieces += breed.extras(q)
    grip = np.eye(4, dtype=np.float32)
    grip[:3, :3] = [[0, 1, 0], [-1, 0, 0], [0, 0, 1]]  # held across the mouth
    grip[:3, 3] = head.at(0.0, -breed.muzzle[3] - 0.3 * breed.muzzle[1], head.skull[2] + 0.9 * breed.muzzle[2])
    moves = breed.moves or (DRAGON_MOVES if breed.winged else MOVES)
    return Plan(rig, face, pieces, moves, _contacts(q), ("head", grip), entity.size, {"neck": 0.35, "head": 0.65},
                _Tail(rig, breed.tail[2]), head_turn=(58.0, 35.0))


class _Tail:
    """Carries the tail as the breed does: so many degrees above level."""

    def __init__(self, rig: Rig, lift: float) -> None:
        self._row, self._lift = rig.index["tail0"], lift

    def __call__(self, channels: F32, act: Act, look: Expression) -> None:
        channels[self._row, TURN.start] += self._lift


def _leg_places(breed: Breed, size: tuple[float, float, float]) -> tuple[float, float, float, float, float]:
    """x, z of fore and hind, y of the hip and of the knee."""
    w, h, d = size
    x = (breed.width - 0.62 * breed.leg) * w
    hip = (breed.back - 0.25 * breed.girth) * h
    return x, 0.36 * breed.length * d, -0.36 * breed.length * d, hip, 0.48 * hip


def _joints(breed: Breed, size: tuple[float, float, float], head: HeadForm) -> list[Joint]:
    w, h, d = size
    x, fore, hind, hip, knee = _leg_places(breed, size)
    back = breed.back * h
    root = (0.0, back, 0.0)
    tail = (0.0, back + 0.5 * breed.girth * h, -0.47 * breed.length * d)
    step = breed.tail[1] * d / 3.0
    neck = (0.0, back + 0.45 * breed.girth * h, 0.36 * breed.length * d)
    joints = [
        Joint("body", None, root), Joint("chest", "body", root), Joint("neck", "chest", neck),
        Joint("head", "neck", head.at(0.0, -0.35, -0.45)),
        Joint("ear_l", "head", head.at(0.6, 0.6, -0.05)), Joint("ear_r", "head", head.at(-0.6, 0.6, -0.05)),
        Joint("tail0", "body", tail), Joint("tail1", "tail0", (0.0, tail[1], tail[2] - step)),
        Joint("tail2", "tail1", (0.0, tail[1], tail[2] - 2 * step)),
    ]  # fmt: skip
    for side, s in SIDES:
        joints += [
            Joint("arm" + side, "chest", (s * x, hip, fore)), Joint("forearm" + side, "arm" + side, (s * x, knee, fore)),
            Joint("hand" + side, "forearm" + side, (s * x, 0.12 * hip, fore)),
            Joint("thigh" + side, "body", (s * x, hip, hind)), Joint("shin" + side, "thigh" + side, (s * x, knee, hind)),
            Joint("foot" + side, "shin" + side, (s * x, 0.12 * hip, hind)),
        ]  # fmt: skip
    if breed.winged:
        joints += wing_joints(size, (0.16 * w, (breed.back + 0.55 * breed.girth) * h, 0.10 * d), "chest")
    return joints


def _trunk(breed: Breed, size: tuple[float, float, float]) -> Loft:
    """The trunk, built standing on its tail end: y runs along the animal's z (see `_trunk_meshes`)."""
    w, h, d = size
    half, g, x = 0.5 * breed.length * d, breed.girth * h, breed.width * w
    rows = [(-half, 0.25 * x, 0.3 * g, 0.0), (-0.86 * half, 0.78 * x, 0.82 * g, 0.0), (-0.5 * half, x, g, 0.0),
            (0.1 * half, 0.94 * x, 0.97 * g, 0.0), (0.6 * half, x, 1.02 * g, 0.0), (0.9 * half, 0.72 * x, 0.78 * g, 0.0),
            (half, 0.25 * x, 0.3 * g, 0.0)]  # fmt: skip
    return Loft.through(rows, 11)


def _laid(mesh: Mesh, height: float) -> Mesh:
    """What was built along +y, laid along +z at a height; its front becomes the underside."""
    return mesh.turned(x=90).moved((0.0, height, 0.0))


def _trunk_meshes(q: Quadruped) -> list[Mesh]:
    b, (_w, h, d) = q.breed, q.size
    out = [q.paint("body", _laid(q.trunk.mesh(16), b.back * h), q.body)]
    if b.belly:
        under = q.trunk.patch(lambda t: (-52.0, 52.0), float(q.trunk.y[1]), float(q.trunk.y[-2]), 0.012 * h, 7, 7)
        out.append(q.paint("body", _laid(under, b.back * h), q.accent))
    start = np.array((0.0, (b.back + 0.15 * b.girth) * h, 0.34 * b.length * d))
    end = np.array(q.head.at(0.0, -0.2, -0.25))
    middle = 0.5 * (start + end) + (0.0, 0.0, 0.02 * d)
    r = b.neck * h
    out.append(q.paint("neck", sweep([start.tolist(), middle.tolist(), end.tolist()], [1.12 * r, 1.0 * r, 0.9 * r], 12), q.body))
    return out


def _leg_meshes(q: Quadruped) -> list[Mesh]:
    b, (w, _h, d) = q.breed, q.size
    x, fore, hind, hip, knee = _leg_places(b, q.size)
    r = b.leg * w
    foot = q.accent if b.feet == "accent" else q.body if b.feet == "body" else rgb(b.feet)
    out = []
    for side, s in SIDES:
        for upper, lower, end, z, thick in (("arm", "forearm", "hand", fore, 1.0), ("thigh", "shin", "foot", hind, 1.2)):
            out += [
                q.paint(upper + side, limb((s * x, hip, z), (s * x, knee, z), 1.05 * r * thick, 0.9 * r, 10), q.body),
                q.paint(lower + side, limb((s * x, knee, z), (s * x, 0.14 * hip, z), 0.95 * r, 0.86 * r, 10), q.body),
            ]
            paw = blob((1.12 * r, 0.16 * hip, min(1.3 * r, 0.08 * d + r)), (s * x, 0.13 * hip, z + 0.22 * r), 10, 5)
            pressed = paw.vertices.copy()
            pressed[:, 1] = np.maximum(pressed[:, 1], 0.0)
            out.append(q.paint(end + side, replace(paw, vertices=pressed), foot, 0.45))
    return out


def _tail_meshes(q: Quadruped) -> list[Mesh]:
    """Three limbs on the tail's joints, thinning; `tail_tip` "tuft" ends in a ball, "brush" is bushy, "pom" is one ball."""
    b, h = q.breed, q.size[1]
    joints = [np.array(q.rig.joints[q.rig.index[f"tail{k}"]].at) for k in range(3)]
    end = joints[2] + (joints[2] - joints[1])
    r = b.tail[0] * h
    if b.tail_tip == "pom":
        return [q.paint("tail0", blob(1.6 * r, (joints[0] - (0, 0, 0.8 * r)).tolist(), 10), q.accent if b.muzzle_color == "accent" else q.body)]
    radii = (0.75, 1.5, 1.7, 0.5) if b.tail_tip == "brush" else (1.0, 0.86, 0.7, 0.5)
    places = [*joints, end]
    out = [q.paint(f"tail{k}", limb(places[k].tolist(), places[k + 1].tolist(), radii[k] * r, radii[k + 1] * r, 9),
                   q.accent if (b.tail_tip == "brush" and k == 2) or b.tail_tip == "hair" else q.body) for k in range(3)]
    if b.tail_tip in ("tuft", "hair"):
        size = 1.7 * r if b.tail_tip == "tuft" else 1.3 * r
        out.append(q.paint("tail2", blob((size, size, 1.5 * size), end.tolist(), 9), q.accent))
    return out


def _head_meshes(q: Quadruped) -> list[Mesh]:
    b = q.breed
    muzzle = q.accent if b.muzzle_color == "accent" else q.body if b.muzzle_color is None else rgb(b.muzzle_color)
    out = head_meshes(q.head, q.rig, q.body, muzzle, b.nose)
    if b.ears != "none":
        inner = "#e8a8a0" if b.muzzle_color != "accent" else np.clip(q.accent * (1.0, 0.8, 0.78), 0, 1)
        out += ears(q.head, q.rig, b.ears, q.body, inner)
    return out


def _contacts(q: Quadruped) -> Contacts:
    b, (w, h, d) = q.breed, q.size
    x, fore, hind, hip, knee = _leg_places(b, q.size)
    r = b.leg * w
    half, g, y = 0.42 * b.length * d, b.girth * h, b.back * h
    out: dict[str, list[tuple[float, float, float]]] = {
        "body": [(sx * b.width * w, y, sz * half) for sx in (1, -1) for sz in (1, -1)]
        + [(0, y - g, sz * half) for sz in (1, 0, -1)] + [(0, y + g, sz * half) for sz in (1, -1)],
        "head": [q.head.at(sx * q.head.skull[0], 0, 0) for sx in (1, -1)] + [q.head.at(0, -1, 0), q.head.at(0, 1, 0),
                 q.head.at(0, -b.muzzle[3] - b.muzzle[1], q.head.skull[2] + b.muzzle[2] * 0.8)],
    }  # fmt: skip
    for side, s in SIDES:
        for lower, end, z in (("forearm", "hand", fore), ("shin", "foot", hind)):
            out[end + side] = [(s * x, 0.0, z + 0.9 * r), (s * x, 0.0, z - 0.8 * r), (s * x + 1.1 * r, 0.13 * hip, z), (s * x - 1.1 * r, 0.13 * hip, z)]
            out[lower + side] = [(s * x, knee, z + r), (s * x, knee, z - r)]
    return out


_TAIL = {"tail1": (6, 0, 0), "tail2": (4, 0, 0)}
POSES = {
    "stand": {"arm": (0, 0, 1), **_TAIL},
    "walk": {
        "arm": Wave(sin=(-24, 0, 0)), "forearm": Wave(mean=(-10, 0, 0), cos=(-14, 0, 0)), "hand": Wave(mean=(8, 0, 0), cos=(10, 0, 0)),
        "thigh": Wave(sin=(24, 0, 0)), "shin": Wave(mean=(10, 0, 0), cos=(-14, 0, 0)), "foot": Wave(mean=(-8, 0, 0), cos=(8, 0, 0)),
        "body": Wave(sin=(0, 0, 2)), "neck": Wave(cos2=(3, 0, 0)), "head": Wave(cos2=(-3, 0, 0)), **_TAIL, "tail1": Wave(mean=(10, 0, 0), sin=(0, 14, 0)),
    },
    "run": {
        "body": Wave(sin=(7, 0, 0)), "body.shift": Wave(mean=(0, 0.05, 0), cos=(0, 0.05, 0)),
        "arm_l": Wave(mean=(-6, 0, 0), sin=(-46, 0, 0), cos=(-10, 0, 0)), "arm_r": Wave(mean=(-6, 0, 0), sin=(-44, 0, 0), cos=(8, 0, 0)),
        "forearm": Wave(mean=(-24, 0, 0)), "forearm_l": Wave(mean=(-26, 0, 0), cos=(-26, 0, 0)), "forearm_r": Wave(mean=(-26, 0, 0), cos=(-26, 0, 0)),
        "thigh_l": Wave(mean=(4, 0, 0), sin=(44, 0, 0), cos=(8, 0, 0)), "thigh_r": Wave(mean=(4, 0, 0), sin=(44, 0, 0), cos=(-8, 0, 0)),
        "shin_l": Wave(mean=(24, 0, 0), cos=(-26, 0, 0)), "shin_r": Wave(mean=(24, 0, 0), cos=(-26, 0, 0)),
        "neck": Wave(mean=(10, 0, 0), sin=(-8, 0, 0)), "head": Wave(mean=(-8, 0, 0), sin=(4, 0, 0)), "tail0": (8, 0, 0), "ear": (-30, 0, 0),
    },
    "sit": {
        "body": (-42, 0, 0), "neck": (26, 0, 0), "head": (14, 0, 0), "arm": (40, 0, 3), "forearm": (4, 0, 0),
        "thigh": (-56, 0, 14), "shin": (72, 0, 0), "foot": (20, 0, 0), "tail0": (40, 20, 0), "tail1": (12, 30, 0),
    },
    "kneel": {"body": (16, 0, 0), "arm": (-34, 0, 4), "forearm": (96, 0, 0), "hand": (30, 0, 0), "thigh": (-12, 0, 0), "neck": (14, 0, 0), **_TAIL},
    "lie": {
        "arm": (-74, 0, 8), "forearm": (-6, 0, 0), "thigh": (-92, 0, 16), "shin": (128, 0, 0), "foot": (-20, 0, 0), "neck": (34, 0, 0),
        "head": (-6, 10, 4), "tail0": (34, 30, 0), "tail1": (6, 36, 0), "tail2": (0, 30, 0),
    },
    "climb": {
        "body": (-52, 0, 0), "arm": Wave(mean=(-62, 0, 8), sin=(-24, 0, 0)), "forearm": Wave(mean=(-20, 0, 0), sin=(16, 0, 0)),
        "thigh": Wave(mean=(28, 0, 8), sin=(22, 0, 0)), "shin": (14, 0, 0), "neck": (8, 0, 0), "tail0": (30, 0, 0),
    },
    "fly": {"body": (-8, 0, 0), "arm": (36, 0, 4), "forearm": (-60, 0, 0), "thigh": (48, 0, 4), "shin": (34, 0, 0), "foot": (30, 0, 0), "tail0": (4, 0, 0)},
    "fallen": {
        "body": (0, 0, -84), "arm": (-26, 0, 0), "forearm": (-16, 0, 0), "thigh": (22, 0, 0), "shin": (14, 0, 0), "neck": (10, 0, -8), "head": (8, 0, -6),
        "tail0": (8, 0, 0),
    },
    "dance": {
        "body": Wave(mean=(-10, 0, 0), sin=(0, 12, 6)), "body.shift": Wave(mean=(0, 0.02, 0), cos2=(0, 0.02, 0)), "arm": Wave(mean=(-22, 0, 4), sin=(-34, 0, 0)),
        "forearm": Wave(mean=(-30, 0, 0), sin=(-20, 0, 0)), "thigh": Wave(mean=(6, 0, 3), sin=(14, 0, 0)), "head": Wave(sin=(0, 0, 14), cos2=(6, 0, 0)),
        "tail0": Wave(mean=(10, 0, 0), sin=(0, 36, 0)), "tail1": Wave(sin=(0, 30, 0)),
    },
    "jump": {"body": (-24, 0, 0), "arm": (-52, 0, 2), "forearm": (-34, 0, 0), "thigh": (42, 0, 2), "shin": (8, 0, 0), "neck": (4, 0, 0), "tail0": (4, 0, 0), "ear": (-26, 0, 0)},
    "swim": {
        "body": Wave(mean=(-6, 0, 0), sin=(2, 0, 0)), "arm": Wave(mean=(-34, 0, 0), sin=(-36, 0, 0)), "forearm": Wave(mean=(-30, 0, 0), cos=(-30, 0, 0)),
        "thigh": Wave(mean=(28, 0, 0), sin=(26, 0, 0)), "shin": (24, 0, 0), "tail0": (6, 0, 0),
    },
}  # fmt: skip
GESTURES = {
    "reach": {"arm_r": (-70, 0, 4), "forearm_r": (-16, 0, 0), "neck": (10, 0, 0)},
    "carry": {"head": (-6, 0, 0)},
    "hug": {"arm": (-72, -8, 6), "forearm": (-30, 0, -20), "body": (-34, 0, 0), "thigh": (34, 0, 0), "head": (8, 0, 10)},
    "strike": {"arm_r": Wave(mean=(-64, 0, 8), sin=(38, 0, 0)), "forearm_r": Wave(mean=(-24, 0, 0), sin=(-20, 0, 0)), "body": Wave(mean=(-8, 0, 0), sin=(5, 0, 0)),
               "neck": Wave(mean=(6, 0, 0), sin=(-16, 0, 0)), "head": Wave(sin=(10, 0, 0))},
    "throw": {"neck": Wave(mean=(0, 0, 0), sin=(0, 34, 0)), "head": Wave(mean=(-8, 0, 0), sin=(0, 24, 0))},
    "wave": {"arm_r": (-78, 0, 16), "forearm_r": Wave(mean=(-24, 0, 0), sin=(26, 0, 0)), "body": (-5, 0, 4)},
    "point": {"arm_r": (-66, 0, 0), "forearm_r": (-30, 0, 0), "neck": (6, 0, 0)},
    "talk": {"neck": Wave(sin=(4, 0, 0)), "head": Wave(mean=(-4, 0, 0), sin=(5, 0, 4), cos2=(3, 0, 0))},
    "push": {"neck": Wave(mean=(30, 0, 0), sin=(8, 0, 0)), "head": (12, 0, 0), "arm": (10, 0, 0), "thigh": (12, 0, 0)},
}  # fmt: skip
MOODS = {
    "happy": {"tail0": (-40, 0, 0), "head": (-4, 0, 0)},
    "sad": {"neck": (20, 0, 0), "head": (8, 0, 0), "tail0": (24, 0, 0), "ear": (0, 0, -34)},
    "angry": {"neck": (12, 0, 0), "ear": (-44, 0, 0), "tail0": (-20, 0, 0)},
    "afraid": {"neck": (-4, 0, 0), "ear": (-34, 0, -20), "tail0": (48, 0, 0), "body": (-3, 0, 0)},
    "surprised": {"neck": (-10, 0, 0), "ear": (8, 0, 6)},
    "disgusted": {"neck": (-6, 14, 0), "ear": (-20, 0, 0)},
    "in love": {"head": (0, 0, 4), "tail0": (-30, 0, 0)},
}  # fmt: skip
IDLE = {"neck": Wave(sin=(1.4, 0, 0)), "head": Wave(sin=(-1.0, 0, 1.0)), "tail0": Wave(cos=(0, 8, 0)), "tail1": Wave(sin=(0, 9, 0)), "tail2": Wave(sin=(0, 9, 0)), "ear": Wave(cos2=(0, 0, 2.5))}
_HZ = {"strike": 1.4, "throw": 1.0, "wave": 2.0, "talk": 1.1, "push": 1.2}
MOVES = Moves(POSES, GESTURES, MOODS, IDLE, _HZ, 0.35)
DRAGON_MOVES = Moves({pose: {**joints, **WING_POSES.get(pose, WING_POSES["stand"])} for pose, joints in POSES.items()}, GESTURES, MOODS, IDLE, _HZ, 0.22)


def _mane(q: Quadruped) -> list[Mesh]:
    """A crest of hair down the neck and a forelock."""
    out = []
    top, foot = np.array(q.head.at(0.0, 0.75, -0.72)), np.array((0.0, (q.breed.back + q.breed.girth) * q.size[1], 0.26 * q.breed.length * q.size[2]))
    for k in range(6):
        t = k / 5
        at = top * (1 - t) + foot * t - (0, 0, 0.05 * q.size[2] * np.sin(np.pi * t))
        out.append(q.paint("neck" if k > 1 else "head", blob((0.30 * q.head.unit, 0.46 * q.head.unit, 0.38 * q.head.unit), at.tolist(), 9), q.accent))
    lock = sweep(bend([q.head.at(0, 0.98, -0.25), q.head.at(0.06, 1.02, 0.35), q.head.at(0.18, 0.80, 0.82)], 5), [0.34 * q.head.unit, 0.34 * q.head.unit, 0.28 * q.head.unit, 0.2 * q.head.unit, 0.08 * q.head.unit], 8)
    return [*out, q.paint("head", lock, q.accent)]


def _unicorn(q: Quadruped) -> list[Mesh]:
    spiral = horn(bend([q.head.at(0, 0.86, 0.5), q.head.at(0, 1.5, 0.78), q.head.at(0, 2.0, 1.0)], 6), 0.17 * q.head.unit, 8)
    return [*_mane(q), q.paint("head", spiral, "#f2d27a", 0.9)]


def _wool(q: Quadruped) -> list[Mesh]:
    """Balls of fleece over the trunk and on the crown."""
    out = []
    half, (w, h, _d) = 0.44 * q.breed.length * q.size[2], q.size
    for z in np.linspace(-1.0, 1.0, 5):
        for a in range(-125, 126, 50):
            t = np.radians(a)
            r = 0.20 * h
            at = (0.86 * q.breed.width * w * np.sin(t) * (1 - 0.2 * z * z), q.breed.back * h + 0.82 * q.breed.girth * h * np.cos(t), half * z)
            out.append(q.paint("body", blob(r, [float(v) for v in at], 8), q.body, 0.1))
    crown = [blob(0.42 * q.head.unit, q.head.at(x, 0.92, z), 8) for x, z in ((0, 0.2), (0.42, -0.1), (-0.42, -0.1), (0, -0.4))]
    return [*out, *(q.paint("head", ball, q.body, 0.1) for ball in crown)]


def _cow(q: Quadruped) -> list[Mesh]:
    spots = []
    for a, low, high, wide in ((95, -0.7, -0.2, 34), (-110, -0.45, 0.2, 40), (150, 0.0, 0.5, 30), (-80, 0.4, 0.8, 26), (70, 0.35, 0.75, 24)):
        half = 0.5 * q.breed.length * q.size[2]
        patch = q.trunk.patch(lambda t, a=a, w=wide: (a - w * np.sin(0.4 + 2.3 * t), a + w * np.sin(0.4 + 2.3 * t)), low * half, high * half, 0.006, 5, 5)  # type: ignore[misc]
        spots.append(q.paint("body", _laid(patch, q.breed.back * q.size[1]), q.accent))
    return [*spots, *horns(q.head, q.rig, [(0.5, 0.75, -0.1), (0.95, 1.0, -0.05), (1.05, 1.35, 0.1)], 0.17, "#efe4c8")]


def _pig(q: Quadruped) -> list[Mesh]:
    loft = q.head.muzzle_loft()
    y = q.head.middle[1] - (q.breed.muzzle[3] - 0.3 * q.breed.muzzle[1]) * q.head.unit
    z = float(loft.front(0.0, y))
    disc = blob((0.34 * q.head.unit, 0.26 * q.head.unit, 0.12 * q.head.unit), (0, y, z), 12, 5)
    holes = [blob((0.07 * q.head.unit, 0.09 * q.head.unit, 0.05 * q.head.unit), (s * 0.12 * q.head.unit, y, z + 0.11 * q.head.unit), 6, 3) for s in (1, -1)]
    return [q.paint("head", disc, q.accent, 0.5), *(q.paint("head", hole, "#7a3f3c") for hole in holes)]


def _lion(q: Quadruped) -> list[Mesh]:
    """A mane of big tufts round the face."""
    out = []
    for radius, back, count, size in ((1.12, -0.15, 13, 0.44), (1.2, -0.6, 12, 0.5), (0.8, -0.9, 8, 0.5)):
        for k in range(count):
            t = 2 * np.pi * (k + 0.5 * (count % 2)) / count
            out.append(q.paint("head", blob(size * q.head.unit, q.head.at(radius * np.sin(t), radius * np.cos(t) - 0.05, back), 8), q.accent, 0.2))
    return out


def _cheeks(q: Quadruped) -> list[Mesh]:
    """The pointed ruff of foxes and wolves."""
    tufts = [horn([q.head.at(s * 0.62, -0.25, 0.35), q.head.at(s * 1.18, -0.42, 0.1)], 0.36 * q.head.unit, 7) for s in (1, -1)]
    chest = blob((0.55 * q.breed.width * q.size[0], 0.8 * q.breed.girth * q.size[1], 0.10 * q.size[2]), (0, (q.breed.back - 0.05) * q.size[1], 0.42 * q.breed.length * q.size[2]), 10)
    return [*(q.paint("head", t, q.accent) for t in tufts), q.paint("body", chest, q.accent)]


def _whiskers(q: Quadruped) -> list[Mesh]:
    loft, u = q.head.muzzle_loft(), q.head.unit
    y = q.head.middle[1] - q.breed.muzzle[3] * u
    hairs = [limb((s * 0.32 * u, y + k * 0.05 * u, float(loft.front(0.32 * u, y)) - 0.02 * u), (s * 1.05 * u, y + (0.02 + 0.12 * k) * u, float(loft.front(0.2 * u, y)) - 0.1 * u), 0.022 * u, 0.012 * u, 5)
             for s in (1, -1) for k in (-1, 0, 1)]
    stripes = []
    for z in (-0.30, -0.05, 0.2):
        half = 0.5 * q.breed.length * q.size[2]
        patch = q.trunk.patch(lambda t: (180 - 66, 180 + 66), (z - 0.05) * 2 * half, (z + 0.05) * 2 * half, 0.006, 3, 8)
        stripes.append(q.paint("body", _laid(patch, q.breed.back * q.size[1]), np.clip(q.body * 0.7, 0, 1)))
    return [*(q.paint("head", hair, "#f4f1ea", 0.2) for hair in hairs), *stripes]


def _rabbit(q: Quadruped) -> list[Mesh]:
    u, y = q.head.unit, q.head.middle[1] - (q.breed.muzzle[3] + 0.55 * q.breed.muzzle[1]) * q.head.unit
    z = float(q.head.muzzle_loft().front(0.0, y))
    return [q.paint("head", blob((0.07 * u, 0.12 * u, 0.04 * u), (s * 0.075 * u, y - 0.06 * u, z), 6, 4), "#f7f4ec", 0.6) for s in (1, -1)]


def _dragon(q: Quadruped) -> list[Mesh]:
    """Horns, spikes from the crown to the tail's end, an arrow tip, nostrils and fangs."""
    u, (_w, h, d) = q.head.unit, q.size
    out = horns(q.head, q.rig, [(0.42, 0.78, -0.25), (0.62, 1.35, -0.6), (0.66, 1.75, -0.55)], 0.2, "#f0dca0")
    out += teeth(q.head, q.rig, 0.36, -0.62, 0.2)
    muzzle = q.head.muzzle_loft()
    y = q.head.middle[1] - (q.breed.muzzle[3] - 0.6 * q.breed.muzzle[1]) * u
    out += [q.paint("head", blob(0.10 * u, (s * 0.22 * u, y, float(muzzle.front(0.22 * u, y))), 7, 4), np.clip(q.body * 0.5, 0, 1)) for s in (1, -1)]
    spots: list[tuple[str, np.ndarray, float]] = [("head", np.array(q.head.at(0, 0.95, -0.35)), 0.8), ("head", np.array(q.head.at(0, 0.55, -0.92)), 0.9)]  # type: ignore[type-arg]
    start = np.array((0.0, (q.breed.back + 1.0 * q.breed.girth) * h, 0.36 * q.breed.length * d))
    end = np.array((0.0, (q.breed.back + 0.85 * q.breed.girth) * h, -0.46 * q.breed.length * d))
    spots += [("body", start * (1 - t) + end * t + (0, 0.05 * h * np.sin(np.pi * t), 0), 1.0 + 0.3 * np.sin(np.pi * t)) for t in np.linspace(0, 1, 5)]
    for k in range(3):
        a = np.array(q.rig.joints[q.rig.index[f"tail{k}"]].at)
        step = np.array((0, 0, -q.breed.tail[1] * d / 3))
        spots += [(f"tail{k}", a + step * t + (0, q.breed.tail[0] * h * (0.85 - 0.16 * k), 0), 0.8 - 0.13 * k) for t in (0.25, 0.75)]
    for joint, at, size in spots:
        spike = horn([at.tolist(), (at + (0, 0.42 * u * size, -0.16 * u * size)).tolist()], 0.26 * u * size, 6)
        out.append(q.paint(joint, spike, q.accent, 0.5))
    tip = np.array(q.rig.joints[q.rig.index["tail2"]].at) + (0, 0, -q.breed.tail[1] * d / 3)
    arrow = horn([tip.tolist(), (tip - (0, 0, 0.5 * u)).tolist()], 0.42 * u, 6)
    return [*out, q.paint("tail2", arrow, q.accent, 0.5)]


BREEDS: dict[str, Breed] = {
    "horse": Breed((0.80, 0.33), 0.140, 0.52, 0.145, 0.60, leg=0.15, neck=0.10, muzzle=(0.60, 0.46, 0.95, 0.50), muzzle_color="#c9a58a", tail=(0.05, 0.26, -62.0), tail_tip="hair", feet="#3a2a22", extras=_mane),
    "unicorn": Breed((0.80, 0.33), 0.140, 0.52, 0.145, 0.60, leg=0.15, neck=0.10, muzzle=(0.60, 0.46, 0.95, 0.50), muzzle_color="#f7d9e0", tail=(0.05, 0.26, -62.0), tail_tip="hair", feet="accent", extras=_unicorn, lashes=1.0),
    "dog": Breed((0.72, 0.30), 0.235, 0.40, 0.16, 0.58, leg=0.15, neck=0.13, ears="floppy", muzzle=(0.52, 0.38, 0.62, 0.40), muzzle_color="accent", tail=(0.055, 0.26, 34.0), belly=True, feet="accent"),
    "cat": Breed((0.72, 0.28), 0.235, 0.36, 0.155, 0.56, leg=0.14, neck=0.12, muzzle=(0.42, 0.27, 0.26, 0.38), muzzle_color="accent", tail=(0.045, 0.40, 48.0), feet="accent", nose="#e08a8a", extras=_whiskers, eye_size=(0.26, 0.30)),
    "sheep": Breed((0.72, 0.34), 0.19, 0.46, 0.20, 0.56, leg=0.11, neck=0.14, ears="leaf", muzzle=(0.50, 0.40, 0.55, 0.40), muzzle_color="accent", tail=(0.07, 0.1, 0.0), tail_tip="pom", feet="accent", extras=_wool),
    "cow": Breed((0.76, 0.33), 0.165, 0.50, 0.20, 0.62, leg=0.14, neck=0.14, ears="leaf", muzzle=(0.72, 0.46, 0.60, 0.46), muzzle_color="#f0b8ac", tail=(0.025, 0.28, -64.0), tail_tip="tuft", feet="accent", extras=_cow, nose="#c98880"),
    "pig": Breed((0.62, 0.30), 0.27, 0.44, 0.25, 0.64, leg=0.15, neck=0.2, ears="pointed", muzzle=(0.48, 0.36, 0.42, 0.34), tail=(0.035, 0.12, 40.0), feet="accent", nose="#d9857f", extras=_pig),
    "wolf": Breed((0.76, 0.29), 0.205, 0.45, 0.16, 0.56, leg=0.14, neck=0.13, muzzle=(0.46, 0.34, 0.78, 0.42), muzzle_color="accent", tail=(0.06, 0.32, -18.0), tail_tip="brush", feet="accent", extras=_cheeks),
    "fox": Breed((0.70, 0.29), 0.235, 0.38, 0.15, 0.54, leg=0.13, neck=0.12, muzzle=(0.40, 0.30, 0.70, 0.42), muzzle_color="accent", tail=(0.085, 0.40, 8.0), tail_tip="brush", feet="#2f221c", extras=_cheeks),
    "bear": Breed((0.76, 0.28), 0.205, 0.46, 0.235, 0.62, leg=0.17, neck=0.18, ears="round", muzzle=(0.50, 0.38, 0.55, 0.40), muzzle_color="accent", tail=(0.05, 0.1, 0.0), tail_tip="pom", belly=True),
    "lion": Breed((0.72, 0.29), 0.20, 0.44, 0.17, 0.58, leg=0.15, neck=0.15, ears="round", muzzle=(0.52, 0.38, 0.52, 0.40), muzzle_color="#f2dcb4", tail=(0.03, 0.34, -30.0), tail_tip="tuft", extras=_lion),
    "rabbit": Breed((0.52, 0.16), 0.24, 0.27, 0.20, 0.66, leg=0.15, neck=0.14, ears="long", muzzle=(0.46, 0.28, 0.24, 0.40), muzzle_color="#f7f3ea", tail=(0.08, 0.1, 0.0), tail_tip="pom", nose="#e08a8a", extras=_rabbit),
    "dragon": Breed((0.80, 0.33), 0.19, 0.40, 0.20, 0.42, width=0.20, leg=0.062, neck=0.125, ears="leaf", muzzle=(0.62, 0.40, 0.82, 0.40), tail=(0.115, 0.42, -8.0), belly=True, extras=_dragon, winged=True, feet="body", nose="#1f5a3a"),
}  # fmt: skip
