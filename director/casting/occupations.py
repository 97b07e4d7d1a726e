"""People at what they are busy with: around the table of a meal, by a bed, at a desk, with what it takes.

What is told of where or how somebody is comes first; who is busy only fills in the rest. Knows nothing of text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise, product

from director.casting.company import MOST_ENTITIES
from director.casting.placing import Placing
from director.casting.scene import Scene
from director.casting.telling import Opening
from director.lexicon.pursuits import PURSUITS, Pursuit
from model.kinds import kind_named, kind_of
from model.layout import Relation
from model.stage import Entity

_SERVING = frozenset({"waiter", "waitress", "guard", "innkeeper"})
_PLEASANT = frozenset({"park", "courtyard", "courtyard garden", "beach", "rooftop"})  # where one may dine
_BAR = re.compile(r"\b(?:bar|counter)\b|吧台|柜台", re.I)
_POTS = re.compile(r"\b(?:pot|cauldron|wok|pan|saucepan)\b|锅|坩埚|鼎", re.I)  # in which there is what is cooked
_RULING = frozenset({"king", "queen"})
_JURY = re.compile(r"jur(?:y|or)|陪审|评委", re.I)  # who judges from another seat
_GUARDING = frozenset({"guard", "soldier", "knight"})
_PLACED = frozenset({"near", "on", "inside", "sits", "lies", "queues"})
# What one does at a table as well as anywhere.
_AT_TABLE = frozenset(
    """
    talk face sit feel eat take give point nod wave none carry bring pray laugh examine stop bow clap drop close open
    light
    """.split()
) | {""}
_AT_A_DESK = 2
_AROUND = ("table", "desk", "conference_table", "box", "chest", "barrel")
_MOST_SET = 4  # who have a plate or a cup of their own


class Occupations:
    """Puts the people of a scene to work."""

    def __init__(self, scene: Scene, placings: Sequence[Placing] = ()) -> None:
        self.scene, self.company, self.placings = scene, scene.company, placings
        self._busy: list[str] = []  # who has been put to work so far

    def expect(self, openings: Sequence[Opening]) -> None:
        """Let the scene know who will be seated at what they do, so that it seeks no other seats for them."""
        for opening in openings:
            if opening.pursuit is not None and opening.pursuit.posture == "sits":
                self.scene.seated_later.update(i for start in opening.starts for i in self.scene.ids(start))

    def occupy(self, opening: Opening) -> None:
        """What an opening says that people are busy with."""
        if opening.pursuit is not None:
            others = [i for i in self.scene.ids(opening.other) if self.scene.by_id(i).kind == "person"]
            who = [i for start in opening.starts for i in self.scene.ids(start)]
            told = self._told(opening)
            by = [i for i in self.scene.ids(opening.other) if self.scene.by_id(i).kind == "prop"]
            beside = by[0] if by and opening.beside and told is None else None
            if opening.pursuit.posture == "sits" and (seat := self._seat_told(opening)) is not None:
                for i in who:
                    self.scene.rest("sits", self.scene.by_id(i), self.scene.by_id(seat), True)
            self.engage(opening.pursuit, who, others, told, beside)

    def _seat_told(self, opening: Opening) -> str | None:
        """What the words say that those sit on who do something with a thing: "share pizza on a sofa"."""
        on = [p.other_start for p in self.placings if p.start == opening.other and p.kind in ("on", "inside", "sits")]
        seats = [i for start in on for i in self.scene.ids(start) if "seat" in self.scene.by_id(i).traits]
        return seats[0] if seats else None

    def _told(self, opening: Opening) -> str | None:
        """What the words say that it is done around or at: a crate, a barrel, a stove."""
        there = [*_AROUND, *(opening.pursuit.at if opening.pursuit else ())]
        at = [i for i in self.scene.ids(opening.other) if self.scene.by_id(i).archetype in there]
        return at[0] if at else None

    def finish(self) -> None:
        """Seats for whoever is told to sit and has none yet."""
        for who in self.scene.waiting:
            self.scene.rest("sits", who, None, False)
        self._put_to_bed()
        self._hold_court()
        self._keep_bar()

    def _enthrone(self, thrones: Collection[str]) -> None:
        """A ruler among others of whom nothing else is told sits on the throne that is there; a judge at his bench."""
        relations = self.scene.relations
        taken = any(r.kind in ("sits", "on") and r.other in thrones for r in relations)
        rulers = [e for e in self.company.entities if (e.look.get("role") in _RULING and self._is_free(e.id))
                  and not any(r.subject == e.id and r.kind in _PLACED and self._is_thing(r.other) for r in relations)]
        court = sum(e.kind == "person" for e in self.company.entities) > 1
        rulers += [e for e in self.company.entities if self._is_judge(e)]
        if court and rulers and thrones and not taken and self.company.place.indoor:
            self.scene.rest("sits", rulers[0], self.scene.by_id(min(thrones)), True)

    def _is_judge(self, e: Entity) -> bool:
        """Whether somebody judges in court, and from the bench, whatever else he does."""
        here = self.company.place.name in ("courtroom", "palace") and e.look.get("role") == "judge"
        return here and e.id not in self.scene.on_their_feet and _JURY.search(e.name) is None

    def _is_thing(self, i: str | None) -> bool:
        return i is not None and self.scene.by_id(i).kind == "prop"

    def _hold_court(self) -> None:
        """Before whoever sits on a throne are all of whom nothing else is told; who kneels, kneels to him."""
        scene = self.scene
        thrones = {e.id for e in self.company.entities if e.archetype == "throne"}
        self._enthrone(thrones)
        ruler = next((r.subject for r in scene.relations if r.kind == "sits" and r.other in thrones), None)
        if ruler is not None and self._is_judge(self.scene.by_id(ruler)):
            return  # before whom one has places of one's own
        for e in self.company.entities if ruler is not None else ():
            own = [r for r in scene.relations if r.subject == e.id]
            kneels = any(r.kind == "kneels" for r in own)
            elsewhere = any(r.other is not None and r.kind in _PLACED for r in own)
            acts = any(e.id in (a.actor, a.target) for a in scene.actions)
            held = any(r.kind == "holds" and r.other == e.id for r in scene.relations)
            if e.kind == "prop" or e.id == ruler or elsewhere or acts or held:
                continue
            scene.relate("near", e.id, ruler)
            if kneels or not (any(r.kind in ("faces", "shuns") for r in own) or e.look.get("role") in _GUARDING):
                scene.relations.append(Relation("faces", e.id, ruler))

    def _put_to_bed(self) -> None:
        """Whom somebody by a bed turns to lies in it, or whose it is said to be, unless it is told where he is."""
        beds = [e.id for e in self.company.entities if self._is_bed(e.id)]
        for owned in [p for p in self.placings if p.kind == "owns"]:
            for owner, bed in product(self.scene.ids(owned.start), self.scene.ids(owned.other_start) or beds[:1]):
                if self._is_free(owner) and owner not in self.scene.on_their_feet:
                    self.scene.rest("lies", self.scene.by_id(owner), self.scene.by_id(bed), True)
        for by in [r for r in self.scene.relations if r.kind == "near" and self._is_bed(r.other)]:
            sits = [r.subject for r in self.scene.relations if r.kind == "sits" and r.other == by.subject]
            for r in [r for r in self.scene.relations if r.kind == "faces" and r.subject in (by.subject, *sits)]:
                placed = any(p.subject == r.other and p.kind in ("near", "holds") for p in self.scene.relations)
                taken = any(p.kind in ("sits", "lies") and p.other == by.other for p in self.scene.relations)
                if r.other is not None and self._is_free(r.other) and not placed and not taken:
                    self.scene.rest("lies", self.scene.by_id(r.other), self.scene.by_id(str(by.other)), True)

    def _keep_bar(self) -> None:
        """Who keeps an inn, and nothing else is told of, is at the bar, or at the table where guests are."""
        scene = self.scene
        tables = [e.id for e in self.company.entities if e.archetype in ("table", "desk")]
        bars = [i for i in tables if _BAR.search(scene.by_id(i).name)]
        used = [r.other for r in scene.relations if r.kind == "near" and r.other in tables]
        at = next(iter((*bars, *used, *tables)), None)
        if at is None:
            return
        for e in self.company.entities:
            placed = any(r.subject == e.id and r.kind in _PLACED for r in scene.relations)
            if e.look.get("role") == "innkeeper" and self._is_free(e.id) and not placed:
                scene.relate("near", e.id, at)

    def _is_bed(self, i: str | None) -> bool:
        return i is not None and self.scene.by_id(i).archetype == "bed"

    def lead(self, pursuit: Pursuit, role: str) -> None:
        """What those of a role do for all others."""
        people = [e for e in self.company.entities if e.kind == "person"]
        leads = [e.id for e in people if e.look.get("role") == role]
        self.engage(pursuit, leads, [e.id for e in people if e.id not in leads])

    def everybody(self, openings: Sequence[Opening] = ()) -> list[str]:
        """All people but those who serve, who are told to be at the door or who do something else meanwhile."""
        doors = {e.id for e in self.company.entities if e.archetype in ("door", "window")}
        there = {r.subject for r in self.scene.relations if r.kind == "near" and r.other in doors}
        there |= {i for o in openings if o.verb not in _AT_TABLE for start in o.starts for i in self.scene.ids(start)}
        return [e.id for e in self.company.entities
                if e.kind == "person" and e.look.get("role") not in _SERVING and e.id not in there]  # fmt: skip

    def fill_the_class(self) -> None:
        """Students in a classroom of whom nothing is told sit at its desks; one alone may be up for a talk."""
        if self.company.place.name == "classroom":
            people = [e.id for e in self.company.entities if e.look.get("role") == "student"]
            self._seat_apart([i for i in people if self._is_free(i)] if len(people) > 1 else [], PURSUITS["lesson"])

    def engage(self, pursuit: Pursuit, who: Sequence[str], others: Sequence[str] = (), at: str | None = None,
               by: str | None = None) -> None:  # fmt: skip
        """People at what they are busy with, and those to whom it is done, unless it is told how they are. `at` is what
        the words say it is done at, `by` what is beside that."""
        boards = {e.id for e in self.company.entities if e.archetype == "sign"}
        if pursuit.name == "desk work" and any(r.subject in who and r.other in boards for r in self.scene.relations):
            pursuit = PURSUITS["lesson"]  # 在黑板前写字
        carried = next((i for i in others if "holdable" in self.scene.by_id(i).traits), None)
        if pursuit.other == "lies" and who and carried is not None:
            self.scene.relate("holds", who[0], carried)  # a baby is lulled in one's arms
            return
        for i in who if pursuit.posture == "sits" and pursuit.hand else ():
            if any(r.kind == "sits" and r.subject == i for r in self.scene.relations):
                self._equip(pursuit, i, None)  # where it is told that he sits
        if pursuit.name == "television" and who and self.company.place.indoor:
            self.company.provide(pursuit.at)  # on whatever they sit
        who, others = ([i for i in some if self._is_free(i, pursuit)] for some in (who, others))
        faced = [r.other for r in self.scene.relations if r.kind == "faces" and r.subject in who]
        others = [i for i in dict.fromkeys([*others, *faced]) if i is not None and i not in who and self._is_free(i)]
        if not who:
            return
        if "watch" in pursuit.flags:
            self._look_on(who, others or [i for i in self._busy if i not in who])
            return
        if (pursuit.posture == "sits" and pursuit.other != "sits") or pursuit.name == "drinks":
            self._enthrone({e.id for e in self.company.entities if e.archetype == "throne"})
        self._busy += who
        if by is not None and pursuit.posture == "sits" and pursuit.at[:1] in (("sofa",), ("chair",)):
            for i in who:
                self.scene.rest("sits", self.scene.by_id(i), self.scene.by_id(by), False)  # a chair by the window
                self._equip(pursuit, i, None)
            return
        at = at or self._already_at(who, pursuit) or self._where(pursuit.at, pursuit)
        if at is None and pursuit.other == "lies":
            self._tend(who, [i for i in others if self.scene.is_hurt(i)])
        if at is None and pursuit.at and not (pursuit.other_at or pursuit.hand):
            return
        if pursuit.other_at and (others or "all" in pursuit.flags):
            self._seat_apart(self._alike(others, who), pursuit)
            if at is not None and (seat := self._seat_of(others[:1])) is not None:
                self.scene.relations.append(Relation("near", seat, at))  # a barber's chair, drawn up to no table
                self.scene.relations += [Relation("near", i, others[0]) for i in who]
                self.scene.relations += [Relation("faces", i, others[0]) for i in who]
                at = None
        if at is not None and pursuit.other == "lies":
            for other in others[:1]:
                self.scene.rest("lies", self.scene.by_id(other), self.scene.by_id(at), True)
                self.scene.relations += [Relation("faces", i, other) for i in who]
        shared = pursuit.other == "does" or (pursuit.other == "sits" and not pursuit.other_at)
        together = [*who, *others] if shared else who
        self._pose(pursuit, together, others, at)
        for i in together[: 1 if "shared" in pursuit.flags else _MOST_SET]:
            self._equip(pursuit, i, at)

    def _tend(self, who: Sequence[str], hurt: Sequence[str]) -> None:
        """Those who are hurt lie on the ground where there is no bed, and who cares for them kneels by them."""
        for i in hurt[:1]:
            self.scene.relations += [Relation("lies", i), *(Relation("kneels", w) for w in who)]
            for w in who:
                self.scene.relate("near", w, i)
                self.scene.relations.append(Relation("faces", w, i))

    def _pose(self, pursuit: Pursuit, together: Sequence[str], others: Sequence[str], at: str | None) -> None:
        relations = self.scene.relations
        if pursuit.posture == "sits":
            self._seat(together, at)
        elif pursuit.posture == "queues":
            relations += [Relation("queues", i, before) for before, i in pairwise(together)]
        elif pursuit.posture == "faces":
            relations += [Relation("faces", i, j) for i, j in zip(together, [*together[1:], together[0]], strict=True)
                          if i != j]  # fmt: skip
        elif at is not None:
            for i in together:
                self._turn_to_work(i, at)
                self.scene.relate("near", i, at)
                turned = pursuit.other in ("sits", "does") or any(
                    r.kind == "faces" and r.subject == i for r in relations
                )
                relations += [] if turned else [Relation("faces", i, at)]
        else:
            relations += [Relation("faces", i, j) for i in together for j in others[:1] if i != j]

    def _turn_to_work(self, who: str, at: str) -> None:
        """What else somebody is said to be by is rather by him: the fish that a cook fries."""
        def turned(r: Relation) -> Relation:
            if r.kind != "near" or r.subject != who or r.other is None or r.other == at:
                return r
            other = self.scene.by_id(r.other)
            return r if other.kind == "person" or "fixed" in other.traits else Relation("near", other.id, who)

        self.scene.relations[:] = [turned(r) for r in self.scene.relations]

    def _seat_of(self, people: Sequence[str]) -> str | None:
        """The chair that the first of them sits on."""
        seats = [r.other for r in self.scene.relations if r.kind == "sits" and r.subject in people]
        return next((i for i in seats if i is not None and self.scene.by_id(i).archetype == "chair"), None)

    def _look_on(self, who: Sequence[str], busy: Sequence[str]) -> None:
        for i in who if busy else ():
            self.scene.relate("near", i, busy[0])
            self.scene.relations.append(Relation("faces", i, busy[0]))

    def _alike(self, others: Sequence[str], who: Sequence[str]) -> list[str]:
        """Those to whom it is done, with all who are told in one word with them; if nobody is told, everybody else."""
        free = [e.id for e in self.company.entities if self._is_free(e.id) and e.id not in who]
        told = [group for group in self.company.of_hit.values() if not set(group).isdisjoint(others)]
        return [i for i in free if not others or any(i in group for group in told)]

    def _seat_apart(self, people: Sequence[str], pursuit: Pursuit) -> None:
        """At as many desks as it takes, as far as there is room for them."""
        at = self._where(pursuit.other_at, pursuit) if people else None
        shared = _AT_A_DESK if at is not None and self.scene.by_id(at).archetype == "desk" else len(people)
        for k in range(0, len(people), max(shared, 1)):
            some = people[k : k + shared]
            if len(self.company.entities) + len(some) < MOST_ENTITIES:
                at = self.scene.bring("desk") if k else at
                self._seat(some, at)

    def _seat(self, people: Sequence[str], at: str | None) -> None:
        """Around it, which is near enough to each other."""
        scene = self.scene
        if at is not None:
            scene.relations = [r for r in scene.relations if r.kind != "near" or r.subject not in people
                               or r.other not in {*people, at}]  # fmt: skip
            for i in people:
                scene.rest("sits", scene.by_id(i), scene.by_id(at), False)

    def _is_free(self, i: str, pursuit: Pursuit | None = None) -> bool:
        """Whether of a person nothing is told of where or how he is, or nothing that what he does forbids."""
        if pursuit is not None and not pursuit.at and pursuit.posture == "stands":
            return self.scene.by_id(i).kind == "person"
        set_down = any(r.subject == i and r.kind in ("sits", "lies", "kneels", "on", "inside", "flies")
                       for r in self.scene.relations)  # fmt: skip
        acts = any(i in (a.actor, a.target) for a in self.scene.actions)
        stays_up = i in self.scene.on_their_feet and (pursuit is None or pursuit.posture == "sits")
        return self.scene.by_id(i).kind == "person" and not (set_down or acts or stays_up)

    def _already_at(self, who: Sequence[str], pursuit: Pursuit) -> str | None:
        """What it is done at, if that is where those are told to be who do it."""
        by = [r.other for r in self.scene.relations if r.kind == "near" and r.subject in who and r.other is not None]
        return next((i for i in by if self.scene.by_id(i).archetype in pursuit.at), None)

    def _where(self, archetypes: Sequence[str], pursuit: Pursuit) -> str | None:
        """What it is done at; it is brought where people live or if it goes anywhere, but nobody is put to bed for a
        visitor."""
        for archetype in archetypes:
            for e in self.company.entities:
                if e.archetype == archetype and not self.scene.is_taken(e.id):
                    return e.id
        pleasant = "outside" in pursuit.flags and self.company.place.name in _PLEASANT
        fits = self.company.place.furnished or pleasant or "anywhere" in pursuit.flags
        found = "there" in pursuit.flags and archetypes is pursuit.at
        if not archetypes or not fits or found or pursuit.other == "lies":
            return None
        return self.scene.bring(archetypes[0])

    def _equip(self, pursuit: Pursuit, who: str, at: str | None) -> None:
        """What somebody needs for it, in the hand or before him."""
        relations = self.scene.relations
        held = {r.other for r in relations if r.kind == "holds"}
        if any(r.kind == "holds" and r.subject == who for r in relations):
            return
        cooked_in = any(_POTS.search(e.name) for e in self.company.entities if e.kind == "prop")
        needed = self.company.in_its_time(pursuit.hand or pursuit.upon)
        if needed and not (pursuit.name == "cook" and cooked_in):
            placed = {r.subject for r in relations if r.kind == "on"} | held
            free = next((e.id for e in self.company.entities if _does_for(e, needed) and e.id not in placed), None)
            if not pursuit.hand and (at is None or "surface" not in self.scene.by_id(at).traits):
                at = next((e.id for e in self.company.entities if e.archetype in _AROUND), None)
            thing = free or self.company.bring(needed) if pursuit.hand or at else None
            if thing is not None:
                relations.append(Relation("holds", who, thing) if pursuit.hand else Relation("on", thing, at))


def _does_for(entity: Entity, needed: str) -> bool:
    """Whether what is there already is such a thing, or like it: a mop for a broom, but no rug for what is sewn."""
    kind, own = kind_named(needed), kind_of(entity.archetype, entity.name)
    if kind is None:
        return entity.archetype == needed
    return entity.archetype == kind.archetype and (kind.name != "cloth" or own is kind)
