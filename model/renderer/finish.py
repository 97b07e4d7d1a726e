"""From light to a frame: paint and weather, what shines by itself, air and sky, mirrors, lens and film.

Takes what falls on each pixel from whoever knows it. Knows nothing of meshes or of where light comes from. Planes are
(H, W), colours (3, H, W) where they are planes and (H, W, 3) where they are pictures; linear light until it is on film.
"""

from __future__ import annotations

import math
from concurrent.futures import Executor
from functools import lru_cache
from typing import Any

import cv2
import numpy as np

from model.camera import Camera
from model.renderer.atmosphere import noise_tile, sky_dome
from model.renderer.compiled import compiled
from model.renderer.light import HUES, Light
from model.renderer.mesh import F32
from model.renderer.mirror import reflected
from model.renderer.raster import NOTHING, SET, U8, GBuffer, Plane, View, Workspace, in_bands, view_of
from model.renderer.scenery import GROUND, LAMP, LIT_PANE, SCREEN, SKY_PANE

SNOW = (0.86, 0.9, 0.96)
ON_SET, ON_THINGS = 0.92, 0.22  # of it that settles
_BLUR = {"Wide": 0.0, "Medium": 0.0022, "Close-up": 0.0075}  # circle of confusion at infinity, of the frame's height
_GLASS = np.array((0.10, 0.13, 0.17), np.float32)  # what a window sends back by day
_AWAY = 0.25  # m between the depths that the air is worked out for
_TONES = 8192  # of the film curve
_PIVOT = 0.30  # light that a film of any contrast shows alike
_GRAIN = 0.03  # of it, on a scale of the square root of light


def finish(diffuse: Plane, mirrored: Plane | None, g: GBuffer, light: Light, camera: Camera,
           pool: Executor | None = None, space: Workspace | None = None) -> U8:
    """The frame (H, W, 3) of the light that falls on each pixel, as white paint would send it on, and of what is
    mirrored there, each (3, H, W). Where nothing is given as mirrored, `diffuse` is what surfaces send, paint and all.
    The same with and without a pool of threads or a workspace."""
    height, width = g.depth.shape
    space = space or Workspace()
    view = view_of(camera, (width, height))
    picture = _composed(diffuse, mirrored, g, light, view, pool, space)
    picture = reflected(picture, g, light, view)
    picture = _focused(picture, g, camera, view, pool)
    return _develop(picture, _halo(picture), light, pool)


def _composed(diffuse: Plane, mirrored: Plane | None, g: GBuffer, light: Light, view: View, pool: Executor | None,
              space: Workspace) -> Plane:
    """(H, W, 3) light that reaches the lens."""
    height, width = g.depth.shape
    sky = _sky(g, light, view, pool, space)
    empty = np.zeros((1, 1, 3), np.float32)
    mist = np.asarray(light.mist, np.float32)
    away = np.arange(0.0, 400.0, _AWAY)
    # Row 0: how much of a thing is lost in the mist; row 1: how much of the ground's finer grain is still seen.
    air = np.stack([1.0 - np.exp(np.maximum(away - 3.0, 0.0) * (-1.1 / light.haze)), np.exp(-away / 9.0)])
    shining = np.array([3.0 * light.dark, 1.4], np.float32)
    panes = np.asarray(light.panes, np.float32) * np.float32(light.dark) + _GLASS
    colors = np.stack([mist, *panes, np.asarray(light.window, np.float32)])
    planes = (g.albedo, g.normal, g.depth, g.entity, g.kind, g.glow)
    picture = space.array("picture", (height, width, 3))
    weather = np.array([light.wet, light.snow], np.float32)

    def band(rows: slice) -> None:
        _compose(diffuse, diffuse if mirrored is None else mirrored, mirrored is not None, planes,
                 view.world_to_view[:3, :3], view.eye, view.focal, weather, shining, colors.astype(np.float32),
                 air.astype(np.float32), noise_tile(), empty if sky is None else sky, rows.start, rows.stop, picture)

    in_bands(height, width, band, pool)
    return picture


@compiled
def _compose(diffuse: Plane, mirrored: Plane, painting: bool, planes: Any, turn: F32, eye: F32, focal: float,
             weather: F32, shining: F32, colors: F32, air: F32, tile: F32, sky: Plane, top: int, bottom: int,
             picture: Plane) -> None:
    albedo, normal, depth, entity, kind, glow = planes
    height, width = depth.shape
    wet, snow = weather
    size, pixel = tile.shape[0], 1.0 / focal
    for y in range(top, bottom):
        up = (height * 0.5 - 0.5 - y) * pixel
        for x in range(width):
            if entity[y, x] == NOTHING:
                for k in range(3):
                    picture[y, x, k] = sky[y, x, k]
                continue
            place = min(depth[y, x] * (1 / _AWAY), air.shape[1] - 1.001)
            step = int(place)
            lost = air[0, step] + (air[0, step + 1] - air[0, step]) * (place - step)
            what = kind[y, x]
            grain, soaked, cover = 1.0, 0.0, 0.0
            ground, u, v = what == GROUND, 0.0, 0.0
            if ground or what == LIT_PANE:
                right = (x + 0.5 - width * 0.5) * pixel
                u = eye[0] + depth[y, x] * (turn[0, 0] * right + turn[1, 0] * up - turn[2, 0])
                v = eye[2] + depth[y, x] * (turn[0, 2] * right + turn[1, 2] * up - turn[2, 2])
            between = 0.5 + 0.5 * math.sin(HUES[0] * u + HUES[1] * v) if what == LIT_PANE else 0.0
            if painting:
                if ground:
                    # A mottling of the ground, fixed in the world; the finer of it fades with distance.
                    fine = air[1, step] + (air[1, step + 1] - air[1, step]) * (place - step)
                    for octave in range(1 if fine < 0.02 else 2):
                        across, along = (u * 9.0, v * 9.0) if octave == 0 else (u * 61.0, v * 61.0)
                        left, above = math.floor(across), math.floor(along)
                        r, d = across - left, along - above
                        i, j = above % size, left % size
                        k, m = (i + 1) % size, (j + 1) % size
                        noise = ((tile[i, j] * (1.0 - r) + tile[i, m] * r) * (1.0 - d)
                                 + (tile[k, j] * (1.0 - r) + tile[k, m] * r) * d)
                        grain += (noise - 0.5) * (0.30 if octave == 0 else 0.42 * fine)
                soaked = wet * (1.0 if ground else 0.35)
                settles = ON_SET if entity[y, x] == SET else ON_THINGS
                cover = snow * settles * min(max((normal[1, y, x] - 0.55) * (1 / 0.35), 0.0), 1.0)
            shine = glow[y, x] * (2.6 if entity[y, x] >= 0 else 1.2)
            if what == LAMP:
                shine += shining[0]
            elif what == SCREEN:
                shine += shining[1]
            for k in range(3):
                paint = albedo[k, y, x]
                light = diffuse[k, y, x]
                if painting:
                    seen = paint * grain * (1.0 - 0.45 * soaked)
                    seen += (SNOW[k] - seen) * cover
                    light = seen * light + mirrored[k, y, x]
                light += paint * shine
                if what == LIT_PANE:
                    light = light * 0.3 + colors[1, k] + (colors[2, k] - colors[1, k]) * between
                elif what == SKY_PANE:
                    light = colors[3, k]
                picture[y, x, k] = light + (colors[0, k] - light) * lost


def _sky(g: GBuffer, light: Light, view: View, pool: Executor | None, space: Workspace) -> Plane | None:
    """(H, W, 3) light from where nothing stands, drawn at half size; None when something stands everywhere."""
    empty = g.entity == NOTHING
    if not empty.any():
        return None
    h, w = (view.height + 1) // 2, (view.width + 1) // 2
    small = View(view.world_to_view, view.fov, w, h)
    sky = np.empty((h, w, 3), np.float32)
    near = cv2.dilate(empty.view(np.uint8), np.ones((5, 5), np.uint8))[::2, ::2].view(np.bool_)

    def band(rows: slice) -> None:
        cv2.merge(list(sky_dome(small.rays(rows), light.sky, light.time_s, near[rows])), sky[rows])

    if light.enclosed:
        return np.full((view.height, view.width, 3), 0.15, np.float32) * np.asarray(light.mist, np.float32)
    in_bands(h, w, band, pool)
    foggy = np.float32(np.clip(1.0 - light.haze / 60.0, 0.0, 0.9))
    sky += (np.asarray(light.mist, np.float32) - sky) * foggy
    whole = space.array("sky", (view.height, view.width, 3))
    return cv2.resize(sky, (view.width, view.height), whole, interpolation=cv2.INTER_LINEAR)


def _focused(picture: Plane, g: GBuffer, camera: Camera, view: View, pool: Executor | None) -> Plane:
    """(H, W, 3) with what is far behind the target out of focus, as a long lens shows it."""
    size = _BLUR[camera.shot_size] * view.height
    if size < 1.0:
        return picture
    focus = float(np.linalg.norm(np.asarray(camera.target) - np.asarray(camera.position)))
    blur = np.clip((g.depth - focus * 1.12) / g.depth, 0.0, 1.0) * np.float32(min(1.0, 2.2 / focus + 0.35))
    # What is sharp must not bleed into the blur: it is left out of the average.
    weight = np.clip(blur * 4.0, 0.0, 1.0) + np.float32(1e-3)
    half = (max(1, view.width // 2), max(1, view.height // 2))
    carried = cv2.merge([*cv2.split(picture * weight[..., None]), weight])
    carried = cv2.resize(carried, half, interpolation=cv2.INTER_AREA)
    carried = cv2.GaussianBlur(carried, (0, 0), size / 2)
    carried = cv2.resize(carried, (view.width, view.height), interpolation=cv2.INTER_LINEAR)
    out = np.empty_like(picture)

    def band(rows: slice) -> None:
        soft = carried[rows, :, :3] / carried[rows, :, 3:]
        share = np.clip(blur[rows] * 3.0 - 0.1, 0.0, 1.0)[..., None]
        out[rows] = picture[rows] + (soft - picture[rows]) * share

    in_bands(view.height, view.width, band, pool)
    return out


def _halo(picture: Plane) -> Plane:
    """(H / 4, W / 4, 3) glow round what is brighter than paper."""
    height, width = picture.shape[:2]
    small = cv2.resize(picture, (max(1, width // 4), max(1, height // 4)), interpolation=cv2.INTER_AREA)
    bright = np.clip(small - 1.1, 0.0, 3.0)
    close: Plane = cv2.GaussianBlur(bright, (0, 0), height / 150)
    wide: Plane = cv2.GaussianBlur(bright, (0, 0), height / 45)
    halo: Plane = 0.5 * close + 0.4 * wide
    return halo


def _develop(picture: Plane, halo: Plane, light: Light, pool: Executor | None) -> U8:
    """Linear light (H, W, 3) to a frame: halo, grading, vignette, film curve, gamma."""
    height, width = picture.shape[:2]
    luma = np.array([0.2126, 0.7152, 0.0722])
    grade = light.saturation * np.eye(3) + (1.0 - light.saturation) * luma[None, :]
    grade = (grade * np.asarray(light.tint)[:, None] * light.exposure * 0.58).astype(np.float32)
    grain = (_grain() * np.float32(light.grain * _GRAIN)).astype(np.float32)
    frame = np.empty((height, width, 3), np.uint8)
    glow = cv2.resize(halo, (width, height), interpolation=cv2.INTER_LINEAR)

    def band(rows: slice) -> None:
        _expose(picture, glow, grade, *_film(light.contrast), grain, rows.start, rows.stop, frame)

    in_bands(height, width, band, pool)
    return frame


@lru_cache(maxsize=8)
def _film(contrast: float) -> tuple[U8, float]:
    """What becomes of light on film (Narkowicz's fit of ACES, gamma): a byte for each step of its square root, and how
    many steps there are to 1."""
    most = 2.75  # film is white
    x = np.linspace(0.0, most, _TONES) ** 2
    x = _PIVOT * (x / _PIVOT) ** contrast
    y = np.minimum(x * (2.51 * x + 0.03) / (x * (2.43 * x + 0.59) + 0.14), 1.0)
    return np.round(255.0 * y ** (1 / 2.2)).astype(np.uint8), (_TONES - 1) / most


@lru_cache(maxsize=1)
def _grain() -> Plane:
    """(256, 256) of a film's grain, -1 .. 1: a little coarser than pixels, and the same in every frame."""
    rough = np.random.default_rng(20261123).normal(0.0, 1.0, (256, 256)).astype(np.float32)
    soft = cv2.GaussianBlur(np.tile(rough, (3, 3)), (0, 0), 0.7)[256:512, 256:512]
    tile: Plane = np.clip(soft / (3.0 * soft.std()), -1.0, 1.0)
    return tile


@compiled
def _expose(picture: Plane, glow: Plane, grade: F32, curve: U8, steps: float, grain: Plane, top: int, bottom: int,
            frame: U8) -> None:
    height, width = picture.shape[:2]
    last = curve.shape[0] - 1
    across, down = 2.0 / (width - 1), 2.0 / (height - 1)
    for y in range(top, bottom):
        v = y * down - 1.0
        for x in range(width):
            u = x * across - 1.0
            corner = 1.0 - 0.14 * min(max(u * u + v * v - 0.35, 0.0), 2.0)
            r = (picture[y, x, 0] + glow[y, x, 0]) * corner
            g = (picture[y, x, 1] + glow[y, x, 1]) * corner
            b = (picture[y, x, 2] + glow[y, x, 2]) * corner
            speck = grain[y % grain.shape[0], x % grain.shape[1]]
            for k in range(3):
                tone = max(grade[k, 0] * r + grade[k, 1] * g + grade[k, 2] * b, 0.0)
                root = math.sqrt(tone)
                root += speck * min(3.0 * root, 1.0)  # none in the black
                frame[y, x, k] = curve[min(int(root * steps + 0.5), last)]
