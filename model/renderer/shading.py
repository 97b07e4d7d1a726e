"""Light by rules: key with its shadow, sky and bounce light, lamps, screen-space occlusion, highlights, rim light.

`model.renderer.shader` starts from it and knows better. Knows nothing of meshes, nor of what becomes of the light on
its way to film. Planes are (H, W), colours (3, H, W), linear light. Most of it looks at one pixel at a time and runs in
bands of rows.
"""

from __future__ import annotations

from concurrent.futures import Executor
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from model.camera import Camera
from model.renderer.finish import ON_SET, ON_THINGS, SNOW, finish
from model.renderer.light import Lamp, Light
from model.renderer.mesh import F32
from model.renderer.raster import SET, U8, GBuffer, Plane, View, Workspace, dot, in_bands, view_of
from model.renderer.scenery import GROUND, WATER
from model.renderer.studio import BOX


def shade(gbuffer: GBuffer, light: Light, camera: Camera, pool: Executor | None = None,
          space: Workspace | None = None) -> U8:
    """The frame (H, W, 3) of a G-buffer; the same with and without a pool of threads or a workspace."""
    height, width = gbuffer.depth.shape
    space = space or Workspace()
    view = view_of(camera, (width, height))
    half = occlusion(gbuffer.every(2), view.every(2), pool)
    open_air = cv2.resize(half, (width, height), interpolation=cv2.INTER_LINEAR)
    diffuse, mirrored = (space.array(name, (3, height, width)) for name in ("diffuse", "mirrored"))

    def band(rows: slice) -> None:
        seen = direct(gbuffer.rows(rows), light, view.eye, view.rays(rows), open_air[rows])
        diffuse[:, rows], mirrored[:, rows] = seen.diffuse, seen.mirrored

    in_bands(height, width, band, pool)
    return finish(diffuse, mirrored, gbuffer, light, camera, pool, space)


@dataclass(frozen=True, slots=True)
class Direct:
    """Light by rules: what falls on each pixel as white paint would send it on, and what is mirrored; the paint after
    rain and snow."""

    diffuse: Plane  # (3, H, W)
    mirrored: Plane  # (3, H, W)
    albedo: Plane  # (3, H, W)
    by_key: Plane  # (H, W) the key light's share of what falls there


def direct(g: GBuffer, light: Light, eye_place: Plane, rays: Plane, open_air: Plane) -> Direct:
    """Light from the sources alone, with occlusion for all that is between."""
    eye = rays * (-1.0 / np.sqrt(dot(rays, rays)))  # towards the camera
    facing = np.clip(dot(g.normal, eye), 0.0, 1.0)
    places = eye_place[:, None, None] + rays * g.depth
    albedo, gloss = weathered(g, light)
    towards, strength = _key_at(places, light)
    key = _key(g, towards)
    key *= strength
    around, mirrored = _around(g.normal, places, eye, facing, light)
    around += _column(light.fill) * facing
    # Light that bounces between close surfaces takes their colour: crevices in bright things stay bright.
    around *= open_air + (1.0 - open_air) * 0.35 * albedo
    around += _column(light.key) * key
    by_key = key * np.float32(np.mean(light.key))
    shine = _highlight(g.normal, eye, towards, gloss)
    shine *= np.minimum(key * 3.0, strength)
    glints = _column(light.key) * shine
    for lamp in light.lamps:
        _add_lamp(around, glints, g, places, eye, gloss, open_air, lamp)
    glints += _sheen(g.normal, mirrored, facing, gloss, light) * open_air
    return Direct(around, glints, albedo, by_key / (around.mean(axis=0) + np.float32(1e-3)))


def by_own_lamp(g: GBuffer, light: Light, view: View) -> Plane:
    """(3, H, W) light that comes from the camera itself and is sent back to it."""
    rays = view.rays()
    facing = np.clip(dot(g.normal, rays) * (-1.0 / np.sqrt(dot(rays, rays))), 0.0, 1.0)
    out: Plane = weathered(g, light)[0] * _column(light.fill) * facing
    return out


def _column(color: npt.ArrayLike) -> Plane:
    return np.asarray(color, np.float32).reshape(3, 1, 1)


def _key_at(places: Plane, light: Light) -> tuple[Plane, Plane | np.float32]:
    """The way to the key light, (3, 1, 1) or (3, H, W), and how strong it is there, 1 or (H, W)."""
    box = light.soft_box
    if box is None:
        return _column(light.key_direction), np.float32(1.0)
    towards = _column(box.place) - places
    square = dot(towards, towards)
    towards /= np.sqrt(square)
    facing = np.maximum(-dot(box.facing.astype(np.float32), towards), 0.0)
    return towards, facing * np.float32(box.radiance * BOX**2) / (square + np.float32(BOX**2))


def _key(g: GBuffer, towards: Plane) -> Plane:
    """(H, W) share of the key light: a little of it wraps round the form, as in translucent vinyl."""
    slope = dot(towards, g.normal)
    out: Plane = np.clip((slope + 0.12) * np.float32(1 / 1.12), 0.0, 1.0) * g.sun
    return out


def _around(normal: Plane, places: Plane, eye: Plane, facing: Plane, light: Light) -> tuple[Plane, Plane]:
    """(3, H, W) light from all around on what has this normal, and on what would face where a mirror there looks."""
    mirror = 2.0 * facing * normal - eye
    if light.around is not None:
        return light.around.on(places, normal, mirror)
    ambient, out = np.asarray(light.ambient, np.float32), np.empty_like(mirror)
    overhead = np.clip(0.5 + 1.4 * mirror[1], 0.0, 1.0)
    for channel, (_, up, _, constant) in enumerate(ambient):
        low, high = constant - up, 0.5 * light.sky.horizon[channel] + 0.5 * (constant + up)
        out[channel] = low + np.float32(high - low) * overhead
    return _ambient(normal, ambient), out


def _ambient(normal: Plane, bands: F32) -> Plane:
    out = np.empty_like(normal)
    for channel, (*slope, constant) in enumerate(bands):
        np.maximum(dot(np.array(slope, np.float32), normal) + constant, 0.0, out=out[channel])
    return out


def weathered(g: GBuffer, light: Light) -> tuple[Plane, Plane]:
    """Albedo and gloss after rain and snow. Water and a wet set are matte: what is mirrored in them is drawn from the
    finished picture."""
    albedo, gloss = g.albedo, np.where(g.kind == WATER, np.float32(0.0), g.gloss)
    if light.wet < 0.02 and light.snow < 0.02:
        return albedo, gloss
    flat_top = np.clip((g.normal[1] - 0.55) * np.float32(1 / 0.35), 0.0, 1.0)
    of_set = g.entity == SET
    soaked = np.float32(light.wet) * (0.35 + 0.65 * (g.kind == GROUND).astype(np.float32))
    albedo = albedo * (1.0 - 0.45 * soaked)
    gloss = gloss + (np.maximum(gloss, 0.92) - gloss) * soaked * (0.45 + 0.55 * flat_top) * ~of_set
    cover = np.float32(light.snow) * np.where(of_set, np.float32(ON_SET), np.float32(ON_THINGS)) * flat_top
    albedo = albedo + (_column(SNOW) - albedo) * cover
    return albedo, gloss * (1.0 - 0.7 * cover)


_RING = tuple((float(np.cos(a)), float(np.sin(a))) for a in np.arange(6) * (2 * np.pi / 6) + 0.3)


def occlusion(g: GBuffer, view: View, pool: Executor | None) -> Plane:
    """(H, W) share of the surroundings that each pixel sees, after the Alchemy estimator (McGuire et al. 2011): what
    stands above the tangent plane nearby takes light away."""
    depth, normal = g.depth, g.normal
    places = view.rays() * depth
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


def _sheen(normal: Plane, mirrored: Plane, facing: Plane, gloss: Plane, light: Light) -> Plane:
    """(3, H, W) reflection of the surroundings on polished things, and in the open the rim light."""
    away = 1.0 - facing
    cube = away * away * away
    out: Plane = mirrored * (gloss * (0.035 + 0.55 * cube * away * gloss))
    if not light.enclosed:
        behind = np.asarray(light.rim_direction, np.float32)
        edge = np.clip(dot(behind / np.float32(np.linalg.norm(behind)), normal) + 0.15, 0.0, 1.0)
        out += _column(light.rim) * (edge * cube * (0.25 + 0.5 * gloss))
    return out
