"""Who was told something remembers it nine scenes and a restart later, and only on the branch where it was said."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from directing import open_director

from director.cli import main
from director.director import Director
from director.speech.memory import Attendance, Memory, Place, Step, memories
from storygraph.story import Caption, Cursor, Take

PROMPT = "A village with Anna, Ben, a guard, a well and a sword."


@dataclass(frozen=True)
class Told:
    """What is told in the first scene and what is asked for in the ninth, in one language."""

    tell: str
    ask: str
    known: str


ENGLISH = Told('Anna says to Ben: "The key is under the old mill."',
               'The guard asks Ben: "Where is the key?" Ben answers.', "old mill")  # fmt: skip
CHINESE = Told("Anna对Ben说：“钥匙在老磨坊下面。”", "guard问Ben：“钥匙在哪里？”Ben回答。", "老磨坊")


def last_lines(director: Director, cursor: Cursor) -> list[dict[str, Any]]:
    beat = director.story(cursor.episode).scene(cursor.scene).beats[cursor.beat - 1]
    return list(beat.take.directive["lines"])


def mind(director: Director, cursor: Cursor, name: str) -> list[dict[str, Any]]:
    return next(list(kept["memories"]) for kept in director.memories(cursor) if kept["name"] == name)


@pytest.mark.parametrize("told", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_what_was_told_in_scene_1_is_used_in_scene_9_after_a_restart_and_not_in_the_sibling(
    told: Told, tmp_path: Path
) -> None:
    director = open_director(tmp_path)
    start = director.begin(PROMPT, seed=3)
    cursor = director.direct(start, told.tell)
    sibling = director.fork(start, title="Where it was never said")
    for number in range(2, 10):
        cursor = director.fork(cursor, title=f"Scene {number}")
    cursor = director.direct(cursor, "Ben waves.")
    director.close()

    director = open_director(tmp_path)
    assert len(director.story(cursor.episode).scenes) == 10
    cursor, sibling = director.direct(cursor, told.ask), director.direct(sibling, told.ask)

    _, line = last_lines(director, cursor)
    assert told.known in line["text"] and line["source"] == "patterns"
    _, row, *_ = director.story(cursor.episode).scene(cursor.scene).beats[-1].take.receipt
    assert told.known in row["reading"] and "beat 1 of “Opening”" in row["reading"]
    _, other = last_lines(director, sibling)
    assert other["text"] and told.known not in other["text"]

    assert told.known in json.dumps(mind(director, cursor, "Ben"), ensure_ascii=False)
    assert told.known not in json.dumps(director.memories(sibling), ensure_ascii=False)
    first = mind(director, cursor, "Ben")[0]
    assert (first["how"], first["actor"], first["scene"], first["beat"]) == ("told", "Anna", "Opening", 1)


def test_a_line_is_written_once_and_replayed_as_it_was(tmp_path: Path) -> None:
    director = open_director(tmp_path)
    cursor = director.direct(director.begin(PROMPT, seed=3), ENGLISH.tell)
    cursor = director.direct(cursor, "Ben answers.")
    said = last_lines(director, cursor)
    director.retake(cursor)
    assert last_lines(director, cursor) == said
    graph = director.story(cursor.episode)
    assert {take.captions[0].text for take in graph.root.beats[-1].takes} == {said[0]["text"]}


def test_what_the_author_quotes_is_said_as_it_stands(tmp_path: Path) -> None:
    director = open_director(tmp_path)
    cursor = director.direct(director.begin(PROMPT, seed=3), 'Ben answers Anna: "I know <b>nothing</b> & care less."')
    (line,) = last_lines(director, cursor)
    assert (line["text"], line["source"]) == ("I know <b>nothing</b> & care less.", "author")


def test_memories_can_be_looked_into(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    director = open_director(tmp_path)
    cursor = director.direct(director.begin(PROMPT, seed=3), ENGLISH.tell)
    director.close()
    assert main(["memory", f"{cursor.episode}:Opening:1", "--folder", str(tmp_path)]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown == open_director(tmp_path).memories(cursor)
    assert {kept["name"]: [m["how"] for m in kept["memories"]] for kept in shown}["Anna"] == ["said"]
    assert main(["memory", f"{cursor.episode}:Opening:0", "--folder", str(tmp_path)]) == 0
    assert json.loads(capsys.readouterr().out) == []


# Who was there

HERE, FAR = Place(0, 0, True, False), Place(12, 0, True, False)
AWAY, SHUT = Place(0, 0, False, False), Place(1, 0, True, True)
NAMES = {"e1": "Anna", "e2": "Ben", "e3": "guard"}


def there(**places: Place) -> Attendance:
    return Attendance(places, tuple(places), NAMES)


def beat(*actions: dict[str, Any], line: str = "", voice: str = "normal", starts: tuple[float, ...] = (0.0,)) -> Step:
    """A beat of these actions, all done; the first is Anna's to speak the line."""
    lines = [{"speaker": "e1", "text": line, "mood": None, "action": 0, "voice": voice}] if line else []
    directive = {"text": "...", "actions": list(actions), "lines": lines, "camera": None, "entrances": [],
                 "readings": [], "refusals": [], "action_readings": []}  # fmt: skip
    receipt = tuple({"status": "done", "start_s": at} for at, _ in zip(starts, actions, strict=True))
    captions = (Caption("Anna", line, 1.0, 2.0),) if line else ()
    take = Take("t", 1, "after", receipt=receipt, captions=captions, start="before", directive=directive)
    return Step(Cursor("e", "s", 1), "Opening", take)


def hows(step: Step, before: Attendance, after: Attendance) -> dict[str, list[str]]:
    kept = memories([step], {"before": before, "after": after}.__getitem__)
    return {who: [memory.how for memory in known] for who, known in kept.items()}


SPEAKS = {"verb": "talk", "actor": "e1", "target": "e2"}


@pytest.mark.parametrize(
    ("voice", "heard"), [("whisper", []), ("normal", []), ("shout", ["heard"])]
)
def test_a_voice_reaches_as_far_as_it_is_raised(voice: str, heard: list[str]) -> None:
    place = there(e1=HERE, e2=Place(1, 0, True, False), e3=FAR)
    found = hows(beat(SPEAKS, line="It burns.", voice=voice), place, place)
    assert found == {"e1": ["said"], "e2": ["told"], "e3": heard}


def test_who_is_near_overhears_but_no_whisper() -> None:
    place = there(e1=HERE, e2=HERE, e3=Place(4, 0, True, False))
    assert hows(beat(SPEAKS, line="It burns."), place, place)["e3"] == ["heard"]
    assert hows(beat(SPEAKS, line="It burns.", voice="whisper"), place, place)["e3"] == []


def test_who_is_not_there_remembers_nothing_of_it() -> None:
    place = there(e1=HERE, e2=HERE, e3=AWAY)
    assert hows(beat(SPEAKS, line="It burns."), place, place)["e3"] == []
    assert hows(beat({"verb": "hug", "actor": "e1", "target": "e2"}), place, place) == {
        "e1": ["did"], "e2": ["felt"], "e3": []
    }  # fmt: skip


def test_who_is_shut_in_hears_and_does_not_see() -> None:
    place = there(e1=HERE, e2=HERE, e3=SHUT)
    assert hows(beat({"verb": "wave", "actor": "e1"}), place, place)["e3"] == []
    assert hows(beat(SPEAKS, line="It burns."), place, place)["e3"] == ["heard"]


def test_who_comes_in_knows_only_what_happens_from_then_on() -> None:
    before, after = there(e1=HERE, e2=HERE, e3=AWAY), there(e1=HERE, e2=HERE, e3=HERE)
    early = beat({"verb": "wave", "actor": "e1"}, {"verb": "enter", "actor": "e3"}, starts=(0.0, 2.0))
    assert hows(early, before, after)["e3"] == ["did"]
    late = beat({"verb": "enter", "actor": "e3"}, {"verb": "wave", "actor": "e1"}, starts=(0.0, 2.0))
    assert hows(late, before, after)["e3"] == ["did", "saw"]


def test_what_was_not_done_has_not_happened() -> None:
    place = there(e1=HERE, e2=HERE)
    step = beat({"verb": "hug", "actor": "e1", "target": "e2"})
    step.take.receipt[0]["status"] = "refused"
    assert hows(step, place, place) == {"e1": [], "e2": []}


def test_memories_are_values() -> None:
    place = there(e1=HERE, e2=HERE)
    kept = memories([beat(SPEAKS, line="It burns.")], lambda checkpoint: place)
    assert kept == memories([beat(SPEAKS, line="It burns.")], lambda checkpoint: place)
    assert all(isinstance(memory, Memory) and hash(memory.event) for known in kept.values() for memory in known)


