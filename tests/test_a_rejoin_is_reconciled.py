"""Before a choice leads back to a scene that is there, what differs is named, and the author picks how to mend it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from directing import crew
from theatre import changed

from director.continuity.moments import facts_of
from director.continuity.reconciling import BRIDGE, KEEP, Mismatch, reconciled, reconciliation
from model.moment import WEATHERS
from model.state import WorldState
from storygraph.errors import StoryError

ENGLISH = "A village with Anna, Ben, a well, a table, a chest, a lantern and a sword."
CHINESE = "村庄里有骑士、铁匠、一张桌子和一把剑。"


def begun(prompt: str) -> WorldState:
    return crew().begin(prompt, seed=3, aspect="16:9")[1]


def compared(here: WorldState, there: WorldState, language: str = "en") -> dict[str, Mismatch]:
    cast = {entity.id for entity in here.stage.entities}
    when = ("at the end of “A”", "at the start of “B”") if language == "en" else ("在“A”结尾", "在“B”开头")
    found = reconciliation(facts_of(here, cast), facts_of(there, cast), *when, language)
    return {mismatch.key: mismatch for mismatch in found}


def id_of(state: WorldState, name: str) -> str:
    return next(entity.id for entity in state.stage.entities if entity.name == name)


def test_equal_moments_need_no_reconciling() -> None:
    state = begun(ENGLISH)
    assert compared(state, state) == {}


def test_a_thing_in_a_hand_here_and_on_a_table_there_is_named_and_can_be_put_down() -> None:
    state = begun(ENGLISH)
    here, there = changed(state, "sword", held_by="Anna"), changed(state, "sword", supported_by="table")
    (found,) = compared(here, there).values()
    assert found.text == "The sword is in Anna's hands at the end of “A” and is on the table at the start of “B”."
    assert (found.here, found.there) == ("is in Anna's hands", "is on the table")
    assert found.bridge == "Anna puts the sword on the table."
    assert found.contradicts


def test_it_is_named_in_the_authors_language() -> None:
    state = begun(CHINESE)
    here, there = changed(state, "剑", held_by="骑士"), changed(state, "剑", held_by="铁匠")
    (found,) = compared(here, there, "zh").values()
    assert found.text == "在“A”结尾剑在骑士手里，在“B”开头却在铁匠手里。"
    assert found.bridge == "骑士把剑交给铁匠。"


def test_where_people_stand_is_named_but_no_contradiction() -> None:
    state = begun(ENGLISH)
    well = state.moment.position[state.stage.index(id_of(state, "well"))]
    here = changed(state, "Anna", position=(-5.0, 0.0, 5.0))
    there = changed(state, "Anna", position=(well[0] + 1.0, 0.0, well[2]))
    (found,) = compared(here, there).values()
    assert (found.bridge, found.contradicts) == ("Anna walks to the well.", False)


BRIDGES = {
    "presence": (("Anna", {"present": 0.0}), ("Anna", {}), "enter"),
    "presence ": (("Anna", {}), ("Anna", {"present": 0.0}), "exit"),
    "open": (("chest", {"opened": 0.0}), ("chest", {"opened": 1.0}), "open"),
    "lit": (("lantern", {"lit": 1.0}), ("lantern", {"lit": 0.0}), "put_out"),
    "pose": (("Anna", {"pose": "kneel"}), ("Anna", {"pose": "stand"}), "stand"),
    "place": (("sword", {"inside": -1, "supported_by": -1}), ("sword", {"inside": "chest"}), "put_in"),
    "place ": (("sword", {"supported_by": -1}), ("sword", {"held_by": "Ben"}), "take"),
}


@pytest.mark.parametrize("kind", BRIDGES)
def test_a_bridge_is_read_as_the_deed_it_means(kind: str) -> None:
    (name, before), (_, after), verb = BRIDGES[kind]
    state = begun(ENGLISH)
    here, there = changed(state, name, **before), changed(state, name, **after)
    bridge = compared(here, there)[f"{kind.strip()}:{id_of(state, name)}"].bridge
    assert bridge is not None
    assert verb in {action.verb for action in crew().read(bridge, here).actions}


def test_night_and_rain_can_be_bridged() -> None:
    state = begun(ENGLISH)
    rain = np.eye(len(WEATHERS), dtype=np.float32)[WEATHERS.index("rain")]
    found = compared(state, replace(state, moment=replace(state.moment, hour=23.0, weather=rain)))
    assert found["hour"].text == "It is day at the end of “A” and is night at the start of “B”."
    actions = [a for key in ("hour", "weather") for a in crew().read(found[key].bridge or "", state).actions]
    assert [(a.verb, a.weather) for a in actions] == [("time", None), ("weather", "rain")]


def test_picks_become_what_is_kept_and_what_is_to_be_directed() -> None:
    state = begun(ENGLISH)
    sword = f"place:{id_of(state, 'sword')}"
    here = changed(state, "sword", held_by="Anna")
    there = replace(changed(state, "sword", supported_by="table"), moment=replace(state.moment, hour=23.0))
    there = changed(there, "sword", supported_by="table")
    found = tuple(compared(here, there).values())
    picked = reconciled(found, {sword: BRIDGE, "hour": KEEP})
    assert (picked.kept, picked.directions) == (("hour",), ("Anna puts the sword on the table.",))
    assert reconciled(found, {}).kept == ()


@pytest.mark.parametrize("picks", [{"hour": BRIDGE}, {"place:e1": "burn"}, {"<script>": KEEP}])
def test_a_pick_that_there_is_not_is_refused(picks: dict[str, str]) -> None:
    state = begun(ENGLISH)
    found = tuple(compared(state, changed(state, "sword", held_by="Anna")).values())
    with pytest.raises(StoryError):
        reconciled(found, picks)


def test_what_no_deed_can_mend_can_only_be_kept() -> None:
    state = begun(ENGLISH)
    anna = state.stage.entities[state.stage.index(id_of(state, "Anna"))]
    dyed = replace(anna, colors={**anna.colors, "top": "#dc1414"})
    entities = tuple(dyed if entity == anna else entity for entity in state.stage.entities)
    found = compared(state, replace(state, stage=replace(state.stage, entities=entities)))
    (look,) = found.values()
    assert "red top at the start of “B”" in look.text
    with pytest.raises(StoryError, match="No deed"):
        reconciled((look,), {look.key: BRIDGE})
