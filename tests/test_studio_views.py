"""What the studio's panels are told: pure data from a story, whatever its words."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from directing import open_director
from stories import HOSTILE, Kit, branching, hostile, remembering

from storygraph.graph import StoryGraph
from storygraph.story import Choice, Cursor
from studio import views
from studio.media import Media


class Named:
    """Shots whose addresses say what they show; clips exist where the story says so."""

    def still(self, graph: StoryGraph, cursor: Cursor) -> str:
        return f"still/{graph.checkpoint_at(cursor)}"

    def clip(self, graph: StoryGraph, cursor: Cursor) -> str | None:
        return f"clip/{graph.beats_before(cursor)[-1].take.clip}"


def at(graph: StoryGraph, scene: str, beat: int) -> Cursor:
    return Cursor(graph.episode.id, scene, beat)


def test_the_stage_shows_the_beat_before_the_cursor(kit: Kit, trip: Callable[[StoryGraph], StoryGraph]) -> None:
    graph = trip(branching(kit))
    square = graph.scene("square")
    start = views.stage(graph, at(graph, "square", 0), Named(), autoplay=True)
    assert (start["clip"], start["captions"], start["beat"]) == (None, [], 0)
    assert start["still"] == f"still/{square.start}"
    second = views.stage(graph, at(graph, "square", 2), Named(), autoplay=True)
    assert second["clip"] == f"clip/{square.beats[1].take.clip}"
    assert [caption["text"] for caption in second["captions"]] == [c.text for c in square.beats[1].take.captions]
    assert [clip["beat"] for clip in second["playlist"]] == [1, 2]


def test_the_strip_has_a_frame_for_the_start_and_each_beat(kit: Kit) -> None:
    graph = branching(kit)
    first = graph.scene("square").beats[0]
    graph = graph.with_take("square", 0, kit.take())
    strip = views.strip(graph, at(graph, "square", 1), Named())
    assert [beat["index"] for beat in strip["beats"]] == [0, 1, 2]
    assert strip["beats"][1]["direction"] == first.direction
    assert [take["canonical"] for take in strip["beats"][1]["takes"]] == [False, True]
    assert [beat["stale"] for beat in strip["beats"]] == [False, False, True], "what follows a new take is stale"


def ends(story: views.View, scene: views.View) -> int:
    """Where the track of a scene ends."""
    return int(scene["x"] + len(scene["beats"]) * story["column"])


def test_every_scene_beat_and_choice_is_in_the_graph(kit: Kit, trip: Callable[[StoryGraph], StoryGraph]) -> None:
    graph = trip(branching(kit))
    story = views.story(graph, at(graph, "square", 1))
    assert {scene["id"]: scene["beats"] for scene in story["scenes"]} == {
        scene.id: [beat.direction for beat in scene.beats] for scene in graph.scenes.values()
    }
    assert {edge["id"] for edge in story["edges"]} == {c.id for s in graph.scenes.values() for c in s.choices}
    for scene in story["scenes"]:
        assert 0 < ends(story, scene) < story["width"] and 0 < scene["y"] < story["height"]


def test_what_choices_ask_and_do_is_shown_as_it_was_written(kit: Kit) -> None:
    graph = remembering(kit)
    story = views.story(graph, at(graph, "square", 1))
    assert story["variables"] == [
        {"name": "trust", "initial": "0"}, {"name": "met_smith", "initial": "false"},
        {"name": "hero", "initial": "'nobody'"},
    ]  # fmt: skip
    assert [choice["effects"] for choice in story["choices"]] == ["trust += 1; met_smith = true", "met_smith = true"]
    gate = views.story(graph, at(graph, "gate", 1))
    assert gate["choices"][0]["condition"] == "trust >= 1 and met_smith"


def test_an_edge_leaves_the_beat_it_is_offered_after(kit: Kit) -> None:
    graph = kit.directed(kit.begin(), "square", "One.", "Two.", "Three.")
    graph = kit.forked(graph, "square", 1, "left", "Left")
    graph = kit.directed(kit.forked(graph, "square", 3, "right", "Right"), "right", "Four.")
    graph = graph.with_choice("left", Choice("meanwhile", "Meanwhile", "right", 0))
    story = views.story(graph, at(graph, "square", 3))
    spots = {
        scene["id"]: [(scene["x"] + n * story["column"], scene["y"]) for n in range(len(scene["beats"]) + 1)]
        for scene in story["scenes"]
    }
    edges = {edge["label"]: edge for edge in story["edges"]}
    for label, scene, beat, to in (
        ("Left", "square", 1, "left"),
        ("Right", "square", 3, "right"),
        ("Meanwhile", "left", 0, "right"),
    ):
        assert (edges[label]["x0"], edges[label]["y0"]) == spots[scene][beat]
        assert (edges[label]["x1"], edges[label]["y1"]) == spots[to][0]
    assert {label: edge["kind"] for label, edge in edges.items()} == {
        "Left": "fork", "Right": "fork", "Meanwhile": "rejoin",
    }  # fmt: skip


def test_scenes_never_lie_on_each_other_in_a_story_of_fifty(kit: Kit) -> None:
    graph = kit.directed(kit.begin(), "square", "One.", "Two.")
    for number in range(49):
        scenes = list(graph.scenes)
        origin = scenes[(number * 7) % len(scenes)]
        graph = kit.forked(graph, origin, number % (len(graph.scene(origin).beats) + 1), f"s{number}", f"Way {number}")
        graph = kit.directed(graph, f"s{number}", *["On."] * (number % 4))
    story = views.story(graph, graph.cursor_start())
    scenes = story["scenes"]
    for k, one in enumerate(scenes):
        for other in scenes[k + 1 :]:
            apart = ends(story, one) + 30 <= other["x"] or ends(story, other) + 30 <= one["x"]
            assert one["y"] != other["y"] or apart, f"{one['title']} lies on {other['title']}"


def test_a_choice_is_offered_only_to_scenes_that_do_not_lead_here(kit: Kit) -> None:
    graph = kit.directed(kit.begin(), "square", "One.")
    graph = kit.directed(kit.forked(graph, "square", 1, "left", "Left"), "left", "Two.")
    graph = kit.forked(graph, "left", 1, "far", "Far")
    graph = kit.forked(graph, "square", 1, "right", "Right")

    def targets(scene: str) -> set[str]:
        return set(views.story(graph, at(graph, scene, 0))["targets"])

    assert targets("far") == {"right"}
    assert targets("right") == {"left", "far"}
    for scene in ("far", "right", "left", "square"):
        for target in targets(scene):
            graph.with_choice(scene, Choice("new", "Go", target, 0))  # must not be refused


def test_of_a_long_story_the_part_around_the_cursor_is_drawn(kit: Kit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "MOST_DRAWN", 20)
    graph, last = kit.directed(kit.begin(), "square", "One."), "square"
    for number in range(60):
        graph = kit.directed(kit.forked(graph, last, 1, f"s{number}", "On"), f"s{number}", "One.", clip=False)
        graph = kit.forked(graph, last, 0, f"f{number}", "Away")
        last = f"s{number}"
    for scene in ("square", "s30", "f30", "s59"):
        drawn = views.story(graph, at(graph, scene, 0))
        ids = {track["id"] for track in drawn["scenes"]}
        assert len(ids) == 20 and scene in ids
        assert {edge["id"] for edge in drawn["edges"]} == {
            choice.id for name in ids for choice in graph.scene(name).choices if choice.to in ids
        }
        led = {stub["to"] for stub in drawn["stubs"]}
        assert led and not led & ids
        for stub in drawn["stubs"]:
            graph.scene_at(at(graph, stub["to"], stub["beat"]))  # a click leads somewhere
        assert set(drawn["targets"]) | set(drawn["sources"]) <= ids
    seen, ahead = set(), ["square"]
    while ahead:  # by stubs and clicks alone one gets everywhere
        drawn = views.story(graph, at(graph, ahead.pop(), 0))
        fresh = {track["id"] for track in drawn["scenes"]} - seen
        seen |= fresh
        ahead += [stub["to"] for stub in drawn["stubs"] if stub["to"] not in seen]
    assert seen == set(graph.scenes)


def test_a_receipt_says_what_came_true_and_why_the_rest_did_not(kit: Kit) -> None:
    rows = (
        {"action": "smith: take sword", "status": "done", "reading": "grabs -> takes", "reason": "", "facts": [
            {"fact": "holds(smith,sword)", "before": False, "after": True},
            {"fact": "near(smith,sword)|moved(smith,0.5)", "before": False, "after": False}]},
        {"action": "Nobody called “wizard” is here.", "status": "refused", "reading": "", "facts": [],
         "reason": "Nobody called “wizard” is here."},
    )  # fmt: skip
    graph = kit.directed(kit.begin(), "square", "He grabs the sword.")
    beat = graph.scene("square").beats[0]
    graph = graph.with_take("square", 0, replace(kit.take(), receipt=rows))
    assert beat.canonical != graph.scene("square").beats[0].canonical
    done, refused = views.receipt(graph, at(graph, "square", 1))
    assert done["facts"] == [{"name": "holds", "args": ["smith", "sword"], "not": False}]
    assert done["reading"] == "grabs -> takes"
    assert refused["reason"] == "", "the same words are not said twice"
    assert views.receipt(graph, at(graph, "square", 0)) == []


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        ("not holds(boy, red ball)", {"name": "holds", "args": ["boy", "red ball"], "not": True}),
        ("near(a,b)|moved(a,1)", {"name": "near", "args": ["a", "b"], "not": False}),
        ("nonsense", None),
    ],
)
def test_facts_are_taken_apart(fact: str, words: object) -> None:
    assert views.fact_words(fact) == words


def test_every_fact_has_words_in_both_languages() -> None:
    from model.facts import FACTS
    from model.verbs import VERBS
    from studio.panels import ASSETS

    words = json.loads((ASSETS / "words.json").read_text("utf-8"))
    used = {
        goal.removeprefix("not ").split("(")[0] for verb in VERBS.values() for g in verb.goals for goal in g.split("|")
    }
    assert used <= set(FACTS)
    assert {f"fact.{name}" for name in used} <= set(words)
    whole = {key: entry for key, entry in words.items() if not key.startswith(("term.", "finding."))}
    assert all(entry["en"] and entry["zh"] for entry in whole.values())


def test_how_a_world_was_cast_is_shown_in_the_authors_words() -> None:
    state = {"setting": "village", "time_of_day": "day", "hour": 12.0, "weather": "clear", "entities": []}
    shown = views.world(state, notes=HOSTILE, prompt=HOSTILE[0])
    assert (shown["notes"], shown["prompt"]) == (list(HOSTILE), HOSTILE[0])
    assert views.world(state)["prompt"] is None


def test_an_authors_words_are_data_and_stay_as_they_are(kit: Kit) -> None:
    graph = hostile(kit)
    shown = json.dumps(
        [views.story(graph, graph.cursor_start()), views.strip(graph, graph.cursor_end(graph.root.id), Named())],
        ensure_ascii=False,
    )
    told = [text for text in HOSTILE if json.dumps(text, ensure_ascii=False)[1:-1] in shown]
    assert len(told) >= len(HOSTILE) // 2


def test_no_two_formats_are_exported_to_the_same_place(kit: Kit, tmp_path: Path) -> None:
    media = Media(open_director(tmp_path), tmp_path)
    places = [media.exports(branching(kit), format) for format in ("player", "json", "twee", "vtt", "bundle")]
    assert len(set(places)) == len(places) and all(place.is_relative_to(tmp_path) for place in places)
