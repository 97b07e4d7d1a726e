"""In Chinese a clause before a noun tells how somebody rests to whom something is done: it is he who does."""

from __future__ import annotations

import pytest
from texts import TEXT

from director.casting import Casting, cast


def told(casting: Casting, kind: str) -> set[str]:
    name = {e.id: e.name for e in casting.stage.entities}
    return {name[r.subject] for r in casting.relations if r.kind == kind}


@pytest.mark.parametrize(
    ("prompt", "kind", "who"),
    [
        ("皇后怒斥跪在地上的妃子，太监站在一旁。", "kneels", "妃子"),
        ("将军骂跪在门口的士兵。", "kneels", "士兵"),
        ("护士安慰坐在长椅上的老人。", "sits", "老人"),
        ("医生看着昏迷在床上的女孩。", "lies", "女孩"),
        ("老人独自坐在公园的长椅上。", "sits", "老人"),
    ],
)
def test_it_is_told_of_the_noun_behind_it(prompt: str, kind: str, who: str) -> None:
    assert told(cast(prompt, seed=3, text=TEXT), kind) - {"皇后"} == {who}


def test_a_eunuch_has_no_beard() -> None:
    for prompt in ("太监站在皇帝身旁。", "A eunuch whispers to the emperor."):
        cast_of_two = cast(prompt, seed=3, text=TEXT).stage.entities
        assert next(e for e in cast_of_two if e.name in ("太监", "eunuch")).look["beard"] == "none"
