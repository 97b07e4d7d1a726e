"""Wide, upright and square pictures: two who talk, and a dragon with a child, in every size."""

from __future__ import annotations

import pytest

from director.filming.camera import compose
from model.camera import ASPECTS
from model.moment import Moment
from model.stage import Stage
from tests.scenes import placed, ruled
from tests.stages import stage_of

TALK = stage_of(("Anna", "adult"), ("Ben", "adult"))
TALKING = placed(TALK, {0: (-1.1, 0.0, 0.8, 90.0), 1: (1.1, 0.0, 0.6, -90.0)})
TALE = stage_of(("dragon", "dragon"), ("Tom", "child"))
MEETING = placed(TALE, {0: (1.8, 0.0, -1.0, -70.0), 1: (-1.6, 0.0, 1.0, 110.0)})

Box = tuple[float, float, float, float]


def boxes(stage: Stage, moment: Moment, size: str, subject: str | None, aspect: str) -> dict[str, tuple[Box, Box]]:
    """(body, face) of the two."""
    camera = compose(stage, moment, shot_size=size, camera_type="Static", subject=subject, aspect=aspect, seed=1,
                     previous=None)
    found = ruled().boxes(stage, moment, camera)
    return {who: (body, face) for who in ("e0", "e1") if (body := found[who][0]) and (face := found[who][1])}


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("size", ["Wide", "Medium"])
@pytest.mark.parametrize(("stage", "moment"), [(TALK, TALKING), (TALE, MEETING)], ids=["talk", "tale"])
def test_both_faces_are_in_the_picture_and_apart(stage: Stage, moment: Moment, size: str, aspect: str) -> None:
    seen = boxes(stage, moment, size, None, aspect)
    (_, one), (_, other) = seen["e0"], seen["e1"]
    for face in (one, other):
        assert face[0] > 0.0 and face[2] < 1.0 and face[1] > 0.03 and face[3] < 1.0
    assert abs((one[0] + one[2]) - (other[0] + other[2])) / 2 > 0.12


@pytest.mark.parametrize("aspect", ASPECTS)
def test_two_who_talk_are_larger_in_a_medium_shot_than_in_a_wide_one(aspect: str) -> None:
    wide, medium = (max(body[3] - body[1] for body, _ in boxes(TALK, TALKING, size, None, aspect).values())
                    for size in ("Wide", "Medium"))
    assert medium > 1.15 * wide


def test_a_company_stands_low_in_an_upright_picture() -> None:
    for stage, moment in ((TALK, TALKING), (TALE, MEETING)):
        lowest = max(body[3] for body, _ in boxes(stage, moment, "Wide", None, "9:16").values())
        assert 0.7 < lowest < 1.01


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("subject", ["e0", "e1"])
def test_a_dragon_and_a_child_are_each_framed_for_their_size(subject: str, aspect: str) -> None:
    heights = [face[3] - face[1] for size in ("Wide", "Medium", "Close-up")
               for face in [boxes(TALE, MEETING, size, subject, aspect)[subject][1]]]  # fmt: skip
    assert heights[0] > 0.03
    assert heights[1] > 1.15 * heights[0] and heights[2] > 1.1 * heights[1]
    face = boxes(TALE, MEETING, "Close-up", subject, aspect)[subject][1]
    assert face[0] > 0.0 and face[2] < 1.0 and face[1] > 0.0 and face[3] < 1.0
