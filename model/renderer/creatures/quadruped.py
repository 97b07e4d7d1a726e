"""Everything on four legs: horse, dog, cat, sheep, cow ... and the dragon, which has wings besides.

One parametric body; a `Breed` (see `breeds`) says how each differs. Knows nothing of two-legged or legless creatures.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from model.renderer.actor import Plan
from model.renderer.creatures.gaits import DRAGON_MOVES, MOVES
from model.renderer.creatures.heads import HeadForm, ears, face_of, head_meshes, in_the_mouth
from model.renderer.creatures.wings import bat_wings, wing_joints
from model.renderer.faces import Expression
from model.renderer.gait import FOUR_LEGS, Gait
from model.renderer.loft import Loft, blob, limb, sweep
from model.renderer.mesh import F32, Mesh, rgb
from model.renderer.motion import Moves
from model.renderer.puppet import Act
from model.renderer.rig import TURN, Joint, Rig
from model.stage import Entity

_ANKLE = 0.17  # height of the ankles, in parts of the hip's
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
    nose: str | None = "#2a2020"  # None: a darker shade of the body
    eye_size: tuple[float, float] = (0.24, 0.30)
    eye: tuple[float, float] = (0.44, 0.14)
    extras: Callable[[Quadruped], list[Mesh]] | None = None
    winged: bool = False
    lashes: float = 0.0


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
    head = HeadForm(
        (0.0, breed.head[0] * h, breed.head[1] * d),
        breed.head_size * h,
        muzzle=breed.muzzle,
        eye_size=breed.eye_size,
        eye=breed.eye,
        lashes=breed.lashes,
    )
    head = replace(head, skull=(min(1.06, 0.5 * w / head.unit), 1.0, 0.95))
    face = face_of(head, body)
    rig = Rig([*_joints(breed, entity.size, head), *face.joints])
    trunk = _trunk(breed, entity.size)
    q = Quadruped(breed, entity.size, body, accent, rig, head, trunk)
    pieces = [*_trunk_meshes(q), *_leg_meshes(q), *_tail_meshes(q), *_head_meshes(q)]
    if breed.winged:
        pieces += bat_wings(
            rig, entity.size, (0.16 * w, (breed.back + 0.55 * breed.girth) * h, 0.10 * d), body * 0.9, accent
        )
    if breed.extras is not None:
        pieces += breed.extras(q)
    moves = _lying(DRAGON_MOVES if breed.winged else MOVES, breed, entity.size)
    return Plan(
        rig,
        face,
        pieces,
        moves,
        ("head", in_the_mouth(head, -breed.muzzle[3] - 0.3 * breed.muzzle[1], head.skull[2] + 0.9 * breed.muzzle[2])),
        entity.size,
        {"neck": 0.35, "head": 0.65},
        Gait(rig, FOUR_LEGS, "creature", h, ("body",)),
        _Tail(rig, breed.tail[2]),
        head_turn=(58.0, 35.0),
    )


def _lying(moves: Moves, breed: Breed, size: tuple[float, float, float]) -> Moves:
    """The moves with legs that reach the ground where the belly is on it: the fore ones out ahead, the hind ones
    folded."""
    _, _, _, hip, knee = _leg_places(breed, size)
    deep = 0.75 * breed.girth * size[1] - 1.5 * breed.leg * size[0]  # from hip to ground, less half a paw

    def down(length: float) -> float:  # degrees below level
        return math.degrees(math.asin(min(1.0, max(-0.3, deep / length))))

    thigh = min(20.0, down(hip - knee))
    rest = deep - (hip - knee) * math.sin(math.radians(thigh))
    shin = math.degrees(math.asin(min(1.0, max(-0.3, rest / ((1.0 - _ANKLE) * hip - (hip - knee))))))
    legs = {"arm": (down((1.0 - _ANKLE) * hip) - 90.0, 0.0, 8.0), "forearm": (0.0, 0.0, 0.0),
            "thigh": (thigh - 90.0, 0.0, 16.0), "shin": (180.0 - thigh - shin, 0.0, 0.0)}  # fmt: skip
    return replace(moves, poses={**moves.poses, "lie": {**moves.poses["lie"], **legs}})


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
        Joint("body", None, root),
        Joint("chest", "body", root),
        Joint("neck", "chest", neck),
        Joint("head", "neck", head.at(0.0, -0.35, -0.45)),
        Joint("ear_l", "head", head.at(0.6, 0.6, -0.05)),
        Joint("ear_r", "head", head.at(-0.6, 0.6, -0.05)),
        Joint("tail0", "body", tail),
        Joint("tail1", "tail0", (0.0, tail[1], tail[2] - step)),
        Joint("tail2", "tail1", (0.0, tail[1], tail[2] - 2 * step)),
    ]
    for side, s in SIDES:
        joints += [
            Joint("arm" + side, "chest", (s * x, hip, fore)),
            Joint("forearm" + side, "arm" + side, (s * x, knee, fore)),
            Joint("hand" + side, "forearm" + side, (s * x, _ANKLE * hip, fore)),
            Joint("thigh" + side, "body", (s * x, hip, hind)),
            Joint("shin" + side, "thigh" + side, (s * x, knee, hind)),
            Joint("foot" + side, "shin" + side, (s * x, _ANKLE * hip, hind)),
        ]
    if breed.winged:
        joints += wing_joints(size, (0.16 * w, (breed.back + 0.55 * breed.girth) * h, 0.10 * d), "chest")
    return joints


def _trunk(breed: Breed, size: tuple[float, float, float]) -> Loft:
    """The trunk, built standing on its tail end: y runs along the animal's z (see `_trunk_meshes`)."""
    w, h, d = size
    half, g, x = 0.5 * breed.length * d, breed.girth * h, breed.width * w
    rows = [
        (-half, 0.25 * x, 0.3 * g, 0.0),
        (-0.86 * half, 0.78 * x, 0.82 * g, 0.0),
        (-0.5 * half, x, g, 0.0),
        (0.1 * half, 0.94 * x, 0.97 * g, 0.0),
        (0.6 * half, x, 1.02 * g, 0.0),
        (0.9 * half, 0.72 * x, 0.78 * g, 0.0),
        (half, 0.25 * x, 0.3 * g, 0.0),
    ]
    return Loft.through(rows, 11)


def laid(mesh: Mesh, height: float) -> Mesh:
    """What was built along +y, laid along +z at a height; its front becomes the underside."""
    return mesh.turned(x=90).moved((0.0, height, 0.0))


def _trunk_meshes(q: Quadruped) -> list[Mesh]:
    b, (_w, h, d) = q.breed, q.size
    out = [q.paint("body", laid(q.trunk.mesh(16), b.back * h), q.body)]
    if b.belly:
        under = q.trunk.patch(lambda t: (-52.0, 52.0), float(q.trunk.y[1]), float(q.trunk.y[-2]), 0.012 * h, 7, 7)
        out.append(q.paint("body", laid(under, b.back * h), q.accent))
    start = np.array((0.0, (b.back + 0.15 * b.girth) * h, 0.34 * b.length * d))
    end = np.array(q.head.at(0.0, -0.2, -0.25))
    middle = 0.5 * (start + end) + (0.0, 0.0, 0.02 * d)
    r = b.neck * h
    out.append(
        q.paint(
            "neck", sweep([start.tolist(), middle.tolist(), end.tolist()], [1.12 * r, 1.0 * r, 0.9 * r], 12), q.body
        )
    )
    return out


def _leg_meshes(q: Quadruped) -> list[Mesh]:
    b, (w, _h, d) = q.breed, q.size
    x, fore, hind, hip, knee = _leg_places(b, q.size)
    r, ankle = b.leg * w, _ANKLE * hip
    foot = q.accent if b.feet == "accent" else q.body if b.feet == "body" else rgb(b.feet)
    out = []
    for side, s in SIDES:
        for upper, lower, end, z, thick in (
            ("arm", "forearm", "hand", fore, 1.0),
            ("thigh", "shin", "foot", hind, 1.2),
        ):
            out += [
                q.paint(upper + side, limb((s * x, hip, z), (s * x, knee, z), 1.05 * r * thick, 0.9 * r, 10), q.body),
                q.paint(
                    lower + side,
                    limb((s * x, knee, z), (s * x, ankle, z), 0.95 * r, min(0.86 * r, 0.95 * ankle), 10),
                    q.body,
                ),
            ]
            paw = blob((1.12 * r, 0.20 * hip, min(1.3 * r, 0.08 * d + r)), (s * x, 0.15 * hip, z + 0.22 * r), 10, 5)
            pressed = paw.vertices.copy()
            pressed[:, 1] = np.maximum(pressed[:, 1], 0.0)
            out.append(q.paint(end + side, replace(paw, vertices=pressed), foot, 0.45))
    return out


def _tail_meshes(q: Quadruped) -> list[Mesh]:
    """Three limbs on the tail's joints, thinning: a "tuft" ends in a ball, a "brush" is bushy, a "pom" is one ball."""
    b, h = q.breed, q.size[1]
    joints = [np.array(q.rig.joints[q.rig.index[f"tail{k}"]].at) for k in range(3)]
    end = joints[2] + (joints[2] - joints[1])
    r = b.tail[0] * h
    if b.tail_tip == "pom":
        return [
            q.paint(
                "tail0",
                blob(1.6 * r, (joints[0] - (0, 0, 0.8 * r)).tolist(), 10),
                q.accent if b.muzzle_color == "accent" else q.body,
            )
        ]
    radii = (0.75, 1.5, 1.7, 0.5) if b.tail_tip == "brush" else (1.0, 0.86, 0.7, 0.5)
    places = [*joints, end]
    out = [
        q.paint(
            f"tail{k}",
            limb(places[k].tolist(), places[k + 1].tolist(), radii[k] * r, radii[k + 1] * r, 9),
            q.accent if (b.tail_tip == "brush" and k == 2) or b.tail_tip == "hair" else q.body,
        )
        for k in range(3)
    ]
    if b.tail_tip in ("tuft", "hair"):
        size = 1.7 * r if b.tail_tip == "tuft" else 1.3 * r
        out.append(q.paint("tail2", blob((size, size, 1.5 * size), end.tolist(), 9), q.accent))
    return out


def _head_meshes(q: Quadruped) -> list[Mesh]:
    b = q.breed
    muzzle = q.accent if b.muzzle_color == "accent" else q.body if b.muzzle_color is None else rgb(b.muzzle_color)
    nose = q.body * np.float32(0.5) if b.nose is None else rgb(b.nose)
    out = head_meshes(q.head, q.rig, q.body, muzzle, nose)
    if b.ears != "none":
        inner = "#e8a8a0" if b.muzzle_color != "accent" else np.clip(q.accent * (1.0, 0.8, 0.78), 0, 1)
        out += ears(q.head, q.rig, b.ears, q.body, inner)
    return out
