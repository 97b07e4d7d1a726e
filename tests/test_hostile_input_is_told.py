"""Whatever is typed or handed in: it is done, or one sentence says why not, and the episode stays as it was.

All thousand: PYTHONPATH=. python tests/hostile.py
"""

from __future__ import annotations

import cProfile
import math
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from directing import PROMPT, crew, open_director
from hostile import OTHER_LANGUAGES, WORDS, Attack, Chance, Fortress, attacks, json_bombs, run_on, yaml_bombs
from texts import TEXT

from director.casting import cast
from director.scripts.playing import run_script
from director.scripts.script import read_script
from director.scripts.scriptlist import read_scriptlist
from director.texts import checked, one_line
from director.tongues import language_of
from model.state import WorldState
from storygraph.errors import StoryError


@pytest.fixture(scope="module")
def fortress(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Fortress]:
    director = open_director(tmp_path_factory.mktemp("episodes"))
    yield Fortress(director, acting=False)
    director.close()


@pytest.fixture(scope="module")
def village() -> WorldState:
    return crew().begin(PROMPT, seed=5, aspect="16:9")[1]


@pytest.mark.parametrize("attack", [*attacks(80, seed=7)], ids=lambda attack: f"{attack.family} at the {attack.door}")
def test_it_is_done_or_told(fortress: Fortress, attack: Attack) -> None:
    what, said = fortress.stand(attack)
    assert what in ("done", "told"), said


@pytest.mark.parametrize("make", [yaml_bombs, json_bombs], ids=["scripts", "scriptlists"])
def test_files_that_are_none_are_told(make: object) -> None:
    read = read_script if make is yaml_bombs else read_scriptlist
    for seed in range(40):
        text = make(Chance(seed))  # type: ignore[operator]
        try:
            assert read(text).scenes
        except StoryError as error:
            assert len(str(error)) < 400


def test_a_refused_direction_leaves_no_trace(tmp_path: Path) -> None:
    director = open_director(tmp_path)
    start = director.begin(PROMPT, seed=5)
    before = director.story(start.episode)
    refused = ("", "\x00\x01", "x" * 2_001, "Half \ud83d an emoji waves.", "${7*7}", "Рыцарь идёт к колодцу.", "...?!")
    for direction in refused:
        with pytest.raises(StoryError, match=r"[.。]$"):
            director.direct(start, direction)
    assert director.story(start.episode) == before


@pytest.mark.parametrize("language", OTHER_LANGUAGES)
def test_what_nacre_does_not_read_is_said_to_be_that(language: str, village: WorldState) -> None:
    for text in OTHER_LANGUAGES[language]:
        assert language_of(text) == language
        with pytest.raises(StoryError, match=f"{language}.+English or Chinese"):
            crew().read(text, village)
        with pytest.raises(StoryError, match=f"{language}.+English or Chinese"):
            crew().begin(text, seed=5, aspect="16:9")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The knight says: „Lauft!“ and waves.", ()),
        ("Юлия машет рукой.", ("Юлия машет рукой",)),
        ("Александра waves.", ("Александра",)),
        ("Ana de la Cruz walks to the door.", ()),
        ("骑士对ユキ挥手。", ()),
        ("%2e%2e%2f", ()),
        ("🐉", ()),
    ],
)
def test_names_and_speech_may_be_in_any_language(text: str, names: tuple[str, ...]) -> None:
    assert language_of(text, names) is None


def test_what_nobody_sees_does_not_part_words(village: WorldState) -> None:
    plain = crew().read("The knight waves.", village)
    for text in ("T\x00he kni\u202eght wa\u200bves.", "\ufeffThe k\u2066night waves.\x7f", "The\r\nknight waves."):
        assert crew().read(text, village).actions == plain.actions
    assert crew().read("The knight says: “👩‍👩‍👧”", village).lines[0].text == "👩‍👩‍👧"


def test_checked_text_keeps_what_can_be_seen() -> None:
    for family in WORDS.values():
        for seed in range(20):
            text = family(Chance(seed))
            try:
                kept = checked(text, "The direction", 3_000)
            except StoryError as error:
                assert "half a character" in str(error)
                continue
            assert [c for c in kept if c.isprintable() and not c.isspace()] == [
                c for c in text if c.isprintable() and not c.isspace()
            ]
            assert kept.encode().decode() == kept
    assert one_line("a\n b\tc", "The title") == "a b c"


def test_no_number_of_hours_stops_the_clock(village: WorldState) -> None:
    hours = [a.hour for a in crew().read(f"{'9' * 400} hours later.", village).actions]
    assert hours and all(hour is not None and math.isfinite(hour) and 0.0 <= hour < 24.0 for hour in hours)


@pytest.mark.parametrize("piece", ["骑士", "the guard in red with "])
def test_a_text_four_times_as_long_is_about_four_times_the_work(piece: str) -> None:
    def calls(length: int) -> int:
        profile = cProfile.Profile()
        with suppress(StoryError):
            profile.runcall(cast, (piece * length)[:length], seed=5, text=TEXT)
        return sum(entry.callcount for entry in profile.getstats())

    calls(100)  # what is learnt once is not counted
    assert calls(1_600) < 8 * calls(400)


def test_a_script_that_breaks_off_keeps_what_was_acted_and_its_choices(tmp_path: Path) -> None:
    director = open_director(tmp_path)
    text = """
    title: A
    world: {prompt: A village with a knight and a well., seed: 5}
    scenes:
      - {id: a, beats: ["The knight says: 'Go.'"], choices: [{label: On, to: b}, {label: Off, to: c}]}
      - {id: b, from: a}
      - {id: c, from: a, beats: ["Napoleon sings."]}
    """
    with pytest.raises(StoryError, match="In scene “c”, “Napoleon sings"):
        run_script(director, read_script(text))
    (episode,) = director.episodes()
    graph = director.story(episode.id)
    assert [choice.label for choice in graph.root.choices] == ["On", "Off"]
    assert [len(scene.beats) for scene in graph.scenes.values()] == [1, 0, 0]


def test_a_run_on_sentence_one_sign_too_long_is_told() -> None:
    texts = {run_on(Chance(seed)) for seed in range(40)}
    assert {len(text) for text in texts} >= {2_000, 2_001}
