"""How high one sits on a thing: plain numbers that the world and the renderer's props agree on.

Knows nothing of meshes or of poses. Heights hold for the catalogue's size and grow with the entity's own.
"""

from __future__ import annotations

from model.catalog import CATALOG, Archetype
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
    "horse": 1.06,
    "unicorn": 1.06,
}


def seat_height(entity: Entity) -> float:
    """Metres above the entity's base at which somebody sits on it: its seat, or its top where it has no seat."""
    archetype = CATALOG[entity.archetype]
    usual = SEAT_HEIGHT.get(entity.archetype, archetype.size[1])
    return usual * entity.size[1] / archetype.size[1]


def standing_height(entity: Entity) -> float:
    """Metres above the entity's base at which things lie and people stand on it: a car's roof, a chair's seat."""
    return entity.size[1] if entity.archetype == "car" else seat_height(entity)


def is_mount(body: Entity | Archetype) -> bool:
    """Whether it is ridden: a creature whose back carries somebody."""
    return body.kind == "creature" and "surface" in body.traits
