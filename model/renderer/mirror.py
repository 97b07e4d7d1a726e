"""Reflections in wet ground and water: rays marched through the picture that is already there.

What is out of frame or hidden is not reflected; the sky stands in for it. Knows nothing of weather but how wet it is.
"""

from __future__ import annotations

import cv2
import numpy as np

from model.renderer.light import Light
from model.renderer.raster import SET, GBuffer, Plane, View
from model.renderer.scenery import GROUND, WATER

_COARSE = 3  # a ray for each square of so many pixels
_STEPS = np.float32(0.2) * np.float32(1.26) ** np.arange(21, dtype=np.float32)  # metres along the mirrored ray


def reflected(picture: Plane, g: GBuffer, light: Light, view: View) -> Plane:
    """The picture (H, W, 3) with level wet ground and water mirroring what is in it."""
    wet = (g.kind == WATER) | ((g.kind == GROUND) | (g.entity == SET)) * (light.wet > 0.02)
    level = wet & (g.normal[1] > 0.97)
    every = np.s_[::_COARSE, ::_COARSE]
    rows, columns = np.nonzero(level[every])
    if len(rows) == 0:
        return picture
    depth, kind = np.ascontiguousarray(g.depth[every]), g.kind[every]
    rays = view.rays(slice(None, None, _COARSE))[:, rows, columns * _COARSE]
    rays /= np.sqrt((rays * rays).sum(axis=0))
    spot, strength = _marched(depth, rays, rows, columns, view)
    strength *= 0.07 + 0.75 * (1.0 + np.minimum(rays[1], 0.0)) ** 4
    strength *= np.where(kind[rows, columns] == WATER, np.float32(0.8), np.float32(0.8 * light.wet))
    layer = np.zeros((*depth.shape, 4), np.float32)
    layer[rows, columns, :3] = np.minimum(picture[every].reshape(-1, 3)[spot], 2.5) * strength[:, None]
    layer[rows, columns, 3] = strength
    # Ripples smear what is mirrored, more up and down than sideways.
    layer = cv2.resize(cv2.GaussianBlur(layer, (3, 7), 0), (view.width, view.height), interpolation=cv2.INTER_LINEAR)
    layer *= level[..., None]
    out: Plane = picture * (1.0 - 0.8 * layer[..., 3:]) + layer[..., :3]
    return out


def _marched(depth: Plane, rays: Plane, rows: Plane, columns: Plane, view: View) -> tuple[Plane, Plane]:
    """Where the mirrored rays of N pixels meet something: its place in the flattened `depth`, and how surely they do,
    0 for not at all and less near the edge of the frame."""
    height, width = depth.shape
    turn = view.world_to_view[:3, :3] * np.array([[view.focal / view.width], [-view.focal / view.height], [-1.0]])
    start = np.stack([(columns + 0.5) / width - 0.5, (rows + 0.5) / height - 0.5, np.ones(len(rows))])
    start = (start * depth[rows, columns]).astype(np.float32)
    way = (turn @ (rays * np.array([[1.0], [-1.0], [1.0]], np.float32))).astype(np.float32)
    sure, spot = np.zeros(len(rows), np.float32), np.zeros(len(rows), np.int64)
    going, last = np.arange(len(rows)), np.float32(0.0)
    for step in _STEPS:
        across, down, away = start[:, going] + way[:, going] * step
        away = np.maximum(away, 0.1)
        across /= away
        down /= away
        edge = 0.5 - np.maximum(np.abs(across), np.abs(down))
        kept = edge > 0.0
        going, edge, away = going[kept], edge[kept], away[kept]
        cell = ((down[kept] + 0.5) * height).astype(np.int64) * width + ((across[kept] + 0.5) * width).astype(np.int64)
        behind = away - depth.reshape(-1)[cell]
        met = (behind > 0.0) & (behind < 0.5 + 1.5 * (step - last))
        sure[going[met]] = np.minimum(edge[met] * 12.0, 1.0)
        spot[going[met]] = cell[met]
        going, last = going[~met], step
    return spot, sure
