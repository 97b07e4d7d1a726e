"""Toy heads for creatures: a round skull with big eyes, a muzzle that carries the mouth, ears, horns.

Knows nothing of the body below the neck.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from model.renderer.faces import Face, FaceForm
from model.renderer.loft import Loft, blob, horn, sweep
from model.renderer.mesh import F32, Mesh, Vec3, merge, rgb
from model.renderer.rig import Rig


@dataclass(frozen=True, slots=True)
class HeadForm:
    """Lengths in parts of `unit` metres (the skull's half height) from the skull's middle, save `middle` itself.
    `muzzle` is (half width, half height, length before the skull, drop); `eye` (aside, up) with `eye_size` (w, h)."""

    middle: Vec3
    unit: float
    skull: Vec3 = (1.0, 1.0, 1.0)
    muzzle: tuple[float, float, float, float] = (0.55, 0.42, 0.75, 0.42)
    eye: tuple[float, float] = (0.44, 0.14)
    eye_size: tuple[float, float] = (0.24, 0.30)
    brow: float = 0.58
    fuller: float = 0.05
    mouth: tuple[float, float] = (-0.30, 0.32)  # below the muzzle's middle, half width: parts of the muzzle's size
    nose: tuple[float, float] | None = (0.20, 0.42)  # size, height on the muzzle in parts of its half height
    lashes: float = 0.0

    def at(self, x: float, y: float, z: float) -> tuple[float, float, float]:
        m, u = self.middle, self.unit
        return m[0] + x * u, m[1] + y * u, m[2] + z * u

    def skull_loft(self) -> Loft:
        return Loft.egg(self.middle, tuple(r * self.unit for r in self.skull), self.fuller, 12)

    def muzzle_loft(self) -> Loft:
        w, h, length, drop = self.muzzle
        depth = 0.5 * (self.skull[2] + length)
        middle = self.at(0.0, -drop, self.skull[2] + length - depth)
        return Loft.egg(middle, (w * self.unit, h * self.unit, depth * self.unit), 0.04, 10)


def face_of(form: HeadForm, skin: F32, lips: bool = True) -> Face:
    """The acting face of a head; without `lips` the creature has a beak that opens on a joint of its own."""
    u, muzzle = form.unit, form.muzzle_loft()
    w, h, _, drop = form.muzzle
    ex, ey = form.eye
    return Face(
        FaceForm(
            head=form.skull_loft(),
            jaw=muzzle,
            eye=(ex * u, form.middle[1] + ey * u),
            eye_radii=(form.eye_size[0] * u, form.eye_size[1] * u, 0.09 * u),
            brow=(ex * u, form.middle[1] + form.brow * u),
            brow_length=0.42 * u,
            brow_thick=0.055 * u,
            mouth=(0.0, form.middle[1] - (drop - form.mouth[0] * h) * u),
            mouth_width=form.mouth[1] / 0.32 * 0.62 * w * u if lips else 0.0,
            lip=0.036 * u,
            skin=skin,
            brow_color=skin * np.float32(0.42),
            lip_color=(skin * (0.42, 0.24, 0.24)).astype(np.float32),
            iris_size=0.68,
            lashes=form.lashes,
        )
    )


def head_meshes(form: HeadForm, rig: Rig, body: F32, muzzle: F32, nose: F32 | str, sides: int = 16) -> list[Mesh]:
    """Skull, muzzle and nose on the joint `head`."""
    row = rig.index["head"]
    out = [
        form.skull_loft().mesh(sides + 6).painted(body, 0.3),
        form.muzzle_loft().mesh(sides - 2).painted(muzzle, 0.3),
    ]
    if form.nose is not None:
        size, up = form.nose
        loft = form.muzzle_loft()
        y = form.middle[1] + (-form.muzzle[3] + up * form.muzzle[1]) * form.unit
        at = (0.0, y, float(loft.front(0.0, y)))
        out.append(
            blob((size * form.unit, 0.7 * size * form.unit, 0.6 * size * form.unit), at, 9, 5).painted(
                rgb(nose) if isinstance(nose, str) else nose, 0.8
            )
        )
    return [m.of_part(row) for m in out]


# Shapes of left ears: path and radii of the shell, its flatness, path and radii of the inside; in head units.
_EarShape = tuple[Sequence[Vec3], Sequence[float], float, Sequence[Vec3], Sequence[float]]
_EARS: dict[str, _EarShape] = {
    "pointed": (
        [(0.50, 0.62, -0.05), (0.61, 1.02, -0.065), (0.72, 1.42, -0.08)], [0.34, 0.27, 0.05], 0.6,
        [(0.51, 0.72, 0.10), (0.67, 1.2, 0.08)], [0.18, 0.04],
    ),
    "round": (
        [(0.64, 0.72, -0.05), (0.68, 0.82, -0.05)], [0.31, 0.31], 0.5,
        [(0.65, 0.74, 0.07), (0.68, 0.80, 0.07)], [0.20, 0.20],
    ),
    "floppy": (
        [(0.72, 0.62, -0.05), (1.06, 0.30, 0.02), (1.10, -0.28, 0.08)], [0.18, 0.30, 0.22], 0.6,
        [(0.76, 0.50, -0.02), (0.90, 0.34, 0.0)], [0.08, 0.08],
    ),
    "long": (
        [(0.34, 0.70, -0.1), (0.46, 1.4, -0.12), (0.58, 2.05, -0.05)], [0.19, 0.27, 0.10], 0.7,
        [(0.37, 0.9, 0.04), (0.47, 1.4, 0.03), (0.56, 1.85, 0.04)], [0.08, 0.14, 0.05],
    ),
    "leaf": (
        [(0.72, 0.42, -0.15), (1.15, 0.46, -0.12), (1.5, 0.30, -0.05)], [0.14, 0.24, 0.08], 0.6,
        [(0.9, 0.42, 0.0), (1.3, 0.36, 0.03)], [0.10, 0.06],
    ),
}  # fmt: skip


def ears(form: HeadForm, rig: Rig, kind: str, outer: F32, inner: F32 | str) -> list[Mesh]:
    """A pair on the joints `ear_l` and `ear_r`: upright `pointed`, `round`, `floppy`, `long` or sideways `leaf`."""
    shell, thick, flat, core, thin = _EARS[kind]
    out = []
    for side, s in (("_l", 1.0), ("_r", -1.0)):
        for path, radii, color in ((shell, thick, outer), (core, thin, inner)):
            places = [form.at(s * x, y, z) for x, y, z in path]
            out.append(on(rig, "ear" + side, sweep(places, [r * form.unit for r in radii], 9, flat), color))
    return out


def horns(form: HeadForm, rig: Rig, path: list[Vec3], radius: float, color: str) -> list[Mesh]:
    """A pair of horns through points in head units, given for the left side."""
    pair = [horn([form.at(s * x, y, z) for x, y, z in path], radius * form.unit, 8) for s in (1, -1)]
    return [merge(pair).painted(color, 0.6).of_part(rig.index["head"])]


def teeth(form: HeadForm, rig: Rig, aside: float, up: float, size: float) -> list[Mesh]:
    """Two fangs on the muzzle, points down (or up for a negative size: tusks)."""
    loft, u, out = form.muzzle_loft(), form.unit, []
    for s in (1.0, -1.0):
        x, y = s * aside * u, form.middle[1] + up * u
        z = float(loft.front(x, y))
        out.append(horn([(x, y, z - 0.02 * u), (x, y - size * u, z + 0.03 * u)], 0.3 * abs(size) * u, 6))
    return [merge(out).painted("#f6f1e4", 0.7).of_part(rig.index["head"])]


def in_the_mouth(form: HeadForm, up: float, ahead: float) -> F32:
    """Rest frame of what is held across the mouth, at (0, up, ahead) in head units."""
    frame = np.eye(4, dtype=np.float32)
    frame[:3, :3] = [[0, 1, 0], [-1, 0, 0], [0, 0, 1]]
    frame[:3, 3] = form.at(0.0, up, ahead)
    return frame


def on(rig: Rig, joint: str, mesh: Mesh, color: F32 | str, gloss: float = 0.35) -> Mesh:
    """A painted piece on the joint that moves it."""
    return mesh.painted(color, gloss).of_part(rig.index[joint])
