"""The player export: a folder that is whole, with what the audience can get to and nothing else."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from stories import HOSTILE, Kit, branching, hostile, remembering

from storygraph.errors import StoryError
from storygraph.export import FORMATS
from storygraph.export.player import page, story_data
from storygraph.graph import StoryGraph

Trip = Callable[[StoryGraph], StoryGraph]


def inlined(text: str) -> dict:
    [data] = re.findall(r'<script id="story" type="application/json">(.*?)</script>', text, flags=re.DOTALL)
    return json.loads(data)


def export(graph: StoryGraph, kit: Kit, out: Path) -> Path:
    return FORMATS["player"](graph, kit.blobs.__getitem__, out)


def test_the_folder_holds_the_page_and_every_clip_it_names(kit: Kit, trip: Trip, tmp_path: Path) -> None:
    graph = trip(branching(kit))
    index = export(graph, kit, tmp_path / "player")
    assert index == tmp_path / "player" / "index.html"
    data = inlined(index.read_text(encoding="utf-8"))
    assert data == story_data(graph)
    for scene in graph.scenes.values():
        told = data["scenes"][scene.id]
        clips = [index.parent / beat["clip"] for beat in told["beats"]]
        assert [clip.read_bytes() for clip in clips] == [kit.blobs[beat.take.clip or ""] for beat in scene.beats]
    files = {str(file.relative_to(index.parent)) for file in index.parent.rglob("*") if file.is_file()}
    beats = [beat for scene in data["scenes"].values() for beat in scene["beats"]]
    captions = {beat["clip"].replace(".mp4", ".vtt") for beat in beats if beat["captions"]}
    assert files == {"index.html"} | {beat["clip"] for beat in beats} | captions


def test_only_canonical_takes_and_scenes_in_reach_are_handed_over(kit: Kit, trip: Trip, tmp_path: Path) -> None:
    graph = branching(kit)
    old = graph.scene("mill").beats[0].take
    bell = next(choice for choice in graph.scene("square").choices if choice.to == "bell")
    graph = trip(graph.with_take("mill", 0, kit.take()).without_choice("square", bell.id))
    index = export(graph, kit, tmp_path)
    text = index.read_text(encoding="utf-8")
    assert set(inlined(text)["scenes"]) == {"square", "mill", "field"}
    assert (old.clip or "")[:20] not in text
    assert graph.scene("bell").title not in text


def test_choices_say_when_they_are_offered_and_what_happens_when_time_runs_out(kit: Kit, trip: Trip) -> None:
    choices = story_data(trip(branching(kit)))["scenes"]["square"]["choices"]
    assert [(choice["label"], choice["after"], choice["default"], choice["seconds"]) for choice in choices] == [
        ("Slip away", 1, False, None),
        ("Ring the bell", 2, False, None),
        ("Run", 2, True, 8.0),
    ]


def test_hostile_text_reaches_the_page_as_data_only(kit: Kit, trip: Trip, golden: Callable[[str, str], None]) -> None:
    graph = trip(hostile(kit))
    text = page(graph)
    data = inlined(text)
    assert tuple(caption["text"] for caption in data["scenes"]["square"]["beats"][0]["captions"]) == HOSTILE
    assert data["title"] == HOSTILE[2]
    assert text.count("<script") == text.count("</script>") == 2
    assert "alert(1)" not in re.sub(r"<script.*?</script>|<title>.*?</title>", "", text, flags=re.DOTALL)
    assert "<title>&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;</title>" in text
    golden("hostile.player.json", json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def test_the_page_asks_nothing_of_the_network(kit: Kit) -> None:
    text = page(branching(kit))
    assert re.findall(r"<[^>]+ (?:src|href|action)=|url\(|@import|fetch\(|XMLHttp|WebSocket|sendBeacon", text) == []
    assert set(re.findall(r"https?://[^\s\"']+", text)) == {"http://www.w3.org/2000/svg"}  # a name, not an address
    assert "innerHTML" not in text


def test_an_export_over_an_older_one_leaves_no_old_clips_and_nothing_else_is_touched(kit: Kit, tmp_path: Path) -> None:
    graph = branching(kit)
    export(graph, kit, tmp_path)
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "clips" / "holiday.mp4").write_bytes(b"mine too")
    old = story_data(graph)["scenes"]["mill"]["beats"][0]["clip"]
    graph = graph.with_take("mill", 0, kit.take())
    new = inlined(export(graph, kit, tmp_path).read_text(encoding="utf-8"))["scenes"]["mill"]["beats"][0]["clip"]
    assert not (tmp_path / old).exists()
    assert (tmp_path / new).exists()
    assert (tmp_path / "notes.txt").read_text() == "mine"
    assert (tmp_path / "clips" / "holiday.mp4").read_bytes() == b"mine too"


def test_a_beat_without_a_clip_is_named(kit: Kit, trip: Trip, tmp_path: Path) -> None:
    graph = trip(kit.directed(branching(kit), "mill", "She hides.", clip=False))
    with pytest.raises(StoryError, match="Beat 2 of “The Mill” has no clip yet: render it"):
        export(graph, kit, tmp_path / "player")
    assert not (tmp_path / "player").exists()


def test_a_condition_that_cannot_be_read_is_named(kit: Kit, tmp_path: Path) -> None:
    graph = remembering(kit)
    gate = graph.scene("gate")
    choices = (replace(gate.choices[0], condition="alert(1)"), gate.choices[1])
    graph = replace(graph, scenes={**graph.scenes, "gate": replace(gate, choices=choices)})
    with pytest.raises(StoryError, match="“Ask for help” in “The Gate” cannot be played"):
        export(graph, kit, tmp_path / "player")
    assert not (tmp_path / "player").exists()


def test_an_empty_story_is_refused(kit: Kit, trip: Trip, tmp_path: Path) -> None:
    with pytest.raises(StoryError, match="nothing to play"):
        export(trip(kit.begin()), kit, tmp_path / "player")


def test_progress_is_told_and_cancelling_keeps_what_was_finished(kit: Kit, tmp_path: Path) -> None:
    class Cancelled(Exception):
        pass

    told: list[float] = []

    def progress(fraction: float, what: str) -> None:
        told.append(fraction)
        if len(told) == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        FORMATS["player"](branching(kit), kit.blobs.__getitem__, tmp_path, progress)
    assert told == [0, 1 / 8, 2 / 8]
    assert len(list((tmp_path / "clips").iterdir())) == 2
    assert not (tmp_path / "index.html").exists()
    told.clear()
    FORMATS["player"](branching(Kit()), kit.blobs.__getitem__, tmp_path, lambda fraction, what: told.append(fraction))
    assert told == sorted(told)
    assert told[-1] == 1.0
