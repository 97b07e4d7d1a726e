"""Who rides has something to ride on, though no word names it; who flies on a dragon's back is in the air with it."""

from __future__ import annotations

import pytest
from texts import TEXT

from director.casting import Casting, cast
from model.layout import first_moment


def mounts(casting: Casting) -> dict[str, str]:
    """By the name of each rider, what kind of creature bears him."""
    by_id = {e.id: e for e in casting.stage.entities}
    return {by_id[r.subject].name: by_id[r.other].archetype for r in casting.relations
            if r.kind == "sits" and r.other is not None and by_id[r.other].kind == "creature"}  # fmt: skip


@pytest.mark.parametrize(
    ("prompt", "riders"),
    [
        ("A sheriff on horseback enters the town at dusk.", {"sheriff"}),
        ("三名骑兵冲进村庄。", {"骑兵1", "骑兵2", "骑兵3"}),
        ("Three cowboys ride into town.", {"cowboy 1", "cowboy 2", "cowboy 3"}),
        ("The cavalry charges across the desert.", {"cavalry 1", "cavalry 2", "cavalry 3"}),
        ("Mounted guards surround a thief in the street.", {"guard 1", "guard 2"}),
        ("A sheriff and two deputies ride out of town after a bandit.", {"sheriff", "deputy 1", "deputy 2"}),
        ("将军策马冲过战场，两名骑兵跟在后面。", {"将军", "骑兵1", "骑兵2"}),
        ("三个牛仔骑着马走进街道。", {"牛仔1", "牛仔2", "牛仔3"}),
    ],
)
def test_each_of_those_who_ride_has_a_horse(prompt: str, riders: set[str]) -> None:
    casting = cast(prompt, seed=1, text=TEXT)
    assert mounts(casting) == dict.fromkeys(riders, "horse")
    bearing = [r.other for r in casting.relations if r.kind == "sits"]
    assert len(bearing) == len(set(bearing)) == len(riders)


@pytest.mark.parametrize(
    "prompt",
    [
        "Anna rides the bus to school.",
        "An old cowboy teaches his grandson to ride, and a brown horse stands by the fence.",
        "The bus rides through the rain; a girl cries.",
        "警察马上赶到街道。",
    ],
)
def test_nobody_else_is_given_one(prompt: str) -> None:
    assert not mounts(cast(prompt, seed=1, text=TEXT))


def test_two_on_one_horse_share_it() -> None:
    casting = cast("A prince and a maid ride a horse through the forest.", seed=1, text=TEXT)
    assert len({r.other for r in casting.relations if r.kind == "sits"}) == 1


@pytest.mark.parametrize(
    "prompt",
    [
        "A witch rides a dragon in the sky above the village.",
        "A girl riding a dragon flies over the castle while a knight watches.",
        "女巫骑着巨龙在村庄上空盘旋。",
        "少年骑着龙飞过皇宫，公主在下面挥手。",
    ],
)
def test_who_flies_on_a_dragon_begins_in_the_air(prompt: str) -> None:
    casting = cast(prompt, seed=1, text=TEXT)
    moment = first_moment(casting.stage, casting.relations, seed=1, hour=casting.hour, weather=casting.weather)
    rider = next(i for i, e in enumerate(casting.stage.entities) if moment.supported_by[i] >= 0)
    assert moment.position[rider, 1] > 2.0
    assert not casting.stage.indoor
