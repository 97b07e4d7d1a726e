"""The JSON export: fulfils its schema, comes back as the same story, and refuses what does not hold together."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from stories import OWNER, Kit, branching, hostile, remembering

from storygraph.errors import StoryError
from storygraph.export import FORMATS, exporter
from storygraph.export.json_tree import schema
from storygraph.graph import StoryGraph
from storygraph.serial import from_json, to_json

Trip = Callable[[StoryGraph], StoryGraph]
VALIDATOR = Draft202012Validator(schema())


def exported(graph: StoryGraph, kit: Kit, folder: Path) -> str:
    return FORMATS["json"](graph, kit.blobs.__getitem__, folder / "story.json").read_text(encoding="utf-8")


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("story", [branching, hostile, remembering, Kit.begin])
def test_an_export_fulfils_the_schema_and_comes_back(
    kit: Kit, trip: Trip, tmp_path: Path, story: Callable[[Kit], StoryGraph]
) -> None:
    graph = trip(story(kit))
    data = json.loads(exported(graph, kit, tmp_path))
    VALIDATOR.validate(data)
    assert from_json(data, owner=OWNER) == graph


def test_the_export_is_the_same_every_time(
    kit: Kit, trip: Trip, tmp_path: Path, golden: Callable[[str, str], None]
) -> None:
    graph = trip(hostile(kit))
    text = exported(graph, kit, tmp_path)
    if graph.episode.updated:  # a stored story knows when it was saved
        data = json.loads(text)
        data["episode"] |= {"created": "", "updated": ""}
        text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    golden("hostile.json", text)


def test_whose_story_it_is_stays_at_home(kit: Kit, tmp_path: Path) -> None:
    graph = branching(kit)
    assert "owner" not in json.loads(exported(graph, kit, tmp_path))["episode"]
    assert from_json(to_json(graph), owner="somebody else").episode.owner == "somebody else"


def broken(change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    data = copy.deepcopy(to_json(branching(Kit())))
    change(data)
    return data


BROKEN = {
    "another format": lambda data: data.update(format="twee"),
    "a newer version": lambda data: data.update(version=2),
    "an unknown key": lambda data: data.update(plugins=[]),
    "no episode": lambda data: data.pop("episode"),
    "an owner": lambda data: data["episode"].update(owner="me"),
    "a missing title": lambda data: data["episode"].pop("title"),
    "a title that is a number": lambda data: data["episode"].update(title=7),
    "a seed that is true": lambda data: data["episode"].update(seed=True),
    "scenes that are no list": lambda data: data.update(scenes={}),
    "a missing first scene": lambda data: data["episode"].update(root="nowhere"),
    "two scenes of one id": lambda data: data["scenes"][1].update(id="square"),
    "a beat without its take": lambda data: data["scenes"][0]["beats"][0].update(canonical="take0"),
    "a choice that leads nowhere": lambda data: data["scenes"][0]["choices"][0].update(to="nowhere"),
    "a choice after too many beats": lambda data: data["scenes"][0]["choices"][0].update(after=9),
    "an origin that comes later": lambda data: data["scenes"][1].update(origin=["dawn", 0]),
    "an origin of one part": lambda data: data["scenes"][1].update(origin=["square"]),
    "a circle": lambda data: data["scenes"][4]["choices"].append({"id": "c", "label": "Back", "to": "square"}),
    "variables that are a map": lambda data: data["episode"].update(variables={"trust": 0}),
    "a variable that is a list": lambda data: data["episode"].update(variables=[{"name": "x", "initial": []}]),
    "a variable that is nothing": lambda data: data["episode"].update(variables=[{"name": "x", "initial": None}]),
    "a variable with no name": lambda data: data["episode"].update(variables=[{"name": "and", "initial": 0}]),
    "a variable without end": lambda data: data["episode"].update(variables=[{"name": "x", "initial": 1e300}]),
    "one variable twice": lambda data: data["episode"].update(variables=[{"name": "x", "initial": 0}] * 2),
    "a caption that is text": lambda data: data["scenes"][0]["beats"][0]["takes"][0].update(captions=["Hi"]),
}


@pytest.mark.parametrize("what", BROKEN)
def test_what_does_not_hold_together_is_refused_with_a_sentence(what: str) -> None:
    with pytest.raises(StoryError, match=r"^This .+: .+\.$"):
        from_json(broken(BROKEN[what]), owner=OWNER)


@pytest.mark.parametrize("data", [None, [], "story", {}, {"format": "nacre-story"}])
def test_what_is_no_story_is_refused_with_a_sentence(data: object) -> None:
    with pytest.raises(StoryError):
        from_json(data, owner=OWNER)


def test_an_unknown_format_is_refused_with_the_known_ones() -> None:
    with pytest.raises(StoryError, match="choose one of json, twee, player"):
        exporter("vhs")


@pytest.mark.parametrize("name", ["json", "twee"])
def test_a_place_that_cannot_be_written_is_told(kit: Kit, tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoryError, match="choose another place"):
        FORMATS[name](branching(kit), kit.blobs.__getitem__, tmp_path / "file" / "story")
    with pytest.raises(StoryError, match="choose another place"):
        FORMATS[name](branching(kit), kit.blobs.__getitem__, tmp_path)
