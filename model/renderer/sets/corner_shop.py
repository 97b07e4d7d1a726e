"""A shop of today that is open at any hour: white light from the ceiling, fridges, shelves of goods, a till.

Fills a `Room`. Knows nothing of who plays there.
"""

from __future__ import annotations

from model.renderer.pieces import furnishings as f
from model.renderer.pieces import retail
from model.renderer.sets.room import Room
from model.renderer.shapes import block

_COOL = "#f6fbff"
_IN_THE_WALL = 0.14  # of their depth, that fridges stand out where the stage begins


def corner_shop(room: Room) -> None:
    rng, h = room.rng, 3.7
    room.height = h
    room.walls("#dfe4e0", "#d2d8d4", 0.4, trim="#d4dad8")
    room.tiles("#d8dad6", "#ccd0cd", 1.0, 0.6)
    room.ceiling("#f4f6f6")
    room.back(retail.fridges(rng, 5).scaled((1.0, 1.0, _IN_THE_WALL)), 0.0)
    room.back(retail.sign_board(4.4), 0.0, 2.75)
    for s in (-1, 1):
        room.back(retail.gondola(rng, 2.8, 1.8, "#2f7f5a"), s * 6.3)
        room.back(retail.backlit_rack(rng, 2.6, 0.9), s * 6.3, 2.25)
    room.left(retail.gondola(rng, 3.0, 1.7), -3.6)
    room.left(retail.gondola(rng, 3.0, 1.7, "#f08a3c"), -0.3)
    room.left(retail.papers(rng), 2.2)
    room.left(f.wall_door(1.2, 2.3, "#8a9aa0", "#d4dad8"), 4.4)
    room.right(f.sky_window(4.2, 2.1, "#c4ccd2", 3, 1), -2.6, 0.7)
    room.right(retail.checkout(rng), 1.6)
    room.right(retail.backlit_rack(rng, 2.4, 1.0), 1.6, 1.6)
    room.right(f.vending_machine("#2f7fc0"), 4.3)
    room.add(retail.freezer(rng), (6.9, 0, -5.4), -90)
    room.front(f.sky_window(4.6, 2.3, "#c4ccd2", 3, 1), -4.4, 0.5)
    room.front(f.wall_door(1.6, 2.5, "#c4d6dc", "#c4ccd2"), 0)
    room.front(f.sky_window(4.6, 2.3, "#c4ccd2", 3, 1), 4.4, 0.5)
    room.front(block((15.0, 0.4, 0.08), "#d9412f"), 0.0, 3.1)
    for x in (-4.4, 0.0, 4.4):
        for z in (-3.6, 0.4, 4.4):
            room.add(f.ceiling_light((2.2, 0.34)), (x, h, z))
    for x, z in ((-3.6, -1.2), (3.6, -1.2), (0.0, 2.6)):
        room.lamp((x, h - 0.5, z), _COOL, 1.9, 10.0)
    room.lamp((0.0, 1.7, -4.6), "#e4f3ff", 0.5, 5.0, "always")
