"""Understanding: who does what to whom, in what order; what is said, shot, and what the sky does."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from texts import TEXT

from director.casting import cast
from director.directive import Directive
from director.understanding import Reader
from model.layout import first_moment
from model.moment import Moment
from model.stage import Stage
from storygraph.errors import StoryError

READER = Reader(TEXT)
VILLAGE = (
    "A medieval village with a blacksmith, two guards, an old man in red, a princess, a chest, a horse, a sword "
    "and a dragon circling overhead."
)
OFFICE = "办公室里，总裁、秘书林晓和一个穿蓝色衬衫的年轻男人，桌子上有一部手机。"

Told = list[tuple[str | None, str, str | None]]


def on(world: str) -> tuple[Stage, Moment]:
    casting = cast(world, seed=2, text=TEXT)
    return casting.stage, first_moment(casting.stage, casting.relations, seed=2, hour=12.0, weather="clear")


def read(sentence: str, world: str = VILLAGE, before: tuple[str, ...] = ()) -> Directive:
    stage, moment = on(world)
    return READER.read(sentence, stage, moment, spoken_before=before)


def told(directive: Directive, world: str = VILLAGE) -> Told:
    """(actor, verb, target) of every action, by name."""
    names = {e.id: e.name for e in (*on(world)[0].entities, *directive.entrances)}
    return [(names.get(a.actor or ""), a.verb, names.get(a.target or "")) for a in directive.actions]


def acts(sentence: str, world: str = VILLAGE, before: tuple[str, ...] = ()) -> Told:
    return told(read(sentence, world, before), world)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The blacksmith walks to the well.", [("blacksmith", "walk", "well")]),
        ("The old man tiptoes toward the chest.", [("old man", "walk", "chest")]),
        ("The smith picks up the sword.", [("blacksmith", "take", "sword")]),
        ("Both guards kneel to the princess.", [("guard 1", "kneel", "princess"), ("guard 2", "kneel", "princess")]),
        ("The man in red hugs the princess.", [("old man", "hug", "princess")]),
        ("The dragon is attacked by guard 2.", [("guard 2", "attack", "dragon")]),
        ("The princess tosses the sword.", [("princess", "take", "sword"), ("princess", "throw", None)]),
        ("The old man touches the chest.", [("old man", "examine", "chest")]),
        ("The princess is picked up by the dragon.", [("dragon", "take", "princess")]),
        ("The chest is slowly opened by the princess.", [("princess", "open", "chest")]),
        ("The princess and the old man dance.", [("princess", "dance", "old man"), ("old man", "dance", "princess")]),
        ("The blacksmith kills the dragon.", [("blacksmith", "attack", "dragon"), ("dragon", "fall", None)]),
        ("Have the old man sit on the chest.", [("old man", "sit", "chest")]),
        ("The princess rides the horse.", [("princess", "jump_onto", "horse")]),
        ("Nobody moves.", [("blacksmith", "stop", None), ("guard 1", "stop", None), ("guard 2", "stop", None),
                           ("old man", "stop", None), ("princess", "stop", None)]),
        ("The knight bows to the princess and the horse.", []),
    ],
)  # fmt: skip
def test_who_does_what_to_whom(sentence: str, expected: Told) -> None:
    if not expected:
        with pytest.raises(StoryError, match="no knight on stage; on stage are"):
            acts(sentence)
    else:
        assert acts(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("林晓拿起手机递给总裁。", [("林晓", "take", "手机"), ("林晓", "give", "总裁")]),
        ("秘书走向总裁。", [("林晓", "walk", "总裁")]),
        ("穿蓝色衬衫的男人单膝跪地。", [("年轻男人", "kneel", None)]),
        ("林晓被总裁推倒在地。", [("总裁", "attack", "林晓"), ("林晓", "fall", None)]),
        ("手机被林晓拿走了。", [("林晓", "take", "手机")]),
        ("总裁和林晓拥抱。", [("总裁", "hug", "林晓"), ("林晓", "hug", "总裁")]),
        ("没有人说话。", [("总裁", "stop", None), ("林晓", "stop", None), ("年轻男人", "stop", None)]),
    ],
)
def test_who_does_what_in_chinese(sentence: str, expected: Told) -> None:
    assert acts(sentence, OFFICE) == expected


def test_order_is_kept_and_then_waits() -> None:
    sequence = read("The old man limps to the chest, opens it and then sits down on it.")
    assert [(a.verb, a.after) for a in sequence.actions] == [("walk", None), ("open", 0), ("sit", 1)]
    assert sequence.actions[0].manner == "limp"
    parallel = read("The blacksmith runs to the well while guard 1 opens the chest.")
    assert [(a.verb, a.after) for a in parallel.actions] == [("run", None), ("open", None)]
    turned = read("Before she waves, the princess hugs the old man.")
    assert [a.verb for a in turned.actions] == ["hug", "wave"] and turned.actions[1].after == 0
    assert [a.verb for a in read("The princess waves after she hugs the old man.").actions] == ["hug", "wave"]


def test_what_is_not_in_hand_is_taken_first() -> None:
    assert acts("The blacksmith gives the old man the sword.") == [
        ("blacksmith", "take", "sword"),
        ("blacksmith", "give", "old man"),
    ]
    assert acts("The dragon grabs the sword and flies off with it.") == [
        ("dragon", "take", "sword"),
        ("dragon", "take_off", None),
    ]


def test_pronouns_reach_back() -> None:
    assert acts("She smiles at him.", before=("The old man walks to the princess.",)) == [
        ("princess", "feel", "old man")
    ]
    assert acts("The princess takes the sword. She throws it at the dragon.")[-1] == ("princess", "throw", "dragon")
    assert acts("她哭着跑出去。", OFFICE, ("总裁骂林晓。",)) == [("林晓", "feel", None), ("林晓", "exit", None)]
    assert acts("The old man picks up the sword, walks to the chest and opens it.") == [
        ("old man", "take", "sword"),
        ("old man", "walk", "chest"),
        ("old man", "open", "chest"),
    ]


@pytest.mark.parametrize(
    ("sentence", "speaker", "words", "listener"),
    [
        ('The blacksmith says to the old man: "Run, now!"', "blacksmith", "Run, now!", "old man"),
        ("“Run, now!” the blacksmith shouts at the old man.", "blacksmith", "Run, now!", "old man"),
        (
            "The princess whispers to the blacksmith, 'It's the dragon's sword.'",
            "princess",
            "It's the dragon's sword.",
            "blacksmith",
        ),
        ("blacksmith: Who goes there?", "blacksmith", "Who goes there?", None),
    ],
)
def test_speech_has_a_speaker_a_listener_and_the_very_words(
    sentence: str, speaker: str, words: str, listener: str | None
) -> None:
    directive = read(sentence)
    line = directive.lines[0]
    stage, _ = on(VILLAGE)
    action = directive.actions[line.action]
    assert (line.text, action.verb, action.actor) == (words, "talk", line.speaker)
    assert stage.entities[stage.index(line.speaker)].name == speaker
    assert action.seconds is not None and action.seconds > 0.8
    if listener is not None:
        assert action.target is not None and stage.entities[stage.index(action.target)].name == listener


def test_speech_in_chinese_with_its_mood() -> None:
    directive = read("总裁愤怒地说：“你被开除了！”", OFFICE)
    assert [(line.text, line.mood) for line in directive.lines] == [("你被开除了！", "愤怒")]
    assert ("总裁", "feel", None) in told(directive, OFFICE)
    assert {a.emotion for a in directive.actions} == {"angry"}
    answer = read("「是。」林晓低声说。", OFFICE)
    assert [line.text for line in answer.lines] == ["是。"] and told(answer, OFFICE)[-1][0] == "林晓"


def test_a_feeling_that_is_told_once_is_felt_once() -> None:
    directive = read('The princess turns to the old man angrily and says: "You lied to me."')
    assert [a.emotion for a in directive.actions if a.verb == "feel"] == ["angry"]
    assert told(directive)[-1] == ("princess", "talk", "old man")


def test_two_speakers_in_one_direction() -> None:
    directive = read('The old man says, "I am sorry." The princess bursts into tears.')
    assert told(directive)[-1] == ("princess", "cry", None)
    assert len(directive.lines) == 1


@pytest.mark.parametrize(
    ("sentence", "verb", "value"),
    [
        ("Night falls.", "time", 23.0), ("The sun rises.", "time", 6.5), ("Two hours later.", "time", 14.0),
        ("It starts to rain hard.", "weather", "rain"), ("Snow begins to fall.", "weather", "snow"),
        ("A storm rolls in.", "weather", "storm"), ("The rain stops.", "weather", "clear"), ("天黑了。", "time", 23.0),
        ("下雨了。", "weather", "rain"), ("半小时后。", "time", 12.5), ("大雾弥漫。", "weather", "fog"),
    ],
)  # fmt: skip
def test_sky_and_clock(sentence: str, verb: str, value: float | str) -> None:
    action = read(sentence).actions[0]
    assert (action.verb, action.actor) == (verb, None)
    assert (action.hour if verb == "time" else action.weather) == value


@pytest.mark.parametrize(
    ("sentence", "shot", "move", "subject"),
    [
        ("Close-up on the princess.", "Close-up", None, "princess"),
        ("Cut to a wide shot of the whole village.", "Wide", None, None),
        ("The camera slowly pushes in on the old man.", None, "Push-in", "old man"),
        ("Medium shot of the blacksmith.", "Medium", None, "blacksmith"),
        ("Pan left.", None, "Pan Left", None),
        ("POV Look Down", None, "POV Look Down", None),
        ("镜头推近princess", None, "Push-in", "princess"),
        ("特写princess", "Close-up", None, "princess"),
    ],
)
def test_camera_words(sentence: str, shot: str | None, move: str | None, subject: str | None) -> None:
    directive = read(sentence)
    stage, _ = on(VILLAGE)
    assert directive.camera is not None and not directive.actions
    assert (directive.camera.shot_size, directive.camera.camera_type) == (shot, move)
    found = directive.camera.subject
    assert (stage.entities[stage.index(found)].name if found else None) == subject


@pytest.mark.parametrize("sentence", ["Wide shot: the blacksmith waves.", "全景：blacksmith挥手。"])
def test_a_shot_may_stand_over_what_happens(sentence: str) -> None:
    directive = read(sentence)
    assert directive.camera is not None and directive.camera.shot_size == "Wide" and not directive.lines
    assert told(directive) == [("blacksmith", "wave", None)]


def test_who_a_shot_stood_over_is_meant_afterwards() -> None:
    assert acts("He kneels.", before=("Wide shot: the old man waves.",)) == [("old man", "kneel", None)]


def test_a_name_before_a_colon_speaks() -> None:
    assert [line.text for line in read("Blacksmith: Who is there?").lines] == ["Who is there?"]


def test_newcomers_enter() -> None:
    directive = read("A stranger walks in and bows to the princess.")
    assert [e.name for e in directive.entrances] == ["stranger"]
    assert told(directive) == [("stranger", "enter", None), ("stranger", "bow", "princess")]
    assert told(read("一个警察推门进来。", OFFICE), OFFICE) == [("警察", "enter", None)]
    assert [e.archetype for e in read("The old man pulls out a letter.").entrances] == ["letter"]


def test_directions_on_the_ground() -> None:
    assert read("The princess walks to the left.").actions[0].direction == (-1.0, 0.0)
    assert read("The princess takes a step to the right.").actions[0].direction == (1.0, 0.0)
    assert read("林晓向左走。", OFFICE).actions[0].direction == (-1.0, 0.0)


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("The king sits down.", "There is no king on stage; on stage are blacksmith"),
        ("The blacksmith flies to the well.", "cannot fly; dragon can"),
        ("The princess opens the sword.", "cannot be opened"),
        ("xyzzy plugh", "Say who does"),
        ("The economy is growing.", "say who does what"),
        ("", "empty"),
        ("x" * 2_001, "2,000"),
    ],
)
def test_what_cannot_be_done_is_refused_with_what_would_work(sentence: str, why: str) -> None:
    with pytest.raises(StoryError, match=why):
        read(sentence)


def test_what_can_be_done_is_done_beside_a_refusal() -> None:
    directive = read("The princess waves and the king sits down.")
    assert told(directive) == [("princess", "wave", None)]
    assert any("king" in refusal for refusal in directive.refusals)


def test_readings_tell_how_other_words_were_taken() -> None:
    assert any(r.endswith("-> walk, sneaking") for r in read("The old man tiptoes to the well.").readings)
    assert any(r.endswith("-> walk, slowly") for r in read("The old man shuffles to the well.").readings)
    assert len(read("The old man tiptoes to the well and sits.").action_readings) == 2


def test_reading_is_a_function_of_its_arguments() -> None:
    sentence = "The old man hugs the princess, then she slaps him."
    assert read(sentence) == read(sentence)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.text(max_size=50),
    st.sampled_from(["", " the princess walks to the old man ", "“你好”", '"Hi', "then and while", "的的的被把"]),
)
def test_hostile_text_never_breaks_reading(noise: str, known: str) -> None:
    stage, moment = on(VILLAGE)
    try:
        directive = READER.read(noise + known + noise, stage, moment)
    except StoryError as refused:
        assert str(refused)
        return
    ids = {e.id for e in (*stage.entities, *directive.entrances)}
    for row, action in enumerate(directive.actions):
        assert {i for i in (action.actor, action.target, action.object) if i} <= ids
        assert action.after is None or 0 <= action.after < row
    assert len(directive.action_readings) == len(directive.actions)
    assert all(directive.actions[line.action].verb == "talk" for line in directive.lines)
