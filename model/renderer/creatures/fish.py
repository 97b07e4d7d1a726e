"""Fish and shark: a head, links that thin to a tail fin and wave as it goes, fins; they glide just above the ground.

Knows nothing of water or of other creatures.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from model.renderer.actor import Plan
from model.renderer.creatures.heads import HeadForm, face_of, head_meshes, in_the_mouth, on
from model.renderer.loft import bend, blob, horn, sweep
from model.renderer.mesh import F32, Mesh, from_arrays, merge
from model.renderer.motion import Angles, Moves, Wave
from model.renderer.rig import Joint, Rig
from model.stage import Entity

_LINKS = 4
_SIDES = (("_l", 1.0), ("_r", -1.0))


@dataclass(frozen=True, slots=True)
class Swimmer:
    """Heights are parts of the entity's height, lengths of its depth, widths of its width. `thick` are the trunk's
    half heights from the neck to the root of the tail; `back`, `tail` and `side` outline fins, as (length, height)
    from their roots."""

    head: HeadForm  # in a body of height 1 and depth 1
    middle: float
    thick: tuple[float, ...]
    width: float  # of the trunk, in parts of its height
    neck: float  # z where the trunk begins
    back: tuple[tuple[float, float], ...]
    tail: tuple[tuple[float, float], ...]
    side: tuple[tuple[float, float], ...]
    stripes: bool = False
    gills: bool = False
    fangs: bool = False


SWIMMERS = {
    "fish": Swimmer(
        HeadForm((0.0, 0.47, 0.20), 0.31, (0.80, 1.0, 0.95), (0.44, 0.36, 0.34, 0.34), eye=(0.50, 0.20),
                 eye_size=(0.27, 0.33), nose=None),
        0.47, (0.33, 0.33, 0.27, 0.17, 0.09), 0.62, 0.16,
        ((0.16, 0.0), (0.10, 0.22), (-0.06, 0.24), (-0.20, 0.06), (-0.16, -0.06)),
        ((0.02, 0.05), (-0.14, 0.34), (-0.22, 0.30), (-0.15, 0.0), (-0.22, -0.26), (-0.14, -0.30), (0.02, -0.05)),
        ((0.05, 0.06), (-0.10, 0.16), (-0.20, 0.02), (-0.14, -0.14), (0.03, -0.08)),
        stripes=True,
    ),
    "shark": Swimmer(
        HeadForm((0.0, 0.42, 0.25), 0.29, (0.96, 0.92, 1.15), (0.74, 0.52, 0.80, 0.20), eye=(0.56, 0.24),
                 eye_size=(0.24, 0.27), nose=None, mouth=(-0.26, 0.44)),
        0.40, (0.27, 0.28, 0.22, 0.13, 0.06), 0.92, 0.20,
        ((0.13, 0.0), (0.03, 0.26), (-0.03, 0.38), (-0.07, 0.36), (-0.06, 0.14), (-0.10, -0.05)),
        ((0.03, 0.04), (-0.10, 0.34), (-0.16, 0.44), (-0.17, 0.40), (-0.09, 0.05), (-0.13, -0.18), (-0.09, -0.16),
         (0.03, -0.04)),
        ((0.07, 0.03), (-0.02, 0.30), (-0.08, 0.42), (-0.10, 0.38), (-0.05, 0.02)),
        gills=True, fangs=True,
    ),
}  # fmt: skip


def swimmer_plan(entity: Entity, kind: Swimmer, body: F32, accent: F32) -> Plan:
    _, h, d = entity.size
    form = kind.head
    x, y, z = form.middle
    head = HeadForm((x, y * h, z * d), form.unit * h, form.skull, form.muzzle, form.eye, form.eye_size, nose=None,
                    mouth=form.mouth)  # fmt: skip
    face = face_of(head, body)
    places = _places(kind, entity.size)
    joints = [Joint("body", None, places[0])]
    joints += [Joint(f"link{k}", "body" if k == 0 else f"link{k - 1}", places[k]) for k in range(_LINKS)]
    joints += [Joint("tail", f"link{_LINKS - 1}", places[_LINKS]), Joint("head", "body", places[0])]
    roots = _fin_roots(kind, entity.size)
    joints += [Joint("fin" + side, "body", root) for (side, _), root in zip(_SIDES, roots, strict=True)]
    rig = Rig([*joints, *face.joints])
    pieces = [
        *_trunk(kind, rig, places, entity.size, body, accent),
        *_fins(kind, rig, places, roots, entity.size, body, accent),
        *(_pale_below(mesh, body, accent) for mesh in head_meshes(head, rig, body, body, body, 22)),
    ]
    if kind.fangs:
        pieces.append(_row_of_teeth(head, rig))
    return Plan(
        rig, face, pieces, MOVES, ("head", in_the_mouth(head, -0.5, form.skull[2] + form.muzzle[2])), entity.size,
        {"head": 1.0}, soft=("tail", "fin"), head_turn=(26.0, 16.0),
    )  # fmt: skip


def _places(kind: Swimmer, size: tuple[float, float, float]) -> list[tuple[float, float, float]]:
    """Where the links join, from the neck to the root of the tail fin."""
    _, h, d = size
    ends = np.linspace(kind.neck, -0.30, _LINKS + 1)
    return [(0.0, kind.middle * h, float(z) * d) for z in ends]


def _fin_roots(kind: Swimmer, size: tuple[float, float, float]) -> list[tuple[float, float, float]]:
    _, h, d = size
    out = 0.8 * kind.width * kind.thick[1] * h
    return [(s * out, (kind.middle - 0.45 * kind.thick[1]) * h, 0.06 * d) for _, s in _SIDES]


def _trunk(kind: Swimmer, rig: Rig, places: list[tuple[float, float, float]], size: tuple[float, float, float],
           body: F32, accent: F32) -> list[Mesh]:  # fmt: skip
    """Links flattened sideways, each with its part of the belly, stripes or gills."""
    _, h, _ = size
    out = []
    for k in range(_LINKS):
        joint, (a, b) = f"link{k}", (kind.thick[k] * h, kind.thick[k + 1] * h)
        link = sweep((places[k], places[k + 1]), (a, b), 20).scaled((kind.width, 1, 1))
        out.append(_pale_below(on(rig, joint, link, body, 0.55), body, accent))
        if kind.stripes and k < 2:
            r = (0.66 * a + 0.34 * b) * 1.06
            x, y, z = places[k]
            band = blob((kind.width * r, r, 0.24 * a), (x, y, z + 0.34 * (places[k + 1][2] - z)), 16, 9)
            out.append(on(rig, joint, band, accent, 0.5))
    if kind.gills:
        r = kind.thick[0] * h
        for _, s in _SIDES:
            for k in range(3):
                x, y, z = s * kind.width * r * 0.99, kind.middle * h, places[0][2] - (0.05 + 0.16 * k) * r * 1.6
                slit = [(0.93 * x, y - 0.4 * r, z), (x, y, z + 0.06 * r), (0.93 * x, y + 0.4 * r, z)]
                out.append(on(rig, "link0", sweep(slit, 0.035 * r, 6), body * np.float32(0.55), 0.3))
    return out


def _fins(kind: Swimmer, rig: Rig, places: list[tuple[float, float, float]], roots: list[tuple[float, float, float]],
          size: tuple[float, float, float], body: F32, accent: F32) -> list[Mesh]:  # fmt: skip
    """On the back, at the tail and at the sides."""
    _, h, d = size
    color = body * np.float32(0.86)
    x, y, z = places[1]
    back = _fin([(x, y + (kind.thick[1] * 0.86 + up) * h, z + along * d) for along, up in kind.back], 0.03 * h)
    x, y, z = places[_LINKS]
    tail = _fin([(x, y + up * h, z + along * d) for along, up in kind.tail], 0.03 * h)
    out = [on(rig, "link1", back, color, 0.5), on(rig, "tail", tail, color, 0.5)]
    for (side, s), (x, y, z) in zip(_SIDES, roots, strict=True):
        rim = [(x + s * max(up, 0.0) * 0.9 * h, y - 0.75 * up * h, z + along * d) for along, up in kind.side]
        out.append(on(rig, "fin" + side, _fin(rim, 0.025 * h), color if kind.fangs else accent, 0.5))
    return out


def _fin(rim: list[tuple[float, float, float]], thick: float) -> Mesh:
    """A lens within a smooth rim: flat in the plane of its points, `thick` in its middle."""
    points = np.asarray(bend([*rim, rim[0]], 4 * len(rim) + 1)[:-1], np.float32)
    middle = points.mean(axis=0)
    across = np.cross(points[: len(points) // 2] - middle, points[1 : len(points) // 2 + 1] - middle).sum(axis=0)
    across *= thick / max(float(np.linalg.norm(across)), 1e-8)
    count = len(points)
    faces = [(count, k, (k + 1) % count) for k in range(count)]
    faces += [(count + 1, (k + 1) % count, k) for k in range(count)]
    return from_arrays(np.concatenate([points, [middle + across, middle - across]]), faces)


def _pale_below(mesh: Mesh, back: F32, belly: F32) -> Mesh:
    """The mesh painted dark where it looks up and pale where it looks down, as fish are."""
    down = np.clip((-mesh.normals[:, 1] - 0.12) / 0.22, 0.0, 1.0)[:, None]
    return replace(mesh, color=(back * (1.0 - down) + belly * down).astype(np.float32))


def _row_of_teeth(head: HeadForm, rig: Rig) -> Mesh:
    """Along the upper jaw, points down."""
    loft, u = head.muzzle_loft(), head.unit
    y = head.middle[1] - (head.muzzle[3] + 0.22 * head.muzzle[1]) * u
    out = []
    for s in (1.0, -1.0):
        for k in range(3):
            x = s * (0.09 + 0.15 * k) * u
            z = float(loft.front(x, y))
            out.append(horn([(x, y, z - 0.02 * u), (x, y - 0.17 * u, z - 0.005 * u)], 0.065 * u, 6))
    return on(rig, "head", merge(out), "#f8f4ea", 0.7)


def _ripple(size: float, lag: float = 0.9) -> dict[str, Wave]:
    """A wave of yaw that runs to the tail and grows on its way, `lag` radians from link to link."""
    out = {}
    for k, joint in enumerate([*(f"link{n}" for n in range(_LINKS)), "tail"]):
        swing = size * (0.35 + 0.65 * k / _LINKS)
        out[joint] = Wave(sin=(0.0, swing * math.cos(lag * k), 0.0), cos=(0.0, -swing * math.sin(lag * k), 0.0))
    return out


_AFLOAT = Wave(mean=(0.0, 0.22, 0.0), sin=(0.0, 0.02, 0.0))  # of the height, above the ground
_PADDLE = Wave(mean=(0.0, 0.0, 4.0), sin=(10.0, 0.0, 14.0))
_FLOP: dict[str, Wave | Angles] = {f"link{k}": Wave(mean=(0, -7, 0), sin=(0, 6, 0)) for k in range(_LINKS)}
MOVES = Moves(
    poses={
        "stand": {**_ripple(9), "body.shift": _AFLOAT, "fin": _PADDLE},
        "walk": {**_ripple(17), "body.shift": _AFLOAT, "body": Wave(sin=(0, -4, 0)), "fin": _PADDLE},
        "run": {**_ripple(26), "body.shift": _AFLOAT, "body": Wave(sin=(0, -7, 0)), "fin": (10, 0, -16)},
        "sit": {**_ripple(6), "body.shift": (0, 0.02, 0), "body": (-14, 0, 0), "fin": (0, 0, 12)},
        "kneel": {**_ripple(6), "body.shift": (0, 0.06, 0), "body": (20, 0, 0)},
        "lie": {"body": (0, 0, 88), "tail": (0, 8, 0), "fin": (0, 0, 10)},
        "climb": {**_ripple(20), "body": (-52, 0, 0), "fin": _PADDLE},
        "fly": {**_ripple(22), "body.shift": _AFLOAT, "fin": _PADDLE},
        "fallen": {**_FLOP, "body": (0, 0, 88), "head": Wave(sin=(0, -8, 0)), "tail": Wave(sin=(0, 26, 0))},
        "dance": {**_ripple(20), "body.shift": _AFLOAT, "body": Wave(sin=(0, 26, 24), cos2=(8, 0, 0)), "fin": _PADDLE},
        "jump": {**_ripple(14), "body": (-26, 0, 0), "link1": (14, 0, 0), "link2": (16, 0, 0), "fin": (0, 0, 24)},
        "swim": {**_ripple(20), "body.shift": _AFLOAT, "fin": _PADDLE},
    },
    gestures={
        "reach": {"+body": (10, 0, 0), "+head": (-6, 0, 0)},
        "carry": {"+head": (-6, 0, 0)},
        "hug": {"+body": (4, 0, 12), "fin": (-30, 0, -40)},
        "strike": {"+body": Wave(mean=(4, 0, 0), sin=(26, 0, 0)), "+head": Wave(mean=(-8, 0, 0), sin=(-30, 0, 0))},
        "throw": {"+body": Wave(sin=(0, 34, 0)), "+head": Wave(sin=(0, 24, 0))},
        "wave": {"fin_l": Wave(mean=(0, 0, 30), sin=(0, 0, 34))},
        "point": {"fin_l": (-50, 0, 20), "+head": (0, 10, 0)},
        "talk": {"+head": Wave(sin=(6, 0, 4)), "fin": Wave(mean=(0, 0, 8), sin=(8, 0, 12))},
        "push": {"+body": Wave(mean=(14, 0, 0), sin=(6, 0, 0)), "+head": (-8, 0, 0)},
        "bow": {"+body": (26, 0, 0)},
        "nod": {"+head": Wave(mean=(4, 0, 0), sin=(14, 0, 0))},
        "shake": {"+head": Wave(sin=(0, 22, 0))},
        "clap": {"fin": Wave(mean=(0, 0, -20), cos2=(0, 0, 34))},
        "cheer": {"+body": Wave(mean=(-20, 0, 0), sin=(0, 0, 14)), "fin": Wave(mean=(0, 0, 36), sin=(0, 0, 24))},
        "salute": {"fin_l": (-60, 0, 46), "+body": (-8, 0, 0)},
        "pray": {"+body": (16, 0, 0), "fin": (-20, 0, -40)},
        "cover": {"+body": (18, 0, 0), "+head": (6, 16, 0), "fin": (-60, 0, -30)},
        "consume": {"+head": Wave(mean=(8, 0, 0), sin=(8, 0, 0)), "+body": (8, 0, 0)},
        "kick": {"tail": Wave(sin=(0, 52, 0)), "link3": Wave(sin=(0, 34, 0))},
        "sneak": {"+body": (8, 0, 0), "fin": (0, 0, -20)},
        "limp": {"+body": Wave(mean=(0, 0, 14), cos=(6, 0, 6))},
    },
    moods={
        "happy": {"+body": (-5, 0, 0), "fin": (0, 0, 10)},
        "sad": {"+body": (12, 0, 0), "fin": (0, 0, -16)},
        "angry": {"+body": (5, 0, 0), "fin": (0, 0, 16)},
        "afraid": {"+body": (-8, 0, 0), "fin": (-20, 0, -20)},
        "surprised": {"+body": (-10, 0, 0), "fin": (0, 0, 26)},
        "disgusted": {"+head": (-6, 10, 0)},
        "in love": {"+head": (0, 0, 8)},
    },
    idle={
        "body": Wave(sin=(1.5, 0, 2)), "fin": Wave(sin=(4, 0, 7)), "link2": Wave(sin=(0, 5, 0), cos=(0, 3, 0)),
        "tail": Wave(sin=(0, 3, 0), cos=(0, -11, 0)),
    },
    hz={"talk": 1.2, "wave": 1.6, "push": 1.2, "nod": 1.2, "shake": 1.2, "clap": 3.0, "cheer": 1.0, "consume": 1.0},
    breath_hz=0.5,
)  # fmt: skip
