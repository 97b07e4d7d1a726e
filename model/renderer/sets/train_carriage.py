"""Inside of a railway carriage, seen towards its side: windows with the country behind them, seats that face each
other, luggage racks, a door at either end.

Fills a `Room` with a shell of its own, as low as people allow. Knows nothing of who plays there.
"""

from __future__ import annotations

from model.renderer.mesh import merge
from model.renderer.pieces import furnishings as f
from model.renderer.pieces import railway
from model.renderer.pieces.railway import Livery
from model.renderer.sets.room import FRONT, HALF_WIDTH, Room
from model.renderer.shapes import block, graded, mixed, plate, shade, tile

_BAYS = (-6.0, -3.0, 0.0, 3.0, 6.0)  # x of the windows; things of a story hang at the second and the fourth
_SEATED = (-6.0, 0.0, 6.0)  # those with seats and a table before them
_WIDE, _SILL, _HEAD = 2.5, 0.86, 2.2  # m, of a window
_RACK, _COVE = 2.36, 0.62  # m: how high the rack is, and how far the ceiling comes down at the side
_ROWS = (-4.2, 0.3, 1.5, 4.6, 5.8)  # z of the seats at the ends, between which one walks to the doors
_KNEES = 0.48  # m from the middle of a bay to a seat
_ROOMY = (1.0, 1.16, 1.1)  # how much larger the seats are than one that is on stage
_ARCH, _HEADROOM = 4.55, 2.52  # x of the arches under the ceiling, and how high one can be under them
_DOOR = -1.9  # z of the end doors


def train_carriage(room: Room) -> None:
    rng, h = room.rng, 3.06
    room.height = h
    livery = railway.LIVERIES[int(rng.integers(len(railway.LIVERIES)))]
    _side(room, livery)
    _ends(room, livery)
    for x in _SEATED:
        room.back(railway.table(livery, rng), x)
        for s in (-1, 1):
            back = x + s * (_KNEES + 0.66)
            room.add(railway.seat(livery).scaled(_ROOMY), (back, 0, room.breast + 0.24), -s * 90)
            if abs(back) < HALF_WIDTH - 0.8:
                room.add(railway.seat(livery).scaled(_ROOMY), (back + s * 0.05, 0, room.breast + 0.24), s * 90)
    for s in (-1, 1):
        room.add(railway.arch(livery, FRONT - room.breast, h - _HEADROOM), (s * _ARCH, _HEADROOM, room.breast), 0.0)
    for z in (-3.1, 0.6, 4.4):
        room.add(railway.lamp_strip(15.6, 0.3, livery.old), (0, h, z))
    warm = "#ffe0b4" if livery.old else "#f2f6ff"
    for x, z in ((-3.6, -1.4), (3.6, -1.4), (0.0, 2.6)):
        room.lamp((x, h - 1.25, z), warm, 4.8, 12.0, "always")
    room.lamp((0.0, 2.0, -4.6), warm, 1.4, 7.0, "always")


def _side(room: Room, livery: Livery) -> None:
    """Floor, ceiling, and the side of the carriage with its windows and racks."""
    rng, h, z = room.rng, room.height, room.breast
    long, middle = FRONT - z, (FRONT + z) / 2
    room.add(tile((2 * HALF_WIDTH, long), shade(livery.floor, 0.86), (0, -0.003, middle), gloss=0.12))
    for k in range(8):
        for j in range(4):
            tone = shade(livery.floor, float(rng.uniform(0.97, 1.03)))
            room.add(tile((1.94, 3.8), tone, (2.0 * k - 7.0, 0, z + 1.95 + 3.9 * j), gloss=0.12))
    aisle = mixed(livery.cloth, livery.floor, 0.62)
    room.add(tile((2 * HALF_WIDTH, 2.0), aisle, (0, 0.003, _DOOR), gloss=0.05))
    for s in (-1, 1):
        room.add(tile((2 * HALF_WIDTH, 0.12), shade(aisle, 1.3), (0, 0.006, _DOOR + s * 0.86), gloss=0.05))
    above, cove = ("#b5a47e", "#b09d74") if livery.old else ("#babcbc", "#bfc0be")
    room.add(tile((2 * HALF_WIDTH, long), above).turned(x=180).moved((0, h, middle)))
    room.add(plate((2 * HALF_WIDTH, 1.18), cove).turned(x=48), (0, h - _COVE, z))
    room.back(plate((2 * HALF_WIDTH, _SILL), livery.panel), 0.0)
    room.back(plate((2 * HALF_WIDTH, h - _HEAD - _COVE + 0.02), livery.wall), 0.0, _HEAD)
    edges = [-HALF_WIDTH, *(x + s * _WIDE / 2 for x in _BAYS for s in (-1, 1)), HALF_WIDTH]
    for low, high in zip(edges[::2], edges[1::2], strict=True):
        room.add(plate((high - low, _HEAD - _SILL), livery.wall), ((low + high) / 2, _SILL, z))
    room.add(block((2 * HALF_WIDTH, 0.1, 0.12), livery.trim, (0, 0.0, z + 0.05)))
    room.add(block((2 * HALF_WIDTH, 0.06, 0.07), livery.trim, (0, _SILL - 0.14, z + 0.02), gloss=0.4))
    for x in _BAYS:
        room.add(railway.outlook(rng, _WIDE, _HEAD - _SILL, livery.trim), (x, _SILL, z))
        room.add(railway.window_frame(_WIDE, _HEAD - _SILL, livery), (x, _SILL, z))
    room.back(railway.rack(livery, rng, 15.6), 0.0, _RACK)
    for x in (-6.4, -3.2, 3.2, 6.4):
        window = f.sky_window(2.3, 1.25, livery.trim, 2, 1)
        room.front(window, x, _SILL)
    room.front(plate((2 * HALF_WIDTH, h), livery.wall), 0.0)
    room.front(block((2 * HALF_WIDTH, _SILL - 0.1, 0.04), livery.panel), 0.0)
    room.front(railway.rack(livery, rng, 15.6), 0.0, _RACK)


def _ends(room: Room, livery: Livery) -> None:
    """Walls with a sliding door, and double seats that face the middle of the carriage."""
    rng, h, z = room.rng, room.height, room.breast
    number = int(rng.integers(2, 9))
    long, middle = FRONT - z, (FRONT + z) / 2
    for s in (-1, 1):
        wall = merge((
            graded(plate((long, h), livery.wall), 0.9, 1.02), plate((long, _SILL), livery.panel, (0, 0, 0.012)),
            plate((long, 0.07), livery.trim, (0, _SILL - 0.03, 0.02)),
        ))  # fmt: skip
        room.add(wall, (s * HALF_WIDTH, 0, middle), -s * 90)
        (room.left if s < 0 else room.right)(railway.end_door(livery, str(number + (s > 0))), _DOOR)
        for at in (-4.7, 2.9):
            (room.left if s < 0 else room.right)(railway.route_map(livery), at, 1.42)
        for row in _ROWS:
            for x in (6.2, 7.4):
                room.add(railway.seat(livery, 2), (s * x, 0, row), -s * 90)
