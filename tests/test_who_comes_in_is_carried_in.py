"""Vehicles come in by themselves, and people on what carries them: "a car pulls up", "rides in on a horse"."""

from __future__ import annotations

import pytest
from stages import begin, stage_of
from texts import TEXT

from director.acting import act
from director.directive import Directive
from director.planning.riding import on_mounts
from director.receipts import judge
from director.understanding import Reader
from model.state import WorldState
from model.world import WorldModel
from storygraph.errors import StoryError

READER = Reader(TEXT)
STAGE = stage_of(("guard", "adult"), ("well", "well"))
WITH_HORSE = stage_of(("guard", "adult"), ("horse", "horse"), ("well", "well"))


def read(sentence: str, state: WorldState) -> Directive:
    return READER.read(sentence, state.stage, state.moment)


@pytest.mark.parametrize(
    "words", ["A car pulls up.", "A taxi drives up to the well.", "一辆警车停在门口。", "一辆马车驶来。"]
)
def test_a_vehicle_comes_in_by_itself(words: str) -> None:
    _, state = begin(STAGE)
    (enters,) = read(words, state).actions
    (vehicle,) = read(words, state).entrances
    assert (vehicle.archetype, enters.verb, enters.actor) == ("car", "enter", vehicle.id)


@pytest.mark.parametrize(
    ("words", "mount"),
    [("A knight rides in on a horse.", "horse"), ("一个骑士骑着马进来。", "horse"),
     ("A courier arrives on a motorbike.", "motorbike")],
)  # fmt: skip
@pytest.mark.parametrize("stage", [STAGE, WITH_HORSE])
def test_who_comes_in_on_something_sits_on_it(words: str, mount: str, stage: object) -> None:
    state = begin(stage)[1]  # type: ignore[arg-type]
    directive = read(words, state)
    rider, carrier = directive.entrances
    (enters,) = directive.actions
    assert (carrier.archetype, enters.verb, enters.actor, enters.object) == (mount, "enter", rider.id, carrier.id)


def test_a_vehicle_that_is_there_drives_where_it_is_told() -> None:
    state = begin(stage_of(("guard", "adult"), ("taxi", "car"), ("well", "well")))[1]
    (drives,) = read("The taxi drives to the well.", state).actions
    assert drives.verb in ("walk", "run") and (drives.actor, drives.target) == ("e1", "e2")


def test_what_does_not_come_by_itself_is_not_there() -> None:
    _, state = begin(STAGE)
    with pytest.raises(StoryError, match="no piano"):
        read("The piano stops.", state)


@pytest.mark.parametrize("words", ["A car pulls up.", "A knight rides in on a horse."])
def test_they_come_in_and_stay_on(words: str) -> None:
    world = WorldModel.load()
    state = world.begin(STAGE, begin(STAGE)[1].moment, seed=4)
    directive = on_mounts(read(words, state), state.stage, state.moment)
    played = act(world, state, directive, seed=4)
    assert [row["status"] for row in judge(played)] == ["done"]
    end = played.end
    assert all(end.moment.present > 0.5)
    assert abs(end.moment.position[2:, [0, 2]]).max() < STAGE.half_extent
    if len(directive.entrances) > 1:
        assert end.moment.supported_by[2] == 3 and end.moment.pose_name(2) == "sit"
