"""What tells one person from another beside age, gender, hair and clothes: the shape of head, face and body.

Drawn from a number that the casting gives a person, so that they look the same in every shot and session. Knows nothing
of lengths (see `build`, which applies these shares of the usual ones) nor of what is worn.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from model.stage import Entity

_GIRTH = {"slim": 0.85, "stout": 1.22}  # of the usual


@dataclass(frozen=True, slots=True)
class Likeness:
    """Shares of the usual measures; `nose_long` and `jaw` are what is added to the usual shape."""

    girth: float = 1.0
    head_wide: float = 1.0
    jaw: float = 0.0  # how much wider the head is at the cheeks than at the temples, of its width
    eyes: float = 1.0
    eyes_apart: float = 1.0
    brows: float = 1.0  # their thickness
    brows_high: float = 1.0
    nose: float = 1.0
    nose_long: float = 0.0
    mouth: float = 1.0
    mouth_low: float = 1.0
    cheeks: float = 1.0
    ears: float = 1.0

    @classmethod
    def of(cls, entity: Entity) -> Likeness:
        """The likeness that `look` asks for: `build`, a word of `model.stage.BUILDS`, and `likeness`, a number; the
        usual one where it asks for none."""
        girth = _GIRTH.get(entity.look.get("build", ""), 1.0)
        number = entity.look.get("likeness", "")
        if not (number.isascii() and number.isdecimal()):
            return cls(girth)
        rng = np.random.default_rng(int(number[:9]))

        def about(middle: float, spread: float) -> float:
            return float(middle + spread * rng.uniform(-1.0, 1.0))

        return cls(
            girth=girth + about(0.0, 0.03 if girth != 1.0 else 0.13),
            head_wide=about(0.985, 0.035),
            jaw=about(0.0, 0.03),
            eyes=about(0.98, 0.09),
            eyes_apart=about(1.0, 0.07),
            brows=about(1.05, 0.4),
            brows_high=about(1.0, 0.09),
            nose=about(1.08, 0.34),
            nose_long=about(0.0, 0.3),
            mouth=about(1.0, 0.2),
            mouth_low=about(1.0, 0.05),
            cheeks=about(0.95, 0.25),
            ears=about(1.02, 0.22),
        )
