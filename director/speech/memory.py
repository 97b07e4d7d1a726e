"""What the characters of a story remember: what each of them did, said, saw, heard and was told on the way to a moment.

Memory is not kept anywhere: it follows from the takes on the path from the beginning to the cursor, which are. So a
fork remembers what its branch went through and nothing else, and neither a restart nor another take can leave it out of
date. Only those who are there remember; a voice reaches as far as it is raised. Knows nothing of how memories are put
into words (see `director.speech.recounting`) or of where takes are kept.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from director.directive import AUTHOR, Directive
from model.state import WorldState
from storygraph.graph import StoryGraph
from storygraph.story import Cursor, Take

REACH_M = {"whisper": 1.5, "normal": 9.0, "shout": math.inf}  # how far a voice is heard


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody is at one moment: metres on the ground, whether on stage at all, and whether shut into something,
    where one hears and does not see."""

    x: float
    z: float
    here: bool
    shut_in: bool


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who is where at a checkpoint, by entity id; those who can remember, and what all are called."""

    places: Mapping[str, Place]
    minds: tuple[str, ...]
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Step:
    """A beat that has been played: where it ended, the title of its scene, and the take that counts."""

    end: Cursor
    scene: str
    take: Take


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened. Roles are entity ids; `text` are the words of what was said (`voice`, `act` and `source`
    are as in `director.directive.Line`), `value` is a feeling, a weather or an hour. `at` is the end of its beat,
    `scene` that scene's title, `start_s` counts from the beat's start."""

    at: Cursor
    scene: str
    start_s: float
    verb: str
    actor: str | None
    target: str | None = None
    object: str | None = None
    text: str | None = None
    voice: str = "normal"
    value: str | float | None = None
    act: str = ""
    source: str = AUTHOR

    def concerns(self, entity_id: str) -> bool:
        """Whether somebody or something took part in it."""
        return entity_id in (self.actor, self.target, self.object)


@dataclass(frozen=True, slots=True)
class Memory:
    """An event as one of those who were there has it: `how` is said, told (to them), heard, did, felt (done to them) or
    saw."""

    how: str
    event: Event


Memories = Mapping[str, tuple[Memory, ...]]  # by entity id, oldest first


def steps(graph: StoryGraph, cursor: Cursor, latest: int | None = None) -> tuple[Step, ...]:
    """The beats on the path to the cursor, first to last; or the `latest` so many of them."""
    return tuple(
        Step(end, graph.ever(end.scene).title, graph.ever(end.scene).beats[end.beat - 1].take)
        for end in graph.way(cursor, latest)
    )


def attendance(state: WorldState) -> Attendance:
    """Who is where in a state."""
    moment, entities = state.moment, state.stage.entities
    places = {
        e.id: Place(float(moment.position[k, 0]), float(moment.position[k, 2]), bool(moment.present[k] > 0.5),
                    bool(moment.inside[k] >= 0))
        for k, e in enumerate(entities)
    }  # fmt: skip
    minds = tuple(e.id for e in entities if e.kind != "prop")
    return Attendance(places, minds, {e.id: e.name for e in entities})


def memories(path: Iterable[Step], attend: Callable[[str], Attendance | None]) -> dict[str, tuple[Memory, ...]]:
    """What everybody who was ever on stage remembers at the end of the path, by entity id and oldest first. `attend`
    says who is where at a checkpoint of that SHA-256, or None where that is no longer known: nobody remembers such a
    beat."""
    minds: dict[str, list[Memory]] = {}
    for step in path:
        if step.take.start is None:
            continue
        before, after = attend(step.take.start), attend(step.take.checkpoint)
        if before is None or after is None:
            continue
        happened = events(step, after.names)
        for mind in after.minds:
            kept = minds.setdefault(mind, [])
            for event in happened:
                how = _how(mind, event, happened, before, after)
                if how is not None:
                    kept.append(Memory(how, event))
    return {mind: tuple(kept) for mind, kept in minds.items()}


def events(step: Step, names: Mapping[str, str]) -> list[Event]:
    """What really happened in a beat, in order: the actions that were done, and the lines that were said."""
    directive = Directive.from_json(step.take.directive)
    rows = step.take.receipt[: len(directive.actions)]
    found = [
        Event(step.end, step.scene, float(row["start_s"] or 0.0), a.verb, a.actor, a.target, a.object,
              value=a.emotion or a.weather or a.hour)
        for a, row in zip(directive.actions, rows, strict=False)
        if row.get("status") == "done" and a.verb not in ("talk", "act")
    ]  # fmt: skip
    return sorted([*found, *_said(step, directive, names)], key=lambda event: event.start_s)


def _said(step: Step, directive: Directive, names: Mapping[str, str]) -> Iterator[Event]:
    """The lines that were begun: those that have a caption."""
    captions = list(step.take.captions)
    for line in directive.lines:
        caption = next((c for c in captions if c.text == line.text and c.speaker == names.get(line.speaker)), None)
        if caption is not None:
            captions.remove(caption)
            listener = directive.actions[line.action].target
            yield Event(step.end, step.scene, caption.start_s, "talk", line.speaker, listener, None, line.text,
                        line.voice, line.mood, line.act, line.source)  # fmt: skip


def _how(mind: str, event: Event, beat: Sequence[Event], before: Attendance, after: Attendance) -> str | None:
    """How somebody has come to know of an event of a beat; None when they have not."""
    if event.actor == mind:
        return "said" if event.text is not None else "did"
    if not _attends(mind, event, beat, before, after):
        return None
    if event.text is not None:
        if event.target == mind:
            return "told"
        return "heard" if _hears(mind, event, before, after) else None
    if mind in (event.target, event.object):
        return "felt"
    return None if _shut_in(mind, before) and _shut_in(mind, after) else "saw"


def _attends(mind: str, event: Event, beat: Sequence[Event], before: Attendance, after: Attendance) -> bool:
    """Whether somebody was on stage when it happened: all the beat, since they came in, or until they left."""
    was, is_ = (mind in there.places and there.places[mind].here for there in (before, after))
    if was and is_:
        return True
    came = next((e.start_s for e in beat if e.verb == "enter" and e.actor == mind), 0.0)
    left = next((e.start_s for e in beat if e.verb == "exit" and e.actor == mind), math.inf)
    return (was and event.start_s <= left) or (is_ and event.start_s >= came)


def _hears(mind: str, event: Event, before: Attendance, after: Attendance) -> bool:
    """Whether a voice reaches somebody, from where both stood at the beat's start or at its end."""
    return any(_apart(mind, event.actor, there) <= REACH_M[event.voice] for there in (before, after))


def _apart(one: str, other: str | None, there: Attendance) -> float:
    a, b = there.places.get(one), there.places.get(other or "")
    if a is None or b is None or not (a.here and b.here):
        return math.inf
    return math.hypot(a.x - b.x, a.z - b.z)


def _shut_in(mind: str, there: Attendance) -> bool:
    return mind in there.places and there.places[mind].shut_in
