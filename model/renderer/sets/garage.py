"""Where cars are parked under a house: numbered pillars, a row of cars behind them, tubes of light, a ramp to the day.

Fills a `Room` with a shell of its own: behind the pillars, where rooms have their back wall, it goes on as deep as a
car is long.
Knows nothing of who plays there.
"""

from __future__ import annotations

from model.renderer.mesh import merge
from model.renderer.pieces import backstreet, parking
from model.renderer.pieces import furnishings as f
from model.renderer.pieces.lettering import lettering
from model.renderer.sets.room import FRONT, HALF_WIDTH, Room
from model.renderer.shapes import block, graded, plate, shade, tile

_BACK = -11.4  # z of the wall behind the cars
_ROWS = -6.5  # z of the pillars: what hangs on the wall in a story hangs on one
_NOSES = -6.75  # z of the cars' bumpers
_RAMP, _WAY = -1.6, 4.6  # z of its middle, and its width
_ZONES = ("#2f7f8f", "#3f8f5a", "#c9702c", "#6a5aa0", "#b5443c")  # a storey has its colour
_COOL = "#eef6ff"


def garage(room: Room) -> None:
    rng, h = room.rng, 3.5
    room.height = h
    zone, storey = str(rng.choice(_ZONES)), f"B{int(rng.integers(1, 4))}"
    _shell(room, zone)
    _cars(room, zone)
    room.left(lettering(storey, 1.3, zone).moved((0, 0, 0.03)), -2.4, 1.5)
    room.left(parking.mirror(), -5.2, 2.5)
    room.left(backstreet.service_door("#7d868c", lit=False), 1.8)
    room.left(parking.exit_sign(), 1.8, 2.5)
    room.left(backstreet.fuse_boxes(rng), 4.2, 0.9)
    room.add(parking.ramp(_WAY, 2.9), (HALF_WIDTH, 0, _RAMP), -90)
    room.add(parking.barrier(), (7.55, 0, _RAMP + _WAY / 2 + 0.1), 90)
    room.add(parking.striped(_WAY + 0.4, 0.3, 0.1), (HALF_WIDTH - 0.06, 2.86, _RAMP), -90)
    room.right(lettering("P", 1.3, zone).moved((0, 0, 0.03)), 3.4, 1.5)
    room.front(f.wall_door(1.5, 2.3, "#7d868c", "#5f666b"), 0)
    room.front(parking.exit_sign(), 0, 2.5)
    for s in (-1, 1):
        room.front(lettering(storey, 1.2, zone).moved((0, 0, 0.03)), s * 4.4, 1.5)
        room.add(parking.cone(), (s * 6.6, 0, -5.4 + 0.3 * s))
    _overhead(room)
    for x, z in ((-3.4, -1.6), (3.4, -1.6), (0.0, 3.4)):
        room.lamp((x, h - 1.15, z), _COOL, 1.7, 10.0, "always")
    room.lamp((0.0, 2.5, -8.4), _COOL, 1.3, 8.0, "always")


def _shell(room: Room, zone: str) -> None:
    """Concrete: a floor of polished paint, walls with a band of the zone's colour, the ceiling."""
    h, long = room.height, FRONT - _BACK
    middle = (FRONT + _BACK) / 2
    room.add(tile((2 * HALF_WIDTH, long), "#737b7c", (0, -0.003, middle), gloss=0.45))
    for x in (-6.0, -2.0, 2.0, 6.0):
        for z in (-8.9, -4.6, -0.3, 4.0, 8.0):
            room.add(tile((3.9, 4.2), shade("#7b8384", float(room.rng.uniform(0.96, 1.03))), (x, 0, z), gloss=0.45))
    room.add(tile((2 * HALF_WIDTH, long), "#8b8d8c").turned(x=180).moved((0, h, middle)))
    near, far = _RAMP + _WAY / 2, _RAMP - _WAY / 2
    walls = [
        (2 * HALF_WIDTH, (0.0, _BACK), 0.0), (long, (-HALF_WIDTH, middle), 90.0), (2 * HALF_WIDTH, (0.0, FRONT), 180.0),
        (FRONT - near, (HALF_WIDTH, (FRONT + near) / 2), -90.0), (far - _BACK, (HALF_WIDTH, (far + _BACK) / 2), -90.0),
    ]  # fmt: skip
    for width, (x, z), turn in walls:
        wall = graded(plate((width, h), parking.CONCRETE), 0.86, 1.02)
        bands = [plate((width, 0.34), zone, (0, 0.95, 0.012)), plate((width, 0.2), "#5f6466", (0, 0, 0.02))]
        room.add(merge((wall, *bands)), (x, 0, z), turn)
    room.add(plate((_WAY, h - 2.9), parking.CONCRETE), (HALF_WIDTH, 2.9, _RAMP), -90)


def _cars(room: Room, zone: str) -> None:
    """The row at the back between its pillars, painted bays, and bays along the walls."""
    rng, h = room.rng, room.height
    first = int(rng.integers(10, 80))
    for k, x in enumerate((-7.7, -3.0, 3.0, 7.7)):
        room.add(parking.pillar(h, zone, str(first + 2 * k)), (x, 0, _ROWS))
    bays = (-6.35, -4.3, -1.25, 1.25, 4.3, 6.35)
    free = bays[int(rng.integers(len(bays)))]
    for x, car in zip(bays, parking.row_of_cars(rng, len(bays)), strict=True):
        room.add(parking.striped(1.5, 0.12, 0.16, 0.3), (x, 0, _BACK + 0.5))
        if x == free:
            room.add(parking.cone(), (x, 0, _NOSES - 0.5))
        else:
            room.add(car, (x, 0, _NOSES - float(rng.uniform(0.0, 0.25))))
    for x in (-5.32, 0.0, 5.32):
        room.add(parking.painted_line(4.2), (x, 0.004, -8.4))
    room.add(parking.painted_line(16.0, 0.16, parking.YELLOW), (0, 0.004, -6.0), 90)
    for s in (-1, 1):
        for z in (1.6, 4.2, 6.8):
            room.add(parking.painted_line(2.3), (s * 6.7, 0.004, z), 90)
        room.add(parking.pillar(h, zone, str(first + 10 + s)), (s * 7.6, 0, 6.2), -s * 90)
    room.add(parking.arrow(), (0.0, 0.004, 2.6), 90)


def _overhead(room: Room) -> None:
    """Beams, pipes, a duct, tubes of light."""
    h = room.height
    for z in (_ROWS, -1.4, 3.4):
        room.add(block((2 * HALF_WIDTH, 0.3, 0.5), "#959796", (0, h - 0.3, z)))
    room.add(parking.duct(15.6), (0, h - 0.02, -3.9))
    room.add(parking.pipe_run(15.6, "#b5342c", 0.07, 6), (0, h - 0.42, -5.4))
    room.add(parking.pipe_run(15.6, "#c4c8ca", 0.06), (0, h - 0.3, -5.75))
    room.add(parking.pipe_run(15.6, "#b5342c", 0.06, 5), (0, h - 0.3, 1.6))
    room.add(parking.exit_sign(), (0.0, 2.62, _ROWS + 0.32))
    for x in (-5.0, 0.0, 5.0):
        for z in (-9.0, -2.6, 0.4, 5.2):
            room.add(parking.tube_light(), (x, h, z))
