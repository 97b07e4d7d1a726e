"""Robot, giant and alien: creatures that stand and move as persons do, on a person's joints.

Knows nothing of animals.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from model.renderer.actor import Plan
from model.renderer.faces import Face
from model.renderer.figures.build import Build
from model.renderer.figures.moves import PERSON
from model.renderer.figures.person import SOFT, Bearing, face_form, grip, person_plan
from model.renderer.figures.tailor import SIDES, Tailor
from model.renderer.gait import TWO_LEGS, Gait
from model.renderer.loft import Loft, blob, horn, limb
from model.renderer.mesh import F32, Mesh, box, cylinder
from model.renderer.rig import Joint, Rig
from model.stage import Entity


def giant_plan(entity: Entity, body: F32, accent: F32) -> Plan:
    """A hulking person in rags with tusks and a heavy brow."""
    look = {"outfit": "rags", "hair": "mohawk", "gender": "m", "age": "adult", **entity.look}
    colors = {
        "skin": _hexed(body),
        "top": _hexed(accent),
        "bottom": _hexed(accent * 0.7),
        "hair": _hexed(body * 0.35),
        **entity.colors,
    }
    plan = person_plan(replace(entity, look=look, colors=colors))
    build = Build.of(replace(entity, look=look))
    a, b, _ = build.head_radii
    y = build.head_middle[1] - 0.60 * b
    row = plan.rig.index["head"]
    tusks = [
        horn(
            [
                (s * 0.30 * a, y, float(build.head.front(0.3 * a, y))),
                (s * 0.34 * a, y + 0.30 * b, float(build.head.front(0.34 * a, y)) + 0.16 * b),
            ],
            0.085 * b,
            7,
        )
        for s in (1, -1)
    ]
    warts = [
        blob(0.05 * b, build.head.points(q, build.head_middle[1] + v * b).tolist(), 7)
        for q, v in ((40, -0.45), (-62, 0.3), (58, 0.42))
    ]
    extra = [m.painted("#f2ead2", 0.6).of_part(row) for m in tusks] + [
        m.painted(np.clip(body * 0.85, 0, 1), 0.3).of_part(row) for m in warts
    ]
    gait = Gait(plan.rig, TWO_LEGS, "creature", entity.size[1], ("body", "pelvis"))
    return replace(plan, pieces=[*plan.pieces, *extra], gait=gait)


def _hexed(color: F32) -> str:
    r, g, b = (round(255 * float(v)) for v in np.clip(color, 0.0, 1.0))
    return f"#{r:02x}{g:02x}{b:02x}"


def bare(entity: Entity, age: str) -> tuple[Build, list[Joint]]:
    """Measures and joints of a person of the entity's size."""
    build = Build.of(replace(entity, look={"age": age, "gender": "n"}))
    return build, build.joints()


def alien_plan(entity: Entity, body: F32, accent: F32) -> Plan:
    """A slight body under a big head with wholly dark eyes and two feelers."""
    build, joints = bare(entity, "child")
    form = face_form(build, entity, body, np.clip(body * 0.55, 0, 1))
    a, b, _ = build.head_radii
    form = replace(
        form,
        eye_radii=(0.27 * a, 0.33 * b, 0.07 * a),
        eye=(0.46 * a, form.eye[1] + 0.06 * b),
        white="#15131f",
        iris="#2a2450",
        cheek=None,
        iris_size=0.5,
        brow=(0.46 * a, form.brow[1] + 0.16 * b),
        mouth_width=0.22 * a,
    )
    face = Face(form)
    rig = Rig([*joints, *face.joints])
    t = Tailor(build, rig)
    feelers: list[Mesh] = []
    for s in (1, -1):
        root, tip = (
            build.head.points(s * 60, build.head_middle[1] + 0.78 * b),
            (s * 0.62 * a, build.head_middle[1] + 1.32 * b, 0.1 * a),
        )
        feelers += [
            t.on("head", limb(root.tolist(), tip, 0.045 * b, 0.03 * b, 7), body),
            t.on("head", blob(0.11 * b, tip, 8), accent, 0.6, 0.5),
        ]
    pieces = [
        *t.trunk(accent, gloss=0.6),
        *t.arms(body),
        *t.hands(body),
        *t.neck(body),
        *t.hips(accent, 0.6),
        *t.legs(accent, gloss=0.6),
        *t.shoes(np.clip(accent * 0.7, 0, 1), gloss=0.8),
        *t.band(0.95, 0.06, body, 0.02),
        *t.band(0.55, 0.05, np.clip(body * 0.8, 0, 1), 0.015, "pelvis"),
        *t.buttons("#f2e06a", (0.72,), 0.0, 0.05),
        *t.cuffs(accent, 1.1),
        t.on("head", build.head.mesh(24), body, 0.4),
        *feelers,
    ]
    return _as_person(entity, build, rig, face, pieces)


def robot_plan(entity: Entity, body: F32, accent: F32) -> Plan:
    """Boxes and tubes: a screen-faced head with an aerial, a chest with lamps, jointed limbs."""
    build, joints = bare(entity, "adult")
    a, b, c = build.head_radii
    y, f = build.head_middle[1], np.float32
    level = (y + 0.86 * b * np.array([-1.0, 1.0])).astype(f)
    screen = Loft(level, np.full(2, 40.0 * a, f), np.full(2, 1.02 * c, f), np.zeros(2, f))  # so wide that it is flat
    form = replace(
        face_form(build, entity, body, accent),
        head=screen,
        jaw=screen,
        cheek=None,
        white="#d9f6ff",
        iris=accent * 0.45,
        brow_color=accent,
        lip_color=accent,
        eye=(0.40 * a, y + 0.08 * b),
        eye_radii=(0.22 * a, 0.24 * b, 0.05 * a),
        brow=(0.40 * a, y + 0.44 * b),
        mouth=(0.0, y - 0.42 * b),
    )
    face = Face(form)
    rig = Rig([*joints, *face.joints])
    t = Tailor(build, rig)
    dark = np.asarray(np.clip(body * 0.55, 0, 1), f)
    pieces = [
        *_robot_head(t, body, accent, dark),
        *_robot_trunk(t, body, accent, dark),
        *_robot_joints(t, accent),
        *t.arms(dark, body, 0.85, 0.25, 0.7),
        *t.hands(body, 0.7),
        *t.legs(dark, body, 0.85, 0.7),
        *t.shoes(body, dark, 0.7),
    ]
    return _as_person(entity, build, rig, face, pieces)


def _robot_head(t: Tailor, body: F32, accent: F32, dark: F32) -> list[Mesh]:
    a, b, c = t.build.head_radii
    y = t.build.head_middle[1]
    ears = [cylinder(0.22 * b, 0.14 * a, sides=12).turned(z=-90 * s).moved((s * 0.9 * a, y, 0)) for s in (1, -1)]
    case = box((1.84 * a, 1.72 * b, 1.86 * c), 0.22 * a).moved((0, y - 0.86 * b, 0))
    screen = box((1.52 * a, 1.36 * b, 0.10 * c), 0.12 * a).moved((0, y - 0.70 * b, 0.95 * c))
    aerial = limb((0, y + 0.8 * b, 0), (0, y + 1.12 * b, 0), 0.035 * b, sides=7)
    return [
        t.on("head", case, body, 0.7),
        t.on("head", screen, "#1d2a38", 0.9),
        t.on("head", aerial, dark, 0.6),
        t.on("head", blob(0.10 * b, (0, y + 1.14 * b, 0), 9), accent, 0.6, 0.7),
        *(t.on("head", ear, accent, 0.7) for ear in ears),
    ]


def _robot_trunk(t: Tailor, body: F32, accent: F32, dark: F32) -> list[Mesh]:
    w, h = t.build.width, t.build.chin
    lamps = ((-0.1, "#e8503a"), (0.0, "#f2c23a"), (0.1, "#4ad07a"))
    return [
        t.on("chest", box((0.52 * w, 0.42 * h, 0.40 * w), 0.07 * w).moved((0, 0.54 * h, 0)), body, 0.7),
        t.on("chest", box((0.36 * w, 0.22 * h, 0.04 * w), 0.03 * w).moved((0, 0.66 * h, 0.185 * w)), dark, 0.6),
        t.on("chest", box((0.26 * w, 0.06 * h, 0.03 * w), 0.01 * w).moved((0, 0.685 * h, 0.20 * w)), accent, 0.8, 0.5),
        t.on("chest", cylinder(0.10 * w, 0.10 * h, sides=12).moved((0, 0.94 * h, 0)), dark, 0.6),
        t.on("pelvis", cylinder(0.17 * w, 0.12 * h, sides=14).moved((0, 0.44 * h, 0)), dark, 0.6),
        t.on("pelvis", box((0.42 * w, 0.12 * h, 0.30 * w), 0.05 * w).moved((0, 0.36 * h, 0)), body, 0.7),
        *(t.on("chest", blob(0.03 * w, (x * w, 0.80 * h, 0.215 * w), 8, 4), lamp, 0.8, 0.8) for x, lamp in lamps),
    ]


def _robot_joints(t: Tailor, accent: F32) -> list[Mesh]:
    b = t.build
    places = (
        ("arm", 0.105, b.shoulder_x, b.shoulder),
        ("forearm", 0.075, b.shoulder_x, b.elbow),
        ("shin", 0.085, b.hip_x, b.knee),
    )
    return [
        t.on(name + side, blob(r * b.width, (s * x, y, 0), 10), accent, 0.7)
        for side, s in SIDES
        for name, r, x, y in places
    ]


def _as_person(entity: Entity, build: Build, rig: Rig, face: Face, pieces: list[Mesh]) -> Plan:
    """A plan on a person's joints that moves as persons do."""
    return Plan(
        rig,
        face,
        pieces,
        PERSON,
        ("hand_r", grip(build)),
        entity.size,
        {"chest": 0.15, "head": 0.85},
        Gait(rig, TWO_LEGS, "creature", entity.size[1], ("body", "pelvis")),
        Bearing(rig, build),
        SOFT,
    )
