"""Who rides sits on the back of what is ridden, not over its head, and both are turned aside of the lens."""

from __future__ import annotations

import pytest
from texts import TEXT

from director.casting import cast
from model.layout import first_moment


@pytest.mark.parametrize(
    ("prompt", "mount"),
    [
        ("A knight rides a white horse through the forest.", "horse"),
        ("A princess riding her unicorn in a meadow.", "unicorn"),
        ("Sheriff Cole sits on his horse in a village.", "horse"),
        ("女将军骑着一匹黑马站在城门前。", "horse"),
        ("A boy rides a bicycle down the street.", "bicycle"),
        ("A girl rides a dragon.", "dragon"),
        ("少女骑着巨龙。", "dragon"),
        ("A boy rides a bear through the forest.", "bear"),
        ("A warrior rides a giant wolf.", "wolf"),
        ("A princess flies on an eagle over the village.", "eagle"),
        ("男孩坐在熊的背上。", "bear"),
        ("A girl rides a dinosaur.", "dinosaur"),
    ],
)  # fmt: skip
def test_who_rides_sits_on_it(prompt: str, mount: str) -> None:
    casting = cast(prompt, seed=3, text=TEXT)
    stage = casting.stage
    moment = first_moment(stage, casting.relations, seed=3, hour=12.0, weather="clear")
    ridden = next(i for i, e in enumerate(stage.entities) if e.archetype == mount)
    rider = next(i for i, e in enumerate(stage.entities) if e.kind == "person" and moment.supported_by[i] == ridden)
    assert moment.pose_name(rider) == "sit"
    above = moment.position[rider, 1] - moment.position[ridden, 1]
    assert 0.5 < above / stage.entities[ridden].size[1] < 0.9
    assert above >= 0.49 * stage.entities[rider].size[1] or mount == "bicycle"  # its legs hang free
    assert abs(moment.heading[rider] - moment.heading[ridden]) < 0.1


@pytest.mark.parametrize("prompt", ["A girl sits beside a bear.", "A princess sits next to a sleeping lion."])
def test_who_sits_by_a_creature_does_not_ride_it(prompt: str) -> None:
    casting = cast(prompt, seed=3, text=TEXT)
    creature = next(e for e in casting.stage.entities if e.kind == "creature")
    assert not any(r.kind == "sits" and r.other == creature.id for r in casting.relations)
    assert "surface" not in creature.traits


def test_a_horse_that_is_ridden_does_not_hide_its_rider() -> None:
    casting = cast("A knight rides a white horse through the forest.", seed=3, text=TEXT)
    moment = first_moment(casting.stage, casting.relations, seed=3, hour=12.0, weather="clear")
    horse = next(i for i, e in enumerate(casting.stage.entities) if e.archetype == "horse")
    assert abs(moment.heading[horse]) > 0.6
