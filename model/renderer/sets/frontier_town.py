"""A town of the old West: a street of false fronts, saloon, bank, jail and store, between mesas under a wide sky.

Fills a `Plot`. Knows nothing of who plays there.
"""

from __future__ import annotations

import math

from model.renderer.pieces import frontier, nature, street
from model.renderer.scenery import PointLight
from model.renderer.sets.plot import Plot, ground, inward, ribbon

_SAND = "#d9b27c"
_PAINTS = ("#b98a5c", "#8f9a86", "#a8684a", "#c8b488", "#7f8f9a", "#9c7a5a")


def frontier_town(plot: Plot) -> None:
    rng = plot.rng
    side = float(rng.choice((-1.0, 1.0)))  # of the saloon
    ground(plot, _SAND, "#cfa26a", relief=1.8)
    for x in (-1.1, 1.0):  # ruts of wagons, along the street
        plot.lay(ribbon(rng, [(x - 26, -3.2), (x - 8, -2.6), (x + 2, -3.0), (x + 12, -2.4), (x + 28, -3.2)], 0.22,
                        "#b98f5c", y=0.005, wobble=0.6))  # fmt: skip
    _fronts(plot, side)
    _street(plot, side)
    for k in range(4):
        a = math.pi + (k - 1.5) * 0.5
        plot.lay(nature.mesa(rng).moved((60 * math.sin(a), -0.5, 60 * math.cos(a))))
    for a in (0.35, -0.45, 1.2, -1.3):
        plot.lay(nature.mesa(rng).moved((66 * math.sin(a), -0.5, 66 * math.cos(a))))
    plot.scatter(lambda r: nature.cactus(r, float(r.uniform(1.2, 2.4))), 9, 13, 28, 0.8, lean=0.2)
    plot.scatter(lambda r: nature.bush(r, float(r.uniform(0.4, 0.8)), "#a09458", detail=3), 8, 9, 22, 0.5)
    plot.scatter(frontier.tumbleweed, 4, 6.4, 12, 0.35)
    plot.strew(lambda r: nature.rock(r, 0.12, 0.06, 0.1, "#b58a5a"), 36, 11)
    plot.strew(lambda r: nature.grass_tuft(r, float(r.uniform(0.1, 0.2)), "#b0a058", 4), 20, 12)
    plot.haze, plot.dust = 120.0, _SAND


def _fronts(plot: Plot, side: float) -> None:
    """Houses behind the stage, at both ends of the street, and on its other side."""
    rng = plot.rng
    paints = [str(c) for c in rng.permutation(_PAINTS)]
    row = [("SALOON", 6.6, 6.2, side * 2.2), ("BANK", 4.6, 4.5, -side * 4.0), ("HOTEL", 5.6, 6.4, side * 9.0),
           ("STORE", 5.0, 4.6, -side * 9.4)]  # fmt: skip
    for paint, (sign, width, height, x) in zip(paints, row, strict=False):
        house = frontier.false_front(rng, width, height, paint, sign, swinging=sign == "SALOON")
        plot.put(house, x, -9.8 if abs(x) < 6 else -9.2, -2.0 * x if abs(x) > 6 else 0.0)
    sides = [("JAIL", -side * 11.0, -2.4, paints[4]), ("BARBER", side * 11.6, -1.6, paints[5]),
             ("STABLE", -side * 12.5, 7.2, paints[1]), ("BANK", side * 13.0, 8.0, paints[2])]  # fmt: skip
    for sign, x, z, paint in sides:
        plot.put(frontier.false_front(rng, 5.0, 4.5, paint, sign), x, z, inward(x, 0.4 * z))
    plot.lay(frontier.wanted((-side * 4.0 + 0.8, 1.2, -9.7)))
    for sign, x, paint in (("HOTEL", -6.5, paints[0]), ("STORE", 5.5, paints[3])):  # behind the camera
        plot.put(frontier.false_front(rng, 6.0, 5.4, paint, sign), x, 22.0, 180.0)
    lamps = [(side * 2.2, -8.0, 2.4, 10.0), (-side * 4.0, -8.2, 1.7, 8.0), (-side * 9.0, -3.2, 1.7, 8.0),
             (side * 9.4, -2.2, 1.8, 8.0)]  # fmt: skip
    plot.lights += [PointLight((x, 2.2, z), "#ffc478", power, radius) for x, z, power, radius in lamps]


def _street(plot: Plot, side: float) -> None:
    """What stands before the houses and over the roofs."""
    rng = plot.rng
    plot.put(frontier.hitching_rail(2.6), side * 4.3, -7.0, 2.0)
    plot.put(frontier.trough(), side * 6.7, -6.7, 4.0)
    plot.put(frontier.hitching_rail(2.0), -side * 6.7, -6.8, -8.0)
    plot.put(frontier.covered_wagon(rng), -side * 8.2, -4.9, side * 62.0)
    plot.put(frontier.water_tower(), side * 7.4, -15.4, 20.0)
    plot.put(frontier.wind_wheel(), -side * 6.8, -16.5, 15.0 * side)
    for x, z in ((side * 7.2, -4.2), (side * 7.6, -3.5), (-side * 2.0, -7.5)):
        plot.put(street.barrel(rng), x, z)
    plot.put(street.crate(rng, 0.62), side * 8.2, -4.3, 14)
    plot.put(street.sack(rng), side * 7.9, -2.8, 30)
    plot.put(street.hay_bale(rng), -side * 7.0, -2.0, 24)
    for x in (-19.0, -9.5, 0.0, 9.5, 19.0):
        plot.lay(frontier.telegraph_pole().moved((x, 0.0, -17.5)))
    for x in (-side * 6.6, side * 6.4):
        plot.put(street.lantern_post(2.3), x, 3.0)
