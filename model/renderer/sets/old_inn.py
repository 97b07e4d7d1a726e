"""The old inn: square tables under lanterns, wine jars, a counter with an abacus, stairs to the rooms above.

Fills a `Room`. Knows nothing of who plays there.
"""

from __future__ import annotations

from model.renderer.pieces import furnishings as f
from model.renderer.pieces import inn
from model.renderer.pieces import old_town as t
from model.renderer.pieces.characters import shop_name
from model.renderer.sets.room import Room

_DARK = "#4a2c1e"


def old_inn(room: Room) -> None:
    rng, h = room.rng, 4.6
    room.height = h
    room.walls("#d2b88c", "#6b4028", 1.1, trim=_DARK)
    room.planks("#8a6644")
    room.ceiling("#5a3a26", "#46291c", 7)
    room.back(inn.paper_window(2.6, 2.1, _DARK, gilded=False), 0.0, 1.3)
    for x in (-2.6, 2.6):
        room.back(inn.prices(rng, 5), x, 1.75)
    room.back(t.plaque(shop_name(rng, True), 1.7).scaled(1.2), 0.0, 3.65)
    room.add(inn.counter(rng, 3.2), (6.3, 0, -6.2))
    for y in (1.5, 2.2):
        room.back(f.shelf(rng, 2.8, "jars", _DARK), 6.3, y)
    room.add(inn.stairs_up(3.4), (-7.9, 0, -6.32))
    room.add(inn.jars(rng).scaled(0.85), (-4.9, 0, -6.75))
    for x, z in ((-6.9, -2.6), (-6.9, 1.4), (6.9, -1.8), (6.9, 2.2), (-6.7, 5.4)):
        room.add(inn.square_table(rng), (x, 0, z), float(rng.uniform(-8, 8)))
    for s in (-1, 1):
        for z in (-4.2, 0.0, 4.2):
            (room.left if s < 0 else room.right)(inn.paper_window(2.4, 2.0, _DARK, gilded=False), z, 1.3)
            room.add(f.paper_lantern(drop=0.8), (s * 5.7, h - 0.26, z + 1.2))
        room.add(inn.post(h), (s * 6.15, 0, -5.2))
        room.add(f.paper_lantern(drop=0.5), (s * 2.4, h - 0.26, -3.8))
        room.front(inn.paper_window(2.6, 2.2, _DARK, gilded=False), s * 4.4, 1.2)
    room.add(inn.jars(rng), (7.2, 0, 5.2), -90)
    room.front(f.wall_door(2.0, 2.8, "#7a3a26", _DARK), 0)
    for x, z in ((-4.4, -2.6), (4.4, -2.6), (0.0, 2.6)):
        room.lamp((x, 3.0, z), "#ffc07a", 2.1, 10.0, "always")
    room.lamp((6.2, 2.5, -5.2), "#ffc080", 1.1, 6.0)
