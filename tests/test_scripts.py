"""Scripts are checked before anything is acted, run into a story of their shape, and written back."""

from __future__ import annotations

from pathlib import Path

import pytest
from directing import open_director

from director.scripts.playing import run_script
from director.scripts.script import ScriptChoice, read_script
from director.scripts.transcript import scene_named
from storygraph.errors import StoryError
from storygraph.story import Variable

EXAMPLES = Path(__file__).parent.parent / "examples"
HEAD = "title: A\nworld: {prompt: A village with a knight and a well.}\n"
WHOLE = """
title: "The well: a play"
world: {prompt: "A village with a knight, a blacksmith and a well.", seed: 5, aspect: "9:16", style: vinyl}
scenes:
  - id: square
    beats:
      - The knight walks to the well.
      - "The blacksmith says: 'It is coming.'"
    choices:
      - {label: Ring the bell, to: bell}
      - {label: Run, to: run, default: true, seconds: 8}
  - id: bell
    from: square
    beats: [The knight waves.]
    choices: [{label: Give up, to: run}]
  - id: run
    title: The flight
    from: square@1
    beats: [The knight runs.]
    ending: true
"""


def test_a_script_becomes_a_story_of_its_shape(tmp_path: Path) -> None:
    director = open_director(tmp_path)
    told: list[str] = []
    episode = run_script(director, read_script(WHOLE), progress=lambda fraction, text: told.append(text))
    graph = director.story(episode)
    square, bell, run = (scene_named(graph, name) for name in ("square", "bell", "The flight"))
    assert (graph.episode.title, graph.episode.aspect, graph.episode.seed) == ("The well: a play", "9:16", 5)
    assert [beat.direction for beat in square.beats] == [
        "The knight walks to the well.",
        "The blacksmith says: 'It is coming.'",
    ]
    assert (bell.origin, run.origin) == ((square.id, 2), (square.id, 1))
    assert [(c.label, c.to, c.after, c.default, c.seconds) for c in square.choices] == [
        ("Ring the bell", bell.id, 2, False, None),
        ("Run", run.id, 1, True, 8.0),
    ]
    assert [(c.label, c.to) for c in bell.choices] == [("Give up", run.id)]
    assert (square.ending, bell.ending, run.ending) == (False, False, True)
    assert len(told) == 4


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.name)
def test_the_examples_are_sound_dramas(path: Path) -> None:
    script = read_script(path.read_text("utf-8"))
    assert len(script.scenes) >= 4
    assert sum(scene.ending for scene in script.scenes) >= 2
    assert all(scene.beats for scene in script.scenes)
    assert all(scene.ending or scene.choices for scene in script.scenes)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("", "“key: value”"),
        ("scenes: [", "not YAML in line"),
        ("- a list", "“key: value”"),
        (HEAD, "“scenes”"),
        (HEAD + "scenes: []", "no scene"),
        (HEAD + "scenes: [{beats: [She waves.]}]", "needs “id”"),
        (HEAD + "scenes: [{id: a, beats: [She waves.], beat: []}]", "has “beat”"),
        (HEAD + "scenes: [{id: a, beats: [{He says: hello}]}]", "colon"),
        (HEAD + "scenes: [{id: a, beats: ['  ']}]", "beat 1 of scene “a”"),
        (HEAD + "scenes: [{id: a, beats: []}, {id: a, from: a, beats: []}]", "Two scenes"),
        (HEAD + "scenes: [{id: a, beats: [], choices: [{label: Go, to: b}]}]", "“b”, which is no scene"),
        (HEAD + "scenes: [{id: a, beats: []}, {id: b, beats: []}]", "Nothing leads to scene “b”"),
        (HEAD + "scenes: [{id: a, from: b, beats: []}, {id: b, beats: []}]", "first scene"),
        (HEAD + "scenes: [{id: a, beats: []}, {id: b, from: 'a@3', beats: []}]", "has 0 beats"),
        (HEAD + "scenes: [{id: a, beats: []}, {id: b, from: c}, {id: c, from: b}]", "comes from itself"),
        (HEAD + "scenes: [{id: a, beats: [], choices: [{label: '', to: a}]}]", "“label”"),
        (HEAD + "scenes: [{id: a, beats: [], choices: [{label: x, to: a, seconds: soon}]}]", "must be a number"),
        (HEAD.replace("well.}", "well., aspect: '4:3'}") + "scenes: [{id: a, beats: []}]", "choose one of 16:9"),
        (HEAD.replace("well.}", "well., seed: -1}") + "scenes: [{id: a, beats: []}]", "number from 0"),
        ("title: A\nworld: {seed: 1}\nscenes: [{id: a}]", "needs “prompt”"),
        ("title: A\ntitle: B\n", "“title” is there twice"),
        ("[" * 9_000, "nested too deeply"),
        ('title: "\\ud800"\nworld: {prompt: A village.}\nscenes: [{id: a}]', "half a character"),
        (HEAD + "scenes: [{id: a, beats: [{direction: She waves., takes: 2, canonical: 3}]}]", "number of one of them"),
        (HEAD + "scenes: [{id: a, beats: [{direction: She waves., takes: 0}]}]", "a number from 1"),
        (HEAD + "scenes: [{id: a, choices: [{label: x, to: b, seconds: 0}]}, {id: b}]", "between 1 second"),
        (HEAD + "scenes: [{id: a, ending: true, choices: [{label: x, to: b}]}, {id: b}]", "is an ending"),
        (HEAD + "scenes: [{id: a, choices: [{label: x, to: b}]}, {id: b, choices: [{label: y, to: a}]}]", "circle"),
        (HEAD + "scenes: [{id: a}, {id: b, from: 'a@-1'}]", "id@2"),
        (HEAD.replace("well.}", "well., picture: ../well.jpg}") + "scenes: [{id: a}]", "file beside the script"),
    ],
)
def test_a_bad_script_is_refused_with_a_sentence_that_says_where(text: str, hint: str) -> None:
    with pytest.raises(StoryError, match=hint):
        read_script(text)


def with_choice(choice: str) -> str:
    return HEAD + f"variables: {{trust: 0, met: no, hero: Anna}}\nscenes: [{{id: a, choices: [{choice}]}}, {{id: b}}]"


def test_variables_conditions_and_effects_are_read() -> None:
    choice = "{label: Ask, to: b, if: trust >= 2 and hero == 'Anna', set: [trust -= 1, hero = 'Ben']}"
    script = read_script(with_choice(choice))
    assert script.variables == (Variable("trust", 0.0), Variable("met", "no"), Variable("hero", "Anna"))
    assert script.scenes[0].choices[0].condition == "trust >= 2 and hero == 'Anna'"
    assert script.scenes[0].choices[0].effects == ("trust -= 1", "hero = 'Ben'")
    one = read_script(with_choice("{label: x, to: b, set: trust += 1}"))
    assert one.scenes[0].choices[0].effects == ("trust += 1",)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        (with_choice("{label: x, to: b, if: trust}"), "choice 1 of scene “a”: The condition “trust” is neither"),
        (with_choice("{label: x, to: b, if: courage > 1}"), "“courage”, which there is not"),
        (with_choice("{label: x, to: b, if: [trust]}"), "write some text"),
        (with_choice("{label: x, to: b, set: {trust: 1}}"), "a list of it"),
        (with_choice("{label: x, to: b, set: [trust + 1]}"), "must follow the variable"),
        (HEAD + "variables: [trust]\nscenes: [{id: a}]", "“name: value”"),
        (HEAD + "variables: {trust: [1]}\nscenes: [{id: a}]", "must begin with"),
        (HEAD + "variables: {and: 1}\nscenes: [{id: a}]", "meaning of its own"),
        (HEAD + "variables: {ｘ: 1, x: 2}\nscenes: [{id: a}]", "there twice"),
    ],
)
def test_logic_that_cannot_be_is_refused_with_a_sentence_that_says_where(text: str, hint: str) -> None:
    with pytest.raises(StoryError, match=hint):
        read_script(text)


def test_every_value_is_text_until_it_is_known_what_it_should_be() -> None:
    text = """
    title: 2026-11-29
    world: {prompt: A village with a knight., seed: 007, aspect: 9:16}
    scenes:
      - {id: 1, beats: [1e3, "null"], choices: [{label: No, to: 2, default: Yes, seconds: 8.5}]}
      - {id: 2, title: On, ending: true}
    """
    script = read_script(text)
    first, second = script.scenes
    assert (script.title, script.seed, script.aspect, second.title) == ("2026-11-29", 7, "9:16", "On")
    assert [beat.direction for beat in first.beats] == ["1e3", "null"]
    assert first.choices == (ScriptChoice("No", "2", True, 8.5),)


def test_a_scene_may_stand_before_the_one_it_grows_from() -> None:
    text = HEAD + "scenes: [{id: a}, {id: c, from: b}, {id: b, from: a}]"
    assert [scene.id for scene in read_script(text).scenes] == ["a", "b", "c"]


def test_thousands_of_scenes_are_read_as_they_come() -> None:
    chain = "".join(f"  - {{id: s{k}, from: s{k - 1}}}\n" for k in range(1, 3_000))
    assert len(read_script(HEAD + "scenes:\n  - {id: s0}\n" + chain).scenes) == 3_000
    with pytest.raises(StoryError, match="Two scenes have the id “s7”"):
        read_script(HEAD + "scenes:\n  - {id: s0}\n" + chain + "  - {id: s7}\n")


def test_a_beat_that_cannot_be_done_says_which_and_keeps_what_was_acted(tmp_path: Path) -> None:
    director = open_director(tmp_path)
    text = HEAD + "scenes: [{id: a, beats: [The knight walks to the well., Napoleon sings.]}]"
    with pytest.raises(StoryError, match="In scene “a”, “Napoleon sings"):
        run_script(director, read_script(text))
    (episode,) = director.episodes()
    assert [beat.direction for beat in director.story(episode.id).root.beats] == ["The knight walks to the well."]
