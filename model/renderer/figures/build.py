"""A person's measures: every length of the body, from the bounding size, the age, the gender and the likeness.

Knows nothing of clothes, hair or movement. Metres, standing, arms down, base middle at the origin, facing +z.
"""

from __future__ import annotations

from dataclasses import dataclass

from model.renderer.figures.likeness import Likeness
from model.renderer.loft import Loft
from model.renderer.rig import Joint
from model.stage import Entity

_HEAD_PART = {"child": 0.455, "young": 0.405, "adult": 0.395, "old": 0.395}  # chin to crown, of the height
_HAIR_PART = 0.022  # room for hair above the crown


@dataclass(frozen=True, slots=True)
class Build:
    """Heights from the ground, half widths and radii. `head` and `trunk` are the surfaces hair and clothes lie on;
    `chin` is where the neck goes into the head, a little above the chin's tip."""

    height: float
    width: float
    depth: float
    age: str
    gender: str
    likeness: Likeness
    head: Loft
    trunk: Loft
    head_middle: tuple[float, float, float]
    head_radii: tuple[float, float, float]
    chin: float
    shoulder: float
    waist: float
    hip: float
    knee: float
    ankle: float
    elbow: float
    wrist: float
    shoulder_x: float
    hip_x: float
    arm: float
    leg: float
    hand: float

    @classmethod
    def of(cls, entity: Entity) -> Build:
        w, h, d = entity.size
        age, gender = entity.look.get("age", "adult"), entity.look.get("gender", "m")
        likeness = Likeness.of(entity)
        girth = likeness.girth
        head_part = _HEAD_PART.get(age, _HEAD_PART["adult"])
        radii = (0.45 * w * likeness.head_wide, head_part * h / 2, 0.485 * d)
        middle = (0.0, h * (1.0 - _HAIR_PART) - radii[1], 0.0)
        chin = 1.03 * (middle[1] - radii[1])
        shoulder = 0.917 * chin
        arm_length = 0.46 * chin
        return cls(
            height=h,
            width=w,
            depth=d,
            age=age,
            gender=gender,
            likeness=likeness,
            head=Loft.egg(middle, radii, (0.075 if age == "child" else 0.055) + likeness.jaw, rows=16),
            trunk=_trunk(w * girth, d * girth, chin, gender, age),
            head_middle=middle,
            head_radii=radii,
            chin=chin,
            shoulder=shoulder,
            waist=0.60 * chin,
            hip=0.42 * chin,
            knee=0.235 * chin,
            ankle=0.098 * chin,
            elbow=shoulder - 0.5 * arm_length,
            wrist=shoulder - arm_length,
            shoulder_x=0.295 * w * (0.4 + 0.6 * girth),
            hip_x=0.13 * w * (0.4 + 0.6 * girth),
            arm=0.086 * w * (0.4 + 0.6 * girth),
            leg=0.116 * w * (0.4 + 0.6 * girth),
            hand=0.108 * w,
        )

    def joints(self) -> list[Joint]:
        """The body's joints, parents first; the face brings its own."""
        top = 1.06 * self.chin
        trunk = [
            Joint("body", None, (0.0, self.hip, 0.0)),
            Joint("pelvis", "body", (0.0, self.hip, 0.0)),
            Joint("chest", "pelvis", (0.0, self.waist, 0.0)),
            Joint("head", "chest", (0.0, self.chin + 0.12 * self.head_radii[1], -0.1 * self.depth)),
            Joint("cape", "chest", (0.0, self.shoulder, -0.25 * self.depth)),
            Joint("mane", "head", (0.0, self.head_middle[1] + 0.1 * self.head_radii[1], -0.8 * self.head_radii[2])),
            Joint("skirt", "pelvis", (0.0, self.hip + 0.04 * top, 0.0)),
        ]
        return trunk + [j for side, sign in (("_l", 1.0), ("_r", -1.0)) for j in self._limbs(side, sign)]

    def _limbs(self, side: str, sign: float) -> list[Joint]:
        x, hx = sign * self.shoulder_x, sign * self.hip_x
        palm = self.wrist - 0.9 * self.hand
        return [
            Joint("arm" + side, "chest", (x, self.shoulder, 0.0)),
            Joint("forearm" + side, "arm" + side, (x, self.elbow, 0.0)),
            Joint("hand" + side, "forearm" + side, (x, self.wrist, 0.0)),
            Joint("fingers" + side, "hand" + side, (x, palm, 0.0)),
            Joint("index" + side, "hand" + side, (x, palm, 0.4 * self.hand)),
            Joint("thigh" + side, "pelvis", (hx, self.hip, 0.0)),
            Joint("shin" + side, "thigh" + side, (hx, self.knee, 0.0)),
            Joint("foot" + side, "shin" + side, (hx, self.ankle, 0.0)),
        ]


def _trunk(w: float, d: float, chin: float, gender: str, age: str) -> Loft:
    """Hips to neck: an egg for children, a slight waist for women, shoulders for men."""
    waist, chest, hips = {"f": (0.225, 0.235, 0.262), "m": (0.262, 0.275, 0.252)}.get(gender, (0.25, 0.26, 0.255))
    if age == "child":
        waist, chest, hips = 0.275, 0.255, 0.265
    k = 0.60 * d / w
    rows = [
        (0.34, 0.15, 0.16, 0.0),
        (0.40, hips * 0.94, hips * 1.08 * k / 0.5, 0.0),
        (0.47, hips, hips * 1.12 * k / 0.5, 0.0),
        (0.60, waist, waist * 1.16 * k / 0.5, 0.006),
        (0.76, chest, chest * 1.08 * k / 0.5, 0.004),
        (0.89, chest * 0.92, chest * 0.90 * k / 0.5, 0.0),
        (0.97, chest * 0.66, chest * 0.70 * k / 0.5, 0.0),
        (1.045, 0.12, 0.12, 0.0),
    ]
    return Loft.through([(y * chin, rx * w, rz * w * 0.8, cz) for y, rx, rz, cz in rows], 13)
