"""In Chinese a weapon named right behind somebody is in his hand; his name ends where the thing begins."""

from __future__ import annotations

import pytest
from texts import TEXT

from director.casting import cast


@pytest.mark.parametrize(
    ("prompt", "who", "thing"),
    [
        ("剑客沈孤鸿断剑立于雪中。", "沈孤鸿", "断剑"),
        ("萧寒断剑横胸，挡在师妹面前。", "萧寒", "断剑"),
        ("少侠楚惊鸿断剑在手，浑身是血。", "楚惊鸿", "断剑"),
        ("女侠柳如烟长剑出鞘，指向山贼头目。", "柳如烟", "长剑"),
        ("叶孤舟折扇轻摇，看着对面的花魁。", "叶孤舟", "折扇"),
        ("顾九渊长枪一挺，拦住敌将。", "顾九渊", "长枪"),
    ],
)
def test_he_holds_it(prompt: str, who: str, thing: str) -> None:
    casting = cast(prompt, seed=1, text=TEXT)
    names = {e.id: e.name for e in casting.stage.entities}
    held = [r for r in casting.relations if r.kind == "holds"]
    assert (who, thing) in {(names[r.subject], names.get(r.other or "")) for r in held}


def test_a_verb_behind_a_trade_is_no_name() -> None:
    casting = cast("街边，老人问路，警察指着前面。", seed=1, text=TEXT)
    assert {"老人", "警察"} <= {e.name for e in casting.stage.entities}


@pytest.mark.parametrize(
    ("prompt", "gone"),
    [
        ("A storm traps four suspects in the manor: the butler, the cook, the widow and the colonel.", "trap"),
        ("A detective questions a maid while a cop holding a gun watches.", "watch"),
    ],
)
def test_what_somebody_does_is_no_thing(prompt: str, gone: str) -> None:
    names = {e.name for e in cast(prompt, seed=1, text=TEXT).stage.entities}
    assert gone not in names


def test_a_list_behind_a_colon_is_who_there_is() -> None:
    casting = cast("Four suspects: the butler, the cook, the widow and the colonel.", seed=1, text=TEXT)
    assert [e.name for e in casting.stage.entities if e.kind == "person"] == ["butler", "cook", "widow", "colonel"]
