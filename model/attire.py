"""What comes off people and goes on: hats, masks, glasses, coats. What they are in the hand, a look without them.

A garment is a thing only while nobody wears it; a look (`Entity.look`) has it otherwise. Knows nothing of words, and
nothing of how long it takes.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from model.catalog import CATALOG
from model.geometry import hand_offset, turn
from model.moment import Moment
from model.stage import Entity, Stage
from model.state import Action

BARE = {"hat": "none", "mask": "none", "glasses": "no"}  # a look's parts that come off, and what they are without
UNDER = {  # outfits that come off, and what is worn under them
    "coat": "casual", "raincoat": "casual", "hoodie": "casual", "suit": "casual", "tuxedo": "casual", "robe": "tunic",
    "armor": "tunic", "apron": "tunic", "scrubs": "casual", "chef": "casual",
}  # fmt: skip
_SHIRT = "#e9e4d8"  # what is under a coat, unless it was seen before
CARRIES = "carries"  # the part of a look that says where somebody carries another: "arms" or "back"
_ASIDE = 0.5  # m beside the stage, where what nobody sees is
_KIND_OF_HAT = {"cap": "cap", "beanie": "cap", "helmet": "helmet"}
_LENSES = "#26242c"
_OF_A_HAT = {"cowboy": "#8a5f3a", "straw": "#e3c272", "top_hat": "#222127"}  # that of the stuff it is made of
_CROWNS = frozenset({"crown", "tiara", "phoenix", "beaded"})
_SIZES = {"mask": (0.24, 0.26, 0.10), "glasses": (0.22, 0.08, 0.10), "outfit": (0.42, 0.14, 0.36)}
_COLORS = {"glasses": "accent", "hat": "accent", "mask": "mask", "outfit": "top"}  # which of its owner's it has


def worn(entity: Entity, part: str) -> str | None:
    """What somebody wears there that can be taken off, as a look says it."""
    value = entity.look.get(part, BARE.get(part, ""))
    return value if value in UNDER or (part in BARE and value != BARE[part]) else None


def without(entity: Entity, part: str) -> str:
    """What that part of a look is once it has been taken off."""
    return BARE[part] if part in BARE else UNDER[entity.look["outfit"]]


def garment(entity_id: str, name: str, part: str, value: str, owner: Entity | None, color: str = "") -> Entity:
    """What is worn there as a thing, of that colour, or of its owner's."""
    archetype = CATALOG["pillow" if part == "outfit" else "crown" if value in _CROWNS else "hat"]
    own = "" if owner is None or part == "glasses" else owner.colors.get(_COLORS[part], "")
    stuff = _LENSES if part == "glasses" else _OF_A_HAT.get(value, "")
    body = color or stuff or own or archetype.body
    return Entity(
        entity_id, name, "prop", archetype.name, _SIZES.get(part, archetype.size),
        {"body": body, "accent": archetype.accent}, {"part": part, "worn": value, **_kind(part, value)},
        archetype.traits,
    )  # fmt: skip


def takes_off(action: Action) -> bool:
    """Whether it is asked that something is taken off, and not put on."""
    return action.wear is not None and (action.wear[1] == BARE.get(action.wear[0]) or action.wear[1] in UNDER.values())


def _kind(part: str, value: str) -> dict[str, str]:
    kind = {"mask": "mask", "outfit": "cloth", "glasses": "glasses", "hat": _KIND_OF_HAT.get(value)}[part]
    return {} if kind is None else {"kind": kind}


def changed(stage: Stage, moment: Moment, action: Action) -> tuple[Stage, Moment]:
    """Stage and moment once `action.wear` has come about: what was taken off is in hand, what was put on no longer."""
    assert action.wear is not None
    part, value = action.wear
    if part == CARRIES:
        return _lifted(stage, moment, stage.index(action.actor or ""), stage.index(action.target or ""), value)
    row = stage.index(action.target or action.actor or "")
    thing, holder = stage.find(action.object), stage.index(action.actor or "")
    entities = list(stage.entities)
    wearer, off = entities[row], takes_off(action)
    colors = dict(wearer.colors)
    if part == "outfit":
        colors["top"] = _SHIRT if off or thing is None else entities[thing].colors["body"]
    elif part == "mask" and thing is not None and not off:
        colors["mask"] = entities[thing].colors["body"]
    entities[row] = replace(wearer, look={**wearer.look, part: value}, colors=colors)
    stage = replace(stage, entities=tuple(entities))
    return stage, moment if thing is None else _handed(stage, moment, thing, holder if off else None)


def _lifted(stage: Stage, moment: Moment, row: int, carried: int, where: str) -> tuple[Stage, Moment]:
    """Stage and moment once somebody has another in the arms or on the back."""
    entities = list(stage.entities)
    entities[row] = replace(entities[row], look={**entities[row].look, CARRIES: where})
    stage = replace(stage, entities=tuple(entities))
    supported = moment.supported_by.copy()
    supported[carried] = -1
    return stage, in_hand(stage, replace(moment, supported_by=supported), carried, row)


def _handed(stage: Stage, moment: Moment, thing: int, holder: int | None) -> Moment:
    """The moment with a thing in somebody's hand, or with nobody and nowhere."""
    present, held_by, position = moment.present.copy(), moment.held_by.copy(), moment.position.copy()
    supported, inside = moment.supported_by.copy(), moment.inside.copy()
    supported[thing] = inside[thing] = -1
    present[thing], held_by[thing] = float(holder is not None), -1 if holder is None else holder
    if holder is None:
        position[thing] = (stage.half_extent + _ASIDE, 0.0, 0.0)
    moment = replace(moment, present=present, held_by=held_by, position=position, supported_by=supported, inside=inside)
    return moment if holder is None else in_hand(stage, moment, thing, holder)


def in_hand(stage: Stage, moment: Moment, thing: int, holder: int) -> Moment:
    """The moment with the thing of one row in the hand of another."""
    x, y, z = hand_offset(stage.entities[holder], stage.entities[thing])
    x, z = turn(x, z, float(moment.heading[holder]))
    position, heading, held_by = moment.position.copy(), moment.heading.copy(), moment.held_by.copy()
    position[thing] = moment.position[holder] + np.array([x, y, z], np.float32)
    heading[thing], held_by[thing] = moment.heading[holder], holder
    return replace(moment, position=position, heading=heading, held_by=held_by)
