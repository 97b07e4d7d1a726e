"""`nacre eval`: cases are read, acted, judged and counted."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from director.evaluation import Case, Outcome, evaluate, load_cases, report, summary, table
from storygraph.errors import StoryError

ROOT = Path(__file__).parent.parent


def world(emotion: str, x: float = 0.0) -> dict[str, Any]:
    lin = {"id": "e1", "name": "Lin", "kind": "person", "position": [x, 0, 0], "size": [1, 1, 1], "heading_deg": 0,
           "pose": "stand", "emotion": emotion, "holds": [], "present": True}  # fmt: skip
    return {"entities": [lin], "weather": "clear", "time_of_day": "day"}


def case(name: str, *expect: str, unchanged: tuple[str, ...] = ()) -> Case:
    return Case(name, "a world", 1, "Lin cries.", expect, (), unchanged)


def weep(asked: Case, takes: int) -> Outcome:
    if asked.id == "talk-2":
        raise StoryError("There is no king on stage.")
    return Outcome(world("calm"), world("sad"), corrections=takes)


def test_cases_are_judged_tabled_and_summed_up(tmp_path: Path) -> None:
    cases = [case("person-1", "emotion(Lin, sad)"), case("person-2", "emotion(Lin, happy)"),
             case("talk-1", "exists(king)", "pose(king, sit)"), case("talk-2", "exists(Lin)"),
             case("env-1", "weather(clear)", unchanged=("Lin",))]  # fmt: skip
    said: list[str] = []
    results = evaluate(cases, weep, takes=3, dump=tmp_path / "dump", say=said.append)
    assert [result.passed for result in results] == [True, False, False, False, False]
    assert results[2].misses == ("exists(king)", "pose(king, sit) [not on stage: king]")
    assert results[3].misses == ("refused: There is no king on stage.",)
    assert results[4].misses == ("unchanged(Lin)",)
    assert summary(results) == {"cases": 5, "passed": 1, "rate": 0.2}
    assert "person       1/2" in table(results) and "corrected the world: 4" in table(results)
    assert json.loads((tmp_path / "dump" / "person-1.after.json").read_text("utf-8")) == world("sad")
    assert not (tmp_path / "dump" / "talk-2.after.json").exists()
    report(results, said.append)
    assert json.loads(said[-1]) == {"cases": 5, "passed": 1, "rate": 0.2}


def test_a_file_that_is_not_cases_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(StoryError, match="cannot be read"):
        load_cases(tmp_path / "none.jsonl")
    broken = tmp_path / "broken.jsonl"
    broken.write_text('{"id": "a-1", "world": "w", "seed": 1, "direction": "", "expect": []}\n{"id": 1}\n', "utf-8")
    with pytest.raises(StoryError, match=r"Line 2 of broken\.jsonl"):
        load_cases(broken)


def test_our_own_cases_are_cases() -> None:
    cases = load_cases(ROOT / "eval" / "held_out.jsonl")
    assert len(cases) >= 60 and len({c.id for c in cases}) == len(cases)
