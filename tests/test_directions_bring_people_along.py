"""Who comes in brings others along, comes back, and is told of again; a door that nobody sees may open for them."""

from __future__ import annotations

import pytest
from stages import begin, stage_of
from texts import TEXT

from director.directive import Directive
from director.understanding import Reader
from storygraph.errors import StoryError

READER = Reader(TEXT)
STAGE = stage_of(("king", "adult"), ("Anna", "adult"), ("table", "table"))
CHINESE = stage_of(("皇帝", "adult"), ("宫女", "adult"), ("桌子", "table"))


def read(words: str) -> Directive:
    stage = STAGE if words.isascii() else CHINESE
    return READER.read(words, stage, begin(stage)[1].moment)


def entered(directive: Directive) -> list[str]:
    names = {e.id: e.name for e in directive.entrances}
    return sorted(names[a.actor] for a in directive.actions if a.verb == "enter" and a.actor in names)


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("两名侍卫押着一个黑衣刺客走进来。", ["侍卫1", "侍卫2", "黑衣刺客"]),
        ("一个将军走进来，身后跟着两个士兵。", ["士兵1", "士兵2", "将军"]),
        ("A servant hurries in with a letter.", ["servant"]),
        ("A doctor hurries in with a folder and bows to the king.", ["doctor"]),
    ],
)
def test_they_come_in_together(words: str, who: list[str]) -> None:
    directive = read(words)
    assert entered(directive) == sorted(who) and not directive.refusals


def test_who_has_come_is_told_of_again() -> None:
    directive = read("一个黑衣刺客冲进来，刺客跪在地上。")
    (assassin,) = directive.entrances
    assert [(a.actor, a.verb) for a in directive.actions][-1] == (assassin.id, "kneel") and not directive.refusals


@pytest.mark.parametrize("words", ["门突然开了，一个侍卫冲进来。", "The door bursts open and a guard runs in."])
def test_a_door_that_nobody_sees_opens_for_them(words: str) -> None:
    assert [a.verb for a in read(words).actions] == ["enter"]


def test_a_car_does_not_drive_into_a_room() -> None:
    stage = stage_of(("Anna", "adult"), ("table", "table"), indoor=True)
    with pytest.raises(StoryError, match="stays outside"):
        READER.read("A car pulls up.", stage, begin(stage)[1].moment)
