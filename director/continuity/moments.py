"""Saved states as plain facts for the ledger.

Knows states and stages; knows nothing of beats, scenes or words.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from model.moment import Moment
from model.stage import Entity, Stage
from model.state import WorldState
from storygraph.facts import Facts, Place, Thing

_SHAPE = "likeness"  # stands for a face, and is no word


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A checkpoint as the ledger needs it: what is so, who is on stage, the story's ids by entity id, and the actions
    (as JSON) that are going on."""

    facts: Facts
    stage: Stage
    ids: Mapping[str, str]
    under_way: tuple[Mapping[str, Any], ...] = ()


def snapshot(state: WorldState, cast: Collection[str]) -> Snapshot:
    """The snapshot of a state; `cast` are the entity ids of the story's first moment."""
    under_way = tuple(task.action.to_json() for task in state.tasks if task.running)
    return Snapshot(facts_of(state, cast), state.stage, ids_in_story(state.stage, cast), under_way)


def id_in_story(entity: Entity, cast: Collection[str]) -> str:
    """What somebody or something is called by in all branches: newcomers of two branches may have the same entity id,
    so whoever is not of the first `cast` goes by name."""
    return entity.id if entity.id in cast else f"+{entity.name.casefold()}"


def ids_in_story(stage: Stage, cast: Collection[str]) -> dict[str, str]:
    """`id_in_story` of everybody and everything on a stage, by entity id."""
    return {entity.id: id_in_story(entity, cast) for entity in stage.entities}


def facts_of(state: WorldState, cast: Collection[str]) -> Facts:
    """The facts of a state; `cast` are the entity ids of the story's first moment."""
    stage, moment = state.stage, state.moment
    ids = [id_in_story(entity, cast) for entity in stage.entities]
    things = (_thing(row, stage, moment, ids) for row in range(len(ids)))
    return Facts(stage.setting, float(moment.hour) % 24.0, moment.weather_name(), {thing.id: thing for thing in things})


def _thing(row: int, stage: Stage, moment: Moment, ids: list[str]) -> Thing:
    entity = stage.entities[row]
    down = moment.down(row) and "holdable" not in entity.traits  # a sword that stands or lies is all the same
    burns = bool(moment.lit[row] > 0.5)
    return Thing(
        id=ids[row],
        name=entity.name,
        kind=entity.kind,
        here=_is_here(row, moment),
        spot=(float(moment.position[row, 0]), float(moment.position[row, 2])),
        pose="fallen" if down else moment.pose_name(row),
        down=down,
        place=_place(row, moment, ids),
        open=bool(moment.opened[row] > 0.5) if "opens" in entity.traits else None,
        lit=burns if "lights" in entity.traits or burns else None,
        look=tuple(sorted({**_named("colour", entity.colors), **_named("look", entity.look)}.items())),
    )


def _named(what: str, parts: Mapping[str, str]) -> dict[str, str]:
    return {f"{what} {part}": str(value) for part, value in parts.items() if part != _SHAPE}


def _is_here(row: int, moment: Moment) -> bool:
    """Whether an audience may see it: what somebody carried off, or what is in what was, is gone with them."""
    seen: set[int] = set()
    while row >= 0 and row not in seen:
        if moment.present[row] <= 0.5:
            return False
        seen.add(row)
        row = max(int(moment.held_by[row]), int(moment.inside[row]))
    return True


def _place(row: int, moment: Moment, ids: list[str]) -> Place:
    for how, rows in (("held", moment.held_by), ("in", moment.inside), ("on", moment.supported_by)):
        if rows[row] >= 0:
            return how, ids[int(rows[row])]
    return "ground", ""
