"""Where everybody stands when a world begins."""

import numpy as np
import pytest

from model.geometry import box_gap
from model.layout import Relation, first_moment
from model.stage import Stage
from tests.stages import stage_of


def _moment(stage: Stage, *relations: Relation, seed: int = 3):  # type: ignore[no-untyped-def]
    return first_moment(stage, relations, seed=seed, hour=12.0, weather="clear")


def test_the_same_seed_arranges_the_same_and_another_seed_does_not() -> None:
    stage = stage_of(("a", "adult"), ("b", "adult"), ("w", "well"))
    assert np.array_equal(_moment(stage).position, _moment(stage).position)
    assert not np.array_equal(_moment(stage).position, _moment(stage, seed=4).position)


@pytest.mark.parametrize("seed", range(6))
def test_nobody_begins_inside_somebody_else(seed: int) -> None:
    stage = stage_of(
        *((f"p{k}", a) for k, a in enumerate(("adult", "adult", "child", "dog", "well", "bench", "bell_tower")))
    )
    moment = _moment(stage, seed=seed)
    e = stage.entities
    for i in range(len(e)):
        for j in range(i):
            assert box_gap(moment.position[i], e[i].size, moment.position[j], e[j].size) > 0.0


def test_a_lamp_goes_on_the_table_when_there_is_one() -> None:
    moment = _moment(stage_of(("lamp", "lamp"), ("table", "table")))
    assert moment.supported_by[0] == 1
    assert moment.position[0, 1] == pytest.approx(0.75)
    assert _moment(stage_of(("lamp", "lamp"), ("a", "adult"))).position[0, 1] == 0.0


def test_relations_are_kept() -> None:
    stage = stage_of(("cat", "cat"), ("table", "table"), ("smith", "adult"), ("hammer", "hammer"), ("dragon", "dragon"))
    moment = _moment(stage, Relation("on", "e0", "e1"), Relation("holds", "e2", "e3"), Relation("flies", "e4"))
    assert moment.supported_by[0] == 1
    assert moment.held_by[3] == 2
    assert moment.position[4, 1] > 3.0 and moment.pose_name(4) == "fly"


def test_an_unknown_id_is_named() -> None:
    with pytest.raises(ValueError, match="e9"):
        _moment(stage_of(("a", "adult")), Relation("on", "e9", "e0"))
