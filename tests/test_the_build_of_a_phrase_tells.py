"""Of a verb that nobody taught, the frame it stands in says what kind of verb it must be."""

import numpy as np
import pytest

from model.frames import is_known, likelihood
from model.lexicon import held_out_verbs
from model.reader import load_reader

LABELS = load_reader().labels("verb")


def likeliest(phrase: str, count: int = 5) -> list[str]:
    return [LABELS[i] for i in np.argsort(-likelihood(phrase, LABELS))[:count]]


@pytest.mark.parametrize(
    ("phrase", "verb"),
    [
        ("blicks onto something", "jump_onto"), ("blicks to someone", "talk"), ("blicks away from someone", "flee"),
        ("blicks something to someone", "give"), ("blicks something into something", "put_in"),
        ("suddenly blicks behind something", "hide"),
    ],
)  # fmt: skip
def test_a_frame_says_what_it_can_be(phrase: str, verb: str) -> None:
    assert verb in likeliest(phrase)


def test_what_is_known_in_any_form_and_what_is_not() -> None:
    assert all(map(is_known, ("walks to someone", "slowly walked off", "went home", "taking something", "走向某人")))
    assert not is_known("blicks something")
    assert not any(is_known(v.phrasing.text) for v in held_out_verbs() if v.phrasing.language == "en")


def test_likelihoods_of_verbs_sum_to_one_and_the_sky_is_neither_likely_nor_not() -> None:
    row = likelihood("blicks at someone", LABELS)
    acting = [i for i, label in enumerate(LABELS) if ":" not in label and label not in (
        "none", "camera", "blast", "quake", "black_out", "burn")]  # fmt: skip
    assert row[acting].sum() == pytest.approx(1.0)
    assert row[LABELS.index("weather:rain")] == pytest.approx(1.0 / len(acting))
