"""A deed for an actor: the likeliest that those who take part can act, and what must be done before it.

Weighs what the words say with what the participants lack. Knows nothing of how sentences are built.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Sequence
from dataclasses import replace

import numpy as np

from director.directive import Cue
from director.lexicon.bodies import PART
from director.lexicon.words import CLASSIFIERS
from director.understanding.bearings import toward, way_of, way_out
from director.understanding.carrying import carried_by, lifted, onward, put_down, set_down
from director.understanding.dissection import Clause
from director.understanding.draft import Draft
from director.understanding.heads import GOING, Heads
from director.understanding.mentions import WEAPONS
from director.understanding.mistakable import RATHER, REALISES
from director.understanding.music import instrument, play
from director.understanding.roles import COMPOSITES, EVENTS, TOOL, Arg, Parts, Scene, fill
from director.understanding.seating import seat_for
from director.understanding.telling import NOTHING_TOLD, Told
from director.understanding.wording import familiar, shown, told
from model.seats import is_vehicle
from model.state import Action
from model.verbs import VERBS

_AT_LEAST = 0.1  # what two readings of the same words must have to be told apart by who takes part
_LIKELY_TOO = 0.15  # a second reading as likely as this is taken when the first cannot be done
_SURE = 0.7  # what a verb must have to be more than the manner of another
_NOTHING_NAMED = 2.0  # nats that `director.understanding.roles` takes for a target that must be named and is not
BEYOND = "beyond"  # the label of what nobody here can do: to dress and undress
_ODD = 1.0  # nats that speak against what the words leave out, at most: a letter is rarely attacked, but torn up
_LEFT_OUT = 0.5  # nats for one that the words before have named
# What two who are named together do to each other, what several who share a name do, and none.
MUTUAL = frozenset({"shake_hands", "hug", "talk", "face", "dance", "attack", "wave", "bow", "nod", "salute"})
PAIRED = frozenset({"shake_hands", "hug", "face"})
NOBODY: frozenset[str] = frozenset()
_TO_SOMEBODY = frozenset({"give", "bring"})
_COMING_DOWN = frozenset({"sit", "climb", "jump_onto", "lie", "get_down"})
_GOING = frozenset({"walk", "run", "fly", "flee", "back_off", "dodge", "exit"})  # to or from all of them at once
_LOOKS = frozenset({"face", "examine"})  # what is in one's own hand is not turned to
# What somebody is by who sits down: "at the piano", 在桌前.
_BY_EN = re.compile(r"\b(?:at|by|beside|near|before|next to|in front of|close to)\s*$", re.I)
_BY_ZH = re.compile(r"(?:的)?(?:[前边旁]|跟前|面前|附近)")
_SAT_AT = frozenset({"piano", "table", "desk", "conference_table"})  # on a seat, and not on the floor
_AT_M = 1.8  # how far a seat stands from what one sits at on it
_UP_TO = frozenset({"to", "toward", "towards", "into", "onto", "到", "往", "向", "进"})
_DISMOUNTS = re.compile(r"^(?:then )?dismount|下了?马$", re.I)
_DRAWS = re.compile(r"\bdr[ae]w|[拔抽提持举]", re.I)
_DRAWN_ON = frozenset({"on", "at", "对", "向", "朝"})
_ON_ONES_FEET = frozenset({"get_down", "bow", "turn_around"})  # what nobody does who sits
_UP_THERE = frozenset({"sit", "lie", "climb", "jump_onto", "land"})
# By telephone, if there is one; whom one calls need not be there.
BY_PHONE = re.compile(
    r"\b(?:tele)?phon(?:e|es|ed|ing)\b|\bdial"
    r"|\bcall(?:s|ed|ing)? (?:home|the (?:police|office|station)|an ambulance|back)\b"
    r"|电话|报警|拨号|拨通|接听|通话",
    re.I,
)
_TO_THE_KNEES = re.compile(r"\b(?:to|on|onto) (?:his|her|their) knees\b|[按压逼]跪|跪下|跪倒")
_FEEDS = re.compile(r"feed(?:s|ing)?\b|fed\b|喂", re.I)
# "Crosses his legs": nobody goes anywhere for it.
_OWN_LIMBS = re.compile(rf"\w+ (?:his|her|their) (?:{PART}|legs?|ankles?)|[翘交跷][起着叉]*(?:二郎)?[腿脚]", re.I)
# "Holds it over her heart": what is in hand stays there.
_KEEPS_HOLD = re.compile(
    r"(?:holds?|held|holding|clutch(?:es|ed|ing)?|press(?:es|ed|ing)?|hugs?|hugging|cradl(?:es|ed|ing)|keeps?|grips?)"
    r" (?:on to |onto )?something\b(?! (?:up|out|to someone|towards? someone))"
    r"|[紧死]*[握攥抱捧捏贴搂][紧住着]*某物"
    r"|[紧]?把某物[紧]?[握攥抱捧捏贴搂]", re.I,
)  # fmt: skip
# 掏出一块肉扔给某人: what is thrown is nothing that is known, and nothing else is thrown for it.
_UNKNOWN_ZH = re.compile(
    rf"[掏拿取端捧抽摸][出来]了?[一几][{CLASSIFIERS}]([\u3400-\u9fff]{{1,3}}?)(?=[扔递交送给塞](?:给|到|进)?某)"
)
_SHOOTS = re.compile(r"(?:shoot|fire|loose)s? something at some", re.I)  # an arrow: it is the bow that one does it with
_SITS_UP = re.compile(r"\bsit(?:s|ting)? up\b|\bsat up\b|坐(?:了)?起")
_ONWARD = re.compile(r"\b(?:on|away|off)$|继续|走开|而去|走去")
_THERE = re.compile(r"[上进]去|上面|\bon top$|\bthere$")
# Deeds that make no sense where they should happen is not there.
_SOMEWHERE = frozenset({"sit", "lie", "land", "climb", "jump_onto", "walk", "run", "fly", "hide", "put_on", "put_in"})
_DIRECTED = frozenset(
    {"walk", "run", "jump", "fly", "flee", "back_off", "throw", "exit", "push", "lead", "drag", "dodge"}
)
DONE_TO_THINGS = frozenset({"open", "close", "light", "put_out"})


class Deeds:
    """Deeds put into actions, for one draft."""

    def __init__(self, draft: Draft, heads: Heads) -> None:
        self.draft, self.heads, self.company = draft, heads, draft.company

    def act(
        self,
        clause: Clause,
        actor: str,
        args: Sequence[Arg],
        *,
        mutual: Collection[str] = NOBODY,
        speech: Told = NOTHING_TOLD,
    ) -> None:
        """What the clause has the actor do to `args` is added to the draft, or refused with a reason. `speech`
        is what is to be said where it tells of that."""
        if (thing := instrument(self.draft, clause, actor, args)) is not None:
            play(self.draft, clause, actor, thing)
            return
        if self._arrives(clause, actor, args):
            return
        if (carried := lifted(self.draft, clause, actor, args)) is not None:
            rest = [a for a in args if carried not in a.ids]
            if (then := onward(clause)) is not None:
                self.act(then, actor, rest, speech=speech)
            return
        if (held := self._kept_in_hand(clause, actor, args)) is not None:
            reading = f"hold {self.company.by_id[held].name}, in hand"
            self.draft.held_already.append((Action("stop", actor), clause, reading))
            self.draft.readings.append(f"{shown(clause.bare)} -> {reading}")
            return
        if (unknown := _UNKNOWN_ZH.search(clause.deed)) is not None:
            self.draft.refuse(f"there is no {unknown[1]} on stage", f"台上没有{unknown[1]}", roster=True)
            return
        if _SHOOTS.match(clause.deed) and len(args) > 1 and not args[0].preposition:
            args = [replace(args[0], preposition="with"), *(replace(a, preposition="") for a in args[1:])]
        scene = self.draft.scene()
        ranked = self._ranked(clause, actor, args, scene, mutual)
        label, sure, parts = ranked[0]
        first = max(ranked, key=lambda r: r[1])
        guessed = not clause.subjects and not clause.others and not _DISMOUNTS.search(clause.deed)
        enough = 0.16 if self.draft.actions[self.draft.sentence_start :] or clause.piece.joint else 0.4
        if guessed and sure < _SURE and self._says_how(clause, actor):
            return
        if guessed and (max(sure, first[1]) < enough or not familiar(clause.bare)):
            words = shown(clause.bare)
            self.draft.refuse(f'"{words}" is not clear; say who does what, in a few plain words',
                              f"没有看懂“{words}”，请用简单的话说明谁做什么")  # fmt: skip
            return
        if label == BEYOND:
            words = shown(clause.bare)
            self.draft.refuse(
                f'"{words}" cannot be shown: hats, masks, glasses and coats come off and go on, the rest stays on',
                f"“{words}”演不出来：帽子、面具、眼镜、外套可以脱下或戴上，其余的穿戴不会变",
            )
            return
        if self.draft.lost or (self.draft.missing and label in _SOMEWHERE and not any(a.ids for a in args)):
            return  # the author has been told what is not there
        if label == "none":
            self.draft.readings.append(f'"{clause.bare}" asks for nothing that can be acted out')
            return
        if not args and self._said_next(label) and not parts.targets and VERBS[COMPOSITES.get(label, label)].target:
            return
        completed = self._completed(label, actor, parts, args)
        if completed is None:
            return
        parts = completed
        impossible = first[2].cost >= 3.0 and first[1] >= 0.55 and sure < _LIKELY_TOO
        if parts.cost >= 2.4 or impossible:
            if label != "feel":
                self.draft.feel(actor, self.heads.emotion(clause, label), clause)
            why = next((w for w in (first[2].why, parts.why) if any(w)), None)
            self.draft.refuse(*why or (f'"{clause.bare}" cannot be acted out', f"“{clause.bare}”演不出来"))
            return
        if self.draft.outward and label in ("stop", "stand"):
            label = "walk"  # 站在门口: to get there comes first
        led = {a.preposition for a in args if set(a.ids) & set(parts.targets)}
        if label in ("back_off", "flee") and led & _UP_TO:
            label = "walk" if label == "back_off" else "run"  # "backs away to the window"
        if label in _COMING_DOWN and self.draft.airborne(actor):
            label = "land"
        elif label in ("walk", "run") and self.draft.airborne(actor):
            label = "fly"
        if label == "hover" and (over := [i for a in args for i in a.ids]):
            label, parts = "fly", replace(parts, targets=tuple(over[:1]))  # to hover over the tower is to fly there
        drawn = next((i for i in parts.targets if self.company.by_id[i].archetype in WEAPONS), None)
        if label in ("walk", "run", "chase") and drawn in self.draft.entrances and _DRAWS.search(clause.deed):
            self.draft.fetch(actor, drawn, clause)  # 拔剑追上去
            parts = replace(parts, targets=())
        about = (*speech.about, *(i for a in args for i in a.ids if self.company.by_id[i].kind == "prop"))
        self._perform(clause, label, sure, actor, parts, Told(speech.words, about))
        aimed = (i for a in args if a.preposition in _DRAWN_ON for i in a.ids if self.company.by_id[i].kind != "prop")
        if label == "take" and drawn is not None and (at := next(aimed, None)) is not None:
            self.draft.act(Action("point", actor, at), clause, "point", 1.0)  # "draws his gun on Ben"

    def _arrives(self, clause: Clause, actor: str, args: Sequence[Arg]) -> bool:
        """Whether the actor is a vehicle that comes in, or comes in on something that carries them."""
        row, known = self.draft.stage.find(actor), self.company.by_id
        mount = next((i for a in args for i in a.ids if i in self.draft.ridden), None)
        come = any(a.actor == actor and a.verb == "enter" for a in self.draft.actions)
        outside = not come and (row is None or self.draft.moment.present[row] <= 0.5)
        if mount is not None and not outside and actor not in self.draft.entrances:
            return False
        if mount is None and not (outside and is_vehicle(known[actor])):
            return False
        target = next((i for a in args for i in a.ids if i not in (mount, actor)), None)
        action = replace(self._how(clause, "enter"), verb="enter", actor=actor, target=target, object=mount)
        if not self.draft.comes_in(action):
            self.draft.act(action, clause, "enter", 1.0)
        return True

    def _says_how(self, clause: Clause, actor: str) -> bool:
        """Whether the clause only tells in which manner the actor has just done something: "..., limping"."""
        rows = range(len(self.draft.actions) - 1, self.draft.sentence_start - 1, -1)
        row = next((i for i in rows if self.draft.actions[i].actor == actor), None)
        if row is None:
            told, sure = self.heads.label("manner", clause.deed)
            self.draft.manner = told if told != "none" and sure >= _SURE else None  # "On tiptoe, she ..."
            return self.draft.manner is not None
        manner = self.heads.manner(clause, self.draft.actions[row].verb)
        if manner is None:
            return False
        self.draft.actions[row] = replace(self.draft.actions[row], manner=manner)
        return True

    def _known_fit(self, label: str, actor: str) -> str | None:
        """Who or what was spoken of in this direction and can be what the words leave out."""
        spoken_of = [i for a in self.draft.actions[self.draft.sentence_start :] for i in (a.object, a.target) if i]
        fits = (i for i in reversed(spoken_of) if i != actor and i in self.draft.scene().present)
        return next((i for i in fits if fill(label, actor, [Arg((i,))], self.draft.scene()).cost <= _ODD), None)

    def _receiver(self, actor: str) -> str | None:
        """Who gets what is handed over when the words do not say: who acts next in the sentence, else whoever was
        spoken of last."""
        people = {e.id for e in self.company.people()} - {actor}
        ahead = [i for clause in self.draft.ahead for m in clause.subjects for i in m.ids]
        return next((i for i in (*ahead, *self.company.recent) if i in people), None)

    def _said_next(self, label: str) -> bool:
        """Whether the next clause has the same actor do the same and says to what: "strikes a match and lights it"."""
        ahead = self.draft.ahead[:1]
        return any(not c.subjects and c.others and self.heads.verb(c.deed)[0] == label for c in ahead)

    def _completed(self, label: str, actor: str, parts: Parts, args: Sequence[Arg]) -> Parts | None:
        """The parts with a target that the words leave out ("she opens it ... he closes"): who was spoken of last, or
        the only one that fits. None when the deed cannot be done without the thing that is not there."""
        spec = VERBS[COMPOSITES.get(label, label)]
        if parts.targets or not spec.target or spec.target_optional or parts.cost >= 2.4:
            return parts
        if self.draft.missing:
            return None
        pool = [e.id for e in self.company.entities if e.id != actor and not (args and label not in COMPOSITES)
                and not fill(label, actor, [Arg((e.id,))], self.draft.scene()).cost]  # fmt: skip
        if label == "knock":
            pool = [i for i in pool if self.company.by_id[i].archetype == "door"][:1]
        recent = [i for i in self.company.recent if i in pool]
        if label == "face" and not recent:
            pool = [i for i in pool if self.company.by_id[i].kind != "prop"][:1] or pool
        if recent or len(pool) == 1 or (label == "face" and pool):
            return replace(parts, targets=tuple((recent or pool)[:1]), cost=0.0)
        return replace(parts, cost=3.0)

    def _ranked(
        self, clause: Clause, actor: str, args: Sequence[Arg], scene: Scene, mutual: Collection[str]
    ) -> list[tuple[str, float, Parts]]:
        """(label, probability, parts), best first: what the words say and the situation suggests, less what the
        participants lack."""
        labels, told = self.heads.labels("verb"), self._told(clause, actor, args)
        mount = self.draft.mount(actor)
        if mount is not None and len(args) > 1 and any(mount in a.ids for a in args):  # rides it there
            args, told = [a for a in args if mount not in a.ids], self._moved(told, "jump_onto", "walk")
        row = self._settled(told, labels, actor, args)
        ranked: list[tuple[float, str, float, Parts]] = []
        likeliest = [i for i in np.argsort(-row) if not self._by_hand(clause, actor) or labels[i] in DONE_TO_THINGS]
        for i in likeliest[:10]:
            label = labels[int(i)]
            if ":" in label or label == "camera":
                continue
            use = args if not mutual or label in mutual else ()
            parts = Parts(cost=1.0) if label in ("none", BEYOND) else fill(label, actor, use, scene)
            up_there = label in _UP_THERE and _THERE.search(clause.deed)
            unsaid = not args or (label == "face" and not parts.targets)
            if (parts.cost == _NOTHING_NAMED or up_there) and unsaid and (known := self._known_fit(label, actor)):
                at_hand = known in self.draft.holding.get(actor, ())  # 捡起信，撕掉
                odd = 0.0 if at_hand else fill(label, actor, [Arg((known,))], scene).cost
                parts = replace(parts, targets=(known,), cost=odd + _LEFT_OUT)  # 接过信，看了一眼
            handed_on = label in _TO_SOMEBODY and parts.cost >= _NOTHING_NAMED and args and not self.draft.missing
            if handed_on and (to := self._receiver(actor)):
                handed = fill(label, actor, [*args, Arg((to,), "to")], scene)
                parts = min(parts, replace(handed, cost=handed.cost + _LEFT_OUT), key=lambda p: p.cost)  # 再把信呈上去
            if label == "feel" and self.heads.label("emotion", clause.deed)[0] == "none":
                parts = replace(parts, cost=parts.cost + 0.7)
            target = next(iter(parts.targets), None)
            suits = self.heads.occasion(label, self.draft.stage, self.draft.moment, actor, target, parts.object)
            likely = math.log(float(row[int(i)]) + 1e-6) + suits - parts.cost
            ranked.append((likely, label, float(row[int(i)]), parts))
        ranked.sort(key=lambda r: -r[0])
        return [(label, sure, parts) for _, label, sure, parts in ranked] or [("none", 0.0, Parts(cost=9.0))]

    def _told(self, clause: Clause, actor: str, args: Sequence[Arg]) -> np.ndarray:
        """The probabilities of verbs by the words alone. What is done to a thing that is not there may be no deed at
        all ("takes off his hat"), which only the author's own words tell."""
        row = self.heads.verbs(clause.deed)
        absent = any(m.absent for m in clause.others) and not any(a.ids for a in args)
        if absent and self.heads.verb(clause.bare)[0] == BEYOND:
            row = self.heads.verbs(clause.bare)
        if _FEEDS.match(clause.deed) and not self.draft.holding.get(actor) and len(args) == 1:
            return self._moved(row, "give", "examine")  # what it gets is not there
        if not args and _OWN_LIMBS.fullmatch(clause.bare):
            for going in GOING & set(self.heads.labels("verb")):
                row = self._moved(row, going, "none")
        if self.draft.mount(actor) and _DISMOUNTS.search(clause.deed):
            row = np.full_like(row, 1e-3)
            row[self.heads.labels("verb").index("get_down")] = 1.0
        for words, taken_for, meant in RATHER:
            if words.search(clause.deed):
                row = self._moved(row, taken_for, meant)
        return row

    def _moved(self, row: np.ndarray, taken_for: str, meant: str) -> np.ndarray:
        """The probabilities with those of the one verb given to the other."""
        wrong, right = (self.heads.labels("verb").index(verb) for verb in (taken_for, meant))
        row = row.copy()
        row[right], row[wrong] = row[right] + row[wrong], 0.0
        return row

    def _settled(self, row: np.ndarray, labels: Sequence[str], actor: str, args: Sequence[Arg]) -> np.ndarray:
        """The probabilities of verbs where who takes part settles which of two is meant: fire put to a lamp lights it,
        all else burns; one climbs up a tower and onto a horse; who flies takes off, others leave."""
        row = row.copy()

        def settle(verb: str, other: str, *, so: bool) -> None:
            pair = [labels.index(verb), labels.index(other)]
            row[pair] = (row[pair].sum(), 0.0) if so else (0.0, row[pair].sum())

        done_to = next((self.company.by_id[i] for a in args if a.preposition not in TOOL for i in a.ids), None)
        flung = [self.company.by_id[i] for a in args if a.preposition in ("", "把", "将") for i in a.ids]
        thrown = next((e for e in flung[1:] if e.kind == "prop"), next(iter(flung), None))  # "throws him a rope"
        opens = row[labels.index("open")] > _AT_LEAST  # 打开 is said of lamps, too; no chair burns for it
        if done_to is not None and ("lights" in done_to.traits or not opens):
            settle("light", "burn", so="lights" in done_to.traits)
        if done_to is not None and done_to.kind != "prop":
            settle("burn", "light", so=True)
            settle("attack", "burn", so=True)  # "turns on the knight"
        if done_to is not None and done_to.kind == "prop":
            for ahead, plain in (("chase", "run"), ("follow", "walk")):  # nobody leads the way
                if labels[int(row.argmax())] == ahead:
                    settle(plain, ahead, so=True)
        named = [self.company.by_id[i] for a in args for i in a.ids]
        traits = {trait for entity in named if entity.kind == "prop" for trait in entity.traits}
        if "surface" in traits and not {"container", "seat"} & traits:
            settle("put_on", "put_in", so=True)  # into the desk is on it
        attacks = labels[int(row.argmax())] == "attack" and row[labels.index("close")] > _AT_LEAST
        if attacks and done_to is not None and "opens" in done_to.traits:
            settle("close", "attack", so=True)  # what is banged is shut
        if done_to is not None and done_to.kind == "creature":
            settle("jump_onto", "climb", so=True)
        if thrown is not None and thrown.kind != "prop" and "holdable" not in thrown.traits:
            settle("push", "throw", so=True)  # nobody carries a grown person far
        if not self.draft.flies(actor) and row[labels.index("land")] > _SURE:  # who has no wings lands after a leap
            onto = done_to is not None and bool({"surface", "seat"} & done_to.traits)
            settle("jump_onto" if onto else "jump", "land", so=True)
        if any(a.preposition == "through" for a in args):
            settle("enter", "blast", so=True)  # who bursts through the door
        if "flies" in self.company.by_id[actor].traits and row[labels.index("take_off")] > _AT_LEAST:
            settle("take_off", "exit", so=True)
        return row

    def _by_hand(self, clause: Clause, actor: str) -> bool:
        """Whether the clause tells of a thing ("the door opens") what the actor must do to it."""
        told = [self.company.by_id[i] for m in clause.subjects for i in m.ids]
        things = [e.id for e in told if e.kind == "prop"]
        return bool(things) and actor not in things and not {"by", "被"} & set(clause.prepositions)

    def _perform(self, clause: Clause, label: str, sure: float, actor: str, parts: Parts, speech: Told) -> None:
        if self._is_let_down(clause, label, actor) or put_down(self.draft, clause, actor):
            return
        label, parts = self._out_of_bed(clause, label, actor, parts)
        emotion = self.heads.emotion(clause, label)
        if label == "turn_around":
            self.draft.way = way_of(self.draft.stage, self.draft.moment, clause.text, actor)
        target = parts.targets[0] if parts.targets else None
        how = self._how(clause, label)
        if label == "feel":
            calm = emotion in (None, "calm") and REALISES.search(clause.deed)
            feeling = "surprised" if calm or emotion is None else emotion
            self.draft.act(replace(how, verb="feel", actor=actor, target=target, emotion=feeling), clause, label, sure)
            return
        if not (label == "cry" and emotion == "sad"):
            self.draft.feel(actor, emotion, clause)
        if label != "enter":
            self.draft.fetch(actor, parts.tool, clause)
        in_hand = target is not None and target in self.draft.holding.get(actor, ())
        if label in _LOOKS and target and in_hand and self.company.by_id[target].kind == "prop":
            reading = f"{shown(clause.bare)} -> look down at {self.company.by_id[target].name}, in hand"
            self.draft.act(Action("nod", actor, words=clause.deed), clause, label, sure, reading)
            return
        if label == "take" and target and in_hand:
            name = self.company.by_id[target].name
            self.draft.held_already.append((Action("nod", actor), clause, f"look down at {name}, in hand"))
            self.draft.readings.append(f"{shown(clause.bare)} -> {name} is in hand")
            return
        if label in EVENTS:
            if target and label == "burn":
                reading = f"{shown(clause.bare)} -> {told(Action(label, None, target))}"
                self.draft.act(Action("walk", actor, target, speed=how.speed), clause, "walk", 1.0, reading)
            before = len(self.draft.actions) - 1 if target and label == "burn" else None
            self.draft.act(replace(how, verb=label, target=target), clause, label, sure)
            self.draft.actions[-1] = replace(self.draft.actions[-1], after=before)
            return
        if label in _STEPS:
            _STEPS[label](self.draft, clause, actor, target, parts, how)
            return
        if label in ("lead", "drag") and parts.goal is not None and target is not None:
            _conduct(self.draft, clause, actor, target, parts, how)
            return
        if label in ("drop", "put_on") and (down := carried_by(self.draft, actor, (target, parts.object))):
            set_down(self.draft, clause, actor, down, target if label == "put_on" else None)
            return
        if label in ("give", "throw"):
            self.draft.bring_along(actor, parts.object, clause)
        elif label != "shield":
            self.draft.fetch(actor, parts.object, clause)
        if label == "talk" and BY_PHONE.search(clause.bare):
            phones = (e.id for e in self.company.entities if e.archetype == "phone")
            held = {i for who, things in self.draft.holding.items() if who != actor for i in things}
            self.draft.fetch(actor, next((i for i in phones if i not in held), None), clause)
        if label == "take_off" and target and "holdable" in self.company.by_id[target].traits:
            self.draft.fetch(actor, target, clause)
        if label in ("sit", "lie") and (by := self._by_which(clause)):
            seat = self._seat_at(by) if label == "sit" else None
            parts = replace(parts, targets=(seat,) if seat else ())
            thing = self.company.by_id[by]
            stands = seat is None and label == "sit" and thing.archetype in _SAT_AT
            if seat is None:
                reading = f"{shown(clause.bare)} -> walk: there is no seat at {thing.name}" if stands else ""
                self.draft.act(Action("walk", actor, by, speed=how.speed), clause, "walk", 1.0, reading)
            if stands:
                return
        elif label in ("sit", "lie", "kneel") and target is None:
            near = self._beside(clause, actor)
            seat = seat_for(self.draft, clause, actor, near) if label == "sit" else None
            parts = replace(parts, targets=(seat,) if seat else ())
            if near and not seat:
                self.draft.act(Action("walk", actor, near, speed=how.speed), clause, "walk", 1.0)
        for one in (parts.targets[:1] if label in _GOING else parts.targets) or (None,):
            way = toward(self.draft.stage, self.draft.moment, actor, parts.goal) if parts.goal else None
            if way is None and label in _DIRECTED and (one is None or label in ("lead", "drag")):
                way = way_of(self.draft.stage, self.draft.moment, clause.text, actor)
                if way is None and self.draft.outward:
                    way = way_out(self.draft.stage, self.draft.moment, actor)
                way = way or (self.draft.way if _ONWARD.search(clause.deed) else None)
                if way is None and label == "exit":
                    way = way_out(self.draft.stage, self.draft.moment, actor)
            one = one if VERBS[label].target and not (label == "enter" and one in self.draft.entrances) else None
            action = replace(
                how, verb=label, actor=actor, target=one, object=parts.object, direction=way,
                emotion=None if label == "cry" else emotion, seconds=2.0 if label == "talk" else None,
            )  # fmt: skip
            if label != "talk" and self.draft.is_done_already(action):
                continue
            if not (label == "enter" and self.draft.comes_in(action)):
                self.draft.act(action, clause, label, sure)
            if label == "talk":
                about = tuple(i for i in dict.fromkeys(speech.about) if i not in (actor, one))
                self.draft.cues.append(Cue(len(self.draft.actions) - 1, clause.deed, speech.words, about))
                break  # what is said to many is said once
            self.draft.handled(label, actor, one, parts.object)
            if label == "enter":
                self.draft.fetch(actor, parts.tool, clause)  # "comes in with a knife"
            if label == "push" and one and _TO_THE_KNEES.search(clause.bare):
                pushed = len(self.draft.actions) - 1
                self.draft.act(Action("kneel", one), clause, "kneel", 1.0)  # "pushes him to his knees"
                self.draft.actions[-1] = replace(self.draft.actions[-1], after=pushed)

    def _is_let_down(self, clause: Clause, label: str, actor: str) -> bool:
        """Whether who is carried gets down, and no more; who goes somewhere is let down first."""
        carrier = next((who for who, held in self.draft.holding.items() if actor in held), None)
        if carrier is None or VERBS[COMPOSITES.get(label, label)].light or label == "feel":
            return False
        set_down(self.draft, clause, carrier, actor, None)
        return label in ("get_down", "stand", "climb", "jump")

    def _out_of_bed(self, clause: Clause, label: str, actor: str, parts: Parts) -> tuple[str, Parts]:
        """What somebody who lies or sits does: sits up where they are, or gets up before getting down."""
        stage, moment = self.draft.stage, self.draft.moment
        row = stage.find(actor)
        if row is None or not moment.present[row] or moment.pose_name(row) not in ("lie", "sit"):
            return label, parts
        under = int(moment.supported_by[row])
        if label in ("stand", "sit") and under >= 0 and not parts.targets and _SITS_UP.search(clause.text):
            return "sit", replace(parts, targets=(stage.entities[under].id,))
        if label in _ON_ONES_FEET and (label == "get_down" or self.draft.mount(actor) is None):
            self.draft.act(Action("stand", actor), clause, "stand", 1.0)
        return label, parts

    def _how(self, clause: Clause, label: str) -> Action:
        """An action without participants, in the words of the clause and as fast and in the manner they say."""
        manner = self.heads.manner(clause, label) or (self.draft.manner if label in GOING else None)
        self.draft.manner = None
        speed = self.heads.speed(clause, label)
        return Action("act", None, speed=speed if manner is None else max(speed, 1.0), manner=manner, words=clause.deed)

    def _by_which(self, clause: Clause) -> str | None:
        """ "Sits at the piano", 趴在篝火旁: what somebody is by and not on."""
        for mention in clause.others:
            before, after = (clause.text[: mention.start - clause.piece.start],
                             clause.text[mention.end - clause.piece.start :])  # fmt: skip
            if mention.ids and (_BY_EN.search(before) or _BY_ZH.match(after)):
                thing = self.company.by_id[mention.ids[0]]
                return thing.id if thing.kind == "prop" and thing.id in self.draft.scene().present else None
        return None

    def _kept_in_hand(self, clause: Clause, actor: str, args: Sequence[Arg]) -> str | None:
        """What the actor holds and only goes on holding."""
        held = [i for a in args[:1] for i in a.ids if i in self.draft.holding.get(actor, ())]
        return held[0] if held and _KEEPS_HOLD.match(clause.deed) else None

    def _seat_at(self, thing: str) -> str | None:
        """What one sits on who sits at a thing: itself, or the seat that stands nearest to it."""
        if "seat" in self.company.by_id[thing].traits:
            return thing
        rows = {e.id: row for row, e in enumerate(self.draft.stage.entities)}
        seats = [e.id for e in self.company.entities if "seat" in e.traits and e.id in rows]
        if thing not in rows or not seats:
            return None
        place = self.draft.moment.position
        gap = {i: float(np.linalg.norm((place[rows[i]] - place[rows[thing]])[[0, 2]])) for i in seats}
        nearest = min(seats, key=lambda i: gap[i])
        return nearest if gap[nearest] <= _AT_M else None

    def _beside(self, clause: Clause, actor: str) -> str | None:
        """ "sits down next to Ben": a person is gone to, not sat on."""
        for mention in clause.others:
            if mention.pronoun == "other" and mention.plural:
                continue  # "facing each other"
            ids = self.draft.meant(mention, subject=(actor,))
            if ids and ids[0] != actor and self.company.by_id[ids[0]].kind != "prop":
                return ids[0]
        return None


# -- verbs made of several ---------------------------------------------------------------------------------------------
def _bring(d: Draft, clause: Clause, actor: str, target: str | None, parts: Parts, how: Action) -> None:
    d.bring_along(actor, parts.object, clause)
    d.act(replace(how, verb="give", actor=actor, target=target, object=parts.object), clause, "bring", 1.0)
    d.handled("give", actor, target, parts.object)


def _carry(d: Draft, clause: Clause, actor: str, target: str | None, parts: Parts, how: Action) -> None:
    d.fetch(actor, parts.object, clause)
    d.act(replace(how, verb="walk" if target else "flee", actor=actor, target=target), clause, "carry", 1.0)


def _lift_off_with(d: Draft, clause: Clause, actor: str, target: str | None, parts: Parts, how: Action) -> None:
    d.fetch(actor, target, clause)
    verb = "take_off" if "flies" in d.company.by_id[actor].traits else "flee"
    d.act(replace(how, verb=verb, actor=actor), clause, "lift_off_with", 1.0)


def _strike_down(d: Draft, clause: Clause, actor: str, target: str | None, parts: Parts, how: Action) -> None:
    for one in parts.targets:
        if d.company.by_id[one].kind == "prop":
            d.act(replace(how, verb="topple", actor=actor, target=one), clause, "strike_down", 1.0)
            continue
        d.act(replace(how, verb="attack", actor=actor, target=one), clause, "strike_down", 1.0)
        blow = len(d.actions) - 1
        d.act(Action("fall", one), clause, "strike_down", 1.0)
        d.actions[-1] = replace(d.actions[-1], after=blow)


def _conduct(d: Draft, clause: Clause, actor: str, target: str, parts: Parts, how: Action) -> None:
    """To somewhere: both go there, or what can be carried is; what cannot is dragged that way."""
    led, goal = d.company.by_id[target], parts.goal or ""
    walk = replace(how, verb="walk", actor=actor, target=goal)
    if led.kind != "prop":
        reading = f"{shown(clause.bare)} -> walk there with {led.name}"
        d.act(walk, clause, "walk", 1.0, reading)
        d.act(replace(walk, actor=target), clause, "walk", 1.0, reading)
        d.actions[-1] = replace(d.actions[-1], after=d.actions[-2].after)
    elif "holdable" in led.traits:
        d.fetch(actor, target, clause)
        d.act(walk, clause, "carry", 1.0, f"{shown(clause.bare)} -> carry there")
    else:
        way = toward(d.stage, d.moment, actor, goal)
        drag = replace(how, verb="drag", actor=actor, target=target, direction=way, seconds=_DRAGGED_S)
        d.act(drag, clause, "drag", 1.0)


_DRAGGED_S = 6.0
_STEPS = {"bring": _bring, "carry": _carry, "lift_off_with": _lift_off_with, "strike_down": _strike_down}
