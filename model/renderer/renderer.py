"""Draws a moment: who stands where, in which light, through which camera.

Puts the other modules of this package in order and keeps what does not change from frame to frame: still things seen
through an unmoved camera, and their shadow. What is kept never changes a picture; it only saves drawing it again.
"""

from __future__ import annotations

import math
from collections import OrderedDict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from threading import Lock, local
from typing import Generic, Protocol, TypeVar

import cv2
import numpy as np
import numpy.typing as npt
from threadpoolctl import threadpool_limits

from model.camera import ASPECTS, Camera
from model.moment import Moment
from model.renderer import raster, shading
from model.renderer.antialias import smoothed
from model.renderer.atmosphere import precipitation
from model.renderer.brush import PAINTED
from model.renderer.color import linear
from model.renderer.detail import in_light, in_picture
from model.renderer.emitters import Emitters, emitters_of
from model.renderer.finish import ON_SET, SNOW, SOAKED
from model.renderer.ground import lay_grain
from model.renderer.illustrator import Illustrator
from model.renderer.irradiance import Volume, ground_of, room_volume, sky_volume
from model.renderer.kit import Placed, laid_out, set_for
from model.renderer.light import Lamp, Light, ends_of, key_indoors
from model.renderer.mesh import F32, I32, box
from model.renderer.painter import step_of
from model.renderer.passes import Passes, passes_of
from model.renderer.raster import SET, U8, GBuffer, Layer, Materials, Surface, View, Workspace, view_of
from model.renderer.scenery import GROUND, PLAIN, SKY_PANE, WATER, Scenery
from model.renderer.shadow import (
    KeptMap,
    ShadowFrame,
    kept_map,
    lamp_shadow_frame,
    shadow_frame,
    shadow_map,
    visibility,
)
from model.renderer.studio import BOX
from model.renderer.styles import TWO_SIDED, light_in, photographed
from model.renderer.troupe import Player, fires, lamps_of, outline, players
from model.stage import Stage

T = TypeVar("T")
Box = tuple[float, float, float, float]

_SHADOW_SIZE, _SHARP_SIZE = 768, 2048  # of a shadow map, and of one that has time: a still's, or what is kept
_PHOTO_DEPTH, _PHOTO_PAINT = 8.0, 0.3  # m, and a grey, of whatever a photograph shows
_SUN_STEPS = 200.0  # to each unit of the light's direction
_SHADOW_RADII = (3.0, 4.0, 5.0, 6.5, 8.5, 11.0, 14.0, 18.0)
_FAR_SHADOW = 60.0  # m to each side of the stage that throw shadows when they stand still
_SHELL = 0.1  # m within which something belongs to the shell of a room
_AT_LAMP = 1.0  # m from the key light within which something dims it rather than throwing a shadow
_QUALITIES = (1, 2)  # pixels drawn for each pixel shown, along each side


class Shades(Protocol):
    """What paints a picture: a `Painter`, or light that is known from elsewhere."""

    def shade(self, g: GBuffer, coarse: GBuffer, light: Light, camera: Camera, pool: Executor | None = None,
              space: Workspace | None = None) -> U8:
        """The frame (H, W, 3) of a G-buffer; `coarse` is every so many pixels of it, with what the sun reaches."""


@dataclass(slots=True)
class _Kept(Generic[T]):
    thing: T
    space: Workspace  # that it lies in
    users: int = 0


class _Shelf(Generic[T]):
    """The few things made last, by all that they depend on. What falls off the shelf leaves its memory to the next,
    unless somebody still looks at it. For any number of threads: two may make the same thing, which is the same."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._things: OrderedDict[Hashable, _Kept[T]] = OrderedDict()
        self._lock = Lock()

    @contextmanager
    def lent(self, key: Hashable, make: Callable[[Workspace], T]) -> Iterator[T]:
        """The thing of that key, as long as it is needed."""
        with self._lock:
            kept = self._things.get(key)
            space = self._cleared() if kept is None else kept.space
        kept = kept or _Kept(make(space), space)
        with self._lock:
            self._things[key] = kept
            self._things.move_to_end(key)
            kept.users += 1
        try:
            yield kept.thing
        finally:
            with self._lock:
                kept.users -= 1

    def _cleared(self) -> Workspace:
        """Memory of what was looked at longest ago, if there is no room left."""
        idle = [key for key, kept in self._things.items() if kept.users == 0]
        full = len(self._things) >= self._room and idle
        return self._things.pop(idle[0]).space if full else Workspace()


@dataclass(frozen=True, slots=True)
class _SetPieces:
    """A set made ready to draw. `shadow` is what of it stops the key light."""

    key: Hashable
    scenery: Scenery
    surface: Surface  # materials counted from 1
    kind: U8
    gloss: F32
    glow: F32
    shadow: Surface
    volume: Volume | None  # None for bare ground
    emitters: Emitters
    ground: F32  # (3,) its mean paint


@dataclass(frozen=True, slots=True)
class Picture:
    """All that a moment shows before anybody looks at it: surfaces, the `materials` whose rows they name, the light,
    the set as it was built."""

    surfaces: tuple[Surface, ...]
    materials: Materials
    light: Light
    scenery: Scenery


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a camera sees of a moment; `shadow` may still be being drawn."""

    gbuffer: GBuffer  # without the sun
    coarse: GBuffer  # every so many pixels of it, for shading
    light: Light
    camera: Camera
    shadow_frame: ShadowFrame
    shadow: Callable[[], F32]
    beyond: KeptMap | None  # the shadows of what stands still further off, in the open


class _Desk:
    """What one frame at a time is drawn on: memory, and threads that help, if any do."""

    def __init__(self, pool: Executor | None) -> None:
        self.pool = pool
        self.seen, self.bare, self.painting = Workspace(), Workspace(), Workspace()


class Renderer:
    """Draws frames, of any number of stages, for any number of threads; those that ask for single frames at the same
    time wait for each other."""

    def __init__(self, painter: Shades | None = None, illustrator: Illustrator | None = None, *,
                 threads: int = 2) -> None:
        """With a `painter` light falls as its shader has learned; without one, by rules. With an `illustrator` stages
        in a painted style are painted; without one, they look as what it would be given. From then on NumPy's linear
        algebra has one thread in this process: its others wait for work by spinning, and take a processor from ours."""
        threadpool_limits(1, "blas")
        self._painter, self._illustrator, self._threads = painter, illustrator, max(1, threads)
        # Frames of a film that are drawn at once: while one waits for another's Python to end, the next goes on.
        self._drawers = self._threads + 1
        self._sets: _Shelf[_SetPieces] = _Shelf(4)
        self._tables: _Shelf[tuple[Materials, list[int]]] = _Shelf(4)
        self._stills: _Shelf[Surface] = _Shelf(self._drawers + 1)
        self._layers: _Shelf[Layer] = _Shelf(self._drawers + 1)
        self._shadows: _Shelf[F32] = _Shelf(self._drawers + 1)
        self._far: _Shelf[KeptMap] = _Shelf(2)
        # A single frame is shared out among threads; of a film, each thread draws frames of its own.
        self._desk = _Desk(ThreadPoolExecutor(self._threads, thread_name_prefix="renderer"))
        self._crew = ThreadPoolExecutor(self._drawers, thread_name_prefix="renderer film")
        self._own = local()
        self._lock = Lock()

    def draw(self, stage: Stage, moment: Moment, camera: Camera, size: tuple[int, int] = (640, 360), *,
             quality: int = 1, backdrop: U8 | None = None) -> U8:
        """The frame, uint8 (H, W, 3), for `size` = (width, height). `quality` 2 draws four pixels for each one, for
        stills and final films. With a `backdrop` (any size) the picture is the set: the figures stand in it and throw
        their shadows on it. Raises ValueError for another quality or a size under 16 pixels."""
        if quality not in _QUALITIES:
            raise ValueError(f"quality must be one of {list(_QUALITIES)}, not {quality!r}")
        if min(size) < 16:
            raise ValueError(f"a frame of {size[0]}x{size[1]} is too small to draw")
        backdrop = None if backdrop is None else photographed(backdrop, stage.style)
        with self._lock:
            return self._drawn(stage, moment, camera, size, self._desk, quality, backdrop)

    def film(self, stage: Stage, shots: Iterable[tuple[Moment, Camera]], size: tuple[int, int] = (640, 360), *,
             backdrop: U8 | None = None) -> Iterator[U8]:
        """The frames of moments, each seen by its camera, as `draw` would draw them: one more at once than
        there are threads, and another waiting for whichever is done first."""
        backdrop = None if backdrop is None else photographed(backdrop, stage.style)

        def work(shot: tuple[Moment, Camera]) -> U8:
            if not hasattr(self._own, "desk"):
                self._own.desk = _Desk(None)
            return self._drawn(stage, *shot, size, self._own.desk, 1, backdrop)

        self._pieces(stage, bare=backdrop is not None)  # once, and not by every drawer
        rest, ahead = iter(shots), deque[Future[U8]]()
        try:
            for shot in islice(rest, self._drawers + 1):
                ahead.append(self._crew.submit(work, shot))
            while ahead:
                frame = ahead.popleft().result()
                ahead.extend(self._crew.submit(work, shot) for shot in islice(rest, 1))
                yield frame
        finally:
            for future in ahead:
                future.cancel()

    def _drawn(self, stage: Stage, moment: Moment, camera: Camera, size: tuple[int, int], desk: _Desk, quality: int,
               backdrop: U8 | None) -> U8:
        """A frame, on the stage's set or on a picture."""
        drawn = (quality * size[0], quality * size[1])
        # A still has time for shadows that are twice as sharp.
        step = 1 if self._painter is None else step_of(drawn[1], drawn[0]) // quality
        pieces, sharp = self._pieces(stage, bare=backdrop is not None), quality > 1
        seen = self._geometry(stage, moment, camera, drawn, pieces, desk, desk.seen, step, sharp=sharp)
        g = seen.gbuffer
        frame = self._shaded(seen, quality, desk)
        if backdrop is not None:
            bare = self._geometry(stage, moment, camera, drawn, pieces, desk, desk.bare, step, empty=True, sharp=sharp)
            frame = _composited(frame, self._shaded(bare, quality, desk), g.entity >= 0, backdrop)
        frame = precipitation(frame, g.depth, g.kind, view_of(camera, drawn), seen.light, pieces.scenery.sheds)
        if quality > 1:
            frame = np.asarray(cv2.resize(frame, size, interpolation=cv2.INTER_AREA), np.uint8)
        if self._illustrator is None or stage.style not in PAINTED:
            return frame
        g = g.every(quality)
        return self._illustrator.paint(frame, g if backdrop is None else _alone(g), stage.style, desk.pool)

    def gbuffer(self, stage: Stage, moment: Moment, camera: Camera, size: tuple[int, int]) -> tuple[GBuffer, Light]:
        """What a shader is given for a frame: for training one, and for depth, normal and identity passes."""
        desk = _Desk(None)  # its memory is kept by the caller
        pieces = self._pieces(stage, bare=False)
        seen = self._geometry(stage, moment, camera, size, pieces, desk, desk.seen, 1, whole=True)
        return self._sunlit(seen, desk), seen.light

    def passes(self, stage: Stage, moment: Moment, camera: Camera, size: tuple[int, int] = (640, 360)) -> Passes:
        """The control passes of a moment: its depth, normals, segmentation and poses as pictures of `size`."""
        desk, pieces = _Desk(None), self._pieces(stage, bare=False)
        seen = self._geometry(stage, moment, camera, size, pieces, desk, desk.seen, 1, whole=True)
        return passes_of(seen.gbuffer, view_of(camera, size), players(stage, moment))

    def picture(self, stage: Stage, moment: Moment, camera: Camera) -> Picture:
        """What there is to draw, for another way of drawing it. The camera only chooses which lamps count."""
        pieces = self._pieces(stage, bare=False)
        cast = players(stage, moment)
        flames = fires(stage, moment, cast)
        light = _light(pieces, stage.style, moment, cast, lamps_of(stage, moment, cast, flames, camera))
        table = _table(pieces, cast, flames)
        materials, starts = self._materials(table, pieces, stage, cast, flames)
        moving = (_surface(a, k) for a, k in zip([*cast, *flames], starts, strict=True))
        return Picture((pieces.surface, *moving), materials, light, pieces.scenery)

    def boxes(self, stage: Stage, moment: Moment, camera: Camera) -> dict[str, tuple[Box | None, Box | None]]:
        """For each entity id its screen box and its face's, (x0, y0, x1, y1) in fractions of the frame, y down; None
        where there is nothing of it in the frame. Whether something stands before it plays no part."""
        height = 360
        view = view_of(camera, (round(height * ASPECTS[camera.aspect]), height))
        found: dict[str, tuple[Box | None, Box | None]] = {entity.id: (None, None) for entity in stage.entities}
        for player in players(stage, moment):
            body, _, face = outline(player)
            screen_box = _framed(view, body)
            face_box = _framed(view, face) if screen_box and face is not None else None
            found[stage.entities[player.row].id] = (screen_box, face_box)
        return found

    def _shaded(self, seen: _Seen, quality: int, desk: _Desk) -> U8:
        sunlit = self._sunlit(seen, desk)
        if self._painter is None:
            frame = shading.shade(sunlit, seen.light, seen.camera, desk.pool, desk.painting)
        else:
            frame = self._painter.shade(seen.gbuffer, sunlit, seen.light, seen.camera, desk.pool, desk.painting)
        return smoothed(frame, desk.pool, desk.painting) if quality == 1 else frame

    def _sunlit(self, seen: _Seen, desk: _Desk) -> GBuffer:
        """What is to be shaded, with what the key light reaches."""
        height, width = seen.gbuffer.depth.shape
        view = view_of(seen.camera, (width, height)).every(round(width / seen.coarse.depth.shape[1]))
        return replace(seen.coarse, sun=visibility(seen.coarse, view, seen.shadow_frame, seen.shadow(), desk.pool,
                                                   desk.painting, seen.beyond))  # fmt: skip

    def _pieces(self, stage: Stage, bare: bool) -> _SetPieces:
        key = (stage.setting, stage.seed, stage.indoor, stage.half_extent, stage.style, bare)
        with self._sets.lent(key, lambda _: _prepared(key, _bare_ground(stage) if bare else set_for(stage))) as pieces:
            return pieces

    def _geometry(self, stage: Stage, moment: Moment, camera: Camera, size: tuple[int, int], pieces: _SetPieces,
                  desk: _Desk, space: Workspace, step: int, *, empty: bool = False, whole: bool = False,
                  sharp: bool = False) -> _Seen:
        """What is seen, to be shaded at every so many of its pixels: the set alone if `empty`, what cannot be told
        apart too if `whole`, and if `sharp` with finer shadows of the sun. The order of drawing is always the same:
        what is kept of an earlier frame is what would be drawn now."""
        view = view_of(camera, size)
        cast = [] if empty else players(stage, moment)
        flames = fires(stage, moment, cast)
        light = _light(pieces, stage.style, moment, cast, lamps_of(stage, moment, cast, flames, camera))
        table = _table(pieces, cast, flames)
        materials, starts = self._materials(table, pieces, stage, cast, flames)
        things = [Placed(a.body, a.matrices, k) for a, k in zip((*cast, *flames), starts, strict=True)]
        shining = things[len(cast) :]  # throws no shadow
        rests = [_still(stage, moment, player) for player in cast]
        still = [thing for thing, rest in zip(things, rests, strict=False) if rest]
        moving = [thing for thing, rest in zip(things, rests, strict=False) if not rest]
        frame = _shadow_frame(light, camera, sharp)

        def shadow() -> F32:
            return self._shadow(pieces, still, moving, frame, space)

        drawing = None if desk.pool is None else desk.pool.submit(shadow)
        below, above = (some if whole else in_picture(some, view) for some in (still, [*moving, *shining]))
        key = (pieces.key, tuple(thing.key for thing in below))

        def under_all(kept: Workspace) -> Layer:
            with self._stills.lent(key, lambda kept: _still_surface(pieces, below, kept)) as surface:
                return raster.draw([surface], view, None, desk.pool, kept)

        with self._layers.lent((key, camera, size), under_all) as under:
            layer = raster.draw([laid_out(above, space, "moving")], view, under, desk.pool, space)
        gbuffer, changed = raster.read_and_told(layer, view, materials, desk.pool, space,
                                                (key, camera, size, step, table))  # fmt: skip
        lay_grain(gbuffer, view, changed, desk.pool)
        coarse = raster.thinned(gbuffer, step, changed, space)
        return _Seen(gbuffer, coarse, light, camera, frame, shadow if drawing is None else drawing.result,
                     None if frame.lens is not None else self._beyond(pieces, light))

    def _beyond(self, pieces: _SetPieces, light: Light) -> KeptMap:
        """The shadow map of a whole set in the open."""
        frame = _sun_frame(light.key_direction, (0.0, 0.5, 0.0), _FAR_SHADOW, _SHARP_SIZE)
        key = (pieces.key, frame.matrix.tobytes())
        with self._far.lent(key, lambda _: kept_map([pieces.shadow], frame)) as far:
            return far

    def _materials(self, key: Hashable, pieces: _SetPieces, stage: Stage, cast: Sequence[Player],
                   flames: Sequence[Player]) -> tuple[Materials, list[int]]:
        """The picture's materials, and for each actor and then each fire the material its own are counted from. `key`
        is all that they depend on (`_table`)."""
        with self._tables.lent(key, lambda _: _materials(pieces, stage, cast, flames)) as table:
            return table

    def _shadow(self, pieces: _SetPieces, still: Sequence[Placed], moving: Sequence[Placed], frame: ShadowFrame,
                space: Workspace) -> F32:
        """The shadow map of still things, kept, with that of moving ones drawn over it."""

        def of_still_things(kept: Workspace) -> F32:
            return shadow_map([pieces.shadow, laid_out(in_light(still, frame), kept, "still")], frame, None, kept)

        key = (pieces.key, tuple(thing.key for thing in still), frame.matrix.tobytes())
        with self._shadows.lent(key, of_still_things) as depth:
            return shadow_map([laid_out(in_light(moving, frame), space, "in the way")], frame, depth, space)


def _prepared(key: Hashable, built: Scenery) -> _SetPieces:
    mesh = built.mesh
    looks = np.stack([mesh.part.astype(np.float32), mesh.gloss, mesh.glow], axis=1)
    rows, material = np.unique(looks, axis=0, return_inverse=True)
    surface = Surface(np.ascontiguousarray(mesh.vertices), np.ascontiguousarray(mesh.normals), mesh.triangles,
                      (material.reshape(-1) + 1).astype(np.int32), linear(mesh.color))
    shadow = replace(surface, triangles=_shadow_triangles(built))
    volume = None
    if built.room is not None:
        volume = room_volume(built, key_indoors(built.room))
    elif len(shadow.triangles) > 0:
        volume = sky_volume(built, shadow)
    return _SetPieces(key, built, surface, rows[:, 0].astype(np.uint8), rows[:, 1], rows[:, 2], shadow, volume,
                      emitters_of(built), ground_of(mesh))


def _light(pieces: _SetPieces, style: str, moment: Moment, cast: Sequence[Player], lamps: Sequence[Lamp]) -> Light:
    light = light_in(style, moment.hour, moment.weather, pieces.scenery, lamps, moment.time_s)
    window, always, dark = np.array(light.window), np.ones(3), np.full(3, light.dark)
    on_stage = ((player.body, player.matrices) for player in cast)
    light = replace(light, emitters=pieces.emitters.under((window, always, dark), on_stage, light.lamps))
    if pieces.volume is None or style in TWO_SIDED:
        return light
    below, above = ends_of(light.ambient)
    colors = [above, below, _sent_up(pieces.ground, above, light), always, dark]
    if pieces.scenery.room is not None:
        colors = [above, 0.5 * (above + below), window, np.array(light.key), always, dark, always, dark]
    return replace(light, around=pieces.volume.under(colors))


def _sent_up(ground: F32, above: F32, light: Light) -> F32:
    """Light that comes back from ground of that paint."""
    paint = ground * (1.0 - SOAKED * light.wet)
    paint = paint + (np.array(SNOW) - paint) * ON_SET * light.snow
    out: F32 = paint * (above + np.array(light.key) * max(light.key_direction[1], 0.0))
    return out


def _shadow_triangles(built: Scenery) -> I32:
    """A window lets the light through, and flat ground has nothing to throw a shadow on. In a room neither has the
    shell, and what is close to the key light dims it (see `SoftBox`) rather than throwing a shadow."""
    mesh = built.mesh
    opaque = ~np.isin(mesh.part[mesh.triangles[:, 0]], (SKY_PANE, GROUND, WATER))
    if built.room is not None:
        half_width, height, _ = built.room
        low, high = (fold(mesh.vertices[mesh.triangles], axis=1) for fold in (np.min, np.max))
        shell = (low[:, 0] > half_width - _SHELL) | (high[:, 0] < _SHELL - half_width) | (low[:, 1] > height - _SHELL)
        lamp = key_indoors(built.room).place
        away = np.linalg.norm(np.maximum(np.maximum(low - lamp, lamp - high), 0.0), axis=1)
        opaque &= ~shell & (away > _AT_LAMP)
    kept: I32 = mesh.triangles[opaque]
    return kept


def _bare_ground(stage: Stage) -> Scenery:
    """What a photograph stands for: a plain ground that takes shadows."""
    ground = box((80.0, 0.2, 80.0)).moved((0.0, -0.2, 0.0)).painted("#8f8a80", gloss=0.0).of_part(PLAIN)
    return Scenery(ground, sky=not stage.indoor)


def _still(stage: Stage, moment: Moment, actor: Player) -> bool:
    """Whether an actor is likely to look the same in the next frame: hearths are fixed, but their flames dance."""
    traits = stage.entities[actor.row].traits
    return "fixed" in traits and not ("lights" in traits and moment.lit[actor.row] > 0.0)


def _table(pieces: _SetPieces, cast: Sequence[Player], flames: Sequence[Player]) -> Hashable:
    """All that a picture's materials depend on."""
    return pieces.key, tuple((a.row, a.body) for a in cast), tuple((a.row, a.body) for a in flames)


def _materials(pieces: _SetPieces, stage: Stage, cast: Sequence[Player],
               flames: Sequence[Player]) -> tuple[Materials, list[int]]:
    """The picture's materials, and for each actor and then each fire the material its own are counted from."""
    start = own = 1 + len(pieces.kind)
    albedo = [np.zeros((own, 3), np.float32)]
    entity = [np.array([raster.NOTHING] + [SET] * len(pieces.kind), np.int16)]
    kind = [np.zeros(1, np.uint8), pieces.kind]
    gloss, glow = [np.zeros(1, np.float32), pieces.gloss], [np.zeros(1, np.float32), pieces.glow]
    starts = []
    for k, player in enumerate((*cast, *flames)):
        starts.append(start)
        start += len(player.body.gloss)
        albedo.append(player.body.albedo)
        entity.append(np.full(len(player.body.gloss), player.row, np.int16))
        # The glass of a window on stage shows the sky, as that of a window in the set does.
        pane = SKY_PANE if k < len(cast) and stage.entities[player.row].archetype == "window" else PLAIN
        kind.append(np.where(player.body.glow > 0.0, pane, PLAIN).astype(np.uint8))
        gloss.append(player.body.gloss)
        glow.append(player.body.glow)
    painted = np.arange(start) < own
    columns = (np.concatenate(column) for column in (entity, kind, gloss, glow))
    return Materials(np.concatenate(albedo), painted, *columns), starts


def _still_surface(pieces: _SetPieces, things: Sequence[Placed], space: Workspace) -> Surface:
    """The set with what does not move on it."""
    return raster.join([pieces.surface, laid_out(things, space, "still")]) if things else pieces.surface


def _surface(player: Player, first_material: int) -> Surface:
    vertices, normals = player.body.placed(player.matrices)
    body = player.body
    return Surface(vertices, normals, body.triangles, body.material + first_material)


def _shadow_frame(light: Light, camera: Camera, sharp: bool) -> ShadowFrame:
    """A map of what the soft box of a room sees, whose shadows are never sharp, or else one around what the camera
    looks at, in steps, so that it seldom has to be drawn anew."""
    if (box := light.soft_box) is not None:
        return lamp_shadow_frame(box.place, box.facing, _SHADOW_SIZE, BOX)
    eye, target = np.asarray(camera.position), np.asarray(camera.target)
    away = float(np.linalg.norm(target - eye))
    reach = away * (0.45 + math.tan(math.radians(camera.fov_deg) / 2) * max(1.0, ASPECTS[camera.aspect])) + 1.0
    radius = next((r for r in _SHADOW_RADII if r >= reach), _SHADOW_RADII[-1])
    centre = np.round(target + 0.15 * (target - eye))
    return _sun_frame(light.key_direction, (float(centre[0]), 0.5, float(centre[2])), radius,
                      _SHARP_SIZE if sharp else _SHADOW_SIZE)


def _sun_frame(towards: Sequence[float], centre: tuple[float, float, float], radius: float, size: int) -> ShadowFrame:
    """The sun creeps on with every step of the world; a third of a degree at a time is as smooth to see."""
    return _kept_frame(tuple(round(float(d) * _SUN_STEPS) / _SUN_STEPS for d in towards), centre, radius,
                       size)


@lru_cache(maxsize=16)
def _kept_frame(direction: tuple[float, ...], centre: tuple[float, ...], radius: float, size: int) -> ShadowFrame:
    return shadow_frame(direction, centre, radius, size)


def _composited(frame: U8, bare: U8, standing: npt.NDArray[np.bool_], backdrop: U8) -> U8:
    """Figures in front of a photograph, by differential rendering (Debevec 1998): what they do to the light on a bare
    ground is done to the photograph."""
    height, width = frame.shape[:2]
    photo = _cropped(backdrop, width, height).astype(np.float32)
    change = (frame.astype(np.float32) + 8.0) / (bare.astype(np.float32) + 8.0)
    figures = cv2.GaussianBlur(standing.astype(np.float32), (3, 3), 0)[..., None]
    out = photo * np.minimum(change, 1.0) * (1.0 - figures) + frame * figures
    return np.asarray(np.round(np.clip(out, 0.0, 255.0)), np.uint8)


def _alone(g: GBuffer) -> GBuffer:
    """What a painter is to know of figures in front of a photograph: of what is in that, nothing but its middle."""
    figure = g.entity >= 0
    return replace(g, entity=np.where(figure, g.entity, np.int16(SET)), normal=g.normal * figure,
                   depth=np.where(figure, g.depth, np.float32(_PHOTO_DEPTH)),
                   albedo=np.where(figure, g.albedo, np.float32(_PHOTO_PAINT)))  # fmt: skip


def _cropped(picture: U8, width: int, height: int) -> U8:
    """The middle of a picture, scaled to cover the frame."""
    h, w = picture.shape[:2]
    scale = max(width / w, height / h)
    cw, ch = min(w, round(width / scale)), min(h, round(height / scale))
    x, y = (w - cw) // 2, (h - ch) // 2
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(picture[y : y + ch, x : x + cw], (width, height), interpolation=way), np.uint8)


def _framed(view: View, points: F32) -> Box | None:
    spots = view.project(points)
    spots = spots[spots[:, 2] > raster.NEAR]
    if len(spots) == 0:
        return None
    (x0, y0), (x1, y1) = spots[:, :2].min(axis=0).tolist(), spots[:, :2].max(axis=0).tolist()
    return (x0, y0, x1, y1) if x1 > 0.0 and y1 > 0.0 and x0 < 1.0 and y0 < 1.0 else None
