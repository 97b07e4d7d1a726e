"""The ship deck: the waist of a tall ship under sail, the stern behind the actors, open sea all round.

Fills a `Plot`. Knows nothing of who plays there.
"""

from __future__ import annotations

import itertools
import math

import numpy as np

from model.geometry import turn
from model.renderer.mesh import Mesh, merge
from model.renderer.pieces import nature, ship, street
from model.renderer.scenery import GROUND, PLAIN, PointLight
from model.renderer.sets.plot import Plot, ribbon, water
from model.renderer.shapes import rod, slab, tile, varied

_TURN = 29.0  # degrees between the keel and the camera's way, so that stern and open sea share the picture
_SEA = -3.6  # m, the water below the deck
_STERN, _QUARTERDECK = -8.5, 1.75  # z where the cabins begin, and the height of the deck on them
_MIZZEN, _FORE = _STERN - 1.5, 11.4  # z of the masts
# Half the beam by z: the ship's sides, widest amidships, meeting at the bow.
_SIDE = ((-18.0, 7.0), (-13.0, 8.0), (-7.0, 8.6), (6.0, 8.6), (11.0, 7.6), (15.5, 5.0), (18.6, 2.0), (19.6, 0.0))


def ship_deck(plot: Plot) -> None:
    rng = plot.rng
    heading = _TURN * float(rng.choice((-1.0, 1.0)))
    _sea(plot, heading)
    for mesh in (_hull(), _planks(plot), _rails(), _stern(plot), _rigging(), _bow(), _cargo(plot)):
        plot.lay(mesh.turned(y=heading))
    for x in np.arange(-6.0, 6.1, 1.5):  # the front of the cabins, in boxes small enough for its slant
        _block_camera(plot, heading, (float(x), _STERN - 0.7), 0.9, 3.0)
    for z in (_MIZZEN, _FORE):
        _block_camera(plot, heading, (0.0, z), 0.4, 12.0)
    for x, y, z in ((-2.6, 2.1, _STERN + 1.0), (2.6, 2.1, _STERN + 1.0), (7.8, 2.3, -1.6), (-7.8, 2.3, 3.2)):
        east, south = turn(x, z, math.radians(heading))
        plot.lights.append(PointLight((east, y, south), "#ffc070", 1.5, 8.5))
    plot.haze = 190.0


def _block_camera(plot: Plot, heading: float, at: tuple[float, float], half: float, height: float) -> None:
    """Keeps the camera out of something solid on board."""
    x, z = turn(*at, math.radians(heading))
    plot.obstacles.append(((x - half, 0.0, z - half), (x + half, height, z + half)))


def _half_beam(z: float) -> float:
    return float(np.interp(z, [along for along, _ in _SIDE], [half for _, half in _SIDE]))


def _hull() -> Mesh:
    """What floats under the planks, seen over the rail when the camera is high."""
    ring = [(x, -z) for z, x in _SIDE] + [(-x, -z) for z, x in reversed(_SIDE[:-1])]
    layers = [
        slab([(x * share, y * share) for x, y in reversed(ring)], 1.9, color).turned(x=-90).moved((0, y, 0))
        for share, y, color in ((0.985, -1.0, "#5a3824"), (0.93, -2.7, "#3c2a20"))
    ]
    return merge(layers)


def _planks(plot: Plot) -> Mesh:
    """The deck: boards along the keel, each of its own tone, a grating amidships."""
    pitch, rng = 0.4, plot.rng
    boards = []
    for x in np.arange(-8.4, 8.41, pitch):
        ahead = float(np.interp(-abs(x), [-h for _, h in _SIDE[2:]], [z for z, _ in _SIDE[2:]]))
        cuts = [_STERN - 0.2, *sorted(rng.uniform(_STERN + 2.5, ahead - 2.0, 3)), ahead]
        for a, b in itertools.pairwise(cuts):
            size = (pitch - 0.02, float(b - a) - 0.02)
            boards.append(tile(size, varied("#b98d5c", rng, 0.1), (float(x), 0.0, float(a + b) / 2), gloss=0.3))
    under = tile((16.8, 20.0), "#5a3c26", (0, -0.003, 1.0))
    return merge((merge((*boards, under)).of_part(GROUND), ship.hatch(1.5, 1.3).moved((0, 0, 4.6))))


def _rails() -> Mesh:
    """Round the waist and the bow."""
    parts = []
    ends = [(z, x) for z, x in _SIDE if z >= -7.0]
    ends[0] = (_STERN, _half_beam(_STERN))
    for (z0, x0), (z1, x1) in itertools.pairwise(ends):
        length, veer = math.hypot(z1 - z0, x1 - x0), math.degrees(math.atan2(x0 - x1, z1 - z0))
        n = max(1, round(length / 1.5))
        for k in range(n):
            t = (k + 0.5) / n
            piece = ship.railing(length / n).turned(y=90 - veer)
            x, z = x0 + (x1 - x0) * t - 0.12, z0 + (z1 - z0) * t
            parts += [piece.moved((x, 0, z)), piece.turned(y=2 * veer).moved((-x, 0, z))]
    return merge(parts)


def _stern(plot: Plot) -> Mesh:
    paint = str(plot.rng.choice(["#8a3a2c", "#2f5a6f", "#3f6348"]))
    castle = ship.stern_castle(plot.rng, 15.4, _QUARTERDECK, 9.8, paint)
    lanterns = [ship.stern_lantern(2.2).moved((x, _QUARTERDECK, _STERN - 9.2)) for x in (-3.2, 0.0, 3.2)]
    front = [ship.stern_lantern(1.5).moved((x, _QUARTERDECK, _STERN - 0.3)) for x in (-5.3, 5.3)]
    sides = [
        ship.railing(9.4, paint, 0.8).turned(y=90).moved((s * 7.5, _QUARTERDECK, _STERN - 4.9)) for s in (-1, 1)
    ]
    taffrail = ship.railing(14.0, paint, 0.8).moved((0, _QUARTERDECK, _STERN - 9.6))
    return merge((castle.moved((0, 0, _STERN)), *lanterns, *front, *sides, taffrail))


def _rigging() -> Mesh:
    """A mizzen mast on the quarterdeck and the foremast before the bow, with yards, sails, shrouds and stays."""
    parts = []
    for z, foot, tall in ((_MIZZEN, _QUARTERDECK, 15.0), (_FORE, 0.0, 16.0)):
        parts.append(ship.mast(tall).moved((0, foot, z)))
        for share, width, drop in ((0.45, 10.0, 4.2), (0.88, 7.6, 5.4)):
            y = foot + tall * share
            # The foresails are furled: set, they would keep the sun from the stage at noon.
            cloth = ship.sail(width - 0.8, drop) if z < 0 else ship.furled_sail(width - 1.0)
            parts += [ship.yard(width).moved((0, y, z + 0.4)), cloth.moved((0, y - 0.1, z + 0.5))]
        beam = _half_beam(z)
        net = ship.shrouds(beam - 0.3, 2.8, foot + tall * 0.64)
        parts += [net.moved((beam - 0.1, 0, z)), net.turned(y=180).moved((-beam + 0.1, 0, z))]
    parts.append(ship.taut([(0, 1.4, 24.5), (0, 15.5, _FORE), (0, 16.4, _MIZZEN)]))
    for s in (-1, 1):
        parts.append(ship.taut([(s * 5.0, 7.2, _FORE), (s * 7.5, 1.0, 4.2)]))
        parts.append(ship.taut([(s * 5.5, 8.0, _MIZZEN), (s * 7.0, _QUARTERDECK + 0.8, _STERN - 7.5)]))
    return merge(parts)


def _bow() -> Mesh:
    """The capstan, the bell, the bowsprit reaching out."""
    return merge(
        (
            ship.capstan().moved((0, 0, 13.6)),
            ship.ships_bell().moved((0, 0, 16.0)),
            rod((0, 0.5, 16.5), (0, 3.2, 26.5), 0.26, "#a5713f", 0.14, 10),
            *(ship.rope_coil().moved((s * 2.6, 0, 14.2)) for s in (-1, 1)),
        )
    )


def _cargo(plot: Plot) -> Mesh:
    """Guns at the rails, barrels, bales and ropes, all off the stage whichever way the ship lies."""
    rng, parts = plot.rng, []
    for s in (-1, 1):
        for z in (-4.6, 4.4, 7.0):
            parts.append(ship.cannon().turned(y=s * 90).moved((s * 7.2, 0, z)))
        parts.append(ship.rope_coil(0.26).moved((s * 7.8, 0, 5.7)))
        lantern = street.lantern_post(2.4).turned(y=90.0 + s * 90.0)
        parts.append(lantern.moved((s * 7.95, 0, -1.6 if s > 0 else 3.2)))
    parts += [
        ship.lashed_cargo(rng).moved((-3.9, 0, _STERN + 0.6)),
        merge((street.barrel(rng), street.barrel(rng).moved((0.66, 0, 0.1)))).moved((3.1, 0, _STERN + 0.55)),
        ship.rope_coil().moved((4.3, 0, _STERN + 1.0)),
        street.crate(rng, 0.7).turned(y=20).moved((-4.5, 0, 8.0)),
        ship.lashed_cargo(rng).turned(y=90).moved((4.6, 0, 8.6)),
    ]
    return merge(parts)


def _sea(plot: Plot, heading: float) -> None:
    """Water to the horizon with crests and foam along the hull, islands, another ship, gulls."""
    rng = plot.rng
    water(plot, -320.0, 320.0, 320.0, "#2a7f9f", _SEA)
    for s in (-1, 1):
        wake = [(s * (_half_beam(z) + 0.5), z) for z in np.linspace(-16, 19, 12)]
        wake += [] if s > 0 else [(-14.0, -32.0)]
        foam = ribbon(rng, wake, 1.2, "#eef6f5", y=_SEA + 0.03, wobble=0.5, kind=PLAIN, step=1.4)
        plot.lay(foam.turned(y=heading))
    for _ in range(36):
        a, away = float(rng.uniform(0, math.tau)), float(rng.uniform(13, 70))
        x, z, long = away * math.sin(a), away * math.cos(a), float(rng.uniform(2.0, 5.5))
        crest = [(x - long / 2, z), (x, z - 0.25), (x + long / 2, z)]
        plot.lay(ribbon(rng, crest, 0.24, "#e6f2f3", y=_SEA + 0.04, wobble=0.5, kind=PLAIN, step=0.8))
    for k in range(5):
        a, away = math.tau * (k + float(rng.uniform(-0.3, 0.3))) / 5 + 0.6, float(rng.uniform(110, 160))
        island = nature.hill(rng, float(rng.uniform(14, 26)), float(rng.uniform(6, 12)), "#6f8f72")
        plot.lay(island.moved((away * math.sin(a), _SEA - 0.5, away * math.cos(a))))
    side = 1.0 if heading > 0 else -1.0
    for x, z, veer in ((24.0 * side, -105.0, 12.0), (-60.0 * side, 120.0, 160.0)):
        plot.lay(ship.far_ship(rng).scaled(2.2).turned(y=veer * side).moved((x, _SEA, z)))
    for k in range(12):
        a, away = math.tau * (k + float(rng.uniform(0.2, 0.8))) / 12, float(rng.uniform(14, 26))
        flown = ship.gull(rng).turned(y=float(rng.uniform(0, 360)))
        plot.lay(flown.moved((away * math.sin(a), float(rng.uniform(5.0, 9.0)), away * math.cos(a))))
