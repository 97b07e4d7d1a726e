"""Control passes: what a large video model can be conditioned on, aligned to the pixel with the frames.

Depth, normals, who is where, and how people stand. Knows nothing of clips or of what such a model does with them.
"""

from __future__ import annotations

import colorsys
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from model.renderer.actor import Actor as Living
from model.renderer.raster import NOTHING, U8, GBuffer, View
from model.renderer.troupe import Player

NEAREST = 1.0  # m that are white in the depth pass
_BONES = (
    ("head", "chest"), ("chest", "pelvis"), ("chest", "arm_l"), ("arm_l", "forearm_l"), ("forearm_l", "hand_l"),
    ("chest", "arm_r"), ("arm_r", "forearm_r"), ("forearm_r", "hand_r"), ("pelvis", "thigh_l"), ("thigh_l", "shin_l"),
    ("shin_l", "foot_l"), ("pelvis", "thigh_r"), ("thigh_r", "shin_r"), ("shin_r", "foot_r"), ("head", "eye_l"),
    ("head", "eye_r"),
)  # fmt: skip
_NAMES = tuple(dict.fromkeys(name for bone in _BONES for name in bone))
_HIDDEN = 0.35  # m behind what is seen from which a joint, which lies inside a body, is hidden


@dataclass(frozen=True, slots=True)
class Keypoint:
    """A joint in the picture: fractions of the frame, y down; metres from the lens; whether anything is before it."""

    x: float
    y: float
    depth_m: float
    visible: bool


@dataclass(frozen=True, slots=True)
class Passes:
    """One moment's, each uint8 (H, W, 3); `keypoints` by row of the stage and name of the joint, people only."""

    depth: U8
    normal: U8
    segmentation: U8
    pose: U8
    keypoints: dict[int, dict[str, Keypoint]]


def passes_of(g: GBuffer, view: View, cast: Sequence[Player]) -> Passes:
    found = {player.row: points for player in cast if (points := _keypoints(player, g, view))}
    return Passes(_depth(g), _normal(g, view), _segmentation(g), _pose(found, g.depth.shape), found)


def entity_color(row: int) -> tuple[int, int, int]:
    """The colour of a row of the stage in the segmentation, far from that of rows nearby; -1 is the set, grey."""
    if row < 0:
        return 96, 96, 96
    red, green, blue = colorsys.hsv_to_rgb(row * 0.6180339887 % 1.0, 1.0 - 0.35 * (row // 8 % 2), 1.0)
    return round(255 * red), round(255 * green), round(255 * blue)


def _depth(g: GBuffer) -> U8:
    """Nearness: white at NEAREST metres, half as bright at twice that; the sky is black."""
    near = np.where(g.entity == NOTHING, 0.0, np.minimum(NEAREST / np.maximum(g.depth, 1e-3), 1.0))
    return cv2.merge([np.round(255.0 * near).astype(np.uint8)] * 3)  # type: ignore[return-value]


def _normal(g: GBuffer, view: View) -> U8:
    """Normals as the camera has them (x right, y up, z towards it) from -1 to 1; grey where nothing is."""
    turned = np.einsum("ij,jhw->hwi", view.world_to_view[:3, :3], g.normal)
    turned[g.entity == NOTHING] = 0.0
    out: U8 = np.round(127.5 + 127.5 * turned).astype(np.uint8)
    return out


def _segmentation(g: GBuffer) -> U8:
    rows = np.unique(g.entity)
    out = np.zeros((*g.entity.shape, 3), np.uint8)
    for row in rows[rows != NOTHING]:
        out[g.entity == row] = entity_color(int(row))
    return out


def _keypoints(player: Player, g: GBuffer, view: View) -> dict[str, Keypoint]:
    puppet = player.body.puppet
    if not isinstance(puppet, Living) or not set(_NAMES) <= set(puppet.plan.rig.index):
        return {}
    rig, height, width = puppet.plan.rig, *g.depth.shape
    rows = [rig.index[name] for name in _NAMES]
    rest = np.array([[*rig.joints[j].at, 1.0] for j in rows], np.float32)
    spots = view.project(np.einsum("pij,pj->pi", player.matrices[rows], rest)[:, :3])
    out = {}
    for name, (x, y, depth) in zip(_NAMES, spots.tolist(), strict=True):
        inside = depth > 0.0 and 0.0 <= x < 1.0 and 0.0 <= y < 1.0
        visible = inside and depth < float(g.depth[int(y * height), int(x * width)]) + _HIDDEN
        out[name] = Keypoint(x, y, depth, visible)
    return out


def _pose(found: dict[int, dict[str, Keypoint]], shape: tuple[int, ...]) -> U8:
    """Bones in colours of their own on black, those of who is nearest on top."""
    height, width = shape
    out = np.zeros((height, width, 3), np.uint8)
    for points in sorted(found.values(), key=lambda p: -p["pelvis"].depth_m):
        thick = max(2, round(0.06 * height / max(points["pelvis"].depth_m, 0.5)))
        for k, (a, b) in enumerate(_BONES):
            one, two = points[a], points[b]
            shown = two.visible if b.startswith("eye") else one.visible or two.visible
            if shown and min(one.depth_m, two.depth_m) > 0.1:
                start, end = ((round(p.x * width * 16), round(p.y * height * 16)) for p in (one, two))
                tint = [255.0 * c for c in colorsys.hsv_to_rgb(k / len(_BONES), 1.0, 1.0)]
                cv2.line(out, start, end, tint, thick, cv2.LINE_AA, 4)
    return out
