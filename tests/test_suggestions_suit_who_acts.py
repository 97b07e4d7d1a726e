"""What is suggested suits those who would do it: their age, their kinship, where they are and what was just said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
import yaml
from directing import crew

from director.suggestions.ideas import _HERE, Idea, ideas
from director.suggestions.situation import Past, Situation
from model.stage import Entity
from model.state import Action, WorldState

FAMILY = (
    "An old woman, her grandson, a man and a woman in a living room. A sword, a letter and a kettle are on the table."
)
SHIP = "Two astronauts in a spaceship."
UPROAR = "topple"  # in anger: what makes a scene tense


@pytest.fixture(scope="module")
def family() -> WorldState:
    return crew().begin(FAMILY, seed=4, aspect="16:9", style="vinyl")[1]


def someone(state: WorldState, **look: str) -> Entity:
    return next(e for e in state.stage.entities if look.items() <= e.look.items())


def found(state: WorldState, *past: Past) -> list[Idea]:
    return [idea for seed in range(4) for idea in ideas(Situation.of(state, past), seed)]


def deeds_of(many: Sequence[Idea], who: Entity) -> set[str]:
    return {deed.verb for idea in many for deed in idea.deeds if deed.actor == who.id}


def in_uproar(state: WorldState) -> Past:
    table = next(e for e in state.stage.entities if e.archetype == "table")
    grown = someone(state, age="adult")
    said = Action("talk", grown.id, someone(state, age="old").id)
    return Past("…", (Action(UPROAR, grown.id, table.id, emotion="angry"), said), ("Enough.",))


def test_an_old_woman_neither_climbs_nor_kneels_nor_runs_and_nobody_strikes_her(family: WorldState) -> None:
    many = found(family, in_uproar(family))
    grandmother, man = someone(family, age="old"), someone(family, age="adult", gender="m")
    assert not deeds_of(many, grandmother) & {"climb", "kneel", "run", "push", "topple"}
    assert {"kneel", "push", "topple"} <= deeds_of(many, man)
    struck = {d.target for idea in many for d in idea.deeds if d.verb in ("attack", "push", "throw")}
    assert struck and grandmother.id not in struck


def test_a_child_takes_no_sword_and_strikes_nobody(family: WorldState) -> None:
    many = found(family, in_uproar(family))
    child, sword = someone(family, age="child"), next(e for e in family.stage.entities if e.archetype == "sword")
    with_child = [d for idea in many for d in idea.deeds if child.id in (d.actor, d.target)]
    assert with_child and all(sword.id not in (d.target, d.object) for d in with_child)
    assert not deeds_of(many, child) & {"attack", "push", "kneel"}


def test_children_have_words_of_their_own(family: WorldState) -> None:
    child = someone(family, age="child").id
    talks = [(idea, d) for idea in found(family, in_uproar(family)) for d in idea.deeds if d.verb == "talk"]
    spoken = {idea.line for idea, d in talks if d.actor == child}
    assert len(spoken) > 5 and spoken <= set(_written("child"))
    heard = {idea.line for idea, d in talks if d.target == child}
    assert len(heard) > 5 and heard <= set(_written("to_child"))


def _written(key: str) -> Iterator[str]:
    for told in yaml.safe_load((_HERE / "lines.yaml").read_text("utf-8")).values():
        yield from (line.strip() for line in told["en"].get(key, "").split("|"))


def test_nobody_makes_love_to_their_kin(family: WorldState) -> None:
    quiet = Past("…", (Action("talk", family.stage.entities[0].id),), ())
    pairs = {
        (i.deeds[0].actor, i.deeds[0].target) for i in found(family, quiet, quiet, quiet) if i.kind == "confession"
    }
    kin = {someone(family, age="old").id, someone(family, age="child").id}
    assert pairs and all(not kin & set(pair) for pair in pairs)


def test_only_what_tells_something_is_held_up_in_front_of_somebody(family: WorldState) -> None:
    shown = {idea.deeds[0].target for idea in found(family) if idea.act == "object"}
    names = {e.name for e in family.stage.entities if e.id in shown}
    assert names == {"sword", "letter"}


def test_nobody_answers_before_anybody_has_spoken(family: WorldState) -> None:
    assert not any(idea.kind == "answer" for idea in found(family))
    assert any(idea.kind == "answer" for idea in found(family, in_uproar(family)))


def test_who_comes_in_is_of_the_place() -> None:
    state = crew().begin(SHIP, seed=4, aspect="16:9", style="vinyl")[1]
    words = {idea.words[0] for idea in found(state) if idea.kind == "entrance"}
    assert words and not any("lawyer" in told or "old woman" in told for told in words)
