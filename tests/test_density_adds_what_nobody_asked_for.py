"""How much happens of its own accord: nothing where nobody sets it, bystanders and weather where an episode asks."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from directing import crew, open_director

from director.acting import act
from director.directive import Directive
from director.receipts import judge, worth
from director.scripts.script import read_script
from director.scripts.scriptlist import read_scriptlist
from director.scripts.transcript import write_script
from director.suggestions.density import EVENT_STYLES, LAYOUTS, NARRATIVES, NORMAL, Density, checked_density, enlivened
from director.suggestions.situation import Past, Situation
from model.state import WorldState
from storygraph.errors import StoryError

SQUARE = "A village square at dusk with a king, a knight, a monk and a girl. A vase stands on a table."
SLAP = "The king hits the knight."


@pytest.fixture(scope="module")
def start() -> WorldState:
    return crew().begin(SQUARE, seed=4, aspect="16:9", style="vinyl")[1]


def directive(start: WorldState, direction: str = SLAP, *, density: Density, beat: int = 0, seed: int = 1) -> Directive:
    past = [Past("Anna waves.")] * beat
    return enlivened(crew().read(direction, start), Situation.of(start, past), density, seed=seed)


def many(start: WorldState, density: Density, **how: int) -> int:
    return sum(directive(start, density=density, seed=seed, **how).unbidden for seed in range(24))


def test_an_episode_nobody_has_set_stays_as_it_is_told(start: WorldState) -> None:
    assert directive(start, density=NORMAL) == crew().read(SLAP, start)


def test_the_more_an_episode_asks_for_the_more_happens(start: WorldState) -> None:
    asked = [many(start, Density(narrative)) for narrative in ("Normal", "Calm", "Steady", "Dramatic")]
    assert asked[0] == 0 and asked == sorted(asked) and len(set(asked)) == 4


def test_a_dramatic_event_style_has_peaks_and_a_breath(start: WorldState) -> None:
    style = Density("Normal", "dramatic")
    climax, quiet = 10, 2
    assert many(start, style, beat=climax) > 0 == many(start, style, beat=quiet)


def test_who_reacts_stands_by_and_what_was_asked_comes_first(start: WorldState) -> None:
    plain = crew().read(SLAP, start)
    busy = {role for a in plain.actions for role in (a.actor, a.target)}
    for seed in range(12):
        lively = directive(start, density=Density("Dramatic"), seed=seed)
        assert lively.asked == plain
        added = lively.actions[len(plain.actions) :]
        assert len(added) == lively.unbidden
        assert not busy & {a.actor for a in added}


def test_the_author_s_own_weather_is_not_overruled(start: WorldState) -> None:
    for seed in range(24):
        lively = directive(start, "It starts to snow.", density=Density("Dramatic", "dramatic"), beat=10, seed=seed)
        assert [a.weather for a in lively.actions if a.verb == "weather"] == ["snow"]


def test_receipts_name_it_and_do_not_count_it(start: WorldState) -> None:
    lively = next(d for s in range(9) if (d := directive(start, density=Density("Dramatic"), seed=s)).unbidden)
    receipt = judge(act(crew().world, start, lively, seed=3))
    assert [bool(row.get("unbidden")) for row in receipt] == [
        k >= len(lively.actions) - lively.unbidden for k in range(len(lively.actions))
    ]
    asked = [row for row in receipt if not row.get("unbidden")]
    assert worth(receipt) == worth(asked)


def test_a_directive_comes_back_from_json_also_from_before_there_was_any(start: WorldState) -> None:
    lively = replace(directive(start, density=Density("Dramatic", layout="Fast")), text="x")
    data = json.loads(json.dumps(lively.to_json()))
    assert Directive.from_json(data) == lively
    old = {key: value for key, value in data.items() if key not in ("unbidden", "layout")}
    assert (Directive.from_json(old).unbidden, Directive.from_json(old).layout) == (0, "Calm")


def test_the_store_keeps_it_and_beats_directed_from_then_on_have_it(tmp_path: Path) -> None:
    director = open_director(tmp_path)
    cursor = director.begin(SQUARE, seed=4, density=Density("Calm"))
    director.set_density(cursor.episode, Density("Dramatic", "dramatic", "Fast"))
    director.close()
    director = open_director(tmp_path)
    episode = director.story(cursor.episode).episode
    assert (episode.narrative, episode.event_style, episode.layout) == ("Dramatic", "dramatic", "Fast")
    after = director.direct(cursor, SLAP)
    take = director.story(cursor.episode).beats_before(after)[-1].take
    assert take.directive["layout"] == "Fast" and take.directive["unbidden"] > 0
    assert director.state(director.retake(after))  # acted from the same directive
    director.close()


def test_scripts_say_it_and_have_it_written_back(tmp_path: Path) -> None:
    text = 'title: T\nworld: {prompt: "A knight.", narrative: Steady, layout: Stable}\nscenes: [{id: a, beats: []}]\n'
    script = read_script(text)
    assert script.density == Density("Steady", "normal", "Stable")
    director = open_director(tmp_path)
    cursor = director.begin(script.prompt, seed=1, density=script.density)
    assert read_script(write_script(director.story(cursor.episode))).density == script.density
    director.close()
    with pytest.raises(StoryError, match=r"“Wild” is no narrative .* Calm, Normal, Steady, Dramatic"):
        read_script(text.replace("Steady", "Wild"))


def test_a_happyoyster_world_brings_its_settings_along() -> None:
    body = {"eventStyle": "dramatic", "layout": "Fast", "narrative": "Dramatic",
            "scriptList": {"synopsis": "A knight waits.", "acts": [{"content": "The knight waves."}]}}  # fmt: skip
    assert read_scriptlist(json.dumps(body)).density == Density("Dramatic", "dramatic", "Fast")
    with pytest.raises(StoryError, match=r"“layout” is Wild.*400000"):
        read_scriptlist(json.dumps({**body, "layout": "Wild"}))


def test_every_word_of_happyoyster_is_known_and_no_other() -> None:
    for narrative in NARRATIVES:
        for style in EVENT_STYLES:
            for layout in LAYOUTS:
                assert checked_density(narrative, style, layout) == Density(narrative, style, layout)
    with pytest.raises(StoryError, match="choose one of Stable, Calm, Fast"):
        checked_density("Calm", "normal", "Frantic")
