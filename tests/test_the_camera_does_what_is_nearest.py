"""What the camera cannot do is done as the nearest that it can, and said; else the author is told what would work."""

from __future__ import annotations

import pytest
import reading

from director.directive import CameraOrder
from director.evaluate_reading import Answer, Sentence

HALL = "A castle hall by day with a knight, a princess, two guards, a throne, a sword and a chest."
PALACE = "古代宫殿大厅，皇帝、皇后、两个侍卫、一个宫女，一把龙椅，一把剑，一封信。"


def answer(direction: str, world: str) -> Answer:
    return reading.examiner().ask(Sentence("asked", "development", "asked", world, direction, ()))


def order(direction: str, world: str = HALL) -> CameraOrder:
    camera = answer(direction, world).directive.camera
    assert camera is not None
    return camera


@pytest.mark.parametrize(
    ("direction", "read", "said"),
    [
        ("Dissolve to the throne.", "camera hard-cut @ throne", "Dissolve -> pictures do not blend here"),
        ("Crane up over the throne.", "camera Tilt Up @ throne", "Crane up -> it looks up"),
        ("Rack focus from the sword to the princess.", "camera @ princess", "Rack focus -> everything is in focus"),
        ("The camera circles the knight.", "camera Tracking @ knight", "circles -> it stays with them"),
    ],
)
def test_what_it_cannot_do_is_read_as_the_nearest(direction: str, read: str, said: str) -> None:
    assert not reading.wrong(direction, read, world=HALL)
    assert said in order(direction).reading


def test_it_is_said_in_the_authors_language() -> None:
    assert order("叠化到宫女。", PALACE).reading == "叠化 -> 这里没有叠化和淡入淡出：直接切换"


def test_what_it_can_do_needs_no_saying() -> None:
    assert order("Close-up on the princess.").reading == ""


@pytest.mark.parametrize(
    ("direction", "world", "way"), [("Fade to black.", HALL, "Cut to"), ("淡出。", PALACE, "切到")]
)
def test_of_nobody_the_author_is_told_what_would_work(direction: str, world: str, way: str) -> None:
    refused = answer(direction, world).directive
    assert refused.camera is None
    assert way in " ".join(refused.refusals)


def test_what_is_done_without_a_cut_is_a_long_take() -> None:
    direction = "Without a single cut, the camera stays on the knight."
    assert not reading.wrong(direction, "camera long-take @ knight", world=HALL)
    assert not reading.wrong("Without a word, the knight kneels.", "knight: kneel", world=HALL)


def test_who_does_the_same_is_no_camera() -> None:
    assert not reading.wrong("A crane flies in.", "*: enter", world=HALL)
    assert not reading.wrong("The princess circles the knight.", "princess: circle -> knight", world=HALL)
    assert not reading.wrong("The knight tells the princess what he sees.", "knight: talk -> princess", world=HALL)
