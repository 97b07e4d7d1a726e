"""What a prompt says of who does what is seen at the first moment: who holds, sits, lies and faces, and where."""

import math

import numpy as np
import pytest

from director.casting import Casting, cast
from model.layout import first_moment
from model.moment import Moment
from tests.texts import TEXT


def _begun(prompt: str, seed: int = 3) -> tuple[Casting, Moment]:
    casting = cast(prompt, seed=seed, text=TEXT)
    moment = first_moment(casting.stage, casting.relations, seed=seed, hour=casting.hour, weather=casting.weather)
    return casting, moment


def _row(casting: Casting, name: str) -> int:
    return next(i for i, e in enumerate(casting.stage.entities) if name in (e.name, e.archetype))


def _shown(moment: Moment, i: int) -> float:
    """Degrees that somebody's body is turned from the lens."""
    return abs(math.degrees(math.remainder(float(moment.heading[i]), math.tau)))


@pytest.mark.parametrize(
    ("prompt", "who", "baby"),
    [
        ("A mother with a baby in her arms waits at a station.", "mother", "baby"),
        ("A nurse cradles a newborn.", "nurse", "newborn"),
        ("A girl hugs a kitten in the park.", "girl", "kitten"),
        ("一位老奶奶抱着婴儿坐在摇椅上。", "老奶奶", "婴儿"),
    ],
)
def test_a_baby_is_in_the_arms_that_hold_it(prompt: str, who: str, baby: str) -> None:
    casting, moment = _begun(prompt)
    assert moment.held_by[_row(casting, baby)] == _row(casting, who)


@pytest.mark.parametrize(
    ("prompt", "thing"),
    [
        ("Two hunters play chess around a crate in a cabin.", "box"),
        ("Three miners play poker around a barrel.", "barrel"),
        ("小屋里，两个猎人围着木箱下棋。", "box"),
    ],
)
def test_a_game_is_played_around_what_the_words_name(prompt: str, thing: str) -> None:
    casting, moment = _begun(prompt)
    players = [i for i, e in enumerate(casting.stage.entities) if e.kind == "person"]
    at = moment.position[_row(casting, thing)]
    assert all(moment.pose_name(i) == "sit" for i in players)
    assert all(np.hypot(*(moment.position[i] - at)[[0, 2]]) < 1.3 for i in players)
    assert not (moment.held_by >= 0).any()


@pytest.mark.parametrize("prompt", ["A chef cooks soup in the kitchen.", "厨房里，妈妈在做饭。", "A chef bakes bread."])
def test_who_cooks_stands_by_a_fire(prompt: str) -> None:
    casting, moment = _begun(prompt)
    cook = next(i for i, e in enumerate(casting.stage.entities) if e.kind == "person")
    gap = moment.position[cook] - moment.position[_row(casting, "fireplace")]
    assert np.hypot(gap[0], gap[2]) < 2.0


@pytest.mark.parametrize(
    ("prompt", "sick", "visitor"),
    [
        ("医院里，女儿坐在病床边握着父亲的手。", "父亲", "女儿"),
        ("Sam visits his sick mother in the hospital.", "mother", "Sam"),
        ("A visitor sits beside an old man's hospital bed.", "old man", "visitor"),
        ("In a hospital room a nurse stands by the bed of an old man.", "old man", "nurse"),
        ("A nurse waits by his wife's hospital bed.", "wife", "nurse"),
        ("医院里，儿子站在父亲的床边。", "父亲", "儿子"),
    ],
)
def test_the_sick_lie_in_bed_and_visitors_are_beside_it(prompt: str, sick: str, visitor: str) -> None:
    casting, moment = _begun(prompt)
    lying, by, bed = (_row(casting, name) for name in (sick, visitor, "bed"))
    assert moment.pose_name(lying) == "lie" and moment.supported_by[lying] == bed
    assert moment.pose_name(by) != "lie" and moment.supported_by[by] != bed
    gap = moment.position[by] - moment.position[bed]
    assert np.hypot(gap[0], gap[2]) < 2.2


@pytest.mark.parametrize(
    ("prompt", "ruler", "before"),
    [
        ("A queen on her throne listens to a kneeling messenger.", "queen", "messenger"),
        ("皇帝坐在龙椅上，一个大臣跪在殿前。", "皇帝", "大臣"),
    ],
)
@pytest.mark.parametrize("seed", range(3))
def test_who_kneels_to_a_ruler_is_near_and_seen(prompt: str, ruler: str, before: str, seed: int) -> None:
    casting, moment = _begun(prompt, seed)
    a, b = _row(casting, ruler), _row(casting, before)
    gap = moment.position[a] - moment.position[b]
    assert moment.pose_name(b) == "kneel"
    assert np.hypot(gap[0], gap[2]) < 2.6
    assert _shown(moment, a) < 60.0 and _shown(moment, b) < 110.0


def test_two_who_talk_from_seat_to_seat_turn_to_each_other() -> None:
    casting, moment = _begun("Mia sits on the sofa and argues with Tom, who sits in the armchair opposite.")
    mia, tom = _row(casting, "Mia"), _row(casting, "Tom")
    for i, j in ((mia, tom), (tom, mia)):
        x, _, z = moment.position[j] - moment.position[i]
        off = abs(math.remainder(math.atan2(x, z) - float(moment.heading[i]), math.tau))
        assert off < math.radians(60.0) and _shown(moment, i) < 100.0


def test_the_sixth_and_seventh_at_a_table_sit_and_show_their_faces() -> None:
    for prompt in ("六个兄弟围着圆桌吃火锅。", "Six friends eat dinner at a round table."):
        casting, moment = _begun(prompt)
        people = [i for i, e in enumerate(casting.stage.entities) if e.kind == "person"]
        assert len(people) == 6
        assert all(moment.pose_name(i) == "sit" and moment.supported_by[i] >= 0 for i in people)
        assert all(_shown(moment, i) < 100.0 for i in people)


def test_who_is_locked_in_a_cage_sits_within() -> None:
    for prompt in ("监狱里，一个囚犯被关在笼子里。", "The prisoner is locked in a cage."):
        casting, moment = _begun(prompt)
        prisoner = next(i for i, e in enumerate(casting.stage.entities) if e.kind == "person")
        assert moment.inside[prisoner] == _row(casting, "cage") and moment.pose_name(prisoner) == "sit"


def test_who_puts_a_thing_on_a_shelf_stands_by_it() -> None:
    casting, moment = _begun("A boy puts a teddy bear on the shelf in his bedroom.")
    gap = moment.position[_row(casting, "boy")] - moment.position[_row(casting, "shelf")]
    assert np.hypot(gap[0], gap[2]) < 2.0


def test_what_goes_on_in_a_barn_is_seen_before_it() -> None:
    casting, moment = _begun("A girl milks a cow in the barn on a farm.")
    girl, cow, barn = (_row(casting, name) for name in ("girl", "cow", "barn"))
    assert moment.inside[cow] < 0
    assert min(moment.position[girl, 2], moment.position[cow, 2]) > moment.position[barn, 2] + 1.5


def test_who_sleeps_in_an_armchair_sits_in_it() -> None:
    casting, moment = _begun("An old man snores in an armchair by the fireplace.")
    assert moment.pose_name(_row(casting, "old man")) == "sit"


def test_those_on_their_knees_are_out_in_front_of_a_throne_and_look_at_who_sits_there() -> None:
    casting, moment = _begun("Three knights kneel before the queen on her throne.")
    queen = _row(casting, "queen")
    knights = [i for i, e in enumerate(casting.stage.entities) if e.kind == "person" and i != queen]
    assert len(knights) == 3
    for i in knights:
        x, _, z = moment.position[queen] - moment.position[i]
        assert z < -0.3
        assert abs(math.remainder(math.atan2(x, z) - float(moment.heading[i]), math.tau)) < math.radians(75.0)
