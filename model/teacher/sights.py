"""Held moments to paint: any setting, hour and weather, somebody doing something, a camera looking on.

Everything is drawn from a seed. What is seen need not make sense as a story; it must show all that the shader will
meet. Knows nothing of how light falls. Training and evaluation only.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from model.camera import ASPECTS, Camera
from model.catalog import CATALOG
from model.kinds import archetype_named, kind_named
from model.layout import Relation, first_moment
from model.moment import EMOTIONS, GESTURES, HOURS, POSES, WEATHERS, Moment
from model.renderer.kit import set_for
from model.renderer.scenery import Scenery
from model.settings import SETTINGS
from model.stage import AGES, BEARDS, HAIRS, HATS, OUTFITS, Entity, Stage
from model.state import WorldState

_FIRST_HELD_OUT = 1_000_000  # seeds from here on are for evaluation; of those of a later setting, the first half
_SKINS = ("#f6d3b3", "#eab68c", "#c98d5e", "#9a6440", "#6b4329")
_HAIR = ("#2a1c14", "#5a3820", "#a8662c", "#e0b45c", "#8c8c92", "#b8402c", "#1c1c24")
_POSED = {
    "stand": 0.5, "walk": 0.14, "run": 0.08, "sit": 0.08, "kneel": 0.06, "lie": 0.04, "fallen": 0.04, "dance": 0.06,
}  # fmt: skip
_WEATHERED = {"clear": 0.55, "rain": 0.13, "snow": 0.12, "fog": 0.1, "storm": 0.1}
# shot size: share, vertical field of view in degrees, distance in heights of the subject, height looked at
_SHOTS = {
    "Wide": (0.45, 40.0, (2.6, 6.0), 0.55), "Medium": (0.3, 32.0, (1.6, 2.6), 0.7),
    "Close-up": (0.25, 27.0, (0.9, 1.4), 0.84),
}  # fmt: skip
_TRIES = 40
# Settings that came after sights were traced have a million seeds each: all others keep the setting they had.
# And nobody in them wears what came later still.
_OUTFITS, _HATS = 25, 10
_LATER = ("corner shop", "bamboo grove", "courtyard garden", "old inn", "old chamber", "lake", "ruins", "city wall",
          "cave", "garage", "train carriage", "courtroom", "old study", "ballroom", "bar", "cemetery", "moon",
          "red planet", "frontier town")  # fmt: skip
_MILLION, _FIRST_LATER = 1_000_000, 2
_TAUGHT = 500_000  # in the million of a later setting, the first seed to learn from


@dataclass(frozen=True, slots=True)
class Sight:
    """A moment on a stage, seen through a camera."""

    stage: Stage
    moment: Moment
    camera: Camera

    def to_bytes(self) -> bytes:
        """As a checkpoint of which nothing is remembered."""
        none = np.zeros((0, 0), np.float16)
        return WorldState(self.stage, self.moment, self.camera, 0, 0, "", "", none, none).to_bytes()

    @classmethod
    def from_bytes(cls, data: bytes) -> Sight:
        """Raises ValueError when the bytes are not a whole state."""
        state = WorldState.from_bytes(data)
        return cls(state.stage, state.moment, state.camera)


def held_out(seed: int) -> bool:
    """Whether a sight is for evaluation alone."""
    taught = seed >= _FIRST_LATER * _MILLION and seed % _MILLION >= _TAUGHT
    return seed >= _FIRST_HELD_OUT and not taught


def sight(seed: int) -> Sight:
    """The sight of a seed. Settings take turns, so that any run of seeds shows them all; the later ones from 2,000,000
    on, a million each."""
    rng = np.random.default_rng([seed, 23])
    later = seed // _MILLION - _FIRST_LATER
    places = [s for s in SETTINGS.values() if s.name not in _LATER] if later < 0 else [SETTINGS[_LATER[later]]]
    setting = places[seed % len(places)]
    names = [*setting.furniture, *_company(rng)]
    entities = tuple(_entity(f"e{k}", name, rng) for k, name in enumerate(names))
    stage = Stage(setting.name, int(rng.integers(1 << 30)), entities, indoor=setting.indoor)
    weather = "clear" if setting.indoor and rng.random() < 0.7 else _chosen(_WEATHERED, rng)
    hour = list(HOURS.values())[seed // len(places) % len(HOURS)] + float(rng.normal(0.0, 0.8))
    holder = next(e for e in entities if e.kind == "person")
    held = next((e for e in entities if "holdable" in e.traits and e.kind == "prop"), None)
    relations = [Relation("holds", holder.id, held.id)] if held is not None and rng.random() < 0.4 else []
    moment = first_moment(stage, relations, seed=stage.seed, hour=hour % 24.0, weather=weather)
    moment = _acting(stage, moment, rng)
    return Sight(stage, moment, _camera(stage, moment, set_for(stage), rng))


def _chosen(shares: dict[str, float], rng: np.random.Generator) -> str:
    weights = np.array(list(shares.values()))
    return str(rng.choice(list(shares), p=weights / weights.sum()))


def _company(rng: np.random.Generator) -> list[str]:
    """Who and what is there beside what belongs in the setting."""
    of = {kind: [a.name for a in CATALOG.values() if a.kind == kind] for kind in ("creature", "prop")}
    people = ["child" if rng.random() < 0.2 else "adult" for _ in range(int(rng.integers(1, 5)))]
    creatures = [str(x) for x in rng.choice(of["creature"], int(rng.choice([0, 1, 2], p=[0.5, 0.4, 0.1])))]
    return [*people, *creatures, *(str(x) for x in rng.choice(of["prop"], int(rng.integers(0, 5))))]


def _entity(entity_id: str, name: str, rng: np.random.Generator) -> Entity:
    """One of an archetype, or of a kind of one."""
    kind, own = CATALOG[archetype_named(name)], kind_named(name)
    size = (kind.size[0], kind.size[1], kind.size[2])
    if kind.kind != "person":
        colors = {"body": (own and own.body) or kind.body, "accent": (own and own.accent) or kind.accent}
        called = entity_id if own is None else own.en[0]
        return Entity(entity_id, called, kind.kind, kind.name, (own and own.size) or size, colors, {}, kind.traits)
    gender, age = str(rng.choice(["f", "m"])), "child" if kind.name == "child" else str(rng.choice(AGES[1:]))
    bearded = gender == "m" and age != "child" and rng.random() < 0.35
    look = {
        "outfit": str(rng.choice(OUTFITS[:_OUTFITS])), "hair": str(rng.choice(HAIRS)), "age": age, "gender": gender,
        "hat": str(rng.choice(HATS[:_HATS])) if rng.random() < 0.25 else "none",
        "beard": str(rng.choice(BEARDS[1:])) if bearded else "none",
        "glasses": "yes" if rng.random() < 0.15 else "no",
    }  # fmt: skip
    colors = {"skin": str(rng.choice(_SKINS)), "hair": str(rng.choice(_HAIR))}
    if rng.random() < 0.4:
        colors["top"] = "#" + "".join(f"{int(c):02x}" for c in rng.integers(20, 236, 3))
    return Entity(entity_id, entity_id, "person", kind.name, size, colors, look, kind.traits)


# -- what they do ------------------------------------------------------------------------------------------------------
def _acting(stage: Stage, moment: Moment, rng: np.random.Generator) -> Moment:
    """Everybody caught at something; lamps lit when it is dark, lids and doors open or shut."""
    pose, gesture, emotion = moment.pose.copy(), moment.gesture.copy(), moment.emotion.copy()
    lit, opened, tilt, heading = moment.lit.copy(), moment.opened.copy(), moment.tilt.copy(), moment.heading.copy()
    dark = moment.hour < 6.5 or moment.hour > 18.5
    for i, entity in enumerate(stage.entities):
        if entity.kind == "prop":
            if "lights" in entity.traits:
                lit[i] = float(rng.random() < (0.9 if dark else 0.4))
            if "opens" in entity.traits:
                opened[i] = float(rng.random() < 0.4)
            if "topples" in entity.traits and moment.held_by[i] < 0:
                tilt[i] = float(rng.random() < 0.1)
            continue
        flies = moment.pose_name(i) == "fly"
        pose[i] = pose[i] if flies else _mixed(POSES, _chosen(_POSED, rng), "stand", rng)
        gesture[i] = _mixed(GESTURES, str(rng.choice(GESTURES)) if rng.random() < 0.5 else "rest", "rest", rng)
        emotion[i] = _mixed(EMOTIONS, str(rng.choice(EMOTIONS)), "calm", rng)
        heading[i] += rng.normal(0.0, 0.5)
    n = len(stage.entities)
    return replace(
        moment, time_s=float(rng.uniform(0.0, 60.0)), pose=pose, gesture=gesture, emotion=emotion, lit=lit,
        opened=opened, tilt=tilt, heading=heading, phase=rng.uniform(0.0, 2 * math.pi, n).astype(np.float32),
        weather=_mixed(WEATHERS, WEATHERS[int(moment.weather.argmax())], "clear", rng),
    )  # fmt: skip


def _mixed(names: Sequence[str], name: str, usual: str, rng: np.random.Generator) -> np.ndarray:
    """Weights of `names`: mostly all of one, sometimes on the way there from the usual."""
    share = 1.0 if rng.random() < 0.6 else float(rng.uniform(0.3, 1.0))
    row = np.zeros(len(names), np.float32)
    row[names.index(usual)] += 1.0 - share
    row[names.index(name)] += share
    return row


# -- the camera --------------------------------------------------------------------------------------------------------
def _camera(stage: Stage, moment: Moment, built: Scenery, rng: np.random.Generator) -> Camera:
    """A view of somebody from where a film would stand: outside of things, in front of the fourth wall."""
    alive = [i for i, e in enumerate(stage.entities) if e.kind != "prop"]
    shot = _chosen({name: share for name, (share, *_) in _SHOTS.items()}, rng)
    _, fov, away, at = _SHOTS[shot]
    for _ in range(_TRIES):
        subject = int(rng.choice(alive))
        height = max(0.8, stage.entities[subject].size[1])
        target = moment.position[subject] + np.array([0.0, at * height, 0.0]) + rng.normal(0.0, 0.08 * height, 3)
        azimuth = rng.normal(0.0, 0.6 if built.room is not None else 1.1)
        rise = rng.uniform(-0.05, 0.35) if shot == "Wide" else rng.normal(0.05, 0.1)
        distance = height * rng.uniform(*away) + 0.3
        way = np.array([math.sin(azimuth) * math.cos(rise), math.sin(rise), math.cos(azimuth) * math.cos(rise)])
        place = target + distance * way
        if place[1] > 0.25 and _is_free(place, stage, moment, built):
            break
    x, y, z = (float(v) for v in place)
    tx, ty, tz = (float(v) for v in target)
    return Camera((x, max(0.25, y), z), (tx, ty, tz), fov + float(rng.normal(0.0, 2.0)), next(iter(ASPECTS)), shot)


def _is_free(place: np.ndarray, stage: Stage, moment: Moment, built: Scenery) -> bool:
    if built.room is not None:
        half_width, height, half_depth = built.room
        if abs(place[0]) > half_width - 0.3 or place[1] > height - 0.3 or not -half_depth < place[2] < half_depth + 1.0:
            return False
    for low, high in built.obstacles:
        if all(a - 0.4 < p < b + 0.4 for a, p, b in zip(low, place, high, strict=True)):
            return False
    reach = np.array([0.35 + max(e.size[0], e.size[2]) / 2 for e in stage.entities])
    tall = np.array([e.size[1] for e in stage.entities])
    beside = np.linalg.norm(moment.position[:, [0, 2]] - place[[0, 2]], axis=1)
    return not bool(((beside < reach) & (place[1] < moment.position[:, 1] + tall + 0.2)).any())
