"""What an author should know before a story is shown, in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from stories import Kit, doubling, remembering

from director.checking import finding_lines, statistics_lines
from director.cli import main
from director.director import Director
from storygraph.graph import StoryGraph

Trip = Callable[[StoryGraph], StoryGraph]


def test_a_finding_says_where_it_is_what_to_do_and_how_to_get_there(kit: Kit, trip: Trip) -> None:
    graph = remembering(kit)
    alone = graph.scene("gate").choices[1]
    graph = trip(graph.with_choice_changed("gate", replace(alone, condition="trust >= 1 and hero == 'nobody'")))
    assert list(finding_lines(graph, graph.lint())) == [
        "[stuck] The Gate, after beat 1",
        "    At the end of “The Gate” all choices can be closed at once, and nobody gets on from there: "
        "leave one without a condition.",
        "    Way there: The Square > The Gate",
    ]


def test_a_story_is_measured_in_words(kit: Kit, trip: Trip) -> None:
    assert list(statistics_lines(trip(remembering(kit)), seed=4)) == [
        "4 scenes, 4 beats, 4 takes, 4 choices, 2 endings",
        "3 ways through it",
        "12.0 s at the shortest, 12.0 s in the middle, 14.0 s at the longest; 7.9 choices a minute",
        "Playing everything sees 4 of 4 scenes, 2 of 2 endings, 4 of 4 choices",
        "1,000 random plays (seed 4) see 4 of 4 scenes, 2 of 2 endings, 4 of 4 choices",
    ]


def test_thousands_of_digits_and_very_long_ways_are_shortened(kit: Kit) -> None:
    graph = doubling(kit, 60)
    assert list(statistics_lines(graph, seed=0))[1] == "about 10^18 ways through it"
    assert "s4 > … 49 more … > s54" in list(finding_lines(graph, graph.lint()))[-1]


def test_the_command_prints_it_and_fails_while_there_is_something_to_mend(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    director = Director.open(tmp_path)
    start = director.begin("A village with a knight and a well.", seed=3, title="The Well")
    director.set_variable(start.episode, "trust", 0)
    there = director.fork(start, label="Ask", title="Help", condition="trust >= 1")
    director.mark_ending(there, True)
    director.close()
    assert main(["check", "The Well", "--folder", str(tmp_path)]) == 1
    told = capsys.readouterr()
    assert "2 scenes, 0 beats, 0 takes, 1 choice, 1 ending\n" in told.out
    assert [line for line in told.out.splitlines() if line.startswith("[")] == [
        "[empty-scene] Opening", "[stuck] Opening", "[never-open] Opening", "[never-set] Opening",
        "[empty-scene] Help", "[never-reached] Help",
    ]  # fmt: skip
    assert told.err == "nacre: 6 things should be mended before this episode is shown: see above.\n"
