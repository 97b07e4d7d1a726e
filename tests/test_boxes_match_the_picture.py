"""Screen boxes, found from geometry alone, are where the picture shows the things."""

from dataclasses import replace

import numpy as np
import pytest

from tests.scenes import FRONT, placed, ruled
from tests.stages import stage_of

STAGE = stage_of(("Anna", "adult"), ("ball", "ball"), ("dog", "dog"))
MOMENT = placed(STAGE, {0: (-1.2, 0.0, 1.0, 20.0), 1: (1.5, 0.0, 2.0, 0.0), 2: (0.4, 0.0, 1.0, 60.0)})
SIZE = (640, 360)


def test_a_box_holds_exactly_the_pixels_of_its_entity() -> None:
    renderer = ruled()
    boxes = renderer.boxes(STAGE, MOMENT, FRONT)
    gbuffer, _ = renderer.gbuffer(STAGE, MOMENT, FRONT, SIZE)
    for row, entity in enumerate(STAGE.entities):
        rows, columns = np.nonzero(gbuffer.entity == row)
        seen = (columns.min() / 640, rows.min() / 360, (columns.max() + 1) / 640, (rows.max() + 1) / 360)
        assert boxes[entity.id][0] == pytest.approx(seen, abs=0.008)


def test_a_face_is_inside_its_body_and_only_the_living_have_one() -> None:
    boxes = ruled().boxes(STAGE, MOMENT, FRONT)
    body, face = boxes["e0"]
    assert body is not None and face is not None
    assert body[0] <= face[0] < face[2] <= body[2]
    assert body[1] <= face[1] < face[3] < body[1] + 0.5 * (body[3] - body[1])
    assert boxes["e1"][1] is None


def test_what_is_out_of_frame_or_off_stage_has_no_box() -> None:
    renderer = ruled()
    away = replace(FRONT, target=(0.0, 1.1, 20.0))
    assert set(renderer.boxes(STAGE, MOMENT, away).values()) == {(None, None)}
    present = MOMENT.present.copy()
    present[0] = 0.0
    assert renderer.boxes(STAGE, replace(MOMENT, present=present), FRONT)["e0"] == (None, None)


def test_what_is_not_present_is_not_drawn() -> None:
    present = MOMENT.present.copy()
    present[0] = 0.0
    gbuffer, _ = ruled().gbuffer(STAGE, replace(MOMENT, present=present), FRONT, SIZE)
    assert not (gbuffer.entity == 0).any()
    assert (gbuffer.entity == 2).any()
