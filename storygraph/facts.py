"""What is true at one moment of a story, what a beat did on purpose, and how two moments differ.

Plain frozen values that whoever can look into checkpoints supplies: nothing here knows what a checkpoint is made of,
how scenes are joined (see `storygraph.continuity`), or how anything is put into words. Somebody or something has one id
in all branches of a story. Units: metres, hours.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

__all__ = ["NOTHING_DONE", "Account", "Difference", "Facts", "Reference", "Thing", "differences", "hours_apart"]

APART_M = 2.5  # a thing that lies farther from where it was is in another place
WALKED_M = 2.5  # who stands farther from where they stood is seen to stand elsewhere
DRIFT_H = 0.75  # hours by which the light may shift unnoticed
_LAID = frozenset({"lie", "fallen"})
_LOW = frozenset({"sit", "kneel", *_LAID})

Place = tuple[str, str]  # ("held" | "in" | "on" | "ground", the id of who or what holds, contains or carries it)


@dataclass(frozen=True, slots=True)
class Thing:
    """Somebody or something at one moment. `here` is false off stage, and for what was carried off. `look` pairs parts
    of the outside with a word or a `#rrggbb`; `open` and `lit` are None for what cannot be."""

    id: str
    name: str
    kind: str  # person, creature or prop
    here: bool = True
    spot: tuple[float, float] = (0.0, 0.0)
    pose: str = "stand"
    down: bool = False
    place: Place = ("ground", "")
    open: bool | None = None
    lit: bool | None = None
    look: tuple[tuple[str, str], ...] = ()

    @property
    def lives(self) -> bool:
        """Whether it is somebody, not something."""
        return self.kind != "prop"

    @property
    def upright(self) -> bool:
        return self.here and not self.down and self.pose not in _LAID


@dataclass(frozen=True, slots=True)
class Facts:
    """Everybody and everything at one moment, by id."""

    setting: str
    hour: float
    weather: str
    things: Mapping[str, Thing] = field(default_factory=dict, hash=False)

    def is_here(self, thing_id: str) -> bool:
        return thing_id in self.things and self.things[thing_id].here


@dataclass(frozen=True, slots=True)
class Reference:
    """Somebody speaks of what they know from an earlier beat: `words` say of what, `places` where it happened, or
    happened in the same way elsewhere: (scene id, number of the beat in it, from 1)."""

    speaker: str
    words: str
    places: frozenset[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Account:
    """What a beat did on purpose, as ids. `touched` are all about whom something may have changed by it, `went` those
    of them who may be elsewhere, `acted` those who did something or spoke, `used` the things that were handled;
    `upheaval` is what may move anything: a blast, a quake."""

    acted: frozenset[str] = frozenset()
    spoke: frozenset[str] = frozenset()
    touched: frozenset[str] = frozenset()
    went: frozenset[str] = frozenset()
    used: frozenset[str] = frozenset()
    entered: frozenset[str] = frozenset()
    left: frozenset[str] = frozenset()
    died: frozenset[str] = frozenset()
    revived: frozenset[str] = frozenset()
    destroyed: frozenset[str] = frozenset()
    time: bool = False
    weather: bool = False
    upheaval: bool = False
    references: tuple[Reference, ...] = ()


NOTHING_DONE = Account()


@dataclass(frozen=True, slots=True)
class Difference:
    """One way in which two moments differ. `subject` is an id, or empty for the world itself; `here` and `there` are
    plain values that depend on `kind`:

    `setting`, `weather`, `name`: words; `hour`: a float; `fate`, `presence`, `open`, `lit`: truth; `place` (of a
    thing) and `seat` (of somebody, who is on or in it): a Place; `pose`: a word; `spot` (where somebody stands): a
    point; `look`: the pairs that differ.
    """

    kind: str
    subject: str
    here: object
    there: object

    @property
    def key(self) -> str:
        """What names it among the differences of two moments."""
        return f"{self.kind}:{self.subject}" if self.subject else self.kind

    @property
    def contradicts(self) -> bool:
        """Whether an audience that sees one moment follow the other would not believe it. Between two scenes people
        may have walked, sat down or stood up; they cannot have risen from the dead, and things do not move."""
        if self.kind == "pose":
            return (self.here in _LAID) != (self.there in _LAID)
        return self.kind != "spot"


def hours_apart(one: float, other: float) -> float:
    """How many hours two times of day are apart, 0 to 12."""
    return abs((other - one + 12.0) % 24.0 - 12.0)


def differences(
    here: Facts, there: Facts, gone_here: frozenset[str] = frozenset(), gone_there: frozenset[str] = frozenset()
) -> tuple[Difference, ...]:
    """How the second moment differs from the first; `gone_...` are those who have died or been destroyed by then."""
    found = [*_of_world(here, there)]
    for thing_id in dict.fromkeys((*here.things, *there.things)):
        found += _of_thing(thing_id, here, there, thing_id in gone_here, thing_id in gone_there)
    return tuple(found)


def _of_world(here: Facts, there: Facts) -> Iterator[Difference]:
    if here.setting != there.setting:
        yield Difference("setting", "", here.setting, there.setting)
    if hours_apart(here.hour, there.hour) > DRIFT_H:
        yield Difference("hour", "", here.hour, there.hour)
    if here.weather != there.weather:
        yield Difference("weather", "", here.weather, there.weather)


def _of_thing(thing_id: str, here: Facts, there: Facts, gone_here: bool, gone_there: bool) -> Iterator[Difference]:
    was, now = here.things.get(thing_id), there.things.get(thing_id)
    if was is not None and now is not None:
        if was.name != now.name:
            yield Difference("name", thing_id, was.name, now.name)
        if was.look != now.look:
            before, after = dict(was.look), dict(now.look)
            parts = [part for part in sorted({*before, *after}) if before.get(part) != after.get(part)]
            yield Difference("look", thing_id, *(tuple((p, d.get(p, "")) for p in parts) for d in (before, after)))
    seen_here, seen_there = (there_ is not None and there_.here for there_ in (was, now))
    if gone_here != gone_there and seen_there and (seen_here or gone_here):
        yield Difference("fate", thing_id, not gone_here, not gone_there)
        return
    if seen_here != seen_there:
        yield Difference("presence", thing_id, seen_here, seen_there)
    elif seen_here and was is not None and now is not None:
        yield from _of_body(was, now) if now.lives else _of_prop(was, now)


def _of_body(was: Thing, now: Thing) -> Iterator[Difference]:
    if was.place != now.place:
        yield Difference("seat", was.id, was.place, now.place)
    elif _posture(was) != _posture(now):
        yield Difference("pose", was.id, _posture(was), _posture(now))
    elif math.dist(was.spot, now.spot) > WALKED_M and now.place[0] == "ground":
        yield Difference("spot", was.id, was.spot, now.spot)


def _of_prop(was: Thing, now: Thing) -> Iterator[Difference]:
    moved = was.place == now.place == ("ground", "") and math.dist(was.spot, now.spot) > APART_M
    if was.place != now.place or moved:
        yield Difference("place", was.id, was.place, now.place)
    if was.open != now.open:
        yield Difference("open", was.id, bool(was.open), bool(now.open))
    if was.lit != now.lit and bool(was.lit) != bool(now.lit):
        yield Difference("lit", was.id, bool(was.lit), bool(now.lit))
    if was.down != now.down and now.place[0] != "held" and was.place[0] != "held":
        yield Difference("pose", was.id, "fallen" if was.down else "stand", "fallen" if now.down else "stand")


def _posture(thing: Thing) -> str:
    """How somebody holds themselves, as far as it would be noticed: sitting, kneeling, lying, fallen, or on their
    feet."""
    if thing.down:
        return "fallen"
    return thing.pose if thing.pose in _LOW else "stand"
