"""What is wrong with the logic of a story: found with a way to it, and what is said never to happen never does."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import pytest
from stories import Kit, branching, remembering

from storygraph.bench import large_story
from storygraph.graph import StoryGraph
from storygraph.lint import Finding, lint
from storygraph.lint_play import lint_play
from storygraph.play import Play, explore
from storygraph.ranges import outlook
from storygraph.statistics import statistics
from storygraph.story import Choice, Variable
from storygraph.variables import with_variable

Trip = Callable[[StoryGraph], StoryGraph]


def changed(graph: StoryGraph, scene: str, number: int, **about: object) -> StoryGraph:
    """The story with a choice changed, whether it fits or not, as a damaged file might have it."""
    here = graph.scene(scene)
    choice: Choice = replace(here.choices[number], **about)  # type: ignore[arg-type]
    choices = (*here.choices[:number], choice, *here.choices[number + 1 :])
    return replace(graph, scenes={**graph.scenes, scene: replace(here, choices=choices)})


def found(graph: StoryGraph) -> list[Finding]:
    """What is wrong besides variables that a change has left idle."""
    return [finding for finding in lint(graph, most=2_000) if finding.code not in ("never-read", "never-set")]


def only(graph: StoryGraph) -> Finding:
    (finding,) = found(graph)
    return finding


def test_a_story_with_sound_logic_has_no_findings(kit: Kit, trip: Trip) -> None:
    assert trip(remembering(kit)).lint() == ()


def test_a_condition_that_never_holds_is_found(kit: Kit, trip: Trip) -> None:
    graph = trip(changed(remembering(kit), "gate", 0, condition="trust >= 2 and met_smith"))
    never, unreached = found(graph)
    assert (never.code, never.scene, never.beat) == ("never-open", "gate", 1)
    assert never.choice == graph.scene("gate").choices[0].id
    assert "“Ask for help” in “The Gate” can never be chosen, as trust >= 2 and met_smith never holds" in never.message
    assert [(stop.scene, stop.beat) for stop in never.path] == [("square", 1), ("gate", 1)]
    assert (unreached.code, unreached.scene) == ("never-reached", "help")


def test_an_audience_that_gets_stuck_is_found_with_its_way_there(kit: Kit, trip: Trip) -> None:
    graph = trip(changed(remembering(kit), "gate", 1, condition="trust >= 1"))
    stuck = only(graph)
    assert (stuck.code, stuck.scene, stuck.beat) == ("stuck", "gate", 1)
    assert [(stop.scene, stop.beat) for stop in stuck.path] == [("square", 1), ("gate", 1)]


def test_a_default_that_is_closed_while_time_runs_is_found(kit: Kit, trip: Trip) -> None:
    graph = changed(remembering(kit), "gate", 0, condition="", seconds=4.0)
    graph = trip(changed(graph, "gate", 1, condition="trust >= 1"))
    assert [(f.code, f.scene, f.beat) for f in found(graph)] == [("default-closed", "gate", 1)]


@pytest.mark.parametrize(
    ("condition", "effects", "code"),
    [
        ("courage > 1", (), "undeclared-variable"),
        ("", ("courage += 1",), "undeclared-variable"),
        ("trust >", (), "bad-condition"),
        ("trust", (), "bad-condition"),
        ("", ("hero += 1",), "bad-condition"),
        ("__import__('os')", (), "bad-condition"),
    ],
)
def test_what_cannot_be_read_is_told_where_it_stands(
    kit: Kit, trip: Trip, condition: str, effects: tuple[str, ...], code: str
) -> None:
    finding = only(trip(changed(remembering(kit), "gate", 1, condition=condition, effects=effects)))
    assert (finding.code, finding.scene, finding.beat) == (code, "gate", 1)
    assert finding.message.startswith("“Go alone” in “The Gate”: The ")


def test_idle_variables_are_found(kit: Kit, trip: Trip) -> None:
    graph = with_variable(with_variable(remembering(kit), Variable("rain", True)), Variable("gold", 3))
    graph = changed(graph, "square", 0, effects=("gold += 1", "met_smith = true"))
    told = trip(graph).lint()
    found = {(f.code, f.scene, f.choice): f.message for f in told}
    kind, able = graph.scene("square").choices[0].id, graph.scene("gate").choices[0].id
    assert found.keys() == {
        ("unused-variable", "square", None), ("never-read", "square", kind), ("never-set", "gate", able),
        ("never-open", "gate", able), ("never-reached", "help", None),
    }  # fmt: skip
    about = {f.code: f.variable for f in told if f.variable}
    assert about == {"unused-variable": "rain", "never-read": "gold", "never-set": "trust"}
    assert found["never-set", "gate", able].endswith("give one an effect, such as trust += 1.")


def test_several_defaults_are_fine_when_only_the_last_is_always_open(kit: Kit, trip: Trip) -> None:
    graph = changed(remembering(kit), "gate", 0, default=True)
    assert found(trip(changed(graph, "gate", 1, condition=""))) == []
    assert [f.code for f in found(changed(graph, "gate", 0, condition=""))] == ["many-defaults"]


def looped(kit: Kit, exit: bool) -> StoryGraph:
    graph = remembering(kit)
    for scene in ("help", "alone"):
        again = kit.choice("square", "Again", effects=("trust += 1",))
        here = replace(graph.scene(scene), choices=(again,), ending=False)
        if scene == "help" or not exit:
            graph = replace(graph, scenes={**graph.scenes, scene: here})
    return graph


def test_a_circle_of_a_damaged_story_is_found_and_lint_comes_to_an_end(kit: Kit) -> None:
    assert "endless-loop" in {finding.code for finding in found(looped(kit, exit=False))}
    codes = {finding.code for finding in found(looped(kit, exit=True))}
    assert "loop" in codes
    assert not codes & {"endless-loop", "never-open", "never-reached"}


def test_paths_lead_to_their_findings(kit: Kit, trip: Trip) -> None:
    graph = branching(kit)
    graph = trip(kit.forked(graph, "tower", 1, "roof", "Up"))
    finding = next(f for f in graph.lint() if f.code == "empty-scene")
    assert [(stop.scene, stop.beat) for stop in finding.path] == [("square", 2), ("bell", 1), ("tower", 1), ("roof", 0)]
    lost = replace(graph, scenes={**graph.scenes, "bell": replace(graph.scene("bell"), choices=())})
    assert next(f for f in lost.lint() if f.scene == "tower").path == ()


@pytest.mark.parametrize("seed", range(12))
def test_what_is_said_never_to_happen_never_does(seed: int) -> None:
    """Ranges claim less than playing everything finds, and never anything else."""
    graph = large_story(40, random.Random(seed))
    play = Play(graph)
    played, roughly = explore(play), outlook(play)
    assert played.whole
    seen = {(m.scene, o.id) for m, steps in zip(played.moments, played.onward, strict=True) for o, _ in steps if o}
    assert not roughly.never & seen
    assert {moment.scene for moment in played.moments} <= roughly.begins.keys()
    exact, rough = ({(f.code, f.scene, f.choice) for f in lint_play(graph, most)} for most in (10**6, 30))
    assert {f for f in rough if f[0] in ("never-open", "never-reached", "stuck")} <= exact


def test_a_story_that_is_too_large_to_be_played_is_looked_at_in_ranges(kit: Kit) -> None:
    graph = changed(remembering(kit), "gate", 0, condition="trust >= 2 and met_smith")
    roughly = list(lint_play(graph, most=1))
    assert ("never-open", "gate") in {(f.code, f.scene) for f in roughly}
    split = changed(remembering(kit), "gate", 0, condition="trust >= 1")
    split = changed(split, "gate", 1, condition="trust < 1")
    assert "perhaps-stuck" not in {f.code for f in lint_play(split, most=1)}
    gap = changed(split, "gate", 1, condition="trust < 0.5")
    assert "perhaps-stuck" in {f.code for f in lint_play(gap, most=1)}
    assert found(gap) == []


def test_thousands_of_scenes_are_looked_through(kit: Kit) -> None:
    graph = large_story(2_000, random.Random(2))
    assert {finding.code for finding in lint(graph, most=2_000)} >= {"never-open", "unreachable"}
    assert statistics(graph, most=2_000).paths > 10**20
