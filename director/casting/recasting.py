"""A cast changed by its author: who somebody is, how they look, where they stand and how they feel, or that they are
not there at all.

A stage and its first moment in, another stage and moment out; what is not changed stays to the bit. Knows nothing of
prompts, stories or of what is acted on the stage afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any

import numpy as np

from director.casting.wardrobe import Description, body_of, dress
from director.lexicon.nouns import sense_of
from director.lexicon.people import roles
from director.texts import one_line, required_line
from model.catalog import CATALOG
from model.moment import EMOTIONS, GESTURES, HOURS, POSES, WEATHERS, Moment
from model.stage import AGES, BEARDS, BUILDS, HAIRS, HATS, MASKS, OUTFITS, Entity, Stage
from storygraph.errors import StoryError

__all__ = ["LOOKS", "WORDS", "Part", "called", "parts", "recast", "under_sky"]

LOOKS: Mapping[str, tuple[str, ...]] = {
    "age": AGES, "gender": ("f", "m"), "build": BUILDS, "outfit": OUTFITS, "hair": HAIRS, "hat": HATS, "beard": BEARDS,
    "glasses": ("no", "yes", "dark"), "mask": MASKS,
}  # fmt: skip
WORDS: Mapping[str, tuple[str, ...]] = {"emotion": EMOTIONS, "time": tuple(HOURS), "weather": WEATHERS}
_USUAL = {"build": "average", "hat": "none", "beard": "none", "glasses": "no", "mask": "none"}  # where it is not said
_PAINTED = {"person": ("top", "bottom", "hair", "skin"), "creature": ("body", "accent"), "prop": ("body", "accent")}
_COLOR = re.compile(r"#[0-9a-fA-F]{6}")
_MARGIN = 0.4  # m from the edge of the stage that nobody is put closer to
_RESTING = frozenset({"sit", "lie", "climb"})  # poses that need what one is on


@dataclass(frozen=True, slots=True)
class Part:
    """One of the cast as an author sees and changes it. `role` is what somebody is or what a thing is, in the author's
    words; `look` has a word for each of `LOOKS`, and is empty for what is no person; `colors` are `#rrggbb`; `at` is
    where they stand, (x, z) in metres."""

    id: str
    name: str
    role: str
    look: Mapping[str, str] = field(default_factory=dict)
    colors: Mapping[str, str] = field(default_factory=dict)
    at: tuple[float, float] = (0.0, 0.0)
    emotion: str = EMOTIONS[0]
    there: bool = True


def parts(stage: Stage, moment: Moment, language: str) -> tuple[Part, ...]:
    """The cast of a stage at a moment, in its order."""
    return tuple(_part(entity, moment, row, language) for row, entity in enumerate(stage.entities))


def recast(stage: Stage, moment: Moment, wanted: Sequence[Part], *, language: str, era: str) -> tuple[Stage, Moment]:
    """The stage and moment with the cast as wanted; who is not among `wanted` stays as they are. Who is put elsewhere
    takes along what they hold and carry. Chance is that of the stage.

    Raises StoryError for who is not there, a word the wardrobe does not have, two of one name, and an empty stage.
    """
    for part in wanted:
        row = _row(stage, part)
        was = _part(stage.entities[row], moment, row, language)
        if part.there:
            entity = _changed(stage, row, was, part, era)
            stage = replace(stage, entities=(*stage.entities[:row], entity, *stage.entities[row + 1 :]))
            moment = _felt(_put(stage, moment, row, was, part), row, was, part)
    _refuse_namesakes(stage, {part.id for part in wanted if not part.there})
    gone = {_row(stage, part) for part in wanted if not part.there}
    return _without(stage, moment, gone) if gone else (stage, moment)


def under_sky(moment: Moment, time: str | None, weather: str | None) -> Moment:
    """The moment at another time of day, under another sky. Raises StoryError for a word there is no sky for."""
    if time is not None and time != moment.time_of_day():
        moment = replace(moment, hour=HOURS[_known("time of day", time, tuple(HOURS))])
    if weather is not None and weather != moment.weather_name():
        sky = np.zeros_like(moment.weather)
        sky[WEATHERS.index(_known("weather", weather, WEATHERS))] = 1.0
        moment = replace(moment, weather=sky)
    return moment


def called(entity: Entity, language: str) -> str:
    """What somebody or something is, in the author's language."""
    if entity.kind == "person":
        role = roles().get(entity.look.get("role", ""))
        return entity.name if role is None else (role.zh if language == "zh" else role.en)[0]
    kind = CATALOG[entity.archetype]
    return (kind.zh if language == "zh" else kind.en)[0]


def _part(entity: Entity, moment: Moment, row: int, language: str) -> Part:
    person = entity.kind == "person"
    x, _, z = (round(float(v), 2) for v in moment.position[row])
    return Part(
        entity.id,
        entity.name,
        called(entity, language),
        {name: entity.look.get(name, _USUAL.get(name, words[0])) for name, words in LOOKS.items()} if person else {},
        {name: entity.colors[name] for name in _PAINTED[entity.kind] if name in entity.colors},
        (x, z),
        moment.emotion_name(row),
        bool(moment.present[row] > 0.5),
    )


def _row(stage: Stage, part: Part) -> int:
    for row, entity in enumerate(stage.entities):
        if entity.id == part.id:
            return row
    raise StoryError("Somebody of this cast is not there any more: open the cast again.")


# Who they are and how they look


def _changed(stage: Stage, row: int, was: Part, part: Part, era: str) -> Entity:
    """The entity as the part wants it: what is the same as it was stays as it is."""
    entity = stage.entities[row]
    if part.role.strip().casefold() != was.role.casefold():
        entity = _in_role(stage, entity, part.role, era)
    name = required_line(part.name, "The name", f"Everybody needs a name: write one for “{was.name}”.")
    look = {key: _known(key, part.look[key], words) for key, words in LOOKS.items()
            if part.look.get(key, was.look.get(key)) != was.look.get(key)}  # fmt: skip
    colors = {key: part.colors[key] for key in was.colors if part.colors.get(key, was.colors[key]) != was.colors[key]}
    if wrong := next((color for color in colors.values() if not _COLOR.fullmatch(color)), None):
        raise StoryError(f"“{one_line(wrong, 'The colour')}” is no colour: write one as #rrggbb.")
    return _fitted(replace(entity, name=name, colors={**entity.colors, **colors}), look)


def _in_role(stage: Stage, entity: Entity, word: str, era: str) -> Entity:
    """The entity as somebody or something else of its kind: a person keeps face and skin, and what a role leaves
    open."""
    word = one_line(word, "The role")
    sense = sense_of(word)
    if sense is None or sense.kind != entity.kind:
        other = {"person": "a person", "creature": "a creature", "prop": "a thing"}[entity.kind]
        raise StoryError(f"“{word}” is nothing that “{entity.name}” could be: name {other} Nacre has.")
    rng = np.random.default_rng([stage.seed, 5, stage.entities.index(entity)])
    role = sense.role
    said = Description() if role is None else Description(gender=role.gender or entity.look["gender"])
    dressed = dress(entity.id, entity.name, sense.archetype, role, said, era=era, rng=rng)
    if role is None:
        return dressed
    kept = {"age": role.age or entity.look["age"], "likeness": entity.look["likeness"]}
    colors = {part: entity.colors[part] for part in ("skin", "hair") if part not in role.colors}
    return _fitted(replace(dressed, colors={**dressed.colors, **colors}), kept)


def _fitted(entity: Entity, look: Mapping[str, str]) -> Entity:
    """The entity in another look, as large as that makes it."""
    changed = {**entity.look, **look}
    if entity.kind != "person" or changed == dict(entity.look):
        return entity
    (_, was), (body, size) = body_of(entity.look), body_of(changed)
    width, height, depth = (round(now * old / usual, 3) for now, old, usual in zip(size, entity.size, was, strict=True))
    return replace(entity, archetype=body, look=changed, size=(width, height, depth))


def _known(what: str, word: str, words: Sequence[str]) -> str:
    if word not in words:
        raise StoryError(f"“{one_line(word, 'The word')}” is no {what} Nacre has: choose one of {', '.join(words)}.")
    return word


def _refuse_namesakes(stage: Stage, gone: set[str]) -> None:
    names: set[str] = set()
    for entity in stage.entities:
        if entity.id not in gone:
            if entity.name.casefold() in names:
                raise StoryError(f"Two of the cast are called “{entity.name}”: give one another name.")
            names.add(entity.name.casefold())


# Where they are and how they feel


def _put(stage: Stage, moment: Moment, row: int, was: Part, part: Part) -> Moment:
    """The moment with somebody elsewhere on the ground, and with them all that they hold or bear."""
    if part.at == was.at:
        return moment
    reach = stage.half_extent - _MARGIN
    x, z = (float(min(reach, max(-reach, v))) for v in part.at)
    position, on = moment.position.copy(), {name: getattr(moment, name).copy() for name in _BONDS}
    left = position[row].copy()
    for name in _BONDS:
        on[name][row] = -1
    upright = moment.pose_name(row) not in _RESTING or moment.supported_by[row] < 0
    flies = moment.pose_name(row) == "fly"
    position[row] = (x, left[1] if flies else 0.0, z)
    for other in _borne(moment, row):
        position[other] += position[row] - left
    moved = _empty_handed(moment, replace(moment, position=position, **on), {int(moment.held_by[row])} - {-1})
    return moved if upright else _upright(moved, row)


_BONDS = ("held_by", "supported_by", "inside")


def _borne(moment: Moment, row: int) -> set[int]:
    """The rows of all that is held by, on or in that of a row, and so on."""
    borne, coming = set[int](), [row]
    while coming:
        under = coming.pop()
        found = {int(i) for name in _BONDS for i in np.flatnonzero(getattr(moment, name) == under)} - borne - {row}
        borne |= found
        coming.extend(found)
    return borne


def _upright(moment: Moment, row: int) -> Moment:
    pose = moment.pose.copy()
    pose[row] = np.eye(len(POSES))[POSES.index("stand")]
    return replace(moment, pose=pose)


def _empty_handed(before: Moment, moment: Moment, rows: set[int]) -> Moment:
    """The moment in which those of the rows who held something before and hold nothing now no longer carry."""
    free = [row for row in rows if (before.held_by == row).any() and not (moment.held_by == row).any()]
    gesture = moment.gesture.copy()
    gesture[free] = np.eye(len(GESTURES))[GESTURES.index("rest")]
    return replace(moment, gesture=gesture)


def _felt(moment: Moment, row: int, was: Part, part: Part) -> Moment:
    if part.emotion == was.emotion:
        return moment
    emotion = moment.emotion.copy()
    emotion[row] = np.eye(len(EMOTIONS))[EMOTIONS.index(_known("emotion", part.emotion, EMOTIONS))]
    return replace(moment, emotion=emotion)


def _without(stage: Stage, moment: Moment, gone: set[int]) -> tuple[Stage, Moment]:
    """The stage and moment without some rows; who was on, in or held by them stands on the ground."""
    kept = [row for row in range(len(stage.entities)) if row not in gone]
    if not kept:
        raise StoryError("Somebody or something has to stay on stage: leave one of the cast there.")
    position = moment.position.copy()
    for row in kept:
        if any(int(getattr(moment, name)[row]) in gone for name in _BONDS):
            position[row, 1] = 0.0
            moment = _upright(moment, row) if moment.pose_name(row) in _RESTING else moment
    dropped = moment.held_by.copy()
    dropped[list(gone)] = -1
    moment = _empty_handed(moment, replace(moment, held_by=dropped), set(kept))
    renamed = np.full(len(stage.entities) + 1, -1)  # the last for -1: nobody
    renamed[kept] = range(len(kept))
    moment = replace(moment, position=position, **{name: renamed[getattr(moment, name)] for name in _BONDS})
    rows: dict[str, Any] = {
        f.name: value[kept]
        for f in fields(Moment)
        if isinstance(value := getattr(moment, f.name), np.ndarray) and f.name != "weather"
    }
    return replace(stage, entities=tuple(stage.entities[row] for row in kept)), replace(moment, **rows)
