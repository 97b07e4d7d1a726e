"""An episode written as a script and played again is the same story: shape, takes, and states to the bit."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from directing import open_director
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from stories import HOSTILE, Kit, hostile

from director.director import Director
from director.scripts.formats import FORMATS
from director.scripts.playing import run_script
from director.scripts.script import read_script
from director.scripts.transcript import scene_ids, write_script
from director.texts import checked, one_line
from storygraph.graph import StoryGraph

PROMPT = "A village with a knight, a blacksmith, a well and a sword."


@pytest.fixture
def director(tmp_path: Path) -> Director:
    return open_director(tmp_path / "episodes")


def again(director: Director, episode: str, folder: Path) -> tuple[StoryGraph, StoryGraph]:
    """The episode, and what its script plays."""
    file = director.export(episode, "script", folder / "story.yaml")
    return director.story(episode), director.story(
        run_script(director, read_script(file.read_text("utf-8"), file.parent))
    )


def shape(graph: StoryGraph) -> list[object]:
    """All that is told, and the state after every beat by the SHA-256 of its bytes; without ids and dates."""
    number = {scene_id: k for k, scene_id in enumerate(graph.scenes)}
    episode = graph.episode
    told: list[object] = [(episode.title, episode.prompt, episode.aspect, episode.style, episode.seed)]
    told.append(episode.variables)
    for scene in graph.scenes.values():
        origin = scene.origin and (number[scene.origin[0]], scene.origin[1])
        told.append((scene.title, origin, scene.start, scene.ending))
        for beat in scene.beats:
            takes = [(take.seed, take.checkpoint, take.receipt, take.directive) for take in beat.takes]
            told.append((beat.direction, takes, [take.id for take in beat.takes].index(beat.canonical)))
        for c in scene.choices:
            told.append((c.label, number[c.to], scene.offers(c), c.default, c.seconds, c.condition, c.effects))
    return told


def test_takes_forks_rejoins_and_states_come_back_to_the_bit(director: Director, tmp_path: Path) -> None:
    start = director.begin(PROMPT, seed=11, aspect="9:16", style="noir", title="The well: a play")
    end = director.direct(director.direct(start, "The knight says: 'Go.'"), "The blacksmith says: 'Run!'")
    early = director.rewind(end, 1)
    director.retake(early)
    director.retake(end)  # it goes on from another take now
    flight = director.fork(early, label="Run", title="The flight", default=True, seconds=8)
    director.direct(flight, "Close-up. The knight says: 'No.'", takes=2)
    hall = director.fork(end, label="Stay")
    director.add_choice(hall, "Give up", flight.scene)
    director.add_choice(end, "Give up at once", flight.scene)
    director.mark_ending(director.branch(early, "Cut"), True)
    waved = director.direct(hall, "The knight waves.")
    director.direct(director.fork_inside(waved, 0.59, label="Interrupt"), "The knight kneels.")
    one, other = again(director, start.episode, tmp_path)
    stale = one.root.beats[1].takes[0]
    assert stale.start != one.root.beats[0].take.checkpoint
    expected, played = shape(one), shape(other)
    assert played[:4] == expected[:4]
    assert played[5:] == expected[5:]
    assert played[4][1][1:] == expected[4][1][1:]  # type: ignore[index]  # all but the take that had gone stale


def test_a_branch_to_which_no_choice_leads_stays_one(director: Director, tmp_path: Path) -> None:
    start = director.begin(PROMPT, seed=3)
    director.branch(start, "Cut")
    one, other = again(director, start.episode, tmp_path)
    assert shape(one) == shape(other)
    assert other.root.choices == ()


def test_choices_keep_their_order(director: Director, tmp_path: Path) -> None:
    start = director.begin(PROMPT, seed=3)
    first, second = director.fork(start, label="First"), director.fork(start, label="Second")
    director.add_choice(first, "Over", second.scene)
    director.remove_choice(start, director.story(start.episode).root.choices[0].id)
    director.add_choice(start, "First, after all", first.scene)
    one, other = again(director, start.episode, tmp_path)
    assert [choice.label for choice in other.root.choices] == ["Second", "First, after all"]
    assert shape(one) == shape(other)


def test_variables_conditions_and_effects_come_back(director: Director, tmp_path: Path) -> None:
    start = director.begin(PROMPT, seed=3)
    initials = {"trust": 0, "gold": -2.25, "met": True, "hero": "nobody", "信任": "false", "odd": "'12'", "none": ""}
    for name, initial in initials.items():
        director.set_variable(start.episode, name, initial)
    kind = director.fork(start, label="Be kind", effects=["trust += 1", " ", "信任 = 'it''s: [a, b]'"])
    director.fork(start, label="Ask", condition="trust >= 2 and not met or hero == “龙 \"#: x”")
    director.add_choice(kind, "On", director.branch(kind, "Far").scene, condition="! met", effects=["met = true"])
    one, other = again(director, start.episode, tmp_path)
    assert shape(one) == shape(other)
    assert {variable.name: variable.initial for variable in other.episode.variables} == initials
    assert other.root.choices[0].effects == ("trust += 1", "信任 = 'it''s: [a, b]'")


def test_what_authors_write_comes_back_as_it_was(director: Director, tmp_path: Path) -> None:
    start = director.begin(PROMPT, seed=3, title=HOSTILE[2])
    for text in HOSTILE:
        fork = director.fork(start, label=text, title=text)
        director.rename_scene(fork, text)
    director.direct(start, f"The blacksmith says: “{HOSTILE[1]} {HOSTILE[5]} 龙”")
    one, other = again(director, start.episode, tmp_path)
    assert shape(one) == shape(other)


def test_a_picture_goes_beside_the_script(director: Director, tmp_path: Path) -> None:
    file = io.BytesIO()
    Image.new("RGB", (320, 180), "#203040").save(file, "PNG")
    start = director.begin("A knight.", picture=file.getvalue(), seed=3)
    one, other = again(director, start.episode, tmp_path)
    assert (tmp_path / "story.jpg").exists()
    assert one.root.start == other.root.start
    assert other.episode.picture is not None


def test_hostile_text_is_written_the_same_every_time(
    kit: Kit, trip: Callable[[StoryGraph], StoryGraph], golden: Callable[[str, str], None], tmp_path: Path
) -> None:
    graph = trip(hostile(kit))
    file = FORMATS["script"](graph, kit.blobs.__getitem__, tmp_path / "story.yaml")
    golden("hostile.yaml", file.read_text("utf-8"))


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=60), st.text(min_size=1, max_size=60))
def test_any_text_is_read_as_it_was_written(title: str, direction: str) -> None:
    kit, kept = Kit(), checked(f"B{direction}", "", 99)
    graph = kit.directed(kit.begin(title=f"A{title}"), "square", kept)
    script = read_script(write_script(graph))
    assert script.scenes[0].beats[0].direction == kept
    assert script.title == one_line(f"A{title}", "")


def test_scenes_of_one_title_have_ids_of_their_own() -> None:
    kit = Kit()
    graph = kit.directed(kit.begin(scene="A 2"), "square", "One.")
    for name in ("a", "b", "c"):
        graph = kit.forked(graph, "square", 1, name, "Go").with_scene_changes(name, title="A")
    names = scene_ids(graph)
    assert len(set(names.values())) == 4
    assert len(read_script(write_script(graph)).scenes) == 4
