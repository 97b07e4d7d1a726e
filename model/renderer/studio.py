"""The lights of a room, as on a film set: a soft box for the key, a silk under the ceiling, a silk where the fourth
wall is missing.

Each is as strong about the middle of the room as `Light` says. Where they stand is the same for light by rules and for
path tracing. Knows nothing of windows and lamps, which are on stage.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Vector = npt.NDArray[np.float64]

BOX = 0.8  # m, radius of the soft box
STRENGTH = 1.15  # how much more light a set needs than `Light` says, for walls take some of it
_MIDDLE = np.array([0.0, 1.0, 0.0])  # what the soft box is turned to
_SILK = 0.6  # of the ceiling
_BEAMS = 5.0  # m, below which those of a hall do not reach


@dataclass(frozen=True, slots=True)
class SoftBox:
    """A disc of radius `BOX` that faces the middle of the room, `away` metres off; `clear` is the share of it
    that is below the ceiling."""

    place: Vector  # (3,)
    facing: Vector  # (3,) unit
    away: float
    clear: float

    @property
    def radiance(self) -> float:
        """Of the disc, for each unit of light on white paint in the middle that faces it."""
        return STRENGTH * (self.away / BOX) ** 2


@dataclass(frozen=True, slots=True)
class Panel:
    """A rectangle of light, `half` its width and height along `across` and up or down, `away` from the middle."""

    place: Vector  # (3,)
    facing: Vector  # (3,) unit
    across: Vector  # (3,) unit
    half: tuple[float, float]
    away: float

    @property
    def along(self) -> Vector:
        return np.cross(self.facing, self.across)

    @property
    def radiance(self) -> float:
        """For each unit of light on white paint that faces it from `away` before its middle."""
        across, along = (np.linspace(-h, h, 16) for h in self.half)
        square = across[:, None] ** 2 + along[None, :] ** 2 + self.away**2
        area = 4 * self.half[0] * self.half[1]
        return STRENGTH * float(np.pi / (area * (self.away**2 / square**2).mean()))


def soft_box(key_direction: Sequence[float], room: tuple[float, float, float]) -> SoftBox:
    """As far off the middle of a room (half width, height, half depth) as there is space for it in that direction."""
    half_width, height, half_depth = room
    towards = np.asarray(key_direction, np.float64)
    low = np.array([0.3 - half_width, 0.2, -half_depth])
    high = np.array([half_width - 0.3, min(height - 0.3, _BEAMS), half_depth + 1.5])
    limit = np.where(towards > 0.0, high, low)
    away = float(((limit - _MIDDLE) / np.where(towards == 0.0, 1e-6, towards)).min())
    place = _MIDDLE + towards * away
    return SoftBox(place, -towards, away, _below(height - float(place[1]), BOX * math.hypot(towards[0], towards[2])))


def _below(rise: float, reach: float) -> float:
    """The share of a disc, which reaches up so far from its middle, that is below a ceiling so far over its middle."""
    at = min(rise / max(reach, 1e-6), 1.0)
    return 1.0 - (math.acos(at) - at * math.sqrt(1.0 - at**2)) / math.pi


def overhead(room: tuple[float, float, float]) -> Panel:
    """The silk under the ceiling."""
    half_width, height, half_depth = room
    half = (_SILK * half_width, _SILK * half_depth)
    return Panel(np.array([0.0, height - 0.5, 0.0]), np.array([0.0, -1.0, 0.0]), np.array([1.0, 0.0, 0.0]), half,
                 height - 1.5)


def open_side(room: tuple[float, float, float]) -> Panel:
    """The silk where the fourth wall is missing."""
    half_width, height, half_depth = room
    return Panel(np.array([0.0, height / 2, half_depth + 1.6]), np.array([0.0, 0.0, -1.0]), np.array([1.0, 0.0, 0.0]),
                 (half_width, height / 2), half_depth + 1.6)
