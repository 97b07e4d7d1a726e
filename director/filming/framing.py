"""What a shot frames: how much of whom, how large, and where the eyes are in the picture.

Knows nothing of where the camera stands (see `camera`) nor of words. Metres, radians; a frame's fractions run
from the top left.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from model.moment import GESTURES, POSES, Moment
from model.renderer.troupe import extents, face_heading, players, skull
from model.stage import Stage

Vec = npt.NDArray[np.float64]
Box = tuple[Vec, Vec]  # the low and the high corner

_LEGS_ACT = tuple(GESTURES.index(g) for g in ("kick", "sneak", "limp"))
_LEGS_GO_ON = tuple(POSES.index(p) for p in ("dance", "jump", "climb"))
_LEGS_CHANGE = tuple(POSES.index(p) for p in ("kneel", "fallen", "lie"))  # seen when somebody comes to it

_CHIN = 0.8  # how far below its features a face ends at most, of their height: some are all head
# A close-up: parts of the frame that the bare head fills, its eyes and its lowest chin. Tall hair and hats are cut, but
# the head may be so much smaller and the eyes so much lower for what is less tall.
_HEAD_FILLS = (0.80, 0.74)
_EYES_AT, _CHIN_AT = 0.39, 0.88
_SPARES, _EYES_LOWEST, _OVER_HAIR = 0.78, 0.445, 0.03
# Horns and ears say what a creature is: they are in its close-up, up to so much over its head, of the head's height.
_HORNS, _OVER_HORNS = 0.5, 0.05
# A medium shot: from so far below the chin, and that much to either side of the bare head, of its height.
_BREAST = {"person": 0.6, "creature": 1.0}


_REACH, _TURNED_TO = 0.9, math.radians(100.0)  # m to the edge of a thing that somebody is at, and off the heading
_SET_PIECE, _HEART = 2.5, 0.6  # m, from which on it is a part of the place; of a thing, what must be seen of it


@dataclass(frozen=True, slots=True)
class Figure:
    """An entity as it stands: its box, those of its head with all that is on it and of the bare head (None where there
    is none), the height of its eyes and where its face looks (None: nowhere in particular)."""

    body: Box
    head: Box | None
    skull: Box | None
    eyes: float
    looks: float | None


@dataclass(frozen=True, slots=True)
class Framing:
    """What is to be framed: a box, the height of the eyes, where the face looks (None: nowhere in particular), how much
    of the frame's height and width the box fills, and how far down the frame the eyes are. `rows` of the stage are
    framed, `spots` are what must be seen of each, and `faces` where each looks. `top` is the height of what should have
    air above it, hair and hats and all (None: nothing need)."""

    low: Vec
    high: Vec
    eyes: float
    heading: float | None
    fill: tuple[float, float]
    eye_line: float
    rows: tuple[int, ...]
    spots: Vec  # (M, 3)
    faces: tuple[float | None, ...]
    company: tuple[Box, ...] = ()  # the boxes of several bodies that are framed together
    top: float | None = None
    speak: tuple[bool, ...] = ()  # who of a company does
    at_hand: tuple[Box, ...] = ()  # what the company is on or busy at, as much of it as tells what it is

    @property
    def middle(self) -> Vec:
        return (self.low + self.high) / 2


def framing(stage: Stage, moment: Moment, shot_size: str, row: int | None, legs: frozenset[int] = frozenset(),
            company: Collection[int] = ()) -> Framing:
    """What a shot of that size shows of one entity, or, when `row` is None, of a company (everybody, if it is empty).
    `legs` are the rows of those who act with their legs: a medium shot of them shows these too."""
    if row is None:
        return _company(stage, moment, shot_size, legs, company)
    seen = figure(stage, moment, row)
    (low, high), head = seen.body, seen.skull

    def framed(low: Vec, high: Vec, fill: tuple[float, float], eye_line: float) -> Framing:
        x, y, z = (low + high) / 2
        spots = np.array([[x, seen.eyes, z]] if shot_size == "Close-up" else [[x, seen.eyes, z], [x, y, z]])
        top = None if shot_size == "Close-up" or head is None else float(seen.body[1][1])
        return Framing(low, high, seen.eyes, seen.looks, fill, eye_line, (row,), spots, (seen.looks,), top=top)

    if shot_size == "Close-up":
        if head is None:
            return framed(low, high, (0.78, 0.86), 0.46)
        low, high = head
        if stage.entities[row].kind == "creature" and seen.head is not None:
            top = min(float(seen.head[1][1]), float(high[1]) + _HORNS * float(high[1] - low[1]))
            high = np.array([high[0], top, high[2]])
            above_eyes = (top - seen.eyes) / (top - float(low[1]))
            return framed(low, high, _HEAD_FILLS, max(_EYES_AT, _OVER_HORNS + _HEAD_FILLS[0] * above_eyes))
        return framed(low, high, *_round_hair(head, seen.eyes, high if seen.head is None else seen.head[1]))
    if shot_size == "Medium":
        if row in legs:
            upright = high[1] - low[1] > 0.8
            return framed(low, high, (0.78, 0.72), 0.28 if upright else 0.5)
        if head is not None:  # a person from the waist up and with the elbows, a creature's head and breast
            reach = _BREAST[stage.entities[row].kind] * float(head[1][1] - head[0][1])
            upper, crown = np.maximum(low, head[0] - reach), np.minimum(high, head[1] + [reach, 0.0, reach])
            return framed(upper, crown, (0.78, 0.72), 0.366)
        return framed(low, high, (0.66, 0.70), 0.44)
    ground = np.array([low[0], min(low[1], 0.0) if low[1] < 3.0 else low[1] - 2.0, low[2]])
    return framed(ground, high, (0.6, 0.56), 0.4)


def _round_hair(head: Box, eyes: float, top: Vec) -> tuple[tuple[float, float], float]:
    """What a person's bare head fills of a close-up, and how far down the eyes are: hair and hats up to `top` have as
    much room as the face can spare."""
    low, tall = float(head[0][1]), float(head[1][1] - head[0][1])
    below_eyes, with_hair = (eyes - low) / tall, max(1.0, (float(top[1]) - low) / tall)
    fills = min(max(_SPARES, (_CHIN_AT - _OVER_HAIR) / with_hair), _HEAD_FILLS[0])
    eyes_at = max(_EYES_AT, min(_OVER_HAIR + fills * (with_hair - below_eyes), _EYES_LOWEST))
    return (fills, _HEAD_FILLS[1]), min(eyes_at, _CHIN_AT - fills * below_eyes)


def lasting(framed: Framing, stage: Stage, beat: Sequence[Moment], legs: frozenset[int]) -> Framing:
    """The framing with room for those who act with their legs as tall as they are at either end of the beat: who falls
    has stood before."""
    rows = [i for i in framed.rows if i in legs]
    if not rows:
        return framed
    top = max(float(figure(stage, moment, i).body[1][1]) for i in rows for moment in (beat[0], beat[-1]))
    if top < framed.high[1] + 0.1:
        return framed
    high = np.array([framed.high[0], top, framed.high[2]])
    company = tuple((low, np.array([h[0], top, h[2]]) if i in legs else h)
                    for i, (low, h) in zip(framed.rows, framed.company, strict=False))
    middle = float(framed.low[1] + top) / 2
    return replace(framed, high=high, company=company, eyes=middle, eye_line=0.5)


def _company(stage: Stage, moment: Moment, shot_size: str, legs: frozenset[int], company: Collection[int]) -> Framing:
    """The company, or everybody who matters: the players, or the things where there is nobody."""
    here = [i for i in range(len(stage.entities)) if moment.present[i] >= 0.5]
    present = [i for i in here if i in company] or here
    rows = [i for i in present if stage.entities[i].kind != "prop"] or present
    if not rows:
        low, high = np.array([-2.0, 0.0, -2.0]), np.array([2.0, 1.8, 2.0])
        return Framing(low, high, 1.3, None, (0.5, 0.74), 0.47, (), np.array([[0.0, 1.3, 0.0]]), (None,))
    found = {i: figure(stage, moment, i) for i in rows}
    if shot_size == "Medium":  # what flies is for a wide shot
        rows = [i for i in rows if found[i].body[0][1] < 1.2] or rows
    bodies = [found[i].body if shot_size != "Medium" or i in legs else _upper(found[i].body) for i in rows]
    at_hand = () if shot_size == "Medium" else tuple(_at_hand(stage, moment, rows))
    low, high = np.min([b[0] for b in bodies], axis=0), np.max([b[1] for b in bodies], axis=0)
    for thing in at_hand:
        low[[0, 2]] = np.minimum(low[[0, 2]], thing[0][[0, 2]])
        high[[0, 2]] = np.maximum(high[[0, 2]], thing[1][[0, 2]])
    spots = np.array([[(b[0][0] + b[1][0]) / 2, found[i].eyes, (b[0][2] + b[1][2]) / 2]
                      for i, b in zip(rows, bodies, strict=True)])  # fmt: skip

    def framed(eyes: float, fill: tuple[float, float], eye_line: float) -> Framing:
        faces, speak = tuple(found[i].looks for i in rows), tuple(bool(moment.speaking[i] > 0.5) for i in rows)
        return Framing(low, high, eyes, None, fill, eye_line, tuple(rows), spots, faces, tuple(bodies),
                       float(high[1]), speak, at_hand)

    level = float(spots[:, 1].mean())
    if shot_size == "Medium":
        return framed(level, (0.78, 0.84), 0.38)
    low[1] = min(low[1], 0.0)
    if high[1] > 3.0:
        return framed(float(low[1] + 0.58 * (high[1] - low[1])), (0.84, 0.86), 0.40)
    return framed(level, (0.76, 0.7), 0.42)


def _at_hand(stage: Stage, moment: Moment, rows: Sequence[int]) -> Iterator[Box]:
    """The heart of each thing that one of these is on, or by and turned to: a stove, a bed, a grave."""
    for j, thing in enumerate(stage.entities):
        if thing.kind != "prop" or moment.held_by[j] >= 0 or moment.present[j] < 0.5 or max(thing.size) > _SET_PIECE:
            continue
        away = moment.position[j] - moment.position[rows]
        turned = np.angle(np.exp(1j * (np.arctan2(away[:, 0], away[:, 2]) - moment.heading[rows])))
        reach = _REACH + 0.5 * max(thing.size[0], thing.size[2])
        by = (np.hypot(away[:, 0], away[:, 2]) < reach) & (np.abs(turned) < _TURNED_TO)
        if (by | (moment.supported_by[rows] == j)).any():
            half = 0.5 * _HEART * np.array((thing.size[0], thing.size[1], thing.size[0]))
            middle = moment.position[j].astype(np.float64) + np.array((0.0, 0.5 * thing.size[1], 0.0))
            yield middle - half, middle + half


def _upper(body: Box) -> Box:
    low, high = body
    return np.array([low[0], low[1] + 0.42 * (high[1] - low[1]), low[2]]), high


def figure(stage: Stage, moment: Moment, row: int) -> Figure:
    """An entity of the stage as a camera on it sees it (see `steady`)."""
    player = players(stage, steady(moment, row), [row])[0]
    body, head, face = extents(player)
    low, high = body.astype(np.float64)
    heading = None if stage.entities[row].kind == "prop" else float(moment.heading[row])
    bare, looks = skull(player), face_heading(player)
    if head is None or face is None or bare is None:
        return Figure((low, high), None, None, float(0.35 * low[1] + 0.65 * high[1]), heading)
    chin, crown = np.maximum(bare[0], head[0]), np.minimum(bare[1], head[1])
    chin[1] = max(chin[1], face[0, 1] - _CHIN * (face[1, 1] - face[0, 1]))
    return Figure((low, high), _box(head[0], head[1]), _box(chin, crown), float(0.4 * face[0, 1] + 0.6 * face[1, 1]),
                  heading if looks is None else looks)


def _box(low: npt.NDArray[np.float32], high: npt.NDArray[np.float32]) -> Box:
    return low.astype(np.float64), high.astype(np.float64)


def steady(moment: Moment, row: int) -> Moment:
    """The moment with one entity's gait stilled, so that a camera on it does not bob with every step, and it out in the
    open: a camera looks where somebody is who has left or sits in a chest."""
    pose = moment.pose.copy()
    for gait in ("walk", "run", "dance", "jump"):
        pose[row, 0] += pose[row, POSES.index(gait)]
        pose[row, POSES.index(gait)] = 0.0
    phase, speaking, gesture = moment.phase.copy(), moment.speaking.copy(), moment.gesture.copy()
    phase[row], speaking[row], gesture[row] = 0.0, 0.0, np.eye(gesture.shape[1], dtype=np.float32)[0]
    present, inside = moment.present.copy(), moment.inside.copy()
    present[row], inside[row] = 1.0, -1
    return replace(moment, pose=pose, phase=phase, speaking=speaking, gesture=gesture, present=present, inside=inside,
                   time_s=0.0)  # fmt: skip


def upright(moment: Moment, row: int) -> Moment:
    """The moment with one entity on its feet, so that a camera that goes along does not fall when it does."""
    pose = moment.pose.copy()
    for low in ("sit", "kneel", "lie", "fallen"):
        pose[row, 0] += pose[row, POSES.index(low)]
        pose[row, POSES.index(low)] = 0.0
    return replace(moment, pose=pose)


def legs_act(moments: Sequence[Moment]) -> frozenset[int]:
    """Rows of those whose legs do what a beat of these moments is about: who kicks, sneaks, limps, dances, jumps or
    climbs, and who comes to kneel, fall or lie down."""
    pose, gesture = np.array([m.pose for m in moments]), np.array([m.gesture for m in moments])
    change = pose[:, :, _LEGS_CHANGE]
    acting = (gesture[:, :, _LEGS_ACT] > 0.4).any(axis=(0, 2)) | (pose[:, :, _LEGS_GO_ON] > 0.4).any(axis=(0, 2))
    return frozenset(np.flatnonzero(acting | (np.ptp(change, axis=0) > 0.4).any(axis=1)).tolist())
