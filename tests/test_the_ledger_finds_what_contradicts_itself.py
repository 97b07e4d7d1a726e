"""The continuity ledger: every planted contradiction is found, and nothing where a story holds together.

The stories are those of `plants.py`, acted by hand; `python tests/plants.py --acted` has the world model act them.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from directing import PROMPT, crew, open_director
from plants import CLEAN, PLANTS, Clean, Plant, is_found
from stories import Kit, branching
from theatre import Theatre, changed

from director.acting import act
from storygraph.continuity import Sources, contradictions
from storygraph.facts import NOTHING_DONE, Account, Facts, Thing
from storygraph.story import Cursor, Scene, Variable


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.__name__)
def test_what_was_planted_is_found(plant: Plant) -> None:
    play = Theatre(crew())
    assert is_found(play, plant(play))


@pytest.mark.parametrize("clean", CLEAN, ids=lambda clean: clean.__name__)
def test_a_clean_story_has_no_findings(clean: Clean) -> None:
    play = Theatre(crew())
    clean(play)
    assert [finding.message for finding in play.findings()] == []


def test_a_finding_says_where_on_which_way_and_how_to_mend_it() -> None:
    play = Theatre(crew()).begin("A village with Anna, Ben, a table and a sword.")
    play.fork("opening", "hers", "Anna").direct("hers", "Anna picks up the sword.")
    play.fork("opening", "theirs", "Nobody").direct("theirs", "Ben waves.").join("hers", "theirs", "Go on")
    (finding,) = play.findings()
    assert finding.message == (
        "The sword is in Anna's hands at the end of “Hers” and lies on the ground at the start of “Theirs”: "
        "direct “Anna drops the sword.” at the end of “Hers”, or lead to a scene of its own."
    )
    assert [(stop.scene, stop.beat) for stop in finding.path] == [("opening", 0), ("hers", 1), ("theirs", 0)]
    assert (finding.code, finding.scene, finding.beat) == ("continuity-jump", "theirs", 0)
    assert finding.choice == play.graph.scene("hers").choices[0].id


def test_time_that_passes_between_scenes_explains_what_time_explains() -> None:
    def story(label: str) -> list[str]:
        play = Theatre(crew()).begin("A village at noon with Anna, Ben, a chest and a letter.")
        play.fork("opening", "one", "One").direct("one", "Ben opens the chest.", "Anna kills Ben.")
        play.fork("opening", "two", "Two").direct("two", "Ben waves.").join("one", "two", label)
        return [found.kind for found in play.contradictions()]

    assert story("Go on") == ["gone", "jump"]
    assert story("The next morning") == ["gone"]
    assert story("第二天早上") == ["gone"]


def test_only_ways_that_conditions_leave_open_are_followed() -> None:
    def story(condition: str) -> list[str]:
        play = Theatre(crew()).begin("A village with Anna, Ben and a well.")
        killed = Variable("killed", False)
        play.graph = replace(play.graph, episode=replace(play.graph.episode, variables=(killed,)))
        play.fork("opening", "murder", "Kill him").direct("murder", "Anna kills Ben.")
        play.fork("murder", "alone", "On", effects=("killed = true",)).direct("alone", "Anna walks to the well.")
        play.fork("opening", "mercy", "Spare him").direct("mercy", "Ben waves.").join("mercy", "alone", "On")
        play.fork("alone", "him", "Ask Ben", condition=condition).direct("him", 'Ben says: "I know."')
        play.fork("alone", "nobody", "Leave").direct("nobody", "Anna waves.")
        return [found.scene for found in play.contradictions() if found.kind == "gone"]

    assert story("") == ["him"]
    assert story("killed") == ["him"]
    assert story("not killed") == []
    assert story("unheard of (") == ["him"]


def test_a_retake_that_changes_the_past_is_found_where_it_shows() -> None:
    play = Theatre(crew()).begin("A village with Anna, Ben and a sword.")
    play.direct("opening", "Anna picks up the sword.", "Ben waves.")
    again = Theatre(crew(), states=play.states).begin("A village with Anna, Ben and a sword.")
    again.direct("opening", "Ben picks up the sword.")
    (retake,) = again.graph.root.beats[0].takes
    play.graph = play.graph.with_take("opening", 0, replace(retake, id="retake"))
    (found,) = play.contradictions()
    assert (found.kind, found.beat) == ("stale", 1)


class Chain:
    """A story in which every scene forks into two that rejoin, `length` times: 2 ** length ways."""

    def __init__(self, length: int) -> None:
        kit = Kit()
        graph = kit.directed(kit.begin(), "square", "It begins.")
        before = "square"
        for k in range(length):
            for side in ("left", "right"):
                at = Cursor("dragon", before, 1)
                graph = graph.with_scene(Scene(f"{side}{k}", f"{side} {k}", graph.checkpoint_at(at), (before, 1)))
                graph = kit.directed(graph.with_choice(before, kit.choice(f"{side}{k}", side)), f"{side}{k}", "On.")
            both = f"both{k}"
            at = Cursor("dragon", f"left{k}", 1)
            graph = graph.with_scene(Scene(both, both, graph.checkpoint_at(at), (f"left{k}", 1)))
            for side in ("left", "right"):
                graph = graph.with_choice(f"{side}{k}", kit.choice(both, "On"))
            graph = kit.directed(graph, both, "On.")
            before = both
        self.graph, self.last, self.looked = graph, before, 0

    def facts(self, checkpoint: str) -> Facts:
        self.looked += 1
        return Facts(
            "village", 12.0, "clear", {"e1": Thing("e1", "Anna", "person"), "e2": Thing("e2", "Ben", "person")}
        )

    def account(self, scene: str, number: int, take: object) -> Account:
        if scene == "right0":
            return Account(acted=frozenset({"e1"}), died=frozenset({"e2"}))
        return Account(acted=frozenset({"e2"})) if scene == self.last else NOTHING_DONE


def test_a_story_with_very_many_ways_is_no_slower() -> None:
    chain = Chain(200)
    assert chain.graph.statistics().paths == 2**200
    found = contradictions(chain.graph, Sources(chain.facts, chain.account, lambda words: False))
    assert [(c.kind, c.subject, c.scene, c.since) for c in found] == [("gone", "e2", "both0", ("right0", 1))]
    assert found[0].path == (("square", 1), ("right0", 1), ("both0", 0))
    assert chain.looked < 10 * len(chain.graph.scenes)


def test_states_that_cannot_be_read_are_passed_over(kit: Kit) -> None:
    nothing = Sources(lambda checkpoint: None, lambda scene, number, take: NOTHING_DONE, lambda words: False)
    assert contradictions(branching(kit), nothing) == ()


def test_an_episode_is_checked_from_its_saved_states(tmp_path: Path) -> None:
    director = open_director(tmp_path)
    start = director.begin(PROMPT, seed=3)
    end = director.direct(director.fork(start, label="One", title="One"), 'The knight says: "Night comes."')
    two = director.fork(start, label="Two", title="Two")
    director.direct(two, 'The knight says: "Day comes."')
    director.add_choice(end, "On", two.scene)
    findings = director.continuity(start.episode)
    differing = {mismatch.text.partition(" at the end")[0] for mismatch in director.reconcile(end, two.scene)}
    jumps = [finding for finding in findings if finding.code == "continuity-jump"]
    assert {finding.scene for finding in jumps} == {two.scene}
    assert {finding.message.partition(" at the end")[0] for finding in jumps} <= differing
    assert findings == open_director(tmp_path).continuity(start.episode)
    kept = tuple(mismatch.key for mismatch in director.reconcile(end, two.scene))
    director.remove_choice(end, director.story(start.episode).scene(end.scene).choices[0].id)
    director.add_choice(end, "On", two.scene, kept=kept)
    assert not {finding.code for finding in director.continuity(start.episode)} & {"continuity-jump"}


def test_who_left_comes_back_and_nobody_else_in_their_place() -> None:
    play = Theatre(crew()).begin("A village with Anna, a knight and a well.")
    gone = changed(changed(play.end("opening"), "knight", present=0.0), "Anna", present=0.0)
    for words, name in (("The knight comes back.", "knight"), ("Anna walks in.", "Anna")):
        directive = crew().read(words, gone)
        (action,) = directive.actions
        assert (action.verb, directive.entrances) == ("enter", ())
        assert gone.stage.entities[gone.stage.index(action.actor or "")].name == name
        staged = act(crew().world, gone, directive, seed=1).start.moment
        row = gone.stage.index(action.actor or "")
        assert abs(staged.position[row, 0]) == gone.stage.half_extent + 0.5, "from where newcomers come in"
    assert [e.name for e in crew().read("A knight comes in.", gone).entrances] == ["knight 2"]
