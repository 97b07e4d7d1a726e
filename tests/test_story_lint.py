"""What should be mended before a story is shown: each finding where it belongs, none in a whole story."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from stories import Kit, branching

from storygraph.graph import StoryGraph
from storygraph.lint import Finding
from storygraph.story import Cursor, Scene

Trip = Callable[[StoryGraph], StoryGraph]


def findings(graph: StoryGraph) -> set[tuple[str, str, int | None]]:
    return {(finding.code, finding.scene, finding.beat) for finding in graph.lint()}


def test_a_whole_story_has_no_findings(kit: Kit, trip: Trip) -> None:
    assert trip(branching(kit)).lint() == ()


def test_every_finding_says_where_and_how_to_mend_it(kit: Kit, trip: Trip) -> None:
    graph = trip(kit.directed(kit.begin(), "square", "One.", clip=False))
    assert set(graph.lint()) == {
        Finding("dead-end", "The story stops after “The Square”: mark it as an ending, or add a choice.", "square", 1),
        Finding("missing-clip", "Beat 1 of “The Square” has no clip: render it.", "square", 1),
    }


def test_a_story_that_just_stops_is_found(kit: Kit, trip: Trip) -> None:
    assert findings(trip(branching(kit).with_scene_changes("mill", ending=False))) == {("dead-end", "mill", 1)}


def test_a_choice_in_the_middle_is_no_way_out_of_the_end(kit: Kit, trip: Trip) -> None:
    graph = kit.directed(kit.begin(), "square", "One.", "Two.")
    graph = kit.directed(kit.forked(graph, "square", 1, "mill", "Go"), "mill", "Three.")
    assert findings(trip(graph.with_scene_changes("mill", ending=True))) == {("dead-end", "square", 2)}


def test_a_scene_nobody_can_get_to_is_found(kit: Kit, trip: Trip) -> None:
    graph = branching(kit)
    bell = next(choice for choice in graph.scene("square").choices if choice.to == "bell")
    found = findings(trip(graph.without_choice("square", bell.id)))
    assert found == {("unreachable", "bell", None), ("unreachable", "tower", None), ("unreachable", "dawn", None)}


def test_an_empty_scene_is_found(kit: Kit, trip: Trip) -> None:
    graph = kit.forked(branching(kit), "tower", 1, "roof", "Up")
    assert findings(trip(graph.with_scene_changes("roof", ending=True))) == {("empty-scene", "roof", None)}


def test_labels_without_words_or_twice_the_same_are_found(kit: Kit, trip: Trip) -> None:
    graph = branching(kit)
    graph = graph.with_choice("bell", kit.choice("tower", " climb "))
    graph = graph.with_choice("bell", kit.choice("tower", "\t"))
    assert findings(trip(graph)) == {("duplicate-label", "bell", 1), ("empty-label", "bell", 1)}
    assert sum(finding.code == "duplicate-label" for finding in graph.lint()) == 2


def test_the_same_label_at_another_moment_is_fine(kit: Kit, trip: Trip) -> None:
    graph = branching(kit).with_choice("square", kit.choice("dawn", "Run", after=1))
    assert trip(graph).lint() == ()


def without_defaults(graph: StoryGraph) -> StoryGraph:
    square = graph.scene("square")
    choices = tuple(replace(choice, default=False) for choice in square.choices)
    return replace(graph, scenes={**graph.scenes, "square": replace(square, choices=choices)})


def test_a_timer_that_leads_nowhere_is_found(kit: Kit, trip: Trip) -> None:
    assert findings(trip(without_defaults(branching(kit)))) == {("no-default", "square", 2)}


def test_a_timer_in_the_middle_of_a_scene_needs_no_default(kit: Kit, trip: Trip) -> None:
    graph = branching(kit).with_choice("square", kit.choice("dawn", "Sleep", after=1, seconds=5.0))
    assert trip(graph).lint() == ()


def test_two_defaults_at_one_point_are_found(kit: Kit, trip: Trip) -> None:
    graph = branching(kit).with_choice("square", kit.choice("dawn", "Sleep", default=True))
    assert findings(trip(graph)) == {("many-defaults", "square", 2)}


def test_a_long_line_of_forks_is_linted_too(kit: Kit) -> None:
    graph = kit.directed(kit.begin(), "square", "0")
    before = "square"
    for number in range(1500):
        scene = f"s{number}"
        at = Cursor("dragon", before, 1)
        graph = graph.with_scene(Scene(scene, scene, graph.checkpoint_at(at), (before, 1)))
        graph = kit.directed(graph.with_choice(before, kit.choice(scene, "On")), scene, "x")
        before = scene
    assert [finding.code for finding in graph.lint()] == ["dead-end"]
    assert len(graph.ancestry(graph.cursor_end(before))) == 1501
    assert graph.statistics().longest_s == 4.0 * 1501
