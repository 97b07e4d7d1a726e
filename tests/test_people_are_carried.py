"""Somebody carries another in the arms or on the back, goes along with them, and sets them down."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from stages import begin, stage_of
from texts import TEXT

from director.acting import Performance, act
from director.receipts import judge
from director.understanding import Reader
from model.layout import Relation
from model.renderer.troupe import extents, players
from model.state import Action, WorldState
from model.world import WorldModel

READER, WORLD = Reader(TEXT), WorldModel.load()
STAGE = stage_of(("Anna", "adult"), ("Ben", "adult"), ("boy", "child"), ("well", "well"))
STAGE = replace(STAGE, entities=tuple(
    replace(e, look={"gender": "f" if e.name == "Anna" else "m"}) if e.kind == "person" else e for e in STAGE.entities
))  # fmt: skip


def asked(words: str) -> list[Action]:
    return list(READER.read(words, STAGE, begin(STAGE)[1].moment).actions)


@pytest.mark.parametrize(
    ("words", "who", "where"),
    [
        ("Ben lifts Anna in his arms.", "e0", "arms"),
        ("Ben carries the boy on his back.", "e2", "back"),
        ("Ben背起Anna。", "e0", "back"),
        ("Ben把Anna横抱起来。", "e0", "arms"),
        ("Anna picks up the boy.", "e2", "arms"),
    ],
)
def test_somebody_is_taken_in_the_arms_or_on_the_back(words: str, who: str, where: str) -> None:
    (lifts,) = asked(words)
    assert (lifts.verb, lifts.target, lifts.wear) == ("take", who, ("carries", where))


@pytest.mark.parametrize(
    ("words", "verb", "target"),
    [
        ("Ben carries Anna to the well.", "walk", "e3"),
        ("Ben背着Anna离开。", "exit", None),
        ("Ben抱着boy跑了出去。", "exit", None),
        ("Ben picks up the boy and walks to the well.", "walk", "e3"),
    ],
)
def test_and_goes_along(words: str, verb: str, target: str | None) -> None:
    lifts, goes = asked(words)
    assert lifts.wear is not None and (goes.actor, goes.verb, goes.target, goes.after) == ("e1", verb, target, 0)


@pytest.mark.parametrize("words", ["Ben turns his back on Anna.", "Ben背对着Anna。", "Ben hugs Anna.", "Ben抱住Anna。"])
def test_nobody_is_lifted_who_is_only_hugged_or_turned_from(words: str) -> None:
    assert all(action.wear is None for action in asked(words))


def played(words: str, state: WorldState) -> Performance:
    return act(WORLD, state, READER.read(words, state.stage, state.moment), seed=4)


@pytest.mark.parametrize(
    ("words", "done"),
    [
        ("Anna lays him down on the bed.", [("walk", "e0"), ("drop", "e0"), ("lie", "e1")]),
        ("Anna walks to the bed and gently lays him down.", [("walk", "e0"), ("drop", "e0"), ("lie", "e1")]),
        ("Anna把他轻轻放到床上。", [("walk", "e0"), ("drop", "e0"), ("lie", "e1")]),
        ("Anna lays Ben on the ground.", [("drop", "e0"), ("lie", "e1")]),
        ("Anna sits him on the bed.", [("walk", "e0"), ("drop", "e0"), ("sit", "e1")]),
        ("Anna lies down on the bed.", [("lie", "e0")]),
    ],
)
def test_who_is_carried_is_laid_where_the_words_say(words: str, done: list[tuple[str, str]]) -> None:
    stage = stage_of(("Anna", "adult"), ("Ben", "child"), ("bed", "bed"))
    stage = replace(stage, entities=tuple(replace(e, look={"gender": "m"}) if e.name == "Ben" else e
                                          for e in stage.entities))  # fmt: skip
    held = begin(stage, relations=(Relation("holds", "e0", "e1"),))[1].moment
    actions = READER.read(words, stage, held).actions
    assert [(a.verb, a.actor) for a in actions] == done
    on_the_bed = [a.target for a in actions if a.verb in ("walk", "sit", "lie")]
    assert set(on_the_bed) == {None if "ground" in words else "e2"}


def test_who_is_borne_on_the_back_is_upright_behind() -> None:
    start = WORLD.begin(STAGE, begin(STAGE)[1].moment, seed=4)
    end = played("Ben carries the boy on his back.", start).end
    boy, bearer = (next(p for p in players(end.stage, end.moment) if p.row == row).matrices[0] for row in (2, 1))
    assert boy[1, 1] > 0.9
    assert (boy[:3, 3] - bearer[:3, 3]) @ bearer[:3, 2] < -0.1


def test_who_is_carried_comes_along_and_is_set_down() -> None:
    start = WORLD.begin(STAGE, begin(STAGE)[1].moment, seed=4)
    carried = played("Ben picks up the boy and walks to the well.", start)
    end = carried.end
    assert [row["status"] for row in judge(carried)] == ["done", "done"]
    assert end.moment.held_by[2] == 1 and end.moment.pose_name(2) == "sit"
    assert np.linalg.norm((end.moment.position[2] - end.moment.position[1])[[0, 2]]) < 0.6
    boy, bearer = (next(p for p in players(end.stage, end.moment) if p.row == row) for row in (2, 1))
    assert boy.matrices[0][1, 1] < 0.7  # he lies across
    low, high = extents(boy)[0]
    assert low[1] > 0.2
    assert np.linalg.norm((low + high)[[0, 2]] / 2 - bearer.matrices[0][[0, 2], 3]) < 0.7
    down = played("Ben puts the boy down.", end)
    assert [row["status"] for row in judge(down)] == ["done", "done"]
    assert down.end.moment.held_by[2] < 0 and down.end.moment.position[2, 1] < 0.1
    assert down.end.moment.pose_name(2) == "stand"
