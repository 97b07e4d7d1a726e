"""Prompts and directions in traditional characters are understood as in simplified ones; names and lines stay as they
were written."""

from __future__ import annotations

import pytest
from texts import TEXT

from director.casting import Casting, cast
from director.texts import simplified
from director.understanding.reading import Reader
from model.layout import first_moment

WORLDS = {
    "酒吧裡，女孩趴在吧台上哭，調酒師遞給她一杯水。": "酒吧里，女孩趴在吧台上哭，调酒师递给她一杯水。",
    "雨夜的咖啡館裡，女記者等著偵探，桌上放著一封信。": "雨夜的咖啡馆里，女记者等着侦探，桌上放着一封信。",
    "森林裡，獵人發現一隻受傷的龍，旁邊站著一個騎馬的將軍。": "森林里，猎人发现一只受伤的龙，旁边站着一个骑马的将军。",
    "會議室裡，總裁陸景深把文件扔在陳總面前。": "会议室里，总裁陆景深把文件扔在陈总面前。",
}


def world(prompt: str) -> Casting:
    return cast(prompt, seed=3, text=TEXT)


@pytest.mark.parametrize("traditional", WORLDS)
def test_a_prompt_is_cast_alike(traditional: str) -> None:
    as_typed, as_read = world(traditional), world(WORLDS[traditional])
    assert [(e.archetype, e.look, e.colors) for e in as_typed.stage.entities] == [
        (e.archetype, e.look, e.colors) for e in as_read.stage.entities
    ]
    assert (as_typed.stage.setting, as_typed.relations) == (as_read.stage.setting, as_read.relations)


def test_names_are_spelled_as_the_author_spells_them() -> None:
    names = {e.name for e in world("會議室裡，總裁陸景深把文件扔在陳總面前。").stage.entities}
    assert {"陸景深", "陳總"} <= names


@pytest.mark.parametrize(
    "direction", ["陸景深走到陳總身邊，說：「你被開除了」", "陆景深走到陈总身边，说：「你被開除了」"]
)
def test_a_direction_finds_them_in_either_and_its_line_stays_as_typed(direction: str) -> None:
    cast_ = world("會議室裡，總裁陸景深把文件扔在陳總面前。")
    stage = cast_.stage
    moment = first_moment(stage, cast_.relations, seed=3, hour=cast_.hour, weather=cast_.weather)
    read = Reader(TEXT).read(direction, stage, moment)
    names = {e.id: e.name for e in stage.entities}
    assert [(a.verb, names[a.actor], names[a.target]) for a in read.actions if a.actor and a.target] == [
        ("walk", "陸景深", "陳總"), ("talk", "陸景深", "陳總"),
    ]  # fmt: skip
    assert [line.text for line in read.lines] == ["你被開除了"]


@pytest.mark.parametrize("earlier", ["調酒師遞給女孩一杯水", "調酒師  遞給女孩一杯水 ", "调酒师\u200b遞給女孩一杯水"])
def test_so_are_directions_of_before_and_whom_a_sentence_mentions(earlier: str) -> None:
    cast_ = world("酒吧里，女孩和调酒师站在吧台旁。")
    stage = cast_.stage
    moment = first_moment(stage, cast_.relations, seed=3, hour=cast_.hour, weather=cast_.weather)
    names = {e.id: e.name for e in stage.entities}
    reader = Reader(TEXT)
    assert [names[i] for i in reader.mentioned(earlier, stage, moment)][:2] == ["调酒师", "女孩"]
    again = reader.read("然后他挥手", stage, moment, spoken_before=[earlier])
    assert [(a.verb, names[a.actor]) for a in again.actions if a.actor] == [("wave", "调酒师")]


@pytest.mark.parametrize(
    "text", ["乾隆皇帝在御花园里，皇后站在他身后", "林黛玉走进来", "Anna walks to Ben", "他和後媽在客厅里"]
)
def test_what_is_not_traditional_stays_as_it_is(text: str) -> None:
    assert simplified(text) == text
