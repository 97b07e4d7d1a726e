"""A receipt judges each action by its verb's goals and by how far its task has come."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from stages import begin, square

from director.acting import Performance
from director.directive import CameraOrder, Directive, Line
from director.receipts import describe, judge
from model.goals import goals
from model.moment import GESTURES
from model.state import Action, Task

NAMES = {"e1": "knight", "e2": "well", "e3": "sword"}


def state(x: float, holds: list[str] | None = None) -> dict[str, Any]:
    def one(entity_id: str, at: float) -> dict[str, Any]:
        return {"id": entity_id, "name": NAMES[entity_id], "position": [at, 0.0, 0.0], "size": [0.6, 1.6, 0.6],
                "heading_deg": 0.0, "pose": "stand", "emotion": "calm", "holds": [], "present": True}  # fmt: skip

    return {"entities": [one("e1", x) | {"holds": holds or []}, one("e2", 6.0), one("e3", 1.0)], "weather": "clear",
            "time_of_day": "day"}  # fmt: skip


def status(action: Action, task: Task | None, before: dict[str, Any], after: dict[str, Any]) -> str:
    return str(judge(Directive("...", (action,)), before, after, (task,))[0]["status"])


def test_goals_are_filled_with_names_and_roles_nobody_plays_ask_nothing() -> None:
    assert goals(Action("walk", "e1", "e2"), NAMES) == ["near(knight, well)|moved(knight,0.5)".replace(", ", ",")]
    assert goals(Action("walk", "e1"), NAMES) == ["moved(knight,0.5)"]
    assert goals(Action("talk", "e1"), NAMES) == []
    assert goals(Action("time", None, hour=23.0), NAMES) == ["time(night)"]


def test_an_action_that_came_true_is_done() -> None:
    walk = Action("walk", "e1", "e2")
    row = judge(Directive("...", (walk,)), state(0.0), state(4.5), (Task(walk, 12, 36),), first_step=12)[0]
    assert row["status"] == "done" and row["reason"] == ""
    assert (row["start_s"], row["end_s"]) == (0.0, 2.0)
    assert row["facts"] == [{"fact": "near(knight,well)|moved(knight,0.5)", "before": False, "after": True}]


def test_what_did_not_happen_says_so() -> None:
    take = Action("take", "e1", "e3")
    assert status(take, Task(take, 0, 24), state(0.0), state(0.0)) == "refused"
    assert status(take, Task(take, 0, None), state(0.0), state(0.0)) == "partial"
    assert status(take, Task(take), state(0.0), state(0.0)) == "refused"
    assert status(take, Task(take, 0, 24), state(0.0), state(0.0, ["sword"])) == "done"


def test_refusals_of_the_reading_are_rows_too() -> None:
    rows = judge(Directive("...", refusals=("There is no king on stage.",)), state(0.0), state(0.0), ())
    assert [(row["status"], row["reason"]) for row in rows] == [("refused", "There is no king on stage.")]


def test_an_action_is_told_in_plain_words() -> None:
    assert describe(Action("give", "e1", "e2", "e3", speed=0.5), NAMES) == "knight: give sword -> well, slowly"
    assert describe(Action("feel", "e1", emotion="angry"), NAMES) == "knight: feel angry"
    assert describe(Action("walk", "e1", "e2", manner="sneak"), NAMES) == "knight: walk -> well, sneaking"
    assert describe(Action("shield", "e1", "e2", "e3"), NAMES) == "knight: shield -> well from sword"
    assert describe(Action("act", "e1", words="shimmies"), NAMES) == "knight: “shimmies”"
    assert describe(Action("blast", None, "e2"), NAMES) == "explosion -> well"
    assert describe(Action("black_out", None), NAMES) == "lights out"
    assert describe(Action("weather", None, weather="snow"), NAMES) == "weather: snow"


def test_a_directive_survives_json() -> None:
    directive = Directive(
        "Lin says hi.", (Action("talk", "e1", "e2", seconds=1.5), Action("walk", "e1", direction=(1.0, 0.0), after=0)),
        (Line("e1", "hi <b>", "angrily", 0),), CameraOrder("Close-up", None, "e1", "hard-cut"), (),
        ("a -> b",), ("no",),
        ("x", "y"),
    )  # fmt: skip
    assert Directive.from_json(directive.to_json()) == directive


def test_a_gesture_made_in_the_midst_of_a_beat_was_shown() -> None:
    _, start = begin(square())
    gesture = start.moment.gesture.copy()
    gesture[0] = np.eye(len(GESTURES))[GESTURES.index("bow")] * 0.6
    gesture[1] = np.eye(len(GESTURES))[GESTURES.index("nod")] * 0.4  # only begun
    bowing = replace(start.moment, gesture=gesture)
    beat = Performance(Directive("..."), start, (start.moment, bowing, start.moment), (), start, 12)
    assert (beat.shown()["e0"], beat.shown()["e1"]) == (("bow",), ())
