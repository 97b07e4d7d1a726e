"""Who speaks to a rider stands by the horse's shoulder: not before its muzzle, nor behind its tail."""

from __future__ import annotations

import math

import pytest

from model.layout import Relation, first_moment
from model.stage import Entity, Stage

RIDER, HORSE, OTHER = (Entity(id=i, name=n, kind=k, archetype=a, size=s) for i, n, k, a, s in (
    ("e1", "rider", "person", "adult", (0.6, 1.6, 0.45)), ("e2", "horse", "creature", "horse", (0.6, 1.6, 1.8)),
    ("e3", "woman", "person", "adult", (0.6, 1.6, 0.45)),
))  # fmt: skip
STAGE = Stage("village", 4, (RIDER, HORSE, OTHER))
MOUNTED = Relation("sits", "e1", "e2")


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("looks", [("e3", "e1"), ("e1", "e3")])
def test_who_speaks_to_a_rider_is_by_the_shoulder(seed: int, looks: tuple[str, str]) -> None:
    relations = [MOUNTED, Relation("near", "e3", "e1"), Relation("faces", *looks)]
    moment = first_moment(STAGE, relations, seed=seed, hour=12.0, weather="clear")
    x, _, z = moment.position[2] - moment.position[1]
    off = abs(math.remainder(math.atan2(x, z) - float(moment.heading[1]), math.tau))
    assert math.radians(25.0) < off < math.radians(100.0)
    assert moment.heading[0] == moment.heading[1]
