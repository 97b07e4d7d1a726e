"""The great hall of a hotel: a double staircase under a balcony, crystal chandeliers, draped windows between pilasters,
round tables laid along the sides of a dance floor.

Fills a `Room` with a shell of its own, deeper than rooms are: the staircase stands before the wall.
Knows nothing of who plays there.
"""

from __future__ import annotations

from itertools import pairwise

from model.renderer.mesh import Mesh, merge
from model.renderer.pieces import banquet, regal
from model.renderer.pieces import furnishings as f
from model.renderer.sets.room import FRONT, HALF_WIDTH, Room
from model.renderer.shapes import Color, block, both_sides, drum, graded, mixed, plate, shade, spun, tile

_FACE, _BACK = -6.15, -8.05  # z of the staircase's face and of the wall behind it
_HIGH = 2.6  # m, of the balcony
# Walls, cloth, marble and the inlay of the floor, by the seed.
_HALLS = (
    ("#c8b088", "#8a2230", "#b49c7c", "#7c5a40"), ("#b0bab8", "#2c4a6c", "#aaa296", "#5c6470"),
    ("#ccb69e", "#2f5a4a", "#b29e88", "#6c5846"),
)  # fmt: skip


def ballroom(room: Room) -> None:
    rng, h = room.rng, 6.6
    room.height = h
    wall, cloth, marble, inlay = _HALLS[int(rng.integers(len(_HALLS)))]
    _shell(room, wall)
    _floor(room, marble, inlay)
    room.add(banquet.double_staircase(wall, _HIGH, cloth), (0, 0, _FACE))
    room.add(banquet.tall_window(rng, cloth, 1.7, 1.5), (0, _HIGH - 0.2, _BACK))
    for s in (-1, 1):
        room.add(banquet.tall_window(rng, cloth, 1.3, 1.6), (s * 4.5, _HIGH - 0.2, _BACK))
        for x in (2.45, 6.9):
            room.add(banquet.pilaster(h, 0.6), (s * x, 0, _BACK))
        room.add(f.flower_stand(rng, "#e8a0ac"), (s * 7.4, 0, -5.6))
        side = room.left if s < 0 else room.right
        for z in (-3.2, 0.9, 5.0):
            side(banquet.tall_window(rng, cloth), z)
        for z in (-5.4, -1.15, 2.95, 7.1):
            side(banquet.pilaster(h), z)
            side(f.sconce().moved((0, 0, 0.14)), z, 2.5)
        room.front(f.picture(rng, 2.2, 1.7), s * 4.6, 1.5)
        room.front(banquet.pilaster(h), s * 2.3)
        room.add(f.flower_stand(rng, "#e8a0ac"), (s * 7.4, 0, 7.1))
        for z in (-1.1, 2.3):  # none where cameras stand
            room.add(banquet.round_table(rng, 4, cloth), (s * 6.9, 0, z), s * 90)
    room.add(regal.carpet(1.9, 2.5, cloth), (0, 0.004, _FACE + 1.3))
    room.front(f.wall_door(2.2, 3.2, banquet.LINEN, banquet.GOLD), 0)
    room.add(banquet.grand_piano(), (-6.75, 0, -4.0), 172)
    room.add(banquet.glass_tower(), (6.5, 0, -4.3))
    for x, z, drop in ((-3.3, -2.8, 2.9), (3.3, -2.8, 2.9), (0.0, 2.2, 2.4), (0.0, _FACE - 0.2, 2.0)):
        room.add(banquet.chandelier(drop, 0.8), (x, h, z))
        room.lamp((x, h - drop - 0.55, z), "#ffdca8", 1.7 if z > _FACE else 1.1, 10.0, "always")


def _shell(room: Room, wall: Color) -> None:
    """Plaster over a dado with gilded rails, a coffered ceiling."""
    h, long = room.height, FRONT - _BACK
    middle = (FRONT + _BACK) / 2
    for width, (x, z), turn in (
        (2 * HALF_WIDTH, (0.0, _BACK), 0.0), (2 * HALF_WIDTH, (0.0, FRONT), 180.0),
        (long, (-HALF_WIDTH, middle), 90.0), (long, (HALF_WIDTH, middle), -90.0),
    ):  # fmt: skip
        cornice = plate((width, 0.42), shade(wall, 1.08)).turned(x=38).moved((0, h - 0.36, 0.01))
        rails = [plate((width, 0.07), banquet.GOLD, (0, y, 0.02), gloss=0.4) for y in (0.92, h - 0.5)]
        low = plate((width, 0.92), shade(wall, 0.88), (0, 0, 0.01))
        plinth = plate((width, 0.2), shade(wall, 0.7), (0, 0, 0.016))
        plaster = graded(plate((width, h), wall, gloss=0.08), 0.88, 1.02)
        room.add(merge((plaster, low, *rails, plinth, cornice)), (x, 0, z), turn)
    room.add(tile((2 * HALF_WIDTH, long), "#efe8da").turned(x=180).moved((0, h, middle)))
    for z in (-6.6, -3.4, -0.2, 3.0, 6.2):
        room.add(block((2 * HALF_WIDTH, 0.28, 0.4), "#e4dac6", (0, h - 0.28, z)))
    for x in (-6.0, -2.0, 2.0, 6.0):
        room.add(block((0.4, 0.24, long), "#e0d5c0", (x, h - 0.24, middle)))


def _floor(room: Room, marble: Color, inlay: Color) -> None:
    """Squares of marble, a great ring let into the middle."""
    room.tiles(marble, mixed(marble, inlay, 0.16), 1.6, 0.4)
    room.add(tile((2 * HALF_WIDTH, 1.2), marble, (0, -0.003, _BACK + 0.5), gloss=0.3))
    room.add(_ring(3.6, inlay, marble), (0, 0, -0.2))
    room.add(both_sides(tile((0.16, 14.4), inlay, (5.1, 0.003, 0.9), gloss=0.4)))


def _ring(radius: float, inlay: Color, marble: Color) -> Mesh:
    """Bands of stone within each other round a rosette, flush with the floor."""
    shares = (1.0, 0.95, 0.89, 0.86, 0.31, 0.27, 0.0)
    light = mixed(marble, inlay, 0.1)
    bands = [spun([(radius * outer, 0.004), (radius * inner, 0.004)], (inlay, light)[k % 2], sides=48, gloss=0.4)
             for k, (outer, inner) in enumerate(pairwise(shares))]  # fmt: skip
    petal = drum(0.5, 0.002, mixed(marble, inlay, 0.5), (0, 0.008, 0), sides=16, gloss=0.4).scaled((0.42, 1.0, 1.0))
    return merge((*bands, *(petal.moved((0, 0, 0.5)).turned(y=45 * k) for k in range(8))))
