"""Creatures on stage: every creature archetype of `model.catalog` as a puppet.

Knows nothing of movement beyond an act's weights. Each archetype belongs to a body plan of its own module.
"""

from __future__ import annotations

from collections.abc import Callable

from model.catalog import CATALOG
from model.renderer.actor import Actor, Plan
from model.renderer.creatures.bipeds import alien_plan, giant_plan, robot_plan
from model.renderer.creatures.birds import BIRDS, bird_plan
from model.renderer.creatures.breeds import BREEDS
from model.renderer.creatures.dinosaur import dinosaur_plan
from model.renderer.creatures.fish import SWIMMERS, swimmer_plan
from model.renderer.creatures.ghost import ghost_plan
from model.renderer.creatures.quadruped import quadruped_plan
from model.renderer.creatures.snake import snake_plan
from model.renderer.creatures.spider import spider_plan
from model.renderer.mesh import F32, rgb
from model.stage import Entity

_OTHERS: dict[str, Callable[[Entity, F32, F32], Plan]] = {
    "snake": snake_plan,
    "spider": spider_plan,
    "dinosaur": dinosaur_plan,
    "robot": robot_plan,
    "ghost": ghost_plan,
    "giant": giant_plan,
    "alien": alien_plan,
}


def creature_puppet(entity: Entity) -> Actor:
    """The puppet of a creature (see `model.renderer.puppet.Puppet`), built once; equal entities give equal meshes.
    Raises ValueError for an archetype that is no creature of the catalogue."""
    usual = CATALOG.get(entity.archetype)
    if usual is None or usual.kind != "creature":
        raise ValueError(f"no creature {entity.archetype!r}")
    body, accent = rgb(entity.colors.get("body", usual.body)), rgb(entity.colors.get("accent", usual.accent))
    if entity.archetype in BREEDS:
        return Actor(quadruped_plan(entity, BREEDS[entity.archetype], body, accent))
    if entity.archetype in BIRDS:
        return Actor(bird_plan(entity, BIRDS[entity.archetype], body, accent))
    if entity.archetype in SWIMMERS:
        return Actor(swimmer_plan(entity, SWIMMERS[entity.archetype], body, accent))
    return Actor(_OTHERS[entity.archetype](entity, body, accent))


__all__ = ["creature_puppet"]
