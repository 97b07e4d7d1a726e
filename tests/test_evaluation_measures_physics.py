"""Physics is read rightly from trajectories whose figures are known by hand."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest

from model.evaluation.contact import Contact, feet, overlap
from model.evaluation.physics import Track, accelerations, apex, bounce, compare, falling, throw_range, toppling
from model.evaluation.steadiness import Steadiness
from model.geometry import GRAVITY
from model.moment import Moment
from tests.stages import stage_of
from tests.trajectories import Place, changed, gesture, moving, pose, still, thrown

BALL = stage_of(("ball", "ball"))
PAIR = stage_of(("smith", "adult"), ("knight", "adult"))
ALONE = stage_of(("smith", "adult"))


def track(path: Callable[[float], Place], steps: int) -> Track:
    return Track.of(moving(BALL, 0, path, steps), 0)


# -- falling and flying ------------------------------------------------------------------------------------------------
def test_a_body_dropped_exactly_falls_without_error() -> None:
    dropped = track(thrown((0.0, 4.0, 0.0), (0.0, 0.0, 0.0)), 10)
    assert accelerations(dropped) == [pytest.approx(GRAVITY, rel=1e-3)]
    assert falling([dropped], [dropped])["error"] == pytest.approx(0.0, abs=1e-3)


def test_a_body_that_sinks_as_on_the_moon_is_far_off() -> None:
    sinking = track(lambda t: (0.0, 4.0 - 1.62 * t * t / 2, 0.0), 10)
    assert falling([sinking], [sinking])["error"] == pytest.approx(1 - 1.62 / GRAVITY, abs=0.01)
    assert falling([sinking], [sinking])["within"] == 0.0


def test_what_is_held_or_carried_does_not_fall() -> None:
    moments = [changed(m, 0, held_by=0) for m in moving(BALL, 0, thrown((0.0, 4.0, 0.0), (0.0, 0.0, 0.0)), 10)]
    assert accelerations(Track.of(moments, 0)) == []


def test_the_apex_of_a_leap_is_found_between_two_moments() -> None:
    leap = track(thrown((0.0, 0.0, 0.0), (0.0, 3.2, 0.0)), 8)
    assert apex(leap) == pytest.approx(3.2**2 / (2 * GRAVITY), rel=0.02)


def test_a_throw_ends_where_it_would_land() -> None:
    way = thrown((0.0, 1.0, 0.0), (0.0, 2.0, 3.0))
    seconds = (2.0 + math.sqrt(4.0 + 2 * GRAVITY)) / GRAVITY
    moments = moving(BALL, 0, lambda t: way(t) if t < seconds else (0.0, 0.0, 3.0 * seconds + 0.2), 20)
    moments[0] = changed(moments[0], 0, held_by=0)
    assert throw_range(Track.of(moments, 0)) == pytest.approx(3.0 * seconds, rel=0.02)


def test_what_is_never_let_go_has_no_range() -> None:
    held = [changed(still(BALL, {0: (0.0, 1.0, 0.0)}), 0, held_by=0)] * 5
    assert throw_range(Track.of(held, 0)) == 0.0


def test_a_bounce_is_as_high_as_it_comes_up_again() -> None:
    down = math.sqrt(2 * 2.0 / GRAVITY)  # from two metres
    up = math.sqrt(2 * GRAVITY * 0.8)  # to eighty centimetres

    def way(t: float) -> Place:
        if t < down:
            return (0.0, 2.0 - GRAVITY * t * t / 2, 0.0)
        s = t - down
        return (0.0, max(up * s - GRAVITY * s * s / 2, 0.0), 0.0)

    assert bounce(track(way, 18)) == pytest.approx(0.8, rel=0.03)
    assert len(accelerations(track(way, 18))) == 2
    assert bounce(track(lambda t: (0.0, max(2.0 - GRAVITY * t * t / 2, 0.0), 0.0), 18)) == 0.0


def test_what_is_caught_again_has_not_bounced() -> None:
    moments = moving(BALL, 0, thrown((0.0, 4.0, 0.0), (0.0, 0.0, 0.0)), 10)
    caught = [changed(m, 0, position=(0.0, 4.0, 0.0), held_by=0) if k > 6 else m for k, m in enumerate(moments)]
    assert bounce(Track.of(caught, 0)) == 0.0


def test_errors_are_by_the_teachers_figure_and_trials_without_one_do_not_count() -> None:
    f = compare([1.1, 0.5, 3.0], [1.0, 1.0, 0.0], within=0.2)
    assert f["error"] == pytest.approx(0.3) and f["within"] == 0.5 and f["trials"] == 2


def test_toppling_counts_who_falls() -> None:
    up = track(lambda t: (0.0, 0.0, 0.0), 3)
    down = Track.of([changed(m, 0, tilt=1.0) for m in moving(BALL, 0, lambda t: (0.0, 0.0, 0.0), 3)], 0)
    f = toppling([up, down, down, up], [up, down, up, down])
    assert (f["both"], f["neither"], f["model_only"], f["teacher_only"]) == (1, 1, 1, 1)
    assert f["agreement"] == 0.5


# -- bodies ------------------------------------------------------------------------------------------------------------
def sliding(to: float = 0.0, turned: float = 0.0) -> list[Moment]:
    """The smith slides up to the knight along x, from three metres off to `to`."""
    moments = moving(PAIR, 0, lambda t: (to + 3.0 - 3.0 * t, 0.0, 0.0), 13, others={1: (0.0, 0.0, 0.0)})
    return [changed(m, 1, heading=turned) for m in moments]


def test_one_sliding_into_another_overlaps_by_how_deep_they_are_in_each_other() -> None:
    deep = overlap(PAIR, sliding(to=0.5))
    assert deep[-1] == pytest.approx(0.10, abs=1e-3)  # both are 0.6 m wide
    assert deep[0] == 0.0 and (deep[1:] >= deep[:-1] - 1e-6).all()


def test_a_body_turned_sideways_reaches_less_far() -> None:
    assert overlap(PAIR, sliding(to=0.5, turned=math.pi / 2))[-1] == pytest.approx(0.025, abs=1e-3)  # 0.45 m deep
    assert overlap(PAIR, sliding(to=0.6))[-1] == pytest.approx(0.0, abs=1e-6)


def test_who_is_held_carried_or_embraced_may_overlap() -> None:
    for excuse in ({"held_by": 1}, {"supported_by": 1}, {"inside": 1}, {"present": 0.0}, {"gesture": gesture("hug")}):
        moments = [changed(m, 0, **excuse) for m in sliding(to=0.5)]
        assert overlap(PAIR, moments).max() == 0.0, excuse


def test_what_stood_in_each_other_from_the_start_is_not_held_against_anyone() -> None:
    moments = moving(PAIR, 0, lambda t: (0.5, 0.0, 0.0), 4, others={1: (0.0, 0.0, 0.0)})
    assert overlap(PAIR, moments).max() == 0.0


def test_one_who_passes_over_another_touches_nobody() -> None:
    flying = [changed(m, 0, position=(m.position[0, 0], 3.0, 0.0)) for m in sliding(to=0.0)]
    assert overlap(PAIR, flying).max() == 0.0


def test_what_has_toppled_lies_ahead_of_its_base() -> None:
    stage = stage_of(("ladder", "ladder"), ("knight", "adult"))
    standing = still(stage, {0: (0.0, 0.0, 0.0), 1: (0.0, 0.0, 1.5)})
    assert overlap(stage, [standing, changed(standing, 0, tilt=1.0)])[1] > 0.1


# -- feet --------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("height", "off"), [(0.0, False), (0.04, False), (0.08, True), (-0.08, True)])
def test_feet_are_where_the_ground_is(height: float, off: bool) -> None:
    moments = moving(ALONE, 0, lambda t: (t, height, 0.0), 4)
    assert list(feet(ALONE, moments)) == [off] * 3


def test_nobody_who_flies_falls_or_changes_pose_is_asked_about_their_feet() -> None:
    high = moving(ALONE, 0, lambda t: (0.0, 2.0, 0.0), 3)
    assert list(feet(ALONE, [changed(m, 0, pose=pose("fly")) for m in high])) == []
    assert list(feet(ALONE, moving(ALONE, 0, lambda t: (0.0, 2.0 - 2.0 * t, 0.0), 3))) == []
    half = [0.5 * (a + b) for a, b in zip(pose("stand"), pose("sit"), strict=True)]
    assert list(feet(ALONE, [changed(m, 0, pose=half) for m in high])) == []


def test_a_sitter_may_be_on_the_seat_and_a_climber_on_the_top() -> None:
    stage = stage_of(("smith", "adult"), ("chair", "chair"))
    for height, off in ((0.9, False), (0.7, True)):
        moment = changed(still(stage, {0: (0.0, height, 0.0), 1: (0.0, 0.0, 0.0)}), 0, supported_by=1)
        assert list(feet(stage, [moment, moment])) == [off]


def test_contact_gives_means_and_shares() -> None:
    tally = Contact()
    tally.add(PAIR, sliding(to=0.5))
    figures = tally.figures()
    assert 0.0 < figures["overlap_mean_m"] < figures["overlap_p95_m"] <= 0.10 + 1e-6
    assert figures["overlap_deep"] == 1 / 13  # the last moment
    assert figures["feet_off"] == 0.0


# -- steadiness --------------------------------------------------------------------------------------------------------
def steady(moments: list[Moment], idle: bool) -> dict[str, float]:
    tally = Steadiness()
    tally.add(ALONE, moments, [0] if idle else [])
    return tally.figures()


def test_somebody_idle_who_glides_drifts() -> None:
    figures = steady(moving(ALONE, 0, lambda t: (0.3 * t, 0.0, 0.0), 6), idle=True)
    assert figures["drift_m_s"] == pytest.approx(0.3, rel=1e-3)
    assert figures["jitter_deg"] == 0.0


def test_a_heading_that_goes_to_and_fro_jitters_and_one_that_turns_does_not() -> None:
    standing = moving(ALONE, 0, lambda t: (0.0, 0.0, 0.0), 7)
    shaking = [changed(m, 0, heading=math.radians(3.0 * (k % 2))) for k, m in enumerate(standing)]
    turning = [changed(m, 0, heading=math.radians(170.0 + 10.0 * k)) for k, m in enumerate(standing)]
    assert steady(shaking, idle=True)["jitter_deg"] == pytest.approx(6.0, abs=1e-3)
    assert steady(turning, idle=True)["jitter_deg"] == pytest.approx(0.0, abs=1e-3)


@pytest.mark.parametrize(("degrees", "sideways"), [(0.0, 0.0), (90.0, 1.0), (30.0, 0.5), (180.0, 0.0)])
def test_a_walker_who_looks_elsewhere_goes_sideways(degrees: float, sideways: float) -> None:
    walking = moving(ALONE, 0, lambda t: (0.0, 0.0, 1.2 * t), 6)
    moments = [changed(m, 0, pose=pose("walk")) for m in walking]
    moments = [changed(m, 0, heading=math.radians(degrees)) for m in moments]
    assert steady(moments, idle=False)["sideways"] == pytest.approx(sideways, abs=1e-3)


def test_a_snap_is_the_longest_step_and_an_entrance_or_a_flight_is_none() -> None:
    moments = moving(ALONE, 0, lambda t: (0.0 if t < 0.2 else 1.5, 0.0, 0.0), 6)
    assert steady(moments, idle=True)["step_largest_m"] == pytest.approx(1.5)
    entering = [changed(m, 0, present=float(m.time_s >= 0.2)) for m in moments]
    assert steady(entering, idle=True)["step_largest_m"] == 0.0
    falling_fast = moving(ALONE, 0, lambda t: (0.0, 6.0 - 5.0 * t, 0.0), 6)
    assert math.isnan(steady(falling_fast, idle=True)["step_largest_m"])


def test_a_thing_that_leaps_into_a_hand_is_noticed_by_how_far() -> None:
    stage = stage_of(("smith", "adult"), ("ball", "ball"))
    lying = still(stage, {0: (0.0, 0.0, 0.0), 1: (3.0, 0.0, 0.0)})
    taken = changed(lying, 1, position=(0.0, 0.0, 0.0), held_by=0)
    tally = Steadiness()
    tally.add(stage, [lying, taken, taken], idle=[])
    assert tally.figures()["catch_largest_m"] == pytest.approx(3.0)
    assert tally.figures()["step_largest_m"] == 0.0
