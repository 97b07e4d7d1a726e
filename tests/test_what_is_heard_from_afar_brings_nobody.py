"""A sound from where nobody is seen is told in a caption: the wolf in the distance does not walk in."""

from __future__ import annotations

import pytest
from test_music_is_seen_to_be_played import READER, begun

from director.directive import Directive

ROOM = "A dining room at night: Nora, an old man, a dog, a table, a door and a window."
SALON = "夜晚的客厅里，女子苏晴和男子陆沉，一扇窗户，一扇门，一条狗。"


def read(direction: str) -> Directive:
    state = begun(ROOM if direction.isascii() else SALON)
    return READER.read(direction, state.stage, state.moment)


@pytest.mark.parametrize("direction", [
    "A wolf howls in the distance", "Sirens wail outside", "A bell tolls far away",
    "远处传来狼嚎", "门外传来敲门声", "窗外响起一声枪响",
])  # fmt: skip
def test_it_is_told_and_nobody_comes_in(direction: str) -> None:
    directive = read(direction)
    assert not directive.actions and not directive.entrances and not directive.refusals
    assert [told.text for told in directive.narration] == [direction]


@pytest.mark.parametrize(("direction", "verb"), [
    ("Nora shouts outside.", "talk"), ("Thunder rumbles in the distance.", "weather"),
    ("The old man walks outside.", "exit"),
    ("外面雷声大作", "weather"),
])  # fmt: skip
def test_what_those_do_who_are_there_is_done(direction: str, verb: str) -> None:
    assert [a.verb for a in read(direction).actions] == [verb]


def test_others_act_in_the_same_breath() -> None:
    directive = read("Somewhere outside an owl hoots and Nora looks up.")
    assert [a.verb for a in directive.actions] == ["face"]


@pytest.mark.parametrize(("direction", "feels"), [
    ("Her smile fades", "sad"), ("她的笑容消失了", "sad"), ("Nora smiles", "happy"),
])  # fmt: skip
def test_a_smile_that_fades_is_none(direction: str, feels: str) -> None:
    assert [(a.verb, a.emotion) for a in read(direction).actions] == [("feel", feels)]
