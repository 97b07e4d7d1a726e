"""What was chosen when a world was cast is shown to its author, who can change any of it, before and after a beat."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from directing import crew, open_director
from stories import HOSTILE

from director.casting.recasting import Part, parts, recast, under_sky
from director.director import Director
from model.moment import Moment
from model.stage import Stage
from storygraph.errors import StoryError

ROOM = "A living room with an old woman on the sofa, her grandson Tom holding a ball, and a dog."
HALL = "黄昏的宫殿里，年迈的国王坐在王座上，年轻的侍卫跪在他面前。"


@pytest.fixture(scope="module")
def room() -> tuple[Stage, Moment]:
    _, state = crew().begin(ROOM, seed=3, aspect="16:9")
    return state.stage, state.moment


@pytest.fixture
def director(tmp_path: Path) -> Iterator[Director]:
    director = open_director(tmp_path)
    yield director
    director.close()


def cast_of(world: tuple[Stage, Moment], language: str = "en") -> dict[str, Part]:
    return {part.name: part for part in parts(*world, language)}


def changed(world: tuple[Stage, Moment], *wanted: Part) -> tuple[Stage, Moment]:
    return recast(*world, wanted, language="en", era="modern")


def test_everybody_is_told_with_what_they_are_and_wear_and_where_they_stand(room: tuple[Stage, Moment]) -> None:
    cast = cast_of(room)
    assert {"old woman", "sofa", "Tom", "ball", "dog"} <= set(cast)
    woman, tom = cast["old woman"], cast["Tom"]
    assert (woman.role, woman.look["age"], woman.look["gender"]) == ("old woman", "old", "f")
    assert (tom.look["age"], set(tom.colors)) == ("child", {"top", "bottom", "hair", "skin"})
    assert (cast["dog"].role, cast["dog"].look, set(cast["dog"].colors)) == ("dog", {}, {"body", "accent"})
    assert woman.at == cast["sofa"].at


def test_what_is_not_changed_stays_to_the_bit(room: tuple[Stage, Moment]) -> None:
    stage, moment = changed(room, *cast_of(room).values())
    assert stage == room[0]
    assert all(np.array_equal(getattr(moment, name), getattr(room[1], name)) for name in Moment.__dataclass_fields__)
    tom = cast_of(room)["Tom"]
    stage, _ = changed(room, replace(tom, name="Tomás", look={**tom.look, "hair": "spiky", "glasses": "yes"}))
    for old, new in zip(room[0].entities, stage.entities, strict=True):
        if old.id != tom.id:
            assert new == old
    now = stage.entities[stage.index(tom.id)]
    was = room[0].entities[stage.index(tom.id)]
    assert replace(now, name=was.name, look=was.look) == was
    assert {k: v for k, v in now.look.items() if was.look.get(k) != v} == {"hair": "spiky", "glasses": "yes"}


def test_who_is_older_is_larger_and_who_is_something_else_is_dressed_for_it(room: tuple[Stage, Moment]) -> None:
    cast = cast_of(room)
    tom, dog = cast["Tom"], cast["dog"]
    stage, moment = changed(room, replace(tom, role="policeman", look={**tom.look, "age": "old"}),
                            replace(dog, role="cat"))  # fmt: skip
    now = cast_of((stage, moment))
    assert (now["Tom"].role, now["Tom"].look["outfit"], now["Tom"].look["age"]) == ("police officer", "police", "old")
    entity, was = (s.entities[s.index(tom.id)] for s in (stage, room[0]))
    assert (entity.archetype, entity.look["likeness"]) == ("adult", was.look["likeness"])
    assert entity.size[1] > 1.3 * was.size[1] and entity.colors["skin"] == was.colors["skin"]
    assert stage.entities[stage.index(dog.id)].archetype == "cat"


def test_who_is_put_elsewhere_takes_along_what_they_hold(room: tuple[Stage, Moment]) -> None:
    cast = cast_of(room)
    stage, moment = changed(room, replace(cast["Tom"], at=(2.5, 1.0)))
    tom, ball = (stage.index(cast[name].id) for name in ("Tom", "ball"))
    assert moment.position[tom, ::2].tolist() == [2.5, 1.0] and moment.held_by[ball] == tom
    before = room[1].position[ball] - room[1].position[tom]
    assert np.allclose(moment.position[ball] - moment.position[tom], before, atol=1e-5)
    _, moment = changed(room, replace(cast["sofa"], at=(0.0, -1.0)))
    woman = stage.index(cast["old woman"].id)
    assert moment.position[woman, ::2].tolist() == [0.0, -1.0] and moment.pose_name(woman) == "sit"
    _, moment = changed(room, replace(cast["old woman"], at=(99.0, -99.0)))
    assert abs(moment.position[woman, ::2]).max() < stage.half_extent, "nobody leaves the stage"
    assert (moment.pose_name(woman), moment.position[woman, 1], moment.supported_by[woman]) == ("stand", 0.0, -1)
    _, moment = changed(room, replace(cast["ball"], at=(1.0, 2.0)))
    assert moment.held_by[ball] == -1 and moment.gesture_name(tom) == "rest"


def test_who_is_left_out_leaves_nobody_in_the_air(room: tuple[Stage, Moment]) -> None:
    cast = cast_of(room)
    stage, moment = changed(room, replace(cast["sofa"], there=False), replace(cast["ball"], there=False))
    assert [entity.id for entity in stage.entities] == [
        entity.id for entity in room[0].entities if entity.name not in ("sofa", "ball")
    ]
    woman, tom = (stage.index(cast[name].id) for name in ("old woman", "Tom"))
    assert (moment.pose_name(woman), moment.position[woman, 1], moment.supported_by[woman]) == ("stand", 0.0, -1)
    assert moment.gesture_name(tom) == "rest" and len(moment.heading) == len(stage.entities)
    lamp, table = (stage.index(cast[name].id) for name in ("lamp", "table"))
    assert moment.supported_by[lamp] == table, "rows are counted anew"


def test_the_sky_is_changed(room: tuple[Stage, Moment]) -> None:
    moment = under_sky(room[1], "night", "snow")
    assert (moment.time_of_day(), moment.weather_name()) == ("night", "snow")
    assert under_sky(moment, None, None) is moment
    with pytest.raises(StoryError, match="no weather"):
        under_sky(moment, None, "frogs")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"role": "dragon"}, "nothing that “Tom” could be"),
        ({"role": "xyzzy"}, "nothing that “Tom” could be"),
        ({"name": " \n "}, "write one for “Tom”"),
        ({"name": "Old Woman"}, "Two of the cast"),
        ({"look": {"hair": "<b>"}}, "is no hair"),
        ({"colors": {"top": "red; }"}}, "is no colour"),
        ({"emotion": "peckish"}, "is no emotion"),
        ({"id": "e99"}, "not there any more"),
    ],
)
def test_what_nobody_can_be_is_refused_with_a_sentence(
    room: tuple[Stage, Moment], change: dict[str, Any], told: str
) -> None:
    with pytest.raises(StoryError, match=told):
        changed(room, replace(cast_of(room)["Tom"], **change))


def test_an_empty_stage_is_refused(room: tuple[Stage, Moment]) -> None:
    with pytest.raises(StoryError, match="has to stay"):
        changed(room, *(replace(part, there=False) for part in cast_of(room).values()))


@pytest.mark.parametrize("name", [text for text in HOSTILE if "\n" not in text and "\u2028" not in text])
def test_any_name_is_kept_as_it_is(room: tuple[Stage, Moment], name: str) -> None:
    stage, _ = changed(room, replace(cast_of(room)["Tom"], name=name))
    assert stage.entities[2].name == name


def test_what_was_acted_before_is_stale_until_it_is_acted_again(director: Director) -> None:
    start = director.begin(HALL, seed=7)
    end = director.direct(start, "侍卫站起来。")
    before = director.story(start.episode).beats_before(end)[-1].take
    guard = next(part for part in director.cast(start.episode) if part.role == "侍卫")
    assert director.change_cast(start.episode, [replace(guard, emotion="afraid")], time="night") == start
    assert director.state(start)["time_of_day"] == "night"
    change, _ = director.history(start.episode)
    assert change is not None and change.kind == "recast"
    assert director.story(start.episode).is_stale(end)
    director.act_again(start)
    graph = director.story(start.episode)
    assert not graph.is_stale(end) and graph.beats_before(end)[-1].takes[0] == before
    assert director.casting_notes(end) == director.casting_notes(start)
    director.undo(start.episode)
    director.undo(start.episode)
    assert not director.story(start.episode).is_stale(end), "the old cast and the old take are back"
    assert director.state(start)["time_of_day"] == "dusk"
