"""HappyOyster scriptlists are read with their own limits and words, and what they would refuse is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from directing import open_director

from director.casting.introductions import introduced
from director.scripts.playing import run_script
from director.scripts.scriptlist import read_scriptlist
from model.camera import CAMERA_TYPES, CUTS, SHOT_SIZES
from storygraph.errors import StoryError

EXAMPLES = Path(__file__).parent.parent / "examples"


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
            {"turn": 1, "content": "[character_1] says: 'Who is there?'", "cameraType": "Tracking"},
            {"turn": 3, "content": "[character_b] says: 'It is coming.'", "shotSize": "Close-up", "cut": "hard-cut"},
        ],
    }


def test_a_scriptlist_becomes_a_script_with_its_defaults_said() -> None:
    script = read_scriptlist(json.dumps({"creationModel": "scriptlist", "scriptList": scriptlist()}))
    assert script.title == "The Well"
    assert script.prompt == "A medieval village with a well. knight, red coat. blacksmith."
    (scene,) = script.scenes
    assert [beat.direction for beat in scene.beats] == [
        "Medium, Tracking, long-take. knight says: 'Who is there?'",
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


@pytest.mark.parametrize(
    ("name", "about", "sentence"),
    [
        ("Ada", {"gender": "female", "age": "24", "appearance": "a musician in a green dress"},
         "A female musician named Ada in a green dress."),
        ("Ruth", {"gender": "female", "age": "72", "appearance": "white hair, blue dress"},
         "An old woman named Ruth with white hair and blue dress."),
        ("Pip", {"age": "ten", "gender": "boy", "appearance": "wearing a cap"}, "A boy named Pip wearing a cap."),
        ("Rex", {"type": "animal", "appearance": "grey wolf, old scars"}, "A grey wolf named Rex, old scars."),
        ("knight", {"appearance": "red coat"}, "knight, red coat."),
        ("林月", {"gender": "女", "age": "25", "appearance": "红色长裙，黑发"},
         "一位年轻女子林月，身穿红色长裙，黑发。"),
        ("小白", {"type": "animal", "appearance": "白猫"}, "一只名叫小白的白猫。"),
    ],
)  # fmt: skip
def test_subjects_are_introduced_as_a_prompt_would(name: str, about: dict[str, str], sentence: str) -> None:
    assert introduced(name, about) == sentence


def test_every_subject_is_on_stage_but_who_is_only_heard(tmp_path: Path) -> None:
    data = scriptlist()
    data["subjects"] += [
        {"label": "[character_d]", "name": "Rex", "type": "animal", "appearance": "brown dog"},
        {"label": "[character_e]", "name": "Ada", "gender": "female", "appearance": "a nurse in a white coat"},
    ]
    director = open_director(tmp_path)
    script = read_scriptlist(json.dumps(data))
    names = [e.name for e in director.checkpoint(director.begin(script.prompt, seed=script.seed)).stage.entities]
    assert {"knight", "blacksmith", "Rex", "Ada"} <= set(names)
    assert "Voice" not in names
    assert [note for note in script.notes if "Voice" in note] == [
        "Voice is nobody on stage: what a narrator says is not spoken."
    ]


def test_what_is_not_played_or_not_known_is_noted() -> None:
    data = scriptlist() | {"soundtrack": "drums", "camera": "fast"}
    data["acts"][0]["shotsize"] = "Wide"
    call = {"creationModel": "scriptlist", "firstFrameImage": {"url": "https://example.org/a.jpg"}, "scriptList": data}
    notes = " ".join(read_scriptlist(json.dumps(call)).notes)
    for word in ("“soundtrack” is not played", "“camera” of the scriptlist", "“shotsize” of act 1", "firstFrameImage"):
        assert word in notes


def test_the_longest_place_leaves_room_for_everybody() -> None:
    data = scriptlist() | {"setting": "A village. " * 181}
    script = read_scriptlist(json.dumps(data))
    assert len(script.prompt) <= 2_000
    assert script.prompt.endswith("village. knight, red coat. blacksmith.")
    assert any("setting" in note for note in script.notes)


def test_an_act_nothing_can_be_made_of_is_filmed_and_told(tmp_path: Path) -> None:
    data = scriptlist()
    data["acts"] = [{"content": "Qwertz zxcvb.", "shotSize": "Wide", "cameraType": "Pan Left", "cut": "hard-cut"}]
    director = open_director(tmp_path)
    graph = director.story(run_script(director, read_scriptlist(json.dumps(data))))
    told, camera = graph.root.beats[0].take.receipt
    assert (told["status"] == "refused" and "say who does what" in told["reason"].lower()) or told["reason"]
    assert camera["action"].startswith("camera: Wide, Pan Left, hard-cut")


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.json")), ids=lambda path: path.name)
def test_the_examples_use_every_word_of_the_camera_in_45_acts(path: Path) -> None:
    data = json.loads(path.read_text("utf-8"))["scriptList"]
    assert len(read_scriptlist(path.read_text("utf-8")).scenes[0].beats) == 45
    for key, words in (("shotSize", SHOT_SIZES), ("cameraType", CAMERA_TYPES), ("cut", CUTS)):
        assert {act[key] for act in data["acts"]} == set(words)
