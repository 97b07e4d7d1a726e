"""What each outfit of `model.stage.OUTFITS` is sewn from.

An outfit is a function from a tailor and a palette to the pieces of a clothed body, hands and shoes included, without
head. Knows nothing of how pieces are cut (see `tailor`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from model.renderer.figures.tailor import Tailor
from model.renderer.loft import bend, blob, limb, sweep
from model.renderer.mesh import F32, Mesh, box, cylinder, merge, rgb

_STEEL, _GOLD, _WHITE, _BLACK, _LEATHER = "#b4bcc8", "#e0b640", "#f4f1ea", "#1e1d22", "#6d4527"
_NECKERCHIEF = "#a8322f"


@dataclass(frozen=True, slots=True)
class Palette:
    """sRGB colours of a person's clothes and skin."""

    top: F32
    bottom: F32
    accent: F32
    shoes: F32
    skin: F32

    @classmethod
    def of(cls, outfit: str, colors: Mapping[str, str]) -> Palette:
        """The entity's own colours where it has any, else the outfit's."""
        usual = dict(zip(("top", "bottom", "accent", "shoes"), USUAL.get(outfit, USUAL["casual"]), strict=True))
        mixed = {**usual, "skin": "#f0c8a0", **{k: v for k, v in colors.items() if k in (*usual, "skin")}}
        return cls(*(rgb(mixed[name]) for name in ("top", "bottom", "accent", "shoes", "skin")))


def dark(color: F32, factor: float = 0.7) -> F32:
    return np.asarray(np.clip(color * factor, 0.0, 1.0), np.float32)


def light(color: F32, part: float = 0.35) -> F32:
    return (color + (1.0 - color) * part).astype(np.float32)


def _base(t: Tailor, p: Palette) -> list[Mesh]:
    return [*t.neck(p.skin), *t.hands(p.skin)]


def tunic(t: Tailor, p: Palette) -> list[Mesh]:
    return [
        *_base(t, p),
        *t.trunk(p.top),
        *t.arms(p.top),
        *t.cuffs(p.accent),
        *t.hips(p.bottom),
        *t.legs(p.bottom),
        *t.skirt(p.top, 0.30, 0.315, hem=p.accent),
        *t.belt(_LEATHER, _GOLD),
        *t.shoes(p.shoes, boots=True),
        *t.panel((-3.0, -20.0), (3.0, 20.0), 0.80, 0.95, p.skin),
        *t.band(0.955, 0.045, p.accent, 0.010),
    ]


def apron(t: Tailor, p: Palette) -> list[Mesh]:
    return [
        *_base(t, p),
        *t.trunk(p.top),
        *t.short_sleeves(p.top, p.skin),
        *t.hips(p.bottom),
        *t.legs(p.bottom),
        *t.panel((-46.0, -30.0), (46.0, 30.0), 0.52, 0.83, p.accent, 0.018, rows=6, columns=7),
        *t.panel((26.0, 36.0), (32.0, 46.0), 0.80, 0.955, p.accent, 0.016, mirrored=True),
        *t.skirt_panel((-64.0, -50.0), (64.0, 50.0), 0.19, 0.56, 0.305, p.accent, 0.014),
        *t.panel((-22.0, -22.0), (22.0, 22.0), 0.575, 0.665, dark(p.accent), 0.026),
        *t.belt(dark(p.accent, 0.6), None, 0.545, 0.035),
        *t.collar(p.top),
        *t.shoes(p.shoes),
    ]


def armor(t: Tailor, p: Palette) -> list[Mesh]:
    steel, edge = rgb(_STEEL), rgb(_GOLD)
    return [
        *t.neck(steel),
        *t.hands(dark(steel, 0.85), 0.8),
        *t.trunk(steel, 0.44, 0.012, 0.9),
        *t.arms(dark(steel, 0.55), steel, gloss=0.85),
        *t.pads(steel, 1.7, 0.9),
        *t.cuffs(edge, 1.2, gloss=0.8),
        *t.hips(dark(steel, 0.5)),
        *t.legs(dark(steel, 0.6), steel, gloss=0.85),
        *t.panel((-24.0, -34.0), (24.0, 34.0), 0.50, 0.90, p.top, 0.022, gloss=0.3),
        *t.skirt_panel((-30.0, -30.0), (30.0, 30.0), 0.20, 0.55, 0.31, p.top, 0.016),
        *t.skirt(dark(steel, 0.8), 0.36, 0.31, 0.8),
        *t.band(0.965, 0.06, steel, 0.03, gloss=0.9),
        *t.belt(_LEATHER, edge),
        *t.leg_rings(steel, 1.0, 1.12, 0.9, 0.9),
        *t.shoes(dark(steel, 0.8), gloss=0.85, boots=True),
    ]


def peasant(t: Tailor, p: Palette) -> list[Mesh]:
    vest = p.accent
    return [
        *_base(t, p),
        *t.trunk(light(p.top, 0.1)),
        *t.arms(p.top, loose=1.14),
        *t.cuffs(light(p.top), 1.06, 1.14),
        *t.panel((12.0, 14.0), (120.0, 100.0), 0.47, 0.93, vest, 0.014, columns=8, mirrored=True),
        *t.panel((100.0, 80.0), (260.0, 280.0), 0.47, 0.93, vest, 0.013, columns=10),
        *t.hips(p.bottom),
        *t.legs(p.bottom, light(p.bottom, 0.5), loose=1.1),
        *t.leg_rings(p.bottom, 0.62, 1.05),
        *t.belt("#c9a56a", None, 0.53, 0.04),
        *t.shoes(p.shoes),
        *t.collar(p.top, 0.04),
    ]


def royal(t: Tailor, p: Palette) -> list[Mesh]:
    fur, gold = rgb("#f6f0e4"), rgb(_GOLD)
    b = t.build
    spots = [
        t.on(
            "chest",
            blob(0.012 * b.width / 0.6, b.trunk.points(a, 0.90 * b.chin, 0.05 * b.width / 0.6).tolist(), 6, 3),
            _BLACK,
        )
        for a in (-75, -45, -15, 15, 45, 75, 130, 180, 230)
    ]
    return [
        *_base(t, p),
        *t.trunk(p.top),
        *t.arms(p.top, loose=1.15, flare=0.2),
        *t.cuffs(fur, 1.1, 1.15, 0.2),
        *t.hips(p.bottom),
        *t.legs(p.bottom),
        *t.skirt(p.top, 0.13, 0.37, hem=gold),
        *t.skirt_panel((-11, -9), (11, 9), 0.13, 0.56, 0.37, gold),
        *t.panel((-9, -9), (9, 9), 0.5, 0.88, gold, 0.012),
        *t.belt(gold, p.accent),
        *t.cape(p.accent, 0.05, fur),
        *t.band(0.90, 0.13, fur, 0.045),
        *spots,
        *t.buttons(p.accent, (0.6, 0.68, 0.76, 0.84), 0, 0.018, 0.022),
        *t.shoes(p.shoes),
    ]


def gown(t: Tailor, p: Palette) -> list[Mesh]:
    return [
        *_base(t, p),
        *t.trunk(p.top),
        *t.arms(p.skin, None),
        *t.pads(p.top, 1.45, 0.3),
        *t.hips(p.top),
        *t.legs(p.skin),
        *t.skirt(p.top, 0.045, 0.46, 0.35, p.accent, folds=9),
        *t.skirt_panel((-28, -16), (28, 16), 0.06, 0.55, 0.47, light(p.top, 0.45)),
        *t.panel((-42.0, -58.0), (42.0, 58.0), 0.85, 0.96, p.skin, 0.010, columns=7),
        *t.band(0.855, 0.04, p.accent, 0.014),
        *t.band(0.565, 0.06, p.accent, 0.014, "pelvis"),
        *t.bow(p.accent, 0.60, 0.13, "chest"),
        *t.shoes(p.shoes),
    ]


def rags(t: Tailor, p: Palette) -> list[Mesh]:
    patch = light(p.bottom, 0.3)
    return [
        *_base(t, p),
        *t.trunk(p.top),
        *t.short_sleeves(dark(p.top, 0.9), p.skin),
        *t.hips(p.bottom),
        *t.legs(p.bottom, p.skin),
        *t.leg_rings(dark(p.bottom), 0.8, 1.08, 0.8),
        *t.skirt(dark(p.top, 0.85), 0.36, 0.31, folds=7),
        *t.panel((14, 18), (42, 40), 0.62, 0.74, patch, 0.012),
        *t.panel((-60, -52), (-30, -28), 0.70, 0.80, dark(p.top, 0.6), 0.012),
        *t.belt("#b59a62", None, 0.54, 0.03),
        *t.panel((-4, -22), (4, 16), 0.83, 0.95, p.skin),
        *t.shoes(p.skin, p.skin, 0.3),
    ]


def robe(t: Tailor, p: Palette) -> list[Mesh]:
    return [
        *_base(t, p),
        *t.trunk(p.top),
        *t.arms(p.top, loose=1.15, flare=0.45),
        *t.cuffs(p.accent, 1.04, 1.15, 0.45),
        *t.hips(p.top),
        *t.legs(p.bottom),
        *t.skirt(p.top, 0.05, 0.38, hem=p.accent, folds=6),
        *t.band(0.93, 0.11, dark(p.top, 0.8), 0.035),
        *t.band(0.545, 0.05, p.accent, 0.016, "pelvis"),
        *t.skirt_panel((-4, -3), (4, 3), 0.26, 0.54, 0.37, p.accent, 0.03),
        *t.shoes(p.shoes),
    ]


def _crossed(t: Tailor, inner: F32, edge: F32) -> list[Mesh]:
    """The crossed collar of East Asian robes: left over right."""
    return [
        *t.panel((0.0, -34.0), (9.0, 34.0), 0.74, 0.95, inner, 0.008),
        *t.panel((-2.0, -46.0), (12.0, -24.0), 0.70, 0.955, edge, 0.015, rows=6),
        *t.panel((-32.0, 22.0), (-16.0, 46.0), 0.58, 0.955, edge, 0.021, rows=8),
        *t.panel((100.0, 120.0), (260.0, 240.0), 0.90, 0.965, edge, 0.012, columns=8),
    ]


def hanfu(t: Tailor, p: Palette) -> list[Mesh]:
    return [
        *_base(t, p),
        *t.trunk(p.top),
        *t.arms(p.top, loose=1.15, flare=0.85),
        *t.cuffs(p.accent, 1.03, 1.15, 0.85),
        *t.hips(p.bottom),
        *t.legs(p.bottom),
        *t.skirt(p.bottom, 0.05, 0.40, top=0.64, folds=10),
        *_crossed(t, rgb(_WHITE), p.accent),
        *t.band(0.635, 0.07, p.accent, 0.016, "pelvis"),
        *t.skirt_panel((-5, -3), (5, 3), 0.16, 0.60, 0.40, p.accent, 0.03),
        *t.shoes(p.shoes),
    ]


def imperial(t: Tailor, p: Palette) -> list[Mesh]:
    """The robe of an emperor of China or his consort: wide sleeves, a roundel on the chest and waves along the hem."""
    gold, dim = rgb("#f0c95a"), dark(p.top, 0.78)
    roundel = ((30, 0.07, gold, 0.012), (23, 0.05, p.accent, 0.017), (11, 0.024, gold, 0.022))
    return [
        *_base(t, p),
        *t.trunk(p.top),
        *t.arms(p.top, loose=1.18, flare=0.9),
        *t.cuffs(p.accent, 1.03, 1.18, 0.9),
        *t.hips(p.top),
        *t.legs(p.bottom),
        *t.skirt(p.top, 0.05, 0.42, top=0.62, hem=p.accent, folds=8),
        *t.band(0.945, 0.05, p.accent, 0.03),
        *t.panel((-70, -46), (-52, -26), 0.74, 0.95, dim, 0.01, mirrored=True),
        *(piece for wide, tall, color, lift in roundel for low, share in ((0.0, 1.0), (-0.8, 0.72), (0.8, 0.72))
          for piece in t.panel((-wide * share, -wide * share), (wide * share, wide * share),
                               0.775 + low * tall - tall / 2, 0.775 + low * tall + tall / 2, color, lift)),
        *t.belt(p.accent, gold, 0.6, 0.05),
        *t.skirt_panel((-6, -4), (6, 4), 0.14, 0.58, 0.42, p.accent, 0.03),
        *(piece for a in (-64, -38, 38, 64)
          for piece in t.skirt_panel((a - 9, a - 2), (a + 9, a + 2), 0.115, 0.18, 0.42, gold, 0.02)),
        *t.shoes(p.shoes, boots=True),
    ]


def wuxia(t: Tailor, p: Palette) -> list[Mesh]:
    return [
        *_base(t, p),
        *t.trunk(p.top),
        *t.arms(p.top, dark(p.accent, 0.9), loose=1.05),
        *t.cuffs(_LEATHER, 1.15, gloss=0.4),
        *t.hips(p.bottom),
        *t.legs(p.bottom, loose=1.05),
        *_crossed(t, rgb(_WHITE), p.accent),
        *t.band(0.565, 0.09, p.accent, 0.02, "pelvis"),
        *t.skirt_panel((-52, -40), (-4, -4), 0.22, 0.55, 0.33, p.top, 0.012),
        *t.skirt_panel((4, 4), (52, 40), 0.22, 0.55, 0.33, p.top, 0.016),
        *t.skirt_panel((115, 125), (245, 235), 0.20, 0.55, 0.34, p.top, 0.014),
        *t.cape(dark(p.top, 0.75), 0.14),
        *t.shoes(p.shoes, boots=True),
    ]


def suit(t: Tailor, p: Palette) -> list[Mesh]:
    return [
        *_base(t, p),
        *t.trunk(p.top, 0.38, 0.004),
        *t.arms(p.top),
        *t.cuffs(_WHITE, 1.03),
        *t.hips(p.bottom),
        *t.legs(p.bottom),
        *t.shirt_front(rgb(_WHITE)),
        *t.tie(p.accent),
        *t.lapels(light(p.top, 0.12)),
        *t.collar(_WHITE),
        *t.buttons(dark(p.top, 0.5), (0.52, 0.58), 3.0),
        *t.panel((30, 30), (52, 52), 0.475, 0.505, dark(p.top, 0.8), 0.012, "pelvis", mirrored=True),
        *t.panel((26, 26), (40, 40), 0.775, 0.80, rgb(_WHITE), 0.014),
        *t.shoes(p.shoes, gloss=0.8),
    ]


def tuxedo(t: Tailor, p: Palette) -> list[Mesh]:
    return [
        *_base(t, p),
        *t.trunk(p.top, 0.38, 0.004),
        *t.arms(p.top),
        *t.cuffs(_WHITE, 1.03),
        *t.hips(p.bottom),
        *t.legs(p.bottom),
        *t.shirt_front(rgb(_WHITE), 0.56),
        *t.lapels(dark(p.top, 0.45), 0.56, 0.9),
        *t.band(0.555, 0.05, p.accent, 0.012, "pelvis", 0.5),
        *t.collar(_WHITE),
        *t.bow(_BLACK, 0.935, 0.10),
        *t.buttons(_BLACK, (0.66, 0.74, 0.82), 0.0, 0.012),
        *t.panel((26, 26), (42, 42), 0.77, 0.81, p.accent, 0.02),
        *t.shoes(p.shoes, gloss=0.95),
    ]


def dress(t: Tailor, p: Palette) -> list[Mesh]:
    return [
        *_base(t, p),
        *t.trunk(p.top),
        *t.short_sleeves(p.top, p.skin),
        *t.hips(p.top),
        *t.legs(p.skin),
        *t.skirt(p.top, 0.20, 0.40, hem=p.accent, folds=7),
        *t.belt(p.accent, None, 0.565, 0.045),
        *t.collar(_WHITE, 0.035),
        *t.buttons(_WHITE, (0.68, 0.76, 0.84)),
        *t.shoes(p.shoes),
    ]


def casual(t: Tailor, p: Palette) -> list[Mesh]:
    return [
        *_base(t, p),
        *t.trunk(p.top),
        *t.arms(p.top),
        *t.cuffs(dark(p.top, 0.82), 1.02),
        *t.hips(p.bottom),
        *t.legs(p.bottom),
        *t.band(0.43, 0.05, dark(p.top, 0.82), 0.010),
        *t.band(0.965, 0.045, dark(p.top, 0.8), 0.012),
        *t.leg_rings(dark(p.bottom, 0.8), 0.14, 1.02, 0.4),
        *t.shoes(p.shoes, _WHITE),
    ]


def hoodie(t: Tailor, p: Palette) -> list[Mesh]:
    b = t.build
    hood = [
        t.on(
            "chest",
            limb(
                (-0.13 * b.width, 0.93 * b.chin, -0.15 * b.width),
                (0.13 * b.width, 0.93 * b.chin, -0.15 * b.width),
                0.13 * b.width,
                sides=12,
            ),
            dark(p.top, 0.88),
        )
    ]
    strings = [
        t.on(
            "chest",
            limb(
                b.trunk.points(a, 0.92 * b.chin, 0.03).tolist(),
                b.trunk.points(a, 0.76 * b.chin, 0.014).tolist(),
                0.009 * b.width / 0.6,
                sides=6,
            ),
            _WHITE,
        )
        for a in (-13, 13)
    ]
    return [
        *_base(t, p),
        *t.trunk(p.top, 0.40, 0.008),
        *t.arms(p.top, loose=1.12),
        *t.cuffs(dark(p.top, 0.8), 1.04, 1.12),
        *t.hips(p.bottom),
        *t.legs(p.bottom),
        *hood,
        *strings,
        *t.band(0.94, 0.085, dark(p.top, 0.92), 0.032),
        *t.band(0.425, 0.06, dark(p.top, 0.8), 0.014),
        *t.panel((-36, -22), (36, 22), 0.47, 0.60, dark(p.top, 0.9), 0.020, "pelvis", columns=7),
        *t.shoes(p.shoes, _WHITE),
        *t.panel((-14, -14), (14, 14), 0.68, 0.76, p.accent, 0.014),
    ]


def coat(t: Tailor, p: Palette) -> list[Mesh]:
    return [
        *_base(t, p),
        *t.trunk(p.top, 0.40, 0.008),
        *t.arms(p.top, loose=1.12),
        *t.cuffs(dark(p.top, 0.85), 1.08, 1.12),
        *t.hips(p.bottom),
        *t.legs(p.bottom),
        *t.skirt(p.top, 0.19, 0.335, hem=None),
        *t.skirt_panel((-5, -2), (5, 2), 0.19, 0.53, 0.335, dark(p.top, 0.5), 0.004),
        *t.shirt_front(p.accent, 0.66),
        *t.lapels(dark(p.top, 0.85), 0.64),
        *t.belt(dark(p.top, 0.7), _GOLD, 0.555, 0.05),
        *t.band(0.95, 0.07, p.accent, 0.028),
        *t.buttons(_BLACK, (0.47, 0.62), 15.0, 0.018, 0.02),
        *t.buttons(_BLACK, (0.47, 0.62), -15.0, 0.018, 0.02),
        *t.shoes(p.shoes, boots=True),
    ]


def raincoat(t: Tailor, p: Palette) -> list[Mesh]:
    return [
        *_base(t, p),
        *t.trunk(p.top, 0.40, 0.008, 0.9),
        *t.arms(p.top, loose=1.2, flare=0.2, gloss=0.9),
        *t.cuffs(dark(p.top, 0.85), 1.04, 1.2, 0.2, 0.9),
        *t.hips(p.bottom),
        *t.legs(p.bottom),
        *t.skirt(p.top, 0.21, 0.40, 0.9, dark(p.top, 0.85)),
        *t.band(0.94, 0.10, dark(p.top, 0.92), 0.038, gloss=0.9),
        *t.skirt_panel((-3, -3), (3, 3), 0.22, 0.55, 0.40, dark(p.top, 0.8), 0.008, 0.9),
        *t.panel((-3, -3), (3, 3), 0.55, 0.88, dark(p.top, 0.8), 0.012),
        *t.buttons(p.accent, (0.52, 0.62, 0.72, 0.82), 0.0, 0.022, 0.022),
        *t.shoes(p.accent, boots=True, gloss=0.95),
    ]


def police(t: Tailor, p: Palette) -> list[Mesh]:
    b = t.build
    badge = b.trunk.points(28, 0.79 * b.chin, 0.016).tolist()
    star = t.on(
        "chest", cylinder(0.034 * b.width / 0.6, 0.014, sides=6).turned(x=90).turned(y=28).moved(badge), _GOLD, 0.85
    )
    return [
        *_base(t, p),
        *t.trunk(p.top, 0.42),
        *t.arms(p.top),
        *t.cuffs(p.accent, 1.04),
        *t.hips(p.bottom),
        *t.legs(p.bottom),
        *t.collar(p.top, 0.055),
        *t.pads(dark(p.top, 0.8), 1.28, 0.3),
        star,
        *t.tie(_BLACK),
        *t.belt(_BLACK, _GOLD, 0.535, 0.07),
        *t.panel((-46, -46), (-22, -22), 0.72, 0.80, dark(p.top, 0.85), 0.014),
        *t.buttons(_GOLD, (0.80,), -34.0, 0.013, 0.022),
        *[
            t.on(
                "pelvis",
                box((0.05 * b.width, 0.09 * b.chin, 0.06 * b.width), 0.01).moved(
                    (s * 0.27 * b.width, 0.45 * b.chin, 0.06 * b.width)
                ),
                _BLACK,
            )
            for s in (1, -1)
        ],
        *t.shoes(p.shoes, gloss=0.8),
    ]


def frontier(t: Tailor, p: Palette) -> list[Mesh]:
    """A leather waistcoat over a shirt, a neckerchief, jeans, a belt with a big buckle, boots."""
    b = t.build
    knot = b.trunk.points(0.0, 0.90 * b.chin, 0.03).tolist()
    leather = 0.3 * p.accent + 0.7 * rgb(_LEATHER)
    return [
        *_base(t, p),
        *t.trunk(leather, 0.44, 0.004),
        *t.arms(p.top),
        *t.cuffs(dark(p.top, 0.8), 1.03),
        *t.panel((-9, -22), (9, 22), 0.46, 0.95, p.top, 0.009),
        *t.panel((9, 22), (12, 26), 0.46, 0.95, dark(leather, 0.72), 0.012, mirrored=True),
        *t.panel((20, 20), (42, 42), 0.60, 0.64, dark(leather, 0.72), 0.012, mirrored=True),
        *t.buttons(_WHITE, (0.56, 0.66, 0.76), 0.0, 0.012),
        *t.hips(p.bottom),
        *t.legs(p.bottom),
        *t.leg_rings(dark(p.bottom, 0.78), 0.16, 1.03, 0.4),
        *t.band(0.945, 0.075, _NECKERCHIEF, 0.026, gloss=0.15),
        *t.panel((-4, -30), (4, 30), 0.80, 0.93, _NECKERCHIEF, 0.022, gloss=0.15),
        t.on("chest", blob(0.028 * b.width / 0.6, knot, 7), dark(rgb(_NECKERCHIEF), 0.8)),
        *t.belt("#5a3a22", _GOLD, 0.535, 0.065),
        *t.shoes(p.shoes, boots=True),
    ]


def sheriff(t: Tailor, p: Palette) -> list[Mesh]:
    """The same with a star on the waistcoat."""
    b = t.build
    spot = b.trunk.points(34, 0.77 * b.chin, 0.022).tolist()
    size = 0.05 * b.width / 0.6
    star = merge(cylinder(size, 0.012, sides=3).turned(x=90).turned(z=turn) for turn in (0.0, 60.0))
    return [*frontier(t, p), t.on("chest", star.turned(y=34).moved(spot), _GOLD, 0.9)]


def soldier(t: Tailor, p: Palette) -> list[Mesh]:
    rng = np.random.default_rng(7)
    camouflage = [piece for _ in range(9) for piece in _blot(t, rng, p)]
    return [
        *_base(t, p),
        *t.trunk(p.top, 0.42),
        *t.arms(p.top, dark(p.top, 0.9)),
        *t.cuffs(dark(p.top, 0.7), 1.04),
        *t.hips(p.bottom),
        *t.legs(p.bottom, dark(p.bottom, 0.9)),
        *camouflage,
        *t.collar(dark(p.top, 0.85), 0.05),
        *t.belt(dark(p.accent, 0.6), "#8b8f7a", 0.535, 0.06),
        *t.panel((24, 28), (36, 40), 0.55, 0.95, dark(p.accent, 0.6), 0.016, mirrored=True),
        *t.panel((22, 22), (50, 50), 0.66, 0.77, dark(p.top, 0.75), 0.024, mirrored=True),
        *t.leg_rings(dark(p.bottom, 0.7), 0.9, 1.05, 0.9),
        *t.shoes(p.shoes, boots=True, gloss=0.5),
    ]


def _blot(t: Tailor, rng: np.random.Generator, p: Palette) -> list[Mesh]:
    a, y = float(rng.uniform(-170, 170)), float(rng.uniform(0.6, 0.86))
    w, h = float(rng.uniform(9, 18)), float(rng.uniform(0.03, 0.05))
    color = dark(p.top, 0.62) if rng.random() < 0.5 else light(p.top, 0.25)
    return t.panel((a - w, a - 0.5 * w), (a + 0.6 * w, a + w), y - h, y + h, color, 0.007, rows=3, columns=4)


def scrubs(t: Tailor, p: Palette) -> list[Mesh]:
    b = t.build
    tube = [
        b.trunk.points(a, y * b.chin, 0.026).tolist()
        for a, y in ((-52, 0.93), (-26, 0.80), (0, 0.735), (26, 0.80), (52, 0.93))
    ]
    stethoscope = [
        t.on("chest", sweep(bend(tube, 12), 0.013 * b.width / 0.6, 6), "#2b3038", 0.6),
        t.on("chest", blob(0.03 * b.width / 0.6, b.trunk.points(4, 0.72 * b.chin, 0.03).tolist(), 8, 4), _STEEL, 0.9),
    ]
    return [
        *_base(t, p),
        *t.trunk(p.top, 0.38),
        *t.short_sleeves(p.top, p.skin),
        *t.hips(p.bottom),
        *t.legs(p.bottom),
        *stethoscope,
        *t.panel((-3, -26), (3, 26), 0.80, 0.955, p.skin, 0.008),
        *t.band(0.40, 0.03, dark(p.top, 0.85), 0.008),
        *t.panel((-48, -48), (-20, -20), 0.48, 0.57, dark(p.top, 0.88), 0.014, "pelvis"),
        *t.shoes(p.shoes, _WHITE),
    ]


def school(t: Tailor, p: Palette) -> list[Mesh]:
    girl = t.build.gender == "f"
    lower = (
        [
            *t.legs(p.skin),
            *t.leg_rings(_WHITE, 0.45, 0.98, 1.3),
            *t.skirt(p.bottom, 0.27, 0.36, hem=light(p.bottom, 0.3), folds=9),
        ]
        if girl
        else t.legs(p.bottom)
    )
    return [
        *_base(t, p),
        *t.trunk(p.top, 0.42),
        *t.arms(p.top),
        *t.cuffs(_WHITE, 1.03),
        *t.hips(p.bottom),
        *lower,
        *t.shirt_front(rgb(_WHITE), 0.70),
        *t.lapels(light(p.top, 0.15), 0.68),
        *t.collar(_WHITE),
        *(t.bow(p.accent, 0.90, 0.12) if girl else t.tie(p.accent)),
        *t.buttons(_GOLD, (0.50, 0.60), 0.0),
        *t.panel((26, 26), (42, 42), 0.74, 0.81, p.accent, 0.014),
        *t.shoes(p.shoes),
    ]


def wedding_dress(t: Tailor, p: Palette) -> list[Mesh]:
    pearl = light(p.top, 0.6)
    flowers = [
        t.on(
            "skirt",
            blob(
                0.02 * t.build.width / 0.6, t.skirt_form(0.045, 0.5).points(a, 0.15 * t.build.chin, 0.0).tolist(), 7, 3
            ),
            p.accent,
        )
        for a in range(-160, 181, 40)
    ]
    return [
        *_base(t, p),
        *t.trunk(p.top, gloss=0.5),
        *t.arms(p.top, light(p.skin, 0.5)),
        *t.cuffs(pearl, 1.04),
        *t.hips(p.top),
        *t.legs(p.skin),
        *t.skirt(p.top, 0.045, 0.50, 0.5, pearl, folds=10),
        *t.skirt(light(p.top, 0.3), 0.27, 0.43, 0.5, pearl, folds=10),
        *flowers,
        *t.cape(light(p.top, 0.7), 0.06),
        *t.panel((-40.0, -56.0), (40.0, 56.0), 0.86, 0.96, p.skin, 0.008, columns=7),
        *t.band(0.86, 0.03, pearl, 0.014),
        *t.band(0.57, 0.05, p.accent, 0.012, "pelvis"),
        *t.buttons(pearl, (0.66, 0.72, 0.78), 0.0, 0.012),
        *t.shoes(p.shoes),
    ]


def pyjamas(t: Tailor, p: Palette) -> list[Mesh]:
    stripes = [
        piece
        for a in range(-165, 180, 30)
        for piece in t.panel((a - 3.5, a - 4), (a + 3.5, a + 4), 0.56, 0.90, p.accent, 0.007, rows=4, columns=3)
    ]
    return [
        *_base(t, p),
        *t.trunk(p.top, 0.38, 0.006),
        *stripes,
        *t.arms(p.top, loose=1.12),
        *t.cuffs(p.accent, 1.05, 1.12),
        *t.hips(p.bottom),
        *t.legs(p.bottom, loose=1.12),
        *t.leg_rings(p.accent, 0.16, 1.08, 0.4),
        *t.collar(p.accent, 0.05),
        *t.buttons(_WHITE, (0.50, 0.6, 0.7, 0.8)),
        *t.band(0.395, 0.03, p.accent, 0.010),
        *t.shoes(p.accent, light(p.accent), 0.1),
    ]


def chef(t: Tailor, p: Palette) -> list[Mesh]:
    return [
        *_base(t, p),
        *t.trunk(p.top, 0.42, 0.004),
        *t.arms(p.top, loose=1.08),
        *t.cuffs(p.accent, 1.02, 1.08),
        *t.hips(p.bottom),
        *t.legs(p.bottom),
        *t.buttons(_BLACK, (0.62, 0.70, 0.78, 0.86), 14.0),
        *t.buttons(_BLACK, (0.62, 0.70, 0.78, 0.86), -14.0),
        *t.panel((-27, -24), (27, 24), 0.57, 0.92, light(p.top, 0.3), 0.008),
        *t.band(0.955, 0.07, p.accent, 0.030),
        *t.skirt_panel((-75, -62), (75, 62), 0.17, 0.56, 0.31, rgb(_WHITE), 0.014),
        *t.belt(_WHITE, None, 0.55, 0.04),
        *t.shoes(p.shoes),
    ]


def spacesuit(t: Tailor, p: Palette) -> list[Mesh]:
    b = t.build
    w = b.width
    pack = t.on(
        "chest",
        box((0.42 * w, 0.42 * b.chin, 0.20 * w), 0.05 * w).moved((0, 0.55 * b.chin, -0.33 * w)),
        dark(p.top, 0.82),
        0.5,
    )
    panel = t.on(
        "chest",
        box((0.24 * w, 0.11 * b.chin, 0.05 * w), 0.015 * w).moved((0, 0.66 * b.chin, 0.205 * w)),
        dark(p.bottom, 0.6),
        0.6,
    )
    lights = [
        t.on("chest", blob(0.022 * w, (x * w, 0.715 * b.chin, 0.262 * w), 7, 3), c, 0.6, 0.8)
        for x, c in ((-0.07, "#e8503a"), (0.0, "#f2c23a"), (0.07, "#4ad07a"))
    ]
    return [
        *t.hands(p.accent, 0.5),
        *t.neck(p.top),
        *t.trunk(p.top, 0.40, 0.022, 0.5),
        *t.arms(p.top, loose=1.3, gloss=0.5),
        *t.cuffs(p.accent, 1.02, 1.3),
        *t.hips(p.bottom),
        *t.legs(p.bottom, loose=1.15, gloss=0.5),
        *t.leg_rings(p.accent, 1.0, 1.16, 0.5),
        *t.band(0.965, 0.08, p.accent, 0.06, gloss=0.8),
        pack,
        panel,
        *lights,
        *t.band(0.56, 0.05, p.accent, 0.03, "pelvis"),
        *t.pads(p.top, 1.5, 0.5),
        *t.shoes(p.shoes, boots=True),
    ]


def mermaid(t: Tailor, p: Palette) -> list[Mesh]:
    """A tail of scales down to a fin on the ground, shells on a band round the breast."""
    b, fin, shell = t.build, light(p.top, 0.25), light(p.accent, 0.3)
    w, y = b.width, 0.73 * b.chin
    lobes = [
        sweep(
            [(0.0, 0.12 * b.chin, 0.03), (0.20 * s * w, 0.118 * b.chin, 0.10), (0.46 * s * w, 0.07 * b.chin, 0.20)],
            [0.10 * w, 0.15 * w, 0.05 * w], 10, flat=0.3,
        )
        for s in (-1.0, 1.0)
    ]  # fmt: skip
    scales = [
        piece
        for k in range(4)
        for a in range(-120 + 30 * (k % 2), 121, 60)
        for piece in t.skirt_panel((a - 14, a - 3), (a + 14, a + 3), 0.13 + 0.095 * k, 0.22 + 0.095 * k, 0.29,
                                   light(p.top, 0.15 if (k + a // 30) % 4 > 1 else 0.35), 0.008, 0.6)
    ]  # fmt: skip
    front = float(b.trunk.front(0.12 * w, y)) + 0.01 * w
    shells = [blob((0.10 * w, 0.09 * w, 0.05 * w), (0.12 * s * w, y, front), 10) for s in (-1.0, 1.0)]
    return [
        *_base(t, p),
        *t.trunk(p.skin),
        *t.arms(p.skin, None),
        *t.hips(p.top),
        *t.legs(p.top),
        *t.skirt(p.top, 0.03, 0.29, 0.55, p.top),
        *scales,
        *t.band(0.56, 0.05, light(p.top, 0.4), 0.014, "pelvis"),
        *t.band(0.67, 0.13, p.accent, 0.012),
        *(t.on("chest", piece, shell, 0.6) for piece in shells),
        *(t.on("skirt", lobe, fin, 0.5) for lobe in lobes),
    ]


Outfit = Callable[[Tailor, Palette], list[Mesh]]
OUTFIT_CUTS: dict[str, Outfit] = {
    f.__name__: f
    for f in (
        tunic,
        apron,
        armor,
        peasant,
        royal,
        gown,
        rags,
        robe,
        hanfu,
        wuxia,
        suit,
        dress,
        casual,
        hoodie,
        coat,
        raincoat,
        police,
        soldier,
        scrubs,
        school,
        wedding_dress,
        tuxedo,
        pyjamas,
        chef,
        spacesuit,
        imperial,
        mermaid,
        frontier,
        sheriff,
    )
}

USUAL: dict[str, tuple[str, str, str, str]] = {  # top, bottom, accent, shoes
    "tunic": ("#4f7a45", "#5a4632", "#d9b24a", "#4a3020"),
    "apron": ("#c9b48a", "#4a4038", "#6b4527", "#3a2a20"),
    "armor": ("#a8322f", "#4a4f58", "#d9b24a", "#6b7078"),
    "peasant": ("#e0d4b8", "#7a6048", "#8a5a35", "#4a3424"),
    "royal": ("#7a2440", "#3a2a4a", "#5a2a7a", "#3a2020"),
    "gown": ("#c7507a", "#c7507a", "#f2d27a", "#d9a0b0"),
    "rags": ("#8a7a62", "#6b5f50", "#5a4f42", "#5a4632"),
    "robe": ("#4a4a8a", "#3a3a5a", "#d9b24a", "#3a2a20"),
    "hanfu": ("#8fc4c0", "#f0e4d4", "#c0504a", "#4a3a4a"),
    "wuxia": ("#e8e4da", "#3a4450", "#3f6f8f", "#2a2a30"),
    "suit": ("#2f3a50", "#2f3a50", "#a8323a", "#2a1e18"),
    "dress": ("#e0674a", "#e0674a", "#f5e6cf", "#a8323a"),
    "casual": ("#3f7fb5", "#3a4460", "#f2b233", "#d8d4cc"),
    "hoodie": ("#6a8f6a", "#3f4a5f", "#f2c14e", "#e8e4dc"),
    "coat": ("#b08a5a", "#3a3a44", "#8a3038", "#3a2a20"),
    "raincoat": ("#f2c12e", "#3f5f8f", "#3f7fb5", "#3f7fb5"),
    "police": ("#34507f", "#26334f", "#e0b640", "#1a1a1e"),
    "soldier": ("#6f7a4a", "#6a7048", "#8a7a4f", "#3a3026"),
    "scrubs": ("#4fa8a0", "#4fa8a0", "#f4f1ea", "#e8e8e8"),
    "school": ("#2f4064", "#5a5f70", "#c0392f", "#2a2220"),
    "wedding_dress": ("#f4efe8", "#f4efe8", "#f2b8c4", "#f4efe8"),
    "tuxedo": ("#22222a", "#22222a", "#a8242f", "#17171a"),
    "pyjamas": ("#8fb8e0", "#8fb8e0", "#f4f1ea", "#c9a0b0"),
    "chef": ("#f4f1ea", "#3f424a", "#c0392f", "#2a2220"),
    "spacesuit": ("#eceff2", "#dfe3e8", "#e8742f", "#c9ced6"),
    "imperial": ("#e3ab2c", "#e3ab2c", "#a8282c", "#26242c"),
    "frontier": ("#c8b48a", "#4a5f80", "#7a4c2c", "#5a3420"),
    "sheriff": ("#e0d8c8", "#4a4450", "#4f3a30", "#3a2618"),
    "mermaid": ("#2f9a8f", "#2f9a8f", "#e79ab0", "#2f9a8f"),
}
