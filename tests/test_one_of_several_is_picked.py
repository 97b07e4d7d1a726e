"""Which of several is meant, and what is asked of them: ordinals, counts, "another", "the rest", and the same again."""

from __future__ import annotations

import pytest
from test_directions_are_read_as_authors_write_them import HALL, PALACE, wrong

CLASS = "A classroom with a teacher, three students, a desk and a book."
OFFICE = "An office at night with Anna, Ben, a boss in a grey suit, a desk, a phone and a door."
ROOM = "教室里，老师、三个学生、一张课桌、一本书。"


@pytest.mark.parametrize(
    ("world", "direction", "read"),
    [
        (CLASS, "Two of the students kneel and the rest bow.",
         ["student 1 & student 2: kneel", "student 3: stand", "student 3: bow"]),
        (CLASS, "Two of the students kneel; the third one bows.",
         ["student 1 & student 2: kneel", "student 3: stand", "student 3: bow"]),
        (CLASS, "One student gives the book to another.", ["student 1: give book -> student 2"]),
        (HALL, "The second guard kneels while the other guard bows.", ["guard 2: kneel", "guard 1: bow"]),
        (PALACE, "第二个侍卫跪下，另一个侍卫鞠躬。", ["侍卫2: kneel", "侍卫1: bow"]),
        (ROOM, "两个学生跪下，第三个鞠躬。", ["学生1 & 学生2: kneel", "学生3: stand", "学生3: bow"]),
    ],
)
def test_ordinals_and_counts_pick_them(world: str, direction: str, read: list[str]) -> None:
    assert not wrong(direction, *read, world=world)


@pytest.mark.parametrize(
    ("world", "direction", "read"),
    [
        (HALL, "The knight kneels. The princess does the same.", ["knight: kneel", "princess: kneel"]),
        (HALL, "The knight looks at her, then at the chest.", ["knight: face -> princess", "knight: face -> chest"]),
        (HALL, "Neither the knight nor the princess moves.", ["knight & princess: stop"]),
        (ROOM, "三个学生你看看我，我看看你。", ["学生1 & 学生2 & 学生3: face|examine -> 学生1|学生2|学生3"]),
        (PALACE, "侍卫1跪下，侍卫2也照做。", ["侍卫1: kneel", "侍卫2: kneel"]),
    ],
)
def test_the_same_is_done_by_others_and_to_others(world: str, direction: str, read: list[str]) -> None:
    assert not wrong(direction, *read, world=world)


@pytest.mark.parametrize(
    ("world", "direction", "read"),
    [
        (HALL, "The guard grabs the knight before he can reach the door.", ["guard 1: take|attack -> knight"]),
        (HALL, "The princess nearly drops the sword.", ["princess: stop", "never: drop"]),
        (OFFICE, "Anna wants to hit him but thinks better of it.", ["Anna: stop", "never: attack"]),
        (PALACE, "没等皇后开口，皇帝就走了。", ["皇帝: exit|walk", "never: talk"]),
        (PALACE, "宫女差点摔倒。", ["宫女: stop", "never: fall"]),
    ],
)
def test_what_does_not_come_about_is_not_done(world: str, direction: str, read: list[str]) -> None:
    assert not wrong(direction, *read, world=world)
