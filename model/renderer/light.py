"""What lights a moment: sun or moon, sky, lamps, mist and the grading of the picture, from hour, weather and place.

Knows nothing of pixels (see `model.renderer.shading`) nor of who is on stage. All colours are linear light unless
they are written `#rrggbb`; white paint under an amount of 1 comes out at about three quarters of white.
"""

from __future__ import annotations

import math
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from model.moment import WEATHERS
from model.renderer.color import linear
from model.renderer.grading import film
from model.renderer.irradiance import Around
from model.renderer.mesh import F32, rgb
from model.renderer.scenery import OF_PANES, Scenery
from model.renderer.studio import SoftBox, soft_box

NO_EMITTERS = np.zeros((0, 9), np.float32)
PLAIN = (1.0, 1.0, 1.0)  # film that makes of no grey a colour
RIM = 0.25  # of the light on edges, as a lamp from behind

Rgb = tuple[float, float, float]
Color = npt.NDArray[np.floating]


@dataclass(frozen=True, slots=True)
class Lamp:
    """A small light without a shadow of its own; `color` includes its power."""

    position: tuple[float, float, float]
    color: Rgb
    radius: float


@dataclass(frozen=True, slots=True)
class Sky:
    """The dome above an open set."""

    zenith: Rgb
    horizon: Rgb
    sun: Rgb  # light of the disc and of the glow around it
    sun_direction: tuple[float, float, float]
    cloud: Rgb
    cover: float  # 0 blue .. 1 overcast
    stars: float  # 0 .. 1; the disc is the moon when there are any


@dataclass(frozen=True, slots=True)
class Light:
    """Everything the shader needs to know about light.

    `ambient` @ (nx, ny, nz, 1) is the light of sky and ground on a surface with that normal (the first two bands of
    spherical harmonics). `fill` comes from the camera; `rim` from behind, seen on edges that face `rim_direction`.
    In a room the key light is a soft box that stands in it, and `around`, where somebody has worked it out, says better
    than `ambient` what comes from all around at which place.
    """

    key_direction: tuple[float, float, float]
    key: Rgb
    ambient: tuple[tuple[float, float, float, float], ...]
    fill: Rgb
    rim: Rgb
    rim_direction: tuple[float, float, float]
    lamps: tuple[Lamp, ...]
    sky: Sky
    enclosed: bool  # a room: no sky above it
    soft_box: SoftBox | None
    around: Around | None
    emitters: F32  # (K, 9) boxes of light that polished things mirror: middle, half sides, radiance
    dark: float  # 0 by day .. 1 when windows and street lamps are lit
    window: Rgb  # what a window shows, seen from inside
    panes: tuple[Rgb, Rgb]  # what a lit window shows, seen from outside: one of the two or between them, by its place
    mist: Rgb
    haze: float  # m at which two thirds of a thing are lost in the mist
    wet: float
    snow: float
    rainfall: float  # it, the snowfall and the dust that a storm blows about: 0 .. 1, in a room those outside
    snowfall: float
    dust: float
    saturation: float
    tint: Rgb
    exposure: float
    contrast: float  # of the film: 1 as it comes, more for deeper blacks
    shadows: Rgb  # what the film makes of dark grey, for each unit of it; white stays as it is
    grain: float  # of the film, 0 for none
    time_s: float


# hour: key, its strength, elevation and azimuth in degrees (0 along +z, 90 along +x), zenith, horizon, bounce,
# strength of the ambient light, stars
_HOURS = (
    (0.0, "#a3c0ff", 0.55, 44, -148, "#0b1a47", "#2b4180", "#1c2748", 0.80, 1.0),
    (4.6, "#a3c0ff", 0.42, 40, -150, "#101f4f", "#3a4d8a", "#1e2748", 0.80, 0.9),
    (5.2, "#b8a8c8", 0.05, 34, -152, "#2b3f7c", "#a08aa6", "#352f40", 0.72, 0.3),
    (5.25, "#ffb184", 0.05, 6, 66, "#2b3f7c", "#a88ca4", "#352f40", 0.72, 0.3),
    (6.5, "#ffb27c", 1.55, 15, 58, "#6488c4", "#f6c8a4", "#6a5a4c", 0.62, 0.0),
    (8.5, "#ffe0b8", 1.90, 34, 46, "#4f90dc", "#cfe1ee", "#75705c", 0.66, 0.0),
    (12.0, "#fff0d6", 2.05, 48, 36, "#3f86d8", "#bcd9f0", "#7c7a60", 0.68, 0.0),
    (15.5, "#ffe9c2", 2.00, 40, -34, "#4a8edb", "#c8dced", "#7c755c", 0.68, 0.0),
    (17.2, "#ffcb90", 1.95, 24, -48, "#5c88c8", "#f0cda6", "#6c6258", 0.62, 0.0),
    (18.5, "#ffa25c", 1.90, 14, -56, "#5a5ca4", "#f0a680", "#544858", 0.60, 0.0),
    (19.6, "#f0705c", 0.80, 6, -62, "#3c3f80", "#c47488", "#40303c", 0.60, 0.15),
    (20.2, "#c08098", 0.05, 4, -66, "#1c2c66", "#5a5896", "#262c4a", 0.74, 0.6),
    (20.25, "#a3c0ff", 0.05, 40, -146, "#1c2c66", "#5a5896", "#262c4a", 0.74, 0.6),
    (21.5, "#a3c0ff", 0.52, 44, -148, "#0d1d4c", "#2e4484", "#1d284a", 0.80, 1.0),
    (24.0, "#a3c0ff", 0.55, 44, -148, "#0b1a47", "#2b4180", "#1c2748", 0.80, 1.0),
)
_CLOUDS, _NO_CLOUDS = 0.32, -1.0  # how much of the sky they cover in fair weather, and where there are none
_AIRLESS = 0.1  # of daylight, under which stars are out at noon
HUES = (1.1, 0.7)  # rad a metre along x and z
_TIMES = [row[0] for row in _HOURS]
_TABLE = np.array([[*linear(rgb(row[1])), *row[2:5], *linear(rgb(row[5])), *linear(rgb(row[6])), *linear(rgb(row[7])),
                    *row[8:]] for row in _HOURS], np.float64)  # fmt: skip


def key_indoors(room: tuple[float, float, float]) -> SoftBox:
    """Where the key light of a room stands, at any hour."""
    return soft_box(_KEY_INDOORS, room)


def light_of(hour: float, weather: F32, scenery: Scenery, lamps: Sequence[Lamp], time_s: float) -> Light:
    """The light of an hour and a weather (weights of WEATHERS) on a set. `lamps` are those lit on stage; the set's
    own are added when they burn."""
    weights = dict(zip(WEATHERS, (float(w) for w in weather), strict=True))
    out = _outdoors(_at(hour % 24.0), weights, scenery, time_s)
    graded = film(hour, indoors=not scenery.sky, grey=_greyness(weights))
    out = replace(out, tint=graded.white, shadows=graded.shadows, saturation=graded.saturation,
                  contrast=graded.contrast)
    burning = [lamp for point in scenery.lights
               if (lamp := _lamp(point.position, point.color, point.power, point.radius,
                                 1.0 if point.when == "always" else out.dark))]
    out = replace(out, lamps=(*burning, *lamps))
    return out if scenery.sky else _indoors(out, scenery.room)


def hue(x: float, z: float) -> float:
    """Between the two lights of a set's panes, 0 .. 1, at a place on the ground: neighbours differ."""
    return 0.5 + 0.5 * math.sin(HUES[0] * x + HUES[1] * z)


def lamp(position: Sequence[float], color: str | Sequence[float], power: float, radius: float) -> Lamp:
    """A lamp of an sRGB colour."""
    x, y, z = (float(v) for v in position)
    return Lamp((x, y, z), _scaled(linear(rgb(color)), power), radius)


def _at(hour: float) -> list[float]:
    """A row of the table between those of the times before and after."""
    after = min(bisect(_TIMES, hour), len(_TIMES) - 1)
    start, end = _TIMES[after - 1 : after + 1]
    share = (hour - start) / (end - start)
    values: list[float] = (_TABLE[after - 1] + (_TABLE[after] - _TABLE[after - 1]) * share).tolist()
    return values


def _lamp(position: Sequence[float], color: str, power: float, radius: float, share: float) -> Lamp | None:
    return lamp(position, color, power * share, radius) if share > 0.01 else None


def _outdoors(values: Sequence[float], weather: dict[str, float], scenery: Scenery, time_s: float) -> Light:
    key, (strength, elevation, azimuth) = np.array(values[:3]), values[3:6]
    zenith, horizon, bounce = (np.array(values[k : k + 3]) for k in (6, 9, 12))
    ambient, stars = values[15:17]
    dark = float(np.clip((0.62 - _luma(horizon)) / 0.3, 0.0, 1.0))
    clouds = _CLOUDS
    if scenery.air is not None:
        zenith, horizon = (_luma(color) * np.array(scenery.air) for color in (zenith, horizon))
        if max(scenery.air) < _AIRLESS:
            stars, clouds = 1.0, _NO_CLOUDS
    rain, storm, snow, fog = (weather[w] for w in ("rain", "storm", "snow", "fog"))
    dust, wet_storm = (storm, 0.0) if scenery.dust else (0.0, storm)
    grey = _greyness(weather)
    dim = 1.0 - 0.2 * rain - 0.45 * wet_storm - 0.2 * dust + 0.25 * snow
    # Grey by day, blue by night; of the dust's colour where that is in the air.
    grey_tone = _mix(np.array([0.92, 0.99, 1.1]), np.array([0.72, 0.95, 1.7]), dark)
    if scenery.dust:
        blown = np.array(linear(rgb(scenery.dust)))
        grey_tone = _mix(grey_tone, blown / _luma(blown), dust / max(grey, dust, 1e-6))
    overcast = _luma(0.45 * zenith + 0.55 * horizon) * grey_tone * dim * (1.0 + 0.5 * dark)
    zenith = _mix(zenith, overcast * 0.8, grey)
    horizon = _mix(horizon, overcast * 1.08, grey)
    strength *= 1.0 - (0.78 - 0.25 * snow) * grey
    sun = key * strength
    direction = _direction(azimuth, elevation)
    skylight = (0.55 * zenith + 0.45 * horizon) * ambient * (1.25 + 0.35 * grey)
    ground = (bounce * (0.8 + 0.4 * strength) + 0.12 * horizon) * ambient
    side = np.array([direction[0], 0.0, direction[2]]) * 0.22
    return Light(
        key_direction=direction,
        key=_rgb(sun),
        ambient=_bands(skylight, ground, side, horizon * ambient),
        fill=_rgb(0.10 * (sun * 0.5 + skylight) + (0.2 + 0.14 * grey) * dark * np.array([1.12, 0.98, 0.86])),
        rim=_rgb((0.35 + 0.5 * dark) * sun + 0.55 * skylight),
        rim_direction=(-direction[0], 0.55, -direction[2]),
        lamps=(),
        sky=Sky(_rgb(zenith), _rgb(horizon), _rgb(sun), direction,
                _rgb(_mix(horizon * 1.1 + sun * 0.2, overcast, grey)), min(1.0, clouds + grey), stars * (1.0 - grey)),
        enclosed=False,
        soft_box=None,
        around=None,
        emitters=NO_EMITTERS,
        dark=max(dark, 0.8 * storm, 0.35 * grey * float(dark > 0.0)),
        window=_rgb(1.1 * horizon + 0.3 * zenith),
        panes=(OF_PANES, OF_PANES),
        mist=_rgb(_mix(0.5 * horizon + 0.5 * zenith, overcast * 1.05, grey)),
        haze=scenery.haze * (1.0 - 0.45 * rain) * (1.0 - 0.7 * wet_storm) * (1.0 - 0.87 * dust) * (1.0 - 0.5 * snow)
        * (1.0 - 0.76 * fog),
        wet=min(1.0, rain + wet_storm), snow=snow,
        rainfall=min(1.0, 0.7 * rain + wet_storm), snowfall=snow, dust=dust,
        saturation=1.0, tint=PLAIN,
        exposure=1.0 + (0.5 + 0.4 * grey) * dark,
        contrast=1.0, shadows=PLAIN, grain=0.0,
        time_s=time_s,
    )  # fmt: skip


def _greyness(weather: dict[str, float]) -> float:
    """How grey the sky is, 0 .. 1."""
    return min(1.0, 0.72 * weather["rain"] + weather["storm"] + 0.7 * weather["snow"] + 0.85 * weather["fog"])


def _indoors(out: Light, room: tuple[float, float, float] | None) -> Light:
    """A room: what comes in at the window, what the lamps do, and a soft key from beside the camera, as in a studio."""
    day = 1.0 - out.dark
    outside = np.array(out.sky.horizon) * 0.6 + np.array(out.sky.zenith) * 0.4
    lamps_lit = min(1.0, sum(_luma(np.array(lamp.color)) for lamp in out.lamps) / 2.0)
    warm = np.array([1.0, 0.70, 0.42])
    window = outside * (1.0 + 0.25 * day)
    key = _mix(warm * (1.0 - 0.4 * lamps_lit), np.array([1.0, 0.92, 0.80]) * 1.5, day)
    above = 0.42 * (window * 0.45 + key * 0.12 + 0.02 + 0.08 * day)
    below = 0.42 * (key * 0.16 + window * 0.14 + 0.01 + 0.05 * day)
    return replace(
        out,
        enclosed=True,
        key_direction=_KEY_INDOORS,
        soft_box=None if room is None else key_indoors(room),
        key=_rgb(key),
        ambient=_bands(above, below, np.array([0.0, 0.0, -0.5]), window),
        fill=_rgb(0.07 * key + 0.02),
        rim=_rgb(window * 1.6 + 0.1 * warm * lamps_lit),
        sky=replace(out.sky, zenith=_rgb(above), horizon=_rgb(above), stars=0.0),
        rim_direction=(0.35, 0.35, -1.0),
        window=_rgb(outside * (1.1 + 1.6 * day)),
        mist=_rgb(window * 0.4), haze=400.0, wet=0.0, snow=0.0,
        exposure=0.92 + 0.28 * out.dark,
    )  # fmt: skip


def _bands(above: Color, below: Color, side: Color, side_color: Color) -> tuple[tuple[float, float, float, float], ...]:
    """Ambient light as a linear function of the normal: from above, from below, and more from one side."""
    rows = []
    for channel in range(3):
        x, _, z = (float(v) for v in side * side_color[channel])
        up, down = float(above[channel]), float(below[channel])
        rows.append((x, 0.5 * (up - down), z, 0.5 * (up + down)))
    return tuple(rows)


def _direction(azimuth: float, elevation: float) -> tuple[float, float, float]:
    a, e = math.radians(azimuth), math.radians(elevation)
    return math.cos(e) * math.sin(a), math.sin(e), math.cos(e) * math.cos(a)


_KEY_INDOORS = _direction(-70.0, 36.0)


def ends_of(ambient: Sequence[Sequence[float]]) -> tuple[Color, Color]:
    """Ambient light on what faces down, and on what faces up."""
    below, above = (np.array([row[3] + way * row[1] for row in ambient]) for way in (-1.0, 1.0))
    return below, above


def _luma(color: Color) -> float:
    return float(color @ np.array([0.2126, 0.7152, 0.0722]))


def _mix(a: Color, b: Color, t: float) -> Color:
    return a + (b - a) * t


def _rgb(color: Color) -> Rgb:
    r, g, b = color.tolist()
    return r, g, b


def _scaled(color: Color, by: float) -> Rgb:
    return _rgb(np.asarray(color) * by)
