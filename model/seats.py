"""How high one sits on a thing: plain numbers that the world and the renderer's props agree on.

Knows nothing of meshes or of poses. Heights hold for the catalogue's size and grow with the entity's own.
"""

from __future__ import annotations

from dataclasses import replace

from model.catalog import CATALOG, Archetype
from model.kinds import kind_of_entity
from model.stage import Entity

SEAT_HEIGHT: dict[str, float] = {
    "chair": 0.45,
    "sofa": 0.42,
    "bench": 0.45,
    "bed": 0.50,
    "throne": 0.50,
    "car": 0.60,
    "boat": 0.30,
    "table": 0.75,
    "desk": 0.75,
    "box": 0.40,
    "chest": 0.60,
    "barrel": 0.85,
    "rock": 0.80,
    "wall": 1.20,
    "coffin": 0.60,
    "anvil": 0.70,
    "wheelchair": 0.53,
    "bicycle": 0.90,
    "motorbike": 0.84,
    "office_chair": 0.53,
}

# Of creatures that somebody can ride: how high their back is.
BACK_HEIGHT: dict[str, float] = {
    "horse": 1.06,
    "unicorn": 1.06,
    "dragon": 1.02,
    "bear": 1.04,
    "lion": 0.73,
    "cow": 0.98,
    "wolf": 0.49,
    "dinosaur": 1.52,
    "eagle": 0.45,
}
_OF_KIND = {"swing": 0.21}  # of its height: what hangs low between its posts
_UNDER_THE_ROOF = 0.24  # of its height: where whoever drives a car sits, head and all below its roof
_ASTRIDE = 0.5  # of a rider's height: how high a back is at least on which legs hang free


def seat_height(entity: Entity) -> float:
    """Metres above the entity's base at which somebody sits on it: its seat, or its top where it has no seat."""
    if (kind := kind_of_entity(entity)) is not None and kind.name in _OF_KIND:
        return _OF_KIND[kind.name] * entity.size[1]
    archetype = CATALOG[entity.archetype]
    heights = BACK_HEIGHT if is_mount(entity) and not is_vehicle(entity) else SEAT_HEIGHT
    usual = heights.get(entity.archetype, archetype.size[1])
    return usual * entity.size[1] / archetype.size[1]


def standing_height(entity: Entity) -> float:
    """Metres above the entity's base at which things lie and people stand on it: a car's roof, a chair's seat. Who is
    in a car that is driven (`driven`) sits in it."""
    if entity.archetype == "car":
        return entity.size[1] if entity.kind == "prop" else _UNDER_THE_ROOF * entity.size[1]
    return seat_height(entity)


# Things that somebody who sits on them gets about on.
_VEHICLES = frozenset({"bicycle", "motorbike", "boat", "wheelchair", "car"})


def is_vehicle(body: Entity | Archetype) -> bool:
    """Whether it is a thing that takes whoever is on it along."""
    return _name(body) in _VEHICLES


def driven(vehicle: Entity) -> Entity:
    """A vehicle as what goes of its own accord and carries somebody: to the network, a mount."""
    return replace(vehicle, kind="creature", traits=frozenset({"surface"}))


def is_mount(body: Entity | Archetype) -> bool:
    """Whether it is ridden: a creature whose back carries somebody."""
    return body.kind == "creature" and "surface" in body.traits


def can_be_ridden(body: Entity | Archetype) -> bool:
    """Whether somebody may sit on its back, be it saddled or not."""
    return _name(body) in BACK_HEIGHT


def _name(body: Entity | Archetype) -> str:
    return body.name if isinstance(body, Archetype) else body.archetype


def saddled(body: Entity, rider: Entity | None = None) -> Entity:
    """A creature as a mount, as large as it takes to carry a `rider`."""
    mount = replace(body, traits=body.traits | {"surface"})
    grown = 1.0 if rider is None else max(1.0, _ASTRIDE * rider.size[1] / seat_height(mount))
    w, h, d = mount.size
    return replace(mount, size=(grown * w, grown * h, grown * d))
