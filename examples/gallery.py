"""Pictures of what Nacre makes: settings, weather, people, heads, emotions, poses, creatures, props, shots, styles,
camera types and cuts.

    python examples/gallery.py --out gallery [--only emotions creatures]

One PNG sheet for each subject. Everything is drawn from fixed moments, without the world model.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np

from director.casting.wardrobe import Description, dress
from director.directive import CameraOrder, Directive
from director.filming.camera import compose
from director.filming.moves import move
from director.filming.shots import choose_shot
from model.camera import ASPECTS, CAMERA_TYPES, CUTS, SHOT_SIZES, Camera
from model.catalog import CATALOG
from model.kinds import KINDS
from model.layout import first_moment
from model.moment import EMOTIONS, GESTURES, HOURS, POSES, WEATHERS, Moment
from model.renderer.illustrator import Illustrator
from model.renderer.painter import Painter
from model.renderer.renderer import Renderer
from model.settings import SETTINGS
from model.stage import AGES, BEARDS, HAIRS, HATS, MASKS, OUTFITS, STYLES, Entity, Stage
from model.state import Action

TILE = (480, 270)
Place = tuple[float, float, float, float]  # x, y, z, heading in degrees
Tile = tuple[str, np.ndarray]

_SKINS = ("#f2cfae", "#e3ac80", "#b97a52", "#8a5638", "#f6dcc6")
_CLOTHES = ("#3f6fb5", "#b5473c", "#4f8a5a", "#d9a437", "#7a4f9a", "#3a4a5a", "#c96a8a")
_HAIR = ("#2a1a12", "#5a3620", "#c98f3f", "#16161a", "#8a3f20", "#d9d4cc")


def entity(k: int, archetype: str, name: str = "", colors: Mapping[str, str] | None = None, **look: str) -> Entity:
    """A thing or a creature in its catalogue's colours, or a person with a look of its own."""
    a = CATALOG[archetype]
    if a.kind == "person":
        clothes = {"skin": _SKINS[k % 5], "hair": _HAIR[k % 6], "top": _CLOTHES[k % 7], "bottom": _CLOTHES[(k + 5) % 7],
                   "shoes": "#2c2420", "accent": _CLOTHES[(k + 3) % 7]}
        clothes |= colors or {}
        words = {"outfit": "casual", "hair": "short", "age": "adult", "gender": "m", **look}
        return Entity(f"e{k}", name or archetype, "person", archetype, a.size, clothes, words, a.traits)
    return Entity(f"e{k}", archetype, a.kind, archetype, a.size, {"body": a.body, "accent": a.accent}, {}, a.traits)


SMITH = entity(0, "adult", "smith", {"top": "#8a6a4a", "bottom": "#3a2a20", "hair": "#2a1a10"},
               outfit="apron", beard="full")
ANNA = entity(1, "adult", "Anna", {"top": "#2f6fb5", "bottom": "#3a3050", "hair": "#8a4a24", "skin": "#f5d5b8"},
              gender="f", hair="wavy")


def put(stage: Stage, places: Mapping[int, Place], hour: float = 12.0, weather: str = "clear", seed: int = 2) -> Moment:
    """The stage's first moment, with some rows where the picture wants them."""
    moment = first_moment(stage, (), seed=seed, hour=hour, weather=weather)
    position, heading = moment.position.copy(), moment.heading.copy()
    for row, (x, y, z, turn) in places.items():
        position[row], heading[row] = (x, y, z), np.radians(turn)
    return replace(moment, position=position, heading=heading, time_s=2.0)


def acting(moment: Moment, row: int, *, pose: str = "", gesture: str = "", emotion: str = "") -> Moment:
    """The moment with one row in another pose, gesture or mood."""
    changes = {}
    for field, words, word in (("pose", POSES, pose), ("gesture", GESTURES, gesture), ("emotion", EMOTIONS, emotion)):
        if word:
            weights = getattr(moment, field).copy()
            weights[row] = np.eye(len(words), dtype=np.float32)[words.index(word)]
            changes[field] = weights
    return replace(moment, **changes)


class Studio:
    """A renderer and the shots the sheets are made of."""

    def __init__(self) -> None:
        self._renderer = Renderer(Painter.load(), Illustrator.load())

    def shot(self, stage: Stage, moment: Moment, size: str = "Wide", subject: str | None = None, kind: str = "Static",
             aspect: str = "16:9", tile: tuple[int, int] = TILE, seed: int = 1) -> np.ndarray:
        camera = compose(stage, moment, shot_size=size, camera_type=kind, subject=subject, aspect=aspect, seed=seed,
                         previous=None)
        return self.frame(stage, moment, camera, tile)

    def cut(
        self, order: CameraOrder, stage: Stage, beat: Sequence[Moment], before: Camera
    ) -> Iterator[tuple[float, Camera]]:
        """The last camera before a cut, and those after it, with the seconds since."""
        talk = Directive("", actions=(Action("talk", "e1", "e0"),), camera=order)
        shot = choose_shot(talk, stage, beat, before, seed=1, look=self._renderer.boxes)
        yield 0.0, before
        for moment in beat:
            yield moment.time_s, shot.at(stage, moment, t=moment.time_s, duration=beat[-1].time_s)

    def frame(self, stage: Stage, moment: Moment, camera: Camera, tile: tuple[int, int] = TILE) -> np.ndarray:
        return self._renderer.draw(stage, moment, camera, tile, quality=2)


def stage_in(setting: str, entities: Iterable[Entity], seed: int = 4) -> Stage:
    return Stage(setting, seed, tuple(entities), indoor=SETTINGS[setting].indoor)


def furnished(setting: str, *players: Entity) -> Stage:
    """A setting with its own furniture on stage."""
    things = [entity(len(players) + k, name) for k, name in enumerate(SETTINGS[setting].furniture)]
    return stage_in(setting, (*players, *things))


_TALK = {0: (-0.75, 0.0, 0.8, 60.0), 1: (0.75, 0.0, 0.8, -60.0)}


def settings(studio: Studio) -> Iterator[Tile]:
    for name in SETTINGS:
        stage = furnished(name, SMITH, ANNA)
        for word, hour in HOURS.items():
            yield f"{name}, {word}", studio.shot(stage, _lit(stage, put(stage, {}, hour)))


def _lit(stage: Stage, moment: Moment) -> Moment:
    """The moment with its lamps burning, unless it is day."""
    burning = moment.time_of_day() != "day"
    return replace(moment, lit=np.array([float("lights" in e.traits and burning) for e in stage.entities], np.float32))


def weather(studio: Studio) -> Iterator[Tile]:
    for setting in ("village", "street", "living room", "forest"):
        stage = furnished(setting, SMITH, ANNA)
        for word in WEATHERS[1:]:
            yield f"{setting}, {word}", studio.shot(stage, put(stage, {}, 15.0, word))


def emotions(studio: Studio) -> Iterator[Tile]:
    child = entity(2, "child", "Tom", age="child", hair="spiky", outfit="hoodie")
    old = entity(3, "adult", "Mei", {"hair": "#d9d4cc"}, age="old", gender="f", hair="bun", outfit="coat",
                 glasses="yes")
    for player, setting, hour in ((SMITH, "village", 18.4), (ANNA, "living room", 21.0), (child, "park", 12.0),
                                  (old, "study", 15.0)):
        stage = stage_in(setting, [replace(player, id="e0")])
        for emotion in EMOTIONS:
            moment = acting(put(stage, {0: (0.0, 0.0, 0.5, 10.0)}, hour), 0, emotion=emotion)
            yield f"{player.name}: {emotion}", studio.shot(stage, moment, "Close-up", "e0")


def people(studio: Studio) -> Iterator[Tile]:
    for k, outfit in enumerate(OUTFITS):
        woman, hair = k % 2 == 0 or outfit in ("gown", "dress", "wedding_dress"), HAIRS[k % len(HAIRS)]
        player = entity(k, "adult", outfit, outfit=outfit, hair=hair, gender="f" if woman else "m")
        stage = stage_in("park", [replace(player, id="e0")])
        yield f"{outfit}, {hair}", studio.shot(stage, put(stage, {0: (0, 0, 1, 15)}), "Medium", "e0")


def heads(studio: Studio) -> Iterator[Tile]:
    """Every hair style on a woman and a man, every hat, mask, beard and age, and glasses."""
    looks = [{"hair": hair, "gender": gender} for hair in HAIRS for gender in ("f", "m")]
    looks += [{"hat": hat, "hair": hair} for hat in HATS[1:] for hair in ("long", "curly")]
    looks += [{"mask": mask, "hair": hair} for mask in MASKS[1:] for hair in ("long", "short")]
    looks += [{"beard": beard, "gender": "m"} for beard in BEARDS[1:]]
    looks += [{"age": age, "gender": gender, "glasses": "yes"} for age in AGES for gender in ("f", "m")]
    for k, look in enumerate(looks):
        body = "child" if look.get("age") == "child" else "adult"
        colors = {"hair": "#d9d4cc"} if look.get("age") == "old" else {}
        stage = stage_in("park", [replace(entity(k, body, "", colors, **({"gender": "f"} | look)), id="e0")])
        frame = studio.shot(stage, put(stage, {0: (0, 0, 1, 20)}, 15.5), "Close-up", "e0", tile=(320, 180))
        yield ", ".join(look.values()), frame


def poses(studio: Studio) -> Iterator[Tile]:
    stage = stage_in("courtyard", [SMITH, ANNA])
    for pose in POSES:
        moment = put(stage, {0: (-0.8, 0, 0.8, 40), 1: (0.8, 0, 0.8, -40)}, 16.0)
        for row in (0, 1):
            moment = acting(moment, row, pose=pose)
        moment = replace(moment, phase=np.array([0.9, 2.4], np.float32))
        yield pose, studio.shot(stage, moment)
    for gesture in GESTURES:
        moment = acting(put(stage, {0: (-0.8, 0, 0.8, 40), 1: (0.8, 0, 0.8, -40)}, 16.0), 0, gesture=gesture)
        yield gesture, studio.shot(stage, acting(moment, 1, gesture=gesture), "Medium")


def _alone(studio: Studio, things: Iterable[Entity], setting: str, size: str) -> Iterator[Tile]:
    for thing in things:
        stage = stage_in(setting, [thing])
        moment = put(stage, {0: (0.0, 0.0, 0.5, 35.0)}, 11.0)
        if "lights" in thing.traits:
            moment = replace(moment, lit=np.ones(1, np.float32))
        yield thing.name, studio.shot(stage, moment, size, "e0", tile=(360, 203))


def _all(kind: str) -> Iterator[Entity]:
    return (entity(0, archetype.name) for archetype in CATALOG.values() if archetype.kind == kind)


def creatures(studio: Studio) -> Iterator[Tile]:
    yield from _alone(studio, _all("creature"), "farm", "Medium")


def props(studio: Studio) -> Iterator[Tile]:
    """Every archetype, then every kind of them."""
    rng = np.random.default_rng(0)
    kinds = (dress("e0", kind.en[0], kind.archetype, None, Description(), era="modern", rng=rng) for kind in KINDS)
    yield from _alone(studio, (*_all("prop"), *kinds), "courtyard", "Medium")


def shots(studio: Studio) -> Iterator[Tile]:
    """Every shot size in every shape: two who talk, and a dragon with a child, together and each alone."""
    tale = (entity(0, "dragon"), entity(1, "child", "Tom", age="child", hair="spiky", outfit="hoodie"))
    for name, players in (("talk", (SMITH, ANNA)), ("tale", tale)):
        stage = furnished("village", *players)
        moment = put(stage, _TALK if name == "talk" else {}, 17.5)
        for aspect in ASPECTS:
            width, height = (round(400 * min(1.0, ratio)) for ratio in (ASPECTS[aspect], 1 / ASPECTS[aspect]))
            for size in SHOT_SIZES:
                for subject in (None, "e0", "e1"):
                    frame = studio.shot(stage, moment, size, subject, aspect=aspect, tile=(width, height))
                    yield f"{name}, {aspect} {size} {subject or 'everybody'}", _boxed(frame, (400, 400))


def camera(studio: Studio) -> Iterator[Tile]:
    """Six frames of every camera type. She walks a little where the camera goes along."""
    stage = furnished("village", SMITH, ANNA)
    here = put(stage, _TALK, 10.0)
    for kind in CAMERA_TYPES:
        walks = kind in ("Tracking", "POV Forward")
        beat = [_strolled(here, 1, t) if walks else here for t in np.linspace(0.0, 4.0, 6)]
        start = compose(stage, here, shot_size="Medium", camera_type=kind, subject="e1", aspect="16:9", seed=1,
                        previous=None, beat=beat)
        for t, moment in zip(np.linspace(0.0, 4.0, 6), beat, strict=True):
            camera = move(start, stage, moment, t=float(t), duration=4.0)
            yield f"{kind}, {t:.1f} s", studio.frame(stage, moment, camera)


def cuts(studio: Studio) -> Iterator[Tile]:
    """The last frame before every cut, and five after it."""
    stage = furnished("village", SMITH, ANNA, entity(2, "cat"))
    here = put(stage, _TALK | {2: (2.6, 0.0, 1.4, -40.0)}, 16.5)
    beat = [replace(here, time_s=float(t)) for t in (0.0, 0.4, 0.9, 1.5, 3.0)]
    for cut in CUTS:
        size, subject = ("Close-up", "e2") if cut == "cutback" else ("Medium", "e0")
        before = compose(stage, here, shot_size=size, camera_type="Static", subject=subject, aspect="16:9", seed=1,
                         previous=None)
        order = CameraOrder(cut=cut, subject="e1" if cut in ("hard-cut", "long-take") else None)
        for k, (t, camera) in enumerate(studio.cut(order, stage, beat, before)):
            yield f"{cut}, {'before' if k == 0 else f'{t:.1f} s'}", studio.frame(stage, here, camera)


def _strolled(moment: Moment, row: int, t: float) -> Moment:
    """The moment with somebody t seconds into a stroll towards the right and the camera."""
    turn, away = np.radians(70.0), 0.8 * t
    position, heading, velocity = moment.position.copy(), moment.heading.copy(), moment.velocity.copy()
    way = np.array([np.sin(turn), 0.0, np.cos(turn)], np.float32)
    position[row], heading[row], velocity[row] = position[row] + away * way, turn, 0.8 * way
    phase = moment.phase.copy()
    phase[row] = 5.0 * away
    return acting(replace(moment, position=position, heading=heading, velocity=velocity, phase=phase), row, pose="walk")


def styles(studio: Studio) -> Iterator[Tile]:
    village, room = furnished("village", SMITH, ANNA), furnished("living room", SMITH, ANNA)
    alone = stage_in("village", [replace(ANNA, id="e0")])
    smiling = acting(put(alone, {0: (0.0, 0.0, 0.5, 10.0)}, 16.0), 0, emotion="happy")
    for style in STYLES:
        for what, stage, moment, size, subject in (
            ("a village by day", village, put(village, _TALK, 12.0), "Wide", None),
            ("a room by night", room, _lit(room, put(room, _TALK, 21.5)), "Medium", None),
            ("a face", alone, smiling, "Close-up", "e0"),
        ):
            yield f"{style}: {what}", studio.shot(replace(stage, style=style), moment, size, subject, tile=(640, 360))


SHEETS: dict[str, tuple[Callable[[Studio], Iterator[Tile]], int]] = {
    "settings": (settings, 4), "weather": (weather, 4), "emotions": (emotions, 8), "people": (people, 5),
    "heads": (heads, 8), "poses": (poses, 6), "creatures": (creatures, 6), "props": (props, 8), "shots": (shots, 9),
    "styles": (styles, 3), "camera": (camera, 6), "cuts": (cuts, 6),
}  # fmt: skip


def _boxed(frame: np.ndarray, size: tuple[int, int]) -> np.ndarray:
    """The frame in the middle of a dark tile."""
    tile = np.full((size[1], size[0], 3), 16, np.uint8)
    y, x = (size[1] - frame.shape[0]) // 2, (size[0] - frame.shape[1]) // 2
    tile[y : y + frame.shape[0], x : x + frame.shape[1]] = frame
    return tile


def sheet(tiles: Sequence[Tile], columns: int) -> np.ndarray:
    """One picture of all tiles, each with its caption."""
    height, width = tiles[0][1].shape[:2]
    gap, line = 6, 20
    rows = -(-len(tiles) // columns)
    out = np.full((rows * (height + line + gap) + gap, columns * (width + gap) + gap, 3), 16, np.uint8)
    for k, (caption, picture) in enumerate(tiles):
        y, x = gap + k // columns * (height + line + gap), gap + k % columns * (width + gap)
        out[y : y + height, x : x + width] = picture
        cv2.putText(out, caption, (x + 2, y + height + 14), cv2.FONT_HERSHEY_SIMPLEX, 0.42, (205, 200, 190), 1,
                    cv2.LINE_AA)
    return out


def main(argv: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=Path("gallery"), help="folder for the sheets (gallery)")
    parser.add_argument("--only", nargs="+", choices=SHEETS, default=list(SHEETS), help="some of the sheets")
    arguments = parser.parse_args(argv)
    arguments.out.mkdir(parents=True, exist_ok=True)
    studio = Studio()
    for name in arguments.only:
        tiles, columns = SHEETS[name]
        file = arguments.out / f"{name}.png"
        cv2.imwrite(str(file), cv2.cvtColor(sheet(list(tiles(studio)), columns), cv2.COLOR_RGB2BGR))
        print(file, flush=True)


if __name__ == "__main__":
    main()
