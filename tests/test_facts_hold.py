"""Facts about two states, judged as the directability cases define them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.facts import CSS_COLORS, NotOnStage, find, gap, holds_true, is_color, is_unchanged


def thing(entity_id: str, name: str, x: float = 0.0, z: float = 0.0, **more: Any) -> dict[str, Any]:
    base: dict[str, Any] = {
        "id": entity_id, "name": name, "kind": "person", "position": [x, 0.0, z], "size": [0.6, 1.6, 0.4],
        "heading_deg": 0.0, "pose": "stand", "emotion": "calm", "holds": [], "supported_by": "ground", "inside": None,
        "open": None, "lit": None, "down": False, "present": True, "colors": {}, "screen_box": None,
    }  # fmt: skip
    return base | more


def state(*things: dict[str, Any], **more: Any) -> dict[str, Any]:
    base: dict[str, Any] = {
        "entities": list(things), "time_of_day": "day", "weather": "clear", "setting": "village", "spoken": [],
        "camera": {"shot_size": "Wide", "camera_type": "Static", "subject": None},
    }  # fmt: skip
    return base | more


def now(fact: str, after: dict[str, Any], before: dict[str, Any] | None = None) -> bool:
    return holds_true(fact, before or after, after)


def test_names_match_exactly_first_then_in_part_then_by_kind() -> None:
    here = state(thing("e1", "old man"), thing("e2", "man"), thing("e3", "desk lamp", kind="prop"))
    assert [e["id"] for e in find(here, "man")] == ["e2"]
    assert [e["id"] for e in find(here, "LAMP")] == ["e3"]
    assert [e["id"] for e in find(here, "person")] == ["e1", "e2"]
    assert find(here, "dragon") == []


def test_what_has_left_does_not_exist() -> None:
    here = state(thing("e1", "guard 1"), thing("e2", "guard 2", present=False))
    assert now("exists(guard 1)", here) and now("gone(guard 2)", here)
    assert now("count(guard, 1)", here) and not now("count(guard, 2)", here)


def test_gap_is_measured_between_boxes() -> None:
    a, b = thing("a", "a"), thing("b", "b", x=2.0)
    assert gap(a, b) == pytest.approx(1.4)
    assert (
        now("near(a, b)", state(a, b))
        and not now("near(a, b, 1.3)", state(a, b))
        and now("far(a, b, 1.4)", state(a, b))
    )


def test_coming_closer_needs_half_a_metre_or_a_third_of_a_short_way() -> None:
    far, mid, close = (state(thing("a", "a"), thing("b", "b", x=x)) for x in (4.0, 3.6, 3.4))
    assert not holds_true("closer(a, b)", far, mid) and holds_true("closer(a, b)", far, close)
    assert holds_true("farther(a, b)", close, far)
    short, shorter = (state(thing("a", "a"), thing("b", "b", x=x)) for x in (1.2, 1.0))
    assert holds_true("closer(a, b)", short, shorter)


def test_standing_on_needs_support_and_height() -> None:
    table = thing("t", "table", size=[1.4, 0.75, 0.8])
    cat = thing("c", "cat", supported_by="table")
    assert not now("on(cat, table)", state(table, cat))
    assert now("on(cat, table)", state(table, cat | {"position": [0.0, 0.75, 0.0]}))
    assert not now("on(cat, table)", state(table, cat | {"position": [0.0, 0.75, 0.0], "supported_by": "ground"}))


@pytest.mark.parametrize(
    ("heading", "holds"), [(90.0, True), (61.0, True), (59.0, False), (-90.0, False), (450.0, True)]
)
def test_facing_allows_thirty_degrees(heading: float, holds: bool) -> None:
    here = state(thing("a", "a", heading_deg=heading), thing("b", "b", x=3.0))
    assert now("facing(a, b)", here) is holds


def test_holding_is_by_name_or_id() -> None:
    sword = thing("e9", "rusty sword", kind="prop")
    for held in ("rusty sword", "e9"):
        assert now("holds(a, sword)", state(thing("a", "a", holds=[held]), sword))
    assert not now("holds(a, sword)", state(thing("a", "a"), sword))


def test_speech_is_matched_with_its_commas_and_without_its_last_mark() -> None:
    here = state(thing("a", "Lin"), spoken=[{"speaker": "Lin", "text": "No, wait, I lied!"}])
    assert now('speaking(Lin, "No, wait, I lied.")', here)
    assert not now('speaking(Lin, "Yes")', here)


def test_camera_and_place_facts() -> None:
    here = state(
        thing("e1", "Anna", screen_box=[0.4, 0.1, 0.6, 1.2]), time_of_day="dusk", weather="fog",
        camera={"shot_size": "Close-up", "camera_type": "Push-in", "subject": "e1"},
    )  # fmt: skip
    for fact in ("shot(Close-up)", "camera(Push-in)", "subject(Anna)", "framed(Anna, 0.9)", "time(dusk)",
                 "weather(fog)",
                 "setting(vill)", "not framed(Anna, 0.95)", "not setting(office)"):  # fmt: skip
        assert now(fact, here), fact


@pytest.mark.parametrize(
    ("pose", "down", "is_down"), [("stand", False, False), ("lie", False, True), ("stand", True, True)]
)
def test_down_is_a_state_or_a_pose(pose: str, down: bool, is_down: bool) -> None:
    assert now("down(a)", state(thing("a", "a", pose=pose, down=down))) is is_down


@pytest.mark.parametrize("name", sorted(CSS_COLORS))
def test_every_basic_colour_is_itself(name: str) -> None:
    code = "#{:02x}{:02x}{:02x}".format(*CSS_COLORS[name])
    assert is_color(code, name)
    assert [other for other in CSS_COLORS if is_color(code, other)] in (
        [name], sorted([name, "yellow"]), [name, "yellow"],
                                                                         ["yellow", name])  # fmt: skip


def test_blond_hair_counts_as_yellow() -> None:
    assert is_color("#d8a860", "blonde") and not is_color("#784b28", "yellow")


def test_a_fact_about_somebody_absent_is_not_false_but_missing() -> None:
    with pytest.raises(NotOnStage):
        now("pose(king, sit)", state(thing("a", "Lin")))
    with pytest.raises(ValueError, match="juggles"):
        now("juggles(Lin)", state(thing("a", "Lin")))
    with pytest.raises(ValueError, match="not a fact"):
        now("Lin is happy", state(thing("a", "Lin")))


def test_a_gesture_counts_when_it_was_made_in_between() -> None:
    waved = state(thing("a", "Lin", shown=["wave"]))
    assert now("showed(Lin, wave)", waved) and not now("showed(Lin, bow)", waved)
    assert not now("showed(Lin, wave)", state(thing("a", "Lin")))


@pytest.mark.parametrize(
    ("degrees", "turned"), [(180.0, True), (130.0, True), (-150.0, True), (90.0, False), (360.0, False)]
)
def test_who_has_turned_round_looks_the_other_way(degrees: float, turned: bool) -> None:
    before, after = state(thing("a", "Lin", heading_deg=20.0)), state(thing("a", "Lin", heading_deg=20.0 + degrees))
    assert holds_true("turned(Lin)", before, after) is turned


@pytest.mark.parametrize(
    ("x", "z", "headed"),
    [(1.0, 0.0, True), (1.0, 0.9, True), (1.0, 1.1, False), (-1.0, 0.0, False), (0.2, 0.0, False)],
)
def test_who_is_headed_somewhere_has_gone_that_way_and_not_just_anywhere(x: float, z: float, headed: bool) -> None:
    before, after = state(thing("a", "Lin", 2.0, 2.0)), state(thing("a", "Lin", 2.0 + x, 2.0 + z))
    assert holds_true("headed(Lin, 90)", before, after) is headed


def test_it_is_dark_when_nothing_is_lit() -> None:
    lamp = thing("l", "lamp", kind="prop", lit=True)
    assert not now("dark()", state(lamp)) and now("dark()", state(lamp | {"lit": False}, thing("a", "Lin")))


@given(st.floats(0.0, 0.2), st.sampled_from(["pose", "emotion", "holds"]))
def test_unchanged_forgives_a_little_drift_and_nothing_else(drift: float, part: str) -> None:
    was = state(thing("a", "Lin"))
    assert is_unchanged("Lin", was, state(thing("a", "Lin", x=drift * 0.99)))
    other = {"pose": "sit", "emotion": "sad", "holds": ["cup"]}[part]
    assert not is_unchanged("Lin", was, state(thing("a", "Lin", **{part: other})))
    assert not is_unchanged("Lin", was, state(thing("a", "Lin", x=0.21 + drift)))
    assert not is_unchanged("Lin", was, state())


def test_looks_are_judged_by_the_word_of_the_kit() -> None:
    here = state(thing("q", "queen", look={"gender": "f", "hat": "crown"}), thing("v", "vase", kind="prop"))
    assert now("looks(queen, hat, crown)", here) and not now("looks(queen, gender, m)", here)
    assert now("not looks(vase, hat, crown)", here)
