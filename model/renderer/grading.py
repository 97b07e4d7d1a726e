"""The grading of a picture: what film makes of an hour's light, under the sky and in rooms.

A director of photography balances white, and lets the dark turn cool where light is warm: low sun over violet shadows,
lamps in a blue night. A room without windows shows the hour by nothing else. Knows nothing of where light comes from:
what is graded is the finished picture, by rules, by the shader and by path tracing alike.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import numpy as np

from model.renderer.raster import Plane


class Film(NamedTuple):
    """`white` and `shadows` are what becomes of red, green and blue in white and in dark grey, for each unit."""

    white: tuple[float, float, float]
    shadows: tuple[float, float, float]
    saturation: float
    contrast: float


# hour: white, shadows, saturation, contrast
_OPEN_AIR = (
    (0.0, (0.97, 1.00, 1.02), (0.90, 0.98, 1.20), 1.12, 1.00),
    (5.2, (0.97, 1.00, 1.04), (0.90, 0.96, 1.20), 1.06, 1.00),
    (6.5, (1.04, 1.03, 1.16), (0.78, 0.92, 1.42), 1.02, 1.00),
    (8.5, (1.00, 0.99, 1.14), (0.92, 0.98, 1.18), 1.10, 1.00),
    (12.0, (0.98, 0.97, 1.16), (0.95, 0.99, 1.12), 1.12, 1.00),
    (15.5, (0.99, 0.98, 1.14), (0.94, 0.98, 1.16), 1.12, 1.00),
    (17.2, (1.02, 1.00, 1.12), (0.86, 0.95, 1.30), 1.08, 1.00),
    (18.5, (1.04, 1.03, 1.14), (0.74, 0.88, 1.52), 1.06, 1.02),
    (19.6, (0.98, 1.00, 1.14), (0.78, 0.90, 1.46), 1.06, 1.00),
    (20.2, (0.97, 1.00, 1.04), (0.90, 0.96, 1.20), 1.08, 1.00),
    (24.0, (0.97, 1.00, 1.02), (0.90, 0.98, 1.20), 1.12, 1.00),
)  # fmt: skip
_ROOMS = (
    (0.0, (1.04, 0.94, 0.95), (0.70, 0.90, 1.55), 1.06, 1.08),
    (5.2, (0.90, 0.92, 1.08), (0.70, 0.92, 1.55), 1.00, 1.06),
    (6.5, (0.83, 0.88, 1.09), (0.80, 0.95, 1.36), 0.94, 1.02),
    (9.0, (1.07, 1.07, 1.17), (0.98, 1.00, 1.06), 1.02, 0.99),
    (15.5, (1.07, 1.07, 1.15), (0.98, 1.00, 1.06), 1.02, 0.99),
    (17.2, (1.08, 1.00, 0.94), (0.90, 0.96, 1.24), 1.04, 1.02),
    (18.5, (1.08, 0.90, 0.77), (0.80, 0.88, 1.50), 1.04, 1.07),
    (20.2, (1.02, 0.92, 0.89), (0.70, 0.90, 1.54), 1.06, 1.08),
    (24.0, (1.04, 0.94, 0.95), (0.70, 0.90, 1.55), 1.06, 1.08),
)  # fmt: skip
_GREYED = 0.24  # of the colour, by bad weather
_LEFT = 0.4  # of the grading, in bad weather: what is grey has no warm light to balance


def film(hour: float, *, indoors: bool, grey: float) -> Film:
    """What is filmed with at an hour, under a sky that is as `grey` as that, 0 .. 1."""
    hours, columns = _table(indoors)
    values = np.array([np.interp(hour % 24.0, hours, column) for column in columns])
    if not indoors:
        values[:6] = 1.0 + (values[:6] - 1.0) * (1.0 - (1.0 - _LEFT) * grey)
        values[6] -= _GREYED * grey
    white, shadows = ((float(r), float(g), float(b)) for r, g, b in (values[:3], values[3:6]))
    return Film(white, shadows, float(values[6]), float(values[7]))


@cache
def _table(indoors: bool) -> tuple[Plane, Plane]:
    """Hours (N,) and what there is at them (8, N). It is looked up for every frame."""
    rows = _ROOMS if indoors else _OPEN_AIR
    columns = np.array([[*white, *shadows, *rest] for _, white, shadows, *rest in rows]).T
    return np.array([row[0] for row in rows]), columns
