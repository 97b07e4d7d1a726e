"""What an author does with choices and variables: set up, changed and taken away, kept in the store."""

from __future__ import annotations

from pathlib import Path

import pytest
from directing import PROMPT, open_director

from storygraph.errors import StoryError


def test_choices_ask_for_what_the_story_remembers(tmp_path: Path) -> None:
    director = open_director(tmp_path)
    start = director.begin(PROMPT, seed=3)
    with pytest.raises(StoryError, match="“trust”, which there is not: set it up first"):
        director.fork(start, label="Ask", condition="trust > 0")
    director.set_variable(start.episode, "trust", 0)
    director.set_variable(start.episode, "hero", "Anna")
    there = director.fork(start, label="Ask", condition="trust > 0", effects=["hero = 'Ben'"])
    director.add_choice(start, "Walk on", there.scene, effects=["trust += 1"])
    director.rename_variable(start.episode, "trust", "信任")
    ask, walk = director.story(start.episode).root.choices
    assert (ask.condition, ask.effects, walk.effects) == ("信任 > 0", ("hero = 'Ben'",), ("信任 += 1",))

    director.change_choice(start, walk.id, label="Run on", default=True, seconds=8, effects=["信任 -= 1", ""])
    _, run = director.story(start.episode).root.choices
    assert (run.id, run.to, run.label, run.default, run.seconds, run.condition, run.effects) == (
        walk.id, there.scene, "Run on", True, 8, "", ("信任 -= 1",),
    )  # fmt: skip
    before = director.story(start.episode)
    for refused in (
        lambda: director.change_choice(start, walk.id, label=" "),
        lambda: director.change_choice(start, walk.id, label="x", seconds=0),
        lambda: director.change_choice(start, walk.id, label="x", condition="hero"),
        lambda: director.change_choice(start, "gone", label="x"),
        lambda: director.remove_variable(start.episode, "hero"),
        lambda: director.set_variable(start.episode, "hero", 1),
        lambda: director.set_variable(start.episode, "a b", 1),
        lambda: director.set_variable(start.episode, "hero", "x" * 501),
        lambda: director.rename_variable(start.episode, "hero", "and"),
    ):
        with pytest.raises(StoryError):
            refused()
    assert director.story(start.episode) == before
    director.remove_choice(start, ask.id)
    director.remove_variable(start.episode, "hero")
    assert list(director.story(start.episode).kinds) == ["信任"]
    for _ in range(4):  # also the change of the choice and the new name
        director.undo(start.episode)
    undone = director.story(start.episode)
    assert undone.kinds == {"trust": float, "hero": str}
    assert [choice.effects for choice in undone.root.choices] == [("hero = 'Ben'",), ("trust += 1",)]
