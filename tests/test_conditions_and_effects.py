"""The language of conditions and effects: what authors write is read, checked and worked out, never run."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stories import HOSTILE

from storygraph.errors import StoryError
from storygraph.expressions import (
    MOST,
    Value,
    checked_condition,
    checked_effect,
    checked_name,
    checked_value,
    evaluate,
    literal_text,
    read_condition,
    read_effect,
    read_literal,
    reads,
    renamed,
    separated,
)

VALUES: dict[str, Value] = {"trust": 2.0, "met_ben": False, "hero": "Anna", "信任": 3.0, "见过本": True}
KINDS = {name: type(value) for name, value in VALUES.items()}


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("", True),
        ("trust >= 2 and not met_ben", True),
        ("trust > 2 or met_ben", False),
        ("not (trust > 2 or met_ben)", True),
        ("not met_ben == true", True),
        ("hero == 'Anna'", True),
        ('hero != "Anna"', False),
        ("hero == 'An''na'", False),
        ("1 <= trust <= 3", True),
        ("1 < trust < 2", False),
        ("trust * 2 - 1 + -3 == 0", True),
        ("2 + 3 * 2 == 8", True),
        ("trust - 1 - 1 == 0", True),
        ("met_ben or trust > 1 and hero == 'Ben'", False),
        ("TRUE AND True", True),
        ("trust>=2&&!met_ben", True),
        ("信任 ≥ 3 且 见过本", True),
        ("信任＞＝３　并且　（见过本　或　ｔｒｕｓｔ＝＝２）", True),
        ("hero == “Anna” 且 非 met_ben", True),
        ("hero == 「安娜」", False),
        ("not not met_ben", False),
    ],
)
def test_a_condition_holds_or_not(text: str, holds: bool) -> None:
    assert evaluate(checked_condition(text, KINDS), VALUES) is holds


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("trust += 1", "trust", 3.0),
        ("trust -= 0.5", "trust", 1.5),
        ("trust = trust * trust", "trust", 4.0),
        ("met_ben = true", "met_ben", True),
        ("met_ben = trust >= 2", "met_ben", True),
        ("hero = 'Anna''s 龙 \"x\"'", "hero", "Anna's 龙 \"x\""),
        ("信任 ＋＝ １", "信任", 4.0),
        ("trust = 1000000000 * trust", "trust", MOST),
        ("trust = -1000000000 - trust", "trust", -MOST),
    ],
)
def test_an_effect_changes_a_variable(text: str, name: str, value: Value) -> None:
    effect = checked_effect(text, KINDS)
    assert (effect.name, evaluate(effect.value, VALUES)) == (name, value)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("trust", "neither true nor false: compare"),
        ("trust >=", "stops too early"),
        ("trust = 2", "write == to compare"),
        ("trust is 2", "does not belong there"),
        ("trust and met_ben", "uses “trust” as true or false, but it is a number: compare it"),
        ("met_ben > 1", "uses “met_ben” as a number"),
        ("hero + 'x' == 'y'", "text can only be the same"),
        ("hero == 1", "never the same"),
        ("met == 1", "“met”, which there is not: set it up"),
        ("(trust > 1", "is not closed"),
        ("trust > 1)", "does not belong"),
        ("hero == 'Anna", "means nothing there"),
        ("trust > 2x", "means nothing there"),
        ("trust > 99999999999", "no number here"),
        ("trust > 0.00001", "no number here"),
        ("trust.real > 1", "means nothing there"),
        ("__class__ == 1", "“__class__”, which there is not"),
        ("__import__('os')", "nothing that can be called"),
        ("trust[0] == 1", "means nothing there"),
        ("lambda: 1", "means nothing there"),
        ("trust ** 2 == 4", "does not belong there"),
        ("trust / 2 == 1", "means nothing there"),
        ("(" * 400, "nested more than 30"),
        ("not " * 120 + "met_ben", "nested more than 30"),
        ("- " * 200 + "1 == 1", "nested more than 30"),
        ("1 == 1 and " * 100 + "true", "characters: keep it to 500"),
        ("9" * 400 + " == 1", "no number here"),
    ],
)
def test_a_condition_that_cannot_be_is_refused_with_a_sentence(text: str, hint: str) -> None:
    with pytest.raises(StoryError, match=r"^The condition “.+\.$") as refused:
        checked_condition(text, KINDS)
    assert hint in str(refused.value)
    assert len(str(refused.value)) < 300


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("", "must begin with a variable"),
        ("trust", "must follow the variable"),
        ("trust == 1", "must follow the variable"),
        ("1 = 1", "must begin with a variable"),
        ("trust = ", "stops too early"),
        ("trust = true", "gives “trust” true or false, but it is a number"),
        ("met_ben += 1", "uses “met_ben” as a number"),
        ("hero = hero.upper()", "means nothing there"),
        ("trust = 1 = 2", "write == to compare"),
        ("trust := 1", "means nothing there"),
        ("constructor = 1", "which there is not"),
    ],
)
def test_an_effect_that_cannot_be_is_refused_with_a_sentence(text: str, hint: str) -> None:
    with pytest.raises(StoryError, match=r"^The effect “.*\.$") as refused:
        checked_effect(text, KINDS)
    assert hint in str(refused.value)


TEXT = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=40), st.text("trus>=()!'\"“”12+-*., \n且not", max_size=40))


@given(TEXT)
def test_any_text_is_read_or_refused(text: str) -> None:
    for read in (read_condition, read_effect):
        try:
            read(text)
        except StoryError as error:
            assert str(error).endswith(".")


@given(st.one_of(st.booleans(), st.text(max_size=40), st.text("'\" ", max_size=500), st.floats(-MOST, MOST)))
def test_a_value_that_is_written_down_is_read_as_it_was(value: Value) -> None:
    value = checked_value(value)
    assert read_literal(literal_text(value)) == value
    if len(literal_text(value)) > 200:
        return  # two of them are more than a condition may have
    assert evaluate(read_condition(f"{literal_text(value)} == {literal_text(value)}"), {}) is True


@pytest.mark.parametrize("text", ["Anna", "true story", "3 men", "", "trust", "1 + 1", "-", "'", "- x", "(1)"])
def test_what_is_no_other_value_is_text(text: str) -> None:
    assert read_literal(text) == (1.0 if text == "(1)" else text)


@pytest.mark.parametrize("value", [math.inf, -math.inf, math.nan, 1e10, "x" * 501])
def test_a_value_beyond_bounds_is_refused(value: Value) -> None:
    with pytest.raises(StoryError):
        checked_value(value)


@pytest.mark.parametrize("name", ["", "2nd", "a b", "a-b", "a.b", "$a", "and", "且", "True", "a" * 41, "<b>", "🐉"])
def test_a_name_that_no_variable_can_have_is_refused(name: str) -> None:
    with pytest.raises(StoryError, match=r"variable"):
        checked_name(name)


@pytest.mark.parametrize(("name", "usual"), [(" trust ", "trust"), ("信任", "信任"), ("ｔｒｕｓｔ", "trust")])
def test_a_name_has_one_form(name: str, usual: str) -> None:
    assert checked_name(name) == usual


def test_several_effects_are_told_apart() -> None:
    assert separated("trust += 1; hero = 'a; b' ；met = true;; ") == ("trust += 1", "hero = 'a; b'", "met = true")
    assert separated(" ") == ()


def test_an_expression_knows_what_it_reads() -> None:
    assert reads(read_condition("a >= b and not c or 'd' == e")) == {"a", "b", "c", "e"}
    assert reads(read_effect("a += b").value) == {"a", "b"}


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("a  >= 2 and  not a_b", "x  >= 2 and  not a_b"),
        ("hero == 'a' or a==1", "hero == 'a' or x==1"),
        ("a += a", "x += x"),
        ("a is not read [", "a is not read ["),
    ],
)
def test_a_variable_is_renamed_where_it_stands(text: str, after: str) -> None:
    assert renamed(text, "a", "x") == after
