"""A prompt or a direction is read alike with the marks of either keyboard, with spaces for commas, without a full stop;
what is quoted stays as it was typed."""

from __future__ import annotations

import pytest

from director.casting import cast
from director.texts import readable
from model.text import TextEncoder

WORLDS = (
    "五年后，她带着双胞胎儿子回国，在机场撞上了前夫陆景深。陆景深一身黑色西装，身后跟着两名保镖。",
    "海边悬崖，夕阳如血，杀手K摘下墨镜，对面的女警方糖举枪的手在发抖。",
    "夜里的火车上，女记者对面坐着一个戴墨镜的男人。",
    "古代战场，大雪纷飞，女将军骑着白马，身后站着六名士兵。",
)  # fmt: skip
TYPED = {
    "latin commas": lambda text: text.replace("，", ","),
    "latin commas and spaces": lambda text: text.replace("，", ", ").replace("。", ". "),
    "spaces for commas": lambda text: text.replace("，", " "),
    "spaces behind marks": lambda text: text.replace("，", "， ").replace("。", "。 "),
    "no full stop": lambda text: text.removesuffix("。"),
}


@pytest.fixture(scope="module")
def text() -> TextEncoder:
    return TextEncoder()


@pytest.mark.parametrize("typed", TYPED)
@pytest.mark.parametrize("world", WORLDS)
def test_a_chinese_prompt_is_cast_alike(world: str, typed: str, text: TextEncoder) -> None:
    as_written, as_typed = (cast(prompt, seed=7, text=text) for prompt in (world, TYPED[typed](world)))
    assert as_typed.stage.entities == as_written.stage.entities
    assert (as_typed.stage.setting, as_typed.relations) == (as_written.stage.setting, as_written.relations)


@pytest.mark.parametrize("last", ["男人", "女人"])
def test_whoever_comes_last_is_there_without_a_full_stop(last: str, text: TextEncoder) -> None:
    world = cast(f"床边站着一个戴墨镜的{last}", seed=7, text=text)
    assert last in {entity.name for entity in world.stage.entities}


@pytest.mark.parametrize(("typed", "read"), [
    ("雨停了.她笑了!", "雨停了。她笑了！"),
    ("晚上 下雨了", "晚上，下雨了"),
    ('小美说:"好,走吧" 然后离开', '小美说："好,走吧" 然后离开'),
    ("Anna walks to Ben, then sits.", "Anna walks to Ben, then sits."),
    ("一共3.5元,19:30到", "一共3.5元，19:30到"),
    ("Ben can’t see O’Brien’s dog", "Ben can't see O’Brien's dog"),
])  # fmt: skip
def test_marks_are_those_of_the_language(typed: str, read: str) -> None:
    assert readable(typed) == read
