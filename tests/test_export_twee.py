"""The Twee export: read by a parser that is not ours, every link leads somewhere, author text stays text."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stories import HOSTILE, Kit, branching, hostile, remembering

from storygraph.export import FORMATS
from storygraph.export.twee import to_twee
from storygraph.graph import StoryGraph
from storygraph.story import Variable
from storygraph.variables import with_variable

Trip = Callable[[StoryGraph], StoryGraph]
JS = Path(__file__).parent / "js"


@pytest.fixture(scope="module")
def extwee() -> Callable[[Path], dict[str, Any]]:
    """Reads a Twee file with the npm package extwee, installing it if `make install-test` has not."""
    node = shutil.which("node")
    assert node, "node is not installed: run make install-test"
    if not (JS / "node_modules" / "extwee").exists():
        subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"], cwd=JS, check=True)

    def read(file: Path) -> dict[str, Any]:
        run = subprocess.run([node, JS / "read_twee.js", file], capture_output=True, text=True, check=True)
        assert run.stderr == ""
        return dict(json.loads(run.stdout.splitlines()[-1]))

    return read


def links(text: str) -> list[tuple[str, str]]:
    """The links of a passage as Harlowe finds them: label and target."""
    found = re.findall(r"\[\[(.+?)\]\]", text)
    return [(label, target) for label, _, target in (link.rpartition("->") for link in found)]


@pytest.mark.parametrize("story", [branching, hostile, remembering, Kit.begin])
def test_a_twee_parser_reads_the_export_in_every_format(
    kit: Kit,
    trip: Trip,
    tmp_path: Path,
    extwee: Callable[[Path], dict[str, Any]],
    story: Callable[[Kit], StoryGraph],
) -> None:
    graph = trip(story(kit))
    read = extwee(FORMATS["twee"](graph, kit.blobs.__getitem__, tmp_path / "story.twee"))
    twee = read["twee"]
    names = [passage["name"] for passage in twee["passages"]]
    assert len(set(names)) == len(names) >= len(graph.scenes)
    assert twee["start"] in names
    assert {target for passage in twee["passages"] for _, target in links(passage["text"])} <= set(names)
    assert read["again"] == twee
    for copy in (read["html"], read["json"]):
        assert [(part["name"], part["text"]) for part in copy["passages"]] == [
            (part["name"], part["text"]) for part in twee["passages"]
        ]
        assert copy["start"] == twee["start"]


def test_the_passages_tell_the_story(
    kit: Kit, trip: Trip, tmp_path: Path, extwee: Callable[[Path], dict[str, Any]]
) -> None:
    graph = trip(branching(kit))
    twee = extwee(FORMATS["twee"](graph, kit.blobs.__getitem__, tmp_path / "story.twee"))["twee"]
    passages = {passage["name"]: passage for passage in twee["passages"]}
    assert twee["name"] == "The Dragon's Bargain"
    assert re.fullmatch(r"[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}", twee["ifid"])
    assert passages["The Square"]["text"] == (
        "The smith walks to the tower.\n\n[[Slip away->The Mill]]\n[[Continue->The Square, part 2]]"
    )
    assert passages["The Square, part 2"]["text"] == (
        "He says: 'It is coming.'\n\nSmith: “It is coming.”\n\nSmith: “Run!”\n\n"
        "[[Ring the bell->The Bell]]\n[[Run->The Field]]\n\n"
        '(after: 8s)[(go-to: "The Field")]'
    )
    assert passages["The Field"]["tags"] == ["ending"]
    assert passages["The Bell"]["tags"] == []
    places = [passage["metadata"]["position"] for passage in passages.values() if "position" in passage["metadata"]]
    assert len(set(places)) == len(places) == 7


def test_conditions_effects_and_timers_become_macros(
    kit: Kit, trip: Trip, tmp_path: Path, extwee: Callable[[Path], dict[str, Any]]
) -> None:
    graph = trip(remembering(kit))
    twee = extwee(FORMATS["twee"](graph, kit.blobs.__getitem__, tmp_path / "story.twee"))["twee"]
    passages = {passage["name"]: passage for passage in twee["passages"]}
    assert passages["Variables"]["tags"] == ["startup"]
    assert passages["Variables"]["text"] == (
        '(set: $trust to 0)(set: $met_smith to false)(set: $hero to "nobody")'
    )
    assert passages["The Square"]["text"].splitlines()[2:] == [
        '(link-reveal-goto: "Be kind", "The Gate")[(set: $trust to ($trust + 1))(set: $met_smith to true)]',
        '(link-reveal-goto: "Be rude", "The Gate")[(set: $met_smith to true)]',
    ]
    assert passages["The Gate"]["text"].splitlines()[2:] == [
        '(if: (($trust >= 1) and $met_smith))[(link-reveal-goto: "Ask for help", "The Help")'
        '[(set: $hero to "the smith")]]',
        '(if: ($hero is "nobody"))[[[Go alone->The Alone]]]',
        "",
        '(if: ($hero is "nobody"))[(after: 5s)[(if: ($hero is "nobody"))[(go-to: "The Alone")]]]',
    ]


def test_names_that_harlowe_cannot_take_are_numbers(kit: Kit) -> None:
    graph = kit.begin()
    for name in ("v1", "信任", "_hidden", "V3", "é"):
        graph = with_variable(graph, Variable(name, -2.5))
    assert re.findall(r"\(set: (\S+) to -2.5\)", to_twee(graph)) == ["$v1", "$v2", "$v4", "$V3", "$v5"]


def test_a_choice_before_the_first_beat_has_a_passage_of_its_own(kit: Kit) -> None:
    graph = kit.directed(kit.begin(), "square", "One.")
    graph = kit.forked(graph, "square", 0, "mill", "Leave")
    start = to_twee(graph).split(":: The Square {")[1].split("\n\n\n")[0]
    assert start.splitlines()[1:] == ["[[Leave->The Mill]]", "[[Continue->The Square, part 2]]"]


def test_hostile_text_is_written_the_same_every_time(kit: Kit, trip: Trip, golden: Callable[[str, str], None]) -> None:
    golden("hostile.twee", to_twee(trip(hostile(kit))))


def test_author_text_stays_text(kit: Kit) -> None:
    twee = to_twee(hostile(kit))
    shown = html.unescape(twee)
    for text in HOSTILE:
        assert " ".join(text.split()) in shown
    assert "<" not in twee.split("\n\n\n", 2)[2]
    assert '(go-to: "x")' not in twee
    assert set(re.findall(r"\$\w+", twee)) == {"$v1"}  # the variable of that story, by its number


def test_a_title_that_looks_like_a_passage_is_none(kit: Kit) -> None:
    twee = to_twee(kit.begin(title=":: Start", scene="::"))
    assert re.findall(r"^::.*?(?= \{|$)", twee, flags=re.MULTILINE) == [":: StoryTitle", ":: StoryData", ":: Scene"]


TEXT = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=30))


@given(st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=5))
def test_any_title_and_label_gives_links_that_lead_somewhere(texts: list[tuple[str, str]]) -> None:
    kit = Kit()
    graph = kit.directed(kit.begin(), "square", "One.")
    for number, (title, label) in enumerate(texts):
        graph = kit.forked(graph, "square", 1, f"s{number}", label)
        graph = graph.with_scene_changes(f"s{number}", title=title)
    twee = to_twee(graph)
    headers = re.findall(r"^:: (.+?)(?: \{\"position\".*\})?$", twee, flags=re.MULTILINE)
    assert len(set(headers)) == len(headers) == len(graph.scenes) + 2
    found = links(twee)
    assert len(found) == len(texts)
    assert [target for _, target in found] == headers[3:]
