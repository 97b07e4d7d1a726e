"""What people are busy with is seen from the first moment: the thing that it takes is there, and they are at it."""

from __future__ import annotations

import math

import pytest

from director.casting.worlds import Casting, cast
from director.lexicon.pursuits import pursuit_in
from model.layout import first_moment
from model.moment import POSES, Moment
from model.text import TextEncoder


def world(prompt: str, seed: int = 1) -> Casting:
    return cast(prompt, seed=seed, text=TextEncoder())


def opened(found: Casting) -> Moment:
    return first_moment(found.stage, found.relations, seed=1, hour=found.hour, weather=found.weather)


def people(found: Casting) -> list[int]:
    return [i for i, e in enumerate(found.stage.entities) if e.kind == "person"]


def poses(found: Casting) -> list[str]:
    moment = opened(found)
    return [POSES[int(moment.pose[i].argmax())] for i in people(found)]


def row_of(found: Casting, archetype: str) -> int:
    return next(i for i, e in enumerate(found.stage.entities) if e.archetype == archetype)


@pytest.mark.parametrize(
    ("prompt", "furniture"),
    [
        ("Mia has coffee with Leo in a cafe.", "table"),
        ("An old couple eat dinner in silence.", "table"),
        ("Two monks play chess in a temple.", "table"),
        ("Two bounty hunters play cards in a spaceship.", "table"),
        ("Three students study in a library.", "desk"),
        ("A reporter negotiates with a general in an office.", "desk"),
        ("三个镖师在客栈里喝酒。", "table"),
        ("姐妹俩在客厅打牌。", "table"),
        ("律师和老板在会议室谈判。", "conference_table"),
    ],
)
def test_those_who_do_it_together_sit_around_a_table(prompt: str, furniture: str) -> None:
    found = world(prompt)
    moment, table = opened(found), row_of(found, furniture)
    assert set(poses(found)) == {"sit"}
    for i in people(found):
        off = moment.position[i] - moment.position[table]
        assert math.hypot(off[0], off[2]) < 1.8 + 0.5 * max(found.stage.entities[table].size)


def test_chairs_at_the_ends_of_a_table_are_turned_to_it() -> None:
    found = world("Two monks play chess in a temple.")
    moment, table = opened(found), row_of(found, "table")
    for i in people(found):
        toward = moment.position[table] - moment.position[i]
        off = math.atan2(float(toward[0]), float(toward[2])) - float(moment.heading[i])
        assert abs(math.remainder(off, math.tau)) < math.radians(40)


@pytest.mark.parametrize(
    ("prompt", "visitor"),
    [("A nurse checks on an old man in a hospital room.", 0), ("妈妈来医院看望生病的女儿。", 0)],
)
def test_the_sick_lie_and_who_cares_for_them_stands_by_the_bed(prompt: str, visitor: int) -> None:
    assert poses(world(prompt)) == ["stand", "lie"]


def test_who_has_a_visitor_elsewhere_is_not_put_to_bed() -> None:
    assert poses(world("Anna visits Ben in his office.")) == ["stand", "stand"]


@pytest.mark.parametrize("prompt", ["A writer types in her study at night.", "学生在书房写作业。"])
def test_who_works_at_a_desk_sits_at_it_with_what_it_takes(prompt: str) -> None:
    found = world(prompt)
    assert poses(found) == ["sit"]
    assert {"laptop", "book"} & {e.archetype for e in found.stage.entities}


def test_what_it_takes_is_brought_where_it_is_not() -> None:
    found = world("A girl plays the piano in a barn.")
    assert "piano" in {e.archetype for e in found.stage.entities}


@pytest.mark.parametrize(
    "prompt",
    [
        "Anna stands by the window drinking coffee in an office.",
        "A waiter serves dinner to a couple in a restaurant.",
        "The nurse runs to the doctor in the hospital.",
    ],
)
def test_who_is_told_to_stand_or_go_does_not_sit_down(prompt: str) -> None:
    assert poses(world(prompt))[0] == "stand"


def test_no_table_is_carried_into_the_wild_for_a_drink() -> None:
    found = world("A hunter drinks tea in a snowy forest.")
    assert "table" not in {e.archetype for e in found.stage.entities}


@pytest.mark.parametrize("phrase", ["looks at someone", "reads her mind", "writes on a wall", "has spilled wine"])
def test_other_phrases_are_no_pursuit(phrase: str) -> None:
    assert pursuit_in(phrase) is None


@pytest.mark.parametrize(
    ("prompt", "thing"),
    [
        ("Two swordsmen duel on a rooftop.", "sword"),
        ("Anna toasts Ben in a living room.", "wine_glass"),
        ("A journalist is filming the king in a palace.", "phone"),
        ("屋顶上，两个剑客在月光下决斗。", "sword"),
        ("餐厅里，服务员正在上菜。", "plate"),
    ],
)
def test_what_it_takes_is_in_the_hand_wherever_they_are(prompt: str, thing: str) -> None:
    found = world(prompt)
    held = {r.other for r in found.relations if r.kind == "holds"}
    assert {e.archetype for e in found.stage.entities if e.id in held} == {thing}


def test_people_who_queue_stand_one_behind_the_other_and_look_ahead() -> None:
    found = world("Four people queue in a street.")
    moment = opened(found)
    steps = [float(moment.position[j, 0] - moment.position[i, 0]) for i, j in zip((0, 1, 2), (1, 2, 3), strict=True)]
    assert all(math.isclose(step, steps[0], abs_tol=1e-4) and 0.6 < abs(step) < 1.0 for step in steps)
    assert all(math.sin(float(moment.heading[i])) * steps[0] < 0.0 for i in people(found))


@pytest.mark.parametrize(
    "prompt",
    [
        "The teacher explains a problem at the blackboard to four students.",
        "Three students and a teacher in a classroom.",
        "教室里，老师在黑板前讲课，三个学生听得入神。",
    ],
)
def test_students_sit_at_desks_before_a_teacher_who_stands(prompt: str) -> None:
    found = world(prompt)
    roles = [found.stage.entities[i].look["role"] for i in people(found)]
    assert poses(found) == ["sit" if role == "student" else "stand" for role in roles]
    desks = [i for i, e in enumerate(found.stage.entities) if e.archetype == "desk"]
    moment = opened(found)
    for i in people(found):
        if roles[people(found).index(i)] == "student":
            assert min(math.dist(moment.position[i, [0, 2]], moment.position[j, [0, 2]]) for j in desks) < 1.6


def test_cards_are_played_around_what_they_lie_on() -> None:
    found = world("Three bounty hunters play cards on a crate in a spaceship.")
    moment, crate = opened(found), row_of(found, "box")
    assert poses(found) == ["sit"] * 3
    for i in people(found):
        assert math.dist(moment.position[i, [0, 2]], moment.position[crate, [0, 2]]) < 1.2


def test_tea_is_drunk_at_a_table_in_a_garden_too_but_not_on_a_battlefield() -> None:
    assert set(poses(world("A mother and her daughter drink tea in the garden."))) == {"sit"}
    assert "table" in {e.archetype for e in world("花园里，小姐和丫鬟坐着喝茶赏花。").stage.entities}
    assert "sit" not in poses(world("Two soldiers drink tea in a desert."))


@pytest.mark.parametrize("prompt", ["A pianist plays the piano in a living room.", "客厅里，女孩在弹钢琴。"])
def test_who_plays_the_piano_sits_at_its_keys_and_shows_the_face(prompt: str) -> None:
    found = world(prompt)
    moment, piano = opened(found), row_of(found, "piano")
    (player,) = people(found)
    assert poses(found) == ["sit"]
    off = moment.position[player] - moment.position[piano]
    toward_keys = math.atan2(float(off[0]), float(off[2])) - float(moment.heading[piano])
    assert math.hypot(off[0], off[2]) < 1.1 and abs(math.remainder(toward_keys, math.tau)) < math.radians(15)
    assert abs(math.remainder(float(moment.heading[player]), math.tau)) < math.radians(90)


def test_guests_who_are_served_sit_and_who_serves_stands() -> None:
    assert poses(world("A waiter serves coffee to two women in a cafe.")) == ["stand", "sit", "sit"]
    assert poses(world("餐厅里，服务员给一家三口上菜。")) == ["stand", "sit", "sit", "sit"]


def test_musicians_on_a_stage_have_their_instruments() -> None:
    found = world("Three musicians perform live on stage.")
    held = [r.other for r in found.relations if r.kind == "holds"]
    assert len(held) == 3 and {e.archetype for e in found.stage.entities if e.id in held} == {"guitar"}


def test_who_sits_on_steps_sits_on_a_low_one_at_the_front() -> None:
    found = world("An old beggar sits on the temple steps.")
    moment, steps = opened(found), row_of(found, "stairs")
    (beggar,) = people(found)
    off = moment.position[beggar] - moment.position[steps]
    assert poses(found) == ["sit"] and 0.1 < off[1] < 0.6 and 0.1 < off[2] < 0.9


def test_nobody_is_seated_where_somebody_lies() -> None:
    found = world("Anna sits and reads a book in a living room while Ben sleeps on the sofa.")
    seats = [r.other for r in found.relations if r.kind in ("sits", "lies")]
    assert len(set(seats)) == 2
