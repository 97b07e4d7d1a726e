"""From light to a frame: paint and weather, what shines by itself, air and sky, mirrors, lens and film.

Takes what falls on each pixel from whoever knows it. Knows nothing of meshes or of where light comes from. Planes are
(H, W), colours and pictures (3, H, W) until they are frames (H, W, 3); linear light until it is on film. What is soft,
sky and glow and blur, is drawn on fewer pixels, (N, h, W) of the same width, and enlarged where it is used.
"""

from __future__ import annotations

import math
from concurrent.futures import Executor
from functools import lru_cache
from typing import Any

import cv2
import numpy as np

from model.camera import Camera
from model.renderer.atmosphere import sky_dome
from model.renderer.compiled import in_lanes
from model.renderer.elementary import exponential
from model.renderer.ground import places
from model.renderer.light import HUES, Light
from model.renderer.mesh import F32
from model.renderer.mirror import reflected
from model.renderer.raster import NOTHING, SET, U8, GBuffer, Plane, View, Workspace, in_bands, in_shares, view_of
from model.renderer.scenery import (
    GROUND,
    LAMP,
    LIT_PANE,
    OF_LAMPS,
    OF_SCREENS,
    OF_SET_GLOW,
    OF_STAGE_GLOW,
    SCREEN,
    SKY_PANE,
)
from model.renderer.soft import Lines, blurred, lines_between, widened

SNOW = (0.86, 0.9, 0.96)
ON_SET, ON_THINGS = 0.92, 0.22  # of it that settles
SOAKED = 0.45  # of what paint sends back, taken by rain
_NONE, _HALF, _ALL = np.float32(0.0), np.float32(0.5), np.float32(1.0)
_BLUR = {"Wide": 0.0, "Medium": 0.0022, "Close-up": 0.0075}  # circle of confusion at infinity, of the frame's height
_GLASS = np.array((0.10, 0.13, 0.17), np.float32)  # what a window sends back by day
_TONES = 8192  # of the film curve
_PIVOT = 0.30  # light that a film of any contrast shows alike
_GRAIN = 0.03  # of it, on a scale of the square root of light
_HALO = 4  # pixels along each side of one of the glow's
_THINNEST = np.float32(-60.0)  # logarithm of what is as good as nothing
_SEEN_THROUGH = np.float32(0.3)  # of the light on a pane


def finish(diffuse: Plane, mirrored: Plane | None, g: GBuffer, light: Light, camera: Camera,
           pool: Executor | None = None, space: Workspace | None = None) -> U8:
    """The frame (H, W, 3) of the light that falls on each pixel, as white paint would send it on, and of what is
    mirrored there, each (3, H, W). Where nothing is given as mirrored, `diffuse` is what surfaces send, paint and all.
    The same with and without a pool of threads or a workspace."""
    height, width = g.depth.shape
    space = space or Workspace()
    view = view_of(camera, (width, height))
    picture = _composed(diffuse, mirrored, g, light, view, pool, space)
    picture = reflected(picture, g, light, view, pool, space)
    _focus(picture, g, camera, view, pool, space)
    return _develop(picture, _halo(picture, pool, space), light, pool)


def _composed(diffuse: Plane, mirrored: Plane | None, g: GBuffer, light: Light, view: View, pool: Executor | None,
              space: Workspace) -> Plane:
    """(3, H, W) light that reaches the lens."""
    height, width = g.depth.shape
    sky = _sky(g, light, view, pool, space)
    picture = space.array("picture", (3, height, width))
    colors = np.array([light.mist, np.multiply(light.panes[0], light.dark) + _GLASS,
                       np.multiply(light.panes[1], light.dark) + _GLASS, light.window, SNOW], np.float32)  # fmt: skip
    weather = np.array([light.wet, light.snow, 1.1 / light.haze], np.float32)
    shining = np.array([OF_LAMPS * light.dark, OF_SCREENS], np.float32)
    planes = (g.albedo, g.normal, g.depth, g.entity, g.kind, g.glow, g.grain)
    sight = (view.world_to_view[:3, :3], view.eye, 1.0 / view.focal)

    def band(rows: slice) -> None:
        _compose(diffuse, diffuse if mirrored is None else mirrored, mirrored is not None, planes, sight, weather,
                 shining, colors, sky, lines_between(sky.shape[1], height), rows.start, rows.stop, picture)

    in_shares(height, width, band, pool)
    return picture


@in_lanes
def _compose(diffuse: Plane, mirrored: Plane, painting: bool, planes: Any, sight: Any, weather: F32, shining: F32,
             colors: F32, sky: Plane, lines: Lines, top: int, bottom: int, picture: Plane) -> None:
    albedo, normal, depth, entity, kind, glow, grain = planes
    wet, snow, thickness = weather[0], weather[1], weather[2]
    width = depth.shape[1]
    rows = np.zeros((4, width), np.float32)
    bare, cover, shine, lost = rows[0], rows[1], rows[2], rows[3]
    for y in range(top, bottom):
        panes, empty = _found(kind[y], entity[y])
        _shine(glow[y], entity[y], kind[y], shining, shine)
        _lose(depth[y], thickness, lost)
        if snow > _NONE:
            _settle(normal[1, y], entity[y], snow, cover)
        if painting:
            _soak(kind[y], wet, bare)
        for x in range(width):
            bare[x] = bare[x] * grain[y, x] if painting else _ALL + (grain[y, x] - _ALL) * (_ALL - cover[x])
        for k in range(3):
            out = picture[k, y]
            if painting:
                _paint(albedo[k, y], bare, cover, colors[4, k], shine, diffuse[k, y], mirrored[k, y], out)
            else:
                _add(albedo[k, y], bare, shine, diffuse[k, y], out)
        if panes > 0:
            _glaze(kind[y], depth[y], y, depth.shape, sight, colors, picture)
        for k in range(3):
            out, mist = picture[k, y], colors[0, k]
            for x in range(width):
                out[x] += (mist - out[x]) * lost[x]
            if empty > 0:
                _show_sky(entity[y], sky[k, lines[0][y]], sky[k, lines[1][y]], lines[2][y], out)


@in_lanes
def _found(kind: U8, entity: Plane) -> tuple[int, int]:
    """How many pixels of a row are window panes and sky."""
    panes, empty = 0, 0
    for x in range(kind.shape[0]):
        panes += (kind[x] == LIT_PANE) | (kind[x] == SKY_PANE)
        empty += entity[x] == NOTHING
    return panes, empty


_OF_THINGS, _OF_SET = np.float32(OF_STAGE_GLOW), np.float32(OF_SET_GLOW)


@in_lanes
def _shine(glow: Plane, entity: Plane, kind: U8, shining: F32, out: Plane) -> None:
    """How much light a row of surfaces sends by itself, in its own colour."""
    lamp, screen = shining[0], shining[1]
    for x in range(out.shape[0]):
        own = glow[x] * (_OF_THINGS if entity[x] >= 0 else _OF_SET)
        out[x] = own + (lamp if kind[x] == LAMP else screen if kind[x] == SCREEN else _NONE)


_CLEAR = np.float32(3.0)  # m before the lens without mist


@in_lanes
def _lose(depth: Plane, thickness: Any, out: Plane) -> None:
    """How much of a row is lost in the mist."""
    for x in range(out.shape[0]):
        out[x] = _ALL - exponential(min(max((_CLEAR - depth[x]) * thickness, _THINNEST), _NONE))


_DARKER, _ON_GROUND, _ON_REST = np.float32(SOAKED), np.float32(1.0), np.float32(0.35)


@in_lanes
def _soak(kind: U8, wet: Any, out: Plane) -> None:
    """How bright a row of paint is when it is wet."""
    for x in range(out.shape[0]):
        out[x] = _ALL - _DARKER * wet * (_ON_GROUND if kind[x] == GROUND else _ON_REST)


_LEVEL, _STEEP = np.float32(0.55), np.float32(1.0 / 0.35)  # of a normal's upward part
_SET_SHARE, _THING_SHARE = np.float32(ON_SET), np.float32(ON_THINGS)


@in_lanes
def _settle(up: Plane, entity: Plane, snow: Any, out: Plane) -> None:
    """How much of a row is under snow."""
    for x in range(out.shape[0]):
        level = min(max((up[x] - _LEVEL) * _STEEP, _NONE), _ALL)
        out[x] = snow * level * (_SET_SHARE if entity[x] == SET else _THING_SHARE)


@in_lanes
def _paint(albedo: Plane, bare: Plane, cover: Plane, white: Any, shine: Plane, diffuse: Plane, mirrored: Plane,
           out: Plane) -> None:
    for x in range(out.shape[0]):
        seen = albedo[x] * bare[x]
        seen += (white - seen) * cover[x]
        out[x] = seen * diffuse[x] + mirrored[x] + albedo[x] * shine[x]


@in_lanes
def _add(albedo: Plane, bare: Plane, shine: Plane, sent: Plane, out: Plane) -> None:
    for x in range(out.shape[0]):
        out[x] = sent[x] * bare[x] + albedo[x] * shine[x]


# Of the light of a window: the air over the horizon and high up, and hills; about 1 on average, as walls get it.
_LOW_AIR, _HIGH_AIR = np.array([[1.75, 1.4, 0.98], [0.7, 0.74, 0.72]], np.float32)
_HILLS = np.array([0.36, 0.36, 0.3], np.float32)
_THICK, _SOFT = np.float32(-5.0), np.float32(90.0)  # of the air, for each unit of the way up; of a ridge's edge


@in_lanes
def _seen_outside(x: int, y: int, shape: Any, sight: Any) -> tuple[Any, Any]:
    """Seen through a window at a pixel: how high in the air it is, and how much of it is hills, both 0 .. 1."""
    turn, _, pixel = sight
    right, up = (x + 0.5 - shape[1] * 0.5) * pixel, (shape[0] * 0.5 - 0.5 - y) * pixel
    east = turn[0, 0] * right + turn[1, 0] * up - turn[2, 0]
    rise = turn[0, 1] * right + turn[1, 1] * up - turn[2, 1]
    south = turn[0, 2] * right + turn[1, 2] * up - turn[2, 2]
    away = math.sqrt(east * east + south * south) + 1e-6
    east, south, rise = east / away, south / away, rise / away
    ridge = 0.055 + 0.03 * math.sin(5.0 * east + 3.0 * south) + 0.018 * math.sin(13.0 * east - 8.0 * south + 1.0)
    hilly = min(max((ridge - rise) * _SOFT + _HALF, _NONE), _ALL)
    return _ALL - exponential(np.float32(_THICK * max(rise, 0.0))), np.float32(hilly)


@in_lanes
def _glaze(kind: U8, depth: Plane, y: int, shape: Any, sight: Any, colors: F32, picture: Plane) -> None:
    """What window panes in a row show."""
    place = np.empty((4, 1), np.float32)
    column = np.empty(1, np.int32)
    for x in range(kind.shape[0]):
        if kind[x] == SKY_PANE:
            high, hilly = _seen_outside(x, y, shape, sight)
            for k in range(3):
                air = colors[3, k] * (_LOW_AIR[k] + (_HIGH_AIR[k] - _LOW_AIR[k]) * high)
                picture[k, y, x] = air + (colors[3, k] * _HILLS[k] - air) * hilly
        elif kind[x] == LIT_PANE:
            column[0] = x
            places(depth[x : x + 1], column, y, shape, sight, place[0], place[1])
            between = np.float32(0.5 + 0.5 * math.sin(HUES[0] * place[0, 0] + HUES[1] * place[1, 0]))
            for k in range(3):
                behind = colors[1, k] + (colors[2, k] - colors[1, k]) * between
                picture[k, y, x] = picture[k, y, x] * _SEEN_THROUGH + behind


@in_lanes
def _show_sky(entity: Plane, above: Plane, below: Plane, share: Any, out: Plane) -> None:
    for x in range(out.shape[0]):
        out[x] = above[x] + (below[x] - above[x]) * share if entity[x] == NOTHING else out[x]


def _sky(g: GBuffer, light: Light, view: View, pool: Executor | None, space: Workspace) -> Plane:
    """(3, h, W) light from where nothing stands, drawn at half size; anything where something stands."""
    empty = g.entity == NOTHING
    mist = np.asarray(light.mist, np.float32)[:, None, None]
    if light.enclosed or not empty.any():
        return np.repeat(np.float32(0.15) * mist, view.width, axis=2)
    h, w = (view.height + 1) // 2, (view.width + 1) // 2
    small = View(view.world_to_view, view.fov, w, h)
    sky = np.zeros((3, h, w), np.float32)
    near = cv2.dilate(empty.view(np.uint8), np.ones((5, 5), np.uint8))[::2, ::2].view(np.bool_)
    lines = np.flatnonzero(near.any(axis=1))
    first, last = int(lines[0]), int(lines[-1])
    foggy = np.float32(np.clip(1.0 - light.haze / 60.0, 0.0, 0.9))

    wide = space.array("wide sky", (3, h, view.width))

    def band(rows: slice) -> None:
        some = slice(first + rows.start, first + rows.stop)
        dome = sky_dome(small.rays(some), light.sky, light.time_s, near[some], sky[:, some])
        dome *= _ALL - foggy
        dome += mist * foggy
        widened(dome, view.width, wide[:, some])

    in_bands(last + 1 - first, w, band, pool)
    return wide


def _focus(picture: Plane, g: GBuffer, camera: Camera, view: View, pool: Executor | None, space: Workspace) -> None:
    """Puts what is far behind the target out of focus, as a long lens shows it."""
    size = _BLUR[camera.shot_size] * view.height
    if size < 0.5:
        return
    focus = float(np.linalg.norm(np.asarray(camera.target) - np.asarray(camera.position)))
    lens = np.float32(focus * 1.12), np.float32(min(1.0, 2.2 / focus + 0.35))
    h, w = max(1, view.height // 2), max(1, view.width // 2)
    carried = space.array("carried", (4, h, w))
    in_shares(h, 2 * w, lambda rows: _carry(picture, g.depth, *lens, rows.start, rows.stop, carried), pool)
    for plane in carried:
        cv2.GaussianBlur(plane, (0, 0), size / 2, dst=plane)
    soft = widened(carried, view.width, space.array("soft", (4, h, view.width)))
    lines = lines_between(h, view.height)
    in_shares(view.height, view.width,
             lambda rows: _soften(soft, lines, g.depth, *lens, rows.start, rows.stop, picture), pool)  # fmt: skip


@in_lanes
def _blurred(depth: Any, focus: Any, most: Any) -> Any:
    """How far out of focus something at a depth is, 0 .. 1."""
    return min(max((depth - focus) / depth, _NONE), _ALL) * most


_TIMES, _LEAST, _QUARTER = np.float32(4.0), np.float32(1e-3), np.float32(0.25)


@in_lanes
def _carry(picture: Plane, depth: Plane, focus: Any, most: Any, top: int, bottom: int, carried: Plane) -> None:
    """Means of each four pixels, weighted, and of their weights. What is sharp must not bleed into the blur: it is left
    out."""
    width = depth.shape[1]
    weights, sums = np.empty((2, width), np.float32), np.empty(width, np.float32)
    for i in range(top, bottom):
        for side in range(2):
            away, weight = depth[2 * i + side], weights[side]
            for x in range(width):
                weight[x] = min(_blurred(away[x], focus, most) * _TIMES, _ALL) + _LEAST
        upper, lower = weights[0], weights[1]
        for k in range(4):
            if k < 3:
                above, below = picture[k, 2 * i], picture[k, 2 * i + 1]
                for x in range(width):
                    sums[x] = above[x] * upper[x] + below[x] * lower[x]
            else:
                for x in range(width):
                    sums[x] = upper[x] + lower[x]
            out = carried[k, i]
            for j in range(out.shape[0]):
                out[j] = _QUARTER * (sums[2 * j] + sums[2 * j + 1])


_SOFTER, _SHARP = np.float32(3.0), np.float32(0.1)


@in_lanes
def _soften(soft: Plane, lines: Lines, depth: Plane, focus: Any, most: Any, top: int, bottom: int,
            picture: Plane) -> None:
    width = depth.shape[1]
    share, weight = np.empty(width, np.float32), np.empty(width, np.float32)
    for y in range(top, bottom):
        upper, lower, down = lines[0][y], lines[1][y], lines[2][y]
        away, above, below = depth[y], soft[3, upper], soft[3, lower]
        for x in range(width):
            share[x] = min(max(_blurred(away[x], focus, most) * _SOFTER - _SHARP, _NONE), _ALL)
        for x in range(width):
            weight[x] = share[x] / (above[x] + (below[x] - above[x]) * down)
        for k in range(3):
            above, below, out = soft[k, upper], soft[k, lower], picture[k, y]
            for x in range(width):
                out[x] += (above[x] + (below[x] - above[x]) * down) * weight[x] - out[x] * share[x]


def _halo(picture: Plane, pool: Executor | None, space: Workspace) -> Plane:
    """(3, H / 4, W) glow round what is brighter than paper."""
    height, width = picture.shape[1:]
    h, w = height // _HALO, width // _HALO
    bright, halo = (space.array(name, (3, h, w)) for name in ("bright", "halo"))
    in_shares(h, _HALO * width, lambda rows: _brighten(picture, rows.start, rows.stop, bright), pool)
    for plane, out in zip(bright, halo, strict=True):
        cv2.addWeighted(blurred(plane, height / 150), 0.5, blurred(plane, height / 45), 0.4, 0.0, dst=out)
    glow = space.array("glow", (3, h, width))
    widened(halo, _HALO * w, glow[..., : _HALO * w])
    glow[..., _HALO * w :] = glow[..., _HALO * w - 1 : _HALO * w]
    return glow


_PAPER, _BRIGHTEST, _SIXTEENTH = np.float32(1.1), np.float32(3.0), np.float32(1.0 / _HALO**2)


@in_lanes
def _brighten(picture: Plane, top: int, bottom: int, out: Plane) -> None:
    """By how much the mean of each sixteen pixels is brighter than paper."""
    sums = np.empty(picture.shape[2], np.float32)
    for i in range(top, bottom):
        for k in range(3):
            a, b = picture[k, 4 * i], picture[k, 4 * i + 1]
            c, d = picture[k, 4 * i + 2], picture[k, 4 * i + 3]
            for x in range(sums.shape[0]):
                sums[x] = a[x] + b[x] + c[x] + d[x]
            row = out[k, i]
            for j in range(row.shape[0]):
                mean = (sums[4 * j] + sums[4 * j + 1] + sums[4 * j + 2] + sums[4 * j + 3]) * _SIXTEENTH
                row[j] = min(max(mean - _PAPER, _NONE), _BRIGHTEST)


def _develop(picture: Plane, glow: Plane, light: Light, pool: Executor | None) -> U8:
    """Linear light (3, H, W) to a frame: halo, grading, vignette, film curve, gamma."""
    height, width = picture.shape[1:]
    luma = np.array([0.2126, 0.7152, 0.0722])
    grade = light.saturation * np.eye(3) + (1.0 - light.saturation) * luma[None, :]
    grade = (grade * np.asarray(light.tint)[:, None] * light.exposure * 0.58).astype(np.float32)
    curve, steps = _film(round(light.contrast, 2), *(round(value, 2) for value in light.shadows))
    frame = np.empty((height, width, 3), np.uint8)

    def band(rows: slice) -> None:
        _expose(picture, glow, lines_between(glow.shape[1], height, _HALO), grade, curve, np.float32(steps), _grain(),
                np.float32(light.grain * _GRAIN), rows.start, rows.stop, frame)  # fmt: skip

    in_shares(height, width, band, pool)
    return frame


@lru_cache(maxsize=8)
def _film(contrast: float, *shadows: float) -> tuple[U8, float]:
    """What becomes of light on film (Narkowicz's fit of ACES, dark greys toned by `shadows`, gamma): (3, _TONES), of
    each colour a byte for each step of its square root, and how many steps there are to 1."""
    most = 2.75  # film is white
    x = np.linspace(0.0, most, _TONES) ** 2
    x = _PIVOT * (x / _PIVOT) ** contrast
    y = np.minimum(x * (2.51 * x + 0.03) / (x * (2.43 * x + 0.59) + 0.14), 1.0)
    toned = y * (1.0 + (np.array(shadows)[:, None] - 1.0) * (1.0 - y) ** 2)
    return np.round(255.0 * toned ** (1 / 2.2)).astype(np.uint8), (_TONES - 1) / most


@lru_cache(maxsize=1)
def _grain() -> Plane:
    """(256, 256) of a film's grain, -1 .. 1: a little coarser than pixels, and the same in every frame."""
    rough = np.random.default_rng(20261123).normal(0.0, 1.0, (256, 256)).astype(np.float32)
    soft = cv2.GaussianBlur(np.tile(rough, (3, 3)), (0, 0), 0.7)[256:512, 256:512]
    tile: Plane = np.clip(soft / (3.0 * soft.std()), -1.0, 1.0)
    return tile


_DIMMER, _BRIGHT_MIDDLE, _CORNER = np.float32(0.14), np.float32(0.35), np.float32(2.0)
_BLACK = np.float32(3.0)


@in_lanes
def _expose(picture: Plane, glow: Plane, lines: Lines, grade: F32, curve: U8, steps: Any, grain: Plane, speckled: Any,
            top: int, bottom: int, frame: U8) -> None:
    height, width = picture.shape[1:]
    across, corner, speck = np.empty(width, np.float32), np.empty(width, np.float32), np.zeros(width, np.float32)
    light, tones = np.empty((3, width), np.float32), np.empty((3, width), np.uint16)
    for x in range(width):
        across[x] = np.float32((x * (2.0 / (width - 1)) - 1.0) ** 2)
    for y in range(top, bottom):
        down = np.float32((y * (2.0 / (height - 1)) - 1.0) ** 2) - _BRIGHT_MIDDLE
        for x in range(width):
            corner[x] = _ALL - _DIMMER * min(max(across[x] + down, _NONE), _CORNER)
        if speckled > _NONE:
            row = grain[y % grain.shape[0]]
            for x in range(width):
                speck[x] = speckled * row[x % row.shape[0]]
        for k in range(3):
            _gather(picture[k, y], glow[k, lines[0][y]], glow[k, lines[1][y]], lines[2][y], corner, light[k])
        for k in range(3):
            _tone(light[0], light[1], light[2], grade[k], speck, steps, curve.shape[1] - 1, tones[k])
        _print(tones[0], tones[1], tones[2], curve, frame[y])


@in_lanes
def _gather(picture: Plane, above: Plane, below: Plane, share: Any, corner: Plane, out: Plane) -> None:
    """A row of light on film, glow and all."""
    for x in range(out.shape[0]):
        out[x] = (picture[x] + above[x] + (below[x] - above[x]) * share) * corner[x]


@in_lanes
def _tone(r: Plane, g: Plane, b: Plane, grade: F32, speck: Plane, steps: Any, last: int, out: Plane) -> None:
    """Where on the film's curve a row of one colour is."""
    of_r, of_g, of_b = grade[0], grade[1], grade[2]
    most = np.float32(last)
    for x in range(out.shape[0]):
        root = np.sqrt(max(of_r * r[x] + of_g * g[x] + of_b * b[x], _NONE))
        root += speck[x] * min(_BLACK * root, _ALL)  # none in the black
        out[x] = np.uint16(min(root * steps + _HALF, most))


@in_lanes
def _print(r: Plane, g: Plane, b: Plane, curve: U8, out: U8) -> None:
    of_r, of_g, of_b = curve[0], curve[1], curve[2]
    for x in range(r.shape[0]):
        out[x, 0], out[x, 1], out[x, 2] = of_r[r[x]], of_g[g[x]], of_b[b[x]]
