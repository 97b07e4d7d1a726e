"""What the sheets over the studio's page are told: what to mend, the jobs, and scenes by their titles."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from stories import HOSTILE, Kit, branching, hostile, remembering

from db.jobs import DONE, RUNNING, Job
from director.casting.recasting import LOOKS, WORDS, Part
from storygraph.graph import StoryGraph
from storygraph.story import Variable
from studio import sheets
from studio.panels import ASSETS

ROOT = Path(__file__).parent.parent


def test_a_finding_says_where_it_is_and_how_an_audience_gets_there(
    kit: Kit, trip: Callable[[StoryGraph], StoryGraph]
) -> None:
    graph = remembering(kit)
    alone = graph.scene("gate").choices[1]
    graph = trip(graph.with_choice_changed("gate", replace(alone, condition="trust >= 1 and hero == 'nobody'")))
    (stuck,) = graph.lint()
    shown = sheets.findings(graph, graph.lint())
    assert shown["count"] == 1
    assert shown["found"] == [{
        "code": "stuck", "message": stuck.message, "scene": "gate", "title": "The Gate", "beat": 1, "label": "",
        "variable": None, "way": [["The Square", "The Gate"], 0, []],
    }]  # fmt: skip


def test_what_an_export_makes_by_itself_comes_last_and_much_is_counted(
    kit: Kit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheets, "MOST_TOLD", 3)
    graph = kit.directed(kit.begin(), "square", *["On."] * 5, clip=False)
    shown = sheets.findings(graph, graph.lint())
    assert [found["code"] for found in shown["found"]] == ["dead-end", "missing-clip", "missing-clip"]
    assert shown["count"] == 6


def test_everything_lint_finds_has_chinese_words_too() -> None:
    said = "".join((ROOT / "storygraph" / name).read_text("utf-8") for name in ("lint.py", "lint_play.py"))
    codes = set(re.findall(r'(?:Finding|_at)\("([a-z-]+)"', said)) | set(re.findall(r'code = "([a-z-]+)"', said))
    codes |= {"undeclared-variable", "bad-condition"}
    words = json.loads((ASSETS / "words.json").read_text("utf-8"))
    assert {f"finding.{code}" for code in codes} == {key for key in words if key.startswith("finding.")}
    for code in ("undeclared-variable", "unused-variable", "never-read", "never-set"):
        assert "{variable}" in words[f"finding.{code}"]["zh"]


@pytest.mark.parametrize("purpose", ["go", "compare", "link", "move"])
def test_scenes_are_found_anywhere_by_words_of_their_titles(kit: Kit, purpose: str) -> None:
    graph = branching(kit)
    here = graph.scene("bell")
    found = sheets.scenes_found(graph, here, "", purpose)
    ids = {scene["id"] for scene in found["found"]}
    if purpose == "link":
        for scene in ids:
            graph.with_choice("bell", kit.choice(scene, "Go", after=0))  # must not be refused
        assert "square" not in ids, "it leads here"
    if purpose == "move":
        assert ids == {"square", "mill", "field"}, "what it leads to cannot lead to it"
    if purpose in ("go", "compare"):
        assert ids == set(graph.scenes) - {"bell"}
    title = graph.scene("mill").title
    (only,) = sheets.scenes_found(graph, here, f" {title.upper()} ", purpose)["found"]
    assert only == {"id": "mill", "title": title, "beats": 1}
    assert sheets.scenes_found(graph, here, "no such scene", purpose)["found"] == []


def test_a_search_shows_the_first_and_counts_the_rest(kit: Kit) -> None:
    graph = kit.directed(kit.begin(), "square", "On.")
    for number in range(sheets.MOST_FOUND + 5):
        graph = kit.forked(graph, "square", 1, f"s{number}", f"Way {number}")
    found = sheets.scenes_found(graph, graph.root, "s", "go")
    assert (len(found["found"]), found["count"]) == (sheets.MOST_FOUND, sheets.MOST_FOUND + 5)


def test_jobs_say_what_they_are_about_also_where_that_has_gone(kit: Kit) -> None:
    graph = branching(kit)
    jobs = [
        Job("j3", "author", "dragon", "export", RUNNING, {"format": "player", "out": "x"}, 0.4, HOSTILE[0]),
        Job("j2", "author", "dragon", "render", DONE, {"scene": "mill", "beat": 1}, 1.0, HOSTILE[0]),
        Job("j1", "author", "dragon", "render", DONE, {"scene": "gone", "beat": 1}, 1.0),
        Job("j0", "author", "another", "export", DONE, {"format": "json"}, 1.0),
    ]
    shown = sheets.jobs(graph, jobs, lambda job: ("address", "name") if job.id == "j3" else None)["jobs"]
    assert [job["id"] for job in shown] == ["j3", "j2", "j1"]
    assert [job["title"] for job in shown] == [None, graph.scene("mill").title, None]
    assert (shown[0]["news"], shown[0]["download"], shown[0]["open"]) == (HOSTILE[0], "address", True)
    assert (shown[1]["news"], shown[1]["open"]) == ("", False)


def test_every_word_of_a_look_is_said_in_chinese_too() -> None:
    words = json.loads((ASSETS / "words.json").read_text("utf-8"))
    for name, known in LOOKS.items():
        assert f"look.{name}" in words
        assert {f"term.{name}.{word}" for word in known} <= set(words)
    assert {f"term.{word}" for known in WORDS.values() for word in known} <= set(words)


def test_the_cast_is_told_as_plain_values() -> None:
    knight = Part("e1", HOSTILE[0], HOSTILE[1], {"hair": "short"}, {"top": "#112233"}, (0.5, -1.25), "sad")
    state = {"entities": [{"kind": "person"}], "time_of_day": "dusk", "weather": "rain"}
    shown = json.loads(json.dumps(sheets.cast([knight], state, 6.0, acted=True)))
    assert shown["parts"] == [{
        "id": "e1", "name": HOSTILE[0], "role": HOSTILE[1], "look": {"hair": "short"}, "colors": {"top": "#112233"},
        "at": [0.5, -1.25], "emotion": "sad", "there": True,
    }]  # fmt: skip
    assert (shown["kinds"], shown["time"], shown["weather"], shown["acted"]) == (["person"], "dusk", "rain", True)


def test_an_authors_words_are_data(kit: Kit) -> None:
    graph = hostile(kit)
    graph = replace(graph, episode=replace(graph.episode, variables=(Variable("trust", 0.0),)))
    shown = json.dumps(sheets.findings(graph, graph.lint()), ensure_ascii=False)
    assert json.dumps(graph.root.title, ensure_ascii=False)[1:-1] in shown


def test_what_everybody_remembers_is_shown_the_latest_first_as_far_as_there_are_words() -> None:
    def memory(words: str | None, beat: int) -> dict[str, object]:
        return {"how": "told", "words": words, "verb": "talk", "scene": HOSTILE[0], "beat": beat}

    told = [memory(words, beat) for beat, words in enumerate([*HOSTILE, None])]
    kept = [{"id": "e1", "name": HOSTILE[2], "memories": told}, {"id": "e2", "name": "Ben", "memories": []}]
    (mind,) = sheets.minds(kept)["minds"]
    assert mind["name"] == HOSTILE[2]
    assert [shown["words"] for shown in mind["memories"]] == list(reversed(HOSTILE))
    assert mind["memories"][0] == {"how": "told", "words": HOSTILE[-1], "scene": HOSTILE[0], "beat": len(HOSTILE) - 1}
    many = {**kept[0], "memories": told * 10}
    assert len(sheets.minds([many])["minds"][0]["memories"]) == sheets.MOST_REMEMBERED
