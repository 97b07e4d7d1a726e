"""The table of ideas holds together: every word in it is known, and every idea is told in both languages."""

from __future__ import annotations

import re

import pytest

from director.suggestions.ideas import Pattern, patterns
from director.suggestions.needs import NEEDS
from model.moment import EMOTIONS
from model.verbs import VERBS

PATTERNS = patterns()


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda p: f"{p.kind}-{'-'.join(d[0] for d in p.deeds)}")
def test_every_word_of_an_idea_is_known(pattern: Pattern) -> None:
    assert {deed[0] for deed in pattern.deeds} | set(pattern.after) <= set(VERBS)
    assert {need[0] for need in pattern.needs} <= set(NEEDS)
    assert {mood for moods in pattern.moods.values() for mood in moods} <= set(EMOTIONS)
    assert set(pattern.moods) <= set(pattern.roles)
    assert 0.0 <= pattern.heat <= 1.0 < 1.0 + pattern.weight
    known = {*pattern.roles, *(f"{role}_his" for role in pattern.roles), "line", "who"}
    for words in (*pattern.en, *pattern.zh):
        named = set(re.findall(r"\{(\w+)\}", words))
        assert named <= known
        assert ("line" in named) == (pattern.line is not None)
        assert ("who" in named) == bool(pattern.who)
    assert pattern.en and pattern.zh


def test_no_condition_is_there_for_nothing() -> None:
    assert {need[0] for pattern in PATTERNS for need in pattern.needs} == set(NEEDS)
