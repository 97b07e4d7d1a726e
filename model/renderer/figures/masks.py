"""Masks: thin shells on a face through which its own eyes look, and heads of animals worn over it.

The eyes stand out from every one of them, so that they blink, look about and feel as ever; what a mask hides of hair
and beard is told by `over_hair` and `over_mouth`. Knows nothing of who wears one or why.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from model.renderer.faces import FaceForm
from model.renderer.figures.hair import Hairdresser
from model.renderer.loft import bend, blob, horn, skin, sweep
from model.renderer.mesh import F32, Mesh, rgb
from model.renderer.shapes import Color, shade

over_hair = frozenset({"rabbit", "bear"})  # worn over the whole head: hair and hats are under it
over_mouth = frozenset({"cloth", "opera", "plague"})  # no beard comes out from under them, and no red cheek

Reals = npt.NDArray[np.floating]
Edge = Callable[[Reals], Reals]
_GOLD, _DARK, _WHITE, _PINK, _RED = "#d9b24a", "#2b2530", "#f4f0ea", "#e89aa4", "#b5302c"
_LIFT = 0.5  # of how far the eyes stand out: how thick a mask is about them
_STRAP, _TO_BACK = 52.0, 104.0  # degrees from the middle of the face where a mask becomes a strap, and where that ends


@dataclass(frozen=True, slots=True)
class Wearer:
    """A face to be masked: heights are told in `b` above or below the eyes, half the height of the head."""

    dresser: Hairdresser
    form: FaceForm

    @property
    def a(self) -> float:
        return self.dresser.build.head_radii[0]

    @property
    def b(self) -> float:
        return self.dresser.build.head_radii[1]

    def y(self, over_eyes: float) -> float:
        return self.form.eye[1] + over_eyes * self.b

    def on(self, mesh: Mesh, color: Color, gloss: float = 0.4) -> Mesh:
        return self.dresser.paint(mesh).painted(color, gloss)

    def spot(self, x: float, over_eyes: float, out: float = 0.0) -> tuple[float, float, float]:
        """A point of the face, `x` and `out` in half widths of the head."""
        y = self.y(over_eyes)
        return x * self.a, y, float(self.form.head.front(x * self.a, y)) + out * self.a

    def shell(self, low: Edge, high: Edge, around: float, lift: float = 1.0, bump: float = 0.0,
              about: float = 0.0) -> Mesh:
        """A thin shell between two edges, each the height over the eyes at degrees from the middle of the face. It
        stands off by `lift` masks' thickness and by `bump` half widths more over the nose."""
        turn = np.linspace(about - around, about + around, 9 + 2 * round(around / 9.0))
        bottom, top = (self.form.eye[1] + edge(turn) * self.b for edge in (low, high))
        out = lift * _LIFT * self.form.eye_radii[2]
        nose = self.y(-0.17)
        rings = []
        for t in np.linspace(0.0, 1.0, 5 + 4 * (around > 30.0)):
            y = bottom + t * (top - bottom)
            over = bump * self.a * np.exp(-((turn / 14.0) ** 2) - ((y - nose) / (0.2 * self.b)) ** 2)
            round_off = 0.6 if t in (0.0, 1.0) else 1.0
            outer = self.form.head.points(turn, y, round_off * out + over)
            inner = self.form.head.points(turn[::-1], y[::-1], -0.004)
            rings.append(np.concatenate([outer, inner]))
        return skin(np.stack(rings))

    def rims(self, color: Color, size: float = 1.12) -> list[Mesh]:
        """Rings about the eyes."""
        turn, (wide, tall, deep) = np.linspace(0.0, 2.0 * np.pi, 19), self.form.eye_radii
        rings = []
        for s in (1.0, -1.0):
            x = s * self.form.eye[0] + size * wide * np.cos(turn)
            y = self.form.eye[1] + size * tall * np.sin(turn)
            z = self.form.head.front(x, y) + 0.7 * deep
            rings.append(self.on(sweep(np.stack([x, y, z], 1).tolist(), 0.13 * self.dresser.u, 5), color, 0.8))
        return rings


def _level(height: float, dip: float = 0.0, wide: float = 16.0) -> Edge:
    """An edge at a height that rises by `dip` in the middle, as over the nose."""
    return lambda turn: height + dip * np.exp(-((turn / wide) ** 2))


def _to_strap(edge: Edge, strap: float) -> Edge:
    """An edge that runs out into a strap towards the ears."""

    def narrowing(turn: Reals) -> Reals:
        t = np.clip((np.abs(turn) - _STRAP) / 18.0, 0.0, 1.0)
        t = t * t * (3.0 - 2.0 * t)
        return edge(turn) * (1.0 - t) + strap * t

    return narrowing


def half(w: Wearer, color: F32) -> list[Mesh]:
    """About the eyes, with a gilt rim: of a masked ball, of a thief."""
    shell = w.shell(_to_strap(_level(-0.36, 0.22), -0.05), _to_strap(_level(0.36, -0.05), 0.05), _TO_BACK)
    return [w.on(shell, color, 0.5), *w.rims(_GOLD)]


def fox(w: Wearer, color: F32) -> list[Mesh]:
    """Ears, muzzle and pale cheeks of a fox; in another colour, of a cat or a wolf. Leaves the mouth free."""
    h = w.dresser
    shell = w.shell(_to_strap(_level(-0.34, 0.08), -0.06), _to_strap(_level(0.52, 0.1, 30.0), 0.06), _TO_BACK)
    cheeks = [blob((0.2 * w.a, 0.12 * w.b, 0.06 * w.a), w.spot(s * 0.42, -0.28), 12, 8) for s in (1.0, -1.0)]
    muzzle = sweep([w.spot(0, -0.12, -0.1), w.spot(0, -0.18, 0.2), w.spot(0, -0.21, 0.42)],
                   [0.24 * w.a, 0.17 * w.a, 0.07 * w.a], 12)  # fmt: skip
    chin = sweep([w.spot(0, -0.24, -0.05), w.spot(0, -0.25, 0.34)], [0.15 * w.a, 0.06 * w.a], 10)
    ears = []
    for s in (1.0, -1.0):
        foot, tip = h.at(s * 40, 38, 0.6 * h.u), h.at(s * 44, 36, 5.6 * h.u)
        near, end = h.at(s * 37, 42, 1.9 * h.u), h.at(s * 42, 39, 4.4 * h.u)
        ears.append(w.on(horn([foot, tip], 2.2 * h.u, 10), color))
        ears.append(w.on(horn([near, end], 1.3 * h.u, 8), shade(color, 0.45)))
    return [
        w.on(shell, color), *(w.on(cheek, _WHITE) for cheek in cheeks), w.on(muzzle, color), w.on(chin, _WHITE),
        w.on(blob(0.085 * w.a, w.spot(0, -0.19, 0.44), 8), _DARK, 0.8), *ears, *w.rims(_DARK, 1.08),
    ]  # fmt: skip


def _animal(w: Wearer, color: F32) -> list[Mesh]:
    """A round head with muzzle and cheeks, and no ears yet; the nose is the wearer's, painted over."""
    out = 1.1 * _LIFT * w.form.eye_radii[2]
    skull = w.form.head.grown(out)
    middle = float(skull.y.mean())
    skull = replace(skull, y=middle + (skull.y - middle) * np.float32(1.0 + 2.0 * out / w.b))
    tufts = [blob((0.2 * w.a, 0.3 * w.b, 0.26 * w.a), (s * 0.98 * w.a, w.y(-0.14), 0.0), 10, 6) for s in (1, -1)]
    pads = [blob((0.24 * w.a, 0.19 * w.b, 0.16 * w.a), w.spot(s * 0.19, -0.4, 0.03), 12, 8) for s in (1, -1)]
    jaw = blob((0.27 * w.a, 0.16 * w.b, 0.14 * w.a), w.spot(0, -0.54, 0.0), 12, 8)
    return [
        w.on(skull.mesh(26), color, 0.15), *(w.on(tuft, color, 0.15) for tuft in tufts),
        *(w.on(pad, shade(color, 1.12), 0.15) for pad in pads), w.on(jaw, shade(color, 1.08), 0.15),
        w.on(blob((0.14 * w.a, 0.1 * w.b, 0.12 * w.a), w.spot(0, -0.22, 0.1), 10, 6), _PINK, 0.6),
        *w.rims(shade(color, 0.7), 1.1),
    ]  # fmt: skip


def rabbit(w: Wearer, color: F32) -> list[Mesh]:
    h = w.dresser
    ears = []
    for s in (1.0, -1.0):
        ear = bend([h.at(s * 62, 17, -0.5 * h.u), h.at(s * 66, 20, 6.0 * h.u), h.at(s * 70, 26, 11.5 * h.u)], 9)
        wide = np.array([1.0, 1.5, 1.6, 1.7, 1.7, 1.6, 1.4, 1.1, 0.6]) * h.u
        ears.append(w.on(sweep(ear, wide.tolist(), 10), color, 0.15))
        lining = [(x, y, z + 1.1 * h.u) for x, y, z in ear[2:8]]
        ears.append(w.on(sweep(lining, (np.array([0.5, 0.8, 0.9, 0.9, 0.8, 0.4]) * h.u).tolist(), 8), _PINK))
    teeth = [blob((0.06 * w.a, 0.075 * w.b, 0.03 * w.a), w.spot(s * 0.065, -0.56, 0.14), 8, 5) for s in (1, -1)]
    return [*_animal(w, color), *ears, *(w.on(tooth, "#fffdf6", 0.7) for tooth in teeth)]


def bear(w: Wearer, color: F32) -> list[Mesh]:
    h = w.dresser
    ears = []
    for s in (1.0, -1.0):
        x, y, z = h.at(s * 86, 38, 1.0 * h.u)
        ears.append(w.on(blob((2.2 * h.u, 2.2 * h.u, 1.2 * h.u), (x, y, z), 12, 7), color, 0.15))
        ears.append(w.on(blob((1.2 * h.u, 1.2 * h.u, 0.6 * h.u), (x, y, z + 0.9 * h.u), 10, 6), shade(color, 0.65)))
    return [*_animal(w, color), *ears]


def opera(w: Wearer, color: F32) -> list[Mesh]:
    """A whole face, painted as on a stage: winged about the eyes, a flame on the brow."""
    whole = w.shell(_level(-0.72, -0.2, 40.0), _level(0.56, 0.1, 40.0), 66.0, 1.0, 0.12)
    wings = [
        w.shell(lambda turn: -0.2 + 0.006 * np.abs(turn), lambda turn: 0.2 + 0.008 * np.abs(turn), 21.0, 1.15,
                about=s * 31.0) for s in (1.0, -1.0)
    ]  # fmt: skip
    flame = w.shell(_level(0.14), _level(0.14, 0.42, 6.0), 11.0, 1.25, 0.1)
    lips = w.shell(_level(-0.53), _level(-0.47), 13.0, 1.2)
    spots = [blob((0.11 * w.a, 0.09 * w.b, 0.02 * w.a), w.spot(s * 0.56, -0.36, 0.03), 10, 6) for s in (1, -1)]
    return [
        w.on(whole, color, 0.6), *(w.on(wing, _DARK, 0.6) for wing in wings), w.on(flame, _RED, 0.6), w.on(lips, _RED),
        *(w.on(spot, _RED, 0.6) for spot in spots), *w.rims(_WHITE, 1.06),
    ]  # fmt: skip


def plague(w: Wearer, color: F32) -> list[Mesh]:
    """A leather face with a long beak and glasses set in brass."""
    shell = w.shell(_to_strap(_level(-0.66), -0.08), _to_strap(_level(0.42), 0.08), _TO_BACK, 1.0)
    beak = sweep(bend([w.spot(0, -0.3, -0.15), w.spot(0, -0.3, 0.45), w.spot(0, -0.52, 1.15)], 9),
                 (w.a * np.linspace(0.5, 0.06, 9)).tolist(), 14)  # fmt: skip
    seams = [sweep([w.spot(s * 0.25, -0.1, 0.1), w.spot(s * 0.13, -0.2, 0.5)], 0.02 * w.a, 5) for s in (1, -1)]
    return [w.on(shell, color, 0.35), w.on(beak, shade(color, 1.15), 0.35), *(w.on(seam, _GOLD) for seam in seams),
            *w.rims(_GOLD, 1.14)]  # fmt: skip


def cloth(w: Wearer, color: F32) -> list[Mesh]:
    """Tied over nose and mouth: of a bandit, of who must not be known; white, of a surgeon."""
    high = _to_strap(_level(-0.16, 0.1, 24.0), -0.12)
    shell = w.shell(_to_strap(_level(-1.0), -0.5), high, _TO_BACK + 6.0, 2.8, 0.14)
    hem = w.shell(lambda t: high(t) - 0.05, high, _TO_BACK, 3.2, 0.15)
    return [w.on(shell, color, 0.1), w.on(hem, shade(color, 0.85), 0.1)]


MASKS: dict[str, Callable[[Wearer, F32], list[Mesh]]] = {
    f.__name__: f for f in (half, fox, rabbit, bear, opera, plague, cloth)
}
_COLORS = {"half": "#3a2440", "fox": "#d9772e", "rabbit": _WHITE, "bear": "#8a5f3c", "opera": _WHITE,
           "plague": "#4a3a30", "cloth": _DARK}  # fmt: skip


def mask(kind: str, dresser: Hairdresser, form: FaceForm, color: str | None) -> list[Mesh]:
    """The mask of that kind, in its usual colour where none is told; nothing for a kind that there is not."""
    if kind not in MASKS:
        return []
    return MASKS[kind](Wearer(dresser, form), rgb(color or _COLORS[kind]))
