"""The directive under way: who is there, who holds what, which actions in which order, and what the author is told.

Keeps what a reading has understood so far; understands nothing itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from director.directive import CameraOrder, Cue, Line, Narration
from director.understanding.dissection import Clause
from director.understanding.fitting import are_alike
from director.understanding.mentions import Company, Mention
from director.understanding.roles import COMPOSITES, Scene
from director.understanding.wording import differs, shown, told
from model.moment import Moment
from model.seats import is_mount
from model.stage import Entity, Stage
from model.state import Action
from model.text import TextEncoder
from model.verbs import VERBS

_OF_THE_SKY = ("weather", "time")
_OF_LIGHT = ("light", "put_out")
_SINGLED_OUT = re.compile(r"\d|\b(?:first|second|third|fourth|last|other|another)\b|第|另|最后", re.I)
_ALOFT_S = 2.0  # how long somebody flies about who then does something else
_GOES_ON, _A_WHILE_S = frozenset({"circle", "dance"}), 3.0  # what goes on a while before the same one does the next
_PLAIN = 0.35  # a verb read with less than this is named in the reading


class Draft:
    """One reading's result in the making. `sentence`, `sentence_start` and `clause_start` say where it has got to: the
    number of the sentence, and the first action of it and of the clause."""

    def __init__(self, text: TextEncoder, stage: Stage, moment: Moment) -> None:
        self.stage, self.moment = stage, moment
        present = [e.id for i, e in enumerate(stage.entities) if moment.present[i] > 0.5]
        self.company = Company(stage, text, present)
        self.holding: dict[str, list[str]] = {}
        for i, entity in enumerate(stage.entities):
            if moment.held_by[i] >= 0:
                self.holding.setdefault(stage.entities[int(moment.held_by[i])].id, []).append(entity.id)
        self.actions: list[Action] = []
        self.action_readings: list[str] = []
        self.lines: list[Line] = []
        self.cues: list[Cue] = []
        self.narration: list[Narration] = []
        self.camera: CameraOrder | None = None
        self.held_already: list[tuple[Action, Clause, str]] = []  # what is done where it is all that is asked
        self.entrances: list[str] = []
        self.ridden: set[str] = set()  # those on which somebody comes in
        self.readings: list[str] = []
        self.chinese = False  # the language in which the author is told what is not done
        self.refusals: list[str] = []
        self.subject: tuple[str, ...] = ()
        self.told_of: tuple[str, ...] = ()  # whom or what the last clause was about, whoever acts in it
        self.sentence = -1
        self.sentence_start = 0
        self.clause_start = 0
        self.ahead: tuple[Clause, ...] = ()  # the clauses of the sentence that are yet to be read
        self.asked = False  # whether the sentence has asked a deed of anybody, refused or not
        self.manner: str | None = None  # how the next is to go, where that is told first
        self.way: tuple[float, float] | None = None  # the direction somebody has turned to
        self.lost = False  # whether that is what the deed is done to
        self.outward = False  # whether the clause leads to a door where there is none
        self.missing = False  # whether the clause speaks of something that is not there

    def meant(
        self,
        mention: Mention,
        *,
        subject: Sequence[str] = (),
        as_subject: bool = False,
        may_be: Callable[[Entity], bool] = lambda entity: True,
    ) -> tuple[str, ...]:
        if mention.pronoun:
            held = [i for s in (subject or self.subject) for i in reversed(self.holding.get(s, ()))]
            return self.company.pronoun(mention, subject=subject, held=held, as_subject=as_subject, may_be=may_be)
        if mention.reading:
            self.readings.append(mention.reading)
        return mention.ids

    def scene(self) -> Scene:
        return Scene(self.company.by_id, self.holding, {e.id for e in self.company.entities})

    def flies(self, actor: str) -> bool:
        """Whether the actor can fly at all."""
        return "flies" in self.company.by_id[actor].traits

    def airborne(self, actor: str) -> bool:
        """Whether the actor flies by now: to sit somewhere is to land there."""
        if not self.flies(actor):
            return False
        flown = next((a.verb for a in reversed(self.actions) if a.actor == actor and a.verb != "feel"), None)
        if flown is not None:
            return flown in ("fly", "take_off", "circle", "hover")
        row = self.stage.find(actor)
        return row is not None and self.moment.pose_name(row) == "fly"

    def mount(self, actor: str) -> str | None:
        """What the actor rides, or has just come in on."""
        come = next((a.object for a in self.actions if a.actor == actor and a.verb == "enter" and a.object), None)
        if come is not None:
            return come
        row = self.stage.find(actor)
        under = -1 if row is None else int(self.moment.supported_by[row])
        return self.stage.entities[under].id if under >= 0 and is_mount(self.stage.entities[under]) else None

    def refuse(self, en: str, zh: str, *, roster: bool = False) -> None:
        """Tell the author in the language of the direction, without a full stop, what is not done and what would help;
        with a `roster`, also who is there."""
        who = self.company.roster() if roster else ""
        if self.chinese:
            self.refusals.append(f"{zh}{f'；在场的有：{who}' if who else ''}。")
        else:
            self.refusals.append(f"{en[:1].upper()}{en[1:]}{f'; on stage are {who}' if who else ''}.")

    def refuse_absent(self, mention: Mention) -> None:
        self.missing = True
        word = mention.hit.word if mention.hit else mention.text
        given = mention.hit is not None and mention.hit.given
        there = f"{word} is not on stage" if given else f"there is no {word} on stage"
        self.refuse(there, f"台上没有{word}", roster=True)

    def act(
        self, action: Action, clause: Clause, label: str, sure: float, reading: str = "", *, apart: bool = False
    ) -> None:
        """Append the action, waiting for what must be done before it."""
        action = self._ripe(action, clause)
        if action.actor is None:
            after = self._awaits_world(action, clause)
        else:
            after = None if apart else self._awaits(action, clause)
        if after is not None and self.actions[after].verb in _GOES_ON and self.actions[after].seconds is None:
            self.actions[after] = replace(self.actions[after], seconds=_A_WHILE_S)  # "circles him, then pushes him"
        if after is not None and self.actions[after].verb == "fly" and self.actions[after].target is None:
            self.actions[after] = replace(self.actions[after], seconds=_ALOFT_S)  # "swoops down and lands"
        text = clause.text.strip(" ,，.")
        if (
            not reading
            and action.actor is not None
            and (sure < _PLAIN or label in COMPOSITES or differs(clause.bare, action.verb))
        ):
            reading = f"{shown(clause.bare)} -> {told(action)}"
        self.actions.append(replace(action, after=after))
        self.action_readings.append(reading or text)
        if reading:
            self.readings.append(reading)

    def _awaits_world(self, action: Action, clause: Clause) -> int | None:
        """Night falls first and then it rains: the world turns one thing of the sky, and one light, at a time."""
        rows = range(len(self.actions) - 1, -1, -1)
        if action.verb in _OF_THE_SKY:
            return next((i for i in rows if self.actions[i].verb in _OF_THE_SKY), None)
        if action.verb not in _OF_LIGHT:
            return None
        before = next((i for i in rows if self.actions[i].target == action.target), None)
        sequel = clause.piece.joint.endswith("then") and self.clause_start > 0
        return self.clause_start - 1 if before is None and sequel else before

    def is_lit(self, lamp: str) -> bool:
        """Whether a light is on once all that was read so far has been done."""
        told = next((a.verb for a in reversed(self.actions) if a.target == lamp and a.verb in _OF_LIGHT), None)
        row = self.stage.find(lamp)
        return told == "light" if told else row is not None and bool(self.moment.lit[row] > 0.5)

    def _ripe(self, action: Action, clause: Clause) -> Action:
        """Of several lights of a kind, of which none is singled out, one that is not yet as it is to be."""
        lamp = self.company.by_id[action.target] if action.verb in _OF_LIGHT and action.target else None
        if lamp is None or self.is_lit(lamp.id) != (action.verb == "light") or _SINGLED_OUT.search(clause.text):
            return action
        others = (e.id for e in self.company.entities if are_alike(e, lamp))
        ripe = (i for i in others if self.is_lit(i) != (action.verb == "light"))
        return replace(action, target=next(ripe, lamp.id))

    def _awaits(self, action: Action, clause: Clause) -> int | None:
        """The action this one must wait for: its actor's last, what involves it, or what came before a "then"."""
        rows = range(len(self.actions) - 1, -1, -1)
        lasting = {i for i in rows if VERBS[self.actions[i].verb].lasting}
        feelings = {i for i in rows if self.actions[i].verb == "feel" and self.actions[i].target is None}
        same = next((i for i in rows if self.actions[i].actor == action.actor and i not in feelings), None)
        parallel = clause.piece.joint in ("while", "as", "meanwhile", "同时", "与此同时", "一边", "一面")
        side_by_side = not clause.subjects or VERBS[action.verb].light
        if parallel and side_by_side and same is not None and same < self.clause_start:
            return None  # "walks while waving"
        newest = next((i for i in rows if self.actions[i].actor is not None and i not in feelings), None)
        if same is not None and newest is not None and clause.piece.joint == "then" and same in self._reach(newest):
            return newest if newest not in lasting else same  # "he waits until she is gone, then he sits"
        if same is not None:
            follows = same < self.clause_start and not parallel and not VERBS[action.verb].light
            ends = follows and self.actions[same].verb in _GOES_ON
            return None if same in lasting and not ends else same
        before = [i for i in rows if i < self.clause_start and self.actions[i].actor is not None and i not in feelings]
        watches = parallel and (action.verb == "face" or VERBS[action.verb].light)
        involved = next((i for i in before if i >= self.sentence_start and not watches
                         and (self.actions[i].actor in (action.target, action.object)
                              or (self.actions[i].target == action.actor and not parallel))), None)  # fmt: skip
        sequel = clause.piece.joint not in (",", "，", "and", "but", "") and not parallel
        new_sentence = self.sentence_start > 0 and not parallel
        waits = involved if involved is not None else next(iter(before), None) if sequel or new_sentence else None
        return None if waits is None or waits in lasting else waits

    def _reach(self, row: int) -> set[int]:
        """The actions that must be done before this one begins."""
        before: set[int] = set()
        at = self.actions[row].after
        while at is not None:
            before.add(at)
            at = self.actions[at].after
        return before

    def fetch(self, actor: str, thing: str | None, clause: Clause) -> None:
        """What is needed is taken first, unless it is in hand."""
        if thing and thing not in self.holding.get(actor, ()):
            first = f"takes {self.company.by_id[thing].name} first"
            self.act(Action("take", actor, thing), clause, "take", 1.0, first)
            self.handled("take", actor, thing, None)

    def bring_along(self, actor: str, thing: str | None, clause: Clause) -> None:
        """What is handed on is taken first; what nobody has seen before is in the hand of who brings it."""
        used = any(thing in held for held in self.holding.values())
        used |= any(thing in (a.target, a.object) for a in self.actions)
        if thing in self.entrances and thing is not None and not used:
            self.handled("take", actor, thing, None)
        self.fetch(actor, thing, clause)

    def handled(self, label: str, actor: str, target: str | None, thing: str | None) -> None:
        """Keep count of who holds what once this has been done."""
        if label == "take" and target:
            for held in self.holding.values():
                if target in held:
                    held.remove(target)
            self.holding.setdefault(actor, []).append(target)
        gone = target if label == "drop" else thing if label in ("give", "put_on", "throw") else None
        if gone and gone in self.holding.get(actor, ()):
            self.holding[actor].remove(gone)
        if label == "give" and target and thing:
            self.holding.setdefault(target, []).append(thing)

    def feel(self, actor: str, emotion: str | None, clause: Clause) -> None:
        own = (a for a in reversed(self.actions[self.sentence_start :]) if a.actor == actor and a.verb == "feel")
        if emotion and emotion != "calm" and next((a.emotion for a in own), None) != emotion:  # said once is felt once
            self.act(Action("feel", actor, emotion=emotion), clause, "feel", 1.0, apart=True)

    def comes_in(self, action: Action) -> bool:
        """Whether that somebody comes in has been noted for this clause already, of who is new for this sentence; if so
        it is this action now."""
        begin = self.sentence_start if action.actor in self.entrances else self.clause_start
        rows = (k for k in range(begin, len(self.actions)) if self.actions[k].verb == "enter")
        row = next((k for k in rows if self.actions[k].actor == action.actor), None)
        if row is not None:
            self.actions[row] = replace(action, after=self.actions[row].after)
        return row is not None

    def is_done_already(self, action: Action) -> bool:
        """Whether the sentence says the same deed twice: "hides her face and weeps"."""
        own = (a for a in reversed(self.actions[self.sentence_start :]) if a.actor == action.actor)
        last = next((a for a in own if a.verb != "feel"), None)
        return last is not None and replace(last, words="", after=None) == replace(action, words="")
