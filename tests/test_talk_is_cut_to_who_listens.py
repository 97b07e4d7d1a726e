"""A beat of talk opens on who speaks and cuts once to who listens, from the same side, unless the author says else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from texts import TEXT

from director.crew import Crew
from director.directive import CameraOrder, Directive
from director.filming.shots import Shot, choose_shot
from model.camera import Camera
from model.moment import Moment
from model.renderer.kit import set_for
from model.renderer.renderer import Renderer
from model.stage import Stage
from model.state import Action, WorldState
from model.world import WorldModel
from tests.scenes import placed, ruled
from tests.stages import stage_of

STAGE = stage_of(("Anna", "adult"), ("Ben", "adult"), ("cat", "cat"))
HERE = placed(STAGE, {0: (-0.9, 0.0, 0.5, 90.0), 1: (0.9, 0.0, 0.5, -90.0), 2: (0.0, 0.0, -2.0, 0.0)})
WIDE = Camera(position=(0.0, 1.8, 7.0), target=(0.0, 1.0, 0.0))
TALK = Action("talk", "e0", "e1")


def beat(seconds: float, here: Moment = HERE, answer: float | None = None) -> list[Moment]:
    """A beat in which Anna speaks, and Ben from `answer` on, so many seconds in."""
    out = []
    for t in np.arange(0.0, seconds + 0.01, 0.25):
        answers = answer is not None and t >= answer
        speaking = np.array([float(not answers), float(answers), 0.0], np.float32)
        out.append(replace(here, speaking=speaking, time_s=here.time_s + float(t)))
    return out


def shot(moments: Sequence[Moment], *actions: Action, stage: Stage = STAGE, previous: Camera = WIDE,
         order: CameraOrder | None = None) -> Shot:
    directive = Directive("", actions=actions or (TALK,), camera=order)
    return choose_shot(directive, stage, moments, previous, seed=1, look=ruled().boxes)


def faces(chosen: Shot, moments: Sequence[Moment], row: int) -> list[bool]:
    """Whether somebody's face is whole in the picture at each moment."""
    out = []
    for moment in moments:
        camera = chosen.at(STAGE, moment, t=moment.time_s - HERE.time_s, duration=4.0)
        face = ruled().boxes(STAGE, moment, camera)[f"e{row}"][1]
        out.append(face is not None and min(face) > 0.0 and max(face) < 1.0)
    return out


def test_the_speaker_is_seen_first_and_in_the_last_part_who_listens() -> None:
    moments = beat(4.0)
    chosen = shot(moments)
    assert chosen.cuts_to is not None and 2.0 < chosen.cuts_at < 3.1
    step = next(k for k, m in enumerate(moments) if m.time_s - moments[0].time_s >= chosen.cuts_at)
    assert (chosen.camera.subject, chosen.cuts_to.subject) == ("e0", "e1")
    assert all(faces(chosen, moments[:step], 0)) and all(faces(chosen, moments[step:], 1))


@pytest.mark.parametrize("depth", [7.0, -7.0])
def test_both_are_seen_from_the_side_of_the_last_shot(depth: float) -> None:
    chosen = shot(beat(4.0), previous=replace(WIDE, position=(0.0, 1.8, depth)))
    assert chosen.cuts_to is not None
    sides = [np.sign(camera.position[2] - 0.5) for camera in (chosen.camera, chosen.cuts_to)]
    assert sides == [np.sign(depth)] * 2


def test_who_answers_is_seen_from_the_first_word_on() -> None:
    chosen = shot(beat(6.0, answer=2.5), TALK, Action("talk", "e1", "e0"))
    assert chosen.cuts_to is not None and chosen.cuts_to.subject == "e1"
    assert chosen.cuts_at == pytest.approx(2.5)


def test_who_first_turns_to_whom_he_speaks_to_is_filmed_as_one_who_speaks() -> None:
    chosen = shot(beat(4.0), Action("feel", "e0", emotion="angry"), Action("face", "e0", "e1"), TALK)
    assert chosen.cuts_to is not None
    assert (chosen.camera.subject, chosen.cuts_to.subject) == ("e0", "e1")


@pytest.mark.parametrize("previous", [WIDE, replace(WIDE, shot_size="Medium", subject="e0")])
def test_the_face_of_who_speaks_is_read_from_three_quarters(previous: Camera) -> None:
    chosen = shot(beat(4.0), previous=previous)
    x, _, z = np.asarray(chosen.camera.position) - HERE.position[0]
    assert abs(np.degrees(np.angle(np.exp(1j * (np.arctan2(x, z) - HERE.heading[0]))))) < 67.0


def test_the_author_s_camera_is_not_cut() -> None:
    for order in (CameraOrder(shot_size="Medium"), CameraOrder(camera_type="Push-in"), CameraOrder(cut="long-take"),
                  CameraOrder(subject="e0")):  # fmt: skip
        assert shot(beat(4.0), order=order).cuts_to is None


@pytest.mark.parametrize(
    "actions",
    [
        (TALK, Action("walk", "e0", "e1")),
        (Action("talk", "e0", None),),
        (TALK, Action("talk", "e1", "e2")),
        (TALK, Action("talk", "e1", "e0"), TALK),
        (Action("wave", "e0", "e1"),),
        (TALK, Action("face", "e0", "e2")),
    ],
    ids=["who also walks", "to nobody", "to a third", "to and fro", "no talk", "looks elsewhere"],
)
def test_what_is_not_just_one_talking_to_another_is_not_cut(actions: tuple[Action, ...]) -> None:
    assert shot(beat(4.0), *actions).cuts_to is None


def test_a_short_beat_is_not_cut() -> None:
    assert shot(beat(2.5)).cuts_to is None
    assert shot(beat(3.0)).cuts_to is not None


def test_the_picture_stays_on_the_speaker_where_the_listener_s_face_cannot_be_seen() -> None:
    stage = stage_of(("Anna", "adult"), ("Ben", "adult"), setting="office", indoor=True)
    room = set_for(stage).room
    assert room is not None
    corner = placed(stage, {0: (0.5, 0.0, 0.0, -90.0), 1: (0.5 - room[0], 0.0, 0.0, -90.0)})
    chosen = shot(beat(4.0, corner), stage=stage)
    assert chosen.cuts_to is None and chosen.camera.subject == "e0"


def test_a_beat_ends_on_who_listens_and_is_filmed_again_as_it_was() -> None:
    crew = Crew(WorldModel.load(), TEXT, Renderer(threads=1))
    _, start = crew.begin("A village square with a knight and a blacksmith.", seed=4, aspect="16:9", style="vinyl")
    said = crew.read('The knight says to the blacksmith: "The dragon will be here before night."', start)
    first, again = (crew.film(WorldState.from_bytes(start.to_bytes()), said, seed=3) for _ in range(2))
    assert first.shot == again.shot and first.shot.cuts_to is not None
    assert first.end.camera.subject == first.shot.cuts_to.subject
    assert first.end.to_bytes() == again.end.to_bytes()
