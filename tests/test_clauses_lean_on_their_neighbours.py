"""What a clause leaves out, the clauses beside it say; and what only sounds like a deed is none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_music_is_seen_to_be_played import READER, begun, verbs

from model.state import Action, WorldState

STUDY = "A study at night with a widow, an old butler, a candle on a desk, a letter, an armchair and a piano."
CHAMBER = "古代闺房，小姐和书生，一张桌子，一封信，一条船。"
FARM = "A farm at dawn: a farmer, a girl, a horse and a seagull in the sky."


def holding(prompt: str, who: str, thing: str) -> WorldState:
    state = begun(prompt)
    rows = {entity.name: row for row, entity in enumerate(state.stage.entities)}
    held_by = state.moment.held_by.copy()
    held_by[rows[thing]] = rows[who]
    return replace(state, moment=replace(state.moment, held_by=held_by))


def actions(direction: str, state: WorldState) -> tuple[Action, ...]:
    directive = READER.read(direction, state.stage, state.moment)
    assert not directive.refusals
    return directive.actions


def test_what_is_lit_is_said_next() -> None:
    assert verbs("The butler strikes a match and lights the candle.", begun(STUDY)) == [("light", "candle")]
    assert len(actions("The butler strikes a match and lights the candle.", begun(STUDY))) == 1


def test_who_acts_next_is_given_what_is_handed_over() -> None:
    given, *_ = actions("书生双手奉上信，小姐羞涩地接过。", holding(CHAMBER, "书生", "信"))
    assert given.verb == "give"


def test_what_slips_a_hand_is_dropped() -> None:
    state = holding(STUDY, "widow", "letter")
    assert verbs("The letter slips from her fingers.", state) == [("drop", "letter")]


def test_what_is_in_hand_is_only_held_on_to() -> None:
    state = holding(STUDY, "widow", "letter")
    assert verbs("The widow presses the letter to her heart.", state) == [("stop", "")]
    assert verbs("The widow holds the letter out to the butler.", state)[0][0] == "give"


def test_nobody_goes_anywhere_to_cross_their_legs() -> None:
    assert verbs("The butler sits down in the armchair and crosses his legs.", begun(STUDY)) == [("sit", "armchair")]


def test_what_is_done_once_somebody_is_there_is_a_deed_of_its_own() -> None:
    assert [verb for verb, _ in verbs("书生跳上船向小姐挥手告别。", begun(CHAMBER))] == ["jump_onto", "wave"]


@pytest.mark.parametrize("direction", ["Clouds gather.", "The sun comes up over the farm.", "Dark clouds roll in."])
def test_what_happens_in_the_sky_is_of_the_sky(direction: str) -> None:
    (action,) = actions(direction, begun(FARM))
    assert action.verb in ("weather", "time")


@pytest.mark.parametrize(("direction", "feels"), [
    ("The widow glares at the butler.", "angry"), ("The widow looks at the butler.", None),
])  # fmt: skip
def test_a_look_may_tell_a_feeling(direction: str, feels: str | None) -> None:
    told = [action.emotion for action in actions(direction, begun(STUDY)) if action.verb == "feel"]
    assert told == ([feels] if feels else [])


def test_who_swoops_down_and_lands_does_not_fly_for_ever() -> None:
    flies, lands = actions("The seagull swoops down and lands on the horse.", begun(FARM))
    assert flies.verb == "fly" and flies.seconds and lands.verb == "land"


@pytest.mark.parametrize(("direction", "deeds"), [
    ("The widow hugs the butler and the butler cries.", ["hug", "cry"]),
    ("The girl walks up to the farmer and the farmer turns to her.", ["walk", "face"]),
    ("The girl runs faster and faster to the farmer and the farmer waves.", ["run", "wave"]),
])  # fmt: skip
def test_who_was_acted_upon_acts_in_turn(direction: str, deeds: list[str]) -> None:
    state = begun(STUDY if "widow" in direction else FARM)
    assert [a.verb for a in actions(direction, state)] == deeds


@pytest.mark.parametrize(("direction", "verbs"), [
    ("书生跑到小姐面前跪下", ["run", "kneel"]), ("书生走到小姐身边坐下", ["walk", "sit"]),
    ("书生走到小姐面前停下脚步", ["walk", "stop"]), ("书生扑通一声跪倒在地", ["kneel"]), ("窗外下起了雪", ["weather"]),
    ("书生抓住小姐的手腕", ["shake_hands"]), ("The butler grabs the widow's wrist.", ["shake_hands"]),
    ("The butler hits the widow.", ["attack"]), ("The widow hides the letter behind her back.", ["take"]),
    ("The butler stretches.", ["cheer"]), ("书生拦住小姐", ["walk"]),
    ("Everyone at the desk stands up.", ["stand"] * 2),
])  # fmt: skip
def test_deeds_are_what_they_look_like(direction: str, verbs: list[str]) -> None:
    state = begun(STUDY if direction.isascii() else CHAMBER)
    assert [a.verb for a in actions(direction, state)] == verbs


@pytest.mark.parametrize(("direction", "hour"), [
    ("Fade to night.", 22.0), ("Dissolve to dawn.", 6.0), ("画面转到深夜", 23.5), ("切到清晨", 6.0),
])  # fmt: skip
def test_a_picture_that_fades_to_an_hour_is_of_that_hour(direction: str, hour: float) -> None:
    (action,) = actions(direction, begun(STUDY if direction.isascii() else CHAMBER))
    assert action.verb == "time" and action.hour is not None and abs(action.hour - hour) <= 1.5


def test_a_trade_before_a_name_is_of_whoever_bears_it() -> None:
    state = begun("办公室里，总裁，女秘书温晚，秘书小李，一张桌子。")
    names = {e.id: e.name for e in state.stage.entities}
    assert {names[a.actor or ""] for a in actions("秘书小李尴尬地退到一旁", state)} == {"小李"}
