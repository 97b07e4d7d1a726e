"""Prompts in headings, sluglines, cast lists and cues, as screenwriters write them: a heading is nobody, what stands in
brackets behind a name is what that one is, and the place, the hour and the title are found under theirs."""

from __future__ import annotations

import pytest
from texts import TEXT

from director.casting import Casting, cast
from director.casting.screenplay import in_sentences


def world(prompt: str) -> Casting:
    return cast(prompt, seed=3, text=TEXT)


def people(casting: Casting) -> dict[str, str]:
    return {e.name: e.look["role"] for e in casting.stage.entities if e.kind == "person"}


@pytest.mark.parametrize(("prompt", "setting", "hour", "cast_"), [
    ("Characters: Anna (detective), Ben (her brother). Setting: a bar. Time: night.", "bar", "night",
     {"Anna": "detective", "Ben": "brother"}),
    ("Characters:\n- Sarah, a nurse\n- Dr. Cole, a surgeon\nLocation: hospital corridor\nTime: midnight", "hospital",
     "night", {"Sarah": "nurse", "Dr. Cole": "doctor"}),
    ("Anna - detective\nBen - bartender\nThe bar at night.", "bar", "night",
     {"Anna": "detective", "Ben": "innkeeper"}),
    ("Cast: Priya, 29, chef; Sam, waiter. Place: kitchen. Time: at night.", "kitchen", "night",
     {"Priya": "chef", "Sam": "waiter"}),
    ("INT. KITCHEN - NIGHT\n\nMARY, 40s, chops onions. TOM (12) sits at the table.", "kitchen", "night",
     {"MARY": "young woman", "TOM": "young man"}),
    ("SCENE 1. INT. CLASSROOM - DAY. Ms. Park scolds LEO.", "classroom", "day",
     {"Ms. Park": "woman", "LEO": "young man"}),
    ("人物：林晓（医生）、王强（病人）。地点：医院走廊。时间：深夜。", "hospital", "night",
     {"林晓": "doctor", "王强": "patient"}),
    ("【人物】沈清（女，28岁，医生）\n【场景】厨房\n【时间】夜晚", "kitchen", "night", {"沈清": "doctor"}),
    ("1. 场景：咖啡馆\n2. 人物：小雨（服务员），阿杰（顾客）\n3. 时间：深夜", "cafe", "night",
     {"小雨": "waiter", "阿杰": "guest"}),
    ("安娜\n侦探。\n本\n她的弟弟。\n酒吧，深夜。", "bar", "night", {"安娜": "detective", "弟弟": "brother"}),
    ("场景一 内景 厨房 夜\n安娜在切菜，汤姆走进来。", "kitchen", "night",
     {"安娜": "young woman", "汤姆": "young man"}),
    ("場景：教室\n人物：林曉（老師）\n時間：深夜", "classroom", "night", {"林曉": "teacher"}),
])  # fmt: skip
def test_the_people_the_place_and_the_hour_are_found(
    prompt: str, setting: str, hour: str, cast_: dict[str, str]
) -> None:
    found = world(prompt)
    assert found.stage.setting == setting
    assert (found.hour >= 21 or found.hour < 5) == (hour == "night")
    assert people(found) == cast_


@pytest.mark.parametrize("prompt", [
    "角色：宋远（医生）、小七（流浪狗）。场景：天桥下。",
    "Cast: Ann (doctor), Rex (a dog). Place: a bridge.",
])  # fmt: skip
def test_an_animal_of_the_list_is_one(prompt: str) -> None:
    beings = [e.archetype for e in world(prompt).stage.entities if e.kind != "prop"]
    assert beings == ["adult", "dog"]


@pytest.mark.parametrize(("prompt", "title"), [
    ("Title: The Last Call\nSetting: a bar\nCharacters: Anna (detective)", "The Last Call"),
    ("标题：最后一班车\n地点：车站\n人物：林晓（医生）", "最后一班车"),
])  # fmt: skip
def test_a_story_has_the_title_that_it_gives_itself(prompt: str, title: str) -> None:
    assert world(prompt).title == title


def test_what_is_said_under_a_cue_brings_nothing_on_stage() -> None:
    told = world("INT. BAR - NIGHT\n\nANNA\nWhere is the horse?\n\nBEN\n(shrugging)\nThe dragon took it.")
    assert people(told).keys() == {"Anna", "Ben"}
    assert not {"horse", "dragon"} & {e.archetype for e in told.stage.entities}


@pytest.mark.parametrize("prompt", [
    "Night shift at the morgue: rookie pathologist Lena drops her scalpel when the corpse sits up.",
    "Anna (12) and her father wait. Time passes: nobody comes.",
    "雨夜，侦探走进酒吧，说：“时间到了。”",
    "春风\n吹过山岗\n一个牧童骑着牛",
])  # fmt: skip
def test_plain_prompts_stay_as_they_are(prompt: str) -> None:
    assert in_sentences(prompt) == (prompt, "")
