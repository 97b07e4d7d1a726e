"""A receipt judges each action by its verb's goals and by how far its task has come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from stages import begin, entity, square

from director.acting import Performance
from director.directive import CameraOrder, Directive, Line
from director.receipts import Row, describe, judge
from model.goals import goals
from model.moment import GESTURES, Moment
from model.stage import Stage
from model.state import Action, Task

NAMES = {"e1": "knight", "e2": "well", "e3": "sword"}
STAGE = Stage("village", 7, (entity(1, "knight", "adult"), entity(2, "well", "well"), entity(3, "sword", "sword")))
TAKE, WALK = Action("take", "e1", "e3"), Action("walk", "e1", "e2")


def at(x: float, *, sword: bool = False) -> Moment:
    """The knight at `x`, the well six metres to the right of the middle, and the sword in his hand or on the ground."""
    moment = begin(STAGE)[1].moment
    position = np.array([[x, 0, 0], [6, 0, 0], [x if sword else 1.0, 0, 0]], np.float32)
    return replace(moment, position=position, held_by=np.array([-1, -1, 0 if sword else -1]))


def rows(moments: Sequence[Moment], *tasks: Task, refusals: tuple[str, ...] = (), first_step: int = 0) -> list[Row]:
    """What is judged of a beat of these moments, one a step."""
    start = replace(begin(STAGE)[1], moment=moments[0], step=first_step)
    end = replace(start, moment=moments[-1], step=first_step + len(moments) - 1)
    directive = Directive("...", tuple(task.action for task in tasks), refusals=refusals)
    return judge(Performance(directive, start, tuple(moments), tasks, end, 12))


def status(task: Task, before: Moment, after: Moment) -> str:
    return str(rows([before, *[after] * 24], task)[0]["status"])


def test_goals_are_filled_with_names_and_roles_nobody_plays_ask_nothing() -> None:
    assert goals(Action("walk", "e1", "e2"), NAMES) == ["near(knight, well)|moved(knight,0.5)".replace(", ", ",")]
    assert goals(Action("walk", "e1"), NAMES) == ["moved(knight,0.5)"]
    assert goals(Action("talk", "e1"), NAMES) == []
    assert goals(Action("time", None, hour=23.0), NAMES) == ["time(night)"]


def test_an_action_that_came_true_is_done() -> None:
    row = rows([at(0.0), *[at(4.5)] * 36], Task(WALK, 12, 36), first_step=12)[0]
    assert row["status"] == "done" and row["reason"] == ""
    assert (row["start_s"], row["end_s"]) == (0.0, 2.0)
    assert row["facts"] == [{"fact": "near(knight,well)|moved(knight,0.5)", "before": False, "after": True}]


def test_what_did_not_happen_says_so() -> None:
    assert status(Task(TAKE, 0, 24), at(0.0), at(0.0)) == "refused"
    assert status(Task(TAKE, 0, None), at(0.0), at(0.0)) == "partial"
    assert status(Task(TAKE), at(0.0), at(0.0)) == "refused"
    assert status(Task(TAKE, 0, 24), at(0.0), at(0.0, sword=True)) == "done"


def test_what_is_taken_and_let_go_of_again_was_taken() -> None:
    drop = Action("drop", "e1", object="e3")
    moments = [at(0.0), at(0.0, sword=True), at(0.0, sword=True), at(0.0)]
    both = rows(moments, Task(TAKE, 0, 1), Task(drop, 1, 3, after=0))
    assert [row["status"] for row in both] == ["done", "done"]
    alone = rows(moments, Task(TAKE, 0, 1))  # nobody asked for it to be let go of
    assert [row["status"] for row in alone] == ["refused"]


def test_what_comes_true_only_once_somebody_has_turned_to_something_else_is_done_too() -> None:
    cheer = Action("cheer", "e1")
    moments = [at(0.0), at(0.0), at(0.0), at(4.5)]
    assert rows(moments, Task(WALK, 0, 1), Task(cheer, 1, 3, after=0))[0]["status"] == "done"


def test_what_comes_second_is_judged_from_where_it_began() -> None:
    there = Task(WALK, 0, 1)
    back = Task(Action("walk", "e1", direction=(-1.0, 0.0)), 1, 2, after=0)
    assert [row["status"] for row in rows([at(0.0), at(4.5), at(0.0)], there, back)] == ["done", "done"]


def test_refusals_of_the_reading_are_rows_too() -> None:
    judged = rows([at(0.0)], refusals=("There is no king on stage.",))
    assert [(row["status"], row["reason"]) for row in judged] == [("refused", "There is no king on stage.")]


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
