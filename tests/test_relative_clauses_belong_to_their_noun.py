"""What a relative clause says is true of the noun that it belongs to, whoever the sentence is about."""

from __future__ import annotations

import pytest
from texts import TEXT

from director.casting import cast
from director.casting.relatives import plainly_told
from director.casting.spotting import find_nouns


def relations(prompt: str) -> set[tuple[str, str, str]]:
    casting = cast(prompt, seed=1, text=TEXT)
    names = {e.id: e.name for e in casting.stage.entities}
    return {(names[r.subject], r.kind, names.get(r.other or "", "")) for r in casting.relations}


@pytest.mark.parametrize(
    ("prompt", "told", "untold"),
    [
        ("女侠拔剑拦住骑马的将军", {("女侠", "holds", "剑"), ("女侠", "faces", "将军"), ("将军", "sits", "马")},
         {("女侠", "sits", "马")}),
        ("一个女人对抱着孩子的男人大喊。", {("女人", "faces", "男人"), ("男人", "near", "孩子")},
         {("女人", "near", "孩子")}),
        ("牵着马的少年跟背着书包的少女说话。", {("少女", "holds", "书包"), ("马", "near", "少年")},
         {("少年", "holds", "书包"), ("少年", "sits", "马")}),
        ("侍卫把拿着刀的刺客按在地上。", {("刺客", "holds", "刀")}, {("侍卫", "holds", "刀")}),
        ("女孩看着坐在轮椅上的奶奶。", {("奶奶", "sits", "轮椅"), ("女孩", "faces", "奶奶")},
         {("女孩", "sits", "轮椅")}),
        ("女人给拄着拐杖的老人让座。", {("老人", "holds", "拐杖")}, {("女人", "holds", "拐杖")}),
        ("The swordswoman stops the general riding a horse.",
         {("general", "sits", "horse"), ("swordswoman", "near", "general")}, {("swordswoman", "sits", "horse")}),
        ("A girl meets a man carrying a lamp in the forest at night.", {("man", "holds", "lamp")},
         {("girl", "holds", "lamp")}),
        ("A woman holding a baby begs a guard holding a spear.",
         {("guard", "holds", "spear"), ("woman", "faces", "guard")}, {("woman", "holds", "spear")}),
        ("A boy leading a donkey bows to a monk sitting on a rock.",
         {("donkey", "near", "boy"), ("monk", "sits", "rock"), ("boy", "faces", "monk")}, {("boy", "sits", "rock")}),
    ],
)  # fmt: skip
def test_of_whom_it_is_said(prompt: str, told: set[tuple[str, str, str]], untold: set[tuple[str, str, str]]) -> None:
    found = relations(prompt)
    assert told <= found
    assert not untold & found


def test_three_who_hold_guns_have_three() -> None:
    found = relations("三个拿着枪的士兵围住一个提着箱子的男人。")
    assert {who for who, kind, thing in found if kind == "holds" and thing.startswith("枪")} == {
        "士兵1", "士兵2", "士兵3"
    }  # fmt: skip
    assert ("男人", "holds", "箱子") in found


@pytest.mark.parametrize(
    ("prompt", "texts"),
    [
        ("女侠拦住骑马的将军", ["将军骑着马", "女侠拦住将军"]),
        ("牵着骑马的孩子的老人走来", ["孩子骑着马", "老人牵着孩子", "老人走来"]),
        ("A boy meets a man riding a horse.", ["man is riding a horse", "A boy meets a man."]),
        ("女人抱着孩子的照片哭。", ["女人抱着孩子的照片哭。"]),
    ],
)
def test_each_clause_is_told_by_itself(prompt: str, texts: list[str]) -> None:
    assert [reading.text for reading in plainly_told(prompt, find_nouns(prompt))] == texts


def test_nouns_are_where_the_prompt_has_them() -> None:
    prompt = "女侠拦住骑马的将军"
    for reading in plainly_told(prompt, find_nouns(prompt)):
        for hit in reading.hits:
            assert prompt[reading.source(hit.start) :].startswith(reading.text[hit.start : hit.end])
