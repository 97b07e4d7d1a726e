"""A narrator's words are captions of the beat; nobody on stage says, hears or remembers them."""

from __future__ import annotations

from pathlib import Path

import pytest
from directing import PROMPT, open_director
from texts import TEXT

from director.casting import cast
from director.directive import Directive, Narration
from director.understanding import Reader
from model.layout import first_moment

READER = Reader(TEXT)
EN, ZH = "A castle hall with a knight, a princess and a throne.", "宫殿大厅里，一位皇帝、一位皇后和一把龙椅。"


def read(world: str, direction: str) -> Directive:
    casting = cast(world, seed=3, text=TEXT)
    moment = first_moment(casting.stage, casting.relations, seed=3, hour=12.0, weather="clear")
    return READER.read(direction, casting.stage, moment)


@pytest.mark.parametrize(("direction", "teller", "words"), [
    ("Narrator: 'Years passed.'", "Narrator", "Years passed."),
    ("Narrator: Years passed.", "Narrator", "Years passed."),
    ("The narrator says: “Nobody knew.”", "Narrator", "Nobody knew."),
    ("Voice-over: 'She was gone.'", "Voice-over", "She was gone."),
    ("Title card: 'Paris, 1923'", "Title card", "Paris, 1923"),
])  # fmt: skip
def test_a_narrator_speaks(direction: str, teller: str, words: str) -> None:
    directive = read(EN, direction)
    assert [(told.teller, told.text) for told in directive.narration] == [(teller, words)]
    assert not directive.actions and not directive.lines and not directive.refusals


@pytest.mark.parametrize(
    "direction", ["旁白：多年以后。", "旁白：“多年以后。”", "旁白说道：“多年以后。”", "画外音：「多年以后。」"]
)
def test_a_narrator_speaks_in_chinese(direction: str) -> None:
    directive = read(ZH, direction)
    assert [told.text for told in directive.narration] == ["多年以后。"] and not directive.lines


def test_who_is_on_stage_speaks_beside_a_narrator() -> None:
    directive = read(EN, "Narrator: 'It was late.' The knight says: 'Go home.' The princess sits down.")
    assert [told.text for told in directive.narration] == ["It was late."]
    assert [line.text for line in directive.lines] == ["Go home."]
    assert "sit" in {action.verb for action in directive.actions}


def test_who_is_called_so_and_is_on_stage_has_a_mouth() -> None:
    directive = read("A stage with Anna and a man called Ben.", "Anna reads the caption: 'No entry.'")
    assert [line.text for line in directive.lines] == ["No entry."] and not directive.narration


def test_narration_is_a_caption_that_outlives_a_restart_and_that_nobody_remembers(tmp_path: Path) -> None:
    words = "Long ago, when the well was deep and the village slept, a knight came home."
    director = open_director(tmp_path)
    cursor = director.direct(director.begin(PROMPT, seed=3), f"Narrator: '{words}'")
    director.close()
    director = open_director(tmp_path)
    graph = director.story(cursor.episode)
    (beat,) = graph.ancestry(cursor)
    (caption,) = beat.take.captions
    assert (caption.speaker, caption.text, caption.start_s) == ("Narrator", words, 0.0)
    assert caption.end_s <= beat.take.duration_s
    assert [row["status"] for row in beat.take.receipt] == ["done"]
    state = director.state(cursor)
    assert not any(entity["speaking"] for entity in state["entities"])
    assert words not in str(director.memories(cursor))
    director.close()


def test_a_directive_keeps_its_narration() -> None:
    told = Directive("x", narration=(Narration("Years passed.", "Narrator", 1.5),))
    assert Directive.from_json(told.to_json()) == told
    assert Directive.from_json({k: v for k, v in told.to_json().items() if k != "narration"}).narration == ()
