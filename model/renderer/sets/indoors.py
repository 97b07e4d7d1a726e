"""Rooms: what stands and hangs in a castle hall, an office, a living room and their like.

Each fills a `Room`. Knows nothing of who plays there. In rooms whose furniture hangs (windows), the middle of the back
wall keeps the places free where `model.layout` hangs things, at x = -3 and 3.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from model.renderer.mesh import Mesh, merge
from model.renderer.pieces import furnishings as f
from model.renderer.pieces import inn, street
from model.renderer.pieces.furnishings import flame
from model.renderer.props.handheld import GOLD, STEEL
from model.renderer.scenery import SCREEN
from model.renderer.sets.room import Room
from model.renderer.shapes import Color, ball, block, both_sides, drum, plate, rod, shade, slab, spun, tile

STONE = "#8d867b"


def castle_hall(room: Room) -> None:
    _rng, h = room.rng, 6.2
    room.height = h
    room.walls("#9a9184", trim="#7d756a")
    room.masonry("#9a9184")
    room.tiles("#8f877b", "#7c7469", 1.25, 0.35)
    room.ceiling("#4a3626", "#5f432c", 6)
    room.add(tile((2.4, 15.5), "#7c3034", (0, 0.003, 1.6)))
    for s in (-1, 1):
        room.add(tile((0.14, 15.5), f.GOLD, (s * 1.08, 0.005, 1.6)))
        for z in (-5.6, -1.8, 2.2, 6.2):
            room.add(f.column(h, 0.36, "#a59c8e"), (s * 7.1, 0, z))
        for z in (-3.7, 0.2, 4.2):
            (room.left if s < 0 else room.right)(f.sky_window(1.1, 2.0, "#8a8174", 2, 3, arched=True), z, 1.9)
        for z in (-5.6, -1.8, 2.2):
            room.add(f.banner(1.0, 2.4, "#8f2430" if z > -3 else "#2f4f8a"), (s * 6.62, h - 0.7, z), -s * 90)
        room.back(f.torch_bracket(), s * 2.2, 2.2)
        room.back(f.banner(1.5, 3.2, "#2f4f8a"), s * 3.5, h - 0.5)
        room.back(f.cabinet(1.5, 1.1, "#5f432c"), s * 6.2)
        room.back(_crossed_swords(), s * 6.2, 2.4)
        room.add(_suit_of_armor(), (s * 5.0, 0, -6.5))
    room.back(f.banner(2.2, 3.6, "#8f2430"), 0.0, h - 0.4)
    room.add(f.chandelier(4.0, h, 1.0, "#3a3a40"), (0, 0, 0.5))
    room.front(f.wall_door(2.2, 3.2, "#5f3c24", "#7d756a"), 0)
    for s in (-1, 1):
        room.front(f.torch_bracket(), s * 2.4, 2.2)
        room.front(f.banner(1.4, 3.0, "#2f4f8a"), s * 4.6, h - 0.6)
        room.lamp((s * 2.2, 3.0, -5.4), "#ff9a4a", 1.6, 9.0, "always")
    room.lamp((0, 4.2, 0.5), "#ffc878", 1.6, 10.0)


def _crossed_swords() -> Mesh:
    blade = merge(
        (
            slab([(-0.04, 0.2), (0.04, 0.2), (0.03, 1.1), (0, 1.25), (-0.03, 1.1)], 0.02, STEEL, gloss=0.9),
            rod((-0.14, 0.2, 0), (0.14, 0.2, 0), 0.025, GOLD, sides=5),
            rod((0, 0, 0), (0, 0.2, 0), 0.03, "#6b4a30", sides=5),
        )
    ).moved((0, -0.55, 0))
    shield = merge(
        (
            ball((0.34, 0.4, 0.08), "#8f2430", (0, 0.05, 0.1), 6, gloss=0.5),
            ball((0.12, 0.12, 0.1), GOLD, (0, 0.05, 0.13), 5, gloss=0.8),
        )
    )
    return merge((blade.turned(z=45).moved((0, 0, 0.05)), blade.turned(z=-45).moved((0, 0, 0.08)), shield))


def _suit_of_armor() -> Mesh:
    steel = "#a5aeb8"
    return merge(
        (
            block((0.7, 0.14, 0.6), "#5f432c"),
            both_sides(
                merge(
                    (
                        rod((0.13, 0.14, 0), (0.12, 0.85, 0), 0.1, steel, sides=8, gloss=0.8),
                        rod((0.3, 1.45, 0), (0.34, 0.9, 0.05), 0.075, steel, sides=7, gloss=0.8),
                        ball(0.13, steel, (0.27, 1.5, 0), 5, gloss=0.8),
                    )
                )
            ),
            spun([(0.16, 0.82), (0.22, 1.1), (0.26, 1.42), (0.12, 1.56)], steel, sides=12, gloss=0.85),
            ball((0.16, 0.19, 0.17), steel, (0, 1.74, 0), 7, gloss=0.85),
            block((0.22, 0.03, 0.04), "#22242a", (0, 1.75, 0.15)),
            ball((0.05, 0.14, 0.12), "#8f2430", (0, 1.95, -0.03), 4),
            rod((0.42, 0.1, 0.14), (0.42, 2.3, 0.14), 0.025, "#6b4a30", sides=5),
            slab([(-0.06, 2.25), (0.06, 2.25), (0, 2.6)], 0.03, steel, (0.42, 0, 0.14)),
        )
    )


def palace(room: Room) -> None:
    rng, h = room.rng, 6.0
    room.height = h
    room.walls("#94483a", "#6c2c24", 1.0, trim=f.GOLD)
    room.tiles("#5f5650", "#554c47", 1.25, 0.75)
    room.ceiling("#2f5a5a", "#2f6a6a", 7)
    room.add(f.rug(3.4, 9.0, "#7c3a38", "#c9a258"), (0, 0.004, 0.6))
    for s in (-1, 1):
        for z in (-5.4, -1.2, 3.2, 7.2):
            room.add(f.red_column(h), (s * 6.9, 0, z))
        for z in (-3.3, 1.0, 5.2):
            (room.left if s < 0 else room.right)(inn.paper_window(2.6, 2.8), z, 1.2)
            room.add(f.paper_lantern(drop=0.9), (s * 5.6, h - 0.26, z + 0.4))
        room.back(inn.paper_window(2.0, 3.0), s * 3.2, 1.15)
        room.back(f.cabinet(1.5, 1.0, "#7a241c", top="#3a1c16"), s * 6.2)
        room.back(f.picture(rng, 1.5, 2.2, "#7a241c"), s * 6.2, 1.7)
        room.add(_bronze_crane(), (s * 5.1, 0, -6.55), s * -20)
        room.add(f.potted_plant(rng, 1.3, "#3f6fa8"), (s * 7.3, 0, -2.2))
        room.front(inn.paper_window(2.4, 3.0), s * 4.6, 1.1)
        room.add(f.paper_lantern(drop=0.5), (s * 2.2, h - 0.26, -4.4))
    room.back(_golden_screen(), 0.0)
    room.front(f.wall_door(2.6, 3.4, "#7a241c", f.GOLD), 0)
    room.add(f.paper_lantern(drop=0.4), (0, h - 0.26, 2.0))
    room.lamp((-4.6, 4.0, -3.0), "#ffb070", 1.7, 9.0, "always")
    room.lamp((4.6, 4.0, -3.0), "#ffb070", 1.7, 9.0, "always")
    room.lamp((0, 4.4, 2.0), "#ffc080", 1.2, 9.0)


def _golden_screen() -> Mesh:
    """A folding screen with a rising sun and clouds behind the throne."""
    panels = [
        block((0.74, 3.0, 0.04), shade("#e0b850", 0.92 + 0.1 * (k % 2)), (-1.5 + 0.75 * k, 0.25, 0.04))
        for k in range(5)
    ]
    sun = drum(0.62, 0.02, "#c23b2c", sides=22).turned(x=90).moved((0, 2.3, 0.065))
    clouds = [
        ball((0.36, 0.13, 0.02), c, (x, y, 0.07), 6)
        for x, y, c in (
            (-1.1, 1.3, "#f7ecd0"),
            (-0.8, 1.42, "#f2e0b8"),
            (1.0, 1.6, "#f7ecd0"),
            (1.3, 1.5, "#f2e0b8"),
            (-1.2, 2.6, "#f7ecd0"),
            (1.2, 2.7, "#f7ecd0"),
        )
    ]
    peaks = [
        slab([(x - w, 0.3), (x + w, 0.3), (x, y)], 0.02, c, (0, 0, 0.064 + 0.004 * w))
        for x, w, y, c in ((-0.9, 0.7, 1.25, "#3f7a6a"), (0.8, 0.85, 1.45, "#35685c"), (0.0, 0.6, 1.0, "#4a8a76"))
    ]
    return merge(
        (
            *panels,
            sun,
            *clouds,
            *peaks,
            block((4.0, 0.25, 0.1), "#5f1f18", (0, 0, 0.04)),
            block((4.0, 0.22, 0.12), "#5f1f18", (0, 3.25, 0.04)),
            *(block((0.16, 3.4, 0.12), "#5f1f18", (s * 1.92, 0, 0.04)) for s in (-1, 1)),
        )
    )


def _bronze_crane() -> Mesh:
    bronze = "#a8803c"
    return merge(
        (
            drum(0.26, 0.16, "#5f5650", sides=10),
            rod((0, 0.16, 0), (0, 0.8, 0), 0.025, bronze, sides=5),
            ball((0.15, 0.16, 0.28), bronze, (0, 0.92, 0), 6, gloss=0.7),
            rod((0, 1.0, 0.2), (0, 1.4, 0.12), 0.05, bronze, 0.03, 6),
            rod((0, 1.4, 0.12), (0, 1.55, 0.26), 0.035, bronze, sides=6),
            rod((0, 1.55, 0.26), (0, 1.5, 0.5), 0.03, bronze, 0.008, 5),
            f.always_lit(ball(0.06, "#ffd890", (0, 1.66, 0.26), 5)),
        )
    )


def dungeon(room: Room) -> None:
    rng, h = room.rng, 4.4
    room.height = h
    room.walls("#5f5b58", trim="#4a4744")
    room.masonry("#68635f", 3.0)
    room.tiles("#55514d", "#4c4845", 1.3, 0.3)
    room.ceiling("#3a3735", "#46413d", 5)
    for s in (-1, 1):
        room.add(f.bars(3.2, h - 0.5), (s * 6.3, 0, -6.25))
        room.add(f.straw_heap(rng, 0.9), (s * 6.5, 0, -6.5))
        room.back(f.torch_bracket(), s * 2.0, 1.9)
        room.back(f.chain(1.1), s * 3.6, 2.9)
        room.back(f.chain(1.1), s * 3.0, 2.9)
        for z in (-4.0, 1.0, 6.0):
            room.add(f.column(h, 0.4, "#57534f", 8), (s * 7.4, 0, z))
        (room.left if s < 0 else room.right)(_barred_window(), -1.5, 2.5)
        (room.left if s < 0 else room.right)(f.bars(2.6, 2.6), 3.5, 0.0)
        (room.left if s < 0 else room.right)(_skull_shelf(), -2.9, 1.7)
    room.add(
        merge(
            (street.barrel(rng), street.barrel(rng).moved((0.7, 0, 0.1)), street.barrel(rng).moved((0.32, 0.86, 0.05)))
        ),
        (6.9, 0, -3.2),
    )
    room.add(
        merge(
            (
                street.crate(rng, 0.8),
                street.crate(rng, 0.6).turned(y=20).moved((0.1, 0.8, 0)),
                street.sack(rng).moved((0.2, 0, 0.8)),
            )
        ),
        (-7.2, 0, -2.0),
    )
    room.add(f.straw_heap(rng, 1.0), (-7.0, 0, 0.6))
    room.add(f.straw_heap(rng, 0.8), (7.1, 0, -0.6))
    room.back(_barred_window(), 0.0, 2.7)
    room.front(f.wall_door(1.5, 2.4, "#4a3424", "#4a4744"), 0)
    for s in (-1, 1):
        room.front(f.torch_bracket(), s * 2.4, 1.9)
        room.front(f.bars(2.8, 3.0), s * 5.2)
    room.add(drum(1.1, 0.006, "#3f4a50", (2.4, 0.0, 2.2), sides=14, gloss=0.95))
    room.add(drum(0.8, 0.006, "#3f4a50", (-3.4, 0.0, -2.6), sides=12, gloss=0.95))
    room.lamp((-2.0, 2.6, -5.4), "#ff8f40", 1.7, 9.0, "always")
    room.lamp((2.0, 2.6, -5.4), "#ff8f40", 1.7, 9.0, "always")


def _barred_window() -> Mesh:
    return merge((f.sky_window(1.0, 0.8, "#4a4744", 1, 1), f.bars(1.0, 0.8, 0.2).moved((0, 0, 0.08))))


def _skull_shelf() -> Mesh:
    bone = "#d8ceb8"
    return merge(
        (
            block((1.0, 0.06, 0.3), "#4a3424", (0, 0, 0.16)),
            ball((0.12, 0.12, 0.13), bone, (-0.2, 0.17, 0.16), 6),
            block((0.1, 0.08, 0.1), bone, (-0.2, 0.05, 0.2)),
            *(ball(0.03, "#22201e", (-0.2 + dx, 0.17, 0.28), 3) for dx in (-0.05, 0.05)),
            drum(0.05, 0.18, "#efe4cc", (0.2, 0.06, 0.16), sides=7),
            f.always_lit(ball((0.03, 0.06, 0.03), "#ffc65a", (0.2, 0.3, 0.16), 4)),
        )
    )


def office(room: Room) -> None:
    rng, h = room.rng, 4.0
    room.height = h
    room.walls("#cfd4d6", "#b5bec4", 0.9, trim="#f2f2ee")
    room.tiles("#6f7a88", "#68737f", 1.0, 0.05)
    room.ceiling("#e8e8e4")
    room.back(merge((f.sky_window(2.2, 1.9, "#f2f2ee", 2, 1), f.blinds(2.2, 1.9))), 0.0, 1.15)
    for x in (-4.0, 0.0, 4.0):
        for z in (-3.6, 1.2):
            room.add(f.ceiling_light(), (x, h, z))
    for x in (-1.5, 1.5):
        room.back(_slim_panel(h), x)
    room.back(f.clock(), 4.2, 2.8)
    room.back(f.picture(rng, 0.9, 0.7, "#3a3f48"), -4.1, 1.8)
    for z in (-4.6, -1.2, 2.2, 5.6):
        room.left(merge((f.sky_window(2.8, 2.2, "#f2f2ee", 3, 1), f.blinds(2.8, 2.2))), z, 1.0)
    room.right(f.board(3.4, 1.7, "#f7f8f6", "#aab4bc", rng), -2.2, 1.1)
    room.right(f.noticeboard(rng), 2.6, 1.4)
    room.right(f.wall_door(1.1, 2.2, "#8a6a48"), 5.4)
    room.back(f.bookcase(rng, 2.2, 2.5, "#a58560", 5), -6.2)
    for x in (5.5, 6.15, 6.8):
        room.back(f.filing_cabinet(), x)
    room.add(f.potted_plant(rng, 0.9, "#f2efe6"), (6.15, 1.4, -6.7))
    room.add(f.ficus(rng, 2.1), (-7.2, 0, 0.6))
    room.add(f.ficus(rng, 2.0), (7.2, 0, 0.6))
    room.add(f.potted_plant(rng, 1.5), (7.1, 0, -5.1))
    room.add(f.potted_plant(rng, 1.4), (-7.3, 0, -2.9))
    room.add(_workstation(rng), (7.0, 0, 3.4), -90)
    room.add(_workstation(rng), (-7.0, 0, 4.0), 90)
    room.add(_water_cooler(), (7.4, 0, -4.1), -90)
    room.front(f.bookcase(rng, 2.4, 2.5, "#a58560", 5), -5)
    room.front(f.wall_door(1.2, 2.3, "#8a6a48"), 0.5)
    room.front(f.picture(rng, 1.6, 1.1, "#3a3f48"), 4.4, 1.5)
    room.add(f.rug(5.0, 3.6, "#56626e", "#848f9a"), (0, 0.004, 0.2))
    room.lamp((-2.5, 3.6, -1.5), "#fff0d8", 1.6, 9.0)
    room.lamp((3.0, 3.6, 0.5), "#fff0d8", 1.6, 9.0)


def _slim_panel(height: float) -> Mesh:
    """A wooden strip with a wall lamp, between two bays."""
    return merge(
        (block((0.34, height - 0.4, 0.05), "#a58560", (0, 0.2, 0.01)), f.sconce("#5a626c").moved((0, 2.0, 0.03)))
    )


def _workstation(rng: np.random.Generator) -> Mesh:
    return merge(
        (
            block((1.5, 0.05, 0.75), "#c9a878", (0, 0.72, 0)),
            *(block((0.06, 0.72, 0.7), "#8a929c", (s * 0.7, 0, 0)) for s in (-1, 1)),
            block((0.7, 0.42, 0.05), "#22262e", (0, 0.92, -0.1), 0.01),
            plate((0.64, 0.36), "#7fb8d8", (0, 0.95, -0.07)).of_part(SCREEN),
            plate((0.3, 0.03), "#f2f8ff", (-0.1, 1.2, -0.065)).of_part(SCREEN),
            block((0.08, 0.16, 0.06), "#22262e", (0, 0.77, -0.12)),
            block((0.5, 0.02, 0.16), "#e8ecf0", (0, 0.77, 0.16)),
            drum(0.05, 0.1, "#c9503c", (0.5, 0.77, 0.1), sides=8),
            block((0.26, 0.06, 0.34), "#f7f4ea", (-0.52, 0.77, 0.05)),
            drum(0.3, 0.1, "#3a3f48", (0, 0.42, 0.75), sides=12),
            block((0.5, 0.6, 0.08), "#3a3f48", (0, 0.5, 1.0), 0.03),
            rod((0, 0, 0.75), (0, 0.42, 0.75), 0.04, "#5a626c", sides=5),
            drum(0.28, 0.05, "#5a626c", (0, 0.02, 0.75), sides=5),
        )
    )


def _water_cooler() -> Mesh:
    return merge(
        (
            block((0.4, 1.0, 0.4), "#e8ecf0", bevel=0.03),
            spun([(0.1, 1.0), (0.18, 1.1), (0.18, 1.45), (0.1, 1.5)], "#8fc8e6", sides=12, gloss=0.95),
            block((0.2, 0.2, 0.04), "#5a626c", (0, 0.6, 0.2)),
        )
    )


def study(room: Room) -> None:
    rng, h = room.rng, 4.6
    room.height = h
    room.walls("#4a5a4a", "#5f3f28", 1.1, trim="#6b4830")
    room.planks("#7a5234")
    room.ceiling("#5a4030", "#4a3224", 5)
    room.add(f.rug(4.8, 3.4, "#673a3a", "#b39b78"), (0, 0.004, 0.3))
    for x in (-6.2, 6.2):
        room.back(f.bookcase(rng, 2.8, 3.6, "#6b4426", 7), x)
    for z in (-5.0, -2.0):
        room.left(f.bookcase(rng, 2.5, 3.4, "#6b4426", 7), z)
        room.right(f.bookcase(rng, 2.5, 3.4, "#6b4426", 7), z)
    room.back(
        merge(
            (
                f.sky_window(1.8, 2.0, "#6b4830", 3, 3, arched=True),
                f.curtains(1.8, 2.9, "#6a2430", rng).moved((0, -0.9, 0)),
            )
        ),
        -2.6,
        1.15,
    )
    room.back(
        merge(
            (
                f.sky_window(1.8, 2.0, "#6b4830", 3, 3, arched=True),
                f.curtains(1.8, 2.9, "#6a2430", rng).moved((0, -0.9, 0)),
            )
        ),
        2.6,
        1.15,
    )
    room.back(f.picture(rng, 1.3, 1.6), 0.0, 1.9)
    room.back(f.sconce(), -0.95, 2.2)
    room.back(f.sconce(), 0.95, 2.2)
    room.left(
        merge((f.sky_window(1.8, 2.2, "#6b4830", 3, 3), f.curtains(1.8, 3.2, "#6a2430", rng).moved((0, -1.0, 0)))),
        1.6,
        1.1,
    )
    room.right(f.picture(rng, 1.6, 1.2), 1.6, 1.7)
    room.add(_globe(), (-6.9, 0, 3.4))
    room.add(_armchair("#6a3428"), (7.0, 0, 0.8), -75)
    room.add(_library_ladder(), (6.9, 0, -3.3), -90)
    room.add(_book_stack(rng), (-6.8, 0, 0.2))
    room.add(_book_stack(rng), (7.1, 0, 2.4))
    room.add(f.potted_plant(rng, 1.4, "#8a5a3a"), (-7.3, 0, -0.4))
    for x in (-4.6, 4.6):
        room.front(f.bookcase(rng, 3.0, 3.4, "#6b4426", 7), x)
    room.front(f.wall_door(1.3, 2.5, "#5f3c24", "#6b4830"), 0)
    room.add(f.chandelier(3.4, h, 0.7), (0, 0, 0.6))
    room.lamp((0, 2.6, -5.2), power=1.6)
    room.lamp((0, 3.2, 0.8), "#ffc878", 1.5, 9.0)
    room.lamp((6.0, 2.2, 0.6), power=1.0, radius=6.0)


def _globe() -> Mesh:
    return merge(
        (
            drum(0.3, 0.06, "#6b4426", sides=12),
            rod((0, 0.05, 0), (0, 0.6, 0), 0.05, "#6b4426", sides=7),
            ball(0.36, "#4a86b0", (0, 1.0, 0), 9, gloss=0.6),
            *(
                ball((0.16, 0.13, 0.05), "#8fae5a", (0, 0, 0.33), 5).turned(x=x, y=y).moved((0, 1.0, 0))
                for x, y in ((-20, 20), (15, 100), (-5, 200), (25, 290))
            ),
            drum(0.45, 0.05, "#8a5a34", (0, 0.97, 0), sides=18),
        )
    )


def _armchair(color: Color) -> Mesh:
    return merge(
        (
            block((0.9, 0.36, 0.85), color, (0, 0.1, 0), 0.06, gloss=0.1),
            block((0.66, 0.16, 0.7), shade(color, 1.2), (0, 0.4, 0.06), 0.06, gloss=0.1),
            block((0.9, 0.8, 0.24), color, (0, 0.35, -0.34), 0.1, gloss=0.1),
            both_sides(block((0.2, 0.5, 0.85), shade(color, 0.92), (0.42, 0.18, 0), 0.07, gloss=0.1)),
        )
    )


def _library_ladder() -> Mesh:
    return merge(
        (
            *(rod((x, 0, 0.5), (x, 3.2, -0.15), 0.035, "#8a5a34", sides=5) for x in (-0.26, 0.26)),
            *(
                rod((-0.26, y, 0.5 - y * 0.203), (0.26, y, 0.5 - y * 0.203), 0.025, "#a5764a", sides=5)
                for y in np.arange(0.3, 3.1, 0.36)
            ),
        )
    )


def _book_stack(rng: np.random.Generator) -> Mesh:
    tones = ("#a8423a", "#3f5f95", "#4f7a4a", "#d9a437", "#7a4a6b")
    return merge(
        block((0.36 - 0.02 * k, 0.07, 0.28), tones[k % 5], (0, 0.07 * k, 0), turn=float(rng.uniform(-20, 20)))
        for k in range(6)
    )


def living_room(room: Room) -> None:
    rng, h = room.rng, 4.2
    room.height = h
    room.walls("#5f7a70", "#e8dfcf", 0.95, trim="#f2ebdd")
    room.stripes("#688478", 0.7, 1.05)
    room.planks("#a5764a")
    room.ceiling("#efe8da")
    room.back(
        merge((f.sky_window(2.2, 2.2, "#f2ebdd", 2, 2), f.curtains(2.2, 3.15, "#b5473c", rng).moved((0, -0.95, 0)))),
        0.0,
        1.0,
    )
    room.add(f.rug(5.4, 3.8, "#85504a", "#c9b494"), (0, 0.004, 0.3))
    for x in (-1.5, 1.5):
        room.back(f.sconce(), x, 2.0)
        room.back(f.picture(rng, 0.62, 0.5), x, 2.6)
    room.back(f.picture(rng, 0.6, 0.8), -4.2, 1.7)
    room.back(f.picture(rng, 0.6, 0.8), 4.2, 1.7)
    room.back(f.bookcase(rng, 2.2, 2.7, "#8a5a34", 6), -6.2)
    room.back(f.cabinet(2.4, 0.95, "#8a5a34", 3), 6.2)
    room.back(f.picture(rng, 1.6, 1.1), 6.2, 1.6)
    room.add(_vase_of_flowers("#e0567f"), (6.9, 0.95, -6.7))
    room.add(_vase_of_flowers("#f2c14e"), (5.5, 0.95, -6.7))
    for z in (-4.2, 0.2, 4.6):
        room.left(
            merge((f.sky_window(2.0, 2.1, "#f2ebdd", 2, 2), f.curtains(2.0, 3.1, "#b5473c", rng).moved((0, -0.95, 0)))),
            z,
            1.0,
        )
    room.right(_hearth(rng), -2.6)
    room.right(f.picture(rng, 1.5, 1.1), -2.6, 2.2)
    room.right(f.bookcase(rng, 2.0, 2.7, "#8a5a34", 6), 0.6)
    room.right(f.wall_door(), 4.6)
    room.add(f.potted_plant(rng, 1.7), (-7.2, 0, -6.0))
    room.add(f.ficus(rng, 2.0), (7.2, 0, -5.0))
    room.add(f.potted_plant(rng, 1.3, "#4f7fb5"), (-7.3, 0, 2.4))
    room.add(_armchair("#d9a437"), (-6.9, 0, -1.9), 70)
    room.add(_armchair("#4f7a72"), (6.95, 0, 2.8), -80)
    room.front(f.bookcase(rng, 2.6, 2.7, "#8a5a34", 6), -4.6)
    room.front(f.picture(rng, 2.0, 1.3), 0, 1.6)
    room.front(f.wall_door(), 4.4)
    room.add(f.pendant(3.0, h, "#e0b04a", 0.4), (0, 0, -0.6))
    room.lamp((-1.5, 2.3, -5.5), power=1.1, radius=6.0)
    room.lamp((1.5, 2.3, -5.5), power=1.1, radius=6.0)
    room.lamp((6.6, 1.1, -2.6), "#ff9a4a", 1.3, 6.0, "always")
    room.lamp((0, 3.0, -0.6), power=1.3, radius=9.0)


def _vase_of_flowers(color: Color) -> Mesh:
    return merge(
        (
            spun([(0.06, 0), (0.12, 0.14), (0.06, 0.26), (0.08, 0.3)], "#e8ecf0", sides=10, gloss=0.8),
            *(
                ball(0.08, c, (dx, 0.42 + dy, dz), 4)
                for dx, dy, dz, c in (
                    (0, 0.08, 0, color),
                    (0.12, 0, 0.04, shade(color, 1.15)),
                    (-0.12, 0, 0.02, color),
                    (0.04, 0, -0.1, "#f7f4ec"),
                    (-0.04, -0.02, 0.11, "#6fa05a"),
                )
            ),
        )
    )


def _hearth(rng: np.random.Generator) -> Mesh:
    """A burning fireplace, its back at z = 0."""
    stone = "#b5a898"
    fire = merge(
        flame(s, c, (x, 0.18, 0.24))
        for x, s, c in ((0, 0.55, "#ff9a3c"), (-0.2, 0.38, "#ff7a24"), (0.2, 0.42, "#ff8a2c"))
    ).of_part(SCREEN)
    return merge(
        (
            block((1.4, 1.1, 0.06), "#241f1c", (0, 0.05, 0.03)),
            *(block((0.42, 1.25, 0.5), stone, (s * 0.85, 0, 0.25), 0.03) for s in (-1, 1)),
            block((2.1, 0.3, 0.52), shade(stone, 1.06), (0, 1.1, 0.25), 0.03),
            block((2.4, 0.12, 0.62), "#6b4830", (0, 1.4, 0.28), 0.02),
            block((1.5, 0.12, 0.7), shade(stone, 0.8), (0, 0, 0.3)),
            *(rod((-0.4, 0.2, 0.2 + dz), (0.4, 0.2, 0.26 + dz), 0.07, "#5a3c24", sides=6) for dz in (-0.05, 0.1)),
            fire,
            drum(0.07, 0.2, f.GOLD, (-0.8, 1.52, 0.3), sides=8, gloss=0.8),
            drum(0.06, 0.24, "#f2ecdc", (0.8, 1.52, 0.3), sides=8),
            f.clock(0.2, f.GOLD).moved((0, 1.74, 0.3)),
        )
    )


def bedroom(room: Room) -> None:
    rng, h = room.rng, 4.0
    room.height = h
    room.walls("#8f9fbc", "#efe8dc", 0.9, trim="#f5efe4")
    room.stripes("#99a9c4", 0.8, 1.0)
    room.planks("#b58a5e")
    room.ceiling("#f2ece2")
    room.back(
        merge((f.sky_window(2.0, 1.9, "#f5efe4", 2, 2), f.curtains(2.0, 2.95, "#c98a9a", rng).moved((0, -1.05, 0)))),
        0.0,
        1.1,
    )
    room.add(f.rug(4.8, 3.6, "#c2a6a8", "#e2d8cc"), (0, 0.004, 0.4))
    for x in (-1.5, 1.5):
        room.back(f.picture(rng, 0.6, 0.6, "#f5efe4"), x, 2.2)
    room.back(f.sconce(), -4.3, 1.9)
    room.back(f.sconce(), 4.3, 1.9)
    room.back(_wardrobe(), -6.2)
    room.back(f.cabinet(1.8, 1.0, "#efe8dc", 2), 6.2)
    room.back(_round_mirror(), 6.2, 1.9)
    room.add(_vase_of_flowers("#e8a0b8"), (6.8, 1.0, -6.7))
    for z in (-3.6, 1.4):
        room.left(
            merge((f.sky_window(2.0, 2.0, "#f5efe4"), f.curtains(2.0, 3.0, "#c98a9a", rng).moved((0, -0.95, 0)))),
            z,
            1.0,
        )
    room.right(f.shelf(rng, 2.0, "jars", "#c9a070"), -2.6, 1.9)
    room.right(f.cabinet(1.8, 0.8, "#c9a070", 2), -2.6)
    room.right(f.bookcase(rng, 1.8, 2.4, "#c9a070", 5), 0.8)
    room.right(f.wall_door(color="#efe8dc"), 4.4)
    room.add(f.potted_plant(rng, 1.4, "#f2efe6"), (-7.2, 0, -5.9))
    room.add(_armchair("#d8b0a0"), (-6.9, 0, -1.1), 80)
    room.add(f.ficus(rng, 1.8), (7.2, 0, -5.0))
    room.add(ball((0.5, 0.32, 0.5), "#b58ab0", (6.9, 0.3, 2.6), 8, gloss=0.05))
    room.front(f.bookcase(rng, 2.2, 2.4, "#c9a070", 5), -4.4)
    room.front(f.picture(rng, 1.6, 1.0, "#f5efe4"), 0, 1.7)
    room.front(f.wall_door(color="#efe8dc"), 4.0)
    room.add(f.pendant(2.9, h, "#f2e0d0", 0.42), (0, 0, -0.4))
    room.lamp((-4.3, 2.2, -5.5), power=1.1, radius=6.5)
    room.lamp((4.3, 2.2, -5.5), power=1.1, radius=6.5)
    room.lamp((0, 2.9, -0.4), power=1.2, radius=8.0)


def _wardrobe() -> Mesh:
    return merge((f.cabinet(2.2, 2.6, "#efe8dc", 3, 0.65), block((1.9, 0.3, 0.5), "#b58a5e", (0, 2.6, 0.3), 0.03)))


def _round_mirror() -> Mesh:
    return merge(
        (
            drum(0.62, 0.06, f.GOLD, sides=24, gloss=0.8).turned(x=90),
            drum(0.54, 0.075, "#cfe0ea", sides=24, gloss=1.0).turned(x=90),
        )
    )


def kitchen(room: Room) -> None:
    rng, h = room.rng, 4.0
    room.height = h
    room.walls("#e8cf98", "#a9c4b2", 1.3, trim="#f5efe0")
    room.tiles("#d8cdba", "#b59c86", 0.9, 0.5)
    room.ceiling("#efe8d8", "#a5764a", 5)
    room.back(f.sky_window(1.5, 1.5, "#f5efe0"), 0.0, 1.55)
    for x in (-1.5, 1.5):
        room.back(f.shelf(rng, 1.2, "jars"), x, 2.5)
    room.back(f.shelf(rng, 0.8, "plates"), -4.1, 2.2)
    room.back(f.shelf(rng, 0.8, "plates"), 4.1, 2.2)
    room.back(f.kitchen_run(rng, 3.2, "#7fa08f"), -6.3)
    room.back(f.hanging_pans(2.4), -6.3, 2.5)
    room.back(_fridge(), 5.4)
    room.back(f.cabinet(1.7, 2.4, "#7fa08f", 2, 0.6), 7.0)
    room.left(f.kitchen_run(rng, 5.6, "#7fa08f"), -2.6)
    room.left(f.shelf(rng, 2.2, "jars"), -4.4, 1.9)
    room.left(f.sky_window(2.0, 1.6, "#f5efe0"), -1.4, 1.35)
    room.left(f.sky_window(2.0, 1.8, "#f5efe0"), 3.4, 1.2)
    room.right(f.cabinet(2.4, 0.95, "#c9a070", 3), -2.4)
    room.right(merge((f.shelf(rng, 2.2, "plates"), f.shelf(rng, 2.2, "bottles").moved((0, 0.7, 0)))), -2.4, 1.6)
    room.right(f.wall_door(color="#7fa08f"), 1.6)
    room.right(f.picture(rng, 1.0, 0.8, "#a5764a"), 4.6, 1.7)
    room.add(
        merge(
            (
                street.sack(rng),
                street.crate(rng, 0.5).moved((0.6, 0, 0.1)),
                *(ball(0.09, "#d8503c", (0.5 + dx, 0.55, 0.1 + dz), 4) for dx in (0, 0.15) for dz in (-0.08, 0.1)),
            )
        ),
        (6.9, 0, -0.4),
        -90,
    )
    room.add(f.potted_plant(rng, 1.3), (-7.2, 0, 1.4))
    room.front(f.cabinet(3.0, 2.3, "#c9a070", 4, 0.5), -4.4)
    room.front(f.wall_door(color="#7fa08f"), 0.6)
    room.front(f.shelf(rng, 2.4, "plates"), 4.6, 1.8)
    for x in (-1.6, 1.6):
        room.add(f.pendant(2.7, h, "#b5473c", 0.34), (x, 0, -0.6))
        room.lamp((x, 2.7, -0.6), power=1.3, radius=8.0)
    room.add(f.rug(1.7, 0.8, "#6a7c80", "#c9bfa8"), (-6.3, 0.004, -5.7))
    room.lamp((-6.0, 2.4, -4.6), power=0.9, radius=6.0)


def _fridge() -> Mesh:
    return merge(
        (
            block((1.1, 2.2, 0.75), "#dfe9e6", (0, 0, 0.375), 0.06, gloss=0.6),
            block((1.12, 0.03, 0.77), "#a9b8b4", (0, 1.4, 0.375)),
            *(rod((-0.4, y, 0.79), (-0.4, y + 0.4, 0.79), 0.025, "#aab4bc", sides=6, gloss=0.8) for y in (0.8, 1.55)),
            *(
                block((0.12, 0.1, 0.01), c, (x, y, 0.757))
                for x, y, c in ((0.1, 1.7, "#e8503c"), (0.3, 1.85, "#f2c14e"), (-0.05, 1.1, "#58b7e8"))
            ),
        )
    )


def cafe(room: Room) -> None:
    rng, h = room.rng, 4.2
    room.height = h
    room.walls("#d9c3a0", "#5a3a28", 1.2, trim="#6b4830")
    room.planks("#8f623c")
    room.ceiling("#4a3a30", "#3a2c24", 6)
    room.back(f.sky_window(1.9, 1.9, "#4a3424", 2, 3), 0.0, 1.4)
    for x in (-1.5, 1.5):
        room.back(f.sconce("#3a3440"), x, 2.1)
    room.back(_menu_board(rng), -4.15, 1.5)
    room.back(f.picture(rng, 0.7, 0.9, "#3a2c24"), 4.15, 1.7)
    room.add(f.cafe_counter(rng, 3.2), (6.3, 0, -6.45))
    room.back(merge((f.shelf(rng, 2.8, "bottles"), f.shelf(rng, 2.8, "jars").moved((0, 0.75, 0)))), 6.3, 2.1)
    room.back(f.bookcase(rng, 2.0, 2.6, "#6b4426", 5), -6.3)
    for z in (-4.4, -0.6, 3.2):
        room.left(merge((f.sky_window(2.6, 2.4, "#4a3424", 3, 2),)), z, 0.9)
    for x, z in ((-6.95, -3.6), (-6.95, 0.6), (-6.95, 4.6), (6.95, 0.4), (6.95, 4.2)):
        room.add(f.cafe_table(rng), (x, 0, z), float(rng.uniform(0, 360)))
    room.right(f.board(1.6, 1.9, "#26302c", "#6b4830", rng), -3.0, 1.3)
    room.right(f.picture(rng, 1.3, 1.0, "#3a2c24"), 0.2, 1.7)
    room.right(f.wall_door(color="#3f6f5a"), 2.6)
    room.add(f.potted_plant(rng, 1.6), (-7.3, 0, -6.1))
    room.add(f.ficus(rng, 1.9), (7.3, 0, -4.3))
    room.add(f.potted_plant(rng, 1.3, "#3f6f5a"), (-7.4, 0, 2.5))
    room.front(merge((f.sky_window(3.0, 2.4, "#4a3424", 3, 2),)), -4.4, 0.9)
    room.front(f.wall_door(1.3, 2.4, "#3f6f5a", "#4a3424"), 0)
    room.front(merge((f.sky_window(3.0, 2.4, "#4a3424", 3, 2),)), 4.4, 0.9)
    for x in (-3.2, 0.0, 3.2):
        room.add(f.pendant(2.75, h, "#b5733c" if x else "#3f6f5a", 0.3), (x, 0, -1.4))
    room.lamp((-3.2, 2.75, -1.4), power=1.2)
    room.lamp((3.2, 2.75, -1.4), power=1.2)
    room.lamp((6.2, 2.6, -5.4), power=1.2, radius=6.0, when="always")


def _menu_board(rng: np.random.Generator) -> Mesh:
    return f.board(0.8, 1.3, "#26302c", "#6b4830", rng)


def hospital(room: Room) -> None:
    rng, h = room.rng, 3.9
    room.height = h
    room.walls("#d5e2e0", "#8fc2bc", 1.1, trim="#f5f8f7")
    room.tiles("#bccdd2", "#aac0c6", 1.0, 0.6)
    room.ceiling("#f2f5f5")
    room.back(merge((f.sky_window(1.9, 1.7, "#f5f8f7"), f.blinds(1.9, 1.7))), 0.0, 1.35)
    for x in (-4.0, 0.0, 4.0):
        for z in (-3.6, 1.2):
            room.add(f.ceiling_light(), (x, h, z))
    for x in (-1.5, 1.5):
        room.back(_wall_outlets(), x, 1.35)
    room.back(f.clock(0.34, "#5a8a88"), 4.2, 2.7)
    room.back(_cross_sign(), -4.2, 2.4)
    room.add(f.bed_curtain(2.4, 2.9), (-5.0, 0, -6.6), 0)
    room.add(f.vital_monitor(), (-6.9, 0, -6.3))
    room.back(f.cabinet(2.4, 1.0, "#f2f5f5", 3, 0.55, "#c9d8da"), 6.3)
    room.back(merge((f.shelf(rng, 2.2, "bottles", "#dfe8ea"),)), 6.3, 1.8)
    for z in (-4.0, -0.4, 3.2):
        room.left(merge((f.sky_window(2.2, 2.0, "#f5f8f7"), f.blinds(2.2, 2.0))), z, 1.1)
    room.add(_ward_bed(), (7.0, 0, -3.2), -90)
    room.add(f.vital_monitor(), (7.3, 0, -4.9), -60)
    room.add(f.bed_curtain(2.6, 2.9), (7.0, 0, -1.6))
    room.add(_ward_bed(), (7.0, 0, 0.4), -90)
    room.right(f.noticeboard(rng), 2.8, 1.4)
    room.right(f.wall_door(1.3, 2.3, "#8fc0bc", "#f5f8f7"), 5.0)
    room.add(f.ficus(rng, 1.8), (-7.3, 0, -5.9))
    room.add(f.potted_plant(rng, 1.2, "#f2efe6"), (-7.3, 0, 1.4))
    room.add(_trolley(), (-7.1, 0, -2.2), 90)
    room.front(f.wall_door(1.6, 2.4, "#8fc0bc", "#f5f8f7"), 0)
    room.front(f.cabinet(2.6, 2.1, "#f2f5f5", 4, 0.5), 4.6)
    room.front(f.noticeboard(rng, 2.0, 1.2), -4.0, 1.3)
    room.lamp((-2.5, 3.5, -1.5), "#f4fbff", 1.5, 9.0)
    room.lamp((3.0, 3.5, 0.5), "#f4fbff", 1.5, 9.0)


def _wall_outlets() -> Mesh:
    return merge(
        (
            block((0.5, 0.34, 0.05), "#d0dcdc", (0, 0, 0.02)),
            *(
                drum(0.05, 0.05, c, sides=8).turned(x=90).moved((x, 0.17, 0.04))
                for x, c in ((-0.14, "#58b7e8"), (0, "#f2c14e"), (0.14, "#5fc46a"))
            ),
            block((0.5, 0.06, 0.16), "#f7fbff", (0, 0.62, 0.08)),
        )
    )


def _cross_sign() -> Mesh:
    return merge(
        (
            block((0.7, 0.7, 0.05), "#f7fbfb", (0, 0, 0.02)),
            block((0.5, 0.16, 0.06), "#d8504a", (0, 0.27, 0.03)),
            block((0.16, 0.5, 0.06), "#d8504a", (0, 0.1, 0.03)),
        )
    )


def _ward_bed() -> Mesh:
    return merge(
        (
            block((0.95, 0.1, 2.0), "#c9d4d8", (0, 0.4, 0)),
            block((0.9, 0.16, 1.95), "#f7fbfb", (0, 0.5, 0), 0.05),
            block((0.94, 0.1, 1.2), "#8fc0d0", (0, 0.6, 0.35), 0.04),
            ball((0.34, 0.09, 0.2), "#ffffff", (0, 0.7, -0.7), 6),
            *(rod((x, 0, z), (x, 0.42, z), 0.035, "#aab8be", sides=5) for x in (-0.42, 0.42) for z in (-0.85, 0.85)),
            block((0.95, 0.5, 0.05), "#dfe8ea", (0, 0.45, -1.0), 0.02),
            block((0.95, 0.34, 0.05), "#dfe8ea", (0, 0.4, 1.0), 0.02),
        )
    )


def _trolley() -> Mesh:
    return merge(
        (
            *(block((0.8, 0.04, 0.5), "#c9d4d8", (0, y, 0), gloss=0.7) for y in (0.25, 0.8)),
            *(rod((x, 0.05, z), (x, 0.85, z), 0.02, "#aab8be", sides=4) for x in (-0.38, 0.38) for z in (-0.22, 0.22)),
            *(
                drum(0.06, 0.16, c, (x, 0.84, 0), sides=8)
                for x, c in ((-0.25, "#58b7e8"), (-0.08, "#f7fbfb"), (0.1, "#e0a83c"))
            ),
            block((0.22, 0.08, 0.3), "#8fc0bc", (0.26, 0.84, 0)),
        )
    )


def classroom(room: Room) -> None:
    rng, h = room.rng, 4.2
    room.height = h
    room.walls("#efe2c0", "#8fae9a", 1.15, trim="#a5764a")
    room.planks("#b5895a")
    room.ceiling("#f2ecdc")
    for x in (-4.0, 0.0, 4.0):
        for z in (-3.2, 1.6):
            room.add(f.ceiling_light(), (x, h, z))
    room.back(f.board(5.0, 1.6, "#2f5a48", "#a5764a", rng), 0.0, 1.15)
    room.back(f.clock(), 0.0, 3.4)
    room.back(_flag("#c9403a"), -3.6, 2.6)
    room.back(f.picture(rng, 0.8, 1.0, "#a5764a"), 3.6, 1.9)
    room.back(f.bookcase(rng, 2.4, 2.2, "#a5764a", 4), -6.2)
    room.back(f.cabinet(2.4, 1.1, "#a5764a", 3), 6.2)
    room.back(_world_map(), 6.2, 1.7)
    room.add(_globe().scaled(0.6), (5.6, 1.1, -6.7))
    for z in (-4.4, -0.8, 2.8, 6.2):
        room.left(f.sky_window(2.5, 2.1, "#f5efe0", 3, 2), z, 1.25)
    room.right(f.noticeboard(rng, 2.6, 1.3), -3.4, 1.35)
    room.right(f.locker_row(6), 0.6)
    room.right(f.wall_door(color="#8fae9a"), 4.6)
    for z in (-3.6, -1.2, 1.2, 3.6):
        for s in (-1, 1):
            room.add(f.school_desk(), (s * 7.1, 0, z), 180)
    for x in (-5.4, -1.8, 1.8, 5.4):
        room.add(f.school_desk(), (x, 0, 7.6), 180)
    room.add(f.potted_plant(rng, 1.2), (-7.4, 0, -5.6))
    room.front(f.noticeboard(rng, 3.0, 1.4), -4.0, 1.4)
    room.front(f.cabinet(3.0, 1.1, "#a5764a", 4), 4.4)
    room.front(_world_map(), 4.4, 1.7)
    room.front(f.wall_door(color="#8fae9a"), 0.5)
    room.lamp((-2.5, 3.7, -1.5), "#fff2dc", 1.6, 9.0)
    room.lamp((3.0, 3.7, 0.5), "#fff2dc", 1.6, 9.0)


def _flag(color: Color) -> Mesh:
    return merge(
        (
            rod((0, -0.9, 0.05), (0.16, 0.5, 0.3), 0.025, "#a5764a", sides=5),
            slab([(0, -0.4), (0.62, -0.52), (0.72, 0.12), (0.12, 0.3)], 0.03, color, (0.05, 0, 0.24)),
            slab([(0.02, -0.18), (0.66, -0.3), (0.68, -0.12), (0.06, 0.02)], 0.034, "#f7f2e2", (0.05, 0, 0.24)),
        )
    )


def _world_map() -> Mesh:
    land = [
        ball((w, hh, 0.01), c, (x, y, 0.05), 5)
        for x, y, w, hh, c in (
            (-0.6, 0.75, 0.3, 0.2, "#a8b56a"),
            (-0.45, 0.35, 0.16, 0.24, "#c9a85a"),
            (0.1, 0.8, 0.2, 0.14, "#d9b878"),
            (0.15, 0.45, 0.2, 0.26, "#c98a5a"),
            (0.6, 0.8, 0.36, 0.22, "#8fae6a"),
            (0.8, 0.32, 0.16, 0.1, "#d9a060"),
        )
    ]
    return merge(
        (
            block((2.1, 1.2, 0.04), "#9fcbe0", (0, 0, 0.02)),
            *land,
            *(rod((-1.1, y, 0.05), (1.1, y, 0.05), 0.03, "#8a5a34", sides=5) for y in (0, 1.2)),
        )
    )


def wedding_hall(room: Room) -> None:
    rng, h = room.rng, 6.0
    room.height = h
    room.walls("#e6d6c6", "#dcbfb2", 1.1, trim="#e8d2a8")
    room.tiles("#d2c0ac", "#c2ad98", 1.25, 0.7)
    room.ceiling("#f5ede2", "#e2cdb0", 6)
    room.add(tile((2.2, 16.0), "#f7f2ea", (0, 0.003, 1.4)))
    room.add(tile((1.8, 16.0), "#e8b5bf", (0, 0.005, 1.4)))
    room.add(f.flower_arch(rng, 3.0, 3.4), (0, 0, room.breast + 0.05))
    for s in (-1, 1):
        room.back(f.stained_window(rng, 1.5, 2.8), s * 3.1, 1.4)
        room.back(f.stained_window(rng, 1.5, 2.8), s * 6.3, 1.4)
        for z in (-6.4, -2.4, 1.6, 5.6):
            room.add(f.column(h, 0.3, "#efe4d4"), (s * 7.5, 0, z))
        for z in (-4.4, -0.4, 3.6):
            (room.left if s < 0 else room.right)(f.stained_window(rng, 1.3, 2.4), z, 1.7)
        for z in (-3.8, -2.4, -1.0, 0.4, 1.8, 3.2, 4.6):
            room.add(f.pew(1.3), (s * 7.1, 0, z))
        room.add(f.flower_stand(rng), (s * 5.0, 0, -6.5))
        room.add(f.flower_stand(rng, "#f7e0a8"), (s * 6.3, 0, -6.0))
        for z in (7.2, 8.4):
            room.add(f.pew(4.2), (s * 4.2, 0, z))
        room.front(f.stained_window(rng, 1.5, 2.8), s * 4.5, 1.4)
        room.add(_swag(rng), (s * 4.0, h - 0.9, -5.9))
    room.front(f.wall_door(2.4, 3.2, "#a5764a", "#e8d2a8"), 0)
    room.add(f.chandelier(3.9, h, 1.0), (0, 0, 0.4))
    for x, z in rng.uniform((-0.9, -5.0), (0.9, 6.0), (46, 2)):
        room.add(
            ball(
                (0.05, 0.008, 0.035), str(rng.choice(["#e88aa5", "#f2b5c4", "#f7f4ec"])), (float(x), 0.024, float(z)), 2
            )
        )
    room.lamp((0, 4.2, 0.4), "#ffdca8", 1.6, 10.0, "always")
    room.lamp((0, 3.0, -4.6), "#ffe0c0", 1.3, 8.0)


def _swag(rng: np.random.Generator) -> Mesh:
    blooms = [
        ball(
            float(rng.uniform(0.1, 0.16)),
            str(rng.choice(["#f2b5c4", "#f7f4ec", "#8fae7a"])),
            (float(x), -0.7 * (1 - (x / 1.6) ** 2), 0.06),
            3,
        )
        for x in np.linspace(-1.6, 1.6, 15)
    ]
    return merge(blooms)


def shop(room: Room) -> None:
    rng, h = room.rng, 4.0
    room.height = h
    room.walls("#c9a878", "#6b4830", 1.0, trim="#5a3c28")
    room.planks("#8a6038")
    room.ceiling("#6b4c34", "#5a3c28", 6)
    room.back(f.tool_wall(rng, 2.6), -2.9, 1.4)
    room.back(f.tool_wall(rng, 2.6), 2.9, 1.4)
    room.back(_shop_sign(), 0.0, 2.7)
    room.back(f.sconce("#3a3440"), -0.9, 1.9)
    room.back(f.sconce("#3a3440"), 0.9, 1.9)
    room.back(f.display_shelf(rng, 2.6), -6.2)
    room.back(f.display_shelf(rng, 2.6), 6.2)
    for z in (-3.6, 1.8):
        room.left(f.display_shelf(rng, 2.4), z)
    room.left(f.sky_window(2.0, 1.8, "#5a3c28"), -0.9, 1.2)
    room.right(f.sky_window(2.6, 1.9, "#5a3c28", 3, 2), -3.0, 1.1)
    room.right(f.display_shelf(rng, 2.4), 0.6)
    room.right(f.wall_door(color="#3f5f6a"), 4.0)
    room.add(merge((street.barrel(rng), street.barrel(rng).moved((0.7, 0, 0.1)))), (6.9, 0, -3.2))
    room.add(
        merge(
            (
                street.crate(rng, 0.7),
                street.crate(rng, 0.5).turned(y=25).moved((0, 0.7, 0)),
                street.sack(rng).moved((0.75, 0, 0)),
            )
        ),
        (-7.1, 0, -0.9),
        90,
    )
    room.add(merge((street.sack(rng), street.sack(rng).moved((0.3, 0, 0.5)))), (7.2, 0, 2.6))
    room.front(merge((f.sky_window(3.0, 2.0, "#5a3c28", 3, 2),)), -4.4, 1.0)
    room.front(f.wall_door(1.3, 2.4, "#3f5f6a", "#5a3c28"), 0)
    room.front(f.display_shelf(rng, 3.0), 4.4)
    for x in (-2.4, 2.4):
        room.add(f.pendant(2.7, h, "#3f5f6a", 0.32), (x, 0, -1.0))
        room.lamp((x, 2.7, -1.0), power=1.3)
    room.lamp((0, 2.2, -5.2), power=1.0, radius=6.0, when="always")


def _shop_sign() -> Mesh:
    return merge(
        (
            block((1.7, 0.5, 0.08), "#3f5f6a", (0, 0, 0.03), 0.02),
            block((1.55, 0.36, 0.1), "#e8d2a0", (0, 0.07, 0.03), 0.01),
            *(block((0.14, 0.14, 0.12), "#5a3c28", (x, 0.18, 0.03)) for x in np.linspace(-0.6, 0.6, 6)),
        )
    )


def corridor(room: Room) -> None:
    rng, h = room.rng, 3.8
    room.height = h
    room.walls("#d8c9a8", "#7a5a44", 1.1, trim="#efe4d0")
    room.tiles("#8a7a6a", "#7d6e60", 1.0, 0.6)
    room.ceiling("#efe8da")
    for z in (-4.4, -1.0, 2.4, 5.8):
        room.add(f.ceiling_light((2.4, 0.4)), (0, h, z))
    room.add(tile((3.0, 16.0), "#7c4442", (0, 0.003, 1.25)))
    for s in (-1, 1):
        room.add(tile((0.12, 16.0), f.GOLD, (s * 1.36, 0.005, 1.25)))
        room.back(f.sconce(), s * 1.5, 2.0)
        room.back(f.picture(rng, 1.0, 0.8), s * 4.0, 1.7)
        room.back(f.cabinet(1.4, 0.9, "#7a5234"), s * 6.3)
        room.back(f.picture(rng, 1.4, 1.0), s * 6.3, 1.7)
        room.add(_vase_of_flowers("#e0567f"), (s * 6.3, 0.9, -6.7))
        side = room.left if s < 0 else room.right
        for z in (-4.6, -0.2, 4.2):
            side(f.wall_door(1.2, 2.4, "#7a4a2c"), z)
        for z in (-2.4, 2.0):
            side(f.picture(rng, 1.2, 0.9), z, 1.7)
            side(f.sconce(), z + 1.0, 2.0)
        room.add(f.potted_plant(rng, 1.5), (s * 7.3, 0, -2.4))
        room.add(street.park_bench("#7a5234"), (s * 7.4, 0, 2.0), -s * 90)
        room.front(f.picture(rng, 1.6, 1.1), s * 4.2, 1.6)
    room.front(f.wall_door(1.4, 2.5, "#7a4a2c"), 0)
    room.lamp((0, 3.4, -3.6), "#ffe6c0", 1.4, 8.0, "always")
    room.lamp((0, 3.4, 1.8), "#ffe6c0", 1.4, 8.0, "always")


def station(room: Room) -> None:
    rng, h = room.rng, 6.0
    room.height = h
    room.walls("#b5a48f", "#6a7f86", 1.2, trim="#d8ccb8")
    room.tiles("#a5a098", "#97928a", 1.25, 0.6)
    room.ceiling("#4f6068", "#3a4850", 7)
    room.back(f.departure_board(rng, 3.6), 0.0, 2.7)
    room.back(f.clock(0.5, "#22262e"), 0.0, 4.7)
    for s in (-1, 1):
        room.back(f.sky_window(2.2, 3.0, "#3a4850", 3, 4, arched=True), s * 3.2, 1.4)
        room.add(f.vending_machine("#c9403a" if s < 0 else "#3f6fb5"), (s * 5.4, 0, -6.98))
        room.back(_poster(rng), s * 6.9, 1.2)
        for z in (-5.6, -1.6, 2.4, 6.4):
            room.add(f.column(h, 0.28, "#4f6a72", 10), (s * 7.3, 0, z))
        room.add(street.litter_bin(), (s * 6.9, 0, -5.2))
        room.front(f.sky_window(2.4, 3.0, "#3a4850", 3, 4, arched=True), s * 5.0, 1.4)
    room.add(f.train(13.0, "#3f7fb5"), (-9.15, -0.4, 0.8), 90)
    room.add(tile((0.4, 16.0), "#f2c83c", (-6.9, 0.003, 1.0)))
    room.add(tile((0.08, 16.0), "#f7f2e2", (-6.6, 0.005, 1.0)))
    room.right(_ticket_window(), -3.6)
    room.right(_ticket_window(), -0.2)
    room.right(_poster(rng), 2.2, 1.2)
    room.right(_poster(rng), 4.4, 1.2)
    room.add(street.park_bench(), (7.3, 0, 1.6), -90)
    room.add(
        merge((block((0.5, 0.7, 0.3), "#8a4a34", bevel=0.04), block((0.4, 0.5, 0.3), "#3f5f7a", (0.6, 0, 0.1), 0.04))),
        (6.7, 0, 3.4),
    )
    room.front(f.wall_door(2.2, 3.0, "#4f6a72", "#d8ccb8"), 0)
    for x in (-2.6, 2.6):
        for z in (-2.2, 7.4):  # one between would shade the floor where people stand
            room.add(f.pendant(4.0, h, "#2f3a40", 0.4), (x, 0, z))
    room.lamp((-2.6, 4.0, -2.2), "#ffe8c0", 1.6, 9.0, "always")
    room.lamp((2.6, 4.0, -2.2), "#ffe8c0", 1.6, 9.0, "always")


def _poster(rng: np.random.Generator) -> Mesh:
    tint = str(rng.choice(["#e8843c", "#3f8fb5", "#c9503c", "#4f9a6a"]))
    return merge(
        (
            block((1.3, 1.8, 0.05), "#2a2e36", (0, 0, 0.02)),
            plate((1.15, 1.64), tint, (0, 0.08, 0.05)),
            drum(0.3, 0.01, "#f7e8c0", sides=16).turned(x=90).moved((0.1, 1.2, 0.05)),
            slab([(-0.57, 0.1), (0.57, 0.1), (0.2, 0.8), (-0.2, 0.5)], 0.01, shade(tint, 0.6), (0, 0, 0.058)),
            plate((0.8, 0.1), "#f7f2e2", (0, 0.2, 0.066)),
        )
    )


def _ticket_window() -> Mesh:
    return merge(
        (
            block((2.2, 2.6, 0.12), "#5a4030", (0, 0, 0.05)),
            plate((1.5, 1.0), "#ffe2a8", (0, 1.15, 0.12)).of_part(SCREEN),
            block((1.9, 0.1, 0.4), "#a5764a", (0, 1.02, 0.2)),
            *(rod((x, 1.1, 0.16), (x, 2.15, 0.16), 0.02, f.GOLD, sides=5) for x in np.linspace(-0.7, 0.7, 6)),
            block((1.6, 0.3, 0.16), "#2f4a5a", (0, 2.25, 0.06)),
            *(block((0.12, 0.12, 0.02), "#f2dca0", (x, 2.34, 0.15)) for x in np.linspace(-0.5, 0.5, 6)),
        )
    )


def spaceship(room: Room) -> None:
    rng, h = room.rng, 4.2
    room.height = h
    room.walls("#aab4c0", "#7f8b9a", 1.0, trim="#5f6b7a")
    room.tiles("#6a7583", "#606b79", 1.25, 0.7)
    room.ceiling("#7a8592", "#8f9aa8", 7)
    room.back(f.star_window(rng, 6.6, 2.2), 0.0, 1.2)
    for s in (-1, 1):
        room.back(f.console(rng, 2.4), s * 6.2)
        room.add(f.console(rng, 2.4), (s * 6.2, 0, -6.3))
        room.back(_light_strip(3.2), s * 4.2, 0.5)
        side = room.left if s < 0 else room.right
        for z in (-4.2, 1.4):
            side(f.star_window(rng, 2.8, 1.6), z, 1.5)
        for z in (-6.2, -1.6, 4.0, 7.6):
            side(_bulkhead(h), z)
        for z in (-2.2, 3.4):
            side(_light_strip(2.8), z, 0.7)
        room.add(f.console(rng, 2.2), (s * 7.3, 0, -3.6), -s * 90)
        room.add(f.console(rng, 2.2), (s * 7.3, 0, 0.8), -s * 90)
        room.add(_cryo_pod(), (s * 7.2, 0, 3.6), -s * 90)
        room.add(tile((0.12, 16.0), "#8ff2ff", (s * 5.9, 0.004, 1.0)).of_part(SCREEN))
        room.front(_bulkhead(h), s * 3.0)
        room.front(f.console(rng, 2.4), s * 5.2)
    room.front(_airlock(), 0)
    for z in (-3.6, 0.2, 4.0):
        room.add(f.ceiling_light((3.0, 0.3)), (0, h - 0.2, z))
    room.add(drum(2.2, 0.008, "#7f8b9a", (0, 0, 0.4), sides=26, gloss=0.6))
    room.add(drum(1.9, 0.012, "#566272", (0, 0, 0.4), sides=26, gloss=0.7))
    room.lamp((-3.5, 3.4, -2.0), "#bfe8ff", 1.4, 9.0, "always")
    room.lamp((3.5, 3.4, -2.0), "#bfe8ff", 1.4, 9.0, "always")
    room.lamp((0, 1.4, -5.0), "#7fd0f0", 0.8, 6.0, "always")


def _light_strip(height: float) -> Mesh:
    return merge(
        (
            block((0.2, height, 0.06), "#4f5b6a", (0, 0, 0.02)),
            plate((0.09, height - 0.2), "#8ff2ff", (0, 0.1, 0.055)).of_part(SCREEN),
        )
    )


def _bulkhead(height: float) -> Mesh:
    return merge(
        (
            block((0.5, height, 0.35), "#8f9aa8", (0, 0, 0.15), 0.05, gloss=0.5),
            block((0.3, height * 0.5, 0.4), "#7a8592", (0, height * 0.22, 0.15), 0.03),
            *(
                ball(0.04, c, (0, height * 0.3 + 0.18 * k, 0.36), 4).of_part(SCREEN)
                for k, c in enumerate(("#5fe0a0", "#f2c14e", "#e8503c"))
            ),
        )
    )


def _cryo_pod() -> Mesh:
    return merge(
        (
            block((1.0, 0.3, 0.8), "#5f6b7a", bevel=0.04),
            block((0.95, 2.2, 0.3), "#8f9aa8", (0, 0.2, -0.24), 0.06),
            spun([(0.42, 0.3), (0.42, 2.0), (0.3, 2.2), (0, 2.25)], "#7fd8f0", sides=14, gloss=0.95),
            drum(0.48, 0.2, "#5f6b7a", (0, 2.1, 0), sides=14),
            plate((0.4, 0.2), "#5fe0a0", (0, 0.08, 0.41)).of_part(SCREEN),
        )
    )


def _airlock() -> Mesh:
    return merge(
        (
            block((2.6, 3.0, 0.16), "#5f6b7a", (0, 0, 0.06)),
            *(block((0.95, 2.6, 0.2), "#9aa6b4", (s * 0.49, 0.1, 0.08), 0.04) for s in (-1, 1)),
            *(block((0.3, 0.3, 0.24), "#f2c14e", (s * 0.49, 1.2, 0.08)) for s in (-1, 1)),
            plate((1.4, 0.12), "#e8503c", (0, 2.8, 0.15)).of_part(SCREEN),
        )
    )


def theatre(room: Room) -> None:
    rng, h = room.rng, 6.0
    room.height = h
    room.walls("#6a2430", "#4a2418", 1.1, trim=f.GOLD)
    room.planks("#9a6a40")
    room.ceiling("#3a1c20", "#5a2c28", 5)
    for x in (-3.45, -1.15, 1.15, 3.45):
        room.back(f.stage_curtain(2.35, h - 0.6).moved((0, 0, 0.12)), x)
    room.add(f.pelmet(9.4, 0.9), (0, h - 0.4, room.breast + 0.1))
    for s in (-1, 1):
        room.back(f.stage_curtain(2.6, h - 0.4, "#7a1a26").moved((0, 0, 0.12)), s * 6.2)
        room.add(_gilded_column(h), (s * 4.9, 0, -6.5))
        side = room.left if s < 0 else room.right
        for z in (-3.6, 0.8):
            side(_royal_box(), z, 2.6)
            side(f.sconce(), z, 1.9)
        room.add(_gilded_column(h), (s * 7.5, 0, -1.4))
        room.add(_gilded_column(h), (s * 7.5, 0, 3.2))
        for k in range(3):
            room.add(_footlight(), (s * (0.9 + 1.7 * k), 0, 6.3))
        room.add(_stage_flat(s), (s * 6.9, 0, -4.4), -s * 65)
        room.add(_stage_flat(-s), (s * 7.3, 0, 1.0), -s * 80)
        room.front(f.picture(rng, 1.4, 1.1), s * 5.6, 3.6)
    for row, z in enumerate((7.3, 8.2, 9.0)):
        room.add(f.theatre_seats(17 + row), (0, -0.15, z))
    room.front(f.wall_door(2.0, 3.0, "#4a2418", f.GOLD), 0, 0.2)
    for x in (-4.0, -1.4, 1.4, 4.0):
        room.add(f.spotlight(), (x, h, 3.2))
    room.add(rod((-6.0, h - 0.05, 3.2), (6.0, h - 0.05, 3.2), 0.05, "#22242a", sides=6))
    room.add(f.chandelier(4.4, h, 0.8), (0, 0, 7.5))
    room.lamp((-2.6, 4.2, 2.0), "#ffe6b8", 2.0, 9.0, "always")
    room.lamp((2.6, 4.2, 2.0), "#ffe6b8", 2.0, 9.0, "always")
    room.lamp((0, 0.6, 5.6), "#ffc070", 0.7, 6.0, "always")


def _gilded_column(height: float) -> Mesh:
    return merge(
        (
            f.column(height, 0.3, "#8a3a38"),
            *(drum(0.34, 0.14, f.GOLD, (0, y, 0), sides=12, gloss=0.8) for y in (0.7, 2.4, height - 0.9)),
        )
    )


def _royal_box() -> Mesh:
    """A balcony with drapes on a side wall."""
    return merge(
        (
            block((2.8, 0.9, 0.5), "#7a2a30", (0, 0, 0.25), 0.03),
            block((3.0, 0.14, 0.6), f.GOLD, (0, 0.88, 0.28), gloss=0.7),
            block((3.0, 0.14, 0.6), f.GOLD, (0, -0.08, 0.28), gloss=0.7),
            plate((2.4, 1.6), "#2a1014", (0, 0.95, 0.02)),
            *(f.stage_curtain(0.6, 1.6, "#8f1f2c").moved((s * 1.1, 0.95, 0.04)) for s in (-1, 1)),
            f.pelmet(2.6, 0.4).moved((0, 2.6, 0)),
            *(ball(0.13, f.GOLD, (x, 0.5, 0.5), 5, gloss=0.8) for x in (-0.8, 0, 0.8)),
        )
    )


def _footlight() -> Mesh:
    return merge(
        (
            spun([(0.2, 0), (0.18, 0.14), (0.1, 0.16)], "#3a2c24", sides=8),
            f.always_lit(ball((0.1, 0.03, 0.1), "#ffe8b0", (0, 0.15, 0), 4)),
        )
    )


def _stage_flat(side: int) -> Mesh:
    """A painted tree of canvas on a frame."""
    leaf = "#4a7a5a" if side > 0 else "#5a6a8a"
    return merge(
        (
            block((0.24, 1.6, 0.05), "#6b4a30"),
            *(
                drum(r, 0.05, shade(leaf, t), sides=12).turned(x=90).moved((x, y, z))
                for r, x, y, z, t in (
                    (0.6, 0, 2.1, 0, 1.0),
                    (0.45, -0.45, 1.6, 0.03, 0.9),
                    (0.45, 0.45, 1.65, 0.06, 1.1),
                )
            ),
            block((0.8, 0.1, 0.5), "#5a3c28"),
        )
    )


INDOORS: Mapping[str, Callable[[Room], None]] = {
    "castle hall": castle_hall, "palace": palace, "dungeon": dungeon, "office": office, "study": study,
    "living room": living_room, "bedroom": bedroom, "kitchen": kitchen, "cafe": cafe, "hospital": hospital,
    "classroom": classroom, "wedding hall": wedding_hall, "shop": shop, "corridor": corridor, "station": station,
    "spaceship": spaceship, "theatre": theatre,
}  # fmt: skip
