"""Captions are WebVTT that a real browser reads back word for word, whatever the words are."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from stories import HOSTILE, Kit, branching, hostile

from storygraph.errors import StoryError
from storygraph.export import FORMATS
from storygraph.export.webvtt import captions
from storygraph.graph import StoryGraph
from storygraph.story import Caption

Trip = Callable[[StoryGraph], StoryGraph]

SPOKEN = (*HOSTILE, "--> 00:00:01.000 --> 00:00:09.000", "<c.red>red</c> <v Eve>mine</v>", "a & b &lt; c",
          "one\n\n00:00:01.000 --> 00:00:02.000\ntwo", "NOTE no note", "WEBVTT", "null \0 byte",
          "مرحبا \u202eabc")  # fmt: skip

_READ = """(text) => new Promise((done, failed) => {
  const video = document.createElement("video");
  const track = document.createElement("track");
  track.kind = "captions";
  track.src = URL.createObjectURL(new Blob([text], { type: "text/vtt" }));
  track.onerror = () => failed(new Error("no WebVTT"));
  track.onload = () => done([...track.track.cues].map((cue) => {
    const shown = cue.getCueAsHTML();
    const voice = shown.querySelector("[title]");
    return { speaker: voice && voice.title, text: shown.textContent, from: cue.startTime, to: cue.endTime,
             tags: shown.querySelectorAll("*").length };
  }));
  video.append(track);
  document.body.append(video);
  track.track.mode = "hidden";
})"""


def read(browser: Browser, text: str) -> list[dict[str, Any]]:
    """The cues as the browser's own parser gives them."""
    page = browser.new_page()
    try:
        cues: list[dict[str, Any]] = json.loads(json.dumps(page.evaluate(_READ, text)))
        return cues
    finally:
        page.close()


def plain(text: str) -> str:
    """On one line, as a caption is shown."""
    return " ".join(text.replace("\0", "\N{REPLACEMENT CHARACTER}").split())


def test_a_browser_reads_every_word_back(browser: Browser) -> None:
    lines = [Caption(f"<b>{text}", text, number + 0.5, number + 1.25) for number, text in enumerate(SPOKEN)]
    cues = read(browser, captions(lines))
    assert [cue["text"] for cue in cues] == [plain(text) for text in SPOKEN]
    assert [cue["speaker"] for cue in cues] == [plain(f"<b>{text}") for text in SPOKEN]
    assert [(cue["from"], cue["to"]) for cue in cues] == [(line.start_s, line.end_s) for line in lines]
    assert {cue["tags"] for cue in cues} == {1}  # who speaks, and nothing that an author wrote


def test_lines_come_in_the_order_they_begin_and_last_a_moment_at_least(browser: Browser) -> None:
    cues = read(browser, captions([Caption("", "late", 3_725.5, 3_725.5), Caption("Anna", "early", 1.0, 2.0)]))
    assert [(cue["speaker"], cue["text"]) for cue in cues] == [("Anna", "early"), (None, "late")]
    assert cues[1]["from"] == 3_725.5 < cues[1]["to"]


def test_a_scene_is_one_file_timed_across_its_beats(kit: Kit, trip: Trip, tmp_path: Path, browser: Browser) -> None:
    graph = trip(kit.directed(branching(kit), "dawn", "He says it again.", lines=("Again.",)))
    FORMATS["vtt"](graph, kit.blobs.__getitem__, tmp_path / "captions")
    files = sorted((tmp_path / "captions").iterdir())
    assert [file.name for file in files] == ["01-The-Square.vtt", "02-The-Dawn.vtt"]
    cues = read(browser, files[0].read_text("utf-8"))
    assert [(cue["text"], cue["from"]) for cue in cues] == [("It is coming.", 4.5), ("Run!", 5.5)]  # its second beat


def test_hostile_titles_stay_in_the_folder(kit: Kit, tmp_path: Path) -> None:
    graph = hostile(kit).with_scene_changes("square", title="../../etc/passwd")
    FORMATS["vtt"](graph, kit.blobs.__getitem__, tmp_path / "captions")
    assert [file.parent for file in tmp_path.rglob("*.vtt")] == [tmp_path / "captions"]


def test_a_story_without_a_word_has_no_captions(kit: Kit, tmp_path: Path) -> None:
    with pytest.raises(StoryError, match="Nobody says anything"):
        FORMATS["vtt"](kit.directed(kit.begin(), "square", "He waves."), kit.blobs.__getitem__, tmp_path / "captions")
    assert not (tmp_path / "captions").exists()


def test_clips_of_a_player_have_their_captions_beside_them(kit: Kit, tmp_path: Path, browser: Browser) -> None:
    graph = branching(kit)
    folder = FORMATS["player"](graph, kit.blobs.__getitem__, tmp_path).parent / "clips"
    clip = (graph.scene("square").beats[1].take.clip or "")[:20]
    assert [file.stem for file in folder.glob("*.vtt")] == [clip]  # nobody says anything in the others
    cues = read(browser, (folder / f"{clip}.vtt").read_text("utf-8"))
    assert [cue["text"] for cue in cues] == ["It is coming.", "Run!"]
