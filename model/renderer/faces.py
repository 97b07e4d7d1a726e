"""Faces that act: eyes, lids, brows and a mouth, set on any head and driven by emotion, speech and gaze.

Persons and creatures share it. Knows nothing of what carries the head or of the words that name an emotion in a
directive. `emotion` weights follow `model.moment.EMOTIONS`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from model.moment import EMOTIONS
from model.renderer.compiled import compiled
from model.renderer.loft import Loft, Reals, blob, limb, skin, sweep
from model.renderer.mesh import F32, I32, Mesh, from_arrays, merge, rgb
from model.renderer.rig import Joint, Rig

_WHITE, _DARK, _INSIDE, _TONGUE, _TEETH = "#f7f5f0", "#17120f", "#4a1416", "#d9656b", "#f6f1e4"
_TEAR, _HEART = "#8cc8f0", "#ff7fa3"
Color = str | F32
_TALK_HZ = 4.2  # syllables a second
_ROUND = np.linspace(0.0, 360.0, 16, endpoint=False)  # azimuths about a head


class Expression(NamedTuple):
    """What a face does. 0 is a face at rest unless said otherwise; lengths are in parts of the feature's own size."""

    raise_brows: float = 0.0
    tilt_brows: float = 0.0  # degrees, inner ends up
    skew_brows: float = 0.0  # left one up, right one down
    lid: float = 0.84  # upper lid: 0 shut .. 1 wide open
    squint: float = 0.0  # lower lid: 0 out of sight .. 1 up to the pupil
    slant: float = 0.0  # degrees, upper lids' outer ends down
    pupil: float = 1.0
    eye: float = 1.0
    width: float = 1.0  # of the mouth
    curve: float = 0.5  # 1 smile .. -1 its reverse
    open: float = 0.0
    round: float = 0.0
    teeth: float = 0.0  # part of the open mouth, from above
    tongue: float = 0.0
    skew: float = 0.0  # one corner up
    blush: float = 0.8
    tears: float = 0.0
    hearts: float = 0.0  # in the eyes
    nod: float = 0.0  # degrees, head down
    roll: float = 0.0  # degrees, head to its left


EXPRESSIONS: dict[str, Expression] = {
    "calm": Expression(tilt_brows=3),
    "happy": Expression(
        raise_brows=0.5,
        tilt_brows=6,
        lid=0.86,
        squint=0.62,
        pupil=1.05,
        width=1.25,
        curve=1.0,
        open=0.62,
        teeth=0.32,
        tongue=1.0,
        blush=1.25,
        nod=-3,
    ),
    "sad": Expression(
        raise_brows=0.25,
        tilt_brows=27,
        lid=0.70,
        slant=17,
        pupil=1.1,
        width=0.85,
        curve=-1.15,
        blush=0.75,
        tears=1.0,
        nod=4,
    ),
    "angry": Expression(
        raise_brows=-0.75,
        tilt_brows=-27,
        lid=0.76,
        slant=-22,
        squint=0.35,
        pupil=0.82,
        width=1.1,
        curve=-0.75,
        open=0.32,
        teeth=1.0,
        blush=1.0,
        nod=6,
    ),
    "afraid": Expression(
        raise_brows=0.8,
        tilt_brows=24,
        lid=1.0,
        pupil=0.58,
        eye=1.14,
        width=0.95,
        curve=-0.7,
        open=0.5,
        teeth=0.3,
        blush=0.55,
        nod=-2,
    ),
    "surprised": Expression(
        raise_brows=1.25,
        tilt_brows=4,
        lid=1.0,
        pupil=0.72,
        eye=1.2,
        width=0.95,
        curve=0.0,
        open=0.95,
        round=1.0,
        tongue=0.6,
        nod=-5,
    ),
    "disgusted": Expression(
        raise_brows=-0.3,
        tilt_brows=-14,
        skew_brows=0.5,
        lid=0.55,
        squint=0.6,
        pupil=0.8,
        width=0.95,
        curve=-0.75,
        open=0.3,
        tongue=1.6,
        skew=0.55,
        blush=0.5,
        nod=-6,
        roll=-7,
    ),
    "in love": Expression(
        raise_brows=0.75,
        tilt_brows=16,
        lid=0.72,
        squint=0.4,
        slant=8,
        pupil=1.3,
        width=1.05,
        curve=1.25,
        blush=1.45,
        hearts=1.0,
        nod=-2,
        roll=9,
    ),
}
_TABLE = np.array([EXPRESSIONS[name] for name in EMOTIONS], np.float32)


def expression(emotion: F32) -> Expression:
    """The blend of the eight emotions' expressions."""
    return Expression(*(emotion @ _TABLE).tolist())


def blink(time_s: float, seed: int) -> float:
    """0 open .. 1 shut: a blink of a sixth of a second every three to five seconds, each person at other times."""
    clock = time_s + (seed % 97) * 0.377
    beat = math.floor(clock / 4.0)
    start = 2.0 * ((math.sin(beat * 12.9898 + seed % 31) * 43758.5453) % 1.0)
    return max(0.0, 1.0 - abs((clock - 4.0 * beat - start) / 0.09 - 1.0))


def syllable(time_s: float, seed: int) -> float:
    """0 shut .. 1 wide: how far a speaking mouth is open, in a rhythm of syllables and words."""
    beat = (time_s + (seed % 13) * 0.31) * _TALK_HZ
    stress = 0.65 + 0.35 * math.sin(2.399 * math.floor(beat) + seed % 7)
    return stress * math.sqrt(math.sin(math.pi * (beat % 1.0)))


@dataclass(frozen=True, slots=True)
class FaceForm:
    """Where features lie on a head, in metres of the rest pose. Eyes and brows lie on `head` at +-x; the mouth lies
    on `jaw` (the head itself, or a muzzle), `mouth` (x, y) being its middle and `mouth_width` half of it, 0 for a
    head without lips (a beak)."""

    head: Loft
    jaw: Loft
    eye: tuple[float, float]
    eye_radii: tuple[float, float, float]
    brow: tuple[float, float]
    brow_length: float
    brow_thick: float
    mouth: tuple[float, float]
    mouth_width: float
    lip: float  # radius of the lip line
    skin: Color
    brow_color: Color
    iris: Color = "#2a1a12"
    lip_color: Color = "#7a2a2c"
    cheek_color: Color = "#e8796a"
    cheek: tuple[float, float] | None = None
    cheek_radius: float = 0.03
    white: Color = _WHITE
    lashes: float = 0.0
    iris_size: float = 0.64
    turn_out: float = 0.75  # how far eyes follow the head's roundness: 0 look straight on .. 1 lie flat on it

    def skull(self) -> F32:
        """(K, 3) points on the bare head and its jaw: what a face is part of, without hair, ears, horns and hats."""
        return np.concatenate([loft.points(_ROUND, loft.y[:, None]).reshape(-1, 3) for loft in (self.head, self.jaw)])


class Face:
    """Joints, meshes and channels of one face. The mouth's parts, if it has one, follow the rig's joints."""

    def __init__(self, form: FaceForm, parent: str = "head") -> None:
        self.form = form
        self.joints = tuple(_joints(form, parent))
        self.mouth = Mouth(form) if form.mouth_width > 0.0 else None

    def mesh(self, rig: Rig) -> Mesh:
        """The face's solids on the parts of `rig`, which must hold `joints`; the mouth's parts come after its own."""
        pieces = [piece for side in ("_l", "_r") for piece in _eye_meshes(self.form, rig, side)]
        pieces += _small_meshes(self.form, rig)
        return merge(pieces if self.mouth is None else [*pieces, self.mouth.mesh(len(rig))])

    def rows(self, index: Mapping[str, int]) -> I32:
        """(2, 8) rows of the joints of the left and the right side, as `set_channels` wants them; -1 for no cheeks."""
        names = ("eye", "iris", "lid", "underlid", "brow", "tear", "heart", "cheek")
        return np.array([[index.get(name + side, -1) for name in names] for side in ("_l", "_r")], np.int32)

    def set_channels(self, channels: F32, rows: I32, look: Expression, gaze: tuple[float, float],
                     time_s: float) -> None:
        """Write the joints' rows of (J, 9) `channels`; `gaze` is the eyes' (yaw, pitch) in the head, radians. Tears
        swell under the eye and run down the cheek."""
        form = self.form
        _set_channels(channels, rows, look, gaze, (form.brow_length, form.eye_radii[1]), float(time_s))


@compiled
def _set_channels(channels: F32, rows: I32, look: Expression, gaze: tuple[float, float], form: tuple[float, float],
                  time_s: float) -> None:
    """`form` is the length of a brow and the height of an eye, in metres."""
    yaw, pitch = math.degrees(max(-0.5, min(0.5, gaze[0]))), math.degrees(max(-0.4, min(0.4, gaze[1])))
    brow_length, eye_height = form
    out = min(1.0, look.lid / 0.45)  # irises bulge; they draw back under a lid that shuts
    for side in range(2):
        sign, late = (1.0, 0.0) if side == 0 else (-1.0, 0.45)
        eye, iris, lid = channels[rows[side, 0]], channels[rows[side, 1]], channels[rows[side, 2]]
        underlid, brow = channels[rows[side, 3]], channels[rows[side, 4]]
        tear, heart = channels[rows[side, 5]], channels[rows[side, 6]]
        eye[6], eye[7] = look.eye, look.eye
        iris[3], iris[4] = -pitch, yaw
        iris[6], iris[7], iris[8] = look.pupil, look.pupil, 0.70 + 0.30 * out
        lid[3], lid[5] = 78.0 - 160.0 * look.lid, -sign * look.slant
        underlid[3], underlid[5] = 84.0 - 66.0 * look.squint, sign * 4.0
        brow[0] = -sign * 0.25 * brow_length * max(0.0, -look.tilt_brows) / 27.0
        brow[1] = (look.raise_brows + sign * look.skew_brows) * eye_height * 0.42
        brow[5] = -sign * look.tilt_brows
        drop = look.tears
        if look.tears > 0.05:
            t = (time_s * 0.45 + late) % 1.0
            tear[1] = -eye_height * 1.5 * max(0.0, t - 0.3)
            drop *= min(1.0, t / 0.3) * min(1.0, (1.0 - t) / 0.12)
        for k in range(6, 9):
            tear[k], heart[k] = drop, look.hearts
        if rows[side, 7] >= 0:
            channels[rows[side, 7], 6], channels[rows[side, 7], 7] = look.blush, look.blush


def _joints(form: FaceForm, parent: str) -> list[Joint]:
    joints = []
    for side, sign in (("_l", 1.0), ("_r", -1.0)):
        x, y = sign * form.eye[0], form.eye[1]
        at = (x, y, float(form.head.front(x, y)) - 0.3 * form.eye_radii[2])
        facing = (_fall(form.head, x, y) * form.turn_out, _outward(form.head, x, y) * form.turn_out, 0.0)
        joints.append(Joint("eye" + side, parent, at, form.eye_radii, facing))
        for name in ("iris", "lid", "underlid"):
            joints.append(Joint(name + side, "eye" + side, at, form.eye_radii, facing))
        joints.append(Joint("heart" + side, "iris" + side, at, form.eye_radii, facing))
        x, y = sign * form.brow[0], form.brow[1]
        facing = (_fall(form.head, x, y), _outward(form.head, x, y), 0.0)
        joints.append(Joint("brow" + side, parent, (x, y, float(form.head.front(x, y))), facing=facing))
        x, y = sign * form.eye[0] * 1.08, form.eye[1] - form.eye_radii[1] * 1.12
        facing = (_fall(form.head, x, y), _outward(form.head, x, y), 0.0)
        joints.append(Joint("tear" + side, parent, (x, y, float(form.head.front(x, y))), facing=facing))
        if form.cheek is not None:
            x, y = sign * form.cheek[0], form.cheek[1]
            facing = (_fall(form.head, x, y), _outward(form.head, x, y), 0.0)
            joints.append(Joint("cheek" + side, parent, (x, y, float(form.head.front(x, y))), facing=facing))
    return joints


def _outward(head: Loft, x: float, y: float) -> float:
    """Degrees about y that the surface at (x, y) looks away from +z."""
    step = 0.02 * float(head.rx.max())
    return -math.degrees(math.atan2(float(head.front(x + step, y) - head.front(x - step, y)), 2 * step))


def _fall(head: Loft, x: float, y: float) -> float:
    """Degrees about x that the surface at (x, y) looks down (positive) or up."""
    step = 0.04 * float(head.y[-1] - head.y[0])
    return math.degrees(math.atan2(float(head.front(x, y + step) - head.front(x, y - step)), 2 * step))


def _framed(mesh: Mesh, rig: Rig, joint: str) -> Mesh:
    """A mesh built in a joint's own frame, put where that frame is at rest."""
    row = rig.index[joint]
    m = rig.joints[row].frame()
    linear = m[:3, :3]
    normals = mesh.normals @ np.linalg.inv(linear)
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-8)
    return replace(mesh, vertices=mesh.vertices @ linear.T + m[:3, 3], normals=normals.astype(np.float32)).of_part(row)


def _eye_meshes(form: FaceForm, rig: Rig, side: str) -> list[Mesh]:
    sign = 1.0 if side == "_l" else -1.0
    k = form.iris_size
    aspect = form.eye_radii[0] / form.eye_radii[1]
    wide = k / max(aspect, 0.8) if aspect < 1.0 else k
    iris = merge(
        (
            blob((wide, k, 0.26), (0.0, 0.0, 0.90), 10, 8).painted(form.iris, 0.85),
            blob((wide * 0.66, k * 0.66, 0.2), (0.0, 0.0, 1.0), 8, 7).painted(_DARK, 0.95),
            blob((0.2, 0.2 * aspect, 0.1), (0.22, 0.26 * k / 0.62, 1.18), 6, 4).painted("#ffffff", 0.5, 0.6),
            blob((0.09, 0.09 * aspect, 0.06), (-0.2, -0.24, 1.19), 5, 2).painted("#ffffff", 0.5, 0.5),
        )
    )
    rim = [(1.09 * math.cos(a), 0.0, 1.09 * math.sin(a)) for a in np.linspace(0.12, math.pi - 0.12, 9)]
    lash = sweep(rim, 0.085 + 0.03 * form.lashes, 5)
    lid = [_dome(1.07, upper=True).painted(_darker(form.skin, 0.93), 0.3), lash.painted(form.brow_color, 0.4)]
    if form.lashes:
        flick = [
            limb((sign * 0.80, 0.02, 0.72), (sign * 1.28, 0.30, 0.82), 0.1, 0.03, 5),
            limb((sign * 0.96, 0.0, 0.5), (sign * 1.42, 0.10, 0.62), 0.1, 0.03, 5),
        ]
        lid += [f.painted(form.brow_color, 0.4) for f in flick]
    return [
        form.head.trim(_framed(blob(1.0, sides=14, rows=11).painted(form.white, 0.7), rig, "eye" + side), 0.012),
        _framed(iris, rig, "iris" + side),
        _framed(_heart().painted(_HEART, 0.6, 0.35), rig, "heart" + side),
        _framed(merge(lid), rig, "lid" + side),
        _framed(_dome(1.05, upper=False).painted(_darker(form.skin, 0.97), 0.3), rig, "underlid" + side),
    ]


def _heart() -> Mesh:
    """A plump heart about the origin of an iris' frame, in front of the pupil."""
    lobes = [blob((0.26, 0.23, 0.09), (s * 0.18, 0.12, 1.24), 6, 4) for s in (1.0, -1.0)]
    return merge(
        [*lobes, sweep([(0.0, 0.02, 1.22), (0.0, -0.16, 1.23), (0.0, -0.40, 1.22)], [0.30, 0.20, 0.03], 8, 0.4)]
    )


def _dome(radius: float, upper: bool) -> Mesh:
    """The upper or lower half of a ball."""
    rise = radius * np.sin(np.radians((30.0, 60.0, 90.0)))  # by even angles, so that the eye's ball stays within
    y = rise if upper else -rise[::-1]
    rows = [(0.0, radius), *((float(v), math.sqrt(max(radius**2 - v**2, 0.0)) + 1e-3) for v in y)]
    rows = rows if upper else [*rows[1:], rows[0]]
    f = np.float32
    level, r = np.array([v[0] for v in rows], f), np.array([v[1] for v in rows], f)
    return Loft(level, r, r, np.zeros(len(rows), f)).mesh(16)


def _small_meshes(form: FaceForm, rig: Rig) -> list[Mesh]:
    """Brows, cheeks and tears, each in its joint's frame."""
    pieces = []
    for side, sign in (("_l", 1.0), ("_r", -1.0)):
        half, thick = form.brow_length / 2, form.brow_thick
        arch = [
            (-sign * half, -0.1 * half, 0.0),
            (-sign * 0.3 * half, 0.12 * half, 0.003),
            (sign * 0.4 * half, 0.14 * half, 0.0),
            (sign * half, -0.14 * half, -0.35 * half),
        ]
        brow = sweep(arch, [thick, thick * 1.12, thick * 0.95, thick * 0.55], 7)
        pieces.append(_framed(brow.painted(form.brow_color, 0.35), rig, "brow" + side))
        drop = blob((0.2 * form.eye_radii[0], 0.2 * form.eye_radii[1], 0.012), sides=6, rows=3)
        pieces.append(_framed(drop.painted(_TEAR, 0.95), rig, "tear" + side))
        if form.cheek is not None:
            r = form.cheek_radius
            cheek = blob((r, r * 0.72, r * 0.3), sides=9, rows=8).painted(form.cheek_color, 0.3)
            pieces.append(_framed(cheek, rig, "cheek" + side))
    return pieces


def _darker(color: Color, factor: float) -> F32:
    return np.asarray(np.clip(rgb(color) * factor, 0.0, 1.0), np.float32)


class Mouth:
    """A lip line of short limbs above and below, and between them columns of dark, teeth and tongue: every shape a
    mouth takes is those parts moved and stretched, over the curve of the face."""

    SEGMENTS = 7
    REST = Expression(open=0.3, teeth=0.5, tongue=1.0)

    def __init__(self, form: FaceForm) -> None:
        self.form = form
        jaw = form.jaw
        self._form = (float(form.mouth[0]), float(form.mouth[1]), float(form.mouth_width), float(form.lip),
                      float(jaw.cx))  # fmt: skip
        self._jaw = np.stack([jaw.y, jaw.rx, jaw.rz, jaw.cz]).astype(np.float64)
        self._rest = self._places(self.REST)
        self._rest_inverse = np.linalg.inv(self._rest)

    def __len__(self) -> int:
        return 4 * self.SEGMENTS + 1

    def mesh(self, first: int) -> Mesh:
        """Lips, columns, teeth and tongue as parts `first`, `first` + 1 ..."""
        lip = _stroke(self.form.lip)
        corners = [(-0.02, -0.5, 0.5), (1.02, -0.5, 0.5), (1.02, 0.5, 0.5), (-0.02, 0.5, 0.5)]
        plate = from_arrays(corners, [(0, 1, 2), (0, 2, 3)])  # only its front is ever seen
        rows = (
            [lip.painted(self.form.lip_color, 0.5)] * (2 * self.SEGMENTS)
            + [plate.painted(_INSIDE, 0.1)] * self.SEGMENTS
            + [plate.painted(_TEETH, 0.5)] * self.SEGMENTS
            + [blob(1.0, sides=10, rows=4).painted(_TONGUE, 0.4)]
        )
        placed = enumerate(zip(rows, self._rest.astype(np.float32), strict=True))
        return merge(_placed(mesh, m).of_part(first + k) for k, (mesh, m) in placed)

    def put(self, look: Expression, head: F32, out: F32) -> None:
        """Fill `out` (len, 4, 4) with the transforms of the mouth's parts from the rest pose, on a head moved by
        `head` (4, 4)."""
        _carry(head, self._places(look), self._rest_inverse, out)

    def _places(self, look: Expression) -> Reals:
        """(len, 4, 4) from each part's own unit shape to the head at rest."""
        places: Reals = _laid(look, self._form, _lines(look, self._form, self._jaw, self.SEGMENTS))
        return places


Measures = tuple[float, float, float, float, float]  # a mouth's middle (x, y), half width, radius of lips, jaw's x


@compiled
def _lines(look: Expression, form: Measures, jaw: Reals, n: int) -> Reals:
    """(4, n + 1, 3) where the stretches of the lips, of the columns and of the teeth begin and end: upper and lower
    lip, the middle between, the teeth's. `jaw` (4, R) are the heights, half widths, half depths and middles of its
    rings."""
    middle_x, middle_y, w, lip, jaw_x = form
    gap, rings = max(look.open, 0.0) * w, jaw.shape[1]
    out = np.empty((4, n + 1, 3))
    for k in range(n + 1):
        t = math.sin(math.pi * (k / n - 0.5))  # even steps round an open mouth, not along it: its ends are steep
        arch = gap * math.sqrt(max(1.0 - t * t, 0.0))
        line = middle_y + w * (0.42 * look.curve * (t * t - 0.45) + 0.25 * look.skew * t)
        rise, drop = arch * (0.12 + 0.5 * look.round), arch * (0.88 - 0.3 * look.round)
        for lips, y in ((0, line + rise), (1, line - drop)):
            ring = 0
            while ring < rings - 2 and jaw[0, ring + 1] < y:
                ring += 1
            share = (y - jaw[0, ring]) / max(jaw[0, ring + 1] - jaw[0, ring], 1e-9)
            share = min(max(share, 0.0), 1.0)
            wide = jaw[1, ring] + share * (jaw[1, ring + 1] - jaw[1, ring])
            deep = jaw[2, ring] + share * (jaw[2, ring + 1] - jaw[2, ring])
            middle = jaw[3, ring] + share * (jaw[3, ring + 1] - jaw[3, ring])
            x = middle_x + w * look.width * (1.0 - 0.45 * look.round) * t
            reach = min(max((x - jaw_x) / wide, -0.999), 0.999)
            out[lips, k, 0], out[lips, k, 1] = x, y
            out[lips, k, 2] = middle + deep * math.sqrt(1.0 - reach * reach)
    teeth = min(look.teeth, 1.0)
    for k in range(n + 1):
        at = max(k - 1, 0)
        for i in range(3):
            out[2, k, i] = 0.5 * (out[0, k, i] + out[1, k, i])
            opened = out[0, at, i] + out[0, at + 1, i] - out[1, at, i] - out[1, at + 1, i]
            out[3, k, i] = out[0, k, i] - 0.25 * teeth * opened
        out[3, k, 2] += 0.45 * lip
    return out


@compiled
def _laid(look: Expression, form: Measures, lines: Reals) -> Reals:
    """(4 n + 1, 4, 4) from the unit shape of each part to the head at rest: `n` stretches of either lip, columns,
    teeth along `lines` (4, n + 1, 3), and the tongue."""
    _, _, w, lip, _ = form
    n = lines.shape[1] - 1
    out = np.zeros((4 * n + 1, 4, 4))
    out[:, 3, 3] = 1.0
    for k in range(4 * n):
        part, at, place = k // n, k % n, out[k]
        # A column is as tall as the mouth is open there, teeth a part of that; a lip's breadth is across it.
        tall = 0.52 if part == 2 else 0.5 * min(look.teeth, 1.0)
        for i in range(3):
            place[i, 3] = lines[part, at, i]
            place[i, 0] = lines[part, at + 1, i] - lines[part, at, i]
            place[i, 1] = tall * (lines[0, at, i] + lines[0, at + 1, i] - lines[1, at, i] - lines[1, at + 1, i])
        if part < 2:
            flat = max(math.hypot(place[0, 0], place[1, 0]), 1e-12)
            place[0, 1], place[1, 1], place[2, 1] = -place[1, 0] / flat, place[0, 0] / flat, 0.0
        out_x = place[1, 0] * place[2, 1] - place[2, 0] * place[1, 1]
        out_y = place[2, 0] * place[0, 1] - place[0, 0] * place[2, 1]
        out_z = place[0, 0] * place[1, 1] - place[1, 0] * place[0, 1]
        deep = (1.0 if part < 2 else 2.0 * lip) / max(math.sqrt(out_x**2 + out_y**2 + out_z**2), 1e-12)
        place[0, 2], place[1, 2], place[2, 2] = out_x * deep, out_y * deep, out_z * deep
    size = look.tongue * min(max(look.open, 0.0) * w, 0.6 * w) + 1e-6
    tongue = out[4 * n]
    stuck_out = min(max(look.tongue - 1.0, 0.0) / 0.6, 1.0)  # else it lies on what is dark, not on the chin
    tongue[0, 0], tongue[1, 1] = 0.75 * size, (0.36 + 0.06 * stuck_out) * size
    tongue[2, 2] = min(0.25 * size + 1.1 * lip, size)
    for i in range(3):
        tongue[i, 3] = 0.5 * (lines[1, n // 2, i] + lines[1, n // 2 + 1, i])
    tongue[1, 3] += (0.2 - 0.41 * stuck_out) * size
    back = 0.5 * (lines[2, n // 2, 2] + lines[2, n // 2 + 1, 2]) - 0.5 * tongue[2, 2]
    tongue[2, 3] += (1.0 - stuck_out) * (back - tongue[2, 3])
    return out


@compiled
def _carry(head: F32, places: Reals, rest_inverse: Reals, out: F32) -> None:
    """`out` = `head` (4, 4) @ `places` (K, 4, 4) @ `rest_inverse` (K, 4, 4)."""
    moved = np.empty((4, 4))
    for k in range(len(places)):
        for row in range(4):
            for column in range(4):
                moved[row, column] = 0.0
                for n in range(4):
                    moved[row, column] += places[k, row, n] * rest_inverse[k, n, column]
        for row in range(4):
            for column in range(4):
                total = 0.0
                for n in range(4):
                    total += head[row, n] * moved[n, column]
                out[k, row, column] = total


def _stroke(radius: float) -> Mesh:
    """A stretch of lip line from x = 0 to 1, its ends narrowed and reaching a little beyond. Its normals all point
    straight out, so that stretches in a row shade as one line."""
    turn = np.linspace(0.0, 2.0 * math.pi, 5, endpoint=False)
    rings = [
        [(x, r * math.cos(a), r * math.sin(a)) for a in turn]
        for x, r in ((-0.22, 0.55 * radius), (0.0, radius), (1.0, radius), (1.22, 0.55 * radius))
    ]
    mesh = skin(rings)
    out = mesh.vertices * (0.0, 1.0, 1.0)
    out[-2:] = [[-1.0, 0.0, 0.0], [1.0, 0.0, 0.0]]
    out /= np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-12)
    return replace(mesh, normals=np.asarray(out, np.float32))


def _placed(mesh: Mesh, m: F32) -> Mesh:
    """The mesh moved by a (4, 4) of any linear part."""
    normals = mesh.normals @ np.linalg.inv(m[:3, :3])
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-8)
    return replace(mesh, vertices=mesh.vertices @ m[:3, :3].T + m[:3, 3], normals=normals.astype(np.float32))
