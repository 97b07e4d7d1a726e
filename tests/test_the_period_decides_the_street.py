"""A street, a market or a gate is of the time of those who are there: people of old China are in an old street."""

from __future__ import annotations

import pytest

from director.casting.worlds import Casting, cast
from model.settings import SETTINGS
from tests.texts import TEXT

OLD_OUTFITS = {"hanfu", "wuxia", "robe", "rags", "armor", "apron", "royal"}


def world(prompt: str) -> Casting:
    return cast(prompt, seed=3, text=TEXT)


@pytest.mark.parametrize(
    "prompt",
    [
        "街上，皇帝微服私访，遇见卖花的姑娘。",
        "集市上，县令追着小偷跑。",
        "小巷里，刺客把剑架在太子脖子上。",
        "客栈外，大侠牵着一匹马。",
        "桥头，货郎向丫鬟叫卖胭脂。",
        "广场上，公主当众拒绝了将军。",
        "街角，一个披着铠甲的男人倒下了。",
        "A samurai bows to a geisha on a rainy street.",
        "A crowded market in the Tang dynasty: a merchant argues with a monk.",
        "Wuxia: a swordswoman and a masked rival fight on a street at night.",
        "An eunuch whispers to a concubine on the bridge.",
    ],
)
def test_people_of_old_china_meet_in_an_old_street(prompt: str) -> None:
    assert world(prompt).stage.setting == "old street"


@pytest.mark.parametrize(
    "prompt",
    [
        "古镇上，两个女孩吃糖葫芦。",
        "城门下，守卫拦住一辆马车。",
        "元宵灯会，人群中一个书生和一个姑娘。",
        "刑场上，囚犯跪着。",
        "衙门口，老汉击鼓鸣冤。",
        "A temple fair at night with a girl and an old man.",
        "At the city gate, a guard stops a beggar.",
        "Lantern festival: a boy looks for his sister.",
    ],
)
def test_some_places_are_of_old_china_whoever_is_there(prompt: str) -> None:
    told = world(prompt)
    assert told.stage.setting == "old street"
    people = [e for e in told.stage.entities if e.kind == "person"]
    assert people and {e.look["outfit"] for e in people} <= OLD_OUTFITS


@pytest.mark.parametrize(
    ("prompt", "setting"),
    [
        ("街上，外卖小哥撞到一个女孩。", "street"),
        ("集市上，大妈在买菜。", "street"),
        ("街头，警察追一个小偷。", "street"),
        ("京城的豪门总裁在街边等人。", "street"),
        ("民国的街头，卖报的小孩和一个军阀。", "street"),
        ("夜晚的小巷里，女孩和陌生人。", "alley"),
        ("A policeman stands on a street corner.", "street"),
        ("The CEO crosses the street in the rain.", "street"),
        ("A kung fu master fights thugs in Chinatown.", "street"),
        ("A market with a fishmonger and a monkey.", "street"),
    ],
)
def test_the_streets_of_today_stay_as_they_are(prompt: str, setting: str) -> None:
    assert world(prompt).stage.setting == setting


@pytest.mark.parametrize(
    "prompt",
    ["A knight and a queen at the city gate.", "An old street in Paris with a painter.", "村口，女侠告别老母亲。"],
)
def test_the_west_and_the_country_have_no_such_street(prompt: str) -> None:
    assert world(prompt).stage.setting == "village"


def test_guests_of_today_may_come_to_an_old_town() -> None:
    told = world("古街上，两个女孩用手机自拍。")
    assert told.stage.setting == "old street"
    assert all(e.look["outfit"] not in ("hanfu", "wuxia") for e in told.stage.entities if e.kind == "person")


def test_a_carriage_before_there_were_cars_is_a_cart() -> None:
    then = world("城门外，将军拦住一辆马车。").stage
    now = world("街头，一辆轿车停在总裁面前。").stage
    assert next(e for e in then.entities if e.name == "马车").archetype == "cart"
    assert next(e for e in now.entities if e.name == "轿车").archetype == "car"


def test_nobody_named_there_are_people_of_that_time() -> None:
    told = world("黄昏的古街。")
    people = [e for e in told.stage.entities if e.kind == "person"]
    assert told.stage.setting == "old street" and people
    assert {e.look["outfit"] for e in people} <= OLD_OUTFITS
    assert {e.archetype for e in told.stage.entities} >= set(SETTINGS["old street"].furniture)
