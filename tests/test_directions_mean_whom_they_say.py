"""Whom a word means among those who are there: no woman is a man, who is called by name is spoken to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from stages import begin, stage_of
from texts import TEXT

from director.directive import Directive
from director.understanding import Reader

READER = Reader(TEXT)
_PEOPLE = (("man", "adult"), ("young woman", "adult"), ("Dutch", "adult"))
_STAGE = stage_of(*_PEOPLE, ("robot", "robot"), ("window", "window"))
_GENDERS = {"man": "m", "young woman": "f", "Dutch": "m"}
STAGE = replace(_STAGE, entities=tuple(
    replace(e, look={"gender": _GENDERS[e.name]}) if e.name in _GENDERS else e for e in _STAGE.entities
))  # fmt: skip
MAN, WOMAN, DUTCH, ROBOT, WINDOW = (e.id for e in STAGE.entities)


def read(words: str, *before: str) -> Directive:
    return READER.read(words, STAGE, begin(STAGE)[1].moment, spoken_before=before)


def test_a_woman_is_no_man_though_he_was_told_of_last() -> None:
    (nods,) = read("The woman nods.", "The man waves.").actions
    assert nods.actor == WOMAN


def test_who_did_nothing_is_told_of_next() -> None:
    *_, bows = read("Dutch doesn't attack. He bows.", "The man waves.").actions
    assert (bows.actor, bows.verb) == (DUTCH, "bow")


def test_who_is_called_by_name_is_spoken_to() -> None:
    (talks,) = read('The man says: "Drop it, Dutch!"', "The woman waves.").actions
    assert talks.target == DUTCH


def test_two_of_them_shake_hands() -> None:
    actions = read("They shake hands.", "The man, the woman and Dutch wave.", "The man walks to Dutch.").actions
    assert {a.actor for a in actions} == {MAN, DUTCH}


def test_one_of_them_does_it() -> None:
    assert len({a.actor for a in read("One of them bows.", "The man and Dutch wave.").actions}) == 1


def test_what_goes_on_gives_way_to_what_is_told_then() -> None:
    circles, pushes = read("Dutch walks in a circle around the man and then pushes him.").actions
    assert circles.seconds is not None and pushes.after == 0


@pytest.mark.parametrize(("words", "verb"), [("The woman backs away to the window.", "walk"),
                                             ("The woman backs away from the window.", "back_off")])  # fmt: skip
def test_backing_away_to_something_is_to_go_there(words: str, verb: str) -> None:
    (goes,) = read(words).actions
    assert (goes.verb, goes.target) == (verb, WINDOW)


def test_a_gun_is_drawn_on_somebody() -> None:
    takes, points = read("Dutch draws his gun on the man.").actions
    assert (takes.verb, points.verb, points.target) == ("take", "point", MAN)
