"""Path-traced pictures: what the neural shader learns from. Training and evaluation only.

Takes what the geometry pass would draw and has Mitsuba 3 (`scalar_rgb`) follow the light through it. The camera sees
what surfaces reflect, in linear light: no sky, no mist, no film, and nothing of what shines by itself, which is added
to any light alike. Nor does it see by its own lamp, whose light no shadow shows: that too is added later. Lamps are
what glows on them, the sun a disc, a room's key light a soft box. Knows nothing of stages.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import cv2
import mitsuba as mi
import numpy as np
import numpy.typing as npt

from model.camera import Camera
from model.renderer import studio
from model.renderer.atmosphere import sky_dome
from model.renderer.finish import ON_SET, ON_THINGS, SNOW, SOAKED
from model.renderer.light import HUES, RIM, Lamp, Light, ends_of
from model.renderer.mesh import F32
from model.renderer.raster import FAR, SET, Plane, Surface, draw, view_of
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
_NEAREST = 0.01  # m from the camera from which on it sees
_JUST_PAST = 1.002  # times the distance of a back that is not seen

_UNSEEN = {"bsdf": {"type": "null"}}  # the camera looks through what only lights the set

Size = tuple[int, int]
Window = tuple[slice, slice]  # rows, columns
Mask = npt.NDArray[np.bool_]
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
        **_surfaces(list(_pieces(picture)), picture.light),
        **_lights(picture),
    })  # fmt: skip

    def look(past: float, rows: slice, columns: slice) -> F32:
        sensor = mi.load_dict(_sensor(camera, size, samples, past, rows, columns))
        traced: F32 = np.array(mi.render(scene, sensor=sensor, spp=samples, seed=mi.UInt32(seed)), np.float32)
        # At the edge of the sky some paths of a pixel meet nothing: they are left out of its mean.
        return np.asarray(traced[..., :3] / np.maximum(traced[..., 3:], 1.0 / samples), np.float32)

    out = look(_NEAREST, slice(0, size[1]), slice(0, size[0]))
    for past, (rows, columns), behind in _looked_through(picture.surfaces, camera, size):
        out[rows, columns][behind] = look(past, rows, columns)[behind]
    return out


def _sensor(camera: Camera, size: Size, samples: int, past: float, rows: slice, columns: slice) -> Json:
    """A window of the frame; what is nearer than `past`, in metres along the view axis, is not seen in it."""
    film: Json = {"type": "hdrfilm", "width": size[0], "height": size[1], "pixel_format": "rgba",
                  "rfilter": {"type": "box"}, "crop_offset_x": columns.start, "crop_offset_y": rows.start,
                  "crop_width": columns.stop - columns.start, "crop_height": rows.stop - rows.start}
    return {
        "type": "perspective", "fov": camera.fov_deg, "fov_axis": "y", "near_clip": past, "film": film,
        "to_world": mi.ScalarTransform4f().look_at(list(camera.position), list(camera.target), [0, 1, 0]),
        "sampler": {"type": "multijitter", "sample_count": samples},
    }  # fmt: skip


def _looked_through(surfaces: Sequence[Surface], camera: Camera, size: Size) -> Iterator[tuple[float, Window, Mask]]:
    """Where the camera sees backs of triangles, which the geometry pass looks through: windows of the frame, how far
    off those backs are at most, and the pixels of each window that have them all before what is seen. Light does not
    get through: hiding those triangles altogether would light a room in one view and leave it dark in another."""
    view = view_of(camera, size)
    fronts = draw(surfaces, view, None)
    backs = draw([replace(s, triangles=np.ascontiguousarray(s.triangles[:, ::-1])) for s in surfaces], view, fronts)
    through = backs.triangle >= fronts.triangles
    # A pixel beside it has some paths that meet those backs too.
    spread = cv2.dilate(through.astype(np.uint8), np.ones((3, 3), np.uint8))
    back, front = 1.0 / np.where(through, backs.nearness, np.inf), 1.0 / np.maximum(fronts.nearness, 1.0 / FAR)
    count, spots, bounds, _ = cv2.connectedComponentsWithStats(spread)
    for k in range(1, count):
        left, top, width, height = (int(x) for x in bounds[k, :4])
        window = slice(top, top + height), slice(left, left + width)
        past = float(back[window][spots[window] == k].max()) * _JUST_PAST
        behind = (spots[window] == k) & (front[window] > past)
        if behind.any():
            yield past, window, behind


# -- surfaces ----------------------------------------------------------------------------------------------------------
def _surfaces(pieces: Sequence[_Piece], light: Light) -> Json:
    made: Json = {}
    for piece in pieces:
        polish = np.round(piece.gloss[piece.triangles].mean(axis=1) * _POLISH).astype(int)
        for k in np.unique(polish):
            made[f"surface{len(made)}"] = _mesh(piece.of(piece.triangles[polish == k]), _finish(k / _POLISH))
    # What shines is seen by the light of others too: its own comes from a skin that the camera looks through.
    for shining, radiance in _burning(pieces, light.lamps):
        skin, emitter = replace(shining, vertices=shining.vertices + _SKIN * shining.normals), _rgb(radiance)
        made[f"surface{len(made)}"] = _mesh(skin, mi.load_dict(_UNSEEN["bsdf"]),
                                            mi.load_dict({"type": "area", "radiance": emitter}))
    return made


def _pieces(picture: Picture) -> Iterator[_Piece]:
    for surface in picture.surfaces:
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


def _burning(pieces: Sequence[_Piece], lamps: Sequence[Lamp]) -> Iterator[tuple[_Piece, Plane]]:
    """What shines, in parts of one radiance: near a lamp all together as much as makes that lamp's light, else each
    its own."""
    middles = [piece.vertices[piece.triangles].mean(axis=1) for piece in pieces]
    rest = [piece.shine[piece.triangles].mean(axis=(1, 2)) > _FAINT for piece in pieces]
    for lamp in lamps:
        place = np.asarray(lamp.position, np.float32)
        near = [left & (np.linalg.norm(middle - place, axis=1) < _NEAR_LAMP)
                for middle, left in zip(middles, rest, strict=True)]
        parts = [piece.of(piece.triangles[those]) for piece, those in zip(pieces, near, strict=True) if those.any()]
        rest = [left & ~those for left, those in zip(rest, near, strict=True)]
        area = sum(float(_area(part).sum()) for part in parts)
        yield from ((part, _intensity(lamp) * 4.0 / area) for part in parts)
    for piece, left in zip(pieces, rest, strict=True):
        shine = np.round(piece.shine[piece.triangles].mean(axis=1), 1)
        for color in np.unique(shine[left], axis=0):
            yield piece.of(piece.triangles[left & (shine == color).all(axis=1)]), color


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
