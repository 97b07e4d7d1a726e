"""Animals that are dying, dead, asleep or badly hurt lie when a world begins; those that do something stand."""

from __future__ import annotations

import pytest
from texts import TEXT

from director.casting import cast
from model.layout import first_moment


def poses(prompt: str) -> dict[str, str]:
    """How every animal of a prompt is found."""
    casting = cast(prompt, seed=3, text=TEXT)
    moment = first_moment(casting.stage, casting.relations, seed=3, hour=12.0, weather="clear")
    return {e.archetype: moment.pose_name(i) for i, e in enumerate(casting.stage.entities) if e.kind == "creature"}


@pytest.mark.parametrize(
    ("prompt", "animal"),
    [
        ("A girl kneels beside her dying horse.", "horse"),
        ("A hunter finds a dying wolf in the snow.", "wolf"),
        ("A knight stands over a dead dragon.", "dragon"),
        ("A horse is dying in the snow, a boy cries beside it.", "horse"),
        ("A wounded lion rests under a tree.", "lion"),
        ("A farmer watches over his sick cow in the barn.", "cow"),
        ("A cat sleeps on the table.", "cat"),
        ("少年跪在垂死的马旁边。", "horse"),
        ("雪地里一只受伤的狼，猎人举着枪。", "wolf"),
        ("一头死去的巨龙，骑士站在旁边。", "dragon"),
        ("睡着的猫和一个老奶奶在客厅。", "cat"),
        ("一匹马快死了，少年哭着。", "horse"),
    ],
)
def test_who_cannot_stand_lies(prompt: str, animal: str) -> None:
    assert poses(prompt)[animal] == "lie"


@pytest.mark.parametrize(
    ("prompt", "animal"),
    [
        ("A wounded wolf attacks the hunter.", "wolf"),
        ("The injured horse runs through the forest.", "horse"),
        ("A dead man and his dog.", "dog"),
        ("A dog and a sleeping boy.", "dog"),
        ("受伤的狼扑向猎人。", "wolf"),
    ],
)
def test_who_does_something_stands(prompt: str, animal: str) -> None:
    assert poses(prompt)[animal] != "lie"


def test_who_watches_over_a_coffin_is_not_in_it() -> None:
    casting = cast("黑衣寡妇守着棺材。", seed=3, text=TEXT)
    assert not any(r.kind == "inside" for r in casting.relations)
