"""Chinese characters as strokes of a broad brush, for boards and flags, and names of shops that can be written in them.
Knows a dozen."""

from __future__ import annotations

import math

from model.renderer.mesh import Mesh, merge
from model.renderer.shapes import Color, Rng, plate

_WIDTH = 1.05  # of a stroke, in tenths of a character
_LAYER = 0.0008  # m from one stroke to the next, which may cross it

# Strokes from x, y to x, y in tenths of a square, x to the right and y upwards.
_STROKES = {
    "茶": "1,8.6 9,8.6; 3.6,10 3.6,7.4; 6.4,10 6.4,7.4; 5,7.8 1,4.4; 5,7.8 9,4.4; 2.2,3.8 7.8,3.8; 5,5.6 5,0; "
         "4.4,3 2,0.8; 5.6,3 8,0.8",
    "酒": "0.6,9.2 2.2,8; 0.2,6.4 1.8,5.4; 0.4,0.4 2.2,3.4; 3.2,9.2 9.8,9.2; 3.8,7 3.8,0; 3.8,6.8 9.2,6.8; "
         "9.2,7 9.2,0; 3.8,0.5 9.2,0.5; 5.6,9 5.6,4.6; 7.4,9 7.4,4.6; 3.8,2.8 9.2,2.8",
    "米": "1,5 9,5; 5,10 5,0; 2,9 3.8,6.4; 8,9 6.2,6.4; 4.4,4.4 1,0.8; 5.6,4.4 9,0.8",
    "布": "0.8,8 9.2,8; 4.6,10 0.8,2.8; 3,5.4 3,1.2; 3,5.4 8.4,5.4; 8.4,5.6 8.4,1.2; 5.7,7.2 5.7,0",
    "玉": "1.4,9.2 8.6,9.2; 2,5.6 8,5.6; 0.8,0.8 9.2,0.8; 5,9.2 5,0.8; 6.4,4 7.6,2.4",
    "古": "0.8,7.8 9.2,7.8; 5,10 5,4.8; 2.4,4.8 2.4,0; 2.4,4.6 7.6,4.6; 7.6,4.8 7.6,0; 2.4,0.5 7.6,0.5",
    "丰": "1.8,8.6 8.2,8.6; 2.4,5.9 7.6,5.9; 0.8,3 9.2,3; 5,10 5,0",
    "天": "1.6,9.2 8.4,9.2; 0.8,5.8 9.2,5.8; 5,9.2 4.4,5; 4.4,5.2 1,0.4; 5,5.6 9,0.4",
    "文": "4.4,10 5.6,8.8; 0.8,7.8 9.2,7.8; 7.2,7.6 1,0.4; 2.8,7.6 9,0.4",
    "大": "0.8,6.6 9.2,6.6; 5,10 4.4,5.6; 4.4,5.8 1,0.4; 5,6.4 9,0.4",
    "和": "0.8,8.6 4.6,9.6; 0.4,6.6 5,6.6; 2.7,9.2 2.7,0; 2.5,6 0.4,2.8; 3,6 5,3.8; 6.1,7 6.1,1.2; 6.1,6.8 9.5,6.8; "
         "9.5,7 9.5,1.2; 6.1,1.8 9.5,1.8",
    "门": "1.8,9.8 3,8.6; 1.4,7.8 1.4,0; 4,8.6 9,8.6; 8.8,8.8 8.8,0.6; 8.9,0.7 7.4,1.2",
    "中": "1.2,7.4 1.2,3; 1.2,7.2 8.8,7.2; 8.8,7.4 8.8,3; 1.2,3.4 8.8,3.4; 5,10 5,0",
}  # fmt: skip
_TRADES = "茶酒米布玉"
_NAMES = ("大丰", "天和", "古玉", "文中", "天丰", "中和", "大和", "古文")


def shop_name(rng: Rng, trade: bool) -> str:
    """Two characters, and a third for what is sold there."""
    name = str(rng.choice(_NAMES))
    return name + str(rng.choice(list(_TRADES))) if trade else name


def character(which: str, size: float, color: Color) -> Mesh:
    """One of them in a square of so many metres that stands on y = 0, facing +z. Raises KeyError for any other."""
    return brushed(_STROKES[which], size, color, _WIDTH)


def brushed(strokes: str, size: float, color: Color, width: float) -> Mesh:
    """Strokes "x,y x,y; ..." in tenths of a square of so many metres that stands on y = 0, facing +z; `width` is of
    each of them, in tenths."""
    unit = size / 10.0
    parts = []
    for k, stroke in enumerate(strokes.split(";")):
        (x, y), (to_x, to_y) = (tuple(map(float, end.split(","))) for end in stroke.split())
        along, up = to_x - x, to_y - y
        brush = plate(((math.hypot(along, up) + 0.5 * width) * unit, width * unit), color)
        brush = brush.moved((0.0, -0.5 * width * unit, 0.0)).turned(z=math.degrees(math.atan2(up, along)))
        parts.append(brush.moved(((x + along / 2 - 5.0) * unit, (y + up / 2) * unit, _LAYER * k)))
    return merge(parts)
