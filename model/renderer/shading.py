"""The shading pass: a G-buffer, a light and a camera in, a frame out.

Direct shading: key with its shadow, sky and bounce light, lamps, screen-space occlusion, vinyl highlights, mist, bloom,
depth of field, a film curve. A learned shader takes the same `shade(gbuffer, light, camera)`. Knows nothing of meshes.
Planes are (H, W), colours (3, H, W), linear light until `_develop`.
"""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from model.camera import Camera
from model.renderer.atmosphere import precipitation, sky_dome
from model.renderer.light import Lamp, Light
from model.renderer.mesh import F32
from model.renderer.raster import FAR, NOTHING, SET, U8, GBuffer, View, view_of
from model.renderer.scenery import GROUND, LAMP, LIT_PANE, SCREEN, SKY_PANE, WATER

_BLUR = {"Wide": 0.0, "Medium": 0.0022, "Close-up": 0.0075}  # circle of confusion at infinity, of the frame's height


def shade(gbuffer: GBuffer, light: Light, camera: Camera) -> U8:
    """The frame (H, W, 3) of a G-buffer."""
    height, width = gbuffer.depth.shape
    view = view_of(camera, (width, height))
    rays = view.rays()
    picture = _lit(gbuffer, light, view, rays)
    picture = _open_air(picture, gbuffer, light, view, rays)
    interleaved = cv2.merge(list(picture))
    interleaved = _focused(interleaved, gbuffer, camera, view)
    frame = _develop(_bloom(interleaved), light, camera)
    return precipitation(frame, gbuffer, view, light)


def _lit(g: GBuffer, light: Light, view: View, rays: F32) -> F32:
    """(3, H, W) light that surfaces send to the camera."""
    distance = np.sqrt(np.einsum("chw,chw->hw", rays, rays))
    eye = rays * (-1.0 / distance)  # towards the camera
    facing = np.clip(np.einsum("chw,chw->hw", g.normal, eye), 0.0, 1.0)
    albedo, gloss = _weathered(g, light, view, rays)
    open_air = _occlusion(g, view)
    key = _key(g, light)
    near = _column(light.key) * key
    around = _ambient(g.normal, light)
    around += _column(light.fill) * facing
    # Light that bounces between close surfaces takes their colour: crevices in bright things stay bright.
    near += around * (open_air + (1.0 - open_air) * 0.35 * albedo)
    shine = _highlight(g.normal, eye, light.key_direction, gloss)
    glints = _column(light.key) * (shine * np.minimum(key * 3.0, 1.0))
    places = view.eye[:, None, None] + rays * g.depth
    for lamp in light.lamps:
        diffuse, glint = _lamplight(g, places, eye, gloss, lamp)
        near += _column(lamp.color) * (diffuse * (0.35 + 0.65 * open_air))
        glints += _column(lamp.color) * glint
    out = albedo * near
    out += glints
    out += _sheen(g.normal, eye, facing, gloss, light) * open_air
    return _glowing(out, g, albedo, light)


def _column(color: npt.ArrayLike) -> F32:
    return np.asarray(color, np.float32).reshape(3, 1, 1)


def _key(g: GBuffer, light: Light) -> F32:
    """(H, W) share of the key light: a little of it wraps round the form, as in translucent vinyl."""
    slope = np.einsum("c,chw->hw", np.asarray(light.key_direction, np.float32), g.normal)
    return np.clip((slope + 0.12) / 1.12, 0.0, 1.0) * g.sun


def _ambient(normal: F32, light: Light) -> F32:
    bands = np.asarray(light.ambient, np.float32)
    out = (bands[:, :3] @ normal.reshape(3, -1)).reshape(normal.shape)
    out += bands[:, 3, None, None]
    return np.maximum(out, 0.0, out=out)


def _weathered(g: GBuffer, light: Light, view: View, rays: F32) -> tuple[F32, F32]:
    """Albedo and gloss after grain, rain and snow."""
    albedo, gloss = g.albedo.copy(), g.gloss.copy()
    ground = (g.kind == GROUND)
    if ground.any():
        albedo *= 1.0 + ground * (_grain(g, view, rays) - 1.0)
    flat_top = np.clip((g.normal[1] - 0.55) / 0.35, 0.0, 1.0)
    if light.wet > 0.02:
        soaked = light.wet * (0.35 + 0.65 * ground)
        albedo *= 1.0 - 0.38 * soaked
        gloss += (np.maximum(gloss, 0.92) - gloss) * soaked * (0.45 + 0.55 * flat_top)
    if light.snow > 0.02:
        on_set = (g.entity == SET) * 0.92 + (g.entity >= 0) * 0.22
        cover = (light.snow * on_set * flat_top).astype(np.float32)
        albedo += (_column((0.86, 0.9, 0.96)) - albedo) * cover
        gloss *= 1.0 - 0.7 * cover
    water = g.kind == WATER
    if water.any():
        gloss = np.where(water, np.float32(1.0), gloss)
    return albedo, gloss


def _grain(g: GBuffer, view: View, rays: F32) -> F32:
    """(H, W) factors about 1: a fine mottling of the ground, fixed in the world, fading with distance."""
    x = (view.eye[0] + rays[0] * g.depth) * np.float32(1.0)
    z = (view.eye[2] + rays[2] * g.depth) * np.float32(1.0)
    fine = np.sin(7.1 * x + 2.3 * np.sin(3.7 * z)) * np.sin(6.3 * z + 1.9 * np.sin(4.9 * x))
    broad = np.sin(1.3 * x + 1.7 * np.sin(0.9 * z)) * np.sin(1.1 * z + 1.3 * np.sin(1.2 * x))
    return (1.0 + (0.045 * fine * np.exp(-g.depth / 14.0) + 0.06 * broad)).astype(np.float32)


_RING = tuple((np.cos(a), np.sin(a)) for a in np.arange(8) * (2 * np.pi / 8) + 0.3)


def _occlusion(g: GBuffer, view: View) -> F32:
    """(H, W) share of the surroundings that each pixel sees, after the Alchemy estimator (McGuire et al. 2011), at
    half size: what stands above the tangent plane nearby takes light away."""
    depth, normal = g.depth[::2, ::2], g.normal[:, ::2, ::2]
    rays = view.rays()[:, ::2, ::2]
    places = rays * depth
    h, w = depth.shape
    margin = max(4, int(round(h * 0.09)))
    padded = np.pad(places, ((0, 0), (margin, margin), (margin, margin)), mode="edge")
    blocked = np.zeros((h, w), np.float32)
    for ring, share in ((0.30, 0.8), (1.0, 1.0)):
        for dx, dy in _RING[:: 1 if ring == 1.0 else 2]:
            ox, oy = margin + round(dx * ring * margin), margin + round(dy * ring * margin)
            offset = padded[:, oy : oy + h, ox : ox + w] - places
            above = np.einsum("chw,chw->hw", offset, normal)
            square = np.einsum("chw,chw->hw", offset, offset)
            # Things more than about a metre away do not matter: that is what sky light is for.
            blocked += share * np.maximum(above - 0.012 * depth * 0.2, 0.0) / (square + 0.02) * (square < 1.4) * 0.22
    open_air = np.exp(-1.15 * blocked / 8.0 * 2.2)
    open_air = cv2.GaussianBlur(open_air, (5, 5), 0)
    return cv2.resize(open_air, (g.depth.shape[1], g.depth.shape[0]), interpolation=cv2.INTER_LINEAR)


def _highlight(normal: F32, eye: F32, direction: npt.ArrayLike, gloss: F32) -> F32:
    """(H, W) strength of the reflection of a distant light, by Blinn and Phong."""
    half = eye + _column(direction)
    half /= np.sqrt(np.einsum("chw,chw->hw", half, half)) + 1e-6
    angle = np.clip(np.einsum("chw,chw->hw", half, normal), 0.0, 1.0)
    power = 6.0 * np.exp2(5.2 * gloss)
    return np.exp(np.log(angle + 1e-6) * power) * gloss * gloss * (0.10 + 0.014 * power)


def _lamplight(g: GBuffer, places: F32, eye: F32, gloss: F32, lamp: Lamp) -> tuple[F32, F32]:
    """(H, W) light of a lamp of colour 1 on each pixel, and its highlight."""
    towards = _column(lamp.position) - places
    square = np.einsum("chw,chw->hw", towards, towards)
    towards /= np.sqrt(square) + 1e-4
    fade = np.clip(1.0 - (square / np.float32(lamp.radius**2)) ** 2, 0.0, 1.0)
    amount = fade * fade / (square + 0.35)
    slope = np.einsum("chw,chw->hw", towards, g.normal)
    glint = _highlight_of(g.normal, eye, towards, gloss) * amount * (slope > 0)
    return np.clip((slope + 0.2) / 1.2, 0.0, 1.0) * amount, 0.5 * glint


def _highlight_of(normal: F32, eye: F32, towards: F32, gloss: F32) -> F32:
    half = eye + towards
    half /= np.sqrt(np.einsum("chw,chw->hw", half, half)) + 1e-6
    angle = np.clip(np.einsum("chw,chw->hw", half, normal), 0.0, 1.0)
    power = 6.0 * np.exp2(5.2 * gloss)
    return np.exp(np.log(angle + 1e-6) * power) * gloss * gloss * (0.10 + 0.014 * power)


def _sheen(normal: F32, eye: F32, facing: F32, gloss: F32, light: Light) -> F32:
    """(3, H, W) reflection of the surroundings on polished things, and the rim light."""
    grazing = (1.0 - facing) ** 4
    upward = 2.0 * facing * normal[1] - eye[1]  # height of the mirrored direction
    overhead = np.clip(0.5 + 1.4 * upward, 0.0, 1.0)
    mirror = gloss * (0.035 + 0.55 * grazing * gloss)
    bands = np.asarray(light.ambient, np.float32)
    low = _column(bands[:, 3] - bands[:, 1])
    high = _column(0.5 * np.asarray(light.sky.horizon) + 0.5 * (bands[:, 3] + bands[:, 1]))
    out: F32 = (low + (high - low) * overhead) * mirror
    behind = np.asarray(light.rim_direction, np.float32)
    behind = behind / np.linalg.norm(behind)
    edge = np.clip(np.einsum("c,chw->hw", behind, normal) + 0.15, 0.0, 1.0)
    out += _column(light.rim) * ((1.0 - facing) ** 3 * edge * (0.25 + 0.5 * gloss))
    return out


def _glowing(out: F32, g: GBuffer, albedo: F32, light: Light) -> F32:
    """Adds what shines by itself."""
    kind = g.kind
    strength = np.where(g.entity >= 0, g.glow * 2.6, g.glow * 1.2)
    strength = np.where(kind == LAMP, light.dark * 3.0, strength)
    strength = np.where(kind == SCREEN, np.maximum(g.glow, 0.5) * 2.2, strength)
    out += g.albedo * strength.astype(np.float32)
    panes = kind == LIT_PANE
    if panes.any():
        warm = _column((2.4, 1.35, 0.48)) * np.float32(light.dark) + _column((0.10, 0.13, 0.17))
        out = np.where(panes, out * 0.3 + warm, out)
    windows = kind == SKY_PANE
    if windows.any():
        sky = _column(np.asarray(light.sky.horizon) * (1.0 + 1.5 * (1.0 - light.dark)) + np.asarray(light.sky.zenith) * 0.4)
        out = np.where(windows, sky, out)
    return out


def _open_air(out: F32, g: GBuffer, light: Light, view: View, rays: F32) -> F32:
    """Puts the mist before things and the sky behind them."""
    distance = g.depth
    share = 1.0 - np.exp(-np.maximum(distance - 2.0, 0.0) * np.float32(1.1 / light.haze))
    out += (_column(light.mist) - out) * share
    empty = g.entity == NOTHING
    if empty.any():
        sky = sky_dome(rays, light.sky, light.time_s)
        foggy = np.float32(np.clip(1.0 - light.haze / 60.0, 0.0, 0.9))
        sky += (_column(light.mist) - sky) * foggy
        out = np.where(empty, sky, out)
    return out


def _focused(picture: F32, g: GBuffer, camera: Camera, view: View) -> F32:
    """(H, W, 3) with what is far behind the target out of focus, as a long lens shows it."""
    size = _BLUR[camera.shot_size] * view.height
    if size < 0.5:
        return picture
    focus = float(np.linalg.norm(np.asarray(camera.target) - np.asarray(camera.position)))
    blur = np.clip((g.depth - focus * 1.12) / np.minimum(g.depth, 1e3), 0.0, 1.0) * min(1.0, 2.2 / focus + 0.35)
    # What is sharp must not bleed into the blur: it is left out of the average.
    weight = np.clip(blur * 4.0, 0.0, 1.0) + 1e-3
    sigma = size / 2
    small = (max(1, view.width // 2), max(1, view.height // 2))
    carried = cv2.resize(np.concatenate([picture * weight[..., None], weight[..., None]], axis=2), small,
                         interpolation=cv2.INTER_AREA)
    soft = cv2.GaussianBlur(carried, (0, 0), sigma)
    soft = cv2.resize(soft, (view.width, view.height), interpolation=cv2.INTER_LINEAR)
    soft = soft[..., :3] / soft[..., 3:]
    share = np.clip(blur * 3.0 - 0.1, 0.0, 1.0)[..., None]
    return (picture + (soft - picture) * share).astype(np.float32)


def _bloom(picture: F32) -> F32:
    """(H, W, 3) with a halo round what is brighter than paper."""
    height, width = picture.shape[:2]
    small = cv2.resize(picture, (max(1, width // 4), max(1, height // 4)), interpolation=cv2.INTER_AREA)
    bright = np.clip(small - 1.0, 0.0, 3.0)
    halo = cv2.GaussianBlur(bright, (0, 0), height / 150) * 0.55 + cv2.GaussianBlur(bright, (0, 0), height / 45) * 0.4
    return picture + cv2.resize(halo, (width, height), interpolation=cv2.INTER_LINEAR)


def _develop(picture: F32, light: Light, camera: Camera) -> U8:
    """Linear light (H, W, 3) to a frame: grading, vignette, film curve (Narkowicz's fit of ACES), sRGB's gamma."""
    luma = np.array([0.2126, 0.7152, 0.0722], np.float32)
    grade = light.saturation * np.eye(3) + (1.0 - light.saturation) * luma[None, :]
    grade = (grade * np.asarray(light.tint)[:, None] * light.exposure * 0.72).astype(np.float32)
    x = np.maximum(cv2.transform(picture, grade), 0.0)
    x *= _vignette(*picture.shape[:2])[..., None]
    x = (x * (2.51 * x + 0.03)) / (x * (2.43 * x + 0.59) + 0.14)
    np.clip(x, 0.0, 1.0, out=x)
    cv2.pow(x, 1 / 2.2, x)
    return cv2.convertScaleAbs(x, alpha=255.0)


def _vignette(height: int, width: int) -> F32:
    y = np.linspace(-1.0, 1.0, height, dtype=np.float32)[:, None]
    x = np.linspace(-1.0, 1.0, width, dtype=np.float32)[None, :]
    return 1.0 - 0.14 * np.clip(x * x + y * y - 0.35, 0.0, 2.0)
