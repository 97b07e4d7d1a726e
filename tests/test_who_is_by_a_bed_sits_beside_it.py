"""Who sits by a bed has a chair there, who sits on its edge the bed; whose bed it is lies in it."""

from __future__ import annotations

import pytest
from texts import TEXT

from director.casting import cast


def relations(prompt: str) -> set[tuple[str, str, str]]:
    casting = cast(prompt, seed=1, text=TEXT)
    kinds = {e.id: e.name if e.kind == "person" else e.archetype for e in casting.stage.entities}
    return {(kinds[r.subject], r.kind, kinds.get(r.other or "", "")) for r in casting.relations}


@pytest.mark.parametrize(
    ("prompt", "who"),
    [
        ("A mother sits by the bed.", "mother"),
        ("母亲坐在床边给孩子讲故事。", "母亲"),
        ("小女孩坐在床上，妈妈坐在床边。", "妈妈"),
        ("女儿坐在母亲的病床边削苹果。", "女儿"),
        ("The nurse sits at the bedside of an old soldier.", "nurse"),
    ],
)
def test_a_chair_stands_by_the_bed(prompt: str, who: str) -> None:
    assert {(who, "sits", "chair"), ("chair", "near", "bed")} <= relations(prompt)


@pytest.mark.parametrize(
    ("prompt", "who"),
    [
        ("奶奶坐在床沿上缝衣服。", "奶奶"),
        ("A mother sits on the edge of the bed and tells her daughter a story.", "mother"),
    ],
)
def test_who_sits_on_its_edge_has_no_chair(prompt: str, who: str) -> None:
    assert (who, "sits", "bed") in relations(prompt)


@pytest.mark.parametrize(
    ("prompt", "who"),
    [
        ("女儿坐在母亲的病床边削苹果。", "母亲"),
        ("病床前，妻子握着丈夫的手。", "丈夫"),
        ("母亲坐在病床边，握着儿子的手，窗外下着雨。", "儿子"),
        ("A mother sits by the hospital bed and holds her son's hand.", "son"),
        ("The nurse sits at the bedside of an old soldier.", "old soldier"),
    ],
)
def test_whose_bed_it_is_lies_in_it(prompt: str, who: str) -> None:
    assert (who, "lies", "bed") in relations(prompt)


@pytest.mark.parametrize(
    ("prompt", "who", "where"),
    [
        ("大槐树下，一个小孩看着天空。", "小孩", "tree"),
        ("篝火旁，猎人擦着猎枪。", "猎人", "campfire"),
        ("钢琴前，女孩哭了。", "女孩", "piano"),
        ("井边，一个丫鬟在说话。", "丫鬟", "well"),
    ],
)
def test_a_sentence_may_begin_with_where_they_are(prompt: str, who: str, where: str) -> None:
    assert (who, "near", where) in relations(prompt)


def test_on_a_bench_one_sits() -> None:
    assert {who for who, kind, on in relations("长椅上，一对情侣在接吻。") if (kind, on) == ("sits", "bench")} == {
        "情侣1", "情侣2"
    }  # fmt: skip
