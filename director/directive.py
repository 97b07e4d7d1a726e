"""What the author's words mean, as plain values: actions, lines, camera, who comes in, and how it was read.

Knows nothing of how words are read (see `director.understanding`) or of what comes of them (see `director.receipts`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from model.stage import Entity
from model.state import Action

AUTHOR, PATTERNS, MODEL = "author", "patterns", "language model"  # who may write a line


@dataclass(frozen=True, slots=True)
class Line:
    """Words spoken aloud. `speaker` is an entity id, `action` the row of the directive's `talk` action that speaks
    them, `mood` the manner the author asked for ("angrily"), in the author's words, or None."""

    speaker: str
    text: str
    mood: str | None
    action: int
    voice: str = "normal"  # of model.speech.VOICES: how far it is heard
    source: str = AUTHOR  # who wrote it
    act: str = ""  # what is done with it, of model/lexicon/speech.yaml: ask, thank ...


@dataclass(frozen=True, slots=True)
class Cue:
    """Speech that the author asks for without writing it: "Anna tells him what she saw". `action` is the row of the
    `talk` action, `words` tell how it is said ("tells someone"), `told` what is to be said ("what she saw", or
    nothing), and `about` are those it speaks of."""

    action: int
    words: str
    told: str = ""
    about: tuple[str, ...] = ()  # entity ids


@dataclass(frozen=True, slots=True)
class Narration:
    """Words of nobody on stage: a narrator's voice, a title. They begin with the beat, one after the other, and each
    takes `seconds`; `teller` is who the author says tells it ("Narrator", 旁白)."""

    text: str
    teller: str
    seconds: float


@dataclass(frozen=True, slots=True)
class CameraOrder:
    """What the author asked of the camera, in the words of `model.camera`; None leaves it as it is. `company` are those
    of whom it is a shot together: "the king and the queen", "everybody"; `reading` says what the words came to where
    the camera can only do something near."""

    shot_size: str | None = None
    camera_type: str | None = None
    subject: str | None = None  # entity id
    cut: str | None = None
    company: tuple[str, ...] = ()  # entity ids
    reading: str = ""


@dataclass(frozen=True, slots=True)
class Directive:
    """`entrances` are entities that are not on stage yet and must be put there (a person who comes in from outside,
    a thing that somebody pulls out) before `actions`, which name them by id, are given to the world. `readings` say
    how words were read where that is not plain; `refusals` say what could not be done, and what would work. `cues`
    are lines still to be written (see `director.speech.lines`): a directive that is acted out has none, so they are not
    kept."""

    text: str
    actions: tuple[Action, ...] = ()
    lines: tuple[Line, ...] = ()
    camera: CameraOrder | None = None
    entrances: tuple[Entity, ...] = ()
    readings: tuple[str, ...] = ()
    refusals: tuple[str, ...] = ()
    action_readings: tuple[str, ...] = ()  # for every action the words it was read from, "tiptoes -> walks, slowly"
    cues: tuple[Cue, ...] = ()
    note: str = ""  # what the receipt is to say of how the whole of it was read
    unbidden: int = 0  # how many of the last actions nobody asked for: they happen of their own accord
    layout: str = "Calm"  # how the camera cuts where the author says nothing (see `director.suggestions.density`)
    steps: int | None = None  # how many world steps are kept of what it asks: a fork may leave it in the middle
    narration: tuple[Narration, ...] = ()

    @property
    def asked(self) -> Directive:
        """The directive without what happens of its own accord."""
        many = len(self.actions) - self.unbidden
        return replace(self, actions=self.actions[:many], action_readings=self.action_readings[:many], unbidden=0)

    def to_json(self) -> dict[str, Any]:
        return {
            "text": self.text,
            "actions": [action.to_json() for action in self.actions],
            "lines": [asdict(line) for line in self.lines],
            "camera": None if self.camera is None else asdict(self.camera),
            "entrances": [entity.to_json() for entity in self.entrances],
            "readings": list(self.readings),
            "refusals": list(self.refusals),
            "action_readings": list(self.action_readings),
            "note": self.note,
            "unbidden": self.unbidden,
            "layout": self.layout,
            "narration": [asdict(told) for told in self.narration],
        } | ({} if self.steps is None else {"steps": self.steps})

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Directive:
        camera = data["camera"]
        return cls(
            text=data["text"],
            actions=tuple(Action.from_json(a) for a in data["actions"]),
            lines=tuple(Line(**line) for line in data["lines"]),
            camera=None if camera is None else CameraOrder(**{**camera, "company": tuple(camera.get("company", ()))}),
            entrances=tuple(Entity.from_json(e) for e in data["entrances"]),
            readings=tuple(data["readings"]),
            refusals=tuple(data["refusals"]),
            action_readings=tuple(data["action_readings"]),
            note=data.get("note", ""),
            unbidden=data.get("unbidden", 0),
            layout=data.get("layout", "Calm"),
            steps=data.get("steps"),
            narration=tuple(Narration(**told) for told in data.get("narration", ())),
        )
