"""The chamber of an old Chinese house: a moon door in the middle, silk, lacquer, candles.

Fills a `Room`. Knows nothing of who plays there.
"""

from __future__ import annotations

from model.renderer.pieces import chamber, inn
from model.renderer.pieces import furnishings as f
from model.renderer.sets.room import Room


def old_chamber(room: Room) -> None:
    rng, h = room.rng, 4.3
    room.height = h
    silk = str(rng.choice(["#b8433a", "#a8506a", "#4f7f86"]))
    room.walls("#d9c6a0", "#7a3228", 0.9, trim="#5a2018")
    room.planks("#7d5338")
    room.ceiling("#6b4630", "#4a2a1e", 6)
    room.add(f.rug(4.6, 3.6, "#8a3a34", "#d8b878"), (0, 0.004, -1.2))
    room.back(chamber.moon_door(3.0), 0.0, 0.2)
    room.back(f.curtains(6.4, 3.6, silk, rng).scaled((1.0, 1.0, 0.5)), 0.0)
    for s in (-1, 1):
        room.back(f.cabinet(2.0, 1.9, "#6e241d", top="#3a1c16"), s * 6.6)
        (room.left if s < 0 else room.right)(inn.paper_window(2.4, 2.0, "#5a2018"), -1.6, 1.2)
        (room.left if s < 0 else room.right)(inn.paper_window(2.4, 2.0, "#5a2018"), 3.6, 1.2)
        room.add(chamber.candle_stand(), (s * 5.75, 0, -5.5))
        room.add(f.paper_lantern("#e0703c", 0.5), (s * 3.0, h - 0.26, -3.4))
        room.front(inn.paper_window(2.2, 2.2, "#5a2018"), s * 4.2, 1.1)
    room.left(chamber.dressing_table(rng), -4.4)
    room.add(chamber.folding_screen(rng), (6.9, 0, -3.9), -62)
    room.right(chamber.zither(), 1.0)
    room.add(chamber.vase_on_stand(rng), (-7.2, 0, 1.2))
    room.add(chamber.vase_on_stand(rng), (7.2, 0, 5.6))
    room.front(f.wall_door(1.8, 2.7, "#6e241d", "#3a1c16"), 0)
    for x, z in ((-4.6, -3.6), (4.6, -3.6), (0.0, 2.4)):
        room.lamp((x, 2.2, z), "#ffbc78", 2.2, 10.0, "always")
    room.lamp((0.0, 3.0, -4.2), "#ffd09a", 0.9, 6.0, "always")
