"""The bar: a counter before bottles that shine from behind, booths along the walls, a corner to sing in, neon.

Fills a `Room` with a shell of its own: the counter stands in a recess behind the stage.
Knows nothing of who plays there.
"""

from __future__ import annotations

from model.renderer.mesh import merge
from model.renderer.pieces import barroom
from model.renderer.pieces import furnishings as f
from model.renderer.sets.room import FRONT, HALF_WIDTH, Room
from model.renderer.shapes import Color, block, graded, plate, shade, tile

_BACK, _COUNTER, _RECESS = -8.5, -6.5, 5.3  # z of the wall behind the bottles, of the counter; half the recess's width
_FACE = -6.25  # z of the wall beside the recess
# Wall, wood, leather, first and second neon, by the seed.
_BARS = (
    ("#5f8086", "#8f5a3c", "#a83a3a", "#ff5a8a", "#5ad0ff"), ("#8a5a66", "#80513a", "#3f7a7c", "#4ad8e8", "#ff9a4a"),
    ("#666ea0", "#946044", "#9a5f38", "#ff7ad0", "#ffd05a"),
)  # fmt: skip


def bar(room: Room) -> None:
    rng, h = room.rng, 4.2
    room.height = h
    wall, wood, leather, first, second = _BARS[int(rng.integers(len(_BARS)))]
    _shell(room, wall, wood)
    _counter(room, wood, leather, first, second)
    for z in (-3.5, 0.3, 4.1):
        room.add(barroom.booth(rng, leather, 2.2, wood), (-HALF_WIDTH + 0.05, 0, z), 90)
        room.add(f.pendant(2.1, h, shade(leather, 1.1), 0.26), (-7.2, 0, z))
        room.left(f.picture(rng, 0.9, 0.7, barroom.BRASS), z, 1.75)
    room.left(barroom.neon_cocktail(second, first), 6.5, 1.5)
    for z in (1.6, 4.4):
        room.add(barroom.booth(rng, leather, 2.2, wood), (HALF_WIDTH - 0.05, 0, z), -90)
        room.add(f.pendant(2.1, h, shade(leather, 1.1), 0.26), (7.2, 0, z))
    _singing(room, first)
    room.front(f.wall_door(1.4, 2.4, shade(wood, 1.1), shade(wood, 0.7)), 0)
    room.front(barroom.neon_word("BAR", 0.6, second), 0, 2.75)
    for s in (-1, 1):
        room.front(f.sconce(barroom.BRASS), s * 1.8, 2.0)
        room.front(f.picture(rng, 1.3, 1.0, wood), s * 4.4, 1.6)
    for x, z, tint in ((-3.4, -2.2, "#ffc888"), (3.4, -2.2, "#ffaa98"), (0.0, 3.0, "#ffca90")):
        for dx, dz in ((-0.34, 0.0), (0.3, 0.22), (0.1, -0.3)):
            room.add(barroom.globe_pendant(2.95 + 0.5 * dx, h, tint), (x + dx, 0, z + dz))
        room.lamp((x, 2.5, z), tint, 2.3, 11.0, "always")
    room.lamp((0.0, 2.3, -7.4), "#ffb870", 1.5, 8.0, "always")


def _shell(room: Room, wall: Color, wood: Color) -> None:
    """Panelling under plaster, boards, a dark ceiling with beams; the recess of the counter."""
    h, long = room.height, FRONT - _FACE
    middle, side = (FRONT + _FACE) / 2, HALF_WIDTH - _RECESS
    walls = [
        (2 * _RECESS, (0.0, _BACK), 0.0), (2 * HALF_WIDTH, (0.0, FRONT), 180.0),
        (long, (-HALF_WIDTH, middle), 90.0), (long, (HALF_WIDTH, middle), -90.0),
        *((side, (s * (_RECESS + side / 2), _FACE), 0.0) for s in (-1, 1)),
        *((_FACE - _BACK, (s * _RECESS, (_FACE + _BACK) / 2), -s * 90.0) for s in (-1, 1)),
    ]  # fmt: skip
    for width, (x, z), turn in walls:
        n = max(1, round(width / 0.9))
        each = width / n
        panel = plate((each - 0.2, 0.72), shade(wood, 1.18), (-width / 2, 0.26, 0.024))
        panels = [panel.moved((each * (k + 0.5), 0, 0)) for k in range(n)]
        room.add(merge((
            graded(plate((width, h), wall, gloss=0.08), 0.9, 1.05), plate((width, 1.16), wood, (0, 0, 0.014)), *panels,
            plate((width, 0.18), shade(wood, 0.7), (0, 0, 0.032)),
            plate((width, 0.08), shade(wood, 1.4), (0, 1.14, 0.03)),
        )), (x, 0, z), turn)  # fmt: skip
    room.planks(shade(wood, 1.12))
    room.add(tile((2 * _RECESS, 1.6), shade(wood, 0.7), (0, -0.002, _BACK + 0.7)))
    depth = FRONT - _BACK
    room.add(tile((2 * HALF_WIDTH, depth), "#5a4c46").turned(x=180).moved((0, h, (FRONT + _BACK) / 2)))
    for z in (-3.6, -0.6, 2.4, 5.4):
        room.add(block((2 * HALF_WIDTH, 0.24, 0.26), shade(wood, 0.85), (0, h - 0.24, z)))


def _counter(room: Room, wood: Color, leather: Color, first: Color, second: Color) -> None:
    """The recess: bottles, the counter with its stools and lamps, a lintel with the sign over it."""
    rng, h = room.rng, room.height
    room.add(barroom.back_bar(rng, 2 * _RECESS - 0.3, wood), (0, 0, _BACK + 0.02))
    room.add(barroom.counter(rng, 2 * _RECESS - 0.9, wood), (-0.3, 0, _COUNTER))
    room.add(block((2 * _RECESS, 0.72, 0.3), wood, (0, h - 0.72, _FACE - 0.16)))
    room.add(block((2 * _RECESS, 0.08, 0.36), barroom.BRASS, (0, h - 0.76, _FACE - 0.15), gloss=0.4))
    room.add(barroom.neon_word("BAR", 0.66, first), (0.0, h - 1.02, _FACE + 0.0))
    for s in (-1, 1):
        room.add(barroom.brick_pier(rng, h, "#7a4c3c"), (s * (_RECESS + 0.3), 0, _FACE - 0.3))
        room.add(barroom.neon_cocktail(second, first), (s * 6.8, 1.6, _FACE + 0.02))
    for x in (-3.6, -1.8, 0.0, 1.8, 3.6):
        room.add(barroom.stool(leather), (x + float(rng.uniform(-0.1, 0.1)), 0, -5.82))
        room.add(f.pendant(2.25, h, barroom.BRASS, 0.22), (x, 0, _COUNTER))


def _singing(room: Room, light: Color) -> None:
    """A low stage at the right wall with a screen, loudspeakers and a microphone."""
    room.add(block((2.0, 0.16, 3.6), "#2c2830", (HALF_WIDTH - 1.0, 0, -3.4)))
    room.add(plate((3.6, 0.05), light, (0, 0.06, 0)).turned(y=-90).moved((HALF_WIDTH - 2.005, 0, -3.4)))
    room.right(barroom.singing_screen(room.rng), -3.4, 1.3)
    for z in (-4.9, -1.9):
        room.add(barroom.loudspeaker(), (HALF_WIDTH - 0.06, 0.16, z), -90)
    room.add(barroom.microphone_stand(), (6.6, 0.16, -3.3), -90)
