"""What is held out for testing is never trained on: neither phrasings nor words."""

from pathlib import Path

import pytest

from director.evaluation import Case, load_cases
from model.lexicon import (
    HEADS,
    HeldOutVerb,
    held_out_phrases,
    held_out_verbs,
    masked,
    phrasings,
    split,
    training_phrases,
)
from model.verbs import VERBS

CASES = Path(__file__).parents[1] / "eval" / "held_out_verbs.jsonl"
ACTING = sorted(set(VERBS) - {"act", "weather", "time"})


@pytest.mark.parametrize("verb", ACTING)
def test_every_verb_is_taught_and_tested(verb: str) -> None:
    taught, tested = training_phrases(verb), held_out_phrases(verb)
    assert len(taught) >= 20
    assert tested


def test_no_held_out_phrase_is_taught_under_any_verb() -> None:
    taught = {phrase for verb in VERBS for phrase in training_phrases(verb)}
    tested = {phrase for verb in VERBS for phrase in held_out_phrases(verb)}
    assert not taught & tested


@pytest.mark.parametrize("head", HEADS)
def test_about_a_tenth_is_held_out(head: str) -> None:
    parts = [split(p.text) for p in phrasings(head)]
    assert 0.03 < parts.count("held_out") / len(parts) < 0.2


@pytest.mark.parametrize("verb", held_out_verbs(), ids=lambda v: v.stem)
def test_a_held_out_verb_is_in_no_phrasing(verb: HeldOutVerb) -> None:
    assert verb.phrasing.label in VERBS
    assert all(verb.occurs_in(text) for text in masked(verb.phrasing))
    everything = (p for head in HEADS for p in phrasings(head) if p.language == verb.phrasing.language)
    assert not [p.text for p in everything if verb.occurs_in(p.text)]


def test_there_are_enough_held_out_verbs_in_both_languages() -> None:
    languages = [verb.phrasing.language for verb in held_out_verbs()]
    assert languages.count("en") >= 60
    assert languages.count("zh") >= 40
    assert len({verb.phrasing.label for verb in held_out_verbs()}) >= 40


@pytest.mark.parametrize(
    ("verb", "phrase"),
    [("walk", "walks to someone"), ("walk", "走向某物"), ("put_in", "puts something into something"),
     ("shield", "shields someone from someone"), ("give", "brings something to someone")],
)  # fmt: skip
def test_phrases_are_masked_as_clauses_are(verb: str, phrase: str) -> None:
    assert phrase in (*training_phrases(verb), *held_out_phrases(verb))


def test_a_verb_that_nobody_knows_has_no_phrases() -> None:
    with pytest.raises(ValueError, match="unknown verb"):
        training_phrases("strike_down")


@pytest.mark.parametrize("case", load_cases(CASES), ids=lambda case: case.id)
def test_every_case_of_held_out_verbs_uses_one(case: Case) -> None:
    language = "en" if case.direction.isascii() else "zh"
    used = [v for v in held_out_verbs() if v.phrasing.language == language and v.occurs_in(case.direction)]
    assert used
