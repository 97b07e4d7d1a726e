"""What lines a street of old China: timbered shops under tiled roofs, a city gate, an archway, lanterns, flags, stalls.

Knows nothing of where it stands. A front faces +z with its wall at z = 0. Paper panes are `LIT_PANE`, lanterns `LAMP`.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from model.renderer.mesh import Mesh, merge
from model.renderer.pieces.buildings import pane
from model.renderer.pieces.characters import character, shop_name
from model.renderer.pieces.tiled_roofs import (
    GOLD,
    TILES,
    gable_roof,
    hip_roof,
    plain_slope,
    quads,
    ridge,
    slope,
)
from model.renderer.scenery import LAMP
from model.renderer.shapes import (
    Color,
    Rng,
    aimed,
    arc,
    ball,
    block,
    both_sides,
    drum,
    graded,
    pipe,
    plate,
    rod,
    shade,
    slab,
    spun,
    tile,
    varied,
)

_Field = npt.NDArray[np.floating]
RED, STONE = "#8c2f26", "#aaa498"
_AT_HOME = 0.55  # the share of windows with light behind them
_PLINTH = 0.16  # m, on which a house stands


# ---- fronts -----------------------------------------------------------------------------------------------------


def lattice(
    width: float, height: float, color: Color = RED, kind: int = 0, mesh: float = 0.2, lit: bool = True
) -> Mesh:
    """A framed screen of thin bars before paper, on a wall at z = 0; kinds 0 to 2 have other patterns. `mesh` is how
    far its bars are apart; behind some nobody is at home."""
    bars: list[Mesh] = []
    n, m = max(2, round(width / mesh)), max(2, round(height / mesh / 1.1))
    if kind != 1:
        bars += [plate((0.03, height), color, (x, 0, 0.03)) for x in np.linspace(-width / 2, width / 2, n + 1)[1:-1]]
    if kind != 2:
        bars += [plate((width, 0.03), color, (0, y, 0.031)) for y in np.linspace(0, height, m + 1)[1:-1]]
    if kind == 1:  # a square within the panel
        bars += [plate((0.03, height * 0.5), color, (s * width * 0.22, height * 0.25, 0.032)) for s in (-1, 1)]
    if kind == 2:
        bars += [plate((width, 0.05), color, (0, height * t, 0.032)) for t in (0.3, 0.66)]
    frame = [plate((0.07, height), color, (s * width / 2, 0, 0.045)) for s in (-1, 1)]
    frame += [plate((width + 0.07, 0.07), color, (0, y, 0.046)) for y in (-0.035, height - 0.035)]
    paper = pane(width, height, (0, 0, 0.012)) if lit else plate((width, height), "#8f8069", (0, 0, 0.012))
    return merge((paper, *bars, *frame))


def _leaf(width: float, height: float, color: Color, kind: int, mesh: float = 0.2, lit: bool = True) -> Mesh:
    """Of a lattice door: a screen above, a carved board below."""
    low = height * 0.34
    boards = [
        plate((width, low), shade(color, 0.86), (0, 0, 0.02)),
        plate((width * 0.66, low * 0.6), shade(color, 1.18), (0, low * 0.2, 0.026)),
    ]
    return merge((*boards, lattice(width, height - low - 0.06, color, kind, mesh, lit).moved((0, low + 0.05, 0))))


def plaque(text: str, width: float = 1.5, color: Color = "#24302c") -> Mesh:
    """A lacquered board with gilded characters, leaning out a little from a wall at z = 0."""
    height, n = 0.46, len(text)
    places = (np.arange(n) - (n - 1) / 2) * width / (n + 0.4)
    signs = [character(sign, 0.28, GOLD).moved((x, 0.09, 0.055)) for sign, x in zip(text, places, strict=True)]
    frame = block((width + 0.14, height + 0.12, 0.06), GOLD, (0, -0.06, 0), gloss=0.5)
    return merge((frame, block((width, height, 0.1), color, gloss=0.5), *signs)).turned(x=10).moved((0, 0, 0.12))


def lantern(radius: float = 0.24, color: Color = "#d63a28", drop: float = 0.2, near: bool = True) -> Mesh:
    """A red paper globe that hangs from y = 0."""
    tall = radius * 1.5
    y = -drop - tall - 0.05
    fine = [(0.44, 0.0), (0.9, 0.2), (1.0, 0.5), (0.9, 0.8), (0.44, 1.0)]
    round_ = fine if near else [(0.5, 0.0), (1.0, 0.5), (0.5, 1.0)]
    globe = spun([(radius * r, y + tall * t) for r, t in round_], color, sides=8 if near else 7).of_part(LAMP)
    cap = spun([(radius * 0.47, 0.0), (radius * 0.44, 0.06), (0, 0.07)], GOLD, sides=6, gloss=0.5)
    caps = (cap.moved((0, y + tall - 0.01, 0)), cap.turned(x=180).moved((0, y + 0.01, 0)))
    tassel = spun([(0.055, y - radius * 1.3), (0.02, y)], "#e0a83c", sides=4)
    return merge((globe, *caps, tassel, _wire((0, y + tall, 0), (0, 0, 0))))


def _wire(a: Sequence[float], b: Sequence[float]) -> Mesh:
    """Three faces and no ends, for what is too thin to have any."""
    along = np.subtract(b, a)
    length = float(np.linalg.norm(along))
    return aimed(spun([(0.013, 0.0), (0.013, length)], "#3a2a20", sides=3), tuple(along)).moved(tuple(a))


def lantern_string(
    a: tuple[float, float, float], b: tuple[float, float, float], count: int, radius: float = 0.22, near: bool = True
) -> Mesh:
    """Lanterns on a slack line between two points."""
    t = np.linspace(0, 1, count + 2)
    line = np.outer(1 - t, a) + np.outer(t, b)
    line[:, 1] -= 0.09 * float(np.linalg.norm(np.subtract(b, a))) * 4 * t * (1 - t) * 0.8
    wires = [_wire(p, q) for p, q in itertools.pairwise(line)]
    return merge((*wires, *(lantern(radius, drop=0.08, near=near).moved(tuple(p)) for p in line[1:-1])))


def shop_flag(text: str, color: Color) -> Mesh:
    """A long cloth with painted characters on both faces, hung from a pole that stands out from a wall along +z."""
    size, w = 0.34, 0.54
    h = 0.5 * len(text) + 0.2
    hem = shade(color, 0.62)
    cloth = slab([(-w / 2, 0), (0, -0.24), (w / 2, 0), (w / 2, h), (-w / 2, h)], 0.03, color)
    ink = "#f2e6c8" if float(shade(color, 1.0).mean()) < 0.55 else "#2c2420"
    face = merge((
        *(character(sign, size, ink).moved((0, h - 0.5 * (k + 1) + 0.05, 0.018)) for k, sign in enumerate(text)),
        *(plate((0.04, h), hem, (s * (w / 2 - 0.03), 0, 0.0165)) for s in (-1, 1)),
    ))  # fmt: skip
    hung = merge((cloth, face, face.turned(y=180))).turned(y=90).moved((0, -h, 0.46))
    return merge((hung, rod((0, 0.03, 0), (0, 0.06, 0.86), 0.03, "#5a3a24", 0.022, 5)))


def house(
    rng: Rng,
    width: float,
    kind: str,
    timber: Color = RED,
    floors: int = 2,
    plaster: Color = "#d8d0c0",
    near: bool = True,
) -> Mesh:
    """A shop, an inn or a dwelling of timber and plaster under an upturned roof, its front at z = 0.

    `kind` is "doors" (folding lattice doors), "shop" (an open counter with shelves behind it) or "gate" (a leaved door
    between two windows)."""
    fine = 0.2 if near else 0.34
    low, high, depth = 2.75, 2.25 * (floors - 1), 4.6
    top = low + high + 0.2
    walls = graded(block((width, top, depth), plaster, (0, 0, -depth / 2)), 0.78, 1.0)
    gable = slab([(-depth / 2, top), (depth / 2, top), (0, top + 1.1)], width - 0.1, plaster)
    gable = gable.turned(y=90).moved((0, 0, -depth / 2))
    foot = block((width, _PLINTH, depth + 1.0), varied("#938d83", rng, 0.05), (0, 0, -depth / 2 + 0.5))
    x = np.linspace(-width / 2 + 0.14, width / 2 - 0.14, 4 if width > 4.4 else 3)
    posts = [block((0.2, top - _PLINTH, 0.16), timber, (float(p), _PLINTH, 0.05), gloss=0.4) for p in x]
    beams = [block((width, 0.24, 0.2), shade(timber, 0.82), (0, y, 0.05), gloss=0.4) for y in (low - 0.3, top - 0.26)]
    front = {"doors": _doors, "shop": _counter, "gate": _entrance}[kind](rng, x, low - 0.3 - _PLINTH, timber, fine)
    boards = plate((width - 0.1, top - 0.3), shade(timber, 0.55), (0, _PLINTH, 0.006))
    parts = [walls, gable, foot, boards, *posts, *beams, front.moved((0, _PLINTH, 0))]
    if floors > 1:
        parts.append(_upper(rng, x, high - 0.36, timber, fine).moved((0, low + 0.28, 0)))
        parts.append(slope(width + 0.1, 1.05, 0.42, TILES, 0.12, near).moved((0, low - 0.12, 0.02)))
    roof = gable_roof(width + 0.5, depth + 1.7, 1.5, varied(TILES, rng, 0.05), 0.34, near)
    parts.append(roof.moved((0, top - 0.16, -depth / 2)))
    board = 1.5 if width > 4.4 else 1.1
    lacquer = str(rng.choice(["#24302c", "#5a1d18", "#2a2420"]))
    parts.append(plaque(shop_name(rng, board > 1.3), board, lacquer).moved((0, low - 0.56, 0.12)))
    return merge(parts)


def _bays(x: _Field) -> list[tuple[float, float]]:
    """(middle, width) of what is between posts at `x`."""
    return [(float(a + b) / 2, float(b - a) - 0.2) for a, b in itertools.pairwise(x)]


def _doors(rng: Rng, x: _Field, height: float, timber: Color, mesh: float) -> Mesh:
    kind, parts = int(rng.integers(3)), []
    for m, w in _bays(x):
        leaf = _leaf(w / 2 - 0.05, height - 0.1, shade(timber, 1.08), kind, mesh, rng.random() < _AT_HOME)
        parts += [leaf.moved((m + s * w / 4, 0.05, 0)) for s in (-1, 1)]
    return merge(parts)


def _counter(rng: Rng, x: _Field, height: float, timber: Color, mesh: float) -> Mesh:
    """Open bays: a counter, and shelves of jars behind it."""
    long, middle = float(x[-1] - x[0]), float(x[-1] + x[0]) / 2
    glaze = ("#7a4a2c", "#3f5f6a", "#8a8a5a", "#c9b48a", "#5a2a24", "#d8cdb8")
    parts = [
        plate((long, height), "#6e452c", (middle, 0, 0.01)),
        block((long, 0.82, 0.34), shade(timber, 0.9), (middle, 0, 0.18)),
        block((long, 0.07, 0.5), shade(timber, 1.25), (middle, 0.82, 0.2)),
        lantern(0.12, "#ffc878", 0.06, near=False).moved((middle, height, 0.34)),
    ]
    for y in (0.46, 0.72):
        parts.append(block((long, 0.05, 0.2), shade(timber, 0.7), (middle, height * y, 0.1)))
        for m, w in _bays(x):
            for p in np.arange(m - w / 2 + 0.2, m + w / 2 - 0.1, 2.3 * mesh):
                r = float(rng.uniform(0.1, 0.15))
                profile = [(0.7 * r, 0), (r, 1.1 * r), (0.42 * r, 1.9 * r)]
                jar = varied(str(rng.choice(glaze)), rng)
                parts.append(spun(profile, jar, (float(p), height * y + 0.05, 0.12), 5, gloss=0.5))
    return merge(parts)


def _entrance(rng: Rng, x: _Field, height: float, timber: Color, mesh: float) -> Mesh:
    """A leaved door with gilded studs in the middle, lattice windows over boards beside it."""
    bays = _bays(x)
    kind, trim, parts = int(rng.integers(3)), shade(timber, 1.1), []
    for k, (m, w) in enumerate(bays):
        if k == len(bays) // 2:
            leaf = merge((
                block((w / 2 - 0.02, height - 0.1, 0.1), shade(timber, 0.8), (w / 4, 0, 0)),
                *(plate((0.08, 0.08), GOLD, (w * f, height * h, 0.055), gloss=0.6)
                  for f in (0.12, 0.26, 0.4) for h in (0.2, 0.36, 0.52, 0.68, 0.84)),
                ball((0.09, 0.09, 0.04), GOLD, (0.12, height * 0.44, 0.06), 3, gloss=0.7),
            ))  # fmt: skip
            parts += [both_sides(leaf).moved((m, 0, 0.02)), block((w + 0.2, 0.14, 0.5), STONE, (m, -0.06, 0.3))]
        else:
            parts.append(block((w, 0.8, 0.1), shade(timber, 0.9), (m, 0, 0.0)))
            screen = lattice(w - 0.06, height - 0.95, trim, kind, mesh, rng.random() < _AT_HOME)
            parts.append(screen.moved((m, 0.85, 0)))
    return merge(parts)


def _upper(rng: Rng, x: _Field, height: float, timber: Color, mesh: float) -> Mesh:
    """Windows over a balustrade."""
    kind, parts = int(rng.integers(3)), []
    for m, w in _bays(x):
        lit = rng.random() < _AT_HOME
        parts.append(lattice(w - 0.1, height - 0.66, shade(timber, 1.1), kind, mesh, lit).moved((m, 0.6, 0)))
        parts.append(plate((w, 0.58), shade(timber, 0.86), (m, 0, 0.02)))
    long = float(x[-1] - x[0])
    rails = [block((long + 0.2, 0.06, 0.07), shade(timber, 1.2), (0, y, 0.3)) for y in (0.14, 0.56)]
    bars = [plate((0.06, 0.4), shade(timber, 1.1), (float(p), 0.17, 0.31)) for p in np.arange(x[0], x[-1], 1.5 * mesh)]
    return merge((*parts, *rails, *bars))


def far_house(rng: Rng, width: float, height: float = 3.0) -> Mesh:
    """A roof on the skyline, and what is seen of the walls under it."""
    walls = graded(block((width, height, 4.4), varied("#d2c9b8", rng, 0.06)), 0.8)
    front = plate((width * 0.9, height * 0.8), varied("#6b3a2c", rng, 0.1), (0, 0, 2.21))
    panes = [pane(width * 0.16, height * 0.4, (float(x), height * 0.3, 2.22))
             for x in np.linspace(-width * 0.33, width * 0.33, 4)]  # fmt: skip
    tone, lift = varied(TILES, rng, 0.07), 0.45
    crest = ridge(width + 0.9, shade(tone, 0.8), lift).moved((0, 1.6, 0))
    roof = merge((plain_slope(width + 0.9, 3.0, 1.6, tone, lift), crest))
    gable = slab([(-2.2, 0), (2.2, 0), (0, 1.2)], width - 0.1, "#d2c9b8").turned(y=90)
    return merge((walls, front, *panes, gable.moved((0, height, 0)), roof.moved((0, height - 0.1, 0))))


# ---- the city gate ----------------------------------------------------------------------------------------------


def bastion(width: float, height: float, depth: float, half: float, spring: float, color: Color) -> Mesh:
    """A block of masonry with a vaulted way through it along z."""
    d = depth / 2
    curve = [(half, 0.0), *((x, spring + y) for x, y in arc(half, 0, 180, 11)), (-half, 0.0)]
    steps = list(itertools.pairwise(curve))
    front = [[(s * half, 0, d), (s * width / 2, 0, d), (s * width / 2, height, d), (s * half, height, d)]
             for s in (-1, 1)]  # fmt: skip
    front += [[(x0, y0, d), (x1, y1, d), (x1, height, d), (x0, height, d)] for (x0, y0), (x1, y1) in steps[1:-1]]
    face = quads(front, (0, 0, 1))
    vault = [
        quads([(x0, y0, d), (x1, y1, d), (x1, y1, -d), (x0, y0, -d)], (-x0 - x1, 1.2 * spring - y0 - y1, 0.0))
        for (x0, y0), (x1, y1) in steps
    ]
    x = width / 2
    end = quads([(x, 0, d), (x, 0, -d), (x, height, -d), (x, height, d)], (1, 0, 0))
    top = quads([(-x, height, d), (x, height, d), (x, height, -d), (-x, height, -d)], (0, 1, 0))
    faces = merge((face, face.turned(y=180), both_sides(end), top)).painted(color, 0.05)
    return merge((graded(faces, 0.7, 1.0), merge(vault).painted(shade(color, 0.5), 0.05)))


def courses(rng: Rng, width: float, height: float, count: int, color: Color, half: float, spring: float) -> Mesh:
    """Single bricks of another tone on a wall at z = 0, none over the way through it."""
    bricks = []
    for _ in range(count):
        x, row = float(rng.uniform(-0.48, 0.48)) * width, int(rng.integers(1, int(height / 0.3) - 1))
        if abs(x) > half + 0.9 or 0.3 * row > spring + half + 0.7:
            bricks.append(plate((0.62, 0.24), varied(color, rng, 0.13), (x, 0.3 * row, 0.012), gloss=0.05))
    return merge(bricks)


def city_gate(rng: Rng, color: Color = "#8d8a86") -> Mesh:
    """A bastion of grey brick with a vaulted way under a hall of two eaves; its front is at z = 0."""
    width, height, depth, half, spring = 13.0, 5.4, 5.0, 1.75, 1.9
    body = bastion(width, height, depth, half, spring, color)
    rim = [(half + 0.3 * k, spring) for k in (0, 1)]
    stones = []
    for a, b in itertools.pairwise(np.linspace(0, 180, 12)):
        ring = [arc(r[0], float(a) + 1.0, float(b) - 1.0, 2) for r in rim]
        outline = [ring[0][0], ring[1][0], ring[1][1], ring[0][1]]
        stones.append(slab(outline, 0.12, varied("#b3aca0", rng, 0.06), (0, spring, depth / 2)))
    jambs = [block((0.32, 0.46, 0.12), varied("#b3aca0", rng, 0.06), (s * (half + 0.15), 0.48 * k, depth / 2))
             for s in (-1, 1) for k in range(4)]  # fmt: skip
    leaf = merge((
        block((0.12, 3.2, 1.6), "#7a241c", (half - 0.1, 0, 0.4)),
        *(plate((0.1, 0.1), GOLD, (half - 0.165, y, z), -90, gloss=0.6)
          for y in (0.5, 1.1, 1.7, 2.3) for z in (-0.1, 0.3, 0.7)),
    ))  # fmt: skip
    teeth = [block((0.7, 0.6, 0.4), varied(color, rng, 0.05), (x, height, depth / 2 - 0.2))
             for x in np.arange(-width / 2 + 0.5, width / 2, 1.1)]  # fmt: skip
    parapet = block((width + 0.1, 0.22, 0.5), shade(color, 1.12), (0, height - 0.4, depth / 2))
    sign = plaque("中天门", 2.2, "#23405a").scaled(1.25).moved((0, height - 1.15, depth / 2 + 0.02))
    whole = (body, *stones, *jambs, both_sides(leaf), *teeth, parapet, sign,
             courses(rng, width, height, 70, color, half, spring).moved((0, 0, depth / 2)),
             gate_hall(rng).moved((0, height, -0.2)))  # fmt: skip
    return merge(whole).moved((0, 0, -depth / 2))


def gate_hall(rng: Rng) -> Mesh:
    """Two storeys of red columns and lattice between sweeping roofs, a lantern in every bay."""
    parts = []
    for y, w, d, h, columns in ((0.0, 9.4, 3.4, 2.5, 6), (3.35, 7.4, 2.3, 1.6, 5)):
        x = np.linspace(-w / 2, w / 2, columns)
        parts.append(graded(block((w, h + 0.3, d), "#b89a78", (0, y, 0)), 0.8))
        parts += [block((0.26, h, 0.26), RED, (float(p), y, d / 2 + 0.1), gloss=0.5) for p in x]
        for m, bay in _bays(x):
            parts.append(_leaf(bay, h - 0.5, "#9a3a2c", 0, 0.4).moved((m, y, d / 2)))
        parts.append(block((w + 0.5, 0.3, d + 0.5), "#2f6464", (0, y + h - 0.42, 0)))
        parts.append(block((w + 0.54, 0.07, d + 0.54), GOLD, (0, y + h - 0.14, 0), gloss=0.5))
    parts += [lantern(0.26, drop=0.1, near=False).moved((m, 2.0, 2.5)) for m, _ in _bays(np.linspace(-4.7, 4.7, 6))]
    parts.append(hip_roof(12.2, 6.2, 1.25, 7.2, TILES, 0.55).moved((0, 2.3, 0)))
    parts.append(hip_roof(10.2, 5.2, 1.9, 5.6, TILES, 0.7).moved((0, 4.85, 0)))
    return merge((*parts, plaque("天和", 1.6).moved((0, 3.95, 1.4))))


def rampart(rng: Rng, length: float, height: float = 4.4, color: Color = "#8d8a86") -> Mesh:
    """A city wall along x, toothed, of which little is seen."""
    teeth = [block((0.8, 0.6, 0.5), varied(color, rng, 0.05), (float(x), height, 0.4))
             for x in np.arange(-length / 2 + 0.6, length / 2, 1.5)]  # fmt: skip
    return merge((graded(block((length, height, 1.6), color), 0.72), *teeth))


def pagoda(rng: Rng, floors: int = 5, radius: float = 2.0) -> Mesh:
    """A far tower of eight sides, an eave at every floor."""
    parts, y, r = [], 0.0, radius
    for k in range(floors):
        tall = 2.0 - 0.12 * k
        parts.append(spun([(r, y), (r * 0.97, y + tall)], varied("#a05a48", rng, 0.05), sides=8, smooth=False))
        window = pane(0.5, 0.8, (0, y + 0.5, r * 0.925))
        parts += [window.turned(y=22.5 + 45 * j) for j in range(8)]
        eave = [(0.9, -0.08), (1.5, 0.1), (1.52, 0.2), (1.15, 0.3), (0.9, 0.62)]
        parts.append(spun([(r * x, y + tall + up) for x, up in eave], TILES, sides=8, smooth=False))
        y, r = y + tall + 0.5, r * 0.86
    needle = [(r * 1.02, y + 0.1), (0.3, y + 0.9), (0.22, y + 1.1), (0.3, y + 1.3), (0.1, y + 1.5), (0, y + 2.6)]
    return merge((*parts, spun(needle, GOLD, sides=8, gloss=0.5)))


def archway(rng: Rng, width: float = 6.4) -> Mesh:
    """A memorial gate over a street: four posts on stone feet, three tiers of boards and roofs."""
    inner, outer = width * 0.3, width / 2
    posts = []
    for x, tall in ((inner, 4.3), (outer, 3.3)):
        posts.append(block((0.3, tall, 0.3), RED, (x, 0, 0), gloss=0.5))
        posts.append(block((0.5, 0.7, 0.8), STONE, (x, 0, 0)))
    wing = merge((
        block((outer - inner + 0.4, 0.3, 0.22), "#2f6464", ((inner + outer) / 2, 2.75, 0)),
        block((outer - inner, 0.34, 0.1), "#23405a", ((inner + outer) / 2, 3.1, 0)),
        gable_roof(outer - inner + 1.0, 1.5, 0.55, TILES, 0.3, near=False).moved(((inner + outer) / 2, 3.5, 0)),
    ))  # fmt: skip
    middle = (
        block((2 * inner + 0.4, 0.34, 0.24), "#2f6464", (0, 3.35, 0)),
        block((2 * inner + 0.42, 0.07, 0.26), GOLD, (0, 3.69, 0)),
        block((2 * inner, 0.5, 0.12), "#23405a", (0, 3.8, 0)),
        gable_roof(2 * inner + 1.5, 1.8, 0.75, TILES, 0.45, near=False).moved((0, 4.4, 0)),
    )
    sign = plaque("古文", 1.6).moved((0, 3.85, 0.0))
    lamps = [lantern(0.26, drop=0.15).moved((x, 3.35, 0.0)) for x in (-inner + 0.6, inner - 0.6)]
    return merge((both_sides(merge((*posts, wing))), *middle, sign, sign.turned(y=180), *lamps))


# ---- what stands before the fronts --------------------------------------------------------------------------------


def stall(rng: Rng, wares: str, cloth: Color) -> Mesh:
    """A table of wares ("buns", "fruit", "lanterns" or "silk") under a sloping cloth on bamboo poles."""
    width, depth = 2.2, 1.0
    bamboo = "#a98a4e"
    poles = [rod((x, 0, z), (x, tall, z), 0.04, bamboo, sides=4)
             for x in (-width / 2, width / 2) for z, tall in ((-0.5, 2.5), (0.55, 2.15))]  # fmt: skip
    n = 6
    strips = []
    for k in range(n):
        tone = cloth if k % 2 else shade(cloth, 0.72)
        x = (k + 0.5) / n * (width + 0.3) - width / 2 - 0.15
        strips.append(block(((width + 0.3) / n, 0.03, 1.6), tone, (0, 0, 0)).turned(x=18).moved((x, 2.3, 0.0)))
        strips.append(block(((width + 0.3) / n * 0.94, 0.22, 0.03), tone, (x, 1.86, 0.76)))
    table = merge((
        block((width, 0.07, depth), "#8a5f3c", (0, 0.8, 0)),
        block((width - 0.1, 0.8, depth - 0.1), varied("#6b4630", rng, 0.06)),
        block((width + 0.02, 0.36, 0.02), shade(cloth, 0.9), (0, 0.48, depth / 2)),
    ))  # fmt: skip
    goods = {"buns": _buns, "fruit": _fruit, "lanterns": _toys, "silk": _silk}[wares](rng).moved((0, 0.87, 0))
    return merge((*poles, *strips, table, goods))


def _buns(rng: Rng) -> Mesh:
    """Stacks of bamboo steamers, the top one open."""
    parts = []
    for x, count in ((-0.66, 4), (0.0, 2), (0.66, 3)):
        for k in range(count):
            sieve = [(0.3, 0.0), (0.3, 0.13), (0.27, 0.15), (0, 0.15)]
            parts.append(spun(sieve, varied("#c9a468", rng, 0.08), (x, 0.16 * k, 0), 9))
        y = 0.16 * count
        parts += [ball((0.11, 0.09, 0.11), "#f4ecdc", (x + dx, y + 0.02, dz), 3) for dx, dz in
                  ((0.13, 0.05), (-0.12, 0.08), (0.0, -0.13))]  # fmt: skip
    return merge(parts)


def _fruit(rng: Rng) -> Mesh:
    parts = []
    for k, color in enumerate(rng.permutation(["#c9402c", "#e8a03a", "#8a9a3a", "#7a3a5a"])[:3]):
        x = -0.7 + 0.7 * k
        parts.append(spun([(0.26, 0), (0.33, 0.18), (0, 0.17)], "#a5844e", (x, 0, 0.04), 8))
        heap = ((0.14, 0.17, 0.1), (-0.13, 0.17, 0.12), (0.0, 0.17, -0.12), (0.02, 0.29, 0.04))
        parts += [ball(0.11, varied(str(color), rng), (x + dx, y, 0.04 + dz), 3, gloss=0.5) for dx, y, dz in heap]
    return merge(parts)


def _toys(rng: Rng) -> Mesh:
    """Small lanterns on a rail, fans and pinwheels below."""
    rail = rod((-1.0, 1.05, 0.1), (1.0, 1.05, 0.1), 0.025, "#a98a4e", sides=4)
    tones = ("#e8a03a", "#d63a28", "#e8d8a8", "#d85a7a")
    hung = [lantern(0.13, tones[k % 4], 0.06, near=False).moved((-0.8 + 0.4 * k, 1.05, 0.1)) for k in range(5)]
    fans = [slab([(0, 0), *arc(0.24, 20, 160, 6)], 0.02, varied(tones[k], rng), (-0.6 + 0.6 * k, 0.02, 0)).turned(x=-20)
            for k in range(3)]  # fmt: skip
    return merge((rail, *hung, *fans))


def _silk(rng: Rng) -> Mesh:
    """Bolts of cloth, lying and rolled."""
    tones = ("#b5403a", "#3f6f8a", "#d8a83c", "#5a8a6a", "#8a5a8a", "#e0d2b4")
    lying = [block((0.6, 0.11, 0.34), varied(t, rng), (-0.68, 0.12 * k, 0.1), turn=float(rng.uniform(-4, 4)))
             for k, t in enumerate(tones[:4])]  # fmt: skip
    rolls = [rod((-0.2 + 0.25 * k, 0.1, -0.25), (-0.2 + 0.25 * k, 0.1, 0.4), 0.1, varied(t, rng), sides=7)
             for k, t in enumerate(rng.permutation(tones)[:5])]  # fmt: skip
    return merge((*lying, *rolls))


def wine_jar(rng: Rng, radius: float = 0.26, color: Color = "#6b4028") -> Mesh:
    """A glazed jar under a red cloth, with a paper on its belly."""
    r = radius
    belly = [(0.62 * r, 0), (r, 0.8 * r), (0.98 * r, 1.4 * r), (0.5 * r, 2.0 * r)]
    lid = merge((ball((0.56 * r, 0.26 * r, 0.56 * r), "#b03228", (0, 2.0 * r, 0), 4),
                 spun([(0.54 * r, 1.9 * r), (0.56 * r, 2.0 * r)], "#d8b46a", sides=8)))  # fmt: skip
    paper = plate((0.6 * r, 0.6 * r), "#c9382c").turned(z=45).moved((0, 0.75 * r, 1.005 * r))
    return merge((spun(belly, varied(color, rng), sides=10, gloss=0.6), lid, paper))


def drum_stone(color: Color = STONE) -> Mesh:
    """A round carved stone on a foot, as beside a gate; its faces look along x."""
    disc = drum(0.34, 0.26, color, (0, -0.13, 0), sides=14).turned(z=90).moved((0, 0.78, 0))
    bosses = [ball(0.1, shade(color, 0.8), (s * 0.12, 0.78, 0), 4) for s in (-1, 1)]
    foot = merge((block((0.5, 0.2, 0.9), shade(color, 0.8)), block((0.38, 0.3, 0.66), color, (0, 0.2, 0))))
    return merge((foot, disc, *bosses))


def stone_lion(color: Color = STONE) -> Mesh:
    """Seated on a block, facing +z."""
    dark = shade(color, 0.78)
    side = merge((
        rod((0.16, 0, 0.26), (0.17, 0.5, 0.18), 0.09, color, 0.11, 5),
        ball((0.11, 0.08, 0.14), color, (0.17, 0.06, 0.3), 3),
        ball((0.15, 0.22, 0.26), color, (0.22, 0.2, -0.16), 3),
        ball(0.07, color, (0.2, 1.08, 0.12), 3),
        ball(0.045, "#3a342e", (0.09, 0.98, 0.37), 3),
        *(ball(0.13, dark, (0.24 * c, 0.92 + 0.24 * s, 0.1), 3) for c, s in ((1, 0), (0.75, 0.7), (0.75, -0.75))),
    ))  # fmt: skip
    body = merge((
        graded(ball((0.25, 0.44, 0.3), color, (0, 0.42, 0), 4), 0.8),
        ball((0.2, 0.28, 0.16), dark, (0, 0.6, 0.2), 3),
        ball((0.22, 0.22, 0.21), color, (0, 0.93, 0.18), 4),
        ball((0.14, 0.1, 0.12), color, (0, 0.85, 0.35), 3),
        ball(0.12, dark, (0, 1.16, 0.1), 3),
        ball(0.13, shade(color, 0.9), (0.17, 0.12, 0.4), 3),
    ))  # fmt: skip
    plinth = merge((block((0.9, 0.12, 1.0), dark), block((0.74, 0.5, 0.84), color, (0, 0.12, 0)),
                    block((0.84, 0.1, 0.94), shade(color, 1.08), (0, 0.62, 0))))  # fmt: skip
    return merge((plinth, merge((body, both_sides(side))).moved((0, 0.72, 0))))


def hitching_rail(rng: Rng, length: float = 1.8) -> Mesh:
    """Where horses are tied, with a trough."""
    wood = varied("#6b4a30", rng)
    posts = [rod((x, 0, 0), (x, 1.05, 0), 0.06, wood, sides=6) for x in (-length / 2, length / 2)]
    trough = merge((block((length * 0.7, 0.34, 0.4), shade(wood, 0.9), (0, 0.08, 0.3)),
                    plate((length * 0.62, 0.3), "#3f5f72").turned(x=-90).moved((0, 0.425, 0.45))))  # fmt: skip
    return merge((*posts, rod((-length / 2 - 0.15, 0.9, 0), (length / 2 + 0.15, 0.9, 0), 0.05, wood, sides=6), trough))


def willow(rng: Rng, height: float = 4.6) -> Mesh:
    """A leaning trunk under a crown whose twigs hang down in curtains."""
    bark, leaf = "#5f5040", "#8aa548"
    lean = 0.35 * float(rng.choice((-1.0, 1.0)))
    fork = (lean, height * 0.55, 0.0)
    trunk = pipe([(0, 0, 0), (lean * 0.3, height * 0.3, 0), fork], height * 0.055, bark, 6, height * 0.035)
    crown, boughs = [], []
    for k in range(7):
        a = k * 0.9 + float(rng.uniform(-0.2, 0.2))
        r = height * float(rng.uniform(0.14, 0.24))
        at = (lean + r * np.sin(a), height * float(rng.uniform(0.74, 0.92)), r * np.cos(a))
        boughs.append(rod(fork, at, height * 0.018, bark, 0.02, 4))
        size = height * 0.12
        crown.append(ball((size, size * 0.75, size), varied(leaf, rng, 0.08), at, 4))
        for _ in range(6):
            b, out = a + float(rng.uniform(-0.9, 0.9)), r + height * float(rng.uniform(0.0, 0.13))
            hang = height * float(rng.uniform(0.28, 0.5))
            strand = spun([(0.015, -hang), (0.06, -hang * 0.4), (0.05, 0.1)], varied(leaf, rng, 0.14), sides=3)
            lean_out = strand.turned(x=float(rng.uniform(-7, 3)), y=float(np.degrees(b)))
            crown.append(lean_out.moved((lean + out * np.sin(b), at[1] - size * 0.3, out * np.cos(b))))
    return merge((graded(trunk, 0.75), *boughs, graded(merge(crown), 0.72, 1.15)))


def plum(rng: Rng, height: float = 3.6, bloom: Color = "#e58aa2") -> Mesh:
    """Crooked dark boughs with clouds of blossom at their ends."""
    bark = "#4a3630"
    fork = (0.12, height * 0.42, 0.0)
    parts = [pipe([(0, 0, 0), (-0.14, height * 0.22, 0.05), fork], height * 0.05, bark, 6, height * 0.03)]
    for k in range(6):
        a = k * 1.05 + float(rng.uniform(-0.3, 0.3))
        out, y = height * float(rng.uniform(0.24, 0.36)), height * float(rng.uniform(0.62, 0.95))
        elbow = (0.12 + out * 0.5 * np.sin(a), y * 0.72, out * 0.5 * np.cos(a))
        tip = (0.12 + out * np.sin(a), y, out * np.cos(a))
        parts += [rod(fork, elbow, height * 0.022, bark, height * 0.016, 5),
                  rod(elbow, tip, height * 0.016, bark, 0.02, 4)]  # fmt: skip
        for along in (0.1, 0.45, 0.7, 0.9, 1.1):
            r = height * float(rng.uniform(0.055, 0.085)) * (1.25 - 0.3 * abs(along - 0.7))
            at = np.add(elbow, along * np.subtract(tip, elbow)) + rng.uniform(-0.16, 0.16, 3) + (0, 0.08, 0)
            parts.append(ball((r * 1.15, r * 0.85, r), varied(bloom, rng, 0.09), tuple(at), 3))
    return merge(parts)


def petal(rng: Rng) -> Mesh:
    """Fallen blossom."""
    return tile((0.09, 0.06), varied("#f0b4c4", rng), (0, 0.014, 0), float(rng.uniform(0, 90)))
