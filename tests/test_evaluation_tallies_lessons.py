"""Tallies over lessons say what was so in them: who succeeded, who strayed, how far constraints went."""

from __future__ import annotations

import math

import numpy as np
import pytest

from model.evaluation import by_verb, scope
from model.evaluation.acting import Acted, Performance, Play, lessons_of, perform, play_of
from model.evaluation.by_verb import ByVerb, corrections
from model.evaluation.scope import Scope
from model.moment import Moment
from model.state import Action
from model.teacher.rollouts import Rollout
from model.verbs import VERB_NAMES
from model.world import WorldModel
from tests.stages import stage_of
from tests.trajectories import changed, gesture, pose, still

STAGE = stage_of(("smith", "adult"), ("knight", "adult"), ("ball", "ball"))
FIRST = still(STAGE, {0: (0.0, 0.0, 0.0), 1: (3.0, 0.0, 0.0), 2: (-2.0, 0.0, 0.0)})
WALK = Action("walk", "e0", "e1")
CAME = changed(FIRST, 0, position=(2.0, 0.0, 0.0))


def acted(model: Moment, teacher: Moment = CAME, action: Action = WALK, corrected: tuple[float, ...] = (0.0,)) -> Acted:
    lesson = Rollout(STAGE, np.zeros((3, 4), np.float32), (FIRST, teacher), ((action, 0, 1),))
    return Acted(lesson, action, Performance([FIRST, model], list(corrected), finished=model is not FIRST))


# -- verb by verb ------------------------------------------------------------------------------------------------------
def test_a_verb_is_scored_beside_the_teacher_and_a_world_that_stands_still() -> None:
    tally = ByVerb()
    tally.add(acted(CAME))
    tally.add(acted(FIRST))
    row = tally.figures()["verbs"]["walk"]
    assert (row["model"], row["teacher"], row["still"], row["ended"]) == (0.5, 1.0, 0.0, 0.5)


def test_a_baseline_has_a_column_of_its_own() -> None:
    tally, one = ByVerb(), acted(FIRST)
    tally.add(one)
    tally.compare("without memory", one, Performance([FIRST, CAME]))
    figures = tally.figures()
    assert figures["verbs"]["walk"]["model"] == 0.0 and figures["verbs"]["walk"]["without memory"] == 1.0
    assert "| **mean** | 0 % | 100 % | 0 % | 100 % |" in by_verb.as_table(figures, ["without memory"])


def test_a_gesture_in_between_counts_though_it_is_over() -> None:
    one = acted(FIRST, action=Action("wave", "e0"))
    one.played.moments.insert(1, changed(FIRST, 0, gesture=gesture("wave")))
    tally = ByVerb()
    tally.add(one)
    row = tally.figures()["verbs"]["wave"]
    assert (row["model"], row["teacher"], row["still"]) == (1.0, 0.0, 0.0)


def test_means_leave_out_verbs_that_have_no_such_figure() -> None:
    alone = stage_of(("smith", "adult"))
    first = still(alone, {0: (0.0, 0.0, 0.0)})
    lesson = Rollout(alone, np.zeros((1, 4), np.float32), (first, first), ((Action("stand", "e0"), 0, 1),))
    tally = ByVerb()
    tally.add(Acted(lesson, Action("stand", "e0"), Performance([first, first], [0.0])))
    tally.add(acted(changed(CAME, 2, position=(-3.0, 0.0, 0.0))))
    assert math.isnan(tally.figures()["verbs"]["stand"]["strayed"])
    assert tally.figures()["mean"]["strayed"] == 1.0


def test_corrections_tell_how_often_and_how_far() -> None:
    figures = corrections([0.0, 0.01, 0.04, 0.08])
    assert figures["share"] == 0.5
    assert figures["mean_m"] == pytest.approx(0.06)
    assert figures["p95_m"] == pytest.approx(0.078)


# -- scope -------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("change", "kept"),
    [
        ({"position": (-2.1, 0.0, 0.0)}, True),
        ({"position": (-2.5, 0.0, 0.0)}, False),
        ({"pose": pose("sit")}, False),
        ({"emotion": np.eye(8)[2]}, False),
        ({"held_by": 0}, True),  # the smith is the actor, and a ball holds nothing
        ({"present": 0.0}, False),
    ],
)
def test_everyone_else_stays_by_the_definition_of_the_cases(change: dict[str, object], kept: bool) -> None:
    tally = Scope()
    tally.add(acted(changed(CAME, 2, **change)))
    assert tally.figures()["two"]["kept"] == float(kept)


def test_whom_the_teacher_changes_is_not_held_against_the_model() -> None:
    rolled = changed(CAME, 2, position=(-4.0, 0.0, 0.0))
    tally = Scope()
    tally.add(acted(rolled, teacher=rolled))
    figures = tally.figures()["two"]
    assert figures["kept"] == 1.0 and figures["teacher"] == 0.0


def test_lessons_are_told_apart_by_whom_they_name() -> None:
    tally = Scope()
    for action in (WALK, Action("stand", "e0"), Action("weather", None, weather="rain")):
        tally.add(acted(FIRST, action=action))
    assert [row["lessons"] for row in tally.figures().values()] == [1, 1, 1]
    assert all(words in scope.as_table(tally.figures()) for words in scope.ROWS.values())


# -- acting ------------------------------------------------------------------------------------------------------------
def test_held_out_lessons_have_one_task_and_seeds_that_training_never_uses() -> None:
    lessons = lessons_of("sit", 3)
    assert [lesson.jobs[0][0].verb for _, lesson in lessons] == ["sit"] * 3
    assert all(len(lesson.jobs) == 1 and seed < 1_000_000 for seed, lesson in lessons)
    assert all(seed // 1_000 == VERB_NAMES.index("sit") for seed, _ in lessons)


def test_plays_side_by_side_come_out_as_they_would_alone() -> None:
    world = WorldModel.tiny()
    plays = [play_of(lesson, seed) for verb in ("walk", "bow") for seed, lesson in lessons_of(verb, 2)]
    together = perform(world, plays)
    for play, performance in zip(plays, together, strict=True):
        (alone,) = perform(world, [play])
        assert len(alone.moments) == len(performance.moments)
        assert np.array_equal(alone.moments[-1].position, performance.moments[-1].position)


def test_a_play_starts_where_it_begins_and_asks_when_it_should() -> None:
    world = WorldModel.tiny()
    (late,) = perform(world, [Play(STAGE, FIRST, ((WALK, 5),), seed=1)])
    (never,) = perform(world, [Play(STAGE, FIRST, ((WALK, 10**6),), seed=1)])
    assert late.moments[0] is FIRST
    same = [np.array_equal(a.position, b.position) for a, b in zip(late.moments, never.moments, strict=False)]
    assert all(same[:6]) and not all(same)
