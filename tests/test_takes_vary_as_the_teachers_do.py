"""How much takes differ, and whether in the teacher's way, is measured rightly on ways drawn by hand."""

from dataclasses import replace

import numpy as np
import pytest

from model.evaluation.variety import Variety
from model.moment import Moment
from tests.stages import begin, square


def going(seconds: float, bow: float) -> list[Moment]:
    """A way of six metres ahead that bows to the left and takes so long, then eight steps of rest."""
    _, state = begin(square())
    steps = round(12 * seconds)
    moments = []
    for t in [*np.linspace(0.0, 1.0, steps + 1), *[1.0] * 8]:
        position = state.moment.position.copy()
        position[0] = (bow * np.sin(np.pi * t), 0.0, 6.0 * t)
        moments.append(replace(state.moment, position=position.astype(np.float32)))
    return moments


TEACHER = [going(2.0, -0.5), going(3.0, 0.0), going(4.0, 0.5)]


def test_takes_like_the_teachers_correlate_and_spread_as_much() -> None:
    tally = Variety()
    tally.add(TEACHER, TEACHER, 0)
    figures = tally.figures()
    assert figures["seconds_correlation"] == pytest.approx(1.0)
    assert figures["bow_correlation"] == pytest.approx(1.0)
    assert figures["bow_model"] == figures["bow_teacher"] == pytest.approx(np.std([-0.5, 0.0, 0.5]), abs=0.02)
    assert figures["seconds_model"] == pytest.approx(np.std([2.0, 3.0, 4.0]), abs=0.15)


def test_takes_that_are_all_alike_have_no_spread_and_no_correlation() -> None:
    tally = Variety()
    tally.add([TEACHER[0]] * 3, TEACHER, 0)
    figures = tally.figures()
    assert figures["seconds_model"] == pytest.approx(0.0, abs=1e-9)
    assert figures["bow_model"] == pytest.approx(0.0, abs=1e-9)
    assert np.isnan(figures["bow_correlation"])


def test_takes_that_do_the_opposite_correlate_negatively() -> None:
    tally = Variety()
    tally.add(TEACHER[::-1], TEACHER, 0)
    assert tally.figures()["bow_correlation"] == pytest.approx(-1.0)
