"""English words are read by what they mean, also those that no phrasing has, in any of their forms."""

from __future__ import annotations

import numpy as np
import pytest
from texts import TEXT

from model import words
from model.lexicon import vocabulary
from model.reader import MEANING, load_reader, meanings
from model.text import WIDTH
from model.words import Vector, bases, meaning

ENCODE = TEXT.encode


def _of(word: str) -> Vector:
    vector = meaning(word)
    assert vector is not None, word
    return vector


@pytest.mark.parametrize(
    ("word", "near", "far"),
    [("bludgeons", "hits", "sings"), ("strolls", "walks", "throws"), ("weeping", "cries", "opens")],
)
def test_words_that_mean_alike_lie_near_each_other(word: str, near: str, far: str) -> None:
    assert _of(word) @ _of(near) > _of(word) @ _of(far) + 0.1


def test_a_form_of_a_word_is_found_by_its_base() -> None:
    for form, base in {"strolling": "stroll", "hopped": "hop", "carries": "carry", "danced": "dance"}.items():
        assert base in bases(form)
    assert list(bases("the")) == [] == list(bases("is"))
    assert meaning("zzyzxqing") is None


def test_vectors_have_length_one() -> None:
    for word in ("knight", "tiptoes", "thing"):
        assert float(np.linalg.norm(_of(word))) == pytest.approx(1.0, abs=1e-5)


def test_what_is_not_english_adds_nothing() -> None:
    rows = meanings(["挥手", "waves", ""], ENCODE)
    assert rows.shape == (3, MEANING) and MEANING == 2 * WIDTH + 2 * words.WIDTH
    assert not rows[[0, 2], 2 * WIDTH :].any() and rows[1, 2 * WIDTH :].any()
    assert meanings([], ENCODE).shape == (0, MEANING)


@pytest.mark.parametrize(
    ("phrase", "verb"), [("pummels someone", "attack"), ("saunters to something", "walk"), ("devours something", "eat")]
)
def test_a_verb_that_no_phrasing_has_is_read(phrase: str, verb: str) -> None:
    assert phrase.split()[0] not in vocabulary()
    reader = load_reader()
    (row,) = reader.probabilities([phrase], ENCODE, "verb")
    assert reader.labels("verb")[int(row.argmax())] == verb
