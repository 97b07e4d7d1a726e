"""The throne room and the boardroom: where power sits, then and now.

Each fills a `Room`. Knows nothing of who plays there.
"""

from __future__ import annotations

from model.renderer.mesh import merge
from model.renderer.pieces import business, regal
from model.renderer.pieces import furnishings as f
from model.renderer.sets.room import BREAST, Room
from model.renderer.shapes import block, shade, tile

# Drapes, walls, and the tone of the floor, by the seed.
_COURTS = (("#8f1f30", "#3f4a63", "#3a3440"), ("#5a2a78", "#4a5a52", "#38343c"), ("#1f4f8f", "#6a4a44", "#3c3432"))


def throne_room(room: Room) -> None:
    rng, h = room.rng, 6.8
    room.height = h
    cloth, wall, dark = _COURTS[int(rng.integers(len(_COURTS)))]
    room.walls(wall, shade(wall, 0.72), 1.3, trim=regal.GOLD)
    room.tiles("#cfc5b4", dark, 1.25, 0.8)
    room.ceiling("#2a2f4a", "#3a3f5f", 7)
    room.add(regal.star_floor(1.9, regal.GOLD, "#e2d6c0"), (0, 0.001, 2.6))
    room.add(regal.carpet(1.9, 7.0, cloth), (0, 0, -2.7))
    room.back(regal.canopy(cloth), 0.0)
    room.back(regal.rose_window(0.62), -3.1, 4.9)
    room.back(regal.rose_window(0.62), 3.1, 4.9)
    for s in (-1, 1):
        room.back(f.banner(1.1, 3.0, cloth), s * 3.1, 4.0)
        room.back(f.stained_window(rng, 1.7, 3.2), s * 6.3, 1.9)
        room.add(regal.golden_lion(), (s * 5.4, 0, -6.35), -s * 22)
        room.add(regal.gilded_column(h), (s * (BREAST + 0.02), 0, room.breast - 0.05))
        for z in (-3.0, 1.2, 5.4):
            room.add(regal.gilded_column(h), (s * 7.0, 0, z))
            room.add(f.banner(1.0, 2.8, cloth), (s * 6.5, h - 0.9, z), -s * 90)
        side = room.left if s < 0 else room.right
        for z in (-5.0, -0.9, 3.3, 7.4):
            side(f.stained_window(rng, 1.6, 3.0), z, 1.8)
        for z in (-4.9, 3.3):
            room.add(regal.brazier(), (s * 6.5, 0, z))
        side(regal.halberd_rack(), -0.9)
        room.front(f.banner(1.4, 3.4, cloth), s * 3.4, h - 0.7)
        room.front(f.stained_window(rng, 1.5, 2.8), s * 5.8, 1.8)
    room.front(f.wall_door(2.6, 3.6, "#5a3422", regal.GOLD), 0)
    for z in (-2.4, 3.6):
        room.add(f.chandelier(4.6, h, 1.1), (0, 0, z))
    room.lamp((-5.9, 2.3, -4.6), "#ff9a4a", 1.9, 9.0, "always")
    room.lamp((5.9, 2.3, -4.6), "#ff9a4a", 1.9, 9.0, "always")
    room.lamp((0, 4.3, -2.2), "#ffd08a", 2.2, 10.0, "always")
    room.lamp((0, 4.4, 3.2), "#ffc880", 2.0, 10.0)


def boardroom(room: Room) -> None:
    rng, h = room.rng, 4.2
    room.height = h
    leather = str(rng.choice(["#2c3038", "#5a3424", "#e0dbd0", "#3a4a5f"]))
    room.walls("#d5d3ce", trim="#b8b4ac")
    room.tiles("#4c525c", "#474d57", 1.0, 0.12)
    room.ceiling("#eceae6")
    room.add(f.rug(8.6, 6.4, "#5d6673", "#8a94a2"), (0, 0.004, -0.6))
    room.back(business.skyline_window(rng, 2 * BREAST - 0.3, 3.5), 0.0, 0.35)
    for s in (-1, 1):
        room.back(business.skyline_window(rng, 2.9, 3.5, 2), s * 6.3, 0.35)
        room.add(f.ficus(rng, 2.1), (s * 7.2, 0, -6.2))
        room.add(business.swivel_chair(leather), (s * 5.5, 0, -6.5), -s * 18)
        for x in (1.9, 5.2):
            for z in (-3.4, 1.6, 6.4):
                room.add(f.ceiling_light((0.9, 0.3)), (s * x, h, z))
    _emblem_side(room, leather)
    _screen_side(room, leather)
    for z in (-1.9, 0.5):
        room.add(business.light_line(5.2), (0, 3.1, z))
    room.front(business.slat_wall(15.6, h - 0.2), 0, 0.1)
    room.front(f.wall_door(1.9, 2.6, "#3a4048", "#5a626c"), 0)
    room.front(f.clock(0.34).moved((0, 0, 0.06)), 3.0, 2.7)
    room.front(f.picture(rng, 1.9, 1.2, "#3a3f48").moved((0, 0, 0.06)), -4.6, 1.4)
    room.front(business.credenza(rng, 3.0), 5.0)
    room.lamp((-2.4, 3.0, -1.6), "#ffe8c8", 1.6, 9.0)
    room.lamp((2.6, 3.0, -0.4), "#ffe8c8", 1.6, 9.0)
    room.lamp((-6.6, 2.5, 0.4), "#ffd8a0", 1.0, 6.0)
    room.lamp((6.6, 1.9, -1.4), "#7fc4f0", 0.9, 6.0, "always")


def _emblem_side(room: Room, leather: str) -> None:
    """The left wall: wood with the company's sign, a sideboard, a lamp over it."""
    room.left(business.slat_wall(10.4, room.height - 0.2), -1.6, 0.1)
    room.left(business.emblem(), -1.6, 2.55)
    room.left(business.credenza(room.rng), -1.6)
    for z in (-4.5, 1.5):
        room.left(f.sconce("#5a626c"), z, 2.2)
        room.left(f.potted_plant(room.rng, 1.5, "#f2efe6").moved((0, 0, 0.45)), z)
    room.left(f.sky_window(2.6, 2.6, "#3a4048", 2, 1), 6.2, 0.7)
    for z in (3.6, 4.4):
        room.add(business.swivel_chair(leather), (-7.2, 0, z), 90)


def _screen_side(room: Room, leather: str) -> None:
    """The right wall: the display, chairs along it, the glass door to the corridor."""
    room.right(business.slat_wall(5.0, room.height - 0.2, "#5f6872"), -1.4, 0.1)
    room.right(merge((business.screen_wall(room.rng), block((3.6, 0.08, 0.1), "#5a626c", (0, -0.14, 0.05)))), -1.4, 1.1)
    for z in (-4.6, 1.6, 2.5, 3.4):
        room.add(business.swivel_chair(leather), (7.2, 0, z), -90)
    room.right(f.sky_window(1.6, 3.0, "#3a4048", 1, 1), 6.2, 0.1)
    room.right(f.picture(room.rng, 1.0, 1.3, "#3a3f48"), 2.5, 1.6)
    room.right(f.board(1.8, 1.2, "#f7f8f6", "#aab4bc", room.rng), -5.2, 1.2)
    room.add(tile((1.2, 1.2), "#3c424b", (6.9, 0.006, 6.2)))
