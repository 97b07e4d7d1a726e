"""What cannot be done is said in the language of the direction, and what would help with it."""

from __future__ import annotations

import pytest
from texts import TEXT

from director.casting import cast
from director.casting.spotting import HAN
from director.understanding import Reader
from model.layout import first_moment
from storygraph.errors import StoryError

READER = Reader(TEXT)


def told(world: str, direction: str) -> str:
    """Why nothing of the direction is done there."""
    casting = cast(world, seed=3, text=TEXT)
    moment = first_moment(casting.stage, casting.relations, seed=3, hour=casting.hour, weather=casting.weather)
    with pytest.raises(StoryError) as refusal:
        READER.read(direction, casting.stage, moment)
    return str(refusal.value)


@pytest.mark.parametrize(("direction", "words"), [
    ("公主飞起来。", "不会飞"), ("侍卫把剑递给公主。", "台上没有剑"), ("侍卫把公主放进椅子。", "放不了东西"),
    ("公主扔掉它。", "手里没有东西"),
])  # fmt: skip
def test_chinese_is_answered_in_chinese(direction: str, words: str) -> None:
    assert words in told("古代宫殿大厅，一位公主、一名侍卫和一把椅子。", direction)


@pytest.mark.parametrize(("direction", "words"), [
    ("The princess flies.", "cannot fly"), ("The guard opens the chair.", "cannot be opened"),
    ("The pirate waves.", "There is no pirate on stage; on stage are"), ("The princess drops it.", "holds nothing"),
])  # fmt: skip
def test_english_is_answered_in_english(direction: str, words: str) -> None:
    answer = told("A castle hall with a princess, a guard and a chair.", direction)
    assert words in answer and not HAN.search(answer)


def test_a_direction_in_english_of_people_with_chinese_names_is_answered_in_english() -> None:
    assert "cannot fly" in told("古代宫殿大厅，一位公主和一名侍卫。", "The princess flies.")


@pytest.mark.parametrize("direction", ["The boy sits down and cries.", "The boy sits down, then cries. Then falls."])
def test_nobody_does_what_one_is_told_who_is_not_there(direction: str) -> None:
    assert "There is no boy on stage" in told("A castle hall with a princess, a guard and a chair.", direction)


def test_a_prince_is_no_princess() -> None:
    assert "台上没有王子" in told("A castle hall with a princess and a guard.", "王子挥手。")
