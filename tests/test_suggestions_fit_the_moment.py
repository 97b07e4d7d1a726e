"""What could happen next fits who is there, what they hold and feel, what was just done and the author's language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import pytest
from directing import crew

from director.directive import Directive
from director.planning.planner import Context
from director.suggestions import suggest
from director.suggestions.choosing import as_meant
from director.suggestions.ideas import Idea, ideas
from director.suggestions.situation import Past, Situation
from model.moment import EMOTIONS, POSES, Moment
from model.state import Action, WorldState

CAFE = "Anna and Ben in a cafe at night with a girl. There is a letter and a cup on the table. A lamp is lit."
PALACE = "夜晚的宫殿里，皇后和侍女小翠站在桌边，桌上有一封信，旁边有一盏灯笼。"
VILLAGE = "A village at dusk with a knight, a blacksmith and a sword. A dragon is circling overhead."


@pytest.fixture(scope="module", params=[CAFE, PALACE, VILLAGE])
def world(request: pytest.FixtureRequest) -> WorldState:
    return begun(request.param)


def begun(prompt: str) -> WorldState:
    return crew().begin(prompt, seed=4, aspect="16:9", style="vinyl")[1]


def the(state: WorldState, name: str) -> str:
    return next(e.id for e in state.stage.entities if e.name == name)


def changed(state: WorldState, **arrays: object) -> WorldState:
    return replace(state, moment=replace(state.moment, **arrays))  # type: ignore[arg-type]


def handed(state: WorldState, thing: str, who: str) -> WorldState:
    held = state.moment.held_by.copy()
    held[state.stage.index(the(state, thing))] = state.stage.index(the(state, who))
    return changed(state, held_by=held)


def feeling(state: WorldState, who: str, emotion: str) -> WorldState:
    felt = state.moment.emotion.copy()
    felt[state.stage.index(the(state, who))] = np.eye(len(EMOTIONS), dtype=np.float32)[EMOTIONS.index(emotion)]
    return changed(state, emotion=felt)


def reading(state: WorldState, past: Sequence[Past] = ()) -> Callable[[str], Directive]:
    before = Context(tuple(p.direction for p in past))
    return lambda direction: crew().read(direction, state, before)


def all_done(directives: Sequence[Directive]) -> list[bool]:
    return [True] * len(directives)


def after(state: WorldState, direction: str) -> Situation:
    directive = crew().read(direction, state)
    lines = tuple(line.text for line in directive.lines)
    return Situation.of(state, [Past(direction, directive.actions, lines)])


def deeds(found: Sequence[Idea], verb: str) -> list[tuple[str | None, str | None, str | None]]:
    return [(d.actor, d.target, d.object) for idea in found for d in idea.deeds if d.verb == verb]


def test_only_those_who_hold_something_give_it_and_only_free_hands_take() -> None:
    state = handed(begun(CAFE), "letter", "Anna")
    anna, letter = the(state, "Anna"), the(state, "letter")
    found = ideas(Situation.of(state), 0)
    assert deeds(found, "give") and all((a, o) == (anna, letter) for a, _, o in deeds(found, "give"))
    assert deeds(found, "drop") == [(anna, letter, None)]
    assert anna not in {actor for actor, _, _ in deeds(found, "take")}, "her hands are full"
    assert letter in {target for _, target, _ in deeds(found, "take")}, "others may snatch it"


def test_nobody_without_wings_flies_and_who_flies_may_land() -> None:
    state = begun(VILLAGE)
    dragon = the(state, "dragon")
    found = ideas(Situation.of(state), 0)
    assert {actor for verb in ("fly", "land", "take_off") for actor, _, _ in deeds(found, verb)} == {dragon}
    assert not deeds(found, "take_off"), "it is in the air already"


def test_no_blow_is_struck_by_or_at_a_child() -> None:
    state = feeling(feeling(begun(CAFE), "Anna", "angry"), "girl", "angry")
    found = ideas(Situation.of(state), 0)
    blows = deeds(found, "attack") + deeds(found, "push")
    assert blows, "the grown-ups may"
    assert all(the(state, "girl") not in roles for roles in blows)


def test_who_lies_on_the_ground_is_helped_up_before_anything_else_is_asked_of_them() -> None:
    state = begun(CAFE)
    pose = state.moment.pose.copy()
    row = state.stage.index(the(state, "Ben"))
    pose[row] = np.eye(len(POSES), dtype=np.float32)[POSES.index("fallen")]
    found = ideas(Situation.of(changed(state, pose=pose)), 0)
    assert the(state, "Ben") in {target for _, target, _ in deeds(found, "help_up")}
    assert the(state, "Ben") not in {actor for verb in ("walk", "sit", "exit") for actor, _, _ in deeds(found, verb)}


def test_the_last_beat_is_not_repeated_and_no_line_is_said_twice() -> None:
    state = begun(CAFE)
    situation = after(state, "Anna hugs Ben.")
    assert (the(state, "Anna"), the(state, "Ben"), None) not in deeds(ideas(situation, 0), "hug")
    said = {idea.line for idea in ideas(Situation.of(state), 0) if idea.act == "ask"}
    told = Situation.of(state, [Past("…", (), tuple(line for line in said if line))])
    assert not said & {idea.line for idea in ideas(told, 0)}


def test_whoever_is_spoken_to_answers_first() -> None:
    state = begun(CAFE)
    best = ideas(after(state, "Anna says to Ben: “You knew all along.”"), 0)[:6]
    assert sum(idea.deeds[0].actor == the(state, "Ben") for idea in best) >= 4


def test_anger_calls_for_confrontation_and_quiet_for_less() -> None:
    state = begun(CAFE)

    def first(state: WorldState, kind: str) -> int:
        return [idea.kind for idea in ideas(Situation.of(state), 0)].index(kind)

    angry = feeling(state, "Anna", "angry")
    assert Situation.of(angry).tension > Situation.of(state).tension
    assert first(angry, "confrontation") < first(state, "confrontation")


def test_suggestions_are_understood_as_they_are_meant_and_say_what_they_come_to(world: WorldState) -> None:
    situation = Situation.of(world)
    offered = suggest(situation, reading(world), all_done, seed=1)
    assert 3 <= len(offered) <= 5
    for suggestion in offered:
        assert as_meant(suggestion.idea, reading(world)(suggestion.direction))
        assert suggestion.outcome and suggestion.expects
    assert len({s.kind for s in offered}) == len(offered), "side by side they are of different kinds"


def test_they_are_in_the_language_of_the_names_until_the_author_uses_another() -> None:
    state = begun(PALACE)
    chinese = suggest(Situation.of(state), reading(state), all_done, seed=1)
    assert all(not any(c.isascii() and c.isalpha() for c in s.direction + s.outcome) for s in chinese)
    past = [Past("The camera pulls back.")]
    english = suggest(Situation.of(state, past), reading(state, past), all_done, seed=1)
    assert english and all(any(c.isascii() and c.isalpha() for c in s.direction) for s in english)


def test_the_same_moment_and_seed_give_the_same_and_another_seed_gives_others(world: WorldState) -> None:
    def offered(seed: int) -> list[str]:
        return [s.direction for s in suggest(Situation.of(world), reading(world), all_done, seed=seed)]

    assert offered(1) == offered(1)
    assert any(offered(seed) != offered(1) for seed in (2, 3))


def test_what_does_not_come_off_when_it_is_tried_is_not_offered(world: WorldState) -> None:
    def only_spoken(directives: Sequence[Directive]) -> list[bool]:
        return [bool(directive.lines) for directive in directives]

    offered = suggest(Situation.of(world), reading(world), only_spoken, seed=1)
    assert offered and all(s.idea.line for s in offered)
    assert suggest(Situation.of(world), reading(world), lambda many: [False] * len(many), seed=1) == []


def test_what_goes_on_already_is_not_suggested_again() -> None:
    state = begun(VILLAGE)
    circling = Action("dance", the(state, "knight"), the(state, "blacksmith"))
    moment: Moment = state.moment
    found = ideas(Situation(state.stage, moment, (), (circling,)), 0)
    assert (circling.actor, circling.target, None) not in deeds(found, "dance")
