"""What each of the thirteen camera types does during a beat."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from director.filming.camera import compose
from director.filming.moves import move
from model.camera import CAMERA_TYPES, Camera
from model.moment import POSES
from tests.scenes import placed, ruled
from tests.stages import stage_of

STAGE = stage_of(("Anna", "adult"), ("Ben", "adult"))
MOMENT = placed(STAGE, {0: (-0.8, 0.0, 0.5, 40.0), 1: (0.9, 0.0, 0.5, -40.0)})
SECONDS = 4.0


def composed(kind: str, size: str = "Medium", subject: str | None = "e0") -> Camera:
    return compose(STAGE, MOMENT, shot_size=size, camera_type=kind, subject=subject, aspect="16:9", seed=1,
                   previous=None)


def beat(kind: str, size: str = "Medium", subject: str | None = "e0") -> list[Camera]:
    start = composed(kind, size, subject)
    return [move(start, STAGE, MOMENT, t=float(t), duration=SECONDS) for t in np.linspace(0.0, SECONDS, 25)]


def look(camera: Camera) -> np.ndarray:
    out = np.asarray(camera.target) - np.asarray(camera.position)
    return out / np.linalg.norm(out)


def yaw(camera: Camera) -> float:
    """Degrees, growing as the camera turns to the left."""
    x, _, z = look(camera)
    return float(np.degrees(np.arctan2(x, z)))


def pitch(camera: Camera) -> float:
    return float(np.degrees(np.arcsin(look(camera)[1])))


def distance(camera: Camera) -> float:
    return float(np.linalg.norm(np.asarray(camera.target) - np.asarray(camera.position)))


def turned(cameras: list[Camera]) -> float:
    return (yaw(cameras[-1]) - yaw(cameras[0]) + 180.0) % 360.0 - 180.0


@pytest.mark.parametrize("kind", CAMERA_TYPES)
def test_every_move_starts_where_it_was_composed_and_never_jumps(kind: str) -> None:
    cameras = beat(kind)
    start = composed(kind)
    assert np.allclose(cameras[0].position, start.position, atol=0.02)
    assert np.allclose(look(cameras[0]), look(start), atol=0.02)
    for before, after in pairwise(cameras):
        assert np.linalg.norm(np.subtract(after.position, before.position)) < 0.4
        assert look(before) @ look(after) > np.cos(np.radians(8.0))
    assert {(c.camera_type, c.subject, c.shot_size) for c in cameras} == {(kind, "e0", "Medium")}


def test_static_stands_still() -> None:
    cameras = beat("Static")
    assert all(c == cameras[0] for c in cameras)


@pytest.mark.parametrize(("kind", "sign"), [("Pan Left", 1), ("Pan Right", -1)])
def test_a_pan_turns_on_the_spot_and_ends_on_its_subject(kind: str, sign: int) -> None:
    cameras = beat(kind)
    assert turned(cameras) * sign > 20.0
    assert abs(pitch(cameras[-1]) - pitch(cameras[0])) < 1.0
    assert cameras[0].position == cameras[-1].position
    face = ruled().boxes(STAGE, MOMENT, cameras[-1])["e0"][1]
    assert face is not None and 0.2 < (face[0] + face[2]) / 2 < 0.8


@pytest.mark.parametrize(("kind", "sign"), [("Tilt Up", 1), ("Tilt Down", -1)])
def test_a_tilt_nods(kind: str, sign: int) -> None:
    cameras = beat(kind)
    assert (pitch(cameras[-1]) - pitch(cameras[0])) * sign > 10.0
    assert abs(turned(cameras)) < 1.0


def test_push_in_comes_closer_and_pull_out_goes_away_on_the_same_line() -> None:
    push, pull = beat("Push-in"), beat("Pull-out")
    assert distance(push[-1]) < 0.7 * distance(push[0])
    assert distance(pull[-1]) > 1.4 * distance(pull[0])
    for cameras in (push, pull):
        assert look(cameras[0]) @ look(cameras[-1]) > 0.9999
        pace = np.diff([distance(c) for c in cameras])
        assert abs(pace[0]) < 0.3 * np.abs(pace).max()  # it starts gently


def test_tracking_keeps_its_subject_in_place_while_it_walks() -> None:
    start = composed("Tracking")
    spots = []
    for x in np.linspace(0.0, 2.0, 6):
        position = MOMENT.position.copy()
        position[0, 0] += x
        moment = replace(MOMENT, position=position, phase=MOMENT.phase + x * 5)
        camera = move(start, STAGE, moment, t=x, duration=SECONDS)
        face = ruled().boxes(STAGE, moment, camera)["e0"][1]
        assert face is not None
        spots.append(((face[0] + face[2]) / 2, (face[1] + face[3]) / 2))
    assert np.ptp(np.array(spots), axis=0).max() < 0.06


def test_a_static_camera_turns_its_head_rather_than_lose_its_subject() -> None:
    start = composed("Static")
    for x in np.linspace(0.0, 3.0, 7):
        position = MOMENT.position.copy()
        position[0] += (x, 0.0, -x)
        moment = replace(MOMENT, position=position)
        camera = move(start, STAGE, moment, t=x, duration=SECONDS)
        assert camera.position == start.position
        face = ruled().boxes(STAGE, moment, camera)["e0"][1]
        assert face is not None and face[0] > 0.0 and face[2] < 1.0


@pytest.mark.parametrize("kind", [k for k in CAMERA_TYPES if k.startswith("POV")])
def test_point_of_view_is_at_the_eyes_and_does_not_see_itself(kind: str) -> None:
    for camera in beat(kind)[::8]:
        assert np.hypot(camera.position[0] + 0.8, camera.position[2] - 0.5) < 0.9
        assert 0.8 < camera.position[1] < 1.6
        gbuffer, _ = ruled().gbuffer(STAGE, MOMENT, camera, (160, 90))
        assert (gbuffer.entity == 0).mean() < 0.12  # an outstretched hand at most


def test_point_of_view_looks_where_its_name_says() -> None:
    ahead = beat("POV Forward")[0]
    assert 60.0 < yaw(ahead) < 100.0  # her body is turned by 40 degrees, but it is Ben at 90 whom she looks at
    assert pitch(beat("POV Look Up")[-1]) > 20.0
    assert pitch(beat("POV Look Down")[-1]) < -20.0
    assert turned(beat("POV Turn Left")) > 30.0
    assert turned(beat("POV Turn Right")) < -30.0


@pytest.mark.parametrize("kind", ["Tracking", "Static"])
def test_a_camera_does_not_jump_back_when_its_subject_leaves(kind: str) -> None:
    position, gone = MOMENT.position.copy(), MOMENT.present.copy()
    position[0] += (-4.0, 0.0, 0.0)
    gone[0] = 0.0
    there = replace(MOMENT, position=position)
    left = replace(there, present=gone)
    last, after = (move(composed(kind), STAGE, m, t=2.0, duration=SECONDS) for m in (there, left))
    assert np.allclose(last.position, after.position, atol=0.01) and look(last) @ look(after) > 0.9999


def test_a_camera_that_goes_along_does_not_fall_when_its_subject_does() -> None:
    pose = MOMENT.pose.copy()
    pose[0] = np.eye(pose.shape[1])[POSES.index("fallen")]
    fallen = replace(MOMENT, pose=pose)
    start = composed("Tracking", "Wide")
    camera = move(start, STAGE, fallen, t=2.0, duration=SECONDS)
    assert abs(camera.position[1] - start.position[1]) < 0.15
    body = ruled().boxes(STAGE, fallen, camera)["e0"][0]
    assert body is not None and body[0] > 0.0 and body[2] < 1.0 and body[3] < 1.0


def test_a_subject_that_has_left_the_stage_leaves_the_camera_where_it_is() -> None:
    gone = MOMENT.present.copy()
    gone[0] = 0.0
    for kind in CAMERA_TYPES:
        cameras = beat(kind)
        left = move(cameras[0], STAGE, replace(MOMENT, present=gone), t=1.0, duration=SECONDS)
        assert np.isfinite([*left.position, *left.target]).all()
