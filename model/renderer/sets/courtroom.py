"""A court of law: panelled walls, an emblem over where the judge sits, jury and witness boxes, counsel's tables, the
public behind rails.

Fills a `Room`. Knows nothing of who plays there: the judge's bench is a thing on stage.
"""

from __future__ import annotations

from model.renderer.mesh import merge
from model.renderer.pieces import court
from model.renderer.pieces import furnishings as f
from model.renderer.sets.room import BREAST, HALF_WIDTH, Room
from model.renderer.shapes import both_sides, mixed, shade, tile

# Wood, wall, cloth of carpets and flags, by the seed.
_COURTS = (("#7a4a2a", "#d9cdb4", "#2f4a6a"), ("#5f3a26", "#c9c4b4", "#7a2f36"), ("#8a5f38", "#ded6c2", "#3f5f4a"))


def courtroom(room: Room) -> None:
    rng, h = room.rng, 5.0
    room.height = h
    wood, wall, cloth = _COURTS[int(rng.integers(len(_COURTS)))]
    room.walls(wall, wood, 1.2, trim=shade(wood, 0.85))
    room.planks(shade(wood, 1.1))
    room.ceiling("#e4dcc8", shade(wood, 0.9), 6)
    carpet = mixed(cloth, wood, 0.4)
    room.add(tile((4.4, 9.0), carpet, (0, 0.003, -1.4), gloss=0.02))
    room.add(both_sides(tile((0.14, 9.0), shade(carpet, 1.45), (1.96, 0.006, -1.4), gloss=0.02)))
    room.back(court.panelling(2 * BREAST, 3.9, wood), 0.0)
    room.back(court.emblem(), 0.0, 3.05)
    for s in (-1, 1):
        room.back(f.sconce(), s * 1.75, 2.25)
        room.add(court.flag(cloth if s < 0 else "#b08a3c"), (s * 4.4, 0, room.breast + 0.27), 180 if s > 0 else 0)
        room.back(court.panelling(HALF_WIDTH - BREAST, 3.4, wood), s * (BREAST + HALF_WIDTH) / 2)
        side = room.left if s < 0 else room.right
        for z in (-3.6, 0.2, 4.0):
            side(f.sky_window(1.5, 2.4, wood, 2, 3, arched=True), z, 1.7)
        for z in (-5.4, 7.2):
            room.add(f.column(h, 0.3, shade(wall, 1.02)), (s * 7.5, 0, z))
        room.add(court.balustrade(6.4, wood), (s * 5.72, 0, 3.4), 90)
        for x in (6.5, 7.4):
            room.add(f.pew(5.6), (s * x, 0, 3.4), s * 90)
        room.front(court.panelling(4.6, 3.4, wood), s * 5.0)
    room.left(court.jury(wood).moved((0, 0, 0.15)), -2.6)
    room.add(f.bookcase(rng, 2.6, 2.9, shade(wood, 0.9), 6), (-6.3, 0, -6.92))
    room.add(merge((court.box(1.3, 1.0, wood), court.chair().moved((0, 0, 0.2)))), (6.75, 0, -5.9), -32)
    room.add(merge((f.column(1.0, 0.2, shade(wall, 0.95)), court.scales(0.95).moved((0, 1.0, 0)))), (5.15, 0, -6.55))
    room.add(court.counsel_table(rng, wood), (7.0, 0, -2.6), -90)
    for z in (7.4, 8.4):
        room.add(f.pew(10.5), (0, -0.12, z))
    room.front(f.wall_door(2.2, 3.0, shade(wood, 0.85), shade(wood, 0.7)), 0)
    for x, z in ((-4.0, -2.6), (4.0, -2.6), (-4.0, 2.4), (4.0, 2.4)):
        room.add(court.globe_lamp(), (x, h, z))
    for x, z in ((-3.0, -1.2), (3.0, -1.2), (0.0, 3.0)):
        room.lamp((x, 3.2, z), "#ffe2b0", 2.1, 10.0, "always")
    room.lamp((0.0, 3.2, -4.6), "#ffdca0", 1.1, 7.0, "always")
