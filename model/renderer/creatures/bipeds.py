"""Robot, ghost, giant and alien: creatures that stand and move as persons do, on a person's joints.

Knows nothing of animals.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from model.renderer.actor import Plan
from model.renderer.creatures.heads import hexed
from model.renderer.faces import Face
from model.renderer.figures.build import Build
from model.renderer.figures.moves import PERSON
from model.renderer.figures.person import Cloth, contacts, face_form, grip, person_plan
from model.renderer.figures.tailor import SIDES, Tailor
from model.renderer.loft import Loft, blob, horn, limb, skin
from model.renderer.mesh import F32, Mesh, box, cylinder
from model.renderer.motion import Wave
from model.renderer.rig import Joint, Rig
from model.stage import Entity


def giant_plan(entity: Entity, body: F32, accent: F32) -> Plan:
    """A hulking person in rags with tusks and a heavy brow."""
    look = {"outfit": "rags", "hair": "mohawk", "gender": "m", "age": "adult", **entity.look}
    colors = {
        "skin": hexed(body),
        "top": hexed(accent),
        "bottom": hexed(accent * 0.7),
        "hair": hexed(body * 0.35),
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
    return replace(plan, pieces=[*plan.pieces, *extra])


def _bare(entity: Entity, age: str) -> tuple[Build, list[Joint]]:
    build = Build.of(replace(entity, look={"age": age, "gender": "n"}))
    return build, build.joints()


def alien_plan(entity: Entity, body: F32, accent: F32) -> Plan:
    """A slight body under a big head with wholly dark eyes and two feelers."""
    build, joints = _bare(entity, "child")
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
    return Plan(
        rig,
        face,
        pieces,
        PERSON,
        contacts(build),
        ("hand_r", grip(build)),
        entity.size,
        {"chest": 0.15, "head": 0.85},
        Cloth(rig, build),
    )


def robot_plan(entity: Entity, body: F32, accent: F32) -> Plan:
    """Boxes and tubes: a screen-faced head with an aerial, a chest with lamps, jointed limbs."""
    build, joints = _bare(entity, "adult")
    a, b, c = build.head_radii
    y = build.head_middle[1]
    f = np.float32
    level = np.array([-1.0, -0.97, -0.8, 0.8, 0.97, 1.0])
    plate = Loft((y + 0.86 * b * level).astype(f), np.full(6, 1.0, f), np.full(6, 1.0, f), np.zeros(6, f))
    flat = replace(plate, rx=np.full(6, 40.0 * a, f), rz=np.full(6, 1.02 * c, f))  # so wide that its front is a plane
    form = replace(
        face_form(build, entity, body, accent),
        head=flat,
        jaw=flat,
        cheek=None,
        white="#d9f6ff",
        iris=hexed(accent * 0.45),
        brow_color=hexed(accent),
        lip_color=hexed(accent),
        eye=(0.40 * a, y + 0.08 * b),
        eye_radii=(0.22 * a, 0.24 * b, 0.05 * a),
        brow=(0.40 * a, y + 0.44 * b),
        mouth=(0.0, y - 0.42 * b),
    )
    face = Face(form)
    rig = Rig([*joints, *face.joints])
    t = Tailor(build, rig)
    dark, w, h = np.clip(body * 0.55, 0, 1), build.width, build.chin
    head = [
        t.on("head", box((1.84 * a, 1.72 * b, 1.86 * c), 0.22 * a).moved((0, y - 0.86 * b, 0)), body, 0.7),
        t.on("head", box((1.52 * a, 1.36 * b, 0.10 * c), 0.12 * a).moved((0, y - 0.70 * b, 0.95 * c)), "#1d2a38", 0.9),
        *(
            t.on(
                "head", cylinder(0.22 * b, 0.14 * a, sides=12).turned(z=-90 * s).moved((s * 0.9 * a, y, 0)), accent, 0.7
            )
            for s in (1, -1)
        ),
        t.on("head", limb((0, y + 0.8 * b, 0), (0, y + 1.12 * b, 0), 0.035 * b, sides=7), dark, 0.6),
        t.on("head", blob(0.10 * b, (0, y + 1.14 * b, 0), 9), accent, 0.6, 0.7),
    ]
    lamps = [
        t.on("chest", blob(0.03 * w, (q * w, 0.80 * h, 0.215 * w), 8, 4), col, 0.8, 0.8)
        for q, col in ((-0.1, "#e8503a"), (0.0, "#f2c23a"), (0.1, "#4ad07a"))
    ]
    trunk = [
        t.on("chest", box((0.52 * w, 0.42 * h, 0.40 * w), 0.07 * w).moved((0, 0.54 * h, 0)), body, 0.7),
        t.on("chest", box((0.36 * w, 0.22 * h, 0.04 * w), 0.03 * w).moved((0, 0.66 * h, 0.185 * w)), dark, 0.6),
        *lamps,
        t.on("chest", box((0.26 * w, 0.06 * h, 0.03 * w), 0.01 * w).moved((0, 0.685 * h, 0.20 * w)), accent, 0.8, 0.5),
        t.on("chest", cylinder(0.10 * w, 0.10 * h, sides=12).moved((0, 0.94 * h, 0)), dark, 0.6),
        t.on("pelvis", cylinder(0.17 * w, 0.12 * h, sides=14).moved((0, 0.44 * h, 0)), dark, 0.6),
        t.on("pelvis", box((0.42 * w, 0.12 * h, 0.30 * w), 0.05 * w).moved((0, 0.36 * h, 0)), body, 0.7),
    ]
    joints_balls = [
        t.on(name + side, blob(r * w, (s * px * 1.0, py, 0), 10), accent, 0.7)
        for side, s in SIDES
        for name, r, px, py in (
            ("arm", 0.105, build.shoulder_x, build.shoulder),
            ("forearm", 0.075, build.shoulder_x, build.elbow),
            ("shin", 0.085, build.hip_x, build.knee),
        )
    ]
    pieces = [
        *head,
        *trunk,
        *joints_balls,
        *t.arms(dark, body, 0.85, 0.25, 0.7),
        *t.hands(body, 0.7),
        *t.legs(dark, body, 0.85, 0.7),
        *t.shoes(body, hexed(dark), 0.7),
    ]
    return Plan(
        rig,
        face,
        pieces,
        PERSON,
        contacts(build),
        ("hand_r", grip(build)),
        entity.size,
        {"chest": 0.15, "head": 0.85},
        Cloth(rig, build),
    )


_LEAN = {"walk": 9.0, "run": 20.0, "fly": 16.0, "climb": 4.0, "jump": -8.0, "swim": 24.0, "kneel": 14.0, "sit": -6.0}
_SWAY = Wave(mean=(0, 0.04, 0), sin=(0, 0.015, 0))
_DRIFT = replace(
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
    build, joints = _bare(entity, "child")
    w, h, d = entity.size
    rows = [
        (0.16 * h, 0.40 * w, 0.40 * d, 0.0),
        (0.34 * h, 0.37 * w, 0.37 * d, 0.0),
        (0.56 * h, 0.37 * w, 0.37 * d, 0.0),
        (0.74 * h, 0.41 * w, 0.40 * d, 0.0),
        (0.88 * h, 0.34 * w, 0.33 * d, 0.0),
        (0.96 * h, 0.18 * w, 0.17 * d, 0.0),
        (0.985 * h, 0.05 * w, 0.05 * d, 0.0),
    ]
    sheet = Loft.through(rows, 16)
    a, b = 0.41 * w, 0.22 * h
    y = 0.745 * h
    form = replace(
        face_form(build, entity, body, accent * 0.6),
        head=sheet,
        jaw=sheet,
        eye=(0.38 * a, y + 0.06 * b),
        brow=(0.38 * a, y + 0.50 * b),
        mouth=(0.0, y - 0.44 * b),
        mouth_width=0.28 * a,
        eye_radii=(0.2 * a, 0.27 * b, 0.06 * a),
        cheek=(0.62 * a, y - 0.28 * b),
        cheek_color=hexed(np.clip(accent * 1.05, 0, 1)),
        lip_color=hexed(accent * 0.45),
        brow_color=hexed(accent * 0.6),
        lip=0.035 * b,
    )
    face = Face(form)
    at = (0.0, 0.5 * h, 0.0)
    joints = [replace(j, at=at) if j.name == "head" else j for j in joints]
    rig = Rig([*joints, *face.joints])
    turn = np.linspace(0.0, 360.0, 32, endpoint=False)
    wave = np.cos(np.radians(turn * 8)) * 0.045 * h
    rings = []
    for k, level in enumerate(sheet.y):
        fade = max(0.0, 1.0 - k / 5.0)
        rings.append(sheet.points(turn, level + wave * fade, 0.02 * w * fade * np.cos(np.radians(turn * 8))))
    inside = sheet.points(turn, float(sheet.y[3]), -0.05 * w)
    cloth = skin(np.stack([inside, *rings]))
    row = rig.index["head"]
    arms = []
    for side, s in SIDES:
        x = s * build.shoulder_x
        arms += [
            limb((x, build.shoulder, 0), (x, build.elbow, 0), 0.11 * w, 0.09 * w, 10)
            .painted(body, 0.5)
            .of_part(rig.index["arm" + side]),
            limb((x, build.elbow, 0), (x, build.wrist + 0.05 * h, 0), 0.09 * w, 0.05 * w, 10)
            .painted(body, 0.5)
            .of_part(rig.index["forearm" + side]),
        ]
    touch = {
        "body": [(0.0, 0.0, 0.0), (0.0, 0.30 * h, -0.4 * d), (0.0, 0.30 * h, 0.4 * d)],
        "head": [(s * 0.4 * w, 0.74 * h, 0.0) for s in (1.0, -1.0)]
        + [(0.0, 0.74 * h, s * 0.4 * d) for s in (1.0, -1.0)],
    }
    pieces = [cloth.painted(body, 0.5, 0.18).of_part(row), *arms]
    return Plan(rig, face, pieces, _DRIFT, touch, ("hand_r", grip(build)), entity.size, {"chest": 0.1, "head": 0.9})
