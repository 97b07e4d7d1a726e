"""The ghost: a sheet that floats, on a person's joints but without legs. Knows nothing of other creatures."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from model.renderer.actor import Plan
from model.renderer.creatures.bipeds import bare
from model.renderer.creatures.heads import on
from model.renderer.faces import Face
from model.renderer.figures.moves import PERSON
from model.renderer.figures.person import face_form, grip
from model.renderer.figures.tailor import SIDES
from model.renderer.loft import Loft, limb, skin
from model.renderer.mesh import F32, Mesh
from model.renderer.motion import Wave
from model.renderer.rig import Rig
from model.stage import Entity

_LEAN = {"walk": 9.0, "run": 20.0, "fly": 16.0, "climb": 4.0, "jump": -8.0, "swim": 24.0, "kneel": 14.0, "sit": -6.0}
_SWAY = Wave(mean=(0, 0.10, 0), sin=(0, 0.015, 0))
DRIFT = replace(
    PERSON,
    poses={
        **{
            pose: {
                "body": (_LEAN.get(pose, 0.0), 0, 0),
                "body.shift": _SWAY,
                "arm": Wave(mean=(-24, 0, 18), sin=(6, 0, 0)),
                "forearm": (-24, 0, 0),
            }
            for pose in PERSON.poses
        },
        "lie": {"body": (-80, 0, 0), "arm": (0, 0, 24)},
        "fallen": {"body": (76, 0, 0), "arm": (-120, 0, -30)},
        "dance": {"body": Wave(sin=(0, 20, 14)), "body.shift": _SWAY, "arm": Wave(mean=(-20, 0, 80), sin=(0, 0, 40))},
    },
)


def ghost_plan(entity: Entity, body: F32, accent: F32) -> Plan:
    """A floating sheet with a wavy hem, stub arms and a face."""
    build, joints = bare(entity, "child")
    w, h, d = entity.size
    rows = ((0.16, 0.40), (0.34, 0.37), (0.56, 0.37), (0.74, 0.41), (0.88, 0.34), (0.96, 0.18), (0.985, 0.05))
    sheet = Loft.through([(y * h, r * w, r * d, 0.0) for y, r in rows], 16)
    a, b, y = 0.41 * w, 0.22 * h, 0.745 * h
    form = replace(
        face_form(build, entity, body, accent * 0.6),
        head=sheet,
        jaw=sheet,
        eye=(0.38 * a, y + 0.06 * b),
        eye_radii=(0.2 * a, 0.27 * b, 0.06 * a),
        brow=(0.38 * a, y + 0.50 * b),
        mouth=(0.0, y - 0.44 * b),
        mouth_width=0.28 * a,
        lip=0.035 * b,
        cheek=(0.62 * a, y - 0.28 * b),
        cheek_color=accent,
        lip_color=accent * 0.45,
        brow_color=accent * 0.6,
    )
    face = Face(form)
    joints = [replace(joint, at=(0.0, 0.5 * h, 0.0)) if joint.name == "head" else joint for joint in joints]
    rig = Rig([*joints, *face.joints])
    pieces = [_cloth(sheet, entity.size).painted(body, 0.5, 0.18).of_part(rig.index["head"])]
    for side, s in SIDES:
        shoulder, elbow, end = (
            (s * build.shoulder_x, y, 0.0) for y in (build.shoulder, build.elbow, build.wrist + 0.05 * h)
        )
        pieces += [
            on(rig, "arm" + side, limb(shoulder, elbow, 0.11 * w, 0.09 * w), body, 0.5),
            on(rig, "forearm" + side, limb(elbow, end, 0.09 * w, 0.05 * w), body, 0.5),
        ]
    return Plan(rig, face, pieces, DRIFT, ("hand_r", grip(build)), entity.size, {"chest": 0.1, "head": 0.9})


def _cloth(sheet: Loft, size: tuple[float, float, float]) -> Mesh:
    """The sheet, its lower part in folds, hollow below."""
    w, h, _ = size
    turn = np.linspace(0.0, 360.0, 32, endpoint=False)
    fold = np.cos(np.radians(turn * 8))
    fade = np.maximum(0.0, 1.0 - np.arange(len(sheet.y)) / 5.0)[:, None]
    rings = sheet.points(turn, sheet.y[:, None] + 0.045 * h * fold * fade, 0.02 * w * fold * fade)
    inside = sheet.points(turn, float(sheet.y[3]), -0.05 * w)
    return skin(np.concatenate([inside[None], rings]))
