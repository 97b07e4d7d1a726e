"""Toys that turn the plots of short dramas: contracts, money, glasses, bags and cases, medicine, rings, trophies, fans.

Knows nothing of who holds them.
"""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np

from model.renderer.mesh import Mesh, merge
from model.renderer.props.toy import Builders, Hinge, Paint, Toy
from model.renderer.shapes import (
    Color,
    ball,
    block,
    both_sides,
    drum,
    graded,
    hoop,
    pipe,
    plate,
    rod,
    shade,
    slab,
    spun,
    tile,
    varied,
)

GOLD, STEEL, INK = "#e0b040", "#c4ccd6", "#2a2622"


def wine_glass(paint: Paint) -> Toy:
    """Well filled; a flute for champagne."""
    flute = paint.named("champagne", "flute")
    wide, low, brim = (0.034, 0.12, 0.27) if flute else (0.058, 0.115, 0.25)
    glass, wine = paint.body, "#e8c860" if flute else paint.accent
    foot = [(0, 0), (0.05, 0), (0.052, 0.008), (0.02, 0.02), (0.008, 0.04)]
    bowl = [(0.007, low), (wide * 0.72, low + 0.022), (wide, low + 0.05), (wide * 0.86, brim)]
    level = low + 0.68 * (brim - low)
    across = 1.02 * float(np.interp(level, [y for _, y in bowl], [r for r, _ in bowl]))
    drink = [(0.003, low + 0.004), (wide * 0.73, low + 0.023), (wide * 1.02, low + 0.05), (across, level)]
    inside = [(wide * 0.86, brim), (wide * 0.8, brim), (across * 0.93, level)]
    return Toy(
        (
            spun([*foot, *bowl], glass, sides=20, gloss=0.95),
            spun(inside, shade(glass, 0.92), sides=20, gloss=0.95),
            spun([*drink, (across, level), (0, level)], wine, sides=20, gloss=0.9),
            hoop(wide * 0.86, 0.0024, "#ffffff", (0, brim, 0), 20),
        )
    )


# ---- papers -----------------------------------------------------------------------------------------------------


def contract(paint: Paint) -> Toy:
    """A folder lying open at its last page, a pen beside the line to sign on."""
    y = 0.0368  # m, the top of the pages
    cover = block((0.26, 0.02, 0.34), paint.body, bevel=0.004, gloss=0.4)
    pages = [
        block((0.225, 0.004, 0.31), varied(paint.accent, paint.rng, 0.02), (0, 0.02 + 0.004 * k, 0), turn=float(turn))
        for k, turn in enumerate(paint.rng.uniform(-1.6, 1.6, 4))
    ]
    lines = [tile((0.17 - 0.05 * (k % 4 == 3), 0.006), "#57504a", (-0.01, y, -0.085 + 0.017 * k)) for k in range(10)]
    heading = [tile((0.1, 0.012), INK, (0, y, -0.12)), tile((0.06, 0.004), paint.body, (0, y, -0.106))]
    signing = [tile((0.075, 0.0025), INK, (0.045, y, 0.128)), tile((0.055, 0.0025), INK, (-0.06, y, 0.128))]
    stroke = [(0.015, y, 0.122), (0.03, y, 0.108), (0.04, y, 0.122), (0.055, y, 0.11), (0.075, y, 0.12)]
    name = pipe(stroke, 0.0018, "#2f4a9a", 4)
    seal = drum(0.017, 0.002, "#c23b2c", (-0.06, y, 0.112), sides=14)
    clip = block((0.06, 0.01, 0.02), STEEL, (0, y - 0.001, -0.155), 0.003, gloss=0.8)
    pen = _pen().turned(y=24).moved((0.045, y + 0.0062, 0.07))
    return Toy((cover, *pages, *lines, *heading, *signing, name, seal, clip, pen))


def _pen() -> Mesh:
    """Lying along x, its nib at +x."""
    return merge(
        (
            rod((-0.055, 0, 0), (0.045, 0, 0), 0.0065, "#22252b", sides=9, gloss=0.8),
            rod((0.045, 0, 0), (0.066, 0, 0), 0.006, GOLD, 0.001, 8, gloss=0.9),
            block((0.04, 0.002, 0.003), GOLD, (-0.035, 0.0062, 0), gloss=0.8),
        )
    )


def money(paint: Paint) -> Toy:
    """Three banded bundles of notes, one across two, and a few loose ones."""
    loose = [
        block((0.165, 0.002, 0.075), varied(paint.body, paint.rng, 0.06), at, turn=turn)
        for at, turn in (((0.05, 0.0, 0.06), 24), ((-0.05, 0.002, 0.055), -14))
    ]
    places = ((4, (-0.01, 0.0, -0.05)), (-5, (0.005, 0.0, 0.045)), (52, (0.0, 0.044, -0.005)))
    return Toy((*(_bundle(paint).turned(y=turn).moved(at) for turn, at in places), *loose))


def _bundle(paint: Paint) -> Mesh:
    """Notes in a paper band, along x."""
    notes = [
        block((0.165, 0.0085, 0.075), varied(paint.body, paint.rng, 0.05), (float(x), 0.0085 * k, 0))
        for k, x in enumerate(paint.rng.uniform(-0.003, 0.003, 5))
    ]
    y, pale = 0.0428, shade(paint.body, 1.35)
    face = [
        tile((0.15, 0.062), shade(paint.body, 1.2), (0, y, 0)),
        tile((0.138, 0.05), paint.body, (0, y + 0.0005, 0)),
        drum(0.017, 0.0006, pale, (-0.045, y + 0.0005, 0), sides=12),
        *(tile((0.018, 0.012), pale, (x, y + 0.001, z)) for x in (-0.055, 0.055) for z in (-0.016, 0.016)),
    ]
    return merge((*notes, *face, block((0.03, 0.0445, 0.0765), paint.accent, (0.005, -0.0005, 0), gloss=0.3)))


# ---- bags and cases ---------------------------------------------------------------------------------------------


def handbag(paint: Paint) -> Toy:
    """Quilted leather with a flap, a gold lock and a chain."""
    leather, metal = paint.body, paint.accent
    half = [(0.13, 0.0), (0.15, 0.02), (0.165, 0.11), (0.14, 0.215)]
    body = slab([*half, *((-x, y) for x, y in reversed(half))], 0.12, leather, gloss=0.45)
    outline = [(-0.143, 0.22), (-0.125, 0.1), (0, 0.075), (0.125, 0.1), (0.143, 0.22)]
    flap = slab(outline, 0.016, shade(leather, 1.1), (0, 0, 0.064), gloss=0.45)
    seams = [_seam(x, s, shade(leather, 0.78)) for s in (-1, 1) for x in (-0.06, 0.0, 0.06)]
    lock = ball((0.02, 0.02, 0.009), metal, (0, 0.095, 0.076), 7, gloss=0.9)
    keyhole = block((0.012, 0.018, 0.006), shade(metal, 0.6), (0, 0.086, 0.083))
    rings = both_sides(ball(0.011, metal, (0.145, 0.21, 0.0), 5, gloss=0.9))
    top = block((0.28, 0.012, 0.125), shade(leather, 0.82), (0, 0.214, 0), 0.004)
    arch = [(0.145 * math.cos(a), 0.215 + 0.145 * math.sin(a), 0.0) for a in np.linspace(0, math.pi, 11)]
    chain = [ball((0.012, 0.012, 0.006), shade(metal, 1.1), p, 4, gloss=0.9) for p in arch[1:-1]]
    strap = pipe(arch, 0.0085, metal, 6, gloss=0.9)
    return Toy((graded(body, 0.86), flap, *seams, lock, keyhole, rings, top, strap, *chain))


def _seam(x: float, side: int, color: Color) -> Mesh:
    """A slanting line of stitches on the flap, between its edges."""
    return block((0.003, 0.16, 0.004), color, (0, -0.08, 0)).turned(z=side * 45).moved((x, 0.147, 0.0735))


def suitcase(paint: Paint) -> Toy:
    """A hard case on four castors, its handle drawn out."""
    shell, metal, dark = paint.body, paint.accent, "#2a2d33"
    body = block((0.44, 0.5, 0.24), shell, (0, 0.05, 0), 0.045, gloss=0.6)
    seam = block((0.445, 0.505, 0.014), shade(shell, 0.55), (0, 0.048, 0), 0.006)
    ribs = [block((0.026, 0.4, 0.25), shade(shell, 1.14), (0.06 * k, 0.1, 0), gloss=0.6) for k in np.arange(6) - 2.5]
    bars = both_sides(rod((0.09, 0.5, -0.07), (0.09, 0.7, -0.07), 0.011, metal, sides=7, gloss=0.8))
    grip = block((0.23, 0.034, 0.036), dark, (0, 0.69, -0.07), 0.012)
    loop = [(-0.07, 0.548, 0.02), (-0.06, 0.578, 0.02), (0.06, 0.578, 0.02), (0.07, 0.548, 0.02)]
    corner = ball((0.05, 0.045, 0.05), shade(shell, 0.8), detail=5)
    corners = both_sides(merge(corner.moved((0.18, y, z)) for y in (0.09, 0.51) for z in (-0.082, 0.082)))
    tyre = drum(0.026, 0.02, "#22252b", (0, -0.01, 0), sides=10).turned(z=90)
    castor = merge((tyre, block((0.03, 0.03, 0.03), "#3a3f47", (0, 0.018, 0))))
    castors = [castor.moved((x, 0.026, z)) for x in (-0.17, 0.17) for z in (-0.08, 0.08)]
    tag = block((0.05, 0.08, 0.006), "#e8d9b0", bevel=0.002).turned(z=8).moved((0.13, 0.4, 0.128))
    lock = block((0.05, 0.035, 0.03), metal, (0, 0.525, 0.09), 0.006, gloss=0.8)
    return Toy((graded(body, 0.85), *ribs, seam, bars, grip, pipe(loop, 0.011, dark, 6), corners, *castors, tag, lock))


def briefcase(paint: Paint) -> Toy:
    """Upright; its front falls open and shows bundles of notes in the back."""
    leather = paint.body
    back = block((0.46, 0.32, 0.066), leather, (0, 0, -0.036), 0.012, gloss=0.4)
    lining = plate((0.42, 0.28), "#3a2430", (0, 0.02, -0.0025))
    loop = [(-0.06, 0.315, -0.02), (-0.05, 0.36, -0.02), (0.05, 0.36, -0.02), (0.06, 0.315, -0.02)]
    handle = pipe(loop, 0.012, shade(leather, 0.7), 6)
    lid = _briefcase_front(leather, paint.accent)
    hinge = Hinge((0, 0.006, 0.04), "x", 92.0)
    return Toy((graded(back, 0.85), lining, *_packed_notes(paint), handle), ((lid, hinge),))


def _packed_notes(paint: Paint) -> list[Mesh]:
    """Rows of bundles seen from above, upright in the case."""
    out = []
    for row in range(3):
        for column in range(4):
            x, y = -0.153 + 0.102 * column, 0.03 + 0.09 * row
            green = varied("#7fae78", paint.rng, 0.07)
            out += [
                block((0.092, 0.076, 0.02), green, (x, y, 0.004), 0.003),
                block((0.022, 0.078, 0.022), "#f2e8d0", (x, y - 0.001, 0.004), 0.002),
                plate((0.03, 0.03), shade(green, 1.25), (x - 0.028, y + 0.023, 0.0145)),
            ]
    return out


def _briefcase_front(leather: Color, metal: Color) -> Mesh:
    dial = drum(0.008, 0.01, GOLD, sides=8, gloss=0.8).turned(x=90)
    corner = ball((0.022, 0.022, 0.014), metal, detail=5, gloss=0.8)
    lock = block((0.045, 0.05, 0.012), metal, (0.15, 0.26, 0.072), 0.004, gloss=0.9)
    return merge(
        (
            block((0.46, 0.32, 0.074), leather, (0, 0, 0.034), 0.012, gloss=0.4),
            plate((0.42, 0.28), "#4a2e3a", turn=180).moved((0, 0.02, -0.0035)),
            *(block((0.42, 0.006, 0.004), shade(leather, 1.35), (0, y, 0.0715)) for y in (0.03, 0.285)),
            both_sides(merge((lock, *(corner.moved((0.212, y, 0.06)) for y in (0.018, 0.302))))),
            *(dial.moved((x, 0.285, 0.07)) for x in (-0.02, 0.0, 0.02)),
        )
    )


# ---- small things -----------------------------------------------------------------------------------------------


def medicine(paint: Paint) -> Toy:
    """A bottle of pills with a label, some pills beside it."""
    amber, white = paint.body, paint.accent
    glass = [(0, 0), (0.05, 0), (0.055, 0.008), (0.055, 0.115), (0.045, 0.132), (0.045, 0.14)]
    cap = [(0.05, 0.138), (0.052, 0.142), (0.052, 0.172), (0.047, 0.178), (0, 0.178)]
    ridge = block((0.004, 0.03, 0.004), "#d8d8d2", (0, 0.142, 0.0525))
    bottle = merge(
        (
            spun(glass, amber, sides=20, gloss=0.9),
            spun([(0.0558, 0.025), (0.0558, 0.1)], white, sides=20, gloss=0.15),
            block((0.034, 0.012, 0.004), "#c9342c", (0, 0.062, 0.056)),
            block((0.012, 0.034, 0.004), "#c9342c", (0, 0.051, 0.056)),
            *(plate((0.03, 0.004), "#5a5f66", (0, 0.036 + 0.007 * k, 0.0566)) for k in range(2)),
            spun(cap, "#f4f4f0", sides=20, gloss=0.5),
            *(ridge.turned(y=15 * k) for k in range(24)),
        )
    ).moved((-0.006, 0, -0.006))
    red, yellow = _pill("#c9342c"), _pill("#e8b84a")
    pills = (red.turned(y=30).moved((0.052, 0, 0.035)), red.turned(y=-50).moved((0.03, 0, 0.056)))
    return Toy((bottle, *pills, yellow.turned(y=80).moved((-0.03, 0, 0.056))))


def _pill(color: Color) -> Mesh:
    """A capsule of two colours, lying along x."""
    r, pale = 0.0075, "#f6f2ea"
    return merge(
        (
            rod((-0.011, r, 0), (0, r, 0), r, color, sides=8),
            rod((0, r, 0), (0.011, r, 0), r, pale, sides=8),
            ball(r, color, (-0.011, r, 0), 4),
            ball(r, pale, (0.011, r, 0), 4),
        )
    )


def ring_box(paint: Paint) -> Toy:
    """A velvet casket that opens to a ring in white satin."""
    velvet, satin = paint.body, paint.accent
    base = block((0.16, 0.056, 0.15), velvet, bevel=0.012, gloss=0.1)
    band = block((0.163, 0.006, 0.153), GOLD, (0, 0.053, 0), 0.002, gloss=0.85)
    bed = both_sides(block((0.066, 0.012, 0.122), satin, (0.036, 0.05, 0), 0.005, gloss=0.4))
    ring = hoop(0.024, 0.0045, GOLD, sides=20).turned(x=90).moved((0, 0.068, 0))
    cut = [(0, 0), (0.016, 0.014), (0.0135, 0.02), (0, 0.021)]
    stone = spun(cut, "#d8f2fa", (0, 0.088, 0), 8, gloss=1.0, glow=0.15)
    claws = both_sides(rod((0.003, 0.088, 0), (0.012, 0.1, 0), 0.0024, GOLD, sides=4))
    lid = merge(
        (
            block((0.16, 0.06, 0.15), velvet, (0, 0.062, 0), 0.014, gloss=0.1),
            tile((0.128, 0.118), satin).turned(x=180).moved((0, 0.0615, 0)),
            ball((0.012, 0.009, 0.008), GOLD, (0, 0.066, 0.077), 5, gloss=0.9),
        )
    )
    return Toy((base, band, bed, ring, stone, claws), ((lid, Hinge((0, 0.062, -0.072), "x", -104.0)),))


def trophy(paint: Paint) -> Toy:
    """A two-handled cup on a wooden foot with a plate."""
    gold, wood = paint.body, paint.accent
    foot = [
        block((0.17, 0.035, 0.17), shade(wood, 0.8), bevel=0.008, gloss=0.4),
        block((0.135, 0.075, 0.135), wood, (0, 0.034, 0), 0.008, gloss=0.4),
        block((0.085, 0.04, 0.006), gold, (0, 0.052, 0.068), 0.003, gloss=0.9),
        *(plate((0.06 - 0.02 * k, 0.004), shade(gold, 0.5), (0, 0.076 - 0.012 * k, 0.0715)) for k in range(2)),
    ]
    stem = [(0.055, 0.108), (0.05, 0.118), (0.02, 0.135), (0.017, 0.16), (0.032, 0.172), (0.019, 0.185), (0.03, 0.205)]
    bowl = [(0.085, 0.25), (0.108, 0.32), (0.112, 0.405), (0.12, 0.415), (0.12, 0.425), (0.12, 0.425), (0.105, 0.425)]
    cup = spun([*stem, *bowl, (0.1, 0.33), (0.0, 0.26)], gold, sides=24, gloss=0.92)
    bands = [
        spun([(r, y), (r + 0.003, y + 0.006), (r, y + 0.012)], shade(gold, 1.15), sides=24, gloss=0.95)
        for r, y in ((0.112, 0.37), (0.097, 0.275))
    ]
    ear = [(0.11, 0.385, 0), (0.148, 0.4, 0), (0.168, 0.365, 0), (0.156, 0.315, 0), (0.118, 0.28, 0), (0.092, 0.268, 0)]
    ears = both_sides(pipe(ear, 0.011, gold, 8, gloss=0.92))
    return Toy((*foot, cup, *bands, ears, _star(0.032, shade(gold, 1.3)).moved((0, 0.325, 0.108))))


def _star(radius: float, color: Color) -> Mesh:
    """Five points, upright and flat, facing +z, about the origin."""
    turn = np.arange(10) * math.pi / 5
    reach = radius * np.where(np.arange(10) % 2, 0.42, 1.0)
    rim = [(float(r * math.sin(a)), float(r * math.cos(a))) for r, a in zip(reach, turn, strict=True)]
    return merge(slab([(0, 0), b, a], 0.008, color, gloss=0.95) for a, b in pairwise([*rim, rim[0]]))


def fan(paint: Paint) -> Toy:
    """A folding fan spread out, painted with blossoms."""
    angles = [float(a) for a in np.radians(np.linspace(-68, 68, 17))]
    sticks = [
        block((0.012, 0.27, 0.006), shade("#7a4a2c", 1.0 + 0.12 * (k % 2)), (0, 0, 0.002 * (k % 2)), 0.002)
        .turned(z=-math.degrees(a))
        for k, a in enumerate(angles)
    ]  # fmt: skip
    pleats = [_pleat(a, b, k % 2, paint.body) for k, (a, b) in enumerate(pairwise(angles))]
    rim = pipe([(0.3 * math.sin(a), 0.3 * math.cos(a), 0.011) for a in angles], 0.0045, paint.accent, 5)
    bough = [(-0.2, 0.13, 0.015), (-0.1, 0.2, 0.016), (0.02, 0.215, 0.016), (0.13, 0.255, 0.016)]
    flower = merge(
        (
            *(ball((0.013, 0.013, 0.004), paint.accent, (0, 0.013, 0), 4).turned(z=72 * k) for k in range(5)),
            ball(0.006, "#f2c14e", detail=4),
        )
    )
    places = ((-0.13, 0.2), (-0.04, 0.235), (0.05, 0.2), (0.12, 0.262), (-0.19, 0.152))
    pivot = drum(0.013, 0.018, GOLD, sides=12, gloss=0.9).turned(x=90).moved((0, 0.008, -0.004))
    tassel = merge(
        (
            rod((0, 0, 0), (0, -0.02, 0), 0.003, paint.accent, sides=4),
            drum(0.011, 0.03, paint.accent, (0, -0.05, 0), top=0.006, sides=8),
        )
    )
    painted = (pipe(bough, 0.005, "#5a3a28", 5, 0.002), *(flower.moved((x, y, 0.018)) for x, y in places))
    return Toy((*sticks, *pleats, rim, *painted, pivot, tassel))


def _pleat(start: float, end: float, lifted: int, color: Color) -> Mesh:
    """A fold of paper between two angles; every other one is lifted."""
    corners = [(r * math.sin(a), r * math.cos(a)) for r, a in ((0.11, end), (0.3, end), (0.3, start), (0.11, start))]
    return slab(corners, 0.003, shade(color, 1.04 if lifted else 0.9), (0, 0, 0.009 + 0.003 * lifted), gloss=0.1)


def microphone(paint: Paint) -> Toy:
    """A hand microphone standing on its foot."""
    body, steel = paint.body, paint.accent
    profile = [(0, 0), (0.021, 0), (0.024, 0.01), (0.026, 0.14), (0.034, 0.19), (0.034, 0.2)]
    wire, y = shade(steel, 1.1), 0.25
    rounds = [hoop(0.0475 * math.cos(t), 0.0016, wire, (0, y + 0.05 * math.sin(t), 0), 16) for t in (-0.5, 0.0, 0.5)]
    arcs = [hoop(0.0482, 0.0016, wire, sides=18).turned(x=90).turned(y=45 * k).moved((0, y, 0)) for k in range(4)]
    return Toy(
        (
            spun(profile, body, sides=18, gloss=0.6),
            spun([(0.036, 0.196), (0.038, 0.204), (0.036, 0.214)], steel, sides=18, gloss=0.9),
            ball((0.047, 0.05, 0.047), shade(steel, 0.72), (0, y, 0), 9, gloss=0.7),
            *rounds,
            *arcs,
            block((0.011, 0.03, 0.008), "#c9342c", (0, 0.115, 0.0245), 0.003),
            spun([(0.05, 0), (0.052, 0.006), (0.024, 0.012)], body, sides=18),
        )
    )


BUILDERS: Builders = {
    "wine_glass": wine_glass, "contract": contract, "money": money, "handbag": handbag, "suitcase": suitcase,
    "briefcase": briefcase, "medicine": medicine, "ring_box": ring_box, "trophy": trophy, "fan": fan,
    "microphone": microphone,
}  # fmt: skip
