"""What a prompt tells is told of the right one, and of the place it names: the ground, a seat, the door, the sky."""

from __future__ import annotations

import pytest

from director.casting.times import era_of
from director.casting.worlds import Casting, cast
from model.settings import SETTINGS
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


@pytest.mark.parametrize("prompt", ["A groom checking his watch waits, smoking.", "A monkey steals a hat."])
def test_a_king_in_smoking_is_none_and_a_monk_in_monkey_neither(prompt: str) -> None:
    assert era_of(prompt, SETTINGS["street"]) == "modern"


def test_an_animals_mother_is_an_animal() -> None:
    found = {e.name: e.archetype for e in world("和尚给一只小狐狸包扎，狐狸的母亲蹲在门外望着。").stage.entities}
    assert (found["小狐狸"], found["母亲"]) == ("fox", "fox")
    assert "狐狸" not in found


def test_whose_servant_somebody_is_need_not_be_there() -> None:
    found = world("小宫女偷吃糕点，被御厨揪住耳朵，太后的贴身嬷嬷冷着脸站在门口。")
    assert "太后" not in names(found)
    assert {("near", "御厨", "小宫女"), ("near", "嬷嬷", "门口")} <= told(found)


def test_what_falls_from_his_hands_does_not_fell_him() -> None:
    found = world("甲板上，管家撞见这一幕，手里的香槟塔倒了一地。")
    assert not found.actions
    assert ("holds", "管家", "香槟塔") in told(found)


def test_one_in_the_last_row_is_one() -> None:
    assert "男孩" in names(world("教室里，最后一排的男孩趴在课桌上打瞌睡。"))


@pytest.mark.parametrize(
    ("prompt", "setting"),
    [
        ("A submarine captain stares at the screen.", "spaceship"),
        ("The counter of an empty tavern, where a cat sleeps.", "cafe"),
        ("电竞比赛现场，少年选手摘下耳机。", "theatre"),
    ],
)
def test_the_place_is_told_in_passing(prompt: str, setting: str) -> None:
    assert world(prompt).stage.setting == setting


def test_a_baby_brother_is_a_child_on_her_back() -> None:
    found = world(
        "The teacher rings the bell; only one girl, carrying her baby brother on her back, walks up the path."
    )
    assert ("holds", "girl", "brother") in told(found)
    assert next(e for e in found.stage.entities if e.name == "brother").archetype == "child"


def test_who_sits_on_the_steps_outside_is_with_whom_she_smokes() -> None:
    found = told(world("The bride sits on the church steps outside, smoking a cigarette with the gravedigger."))
    assert {("sits", "bride", "steps"), ("near", "gravedigger", "bride")} <= found


def test_a_hat_that_coins_are_dropped_into_is_in_no_hand_and_a_fiddler_has_his_fiddle() -> None:
    prompt = "A blind fiddler plays beside a fountain as skaters glide past and a girl drops a coin into his hat."
    found = told(world(prompt))
    assert not any(kind == "holds" and thing == "hat" for kind, _, thing in found)
    assert ("holds", "fiddler", "violin") in found


@pytest.mark.parametrize(
    ("prompt", "thing", "archetype"),
    [("侠客把一袋金子扔在柜台上。", "金子袋", "bag"), ("皇后端着一杯毒酒走进来。", "毒酒杯", "cup")],
)
def test_a_thing_is_shown_in_what_it_is_counted_in(prompt: str, thing: str, archetype: str) -> None:
    assert {e.name: e.archetype for e in world(prompt).stage.entities}[thing] == archetype


def test_who_sits_before_a_computer_is_at_the_desk_it_is_on() -> None:
    found = told(world("丈夫坐在电脑前打游戏。"))
    desk = next(desk for kind, thing, desk in found if kind == "on" and thing == "电脑")
    assert any(kind == "near" and at == desk for kind, _, at in found)


def test_what_one_looks_through_is_in_hand() -> None:
    found = told(world("On a rooftop, a man watches the street through binoculars."))
    assert any(kind == "holds" and who == "man" for kind, who, _ in found)


def test_a_hyphened_word_describes_who_does_it() -> None:
    found = told(world("High-school bully Trent shoves a skinny exchange student against the lockers."))
    assert ("faces", "Trent", "exchange student") in found


def test_a_mirror_backstage_is_a_mirror() -> None:
    assert ("near", "clown", "mirror") in told(world("A clown removes his makeup in front of a mirror backstage."))


def test_in_a_hut_it_is_within_doors_and_by_its_hearth() -> None:
    found = world("雪夜的破屋里，老猎人围着火堆烤野兔。")
    assert (found.stage.setting, found.weather) == ("living room", "snow")
    assert "破屋" not in names(found)


def test_who_is_unconscious_lies_and_who_dozes_sits() -> None:
    unconscious = told(world("外星飞船的医疗舱里，机器人医生给昏迷的女舰长注射药水。"))
    assert any(kind == "lies" and who == "女舰长" for kind, who, _ in unconscious)


def test_a_teapot_that_is_nowhere_is_on_the_table_unless_it_fell() -> None:
    assert ("on", "茶壶", "桌子") in told(world("茶馆里，黑衣女子悄悄把信塞进茶壶下面。"))
    assert not any(kind == "on" for kind, thing, _ in told(world("茶馆里，女子吓得茶壶掉在地上。")) if thing == "茶壶")


def test_a_veil_that_is_lifted_is_no_thing_on_stage() -> None:
    assert "头纱" not in names(world("婚礼现场，新娘掀开头纱，发现新郎换了人。"))


def test_a_fishermans_son_comes_alone_and_pyjamas_are_no_sleep() -> None:
    mermaids = world("Two mermaids sit on a rock as a fisherman's son watches them from behind a boat.")
    assert "fisherman" not in names(mermaids)
    assert ("near", "son", "boat") in told(mermaids)
    assert "皇上" in names(world("太医跪在龙床前给昏迷的皇上诊脉。"))
    assert ("inside", "人", "石棺") in told(world("古墓里，考古队员发现石棺里躺着一个和自己长得一模一样的人。"))
    assert not any(kind == "lies" for kind, _, _ in told(world("小区楼下，穿睡衣的小伙子从窗口探出头来大喊。")))
    assert world("At the hospice, an old soldier plays harmonica in his wheelchair.").stage.setting == "hospital"
