"""Wings that fold and beat: skin on fingers of bone, or feathers. On the joints `wing` and `tip` of either side.

Knows nothing of the body that carries them. Wings are built spread; the poses fold them.
"""

from __future__ import annotations

import numpy as np

from model.renderer.loft import Reals, horn, limb, sweep
from model.renderer.mesh import F32, Mesh, Vec3, sheet
from model.renderer.motion import Table, Wave
from model.renderer.rig import Joint, Rig

_SIDES = (("_l", 1.0), ("_r", -1.0))
WING_POSES: Table = {
    "stand": {"wing": (-14, 34, 34), "tip": (0, 66, -46)},
    "fly": {
        "wing_l": Wave(mean=(0, 6, 10), cos=(0, 0, 40)),
        "wing_r": Wave(mean=(0, 6, 14), cos=(0, 0, 40)),
        "tip_l": Wave(mean=(0, 4, -6), sin=(0, 0, 30)),
        "tip_r": Wave(mean=(0, 4, -6), sin=(0, 0, 30)),
    },
    "jump": {"wing": (0, 4, 40), "tip": (0, 4, 10)},
    "dance": {
        "wing_l": Wave(mean=(0, 10, 30), cos2=(0, 0, 18)),
        "wing_r": Wave(mean=(0, 10, 30), cos2=(0, 0, 18)),
        "tip": (0, 10, 0),
    },
    "fallen": {"wing_l": (0, 10, 4), "wing_r": (-10, 50, 60), "tip": (0, 40, 0)},
}


def wing_joints(size: tuple[float, float, float], root: Vec3, parent: str, span: float = 0.70) -> list[Joint]:
    """`root` is the left shoulder; `span` the inner half of a wing, in parts of the width."""
    out = []
    for side, s in _SIDES:
        at = (s * root[0], root[1], root[2])
        out += [
            Joint("wing" + side, parent, at),
            Joint(
                "tip" + side, "wing" + side, (s * (root[0] + 0.5 * span * size[0]), root[1] + 0.05 * size[1], root[2])
            ),
        ]
    return out


def bat_wings(
    rig: Rig, size: tuple[float, float, float], root: Vec3, bone: F32, membrane: F32, span: float = 0.70
) -> list[Mesh]:
    """Dragon's wings: an arm, three fingers and scalloped skin between them and the flank."""
    out = []
    reach, chord = span * size[0], 0.38 * size[2]
    for side, s in _SIDES:
        shoulder = np.array((s * root[0], root[1], root[2]))
        wrist = np.array(rig.joints[rig.index["tip" + side]].at)
        tips = [
            np.add(wrist, (s * 0.86 * reach, 0.04 * size[1], -0.25 * chord)),
            np.add(wrist, (s * 0.62 * reach, 0.0, -0.80 * chord)),
            np.add(wrist, (s * 0.16 * reach, 0.0, -1.12 * chord)),
        ]
        hip = np.add(shoulder, (s * 0.04 * size[0], -0.03 * size[1], -0.95 * chord))
        r = 0.035 * size[1]
        inner = _membrane(shoulder, [wrist, tips[2], hip], [0.0, 0.16])
        outer = _membrane(wrist, tips, [0.14, 0.14])
        arm = [
            limb(shoulder.tolist(), wrist.tolist(), 1.2 * r, 0.9 * r, 8),
            horn([wrist.tolist(), np.add(wrist, (s * 0.02, 0.10 * size[1], 0.06 * size[1])).tolist()], 0.9 * r, 6),
        ]
        fingers = [limb(wrist.tolist(), t.tolist(), 0.75 * r, 0.25 * r, 6) for t in tips]
        out += [m.painted(bone, 0.4).of_part(rig.index["wing" + side]) for m in arm[:1]]
        out += [m.painted(bone, 0.4).of_part(rig.index["tip" + side]) for m in (*fingers, arm[1])]
        out += [
            inner.painted(membrane, 0.3).of_part(rig.index["wing" + side]),
            outer.painted(membrane, 0.3).of_part(rig.index["tip" + side]),
        ]
    return out


def _membrane(root: Reals, rim: list[Reals], sag: list[float]) -> Mesh:
    """Skin from `root` out to a rim whose stretches bend inward by `sag` of the way."""
    points, triangles = [root], []
    edge = [rim[0]]
    for a, b, pull in zip(rim[:-1], rim[1:], sag, strict=True):
        for t in (0.25, 0.5, 0.75, 1.0):
            p = a * (1 - t) + b * t
            edge.append(p + (root - p) * pull * 4 * t * (1 - t))
    points += edge
    triangles = [(0, k, k + 1) for k in range(1, len(edge))]
    return sheet([p.tolist() for p in points], triangles)


def feather_wings(
    rig: Rig, size: tuple[float, float, float], root: Vec3, color: F32, tips: F32, span: float, chord: float
) -> list[Mesh]:
    """Birds' wings: a rounded arm and long flat feathers, darker or lighter at the end."""
    out = []
    for side, s in _SIDES:
        shoulder = np.array((s * root[0], root[1], root[2]))
        wrist = np.array(rig.joints[rig.index["tip" + side]].at)
        reach = span * size[0]
        r = 0.13 * chord
        arm = sweep(
            [shoulder.tolist(), (0.5 * (shoulder + wrist)).tolist(), wrist.tolist()],
            [1.5 * r, 1.9 * r, 1.2 * r],
            9,
            0.7,
        )
        out.append(arm.painted(color, 0.25).of_part(rig.index["wing" + side]))
        for k in range(4):
            base = shoulder + (wrist - shoulder) * (0.15 + 0.25 * k)
            tip = np.add(base, (s * 0.04 * reach, -0.012 * k, -chord * (0.75 + 0.05 * k)))
            out.append(
                _feather(base, tip, 1.3 * r)
                .painted(color if k % 2 else np.clip(color * 0.9, 0, 1), 0.25)
                .of_part(rig.index["wing" + side])
            )
        for k in range(5):
            base = np.add(wrist, (s * 0.05 * reach * k, 0, 0))
            angle = np.radians(84 - 19 * k)
            tip = np.add(wrist, (s * 0.62 * reach * np.cos(angle), 0, -0.95 * chord * np.sin(angle) - 0.1 * chord))
            out.append(_feather(base, tip, 1.25 * r).painted(tips, 0.25).of_part(rig.index["tip" + side]))
    return out


def _feather(base: Reals, tip: Reals, radius: float) -> Mesh:
    middle = 0.45 * base + 0.55 * tip
    feather = sweep([base.tolist(), middle.tolist(), tip.tolist()], [0.6 * radius, radius, 0.35 * radius], 6)
    flat = feather.vertices.copy()
    level = np.interp(
        flat[:, 2], sorted((base[2], tip[2])), [tip[1], base[1]] if tip[2] < base[2] else [base[1], tip[1]]
    )
    flat[:, 1] = level + 0.3 * (flat[:, 1] - level)
    return Mesh(
        flat.astype(np.float32),
        feather.normals,
        feather.triangles,
        feather.color,
        feather.gloss,
        feather.glow,
        feather.part,
    )
