"""The ways through a story: every path, how many there are and how long they run."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

from stories import Kit, branching

from storygraph.graph import StoryGraph
from storygraph.statistics import Statistics
from storygraph.story import Scene

Trip = Callable[[StoryGraph], StoryGraph]


def test_paths_are_all_the_ways_through(kit: Kit, trip: Trip) -> None:
    paths = [[(stop.scene, stop.beat) for stop in path] for path in trip(branching(kit)).paths()]
    assert paths == [
        [("square", 1), ("mill", 1)],
        [("square", 2), ("bell", 1), ("dawn", 1)],
        [("square", 2), ("bell", 1), ("tower", 2), ("dawn", 1)],
        [("square", 2), ("field", 1)],
    ]


def test_a_scene_that_may_also_simply_end_is_a_path_of_its_own(kit: Kit, trip: Trip) -> None:
    graph = kit.directed(kit.begin(), "square", "One.", "Two.")
    graph = trip(kit.directed(kit.forked(graph, "square", 1, "mill", "Go"), "mill", "Three."))
    assert [[(stop.scene, stop.beat) for stop in path] for path in graph.paths()] == [
        [("square", 2)],
        [("square", 1), ("mill", 1)],
    ]
    assert graph.statistics().paths == 2


def test_statistics_count_and_measure(kit: Kit, trip: Trip) -> None:
    graph = trip(branching(kit).with_take("mill", 0, kit.take(seconds=1.5)))
    assert graph.statistics() == Statistics(
        scenes=6, beats=8, takes=9, choices=6, endings=3, paths=4, shortest_s=5.5, longest_s=24.0
    )


def test_statistics_agree_with_the_paths(kit: Kit, trip: Trip) -> None:
    graph = trip(branching(kit))
    seconds = [
        sum(beat.take.duration_s for stop in path for beat in graph.beats_before(stop)) for path in graph.paths()
    ]
    sizes = graph.statistics()
    assert (len(seconds), min(seconds), max(seconds)) == (sizes.paths, sizes.shortest_s, sizes.longest_s)


def test_a_story_with_more_paths_than_atoms_is_measured_at_once(kit: Kit) -> None:
    graph = kit.directed(kit.begin(), "square", "x")
    before = "square"
    for number in range(300):
        after = f"s{number}"
        graph = kit.directed(graph.with_scene(Scene(after, after, kit.state())), after, "x")
        graph = graph.with_choice(before, kit.choice(after, "A")).with_choice(before, kit.choice(after, "B"))
        before = after
    assert graph.statistics().paths == 2**300
    assert len(list(islice(graph.paths(), 10))) == 10
