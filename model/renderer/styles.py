"""Styles as light and film: what a director of photography would change for a film noir or a city of neon.

A style that is a way of painting keeps vinyl's light; what a brush makes of it is `model.renderer.brush`'s business.
Styles that nobody knows are vinyl: old episodes may say anything. Knows nothing of cameras.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np

from model.renderer.light import PLAIN, Color, Lamp, Light, Rgb, hue, light_of
from model.renderer.mesh import F32
from model.renderer.raster import U8
from model.renderer.scenery import Scenery
from model.renderer.studio import soft_box

_LUMA = np.array([0.2126, 0.7152, 0.0722])
_MAGENTA, _CYAN = np.array([1.0, 0.06, 0.46]), np.array([0.02, 0.62, 1.0])
_NIGHT = 22.0  # the hour of every neon story
TWO_SIDED = ("neon",)  # whose ambient light comes from the sides, of which a set's volume knows nothing

_PHOTOGRAPHS = {  # (3, 4) what becomes of red, green and blue, and what is added
    "noir": np.array([[0.34, 0.67, 0.13, -26.0]] * 3),
    "neon": np.array([[0.38, 0.26, 0.02, 6.0], [0.04, 0.30, 0.06, 0.0], [0.14, 0.30, 0.40, 16.0]]),
}


def photographed(picture: U8, style: str) -> U8:
    """A picture (H, W, 3) that stands for the set, as a style's film would have taken it."""
    if style not in _PHOTOGRAPHS:
        return picture
    return np.asarray(cv2.transform(picture, _PHOTOGRAPHS[style]), np.uint8)


def light_in(style: str, hour: float, weather: F32, scenery: Scenery, lamps: Sequence[Lamp], time_s: float) -> Light:
    """`light_of` as a style has it."""
    light = light_of(_NIGHT if style == "neon" else hour, weather, scenery, lamps, time_s)
    if style == "noir":
        light = _noir(light)
    elif style == "neon":
        light = _neon(light, math.sin(math.pi * min(max((hour % 24.0 - 6.0) / 13.0, 0.0), 1.0)))
    else:
        return light
    box = None if scenery.room is None else soft_box(light.key_direction, scenery.room)
    return replace(light, soft_box=box)


def _noir(light: Light) -> Light:
    """A hard key from the side, little else, mist that shows where light is, and film that is black where there is
    none."""
    key_direction = x, _, z = _from_the_side(1.2, 0.56)
    zenith, horizon, cloud = (_rgb(0.34 * _grey(c)) for c in (light.sky.zenith, light.sky.horizon, light.sky.cloud))
    sky = replace(light.sky, zenith=zenith, horizon=horizon, cloud=cloud, sun=_rgb(_grey(light.sky.sun)),
                  cover=max(light.sky.cover, 0.55))  # fmt: skip
    return replace(
        light,
        key_direction=key_direction,
        key=_rgb(1.75 * _grey(light.key) + 0.7 * light.dark),
        ambient=_dimmed(light.ambient, 0.36),
        fill=_rgb(0.4 * _grey(light.fill) + 0.02),
        rim=_rgb(1.3 * _grey(light.rim) + 0.6),
        rim_direction=(-x, 0.45, -z),
        lamps=tuple(replace(lamp, color=_rgb(1.35 * _grey(lamp.color))) for lamp in light.lamps),
        panes=(_rgb(0.35 * _grey(light.panes[0])), _rgb(_grey(light.panes[1]))),
        sky=sky,
        window=_rgb(0.8 * _grey(light.window)),
        mist=_rgb(0.45 * _grey(light.mist) + 0.05 + 0.05 * light.dark),
        haze=light.haze if light.enclosed else min(light.haze, 30.0),
        saturation=0.0, tint=PLAIN, shadows=PLAIN, contrast=1.32, grain=1.0, exposure=0.85 * light.exposure,
    )  # fmt: skip


def _neon(light: Light, day: float) -> Light:
    """Night: magenta from one side, cyan from the other, lamps of both, wet ground that mirrors them. Where it would be
    `day` (0 .. 1) the sky glows."""
    key_direction = x, _, z = _from_the_side(1.0, 0.6)
    haze = (0.04 + 0.07 * day) * (0.55 * _MAGENTA + np.array([0.05, 0.10, 0.55]))
    sky = replace(
        light.sky, horizon=_rgb(0.5 * np.asarray(light.sky.horizon) + 2.0 * haze),
        zenith=_rgb(0.6 * np.asarray(light.sky.zenith) + 0.4 * haze), stars=0.2 * light.sky.stars,
        cloud=_rgb(0.3 * np.asarray(light.sky.cloud) + 1.6 * haze), sun=_rgb(0.5 * _MAGENTA),
    )  # fmt: skip
    return replace(
        light,
        key_direction=key_direction,
        key=_rgb(0.75 * _MAGENTA + 0.10),
        ambient=_from_both_sides(0.26 + 0.08 * day),
        fill=_rgb(np.array([0.12, 0.11, 0.17])),
        rim=_rgb(2.6 * _CYAN + 0.1),
        rim_direction=(-x, 0.4, -z),
        lamps=tuple(_in_neon(lamp) for lamp in light.lamps),
        panes=(_rgb(2.8 * _MAGENTA + 0.25), _rgb(2.0 * _CYAN + 0.25)),
        sky=sky,
        window=_rgb(0.4 * np.asarray(light.window) + 0.16 * _CYAN + 2.0 * haze),
        mist=_rgb(0.5 * np.asarray(light.mist) + haze),
        wet=light.wet if light.enclosed else max(light.wet, 0.85),
        haze=light.haze if light.enclosed else min(light.haze, 60.0),
        saturation=1.3, tint=PLAIN, shadows=PLAIN, contrast=1.1,
    )  # fmt: skip


def _from_both_sides(level: float) -> tuple[tuple[float, float, float, float], ...]:
    """Ambient light that is magenta on what faces the key and cyan on what faces away."""
    return tuple((level * float(c - 0.3 * m), 0.0, 0.0, level * float(0.3 * m + c) + 0.01)
                 for m, c in zip(_MAGENTA, _CYAN, strict=True))  # fmt: skip


def _in_neon(lamp: Lamp) -> Lamp:
    """A lamp as strong as it was, in the colour of its place."""
    x, _, z = lamp.position
    color = _CYAN if hue(x, z) > 0.5 else _MAGENTA
    return replace(lamp, color=_rgb(float(np.asarray(lamp.color) @ _LUMA) * (2.6 * color + 0.25)))


def _grey(color: Sequence[float]) -> Color:
    return np.full(3, float(np.asarray(color) @ _LUMA))


def _dimmed(ambient: Sequence[Sequence[float]], by: float) -> tuple[tuple[float, float, float, float], ...]:
    x, y, z, constant = (by * (_LUMA @ np.asarray(ambient))).tolist()
    return ((x, y, z, constant),) * 3


def _from_the_side(azimuth: float, elevation: float) -> tuple[float, float, float]:
    """Where a key comes from, in rad to the left of where the audience sits, +z. It does not follow the sun."""
    return -math.cos(elevation) * math.sin(azimuth), math.sin(elevation), math.cos(elevation) * math.cos(azimuth)


def _rgb(color: Color) -> Rgb:
    r, g, b = (float(v) for v in color)
    return r, g, b
