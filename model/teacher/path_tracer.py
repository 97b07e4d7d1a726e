"""Path-traced pictures: what the neural shader learns from. Training and evaluation only.

Takes what the geometry pass would draw and has Mitsuba 3 (`scalar_rgb`) follow the light through it. The camera sees
what surfaces reflect, in linear light: no sky, no mist, no film, and nothing of what shines by itself, which is added
to any light alike. Nor does it see by its own lamp, whose light no shadow shows: that too is added later. Lamps are
what glows on them, the sun a disc, a room's key light a soft box. Knows nothing of stages.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import mitsuba as mi
import numpy as np

from model.camera import Camera
from model.renderer import studio
from model.renderer.atmosphere import sky_dome
from model.renderer.finish import ON_SET, ON_THINGS, SNOW, SOAKED
from model.renderer.light import HUES, RIM, Lamp, Light, ends_of
from model.renderer.mesh import F32
from model.renderer.raster import SET, Plane, Surface, draw, view_of
from model.renderer.renderer import Picture
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
    WATER,
)
from model.renderer.shadow import SUN

_BOUNCES = 5
_FAR = 2000.0  # m to the sun
_NEAR_LAMP = 0.7  # m within which something that glows is what a lamp shines from
_FLAT = 0.012  # m over the ground below which something lies flat on it
_SKIN = np.float32(0.003)  # m that the light of what shines is off it
_BULB = 0.06  # m, radius of a lamp that has nothing that glows
_SKY = (128, 256)  # pixels of the dome
_POLISH = 6  # degrees of gloss told apart
_FAINT = 0.05  # light below which nothing is a lamp
_ROUND = 0.5  # cosine between a face and the normal it is drawn with, below which it is a corner and not a curve
_PEEK = (320, 180)  # pixels through which the camera looks for walls that it stands behind

_UNSEEN = {"bsdf": {"type": "null"}}  # the camera looks through what only lights the set

Size = tuple[int, int]
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Piece:
    """Triangles of one finish."""

    vertices: F32  # (V, 3)
    normals: F32  # (V, 3)
    triangles: Plane  # (T, 3)
    albedo: F32  # (V, 3)
    gloss: F32  # (V,)
    shine: F32  # (V, 3) light it gives out

    def of(self, triangles: Plane) -> _Piece:
        """Some of it, with the vertices those have."""
        used, corners = np.unique(triangles, return_inverse=True)
        return _Piece(self.vertices[used], self.normals[used], corners.reshape(-1, 3), self.albedo[used],
                      self.gloss[used], self.shine[used])


def trace(picture: Picture, camera: Camera, size: Size, *, samples: int, seed: int) -> F32:
    """(H, W, 3) light that surfaces reflect into a frame of `size` = (width, height), by `samples` paths a pixel."""
    mi.set_variant("scalar_rgb")
    scene = mi.load_dict({
        "type": "scene",
        "integrator": {"type": "path", "max_depth": _BOUNCES + 1, "hide_emitters": True},
        "sensor": _sensor(camera, size, samples),
        **_surfaces(_pieces(picture, camera), picture.light),
        **_lights(picture),
    })  # fmt: skip
    traced: F32 = np.array(mi.render(scene, spp=samples, seed=mi.UInt32(seed)), np.float32)
    # At the edge of the sky some paths of a pixel meet nothing: they are left out of its mean.
    return np.asarray(traced[..., :3] / np.maximum(traced[..., 3:], 1.0 / samples), np.float32)


def _sensor(camera: Camera, size: Size, samples: int) -> Json:
    film: Json = {"type": "hdrfilm", "width": size[0], "height": size[1], "pixel_format": "rgba",
                  "rfilter": {"type": "box"}}
    return {
        "type": "perspective", "fov": camera.fov_deg, "fov_axis": "y", "film": film,
        "to_world": mi.ScalarTransform4f().look_at(list(camera.position), list(camera.target), [0, 1, 0]),
        "sampler": {"type": "multijitter", "sample_count": samples},
    }  # fmt: skip


# -- surfaces ----------------------------------------------------------------------------------------------------------
def _surfaces(pieces: Iterable[_Piece], light: Light) -> Json:
    made: Json = {}
    for piece in pieces:
        shining = piece.shine[piece.triangles].mean(axis=(1, 2)) > _FAINT
        polish = np.round(piece.gloss[piece.triangles].mean(axis=1) * _POLISH).astype(int)
        for k in np.unique(polish):
            made[f"surface{len(made)}"] = _mesh(piece.of(piece.triangles[polish == k]), _finish(k / _POLISH))
        # What shines is seen by the light of others too: its own comes from a skin that the camera looks through.
        for triangles, radiance in _burning(piece, piece.triangles[shining], light.lamps):
            skin, emitter = piece.of(triangles), mi.load_dict({"type": "area", "radiance": _rgb(radiance)})
            skin = replace(skin, vertices=skin.vertices + _SKIN * skin.normals)
            made[f"surface{len(made)}"] = _mesh(skin, mi.load_dict(_UNSEEN["bsdf"]), emitter)
    return made


def _pieces(picture: Picture, camera: Camera) -> Iterator[_Piece]:
    for surface in _seen_from(picture.surfaces, camera):
        albedo = _painted(surface, picture)
        shine = _shine(albedo, surface, picture)
        albedo, gloss = _weathered(albedo, surface, picture)
        piece = _Piece(_flush(surface.vertices), surface.normals, surface.triangles, albedo, gloss, shine)
        kept = _area(piece) > 1e-9
        if kept.any():
            yield from _with_corners(piece.of(piece.triangles[kept]))


def _flush(vertices: F32) -> F32:
    """What lies flat is drawn some millimetres over the ground, so as to be seen; light does not get under it."""
    out = vertices.copy()
    out[:, 1] *= np.where((out[:, 1] > 0.0) & (out[:, 1] < _FLAT), 0.1, 1.0)
    return out


def _painted(surface: Surface, picture: Picture) -> F32:
    return picture.materials.albedo[surface.material] if surface.albedo is None else surface.albedo


def _seen_from(surfaces: Sequence[Surface], camera: Camera) -> list[Surface]:
    """The surfaces without the triangles whose back the camera sees: the geometry pass looks through those too."""
    view = view_of(camera, _PEEK)
    fronts = draw(surfaces, view, None)
    backs = draw([replace(s, triangles=np.ascontiguousarray(s.triangles[:, ::-1])) for s in surfaces], view, fronts)
    gone = np.zeros(fronts.triangles, bool)
    gone[backs.triangle[backs.triangle >= fronts.triangles] - fronts.triangles] = True
    parts = np.split(gone, np.cumsum([len(s.triangles) for s in surfaces])[:-1])
    return [replace(s, triangles=s.triangles[~part]) for s, part in zip(surfaces, parts, strict=True)]


def _with_corners(piece: _Piece) -> Iterator[_Piece]:
    """A piece, and apart from it those of its triangles that are drawn with quite other normals than they have: light
    that comes from behind them would leave them black."""
    a, b, c = (piece.vertices[piece.triangles[:, k]] for k in range(3))
    faces = np.cross(b - a, c - a)
    faces /= np.linalg.norm(faces, axis=1, keepdims=True)
    sharp = (piece.normals[piece.triangles] * faces[:, None]).sum(axis=2).min(axis=1) < _ROUND
    if not sharp.all():
        yield piece.of(piece.triangles[~sharp])
    if sharp.any():
        corners = piece.triangles[sharp].ravel()
        yield _Piece(piece.vertices[corners], np.repeat(faces[sharp], 3, axis=0).astype(np.float32),
                     np.arange(len(corners)).reshape(-1, 3), piece.albedo[corners], piece.gloss[corners],
                     piece.shine[corners])


def _weathered(albedo: F32, surface: Surface, picture: Picture) -> tuple[F32, F32]:
    """Albedo and gloss of the vertices after rain and snow. Nothing is a mirror, nor is the set when it is wet: what
    is mirrored in it is drawn from the finished picture."""
    light, rows, materials = picture.light, surface.material, picture.materials
    flat_top = np.clip((surface.normals[:, 1] - 0.55) / 0.35, 0.0, 1.0)
    ground, of_set = materials.kind[rows] == GROUND, materials.entity[rows] == SET
    soaked = light.wet * (0.35 + 0.65 * ground)
    cover = light.snow * np.where(of_set, ON_SET, ON_THINGS) * flat_top
    out = albedo * (1.0 - SOAKED * soaked)[:, None]
    out += (np.array(SNOW) - out) * cover[:, None]
    gloss = np.where(materials.kind[rows] == WATER, 0.0, materials.gloss[rows])
    gloss += (np.maximum(gloss, 0.92) - gloss) * soaked * (0.45 + 0.55 * flat_top) * ~of_set
    return out.astype(np.float32), (gloss * (1.0 - 0.7 * cover)).astype(np.float32)


def _shine(albedo: F32, surface: Surface, picture: Picture) -> F32:
    """(V, 3) what shines by itself, as bright as the shading pass draws it."""
    light, materials, rows = picture.light, picture.materials, surface.material
    kind = materials.kind[rows]
    power = materials.glow[rows] * np.where(materials.entity[rows] >= 0, OF_STAGE_GLOW, OF_SET_GLOW)
    power = power + OF_LAMPS * light.dark * (kind == LAMP) + OF_SCREENS * (kind == SCREEN)
    out = albedo * power[:, None]
    here, there = np.asarray(light.panes)
    between = 0.5 + 0.5 * np.sin(surface.vertices[:, [0, 2]] @ np.array(HUES))[:, None]
    out = np.where((kind == LIT_PANE)[:, None], light.dark * (here + (there - here) * between), out)
    out[kind == SKY_PANE] = light.window
    return np.asarray(out, np.float32)


def _area(piece: _Piece) -> Plane:
    a, b, c = (piece.vertices[piece.triangles[:, k]] for k in range(3))
    area: Plane = np.linalg.norm(np.cross(b - a, c - a), axis=1) / 2
    return area


def _burning(piece: _Piece, triangles: Plane, lamps: Sequence[Lamp]) -> Iterator[tuple[Plane, Plane]]:
    """What shines, in parts of one radiance: near a lamp as much as makes that lamp's light, else its own."""
    if len(triangles) == 0:
        return
    middle, rest = piece.vertices[triangles].mean(axis=1), np.ones(len(triangles), bool)
    for lamp in lamps:
        near = rest & (np.linalg.norm(middle - np.asarray(lamp.position, np.float32), axis=1) < _NEAR_LAMP)
        if near.any():
            rest &= ~near
            area = float(_area(piece.of(triangles[near])).sum())
            yield triangles[near], _intensity(lamp) * 4.0 / area
    colors, same = np.unique(np.round(piece.shine[triangles].mean(axis=1), 1), axis=0, return_inverse=True)
    for k, color in enumerate(colors):
        if (own := rest & (same.reshape(-1) == k)).any():
            yield triangles[own], color


def _intensity(lamp: Lamp) -> Plane:
    """Light a sphere's solid angle, of a lamp whose colour is what it lights white paint a metre away with."""
    return np.asarray(lamp.color) * math.pi


def _mesh(piece: _Piece, finish: Any, emitter: Any = None) -> Any:
    props = mi.Properties()
    props["bsdf"] = finish
    if emitter is not None:
        props["emitter"] = emitter
    mesh = mi.Mesh("mesh", len(piece.vertices), len(piece.triangles), props=props, has_vertex_normals=True)
    values = mi.traverse(mesh)
    values["vertex_positions"] = np.ascontiguousarray(piece.vertices, np.float32).ravel()
    values["vertex_normals"] = np.ascontiguousarray(piece.normals, np.float32).ravel()
    values["faces"] = np.ascontiguousarray(piece.triangles, np.uint32).ravel()
    mesh.add_attribute("vertex_albedo", 3, np.ascontiguousarray(piece.albedo, np.float32).ravel())  # type: ignore[arg-type]
    values.update()
    return mesh


def _finish(gloss: float) -> Any:
    albedo = {"type": "mesh_attribute", "name": "vertex_albedo"}
    if gloss < 0.1:
        matte: Any = {"type": "diffuse", "reflectance": albedo}
    else:
        matte = {"type": "principled", "base_color": albedo, "roughness": 0.15 + 0.6 * (1.0 - gloss), "specular": 0.5}
    return mi.load_dict({"type": "twosided", "side": matte})


# -- lights ------------------------------------------------------------------------------------------------------------
def _lights(picture: Picture) -> Json:
    light, room = picture.light, picture.scenery.room
    made: Json = {}
    if room is None:
        made["dome"] = {"type": "envmap", "bitmap": mi.Bitmap(_dome(light))}
        made["rim"] = _far_off(-np.asarray(light.rim_direction), RIM * np.asarray(light.rim))
        made["key"] = _sun(light)
    else:
        made |= _studio(light, room)
    shining = np.concatenate([s.vertices[_shine(_painted(s, picture), s, picture).mean(axis=1) > _FAINT]
                              for s in picture.surfaces])
    for k, lamp in enumerate(light.lamps):
        away = np.linalg.norm(shining - np.asarray(lamp.position, np.float32), axis=1)
        if away.min(initial=math.inf) > _NEAR_LAMP:
            made[f"lamp{k}"] = _bulb(lamp)
    return made


def _dome(light: Light) -> F32:
    """(H, W, 3) what comes from all around: the sky without its sun over the ground's own light."""
    height, width = _SKY
    down = (np.arange(height) + 0.5)[:, None] / height * math.pi
    around = (np.arange(width) + 0.5)[None, :] / width * 2 * math.pi
    # Mitsuba's dome has its middle column towards +z, going round by -x.
    rays = np.stack([np.sin(down) * np.sin(around - math.pi) * -1.0, np.cos(down) + 0.0 * around,
                     np.sin(down) * np.cos(around - math.pi)]).astype(np.float32)
    below, above = ends_of(light.ambient)
    sky = np.moveaxis(sky_dome(rays, replace(light.sky, sun=(0.0, 0.0, 0.0)), light.time_s), 0, -1)
    # As strong as the light on what lies flat, which the shading pass takes it for.
    level = np.maximum((sky * np.maximum(rays[1], 0.0)[..., None] * np.sin(down)[..., None]).mean(axis=(0, 1)), 1e-4)
    unit = (np.maximum(rays[1], 0.0) * np.sin(down)).mean()
    return np.where(rays[1][..., None] < 0.0, below, sky * above * unit / level).astype(np.float32)


def _far_off(along: Plane, strength: Plane) -> Json:
    return {"type": "directional", "direction": [float(x) for x in along / np.linalg.norm(along)],
            "irradiance": _rgb(strength * math.pi)}


def _sun(light: Light) -> Json:
    towards = np.asarray(light.key_direction)
    radius = _FAR * math.tan(SUN)
    return _disc(towards * _FAR, np.zeros(3), radius, np.asarray(light.key) * (_FAR / radius) ** 2)


def _studio(light: Light, room: tuple[float, float, float]) -> Json:
    """The lights of a room, as on a film set."""
    below, above = ends_of(light.ambient)
    box = studio.soft_box(light.key_direction, room)
    key = _disc(box.place, box.place + box.facing, studio.BOX, box.radiance * np.asarray(light.key))
    return {"key": key, "overhead": _panel(studio.overhead(room), above),
            "open side": _panel(studio.open_side(room), 0.5 * (above + below))}


def _panel(panel: studio.Panel, light: Plane) -> Json:
    up = [0.0, 0.0, 1.0] if abs(panel.facing[1]) > 0.9 else [0.0, 1.0, 0.0]
    turn = mi.ScalarTransform4f().look_at(list(panel.place), list(panel.place + panel.facing), up)
    return {"type": "rectangle", "to_world": turn @ mi.ScalarTransform4f().scale([*panel.half, 1.0]), **_UNSEEN,
            "emitter": {"type": "area", "radiance": _rgb(light * panel.radiance)}}


def _disc(place: Plane, facing: Plane, radius: float, radiance: Plane) -> Json:
    turn = mi.ScalarTransform4f().look_at([float(x) for x in place], [float(x) for x in facing], [0.0, 0.0, 1.0])
    return {"type": "disk", "to_world": turn @ mi.ScalarTransform4f().scale(radius), **_UNSEEN,
            "emitter": {"type": "area", "radiance": _rgb(radiance)}}


def _bulb(lamp: Lamp) -> Json:
    radiance = _intensity(lamp) / (math.pi * _BULB**2)
    return {"type": "sphere", "center": [float(x) for x in lamp.position], "radius": _BULB, **_UNSEEN,
            "emitter": {"type": "area", "radiance": _rgb(radiance)}}


def _rgb(color: Plane) -> Json:
    return {"type": "rgb", "value": [float(x) for x in color]}
