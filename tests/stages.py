"""Small stages that tests share."""

from __future__ import annotations

from model.catalog import CATALOG
from model.kinds import archetype_named, kind_named
from model.layout import Relation, first_moment
from model.stage import Entity, Stage
from model.state import WorldState
from model.world import WorldModel


def entity(k: int, name: str, archetype: str) -> Entity:
    """One of an archetype, or of a kind of one, whose size it has."""
    a, own = CATALOG[archetype_named(archetype)], kind_named(archetype)
    size = (own and own.size) or a.size
    return Entity(f"e{k}", name, a.kind, a.name, size, {"body": a.body, "accent": a.accent}, {}, a.traits)


def stage_of(*named: tuple[str, str], setting: str = "village", indoor: bool = False) -> Stage:
    """A stage with entities e0, e1, ... given as (name, archetype)."""
    return Stage(setting, 7, tuple(entity(k, n, a) for k, (n, a) in enumerate(named)), indoor=indoor)


def square() -> Stage:
    return stage_of(("smith", "adult"), ("knight", "adult"), ("well", "well"), ("sword", "sword"), ("dragon", "dragon"))


def begin(
    stage: Stage,
    *,
    seed: int = 5,
    relations: tuple[Relation, ...] = (),
    world: WorldModel | None = None,
    hour: float = 12.0,
    weather: str = "clear",
) -> tuple[WorldModel, WorldState]:
    """A tiny untrained model (unless one is given) and its first state on this stage."""
    world = world or WorldModel.tiny()
    moment = first_moment(stage, relations, seed=seed, hour=hour, weather=weather)
    return world, world.begin(stage, moment, seed=seed)
