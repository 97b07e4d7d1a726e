"""The first picture of a world: of what the prompt says is where and going on, what can be shown at its first moment.

Turns placings and openings into relations between entities, feelings and actions under way. Knows nothing of text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import repeat

from director.casting.company import Company
from director.casting.placing import Placing
from director.casting.telling import Opening
from director.lexicon.custom import POWER_CUT
from model.kinds import is_bridge
from model.layout import Relation
from model.seats import can_be_ridden
from model.stage import Entity
from model.state import Action

# What is under way from the first moment on, as an action; whatever else is seen in how they stand.
_UNDER_WAY = frozenset({"circle", "dance", "chase", "follow", "fall", "hug"})
_FACING = frozenset(
    """
    talk face attack strike_down point wave bow salute shake_hands help_up walk run examine shield pray give nod push
    hug
    """.split()
)
_MUTUAL = frozenset("talk attack face hug dance shake_hands take".split())
_TOWARD = _FACING | {"kneel", "stop", "take", "feel", ""}
_TAKING = frozenset("give take carry bring eat put_on drop throw point hug drag".split())
_CARRYING = frozenset("take carry hug".split())  # whom arms hold, too
_BESIDE = frozenset("hide stop stand shield hug drag carry push".split())
_AT = frozenset(
    "drag carry hide stop stand open close knock shield examine face push hug walk circle eat bring".split()
)
_WITH_A_LID = frozenset(  # not done from within
    "open close push drag look examine drop throw climb knock follow take carry".split()
)
_ON_FOOT = frozenset("stand walk run dance jump climb attack chase push flee hug".split())
_SEATS = {"sofa": 2, "bench": 2, "bed": 2}  # how many sit there; on other seats one
_CHAIRS, _BEDS = ("chair", "office_chair"), ("bed", "sofa", "bench")
_SITTABLE = (*_CHAIRS, "sofa", "bench", "throne", "wheelchair", "bicycle", "motorbike", "horse", "unicorn")
_RIDDEN = ("bicycle", "motorbike", "horse", "unicorn")
_PERCHES = ("rock", "box", "chest", "barrel")  # no seats, and one sits on them
_DROWSY = ("office", "study", "cafe", "bar", "classroom", "theatre", "station", "train carriage", "boardroom",
           "corridor", "wedding hall", "ballroom", "throne room", "shop", "kitchen",
           "spaceship")  # fmt: skip  # where one falls asleep in a chair
_HOUSE = 2.0  # m high, from which on nobody sees what is in a thing
_RUG = re.compile(r"\b(?:rug|carpet|mat)s?\b|地毯|毯子|席子|草席|蒲团", re.I)
_ROOF = re.compile(r"\broof|[房屋楼]顶|屋脊", re.I)
# "An open coffin", "the door stands open", 敞开的棺材: with a bar where the noun begins.
_OPEN = re.compile(
    r"\b(?:an?|the|his|her|its|their) (?:half-|wide-? ?)?(?:open \||\|open )"
    r"|(?:打开|敞开|半开|掀开|开着|大开)着?的[^，。|]{0,3}\|"
    r"|\|[\w -]{2,20}? (?:stands?|is|lies|swings|hangs) (?:wide |half )?(?:open|ajar)\b"
    r"|\|[\u3400-\u9fff]{1,4}?(?:敞开|开着|大开|半掩|虚掩)",
    re.I,
)
_LECTERN = re.compile(r"讲[台桌坛]|\b(?:podium|lectern|pulpit)", re.I)  # at which one stands, for all that is said
_TABLES = ("table", "desk", "conference_table")
# On one animal: "a mother and her son ride a donkey", 同骑一匹马.
_SHARED = re.compile(
    r"\b(?:rid(?:es?|ing)|rode|on) (?:the back of )?(?:an?|the|one|his|her|their|the same) (?!\w+s\b)"
    r"|[同共][骑乘]|骑[着在]?一[匹头只条]"
)
_TABLEWARE = frozenset("cup plate bottle wine_glass cake".split())
# 把照片推到嫌犯面前, "slides a photo across to him": at a table, where there is one.
_LAID_BEFORE = re.compile(
    r"[推摆放搁递滑拍][在到][^，。；]{0,10}(?:面前|跟前|眼前)"
    r"|\b(?:slid|slides?|push(?:es|ed)?|lays?|laid|sets?|places?|puts?|slams?)\b.{0,24}"
    r"\b(?:in front of|before|across|down)\b", re.I,
)  # fmt: skip
_FALLEN = re.compile(
    r"\b(?:drop|fall|fell|spill|smash|shatter|break|broke|throw|threw|floor|ground|grass|roll)|[掉摔碎翻洒扔砸滚]|地上|草地",
    re.I,
)
_HURT = re.compile(
    r"\b(?:wounded|injured|bleeding|dying|unconscious|fallen)(?: [\w-]+)? $"
    r"|(?:受了?[重轻]?伤|负伤|重伤|垂死|濒死|奄奄一息|中箭|中枪|中弹|昏迷)的?[^，。的]{0,2}$",
    re.I,
)
_OUT = re.compile(r"\b(?:cold|dead|extinguished|unlit|burnt-out|dying) $|(?:熄灭|灭了|冷却)的?$", re.I)
_LIT = re.compile(
    r"\b(?:lights?|lighting|lit|burning|flickering|glowing)(?: an?| the| her| his| their| \w+)?(?: [\w-]+)? $"
    r"|点[燃亮上着起]了?(?:[一二两三几]?[支根盏只])?$|(?:燃烧|燃着|亮着|点着|点燃|点亮)的$", re.I
)
_ELECTRIC = frozenset({"lamp", "floor_lamp", "street_lamp"})
_EMPTY = re.compile(r"\b(?:empty|vacant|unoccupied) $|空的?$", re.I)


class Scene:
    """Relations, actions and feelings as they are gathered; what is told first holds."""

    def __init__(self, company: Company) -> None:
        self.company = company
        self.relations: list[Relation] = []
        self.actions: list[Action] = []
        self.emotions: dict[str, str] = {}
        self._taken: dict[str, int] = {}  # seats by how many sit there
        self._told_by: dict[str, str] = {}  # by what each is told to be
        # Seats by who is told to sit or lie there; nobody where they are told to be empty.
        self._kept: dict[str, set[str]] = {}
        self.on_their_feet: set[str] = set()
        self.seated_later: set[str] = set()  # at what they are busy with
        self.airborne: set[str] = set()  # who is told to fly, be it on something else's wings
        self.waiting: list[Entity] = []  # of those, who is told to sit and not where

    def feel(self, ids: Sequence[str], emotion: str) -> None:
        for i in ids:
            if self.by_id(i).kind != "prop":
                self.emotions.setdefault(i, emotion)

    def lay_out(self, corpse: Entity) -> None:
        """The dead lie, wherever they are."""
        self.relations.append(Relation("lies", corpse.id))

    def keep_seats(self, openings: Sequence[Opening], placings: Sequence[Placing]) -> None:
        """Let nobody sit where it is told that somebody else does, or that nobody does."""
        told = [(o.other, o.starts) for o in openings if o.upon]
        told += [(p.other_start, (p.start,)) for p in placings if p.kind in ("sits", "lies") and not p.beside]
        told += [(start, ()) for start in self.company.of_hit if _EMPTY.search(self.company.prompt[:start])]
        by = [(i, j) for p in placings if p.kind == "near" for i in self.ids(p.start) for j in self.ids(p.other_start)]
        self._told_by = {i: j for i, j in reversed(by) if self.by_id(j).kind == "prop" and i != j}
        for start, starts in told:
            for i in (i for i in self.ids(start) if "seat" in self.by_id(i).traits):
                self._kept.setdefault(i, set()).update(who for begun in starts for who in self.ids(begun))

    # What is said to be where

    def carry(self, placings: Sequence[Placing]) -> None:
        """Whom somebody has in his arms is there before it is told where they go, and what is his before others reach
        for it."""
        for placing in placings:
            others = [self.by_id(i) for i in self.ids(placing.other_start)]
            if placing.owned or (placing.kind == "holds" and others and all(_is_carried(e) for e in others)):
                self.put(placing)

    def put(self, placing: Placing) -> None:
        """A placing of whom or what it names."""
        others = self.ids(placing.other_start)
        group = self.ids(placing.start) if placing.kind != "owns" else []
        for own, who in enumerate(group):
            paired = others[own : own + 1] if len(others) == len(group) else []
            other = next((o for o in (*paired, *others) if o != who), None)
            if placing.other_start is not None and other is None:
                continue
            self._place(placing, self.by_id(who), None if other is None else self.by_id(other))

    def _place(self, placing: Placing, who: Entity, other: Entity | None) -> None:
        holder = next((r.subject for r in self.relations if r.kind == "holds" and r.other == who.id), None)
        if other is not None and self._goes_under(placing.kind, who, other):
            self.relate("holds", who.id, other.id)
            return
        bearing = other is not None and ({"surface", "seat", "climbable"} & other.traits or can_be_ridden(other))
        if other is not None and _RUG.search(other.name):
            if placing.kind in ("sits", "lies") and who.kind == "person":
                self._rest_on_the_floor(placing.kind, who)
                return
            other = None if placing.kind in ("sits", "lies", "kneels") else who  # it is the floor
        kind = placing.kind if other is None else self._fitting(placing.kind, who, other)
        if kind == "holds" and other is None:
            kind = "near"
        if holder is not None and kind in ("near", "on", "inside") and other is not None and holder != other.id:
            # "Holding a hammer next to an anvil", "puts a bear on the shelf": it is the holder who stands there.
            self.relate("near", holder, other.id)
            return
        if kind == "flies":
            self.airborne.add(who.id)
        if kind == "flies" and "flies" in who.traits:
            self.actions.append(Action("circle", who.id))
        if kind == "shuns":
            self.relations = [r for r in self.relations if r.kind != "faces" or r.subject != who.id]
        if kind == "act":
            self._act(placing.verb, who.id, None if other is None else other.id)
        elif kind == "sits" and other is None and who.id in self.seated_later:
            self.waiting.append(who)
        elif kind in ("sits", "lies") and who.kind == "person":
            upon = other is None or (bool(bearing) and not placing.beside)  # not by the window
            self.rest(kind, who, other, upon)
        elif kind == "near":
            self._beside(who, other)
        elif kind != "flies" or "flies" in who.traits:
            self.relate("on" if who.kind == "prop" and kind in ("sits", "lies") else kind, who.id,
                         None if other is None else other.id)  # fmt: skip

    def _goes_under(self, kind: str, who: Entity, other: Entity) -> bool:
        """Whether somebody is under an umbrella that nobody holds: it is his."""
        free = not any(r.kind == "holds" and (r.other == other.id or r.subject == who.id) for r in self.relations)
        return kind == "near" and who.kind == "person" and free and other.archetype == "umbrella"

    def _fitting(self, kind: str, who: Entity, other: Entity) -> str:
        """What a placing comes to, by what the two are: one sits on a horse, and is by a tree, not in it."""
        if kind == "on" and who.kind == "person" and _LECTERN.search(other.name):
            return "near"
        person, bearing = who.kind == "person", {"surface", "seat", "climbable"} & other.traits
        if kind == "inside" and "seat" in other.traits and person:
            kind = "lies" if other.archetype == "bed" else "sits"
        house = "fixed" in other.traits and other.size[1] > _HOUSE
        if kind == "inside" and (house or not {"container", "opens"} & other.traits):
            kind = "near"  # a house is a set piece: what goes on in it is seen before it
        if kind == "sits" and not person and "seat" not in other.traits:
            kind = "on"
        if kind == "on" and person and ("seat" in other.traits or can_be_ridden(other)):
            kind = "lies" if other.archetype == "bed" else "sits"
        if kind in ("on", "sits", "lies") and not bearing and not (kind == "sits" and person):
            kind = "near"
        if kind == "holds" and not (person and self.company.in_hand(other.id)):
            kind = "holds" if who.kind != "prop" and "holdable" in other.traits else "near"
        return "holds" if kind == "on" and person and other.archetype == "phone" else kind

    def _beside(self, who: Entity, other: Entity | None) -> None:
        """By it; of two that are unlike, the small one by the big one, and two small ones on the same table."""
        if other is None:
            return
        if other.kind == "prop" and _small(other) and not _small(who):
            upon = [r.subject for r in self.relations if r.other == who.id and r.kind in ("on", "lies")]
            self.relate("near", other.id, upon[0] if upon else who.id)
            return
        if _small(other) and other.kind == "prop":
            under = next((r.other for r in self.relations if r.subject == other.id and r.kind == "on"), None)
            table = under or next((e.id for e in self.company.entities if e.archetype in _TABLES), None)
            if table is not None:
                self.relate("on", other.id, table)
                self.relate("on", who.id, table)
        self.relate("near", who.id, other.id)

    # What is going on

    def open(self, opening: Opening) -> None:
        """An opening, as far as it can be seen at the first moment."""
        who = [i for start in opening.starts for i in self.ids(start)]
        who = who[-1:] if opening.one else who
        others = [i for i in self.ids(opening.other) if i not in who] or self._prey(opening, who)
        if opening.feeling is not None:
            self.feel(who, opening.feeling)
        living = [i for i in who if self.by_id(i).kind != "prop"]
        if opening.verb == "lead" and living and others and not (opening.upon or opening.one):
            for i in others:
                self.relate("near", i, living[0])  # whom he brings along
        if opening.verb in _ON_FOOT:
            self.on_their_feet.update(living)
        for i in (w for w in who if w not in living):
            if opening.verb in ("light", "burn") and "lights" in self.by_id(i).traits:
                self.relations.append(Relation("lit", i))
            if others and (opening.upon or opening.beside):
                table = self._table_of(others[0]) if _small(self.by_id(i)) else None
                on = table is not None or (opening.upon and bool({"surface", "seat"} & self.by_id(others[0]).traits))
                self.relate("on" if on else "near", i, table or others[0])
        for own, i in enumerate(living):
            other = others[own] if len(others) == len(living) else others[0] if others else None
            self._open(opening, self.by_id(i), None if other is None else self.by_id(other))
        alone = opening.beside or not any(self.by_id(o).kind != "prop" for o in others)
        if 1 < len(living) < 4 and alone and (opening.feeling == "angry" or opening.verb in _MUTUAL):
            for i, j in zip(living, [*living[1:], living[0]], strict=True):
                self.relations.append(Relation("faces", i, j))
            if opening.feeling == "angry" and opening.verb in ("talk", "attack") and others:
                self.relate("near", living[0], others[0])  # what they quarrel over
        elif opening.feeling == "angry" and opening.verb in ("talk", "attack") and others:
            self.feel([o for o in others if opening.verb == "attack"], "angry")

    def _prey(self, opening: Opening, who: Sequence[str]) -> list[str]:
        """After whom they are who give chase, where that is not said: after whoever was spoken of before."""
        before = [i for start, ids in sorted(self.company.of_hit.items()) if start < min(opening.starts, default=0)
                  for i in ids if i not in who and self.by_id(i).kind != "prop"]  # fmt: skip
        return before[:1] if opening.verb == "chase" and opening.other is None else []

    def _table_of(self, who: str) -> str | None:
        """The table at which somebody sits."""
        seats = {r.other for r in self.relations if r.kind == "sits" and r.subject == who}
        at = [r.other for r in self.relations if r.kind == "near" and r.subject in seats and r.other is not None]
        return next((i for i in at if self.by_id(i).archetype in _TABLES), None)

    def _open(self, opening: Opening, who: Entity, other: Entity | None) -> None:
        verb = opening.verb
        if other is not None and opening.beside and self._goes_under("near", who, other):
            self.relate("holds", who.id, other.id)
            return
        if other is not None and verb not in _TAKING and _RUG.search(other.name):
            if verb in ("sit", "lie", "sleep") and who.kind == "person":
                self._rest_on_the_floor("sits" if verb == "sit" else "lies", who)
                return
            other = None
        person = other is not None and other.kind != "prop"
        upright = other is not None and not (person or {"surface", "seat", "climbable", "holdable"} & other.traits)
        shut_in = other is not None and other.archetype in ("cage", "coffin") and opening.upon
        if shut_in and other is not None and verb not in _WITH_A_LID:
            self.relate("inside", who.id, other.id)
            if other.archetype == "coffin" and verb in ("sleep", "lie"):
                self.relations.append(Relation("lies", who.id))
        elif verb == "sit" and other is None and who.id in self.seated_later and not opening.grounded:
            self.waiting.append(who)
        elif verb == "sleep" and other is not None and other.archetype in _TABLEWARE and self.has(*_TABLES):
            table = next(e for e in self.company.entities if e.archetype in _TABLES)
            self.rest("sits", who, table, False)  # in his soup
        elif verb in ("sit", "lie", "sleep") and opening.grounded and who.kind == "person":
            self._rest_on_the_floor("sits" if verb == "sit" else "lies", who)
        elif verb in ("sit", "lie", "sleep"):
            self.rest("sits" if verb == "sit" else "lies", who, other, opening.upon, asleep=verb == "sleep")
        elif verb == "kneel":
            self.relations.append(Relation("kneels", who.id))
            if other is not None:
                self.relate("near", who.id, other.id)
        elif opening.upon and other is not None and other.archetype in _RIDDEN and who.kind == "person":
            self.rest("sits", who, other, True)
        elif other is not None and (
            (not person and verb in _TAKING and not (opening.pursuit and opening.beside))
            or (not person and verb == "hide" and not (opening.beside or "container" in other.traits))
            or (person and verb in _CARRYING and who.kind == "person" and "holdable" in other.traits)
        ):
            self._take(who, other, copied=opening.each)
        elif opening.upon and other is not None and who.kind == "person" and other.archetype in _SITTABLE and (
            verb not in ("climb", "jump_onto", "jump")
        ):
            self.rest("sits", who, other, True)
        elif verb in ("fly", "hover") and opening.beside and other is not None:
            self.relate("near", who.id, other.id)
        elif (verb == "circle" and "flies" in who.traits) or verb in ("fly", "hover", "take_off"):
            self.airborne.add(who.id)
            if "flies" in who.traits:
                self.relate("flies", who.id, None)
                self.actions.append(Action("circle", who.id))
        elif verb in ("climb", "jump_onto") and other is not None and who.kind == "person" and can_be_ridden(other):
            self.rest("sits", who, other, True)
        elif verb in ("climb", "jump_onto") and other is not None and {"climbable", "surface"} & other.traits:
            self.relate("on", who.id, other.id)
        elif opening.upon and other is not None and who.kind == "person" and is_bridge(other.archetype, other.name):
            self.relate("on", who.id, other.id)  # two meet on a bridge
        elif opening.upon and other is not None and who.kind == "creature" and {"surface", "seat"} & other.traits:
            self.relate("on", who.id, other.id)  # a cat watches from a stool
        elif verb in _UNDER_WAY:
            alone = other is None or (verb == "dance" and other.kind == "prop")  # under a lamp
            self._act(verb, who.id, None if alone or other is None else other.id)
            if alone and other is not None:
                self.relate("near", who.id, other.id)
        elif other is not None and (
            opening.beside
            or (upright and opening.upon)
            or (verb in _AT and not opening.upon and (verb in _BESIDE or not person))
        ):
            self.relate("near", who.id, other.id)
            if verb == "hide" and who.kind == "person" and not person:
                self.relations.append(Relation("kneels", who.id))  # cowers by it, where one can still be seen
        if verb == "drag" and person and other is not None and self.is_hurt(other.id):
            self.relations.append(Relation("lies", other.id))
        seen = other is not None and (other.kind == "person" or who.kind != "person" or verb in _FACING)
        if other is not None and seen and (person or verb == "face") and verb in _TOWARD:
            self.relations.append(Relation("faces", who.id, other.id))
            if verb in ("talk", "attack", "shake_hands", "hug", "help_up"):
                self.relate("near", who.id, other.id)

    def _take(self, who: Entity, other: Entity, *, copied: bool) -> None:
        if other.archetype == "hat" and re.search(r"盖头|面纱|\bveil\b", other.name):
            return  # it is on a head
        holder = next((r.subject for r in self.relations if r.kind == "holds" and other.id == r.other), None)
        free = holder is None
        if holder is not None and not copied and holder != who.id:
            self.relate("near", who.id, holder)  # they share it
            return
        if copied and not free and not any(r.kind == "holds" and r.subject == who.id for r in self.relations):
            copy = self.company.add_another(other)  # both hold swords
            if copy is not None:
                self.relations.append(Relation("holds", who.id, copy))
            return
        if who.kind == "person" and free:
            self.company.in_hand(other.id)
            other = self.by_id(other.id)
        if "holdable" in other.traits and free and who.archetype not in ("chicken", "fish", "snake", "cow", "horse"):
            if any(r.kind == "holds" and r.subject == who.id for r in self.relations):
                self._beside(other, who)  # one hand holds but one thing
            else:
                self.relations.append(Relation("holds", who.id, other.id))
        elif other.archetype == "boat":
            self.rest("sits", who, other, True)  # whoever rows or steers it
        elif "holdable" not in other.traits:
            self.relate("near", who.id, other.id)

    def _act(self, verb: str, who: str, other: str | None) -> None:
        if verb in _UNDER_WAY and (other is not None or verb in ("dance", "fall")):
            self.actions.append(Action(verb, who, other))

    def rest(self, kind: str, who: Entity, other: Entity | None, upon: bool, asleep: bool = False) -> None:
        """Sitting or lying: where it is said, or where there is room for it."""
        if any(r.subject == who.id and r.kind in ("sits", "lies") for r in self.relations):
            return
        by = self._told_by.get(who.id) if kind == "lies" and other is None and who.kind == "person" else None
        if by is not None and "seat" not in self.by_id(by).traits:
            self.relate("near", who.id, by)
            self.relations.append(Relation("sits" if asleep else kind, who.id))  # dozes against a furnace
            return
        if kind == "lies" and other is None and any(r.kind == "holds" and r.other == who.id for r in self.relations):
            return  # a toddler asleep on his chest
        if kind == "lies" and other is None and self._is_with_somebody_resting(who):
            self.relations.append(Relation(kind, who.id))  # a girl asleep by him
            return
        if kind == "sits" and any(r.subject == who.id and r.kind == "inside" for r in self.relations):
            self.relations.append(Relation(kind, who.id))  # on the floor of a cage
            return
        if who.kind != "person" and upon and other is not None and {"surface", "seat", "climbable"} & other.traits:
            self.relate("on" if kind == "sits" else kind, who.id, other.id)
            return
        if kind == "sits" and upon and other is not None and other.archetype == "house":
            upon = _ROOF.search(self.company.prompt) is not None  # in a pavilion, before which one sees him
        if kind == "sits" and upon and other is not None and can_be_ridden(other):
            other = self._own_mount(other)
        if kind == "lies" and other is not None and other.archetype in _CHAIRS:
            kind = "sits"  # asleep in an armchair
        if kind == "sits" and other is not None and not upon and other.archetype == "laptop":
            other = self._desk_under(other)
        treated = self.company.place.name == "hospital" or who.look.get("role") == "corpse"
        at_table = other is not None and other.archetype in _TABLES and who.kind == "person"
        if kind == "lies" and at_table and upon and not treated:
            kind, upon = "sits", False  # 趴在桌上
        if upon and kind == "sits" and other is not None and other.archetype in _PERCHES:
            self.relate(kind, who.id, other.id)
            return
        if (
            upon
            and other is not None
            and other.kind == "prop"
            and "seat" not in other.traits
            and (kind == "lies" or "fixed" in other.traits)
            and {"surface", "climbable"} & other.traits
        ):
            self.relate("on" if kind == "sits" and "stepped" not in other.traits else kind, who.id, other.id)
            return
        drops_off = kind == "lies" and (asleep or upon)
        if drops_off and who.kind == "person" and other is not None and other.archetype in _TABLES:
            kind = "sits"  # asleep at her desk
        drowsy = asleep and self.company.place.name in _DROWSY and not self.is_hurt(who.id)
        if drowsy and other is None and not self.has("bed", "sofa", "bench"):
            kind, asleep = "sits", False
        if kind == "sits" and other is not None and upon and (
            other.kind == "person" or not {"surface", "seat", "climbable"} & other.traits | _ways(other)
        ):
            self.relate("near", who.id, other.id)  # on his shoulders, on a doorstep
            self.relations.append(Relation(kind, who.id, None))
            return
        if kind == "sits" and other is not None and other.kind == "person" and who.look.get("age") == "child":
            self.relate("near", who.id, other.id)  # children around a storyteller, on the floor
            self.relations += [Relation(kind, who.id), Relation("faces", who.id, other.id)]
            return
        bed = kind == "lies" and other is not None and other.archetype != "bed" and "seat" not in other.traits
        by_bed = kind == "sits" and not upon and other is not None and other.archetype == "bed"
        if other is not None and ("seat" in other.traits or (upon and can_be_ridden(other))) and not by_bed:
            seat: str | None = other.id
        elif who.kind != "person" or bed:
            seat = None
        else:
            at_table = other is not None and (other.archetype in (*_TABLES, *_PERCHES, "piano") or by_bed)
            seat = self._seat("sleeps" if asleep and kind == "lies" else kind, who.id, at_table=at_table)
        if seat is not None:
            if not can_be_ridden(self.by_id(seat)):
                self.relations = [r for r in map(self._turned, repeat(who.id), self.relations) if r is not None]
            moves = "fixed" not in self.by_id(seat).traits
            if other is not None and other.kind == "prop" and seat != other.id and moves:
                self.relate("near", seat, other.id)
            if can_be_ridden(self.by_id(seat)):
                self.relations = [self._with_mount(r, who.id, seat) for r in self.relations]
            room = _SEATS.get(self.by_id(seat).archetype, 1) if kind == "lies" else 1
            self._taken[seat] = self._taken.get(seat, 0) + room
            if other is not None and other.kind == "person" and moves and other.id not in self._seated():
                self.relate("near", seat, other.id)
        elif other is not None:
            self.relate("near", who.id, other.id)
        self.relations.append(Relation(kind, who.id, seat))
        if other is not None and other.kind != "prop" and other.id != seat:
            self.relations.append(Relation("faces", who.id, other.id))

    def _desk_under(self, thing: Entity) -> Entity:
        """The desk or table that a computer is on at which somebody sits; it is brought."""
        under = next((r.other for r in self.relations if r.subject == thing.id and r.kind == "on"), None)
        at = under or next((e.id for e in self.company.entities if e.archetype in _TABLES), None) or self.bring("desk")
        if at is None:
            return thing
        self.relate("on", thing.id, at)
        return self.by_id(at)

    def mount(self, riders: Sequence[str]) -> None:
        """Put them on horses: those that nobody rides, or ones that are brought."""
        for who in map(self.by_id, riders):
            if any(r.subject == who.id and r.kind in ("sits", "lies") for r in self.relations):
                continue
            free = (e for e in self.company.entities if self._is_free_mount(e))
            mount = next(free, None) or self._brought(self.bring("horse"))
            if mount is not None:
                self.rest("sits", who, mount, True)

    def take_off(self) -> None:
        """Whoever is told to fly, and sits on what has wings, is in the air with it."""
        for r in [r for r in self.relations if r.kind == "sits" and r.subject in self.airborne and r.other is not None]:
            mount = self.by_id(str(r.other))
            if "flies" in mount.traits and can_be_ridden(mount):
                self.relate("flies", mount.id, None)
                self.actions.append(Action("circle", mount.id))

    def _is_free_mount(self, entity: Entity) -> bool:
        """Whether somebody could get up on it: a horse that nobody rides or leads."""
        spoken_for = entity.id in self._taken or any(
            (r.subject == entity.id and r.other is not None and self.by_id(r.other).kind == "person")
            or (r.other == entity.id and self.by_id(r.subject).kind == "person") for r in self.relations
        )
        return can_be_ridden(entity) and entity.archetype in ("horse", "unicorn") and not spoken_for

    def _brought(self, entity_id: str | None) -> Entity | None:
        return None if entity_id is None else self.by_id(entity_id)

    def _own_mount(self, mount: Entity) -> Entity:
        """The mount, or another of its kind where somebody sits on it already and the two are not told to share it."""
        if mount.id not in self._taken or _SHARED.search(self.company.prompt):
            return mount
        free = (e for e in self.company.entities if e.archetype == mount.archetype and e.id not in self._taken)
        return next(free, None) or self._brought(self.company.add_another(mount)) or mount

    def _rest_on_the_floor(self, kind: str, who: Entity) -> None:
        if who.id not in self._seated():
            self.relations.append(Relation(kind, who.id))

    def _is_with_somebody_resting(self, who: Entity) -> bool:
        """Whether it is told that he is by somebody who sits or lies."""
        by = [{r.subject, r.other} for r in self.relations if r.kind == "near"]
        return any(who.id in both and both & self._seated() - {who.id} for both in by)

    def _turned(self, seated: str, relation: Relation) -> Relation | None:
        """A relation of whom one sits down by: somebody comes to where he sits, things need not."""
        if relation.kind != "near" or relation.subject != seated or relation.other is None:
            return relation
        beside = self.by_id(relation.other)
        return None if beside.kind == "prop" else Relation("near", beside.id, seated)

    def _with_mount(self, relation: Relation, rider: str, mount: str) -> Relation:
        """A relation of where somebody is, as that of the mount that he is on now."""
        near = relation.kind == "near" and relation.subject == rider and relation.other not in (None, mount)
        return Relation("near", mount, relation.other) if near else relation

    def is_taken(self, seat: str) -> bool:
        """Whether as many sit on a seat as it holds."""
        e = self.by_id(seat)
        return "seat" in e.traits and "fixed" not in e.traits and self._taken.get(seat, 0) >= _SEATS.get(e.archetype, 1)

    def _seated(self) -> set[str]:
        return {r.subject for r in self.relations if r.kind in ("sits", "lies")}

    def _seat(self, kind: str, who: str, *, at_table: bool) -> str | None:
        """Where somebody "sits", "lies" or "sleeps" of whom nobody says where; what it takes is brought."""
        lying = kind != "sits"
        wanted = _BEDS if lying else _CHAIRS if at_table else (*_CHAIRS, "sofa", "bench", "bed", "wheelchair")
        for name in wanted:
            for e in self.company.entities:
                free = self._taken.get(e.id, 0) < (1 if lying else _SEATS.get(name, 1))
                if e.archetype == name and free and who in self._kept.get(e.id, {who}):
                    return e.id
        if kind == "lies" or not (self.company.place.furnished or at_table):
            return None
        return self.bring("bed" if kind == "sleeps" else "chair")

    def relate(self, kind: str, who: str, other: str | None) -> None:
        """A place, unless there is one already."""
        placed = ("on", "near", "inside", "sits", "lies", "flies")
        held = kind != "holds" and any(r.kind == "holds" and r.other == who for r in self.relations)
        rests = kind in ("sits", "lies") and other is None and self.by_id(who).kind == "creature"  # wherever it is
        settled = kind in placed and any(
            r.subject == who and (r.kind == kind if rests else r.kind in placed)
            and (r.other is not None or rests or r.kind == "flies") for r in self.relations
        )
        taken = kind == "holds" and any(r.kind == "holds" and r.other == other for r in self.relations)
        circular = kind == "near" and any(
            (r.subject == other and r.other == who and r.kind != "faces")
            or (r.subject == who and r.other == other and r.kind == "holds") for r in self.relations
        )  # fmt: skip
        if settled and kind == "near" and not circular and other is not None and self.is_loose(other):
            self.relations.append(Relation(kind, other, who))  # who is by the door has the boy come to her
        elif not (held or settled or taken or circular) and who != other:
            self.relations.append(Relation(kind, who, other))

    def is_loose(self, i: str) -> bool:
        """Whether it is somebody of whom nothing is told of where he is."""
        at = ("on", "near", "inside", "sits", "lies", "flies")
        placed = any((r.subject == i and r.kind in at) or (r.other == i and r.kind in ("near", "holds"))
                     for r in self.relations)  # fmt: skip
        return self.by_id(i).kind != "prop" and not placed

    def bring(self, archetype: str) -> str | None:
        """One more thing, if need be instead of furniture that nobody is at; its id."""
        used = {i for r in self.relations for i in (r.subject, r.other) if i is not None} | set(self._taken)
        return self.company.bring(archetype, used)

    def sit_in_cages(self) -> None:
        """Whoever is shut in a cage that is no higher than he is sits there, unless it is told otherwise."""
        for r in [r for r in self.relations if r.kind == "inside" and r.other is not None]:
            who, cage = self.by_id(r.subject), self.by_id(str(r.other))
            posed = any(p.subject == who.id and p.kind in ("sits", "lies", "kneels") for p in self.relations)
            if who.kind == "person" and cage.archetype == "cage" and who.size[1] > 0.9 * cage.size[1] and not posed:
                self.relations.append(Relation("sits", who.id))

    def gather_on(self, decks: Sequence[str]) -> None:
        """Whoever is at no thing stands on the first of these, while there is room."""
        at = {r.subject for r in self.relations if r.kind in ("on", "inside", "sits", "lies", "flies")}
        at |= {r.other for r in self.relations if r.kind == "holds" and r.other is not None}
        at |= {r.subject for r in self.relations if r.kind == "near" and r.other and self.by_id(r.other).kind == "prop"}
        here = [e.id for e in self.company.entities if e.kind == "person" and e.id not in at]
        for deck in decks[:1]:
            upon = here[: int(self.by_id(deck).size[0])]
            together = [r for r in self.relations if r.kind == "near" and {r.subject, r.other} <= set(upon)]
            self.relations = [r for r in self.relations if r not in together]
            self.relations += [Relation("on", who, deck) for who in upon]

    def join_on_bridges(self) -> None:
        """Who meets somebody on a bridge is on it too, while there is room."""
        upon = {r.subject: r.other for r in self.relations if r.kind == "on" and r.other is not None}
        upon = {i: b for i, b in upon.items() if is_bridge(self.by_id(b).archetype, self.by_id(b).name)}
        met = [(r.subject, r.other) for r in self.relations if r.kind in ("near", "faces") and r.other is not None]
        elsewhere = {r.subject for r in self.relations if r.kind in ("on", "inside", "sits", "lies", "flies", "kneels")}
        for i, j in (*met, *((j, i) for i, j in met)):
            bridge = upon.get(i)
            if bridge is None or j in elsewhere or self.by_id(j).kind != "person":
                continue
            if len([b for b in upon.values() if b == bridge]) < int(self.by_id(bridge).size[0]):
                self.relations = [r for r in self.relations if r.kind != "near" or {r.subject, r.other} != {i, j}]
                self.relations.append(Relation("on", j, bridge))
                upon[j] = bridge
                elsewhere.add(j)

    def unlock(self) -> None:
        """What is told to be open is; and the lid of what somebody sits up in."""
        sits = {r.subject for r in self.relations if r.kind == "sits"}
        opened = {r.other for r in self.relations if r.kind == "inside" and r.subject in sits}
        prompt = self.company.prompt
        told = {i for start, ids in self.company.of_hit.items() for i in ids
                if _OPEN.search(f"{prompt[max(0, start - 12) : start]}|{prompt[start:]}")}  # fmt: skip
        self.relations += [Relation("open", e.id) for e in self.company.entities
                           if "opens" in e.traits and (e.id in told or e.id in opened)]  # fmt: skip

    def kindle(self) -> None:
        """A fire that the prompt speaks of burns, unless it has gone out; a hearth when somebody is by it. Without
        power what burns is all the light."""
        told = [(self.company.prompt[max(0, start - 24) : start], ids) for start, ids in self.company.of_hit.items()]
        named = {i for before, ids in told for i in ids
                 if self.by_id(i).archetype == "campfire" and not _OUT.search(before)}  # fmt: skip
        fires = {e.id for e in self.company.entities if e.archetype in ("campfire", "fireplace", "forge")}
        by = {r.other for r in self.relations if r.kind == "near"} | named
        kindled = {i for before, ids in told if _LIT.search(before) for i in ids if "lights" in self.by_id(i).traits}
        self.relations += [Relation("lit", e.id) for e in self.company.entities if e.id in (fires & by) | kindled]
        if POWER_CUT.search(self.company.prompt):
            for e in (e for e in self.company.entities if "lights" in e.traits):
                self.relations.append(Relation("unlit" if e.archetype in _ELECTRIC else "lit", e.id))

    def settled(self) -> tuple[Relation, ...]:
        """All relations, each once: who is held or seated is nowhere else, and who holds somebody does not turn to
        him."""
        self.relations = [self._in_one_hand(r) for r in self.relations]
        holders = {r.other: r.subject for r in self.relations if r.kind == "holds"}
        seated = {r.subject for r in self.relations if r.kind in ("sits", "lies") and r.other is not None}
        on = {(r.other, r.subject) for r in self.relations if r.kind in ("sits", "lies", "on", "inside")}
        chairs = {e.id for e in self.company.entities if e.archetype in _CHAIRS}
        sat_around = {r.other for r in self.relations if r.kind == "near" and r.subject in chairs}
        return tuple(dict.fromkeys(
            r for r in self.relations
            if (r.kind in ("holds", "lit", "unlit") or not (r.subject in holders or holders.get(r.other) == r.subject))
            and not (r.kind == "faces" and (r.other, r.subject) in on)
            and not (r.kind == "near" and ((r.subject, r.other) in on or r.subject in seated
                                           or (r.subject in sat_around and r.other in seated)))
        ))  # fmt: skip

    def _in_one_hand(self, relation: Relation) -> Relation:
        """What somebody is told to hold besides another thing is by him: one hand holds but one."""
        if relation.kind != "holds" or relation.other is None:
            return relation
        first = next(r for r in self.relations if r.kind == "holds" and r.subject == relation.subject)
        return relation if first.other == relation.other else Relation("near", relation.other, relation.subject)

    def has(self, *archetypes: str) -> bool:
        return any(e.archetype in archetypes for e in self.company.entities)

    def is_hurt(self, i: str) -> bool:
        """Whether it is said of somebody that he is wounded."""
        starts = [start for start, ids in self.company.of_hit.items() if i in ids]
        return any(_HURT.search(self.company.prompt[max(0, start - 24) : start]) for start in starts)

    def set_the_table(self) -> None:
        """Cups, plates and bottles that are nowhere are on a table where there is one, unless they have fallen."""
        table = next((e.id for e in self.company.entities if e.archetype in _TABLES), None)
        self.relations = [self._before_him(r) for r in self.relations]
        placed = {r.subject for r in self.relations if r.kind in ("on", "inside")}
        placed |= {r.other for r in self.relations if r.kind == "holds" and r.other is not None}
        told = {i: start for start, ids in self.company.of_hit.items() for i in ids}
        for e in self.company.entities if table is not None else ():
            around = self.company.prompt[max(0, told.get(e.id, 0) - 24) : told.get(e.id, 0) + 24]
            laid = _small(e) and e.kind == "prop" and _LAID_BEFORE.search(around) is not None
            cut = e.archetype == "fish" and self.company.place.name == "kitchen"
            if (laid or cut or e.archetype in _TABLEWARE) and e.id not in placed and not _FALLEN.search(around):
                self.relations = [r for r in self.relations if not (r.kind == "near" and r.subject == e.id)]
                self.relations.append(Relation("on", e.id, table))

    def _before_him(self, relation: Relation) -> Relation:
        """A small thing by somebody who sits at a table is on it."""
        if relation.kind != "near" or relation.other is None or not _small(self.by_id(relation.subject)):
            return relation
        thing, table = self.by_id(relation.subject), self._table_of(relation.other)
        return Relation("on", thing.id, table) if table is not None and thing.kind == "prop" else relation

    def by_id(self, entity_id: str) -> Entity:
        return next(e for e in self.company.entities if e.id == entity_id)

    def ids(self, start: int | None) -> list[str]:
        return [] if start is None else self.company.of_hit.get(start, [])


def _ways(entity: Entity) -> frozenset[str]:
    """What one sits at or on though it is no seat: a table, a dragon."""
    return frozenset({"seat"} if entity.archetype in _TABLES or can_be_ridden(entity) else ())


def _is_carried(entity: Entity) -> bool:
    """Whether arms can hold the living being: a child, a cat."""
    return entity.archetype == "child" or (entity.kind == "creature" and "holdable" in entity.traits)


def _small(entity: Entity) -> bool:
    return max(entity.size) < 0.7
