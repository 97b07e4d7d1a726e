"""The shading pass: a G-buffer, a light and a camera in, a frame out.

Direct shading: key with its shadow, sky and bounce light, lamps, screen-space occlusion, vinyl highlights, mist, bloom,
depth of field, a film curve. `model.renderer.neural` puts learned light in the place of that by rules. Knows nothing of meshes.
Planes are (H, W), colours (3, H, W), linear light until `_develop`. Most of it looks at one pixel at a time and runs
in bands of rows.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
import numpy.typing as npt

from model.camera import Camera
from model.renderer.atmosphere import noise_tile, sky_dome
from model.renderer.light import Lamp, Light
from model.renderer.mirror import reflected
from model.renderer.raster import NOTHING, SET, U8, GBuffer, Plane, View, Workspace, dot, in_bands, view_of
from model.renderer.scenery import GROUND, LAMP, LIT_PANE, SCREEN, SKY_PANE, WATER

_BLUR = {"Wide": 0.0, "Medium": 0.0022, "Close-up": 0.0075}  # circle of confusion at infinity, of the frame's height


def shade(gbuffer: GBuffer, light: Light, camera: Camera, pool: Executor | None = None,
          space: Workspace | None = None) -> U8:
    """The frame (H, W, 3) of a G-buffer by rules; the same with and without a pool of threads or a workspace."""
    height, width = gbuffer.depth.shape
    view = view_of(camera, (width, height))
    open_air = cv2.resize(occlusion(gbuffer, view, pool), (width, height), interpolation=cv2.INTER_LINEAR)

    def reflected_light(rows: slice) -> Plane:
        g, rays = gbuffer.rows(rows), view.rays(rows)
        seen = direct(g, light, view.eye, rays, open_air[rows])
        return seen.albedo * seen.diffuse + seen.mirrored

    return finish(reflected_light, gbuffer, light, camera, pool, space)


def finish(reflected_light: Callable[[slice], Plane], gbuffer: GBuffer, light: Light, camera: Camera,
           pool: Executor | None = None, space: Workspace | None = None) -> U8:
    """The frame of the light that surfaces reflect, given as (3, rows, W) for some rows: what shines by itself, air,
    sky, mirrors, lens and film."""
    height, width = gbuffer.depth.shape
    space = space or Workspace()
    view = view_of(camera, (width, height))
    sky = _sky(gbuffer, light, view, pool, space)
    picture = space.array("picture", (height, width, 3))

    def band(rows: slice) -> None:
        g = gbuffer.rows(rows)
        lit = _glowing(reflected_light(rows), g, light)
        lit = _in_air(lit, g, light, None if sky is None else sky[rows])
        cv2.merge(list(lit), picture[rows])

    in_bands(height, width, band, pool)
    picture = reflected(picture, gbuffer, light, view)
    picture = _focused(picture, gbuffer, camera, view, pool)
    return _develop(picture, _halo(picture), light, pool, space)


@dataclass(frozen=True, slots=True)
class Direct:
    """Light by rules: what falls on each pixel as white paint would send it on, and what is mirrored; the paint after
    grain, rain and snow."""

    diffuse: Plane  # (3, H, W)
    mirrored: Plane  # (3, H, W)
    albedo: Plane  # (3, H, W)


def direct(g: GBuffer, light: Light, eye_place: Plane, rays: Plane, open_air: Plane) -> Direct:
    """Light from the sources alone, with occlusion for all that is between."""
    eye = rays * (-1.0 / np.sqrt(dot(rays, rays)))  # towards the camera
    facing = np.clip(dot(g.normal, eye), 0.0, 1.0)
    places = eye_place[:, None, None] + rays * g.depth
    albedo, gloss = weathered(g, light, places)
    key = _key(g, light)
    around = _ambient(g.normal, light)
    around += _column(light.fill) * facing
    # Light that bounces between close surfaces takes their colour: crevices in bright things stay bright.
    around *= open_air + (1.0 - open_air) * 0.35 * albedo
    around += _column(light.key) * key
    shine = _highlight(g.normal, eye, _column(light.key_direction), gloss)
    shine *= np.minimum(key * 3.0, 1.0)
    glints = _column(light.key) * shine
    for lamp in light.lamps:
        _add_lamp(around, glints, g, places, eye, gloss, open_air, lamp)
    glints += _sheen(g.normal, eye, facing, gloss, light) * open_air
    return Direct(around, glints, albedo)


def _column(color: npt.ArrayLike) -> Plane:
    return np.asarray(color, np.float32).reshape(3, 1, 1)


def _key(g: GBuffer, light: Light) -> Plane:
    """(H, W) share of the key light: a little of it wraps round the form, as in translucent vinyl."""
    slope = dot(np.asarray(light.key_direction, np.float32), g.normal)
    out: Plane = np.clip((slope + 0.12) * np.float32(1 / 1.12), 0.0, 1.0) * g.sun
    return out


def _ambient(normal: Plane, light: Light) -> Plane:
    out = np.empty_like(normal)
    for channel, (x, y, z, constant) in enumerate(light.ambient):
        np.maximum(dot(np.array([x, y, z], np.float32), normal) + np.float32(constant), 0.0, out=out[channel])
    return out


def weathered(g: GBuffer, light: Light, places: Plane | None = None) -> tuple[Plane, Plane]:
    """Albedo and gloss after rain and snow, and the ground's grain where `places` (3, H, W) are given."""
    albedo, gloss = g.albedo, g.gloss
    ground = g.kind == GROUND
    if places is not None and ground.any():
        albedo = albedo * np.where(ground, _grain(places, g.depth), np.float32(1.0))
    if light.wet < 0.02 and light.snow < 0.02:
        return albedo, np.where(g.kind == WATER, np.float32(1.0), gloss)
    flat_top = np.clip((g.normal[1] - 0.55) * np.float32(1 / 0.35), 0.0, 1.0)
    soaked = np.float32(light.wet) * (0.35 + 0.65 * ground.astype(np.float32))
    albedo = albedo * (1.0 - 0.45 * soaked)
    gloss = gloss + (np.maximum(gloss, 0.92) - gloss) * soaked * (0.45 + 0.55 * flat_top)
    settles = np.where(g.entity == SET, np.float32(0.92), np.float32(0.22))
    cover = np.float32(light.snow) * settles * flat_top
    albedo = albedo + (_column((0.86, 0.9, 0.96)) - albedo) * cover
    return albedo, np.where(g.kind == WATER, np.float32(1.0), gloss * (1.0 - 0.7 * cover))


def _grain(places: Plane, depth: Plane) -> Plane:
    """(H, W) factors about 1: a mottling of the ground, fixed in the world; the finer of it fades with distance."""
    tile = noise_tile()
    size = np.float32(tile.shape[0])

    def sampled(pixels_per_metre: float) -> Plane:
        u, v = (places[axis] * np.float32(pixels_per_metre / size) for axis in (0, 2))
        u, v = ((t - np.floor(t)) * size for t in (u, v))
        return cv2.remap(tile, u, v, cv2.INTER_LINEAR, borderMode=cv2.BORDER_WRAP)

    return 1.0 + 0.30 * (sampled(9.0) - 0.5) + 0.42 * (sampled(61.0) - 0.5) * np.exp(-depth * np.float32(1 / 9.0))


_RING = tuple((float(np.cos(a)), float(np.sin(a))) for a in np.arange(6) * (2 * np.pi / 6) + 0.3)


def occlusion(g: GBuffer, view: View, pool: Executor | None) -> Plane:
    """(H / 2, W / 2) share of the surroundings that each other pixel sees, after the Alchemy estimator (McGuire et al.
    2011): what stands above the tangent plane nearby takes light away."""
    depth, normal = g.depth[::2, ::2], g.normal[:, ::2, ::2]
    places = view.every(2).rays() * depth
    h, w = depth.shape
    margin = max(4, round(h * 0.09))
    padded = np.pad(places, ((0, 0), (margin, margin), (margin, margin)), mode="edge")
    open_air: Plane = np.empty((h, w), np.float32)
    taps = [(margin + round(dx * reach * margin), margin + round(dy * reach * margin), share)
            for reach, share, ring in ((0.28, 0.9, _RING[::2]), (1.0, 1.0, _RING)) for dx, dy in ring]

    def band(rows: slice) -> None:
        here, up = places[:, rows], normal[:, rows]
        bias = 0.0025 * depth[rows]
        blocked = np.zeros(here.shape[1:], np.float32)
        for ox, oy, share in taps:
            offset = padded[:, oy + rows.start : oy + rows.stop, ox : ox + w] - here
            above = np.maximum(dot(offset, up) - bias, 0.0)
            square = dot(offset, offset)
            # Things more than about a metre away do not matter: that is what sky light is for.
            above *= np.maximum(1.0 - square * np.float32(0.6), 0.0)
            above /= square + np.float32(0.02)
            blocked += np.float32(share) * above
        np.exp(blocked * np.float32(-1.7 / len(taps)), out=open_air[rows])

    in_bands(h, w, band, pool)
    return cv2.GaussianBlur(open_air, (5, 5), 0)


def _highlight(normal: Plane, eye: Plane, towards: Plane, gloss: Plane) -> Plane:
    """(H, W) strength of the reflection of a light, by Blinn and Phong; sharper and stronger with more gloss."""
    half = eye + towards
    angle = dot(half, normal)
    angle /= np.sqrt(dot(half, half)) + np.float32(1e-6)
    power = 6.0 * np.exp2(5.2 * gloss)
    out: Plane = np.exp(np.log(np.clip(angle, 1e-4, 1.0)) * power)
    out *= gloss * gloss * (0.10 + 0.014 * power)
    return out


def _add_lamp(around: Plane, glints: Plane, g: GBuffer, places: Plane, eye: Plane, gloss: Plane, open_air: Plane,
              lamp: Lamp) -> None:
    """Adds a lamp's light and its highlights where it reaches."""
    towards = _column(lamp.position) - places
    square = dot(towards, towards)
    if float(square.min()) > lamp.radius**2:
        return
    towards /= np.sqrt(square) + np.float32(1e-4)
    fade = np.clip(1.0 - (square * np.float32(lamp.radius**-2)) ** 2, 0.0, 1.0)
    amount = fade * fade / (square + np.float32(0.35))
    slope = dot(towards, g.normal)
    diffuse = np.clip((slope + 0.2) * np.float32(1 / 1.2), 0.0, 1.0) * amount * (0.35 + 0.65 * open_air)
    glint = _highlight(g.normal, eye, towards, gloss) * amount * np.clip(slope * 8.0, 0.0, 0.5)
    for channel in range(3):
        around[channel] += diffuse * np.float32(lamp.color[channel])
        glints[channel] += glint * np.float32(lamp.color[channel])


def _sheen(normal: Plane, eye: Plane, facing: Plane, gloss: Plane, light: Light) -> Plane:
    """(3, H, W) reflection of the surroundings on polished things, and the rim light."""
    away = 1.0 - facing
    cube = away * away * away
    upward = 2.0 * facing * normal[1] - eye[1]  # height of the mirrored direction
    overhead = np.clip(0.5 + 1.4 * upward, 0.0, 1.0)
    mirror = gloss * (0.035 + 0.55 * cube * away * gloss)
    behind = np.asarray(light.rim_direction, np.float32)
    edge = np.clip(dot(behind / np.float32(np.linalg.norm(behind)), normal) + 0.15, 0.0, 1.0)
    edge *= cube * (0.25 + 0.5 * gloss)
    out = np.empty_like(normal)
    for channel, (_, up, _, constant) in enumerate(light.ambient):
        low, high = constant - up, 0.5 * light.sky.horizon[channel] + 0.5 * (constant + up)
        out[channel] = (low + np.float32(high - low) * overhead) * mirror + np.float32(light.rim[channel]) * edge
    return out


def _glowing(out: Plane, g: GBuffer, light: Light) -> Plane:
    """Adds what shines by itself."""
    if g.glow.any():
        out += g.albedo * (g.glow * np.where(g.entity >= 0, np.float32(2.6), np.float32(1.2)))
    for kind, strength in ((LAMP, 3.0 * light.dark), (SCREEN, 1.4)):
        shining = g.kind == kind
        if shining.any():
            out += g.albedo * (shining * np.float32(strength))
    panes = g.kind == LIT_PANE
    if panes.any():
        warm = _column((2.4, 1.35, 0.48)) * np.float32(light.dark) + _column((0.10, 0.13, 0.17))
        out = np.where(panes, out * 0.3 + warm, out)
    windows = g.kind == SKY_PANE
    if windows.any():
        out = np.where(windows, _column(light.window), out)
    return out


def _sky(g: GBuffer, light: Light, view: View, pool: Executor | None, space: Workspace) -> Plane | None:
    """(H, W, 3) light from where nothing stands, drawn at half size; None when something stands everywhere."""
    empty = g.entity == NOTHING
    if not empty.any():
        return None
    h, w = (view.height + 1) // 2, (view.width + 1) // 2
    small = View(view.world_to_view, view.fov, w, h)
    sky = np.empty((h, w, 3), np.float32)
    low, high = np.flatnonzero(empty.any(axis=1))[[0, -1]]
    seen = slice(max(0, int(low) // 2 - 1), min(h, int(high) // 2 + 2))

    def band(rows: slice) -> None:
        if rows.stop > seen.start and rows.start < seen.stop:
            cv2.merge(list(sky_dome(small.rays(rows), light.sky, light.time_s)), sky[rows])
        else:
            sky[rows] = 0.0

    if light.enclosed:
        return np.full((view.height, view.width, 3), 0.15, np.float32) * np.asarray(light.mist, np.float32)
    in_bands(h, w, band, pool)
    foggy = np.float32(np.clip(1.0 - light.haze / 60.0, 0.0, 0.9))
    sky += (np.asarray(light.mist, np.float32) - sky) * foggy
    whole = space.array("sky", (view.height, view.width, 3))
    return cv2.resize(sky, (view.width, view.height), whole, interpolation=cv2.INTER_LINEAR)


def _in_air(out: Plane, g: GBuffer, light: Light, sky: Plane | None) -> Plane:
    """Puts the mist before things and the sky behind them."""
    share = 1.0 - np.exp(np.maximum(g.depth - 3.0, 0.0) * np.float32(-1.1 / light.haze))
    out += (_column(light.mist) - out) * share
    empty = g.entity == NOTHING
    if sky is not None and empty.any():
        out = np.where(empty, sky.transpose(2, 0, 1), out)
    return out


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


def _develop(picture: Plane, halo: Plane, light: Light, pool: Executor | None, space: Workspace) -> U8:
    """Linear light (H, W, 3) to a frame: halo, grading, vignette, film curve (Narkowicz's fit of ACES), gamma."""
    height, width = picture.shape[:2]
    glow = cv2.resize(halo, (width, height), space.array("halo", picture.shape), interpolation=cv2.INTER_LINEAR)
    luma = np.array([0.2126, 0.7152, 0.0722])
    grade = light.saturation * np.eye(3) + (1.0 - light.saturation) * luma[None, :]
    grade = (grade * np.asarray(light.tint)[:, None] * light.exposure * 0.58).astype(np.float32)
    corners = _vignette(height, width)
    frame = np.empty((height, width, 3), np.uint8)

    def band(rows: slice) -> None:
        x = cv2.transform(picture[rows] + glow[rows], grade)
        x *= corners[rows]
        np.maximum(x, 0.0, out=x)
        y = x * (2.51 * x + np.float32(0.03))
        y /= x * (2.43 * x + np.float32(0.59)) + np.float32(0.14)
        np.minimum(y, 1.0, out=y)
        cv2.convertScaleAbs(cv2.pow(y, 1 / 2.2), frame[rows], alpha=255.0)

    in_bands(height, width, band, pool)
    return frame


@lru_cache(maxsize=8)
def _vignette(height: int, width: int) -> Plane:
    """(H, W, 3) factors that darken the corners."""
    y = np.linspace(-1.0, 1.0, height, dtype=np.float32)[:, None]
    x = np.linspace(-1.0, 1.0, width, dtype=np.float32)[None, :]
    return cv2.merge([1.0 - np.float32(0.14) * np.clip(x * x + y * y - 0.35, 0.0, 2.0)] * 3)
