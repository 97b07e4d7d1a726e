"""Sets: the scenery that grows round a stage from its setting and seed.

Knows nothing of who plays there, of hours, weather or cameras.
"""

from __future__ import annotations

import zlib

import numpy as np

from model.renderer.scenery import Scenery
from model.renderer.sets.alley import alley_set
from model.renderer.sets.ballroom import ballroom
from model.renderer.sets.bamboo_grove import bamboo_grove
from model.renderer.sets.bar import bar
from model.renderer.sets.cave import cave
from model.renderer.sets.cemetery import cemetery
from model.renderer.sets.city_wall import city_wall
from model.renderer.sets.corner_shop import corner_shop
from model.renderer.sets.courtroom import courtroom
from model.renderer.sets.courtyard_garden import courtyard_garden
from model.renderer.sets.frontier_town import frontier_town
from model.renderer.sets.garage import garage
from model.renderer.sets.halls import boardroom, throne_room
from model.renderer.sets.indoors import INDOORS
from model.renderer.sets.lake import lake
from model.renderer.sets.old_chamber import old_chamber
from model.renderer.sets.old_inn import old_inn
from model.renderer.sets.old_street import old_street_set
from model.renderer.sets.old_study import old_study
from model.renderer.sets.outdoors import OUTDOORS
from model.renderer.sets.planets import moon, red_planet
from model.renderer.sets.plot import Plot
from model.renderer.sets.room import Room
from model.renderer.sets.ruins import ruins
from model.renderer.sets.ship import ship_deck
from model.renderer.sets.train_carriage import train_carriage
from model.stage import Stage

__all__ = ["scenery"]

_OPEN_AIR = {
    **OUTDOORS, "ship deck": ship_deck, "alley": alley_set, "old street": old_street_set, "bamboo grove": bamboo_grove,
    "courtyard garden": courtyard_garden, "lake": lake, "ruins": ruins, "city wall": city_wall, "moon": moon,
    "red planet": red_planet, "cemetery": cemetery, "frontier town": frontier_town,
}  # fmt: skip
_ROOMS = {**INDOORS, "throne room": throne_room, "boardroom": boardroom, "corner shop": corner_shop,
          "old inn": old_inn, "cave": cave, "old chamber": old_chamber, "garage": garage,
          "train carriage": train_carriage, "courtroom": courtroom, "old study": old_study,
          "ballroom": ballroom, "bar": bar}  # fmt: skip


def scenery(stage: Stage) -> Scenery:
    """The set of a stage; equal stages give equal meshes. Raises ValueError for an unknown setting."""
    rng = np.random.default_rng([stage.seed & 0xFFFFFFFF, zlib.crc32(stage.setting.encode())])
    if stage.setting in _OPEN_AIR:
        plot = Plot(rng, stage.half_extent)
        _OPEN_AIR[stage.setting](plot)
        return plot.scenery()
    if stage.setting in _ROOMS:
        room = Room(rng, stage.half_extent)
        _ROOMS[stage.setting](room)
        return room.scenery()
    raise ValueError(f"unknown setting {stage.setting!r}")
