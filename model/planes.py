"""How deep in the picture something belongs, and how far aside: people in the middle, buildings behind, what is used
between them. Knows neither who stands there nor what hides what.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from model.stage import Entity


@dataclass(frozen=True, slots=True)
class Plane:
    """Where in the depth of the picture something belongs: `near` to `far` m along z, `aside` least and most m to
    either side of the middle."""

    near: float
    far: float
    aside: tuple[float, float]

    def spots(self, rng: np.random.Generator, count: int) -> list[tuple[float, float]]:
        """Places in it, as x and z."""
        aside = rng.uniform(*self.aside, count) * rng.choice([-1.0, 1.0], count)
        return list(zip(aside.tolist(), rng.uniform(self.far, self.near, count).tolist(), strict=True))


_HALL = Plane(-4.95, -5.25, (0.0, 0.2))  # what a whole room looks at, where sets have what belongs behind it
_CENTRE = Plane(-2.2, -2.7, (0.0, 0.4))  # what a company gathers at
HEART = Plane(0.0, -1.2, (0.0, 0.6))  # what people are busy at
_AMID = Plane(-0.3, -1.8, (0.2, 1.5))  # and the furniture somebody is on or by, so that one frame holds both
SEVERAL = Plane(0.2, -2.2, (0.9, 2.0))  # where there is more than one of those
_BEHIND_THEM = Plane(-2.2, -3.2, (0.7, 2.2))  # or a part of the place
_BACKDROP = Plane(-3.2, -4.9, (1.5, 3.7))
_BACKGROUND = Plane(-1.7, -3.0, (1.2, 3.4))
_MIDDLE = Plane(0.4, -1.9, (1.7, 3.6))
WATERLINE = -2.0  # z, behind which a lake is in the middle of its set
_AFLOAT = Plane(-3.5, -4.1, (0.4, 1.9))
_LAKES = frozenset({"lake"})  # settings with water behind those who act


def plane_of(entity: Entity, setting: str, company: float, in_front: bool, in_use: bool) -> Plane:
    """The plane of an entity in a setting with that many people and creatures. Those stand together, the closer the
    fewer they are; what they use (`in_use`) stands among them and what is in the foreground beside them, so that a
    picture of them holds it."""
    if is_afloat(entity, setting):
        return _AFLOAT
    if in_front:
        return Plane(3.0, 2.3, (1.4 + 0.2 * company, 1.9 + 0.2 * company))
    if entity.kind == "person":
        return Plane(1.5, max(-1.2, 0.7 - 0.3 * company), (0.0, min(2.4, 0.5 + 0.38 * company)))
    if entity.kind == "creature":
        return Plane(1.8, max(-1.4, 0.4 - 0.3 * company), (0.0, min(3.0, 0.8 + 0.45 * company)))
    if "holdable" in entity.traits:
        return Plane(1.8, -1.2, (0.0, min(3.0, 0.8 + 0.4 * company)))
    if entity.archetype == "throne":
        return _HALL
    if entity.archetype == "conference_table":
        return _CENTRE
    if is_building(entity):
        return _BEHIND_THEM if in_use else _BACKDROP
    if in_use:
        return _AMID
    return _BACKGROUND if max(entity.size) > 1.45 else _MIDDLE


def is_afloat(entity: Entity, setting: str) -> bool:
    """Whether it lies on the water that there is in that setting."""
    return entity.archetype == "boat" and setting in _LAKES


def is_building(entity: Entity) -> bool:
    """Whether it is a part of the place more than a piece of furniture: towers, houses, trees, thrones, stairs."""
    return "fixed" in entity.traits and (entity.size[1] > 1.8 or "stepped" in entity.traits)
