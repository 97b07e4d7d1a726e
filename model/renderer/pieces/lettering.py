"""Capitals and figures as they are stencilled on walls, pillars and signs. Knows no small letters, nor all others."""

from __future__ import annotations

from model.renderer.mesh import Mesh, merge
from model.renderer.pieces.characters import brushed
from model.renderer.shapes import Color

_WIDTH, _STEP = 1.7, 0.78  # of a stroke, in tenths of a letter's height; from one letter to the next, in heights

# Strokes from x, y to x, y in tenths of a square, as Chinese characters have them.
_STROKES = {
    "0": "2.4,0.8 2.4,9.2; 7.6,0.8 7.6,9.2; 2.4,9.2 7.6,9.2; 2.4,0.8 7.6,0.8",
    "1": "5,0.8 5,9.2; 3,7.4 5,9.2; 3,0.8 7,0.8",
    "2": "2.4,9.2 7.6,9.2; 7.6,9.2 7.6,5.2; 7.6,5 2.4,5; 2.4,5 2.4,0.8; 2.4,0.8 7.6,0.8",
    "3": "2.4,9.2 7.6,9.2; 7.6,9.2 7.6,0.8; 3.4,5 7.6,5; 2.4,0.8 7.6,0.8",
    "4": "2.4,9.2 2.4,4; 2.4,4 7.8,4; 6.4,9.2 6.4,0.8",
    "5": "7.6,9.2 2.4,9.2; 2.4,9.2 2.4,5.2; 2.4,5 7.6,5; 7.6,5 7.6,0.8; 2.4,0.8 7.6,0.8",
    "6": "7.6,9.2 2.4,9.2; 2.4,9.2 2.4,0.8; 2.4,5 7.6,5; 7.6,5 7.6,0.8; 2.4,0.8 7.6,0.8",
    "7": "2.4,9.2 7.6,9.2; 7.6,9.2 4.6,0.8",
    "8": "2.4,0.8 2.4,9.2; 7.6,0.8 7.6,9.2; 2.4,9.2 7.6,9.2; 2.4,5 7.6,5; 2.4,0.8 7.6,0.8",
    "9": "2.4,9.2 7.6,9.2; 2.4,9.2 2.4,5; 2.4,5 7.6,5; 7.6,9.2 7.6,0.8; 2.4,0.8 7.6,0.8",
    "A": "2,0.8 5,9.2; 8,0.8 5,9.2; 3.2,3.6 6.8,3.6",
    "B": "2.4,0.8 2.4,9.2; 2.4,9.2 7,9.2; 7.2,8.8 7.2,5.4; 2.4,5 7.2,5; 7.6,4.6 7.6,1.2; 2.4,0.8 7.2,0.8",
    "C": "7.6,9.2 2.4,9.2; 2.4,9.2 2.4,0.8; 2.4,0.8 7.6,0.8",
    "D": "2.4,0.8 2.4,9.2; 2.4,9.2 6.6,9.2; 6.6,9.2 7.8,7.4; 7.8,7.4 7.8,2.6; 7.8,2.6 6.6,0.8; 2.4,0.8 6.6,0.8",
    "E": "7.6,9.2 2.4,9.2; 2.4,9.2 2.4,0.8; 2.4,5 6.6,5; 2.4,0.8 7.6,0.8",
    "I": "5,0.8 5,9.2",
    "P": "2.4,0.8 2.4,9.2; 2.4,9.2 7.6,9.2; 7.6,9.2 7.6,4.6; 2.4,4.6 7.6,4.6",
    "T": "1.8,9.2 8.2,9.2; 5,0.8 5,9.2",
    "X": "2.2,0.8 7.8,9.2; 7.8,0.8 2.2,9.2",
}  # fmt: skip


def lettering(text: str, size: float, color: Color) -> Mesh:
    """A line of so many metres' height about x = 0, standing on y = 0, facing +z. Raises KeyError for what it does not
    know."""
    step = _STEP * size
    return merge(
        brushed(_STROKES[letter], size, color, _WIDTH).moved((step * (k - (len(text) - 1) / 2), 0.0, 0.0))
        for k, letter in enumerate(text)
    )
