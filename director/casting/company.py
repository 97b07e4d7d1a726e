"""Who and what comes on stage: the nouns of a prompt become entities, in their looks, each of them once.

Knows nothing of where they stand or of what they do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

import numpy as np

from director.casting.descriptions import is_new, said_of
from director.casting.hits import Hit, is_chinese
from director.casting.wardrobe import Description, dress, tells_outfit
from director.lexicon.custom import HORSE_DRAWN, OLD_WEST
from director.lexicon.nouns import Sense, sense_of, staged_as
from director.lexicon.people import KIN, Role, roles
from director.lexicon.words import CLASSIFIERS
from model.catalog import CATALOG
from model.kinds import archetype_named, kind_named, kind_of
from model.settings import Setting
from model.stage import Entity

MOST_ENTITIES = 16
# A captain is another in each place: (setting, role) -> role.
_AT_WORK = {("spaceship", "soldier"): "pilot", ("spaceship", "sailor"): "pilot", ("ship deck", "soldier"): "sailor",
            ("park", "soldier"): "athlete"}  # fmt: skip
# Within doors a fire that one is at is in its place.
_HEARTH = re.compile(
    r"\b(?:by|beside|near|around|round|before|in front of|at) (?:the|a) (?:[\w-]+ )?fire$|[围烤生][着坐]?火堆?$", re.I
)
# The one that there is in such a place anyway, 桌上: where people meet or work.
_PLAIN_TABLE = re.compile(r".*(?:\bthe table|(?:^|[^\u3400-\u9fff一张]|[在到把将向往从])桌子?)")
_HOUSES = ("house", "bell_tower", "lighthouse")
_TABLES = ("conference_table", "desk")
# Who is no child where people are in love.
_IN_LOVE = {
    **dict.fromkeys(("girl", "女孩", "女孩子"), "young woman"),
    **dict.fromkeys(("boy", "男孩", "男孩子"), "young man"),
}
# And who is none where the parent is old.
_OF_A_PARENT = {
    **dict.fromkeys(("daughter", "女儿", "闺女"), "young woman"), **dict.fromkeys(("son", "儿子"), "young man"),
}  # fmt: skip
_LITTLE_ONES = frozenset("brother sister 弟弟 妹妹".split())  # of a child
_SMALL = frozenset("little young small newborn baby 小 年幼 年幼的 幼小".split())
_ELDER = frozenset("older elder big grown adult teenage".split())
_LOVERS = re.compile(r"小?情侣|恋人们?|couple|lovers|sweethearts", re.I)
_OF_A_COUPLE = frozenset({"man", "woman", "young man", "young woman"})
_ROMANCE = re.compile(
    r"[前男女]友|前任|求婚|[告表]白|约会|相亲|分手|[接亲]吻|初恋|暗恋|恋人|情侣|失恋"
    r"|\b(?:boyfriend|girlfriend|kiss\w*|propos\w+|breaks? up|first date|blind date|lovers?)\b",
    re.I,
)
_TELLING = frozenset({"old", "young", "little"})
_HAND_SIZED = {"painting": "letter", "lamp": "lantern", "sign": "letter", "mirror": "plate"}
_MASKED_BALL = re.compile(
    r"\bmask(?:ed|s) (?:ball|party|dance)|\bmasquerade\b(?! mask)|(?:假面|化装|面具|蒙面)舞会", re.I
)
_OF_A_BALL = ("#2b2530", "#7a2f3a", "#2f4a7a", "#f4f0ea", "#5a2a86", "#2f6a58")
# Chinese has no articles: by these words alone somebody is meant who has been spoken of, if anybody fits.
_PLAINLY = re.compile(r"少年|少女|[男女]孩|[男女]人|[男女]子|[男女]生|婴儿|孩子|小孩|老人|老者|姑娘|青年|汉子")
_CROWD = re.compile(r"(?:宾|来|食|游|顾|乘|旅|看|贵)客|客人|来宾|嘉宾|观众|看客|路人|行人|亲友|吊唁者?|.*[们众]")
_ONE_OF_THEM = re.compile(r"(?:其实|竟然?|居然|正|就|原来)?是(?:一[个名位]|[他她]|[^，。]{0,8}的)")  # 乘客是他的前妻
_CAB = re.compile(r"出租车|的士|网约车|计程车|黄包车|人力车")
_IN_THEIR_HANDS = re.compile(
    r"\b(?:with|holding|carrying|(?:exchang|swap|brandish|wield|wav|clutch)\w*)\s+(?:\w+\s+)?$"
)
_COURT = re.compile(r"满朝文武|文武百官|满朝大臣|文武大臣|百官|群臣|众臣")
_FEW = 4  # of whom each counts
_CROWDED = frozenset({"guest", "widower"})  # of whom there are rather three than two


def role_names(line: str) -> list[str]:
    """The roles a line lists; some are two words ("old man")."""
    words, names = line.split(), []
    while words:
        n = 2 if " ".join(words[:2]) in roles() else 1
        names.append(" ".join(words[:n]))
        words = words[n:]
    return names


def _stands(archetype: str) -> bool:
    """Whether several of a thing are seen as several: torches and trees, but no books in a pile, nor the windows of the
    set."""
    alone = {"holdable", "lights"} & CATALOG[archetype].traits == {"holdable"}
    return not alone and archetype not in ("window", "door", "cage")


class Company:
    """Entities as they are cast, one hit after the other."""

    def __init__(self, prompt: str, place: Setting, era: str, rng: np.random.Generator, hits: Sequence[Hit]) -> None:
        self.prompt, self.place, self.era, self.rng = prompt, place, era, rng
        self.entities: list[Entity] = []
        self.notes: list[str] = []
        self.of_hit: dict[int, list[str]] = {}  # start of a hit -> ids
        self._words: dict[str, list[str]] = {}  # what it was called -> ids
        self._left_out: list[str] = []
        self._couple: list[str] = []  # a man and a woman in love who were spoken of in one word
        self._furniture: set[str] = set()  # of the place, that no word asks for
        self._said = said_of(prompt, hits)
        self._hits = hits
        self._at_arms = any(h.sense and h.sense.role and h.sense.role.name == "soldier" for h in hits)

    def add(self, hit: Hit) -> None:
        """Cast what the hit speaks of, or find that it is already here."""
        sense = hit.sense
        assert sense is not None
        if (role := _AT_WORK.get((self.place.name, sense.role.name if sense.role else ""))) and hit.count == 1:
            sense = replace(sense, role=roles()[role])
        if hit.word.endswith("班长") and self._at_arms:
            sense = replace(sense, role=roles()["soldier"])
        if sense.archetype == "car" and self.era != "modern" and HORSE_DRAWN.search(hit.word):
            sense = replace(sense, archetype="cart")
        hearth = self.place.furnished and _HEARTH.search(self.prompt[: hit.start] + hit.word) is not None
        if sense.archetype == "campfire" and hearth:
            sense = replace(sense, archetype="fireplace", stands_in=False)
        if sense.archetype == "table" and _PLAIN_TABLE.fullmatch(self.prompt[: hit.start][-4:] + hit.word):
            sense = replace(sense, archetype=next((a for a in self.place.furniture if a in _TABLES), "table"))
        called = hit.title.lower() if hit.given else hit.word.lower()
        if called in _IN_LOVE and not hit.before and (self._couple or _ROMANCE.search(self.prompt)):
            sense = replace(sense, archetype="adult", role=roles()[_IN_LOVE[called]])
        old = any(e.look.get("age") == "old" for e in self.entities)
        if called in _OF_A_PARENT and old and not set(hit.before) & _SMALL:
            sense = replace(sense, archetype="adult", role=roles()[_OF_A_PARENT[called]])
        others = [e for e in self.entities if e.kind == "person"]
        little = called in _LITTLE_ONES and not set(hit.before) & _ELDER and others and others[-1].archetype == "child"
        if little and sense.role is not None:
            sense = replace(sense, archetype="child", role=roles()["girl" if sense.role.gender == "f" else "boy"])
        raised = sense.archetype == "stairs" and "throne" in self.place.furniture
        if raised and self.prompt[: hit.start].endswith(("坐", "坐在", "坐于")):
            sense = replace(sense, archetype="throne")  # 端坐高台
        sense = self._of_their_kind(hit, _in_the_flesh(hit, sense))
        if known := self._known(hit, sense):
            self.of_hit |= dict.fromkeys((hit.start, *hit.also), known)
            return
        house = next((e.id for e in reversed(self.entities) if e.archetype in _HOUSES), None)
        if sense.archetype == "window" and house is not None:
            self.of_hit[hit.start] = [house]  # one of its windows
            return
        if hit.possessive and not hit.given and not _is_by_its_owner(self.prompt, hit):
            return
        if _GONE.search(self.prompt[: hit.start]):
            return
        said = self._said.get(hit.start, Description())
        count = self._with_room_for_others(self._count(hit, sense), hit)
        base = self._base_name(hit, said)
        names = [base] if count == 1 else [self._numbered(base, i + 1) for i in range(count)]
        roles_of = sense.members or (sense.role,)
        members = [roles_of[i % len(roles_of)] for i in range(count)]
        era = "modern" if _comes_from_our_days(self.prompt, hit) else self.era
        ids = [self._enter(name, _as(sense, role), _as_member(said, sense, role), era)
               for name, role in zip(names, members, strict=True)]  # fmt: skip
        here = [i for i in ids if i is not None]
        self._couple += here if _LOVERS.fullmatch(hit.word) else []
        self.of_hit |= dict.fromkeys((hit.start, *hit.also), here)
        for word in {hit.word.lower(), hit.title.lower()} - {""}:
            self._words.setdefault(word, []).extend(here)
        called = hit.title or hit.word
        if here and (other := staged_as(called, sense)):
            self.notes.append(f"{called} is staged as {other}.")

    def _of_their_kind(self, hit: Hit, sense: Sense) -> Sense:
        """An animal's mother is an animal: 狐狸的母亲, the fox's mother."""
        if sense.role is None or sense.role.name not in KIN:
            return sense
        beasts = {e.archetype: e for e in self.entities if e.kind == "creature"}
        told = _WHOSE.search(self.prompt[: hit.start])
        owner = sense_of(told[1] or told[2]) if told else None
        return owner if owner is not None and owner.archetype in beasts else sense

    def _with_room_for_others(self, count: int, hit: Hit) -> int:
        """So many of a crowd as leave room for those of whom the prompt goes on to speak."""
        if count <= _FEW:
            return count
        later = len({h.word.lower() for h in self._hits if h.start > hit.start})
        kept = max(_FEW, min(count, MOST_ENTITIES - len(self.entities) - later))
        self._left_out += [hit.word] * (count - kept)
        return kept

    def _count(self, hit: Hit, sense: Sense) -> int:
        if hit.count > 1:
            return hit.count
        if sense.members:
            return len(sense.members)
        if hit.plural and sense.kind == "prop":
            return max(self._carried(hit), 2 if _stands(sense.archetype) else 1)
        crowded = sense.role is not None and sense.role.name in _CROWDED
        crowd = _CROWD if crowded else _COURT
        alone = _ONE_OF_THEM.match(self.prompt, hit.end) or (hit.word == "乘客" and _CAB.search(self.prompt))
        if crowd.fullmatch(hit.word) and not alone and not re.search(rf"[{CLASSIFIERS}]$", self.prompt[: hit.start]):
            return 3
        if not hit.plural:
            return 1
        return 3 if crowded else 2

    def invite(self, names: Sequence[str], why: str) -> list[str]:
        """People whom the prompt leaves out, by their roles; their ids. `why` is what they suit."""
        chinese = is_chinese(self.prompt)
        ids: list[str | None] = []
        for name in names:
            role = roles()[name]
            same = names.count(name) > 1
            called = role.zh[0] if chinese else role.en[0]
            called = self._numbered(called, names[: len(ids)].count(name) + 1) if same else called
            ids.append(self._enter(called, _as(Sense("adult"), role), Description()))
        here = [i for i in ids if i is not None]
        if here:
            who = ", ".join(e.name for e in self.entities if e.id in here)
            self.notes.append(f"Not named in the prompt, chosen to suit {why}: {who}.")
        return here

    def provide(self, archetypes: Iterable[str], limit: int = MOST_ENTITIES) -> None:
        """Things that belong here, by their archetypes or kinds, as often as named, unless they are there already."""
        wanted: Counter[str] = Counter()
        for archetype in map(self.in_its_time, archetypes):
            wanted[archetype] += 1
            there = sum(_does_for(e, archetype) for e in self.entities)
            if len(self.entities) < limit and there < wanted[archetype]:
                self._enter(self._called(archetype), Sense(archetype_named(archetype)), Description())

    def in_its_time(self, archetype: str) -> str:
        """What those of the old West fight with is no sword."""
        old_west = self.place.name == "frontier town" or OLD_WEST.search(self.prompt)
        return "gun" if archetype == "sword" and old_west else archetype

    def bring(self, archetype: str, used: Collection[str] | None = None) -> str | None:
        """One more thing, of an archetype or a kind of one, where there is room for it; its id. If there is none, it
        stands instead of furniture of the place that is not among the `used` things, when these are given."""
        if len(self.entities) >= MOST_ENTITIES and used is not None:
            return self._instead(archetype, used)
        before = len(self._left_out)
        entity_id = self._enter(self._called(archetype), Sense(archetype_named(archetype)), Description())
        del self._left_out[before:]
        return entity_id

    def _instead(self, archetype: str, used: Collection[str]) -> str | None:
        spare = [row for row, e in enumerate(self.entities) if e.id in self._furniture and e.id not in used]
        if not spare:
            return None
        entity_id = self.entities[spare[-1]].id
        name = self._unlike(self._called(archetype), (e for e in self.entities if e.id != entity_id))
        self.entities[spare[-1]] = dress(
            entity_id, name, archetype_named(archetype), None, Description(), era=self.era, rng=self.rng
        )
        self._furniture.discard(entity_id)
        return entity_id

    def furnish(self) -> None:
        """The furniture of the place."""
        there = len(self.entities)
        self.provide(self.place.furniture)
        self._furniture = {e.id for e in self.entities[there:]}

    def add_another(self, entity: Entity) -> str | None:
        """One more thing of the same kind and looks, where there is room for it; its id."""
        before = len(self._left_out)
        name = re.sub(r"\s*\d+$", "", entity.name)
        entity_id = self._enter(name, Sense(entity.archetype), Description())
        del self._left_out[before:]
        if entity_id is not None:
            self.entities[-1] = replace(self.entities[-1], colors=entity.colors, size=entity.size)
        return entity_id

    def in_hand(self, entity_id: str) -> bool:
        """Whether a hand can hold the thing, if need be as a small one of its kind: a portrait, a lamp."""
        row = next(i for i, e in enumerate(self.entities) if e.id == entity_id)
        entity = self.entities[row]
        if "holdable" in entity.traits:
            return True
        if (small := _HAND_SIZED.get(entity.archetype)) is None:
            return False
        kind = CATALOG[small]
        self.entities[row] = replace(entity, archetype=small, size=kind.size, traits=kind.traits)
        return True

    def close(self) -> None:
        """Say who found no room."""
        if self._left_out:
            kinds = ", ".join(dict.fromkeys(re.sub(r"\s*\d+$", "", name) for name in self._left_out))
            self.notes.append(f"The stage holds {MOST_ENTITIES}; {len(self._left_out)} more were left out: {kinds}.")

    def _enter(self, name: str, sense: Sense, said: Description, era: str = "") -> str | None:
        if len(self.entities) >= MOST_ENTITIES:
            self._left_out.append(name)
            return None
        entity_id = f"e{len(self.entities) + 1}"
        unique = self._unlike(name, self.entities)
        worn = {e.colors["top"] for e in self.entities if "top" in e.colors}
        entity = dress(
            entity_id, unique, sense.archetype, sense.role, said, era=era or self.era, rng=self.rng, worn=worn,
            formal=self.place.name == "ballroom",
        )  # fmt: skip
        dressed = self._in_the_old_west(self._on_another_world(self._at_school(entity, said), said), said)
        self.entities.append(self._at_a_masked_ball(dressed))
        return entity_id

    def _at_a_masked_ball(self, entity: Entity) -> Entity:
        """Everybody there wears a mask, of one colour or another."""
        if entity.kind != "person" or "mask" in entity.look or not _MASKED_BALL.search(self.prompt):
            return entity
        color = str(self.rng.choice(_OF_A_BALL))
        return replace(entity, look={**entity.look, "mask": "half"}, colors={**entity.colors, "mask": color})

    def _at_school(self, entity: Entity, said: Description) -> Entity:
        """The young wear uniform in a classroom, unless the author dresses them."""
        look = entity.look
        young = look.get("age") in ("young", "child") and look.get("outfit") == "casual"
        if not young or self.place.name != "classroom" or tells_outfit(said):
            return entity
        return replace(entity, look={**look, "outfit": "school"})

    def _on_another_world(self, entity: Entity, said: Description) -> Entity:
        """Where there is nothing to breathe people of our time wear space suits and helmets."""
        if entity.kind != "person" or self.place.name not in ("moon", "red planet"):
            return entity
        plain = entity.look["outfit"] in ("casual", "suit", "scrubs", "soldier") and not tells_outfit(said)
        if not plain and entity.look["outfit"] != "spacesuit":
            return entity
        return replace(entity, look={**entity.look, "outfit": "spacesuit", "hat": "space_helmet"})

    def _in_the_old_west(self, entity: Entity, said: Description) -> Entity:
        """In a town of the West nobody wears what we do, and most men have a hat on."""
        look, worn = entity.look, entity.look.get("outfit")
        of_today = worn in ("casual", "hoodie", "suit", "police")
        if self.place.name != "frontier town" or not of_today or tells_outfit(said):
            return entity
        if worn == "police":
            return replace(entity, look={**look, "outfit": "sheriff", "hat": "cowboy"})
        if look["gender"] == "f" or look["age"] == "child":
            return replace(entity, look={**look, "outfit": "peasant"})
        hat = "cowboy" if look["hat"] == "none" and self.rng.random() < 0.7 else look["hat"]
        return replace(entity, look={**look, "outfit": "frontier", "hat": hat})

    def _known(self, hit: Hit, sense: Sense) -> list[str]:
        """Ids of those already cast whom the hit speaks of again."""
        modal = re.search(r"\b(?:player|you|audience|玩家|你)\b[^.。]*$|玩家[^。]*$", self.prompt[: hit.start], re.I)
        if hit.count > 1 or (is_new(self.prompt, hit) and not modal):
            return []
        if same := self._words.get(hit.word.lower()):
            return same
        if hit.definite and sense.role is None:
            same_kind = [
                e.id
                for e in self.entities
                if e.archetype == sense.archetype
                and (e.name.lower().endswith(hit.word.lower()) or e.name.lower().startswith(f"{hit.word.lower()} of "))
            ]
            if same_kind:
                return same_kind[-1:]
        if sense.role is not None and sense.role.name in _OF_A_COUPLE and (hit.definite or is_chinese(hit.word)):
            pair = [e.id for e in self.entities if e.id in self._couple and e.look["gender"] == sense.role.gender]
            if pair and not hit.before:
                return pair[-1:]  # 一对情侣……女孩
        bare = _PLAINLY.fullmatch(hit.word) and not hit.before and not hit.plural and not hit.given
        if (hit.definite or bare) and sense.role is not None and sense.role.generic and not sense.members:
            fits = [e.id for e in self.entities if e.kind == "person" and _fits(e, sense.role, loosely=bool(bare))]
            return [i for i in fits if not (bare and (self._acts_on(i, hit) or self._is_grown(i, hit)))][-1:]
        if sense.kind == "creature" and is_chinese(hit.word) and not (hit.before or hit.plural):
            return [e.id for e in self.entities if e.kind == "creature" and e.name.endswith(hit.word)][-1:]
        if hit.given and (near := self._called_so(hit.word)):
            return near
        if sense.kind == "prop" and is_chinese(hit.word) and not (hit.before or hit.plural):
            return [e.id for e in self.entities if e.archetype == sense.archetype and e.name.endswith(hit.word)][-1:]
        return []

    def _acts_on(self, i: str, hit: Hit) -> bool:
        """Whether he was spoken of in the same clause, so that another is meant: 护士抱着婴儿."""
        since = self.prompt[max(start for start, ids in self.of_hit.items() if i in ids) : hit.start]
        joined = any(e.id == i and e.name == since for e in self.entities)  # 丁香姑娘
        return not joined and re.search(r"[，。；：！？]", since) is None

    def _is_grown(self, i: str, hit: Hit) -> bool:
        """Whether he is too old to be called so: a husband is no 孩子, and nobody but a baby a 婴儿."""
        entity = next(e for e in self.entities if e.id == i)
        if entity.archetype == "child" or not re.search(r"婴儿|孩", hit.word):
            return False
        return hit.word == "婴儿" or not (roles()[entity.look["role"]].generic or entity.look["role"] == "student")

    def _called_so(self, name: str) -> list[str]:
        """Marcus is Marcus Reed, Henderson is Mr. Henderson."""
        own = set(name.lower().split())
        return [e.id for e in self.entities if own < set(e.name.lower().split())][:1]

    def _carried(self, hit: Hit) -> int:
        """ "Three robbers with guns" have three."""
        bearers = next((ids for start, ids in sorted(self.of_hit.items(), reverse=True) if start < hit.start), [])
        together = _IN_THEIR_HANDS.search(self.prompt[: hit.start])
        return min(len(bearers), 4) if together and bearers else 1

    def _base_name(self, hit: Hit, said: Description) -> str:
        if hit.given:
            return hit.word
        taken = {e.name.lower() for e in self.entities}
        telling = [w for w in hit.before if w.isascii() and (w in _TELLING or _is_being(w))]
        name = " ".join([*telling, hit.word]) if telling and hit.word.isascii() else hit.word.removesuffix("们")
        words = [w for w in said.words if len(w) < 12]
        if name.lower() in taken and words:
            short = words[0] if len(words[0]) > 4 else words[0].removesuffix("的")
            name = f"{words[0]} {hit.word}" if hit.word.isascii() else f"{short}{hit.word}"
        return name

    def _called(self, archetype: str) -> str:
        """What such a thing is called in the author's language."""
        kind = kind_named(archetype) or CATALOG[archetype]
        return kind.zh[0] if is_chinese(self.prompt) else kind.en[0]

    def _unlike(self, name: str, others: Iterable[Entity]) -> str:
        """The name, numbered where another has it."""
        taken, unique, n = {e.name.lower() for e in others}, name, 2
        while unique.lower() in taken:
            unique, n = self._numbered(name, n), n + 1
        return unique

    def _numbered(self, name: str, n: int) -> str:
        return f"{name} {n}" if name.isascii() else f"{name}{n}"


def _as(sense: Sense, role: Role | None) -> Sense:
    if role is None:
        return sense
    return replace(sense, archetype="child" if role.age == "child" else "adult", role=role, members=())


def _as_member(said: Description, sense: Sense, role: Role | None) -> Description:
    """Of a couple each is he or she as the role says."""
    return replace(said, gender=role.gender) if sense.members and role is not None and role.gender else said


def _does_for(entity: Entity, archetype: str) -> bool:
    """Whether with it there is such a thing already: a bar is a table, a cigarette no candle."""
    kind, wanted = kind_of(entity.archetype, entity.name), kind_named(archetype)
    return entity.archetype == archetype_named(archetype) and (wanted is not None or kind is None or kind.size is None)


def _is_being(word: str) -> bool:
    """Whether a describing word is itself somebody: a goblin merchant, a robot butler."""
    sense = sense_of(word)
    return sense is not None and sense.kind != "prop" and not (sense.role is not None and sense.role.generic)


# Of whom an animal before the word only says what he does with it: a horse trainer, a dragon rider.
_HANDLERS = re.compile(
    r"(?:rider|trainer|tamer|hunter|slayer|walker|farmer|seller|keeper|breeder|catcher|charmer|whisperer|merchant|trader|burglar"
    r"|dealer|lover|lady|woman|man|herd|monger|owner|doctor|handler|master|thief|vet|fighter|driver|girl|boy)s?$"
    r"|[贩农夫户商人师客手汉]$"
)


def _in_the_flesh(hit: Hit, sense: Sense) -> Sense:
    """A robot butler and a 狐狸书生 are a robot and a fox."""
    animal = next((s for w in hit.before[-1:] if (s := sense_of(w)) is not None and s.kind == "creature"), None)
    bodiless = hit.given and animal is not None and animal.archetype not in ("robot", "ghost")  # android butler Seb
    if animal is None or sense.role is None or bodiless or _HANDLERS.search(hit.title or hit.word):
        return sense
    return replace(animal, stands_in=animal.stands_in)


def _fits(entity: Entity, role: Role, *, loosely: bool = False) -> bool:
    """Whether somebody may be called so; `loosely`, a youth is a boy, too."""
    same_sex = not role.gender or entity.look.get("gender") == role.gender
    ages = {"child", "young"} if loosely and role.age in ("child", "young") else {role.age}
    return same_sex and (role.age in ("", "adult") or entity.look.get("age") in ages)


_TIME_TRAVEL = re.compile(
    r"[^，。；]{0,6}(?:穿越|魂穿)|[^,.;]{0,40}\b(?:time[- ]?travel|travel\w* (?:back )?(?:in|through) time"
    r"|(?:transported|sent|thrown|whisked) (?:back )?(?:in time |through time )?to)\b", re.I
)
_OUR_DAYS = re.compile(r"\bmodern\b|time[- ]travel|现代|穿越", re.I)


def _comes_from_our_days(prompt: str, hit: Hit) -> bool:
    """Whether somebody is told to come from today to another time, in the clothes of today."""
    return any(map(_OUR_DAYS.search, hit.before)) or _TIME_TRAVEL.match(prompt, hit.end) is not None


_HIS_KIN = re.compile(
    r"\s+(?:[a-z]+ )?(?:sons?|daughters?|wife|husband|mother|father|brothers?|sisters?|widow|niece|nephew"
    r"|child|children)\b"
)
_WHOSE = re.compile(r"([\u3400-\u9fff]{1,2})的$|\b([a-z]+)['’]s (?:[a-z]+ )?$", re.I)
_AT_HAND = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}(?:hands?|arms?|shoulders?|head|hair|face|cheeks?|feet|lap|side|back|bed|bedside|wheelchair|stretcher"
    r"|sickbed|deathbed|neck|throat|eyes|chest|grip|embrace|body|corpse)\b",
    re.I,
)


_GONE = re.compile(
    r"\b(?:killed|murdered|betrayed|slew|executed|poisoned|abandoned|stole|married|raised|loved|framed|destroyed)"
    r" (?:his|her|their|my)(?: late| dead| own| entire)? $"
    r"|\b(?:lost|buried|misses|missing|mourns|avenge|remembers|without) (?:his|her|their)(?: late| dead)? $"
    r"|\b(?:ghost|spirit|photo|photograph|portrait|picture|statue|painting|memory|memories|grave|tomb|voice|death|drawing)"
    r" of (?:his|her|their|an?|the)(?: \w+)? $|(?:失去了?|悼念|思念|(?:杀|害)(?:了|死|死了)(?:[他她]|自己)?的?)$",
    re.I,
)
_CLOTHES = re.compile(r"\s+(?:[\w-]+\s+)?(?:dress|gown|suit|shirt|jacket|coat|sleeve|collar|veil|skirt|tie)\b", re.I)
_OF_A_TRADE = re.compile(
    r"\s*[,.;:]|\s+(?:[\w-]+\s+)?(?:shop|house|office|cottage|workshop|lab|study|court|tent|costume|uniform|outfit|hat|coat|dress|robes?"
    r"|palace|hall|hut|tower|chamber|quarters|lair)\b",
    re.I,
)


def _is_by_its_owner(prompt: str, hit: Hit) -> bool:
    """Whether what belongs to somebody shows that he is here too: her son's hospital bed, a merchant's purse; not her
    grandmother's cottage."""
    if _AT_HAND.match(prompt[hit.end :]):
        return True
    if _HIS_KIN.match(prompt, hit.end):
        return False  # a fisherman's son
    if re.search(r"\bthe (?:[\w-]+ )?$", prompt[: hit.start]) and _CLOTHES.match(prompt[hit.end :]):
        return True  # wine on the bride's dress
    unknown = re.search(r"\ban?\s+(?:[\w-]+\s+){0,2}$", prompt[: hit.start])
    person = hit.sense is not None and hit.sense.kind == "person"
    return bool(unknown and person and not _OF_A_TRADE.match(prompt[hit.end :]))
