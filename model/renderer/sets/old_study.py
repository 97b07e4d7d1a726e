"""The study and hall of an old Chinese house: an altar table under a landscape and couplets, round windows, shelves of
scrolls, a folding screen, lanterns.

Fills a `Room`. Knows nothing of who plays there.
"""

from __future__ import annotations

from model.renderer.pieces import chamber, inn, scholar
from model.renderer.pieces import furnishings as f
from model.renderer.pieces import old_town as t
from model.renderer.pieces.characters import shop_name
from model.renderer.sets.room import Room
from model.renderer.shapes import mixed, shade

# Wood and plaster, by the seed.
_HOUSES = (("#5a3826", "#dccda8"), ("#4c3828", "#d8cfb8"), ("#643e28", "#e0d0a4"))


def old_study(room: Room) -> None:
    rng, h = room.rng, 4.5
    room.height = h
    wood, plaster = _HOUSES[int(rng.integers(len(_HOUSES)))]
    room.walls(plaster, mixed(wood, plaster, 0.42), 0.95, trim=shade(wood, 0.75))
    room.planks(mixed(wood, "#a08a68", 0.55))
    room.ceiling(shade(wood, 0.95), shade(wood, 0.72), 7)
    room.add(f.rug(4.8, 3.4, "#5f6a5a", "#c9b68a"), (0, 0.004, -0.6))
    room.back(scholar.altar_table(rng), 0.0)
    room.back(scholar.hanging_scroll(1.35, 1.95, rng), 0.0, 1.62)
    room.back(t.plaque(shop_name(rng, False), 1.5).scaled(1.15), 0.0, 3.78)
    first, second = scholar.lines(rng)
    for s, text in ((-1, first), (1, second)):
        room.back(scholar.couplet(text, 1.95), s * 1.12, 1.62)
        room.back(scholar.round_window(0.82, wood), s * 3.05, 1.2)
        room.add(inn.post(h), (s * 6.15, 0, -5.3))
        side = room.left if s < 0 else room.right
        for z in (-1.7, 3.4):
            side(inn.paper_window(2.3, 2.0, wood, gilded=False), z, 1.2)
        for z in (-2.6, 2.2):
            room.add(f.paper_lantern("#e8c890" if s * z > 0 else "#d8543a", 0.6), (s * 4.6, h - 0.26, z))
        room.back(scholar.scroll_shelf(rng, 2.7, 2.3, wood), s * 6.3)
        room.back(scholar.couplet(scholar.lines(rng, 1, 4)[0], 1.4), s * 6.3, 2.62)
        room.add(scholar.scroll_jar(rng), (s * 5.15, 0, -6.5))
        room.front(inn.paper_window(2.4, 2.2, wood, gilded=False), s * 4.3, 1.1)
        room.add(scholar.chair(wood), (s * 7.7, 0, 0.9), -s * 90)
    room.left(scholar.scroll_shelf(rng, 2.6, 1.5, wood), -4.3)
    room.left(scholar.hanging_scroll(1.0, 1.5, rng), -4.3, 1.9)
    room.add(chamber.folding_screen(rng), (6.9, 0, -3.6), -64)
    room.right(chamber.zither(), 2.4)
    room.add(chamber.vase_on_stand(rng), (-7.2, 0, 1.9))
    room.add(chamber.candle_stand(), (-6.0, 0, -2.7))
    room.add(chamber.candle_stand(), (6.0, 0, -5.0))
    room.front(f.wall_door(1.8, 2.7, shade(wood, 1.1), shade(wood, 0.7)), 0)
    for x, z in ((-4.4, -2.8), (4.4, -2.8), (0.0, 2.4)):
        room.lamp((x, 2.5, z), "#ffc484", 2.1, 10.0, "always")
    room.lamp((0.0, 3.0, -4.2), "#ffd09a", 0.9, 6.0, "always")
