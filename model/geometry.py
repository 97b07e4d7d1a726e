"""Plain geometry that the teacher, the model and receipts share: footprints, gaps, tops and hands.

Knows nothing of time. Metres and radians; local frames have +z ahead, +x to the left hand, y up.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from model.seats import seat_height
from model.stage import Entity

GRAVITY = 9.81
STEPS_PER_SECOND = 12
DT = 1.0 / STEPS_PER_SECOND

Vec = npt.NDArray[np.float64]


def reach(size: tuple[float, float, float]) -> float:
    """Radius of a body's own footprint, for keeping its distance."""
    return 0.25 * (size[0] + size[2])


def inside_height(container: Entity) -> float:
    """Height above its base at which things lie in a container; on a cart they lie on top, in a boat on its boards."""
    if container.archetype == "cart":
        return container.size[1]
    return seat_height(container) if container.archetype == "boat" else 0.1


def hand_offset(holder: Entity, held: Entity) -> tuple[float, float, float]:
    """Where the base of a held thing is, in the holder's own frame: a person's right hand, a flyer's claws, a mouth.
    Somebody who is carried sits on the back or in the arms, as the holder's look says (`carries`)."""
    _, h, d = holder.size
    if holder.kind == held.kind == "person":
        on_back = holder.look.get("carries") == "back"
        return (0.0, (0.34 if on_back else 0.40) * h, (-0.22 if on_back else 0.24) * h)
    if holder.kind == "person":
        lift = 0.36 * h - 0.15 * held.size[1]
        return (-0.17 * h, max(lift, 0.05), 0.2 * h)
    if "flies" in holder.traits:
        return (0.0, -0.8 * held.size[1], 0.1 * d)
    return (0.0, max(0.55 * h - 0.5 * held.size[1], 0.0), 0.5 * d)


def turn(x: float, z: float, heading: float) -> tuple[float, float]:
    """A local (x, z) in world axes for a body with this heading."""
    c, s = math.cos(heading), math.sin(heading)
    return c * x + s * z, -s * x + c * z


def box_gap(pa: Vec, sa: tuple[float, float, float], pb: Vec, sb: tuple[float, float, float]) -> float:
    """Gap between two upright footprints on the ground, as the directability cases define it."""
    dx = max(0.0, abs(float(pa[0] - pb[0])) - (sa[0] + sb[0]) / 2)
    dz = max(0.0, abs(float(pa[2] - pb[2])) - (sa[2] + sb[2]) / 2)
    return math.hypot(dx, dz)
