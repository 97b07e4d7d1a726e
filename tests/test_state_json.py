"""The state as JSON has every key of its contract, in words and degrees, and says only what is so."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest
from stages import begin, square, stage_of

from director.statejson import Spoken, state_json
from model.layout import Relation
from model.moment import POSES
from model.renderer.renderer import Renderer
from model.state import WorldState

KEYS = {"time_s", "setting", "time_of_day", "hour", "weather", "camera", "entities", "spoken"}
CAMERA = {"shot_size", "camera_type", "subject", "position", "target", "fov_deg", "aspect"}
ENTITY = {
    "id", "name", "kind", "position", "size", "heading_deg", "velocity", "pose", "emotion", "speaking", "holds",
    "held_by", "supported_by", "inside", "open", "lit", "down", "present", "colors", "screen_box", "face_box",
    "shown", "look",
}  # fmt: skip


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer(threads=1)


def described(state: WorldState, renderer: Renderer, *spoken: Spoken) -> dict:
    return state_json(state, renderer.boxes(state.stage, state.moment, state.camera), spoken)


def entity(data: dict, name: str) -> dict:
    return next(e for e in data["entities"] if e["name"] == name)


def test_every_key_of_the_contract_is_there_and_is_json(renderer: Renderer) -> None:
    _, state = begin(square(), hour=18.5, weather="rain")
    data = described(state, renderer)
    assert json.loads(json.dumps(data, allow_nan=False)) == data
    assert set(data) == KEYS
    assert set(data["camera"]) == CAMERA
    assert all(set(e) >= ENTITY for e in data["entities"])
    assert (data["setting"], data["time_of_day"], data["weather"]) == ("village", "dusk", "rain")


def test_who_holds_what_is_said_on_both_sides_by_name(renderer: Renderer) -> None:
    _, state = begin(square(), relations=(Relation("holds", "e1", "e3"),))
    data = described(state, renderer)
    assert entity(data, "knight")["holds"] == ["sword"]
    assert (entity(data, "sword")["held_by"], entity(data, "sword")["supported_by"]) == ("knight", None)
    assert entity(data, "smith")["holds"] == []


def test_what_stands_on_what_and_what_is_in_the_air(renderer: Renderer) -> None:
    stage = stage_of(("vase", "vase"), ("table", "table"), ("dragon", "dragon"), ("lamp", "lamp"))
    _, state = begin(stage, relations=(Relation("on", "e0", "e1"), Relation("flies", "e2")))
    data = described(state, renderer)
    assert entity(data, "vase")["supported_by"] == "table"
    assert entity(data, "table")["supported_by"] == "ground"
    assert (entity(data, "dragon")["supported_by"], entity(data, "dragon")["pose"]) == (None, "fly")
    assert (entity(data, "lamp")["lit"], entity(data, "table")["lit"]) == (False, None)


def test_headings_are_degrees_and_boxes_are_fractions_or_null(renderer: Renderer) -> None:
    _, state = begin(square())
    heading = state.moment.heading.copy()
    heading[0] = -np.pi / 2
    position = state.moment.position.copy()
    position[1] = (0.0, 0.0, 500.0)
    state = replace(state, moment=replace(state.moment, heading=heading, position=position))
    data = described(state, renderer)
    assert entity(data, "smith")["heading_deg"] == pytest.approx(270.0, abs=0.01)
    assert entity(data, "knight")["screen_box"] is None
    x0, y0, x1, y1 = entity(data, "well")["screen_box"]
    assert x0 < x1
    assert y0 < y1
    assert x1 - x0 < 1.0


def test_who_has_left_is_not_present_and_nowhere_in_the_frame(renderer: Renderer) -> None:
    _, state = begin(square())
    present = state.moment.present.copy()
    present[0] = 0.0
    data = described(replace(state, moment=replace(state.moment, present=present)), renderer)
    assert (entity(data, "smith")["present"], entity(data, "smith")["screen_box"]) == (False, None)


def test_fallen_is_down(renderer: Renderer) -> None:
    _, state = begin(square())
    pose = state.moment.pose.copy()
    pose[0] = np.eye(len(POSES), dtype=np.float32)[POSES.index("fallen")]
    data = described(replace(state, moment=replace(state.moment, pose=pose)), renderer)
    assert (entity(data, "smith")["pose"], entity(data, "smith")["down"]) == ("fallen", True)
    assert entity(data, "knight")["down"] is False


def test_a_line_is_being_spoken_only_while_it_is(renderer: Renderer) -> None:
    _, state = begin(square())
    speaking = state.moment.speaking.copy()
    speaking[0] = 1.0
    talking = replace(state, moment=replace(state.moment, speaking=speaking, time_s=2.0))
    now, past = (Spoken("smith", "Run!", "afraid", start, start + 1.5) for start in (1.0, 0.1))
    assert entity(described(talking, renderer, now), "smith")["speaking"] == "Run!"
    assert entity(described(talking, renderer, past), "smith")["speaking"] is None
    assert entity(described(state, renderer, now), "smith")["speaking"] is None
    assert described(state, renderer, now)["spoken"] == [
        {"speaker": "smith", "text": "Run!", "mood": "afraid", "start_s": 1.0, "end_s": 2.5}
    ]


def test_gestures_of_the_beat_are_told_and_a_thing_on_fire_is_lit(renderer: Renderer) -> None:
    _, state = begin(square())
    lit = state.moment.lit.copy()
    lit[2] = 1.0  # the well
    burning = replace(state, moment=replace(state.moment, lit=lit))
    boxes = renderer.boxes(state.stage, state.moment, state.camera)
    data = state_json(burning, boxes, (), {"e0": ("bow", "wave")})
    assert (entity(data, "smith")["shown"], entity(data, "knight")["shown"]) == (["bow", "wave"], [])
    assert (entity(data, "well")["lit"], entity(described(state, renderer), "well")["lit"]) == (True, None)
