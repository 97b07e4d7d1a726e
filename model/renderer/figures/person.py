"""A person as a puppet: body, clothes, hair and face on one rig, acting by weights of poses, gestures and emotions.

Knows nothing of other entities, of light or of what is in the hand.
"""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from model.moment import POSES
from model.renderer.actor import Actor, Plan
from model.renderer.faces import Expression, Face, FaceForm
from model.renderer.figures.build import Build
from model.renderer.figures.hair import STYLES, Hairdresser
from model.renderer.figures.headwear import BEARDS, HATS, badge, covers, glasses, hides
from model.renderer.figures.masks import mask, over_hair, over_mouth
from model.renderer.figures.moves import PERSON
from model.renderer.figures.outfits import OUTFIT_CUTS, Palette
from model.renderer.figures.tailor import Tailor
from model.renderer.gait import TWO_LEGS, Gait
from model.renderer.loft import blob, compact
from model.renderer.mesh import F32, Mesh, merge, rgb
from model.renderer.puppet import Act
from model.renderer.rig import SCALE, SHIFT, TURN, Rig
from model.stage import Entity

_HAIR = {"old": "#c9c6c2", "child": "#7a4a26"}
_IRISES = ("#3a2414", "#24384f", "#2f4a34", "#4a3018", "#1f1712")
SOFT = ("cape", "skirt", "mane")
_UNIFORMS = frozenset({"police", "soldier"})  # of which the cap is part
_UNDER_HATS = math.cos(math.radians(40.0))  # from the crown down to where every hat reaches
_SIT = POSES.index("sit")
_UPRIGHT = np.array([pose in ("stand", "walk", "run", "sit") for pose in POSES], np.float32)


def person_puppet(entity: Entity) -> Actor:
    """The puppet of a person (see `model.renderer.puppet.Puppet`), built once; equal entities give equal meshes.
    Words of `look` and colours that are missing take the usual ones."""
    return Actor(person_plan(entity))


def person_plan(entity: Entity) -> Plan:
    """Rig, meshes, face and tables of a person, for what is built like one."""
    build = Build.of(entity)
    palette = Palette.of(entity.look.get("outfit", "casual"), entity.colors)
    hair = rgb(entity.colors.get("hair", _HAIR.get(build.age, "#4a2c18")))
    face = Face(face_form(build, entity, palette.skin, hair))
    rig = Rig([*build.joints(), *face.joints])
    cut = OUTFIT_CUTS.get(entity.look.get("outfit", "casual"), OUTFIT_CUTS["casual"])
    pieces = [
        *cut(Tailor(build, rig), palette),
        *_skull(build, rig, palette.skin),
        *_on_the_head(build, rig, entity, palette, hair, face.form),
    ]
    return Plan(
        rig=rig,
        face=face,
        pieces=[piece for piece in (_seen(piece, rig, build) for piece in pieces) if len(piece.triangles)],
        moves=PERSON,
        grip=("hand_r", grip(build)),
        size=entity.size,
        neck={"chest": 0.15, "head": 0.85},
        gait=Gait(rig, TWO_LEGS, "person", entity.size[1], ("body", "pelvis")),
        adjust=Bearing(rig, build),
        soft=SOFT,
    )


def _seen(piece: Mesh, rig: Rig, build: Build) -> Mesh:
    """A piece without what head and trunk hide for good, since they move with it."""
    joint = rig.joints[int(piece.part[0])].name
    if joint == "head":
        return build.head.trim(piece)
    return build.trunk.trim(piece) if joint in ("chest", "pelvis") else piece


def face_form(build: Build, entity: Entity, skin: F32, hair: F32) -> FaceForm:
    """Where the features of this person's face lie, by age and gender."""
    a, b, _ = build.head_radii
    x, y, _ = build.head_middle
    child, woman = build.age == "child", build.gender == "f"
    bare = entity.look.get("mask") not in over_mouth
    own = build.likeness
    eyes = (1.12 if child else 1.0) * own.eyes
    iris = _IRISES[sum(entity.name.encode()) % len(_IRISES)]
    return FaceForm(
        head=build.head,
        jaw=build.head,
        eye=(0.40 * a * own.eyes_apart, y - (0.06 if child else 0.0) * b),
        eye_radii=(0.212 * a * eyes, 0.25 * b * eyes, 0.062 * a),
        brow=(0.42 * a * own.eyes_apart, y + (0.31 if child else 0.36) * b * own.brows_high),
        brow_length=0.40 * a,
        brow_thick=(0.038 if woman or child else 0.056) * b * own.brows,
        mouth=(x, y - 0.47 * b * own.mouth_low),
        mouth_width=0.32 * a * own.mouth,
        lip=(0.034 if woman else 0.031) * b,
        skin=skin,
        brow_color=_tinted(hair, (0.8, 0.8, 0.8)),
        iris=iris,
        lip_color=_tinted(skin, (0.78, 0.30, 0.34) if woman else (0.62, 0.34, 0.34)),
        cheek_color=_tinted(skin, (1.0, 0.62, 0.66)),
        cheek=(0.62 * a, y - 0.30 * b) if bare else None,
        cheek_radius=0.17 * a * own.cheeks,
        lashes=1.0 if woman else 0.0,
    )


def _tinted(color: F32, factors: tuple[float, float, float]) -> F32:
    return np.asarray(np.clip(color * factors, 0.0, 1.0), np.float32)


def _skull(build: Build, rig: Rig, skin: F32) -> list[Mesh]:
    """Head, ears and nose."""
    a, b, c = build.head_radii
    x, y, _ = build.head_middle
    nose_y = y - 0.17 * b
    own = build.likeness
    size = 0.125 * a * (0.8 if build.age == "child" or build.gender == "f" else 1.0) * own.nose
    nose = blob((size, 0.88 * size * (1.0 + own.nose_long), 0.9 * size),
                (x, nose_y, float(build.head.front(x, nose_y)) + 0.25 * size), 9, 5)  # fmt: skip
    ear = (0.10 * a, 0.20 * b * own.ears, 0.17 * c * own.ears)
    ears = [blob(ear, (s * 0.995 * a, y - 0.10 * b, -0.05 * c), 9, 5) for s in (1, -1)]
    head = rig.index["head"]
    inner = [blob((0.055 * a, 0.11 * b, 0.09 * c), (s * 1.055 * a, y - 0.10 * b, 0.02 * c), 7, 4) for s in (1, -1)]
    return [m.painted(skin, 0.3).of_part(head) for m in (build.head.mesh(26), *ears)] + [
        nose.painted(_tinted(skin, (1.0, 0.93, 0.90)), 0.35).of_part(head),
        merge(inner).painted(_tinted(skin, (0.95, 0.78, 0.74)), 0.3).of_part(head),
    ]


def _on_the_head(build: Build, rig: Rig, entity: Entity, palette: Palette, hair: F32, form: FaceForm) -> list[Mesh]:
    """Hair, beard, glasses, mask and hat, as far as the entity's look names them."""
    look = entity.look
    dresser = Hairdresser(build, rig, hair)
    hat, beard, masked = (look.get(part, "none") for part in ("hat", "beard", "mask"))
    if masked in over_hair:
        return mask(masked, dresser, form, entity.colors.get("mask"))
    style = look.get("hair", "short")
    pieces = STYLES["short" if hat in hides else style if style in STYLES else "short"](dresser)
    if hat in covers:
        pieces = [piece for piece in (_pressed(piece, build) for piece in pieces) if len(piece.triangles)]
    pieces += mask(masked, dresser, form, entity.colors.get("mask"))
    if beard in BEARDS and masked not in over_mouth:
        pieces += BEARDS[beard](dresser)
    if look.get("glasses", "no") != "no":
        z = float(build.head.front(form.eye[0], form.eye[1])) + 1.35 * form.eye_radii[2] + 0.1 * dresser.u
        pieces += glasses(dresser, form.eye, 1.22 * form.eye_radii[1], z, dark=look["glasses"] == "dark")
    if hat == "cap" and look.get("outfit") in _UNIFORMS:
        pieces += [*HATS[hat](Hairdresser(build, rig, palette.top)), badge(dresser).painted(tuple(palette.accent), 0.8)]
    elif hat in HATS:
        pieces += HATS[hat](Hairdresser(build, rig, palette.accent))
    return pieces


def _pressed(hair: Mesh, build: Build) -> Mesh:
    """Hair under a hat: what stands off the upper skull is pressed onto it, and what lies wholly under goes."""
    middle, radii = np.array(build.head_middle, np.float32), np.array(build.head_radii, np.float32)
    way = (hair.vertices - middle) / radii
    reach = np.linalg.norm(way, axis=1)
    upper = np.clip((way[:, 1] / np.maximum(reach, 1e-6) + 0.3) / 0.8, 0.0, 1.0)
    limit = np.where(upper > 0.0, 1.05 + 0.5 * (1.0 - upper), np.inf)  # ever less of it, down to the ears
    shrink = np.minimum(1.0, limit / np.maximum(reach, 1e-6))
    pressed = replace(hair, vertices=(middle + way * shrink[:, None] * radii).astype(np.float32))
    under = way[:, 1] > _UNDER_HATS * reach
    return compact(replace(pressed, triangles=hair.triangles[~under[hair.triangles].all(axis=1)]))


def grip(build: Build) -> F32:
    """Rest frame of what the right hand holds: through the fist, +y towards the thumb."""
    m = np.eye(4, dtype=np.float32)
    m[:3, :3] = [[1, 0, 0], [0, 0, -1], [0, 1, 0]]
    m[:3, 3] = (-build.shoulder_x + 0.25 * build.hand, build.wrist - 0.85 * build.hand, 0.0)
    return m


class Bearing:
    """What depends on build and place: legs hang from a seat whose edge is near, skirts follow the legs and are drawn
    up on who sits, old backs stoop."""

    def __init__(self, rig: Rig, build: Build) -> None:
        self._skirt = rig.index["skirt"]
        self._thighs = [rig.index["thigh_l"], rig.index["thigh_r"]]
        self._chest, self._head = rig.index["chest"], rig.index["head"]
        self._body = rig.index["body"]
        self._shins, self._feet = ([rig.index[joint + side] for side in ("_l", "_r")] for joint in ("shin", "foot"))
        self._thigh, self._shin, self._knee = build.hip - build.knee, build.knee, 1.1 * build.leg
        self._stoop = 13.0 if build.age == "old" else 0.0

    def __call__(self, channels: F32, act: Act, look: Expression) -> None:
        if act.seat is not None:
            self._dangle(channels, float(act.pose[_SIT]), *act.seat)
        left, right = (float(channels[row, TURN.start]) for row in self._thighs)
        spread = abs(left - right) / 60.0
        seated = float(act.pose[_SIT])
        channels[self._skirt, TURN] = (0.5 * (left + right) * (0.6 + 0.35 * seated), 0.0, 0.0)
        channels[self._skirt, SCALE] = (1.0, 1.0 - 0.32 * seated, (1.0 + 0.30 * spread) * (1.0 - 0.5 * seated))
        up = float(act.pose @ _UPRIGHT)
        channels[self._chest, TURN.start] += self._stoop * up
        channels[self._head, TURN.start] -= 0.7 * self._stoop * up

    def _dangle(self, channels: F32, share: float, height: float, edge: float) -> None:
        """Slide ahead until the knees are over the seat's edge, and let the shins hang as far as the ground."""
        channels[self._body, SHIFT.stop - 1] += share * max(0.0, edge + self._knee - self._thigh)
        hanging = 84.0 - math.degrees(math.acos(min(1.0, height / self._shin)))
        channels[self._shins, TURN.start] += share * (hanging - channels[self._shins, TURN.start])
        channels[self._feet, TURN.start] += share * (86.0 - hanging - channels[self._feet, TURN.start])
