"""A language model of the author's own writes lines and plans directions; what it gets wrong costs nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from directing import crew
from talkers import save_talker
from texts import TEXT

from db.store import EpisodeStore
from director.cli import main
from director.crew import crew_with, language_in
from director.director import Director
from director.planning.modelplanner import ModelPlanner, plan_in
from director.planning.plan import PlanError, directive_of, schema
from director.planning.planner import Context, ReadingPlanner
from director.speech.lines import with_lines
from director.speech.scriptwriter import ModelWriter, Part, fit
from director.understanding import Reader
from model.language import LanguageModel
from model.renderer.renderer import Renderer
from model.state import WorldState
from model.world import WorldModel
from storygraph.errors import StoryError

PROMPT = "A village with Anna, Ben, a guard, a well and a sword."


@cache
def state() -> WorldState:
    return crew().begin(PROMPT, seed=3, aspect="16:9")[1]


@cache
def reading() -> ReadingPlanner:
    return ReadingPlanner(Reader(TEXT))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_talker(tmp_path_factory.mktemp("talker"))


@dataclass(frozen=True)
class Answers:
    """A model that has learned one answer by heart."""

    text: str

    def complete(self, system: str, prompt: str, *, seed: int, tokens: int) -> str:
        assert "Ben" in prompt and "Direction:" in prompt
        return self.text


def planned(text: str, direction: str = "Ben takes the sword.") -> Any:
    return ModelPlanner(Answers(text), reading()).plan(direction, state(), Context())


# The model itself


def test_a_model_in_a_folder_goes_on_by_chance_that_is_given(folder: Path) -> None:
    talker = LanguageModel.load(folder)
    one = talker.complete("Say something.", "Ben:", seed=1, tokens=12)
    assert one and one == LanguageModel.load(folder).complete("Say something.", "Ben:", seed=1, tokens=12)
    assert one != talker.complete("Say something.", "Ben:", seed=2, tokens=12)


def test_a_prompt_longer_than_the_model_can_take_is_cut_at_its_beginning(folder: Path) -> None:
    talker = LanguageModel.load(folder)
    long, longer = "x" * 300, "y" * 2_000 + "x" * 300
    assert talker.complete("", long, seed=1, tokens=8) == talker.complete("", longer, seed=1, tokens=8)


def test_a_models_own_template_is_used(tmp_path: Path, folder: Path) -> None:
    template = "{% for m in messages %}[{{ m.role }}]{{ m.content }}{% endfor %}"
    chatty = LanguageModel.load(save_talker(tmp_path / "chat", template=template))
    plain = LanguageModel.load(folder)
    assert chatty.complete("", "Ben:", seed=1, tokens=12) != plain.complete("", "Ben:", seed=1, tokens=12)


@pytest.mark.parametrize("harm", ["missing", "empty", "no weights", "damaged", "not json"])
def test_a_folder_without_a_model_is_refused_with_a_sentence(harm: str, tmp_path: Path) -> None:
    place = tmp_path / "talker"
    if harm not in ("missing", "empty"):
        save_talker(place)
    if harm == "empty":
        place.mkdir()
    if harm == "no weights":
        (place / "model.safetensors").unlink()
    if harm == "damaged":
        (place / "model.safetensors").write_bytes(b"\x00" * 64)
    if harm == "not json":
        (place / "config.json").write_text("{", "utf-8")
    with pytest.raises(StoryError, match="language model"):
        language_in(place)


def test_the_command_says_so_and_begins_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = tmp_path / "script.yaml"
    script.write_text("title: A\nworld: {prompt: A village.}\nscenes: [{id: a, beats: [Night falls.]}]\n", "utf-8")
    words = ["play", str(script), "--out", str(tmp_path / "out"), "--folder", str(tmp_path / "home")]
    assert main([*words, "--language-model", str(tmp_path / "none")]) == 1
    assert "holds no language model" in capsys.readouterr().err
    assert main([*words, "--plans"]) == 1
    assert "name its folder" in capsys.readouterr().err


def test_an_episode_goes_on_when_the_model_talks_rubbish(folder: Path, tmp_path: Path) -> None:
    talking = crew_with(WorldModel.tiny(0), TEXT, Renderer(), language_in(folder), plans=True)
    director = Director(EpisodeStore.open(tmp_path), talking, tmp_path)
    cursor = director.direct(director.begin(PROMPT, seed=3), "Ben tells Anna what he saw.")
    take = director.story(cursor.episode).root.beats[0].take
    assert [line["source"] for line in take.directive["lines"]] == ["patterns"]
    assert "plan was of no use" in take.receipt[0]["reading"]
    assert take.captions[0].text == take.directive["lines"][0]["text"]


# Plans

TAKES: dict[str, Any] = {"actions": [{"verb": "take", "actor": "Ben", "target": "sword"}]}
SPEAKS = 'Ben says to Anna: "Run!" Close-up on Anna.'
SPOKEN: dict[str, Any] = {
    "actions": [{"verb": "feel", "actor": "Ben", "emotion": "afraid"},
                {"verb": "talk", "actor": "Ben", "target": "Anna", "say": "Run!", "after": 0}],
    "camera": {"shot_size": "Close-up", "subject": "Anna"},
}  # fmt: skip


def test_a_plan_becomes_a_directive() -> None:
    directive = planned(f"Sure! Here it is:\n```json\n{json.dumps(SPOKEN)}\n``` Good luck.", SPEAKS)
    afraid, talk = directive.actions
    assert (afraid.verb, afraid.actor, afraid.emotion) == ("feel", "e2", "afraid")
    assert (talk.verb, talk.target, talk.after) == ("talk", "e1", 0) and talk.seconds > 0
    assert [(line.speaker, line.text, line.action) for line in directive.lines] == [("e2", "Run!", 1)]
    assert (directive.camera.shot_size, directive.camera.subject) == ("Close-up", "e1")
    assert directive.note == "planned by the language model"


def test_talk_without_words_is_left_to_whoever_writes_lines() -> None:
    directive = planned('{"actions": [{"verb": "talk", "actor": "Ben", "target": "Anna"}]}', "Ben thanks Anna.")
    assert [cue.action for cue in directive.cues] == [0] and directive.lines == ()


BAD: dict[str, Any] = {
    "no list": {"actions": {}},
    "nothing": {"actions": []},
    "too many": {"actions": TAKES["actions"] * 13},
    "an unknown key": {**TAKES, "code": "import os"},
    "an unknown key of an action": {"actions": [{**TAKES["actions"][0], "why": "?"}]},
    "no verb": {"actions": [{"actor": "Ben"}]},
    "an unknown verb": {"actions": [{"verb": "teleport", "actor": "Ben"}]},
    "somebody who is not there": {"actions": [{"verb": "wave", "actor": "Carla"}]},
    "a number for a name": {"actions": [{"verb": "wave", "actor": 7}]},
    "a thing that acts": {"actions": [{"verb": "wave", "actor": "sword"}]},
    "somebody who cannot fly": {"actions": [{"verb": "fly", "actor": "Ben"}]},
    "a well that is given something": {"actions": [
        {"verb": "give", "actor": "Ben", "object": "sword", "target": "well"}
    ]},
    "nobody to give to": {"actions": [{"verb": "give", "actor": "Ben", "object": "sword"}]},
    "nobody to do it": {"actions": [{"verb": "wave"}]},
    "rain as somebody's doing": {"actions": [{"verb": "weather", "actor": "Ben", "weather": "rain"}]},
    "weather without any": {"actions": [{"verb": "weather"}]},
    "waiting for itself": {"actions": [{**TAKES["actions"][0], "after": 0}]},
    "a truth for a number": {"actions": [{**TAKES["actions"][0], "speed": True}]},
    "no speed there is": {"actions": [{**TAKES["actions"][0], "speed": 99}]},
    "an unknown shot": {**TAKES, "camera": {"shot_size": "Huge"}},
    "words nobody quoted": {"actions": [{"verb": "talk", "actor": "Ben", "say": "The king is dead."}]},
    "entrances that are no list": {**TAKES, "entrances": {"name": "Carla", "as": "a woman"}},
    "a crowd that comes in": {**TAKES, "entrances": [{"name": f"man {n}", "as": "a man"} for n in range(5)]},
    "an entrance of nobody": {**TAKES, "entrances": [{"name": "", "as": "a woman"}]},
    "an entrance of nothing": {**TAKES, "entrances": [{"name": "Zib", "as": "qwrtz"}]},
    "an entrance of who is there": {**TAKES, "entrances": [{"name": "Ben", "as": "a man"}]},
    "words in a deed": {"actions": [{**TAKES["actions"][0], "say": "Mine!"}]},
}


def test_a_plan_may_bring_somebody_in() -> None:
    plan = {"entrances": [{"name": "Carla", "as": "an old woman in red"}],
            "actions": [{"verb": "enter", "actor": "Carla"}, {"verb": "wave", "actor": "Carla"}]}  # fmt: skip
    directive = planned(json.dumps(plan), "Carla comes in, an old woman in red, and waves.")
    (carla,) = directive.entrances
    assert (carla.name, carla.kind, carla.look["age"]) == ("Carla", "person", "old")
    assert [(a.verb, a.actor) for a in directive.actions] == [("enter", carla.id), ("wave", carla.id)]
    assert carla.id not in {entity.id for entity in state().stage.entities}


@pytest.mark.parametrize("plan", BAD.values(), ids=BAD.keys())
def test_a_plan_that_cannot_be_acted_is_read_by_the_default(plan: Any) -> None:
    direction = "Ben takes the sword."
    directive = planned(json.dumps(plan), direction)
    default = reading().plan(direction, state(), Context())
    assert replace(directive, note="") == default
    assert directive.note.startswith("read by Nacre, as the language model's plan was of no use: ")


@pytest.mark.parametrize(
    "text", ["", "No.", "{", '{"actions": [', "[1, 2]", '[{"verb": "wave"}]', "{" * 5_000, '{"a":' * 5_000]
)
def test_an_answer_without_json_is_no_plan(text: str) -> None:
    with pytest.raises(PlanError):
        directive_of(plan_in(text), "Ben waves.", state())


def test_what_the_author_quotes_must_be_said_word_for_word() -> None:
    changed = json.dumps(SPOKEN).replace("Run!", "Run away!")
    assert "of no use" in planned(changed, SPEAKS).note
    silent = {"actions": SPOKEN["actions"][:1]}
    assert "nobody says “Run!”" in planned(json.dumps(silent), SPEAKS).note
    assert [line.text for line in planned(changed, SPEAKS).lines] == ["Run!"]


def test_what_is_acted_is_of_the_form_that_models_are_told() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    fits = jsonschema.Draft202012Validator(schema())
    assert fits.is_valid(TAKES) and fits.is_valid(SPOKEN)
    of_no_form = {
        "no list", "too many", "an unknown key", "no verb", "an unknown verb", "a number for a name", "an unknown shot",
        "an unknown key of an action", "a truth for a number", "no speed there is", "entrances that are no list",
        "a crowd that comes in", "an entrance of nobody",
    }  # fmt: skip
    assert {name for name, plan in BAD.items() if not fits.is_valid(plan)} == of_no_form


# Lines

KNOWN = ("Anna told me: “The key is under the mill.”",)
PART = Part("Ben", "Anna", "Ben answers.", "calm", "en", KNOWN, (), "Where is it?",
            frozenset({"Ben", "Anna", "smith"}), frozenset({"Ben", "Anna", "smith", "guard"}))  # fmt: skip
FIT: Mapping[str, str | None] = {
    "Under the mill, Anna.": "Under the mill, Anna.",
    'Ben: "Under the mill."\nAnna: "Thanks."': "Under the mill.",
    "": None,
    "...": None,
    "The guard has it.": None,  # who is neither there nor remembered
    "The smith has murdered your brother.": None,  # who is there, and has done no such thing
    "Has the smith seen it?": "Has the smith seen it?",
    "Carla did it.": None,
    "I would ask Gregor.": None,
    "<b>Under</b> the mill": None,
    "在磨坊下面。": None,  # in another language
    "key key key key key key key key": None,
    "word " * 100: None,
    "Under\x00the mill": None,
}


@pytest.mark.parametrize(("written", "line"), FIT.items())
def test_a_line_is_taken_when_it_holds(written: str, line: str | None) -> None:
    assert fit(written, PART, TEXT.encode) == line


def test_a_line_that_holds_is_said_and_its_source_told() -> None:
    asked = reading().plan("Ben thanks Anna.", state(), Context())
    encode = TEXT.encode
    said = with_lines(asked, state(), Context(), encode, ModelWriter(Answers("Anna, I owe you my life."), encode))
    assert [(line.text, line.source) for line in said.lines] == [("Anna, I owe you my life.", "language model")]
    assert "by the language model" in said.action_readings[0] and said.cues == ()
    plain = with_lines(asked, state(), Context(), encode, ModelWriter(Answers("Carla did it."), encode))
    assert plain == with_lines(asked, state(), Context(), encode)
