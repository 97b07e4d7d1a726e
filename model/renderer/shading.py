"""Light by rules: key with its shadow, sky and bounce light, lamps, screen-space occlusion, highlights, rim light.

`model.renderer.shader` starts from it and knows better. Knows nothing of meshes, nor of what becomes of the light on
its way to film. Planes are (H, W), colours (3, H, W), linear light. Most of it looks at one pixel at a time and runs in
bands of rows; a row (W,) goes from loop to loop, each simple enough to do many pixels at once.
"""

from __future__ import annotations

from concurrent.futures import Executor
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from model.camera import Camera
from model.renderer.compiled import in_lanes
from model.renderer.elementary import exp2, log2
from model.renderer.finish import ON_SET, ON_THINGS, SNOW, finish
from model.renderer.irradiance import NOWHERE, Ready, falling, workspace
from model.renderer.light import RIM, Lamp, Light
from model.renderer.mesh import F32
from model.renderer.raster import SET, U8, GBuffer, Plane, View, Workspace, dot, in_bands, view_of
from model.renderer.scenery import GROUND, WATER
from model.renderer.studio import BOX

_OF_SUN, _OF_BOX = np.float32(0.04), np.float32(0.09)  # roughness for the size of the light
_OFF = 0.02  # wetness and snow that cannot be seen
_ALL_LIT = np.zeros((0, 0), np.float32)  # where nothing stands in a lamp's light

# Numbers of the compiled loops.
_0, _1, _2, _HALF = (np.float32(x) for x in (0.0, 1.0, 2.0, 0.5))
_TINY = np.float32(1e-6)
_MATTE = np.float32(0.1)  # gloss below which nothing is mirrored
_SHINE = np.float32(0.8)  # of the reflection of the key light that is left of it by what is in between
_ON_SET, _ON_THINGS = np.float32(ON_SET), np.float32(ON_THINGS)
_THIRD, _NEXT_TO_NONE = np.float32(1 / 3), np.float32(1e-3)
_FLAT, _TO_FLAT = np.float32(0.55), np.float32(1 / 0.35)  # how much a surface must face up to be wet or snowed on
_SOAKED, _DARKER = np.float32(0.35), np.float32(0.45)  # of the wet, what is not ground takes; what that does to paint
_GLAZED, _WET_GLOSS = np.float32(0.45), np.float32(0.92)
_SNOW, _DULL = np.array(SNOW, np.float32), np.float32(0.7)
_OVERHEAD = np.float32(1.4)
_WRAP, _WRAPPED = np.float32(0.12), np.float32(1 / 1.12)
_BOUNCED = np.float32(0.35)
_ROUGH, _SMOOTHER, _GRAZING, _AHEAD = (np.float32(x) for x in (0.75, 0.6, 0.05, 0.04))
_SHEEN, _SHEEN_AWAY = np.float32(0.07), np.float32(0.18)
_POINT, _BULB = np.float32(1e-4), np.float32(0.35)
_LAMP_WRAP, _LAMP_WRAPPED, _SHUT = np.float32(0.2), np.float32(1 / 1.2), np.float32(0.35)
_DULLEST, _SHARPER, _FAINT, _LIT_SIDE = (np.float32(x) for x in (6.0, 5.2, 1e-4, 8.0))
_BROAD, _PEAK = np.float32(0.10), np.float32(0.014)
_BIAS, _NEARBY, _TOUCHING = np.float32(0.0025), np.float32(0.6), np.float32(0.02)
_DARKENS = np.float32(-1.7 / np.log(2.0))


def shade(gbuffer: GBuffer, light: Light, camera: Camera, pool: Executor | None = None,
          space: Workspace | None = None) -> U8:
    """The frame (H, W, 3) of a G-buffer; the same with and without a pool of threads or a workspace."""
    height, width = gbuffer.depth.shape
    space = space or Workspace()
    view = view_of(camera, (width, height))
    half = occlusion(gbuffer.every(2), view.every(2), pool, space)
    open_air = cv2.resize(half, (width, height), interpolation=cv2.INTER_LINEAR)
    seen = direct(gbuffer, light, view, open_air, pool, space)
    return finish(seen.diffuse, seen.mirrored, gbuffer, light, camera, pool, space)


@dataclass(frozen=True, slots=True)
class Direct:
    """Light by rules: what falls on each pixel as white paint would send it on, and what is mirrored; the paint after
    rain and snow."""

    diffuse: Plane  # (3, H, W)
    mirrored: Plane  # (3, H, W)
    albedo: Plane  # (3, H, W)
    by_key: Plane  # (H, W) the key light's share of what falls there


def direct(g: GBuffer, light: Light, view: View, open_air: Plane, pool: Executor | None = None,
           space: Workspace | None = None) -> Direct:
    """Light from the sources alone, with occlusion for all that is between. The same with and without a pool of threads
    or a workspace, in which it lies if given."""
    shape, space = g.depth.shape, space or Workspace()
    diffuse, mirrored, albedo = (space.array(name, (3, *shape)) for name in ("diffuse", "mirrored", "albedo"))
    by_key, gloss = space.array("by key", shape), space.array("gloss", shape)
    lens, key, sky = lens_of(view), _key_of(light), _sky_of(light)
    around = NOWHERE if light.around is None else light.around.made_ready()
    wet, snow = _weather_of(light)

    def band(rows: slice) -> None:
        top, bottom = rows.start, rows.stop
        _weather(g.albedo, g.normal, g.gloss, g.entity, g.kind, wet, snow, top, bottom, albedo, gloss)
        planes = (g.depth, g.normal, g.sun, albedo, gloss, open_air)
        _add_up(planes, lens, key, sky, around, top, bottom, diffuse, mirrored, by_key)
        for lamp in light.lamps:
            _add_lamp(planes, lens, _lamp_of(lamp), _ALL_LIT, top, bottom, diffuse, mirrored)
        _take_share(diffuse, top, bottom, by_key)

    in_bands(shape[0], shape[1], band, pool)
    return Direct(diffuse, mirrored, albedo, by_key)


def by_own_lamp(g: GBuffer, light: Light, view: View) -> Plane:
    """(3, H, W) light that comes from the camera itself and is sent back to it."""
    rays = view.rays()
    facing = np.clip(dot(g.normal, rays) * (-1.0 / np.sqrt(dot(rays, rays))), 0.0, 1.0)
    out: Plane = weathered(g, light)[0] * _column(light.fill) * facing
    return out


def weathered(g: GBuffer, light: Light) -> tuple[Plane, Plane]:
    """Albedo and gloss after rain and snow."""
    albedo, gloss = np.empty_like(g.albedo), np.empty_like(g.gloss)
    wet, snow = _weather_of(light)
    _weather(g.albedo, g.normal, g.gloss, g.entity, g.kind, wet, snow, 0, len(gloss), albedo, gloss)
    return albedo, gloss


def _column(color: npt.ArrayLike) -> Plane:
    return np.asarray(color, np.float32).reshape(3, 1, 1)


# -- what the compiled loops need to know ------------------------------------------------------------------------------
def lens_of(view: View) -> tuple[F32, F32, F32, F32]:
    """For `look`: (3, 3) which way the camera is turned, (3,) where it is, the slopes of its rays."""
    return (view.world_to_view[:3, :3], view.eye, *view.slopes())


def _weather_of(light: Light) -> tuple[np.float32, np.float32]:
    """How wet it is and how much snow lies, none of either where there is next to none of both."""
    seen = light.wet >= _OFF or light.snow >= _OFF
    return np.float32(seen * light.wet), np.float32(seen * light.snow)


def _key_of(light: Light) -> tuple[bool, F32, F32, np.float32]:
    """Whether the key light stands nearby; (3, 3) where, or which way, it is, where it faces, its color; how strong it
    is for a metre away and what is added to the square of that; how blunt its reflection is."""
    box = light.soft_box
    if box is None:
        where = np.array((light.key_direction, (0.0, 0.0, 0.0), light.key), np.float32)
        return False, where, np.array((1.0, 0.0), np.float32), _OF_SUN
    where = np.array((box.place, box.facing, light.key), np.float32)
    return True, where, np.array((box.radiance * BOX**2, BOX**2), np.float32), _OF_BOX


def _sky_of(light: Light) -> tuple[F32, F32]:
    """Light from no place: (3, 4) from all around, where nobody has worked it out, and (5, 3) what mirrors show of that
    below and above, the colors of fill and rim, and which way the rim's light is."""
    ambient = np.asarray(light.ambient, np.float32)
    low = ambient[:, 3] - ambient[:, 1]
    high = 0.5 * np.asarray(light.sky.horizon) + 0.5 * (ambient[:, 3] + ambient[:, 1])
    behind = np.asarray(light.rim_direction)
    rim = np.zeros(3) if light.enclosed else RIM * np.asarray(light.rim)
    return ambient, np.array((low, high, light.fill, rim, behind / np.linalg.norm(behind)), np.float32)


def _lamp_of(lamp: Lamp) -> tuple[F32, F32, np.float32]:
    """Where it is and its color, (3,) each, and its radius."""
    return np.array(lamp.position, np.float32), np.array(lamp.color, np.float32), np.float32(lamp.radius)


# -- paint -------------------------------------------------------------------------------------------------------------
@in_lanes
def _weather(albedo: Plane, normal: Plane, gloss: Plane, entity: Plane, kind: Plane, wet: np.float32, snow: np.float32,
             top: int, bottom: int, albedo_out: Plane, gloss_out: Plane) -> None:
    """Rows of albedo and gloss after rain and snow. Water and a wet set are matte: what is mirrored in them is drawn
    from the finished picture."""
    soaked, cover = np.empty(gloss.shape[1], np.float32), np.empty(gloss.shape[1], np.float32)
    for y in range(top, bottom):
        up, shiny, whose, what, out = normal[1, y], gloss[y], entity[y], kind[y], gloss_out[y]
        for x in range(out.shape[0]):
            flat_top = min(max((up[x] - _FLAT) * _TO_FLAT, _0), _1)
            of_set = whose[x] == SET
            soaked[x] = wet * (_1 if what[x] == GROUND else _SOAKED)
            cover[x] = snow * (_ON_SET if of_set else _ON_THINGS) * flat_top
            shine = _0 if what[x] == WATER else shiny[x]
            glaze = _0 if of_set else soaked[x] * (_GLAZED + (_1 - _GLAZED) * flat_top)
            shine += (max(shine, _WET_GLOSS) - shine) * glaze
            out[x] = shine * (_1 - _DULL * cover[x])
        for k in range(3):
            paint, after, white = albedo[k, y], albedo_out[k, y], _SNOW[k]
            for x in range(after.shape[0]):
                dark = paint[x] * (_1 - _DARKER * soaked[x])
                after[x] = dark + (white - dark) * cover[x]


# -- light from afar ---------------------------------------------------------------------------------------------------
@in_lanes
def look(lens: Any, depth: Plane, y: int, place: Plane, eye: Plane) -> None:
    """For row `y` of a picture the places that are seen and the unit directions from there to the eye, (3, W) each."""
    turn, at, across, up = lens
    a, b, c = turn[0, 0], turn[0, 1], turn[0, 2]
    d, e, f = (turn[1, 0] * up[y] - turn[2, 0], turn[1, 1] * up[y] - turn[2, 1], turn[1, 2] * up[y] - turn[2, 2])
    far, px, py, pz, ex, ey, ez = depth[y], place[0], place[1], place[2], eye[0], eye[1], eye[2]
    for x in range(far.shape[0]):
        u, v, w = a * across[x] + d, b * across[x] + e, c * across[x] + f
        px[x] = at[0] + u * far[x]
        py[x] = at[1] + v * far[x]
        pz[x] = at[2] + w * far[x]
        scale = -_1 / np.sqrt(u * u + v * v + w * w)
        ex[x] = u * scale
        ey[x] = v * scale
        ez[x] = w * scale


@in_lanes
def _add_up(planes: Any, lens: Any, key: Any, sky: Any, around: Ready, top: int, bottom: int, diffuse: Plane,
            mirrored: Plane, by_key: Plane) -> None:
    """Rows of the light that does not come from lamps, on surfaces and in them; in `by_key` the key light's part of
    the former."""
    depth, normal, sun, albedo, gloss, open_air = planes
    width = depth.shape[1]
    scratch, grid = np.empty((6, 3, width), np.float32), workspace(width)
    place, eye, mirror, towards, falls, shows = scratch[0], scratch[1], scratch[2], scratch[3], scratch[4], scratch[5]
    facing, strength = np.empty(width, np.float32), np.empty(width, np.float32)
    ambient, colors = sky
    known = around[0].shape[0] > 0
    for y in range(top, bottom):
        look(lens, depth, y, place, eye)
        _reflect(normal, eye, y, facing, mirror)
        _point_to_key(key, place, towards, strength)
        if known:
            falling(around, place, normal, mirror, y, grid, falls, shows)
        else:
            _guess(ambient, colors, normal, mirror, y, falls, shows)
        _share_of_key(normal, sun, towards, strength, y, by_key)
        for k in range(3):
            _gather(colors, key[1], k, y, normal, albedo, open_air, facing, by_key, falls[k], diffuse)
        _glint(key, normal, sun, gloss, eye, facing, towards, y, strength)
        for k in range(3):
            _mirror(key[1][2, k], gloss[y], open_air[y], facing, shows[k], strength, mirrored[k, y])
        _scale(key[1][2], by_key[y])


@in_lanes
def _reflect(normal: Plane, eye: Plane, y: int, facing: Plane, mirror: Plane) -> None:
    """How much a row faces the camera, and where a mirror there would look."""
    nx, ny, nz, ex, ey, ez = normal[0, y], normal[1, y], normal[2, y], eye[0], eye[1], eye[2]
    mx, my, mz = mirror[0], mirror[1], mirror[2]
    for x in range(facing.shape[0]):
        cosine = min(max(nx[x] * ex[x] + ny[x] * ey[x] + nz[x] * ez[x], _0), _1)
        facing[x] = cosine
        mx[x] = _2 * cosine * nx[x] - ex[x]
        my[x] = _2 * cosine * ny[x] - ey[x]
        mz[x] = _2 * cosine * nz[x] - ez[x]


@in_lanes
def _point_to_key(key: Any, place: Plane, towards: Plane, strength: Plane) -> None:
    """The way to the key light from places (3, W), and how strong it is there."""
    nearby, where, power, _ = key
    tx, ty, tz, px, py, pz = towards[0], towards[1], towards[2], place[0], place[1], place[2]
    if not nearby:
        tx[:] = where[0, 0]
        ty[:] = where[0, 1]
        tz[:] = where[0, 2]
        strength[:] = _1
        return
    for x in range(strength.shape[0]):
        u, v, w = where[0, 0] - px[x], where[0, 1] - py[x], where[0, 2] - pz[x]
        square = u * u + v * v + w * w
        scale = _1 / np.sqrt(square)
        ahead = max(-(where[1, 0] * u + where[1, 1] * v + where[1, 2] * w) * scale, _0)
        tx[x] = u * scale
        ty[x] = v * scale
        tz[x] = w * scale
        strength[x] = ahead * power[0] / (square + power[1])


@in_lanes
def _guess(ambient: F32, colors: F32, normal: Plane, mirror: Plane, y: int, falls: Plane, shows: Plane) -> None:
    """Light from all around where nobody has worked it out: on what has a normal, and on what would face where a
    mirror there looks."""
    nx, ny, nz, my = normal[0, y], normal[1, y], normal[2, y], mirror[1]
    for k in range(3):
        fall, show, low, high = falls[k], shows[k], colors[0, k], colors[1, k]
        for x in range(my.shape[0]):
            slope = ambient[k, 0] * nx[x] + ambient[k, 1] * ny[x] + ambient[k, 2] * nz[x]
            fall[x] = max(slope + ambient[k, 3], _0)
            show[x] = low + (high - low) * min(max(_HALF + _OVERHEAD * my[x], _0), _1)


@in_lanes
def _share_of_key(normal: Plane, sun: Plane, towards: Plane, strength: Plane, y: int, share: Plane) -> None:
    """Row `y` of the share of the key light that falls there: a little of it wraps round the form, as in translucent
    vinyl."""
    nx, ny, nz, tx, ty, tz = normal[0, y], normal[1, y], normal[2, y], towards[0], towards[1], towards[2]
    lit, out = sun[y], share[y]
    for x in range(out.shape[0]):
        slope = tx[x] * nx[x] + ty[x] * ny[x] + tz[x] * nz[x]
        out[x] = min(max((slope + _WRAP) * _WRAPPED, _0), _1) * lit[x] * strength[x]


@in_lanes
def _gather(colors: F32, where: F32, k: int, y: int, normal: Plane, albedo: Plane, open_air: Plane, facing: Plane,
            by_key: Plane, falls: Plane, diffuse: Plane) -> None:
    """Row `y` of one colour of what falls on surfaces from all around, from behind, from the camera and from the
    key."""
    fill, rim, key, bx, by, bz = colors[2, k], colors[3, k], where[2, k], colors[4, 0], colors[4, 1], colors[4, 2]
    nx, ny, nz, paint, open_row, share = normal[0, y], normal[1, y], normal[2, y], albedo[k, y], open_air[y], by_key[y]
    out = diffuse[k, y]
    for x in range(out.shape[0]):
        edge = rim * max(bx * nx[x] + by * ny[x] + bz * nz[x], _0)
        # Light that bounces between close surfaces takes their colour: crevices in bright things stay bright.
        bounced = open_row[x] + (_1 - open_row[x]) * _BOUNCED * paint[x]
        out[x] = (falls[x] + edge) * bounced + fill * facing[x] + key * share[x]


@in_lanes
def _glint(key: Any, normal: Plane, sun: Plane, gloss: Plane, eye: Plane, facing: Plane, towards: Plane, y: int,
           strength: Plane) -> None:
    """Makes of the strength of the key light in a row that of its reflection, by Cook and Torrance with the
    distribution of Trowbridge and Reitz."""
    nx, ny, nz, tx, ty, tz = normal[0, y], normal[1, y], normal[2, y], towards[0], towards[1], towards[2]
    ex, ey, ez, lit, shiny, blunt = eye[0], eye[1], eye[2], sun[y], gloss[y], key[3]
    for x in range(strength.shape[0]):
        u, v, w = ex[x] + tx[x], ey[x] + ty[x], ez[x] + tz[x]
        scale = _1 / (np.sqrt(u * u + v * v + w * w) + _TINY)
        upright = min(max((u * nx[x] + v * ny[x] + w * nz[x]) * scale, _0), _1)
        away = _1 - min(max((u * ex[x] + v * ey[x] + w * ez[x]) * scale, _0), _1)
        slope = min(max(tx[x] * nx[x] + ty[x] * ny[x] + tz[x] * nz[x], _0), _1)
        rough = (_ROUGH - _SMOOTHER * shiny[x]) * (_ROUGH - _SMOOTHER * shiny[x]) + blunt
        spread = upright * upright * (rough * rough - _1) + _1
        masked = ((max(facing[x], _GRAZING) * (_2 - rough) + rough) * (max(slope, _GRAZING) * (_2 - rough) + rough))
        mirrors = _AHEAD + (_1 - _AHEAD) * away * away * away * away * away
        shine = _SHINE * mirrors * rough * rough * slope * lit[x] / (spread * spread * masked)
        strength[x] *= shine if shiny[x] >= _MATTE else _0


@in_lanes
def _mirror(key: np.float32, gloss: Plane, open_air: Plane, facing: Plane, shows: Plane, glint: Plane,
            out: Plane) -> None:
    """One colour of a row of the reflection of the key light, and of the surroundings on what is not matte."""
    for x in range(out.shape[0]):
        away = _1 - facing[x]
        sheen = _SHEEN + _SHEEN_AWAY * away * away * away * away * away
        out[x] = key * glint[x] + shows[x] * open_air[x] * (sheen if gloss[x] >= _MATTE else _0)


@in_lanes
def _scale(color: F32, row: Plane) -> None:
    """Makes of a share of a light how bright it is."""
    bright = (color[0] + color[1] + color[2]) * _THIRD
    for x in range(row.shape[0]):
        row[x] *= bright


@in_lanes
def _take_share(diffuse: Plane, top: int, bottom: int, by_key: Plane) -> None:
    """Makes of rows of the key light's part its share of what falls there."""
    for y in range(top, bottom):
        red, green, blue, out = diffuse[0, y], diffuse[1, y], diffuse[2, y], by_key[y]
        for x in range(out.shape[0]):
            out[x] /= (red[x] + green[x] + blue[x]) * _THIRD + _NEXT_TO_NONE


# -- lamps -------------------------------------------------------------------------------------------------------------
@in_lanes
def _add_lamp(planes: Any, lens: Any, lamp: Any, lit: Plane, top: int, bottom: int, diffuse: Plane,
              mirrored: Plane) -> None:
    """Adds a lamp's light and its highlights to rows where it reaches. `lit` (H, W) is 1 where nothing stands in its
    light, 0 where it is kept off; (0, 0) where it never is."""
    depth, normal, _, _, gloss, open_air = planes
    position, color, radius = lamp
    width = depth.shape[1]
    scratch = np.empty((3, 3, width), np.float32)
    place, eye, towards = scratch[0], scratch[1], scratch[2]
    amount, glint = np.empty(width, np.float32), np.empty(width, np.float32)
    for y in range(top, bottom):
        look(lens, depth, y, place, eye)
        if not _reach(position, radius, place, towards, amount):
            continue
        if lit.shape[0] > 0:
            amount *= lit[y]
        _highlight(normal, gloss, eye, towards, amount, y, glint)
        _lamplight(normal, open_air, towards, y, amount)
        for k in range(3):
            falls, shines, share = diffuse[k, y], mirrored[k, y], color[k]
            for x in range(width):
                falls[x] += share * amount[x]
                shines[x] += share * glint[x]


@in_lanes
def _reach(position: F32, radius: np.float32, place: Plane, towards: Plane, amount: Plane) -> bool:
    """The way to a lamp from places (3, W), and how much of its light gets there; whether any does."""
    px, py, pz, tx, ty, tz, reached = place[0], place[1], place[2], towards[0], towards[1], towards[2], 0
    for x in range(amount.shape[0]):
        u, v, w = position[0] - px[x], position[1] - py[x], position[2] - pz[x]
        square = u * u + v * v + w * w
        scale = _1 / (np.sqrt(square) + _POINT)
        tx[x] = u * scale
        ty[x] = v * scale
        tz[x] = w * scale
        part = square / (radius * radius)
        fade = max(_1 - part * part, _0)
        amount[x] = fade * fade / (square + _BULB)
        reached += part < _1
    return reached > 0


@in_lanes
def _lamplight(normal: Plane, open_air: Plane, towards: Plane, y: int, amount: Plane) -> None:
    """Makes of how much of a lamp's light gets to a row how much of it falls on what is there."""
    nx, ny, nz, tx, ty, tz = normal[0, y], normal[1, y], normal[2, y], towards[0], towards[1], towards[2]
    open_row = open_air[y]
    for x in range(amount.shape[0]):
        slope = tx[x] * nx[x] + ty[x] * ny[x] + tz[x] * nz[x]
        amount[x] *= min(max((slope + _LAMP_WRAP) * _LAMP_WRAPPED, _0), _1) * (_SHUT + (_1 - _SHUT) * open_row[x])


@in_lanes
def _highlight(normal: Plane, gloss: Plane, eye: Plane, towards: Plane, amount: Plane, y: int, out: Plane) -> None:
    """A row of the reflection of a lamp, by Blinn and Phong; sharper and stronger with more gloss."""
    nx, ny, nz, tx, ty, tz = normal[0, y], normal[1, y], normal[2, y], towards[0], towards[1], towards[2]
    ex, ey, ez, shiny = eye[0], eye[1], eye[2], gloss[y]
    for x in range(out.shape[0]):
        u, v, w = ex[x] + tx[x], ey[x] + ty[x], ez[x] + tz[x]
        angle = (u * nx[x] + v * ny[x] + w * nz[x]) / (np.sqrt(u * u + v * v + w * w) + _TINY)
        power = _DULLEST * exp2(_SHARPER * shiny[x])
        shine = exp2(log2(min(max(angle, _FAINT), _1)) * power) * shiny[x] * shiny[x] * (_BROAD + _PEAK * power)
        slope = tx[x] * nx[x] + ty[x] * ny[x] + tz[x] * nz[x]
        out[x] = shine * amount[x] * min(max(slope * _LIT_SIDE, _0), _HALF)


# -- what stands between -----------------------------------------------------------------------------------------------
_RING = tuple((float(np.cos(a)), float(np.sin(a))) for a in np.arange(6) * (2 * np.pi / 6) + 0.3)


def occlusion(g: GBuffer, view: View, pool: Executor | None, space: Workspace | None = None) -> Plane:
    """(H, W) share of the surroundings that each pixel sees, after the Alchemy estimator (McGuire et al. 2011): what
    stands above the tangent plane nearby takes light away."""
    space, (h, w) = space or Workspace(), g.depth.shape
    margin = max(4, round(h * 0.09))
    places = space.array("places", (3, h + 2 * margin, w + 2 * margin))
    blocked = space.array("open air", (h, w))
    taps = [(margin + round(dy * reach * margin), margin + round(dx * reach * margin), share)
            for reach, share, ring in ((0.28, 0.9, _RING[::2]), (1.0, 1.0, _RING)) for dx, dy in ring]
    offsets, shares = np.array([tap[:2] for tap in taps]), np.array([tap[2] for tap in taps], np.float32)
    _spread_out(lens_of(view), g.depth, margin, places)

    def band(rows: slice) -> None:
        _look_around(places, g.normal, g.depth, margin, offsets, shares, rows.start, rows.stop, blocked)

    in_bands(h, w, band, pool)
    return cv2.GaussianBlur(blocked, (5, 5), 0)


@in_lanes
def _spread_out(lens: Any, depth: Plane, margin: int, places: Plane) -> None:
    """The places that are seen; beyond the border of the picture, those at it."""
    height, width = depth.shape
    place, eye = np.empty((3, width), np.float32), np.empty((3, width), np.float32)
    for y in range(height):
        look(lens, depth, y, place, eye)
        for k in range(3):
            row = places[k, margin + y]
            row[:margin] = place[k, 0]
            row[margin : margin + width] = place[k]
            row[margin + width :] = place[k, width - 1]
    for k in range(3):
        for y in range(margin):
            places[k, y] = places[k, margin]
            places[k, margin + height + y] = places[k, margin + height - 1]


@in_lanes
def _look_around(places: Plane, normal: Plane, depth: Plane, margin: int, offsets: Any, shares: F32, top: int,
                 bottom: int, open_air: Plane) -> None:
    """Rows of what each pixel sees past what is at some `offsets` from it, of which each counts for a share."""
    width = depth.shape[1]
    blocked = np.empty(width, np.float32)
    for y in range(top, bottom):
        nx, ny, nz, far = normal[0, y], normal[1, y], normal[2, y], depth[y]
        px, py, pz = (places[0, margin + y, margin:], places[1, margin + y, margin:], places[2, margin + y, margin:])
        blocked[:] = _0
        for tap in range(shares.shape[0]):
            down, right, share = y + offsets[tap, 0], offsets[tap, 1], shares[tap]
            qx, qy, qz = places[0, down, right:], places[1, down, right:], places[2, down, right:]
            for x in range(width):
                u, v, w = qx[x] - px[x], qy[x] - py[x], qz[x] - pz[x]
                above = max(u * nx[x] + v * ny[x] + w * nz[x] - _BIAS * far[x], _0)
                square = u * u + v * v + w * w
                # Things more than about a metre away do not matter: that is what sky light is for.
                blocked[x] += share * above * max(_1 - square * _NEARBY, _0) / (square + _TOUCHING)
        out, strength = open_air[y], _DARKENS / np.float32(shares.shape[0])
        for x in range(width):
            out[x] = exp2(blocked[x] * strength)
