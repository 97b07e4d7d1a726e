"""What a prompt tells is told of the right one, and of the place it names: the ground, a seat, the door, the sky."""

from __future__ import annotations

import pytest

from director.casting.worlds import Casting, cast
from model.text import TextEncoder


def world(prompt: str) -> Casting:
    return cast(prompt, seed=41, text=TextEncoder())


def told(found: Casting) -> set[tuple[str, str, str]]:
    name = {e.id: e.name for e in found.stage.entities}
    return {(r.kind, name[r.subject], name.get(r.other or "", "")) for r in found.relations}


def names(found: Casting) -> set[str]:
    return {e.name for e in found.stage.entities}


@pytest.mark.parametrize(
    "prompt",
    [
        "A trucker sleeps in a booth and a storm rattles the windows.",
        "窗外暴风雨怒吼，老人坐在炉火旁。",
        "老人坐在炉火旁，窗外狂风怒吼。",
    ],
)
def test_a_storm_is_nobodys_anger(prompt: str) -> None:
    found = world(prompt)
    assert found.weather == "storm"
    assert found.emotions == {}


@pytest.mark.parametrize(
    ("prompt", "who"),
    [
        ("A girl sits on the floor of the living room.", "girl"),
        ("A goalkeeper sits alone on the muddy pitch.", "goalkeeper"),
        ("教室里，小女孩坐在地上哭。", "小女孩"),
        ("公园里，老人坐在草地上晒太阳。", "老人"),
    ],
)
def test_who_sits_on_the_ground_is_on_no_seat(prompt: str, who: str) -> None:
    assert ("sits", who, "") in told(world(prompt))


def test_the_one_bed_is_for_whom_it_is_told() -> None:
    found = world("病房里，昏迷的奶奶躺在床上，孙女握着她的手。")
    assert ("lies", "奶奶", "床") in told(found)
    assert "床2" not in names(found)


def test_two_at_the_door_are_both_there() -> None:
    assert {("near", "爸爸", "门口"), ("near", "叔叔", "门口")} <= told(world("病房里，爸爸和叔叔在门口争吵。"))


def test_what_one_kneels_to_hold_up_is_in_hand() -> None:
    found = told(world("公堂上，老妇人跪在地上高举状纸。"))
    assert {("kneels", "老妇人", ""), ("holds", "老妇人", "状纸")} <= found


def test_who_throws_a_thing_down_does_not_fall() -> None:
    found = world("足球场边，教练把战术板摔在草地上，前锋阿凯正在系鞋带。")
    assert not found.actions
    assert {("near", "战术板", "教练"), ("kneels", "阿凯", "")} <= told(found)


def test_what_is_thrown_on_a_table_lies_there() -> None:
    assert ("on", "离婚协议", "桌") in told(world("女总裁把离婚协议摔在桌上，丈夫跪在地上求她。"))


@pytest.mark.parametrize(
    ("prompt", "where"),
    [
        ("少年翻开一个冰箱，里面坐着一个小女孩。", ("near", "小女孩", "冰箱")),
        ("小男孩牵着一只黄狗在街上走。", ("near", "黄狗", "小男孩")),
    ],
)
def test_who_is_in_or_on_a_lead_is_by_it(prompt: str, where: tuple[str, str, str]) -> None:
    assert where in told(world(prompt))


@pytest.mark.parametrize(
    ("prompt", "who"),
    [
        ("雨夜的高架桥下，外卖员小郑蹲在地上。", {"小郑"}),
        ("Grandma Rosa teaches her twin granddaughters in the kitchen.",
         {"Grandma Rosa", "granddaughter 1", "granddaughter 2"}),
    ],
)  # fmt: skip
def test_bridges_and_twins_are_nobody_else(prompt: str, who: set[str]) -> None:
    found = world(prompt)
    assert {e.name for e in found.stage.entities if e.kind == "person"} == who


def test_a_circle_of_sheep_is_no_thing_and_a_veil_is_on_a_head() -> None:
    assert "circle" not in names(world("A proud rooster lectures a circle of sleepy sheep."))
    assert "面纱" not in names(world("红衣少女一剑挑飞了对手的面纱。"))


def test_a_diner_that_has_closed_is_dark_outside() -> None:
    assert world("In a small-town diner after closing time, a waitress counts her tips.").hour >= 20


def test_a_chinese_court_is_no_theatre() -> None:
    assert world("县衙公堂上，县太爷一拍惊堂木，两旁站着四名衙役。").stage.setting == "palace"
