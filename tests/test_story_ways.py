"""The ways through a story: every path, how many there are and how long they run."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from itertools import islice

import pytest
from stories import Kit, branching, doubling, remembering

from storygraph.errors import StoryError
from storygraph.graph import StoryGraph
from storygraph.statistics import Coverage, Statistics, random_coverage, statistics
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
        scenes=6, beats=8, takes=9, choices=6, endings=3, paths=4, shortest_s=5.5, median_s=10.0, longest_s=24.0,
        choices_per_minute=9 * 60 / (5.5 + 10 + 16 + 24), exact=True, median_exact=True,
        coverage=Coverage(scenes=6, endings=3, choices=6, whole=True),
    )  # fmt: skip


def test_statistics_agree_with_the_paths(kit: Kit, trip: Trip) -> None:
    graph = trip(branching(kit))
    seconds = [
        sum(beat.take.duration_s for stop in path for beat in graph.beats_before(stop)) for path in graph.paths()
    ]
    sizes = graph.statistics()
    assert (len(seconds), min(seconds), max(seconds)) == (sizes.paths, sizes.shortest_s, sizes.longest_s)


def test_a_story_with_more_paths_than_atoms_is_measured_at_once(kit: Kit) -> None:
    graph = doubling(kit, 300)
    assert graph.statistics().paths == 2**300
    assert len(list(islice(graph.paths(), 10))) == 10


def test_ways_that_conditions_close_do_not_count(kit: Kit, trip: Trip) -> None:
    graph = trip(remembering(kit))
    sizes = graph.statistics()
    assert (sizes.paths, sizes.shortest_s, sizes.median_s, sizes.longest_s, sizes.exact) == (3, 12.0, 12.0, 14.0, True)
    assert sizes.choices_per_minute == 5 * 60 / 38  # at the gate who was rude has nothing to decide


def test_the_median_of_a_story_with_more_paths_than_atoms_is_exact_when_it_has_few_lengths(kit: Kit) -> None:
    graph = kit.directed(kit.begin(), "square", "x")
    before = "square"
    for number in range(40):
        after = f"s{number}"
        graph = kit.directed(graph.with_scene(Scene(after, after, kit.state())), after, "x")
        graph = kit.directed(graph.with_scene(Scene(f"{after}b", after, kit.state())), f"{after}b", "x", seconds=5.0)
        graph = graph.with_choice(f"{after}b", kit.choice(after, "On"))
        graph = graph.with_choice(before, kit.choice(after, "A")).with_choice(before, kit.choice(f"{after}b", "B"))
        before = after
    sizes = graph.statistics()
    assert (sizes.paths, sizes.median_s, sizes.median_exact) == (2**40, 41 * 4 + 20 * 5.0, True)


def test_a_median_that_cannot_be_worked_out_is_estimated_by_the_seed(kit: Kit) -> None:
    graph = kit.directed(kit.begin(), "square", "x")
    before, chance = "square", random.Random(5)
    for number in range(60):
        graph = graph.with_scene(Scene(f"s{number}", "", kit.state()))
        for side in (f"{number} to the {way}" for way in ("left", "right", "middle")):
            graph = graph.with_scene(Scene(side, "", kit.state()))
            graph = kit.directed(graph, side, "x", seconds=99 * chance.random())
            graph = graph.with_choice(before, kit.choice(side, "On"))
            graph = graph.with_choice(side, kit.choice(f"s{number}", "On"))
        before = f"s{number}"
    one, same, other = (statistics(graph, seed=seed) for seed in (1, 1, 2))
    assert not one.median_exact
    assert one == same
    assert one.median_s != other.median_s
    assert other.median_s == pytest.approx(one.median_s, rel=0.05)
    assert one.shortest_s < one.median_s < one.longest_s


def test_random_plays_see_what_their_seed_has_them_see(kit: Kit, trip: Trip) -> None:
    graph = trip(branching(kit))
    assert random_coverage(graph, seed=3, plays=1) == random_coverage(graph, seed=3, plays=1)
    assert random_coverage(graph, seed=3, plays=1).scenes < 6
    assert random_coverage(graph, seed=3, plays=200) == Coverage(scenes=6, endings=3, choices=6, whole=True)


def test_playing_everything_sees_all_that_is_not_shut(kit: Kit) -> None:
    graph = remembering(kit)
    help_ = graph.scene("gate").choices[0]
    shut = graph.with_choice_changed("gate", replace(help_, condition="trust >= 5"))
    assert shut.statistics().coverage == Coverage(scenes=3, endings=1, choices=3, whole=True)


def test_a_story_in_a_circle_has_no_length_and_says_so(kit: Kit) -> None:
    graph = branching(kit)
    dawn = replace(graph.scene("dawn"), choices=(kit.choice("square", "Again"),), ending=False)
    with pytest.raises(StoryError, match="circle"):
        replace(graph, scenes={**graph.scenes, "dawn": dawn}).statistics()
