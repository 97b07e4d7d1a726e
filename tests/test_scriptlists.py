"""HappyOyster scriptlists are read with their own limits and words, and what they would refuse is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from directing import open_director

from director.playing import run_script
from director.scriptlist import read_scriptlist
from storygraph.errors import StoryError


def scriptlist() -> dict[str, Any]:
    return {
        "videoTitle": "The Well",
        "synopsis": "A knight waits for a dragon at the village well.",
        "setting": "A medieval village with a well",
        "language": "en",
        "subjects": [
            {"name": "knight", "type": "character", "appearance": "red coat"},
            {"label": "[character_b]", "name": "blacksmith", "type": "character"},
            {"name": "Voice", "type": "narrator", "voice": "deep"},
        ],
        "acts": [
            {"turn": 1, "content": "[character_1] walks to the well.", "cameraType": "Tracking"},
            {"turn": 3, "content": "[character_b] says: 'It is coming.'", "shotSize": "Close-up", "cut": "hard-cut"},
        ],
    }


def test_a_scriptlist_becomes_a_script_with_its_defaults_said() -> None:
    script = read_scriptlist(json.dumps({"creationModel": "scriptlist", "scriptList": scriptlist()}))
    assert script.title == "The Well"
    assert script.prompt == "A medieval village with a well. knight, red coat. blacksmith."
    (scene,) = script.scenes
    assert [beat.direction for beat in scene.beats] == [
        "Medium, Tracking, long-take. knight walks to the well.",
        "Close-up, Static, hard-cut. blacksmith says: 'It is coming.'",
    ]
    assert scene.ending


def test_a_scriptlist_is_played_with_its_cameras(tmp_path: Path) -> None:
    director = open_director(tmp_path)
    graph = director.story(run_script(director, read_scriptlist(json.dumps(scriptlist()))))
    first, second = (beat.take.directive for beat in graph.root.beats)
    assert first["camera"]["camera_type"] == "Tracking"
    assert (second["camera"]["shot_size"], second["camera"]["cut"]) == ("Close-up", "hard-cut")
    assert [caption.text for caption in graph.root.beats[1].take.captions] == ["It is coming."]


def change(path: list[Any], value: Any) -> Callable[[dict[str, Any]], None]:
    def changed(data: dict[str, Any]) -> None:
        here: Any = data
        for key in path[:-1]:
            here = here[key]
        here[path[-1]] = value

    return changed


@pytest.mark.parametrize(
    ("wrong", "hint"),
    [
        (change(["synopsis"], " "), "synopsis"),
        (change(["synopsis"], "x" * 2_001), "2,001 characters"),
        (change(["videoTitle"], "x" * 129), "videoTitle"),
        (change(["language"], "fr"), "en or zh"),
        (change(["videoTags"], ["x"] * 21), "videoTags"),
        (change(["subjects"], [{}] * 7), "at most 6"),
        (change(["subjects", 0, "type"], "robot"), "narrator"),
        (change(["subjects", 1, "label"], "[character_1]"), "label"),
        (change(["acts"], []), "1 to 45"),
        (change(["acts", 0, "turn"], 3), "order of their turns"),
        (change(["acts", 0, "turn"], 4), "order of their turns"),
        (change(["acts", 0, "turn"], True), "turn"),
        (change(["acts", 0, "turn"], 46), "turn"),
        (change(["acts", 0, "content"], ""), "content"),
        (change(["acts", 0, "content"], "x" * 2_001), "2,001 characters"),
        (change(["acts", 0, "content"], "[character_9] waves."), "character_9"),
        (change(["acts", 0, "cameraType"], "Dolly"), "Push-in"),
        (change(["acts", 0, "shotSize"], "wide"), "Wide"),
        (change(["acts", 0, "cut"], "fade"), "cutback"),
    ],
)
def test_what_would_be_error_400000_is_refused_with_a_sentence(
    wrong: Callable[[dict[str, Any]], None], hint: str
) -> None:
    data = scriptlist()
    wrong(data)
    with pytest.raises(StoryError, match=hint) as refusal:
        read_scriptlist(json.dumps(data))
    assert "400000" in str(refusal.value)


@pytest.mark.parametrize("text", ["{", "[]", '"text"', "{}"])
def test_what_is_no_scriptlist_is_refused(text: str) -> None:
    with pytest.raises(StoryError, match="400000"):
        read_scriptlist(text)
