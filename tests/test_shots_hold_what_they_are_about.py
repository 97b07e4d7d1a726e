"""A shot holds what an action needs: legs, faces, the height somebody is at; close-ups show faces."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from directing import crew

from director.directive import Directive, Line
from director.filming.camera import compose
from director.filming.framing import figure, legs_act
from director.filming.shots import choose_shot
from model.camera import Camera
from model.moment import GESTURES, POSES, Moment
from model.state import Action
from tests.scenes import placed, ruled
from tests.stages import stage_of

STAGE = stage_of(("Anna", "adult"), ("Ben", "adult"))
STILL = placed(STAGE, {0: (-0.8, 0.0, 0.5, 40.0), 1: (1.4, 0.0, 0.5, -40.0)})


def doing(pose: str = "stand", gesture: str = "rest") -> Moment:
    """The moment with Anna in a pose and a gesture."""
    poses, gestures = STILL.pose.copy(), STILL.gesture.copy()
    poses[0], gestures[0] = np.eye(len(POSES))[POSES.index(pose)], np.eye(len(GESTURES))[GESTURES.index(gesture)]
    return replace(STILL, pose=poses, gesture=gestures)


def shot(size: str, beat: Sequence[Moment], previous: Camera | None = None, subject: str | None = "e0") -> Camera:
    return compose(STAGE, beat[len(beat) // 2], shot_size=size, camera_type="Static", subject=subject, aspect="16:9",
                   seed=1, previous=previous, beat=beat)


LEGS = [("stand", "kick"), ("walk", "sneak"), ("walk", "limp"), ("dance", "rest"), ("kneel", "rest"),
        ("fallen", "rest"), ("jump", "rest")]


@pytest.mark.parametrize(("pose", "gesture"), LEGS)
def test_a_medium_shot_of_what_legs_do_holds_the_legs(pose: str, gesture: str) -> None:
    beat = [STILL] * 8 + [doing(pose, gesture)] * 12 + [STILL] * 3
    for subject in ("e0", None):
        camera = shot("Medium", beat, subject=subject)
        for moment in (beat[0], beat[12]):
            body = ruled().boxes(STAGE, moment, camera)["e0"][0]
            assert body is not None and body[3] < 1.0 and body[1] > -0.02


def test_other_medium_shots_and_close_ups_come_as_near_as_their_name_says() -> None:
    waving = [STILL, doing(gesture="wave")]
    body, face = ruled().boxes(STAGE, STILL, shot("Medium", waving))["e0"]
    assert body is not None and body[3] > 1.05
    body, face = ruled().boxes(STAGE, STILL, shot("Close-up", [STILL, doing(gesture="kick")]))["e0"]
    assert face is not None and face[3] - face[1] > 0.25
    assert legs_act(waving) == frozenset()


@pytest.mark.parametrize(
    ("direction", "shown"),
    [
        ("Medium shot of everybody.", {"king", "queen", "guard 1", "guard 2"}),
        ("A two-shot of the king and the queen.", {"king", "queen"}),
        ("Wide shot of both guards.", {"guard 1", "guard 2"}),
    ],
)
def test_a_shot_of_several_holds_them_all(direction: str, shown: set[str]) -> None:
    _, start = crew().begin("A throne room with a king, a queen and two guards.", seed=3, aspect="16:9", style="vinyl")
    read = Directive.from_json(json.loads(json.dumps(crew().read(direction, start).to_json())))
    beat = [start.moment] * 25
    camera = choose_shot(read, start.stage, beat, start.camera, seed=3, look=ruled().boxes).camera
    boxes = ruled().boxes(start.stage, start.moment, camera)
    for entity in start.stage.entities:
        if entity.name in shown:
            face = boxes[entity.id][1]
            assert face is not None and face[0] > 0.0 and face[2] < 1.0 and face[1] > 0.0 and face[3] < 1.0


def directive(verb: str, text: str | None = None) -> Directive:
    lines = () if text is None else (Line(0, "e0", text, None),)
    return Directive("", actions=(Action(verb, "e0"),), lines=lines)


def test_after_a_beat_up_high_the_camera_comes_down_again() -> None:
    up = Camera((2.0, 7.5, 5.0), (-0.8, 1.0, 0.5), shot_size="Wide", subject="e1")
    for verb in ("wave", "walk"):
        camera = choose_shot(directive(verb), STAGE, [STILL] * 25, up, seed=1, look=ruled().boxes).camera
        assert camera.position[1] < 3.0


def test_a_camera_at_the_height_of_eyes_is_held() -> None:
    good = shot("Medium", [STILL])
    held = choose_shot(directive("wave"), STAGE, [STILL] * 25, good, seed=1, look=ruled().boxes)
    assert held.camera.position == good.position


def test_who_speaks_is_not_filmed_from_behind() -> None:
    heading = math.radians(40.0)
    back = (-0.8 - 4.0 * math.sin(heading), 1.4, 0.5 - 4.0 * math.cos(heading))
    behind = Camera(back, (-0.8, 1.2, 0.5), shot_size="Medium", subject="e0")
    chosen = choose_shot(directive("talk", "Now."), STAGE, [STILL] * 25, behind, seed=1, look=ruled().boxes)
    x, _, z = np.asarray(chosen.camera.position) - STILL.position[0]
    assert abs(math.remainder(math.atan2(x, z) - heading, math.tau)) < math.radians(100.0)


@pytest.mark.parametrize("turn", range(0, 360, 45))
def test_a_close_up_shows_the_face_at_most_from_three_quarters(turn: int) -> None:
    moment = placed(STAGE, {0: (-0.8, 0.0, 0.5, float(turn)), 1: (0.9, 0.0, 0.5, -40.0)})
    across = Camera((-4.0, 1.4, 5.0), (0.0, 1.2, 0.5))
    for previous in (None, across, replace(across, position=(4.0, 1.4, -5.0))):
        for subject in ("e0", "e1"):
            camera = shot("Close-up", [moment], previous, subject)
            looks = figure(STAGE, moment, STAGE.index(subject)).looks
            assert looks is not None
            x, _, z = np.asarray(camera.position) - moment.position[STAGE.index(subject)]
            assert abs(math.remainder(math.atan2(x, z) - looks, math.tau)) < math.radians(62.0)
