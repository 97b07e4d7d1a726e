"""Ordered shots are taken at their word; where nothing is ordered, those who act are in the picture."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from directing import crew

from director.crew import Film
from director.filming.camera import compose
from director.filming.moves import move
from director.filming.shots import choose_shot
from model.state import WorldState
from tests.scenes import ruled

WORLD = "A village square with a knight, a blacksmith and a well."


@pytest.fixture(scope="module")
def start() -> WorldState:
    return crew().begin(WORLD, seed=4, aspect="16:9", style="vinyl")[1]


def film(direction: str, start: WorldState) -> Film:
    return crew().film(start, crew().read(direction, start), seed=3)


def the(film: Film, name: str) -> str:
    return next(entity.id for entity in film.end.stage.entities if entity.name == name)


def test_a_world_is_first_seen_whole(start: WorldState) -> None:
    assert (start.camera.shot_size, start.camera.camera_type) == ("Wide", "Static")
    boxes = ruled().boxes(start.stage, start.moment, start.camera)
    assert all(boxes[entity.id][0] is not None for entity in start.stage.entities if entity.kind == "person")


@pytest.mark.parametrize(
    ("direction", "size", "kind", "subject"),
    [
        ("Close-up on the blacksmith.", "Close-up", "Static", "blacksmith"),
        ("Pan Left, cut-in.", "Medium", "Pan Left", None),
        ("close-up, push-in, hard-cut. The blacksmith waves.", "Close-up", "Push-in", "blacksmith"),
        ("Medium shot of the knight. The camera pushes in.", "Medium", "Push-in", "knight"),
        ("The camera follows the knight.", "Wide", "Tracking", "knight"),
    ],
)
def test_what_is_ordered_is_filmed(
    start: WorldState, direction: str, size: str, kind: str, subject: str | None
) -> None:
    filmed = film(direction, start)
    camera = filmed.end.camera
    assert (camera.shot_size, camera.camera_type) == (size, kind)
    assert subject is None or camera.subject == the(filmed, subject)
    assert filmed.performance.duration_s >= (2.5 if filmed.performance.tasks else 4.0)


def test_a_camera_movement_transition_travels_from_the_last_shot(start: WorldState) -> None:
    filmed = film("Close-up, camera movement transition. The knight waves.", start)
    stage, moments, duration = filmed.end.stage, filmed.performance.moments, filmed.performance.duration_s
    places = [filmed.shot.at(stage, moments[0], t=t, duration=duration).position for t in (0.0, 0.7, 1.4)]
    assert places[0] == pytest.approx(start.camera.position)
    assert np.linalg.norm(np.subtract(places[2], places[1])) > 0.5
    assert filmed.end.camera.shot_size == "Close-up"


def test_a_shot_that_shows_the_speaker_is_held_where_its_camera_has_come_to(start: WorldState) -> None:
    stage, here = start.stage, start.moment
    directive = crew().read('The knight says: "Now."', start)
    pushed = compose(stage, here, shot_size="Medium", camera_type="Push-in", subject=directive.lines[0].speaker,
                     aspect="16:9", seed=1, previous=start.camera)  # fmt: skip
    previous = move(pushed, stage, here, t=4.0, duration=4.0)
    assert np.linalg.norm(np.subtract(pushed.position, previous.position)) > 0.2
    held = choose_shot(replace(directive, actions=()), stage, [here] * 25, previous, seed=1, look=ruled().boxes)
    assert held.at(stage, here, t=0.0, duration=2.0).position == previous.position
    assert held.at(stage, here, t=2.0, duration=2.0).camera_type == "Static"


@pytest.mark.parametrize(
    "direction", ["The knight waves.", 'The blacksmith says: "It is coming."', "The knight kneels."]
)
def test_who_acts_is_well_in_the_picture_from_beginning_to_end(start: WorldState, direction: str) -> None:
    filmed = film(direction, start)
    stage, moments, duration = filmed.end.stage, filmed.performance.moments, filmed.performance.duration_s
    actor = the(filmed, "knight" if "knight" in direction else "blacksmith")
    for step in (0, len(moments) - 1):
        camera = filmed.shot.at(stage, moments[step], t=step / 12, duration=duration)
        box = ruled().boxes(stage, moments[step], camera)[actor][0]
        assert box is not None
        assert box[3] - box[1] >= 0.15


def test_a_camera_that_does_not_see_who_acts_is_not_held(start: WorldState) -> None:
    away = replace(start.camera, position=(0.0, 2.0, 6.0), target=(0.0, 2.0, 60.0))
    filmed = film("The knight waves.", start.with_camera(away))
    assert filmed.end.camera.position != away.position


def test_weather_alone_leaves_the_shot_as_it_is(start: WorldState) -> None:
    filmed = film("It starts to rain.", start)
    assert filmed.end.camera.position == start.camera.position
    assert filmed.end.camera.target == start.camera.target
