"""Hats, masks, glasses and coats come off and go on: they are in hand then, or worn."""

from __future__ import annotations

from dataclasses import replace

import pytest
from stages import begin, stage_of
from texts import TEXT

from director.acting import Performance, act
from director.directive import Directive
from director.receipts import judge
from director.understanding import Reader
from model.moment import Moment
from model.renderer.figures.person import person_puppet
from model.stage import Stage
from model.state import Action, WorldState
from model.world import WorldModel
from storygraph.errors import StoryError

READER = Reader(TEXT)


def dressed(**looks: dict[str, str]) -> Stage:
    """Anna and Ben, with these looks."""
    stage = stage_of(("Anna", "adult"), ("Ben", "adult"), ("table", "table"))
    usual = {"Anna": {"gender": "f"}, "Ben": {"gender": "m"}}
    entities = (replace(e, look={**usual.get(e.name, {}), **looks.get(e.name, {})}) for e in stage.entities)
    return replace(stage, entities=tuple(entities))


MASKED = dressed(Ben={"mask": "half", "hat": "cap"}, Anna={"glasses": "dark"})


def read(sentence: str, stage: Stage, moment: Moment) -> Directive:
    return READER.read(sentence, stage, moment)


def asked(sentence: str, stage: Stage = MASKED) -> list[Action]:
    return list(read(sentence, stage, begin(stage)[1].moment).actions)


@pytest.mark.parametrize(
    ("words", "wearer", "wear"),
    [
        ("Ben takes off his mask.", "e1", ("mask", "none")),
        ("Ben takes his hat off.", "e1", ("hat", "none")),
        ("Anna removes her sunglasses.", "e0", ("glasses", "no")),
        ("Anna摘下墨镜。", "e0", ("glasses", "no")),
        ("Ben把面具摘下来。", "e1", ("mask", "none")),
        ("Anna pulls the mask off Ben's face.", "e1", ("mask", "none")),
        ("Anna一把扯下Ben的面具。", "e1", ("mask", "none")),
        ("Anna puts on a red hat.", "e0", ("hat", "cap")),
        ("Anna戴上一副面具。", "e0", ("mask", "half")),
        ("Ben puts on his sunglasses.", "e1", ("glasses", "dark")),
    ],
)
def test_what_is_worn_is_taken_off_and_put_on(words: str, wearer: str, wear: tuple[str, str]) -> None:
    (action,) = asked(words)
    assert (action.target or action.actor, action.wear) == (wearer, wear)


@pytest.mark.parametrize(
    "words", ["Ben takes off his coat and drapes it over Anna's shoulders.", "Ben脱下外套给Anna披上。"]
)
def test_a_coat_is_laid_about_somebody(words: str) -> None:
    off, on = asked(words, dressed(Ben={"outfit": "coat"}))
    assert (off.actor, off.target, off.wear) == ("e1", None, ("outfit", "casual"))
    assert (on.actor, on.target, on.object, on.wear) == ("e1", "e0", off.object, ("outfit", "coat"))


def test_what_was_taken_off_is_thrown_away() -> None:
    off, thrown = asked("Ben pulls off his mask and throws it away.")
    assert off.wear == ("mask", "none") and off.object in (thrown.target, thrown.object)


def test_what_nobody_wears_does_not_come_off() -> None:
    with pytest.raises(StoryError, match="Anna wears no hat; can take off: glasses"):
        asked("Anna takes off her hat.")


@pytest.mark.parametrize("words", ["Ben takes the book off the table.", "Ben puts the hat on the table."])
def test_what_lies_about_is_not_worn(words: str) -> None:
    stage = replace(MASKED, entities=(*MASKED.entities, *stage_of(("hat", "hat"), ("book", "book")).entities))
    stage = replace(stage, entities=tuple(replace(e, id=f"e{k}") for k, e in enumerate(stage.entities)))
    assert all(action.wear is None for action in asked(words, stage))


def played(words: str, state: WorldState) -> Performance:
    return act(WORLD, state, read(words, state.stage, state.moment), seed=4)


WORLD = WorldModel.load()


def test_it_is_seen_when_it_is_done_and_stays_so() -> None:
    state = WORLD.begin(MASKED, begin(MASKED)[1].moment, seed=4)
    off = played("Ben takes off his mask.", state)
    assert [row["status"] for row in judge(off)] == ["done"]
    (before, after), mask = (off.stages[0], off.end.stage), off.end.stage.index("e3")
    assert (before.entities[1].look["mask"], after.entities[1].look["mask"]) == ("half", "none")
    assert off.moments[1].present[mask] < 0.5 < off.end.moment.present[mask]
    assert off.end.moment.held_by[mask] == 1 and after.entities[mask].name == "mask"
    assert off.stage_at(0.0) is not off.stage_at(off.duration_s)
    on = played("Ben puts the mask back on.", off.end)
    assert [row["status"] for row in judge(on)] == ["done"] and not on.directive.entrances
    assert on.end.stage.entities[1].look["mask"] == "half" and on.end.moment.present[mask] < 0.5
    assert WorldState.from_bytes(on.end.to_bytes()).stage == on.end.stage


def test_sunglasses_hide_the_eyes() -> None:
    clear, dark = (person_puppet(replace(MASKED.entities[0], look={"glasses": g})) for g in ("yes", "dark"))
    assert len(dark.mesh.triangles) > len(clear.mesh.triangles)
