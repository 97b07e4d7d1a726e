"""The values a story is made of: episode, scenes, beats, takes, choices, and where an author stands.

Everything here is a frozen value that can be written as JSON (`storygraph.serial`). Checkpoints and clips
are named by the SHA-256 (64 hex digits) of their bytes. This module does not know how scenes are joined
into a graph (`storygraph.graph`), what is inside a checkpoint, or where anything is kept.

Units: seconds; times of day are ISO 8601 in UTC.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Self

__all__ = [
    "Beat", "Branch", "Caption", "Choice", "Cursor", "Episode", "Outline", "Removal", "Scene", "Take", "Variable",
    "new_id",
]  # fmt: skip


def new_id(source: Callable[[], uuid.UUID] = uuid.uuid4) -> str:
    """A fresh id of 32 hex digits; `source` is where its chance comes from."""
    return source().hex


@dataclass(frozen=True, slots=True)
class Caption:
    """A line somebody speaks, and when, in seconds from the start of the clip."""

    speaker: str
    text: str
    start_s: float
    end_s: float


class _Late:
    """A value whose last fields may be worked out when they are first asked for: a long story is opened for its shape,
    and of its tens of thousands of receipts an author reads a few."""

    __slots__ = ("_rest", "_trail")

    @classmethod
    def late(cls, rest: tuple[Callable[..., Mapping[str, Any]], *tuple[Any, ...]], **known: Any) -> Self:
        """A value of the fields `known`; `rest` is a function and its arguments which give all others. A scene's
        `_trail` may be among the known."""
        value = cls.__new__(cls)
        for name, field_value in known.items():
            object.__setattr__(value, name, field_value)
        object.__setattr__(value, "_rest", rest)
        return value

    def __getattr__(self, name: str) -> Any:  # asked only for what has no value yet
        if name.startswith("_"):
            raise AttributeError(name)
        work_out, *told = self._rest
        for field_name, value in work_out(*told).items():
            object.__setattr__(self, field_name, value)
        object.__setattr__(self, "_rest", (dict,))  # what it was worked out from is needed no more
        return object.__getattribute__(self, name)


@dataclass(frozen=True, slots=True)
class Take(_Late):
    """One acting of a beat.

    `checkpoint` is the state it ended in and `start` the state it was acted from (its parent; the graph
    fills it in when the take is added), `clip` the rendered video, if there is one yet. `receipt` holds plain
    JSON rows: what really happened. `directive` is plain JSON too: the author's words as they were understood, which
    with `start` and `seed` is all that is needed to act the take again. `seed` is between 0 and 2**63 - 1.
    `direction` are the author's words where they are no longer those of the beat, because it was edited since.
    """

    id: str
    seed: int
    checkpoint: str
    clip: str | None = None
    receipt: tuple[dict[str, Any], ...] = ()
    captions: tuple[Caption, ...] = ()
    duration_s: float = 0.0
    created: str = ""
    start: str | None = None
    directive: dict[str, Any] = field(default_factory=dict)
    direction: str | None = None


@dataclass(frozen=True, slots=True)
class Beat:
    """The unit of direction: its takes, of which `canonical` names the one that counts, and the author's words for
    that one."""

    id: str
    direction: str
    takes: tuple[Take, ...]
    canonical: str

    @property
    def take(self) -> Take:
        """The canonical take."""
        return self.take_of(self.canonical)

    def take_of(self, take_id: str) -> Take:
        """The take with that id. Raises KeyError when the beat has none."""
        for take in self.takes:
            if take.id == take_id:
                return take
        raise KeyError(take_id)

    def words_of(self, take: Take) -> str:
        """The author's words that a take of this beat was acted from."""
        return self.direction if take.direction is None else take.direction


@dataclass(frozen=True, slots=True)
class Choice:
    """A way out of a scene, offered after `after` of its beats have played; None means at its end.

    `seconds` is how long the audience may think; when they run out, the choice marked `default` is taken. It is open
    only while `condition` holds, and taking it has its `effects`, one after the other (`storygraph.expressions`).
    `kept` names differences between where it leaves and where it leads that the author wants as they are (see
    `storygraph.facts.Difference`).
    """

    id: str
    label: str
    to: str
    after: int | None = None
    default: bool = False
    seconds: float | None = None
    condition: str = ""
    effects: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene(_Late):
    """An ordered run of beats that starts from a checkpoint.

    `origin` is the point that checkpoint was taken from: (scene id, beats of it played). It is None for the
    first scene. `ending` is the author's mark that the story may stop here.
    """

    id: str
    title: str
    start: str
    origin: tuple[str, int] | None = None
    beats: tuple[Beat, ...] = ()
    choices: tuple[Choice, ...] = ()
    ending: bool = False

    @property
    def duration_s(self) -> float:
        """How long its canonical takes run, in seconds."""
        return sum(beat.take.duration_s for beat in self.beats)

    @property
    def trail(self) -> tuple[tuple[str | None, str], ...]:
        """From which state each of its beats was acted, and in which it ended, as the takes have it that count: all
        that staleness asks of a scene."""
        known: tuple[tuple[str | None, str], ...] | None = getattr(self, "_trail", None)
        if known is None:
            known = tuple((beat.take.start, beat.take.checkpoint) for beat in self.beats)
            object.__setattr__(self, "_trail", known)
        return known

    def offers(self, choice: Choice) -> int:
        """How many beats of this scene have played when `choice` is offered."""
        return len(self.beats) if choice.after is None else choice.after


@dataclass(frozen=True, slots=True)
class Variable:
    """What a story remembers while it is played: true or false, a number, or text. `initial` is what it begins with."""

    name: str
    initial: bool | float | str


@dataclass(frozen=True, slots=True)
class Branch:
    """A name for a line of the story: a scene and all it grew from. It goes on as the scene does."""

    name: str
    scene: str


@dataclass(frozen=True, slots=True)
class Removal:
    """What was put into the trash at once, at the time `removed`; `title` says to the author what it is.

    `scenes` are in the order they were made and keep their own choices; `choices` are those of scenes that stayed: (the
    scene, its place among the choices there, the choice). `branches` are the names that ended in these scenes, or a
    name alone.
    """

    id: str
    title: str
    removed: str
    scenes: tuple[Scene, ...] = ()
    choices: tuple[tuple[str, int, Choice], ...] = ()
    branches: tuple[Branch, ...] = ()


@dataclass(frozen=True, slots=True)
class Episode:
    """What is true of the whole story. `version` counts its saved changes, from 1; `picture` is the SHA-256 of the
    picture the world was made from, if there was one. `narrative`, `event_style` and `layout` say how much happens of
    its own accord and how the camera cuts, in the director's words."""

    id: str
    owner: str
    title: str
    prompt: str
    aspect: str
    style: str
    seed: int
    root: str
    version: int = 1
    created: str = ""
    updated: str = ""
    picture: str | None = None
    narrative: str = "Normal"
    event_style: str = "normal"
    layout: str = "Calm"
    variables: tuple[Variable, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """What an episode is on a shelf: how large it is, and `start`, the state its story begins with."""

    episode: Episode
    scenes: int
    beats: int
    start: str


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where an author stands: `beat` beats of the scene have been played, 0 is the scene's start."""

    episode: str
    scene: str
    beat: int = 0

    @property
    def next(self) -> Cursor:
        """The cursor one beat on."""
        return replace(self, beat=self.beat + 1)
