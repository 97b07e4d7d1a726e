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
from model.renderer.elementary import exp2
from model.renderer.finish import ON_SET, ON_THINGS, SNOW, SOAKED, finish
from model.renderer.irradiance import NOWHERE, Ready, falling, workspace
from model.renderer.light import RIM, Lamp, Light
from model.renderer.mesh import F32
from model.renderer.raster import SET, U8, GBuffer, Plane, View, Workspace, dot, in_bands, view_of
from model.renderer.scenery import GROUND, WATER
from model.renderer.studio import BOX

_OF_SUN, _OF_BOX = np.float32(0.02), np.float32(0.05)  # roughness for the size of the light
_OFF = 0.02  # wetness and snow that cannot be seen

# Numbers of the compiled loops.
_0, _1, _2, _HALF = (np.float32(x) for x in (0.0, 1.0, 2.0, 0.5))
_TINY = np.float32(1e-6)
_MATTE = np.float32(0.1)  # gloss below which nothing is mirrored
_SHINE = np.float32(1.0)  # of the reflection of the key light that is left of it by what is in between
_ON_SET, _ON_THINGS = np.float32(ON_SET), np.float32(ON_THINGS)
_THIRD, _NEXT_TO_NONE = np.float32(1 / 3), np.float32(1e-3)
_FLAT, _TO_FLAT = np.float32(0.55), np.float32(1 / 0.35)  # how much a surface must face up to be wet or snowed on
_SOAKED, _DARKER = np.float32(0.35), np.float32(SOAKED)  # of the wet, what is not ground takes; what that does to paint
_GLAZED, _WET_GLOSS = np.float32(0.45), np.float32(0.92)
_SNOW, _DULL = np.array(SNOW, np.float32), np.float32(0.7)
_OVERHEAD = np.float32(1.4)
_BOUNCED = np.float32(0.9)
_ROUGH, _SMOOTHER, _GRAZING, _AHEAD = (np.float32(x) for x in (0.75, 0.6, 0.05, 0.04))
_SHEEN, _SHEEN_AWAY = np.float32(0.055), np.float32(0.24)
_POINT, _BULB, _SHUT = np.float32(1e-4), np.float32(0.35), np.float32(0.35)
_SLANT, _NEARLY, _QUARTER, _CLEAR = (np.float32(x) for x in (1e-3, 0.05, 0.25, 4.0))
# What microfacets reflect on the whole, after Karis.
_FALLS, _K1, _K2, _K3, _K4, _K5 = (np.float32(x) for x in (-9.28, 0.0425, 0.0275, 1.04, 0.572, 0.022))
_BIAS, _NEARBY, _TOUCHING = np.float32(0.0025), np.float32(0.3), np.float32(0.1)
_DARKENS = np.float32(-2.2 / np.log(2.0))


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
            _add_lamp(planes, lens, _lamp_of(lamp), top, bottom, diffuse)
        if len(light.emitters) > 0:
            _add_mirrored(planes, lens, light.emitters, top, bottom, mirrored)
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
    return True, where, np.array((box.clear * box.radiance * BOX**2, BOX**2), np.float32), _OF_BOX


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
        _share_of_key(normal, sun, towards, strength, key[3], y, by_key)
        for k in range(3):
            _gather(colors, key[1], k, y, normal, albedo, open_air, facing, by_key, falls[k], diffuse)
        _glint(key[3], normal, sun, gloss, eye, facing, towards, y, strength)
        for k in range(3):
            _mirror(key[1][2, k], gloss[y], open_air[y], facing, shows[k], strength, mirrored[k, y])
        _scale(key[1][2], by_key[y])
        if colors[3].any():
            _rim_light(colors, normal, open_air, gloss, eye, facing, y, towards, strength, mirrored)


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
def _share_of_key(normal: Plane, sun: Plane, towards: Plane, strength: Plane, blunt: np.float32, y: int,
                  share: Plane) -> None:
    """Row `y` of the share of the key light that falls there: the larger the light, the farther it reaches round."""
    nx, ny, nz, tx, ty, tz = normal[0, y], normal[1, y], normal[2, y], towards[0], towards[1], towards[2]
    lit, out, scale = sun[y], share[y], _1 / (_1 + blunt)
    for x in range(out.shape[0]):
        slope = tx[x] * nx[x] + ty[x] * ny[x] + tz[x] * nz[x]
        out[x] = max((slope + blunt) * scale, _0) * lit[x] * strength[x]


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
def _glint(blunt: np.float32, normal: Plane, lets_in: Plane, gloss: Plane, eye: Plane, facing: Plane, towards: Plane,
           y: int, strength: Plane) -> None:
    """Makes of the strength of a light in a row, of which so much is let in, that of its reflection, by Cook and
    Torrance with the distribution of Trowbridge and Reitz."""
    nx, ny, nz, tx, ty, tz = normal[0, y], normal[1, y], normal[2, y], towards[0], towards[1], towards[2]
    ex, ey, ez, lit, shiny = eye[0], eye[1], eye[2], lets_in[y], gloss[y]
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
def _rim_light(colors: F32, normal: Plane, open_air: Plane, gloss: Plane, eye: Plane, facing: Plane, y: int,
               towards: Plane, strength: Plane, mirrored: Plane) -> None:
    """Adds the reflection of the light from behind to row `y`."""
    for k in range(3):
        towards[k] = colors[4, k]
    strength[:] = _1
    _glint(_OF_SUN, normal, open_air, gloss, eye, facing, towards, y, strength)
    for k in range(3):
        out, rim = mirrored[k, y], colors[3, k]
        for x in range(out.shape[0]):
            out[x] += rim * strength[x]


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
def _add_lamp(planes: Any, lens: Any, lamp: Any, top: int, bottom: int, diffuse: Plane) -> None:
    """Adds a lamp's light to rows where it reaches."""
    depth, normal, _, _, _, open_air = planes
    position, color, radius = lamp
    width = depth.shape[1]
    scratch = np.empty((3, 3, width), np.float32)
    place, eye, towards = scratch[0], scratch[1], scratch[2]
    amount = np.empty(width, np.float32)
    for y in range(top, bottom):
        look(lens, depth, y, place, eye)
        if not _reach(position, radius, place, towards, amount):
            continue
        _lamplight(normal, open_air, towards, y, amount)
        for k in range(3):
            falls, share = diffuse[k, y], color[k]
            for x in range(width):
                falls[x] += share * amount[x]


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
        amount[x] *= max(slope, _0) * (_SHUT + (_1 - _SHUT) * open_row[x])


# -- what shines, in what is polished ----------------------------------------------------------------------------------
@in_lanes
def _add_mirrored(planes: Any, lens: Any, emitters: F32, top: int, bottom: int, mirrored: Plane) -> None:
    """Adds what polished surfaces in rows mirror of boxes of light (K, 9): middle, half sides, radiance."""
    depth, normal, _, _, gloss, _ = planes
    width = depth.shape[1]
    scratch = np.empty((5, 3, width), np.float32)
    place, eye, mirror, across, along = scratch[0], scratch[1], scratch[2], scratch[3], scratch[4]
    facing, blunt, shine, shown = (np.empty(width, np.float32), np.empty(width, np.float32),
                                   np.empty(width, np.float32), np.empty(width, np.float32))
    for y in range(top, bottom):
        if not _polished(gloss[y]):
            continue
        look(lens, depth, y, place, eye)
        _reflect(normal, eye, y, facing, mirror)
        _lobe(normal, gloss, y, mirror, facing, across, along, blunt, shine)
        for n in range(emitters.shape[0]):
            emitter = emitters[n]
            _cover(emitter, place, mirror, across, along, facing, blunt, shown)
            _above(emitter, place, normal, y, shown)
            for k in range(3):
                out, bright = mirrored[k, y], emitter[6 + k]
                for x in range(width):
                    out[x] += bright * shown[x] * shine[x]


@in_lanes
def _polished(gloss: Plane) -> bool:
    """Whether anything in a row is."""
    most = _0
    for x in range(gloss.shape[0]):
        most = max(most, gloss[x])
    return bool(most >= _MATTE)


@in_lanes
def _lobe(normal: Plane, gloss: Plane, y: int, mirror: Plane, facing: Plane, across: Plane, along: Plane, blunt: Plane,
          shine: Plane) -> None:
    """Of row `y` the two directions in which what is mirrored is blurred, how much (the tangent of an angle, along),
    and how much is mirrored at all: microfacets of Trowbridge and Reitz, what they reflect on the whole after Karis
    (2014)."""
    nx, ny, nz, mx, my, mz = normal[0, y], normal[1, y], normal[2, y], mirror[0], mirror[1], mirror[2]
    shiny = gloss[y]
    for x in range(blunt.shape[0]):
        u, v, w = my[x] * nz[x] - mz[x] * ny[x] + _SLANT, mz[x] * nx[x] - mx[x] * nz[x], mx[x] * ny[x] - my[x] * nx[x]
        scale = _1 / np.sqrt(u * u + v * v + w * w + _TINY)
        u, v, w = u * scale, v * scale, w * scale
        across[0, x], across[1, x], across[2, x] = u, v, w
        along[0, x] = v * mz[x] - w * my[x]
        along[1, x] = w * mx[x] - u * mz[x]
        along[2, x] = u * my[x] - v * mx[x]
        rough = _ROUGH - _SMOOTHER * shiny[x]
        blunt[x] = _2 * rough * rough
        smooth = _1 - rough
        part = min(smooth * smooth, exp2(_FALLS * facing[x])) * smooth + _K1 - _K2 * rough
        share = _AHEAD * (_K3 * (_1 - part) - _K4 * rough) + _K3 * part - _AHEAD + _K5 * rough
        shine[x] = _SHINE * share if shiny[x] >= _MATTE else _0


@in_lanes
def _cover(emitter: F32, place: Plane, mirror: Plane, across: Plane, along: Plane, facing: Plane, blunt: Plane,
           shown: Plane) -> None:
    """How much of what a row mirrors is a box of light, 0 .. 1: its outline along either direction of blur, blurred."""
    px, py, pz, mx, my, mz = place[0], place[1], place[2], mirror[0], mirror[1], mirror[2]
    ax, ay, az, bx, by, bz = across[0], across[1], across[2], along[0], along[1], along[2]
    for x in range(shown.shape[0]):
        u, v, w = emitter[0] - px[x], emitter[1] - py[x], emitter[2] - pz[x]
        away = u * mx[x] + v * my[x] + w * mz[x]
        wide = abs(ax[x]) * emitter[3] + abs(ay[x]) * emitter[4] + abs(az[x]) * emitter[5]
        high = abs(bx[x]) * emitter[3] + abs(by[x]) * emitter[4] + abs(bz[x]) * emitter[5]
        blur = _1 / (max(away, _NEARLY) * blunt[x])
        sharp = blur / max(facing[x], _GRAZING)
        off, up = u * ax[x] + v * ay[x] + w * az[x], u * bx[x] + v * by[x] + w * bz[x]
        a, b, c, d = (off + wide) * sharp, (off - wide) * sharp, (up + high) * blur, (up - high) * blur
        part = a / np.sqrt(_1 + a * a) - b / np.sqrt(_1 + b * b)
        part *= c / np.sqrt(_1 + c * c) - d / np.sqrt(_1 + d * d)
        shown[x] = _QUARTER * part if away > _0 else _0


@in_lanes
def _above(emitter: F32, place: Plane, normal: Plane, y: int, shown: Plane) -> None:
    """Takes from what a row mirrors of a box of light as much as lies behind or along its surface."""
    px, py, pz, nx, ny, nz = place[0], place[1], place[2], normal[0, y], normal[1, y], normal[2, y]
    for x in range(shown.shape[0]):
        up = (emitter[0] - px[x]) * nx[x] + (emitter[1] - py[x]) * ny[x] + (emitter[2] - pz[x]) * nz[x]
        shown[x] *= min(max(up * _CLEAR, _0), _1)


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
