"""What one would not ask of somebody of that age or kinship: an old woman climbs no table, a child draws no sword.

Questions about entities as they are cast. Knows no ideas, no words and no moment.
"""

from __future__ import annotations

from director.lexicon.people import KIN
from model.stage import Entity

ARMS = frozenset({"sword", "knife", "dagger", "axe", "bow", "spear", "staff", "gun", "stick", "hammer"})
_NOT_FOR_CHILDREN = ARMS | {"bottle", "wine_glass", "medicine"}
# What neither a child nor somebody old does, and what is done to neither.
_NOT_BY = {
    "child": frozenset("attack push topple shake_hands shield kneel fall".split()),
    "old": frozenset("climb run jump kneel push topple chase dance".split()),
}
_NOT_TO = frozenset("attack kick push chase throw point".split())
_TOYS = frozenset({"ball", "apple", "flower", "fish"})  # what may be thrown to a child


def is_child(entity: Entity | None) -> bool:
    return entity is not None and entity.look.get("age") == "child"


def is_old(entity: Entity | None) -> bool:
    return entity is not None and entity.look.get("age") == "old"


def is_unseemly(verb: str, actor: Entity | None, target: Entity | None, thing: Entity | None, armed: bool) -> bool:
    """Whether one would rather not see it. `armed` is the target: who holds a weapon is spared nothing."""
    age = "" if actor is None else actor.look.get("age", "")
    if verb in _NOT_BY.get(age, ()):
        return True
    handled = {e.archetype for e in (target, thing) if e is not None and e.kind == "prop"}
    if (is_child(actor) or is_child(target)) and handled & _NOT_FOR_CHILDREN:
        return True
    gently = verb == "throw" and thing is not None and thing.archetype in _TOYS
    return verb in _NOT_TO and not gently and not armed and (is_child(target) or is_old(target))


def could_be_lovers(one: Entity, other: Entity) -> bool:
    """Whether two are grown, of much the same age and not called each other's kin."""
    ages = [e.look.get("age") for e in (one, other)]
    related = any(e.look.get("role") in KIN - {"wife", "husband"} for e in (one, other))
    return "child" not in ages and not related and (ages[0] == "old") == (ages[1] == "old")
