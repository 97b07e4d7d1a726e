"""A bottle, a cup and a lamp of old China look like those of their time, whatever the author calls them."""

from __future__ import annotations

import numpy as np
import pytest
from texts import TEXT

from director.casting import cast
from director.casting.wardrobe import Description, dress
from model.kinds import OF_OLD_CHINA, kind_named, kind_of_entity
from model.stage import Entity


def kinds(prompt: str) -> dict[str, str]:
    stage = cast(prompt, seed=3, text=TEXT).stage
    return {e.archetype: kind.name for e in stage.entities if e.kind == "prop" and (kind := kind_of_entity(e))}


@pytest.mark.parametrize(("prompt", "archetype", "kind"), [
    ("客栈里，侠客端着酒，女侠看着他。", "bottle", "wine jar"), ("书房里，王爷在灯下看信。", "lamp", "palace lamp"),
    ("王府里，王妃端着一杯茶。", "cup", "tea bowl"),
])  # fmt: skip
def test_what_stands_in_old_china_is_of_old_china(prompt: str, archetype: str, kind: str) -> None:
    assert kinds(prompt)[archetype] == kind


def test_today_they_are_as_ever() -> None:
    today = kinds("客厅里，女人端着酒，男人端着一杯茶，桌上有灯。")
    assert not set(OF_OLD_CHINA.values()) & set(today.values())


def test_the_name_tells_more_than_the_time() -> None:
    teapot = dress("e1", "茶壶", "cup", None, Description(), era="chinese", rng=np.random.default_rng(1))
    kind = kind_of_entity(teapot)
    assert kind is not None and kind.name == "teapot" and not teapot.look


@pytest.mark.parametrize("archetype", OF_OLD_CHINA)
def test_it_is_kept_with_the_state(archetype: str) -> None:
    thing = dress("e1", archetype, archetype, None, Description(), era="chinese", rng=np.random.default_rng(1))
    kind = kind_named(OF_OLD_CHINA[archetype])
    assert kind is not None and kind_of_entity(Entity.from_json(thing.to_json())) is kind and thing.size == kind.size
