"""Splits ask what they say they ask: phrasings and verbs of the right part, judged by what is meant."""

from __future__ import annotations

import pytest
from texts import TEXT

from model.evaluation import splits
from model.evaluation.acting import Play, lessons_of
from model.evaluation.phrases import known, said, worded
from model.evaluation.splits import Hearing, Held, Question, fits, in_new_verbs, in_words, of_new_casts
from model.lexicon import Phrasing, held_out_verbs, split
from model.state import Action
from model.teacher.rollouts import held_out_pair
from model.world import WorldModel
from tests.stages import begin, stage_of
from tests.trajectories import still

STAGE = stage_of(("smith", "adult"), ("chair", "chair"), ("ball", "ball"), ("dragon", "dragon"))


@pytest.fixture(scope="module")
def hearing() -> Hearing:
    return Hearing(TEXT)


@pytest.fixture(scope="module")
def lessons() -> dict[str, list[Held]]:
    return {verb: [Held.of(x, seed) for seed, x in lessons_of(verb, 4)] for verb in ("walk", "take")}


# -- phrases -----------------------------------------------------------------------------------------------------------
def test_phrasings_are_of_the_part_the_language_and_the_roles_asked_for() -> None:
    for part in ("train", "held_out"):
        found = known(Action("walk", "e0", "e1"), part, "en")
        assert found and all("{t}" in p.text and split(p.text) == part and p.language == "en" for p in found)
    assert all("{t}" not in p.text for p in known(Action("walk", "e0"), "train", "zh"))


def test_feelings_and_skies_are_said_by_what_they_become() -> None:
    assert {p.label for p in known(Action("feel", "e0", emotion="sad"), "train", "en")} == {"sad"}
    assert {p.label for p in known(Action("weather", None, weather="rain"), "train", "zh")} == {"weather:rain"}
    assert {p.label for p in known(Action("time", None, hour=23.0), "train", "en")} == {"time:night"}


def test_whom_a_phrase_names_is_masked_as_clauses_mask_them() -> None:
    throws = Phrasing("verb", "throw", "en", "hurls {o} at {t}")
    assert said(throws, Action("throw", "e0", "e3", "e2"), STAGE) == "hurls something at someone"
    sits = Phrasing("verb", "sit", "zh", "坐到{t}上")
    assert said(sits, Action("sit", "e0", "e1"), STAGE) == "坐到某物上"


def test_the_same_seed_says_it_in_the_same_words() -> None:
    action = Action("walk", "e0", "e1")
    assert worded(action, STAGE, 4) == worded(action, STAGE, 4) != worded(action, STAGE, 5)
    assert worded(action, STAGE, 4).words.isascii() and not worded(action, STAGE, 5).words.isascii()


# -- what a phrase is read as ------------------------------------------------------------------------------------------
def test_only_verbs_that_those_named_can_act_fit() -> None:
    assert fits("sit", Action("walk", "e0", "e1"), STAGE)
    assert not fits("sit", Action("walk", "e0", "e2"), STAGE)  # a ball is no seat
    assert not fits("fly", Action("walk", "e0"), STAGE) and fits("fly", Action("walk", "e3"), STAGE)
    assert not fits("take", Action("walk", "e0"), STAGE)  # takes what?
    assert fits("weather", Action("time", None, hour=3.0), STAGE)
    assert not fits("weather", Action("walk", "e0"), STAGE) and not fits("walk", Action("quake", None), STAGE)


def test_a_plain_phrase_is_read_as_its_verb(hearing: Hearing) -> None:
    meant = Action("walk", "e0", "e1", speed=0.5)
    _, state = begin(STAGE)
    heard = hearing.read("walks to something", meant, STAGE, state.moment)
    assert (heard.verb, heard.speed, heard.words) == ("walk", 0.5, "walks to something")
    assert hearing.read("sits down on something", meant, STAGE, state.moment).verb == "sit"


# -- questions ---------------------------------------------------------------------------------------------------------
def test_held_out_phrasings_are_asked_as_read_and_by_words_alone(
    lessons: dict[str, list[Held]], hearing: Hearing
) -> None:
    asked = list(in_words(lessons, hearing))
    alone = [q for q in asked if q.split == "phrases_alone"]
    read = [q for q in asked if q.split == "phrases"]
    assert {q.asked.verb for q in alone} == {"act"} and len(alone) == len(read) > 0
    assert all(a.asked.words == r.asked.words and a.meant == r.meant for a, r in zip(alone, read, strict=True))
    assert sum(q.split == "seen" for q in asked) == 8
    assert {q.language for q in alone} <= {"en", "zh"}


def test_held_out_verbs_are_asked_in_lessons_of_the_verb_they_mean(
    lessons: dict[str, list[Held]], hearing: Hearing
) -> None:
    asked = list(in_new_verbs(lessons, hearing, each=1))
    stems = {word.stem for word in held_out_verbs() if word.phrasing.label in lessons}
    assert asked and {q.meant.verb for q in asked} == {"walk", "take"}
    assert all(any(stem in q.asked.words for stem in stems) for q in asked)


def test_new_casts_are_pairs_never_shown_and_crowds() -> None:
    asked = list(of_new_casts(["walk", "quake"], 2))
    for q in asked:
        archetypes = {e.id: e.archetype for e in q.play.stage.entities}
        if q.split == "pairs":
            assert held_out_pair("walk", archetypes[str(q.meant.actor)])
        else:
            assert 13 <= len(archetypes) <= 16
    assert [q.split for q in asked] == ["pairs", "pairs", "crowd", "crowd", "crowd", "crowd"]


# -- figures -----------------------------------------------------------------------------------------------------------
def test_answers_are_judged_by_what_was_meant_in_each_language() -> None:
    first = still(STAGE, {})
    stays, goes = Action("stop", "e0"), Action("sit", "e0", "e1")

    def question(language: str, meant: Action) -> Question:
        return Question("phrases", language, stays, meant, Play(STAGE, first, ((stays, 0),), 1), taught=True)

    moves = WorldModel.tiny()
    figures = splits.figures(moves, [question("en", Action("enter", "e0")), question("zh", goes)])["phrases"]
    assert (figures["lessons"], figures["model"], figures["en"], figures["zh"]) == (2, 0.5, 1.0, 0.0)
    assert figures["weak"] == {"sit": 0.0} and figures["teacher"] == 1.0
    assert "| held-out phrasings, verb as read | 2 | 50 % |" in splits.as_table({"phrases": figures})
