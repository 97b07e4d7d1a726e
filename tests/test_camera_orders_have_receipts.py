"""What was ordered of the camera is judged on what the camera did; cutaways and cutbacks go where they should."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from directing import crew, open_director

from director.acting import Performance
from director.directive import CameraOrder, Directive
from director.filming.camera import compose
from director.filming.camerawork import judge_camera
from director.filming.shots import Shot, choose_shot
from director.receipts import Row
from model.camera import CAMERA_TYPES, CUTS
from model.state import WorldState
from tests.scenes import ruled

WORLD = "A village square with a knight, a blacksmith, a well and a sword."


@pytest.fixture(scope="module")
def start() -> WorldState:
    return crew().begin(WORLD, seed=4, aspect="16:9", style="vinyl")[1]


def still(start: WorldState, order: CameraOrder) -> Performance:
    """Four seconds in which nobody moves."""
    return Performance(Directive("...", camera=order), start, (start.moment,) * 49, (), start, 12)


def shot(beat: Performance) -> Shot:
    stage, camera = beat.start.stage, beat.start.camera
    return choose_shot(beat.directive, stage, beat.moments, camera, seed=3, look=ruled().boxes)


def judged(start: WorldState, **order: str) -> Row:
    beat = still(start, CameraOrder(**order))
    row = judge_camera(beat, shot(beat))
    assert row is not None
    return row


def framed(start: WorldState, **order: str) -> WorldState:
    """The state with the camera that such an order leaves it with."""
    beat = still(start, CameraOrder(**order))
    camera = shot(beat).at(start.stage, start.moment, t=4.0, duration=4.0)
    return start.with_camera(camera)


def who(start: WorldState, name: str) -> str:
    return next(entity.id for entity in start.stage.entities if entity.name == name)


@pytest.mark.parametrize("kind", CAMERA_TYPES)
@pytest.mark.parametrize("cut", ["hard-cut", "long-take"])
def test_every_move_is_seen_to_be_made(start: WorldState, kind: str, cut: str) -> None:
    row = judged(start, shot_size="Medium", camera_type=kind, cut=cut, subject=who(start, "knight"))
    assert (row["status"], row["reason"]) == ("done", "")
    assert row["action"] == f"camera: Medium, {kind}, {cut} of knight"


@pytest.mark.parametrize("side", [-1.0, 1.0])
def test_who_leaves_is_tracked_as_far_as_the_set_goes(start: WorldState, side: float) -> None:
    knight, stage = who(start, "knight"), start.stage
    row, ahead = stage.index(knight), np.linspace(0.0, 1.0, 49)[:, None]
    there = start.moment.position[row]
    gone = np.array([side * (stage.half_extent + 0.4), 0.0, there[2]], np.float32)
    moments = []
    for place in there + ahead * (gone - there):
        position, heading = start.moment.position.copy(), start.moment.heading.copy()
        position[row], heading[row] = place, side * np.pi / 2
        moments.append(replace(start.moment, position=position, heading=heading))
    order = CameraOrder(shot_size="Wide", camera_type="Tracking", cut="hard-cut", subject=knight)
    beat = Performance(Directive("...", camera=order), start, tuple(moments), (), start, 12)
    row_told = judge_camera(beat, shot(beat))
    assert row_told is not None and (row_told["status"], row_told["reason"]) == ("done", "")


@pytest.mark.parametrize("cut", CUTS)
def test_every_cut_is_seen_to_be_made(start: WorldState, cut: str) -> None:
    knight, size = who(start, "knight"), {"cut-in": "Close-up", "cut-out": "Wide"}.get(cut, "Medium")
    before = framed(start, shot_size="Medium", subject=knight)
    subject = who(start, "blacksmith") if cut in ("cutaway", "cutback") else knight
    row = judged(before, shot_size=size, cut=cut, subject=subject)
    assert (row["status"], row["reason"]) == ("done", "")


def test_a_cut_to_the_same_looks_from_elsewhere(start: WorldState) -> None:
    knight = who(start, "knight")
    before = framed(start, shot_size="Medium", subject=knight)
    assert judged(before, shot_size="Medium", cut="hard-cut", subject=knight)["status"] == "done"


@pytest.mark.parametrize("kind", [kind for kind in CAMERA_TYPES if kind.startswith("POV")])
def test_a_cut_from_somebodys_eyes_to_the_same_eyes_is_seen(start: WorldState, kind: str) -> None:
    knight = who(start, "knight")
    looks = compose(start.stage, start.moment, shot_size="Close-up", camera_type="POV Forward", subject=knight,
                    aspect="16:9", seed=3, previous=None)  # fmt: skip
    order = CameraOrder("Close-up", kind, knight, "hard-cut")
    beat = still(start.with_camera(looks), order)
    found = judge_camera(beat, shot(beat))
    assert found is not None and (found["status"], found["reason"]) == ("done", "")
    if kind != "POV Forward":  # it ends on what they look at
        ended = shot(beat).at(start.stage, start.moment, t=4.0, duration=4.0)
        assert np.allclose(ended.target, looks.target, atol=0.05)


def test_what_the_camera_did_not_do_is_said(start: WorldState) -> None:
    ordered = still(start, CameraOrder("Medium", "Pan Left", who(start, "knight"), "hard-cut"))
    other = still(start, CameraOrder("Medium", "Pan Right", who(start, "knight"), "long-take"))
    row = judge_camera(ordered, shot(other))
    assert row is not None
    assert row["status"] == "partial"
    assert row["reason"] == "it was not to be seen: camera(Pan Left), cut(hard-cut)"
    assert judge_camera(still(start, CameraOrder()), shot(ordered)) is None


def test_a_cutaway_shows_what_its_words_speak_of_and_a_cutback_returns(tmp_path: Path) -> None:
    director = open_director(tmp_path)
    at = director.direct(director.begin(WORLD, seed=4), "Medium, Static, hard-cut. The knight says: 'Go.'")
    subjects = []
    for direction in ("Close-up, Static, cutaway. The sword shines.", "Medium, Static, cutback."):
        at = director.direct(at, direction)
        subjects.append(director.state(at)["camera"]["subject"])
    assert subjects == ["sword", "knight"]
    assert [row["verb"] for row in director.story(at.episode).root.beats[-1].take.receipt] == ["camera"]


def test_a_cutback_from_nothing_is_a_plain_cut_and_says_so(tmp_path: Path) -> None:
    director = open_director(tmp_path)
    at = director.direct(director.begin(WORLD, seed=4), "Medium, Static, cutback. The knight says: 'Go.'")
    directive = director.story(at.episode).root.beats[-1].take.directive
    assert any("no cutaway" in reading for reading in directive["readings"])


def test_eyes_turn_the_way_that_is_ordered_whatever_the_head_does(start: WorldState) -> None:
    knight = who(start, "knight")
    row = start.stage.index(knight)
    turned = []
    for step in range(49):  # to the right, all the way
        heading = start.moment.heading.copy()
        heading[row] -= 1.2 * step / 48
        turned.append(replace(start.moment, heading=heading))
    order = CameraOrder("Close-up", "POV Turn Left", knight, "hard-cut")
    beat = Performance(Directive("...", camera=order), start, tuple(turned), (), start, 12)
    found = judge_camera(beat, shot(beat))
    assert found is not None and found["status"] == "done"
