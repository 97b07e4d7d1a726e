"""Props: a puppet for every prop archetype of the catalogue.

Knows what each looks like and how it opens, lights, rolls and topples; knows nothing of settings, light or cameras.
"""

from __future__ import annotations

import re
import zlib

import numpy as np

from model.catalog import CATALOG
from model.kinds import kind_of_entity
from model.renderer.props import (
    bridges,
    furniture,
    gear,
    handheld,
    household,
    keepsakes,
    kinds,
    lamps,
    old_china,
    outdoors,
)
from model.renderer.props.toy import HELD_AT, Builder, Paint, fitted
from model.renderer.puppet import Puppet
from model.stage import Entity

__all__ = ["BUILDERS", "prop_puppet"]

BUILDERS: dict[str, Builder] = {
    **handheld.BUILDERS, **lamps.BUILDERS, **furniture.BUILDERS, **outdoors.BUILDERS,
    **keepsakes.BUILDERS, **gear.BUILDERS,
}  # fmt: skip

_OF_KINDS: dict[str, Builder] = {
    **kinds.BUILDERS, **bridges.BUILDERS, **household.BUILDERS, **old_china.BUILDERS,
}  # fmt: skip

# Where along its height a thing is held, when that is not near its base.
_GRIPS = {
    "bag": 0.92, "bell": 0.92, "lantern": 0.95, "shield": 0.5, "bow": 0.5, "staff": 0.5, "guitar": 0.5, "pillow": 0.5,
    "handbag": 0.95, "suitcase": 0.97, "briefcase": 0.95, "wine_glass": 0.32, "trophy": 0.5, "microphone": 0.35,
    "umbrella": 0.06,
}  # fmt: skip

EYES = 1.75  # m above the floor: the middle of what hangs on a wall


def prop_puppet(entity: Entity) -> Puppet:
    """The puppet of a prop, filling the entity's size exactly, on the floor or, if it hangs, at the height of eyes.

    Its `body` and `accent` colours override the catalogue's; its name, English or Chinese, chooses among kinds (an axe
    is a hammer with another head). Raises ValueError for an archetype that is no prop.
    """
    if entity.archetype not in BUILDERS:
        raise ValueError(f"no prop archetype {entity.archetype!r}")
    usual, kind = CATALOG[entity.archetype], kind_of_entity(entity)
    called = f"{entity.name} {kind.name}" if kind else entity.name
    paint = Paint(
        body=entity.colors.get("body", usual.body),
        accent=entity.colors.get("accent", usual.accent),
        words=frozenset(re.findall(r"[a-z]+", called.lower())),
        rng=np.random.default_rng(zlib.crc32(f"{entity.id} {entity.name}".encode())),
    )
    lift = max(0.0, EYES - entity.size[1] / 2) if "hangs" in entity.traits else 0.0
    builder = (_OF_KINDS.get(kind.name) if kind else None) or BUILDERS[entity.archetype]
    return fitted(builder(paint), entity.size, lift, _GRIPS.get(entity.archetype, HELD_AT))
