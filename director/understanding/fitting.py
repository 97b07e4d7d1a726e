"""Whether somebody on stage is what a word says: by name, role, sex and age, colours, or as one of several of a kind.

Knows nothing of sentences.
"""

from __future__ import annotations

import re

from director.casting.english_names import is_given_name
from director.casting.spotting import HAN
from director.lexicon.nouns import Sense, sense_of
from director.lexicon.people import Role
from director.lexicon.words import STOP_WORDS
from model.facts import is_color
from model.stage import Entity

_CSS_OF = {
    "红": "red",
    "绿": "green",
    "蓝": "blue",
    "黄": "yellow",
    "紫": "purple",
    "粉": "pink",
    "黑": "black",
    "白": "white",
    "灰": "gray",
    "棕": "brown",
    "橙": "orange",
    "golden": "yellow",
    "gold": "yellow",
    "silver": "gray",
}


def names_of(entity: Entity) -> frozenset[str]:
    """What it is called on stage, lower case, with and without its number; of 战马 also the 马 that it is."""
    name = entity.name.lower()
    plain = re.sub(r"\s*\d+$", "", name)
    head = plain[-1:] if HAN.match(plain[-1:]) and len(plain) > 1 else ""
    sense = sense_of(head) if head else None
    same = sense is not None and sense.role is None and sense.archetype == entity.archetype
    words = entity.name.split()
    proper = [w for w in words if w.isalpha() and w.isascii() and w[0].isupper()] if len(words) > 1 else []
    parts = [w.lower() for w in proper if w == words[-1] or _is_called_so(w.lower())]
    return frozenset({name, plain, *parts, *([head] if same else [])})  # Ruth, the captain and Ahab are those


def _is_called_so(word: str) -> bool:
    """Whether part of a name stands for the whole: a given name, a trade, but no "the" and no "Old"."""
    sense = sense_of(word)
    return is_given_name(word) or (sense.role is not None if sense is not None else word not in STOP_WORDS)


def are_alike(a: Entity, b: Entity) -> bool:
    """Whether two are of one kind: two guards."""
    return a.id != b.id and (a.archetype, a.look.get("role")) == (b.archetype, b.look.get("role"))


def has_role(entity: Entity, role: Role | None) -> bool:
    return role is not None and not role.generic and entity.look.get("role") == role.name


def is_such(entity: Entity, role: Role | None) -> bool:
    """Whether the entity is a man, a girl, a person ... as a word of sex and age says."""
    if role is None or not role.generic or entity.kind != "person":
        return False
    child = entity.look.get("age") == "child"
    if role.gender and entity.look.get("gender") != role.gender:
        return False
    if role.name in ("man", "woman"):
        return not child
    if role.name in ("boy", "girl", "child"):
        return child or (role.name != "child" and entity.look.get("age") == "young")
    return role.age in ("", entity.look.get("age"))


def is_called(entity: Entity, role: Role | None) -> bool:
    """Whether nothing more is known of the entity than the word says: "the man" is rather him than the detective."""
    return role is not None and entity.look.get("role") == role.name


def is_only_such(entity: Entity, word: str, sense: Sense) -> bool:
    """Whether somebody is called something else than the word, and is only of the sex and age that it tells."""
    role = sense.role
    return word not in entity.name.lower() and not is_called(entity, role) and is_such(entity, role)


def wears(entity: Entity, color: str) -> bool:
    plain = _CSS_OF.get(color, color)
    return any(is_color(entity.colors[part], plain) for part in ("top", "hair", "body") if part in entity.colors)
