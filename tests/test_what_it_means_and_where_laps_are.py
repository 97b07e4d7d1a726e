"""What "it" means, who has a pet on the lap, what stands open and who is back to back, as the first frame shows it."""

from __future__ import annotations

import pytest
from texts import TEXT

from director.casting import Casting, cast
from model.layout import first_moment


def relations(casting: Casting) -> set[tuple[str, str, str]]:
    names = {e.id: e.name for e in casting.stage.entities}
    return {(names[r.subject], r.kind, names.get(r.other or "", "")) for r in casting.relations}


@pytest.mark.parametrize(
    ("prompt", "told"),
    [
        ("A sleeping dragon lies in a forest; an elf aims her bow at it.", ("elf", "faces", "dragon")),
        ("A nurse pushes a wheelchair while an old woman sitting in it screams.", ("old woman", "sits", "wheelchair")),
        ("Three boys stare at an open coffin; a girl in white sits inside it.", ("girl", "inside", "open coffin")),
        ("将军骑着马来到树下，女侠看着他。", ("女侠", "faces", "将军")),
        ("The cat sleeps on her lap while Grandma Ruth knits by the fireplace.", ("cat", "near", "Grandma Ruth")),
        ("Grandma Ruth sits by the fire, and the cat sleeps on her lap.", ("Grandma Ruth", "holds", "cat")),
        ("奶奶坐在沙发上，猫趴在她腿上。", ("奶奶", "holds", "猫")),
        ("Sheriff Clara Boone stands in the street with her hand on her revolver.",
         ("Sheriff Clara Boone", "holds", "revolver")),
        ("院子里，女人给花浇水。", ("女人", "near", "花")),
        ("A knight and a thief stand back to back in an alley.", ("knight", "shuns", "thief")),
    ],
)  # fmt: skip
def test_who_is_meant(prompt: str, told: tuple[str, str, str]) -> None:
    assert told in relations(cast(prompt, seed=1, text=TEXT))


@pytest.mark.parametrize(
    ("prompt", "thing", "opened"),
    [
        ("Three boys stare at an open coffin in a graveyard.", "coffin", 1.0),
        ("灵堂里，敞开的棺材旁跪着一个寡妇。", "coffin", 1.0),
        ("Three boys stare at a coffin in a graveyard.", "coffin", 0.0),
        ("A thief opens the door of a dark room.", "door", 0.0),
    ],
)
def test_what_is_told_to_be_open_is(prompt: str, thing: str, opened: float) -> None:
    casting = cast(prompt, seed=1, text=TEXT)
    moment = first_moment(casting.stage, casting.relations, seed=1, hour=casting.hour, weather=casting.weather)
    row = next(i for i, e in enumerate(casting.stage.entities) if e.archetype == thing)
    assert moment.opened[row] == opened


def test_who_lies_on_a_rug_lies_on_the_floor() -> None:
    casting = cast("In a living room with a sofa, Leo lies on the rug reading a comic.", seed=1, text=TEXT)
    assert ("Leo", "lies", "") in relations(casting)


@pytest.mark.parametrize(
    ("prompt", "absent", "present"),
    [
        ("小姐弟站在卖糖人的摊子前哭。", "卖糖人的", "摊子"),
        ("八只手的外星邮递员正给信件盖戳。", "外星邮递员2", "外星邮递员"),
        ("剑冢前，少主夜无殇一身黑袍抚摸着一柄断剑。", "黑袍", "断剑"),
    ],
)
def test_who_and_what_is_there(prompt: str, absent: str, present: str) -> None:
    names = {e.name for e in cast(prompt, seed=1, text=TEXT).stage.entities}
    assert present in names
    assert absent not in names


def test_who_sleeps_in_class_sits_and_who_is_at_the_lectern_stands_by_it() -> None:
    casting = cast("教室里，转校生林晚站在讲台上自我介绍，班霸陈野趴在最后一排睡觉。", seed=1, text=TEXT)
    assert not any(e.archetype == "bed" for e in casting.stage.entities)
    found = relations(casting)
    assert ("林晚", "near", "讲台") in found
    assert any((who, kind) == ("陈野", "sits") for who, kind, _ in found)
