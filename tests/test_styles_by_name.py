"""Styles as authors write them: chosen by name, named in a prompt, refused with a list; what is stored is drawn."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from directing import open_director
from texts import TEXT

from director.casting import cast
from director.scripts.script import read_script
from director.scripts.scriptlist import read_scriptlist
from director.scripts.transcript import write_script
from director.styles import checked_style, style_in
from model.stage import STYLES
from storygraph.errors import StoryError

VILLAGE = "A village with a knight by the well."


@pytest.mark.parametrize(
    ("prompt", "style", "rest"),
    [
        ("A village in the style of ink wash, with a dragon.", "ink wash", "A village, with a dragon."),
        ("In the style of a storybook: a fox and a rabbit in a forest.", "storybook",
         "a fox and a rabbit in a forest."),
        ("A knight on a bridge, watercolor style.", "watercolour", "A knight on a bridge."),
        ("An office in neon.", "neon", "An office."),
        ("A film noir: a detective in an alley at night.", "noir", "a detective in an alley at night."),
        ("A detective in an alley at night, shot as film noir", "noir", "A detective in an alley at night"),
        ("水墨风的山村，一位老人和一只鹤。", "ink wash", "山村，一位老人和一只鹤。"),
        ("雨夜的街头，一个侦探，黑色电影。", "noir", "雨夜的街头，一个侦探。"),
        ("绘本风：一只狐狸在森林里", "storybook", "一只狐狸在森林里"),
        ("A street with neon signs and a detective.", None, "A street with neon signs and a detective."),
        ("A girl reads a storybook in a bedroom.", None, "A girl reads a storybook in a bedroom."),
        ("墙上的水墨画，一位老人", None, "墙上的水墨画，一位老人"),
        ("水墨风景里，一位老人", None, "水墨风景里，一位老人"),
    ],
)  # fmt: skip
def test_a_prompt_may_name_its_style(prompt: str, style: str | None, rest: str) -> None:
    assert style_in(prompt) == (style, rest)


def test_the_words_of_the_style_put_nothing_on_stage() -> None:
    plain, told = (cast(p, seed=3, text=TEXT).stage for p in (VILLAGE, f"In the style of a picture book: {VILLAGE}"))
    assert told == replace(plain, style="storybook")


def test_what_is_chosen_counts_for_more_than_what_is_written() -> None:
    assert cast(f"{VILLAGE[:-1]}, in neon.", seed=3, text=TEXT, style="noir").stage.style == "noir"


def test_the_style_that_is_stored_is_the_one_that_is_drawn(tmp_path: Path) -> None:
    begun = open_director(tmp_path)
    prompts = {"vinyl": VILLAGE, "noir": f"{VILLAGE[:-1]}, shot as film noir."}
    cursors = {style: begun.begin(prompt, seed=3) for style, prompt in prompts.items()}
    reopened = open_director(tmp_path)
    assert {style: reopened.story(c.episode).episode.style for style, c in cursors.items()} == {s: s for s in prompts}
    colored = {style: np.ptp(reopened.still(c, (160, 90)), axis=2).max() > 40 for style, c in cursors.items()}
    assert colored == {"vinyl": True, "noir": False}


def test_a_style_is_stored_by_its_own_name(tmp_path: Path) -> None:
    director = open_director(tmp_path)
    assert director.story(director.begin(VILLAGE, seed=3, style="watercolor").episode).episode.style == "watercolour"


@pytest.mark.parametrize("style", ["oil on tin", "", "vinyl records"])
def test_a_style_nobody_has_is_refused_with_those_there_are(style: str, tmp_path: Path) -> None:
    with pytest.raises(StoryError, match=", ".join(STYLES)):
        checked_style(style)
    with pytest.raises(StoryError, match="choose one of vinyl"):
        open_director(tmp_path).begin(VILLAGE, style=style)


def test_a_script_says_its_style_or_leaves_it_to_its_prompt() -> None:
    script = "title: A\nworld: {prompt: A village., style: %s}\nscenes: [{id: a, beats: []}]"
    assert read_script(script % "neon").style == "neon"
    assert read_script(script.replace(", style: %s", "")).style is None
    with pytest.raises(StoryError, match="choose one of vinyl, noir, ink wash"):
        read_script(script % "cubism")


def test_an_episode_of_another_style_is_written_as_it_is_drawn(tmp_path: Path) -> None:
    director = open_director(tmp_path)
    graph = director.story(director.begin(VILLAGE, seed=3).episode)
    old = replace(graph, episode=replace(graph.episode, style="oil on tin"))
    assert read_script(write_script(old)).style == "vinyl"


def test_the_style_of_a_scriptlist_is_taken_where_there_is_one_like_it() -> None:
    act = '{"synopsis": "A village. Anna waits.", "style": "%s", "acts": [{"content": "Anna waves."}]}'
    assert read_scriptlist(act % "moody film noir").style == "noir"
    assert read_scriptlist(act % "photoreal").style is None
