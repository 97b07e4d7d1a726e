"""Nouns, deeds and bodies are told apart: a baby is not its nurse, a beard is nobody, and who fishes is no fish."""

from __future__ import annotations

import pytest

from director.casting.worlds import Casting, cast
from model.text import TextEncoder


def world(prompt: str) -> Casting:
    return cast(prompt, seed=41, text=TextEncoder())


def names(found: Casting) -> dict[str, str]:
    return {e.name: e.archetype for e in found.stage.entities}


def told(found: Casting) -> set[tuple[str, str, str]]:
    name = {e.id: e.name for e in found.stage.entities}
    return {(r.kind, name[r.subject], name.get(r.other or "", "")) for r in found.relations}


@pytest.mark.parametrize(
    ("prompt", "who"),
    [
        ("产房外，年轻的丈夫来回踱步，护士抱着婴儿推门出来。", {"丈夫", "护士", "婴儿"}),
        ("医生把孩子交给年轻的妻子。", {"医生", "孩子", "妻子"}),
        ("小徒弟偷偷拔师父的胡子。", {"小徒弟", "师父"}),
        ("阁楼里，八岁的小雅抱着枕头缩在墙角。", {"小雅"}),
        ("办公室里，陈志航和周佳敏在争吵。", {"陈志航", "周佳敏"}),
        ("On the riverbank, a boy and his grandfather fish.", {"boy", "grandfather"}),
        ("The king and his cook argue.", {"king", "cook"}),
    ],
)
def test_everybody_told_is_there_and_nobody_else(prompt: str, who: set[str]) -> None:
    assert {name for name, kind in names(world(prompt)).items() if kind in ("adult", "child")} == who


def test_several_who_fish_hold_rods() -> None:
    found = told(world("Three boys fish off a pier at dusk."))
    assert sum(kind == "holds" and thing.startswith("fishing rod") for kind, _, thing in found) == 3


@pytest.mark.parametrize("prompt", ["忽然有人敲门，妈妈放下碗去开门。", "客厅里，父子俩正在下棋，门外有人敲门。"])
def test_somebody_who_knocks_is_at_the_door(prompt: str) -> None:
    assert ("near", "人", "门") in told(world(prompt))


def test_who_is_told_before_somebody_knocks_is_not_at_the_door() -> None:
    found = told(world("年夜饭桌上，爷爷奶奶和孙子正要动筷，忽然有人敲门。"))
    assert {who for kind, who, _ in found if kind == "sits"} == {"爷爷", "奶奶", "孙子"}


def test_a_younger_one_who_pulls_his_beard_has_none() -> None:
    found = world("山顶，剑仙盘腿坐在石头上，小徒弟偷偷拔他的胡子。")
    assert ("near", "小徒弟", "剑仙") in told(found)
    assert {e.name: e.look.get("beard") for e in found.stage.entities}["小徒弟"] == "none"


@pytest.mark.parametrize(
    ("prompt", "thing", "archetype"),
    [("男人端着一杯热水走到床边。", "热水杯", "cup"), ("一个女人把一瓶水放在桌上。", "水瓶", "bottle")],
)
def test_a_liquid_is_what_it_is_in(prompt: str, thing: str, archetype: str) -> None:
    assert names(world(prompt))[thing] == archetype


def test_what_is_set_beside_who_sits_at_a_table_is_on_it() -> None:
    found = told(world("便利店里，女高中生趴在收银台上睡着了，一个男人把一瓶水放在她手边。"))
    assert {("on", "水瓶", "收银台"), ("near", "男人", "女高中生")} <= found


@pytest.mark.parametrize(
    ("prompt", "holds"),
    [("村口，卖冰棍的大婶推着自行车经过。", ("holds", "大婶", "冰棍")),
     ("卖花的小姑娘站在街角。", ("holds", "小姑娘", "花")),
     ("A girl learns to play the violin from an old man.", ("holds", "girl", "violin")),
     ("产房外，丈母娘坐在长椅上织毛衣。", ("holds", "丈母娘", "手帕"))],
)  # fmt: skip
def test_what_somebody_sells_or_learns_to_play_is_in_hand(prompt: str, holds: tuple[str, str, str]) -> None:
    assert holds in told(world(prompt))


def test_a_game_of_two_is_one_game() -> None:
    found = names(world("村口老槐树下，两个老汉下象棋，一群小孩围着看。"))
    assert [name for name in found if name.startswith("象棋")] == ["象棋"]


@pytest.mark.parametrize(
    ("prompt", "cared_for"),
    [("战壕里，小战士给受伤的班长喂水。", "班长"), ("A medic bandages a wounded soldier on a battlefield.", "soldier")],
)
def test_the_wounded_are_tended_on_the_ground(prompt: str, cared_for: str) -> None:
    found = told(world(prompt))
    assert ("lies", cared_for, "") in found
    assert any(kind == "kneels" and who != cared_for for kind, who, _ in found)


def test_the_cat_keeps_its_stool() -> None:
    found = told(world("A bartender sleeps over the counter of an empty tavern as the cat watches from a stool."))
    assert ("on", "cat", "stool") in found
    assert not any(kind == "sits" and seat == "stool" for kind, _, seat in found)


def test_a_punched_bag_is_in_no_hand_and_a_boxing_ring_on_no_finger() -> None:
    found = world("In the gym, a boxer punches a heavy bag while his coach waits by the ring.")
    assert ("near", "boxer", "heavy bag") in told(found)
    assert "ring" not in names(found)


@pytest.mark.parametrize(
    ("prompt", "burns"),
    [
        ("远处的村庄燃着大火，士兵回头望着。", True),
        ("A dead campfire lies between two sleeping hikers.", False),
    ],
)
def test_a_fire_burns_unless_it_has_gone_out(prompt: str, burns: bool) -> None:
    assert any(kind == "lit" for kind, _, _ in told(world(prompt))) is burns


def test_before_a_palace_in_the_snow_is_in_the_open() -> None:
    found = world("太和殿前，三皇子跪在雪地里，太监总管高声宣读圣旨，皇帝背对着他站在台阶上。")
    assert (found.stage.setting, found.weather) == ("courtyard garden", "snow")
    assert ("on", "皇帝", "台阶") in told(found)
