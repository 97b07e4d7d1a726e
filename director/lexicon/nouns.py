
"""What a noun means on our stage: which role or archetype, and whether it only stands in for something else.

Knows nothing of sentences or of who is on stage.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from director.lexicon.people import GROUPS, Role, roles
from director.lexicon.things import ALSO, STAGED_AS
from model.catalog import CATALOG
from model.kinds import KINDS, kind_of

_IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "people": "person", "wolves": "wolf", "knives": "knife",
    "thieves": "thief", "mice": "mouse", "geese": "goose", "sheep": "sheep", "policemen": "policeman",
    "gentlemen": "gentleman", "firemen": "fireman", "fishermen": "fisherman", "wives": "wife", "oxen": "ox",
    "elves": "elf", "dwarves": "dwarf", "leaves": "leaf", "witches": "witch", "heroes": "hero", "ladies": "lady",
    "shelves": "shelf", "old men": "old man", "young men": "young man", "old women": "old woman",
    "passers-by": "passer-by", "townsfolk": "townsman", "folk": "person", "folks": "person", "passersby": "passerby",
    "young women": "young woman", "swordsmen": "swordsman", "businessmen": "businessman",
}  # fmt: skip
_PLURAL_ONLY = frozenset({"stairs", "steps", "canvas", "bleachers", "scrubs", "glass", "grass", "boss", "princess",
                          "waitress", "actress", "goddess", "cyclops", "dress", "police", "santa claus", "bus",
                          "compass", "duchess", "heiress", "abyss", "enchantress", "sorceress",
                          "shepherdess"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sense:
    """`role` is set for people; `stands_in` says the archetype is not the very thing the word names; `members` are the
    roles of a word that means several people."""

    archetype: str
    role: Role | None = None
    stands_in: bool = False
    members: tuple[Role, ...] = ()

    @property
    def kind(self) -> str:
        return CATALOG[self.archetype].kind


def staged_as(word: str, sense: Sense) -> str | None:
    """The name of what stands in for a thing or creature of that name, None where it is shown as what it is."""
    own = not sense.stands_in or kind_of(sense.archetype, word) is not None
    return None if own else CATALOG[sense.archetype].en[0]


@cache
def senses() -> dict[str, Sense]:
    """Every noun we know, lower case, to its sense. People come before things, the catalogue before other names; a kind
    of thing has its own looks and is yet not the thing that its archetype is named after."""
    table = {word: Sense(archetype, stands_in=True) for word, archetype in STAGED_AS.items()}
    table |= {word: Sense(archetype) for word, archetype in ALSO.items()}
    for kind in KINDS:
        others = (word for word in (*kind.en, *kind.zh) if word not in table or table[word].archetype != kind.archetype)
        table |= {word: Sense(kind.archetype, stands_in=True) for word in others}
    for archetype in CATALOG.values():
        if archetype.kind != "person":
            table |= {word.lower(): Sense(archetype.name) for word in (*archetype.en, *archetype.zh)}
    for role in roles().values():
        table |= {word.lower(): somebody(role) for word in (*role.en, *role.zh)}
    for word, names in GROUPS.items():
        members = tuple(roles()[name] for name in names)
        table[word] = Sense("adult", members[0], members=members)
    return table


def somebody(role: Role) -> Sense:
    """Somebody in that role, in a child's body or a grown one's."""
    return Sense("child" if role.age == "child" else "adult", role)


def singular(word: str) -> str:
    """The singular of an English noun or noun phrase; a singular stays as it is."""
    word = word.lower()
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    head, _, last = word.rpartition(" ")
    if head:
        return f"{head} {singular(last)}"
    if word.endswith("men") and f"{word[:-3]}man" in senses():
        return f"{word[:-3]}man"
    if word.endswith("us") and word[:-1] not in senses():
        return word  # octopus
    if word in _PLURAL_ONLY or not word.endswith("s") or word.endswith("ss") or len(word) < 4:
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-1] if word[:-1] in senses() else word[:-3] + "y"
    if word.endswith("oes") and word[:-2] in senses():
        return word[:-2]  # tomatoes
    if word.endswith("ses") and word[:-2] in senses():
        return word[:-2]  # walruses
    if word.endswith(("shes", "ches", "xes", "sses")):
        return word[:-2]
    return word[:-1]


def is_plural(word: str) -> bool:
    """Whether an English noun is in the plural. ("Stairs" is not: there is one of them.)"""
    return singular(word) != word.lower()


def sense_of(word: str) -> Sense | None:
    """The sense of a noun in either number, or None when we do not know it."""
    table = senses()
    found = table.get(word.lower()) or table.get(singular(word))
    if found is None and word.lower().endswith("-in-law"):
        return table.get(word.lower().removesuffix("-in-law"))
    if found is None and (prefix := _PREFIXES.match(word.lower())):
        return table.get(word[prefix.end() :].lower()) or table.get(singular(word[prefix.end() :]))
    return found


_PREFIXES = re.compile(r"(?:arch|vice|ex|fore|under|over|co|sub|step|great|half|non|super)-?(?=[a-z]{4})")
