"""Pieces of body and clothing, cut to a person's measures: sleeves, trousers, skirts, collars, belts, hands, shoes.

Every piece is a painted mesh on the joint that moves it. Knows nothing of which outfit wears what (see `outfits`).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from model.renderer.figures.build import Build
from model.renderer.loft import Loft, Span, blob, limb, skin, sweep
from model.renderer.mesh import F32, Mesh, Vec3, box, merge, rgb
from model.renderer.rig import Rig

Color = str | Sequence[float] | F32
SIDES = (("_l", 1.0), ("_r", -1.0))
_ROUND = 12  # sides of trunk pieces


@dataclass(frozen=True, slots=True)
class Tailor:
    build: Build
    rig: Rig

    def on(self, joint: str, mesh: Mesh, color: Color, gloss: float = 0.25, glow: float = 0.0) -> Mesh:
        return mesh.painted(rgb(color) if isinstance(color, str) else color, gloss, glow).of_part(self.rig.index[joint])

    # the bare body

    def neck(self, skin_color: Color) -> list[Mesh]:
        b = self.build
        return [
            self.on("chest", limb((0, 0.94 * b.chin, 0), (0, 1.05 * b.chin, 0), 0.11 * b.width, sides=10), skin_color)
        ]

    def hands(self, color: Color, gloss: float = 0.3) -> list[Mesh]:
        """Mittens with thumbs; the index finger is a piece of its own so that it can point."""
        b, r, out = self.build, self.build.hand, []
        for side, sign in SIDES:
            x, y = sign * b.shoulder_x, b.wrist
            palm = blob((0.62 * r, 0.78 * r, 0.80 * r), (x, y - 0.45 * r, 0.0), 9, 4)
            thumb = limb(
                (x, y - 0.35 * r, 0.55 * r), (x - sign * 0.12 * r, y - 0.95 * r, 0.98 * r), 0.27 * r, 0.22 * r, 7
            )
            mitten = blob((0.46 * r, 0.62 * r, 0.56 * r), (x, y - 1.15 * r, -0.18 * r), 8, 4)
            finger = limb((x, y - 0.95 * r, 0.42 * r), (x, y - 1.52 * r, 0.40 * r), 0.24 * r, 0.2 * r, 7)
            out += [
                self.on("hand" + side, merge((palm, thumb)), color, gloss),
                self.on("fingers" + side, mitten, color, gloss),
                self.on("index" + side, finger, color, gloss),
            ]
        return out

    def arms(
        self, color: Color, forearm: Color | None = None, loose: float = 1.0, flare: float = 0.0, gloss: float = 0.25
    ) -> list[Mesh]:
        """Upper arm and forearm in `color` (the forearm in its own if given); `loose` widens, `flare` opens the end."""
        b, out = self.build, []
        r = b.arm * loose
        for side, sign in SIDES:
            x = sign * b.shoulder_x
            upper = sweep(
                [(x - sign * 0.25 * r, b.shoulder - 0.1 * r, 0), (x, b.shoulder - 0.9 * r, 0), (x, b.elbow, 0)],
                [1.02 * r, 1.08 * r, 0.94 * r],
                9,
            )
            end = b.wrist + 0.25 * b.arm
            lower = sweep([(x, b.elbow, 0), (x, end, 0)], [0.94 * r, (0.82 + flare) * r], 9)
            out += [
                self.on("arm" + side, upper, color, gloss),
                self.on("forearm" + side, lower, color if forearm is None else forearm, gloss),
            ]
        return out

    def cuffs(
        self, color: Color, wide: float = 1.08, loose: float = 1.0, flare: float = 0.0, gloss: float = 0.3
    ) -> list[Mesh]:
        b = self.build
        r, t = (0.82 + flare) * b.arm * loose * wide, 0.3 * b.arm
        return [
            self.on("forearm" + side, _ring((sign * b.shoulder_x, b.wrist + 0.1 * b.arm, 0), r, 2.2 * t), color, gloss)
            for side, sign in SIDES
        ]

    def short_sleeves(self, color: Color, skin_color: Color, gloss: float = 0.25) -> list[Mesh]:
        b = self.build
        hems = [
            self.on(
                "arm" + side,
                _ring((sign * b.shoulder_x, b.elbow + 0.5 * b.arm, 0), 1.2 * b.arm, 0.7 * b.arm),
                color,
                gloss,
            )
            for side, sign in SIDES
        ]
        return [*self.arms(color, skin_color, gloss=gloss), *hems]

    def pads(self, color: Color, size: float = 1.5, gloss: float = 0.6) -> list[Mesh]:
        """Shoulder pieces: pauldrons, puffed sleeves, epaulettes."""
        b = self.build
        r = size * b.arm
        return [
            self.on(
                "arm" + side,
                blob((r, 0.85 * r, 1.05 * r), (sign * (b.shoulder_x + 0.1 * b.arm), b.shoulder - 0.2 * r, 0), 12, 6),
                color,
                gloss,
            )
            for side, sign in SIDES
        ]

    # the trunk

    def trunk(self, color: Color, low: float = 0.40, lift: float = 0.0, gloss: float = 0.25) -> list[Mesh]:
        """A top from `low` (of the chin's height) to the neck; what is below the waist moves with the hips."""
        b = self.build
        upper = b.trunk.grown(lift, 0.555 * b.chin, 1.0 * b.chin, 10)
        lower = _tucked(b.trunk.grown(lift, low * b.chin, 0.62 * b.chin, 7))
        return [
            self.on("chest", upper.mesh(_ROUND + 4), color, gloss),
            self.on("pelvis", lower.mesh(_ROUND + 4), color, gloss),
        ]

    def hips(self, color: Color, gloss: float = 0.2) -> list[Mesh]:
        b = self.build
        return [
            self.on("pelvis", b.trunk.grown(-0.008, 0.345 * b.chin, 0.60 * b.chin, 7).mesh(_ROUND + 2), color, gloss)
        ]

    def band(
        self, at: float, tall: float, color: Color, lift: float = 0.012, joint: str | None = None, gloss: float = 0.35
    ) -> list[Mesh]:
        """A belt, sash, hem or collar ring at `at` (of the chin's height), `tall` high."""
        b = self.build
        name = joint or ("chest" if at > 0.6 else "pelvis")
        low, high = (at - tall / 2) * b.chin, (at + tall / 2) * b.chin
        return [self.on(name, b.trunk.grown(0.004).band(low, high, lift * b.width / 0.6, _ROUND + 4), color, gloss)]

    def belt(self, color: Color, buckle: Color | None = None, at: float = 0.535, tall: float = 0.055) -> list[Mesh]:
        out = self.band(at, tall, color, 0.016, "pelvis", 0.45)
        if buckle is not None:
            b, size = self.build, tall * self.build.chin
            z = float(b.trunk.front(0.0, at * b.chin)) + 0.012
            plate = box((1.25 * size, 1.1 * size, 0.35 * size), 0.08 * size).moved((0, at * b.chin - 0.55 * size, z))
            out.append(self.on("pelvis", plate, buckle, 0.8))
        return out

    def panel(
        self,
        left: Span,
        right: Span,
        low: float,
        high: float,
        color: Color,
        lift: float = 0.008,
        joint: str = "chest",
        gloss: float = 0.25,
        rows: int = 5,
        columns: int = 5,
        mirrored: bool = False,
    ) -> list[Mesh]:
        """A patch on the trunk. `left` and `right` are azimuths of its edges at its foot and its top."""
        b = self.build
        out = []
        for sign in (1.0, -1.0) if mirrored else (1.0,):

            def edges(t: float, s: float = sign) -> Span:
                a, c = (left[0] + t * (left[1] - left[0])) * s, (right[0] + t * (right[1] - right[0])) * s
                return (a, c) if s > 0 else (c, a)

            patch = b.trunk.grown(0.004).patch(edges, low * b.chin, high * b.chin, lift * b.width / 0.6, rows, columns)
            out.append(self.on(joint, patch, color, gloss))
        return out

    def buttons(
        self,
        color: Color,
        heights: Sequence[float],
        azimuth: float = 0.0,
        size: float = 0.016,
        lift: float = 0.012,
        gloss: float = 0.7,
    ) -> list[Mesh]:
        b = self.build
        r = size * b.width / 0.6
        out = []
        for at in heights:
            p = b.trunk.points(azimuth, at * b.chin, lift * b.width / 0.6)
            out.append(
                self.on("chest" if at > 0.6 else "pelvis", blob((r, r, 0.6 * r), p.tolist(), 7, 3), color, gloss)
            )
        return out

    def collar(self, color: Color, tall: float = 0.05, gloss: float = 0.25) -> list[Mesh]:
        """A folded shirt collar: a ring about the neck and two wings that meet at the throat."""
        b = self.build
        out = self.band(1.005 - 0.5 * tall, tall + 0.01, color, 0.010, "chest", gloss)
        for sign in (1.0, -1.0):
            spots = ((0.02, 0.975), (0.075, 0.945), (0.115, 0.93))
            path = [
                (sign * x * b.width, y * b.chin, float(b.trunk.front(x * b.width, y * b.chin)) + 0.008)
                for x, y in spots
            ]
            wing = sweep(path, [0.026 * b.width, 0.036 * b.width, 0.022 * b.width], 7, flat=0.55)
            out.append(self.on("chest", wing, color, gloss))
        return out

    def lapels(self, color: Color, low: float = 0.62, gloss: float = 0.3) -> list[Mesh]:
        return self.panel((3.0, 16.0), (8.0, 50.0), low, 0.93, color, 0.016, gloss=gloss, mirrored=True)

    def shirt_front(self, color: Color, low: float = 0.62, gloss: float = 0.2) -> list[Mesh]:
        """The V of a shirt between lapels."""
        return self.panel((-5.0, -34.0), (5.0, 34.0), low, 0.95, color, 0.007, gloss=gloss)

    def tie(self, color: Color) -> list[Mesh]:
        knot = self.panel((-9.0, -13.0), (9.0, 13.0), 0.895, 0.94, color, 0.028, gloss=0.5, rows=3)
        return [*self.panel((-7.0, -9.0), (7.0, 9.0), 0.63, 0.90, color, 0.018, gloss=0.45), *knot]

    def bow(self, color: Color, at: float = 0.93, size: float = 0.10, joint: str = "chest") -> list[Mesh]:
        b = self.build
        y, r = at * b.chin, size * b.width
        z = float(b.trunk.front(0.0, y)) + 0.3 * r
        wings = [sweep([(0.0, y, z), (sign * r, y, z)], [0.12 * r, 0.5 * r], 7, flat=0.6) for sign in (1.0, -1.0)]
        return [self.on(joint, merge([*wings, blob(0.26 * r, (0, y, z + 0.1 * r), 7)]), color, 0.45)]

    # below the waist

    def legs(self, color: Color, shin: Color | None = None, loose: float = 1.0, gloss: float = 0.2) -> list[Mesh]:
        b, out = self.build, []
        r = b.leg * loose
        for side, sign in SIDES:
            x = sign * b.hip_x
            thigh = limb((x, b.hip, 0), (x, b.knee, 0), 1.1 * r, 0.98 * r, 10)
            calf = limb((x, b.knee, 0), (x, b.ankle, 0), 0.98 * r, min(0.92 * r, 0.95 * b.ankle), 10)
            out += [
                self.on("thigh" + side, thigh, color, gloss),
                self.on("shin" + side, calf, color if shin is None else shin, gloss),
            ]
        return out

    def leg_rings(
        self, color: Color, at_shin: float = 0.1, wide: float = 1.0, tall: float = 0.5, gloss: float = 0.25
    ) -> list[Mesh]:
        """A turn-up, boot top or knee piece; `at_shin` goes from the ankle (0) to the knee (1)."""
        b = self.build
        y = b.ankle + at_shin * (b.knee - b.ankle)
        return [
            self.on("shin" + side, _ring((sign * b.hip_x, y, 0), 1.08 * b.leg * wide, tall * b.leg), color, gloss)
            for side, sign in SIDES
        ]

    def shoes(self, color: Color, sole: Color = "#2a2320", gloss: float = 0.6, boots: bool = False) -> list[Mesh]:
        b, out = self.build, []
        r = b.leg
        for side, sign in SIDES:
            x = sign * (b.hip_x + 0.1 * r)
            length = min(1.32 * r, 0.34 * b.depth)
            upper = _flat_foot(
                blob((0.98 * r, 0.95 * b.ankle, length), (x, 0.62 * b.ankle, 0.5 * r), 11, 5), 0.12 * b.ankle
            )
            under = _flat_foot(blob((1.04 * r, 0.5 * b.ankle, 1.04 * length), (x, 0.28 * b.ankle, 0.5 * r), 11, 3), 0.0)
            out += [self.on("foot" + side, upper, color, gloss), self.on("foot" + side, under, sole, 0.2)]
            if boots:
                shaft = limb(
                    (sign * b.hip_x, b.ankle, 0),
                    (sign * b.hip_x, b.ankle + 0.6 * (b.knee - b.ankle), 0),
                    min(1.04 * r, 0.97 * b.ankle),
                    1.08 * r,
                    12,
                )
                out.append(self.on("shin" + side, shaft, color, gloss))
        return out

    def skirt(
        self,
        color: Color,
        foot: float,
        flare: float = 0.36,
        gloss: float = 0.22,
        hem: Color | None = None,
        top: float = 0.555,
        folds: int = 0,
    ) -> list[Mesh]:
        """A skirt from the waist to `foot` (of the chin's height); `folds` pleats it; `hem` is a border's colour."""
        surface = self.skirt_form(foot, flare, top)
        out = [self.on("skirt", _pleated(surface, folds), color, gloss)]
        if hem is not None:
            low = float(surface.y[0])
            out.append(
                self.on("skirt", surface.grown(0.002).band(low, low + 0.055 * self.build.chin, 0.01, 20), hem, gloss)
            )
        return out

    def skirt_form(self, foot: float, flare: float, top: float = 0.555) -> Loft:
        b = self.build
        waist = b.trunk.grown(0.008).section(top * b.chin)
        y = np.linspace(foot, top, 6)
        t = ((top - y) / (top - foot)) ** 0.75
        wide = float(waist[0]) + t * (flare * b.width - float(waist[0]))
        deep = float(waist[1]) + t * (0.86 * flare * b.width - float(waist[1]))
        f = np.float32
        return Loft((y * b.chin).astype(f), wide.astype(f), deep.astype(f), np.zeros(6, f))

    def skirt_panel(
        self,
        left: Span,
        right: Span,
        foot: float,
        high: float,
        flare: float,
        color: Color,
        lift: float = 0.010,
        gloss: float = 0.22,
    ) -> list[Mesh]:
        """A panel lying on a skirt: an apron, the open front of a coat."""
        form, b = self.skirt_form(foot, flare), self.build

        def edges(t: float) -> Span:
            return left[0] + t * (left[1] - left[0]), right[0] + t * (right[1] - right[0])

        patch = form.patch(edges, foot * b.chin + 0.01 * b.chin, high * b.chin, lift * b.width / 0.6, 5, 7)
        return [self.on("skirt", patch, color, gloss)]

    def cape(self, color: Color, foot: float = 0.12, lining: Color | None = None, gloss: float = 0.25) -> list[Mesh]:
        """A cloak hanging from the shoulders behind the body."""
        b = self.build
        rings = []
        for t in np.linspace(0.0, 1.0, 6):
            y = (foot + t * (0.93 - foot)) * b.chin
            half = (0.36 - 0.17 * t * t) * b.width
            back = -(0.52 - 0.20 * t) * b.depth
            turn = np.linspace(-1.0, 1.0, 9)
            wave = 0.014 * np.cos(turn * 9.4) * (1.0 - t)
            outer = np.stack([half * turn, np.full(9, y), back * (1.0 - 0.5 * turn**2) - wave], 1)
            inner = np.add(outer[::-1], (0.0, 0.0, 0.022 * b.width / 0.6))
            rings.append(np.concatenate([outer[::-1], inner[::-1]]))
        mesh = self.on("cape", skin(np.stack(rings)), color, gloss)
        if lining is not None:
            inside = mesh.normals[:, 2] > 0.3
            mesh.color[inside] = rgb(lining) if isinstance(lining, str) else lining
        return [mesh]


def _tucked(form: Loft) -> Loft:
    """A lower garment's surface, drawn in at its top to go under the upper one."""
    tuck = np.array([*[0.0] * (len(form.y) - 3), 0.002, 0.012, 0.03], np.float32)
    return replace(form, rx=form.rx - tuck, rz=form.rz - tuck)


def _ring(at: Vec3, radius: float, tall: float, flat: float = 1.0) -> Mesh:
    """A rounded cuff about a vertical limb."""
    level = np.array([-0.5, -0.3, 0.3, 0.5]) * tall + at[1]
    r = radius * np.array([0.86, 1.0, 1.0, 0.86])
    turn = np.linspace(0.0, 2.0 * math.pi, 10, endpoint=False)
    rings = [
        np.stack([at[0] + q * np.sin(turn), np.full(10, y), at[2] + flat * q * np.cos(turn)], 1)
        for y, q in zip(level, r, strict=True)
    ]
    return skin(np.stack(rings))


def _flat_foot(mesh: Mesh, floor: float) -> Mesh:
    """The mesh with everything below `floor` pressed flat onto it."""
    v = mesh.vertices.copy()
    v[:, 1] = np.maximum(v[:, 1], floor)
    return replace(mesh, vertices=v)


def _pleated(surface: Loft, folds: int) -> Mesh:
    """A skirt's surface, hollow from below, its lower part thrown into `folds` soft folds."""
    turn = np.linspace(0.0, 360.0, 4 * folds if folds else 20, endpoint=False)
    depth = np.linspace(0.045, 0.0, len(surface.y))[:, None] * float(surface.rx[0])
    lift = depth * np.cos(np.radians(turn * folds)) if folds else 0.0 * depth
    inside = surface.points(turn, float(surface.y[2]), -0.1 * float(surface.rx[0]))
    return skin(np.concatenate([inside[None], surface.points(turn[None, :], surface.y[:, None], lift)]))
