"""The moment as somebody who looks for a story sees it: who is there, what they hold and feel, what was just done.

A value made from a state and the beats that led to it. Knows nothing of ideas or of words that tell them, but for the
language the author writes in.
"""

from __future__ import annotations

import math
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from director.casting.spotting import is_chinese
from director.lexicon.people import ERAS
from director.speech.memory import Memories
from director.suggestions.recollection import Recollections, recollections
from model.facts import State, gap
from model.goals import facts_of
from model.moment import Moment
from model.stage import Entity, Stage
from model.state import Action, WorldState
from model.verbs import VERBS
from storygraph.story import Beat

_HEAT = {
    "attack": 0.9, "kick": 0.8, "push": 0.7, "chase": 0.8, "flee": 0.7, "blast": 1.0, "burn": 0.9, "quake": 0.9,
    "throw": 0.6, "topple": 0.6, "drag": 0.7, "black_out": 0.7, "cry": 0.5, "fall": 0.6, "hide": 0.5, "shield": 0.7,
    "point": 0.4, "back_off": 0.4, "hug": 0.2, "sit": 0.1, "eat": 0.0, "dance": 0.2,
}  # fmt: skip
_MOODS = {"angry": 0.6, "afraid": 0.6, "surprised": 0.4, "disgusted": 0.4, "sad": 0.35, "in love": 0.2, "happy": 0.1}
_NEAREST = 14.0  # m: whoever is farther takes no part


@dataclass(frozen=True, slots=True)
class Past:
    """What a beat that led here did: its direction, its actions, of which the last `unbidden` happened of their own
    accord, and the words that were spoken."""

    direction: str
    actions: tuple[Action, ...] = ()
    lines: tuple[str, ...] = ()
    unbidden: int = 0

    @property
    def events(self) -> tuple[Action, ...]:
        """What happened of its own accord."""
        return self.actions[len(self.actions) - self.unbidden :]


def past_of(path: Sequence[Beat]) -> tuple[Past, ...]:
    """The canonical takes of these beats, oldest first."""
    return tuple(
        Past(
            beat.direction,
            tuple(Action.from_json(action) for action in beat.take.directive.get("actions", ())),
            tuple(line["text"] for line in beat.take.directive.get("lines", ())),
            int(beat.take.directive.get("unbidden", 0)),
        )
        for beat in path
    )


@dataclass(frozen=True)
class Situation:
    """A stage at one moment, and `past`, the beats before it, oldest first. `running` are actions that still go on,
    `memories` what everybody there remembers of this branch."""

    stage: Stage
    moment: Moment
    past: tuple[Past, ...] = ()
    running: tuple[Action, ...] = ()
    memories: Memories = field(default_factory=dict)

    @classmethod
    def of(cls, state: WorldState, past: Sequence[Past] = (), memories: Memories | None = None) -> Situation:
        running = tuple(t.action for t in state.tasks if t.running and VERBS[t.action.verb].lasting)
        return cls(state.stage, state.moment, tuple(past), running, memories or {})

    @cached_property
    def recollections(self) -> Recollections:
        """What each could tell each other of what they remember."""
        return recollections(self.memories, self.stage, self.language, self.said)

    @cached_property
    def language(self) -> str:
        """en or zh: that of the last direction, or of the names on stage before there is any."""
        told = [past.direction for past in self.past[-1:]] or [" ".join(e.name for e in self.stage.entities)]
        return "zh" if is_chinese(told[0]) else "en"

    @cached_property
    def present(self) -> tuple[Entity, ...]:
        """Who and what is there and can be reached, those who acted last first, then by nearness to the middle."""
        rows = [(self._prominence(row), e) for row, e in enumerate(self.stage.entities) if self._is_there(row)]
        return tuple(e for _, e in sorted(rows, key=lambda pair: (pair[0], pair[1].id)))

    def cast(self, kind: str) -> list[Entity]:
        """Those of a kind (person, creature, prop)."""
        return [e for e in self.present if e.kind == kind]

    @cached_property
    def last(self) -> tuple[Action, ...]:
        """What the last beat did."""
        return self.past[-1].actions if self.past else ()

    @cached_property
    def told(self) -> Counter[tuple[str, str | None, str | None]]:
        """How often each (verb, actor, target) has been asked for on the way here."""
        return Counter((a.verb, a.actor, a.target) for past in self.past for a in past.actions)

    @cached_property
    def said(self) -> frozenset[str]:
        """Every line that has been spoken."""
        return frozenset(line for past in self.past for line in past.lines)

    @cached_property
    def tension(self) -> float:
        """0 peace .. 1 uproar: what happened in the last three beats and how everybody feels."""
        recent = self.past[-3:]
        deeds = [
            max((_HEAT.get(a.verb, 0.0) + _MOODS.get(a.emotion or "", 0.0) for a in past.actions), default=0.0)
            * (0.5 + 0.5 * (k + 1) / len(recent))
            for k, past in enumerate(recent)
        ]
        felt = [_MOODS.get(self.emotion(e.id), 0.0) for e in self.present if e.kind == "person"]
        return min(1.0, 0.5 * max(deeds, default=0.0) + 0.8 * max(felt, default=0.0))

    @cached_property
    def era(self) -> str:
        """The time the clothes speak of: modern, medieval or chinese."""
        outfits = {e.look.get("outfit") for e in self.stage.entities}
        if outfits & {"hanfu", "wuxia"}:
            return ERAS[2]
        return ERAS[1] if outfits & {"armor", "tunic", "peasant", "royal"} else ERAS[0]

    @cached_property
    def digest(self) -> int:
        """A number of the stage and what was last directed, for chance to begin with."""
        last = self.past[-1].direction if self.past else ""
        return zlib.crc32(f"{self.stage.digest_text()}{last}".encode())

    # One of those who are there

    def row(self, entity_id: str) -> int:
        return self.stage.index(entity_id)

    def entity(self, entity_id: str) -> Entity:
        return self.stage.entities[self.row(entity_id)]

    def emotion(self, entity_id: str) -> str:
        return self.moment.emotion_name(self.row(entity_id))

    def pose(self, entity_id: str) -> str:
        return self.moment.pose_name(self.row(entity_id))

    def holder(self, thing_id: str) -> str | None:
        """Who has it in hand."""
        row = int(self.moment.held_by[self.row(thing_id)])
        return self.stage.entities[row].id if row >= 0 else None

    def held(self, entity_id: str) -> list[str]:
        """What somebody has in hand."""
        row = self.row(entity_id)
        return [e.id for k, e in enumerate(self.stage.entities) if self.moment.held_by[k] == row]

    def inside(self, thing_id: str) -> bool:
        return bool(self.moment.inside[self.row(thing_id)] >= 0)

    def up(self, entity_id: str) -> float:
        """m above the ground."""
        return float(self.moment.position[self.row(entity_id), 1])

    def gap(self, one: str, other: str) -> float:
        """Metres between two on the ground."""
        return gap(self._facts[one], self._facts[other])

    @cached_property
    def facts(self) -> State:
        """The state as facts are judged on it."""
        return facts_of(self.stage, self.moment)

    @cached_property
    def _facts(self) -> dict[str, dict[str, object]]:
        return {thing["id"]: thing for thing in self.facts["entities"]}

    def _is_there(self, row: int) -> bool:
        x, _, z = (float(v) for v in self.moment.position[row])
        return bool(self.moment.present[row] > 0.5) and math.hypot(x, z) <= _NEAREST

    def _prominence(self, row: int) -> float:
        """0 for who acted last, then more the longer ago that was; who never did stands by nearness to the middle."""
        entity_id = self.stage.entities[row].id
        for back, past in enumerate(reversed(self.past)):
            if any(entity_id in (a.actor, a.target, a.object) for a in past.actions):
                return float(back)
        x, _, z = (float(v) for v in self.moment.position[row])
        return 100.0 + math.hypot(x, z)
