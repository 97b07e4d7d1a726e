"""A person's measures: every length of the body, from the bounding size, the age and the gender.

Knows nothing of clothes, hair or movement. Metres, standing, arms down, base middle at the origin, facing +z.
"""

from __future__ import annotations

from dataclasses import dataclass

from model.renderer.loft import Loft
from model.renderer.rig import Joint
from model.stage import Entity

_HEAD_PART = {"child": 0.43, "young": 0.385, "adult": 0.37, "old": 0.37}  # chin to crown, of the height
_HAIR_PART = 0.022  # room for hair above the crown


@dataclass(frozen=True, slots=True)
class Build:
    """Heights from the ground, half widths and radii. `head` and `trunk` are the surfaces hair and clothes lie on."""

    height: float
    width: float
    depth: float
    age: str
    gender: str
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
        head_part = _HEAD_PART.get(age, _HEAD_PART["adult"])
        radii = (0.41 * w, head_part * h / 2, 0.465 * d)
        middle = (0.0, h * (1.0 - _HAIR_PART) - radii[1], 0.0)
        chin = middle[1] - radii[1]
        shoulder = 0.90 * chin
        arm_length = 0.46 * chin
        return cls(
            height=h, width=w, depth=d, age=age, gender=gender,
            head=Loft.egg(middle, radii, 0.075 if age == "child" else 0.055, rows=16),
            trunk=_trunk(w, d, chin, gender, age),
            head_middle=middle, head_radii=radii, chin=chin, shoulder=shoulder, waist=0.60 * chin, hip=0.42 * chin,
            knee=0.235 * chin, ankle=0.085 * chin, elbow=shoulder - 0.5 * arm_length, wrist=shoulder - arm_length,
            shoulder_x=0.285 * w, hip_x=0.125 * w, arm=0.078 * w, leg=0.108 * w, hand=0.092 * w,
        )  # fmt: skip

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
    waist, chest, hips = {"f": (0.215, 0.225, 0.25), "m": (0.245, 0.262, 0.24)}.get(gender, (0.235, 0.25, 0.245))
    if age == "child":
        waist, chest, hips = 0.26, 0.245, 0.255
    k = 0.60 * d / w
    rows = [
        (0.34, 0.15, 0.16, 0.0), (0.40, hips * 0.94, hips * 1.08 * k / 0.5, 0.0), (0.47, hips, hips * 1.12 * k / 0.5, 0.0),
        (0.60, waist, waist * 1.16 * k / 0.5, 0.006), (0.76, chest, chest * 1.08 * k / 0.5, 0.004),
        (0.88, chest * 0.88, chest * 0.88 * k / 0.5, 0.0), (0.955, chest * 0.52, chest * 0.62 * k / 0.5, 0.0),
        (1.03, 0.10, 0.10, 0.0),
    ]  # fmt: skip
    return Loft.through([(y * chin, rx * w, rz * w * 0.8, cz) for y, rx, rz, cz in rows], 13)
